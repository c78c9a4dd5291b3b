"""A deskundige asked by keyboard: the resident's yes first, then the question, the waiting and what came back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from kernnetwerk_app.domain.afzien import Waarvan
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.deskundige import Deskundige
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.services import afzien, delen, deskundige, gespreksverslag, rechten
from kernnetwerk_app.services.deskundige import Vindt
from kernnetwerk_app.ui.forms.deskundige_form import hoe_ver
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.onderzoek import OnderzoekScreen
from kernnetwerk_app.ui.screens.rechten import RechtenScreen
from kernnetwerk_app.ui.screens.vandaag import VandaagScreen
from tests.factories import SANNE
from tests.services.opzet import Dossier, gelezen
from tests.services.rechten_opzet import erbij
from tests.services.test_deskundige import VRAAG_AAN_MIA, gevraagd, vraag
from tests.services.test_deskundige import beeld as gevraagd_beeld
from tests.services.test_onderzoek import beeld
from tests.ui.rechten_scherm import anna
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.test_mensen import fout_bij, vul_in
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, kies, kruis_aan, tab_naar, toets, woorden, zie


@pytest.fixture
def scherm(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> OnderzoekScreen:
    scherm = OnderzoekScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    return scherm


def gevraagde(dossier: Dossier) -> Deskundige:
    with dossier.plek.store.read() as lezer:
        (een,) = lezer.find(Deskundige)
    return een


def weet_wat(dossier: Dossier) -> str:
    return gelezen(rechten.weet_pdf(dossier.plek, dossier.huishouden_id, anna(dossier).id))


def curator(dossier: Dossier, naam: str) -> Bijzonderheid:
    """Somebody decides in the place of Anna from now on."""
    velden = {"aard": Aard.CURATELE, "naam": naam, "begin_datum": dossier.plek.vandaag - timedelta(days=2)}
    wie = {"huishouden_id": dossier.huishouden_id, "inwoner_id": anna(dossier).id}
    with dossier.plek.store.write() as werk:
        een = werk.add(Bijzonderheid(id=dossier.plek.new_id(), **wie, **velden))
        werk.commit("test.curatele", dossier.huishouden_id)
    return een


def vraag_mia(scherm: OnderzoekScreen, rust: Rust) -> None:
    """Write down whom to ask and what; nobody asked the resident yet."""
    druk(scherm, "nieuw_deskundigen")
    for veld, tekst in (
        ("naam", "Mia Proef"),
        ("functie", "ergotherapeut"),
        ("organisatie", "Welzijn Voorbeeld"),
        ("vraag", VRAAG_AAN_MIA),
    ):
        vul_in(veld, tekst)
    druk(scherm, "deskundigenvraag_bewaar")
    rust()


def stel_haar(scherm: OnderzoekScreen, een: Deskundige, rust: Rust) -> None:
    """The resident says yes, and the question goes out today."""
    druk(scherm, f"deskundige_{een.id}")
    kies("vindt", "ja")
    druk(scherm, "deskundigenvraag_bewaar")
    rust()
    assert f"ja van mevrouw Voorbeeld-Jansen; nog niet gesteld: {VRAAG_AAN_MIA}" in woorden(scherm)
    druk(scherm, f"deskundige_{een.id}")
    druk(scherm, "deskundigegevraagd_bewaar")
    rust()


@pytest.mark.eis("OND-15", "REG-22")
def test_one_member_carries_it_out_and_asks_a_deskundige_once_the_resident_said_yes(
    scherm: OnderzoekScreen, dossier: Dossier, rust: Rust
) -> None:
    plek = dossier.plek
    collega = next(wie for wie in beeld(dossier).collegas if wie != beeld(dossier).uitvoerder)
    druk(scherm, "feit_uitvoering")
    kies("uitvoerder_id", collega.naam)
    druk(scherm, "uitvoering_bewaar")
    rust()
    assert collega.naam in woorden(scherm)
    vraag_mia(scherm, rust)
    een = gevraagde(dossier)
    assert f"nog vragen of het mag: {VRAAG_AAN_MIA}" in woorden(scherm)
    assert "Mia Proef" not in weet_wat(dossier), "nothing went out"
    stel_haar(scherm, een, rust)
    assert "met het ja van mevrouw Voorbeeld-Jansen; nog geen antwoord" in woorden(scherm)
    with plek.store.read() as lezer:
        (ja,) = lezer.find(Toestemming, deskundige_id=een.id)
    wie = "Mia Proef, ergotherapeut, Welzijn Voorbeeld"
    assert (ja.inwoner_id, ja.ontvanger) == (anna(dossier).id, wie)
    assert f"{wie} kreeg op dinsdag 20 april 2027 onze vraag: {VRAAG_AAN_MIA}" in weet_wat(dossier)
    druk(scherm, f"deskundige_{een.id}")
    assert f"Gevraagd op di 20 april 2027 door {SANNE.naam}: {VRAAG_AAN_MIA}" in woorden(scherm)
    vul_in("antwoord", "Een bed dat omhoog kan.")
    vul_in("notitie", "Zij belt liever op vrijdag.")
    druk(scherm, "deskundigeantwoord_bewaar")
    rust()
    assert "antwoord op di 20 april 2027: Een bed dat omhoog kan." in woorden(scherm)
    verslag = gelezen(gespreksverslag.load_pdf(plek, dossier.huishouden_id))
    for zin in ("Wie dacht er mee?", VRAAG_AAN_MIA, "Een bed dat omhoog kan.", collega.naam):
        assert zin in verslag
    assert "vrijdag" not in verslag, "that is for colleagues"


@pytest.mark.eis("OND-15")
def test_after_a_week_without_an_answer_it_stands_at_what_is_still_to_do_until_it_comes(
    scherm: OnderzoekScreen,
    dossier: Dossier,
    omgeving: Omgeving,
    toon_scherm: Toonscherm,
    rust: Rust,
    wegwijzer: Wegwijzer,
) -> None:
    plek = dossier.plek
    vraag_mia(scherm, rust)
    een = gevraagde(dossier)
    stel_haar(scherm, een, rust)
    druk(scherm, "rond_af")
    rust()
    assert "Nog geen antwoord van: Mia Proef." in woorden(scherm)
    scherm.hide()
    begin = VandaagScreen(omgeving)
    toon_scherm(begin)
    assert "deskundige" not in woorden(begin), "she was asked today"
    plek.klok.advance(timedelta(days=9))
    begin.refresh()
    rust()
    assert "A. V.: nog geen antwoord van een deskundige" in woorden(begin)
    assert "Mia" not in woorden(begin)
    druk(begin, f"deskundige_{dossier.huishouden_id}")
    assert wegwijzer.gegaan[-1] == ("onderzoek", dossier.huishouden_id, dossier.melding_id)
    with plek.store.read() as lezer:
        (regel,) = deskundige.load(plek, lezer, dossier.huishouden_id, beeld(dossier).melding).regels
    assert "het antwoord blijft lang weg" in hoe_ver(regel)
    deskundige.beantwoord(plek, regel, {"antwoord": "Een bed dat omhoog kan."})
    begin.refresh()
    rust()
    assert "deskundige" not in woorden(begin)


def test_when_it_need_not_go_on_what_i_typed_of_the_answer_stands_there_again(
    scherm: OnderzoekScreen, dossier: Dossier, rust: Rust
) -> None:
    vraag_mia(scherm, rust)
    een = gevraagde(dossier)
    stel_haar(scherm, een, rust)
    druk(scherm, f"deskundige_{een.id}")
    vul_in("antwoord", "Zij dacht aan een")
    druk(scherm, "deskundigeantwoord_voorbij")
    rust()
    assert "een antwoord hoeft niet meer" in woorden(scherm)
    druk(scherm, f"deskundige_{een.id}")
    rust()
    assert tab_naar("antwoord").toPlainText() == "Zij dacht aan een"  # type: ignore[attr-defined]


def test_a_no_is_written_in_one_line_and_the_page_says_it_neutrally(
    scherm: OnderzoekScreen, dossier: Dossier, rust: Rust
) -> None:
    druk(scherm, "nieuw_deskundigen")
    druk(scherm, "deskundigenvraag_bewaar")
    rust()
    assert fout_bij(scherm, "naam") == "Schrijf op wie u wilt vragen: een naam, of een functie."
    vul_in("functie", "huisarts")
    vul_in("vraag", "Is er iets met het hart?")
    kies("vindt", "liever niet")
    toets(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rust()
    assert "liever niet; er is niets gevraagd" in woorden(scherm)
    with dossier.plek.store.read() as lezer:
        liever = rechten.load(dossier.plek, lezer, dossier.huishouden_id).zinnen.values()
    assert list(liever) == ["Mevrouw Voorbeeld-Jansen wil liever niet dat we iets delen met huisarts."]


def test_what_i_typed_of_a_question_stands_there_again_with_what_they_would_rather_not(
    scherm: OnderzoekScreen, dossier: Dossier, rust: Rust
) -> None:
    velden = {"inwoner_id": anna(dossier).id, "waarvan": Waarvan.DELEN, "waarover": "mia proef"}
    afzien.leg_vast(dossier.plek, dossier.huishouden_id, velden)
    scherm.refresh()
    rust()
    druk(scherm, "nieuw_deskundigen")
    liever = "wil liever niet dat we iets delen met mia proef."
    assert liever not in woorden(scherm)
    vul_in("naam", "Mia Proef")
    assert liever in woorden(scherm), "seen before anybody asks (RES-15)"
    vul_in("vraag", VRAAG_AAN_MIA)
    kies("vindt", "ja")
    toets(Qt.Key.Key_Escape)
    rust()
    druk(scherm, "nieuw_deskundigen")
    rust()
    assert tab_naar("vraag").toPlainText() == VRAAG_AAN_MIA  # type: ignore[attr-defined]
    tab_naar("gevraagd_datum")


def test_the_form_of_a_question_says_where_it_is_wrong_and_is_readable_in_every_size(
    scherm: OnderzoekScreen, omgeving: Omgeving, rust: Rust
) -> None:
    druk(scherm, "nieuw_deskundigen")
    vul_in("naam", "Mia Proef")
    vul_in("organisatie", "Welzijn Elders")
    vul_in("vraag", VRAAG_AAN_MIA)
    kies("vindt", "ja")
    druk(scherm, "deskundigenvraag_bewaar")
    rust()
    assert fout_bij(scherm, "organisatie").startswith("Met deze organisatie heeft de gemeente geen afspraak")
    assert bezwaren_op_elke_maat(scherm, omgeving.theme) == []


def test_when_the_resident_took_the_yes_back_the_row_and_the_form_say_what_to_do_now(
    scherm: OnderzoekScreen, dossier: Dossier, rust: Rust
) -> None:
    vraag_mia(scherm, rust)
    een = gevraagde(dossier)
    stel_haar(scherm, een, rust)
    with dossier.plek.store.read() as lezer:
        (ja,) = lezer.find(Toestemming, deskundige_id=een.id)
        bases = lezer.bases(ja.id)
    delen.trek_in(dossier.plek, ja, bases, anna(dossier).id)
    scherm.refresh()
    rust()
    zin = "mevrouw Voorbeeld-Jansen nam het ja terug op di 20 april 2027."
    assert zin in woorden(scherm)
    assert "nog geen antwoord" not in woorden(scherm)
    druk(scherm, f"deskundige_{een.id}")
    assert f"M{zin[1:]} Zeg tegen de deskundige dat een antwoord niet meer hoeft." in woorden(scherm)
    druk(scherm, "deskundigeantwoord_voorbij")
    rust()
    assert "een antwoord hoeft niet meer" in woorden(scherm)


def test_when_the_curator_took_the_yes_back_the_row_and_rechten_say_that_it_was_the_curator(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    curator(dossier, "mevrouw Recht")
    plek, ik = dossier.plek, anna(dossier).id
    (recht,) = (een.namens for een in gevraagd_beeld(dossier).gevers[ik] if een.namens)
    gevraagd(dossier, ja_van=(ik,), namens=(recht,))
    with plek.store.read() as lezer:
        ja = next(een for een in lezer.find(Toestemming) if een.namens)
    scherm = RechtenScreen(omgeving, dossier.huishouden_id, "delen")
    toon_scherm(scherm)
    druk(scherm, f"neem_terug_{ja.id}")
    druk(scherm, "terug_bewaar")
    rust()
    assert f"teruggenomen door {recht} op di 20 april 2027" in woorden(scherm)
    assert f"{recht} nam het ja terug op di 20 april 2027" in hoe_ver(gevraagd_beeld(dossier).regels[0])


def test_a_no_to_one_is_not_kept_as_a_no_to_another_and_the_form_says_where(
    scherm: OnderzoekScreen, dossier: Dossier, rust: Rust
) -> None:
    regel = vraag(dossier, vindt=Vindt.NEE)
    scherm.refresh()
    rust()
    druk(scherm, f"deskundige_{regel.deskundige.id}")
    vul_in("naam", "Bo Proef")
    druk(scherm, "deskundigenvraag_bewaar")
    rust()
    assert fout_bij(scherm, "vindt").startswith("“Liever niet” ging over wie hier eerst stond.")
    kies("vindt", "nog niet gevraagd")
    druk(scherm, "deskundigenvraag_bewaar")
    rust()
    assert f"nog vragen of het mag: {VRAAG_AAN_MIA}" in woorden(scherm)
    with dossier.plek.store.read() as lezer:
        liever = rechten.load(dossier.plek, lezer, dossier.huishouden_id).zinnen.values()
    assert list(liever) == ["Mevrouw Voorbeeld-Jansen wil liever niet dat we iets delen met Mia Proef."]


@pytest.mark.eis("RES-15")
def test_who_mends_the_spelling_of_a_name_is_told_how_the_no_goes_along(
    scherm: OnderzoekScreen, dossier: Dossier, rust: Rust
) -> None:
    regel = vraag(dossier, naam="Mia Prof", vindt=Vindt.NEE)
    scherm.refresh()
    rust()
    druk(scherm, f"deskundige_{regel.deskundige.id}")
    vul_in("naam", "Mia Proef")
    druk(scherm, "deskundigenvraag_bewaar")
    rust()
    zo = "Kies “nog niet gevraagd” en sla op. Open de vraag daarna weer en kies “liever niet”."
    assert zo in fout_bij(scherm, "vindt")
    kies("vindt", "nog niet gevraagd")
    druk(scherm, "deskundigenvraag_bewaar")
    rust()
    druk(scherm, f"deskundige_{regel.deskundige.id}")
    kies("vindt", "liever niet")
    druk(scherm, "deskundigenvraag_bewaar")
    rust()
    assert "liever niet; er is niets gevraagd" in woorden(scherm)
    assert deskundige.liever_niet(gevraagd_beeld(dossier), anna(dossier).id, "Mia Proef") != ()


def test_the_row_of_what_went_out_says_what_a_colleague_made_of_it_since(dossier: Dossier) -> None:
    regel = replace(gevraagd(dossier), anders="Bo Proef: En welke stoel?")
    assert hoe_ver(regel).endswith("nog geen antwoord. Wel opgeschreven en niet gevraagd: Bo Proef: En welke stoel?")


def test_what_i_typed_about_one_person_never_becomes_a_question_about_another(
    scherm: OnderzoekScreen, dossier: Dossier, rust: Rust
) -> None:
    piet = erbij(dossier, voornamen="Piet")
    scherm.refresh()
    rust()
    druk(scherm, "nieuw_deskundigen")
    kies("inwoner_id", "Piet")
    vul_in("naam", "Mia Proef")
    vul_in("vraag", VRAAG_AAN_MIA)
    toets(Qt.Key.Key_Escape)
    rust()
    with dossier.plek.store.write() as werk:
        werk.change(werk.get(Inwoner, piet.id), vertrokken_datum=dossier.plek.vandaag)
        werk.commit("test.vertrek")
    scherm.refresh()
    rust()
    druk(scherm, "nieuw_deskundigen")
    rust()
    druk(scherm, "deskundigenvraag_bewaar")
    rust()
    assert fout_bij(scherm, "inwoner_id") == "Kies over wie de vraag gaat."
    kies("inwoner_id", anna(dossier).naam)
    druk(scherm, "deskundigenvraag_bewaar")
    rust()
    assert (gevraagde(dossier).inwoner_id, gevraagde(dossier).vraag) == (anna(dossier).id, VRAAG_AAN_MIA)


def test_who_i_ticked_as_having_said_yes_is_the_same_one_when_another_can_say_it_too(
    scherm: OnderzoekScreen, dossier: Dossier, rust: Rust
) -> None:
    recht = curator(dossier, "mevrouw Recht")
    scherm.refresh()
    rust()
    druk(scherm, "nieuw_deskundigen")
    vul_in("naam", "Mia Proef")
    vul_in("vraag", VRAAG_AAN_MIA)
    hokje = f"ja_van_{anna(dossier).id}_{recht.id}"
    for volgende in ("nog niet gevraagd", "ja"):
        kies("vindt", "ja")
        assert not zie(scherm, hokje).isChecked(), "that they said so was put back"  # type: ignore[attr-defined]
        kruis_aan(scherm, hokje)
        kies("vindt", volgende)
        toets(Qt.Key.Key_Escape)
        rust()
        druk(scherm, "nieuw_deskundigen")
        rust()
    toets(Qt.Key.Key_Escape)
    rust()
    with dossier.plek.store.write() as werk:
        werk.change(werk.get(Bijzonderheid, recht.id), eind_datum=dossier.plek.vandaag - timedelta(days=1))
        werk.commit("test.ander")
    curator(dossier, "de heer Ander")
    scherm.refresh()
    rust()
    druk(scherm, "nieuw_deskundigen")
    rust()
    druk(scherm, "deskundigenvraag_bewaar")
    rust()
    with dossier.plek.store.read() as lezer:
        assert lezer.find(Toestemming) == [], "nobody who can say it now said yes"
    assert f"nog vragen of het mag: {VRAAG_AAN_MIA}" in woorden(scherm)
