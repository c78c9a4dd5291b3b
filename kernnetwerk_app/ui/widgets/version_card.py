"""One of several versions of a text: whose it is, who and when, and the words with what differs marked."""

from PySide6.QtWidgets import QHBoxLayout

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.card import Card, Streep
from kernnetwerk_app.ui.widgets.chip import Chip
from kernnetwerk_app.ui.widgets.diff_text import DiffText
from kernnetwerk_app.ui.widgets.icon import IconLabel
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class VersionCard(Card):
    """`title`, `wie`, `moment` in words; `own` is marked where it differs from `other`."""

    def __init__(self, theme: Theme, title: str, wie: str, moment: str, own: str, other: str) -> None:
        super().__init__(theme, padding=20)
        t = load("conflict")
        self._chip = Chip(theme, t("kaart.gekozen"), "goed", "vink")
        head = QHBoxLayout()
        head.addWidget(PlainLabel(theme, title, "kop", vet=True, wrap=True), 1)
        head.addWidget(self._chip)
        # The chip's room is kept, so that choosing moves nothing.
        policy = self._chip.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._chip.setSizePolicy(policy)
        facts = FlowLayout(spacing=20)
        for icon, words in (("zelf", wie), ("klok", moment)):
            if words:
                facts.addWidget(IconLabel(theme, icon, words, icon_kleur="inkt2"))
        self.words = DiffText(theme, own, other)
        self.body.addLayout(head)
        self.body.addLayout(facts)
        self.body.addSpacing(4)
        self.body.addWidget(Streep())
        self.body.addSpacing(8)
        self.body.addWidget(self.words)
        if not own:
            self.body.addWidget(PlainLabel(theme, t("kaart.leeg"), kleur="inkt2"))
            self.words.hide()
        self.body.addStretch(1)
        self.setAccessibleName(", ".join(filter(None, (title, wie, moment))))
        self.set_chosen(False)

    def set_chosen(self, chosen: bool) -> None:
        super().set_chosen(chosen)
        self._chip.setVisible(chosen)
