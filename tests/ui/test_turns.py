"""Work in turns of which a piece fails: it is told once, the rest comes, and nothing waits for ever."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.bezorging import Stuksoort
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui import turns
from kernnetwerk_app.ui.forms.balansvak import Balansvak
from kernnetwerk_app.ui.forms.datumveld import Datumveld
from kernnetwerk_app.ui.forms.doelblok import Doelblok
from kernnetwerk_app.ui.forms.planmakers import Planmakersvak
from kernnetwerk_app.ui.forms.planoverzicht import Planoverzicht
from kernnetwerk_app.ui.forms.tafelblad import TafelBlad
from kernnetwerk_app.ui.forms.tafelkeuze import TafelKeuze
from kernnetwerk_app.ui.forms.takenbladen import Takenbladen
from kernnetwerk_app.ui.forms.tekenaar import Tekenaar
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.keukentafel import KeukentafelScreen
from kernnetwerk_app.ui.screens.papieren import PapierenScreen
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.screens.tekenen import TekenenScreen
from kernnetwerk_app.ui.turns import Turns, each
from kernnetwerk_app.ui.widgets.check import Check
from kernnetwerk_app.ui.widgets.pile import Pile
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from tests.services.opzet import DOEL, Dossier
from tests.services.stukken_opzet import papieren_opzet
from tests.ui.bezig import komt_nog
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toetsen import druk, in_focus, tab_naar, toets, typ, wis, woorden, zie

GOED, WENS = "Karin belt elke avond.", "Elke week een keer de deur uit."


class Kapot(Exception):
    """A piece that cannot be done."""


class AndersKapot(Exception):
    """Another one."""


def stuk(nummer: int, gedaan: list[object]) -> None:
    if nummer in (1, 3):
        raise Kapot
    gedaan.append(nummer)


def een_voor_een(gedaan: list[object]) -> Iterator[None]:
    for nummer in range(3):
        stuk(nummer, gedaan)
        yield


@pytest.mark.parametrize(
    ("werk", "blijft_over"),
    [
        (lambda gedaan: map(partial(stuk, gedaan=gedaan), range(5)), [0, 2, 4]),
        (een_voor_een, [0]),  # a generator ends at its error
    ],
)
def test_a_piece_that_fails_is_told_once_and_the_end_comes(
    qtbot: QtBot, werk: Callable[[list[object]], Iterator[None]], blijft_over: list[object]
) -> None:
    page = QObject()
    beurten, gedaan = Turns(page), list[object]()
    with qtbot.captureExceptions() as told:
        beurten.begin(werk(gedaan), lambda: gedaan.append("klaar"))
        qtbot.waitUntil(lambda: "klaar" in gedaan)
    assert [soort for soort, *_ in told] == [Kapot]
    assert gedaan == [*blijft_over, "klaar"]
    assert (beurten.busy, beurten.broken) == (False, True)
    beurten.begin(iter(()), lambda: gedaan.append("weer"))
    qtbot.waitUntil(lambda: gedaan[-1] == "weer")
    assert not beurten.broken


def test_of_two_faults_in_one_piece_of_work_and_what_is_added_to_it_each_is_told_once(qtbot: QtBot) -> None:
    page = QObject()
    beurten, gedaan = Turns(page), list[object]()

    def breek(soort: type[Exception]) -> None:
        raise soort

    with qtbot.captureExceptions() as told:
        beurten.begin(each(partial(breek, soort) for soort in (Kapot, AndersKapot, Kapot, StopIteration)))
        beurten.after(lambda: gedaan.append("vervangen"))
        beurten.after(lambda: gedaan.append("klaar"))
        beurten.add(each(iter([partial(breek, AndersKapot), partial(gedaan.append, "erbij")])))
        qtbot.waitUntil(lambda: "klaar" in gedaan)
        beurten.add(each(iter([partial(breek, Kapot), partial(gedaan.append, "daarna")])))
        qtbot.waitUntil(lambda: "daarna" in gedaan and not beurten.busy)
    assert [soort for soort, *_ in told] == [Kapot, AndersKapot, RuntimeError]
    assert gedaan == ["erbij", "klaar", "daarna"], "the end comes once, and after what was added"
    assert beurten.broken, "what is added later makes nothing whole"
    beurten.after(lambda: gedaan.append("meteen"))
    assert gedaan[-1] == "meteen"


def test_work_is_busy_also_while_a_piece_of_it_is_being_done(qtbot: QtBot) -> None:
    page = QObject()
    beurten, gezien = Turns(page), list[bool]()
    beurten.begin((gezien.append(beurten.busy) for _ in range(2)), lambda: gezien.append(beurten.busy))
    qtbot.waitUntil(lambda: len(gezien) == 3)
    assert gezien == [True, True, False]


def faalt_bij(monkeypatch: pytest.MonkeyPatch, soort: type, naam: str, wanneer: Callable[..., bool]) -> None:
    """This method raises when these arguments are so."""
    doe = getattr(soort, naam)

    def of_niet(self: object, *args: object, **kwargs: object) -> object:
        if wanneer(*args):
            raise Kapot
        return doe(self, *args, **kwargs)

    monkeypatch.setattr(soort, naam, of_niet)


NIET_HEEL = "Dit plan staat hier niet helemaal. Open het opnieuw."


def test_a_plan_that_is_not_all_there_is_not_read_together_and_says_so_and_opened_again_it_is(
    qtbot: QtBot,
    omgeving: Omgeving,
    dossier: Dossier,
    toon_scherm: Toonscherm,
    rust: Rust,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for doel in ("Ik wil fietsen.", "Ik wil zingen."):
        dossier.doel(doel)
    with monkeypatch.context() as stuk:
        faalt_bij(stuk, Doelblok, "show_goal", lambda _beeld, doel, *_: doel.doel.tekst == "Ik wil fietsen.")
        faalt_bij(stuk, Datumveld, "__init__", lambda *_: True)
        scherm = PlanScreen(omgeving, dossier.huishouden_id)
        with qtbot.captureExceptions() as told:
            toon_scherm(scherm)
    assert [soort for soort, *_ in told] == [Kapot], "one line of ours raises both"
    assert zie(scherm, "doel2").accessibleName() == "Doel 2: Ik wil zingen."
    assert zie(scherm, "plan.kansen"), "what stands below the goals"
    assert not zie(scherm, "lees_samen_door").isEnabled(), "not signed without what is kept there"
    assert NIET_HEEL in woorden(scherm)
    scherm.refresh()
    rust()
    assert zie(scherm, "doel1").accessibleName() == "Doel 1: Ik wil fietsen."
    assert not zie(scherm, "lees_samen_door").isEnabled(), "the day of looking back is still not there"
    opnieuw = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(opnieuw)
    assert NIET_HEEL not in woorden(opnieuw)
    assert zie(opnieuw, "lees_samen_door").isEnabled()


def test_where_the_foot_has_no_room_the_page_says_that_the_plan_is_half_as_long_as_it_is(
    qtbot: QtBot,
    omgeving: Omgeving,
    dossier: Dossier,
    toon_scherm: Toonscherm,
    rust: Rust,
    monkeypatch: pytest.MonkeyPatch,
    qapp: QApplication,
) -> None:
    dossier.doel("Ik wil fietsen.")
    faalt_bij(monkeypatch, Doelblok, "show_goal", lambda *_: True)
    smal = PlanScreen(omgeving, dossier.huishouden_id)
    with qtbot.captureExceptions() as told:
        toon_scherm(smal)
        assert len(told) == 1
        assert zegt_niet_heel(smal), "its foot has room for it"
        omgeving.theme.apply(qapp, 2.0)
        rust()
        assert zegt_niet_heel(smal), "letters that grow later take the room away as well"
        smal.refresh()
        rust()
    assert [soort for soort, *_ in told] == [Kapot], "not again at each thing that is kept"
    assert zegt_niet_heel(smal)
    monkeypatch.undo()
    smal.refresh()
    rust()
    assert not zegt_niet_heel(smal), "it is all there now"
    assert zie(smal, "lees_samen_door").isEnabled()


def zegt_niet_heel(scherm: PlanScreen) -> bool:
    return any(label.text() == NIET_HEEL and label.isVisible() for label in scherm.findChildren(PlainLabel))


def test_a_ladder_that_cannot_be_shown_keeps_a_plan_from_being_read_together_until_it_can(
    qtbot: QtBot,
    omgeving: Omgeving,
    dossier: Dossier,
    toon_scherm: Toonscherm,
    rust: Rust,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dossier.doel("Ik wil fietsen.")
    faalt_bij(monkeypatch, Doelblok, "show_ladder", lambda treden, _: bool(treden))
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    with qtbot.captureExceptions() as told:
        toon_scherm(scherm)
        lees = zie(scherm, "lees_samen_door")
        assert not lees.isEnabled(), "somebody types in a rung"
        scherm.refresh()
        qtbot.waitUntil(lambda: lees.isEnabled() or not (omgeving.tasks.busy or komt_nog()))
        assert not lees.isEnabled(), "nor for a moment"
    assert [soort for soort, *_ in told] == [Kapot]
    assert zegt_niet_heel(scherm)
    monkeypatch.undo()
    scherm.refresh()
    rust()
    assert lees.isEnabled()
    assert not zegt_niet_heel(scherm)


def test_a_part_that_cannot_show_the_plan_keeps_no_new_goal_off_the_page(
    qtbot: QtBot,
    omgeving: Omgeving,
    dossier: Dossier,
    toon_scherm: Toonscherm,
    rust: Rust,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dossier.doel("Ik wil fietsen.")
    faalt_bij(monkeypatch, Planmakersvak, "show_plan", lambda *_: True)
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    with qtbot.captureExceptions() as told:
        toon_scherm(scherm)
        zie(scherm, "nieuw_doel").setFocus()
        typ("Ik wil zingen.")
        toets(Qt.Key.Key_Return)
        rust()
    assert [soort for soort, *_ in told] == [Kapot]
    assert zie(scherm, "doel2").accessibleName() == "Doel 2: Ik wil zingen."


def test_a_part_in_which_nobody_types_keeps_no_plan_from_being_read_together(
    qtbot: QtBot, omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier.doel("Ik wil fietsen.")
    for soort in (Planoverzicht, Balansvak, Takenbladen):
        faalt_bij(monkeypatch, soort, "__init__", lambda *_: True)
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    with qtbot.captureExceptions() as told:
        toon_scherm(scherm)
    assert [soort for soort, *_ in told] == [Kapot]
    assert zie(scherm, "lees_samen_door").isEnabled()
    assert NIET_HEEL not in woorden(scherm)


def test_a_line_that_i_could_not_see_is_not_on_the_sheet_and_the_screen_still_turns(
    qtbot: QtBot,
    omgeving: Omgeving,
    dossier: Dossier,
    toon_scherm: Toonscherm,
    rust: Rust,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dossier.typ("sociaal_netwerk.goed", GOED)
    dossier.typ("sociaal_netwerk.wens", WENS)
    dossier.doel()
    faalt_bij(monkeypatch, Check, "setObjectName", lambda naam: naam == "toon_sociaal_netwerk.goed")
    faalt_bij(monkeypatch, TafelKeuze, "_head", lambda kop: kop.endswith("doelen"))
    scherm = KeukentafelScreen(omgeving, dossier.huishouden_id, dossier.gesprek_id, lambda: None)
    with qtbot.captureExceptions() as told:
        toon_scherm(scherm)
    assert [soort for soort, *_ in told] == [Kapot]
    assert zie(scherm, "toon_sociaal_netwerk.wens").isVisible()
    druk(scherm, "draai")
    rust()
    assert scherm.is_turned
    staat = woorden(scherm)
    assert WENS in staat
    assert DOEL in staat
    assert GOED not in staat, "nobody looks at what the worker did not see"
    assert "Klopt dit?" in staat


def test_lines_that_could_not_be_put_on_my_page_are_not_on_the_sheet(
    qtbot: QtBot,
    omgeving: Omgeving,
    dossier: Dossier,
    toon_scherm: Toonscherm,
    rust: Rust,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dossier.typ("sociaal_netwerk.goed", GOED)
    dossier.doel()
    nooit: list[bool] = []

    def eerste(_: object) -> bool:
        nooit.append(len(nooit) == 0)
        return nooit[-1]

    scherm = KeukentafelScreen(omgeving, dossier.huishouden_id, dossier.gesprek_id, lambda: None)
    faalt_bij(monkeypatch, Pile, "add", eerste)
    with qtbot.captureExceptions() as told:
        toon_scherm(scherm)
    assert [soort for soort, *_ in told] == [Kapot]
    druk(scherm, "draai")
    rust()
    assert scherm.is_turned
    assert GOED not in woorden(scherm), "made, but nowhere in sight"


def test_half_a_sheet_comes_as_far_as_it_can_asks_nothing_and_is_told_once(
    qtbot: QtBot,
    omgeving: Omgeving,
    dossier: Dossier,
    toon_scherm: Toonscherm,
    rust: Rust,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dossier.typ("sociaal_netwerk.wens", WENS)
    dossier.doel()
    scherm = KeukentafelScreen(omgeving, dossier.huishouden_id, dossier.gesprek_id, lambda: None)
    toon_scherm(scherm)
    faalt_bij(monkeypatch, TafelBlad, "_head", lambda kop: kop.endswith(("vraag", "wens")))
    with qtbot.captureExceptions() as told:
        druk(scherm, "draai")
        rust()
        scherm.refresh()
        rust()
    assert [soort for soort, *_ in told] == [Kapot], "not again at each change that a colleague makes"
    staat = woorden(scherm)
    assert WENS in staat
    assert DOEL in staat
    assert "Dit blad staat hier niet helemaal." in staat
    assert "Klopt dit?" not in staat
    assert "Ja, dit klopt" not in staat, "nobody says yes to what is not there"
    assert in_focus() is zie(scherm.blad, "terug")
    monkeypatch.undo()
    druk(scherm.blad, "leestekst")
    rust()
    assert zie(scherm.blad, "klopt_ja").isVisible(), "of these words nothing is missing"
    faalt_bij(monkeypatch, TafelBlad, "_head", lambda kop: kop.endswith("vraag"))
    druk(scherm.blad, "klopt_niet_helemaal")
    rust()
    tab_naar("wijzig_sociaal_netwerk.wens")
    wis()
    typ("Vaker naar buiten.")
    tab_naar("klaar")
    rust()
    assert dossier.gesprek().teksten["sociaal_netwerk.wens"] == "Vaker naar buiten."
    assert "Dit blad staat hier niet helemaal." in woorden(scherm), "also after something was kept"


def test_a_paper_that_cannot_be_listed_takes_no_other_along_and_i_stay_on_the_row_i_stood_on(
    qtbot: QtBot,
    omgeving: Omgeving,
    dossier: Dossier,
    toon_scherm: Toonscherm,
    rust: Rust,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    papieren_opzet(dossier)
    monkeypatch.setattr(turns, "_TURN_S", -1.0)
    faalt_bij(monkeypatch, PapierenScreen, "_paper", lambda een: een.stuk.soort is Stuksoort.VERSLAG)
    faalt_bij(monkeypatch, PapierenScreen, "_given", lambda _: True)
    scherm = PapierenScreen(omgeving, dossier.huishouden_id)
    with qtbot.captureExceptions() as told:
        toon_scherm(scherm)
        assert zie(scherm, "stuk_concept")
        tab_naar("stuk_wegwijzer")
        scherm.refresh()
        rust()
    assert in_focus() is zie(scherm, "stuk_wegwijzer")
    assert [soort for soort, *_ in told] == [Kapot], "and not again each time that it is read"
    leeg = load("bezorging")("leeg.gegeven")
    assert leeg
    assert leeg not in woorden(scherm), "it does not say that nothing was given"


def test_when_a_part_of_signing_cannot_be_made_it_is_told_once_and_i_can_go_back(
    qtbot: QtBot,
    omgeving: Omgeving,
    dossier: Dossier,
    toon_scherm: Toonscherm,
    rust: Rust,
    wegwijzer: Wegwijzer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dossier.doel()
    monkeypatch.setattr(turns, "_TURN_S", -1.0)
    faalt_bij(monkeypatch, Tekenaar, "__init__", lambda *_: True)
    scherm = TekenenScreen(omgeving, dossier.versie().id)
    with qtbot.captureExceptions() as told:
        toon_scherm(scherm)
    assert [soort for soort, *_ in told] == [Kapot]
    assert wegwijzer.fouten == []
    druk(scherm, "terug")
    rust()
    assert [waar for waar, *_ in wegwijzer.gegaan] == ["plan"]
