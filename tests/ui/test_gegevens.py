"""Putting facts right with the keys alone: from the dossier and back, and what is typed is neither lost nor hidden."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QTextEdit

from kernnetwerk_app.domain.inwoner import Aanspreekvorm, Inwoner, RolInHuishouden
from kernnetwerk_app.services import conflict, gegevens, termijn
from kernnetwerk_app.services.gegevens import GegevensBeeld
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.gegevens import GegevensScreen
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from tests.factories import JORIS, make_werkplek
from tests.services.opzet import laatste_n
from tests.ui.laptop import Laptop, alle_woorden, venster_van
from tests.ui.laptop import eigen as eigen
from tests.ui.laptop import laptop as laptop
from tests.ui.schermen import Open, Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, kies, tab_naar, toets, typ, wis, zie
from tests.uitwisseling import breng_over, wissel_uit

ENTER = Qt.Key.Key_Return
BSN = "999994669"


@pytest.fixture
def anna(plek: Werkplek, huishouden_id: UUID) -> Inwoner:
    """The resident, with a number, a telephone written in an odd way, and a partner."""
    with plek.store.write() as werk:
        (anna,) = werk.find(Inwoner, huishouden_id=huishouden_id)
        anna = werk.change(anna, bsn=BSN, telefoon="0599 000 001", geboortedatum="1944-05-12")
        partner = Inwoner(id=plek.new_id(), huishouden_id=huishouden_id, rol=RolInHuishouden.PARTNER, voornamen="Henk")
        werk.add(partner)
        werk.commit("test.anna")
    return anna


@pytest.fixture
def scherm(omgeving: Omgeving, huishouden_id: UUID, anna: Inwoner, toon_scherm: Toonscherm) -> GegevensScreen:
    scherm = GegevensScreen(omgeving, huishouden_id)
    toon_scherm(scherm)
    return scherm


def _nu(plek: Werkplek, huishouden_id: UUID) -> GegevensBeeld:
    with plek.store.read() as lezer:
        return gegevens.load(lezer, huishouden_id)


def _melding_id(plek: Werkplek, huishouden_id: UUID) -> UUID:
    gemeld = _nu(plek, huishouden_id).melding
    assert gemeld is not None
    return gemeld.id


def _typ_over(naam: str, tekst: str) -> None:
    tab_naar(naam)
    wis()
    typ(tekst)


def _open(deel: str) -> None:
    tab_naar(f"deel_{deel}")
    toets(ENTER)


def _sla_op(rust: Rust) -> None:
    tab_naar("opslaan")
    toets(ENTER)
    rust()


def _fault(scherm: GegevensScreen, naam: str) -> str:
    field = zie(scherm, naam).parentWidget()
    assert isinstance(field, Field)
    return field.error()


def _text(scherm: GegevensScreen, naam: str) -> str:
    widget = zie(scherm, naam)
    assert isinstance(widget, QLineEdit | PlainLabel)
    return widget.text()


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
    _typ_over(f"{anna.id}.voornamen", "Berta")
    _typ_over(f"{anna.id}.achternaam", "Verbeterd")
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
    _typ_over(f"{anna.id}.voornamen", "Ann")
    _typ_over(f"{anna.id}.geboortedatum", "12-")
    assert _text(scherm, "niet_opgeslagen") == "Nog niet opgeslagen"
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
    assert _text(opnieuw, f"{anna.id}.voornamen") == "Ann"
    assert _text(opnieuw, f"{anna.id}.geboortedatum") == "12-"
    _typ_over(f"{anna.id}.voornamen", "Annie")
    _typ_over(f"{anna.id}.geboortedatum", "maart 1948")
    _sla_op(rust)
    mens = _nu(plek, huishouden_id).inwoners[0]
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
    _typ_over(f"{anna.id}.voornamen", "Annie")
    tab_naar("zet_terug")
    toets(ENTER)
    assert in_focus().objectName() == "ja_zet_terug"
    toets(ENTER)
    assert _text(scherm, f"{anna.id}.voornamen") == "Anna"
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
        _open(deel)
        for _ in range(12):
            toets(Qt.Key.Key_Tab)
    assert scherm.form is not None
    assert scherm.form.texts() == {}
    _sla_op(rust)
    assert laatste_n(plek) == voor
    assert wegwijzer.gegaan == [("dossier", huishouden_id)]


# -- each kind of fact -----------------------------------------------------------------------------------------------


def test_everything_that_is_shown_can_be_changed(
    scherm: GegevensScreen, anna: Inwoner, plek: Werkplek, huishouden_id: UUID, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    beeld = _nu(plek, huishouden_id)
    partner, melding_id = beeld.inwoners[1], _melding_id(plek, huishouden_id)
    kies(f"{anna.id}.aanspreekvorm", "alleen de naam")
    wie = {"voornamen": "Annie", "tussenvoegsel": "van de", "achternaam": "Proef", "geboortedatum": "00-03-1948"}
    for veld, tekst in (wie | {"telefoon": "06-12 34 56 78", "bsn": "9999 90 019"}).items():
        _typ_over(f"{anna.id}.{veld}", tekst)
    _open("inwoner2")
    _typ_over(f"{partner.id}.voornamen", "Hendrik")
    _open("huishouden")
    waar = {"straat": "Proefweg", "huisnummer": "3a", "postcode": "9999zz", "plaats": "Proefdijk", "kern": "Proefdijk"}
    for veld, tekst in waar.items():
        _typ_over(f"{huishouden_id}.{veld}", tekst)
    _open("melding")
    _typ_over(f"{melding_id}.ontvangen_datum", "gisteren")
    _typ_over(f"{melding_id}.vraag", "Ik wil naar buiten.")
    _sla_op(rust)

    nu = _nu(plek, huishouden_id)
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
    assert _text(scherm, "uiterlijk_klaar") == "Uiterlijk klaar di 1 juni 2027"
    _open("melding")
    _typ_over(f"{_melding_id(plek, huishouden_id)}.ontvangen_datum", "25-3-2027")
    assert _text(scherm, "uiterlijk_klaar") == "Uiterlijk klaar ma 10 mei 2027"
    assert "Dat was di 1 juni 2027." in alle_woorden()
    with plek.store.read() as lezer:
        lopend = termijn.find_termijn(plek, lezer, huishouden_id)
    assert lopend is not None
    assert lopend.som.wettelijk_einde == date(2027, 6, 1)
    _sla_op(rust)
    with plek.store.read() as lezer:
        lopend = termijn.find_termijn(plek, lezer, huishouden_id)
    assert lopend is not None
    assert lopend.som.wettelijk_einde == date(2027, 5, 10)


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
    beeld, voor = _nu(plek, huishouden_id), laatste_n(plek)
    record = {"melding": _melding_id(plek, huishouden_id), "inwoner1": beeld.inwoners[0].id}.get(deel, huishouden_id)
    _typ_over(f"{beeld.inwoners[0].id}.voornamen", "Annie")
    if deel != "inwoner1":
        _open(deel)
    naam = f"{record}.{veld}"
    _typ_over(naam, getypt)
    _open("inwoner2")
    _sla_op(rust)
    assert in_focus().objectName() == naam
    assert woord in _fault(scherm, naam)
    assert laatste_n(plek) == voor, "not even the name that was right"
    assert scherm.form is not None
    assert scherm.form.isEnabled()


# -- the number ------------------------------------------------------------------------------------------------------


def test_of_a_stored_number_nobody_sees_more_than_its_end(
    scherm: GegevensScreen, anna: Inwoner, plek: Werkplek, huishouden_id: UUID
) -> None:
    naam = f"{anna.id}.bsn"
    assert _text(scherm, naam) == "••• ••• 669"
    assert not any(vorm in alle_woorden() for vorm in (BSN, "999 994 669"))
    assert "nog niet gecontroleerd in de BRP" in zie(scherm, naam).accessibleDescription()
    veld = zie(scherm, naam)
    assert isinstance(veld, QLineEdit)
    QTest.mouseClick(veld, Qt.MouseButton.LeftButton, pos=QPoint(30, 20))
    assert veld.selectedText() == veld.text(), "typing replaces all of it"
    assert _nu(plek, huishouden_id).inwoners[0].bsn == BSN


def test_a_number_that_cannot_be_right_is_asked_about_once_and_then_kept(
    scherm: GegevensScreen, anna: Inwoner, plek: Werkplek, huishouden_id: UUID, rust: Rust
) -> None:
    naam = f"{anna.id}.bsn"
    _typ_over(naam, "999994668")
    _sla_op(rust)
    assert in_focus().objectName() == naam
    assert _fault(scherm, naam).startswith("Controleer het BSN.")
    assert _nu(plek, huishouden_id).inwoners[0].bsn == BSN
    _sla_op(rust)
    assert _nu(plek, huishouden_id).inwoners[0].bsn == "999994668"


@pytest.mark.usefixtures("scherm")
def test_a_number_can_be_taken_away(anna: Inwoner, plek: Werkplek, huishouden_id: UUID, rust: Rust) -> None:
    tab_naar(f"{anna.id}.bsn")
    wis()
    _sla_op(rust)
    assert _nu(plek, huishouden_id).inwoners[0].bsn is None


# -- a colleague meanwhile -------------------------------------------------------------------------------------------


def test_what_comes_in_shows_at_once_but_never_over_what_is_being_typed(
    scherm: GegevensScreen, anna: Inwoner, plek: Werkplek, huishouden_id: UUID, omgeving: Omgeving, rust: Rust
) -> None:
    _typ_over(f"{anna.id}.voornamen", "Annie")
    eerder = _nu(plek, huishouden_id)
    elders = {anna.id: {"voornamen": "Annemarie", "telefoon": "0612345678"}}
    omgeving.tasks.write(scherm, lambda: gegevens.change(plek, eerder, elders))
    rust()
    assert _text(scherm, f"{anna.id}.voornamen") == "Annie"
    assert _text(scherm, f"{anna.id}.telefoon") == "06 12345678"


@pytest.mark.parametrize("weg_geweest", [False, True], ids=["the form stays open", "one comes back another day"])
def test_what_a_colleague_put_right_meanwhile_is_not_written_over(
    scherm: GegevensScreen,
    anna: Inwoner,
    plek: Werkplek,
    huishouden_id: UUID,
    omgeving: Omgeving,
    toon_scherm: Toonscherm,
    rust: Rust,
    tmp_path: Path,
    weg_geweest: bool,
) -> None:
    collega = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    wissel_uit(plek, collega)
    _typ_over(f"{anna.id}.voornamen", "Annie")
    scherm.leave(lambda: None)
    rust()
    gegevens.change(collega, _nu(collega, huishouden_id), {anna.id: {"voornamen": "Annemarie"}})
    breng_over(collega, plek)
    if weg_geweest:
        scherm.hide()
        toon_scherm(GegevensScreen(omgeving, huishouden_id))
    else:
        scherm.refresh()
        rust()
    _sla_op(rust)
    with plek.store.read() as lezer:
        open_conflicten = lezer.conflicten(huishouden_id)
        woorden = {
            kant.tekst.split("\n")[0]
            for c in open_conflicten
            if c.entiteit_id == anna.id
            for kant in conflict.load(plek, lezer, c.entiteit_id, c.eenheid).kanten
        }
    assert woorden == {"Annie", "Annemarie"}


def test_there_are_never_more_than_nine_fields_in_sight(scherm: GegevensScreen) -> None:
    for deel in ("inwoner2", "huishouden", "melding", "inwoner1"):
        _open(deel)
        editors = scherm.findChildren(QLineEdit) + scherm.findChildren(QTextEdit) + scherm.findChildren(QComboBox)
        shown = [e for e in editors if e.isVisible() and not isinstance(e.parentWidget(), QComboBox)]
        assert 1 <= len(shown) <= 9


def test_everybody_can_use_it_also_at_200_percent(scherm: GegevensScreen, omgeving: Omgeving) -> None:
    for deel in ("inwoner2", "huishouden", "melding", "inwoner1"):
        druk(scherm, f"deel_{deel}")
        assert bezwaren_op_elke_maat(scherm, omgeving.theme) == []
