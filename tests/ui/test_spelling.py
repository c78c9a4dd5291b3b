"""Spelling in long texts, with the keys: marks after a rest, a menu that shows, one's own words, never in the way."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.vraagverheldering import Antwoord
from kernnetwerk_app.services import spelling
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce as really_announce
from kernnetwerk_app.ui.spelling import meelezer, spelmenu, woordproef
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.growing_text_edit import MAX_CHARS, GrowingTextEdit
from tests.ui.laptop import Laptop, venster_van
from tests.ui.laptop import huishouden_id as huishouden_id
from tests.ui.laptop import laptop as laptop
from tests.ui.laptop import open_laptop as open_laptop
from tests.ui.toetsen import tab_naar, toets, typ, wis, zie

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
VELD, ANDER_VELD, STEM = "vraag.al_geprobeerd", "vraag.waar_het_om_gaat", "vraag"


@pytest.fixture
def gesprek(open_laptop: Laptop, huishouden_id: UUID) -> Laptop:
    """The gesprek, with spelling on and a resident of a name that no word list has."""
    plek = open_laptop.sessie.plek
    with plek.store.write() as werk:
        (inwoner,) = werk.find(Inwoner)
        werk.change(inwoner, voornamen="Wietskelina", achternaam="Qvistbroek")
        werk.commit("test.naam")
    spelling.zet_aan(plek, True)
    venster_van(open_laptop).gesprek(huishouden_id)
    open_laptop.rust()
    return open_laptop


def editor_van(laptop: Laptop, naam: str = VELD) -> GrowingTextEdit:
    editor = zie(laptop.venster, naam)
    assert isinstance(editor, GrowingTextEdit)
    return editor


def gemerkt(laptop: Laptop, naam: str = VELD) -> list[str]:
    """The words that have a mark under them."""
    return [merk.cursor.selectedText() for merk in editor_van(laptop, naam).extraSelections()]


def schrijf(laptop: Laptop, tekst: str, *onbekend: str, naam: str = VELD) -> GrowingTextEdit:
    """Type it, and wait until exactly these words have a mark."""
    tab_naar(naam)
    typ(tekst)
    laptop.tot(lambda: gemerkt(laptop, naam) == list(onbekend))
    return editor_van(laptop, naam)


def het_menu(laptop: Laptop) -> QMenu:
    """The menu that a person sees now."""
    laptop.tot(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def regels(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def kies(laptop: Laptop, menu: QMenu, woord: str) -> None:
    """Walk to it with the arrow keys, and Enter."""
    for _ in menu.actions():
        actief = menu.activeAction()
        if isinstance(actief, QAction) and actief.text() == woord:
            break
        toets_in(menu, Qt.Key.Key_Down)
    else:
        raise AssertionError(f"{woord} is not in {regels(menu)}")
    toets_in(menu, Qt.Key.Key_Return)
    terug_in_tekst(laptop)


def terug_in_tekst(laptop: Laptop) -> None:
    """The menu is gone. Offscreen no window manager gives the window its keys back."""
    laptop.tot(lambda: QApplication.activePopupWidget() is None)
    laptop.tot(lambda: laptop.venster.activateWindow() or isinstance(QApplication.focusWidget(), GrowingTextEdit))


def sluit(laptop: Laptop) -> None:
    """Escape: nothing was chosen."""
    toets_in(het_menu(laptop), Qt.Key.Key_Escape)
    terug_in_tekst(laptop)


def toets_in(menu: QMenu, toets: Qt.Key) -> None:
    QTest.keyClick(menu, toets)


def voorgesteld(laptop: Laptop) -> QMenu:
    """The menu, once it has proposals."""
    menu = het_menu(laptop)
    laptop.tot(lambda: menu.findChild(QAction, "voorstel_0") is not None)
    return menu


def test_after_a_rest_an_unknown_word_has_a_mark_and_f7_puts_the_right_one_there_until_ctrl_z(gesprek: Laptop) -> None:
    editor = schrijf(gesprek, "Wietskelina zag de fuot van mevrouw Qvistbroek en een fietz", "fuot")
    assert gemerkt(gesprek) == ["fuot"], "no name of the dossier, and not the word that is being typed"
    typ(" en ")
    gesprek.tot(lambda: gemerkt(gesprek) == ["fuot", "fietz"])
    toets(Qt.Key.Key_Home)
    toets(Qt.Key.Key_F7)
    menu = voorgesteld(gesprek)
    assert editor.textCursor().selectedText() == "fuot"
    assert regels(menu)[:2] == ["“fuot” staat niet in de woordenlijst", "fout"]
    kies(gesprek, menu, "fout")
    assert editor.text() == "Wietskelina zag de fout van mevrouw Qvistbroek en een fietz en "
    gesprek.tot(lambda: gemerkt(gesprek) == ["fietz"])
    toets(Qt.Key.Key_Z, CTRL)
    assert "de fuot van" in editor.text()
    toets(Qt.Key.Key_Z, CTRL | SHIFT)
    toets(Qt.Key.Key_F7)
    menu = het_menu(gesprek)
    assert editor.textCursor().selectedText() == "fietz"
    sluit(gesprek)
    toets(Qt.Key.Key_Tab)
    gesprek.rust()
    with gesprek.sessie.plek.store.read() as lezer:
        (antwoord,) = lezer.find(Antwoord, sleutel=VELD)
    assert antwoord.waarde == "Wietskelina zag de fout van mevrouw Qvistbroek en een fietz en ", "kept as if typed"


def test_the_menu_opens_with_the_mouse_and_both_keys_and_says_what_a_resident_may_say(gesprek: Laptop) -> None:
    venster_van(gesprek).melding()
    gesprek.rust()
    editor = schrijf(gesprek, "Ik zeg fuot. Meer niet. ", "fuot", naam=STEM)
    (merk,) = editor.extraSelections()
    plek = editor.cursorRect(merk.cursor).center() - QPoint(3, 0)
    muis = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, plek, editor.viewport().mapToGlobal(plek), Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(editor.viewport(), muis)
    menu = voorgesteld(gesprek)
    assert "Zei de inwoner het zelf zo? Laat het dan staan." in regels(menu)
    na = regels(menu).index("Zo laten")
    assert regels(menu)[na:] == [
        "Zo laten", "Altijd goed", "Knippen", "Kopiëren", "Plakken", "Spelling laten meekijken",
    ]  # fmt: skip
    kies(gesprek, menu, "fout")
    assert editor.text() == "Ik zeg fout. Meer niet. "
    for toets_, modifier in ((Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_F10, SHIFT)):
        wis()
        schrijf(gesprek, "Ik zeg fuot. ", "fuot", naam=STEM)
        for _ in ". ":
            toets(Qt.Key.Key_Left)
        toets(toets_, modifier)
        kies(gesprek, voorgesteld(gesprek), "fout")
        assert editor.text() == "Ik zeg fout. "
    toets(Qt.Key.Key_Home)
    toets(Qt.Key.Key_Menu)
    assert "fout" not in regels(het_menu(gesprek)), "at a right word the ordinary menu"
    sluit(gesprek)


def test_zo_laten_holds_for_this_text_and_altijd_goed_for_all_also_after_a_lock_and_never_in_a_plain_file(
    gesprek: Laptop, huishouden_id: UUID
) -> None:
    schrijf(gesprek, "Dan gaan wij kwibbelen met Zwarbeltje. ", "kwibbelen", "Zwarbeltje")
    toets(Qt.Key.Key_Home)
    toets(Qt.Key.Key_F7)
    kies(gesprek, het_menu(gesprek), "Zo laten")
    gesprek.tot(lambda: gemerkt(gesprek) == ["Zwarbeltje"])
    toets(Qt.Key.Key_F7)
    kies(gesprek, het_menu(gesprek), "Altijd goed")
    gesprek.tot(lambda: gemerkt(gesprek) == [])
    toets(Qt.Key.Key_F7)
    assert "Alle woorden in deze tekst staan in de woordenlijst." in regels(het_menu(gesprek))
    sluit(gesprek)
    schrijf(gesprek, "Zwarbeltjes kwibbelen. ", "Zwarbeltjes", "kwibbelen", naam=ANDER_VELD)
    pid = gesprek.sessie.spelling.proef.pid
    gesprek.vergrendel()
    gesprek.tot(lambda: not Path(f"/proc/{pid}").exists())
    geschreven = [p.read_bytes() for p in gesprek.settings.map.rglob("*") if p.is_file()]
    assert not any(b"Zwarbeltje" in octets for octets in geschreven)
    gesprek.ontgrendel()
    gesprek.tot(gesprek.is_open)
    venster_van(gesprek).gesprek(huishouden_id)
    gesprek.rust()
    schrijf(gesprek, "Met Zwarbeltje", "kwibbelen")
    toets(Qt.Key.Key_F10, SHIFT)
    kies(gesprek, het_menu(gesprek), "Haal “Zwarbeltje” uit mijn eigen woordenlijst")
    gesprek.tot(lambda: gemerkt(gesprek) == ["kwibbelen", "Zwarbeltje", "Zwarbeltje"])


def test_spelling_can_be_off_stays_off_and_f7_says_so(gesprek: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    gezegd: list[str] = []
    for module in (meelezer, spelmenu):
        monkeypatch.setattr(module, "announce", lambda w, zin: (gezegd.append(zin), really_announce(w, zin)))
    schrijf(gesprek, "Een fuot en een fietz. ", "fuot", "fietz")
    assert gezegd == ["2 woorden staan niet in de woordenlijst. F7 gaat ernaartoe."], "once, not for each"
    toets(Qt.Key.Key_F7)
    voorgesteld(gesprek)
    assert gezegd[1] == "“fuot” staat niet in de woordenlijst"
    assert gezegd[2].startswith("Voorstellen: fout")
    sluit(gesprek)
    toets(Qt.Key.Key_Menu)
    kies(gesprek, het_menu(gesprek), "Spelling laten meekijken")
    gesprek.tot(lambda: gemerkt(gesprek) == [])
    gesprek.rust()
    assert not spelling.load(gesprek.sessie.plek).aan
    toets(Qt.Key.Key_F7)
    menu = het_menu(gesprek)
    assert regels(menu) == ["De spelling kijkt nu niet mee.", "Spelling laten meekijken"]
    kies(gesprek, menu, "Spelling laten meekijken")
    gesprek.tot(lambda: gemerkt(gesprek) == ["fuot", "fietz"])


def test_when_the_word_list_falls_it_is_begun_once_more_and_then_one_writes_on_without(gesprek: Laptop) -> None:
    editor = schrijf(gesprek, "Een fuot. ", "fuot")
    proef = gesprek.sessie.spelling.proef
    eerste = proef.pid
    os.kill(eerste, signal.SIGKILL)
    schrijf(gesprek, "Een fietz. ", "fuot", "fietz")
    assert proef.pid not in (0, eerste)
    os.kill(proef.pid, signal.SIGKILL)
    gesprek.tot(lambda: proef.pid == 0)
    typ("Een maisje. ")
    gesprek.tot(lambda: gemerkt(gesprek) == [])
    assert editor.text() == "Een fuot. Een fietz. Een maisje. "
    toets(Qt.Key.Key_F7)
    assert regels(het_menu(gesprek))[0].startswith("Op deze laptop kan de spelling niet meekijken.")
    sluit(gesprek)


def test_without_hunspell_one_writes_as_ever_and_f7_says_why(gesprek: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(woordproef, "find_spec", lambda _naam: None)
    toets(Qt.Key.Key_F7)
    tab_naar(VELD)
    typ("Een fuot. ")
    toets(Qt.Key.Key_F7)
    assert regels(het_menu(gesprek))[0].startswith("Op deze laptop kan de spelling niet meekijken.")
    sluit(gesprek)
    gesprek.rust()
    assert gemerkt(gesprek) == []
    assert gesprek.sessie.spelling.proef.pid == 0


def test_in_the_longest_text_one_goes_on_typing_while_it_is_looked_over(gesprek: Laptop) -> None:
    editor = editor_van(gesprek)
    tab_naar(VELD)
    zin = "Mijn zus haalt mij op en dan gaan wij met de fuot naar de markt. "
    editor.type_over((zin * (MAX_CHARS // len(zin)))[: MAX_CHARS - 100] + "\n")
    slagen: list[int] = []
    klok = QTimer(editor)
    klok.timeout.connect(lambda: slagen.append(len(slagen)))
    klok.start(0)
    gesprek.tot(lambda: len(gemerkt(gesprek)) == meelezer.MEEST)
    assert len(slagen) > 100, "the window went on while the words were looked up"
    klok.stop()
    typ("Een fietz erbij. ")
    gesprek.tot(lambda: gemerkt(gesprek)[-1] == "fietz")
    toets(Qt.Key.Key_Home)
    toets(Qt.Key.Key_F7)
    kies(gesprek, voorgesteld(gesprek), "fiets")
    assert editor.text().endswith("Een fiets erbij. ")


def test_on_a_screen_that_a_resident_looks_at_nothing_is_marked(
    gesprek: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(gesprek.sessie.venster.scherm()), "is_turned", True, raising=False)
    tab_naar(VELD)
    typ("Een fuot. ")
    toets(Qt.Key.Key_F7)
    gesprek.rust()
    assert QApplication.activePopupWidget() is None
    assert gesprek.sessie.spelling.proef.pid == 0


def test_the_menu_stays_on_the_screen_in_the_largest_letters_and_each_choice_is_reached_with_the_arrow(
    one_theme: Theme, qapp: QApplication, theme: Theme, toon: Callable[..., QWidget]
) -> None:
    one_theme.apply(qapp, schaal=2.0)
    editor = GrowingTextEdit(one_theme)
    toon(editor)
    keuzes = spelmenu.Keuzes(lambda _: None, lambda: None, lambda: None)
    menu = spelmenu.Spelmenu(editor, load("spelling"), "geschidenis", keuzes, stem=True)
    for naam in ("knip", "kopieer", "plak", "kijk_mee"):
        menu.addSeparator()
        menu.addAction(load("spelling")(f"menu.{naam}"))
    spelmenu.popup_at(menu, editor, None)
    menu.show_found([f"geschiedenis {nummer}" for nummer in range(5)])
    QApplication.processEvents()
    scherm = menu.screen().availableGeometry()
    assert menu.sizeHint().height() > scherm.height(), "otherwise this shows nothing"
    assert scherm.adjusted(0, 0, 1, 1).contains(menu.geometry())
    te_kiezen = [action.text() for action in menu.actions() if action.isEnabled() and not action.isSeparator()]
    gezien = []
    for _ in te_kiezen:
        assert menu.rect().contains(menu.actionGeometry(menu.activeAction()))
        gezien.append(menu.activeAction().text())
        toets_in(menu, Qt.Key.Key_Down)
    assert gezien == te_kiezen
    toets_in(menu, Qt.Key.Key_Escape)
    QApplication.processEvents()
