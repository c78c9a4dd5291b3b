"""A process of ours that is asked something, and that nobody waits for (`kernnetwerk_app.hulpproces` is its own end).

What it answers comes by a signal. It goes with who asked for it, at lock and at quit too, also when it never began.
"""

import sys

from PySide6.QtCore import QCoreApplication, QObject, QProcess, Signal

from kernnetwerk_app.paths import program_folder


class Hulpproces(QProcess):
    """`came`: there is something to read. `fell`: it ended or never began, told once. After `end` it tells nothing."""

    came = Signal()
    fell = Signal()

    def __init__(self, module: str, owner: QObject) -> None:
        """`module` is run by Python; its last part is the object name."""
        super().__init__(QCoreApplication.instance())
        self._is_over = False
        self.setObjectName(module.rpartition(".")[2])
        self.setProgram(sys.executable)
        self.setArguments(["-m", module])
        self.setWorkingDirectory(str(program_folder()))
        self.setStandardErrorFile(QProcess.nullDevice())  # an error may hold what it is about
        self.readyReadStandardOutput.connect(self._on_read)
        self.finished.connect(self._on_fell)
        self.finished.connect(self.deleteLater)
        self.errorOccurred.connect(self._on_fell)
        owner.destroyed.connect(self.end)

    def end(self) -> None:
        """It is not needed any more: killed, and gone when the system says so."""
        self._is_over = True
        if self.state() is QProcess.ProcessState.NotRunning:
            self.deleteLater()  # it never began, so no `finished` takes it away
        else:
            self.kill()

    def let_go(self) -> None:
        """No more questions: it ends by itself once it sees that."""
        self._is_over = True
        self.closeWriteChannel()

    def _on_read(self) -> None:
        if not self._is_over:
            self.came.emit()

    def _on_fell(self) -> None:
        if not self._is_over:
            self._is_over = True
            self.fell.emit()
        if self.state() is QProcess.ProcessState.NotRunning:
            self.deleteLater()
