"""What folds behind a line of the plan: until when and on whom a volunteer falls back, what there was to choose, and
what kind of line it is. A line is typed as a sentence and needs none of it.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.opsomming import laatste_naam, met_of_zonder, staat_erbij
from kernnetwerk_app.domain.plan import Afspraak, Wie
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.services import planconcept
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.services.planwijziging import Bases
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.datumveld import Datumveld
from kernnetwerk_app.ui.forms.editors import LineEdit, SentenceEdit
from kernnetwerk_app.ui.forms.kaartsuggestie import KaartSuggestie
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.velden_van import VeldenVan
from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.field import Field

_KEUS = ("aangeboden", "voorkeur", "voorkeur_reden")
_LIJST = {"vorm": "regelvormen", "wet": "wetten", "richting": "richtingen"}


class Regelmeer(QWidget):
    """`change(veld, waarde)` keeps a choice of a list; `changed` is called when a day is kept; `close` by Enter."""

    def __init__(
        self,
        schrijver: Schrijver,
        velden: VeldenVan,
        beeld: PlanBeeld,
        afspraak: Afspraak,
        naam: str,
        acts: tuple[Callable[[str, str | None], None], Callable[[], None], Callable[[], None]],
    ) -> None:
        super().__init__()
        self._schrijver, self._theme, self._velden = schrijver, schrijver.omgeving.theme, velden
        self._beeld, self._afspraak, self._naam = beeld, afspraak, naam
        self._change, changed, self._close = acts
        t = load("plan")
        words = (t("regel.eind_datum"), "")
        self.dag = Datumveld(schrijver, afspraak, planconcept.EINDE, beeld.bases[afspraak.id], words, changed)
        self.dag.line.setObjectName(f"{naam}.eind_datum")
        self.dag.line.returnPressed.connect(self._close)
        self._back_up = [self._line(veld) for veld in ("achtervang", "achtervang_bereik")]
        first = StackingLayout(self._theme, 60, spacing=12)
        for field in (*self._back_up, self.dag):
            first.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self._more = Button(self._theme, t("regel.meer"), "kaal", icon="neer", hoog=44)
        self._more.setObjectName(f"{naam}.meer")
        self._picks: dict[str, Pick] = {}
        self._look: Callable[[], None] = lambda: None
        self._rest = self._build_rest()
        self._more.clicked.connect(lambda: self._set_open(self._rest.isHidden()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(first)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._rest)
        self.show_of_kind(afspraak.wie)
        self._set_open(any(not is_leeg(getattr(afspraak, veld)) for veld in ("organisatie", *_KEUS, *_LIJST)))

    def show_line(self, afspraak: Afspraak, bases: Bases, asked: float) -> None:
        """Show it as the store gave it; what is being typed stays."""
        self._afspraak = afspraak
        self.dag.load(afspraak, bases, asked)
        for veld, pick in self._picks.items():
            if not pick.hasFocus():
                pick.keep(getattr(afspraak, veld) or "")

    def show_of_kind(self, wie: Wie) -> None:
        """Only a volunteer falls back on somebody; a last day that was given stays in sight."""
        is_vrijwilliger = wie is Wie.VRIJWILLIGER
        for field in self._back_up:
            field.setVisible(is_vrijwilliger)
        self.dag.setVisible(is_vrijwilliger or self._afspraak.eind_datum is not None or self.dag.is_unread())

    def _set_open(self, is_open: bool) -> None:
        t = load("plan")
        self._rest.setVisible(is_open)
        if is_open:
            self._look()
        self._more.setText(t("regel.minder" if is_open else "regel.meer"))
        self._more.set_icon("omhoog" if is_open else "neer")

    def _build_rest(self) -> QWidget:
        rest = QWidget()
        column = QVBoxLayout(rest)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._line("organisatie"))  # a name is long: beside three lists it would not be read whole
        row = StackingLayout(self._theme, 60, spacing=12)
        for veld in _LIJST:
            row.addWidget(self._pick(veld), 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        for veld in _KEUS:
            editor = SentenceEdit(self._theme, lines=1)
            editor.entered.connect(self._close)
            column.addWidget(self._field(veld, editor))
            if veld == "aangeboden":
                column.addWidget(self._make_kaart(editor))
        return rest

    def _make_kaart(self, editor: SentenceEdit) -> KaartSuggestie:
        """What was offered is chosen from the sociale kaart, as it is for a new line; typing it can be done too."""
        kaart = KaartSuggestie(self._schrijver.omgeving)
        kaart.set_name(f"{self._naam}.aangeboden")
        kaart.set_blik(self._beeld.kaart)

        def look() -> None:
            """For what is typed last, else for the words of the line, else for those of its goal."""
            regel, text = self._afspraak, editor.text()
            doel = next((een.doel.tekst for een in self._beeld.doelen if een.doel.id == regel.doel_id), "")
            kaart.look_for(laatste_naam(text), regel.tekst, doel, staat=lambda naam: staat_erbij(text, naam))

        def choose(gekozen: Voorziening) -> None:
            editor.type_over(met_of_zonder(editor.text(), gekozen.naam))

        editor.edited.connect(look)
        kaart.chosen.connect(choose)
        self._look = look
        return kaart

    def _pick(self, veld: str) -> Field:
        lijst = self._schrijver.omgeving.plek.profiel.lijst(_LIJST[veld])
        pick = Pick(self._theme, [("", load("plan")("regel.geen")), *lijst.opties()])
        pick.setObjectName(f"{self._naam}.{veld}")
        pick.keep(getattr(self._afspraak, veld) or "")
        pick.edited.connect(lambda: self._change(veld, pick.text() or None))
        self._picks[veld] = pick
        return Field(self._theme, lijst.titel, pick)

    def _line(self, veld: str) -> Field:
        line = LineEdit(self._theme)
        line.returnPressed.connect(self._close)
        return self._field(veld, line)

    def _field(self, veld: str, editor: SentenceEdit | LineEdit) -> Field:
        editor.setObjectName(f"{self._naam}.{veld}")
        field = Field(self._theme, load("plan")(f"regel.{veld}"), editor)
        self._velden.add(veld, editor, field, self._beeld, self._afspraak)
        return field
