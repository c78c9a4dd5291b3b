"""The screen turned to the resident, by keyboard: who looks along, what stands there, is it right, and the way back."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.keukentafel import Keukentafel, Klopt, keukentafel_id
from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.services import mantelzorg, plan
from kernnetwerk_app.services.gezegd import persoonssleutel
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.keukentafel import KeukentafelScreen
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from tests.factories import VRAAG
from tests.services.opzet import DOEL, Dossier
from tests.services.test_keukentafel import erbij
from tests.services.test_mantelzorg import maak_mantelzorger
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.toegankelijk import bezwaren
from tests.ui.toetsen import druk, in_focus, kruis_aan, tab_naar, toets, typ, wis, woorden, zie

GOED, WENS = "Karin belt elke avond.", "Elke week een keer de deur uit."
LETTER = 27
"""Nothing on the turned screen is smaller than this, in px (design.md 1)."""


class Terug:
    """Counts how often one went back to where one was."""

    def __init__(self) -> None:
        self.keer = 0

    def __call__(self) -> None:
        self.keer += 1


@pytest.fixture
def terug() -> Terug:
    return Terug()


@pytest.fixture
def scherm(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, terug: Terug) -> KeukentafelScreen:
    """A gesprek in which a few things were said, and a goal; something that the mantelzorger told apart too."""
    dossier.typ("sociaal_netwerk.goed", GOED)
    dossier.typ("sociaal_netwerk.wens", WENS)
    dossier.doel()
    mantelzorg.schrijf(dossier.plek, maak_mantelzorger(dossier), {"eigen_woorden": "Ik slaap slecht."})
    scherm = KeukentafelScreen(omgeving, dossier.huishouden_id, dossier.gesprek_id, terug)
    toon_scherm(scherm)
    return scherm


@pytest.fixture
def gedraaid(scherm: KeukentafelScreen, rust: Rust) -> KeukentafelScreen:
    toets(Qt.Key.Key_Return)
    rust()
    return scherm


def tafel_van(dossier: Dossier) -> Keukentafel:
    with dossier.plek.store.read() as lezer:
        return lezer.get(
            Keukentafel, keukentafel_id(dossier.gesprek_id, dossier.plek.vandaag, dossier.plek.medewerker.id)
        )


def anna(dossier: Dossier) -> Inwoner:
    with dossier.plek.store.read() as lezer:
        return lezer.find(Inwoner, huishouden_id=dossier.huishouden_id)[0]


@pytest.mark.eis("TAAL-09")
def test_one_key_turns_the_screen_to_who_took_part_and_only_their_own_words_are_on_it(
    gedraaid: KeukentafelScreen, dossier: Dossier
) -> None:
    assert gedraaid.is_turned
    staat = woorden(gedraaid)
    for zin in ("Mijn vraag", VRAAG, GOED, WENS, DOEL, "Klopt dit?"):
        assert zin in staat
    for niet in ("Ik slaap slecht", anna(dossier).achternaam or "?", dossier.plek.medewerker.naam):
        assert niet not in staat
    assert tafel_van(dossier).tafel.leden == {anna(dossier).id}


@pytest.mark.eis("TAAL-09")
def test_everything_on_the_turned_screen_is_in_large_letters(gedraaid: KeukentafelScreen, omgeving: Omgeving) -> None:
    least = omgeving.theme.font("tafel").pointSizeF()
    zichtbaar = [label for label in gedraaid.findChildren(QLabel) if label.isVisible() and label.text()]
    assert zichtbaar
    assert {label.text() for label in zichtbaar if label.font().pointSizeF() < least} == set()
    assert omgeving.theme.tokens.maat.keukentafel == LETTER


@pytest.mark.eis("TAAL-09")
def test_somebody_from_outside_the_household_sees_less(scherm: KeukentafelScreen, dossier: Dossier, rust: Rust) -> None:
    kruis_aan(scherm, "anderen")
    rust()
    druk(scherm, "draai")
    rust()
    staat = woorden(scherm)
    assert VRAAG in staat
    assert DOEL in staat
    assert GOED not in staat
    assert WENS not in staat
    assert tafel_van(dossier).anderen


def test_i_take_off_the_screen_what_does_not_suit_now(scherm: KeukentafelScreen, rust: Rust) -> None:
    kruis_aan(scherm, "toon_sociaal_netwerk.wens")
    druk(scherm, "draai")
    rust()
    assert WENS not in woorden(scherm)
    assert GOED in woorden(scherm)


@pytest.mark.eis("TAAL-09")
def test_a_line_of_the_plan_is_read_by_me_first_and_can_be_left_out_for_now(
    scherm: KeukentafelScreen, dossier: Dossier, rust: Rust
) -> None:
    regel, _ = plan.add_afspraak(dossier.plek, dossier.plan().doelen[0].doel.id, "Ik bel de schuldhulp.")
    scherm.refresh()
    rust()
    assert "bel de schuldhulp" in zie(scherm, f"toon_afspraak.{regel}").accessibleName()
    kruis_aan(scherm, f"toon_afspraak.{regel}")
    druk(scherm, "draai")
    rust()
    assert "schuldhulp" not in woorden(scherm)
    assert DOEL in woorden(scherm)


@pytest.mark.eis("TAAL-09")
def test_what_a_colleague_writes_while_they_look_waits_until_i_have_seen_it(
    gedraaid: KeukentafelScreen, dossier: Dossier, rust: Rust
) -> None:
    dossier.typ("financien.goed", "De huur is betaald.")
    dossier.typ("sociaal_netwerk.goed", "Karin belt elke dag.")
    gedraaid.refresh()
    rust()
    staat = woorden(gedraaid)
    assert "De huur is betaald." not in staat
    assert "Karin belt elke dag." in staat


@pytest.mark.eis("TAAL-09")
def test_when_somebody_at_the_table_has_moved_out_by_now_the_others_own_words_do_not_appear(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, terug: Terug
) -> None:
    dossier.typ("sociaal_netwerk.goed", GOED)
    piet = erbij(dossier, "Piet", RolInHuishouden.PARTNER)
    dossier.typ(persoonssleutel("sociaal_netwerk.wens", anna(dossier).id), "Ik wil weg.")
    samen = KeukentafelScreen(omgeving, dossier.huishouden_id, dossier.gesprek_id, terug)
    toon_scherm(samen)
    kruis_aan(samen, f"lid_{piet}")
    rust()
    druk(samen, "draai")
    rust()
    with dossier.plek.store.write() as werk:
        werk.change(werk.get(Inwoner, piet), vertrokken_datum=dossier.plek.vandaag)
        werk.commit("test.vertrek")
    samen.refresh()
    rust()
    assert GOED in woorden(samen)
    assert "Ik wil weg." not in woorden(samen)
    assert samen.blad.sides.isHidden()


@pytest.mark.parametrize("tekst", ["Karin belt elke avond. " * 8_000, "x" * 200_000, "Karin\n" * 30_000])
def test_of_a_very_long_text_the_beginning_is_on_the_sheet_and_it_says_that_there_is_more(
    scherm: KeukentafelScreen, dossier: Dossier, rust: Rust, tekst: str
) -> None:
    dossier.typ("sociaal_netwerk.goed", tekst)
    scherm.refresh()
    rust()
    druk(scherm, "draai")
    rust()
    for knop in ("leestekst", "leestekst", "klopt_niet_helemaal"):
        staat = woorden(scherm)
        assert tekst[:500] in staat
        assert "Er staat nog meer." in staat
        assert len(staat) < 6_000
        druk(scherm, knop)
        rust()
    druk(scherm, "klaar")
    rust()
    assert dossier.gesprek().teksten["sociaal_netwerk.goed"] == tekst


def test_without_anybody_at_the_table_there_is_nothing_to_turn_to(
    scherm: KeukentafelScreen, dossier: Dossier, rust: Rust
) -> None:
    kruis_aan(scherm, f"lid_{anna(dossier).id}")
    rust()
    assert not zie(scherm, "draai").isEnabled()
    assert VRAAG not in woorden(scherm)


@pytest.mark.eis("PLAN-03")
@pytest.mark.parametrize(("knop", "antwoord"), [("klopt_ja", Klopt.JA), ("klopt_weet_niet", Klopt.WEET_NIET)])
def test_the_resident_answers_whether_it_is_right_with_one_key(
    gedraaid: KeukentafelScreen, dossier: Dossier, rust: Rust, knop: str, antwoord: Klopt
) -> None:
    assert in_focus().objectName() == "klopt_ja"
    tab_naar(knop)
    toets(Qt.Key.Key_Return)
    rust()
    assert tafel_van(dossier).klopt is antwoord
    assert GOED in woorden(gedraaid)


def test_what_is_typed_after_ready_was_pressed_is_kept_too(
    gedraaid: KeukentafelScreen, dossier: Dossier, rust: Rust
) -> None:
    druk(gedraaid, "klopt_niet_helemaal")
    rust()
    (veld,) = [v for v in gedraaid.findChildren(GrowingTextEdit, "wijzig_sociaal_netwerk.goed") if v.isVisible()]
    QTest.mouseClick(zie(gedraaid, "klaar"), Qt.MouseButton.LeftButton)
    veld.setFocus()
    QTest.keyClicks(veld, "En nog dit. ")
    rust()
    assert "En nog dit. " in dossier.gesprek().teksten["sociaal_netwerk.goed"]
    assert "En nog dit. " in woorden(gedraaid)


@pytest.mark.eis("PLAN-03", "TAAL-09")
def test_what_is_not_quite_right_is_put_right_in_place_and_stands_so_in_the_gesprek_and_the_plan(
    gedraaid: KeukentafelScreen, dossier: Dossier, rust: Rust
) -> None:
    druk(gedraaid, "klopt_niet_helemaal")
    rust()
    tab_naar("wijzig_sociaal_netwerk.goed")
    wis()
    typ("Karin belt bijna elke avond.")
    with dossier.plek.store.read() as lezer:
        (doel,) = lezer.find(Doel, plan_id=dossier.plan_id)
    tab_naar(f"wijzig_doel.{doel.id}")
    wis()
    typ("Ik wil vaker de deur uit.")
    druk(gedraaid, "klaar")
    rust()
    staat = woorden(gedraaid)
    assert "Karin belt bijna elke avond." in staat
    assert "Klopt dit?" in staat
    assert dossier.gesprek().teksten["sociaal_netwerk.goed"] == "Karin belt bijna elke avond."
    assert dossier.plan().doelen[0].doel.tekst == "Ik wil vaker de deur uit."
    assert tafel_van(dossier).klopt is Klopt.NIET_HELEMAAL
    with dossier.plek.store.read() as lezer:
        assert lezer.conflicten() == []


def test_what_is_being_typed_is_kept_when_the_screen_is_left(
    gedraaid: KeukentafelScreen, dossier: Dossier, rust: Rust
) -> None:
    druk(gedraaid, "klopt_niet_helemaal")
    rust()
    tab_naar("wijzig_sociaal_netwerk.wens")
    wis()
    typ("Vaker naar buiten.")
    gedraaid.leave(lambda: None)
    rust()
    assert dossier.gesprek().teksten["sociaal_netwerk.wens"] == "Vaker naar buiten."


@pytest.mark.eis("TAAL-03", "TAAL-09")
def test_the_words_to_read_aloud_are_one_key_away(gedraaid: KeukentafelScreen, rust: Rust) -> None:
    druk(gedraaid, "leestekst")
    rust()
    staat = woorden(gedraaid)
    assert "Dit is de vraag." in staat
    assert GOED in staat
    druk(gedraaid, "leestekst")
    rust()
    assert "Dit is de vraag." not in woorden(gedraaid)


@pytest.mark.eis("TAAL-09")
@pytest.mark.parametrize("hoe", ["toets", "knop"])
def test_leaving_lays_the_shield_before_it_goes_back(gedraaid: KeukentafelScreen, terug: Terug, hoe: str) -> None:
    gebeurd: list[str] = []
    gedraaid.cover_requested.connect(lambda: gebeurd.append(f"bedekt, {terug.keer} keer terug"))
    if hoe == "toets":
        toets(Qt.Key.Key_Escape)
    else:
        druk(gedraaid, "terug")
    assert gebeurd == ["bedekt, 0 keer terug"]
    assert terug.keer == 1


def test_before_it_is_turned_i_go_back_without_a_shield(scherm: KeukentafelScreen, terug: Terug) -> None:
    bedekt: list[bool] = []
    scherm.cover_requested.connect(lambda: bedekt.append(True))
    druk(scherm, "naar_waar_ik_was")
    assert (bedekt, terug.keer) == ([], 1)


@pytest.mark.eis("TAAL-09")
def test_a_laptop_that_slept_wakes_under_the_shield(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, terug: Terug
) -> None:
    nu = [1_000.0]
    scherm = KeukentafelScreen(omgeving, dossier.huishouden_id, dossier.gesprek_id, terug, wall=lambda: nu[0])
    toon_scherm(scherm)
    druk(scherm, "draai")
    rust()
    bedekt: list[bool] = []
    scherm.cover_requested.connect(lambda: bedekt.append(True))
    nu[0] += 3
    scherm.look()
    assert bedekt == []
    nu[0] += 60
    scherm.look()
    assert (bedekt, terug.keer) == ([True], 1)


@pytest.mark.eis("TAAL-09")
@pytest.mark.parametrize("stand", ["lezen", "voorlezen", "verbeteren"])
@pytest.mark.parametrize("kleur", [{}, {"donker": True}, {"hoog_contrast": True}])
def test_the_turned_screen_can_be_used_with_large_text_in_high_contrast_and_in_the_dark(
    gedraaid: KeukentafelScreen, omgeving: Omgeving, qapp: QApplication, rust: Rust, stand: str, kleur: dict[str, Any]
) -> None:
    if stand != "lezen":
        druk(gedraaid, "leestekst" if stand == "voorlezen" else "klopt_niet_helemaal")
        rust()
    gevonden = []
    for schaal in (1.0, 2.0):
        omgeving.theme.apply(qapp, schaal, **kleur)
        rust()
        bezwaar = bezwaren(gedraaid)
        for _ in range(10):
            bezwaar = bezwaren(gedraaid) if bezwaar else []
        gevonden += [f"{schaal:.0%}: {wat}" for wat in bezwaar]
    assert gevonden == []


@pytest.mark.parametrize("breed", [800, 1024, 1100, 1280, 1366])
def test_at_every_width_most_of_the_screen_is_for_the_words(
    gedraaid: KeukentafelScreen, qtbot: QtBot, breed: int
) -> None:
    gedraaid.resize(breed, 600)
    blad = gedraaid.blad
    qtbot.waitUntil(lambda: blad.width() == breed and blad.area.height() > 0.7 * blad.height())


def test_every_answer_is_high_enough_for_a_finger(gedraaid: KeukentafelScreen) -> None:
    knoppen: list[QWidget] = [zie(gedraaid, f"klopt_{klopt.name.lower()}") for klopt in Klopt]
    assert min(knop.height() for knop in knoppen) >= 80
