"""*Herstel* with the keys: an earlier text back in its field, an act taken back and done again, also after a lock."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.domain.vraagverheldering import Antwoord
from kernnetwerk_app.services import onderzoek
from kernnetwerk_app.ui.forms.editors import LineEdit, SentenceEdit
from kernnetwerk_app.ui.forms.herstel import Herstel
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.venster import Venster
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from tests.ui.laptop import Laptop, venster_van
from tests.ui.laptop import huishouden_id as huishouden_id
from tests.ui.laptop import laptop as laptop
from tests.ui.laptop import open_laptop as open_laptop
from tests.ui.test_mensen import vul_in
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, kruis_aan, tab_naar, toets, typ, wis, woorden, zie

CTRL = Qt.KeyboardModifier.ControlModifier
VELD = "vraag.al_geprobeerd"
EERST, NU = "Ik heb de thuiszorg gebeld.", "Ik heb niemand gebeld."
TELT = ("zelf_doen", "structuur")


def geschreven(laptop: Laptop) -> list[str | None]:
    with laptop.sessie.plek.store.read() as lezer:
        return [a.waarde for a in lezer.find(Antwoord, sleutel=VELD)]


def in_gesprek(laptop: Laptop, huishouden_id: UUID) -> Venster:
    venster_van(laptop).gesprek(huishouden_id)
    laptop.rust()
    return venster_van(laptop)


def schrijf(laptop: Laptop, tekst: str) -> None:
    """Another text in the field, and on to the next field."""
    tab_naar(VELD)
    wis()
    typ(tekst)
    toets(Qt.Key.Key_Tab)
    laptop.rust()


def open_herstel(laptop: Laptop) -> Herstel:
    toets(Qt.Key.Key_H, CTRL)
    laptop.tot(lambda: any(herstel.isVisible() for herstel in laptop.venster.findChildren(Herstel)))
    laptop.rust()
    (herstel,) = laptop.venster.findChildren(Herstel)
    return herstel


def test_what_stood_in_a_field_before_comes_back_with_two_keys_and_ctrl_z_takes_it_away(
    open_laptop: Laptop, huishouden_id: UUID
) -> None:
    in_gesprek(open_laptop, huishouden_id)
    schrijf(open_laptop, EERST)
    assert "In dit veld stond nog niets anders." in lees_herstel(open_laptop, VELD)
    schrijf(open_laptop, NU)
    tab_naar(VELD)
    herstel = open_herstel(open_laptop)
    assert in_focus().accessibleName() == f"Zet terug: {EERST}"
    assert in_focus().accessibleDescription() == "u, vandaag om 09.00"
    assert NU not in woorden(herstel), "what stands there now is no earlier text"
    toets(Qt.Key.Key_Space)
    assert not herstel.isVisible()
    editor = in_focus()
    assert isinstance(editor, QTextEdit)
    assert editor.toPlainText() == EERST
    toets(Qt.Key.Key_Z, CTRL)
    assert editor.toPlainText() == NU
    toets(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    toets(Qt.Key.Key_Tab)
    open_laptop.rust()
    assert geschreven(open_laptop) == [EERST]


def test_of_a_very_long_earlier_text_the_beginning_is_shown_and_all_of_it_put_back(
    open_laptop: Laptop, huishouden_id: UUID
) -> None:
    lang = "Karin belt.\n" * 3_000 + "Dit stond er ook."
    in_gesprek(open_laptop, huishouden_id)
    tab_naar(VELD)
    QApplication.clipboard().setText(lang)
    toets(Qt.Key.Key_V, CTRL)
    toets(Qt.Key.Key_Tab)
    open_laptop.rust()
    schrijf(open_laptop, NU)
    tab_naar(VELD)
    herstel = open_herstel(open_laptop)
    assert "Karin belt." in woorden(herstel)
    assert "Dit stond er ook." not in woorden(herstel)
    toets(Qt.Key.Key_Space)
    toets(Qt.Key.Key_Tab)
    open_laptop.rust()
    assert geschreven(open_laptop) == [lang]


def test_my_last_act_is_taken_back_and_done_again_and_the_page_shows_it(
    open_laptop: Laptop, huishouden_id: UUID
) -> None:
    venster = in_gesprek(open_laptop, huishouden_id)
    schrijf(open_laptop, EERST)
    herstel = open_herstel(open_laptop)
    assert "Een antwoord in het gesprek geschreven" in woorden(herstel)
    assert EERST not in woorden(herstel)
    druk(herstel, "daad_0")
    open_laptop.rust()
    assert geschreven(open_laptop) == [None]
    assert "Ongedaan gemaakt: een antwoord in het gesprek geschreven." in woorden(herstel)
    assert zie(venster, VELD).toPlainText() == ""  # type: ignore[attr-defined]
    assert in_focus().accessibleName().startswith("Doe het toch")
    toets(Qt.Key.Key_Space)
    open_laptop.rust()
    assert geschreven(open_laptop) == [EERST]


def test_after_a_lock_my_last_acts_are_still_there(open_laptop: Laptop, huishouden_id: UUID) -> None:
    in_gesprek(open_laptop, huishouden_id)
    tab_naar(VELD)
    typ(EERST)
    open_laptop.vergrendel()
    open_laptop.ontgrendel()
    open_laptop.tot(open_laptop.is_open)
    open_laptop.rust()
    herstel = open_herstel(open_laptop)
    druk(herstel, "daad_0")
    open_laptop.rust()
    assert geschreven(open_laptop) == [None]


def test_what_cannot_be_taken_back_says_why_and_the_rail_leads_there_too(
    open_laptop: Laptop, huishouden_id: UUID, theme: Theme
) -> None:
    venster, was = venster_van(open_laptop), in_focus()
    toets(Qt.Key.Key_F12)
    toets(Qt.Key.Key_H, CTRL)
    open_laptop.rust()
    assert not venster.findChildren(Herstel), "nothing opens under the cover"
    toets(Qt.Key.Key_F12)
    herstel = open_herstel(open_laptop)
    assert "Een melding opgenomen" in woorden(herstel)
    assert "Dit blijft staan" in woorden(herstel)
    assert "Voorbeeld" not in woorden(herstel), "initials, for others may see the screen"
    assert in_focus().objectName() == "sluit_herstel"
    toets(Qt.Key.Key_Escape)
    assert not herstel.isVisible()
    assert in_focus() is was
    venster.rail.restore_wanted.emit()
    open_laptop.tot(herstel.isVisible)
    open_laptop.rust()
    assert bezwaren_op_elke_maat(herstel, theme) == []
    toets(Qt.Key.Key_H, CTRL)
    assert not herstel.isVisible()


@pytest.mark.parametrize("soort", [LineEdit, GrowingTextEdit, SentenceEdit])
def test_ctrl_z_in_every_text_takes_back_what_was_typed_and_what_was_put_there(
    soort: type[LineEdit | GrowingTextEdit], theme: Theme, qtbot: QtBot
) -> None:
    editor = soort(theme)
    qtbot.addWidget(editor)
    with qtbot.waitExposed(editor):
        editor.show()
    editor.activateWindow()
    editor.setFocus()
    verteld: list[str] = []
    editor.edited.connect(lambda: verteld.append(editor.text()))
    typ("Modelweg")
    editor.type_over("Proefdijk")
    assert verteld[-1] == "Proefdijk", "it keeps itself as if it were typed"
    toets(Qt.Key.Key_Z, CTRL)
    assert editor.text() == "Modelweg"
    toets(Qt.Key.Key_Z, CTRL)
    assert editor.text() != "Modelweg"
    toets(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert editor.text() == "Modelweg"


# -- forms with a button that keeps them ------------------------------------------------------------------------------


def zet_eerste_terug(laptop: Laptop, veld: str) -> str:
    """From this field of a form into the panel, the first earlier text back, and what stands in the field then."""
    tab_naar(veld)
    open_herstel(laptop)
    assert in_focus().objectName() == "tekst_0"
    toets(Qt.Key.Key_Space)
    assert in_focus().objectName() == veld
    return in_focus().text()  # type: ignore[attr-defined,no-any-return]


def verandert(laptop: Laptop, huishouden_id: UUID) -> str | None:
    with laptop.sessie.plek.store.read() as lezer:
        return onderzoek.load(laptop.sessie.plek, lezer, huishouden_id).onderzoek.verandert


def open_later(laptop: Laptop) -> None:
    druk(venster_van(laptop), "feit_later")
    laptop.rust()


def bewaar_later(laptop: Laptop) -> None:
    druk(venster_van(laptop), "later_bewaar")
    laptop.rust()


def lees_herstel(laptop: Laptop, veld: str) -> str:
    """What the panel says of this field; then back to it."""
    tab_naar(veld)
    gezegd = woorden(open_herstel(laptop))
    toets(Qt.Key.Key_Escape)
    return gezegd


def test_words_that_were_written_over_in_the_onderzoek_come_back_into_the_form_and_are_kept_with_it(
    open_laptop: Laptop, huishouden_id: UUID
) -> None:
    venster = venster_van(open_laptop)
    venster.onderzoek(huishouden_id)
    open_laptop.rust()
    open_later(open_laptop)
    assert "In dit veld stond nog niets anders." in lees_herstel(open_laptop, "verandert")
    druk(venster, "later_sluit")
    for tekst in (EERST, NU):
        open_later(open_laptop)
        vul_in("verandert", tekst)
        bewaar_later(open_laptop)
        assert verandert(open_laptop, huishouden_id) == tekst
    open_later(open_laptop)
    assert "Dit is een keuze." in lees_herstel(open_laptop, "levenslang")
    assert "Bewaar hem daarna met de knop onderaan het formulier." in lees_herstel(open_laptop, "verandert")
    assert zet_eerste_terug(open_laptop, "verandert") == EERST
    assert verandert(open_laptop, huishouden_id) == NU, "nothing is written behind the back of who reads the form"
    toets(Qt.Key.Key_Z, CTRL)
    assert in_focus().text() == NU  # type: ignore[attr-defined]
    assert zet_eerste_terug(open_laptop, "verandert") == EERST
    bewaar_later(open_laptop)
    assert verandert(open_laptop, huishouden_id) == EERST
    herstel = open_herstel(open_laptop)
    assert "Iets over het onderzoek opgeschreven" in woorden(herstel)
    druk(herstel, "daad_0")
    open_laptop.rust()
    assert verandert(open_laptop, huishouden_id) == NU, "the act of keeping it can be taken back as well"


def test_a_form_over_what_was_taken_back_folds_and_shows_what_stands_there_when_it_is_opened_again(
    open_laptop: Laptop, huishouden_id: UUID
) -> None:
    """It would be kept with the old words on the screen, and write nothing; what was typed elsewhere in it stays."""
    venster = venster_van(open_laptop)
    venster.onderzoek(huishouden_id)
    open_laptop.rust()
    for tekst in (EERST, NU):
        open_later(open_laptop)
        vul_in("verandert", tekst)
        bewaar_later(open_laptop)
    open_later(open_laptop)
    vul_in("nu", "Nu nog niets.")
    druk(open_herstel(open_laptop), "daad_0")
    open_laptop.rust()
    assert in_focus().accessibleName().startswith("Doe het toch"), "one is still in the panel"
    toets(Qt.Key.Key_Escape)
    assert in_focus().objectName() == "feit_later"
    open_later(open_laptop)
    assert [zie(venster, veld).text() for veld in ("verandert", "nu")] == [EERST, "Nu nog niets."]  # type: ignore[attr-defined]
    bewaar_later(open_laptop)
    assert verandert(open_laptop, huishouden_id) == EERST


def test_a_form_of_choices_alone_folds_over_what_was_taken_back_too(open_laptop: Laptop, huishouden_id: UUID) -> None:
    venster = venster_van(open_laptop)
    venster.onderzoek(huishouden_id)
    open_laptop.rust()

    def open_telt() -> list[bool]:
        druk(venster, "feit_belangrijk")
        open_laptop.rust()
        return [zie(venster, f"telt_{wat}").isChecked() for wat in TELT]  # type: ignore[attr-defined]

    for wat in TELT:
        open_telt()
        kruis_aan(venster, f"telt_{wat}")
        druk(venster, "belangrijk_bewaar")
        open_laptop.rust()
    assert open_telt() == [True, True]
    druk(open_herstel(open_laptop), "daad_0")
    open_laptop.rust()
    toets(Qt.Key.Key_Escape)
    assert in_focus().objectName() == "feit_belangrijk"
    assert open_telt() == [True, False], "kept like this it is what one sees"


def test_what_somebody_in_the_network_does_comes_back_and_of_somebody_new_there_is_nothing_yet(
    open_laptop: Laptop, huishouden_id: UUID
) -> None:
    plek, venster = open_laptop.sessie.plek, venster_van(open_laptop)
    venster.netwerk(huishouden_id)
    open_laptop.rust()
    druk(venster, "zet_iemand_neer")
    vul_in("ander", "Karin Voorbeeld")
    vul_in("doet_nu", "Doet de was.")
    tab_naar("kan_nog")
    herstel = open_herstel(open_laptop)
    assert "Dit schrijft u nu voor het eerst op." in woorden(herstel)
    toets(Qt.Key.Key_Escape)
    druk(venster, "netwerkpersoon_bewaar")
    open_laptop.rust()

    def band() -> Relatie:
        with plek.store.read() as lezer:
            (een,) = lezer.find(Relatie)
        return een

    def open_form() -> None:
        druk(venster, f"persoon_{band().id}")
        open_laptop.rust()

    open_form()
    vul_in("doet_nu", "Doet niets.")
    herstel = open_herstel(open_laptop)
    assert "Doet de was." in woorden(herstel), "what is saved is earlier than what was typed over it"
    toets(Qt.Key.Key_Escape)
    druk(venster, "netwerkpersoon_bewaar")
    open_laptop.rust()
    open_form()
    assert zet_eerste_terug(open_laptop, "doet_nu") == "Doet de was."
    druk(venster, "netwerkpersoon_bewaar")
    open_laptop.rust()
    assert band().doet == "Doet de was."


def test_of_a_number_by_which_somebody_is_known_the_panel_says_that_it_shows_nothing(
    open_laptop: Laptop, huishouden_id: UUID
) -> None:
    plek, venster = open_laptop.sessie.plek, venster_van(open_laptop)
    for bsn in ("999990019", "999990020"):
        with plek.store.write() as werk:
            (wie,) = werk.find(Inwoner, huishouden_id=huishouden_id)
            werk.change(wie, bsn=bsn)
            werk.commit("proef.gewijzigd", huishouden_id)
    venster.gegevens(huishouden_id)
    open_laptop.rust()
    tab_naar(f"{wie.id}.bsn")
    herstel = open_herstel(open_laptop)
    assert "Van dit veld laten we niet zien wat er eerder stond." in woorden(herstel)
    assert "99999" not in woorden(herstel)
