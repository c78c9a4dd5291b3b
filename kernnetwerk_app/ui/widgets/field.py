"""A labelled field: words above the box, a hint beside them, and under it what went wrong and what now."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.drawing import repolish
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.icon import IconLabel
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Field(QWidget):
    """Wraps any editor. The label is its buddy and so its accessible name; the hint and the fault describe it.

    A long text that does not take what was typed or pasted is told of here, so that no screen can forget to.
    `stem` gives the label the colour of the resident's voice. `below` puts the hint under the box. `faulted`: something
    is wrong with it from now on.
    """

    faulted = Signal()

    def __init__(
        self,
        theme: Theme,
        label: str,
        editor: QWidget,
        hint: str = "",
        letter: str = "klein",
        stem: bool = False,
        below: bool = False,
    ) -> None:
        super().__init__()
        self.editor = editor
        self._hint = hint
        self._is_too_long = False
        """Whether the fault is about what did not fit: nothing was changed, so no save takes it away."""
        self.label = PlainLabel(theme, label, letter, vet=True, kleur="stem_inkt" if stem else "inkt", wrap=True)
        self.label.setBuddy(editor)
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(hint)
        editor.setMinimumHeight(max(editor.minimumHeight(), theme.tokens.maat.doel))
        self._hint_label: PlainLabel | None = None
        self._hint_kleur = "stem_inkt" if stem else "hint"
        self._fault: IconLabel | None = None
        self._advice: IconLabel | None = None
        self._theme, self._column = theme, QVBoxLayout(self)
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = FlowLayout(spacing=10)
        head.addWidget(self.label)
        column.addLayout(head)
        column.addWidget(editor)
        self._hint_place = column if below else head
        if hint:
            self.set_hint(hint)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._listen(editor)

    def _listen(self, editor: Any) -> None:
        """A text that can be too long says so. Asked by name: its class would cost the first window 4 ms."""
        if hasattr(editor, "too_long"):
            editor.too_long.connect(self._on_too_long)
            editor.textChanged.connect(self._on_changed)

    def set_error(self, fault: str | None) -> None:
        """Show what is wrong and what now, read it aloud and mark the edge; None takes it away. Typed text stays.

        That something did not fit stays until the text changes: a save of what stood there before may not take it away.
        """
        if fault is None and self._is_too_long:
            return
        self._is_too_long = False
        had = self.editor.property("fout") == "true"
        self.editor.setProperty("fout", "true" if fault else "false")
        if had != bool(fault):
            repolish(self.editor)
        self._show_fault(fault or "")
        self._describe()
        if fault:
            announce(self.editor, f"{self.label.text()}: {fault}", urgent=True)
            self.faulted.emit()

    def set_label(self, label: str) -> None:
        """Ask something else in the same place."""
        self.label.setText(label)
        self.editor.setAccessibleName(label)

    def set_hint(self, hint: str) -> None:
        """Other words beside the box, or none."""
        self._hint = hint
        if hint or self._hint_label is not None:
            self.hint.setText(hint)
            self.hint.setVisible(bool(hint))
        self._describe()

    @property
    def hint(self) -> PlainLabel:
        """The words beside or under the box; made when there are any, or when somebody asks."""
        if self._hint_label is None:
            self._hint_label = PlainLabel(self._theme, "", "klein", kleur=self._hint_kleur, wrap=True)
            self._hint_label.hide()
            if self._hint_place is self._column:
                self._column.insertWidget(self._column.indexOf(self.editor) + 1, self._hint_label)
            else:
                self._hint_place.addWidget(self._hint_label)
        return self._hint_label

    def set_advice(self, advice: str) -> None:
        """A quiet line under the box, or none: no fault, and nothing has to be done about it. Not read aloud here."""
        if self._advice is None:
            if not advice:
                return
            self._advice = IconLabel(self._theme, "praat", "", icon_kleur="inkt2")
            self._column.addWidget(self._advice)
        self._advice.label.setText(advice)
        self._advice.setVisible(bool(advice))
        self._describe()

    def advice(self) -> str:
        """The advice that is shown, or nothing."""
        return self._advice.label.text() if self._advice is not None else ""

    def _describe(self) -> None:
        """What a screen reader says besides the label."""
        parts = (self.error(), self._hint, self.advice())
        self.editor.setAccessibleDescription(" ".join(part for part in parts if part))

    def reset(self) -> None:
        """No fault at all, as the field began, and no advice."""
        self._on_changed()
        self.set_advice("")
        self.set_error(None)

    def error(self) -> str:
        """The fault that is shown, or nothing."""
        return self._fault.label.text() if self._fault is not None else ""

    def _show_fault(self, fault: str) -> None:
        """Made at the first fault: a page has many fields, and most never have one."""
        if self._fault is None:
            if not fault:
                return
            self._fault = IconLabel(self._theme, "letop", "", kleur="fout", icon_kleur="fout")
            last = self._column.count() if self._advice is None else self._column.indexOf(self._advice)
            self._column.insertWidget(last, self._fault)
        self._fault.label.setText(fault)
        self._fault.setVisible(bool(fault))

    def _on_too_long(self) -> None:
        self.set_error(load("velden")("tekst.te_lang"))
        self._is_too_long = True

    def _on_changed(self) -> None:
        if self._is_too_long:
            self._is_too_long = False
            self.set_error(None)
