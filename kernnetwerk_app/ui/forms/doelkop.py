"""A goal in the resident's words, on their own ground, with its number and its fields when it is being changed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.services import plan
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.services.resultaat import terugvraag
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.doelhulpvak import Doelhulpvak
from kernnetwerk_app.ui.forms.editors import SentenceEdit
from kernnetwerk_app.ui.forms.in_beeld import bring_into_sight
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.twee_versies import twee_versies
from kernnetwerk_app.ui.forms.velden_van import VeldenVan
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_LICHTER = {None: "leeg", True: "ja", False: "nee"}
"""What was said of it, and the key of its words."""


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
        self._words.setContentsMargins(0, 6, 0, 6)  # a goal of more lines stands as free on its ground as a short one
        self._edit = Button(theme, t("doel.wijzig"), "kaal", icon="pen", hoog=44, kleur="stem_inkt")
        self._edit.clicked.connect(self._open)
        self._both: Button | None = None
        self._lichter: Pick | None = None
        self._reden: Field | None = None
        self._hulp: Doelhulpvak | None = None
        self._met = PlainLabel(theme, letter="klein", kleur="stem_inkt", wrap=True)
        self._met.hide()
        self._resultaat = PlainLabel(theme, letter="klein", kleur="stem_inkt", wrap=True)
        self._resultaat.setContentsMargins(0, 0, 0, 6)
        self._editor = QWidget()
        self._editor.hide()
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(self._number)
        line.addWidget(self._words, 1)
        line.addWidget(self._edit)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 5, 8, 5)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._met)
        column.addWidget(self._resultaat)
        column.addWidget(self._editor)

    def show_goal(self, beeld: PlanBeeld, doel: Doel, asked: float, nummer: int) -> None:
        """Show the goal as the store gave it; `nummer` counts as on paper."""
        t, naam = load("plan"), f"doel{nummer}"
        self._beeld, self._doel = beeld, doel
        self._velden.load(beeld, doel, asked)
        if self._lichter is not None and not self._lichter.hasFocus():
            self._lichter.set_text(_LICHTER[doel.lichter_kan])
            self._show_reason()
        if self._hulp is not None:
            self._hulp.show_goal(beeld, doel)
        self._met.setText(t("hulp.bij", wie=doel.met_hulp_van or ""))
        self._met.setVisible(bool(doel.met_hulp_van) and self._editor.isHidden())
        self._number.setText(str(nummer))
        if doel.id in beeld.conflicten and self._both is None:
            self._both = twee_versies(self._theme, self.conflict)
            self._column.insertWidget(1, self._both, 0, Qt.AlignmentFlag.AlignLeft)
        if self._both is not None:
            self._both.setObjectName(f"{naam}.twee_versies")
            self._both.setVisible(doel.id in beeld.conflicten)
        for widget, part in ((self, ""), (self._edit, ".wijzig")):
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
        self._show_result()

    def _show_result(self) -> None:
        """What was said, else the proposal as such: reading the plan together confirms it (PLAN-20)."""
        doel, t = self.getypt(), load("plan")
        regels = next((een.afspraken for een in self._beeld.doelen if een.doel.id == doel.id), ())
        voorstel = terugvraag(doel, regels, self._beeld.terugkijk, self._schrijver.omgeving.plek.vandaag)
        zin = t("doel.zo_zien_we", zin=doel.resultaat) if voorstel is None else t("doel.voorstel", zin=voorstel)
        self._resultaat.setText(zin)
        self._resultaat.setVisible(self._editor.isHidden())
        self._edit.setAccessibleDescription(zin)

    def _open(self) -> None:
        if self._editor.layout() is None:
            self._build_editor()
        self._editor.show()
        for widget in (self._number, self._words, self._edit, self._met, self._resultaat):
            widget.hide()
        self._tekst.setFocus()
        bring_into_sight(self)

    def _close(self) -> None:
        self._editor.hide()
        self._show_words()
        for widget in (self._number, self._words, self._edit):
            widget.show()
        self._met.setVisible(bool(self._doel.met_hulp_van))
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
            field = Field(theme, t(f"doel.{veld}"), editor, t(f"doel.{veld}_hint"), stem=True)
            self._velden.add(veld, editor, field, self._beeld, self._doel)
            column.addWidget(field)
        if self._doel.lichter_kan is not None or not is_leeg(self._doel.lichter_reden):
            for field in self._lighter_fields(naam):
                column.addWidget(field)
            self._show_reason()
        self._hulp = Doelhulpvak(self._schrijver, self._beeld, self._doel, naam, self._editor)
        self._hulp.changed.connect(self.changed)
        column.addWidget(self._hulp)
        column.addLayout(self._buttons(naam))

    def _buttons(self, naam: str) -> FlowLayout:
        t, theme = load("plan"), self._theme
        row = FlowLayout(spacing=8)
        for words, icon, part, deed in (
            (t("regel.klaar"), "vink", "klaar", self._close),
            (t("doel.weg"), "kruis", "weg", self._remove),
        ):
            button = Button(theme, words, "kaal", icon=icon, hoog=44, kleur="stem_inkt")
            button.setObjectName(f"{naam}.{part}")
            button.clicked.connect(deed)
            row.addWidget(button)
        return row

    def _lighter_fields(self, naam: str) -> tuple[Field, Field]:
        """Whether something lighter will do, and why (not), where that was asked before the ladder asked it in two
        questions with their reasons (PLAN-11). Nobody is asked it a third time.
        """
        t, theme = load("plan"), self._theme
        self._lichter = Pick(theme, [(sleutel, t(f"lichter.{sleutel}")) for sleutel in _LICHTER.values()])
        self._lichter.setObjectName(f"{naam}.lichter_kan")
        self._lichter.set_text(_LICHTER[self._doel.lichter_kan])
        self._lichter.edited.connect(self._change_lighter)
        kan = Field(theme, t("doel.lichter_kan"), self._lichter, t("doel.lichter_hint"), stem=True)
        reden = SentenceEdit(theme, lines=1)
        reden.setObjectName(f"{naam}.lichter_reden")
        reden.entered.connect(self._close)
        self._reden = Field(theme, t("doel.lichter_reden"), reden, stem=True)
        self._velden.add("lichter_reden", reden, self._reden, self._beeld, self._doel)
        return kan, self._reden

    def _show_reason(self) -> None:
        """A reason is asked once it was talked about; what was written stays in sight."""
        if self._lichter is not None and self._reden is not None:
            reden = self.getypt().lichter_reden
            self._reden.setVisible(not is_leeg(reden) or self._lichter.text() != _LICHTER[None])

    def _change_lighter(self) -> None:
        """The answer and its reason are one unit: what is being typed is kept first."""
        self._show_reason()
        if self._lichter is not None:
            kan = next(waarde for waarde, sleutel in _LICHTER.items() if sleutel == self._lichter.text())
            self._velden.leave(lambda: self._change(self.changed.emit, lichter_kan=kan))

    def _remove(self) -> None:
        """Taken out of the plan with its lines; the log keeps them."""
        vandaag = self._schrijver.omgeving.plek.vandaag
        self._velden.leave(lambda: self._change(self.removed.emit, vervallen_datum=vandaag))

    def _change(self, then: Callable[[], None], **velden: object) -> None:
        omgeving, herkomst, doel_id = self._schrijver.omgeving, self._schrijver.herkomst, self._doel.id
        plek, bases = omgeving.plek, self._beeld.bases[doel_id]

        def saved(_: object) -> None:
            self._schrijver.saved()
            then()

        omgeving.tasks.write(
            self, lambda: plan.change(plek, Doel, doel_id, bases, herkomst, **velden), saved, omgeving.meld_fout
        )
