"""What the small forms about rights share: fields in rows, under their label, in a form in the page."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.datum import lees_datum
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.lijst import Keuzelijst
from kernnetwerk_app.services.rechten import RechtenBeeld
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.chips import Chips
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.fields import Reader
from kernnetwerk_app.ui.forms.mens_form import toon_dag
from kernnetwerk_app.ui.forms.page_form import PageForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.ticks import Ticks
from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit

_CHARS_BESIDE = 60
Editor = Chips | LineEdit | Pick | Ticks | GrowingTextEdit


class RechtForm(PageForm):
    """Derive from it: `ask` the fields in rows, then `ready`. Fields out of sight are not read.

    `soort`: of which kind the words are that residents read; `anders` names its fields that are called otherwise here.
    """

    soort: type[Entiteit] | None = None
    anders: ClassVar[Mapping[str, str]] = {}

    def __init__(self, omgeving: Omgeving, beeld: RechtenBeeld, naam: str, van: object, titel: str) -> None:
        """`titel`: key of its title under `formulier`; `van`: what is filled in, so that its concept comes back."""
        self.t = load("rechten").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, f"{naam}/{van}", self.t(f"formulier.{titel}"))
        self.setObjectName(naam)
        self.beeld = beeld
        self.herkomst = object()
        self._shown: dict[str, Field] = {}

    def ask(self, *velden: tuple[str, Editor, Reader | None], place: QVBoxLayout | None = None) -> None:
        """Fields beside one another: name, editor, and how what was typed is read."""
        row = StackingLayout(self.theme, _CHARS_BESIDE)
        for naam, editor, lees in velden:
            hint = self.t(f"hint.{naam}") if f"hint.{naam}" in self.t else ""
            field = Field(self.theme, self.t(f"veld.{naam}"), editor, hint, below=True)
            self.fields.add(naam, field, editor, lees, toon_dag if naam.endswith("_datum") else None)
            self._shown[naam] = field
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        (place or self.body).addLayout(row)

    def forget(self, naam: str) -> None:
        """This field goes from the form."""
        self.fields.remove(naam)
        del self._shown[naam]

    def show_field(self, naam: str, visible: bool) -> None:
        self._shown[naam].setHidden(not visible)

    def is_asked(self, naam: str) -> bool:
        return naam in self._shown and not self._shown[naam].isHidden()

    def asked(self) -> list[str]:
        """Only what is in sight."""
        return [naam for naam in self._shown if self.is_asked(naam)]

    def ready(
        self,
        act: Callable[[dict[str, Any], str], Changes],
        where: Mapping[type[Any], str],
        van: Entiteit | None = None,
    ) -> None:
        """`van`: the record that is written on in it, unless it makes one."""
        if self.soort is not None:
            self.fields.read_along(self.omgeving.plek.profiel, self.soort, **self.anders)
            self.fields.stand_in(self.soort, van.id if van is not None else None, self.anders)
        self.finish(self.t("formulier.bewaar"), act, dict(where))

    # -- pieces --------------------------------------------------------------------------------------------------

    def chips(self, naam: str, options: Sequence[tuple[str, str]]) -> Chips:
        return Chips(self.theme, naam, self.t(f"veld.{naam}"), options)

    def members(self, wie: Sequence[Inwoner] = ()) -> Pick:
        """Who live here, or else these."""
        return Pick(self.theme, [(str(mens.id), self.name_of(mens)) for mens in wie or self.beeld.leden])

    def name_of(self, mens: Inwoner) -> str:
        return mens.naam or self.t("onbekend")

    def day(self) -> tuple[LineEdit, Reader]:
        return LineEdit(self.theme), lambda getypt: lees_datum(getypt, self.omgeving.plek.vandaag)

    def from_list(self, naam: str) -> tuple[Pick, Reader]:
        keuzes: Keuzelijst = self.omgeving.plek.profiel.lijst(naam)
        return Pick(self.theme, [("", keuze.label) for keuze in keuzes.keuzes], typen=True), keuzes.waarde
