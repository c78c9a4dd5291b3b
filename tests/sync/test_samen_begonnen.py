"""Two laptops begin the same thing without a connection: it is one thing, and every word of both is on both screens."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from kernnetwerk_app.domain.base import eenheden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services import conflict, dossier, gegevens, plan, typen, vraagverheldering
from kernnetwerk_app.services.dossier import DossierBeeld
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.services.vraagverheldering import Gesprek
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import nieuwe_melding
from tests.services.opzet import begin_gesprek
from tests.sync.rechtstreeks import Kant

SAMEN, VAN_SANNE, VAN_JORIS = "huisvesting.goed", "financien.goed", "dagbesteding.wens"
EENHEID_BSN = next(nr for nr, velden in eenheden(Inwoner).items() if "bsn" in velden)
EENHEID_PLANMAKER = next(nr for nr, velden in eenheden(Ondersteuningsplan).items() if "planmaker_id" in velden)


@dataclass(frozen=True)
class Scherm:
    """What the screens of one laptop show of a household, through the services that they use."""

    gesprek: Gesprek
    plan: PlanBeeld
    dossier: DossierBeeld

    @property
    def doelen(self) -> list[str]:
        return [beeld.doel.tekst for beeld in self.plan.doelen]


def wissel(*kanten: Kant) -> None:
    """Exchange until each laptop has heard what the others sent."""
    for _, runner, _ in (*kanten, *kanten):
        runner.run()


def scherm(plek: Werkplek, huishouden_id: UUID) -> Scherm:
    """Open all three, as a person does."""
    gesprek_id = begin_gesprek(plek, huishouden_id)
    plan_id, _ = plan.begin(plek, huishouden_id)
    with plek.store.read() as lezer:
        return Scherm(
            vraagverheldering.load(plek, lezer, huishouden_id, gesprek_id),
            plan.load(plek, lezer, plan_id),
            dossier.load(plek, lezer, huishouden_id),
        )


def typ(plek: Werkplek, huishouden_id: UUID, **antwoorden: str) -> None:
    """Answer in the gesprek; keys with `__` for the point."""
    for naam, tekst in antwoorden.items():
        adres = scherm(plek, huishouden_id).gesprek.adressen[naam.replace("__", ".")]
        typen.keep(plek, adres, tekst)
        typen.seal(plek, adres)


def doel(plek: Werkplek, huishouden_id: UUID, tekst: str) -> UUID:
    return plan.add_doel(plek, scherm(plek, huishouden_id).plan.plan.id, tekst)[0]


def kanten_van(plek: Werkplek, beeld: DossierBeeld) -> list[set[str]]:
    """The texts of each choice that the dossier offers."""
    with plek.store.read() as lezer:
        return [{k.tekst for k in conflict.load(plek, lezer, *welk).kanten} for welk in beeld.conflicten]


@pytest.fixture
def huishouden_id(sanne: Kant, joris: Kant) -> UUID:
    """A melding that both laptops know."""
    huishouden_id = nieuwe_melding(sanne[0]).huishouden_id
    wissel(sanne, joris)
    return huishouden_id


def test_a_gesprek_and_a_plan_that_both_began_are_one_and_nobody_has_to_choose_who_did(
    sanne: Kant, joris: Kant, huishouden_id: UUID
) -> None:
    """Another author, another function and another day: facts of both, in which there is nothing to choose."""
    joris[0].klok.advance(timedelta(days=1))
    for plek, _, _ in (sanne, joris):
        scherm(plek, huishouden_id)
    wissel(sanne, joris)
    links, rechts = (scherm(plek, huishouden_id) for plek, _, _ in (sanne, joris))
    assert links.gesprek.vraagverheldering == rechts.gesprek.vraagverheldering
    assert links.plan.plan == rechts.plan.plan
    for plek, _, _ in (sanne, joris):
        with plek.store.read() as lezer:
            assert len(lezer.find(Vraagverheldering)) == len(lezer.find(Ondersteuningsplan)) == 1
            assert (lezer.conflicten(), lezer.verzendstand().conflicten) == ([], 0)
            koppen = lezer.koppen(links.plan.plan.id)[EENHEID_PLANMAKER]
            begonnen_door = {kop.user_id for kop in koppen}
        assert begonnen_door == {sanne[0].medewerker.id, joris[0].medewerker.id}
    eerste = sanne[0].medewerker.id
    assert (links.gesprek.vraagverheldering.door_id, links.plan.plan.planmaker_id) == (eerste, eerste)
    assert links.gesprek.vraagverheldering.datum == sanne[0].vandaag


def test_words_of_both_are_on_both_screens_and_only_the_same_field_written_twice_asks_for_a_choice(
    sanne: Kant, joris: Kant, huishouden_id: UUID
) -> None:
    typ(sanne[0], huishouden_id, huisvesting__goed="Ik woon hier fijn.", financien__goed="Ik kom rond.")
    typ(joris[0], huishouden_id, huisvesting__goed="De tuin is fijn.", dagbesteding__wens="Ik wil zingen.")
    typ(sanne[0], huishouden_id, vraag__waar_het_om_gaat="Alleen zijn.", vraag__aanwezig="mevrouw")
    typ(joris[0], huishouden_id, vraag__waar_het_om_gaat="Het huis.", vraag__aanwezig="mevrouw")
    wissel(sanne, joris)
    for plek, _, _ in (sanne, joris):
        beeld = scherm(plek, huishouden_id)
        teksten = beeld.gesprek.teksten
        assert (teksten[VAN_SANNE], teksten[VAN_JORIS]) == ("Ik kom rond.", "Ik wil zingen.")
        assert beeld.gesprek.twee_versies == {SAMEN, "vraag.waar_het_om_gaat"}
        assert sorted(map(sorted, kanten_van(plek, beeld.dossier))) == [
            ["Alleen zijn.", "Het huis."],
            ["De tuin is fijn.", "Ik woon hier fijn."],
        ]
        assert beeld.gesprek.statussen["dagbesteding"] is LeefgebiedStatus.BESPROKEN


def test_goals_lines_and_steps_of_both_are_there_in_one_order(sanne: Kant, joris: Kant, huishouden_id: UUID) -> None:
    """Each laptop numbers from one, so two have the same place; then who wrote first comes first, on both."""
    gezamenlijk = doel(sanne[0], huishouden_id, "Ik wil de deur uit.")
    wissel(sanne, joris)
    for plek, _, _ in (joris, sanne):
        for nummer in (1, 2):
            doel(plek, huishouden_id, f"doel {nummer} van {plek.medewerker.naam}")
            plan.add_stap(plek, gezamenlijk, f"stap {nummer} van {plek.medewerker.naam}")
            plan.add_afspraak(plek, gezamenlijk, f"Ik bel {nummer}, {plek.medewerker.naam}.")
    wissel(sanne, joris)
    links, rechts = (scherm(plek, huishouden_id) for plek, _, _ in (sanne, joris))
    assert links.plan.doelen == rechts.plan.doelen
    assert links.plan.inhoud.doelen == rechts.plan.inhoud.doelen
    assert len(links.doelen) == len(set(links.doelen)) == 5
    assert [beeld.doel.volgorde for beeld in links.plan.doelen] == [1, 2, 2, 3, 3]
    assert (len(links.plan.doelen[0].stappen), len(links.plan.doelen[0].afspraken)) == (4, 4)
    assert links.dossier.conflicten == rechts.dossier.conflicten == ()


def test_goals_of_a_plan_that_both_began_are_all_there(sanne: Kant, joris: Kant, huishouden_id: UUID) -> None:
    for plek, _, _ in (sanne, joris):
        doel(plek, huishouden_id, f"doel van {plek.medewerker.naam}")
    plan.change(joris[0], Ondersteuningsplan, scherm(joris[0], huishouden_id).plan.plan.id, {}, zelf="Zij kookt.")
    wissel(sanne, joris)
    links, rechts = (scherm(plek, huishouden_id) for plek, _, _ in (sanne, joris))
    assert links.plan.doelen == rechts.plan.doelen
    assert set(links.doelen) == {"doel van Sanne Modelman", "doel van Joris Proefstra"}
    assert links.plan.plan.zelf == "Zij kookt."
    assert (links.plan.conflicten, links.dossier.conflicten) == ({}, ())


def test_a_gesprek_and_a_plan_with_an_id_of_their_own_stay_within_reach_on_both(
    sanne: Kant, joris: Kant, huishouden_id: UUID
) -> None:
    """As another program could make them."""
    typ(sanne[0], huishouden_id, financien__goed="Ik kom rond.")
    doel(sanne[0], huishouden_id, "Ik wil de deur uit.")
    hier = scherm(sanne[0], huishouden_id)
    with joris[0].store.write() as werk:
        gesprek = werk.add(hier.gesprek.vraagverheldering.model_copy(update={"id": uuid4()}))
        naast = werk.add(hier.plan.plan.model_copy(update={"id": uuid4(), "vraagverheldering_id": gesprek.id}))
        werk.commit("test.twee")
    wissel(sanne, joris)
    links, rechts = (scherm(plek, huishouden_id).dossier for plek, _, _ in (sanne, joris))
    assert links.verhaal == rechts.verhaal
    bereikbaar = {i.gesprek_id for i in links.verhaal} | {i.plan_id for i in links.verhaal} | {links.plan_id}
    assert bereikbaar >= {hier.gesprek.vraagverheldering.id, gesprek.id, hier.plan.plan.id, naast.id}


def test_a_number_is_never_seen_in_the_brp_because_another_one_was(
    sanne: Kant, joris: Kant, huishouden_id: UUID
) -> None:
    """One looks the number up while the other changes it: two versions, each with what belongs to it."""

    def anna(plek: Werkplek) -> Inwoner:
        with plek.store.read() as lezer:
            return lezer.find(Inwoner, huishouden_id=huishouden_id)[0]

    def change_bsn(plek: Werkplek, bsn: str) -> None:
        with plek.store.read() as lezer:
            beeld = gegevens.load(lezer, huishouden_id)
        gegevens.change(plek, beeld, {beeld.inwoners[0].id: {"bsn": bsn}})

    change_bsn(sanne[0], "999994669")
    wissel(sanne, joris)
    with sanne[0].store.write() as werk:
        werk.change(anna(sanne[0]), bsn_gecontroleerd_datum=date(2027, 4, 20))
        werk.commit("test.bsn")
    change_bsn(joris[0], "999990019")
    wissel(sanne, joris)
    for plek, _, _ in (sanne, joris):
        with plek.store.read() as lezer:
            beeld = conflict.load(plek, lezer, anna(plek).id, EENHEID_BSN)
        versies = {(kant.velden["bsn"], kant.velden["bsn_gecontroleerd_datum"]) for kant in beeld.kanten}
        assert versies == {("999994669", "2027-04-20"), ("999990019", None)}
        assert (anna(plek).bsn, anna(plek).bsn_gecontroleerd_datum) != ("999990019", date(2027, 4, 20))
