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
    del plenty  # held until here: so many that, left on, the collector comes while the list is made
    assert not shiboken6.isValid(held)
    assert QApplication.topLevelWidgets() == []
