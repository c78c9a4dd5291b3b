"""The fields of a signal: two that are needed, a mark for a gut feeling, and folds for what is known later."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from PySide6.QtCore import Qt

from kernnetwerk_app.domain.adres import lees_huisnummer
from kernnetwerk_app.domain.datum import lees_datum
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.naam import lees_naam
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.signaal import KANALEN, LIJST_VAN, MELDER, Betreft, Signaal, Spoed, Uitkomst
from kernnetwerk_app.domain.tekst import bewaar, kort, lees_regel
from kernnetwerk_app.domain.telefoon import lees_telefoon, toon_telefoon
from kernnetwerk_app.services.signaal import NieuwSignaal
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.fold_form import Cell, FoldForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.signaal_waarden import ANONIEM, JA, MET_NAAM, NEE, gelezen, getoond, toon_dag
from kernnetwerk_app.ui.forms.ticks import Ticks
from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.card import Card
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.fold import Fold
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit

_CHARS_BESIDE = 70
_NAAM = MET_NAAM
"""The fold that exists only when the melder gave a name."""
_SUMMARY = 60
"""So many characters of a field stand in the line of its fold."""
_OM_TE_KIEZEN = (Uitkomst.ZELF, Uitkomst.PARTNER, Uitkomst.LUISTEREND_OOR, Uitkomst.GEEN_ACTIE)
"""A melding is made with its own button: that it became one is a fact, and nobody's choice here."""


class SignaalForm(FoldForm):
    """A new signal, or one that exists (`bestaand`): that one also asks what came of it."""

    def __init__(
        self, theme: Theme, profiel: Gemeenteprofiel, vandaag: Callable[[], date], bestaand: bool = False
    ) -> None:
        super().__init__(theme, load("signaal").met(profiel.zeg))
        self._profiel, self._vandaag = profiel, vandaag
        self._owner, self._result, self._role = Pick(theme), Pick(theme), self._open_list("signaleerder")
        self._role.only_listed(True)
        self._said: WeakKeyDictionary[Fold, str] = WeakKeyDictionary()
        self._make_top()
        what = [("melder", self._melder()), ("over", self._about()), ("waar", self._where_rows())]
        what += [("inhoud", self._content()), ("zelf", self._outreach())]
        step = [("stap", self._step())]
        if bestaand:  # then the question is how it goes on
            step += [("gesprek", self._talk()), ("terug", self._back()), ("afloop", self._outcome())]
        folds = [*step, *what] if bestaand else [*what, *step]
        for key, rows in folds:
            self.add_fold(key, self.t(f"deel.{key}"), rows)
        self._order = [key for key, _ in folds]
        self.fields.edited.connect(self._on_field)
        self.summarise()

    # -- what stands in it ---------------------------------------------------------------------------------------

    def set_owners(self, medewerkers: Sequence[Medewerker]) -> None:
        """Who can own the next step; the first, the worker, is proposed."""
        self._owner.set_options([(str(medewerker.id), medewerker.naam) for medewerker in medewerkers])
        self.fields.prefill("stap_wie_id", self._owner.text())
        self.summarise()

    def begin_with(self, uit: NieuwSignaal, kern: str) -> None:
        """A new form, with what is known before anybody types; `kern` is where the worker is today."""
        begin = {
            "gezien": uit.gezien,
            "kern": uit.kern or kern,
            "plek": uit.plek or "",
            "kanaal": uit.kanaal.name,
            "signaleerder": self._label("signaleerder", uit.signaleerder),
            "leefgebieden": uit.leefgebied or "",
            "duur": self._label("duur", uit.duur),
            "drempel": self._label("drempel", uit.drempel),
            "betreft_woorden": uit.woorden or "",
            "datum": toon_dag(self._vandaag()),
        }
        for naam, text in begin.items():
            self.fields.prefill(naam, text)
        self.summarise()

    def show_signaal(self, signaal: Signaal) -> None:
        """Show what is stored, in every field that nobody typed in."""
        self._match_naam(signaal.anoniem)
        self._keep_choices(signaal)
        for naam in type(signaal).model_fields:
            if naam in self.fields:
                self.fields.prefill(naam, getoond(self._profiel, naam, getattr(signaal, naam)), stored=True)
        self.fields.stand_in(Signaal, signaal.id, toon=partial(getoond, self._profiel))
        self.summarise()

    def fill(self, texts: Mapping[str, str]) -> None:
        """Put back what was kept; a name has a place only when the melder gave one."""
        if "anoniem" in texts:
            self._match_naam(texts["anoniem"] != MET_NAAM)
        super().fill(texts)

    def reset(self) -> None:
        """As it began, with all folds closed."""
        self.fields.reset()
        self._match_naam(self.is_anoniem())
        self.show_fold("")
        self.summarise()

    def choose_named(self, naam: str) -> None:
        """The melder wants to be known by this name."""
        self._match_naam(anoniem=False)
        self.fields.fill({"anoniem": MET_NAAM, "melder_naam": naam})
        self.show_fold(_NAAM)
        self._on_edited()
        self.fields.go_to("melder_naam")

    def is_anoniem(self) -> bool:
        return self.fields.text("anoniem") != MET_NAAM

    def owner_words(self) -> str:
        """Who owns the next step, as people read it."""
        return self._owner.words()

    def outcome_words(self) -> str:
        return self._result.words()

    def propose_step(self) -> None:
        """The first step when the resident knows nothing yet: to talk (SIG-20)."""
        stappen = self._profiel.lijst(LIJST_VAN["stap"])
        self.fields.fill({"stap": stappen.label("praten")})
        self.show_fold("stap")
        self._on_edited()
        self.fields.go_to("stap")

    def read(self) -> dict[str, Any] | None:
        """What stands there as values of a signal, or None when a field cannot be read: that one has the focus then."""
        values = self.fields.read()
        if values is None:
            return None
        return gelezen(self._profiel, values)

    # -- the fields ----------------------------------------------------------------------------------------------

    def _make_top(self) -> None:
        theme, t = self.theme, self.t
        self.seen = GrowingTextEdit(theme, lines=2, letter="lees")
        self._pluis = Ticks(theme, [(JA, t("niet_pluis.ja"))], "niet_pluis")
        kernen = Pick(theme, [("", kern.naam) for kern in self._profiel.kernen], typen=True)
        seen = Field(theme, t("veld.gezien"), self.seen, t("hint.gezien"), letter="tekst")
        kern = Field(theme, t("veld.kern"), kernen)
        pluis = Field(theme, t("veld.niet_pluis"), self._pluis)
        self.fields.add("gezien", seen, self.seen, bewaar)
        self.fields.add("kern", kern, kernen, lees_regel)
        self.fields.add("niet_pluis", pluis, self._pluis)
        row = StackingLayout(theme, _CHARS_BESIDE)
        row.addWidget(kern, 5, Qt.AlignmentFlag.AlignTop)
        row.addWidget(pluis, 8, Qt.AlignmentFlag.AlignTop)
        card = Card(theme)
        card.body.setSpacing(12)
        card.body.addWidget(seen)
        card.body.addLayout(row)
        self.column.addWidget(card)

    def _melder(self) -> list[list[Cell]]:
        theme, t = self.theme, self.t
        kanalen = [(kanaal.name, t(f"kanaal.{kanaal.name.lower()}")) for kanaal in KANALEN]
        namen = [(ANONIEM, t("anoniem.ja")), (MET_NAAM, t("anoniem.nee"))]
        return [
            [
                Cell("signaleerder", self._role, 5, lees_regel),
                Cell("anoniem", Pick(theme, namen), 4),
                Cell("kanaal", Pick(theme, kanalen), 4),
            ],
            [
                Cell("meldplek", self._open_list("meldplek"), 5, lees_regel),
                Cell("datum", LineEdit(theme), 4, self._lees_datum, toon_dag, verplicht=True),
            ],
        ]

    def _naam(self) -> list[list[Cell]]:
        theme = self.theme
        return [
            [
                Cell("melder_naam", LineEdit(theme), 5, lees_naam),
                Cell("melder_relatie", LineEdit(theme), 4, lees_regel),
                Cell("melder_telefoon", LineEdit(theme), 4, lees_telefoon, toon_telefoon),
            ]
        ]

    def _about(self) -> list[list[Cell]]:
        theme, t = self.theme, self.t
        waarover = [(betreft.name, t(f"betreft.{betreft.name.lower()}")) for betreft in Betreft]
        return [
            [
                Cell("voornamen", LineEdit(theme), 4, lees_naam),
                Cell("tussenvoegsel", LineEdit(theme), 3, lees_naam),
                Cell("achternaam", LineEdit(theme), 5, lees_naam),
            ],
            [
                Cell("betreft", Pick(theme, waarover), 4),
                Cell("betreft_woorden", LineEdit(theme), 8, lees_regel),
            ],
        ]

    def _where_rows(self) -> list[list[Cell]]:
        theme = self.theme
        plekken = [("", plek) for kern in self._profiel.kernen for plek in kern.plekken]
        return [
            [
                Cell("straat", LineEdit(theme), 5, lees_regel),
                Cell("huisnummer", LineEdit(theme), 3, lees_huisnummer),
                Cell("plek", Pick(theme, plekken, typen=True), 5, lees_regel),
            ]
        ]

    def _content(self) -> list[list[Cell]]:
        theme, t = self.theme, self.t
        spoed = [(spoed.name, t(f"spoed.{spoed.name.lower()}")) for spoed in Spoed]
        gebieden = [(lg.sleutel, lg.naam) for lg in self._profiel.leefgebieden.leefgebieden]
        return [
            [
                Cell("categorie", self._open_list("categorie"), 6, lees_regel),
                Cell("spoed", Pick(theme, spoed), 4),
            ],
            [
                Cell("duur", self._open_list("duur"), 4, lees_regel),
                Cell("drempel", self._open_list("drempel"), 6, lees_regel),
            ],
            [Cell("leefgebieden", Ticks(theme, gebieden, "leefgebied"), 1)],
        ]

    def _outreach(self) -> list[list[Cell]]:
        theme, t = self.theme, self.t
        ongevraagd = [("", t("ongevraagd.nee")), (JA, t("ongevraagd.ja"))]
        return [
            [
                Cell("ongevraagd", Pick(theme, ongevraagd), 4),
                Cell("vindplaats", self._open_list("vindplaats"), 4, lees_regel),
                Cell("aanleiding", LineEdit(theme), 5, lees_regel),
            ]
        ]

    def _step(self) -> list[list[Cell]]:
        theme = self.theme
        return [
            [
                Cell("stap", self._open_list("stap"), 6, lees_regel),
                Cell("stap_wie_id", self._owner, 4),
                Cell("stap_datum", LineEdit(theme), 4, self._lees_datum, toon_dag),
            ]
        ]

    def _talk(self) -> list[list[Cell]]:
        theme, t = self.theme, self.t
        return [
            [
                Cell("besproken_datum", LineEdit(theme), 4, self._lees_datum, toon_dag),
                Cell("besproken_door", LineEdit(theme), 4, lees_naam),
            ],
            [
                Cell("mag_delen", Pick(theme, [("", t("delen.open")), (JA, t("delen.ja")), (NEE, t("delen.nee"))]), 4),
                Cell("toestemming", LineEdit(theme), 6, lees_regel),
            ],
            [Cell("reactie", GrowingTextEdit(theme, lines=2), 1, bewaar)],
        ]

    def _back(self) -> list[list[Cell]]:
        theme = self.theme
        return [
            [Cell("advies", GrowingTextEdit(theme, lines=2), 1, bewaar)],
            [
                Cell("doorgeleid", LineEdit(theme), 5, lees_regel),
                Cell("terugkoppeling_datum", LineEdit(theme), 4, self._lees_datum, toon_dag),
                Cell("terugkoppeling", LineEdit(theme), 6, lees_regel),
            ],
        ]

    def _outcome(self) -> list[list[Cell]]:
        theme = self.theme
        self._result.set_options([("", self.t("uitkomst.open")), *map(self._word_of, _OM_TE_KIEZEN)])
        return [
            [
                Cell("uitkomst", self._result, 5),
                Cell("uitkomst_partner", LineEdit(theme), 5, lees_regel),
            ],
            [Cell("uitkomst_reden", GrowingTextEdit(theme, lines=1), 1, bewaar)],
        ]

    def _word_of(self, uitkomst: Uitkomst) -> tuple[str, str]:
        return uitkomst.name, self._profiel.lijst("signaal_uitkomsten").label(uitkomst.value)

    def _keep_choices(self, signaal: Signaal) -> None:
        """What is stored can be shown, also where nobody can choose it: a melding, a colleague who left."""
        if signaal.uitkomst is Uitkomst.MELDING:
            self._result.set_options([self._word_of(Uitkomst.MELDING)])
        self._owner.name(str(signaal.stap_wie_id or ""), self.t("eigenaar.onbekend"))

    # -- anonymous or by name ------------------------------------------------------------------------------------

    def _on_field(self, naam: str) -> None:
        if naam == "anoniem":
            self._match_naam(self.is_anoniem())

    def _match_naam(self, anoniem: bool) -> None:
        """The fields of a name are there when the melder gave one. Without, they and what stood in them are gone, also
        for Ctrl+Z: nothing of it is left to be kept (SIG-04). Nor are own words for the role, which may be a name too.
        """
        self._role.only_listed(anoniem)
        if anoniem and _NAAM in self.folds:
            self.remove_fold(_NAAM)
        elif not anoniem and _NAAM not in self.folds:
            self.add_fold(_NAAM, self.t(f"deel.{_NAAM}"), self._naam())
            fold, first = self.folds[_NAAM], self.column.indexOf(self.folds["melder"])
            self.column.removeWidget(fold)
            self.column.insertWidget(first + 1, fold)
            place = self._order.index("melder") + 1
            self.folds = {key: self.folds[key] for key in (*self._order[:place], _NAAM, *self._order[place:])}
            self.order_tabs()
        self.summarise()

    # -- within --------------------------------------------------------------------------------------------------

    def _open_list(self, naam: str) -> Pick:
        """A list in which people may write what is not in it."""
        keuzes = self._profiel.lijst(LIJST_VAN[naam]).keuzes
        return Pick(self.theme, [("", keuze.label) for keuze in keuzes], typen=True)

    def _label(self, naam: str, waarde: str | None) -> str:
        return self._profiel.lijst(LIJST_VAN[naam]).label(waarde)

    def _lees_datum(self, getypt: str) -> date:
        return lees_datum(getypt, self._vandaag())

    def summarise(self) -> None:
        """Only what changed is said anew: it is asked with every key, and each word that is set lays out the page."""
        for key, fold in self.folds.items():
            words = self._summary(key) or self.t(f"leeg.{key}")
            if self._said.get(fold) != words:
                self._said[fold] = words
                fold.set_summary(words)

    def _summary(self, key: str) -> str:
        """What is in a fold in a few words; the name of a melder stands in its own field only."""
        if key == _NAAM:
            return self.t("leeg.naam")
        names = [naam for naam, where in self._where.items() if where == key and naam not in MELDER]
        words = (self._words(naam) for naam in names)
        return " · ".join(kort(word, _SUMMARY) for word in words if word)

    def _words(self, naam: str) -> str:
        if naam == "stap_wie_id" and not self.fields.text("stap"):
            return ""
        if naam in ("betreft", "spoed") and self.fields.text(naam) in (Betreft.ONBEKEND.name, Spoed.KAN_WACHTEN.name):
            return ""
        if naam in ("ongevraagd", "uitkomst", "mag_delen") and not self.fields.text(naam):
            return ""
        editor = self.fields.editor(naam)
        return editor.words() if isinstance(editor, Pick | Ticks) else self.fields.text(naam)
