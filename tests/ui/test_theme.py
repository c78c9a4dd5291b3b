"""The look: contrast of every pair, light, dark, large and without a style sheet."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kernnetwerk_app.domain.huisstijl import PAREN, Huisstijl
from kernnetwerk_app.paths import resource
from kernnetwerk_app.profielbestanden.bestanden import geleverd
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.ui.fonts import FAMILIES, FILES
from kernnetwerk_app.ui.icons import Icons
from kernnetwerk_app.ui.stylesheet import stylesheet
from kernnetwerk_app.ui.theme import LETTERS, Theme
from kernnetwerk_app.ui.tokens import Kleuren, load_tokens
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

ROOT = Path(__file__).resolve().parents[2]
TOKENS = load_tokens(resource("style", "tokens.toml"))

TEKST = [  # words, ground, light, dark: as computed for the design; floor 4.5
    ("inkt", "papier", 15.13, 13.69), ("inkt", "grond", 13.91, 15.28), ("inkt", "stem", 13.37, 11.37),
    ("inkt2", "papier", 7.51, 9.26), ("inkt2", "rail", 6.32, 9.81), ("inkt2", "accent_tint", 6.16, 6.69),
    ("inkt2", "lijn", 5.37, 6.29), ("hint", "papier", 5.87, 7.20), ("hint", "grond", 5.40, 8.04),
    ("hint", "rail", 4.94, 7.63), ("hint", "accent_tint", 4.81, 5.20), ("accent", "papier", 7.91, 8.45),
    ("accent", "grond", 7.27, 9.43), ("accent", "stem", 6.99, 7.02), ("op_accent", "accent", 7.91, 9.26),
    ("op_accent", "accent_diep", 10.96, 11.47), ("accent_diep", "accent_tint", 8.98, 7.56),
    ("stem_inkt", "stem", 7.11, 9.37), ("letop", "grond", 6.50, 9.80), ("letop", "letop_tint", 6.09, 7.56),
    ("fout", "papier", 7.21, 8.08), ("fout", "fout_tint", 6.06, 7.14),
]  # fmt: skip
VORM = [  # lines and shapes, floor 3.0
    ("rand", "papier", 4.05, 4.87), ("rand", "grond", 3.72, 5.43), ("rand", "rail", 3.41, 5.16),
    ("rand", "stem", 3.58, 4.05), ("accent", "blok_leeg", 5.24, 5.02), ("focus_donker", "papier", 15.13, 10.10),
    ("focus_donker", "stem", 13.37, 8.39), ("focus_donker", "focus_geel", 9.79, 11.27),
]  # fmt: skip
EXTRA = [  # pairs that came with the building blocks: words, ground, floor
    ("inkt", "accent_tint", 4.5), ("inkt", "letop_tint", 4.5), ("accent", "accent_tint", 4.5), ("fout", "grond", 4.5),
    ("inkt2", "grond", 4.5), ("inkt2", "stem", 4.5), ("stem_inkt", "papier", 4.5), ("letop", "papier", 4.5),
    ("accent_diep", "papier", 4.5), ("inkt", "rail", 4.5), ("accent", "rail", 4.5), ("pen", "papier", 4.5),
    ("letop", "blok_leeg", 3.0), ("fout", "blok_leeg", 3.0), ("rand", "accent_tint", 3.0),
]  # fmt: skip


def _luminance(kleur: str) -> float:
    def linear(c: float) -> float:
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4

    colour = QColor(kleur)
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(een: str, ander: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2)."""
    light, dark = sorted((_luminance(een), _luminance(ander)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _pair(kleuren: Kleuren, voor: str, op: str) -> float:
    return contrast(getattr(kleuren, voor), getattr(kleuren, op))


@pytest.mark.parametrize(("voor", "op", "licht", "donker"), TEKST)
def test_words_can_be_read_on_their_ground(voor: str, op: str, licht: float, donker: float) -> None:
    for kleuren, documented in ((TOKENS.licht, licht), (TOKENS.donker, donker)):
        ratio = _pair(kleuren, voor, op)
        assert ratio >= 4.5
        assert ratio == pytest.approx(documented, abs=0.01)


@pytest.mark.parametrize(("voor", "op", "licht", "donker"), VORM)
def test_lines_and_shapes_stand_out(voor: str, op: str, licht: float, donker: float) -> None:
    for kleuren, documented in ((TOKENS.licht, licht), (TOKENS.donker, donker)):
        ratio = _pair(kleuren, voor, op)
        assert ratio >= 3.0
        assert ratio == pytest.approx(documented, abs=0.01)


@pytest.mark.parametrize(("voor", "op", "vloer"), EXTRA)
def test_pairs_of_the_building_blocks_stand_out(voor: str, op: str, vloer: float) -> None:
    assert min(_pair(TOKENS.licht, voor, op), _pair(TOKENS.donker, voor, op)) >= vloer


def test_words_in_the_unlock_picture_can_be_read() -> None:
    licht, donker = TOKENS.licht, TOKENS.donker
    assert contrast(licht.op_accent, licht.accent_diep) >= 4.5
    assert contrast(licht.plaat_lijn, licht.accent_diep) >= 4.5
    assert contrast(donker.inkt, donker.rail) >= 4.5
    assert contrast(donker.plaat_lijn, donker.rail) >= 4.5


def test_a_municipality_brings_its_own_accent_and_nothing_else() -> None:
    eigen = TOKENS.with_accent(Huisstijl(accent="#154273").kleuren)
    namen = {naam for naam in Kleuren._fields if getattr(eigen.licht, naam) != getattr(TOKENS.licht, naam)}
    assert eigen.licht.accent == "#154273"
    assert namen == {"accent", "accent_diep", "accent_tint"}
    assert eigen._replace(licht=TOKENS.licht) == TOKENS


MET_ACCENT = [een for een in ((v, o, 4.5) for v, o, *_ in TEKST) if "accent" in een[0] + een[1]] + [
    een for een in (*((v, o, 3.0) for v, o, *_ in VORM), *EXTRA) if "accent" in een[0] + een[1]
]


@pytest.mark.parametrize("sleutel", geleverd().namen("profielen"))
def test_in_the_colours_of_every_municipality_that_ships_words_and_shapes_stand_out(sleutel: str) -> None:
    huisstijl = load_profiel(sleutel).huisstijl
    assert huisstijl is not None
    licht = TOKENS.with_accent(huisstijl.kleuren).licht
    assert {(v, o): _pair(licht, v, o) for v, o, vloer in MET_ACCENT if _pair(licht, v, o) < vloer} == {}
    assert contrast(licht.op_accent, licht.accent_diep) >= 4.5
    assert contrast(licht.plaat_lijn, licht.accent_diep) >= 4.5


def test_each_pair_that_holds_for_our_accent_is_asked_of_that_of_a_municipality() -> None:
    assert {een for een in MET_ACCENT if een not in PAREN} == set()
    assert len({load_profiel(sleutel).huisstijl for sleutel in geleverd().namen("profielen")}) == 4


def test_the_style_sheet_leaves_letters_to_the_fonts(theme: Theme, qapp: QApplication) -> None:
    sheet = qapp.styleSheet()
    assert "font-size" not in sheet
    assert "font-family" not in sheet
    assert TOKENS.licht.accent in sheet


def test_dark_follows_the_dark_tokens(theme: Theme, qapp: QApplication) -> None:
    theme.apply(qapp, donker=True)
    assert theme.kleuren == TOKENS.donker
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == TOKENS.donker.grond.lower()


def test_the_dark_changes_colours_and_nothing_else() -> None:
    licht, donker = (stylesheet(kleuren, TOKENS.maat, 44) for kleuren in (TOKENS.licht, TOKENS.donker))
    assert licht != donker
    assert re.sub(r"#[0-9A-Fa-f]{6,8}\b", "", licht) == re.sub(r"#[0-9A-Fa-f]{6,8}\b", "", donker)


def test_the_theme_follows_what_the_system_asks_for(theme: Theme, qapp: QApplication) -> None:
    hints = qapp.styleHints()
    theme.follow(qapp, lambda: 1.5)
    for tell in (
        lambda: hints.colorSchemeChanged.emit(hints.colorScheme()),
        lambda: hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference),
    ):
        theme.apply(qapp, donker=True)
        tell()
        assert theme.donker is (hints.colorScheme() is Qt.ColorScheme.Dark)
        assert theme.schaal == 1.5


def test_high_contrast_drops_the_style_sheet_and_paints_with_the_palette(theme: Theme, qapp: QApplication) -> None:
    theme.apply(qapp, hoog_contrast=True)
    palette = qapp.palette()
    assert qapp.styleSheet() == ""
    assert theme.kleuren.inkt == palette.color(QPalette.ColorRole.WindowText).name()
    assert theme.kleuren.papier == palette.color(QPalette.ColorRole.Base).name()
    assert theme.kleuren.stem not in (TOKENS.licht.stem, TOKENS.donker.stem)


_CLOSED_AFTER_CONTRAST = """
import gc
gc.disable()
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from kernnetwerk_app.ui.screens.beginnen import BeginnenPaneel
from kernnetwerk_app.ui.screens.ontgrendelen import OntgrendelenPaneel
from kernnetwerk_app.ui.start_window import StartWindow
from kernnetwerk_app.ui.theme import STYLE_ARGUMENTS, Theme
qt = QApplication(["kernnetwerk", *STYLE_ARGUMENTS])
theme = Theme()

def show(paneel):
    window = StartWindow(theme)
    window.show_panel(paneel(theme))
    window.show()
    for look in ({}, {"schaal": 2.0}, {"hoog_contrast": True}, {"donker": True}):
        theme.apply(qt, **look)
        QTest.qWait(20)
    window.close()
    theme.apply(qt)

theme.apply(qt)
show(BeginnenPaneel)
show(OntgrendelenPaneel)
"""


def test_another_look_after_high_contrast_survives_that_a_window_was_closed() -> None:
    """With an empty style sheet for high contrast Qt kept styling the window that is gone, and crashed."""
    omgeving = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", _CLOSED_AFTER_CONTRAST], capture_output=True, text=True, check=False, env=omgeving
    )
    assert done.returncode == 0, done.stderr


def test_text_size_scales_in_points_for_widgets_that_are_already_there(
    theme: Theme, qapp: QApplication, toon: Callable[..., QWidget]
) -> None:
    label = PlainLabel(theme, "Goedemorgen", "titel", vet=True)
    toon(label)
    assert label.font().pointSizeF() == pytest.approx(28 * 0.75)
    theme.apply(qapp, schaal=2.0)
    assert label.font().pointSizeF() == pytest.approx(2 * 28 * 0.75)
    assert label.font().weight() == 600
    assert theme.height() > 44


def test_every_letter_has_its_size_and_the_bundled_family(theme: Theme) -> None:
    for letter, maat in LETTERS.items():
        font = theme.font(letter)
        assert font.pointSizeF() == pytest.approx(getattr(TOKENS.maat, maat) * 0.75)
        assert QFontInfo(font).family() == "Open Sans"
    assert QFontInfo(theme.font(vet=True)).weight() == 600


def test_letters_come_from_files_that_ship_with_their_licences(theme: Theme) -> None:
    for file in FILES:
        assert resource("fonts", file).stat().st_size > 100_000
    assert "Apache License" in resource("fonts", "LICENSE-OpenSans.txt").read_text()
    assert "Bitstream Vera" in resource("fonts", "LICENSE-DejaVu.txt").read_text()
    assert set(FAMILIES) <= set(QFontDatabase.families())


def test_weight_and_colour_survive_another_parent(theme: Theme) -> None:
    label = PlainLabel(theme, "nog 3 dagen")
    inner = QWidget()
    QVBoxLayout(inner).addWidget(label)
    label.ensurePolished()
    label.set_vet(True)
    label.set_kleur("letop")
    outer = QWidget()
    QVBoxLayout(outer).addWidget(inner)
    assert label.font().weight() == 600
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == TOKENS.licht.letop.lower()


@pytest.mark.parametrize("naam", sorted(path.stem for path in resource("icons").glob("*.svg")))
def test_every_icon_is_drawn_in_the_colour_asked_for(naam: str, theme: Theme) -> None:
    image = Icons(resource("icons")).pixmap(naam, "#A6261B", 20, 2.0).toImage()
    drawn = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert image.width() == 40
    assert drawn == {"#a6261b"}


def _run(code: str) -> str:
    """Output of a fresh interpreter with the program on its path."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run([sys.executable, "-c", code], env=env, check=True, capture_output=True, text=True).stdout


def test_the_first_window_loads_nothing_but_qt_and_toml() -> None:
    loaded = _run(
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from kernnetwerk_app.ui.theme import STYLE_ARGUMENTS, Theme\n"
        "from kernnetwerk_app.ui.widgets.logo import Logo\n"
        "from kernnetwerk_app.ui.widgets.text_field import SecretField\n"
        "from kernnetwerk_app.ui.widgets.unlock_picture import UnlockPicture\n"
        "app = QApplication(['kernnetwerk', *STYLE_ARGUMENTS])\n"
        "theme = Theme()\n"
        "theme.apply(app)\n"
        "parts = [Logo(theme), SecretField(theme), UnlockPicture(theme)]\n"
        "print(' '.join(sys.modules))"
    ).split()
    for heavy in ("PySide6.QtSvg", "pydantic", "sqlmodel", "sqlalchemy", "reportlab", "requests", "difflib"):
        assert heavy not in loaded


def test_none_survives_more_calls_than_there_are_references_to_it() -> None:
    output = _run(
        "from kernnetwerk_app.ui.none_guard import protect_none\n"
        "protect_none()\n"
        "from PySide6.QtCore import QObject\n"
        "thing = QObject()\n"
        "for _ in range(50_000): thing.setObjectName('x')\n"
        "print('alive')"
    )
    assert output.strip() == "alive"
