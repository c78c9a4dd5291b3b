"""What asks for care in a signal: the resident who knows nothing yet, the missing step, and until when it stays."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import dag_en_maand, datum_kort
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.signaal import Signaal, bewaren_vanaf, melder_tot
from kernnetwerk_app.services.signaal import SignaalBeeld
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class SignaalSide(QWidget):
    """`step_wanted`: make talking the next step; `dossier_wanted`, `conflict_wanted`: go there."""

    step_wanted = Signal()
    dossier_wanted = Signal()
    conflict_wanted = Signal()

    def __init__(self, theme: Theme, profiel: Gemeenteprofiel) -> None:
        super().__init__()
        self._theme, self._t = theme, load("signaal").met(profiel.zeg)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_new(self) -> None:
        """Before anything was written down: how little is enough, and where to call in danger."""
        clear_layout(self._column)
        t = self._t
        self._say(t("kant.kort"), t("kant.kort_uitleg"))
        self._danger()

    def show_signaal(self, beeld: SignaalBeeld, maanden: int, wie: str, hoe: str) -> None:
        """`maanden` is the term after which words go, `wie` owns the next step, `hoe` is the outcome in words."""
        clear_layout(self._column)
        signaal, t = beeld.signaal, self._t
        if signaal.is_gewist and signaal.verwijderd_datum is not None:
            self._say("", t("kant.gewist", datum=datum_kort(signaal.verwijderd_datum, jaar=True)))
            return
        if beeld.conflicten:
            self._ask(t("kant.twee_versies"), t("kant.twee_versies_kies"), "twee_versies", self.conflict_wanted)
        if signaal.huishouden_id is not None:
            kop = t("kant.melding") if signaal.melding_id else ""
            self._ask(kop, t("kant.dossier"), "naar_dossier", self.dossier_wanted, goed=True)
        self._talked(signaal)
        if signaal.uitkomst is not None and signaal.uitkomst_datum is not None:
            self._say("", t("kant.afgelopen", datum=datum_kort(signaal.uitkomst_datum, jaar=True), hoe=hoe))
        elif signaal.stap_datum is not None:
            self._say("", t("kant.stap", wie=wie, datum=datum_kort(signaal.stap_datum)))
        elif signaal.stap is None:
            self._say("", t("kant.zonder_stap"))
        if signaal.niet_pluis:
            self._say("", t("kant.gevoel"))
        self._kept(beeld, maanden)
        self._danger()

    def _talked(self, signaal: Signaal) -> None:
        """SIG-20, SIG-21: as long as the resident knows nothing that stands first."""
        t = self._t
        if signaal.besproken_datum is not None:
            self._say("", t("kant.besproken", datum=datum_kort(signaal.besproken_datum, jaar=True)))
            return
        action = t("kant.praten") if signaal.is_open and signaal.stap is None else ""
        notice = Notice(self._theme, t("kant.niet_besproken"), action=action, lead=t("kant.niet_besproken_kop"))
        notice.setObjectName("niet_besproken")
        notice.button.setObjectName("zet_praten")
        notice.pressed.connect(self.step_wanted)
        self._column.addWidget(notice)

    def _kept(self, beeld: SignaalBeeld, maanden: int) -> None:
        """Until when, with the sum."""
        t, signaal = self._t, beeld.signaal
        if beeld.bewaren_tot is None:
            tot = melder_tot(signaal, maanden)
            if tot is not None:
                self._say("", t("kant.bewaren_niemand"), "bewaren")
            if tot is not None and not signaal.anoniem:
                self._say("", t("kant.bewaren_melder", datum=datum_kort(tot, jaar=True)), "bewaren_melder")
            return
        van = dag_en_maand(bewaren_vanaf(signaal), jaar=True)
        zinnen = [t("kant.bewaren", van=van, maanden=maanden)]
        zinnen.append(t("kant.bewaren_stap" if signaal.is_open else "kant.bewaren_klaar"))
        self._say(t("kant.bewaren_kop", datum=datum_kort(beeld.bewaren_tot, jaar=True)), " ".join(zinnen), "bewaren")

    def _danger(self) -> None:
        self._column.addSpacing(12)
        self._column.addWidget(PlainLabel(self._theme, self._t("kant.gevaar"), "klein", kleur="inkt2", wrap=True))

    def _say(self, kop: str, zin: str, naam: str = "") -> None:
        if kop:
            self._column.addWidget(PlainLabel(self._theme, kop, vet=True, wrap=True))
        label = PlainLabel(self._theme, zin, kleur="inkt2", wrap=True)
        label.setObjectName(naam)
        self._column.addWidget(label)
        self._column.addSpacing(8)

    def _ask(self, zin: str, action: str, naam: str, wanted: SignalInstance, goed: bool = False) -> None:
        if zin:
            self._column.addWidget(PlainLabel(self._theme, zin, vet=goed, wrap=True))
        button = Button(self._theme, action, "kaal", hoog=44, trailing="verder")
        button.setObjectName(naam)
        button.clicked.connect(lambda: wanted.emit())
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
