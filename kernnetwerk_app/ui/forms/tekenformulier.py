"""The right side of signing: three choices of equal weight, one's own words, who signs, and the pad."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_lang, lees_datum, toon_datum
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.naam import NaamIsLeeg, NaamTeLang
from kernnetwerk_app.domain.ondertekening import (
    Hoedanigheid,
    HoedanigheidZonderNamelijk,
    Keuze,
    Ondertekening,
    OndertekeningZonderHoedanigheid,
    OndertekeningZonderReden,
    ReactieZonderHoedanigheid,
)
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.services.ondertekening import Namens, TekenBeeld, Tekenvraag
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.forms.autosave import field_sentence
from kernnetwerk_app.ui.forms.editors import LineEdit, SandBox
from kernnetwerk_app.ui.layouts import FlowLayout, StackingLayout
from kernnetwerk_app.ui.strokes import Punt
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.check import Check
from kernnetwerk_app.ui.widgets.choice import ChoiceGroup, Option
from kernnetwerk_app.ui.widgets.dropdown import Dropdown
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from kernnetwerk_app.ui.widgets.icon import IconLabel
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.signature_pad import SignaturePad

_ABOUT_THE_DAY = ("datum.", "ondertekening.dag_klopt_niet")


class Tekenformulier(QWidget):
    """Nothing is chosen beforehand. `vraag()` is what a person made of it; `edited` tells that they typed."""

    edited = Signal()

    def __init__(self, theme: Theme, vandaag: date) -> None:
        super().__init__()
        self._theme, self._t, self._vandaag = theme, load("tekenen"), vandaag
        self._naam_vooraf, self._als_vooraf = "", Hoedanigheid.INWONER.value
        self._is_asked = self._is_told = False  # who signs; and whether a person told in what capacity
        self._speaker_as = ""  # what the melding calls who speaks for the resident
        self._drew = ""  # the name that the strokes on the pad belong to
        self._wiped: list[list[Punt]] = []
        self._said, self._who_signs = QVBoxLayout(), QVBoxLayout()
        self._build_said()
        self.pad = SignaturePad(theme)
        self.pad.setObjectName("handtekening")
        self.pad.setMinimumHeight(theme.px(150))
        self.pad.changed.connect(self._on_drawn)
        self._whose = PlainLabel(theme, letter="klein", vet=True, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._said)
        column.addWidget(self.keuze)
        column.addWidget(SandBox(self.reactie_veld))
        column.addWidget(PlainLabel(theme, load("papier")("reactie.rechten"), kleur="inkt2", wrap=True))
        column.addLayout(self._who_signs)
        column.addWidget(self._build_who())
        column.addWidget(self.namelijk_veld)
        column.addWidget(self._build_pad_head())
        column.addWidget(self._build_wiped())
        column.addWidget(self.pad)
        column.addWidget(self.op_papier, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._build_day())

    def _build_said(self) -> None:
        """What somebody thinks of the plan: the choices, and their own words."""
        theme, papier = self._theme, load("papier")
        options = [
            Option(Keuze.EENS.value, papier("reactie.eens")),
            Option(Keuze.GEZIEN.value, papier("reactie.gezien")),
            Option(Keuze.NIET_EENS.value, papier("reactie.niet_eens")),
        ]
        self.keuze = ChoiceGroup(theme, "", options, hoog=48, letter="lees", stacked=True)
        self.keuze.setAccessibleName(papier("reactie.kop"))
        for keuze, box in zip(Keuze, self.keuze.choices(), strict=True):
            box.setObjectName(f"keuze.{keuze.name.lower()}")
        self.keuze.chosen.connect(self._on_chosen)
        self.keuze.chosen.connect(lambda _: self.edited.emit())
        self.reactie = GrowingTextEdit(theme, lines=1, letter="lees")
        self.reactie.setObjectName("reactie")
        self.reactie.edited.connect(self.edited)
        self.reactie_veld = Field(
            theme, papier("reactie.mijn_reactie"), self.reactie, self._t("reactie_hint"), stem=True
        )

    def _build_who(self) -> QWidget:
        theme, t = self._theme, self._t
        self.naam = LineEdit(theme)
        self.naam.setObjectName("naam")
        self.naam.edited.connect(self._name_pad)
        self.naam.edited.connect(self.edited)
        self.naam.editingFinished.connect(self._check_who)
        self.naam_veld = Field(theme, t("naam"), self.naam)
        self.hoedanigheid = Dropdown(theme)
        self.hoedanigheid.setObjectName("hoedanigheid")
        for hoedanigheid in Hoedanigheid:
            self.hoedanigheid.addItem(t(f"hoedanigheid_keuze.{hoedanigheid.name.lower()}"), hoedanigheid)
        self.hoedanigheid.setPlaceholderText(t("kies_hoedanigheid"))
        self.hoedanigheid.activated.connect(self._on_told)
        self.hoedanigheid.activated.connect(self.edited)
        self.hoedanigheid_veld = Field(theme, t("hoedanigheid"), self.hoedanigheid)
        self.namelijk = LineEdit(theme)
        self.namelijk.setObjectName("namelijk")
        self.namelijk.edited.connect(self.edited)
        self.namelijk_veld = Field(theme, t("namelijk"), self.namelijk, t("namelijk_hint"))
        self.namelijk_veld.hide()
        self.op_papier = Check(theme, t("op_papier"))
        self.op_papier.setObjectName("getekend_op_papier")
        self.op_papier.toggled.connect(self._show_where)
        self.op_papier.clicked.connect(self.edited)
        who = QWidget()
        row = StackingLayout(theme, 70, who, spacing=16)
        row.addWidget(self.naam_veld, 5)
        row.addWidget(self.hoedanigheid_veld, 4)
        return who

    def _ask_who(self, eigenaar: str, namens: Namens) -> None:
        """Somebody speaks for the resident: then nobody is taken to sign, and both are one press away."""
        self._is_asked, self._als_vooraf, self._speaker_as = True, "", namens.als
        if not self._is_told:
            self.hoedanigheid.setCurrentIndex(-1)
        zin = "namens_niet_goed" if namens.akkoord is False else "namens"
        self._who_signs.addWidget(IconLabel(self._theme, "mensen", self._t(zin, naam=namens.naam)))
        row = FlowLayout(spacing=8)
        for naam, als, part in (
            (eigenaar, Hoedanigheid.INWONER, "inwoner"),
            (namens.naam, namens.hoedanigheid, "vertegenwoordiger"),
        ):
            button = Button(self._theme, naam, "stil", hoog=44)
            button.setObjectName(f"tekent_{part}")
            button.clicked.connect(partial(self._tell_who, naam, als))
            row.addWidget(button)
        self._who_signs.addLayout(row)

    def _tell_who(self, naam: str, als: Hoedanigheid | None, _checked: bool = False) -> None:
        """Fill in who signs; a capacity that the melding does not tell is still asked."""
        self.naam.set_text(naam)
        self.hoedanigheid.setCurrentIndex(-1 if als is None else list(Hoedanigheid).index(als))
        self._on_told()
        self._name_pad()
        self._check_who()
        self.edited.emit()
        if als is None:
            self.hoedanigheid.setFocus()

    def _on_told(self) -> None:
        """Who is somebody else says who; what the melding says of them stands there already, to be put right."""
        self._is_told = True
        self.hoedanigheid_veld.set_error(None)
        is_else = self._als() is Hoedanigheid.ANDERS
        self.namelijk_veld.setVisible(is_else)
        if is_else and not self.namelijk.text():
            self.namelijk.set_text(self._speaker_as)

    # -- whose strokes they are ----------------------------------------------------------------------------------

    def _build_wiped(self) -> QWidget:
        """Said where the pad was emptied because another person signs, with the way back."""
        said = IconLabel(self._theme, "letop", self._t("ander_tekent"), icon_kleur="letop", maat=20)
        self._restore = Button(self._theme, self._t("zet_terug"), "kaal", icon="terug", hoog=44)
        self._restore.setObjectName("zet_handtekening_terug")
        self._restore.clicked.connect(self._put_back)
        self._wiped_row = QWidget()
        row = QVBoxLayout(self._wiped_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(said)
        row.addWidget(self._restore, 0, Qt.AlignmentFlag.AlignLeft)
        self._wiped_row.hide()
        return self._wiped_row

    def _on_drawn(self) -> None:
        """What is drawn now belongs to the name that stands there now; what was wiped is not needed any more."""
        if not self.pad.is_empty():
            self._drew = self.naam.text()
            self._wiped = []
            self._wiped_row.hide()

    def _check_who(self) -> None:
        """A signature goes with the name under which it was drawn. Who drew first and then tells the name, drew it."""
        naam = self.naam.text()
        if self.pad.is_empty() or self._drew.split() == naam.split():
            return
        if is_leeg(self._drew):
            self._drew = naam
            return
        strokes = self.pad.strokes()
        self.pad.clear()
        self._wiped = strokes
        self._wiped_row.setVisible(not self.op_papier.isChecked())
        announce(self, self._t("ander_tekent"))

    def _put_back(self) -> None:
        """It was the same person after all: a name that was put right."""
        self.pad.set_strokes(self._wiped)
        self.pad.setFocus()

    def _build_pad_head(self) -> QWidget:
        head = QWidget()
        row = FlowLayout(head, spacing=10)
        row.addWidget(self._whose)
        self._hint = PlainLabel(self._theme, self._t("handtekening_hint"), "klein", kleur="hint")
        row.addWidget(self._hint)
        return head

    def _build_day(self) -> Field:
        """Who signed with a pen on paper, tells on which day; today unless they say otherwise."""
        self.dag = LineEdit(self._theme)
        self.dag.setObjectName("getekend_op")
        self.dag.set_text(toon_datum(self._vandaag))
        self.dag.edited.connect(self.edited)
        self.dag_veld = Field(self._theme, self._t("getekend_op"), self.dag, self._t("getekend_op_hint"))
        self.dag_veld.hide()
        return self.dag_veld

    def _show_where(self, on_paper: bool) -> None:
        """The signature stands on paper or it is drawn here; what was drawn stays."""
        self.pad.setVisible(not on_paper)
        self._hint.setVisible(not on_paper)
        self.dag_veld.setVisible(on_paper)
        self._wiped_row.setVisible(not on_paper and bool(self._wiped))

    def load(self, beeld: TekenBeeld, onder: str) -> None:
        """Whose plan it is, what was said of it before, and the line under the signature."""
        eigenaar = beeld.eigenaar.naam
        if beeld.namens is None:
            self._naam_vooraf = eigenaar
        elif not self._is_asked:
            self._ask_who(eigenaar, beeld.namens)
        if not self.naam.text():
            self.naam.set_text(self._naam_vooraf)
        self.pad.set_caption(onder)
        self._on_drawn()
        self._name_pad()
        if self._said.count() == 0:
            for ondertekening in beeld.ondertekeningen:
                self._said.addWidget(IconLabel(self._theme, "vink", self._sentence(ondertekening)))

    def texts(self) -> dict[str, str]:
        """What was typed and chosen and is nowhere else; nothing when nobody touched anything."""
        naam, als = self.naam.text(), self._als()
        typed = {
            "keuze": self.keuze.value() or "",
            "reactie": self.reactie.text(),
            "naam": "" if naam == self._naam_vooraf else naam,
            "hoedanigheid": "" if als is None or als.value == self._als_vooraf else als.value,
            "namelijk": self.namelijk.text() if als is Hoedanigheid.ANDERS else "",
            "op_papier": self.dag.text() if self.op_papier.isChecked() else "",
        }
        return {veld: tekst for veld, tekst in typed.items() if tekst}

    def fill(self, texts: Mapping[str, str]) -> None:
        """Give back what was kept, where nobody typed or chose since."""
        if not self.reactie.text():
            self.reactie.set_text(texts.get("reactie", ""))
        if texts.get("naam") and self.naam.text() in ("", self._naam_vooraf):
            self.naam.set_text(texts["naam"])
            self._on_drawn()
            self._name_pad()
        if texts.get("keuze") and self.keuze.value() is None:
            self.keuze.set_value(texts["keuze"])
            self._on_chosen(texts["keuze"])
        if texts.get("hoedanigheid") and not self._is_told:
            self.hoedanigheid.setCurrentIndex(list(Hoedanigheid).index(Hoedanigheid(texts["hoedanigheid"])))
            self.namelijk.set_text(self.namelijk.text() or texts.get("namelijk", ""))
            self._on_told()
        if texts.get("op_papier") and not self.op_papier.isChecked():
            self.dag.set_text(texts["op_papier"])
            self.op_papier.setChecked(True)

    def vraag(self, *, signed: bool) -> Tekenvraag:
        """What was chosen, written and drawn until now. Raises what `lees_datum` raises when it was `signed` on paper
        on a day that cannot be read.
        """
        self._check_who()
        keuze, als = self.keuze.value(), self._als()
        on_paper = signed and self.op_papier.isChecked()
        return Tekenvraag(
            keuze=None if keuze is None else Keuze(keuze),
            reactie=self.reactie.text(),
            naam=self.naam.text(),
            hoedanigheid=als,
            strepen=tuple(tuple(streep) for streep in self.pad.strokes()),
            op_papier=lees_datum(self.dag.text(), self._vandaag) if on_paper else None,
            namelijk=self.namelijk.text() if als is Hoedanigheid.ANDERS else None,
        )

    def _als(self) -> Hoedanigheid | None:
        """In what capacity, as far as that was told."""
        chosen = self.hoedanigheid.currentData()
        return None if chosen is None else Hoedanigheid(chosen)

    def show_fault(self, fout: Exception) -> bool:
        """Put a fault under the field it is about; False when it is about none of them."""
        if isinstance(fout, OndertekeningZonderReden):
            self.reactie_veld.set_error(field_sentence(fout))
            self.reactie.setFocus()
        elif isinstance(fout, OndertekeningZonderHoedanigheid | ReactieZonderHoedanigheid):
            self.hoedanigheid_veld.set_error(field_sentence(fout))
            self.hoedanigheid.setFocus()
        elif isinstance(fout, HoedanigheidZonderNamelijk):
            self.namelijk_veld.set_error(field_sentence(fout))
            self.namelijk.setFocus()
        elif isinstance(fout, NaamIsLeeg | NaamTeLang):
            self.naam_veld.set_error(field_sentence(fout))
            self.naam.setFocus()
        elif isinstance(fout, KernnetwerkError) and fout.code.startswith(_ABOUT_THE_DAY):
            self.dag_veld.set_error(field_sentence(fout))
            self.dag.setFocus()
        else:
            return False
        return True

    def clear_faults(self) -> None:
        for veld in (self.reactie_veld, self.naam_veld, self.hoedanigheid_veld, self.namelijk_veld, self.dag_veld):
            veld.set_error(None)

    def _on_chosen(self, keuze: str) -> None:
        self.clear_faults()
        hint = "reactie_hint_niet_eens" if keuze == Keuze.NIET_EENS.value else "reactie_hint"
        self.reactie_veld.hint.setText(self._t(hint))

    def _name_pad(self) -> None:
        naam = self.naam.text()
        whose = self._t("handtekening", naam=naam) if naam else self._t("handtekening_leeg")
        self._whose.setText(whose)
        self.pad.setAccessibleName(whose)

    def _sentence(self, ondertekening: Ondertekening) -> str:
        t = self._t
        return t(
            "al_gereageerd",
            naam=ondertekening.naam,
            hoedanigheid=ondertekening.namelijk or t(f"hoedanigheid_keuze.{ondertekening.hoedanigheid.name.lower()}"),
            datum=datum_lang(ondertekening.datum),
            keuze=t(f"keuze_kort.{ondertekening.keuze.name.lower()}"),
        )
