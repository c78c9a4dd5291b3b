"""The same answers by life domain or by side of life, with the goals and who does what (OND-03, OND-05)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.documents.kijkrichting_pdf import DoelOpPapier, Kijkblad, VakOpPapier, kijk_pdf
from kernnetwerk_app.domain.afstemming import begint_na_besluit
from kernnetwerk_app.domain.asstand import Asstand, standen_van
from kernnetwerk_app.domain.base import VoorWie, mag_zien, voor_lezer
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.doener import begint_met
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.leefgebied import Leefgebied, LeefgebiedStatus, status_van
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm
from kernnetwerk_app.domain.plan import Afspraak, Akkoord, Doel, Ondersteuningsplan, PlanStatus
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.vraagverheldering import Antwoord, Vraagverheldering
from kernnetwerk_app.domain.werkwijze import Kijkrichting, Lens
from kernnetwerk_app.services import mensen, score
from kernnetwerk_app.services.bijzonderheid import check_post
from kernnetwerk_app.services.geadresseerde import laatste_melding
from kernnetwerk_app.services.huisstijl import stijl_van
from kernnetwerk_app.services.inwoner import alle_ids, leden
from kernnetwerk_app.services.lezers import Lezend, beslissend, zelf_voor
from kernnetwerk_app.services.mensen import MensenBeeld
from kernnetwerk_app.services.planinhoud import doener
from kernnetwerk_app.services.score import Onderwerp, Verloop
from kernnetwerk_app.services.tekst import Bases, wijzig
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load as load_tekst

LAST, KRACHT = ("lastig",), ("goed", "eigen", "netwerk")
"""Questions of a life domain that say what weighs, and what carries (OND-18)."""


@dataclass(frozen=True, slots=True)
class Gezegd:
    """One answer: to what, in which words, and about whom; None is everybody together."""

    gebied: str
    vraag: str
    woorden: str
    over: Inwoner | None
    veld: str = ""
    """Key of the question."""


@dataclass(frozen=True, slots=True)
class Voornemen:
    """A goal of the plan that runs, with its lines."""

    doel: Doel
    afspraken: tuple[Afspraak, ...]


@dataclass(frozen=True, slots=True)
class EigenStand:
    """Where this person set one side of life, turning the screen (OND-05): their own picture, and nobody's score."""

    inwoner: Inwoner
    standen: tuple[Asstand, ...]


@dataclass(frozen=True, slots=True)
class Vak:
    """A life domain or a side of life with all that belongs to it. `sleutel` is empty for what belongs nowhere."""

    sleutel: str
    naam: str
    vraag: str
    gezegd: tuple[Gezegd, ...]
    voornemens: tuple[Voornemen, ...]
    verlopen: tuple[Verloop, ...]
    eigen: tuple[EigenStand, ...] = ()
    """Of a side of life where people set it themselves, each with their days; a life domain has none."""
    status: LeefgebiedStatus | None = None
    """Of a life domain in the latest gesprek; a side of life has none."""

    @property
    def is_leeg(self) -> bool:
        """Whether there is nothing to tell here: nobody's finding."""
        return not (self.gezegd or self.voornemens or self.verlopen or self.eigen)


@dataclass(frozen=True, slots=True)
class Draagbeeld:
    """What weighs on the household and what carries it, from the same answers, and what the plan does about each."""

    last: tuple[Gezegd, ...]
    kracht: tuple[Gezegd, ...]
    verkleinen: tuple[Afspraak, ...]
    vergroten: tuple[Afspraak, ...]


@dataclass(frozen=True, slots=True)
class KijkBeeld:
    """Everything the page shows. `vakken` by lens: nothing in them is told twice to anybody, they are views."""

    mensen: MensenBeeld
    kijkrichtingen: tuple[Kijkrichting, ...]
    vakken: Mapping[Lens, tuple[Vak, ...]]
    bases: Mapping[UUID, Bases]
    """Of the goals and the scores."""
    draag: Draagbeeld
    """Of the household as a whole (OND-18)."""


@dataclass(frozen=True, slots=True)
class Stof:
    """What there is of one household, by life domain; under the empty key what has none."""

    gezegd: Mapping[str, tuple[Gezegd, ...]]
    voornemens: Mapping[str, tuple[Voornemen, ...]]
    statussen: Mapping[str, LeefgebiedStatus]
    verlopen: Mapping[Onderwerp, tuple[Verloop, ...]]
    eigen: Mapping[str, tuple[EigenStand, ...]]
    """By side of life."""


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> KijkBeeld:
    """The household as of today, for a professional."""
    stof = lees(plek, lezer, huishouden_id, VoorWie.PROFESSIONAL)
    richtingen = plek.profiel.kijkrichtingen
    return KijkBeeld(
        mensen=mensen.load(plek, lezer, huishouden_id),
        kijkrichtingen=richtingen,
        vakken={een.lens: tuple(vakken(plek, stof, een.lens)) for een in richtingen},
        bases=_bases(lezer, stof),
        draag=_draag(stof),
    )


def is_verteld(lezer: Lezer, huishouden_id: UUID) -> bool:
    """Whether anything was told at the table, or there is a goal."""
    gezegd = (een for een in lezer.find(Antwoord, huishouden_id=huishouden_id) if een.inwoner_id is None)
    return any(not is_leeg(een.waarde) for een in gezegd) or bool(lezer.find(Doel, huishouden_id=huishouden_id))


def load_pdf(
    plek: Werkplek, huishouden_id: UUID, lens: Lens, vorm: Papiervorm = GEWOON, aan: Lezend | None = None
) -> bytes:
    """What was said at the table, in this lens, for this reader, or without one for whom it most likely is. What
    somebody told apart is not on it, nor a score (OND-04); where the reader set the six sides themselves is (OND-05).

    Raises `InwonerIsOverleden` and DocumentError.
    """
    with plek.store.read() as lezer:
        check_post(lezer, huishouden_id)
        aan = aan or beslissend(plek, lezer, huishouden_id, laatste_melding(lezer, huishouden_id))[0]
        stof, over = lees(plek, lezer, huishouden_id, aan.niveau), zelf_voor(lezer, huishouden_id, aan)
        zelf = alle_ids(lezer, aan.inwoner_id) if aan.inwoner_id is not None else ()
    blad = _Blad(plek, lens, aan, over, tuple(zelf))
    delen = [blad.deel(vak) for vak in vakken(plek, stof, lens)]
    gevuld = tuple(deel for deel in delen if deel.gezegd or deel.doelen)
    return kijk_pdf(Kijkblad(plek.profiel.naam, aan.regels, over, plek.vandaag, gevuld), stijl_van(plek, vorm))


class _Blad:
    """The parts of one paper. A life domain that belongs to two sides is told of once; the other says where."""

    def __init__(self, plek: Werkplek, lens: Lens, aan: Lezend, over: str, zelf: Collection[UUID]) -> None:
        """`over`: how the resident is called, empty for who reads *u*; `zelf`: who the reader is, each of their ids."""
        self.lens, self.aan, self.over, self.zelf = lens, aan, over, zelf
        self.t = load_tekst("kijkrichting")
        self.namen = {een.sleutel: een.naam for een in plek.profiel.leefgebieden.leefgebieden}
        self.waar: dict[str, str] = {}
        """Of each life domain that was told of already: under which heading."""

    def deel(self, vak: Vak) -> VakOpPapier:
        kop, gezegd, elders = vak.naam or self.t("blad.elders"), list(self._eigen(vak)), dict[str, str]()
        for een in vak.gezegd:
            if een.over is None and self._hoort_hier(een.gebied, kop, elders):
                is_gebied = self.lens is Lens.LEEFGEBIEDEN
                vraag = een.vraag if is_gebied else self.t("vraag_in", gebied=een.gebied, vraag=een.vraag)
                gezegd.append((vraag, een.woorden))
        doelen = tuple(
            DoelOpPapier(een.doel.tekst, tuple(_regels(een.afspraken, self.aan.niveau, self.over)))
            for een in vak.voornemens
            if self._hoort_hier(self.namen.get(een.doel.leefgebied or "", ""), kop, elders)
        )
        verwijst = ((gebied, self.t("blad.staat_bij", kop=waar)) for gebied, waar in elders.items())
        return VakOpPapier(kop, (*gezegd, *verwijst), doelen)

    def _hoort_hier(self, gebied: str, kop: str, elders: dict[str, str]) -> bool:
        """Whether it is told of under this heading; else it is noted in `elders` under which it is."""
        waar = self.waar.setdefault(gebied, kop) if gebied else kop
        if waar != kop:
            elders[gebied] = waar
        return waar == kop

    def _eigen(self, vak: Vak) -> Iterator[tuple[str, str]]:
        """Where the reader set this side themselves, each day apart: nobody else's, and never together with another."""
        for een in vak.eigen:
            if een.inwoner.id in self.zelf:
                keren = (self.t("blad.koos", datum=datum_lang(k.datum, jaar=True), stand=k.stand) for k in een.standen)
                yield vak.vraag, "\n".join(keren)


def _regels(afspraken: Sequence[Afspraak], niveau: VoorWie, zelf: str) -> Iterator[tuple[str, str]]:
    """Who does what, as far as this reader may know; of help that nobody decided on yet, when it can begin."""
    for een in filter(_mee, afspraken):
        regel = voor_lezer(niveau, een)
        if not is_leeg(regel.tekst):
            wie, straks = doener(regel, zelf), load_tekst("papier")("doel.na_besluit")
            wat = f"{regel.tekst} ({straks})" if begint_na_besluit(een) else regel.tekst
            yield "" if begint_met(regel.tekst, wie) else wie, wat


def _mee(regel: Afspraak) -> bool:
    """What the resident said no to is no agreement."""
    return regel.akkoord is not Akkoord.NIET_AKKOORD


def leg_bij(
    plek: Werkplek, doel: Doel, gebied: str | None, bases: Bases, herkomst: object = None, concept: str = ""
) -> Changes:
    """This goal belongs to this life domain, or to none."""
    with plek.store.write(herkomst) as werk:
        wijzig(werk, doel, bases, {"leefgebied": gebied})
        werk.keep_concept(concept, {})
        return werk.commit("plan.doel_bij_leefgebied", doel.huishouden_id)


def vakken(plek: Werkplek, stof: Stof, lens: Lens) -> Iterator[Vak]:
    """By lens, in the order of its list; last what belongs to none of them, if there is any."""
    gebieden = [gebied.sleutel for gebied in plek.profiel.leefgebieden.leefgebieden]
    if lens is Lens.LEEFGEBIEDEN:
        for gebied in plek.profiel.leefgebieden.leefgebieden:
            yield _vak(stof, lens, gebied.sleutel, gebied.naam, "", [gebied.sleutel])
        rest = [""]
    else:
        for een in plek.profiel.assen.assen:
            yield _vak(stof, lens, een.sleutel, een.naam, een.vraag, een.gebieden)
        rest = [*plek.profiel.assen.elders(gebieden), ""]
    over = _vak(stof, lens, "", "", "", rest)
    if not over.is_leeg:
        yield over


def _vak(stof: Stof, lens: Lens, sleutel: str, naam: str, vraag: str, gebieden: Sequence[str]) -> Vak:
    return Vak(
        sleutel=sleutel,
        naam=naam,
        vraag=vraag,
        gezegd=tuple(een for gebied in gebieden for een in stof.gezegd.get(gebied, ())),
        voornemens=tuple(een for gebied in gebieden for een in stof.voornemens.get(gebied, ())),
        verlopen=stof.verlopen.get((lens, sleutel), ()),
        eigen=stof.eigen.get(sleutel, ()) if lens is Lens.ASSEN else (),
        status=stof.statussen.get(sleutel) if lens is Lens.LEEFGEBIEDEN else None,
    )


def lees(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, voor: VoorWie) -> Stof:
    """All that was told and all goals of this household, as far as it is meant for this reader: of a life domain that
    the resident would rather not talk about any more only a professional reads what was said before.
    """
    gebieden = plek.profiel.leefgebieden.leefgebieden
    gegeven = _laatste(lezer, huishouden_id)
    wie = {mens.id: mens for mens in lezer.find(Inwoner, huishouden_id=huishouden_id)}
    statussen = {gebied.sleutel: _status(gebied, gegeven) for gebied in gebieden}
    open_ = [
        gebied
        for gebied in gebieden
        if mag_zien(voor, VoorWie.PROFESSIONAL) or statussen[gebied.sleutel] is LeefgebiedStatus.BESPROKEN
    ]
    return Stof(
        gezegd={gebied.sleutel: tuple(_gezegd(gebied, gegeven, wie, voor)) for gebied in open_},
        voornemens=_voornemens(lezer, huishouden_id, {gebied.sleutel for gebied in gebieden}),
        statussen=statussen,
        verlopen=score.load(lezer, huishouden_id),
        eigen=_eigen(plek, lezer, huishouden_id),
    )


def _eigen(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> dict[str, tuple[EigenStand, ...]]:
    """By side of life where each of the household set it, over all gesprekken; nobody else's."""
    alle = lezer.find(Antwoord, huishouden_id=huishouden_id)
    van: dict[str, tuple[EigenStand, ...]] = {}
    for mens in leden(lezer, huishouden_id):
        zelf = alle_ids(lezer, mens.id)
        antwoorden = [(een.sleutel, een.waarde) for een in alle if een.inwoner_id in zelf]
        for een in plek.profiel.assen.assen:
            standen = standen_van(plek.profiel.assen, een.sleutel, antwoorden)
            if standen:
                van[een.sleutel] = (*van.get(een.sleutel, ()), EigenStand(mens, standen))
    return van


def _draag(stof: Stof) -> Draagbeeld:
    gezegd = [een for van in stof.gezegd.values() for een in van]
    regels = [regel for van in stof.voornemens.values() for een in van for regel in een.afspraken]
    return Draagbeeld(
        last=tuple(een for een in gezegd if een.veld in LAST),
        kracht=tuple(een for een in gezegd if een.veld in KRACHT),
        verkleinen=tuple(regel for regel in regels if regel.richting == "verkleinen"),
        vergroten=tuple(regel for regel in regels if regel.richting == "vergroten"),
    )


def _bases(lezer: Lezer, stof: Stof) -> Mapping[UUID, Bases]:
    doelen = (een.doel.id for van in stof.voornemens.values() for een in van)
    scores = (een.id for van in stof.verlopen.values() for verloop in van for een in verloop.scores)
    return lezer.bases_van((*doelen, *scores))


def _laatste(lezer: Lezer, huishouden_id: UUID) -> list[Antwoord]:
    """Of each question the answer of the latest gesprek in which somebody answered it."""
    gesprekken = sorted(lezer.find(Vraagverheldering, huishouden_id=huishouden_id), key=lambda een: een.datum)
    volgorde = {een.id: nummer for nummer, een in enumerate(gesprekken)}
    gegeven = lezer.find(Antwoord, huishouden_id=huishouden_id)
    gegeven.sort(key=lambda antwoord: volgorde.get(antwoord.vraagverheldering_id, -1))
    met_woorden = [een for een in gegeven if not is_leeg(een.waarde) or een.status is not None]
    return list({(een.sleutel, een.inwoner_id): een for een in met_woorden}.values())


def _gezegd(
    gebied: Leefgebied, gegeven: Sequence[Antwoord], wie: Mapping[UUID, Inwoner], voor: VoorWie
) -> Iterator[Gezegd]:
    """In the order of the questions, so what goes well first (OND-06)."""
    for veld in gebied.velden:
        sleutel = gebied.veldsleutel(veld)
        for antwoord in gegeven if mag_zien(voor, veld.voor) else ():
            if antwoord.sleutel == sleutel and antwoord.waarde and not is_leeg(antwoord.waarde):
                over = wie.get(antwoord.inwoner_id) if antwoord.inwoner_id is not None else None
                if over is None and antwoord.inwoner_id is not None:
                    continue  # of somebody who is not on this laptop yet: that is not of everybody together
                yield Gezegd(gebied.naam, veld.label, antwoord.waarde, over, veld.sleutel)


def _status(gebied: Leefgebied, gegeven: Sequence[Antwoord]) -> LeefgebiedStatus:
    gekozen = next((een.status for een in gegeven if een.sleutel == gebied.sleutel), None)
    velden = {gebied.veldsleutel(veld) for veld in gebied.velden}
    return status_van(gekozen, (een.waarde for een in gegeven if een.sleutel in velden))


def _voornemens(lezer: Lezer, huishouden_id: UUID, gebieden: set[str]) -> dict[str, tuple[Voornemen, ...]]:
    """The goals of the plans that run; one without a life domain, or with another's, under the empty key."""
    gevonden: dict[str, list[Voornemen]] = {}
    for plan in lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id, status=PlanStatus.ACTIEF, kind_id=None):
        for doel in sorted(lezer.find(Doel, plan_id=plan.id, vervallen_datum=None), key=lambda een: een.volgorde):
            regels = lezer.find(Afspraak, doel_id=doel.id, vervallen_datum=None)
            afspraken = tuple(sorted(regels, key=lambda een: een.volgorde))
            gebied = doel.leefgebied if doel.leefgebied in gebieden else ""
            gevonden.setdefault(gebied or "", []).append(Voornemen(doel, afspraken))
    return {gebied: tuple(voornemens) for gebied, voornemens in gevonden.items()}
