"""The ondersteuningsplan: goals in the resident's words, small steps, and who does what (PLAN)."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from itertools import count
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Onvindbaar, Tekstveld, Voor, VoorWie
from kernnetwerk_app.domain.begin import Begin, begin_id
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.netwerk import Netwerkbevinding
from kernnetwerk_app.domain.tekst import is_leeg

Regel = Annotated[str | None, Field(max_length=300)]


class PlanBestaatAl(KernnetwerkError):
    """One household, one active plan (PLAN-01, a hard stop)."""

    code = "plan.bestaat_al"


class DoelZonderWoorden(KernnetwerkError):
    code = "plan.doel_zonder_woorden"


class AfspraakZonderWoorden(KernnetwerkError):
    code = "plan.afspraak_zonder_woorden"


class PlanZonderDoel(KernnetwerkError):
    """A plan without a goal cannot be frozen: there is nothing to agree with (OND-11)."""

    code = "plan.zonder_doel"


class TerugkijkVoorBegin(KernnetwerkError):
    code = "plan.terugkijk_voor_begin"


class EindeVoorBegin(KernnetwerkError):
    code = "plan.einde_voor_begin"


class AfsluitenZonderReden(KernnetwerkError):
    """Who reads it back has to know why it ended."""

    code = "plan.afsluiten_zonder_reden"


class PlanSoort(StrEnum):
    """The light form grows into the full one without retyping (PLAN-13)."""

    PLAN_VAN_AANPAK = "plan van aanpak"
    ONDERSTEUNINGSPLAN = "ondersteuningsplan"


AFSLUITREDENEN = "plan_afsluitredenen"
"""The list of why a plan was closed."""
JEUGDWET = "jeugdwet"
"""Key of the list `wetten`: of a line under it somebody else may decide than about the rest of the plan."""


class PlanStatus(StrEnum):
    ACTIEF = "actief"
    AFGESLOTEN = "afgesloten"


class Wie(StrEnum):
    """Who does it; the order is the ladder from the resident's own strength to a professional."""

    INWONER = "inwoner"
    NETWERK = "netwerk"
    BUREN = "burenhulp"
    VRIJWILLIGER = "vrijwilliger"
    ALGEMENE_VOORZIENING = "algemene voorziening"
    PROFESSIONAL = "professional"

    @property
    def is_informeel(self) -> bool:
        """Informal help: own, network, volunteers (PLAN-06)."""
        return self in (Wie.INWONER, Wie.NETWERK, Wie.BUREN, Wie.VRIJWILLIGER)


MEEDOEN = frozenset({"vrijwilligerswerk", "dagbesteding", "ontmoeting", "werk"})
"""Forms of a line that make its goal a participatiedoel (PLAN-22)."""


class Akkoord(StrEnum):
    """What the resident says of one line (PLAN-21)."""

    AKKOORD = "akkoord"
    NIET_AKKOORD = "niet akkoord"
    OPMERKING = "opmerking"


class Ondersteuningsplan(Entiteit):
    """The plan of one household. The resident owns it; professionals contribute (PLAN-04).

    `netwerk` is whether the people around the resident take part (NET-02), `netwerk_reden` why that was not asked.
    `draagkracht_reden` is why nobody looked how the mantelzorger holds up, on that day (NET-06). `kansen_datum`: on
    that day chances were talked about and there is none now; with `kansen_reden` why nobody did (PLAN-10).

    `planmaker_id` is who of us helps to make it, `samen_met` who else did, in words (PLAN-17).

    `leverwens`: how the resident would have what the municipality decides on, a key of `financiering`, and why; it
    decides nothing (Wmo 2015 art. 2.3.6 lid 2 b). `voorlichting_...`: when that was told, by whom, in which words.

    `kind_id`: of which child of two households it is the own plan; None: of the household (PLAN-01). `weggelegd`: what
    was answered differently in this closed plan was looked at, after it was joined into another.

    `afgesloten_datum`: the day on which somebody closed it, for a reason of `AFSLUITREDENEN`; None for a plan that goes
    on, or that was closed because it went up in another. `daarna`: what is next.
    """

    soort: ClassVar[int] = 8
    voor: ClassVar[VoorWie] = VoorWie.TAFEL

    vraagverheldering_id: Annotated[UUID, Eenheid(2), Begin()]
    eigenaar_id: Annotated[UUID, Eenheid(3), Begin()]
    planmaker_id: Annotated[UUID, Eenheid(4), Begin()]
    planmaker_rol: Annotated[Regel, Eenheid(4), Begin()] = None
    plansoort: Annotated[PlanSoort, Eenheid(5)] = PlanSoort.ONDERSTEUNINGSPLAN
    status: Annotated[PlanStatus, Eenheid(6)] = PlanStatus.ACTIEF
    zelf: Annotated[Tekstveld | None, Eenheid(7)] = None
    kansen: Annotated[Tekstveld | None, Eenheid(8)] = None
    terugkijk_datum: Annotated[date | None, Eenheid(9)] = None
    netwerk: Annotated[Netwerkbevinding | None, Eenheid(10)] = None
    netwerk_reden: Annotated[Regel, Eenheid(10)] = None
    draagkracht_reden: Annotated[Regel, Eenheid(11), Voor(VoorWie.PROFESSIONAL)] = None
    draagkracht_datum: Annotated[date | None, Eenheid(11), Voor(VoorWie.PROFESSIONAL)] = None
    leverwens: Annotated[Regel, Eenheid(12), Onvindbaar()] = None
    leverwens_reden: Annotated[Tekstveld | None, Eenheid(13)] = None
    voorlichting_datum: Annotated[date | None, Eenheid(14)] = None
    voorlichting_door_id: Annotated[UUID | None, Eenheid(14)] = None
    voorlichting_tekst: Annotated[Regel, Eenheid(14), Onvindbaar()] = None
    kind_id: Annotated[UUID | None, Eenheid(15), Begin()] = None
    weggelegd: Annotated[bool, Eenheid(16)] = False
    afsluitreden: Annotated[Regel, Eenheid(17), Onvindbaar()] = None
    afgesloten_datum: Annotated[date | None, Eenheid(17)] = None
    afgesloten_door_id: Annotated[UUID | None, Eenheid(17)] = None
    afsluit_woorden: Annotated[Tekstveld | None, Eenheid(18)] = None
    daarna: Annotated[Tekstveld | None, Eenheid(19)] = None
    kansen_datum: Annotated[date | None, Eenheid(20), Voor(VoorWie.PERSOON)] = None
    kansen_reden: Annotated[Regel, Eenheid(20), Voor(VoorWie.PERSOON)] = None
    samen_met: Annotated[Tekstveld | None, Eenheid(21)] = None

    @property
    def is_afgesloten(self) -> bool:
        return self.status is PlanStatus.AFGESLOTEN


class Doel(Entiteit):
    """A goal, verbatim. `resultaat` says how we will see that it was reached (PLAN-20).

    Whether informal help and what is there for everyone can contribute is asked of each goal (PLAN-11); the other rungs
    of the ladder are confirmed from what was told. A reason is a key of the list of that `ladder.Trede`, `..._woorden`
    what there is and why it is (not) enough: it names people, so it is for the resident and not for who sits along.
    `..._verteld` tells of which told words that answer was confirmed (`ladder.merk`): they go when it becomes a no.
    `niet_gevraagd` is why what was open of the two was not asked of this goal. Somebody may do a line of a rung that
    was answered with a no: `..._blijft` marks beside whose line that answer stays as it is (`ladder.is_gebleven`), and
    `blijft_reden` is why it was not asked whether it does.

    `met_hulp_van`: who helped the resident to say it; `hulp_op_papier`: they agree that it stands on paper (RES-05).
    """

    soort: ClassVar[int] = 9
    voor: ClassVar[VoorWie] = VoorWie.TAFEL

    plan_id: Annotated[UUID, Eenheid(2)]
    volgorde: Annotated[int, Eenheid(3)]
    tekst: Annotated[Tekstveld, Eenheid(4)]
    resultaat: Annotated[Tekstveld | None, Eenheid(5)] = None
    lichter_kan: Annotated[bool | None, Eenheid(6)] = None
    lichter_reden: Annotated[Tekstveld | None, Eenheid(6)] = None
    leefgebied: Annotated[Regel, Eenheid(7)] = None
    vervallen_datum: Annotated[date | None, Eenheid(8)] = None
    informeel_kan: Annotated[bool | None, Eenheid(9)] = None
    informeel_reden: Annotated[Regel, Eenheid(9), Onvindbaar()] = None
    informeel_verteld: Annotated[Regel, Eenheid(9), Onvindbaar()] = None
    informeel_blijft: Annotated[Regel, Eenheid(9), Onvindbaar()] = None
    algemeen_kan: Annotated[bool | None, Eenheid(10)] = None
    algemeen_reden: Annotated[Regel, Eenheid(10), Onvindbaar()] = None
    algemeen_verteld: Annotated[Regel, Eenheid(10), Onvindbaar()] = None
    algemeen_blijft: Annotated[Regel, Eenheid(10), Onvindbaar()] = None
    eigen_reden: Annotated[Regel, Eenheid(11), Onvindbaar()] = None
    eigen_verteld: Annotated[Regel, Eenheid(11), Onvindbaar()] = None
    eigen_woorden: Annotated[Tekstveld | None, Eenheid(12), Voor(VoorWie.PERSOON)] = None
    gebruikelijk_reden: Annotated[Regel, Eenheid(13), Onvindbaar()] = None
    gebruikelijk_verteld: Annotated[Regel, Eenheid(13), Onvindbaar()] = None
    gebruikelijk_woorden: Annotated[Tekstveld | None, Eenheid(14), Voor(VoorWie.PERSOON)] = None
    mantelzorg_reden: Annotated[Regel, Eenheid(15), Onvindbaar()] = None
    mantelzorg_verteld: Annotated[Regel, Eenheid(15), Onvindbaar()] = None
    mantelzorg_woorden: Annotated[Tekstveld | None, Eenheid(16), Voor(VoorWie.PERSOON)] = None
    informeel_woorden: Annotated[Tekstveld | None, Eenheid(17), Voor(VoorWie.PERSOON)] = None
    algemeen_woorden: Annotated[Tekstveld | None, Eenheid(18), Voor(VoorWie.PERSOON)] = None
    maatwerk_reden: Annotated[Regel, Eenheid(19), Onvindbaar()] = None
    maatwerk_verteld: Annotated[Regel, Eenheid(19), Onvindbaar()] = None
    maatwerk_woorden: Annotated[Tekstveld | None, Eenheid(20), Voor(VoorWie.PERSOON)] = None
    niet_gevraagd: Annotated[Regel, Eenheid(21), Voor(VoorWie.PERSOON)] = None
    met_hulp_van: Annotated[Regel, Eenheid(22), Voor(VoorWie.PERSOON)] = None
    hulp_op_papier: Annotated[bool | None, Eenheid(22), Voor(VoorWie.PERSOON)] = None
    blijft_reden: Annotated[Regel, Eenheid(23), Voor(VoorWie.PERSOON)] = None


class Stap(Entiteit):
    """A step small enough to tick (PLAN-09)."""

    soort: ClassVar[int] = 10
    voor: ClassVar[VoorWie] = VoorWie.TAFEL

    doel_id: Annotated[UUID, Eenheid(2)]
    volgorde: Annotated[int, Eenheid(3)]
    tekst: Annotated[Tekstveld, Eenheid(4)]
    gedaan_datum: Annotated[date | None, Eenheid(5)] = None
    vervallen_datum: Annotated[date | None, Eenheid(6)] = None


class Afspraak(Entiteit):
    """Who does what, and when. Every line hangs on a goal of the resident (PLAN-19).

    `vorm` is a key of `regelvormen`, `wet` of `wetten` (OND-20). `aangeboden`, `voorkeur` and `voorkeur_reden`: what
    there was to choose, what the resident would have, and why it became another (PLAN-15, RES-10). `achtervang` is who
    a volunteer falls back on, `achtervang_bereik` how (NET-12). `richting` is a key of `richtingen` (OND-18).
    """

    soort: ClassVar[int] = 11
    voor: ClassVar[VoorWie] = VoorWie.TAFEL

    doel_id: Annotated[UUID, Eenheid(2)]
    volgorde: Annotated[int, Eenheid(3)]
    wie: Annotated[Wie, Eenheid(4)]
    wie_naam: Annotated[Regel, Eenheid(4)] = None
    tekst: Annotated[Tekstveld, Eenheid(5)]
    wanneer: Annotated[Regel, Eenheid(6)] = None
    begin_datum: Annotated[date | None, Eenheid(7)] = None
    terugkijk_datum: Annotated[date | None, Eenheid(7)] = None
    waarom: Annotated[Tekstveld | None, Eenheid(8)] = None
    akkoord: Annotated[Akkoord | None, Eenheid(9)] = None
    opmerking: Annotated[Tekstveld | None, Eenheid(9)] = None
    vervallen_datum: Annotated[date | None, Eenheid(10)] = None
    organisatie: Annotated[Regel, Eenheid(11)] = None
    vorm: Annotated[Regel, Eenheid(12), Onvindbaar()] = None
    aangeboden: Annotated[Tekstveld | None, Eenheid(13)] = None
    voorkeur: Annotated[Tekstveld | None, Eenheid(13)] = None
    voorkeur_reden: Annotated[Tekstveld | None, Eenheid(13)] = None
    wet: Annotated[Regel, Eenheid(14), Voor(VoorWie.PROFESSIONAL), Onvindbaar()] = None
    eind_datum: Annotated[date | None, Eenheid(15)] = None
    achtervang: Annotated[Regel, Eenheid(16)] = None
    achtervang_bereik: Annotated[Regel, Eenheid(16)] = None
    richting: Annotated[Regel, Eenheid(17), Voor(VoorWie.PROFESSIONAL), Onvindbaar()] = None
    hoe_vaak: Annotated[Regel, Eenheid(18)] = None
    """How often, in the words of `frequenties` or own ones: each paper reads it without that list (PLAN-06)."""

    @property
    def moment(self) -> str:
        """How often and when, as papers with room for one say it."""
        return ", ".join(deel for deel in (self.hoe_vaak, self.wanneer) if not is_leeg(deel) and deel is not None)


def check_nieuw_plan(bestaande: Iterable[Ondersteuningsplan]) -> None:
    """One household, one active plan, over all laws (PLAN-01); the same of a child with a plan of its own."""
    if any(plan.status is PlanStatus.ACTIEF for plan in bestaande):
        raise PlanBestaatAl


def nieuw_plan_id(van_id: UUID, bestaande: Iterable[Ondersteuningsplan]) -> UUID:
    """The first id of a plan of this household, or child, that is free: two laptops that know the same plans give the
    same one.
    """
    bezet = {plan.id for plan in bestaande}
    ids = (begin_id(van_id, Ondersteuningsplan, nummer) for nummer in count())
    return next(plan_id for plan_id in ids if plan_id not in bezet)


def check_afsluiten(reden: str | None) -> None:
    if is_leeg(reden):
        raise AfsluitenZonderReden


def check_doel(doel: Doel) -> None:
    if is_leeg(doel.tekst):
        raise DoelZonderWoorden


def check_afspraak(afspraak: Afspraak) -> None:
    """Refuse a line without words, or one that ends or that we would look back on before it starts."""
    if is_leeg(afspraak.tekst):
        raise AfspraakZonderWoorden
    if afspraak.begin_datum and afspraak.terugkijk_datum and afspraak.terugkijk_datum < afspraak.begin_datum:
        raise TerugkijkVoorBegin
    if afspraak.begin_datum and afspraak.eind_datum and afspraak.eind_datum < afspraak.begin_datum:
        raise EindeVoorBegin


def loopt(afspraak: Afspraak, vandaag: date) -> bool:
    """Whether somebody does this, or will: the resident did not say no to it, and its last day has not passed."""
    over = afspraak.eind_datum is not None and afspraak.eind_datum < vandaag
    return afspraak.akkoord is not Akkoord.NIET_AKKOORD and not over


def wat_mist(afspraak: Afspraak) -> tuple[str, ...]:
    """Keys of what a line still lacks before it can be agreed (PLAN-07); a soft stop, so nothing is refused."""
    mist = []
    if afspraak.wie is not Wie.INWONER and not afspraak.wie_naam:
        mist.append("wie")
    if afspraak.begin_datum is None and not (afspraak.wie is Wie.PROFESSIONAL and afspraak.wet):
        mist.append("begin")  # what is decided on begins after that
    if afspraak.terugkijk_datum is None:
        mist.append("terugkijk")
    if afspraak.wie is Wie.PROFESSIONAL and is_leeg(afspraak.waarom):
        mist.append("waarom")
    return tuple(mist)
