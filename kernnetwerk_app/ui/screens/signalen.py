"""All signals: the open ones oldest first, with what is missing; below them what came of the others. No names."""

from functools import partial

from PySide6.QtCore import Qt

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.services import signalen
from kernnetwerk_app.services.signalen import SignaalRegel, SignalenBeeld
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.chip import Chip
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.list_row import ListRow
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rows import Rows
from kernnetwerk_app.ui.widgets.text_field import TextField

_MOST = 30
"""So many of those that are over stand in the list; the count is of all."""


class SignalenScreen(Scherm):
    """Built anew each time it is opened."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._t = load("signalen").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, self._t("titel"))
        self.setObjectName("signalen")
        theme, t = self.theme, self._t
        self._beeld: SignalenBeeld | None = None
        self._filter = TextField(theme, t("filter"), icon="zoek")
        self._filter.setObjectName("filter")
        self._filter.setAccessibleName(t("filter_naam"))
        self._filter.textChanged.connect(lambda _: self._apply_filter())
        self.body.addWidget(self._filter)
        self._soon = PlainLabel(theme, kleur="letop", wrap=True)
        self._open, self._gesloten = Rows(theme), Rows(theme)
        self._empty = EmptyBox(theme, t("leeg"))
        self._over_head = PlainLabel(theme, t("gesloten"), "kop", vet=True)
        self._count = PlainLabel(theme, kleur="inkt2", wrap=True)
        self._count.setObjectName("telling")
        for part in (self._soon, self._open, self._empty, self._over_head, self._count, self._gesloten):
            self.body.addWidget(part)
            part.hide()
        self.foot.set_fact(t("voet.feit"))
        back = self.foot.set_back(t("voet.terug"))
        back.setObjectName("naar_vandaag")
        back.clicked.connect(lambda: omgeving.ga.vandaag())
        new = self.foot.set_primary(t("voet.nieuw"), trailing="plus")
        new.setObjectName("nieuw_signaal")
        new.clicked.connect(lambda: omgeving.ga.signaal())

    def focus_first(self) -> None:
        self._filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        plek = self.omgeving.plek

        def work() -> SignalenBeeld:
            with plek.store.read() as lezer:
                return signalen.load(plek, lezer)

        self.omgeving.tasks.read(self, work, self._show, self.omgeving.meld_fout)

    def on_changes(self, changes: Changes) -> None:
        if self.isVisible() and changes.entiteiten:
            self.refresh()

    def _show(self, beeld: SignalenBeeld) -> None:
        self._beeld = beeld
        vandaag, t = self.omgeving.plek.vandaag, self._t
        weg = signalen.komt_weg((*beeld.open, *beeld.gesloten), vandaag)
        self._soon.setText(t("weg_een") if weg == 1 else t("weg", aantal=weg) if weg else "")
        self._soon.setVisible(bool(weg))
        keren = (t("telling", aantal=aantal, hoe=hoe) for hoe, aantal in beeld.telling.items())
        self._count.setText(" \u00b7 ".join(keren))
        for rows, regels in self._parts(beeld):
            rows.clear()
            for regel in regels:
                rows.add(self._row(regel))
        self._apply_filter()

    def _parts(self, beeld: SignalenBeeld) -> tuple[tuple[Rows, tuple[SignaalRegel, ...]], ...]:
        return (self._open, beeld.open), (self._gesloten, beeld.gesloten[:_MOST])

    def _apply_filter(self) -> None:
        """Only what fits the words that were typed."""
        beeld, t = self._beeld, self._t
        if beeld is None:
            return
        woord = self._filter.text().strip().casefold()
        for rows, regels in self._parts(beeld):
            past = [woord in _words(regel) for regel in regels]
            for rij, is_past in zip(rows.rows(), past, strict=True):
                rij.setVisible(is_past)
            rows.setVisible(any(past))
        self._empty.set_text(t("niets") if woord else t("alles_af") if beeld.gesloten else t("leeg"))
        self._empty.setVisible(self._open.isHidden())
        for part in (self._over_head, self._count):
            part.setVisible(not self._gesloten.isHidden())

    def _row(self, regel: SignaalRegel) -> ListRow:
        t = self._t
        waar = (regel.kern, t("van", datum=datum_kort(regel.datum, jaar=True)), t("gewist") if regel.gewist else "")
        chip = None
        if not regel.gewist and not regel.besproken:  # also of one that is over: closing it is no talk (SIG-21)
            chip = Chip(self.theme, t("niet_besproken"), "letop", "letop")
        rij = ListRow(
            self.theme,
            self._title(regel),
            " \u00b7 ".join(filter(None, waar)),
            "vlag",
            right=self._state(regel),
            extra=chip,
        )
        if regel.uitkomst is None and not regel.heeft_stap and not regel.gewist:
            rij.content.right.set_kleur("letop")
            rij.content.right.set_vet(True)
        rij.setObjectName(f"signaal_{regel.id}")
        if chip is not None:
            rij.setAccessibleName(f"{rij.accessibleName()}, {t('niet_besproken')}")
        rij.clicked.connect(partial(self.omgeving.ga.signaal, signaal_id=regel.id))
        return rij

    def _title(self, regel: SignaalRegel) -> str:
        woord = regel.categorie or self._t("signaal")
        if regel.niet_pluis and regel.categorie.casefold() != self._t("gevoel").casefold():
            woord = f"{woord} \u00b7 {self._t('gevoel').lower()}"
        return f"{woord[:1].upper()}{woord[1:]}"

    def _state(self, regel: SignaalRegel) -> str:
        t = self._t
        if regel.uitkomst is not None:
            return regel.uitkomst_woord
        if regel.gewist:
            return ""
        if not regel.heeft_stap or regel.stap_datum is None:
            return t("zonder_stap")
        laat = regel.stap_datum < self.omgeving.plek.vandaag
        return t("stap_laat" if laat else "stap", wie=regel.wie, datum=datum_kort(regel.stap_datum))


def _words(regel: SignaalRegel) -> str:
    return f"{regel.kern or ''} {regel.categorie} {regel.wie} {regel.uitkomst_woord}".casefold()
