"""Putting facts right with the keys alone: from the dossier and back, and what is typed is neither lost nor hidden."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QTextEdit

from kernnetwerk_app.domain.inwoner import Aanspreekvorm, Inwoner
from kernnetwerk_app.domain.melding import Wet
from kernnetwerk_app.services import gegevens, termijn
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.gegevens import GegevensScreen
from kernnetwerk_app.ui.widgets.button import Button
from tests.services.opzet import laatste_n
from tests.ui.gegevens_scherm import (
    ENTER,
    fault,
    melding_id,
    open_deel,
    sla_op,
    stored,
    text,
    typ_over,
)
from tests.ui.gegevens_scherm import anna as anna
from tests.ui.gegevens_scherm import scherm as scherm
from tests.ui.laptop import Laptop, alle_woorden, venster_van
from tests.ui.laptop import eigen as eigen
from tests.ui.laptop import laptop as laptop
from tests.ui.schermen import Open, Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, kies, tab_naar, toets, zie

# -- from the dossier and back ---------------------------------------------------------------------------------------


def test_a_slip_in_a_name_is_put_right_from_the_dossier_with_the_keys_alone(eigen: Laptop) -> None:
    eigen.begin()
    eigen.ontgrendel()
    eigen.tot(eigen.is_open)
    eigen.rust()
    plek, venster = eigen.sessie.plek, venster_van(eigen)
    with plek.store.read() as lezer:
        (anna,) = lezer.find(Inwoner)
    assert anna.huishouden_id is not None
    venster.dossier(anna.huishouden_id)
    eigen.rust()
    tab_naar("wijzig_gegevens")
    toets(ENTER)
    eigen.tot(lambda: venster.current_key() == "gegevens" and not eigen.app.tasks.busy)
    assert in_focus().objectName() == f"{anna.id}.voornamen"
    typ_over(f"{anna.id}.voornamen", "Berta")
    typ_over(f"{anna.id}.achternaam", "Verbeterd")
    tab_naar("opslaan")
    toets(ENTER)
    eigen.tot(lambda: venster.current_key() == "dossier" and not eigen.app.tasks.busy)
    open_scherm = venster.scherm()
    assert open_scherm is not None
    assert open_scherm.title.text() == "Mevrouw Verbeterd"
    venster.dossiers()
    eigen.rust()
    assert "B. V." in zie(venster, f"dossier_{anna.huishouden_id}").accessibleName()


def test_the_dossier_has_a_way_there(open_dossier: Open, wegwijzer: Wegwijzer, huishouden_id: UUID) -> None:
    knop = zie(open_dossier(), "wijzig_gegevens")
    QTest.mouseClick(knop, Qt.MouseButton.LeftButton)
    tab_naar("wijzig_gegevens")
    toets(ENTER)
    assert wegwijzer.gegaan == [("gegevens", huishouden_id)] * 2


def test_leaving_keeps_what_was_typed_and_the_dossier_says_so(
    scherm: GegevensScreen,
    anna: Inwoner,
    plek: Werkplek,
    huishouden_id: UUID,
    omgeving: Omgeving,
    open_dossier: Open,
    toon_scherm: Toonscherm,
    rust: Rust,
) -> None:
    voor = laatste_n(plek)
    typ_over(f"{anna.id}.voornamen", "Ann")
    typ_over(f"{anna.id}.geboortedatum", "12-")
    assert text(scherm, "niet_opgeslagen") == "Nog niet opgeslagen"
    weg: list[bool] = []
    scherm.leave(lambda: weg.append(True))
    rust()
    assert weg == [True]
    assert laatste_n(plek) == voor, "a fact is not changed while one types"
    knop = zie(open_dossier(), "wijzig_gegevens")
    assert isinstance(knop, Button)
    assert knop.text() == "Gegevens: nog niet opgeslagen"
    opnieuw = GegevensScreen(omgeving, huishouden_id)
    toon_scherm(opnieuw)
    assert text(opnieuw, f"{anna.id}.voornamen") == "Ann"
    assert text(opnieuw, f"{anna.id}.geboortedatum") == "12-"
    typ_over(f"{anna.id}.voornamen", "Annie")
    typ_over(f"{anna.id}.geboortedatum", "maart 1948")
    sla_op(rust)
    mens = stored(plek, huishouden_id).inwoners[0]
    assert (mens.voornamen, mens.geboortedatum) == ("Annie", "1948-03-00")
    knop = zie(open_dossier(), "wijzig_gegevens")
    assert isinstance(knop, Button)
    assert knop.text() == "Wijzig gegevens"


def test_what_was_typed_can_be_taken_back_after_a_question(
    scherm: GegevensScreen, anna: Inwoner, plek: Werkplek, huishouden_id: UUID, rust: Rust
) -> None:
    tab_naar("zet_terug")
    toets(ENTER)
    assert in_focus().objectName() == "zet_terug", "there is nothing to take back"
    typ_over(f"{anna.id}.voornamen", "Annie")
    tab_naar("zet_terug")
    toets(ENTER)
    assert in_focus().objectName() == "ja_zet_terug"
    toets(ENTER)
    assert text(scherm, f"{anna.id}.voornamen") == "Anna"
    scherm.leave(lambda: None)
    rust()
    with plek.store.read() as lezer:
        assert lezer.concept(gegevens.concept_sleutel(huishouden_id)) == {}


def test_saving_without_a_change_only_goes_back(
    scherm: GegevensScreen, plek: Werkplek, huishouden_id: UUID, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    """Going through every field changes nothing either, however somebody else wrote what stands in it."""
    voor = laatste_n(plek)
    for deel in ("inwoner2", "huishouden", "melding", "inwoner1"):
        open_deel(deel)
        for _ in range(12):
            toets(Qt.Key.Key_Tab)
    assert scherm.form is not None
    assert scherm.form.texts() == {}
    sla_op(rust)
    assert laatste_n(plek) == voor
    assert wegwijzer.gegaan == [("dossier", huishouden_id)]


# -- each kind of fact -----------------------------------------------------------------------------------------------


def test_everything_that_is_shown_can_be_changed(
    scherm: GegevensScreen, anna: Inwoner, plek: Werkplek, huishouden_id: UUID, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    beeld = stored(plek, huishouden_id)
    partner, gemeld_id = beeld.inwoners[1], melding_id(plek, huishouden_id)
    kies(f"{anna.id}.aanspreekvorm", "alleen de naam")
    wie = {"voornamen": "Annie", "tussenvoegsel": "van de", "achternaam": "Proef", "geboortedatum": "00-03-1948"}
    for veld, tekst in (wie | {"telefoon": "06-12 34 56 78", "bsn": "9999 90 019"}).items():
        typ_over(f"{anna.id}.{veld}", tekst)
    open_deel("inwoner2")
    typ_over(f"{partner.id}.voornamen", "Hendrik")
    open_deel("huishouden")
    waar = {"straat": "Proefweg", "huisnummer": "3a", "postcode": "9999zz", "plaats": "Proefdijk", "kern": "Proefdijk"}
    for veld, tekst in waar.items():
        typ_over(f"{huishouden_id}.{veld}", tekst)
    open_deel("melding")
    typ_over(f"{gemeld_id}.ontvangen_datum", "gisteren")
    typ_over(f"{gemeld_id}.vraag", "Ik wil naar buiten.")
    sla_op(rust)

    nu = stored(plek, huishouden_id)
    mens, huis, gemeld = nu.inwoners[0], nu.huishouden, nu.melding
    assert (mens.naam, mens.geboortedatum, mens.telefoon) == ("Annie van de Proef", "1948-03-00", "0612345678")
    assert mens.aanspreekvorm is Aanspreekvorm.NAAM
    assert (mens.bsn, mens.bsn_gecontroleerd_datum) == ("999990019", None)
    assert nu.inwoners[1].voornamen == "Hendrik"
    assert (huis.adres, huis.postcode, huis.kern) == ("Proefweg 3a, Proefdijk", "9999 ZZ", "Proefdijk")
    assert gemeld is not None
    assert (gemeld.ontvangen_datum, gemeld.vraag) == (date(2027, 4, 19), "Ik wil naar buiten.")
    assert wegwijzer.gegaan == [("dossier", huishouden_id)]


def test_the_term_follows_the_day_of_the_melding_before_and_after_saving(
    scherm: GegevensScreen, plek: Werkplek, huishouden_id: UUID, rust: Rust
) -> None:
    assert text(scherm, "uiterlijk_klaar") == "Uiterlijk klaar di 1 juni 2027"
    open_deel("melding")
    typ_over(f"{melding_id(plek, huishouden_id)}.ontvangen_datum", "25-3-2027")
    assert text(scherm, "uiterlijk_klaar") == "Uiterlijk klaar ma 10 mei 2027"
    assert "Dat was di 1 juni 2027." in alle_woorden()
    with plek.store.read() as lezer:
        lopend = termijn.find_termijn(plek, lezer, huishouden_id)
    assert lopend is not None
    assert lopend.som.wettelijk_einde == date(2027, 6, 1)
    sla_op(rust)
    with plek.store.read() as lezer:
        lopend = termijn.find_termijn(plek, lezer, huishouden_id)
    assert lopend is not None
    assert lopend.som.wettelijk_einde == date(2027, 5, 10)


def test_the_law_of_a_question_shows_and_is_put_right_and_may_be_unknown_again(
    scherm: GegevensScreen, plek: Werkplek, huishouden_id: UUID, omgeving: Omgeving, toon_scherm: Toonscherm, rust: Rust
) -> None:
    naam = f"{melding_id(plek, huishouden_id)}.wet"
    open_deel("melding")
    kies(naam, "Jeugdwet")
    sla_op(rust)
    assert [een.wet for een in stored(plek, huishouden_id).meldingen] == [Wet.JEUGDWET]
    scherm.hide()
    opnieuw = GegevensScreen(omgeving, huishouden_id)
    toon_scherm(opnieuw)
    assert "Jeugdwet" in zie(opnieuw, "deel_melding").accessibleName(), "it stands there before one opens anything"
    open_deel("melding")
    box = zie(opnieuw, naam)
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Jeugdwet"
    kies(naam, "nog niet bekend")
    sla_op(rust)
    assert [een.wet for een in stored(plek, huishouden_id).meldingen] == [None]


@pytest.mark.parametrize(
    ("deel", "veld", "getypt", "woord"),
    [
        ("melding", "ontvangen_datum", "30-2-2027", "kalender"),
        ("melding", "ontvangen_datum", "morgen", "moet nog komen"),
        ("melding", "vraag", "  ", "in de woorden van de inwoner"),
        ("inwoner1", "geboortedatum", "1-1-2030", "moet nog komen"),
        ("inwoner1", "telefoon", "112", "alarmnummer"),
        ("inwoner1", "bsn", "99999466", "acht cijfers"),
        ("inwoner1", "bsn", "012345678", "oefengemeente"),
        ("inwoner1", "achternaam", "x" * 301, "300 tekens"),
        ("huishouden", "postcode", "1234 SS", "bestaat niet"),
    ],
)
def test_what_cannot_be_keeps_the_focus_and_says_why(
    scherm: GegevensScreen,
    plek: Werkplek,
    huishouden_id: UUID,
    rust: Rust,
    deel: str,
    veld: str,
    getypt: str,
    woord: str,
) -> None:
    beeld, voor = stored(plek, huishouden_id), laatste_n(plek)
    record = {"melding": melding_id(plek, huishouden_id), "inwoner1": beeld.inwoners[0].id}.get(deel, huishouden_id)
    typ_over(f"{beeld.inwoners[0].id}.voornamen", "Annie")
    if deel != "inwoner1":
        open_deel(deel)
    naam = f"{record}.{veld}"
    typ_over(naam, getypt)
    open_deel("inwoner2")
    sla_op(rust)
    assert in_focus().objectName() == naam
    assert woord in fault(scherm, naam)
    assert laatste_n(plek) == voor, "not even the name that was right"
    assert scherm.form is not None
    assert scherm.form.isEnabled()


def test_there_are_never_more_than_nine_fields_in_sight(scherm: GegevensScreen) -> None:
    for deel in ("inwoner2", "huishouden", "melding", "inwoner1"):
        open_deel(deel)
        editors = scherm.findChildren(QLineEdit) + scherm.findChildren(QTextEdit) + scherm.findChildren(QComboBox)
        shown = [e for e in editors if e.isVisible() and not isinstance(e.parentWidget(), QComboBox)]
        assert 1 <= len(shown) <= 9


def test_everybody_can_use_it_also_at_200_percent(scherm: GegevensScreen, omgeving: Omgeving) -> None:
    for deel in ("inwoner2", "huishouden", "melding", "inwoner1"):
        druk(scherm, f"deel_{deel}")
        assert bezwaren_op_elke_maat(scherm, omgeving.theme) == []
