"""*Wat apart is verteld* on paper: by person and life domain, the question and the words as they were written down."""

from dataclasses import dataclass
from datetime import date

from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.house_style import HouseStyle
from kernnetwerk_app.documents.sheet import Sheet, sheet_pdf
from kernnetwerk_app.teksten import load


@dataclass(frozen=True, slots=True)
class Deel:
    """About whom, of which life domain, and each question with what was answered."""

    over: str
    leefgebied: str
    woorden: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Persoonsblad:
    """All of the paper; `voor` is who reads it."""

    gemeente: str
    voor: str
    datum: date
    delen: tuple[Deel, ...]


def persoonsblad_pdf(blad: Persoonsblad, stijl: HouseStyle) -> bytes:
    """The paper as a tagged PDF; DocumentError, which tells nothing of the content."""
    t = load("persoonsblad")
    voor = (load("papier")("aan.voor", voor=blad.voor),) if blad.voor else ()
    sheet = Sheet(blad.gemeente, t("titel"), blad.datum, onder=voor, voet=(t("voet"),))
    return sheet_pdf(sheet, lambda composer: _add(composer, blad), stijl)


def _add(composer: Composer, blad: Persoonsblad) -> None:
    t, stijl = load("persoonsblad"), composer.stijl
    composer.add(composer.sentence(t("uitleg" if blad.delen else "leeg")))
    for deel in blad.delen:
        composer.add(composer.section(t("kop", wie=deel.over, leefgebied=deel.leefgebied)))
        for vraag, woorden in deel.woorden:
            composer.add(composer.phrase(vraag, stijl.klein))
            composer.add(*composer.words(woorden, stijl.tekst))
