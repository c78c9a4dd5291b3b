"""Who types on a screen, and where it says that it was saved: one per screen, shared by all its fields."""

from collections.abc import Callable

from kernnetwerk_app.domain.inwoner import Voornaamwoord
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.services.typen import Veldadres
from kernnetwerk_app.ui.forms.autosave import Autosave, Teksteditor, field_sentence
from kernnetwerk_app.ui.forms.taalhulp import help_with
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.saved_mark import SavedMark


class Schrijver:
    """Makes fields that keep themselves and tell the same mark about it."""

    def __init__(self, omgeving: Omgeving, mark: SavedMark, herkomst: object) -> None:
        self.omgeving, self.herkomst = omgeving, herkomst
        self._mark = mark

    def saved(self) -> None:
        """Something is on disk now."""
        self._mark.set_saved(toon_tijd(self.omgeving.plek.klok.lokaal().time()))

    def waiting(self) -> None:
        """Something was typed that is not on disk yet."""
        self._mark.set_waiting()

    def attach(
        self,
        editor: Teksteditor,
        adres: Veldadres,
        fault: Field | Callable[[str | None], None],
        saved: Callable[[], None] = lambda: None,
        over: Voornaamwoord | None = None,
    ) -> Autosave:
        """Let `editor` keep itself at `adres`. `fault` shows what went wrong, and None when that is over; plain words
        are hinted at under it where a resident reads them, `over` how that resident is spoken about (TAAL-01).
        """
        if isinstance(fault, Field):
            hulp = help_with(self.omgeving.plek.profiel, adres.soort, adres.veld, fault, editor)
            if hulp is not None:
                hulp.set_over(over)
        show = fault.set_error if isinstance(fault, Field) else fault

        def on_saved() -> None:
            self.saved()
            saved()

        return Autosave(
            self.omgeving,
            editor,
            adres,
            on_saved,
            waiting=self.waiting,
            failed=lambda fout: show(field_sentence(fout) if fout else None),
            herkomst=self.herkomst,
        )
