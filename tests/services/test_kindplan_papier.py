"""The papers of a child's own plan: they stop with the child, are called after it, and two dossiers give them out."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kernnetwerk_app.domain.bezorging import NietMeerTeBezorgen, Stuk, Stuksoort
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid, InwonerIsOverleden
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze
from kernnetwerk_app.domain.papiervorm import GEWOON
from kernnetwerk_app.domain.plan import Wie
from kernnetwerk_app.services import (
    avgpakket,
    bezorging,
    contact,
    dossier,
    mensen,
    ondertekening,
    papier,
    plan,
    planafsluiting,
    stukken,
    verstrekking,
    wie_weet_wat,
)
from kernnetwerk_app.services.bezorging import Gekozen
from kernnetwerk_app.services.bezorglijst import verstrekt
from kernnetwerk_app.services.inwoner import hoofdpersoon, leden
from kernnetwerk_app.services.lezers import Lezend
from kernnetwerk_app.services.ondertekening import Tekenvraag
from kernnetwerk_app.services.verhaalitem import VerhaalItem, VerhaalSoort
from kernnetwerk_app.services.werkplek import Werkplek
from tests.services.kindplan_opzet import STRAAT, VADER, VAN_MOEDER, TweeHuizen, twee_huizen
from tests.services.opzet import STREPEN, Dossier, gelezen
from tests.services.stukken_opzet import wacht

pytestmark = pytest.mark.usefixtures("qapp")
KINDPLAN, CONCEPT = "Het eigen plan van het kind", "Het eigen plan van het kind, nog in de maak"


def sterft(huizen: TweeHuizen, wie: Inwoner) -> None:
    velden = {"inwoner_id": wie.id, "aard": Aard.OVERLEDEN, "begin_datum": huizen.plek.vandaag}
    mensen.leg_vast(huizen.plek, Bijzonderheid, huizen.moeder.huishouden_id, velden)


def moeder_van(huizen: TweeHuizen) -> Inwoner:
    with huizen.plek.store.read() as lezer:
        return hoofdpersoon(lezer, huizen.moeder.huishouden_id)


def eigen_stuk(huizen: TweeHuizen) -> tuple[Dossier, Stuk, Stuk]:
    """The plan, and its version as a paper of each dossier: of the mother, and of the father."""
    eigen = huizen.begin()
    eigen.doel("Ik wil bij papa en mama dezelfde bedtijd.")
    versie = eigen.versie()
    stuk = Stuk(Stuksoort.PLAN, huizen.moeder.huishouden_id, versie.id)
    return eigen, stuk, replace(stuk, huishouden_id=huizen.vader.huishouden_id)


def ouders(huizen: TweeHuizen, stuk: Stuk) -> tuple[Lezend, Lezend]:
    with huizen.plek.store.read() as lezer:
        wie = stukken.lezers(huizen.plek, lezer, stuk)
    return next(een for een in wie if een.naam != VADER), next(een for een in wie if een.naam == VADER)


def verhaal(hier: Dossier) -> list[VerhaalItem]:
    with hier.plek.store.read() as lezer:
        return list(dossier.load(hier.plek, lezer, hier.huishouden_id).verhaal)


def test_the_papers_of_a_childs_plan_go_on_when_the_parent_of_the_dossier_dies_and_stop_with_the_child(
    huizen: TweeHuizen,
) -> None:
    plek, hier = huizen.plek, huizen.moeder.huishouden_id
    eigen, stuk, _ = eigen_stuk(huizen)
    moeder, vader = ouders(huizen, stuk)
    for wie in (moeder, vader):
        bezorging.zet_klaar(plek, stuk, wie, {})
    contact.plan_bezoek(plek, hier, plek.vandaag)
    sterft(huizen, moeder_van(huizen))
    with plek.store.read() as lezer:
        assert [een.naam for een in bezorging.load(plek, lezer, hier).keuze] == [KINDPLAN, CONCEPT]
    assert [een.bezorging.voor_naam for een in wacht(huizen.moeder)] == [VADER]  # nobody brings the mother a paper
    bezorging.zet_klaar(plek, Stuk(Stuksoort.CONCEPT, hier, eigen.plan_id), vader, {})
    with pytest.raises(InwonerIsOverleden):
        bezorging.zet_klaar(plek, Stuk(Stuksoort.AFSPRAKEN, hier), vader, {})
    with plek.store.read() as lezer:
        bundel = bezorging.bundel(plek, lezer, plek.vandaag)
    assert {een.wat for een in bundel if een.stuk.huishouden_id == hier} == {KINDPLAN, CONCEPT}
    papier.noteer_afdruk(plek, hier, stukken.papier(plek, stuk), vader)
    papier.noteer_bundel(plek, [(een.stuk, een.lezers[0]) for een in bundel])
    regel = next(een for een in wacht(huizen.moeder) if een.stuk == stuk)
    bezorging.bezorg(plek, regel)
    sterft(huizen, huizen.kind)
    assert wacht(huizen.moeder) == ()
    with plek.store.read() as lezer:
        over = {een.naam for een in bezorging.load(plek, lezer, huizen.vader.huishouden_id).keuze}
    assert over
    assert not over & {KINDPLAN, CONCEPT}
    with pytest.raises(InwonerIsOverleden):
        papier.noteer_bundel(plek, [(stuk, vader)])


def test_of_several_papers_the_one_that_may_not_be_given_any_more_is_named_and_the_others_are_noted(
    huizen: TweeHuizen,
) -> None:
    plek, hier = huizen.plek, huizen.moeder.huishouden_id
    _, stuk, _ = eigen_stuk(huizen)
    moeder, vader = ouders(huizen, stuk)
    afspraken = Stuk(Stuksoort.AFSPRAKEN, hier)
    for wat, wie in ((afspraken, moeder), (stuk, moeder), (stuk, vader)):
        bezorging.zet_klaar(plek, wat, wie, {})
    with plek.store.read() as lezer:
        alle = bezorging.bundel(plek, lezer, plek.vandaag)
    gekozen = [Gekozen(een, next(w for w in een.lezers if w.sleutel == een.lezer)) for een in alle]
    sterft(huizen, moeder_van(huizen))
    niet, _ = bezorging.geef(plek, gekozen)
    assert [(een.van.stuk, een.lezer.sleutel) for een in niet] == [(afspraken, moeder.sleutel), (stuk, moeder.sleutel)]
    with plek.store.read() as lezer:
        assert [een.bezorging.lezer for een in verstrekt(lezer, hier)] == [vader.sleutel]
    with pytest.raises(NietMeerTeBezorgen):
        bezorging.geef(plek, gekozen)


def test_what_the_father_gives_back_was_given_all_the_same_to_the_mother_from_her_own_dossier(
    huizen: TweeHuizen,
) -> None:
    plek = huizen.plek
    eigen, bij_moeder, bij_vader = eigen_stuk(huizen)
    moeder, vader = ouders(huizen, bij_moeder)
    bezorging.zet_klaar(plek, bij_vader, vader, {})
    bezorging.zet_klaar(plek, bij_moeder, moeder, {})
    bezorging.bezorg(plek, wacht(huizen.vader)[0])
    plek.klok.advance(timedelta(days=1))
    bezorging.bezorg(plek, wacht(huizen.moeder)[0])
    with plek.store.read() as lezer:
        (van_vader,) = verstrekt(lezer, huizen.vader.huishouden_id)
    bezorging.neem_terug(plek, van_vader)
    with plek.store.read() as lezer:
        gegeven = verstrekking.meegegeven(lezer, eigen.plan().versies[-1].id)
    assert gegeven is not None
    assert gegeven.datum == plek.vandaag


def test_each_dossier_tells_that_the_plan_was_signed_and_only_where_it_was_brought_who_got_it(
    huizen: TweeHuizen,
) -> None:
    plek = huizen.plek
    _, bij_moeder, bij_vader = eigen_stuk(huizen)
    _, vader = ouders(huizen, bij_moeder)
    bezorging.zet_klaar(plek, bij_vader, vader, {})
    (regel,) = wacht(huizen.vader)
    assert (regel.wat, regel.van, regel.voorletters) == (KINDPLAN, "Mia", huizen.kind.voorletters)
    bezorging.bezorg(plek, regel)
    gebracht = [
        [(een.met, een.onderwerp, een.kindplan) for een in verhaal(huis) if een.soort is VerhaalSoort.PAPIER]
        for huis in (huizen.moeder, huizen.vader)
    ]
    assert gebracht == [[], [(VADER, KINDPLAN, "Mia")]]
    assert [een for een in verhaal(huizen.moeder) if een.soort is VerhaalSoort.VERSTREKKING] == []
    assert bij_moeder.van_id is not None
    vraag = Tekenvraag(Keuze.EENS, "Ik doe mee.", VADER, Hoedanigheid.OUDER, STREPEN)
    ondertekening.teken(plek, bij_moeder.van_id, vraag)
    for huis in (huizen.moeder, huizen.vader):
        (een,) = [item for item in verhaal(huis) if item.soort is VerhaalSoort.ONDERTEKENING]
        assert (een.wie, een.kindplan, een.citaat) == (VADER, "Mia", "Ik doe mee.")


def test_the_plan_of_a_child_that_was_given_by_hand_is_told_in_both_dossiers_as_of_the_child(
    huizen: TweeHuizen,
) -> None:
    _, stuk, _ = eigen_stuk(huizen)
    huizen.moeder.doel()
    assert stuk.van_id is not None
    verstrekking.geef_mee(huizen.plek, stuk.van_id)
    verstrekking.geef_mee(huizen.plek, huizen.moeder.versie().id)
    gegeven = [
        sorted(een.kindplan for een in verhaal(huis) if een.soort is VerhaalSoort.VERSTREKKING)
        for huis in (huizen.moeder, huizen.vader)
    ]
    assert gegeven == [["", "Mia"], ["Mia"]]


def test_a_volunteer_in_a_childs_plan_does_not_fall_back_on_where_one_household_lives(huizen: TweeHuizen) -> None:
    plek = huizen.plek
    eigen = huizen.begin()
    with plek.store.write() as werk:
        werk.change(werk.get(Huishouden, huizen.moeder.huishouden_id), kern=plek.profiel.kernen[0].naam)
        vast = werk.get(Huishouden, huizen.moeder.huishouden_id).contactpersoon_id
        werk.change(werk.get(Medewerker, vast or plek.medewerker.id), telefoon=None)
        werk.commit("test.kern", huizen.moeder.huishouden_id)
    for van in (huizen.moeder, eigen):
        plan.add_afspraak(plek, van.doel(), "De maatjes komen elke week.", Wie.VRIJWILLIGER, "Maatjes")
    (thuis,) = huizen.moeder.plan().doelen[0].afspraken
    (van_kind,) = eigen.plan().doelen[0].afspraken
    assert thuis.achtervang_bereik
    assert van_kind.achtervang == thuis.achtervang
    assert van_kind.achtervang_bereik is None


def test_the_plan_in_the_making_that_the_father_got_is_told_to_him_and_not_to_the_mother(huizen: TweeHuizen) -> None:
    plek, hier = huizen.plek, huizen.moeder.huishouden_id
    eigen, stuk, _ = eigen_stuk(huizen)
    moeder, vader = ouders(huizen, stuk)
    concept = Stuk(Stuksoort.CONCEPT, hier, eigen.plan_id)
    for wie in (moeder, vader):
        bezorging.zet_klaar(plek, concept, wie, {})
    for regel in wacht(huizen.moeder):
        bezorging.bezorg(plek, regel)
    with plek.store.read() as lezer:
        alle = [een for een in wie_weet_wat.load(plek, lezer, hier) if een.deel == wie_weet_wat.PAPIEREN]
        mag = wie_weet_wat.voor_lezer(plek, lezer, hier, hoofdpersoon(lezer, hier), alle)
    assert len(alle) == 2
    assert all(CONCEPT in een.zin for een in alle)
    (een,) = mag
    assert VADER not in een.zin


def test_through_the_plan_of_the_child_nothing_of_the_one_household_comes_on_a_page_or_paper_of_the_other(
    plek: Werkplek,
) -> None:
    huizen = twee_huizen(plek, "2014-01-01")
    huizen.moeder.doel("Ik wil weer slapen.")
    huizen.vader.doel("Ik wil minder drinken.")
    eigen, _, _ = eigen_stuk(huizen)
    planafsluiting.sluit_af(plek, eigen.plan_id, "anders")
    planafsluiting.heropen(plek, eigen.plan_id)
    for hier, van_ander in (
        (huizen.vader, (VAN_MOEDER, STRAAT, "Stiefan", "Ik wil weer slapen")),
        (huizen.moeder, ("drinken",)),
    ):
        huis = hier.huishouden_id
        with plek.store.read() as lezer:
            beeld = dossier.load(plek, lezer, huis)
            gezien = [mensen.load(plek, lezer, huis), wie_weet_wat.load(plek, lezer, huis), beeld.verhaal, beeld.route]
            keuze = [een.stuk for een in stukken.keuze(plek, lezer, huis)]
            wie = {stuk: stukken.lezers(plek, lezer, stuk) for stuk in keuze}
            pakketten = [avgpakket.build(plek, lezer, huis, mens) for mens in leden(lezer, huis)]
        van_kind = [stuk for stuk in keuze if stuk.van_id in (eigen.plan_id, eigen.plan().versies[-1].id)]
        papieren = [gelezen(stukken.maak(plek, stuk, wie[stuk][0], GEWOON)) for stuk in van_kind]
        assert len(papieren) == 2
        for woord in van_ander:
            assert woord not in repr((gezien, pakketten))
            assert all(woord not in tekst for tekst in papieren)
