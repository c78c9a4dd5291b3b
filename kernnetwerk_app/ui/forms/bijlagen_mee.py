"""*Druk ook de bijlagen af*: what was chosen to go with the plan, asked for whom it is printed now."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal

from kernnetwerk_app.domain.bezorging import Stuk
from kernnetwerk_app.domain.vertrouwen import is_voor_vertrouwd
from kernnetwerk_app.services import bijlage
from kernnetwerk_app.services.bijlage import Mee
from kernnetwerk_app.services.lezers import Lezend
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.check import Check


class BijlagenMee(Check):
    """Out of sight with a paper that nothing goes with. `busy_changed`: whether it is still read what goes along."""

    busy_changed = Signal()

    def __init__(self, omgeving: Omgeving, stuk: Stuk | None, failed: Callable[[Exception], None]) -> None:
        super().__init__(omgeving.theme, "")
        self.setObjectName("bijlagen_mee")
        self.hide()
        self._omgeving, self._stuk, self._failed = omgeving, stuk, failed
        self._mee = Mee()
        self.busy = False
        self._asked = object()
        """Which of the questions is the last: the answer to an earlier one comes too late."""

    def look(self, wie: Lezend | None) -> None:
        """What goes along for this reader; ticked beforehand where it may. Nothing until that is read: what was ticked
        for the reader before may not go to this one.
        """
        stuk, plek = self._stuk, self._omgeving.plek
        self._show(None, Mee())
        self._asked = asked = object()
        if stuk is None:
            return
        self.busy = True
        self.busy_changed.emit()

        def work() -> Mee:
            with plek.store.read() as lezer:
                return bijlage.mee_met(plek, lezer, stuk.soort, stuk.van_id)

        def show(mee: Mee) -> None:
            if asked is self._asked:
                self._show(wie, mee)
                done()

        def fail(fout: Exception) -> None:
            if asked is self._asked:
                self._failed(fout)
                done()

        def done() -> None:
            self.busy = False
            self.busy_changed.emit()

        self._omgeving.tasks.read(self, work, show, fail)

    def chosen(self) -> tuple[UUID, ...]:
        return self._mee.bijlagen if self.isChecked() else ()

    def maker(self) -> Callable[[], list[bytes]]:
        """What makes the pages of those that are chosen now, and touches no widget."""
        plek, stuk, gekozen = self._omgeving.plek, self._stuk, self.chosen()
        return lambda: bijlage.load_mee(plek, stuk.soort, stuk.van_id, gekozen) if stuk is not None else []

    def _show(self, wie: Lezend | None, mee: Mee) -> None:
        t, aantal, vanzelf = load("bijlage"), len(mee.bijlagen), bool(mee.voor(wie))
        self._mee = mee
        woorden = t("papier.mee_een") if aantal == 1 else t("papier.mee", aantal=aantal)
        self.set_words(woorden if vanzelf else f"{woorden}. {t('papier.kijk_eerst')}")
        self.setChecked(vanzelf)
        self.setVisible(bool(mee.bijlagen) and not (wie is not None and is_voor_vertrouwd(wie.sleutel)))
