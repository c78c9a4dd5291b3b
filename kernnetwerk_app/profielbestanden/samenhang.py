"""Whether the tables of a profile agree with each other, and with what no municipality may change."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from kernnetwerk_app.domain.eerste_vraagverheldering import MINIMAAL
from kernnetwerk_app.domain.gemeentewoorden import EIGEN
from kernnetwerk_app.domain.huisstijl import onleesbaar
from kernnetwerk_app.domain.ladder import GEVRAAGD, JA, NIET_NODIG, Trede
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.profielwaarde import Herkomst
from kernnetwerk_app.domain.team import VOOR_VRIJWILLIGERS, Recht
from kernnetwerk_app.domain.werkwijze import SnelleVorm
from kernnetwerk_app.domain.wettermijn import BESLISSING_WMO, ONDERZOEK, PERSOONLIJK_PLAN, Tijdseenheid
from kernnetwerk_app.profielbestanden.fouten import ProfielOngeldig
from kernnetwerk_app.profielbestanden.huiskleuren import lees_huiskleuren

HALTES = ("vraag", "gesprek", "plan", "besluit", "doen", "terugkijken")
"""The stops that facts are laid on; a municipality chooses their words."""
VERPLICHT = {"eerste_contact": Tijdseenheid.DAGEN, "signaal_bewaren": Tijdseenheid.MAANDEN}
"""Terms that the program asks for, with the only unit that they can have."""
VAN_DE_WET = {"onderzoek": ONDERZOEK, "beslissing": BESLISSING_WMO}
"""Terms that the law gives the municipality: it promises the same or less."""
VAN_DE_INWONER = {"persoonlijk_plan": PERSOONLIJK_PLAN}
"""Terms that the law gives the resident: a municipality gives the same or more (RES-03)."""


TERMIJNEN = frozenset(
    {
        *VERPLICHT,
        *VAN_DE_WET,
        *VAN_DE_INWONER,
        "evaluatie",
        "contact_houden",
        "inzet_vrijwilliger",
        "dienstverlening",
    }
)
"""The terms that this program knows."""
EIGEN_NORM = "norm_"
"""How the key of a term begins that a municipality adds, for people to read."""


class Fout(NamedTuple):
    """Where, and a word of `reden` in `resources/tekst/profiel.toml`."""

    sleutel: str
    reden: str
    bestand: str = ""
    """Where that is not the profile itself."""


def check(profiel: Gemeenteprofiel, bestand: str) -> None:
    """`ProfielOngeldig` with the first thing that does not fit."""
    for regel in _REGELS:
        for fout in regel(profiel):
            raise ProfielOngeldig(fout.bestand or bestand, fout.sleutel, reden=fout.reden)


def _dubbel(tabel: str, waarden: Sequence[str]) -> Iterator[Fout]:
    if any(keer > 1 for keer in Counter(waarden).values()):
        yield Fout(tabel, "dubbel")


def _sleutels(profiel: Gemeenteprofiel) -> Iterator[Fout]:
    yield from _dubbel("kern.naam", [kern.naam.casefold() for kern in profiel.kernen])
    # From the place where a question was asked follows the kern.
    yield from _dubbel("kern.plekken", [plek.casefold() for kern in profiel.kernen for plek in kern.plekken])
    yield from _dubbel("stap.sleutel", [stap.sleutel for stap in profiel.stappen])
    yield from _dubbel("team.sleutel", [team.sleutel for team in profiel.teams])
    yield from _dubbel("rol.sleutel", [rol.sleutel for rol in profiel.rollen])
    yield from _dubbel("instrument.sleutel", [instrument.sleutel for instrument in profiel.instrumenten])
    yield from _dubbel("snelle_route.grond", [grond.sleutel for grond in profiel.snelle_route.grond])
    yield from _dubbel("partner.naam", [partner.naam.casefold() for partner in profiel.partners])
    yield from _dubbel("begrip.woord", [begrip.woord.casefold() for begrip in profiel.begrippen])


def _instrumenten(profiel: Gemeenteprofiel) -> Iterator[Fout]:
    """What is of the owner of an instrument is shown only with permission; one lens has one instrument."""
    for nummer, instrument in enumerate(profiel.instrumenten):
        if instrument.geleend and not instrument.teksten_toegestaan:
            yield Fout(f"instrument.{nummer}.toestemming", "zonder_toestemming")
    yield from _dubbel("instrument.lens", [instrument.lens for instrument in profiel.instrumenten])


def _kernen(profiel: Gemeenteprofiel) -> Iterator[Fout]:
    for nummer, kern in enumerate(profiel.kernen):
        if (kern.breedte is None) != (kern.lengte is None):
            yield Fout(f"kern.{nummer}.breedte", "halve_plek")
        for ander, punt in enumerate(kern.toegang):
            if punt.plek not in kern.plekken:
                yield Fout(f"kern.{nummer}.toegang.{ander}.plek", "onbekende_plek")


def _route(profiel: Gemeenteprofiel) -> Iterator[Fout]:
    if tuple(stop.sleutel for stop in profiel.route) != HALTES:
        yield Fout("route.sleutel", "haltes")


def _teams(profiel: Gemeenteprofiel) -> Iterator[Fout]:
    """Every team that is named somewhere is one of `team`."""
    werkwijze, regie, route = profiel.werkwijze, profiel.regie, profiel.snelle_route
    genoemd = {
        "werkwijze.eerste_gesprek_door": werkwijze.eerste_gesprek_door,
        "werkwijze.eerste_gesprek_niet_door": werkwijze.eerste_gesprek_niet_door,
        "werkwijze.lichte_hulp_door": werkwijze.lichte_hulp_door,
        "regie.procesregie_door": (regie.procesregie_door,) if regie.procesregie_door else (),
        "snelle_route.verwijzer": (route.verwijzer,) if route.verwijzer else (),
        "snelle_route.naar": (route.naar,) if route.naar else (),
        "triage.maatwerkteam": (profiel.triage.maatwerkteam,) if profiel.triage.maatwerkteam else (),
        **{f"stap.{n}.teams": stap.teams for n, stap in enumerate(profiel.stappen)},
        **{f"rol.{n}.team": (rol.team,) if rol.team else () for n, rol in enumerate(profiel.rollen)},
        **{f"mandaat.{n}.team": (mandaat.team,) for n, mandaat in enumerate(profiel.mandaten)},
    }
    bekend = {team.sleutel for team in profiel.teams}
    for plek, teams in genoemd.items():
        if not bekend.issuperset(teams):
            yield Fout(plek, "onbekend_team")


def _lijsten(profiel: Gemeenteprofiel) -> Iterator[Fout]:
    """Every list that a table names is there, and the classes of a mandate are in theirs."""
    indeling = profiel.indeling
    genoemd = {
        "experts.lijst": profiel.experts.lijst,
        "indeling.complexiteit": indeling.complexiteit,
        "indeling.niveaus": indeling.niveaus,
        "indeling.zelforganisatie": indeling.zelforganisatie,
        **{f"team.{n}.samenstelling": team.samenstelling for n, team in enumerate(profiel.teams)},
        **{f"team.{n}.taken": team.taken for n, team in enumerate(profiel.teams)},
    }
    for plek, lijst in genoemd.items():
        if lijst and lijst not in profiel.lijsten:
            yield Fout(plek, "onbekende_lijst")
    klassen = profiel.lijsten[indeling.complexiteit].keuzes if indeling.complexiteit in profiel.lijsten else ()
    for nummer, mandaat in enumerate(profiel.mandaten):
        if not {keuze.sleutel for keuze in klassen}.issuperset(mandaat.klassen):
            yield Fout(f"mandaat.{nummer}.klassen", "onbekende_klasse")
    if not {keuze.sleutel for keuze in klassen}.issuperset(klasse.sleutel for klasse in profiel.triage.klassen):
        yield Fout("triage.klasse", "onbekende_klasse")


def _snelle_route(profiel: Gemeenteprofiel) -> Iterator[Fout]:
    """A fast route has grounds, somebody who refers, and a team where it goes (TRI-07)."""
    route = profiel.snelle_route
    if route.vorm is SnelleVorm.VERSNELDE_ROUTE:
        for naam in ("grond", "verwijzer", "naar"):
            if not getattr(route, naam):
                yield Fout(f"snelle_route.{naam}", "missing")


def _triage(profiel: Gemeenteprofiel) -> Iterator[Fout]:
    """What `[triage]` names is in the lists that people choose from."""
    triage = profiel.triage
    genoemd = {
        "routes": ("routes", triage.routes),
        "opschalen": ("evv_uitkomsten", triage.opschalen),
        "nabij": ("rollen", triage.nabij),
    }
    for naam, (lijst, sleutels) in genoemd.items():
        if not {keuze.sleutel for keuze in profiel.lijst(lijst).keuzes}.issuperset(sleutels):
            yield Fout(f"triage.{naam}", "onbekende_keuze")
    minimaal = profiel.lijst("minimale_set")
    if not MINIMAAL.issuperset(keuze.sleutel for keuze in minimaal.keuzes):
        yield Fout("keuze.sleutel", "onbekend_onderdeel", f"lijsten/{minimaal.sleutel}.toml")


def _ladder(profiel: Gemeenteprofiel) -> Iterator[Fout]:
    """The answers on each rung hold the plain yes, and those of what is asked of every goal that nothing is needed: the
    program gives both itself, in one press (PLAN-11).
    """
    for trede in Trede:
        nodig = {JA, NIET_NODIG} if trede in GEVRAAGD else {JA}
        if not nodig.issubset(keuze.sleutel for keuze in profiel.lijst(trede.lijst).keuzes):
            yield Fout("keuze.sleutel", "mist_antwoord", f"lijsten/{trede.lijst}.toml")


def _delen(profiel: Gemeenteprofiel) -> Iterator[Fout]:
    """The grounds that `[delen]` names are in the list that people choose from, and a yes is never left out of it."""
    gronden = {keuze.sleutel for keuze in profiel.lijst("delen_grond").keuzes}
    for naam in ("met_ja", "over_wetten", "zonder_afspraak"):
        if not gronden.issuperset(getattr(profiel.delen, naam)):
            yield Fout(f"delen.{naam}", "onbekende_keuze")
    if not profiel.delen.met_ja:
        yield Fout("delen.met_ja", "missing")
    for nummer, partner in enumerate(profiel.partners):
        for ander, afspraak in enumerate(partner.afspraak):
            if afspraak.tot is not None and afspraak.tot < afspraak.vanaf:
                yield Fout(f"partner.{nummer}.afspraak.{ander}.tot", "verkeerde_volgorde")


def _vrijwilligers(profiel: Gemeenteprofiel) -> Iterator[Fout]:
    for nummer, rol in enumerate(profiel.rollen):
        if rol.is_voor_vrijwilligers and rol.mag - VOOR_VRIJWILLIGERS:
            yield Fout(f"rol.{nummer}.mag", "vrijwilliger")


def _eerste_gesprek(profiel: Gemeenteprofiel) -> Iterator[Fout]:
    """Who does the first clarification is said twice, of teams and of roles: they agree (V-02, EVV-20)."""
    wel = {team.sleutel for team in profiel.teams_met(Recht.EERSTE_VRAAGVERHELDERING)}
    if not wel.issuperset(profiel.werkwijze.eerste_gesprek_door):
        yield Fout("werkwijze.eerste_gesprek_door", "zonder_recht")
    if wel & set(profiel.werkwijze.eerste_gesprek_niet_door):
        yield Fout("werkwijze.eerste_gesprek_niet_door", "toch_recht")


def _termijnen(profiel: Gemeenteprofiel) -> Iterator[Fout]:
    for naam, eenheid in VERPLICHT.items():
        termijn = profiel.termijnen.get(naam)
        if termijn is None or termijn.aantal is None or termijn.eenheid is not eenheid:
            yield Fout(f"termijn.{naam}", "verplichte_termijn")
    for naam, termijn in profiel.termijnen.items():
        if naam not in TERMIJNEN and not naam.startswith(EIGEN_NORM):
            yield Fout(f"termijn.{naam}", "onbekende_termijn")
        if (termijn.aantal is None) != (termijn.eenheid is None):
            yield Fout(f"termijn.{naam}", "halve_termijn")
        if termijn.herkomst is not Herkomst.EIGEN and not termijn.bron:
            yield Fout(f"termijn.{naam}.bron", "zonder_bron")
        wet = VAN_DE_WET.get(naam)
        if (
            wet is not None
            and termijn.aantal is not None
            and (termijn.eenheid is not wet.duur.eenheid or termijn.aantal > wet.duur.aantal)
        ):
            yield Fout(f"termijn.{naam}", "langer_dan_wet")
        ruimte = VAN_DE_INWONER.get(naam)
        if ruimte is not None and (
            termijn.aantal is None or termijn.eenheid is not ruimte.duur.eenheid or termijn.aantal < ruimte.duur.aantal
        ):
            yield Fout(f"termijn.{naam}", "korter_dan_wet")


def _woorden(profiel: Gemeenteprofiel) -> Iterator[Fout]:
    for naam in EIGEN:
        if naam not in profiel.woorden:
            yield Fout(f"woorden.{naam}", "missing")
    for naam in profiel.woorden:
        if naam not in EIGEN:
            yield Fout(f"woorden.{naam}", "onbekend_woord")


def _huisstijl(profiel: Gemeenteprofiel) -> Iterator[Fout]:
    """Words in the colours of a municipality, and on them, can be read by everybody."""
    if profiel.huisstijl is not None:
        for naam, reden in onleesbaar(profiel.huisstijl, lees_huiskleuren()):
            yield Fout(f"huisstijl.{naam}", reden)


_REGELS: tuple[Callable[[Gemeenteprofiel], Iterator[Fout]], ...] = (
    _sleutels,
    _instrumenten,
    _kernen,
    _route,
    _teams,
    _lijsten,
    _snelle_route,
    _triage,
    _ladder,
    _delen,
    _vrijwilligers,
    _eerste_gesprek,
    _termijnen,
    _woorden,
    _huisstijl,
)
