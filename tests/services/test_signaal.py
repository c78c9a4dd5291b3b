"""Signals through the service: one sentence is enough, each has a step, and what came of it is written down."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import select

from kernnetwerk_app.domain.melding import Kanaal, Melding, MeldingZonderContactpersoon
from kernnetwerk_app.domain.signaal import (
    Betreft,
    Signaal,
    SignaalGewist,
    SignaalZonderReden,
    SignaleerderMetWoorden,
    Spoed,
    Uitkomst,
)
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.services import bewaartermijn, melding, signaal, signalen, typen, vandaag
from kernnetwerk_app.services.signaal import NieuwSignaal
from kernnetwerk_app.services.signalen import SignaalTaakSoort
from kernnetwerk_app.services.tekst import Bases
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.audit import AuditRow
from tests.factories import DINSDAG, JORIS, SANNE, make_werkplek, nieuwe_melding
from tests.uitwisseling import wissel_uit

GEZIEN = "De gordijnen zijn al een week dicht en de post blijft liggen."
KORT: dict[str, Any] = {"gezien": GEZIEN, "kern": "Proefdijk"}
WIE: dict[str, Any] = {"voornamen": "Anna", "achternaam": "Voorbeeld-Jansen", "straat": "Modelweg", "huisnummer": "12"}


@pytest.fixture
def klok() -> Klok:
    return Klok(DINSDAG)


@pytest.fixture
def plek(tmp_path: Path, klok: Klok) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path / "sanne", klok)
    yield plek
    plek.store.close()


def neem_op(plek: Werkplek, /, **velden: Any) -> UUID:
    return signaal.neem_op(plek, {**KORT, **velden})[0]


def lees(plek: Werkplek, signaal_id: UUID) -> Signaal:
    with plek.store.read() as lezer:
        return signaal.load(plek, lezer, signaal_id).signaal


def bases(plek: Werkplek, signaal_id: UUID) -> Bases:
    with plek.store.read() as lezer:
        return lezer.bases(signaal_id)


def wijzig(plek: Werkplek, signaal_id: UUID, /, **velden: Any) -> Signaal:
    """As a form hands it in: every field, with these changed."""
    geladen = lees(plek, signaal_id)
    vol = {**geladen.model_dump(exclude={"id", "huishouden_id", "door_id", "melding_id"}), **velden}
    signaal.change(plek, geladen, bases(plek, signaal_id), vol)
    return lees(plek, signaal_id)


def taken(plek: Werkplek) -> list[tuple[SignaalTaakSoort, UUID]]:
    with plek.store.read() as lezer:
        return [(taak.soort, taak.id) for taak in vandaag.load(plek, lezer).signalen]


def gehoord(plek: Werkplek) -> None:
    """This laptop has just heard from the server."""
    with plek.store.write() as werk:
        werk.set_meta(laatst_verstuurd_ms=int(plek.klok.nu().timestamp() * 1000))
        werk.commit("test.gehoord")


# -- writing it down ---------------------------------------------------------------------------------------------------


def test_what_was_seen_and_the_kern_are_enough_and_nobody_is_named(plek: Werkplek) -> None:
    gelezen = lees(plek, neem_op(plek))
    assert (gelezen.gezien, gelezen.kern, gelezen.datum, gelezen.door_id) == (
        GEZIEN, "Proefdijk", plek.vandaag, SANNE.id,
    )  # fmt: skip
    assert gelezen.anoniem
    assert gelezen.huishouden_id is None
    assert gelezen.is_open


def test_taking_it_in_forgets_the_form(plek: Werkplek) -> None:
    typen.keep_concept(plek, "signaal", {"gezien": "half"})
    signaal.neem_op(plek, KORT, concept="signaal")
    assert typen.load_concept(plek, "signaal") == {}


@pytest.mark.eis("SIG-04")
def test_who_stays_anonymous_leaves_no_name_even_when_the_form_hands_one_in(plek: Werkplek) -> None:
    naam = {"melder_naam": "Buurvrouw Testers", "melder_relatie": "buurvrouw", "melder_telefoon": "0599000001"}
    hier = neem_op(plek, anoniem=True, **naam)
    met_naam = neem_op(plek, anoniem=False, **naam)
    assert (lees(plek, hier).melder_naam, lees(plek, hier).melder_relatie, lees(plek, hier).melder_telefoon) == (
        None, None, None,
    )  # fmt: skip
    assert lees(plek, met_naam).melder_naam == "Buurvrouw Testers"
    anoniem = wijzig(plek, met_naam, anoniem=True)
    assert (anoniem.anoniem, anoniem.melder_naam, anoniem.melder_telefoon) == (True, None, None)


def test_a_step_inherits_its_owner_and_the_day_that_the_haste_asks_for(plek: Werkplek) -> None:
    gelezen = lees(plek, neem_op(plek, stap="langsgaan", spoed=Spoed.DEZE_WEEK))
    assert (gelezen.stap_wie_id, gelezen.stap_datum) == (SANNE.id, plek.vandaag + timedelta(days=7))
    zonder = wijzig(plek, gelezen.id, stap=None)
    assert (zonder.stap, zonder.stap_wie_id, zonder.stap_datum) == (None, None, None)


def test_the_word_niet_pluis_in_the_list_is_the_same_feeling_as_the_mark(plek: Werkplek) -> None:
    assert lees(plek, neem_op(plek, categorie="niet_pluis")).niet_pluis
    assert not lees(plek, neem_op(plek, categorie="overlast")).niet_pluis


@pytest.mark.eis("SIG-21")
def test_we_talked_about_it_and_i_only_wrote_what_she_said(plek: Werkplek) -> None:
    hier = neem_op(plek, **WIE)
    assert not lees(plek, hier).is_besproken
    gelezen = wijzig(plek, hier, reactie="Ze schrok, maar is blij dat iemand kwam.")
    assert (gelezen.besproken_datum, gelezen.besproken_door) == (plek.vandaag, SANNE.naam)
    with plek.store.read() as lezer:
        assert [regel.besproken for regel in signalen.load(plek, lezer).open] == [True]


def test_a_name_makes_it_about_a_person(plek: Werkplek) -> None:
    assert lees(plek, neem_op(plek, **WIE)).betreft is Betreft.PERSOON
    assert lees(plek, neem_op(plek, achternaam="V", betreft=Betreft.HUISHOUDEN)).betreft is Betreft.HUISHOUDEN


# -- what today asks ---------------------------------------------------------------------------------------------------


@pytest.mark.eis("SIG-08")
def test_a_signal_stays_on_my_list_until_i_write_down_what_came_of_it(plek: Werkplek, klok: Klok) -> None:
    jong, oud = neem_op(plek), neem_op(plek, datum=plek.vandaag - timedelta(days=9))
    zonder = SignaalTaakSoort.ZONDER_STAP
    assert taken(plek) == [(zonder, oud), (zonder, jong)]
    wijzig(plek, oud, stap="langsgaan", stap_datum=plek.vandaag + timedelta(days=1))
    assert taken(plek) == [(zonder, jong)]
    klok.advance(timedelta(days=1))
    assert taken(plek) == [(SignaalTaakSoort.STAP_NU, oud), (zonder, jong)]
    with pytest.raises(SignaalZonderReden):
        wijzig(plek, oud, uitkomst=Uitkomst.GEEN_ACTIE)
    assert lees(plek, oud).is_open
    gelezen = wijzig(plek, oud, uitkomst=Uitkomst.ZELF)
    assert (gelezen.uitkomst_datum, gelezen.uitkomst_door_id) == (plek.vandaag, SANNE.id)
    assert taken(plek) == [(zonder, jong)]


def test_a_step_of_a_colleague_is_not_mine(plek: Werkplek) -> None:
    neem_op(plek, stap="bellen", stap_wie_id=JORIS.id, stap_datum=plek.vandaag)
    assert taken(plek) == []


def test_a_step_of_a_colleague_who_is_there_no_more_is_everybodys(plek: Werkplek, klok: Klok) -> None:
    weg = neem_op(plek, stap="bellen", stap_wie_id=UUID(int=404), stap_datum=plek.vandaag + timedelta(days=1))
    assert taken(plek) == []
    klok.advance(timedelta(days=1))
    assert taken(plek) == [(SignaalTaakSoort.STAP_NU, weg)]


def test_a_step_that_a_colleague_leaves_for_more_than_a_week_is_everybodys(plek: Werkplek, klok: Klok) -> None:
    laat = neem_op(plek, stap="bellen", stap_wie_id=JORIS.id, stap_datum=plek.vandaag)
    klok.advance(timedelta(days=7))
    assert taken(plek) == []
    klok.advance(timedelta(days=1))
    assert taken(plek) == [(SignaalTaakSoort.STAP_NU, laat)]


@pytest.mark.eis("NET-08")
def test_a_carer_who_may_break_down_stays_in_sight_until_that_is_handled(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    velden = {**KORT, "categorie": "overbelasting_mantelzorger", "stap": "bellen", "stap_wie_id": JORIS.id}
    hier, _ = signaal.neem_op(plek, velden, NieuwSignaal(huishouden_id=huishouden_id))
    assert taken(plek) == [(SignaalTaakSoort.OVERBELASTING, hier)]
    with plek.store.read() as lezer:
        assert [(r.id, r.uitkomst) for r in signalen.van_dossier(plek, lezer, huishouden_id)] == [(hier, None)]
    wijzig(plek, hier, uitkomst=Uitkomst.ZELF)
    assert taken(plek) == []


def test_own_words_for_who_noticed_it_stand_in_no_list(plek: Werkplek) -> None:
    with pytest.raises(SignaleerderMetWoorden):
        neem_op(plek, signaleerder="buurvrouw Truus Zwaluwnest")
    huishouden_id = nieuwe_melding(plek).huishouden_id
    uit = NieuwSignaal(huishouden_id=huishouden_id)
    signaal.neem_op(plek, {**KORT, "signaleerder": "buren"}, uit)
    met_naam = {"signaleerder": "buurvrouw Truus Zwaluwnest", "anoniem": False}
    hier, _ = signaal.neem_op(plek, {**KORT, **met_naam}, uit)
    with plek.store.read() as lezer:
        assert [regel.rol for regel in signalen.van_dossier(plek, lezer, huishouden_id)] == ["Buren", "iemand anders"]
    with pytest.raises(SignaleerderMetWoorden):
        wijzig(plek, hier, anoniem=True)


def test_own_words_for_a_category_do_not_stand_on_the_start_screen(plek: Werkplek) -> None:
    neem_op(plek, categorie="gedoe met meneer Maquette")
    with plek.store.read() as lezer:
        assert [taak.categorie for taak in vandaag.load(plek, lezer).signalen] == ["overig"]


def test_two_versions_of_a_signal_without_a_dossier_are_a_task_too(plek: Werkplek, tmp_path: Path) -> None:
    hier = neem_op(plek, stap="bellen", stap_wie_id=JORIS.id)
    collega = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    wissel_uit(plek, collega)
    wijzig(plek, hier, gezien="Ik zag licht branden.")
    wijzig(collega, hier, gezien="Er brandt nooit licht.")
    wissel_uit(plek, collega)
    assert taken(plek) == [(SignaalTaakSoort.TWEE_VERSIES, hier)]
    collega.store.close()


# -- becoming a melding ------------------------------------------------------------------------------------------------


@pytest.mark.eis("SIG-01")
def test_a_signal_becomes_a_melding_without_typing_anything_again(plek: Werkplek, klok: Klok) -> None:
    waar = {"plek": "Dorpshuis De Proef", "kanaal": Kanaal.TELEFOON, "meldplek": "school"}
    hier = neem_op(plek, **WIE, **waar, anoniem=False, melder_naam="Testers")
    klok.advance(timedelta(days=3))
    invoer = signaal.als_melding(plek, lees(plek, hier))
    opgenomen = melding.neem_op(plek, replace(invoer, contactpersoon_id=JORIS.id))
    with plek.store.read() as lezer:
        (gemeld,) = lezer.find(Melding)
        open_ = signalen.load(plek, lezer).open
    assert (gemeld.aanleiding, gemeld.kanaal, gemeld.plek) == (GEZIEN, Kanaal.TELEFOON, "Dorpshuis De Proef")
    assert (gemeld.vraag, gemeld.meldplek) == ("", "school"), "what somebody noticed is no question of the resident"
    assert (gemeld.ontvangen_datum, gemeld.melder_naam) == (DINSDAG.date(), "Testers")
    gelezen = lees(plek, hier)
    assert (gelezen.melding_id, gelezen.huishouden_id) == (gemeld.id, opgenomen.huishouden_id)
    assert (gelezen.datum, gelezen.uitkomst) == (DINSDAG.date(), Uitkomst.MELDING)
    assert open_ == ()


def test_of_an_anonymous_melder_not_even_the_role_goes_into_the_melding(plek: Werkplek) -> None:
    invoer = signaal.als_melding(plek, lees(plek, neem_op(plek, signaleerder="buren")))
    assert (invoer.melder_naam, invoer.melder_relatie) == (None, None)


def test_a_refused_melding_leaves_the_signal_open(plek: Werkplek) -> None:
    hier = neem_op(plek)
    with pytest.raises(MeldingZonderContactpersoon):
        melding.neem_op(plek, signaal.als_melding(plek, lees(plek, hier)))  # without a contact person
    assert lees(plek, hier).is_open


# -- the end of its words ----------------------------------------------------------------------------------------------


def test_the_words_about_somebody_go_after_the_term_and_the_count_stays(plek: Werkplek, klok: Klok) -> None:
    weg = neem_op(plek, **WIE, categorie="overlast")
    blijft = neem_op(plek, **WIE, stap="bellen")
    over_niemand = neem_op(plek)
    typen.keep_concept(plek, signaal.concept_sleutel(weg), {"betreft_woorden": "Anna van nummer 12"})
    klok.advance(timedelta(days=90))
    gehoord(plek)
    assert bewaartermijn.ruim_op(plek) is None
    klok.advance(timedelta(days=1))
    gehoord(plek)
    assert bewaartermijn.ruim_op(plek) is not None
    gelezen = lees(plek, weg)
    assert (gelezen.gezien, gelezen.achternaam, gelezen.straat) == ("", None, None)
    assert typen.load_concept(plek, signaal.concept_sleutel(weg)) == {}
    assert (gelezen.categorie, gelezen.datum, gelezen.kern) == ("overlast", DINSDAG.date(), "Proefdijk")
    assert [lees(plek, hier).gezien for hier in (blijft, over_niemand)] == [GEZIEN, GEZIEN]
    with plek.store.read() as lezer:
        assert lezer.zoek("gordijnen Jansen") == [] or weg not in {rij[1] for rij in lezer.zoek("gordijnen Jansen")}
        assert len(signalen.load(plek, lezer).gesloten) == 1
    assert bewaartermijn.ruim_op(plek) is None
    with pytest.raises(SignaalGewist):
        wijzig(plek, weg, gezien="toch weer")


def test_a_laptop_that_heard_nothing_since_does_not_wipe_what_a_colleague_may_have_taken_up(
    plek: Werkplek, klok: Klok
) -> None:
    hier = neem_op(plek, **WIE)
    gehoord(plek)
    klok.advance(timedelta(days=200))
    assert bewaartermijn.ruim_op(plek) is None
    assert lees(plek, hier).gezien == GEZIEN


def test_what_a_colleague_wrote_meanwhile_in_a_wiped_signal_goes_too(
    plek: Werkplek, klok: Klok, tmp_path: Path
) -> None:
    hier = neem_op(plek, **WIE)
    collega = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    wissel_uit(plek, collega)
    wijzig(collega, hier, gezien="Anna ligt ziek op bed.")
    klok.advance(timedelta(days=100))
    gehoord(plek)
    bewaartermijn.ruim_op(plek)
    wissel_uit(plek, collega)
    bewaartermijn.ruim_op(plek)
    wissel_uit(plek, collega)
    for wie in (plek, collega):
        assert lees(wie, hier).gezien == ""
        with wie.store.read() as lezer:
            assert lezer.conflicten() == []
            assert [kop.waarde for kop in lezer.koppen(hier)[11]] == [b"\x81\x60"]  # a list with one empty text
    collega.store.close()


def test_the_day_and_its_sum_are_known_beforehand(plek: Werkplek) -> None:
    hier = neem_op(plek, **WIE)
    with plek.store.read() as lezer:
        assert signaal.load(plek, lezer, hier).bewaren_tot == date(2027, 7, 20)
        regels = signalen.load(plek, lezer).open
    assert signalen.komt_weg(regels, plek.vandaag) == 0
    assert signalen.komt_weg(regels, date(2027, 7, 6)) == 1


def test_opening_a_signal_is_noted(plek: Werkplek) -> None:
    hier = neem_op(plek)
    signaal.open_signaal(plek, hier)
    with plek.store.read() as lezer:
        namen = [rij.naam for rij in lezer._session.exec(select(AuditRow))]
    assert namen[-1] == "signaal.geopend"
