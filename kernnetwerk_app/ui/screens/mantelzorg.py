"""Mantelzorgers of a household: the own story of each, how they hold up, and what there is for them."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.draagkracht import Draagkracht, Meter, Overbelast
from kernnetwerk_app.domain.mantelzorg import Delen, Mantelzorg
from kernnetwerk_app.services import mantelzorg
from kernnetwerk_app.services.mantelzorg import MantelzorgBeeld, Mantelzorger
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.mantelzorg_forms import DraagkrachtForm, MantelzorgForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rows import Rows

Formulier = MantelzorgForm | DraagkrachtForm
_WOORDEN = (("eigen_woorden", "woorden"), ("behoefte", "behoefte"), ("taken", "taken"), ("grenzen", "grenzen"))


class MantelzorgScreen(Scherm):
    """One mantelzorger at a time; with more than one, one chooses above."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID) -> None:
        self._t = load("mantelzorg")
        super().__init__(omgeving, self._t("titel"), self._t("onder"))
        self.setObjectName("mantelzorg")
        self._huishouden_id = huishouden_id
        self._beeld: MantelzorgBeeld | None = None
        self._here: Mantelzorger | None = None
        self._form: Formulier | None = None
        self._who = Pick(self.theme)
        self._who.setObjectName("wie")
        self._who.setAccessibleName(self._t("wie.kies"))
        self._who.edited.connect(self._choose)
        self._name = PlainLabel(self.theme, "", "kop", vet=True, wrap=True)
        self._place = QVBoxLayout()
        self._strain = Notice(self.theme, self._t("signaal.zin"), action=self._t("signaal.knop"))
        self._strain.button.setObjectName("open_signaal")
        self._strain.pressed.connect(self._open_signal)
        self._nobody = EmptyBox(self.theme, self._t("leeg.mantelzorgers"))
        for widget in (self._who, self._name, self._strain, self._nobody):
            widget.hide()
            self.body.addWidget(widget)
        self.body.addLayout(self._place)
        left, right = self.add_columns()
        self._parts = {"verhaal": self._part(left, "verhaal"), "meting": self._part(right, "meting")}
        self._parts["er_is"] = self._part(right, "er_is")
        self._build_foot()

    def _part(self, column: QVBoxLayout, key: str) -> QVBoxLayout:
        column.addWidget(PlainLabel(self.theme, self._t(f"kop.{key}"), "kop", vet=True, wrap=True))
        content = QVBoxLayout()
        column.addLayout(content)
        return content

    def _build_foot(self) -> None:
        self._back = self.foot.set_back(self._t("voet.terug"))
        self._back.setObjectName("naar_netwerk")
        self._back.clicked.connect(lambda: self.omgeving.ga.netwerk(self._huishouden_id))
        self._next = self.foot.set_primary(self._t("voet.nieuw"), trailing="plus")
        self._next.setObjectName("meet")
        self._next.clicked.connect(self._go_on)
        self._next.setEnabled(False)

    def focus_first(self) -> None:
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- loading -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        plek, huishouden_id = self.omgeving.plek, self._huishouden_id

        def work() -> MantelzorgBeeld:
            with plek.store.read() as lezer:
                return mantelzorg.load(plek, lezer, huishouden_id)

        self.omgeving.tasks.read(self, work, self._show, self.omgeving.meld_fout)

    def on_changes(self, changes: Changes) -> None:
        if self._huishouden_id in changes.huishoudens:
            self.refresh()

    def keep_typed(self, then: Callable[[], None]) -> None:
        if self._form is None:
            then()
        else:
            self._form.leave(then)

    def _show(self, beeld: MantelzorgBeeld) -> None:
        self._beeld = beeld
        alle = beeld.mantelzorgers
        before = self._here.relatie.id if self._here is not None else None
        self._here = next((m for m in alle if m.relatie.id == before), alle[0] if alle else None)
        self._who.set_options([(str(m.relatie.id), self._called(m)) for m in alle])
        self._who.setVisible(len(alle) > 1)
        self._nobody.setVisible(not alle)
        self._next.setText(self._t("voet.nieuw" if alle else "voet.naar_netwerk"))
        self._next.setEnabled(True)
        self._show_here()

    def _show_here(self) -> None:
        here, beeld = self._here, self._beeld
        for place in self._parts.values():
            holder = place.parentWidget()
            if holder is not None:
                holder.setVisible(here is not None)
        if here is None or beeld is None:
            return
        self._who.set_text(str(here.relatie.id))
        self._name.setText(self._called(here))
        self._name.show()
        self._strain.setVisible(here.open_signaal_id is not None)
        own = ListRow(self.theme, self._t("verhaal.begin" if here.eigen is None else "verhaal.open"), icon="pen")
        own.setObjectName("eigen_verhaal")
        own.clicked.connect(lambda: self._open(MantelzorgForm))
        said = (
            [] if here.eigen is None else [InfoRow(self.theme, wat, lead=kop) for kop, wat in self._story(here.eigen)]
        )
        self._fill("verhaal", [own, *said])
        self._fill("meting", [self._measured(meting) for meting in here.metingen])
        self._fill("er_is", list(self._offers(beeld)))

    def _called(self, wie: Mantelzorger) -> str:
        relatie = self.omgeving.plek.profiel.lijst("relaties").label(wie.relatie.relatie).lower()
        naam = wie.naam or self._t("onbekend")
        return self._t("wie.kop", naam=naam, relatie=relatie) if relatie else naam

    def _story(self, eigen: Mantelzorg) -> Iterator[tuple[str, str]]:
        t = self._t
        if eigen.gesprek_datum is not None:
            datum = datum_kort(eigen.gesprek_datum, jaar=True)
            met = eigen.gesprek_met
            yield "", t("verhaal.gesprek_met", datum=datum, wie=met) if met else t("verhaal.gesprek", datum=datum)
        else:
            yield "", t("verhaal.nog_geen")
        for veld, woord in (*_WOORDEN, ("steun", "steun")):
            if getattr(eigen, veld):
                yield t(f"verhaal.{woord}"), getattr(eigen, veld)
        yield "", t("verhaal.inwoner_ja" if eigen.inwoner_mag_zien else "verhaal.inwoner_nee")
        if eigen.delen is None:
            yield "", t("verhaal.delen_niet_gevraagd")
        elif eigen.delen is Delen.JA:
            yield "", t("verhaal.delen_ja", met=eigen.delen_met or t("onbekend"))
        else:
            yield "", t("verhaal.delen_nee")

    def _measured(self, meting: Draagkracht) -> InfoRow:
        t = self._t
        wie = t("meting.zelf" if meting.meter is Meter.ZELF else "meting.professional")
        hoe = self.omgeving.plek.profiel.lijst("volhoudtijden").label(meting.volhoudtijd)
        delen = (
            "" if meting.overbelast is Overbelast.NEE else t(f"meting.overbelast_{meting.overbelast.name.lower()}"),
            t("meting.volhoudtijd", hoe=hoe) if hoe else "",
            t("meting.draaglast", wat=meting.draaglast) if meting.draaglast else "",
            t("meting.draagkracht", wat=meting.draagkracht) if meting.draagkracht else "",
            self._instrument(meting),
        )
        kop = t("meting.regel", datum=datum_kort(meting.datum, jaar=True), wie=wie)
        row = InfoRow(self.theme, kop, " · ".join(filter(None, delen)))
        row.setObjectName(f"meting_{meting.id}")
        return row

    def _instrument(self, meting: Draagkracht) -> str:
        if meting.instrument and meting.uitslag:
            return self._t("meting.instrument", instrument=meting.instrument, uitslag=meting.uitslag)
        return meting.instrument or meting.uitslag or ""

    def _offers(self, beeld: MantelzorgBeeld) -> Iterator[ListRow]:
        for voorziening in beeld.er_is:
            row = ListRow(self.theme, voorziening.naam, icon="plek")
            row.setObjectName(f"er_is_{voorziening.id}")
            row.clicked.connect(partial(self._look_at, voorziening.naam))
            yield row

    def _look_at(self, naam: str) -> None:
        self.omgeving.ga.socialekaart(naam)

    def _fill(self, key: str, rijen: Sequence[ListRow | InfoRow]) -> None:
        place = self._parts[key]
        clear_layout(place)
        if not rijen:
            place.addWidget(EmptyBox(self.theme, self._t(f"leeg.{key}")))
            return
        card = Rows(self.theme)
        for rij in rijen:
            card.add(rij)
        place.addWidget(card)

    # -- what a person does --------------------------------------------------------------------------------------

    def _choose(self) -> None:
        """Somebody else; what was typed of the other is kept."""
        gekozen = self._who.text()

        def show() -> None:
            self._drop_form()
            alle = self._beeld.mantelzorgers if self._beeld is not None else ()
            self._here = next((m for m in alle if str(m.relatie.id) == gekozen), self._here)
            self._show_here()

        self.keep_typed(show)

    def _go_on(self) -> None:
        if self._here is None:
            self.omgeving.ga.netwerk(self._huishouden_id)
        else:
            self._open(DraagkrachtForm)

    def _open_signal(self) -> None:
        if self._here is not None and self._here.open_signaal_id is not None:
            self.omgeving.ga.signaal(signaal_id=self._here.open_signaal_id)

    def _open(self, maker: Callable[[Omgeving, MantelzorgBeeld, Mantelzorger], Formulier]) -> None:
        def show() -> None:
            if self._beeld is None or self._here is None:
                return
            self._drop_form()
            form = self._form = maker(self.omgeving, self._beeld, self._here)
            form.done.connect(self._closed)
            form.closed.connect(self._closed)
            self._place.addWidget(form)
            form.open()
            self.area.verticalScrollBar().setValue(0)

        self.keep_typed(show)

    def _closed(self) -> None:
        self.keep_typed(self._drop_form)
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_form(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None
