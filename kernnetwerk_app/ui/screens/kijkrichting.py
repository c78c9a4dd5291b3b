"""Everything that was told, by life domain or by side of life, with the goals, who does what, and scores (OND-03)."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from kernnetwerk_app.domain.bezorging import Stuk
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.score import Score
from kernnetwerk_app.domain.tekst import begin_van
from kernnetwerk_app.domain.werkwijze import Lens
from kernnetwerk_app.services import kijkrichting, score, stukken
from kernnetwerk_app.services.kijkrichting import Draagbeeld, EigenStand, Gezegd, KijkBeeld, Vak, Voornemen
from kernnetwerk_app.services.planinhoud import doener
from kernnetwerk_app.services.score import Verloop
from kernnetwerk_app.services.stukregels import GESPREK
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.kijk_forms import DoelgebiedForm, ScoreForm
from kernnetwerk_app.ui.forms.page_form import PageForm
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossierscherm import Dossierscherm
from kernnetwerk_app.ui.widgets.choice import ChoiceGroup, Option
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.score_row import score_row

_MOST = 4_000
"""So many characters of an answer stand here; all of it in the gesprek, and on paper."""
DRAAG = "DRAAG"
"""Key of the look at what carries and what weighs, beside those of the lenses."""


class KijkrichtingScreen(Dossierscherm[KijkBeeld]):
    """The lens only lays out what is there in another way: nothing is asked here."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID) -> None:
        woorden = load("kijkrichting").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, huishouden_id, woorden, kijkrichting.load, woorden("onder"))
        self.setObjectName("kijkrichting")
        richtingen = omgeving.plek.profiel.kijkrichtingen
        self._lens = richtingen[0].lens
        options = [Option(een.lens.name, een.naam) for een in richtingen] + [Option(DRAAG, woorden("draag.naam"))]
        self._looks = richtingen[0].lens.name
        self._choice = ChoiceGroup(self.theme, woorden("lens"), options)
        for option, box in zip(options, self._choice.choices(), strict=True):
            box.setObjectName(f"lens.{option.key.lower()}")
        self._choice.set_value(self._lens.name)
        self._choice.chosen.connect(self._look)
        self._content = QVBoxLayout()
        self._content.setSpacing(12)
        self.body.addWidget(self._choice)
        self.body.addLayout(self.forms)
        self.body.addLayout(self._content)
        self.build_back("naar_dossier", omgeving.ga.dossier)
        self._score = self.foot.add_quiet(woorden("voet.score"))
        self._score.setObjectName("geef_score")
        self._score.setEnabled(False)
        self._score.clicked.connect(lambda: self._open(lambda beeld: ScoreForm(omgeving, beeld, self._lens)))

        self._paper = self.foot.set_primary(woorden("voet.papier"))
        self._paper.setObjectName("kijk_papier")
        self._paper.clicked.connect(self._show_paper)

    def show_beeld(self, beeld: KijkBeeld) -> None:
        self._score.setEnabled(True)
        clear_layout(self._content)
        for button in (self._paper, self._score):  # both are of a lens, and this look is none
            button.setVisible(self._looks != DRAAG)
        if self._looks == DRAAG:
            self._show_carried(beeld.draag)
            self._content.addWidget(PlainLabel(self.theme, self._t("draag.papier"), "klein", kleur="hint", wrap=True))
            return
        vakken = beeld.vakken[self._lens]
        vol = [vak for vak in vakken if not vak.is_leeg]
        if not vol:
            self._content.addWidget(EmptyBox(self.theme, self._t("leeg.alles")))
        for vak in vol:
            self._show_vak(vak)
        for zin in self._empty(vakken):
            self._content.addWidget(PlainLabel(self.theme, zin, kleur="inkt2", wrap=True))
        if any(vak.verlopen for vak in vol):
            note = PlainLabel(self.theme, self._t("score.alleen_hier"), "klein", kleur="hint", wrap=True)
            self._content.addWidget(note)

    def _show_carried(self, draag: Draagbeeld) -> None:
        """What carries first (OND-06); under each what the plan does about it."""
        t = self._t
        delen = (
            ("kracht", draag.kracht, "vergroten", draag.vergroten),
            ("last", draag.last, "verkleinen", draag.verkleinen),
        )
        for kop, gezegd, doet, regels in delen:
            self._content.addWidget(PlainLabel(self.theme, t(f"draag.{kop}"), "kop", vet=True, wrap=True))
            self.add_rows(self._content, [self._carried(een) for een in gezegd], t(f"draag.leeg_{kop}"))
            self._content.addWidget(PlainLabel(self.theme, t(f"draag.{doet}"), vet=True, wrap=True))
            rijen = [InfoRow(self.theme, regel.tekst, lead=doener(regel)) for regel in regels]
            self.add_rows(self._content, rijen, t("draag.geen"))

    def _carried(self, een: Gezegd) -> InfoRow:
        over = (een.over.naam or self._t("onbekend")) if een.over is not None else ""
        return InfoRow(self.theme, begin_van(een.woorden, _MOST), over, lead=een.gebied)

    def _show_vak(self, vak: Vak) -> None:
        naam = vak.naam or self._t("elders")
        self._content.addWidget(PlainLabel(self.theme, naam, "kop", vet=True, wrap=True))
        if vak.vraag:
            self._content.addWidget(PlainLabel(self.theme, vak.vraag, "klein", kleur="inkt2", wrap=True))
        rijen: list[ListRow | InfoRow] = [self._said(een) for een in vak.gezegd]
        rijen += [self._goal(een) for een in vak.voornemens]
        rijen += [self._own(een) for een in vak.eigen]
        rijen += [score_row(self.theme, verloop, self._take_back(verloop)) for verloop in vak.verlopen]
        self.add_rows(self._content, rijen, "")

    def _empty(self, vakken: Sequence[Vak]) -> list[str]:
        """One line for each state of what nobody told anything about; a side of life has none."""
        leeg: dict[str, list[str]] = {}
        for vak in vakken:
            if vak.is_leeg:
                leeg.setdefault(_STAND.get(vak.status, "niets"), []).append(vak.naam)
        return [self._t(f"leeg.{stand}", namen=", ".join(namen)) for stand, namen in leeg.items()]

    def _said(self, een: Gezegd) -> InfoRow:
        vraag = (
            een.vraag if self._lens is Lens.LEEFGEBIEDEN else self._t("vraag_in", gebied=een.gebied, vraag=een.vraag)
        )
        over = (een.over.naam or self._t("onbekend")) if een.over is not None else ""
        return InfoRow(self.theme, begin_van(een.woorden, _MOST), over, lead=vraag)

    def _own(self, een: EigenStand) -> InfoRow:
        """What a person said of it themselves, beside what a worker scored (OND-05)."""
        t = self._t
        keren = [t("eigen.keer", datum=datum_kort(keer.datum, jaar=True), stand=keer.stand) for keer in een.standen]
        lead = t("eigen.van", naam=een.inwoner.naam or t("onbekend"))
        return InfoRow(self.theme, ". ".join(keren), t("eigen.zelf"), lead=lead)

    def _goal(self, een: Voornemen) -> ListRow:
        regels = [self._t("regel", wie=doener(regel), wat=regel.tekst) for regel in een.afspraken]
        row = ListRow(self.theme, een.doel.tekst, "\n".join(regels), lead=self._t("doel"))
        row.setObjectName(f"doel_{een.doel.id}")
        row.clicked.connect(lambda: self._open(lambda beeld: DoelgebiedForm(self.omgeving, beeld, een.doel)))
        return row

    # -- what a person does --------------------------------------------------------------------------------------

    def _look(self, naam: str) -> None:
        self._looks = naam
        self._lens = self._lens if naam == DRAAG else Lens[naam]
        if self.beeld is not None:
            self.keep_typed(self.drop_form)  # a form for a score asks by the other lens
            self.show_beeld(self.beeld)

    def _show_paper(self) -> None:
        hier, ga = self.huishouden_id, self.omgeving.ga
        stuk = Stuk(GESPREK[self._lens], hier)
        ga.papier(stukken.papier(self.omgeving.plek, stuk), hier, partial(ga.kijkrichting, hier))

    def _take_back(self, verloop: Verloop) -> Callable[[], None]:
        laatste: Score = verloop.scores[-1]

        def take() -> None:
            plek, beeld, herkomst = self.omgeving.plek, self.beeld, self.herkomst
            if beeld is not None:
                bases = beeld.bases[laatste.id]
                self.omgeving.tasks.write(
                    self, lambda: score.neem_terug(plek, laatste, bases, herkomst), failed=self.omgeving.meld_fout
                )
                self._score.setFocus(Qt.FocusReason.OtherFocusReason)

        return take

    def _open(self, maker: Callable[[KijkBeeld], PageForm]) -> None:
        self.open_form(maker)


_STAND: dict[LeefgebiedStatus | None, str] = {
    LeefgebiedStatus.NOG_NIET: "nog_niet",
    LeefgebiedStatus.BESPROKEN: "besproken",
    LeefgebiedStatus.NIET_AAN_DE_ORDE: "niet_aan_de_orde",
    LeefgebiedStatus.WIL_NIET: "wil_niet",
}
"""Which sentence under `leeg` names what was left empty in this state."""
