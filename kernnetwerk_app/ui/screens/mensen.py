"""The people of a household: who, what of one another, how to reach them, and what who works with them must know."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid
from kernnetwerk_app.domain.bijzonderheid import Bijzonderheid
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.domain.samenvoeging import Samenvoeging
from kernnetwerk_app.domain.verblijf import Verblijf
from kernnetwerk_app.services import dossier, kindplan, mensen, samenvoeging
from kernnetwerk_app.services.dossier import DossierRegel
from kernnetwerk_app.services.kindplan import Kindplan
from kernnetwerk_app.services.mensen import Elders, Lid, MensenBeeld
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.lid_form import BereikForm, LidForm
from kernnetwerk_app.ui.forms.mens_form import MensForm
from kernnetwerk_app.ui.forms.mensen_forms import BijzonderheidForm, RelatieForm, VeiligheidForm, VerblijfForm
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossierscherm import Dossierscherm
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow
from kernnetwerk_app.ui.widgets.mensen_rows import MensenRows

Row = ListRow | InfoRow


class MensenScreen(Dossierscherm[MensenBeeld]):
    """Shows; what is changed is typed in a form in the page, one at a time, above what it is about."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID) -> None:
        super().__init__(omgeving, huishouden_id, load("mensen").met(omgeving.plek.profiel.zeg), mensen.load)
        self.setObjectName("mensen")
        self.body.addLayout(self.forms)
        left, right = self.add_columns((7, 5))
        self.build_part(left, "leden")
        self.build_part(left, "relaties", lambda: self._open(RelatieForm))
        self.build_part(left, "kinderen")
        self.build_part(left, "verblijven", self._open_stay)
        self.build_part(right, "bijzonderheden", lambda: self._open(BijzonderheidForm))
        self.build_part(right, "veiligheid", lambda: self._open(VeiligheidForm))
        self.build_part(right, "samenvoegingen")
        self._build_foot()

    def _build_foot(self) -> None:
        t = self._t
        self.build_back("naar_dossier", self.omgeving.ga.dossier)
        names = self.foot.add_quiet(t("voet.namen"), icon="pen")
        names.setObjectName("wijzig_gegevens")
        names.clicked.connect(lambda: self.omgeving.ga.gegevens(self.huishouden_id))
        self._new = self.build_next(t("voet.nieuw"), "voeg_iemand_toe", lambda: self._open(LidForm))

    def show_beeld(self, beeld: MensenBeeld) -> None:
        self.set_title(self._t("titel"), beeld.huishouden.aanduiding)
        self._show_people(beeld)
        self._show_facts(beeld)
        self._new.setEnabled(True)

    def _show_people(self, beeld: MensenBeeld) -> None:
        rows, ga = MensenRows(self.theme, self.omgeving.plek.profiel, beeld), self.omgeving.ga
        leden: list[Row] = [self._leads(rows.lid(lid), partial(self._open_reach, lid)) for lid in beeld.leden]
        for gast in beeld.gasten:
            rij = rows.gast(gast)
            leden.append(self._leads(rij, partial(ga.dossier, gast.huishouden_id)) if gast.huishouden_id else rij)
        leden += self._own_plans(rows, beeld.gasten)
        leden += [
            self._leads(rows.vertrokken(wie), partial(self._open_reach, Lid(wie, None, ()))) for wie in beeld.vertrokken
        ]
        self.fill("leden", leden)
        self.fill(
            "relaties", [self._leads(rows.relatie(r), partial(self._open, RelatieForm, r)) for r in beeld.relaties]
        )
        self.fill("kinderen", [rows.kind(recht) for recht in beeld.kinderen])
        self.show_part("kinderen", bool(beeld.kinderen))
        verblijven: list[Row] = []
        for elders in beeld.verblijven:
            stay, there = rows.verblijf(elders)
            verblijven.append(self._leads(stay, partial(self._open_stay, elders.verblijf)))
            if there is not None and elders.huishouden_id is not None:
                verblijven.append(self._leads(there, partial(ga.dossier, elders.huishouden_id)))
        self.fill("verblijven", [*verblijven, *self._own_plans(rows, beeld.verblijven)])

    def _own_plans(self, rows: MensenRows, verblijven: Sequence[Elders]) -> list[Row]:
        """Of each child once."""
        kinderen = {een.kindplan.kind.id: een.kindplan for een in verblijven if een.kindplan is not None}
        alle: list[Row] = []
        for een in kinderen.values():
            if een.te_lezen is not None or een.kan_beginnen:
                alle.append(self._leads(rows.kindplan(een), partial(self._open_own_plan, een)))
            if een.gesloten is not None and een.kan_beginnen:
                nieuw = replace(een, gesloten=None)
                alle.append(self._leads(rows.kindplan(nieuw, opnieuw=True), partial(self._open_own_plan, nieuw)))
        return alle

    def _open_own_plan(self, kind: Kindplan) -> None:
        """Also where it is there already: both dossiers keep that somebody opened it."""
        plek, hier = self.omgeving.plek, self.huishouden_id

        def begun(answer: tuple[UUID, Changes]) -> None:
            self.refresh()  # the plan may be in the other dossier, of which this page hears nothing
            self.omgeving.ga.plan(hier, answer[0])

        self.omgeving.tasks.write(
            self,
            lambda: kindplan.open_plan(plek, kind),
            begun,
            lambda fout: self.show_notice(sentence(fout)),
        )

    def _show_facts(self, beeld: MensenBeeld) -> None:
        rows = MensenRows(self.theme, self.omgeving.plek.profiel, beeld)
        feiten = [feit for lid in beeld.leden for feit in lid.bijzonderheden]
        self.fill(
            "bijzonderheden",
            [self._leads(rows.bijzonderheid(f), partial(self._open, BijzonderheidForm, f)) for f in feiten],
        )
        self.fill(
            "veiligheid",
            [self._leads(rows.veiligheid(f), partial(self._open, VeiligheidForm, f)) for f in beeld.veiligheid],
        )
        self.fill("samenvoegingen", [self._joined(rows, besluit) for besluit in beeld.samenvoegingen])
        self.show_part("samenvoegingen", bool(beeld.samenvoegingen))

    def _leads(self, row: ListRow, go: Callable[[], None]) -> ListRow:
        row.clicked.connect(lambda: go())
        return row

    def _joined(self, rows: MensenRows, besluit: Samenvoeging) -> InfoRow:
        row = rows.samenvoeging(besluit)
        for button in row.findChildren(Button):
            button.clicked.connect(lambda: self._ask_to_part(besluit))
        return row

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
                if regel.huishouden_id != self.huishouden_id
            ]
            self._open(lambda omgeving, beeld: VerblijfForm(omgeving, beeld, anderen, verblijf))

        self.omgeving.tasks.read(self, work, show, self.omgeving.meld_fout)

    def _open(self, maker: Callable[..., MensForm], *record: Relatie | Bijzonderheid | Bezoekveiligheid) -> None:
        self.open_form(lambda beeld: maker(self.omgeving, beeld, *record))

    # -- taking apart --------------------------------------------------------------------------------------------

    def _ask_to_part(self, besluit: Samenvoeging) -> None:
        plek, herkomst = self.omgeving.plek, self.herkomst

        def part() -> None:
            self.omgeving.tasks.write(
                self, lambda: samenvoeging.splits(plek, besluit.id, herkomst), failed=self.omgeving.meld_fout
            )

        self.ask(self._t("samen.vraag"), self._t("samen.ja"), "ja_splits", part)
