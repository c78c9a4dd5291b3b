"""What one has to know before speaking with someone, as chips: at every contact the same ones (RES-09)."""

from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.services.mensen import THUIS, Bereik
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.chip import Chip


def gehoor_chips(theme: Theme, profiel: Gemeenteprofiel, bereik: Bereik, hij: str = "") -> list[Chip]:
    """Limits, tolk and language: what is needed to understand one another. `hij`: how the sentence goes on about this
    person; without it, for a list that others may see, nobody is named.
    """
    t, chips = load("mensen"), []
    for veld in ("hoort_moeilijk", "ziet_moeilijk", "leest_moeilijk"):
        if getattr(bereik, veld):
            wat = t(f"bereik.{veld}")
            zin = t("bereik.over", hij=_capital(hij), wat=_small(wat)) if hij else wat
            chips.append(Chip(theme, zin, "letop", "letop"))
    if bereik.tolk:
        chips.append(Chip(theme, t("bereik.tolk", tolk=profiel.lijst("tolken").label(bereik.tolk)), "letop", "praat"))
    if bereik.taal:
        chips.append(Chip(theme, t("bereik.taal", taal=profiel.lijst("talen").label(bereik.taal)), "feit", "praat"))
    return chips


def bereik_chips(theme: Theme, profiel: Gemeenteprofiel, bereik: Bereik, hij: str = "") -> list[Chip]:
    """The same, with how and where someone wants contact."""
    t, chips = load("mensen"), gehoor_chips(theme, profiel, bereik, hij)
    if bereik.kanaal:
        kanaal = _small(profiel.lijst("voorkeurskanalen").label(bereik.kanaal))
        chips.append(Chip(theme, t("bereik.kanaal", kanaal=kanaal), "feit", "praat"))
    if bereik.waar_gezien and bereik.waar_gezien != THUIS:
        waar = _small(profiel.lijst("ontmoetplekken").label(bereik.waar_gezien))
        chips.append(Chip(theme, t("bereik.gezien", waar=waar), "feit", "plek"))
    return chips


def _capital(woord: str) -> str:
    return woord[:1].upper() + woord[1:]


def _small(woord: str) -> str:
    return woord[:1].lower() + woord[1:]
