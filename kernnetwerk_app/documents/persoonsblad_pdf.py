"""*Wat apart is verteld* on paper: by person and life domain, the question and the words as they were written down.

It may lie where others see it: its largest letters do not tell that somebody spoke apart, and the way of the question
of the household is not on it.
"""

from dataclasses import dataclass
from datetime import date

from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.house_style import HouseStyle
from kernnetwerk_app.documents.sheet import Sheet, sheet_pdf
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.teksten import load


@dataclass(frozen=True, slots=True)
class Deel:
    """About whom, of which life domain, and each question with what was answered and when that was written down."""

    over: str
    leefgebied: str
    woorden: tuple[tuple[str, str, date | None], ...]


@dataclass(frozen=True, slots=True)
class Persoonsblad:
    """All of the paper; `voor` is who reads it."""

    gemeente: str
    voor: str
    datum: date
    delen: tuple[Deel, ...]
    van_kinderen: tuple[Deel, ...]
    """What a worker chose of the words about a child of this reader."""
    contact: str
    telefoon: str | None
    aan: tuple[str, ...] = ()
    """The lines under the title where somebody else reads it, in the place of `voor`."""


def persoonsblad_pdf(blad: Persoonsblad, stijl: HouseStyle) -> bytes:
    """The paper as a tagged PDF; DocumentError, which tells nothing of the content."""
    t = load("persoonsblad")
    voor = (load("papier")("aan.voor", voor=blad.voor),) if blad.voor else ()
    sheet = Sheet(blad.gemeente, t("titel"), blad.datum, onder=(*(blad.aan or voor), t("alleen")), voet=_voet(blad))
    return sheet_pdf(sheet, lambda composer: _add(composer, blad), stijl)


def _voet(blad: Persoonsblad) -> tuple[str, ...]:
    t, nummer = load("persoonsblad"), blad.telefoon or ""
    bij = t("voet.bel", naam=blad.contact, telefoon=nummer) if nummer else t("voet.contact", naam=blad.contact)
    return t("voet.klopt"), bij


def _add(composer: Composer, blad: Persoonsblad) -> None:
    t = load("persoonsblad")
    if not blad.delen and not blad.van_kinderen:
        composer.add(composer.sentence(t("leeg")))
    eigen = "uitleg_over" if blad.aan else "uitleg"
    for zin, delen in ((eigen, blad.delen), ("uitleg_kind", blad.van_kinderen)):
        if delen:
            # It stands off from an answer above it, and with what it is about.
            eerst = composer.phrase(t(zin, wie=blad.voor), composer.stijl.tekst)
            eerst.above, eerst.keep_next = composer.stijl.kop.above + composer.stijl.tekst.leading / 2, True
            composer.add(eerst)
        for deel in delen:
            _add_deel(composer, deel)


def _add_deel(composer: Composer, deel: Deel) -> None:
    t, stijl = load("persoonsblad"), composer.stijl
    composer.add(composer.section(t("kop", wie=deel.over, leefgebied=deel.leefgebied)))
    for vraag, woorden, datum in deel.woorden:
        label = vraag if datum is None else t("vraag", vraag=vraag, datum=datum_kort(datum, jaar=True))
        composer.add(composer.heading(label, 3, stijl.gebied))
        composer.add(*composer.words(woorden, stijl.tekst))
