"""A calm hint under a field of which a resident reads the words: a shorter sentence, a plainer word (TAAL-01)."""

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.inwoner import Voornaamwoord
from kernnetwerk_app.domain.leesmee import is_stem, leest_mee
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.taal import Bevinding, Bevindingsoort, lees_na, lees_vorm
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.forms.autosave import Teksteditor
from kernnetwerk_app.ui.widgets.field import Field

LEEST_MEE = "leest_mee"
"""Property of an editor that is read along with: which field of which kind it is."""
RUST_MS = 1500
"""After this rest, or when the field is left: never in the middle of a word."""
_SLEUTEL = {
    Bevindingsoort.VAKWOORD: "vakwoord",
    Bevindingsoort.ETIKET: "etiket",
    Bevindingsoort.LIJDEND: "lijdend",
    Bevindingsoort.JE: "je",
    Bevindingsoort.IK_VORM: "ik",
    Bevindingsoort.VOORNAAMWOORD: "voornaamwoord",
}
_MOST = 2
"""So many hints at once; the next comes when one of these is done."""


class Taalhulp(QObject):
    """Reads along with one field. Changes nothing, holds nobody up, and is read aloud once for each thing noticed."""

    def __init__(self, profiel: Gemeenteprofiel, field: Field, editor: Teksteditor, stem: bool = False) -> None:
        """`stem`: these are the resident's own words, and may stay so."""
        super().__init__(field)
        self._field, self._editor, self._stem = field, editor, stem
        field.editor.setProperty("stem", stem)
        self._vakwoorden, self._etiketten = profiel.lijst("gewone_woorden"), profiel.lijst("etiketten")
        self._over: Voornaamwoord | None = None
        self._told: set[Bevinding] = set()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RUST_MS)
        self._rest.timeout.connect(self._look)
        editor.edited.connect(self._on_edited)
        field.editor.installEventFilter(self)

    def set_over(self, voornaamwoord: Voornaamwoord | None) -> None:
        """How the resident wants to be spoken about, as far as that is known."""
        self._over = voornaamwoord

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self._rest.isActive():
            self._rest.stop()
            if shiboken6.isValid(self._field.editor):  # a field that goes, goes out of focus last
                self._look()
        return False

    def _on_edited(self) -> None:
        """What was mended goes at once; something new waits for a rest."""
        if self._field.advice():
            self._show([bevinding for bevinding in self._found() if bevinding in self._told])
        self._rest.start()

    def _look(self) -> None:
        found = self._found()
        self._show(found)
        if set(found) - self._told:
            announce(self._field.editor, self._field.advice())
        self._told |= set(found)

    def _show(self, found: Sequence[Bevinding]) -> None:
        may_stay = any(bevinding.soort is not Bevindingsoort.IK_VORM for bevinding in found)
        stem = [load("taal")("stem")] if may_stay and self._stem else []
        self._field.set_advice(" ".join([*(_sentence(bevinding) for bevinding in found), *stem]))

    def _found(self) -> tuple[Bevinding, ...]:
        tekst = self._editor.text()
        vorm = lees_vorm(tekst, stem=self._stem, voornaamwoord=self._over)
        return (*vorm, *lees_na(tekst, self._vakwoorden, self._etiketten))[:_MOST]


def help_with(
    profiel: Gemeenteprofiel, soort: type[Entiteit], veld: str, field: Field, editor: Teksteditor
) -> Taalhulp | None:
    """Read along with this field where a resident reads its words (`domain/leesmee`); None for any other."""
    if not leest_mee(soort, veld):
        return None
    field.editor.setProperty(LEEST_MEE, f"{soort.__name__}.{veld}")
    return Taalhulp(profiel, field, editor, is_stem(soort, veld))


def _sentence(bevinding: Bevinding) -> str:
    t = load("taal")
    if bevinding.soort is Bevindingsoort.LANGE_ZIN:
        return t("lang", aantal=bevinding.aantal)
    return t(_SLEUTEL[bevinding.soort], woord=bevinding.woord, liever=bevinding.liever)
