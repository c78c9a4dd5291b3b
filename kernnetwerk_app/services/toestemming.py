"""Whose yes it takes to hand a question over, and what becomes of that yes when it does not go on (RES-01, EVV-06)."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.overdracht import Overdracht, OverdrachtZonderAkkoord
from kernnetwerk_app.domain.relatie import Beslissers, wie_beslist
from kernnetwerk_app.domain.toestemming import DelenIsVoorbij, Toestemming, geldt
from kernnetwerk_app.services.benoemd import Benoemd, beslist_mee, check_meebeslist
from kernnetwerk_app.services.inwoner import hoofdpersoon, leden
from kernnetwerk_app.services.relatie import relaties_van
from kernnetwerk_app.services.tekst import maak, wijzig
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork
from kernnetwerk_app.teksten import load as load_tekst


@dataclass(frozen=True, slots=True)
class Akkoordgever:
    """Somebody who can say yes: for themselves, or only as a parent; `voor` are the children they decide about."""

    wie: Inwoner
    zelf: bool
    voor: tuple[Inwoner, ...]
    is_van_vraag: bool
    """Whether it is their own question."""
    benoemd: Benoemd | None = None
    """Who says yes in the place of `wie`, by order of a court; None where `wie` says it."""

    @property
    def sleutel(self) -> str:
        """Tells this one from the others in a form; without a space."""
        return f"{self.wie.id}" if self.benoemd is None else f"{self.wie.id}_{self.benoemd.bron_id}"

    @property
    def namens(self) -> str:
        """Who says it in their place, in words; empty where they say it themselves."""
        return self.benoemd.woorden if self.benoemd is not None else ""


def akkoordgevers(plek: Werkplek, lezer: Lezer, huishouden_id: UUID | None) -> tuple[Akkoordgever, ...]:
    """Who can say yes for the people of this household, the one with the question first (Jeugdwet art. 7.3.4, 7.3.5).

    A parent with gezag who lives elsewhere is one of them, where that person is known here; and so are a curator and a
    mentor, each for whom they were appointed (UAVG art. 5 lid 2). The resident is asked all the same.
    """
    eigen = hoofdpersoon(lezer, huishouden_id)
    mensen = sorted(leden(lezer, huishouden_id), key=lambda mens: mens.id != eigen.id)
    relaties = relaties_van(lezer, huishouden_id)
    zelf: dict[UUID, Inwoner] = {}
    voor: dict[UUID, list[Inwoner]] = {}
    for mens in mensen:
        beslist = wie_beslist(mens, relaties, plek.vandaag)
        if beslist.zelf:
            zelf[mens.id] = mens
        for ouder_id in sorted(beslist.ouders):
            voor.setdefault(ouder_id, []).append(mens)
    ouders = {ouder_id: wie for ouder_id in voor if (wie := lezer.find_one(Inwoner, ouder_id)) is not None}
    gevers = [
        Akkoordgever(wie, nummer in zelf, tuple(voor.get(nummer, ())), nummer == eigen.id)
        for nummer, wie in (zelf | ouders).items()
    ]
    namens = [(mens, een) for mens in mensen for een in beslist_mee(plek, lezer, mens.id)]
    return (*gevers, *(Akkoordgever(mens, False, (), mens.id == eigen.id, een) for mens, een in namens))


def beslissers(plek: Werkplek, lezer: Lezer, huishouden_id: UUID | None, over: Inwoner) -> Beslissers:
    """Who decides about the data of this person, whichever household they are of (Jeugdwet art. 7.3.4, 7.3.5)."""
    return wie_beslist(over, relaties_van(lezer, huishouden_id), plek.vandaag)


def is_alleen(gevers: Collection[Akkoordgever], mensen: int) -> bool:
    """Whether nobody has to be asked who said yes: one person lives here, and decides."""
    return mensen == 1 and len(gevers) == 1


def wie_zei_ja(
    plek: Werkplek, lezer: Lezer, huishouden_id: UUID | None, gekozen: Collection[str], toch: str | None = None
) -> tuple[Akkoordgever, ...]:
    """Who of these, each by `Akkoordgever.sleutel`, said yes. Raises `OverdrachtZonderAkkoord` for nobody, and for
    somebody who cannot: a yes that nobody gave is never written down. Only who lives alone has not to be named.

    `DelenZonderVertegenwoordiger` where a court appointed somebody for whose question it is, or for one of these, who
    did not say yes, unless one line says why (`toch`): as at any other way out (`delen.deel`).
    """
    gevers = akkoordgevers(plek, lezer, huishouden_id)
    if not gekozen and is_alleen(gevers, len(leden(lezer, huishouden_id))):
        return gevers
    if not gekozen or not set(gekozen) <= {gever.sleutel for gever in gevers}:
        raise OverdrachtZonderAkkoord
    ja = tuple(gever for gever in gevers if gever.sleutel in gekozen)
    check_meebeslist(_zonder_ja(plek, lezer, huishouden_id, ja), zei_ja=False, toch=toch)
    return ja


def _zonder_ja(plek: Werkplek, lezer: Lezer, huishouden_id: UUID | None, ja: Collection[Akkoordgever]) -> set[Benoemd]:
    """Whom a court appointed for whose question it is, or for one who said yes, where none of those said it."""
    met = {gever.wie.id for gever in ja if gever.benoemd is not None}
    over = {hoofdpersoon(lezer, huishouden_id).id, *(gever.wie.id for gever in ja)} - met
    return {een for mens_id in over for een in beslist_mee(plek, lezer, mens_id)}


def vraagt_reden(gevers: Collection[Akkoordgever], gekozen: Collection[str]) -> bool:
    """Whether with these ticked, of those who can be, a reason is asked in place of the yes of a curator or mentor."""
    ja = [gever for gever in gevers if gever.sleutel in gekozen]
    over = {gever.wie.id for gever in gevers if gever.is_van_vraag} | {gever.wie.id for gever in ja}
    benoemd = {gever.wie.id for gever in gevers if gever.benoemd is not None}
    return bool((over & benoemd) - {gever.wie.id for gever in ja if gever.benoemd is not None})


def toch_bij(
    plek: Werkplek, lezer: Lezer, huishouden_id: UUID | None, ja: Collection[Akkoordgever], toch: str | None
) -> dict[str, str | None]:
    """By key of each who said yes the reason that is kept with it: none where nobody was passed by, or where the yes of
    the one who was appointed for them is there.
    """
    zonder = toch if _zonder_ja(plek, lezer, huishouden_id, ja) else None
    met = {gever.wie.id for gever in ja if gever.benoemd is not None}
    return {gever.sleutel: None if gever.wie.id in met else zonder for gever in ja}


def schrijf(
    plek: Werkplek,
    werk: UnitOfWork,
    overdracht: Overdracht,
    gever: Akkoordgever,
    ontvanger: str,
    toch: str | None = None,
) -> None:
    """The yes of one person, or of who says it in their place, to this hand-over; why the worker hands it over is not
    in it, for the resident reads it. `toch`: why a curator or mentor was not asked.
    """
    t = load_tekst("overdracht").met(plek.profiel.zeg)
    werk.add(
        maak(
            Toestemming,
            id=plek.new_id(),
            huishouden_id=overdracht.huishouden_id,
            inwoner_id=gever.wie.id,
            namens=gever.namens or None,
            overdracht_id=overdracht.id,
            onderwerp=t("toestemming.onderwerp"),
            ontvanger=ontvanger,
            doel=t("toestemming.doel"),
            grond=overdracht.grond,
            over_wetten=overdracht.over_wetten,
            begin_datum=plek.vandaag,
            toch=toch,
        )
    )


def check_geldt(plek: Werkplek, lezer: Lezer, overdracht_id: UUID) -> None:
    """Refuse (`DelenIsVoorbij`) to take over a question when a yes that was given to it was taken back."""
    gegeven = lezer.find(Toestemming, overdracht_id=overdracht_id)
    if any(not geldt(ja, plek.vandaag) for ja in gegeven):
        raise DelenIsVoorbij


def vervalt(plek: Werkplek, werk: UnitOfWork, overdracht_id: UUID) -> None:
    """The hand-over does not go on: what people said yes to is over, and holds for nothing else."""
    for gegeven in werk.find(Toestemming, overdracht_id=overdracht_id):
        if gegeven.ingetrokken_datum is None:
            wijzig(werk, gegeven, werk.bases(gegeven.id), {"ingetrokken_datum": plek.vandaag})
