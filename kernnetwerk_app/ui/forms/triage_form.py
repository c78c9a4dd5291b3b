"""The fields of a triage in folds: what one sees and the class, the route, and the fast route."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.tekst import lees_regel
from kernnetwerk_app.domain.triage import Route
from kernnetwerk_app.domain.voorziening import VRAAGBAAK, Bereik
from kernnetwerk_app.services.triage import Bron, NieuweTriage, TriageBeeld
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.autosave import Teksteditor
from kernnetwerk_app.ui.forms.chips import Chips
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.fold_form import FoldForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.field import Field

_CHARS_BESIDE = 56
_RIJ = "rij."
_PER_LINE = 2
_BY_A_PERSON = "\0"
"""Is no route, so that no route is the one that followed."""


class TriageForm(FoldForm):
    """Reading it shows what is wrong under the fields. A profile without classes or without a fast route has no fold
    for them.
    """

    def __init__(self, theme: Theme, profiel: Gemeenteprofiel) -> None:
        super().__init__(theme, load("triage").met(profiel.zeg))
        self._profiel, self._triage = profiel, profiel.triage
        self._breed = True
        self._first_near: tuple[str, ...] = ()
        self._bronnen: tuple[Bron, ...] = ()
        self._followed = ""
        """The route that follows from the place that was chosen; `_BY_A_PERSON` once somebody chose one."""
        if self._triage.klassen:
            self._build_weight(self.add_fold("zwaarte", self.t("deel.zwaarte"), []))
        self._build_route(self.add_fold("route", self.t("deel.route"), []))
        if profiel.snelle_route.gronden:
            self._build_fast(self.add_fold("versneld", self.t("deel.versneld"), []))
        self.show_fold(next(iter(self.folds)))
        self.summarise()

    def set_beeld(self, beeld: TriageBeeld) -> None:
        """What the records say already, and whether a route may be chosen just like that."""
        self._breed = beeld.breed
        self._without.setVisible(not beeld.breed)
        self._first_near = beeld.eerst_dichtbij
        self._advise_near()
        for rij, kolom in beeld.afgeleid.items():
            if f"{_RIJ}{rij}" in self.fields:
                self.fields.prefill(f"{_RIJ}{rij}", kolom)
        self.summarise()

    def set_bronnen(self, bronnen: tuple[Bron, ...]) -> None:
        """The places where an answer can be found; what was typed stays."""
        self._bronnen = bronnen
        self._offer_sources()
        self._advise_near()

    def waarnemingen(self) -> dict[str, str]:
        """What was observed so far, by row."""
        rijen = self._triage.matrix.rijen if self._triage.klassen else ()
        gezien = {rij.sleutel: self.fields.text(f"{_RIJ}{rij.sleutel}") for rij in rijen}
        return {rij: kolom for rij, kolom in gezien.items() if kolom}

    def take(self, klasse: str) -> None:
        """Choose this class, as a person asked."""
        self._class.set_text(klasse)
        self._class.edited.emit()

    def read(self) -> NieuweTriage | None:
        """What was chosen, or None when a field cannot be read."""
        values = self.fields.read()
        if values is None:
            return None
        eigen = {naam: waarde for naam, waarde in values.items() if not naam.startswith(_RIJ)}
        route = eigen.pop("route")
        is_fast = bool(eigen.get("grond") or eigen.get("instelling"))
        eigen["grond"] = (eigen.get("grond") or "") if is_fast else None
        return NieuweTriage(self.waarnemingen(), route=Route(route) if route else None, **eigen)

    def summarise(self) -> None:
        t, folds = self.t, self.folds
        if "zwaarte" in folds:
            folds["zwaarte"].set_summary(self._class.words() or t("deel.zwaarte_leeg"))
        bron = self.fields.text("bron")
        gekozen = " · ".join(filter(None, (self._route.words(), bron)))
        folds["route"].set_summary(gekozen or t("deel.route_leeg" if self._breed else "deel.route_wacht"))
        if "versneld" in folds:
            gronden = " of ".join(naam.lower() for naam in self._profiel.snelle_route.gronden.values())
            fast = " · ".join(filter(None, (self._ground.words(), self.fields.text("instelling"))))
            folds["versneld"].set_summary(fast or t("deel.versneld_leeg", gronden=gronden))

    # -- the folds -----------------------------------------------------------------------------------------------

    def _build_weight(self, column: QVBoxLayout) -> None:
        theme, t = self.theme, self.t
        velden = []
        for rij in self._triage.matrix.rijen:
            kolommen = [("", t("hint.niet_gezien")), *((k.sleutel, k.label) for k in rij.kolommen)]
            velden.append(self._make("zwaarte", f"{_RIJ}{rij.sleutel}", Pick(theme, kolommen), rij.vraag))
        self._in_lines(column, velden)
        lijst = self._profiel.indelingslijst("complexiteit")
        klassen = [(k.sleutel, lijst.label(k.sleutel)) for k in self._triage.klassen] if lijst else []
        self._class = Chips(theme, "klasse", t("veld.klasse"), klassen)
        column.addWidget(self._make("zwaarte", "klasse", self._class))
        column.addWidget(self._make("zwaarte", "reden", LineEdit(theme)))

    def _build_route(self, column: QVBoxLayout) -> None:
        theme, lijst = self.theme, self._profiel.lijst
        routes = [(route.value, lijst("routes").label(route.value)) for route in self._triage.routes]
        self._route = Chips(theme, "route", self.t("veld.route"), routes)
        column.addWidget(self._make("route", "route", self._route))
        near = Chips(theme, "nabijheid", self.t("veld.nabijheid"), lijst("dichtbij").opties())
        self._source = Pick(theme, typen=True)
        column.addWidget(self._make("route", "bron", self._source))
        self._route.chosen.connect(lambda _: self._on_route_chosen())
        self._source.edited.connect(self._follow_source)
        self._near = self._make("route", "nabijheid", near)
        near.edited.connect(self._advise_near)
        self._source.edited.connect(self._advise_near)
        column.addWidget(self._near)
        rollen = lijst("rollen")
        dichtbij = [keuze.label.lower() for keuze in rollen.keuzes if keuze.sleutel in self._triage.nabij]
        verder = [keuze.label.lower() for keuze in rollen.keuzes if keuze.sleutel not in self._triage.nabij]
        words = {"dichtbij": ", ".join(dichtbij), "verder": ", ".join(verder)}
        self.fields.set_hint("nabijheid", self.t("hint.nabij", **words))
        lichter = [self._make("route", naam, LineEdit(theme)) for naam in ("lichter", "lichter_reden")]
        self._in_lines(column, lichter)
        column.addWidget(self._make("route", "eerst_geprobeerd", LineEdit(theme)))
        self._without = self._make("route", "zonder_uitvraag", LineEdit(theme))
        self._without.hide()
        column.addWidget(self._without)

    def _advise_near(self) -> None:
        """Further away is for who carries it out, once the steps before it were done nearby; nothing is held back. Of
        a vraagbaak one only asks: where that may be far, nothing comes before it (TRI-19).
        """
        gekozen = self._source.text()
        is_vraagbaak = any(bron.is_vraagbaak for bron in self._bronnen if bron.naam == gekozen)
        is_free = is_vraagbaak and VRAAGBAAK not in self._triage.nabij
        ver = self.fields.text("nabijheid") == Bereik.REGIONAAL and bool(self._first_near) and not is_free
        stappen = " en ".join(self.t(f"nabij.{rol}") for rol in self._first_near)
        self._near.set_advice(self.t("nabij.eerst", stappen=stappen) if ver else "")

    def _offer_sources(self) -> None:
        """The places that go along the chosen route first; none is left out, for a person may see it otherwise."""
        gekozen = self._route.text()
        namen = [bron.naam for bron in sorted(self._bronnen, key=lambda bron: bron.route != gekozen)]
        self._source.set_options([("", ""), *((naam, naam) for naam in dict.fromkeys(namen))])

    def _follow_source(self) -> None:
        """A place says its route by its layer, as long as no person chose one (SOC-09). Own words instead of that
        place say nothing: then a route that only followed goes too, and the worker chooses.
        """
        route = {bron.naam: bron.route for bron in self._bronnen}.get(self._source.text())
        gevolgd = route.value if route in self._triage.routes else ""
        if self._route.text() == self._followed != gevolgd:
            self._followed = gevolgd
            self._route.set_text(gevolgd)
            self._offer_sources()
            self._route.edited.emit()

    def _on_route_chosen(self) -> None:
        """A person chose: from now on no place changes it."""
        self._followed = _BY_A_PERSON
        self._offer_sources()

    def reset(self) -> None:
        """As it began, after the judgement was made."""
        self.fields.reset()
        self._followed = ""
        self._offer_sources()

    def _build_fast(self, column: QVBoxLayout) -> None:
        theme = self.theme
        gronden = self._profiel.snelle_route.gronden
        self._ground = Chips(theme, "grond", self.t("veld.grond"), list(gronden.items()))
        column.addWidget(self._make("versneld", "grond", self._ground))
        column.addWidget(self._make("versneld", "instelling", LineEdit(theme)))

    def _make(self, fold: str, naam: str, editor: Teksteditor, label: str = "") -> Field:
        hints: Mapping[str, str] = self.t.groep("hint")
        assert isinstance(editor, Chips | Pick | LineEdit)  # noqa: S101  a protocol cannot say that it is a widget too
        field = Field(self.theme, label or self.t(f"veld.{naam}"), editor, hints.get(naam, ""), below=True)
        self.fields.add(naam, field, editor, lees_regel if _is_free(editor) else None)
        self.add_in_fold(fold, naam)
        return field

    def _in_lines(self, column: QVBoxLayout, velden: Sequence[Field]) -> None:
        for start in range(0, len(velden), _PER_LINE):
            row = StackingLayout(self.theme, _CHARS_BESIDE)
            for field in velden[start : start + _PER_LINE]:
                row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)


def _is_free(editor: QWidget) -> bool:
    """Whether people may type their own words in it."""
    return isinstance(editor, LineEdit) or (isinstance(editor, Pick) and editor.isEditable())
