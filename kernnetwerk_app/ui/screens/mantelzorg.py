"""Mantelzorgers of a household: the own story of each, how they hold up, and what there is for them."""

from collections.abc import Callable, Iterator
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.draagkracht import Draagkracht
from kernnetwerk_app.domain.mantelzorg import LIJST, Delen, Mantelzorg, onder_elkaar
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.services import mantelzorg
from kernnetwerk_app.services.mantelzorg import MantelzorgBeeld, Mantelzorger
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.mantelzorg_forms import DraagkrachtForm, MantelzorgForm
from kernnetwerk_app.ui.forms.mens_form import MensForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossierscherm import Dossierscherm
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_PARTS = ("verhaal", "meting", "er_is")
_WOORDEN = (("eigen_woorden", "woorden"), ("behoefte", "behoefte"), ("taken", "taken"), ("grenzen", "grenzen"))


class MantelzorgScreen(Dossierscherm[MantelzorgBeeld]):
    """One mantelzorger at a time; with more than one, one chooses above. What was told before stands behind a door: one
    comes here from the map that is drawn with the resident, for whom it is not.
    """

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID) -> None:
        woorden = load("mantelzorg").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, huishouden_id, woorden, mantelzorg.load, woorden("onder"))
        self.setObjectName("mantelzorg")
        self._here: Mantelzorger | None = None
        self._in_sight: UUID | None = None
        """The relation of whom all may be read here, until one goes elsewhere."""
        self._who = Pick(self.theme)
        self._who.setObjectName("wie")
        self._who.setAccessibleName(self._t("wie.kies"))
        self._who.edited.connect(self._choose)
        self._name = PlainLabel(self.theme, "", "kop", vet=True, wrap=True)
        self._strain = Notice(self.theme, self._t("signaal.zin"), action=self._t("signaal.knop"))
        self._strain.button.setObjectName("open_signaal")
        self._strain.pressed.connect(self._open_signal)
        self._nobody = EmptyBox(self.theme, self._t("leeg.mantelzorgers"))
        self._door = Notice(self.theme, self._t("deur.zin"), "goed", self._t("deur.knop"), icon="slot")
        self._door.button.setObjectName("laat_zien")
        self._door.pressed.connect(self._open_door)
        for widget in (self._who, self._name, self._door, self._strain, self._nobody):
            widget.hide()
            self.body.addWidget(widget)
        self.body.addLayout(self.forms)
        left, right = self.add_columns()
        for key, column in zip(_PARTS, (left, right, right), strict=True):
            self.build_part(column, key)
        self.build_back("naar_netwerk", omgeving.ga.netwerk)
        self._next = self.build_next(woorden("voet.nieuw"), "meet", self._go_on)

    def show_beeld(self, beeld: MantelzorgBeeld) -> None:
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
        here, beeld = self._here, self.beeld
        may_read = here is not None and self._may_read(here)
        for key in _PARTS:
            self.show_part(key, here is not None and (may_read or key == "er_is"))
        self._door.setVisible(here is not None and not may_read)
        if here is None or beeld is None:
            return
        self._who.set_text(str(here.relatie.id))
        self._name.setText(self._called(here))
        self._name.show()
        self._strain.setVisible(may_read and here.open_signaal_id is not None)
        self.fill("er_is", list(self._offers(beeld, here if may_read else None)))
        if may_read:
            self._show_told(here)
        else:
            self.fill("verhaal", [])
            self.fill("meting", [])

    def _show_told(self, here: Mantelzorger) -> None:
        own = ListRow(self.theme, self._t("verhaal.begin" if here.eigen is None else "verhaal.open"), icon="pen")
        own.setObjectName("eigen_verhaal")
        own.clicked.connect(lambda: self._open(MantelzorgForm))
        said = (
            [] if here.eigen is None else [InfoRow(self.theme, wat, lead=kop) for kop, wat in self._story(here.eigen)]
        )
        self.fill("verhaal", [own, *said])
        self.fill("meting", [self._measured(meting) for meting in (*here.metingen, *here.teruggenomen)])

    def _may_read(self, here: Mantelzorger) -> bool:
        """Whether somebody opened the door, or there is nothing behind it yet: what is written then stays in sight."""
        if here.eigen is None and not here.metingen:
            self._in_sight = here.relatie.id
        return self._in_sight == here.relatie.id

    def _open_door(self) -> None:
        if self._here is not None:
            self._in_sight = self._here.relatie.id
            self._show_here()
            self._give_focus("eigen_verhaal")

    def _called(self, wie: Mantelzorger) -> str:
        naam = wie.naam or self._t("onbekend")
        return self._t("wie.kop", naam=naam, relatie=wie.wat) if wie.wat else naam

    def _story(self, eigen: Mantelzorg) -> Iterator[tuple[str, str]]:
        t = self._t
        if eigen.gesprek_datum is not None:
            datum = datum_kort(eigen.gesprek_datum, jaar=True)
            met = eigen.gesprek_met
            yield "", t("verhaal.gesprek_met", datum=datum, wie=met) if met else t("verhaal.gesprek", datum=datum)
        else:
            yield "", t("verhaal.nog_geen")
        for veld, woord in (*_WOORDEN, ("steun", "steun")):
            if gezegd := getattr(eigen, veld):
                yield t(f"verhaal.{woord}"), onder_elkaar(gezegd) if veld in LIJST else gezegd
        yield "", t("verhaal.inwoner_ja" if eigen.inwoner_mag_zien else "verhaal.inwoner_nee")
        if eigen.delen is None:
            yield "", t("verhaal.delen_niet_gevraagd")
        elif eigen.delen is Delen.JA:
            yield "", t("verhaal.delen_ja", met=eigen.delen_met or t("onbekend"))
        else:
            yield "", t("verhaal.delen_nee")

    def _measured(self, meting: Draagkracht) -> InfoRow:
        t = self._t
        wie = t(f"meting.{meting.meter.name.lower()}")
        hoe = self.omgeving.plek.profiel.lijst("volhoudtijden").label(meting.volhoudtijd)
        delen = (
            t(f"meting.overbelast_{meting.overbelast.name.lower()}") if meting.overbelast is not None else "",
            t("meting.volhoudtijd", hoe=hoe) if hoe else "",
            t("meting.draaglast", wat=meting.draaglast) if meting.draaglast else "",
            t("meting.draagkracht", wat=meting.draagkracht) if meting.draagkracht else "",
            self._instrument(meting),
        )
        kop = t("meting.regel", datum=datum_kort(meting.datum, jaar=True), wie=wie)
        if meting.vervallen_datum is not None:
            kop = t("meting.teruggenomen", regel=kop, datum=datum_kort(meting.vervallen_datum, jaar=True))
        extra = self._corrections(meting) if meting.vervallen_datum is None else None
        row = InfoRow(self.theme, kop, " · ".join(filter(None, delen)), extra=extra)
        row.setObjectName(f"meting_{meting.id}")
        return row

    def _corrections(self, meting: Draagkracht) -> QWidget:
        """What was written down by mistake is put right, or taken back; nothing of it is lost."""
        plek, herkomst = self.omgeving.plek, self.herkomst

        def take_back() -> None:
            self.omgeving.tasks.write(
                self, lambda: mantelzorg.neem_terug(plek, meting, herkomst), failed=self.omgeving.meld_fout
            )

        holder = QWidget()
        line = FlowLayout(holder, spacing=8)
        for key, act in (("verbeter", partial(self._open, DraagkrachtForm, meting)), ("neem_terug", take_back)):
            button = Button(self.theme, self._t(f"meting.{key}"), "stil", hoog=44)
            button.setObjectName(f"{key}_{meting.id}")
            button.clicked.connect(lambda _=False, act=act: act())
            line.addWidget(button)
        return holder

    def _instrument(self, meting: Draagkracht) -> str:
        if meting.instrument and meting.uitslag:
            return self._t("meting.instrument", instrument=meting.instrument, uitslag=meting.uitslag)
        return meting.instrument or meting.uitslag or ""

    def _offers(self, beeld: MantelzorgBeeld, van: Mantelzorger | None) -> Iterator[ListRow | InfoRow]:
        """What the sociale kaart has; below each one press to agree on it, unless the door is closed (`van` None)."""
        for voorziening in beeld.er_is:
            row = ListRow(self.theme, voorziening.naam, icon="plek")
            row.setObjectName(f"er_is_{voorziening.id}")
            row.clicked.connect(partial(self._look_at, voorziening.naam))
            yield row
            if van is not None:
                yield self._support(van, voorziening)

    def _support(self, van: Mantelzorger, wat: Voorziening) -> ListRow | InfoRow:
        leest = van.eigen is not None and van.eigen.inwoner_mag_zien
        waar = "in_plan" if leest else "niet_in_plan"
        if mantelzorg.is_afgesproken(van, wat):
            return InfoRow(self.theme, self._t("steun.afgesproken"), self._t(f"steun.staat_{waar}"), icon="vink")
        row = ListRow(self.theme, self._t("steun.knop"), self._t(f"steun.komt_{waar}"), icon="plus", chevron="")
        row.setObjectName(f"steun_{wat.id}")
        row.setAccessibleName(self._t("steun.knop_bij", wat=wat.naam))
        row.clicked.connect(partial(self._agree_on, van, wat))
        return row

    def _agree_on(self, van: Mantelzorger, wat: Voorziening) -> None:
        """What is being typed is kept first: the form holds the same field, and gets the line too."""
        plek, herkomst, tasks, fout = self.omgeving.plek, self.herkomst, self.omgeving.tasks, self.omgeving.meld_fout
        concept = MantelzorgForm.sleutel(van.relatie)

        def agree() -> None:
            self.drop_form()
            tasks.write(self, lambda: mantelzorg.spreek_af(plek, van, wat, herkomst, concept), failed=fout)

        self.keep_typed(agree)

    def _look_at(self, naam: str) -> None:
        self.omgeving.ga.socialekaart(naam)

    # -- what a person does --------------------------------------------------------------------------------------

    def _choose(self) -> None:
        """Somebody else; what was typed of the other is kept."""
        gekozen = self._who.text()

        def show() -> None:
            self.drop_form()
            alle = self.beeld.mantelzorgers if self.beeld is not None else ()
            self._here = next((m for m in alle if str(m.relatie.id) == gekozen), self._here)
            self._show_here()

        self.keep_typed(show)

    def _go_on(self) -> None:
        if self._here is None:
            self.omgeving.ga.netwerk(self.huishouden_id)
        else:
            self._open(DraagkrachtForm)

    def _open_signal(self) -> None:
        if self._here is not None and self._here.open_signaal_id is not None:
            self.omgeving.ga.signaal(signaal_id=self._here.open_signaal_id)

    def _open(self, maker: Callable[..., MensForm], *waarvan: object) -> None:
        here = self._here
        if here is not None:
            self.open_form(lambda beeld: maker(self.omgeving, beeld, here, *waarvan))
