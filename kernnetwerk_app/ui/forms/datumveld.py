"""A day of the plan as people type it: read when the field is left, shown in full, and saved at once.

Until it can be read it is kept as it was typed, so that a word that is no day yet is not lost either.
"""

import math
import time
from collections.abc import Callable
from datetime import date

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.datum import lees_datum, toon_datum
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.services import plan, planconcept
from kernnetwerk_app.services.eerdere_tekst import Tekstplek
from kernnetwerk_app.services.planwijziging import Bases
from kernnetwerk_app.ui.forms.autosave import field_sentence
from kernnetwerk_app.ui.forms.concept import Concept
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.in_beeld import bring_into_sight
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.veldbron import Bron, Veldbron
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.widgets.field import Field


class Datumveld(Field):
    """The field `veld` of one entity. `changed` is called after each save; `line` is what one types in."""

    def __init__(
        self,
        schrijver: Schrijver,
        entiteit: Entiteit,
        veld: str,
        bases: Bases,
        words: tuple[str, str],
        changed: Callable[[], None],
        letter: str = "klein",
    ) -> None:
        """`words`: label and hint; `bases` as the form loaded them."""
        self.line = LineEdit(schrijver.omgeving.theme)
        super().__init__(schrijver.omgeving.theme, words[0], self.line, words[1], letter=letter)
        self._schrijver, self._changed, self._veld = schrijver, changed, veld
        self._entiteit, self._bases = entiteit, bases
        self._saved: date | None = getattr(entiteit, veld)
        self._saved_at = 0.0
        self._is_typed = False
        sleutel = planconcept.sleutel_datum(entiteit.id, veld)
        bron = Bron(Tekstplek(type(entiteit), entiteit.id, veld), "", _als_dag, bewaart_zelf=True)
        Veldbron(self.line, bron)
        self._concept = Concept(schrijver.omgeving, self, sleutel, self._unread, schrijver.saved)
        self._show(self._saved)
        self.line.edited.connect(self._on_typed)
        self.line.editingFinished.connect(self.read)
        self._concept.load(self._restore)

    def load(self, entiteit: Entiteit, bases: Bases, asked: float) -> None:
        """Show what the store gave for a question asked at `asked` (`time.monotonic`); what is being typed stays."""
        self._entiteit, self._bases = entiteit, bases
        datum: date | None = getattr(entiteit, self._veld)
        if asked > self._saved_at and datum != self._saved and not self.line.hasFocus() and not self._is_typed:
            self._saved = datum
            self._show(datum)

    def datum(self) -> date | None:
        """The day that was understood last."""
        return self._saved

    def is_unread(self) -> bool:
        """Whether something stands here that is not in the plan: no day, or one that was refused. Sure after `leave`:
        until then a day that was understood may still be refused.
        """
        return self._is_typed

    def show_fault(self) -> None:
        """Bring the cursor here, with the sentence that says why in sight."""
        self.line.setFocus()
        bring_into_sight(self)

    def leave(self, then: Callable[[], None]) -> None:
        """Keep everything durably, what cannot be read too, then go on; who needs every day asks `is_unread` then."""
        self.read()
        self._concept.leave(then)

    def read(self) -> bool:
        """Whether it was understood: then it is shown in full. What was not stays as it was typed, with why."""
        if not self._is_typed:
            return True
        getypt, vandaag = self.line.text(), self._schrijver.omgeving.plek.vandaag
        try:
            datum = None if is_leeg(getypt) else lees_datum(getypt, vandaag)
        except KernnetwerkError as fout:
            self.set_error(field_sentence(fout))
            return False
        self._is_typed = False
        self.set_error(None)
        self._show(datum)
        self._concept.typed()  # nothing is left to keep: what was kept is forgotten
        if datum != self._saved:
            self._save(datum)
        return True

    def _show(self, datum: date | None) -> None:
        self.line.set_text(_als_dag(datum))

    def _unread(self) -> dict[str, str]:
        return {"datum": self.line.text()} if self._is_typed else {}

    def _restore(self, texts: dict[str, str]) -> None:
        if texts and not self._is_typed:
            self._is_typed = True
            self.line.set_text(texts["datum"])
            self.read()

    def _on_typed(self) -> None:
        self._is_typed = True
        self.set_error(None)
        self._schrijver.waiting()
        self._concept.typed()

    def _save(self, datum: date | None) -> None:
        omgeving, herkomst = self._schrijver.omgeving, self._schrijver.herkomst
        soort, bases = type(self._entiteit), self._bases
        plek, entiteit_id, veld, before = omgeving.plek, self._entiteit.id, self._veld, self._saved
        self._saved, self._saved_at = datum, math.inf  # until it is on disk every answer is older

        def saved(_: object) -> None:
            self._saved_at = time.monotonic()
            self._schrijver.saved()
            self._changed()

        def refused(fout: Exception) -> None:
            """The day stays on the screen as typed, and is tried again when the field is left."""
            self._saved, self._saved_at = before, time.monotonic()
            self._is_typed = True
            self._concept.typed()
            self._concept.leave(lambda: None)  # at once: whoever waits to go on must see it now
            self.set_error(sentence(fout))

        omgeving.tasks.write(
            self, lambda: plan.change(plek, soort, entiteit_id, bases, herkomst, **{veld: datum}), saved, refused
        )


def _als_dag(waarde: object) -> str:
    return toon_datum(waarde) if isinstance(waarde, date) else ""
