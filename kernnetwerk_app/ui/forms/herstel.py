"""*Herstel* (Ctrl+H): what stood in the field where one is, and one's last acts, each to be put back or taken back."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.tekst import begin_van
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.services import daad, eerdere_tekst
from kernnetwerk_app.services.daad import Daad
from kernnetwerk_app.services.daaddelen import TEKST, Daadstand
from kernnetwerk_app.services.eerdere_tekst import EerdereTekst
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.forms.veldbron import NIET_HIER, Bron, Schrijfveld, bron_of
from kernnetwerk_app.ui.layouts import FlowLayout, clear_layout
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.card import Card
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.notice import Notice, Soort
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_MOST = 1_000
"""So many characters of an earlier text are shown, to know it by; all of it is put back."""
_NERGENS = Bron(waarom="geen_veld")
"""Where one is in no text of a record."""
HERKOMST = object()
"""Of what is written here: a page may have to show anew what a person did not write there."""
_Beeld = tuple[tuple[EerdereTekst, ...] | None, tuple[Daad, ...]]


class Herstel(QWidget):
    """What lies in the panel. `put_back`: an earlier text stands in its field again, and one is done here."""

    put_back = Signal()

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__()
        self._omgeving, self._t = omgeving, load("herstel")
        self._editor: QWidget | None = None
        self._bron, self._veld = _NERGENS, ""
        self.setObjectName("herstel")
        self.setAccessibleName(self._t("titel"))
        theme = omgeving.theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(PlainLabel(theme, self._t("titel"), "kop", vet=True))
        self._said = Notice(theme, "")
        self._said.hide()
        self._column.addWidget(self._said)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self._column.addLayout(self._rows)
        self.foot = Button(theme, self._t("sluit"), "stil", toets="Esc")
        self.foot.setObjectName("sluit_herstel")
        self._first: QWidget = self.foot

    def open_for(self, editor: QWidget | None) -> None:
        """For the text where one was, and for this worker; it is asked anew each time."""
        self._editor = editor
        self._said.hide()
        self._load(lambda: self._first.setFocus(Qt.FocusReason.OtherFocusReason))

    def _load(self, then: Callable[[], None]) -> None:
        self._editor, self._bron = bron_of(self._in_sight()) or (None, _NERGENS)
        plek, editor, bron = self._omgeving.plek, self._editor, self._bron
        self._veld = editor.accessibleName() if editor is not None else ""
        getypt = editor.text() if isinstance(editor, Schrijfveld) and not bron.bewaart_zelf else None

        def work() -> _Beeld:
            with plek.store.read() as lezer:
                eerder = eerdere_tekst.load(plek, lezer, bron.plek, bron.toon, getypt) if bron.plek else ()
                return eerder, daad.load(plek, lezer)

        def show(beeld: _Beeld) -> None:
            self._show(*beeld)
            then()

        self._omgeving.tasks.read(self, work, show, self._failed)

    def _in_sight(self) -> QWidget | None:
        """Where one was; None when that went with the form it stood in."""
        editor = self._editor
        return editor if editor is not None and shiboken6.isValid(editor) and editor.isVisible() else None

    def _show(self, teksten: tuple[EerdereTekst, ...] | None, daden: tuple[Daad, ...]) -> None:
        clear_layout(self._rows)
        self._first = self.foot
        t = self._t
        if self._veld:
            self._head(t("eerder.kop", veld=self._veld))
        if teksten and not self._bron.bewaart_zelf:
            self._line(t("eerder.in_formulier"))
        for nummer, eerder in enumerate(teksten or ()):
            self._add(self._text_card(nummer, eerder))
        if not teksten:
            self._line(t(f"eerder.{NIET_HIER if teksten is None else self._bron.waarom or 'leeg'}"))
        self._head(t("lijst.kop"))
        self._line(t("lijst.uitleg"))
        for nummer, een in enumerate(daden):
            self._add(self._act_card(nummer, een))
        if not daden:
            self._add(EmptyBox(self._omgeving.theme, t("lijst.leeg")))

    def _add(self, widget: QWidget) -> None:
        self._rows.addWidget(widget)
        widget.show()  # at once: the focus goes into it

    def _head(self, words: str) -> None:
        self._add(PlainLabel(self._omgeving.theme, words, "lees", vet=True, wrap=True))

    def _line(self, words: str) -> None:
        self._add(PlainLabel(self._omgeving.theme, words, "klein", kleur="inkt2", wrap=True))

    # -- earlier texts -------------------------------------------------------------------------------------------

    def _text_card(self, nummer: int, eerder: EerdereTekst) -> Card:
        t = self._t
        wie = t("eerder.ik") if eerder.van_mij else eerder.wie
        wanneer = t("eerder.regel", wie=wie, moment=self._moment(eerder.moment))
        tekst, back = begin_van(eerder.tekst, _MOST), partial(self._put_back, eerder)
        return self._card(tekst, wanneer, t("eerder.zet_terug"), f"tekst_{nummer}", back)

    def _put_back(self, eerder: EerdereTekst) -> None:
        """As if it were typed: it is kept as anything that is typed there, and Ctrl+Z takes it away again."""
        editor = self._editor
        if not isinstance(editor, Schrijfveld) or not shiboken6.isValid(editor):
            return
        editor.type_over(eerder.tekst)
        announce(editor, self._t("eerder.teruggezet" if self._bron.bewaart_zelf else "eerder.teruggezet_in_formulier"))
        self.put_back.emit()

    # -- acts ----------------------------------------------------------------------------------------------------

    def _act_card(self, nummer: int, een: Daad) -> Card:
        t, moment = self._t, self._moment(een.moment)
        where = t("lijst.in_dossier", moment=moment, voorletters=een.voorletters) if een.voorletters else moment
        if een.stand is Daadstand.VAST:
            return self._card(self._what(een), t("lijst.daarbij", waar=where, zin=t(f"waarom.{een.waarom}")))
        if een.stand is Daadstand.TERUGGENOMEN:
            words, action = t("lijst.herstel"), daad.herstel
            where = t("lijst.daarbij", waar=where, zin=t("lijst.teruggenomen"))
        else:
            words, action = t("lijst.neem_terug"), daad.neem_terug
        return self._card(self._what(een), where, words, f"daad_{nummer}", partial(self._act_on, een, action))

    def _what(self, een: Daad) -> str:
        t = self._t
        sleutel = f"tekst.{een.wat}" if een.naam == TEKST else f"daad.{een.naam}"
        anders = "tekst.anders" if een.naam == TEKST else "daad.anders"
        zin = t(sleutel if sleutel in t else anders)
        return zin[:1].upper() + zin[1:]

    def _act_on(self, een: Daad, action: Callable[..., Changes]) -> None:
        plek = self._omgeving.plek
        said = "lijst.terug_gezegd" if een.stand is Daadstand.STAAT else "lijst.weer_gezegd"
        self._omgeving.tasks.write(
            self,
            lambda: action(plek, een.nummer, HERKOMST),
            lambda _: self._load(lambda: self._say(self._t(said, wat=self._what(een).lower()))),
            self._failed,
        )

    # -- both ----------------------------------------------------------------------------------------------------

    def _card(
        self, title: str, sub: str, action: str = "", naam: str = "", then: Callable[[], None] | None = None
    ) -> Card:
        theme = self._omgeving.theme
        card = Card(theme, padding=12)
        card.body.setSpacing(6)
        card.body.addWidget(PlainLabel(theme, title, wrap=True))
        line = FlowLayout(spacing=12)
        line.addWidget(PlainLabel(theme, sub, "klein", kleur="inkt2", wrap=True))
        card.body.addLayout(line)
        if then is not None:
            button = Button(theme, action, "kaal", icon="eerder", hoog=44)
            button.setObjectName(naam)
            button.setAccessibleName(f"{action}: {title}")
            button.setAccessibleDescription(sub)
            button.clicked.connect(lambda: then())
            card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._first = button if self._first is self.foot else self._first
        return card

    def _moment(self, moment: datetime) -> str:
        tijd = toon_tijd(moment.time())
        if moment.date() == self._omgeving.plek.vandaag:
            return self._t("eerder.vandaag", tijd=tijd)
        return self._t("eerder.moment", dag=datum_kort(moment.date()), tijd=tijd)

    def _failed(self, fout: Exception) -> None:
        self._say(sentence(fout), "letop")

    def _say(self, zin: str, soort: Soort = "goed") -> None:
        self._said.set_state(zin, soort)
        self._said.show()
        announce(self, zin)
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)
