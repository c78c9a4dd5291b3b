"""One goal of the plan: the sentence on sand, the lines and small steps under it, and the field for the next line."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.plan import Afspraak, Doel, Stap, Wie, raad_wie
from kernnetwerk_app.services import plan, planconcept
from kernnetwerk_app.services.plan import DoelBeeld, PlanBeeld
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.afspraakregel import Afspraakregel
from kernnetwerk_app.ui.forms.editors import SentenceEdit
from kernnetwerk_app.ui.forms.nieuwe_zin import NieuweAfspraak, NieuweZin, chosen_doer
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.velden_van import VeldenVan
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.card import Streep
from kernnetwerk_app.ui.widgets.check import Check
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

Typed = Callable[[], None]


class Doelblok(QWidget):
    """`typed`: a key was pressed somewhere in it. `changed`: something is saved. `conflict(UUID, int)`: see both."""

    typed = Signal()
    changed = Signal()
    conflict = Signal(object, int)

    def __init__(self, schrijver: Schrijver, beeld: PlanBeeld, doel: DoelBeeld) -> None:
        super().__init__()
        self._schrijver, self._theme = schrijver, schrijver.omgeving.theme
        self._beeld, self._doel = beeld, doel
        self._naam = ""
        self._regels: dict[UUID, Afspraakregel] = {}
        self._velden = VeldenVan(schrijver, self.typed.emit, lambda: None)
        self._head = self._build_head()
        self._lines, self._steps = QVBoxLayout(), QVBoxLayout()
        self._lines.setSpacing(0)
        self._steps.setSpacing(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 0, 16, 0)
        inner.setSpacing(8)
        self._new = self._build_new()
        self._new_step = self._build_new_step()
        self._step_button = Button(self._theme, load("plan")("stap.erbij"), "kaal", icon="plus", hoog=44)
        self._step_button.clicked.connect(self._ask_step)
        inner.addLayout(self._steps)
        inner.addWidget(self._new)
        inner.addWidget(self._new_step)
        inner.addWidget(self._step_button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._head)
        column.addLayout(self._lines)
        column.addLayout(inner)

    def _build_head(self) -> QFrame:
        t, theme = load("plan"), self._theme
        self._number = PlainLabel(theme, letter="lees", vet=True, kleur="stem_inkt")
        self._words = PlainLabel(theme, letter="lees", wrap=True)
        self._edit = Button(theme, t("doel.wijzig"), "kaal", icon="pen", hoog=44, kleur="stem_inkt")
        self._edit.clicked.connect(self._open)
        self._both = Button(theme, t("regel.twee_versies"), "kaal", icon="letop", hoog=44, kleur="letop")
        self._both.clicked.connect(self._show_both)
        self._editor = QWidget()
        self._editor.hide()
        head = QFrame()
        head.setProperty("rol", "stem")
        head.setFrameShape(QFrame.Shape.Box)
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(self._number)
        line.addWidget(self._words, 1)
        line.addWidget(self._edit)
        column = QVBoxLayout(head)
        column.setContentsMargins(16, 2, 8, 2)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._both, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._editor)
        return head

    def _build_new(self) -> NieuweAfspraak:
        plek, herkomst, doel_id = self._schrijver.omgeving.plek, self._schrijver.herkomst, self._doel.doel.id

        def act(texts: dict[str, str], sleutel: str) -> object:
            wie, naam = chosen_doer(texts)
            return plan.add_afspraak(
                plek, doel_id, texts["zin"], wie, naam, texts.get("wanneer"), herkomst, concept=sleutel
            )

        label = load("plan")("nieuw.afspraak")
        new = NieuweAfspraak(self._schrijver, planconcept.sleutel_afspraak(doel_id), act, label, "nieuwe_regel")
        new.typed.connect(self.typed)
        new.added.connect(self.changed)
        return new

    def _build_new_step(self) -> NieuweZin:
        plek, herkomst, doel_id = self._schrijver.omgeving.plek, self._schrijver.herkomst, self._doel.doel.id

        def act(texts: dict[str, str], sleutel: str) -> object:
            return plan.add_stap(plek, doel_id, texts["zin"], herkomst, concept=sleutel)

        t = load("plan")
        new = NieuweZin(
            self._schrijver, planconcept.sleutel_stap(doel_id), act, t("stap.nieuw"), t("stap.voorbeeld"), "nieuwe_stap"
        )
        new.typed.connect(self._on_step_typed)
        new.added.connect(self.changed)
        new.hide()
        return new

    # -- showing -------------------------------------------------------------------------------------------------

    def show_goal(self, beeld: PlanBeeld, doel: DoelBeeld, asked: float, nummer: int) -> None:
        """Show the goal as the store gave it; `nummer` counts as on paper."""
        first = not self._naam
        self._beeld, self._doel, self._naam = beeld, doel, f"doel{nummer}"
        self._velden.load(beeld, doel.doel, asked)
        self._number.setText(str(nummer))
        self._both.setVisible(doel.doel.id in beeld.conflicten)
        self._name_widgets()
        self._show_words()
        self._show_lines(asked)
        self._show_steps()
        if first:
            self._new.refresh()
            self._new_step.refresh()

    def _name_widgets(self) -> None:
        for widget, part in (
            (self._head, ""),
            (self._edit, ".wijzig"),
            (self._both, ".twee_versies"),
            (self._step_button, ".stap_erbij"),
            (self._new.editor, ".nieuwe_regel"),
            (self._new_step.editor, ".nieuwe_stap"),
        ):
            widget.setObjectName(f"{self._naam}{part}")
        self._new.name_parts(f"{self._naam}.nieuwe_regel")

    def _show_words(self) -> None:
        tekst = self._velden.getypt(self._doel.doel).tekst
        self._words.setText(f"“{tekst}”")
        self._head.setAccessibleName(load("plan")("doel.naam", nummer=self._number.text(), tekst=tekst))
        self._edit.setAccessibleName(load("plan")("doel.wijzig_naam", nummer=self._number.text()))

    def _show_lines(self, asked: float) -> None:
        now = {afspraak.id: afspraak for afspraak in self._doel.afspraken}
        for gone in self._regels.keys() - now.keys():
            regel = self._regels.pop(gone)
            regel.hide()
            regel.deleteLater()
        for number, (afspraak_id, afspraak) in enumerate(now.items(), 1):
            if afspraak_id not in self._regels:
                self._regels[afspraak_id] = self._make_line(afspraak)
            regel = self._regels[afspraak_id]
            self._lines.removeWidget(regel)
            self._lines.insertWidget(number - 1, regel)
            regel.show_line(self._beeld, afspraak, asked, f"{self._naam}.regel{number}")

    def _make_line(self, afspraak: Afspraak) -> Afspraakregel:
        regel = Afspraakregel(self._schrijver, self._beeld, afspraak)
        regel.typed.connect(self.typed)
        regel.changed.connect(self.changed)
        regel.conflict.connect(self.conflict)
        return regel

    def _show_steps(self) -> None:
        while (item := self._steps.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for number, stap in enumerate(self._doel.stappen, 1):
            box = Check(self._theme, stap.tekst)
            box.setObjectName(f"{self._naam}.stap{number}")
            box.setChecked(stap.gedaan_datum is not None)
            box.toggled.connect(lambda done, stap_id=stap.id: self._tick(stap_id, done))
            self._steps.addWidget(box)

    # -- what stands on the screen -------------------------------------------------------------------------------

    def getypt(self) -> list[Entiteit]:
        """The goal, its lines and what is being added, as they stand on the screen."""
        doel_id, new, step = self._doel.doel.id, self._new.texts(), self._new_step.texts()
        entiteiten: list[Entiteit] = [self._velden.getypt(self._doel.doel)]
        entiteiten += [regel.getypt() for regel in self._regels.values()]
        plek = self._schrijver.omgeving.plek
        if new:
            wie, naam = chosen_doer(new) if "wie" in new else raad_wie(new["zin"])
            entiteiten.append(
                Afspraak.model_construct(
                    id=plek.new_id(), doel_id=doel_id, volgorde=0, wie=wie or Wie.INWONER, wie_naam=naam,
                    tekst=new["zin"], wanneer=new.get("wanneer"), begin_datum=plek.vandaag,
                )
            )  # fmt: skip
        if step:
            entiteiten.append(Stap.model_construct(id=plek.new_id(), doel_id=doel_id, volgorde=0, tekst=step["zin"]))
        return entiteiten

    def submit(self, then: Callable[[], None]) -> None:
        """Put what is still being typed into the plan, then go on."""
        self._new.submit(lambda: self._new_step.submit(then))

    def leave(self, then: Callable[[], None]) -> None:
        rest: list[Callable[[Callable[[], None]], None]] = [self._velden.leave, self._new.leave, self._new_step.leave]
        rest += [regel.leave for regel in self._regels.values()]

        def go_on() -> None:
            if rest:
                rest.pop()(go_on)
            else:
                then()

        go_on()

    def focus_new(self) -> None:
        """Put the cursor where the next line is typed."""
        self._new.editor.setFocus()

    # -- the goal itself -----------------------------------------------------------------------------------------

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
        t, theme = load("plan"), self._theme
        column = QVBoxLayout(self._editor)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(12)
        self._tekst = SentenceEdit(theme, lines=1, letter="lees")
        resultaat = SentenceEdit(theme, lines=1)
        for veld, editor, stem in (("tekst", self._tekst, True), ("resultaat", resultaat, False)):
            editor.setObjectName(f"{self._naam}.{veld}")
            editor.entered.connect(self._close)
            field = Field(theme, t(f"doel.{veld}"), editor, stem=stem)
            self._velden.add(veld, editor, field, self._beeld, self._doel.doel)
            column.addWidget(field)
        row = FlowLayout(spacing=8)
        for words, icon, part, deed in (
            (t("regel.klaar"), "vink", "klaar", self._close),
            (t("doel.weg"), "kruis", "weg", self._remove),
        ):
            button = Button(theme, words, "kaal", icon=icon, hoog=44, kleur="stem_inkt")
            button.setObjectName(f"{self._naam}.{part}")
            button.clicked.connect(deed)
            row.addWidget(button)
        column.addLayout(row)

    def _remove(self) -> None:
        """Taken out of the plan with its lines; the log keeps them."""
        vandaag = self._schrijver.omgeving.plek.vandaag
        self._velden.leave(lambda: self._change(vervallen_datum=vandaag))

    def _change(self, **velden: object) -> None:
        omgeving, herkomst, doel_id = self._schrijver.omgeving, self._schrijver.herkomst, self._doel.doel.id
        plek, bases = omgeving.plek, self._beeld.bases[doel_id]
        omgeving.tasks.write(
            self,
            lambda: plan.change(plek, Doel, doel_id, bases, herkomst, **velden),
            lambda _: self._changed(),
            omgeving.meld_fout,
        )

    # -- steps ---------------------------------------------------------------------------------------------------

    def _ask_step(self) -> None:
        self._new_step.show()
        self._step_button.hide()
        self._new_step.editor.setFocus()

    def _on_step_typed(self) -> None:
        """What was kept of a step comes back with its field."""
        self._new_step.show()
        self._step_button.hide()
        self.typed.emit()

    def _tick(self, stap_id: UUID, done: bool) -> None:
        omgeving, herkomst = self._schrijver.omgeving, self._schrijver.herkomst
        plek = omgeving.plek
        omgeving.tasks.write(
            self, lambda: plan.tik_stap(plek, stap_id, done, herkomst), lambda _: self._changed(), omgeving.meld_fout
        )

    def _changed(self) -> None:
        self._schrijver.saved()
        self.changed.emit()

    def _show_both(self) -> None:
        self.conflict.emit(self._doel.doel.id, self._beeld.conflicten[self._doel.doel.id])
