"""On the paper screen: one press makes the paper larger, plainer, with pictures or to read aloud (TAAL-03)."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.papiervorm import Leeshulp
from kernnetwerk_app.services import mensen, ondertekening, stappenkaart, stukken
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.papier import Vormpapier
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.papier import PapierScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.notice import Notice
from tests.services.opzet import Dossier, gelezen
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.test_papier import dossier as dossier
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import tab_naar, toets, zie

Maak = Callable[[Vormpapier], PapierScreen]


@pytest.fixture
def open_it(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust) -> Maak:
    def show(laad: Vormpapier) -> PapierScreen:
        scherm = PapierScreen(omgeving, laad, dossier.huishouden_id)
        toon_scherm(scherm)
        rust()
        return scherm

    return show


@pytest.fixture
def kaart(dossier: Dossier) -> Vormpapier:
    return Vormpapier(partial(stappenkaart.load_pdf, dossier.plek, dossier.huishouden_id))


def _anna(dossier: Dossier) -> Inwoner:
    with dossier.plek.store.read() as lezer:
        return hoofdpersoon(lezer, dossier.huishouden_id)


def _gekozen(scherm: PapierScreen) -> set[str]:
    assert scherm._forms is not None
    return {hulp.value for hulp in scherm._forms.value() if isinstance(hulp, Leeshulp)}


@pytest.mark.eis("TAAL-03")
def test_one_press_makes_the_paper_large_and_the_next_paper_of_this_resident_is_large_too(
    open_it: Maak, kaart: Vormpapier, dossier: Dossier, rust: Rust
) -> None:
    scherm = open_it(kaart)
    assert _gekozen(scherm) == set()
    klein = scherm._paper.count()
    tab_naar("vorm.groot")
    toets(Qt.Key.Key_Space)
    rust()
    assert scherm._paper.count() > klein
    assert _anna(dossier).papiervorm == "groot"
    weer = open_it(kaart)
    assert _gekozen(weer) == {"groot"}
    assert "Zo kreeg deze inwoner het vorige papier." in weer._forms._why.text()  # type: ignore[union-attr]


@pytest.mark.eis("TAAL-03")
def test_for_somebody_who_sees_badly_the_paper_begins_large_and_black_on_white_and_says_why(
    open_it: Maak, kaart: Vormpapier, dossier: Dossier
) -> None:
    _kan_moeilijk_zien(dossier)
    scherm = open_it(kaart)
    assert _gekozen(scherm) == {"groot", "contrast"}
    assert scherm._forms is not None
    assert scherm._forms._why.text() == "Dit past bij wat voor deze inwoner lastig is."


def test_a_character_that_cannot_be_printed_is_told_to_the_worker_before_it_goes_to_the_printer(
    open_it: Maak, kaart: Vormpapier, dossier: Dossier
) -> None:
    assert not open_it(kaart).findChild(Notice, "teken_ontbreekt").isVisible()  # type: ignore[union-attr]
    dossier.wijzig(dossier.gesprek().melding, vraag="Ik heet \u0939\u093f en wil hulp.")  # type: ignore[arg-type]
    zegt = zie(open_it(kaart), "teken_ontbreekt")
    assert "een teken dat we niet kunnen afdrukken" in zegt.accessibleName()


def test_the_words_to_read_aloud_stand_on_the_screen_and_a_screen_reader_reads_them(
    open_it: Maak, kaart: Vormpapier, rust: Rust
) -> None:
    scherm = open_it(kaart)
    tab_naar("vorm.voorlezen")
    toets(Qt.Key.Key_Space)
    rust()
    gelezen_ = " ".join(" ".join(page.accessibleDescription().split()) for page in scherm._paper._pages)
    assert "Elke zin staat op een eigen regel." in gelezen_


@pytest.mark.eis("TAAL-03")
def test_a_version_begins_as_the_paper_that_is_signed_and_one_press_gives_it_to_read_in_large_letters(
    open_it: Maak, dossier: Dossier, rust: Rust
) -> None:
    versie = dossier.versie()
    papier = stukken.papier(dossier.plek, Stuk(Stuksoort.PLAN, dossier.huishouden_id, versie.id))
    _kan_moeilijk_zien(dossier)
    scherm = open_it(papier)
    assert scherm._forms is not None
    assert scherm._pdf == ondertekening.render(dossier.plek, versie, ())
    assert _gekozen(scherm) == set()
    assert "Om te lezen past bij deze inwoner: grote letters, zwart op wit." in scherm._forms._why.text()
    _kruis(rust, "vorm.groot")
    assert "(versie 1) in grote letters." in gelezen(scherm._pdf)
    assert "Druk dan ook het gewone blad af." in scherm._forms._why.text()
    assert _anna(dossier).papiervorm == "groot"
    _kruis(rust, "vorm.groot")
    assert scherm._pdf == ondertekening.render(dossier.plek, versie, ())
    _kruis(rust, "vorm.voorlezen")
    assert "Het plan zelf is een ander papier." in gelezen(scherm._pdf)
    assert _anna(dossier).papiervorm == "groot", "to look at what is signed, or to read it aloud, says nothing of her"


def _kruis(rust: Rust, naam: str) -> None:
    tab_naar(naam)
    toets(Qt.Key.Key_Space)
    rust()


def _kan_moeilijk_zien(dossier: Dossier) -> None:
    with dossier.plek.store.read() as lezer:
        bases = lezer.bases(_anna(dossier).id)
    mensen.leg_vast(dossier.plek, Inwoner, dossier.huishouden_id, {"ziet_moeilijk": True}, _anna(dossier), bases)


def test_the_forms_are_readable_at_any_size(open_it: Maak, kaart: Vormpapier, theme: Theme) -> None:
    assert bezwaren_op_elke_maat(open_it(kaart), theme) == []


def test_in_a_small_window_with_large_text_every_choice_above_the_paper_is_reached_whole(
    open_it: Maak, kaart: Vormpapier, theme: Theme, rust: Rust, qapp: QApplication
) -> None:
    """Above the paper it scrolls there; before, the last choice was pressed flat under the paper."""
    scherm = open_it(kaart)
    scherm.resize(1024, 640)
    theme.apply(qapp, 2.0)
    rust()
    for naam in ("vorm.groot", "vorm.voorlezen"):
        vakje = tab_naar(naam)
        assert vakje.visibleRegion().boundingRect() == vakje.rect(), naam
    assert scherm._forms is not None
    assert scherm._forms.height() >= scherm._forms.heightForWidth(scherm._forms.width())
    assert scherm._paper.visibleRegion().boundingRect().height() >= 90
