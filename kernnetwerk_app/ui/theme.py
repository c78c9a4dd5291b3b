"""The look of the whole program: tokens, letters, palette, style sheet and icons, applied in one call."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from kernnetwerk_app.paths import resource
from kernnetwerk_app.ui.fonts import FALLBACK_FILES, load_fonts, make_font
from kernnetwerk_app.ui.icons import Icons
from kernnetwerk_app.ui.none_guard import protect_none, protect_overrides
from kernnetwerk_app.ui.palette import colours_of, palette_of
from kernnetwerk_app.ui.stylesheet import stylesheet
from kernnetwerk_app.ui.tokens import Kleuren, Tokens, load_tokens

LETTERS = {
    "mini": "tekst_mini",
    "klein": "tekst_klein",
    "tekst": "tekst",
    "lees": "tekst_lees",
    "kop": "kop",
    "titel": "titel",
    "tafel": "keukentafel",
    "tafelkop": "keukentafel_kop",
}
"""Names of the letter sizes: key of `Theme.font`, value in the tokens' [maat]."""

STYLE_ARGUMENTS = ("-style", "fusion")
"""Arguments for QApplication. Asking for the style afterwards builds the whole of QStyle in Python, 9 ms too late."""


class Theme:
    """Passed to every widget that paints. `kleuren` and `schaal` are read while painting, so a change shows at once.

    In high contrast there is no style sheet: Qt draws with the system's palette and `kleuren` is derived from it.
    """

    def __init__(self, tokens: Tokens | None = None) -> None:
        self.tokens = self._own = tokens or load_tokens(resource("style", "tokens.toml"))
        self.kleuren: Kleuren = self.tokens.licht
        self.schaal = 1.0
        self.donker = False
        self.hoog_contrast = False
        self._icons = Icons(resource("icons"))
        self._app: QApplication | None = None
        """What is dressed; none before the first time."""
        self._fonts_loaded = self._fallback_loaded = False
        self._char_width: dict[str, int] = {}
        self._fonts: dict[tuple[str, bool], QFont] = {}

    def apply(self, app: QApplication, schaal: float = 1.0, hoog_contrast: bool = False, donker: bool = False) -> None:
        """Dress the application. `schaal` is the size of text, 1.0 to 2.0, on top of the screen's own scale."""
        protect_none()
        protect_overrides()
        if not self._fonts_loaded:
            load_fonts(resource("fonts"))
            self._fonts_loaded = True
        self._app, self.schaal, self.hoog_contrast, self.donker = app, schaal, hoog_contrast, donker
        self._char_width.clear()
        self._fonts.clear()
        app.setFont(self.font())
        if hoog_contrast:
            _drop_sheet(app)
            app.setPalette(QPalette())
            self.kleuren = colours_of(app.palette())
        else:
            self.kleuren = self.tokens.donker if donker else self.tokens.licht
            app.setPalette(palette_of(self.kleuren))
            _set_sheet(app, stylesheet(self.kleuren, self.tokens.maat, self.height()))
        for widget in app.allWidgets():
            self._refresh(widget)

    def dress(self, accent: Mapping[str, str]) -> None:
        """Wear the accent of a municipality in the light scheme, by name (`accent_diep`); with nothing our own.

        Cheap where it changes nothing. Before the window of a session is built: each widget there is dressed anew.
        """
        tokens = self._own.with_accent(accent)
        if tokens == self.tokens:
            return
        self.tokens = tokens
        if self._app is not None and not (self.donker or self.hoog_contrast):
            self.apply(self._app, self.schaal)

    def load_fallback(self) -> None:
        """The letters for characters that Open Sans lacks. Not before the first picture, whose words have none of them:
        reading these two files takes a twentieth of the time to it.
        """
        if not self._fallback_loaded:
            load_fonts(resource("fonts"), FALLBACK_FILES)
            self._fallback_loaded = True

    def follow(self, app: QApplication, schaal: Callable[[], float] = lambda: 1.0) -> None:
        """Apply what the system asks for (dark, contrast) now and whenever that changes. Call once."""
        hints = app.styleHints()

        def apply() -> None:
            contrast = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
            self.apply(app, schaal(), contrast, hints.colorScheme() == Qt.ColorScheme.Dark)

        apply()
        hints.colorSchemeChanged.connect(apply)
        hints.accessibility().contrastPreferenceChanged.connect(apply)

    def kleur(self, naam: str) -> QColor:
        """The colour of a token, `accent_tint` for `accent-tint`."""
        return QColor(getattr(self.kleuren, naam))

    def font(self, letter: str = "tekst", vet: bool = False) -> QFont:
        """A letter by its name in LETTERS; `vet` is weight 600."""
        if (letter, vet) not in self._fonts:  # asked a thousand times before a page stands
            self._fonts[letter, vet] = make_font(getattr(self.tokens.maat, LETTERS[letter]), vet, self.schaal)
        return QFont(self._fonts[letter, vet])

    def set_letter(self, widget: QWidget, letter: str, vet: bool = False) -> None:
        """Give a widget its letter, now and after every change of text size."""
        font = self.font(letter, vet)
        widget.setProperty("letter", f"{letter} vet" if vet else letter)
        # A style sheet gives back the font a widget had when first polished, whenever it is polished anew.
        widget.setProperty("_q_styleSheetWidgetFont", font)
        widget.setFont(font)
        if isinstance(widget, QAbstractScrollArea):  # the words that stand in an empty field are drawn by what is in it
            widget.viewport().setFont(font)

    def set_kleur(self, widget: QWidget, kleur: str) -> None:
        """Give a widget's words the colour of a token, now and after every change of scheme."""
        widget.setProperty("kleur", kleur)
        palette = widget.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self.kleur(kleur))
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, self.kleur("inkt2"))
        widget.setPalette(palette)

    def px(self, maat: float) -> int:
        """A size that belongs to text (an icon, a mark), at the present size of text."""
        return round(maat * self.schaal)

    def height(self, letter: str = "tekst", least: int | None = None) -> int:
        """Height in px of a control with one line of text; `least` is 44 unless given."""
        floor = self.tokens.maat.doel if least is None else least
        return max(floor, QFontMetrics(self.font(letter)).height() + 22)

    def chars(self, aantal: float, letter: str = "tekst") -> int:
        """Width in px of so many average characters: the measure for reflow."""
        if letter not in self._char_width:  # layouts ask this thousands of times a page
            self._char_width[letter] = QFontMetrics(self.font(letter)).averageCharWidth()
        return round(aantal * self._char_width[letter])

    def pixmap(self, naam: str, kleur: str, maat: float, dpr: float) -> QPixmap:
        """An icon in a token's colour, `maat` px at 100 % text."""
        return self._icons.pixmap(naam, getattr(self.kleuren, kleur), self.px(maat), dpr)

    def _refresh(self, widget: QWidget) -> None:
        letter = widget.property("letter")
        if letter:
            naam, _, vet = str(letter).partition(" ")
            self.set_letter(widget, naam, bool(vet))
        kleur = widget.property("kleur")
        if kleur:
            self.set_kleur(widget, str(kleur))
        widget.updateGeometry()
        widget.update()


def _set_sheet(app: QApplication, sheet: str) -> None:
    if app.styleSheet() != sheet:  # Qt parses it and polishes every widget anew, also when nothing changed
        app.setStyleSheet(sheet)


def _drop_sheet(app: QApplication) -> None:
    """Draw without a style sheet. Qt 6.12 leaves its mark on the widgets then, and so it would not hear with the next
    sheet that one of them was destroyed: it styles that one too, and crashes.
    """
    _set_sheet(app, "")
    for widget in app.allWidgets():
        widget.setAttribute(Qt.WidgetAttribute.WA_StyleSheet, False)


def prefers_calm(app: QApplication) -> bool:
    """Whether the system asks for less motion: then nothing slides or unfolds."""
    hints = app.styleHints()  # held here: what it says of accessibility goes with it
    return hints.accessibility().motionPreference() == Qt.MotionPreference.ReducedMotion
