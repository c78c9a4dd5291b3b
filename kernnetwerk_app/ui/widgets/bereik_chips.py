"""What one has to know before speaking with someone, as chips: at every contact the same ones (RES-09)."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.services.mensen import THUIS, Bereik, bereik_op_lijst, bereiken
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import FlowLayout, clear_layout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.chip import Chip, Soort


def gehoor_chips(theme: Theme, profiel: Gemeenteprofiel, bereik: Bereik, hij: str = "", wie: str = "") -> list[Chip]:
    """Limits, tolk and language: what is needed to understand one another. `hij`: how the sentence goes on about this
    person; without it nobody is named. `wie` stands before it, where it is about somebody else than one would think.
    """
    t = load("mensen")

    def chip(zin: str, soort: Soort, icon: str) -> Chip:
        return Chip(theme, t("bereik.van", wie=wie, wat=_small(zin)) if wie else zin, soort, icon)

    chips = []
    for veld in ("hoort_moeilijk", "ziet_moeilijk", "leest_moeilijk"):
        if getattr(bereik, veld):
            wat = t(f"bereik.{veld}")
            zin = t("bereik.over", hij=_capital(hij), wat=_small(wat)) if hij else wat
            chips.append(chip(zin, "letop", "letop"))
    if bereik.tolk:
        chips.append(chip(t("bereik.tolk", tolk=profiel.lijst("tolken").label(bereik.tolk)), "letop", "praat"))
    if bereik.taal:
        chips.append(chip(t("bereik.taal", taal=profiel.lijst("talen").label(bereik.taal)), "feit", "praat"))
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


class BereikBalk(QWidget):
    """The chips of everyone in a dossier, above where one speaks or writes with them; not there when there are none.

    With `namen` the others are named; else, where somebody may look along, they are their initials.
    """

    def __init__(self, omgeving: Omgeving, namen: bool) -> None:
        super().__init__()
        self.setObjectName("bereik")
        self._omgeving, self._namen = omgeving, namen
        self._asked: UUID | None = None
        self._flow = FlowLayout(self, spacing=8)
        self.hide()

    def ask(self, huishouden_id: UUID | None) -> None:
        """Show what is to be known of the people in this dossier."""
        plek, namen, self._asked = self._omgeving.plek, self._namen, huishouden_id
        if huishouden_id is None:
            self._show(None, ())
            return

        def work() -> tuple[tuple[str, Bereik], ...]:
            with plek.store.read() as lezer:
                if not namen:
                    return bereik_op_lijst(lezer, huishouden_id)
                alle = bereiken(lezer, huishouden_id)
                return tuple((mens.naam if plaats else "", hoe) for plaats, (mens, hoe) in enumerate(alle))

        self._omgeving.tasks.read(self, work, partial(self._show, huishouden_id), self._omgeving.meld_fout)

    def _show(self, huishouden_id: UUID | None, alle: tuple[tuple[str, Bereik], ...]) -> None:
        if huishouden_id != self._asked:
            return
        clear_layout(self._flow)
        theme, profiel = self._omgeving.theme, self._omgeving.plek.profiel
        chips: list[Chip] = []
        for wie, hoe in alle:
            chips += gehoor_chips(theme, profiel, hoe, wie=wie) if wie else bereik_chips(theme, profiel, hoe)
        for chip in chips:
            self._flow.addWidget(chip)
        self.setVisible(bool(chips))


def _capital(woord: str) -> str:
    return woord[:1].upper() + woord[1:]


def _small(woord: str) -> str:
    return woord[:1].lower() + woord[1:]
