"""Colours to and from Qt's palette."""

from PySide6.QtGui import QColor, QPalette

from kernnetwerk_app.ui.tokens import Kleuren

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


def palette_of(kleuren: Kleuren) -> QPalette:
    """The palette that every plain Qt widget draws with."""
    palette = QPalette()
    for role, kleur in (
        (_Role.Window, kleuren.grond),
        (_Role.WindowText, kleuren.inkt),
        (_Role.Base, kleuren.papier),
        (_Role.AlternateBase, kleuren.grond),
        (_Role.Text, kleuren.inkt),
        (_Role.PlaceholderText, kleuren.hint),
        (_Role.Button, kleuren.papier),
        (_Role.ButtonText, kleuren.inkt),
        (_Role.BrightText, kleuren.op_accent),
        (_Role.ToolTipBase, kleuren.papier),
        (_Role.ToolTipText, kleuren.inkt),
        (_Role.Highlight, kleuren.accent),
        (_Role.HighlightedText, kleuren.op_accent),
        (_Role.Accent, kleuren.accent),
        (_Role.Link, kleuren.accent),
        (_Role.LinkVisited, kleuren.accent),
        (_Role.Light, kleuren.papier),
        (_Role.Midlight, kleuren.rail),
        (_Role.Mid, kleuren.lijn),
        (_Role.Dark, kleuren.rand),
        (_Role.Shadow, kleuren.inkt),
    ):
        palette.setColor(role, QColor(kleur))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(_Group.Disabled, role, QColor(kleuren.inkt2))
    palette.setColor(_Group.Disabled, _Role.Button, QColor(kleuren.lijn))
    return palette


def colours_of(palette: QPalette) -> Kleuren:
    """The tokens as the system's palette gives them: what painters use in high contrast.

    Two colours remain: what is written and what it stands on. Meaning never hangs on colour alone, so that is enough.
    """

    def of(role: QPalette.ColorRole) -> str:
        return palette.color(_Group.Active, role).name()

    inkt, grond, papier = of(_Role.WindowText), of(_Role.Window), of(_Role.Base)
    return Kleuren(
        inkt=inkt, inkt2=inkt, hint=inkt, papier=papier, grond=grond, rail=grond, lijn=inkt, rand=inkt,
        accent=inkt, accent_diep=inkt, accent_tint=papier, op_accent=papier,
        stem=papier, stem_lijn=inkt, stem_inkt=inkt, letop=inkt, letop_tint=papier, fout=inkt, fout_tint=papier,
        focus_donker=inkt, focus_geel=grond, blok_leeg=grond, plaat_lijn=papier, plaat_zon=papier, pen=inkt,
    )  # fmt: skip
