"""Two versions with the keys alone: both texts, nothing chosen beforehand, and the button says what will happen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.plan import Afspraak, Wie
from kernnetwerk_app.services import conflict, plan
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.conflict import ConflictScreen
from kernnetwerk_app.ui.widgets.choice import Choice
from kernnetwerk_app.ui.widgets.diff_text import diff_parts
from kernnetwerk_app.ui.widgets.version_card import VersionCard
from tests.factories import JORIS, make_werkplek, nieuwe_melding
from tests.services.opzet import begin_gesprek
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, tab_naar, toets, typ, wis, zie
from tests.uitwisseling import breng_over, wissel_uit

MIJN = "Riet gaat op dinsdag mee. De buurtbus haalt hen op."
ZIJN = "Riet gaat op donderdag mee. Riet rijdt zelf."


@dataclass
class Samen:
    """Sanne's laptop and that of Joris, with one afspraak that both changed."""

    sanne: Werkplek
    joris: Werkplek
    huishouden_id: UUID
    afspraak_id: UUID

    def change(self, plek: Werkplek, **velden: object) -> None:
        plek.klok.advance(timedelta(hours=1))
        with plek.store.read() as lezer:
            bases = lezer.bases(self.afspraak_id)
        plan.change(plek, Afspraak, self.afspraak_id, bases, **velden)

    def tekst(self) -> str:
        with self.sanne.store.read() as lezer:
            return lezer.get(Afspraak, self.afspraak_id).tekst


Toon = Callable[[], ConflictScreen]


@pytest.fixture
def samen(plek: Werkplek, tmp_path: Path) -> Iterator[Samen]:
    joris = make_werkplek(tmp_path / "joris", plek.klok, device_no=2, wie=JORIS)
    huishouden_id = nieuwe_melding(plek).huishouden_id
    begin_gesprek(plek, huishouden_id)
    plan_id, _ = plan.begin(plek, huishouden_id)
    doel_id, _ = plan.add_doel(plek, plan_id, "Ik wil elke week de deur uit.")
    afspraak_id, _ = plan.add_afspraak(plek, doel_id, "Riet gaat mee.", Wie.NETWERK, "Riet")
    wissel_uit(plek, joris)
    yield Samen(plek, joris, huishouden_id, afspraak_id)
    joris.store.close()


@pytest.fixture
def twee_teksten(samen: Samen) -> Samen:
    samen.change(samen.joris, tekst=ZIJN)
    samen.change(samen.sanne, tekst=MIJN)
    wissel_uit(samen.sanne, samen.joris)
    return samen


@pytest.fixture
def toon(samen: Samen, omgeving: Omgeving, toon_scherm: Toonscherm) -> Toon:
    """The screen of the one conflict there is."""

    def show() -> ConflictScreen:
        with samen.sanne.store.read() as lezer:
            (gevonden,) = lezer.conflicten()
        scherm = ConflictScreen(omgeving, gevonden.entiteit_id, gevonden.eenheid)
        toon_scherm(scherm)
        return scherm

    return show


def _kaart(scherm: ConflictScreen, nummer: int) -> VersionCard:
    kaart = zie(scherm, f"versie_{nummer}")
    assert isinstance(kaart, VersionCard)
    return kaart


def _kies(naam: str) -> None:
    """To the choices with Tab, over them with the arrows, and choose with the space bar."""
    tab_naar("keuze_0")
    toets(Qt.Key.Key_Space)
    for _ in range(4):
        if in_focus().objectName() == naam:
            return
        toets(Qt.Key.Key_Right)
    raise AssertionError(f"the arrows never reach {naam}")


def test_who_came_from_the_plan_goes_back_to_it_after_choosing_and_when_it_can_wait(
    twee_teksten: Samen, omgeving: Omgeving, toon_scherm: Toonscherm, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    with twee_teksten.sanne.store.read() as lezer:
        (gevonden,) = lezer.conflicten()
    terug: list[str] = []
    scherm = ConflictScreen(omgeving, gevonden.entiteit_id, gevonden.eenheid, lambda: terug.append("plan"))
    toon_scherm(scherm)
    druk(scherm, "later")
    _kies("keuze_1")
    druk(scherm, "neem_over")
    rust()
    assert (terug, wegwijzer.gegaan) == (["plan", "plan"], [])
    assert twee_teksten.tekst() == ZIJN


def test_both_texts_stand_there_with_who_and_when(twee_teksten: Samen, toon: Toon) -> None:
    scherm = toon()
    assert scherm.title.text() == "Twee mensen schreven aan dezelfde afspraak"
    assert scherm._intro.text().startswith("Plan van mevrouw Voorbeeld-Jansen, doel 1. Er is niets verloren.")
    assert _kaart(scherm, 0).accessibleName() == "Van u, Sanne Modelman, vandaag 11.00"
    assert _kaart(scherm, 1).accessibleName() == "Van uw collega, Joris Proefstra, vandaag 10.00"
    assert (_kaart(scherm, 0).words.toPlainText(), _kaart(scherm, 1).words.toPlainText()) == (MIJN, ZIJN)


def test_only_what_differs_is_marked_and_said(twee_teksten: Samen, toon: Toon) -> None:
    marked = [words for words, differs in diff_parts(MIJN, ZIJN) if differs]
    assert marked == ["dinsdag", "De buurtbus haalt hen op"]
    assert _kaart(toon(), 0).words.accessibleDescription() == "Dit is anders: dinsdag; De buurtbus haalt hen op"


def test_nothing_is_chosen_beforehand_and_without_a_choice_nothing_can_be_done(twee_teksten: Samen, toon: Toon) -> None:
    scherm = toon()
    assert in_focus().objectName() == "keuze_0"
    keuzes = scherm.findChildren(Choice)
    assert [keuze.accessibleName().partition(": ")[2] for keuze in keuzes][:2] == ["Uw tekst", "De tekst van Joris"]
    assert not any(choice.isChecked() for choice in keuzes)
    assert not zie(scherm, "neem_over").isEnabled()
    assert scherm.foot.fact.text() == "Kies eerst wat het wordt."


@pytest.mark.parametrize(
    ("keuze", "knop", "wordt"),
    [
        ("keuze_0", "Neem mijn tekst over", MIJN),
        ("keuze_1", "Neem de tekst van Joris over", ZIJN),
        ("keuze_allebei", "Zet de teksten onder elkaar", f"{MIJN}\n{ZIJN}"),
    ],
)
def test_the_button_says_what_will_happen_and_then_it_does(
    twee_teksten: Samen, toon: Toon, wegwijzer: Wegwijzer, rust: Rust, keuze: str, knop: str, wordt: str
) -> None:
    scherm = toon()
    _kies(keuze)
    assert scherm._do.text() == knop
    tab_naar("neem_over")
    toets(Qt.Key.Key_Return)
    rust()
    assert twee_teksten.tekst() == wordt
    assert wegwijzer.gegaan == [("dossier", twee_teksten.huishouden_id)]
    with twee_teksten.sanne.store.read() as lezer:
        assert lezer.conflicten() == []


def test_writing_it_oneself_begins_with_both_texts(twee_teksten: Samen, toon: Toon, rust: Rust) -> None:
    scherm = toon()
    _kies("keuze_zelf")
    toets(Qt.Key.Key_Tab)
    assert in_focus().objectName() == "zelf_geschreven"
    assert scherm._own.text() == f"{MIJN}\n{ZIJN}"
    wis()
    typ("Op woensdag, samen met Karin.")
    tab_naar("neem_over")
    toets(Qt.Key.Key_Return)
    rust()
    assert twee_teksten.tekst() == "Op woensdag, samen met Karin."


def test_an_empty_text_of_ones_own_is_refused_and_both_stay(
    twee_teksten: Samen, toon: Toon, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    scherm = toon()
    _kies("keuze_zelf")
    tab_naar("zelf_geschreven")
    wis()
    tab_naar("neem_over")
    toets(Qt.Key.Key_Return)
    rust()
    assert scherm._own_field.error().startswith("Hier moet tekst staan.")
    assert wegwijzer.gegaan == []
    with twee_teksten.sanne.store.read() as lezer:
        assert len(lezer.conflicten()) == 1


def test_a_text_of_ones_own_that_is_half_written_is_there_again_later(
    twee_teksten: Samen, toon: Toon, rust: Rust
) -> None:
    scherm = toon()
    _kies("keuze_zelf")
    tab_naar("zelf_geschreven")
    wis()
    typ("Op woensdag, sa")
    weg: list[bool] = []
    scherm.leave(lambda: weg.append(True))
    rust()
    assert weg == [True]
    opnieuw = toon()
    assert opnieuw._own.text() == "Op woensdag, sa"
    assert opnieuw._do.text() == "Bewaar mijn nieuwe tekst"


def test_later_leaves_both_as_they_are(twee_teksten: Samen, toon: Toon, wegwijzer: Wegwijzer) -> None:
    scherm = toon()
    assert scherm._later.text() == "Later, eerst Joris bellen"
    tab_naar("later")
    toets(Qt.Key.Key_Return)
    assert wegwijzer.gegaan == [("dossier", twee_teksten.huishouden_id)]
    with twee_teksten.sanne.store.read() as lezer:
        assert len(lezer.conflicten()) == 1


def test_dates_that_belong_together_can_only_be_taken_over(samen: Samen, toon: Toon, rust: Rust) -> None:
    samen.change(samen.joris, begin_datum=date(2027, 5, 6))
    samen.change(samen.sanne, begin_datum=date(2027, 5, 4))
    wissel_uit(samen.sanne, samen.joris)
    scherm = toon()
    assert [choice.objectName() for choice in scherm.findChildren(Choice)] == ["keuze_0", "keuze_1"]
    assert _kaart(scherm, 1).words.toPlainText() == "do 6 mei 2027"
    _kies("keuze_1")
    tab_naar("neem_over")
    toets(Qt.Key.Key_Return)
    rust()
    with samen.sanne.store.read() as lezer:
        assert lezer.get(Afspraak, samen.afspraak_id).begin_datum == date(2027, 5, 6)


def test_what_a_colleague_settled_meanwhile_is_told_calmly(
    twee_teksten: Samen, toon: Toon, omgeving: Omgeving, rust: Rust, qtbot: QtBot
) -> None:
    scherm = toon()
    _kies("keuze_0")
    with twee_teksten.joris.store.read() as lezer:
        (gevonden,) = lezer.conflicten()
        beeld = conflict.load(twee_teksten.joris, lezer, gevonden.entiteit_id, gevonden.eenheid)
    conflict.resolve(twee_teksten.joris, beeld, {"tekst": ZIJN})

    def receive() -> object:
        breng_over(twee_teksten.joris, twee_teksten.sanne)
        return None

    omgeving.tasks.write(scherm, receive, lambda _: scherm.refresh())
    qtbot.waitUntil(lambda: scherm.title.text() == "Deze keuze is al gemaakt")
    rust()
    assert not scherm._do.isEnabled()
    assert scherm._later.text() == "Terug naar het dossier"
    assert _kaart(scherm, 0).words.toPlainText() == MIJN


def test_everybody_can_use_it_also_at_200_percent(twee_teksten: Samen, toon: Toon, omgeving: Omgeving) -> None:
    scherm = toon()
    _kies("keuze_zelf")
    assert bezwaren_op_elke_maat(scherm, omgeving.theme) == []
