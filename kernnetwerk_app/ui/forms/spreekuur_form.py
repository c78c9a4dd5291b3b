"""Beginning a spreekuur: five fields in which the agenda and the profile have written already."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox

from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.tekst import lees_regel
from kernnetwerk_app.domain.tijd import lees_tijd, toon_tijd
from kernnetwerk_app.services.spreekuur import NieuwSpreekuur
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.fields import Fields
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.card import Card
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_CHARS_BESIDE = 70


class SpreekuurForm(Card):
    """`edited`: a person changed something. `entered`: Enter in a field."""

    edited = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, profiel: Gemeenteprofiel) -> None:
        super().__init__(theme, padding=24)
        self._t = load("inloop")
        self._gepland = NieuwSpreekuur()
        self.fields = Fields(self)
        self.fields.edited.connect(lambda _: self.edited.emit())
        self._planned = PlainLabel(theme, self._t("begin.gepland"), kleur="inkt2", wrap=True)
        self._with = Pick(theme, typen=True)
        self.body.setSpacing(16)
        self.body.addWidget(PlainLabel(theme, self._t("begin.kop"), "kop", vet=True, wrap=True))
        self.body.addWidget(self._planned)
        kernen = [("", kern.naam) for kern in profiel.kernen]
        plekken = [("", plek) for kern in profiel.kernen for plek in kern.plekken]
        where, when = StackingLayout(theme, _CHARS_BESIDE), StackingLayout(theme, _CHARS_BESIDE)
        self._add(where, "plek", Pick(theme, plekken, typen=True), 4)
        self._add(where, "kern", Pick(theme, kernen, typen=True), 3)
        self._add(when, "tijd_van", LineEdit(theme), 2)
        self._add(when, "tijd_tot", LineEdit(theme), 2)
        self._add(when, "aanwezig", self._with, 5)
        self.body.addLayout(where)
        self.body.addLayout(when)

    def propose(self, voorstel: NieuwSpreekuur, collegas: Iterable[str]) -> None:
        """What stands there before anyone types; what a person typed stays."""
        self._gepland = voorstel
        self._planned.setVisible(voorstel.gepland_id is not None)
        self._with.set_options([("", naam) for naam in collegas])
        tijden = {naam: getattr(voorstel, naam) for naam in ("tijd_van", "tijd_tot")}
        texts = {naam: getattr(voorstel, naam) or "" for naam in ("kern", "plek", "aanwezig")}
        for naam, text in {**texts, **{n: toon_tijd(t) if t else "" for n, t in tijden.items()}}.items():
            self.fields.prefill(naam, text)

    def read(self) -> NieuwSpreekuur | None:
        """What was typed, or None when a field cannot be read: that is told under it."""
        values: dict[str, Any] | None = self.fields.read()
        return None if values is None else NieuwSpreekuur(**values, gepland_id=self._gepland.gepland_id)

    def _add(self, row: StackingLayout, naam: str, editor: LineEdit | Pick, share: int) -> None:
        is_time = naam.startswith("tijd")
        hint = self._t(f"hint.{naam}") if f"hint.{naam}" in self._t else ""
        field = Field(self._theme, self._t(f"veld.{naam}"), editor, hint, below=True)
        line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
        if line is not None:
            line.returnPressed.connect(self.entered)
        # Names of colleagues may be longer together than one line.
        lees = lees_tijd if is_time else lees_regel if naam != "aanwezig" else None
        self.fields.add(naam, field, editor, lees, toon_tijd if is_time else None)
        row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
