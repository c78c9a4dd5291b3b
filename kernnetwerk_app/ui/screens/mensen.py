"""The people of a household: who, what of one another, how to reach them, and what who works with them must know."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid
from kernnetwerk_app.domain.bijzonderheid import Bijzonderheid
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.domain.samenvoeging import Samenvoeging
from kernnetwerk_app.domain.verblijf import Verblijf
from kernnetwerk_app.services import dossier, mensen, samenvoeging
from kernnetwerk_app.services.dossier import DossierRegel
from kernnetwerk_app.services.mensen import Lid, MensenBeeld
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.lid_form import BereikForm, LidForm
from kernnetwerk_app.ui.forms.mens_form import MensForm
from kernnetwerk_app.ui.forms.mensen_forms import BijzonderheidForm, RelatieForm, VeiligheidForm, VerblijfForm
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow
from kernnetwerk_app.ui.widgets.mensen_rows import MensenRows
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rows import Rows

Row = ListRow | InfoRow


class MensenScreen(Scherm):
    """Shows; what is changed is typed in a form in the page, one at a time, above what it is about."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID) -> None:
        self._t = load("mensen").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, self._t("titel"))
        self.setObjectName("mensen")
        self._huishouden_id = huishouden_id
        self._beeld: MensenBeeld | None = None
        self._form: MensForm | None = None
        self._opener = ""
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        left, right = self.add_columns((7, 5))
        self._parts = {
            "leden": self._part(left, "leden", None),
            "relaties": self._part(left, "relaties", lambda: self._open(RelatieForm)),
            "kinderen": self._part(left, "kinderen", None),
            "verblijven": self._part(left, "verblijven", self._open_stay),
            "bijzonderheden": self._part(right, "bijzonderheden", lambda: self._open(BijzonderheidForm)),
            "veiligheid": self._part(right, "veiligheid", lambda: self._open(VeiligheidForm)),
            "samenvoegingen": self._part(right, "samenvoegingen", None),
        }
        self._build_foot()

    def _part(self, column: QVBoxLayout, key: str, add: Callable[[], None] | None) -> QVBoxLayout:
        """A heading, with beside it how something comes under it."""
        part = QWidget()
        box = QVBoxLayout(part)
        box.setContentsMargins(0, 0, 0, 12)
        head = QHBoxLayout()
        title = PlainLabel(self.theme, self._t(f"kop.{key}"), "kop", vet=True, wrap=True)
        title.setMinimumHeight(self.theme.tokens.maat.doel)  # headings stand in line, with a button beside them or not
        head.addWidget(title, 1)
        if add is not None:
            button = Button(self.theme, self._t("voeg_toe"), "kaal", icon="plus", hoog=44)
            button.setObjectName(f"nieuw_{key}")
            button.setAccessibleName(f"{self._t(f'kop.{key}')}: {self._t('voeg_toe')}")
            button.clicked.connect(lambda: add())
            head.addWidget(button)
        content = QVBoxLayout()
        box.addLayout(head)
        box.addLayout(content)
        column.addWidget(part)
        return content

    def _build_foot(self) -> None:
        t = self._t
        self._back = self.foot.set_back(t("voet.terug"))
        self._back.setObjectName("naar_dossier")
        self._back.clicked.connect(lambda: self.omgeving.ga.dossier(self._huishouden_id))
        names = self.foot.add_quiet(t("voet.namen"), icon="pen")
        names.setObjectName("wijzig_gegevens")
        names.clicked.connect(lambda: self.omgeving.ga.gegevens(self._huishouden_id))
        self._new = self.foot.set_primary(t("voet.nieuw"), trailing="plus")
        self._new.setObjectName("voeg_iemand_toe")
        self._new.clicked.connect(lambda: self._open(LidForm))
        self._new.setEnabled(False)

    def focus_first(self) -> None:
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- loading -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        plek, huishouden_id = self.omgeving.plek, self._huishouden_id

        def work() -> MensenBeeld:
            with plek.store.read() as lezer:
                return mensen.load(plek, lezer, huishouden_id)

        self.omgeving.tasks.read(self, work, self._show, self.omgeving.meld_fout)

    def on_changes(self, changes: Changes) -> None:
        if self._huishouden_id in changes.huishoudens:
            self.refresh()

    def keep_typed(self, then: Callable[[], None]) -> None:
        if self._form is None:
            then()
        else:
            self._form.leave(then)

    def _show(self, beeld: MensenBeeld) -> None:
        self._beeld = beeld
        self.set_title(self._t("titel"), beeld.huishouden.aanduiding)
        naam = _name_of(self.focusWidget())
        self._show_people(beeld)
        self._show_facts(beeld)
        self._new.setEnabled(True)
        self._give_focus(naam)

    def _show_people(self, beeld: MensenBeeld) -> None:
        rows, ga = MensenRows(self.theme, self.omgeving.plek.profiel, beeld), self.omgeving.ga
        leden: list[Row] = [self._leads(rows.lid(lid), partial(self._open_reach, lid)) for lid in beeld.leden]
        for gast in beeld.gasten:
            rij = rows.gast(gast)
            leden.append(self._leads(rij, partial(ga.dossier, gast.huishouden_id)) if gast.huishouden_id else rij)
        leden += [
            self._leads(rows.vertrokken(wie), partial(self._open_reach, Lid(wie, None, ()))) for wie in beeld.vertrokken
        ]
        self._fill("leden", leden)
        self._fill(
            "relaties", [self._leads(rows.relatie(r), partial(self._open, RelatieForm, r)) for r in beeld.relaties]
        )
        self._fill("kinderen", [rows.kind(recht) for recht in beeld.kinderen])
        self._show_part("kinderen", bool(beeld.kinderen))
        verblijven: list[Row] = []
        for elders in beeld.verblijven:
            stay, there = rows.verblijf(elders)
            verblijven.append(self._leads(stay, partial(self._open_stay, elders.verblijf)))
            if there is not None and elders.huishouden_id is not None:
                verblijven.append(self._leads(there, partial(ga.dossier, elders.huishouden_id)))
        self._fill("verblijven", verblijven)

    def _show_facts(self, beeld: MensenBeeld) -> None:
        rows = MensenRows(self.theme, self.omgeving.plek.profiel, beeld)
        feiten = [feit for lid in beeld.leden for feit in lid.bijzonderheden]
        self._fill(
            "bijzonderheden",
            [self._leads(rows.bijzonderheid(f), partial(self._open, BijzonderheidForm, f)) for f in feiten],
        )
        self._fill(
            "veiligheid",
            [self._leads(rows.veiligheid(f), partial(self._open, VeiligheidForm, f)) for f in beeld.veiligheid],
        )
        self._fill("samenvoegingen", [self._joined(rows, besluit) for besluit in beeld.samenvoegingen])
        self._show_part("samenvoegingen", bool(beeld.samenvoegingen))

    def _show_part(self, key: str, visible: bool) -> None:
        holder = self._parts[key].parentWidget()
        if holder is not None:
            holder.setVisible(visible)

    def _leads(self, row: ListRow, go: Callable[[], None]) -> ListRow:
        row.clicked.connect(lambda: go())
        return row

    def _joined(self, rows: MensenRows, besluit: Samenvoeging) -> InfoRow:
        row = rows.samenvoeging(besluit)
        for button in row.findChildren(Button):
            button.clicked.connect(lambda: self._ask_to_part(besluit))
        return row

    def _fill(self, key: str, rijen: Sequence[Row]) -> None:
        place = self._parts[key]
        while (item := place.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if rijen:
            card = Rows(self.theme)
            for rij in rijen:
                card.add(rij)
            place.addWidget(card)
        elif f"leeg.{key}" in self._t:
            place.addWidget(EmptyBox(self.theme, self._t(f"leeg.{key}")))

    # -- forms ---------------------------------------------------------------------------------------------------

    def _open_reach(self, lid: Lid) -> None:
        self._open(lambda omgeving, beeld: BereikForm(omgeving, beeld, lid))

    def _open_stay(self, verblijf: Verblijf | None = None) -> None:
        """The other dossiers on this laptop are asked for only now, by initials and kern."""
        plek = self.omgeving.plek

        def work() -> list[DossierRegel]:
            with plek.store.read() as lezer:
                return dossier.list_dossiers(plek, lezer)

        def show(regels: list[DossierRegel]) -> None:
            anderen = [
                (regel.huishouden_id, ", ".join(filter(None, (regel.voorletters, regel.kern))))
                for regel in regels
                if regel.huishouden_id != self._huishouden_id
            ]
            self._open(lambda omgeving, beeld: VerblijfForm(omgeving, beeld, anderen, verblijf))

        self.omgeving.tasks.read(self, work, show, self.omgeving.meld_fout)

    def _open(
        self,
        maker: Callable[..., MensForm],
        record: Relatie | Bijzonderheid | Bezoekveiligheid | None = None,
    ) -> None:
        """Another form in the place of the one that is open, which keeps what was typed in it."""
        self._opener = _name_of(self.focusWidget())

        def show() -> None:
            if self._beeld is None:
                return
            self._drop_form()
            args = () if record is None else (record,)
            form = self._form = maker(self.omgeving, self._beeld, *args)
            form.done.connect(self._closed)
            form.closed.connect(self._closed)
            self._place.addWidget(form)
            form.open()
            self.area.verticalScrollBar().setValue(0)  # forms stand above everything else

        self.keep_typed(show)

    def _closed(self) -> None:
        """Saved or folded: what was typed in a folded one is kept, and stands there when it is opened again."""
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

    # -- taking apart --------------------------------------------------------------------------------------------

    def _ask_to_part(self, besluit: Samenvoeging) -> None:
        plek, herkomst = self.omgeving.plek, self.herkomst

        def part() -> None:
            self.omgeving.tasks.write(
                self, lambda: samenvoeging.splits(plek, besluit.id, herkomst), failed=self.omgeving.meld_fout
            )

        self.ask(self._t("samen.vraag"), self._t("samen.ja"), "ja_splits", part)


def _is_in(form: MensForm | None, widget: QWidget | None) -> bool:
    """Whether somebody is typing in this form."""
    return form is not None and widget is not None and form.isAncestorOf(widget)


def _name_of(widget: QWidget | None) -> str:
    return widget.objectName() if widget is not None else ""
