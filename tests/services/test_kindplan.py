"""The own plan of a child of two households: of the child, and with nothing of either household in it (PLAN-01)."""

from datetime import timedelta
from uuid import UUID

import pytest

from kernnetwerk_app.domain.aanvraag import Aanvraag
from kernnetwerk_app.domain.base import VoorWie
from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.domain.bijlage import Bijlage, Inhoud, Vorm
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid, InwonerIsOverleden
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.domain.samenvoeging import KindVanTweeHuizen, Samenvoeging
from kernnetwerk_app.domain.verblijf import Verblijf
from kernnetwerk_app.services import (
    avgpakket,
    bezorging,
    bijlage,
    kindplan,
    mensen,
    ondertekening,
    plan,
    samenvoeging,
    stukken,
    verstrekking,
    wie_weet_wat,
)
from kernnetwerk_app.services.afsprakenkaart import build as build_kaart
from kernnetwerk_app.services.bezorglijst import te_bezorgen
from kernnetwerk_app.services.inwoner import hoofdpersoon, leden
from kernnetwerk_app.services.kindplan import KindInEenHuis
from kernnetwerk_app.services.lezers import beslissend
from kernnetwerk_app.services.ondertekening import Tekenvraag
from kernnetwerk_app.services.samenvoeging import find_dubbelen
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.teksten import load
from tests.bestanden import foto
from tests.services.aanvraag_opzet import met_hulp
from tests.services.kindplan_opzet import STRAAT, VADER, VAN_MOEDER, TweeHuizen, twee_huizen
from tests.services.opzet import STREPEN, gelezen

pytestmark = pytest.mark.usefixtures("qapp")
DOEL_KIND = "Ik wil bij papa en mama dezelfde bedtijd."


@pytest.mark.eis("PLAN-01")
def test_a_child_of_two_households_has_one_plan_beside_theirs_and_both_dossiers_lead_to_it(
    plek: Werkplek, huizen: TweeHuizen
) -> None:
    huizen.moeder.doel("Ik wil weer slapen.")
    eigen = huizen.begin()
    eigen.doel(DOEL_KIND)
    assert huizen.begin().plan_id == eigen.plan_id
    with plek.store.read() as lezer:
        for huis in (huizen.moeder, huizen.vader):
            (een,) = kindplan.kindplannen(plek, lezer, huis.huishouden_id)
            assert (een.kind.voornamen, een.plan_id) == ("Mia", eigen.plan_id)
            assert plan.load(plek, lezer, huis.plan_id).andere == ()
        assert len(lezer.find(Ondersteuningsplan, huishouden_id=huizen.moeder.huishouden_id)) == 2
        (daar,) = mensen.load(plek, lezer, huizen.vader.huishouden_id).gasten
        assert daar.kindplan is not None
        assert daar.kindplan.plan_id == eigen.plan_id
        kaart = build_kaart(
            plek, lezer, huizen.moeder.huishouden_id, beslissend(plek, lezer, huizen.moeder.huishouden_id, None)[0]
        )
        assert DOEL_KIND not in repr(kaart)
    assert plan.begin(plek, huizen.moeder.huishouden_id)[0] == huizen.moeder.plan_id
    assert [doel.doel.tekst for doel in huizen.moeder.plan().doelen] == ["Ik wil weer slapen."]


def test_nothing_of_either_household_is_on_the_paper_and_both_parents_read_and_sign_it(huizen: TweeHuizen) -> None:
    plek = huizen.plek
    huizen.moeder.doel("Ik wil weer slapen.")
    eigen = huizen.begin()
    eigen.doel(DOEL_KIND)
    met_hulp(eigen, "De kindercoach praat elke week met mij.", "Kindercoach", "jeugdwet")
    versie = eigen.versie()
    papier = gelezen(ondertekening.render(plek, versie, ()))
    assert "Mia" in papier
    assert DOEL_KIND in papier
    assert VADER in papier
    for woord in (VAN_MOEDER, STRAAT, "Stiefan", "Ik wil weer slapen.", huizen.moeder.plan().vraag):
        assert woord not in papier
    namen = {een.naam for een in eigen.plan().bekenden}
    assert "Stiefan" not in namen
    assert "Mia" in namen
    assert "Piet" in namen
    assert eigen.plan().kaart.kern == ""
    foto_id, _ = bijlage.neem_op(plek, huizen.moeder.huishouden_id, Inhoud(Vorm.FOTO, foto(), 1))
    with plek.store.read() as lezer:
        een, bases = lezer.get(Bijlage, foto_id), lezer.bases(foto_id)
    bijlage.beschrijf(plek, een, bases, {"voor_wie": VoorWie.TAFEL, "bij_plan": True})
    van_thuis = huizen.moeder.versie()
    with plek.store.read() as lezer:
        assert bijlage.mee_met(plek, lezer, Stuksoort.PLAN, versie.id).bijlagen == ()
        assert bijlage.mee_met(plek, lezer, Stuksoort.PLAN, van_thuis.id).bijlagen == (foto_id,)
        beeld = ondertekening.load(plek, lezer, versie.id)
        wie = stukken.lezers(plek, lezer, Stuk(Stuksoort.PLAN, huizen.vader.huishouden_id, versie.id))
    assert {een.als for een in beeld.tekenaars.mensen} == {Hoedanigheid.OUDER}
    assert len(beeld.tekenaars.mensen) == len(wie) == 2
    assert VADER in {een.naam for een in wie}
    (regel,) = beeld.aan_te_vragen
    vraag = Tekenvraag(Keuze.EENS, None, VADER, Hoedanigheid.OUDER, STREPEN, vraagt_aan=(regel.afspraak_id,))
    ondertekening.teken(plek, versie.id, vraag)
    with plek.store.read() as lezer:
        assert [een.naam for een in ondertekening.load(plek, lezer, versie.id).tekenaars.nog_niet] != []
        assert VADER not in [een.naam for een in ondertekening.load(plek, lezer, versie.id).tekenaars.nog_niet]
        assert [een.afspraak_id for een in lezer.find(Aanvraag)] == [regel.afspraak_id]
    _check_papieren(huizen, [versie.id, eigen.plan_id], {een.naam for een in wie})


def _check_papieren(huizen: TweeHuizen, van: list[UUID], mogen: set[str]) -> None:
    """Who may have the plan may have what was signed, and it is never called as that of a household."""
    plek = huizen.vader.plek
    with plek.store.read() as lezer:
        papieren = stukken.keuze(plek, lezer, huizen.vader.huishouden_id)
        van_mia = [een.stuk for een in papieren if "Van Mia" in een.uitleg]
        assert [een.van_id for een in van_mia if een.soort is not Stuksoort.GETEKEND] == van
        (getekend,) = [een for een in van_mia if een.soort is Stuksoort.GETEKEND]
        assert {een.naam for een in stukken.lezers(plek, lezer, getekend)} == mogen
        assert stukken.naam(lezer, getekend) == "Het eigen plan van het kind, met handtekening of reactie"


def test_a_child_of_twelve_decides_along_and_reads_first(plek: Werkplek) -> None:
    huizen = twee_huizen(plek, "2014-01-01")
    eigen = huizen.begin()
    eigen.doel(DOEL_KIND)
    versie = eigen.versie()
    with plek.store.read() as lezer:
        mensen_nu = ondertekening.load(plek, lezer, versie.id).tekenaars.mensen
        wie = stukken.lezers(plek, lezer, Stuk(Stuksoort.PLAN, huizen.moeder.huishouden_id, versie.id))
    assert [een.als for een in mensen_nu] == [Hoedanigheid.INWONER, Hoedanigheid.OUDER, Hoedanigheid.OUDER]
    assert wie[0].inwoner_id == huizen.kind.id
    assert len(wie) == 3


def test_the_clock_of_a_household_does_not_stop_for_the_plan_of_the_child(plek: Werkplek, huizen: TweeHuizen) -> None:
    eigen = huizen.begin()
    eigen.doel(DOEL_KIND)
    versie = eigen.versie()
    verstrekking.geef_mee(plek, versie.id)
    with plek.store.read() as lezer:
        gegeven = verstrekking.meegegeven(lezer, versie.id)
        assert gegeven is not None
        assert gegeven.datum == plek.vandaag
        assert len(verstrekking.open_meldingen(lezer, huizen.moeder.huishouden_id)) == 1
    verstrekking.neem_terug(plek, versie.id)
    with plek.store.read() as lezer:
        assert verstrekking.meegegeven(lezer, versie.id) is None


def test_who_lives_in_one_place_has_no_plan_of_its_own_and_a_stay_that_ended_takes_it_out_of_sight_there(
    plek: Werkplek,
    huizen: TweeHuizen,
) -> None:
    with plek.store.read() as lezer:
        grote = next(mens for mens in leden(lezer, huizen.moeder.huishouden_id) if mens.voornamen == "Stiefan")
    with pytest.raises(KindInEenHuis):
        kindplan.begin(plek, grote.id)
    eigen = huizen.begin()
    with plek.store.write() as werk:
        (stay,) = werk.find(Verblijf)
        werk.change(stay, eind_datum=plek.vandaag - timedelta(days=1))
        werk.commit("test.einde", huizen.moeder.huishouden_id)
    with plek.store.read() as lezer:
        assert kindplan.kindplannen(plek, lezer, huizen.vader.huishouden_id) == ()
        (een,) = kindplan.kindplannen(plek, lezer, huizen.moeder.huishouden_id)
    assert een.plan_id == eigen.plan_id


def test_the_package_of_a_parent_marks_the_plan_of_the_child_as_of_another(plek: Werkplek, huizen: TweeHuizen) -> None:
    eigen = huizen.begin()
    eigen.doel(DOEL_KIND)
    with plek.store.read() as lezer:
        wie = hoofdpersoon(lezer, huizen.moeder.huishouden_id), huizen.kind
        delen = [avgpakket.build(plek, lezer, huizen.moeder.huishouden_id, een) for een in wie]
    van_moeder, van_kind = (
        deel.regels[0].merken
        for alle in delen
        for deel in alle
        if DOEL_KIND in [regel.woorden for regel in deel.regels]
    )
    ander = load("rechtenblad")("avg.merk.ander")
    assert ander in van_moeder
    assert ander not in van_kind


def test_what_the_father_got_of_the_plan_of_the_child_is_not_told_as_given_to_the_mother(
    plek: Werkplek, huizen: TweeHuizen
) -> None:
    eigen = huizen.begin()
    eigen.doel(DOEL_KIND)
    versie = eigen.versie()
    bij_moeder, bij_vader = (
        Stuk(Stuksoort.PLAN, huis.huishouden_id, versie.id) for huis in (huizen.moeder, huizen.vader)
    )
    with plek.store.read() as lezer:
        wie = stukken.lezers(plek, lezer, bij_vader)
    vader = next(een for een in wie if een.naam == VADER)
    moeder = next(een for een in wie if een.naam != VADER)
    bezorging.zet_klaar(plek, bij_moeder, moeder, {})
    bezorging.zet_klaar(plek, bij_vader, vader, {})
    with plek.store.read() as lezer:
        (regel,) = te_bezorgen(lezer, huizen.vader.huishouden_id)
    bezorging.bezorg(plek, regel)
    with plek.store.read() as lezer:
        papieren = [
            [een.zin for een in wie_weet_wat.load(plek, lezer, huis.huishouden_id) if een.deel == wie_weet_wat.PAPIEREN]
            for huis in (huizen.moeder, huizen.vader)
        ]
        wacht = te_bezorgen(lezer, huizen.moeder.huishouden_id)
    assert papieren[0] == []
    assert papieren[1][0].startswith(f"{VADER} kreeg versie 1 van het plan van Mia op ")
    assert [een.bezorging.lezer for een in wacht] == [moeder.sleutel]


def test_the_plan_of_a_child_goes_on_when_a_parent_dies_and_stops_with_the_child(
    plek: Werkplek, huizen: TweeHuizen
) -> None:
    eigen = huizen.begin()
    eigen.doel(DOEL_KIND)
    with plek.store.read() as lezer:
        moeder = hoofdpersoon(lezer, huizen.moeder.huishouden_id)
    velden = {"aard": Aard.OVERLEDEN, "begin_datum": plek.vandaag}
    mensen.leg_vast(plek, Bijzonderheid, huizen.moeder.huishouden_id, {"inwoner_id": moeder.id, **velden})
    verstrekking.geef_mee(plek, eigen.versie().id)
    mensen.leg_vast(plek, Bijzonderheid, huizen.moeder.huishouden_id, {"inwoner_id": huizen.kind.id, **velden})
    with pytest.raises(InwonerIsOverleden):
        eigen.versie()


@pytest.mark.eis("TRI-21")
def test_a_child_in_the_dossiers_of_both_parents_makes_no_one_dossier_of_two_households(
    plek: Werkplek, huizen: TweeHuizen
) -> None:
    """As long as nobody said that it lives in both, it is asked; then it is known."""
    moeder, vader = huizen.moeder.huishouden_id, huizen.vader.huishouden_id
    nog_eens = {"voornamen": "Mia", "achternaam": "Voorbeeld", "rol": RolInHuishouden.KIND}
    with plek.store.write() as werk:
        mia = werk.add(Inwoner(id=plek.new_id(), huishouden_id=vader, geboortedatum="2018-05-01", **nog_eens))
        (stay,) = werk.find(Verblijf)
        werk.change(stay, elders_id=None, elders="bij haar vader")
        werk.commit("test.nog_eens", vader)

    def asked() -> bool:
        with plek.store.read() as lezer:
            return any({d.een.id, d.ander.id} == {huizen.kind.id, mia.id} for d in find_dubbelen(plek, lezer))

    assert asked()
    assert samenvoeging.open_paar(plek, huizen.kind.id, mia.id).kind_van_twee
    with pytest.raises(KindVanTweeHuizen):
        samenvoeging.voeg_samen(plek, huizen.kind.id, mia.id)
    with plek.store.read() as lezer:
        assert {een.id for een in samenvoeging.huishoudens(lezer)} >= {moeder, vader}
        assert not lezer.find(Samenvoeging)
    with plek.store.write() as werk:
        werk.change(werk.get(Verblijf, stay.id), elders_id=vader, elders=None)
        werk.commit("test.woont_ook", moeder)
    assert not asked()
