"""Work in turns of which a piece fails: it is told once, the rest comes, and nothing waits for ever."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kernnetwerk_app.ui import turns
from kernnetwerk_app.ui.forms.doelblok import Doelblok
from kernnetwerk_app.ui.forms.tekenaar import Tekenaar
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.keukentafel import KeukentafelScreen
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.screens.tekenen import TekenenScreen
from kernnetwerk_app.ui.turns import Turns
from kernnetwerk_app.ui.widgets.check import Check
from tests.services.opzet import DOEL, Dossier
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toetsen import druk, woorden, zie

GOED, WENS = "Karin belt elke avond.", "Elke week een keer de deur uit."


class Kapot(Exception):
    """A piece that cannot be done."""


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


def test_a_goal_that_cannot_be_shown_takes_no_other_with_it_and_the_plan_can_be_read_together(
    qtbot: QtBot, omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, monkeypatch: pytest.MonkeyPatch
) -> None:
    for doel in ("Ik wil fietsen.", "Ik wil zingen."):
        dossier.doel(doel)
    faalt_bij(monkeypatch, Doelblok, "show_goal", lambda _beeld, doel, *_: doel.doel.tekst == "Ik wil fietsen.")
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    with qtbot.captureExceptions() as told:
        toon_scherm(scherm)
    assert [soort for soort, *_ in told] == [Kapot]
    assert zie(scherm, "doel2").accessibleName() == "Doel 2: Ik wil zingen."
    assert zie(scherm, "plan.terugkijk"), "what stands below the goals"
    assert zie(scherm, "lees_samen_door").isEnabled()


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
