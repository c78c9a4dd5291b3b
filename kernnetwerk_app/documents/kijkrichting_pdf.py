"""*Wat wij bespraken* on paper: by life domain or side of life what was said at the table, and the goals."""

from dataclasses import dataclass
from datetime import date

from kernnetwerk_app.documents.blad_pdf import Bladdeel, Feit, Kaartje, add_bladdeel
from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.house_style import HouseStyle
from kernnetwerk_app.documents.sheet import Sheet, sheet_pdf
from kernnetwerk_app.teksten import load


@dataclass(frozen=True, slots=True)
class DoelOpPapier:
    """A goal, and of each line who does it and what."""

    doel: str
    regels: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class VakOpPapier:
    """`gezegd`: question and words; or a life domain, and under which heading it stands."""

    naam: str
    gezegd: tuple[tuple[str, str], ...]
    doelen: tuple[DoelOpPapier, ...]


@dataclass(frozen=True, slots=True)
class Kijkblad:
    """All of the paper: `aan` are the lines under the title, `over` whose it is where somebody else reads it. It has no
    place for a score.
    """

    gemeente: str
    aan: tuple[str, ...]
    over: str
    datum: date
    vakken: tuple[VakOpPapier, ...]


def kijk_pdf(blad: Kijkblad, stijl: HouseStyle) -> bytes:
    """The paper as a tagged PDF, the same bytes for the same input; DocumentError tells nothing of the content."""
    t, over = load("kijkrichting"), blad.over
    uitleg = t("blad.uitleg_over", wie=over) if over else t("blad.uitleg")
    voet = t("blad.voet_over", wie=over) if over else t("blad.voet")

    def add(composer: Composer) -> None:
        composer.add(composer.sentence(uitleg if blad.vakken else t("blad.leeg")))
        for vak in blad.vakken:
            gezegd = tuple(Kaartje(vraag, woorden) for vraag, woorden in vak.gezegd)
            doelen = tuple(_doel(een, over) for een in vak.doelen)
            add_bladdeel(composer, Bladdeel(vak.naam, (*gezegd, *doelen)))

    return sheet_pdf(Sheet(blad.gemeente, t("blad.titel"), blad.datum, blad.aan, (voet,)), add, stijl)


def _doel(een: DoelOpPapier, over: str) -> Kaartje:
    t = load("kijkrichting")
    kop = t("blad.doel_over", wie=over) if over else t("blad.doel")
    return Kaartje(kop, een.doel, tuple(Feit(wie, wat, "mensen") for wie, wat in een.regels))
