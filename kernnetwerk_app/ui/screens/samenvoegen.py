"""Two people who may be one, beside one another, with what is the same; a person decides, and can go back on it."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.bsn import masker
from kernnetwerk_app.domain.geboortedatum import toon_geboortedatum
from kernnetwerk_app.domain.telefoon import toon_telefoon
from kernnetwerk_app.services import samenvoeging
from kernnetwerk_app.services.samenvoeging import Kant, SamenBeeld
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.chip import Chip
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rows import Rows

_VELDEN = ("geboortedatum", "bsn", "adres", "telefoon", "vraag")


class SamenvoegenScreen(Scherm):
    """That both dossiers were opened is noted before anything of them is shown."""

    def __init__(self, omgeving: Omgeving, een_id: UUID, ander_id: UUID) -> None:
        self._t = load("samenvoegen")
        super().__init__(omgeving, self._t("titel"), self._t("ondertitel"))
        self.setObjectName("samenvoegen")
        self._ids = een_id, ander_id
        self._is_shown = False
        self._why = QWidget()
        self._reasons = FlowLayout(self._why, spacing=8)
        self.body.addWidget(self._why)
        self._sides = self.add_columns((6, 6))
        self._after = PlainLabel(self.theme, self._t("na"), kleur="inkt2", wrap=True)
        self.body.addWidget(self._after)
        self._build_foot()

    def _build_foot(self) -> None:
        t = self._t
        self._back = self.foot.set_back(t("voet.later"))
        self._back.setObjectName("later")
        self._back.clicked.connect(self.omgeving.ga.vandaag)
        self._two = self.foot.add_quiet(t("voet.twee"))
        self._two.setObjectName("twee_mensen")
        self._two.clicked.connect(self._are_two)
        self._one = self.foot.set_primary(t("voet.samen"), trailing="")
        self._one.setObjectName("voeg_samen")
        self._one.clicked.connect(self._join)
        self._set_ready(ready=False)

    def focus_first(self) -> None:
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        if not self._is_shown:
            plek, ids = self.omgeving.plek, self._ids
            self.omgeving.tasks.write(
                self, lambda: samenvoeging.open_paar(plek, *ids), self._show, self.omgeving.meld_fout
            )

    def _show(self, beeld: SamenBeeld) -> None:
        self._is_shown = True
        t = self._t
        if beeld.besluit is not None:
            self.body.insertWidget(0, EmptyBox(self.theme, t("klaar")))
        self._reasons.addWidget(PlainLabel(self.theme, t("waarom"), kleur="inkt2"))
        for reden in beeld.redenen:
            self._reasons.addWidget(Chip(self.theme, t(f"reden.{reden.name.lower()}"), "goed", "vink"))
        self._why.setVisible(bool(beeld.redenen))
        for side, kant in zip(self._sides, beeld.kanten, strict=True):
            side.addWidget(PlainLabel(self.theme, kant.inwoner.naam or t("zonder_naam"), "kop", vet=True, wrap=True))
            card = Rows(self.theme)
            for veld, woorden in zip(_VELDEN, self._facts(kant), strict=True):
                card.add(InfoRow(self.theme, woorden or t("geen"), t(f"veld.{veld}")))
            side.addWidget(card)
        self._set_ready(ready=beeld.besluit is None)
        if beeld.kind_van_twee and beeld.besluit is None:
            self._lead_to_stay(beeld)

    def _lead_to_stay(self, beeld: SamenBeeld) -> None:
        """A child of two households: those stay two, and the one says that the child lives in the other as well."""
        self._after.setText(self._t("kind_van_twee"))
        self._one.setText(self._t("voet.woont_ook"))
        self._one.setObjectName("woont_ook")
        self._one.clicked.disconnect()
        hier = beeld.kanten[0].huishouden.id
        self._one.clicked.connect(lambda: self.omgeving.ga.mensen(hier))

    def _facts(self, kant: Kant) -> tuple[str, ...]:
        wie = kant.inwoner
        return (
            toon_geboortedatum(wie.geboortedatum) if wie.geboortedatum else "",
            masker(wie.bsn) if wie.bsn else "",
            kant.adres,
            toon_telefoon(wie.telefoon) if wie.telefoon else "",
            kant.vraag,
        )

    def _set_ready(self, *, ready: bool) -> None:
        self._one.setEnabled(ready)
        self._two.setEnabled(ready)

    # -- deciding ------------------------------------------------------------------------------------------------

    def _join(self) -> None:
        plek, ids, herkomst = self.omgeving.plek, self._ids, self.herkomst
        self._set_ready(ready=False)

        def joined(samen: tuple[UUID, Changes]) -> None:
            self.omgeving.ga.mensen(samen[0])

        self.omgeving.tasks.write(self, lambda: samenvoeging.voeg_samen(plek, *ids, herkomst), joined, self._refused)

    def _are_two(self) -> None:
        plek, ids, herkomst = self.omgeving.plek, self._ids, self.herkomst
        self._set_ready(ready=False)
        self.omgeving.tasks.write(
            self,
            lambda: samenvoeging.zijn_twee(plek, *ids, herkomst),
            lambda _: self.omgeving.ga.vandaag(),
            self._refused,
        )

    def _refused(self, fout: Exception) -> None:
        self._set_ready(ready=True)
        self.omgeving.meld_fout(fout)
