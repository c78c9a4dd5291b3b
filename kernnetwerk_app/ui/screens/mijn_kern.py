"""One kern: where people can walk in, what there is to do, and what we know of it; with sheets to give away."""

from collections.abc import Callable
from functools import partial
from time import monotonic
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.kernpagina import KERNVELDEN, Kernpagina
from kernnetwerk_app.domain.overdracht import Overdracht
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.domain.voorziening import Stand, Voorziening, toon_nummer
from kernnetwerk_app.services import kernpagina, overdrachtstand, wegwijzer
from kernnetwerk_app.services.kernpagina import Kernbeeld
from kernnetwerk_app.services.overdrachtstand import Verwijzing
from kernnetwerk_app.services.papier import Vormpapier
from kernnetwerk_app.services.spreekuur import kern_nu
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.autosave import Autosave, leave_all
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rows import Rows
from kernnetwerk_app.ui.widgets.saved_mark import SavedMark

_NIEMAND = ""


class MijnKernScreen(Scherm):
    """Needs no dossier, and holds nothing of a resident."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._t = load("mijn_kern").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, self._t("titel"))
        self.setObjectName("mijn_kern")
        kernen = [(kern.naam, kern.naam) for kern in omgeving.plek.profiel.kernen]
        self._mark = SavedMark(self.theme)
        self._kern = Pick(self.theme, kernen)
        self._kern.setMinimumContentsLength(18)
        self._kern.setObjectName("kern")
        self._kern.setAccessibleName(self._t("kies.kern"))
        self._kern.edited.connect(self._other_kern)
        self.aside.addWidget(self._mark)
        self.aside.addWidget(self._kern)
        self._schrijver = Schrijver(omgeving, self._mark, self.herkomst)
        self._velden: dict[str, tuple[GrowingTextEdit, Field]] = {}
        self._saves: dict[str, Autosave] = {}
        self._shown = ""
        self._is_chosen = False
        self._may_write = omgeving.plek.mag(Recht.SOCIALE_KAART)
        links, rechts = self.add_columns((6, 6))
        self._gap = Notice(self.theme, "")
        links.addWidget(self._gap)
        self._delen = {naam: self._part(links, naam) for naam in ("ingangen", "activiteiten", "vindplaatsen", "laat")}
        if omgeving.plek.mag_dossiers:
            self._delen["verwezen"] = self._part(links, "verwezen")
        self._build_fields(rechts)
        self._vervanger = Pick(self.theme, [(_NIEMAND, self._t("kies.niemand"))])
        self._vervanger.setObjectName("vervanger")
        vervanger = Field(self.theme, self._t("kies.vervanger"), self._vervanger)
        rechts.addWidget(vervanger)
        vervanger.setVisible(omgeving.plek.mag_dossiers)
        self._overzicht = self._part(rechts, "overzicht", "ingangen.overzicht")
        self._build_foot()

    def _part(self, column: QVBoxLayout, naam: str, kop: str = "") -> QVBoxLayout:
        column.addWidget(PlainLabel(self.theme, self._t(kop or f"{naam}.kop"), "kop", vet=True, wrap=True))
        part = QVBoxLayout()
        column.addLayout(part)
        column.addSpacing(8)
        return part

    def _build_fields(self, column: QVBoxLayout) -> None:
        t = self._t
        column.addWidget(PlainLabel(self.theme, t("weten.kop"), "kop", vet=True, wrap=True))
        uitleg = t("weten.uitleg") if self._may_write else t("weten.lezen")
        column.addWidget(PlainLabel(self.theme, uitleg, kleur="inkt2", wrap=True))
        for veld in KERNVELDEN:
            editor = GrowingTextEdit(self.theme, lines=2)
            editor.setObjectName(veld)
            editor.setReadOnly(not self._may_write)
            hint = t(f"weten.{veld}_hint") if self._may_write and f"weten.{veld}_hint" in t else ""
            field = Field(self.theme, t(f"weten.{veld}"), editor, hint)
            self._velden[veld] = (editor, field)
            column.addWidget(field)

    def _build_foot(self) -> None:
        if self._may_write:
            self.foot.set_fact(self._t("voet.feit"))
        kaart = self.foot.add_quiet(self._t("voet.kaart"), icon="zelf")
        kaart.setObjectName("contactkaart")
        kaart.clicked.connect(self._print_card)
        kaart.setVisible(self.omgeving.plek.mag_dossiers)
        print_ = self.foot.set_primary(self._t("voet.print"), trailing="print")
        print_.setObjectName("print")
        print_.clicked.connect(self._print_sheet)

    # -- loading -------------------------------------------------------------------------------------------------

    def focus_first(self) -> None:
        self._kern.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        plek, gekozen, asked = self.omgeving.plek, self._kern.text() if self._is_chosen else "", monotonic()
        if not self._kern.text():
            return

        def load_beeld() -> tuple[Kernbeeld, tuple[Verwijzing, ...]]:
            """Of the kern where one works today, until a person says another."""
            with plek.store.read() as lezer:
                beeld = kernpagina.load(plek, lezer, gekozen or kern_nu(plek, lezer))
                return beeld, overdrachtstand.verwijzingen(plek, lezer)

        def show(geladen: tuple[Kernbeeld, tuple[Verwijzing, ...]]) -> None:
            self._show(asked, geladen[0])
            self._show_referred(geladen[1])

        self.omgeving.tasks.read(self, load_beeld, show, self.omgeving.meld_fout)

    def on_changes(self, changes: Changes) -> None:
        if (
            self._shown
            and changes.herkomst is not self.herkomst
            and changes.soorten
            & {
                Voorziening.soort,
                Kernpagina.soort,
                Overdracht.soort,
            }
        ):
            self.refresh()

    def keep_typed(self, then: Callable[[], None]) -> None:
        leave_all(list(self._saves.values()), then)

    def _other_kern(self) -> None:
        """What was typed of the one is kept before the other is shown."""
        self._is_chosen = True
        self.leave(self.refresh)

    def _show(self, asked: float, beeld: Kernbeeld) -> None:
        kern = beeld.kern.naam
        if not self._is_chosen:
            self._is_chosen = True
            self._kern.set_text(kern)
        if kern != self._kern.text():
            return  # somebody chose another one since
        if kern != self._shown and any(autosave.busy for autosave in self._saves.values()):
            self.leave(self.refresh)  # typed at the page of the other one while this one was being read
            return
        self.set_title(self._t("titel"), self._t("ondertitel", kern=kern))
        if kern != self._shown or not self._may_write:
            self._attach(beeld)
        for veld, autosave in self._saves.items():
            autosave.load(beeld.teksten[veld], beeld.adressen[veld], asked)
        self._gap.set_state(self._t("ingangen.leeg", kern=kern), "letop")
        self._gap.setVisible(not beeld.ingangen)
        self._show_lists(beeld)
        collegas = [(str(m.id), m.naam) for m in beeld.collegas]
        self._vervanger.set_options([(_NIEMAND, self._t("kies.niemand")), *collegas])

    def _attach(self, beeld: Kernbeeld) -> None:
        """The fields keep themselves at the page of this kern from here on, for who may write in it."""
        for veld, (editor, field) in self._velden.items():
            if veld in self._saves:
                self._saves.pop(veld).deleteLater()
            editor.set_text(beeld.teksten[veld])
            if self._may_write:
                self._saves[veld] = self._schrijver.attach(editor, beeld.adressen[veld], field)
        self._shown = beeld.kern.naam

    def _show_lists(self, beeld: Kernbeeld) -> None:
        t = self._t
        binnen = [
            InfoRow(
                self.theme,
                ingang.plek,
                " · ".join(d for d in (ingang.vorm, ingang.wanneer, ingang.adres, ingang.wie) if d),
                "deur",
            )
            for ingang in beeld.ingangen
        ]
        self._fill("ingangen", binnen, "")
        doen = [
            InfoRow(
                self.theme, v.naam, " · ".join(d for d in (v.wanneer, v.plek or v.adres) if d), "klok", self._merk(v)
            )
            for v in beeld.activiteiten
        ]
        self._fill("activiteiten", doen, t("activiteiten.leeg" if self._may_write else "activiteiten.leeg_lezen"))
        lijst = self.omgeving.plek.profiel.lijst
        plekken = [
            InfoRow(self.theme, v.naam, lijst("vindplaatsen").label(v.vindplaats), "plek", self._merk(v))
            for v in beeld.vindplaatsen
        ]
        mensen = [
            InfoRow(self.theme, v.naam, v.wat or "", "zelf", toon_nummer(v.telefoon)) for v in beeld.sleutelfiguren
        ]
        self._fill("vindplaatsen", plekken + mensen, t("vindplaatsen.leeg"))
        laat = [InfoRow(self.theme, een.wat, "", "klok", t("laat.keer", aantal=een.aantal)) for een in beeld.laat]
        self._fill("laat", laat, t("laat.leeg"))
        clear_layout(self._overzicht)
        self._overzicht.addWidget(self._all_kernen())

    def _show_referred(self, verwijzingen: tuple[Verwijzing, ...]) -> None:
        """Who referred past the triage, to talk about with them (TRI-17). To where is told in the dossier alone: beside
        a small number in a village, it could say of whom it was.
        """
        if "verwezen" not in self._delen:
            return
        t = self._t
        rows = []
        for een in verwijzingen:
            keer = t("verwezen.een") if een.aantal == 1 else t("verwezen.keer", aantal=een.aantal)
            rows.append(InfoRow(self.theme, een.verwijzer, "", "map", keer))
        self._fill("verwezen", rows, t("verwezen.leeg"))
        uitleg = PlainLabel(self.theme, t("verwezen.uitleg"), "klein", kleur="hint", wrap=True)
        self._delen["verwezen"].addWidget(uitleg)

    def _merk(self, v: Voorziening) -> str:
        """That the municipality has not confirmed this yet: it is not on the sheet for the wall (SOC-12)."""
        return self._t("voorstel") if v.stand is Stand.VOORSTEL else ""

    def _all_kernen(self) -> QWidget:
        """Each kern with the ways in that it has; one without stands out (SIG-24)."""
        rows = Rows(self.theme)
        for kern in self.omgeving.plek.profiel.kernen:
            aantal = len(kernpagina.ingangen(kern))
            vormen = ", ".join(dict.fromkeys(i.vorm or i.plek for i in kernpagina.ingangen(kern)))
            woord = {0: self._t("ingangen.geen"), 1: self._t("ingangen.een")}.get(
                aantal, self._t("ingangen.aantal", aantal=aantal)
            )
            row = InfoRow(self.theme, kern.naam, vormen, "kern" if aantal else "letop", woord)
            row.setObjectName(f"ingang_{kern.naam}")
            if not aantal:
                row.right.set_kleur("letop")
                row.right.set_vet(True)
            rows.add(row)
        return rows

    def _fill(self, naam: str, rows: list[InfoRow], leeg: str) -> None:
        part = self._delen[naam]
        clear_layout(part)
        if rows:
            card = Rows(self.theme)
            for row in rows:
                card.add(row)
            part.addWidget(card)
        elif leeg:
            part.addWidget(EmptyBox(self.theme, leeg))

    # -- paper ---------------------------------------------------------------------------------------------------

    def _print_sheet(self) -> None:
        plek, naam, ga = self.omgeving.plek, self._kern.text(), self.omgeving.ga
        ga.papier(Vormpapier(partial(wegwijzer.kernblad, plek, naam)), None, ga.mijn_kern)

    def _print_card(self) -> None:
        plek, naam, ga, gekozen = self.omgeving.plek, self._kern.text(), self.omgeving.ga, self._vervanger.text()
        vervanger = UUID(gekozen) if gekozen else None
        ga.papier(Vormpapier(partial(wegwijzer.contactkaart, plek, naam, vervanger)), None, ga.mijn_kern)
