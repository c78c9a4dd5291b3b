"""A goal in the resident's words, on their own ground, with its number and its fields when it is being changed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.services import plan
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import SentenceEdit
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.velden_van import VeldenVan
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Doelkop(QFrame):
    """`typed`: a key was pressed in one of its fields. `changed`: something is saved. `conflict`: see both versions.

    `removed`: a person took the goal out of the plan.
    """

    typed = Signal()
    changed = Signal()
    conflict = Signal()
    removed = Signal()

    def __init__(self, schrijver: Schrijver, beeld: PlanBeeld, doel: Doel) -> None:
        super().__init__()
        self._schrijver, self._theme = schrijver, schrijver.omgeving.theme
        self._beeld, self._doel = beeld, doel
        self._velden = VeldenVan(schrijver, self.typed.emit, lambda: None)
        self.setProperty("rol", "stem")
        self.setFrameShape(QFrame.Shape.Box)
        t, theme = load("plan"), self._theme
        self._number = PlainLabel(theme, letter="lees", vet=True, kleur="stem_inkt")
        self._words = PlainLabel(theme, letter="lees", wrap=True)
        self._edit = Button(theme, t("doel.wijzig"), "kaal", icon="pen", hoog=44, kleur="stem_inkt")
        self._edit.clicked.connect(self._open)
        self._both = Button(theme, t("regel.twee_versies"), "kaal", icon="letop", hoog=44, kleur="letop")
        self._both.clicked.connect(self.conflict)
        self._editor = QWidget()
        self._editor.hide()
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(self._number)
        line.addWidget(self._words, 1)
        line.addWidget(self._edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 5, 8, 5)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._both, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._editor)

    def show_goal(self, beeld: PlanBeeld, doel: Doel, asked: float, nummer: int) -> None:
        """Show the goal as the store gave it; `nummer` counts as on paper."""
        t, naam = load("plan"), f"doel{nummer}"
        self._beeld, self._doel = beeld, doel
        self._velden.load(beeld, doel, asked)
        self._number.setText(str(nummer))
        self._both.setVisible(doel.id in beeld.conflicten)
        for widget, part in ((self, ""), (self._edit, ".wijzig"), (self._both, ".twee_versies")):
            widget.setObjectName(f"{naam}{part}")
        self._edit.setAccessibleName(t("doel.wijzig_naam", nummer=nummer))
        self._show_words()

    def getypt(self) -> Doel:
        """The goal with what stands on the screen."""
        return self._velden.getypt(self._doel)

    def leave(self, then: Callable[[], None]) -> None:
        self._velden.leave(then)

    def _show_words(self) -> None:
        tekst = self.getypt().tekst
        self._words.setText(f"“{tekst}”")
        self.setAccessibleName(load("plan")("doel.naam", nummer=self._number.text(), tekst=tekst))

    def _open(self) -> None:
        if self._editor.layout() is None:
            self._build_editor()
        self._editor.show()
        self._words.hide()
        self._edit.hide()
        self._tekst.setFocus()

    def _close(self) -> None:
        self._editor.hide()
        self._show_words()
        self._words.show()
        self._edit.show()
        self._edit.setFocus()
        self._velden.leave(self.changed.emit)

    def _build_editor(self) -> None:
        t, theme, naam = load("plan"), self._theme, self.objectName()
        column = QVBoxLayout(self._editor)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(12)
        self._tekst = SentenceEdit(theme, lines=1, letter="lees")
        resultaat = SentenceEdit(theme, lines=1)
        for veld, editor in (("tekst", self._tekst), ("resultaat", resultaat)):
            editor.setObjectName(f"{naam}.{veld}")
            editor.entered.connect(self._close)
            field = Field(theme, t(f"doel.{veld}"), editor, stem=True)
            self._velden.add(veld, editor, field, self._beeld, self._doel)
            column.addWidget(field)
        row = FlowLayout(spacing=8)
        for words, icon, part, deed in (
            (t("regel.klaar"), "vink", "klaar", self._close),
            (t("doel.weg"), "kruis", "weg", self._remove),
        ):
            button = Button(theme, words, "kaal", icon=icon, hoog=44, kleur="stem_inkt")
            button.setObjectName(f"{naam}.{part}")
            button.clicked.connect(deed)
            row.addWidget(button)
        column.addLayout(row)

    def _remove(self) -> None:
        """Taken out of the plan with its lines; the log keeps them."""
        omgeving, herkomst, doel_id = self._schrijver.omgeving, self._schrijver.herkomst, self._doel.id
        plek, bases = omgeving.plek, self._beeld.bases[doel_id]

        def write() -> None:
            omgeving.tasks.write(
                self,
                lambda: plan.change(plek, Doel, doel_id, bases, herkomst, vervallen_datum=plek.vandaag),
                lambda _: self.removed.emit(),
                omgeving.meld_fout,
            )

        self._velden.leave(write)
