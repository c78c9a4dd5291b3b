"""The three buttons: doe (the one filled action), stil (a quiet box), kaal (words only)."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy

from kernnetwerk_app.ui.drawing import antialiased, draw_box
from kernnetwerk_app.ui.theme import Theme

Rol = Literal["doe", "stil", "kaal"]
_GAP = 10
_ICON, _ICON_TAFEL = 20, 28
_PAD = {"doe": 20, "stil": 20, "kaal": 12}


class Button(QPushButton):
    """A button with a word, and where it helps an icon before it, an icon after it and the key that does the same.

    `hoog` is the least height in px (44 or more). Enter presses it as well as the space bar. `kleur` is the colour of
    the words of a kaal button, for use on a coloured ground.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        rol: Rol = "stil",
        icon: str = "",
        trailing: str = "",
        toets: str = "",
        hoog: int = 48,
        letter: str = "tekst",
        kleur: str = "accent",
    ) -> None:
        super().__init__()
        self._theme, self._rol, self._icon_name, self._trailing = theme, rol, icon, trailing
        self._toets, self._hoog, self._kleur, self._letter = toets, hoog, kleur, letter
        self._toets_shown, self._icon_shown = bool(toets), True
        self._pad = _PAD[rol] if hoog > theme.tokens.maat.doel else min(_PAD[rol], 14)
        self._text = ""
        self._side = _ICON_TAFEL if letter == "tafel" else _ICON
        self.setProperty("rol", rol)
        self.setProperty("rond", theme.tokens.maat.rond_kaart)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme.set_letter(self, letter, vet=True)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Words are shown as they are: an ampersand in a name is no shortcut."""
        self._text = text
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(f"{text}, {self._toets}" if self._toets else text)
        self.updateGeometry()

    def text(self) -> str:
        return self._text

    def show_toets(self, shown: bool) -> None:
        """Whether the key is drawn; where room is short it is only said."""
        shown = shown and bool(self._toets)
        if shown is not self._toets_shown:
            self._toets_shown = shown
            self.updateGeometry()
            self.update()

    def show_icon(self, shown: bool) -> None:
        """Whether the icon before its words is drawn; where room is short the words are enough."""
        if shown is not self._icon_shown:
            self._icon_shown = shown
            self.updateGeometry()
            self.update()

    def set_trailing(self, icon: str) -> None:
        """Another icon behind the words, of the same width."""
        self._trailing = icon
        self.update()

    def set_icon(self, icon: str) -> None:
        self._icon_name = icon
        self.updateGeometry()
        self.update()

    def set_kleur(self, kleur: str) -> None:
        """The colour of a kaal button's words, by its token."""
        self._kleur = kleur
        self.update()

    def set_rol(self, rol: Rol) -> None:
        self._rol = rol
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def width_wanted(self, toets: bool, icon: bool = True) -> int:
        """The width in px that it asks for, with its key drawn or without, and the icon before its words."""
        return self._content_width(toets, icon) + 2 * self._pad

    def sizeHint(self) -> QSize:
        width = self.width_wanted(self._toets_shown, self._icon_shown)
        words = self.fontMetrics().lineSpacing() * (self._text.count("\n") + 1) + 2 * self._theme.px(8)
        return QSize(width, max(self._hoog, self._theme.height(self._letter), words if "\n" in self._text else 0))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = antialiased(self)
        words = self._draw_ground(painter)
        x = (self.width() - self._content_width(self._toets_shown, self._icon_shown)) / 2
        if self._rol == "kaal":
            x = self._pad
        if self._icon_name and self._icon_shown:
            x = self._draw_icon(painter, self._icon_name, x, "accent" if words == "inkt" else words)
        painter.setFont(self.font())
        if self._theme.hoog_contrast and not self.isEnabled():
            painter.setPen(self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText))
        else:
            painter.setPen(self._theme.kleur(words))
        advance = self._advance()
        painter.drawText(QRectF(x, 0, advance + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self._text)
        x += advance + self._gap()
        if self._toets_shown:
            x = self._draw_key(painter, x)
        if self._trailing:
            self._draw_icon(painter, self._trailing, x, words)
        painter.end()

    def _advance(self) -> int:
        """Width of its words in px: that of the widest line."""
        return max(map(self.fontMetrics().horizontalAdvance, self._text.split("\n")))

    def _draw_ground(self, painter: QPainter) -> str:
        """Draw the box for the present state; the token of the colour in which words stand on it."""
        kleur, rect = self._theme.kleur, QRectF(self.rect())
        hot = self.isEnabled() and (self.underMouse() or self.isDown())
        if not self.isEnabled() and self._rol != "kaal":
            if self._theme.hoog_contrast:
                draw_box(painter, rect, None, kleur("rand"), dashed=True)
            else:
                draw_box(painter, rect, kleur("lijn"))
            return "inkt2"
        if self._rol == "doe":
            draw_box(painter, rect, kleur("accent_diep" if hot else "accent"))
            return "op_accent"
        if self._rol == "stil":
            draw_box(painter, rect, kleur("accent_tint" if hot else "papier"), kleur("accent" if hot else "rand"))
            return "inkt"
        if hot:
            draw_box(painter, rect, kleur("accent_tint" if self._kleur == "accent" else "papier"))
        if not self.isEnabled():
            return "inkt2"
        return "accent_diep" if hot and self._kleur == "accent" else self._kleur

    def _draw_icon(self, painter: QPainter, naam: str, x: float, kleur: str) -> float:
        side = self._theme.px(self._side)
        pixmap = self._theme.pixmap(naam, kleur, self._side, self.devicePixelRatioF())
        painter.drawPixmap(round(x), (self.height() - side) // 2, pixmap)
        return x + side + self._gap()

    def _draw_key(self, painter: QPainter, x: float) -> float:
        metrics = QFontMetrics(self._theme.font("mini"))
        width, height = metrics.horizontalAdvance(self._toets) + 12, metrics.height() + 4
        box = QRectF(round(x), (self.height() - height) // 2, width, height)
        draw_box(painter, box, self._theme.kleur("grond"), self._theme.kleur("lijn"), radius=4)
        painter.setFont(self._theme.font("mini"))
        painter.setPen(self._theme.kleur("inkt2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._toets)
        return x + width + self._gap()

    def _content_width(self, toets: bool, icon: bool) -> int:
        parts = [self._advance()]
        parts += [self._theme.px(self._side)] * (bool(self._icon_name and icon) + bool(self._trailing))
        if toets and self._toets:
            parts.append(QFontMetrics(self._theme.font("mini")).horizontalAdvance(self._toets) + 12)
        return sum(parts) + self._gap() * (len(parts) - 1)

    def _gap(self) -> int:
        return self._theme.px(_GAP)
