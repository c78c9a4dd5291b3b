"""The network, drawn together with the resident: a map, and beside it a list that does everything the map does."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.netwerk import Netwerkbevinding, Plek
from kernnetwerk_app.domain.relatie import FORMEEL, Bereid, Relatie
from kernnetwerk_app.services import netwerk, netwerkbevinding
from kernnetwerk_app.services.netwerk import Gezegd, NetwerkBeeld, OpKaart
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.drawing import Merk
from kernnetwerk_app.ui.forms.netwerk_form import NetwerkdoelForm, NetwerkForm
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.choice import ChoiceGroup, Option
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow
from kernnetwerk_app.ui.widgets.netwerkkaart import Netwerkkaart, Persoon
from kernnetwerk_app.ui.widgets.netwerkwoorden import Netwerkwoorden
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rows import Rows

_MERK = {Bereid.JA: Merk.VINK, Bereid.NEE: Merk.STREEP, None: Merk.OPEN}
Formulier = NetwerkForm | NetwerkdoelForm


class NetwerkScreen(Scherm):
    """Touch moves people on the map, so the page is not dragged with a finger."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID) -> None:
        self._t = load("netwerk")
        super().__init__(omgeving, self._t("titel"), self._t("onder"), kinetic=False)
        self.setObjectName("netwerk")
        self._huishouden_id = huishouden_id
        self._words = Netwerkwoorden(omgeving.plek.profiel)
        self._beeld: NetwerkBeeld | None = None
        self._form: Formulier | None = None
        self._opener = ""
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        self._small = Notice(self.theme, "")
        self._small.button.setObjectName("maak_doel")
        self._small.pressed.connect(lambda: self._open(NetwerkdoelForm))
        self._small.hide()
        self.body.addWidget(self._small)
        self._build_map()
        self._parts = dict(zip(("goed", "nodig"), map(self._part, self.add_columns(), ("goed", "nodig")), strict=True))
        self._build_foot()

    def _build_map(self) -> None:
        left, right = self.add_columns((7, 5))
        self._map = Netwerkkaart(self.theme, self._t("kaart.naam"), self._t.groep("kring"))
        self._map.moved.connect(self._move)
        self._map.opened.connect(self._open_person)
        left.addWidget(self._map)
        for key in ("kaart.uitleg", "kaart.legenda"):
            left.addWidget(PlainLabel(self.theme, self._t(key), "klein", kleur="inkt2", wrap=True))
        self._list = self._part(right, "mensen")
        vraag, words = self._t("plan.vraag"), load("plan").groep("netwerk")
        options = [Option(bevinding.name, words[bevinding.name.lower()]) for bevinding in Netwerkbevinding]
        self._takes_part = ChoiceGroup(self.theme, vraag, options, stacked=True)
        self._takes_part.setObjectName("netwerk_doet_mee")
        self._takes_part.chosen.connect(self._tell_plan)
        self._not_asked = PlainLabel(self.theme, "", "klein", kleur="inkt2", wrap=True)
        right.addWidget(self._takes_part)
        right.addWidget(self._not_asked)

    def _part(self, column: QVBoxLayout, key: str) -> QVBoxLayout:
        column.addWidget(PlainLabel(self.theme, self._t(f"kop.{key}"), "kop", vet=True, wrap=True))
        content = QVBoxLayout()
        column.addLayout(content)
        return content

    def _build_foot(self) -> None:
        t = self._t
        self._back = self.foot.set_back(t("voet.terug"))
        self._back.setObjectName("naar_dossier")
        self._back.clicked.connect(lambda: self.omgeving.ga.dossier(self._huishouden_id))
        paper = self.foot.add_quiet(t("voet.papier"), icon="papier")
        paper.setObjectName("netwerk_papier")
        paper.clicked.connect(self._show_paper)
        care = self.foot.add_quiet(t("voet.mantelzorg"))
        care.setObjectName("naar_mantelzorg")
        care.clicked.connect(lambda: self.omgeving.ga.mantelzorg(self._huishouden_id))
        self._new = self.foot.set_primary(t("voet.nieuw"), trailing="plus")
        self._new.setObjectName("zet_iemand_neer")
        self._new.clicked.connect(lambda: self._open(NetwerkForm))
        self._new.setEnabled(False)

    def focus_first(self) -> None:
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- loading -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        plek, huishouden_id = self.omgeving.plek, self._huishouden_id

        def work() -> NetwerkBeeld:
            with plek.store.read() as lezer:
                return netwerk.load(plek, lezer, huishouden_id)

        self.omgeving.tasks.read(self, work, self._show, self.omgeving.meld_fout)

    def on_changes(self, changes: Changes) -> None:
        if self._huishouden_id in changes.huishoudens:
            self.refresh()

    def keep_typed(self, then: Callable[[], None]) -> None:
        if self._form is None:
            then()
        else:
            self._form.leave(then)

    def _show(self, beeld: NetwerkBeeld) -> None:
        self._beeld = beeld
        naam = _name_of(self.focusWidget())
        self._map.set_people(beeld.middelpunt.naam or self._t("onbekend"), [self._persoon(op) for op in beeld.kaart])
        self._fill(self._list, "mensen", [self._row(op) for op in beeld.kaart])
        for key, gezegd in (("goed", beeld.goed), ("nodig", beeld.nodig)):
            self._fill(self._parts[key], key, [self._said(deel) for deel in gezegd])
        zin, knop = ("klein.zin", "klein.knop") if beeld.kan_doel else ("klein.geen_gesprek", "")
        self._small.set_state(self._t(zin), "goed", action=self._t(knop) if knop else "", icon="mensen")
        self._small.setVisible(beeld.klein and bool(beeld.kaart))
        self._show_plan(beeld)
        self._new.setEnabled(True)
        self._give_focus(naam)

    def _show_plan(self, beeld: NetwerkBeeld) -> None:
        """Whether they take part in the plan, as soon as there is one."""
        self._takes_part.setVisible(beeld.plan is not None)
        self._takes_part.set_value(beeld.bevinding.name if beeld.bevinding is not None else None)
        reden = beeld.plan.netwerk_reden if beeld.plan is not None and beeld.bevinding is None else None
        self._not_asked.setText(load("plan")("netwerk.niet_gevraagd", reden=reden) if reden else "")
        self._not_asked.setVisible(bool(reden))

    def _tell_plan(self, naam: str) -> None:
        plek, beeld, herkomst = self.omgeving.plek, self._beeld, self.herkomst
        if beeld is None or beeld.plan is None:
            return
        plan_id, gekozen = beeld.plan.id, Netwerkbevinding[naam]
        self.omgeving.tasks.write(
            self, lambda: netwerkbevinding.zeg(plek, plan_id, gekozen, herkomst), failed=self._not_moved
        )

    def _persoon(self, op: OpKaart) -> Persoon:
        return Persoon(
            sleutel=str(op.relatie.id),
            naam=op.naam or self._t("onbekend"),
            plek=op.plek,
            merk=_MERK[op.relatie.bereid],
            vierkant=op.relatie.hulpsoort == FORMEEL,
            zegt=self._words.op_kaart(op),
        )

    def _row(self, op: OpKaart) -> ListRow:
        title, under = self._words.regel(op)
        row = ListRow(self.theme, title, under, lead=op.naam or self._t("onbekend"))
        row.setObjectName(f"persoon_{op.relatie.id}")
        row.clicked.connect(lambda: self._open(NetwerkForm, op.relatie))
        return row

    def _said(self, gezegd: Gezegd) -> InfoRow:
        return InfoRow(self.theme, gezegd.woorden, lead=gezegd.leefgebied)

    def _fill(self, place: QVBoxLayout, key: str, rijen: Sequence[ListRow | InfoRow]) -> None:
        clear_layout(place)
        if not rijen:
            place.addWidget(EmptyBox(self.theme, self._t(f"leeg.{key}")))
            return
        card = Rows(self.theme)
        for rij in rijen:
            card.add(rij)
        place.addWidget(card)

    def _show_paper(self) -> None:
        hier, ga = self._huishouden_id, self.omgeving.ga
        ga.papier(netwerk.papier(self.omgeving.plek, hier), hier, partial(ga.netwerk, hier))

    # -- what a person does --------------------------------------------------------------------------------------

    def _find(self, sleutel: str) -> OpKaart | None:
        return next((op for op in self._beeld.kaart if str(op.relatie.id) == sleutel), None) if self._beeld else None

    def _move(self, sleutel: str, waar: Plek) -> None:
        beeld, op, plek, herkomst = self._beeld, self._find(sleutel), self.omgeving.plek, self.herkomst
        if beeld is None or op is None:
            return
        bases = beeld.mensen.bases[op.relatie.id]
        announce(self, self._words.plaats(waar))
        self.omgeving.tasks.write(
            self,
            lambda: netwerk.zet_neer(plek, op.relatie, waar, bases, herkomst),
            failed=self._not_moved,
        )

    def _not_moved(self, fout: Exception) -> None:
        self.omgeving.meld_fout(fout)
        self.refresh()

    def _open_person(self, sleutel: str) -> None:
        op = self._find(sleutel)
        if op is not None:
            self._open(NetwerkForm, op.relatie)

    def _open(self, maker: Callable[..., Formulier], relatie: Relatie | None = None) -> None:
        """Another form in the place of the one that is open, which keeps what was typed in it."""
        self._opener = _name_of(self.focusWidget())

        def show() -> None:
            if self._beeld is None:
                return
            self._drop_form()
            make = partial(maker, self.omgeving, self._beeld.mensen)
            form = self._form = make() if relatie is None else make(relatie)
            form.done.connect(self._closed)
            form.closed.connect(self._closed)
            self._place.addWidget(form)
            form.open()
            self.area.verticalScrollBar().setValue(0)

        self.keep_typed(show)

    def _closed(self) -> None:
        self.keep_typed(self._drop_form)
        self._give_focus(self._opener)

    def _drop_form(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    def _give_focus(self, naam: str) -> None:
        """The rows are new ones; who stood on one of them stands there again."""
        again = [w for w in self.findChildren(QWidget, naam) if not w.isHidden()] if naam else []
        if again and not _is_in(self._form, self.focusWidget()):
            again[-1].setFocus(Qt.FocusReason.OtherFocusReason)


def _is_in(form: Formulier | None, widget: QWidget | None) -> bool:
    """Whether somebody is typing in this form."""
    return form is not None and widget is not None and form.isAncestorOf(widget)


def _name_of(widget: QWidget | None) -> str:
    return widget.objectName() if widget is not None else ""
