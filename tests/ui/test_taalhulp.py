"""A hint about plain words under fields that a resident reads: calm, on a pause, once, never in the way (TAAL-01)."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.inwoner import Voornaamwoord
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.typen import Veldadres
from kernnetwerk_app.ui.announce import announce as really_announce
from kernnetwerk_app.ui.forms import taalhulp
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.gesprek import GesprekScreen
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.screens.voorziening import VoorzieningScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from kernnetwerk_app.ui.widgets.saved_mark import SavedMark
from tests.services.opzet import Dossier
from tests.ui.opruimen import free_windows
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, tab_naar, toets, typ, wis, zie

LANG = "Mijn zus haalt mij op en dan gaan wij met de bus naar de markt in het dorp verderop."
GEZEGD = "Gewoon gezegd: “indicatie” is besluit over hulp."
STEM = "Zei de inwoner het zelf zo? Laat het dan staan."


@pytest.fixture
def plan(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust) -> PlanScreen:
    dossier.doel()
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    rust()
    return scherm


def veld_van(editor: QWidget) -> Field:
    ouder = editor.parentWidget()
    while ouder is not None and not isinstance(ouder, Field):
        ouder = ouder.parentWidget()
    assert isinstance(ouder, Field)
    return ouder


def wenk(scherm: QWidget, naam: str) -> str:
    return veld_van(zie(scherm, naam)).advice()


@pytest.mark.eis("TAAL-01")
def test_when_i_leave_a_long_line_of_the_plan_a_hint_stands_under_it_and_the_line_is_added_all_the_same(
    plan: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    editor = tab_naar("plan.kansen")
    typ(LANG)
    assert veld_van(editor).advice() == "", "nothing while somebody types"
    toets(Qt.Key.Key_Tab)
    assert veld_van(editor).advice() == "Een zin heeft 19 woorden. Korter leest prettiger."
    rust()
    assert dossier.plan().plan.kansen == LANG, "a hint holds nothing up"


@pytest.mark.eis("TAAL-01")
def test_after_a_pause_i_see_the_plain_word_beside_the_jargon_and_it_goes_when_i_mend_it(
    plan: PlanScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gezegd: list[str] = []
    monkeypatch.setattr(taalhulp, "announce", lambda widget, zin: (gezegd.append(zin), really_announce(widget, zin)))
    tab_naar("plan.kansen")
    typ("Karin regelt de indicatie")
    qtbot.waitUntil(lambda: wenk(plan, "plan.kansen") == GEZEGD)
    assert gezegd == [GEZEGD], "read aloud, once"
    assert GEZEGD in in_focus().accessibleDescription()
    typ(" morgen")
    toets(Qt.Key.Key_Tab)
    assert gezegd == [GEZEGD], "what was told is not told again"
    tab_naar("plan.kansen")
    wis()
    assert wenk(plan, "plan.kansen") == ""


@pytest.mark.eis("TAAL-01")
def test_in_the_words_of_the_resident_the_hint_says_that_they_may_stay(plan: PlanScreen) -> None:
    tab_naar("plan.zelf")
    typ("Ik ben een zorgmijder")
    toets(Qt.Key.Key_Tab)
    assert wenk(plan, "plan.zelf").endswith(STEM)
    assert wenk(plan, "plan.zelf").startswith("“zorgmijder” is een etiket.")


def test_a_new_goal_is_read_along_with_and_its_hint_goes_with_the_sentence(plan: PlanScreen, rust: Rust) -> None:
    editor = tab_naar("nieuw_doel")
    typ("Meer participatie")
    toets(Qt.Key.Key_Tab)
    assert "participatie" in veld_van(editor).advice()
    tab_naar("nieuw_doel")
    toets(Qt.Key.Key_Return)
    rust()
    assert wenk(plan, "nieuw_doel") == ""


@pytest.mark.eis("TAAL-01")
def test_in_the_gesprek_what_it_is_about_is_read_along_with_too(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    scherm = GesprekScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    rust()
    tab_naar("vraag.waar_het_om_gaat")
    typ("Er is problematiek")
    toets(Qt.Key.Key_Tab)
    assert "“problematiek” is wat lastig is." in wenk(scherm, "vraag.waar_het_om_gaat")


def test_what_the_slip_and_the_wegwijzer_will_say_is_read_along_with(
    omgeving: Omgeving, huishouden_id: UUID, toon_scherm: Toonscherm, rust: Rust
) -> None:
    dossier = DossierScreen(omgeving, huishouden_id)
    toon_scherm(dossier)
    druk(dossier, "plan_een_bezoek")
    rust()
    tab_naar("onderwerp")
    typ("intake")
    toets(Qt.Key.Key_Tab)
    assert wenk(dossier, "onderwerp") == "Gewoon gezegd: “intake” is eerste gesprek."
    plek = VoorzieningScreen(omgeving)
    toon_scherm(plek)
    tab_naar("wat")
    typ("Voor kwetsbare ouderen")
    toets(Qt.Key.Key_Tab)
    assert wenk(plek, "wat") == "“kwetsbare” is een etiket. Schrijf liever: wat er lastig is."


def test_the_hint_is_readable_at_any_size(plan: PlanScreen, theme: Theme) -> None:
    tab_naar("plan.kansen")
    typ(f"De indicatie. {LANG}")
    toets(Qt.Key.Key_Tab)
    assert bezwaren_op_elke_maat(plan, theme) == []


@pytest.mark.eis("TAAL-01", "TAAL-06")
def test_who_does_it_how_one_speaks_to_a_resident_and_their_own_voice_are_hinted_at_and_nothing_is_refused(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    with dossier.plek.store.write() as werk:
        werk.change(hoofdpersoon(werk, dossier.huishouden_id), voornaamwoord=Voornaamwoord.ZIJ)
        werk.commit("test.voornaamwoord")
    dossier.doel()
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    rust()
    for tekst, gezegd in (
        ("De hulp wordt geregeld.", "“wordt geregeld”: zeg wie het doet."),
        ("Hij kan met de bus.", "“Hij”: gaat dit over de inwoner zelf? Schrijf dan liever zij."),
        ("Je kunt bellen.", "“Je”: schrijf liever u."),
    ):
        tab_naar("plan.kansen")
        wis()
        typ(tekst)
        toets(Qt.Key.Key_Tab)
        assert wenk(scherm, "plan.kansen") == gezegd
        rust()
        assert dossier.plan().plan.kansen == tekst
    tab_naar("plan.zelf")
    typ("Mevrouw kookt zelf.")
    toets(Qt.Key.Key_Tab)
    assert wenk(scherm, "plan.zelf") == "Dit zijn woorden van de inwoner. Schrijf ze in de ik-vorm."


def test_a_field_that_is_gone_from_the_page_keeps_no_other_from_being_typed_in(
    omgeving: Omgeving, toon: Callable[..., QWidget]
) -> None:
    page, editor, other = QWidget(), GrowingTextEdit(omgeving.theme), GrowingTextEdit(omgeving.theme)
    field = Field(omgeving.theme, "Kansen", editor)
    schrijver = Schrijver(omgeving, SavedMark(omgeving.theme), None)
    schrijver.attach(editor, Veldadres(Ondersteuningsplan, omgeving.plek.new_id(), "kansen", 1, ()), field)
    column = QVBoxLayout(page)
    for part in (field, other):
        column.addWidget(part)
    toon(page)
    editor.setFocus()
    typ(LANG)
    field.deleteLater()
    free_windows()
    other.setFocus()
    typ("Ik kook zelf.")
    assert other.text() == "Ik kook zelf."
