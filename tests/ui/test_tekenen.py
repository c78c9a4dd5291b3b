"""Signing: the exact paper, three equal choices, one's own words, and no way that costs the resident anything."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app.documents.signing import toon_code
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze, Wijze
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.services import ondertekening, typen
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.tekenen import TekenenScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.choice import Choice
from kernnetwerk_app.ui.widgets.field import Field
from tests.services.opzet import Dossier, gelezen
from tests.ui.handtekening import kies_reactie, ondertekeningen, zet_handtekening, zet_met_vinger
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, kruis_aan, tab_naar, toets, typ, wis, zie

REACTIE = "Ik wil eerst weten wie er komt."
KEUZES = ("keuze.eens", "keuze.gezien", "keuze.niet_eens")


@pytest.fixture
def dossier(dossier: Dossier) -> Dossier:
    dossier.doel()
    return dossier


@pytest.fixture
def versie(dossier: Dossier) -> PlanVersie:
    return dossier.versie()


@pytest.fixture
def open_tekenen(omgeving: Omgeving, versie: PlanVersie, toon_scherm: Toonscherm) -> Callable[[], TekenenScreen]:
    def open_it() -> TekenenScreen:
        scherm = TekenenScreen(omgeving, versie.id)
        toon_scherm(scherm)
        return scherm

    return open_it


@pytest.fixture
def scherm(open_tekenen: Callable[[], TekenenScreen]) -> TekenenScreen:
    return open_tekenen()


def _fout(scherm: TekenenScreen, naam: str) -> str:
    veld = zie(scherm, naam).parentWidget()
    assert isinstance(veld, Field)
    return veld.error()


def _melding(scherm: TekenenScreen) -> str:
    return scherm._notice.accessibleName() if scherm._notice is not None else ""


def _keuzes(scherm: TekenenScreen) -> list[Choice]:
    return [keuze for naam in KEUZES if isinstance(keuze := zie(scherm, naam), Choice)]


def test_nothing_is_chosen_beforehand_and_the_three_weigh_the_same(scherm: TekenenScreen) -> None:
    keuzes = _keuzes(scherm)
    assert [keuze.text() for keuze in keuzes] == [
        "Ik ben het eens met dit plan",
        "Ik heb het plan gezien en heb opmerkingen",
        "Ik ben het niet eens met dit plan, omdat ...",
    ]
    assert not any(keuze.isChecked() for keuze in keuzes)
    assert len({(keuze.width(), keuze.minimumHeight()) for keuze in keuzes}) == 1


def test_it_says_that_nobody_has_to_sign_and_that_signing_costs_nothing(scherm: TekenenScreen) -> None:
    woorden = " ".join(label.text() for label in scherm.findChildren(type(scherm.title)) if label.isVisible())
    assert "U hoeft niet te tekenen. Ook zonder handtekening gaat uw vraag door." in woorden
    assert "Tekenen kost u geen rechten. U kunt later bezwaar maken tegen het besluit." in woorden


@pytest.mark.eis("PLAN-04")
def test_the_paper_beside_it_is_exactly_what_is_signed(scherm: TekenenScreen, versie: PlanVersie, qtbot: QtBot) -> None:
    assert scherm._paper.paper._pdf == ondertekening.render(scherm.omgeving.plek, versie, ())
    woorden = gelezen(scherm._paper.paper._pdf)
    assert "U bent de eigenaar van dit plan." in woorden
    assert "Zo zien we dat het lukt: Dat bekijken we samen op 20 oktober 2027." in woorden
    qtbot.waitUntil(lambda: scherm._paper.paper._pages[0]._image is not None)
    assert toon_code(versie.code) in scherm.form.pad._caption


@pytest.mark.parametrize(("naam", "keuze"), [("keuze.eens", Keuze.EENS), ("keuze.gezien", Keuze.GEZIEN)])
def test_a_signature_is_kept_with_the_choice_and_the_words_of_the_one_who_signs(
    scherm: TekenenScreen, naam: str, keuze: Keuze, plek: Werkplek, versie: PlanVersie, rust: Rust
) -> None:
    kies_reactie(scherm, naam)
    tab_naar("reactie")
    typ(REACTIE)
    hoedanigheid = tab_naar("hoedanigheid")
    assert isinstance(hoedanigheid, QComboBox)
    toets(Qt.Key.Key_Down)
    zet_met_vinger(scherm)
    (streep,) = scherm.form.pad.strokes()
    assert max(x for x, _, _ in streep) - min(x for x, _, _ in streep) > 40, "as far as the finger went, in mm"
    druk(scherm, "klaar")
    rust()
    (getekend,) = ondertekeningen(plek)
    assert (getekend.keuze, getekend.reactie, getekend.planversie_id) == (keuze, REACTIE, versie.id)
    assert (getekend.naam, getekend.hoedanigheid) == ("Anna Voorbeeld-Jansen", Hoedanigheid.PARTNER)
    assert (getekend.code, getekend.wijze) == (versie.code, Wijze.SCHERM)
    assert getekend.strepen


def test_afterwards_it_says_what_happens_now_and_opens_the_signed_paper(
    scherm: TekenenScreen, wegwijzer: Wegwijzer, dossier: Dossier, plek: Werkplek, rust: Rust
) -> None:
    kies_reactie(scherm, "keuze.eens")
    zet_handtekening(scherm)
    druk(scherm, "klaar")
    rust()
    assert scherm.title.text() == "Dank u wel. Uw reactie is bewaard."
    assert scherm._after.text().count(".") == 3
    assert not scherm.form.isVisible()
    assert scherm._paper.paper._pdf == ondertekeningen(plek)[0].pdf
    druk(scherm, "bekijk")
    naar, laad, huishouden_id = wegwijzer.gegaan[-1]
    assert (naar, huishouden_id) == ("papier", dossier.huishouden_id)
    assert callable(laad)
    assert laad() == ondertekeningen(plek)[0].pdf
    assert "Anna Voorbeeld-Jansen" in gelezen(laad())
    druk(scherm, "klaar")
    assert wegwijzer.gegaan[-1] == ("dossier", dossier.huishouden_id)


def test_the_pad_is_in_sight_or_one_press_away(scherm: TekenenScreen) -> None:
    """At the size of a laptop it is there at once; where less room is left, a line under the page leads to it."""
    pad = zie(scherm, "handtekening")

    def in_sight() -> bool:
        return pad.visibleRegion().boundingRect() == pad.rect()

    scherm.resize(1366, 768)
    QApplication.processEvents()
    assert in_sight()
    assert not scherm.findChild(QWidget, "naar_handtekening").isVisible()
    scherm.resize(1126, 560)
    QApplication.processEvents()
    assert not in_sight()
    druk(scherm, "naar_handtekening")
    QApplication.processEvents()
    assert in_sight()
    assert in_focus() is pad
    assert not scherm.findChild(QWidget, "naar_handtekening").isVisible()
    kruis_aan(scherm, "getekend_op_papier")
    scherm.area.verticalScrollBar().setValue(0)
    QApplication.processEvents()
    assert not scherm.findChild(QWidget, "naar_handtekening").isVisible(), "who signed on paper draws nothing here"


def test_without_a_choice_a_sentence_says_what_now(scherm: TekenenScreen, plek: Werkplek, rust: Rust) -> None:
    zet_handtekening(scherm)
    druk(scherm, "klaar")
    rust()
    assert _melding(scherm).startswith("Kies eerst wat u van het plan vindt.")
    assert ondertekeningen(plek) == []
    assert not scherm.form.pad.is_empty()


def test_who_does_not_agree_is_asked_for_the_words_after_omdat(
    scherm: TekenenScreen, plek: Werkplek, rust: Rust
) -> None:
    kies_reactie(scherm, "keuze.niet_eens")
    zet_handtekening(scherm)
    druk(scherm, "klaar")
    rust()
    assert _fout(scherm, "reactie").startswith("U bent het niet eens met dit plan.")
    assert ondertekeningen(plek) == []
    typ("Ik wil geen hulp van een vreemde.")
    druk(scherm, "klaar")
    rust()
    assert [o.keuze for o in ondertekeningen(plek)] == [Keuze.NIET_EENS]


def test_an_empty_pad_is_no_signature_and_the_other_ways_are_named(
    scherm: TekenenScreen, plek: Werkplek, rust: Rust
) -> None:
    kies_reactie(scherm, "keuze.eens")
    druk(scherm, "klaar")
    rust()
    assert "Liever op papier of Niet tekenen" in _melding(scherm)
    assert ondertekeningen(plek) == []


def test_a_name_is_needed_to_sign(scherm: TekenenScreen, plek: Werkplek, rust: Rust) -> None:
    kies_reactie(scherm, "keuze.eens")
    tab_naar("naam")
    wis()
    zet_handtekening(scherm)
    druk(scherm, "klaar")
    rust()
    assert _fout(scherm, "naam").startswith("Hier staat nog geen naam.")
    assert ondertekeningen(plek) == []


def test_who_does_not_sign_loses_nothing_and_is_not_made_to_choose(
    scherm: TekenenScreen, plek: Werkplek, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    zie(scherm, "reactie").setFocus()
    typ(REACTIE)
    druk(scherm, "niet_tekenen")
    rust()
    assert ondertekeningen(plek) == []
    with plek.store.read() as lezer:
        bij = lezer.find(Contact)[-1]
    assert (bij.citaat, bij.citaat_van) == (REACTIE, "Anna Voorbeeld-Jansen")
    assert scherm.title.text() == "U hebt niet getekend. Dat is goed."
    assert "Uw vraag gaat gewoon door" in scherm._after.text()


def test_a_choice_without_a_signature_is_kept_as_said(scherm: TekenenScreen, plek: Werkplek, rust: Rust) -> None:
    kies_reactie(scherm, "keuze.gezien")
    druk(scherm, "niet_tekenen")
    rust()
    (gezegd,) = ondertekeningen(plek)
    assert (gezegd.keuze, gezegd.wijze, gezegd.strepen) == (Keuze.GEZIEN, Wijze.MONDELING, None)


def test_on_paper_gives_the_same_version_with_empty_places(
    scherm: TekenenScreen, versie: PlanVersie, wegwijzer: Wegwijzer
) -> None:
    druk(scherm, "op_papier")
    naar, laad, _ = wegwijzer.gegaan[-1]
    assert naar == "papier"
    assert callable(laad)
    assert laad() == ondertekening.render(scherm.omgeving.plek, versie, ())
    assert wegwijzer.versie_op_papier == versie.id
    assert wegwijzer.terug_van_papier is not None
    wegwijzer.terug_van_papier()
    assert wegwijzer.gegaan[-1] == ("tekenen", versie.id)


def test_words_that_were_not_signed_are_there_when_one_comes_back(
    scherm: TekenenScreen, open_tekenen: Callable[[], TekenenScreen], rust: Rust
) -> None:
    zie(scherm, "reactie").setFocus()
    typ(REACTIE)
    tab_naar("naam")
    wis()
    typ("Karin Voorbeeld")
    weg: list[str] = []
    scherm.leave(lambda: weg.append("weg"))
    rust()
    assert weg == ["weg"]
    scherm.close()
    opnieuw = open_tekenen()
    reactie, naam = zie(opnieuw, "reactie"), zie(opnieuw, "naam")
    assert isinstance(reactie, QTextEdit)
    assert isinstance(naam, QLineEdit)
    assert (reactie.toPlainText(), naam.text()) == (REACTIE, "Karin Voorbeeld")
    assert not any(keuze.isChecked() for keuze in _keuzes(opnieuw))  # nobody chose


def test_going_to_look_at_the_paper_keeps_everything_that_was_done_here(
    scherm: TekenenScreen, omgeving: Omgeving, versie: PlanVersie, wegwijzer: Wegwijzer, toon_scherm: Toonscherm,
    rust: Rust,
) -> None:  # fmt: skip
    kies_reactie(scherm, "keuze.gezien")
    tab_naar("hoedanigheid")
    toets(Qt.Key.Key_Down)
    zet_handtekening(scherm)
    getekend = scherm.form.pad.strokes()
    druk(scherm, "op_papier")
    weg: list[str] = []
    scherm.leave(lambda: weg.append("weg"))
    rust()
    assert weg == ["weg"]
    scherm.close()
    assert wegwijzer.terug_van_papier is not None
    wegwijzer.terug_van_papier()
    opnieuw = TekenenScreen(omgeving, versie.id, wegwijzer.strepen)
    toon_scherm(opnieuw)
    vraag = opnieuw.form.vraag(signed=True)
    assert (vraag.keuze, vraag.hoedanigheid) == (Keuze.GEZIEN, Hoedanigheid.PARTNER)
    assert [list(streep) for streep in vraag.strepen] == getekend
    assert getekend


def test_a_drawing_that_nobody_signed_with_is_not_kept_on_the_laptop(
    scherm: TekenenScreen, plek: Werkplek, versie: PlanVersie, rust: Rust
) -> None:
    kies_reactie(scherm, "keuze.eens")
    zet_handtekening(scherm)
    scherm.leave(lambda: None)
    rust()
    assert typen.load_concept(plek, ondertekening.concept_sleutel(versie.id)) == {"keuze": "eens"}


# -- on paper --------------------------------------------------------------------------------------------------------


def _getekend_op_papier(scherm: TekenenScreen, dag: str = "") -> None:
    tab_naar("getekend_op_papier")
    toets(Qt.Key.Key_Space)
    if dag:
        tab_naar("getekend_op")
        wis()
        typ(dag)


def test_signed_on_paper_weighs_the_same_and_tells_the_day(
    scherm: TekenenScreen, plek: Werkplek, versie: PlanVersie, rust: Rust
) -> None:
    kies_reactie(scherm, "keuze.eens")
    _getekend_op_papier(scherm)
    assert not scherm.form.pad.isVisible()
    druk(scherm, "klaar")
    rust()
    (getekend,) = ondertekeningen(plek)
    assert (getekend.keuze, getekend.wijze, getekend.strepen) == (Keuze.EENS, Wijze.PAPIER, None)
    assert (getekend.datum, getekend.tijd, getekend.code) == (versie.datum, None, versie.code)
    assert getekend.zegel
    assert getekend.pdf is not None
    woorden = gelezen(getekend.pdf)
    assert f"Getekend op papier. Die handtekening hoort bij code {toon_code(versie.code)}." in woorden
    assert scherm.title.text() == "Dank u wel. Uw reactie is bewaard."


@pytest.mark.parametrize("dag", ["19 april 2027", "21 april 2027", "gisteren of zo", ""])
def test_a_day_that_cannot_be_is_told_at_the_day(scherm: TekenenScreen, plek: Werkplek, rust: Rust, dag: str) -> None:
    kies_reactie(scherm, "keuze.eens")
    _getekend_op_papier(scherm, dag or " ")
    druk(scherm, "klaar")
    rust()
    assert _fout(scherm, "getekend_op") != ""
    assert in_focus().objectName() == "getekend_op"
    assert ondertekeningen(plek) == []
    druk(scherm, "niet_tekenen")  # the day is nobody's hindrance there
    rust()
    assert [o.wijze for o in ondertekeningen(plek)] == [Wijze.MONDELING]


def test_what_was_drawn_is_there_again_when_it_is_not_on_paper_after_all(
    scherm: TekenenScreen, plek: Werkplek, rust: Rust
) -> None:
    kies_reactie(scherm, "keuze.eens")
    zet_handtekening(scherm)
    _getekend_op_papier(scherm)
    toets(Qt.Key.Key_Space)
    assert scherm.form.pad.isVisible()
    druk(scherm, "klaar")
    rust()
    assert [o.wijze for o in ondertekeningen(plek)] == [Wijze.SCHERM]


def test_at_200_percent_one_reads_first_and_reacts_then(scherm: TekenenScreen, theme: Theme, qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, 2.0)
    qtbot.waitUntil(lambda: not scherm.form.isVisible())
    assert scherm._paper.isVisible()
    for _ in range(40):
        if scherm.form.isVisible():
            break
        druk(scherm, "lees_verder")
        QApplication.processEvents()
    assert scherm.form.isVisible()
    assert not scherm._paper.isVisible()
    druk(scherm, "lees_plan")
    assert scherm._paper.isVisible()


def test_everyone_can_use_it_at_every_size(scherm: TekenenScreen, theme: Theme, rust: Rust) -> None:
    rust()
    assert bezwaren_op_elke_maat(scherm, theme) == []
