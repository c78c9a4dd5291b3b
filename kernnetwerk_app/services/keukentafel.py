"""What stands on the turned screen, assembled for who sit at the table: only what all of them may see (TAAL-09).

Nothing gets on it but through `_Kiezer.ziet`, and of each kind of record only the fields that are named here: what is
about safety, what others noticed and what workers wrote for each other is never asked for at all.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from kernnetwerk_app.domain.asstand import assleutel, check_stand, laatste_standen
from kernnetwerk_app.domain.base import Entiteit, eenheden, voor_wie
from kernnetwerk_app.domain.ids import lees_ids
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.keukentafel import (
    Keukentafel,
    Klopt,
    NiemandAanTafel,
    Tafel,
    check_tafel,
    keukentafel_id,
)
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.papiervorm import Papiervorm, taal_van, voorgestelde_taal
from kernnetwerk_app.domain.plan import Afspraak, Doel, Ondersteuningsplan, PlanStatus, Stap
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.toezegging import Toezegging
from kernnetwerk_app.domain.vertaling import Vertaling
from kernnetwerk_app.domain.vraagverheldering import Antwoord
from kernnetwerk_app.services import deelname, vraagverheldering
from kernnetwerk_app.services.bijzonderheid import levenden
from kernnetwerk_app.services.gezegd import persoonssleutel
from kernnetwerk_app.services.inwoner import alle_ids, hoofdpersoon
from kernnetwerk_app.services.planerf import terugkijk_op
from kernnetwerk_app.services.planinhoud import doener
from kernnetwerk_app.services.resultaat import terugvraag
from kernnetwerk_app.services.tekst import Bases
from kernnetwerk_app.services.toezegging import aan_wie
from kernnetwerk_app.services.typen import Veldadres, bases_since
from kernnetwerk_app.services.vraagverheldering import Gesprek, hold, put_answer
from kernnetwerk_app.services.wanneer import wanneer
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork
from kernnetwerk_app.teksten import load as load_tekst

D = TypeVar("D", Doel, Stap, Afspraak)

GOED, WENS = "goed", "wens"
"""Questions of a life domain that stand on the turned screen: what goes well, and what the resident wants. What is hard
was said to the worker, and is for the plan."""


@dataclass(frozen=True, slots=True)
class Zin:
    """One sentence as it stands in its record, `wie` before it where somebody does it. `adres`: where it is put right;
    None for what is ours to keep. Two are the same when they read the same.
    """

    sleutel: str
    tekst: str
    adres: Veldadres | None = field(default=None, compare=False)
    wie: str = ""
    wanneer: str = ""
    klaar: bool = False
    """A step that was done."""
    regels: tuple["Zin", ...] = ()
    """Under a goal: its steps, and who does what."""


@dataclass(frozen=True, slots=True)
class Deel:
    """What stands under one heading; `sleutel` names the heading."""

    sleutel: str
    zinnen: tuple[Zin, ...]


@dataclass(frozen=True, slots=True)
class TafelBeeld:
    """Who can sit at the table and who do, and what they see. `van_wie`: whose question it is."""

    van_wie: Inwoner
    leden: tuple[Inwoner, ...]
    tafel: Tafel
    delen: tuple[Deel, ...]
    klopt: Klopt | None
    """What was said today."""
    bases: Bases
    gesprek_id: UUID
    assen: Mapping[str, str] | None = None
    """By side of life the place that was set last, of who sits there alone; None where several look."""

    taal: Vertaling | None = None
    """The language beside our own sentences: that of who looks along, and of whose question it is first."""

    @property
    def over(self) -> UUID | None:
        """Who sits there alone: whose six sides these are."""
        return next(iter(self.tafel.leden)) if len(self.tafel.leden) == 1 and not self.tafel.anderen else None

    def met(self, sleutels: Collection[str], assen: bool) -> "TafelBeeld":
        """Only these sentences, and the six sides or not: what came since somebody looked what would stand there waits
        until they look again.
        """
        delen = (
            Deel(
                deel.sleutel,
                tuple(
                    replace(zin, regels=tuple(een for een in zin.regels if een.sleutel in sleutels))
                    for zin in deel.zinnen
                    if zin.sleutel in sleutels
                ),
            )
            for deel in self.delen
        )
        return replace(self, delen=tuple(deel for deel in delen if deel.zinnen), assen=self.assen if assen else None)


def load(
    plek: Werkplek,
    lezer: Lezer,
    huishouden_id: UUID,
    gesprek_id: UUID,
    tafel: Tafel | None = None,
    vorm: Papiervorm | None = None,
) -> TafelBeeld:
    """The table of today, for `tafel` or else for who sat there before, with the language of `vorm` or else theirs
    beside our own sentences. `BestaatNiet` without a question.
    """
    gesprek = vraagverheldering.load(plek, lezer, huishouden_id, gesprek_id)
    hier = levenden(lezer, huishouden_id)
    eid = _tafel_nu(plek, gesprek_id)
    vandaag = lezer.find_one(Keukentafel, eid)
    if tafel is None:
        tafel = vandaag.tafel if vandaag is not None else _erbij(plek, lezer, gesprek, hier)
    tafel = replace(tafel, leden=tafel.leden & {mens.id for mens in hier})  # who moved out or died does not sit there
    kiezer = _Kiezer(plek, lezer, gesprek, tafel)
    van_wie = hoofdpersoon(lezer, huishouden_id)
    aan = sorted((mens for mens in hier if mens.id in tafel.leden), key=lambda mens: mens.id != van_wie.id)
    talen = (voorgestelde_taal(mens, plek.profiel.vertalingen) for mens in aan)
    return TafelBeeld(
        van_wie=van_wie,
        taal=taal_van(vorm) if vorm is not None else next((taal for taal in talen if taal is not None), None),
        leden=tuple(hier),
        tafel=tafel,
        delen=tuple(deel for deel in kiezer.delen() if deel.zinnen),
        klopt=vandaag.klopt if vandaag is not None else None,
        bases=lezer.bases(eid),
        gesprek_id=gesprek_id,
        assen=kiezer.assen(),
    )


def draai(
    plek: Werkplek, huishouden_id: UUID, gesprek_id: UUID, tafel: Tafel, bases: Bases, herkomst: object = None
) -> Changes:
    """The screen turns to these people, so the gesprek is being held. Raises `NiemandAanTafel`."""
    check_tafel(tafel)
    with plek.store.write(herkomst) as werk:
        _zet(plek, werk, huishouden_id, gesprek_id, bases, **tafel.velden())
        return werk.commit("keukentafel.gedraaid", huishouden_id)


def zeg(
    plek: Werkplek, huishouden_id: UUID, gesprek_id: UUID, antwoord: Klopt, bases: Bases, herkomst: object = None
) -> Changes:
    """What they say to *Klopt dit?*; said again on the same day it takes the place of the first."""
    with plek.store.write(herkomst) as werk:
        _zet(plek, werk, huishouden_id, gesprek_id, bases, klopt=antwoord)
        return werk.commit("keukentafel.antwoord", huishouden_id)


def zet_as(
    plek: Werkplek, huishouden_id: UUID, van: TafelBeeld, een: str, stand: str, herkomst: object = None
) -> Changes:
    """Where who sits there alone puts one side of life today; once more on the same day takes the place of the first.

    Raises `StandOnbekend`, and `NiemandAanTafel` where not one person sits there.
    """
    check_stand(plek.profiel.assen, een, stand)
    if van.over is None:
        raise NiemandAanTafel
    sleutel = persoonssleutel(assleutel(een, plek.vandaag), van.over)
    with plek.store.write(herkomst) as werk:
        hold(plek, werk, huishouden_id, van.gesprek_id)
        put_answer(plek, werk, huishouden_id, van.gesprek_id, sleutel, stand)
        return werk.commit("keukentafel.as", huishouden_id)


def wie(lezer: Lezer, gekeken: Keukentafel) -> str:
    """Who looked along, by name."""
    return wie_keken(lezer, gekeken.tafel.velden())


def wie_keken(lezer: Lezer, velden: Mapping[str, object]) -> str:
    """The same of these fields, as a Keukentafel keeps them (`Tafel.velden`)."""
    tafel = Tafel(frozenset(lees_ids(str(velden["leden"] or ""))), velden["anderen"] is True)
    mensen = (lezer.find_one(Inwoner, lid) for lid in sorted(tafel.leden))
    namen = [mens.naam or mens.aanhef for mens in mensen if mens is not None]
    return ", ".join([*namen, *([load_tekst("keukentafel")("verhaal.buiten")] if tafel.anderen else [])])


def zin(gekeken: Keukentafel) -> str:
    """What was done and what they said, in the story."""
    t = load_tekst("keukentafel")
    gezegd = t(f"verhaal.{gekeken.klopt.name.lower()}") if gekeken.klopt is not None else ""
    return " ".join(filter(None, (t("verhaal.gekeken"), gezegd)))


def _tafel_nu(plek: Werkplek, gesprek_id: UUID) -> UUID:
    return keukentafel_id(gesprek_id, plek.vandaag, plek.medewerker.id)


def _zet(
    plek: Werkplek, werk: UnitOfWork, huishouden_id: UUID, gesprek_id: UUID, bases: Bases, **velden: object
) -> None:
    hold(plek, werk, huishouden_id, gesprek_id)
    eid = _tafel_nu(plek, gesprek_id)
    record = werk.find_one(Keukentafel, eid)
    if record is None:
        record = werk.add(
            Keukentafel(
                id=eid,
                huishouden_id=huishouden_id,
                vraagverheldering_id=gesprek_id,
                datum=plek.vandaag,
                door_id=plek.medewerker.id,
            )
        )
    vervangt = {nr: bases_since(werk, eid, nr, bases.get(nr, ())) for nr in eenheden(Keukentafel)}
    werk.change(record, vervangt, **velden)


def _erbij(plek: Werkplek, lezer: Lezer, gesprek: Gesprek, hier: Sequence[Inwoner]) -> Tafel:
    """Who took part today as far as they are known here, where that was written down (OND-10); else whose question it
    is, and nobody is guessed from a sentence. Of two with one name nobody can say which it was, and a sentence that
    names another of this house may mean anything: then somebody else looks along, for whom less is shown.
    """
    hier_id, melding = gesprek.inwoner.huishouden_id, gesprek.melding
    gesprekken = deelname.gesprekken(lezer, hier_id, melding) if hier_id is not None and melding is not None else ()
    vandaag = [een.deelname for een in gesprekken if een.contact.datum == plek.vandaag and een.deelname is not None]
    if vandaag:
        namen = [mens.naam for mens in hier]
        bekend = {naam for naam in vandaag[-1].naasten if namen.count(naam) == 1}
        leden_erbij = {mens.id for mens in hier if mens.naam in bekend}
        zelf = {gesprek.inwoner.id} if vandaag[-1].inwoner else set()
        anderen = bool(set(vandaag[-1].naasten) - bekend)
        if leden_erbij or zelf or anderen:
            return Tafel(frozenset(leden_erbij | zelf), anderen)
    genoemd = (gesprek.vraagverheldering.aanwezig or "").casefold()
    ook = any(_is_genoemd(mens, genoemd) for mens in hier if mens.id != gesprek.inwoner.id)
    return Tafel(frozenset({gesprek.inwoner.id}), anderen=ook)


def _is_genoemd(mens: Inwoner, tekst: str) -> bool:
    """Whether these words in small letters name this person: by first name, or as one speaks of them."""
    voor = (mens.voornamen or "").casefold().split()[:1]
    aanhef = mens.aanhef.casefold()
    return not set(voor).isdisjoint(re.findall(r"\w+", tekst)) or (bool(aanhef) and aanhef in tekst)


@dataclass(frozen=True, slots=True)
class _Kiezer:
    """Picks for one table."""

    plek: Werkplek
    lezer: Lezer
    gesprek: Gesprek
    tafel: Tafel

    def ziet(self, soort: type[Entiteit], veld: str, over: Collection[UUID] | None = None) -> bool:
        """Whether all at the table may see this field."""
        return self.tafel.ziet(voor_wie(soort, veld), over)

    def delen(self) -> Iterator[Deel]:
        yield Deel("vraag", tuple(self._vraag()))
        yield Deel("goed", tuple(self._antwoorden(GOED)))
        yield Deel("wens", tuple(self._antwoorden(WENS)))
        yield Deel("doelen", tuple(self._doelen()))
        yield Deel("beloofd", tuple(self._beloofd()))

    def assen(self) -> dict[str, str] | None:
        """The six sides of who sits there alone, as they were set last."""
        leden = self.tafel.leden
        over = alle_ids(self.lezer, next(iter(leden))) if len(leden) == 1 else []
        if not self.ziet(Antwoord, "waarde", over):
            return None
        hier = self.lezer.find(Antwoord, huishouden_id=self.gesprek.inwoner.huishouden_id, inwoner_id=over)
        return laatste_standen(self.plek.profiel.assen, ((a.sleutel, a.waarde) for a in hier))

    def _vraag(self) -> Iterator[Zin]:
        melding = self.gesprek.melding
        if melding is not None and self.ziet(Melding, "vraag") and not is_leeg(melding.vraag):
            yield Zin(f"vraag.{melding.id}", melding.vraag, self._adres(melding, "vraag", self.gesprek.melding_bases))

    def _antwoorden(self, vraag: str) -> Iterator[Zin]:
        """By life domain that was talked about, of the household and of who sits there alone."""
        gesprek = self.gesprek
        for gebied in gesprek.lijst.leefgebieden:
            if gesprek.statussen[gebied.sleutel] is not LeefgebiedStatus.BESPROKEN:
                continue
            for veld in gebied.velden:
                if veld.sleutel != vraag or not self.tafel.ziet(veld.voor):
                    continue
                sleutel = gebied.veldsleutel(veld)
                for over in (None, *(mens.id for mens in gesprek.mensen)):
                    wie = None if over is None else alle_ids(self.lezer, over)
                    adres = sleutel if over is None else persoonssleutel(sleutel, over)
                    tekst = gesprek.teksten.get(adres, "")
                    if self.ziet(Antwoord, "waarde", wie) and not is_leeg(tekst):
                        yield Zin(adres, tekst, gesprek.adressen[adres])

    def _doelen(self) -> Iterator[Zin]:
        plannen = self.lezer.find(
            Ondersteuningsplan,
            huishouden_id=self.gesprek.inwoner.huishouden_id,
            status=PlanStatus.ACTIEF,
            kind_id=None,
        )
        doelen = self._gaande(Doel, plan_id=[plan.id for plan in plannen[:1]])
        ids = [doel.id for doel in doelen]
        stappen, afspraken = self._gaande(Stap, doel_id=ids), self._gaande(Afspraak, doel_id=ids)
        bases = self.lezer.bases_van(een.id for een in (*doelen, *stappen, *afspraken))
        for doel in doelen:
            hierbij = [regel for regel in afspraken if regel.doel_id == doel.id]
            regels = list(self._resultaat(plannen[0], doel, hierbij, bases[doel.id]))
            regels += [self._stap(stap, bases[stap.id]) for stap in stappen if stap.doel_id == doel.id]
            regels += [self._regel(regel, bases[regel.id]) for regel in hierbij]
            adres = self._adres(doel, "tekst", bases[doel.id])
            yield Zin(f"doel.{doel.id}", doel.tekst, adres, regels=tuple(regels))

    def _resultaat(
        self, van: Ondersteuningsplan, doel: Doel, afspraken: Sequence[Afspraak], bases: Bases
    ) -> Iterator[Zin]:
        """How we will see that it was reached, in their words or as our proposal (PLAN-20)."""
        if not self.ziet(Doel, "resultaat"):
            return
        voorstel = terugvraag(doel, afspraken, terugkijk_op(self.plek, van), self.plek.vandaag)
        lead = load_tekst("keukentafel")("blad.resultaat")
        adres = self._adres(doel, "resultaat", bases) if voorstel is None else None
        yield Zin(f"resultaat.{doel.id}", voorstel or doel.resultaat or "", adres, wie=lead)

    def _gaande(self, soort: type[D], **van: Any) -> list[D]:
        """What goes on of the plan, in order, where all at the table may see it."""
        alle = self.lezer.find(soort, vervallen_datum=None, **van) if self.ziet(soort, "tekst") else []
        return sorted(alle, key=lambda een: een.volgorde)

    def _stap(self, stap: Stap, bases: Bases) -> Zin:
        adres = self._adres(stap, "tekst", bases)
        return Zin(f"stap.{stap.id}", stap.tekst, adres, klaar=stap.gedaan_datum is not None)

    def _regel(self, regel: Afspraak, bases: Bases) -> Zin:
        adres = self._adres(regel, "tekst", bases)
        return Zin(f"afspraak.{regel.id}", regel.tekst, adres, doener(regel), wanneer(regel))

    def _beloofd(self) -> Iterator[Zin]:
        """What was promised to who sits there alone."""
        huishouden_id = self.gesprek.inwoner.huishouden_id
        for belofte in self.lezer.find(Toezegging, huishouden_id=huishouden_id, gedaan_datum=None):
            if self.ziet(Toezegging, "wat", aan_wie(self.lezer, belofte)):
                yield Zin(f"beloofd.{belofte.id}", belofte.wat)

    def _adres(self, entiteit: Entiteit, veld: str, bases: Bases) -> Veldadres:
        soort = type(entiteit)
        eenheid = next(nummer for nummer, velden in eenheden(soort).items() if veld in velden)
        return Veldadres(
            soort,
            entiteit.id,
            veld,
            eenheid,
            bases.get(eenheid, ()),
            partial(_hold, self.plek, self.gesprek),
        )


def _hold(plek: Werkplek, gesprek: Gesprek, werk: UnitOfWork, _tekst: str) -> None:
    """Somebody puts words right at the table, so the gesprek is being held."""
    assert gesprek.inwoner.huishouden_id is not None  # noqa: S101  who has a question lives somewhere
    hold(plek, werk, gesprek.inwoner.huishouden_id, gesprek.vraagverheldering.id)
