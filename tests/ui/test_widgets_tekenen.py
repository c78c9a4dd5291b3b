"""Signing: pen, finger and mouse draw; palm, time and pressure leave no trace."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from math import hypot

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app.ui.strokes import even_steps, line_width
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.signature_pad import SignaturePad

Toon = Callable[..., QWidget]
STAP = 8
"""So many px the pen goes at each key."""
_CAN = QInputDevice.Capability.Position | QInputDevice.Capability.Pressure


def _pen(kind: QPointingDevice.PointerType = QPointingDevice.PointerType.Pen) -> QPointingDevice:
    return QPointingDevice("pen", 1, QInputDevice.DeviceType.Stylus, kind, _CAN, 1, 1)


def _draw(
    pad: SignaturePad, points: Iterable[tuple[float, float, float]], device: QPointingDevice | None = None
) -> None:
    """Draw one line with a pen: (x px, y px, pressure)."""
    points = list(points)
    device = device or _pen()
    types = [QEvent.Type.TabletPress] + [QEvent.Type.TabletMove] * (len(points) - 2) + [QEvent.Type.TabletRelease]
    for kind, point in zip(types, points, strict=True):
        _send(pad, kind, point, device)


def _send(pad: SignaturePad, kind: QEvent.Type, point: tuple[float, float, float], device: QPointingDevice) -> None:
    x, y, pressure = point
    spot, button, keys = QPointF(x, y), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QTabletEvent(kind, device, spot, spot, pressure, 0, 0, 0, 0, 0, keys, button, button)
    QApplication.sendEvent(pad, event)
    assert event.isAccepted()  # or Qt makes a mouse event of it and every line is drawn twice


@pytest.fixture
def pad(theme: Theme, toon: Toon) -> SignaturePad:
    pad = SignaturePad(theme, "mevrouw Voorbeeld-Jansen")
    toon(pad, 600, 200)
    return pad


def test_a_pen_draws_in_millimetres_with_the_width_of_its_pressure(pad: SignaturePad) -> None:
    _draw(pad, [(96, 48, 0.0), (144, 48, 0.5), (192, 48, 1.0)])
    (stroke,) = pad.strokes()
    assert stroke[0][:2] == (25.4, 12.7)
    assert stroke[-1][:2] == (50.8, 12.7)
    assert stroke[0][2] == pytest.approx(0.6 * 25.4 / 72, abs=0.03)
    assert stroke[-1][2] == pytest.approx(2.2 * 25.4 / 72, abs=0.03)


def test_the_points_do_not_tell_how_fast_somebody_wrote(pad: SignaturePad) -> None:
    fast_then_slow = [(0, 100, 0.5), (200, 100, 0.5)] + [(200 + n, 100, 0.5) for n in range(1, 60)]
    _draw(pad, fast_then_slow)
    (stroke,) = pad.strokes()
    steps = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(stroke[:-1])]
    assert max(steps) - min(steps) < 0.03


def test_nothing_but_place_and_width_is_kept(pad: SignaturePad) -> None:
    _draw(pad, [(10, 10, 0.31), (50, 60, 0.32), (90, 20, 0.33)])
    (stroke,) = pad.strokes()
    assert all(len(point) == 3 for point in stroke)
    assert len({width for _, _, width in stroke}) == 1  # pressures so near each other cannot be told apart


def test_two_lines_are_two_strokes_in_their_order(pad: SignaturePad, qtbot: QtBot) -> None:
    with qtbot.waitSignals([pad.changed, pad.changed]):
        _draw(pad, [(10, 10, 0.5), (20, 20, 0.5)])
        _draw(pad, [(50, 10, 0.5), (60, 20, 0.5)])
    first, second = pad.strokes()
    assert first[0][0] < second[0][0]


def test_after_a_pen_a_palm_draws_nothing(pad: SignaturePad) -> None:
    _draw(pad, [(10, 10, 0.5), (20, 20, 0.5)])
    _touch(pad, [QPoint(100, 100), QPoint(150, 120), QPoint(200, 100)])
    assert len(pad.strokes()) == 1


def test_a_finger_draws_and_a_second_finger_does_not(pad: SignaturePad) -> None:
    _touch(pad, [QPoint(100, 100), QPoint(150, 120), QPoint(200, 100)], palm=QPoint(400, 150))
    (stroke,) = pad.strokes()
    assert max(x for x, _, _ in stroke) < 60
    assert {width for _, _, width in stroke} == {line_width(0.5)}


def test_a_mouse_draws(pad: SignaturePad) -> None:
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseMove(pad, QPoint(60, 60))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(100, 20))
    assert len(pad.strokes()) == 1


def test_a_tap_is_a_dot(pad: SignaturePad) -> None:
    _draw(pad, [(100, 100, 0.5), (100, 100, 0.5)])
    assert pad.strokes() == [[(26.46, 26.46, line_width(0.5))]]


def test_the_back_of_a_pen_does_not_draw(pad: SignaturePad) -> None:
    _draw(pad, [(10, 10, 0.5), (50, 50, 0.5)], _pen(QPointingDevice.PointerType.Eraser))
    assert pad.is_empty()


def test_starting_again_takes_everything_away_and_lets_a_finger_draw(pad: SignaturePad) -> None:
    assert not pad.again.isVisible()
    _draw(pad, [(10, 10, 0.5), (20, 20, 0.5)])
    assert pad.again.isVisible()
    pad.again.click()
    assert pad.is_empty()
    _touch(pad, [QPoint(100, 100), QPoint(150, 120)])
    assert len(pad.strokes()) == 1


def test_what_is_drawn_is_seen_in_the_ink_of_the_house(pad: SignaturePad, theme: Theme) -> None:
    _draw(pad, [(100 + n, 80, 1.0) for n in range(100)])
    assert pad.grab().toImage().pixelColor(150, 80).name() == theme.kleuren.pen.lower()


def test_the_keys_draw_a_cross_and_the_pad_says_how_much_stands_on_it(pad: SignaturePad) -> None:
    naam = "Handtekening van mevrouw Voorbeeld-Jansen"
    assert pad.accessibleName() == f"{naam}: nog leeg"
    assert "papier" in pad.accessibleDescription()
    pad.setFocus()
    for richting, terug in ((Qt.Key.Key_Right, Qt.Key.Key_Left), (Qt.Key.Key_Down, Qt.Key.Key_Up)):
        QTest.keyClick(pad, Qt.Key.Key_Space)
        for _ in range(10):
            QTest.keyClick(pad, richting)
        QTest.keyClick(pad, Qt.Key.Key_Space)
        for _ in range(5):
            QTest.keyClick(pad, terug)
    assert pad.accessibleName() == f"{naam}: er staan 2 lijnen"
    liggend, staand = pad.strokes()
    assert liggend[-1][0] - liggend[0][0] == pytest.approx(10 * STAP * 25.4 / 96, abs=0.02)
    assert (staand[-1][0], staand[-1][1] > staand[0][1]) == (staand[0][0], True)
    QTest.keyClick(pad, Qt.Key.Key_Space)
    QTest.keyClick(pad, Qt.Key.Key_Left)
    pad.clearFocus()
    assert pad.accessibleName() == f"{naam}: er staan 3 lijnen", "who goes on with the pen down has drawn that line"
    pad.setFocus()
    for _ in range(pad.width() // STAP + 1):
        QTest.keyClick(pad, Qt.Key.Key_Right)
    QTest.keyClick(pad, Qt.Key.Key_Space)
    QTest.keyClick(pad, Qt.Key.Key_Space)
    assert pad.strokes()[-1][0][0] <= pad.size_mm()[0], "the pen stays on the pad"
    QTest.keyClick(pad, Qt.Key.Key_Delete)
    assert pad.accessibleName() == f"{naam}: nog leeg"


def test_only_a_line_of_the_keys_is_ended_when_the_pad_loses_the_keys(pad: SignaturePad) -> None:
    leeg, pen = pad.grab().toImage(), _pen()
    pad.setFocus(Qt.FocusReason.OtherFocusReason)
    assert pad.grab().toImage() == leeg, "who signs by hand has no hints of keys under the pen"
    for kind, x in ((QEvent.Type.TabletPress, 300), (QEvent.Type.TabletMove, 350)):
        _send(pad, kind, (x, 150, 0.5), pen)
    QTest.keyClick(pad, Qt.Key.Key_Space)
    pad.clearFocus()
    for kind, x in ((QEvent.Type.TabletMove, 400), (QEvent.Type.TabletRelease, 450)):
        _send(pad, kind, (x, 150, 0.5), pen)
    (stroke,) = pad.strokes()
    mm = 25.4 / 96
    assert stroke[0][:2] == pytest.approx((300 * mm, 150 * mm), abs=0.02)
    assert stroke[-1][:2] == pytest.approx((450 * mm, 150 * mm), abs=0.02)
    assert {round(y) for _, y, _ in stroke} == {round(150 * mm)}, "nothing that nobody drew"
    waar_uitleg = QRect(0, 0, 250, 120)
    pad.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(pad, Qt.Key.Key_Right)
    assert pad.grab(waar_uitleg).toImage() != leeg.copy(waar_uitleg), "from the first key on their pen is shown"
    _draw(pad, [(300, 150, 0.5), (450, 150, 0.5)])
    assert pad.grab(waar_uitleg).toImage() == leeg.copy(waar_uitleg), "and a hand takes it away"


def test_even_steps_keeps_the_first_and_the_last_point() -> None:
    stroke = even_steps([(0.0, 0.0, 0.4), (3.0, 4.0, 0.4)])
    assert stroke[0][:2] == (0.0, 0.0)
    assert stroke[-1][:2] == (3.0, 4.0)
    assert len(stroke) == 14  # 5 mm in steps of 0.4, and the last point


def _touch(pad: SignaturePad, path: list[QPoint], palm: QPoint | None = None) -> None:
    device = QTest.createTouchDevice()
    sequence = QTest.touchEvent(pad, device, False)
    sequence.press(0, path[0], pad)
    if palm is not None:
        sequence.press(1, palm, pad)
    sequence.commit()
    for spot in path[1:]:
        sequence = QTest.touchEvent(pad, device, False).move(0, spot, pad)
        if palm is not None:
            sequence.move(1, palm + spot - path[0], pad)
        sequence.commit()
    sequence = QTest.touchEvent(pad, device, False).release(0, path[-1], pad)
    if palm is not None:
        sequence.release(1, palm, pad)
    sequence.commit()
