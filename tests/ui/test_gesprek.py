"""The gesprek with the keys: the question stays in sight, words make the states, and nothing is anybody's finding."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.afzien import Waarvan
from kernnetwerk_app.domain.contact import Contact, ContactStatus
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services import afzien, contact, typen, vraagverheldering
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.gesprek import GesprekScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.domain_list import DomainItem
from kernnetwerk_app.ui.widgets.field import Field
from tests.factories import JORIS, VRAAG, make_werkplek, nieuwe_melding
from tests.services.opzet import Dossier, laatste_n
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import in_focus, tab_naar, toets, typ, zie
from tests.uitwisseling import wissel_uit

NIET = LeefgebiedStatus.NIET_AAN_DE_ORDE
L_08 = [
    "Financiën", "Huisvesting", "Gezin en opvoeding", "Activiteiten dagelijks leven", "Sociaal netwerk", "Dagbesteding",
    "Maatschappelijke participatie", "Geestelijke gezondheid", "Lichamelijke gezondheid", "Verslaving", "Justitie",
]  # fmt: skip
VRAGEN = [
    "Wat gaat goed?", "Wat is lastig?", "Wat wilt u?", "Hoe is het nu?", "Wat kunt u zelf?",
    "Wie om u heen kan helpen?", "Welke hulp is er nu?",
]  # fmt: skip


@pytest.fixture
def scherm(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> GesprekScreen:
    scherm = GesprekScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    return scherm


def _open(scherm: GesprekScreen, sleutel: str) -> None:
    item = zie(scherm, f"gebied.{sleutel}")
    assert isinstance(item, QAbstractButton)
    item.setFocus()
    toets(Qt.Key.Key_Return)


def _kies(scherm: GesprekScreen, stand: LeefgebiedStatus) -> None:
    QTest.mouseClick(zie(scherm, f"stand.{stand.name.lower()}"), Qt.MouseButton.LeftButton)


def _stand(scherm: GesprekScreen, sleutel: str) -> LeefgebiedStatus:
    item = zie(scherm, f"gebied.{sleutel}")
    assert isinstance(item, DomainItem)
    return item.status()


def _tekst(scherm: GesprekScreen, naam: str) -> str:
    editor = zie(scherm, naam)
    assert isinstance(editor, QTextEdit)
    return editor.toPlainText()


def _primary(scherm: GesprekScreen) -> str:
    knop = zie(scherm, "verder")
    assert isinstance(knop, Button)
    return knop.text()


@pytest.mark.eis("EVV-08")
def test_the_asked_question_and_what_it_is_about_are_two_things(
    scherm: GesprekScreen, dossier: Dossier, rust: Rust
) -> None:
    assert VRAAG in zie(scherm, "vraag").accessibleName()
    assert in_focus().objectName() == "vraag.waar_het_om_gaat"
    typ("Weer onder de mensen komen.")
    _open(scherm, "huisvesting")
    rust()
    assert VRAAG in zie(scherm, "vraag").accessibleName()
    gesprek = dossier.gesprek()
    assert (gesprek.vraag, gesprek.teksten["vraag.waar_het_om_gaat"]) == (VRAAG, "Weer onder de mensen komen.")


@pytest.mark.eis("EVV-14")
def test_what_was_tried_already_and_who_sits_at_the_table_are_kept(
    scherm: GesprekScreen, dossier: Dossier, rust: Rust
) -> None:
    tab_naar("vraag.al_geprobeerd")
    typ("Karin poetst elke zaterdag.")
    tab_naar("vraag.aanwezig")
    typ("Karin, dochter")
    scherm.leave(lambda: None)
    rust()
    teksten = dossier.gesprek().teksten
    assert teksten["vraag.al_geprobeerd"] == "Karin poetst elke zaterdag."
    assert teksten["vraag.aanwezig"] == "Karin, dochter"


def test_all_life_domains_are_there_and_an_untouched_one_is_nobodys_finding(
    scherm: GesprekScreen, dossier: Dossier, rust: Rust
) -> None:
    lijst = dossier.gesprek().lijst
    assert len(lijst.leefgebieden) == 11
    for leefgebied in lijst.leefgebieden:
        _open(scherm, leefgebied.sleutel)
        assert scherm.title.text() == leefgebied.naam
    rust()
    assert set(dossier.gesprek().statussen.values()) == {LeefgebiedStatus.NOG_NIET}
    assert scherm.foot.fact.text().startswith("0 van 11 besproken.")


def test_what_goes_well_is_asked_first_and_words_make_it_talked_about(
    scherm: GesprekScreen, dossier: Dossier, rust: Rust
) -> None:
    _open(scherm, "sociaal_netwerk")
    assert in_focus().objectName() == "sociaal_netwerk.goed"
    typ("Karin belt elke avond.")
    toets(Qt.Key.Key_Tab)
    assert in_focus().objectName() == "sociaal_netwerk.lastig"
    rust()
    assert _stand(scherm, "sociaal_netwerk") is LeefgebiedStatus.BESPROKEN
    assert scherm.foot.fact.text().startswith("1 van 11 besproken.")
    assert dossier.gesprek().statussen["sociaal_netwerk"] is LeefgebiedStatus.BESPROKEN


@pytest.mark.eis("OND-02")
def test_every_life_domain_of_the_seed_asks_the_same_in_its_order(scherm: GesprekScreen, dossier: Dossier) -> None:
    """The score is given apart from the talk, with a reason: docs/besluiten/0031, and test_kijkrichting.py."""
    items = scherm.findChildren(DomainItem)
    assert [item.accessibleName() for item in items] == [f"{naam}, nog niet besproken" for naam in L_08]
    for leefgebied in dossier.gesprek().lijst.leefgebieden:
        _open(scherm, leefgebied.sleutel)
        tab_naar("meer")
        toets(Qt.Key.Key_Space)
        QApplication.processEvents()
        vragen = [veld.label.text() for veld in scherm.findChildren(Field) if veld.isVisible()]
        assert vragen == VRAGEN


def test_the_other_questions_unfold_and_come_back_unfolded_where_something_was_said(
    scherm: GesprekScreen, dossier: Dossier, rust: Rust, toon_scherm: Toonscherm, omgeving: Omgeving
) -> None:
    _open(scherm, "huisvesting")
    eigen = scherm.findChild(QTextEdit, "huisvesting.eigen")
    assert eigen is not None
    assert not eigen.isVisible()
    tab_naar("meer")
    toets(Qt.Key.Key_Space)
    tab_naar("huisvesting.eigen")
    typ("Ik kook elke dag zelf.")
    scherm.leave(lambda: None)
    rust()
    scherm.close()
    opnieuw = GesprekScreen(omgeving, dossier.huishouden_id)
    toon_scherm(opnieuw)
    _open(opnieuw, "huisvesting")
    assert _tekst(opnieuw, "huisvesting.eigen") == "Ik kook elke dag zelf."


def test_not_at_issue_holds_only_with_a_reason(scherm: GesprekScreen, dossier: Dossier, rust: Rust) -> None:
    _open(scherm, "justitie")
    _kies(scherm, NIET)
    rust()
    assert zie(scherm, "reden").accessibleName() == "Waarom is dit niet aan de orde?"
    assert _stand(scherm, "justitie") is LeefgebiedStatus.NOG_NIET
    assert dossier.gesprek().statussen["justitie"] is LeefgebiedStatus.NOG_NIET

    tab_naar("reden")
    typ("speelt hier niet")
    toets(Qt.Key.Key_Return)
    rust()
    assert _stand(scherm, "justitie") is NIET
    scherm.leave(lambda: None)
    rust()
    gesprek = dossier.gesprek()
    assert (gesprek.statussen["justitie"], gesprek.teksten["justitie"]) == (NIET, "speelt hier niet")


def test_without_a_reason_the_life_domain_simply_stays_open(
    scherm: GesprekScreen, dossier: Dossier, rust: Rust
) -> None:
    _open(scherm, "verslaving")
    _kies(scherm, NIET)
    _open(scherm, "financien")
    rust()
    assert dossier.gesprek().statussen["verslaving"] is LeefgebiedStatus.NOG_NIET


def test_who_does_not_want_to_talk_about_it_owes_no_reason(scherm: GesprekScreen, dossier: Dossier, rust: Rust) -> None:
    _open(scherm, "financien")
    _kies(scherm, LeefgebiedStatus.WIL_NIET)
    rust()
    assert dossier.gesprek().statussen["financien"] is LeefgebiedStatus.WIL_NIET
    assert "dat hoeft niet" in zie(scherm, "reden").accessibleDescription()


@pytest.mark.eis("EVV-05")
def test_every_life_domain_gets_its_state_from_a_person(scherm: GesprekScreen, dossier: Dossier, rust: Rust) -> None:
    """All eleven, in turn talked about, not at issue and not wanted; the one that nobody touched stays open."""
    sleutels = [leefgebied.sleutel for leefgebied in dossier.gesprek().lijst.leefgebieden]
    standen = [LeefgebiedStatus.BESPROKEN, NIET, LeefgebiedStatus.WIL_NIET] * 3 + [LeefgebiedStatus.BESPROKEN]
    verwacht = dict(zip(sleutels, [*standen, LeefgebiedStatus.NOG_NIET], strict=True))
    for sleutel, stand in verwacht.items():
        _open(scherm, sleutel)
        if stand is LeefgebiedStatus.BESPROKEN:
            typ("Wij redden ons samen.")
        elif stand is not LeefgebiedStatus.NOG_NIET:
            _kies(scherm, stand)
        if stand is NIET:
            tab_naar("reden")
            typ("speelt hier niet")
            toets(Qt.Key.Key_Return)
    scherm.leave(lambda: None)
    rust()
    assert dossier.gesprek().statussen == verwacht
    assert {sleutel: _stand(scherm, sleutel) for sleutel in sleutels} == verwacht


def test_open_is_chosen_where_words_stand_and_the_screen_says_why_it_stays_talked_about(
    scherm: GesprekScreen, dossier: Dossier, rust: Rust
) -> None:
    _open(scherm, "dagbesteding")
    typ("Ik brei graag.")
    _kies(scherm, LeefgebiedStatus.NOG_NIET)
    rust()
    assert _stand(scherm, "dagbesteding") is LeefgebiedStatus.BESPROKEN
    toets(Qt.Key.Key_Tab)
    assert dossier.gesprek().statussen["dagbesteding"] is LeefgebiedStatus.BESPROKEN


def test_on_leads_to_the_next_open_one_and_after_the_last_to_the_plan(
    scherm: GesprekScreen, dossier: Dossier, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    assert _primary(scherm) == "Verder met Financiën"
    for leefgebied in dossier.gesprek().lijst.leefgebieden[1:]:
        dossier.stand(leefgebied.sleutel, NIET, "speelt niet")
    scherm.refresh()
    rust()
    tab_naar("verder")
    toets(Qt.Key.Key_Return)
    assert scherm.title.text() == "Financiën"
    typ("Ik kom rond.")
    rust()
    assert _primary(scherm) == "Naar het plan"
    tab_naar("verder")
    toets(Qt.Key.Key_Return)
    rust()
    assert wegwijzer.gegaan == [("plan", dossier.huishouden_id)]


@pytest.mark.parametrize(("uur", "stand"), [(15, ContactStatus.GEPLAND), (9, ContactStatus.GEWEEST)])
def test_reading_a_gesprek_changes_nothing_and_a_word_says_that_the_visit_of_this_hour_took_place(
    omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, rust: Rust, uur: int, stand: ContactStatus
) -> None:
    """At nine: a visit of three in the afternoon is prepared, one of nine is being held."""
    huishouden_id = nieuwe_melding(plek).huishouden_id
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag, time(uur, 0))
    voor = laatste_n(plek)
    scherm = GesprekScreen(omgeving, huishouden_id)
    toon_scherm(scherm)
    for sleutel in ("huisvesting", "vraag"):
        _open(scherm, sleutel)
    scherm.leave(lambda: None)
    rust()
    assert laatste_n(plek) == voor
    typ("Weer onder de mensen komen.")
    scherm.leave(lambda: None)
    rust()
    with plek.store.read() as lezer:
        assert [bezoek.status for bezoek in lezer.find(Contact)] == [stand]
        assert len(lezer.find(Vraagverheldering)) == 1


@pytest.fixture
def joris(plek: Werkplek, dossier: Dossier, tmp_path: Path) -> Iterator[Werkplek]:
    """The laptop of a colleague, with the same dossier."""
    joris = make_werkplek(tmp_path / "joris", plek.klok, device_no=2, wie=JORIS)
    wissel_uit(plek, joris)
    yield joris
    joris.store.close()


def _typ_bij(plek: Werkplek, dossier: Dossier, sleutel: str, tekst: str) -> None:
    with plek.store.read() as lezer:
        adres = vraagverheldering.load(plek, lezer, dossier.huishouden_id, dossier.gesprek_id).adressen[sleutel]
    typen.keep(plek, adres, tekst)
    typen.seal(plek, adres)


def test_words_of_a_colleague_appear_but_never_in_the_field_one_types_in(
    scherm: GesprekScreen, dossier: Dossier, joris: Werkplek, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    _open(scherm, "sociaal_netwerk")
    typ("Karin belt elke avond.")
    for sleutel in ("sociaal_netwerk.goed", "sociaal_netwerk.lastig"):
        _typ_bij(joris, dossier, sleutel, "van Joris")
    scherm.omgeving.tasks.write(scherm, lambda: wissel_uit(dossier.plek, joris))
    rust()
    scherm.refresh()
    rust()
    assert _tekst(scherm, "sociaal_netwerk.goed") == "Karin belt elke avond."
    assert _tekst(scherm, "sociaal_netwerk.lastig") == "van Joris"

    scherm.leave(lambda: None)
    rust()
    scherm.refresh()
    rust()
    beide = zie(scherm, "sociaal_netwerk.goed.twee_versies")
    QTest.mouseClick(beide, Qt.MouseButton.LeftButton)
    adres = dossier.gesprek().adressen["sociaal_netwerk.goed"]
    assert wegwijzer.gegaan == [("conflict", adres.entiteit_id, adres.eenheid)]


def test_an_answer_that_is_too_long_says_so_under_its_field(scherm: GesprekScreen, rust: Rust) -> None:
    tab_naar("vraag.aanwezig")
    QApplication.clipboard().setText("x" * 400)
    toets(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    toets(Qt.Key.Key_Tab)
    rust()
    veld = zie(scherm, "vraag.aanwezig").parentWidget()
    assert isinstance(veld, Field)
    assert veld.error().startswith("Deze regel is langer dan 300 tekens.")
    assert len(_tekst(scherm, "vraag.aanwezig")) == 400


def test_at_200_percent_the_list_is_one_button_that_opens_it(
    scherm: GesprekScreen, theme: Theme, qtbot: QtBot, rust: Rust
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, 2.0)
    qtbot.waitUntil(lambda: not scherm._list.isVisible())
    knop = zie(scherm, "gebieden")
    knop.setFocus()
    toets(Qt.Key.Key_Return)
    assert in_focus().objectName() == "gebied.vraag"
    _open(scherm, "huisvesting")
    assert not scherm._list.isVisible()
    assert "0 van 11 besproken" in zie(scherm, "gebieden").accessibleName()
    assert in_focus().objectName() == "huisvesting.goed"


def test_everyone_can_use_it_at_every_size(scherm: GesprekScreen, theme: Theme, rust: Rust) -> None:
    _open(scherm, "participatie")
    _kies(scherm, NIET)
    rust()
    assert bezwaren_op_elke_maat(scherm, theme) == []


@pytest.mark.eis("RES-15")
def test_a_life_domain_that_somebody_would_rather_not_talk_about_says_so_where_it_is_asked(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    wie = dossier.plan().inwoner
    velden = {"inwoner_id": wie.id, "waarvan": Waarvan.LEEFGEBIED, "waarover": "verslaving"}
    afzien.leg_vast(dossier.plek, dossier.huishouden_id, velden)
    scherm = GesprekScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    _open(scherm, "verslaving")
    rust()
    zin = zie(scherm, "liever_niet").accessibleName()
    assert zin == f"{wie.aanhef[:1].upper()}{wie.aanhef[1:]} praat liever niet over: Verslaving."
    assert _stand(scherm, "verslaving") is LeefgebiedStatus.NOG_NIET, "the state is for a person to choose"
    _open(scherm, "justitie")
    rust()
    assert not [w for w in scherm.findChildren(QWidget, "liever_niet") if w.isVisible()]


def test_on_a_laptop_all_life_domains_are_in_sight_and_what_stands_beside_them_is_one_press_away(
    scherm: GesprekScreen, rust: Rust, wegwijzer: Wegwijzer, dossier: Dossier
) -> None:
    """At the size of the drawing; in a smaller window the ways stand below the domains, and once."""
    wegen = ("onderzoek", "alles", "herkennen")
    for breed in (1366, 1024):
        scherm.resize(breed, 768)
        rust()
        for weg in wegen:
            assert len([w for w in scherm.findChildren(QWidget, f"gebied.{weg}") if w.isVisible()]) == 1
        if breed == 1366:
            items, hoog = scherm.findChildren(DomainItem), scherm._list.height()
            onder = [item.mapTo(scherm._list, item.rect().bottomLeft()).y() for item in items]
            assert (len(items), max(onder) < hoog) == (len(L_08), True), (onder, hoog)
    scherm.resize(1366, 768)
    rust()
    tab_naar("gebied.alles")
    toets(Qt.Key.Key_Return)
    rust()
    assert wegwijzer.gegaan == [("kijkrichting", dossier.huishouden_id)]
