"""The screen turned to the resident: who look along is said once, and they see only what all of them may (TAAL-09).

Leaving covers the window first and goes back to where the worker was under that cover: nobody who looks at the turned
screen sees a page of the worker pass by.
"""

import time
from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from kernnetwerk_app.domain.keukentafel import Klopt, Tafel
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm, in_taal
from kernnetwerk_app.services import keukentafel, papier, vraagverheldering
from kernnetwerk_app.services.keukentafel import TafelBeeld
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.tafelblad import TafelBlad
from kernnetwerk_app.ui.forms.tafelkeuze import TafelKeuze
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.saved_mark import SavedMark

_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut
KIJK_MS = 2_000
_SLIEP = 10.0
"""Seconds that the clock jumped between two looks: the laptop slept meanwhile."""


class KeukentafelScreen(Scherm):
    """Full screen. First who look along, for the worker; then the sheet (`is_turned`), for all of them."""

    full_screen = True

    def __init__(
        self,
        omgeving: Omgeving,
        huishouden_id: UUID,
        gesprek_id: UUID | None,
        terug: Callable[[], None],
        wall: Callable[[], float] = time.time,
    ) -> None:
        self._t = load("keukentafel")
        super().__init__(omgeving, self._t("titel"))
        self._huishouden_id, self._id, self._terug, self._wall = huishouden_id, gesprek_id, terug, wall
        self._beeld: TafelBeeld | None = None
        self._tafel: Tafel | None = None
        self._op_blad: frozenset[str] = frozenset()
        self._met_assen = False
        """What the worker saw before it turned: nothing else comes on the sheet while they look."""
        self._chosen: Papiervorm | None = None
        """With the language that a person chose here; None until somebody did."""
        self._who = TafelKeuze(self.theme, omgeving.plek.profiel.vertalingen)
        self._who.changed.connect(self._ask_again)
        self._who.taal_chosen.connect(self._change_language)
        self.body.addWidget(self._who)
        self._blad: TafelBlad | None = None
        self._build_foot()
        escape = QShortcut(QKeySequence("Escape"), self, self._leave_table)
        escape.setContext(_WITHIN)  # not from under the cover
        self._seen = wall()
        self._watch = QTimer(self)
        self._watch.setInterval(KIJK_MS)
        self._watch.timeout.connect(self.look)

    def _build_foot(self) -> None:
        self._back = self.foot.set_back(self._t("voet.terug"))
        self._back.setObjectName("naar_waar_ik_was")
        self._back.clicked.connect(lambda: self._terug())
        self._turn = self.foot.set_primary(self._t("voet.draai"))
        self._turn.setObjectName("draai")
        self._turn.clicked.connect(self._turn_when_shown)
        self._turn.setEnabled(False)

    @property
    def blad(self) -> TafelBlad:
        """The sheet; made while the worker reads what will stand on it, or when somebody asks."""
        if self._blad is None:
            self._blad = self._build_sheet()
        return self._blad

    def _build_sheet(self) -> TafelBlad:
        schrijver = Schrijver(self.omgeving, SavedMark(self.theme), self.herkomst)
        blad = TafelBlad(self.theme, schrijver, self.omgeving.plek.profiel.assen)
        blad.hide()
        blad.left.connect(self._leave_table)
        blad.answered.connect(self._answer)
        blad.corrected.connect(self._corrected)
        blad.side_set.connect(self._set_side)
        self._middle.addWidget(blad, 1)
        return blad

    @property
    def is_turned(self) -> bool:
        return self._blad is not None and not self._blad.isHidden()

    # -- loading -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        if self._id is None:
            self._find_it()
        else:
            self._read(self._id, self._show)

    def _read(self, gesprek_id: UUID, then: Callable[[TafelBeeld], None]) -> None:
        plek, huishouden_id, tafel, vorm = self.omgeving.plek, self._huishouden_id, self._tafel, self._chosen

        def work() -> TafelBeeld:
            with plek.store.read() as lezer:
                return keukentafel.load(plek, lezer, huishouden_id, gesprek_id, tafel, vorm)

        self.omgeving.tasks.read(self, work, then, self.omgeving.meld_fout)

    def _find_it(self) -> None:
        plek, huishouden_id, herkomst = self.omgeving.plek, self._huishouden_id, self.herkomst

        def found(answer: tuple[UUID, Changes]) -> None:
            self._id = answer[0]
            self.refresh()

        self.omgeving.tasks.write(
            self, lambda: vraagverheldering.open_gesprek(plek, huishouden_id, herkomst), found, self.omgeving.meld_fout
        )

    def on_changes(self, changes: Changes) -> None:
        if changes.herkomst is not self.herkomst and self._huishouden_id in changes.huishoudens:
            self.refresh()

    def keep_typed(self, then: Callable[[], None]) -> None:
        if self._blad is None:
            then()
        else:
            self._blad.leave(then)

    def focus_first(self) -> None:
        if self._beeld is not None:
            (self.blad.focus_first if self.is_turned else self._turn.setFocus)()

    def _show(self, beeld: TafelBeeld) -> None:
        first = self._beeld is None
        self._beeld, self._tafel = beeld, beeld.tafel
        self._turn.setEnabled(bool(beeld.tafel.leden or beeld.tafel.anderen))
        if self.is_turned:
            self._show_sheet(beeld)
        else:
            self._who.show_beeld(beeld)
            if first:
                self._who.when_shown(self._prepare)
        if first:
            self.focus_first()

    def _prepare(self) -> None:
        """So that nobody waits for it when the screen turns."""
        self._blad = self.blad

    def _ask_again(self) -> None:
        """Others sit there now, so they may see something else."""
        self._tafel = self._who.tafel()
        self.refresh()

    def _change_language(self) -> None:
        """Another language beside our own sentences; kept with whose question it is when they sit there."""
        self._chosen = vorm = in_taal(GEWOON, self._who.taal.value())
        plek, huishouden_id, herkomst, beeld = self.omgeving.plek, self._huishouden_id, self.herkomst, self._beeld
        self.refresh()
        if beeld is not None and beeld.van_wie.id in beeld.tafel.leden:
            self.omgeving.tasks.write(
                self, lambda: papier.onthoud_taal(plek, huishouden_id, vorm, herkomst), failed=self.omgeving.meld_fout
            )

    # -- turning -------------------------------------------------------------------------------------------------

    def _turn_when_shown(self) -> None:
        """Once the worker could see all of it. When others sit there by then, or in another language, that is read
        first, and then pressed again.
        """
        pressed = self._who.tafel(), self._chosen
        self.clear_notice()

        def turn() -> None:
            if pressed == (self._who.tafel(), self._chosen):
                self._turn_screen()
            else:
                self.show_notice(self._t("voet.eerst_lezen"))

        self._who.when_shown(turn)

    def _turn_screen(self) -> None:
        beeld, plek, herkomst = self._beeld, self.omgeving.plek, self.herkomst
        if beeld is None or not self._turn.isEnabled():
            return
        if beeld.tafel != self._who.tafel():  # what these people may see is still being read
            self.show_notice(self._t("voet.eerst_lezen"))
            return
        huishouden_id, seen = self._huishouden_id, self._who.seen
        self.omgeving.tasks.write(
            self,
            lambda: keukentafel.draai(plek, huishouden_id, beeld.gesprek_id, beeld.tafel, beeld.bases, herkomst),
            lambda _: self._turned(beeld, seen),
            self.omgeving.meld_fout,
        )

    def _turned(self, beeld: TafelBeeld, seen: frozenset[str]) -> None:
        """`seen`: what stood there for the worker when it was pressed."""
        self.clear_notice()
        self.alone_requested.emit()  # asked for while it turned: a note, help, what was done last
        self.area.hide()
        self.foot.hide()
        self.blad.show()
        self.setAccessibleName(self._t("blad.naam"))
        self._op_blad, self._met_assen = seen - self._who.weg, beeld.assen is not None
        self._show_sheet(beeld)
        self.blad.ask(None)
        self._seen = self._wall()
        self._watch.start()
        self.refresh()

    def _show_sheet(self, beeld: TafelBeeld) -> None:
        self.blad.show_beeld(beeld.met(self._op_blad, self._met_assen))

    def look(self) -> None:
        """A laptop that slept wakes with nothing on its screen."""
        seen, self._seen = self._seen, self._wall()
        if self.is_turned and self._seen - seen >= _SLIEP:
            self._leave_table()

    def _leave_table(self) -> None:
        """The shield first, and under it back to where the worker was."""
        if self.is_turned:
            self.cover_requested.emit()
        self._terug()

    # -- what they say -------------------------------------------------------------------------------------------

    def _answer(self, klopt: Klopt) -> None:
        plek, herkomst, beeld = self.omgeving.plek, self.herkomst, self._beeld
        if beeld is None:
            return
        huishouden_id = self._huishouden_id

        def said(_: Changes) -> None:
            if klopt is Klopt.NIET_HELEMAAL:
                self.blad.correct()
            else:
                self.blad.ask(klopt)
            self.refresh()

        self.omgeving.tasks.write(
            self,
            lambda: keukentafel.zeg(plek, huishouden_id, beeld.gesprek_id, klopt, beeld.bases, herkomst),
            said,
            lambda fout: self.blad.bar.tell(sentence(fout)),
        )

    def _set_side(self, een: str, stand: str) -> None:
        plek, herkomst, beeld, huishouden_id = self.omgeving.plek, self.herkomst, self._beeld, self._huishouden_id
        if beeld is not None:
            self.omgeving.tasks.write(
                self,
                lambda: keukentafel.zet_as(plek, huishouden_id, beeld, een, stand, herkomst),
                failed=lambda fout: self.blad.bar.tell(sentence(fout)),
            )

    def _corrected(self) -> None:
        """All that was put right is durable before it is shown as theirs."""
        self.leave(self._reread)

    def _reread(self) -> None:
        if self._beeld is not None:
            self._read(self._beeld.gesprek_id, self._ask_anew)

    def _ask_anew(self, beeld: TafelBeeld) -> None:
        if self.blad.is_typing():  # while it was read: that is kept and read first
            self._corrected()
            return
        self._beeld, self.blad.correcting = beeld, False
        self._show_sheet(beeld)
        self.blad.ask(Klopt.NIET_HELEMAAL)
