"""The one style sheet, generated from the tokens. It sets grounds, lines and padding; letters come from QFont.

It sets no colour of words in labels either: those come from the palette, by `Theme.set_kleur`. Widgets say what they
are with the dynamic property `rol` (kaart, stem, letop, rail, ...), and with `fout` and `gekozen` in what state.
"""

from kernnetwerk_app.ui.tokens import Kleuren, Maat


def stylesheet(k: Kleuren, maat: Maat, hoogte: int) -> str:
    """The whole sheet. `hoogte` is the height of one line in a list or menu, in px."""
    return "\n".join((_grounds(k, maat), _buttons(k, maat), _fields(k, maat), _lists(k, maat, hoogte)))


def _grounds(k: Kleuren, maat: Maat) -> str:
    rond = maat.rond_kaart
    return f"""
QFrame[rol="kaart"] {{ background: {k.papier}; border: 1px solid {k.lijn}; border-radius: {rond}px; }}
QFrame[rol="kaart"][gekozen="true"] {{ border: 2px solid {k.accent}; }}
QFrame[rol="stem"] {{ background: {k.stem}; border: 0; border-radius: {rond}px; }}
QFrame[rol="tint"] {{ background: {k.accent_tint}; border: 0; border-radius: {rond}px; }}
QFrame[rol="letop"] {{ background: {k.letop_tint}; border: 0; border-radius: {rond}px; }}
QFrame[rol="fout"] {{ background: {k.fout_tint}; border: 0; border-radius: {rond}px; }}
QFrame[rol="oefenbalk"] {{ background: {k.accent_tint}; border: 0; border-bottom: 1px solid {k.lijn}; }}
QFrame[rol="paneel"] {{ background: {k.grond}; border: 0; border-left: 1px solid {k.rand}; }}
QFrame[rol="rail"] {{ background: {k.rail}; border: 0; }}
QFrame[rol="strook"] {{ background: {k.grond}; border: 0; border-left: 1px solid {k.lijn}; }}
QFrame[rol="bovenbalk"] {{ background: {k.grond}; border: 0; border-bottom: 1px solid {k.lijn}; }}
QFrame[rol="voet"] {{ background: {k.grond}; border: 0; border-top: 1px solid {k.lijn}; }}
QFrame[rol="stembalk"] {{ background: {k.stem}; border: 0; border-bottom: 1px solid {k.stem_lijn}; }}
QFrame[rol="tafel"] {{ background: {k.stem}; border: 0; }}
QFrame[rol="tafelvoet"] {{ background: {k.papier}; border: 0; border-top: 1px solid {k.stem_lijn}; }}
QFrame[rol="stemstreep"] {{ background: {k.stem_lijn}; border: 0; }}
QFrame[rol="streep"] {{ background: {k.lijn}; border: 0; }}
QLabel[rol="toets"] {{ border: 1px solid {k.lijn}; border-radius: 4px; background: {k.grond}; padding: 1px 6px; }}
QToolTip {{ background: {k.papier}; color: {k.inkt}; border: 1px solid {k.rand}; padding: 4px 8px; }}
"""


def _buttons(k: Kleuren, maat: Maat) -> str:
    return f"""
QPushButton {{ background: {k.papier}; color: {k.inkt}; border: 1px solid {k.rand}; border-radius: {maat.rond_kaart}px;
  padding: 11px 20px; outline: 0; }}
QPushButton:hover, QPushButton:pressed {{ background: {k.accent_tint}; border-color: {k.accent}; }}
QPushButton:disabled {{ background: {k.lijn}; color: {k.inkt2}; border-color: {k.lijn}; }}
QPushButton[rol="doe"], QPushButton:default {{ background: {k.accent}; color: {k.op_accent};
  border-color: {k.accent}; }}
QPushButton[rol="doe"]:hover, QPushButton[rol="doe"]:pressed, QPushButton:default:hover {{
  background: {k.accent_diep}; border-color: {k.accent_diep}; }}
QPushButton[rol="doe"]:disabled {{ background: {k.lijn}; border-color: {k.lijn}; color: {k.inkt2}; }}
QPushButton[rol="kaal"] {{ background: transparent; border: 0; }}
QPushButton[rol="kaal"]:hover, QPushButton[rol="kaal"]:pressed {{ background: {k.accent_tint}; }}
QPushButton[rol="kaal"][grond="eigen"]:hover, QPushButton[rol="kaal"][grond="eigen"]:pressed {{
  background: {k.papier}; }}
QTabBar {{ background: transparent; border: 0; }}
QTabBar::tab {{ background: transparent; color: {k.inkt2}; border: 0;
  border-bottom: {maat.lijn_route}px solid transparent; padding: 0 16px; min-height: {maat.doel - 3}px; }}
QTabBar::tab:hover {{ background: {k.accent_tint}; }}
QTabBar::tab:selected {{ color: {k.accent}; border-bottom-color: {k.accent}; font-weight: 600; }}
QTabWidget::pane {{ border: 0; border-top: 1px solid {k.lijn}; }}
"""


def _fields(k: Kleuren, maat: Maat) -> str:
    every = "QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox"
    wrong = ", ".join(f'{kind}[fout="true"]' for kind in every.split(", "))
    off = ", ".join(f"{kind}:disabled" for kind in every.split(", "))
    return f"""
{every} {{ background: {k.papier}; color: {k.inkt}; border: 1px solid {k.rand}; border-radius: {maat.rond_veld}px;
  padding: 9px 10px; selection-background-color: {k.accent}; selection-color: {k.op_accent}; }}
QLineEdit, QTextEdit, QPlainTextEdit, QComboBox {{ placeholder-text-color: {k.hint}; }}
QLineEdit {{ lineedit-password-character: 8226; }}
QTextEdit[rol="lezen"] {{ background: transparent; border: 0; padding: 0; }}
{wrong} {{ border: 2px solid {k.fout}; }}
{off} {{ background: {k.lijn}; color: {k.inkt2}; border-color: {k.lijn}; }}
QComboBox {{ padding-right: 32px; }}
QComboBox QLineEdit, QAbstractSpinBox QLineEdit {{ background: transparent; border: 0; padding: 0; }}
QComboBox QAbstractItemView {{ border: 1px solid {k.rand}; padding: 4px; }}
QComboBox::drop-down {{ border: 0; width: 0; }}
QComboBox::down-arrow {{ image: none; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {k.blok_leeg}; }}
QSlider::sub-page:horizontal {{ border-radius: 2px; background: {k.accent}; }}
QSlider::handle:horizontal {{ width: 24px; margin: -12px 0; border-radius: 13px; border: 2px solid {k.accent};
  background: {k.papier}; }}
QProgressBar {{ background: {k.blok_leeg}; border: 0; border-radius: 4px; max-height: 8px; }}
QProgressBar::chunk {{ background: {k.accent}; border-radius: 4px; }}
"""


def _lists(k: Kleuren, maat: Maat, hoogte: int) -> str:
    return f"""
QAbstractItemView {{ background: {k.papier}; color: {k.inkt}; border: 1px solid {k.lijn}; outline: 0;
  border-radius: {maat.rond_veld}px; selection-background-color: {k.accent_tint}; selection-color: {k.inkt}; }}
QListView::item {{ min-height: {hoogte}px; padding: 0 12px; }}
QAbstractItemView::item:hover {{ background: {k.grond}; }}
QAbstractItemView::item:selected {{ background: {k.accent_tint}; color: {k.inkt}; }}
QHeaderView::section {{ background: {k.grond}; color: {k.inkt2}; border: 0; border-bottom: 1px solid {k.lijn};
  padding: 8px 12px; }}
QMenu {{ menu-scrollable: 1; background: {k.papier}; color: {k.inkt}; border: 1px solid {k.rand}; padding: 4px; }}
QMenu::item {{ padding: 0 24px 0 16px; height: {hoogte}px; border-radius: 4px; }}
QMenu::item:selected {{ background: {k.accent_tint}; color: {k.inkt}; }}
QMenu::item:disabled {{ color: {k.inkt2}; }}
QMenu::separator {{ height: 1px; background: {k.lijn}; margin: 4px 8px; }}
QScrollArea {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ background: transparent; width: 14px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 14px; margin: 2px; }}
QScrollBar::handle {{ background: {k.rand}; border-radius: 5px; }}
QScrollBar::handle:vertical {{ min-height: 44px; }}
QScrollBar::handle:horizontal {{ min-width: 44px; }}
QScrollBar::handle:hover {{ background: {k.inkt2}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: {k.lijn}; border-radius: 5px; }}
"""
