"""Propose a new entry of the sociale kaart, or say what is wrong with one. Kept as a concept until it is handed in."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.domain.voorziening import SleutelfiguurZonderAkkoord, Voorziening, VoorzieningZonderNaam
from kernnetwerk_app.services import voorziening
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.concept import Concept
from kernnetwerk_app.ui.forms.voorziening_form import VoorzieningForm
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.saved_mark import SavedMark

_VELD_VAN: dict[type[KernnetwerkError], str] = {VoorzieningZonderNaam: "naam", SleutelfiguurZonderAkkoord: "akkoord"}


class VoorzieningScreen(Scherm):
    """`bij_id`: the entry of which this is a better text; without it, something new."""

    def __init__(self, omgeving: Omgeving, bij_id: UUID | None = None) -> None:
        self._t = load("voorziening").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, self._t("titel_wijzig" if bij_id else "titel"), self._t("ondertitel"))
        self.setObjectName("voorziening")
        self._bij_id = bij_id
        self._mark = SavedMark(self.theme)
        self.aside.addWidget(self._mark)
        self.form = VoorzieningForm(self.theme, omgeving.plek.profiel)
        sleutel = f"{voorziening.CONCEPT}/{bij_id or 'nieuw'}"
        self._concept = Concept(omgeving, self, sleutel, self.form.texts, self._saved)
        self.form.edited.connect(self._on_edited)
        self.body.addWidget(self.form)
        terug = self.foot.set_back(self._t("voet.terug"))
        terug.setObjectName("terug")
        terug.clicked.connect(lambda: omgeving.ga.socialekaart())
        self.foot.set_fact(self._t("voet.feit"))
        self._hand_in = self.set_hand_in(self._t("voet.stel_voor"), trailing="vink")
        self._hand_in.setObjectName("stel_voor")
        self._hand_in.clicked.connect(self._propose)

    def focus_first(self) -> None:
        self.form.fields.editor("naam").setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """What stands there now, then what was typed over it before."""
        plek, bij_id = self.omgeving.plek, self._bij_id
        if bij_id is None:
            self._concept.load(self.form.fill)
            return

        def load_oud() -> Voorziening:
            with plek.store.read() as lezer:
                return lezer.get(Voorziening, bij_id)

        def show(oud: Voorziening) -> None:
            self.form.show_old(oud)
            self._concept.load(self.form.fill)

        self.omgeving.tasks.read(self, load_oud, show, self.omgeving.meld_fout)

    def keep_typed(self, then: Callable[[], None]) -> None:
        self._concept.leave(then)

    def _on_edited(self) -> None:
        self._mark.set_waiting()
        self._concept.typed()

    def _saved(self) -> None:
        self._mark.set_saved(toon_tijd(self.omgeving.plek.klok.lokaal().time()))

    def _propose(self) -> None:
        self.clear_notice()
        plek, herkomst, concept, bij_id = self.omgeving.plek, self.herkomst, self._concept.sleutel, self._bij_id
        invoer = self.form.read(plek.vandaag)
        if invoer is None:
            return
        self.form.setEnabled(False)  # what is typed now would not be in it
        self._concept.hand_in()
        self.omgeving.tasks.write(
            self,
            lambda: voorziening.stel_voor(plek, invoer, bij_id, herkomst, concept),
            self._proposed,
            self._refused,
        )

    def _proposed(self, _changes: Changes) -> None:
        self.form.setEnabled(True)
        self.form.fields.reset()
        self.omgeving.ga.socialekaart()

    def _refused(self, fout: Exception) -> None:
        """What was typed stays, on screen and kept."""
        self.form.setEnabled(True)
        self._concept.typed()
        veld = _VELD_VAN.get(type(fout)) if isinstance(fout, KernnetwerkError) else None
        if veld is None:
            self.omgeving.meld_fout(fout)
        else:
            self.form.show_fault(veld, sentence(fout))
