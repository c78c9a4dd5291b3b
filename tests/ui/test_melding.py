"""A new melding with the keys alone: question first, at most nine fields, the term in sight, nothing typed is lost."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Aanspreekvorm, Inwoner
from kernnetwerk_app.domain.melding import Kanaal, Melding
from kernnetwerk_app.services import melding, stappenkaart, termijn, typen
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.melding import MeldingScreen
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from tests.factories import JORIS, SANNE, VRAAG, reopen
from tests.services.opzet import gelezen
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import in_focus, kies, tab_naar, toets, typ, wis, zie


@pytest.fixture
def scherm(omgeving: Omgeving, toon_scherm: Toonscherm) -> MeldingScreen:
    scherm = MeldingScreen(omgeving)
    toon_scherm(scherm)
    return scherm


def _meldingen(plek: Werkplek) -> list[Melding]:
    with plek.store.read() as lezer:
        return lezer.find(Melding)


def _text(scherm: MeldingScreen, naam: str) -> str:
    label = zie(scherm, naam)
    assert isinstance(label, PlainLabel)
    return label.text()


def _fault(scherm: MeldingScreen, naam: str) -> str:
    field = zie(scherm, naam).parentWidget()
    assert isinstance(field, Field)
    return field.error()


def _type_all(scherm: MeldingScreen) -> None:
    """A whole melding of yesterday, reported by a daughter over the telephone."""
    typ(VRAAG)
    kies("aanspreekvorm", "mevrouw")
    wie = {"voornamen": "Anna", "achternaam": "Voorbeeld-Jansen", "straat": "Modelweg", "huisnummer": "12"}
    for veld, tekst in (wie | {"postcode": "9999zz", "kern": "Proefdijk"}).items():
        tab_naar(veld)
        typ(tekst)
    tab_naar("deel_binnen")
    toets(Qt.Key.Key_Return)
    tab_naar("ontvangen_datum")
    wis()
    typ("gisteren")
    kies("kanaal", "aan de telefoon")
    binnen = {"plek": "Kulturhus De Linde", "melder_naam": "Karin Voorbeeld", "melder_relatie": "dochter"}
    for veld, tekst in (binnen | {"telefoon": "06 12 34 56 78"}).items():
        tab_naar(veld)
        typ(tekst)


@pytest.mark.eis("SIG-15")
def test_a_whole_melding_is_taken_on_with_the_keys_alone(
    scherm: MeldingScreen, plek: Werkplek, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    assert in_focus().objectName() == "vraag"
    _type_all(scherm)
    tab_naar("neem_aan")
    toets(Qt.Key.Key_Return)
    rust()

    (gemeld,) = _meldingen(plek)
    assert gemeld.vraag == VRAAG
    assert (gemeld.ontvangen_datum, gemeld.kanaal) == (date(2027, 4, 19), Kanaal.TELEFOON)
    assert (gemeld.kern, gemeld.plek) == ("Voorbeelderveen", "Kulturhus De Linde")
    assert (gemeld.melder_naam, gemeld.melder_relatie) == ("Karin Voorbeeld", "dochter")
    assert (gemeld.ontvangen_door_id, gemeld.contactpersoon_id) == (SANNE.id, SANNE.id)
    assert gemeld.wet is None
    with plek.store.read() as lezer:
        (inwoner,), (huishouden,) = lezer.find(Inwoner), lezer.find(Huishouden)
        lopend = termijn.find_termijn(plek, lezer, huishouden.id)
    assert (inwoner.aanspreekvorm, inwoner.naam) == (Aanspreekvorm.MEVROUW, "Anna Voorbeeld-Jansen")
    assert inwoner.telefoon == "0612345678"
    assert (huishouden.adres, huishouden.postcode) == ("Modelweg 12, Proefdijk", "9999 ZZ")
    assert lopend is not None
    assert lopend.som.begin == date(2027, 4, 19)
    assert wegwijzer.gegaan == [("dossier", huishouden.id)]


def test_there_are_never_more_than_nine_fields_in_sight(scherm: MeldingScreen) -> None:
    for deel in ("deel_wie", "deel_binnen", "deel_namens", "deel_achter"):
        tab_naar(deel)
        toets(Qt.Key.Key_Space)
        editors = scherm.findChildren(QLineEdit) + scherm.findChildren(QTextEdit) + scherm.findChildren(QComboBox)
        shown = [e for e in editors if e.isVisible() and not isinstance(e.parentWidget(), QComboBox)]
        assert 1 <= len(shown) <= 9


def test_the_term_is_worked_out_while_the_day_is_typed(scherm: MeldingScreen) -> None:
    assert _text(scherm, "uiterlijk_klaar") == "Uiterlijk klaar di 1 juni 2027"
    tab_naar("deel_binnen")
    toets(Qt.Key.Key_Return)
    tab_naar("ontvangen_datum")
    wis()
    typ("25-3-2027")
    assert _text(scherm, "uiterlijk_klaar") == "Uiterlijk klaar ma 10 mei 2027"
    assert _text(scherm, "som") == "gemeld do 25 maart + 6 weken, feestdagen = ma 10 mei"
    typ("x")
    assert "Vul de dag van de melding in" in _text(scherm, "som")
    assert _meldingen(scherm.omgeving.plek) == []


@pytest.mark.eis("SIG-17")
def test_without_a_contact_person_it_is_not_taken_on_and_everything_stays(
    scherm: MeldingScreen, plek: Werkplek, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    typ(VRAAG)
    tab_naar("deel_binnen")
    toets(Qt.Key.Key_Return)
    assert zie(scherm, "contactpersoon_id").property("currentText") == "Sanne Modelman"
    kies("contactpersoon_id", "nog niet bekend")
    tab_naar("neem_aan")
    toets(Qt.Key.Key_Return)
    rust()
    assert _meldingen(plek) == []
    assert wegwijzer.gegaan == []
    assert "vaste contactpersoon" in _fault(scherm, "contactpersoon_id")
    assert in_focus().objectName() == "contactpersoon_id"
    assert scherm.form.question.text() == VRAAG

    kies("contactpersoon_id", "Joris Proefstra")
    tab_naar("neem_aan")
    toets(Qt.Key.Key_Return)
    rust()
    (gemeld,) = _meldingen(plek)
    assert gemeld.contactpersoon_id == JORIS.id


@pytest.mark.parametrize(
    ("veld", "deel", "getypt", "woord"),
    [
        ("postcode", "deel_wie", "9999", "vier cijfers en twee letters"),
        ("ontvangen_datum", "deel_binnen", "30-2-2027", "kalender"),
        ("telefoon", "deel_binnen", "112", "alarmnummer"),
    ],
)
def test_what_cannot_be_read_is_told_under_its_field_and_stays(
    scherm: MeldingScreen, plek: Werkplek, rust: Rust, veld: str, deel: str, getypt: str, woord: str
) -> None:
    typ(VRAAG)
    if deel != "deel_wie":
        tab_naar(deel)
        toets(Qt.Key.Key_Return)
    tab_naar(veld)
    wis()
    typ(getypt)
    toets(Qt.Key.Key_Tab)
    assert woord in _fault(scherm, veld)
    tab_naar("deel_namens")
    toets(Qt.Key.Key_Return)
    tab_naar("neem_aan")
    toets(Qt.Key.Key_Return)
    rust()
    assert _meldingen(plek) == []
    assert in_focus().objectName() == veld
    assert woord in _fault(scherm, veld)
    wis()
    assert _fault(scherm, veld) == ""


def test_what_is_wrong_comes_into_sight_with_why(scherm: MeldingScreen, qtbot: QtBot) -> None:
    scherm.resize(scherm.width(), 420)
    typ(VRAAG)
    tab_naar("deel_binnen")
    toets(Qt.Key.Key_Return)
    tab_naar("telefoon")
    typ("112")
    field = zie(scherm, "telefoon").parentWidget()
    assert isinstance(field, Field)
    tab_naar("deel_namens")
    toets(Qt.Key.Key_Return)
    tab_naar("neem_aan")
    bar = scherm.area.verticalScrollBar()
    before = bar.maximum()
    toets(Qt.Key.Key_Return)
    assert field.error()
    qtbot.waitUntil(lambda: bar.maximum() > before, timeout=10_000)  # the page found room for what unfolded
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect(), timeout=3_000)


@pytest.mark.parametrize(("dag", "veld"), [("morgen", "ontvangen_datum"), ("vandaag", "vraag")])
def test_a_rule_that_says_no_is_told_under_its_field(
    scherm: MeldingScreen, plek: Werkplek, rust: Rust, dag: str, veld: str
) -> None:
    if veld != "vraag":
        typ(VRAAG)
    tab_naar("deel_binnen")
    toets(Qt.Key.Key_Return)
    tab_naar("ontvangen_datum")
    wis()
    typ(dag)
    tab_naar("neem_aan")
    toets(Qt.Key.Key_Return)
    rust()
    assert _meldingen(plek) == []
    assert _fault(scherm, veld) != ""


def test_what_is_typed_is_kept_without_anybody_asking(scherm: MeldingScreen, plek: Werkplek, qtbot: QtBot) -> None:
    typ("Ik wil hier blij")
    qtbot.waitUntil(lambda: typen.load_concept(plek, melding.CONCEPT) == {"vraag": "Ik wil hier blij"}, timeout=10_000)


def test_going_elsewhere_and_back_loses_nothing_not_even_half_a_date(
    scherm: MeldingScreen, omgeving: Omgeving, toon_scherm: Toonscherm, rust: Rust
) -> None:
    typ("Ik wil hier blij")
    tab_naar("deel_binnen")
    toets(Qt.Key.Key_Return)
    tab_naar("ontvangen_datum")
    wis()
    typ("25-")
    weg: list[bool] = []
    scherm.leave(lambda: weg.append(True))
    assert weg == []
    rust()
    assert weg == [True]
    opnieuw = MeldingScreen(omgeving)
    toon_scherm(opnieuw)
    assert opnieuw.form.texts() == {"vraag": "Ik wil hier blij", "ontvangen_datum": "25-"}


def test_what_was_kept_is_there_when_the_store_is_opened_anew(
    scherm: MeldingScreen, plek: Werkplek, tmp_path: Path, rust: Rust
) -> None:
    typ("Ik wil hier blij")
    scherm.leave(lambda: None)
    rust()
    store = reopen(tmp_path / "sanne", plek.klok)  # as after a lock or a kill: nothing in memory helps
    with store.read() as lezer:
        assert lezer.concept(melding.CONCEPT) == {"vraag": "Ik wil hier blij"}
    store.close()


def test_coming_back_keeps_what_was_typed_since(scherm: MeldingScreen, rust: Rust) -> None:
    typ("eerst")
    scherm.leave(lambda: None)
    rust()
    typ(" en daarna")
    scherm.refresh()
    rust()
    assert scherm.form.question.text() == "eerst en daarna"


def test_after_taking_on_the_form_is_empty_again(scherm: MeldingScreen, plek: Werkplek, rust: Rust) -> None:
    typ(VRAAG)
    scherm.leave(lambda: None)
    rust()
    tab_naar("neem_aan")
    toets(Qt.Key.Key_Return)
    rust()
    assert len(_meldingen(plek)) == 1
    assert scherm.form.texts() == {}
    assert typen.load_concept(plek, melding.CONCEPT) == {}


def test_emptying_the_form_asks_first(scherm: MeldingScreen, plek: Werkplek, rust: Rust) -> None:
    typ(VRAAG)
    tab_naar("maak_leeg")
    toets(Qt.Key.Key_Return)
    assert scherm.form.question.text() == VRAAG
    assert in_focus().objectName() == "ja_maak_leeg"
    toets(Qt.Key.Key_Return)
    assert scherm.form.texts() == {}
    assert in_focus().objectName() == "vraag"
    scherm.leave(lambda: None)
    rust()
    assert typen.load_concept(plek, melding.CONCEPT) == {}


@pytest.mark.eis("SIG-19")
def test_who_speaks_for_the_resident_is_written_down_and_gets_the_papers(
    scherm: MeldingScreen, plek: Werkplek, rust: Rust
) -> None:
    typ(VRAAG)
    tab_naar("deel_namens")
    toets(Qt.Key.Key_Return)
    tab_naar("vertegenwoordiger")
    typ("Karin Voorbeeld")
    tab_naar("hoedanigheid")
    typ("dochter")
    tab_naar("reikwijdte")
    typ("geld en post")
    kies("inwoner_akkoord", "ja")
    tab_naar("neem_aan")
    toets(Qt.Key.Key_Return)
    rust()
    (gemeld,) = _meldingen(plek)
    assert (gemeld.vertegenwoordiger, gemeld.hoedanigheid) == ("Karin Voorbeeld", "dochter")
    assert (gemeld.reikwijdte, gemeld.inwoner_akkoord) == ("geld en post", True)
    papier = gelezen(stappenkaart.load_pdf(plek, gemeld.huishouden_id))
    assert "Aan Karin Voorbeeld, dochter" in papier
    assert "Over: geld en post" in papier


def test_everybody_can_use_it_also_at_200_percent(scherm: MeldingScreen, omgeving: Omgeving) -> None:
    for deel in ("deel_wie", "deel_binnen", "deel_namens", "deel_achter"):
        tab_naar(deel)
        toets(Qt.Key.Key_Return)
        assert bezwaren_op_elke_maat(scherm, omgeving.theme) == []
