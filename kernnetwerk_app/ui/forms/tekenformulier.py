"""The right side of signing: three choices of equal weight, one's own words, who signs, and the pad."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.aanvraag import AanvraagDoorIemandAnders, AanvraagZonderMachtiging
from kernnetwerk_app.domain.aanvrager import Vrager
from kernnetwerk_app.domain.datum import datum_lang, lees_datum
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
    Wijze,
)
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.vertaling import Vertaling, naast
from kernnetwerk_app.services.ondertekening import TekenBeeld, Tekenvraag
from kernnetwerk_app.teksten import Tekst, load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.forms.aanvraagvak import Aanvraagvak
from kernnetwerk_app.ui.forms.autosave import field_sentence
from kernnetwerk_app.ui.forms.editors import SandBox
from kernnetwerk_app.ui.forms.tekenaar import Tekenaar
from kernnetwerk_app.ui.forms.tekenwijze import Tekenwijze
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.strokes import Punt
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.turns import Turns
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.choice import ChoiceGroup, Option
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from kernnetwerk_app.ui.widgets.icon import IconLabel
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.signature_pad import SignaturePad

_ABOUT_THE_DAY = ("datum.", "ondertekening.dag_klopt_niet")


class Tekenformulier(QWidget):
    """Made in short turns (`when_there`). Nothing is chosen beforehand. `vraag()` is what a person made of it; `edited`
    tells that they typed.
    """

    edited = Signal()
    said = Signal()
    """Typed or chosen, or given back: whether somebody said something of the plan may be another now."""
    check_asked = Signal()
    """Somebody wants to know whether the signatures are still what they were."""
    scan_asked = Signal()
    """Somebody has a scan of the signed paper to read."""
    only_said = Signal(bool)
    """A reaction in words and no signature, or no longer."""

    def __init__(self, theme: Theme, t: Tekst, vandaag: date, strepen: Sequence[Sequence[Punt]] = ()) -> None:
        """`t`: the sentences of signing, as they are said here; `strepen`: what was drawn on the pad before."""
        super().__init__()
        self._theme, self._t, self._vandaag = theme, t, vandaag
        self._drew = ""  # the name that the strokes on the pad belong to
        self._wiped: list[list[Punt]] = []
        self._waiting: list[Callable[[], None]] = []
        self._turns = Turns(self)
        self._turns.begin(self._build(strepen), self._all_there)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def when_there(self, then: Callable[[], None]) -> None:
        """Call `then` now, or as soon as all of the form is there: never when a part of it could not be made."""
        if self._turns.busy:
            self._waiting.append(then)
        elif not self._turns.broken:
            then()

    def _all_there(self) -> None:
        if self._turns.broken:
            return
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def _build(self, strepen: Sequence[Sequence[Punt]]) -> Iterator[None]:
        """In turns: first one sees the page, and its paper is on its way meanwhile. No part is put on the page before
        each of them was made: whatever somebody types or chooses first, the whole of it can be kept.
        """
        theme = self._theme
        self._said = QVBoxLayout()
        self._build_said()
        voice = SandBox(self.reactie_veld)
        yield
        self.aanvraag, self.wie = Aanvraagvak(theme, self._t), Tekenaar(theme, self._t)
        self.naam, self.hoedanigheid, self.namelijk = self.wie.naam, self.wie.hoedanigheid, self.wie.namelijk
        yield
        self.wijze = Tekenwijze(theme, self._t, self._vandaag)
        self.op_papier, self.dag = self.wijze.op_papier, self.wijze.dag
        yield
        rows = self._build_pad_head(), self._build_wiped()
        self._build_pad(strepen)
        self._rights = PlainLabel(theme, load("papier")("reactie.rechten"), kleur="inkt2", wrap=True)
        self._connect()
        yield
        self._column.addLayout(self._said)
        for parts in ((self.keuze, voice), (self.wie, self.aanvraag, self._rights), (*rows, self.pad), (self.wijze,)):
            for part in parts:
                self._column.addWidget(part)
            yield

    def _build_pad(self, strepen: Sequence[Sequence[Punt]]) -> None:
        self.pad = SignaturePad(self._theme)
        self.pad.setObjectName("handtekening")
        self.pad.setMinimumHeight(self._theme.px(150))
        self.pad.set_strokes(strepen)

    def _connect(self) -> None:
        self.pad.changed.connect(self._on_drawn)
        self.wie.named.connect(self._name_pad)
        self.wie.left.connect(self._check_who)
        for signal in (self.wie.named, self.wie.edited):
            signal.connect(self._show_own)
        self.wijze.changed.connect(self._show_where)
        self.dag.edited.connect(self._show_boxes)
        self.wijze.scan_asked.connect(self.scan_asked)
        self.wijze.mondeling.toggled.connect(self.only_said)
        for part in (self.aanvraag, self.wie, self.wijze):
            part.edited.connect(self.edited)
        self.edited.connect(self.said)

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

    def _show_own(self) -> None:
        """What this one can ask for with the signature."""
        self.aanvraag.set_wie(Vrager(self.wie.wie_id(), self.naam.text(), self.wie.als()))

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
        self._wiped_row.setVisible(self.wijze.wijze() is Wijze.SCHERM)
        announce(self, self._t("ander_tekent"))

    def _put_back(self) -> None:
        """It was the same person after all: a name that was put right."""
        self.pad.set_strokes(self._wiped)
        self.pad.setFocus()

    def _build_pad_head(self) -> QWidget:
        head = QWidget()
        row = FlowLayout(head, spacing=10)
        self._whose = PlainLabel(self._theme, letter="klein", vet=True, wrap=True)
        row.addWidget(self._whose)
        self._hint = PlainLabel(self._theme, self._t("handtekening_hint"), "klein", kleur="hint")
        row.addWidget(self._hint)
        return head

    def _show_where(self) -> None:
        """The signature stands on paper, nobody signs, or it is drawn here; what was drawn stays."""
        wijze = self.wijze.wijze()
        on_screen = wijze is Wijze.SCHERM
        self.pad.setVisible(on_screen)
        self._hint.setVisible(on_screen)
        self._whose.setVisible(wijze is not Wijze.MONDELING)
        self._wiped_row.setVisible(on_screen and bool(self._wiped))
        self._show_boxes()

    def _show_boxes(self) -> None:
        """What can be asked for so, on the day that stands on the paper."""
        self.aanvraag.set_wijze(self.wijze.wijze(), self.wijze.dag_op_papier())

    def load(self, beeld: TekenBeeld, onder: str) -> None:
        """Whose plan it is, what was said of it before, and the line under the signature."""
        self.wie.load(beeld)
        self._show_own()
        self.aanvraag.load(beeld)
        self.wijze.load(beeld.aanwezig)
        self._show_language(beeld.taal)
        self.pad.set_caption(onder)
        self._on_drawn()
        self._name_pad()
        if self._said.count() == 0:
            self._show_said(beeld)

    def _show_language(self, taal: Vertaling | None) -> None:
        """Our own sentences with this language under them; what somebody typed stays as it is."""
        papier = load("papier")
        for keuze, box in zip(Keuze, self.keuze.choices(), strict=True):
            zin = papier(f"reactie.{keuze.name.lower()}")
            box.set_sub(taal.toon(zin) if taal is not None else "")
        self._rights.setText(naast(taal, papier("reactie.rechten")))
        self.reactie_veld.label.setText(naast(taal, papier("reactie.mijn_reactie")))

    def _show_said(self, beeld: TekenBeeld) -> None:
        """Who reacted, whom we miss, and about whom it is not known who decides. Nobody waits for it."""
        for ondertekening in beeld.ondertekeningen:
            self._said.addWidget(IconLabel(self._theme, "vink", self._sentence(ondertekening)))
        zinnen = [self._t("gezag_onbekend", naam=kind) for kind in beeld.tekenaars.zonder_gezag]
        if beeld.ondertekeningen:
            zinnen += [load("papier")("reactie.nog_niet", naam=een.naam) for een in beeld.tekenaars.nog_niet]
        for zin in zinnen:
            self._said.addWidget(IconLabel(self._theme, "mensen", zin))
        if beeld.ondertekeningen:
            button = Button(self._theme, self._t("controle.knop"), "kaal", icon="vink", hoog=44)
            button.setObjectName("controleer")
            button.clicked.connect(self.check_asked)
            self._said.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def texts(self) -> dict[str, str]:
        """What was typed and chosen and is nowhere else; nothing when nobody touched anything."""
        naam, als = self.naam.text(), self.wie.als()
        typed = {
            "keuze": self.keuze.value() or "",
            "reactie": self.reactie.text(),
            "naam": "" if naam == self.wie.naam_vooraf else naam,
            "hoedanigheid": "" if als is None or als.value == self.wie.als_vooraf else als.value,
            "namelijk": self.wie.words(),
            "vraagt_aan": self.aanvraag.kept(),
            **self.wijze.texts(),
        }
        return {veld: tekst for veld, tekst in typed.items() if tekst}

    def fill(self, texts: Mapping[str, str]) -> None:
        """Give back what was kept, where nobody typed or chose since."""
        if not self.reactie.text():
            self.reactie.set_text(texts.get("reactie", ""))
        if texts.get("naam") and self.naam.text() in ("", self.wie.naam_vooraf):
            self.naam.set_text(texts["naam"])
            self._on_drawn()
            self._name_pad()
        if texts.get("keuze") and self.keuze.value() is None:
            self.keuze.set_value(texts["keuze"])
            self._on_chosen(texts["keuze"])
        if texts.get("hoedanigheid") and not self.wie.is_told:
            self.hoedanigheid.setCurrentIndex(list(Hoedanigheid).index(Hoedanigheid(texts["hoedanigheid"])))
            self.wie.on_told()
            self.namelijk.set_text(texts.get("namelijk") or self.namelijk.text())
        self.wijze.fill(texts)
        self._show_own()
        self.aanvraag.fill(texts.get("vraagt_aan", ""))
        self.said.emit()

    def has_said(self) -> bool:
        """Whether a choice is ticked, or words stand there: what is kept as said of this paper, signed or not."""
        return self.keuze.value() is not None or not is_leeg(self.reactie.text())

    def vraag(self, *, signed: bool) -> Tekenvraag:
        """What was chosen, written and drawn until now. Raises what `lees_datum` raises when it was `signed` on paper
        on a day that cannot be read.
        """
        self._check_who()
        keuze, als, wijze = self.keuze.value(), self.wie.als(), self.wijze
        on_paper = signed and wijze.wijze() is Wijze.PAPIER
        return Tekenvraag(
            keuze=None if keuze is None else Keuze(keuze),
            reactie=self.reactie.text(),
            naam=self.naam.text(),
            hoedanigheid=als,
            strepen=tuple(tuple(streep) for streep in self.pad.strokes()),
            op_papier=lees_datum(self.dag.text(), self._vandaag) if on_paper else None,
            namelijk=self.wie.words() or None,
            vraagt_aan=self.aanvraag.value() if signed else (),
            inwoner_id=self.wie.wie_id(),
            mondeling=wijze.wijze() is Wijze.MONDELING,
            voorgelezen=wijze.wijze() is Wijze.MONDELING and wijze.voorgelezen.isChecked(),
            aanwezig=wijze.wie_erbij(),
            merkteken=signed and wijze.is_merk(),
            scan=wijze.scan if on_paper else None,
        )

    def show_fault(self, fout: Exception) -> bool:
        """Put a fault under the field it is about; False when it is about none of them."""
        for kinds, veld in self._fields_of_faults():
            if isinstance(fout, kinds):
                veld.set_error(field_sentence(fout))
                veld.editor.setFocus()
                return True
        if isinstance(fout, KernnetwerkError) and fout.code.startswith(_ABOUT_THE_DAY):
            self.wijze.dag_veld.set_error(field_sentence(fout))
            self.dag.setFocus()
            return True
        return False

    def _fields_of_faults(self) -> list[tuple[tuple[type[Exception], ...], Field]]:
        return [
            ((OndertekeningZonderReden,), self.reactie_veld),
            ((OndertekeningZonderHoedanigheid, ReactieZonderHoedanigheid), self.wie.hoedanigheid_veld),
            ((AanvraagDoorIemandAnders,), self.wie.hoedanigheid_veld),
            ((HoedanigheidZonderNamelijk, AanvraagZonderMachtiging), self.wie.namelijk_veld),
            ((NaamIsLeeg, NaamTeLang), self.wie.naam_veld),
        ]

    def clear_faults(self) -> None:
        for _, veld in self._fields_of_faults():
            veld.set_error(None)
        self.wijze.dag_veld.set_error(None)

    def _on_chosen(self, keuze: str) -> None:
        self.clear_faults()
        hint = "reactie_hint_niet_eens" if keuze == Keuze.NIET_EENS.value else "reactie_hint"
        self.reactie_veld.hint.setText(self._t(hint))

    def _name_pad(self) -> None:
        naam = self.naam.text()
        whose = self._t("handtekening", naam=naam) if naam else self._t("handtekening_leeg")
        self._whose.setText(whose)
        self.pad.set_name(whose)

    def _sentence(self, ondertekening: Ondertekening) -> str:
        t, als = self._t, ondertekening.hoedanigheid
        eigen = ondertekening.namelijk if als is Hoedanigheid.ANDERS else None
        return t(
            "al_gereageerd",
            naam=ondertekening.naam,
            hoedanigheid=eigen or t(f"hoedanigheid_keuze.{als.name.lower()}"),
            datum=datum_lang(ondertekening.datum),
            keuze=t(f"keuze_kort.{ondertekening.keuze.name.lower()}"),
        )
