"""The sheet that the resident looks at: large type, their own sentences, and nothing else on the screen."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NoReturn, TypeAlias

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QScroller, QSizePolicy, QVBoxLayout, QWidget

from kernnetwerk_app.domain.keukentafel import Klopt
from kernnetwerk_app.domain.levensas import Assenlijst
from kernnetwerk_app.domain.tekst import kort
from kernnetwerk_app.domain.vertaling import naast
from kernnetwerk_app.services.keukentafel import Deel, TafelBeeld, Zin
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.autosave import Autosave, leave_all
from kernnetwerk_app.ui.forms.klopt_balk import NAAST_ELKAAR, KloptBalk
from kernnetwerk_app.ui.forms.leestekst import begin, is_lang, leestekst, regel
from kernnetwerk_app.ui.forms.levenskanten import Levenskanten
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.taalkeuze import merk
from kernnetwerk_app.ui.layouts import FlowLayout, clear_layout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.turns import Turns, each
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.columns import Columns
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from kernnetwerk_app.ui.widgets.icon import IconLabel
from kernnetwerk_app.ui.widgets.pile import Pile
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_MARGE, _ICON, _NAAM = 48, 26, 60
_MOST_FOR_BAR = 0.6
"""The question takes no more of the height than this from the words that it asks about."""
_LINKS = ("vraag", "goed", "wens")
"""What stands in the left column: what they said. At the right what came of it."""
_AT_ONCE, _TUSSEN = 4, 10
"""Sentences put on the sheet together, and the room between them in px."""
_Maker: TypeAlias = Callable[[], QWidget]


class TafelBlad(QFrame):
    """`left`: somebody wants the screen back. `answered(Klopt)`; `corrected` when the words were put right;
    `side_set(str, str)`: a side of life, and where they put it.
    """

    left = Signal()
    answered = Signal(object)
    corrected = Signal()
    side_set = Signal(str, str)

    def __init__(self, theme: Theme, schrijver: Schrijver, assen: Assenlijst) -> None:
        super().__init__()
        self._theme, self._schrijver, self._t = theme, schrijver, load("keukentafel")
        self._beeld: TafelBeeld | None = None
        self._autosaves: list[Autosave] = []
        self._reading = self.correcting = False
        self._filled: tuple[object, ...] = ()
        """What the words on it follow from."""
        self._turns = Turns(self)
        self.setProperty("rol", "tafel")
        self.setAccessibleName(self._t("blad.naam"))
        self.bar = KloptBalk(theme)
        self.bar.answered.connect(self.answered)
        self.bar.corrected.connect(self.corrected)
        self._words = QVBoxLayout()
        self._words.setSpacing(_TUSSEN)
        self._content = content = QWidget()
        content.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # it grows, and what stands there stays as it is
        self._inner = QVBoxLayout(content)
        self._inner.setContentsMargins(_MARGE, 20, 40, 24)
        self._inner.addLayout(self._build_head())
        self.sides = Levenskanten(theme, assen)
        self.sides.web.changed.connect(self.side_set)
        self._inner.addLayout(self._words)
        self._inner.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setWidget(content)
        self.area.setAccessibleName(self._t("blad.naam"))
        for widget in (content, self.area.viewport()):
            widget.setAutoFillBackground(False)
        QScroller.grabGesture(self.area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.area, 1)
        self._column.addWidget(self.bar)

    def _build_head(self) -> QHBoxLayout:
        theme, t = self._theme, self._t
        self._read = Button(theme, t("blad.lees"), "kaal", icon="praat", hoog=56, letter="tafel", kleur="accent")
        self._read.setObjectName("leestekst")
        self._read.clicked.connect(self._turn_reading)
        self._back = Button(theme, t("blad.terug"), "kaal", icon="terug", hoog=56, letter="tafel", kleur="accent")
        self._back.setObjectName("terug")
        self._back.clicked.connect(self.left)
        row, right = QHBoxLayout(), FlowLayout(spacing=8, right=True)
        self._title = PlainLabel(theme, t("blad.naam"), "tafelkop", vet=True, wrap=True)
        row.addWidget(self._title, 1)
        right.addWidget(self._read)
        right.addWidget(self._back)
        row.addLayout(right, 1)
        return row

    def show_beeld(self, beeld: TafelBeeld) -> None:
        """What these people see. What is being put right stays as it is."""
        self._beeld = beeld
        self._title.setText(self._zeg("blad.naam"))
        self._back.setText(self._zeg("blad.terug"))
        self.bar.set_taal(beeld.taal)
        self.sides.set_taal(beeld.taal)
        self._reflow()
        if not self.correcting:
            self._fill()

    def _zeg(self, sleutel: str) -> str:
        """A sentence of ours, with the language that was chosen under it."""
        return naast(self._beeld.taal if self._beeld is not None else None, self._t(sleutel))

    def ask(self, said: Klopt | None) -> None:
        """Back to reading, with the question whether it is right."""
        self.correcting = False
        self._read.show()
        self._fill()
        self.bar.ask(said)
        self.focus_first()
        if self._turns.broken:
            self._tell_half()

    def correct(self) -> None:
        """The sentences become fields, each in its own record."""
        self.correcting, self._reading = True, False
        self._read.hide()
        self._fill()
        self.bar.correct()
        editors = self.findChildren(GrowingTextEdit)
        if editors:
            editors[0].setFocus()

    def is_typing(self) -> bool:
        """Whether somebody typed what is not kept yet."""
        return any(veld.busy for veld in self._autosaves)

    def leave(self, then: Callable[[], None]) -> None:
        """Keep what is being typed."""
        self.sides.web.settle()
        leave_all(self._autosaves, then)

    def focus_first(self) -> None:
        """The first answer; the way back where nothing is asked."""
        if self.bar.is_silent:
            self._back.setFocus()
        else:
            self.bar.focus_first()

    def _turn_reading(self) -> None:
        self._reading = not self._reading
        self._fill()
        self.area.verticalScrollBar().setValue(0)

    # -- what stands on it ---------------------------------------------------------------------------------------

    def _fill(self) -> None:
        """The words anew where they are others: the first of them at once, the rest in short turns, in which the sheet
        keeps its length, so that it stays where one looks.
        """
        beeld = self._beeld
        if beeld is None:
            return
        if beeld.assen is not None:
            self.sides.web.set_standen(beeld.assen)
        kanten = self.sides.zinnen() if self._reading and beeld.assen is not None else ()
        filled = self._ik(beeld), beeld.delen, beeld.assen is None, beeld.taal, self._reading, self.correcting, kanten
        if filled == self._filled:
            return
        self._filled = filled
        self._autosaves.clear()
        at = next((greep for greep in self.sides.web.grepen if greep.hasFocus()), None)
        self.sides.setParent(self)  # it stays while the words around it are made anew
        self.sides.hide()
        self._content.setMinimumHeight(self._content.height())
        clear_layout(self._words)
        self._read.setText(self._zeg("blad.blad" if self._reading else "blad.lees"))
        self._begin(each(self._coming(beeld, kanten)))
        if at is not None and not self.sides.isHidden():
            at.setFocus()

    def _begin(self, work: Iterator[None]) -> None:
        """Who puts something right types at once: not before there is something to type in."""
        wrong: list[Exception] = []

        def has_begun() -> bool:
            """Do a piece; False when there is another to do at once. One that raises is told in its turn."""
            try:
                return next(work, self) is self or not self.correcting or bool(self.findChildren(GrowingTextEdit))
            except Exception as fout:  # noqa: BLE001  it is told in its turn, and what can be made still comes
                wrong.append(fout)
                return False

        while not has_begun():
            pass
        self._turns.begin(chain(each(map(_raises, wrong)), work), self._end)

    def _end(self) -> None:
        """All that can be made stands there. Of half a sheet nobody is asked whether it is right."""
        self._content.setMinimumHeight(0)
        if self._turns.broken:
            self._tell_half()
        elif self.bar.is_silent:
            self.bar.ask(None)

    def _tell_half(self) -> None:
        words = self._t("voet.niet_heel")
        if self.correcting:
            self.bar.tell(words)
            return
        was_asked = any(part.hasFocus() for part in self.bar.findChildren(QWidget))
        self.bar.be_silent(words)
        if was_asked:
            self.focus_first()

    def _ik(self, beeld: TafelBeeld) -> str:
        return "ik" if beeld.van_wie.id in beeld.tafel.leden else "zij"

    def _coming(self, beeld: TafelBeeld, kanten: Sequence[str]) -> Iterator[Callable[[], None]]:
        """Everything on it comes from `beeld`, which holds only what these people may see. Each piece is on its own:
        where one cannot be made the others still come.
        """
        if zin := merk(beeld.taal):
            yield lambda: self._words.addWidget(self._label(zin, "inkt2"))
        if not beeld.delen and beeld.assen is None:
            yield lambda: self._words.addWidget(self._label(self._zeg("blad.niets")))
        elif self._reading:
            column = Pile(spacing=_TUSSEN)
            self._words.addWidget(column)
            yield from self._put(column, (partial(self._label, zin) for zin in leestekst(beeld.delen, kanten)))
        else:
            yield from self._columns(beeld)

    def _columns(self, beeld: TafelBeeld) -> Iterator[Callable[[], None]]:
        right = self._side()
        if beeld.assen is not None and not self.correcting:
            self._words.addWidget(Columns(self._theme, self.sides, right, (7, 5)))
            self.sides.show()
            yield from self._put(right, self._parts(beeld, beeld.delen))
            return
        left, rest = self._side(), [deel for deel in beeld.delen if deel.sleutel not in _LINKS]
        self._words.addWidget(Columns(self._theme, left, right) if rest else left)
        yield from self._put(left, self._parts(beeld, [deel for deel in beeld.delen if deel.sleutel in _LINKS]))
        yield from self._put(right, self._parts(beeld, rest))

    def _side(self) -> Pile:
        side = Pile(spacing=_TUSSEN)
        side.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return side

    def _put(self, side: Pile, makers: Iterator[_Maker]) -> Iterator[Callable[[], None]]:
        """Several together: for each that comes the sheet is laid out anew."""
        made: list[QWidget] = []

        def put() -> None:
            if made:
                block = Pile(made, _TUSSEN)
                made.clear()
                side.add(block)

        for number, make in enumerate(makers, 1):
            yield partial(_add, made, make)
            if number % _AT_ONCE == 0:
                yield put
        yield put

    def _parts(self, beeld: TafelBeeld, delen: Sequence[Deel]) -> Iterator[_Maker]:
        for deel in delen:
            kop = f"{self._ik(beeld)}.{deel.sleutel}"
            yield partial(self._head, kop)
            for zin in deel.zinnen:
                yield partial(self._sentence, deel.sleutel, kop, zin)
                for een in zin.regels:
                    yield partial(self._line_under, zin, een)
            yield self._stroke

    def _head(self, sleutel: str) -> PlainLabel:
        return self._label(self._zeg(sleutel), "stem_inkt")

    def _stroke(self) -> QFrame:
        line = QFrame()
        line.setProperty("rol", "stemstreep")
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFixedHeight(1)
        return line

    def _sentence(self, soort: str, kop: str, zin: Zin) -> QWidget:
        if self.correcting and _is_here(zin):
            return self._editor(self._t(kop), zin)
        if soort in ("vraag", "wens", "doelen"):
            return self._label(f"“{begin(zin.tekst)}”", vet=soort == "doelen")
        return self._ticked("vink", begin(zin.tekst))

    def _line_under(self, doel: Zin, een: Zin) -> QWidget:
        if self.correcting and _is_here(een):
            return self._editor(kort(doel.tekst, _NAAM), een)
        taal = self._beeld.taal if self._beeld is not None else None
        anders = (taal.toon(een.tekst) or taal.toon(een.wie)) if taal is not None else ""
        return self._ticked("vink" if een.klaar else "verder", "\n".join(filter(None, (regel(een), anders))))

    def _label(self, words: str, kleur: str = "inkt", vet: bool = False) -> PlainLabel:
        return PlainLabel(self._theme, words, "tafel", vet=vet, kleur=kleur, wrap=True)

    def _ticked(self, icon: str, words: str) -> IconLabel:
        return IconLabel(self._theme, icon, words, "tafel", kleur="inkt", maat=_ICON)

    def _editor(self, kop: str, zin: Zin) -> GrowingTextEdit:
        assert zin.adres is not None  # noqa: S101  whoever calls looked
        editor = GrowingTextEdit(self._theme, lines=1, letter="tafel")
        editor.setObjectName(f"wijzig_{zin.sleutel}")
        editor.setAccessibleName(f"{kop}: {kort(zin.tekst, _NAAM)}")
        editor.setMinimumHeight(self._theme.tokens.maat.doel)
        editor.set_text(zin.tekst)
        self._autosaves.append(self._schrijver.attach(editor, zin.adres, self._tell_kept))
        return editor

    def _tell_kept(self, fout: str | None) -> None:
        """Why something could not be kept; without that what else there is to tell stays."""
        self.bar.tell(fout or (self._t("voet.niet_heel") if self._turns.broken else ""))

    # -- room ----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_column"):
            self._reflow()

    def _reflow(self) -> None:
        """The question stays in sight while there is room; where it is short it comes after the words."""
        high = self.bar.heightForWidth(self.width()) > self.height() * _MOST_FOR_BAR
        scrolls = self.width() < self._theme.chars(NAAST_ELKAAR) or high
        if scrolls is (self._inner.indexOf(self.bar) >= 0):
            return
        place = self._inner if scrolls else self._column
        place.addWidget(self.bar, 0, Qt.AlignmentFlag(0))
        self.bar.show()


def _is_here(zin: Zin) -> bool:
    """Whether it is put right at the table: not what is ours to keep, nor a text of which only the beginning shows."""
    return zin.adres is not None and not is_lang(zin.tekst)


def _add(made: list[QWidget], make: _Maker) -> None:
    made.append(make())


def _raises(fout: Exception) -> Callable[[], None]:
    def again() -> NoReturn:
        raise fout

    return again
