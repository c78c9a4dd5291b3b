"""An entry of the sociale kaart: what there is, for which need, where and when; of no dossier (SOC-01)."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Tekstveld, Voor, VoorWie
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import is_leeg, lees_regel
from kernnetwerk_app.domain.telefoon import (
    TelefoonHeeftAndereTekens,
    TelefoonHeeftVerkeerdAantalCijfers,
    TelefoonIsAlarmnummer,
    lees_telefoon,
    toon_telefoon,
)

GRAAD = 100_000
"""A place is kept in whole hundred-thousandths of a degree (WGS 84), about a metre: no float travels."""
SLEUTELFIGUUR = "sleutelfiguur"
BEWONERSINITIATIEF = "bewonersinitiatief"
UITVOERDER = "uitvoerder"
VRAAGBAAK = "vraagbaak"
"""Keys of the list `rubrieken` that this program itself knows."""
VERVOER = frozenset({"buurtbus", "regiotaxi"})
"""What brings people somewhere (SOC-08)."""
COLLECTIEF, INDIVIDUEEL, OP_INDICATIE = "collectief_vrij", "individueel_vrij", "indicatie"
"""Keys of the list `toegankelijkheid`."""
INGEKOCHT, VOORLIGGEND = "ingekocht", "voorliggend"
"""What is bought for residents, and what is there for all of them without a decision (SOC-11)."""


class VoorzieningZonderNaam(KernnetwerkError):
    code = "voorziening.zonder_naam"


class SleutelfiguurZonderAkkoord(KernnetwerkError):
    """A sleutelfiguur is a private person, who stands here only because they said yes (SOC-20)."""

    code = "voorziening.zonder_akkoord"


class Stand(StrEnum):
    """A worker proposes, the municipality confirms (SOC-12)."""

    VOORSTEL = "voorstel"
    VASTGESTELD = "vastgesteld"
    AFGEWEZEN = "afgewezen"


class Bereik(StrEnum):
    """Lokaal is offered first; what the resident wishes decides (TRI-18)."""

    LOKAAL = "lokaal"
    REGIONAAL = "regionaal"


Regel = Annotated[str | None, Field(max_length=300)]
Lang = Annotated[Tekstveld | None, Voor(VoorWie.TAFEL)]


class Voorziening(Entiteit):
    """Something that residents can go to, do or ask. Whoever sits at the table may see it, save how it is kept."""

    soort: ClassVar[int] = 21
    voor: ClassVar[VoorWie] = VoorWie.TAFEL
    zoekbaar: ClassVar[bool] = False

    naam: Annotated[str, Field(min_length=1, max_length=300), Eenheid(2)]
    wat: Annotated[Lang, Eenheid(3)] = None
    doel: Annotated[Lang, Eenheid(4)] = None
    """What it is meant to reach (SOC-18)."""
    rubriek: Annotated[Regel, Eenheid(5)] = None
    """Key of the list `rubrieken`, or own words: the list is never complete (SOC-02)."""
    behoefte: Annotated[Regel, Eenheid(6)] = None
    """Words of the need it answers (SOC-17)."""
    leefgebieden: Annotated[Regel, Eenheid(6)] = None
    """Keys of life domains, with a comma between them."""
    kern: Annotated[Regel, Eenheid(7)] = None
    plek: Annotated[Regel, Eenheid(7)] = None
    adres: Annotated[Regel, Eenheid(7)] = None
    breedte: Annotated[int | None, Eenheid(7)] = None
    lengte: Annotated[int | None, Eenheid(7)] = None
    telefoon: Annotated[Regel, Eenheid(8)] = None
    email: Annotated[Regel, Eenheid(8)] = None
    website: Annotated[Regel, Eenheid(8)] = None
    contactpersoon: Annotated[Regel, Eenheid(8)] = None
    wanneer: Annotated[Regel, Eenheid(9)] = None
    """Opening hours, or the hours of an activity."""
    is_activiteit: Annotated[bool, Eenheid(9)] = False
    kosten: Annotated[Regel, Eenheid(10)] = None
    voorwaarden: Annotated[Regel, Eenheid(11)] = None
    """What is asked before somebody can come (SOC-11)."""
    laag: Annotated[Regel, Eenheid(12)] = None
    """Key of the list `sociale_basis` (SOC-09)."""
    piramide: Annotated[Regel, Eenheid(13)] = None
    """Key of the list `preventiepiramide` (SOC-10)."""
    toegang: Annotated[Regel, Eenheid(14)] = None
    """Key of the list `toegankelijkheid` (SOC-25)."""
    bereik: Annotated[Bereik | None, Eenheid(15)] = None
    ingekocht_voor: Annotated[Regel, Eenheid(16)] = None
    """What it is contracted for; empty for what anybody can walk into (SOC-11, SOC-22)."""
    bereikbaar: Annotated[Regel, Eenheid(17)] = None
    wachttijd: Annotated[Regel, Eenheid(17)] = None
    vindplaats: Annotated[Regel, Eenheid(18)] = None
    """Key of the list `vindplaatsen`: a place where problems first come to light (SIG-14)."""
    veiligheidspartner: Annotated[Regel, Eenheid(18)] = None
    vraagbaak: Annotated[Regel, Eenheid(18)] = None
    akkoord_datum: Annotated[date | None, Eenheid(19), Voor(VoorWie.PROFESSIONAL)] = None
    """The day on which a sleutelfiguur said that they may stand here."""
    wensen: Annotated[Lang, Eenheid(20)] = None
    """What a bewonersinitiatief needs (SOC-19)."""
    gecontroleerd_datum: Annotated[date | None, Eenheid(21), Voor(VoorWie.PROFESSIONAL)] = None
    eigenaar: Annotated[Regel, Eenheid(21), Voor(VoorWie.PROFESSIONAL)] = None
    """Who keeps it right (SOC-06)."""
    stand: Annotated[Stand, Eenheid(22), Voor(VoorWie.PROFESSIONAL)] = Stand.VOORSTEL
    voorgesteld_door_id: Annotated[UUID | None, Eenheid(23), Voor(VoorWie.PROFESSIONAL)] = None
    voorgesteld_datum: Annotated[date | None, Eenheid(23), Voor(VoorWie.PROFESSIONAL)] = None
    voorstel_bij_id: Annotated[UUID | None, Eenheid(23), Voor(VoorWie.PROFESSIONAL)] = None
    """The entry that this is a better text of; empty for a new one."""
    einde_datum: Annotated[date | None, Eenheid(24), Voor(VoorWie.PROFESSIONAL)] = None
    """From this day on it is not there any more."""
    veranderd: Annotated[str | None, Field(max_length=1000), Eenheid(25), Voor(VoorWie.PROFESSIONAL)] = None
    """Of a better text: the fields that it changes, with a comma between them. The rest stays as it is by then."""
    antwoord: Annotated[Regel, Eenheid(26), Voor(VoorWie.PROFESSIONAL)] = None
    """What the municipality says with its no, for who proposed it."""
    antwoord_datum: Annotated[date | None, Eenheid(26), Voor(VoorWie.PROFESSIONAL)] = None

    @property
    def gebieden(self) -> tuple[str, ...]:
        """The keys of its life domains."""
        return tuple(deel for deel in (self.leefgebieden or "").split(",") if deel)

    @property
    def veranderingen(self) -> tuple[str, ...]:
        """The names of the fields that this proposal changes in the entry that it is about."""
        return tuple(veld for veld in VOORSTELBAAR if veld in (self.veranderd or "").split(","))

    @property
    def waar(self) -> str:
        """Place, address and kern on one line, each once."""
        return ", ".join(dict.fromkeys(deel for deel in (self.plek, self.adres, self.kern) if deel))

    @property
    def is_collectief(self) -> bool:
        return self.toegang == COLLECTIEF

    @property
    def is_vrij(self) -> bool:
        """Whether people can go there without asking anybody first."""
        return self.toegang in (COLLECTIEF, INDIVIDUEEL)

    @property
    def is_vraagbaak(self) -> bool:
        """Whether people go there to ask, and not to be helped on from there."""
        return self.vraagbaak is not None or self.rubriek == VRAAGBAAK

    @property
    def aanbod(self) -> str:
        """`INGEKOCHT` or `VOORLIGGEND` (SOC-11); empty for what nobody said how one comes in, or what needs a decision
        without anybody having said what it is contracted for.
        """
        if self.ingekocht_voor is not None:
            return INGEKOCHT
        return VOORLIGGEND if self.toegang is not None and self.toegang != OP_INDICATIE else ""

    def is_open(self, vandaag: date) -> bool:
        """Whether people can go there: it has not ended, and it is no proposal that was turned down."""
        return self.stand is not Stand.AFGEWEZEN and (self.einde_datum is None or self.einde_datum > vandaag)

    def is_oud(self, vandaag: date, maanden: int) -> bool:
        """Whether nobody looked at it for so many months, or ever (SOC-06)."""
        dag = self.gecontroleerd_datum
        if dag is None:
            return True
        return (vandaag.year - dag.year) * 12 + vandaag.month - dag.month - (vandaag.day < dag.day) >= maanden


INHOUD = tuple(
    veld
    for veld in Voorziening.model_fields
    if veld
    not in {
        "id",
        "huishouden_id",
        "stand",
        "voorgesteld_door_id",
        "voorgesteld_datum",
        "voorstel_bij_id",
        "einde_datum",
        "gecontroleerd_datum",
        "veranderd",
        "antwoord",
        "antwoord_datum",
    }
)
"""The fields that a person fills in."""
VOORSTELBAAR = (*INHOUD, "einde_datum")
"""What a proposal can say: those, and that something is not there any more."""


def check_voorziening(voorziening: Voorziening) -> None:
    """Refuse what cannot stand on the sociale kaart."""
    if is_leeg(voorziening.naam):
        raise VoorzieningZonderNaam
    if voorziening.rubriek == SLEUTELFIGUUR and voorziening.akkoord_datum is None:
        raise SleutelfiguurZonderAkkoord


def lees_nummer(getypt: str) -> str:
    """A telephone number as `lees_telefoon` keeps it, else the words as typed: `14 0595` and 112 are no resident's."""
    try:
        return lees_telefoon(getypt)
    except (TelefoonHeeftAndereTekens, TelefoonHeeftVerkeerdAantalCijfers, TelefoonIsAlarmnummer):
        return lees_regel(getypt)


def toon_nummer(nummer: str | None) -> str:
    """The same for people to read; empty for none."""
    return toon_telefoon(nummer) if nummer and _TIEN_CIJFERS.fullmatch(nummer) else nummer or ""


_TIEN_CIJFERS = re.compile(r"0[0-9]{9}")
_DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def weekdag(wanneer: str | None) -> int:
    """The first day of the week that these words name, from 0; 7 when they name none. For the order of a week."""
    klein = (wanneer or "").lower()
    plaatsen = [(klein.find(dag), nummer) for nummer, dag in enumerate(_DAGEN) if dag in klein]
    return min(plaatsen)[1] if plaatsen else len(_DAGEN)
