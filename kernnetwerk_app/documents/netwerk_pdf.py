"""The network on paper, for the resident to keep: who stand near, what they do and what they could do."""

from dataclasses import dataclass
from datetime import date

from kernnetwerk_app.documents.blad_pdf import Bladdeel, Feit, Kaartje, add_bladdeel
from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.house_style import HouseStyle
from kernnetwerk_app.documents.sheet import Sheet, sheet_pdf
from kernnetwerk_app.domain.netwerk import KRINGEN
from kernnetwerk_app.domain.relatie import Kring
from kernnetwerk_app.teksten import load


@dataclass(frozen=True, slots=True)
class NaasteOpPapier:
    """Somebody in a ring: `wat` they are to the resident, and what they do and could do, empty when nobody said so."""

    kring: Kring
    naam: str
    wat: str
    doet: str
    kan: str


@dataclass(frozen=True, slots=True)
class Netwerkblad:
    """All of the paper; `aan` says for whom it is."""

    gemeente: str
    aan: tuple[str, ...]
    datum: date
    mensen: tuple[NaasteOpPapier, ...]


def netwerk_pdf(blad: Netwerkblad, stijl: HouseStyle) -> bytes:
    """The paper as a tagged PDF, the same bytes for the same input; DocumentError tells nothing of the content."""
    t = load("netwerk")

    def add(composer: Composer) -> None:
        if not blad.mensen:
            composer.add(composer.sentence(t("blad.leeg")))
        for kring in KRINGEN:
            kaartjes = tuple(_kaartje(naaste) for naaste in blad.mensen if naaste.kring is kring)
            if kaartjes:
                add_bladdeel(composer, Bladdeel(t(f"blad.{kring.name.lower()}"), kaartjes))

    sheet = Sheet(blad.gemeente, t("blad.titel"), blad.datum, onder=blad.aan, voet=(t("blad.voet"),))
    return sheet_pdf(sheet, add, stijl)


def _kaartje(naaste: NaasteOpPapier) -> Kaartje:
    t = load("netwerk")
    feiten = ((t("blad.doet"), naaste.doet), (t("blad.kan"), naaste.kan))
    return Kaartje(naaste.naam, naaste.wat, tuple(Feit(label, tekst, "mensen") for label, tekst in feiten if tekst))
