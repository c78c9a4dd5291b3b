"""A light contact at the inloop: what somebody asked and what we did. Counted, without a person and without a dossier.

Anonymous unless somebody chose otherwise (SOC-14, EVV-01). Any subject will do: nobody is at the wrong door (EVV-17).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Annotated, Any, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Tekstveld
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.lijst import Keuzelijst, sleutels
from kernnetwerk_app.domain.naam import voorletter
from kernnetwerk_app.domain.tekst import is_leeg

Regel = Annotated[str | None, Field(max_length=300)]


EENHEID_NAAM = 12
"""The unit in which a name stands."""


class InloopcontactZonderVraag(KernnetwerkError):
    code = "inloopcontact.zonder_vraag"


class InloopcontactBijAnoniem(KernnetwerkError):
    """It became a signal without a name; a name here would say who told it (SIG-04)."""

    code = "inloopcontact.bij_anoniem"


class Gevolg(StrEnum):
    """What a light contact became."""

    SIGNAAL = "signaal"
    MELDING = "melding"


class Inloopcontact(Entiteit):
    """`leefgebied`, `gedaan` and `kanaal` hold a key of their list, or own words.

    `begeleid_plek` and `begeleid_door`: where somebody was taken to, and who went along (EVV-21); on the contact's day.
    `sinds` and `uitgesteld`: how long it has been going on, and what kept somebody from asking (SIG-25). `gevolg_id` is
    the signaal, or the dossier of the melding; of a signaal without a name nothing leads here from somebody's name.
    `vraag` is empty when its words are gone, with those of the signaal.
    """

    soort: ClassVar[int] = 17
    zoekbaar: ClassVar[bool] = False

    spreekuur_id: Annotated[UUID, Eenheid(2)]
    datum: Annotated[date, Eenheid(3)]
    tijd: Annotated[time | None, Eenheid(3)] = None
    medewerker_id: Annotated[UUID, Eenheid(4)]
    vraag: Annotated[Tekstveld, Eenheid(5)]
    kern: Annotated[Regel, Eenheid(6)] = None
    leefgebied: Annotated[Regel, Eenheid(7)] = None
    gedaan: Annotated[Regel, Eenheid(8)] = None
    verwezen: Annotated[Regel, Eenheid(9)] = None
    begeleid_plek: Annotated[Regel, Eenheid(10)] = None
    begeleid_door: Annotated[Regel, Eenheid(10)] = None
    kanaal: Annotated[Regel, Eenheid(11)] = None
    voornamen: Annotated[Regel, Eenheid(EENHEID_NAAM)] = None
    achternaam: Annotated[Regel, Eenheid(EENHEID_NAAM)] = None
    schuilnaam: Annotated[Regel, Eenheid(EENHEID_NAAM)] = None
    sinds: Annotated[Regel, Eenheid(13)] = None
    uitgesteld: Annotated[Regel, Eenheid(13)] = None
    gevolg: Annotated[Gevolg | None, Eenheid(14)] = None
    gevolg_id: Annotated[UUID | None, Eenheid(14)] = None
    vervallen: Annotated[bool, Eenheid(15)] = False
    melding_id: Annotated[UUID | None, Eenheid(16)] = None
    """Which melding it became, also when its words are put right and when its dossier is joined to another."""

    @property
    def heeft_naam(self) -> bool:
        """Whether somebody can be known by it."""
        return bool(self.voornamen or self.achternaam)

    @property
    def is_gewist(self) -> bool:
        return is_leeg(self.vraag)

    @property
    def voorletters(self) -> str:
        """Initials of who gave their own name, for a list that others read along with; empty for everybody else."""
        woorden = " ".join(filter(None, (self.voornamen, self.achternaam))).split()
        return " ".join(f"{voorletter(woord)}." for woord in woorden)

    @property
    def is_geholpen(self) -> bool:
        """Whether something was done that ended here: told, referred, taken along."""
        return self.gevolg is None and bool(self.gedaan or self.verwezen or self.begeleid_plek)


GEEN_NAAM: dict[str, None] = dict.fromkeys(("voornamen", "achternaam", "schuilnaam"))
"""The fields of a name, as they stand when there is none."""


@dataclass(frozen=True, slots=True)
class Telling:
    """People spoken with; each of them is in one of the four numbers after it.

    `leefgebieden`: key or own words, with how many people it was about; most first.
    """

    mensen: int
    geholpen: int
    signalen: int
    meldingen: int
    nog_te_kiezen: int
    leefgebieden: tuple[tuple[str, int], ...]


def check_inloopcontact(contact: Inloopcontact) -> None:
    """Refuse a contact in which nothing was asked."""
    if is_leeg(contact.vraag):
        raise InloopcontactZonderVraag


def gewist(contact: Inloopcontact, lijsten: Mapping[str, Keuzelijst]) -> dict[str, Any]:
    """What is left of its fields when its words go, for the count; `lijsten` by field: own words in it go too."""
    leeg: dict[str, Any] = dict.fromkeys(("verwezen", "begeleid_plek", "begeleid_door", "gevolg_id"))
    return leeg | GEEN_NAAM | {"vraag": ""} | sleutels(contact, lijsten)


def tel(contacten: Iterable[Inloopcontact]) -> Telling:
    """The numbers of these contacts; what was taken away is no contact."""
    tellen = [contact for contact in contacten if not contact.vervallen]
    geholpen = sum(contact.is_geholpen for contact in tellen)
    signalen = sum(contact.gevolg is Gevolg.SIGNAAL for contact in tellen)
    meldingen = sum(contact.gevolg is Gevolg.MELDING for contact in tellen)
    per_gebied = Counter(contact.leefgebied for contact in tellen if contact.leefgebied)
    return Telling(
        mensen=len(tellen),
        geholpen=geholpen,
        signalen=signalen,
        meldingen=meldingen,
        nog_te_kiezen=len(tellen) - geholpen - signalen - meldingen,
        leefgebieden=tuple(sorted(per_gebied.items(), key=lambda paar: (-paar[1], paar[0]))),
    )
