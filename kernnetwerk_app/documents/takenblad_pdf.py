"""*Uw taken* on paper, for one volunteer: what, when, until when, on whom one falls back, and what is not theirs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kernnetwerk_app.documents.blad_pdf import Bladdeel, Feit, Kaartje, add_bladdeel, eigen_sheet
from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.house_style import HouseStyle
from kernnetwerk_app.documents.sheet import sheet_pdf
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.teksten import load


@dataclass(frozen=True, slots=True)
class Taak:
    """One task as it was agreed; `achtervang` is the professional to fall back on, `bereik` how (NET-11, NET-12)."""

    wat: str
    wanneer: str
    begin: date | None
    einde: date | None
    achtervang: str
    bereik: str


@dataclass(frozen=True, slots=True)
class Takenblad:
    """All of the paper: it has no place for anything else. `bij` is at whose home."""

    gemeente: str
    voor: str
    bij: str
    datum: date
    taken: tuple[Taak, ...]


def takenblad_pdf(blad: Takenblad, stijl: HouseStyle) -> bytes:
    """The paper as a tagged PDF, the same bytes for the same input; DocumentError tells nothing of the content."""
    t = load("takenblad")
    sheet = eigen_sheet(blad.gemeente, t, blad.voor, blad.datum, t("bij", wie=blad.bij) if blad.bij else "")

    def add(composer: Composer) -> None:
        add_bladdeel(composer, Bladdeel(t("kop_taken"), tuple(_kaartje(taak) for taak in blad.taken)))
        add_bladdeel(composer, Bladdeel(t("kop_rollen"), zinnen=tuple(t.groep("rol").values())))
        add_bladdeel(composer, Bladdeel(t("kop_terugvallen"), tuple(_achtervang(blad))))

    return sheet_pdf(sheet, add, stijl)


def _kaartje(taak: Taak) -> Kaartje:
    t = load("takenblad")
    feiten = ((t("wanneer"), taak.wanneer, "klok"), (t("loopt"), loopt(taak), "kalender"))
    return Kaartje(taak.wat, feiten=tuple(Feit(*feit) for feit in feiten if feit[1]), in_vak=True)


def loopt(taak: Taak) -> str:
    """From when until when it is done, as far as that was agreed."""
    t = load("takenblad")
    van = datum_lang(taak.begin, jaar=True) if taak.begin is not None else ""
    tot = datum_lang(taak.einde, jaar=True) if taak.einde is not None else ""
    if van and tot:
        return t("van_tot", van=van, tot=tot)
    return t("vanaf", van=van) if van else t("tot", tot=tot) if tot else ""


def _achtervang(blad: Takenblad) -> Iterator[Kaartje]:
    """Each professional once, with how to reach them."""
    t = load("takenblad")
    for naam, bereik in dict.fromkeys((taak.achtervang, taak.bereik) for taak in blad.taken):
        if naam:
            yield Kaartje(naam, feiten=(Feit(t("bereik"), bereik, "telefoon"),) if bereik else ())
