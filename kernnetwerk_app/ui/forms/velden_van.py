"""The open fields of one entity of the plan: each keeps itself, and together they say what stands on the screen."""

from collections.abc import Callable
from typing import TypeVar

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.ui.forms.autosave import Autosave, Teksteditor, leave_all
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.widgets.field import Field

T = TypeVar("T", bound=Entiteit)


class VeldenVan:
    """`typed` is called with every key, `saved` after each write that came back, `wrong` when one could not be done."""

    def __init__(
        self,
        schrijver: Schrijver,
        typed: Callable[[], None],
        saved: Callable[[], None],
        wrong: Callable[[Field], None] = lambda _: None,
    ) -> None:
        self._schrijver, self._typed, self._saved, self._wrong = schrijver, typed, saved, wrong
        self._velden: dict[str, tuple[Teksteditor, Autosave]] = {}

    def add(
        self,
        veld: str,
        editor: Teksteditor,
        fault: Field | Callable[[str | None], None],
        beeld: PlanBeeld,
        entiteit: Entiteit,
    ) -> Autosave:
        """Let `editor` be the field `veld` of this entity, and show what stands there."""
        editor.set_text(getattr(entiteit, veld) or "")
        adres, over = beeld.adres(entiteit, veld), beeld.inwoner.voornaamwoord
        autosave = self._schrijver.attach(editor, adres, fault, self._saved, over)
        editor.edited.connect(self._typed)
        if isinstance(fault, Field):
            fault.faulted.connect(lambda: self._wrong(fault))
        self._velden[veld] = (editor, autosave)
        return autosave

    def load(self, beeld: PlanBeeld, entiteit: Entiteit, asked: float) -> None:
        """Show what the store gave for a question asked at `asked`; what is being typed stays."""
        for veld, (_, autosave) in self._velden.items():
            autosave.load(getattr(entiteit, veld) or "", beeld.adres(entiteit, veld), asked)

    def getypt(self, entiteit: T) -> T:
        """The entity with what stands on the screen; a field that cannot be empty keeps its words."""
        nu = {
            veld: editor.text() or None
            for veld, (editor, autosave) in self._velden.items()
            if not (autosave.adres.is_verplicht and is_leeg(editor.text()))
        }
        return entiteit.model_copy(update=nu)

    def leave(self, then: Callable[[], None]) -> None:
        """Keep everything durably, then go on."""
        leave_all([autosave for _, autosave in self._velden.values()], then)
