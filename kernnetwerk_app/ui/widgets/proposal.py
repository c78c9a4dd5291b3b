"""What the app proposes, with every reason as a sentence; a person takes it over or does otherwise."""

from PySide6.QtCore import Qt, Signal

from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.triage import Voorstel
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.card import Card
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Proposal(Card):
    """`taken(str)`: a person takes the class over that is proposed."""

    taken = Signal(str)

    def __init__(self, theme: Theme, profiel: Gemeenteprofiel) -> None:
        super().__init__(theme)
        self._t, self._labels = load("triage"), profiel.indelingslijst("complexiteit")
        self._voorstel: Voorstel | None = None
        self._class = PlainLabel(theme, vet=True, wrap=True)
        self._class.setObjectName("voorstel")
        self._why = PlainLabel(theme, wrap=True)
        self._why.setObjectName("voorstel_redenen")
        self._take = Button(theme, self._t("voorstel.neem"), "stil", icon="vink", hoog=44)
        self._take.setObjectName("neem_voorstel")
        self._take.clicked.connect(self._on_take)
        own = PlainLabel(theme, self._t("voorstel.eigen"), "klein", kleur="hint", wrap=True)
        self.body.addWidget(PlainLabel(theme, self._t("voorstel.kop"), "kop", vet=True))
        for part in (self._class, self._why):
            self.body.addWidget(part)
        self.body.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(own)

    def show_proposal(self, voorstel: Voorstel | None) -> None:
        """None as long as nothing was observed."""
        self._voorstel = voorstel
        self._take.setVisible(voorstel is not None)
        self._class.setVisible(voorstel is not None)
        if voorstel is None:
            self._why.setText(self._t("voorstel.leeg"))
            return
        klasse = self._labels.label(voorstel.klasse).lower() if self._labels else ""
        self._class.setText(self._t("voorstel.past", klasse=klasse))
        self._why.setText("\n".join(f"• {reden}" for reden in voorstel.redenen))

    def _on_take(self) -> None:
        if self._voorstel is not None:
            self.taken.emit(self._voorstel.klasse)
