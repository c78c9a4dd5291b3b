"""Before one reads the plan together: what nobody asked of a goal yet (PLAN-11), and chances (PLAN-10), one by one."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.ladder import NIET_NODIG
from kernnetwerk_app.domain.tekst import kort
from kernnetwerk_app.services import nagaan, netwerkbevinding
from kernnetwerk_app.services.nagaan import Vraag
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.in_beeld import bring_into_sight
from kernnetwerk_app.ui.forms.toch_lezen import TochLezen
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_KORT = 80
"""So much of a goal says which one it is; it stands whole in the plan beside it."""


class Nagaanvraag(TochLezen):
    """One question at a time; each answer is kept, and then one goes on at once. One press is an answer to all that is
    open: we looked, and nothing is needed now. What is printed says so here; who skips it writes why instead.
    """

    woorden = "nagaanvraag"

    def __init__(self, omgeving: Omgeving, plan_id: UUID) -> None:
        super().__init__(omgeving, plan_id)
        self._omgeving, self._plan_id = omgeving, plan_id
        self._printed = PlainLabel(omgeving.theme, load("plan")("nagaan.gedrukt"), "klein", kleur="hint", wrap=True)
        self._printed.hide()
        self.column.insertWidget(self.column.indexOf(self.above) + 1, self._printed)

    def ask(self, why: str) -> None:
        super().ask(why)
        plek, plan_id = self._omgeving.plek, self._plan_id

        def work() -> tuple[Vraag, ...]:
            with plek.store.read() as lezer:
                return nagaan.load(plek, lezer, plan_id)

        self._omgeving.tasks.read(self, work, lambda vragen: self._show(vragen, why), self._omgeving.meld_fout)

    def _show(self, vragen: tuple[Vraag, ...], why: str) -> None:
        clear_layout(self.above)
        if not vragen:
            return
        t, vraag = load("plan"), vragen[0]
        lead = t("nagaan.bij", doel=kort(vraag.doel.tekst, _KORT)) if vraag.doel is not None else ""
        self._notice.set_state(vraag.woorden, "letop", lead=lead)
        self._printed.setVisible(vraag.doel is not None)  # that there are no chances now is told in the story only
        buttons = [self._add(label, key, partial(self._answer, vraag, key)) for key, label in self._answers(vraag)]
        if vraag.doel is None:
            self._add(t("nagaan.naar_kansen"), "naar_kansen", self._go_to_chances)
        nieuw = sum(not een.is_weersproken for een in vragen)
        if nieuw > 1:
            none = self._add(t("nagaan.alles", aantal=nieuw), "alles_niet", self._none, is_kaal=True)
            none.setAccessibleDescription(t("nagaan.gedrukt"))
        buttons[0].setFocus()
        bring_into_sight(self)

    def _answers(self, vraag: Vraag) -> list[tuple[str, str]]:
        if vraag.doel is None:
            return [(NIET_NODIG, load("plan")("nagaan.nu_niet"))]
        return [(keuze.sleutel, keuze.label) for keuze in vraag.keuzes]

    def _add(self, label: str, naam: str, deed: Callable[[], None], is_kaal: bool = False) -> Button:
        button = Button(self._omgeving.theme, label, "kaal" if is_kaal else "stil", hoog=44)
        button.setObjectName(f"nagaan.{naam}")
        button.clicked.connect(lambda _=False: deed())
        self.above.addWidget(button)
        button.show()
        return button

    def _answer(self, vraag: Vraag, sleutel: str) -> None:
        self._write(lambda: nagaan.antwoord(self._omgeving.plek, self._plan_id, vraag, sleutel))

    def _none(self) -> None:
        self._write(lambda: nagaan.niet_nodig(self._omgeving.plek, self._plan_id))

    def _write(self, work: Callable[[], object]) -> None:
        def kept(_: object) -> None:
            self.hide()
            self.pressed.emit()

        self._omgeving.tasks.write(self, work, kept, self._omgeving.meld_fout)

    def _go_to_chances(self) -> None:
        """To the field in the plan itself: what is written there is the answer."""
        self.hide()
        page = self.parentWidget()
        field = page.findChild(QWidget, "plan.kansen") if page is not None else None
        if isinstance(field, QWidget):
            field.setFocus()
            bring_into_sight(field)

    def _key(self, plan_id: UUID) -> str:
        return netwerkbevinding.concept_sleutel(plan_id, "nagaan")
