"""How a municipality works: its steps, who holds regie, its instruments. Data of the profile (V-01 to V-22)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from kernnetwerk_app.domain.melding import Wet
from kernnetwerk_app.domain.profielwaarde import STRENG, Genoemd, Sleutel, Woorden


@dataclass(frozen=True, slots=True)
class Processtap:
    """A step of the way of working (V-01), in the municipality's own word. `teams`: who does it."""

    __pydantic_config__ = STRENG

    sleutel: Sleutel
    naam: Woorden
    teams: tuple[str, ...] = ()
    alleen_als_nodig: bool = False
    bron: str = ""


class Dekking(StrEnum):
    """Which life domains are talked about (V-05)."""

    ALLE = "alle"
    RELEVANTE = "relevante"


class Einde(StrEnum):
    """Where the process of the app ends (V-18)."""

    MAATWERK_EN_VERDER = "door tijdens maatwerk"
    VINGER_AAN_DE_POLS = "vinger aan de pols, ook daarna"
    PROCESREGIE = "procesregie"
    HULP_BEGINT = "als de hulp begint"


class Voorschrift(StrEnum):
    """How much of the way of working is laid down (V-19). Whatever it says, a step can be passed with one line."""

    EENDUIDIG_MET_REGELVRIJHEID = "eenduidig, met regelvrijheid"
    GESTRUCTUREERD_MET_HANDELINGSVRIJHEID = "gestructureerd, met handelingsvrijheid"
    UNIFORM = "uniform"
    GEEN_STRAKKE_PROTOCOLLEN = "geen strakke protocollen"


class Toegangsbegrip(StrEnum):
    """What the municipality means by *toegang* (V-22)."""

    BREED = "breed"
    SMAL_EN_BREED = "smal en breed"
    DEEL_VAN_SOCIALE_BASIS = "deel van de sociale basis"


class Deelgrond(StrEnum):
    """On what ground the paper says that data may be shared (V-20). The law comes first, whatever is named here."""

    CLIENT_BEPAALT = "cliënt bepaalt"
    AVG = "AVG"
    WAMS = "Wams"
    VERWERKINGSOVEREENKOMST = "verwerkingsovereenkomst"


class Contactpersoonafspraak(StrEnum):
    """What the paper says of the contact person when maatwerk starts (V-09). In the app they always stay (REG-01)."""

    BLIJFT = "blijft"
    EEN_MET_VINGER_AAN_DE_POLS = "één, met een vinger aan de pols"
    NIET_GENOEMD = "niet genoemd"


@dataclass(frozen=True, slots=True)
class Werkwijze:
    """The rest of how it goes. Teams are keys of `team`."""

    __pydantic_config__ = STRENG

    eerste_gesprek_door: tuple[str, ...]
    lichte_hulp_door: tuple[str, ...]
    dekking: Dekking
    hele_huishouden: bool
    einde: Einde
    voorschrift: Voorschrift
    toegang_betekent: Toegangsbegrip
    deelgronden: tuple[Deelgrond, ...]
    eerste_gesprek_niet_door: tuple[str, ...] = ()
    """Who explicitly does not do it."""
    contactpersoon: Contactpersoonafspraak = Contactpersoonafspraak.NIET_GENOEMD
    anoniem_melden: Genoemd = Genoemd.NIET_GENOEMD
    """Whether the paper speaks of telling something without a name, which the app always allows (SIG-04)."""
    plek_kiezen: bool = False
    """Whether a resident chooses where to be seen (V-10)."""
    vindplaatsgericht: bool = False
    """Whether workers also go where people are (V-10)."""
    scheiding_advies_besluit: bool = False
    """Whether who advises or helps in a case may not decide in it (T-01, BES-15)."""


class Regiehouder(StrEnum):
    """Who can have the regie (L-11)."""

    CLIENT = "cliënt"
    VERTEGENWOORDIGER = "vertegenwoordiger"
    CLIENTONDERSTEUNER = "cliëntondersteuner"
    UITVOERDER = "uitvoerder"


class Procesregie(StrEnum):
    """When the municipality keeps the procesregie over a complex case (V-07)."""

    NIET_GENOEMD = "niet genoemd"
    ALTIJD_BIJ_COMPLEX = "altijd bij complex"
    MEESTAL_BIJ_COMPLEX = "meestal bij complex"


@dataclass(frozen=True, slots=True)
class Regieafspraak:
    """Who holds the regie (V-07). It is always one person; procesregie comes beside it (T-07)."""

    __pydantic_config__ = STRENG

    houders: tuple[Regiehouder, ...]
    casusregie: bool = False
    """Whether casusregie is a word of its own, for who steers when the resident does not."""
    procesregie: Procesregie = Procesregie.NIET_GENOEMD
    procesregie_door: str = ""
    mag_ook_uitvoeren: bool = True
    """Whether who steers may also give the help (REG-26)."""


class Expertinzet(StrEnum):
    """When an expert comes in (V-13)."""

    OP_AFROEP = "op afroep"
    VROEG = "vroeg"
    VIA_ZORGAANBIEDERS = "via zorgaanbieders"


@dataclass(frozen=True, slots=True)
class Expertafspraak:
    """How experts are asked (V-13). `lijst`: the list of expertises of this municipality."""

    __pydantic_config__ = STRENG

    inzet: Expertinzet
    onafhankelijk: bool = False
    """Whether who advises stays out of the doing (REG-11)."""
    over_alle_kernen: bool = False
    """Whether experts work for the whole municipality and not per kern (REG-14)."""
    lijst: str = ""


class Voorzieningenindeling(StrEnum):
    """How the offer is ordered (V-17); several can hold at once."""

    AANWEZIG_EN_GEMEENTELIJK = "aanwezig, en van de gemeente"
    DRIE_WETTEN = "drie wetten"
    PIRAMIDE = "piramide"
    LAGEN = "lagen van de sociale basis"
    VRIJ_TOEGANKELIJK = "collectief of individueel vrij toegankelijk"


@dataclass(frozen=True, slots=True)
class Indeling:
    """How weight is classed (V-06). Each names a list of the profile; empty where this municipality has none.

    Niveau and zelforganiserend vermogen are two things, and neither follows from the other.
    """

    __pydantic_config__ = STRENG

    voorzieningen: tuple[Voorzieningenindeling, ...]
    complexiteit: str = ""
    niveaus: str = ""
    zelforganisatie: str = ""


@dataclass(frozen=True, slots=True)
class SnelleGrond:
    """A ground on which a question goes the fast way."""

    __pydantic_config__ = STRENG

    sleutel: Sleutel
    naam: Woorden


class SnelleVorm(StrEnum):
    """What fast means here (V-15)."""

    SNELLE_ACTIE = "snel actie na de melding"
    URGENTIE = "urgentie bepaalt de volgorde"
    VERSNELDE_ROUTE = "versnelde route"


@dataclass(frozen=True, slots=True)
class SnelleRoute:
    """The fast way (V-15): on which grounds, by whom, to which team."""

    __pydantic_config__ = STRENG

    vorm: SnelleVorm
    grond: tuple[SnelleGrond, ...] = ()
    verwijzer: str = ""
    naar: str = ""
    netwerk_bij_eerste_signaal: bool = False
    """Whether the safety network is there from the first signals on."""

    @property
    def gronden(self) -> Mapping[str, str]:
        """Key and name of each ground on which triage may be skipped (TRI-07); none where there is no fast route."""
        return {g.sleutel: g.naam for g in self.grond} if self.vorm is SnelleVorm.VERSNELDE_ROUTE else {}


@dataclass(frozen=True, slots=True)
class Instrumenttoestemming:
    """That the owner of an instrument lets the municipality use its name and texts."""

    __pydantic_config__ = STRENG

    kenmerk: Woorden
    datum: date


class Gebruik(StrEnum):
    """How an instrument is used (V-04)."""

    BASIS = "verplichte basis"
    LENS = "kijkrichting"


class Lens(StrEnum):
    """How the answers of a gesprek are laid out; they are the same answers (OND-05)."""

    LEEFGEBIEDEN = "leefgebieden"
    ASSEN = "assen"


@dataclass(frozen=True, slots=True)
class Kijkrichting:
    """A lens that this municipality uses, as it is called here."""

    lens: Lens
    naam: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """A frame for the conversation (V-04). Its own name is shown only with permission; see `label`.

    `teksten` names a list with the words of its owner, which takes permission too: six sides of life where it is about
    those, else a scale for scores.
    """

    __pydantic_config__ = STRENG

    sleutel: Sleutel
    naam: Woorden
    eigen_naam: Woorden
    """What people read while there is no permission: words of our own."""
    gebruik: Gebruik
    toestemming: Instrumenttoestemming | None = None
    bron: str = ""
    lens: Lens = Lens.LEEFGEBIEDEN
    teksten: str = ""

    @property
    def label(self) -> str:
        """What people read."""
        return self.naam if self.toestemming is not None else self.eigen_naam

    @property
    def teksten_toegestaan(self) -> bool:
        """Whether the levels and questions of its owner may be shown."""
        return self.toestemming is not None

    @property
    def geleend(self) -> bool:
        """Whether something of its owner would be shown, in words or in its name."""
        return bool(self.teksten) or self.naam.casefold() in self.eigen_naam.casefold()


@dataclass(frozen=True, slots=True)
class Wetsvoorziening:
    """What a law gives beside light help, in the words of the paper (L-09)."""

    __pydantic_config__ = STRENG

    wet: Wet
    naam: Annotated[str, Field(min_length=1)]
