"""The end of a test frees what the test made, and survives what it finds."""

import shiboken6
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.opruimen import end_test


def test_windows_that_only_point_at_themselves_are_freed_while_nobody_lists_them(qapp: QApplication) -> None:
    """Freed by the collector while PySide made the list of windows, it ended the whole run."""
    held, plenty = QWidget(), [[] for _ in range(30_000)]
    for _ in range(50):
        window = QWidget()
        window.only = window  # type: ignore[attr-defined]
    del window
    end_test()
    assert len(plenty) == 30_000, "so many that the collector would have come by itself"
    assert not shiboken6.isValid(held)
    assert QApplication.topLevelWidgets() == []
