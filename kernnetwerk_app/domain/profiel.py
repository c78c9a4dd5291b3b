"""The municipality profile: everything that differs between municipalities, as data (principle 8)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import time
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from kernnetwerk_app.domain.aanvraag import Tekenafspraak
from kernnetwerk_app.domain.delen import Deelafspraak, Partner
from kernnetwerk_app.domain.doener import Doenerwoorden
from kernnetwerk_app.domain.gemeentewoorden import zeg_als
from kernnetwerk_app.domain.huisstijl import Huisstijl
from kernnetwerk_app.domain.kalender import Kalender
from kernnetwerk_app.domain.leefgebied import Leefgebiedenlijst
from kernnetwerk_app.domain.levensas import Assenlijst
from kernnetwerk_app.domain.lijst import Keuze, Keuzelijst
from kernnetwerk_app.domain.medewerker import Functie
from kernnetwerk_app.domain.nabijheid import Nabijheid
from kernnetwerk_app.domain.profielwaarde import (
    STRENG,
    Afspraaktermijn,
    Begrip,
    Breedte,
    Herkomst,
    Lengte,
    Sleutel,
    Woord,
    Woorden,
)
from kernnetwerk_app.domain.team import Mandaat, Recht, Rol, Team
from kernnetwerk_app.domain.triage import Triageprofiel
from kernnetwerk_app.domain.vertaling import Vertaling
from kernnetwerk_app.domain.werkwijze import (
    Expertafspraak,
    Indeling,
    Instrument,
    Kijkrichting,
    Lens,
    Processtap,
    Regieafspraak,
    SnelleRoute,
    Werkwijze,
    Wetsvoorziening,
)
from kernnetwerk_app.domain.wettermijn import ONDERZOEK, PERSOONLIJK_PLAN, Duur, Tijdseenheid
from kernnetwerk_app.domain.zoekindex import Zoekwoorden

_HALF_JAAR = Duur(6, Tijdseenheid.MAANDEN)
"""What this app takes where a municipality has set nothing."""


class Toegangsvorm(StrEnum):
    """What kind of way in a kern has (kader 2 of Krimpenerwaard; SIG-24)."""

    SIGNALERING = "signaleringsfunctie"
    INTEGRAAL = "integrale toegang"


@dataclass(frozen=True, slots=True)
class Toegangspunt:
    """Where one can walk in, when, and who is there (TEAM-19, EVV-22). Empty is not filled in yet."""

    __pydantic_config__ = STRENG

    vorm: Toegangsvorm
    plek: Woorden
    herkomst: Herkomst
    adres: str = ""
    wanneer: str = ""
    wie: str = ""


@dataclass(frozen=True, slots=True)
class Kern:
    """A village and the places where people can walk in. `breedte` and `lengte` in degrees (WGS 84), where known.

    `gebied` is the part of the municipality it lies in, `postcodes` the four digits of those that are known.
    """

    __pydantic_config__ = STRENG

    naam: Woorden
    plekken: tuple[Woorden, ...] = ()
    breedte: Breedte | None = None
    lengte: Lengte | None = None
    gebied: str = ""
    postcodes: tuple[Annotated[str, Field(pattern=r"^[1-9][0-9]{3}$")], ...] = ()
    toegang: tuple[Toegangspunt, ...] = ()

    @property
    def heeft_toegang(self) -> bool:
        """False where there is no way in of any kind: a gap (SIG-24)."""
        return bool(self.toegang)


@dataclass(frozen=True, slots=True)
class Stopplaats:
    """A stop of the route a resident travels, with the words under it when it still has to come."""

    __pydantic_config__ = STRENG

    sleutel: Sleutel
    naam: Woorden
    komt: Woorden


class Onderdeel(StrEnum):
    """A page that a municipality can begin with later (ingroeipad, TEAM-18); the value is its key in the window."""

    MELDING = "melding"
    INLOOP = "inloop"
    SIGNALEN = "signalen"
    SIGNAAL = "signaal"
    EERSTE_VRAAGVERHELDERING = "eerste_vraagverheldering"
    TRIAGE = "triage"
    OVERDRACHT = "overdracht"
    SOCIALE_KAART = "socialekaart"
    MIJN_KERN = "mijn_kern"
    AGENDA = "agenda"
    PLAN = "plan"
    TEKENEN = "tekenen"


@dataclass(frozen=True, slots=True)
class Gemeenteprofiel:
    """One municipality's way of working. Answers and plans keep `versie`."""

    sleutel: str
    versie: int
    naam: str
    oefenen: bool
    kernen: tuple[Kern, ...]
    route: tuple[Stopplaats, ...]
    leefgebieden: Leefgebiedenlijst
    assen: Assenlijst
    """The six sides of life: another view on the same answers (OND-05)."""
    doeners: Doenerwoorden
    kalender: Kalender
    plan_titel: str
    lease_dagen: int
    vergrendel_minuten: int
    lijsten: Mapping[str, Keuzelijst]
    """By name, such as `signaleerders`: the list that this municipality uses for it."""
    nabijheid: Nabijheid
    """How far is near, and after how long an entry of the sociale kaart must be looked at again."""
    zoekwoorden: Zoekwoorden
    """Words that mean the same where somebody looks for help."""
    termijnen: Mapping[str, Afspraaktermijn]
    stappen: tuple[Processtap, ...]
    teams: tuple[Team, ...]
    rollen: tuple[Rol, ...]
    werkwijze: Werkwijze
    regie: Regieafspraak
    experts: Expertafspraak
    indeling: Indeling
    snelle_route: SnelleRoute
    triage: Triageprofiel
    woorden: Mapping[str, Woord]
    leus: str
    """How the municipality says that a household has one plan (V-08)."""
    leus_alleen: str = ""
    """The same for who lives alone; empty where `leus` does for everybody."""
    mandaten: tuple[Mandaat, ...] = ()
    instrumenten: tuple[Instrument, ...] = ()
    wetsvoorzieningen: tuple[Wetsvoorziening, ...] = ()
    begrippen: tuple[Begrip, ...] = ()
    delen: Deelafspraak = field(default_factory=Deelafspraak)
    tekenen: Tekenafspraak = field(default_factory=Tekenafspraak)
    partners: tuple[Partner, ...] = ()
    """The register of agreements with organisations (RES-13)."""
    huisstijl: Huisstijl | None = None
    """Its own accent colours; without them those of the program."""
    uit: frozenset[Onderdeel] = frozenset()
    """What this municipality does not use yet (TEAM-18)."""
    toezegging_dagen: int = 7
    """Within so many days a promise is kept, unless another day was said (RES-07)."""
    werkdag_van: time = time(9)
    werkdag_tot: time = time(17)
    bezoek_minuten: int = 60
    reistijd_minuten: int = 30
    vervanging: str = ""
    """A sentence for residents: whom to call when the contact person is not there (RES-16)."""
    plan_verder: tuple[str, ...] = ()
    """Sentences of this municipality under *Zo gaat het verder*, after those that hold everywhere."""
    vertalingen: Mapping[str, Vertaling] = field(default_factory=dict)
    """The fixed sentences for residents in other languages, by key; they stand beside the Dutch (TAAL-03)."""
    bron: str = ""
    """The paper that this profile follows."""

    def lijst(self, naam: str) -> Keuzelijst:
        """The list of this name; KeyError when there is none."""
        return self.lijsten[naam]

    @property
    def teamlijst(self) -> Keuzelijst:
        """Its teams to choose from, as they are called here (TRI-15); open, for a team of elsewhere."""
        keuzes = tuple(Keuze(team.sleutel, team.naam) for team in self.teams)
        return Keuzelijst("teams", self.versie, "", "TRI-15", open=True, keuzes=keuzes)

    @property
    def ingangenlijst(self) -> Keuzelijst:
        """Where a question can be asked: the places of the kernen here, then the list `ingangen` (TRI-21)."""
        plekken = [Keuze(punt.plek, punt.plek) for kern in self.kernen for punt in kern.toegang]
        return _voor(plekken, self.lijsten["ingangen"])

    @property
    def hulpgeverslijst(self) -> Keuzelijst:
        """Who gives light help: the teams that do so here (V-12), then the list `kortdurend_door`."""
        teams = (self.team(sleutel) for sleutel in self.werkwijze.lichte_hulp_door)
        return _voor([Keuze(team.sleutel, team.naam) for team in teams], self.lijsten["kortdurend_door"])

    @property
    def deskundigenlijst(self) -> Keuzelijst:
        """The experts of this municipality (V-13); without a list of its own only words."""
        eigen = self.lijsten.get(self.experts.lijst)
        return eigen or Keuzelijst("deskundigen", self.versie, "", "V-13", open=True, keuzes=())

    def indelingslijst(self, naam: str) -> Keuzelijst | None:
        """The list that the table `indeling` names for this; None where the municipality does not class so (V-06)."""
        gekozen = getattr(self.indeling, naam)
        return self.lijsten[gekozen] if gekozen else None

    @property
    def kijkrichtingen(self) -> tuple[Kijkrichting, ...]:
        """The lenses of this municipality: the life domains always, the six sides of life where named."""
        namen = {instrument.lens: instrument.label for instrument in self.instrumenten}
        gebieden = namen.get(Lens.LEEFGEBIEDEN) or self.woord("leefgebied", meer=True).capitalize()
        alle = {Lens.LEEFGEBIEDEN: gebieden} | namen
        return tuple(Kijkrichting(lens, alle[lens]) for lens in Lens if lens in alle)

    def team(self, sleutel: str) -> Team:
        """The team with this key; KeyError when there is none."""
        return {team.sleutel: team for team in self.teams}[sleutel]

    def rechten(self, functie: Functie) -> frozenset[Recht]:
        """What somebody with this functie may do here: what any of their roles may (TEAM-05)."""
        return frozenset(recht for rol in self.rollen if functie in rol.functies for recht in rol.mag)

    def teams_met(self, recht: Recht) -> tuple[Team, ...]:
        """The teams in which somebody may do this."""
        sleutels = {rol.team for rol in self.rollen if recht in rol.mag}
        return tuple(team for team in self.teams if team.sleutel in sleutels)

    def teams_van(self, functie: Functie) -> frozenset[str]:
        """Keys of the teams that somebody with this functie is in."""
        return frozenset(rol.team for rol in self.rollen if rol.team and functie in rol.functies)

    @property
    def bemande_teams(self) -> frozenset[str]:
        """Keys of the teams of which somebody can take over a question in this app; others answer in their own way."""
        return frozenset().union(*(self.teams_van(f) for f in Functie if Recht.OVERDRAGEN in self.rechten(f)))

    def mag_versnellen(self, functie: Functie) -> bool:
        """Whether somebody may use the fast route: who does triage, or who may refer past it (TRI-07)."""
        mag = self.rechten(functie)
        return Recht.TRIAGE in mag or (
            Recht.OVERDRAGEN in mag and self.snelle_route.verwijzer in self.teams_van(functie)
        )

    def heeft_stap(self, sleutel: str) -> bool:
        """Whether the way of working here knows this step, such as `triage` (TRI-15)."""
        return any(stap.sleutel == sleutel for stap in self.stappen)

    @property
    def weegt(self) -> bool:
        """Whether questions are weighed here: triage is a step, or there are classes or levels to choose (TRI-15)."""
        return self.heeft_stap("triage") or bool(self.triage.klassen) or bool(self.indeling.niveaus)

    def woord(self, begrip: str, *, meer: bool = False) -> str:
        """What this municipality calls something; KeyError for what has no word of its own."""
        woord = self.woorden[begrip]
        return woord.meer if meer else woord.een

    def zeg(self, zin: str) -> str:
        """A sentence of the app as it is said here (V-21, TAAL-04)."""
        return zeg_als(self.woorden, zin)

    def staat_aan(self, onderdeel: str) -> bool:
        """Whether this part is used here: everything is, unless the profile says not yet."""
        return onderdeel not in self.uit

    def kernen_zonder_toegang(self) -> tuple[Kern, ...]:
        """The gaps: kernen where there is neither a signaleringsfunctie nor a way in (SIG-24)."""
        return tuple(kern for kern in self.kernen if not kern.heeft_toegang)

    @property
    def onderzoek_norm_weken(self) -> int | None:
        """What the municipality promises beside the six weeks of the law; None when that is nothing shorter."""
        weken = self._aantal("onderzoek")
        return weken if weken is not None and weken < ONDERZOEK.duur.aantal else None

    @property
    def eigen_plan_dagen(self) -> int:
        """Days after a melding in which a plan of one's own can be handed in: those of the law, or more (RES-03)."""
        return max(PERSOONLIJK_PLAN.duur.aantal, self._aantal("persoonlijk_plan") or 0)

    @property
    def terugkijk_duur(self) -> Duur:
        """After how long a plan is looked back on when nobody chose a day (V-07); six months where no number is set."""
        return self._duur("evaluatie")

    @property
    def vrijwilliger_duur(self) -> Duur:
        """How long a volunteer does the same task at most (NET-14), in the same way."""
        return self._duur("inzet_vrijwilliger")

    def _duur(self, termijn: str) -> Duur:
        gevonden = self.termijnen.get(termijn)
        if gevonden is None or gevonden.aantal is None or gevonden.eenheid is None:
            return _HALF_JAAR
        return Duur(gevonden.aantal, gevonden.eenheid)

    @property
    def eerste_contact_dagen(self) -> int:
        """Days from melding to first contact (SIG-18)."""
        return self._verplicht("eerste_contact")

    @property
    def signaal_bewaar_maanden(self) -> int:
        """Months that a signal about a named person without follow-up is kept."""
        return self._verplicht("signaal_bewaren")

    def _verplicht(self, termijn: str) -> int:
        aantal = self._aantal(termijn)
        if aantal is None:
            raise KeyError(termijn)
        return aantal

    def _aantal(self, termijn: str) -> int | None:
        gevonden = self.termijnen.get(termijn)
        return gevonden.aantal if gevonden is not None else None


def _voor(eigen: Sequence[Keuze], lijst: Keuzelijst) -> Keuzelijst:
    """This list with these choices before its own, each word once."""
    keuzes = {keuze.label.casefold(): keuze for keuze in (*lijst.keuzes, *eigen)}
    volgorde = dict.fromkeys(keuze.label.casefold() for keuze in (*eigen, *lijst.keuzes))
    return replace(lijst, keuzes=tuple(keuzes[label] for label in volgorde))
