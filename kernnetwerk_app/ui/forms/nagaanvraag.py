"""Before one reads the plan together: what nobody asked of a goal yet (PLAN-11), and chances (PLAN-10), one by one."""

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.ladder import NIET_NODIG
from kernnetwerk_app.domain.tekst import kort
from kernnetwerk_app.services import nagaan, netwerkbevinding
from kernnetwerk_app.services.nagaan import BLIJFT, Vraag
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.in_beeld import bring_into_sight
from kernnetwerk_app.ui.forms.toch_lezen import TochLezen
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_KORT = 80
"""So much of a goal says which one it is; it stands whole in the plan beside it."""
_WOORDEN = "woorden."
"""Before each question of which words are typed, where those are kept."""


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
        t = load("plan")
        self._words = LineEdit(omgeving.theme)
        self._words.setObjectName("nagaan.woorden")
        self._words.edited.connect(self._on_words)
        self._words_field = Field(omgeving.theme, t("nagaan.woorden"), self._words, t("nagaan.woorden_hint"))
        self._words_field.hide()
        self.column.insertWidget(self.column.indexOf(self.above), self._words_field)
        self._typed: dict[str, str] = {}
        """By question what goes with a yes to it, as far as it was typed and not handed in."""
        self._shown: Vraag | None = None

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
        self._shown = vraag
        self._show_words()
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
        """With a yes goes what was typed for it; a no that stays keeps its own words."""
        plek, plan_id, words, field = self._omgeving.plek, self._plan_id, "", ""
        concept = self.sleutel, self._texts()
        if vraag.erbij and sleutel != BLIJFT:
            field = _key_of(vraag)
            words = self._typed.pop(field, "")
        self._concept.hand_in()
        self._write(lambda: nagaan.antwoord(plek, plan_id, vraag, sleutel, words, concept=concept, veld=field), words)

    def _none(self) -> None:
        self._write(lambda: nagaan.niet_nodig(self._omgeving.plek, self._plan_id))

    def _write(self, work: Callable[[], object], words: str = "") -> None:
        def kept(_: object) -> None:
            self.hide()
            self.pressed.emit()

        def failed(fout: Exception) -> None:
            if words:
                self._on_words()
            self._concept.typed()
            self._omgeving.meld_fout(fout)

        self._omgeving.tasks.write(self, work, kept, failed)

    # -- what goes with a yes, while it is typed ---------------------------------------------------------------------

    def _on_words(self) -> None:
        if self._shown is not None:
            self._typed[_key_of(self._shown)] = self._words.text()
            self._concept.typed()

    def _texts(self) -> dict[str, str]:
        return super()._texts() | {key: words for key, words in self._typed.items() if words}

    def _restore(self, texts: Mapping[str, str]) -> None:
        super()._restore(texts)
        self._typed = {key: words for key, words in texts.items() if key.startswith(_WOORDEN)} | self._typed
        self._show_words()

    def _show_words(self) -> None:
        """Where words stand with the no they are for that no, and others go with a yes."""
        vraag = self._shown
        self._words_field.setVisible(vraag is not None and bool(vraag.erbij))
        if vraag is not None:
            self._words.set_text(self._typed.get(_key_of(vraag), ""))

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


def _key_of(vraag: Vraag) -> str:
    return f"{_WOORDEN}{vraag.doel.id if vraag.doel is not None else ''}.{vraag.trede}"
