"""A request about one's own data: to see it, to put it right, to have it taken away, each with its term (RES-11)."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Tekstveld, VoorWie
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.wettermijn import VERNIETIGEN, VERZOEK, VERZOEK_LANGER, Termijn


class VerzoekInToekomst(KernnetwerkError):
    """It cannot have come in yet."""

    code = "verzoek.in_toekomst"


class VerzoekZonderWaarover(KernnetwerkError):
    """To put something right, or to take it away, one has to know what."""

    code = "verzoek.zonder_waarover"


class VerzoekZonderReden(KernnetwerkError):
    """Who does not do all that was asked, says why (AVG art. 12 lid 4)."""

    code = "verzoek.zonder_reden"


class VerzoekZonderWie(KernnetwerkError):
    """It is about the data of one person: somebody who lives here, or somebody near who does not."""

    code = "verzoek.zonder_wie"


class VerzoekTeLaatVerlengd(KernnetwerkError):
    """That it takes longer is told within the first month, and once (AVG art. 12 lid 3)."""

    code = "verzoek.te_laat_verlengd"


class Verzoeksoort(StrEnum):
    INZAGE = "inzage"
    VERBETEREN = "verbeteren"
    WISSEN = "wissen"


class Uitkomst(StrEnum):
    """`BEZIG`: the answer was given and is yes, and the taking away itself is still to be done. `LANGER`: there is no
    answer yet, and the resident was told that it takes two months more.
    """

    GEDAAN = "gedaan"
    BEZIG = "bezig"
    DEELS = "deels"
    NIET = "niet"
    LANGER = "langer"


class Verzoek(Entiteit):
    """Of whose data: somebody who lives here (`inwoner_id`), or who stands near and does not, such as a mantelzorger
    with a story of their own (`relatie_id`); one of both. `door`: who asked, in words, where that was somebody else.
    `antwoord_datum`: the day on which they were told what becomes of it; `afgehandeld_datum` the day on which it was
    done.
    """

    soort: ClassVar[int] = 40
    voor: ClassVar[VoorWie] = VoorWie.PERSOON

    inwoner_id: Annotated[UUID | None, Eenheid(2)] = None
    relatie_id: Annotated[UUID | None, Eenheid(2)] = None
    verzoek: Annotated[Verzoeksoort, Eenheid(2)]
    door: Annotated[str | None, Field(max_length=300), Eenheid(3)] = None
    waarover: Annotated[Tekstveld | None, Eenheid(4)] = None
    ontvangen_datum: Annotated[date, Eenheid(5)]
    eigenaar_id: Annotated[UUID, Eenheid(6)]
    uitkomst: Annotated[Uitkomst | None, Eenheid(7)] = None
    antwoord: Annotated[Tekstveld | None, Eenheid(7)] = None
    antwoord_datum: Annotated[date | None, Eenheid(7)] = None
    afgehandeld_datum: Annotated[date | None, Eenheid(7)] = None
    verlengd_datum: Annotated[date | None, Eenheid(8)] = None
    """The day on which the resident was told that it takes longer."""

    @property
    def is_open(self) -> bool:
        return self.afgehandeld_datum is None

    @property
    def termijn(self) -> Termijn:
        """The term that runs now: to answer, and after a yes to a request to take away the three months for that."""
        if self.verzoek is Verzoeksoort.WISSEN and self.antwoord_datum is not None:
            return VERNIETIGEN
        return VERZOEK_LANGER if self.verlengd_datum is not None else VERZOEK


def check_verzoek(verzoek: Verzoek, vandaag: date) -> None:
    """Refuse a request of nobody or of two, of a day to come, one that does not say what about, and a no without a
    reason.
    """
    if (verzoek.inwoner_id is None) == (verzoek.relatie_id is None):
        raise VerzoekZonderWie
    if verzoek.ontvangen_datum > vandaag:
        raise VerzoekInToekomst
    if verzoek.verzoek is not Verzoeksoort.INZAGE and is_leeg(verzoek.waarover):
        raise VerzoekZonderWaarover
    if verzoek.uitkomst in (Uitkomst.DEELS, Uitkomst.NIET, Uitkomst.LANGER) and is_leeg(verzoek.antwoord):
        raise VerzoekZonderReden
