"""*Ik maak me zorgen*: a volunteer passes a worry on to one contact person, who reads it here and takes it up."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from kernnetwerk_app.domain.bezorgdheid import Bezorgdheid, ZorgZonderOntvanger, ZorgZonderWoorden
from kernnetwerk_app.domain.datum import datum_kort, datum_lang
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.tekst import bewaar, lees_regel
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.services import bezorgdheid
from kernnetwerk_app.services.bezorgdheid import ZorgBeeld
from kernnetwerk_app.services.signalen import LAAT
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.concept import Concept
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.fields import Fields
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.layouts import StackingLayout, clear_layout
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.card import Card
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from kernnetwerk_app.ui.widgets.list_row import ListRow
from kernnetwerk_app.ui.widgets.noodregel import Noodregel
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rows import Rows
from kernnetwerk_app.ui.widgets.saved_mark import SavedMark

_VELD_VAN: dict[type[KernnetwerkError], str] = {ZorgZonderWoorden: "zorg", ZorgZonderOntvanger: "voor_id"}
_CHARS_BESIDE = 70


class ZorgScreen(Scherm):
    """A new worry, for one contact person, and what was passed on before."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._t = load("bezorgdheid")
        super().__init__(omgeving, self._t("titel"))
        self.setObjectName("bezorgdheid")
        self._busy = False
        self._mark = SavedMark(self.theme)
        self.aside.addWidget(self._mark)
        self.body.addWidget(Noodregel(self.theme))
        left, right = self.add_columns((8, 4))
        self.fields = Fields(self)
        self._build_fields(left)
        self._concept = Concept(omgeving, self, bezorgdheid.CONCEPT, self.fields.texts, self._saved)
        self.fields.edited.connect(lambda _: self._on_edited())
        right.addWidget(PlainLabel(self.theme, self._t("verstuurd.kop"), "kop", vet=True, wrap=True))
        self._sent = QVBoxLayout()
        right.addLayout(self._sent)
        self.foot.set_fact(self._t("voet.feit"))
        pass_on = self.set_hand_in(self._t("voet.geef_door"))
        pass_on.setObjectName("geef_door")
        pass_on.clicked.connect(self._pass_on)

    def _build_fields(self, column: QVBoxLayout) -> None:
        theme, t = self.theme, self._t
        self._words, over = GrowingTextEdit(theme, lines=3, letter="lees"), LineEdit(theme)
        kern = Pick(theme, [("", kern.naam) for kern in self.omgeving.plek.profiel.kernen], typen=True)
        self._to = Pick(theme, [("", t("contactpersoon.niemand"))])
        words = Field(theme, t("veld.zorg"), self._words, t("hint.zorg"), letter="tekst")
        who = Field(theme, t("veld.over"), over, t("hint.over"), below=True)
        where, to = Field(theme, t("veld.kern"), kern), Field(theme, t("veld.voor_id"), self._to)
        self.fields.add("zorg", words, self._words, bewaar)
        self.fields.add("over", who, over, lees_regel)
        self.fields.add("kern", where, kern, lees_regel)
        self.fields.add("voor_id", to, self._to)
        row = StackingLayout(theme, _CHARS_BESIDE)
        row.addWidget(who, 7, Qt.AlignmentFlag.AlignTop)
        row.addWidget(where, 5, Qt.AlignmentFlag.AlignTop)
        column.addWidget(words)
        column.addLayout(row)
        column.addWidget(to)
        column.addWidget(PlainLabel(theme, t("uitleg.wie_leest"), kleur="inkt2", wrap=True))

    def focus_first(self) -> None:
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        plek = self.omgeving.plek

        def work() -> tuple[list[Medewerker], list[Bezorgdheid]]:
            with plek.store.read() as lezer:
                return bezorgdheid.ontvangers(plek, lezer), bezorgdheid.van_mij(plek, lezer)

        self.omgeving.tasks.read(self, work, self._show, self.omgeving.meld_fout)
        self._concept.load(self.fields.fill)

    def on_changes(self, changes: Changes) -> None:
        if self.isVisible() and Bezorgdheid.soort in changes.soorten:
            self.refresh()

    def keep_typed(self, then: Callable[[], None]) -> None:
        self._concept.leave(then)

    def _show(self, gelezen: tuple[Sequence[Medewerker], Sequence[Bezorgdheid]]) -> None:
        wie, eerder = gelezen
        t, namen = self._t, {medewerker.id: medewerker.naam for medewerker in wie}
        self._to.set_options([("", t("contactpersoon.niemand")), *((str(w.id), w.naam) for w in wie)])
        clear_layout(self._sent)
        if not eerder:
            self._sent.addWidget(EmptyBox(self.theme, t("verstuurd.leeg")))
            return
        rows = Rows(self.theme)
        for zorg in eerder:
            dag, wacht = zorg.opgepakt_datum, self.omgeving.plek.vandaag - zorg.datum
            nog_niet = t("verstuurd.wacht_lang" if wacht > LAAT else "verstuurd.wacht")
            stand = t("verstuurd.opgepakt", datum=datum_kort(dag)) if dag else nog_niet
            rij = ListRow(self.theme, t("verstuurd.regel", wie=namen.get(zorg.voor_id, "")), stand, "praat")
            rij.setObjectName(f"zorg_{zorg.id}")
            rij.clicked.connect(partial(self.omgeving.ga.bezorgdheid, zorg.id))
            rows.add(rij)
        self._sent.addWidget(rows)

    def _on_edited(self) -> None:
        self._mark.set_waiting()
        self._concept.typed()

    def _saved(self) -> None:
        self._mark.set_saved(toon_tijd(self.omgeving.plek.klok.lokaal().time()))

    def _pass_on(self) -> None:
        self.clear_notice()
        values = None if self._busy else self.fields.read()
        if values is None:
            return
        plek, herkomst, sleutel = self.omgeving.plek, self.herkomst, self._concept.sleutel
        voor = UUID(values["voor_id"]) if values["voor_id"] else None

        def work() -> tuple[UUID, Changes]:
            zorg, over, kern = values["zorg"] or "", values["over"], values["kern"]
            return bezorgdheid.geef_door(plek, zorg, voor, over, kern, herkomst, sleutel)

        self._busy = True
        self._concept.hand_in()
        self.omgeving.tasks.write(self, work, lambda _: self._passed_on(), self._refused)

    def _passed_on(self) -> None:
        self._busy = False
        self.fields.reset()
        self.refresh()
        self.focus_first()

    def _refused(self, fout: Exception) -> None:
        self._busy = False
        self._concept.typed()
        veld = _VELD_VAN.get(type(fout)) if isinstance(fout, KernnetwerkError) else None
        if veld is None:
            self.omgeving.meld_fout(fout)
        else:
            self.fields.show_fault(veld, sentence(fout))


class BezorgdheidScreen(Scherm):
    """One worry, for who it was addressed to or who wrote it. Nothing of it is shown before it is opened here."""

    def __init__(self, omgeving: Omgeving, bezorgdheid_id: UUID) -> None:
        self._t = load("bezorgdheid")
        super().__init__(omgeving, self._t("titel"))
        self.setObjectName("bezorgdheid_lezen")
        self._id = bezorgdheid_id
        self._beeld: ZorgBeeld | None = None
        self.body.addWidget(Noodregel(self.theme))
        card = Card(self.theme)
        self._words = card.body
        self._words.setSpacing(12)
        self.body.addWidget(card)
        back = self.foot.set_back(self._t("voet.terug"))
        back.setObjectName("naar_vandaag")
        back.clicked.connect(lambda: omgeving.ga.vandaag())
        self._take = self.foot.add_quiet(self._t("voet.pak_op"), icon="vink")
        self._take.setObjectName("pak_op")
        self._take.clicked.connect(self._take_up)
        self._signal = self.foot.set_primary(self._t("voet.signaal"))
        self._signal.setObjectName("maak_signaal")
        self._signal.clicked.connect(self._go_on)
        self._take.hide()
        self._signal.hide()

    def focus_first(self) -> None:
        if not self._signal.isHidden():
            self._signal.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        plek, zorg_id = self.omgeving.plek, self._id

        def again() -> ZorgBeeld:
            with plek.store.read() as lezer:
                return bezorgdheid.load(plek, lezer, zorg_id)

        if self._beeld is not None:
            self.omgeving.tasks.read(self, again, self._show, self.omgeving.meld_fout)
            return
        self.omgeving.tasks.write(
            self, lambda: bezorgdheid.open_zorg(plek, zorg_id), self._show, self.omgeving.meld_fout
        )

    def on_changes(self, changes: Changes) -> None:
        if self._beeld is not None and self._id in changes.entiteiten:
            self.refresh()

    def _show(self, beeld: ZorgBeeld) -> None:
        first, self._beeld = self._beeld is None, beeld
        zorg, t = beeld.bezorgdheid, self._t
        self.set_title(t("titel_lezen", wie=beeld.van), t("ondertitel", datum=datum_lang(zorg.datum)))
        clear_layout(self._words)
        wie = beeld.van if beeld.is_voor_mij else beeld.voor
        waarover = " \u00b7 ".join(filter(None, (zorg.over and t("lezen.over", wie=zorg.over), zorg.kern)))
        for zin, letter, kleur in (
            (waarover, "tekst", "inkt2"),
            (zorg.zorg or t("lezen.gewist"), "lees", "inkt"),
            (self._standing(beeld), "tekst", "inkt2"),
            (t("lezen.signaal") if zorg.signaal_id else "", "tekst", "inkt2"),
            (t("lezen.voor_u", wie=wie), "klein", "inkt2"),
        ):
            if zin:
                self._words.addWidget(PlainLabel(self.theme, zin, letter, kleur=kleur, wrap=True))
        self._take.setVisible(beeld.is_voor_mij and zorg.opgepakt_datum is None and not zorg.is_gewist)
        self._signal.setVisible(beeld.is_voor_mij and not (zorg.is_gewist and zorg.signaal_id is None))
        self._signal.setText(t("voet.naar_signaal" if zorg.signaal_id else "voet.signaal"))
        if first:
            self.focus_first()

    def _standing(self, beeld: ZorgBeeld) -> str:
        t, dag = self._t, beeld.bezorgdheid.opgepakt_datum
        if beeld.is_voor_mij:
            return t("lezen.opgepakt", datum=datum_kort(dag)) if dag else ""
        if dag is None:
            return t("lezen.wacht_voor", wie=beeld.voor)
        return t("lezen.opgepakt_voor", wie=beeld.voor, datum=datum_kort(dag))

    def _take_up(self) -> None:
        plek, zorg_id = self.omgeving.plek, self._id
        self.omgeving.tasks.write(
            self,
            lambda: bezorgdheid.pak_op(plek, zorg_id),
            lambda _: self.omgeving.ga.vandaag(),
            self.omgeving.meld_fout,
        )

    def _go_on(self) -> None:
        """Into a signal in which these words stand, or to the one that was made of it."""
        if self._beeld is None:
            return
        zorg = self._beeld.bezorgdheid
        if zorg.signaal_id is not None:
            self.omgeving.ga.signaal(signaal_id=zorg.signaal_id)
        else:
            self.omgeving.ga.signaal(bezorgdheid.als_signaal(zorg))
