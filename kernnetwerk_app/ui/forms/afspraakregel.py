"""One line of the plan: who does what and when. Pressing it opens its fields in the same place."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import dag_en_maand
from kernnetwerk_app.domain.plan import Afspraak, Akkoord, Wie, wat_mist
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.services import plan, planconcept, wanneer
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.services.planinhoud import doener
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.drawing import antialiased, draw_box
from kernnetwerk_app.ui.forms.datumveld import Datumveld
from kernnetwerk_app.ui.forms.editors import LineEdit, SentenceEdit
from kernnetwerk_app.ui.forms.hoe_vaak import HoeVaak
from kernnetwerk_app.ui.forms.in_beeld import bring_into_sight
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.regelmeer import Regelmeer
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.twee_versies import twee_versies
from kernnetwerk_app.ui.forms.velden_van import VeldenVan
from kernnetwerk_app.ui.forms.wie import ICOON, WiePick, wie_woord
from kernnetwerk_app.ui.layouts import FlowLayout, StackingLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.icon import Icon
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.row_button import RowButton

_WIE_CHARS = 16
_LUCHT = 8
"""Above and below a line that is open, in px: the lines beside it stand close together."""
_ONDER = ("inkt2", "stem_inkt", "letop")
"""The colours of what stands under a line, in order: why, what the resident says of it, and what is missing."""


class _Rij(RowButton):
    """The line as it reads: icon and word, the sentence, when, and why nothing lighter will do."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, hoog=44)
        self._icon = Icon(theme, ICOON[Wie.INWONER])
        self._wie = PlainLabel(theme, letter="klein", kleur="inkt2", wrap=True)
        self._tekst = PlainLabel(theme, wrap=True)
        self._wanneer = PlainLabel(theme, letter="klein", kleur="inkt2", wrap=True)
        self._below: dict[str, PlainLabel] = {}
        words = StackingLayout(theme, 54, spacing=12)
        words.addWidget(self._wie)
        words.addWidget(self._tekst, 1)
        words.addWidget(self._wanneer)
        self._column = column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 16, 9)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addLayout(column, 1)
        self._align()
        self.let_through(self._icon, self._wie, self._tekst, self._wanneer)

    def show_line(self, afspraak: Afspraak, niet_aanspreken: bool, liever_niet: str = "") -> None:
        """`niet_aanspreken`: we do not speak with who does it (NET-04); `liever_niet`: that somebody would rather not
        have this help, in a sentence (RES-15).
        """
        t = load("plan")
        wie = wie_woord(afspraak.wie)
        waarom = "" if is_leeg(afspraak.waarom) else t("regel.waarom_niet", waarom=afspraak.waarom)
        begin = afspraak.begin_datum
        moment = wanneer.wanneer(afspraak, t("regel.vanaf", datum=dag_en_maand(begin)) if begin else "")
        gezegd = (_akkoord_woord(afspraak.akkoord), afspraak.opmerking)
        zegt = " ".join(woorden for woorden in gezegd if woorden)
        self._icon.set_icon(ICOON[afspraak.wie], "accent")
        naam = doener(afspraak)
        mist = t("regel.wie_mist") if "wie" in wat_mist(afspraak) else ""
        mist = t("regel.niet_aanspreken", wie=naam) if niet_aanspreken else mist
        mist = " ".join(filter(None, (mist, liever_niet)))
        for label, words in ((self._wie, naam), (self._tekst, afspraak.tekst), (self._wanneer, moment)):
            label.setText(words)
            label.setVisible(bool(words))
        for kleur, words in zip(_ONDER, (waarom, zegt, mist), strict=True):
            self._show_below(kleur, words)
        said = (naam, "" if naam == wie else wie, afspraak.tekst, moment, waarom, zegt, mist)
        self.setAccessibleName(", ".join(words for words in said if words))
        self.setAccessibleDescription(t("regel.open"))

    def _show_below(self, kleur: str, words: str) -> None:
        """Under the line, in this colour; most lines have nothing there, so it is made when there is something."""
        if words and kleur not in self._below:
            label = PlainLabel(self._theme, letter="klein", kleur=kleur, wrap=True)
            before = sum(een in self._below for een in _ONDER[: _ONDER.index(kleur)])
            self._column.insertWidget(1 + before, label)
            self._below[kleur] = label
            self.let_through(label)
        if kleur in self._below:
            self._below[kleur].setText(words)
            self._below[kleur].setVisible(bool(words))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_wie"):
            self._align()

    def _align(self) -> None:
        """The words for who stand under one another, in all lines."""
        self._wie.setMinimumWidth(self._theme.chars(_WIE_CHARS, "klein"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, kleur = antialiased(self), self._theme.kleur
        if self.is_hot():
            draw_box(painter, QRectF(self.rect()), kleur("accent_tint"), radius=self._theme.tokens.maat.rond_veld)
        painter.fillRect(QRectF(16, self.height() - 1, self.width() - 32, 1), kleur("lijn"))
        painter.end()


class Afspraakregel(QWidget):
    """`typed`: a key was pressed in one of its fields. `changed`: something is saved. `conflict`: see both versions.

    `removed`: a person took the line out of the plan.
    """

    typed = Signal()
    changed = Signal()
    conflict = Signal()
    removed = Signal()

    def __init__(self, schrijver: Schrijver, beeld: PlanBeeld, afspraak: Afspraak) -> None:
        super().__init__()
        self._schrijver, self._theme = schrijver, schrijver.omgeving.theme
        self._beeld, self._afspraak = beeld, afspraak
        self._velden: VeldenVan | None = None
        self._wie: WiePick | None = None
        self._naam: Field | None = None
        self._vaak: HoeVaak | None = None
        self._waarom: Field | None = None
        self._akkoord: Pick | None = None
        self._opmerking: Field | None = None
        self._dagen: tuple[Datumveld, ...] = ()
        self._meer: Regelmeer | None = None
        self._row = _Rij(self._theme)
        self._row.clicked.connect(self._open)
        self._both: Button | None = None
        self._editor = QFrame()
        self._editor.setProperty("rol", "kaart")
        self._editor.setFrameShape(QFrame.Shape.Box)
        self._editor.hide()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._row)
        column.addWidget(self._editor)

    def show_line(self, beeld: PlanBeeld, afspraak: Afspraak, asked: float, naam: str) -> None:
        """Show the line as the store gave it; `naam` is its place in the plan, as object name."""
        self._beeld, self._afspraak = beeld, afspraak
        if afspraak.id in beeld.conflicten and self._both is None:
            self._both = twee_versies(self._theme, self.conflict)
            self._column.insertWidget(1, self._both)
        if self._both is not None:
            self._both.setObjectName(f"{naam}.twee_versies")
            self._both.setVisible(afspraak.id in beeld.conflicten)
        if self._velden is not None:
            self._velden.load(beeld, afspraak, asked)
        if self._vaak is not None:
            self._vaak.propose(afspraak)
        if self._wie is not None and not self._wie.hasFocus():
            self._wie.set_text(afspraak.wie.value)
        if self._akkoord is not None and not self._akkoord.hasFocus():
            self._akkoord.set_text(afspraak.akkoord.value if afspraak.akkoord else "")
            self._show_remark()
        for dag in self._dagen:
            dag.load(afspraak, beeld.bases[afspraak.id], asked)
        if self._meer is not None:
            self._meer.show_line(afspraak, beeld.bases[afspraak.id], asked)
            self._show_of_kind()
        self._row.setObjectName(naam)
        self._show_row()

    def _show_row(self) -> None:
        nummer, beeld = self._afspraak.id, self._beeld
        self._row.show_line(self.getypt(), nummer in beeld.niet_aanspreken, beeld.liever_niet.get(nummer, ""))

    def getypt(self) -> Afspraak:
        """The line with what stands on the screen."""
        return self._afspraak if self._velden is None else self._velden.getypt(self._afspraak)

    def leave(self, then: Callable[[], None]) -> None:
        """Keep everything durably, a day that was just typed too, then go on."""
        if self._velden is None:
            then()
            return
        rest = [self._velden.leave, *(dag.leave for dag in self._dagen)]

        def go_on() -> None:
            if rest:
                rest.pop()(go_on)
            else:
                then()

        go_on()

    def show_unread_day(self) -> bool:
        """Whether a day stands here that is not in the plan; then its field is open and has the cursor."""
        for dag in self._dagen:
            if dag.is_unread():
                self.show_fields()
                dag.show_fault()
                return True
        return False

    def show_fields(self) -> None:
        """Open the fields, the cursor stays where it is."""
        if self._velden is None:
            self._build_editor()
        self._row.hide()
        self._column.setContentsMargins(0, _LUCHT, 0, _LUCHT)
        self._editor.show()

    # -- its fields ----------------------------------------------------------------------------------------------

    def _open(self) -> None:
        self.show_fields()
        self._tekst.setFocus()
        bring_into_sight(self._editor)

    def _close(self) -> None:
        """What is no day stays open, with why beside it, and a day that is refused opens the line again."""
        for dag in self._dagen:
            if not dag.read():
                dag.show_fault()
                return
        self._editor.hide()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._show_row()
        self._row.show()
        self._row.setFocus()
        self.leave(lambda: None if self.show_unread_day() else self.changed.emit())

    def _show_fault(self, field: Field) -> None:
        """What cannot be kept stands here and nowhere else: a line that was folded by now opens again with why. Not for
        an empty field that gets back what stood there: that is no fault any more by then.
        """

        def look() -> None:
            if field.error() and self._editor.isHidden():
                self.show_fields()
                field.editor.setFocus()
                bring_into_sight(field)

        QTimer.singleShot(0, self, look)

    def _build_editor(self) -> None:
        t, theme, naam = load("plan"), self._theme, self._row.objectName()
        self._velden = VeldenVan(self._schrijver, self.typed.emit, lambda: None, self._show_fault)
        column = QVBoxLayout(self._editor)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        self._tekst = SentenceEdit(theme, lines=1)
        self._tekst.entered.connect(self._close)
        column.addWidget(self._field("tekst", self._tekst, t("regel.tekst")))
        self._wie = WiePick(theme)
        self._wie.setObjectName(f"{naam}.wie")
        self._wie.set_text(self._afspraak.wie.value)
        self._wie.edited.connect(self._change_wie)
        row, moment = (StackingLayout(theme, 60, spacing=12) for _ in range(2))
        row.addWidget(Field(theme, t("regel.wie"), self._wie), 1, Qt.AlignmentFlag.AlignTop)
        for veld, place in (("wie_naam", row), ("wanneer", moment)):
            line = LineEdit(theme)
            line.returnPressed.connect(self._close)
            field = self._field(veld, line, t(f"regel.{veld}"))
            self._naam = self._naam or field
            place.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        moment.addWidget(self._how_often(), 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addLayout(moment)
        why = SentenceEdit(theme, lines=1)
        why.entered.connect(self._close)
        self._waarom = self._field("waarom", why, t("regel.waarom"), t("regel.waarom_hint"))
        column.addWidget(self._waarom)
        column.addLayout(self._days_and_say(naam))
        remark = SentenceEdit(theme, lines=1)
        remark.entered.connect(self._close)
        self._opmerking = self._field("opmerking", remark, t("regel.opmerking"))
        column.addWidget(self._opmerking)
        acts = (lambda veld, waarde: self._change(self.changed.emit, **{veld: waarde}), self.changed.emit, self._close)
        self._meer = Regelmeer(self._schrijver, self._velden, self._beeld, self._afspraak, naam, acts)
        self._dagen += (self._meer.dag,)
        column.addWidget(self._meer)
        column.addLayout(self._buttons(naam))
        self._show_of_kind()
        self._show_remark()

    def _how_often(self) -> HoeVaak:
        assert self._velden is not None  # noqa: S101  only called while the fields are made
        field = self._vaak = HoeVaak(self._schrijver.omgeving, self._close)
        field.pick.setObjectName(f"{self._row.objectName()}.hoe_vaak")
        self._velden.add("hoe_vaak", field.pick, field, self._beeld, self._afspraak)
        field.propose(self._afspraak)
        return field

    def _days_and_say(self, naam: str) -> StackingLayout:
        """When it starts, when we look back (PLAN-07), and what the resident says of this line (PLAN-21)."""
        t, theme, afspraak = load("plan"), self._theme, self._afspraak
        dagen = []
        row = StackingLayout(theme, 60, spacing=12)
        for veld in planconcept.DAGEN:
            words = (t(f"regel.{veld}"), "")
            dag = Datumveld(self._schrijver, afspraak, veld, self._beeld.bases[afspraak.id], words, self.changed.emit)
            dag.line.setObjectName(f"{naam}.{veld}")
            dag.line.returnPressed.connect(self._close)
            dagen.append(dag)
            row.addWidget(dag, 1, Qt.AlignmentFlag.AlignTop)
        self._dagen = tuple(dagen)
        self._akkoord = Pick(theme, [("", t("akkoord.leeg")), *((een.value, _akkoord_woord(een)) for een in Akkoord)])
        self._akkoord.setObjectName(f"{naam}.akkoord")
        self._akkoord.set_text(afspraak.akkoord.value if afspraak.akkoord else "")
        self._akkoord.edited.connect(self._change_say)
        row.addWidget(Field(theme, t("regel.akkoord"), self._akkoord), 1, Qt.AlignmentFlag.AlignTop)
        return row

    def _field(self, veld: str, editor: SentenceEdit | LineEdit, label: str, hint: str = "") -> Field:
        assert self._velden is not None  # noqa: S101  only called while the fields are made
        editor.setObjectName(f"{self._row.objectName()}.{veld}")
        field = Field(self._theme, label, editor, hint)
        self._velden.add(veld, editor, field, self._beeld, self._afspraak)
        return field

    def _buttons(self, naam: str) -> FlowLayout:
        t = load("plan")
        row = FlowLayout(spacing=8)
        for part, icon, deed in (("klaar", "vink", self._close), ("weg", "kruis", self._remove)):
            button = Button(self._theme, t(f"regel.{part}"), "kaal", icon=icon, hoog=44)
            button.setObjectName(f"{naam}.{part}")
            button.clicked.connect(deed)
            row.addWidget(button)
        return row

    def _show_of_kind(self) -> None:
        """The resident needs no name; only a professional needs a reason why nothing lighter will do, and what was
        written there stays in sight.
        """
        if self._wie is not None and self._naam is not None:
            self._naam.setVisible(self._wie.wie() is not Wie.INWONER)
        if self._wie is not None and self._meer is not None:
            self._meer.show_of_kind(self._wie.wie())
        if self._wie is not None and self._waarom is not None:
            self._waarom.setVisible(self._wie.wie() is Wie.PROFESSIONAL or not is_leeg(self._afspraak.waarom))

    def _change_wie(self) -> None:
        """Name and kind are one unit: what is being typed is kept first, then the choice goes over it. The name stays:
        it stands beside the choice, and the program cannot tell a guessed one from one that a person typed.
        """
        self._show_of_kind()
        if self._wie is not None:
            wie = self._wie.wie()
            self.leave(lambda: self._change(self.changed.emit, wie=wie, wie_naam=self.getypt().wie_naam))

    def _show_remark(self) -> None:
        """There is room for words as soon as there is something to say; what was written stays in sight."""
        if self._akkoord is not None and self._opmerking is not None:
            editor = self._opmerking.editor
            written = isinstance(editor, SentenceEdit) and not is_leeg(editor.text())
            self._opmerking.setVisible(written or self._akkoord.text() not in ("", Akkoord.AKKOORD.value))

    def _change_say(self) -> None:
        """The choice and its words are one unit: what is being typed is kept first."""
        self._show_remark()
        if self._akkoord is not None:
            akkoord = Akkoord(self._akkoord.text()) if self._akkoord.text() else None
            self.leave(lambda: self._change(self.changed.emit, akkoord=akkoord))

    def _remove(self) -> None:
        """Taken out of the plan; the log keeps it."""
        vandaag = self._schrijver.omgeving.plek.vandaag
        self.leave(lambda: self._change(self.removed.emit, vervallen_datum=vandaag))

    def _change(self, then: Callable[[], None], **velden: object) -> None:
        omgeving, herkomst, afspraak_id = self._schrijver.omgeving, self._schrijver.herkomst, self._afspraak.id
        plek, bases = omgeving.plek, self._beeld.bases[afspraak_id]

        def saved(_: object) -> None:
            self._schrijver.saved()
            then()

        omgeving.tasks.write(
            self,
            lambda: plan.change(plek, Afspraak, afspraak_id, bases, herkomst, **velden),
            saved,
            omgeving.meld_fout,
        )


def _akkoord_woord(akkoord: Akkoord | None) -> str:
    """What the resident says of a line, in words; nothing when nothing was said."""
    return load("plan")(f"akkoord.{akkoord.name.lower()}") if akkoord else ""
