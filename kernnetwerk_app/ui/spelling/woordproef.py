"""Asks the process with the word list, and never waits for it: what comes back comes by a signal.

One question is under way at a time. A proposal that somebody asked for goes before words of a text. When the process
falls, what was asked is answered by None; it is begun once more, and when that falls too spelling is off until the next
unlock. Nothing of it is told: it is a help, and the work goes on without.
"""

import json
from collections import deque
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import NamedTuple

import shiboken6
from PySide6.QtCore import QObject, QTimer

from kernnetwerk_app.spelproces import VOORSTEL, WOORDEN
from kernnetwerk_app.ui.hulpproces import Hulpproces

PROCES = "kernnetwerk_app.spelproces"
MEEST_GEVALLEN = 2
"""Begun once more after the first time it falls."""
GEDULD_MS = 15_000
"""Who has not answered by then never will. The list is read in half a second, a proposal takes two at most."""
EINDE_MS = 500
"""A process that was killed is gone in a few milliseconds; it is waited for once, when the window is gone already."""
_TEGELIJK = 100
"""So many words in one question: thirty milliseconds at most, so that a proposal need not wait long."""
_ONTHOUDEN = 50_000
"""So many words are remembered, with whether they are right."""


class _Vraag(NamedTuple):
    """Something that is asked, and who wants to know."""

    soort: str
    inhoud: str | list[str]
    owner: QObject
    then: Callable[[list[str] | None], None]


class Woordproef(QObject):
    """Begun with the first question. `stop` ends it; after that nothing is answered any more."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._oordeel: dict[str, bool] = {}
        """Whether a word is right, for each that was asked before."""
        self._wachten: deque[_Vraag] = deque()
        self._bezig: _Vraag | None = None
        self._process: Hulpproces | None = None
        self._gevallen = 0
        self._is_gelezen = False
        """Whether the process has answered: then it has read the list."""
        self._geduld = QTimer(self)
        self._geduld.setSingleShot(True)
        self._geduld.setInterval(GEDULD_MS)
        self._geduld.timeout.connect(self._fell)

    @property
    def kan(self) -> bool:
        """Whether words can be looked up here and now."""
        return is_geinstalleerd() and self._gevallen < MEEST_GEVALLEN

    @property
    def pid(self) -> int:
        """Number of the process; 0 when there is none."""
        return self._process.processId() if self._process is not None else 0

    def is_goed(self, woord: str) -> bool:
        """Whether a word that was asked about is right; one that nobody asked about is."""
        return self._oordeel.get(woord, True)

    def keur(self, woorden: Sequence[str], owner: QObject, then: Callable[[bool], None]) -> None:
        """Look these words up; `then(True)` when `is_goed` knows all of them, `then(False)` when it cannot know."""
        te_vragen = [woord for woord in dict.fromkeys(woorden) if woord not in self._oordeel]
        if not te_vragen:
            then(True)
            return
        groepen = [te_vragen[i : i + _TEGELIJK] for i in range(0, len(te_vragen), _TEGELIJK)]
        for nummer, groep in enumerate(groepen, 1):
            is_last = nummer == len(groepen)
            self._ask(_Vraag(WOORDEN, groep, owner, self._judge(groep, then if is_last else None)))

    def voorstellen(self, woord: str, owner: QObject, then: Callable[[list[str]], None]) -> None:
        """What this word may have to be; nothing when nobody knows."""
        self._ask(_Vraag(VOORSTEL, woord, owner, lambda gevonden: then(gevonden or [])), eerst=True)

    def stop(self) -> None:
        """End the process and forget every word. While it still reads its list it ends by itself, for it reads from
        files that it takes away again.
        """
        self._wachten.clear()
        self._bezig = None
        self._geduld.stop()
        self._oordeel.clear()
        self._gevallen = MEEST_GEVALLEN
        process, self._process = self._process, None
        if process is None:
            return
        process.let_go()
        if self._is_gelezen:
            process.end()
            process.waitForFinished(EINDE_MS)

    # -- asking --------------------------------------------------------------------------------------------------

    def _judge(self, groep: Sequence[str], then: Callable[[bool], None] | None) -> Callable[[list[str] | None], None]:
        def judge(onbekend: list[str] | None) -> None:
            if onbekend is not None:
                if len(self._oordeel) > _ONTHOUDEN:
                    self._oordeel.clear()
                fout = set(onbekend)
                self._oordeel |= {woord: woord not in fout for woord in groep}
            if then is not None:
                then(onbekend is not None)

        return judge

    def _ask(self, vraag: _Vraag, *, eerst: bool = False) -> None:
        if eerst:
            self._wachten.appendleft(vraag)
        else:
            self._wachten.append(vraag)
        if self._bezig is None:
            self._next()

    def _next(self) -> None:
        while self._wachten and self._bezig is None:
            vraag = self._wachten.popleft()
            if not shiboken6.isValid(vraag.owner):
                continue
            if not self.kan:
                vraag.then(None)
                continue
            self._bezig = vraag
            self._geduld.start()
            if self._process is None:
                self._start()
            if self._process is not None:  # else it cannot be begun, and that was answered
                self._process.write(json.dumps([vraag.soort, vraag.inhoud]).encode() + b"\n")

    def _start(self) -> None:
        self._process = process = Hulpproces(PROCES, self)
        self._is_gelezen = False
        process.came.connect(self._read)
        process.fell.connect(self._fell)
        process.start()

    def _read(self) -> None:
        if self._process is None or not self._process.canReadLine():
            return
        regel = self._process.readLine().data()
        try:
            gevonden = json.loads(bytes(regel))
        except ValueError:
            self._fell()
            return
        self._is_gelezen = True
        self._answer(gevonden)
        self._next()

    def _answer(self, gevonden: list[str] | None) -> None:
        self._geduld.stop()
        vraag, self._bezig = self._bezig, None
        if vraag is not None and shiboken6.isValid(vraag.owner):
            vraag.then(gevonden)

    def _fell(self) -> None:
        """It ended, never began, or does not answer."""
        process, self._process = self._process, None
        if process is None:
            return
        self._gevallen += 1
        process.end()
        self._answer(None)
        self._next()


def is_geinstalleerd() -> bool:
    """Whether Hunspell is there; it has no wheel for Windows on ARM."""
    return find_spec("hunspell") is not None
