"""The onderzoek after a melding: one for all laws, with what to look at as a list of the municipality (Wmo 2.3.2).

What is found about each heading is an `Antwoord`, as everything that is said about a question; here stands what belongs
to the onderzoek as a whole.
"""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Onvindbaar, Tekstveld, Voor, VoorWie
from kernnetwerk_app.domain.begin import Begin, begin_id
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import is_leeg

Regel = Annotated[str | None, Field(max_length=300)]
VOOR = "onderzoek."
"""How the keys of its answers begin."""
INVENTARIS, ASPECTEN = "onderzoek_inventaris", "onderzoek_aspecten"
UITKOMSTEN = {INVENTARIS: "onderzoek_uitkomsten", ASPECTEN: "onderzoek_bekeken"}
"""The lists of headings (OND-07, OND-14), each with the list of what can come out."""
MET_REDEN = frozenset({"past_niet", "niet_aan_de_orde"})
"""Of these somebody says why; any other tap says enough (Wmo 2015 art. 2.3.2 lid 4 asks each of them)."""

ZEGT_NIETS = frozenset({"bekeken", "niet_aan_de_orde"})
"""That it was looked at or does not matter here: without a word more nothing for the plan."""


class OnderzoekOnvolledig(KernnetwerkError):
    """Something was not looked at yet; passed with one line of reason (OND-07, OND-08, TEAM-04)."""

    code = "onderzoek.onvolledig"


class OnderzoekIsAfgerond(KernnetwerkError):
    """What was found changes only after somebody opened it again."""

    code = "onderzoek.afgerond"


class IdentiteitVoorMelding(KernnetwerkError):
    """It is seen in this onderzoek, which began with the melding (Wmo 2015 art. 2.3.4): the day is a slip."""

    code = "onderzoek.identiteit_voor_melding"


class IdentiteitInToekomst(KernnetwerkError):
    """A document was not seen on a day that is still to come."""

    code = "onderzoek.identiteit_in_toekomst"


class IdentiteitZonderSoort(KernnetwerkError):
    """A day alone does not say what was seen (Wmo 2015 art. 2.3.4)."""

    code = "onderzoek.identiteit_zonder_soort"


class Onderzoek(Entiteit):
    """One per melding, whichever law it turns out to be about. Residents know it as *het gesprek en het verslag*.

    `sjabloon` is which lists of headings, with their versions, it began with (OND-14). `uitvoerder_id` is who carries
    it out, one member, and `deskundigen` whom they asked to look along (OND-15). `belangrijk` are keys of the list
    `wat_telt` (`lees_meer`), `identiteit` is a key of the closed list `identiteitsbewijzen`: never a number or a copy.
    """

    soort: ClassVar[int] = 41
    voor: ClassVar[VoorWie] = VoorWie.PERSOON

    melding_id: Annotated[UUID, Eenheid(2)]
    datum: Annotated[date, Eenheid(3), Begin()]
    door_id: Annotated[UUID, Eenheid(4), Begin()]
    sjabloon: Annotated[str, Field(max_length=300), Eenheid(5), Begin()]
    afgerond_datum: Annotated[date | None, Eenheid(6)] = None
    afgerond_door_id: Annotated[UUID | None, Eenheid(6)] = None
    zonder_reden: Annotated[Regel, Eenheid(7), Voor(VoorWie.PROFESSIONAL)] = None
    """Why it was closed while something had not been looked at."""
    uitvoerder_id: Annotated[UUID | None, Eenheid(8)] = None
    deskundigen: Annotated[Tekstveld | None, Eenheid(9)] = None
    eigen_plan_inhoud: Annotated[Tekstveld | None, Eenheid(10)] = None
    eigen_plan_gebruikt: Annotated[Tekstveld | None, Eenheid(11)] = None
    nu: Annotated[Tekstveld | None, Eenheid(12)] = None
    verandert: Annotated[Tekstveld | None, Eenheid(13)] = None
    blijft_passen: Annotated[Tekstveld | None, Eenheid(14)] = None
    levenslang: Annotated[bool | None, Eenheid(15), Onvindbaar()] = None
    levenslang_reden: Annotated[Regel, Eenheid(15), Onvindbaar()] = None
    belangrijk: Annotated[Regel, Eenheid(16), Onvindbaar()] = None
    identiteit: Annotated[Regel, Eenheid(17), Onvindbaar()] = None
    identiteit_datum: Annotated[date | None, Eenheid(17)] = None
    identiteit_door_id: Annotated[UUID | None, Eenheid(17)] = None
    brief_datum: Annotated[date | None, Eenheid(18)] = None
    brief_voor: Annotated[Regel, Eenheid(18)] = None
    """For whom *U mag nu zelf een aanvraag doen* was printed, and when (Wmo 2015 art. 2.3.2 lid 9)."""


def onderzoek_id(melding_id: UUID) -> UUID:
    """The fixed id of the onderzoek of one melding: whoever begins it, it is the same one."""
    return begin_id(melding_id, Onderzoek)


def is_bekeken(uitkomst: str | None, woorden: str | None) -> bool:
    """Whether a heading was looked at: tapped, and where that asks for a reason, with one."""
    return bool(uitkomst) and not (uitkomst in MET_REDEN and is_leeg(woorden))


def check_compleet(mist: Sequence[Collection[str]], reden: str | None) -> None:
    """Refuse to close while something is missing, unless there is a line of reason."""
    if any(mist) and is_leeg(reden):
        raise OnderzoekOnvolledig


def check_identiteit(onderzoek: Onderzoek, vandaag: date, gemeld: date = date.min) -> None:
    """Refuse a day without what was seen, a day that is still to come, and one before the question came (`gemeld`)."""
    if onderzoek.identiteit_datum is not None and not onderzoek.identiteit:
        raise IdentiteitZonderSoort
    if onderzoek.identiteit_datum is not None and onderzoek.identiteit_datum > vandaag:
        raise IdentiteitInToekomst
    if onderzoek.identiteit_datum is not None and onderzoek.identiteit_datum < gemeld:
        raise IdentiteitVoorMelding
