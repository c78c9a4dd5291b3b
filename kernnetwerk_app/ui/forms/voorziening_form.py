"""A proposal for the sociale kaart in five folds, of which one is open; only the name is asked."""

from datetime import date
from typing import Any

from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.tekst import bewaar, lees_regel
from kernnetwerk_app.domain.voorziening import Bereik, Voorziening, lees_nummer, toon_nummer
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.fold_form import Cell, FoldForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.theme import Theme

_NEE, _JA = "nee", "ja"
_LIJST = {"rubriek": "rubrieken", "bereikbaar": "bereikbaarheid", "vindplaats": "vindplaatsen"}
"""Fields whose list may be left: what is typed becomes a key when the list has it, else it is own words."""


class VoorzieningForm(FoldForm):
    """`edited`: a person changed something. Fields that are left as they are stay as they were."""

    def __init__(self, theme: Theme, profiel: Gemeenteprofiel) -> None:
        super().__init__(theme, load("voorziening").met(profiel.zeg))
        self._profiel = profiel
        delen = {
            "wat": self._what(),
            "waar": self._where_and_when(),
            "bereiken": self._reach(),
            "toegang": self._access(),
            "meer": self._more(),
        }
        for key, rows in delen.items():
            self.add_fold(key, self.t(f"deel.{key}"), rows)
        self.fields.read_along(profiel, Voorziening)
        self.show_fold("wat")
        self.summarise()

    def show_old(self, oud: Voorziening) -> None:
        """What stands on the sociale kaart now; a person changes what is wrong."""
        for naam, tekst in self._texts_of(oud).items():
            self.fields.prefill(naam, tekst, stored=True)
        self.fields.stand_in(Voorziening, oud.id, toon=self._as_shown)
        self.summarise()

    def read(self, vandaag: date) -> dict[str, Any] | None:
        """The fields that a person filled in, by name; None when one cannot be read: that field has the focus then.

        What nobody touched is not said: the form shows less than some entries hold.
        """
        values = self.fields.read()
        if values is None:
            return None
        uit = {naam: values[naam] or None for naam in self.texts()}
        for veld, lijst in _LIJST.items():
            if uit.get(veld):
                uit[veld] = self._profiel.lijst(lijst).waarde(str(uit[veld]))
        if "is_activiteit" in uit:
            uit["is_activiteit"] = uit["is_activiteit"] == _JA
        if uit.get("bereik"):
            uit["bereik"] = Bereik(str(uit["bereik"]))
        if uit.pop("akkoord", None) == _JA:
            uit["akkoord_datum"] = vandaag
        return uit

    def summarise(self) -> None:
        """The first words of each fold."""
        for key, namen in (
            ("wat", ("naam", "rubriek")),
            ("waar", ("kern", "wanneer")),
            ("bereiken", ("telefoon", "email")),
            ("toegang", ("kosten", "voorwaarden")),
            ("meer", ("doel",)),
        ):
            if key in self.folds:
                woorden = ", ".join(tekst for naam in namen if (tekst := self.fields.text(naam)))
                self.folds[key].set_summary(woorden or self.t("deel.naam_leeg" if key == "wat" else "deel.leeg"))

    def _as_shown(self, veld: str, waarde: Any) -> str:
        """A stored value of a field in which people write."""
        if veld in _LIJST:
            return self._profiel.lijst(_LIJST[veld]).label(waarde)
        return toon_nummer(waarde) if veld == "telefoon" else str(waarde)

    def _texts_of(self, oud: Voorziening) -> dict[str, str]:
        rubrieken = self._profiel.lijst("rubrieken")
        teksten = {naam: str(getattr(oud, naam) or "") for naam in Voorziening.model_fields if naam in self.fields}
        return teksten | {
            "rubriek": rubrieken.label(oud.rubriek),
            "bereikbaar": self._profiel.lijst("bereikbaarheid").label(oud.bereikbaar),
            "vindplaats": self._profiel.lijst("vindplaatsen").label(oud.vindplaats),
            "telefoon": toon_nummer(oud.telefoon),
            "leefgebieden": oud.gebieden[0] if len(oud.gebieden) == 1 else "",
            "is_activiteit": _JA if oud.is_activiteit else _NEE,
            "bereik": oud.bereik.value if oud.bereik else "",
            "akkoord": _JA if oud.akkoord_datum else "",
        }

    # -- the folds -----------------------------------------------------------------------------------------------

    def _what(self) -> list[list[Cell]]:
        theme = self.theme
        rubrieken = [("", label) for _, label in self._profiel.lijst("rubrieken").opties()]
        gebieden = [(gebied.sleutel, gebied.naam) for gebied in self._profiel.leefgebieden.leefgebieden]
        return [
            [
                Cell("naam", LineEdit(theme), 5, lees_regel),
                Cell("rubriek", Pick(theme, rubrieken, typen=True), 5, lees_regel),
            ],
            [Cell("wat", LineEdit(theme), 1, bewaar)],
            [
                Cell("behoefte", LineEdit(theme), 5, lees_regel),
                Cell("leefgebieden", Pick(theme, [("", self.t("keuze.onbekend")), *gebieden]), 5),
            ],
        ]

    def _where_and_when(self) -> list[list[Cell]]:
        theme = self.theme
        kernen = [("", kern.naam) for kern in self._profiel.kernen]
        ja_nee = [(_NEE, self.t("keuze.nee")), (_JA, self.t("keuze.ja"))]
        return [
            [
                Cell("kern", Pick(theme, kernen, typen=True), 4, lees_regel),
                Cell("plek", LineEdit(theme), 5, lees_regel),
                Cell("adres", LineEdit(theme), 5, lees_regel),
            ],
            [
                Cell("wanneer", LineEdit(theme), 7, lees_regel),
                Cell("is_activiteit", Pick(theme, ja_nee), 4),
            ],
        ]

    def _reach(self) -> list[list[Cell]]:
        theme = self.theme
        return [
            [
                Cell("telefoon", LineEdit(theme), 4, lees_nummer, toon_nummer),
                Cell("email", LineEdit(theme), 5, lees_regel),
            ],
            [
                Cell("website", LineEdit(theme), 5, lees_regel),
                Cell("contactpersoon", LineEdit(theme), 5, lees_regel),
            ],
        ]

    def _access(self) -> list[list[Cell]]:
        theme = self.theme
        bereik = [("", self.t("keuze.onbekend"))] + [(b.value, self.t(f"keuze.{b.value}")) for b in Bereik]
        return [
            [
                Cell("toegang", Pick(theme, self._opties("toegankelijkheid")), 5),
                Cell("bereik", Pick(theme, bereik), 4),
            ],
            [
                Cell("laag", Pick(theme, self._opties("sociale_basis")), 5),
                Cell("piramide", Pick(theme, self._opties("preventiepiramide")), 5),
            ],
            [
                Cell("kosten", LineEdit(theme), 4, lees_regel),
                Cell("voorwaarden", LineEdit(theme), 6, lees_regel),
            ],
        ]

    def _more(self) -> list[list[Cell]]:
        theme = self.theme
        bereikbaar = [("", label) for _, label in self._profiel.lijst("bereikbaarheid").opties()]
        plekken = [("", label) for _, label in self._profiel.lijst("vindplaatsen").opties()]
        akkoord = [("", self.t("keuze.onbekend")), (_JA, self.t("keuze.gevraagd"))]
        return [
            [Cell("doel", LineEdit(theme), 1, bewaar)],
            [
                Cell("ingekocht_voor", LineEdit(theme), 5, lees_regel),
                Cell("wachttijd", LineEdit(theme), 3, lees_regel),
                Cell("bereikbaar", Pick(theme, bereikbaar, typen=True), 4, lees_regel),
            ],
            [
                Cell("wensen", LineEdit(theme), 5, bewaar),
                Cell("vindplaats", Pick(theme, plekken, typen=True), 4, lees_regel),
            ],
            [
                Cell("eigenaar", LineEdit(theme), 5, lees_regel),
                Cell("akkoord", Pick(theme, akkoord), 5),
            ],
        ]

    def _opties(self, lijst: str) -> list[tuple[str, str]]:
        return [("", self.t("keuze.onbekend")), *self._profiel.lijst(lijst).opties()]
