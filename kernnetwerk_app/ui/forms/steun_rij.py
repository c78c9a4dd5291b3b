"""Short support that was written down: who helps with what, what came of it, and the day on which it is done."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.services.kortdurende_ondersteuning import Steunregel
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import make_line
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.card import Card
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class SteunRij(Card):
    """`ended(Steunregel)`: the help is done. The result keeps itself, also before and after that."""

    ended = Signal(object)

    def __init__(self, schrijver: Schrijver, regel: Steunregel) -> None:
        theme = schrijver.omgeving.theme
        super().__init__(theme)
        self._t, self._regel = load("eerste_vraagverheldering"), regel
        self._lijst = schrijver.omgeving.plek.profiel.hulpgeverslijst
        self._words = PlainLabel(theme, vet=True, wrap=True)
        field, self._result = make_line(theme, self._t("steun.resultaat"))
        self._result.setObjectName("steun_resultaat")
        self._save = schrijver.attach(self._result, regel.adres, field)
        self._end = Button(theme, self._t("steun.eindig"), "stil", icon="vink", hoog=44)
        self._end.setObjectName("eindig_steun")
        self._end.clicked.connect(lambda: self.leave(lambda: self.ended.emit(self._regel)))
        for part in (self._words, field):
            self.body.addWidget(part)
        self.body.addWidget(self._end, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_regel(regel, time.monotonic())

    def show_regel(self, regel: Steunregel, asked: float) -> None:
        """Show it as the store gave it for a question asked at `asked` (`time.monotonic`)."""
        self._regel = regel
        steun, t = regel.steun, self._t
        wie = self._lijst.label(steun.wie) or t("steun.iemand")
        velden = {"wie": wie, "begin": datum_kort(steun.begin_datum), "inhoud": steun.inhoud}
        if steun.eind_datum is None:
            self._words.setText(t("steun.loopt", **velden))
        else:
            self._words.setText(t("steun.klaar", eind=datum_kort(steun.eind_datum), **velden))
        self._save.load(steun.resultaat or "", regel.adres, asked)
        self._end.setVisible(steun.eind_datum is None)

    def leave(self, then: Callable[[], None]) -> None:
        self._save.leave(then)
