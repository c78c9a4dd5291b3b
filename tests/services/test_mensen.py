"""Who belong together, what everyone must know of them, and what stops when somebody died."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid, BezoekveiligheidTeLang
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid, InwonerIsOverleden
from kernnetwerk_app.domain.bsn import BsnIsGeenTestnummer
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.relatie import Gezag, Relatie, met_gezag
from kernnetwerk_app.domain.verblijf import Verblijf, VerblijfZonderPlek
from kernnetwerk_app.services import contact, dossier, dossiers, mensen, termijn, vandaag, verstrekking
from kernnetwerk_app.services.adres import OOK_GEHEIM, Adresdoel, adres_voor
from kernnetwerk_app.services.inwoner import hoofdpersoon, voorletters
from kernnetwerk_app.services.mensen import MensenBeeld
from kernnetwerk_app.services.vandaag import VandaagBeeld
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import make_werkplek, nieuwe_melding
from tests.services.opzet import Dossier, begin_dossier

DINSDAG = date(2027, 4, 20)
ADRES = "Modelweg 12, Voorbeelderveen"


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path)
    yield plek
    plek.store.close()


@pytest.fixture
def hier(plek: Werkplek) -> UUID:
    return nieuwe_melding(plek).huishouden_id


def beeld(plek: Werkplek, huishouden_id: UUID) -> MensenBeeld:
    with plek.store.read() as lezer:
        return mensen.load(plek, lezer, huishouden_id)


def vandaag_nu(plek: Werkplek) -> VandaagBeeld:
    with plek.store.read() as lezer:
        return vandaag.load(plek, lezer)


def leg_vast(plek: Werkplek, soort: type[Entiteit], huishouden_id: UUID, **velden: Any) -> None:
    mensen.leg_vast(plek, soort, huishouden_id, velden)


def anna(plek: Werkplek, huishouden_id: UUID) -> Inwoner:
    with plek.store.read() as lezer:
        return hoofdpersoon(lezer, huishouden_id)


def voeg_toe(
    plek: Werkplek, huishouden_id: UUID, naam: str, rol: RolInHuishouden, geboren: str | None = None
) -> Inwoner:
    leg_vast(plek, Inwoner, huishouden_id, voornamen=naam, achternaam="Voorbeeld", rol=rol, geboortedatum=geboren)
    return next(lid.inwoner for lid in beeld(plek, huishouden_id).leden if lid.inwoner.voornamen == naam)


def noteer(plek: Werkplek, huishouden_id: UUID, aard: Aard, begin: date | None = None) -> None:
    wie = anna(plek, huishouden_id).id
    leg_vast(plek, Bijzonderheid, huishouden_id, inwoner_id=wie, aard=aard, begin_datum=begin, bron="familie")


@pytest.mark.eis("EVV-06")
def test_one_resident_can_be_the_only_member_and_a_partner_and_child_come_beside_her(
    plek: Werkplek, hier: UUID
) -> None:
    assert [lid.inwoner.voornamen for lid in beeld(plek, hier).leden] == ["Anna"]
    voeg_toe(plek, hier, "Henk", RolInHuishouden.PARTNER)
    voeg_toe(plek, hier, "Mia", RolInHuishouden.KIND, "2015-05-01")
    nu = beeld(plek, hier)
    assert [(lid.inwoner.voornamen, lid.inwoner.rol.value, lid.leeftijd) for lid in nu.leden] == [
        ("Anna", "inwoner met de vraag", None),
        ("Henk", "partner", None),
        ("Mia", "kind", 11),
    ]


def test_who_moved_out_stays_in_the_dossier_and_is_no_member_any_more(plek: Werkplek, hier: UUID) -> None:
    henk = voeg_toe(plek, hier, "Henk", RolInHuishouden.PARTNER)
    bases = beeld(plek, hier).bases[henk.id]
    mensen.leg_vast(plek, Inwoner, hier, {"vertrokken_datum": DINSDAG}, henk, bases)
    nu = beeld(plek, hier)
    assert [lid.inwoner.voornamen for lid in nu.leden] == ["Anna"]
    assert [mens.voornamen for mens in nu.vertrokken] == ["Henk"]
    with plek.store.read() as lezer:
        assert "H." not in voorletters(lezer, hier)


def test_the_number_of_another_member_is_checked_as_everyones(plek: Werkplek, hier: UUID) -> None:
    with pytest.raises(BsnIsGeenTestnummer):
        leg_vast(plek, Inwoner, hier, voornamen="Henk", bsn="123456782")
    assert len(beeld(plek, hier).leden) == 1


def test_gezag_is_known_per_parent_and_per_child(plek: Werkplek, hier: UUID) -> None:
    moeder = anna(plek, hier)
    mia = voeg_toe(plek, hier, "Mia", RolInHuishouden.KIND, "2020-05-01")
    tom = voeg_toe(plek, hier, "Tom", RolInHuishouden.KIND, "2018-05-01")
    for kind, gezag in ((mia, Gezag.JA), (tom, Gezag.ONBEKEND)):
        leg_vast(
            plek,
            Relatie,
            hier,
            inwoner_id=kind.id,
            ander_id=moeder.id,
            relatie="ouder",
            gezag=gezag,
            gezag_bron="gezagsregister",
            gezag_datum=DINSDAG,
        )
    relaties = beeld(plek, hier).relaties
    assert met_gezag(mia.id, relaties, DINSDAG) == {moeder.id}
    assert met_gezag(tom.id, relaties, DINSDAG) == frozenset()


# -- died --------------------------------------------------------------------------------------------------------------


def test_when_the_resident_died_no_term_runs_no_task_waits_and_no_letter_goes(plek: Werkplek) -> None:
    begonnen = begin_dossier(plek)
    begonnen.doel()
    versie, hier = begonnen.versie(), begonnen.huishouden_id
    assert vandaag_nu(plek).let_op
    noteer(plek, hier, Aard.OVERLEDEN, DINSDAG)
    nu = vandaag_nu(plek)
    assert (nu.let_op, nu.taken) == ((), ())
    with plek.store.read() as lezer:
        in_dossier = dossier.load(plek, lezer, hier)
        assert termijn.load(plek, lezer, hier).overleden == DINSDAG
    assert in_dossier.termijn is None
    assert in_dossier.mensen.overleden is not None
    with pytest.raises(InwonerIsOverleden):
        verstrekking.geef_mee(plek, versie.id)


def test_a_death_that_was_a_mistake_is_taken_back_and_everything_runs_again(plek: Werkplek, hier: UUID) -> None:
    noteer(plek, hier, Aard.OVERLEDEN, DINSDAG)
    (feit,) = beeld(plek, hier).leden[0].bijzonderheden
    mensen.leg_vast(plek, Bijzonderheid, hier, {"ingetrokken_datum": DINSDAG}, feit, beeld(plek, hier).bases[feit.id])
    assert [t.huishouden_id for t in vandaag_nu(plek).let_op] == [hier]


def test_the_partner_who_goes_on_with_the_question_gets_letters_again(plek: Werkplek) -> None:
    begonnen = begin_dossier(plek)
    begonnen.doel()
    versie, hier = begonnen.versie(), begonnen.huishouden_id
    henk = voeg_toe(plek, hier, "Henk", RolInHuishouden.PARTNER)
    noteer(plek, hier, Aard.OVERLEDEN, DINSDAG)
    for wie, rol in ((anna(plek, hier), RolInHuishouden.PARTNER), (henk, RolInHuishouden.HOOFDPERSOON)):
        mensen.leg_vast(plek, Inwoner, hier, {"rol": rol}, wie, beeld(plek, hier).bases[wie.id])
    assert vandaag_nu(plek).let_op
    verstrekking.geef_mee(plek, versie.id)


def test_a_visit_to_who_died_stays_on_the_day_with_a_mark(plek: Werkplek, hier: UUID) -> None:
    contact.plan_bezoek(plek, hier, DINSDAG, time(13), time(14, 30), "eerste gesprek")
    noteer(plek, hier, Aard.OVERLEDEN, DINSDAG)
    (bezoek,) = vandaag_nu(plek).bezoeken
    assert bezoek.kop is not None
    assert bezoek.kop.overleden


# -- a secret address --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("doel", Adresdoel)
def test_a_secret_address_is_only_for_who_opened_the_dossier_and_for_the_resident(
    plek: Werkplek, hier: UUID, doel: Adresdoel
) -> None:
    with plek.store.read() as lezer:
        assert adres_voor(plek, lezer, lezer.get(Huishouden, hier), doel) == ADRES
    noteer(plek, hier, Aard.GEHEIM_ADRES)
    with plek.store.read() as lezer:
        huishouden = lezer.get(Huishouden, hier)
        assert adres_voor(plek, lezer, huishouden, doel) == (ADRES if doel in OOK_GEHEIM else "")


def test_a_secret_address_is_not_on_the_list_of_today_also_not_as_the_place_of_the_visit(
    plek: Werkplek, hier: UUID
) -> None:
    contact.plan_bezoek(plek, hier, DINSDAG, time(13), time(14, 30), "eerste gesprek")
    assert vandaag_nu(plek).bezoeken[0].waar == ADRES
    noteer(plek, hier, Aard.GEHEIM_ADRES)
    with plek.store.write() as werk:
        for bezoek in werk.find(contact.Contact, huishouden_id=hier):
            werk.change(bezoek, plek=ADRES)
        werk.commit("test.plek")
    assert vandaag_nu(plek).bezoeken[0].waar == ""
    assert "Modelweg" not in repr(vandaag_nu(plek))


def test_a_secret_address_is_not_on_the_paper_of_the_plan(plek: Werkplek) -> None:
    begonnen = begin_dossier(plek)
    begonnen.doel()
    assert b"Modelweg" in begonnen.versie().inhoud
    noteer(plek, begonnen.huishouden_id, Aard.GEHEIM_ADRES)
    assert b"Modelweg" not in begonnen.versie().inhoud


def test_nobody_is_found_by_a_secret_address_and_still_by_name(plek: Werkplek, hier: UUID) -> None:
    def gevonden(getypt: str) -> bool:
        with plek.store.read() as lezer:
            return hier in dossiers.zoek(plek, lezer, getypt)

    assert gevonden("Modelweg")
    noteer(plek, hier, Aard.GEHEIM_ADRES)
    assert not gevonden("Modelweg")
    assert gevonden("Voorbeeld")


def test_an_address_that_is_secret_from_tomorrow_is_shown_today(plek: Werkplek, hier: UUID) -> None:
    noteer(plek, hier, Aard.GEHEIM_ADRES, DINSDAG + timedelta(days=1))
    with plek.store.read() as lezer:
        assert adres_voor(plek, lezer, lezer.get(Huishouden, hier), Adresdoel.ROUTE) == ADRES


# -- visits and stays --------------------------------------------------------------------------------------------------


def test_the_mark_of_a_visit_says_when_to_call_whom_after_it(plek: Werkplek, hier: UUID) -> None:
    contact.plan_bezoek(plek, hier, DINSDAG, time(13), time(14, 30), "eerste gesprek")
    leg_vast(
        plek,
        Bezoekveiligheid,
        hier,
        feit="Hond op het erf",
        door_id=plek.medewerker.id,
        begin_datum=DINSDAG,
        eind_datum=DINSDAG + timedelta(days=90),
        meld_minuten=90,
        meld_bij="Joris",
        meld_nummer="0599000002",
    )
    (bezoek,) = vandaag_nu(plek).bezoeken
    assert bezoek.kop is not None
    assert bezoek.kop.feiten == ("Hond op het erf",)
    assert (bezoek.kop.meld_bij, bezoek.kop.meld_nummer) == ("Joris", "0599000002")
    assert bezoek.kop.meld_voor == time(16)


def test_a_mark_for_more_than_a_year_is_refused_and_nothing_is_kept(plek: Werkplek, hier: UUID) -> None:
    with pytest.raises(BezoekveiligheidTeLang):
        leg_vast(
            plek,
            Bezoekveiligheid,
            hier,
            feit="Hond op het erf",
            door_id=plek.medewerker.id,
            begin_datum=DINSDAG,
            eind_datum=date(2028, 5, 1),
        )
    assert beeld(plek, hier).veiligheid == ()


def test_a_child_lives_in_two_households_and_each_shows_the_plan_of_the_other(plek: Werkplek) -> None:
    bij_vader: Dossier = begin_dossier(plek)
    bij_moeder = nieuwe_melding(plek).huishouden_id
    mia = voeg_toe(plek, bij_moeder, "Mia", RolInHuishouden.KIND, "2018-05-01")
    velden = {"inwoner_id": mia.id, "elders_id": bij_vader.huishouden_id, "wanneer": "om de week, vanaf vrijdag"}
    leg_vast(plek, Verblijf, bij_moeder, **velden)
    (daar,) = beeld(plek, bij_moeder).verblijven
    (gast,) = beeld(plek, bij_vader.huishouden_id).gasten
    assert (daar.huishouden_id, daar.heeft_plan) == (bij_vader.huishouden_id, True)
    assert (gast.wie.voornamen, gast.huishouden_id, gast.heeft_plan) == ("Mia", bij_moeder, False)
    assert gast.verblijf.wanneer == "om de week, vanaf vrijdag"


@pytest.mark.eis("EVV-23")
def test_i_go_where_she_wants_to_be_seen_unless_this_visit_is_elsewhere(plek: Werkplek, hier: UUID) -> None:
    contact.plan_bezoek(plek, hier, DINSDAG, time(13), time(14, 30), "eerste gesprek")
    wie = anna(plek, hier)
    mensen.leg_vast(plek, Inwoner, hier, {"waar_gezien": "dorpshuis"}, wie, beeld(plek, hier).bases[wie.id])
    assert vandaag_nu(plek).bezoeken[0].waar == "Het dorpshuis"
    with plek.store.write() as werk:
        for bezoek in werk.find(contact.Contact, huishouden_id=hier):
            werk.change(bezoek, plek="Gemeentehuis")
        werk.commit("test.plek")
    assert vandaag_nu(plek).bezoeken[0].waar == "Gemeentehuis"


def test_a_stay_is_somewhere_else(plek: Werkplek, hier: UUID) -> None:
    with pytest.raises(VerblijfZonderPlek):
        leg_vast(plek, Verblijf, hier, inwoner_id=anna(plek, hier).id, elders_id=hier)
