"""Is this the visit of today? A question in the page that leaves the cursor where it is, with two equal answers."""

from PySide6.QtCore import Signal

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.card import Card
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Bezoekvraag(Card):
    """`held`: yes, it is being held. Either answer takes the question away; without one nothing changes."""

    held = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        t = load("gesprek")
        self.setObjectName("bezoekvraag")
        self.setAccessibleName(f"{t('bezoek.vraag')} {t('bezoek.uitleg')}")
        line = FlowLayout(spacing=12)
        line.addWidget(PlainLabel(theme, t("bezoek.vraag"), vet=True, wrap=True))
        line.addWidget(PlainLabel(theme, t("bezoek.uitleg"), kleur="inkt2", wrap=True))
        for name in ("ja", "nee"):
            button = Button(theme, t(f"bezoek.{name}"), "stil", hoog=44)
            button.setObjectName(f"bezoek_{name}")
            button.clicked.connect(self.hide)
            if name == "ja":
                button.clicked.connect(lambda: self.held.emit())
            line.addWidget(button)
        self.body.addLayout(line)

    def tell(self) -> None:
        """Have it read aloud, without taking the focus."""
        announce(self, self.accessibleName())
