"""*Uw taken*: what a volunteer does for a resident, and nothing else, on a paper of their own (NET-21).

It goes out only on the yes of the resident to this one recipient, asked again each time. Nothing of the question, of a
law or of what others do is on it: those are not read here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kernnetwerk_app.documents.takenblad_pdf import Taak, Takenblad, takenblad_pdf
from kernnetwerk_app.domain.base import VoorWie, voor_lezer
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.naamgenoot import zelfde
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm
from kernnetwerk_app.domain.plan import Afspraak, Doel, Ondersteuningsplan, PlanStatus, Wie, loopt
from kernnetwerk_app.domain.relatie import Beslissers
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.toestemming import Aan, Toestemming
from kernnetwerk_app.services import delen
from kernnetwerk_app.services.benoemd import beslist_mee
from kernnetwerk_app.services.bijzonderheid import check_post
from kernnetwerk_app.services.delen import ALLES, TAKEN, NieuwDelen
from kernnetwerk_app.services.huisstijl import stijl_van
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.lezers import Lezend, kort_van
from kernnetwerk_app.services.planerf import check_actief
from kernnetwerk_app.services.toestemming import beslissers
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load as load_tekst

_DOEL = "uitvoeren"
"""Key of the purpose: to give the help."""


class GeenTaken(KernnetwerkError):
    """The plan has no line that this volunteer does, so there is nothing to give."""

    code = "takenblad.geen_taken"


@dataclass(frozen=True, slots=True)
class Vrijwilliger:
    """Somebody with lines in the plan that runs. `ja`: the record under which the paper may go, today; else None."""

    naam: str
    taken: tuple[Taak, ...]
    ja: Toestemming | None

    @property
    def gegeven(self) -> date | None:
        return self.ja.afschrift_datum if self.ja is not None else None


@dataclass(frozen=True, slots=True)
class Takenbeeld:
    """`inwoner` is whose yes it takes; `zelf` whether that one alone decides, so that a tap is enough."""

    inwoner: Inwoner
    zelf: bool
    vrijwilligers: tuple[Vrijwilliger, ...]
    zonder_naam: tuple[str, ...]
    """Lines of a volunteer of whom nobody knows the name yet."""


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> Takenbeeld:
    """The volunteers of the plan that runs, as they are named there, each with what they do."""
    wie = hoofdpersoon(lezer, huishouden_id)
    regels = list(_regels(plek, lezer, huishouden_id))
    namen = dict.fromkeys(regel.wie_naam for regel in regels if regel.wie_naam and not is_leeg(regel.wie_naam))
    return Takenbeeld(
        inwoner=wie,
        zelf=beslissers(plek, lezer, huishouden_id, wie) == Beslissers(zelf=True, ouders=frozenset())
        and not beslist_mee(plek, lezer, wie.id, TAKEN),
        vrijwilligers=tuple(
            Vrijwilliger(naam, tuple(map(_taak, _van(regels, naam))), _ja(plek, lezer, huishouden_id, naam))
            for naam in namen
        ),
        zonder_naam=tuple(regel.tekst for regel in regels if is_leeg(regel.wie_naam)),
    )


def zeg_ja(plek: Werkplek, huishouden_id: UUID, naam: str, herkomst: object = None) -> Changes:
    """The resident, who decides alone, said yes to giving this volunteer their own tasks, as long as those last.

    Raises `GeenTaken`, and as `delen.deel`.
    """
    with plek.store.read() as lezer:
        wie = hoofdpersoon(lezer, huishouden_id)
        regels = _van(list(_regels(plek, lezer, huishouden_id)), naam)
    if not regels:
        raise GeenTaken
    einden = [regel.eind_datum for regel in regels]
    invoer = NieuwDelen(
        over_id=wie.id,
        onderwerp=TAKEN,
        ontvanger=naam,
        aan=Aan.VRIJWILLIGER,
        doel=_DOEL,
        grond=next(iter(plek.profiel.delen.met_ja), None),
        eind_datum=max((dag for dag in einden if dag is not None), default=None) if None not in einden else None,
        ja_van=(wie.id,),
    )
    return delen.deel(plek, huishouden_id, invoer, herkomst)


def mag(plek: Werkplek, lezer: Lezer, ja: Toestemming) -> bool:
    """Whether this is a yes for this paper that holds today."""
    return is_van_taken(ja) and delen.mag(plek, lezer, ja)


def met_ja(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> Iterator[Toestemming]:
    """Under which records a volunteer with tasks may have them now."""
    return (wie.ja for wie in load(plek, lezer, huishouden_id).vrijwilligers if wie.ja is not None)


def lezers(ja: Toestemming) -> tuple[Lezend, ...]:
    """The one reader: the volunteer."""
    regels = (load_tekst("papier")("aan.voor", voor=ja.ontvanger),)
    return (Lezend(f"vrijwilliger.{ja.id}", ja.ontvanger, regels, kort=kort_van("vrijwilliger", ja.ontvanger)),)


def load_pdf(plek: Werkplek, toestemming_id: UUID, vorm: Papiervorm = GEWOON) -> bytes:
    """The paper for the recipient of this record. Raises as `delen.check_mag`, `GeenTaken`, `InwonerIsOverleden`, what
    `check_vrijwilliger` does where a task is not fit to be given, and DocumentError.
    """
    with plek.store.read() as lezer:
        ja, regels = _check(plek, lezer, toestemming_id)
        bij = hoofdpersoon(lezer, ja.huishouden_id).aanhef
    blad = Takenblad(plek.profiel.naam, ja.ontvanger, bij, plek.vandaag, tuple(map(_taak, regels)))
    return takenblad_pdf(blad, stijl_van(plek, vorm))


def noteer(plek: Werkplek, toestemming_id: UUID) -> Changes:
    """It goes to the volunteer today; asked once more, for the yes may have been taken back meanwhile.

    It is no `Verstrekking`: that is the outcome of a question, and ends its six weeks.
    """
    with plek.store.read() as lezer:
        _check(plek, lezer, toestemming_id)
    return delen.noteer_gegeven(plek, toestemming_id)


def _check(plek: Werkplek, lezer: Lezer, toestemming_id: UUID) -> tuple[Toestemming, list[Afspraak]]:
    ja = lezer.get(Toestemming, toestemming_id)
    delen.check_mag(plek, lezer, ja)
    check_post(lezer, ja.huishouden_id)
    regels = _van(list(_regels(plek, lezer, ja.huishouden_id)), ja.ontvanger) if is_van_taken(ja) else []
    if not regels:
        raise GeenTaken
    for regel in regels:
        check_actief(plek, regel)
    return ja, regels


def is_van_taken(ja: Toestemming) -> bool:
    """Whether under this record a volunteer may get their own tasks."""
    return ja.aan is Aan.VRIJWILLIGER and ja.onderwerp in (TAKEN, ALLES)


def _ja(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, naam: str) -> Toestemming | None:
    """The latest record under which this volunteer may get the tasks."""
    alle = lezer.find(Toestemming, huishouden_id=huishouden_id, aan=Aan.VRIJWILLIGER)
    nu = [ja for ja in alle if zelfde(ja.ontvanger, naam) and mag(plek, lezer, ja)]
    return max(nu, key=lambda ja: ja.id, default=None)


def _regels(plek: Werkplek, lezer: Lezer, huishouden_id: UUID | None) -> Iterator[Afspraak]:
    """The lines of volunteers in the plan that runs, as far as who sits at the table may read them; none that the
    resident said no to, and none that is over.
    """
    for plan in lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id, status=PlanStatus.ACTIEF, kind_id=None):
        for doel in sorted(lezer.find(Doel, plan_id=plan.id, vervallen_datum=None), key=lambda een: een.volgorde):
            regels = lezer.find(Afspraak, doel_id=doel.id, wie=Wie.VRIJWILLIGER, vervallen_datum=None)
            lopend = [een for een in regels if loopt(een, plek.vandaag)]
            yield from (voor_lezer(VoorWie.TAFEL, een) for een in sorted(lopend, key=lambda een: een.volgorde))


def _van(regels: list[Afspraak], naam: str) -> list[Afspraak]:
    """By the whole name as it stands in the plan: a Karin gets nothing of another Karin."""
    return [regel for regel in regels if zelfde(regel.wie_naam, naam)]


def _taak(regel: Afspraak) -> Taak:
    return Taak(
        wat=regel.tekst,
        wanneer=regel.moment,
        begin=regel.begin_datum,
        einde=regel.eind_datum,
        achtervang=regel.achtervang or "",
        bereik=regel.achtervang_bereik or "",
    )
