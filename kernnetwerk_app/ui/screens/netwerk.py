"""The network, drawn together with the resident: a map, and beside it a list that does everything the map does."""

from collections.abc import Callable
from functools import partial
from itertools import chain
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QSizePolicy

from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.domain.netwerk import KRINGEN, Netwerkbevinding, Plek
from kernnetwerk_app.domain.relatie import FORMEEL, Bereid, Relatie
from kernnetwerk_app.services import netwerk, netwerkbevinding, stukken
from kernnetwerk_app.services.netwerk import Gezegd, NetwerkBeeld, OpKaart
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.drawing import Merk
from kernnetwerk_app.ui.forms.netwerk_form import NetwerkdoelForm, NetwerkForm
from kernnetwerk_app.ui.forms.netwerklijst import Netwerklijst
from kernnetwerk_app.ui.forms.page_form import PageForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossierscherm import Dossierscherm
from kernnetwerk_app.ui.turns import Turns
from kernnetwerk_app.ui.widgets.choice import ChoiceGroup, Option
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from kernnetwerk_app.ui.widgets.netwerkkaart import Netwerkkaart, Persoon
from kernnetwerk_app.ui.widgets.netwerkwoorden import Netwerkwoorden
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_MERK = {Bereid.JA: Merk.VINK, Bereid.NEE: Merk.STREEP, None: Merk.OPEN}


class NetwerkScreen(Dossierscherm[NetwerkBeeld]):
    """Touch moves people on the map, so the page is not dragged with a finger."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID) -> None:
        woorden = load("netwerk").met(omgeving.plek.profiel.zeg)

        def read(plek: Werkplek, lezer: Any, hier: UUID) -> NetwerkBeeld:
            return netwerk.load(plek, lezer, hier, self._of_whom)

        super().__init__(omgeving, huishouden_id, woorden, read, woorden("onder"), kinetic=False)
        self.setObjectName("netwerk")
        self._of_whom: UUID | None = None
        self._turns = Turns(self)
        self._words = Netwerkwoorden(omgeving.plek.profiel)
        self.body.addLayout(self.forms)
        self._small = Notice(self.theme, "")
        self._small.button.setObjectName("maak_doel")
        self._small.pressed.connect(lambda: self._open(NetwerkdoelForm))
        self._small.hide()
        self.body.addWidget(self._small)
        self._build_whose()
        self._build_map()
        for key, column in zip(("goed", "nodig"), self.add_columns(), strict=True):
            self.build_part(column, key)
        self._build_foot()

    def _build_whose(self) -> None:
        """Where more than one adult lives each has a map of their own: who stands around one is not the other's."""
        self._who = Pick(self.theme)
        self._who.setObjectName("wiens_kaart")
        self._who.setAccessibleName(self._t("wiens.kies"))
        self._who.edited.connect(self._choose)
        self._whose = Field(self.theme, self._t("wiens.kies"), self._who, self._t("wiens.uitleg"), below=True)
        self._whose.hide()
        self._who.setSizeAdjustPolicy(Pick.SizeAdjustPolicy.AdjustToContents)
        self._who.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.body.addWidget(self._whose)

    def _build_map(self) -> None:
        left, right = self.add_columns((7, 5))
        self._map = Netwerkkaart(self.theme, self._t("kaart.naam"), self._t.groep("kring"))
        self._map.moved.connect(self._move)
        self._map.opened.connect(self._open_person)
        left.addWidget(self._map)
        for key in ("kaart.uitleg", "kaart.legenda"):
            left.addWidget(PlainLabel(self.theme, self._t(key), "klein", kleur="inkt2", wrap=True))
        self.build_part(right, "mensen")
        self._people = Netwerklijst(self.theme, self._words, self._t("onbekend"))
        self._people.chosen.connect(partial(self._open, NetwerkForm))
        self._nobody = EmptyBox(self.theme, self._t("leeg.mensen"))
        self._nobody.hide()
        for widget in (self._people, self._nobody):
            self.place_of("mensen").addWidget(widget)
        zeg = self.omgeving.plek.profiel.zeg
        vraag, words = self._t("plan.vraag"), load("plan").met(zeg).groep("netwerk")
        options = [Option(bevinding.name, words[bevinding.name.lower()]) for bevinding in Netwerkbevinding]
        self._takes_part = ChoiceGroup(self.theme, vraag, options, stacked=True)
        self._takes_part.setObjectName("netwerk_doet_mee")
        self._takes_part.chosen.connect(self._tell_plan)
        self._not_asked = PlainLabel(self.theme, "", "klein", kleur="inkt2", wrap=True)
        self._takes_part.hide()
        right.addWidget(self._takes_part)
        right.addWidget(self._not_asked)

    def _build_foot(self) -> None:
        t = self._t
        self.build_back("naar_dossier", self.omgeving.ga.dossier)
        paper = self.foot.add_quiet(t("voet.papier"), icon="papier")
        paper.setObjectName("netwerk_papier")
        paper.clicked.connect(self._show_paper)
        self._paper = paper
        care = self.foot.add_quiet(t("voet.mantelzorg"))
        care.setObjectName("naar_mantelzorg")
        care.clicked.connect(lambda: self.omgeving.ga.mantelzorg(self.huishouden_id))
        self._new = self.build_next(t("voet.nieuw"), "zet_iemand_neer", self._open_new)

    def show_beeld(self, beeld: NetwerkBeeld) -> None:
        self._who.set_options([(str(wie.id), wie.naam or self._t("onbekend")) for wie in beeld.van_wie])
        self._who.set_text(str(beeld.middelpunt.id))
        self._whose.setVisible(len(beeld.van_wie) > 1)
        self._paper.setVisible(beeld.middelpunt.id == beeld.van_wie[0].id)
        drawn = [self._persoon(op) for op in beeld.kaart]
        around = self._map.set_people(beeld.middelpunt.naam or self._t("onbekend"), drawn)
        near_first = sorted(beeld.kaart, key=lambda op: (KRINGEN.index(op.plek.kring), op.plek.plaats))
        self._turns.begin(chain(around, self._people.show_people(near_first)))
        self._nobody.setVisible(not near_first)
        for key, gezegd in (("goed", beeld.goed), ("nodig", beeld.nodig)):
            self.fill(key, [self._said(deel) for deel in gezegd])
        zin, knop = ("klein.zin", "klein.knop") if beeld.kan_doel else ("klein.geen_gesprek", "")
        self._small.set_state(self._t(zin), "goed", action=self._t(knop) if knop else "", icon="mensen")
        self._small.setVisible(beeld.klein and bool(beeld.kaart))
        self._show_plan(beeld)
        self._new.setEnabled(True)

    def _show_plan(self, beeld: NetwerkBeeld) -> None:
        """Whether they take part in the plan, as soon as there is one."""
        self._takes_part.setVisible(beeld.plan is not None)
        self._takes_part.set_value(beeld.bevinding.name if beeld.bevinding is not None else None)
        reden = beeld.plan.netwerk_reden if beeld.plan is not None and beeld.bevinding is None else None
        self._not_asked.setText(load("plan")("netwerk.niet_gevraagd", reden=reden) if reden else "")
        self._not_asked.setVisible(bool(reden))

    def _tell_plan(self, naam: str) -> None:
        plek, beeld, herkomst = self.omgeving.plek, self.beeld, self.herkomst
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

    def _said(self, gezegd: Gezegd) -> InfoRow:
        return InfoRow(self.theme, gezegd.woorden, lead=gezegd.leefgebied)

    def _show_paper(self) -> None:
        hier, ga = self.huishouden_id, self.omgeving.ga
        laad = stukken.papier(self.omgeving.plek, Stuk(Stuksoort.NETWERK, hier))
        ga.papier(laad, hier, partial(ga.netwerk, hier))

    # -- what a person does --------------------------------------------------------------------------------------

    def _choose(self) -> None:
        """The map of somebody else of the house; what was typed is kept."""
        gekozen = UUID(self._who.text())

        def show() -> None:
            self.drop_form()
            self._of_whom = gekozen
            self.refresh()

        self.keep_typed(show)

    def _open_new(self) -> None:
        self.open_form(lambda beeld: NetwerkForm(self.omgeving, beeld.mensen, van_id=beeld.middelpunt.id))

    def _find(self, sleutel: str) -> OpKaart | None:
        return next((op for op in self.beeld.kaart if str(op.relatie.id) == sleutel), None) if self.beeld else None

    def _move(self, sleutel: str, waar: Plek) -> None:
        beeld, op, plek, herkomst = self.beeld, self._find(sleutel), self.omgeving.plek, self.herkomst
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

    def _open(self, maker: Callable[..., PageForm], *waarvan: Relatie) -> None:
        self.open_form(lambda beeld: maker(self.omgeving, beeld.mensen, *waarvan))
