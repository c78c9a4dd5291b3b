"""Two versions: both texts with who and when, what differs marked, and a choice that a person makes."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.services import conflict
from kernnetwerk_app.services.conflict import BestaatNiet, ConflictBeeld, ConflictZonderTekst, Kant, Oplossing
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.concept import Concept
from kernnetwerk_app.ui.layouts import StackingLayout, clear_layout
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.choice import Option
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from kernnetwerk_app.ui.widgets.icon import IconLabel
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.version_card import VersionCard
from kernnetwerk_app.ui.widgets.wide_choice import WideChoice

_CHARS_BESIDE = 105
_TEKST = "tekst"


class ConflictScreen(Scherm):
    """Nothing is chosen beforehand; the button says what will happen."""

    def __init__(
        self, omgeving: Omgeving, entiteit_id: UUID, eenheid: int, terug: Callable[[], None] | None = None
    ) -> None:
        """`terug`: the way back to where one came from; to the dossier without it."""
        self._terug = terug
        self._t = load("conflict")
        super().__init__(omgeving, "")
        self.setObjectName("conflict")
        self._entiteit_id, self._eenheid = entiteit_id, eenheid
        self._beeld: ConflictBeeld | None = None
        self._cards: list[VersionCard] = []
        self._choice: WideChoice | None = None
        self._own = GrowingTextEdit(self.theme, lines=3, letter="lees")
        self._own.setObjectName("zelf_geschreven")
        self._own.edited.connect(self._on_typed)
        self._own_field = Field(self.theme, self._t("keuze.zelf_kop"), self._own)
        self._concept = Concept(omgeving, self, conflict.concept_sleutel(entiteit_id, eenheid), self._typed_texts)
        self._intro = PlainLabel(self.theme, kleur="inkt2", wrap=True)
        self._versions, self._choices = QVBoxLayout(), QVBoxLayout()
        self._after = IconLabel(self.theme, "oog", "", letter="tekst", maat=20)
        self.body.addWidget(self._intro)
        self.body.addLayout(self._versions)
        self.body.addLayout(self._choices)
        self.body.addWidget(self._own_field)
        self.body.addWidget(self._after)
        for part in (self._own_field, self._after):
            part.hide()
        self._later = self.foot.add_quiet(self._t("voet.later_zelf"))
        self._later.setObjectName("later")
        self._later.clicked.connect(self._go_back)
        self._do = self.foot.set_primary(self._t("voet.kies"), trailing="")
        self._do.setObjectName("neem_over")
        self._do.clicked.connect(self._resolve)
        self._do.setEnabled(False)

    def focus_first(self) -> None:
        """On the choices, without choosing."""
        if self._choice is not None:
            self._choice.choices()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    # -- loading -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        plek, entiteit_id, eenheid = self.omgeving.plek, self._entiteit_id, self._eenheid

        def work() -> ConflictBeeld:
            with plek.store.read() as lezer:
                return conflict.load(plek, lezer, entiteit_id, eenheid)

        if self._beeld is None:  # seen from here on: that is noted before any of it shows
            self.omgeving.tasks.write(
                self,
                lambda: conflict.open_conflict(plek, entiteit_id, eenheid),
                lambda opened: self._show(opened[0]),
                self._not_loaded,
            )
        else:
            self.omgeving.tasks.read(self, work, self._show, self._not_loaded)

    def on_changes(self, changes: Changes) -> None:
        if changes.herkomst is not self.herkomst and self._entiteit_id in changes.entiteiten:
            self.refresh()

    def keep_typed(self, then: Callable[[], None]) -> None:
        self._concept.leave(then)

    def _not_loaded(self, fout: Exception) -> None:
        """Somebody else chose meanwhile: what was shown stays readable, and nothing is left to do."""
        if not isinstance(fout, BestaatNiet):
            self.omgeving.meld_fout(fout)
            return
        self.set_title(self._t("titel.klaar"))
        self._intro.setText(self._t("onder.klaar"))
        self._do.setEnabled(False)
        self.foot.set_fact("")
        self._later.setText(self._t("voet.terug_plan" if self._terug else "voet.terug"))
        for part in (self._choice, self._after):
            if part is not None:
                part.hide()

    def _show(self, beeld: ConflictBeeld) -> None:
        if beeld == self._beeld:
            return
        first = self._beeld is None
        chosen = self._choice.value() if self._choice is not None and _same_sides(beeld, self._beeld) else None
        self._beeld = beeld
        self._show_head(beeld)
        self._show_versions(beeld)
        self._show_choices(beeld, chosen)
        self._after.label.setText(self._afterwards(beeld))
        self._after.show()
        if first and beeld.tekstveld is not None:
            self._concept.load(self._restore)
        self._chose(chosen)
        if first:
            self.focus_first()

    def _show_head(self, beeld: ConflictBeeld) -> None:
        t = self._t
        wat = t(f"wat.{beeld.wat}") if f"wat.{beeld.wat}" in t else t("wat.anders")
        schrijvers = {kant.wie for kant in beeld.kanten}
        titel = "titel.mensen" if len(schrijvers) == len(beeld.kanten) == 2 else "titel.versies"
        self.set_title(t(titel, wat=wat, aantal=len(beeld.kanten)))
        wie = beeld.aanhef[:1].upper() + beeld.aanhef[1:]
        if not beeld.aanhef:
            self._intro.setText(t("onder.los"))
        elif not beeld.in_plan:
            self._intro.setText(
                t("onder.vraag" if beeld.vraag else "onder.anders", wie=wie, vraag=beeld.vraag.rstrip("?."))
            )
        elif beeld.doel_nummer is None:
            self._intro.setText(t("onder.plan", wie=beeld.aanhef))
        else:
            self._intro.setText(t("onder.doel", wie=beeld.aanhef, doel=beeld.doel_nummer))

    def _show_versions(self, beeld: ConflictBeeld) -> None:
        clear_layout(self._versions)
        holder = QWidget()
        row = StackingLayout(self.theme, _CHARS_BESIDE, holder, spacing=20)
        self._cards = []
        for number, kant in enumerate(beeld.kanten):
            title = self._t("kaart.van_mij" if kant.van_mij else "kaart.van_collega")
            other = beeld.kanten[1 if number == 0 else 0].tekst
            card = VersionCard(self.theme, title, kant.wie, self._moment(kant), kant.tekst, other)
            card.setObjectName(f"versie_{number}")
            self._cards.append(card)
            row.addWidget(card, 1)
        self._versions.addWidget(holder)

    def _show_choices(self, beeld: ConflictBeeld, chosen: str | None) -> None:
        clear_layout(self._choices)
        t = self._t
        options = [
            Option(str(number), self._of_whom(kant), self._when(beeld, kant))
            for number, kant in enumerate(beeld.kanten)
        ]
        if beeld.tekstveld is not None:
            options.append(Option(Oplossing.ALLEBEI.name, t("keuze.allebei"), t("keuze.allebei_uitleg")))
            options.append(Option(Oplossing.ZELF.name, t("keuze.zelf"), t("keuze.zelf_uitleg")))
        self._choice = WideChoice(self.theme, t("keuze.kop"), options)
        self._choice.set_value(chosen)
        self._choice.chosen.connect(self._on_chosen)
        for option, choice in zip(options, self._choice.choices(), strict=True):
            choice.setObjectName(f"keuze_{option.key.lower()}")
        self._choices.addWidget(self._choice)

    # -- words ---------------------------------------------------------------------------------------------------

    def _moment(self, kant: Kant) -> str:
        tijd = toon_tijd(kant.moment.time())
        if kant.moment.date() == self.omgeving.plek.vandaag:
            return self._t("kaart.vandaag", tijd=tijd)
        return self._t("kaart.moment", dag=datum_kort(kant.moment.date()), tijd=tijd)

    def _of_whom(self, kant: Kant) -> str:
        return self._t("keuze.van_mij") if kant.van_mij else self._t("keuze.van_wie", wie=_first_name(kant))

    def _when(self, beeld: ConflictBeeld, kant: Kant) -> str:
        """What tells two texts of one person apart; empty where nobody wrote two."""
        same = [other for other in beeld.kanten if self._of_whom(other) == self._of_whom(kant)]
        return self._moment(kant) if len(same) > 1 else ""

    def _afterwards(self, beeld: ConflictBeeld) -> str:
        anderen = [_first_name(kant) for kant in beeld.kanten if not kant.van_mij]
        later = self._t("voet.later", wie=anderen[0]) if anderen else self._t("voet.later_zelf")
        self._later.setText(later)
        return self._t("straks.ander", wie=anderen[0]) if anderen else self._t("straks.zelf")

    # -- choosing ------------------------------------------------------------------------------------------------

    def _on_chosen(self, key: str) -> None:
        beeld = self._beeld
        if key == Oplossing.ZELF.name and beeld is not None and not self._own.text():
            self._own.set_text(beeld.samen)
        self._chose(key)
        if key == Oplossing.ZELF.name:  # in sight, not in focus: arrows walk over the choices
            self.area.ensureWidgetVisible(self._own_field)

    def _chose(self, key: str | None) -> None:
        """Show what is chosen, and what the button will do."""
        for number, card in enumerate(self._cards):
            card.set_chosen(key == str(number))
        self._own_field.setVisible(key == Oplossing.ZELF.name)
        self._do.setEnabled(key is not None)
        self._do.setText(self._will_do(key))
        self.foot.set_fact(self._t("voet.feit_kies" if key is None else "voet.feit"))

    def _will_do(self, key: str | None) -> str:
        t = self._t
        if key is None or self._beeld is None:
            return t("voet.kies")
        if key in Oplossing.__members__:
            return t(f"voet.{key.lower()}")
        kant = self._beeld.kanten[int(key)]
        return t("voet.mijn") if kant.van_mij else t("voet.van", wie=_first_name(kant))

    def _on_typed(self) -> None:
        self._own_field.set_error(None)
        self._concept.typed()

    def _typed_texts(self) -> dict[str, str]:
        begin = self._beeld.samen if self._beeld is not None else ""
        text = self._own.text()
        return {_TEKST: text} if text and text != begin else {}

    def _restore(self, texts: dict[str, str]) -> None:
        """The text that a person was writing stands there again, chosen as it was."""
        if _TEKST in texts and not self._own.text() and self._choice is not None:
            self._own.set_text(texts[_TEKST])
            self._choice.set_value(Oplossing.ZELF.name)
            self._chose(Oplossing.ZELF.name)

    # -- acts ----------------------------------------------------------------------------------------------------

    def _resolve(self) -> None:
        beeld, key = self._beeld, self._choice.value() if self._choice is not None else None
        if beeld is None or key is None:
            return
        plek, herkomst, concept = self.omgeving.plek, self.herkomst, self._concept.sleutel
        velden = self._values(beeld, key)
        self._do.setEnabled(False)
        self._concept.hand_in()
        self.omgeving.tasks.write(
            self,
            lambda: conflict.resolve(plek, beeld, velden, herkomst, concept),
            lambda _: self._go_back(),
            self._refused,
        )

    def _values(self, beeld: ConflictBeeld, key: str) -> dict[str, object]:
        if key not in Oplossing.__members__ or beeld.tekstveld is None:
            return beeld.kanten[int(key)].velden
        return {beeld.tekstveld: self._own.text() if key == Oplossing.ZELF.name else beeld.samen}

    def _refused(self, fout: Exception) -> None:
        self._do.setEnabled(True)
        self._concept.typed()
        if isinstance(fout, ConflictZonderTekst):
            self._own_field.set_error(sentence(fout))
            self._own.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.omgeving.meld_fout(fout)

    def _go_back(self) -> None:
        huishouden_id = self._beeld.huishouden_id if self._beeld is not None else None
        if self._terug is not None:
            self._terug()
        elif huishouden_id is None:
            self.omgeving.ga.dossiers()
        else:
            self.omgeving.ga.dossier(huishouden_id)


def _first_name(kant: Kant) -> str:
    return kant.wie.split()[0] if kant.wie else ""


def _same_sides(new: ConflictBeeld, old: ConflictBeeld | None) -> bool:
    """A choice stays only when it is still about the same versions."""
    return old is not None and [kant.op_id for kant in new.kanten] == [kant.op_id for kant in old.kanten]
