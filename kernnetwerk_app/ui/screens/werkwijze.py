"""What this municipality calls things, how it goes there, and which terms it chose (TAAL-04, TRI-15)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QVBoxLayout

from kernnetwerk_app.domain.profielwaarde import Afspraaktermijn, Begrip
from kernnetwerk_app.domain.werkwijze import Processtap
from kernnetwerk_app.services import werkwijze
from kernnetwerk_app.services.werkwijze import Gewoonte
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rows import Rows
from kernnetwerk_app.ui.widgets.text_field import TextField


class WerkwijzeScreen(Scherm):
    """The profile to read. Nothing of a resident is here, and nothing can be changed: that the beheerder does."""

    def __init__(self, omgeving: Omgeving) -> None:
        profiel = omgeving.plek.profiel
        self._t = load("werkwijze").met(profiel.zeg)
        super().__init__(omgeving, self._t("titel"), self._t("van", gemeente=profiel.naam, leus=profiel.leus))
        self.setObjectName("werkwijze")
        links, rechts = self.add_columns((6, 6))
        self._begrippen = profiel.begrippen
        self._build_words(links)
        self._add_part(rechts, "stappen.kop", [self._step(stap) for stap in profiel.stappen])
        self._add_part(rechts, "hier.kop", [self._habit(gewoonte) for gewoonte in werkwijze.zo_doen_wij(profiel)])
        self._add_part(rechts, "termijnen.kop", [self._term(termijn) for termijn in profiel.termijnen.values()])
        punten = [InfoRow(self.theme, punt) for punt in werkwijze.uitgangspunten(profiel)]
        self._add_part(rechts, "hier.uitgangspunten", punten)
        self.foot.set_fact(self._t("voet.feit", versie=profiel.versie, gemeente=profiel.naam))
        vandaag = self.foot.set_primary(self._t("voet.vandaag"))
        vandaag.setObjectName("naar_vandaag")
        vandaag.clicked.connect(omgeving.ga.vandaag)

    def focus_first(self) -> None:
        self._filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only the filter takes the focus here, so these keys turn the page."""
        bar = self.area.verticalScrollBar()
        steps = {
            Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
            Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
            Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
            Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.triggerAction(step)

    def _build_words(self, kolom: QVBoxLayout) -> None:
        kolom.addWidget(PlainLabel(self.theme, self._t("woorden.kop"), "kop", vet=True, wrap=True))
        self._filter = TextField(self.theme, self._t("woorden.filter"), icon="zoek")
        self._filter.setObjectName("woordfilter")
        self._filter.setAccessibleName(self._t("woorden.filter_naam"))
        self._filter.textChanged.connect(self._show_matching)
        kolom.addWidget(self._filter)
        self._woorden = Rows(self.theme)
        for begrip in self._begrippen:
            uitleg = self._t("woorden.uit_stuk", uitleg=begrip.uitleg) if begrip.bron else begrip.uitleg
            rij = InfoRow(self.theme, begrip.woord, uitleg)
            rij.title.set_vet(True)
            self._woorden.add(rij)
        kolom.addWidget(self._woorden)
        self._leeg = EmptyBox(self.theme, self._t("woorden.niets" if self._begrippen else "woorden.leeg"))
        kolom.addWidget(self._leeg)
        self._show_matching("")

    def _show_matching(self, getypt: str) -> None:
        gezocht = getypt.strip().casefold()
        passen = [_matches(begrip, gezocht) for begrip in self._begrippen]
        for rij, past in zip(self._woorden.rows(), passen, strict=True):
            rij.setVisible(past)
        self._woorden.setVisible(any(passen))
        self._leeg.setVisible(not any(passen))

    def _step(self, stap: Processtap) -> InfoRow:
        profiel = self.omgeving.plek.profiel
        teams = ", ".join(profiel.team(sleutel).naam for sleutel in stap.teams)
        delen = [
            self._t("stappen.door", teams=teams) if teams else "",
            self._t("stappen.alleen_als_nodig") if stap.alleen_als_nodig else "",
        ]
        return InfoRow(self.theme, stap.naam, ", ".join(deel for deel in delen if deel))

    def _habit(self, gewoonte: Gewoonte) -> InfoRow:
        row = InfoRow(self.theme, gewoonte.titel, " ".join(gewoonte.zinnen))
        row.setObjectName(f"hier_{gewoonte.sleutel}")
        return row

    def _term(self, termijn: Afspraaktermijn) -> InfoRow:
        hoe_lang = f"{termijn.aantal} {termijn.eenheid}" if termijn.aantal else self._t("termijnen.zonder_getal")
        waarvan = self._t(f"termijnen.{termijn.herkomst}", bron=termijn.bron)
        return InfoRow(self.theme, termijn.naam, waarvan, right=hoe_lang)

    def _add_part(self, kolom: QVBoxLayout, kop: str, rijen: Sequence[InfoRow]) -> None:
        kolom.addWidget(PlainLabel(self.theme, self._t(kop), "kop", vet=True, wrap=True))
        kaart = Rows(self.theme)
        for rij in rijen:
            kaart.add(rij)
        kolom.addWidget(kaart)
        kolom.addSpacing(12)


def _matches(begrip: Begrip, gezocht: str) -> bool:
    return gezocht in f"{begrip.woord} {begrip.uitleg}".casefold()
