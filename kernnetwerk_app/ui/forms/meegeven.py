"""The act of giving the plan, at the foot of a page: one press notes it, and one press takes that back again."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.services import verstrekking
from kernnetwerk_app.services.getekend import is_vervangen
from kernnetwerk_app.services.verstrekking import Gegeven
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.foot_bar import FootBar


class Meegeven(QObject):
    """`noted(Gegeven | None, str)`: how it stands after an act, and the sentence that says so; `failed(Exception)`.

    Nothing is offered until `show` or `refresh`. What was taken back here can be put back on its own day.
    """

    noted = Signal(object, str)
    failed = Signal(object)

    def __init__(self, omgeving: Omgeving, foot: FootBar, versie_id: UUID, herkomst: object) -> None:
        super().__init__(foot)
        self._t = load("meegeven").met(omgeving.plek.profiel.zeg)
        self._omgeving, self._foot, self._versie_id, self._herkomst = omgeving, foot, versie_id, herkomst
        self._gegeven: Gegeven | None = None
        self._asked, self._vervangen = True, False
        self._eerder: date | None = None
        self._put_back = self._button("", "zet_terug", "", lambda: self._give(self._eerder))
        self._note = self._button(self._t("meegegeven"), "meegegeven", "vink", lambda: self._give(None))
        self._undo = self._button(self._t("toch_niet"), "toch_niet_meegegeven", "terug", self._take_back)

    def _button(self, words: str, name: str, icon: str, deed: Callable[[], None]) -> Button:
        button = self._foot.add_quiet(words, icon=icon)
        button.setObjectName(name)
        button.clicked.connect(lambda: deed())
        button.hide()
        return button

    @property
    def is_given(self) -> bool:
        """Whether this version was given, as far as it was looked up."""
        return self._gegeven is not None

    def refresh(self) -> None:
        """Look in the store how it stands, and show it."""
        self._look(self.show)

    def set_asked(self, *, asked: bool) -> None:
        """Whether the paper in sight is for who it is noted of; who only reads along ends no term (NET-17)."""
        if asked != self._asked:
            self._asked = asked
            self.refresh()

    def _look(self, then: Callable[[Gegeven | None], None]) -> None:
        plek, versie_id = self._omgeving.plek, self._versie_id

        def work() -> tuple[Gegeven | None, bool]:
            with plek.store.read() as lezer:
                return verstrekking.meegegeven(lezer, versie_id), is_vervangen(lezer, versie_id)

        def looked(found: tuple[Gegeven | None, bool]) -> None:
            gegeven, self._vervangen = found
            then(gegeven)

        self._omgeving.tasks.read(self, work, looked, self._refused)

    def show(self, gegeven: Gegeven | None) -> None:
        """A note can be taken back; that somebody signed, cannot. With a newer version beside it this one is no
        outcome any more, and only what was taken back here can be put back.
        """
        self._gegeven = gegeven
        eerder, vandaag = self._eerder, self._omgeving.plek.vandaag
        kan_nu = not self._vervangen or eerder == vandaag
        if eerder == vandaag or (eerder and gegeven is not None and gegeven.datum <= eerder):
            eerder = None
        self._put_back.setText("" if eerder is None else self._t("toch_op", datum=datum_lang(eerder)))
        for button, offered in (
            (self._put_back, eerder is not None),
            (self._note, gegeven is None and kan_nu),
            (self._undo, gegeven is not None and gegeven.genoteerd),
        ):
            button.setVisible(offered and self._asked)
            button.setEnabled(offered and self._asked)
        self._foot.set_fact("" if gegeven is None else self._t("op", datum=datum_lang(gegeven.datum)))

    def _give(self, datum: date | None) -> None:
        plek, versie_id, herkomst = self._omgeving.plek, self._versie_id, self._herkomst
        self._write(lambda: verstrekking.geef_mee(plek, versie_id, datum, herkomst))

    def _take_back(self) -> None:
        plek, versie_id, herkomst = self._omgeving.plek, self._versie_id, self._herkomst
        self._eerder = self._gegeven.datum if self._gegeven is not None else None
        self._write(lambda: verstrekking.neem_terug(plek, versie_id, herkomst))

    def _write(self, work: Callable[[], Changes]) -> None:
        for button in (self._put_back, self._note, self._undo):
            button.setEnabled(False)
        self._omgeving.tasks.write(self, work, lambda _: self._look(self._tell), self._refused)

    def _tell(self, gegeven: Gegeven | None) -> None:
        """What is so now, which need not be what was pressed: a signature stays where a note is taken back."""
        self.show(gegeven)
        self.noted.emit(gegeven, self._sentence(gegeven))

    def _sentence(self, gegeven: Gegeven | None) -> str:
        if gegeven is None:
            return self._t("teruggenomen")
        if not gegeven.genoteerd:
            return self._t("getekend_op", datum=datum_lang(gegeven.datum))
        if gegeven.datum == self._omgeving.plek.vandaag:
            return self._t("genoteerd")
        return self._t("genoteerd_op", datum=datum_lang(gegeven.datum))

    def _refused(self, fout: Exception) -> None:
        self.show(self._gegeven)
        self.failed.emit(fout)
