"""Making the plan together: one for a household, goals as they were said, and versions that never change."""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from kernnetwerk_app.documents.signing import check_code
from kernnetwerk_app.domain.huishouden import Huishouden, Regie
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.medewerker import Functie
from kernnetwerk_app.domain.plan import (
    AfspraakZonderWoorden,
    DoelZonderWoorden,
    Ondersteuningsplan,
    PlanStatus,
    PlanZonderDoel,
    TerugkijkVoorBegin,
    Wie,
    nieuw_plan_id,
    wat_mist,
)
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.domain.tekst import RegelTeLang, TekstTeLang
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.units import WaardeTeGroot
from kernnetwerk_app.services import mensen, ondertekening, plan, planmaker, planversie, wie_is_wie
from kernnetwerk_app.services.typen import VeldIsLeeg
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import BestaatNiet
from tests.factories import DINSDAG, SANNE, make_werkplek, nieuwe_melding
from tests.services.opzet import DOEL, Dossier, begin_dossier, gelezen, laatste_n

WOORDEN = "  Ik wil\t\tweer   dansen.\n\n\n   En op dinsdag óók!  "


@pytest.fixture(scope="module")
def klok() -> Klok:
    return Klok(DINSDAG)


@pytest.fixture(scope="module")
def plek(tmp_path_factory: pytest.TempPathFactory, klok: Klok) -> Werkplek:
    return make_werkplek(tmp_path_factory.mktemp("laptop"), klok)


@pytest.fixture
def dossier(plek: Werkplek) -> Dossier:
    return begin_dossier(plek)


def _plannen(dossier: Dossier) -> list[Ondersteuningsplan]:
    with dossier.plek.store.read() as lezer:
        return lezer.find(Ondersteuningsplan, huishouden_id=dossier.huishouden_id)


def _versies(dossier: Dossier) -> list[PlanVersie]:
    return list(dossier.plan().versies)


# -- one plan --------------------------------------------------------------------------------------------------------


def test_household_with_a_plan_gets_no_second_one(dossier: Dossier) -> None:
    assert plan.begin(dossier.plek, dossier.huishouden_id)[0] == dossier.plan_id
    assert len(_plannen(dossier)) == 1


def test_after_a_closed_plan_a_new_one_can_begin(dossier: Dossier) -> None:
    dossier.wijzig(dossier.plan().plan, status=PlanStatus.AFGESLOTEN)
    nieuw, _ = plan.begin(dossier.plek, dossier.huishouden_id)
    assert nieuw != dossier.plan_id
    assert {p.id: p.status for p in _plannen(dossier)} == {
        dossier.plan_id: PlanStatus.AFGESLOTEN,
        nieuw: PlanStatus.ACTIEF,
    }


def test_id_of_a_plan_follows_from_the_household_and_what_is_there_already(dossier: Dossier) -> None:
    bestaand = dossier.plan().plan
    van_toen = bestaand.model_copy(update={"id": uuid4()})
    assert nieuw_plan_id(dossier.huishouden_id, []) == nieuw_plan_id(dossier.huishouden_id, [van_toen]) == bestaand.id
    tweede = nieuw_plan_id(dossier.huishouden_id, [bestaand, van_toen])
    assert tweede == nieuw_plan_id(dossier.huishouden_id, [bestaand]) != bestaand.id
    assert nieuw_plan_id(uuid4(), []) != bestaand.id


def test_plan_cannot_begin_before_there_was_a_gesprek(plek: Werkplek) -> None:
    opgenomen = nieuwe_melding(plek)
    voor = laatste_n(plek)
    with pytest.raises(plan.PlanZonderGesprek):
        plan.begin(plek, opgenomen.huishouden_id)
    assert laatste_n(plek) == voor


@pytest.mark.eis("PLAN-04")
def test_resident_owns_the_plan_and_has_the_regie_and_the_worker_contributes(dossier: Dossier) -> None:
    beeld = dossier.plan()
    assert beeld.plan.eigenaar_id == beeld.inwoner.id
    assert beeld.plan.planmaker_id == SANNE.id != beeld.plan.eigenaar_id
    with dossier.plek.store.read() as lezer:
        assert lezer.get(Huishouden, dossier.huishouden_id).regie is Regie.INWONER
    dossier.doel()
    assert "U bent de eigenaar van dit plan." in gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))


@pytest.mark.eis("PLAN-17")
def test_who_helped_to_make_the_plan_is_kept_with_the_role(dossier: Dossier) -> None:
    assert dossier.plan().plan.planmaker_id == SANNE.id
    assert dossier.plan().plan.planmaker_rol == Functie.GENERALIST.value


# -- goals, steps, lines ---------------------------------------------------------------------------------------------


@pytest.mark.eis("OND-11")
def test_goal_is_kept_and_frozen_exactly_as_it_was_said(dossier: Dossier) -> None:
    with pytest.raises(BestaatNiet):
        plan.add_afspraak(dossier.plek, uuid4(), "De thuiszorg komt.")
    dossier.doel(WOORDEN)
    (beeld,) = dossier.plan().doelen
    assert beeld.doel.tekst == WOORDEN
    assert plan.read_inhoud(dossier.versie()).doelen[0].tekst == WOORDEN


@pytest.mark.parametrize("leeg", ["", "   ", "\u200b\u2060", "\n\t"])
def test_goal_step_and_line_without_words_are_refused_and_nothing_is_kept(dossier: Dossier, leeg: str) -> None:
    doel = dossier.doel()
    voor = laatste_n(dossier.plek)
    with pytest.raises(DoelZonderWoorden):
        dossier.doel(leeg)
    with pytest.raises(VeldIsLeeg):
        plan.add_stap(dossier.plek, doel, leeg)
    with pytest.raises(AfspraakZonderWoorden):
        plan.add_afspraak(dossier.plek, doel, leeg)
    assert laatste_n(dossier.plek) == voor


def test_words_cannot_be_taken_out_of_a_goal_a_step_or_a_line(dossier: Dossier) -> None:
    doel = dossier.doel()
    plan.add_stap(dossier.plek, doel, "Bellen met de buurtbus")
    plan.add_afspraak(dossier.plek, doel, "Ik ga elke dinsdag.")
    (beeld,) = dossier.plan().doelen
    for deel, fout in ((beeld.doel, DoelZonderWoorden), (beeld.stappen[0], VeldIsLeeg)):
        with pytest.raises(fout):
            dossier.wijzig(deel, tekst=" ")
    with pytest.raises(AfspraakZonderWoorden):
        dossier.wijzig(beeld.afspraken[0], tekst="\u200b")
    assert dossier.plan().doelen == (beeld,)


@pytest.mark.eis("PLAN-19")
def test_line_hangs_on_a_goal_of_the_resident_or_is_refused(dossier: Dossier) -> None:
    doel = dossier.doel()
    afspraak, _ = plan.add_afspraak(dossier.plek, doel, "Buurvrouw Riet gaat mee.")
    assert [a.id for d in dossier.plan().doelen for a in d.afspraken if a.doel_id == doel] == [afspraak]
    voor = laatste_n(dossier.plek)
    for geen_doel in (uuid4(), dossier.plan_id, dossier.huishouden_id):
        with pytest.raises(BestaatNiet):
            plan.add_afspraak(dossier.plek, geen_doel, "De thuiszorg komt.")
    assert laatste_n(dossier.plek) == voor


def test_line_says_who_does_it_when_it_starts_and_what_it_still_lacks(dossier: Dossier) -> None:
    doel = dossier.doel()
    plan.add_afspraak(dossier.plek, doel, "Mijn zus brengt mij.")
    plan.add_afspraak(dossier.plek, doel, "Huishoudelijke hulp, twee uur.", Wie.PROFESSIONAL)
    zus, hulp = dossier.plan().doelen[0].afspraken
    assert (zus.wie, zus.wie_naam, zus.begin_datum) == (Wie.NETWERK, "Mijn zus", dossier.plek.vandaag)
    assert wat_mist(zus) == ("terugkijk",)
    assert wat_mist(hulp) == ("wie", "terugkijk", "waarom")
    dossier.wijzig(zus, terugkijk_datum=dossier.plek.vandaag + timedelta(weeks=12))
    assert wat_mist(dossier.plan().doelen[0].afspraken[0]) == ()


def test_line_gets_the_day_on_which_we_look_back_at_the_plan(dossier: Dossier) -> None:
    terug = dossier.plek.vandaag + timedelta(weeks=12)
    dossier.wijzig(dossier.plan().plan, terugkijk_datum=terug)
    plan.add_afspraak(dossier.plek, dossier.doel(), "Ik ga elke dinsdag.")
    (afspraak,) = dossier.plan().doelen[0].afspraken
    assert afspraak.terugkijk_datum == terug
    assert wat_mist(afspraak) == ()


def test_looking_back_before_it_begins_is_refused_and_the_line_stays(dossier: Dossier) -> None:
    plan.add_afspraak(dossier.plek, dossier.doel(), "Ik ga elke dinsdag.")
    (afspraak,) = dossier.plan().doelen[0].afspraken
    with pytest.raises(TerugkijkVoorBegin):
        dossier.wijzig(afspraak, terugkijk_datum=afspraak.begin_datum and afspraak.begin_datum - timedelta(days=1))
    assert dossier.plan().doelen[0].afspraken == (afspraak,)


def test_word_that_is_no_name_is_no_guess_and_no_reason_to_refuse_the_sentence(dossier: Dossier) -> None:
    zin = "A" + "a" * 100_000 + " komt."
    plan.add_afspraak(dossier.plek, dossier.doel(), zin)
    (afspraak,) = dossier.plan().doelen[0].afspraken
    assert (afspraak.tekst, afspraak.wie, afspraak.wie_naam) == (zin, Wie.NETWERK, None)


@pytest.mark.eis("PLAN-09")
def test_steps_are_ticked_and_unticked_and_the_plan_shows_it(dossier: Dossier) -> None:
    doel = dossier.doel()
    for tekst in ("Folder lezen", "Bellen", "Een keer kijken"):
        plan.add_stap(dossier.plek, doel, tekst)
    stappen = dossier.plan().doelen[0].stappen
    for stap in stappen[:2]:
        plan.tik_stap(dossier.plek, stap.id, gedaan=True)
    plan.tik_stap(dossier.plek, stappen[0].id, gedaan=False)
    getikt = dossier.plan()
    assert [stap.gedaan_datum for stap in getikt.doelen[0].stappen] == [None, dossier.plek.vandaag, None]
    op_papier = plan.read_inhoud(dossier.versie()).doelen[0].stappen
    assert [(stap.tekst, stap.gedaan) for stap in op_papier] == [
        ("Folder lezen", False),
        ("Bellen", True),
        ("Een keer kijken", False),
    ]


def test_goals_stay_in_order_and_one_that_lapsed_is_not_on_paper(dossier: Dossier) -> None:
    for tekst in ("Eerst", "Daarna", "Ten slotte"):
        dossier.doel(tekst)
    dossier.wijzig(dossier.plan().doelen[1].doel, vervallen_datum=dossier.plek.vandaag)
    assert [(d.nummer, d.tekst) for d in dossier.plan().inhoud.doelen] == [(1, "Eerst"), (2, "Ten slotte")]
    dossier.doel("Nog een")
    assert [d.doel.tekst for d in dossier.plan().doelen] == ["Eerst", "Ten slotte", "Nog een"]


def test_too_long_text_is_refused_in_words_and_changes_nothing(dossier: Dossier) -> None:
    doel = dossier.doel()
    plan.add_afspraak(dossier.plek, doel, "Ik ga.", wanneer="dinsdag")
    (beeld,) = dossier.plan().doelen
    voor = laatste_n(dossier.plek)
    te_lang = "x" * 200_001
    with pytest.raises(TekstTeLang):
        dossier.doel(te_lang)
    with pytest.raises(TekstTeLang):
        plan.add_stap(dossier.plek, doel, te_lang)
    with pytest.raises(TekstTeLang):
        dossier.wijzig(beeld.doel, tekst=te_lang)
    with pytest.raises(RegelTeLang):
        plan.add_afspraak(dossier.plek, doel, "Ik ga.", wanneer="x" * 301)
    with pytest.raises(RegelTeLang):
        dossier.wijzig(beeld.afspraken[0], wanneer="x" * 301)
    assert laatste_n(dossier.plek) == voor
    assert dossier.plan().doelen == (beeld,)


# -- versions --------------------------------------------------------------------------------------------------------


def test_plan_without_a_goal_cannot_be_frozen(dossier: Dossier) -> None:
    with pytest.raises(PlanZonderDoel):
        dossier.versie()
    assert _versies(dossier) == []


def test_check_code_of_a_version_is_that_of_its_octets(dossier: Dossier) -> None:
    dossier.doel()
    versie = dossier.versie()
    assert versie.nummer == 1
    assert versie.code == check_code(versie.inhoud) != check_code(versie.inhoud + b"\0")
    assert planversie.dump_inhoud(plan.read_inhoud(versie)) == versie.inhoud


def test_same_content_gives_the_same_version_also_another_day(dossier: Dossier, klok: Klok) -> None:
    dossier.doel()
    versie = dossier.versie()
    klok.advance(timedelta(days=1))
    assert dossier.versie() == versie
    assert _versies(dossier) == [versie]


def test_a_change_gives_the_next_number_and_another_code(dossier: Dossier) -> None:
    dossier.doel()
    eerste = dossier.versie()
    dossier.typ("dagbesteding.goed", "Ik zing graag.")
    tweede = dossier.versie()
    plan.add_stap(dossier.plek, dossier.plan().doelen[0].doel.id, "Bellen")
    derde = dossier.versie()
    assert [v.nummer for v in _versies(dossier)] == [1, 2, 3]
    assert len({eerste.code, tweede.code, derde.code}) == 3
    assert [plan.read_inhoud(v).nummer for v in _versies(dossier)] == [1, 2, 3]


def test_signed_version_stays_as_it_was_whatever_happens_to_the_plan(dossier: Dossier) -> None:
    doel = dossier.doel()
    plan.add_stap(dossier.plek, doel, "Bellen")
    versie = dossier.versie()
    gelezen_pdf = ondertekening.render(dossier.plek, versie, ())
    getekend = dossier.teken(versie)
    plan.tik_stap(dossier.plek, dossier.plan().doelen[0].stappen[0].id, gedaan=True)
    dossier.wijzig(dossier.plan().doelen[0].doel, tekst="Iets heel anders.")
    dossier.versie()
    opnieuw, nieuwe = _versies(dossier)
    assert opnieuw == versie
    assert nieuwe.nummer == 2
    assert plan.read_inhoud(opnieuw).doelen[0].tekst == DOEL
    assert ondertekening.render(dossier.plek, opnieuw, ()) == gelezen_pdf
    with dossier.plek.store.read() as lezer:
        assert lezer.get(type(getekend), getekend.id) == getekend
    assert getekend.code == versie.code != nieuwe.code


def test_plan_that_is_too_much_to_keep_as_one_is_refused_and_stays_open(dossier: Dossier) -> None:
    for _ in range(5):
        dossier.doel("\N{GRINNING FACE}" * 50_000)
    with pytest.raises(WaardeTeGroot):
        dossier.versie()
    assert _versies(dossier) == []
    assert len(dossier.plan().doelen) == 5


def test_version_that_holds_no_plan_is_called_unreadable(dossier: Dossier) -> None:
    dossier.doel()
    versie = dossier.versie()
    for octets in (b"", b"\xff", codec.dumps([]), codec.dumps({"titel": 3}), versie.inhoud[:-1]):
        with pytest.raises(codec.OnleesbaarBericht):
            plan.read_inhoud(versie.model_copy(update={"inhoud": octets}))


def test_version_shows_the_day_on_which_it_was_frozen(tmp_path: Path) -> None:
    klok = Klok(DINSDAG)
    dossier = begin_dossier(make_werkplek(tmp_path, klok))
    dossier.doel()
    klok.advance(timedelta(days=3))
    assert dossier.versie().datum == date(2027, 4, 23)


def test_absent_plan_is_named_so(plek: Werkplek) -> None:
    nergens: UUID = uuid4()
    for doe in (
        lambda: plan.add_doel(plek, nergens, DOEL),
        lambda: plan.add_stap(plek, nergens, "Bellen"),
        lambda: plan.tik_stap(plek, nergens, gedaan=True),
        lambda: plan.stel_vast(plek, nergens),
    ):
        with pytest.raises(BestaatNiet):
            doe()


@pytest.mark.eis("PLAN-17")
def test_who_made_the_plan_together_is_told_and_changed_when_a_colleague_takes_over(dossier: Dossier) -> None:
    """Who is *Planmaker* among the people around the resident is one of them; who is that for the partner is not."""
    plek, hier = dossier.plek, dossier.huishouden_id
    anna = dossier.plan().inwoner
    mensen.leg_vast(plek, Inwoner, hier, {"voornamen": "Piet", "rol": RolInHuishouden.PARTNER})
    with plek.store.read() as lezer:
        (piet,) = (een for een in lezer.find(Inwoner, huishouden_id=hier) if een.id != anna.id)
    for van, naam in ((anna, "Karin Proef"), (piet, "Wim Proef")):
        mensen.leg_vast(plek, Relatie, hier, {"inwoner_id": van.id, "ander_naam": naam, "rol": planmaker.PLANMAKER})
    with plek.store.write() as werk:
        werk.add(collega := SANNE.model_copy(update={"id": uuid4(), "naam": "Joris Proefman", "telefoon": None}))
        werk.commit("medewerkers.bekend")
    assert samen(dossier) == (anna.naam, SANNE.naam, "Karin Proef")
    dossier.wijzig(dossier.plan().plan, **planmaker.velden_van(collega), samen_met="Tante Bep, vertrouwenspersoon")
    assert samen(dossier) == (anna.naam, "Joris Proefman", "Karin Proef", "Tante Bep, vertrouwenspersoon")
    dossier.doel()
    op_papier = gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))
    vraag = "Wie hielp mee met dit plan?"
    assert f"{vraag} Joris Proefman, Karin Proef, Tante Bep, vertrouwenspersoon" in op_papier
    assert "Wim Proef" not in op_papier
    wie_is = gelezen(wie_is_wie.load_pdf(plek, hier))
    assert "Joris Proefman Maakt met u het plan" in wie_is
    assert "Met het plan hielp ook: Tante Bep, vertrouwenspersoon" in wie_is
    with plek.store.write() as werk:
        werk.change(werk.get(Huishouden, hier), contactpersoon_id=None)
        werk.commit("test.niemand", hier)
    op_papier = gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))
    assert f"{vraag} Joris Proefman, Karin Proef" in op_papier, "the contact on it is who prints, for want of another"
    assert "Joris Proefman Maakt met u het plan" in gelezen(wie_is_wie.load_pdf(plek, hier))


def samen(dossier: Dossier) -> tuple[str, ...]:
    """Who made the plan together."""
    with dossier.plek.store.read() as lezer:
        return planmaker.load(dossier.plek, lezer, dossier.plan_id).samen
