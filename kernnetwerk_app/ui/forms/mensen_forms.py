"""The small forms under the people of a household: relations and gezag, what everyone must know, visits, stays."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, ClassVar
from uuid import UUID

from kernnetwerk_app.domain.bezoekveiligheid import (
    Bezoekveiligheid,
    BezoekveiligheidTeLang,
    BezoekveiligheidZonderEinde,
    BezoekveiligheidZonderFeit,
    BezoekveiligheidZonderNummer,
    lees_feit,
    lees_minuten,
)
from kernnetwerk_app.domain.bijzonderheid import (
    Aard,
    Bijzonderheid,
    BijzonderheidInToekomst,
    BijzonderheidVerkeerdeVolgorde,
    BijzonderheidZonderDag,
    lees_aard,
)
from kernnetwerk_app.domain.naam import lees_naam
from kernnetwerk_app.domain.relatie import Gezag, Relatie, RelatieMetZichzelf, RelatieZonderAnder
from kernnetwerk_app.domain.tekst import lees_regel
from kernnetwerk_app.domain.telefoon import lees_telefoon, toon_telefoon
from kernnetwerk_app.domain.verblijf import Verblijf, VerblijfZonderPlek
from kernnetwerk_app.services.mensen import MensenBeeld
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.fold_form import Cell
from kernnetwerk_app.ui.forms.mens_form import MensForm, keuzes, toon_dag
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

HALF_JAAR = timedelta(days=182)
"""What is proposed as the last day of a mark on a household; a year is the most."""


class RelatieForm(MensForm):
    """What the other one is to a member, and whether that one has the gezag, with where and when that was seen."""

    anders: ClassVar[Mapping[str, str]] = {"ander": "ander_naam", "doet": "rol"}

    def __init__(self, omgeving: Omgeving, beeld: MensenBeeld, relatie: Relatie | None = None) -> None:
        super().__init__(omgeving, beeld, Relatie, load("mensen")("formulier.relatie"), relatie)
        theme = self.theme
        self._relatie = relatie
        ander = Pick(theme, [("", naam) for naam in self.members_by_words()], typen=True)
        gezag = keuzes(self.t, "relatie", ["niet_gevraagd", *(gezag.name for gezag in Gezag)])
        self.add_row(
            self.who("inwoner_id", 1), Cell("ander", ander, 1, lees_naam), self.from_list("relatie", "relaties", 1)
        )
        self.add_row(
            Cell("gezag", Pick(theme, gezag), 1),
            self.from_list("gezag_bron", "gezagsbronnen", 1),
            self.day("gezag_datum", 1),
        )
        rollen = [("", self.t("relatie.geen_rol")), *omgeving.plek.profiel.lijst("rollen").opties()]
        cells = [Cell("doet", Pick(theme, rollen), 1)]
        if relatie is None or relatie.mag_gebeld or not relatie.telefoon:  # else on the page of the network, with why
            cells.append(Cell("telefoon", LineEdit(theme), 1, lees_telefoon, toon_telefoon))
        self.add_row(*cells)
        if relatie is not None:
            self.add_over("eind_datum")
        self.ready({RelatieZonderAnder: "ander", RelatieMetZichzelf: "ander"}, self._begin(relatie))

    def read_values(self, values: dict[str, Any]) -> dict[str, Any]:
        naam, gezag = values.pop("ander"), values.pop("gezag")
        gezien = gezag in Gezag.__members__
        return values | {
            "rol": values.pop("doet"),
            **self.other_end(naam, self._relatie),
            "gezag": Gezag[gezag] if gezien else None,
            "gezag_bron": values["gezag_bron"] if gezien else None,
            "gezag_datum": (values["gezag_datum"] or self.omgeving.plek.vandaag) if gezien else None,
        }

    def _begin(self, relatie: Relatie | None) -> dict[str, str]:
        if relatie is None:
            return {}
        telefoon = (
            {"telefoon": toon_telefoon(relatie.telefoon)} if relatie.telefoon and "telefoon" in self.fields else {}
        )
        return telefoon | {
            "inwoner_id": str(relatie.inwoner_id),
            "ander": self.other_words(relatie),
            "relatie": self.label("relaties", relatie.relatie),
            "gezag": relatie.gezag.name if relatie.gezag else "niet_gevraagd",
            "gezag_bron": self.label("gezagsbronnen", relatie.gezag_bron),
            "gezag_datum": toon_dag(relatie.gezag_datum),
            "doet": relatie.rol or "",
        }


class BijzonderheidForm(MensForm):
    """A death, a secret address, or who decides in someone's place."""

    def __init__(self, omgeving: Omgeving, beeld: MensenBeeld, feit: Bijzonderheid | None = None) -> None:
        super().__init__(omgeving, beeld, Bijzonderheid, load("mensen")("formulier.bijzonderheid"), feit)
        theme = self.theme
        aarden = keuzes(self.t, "aard", ["", *(aard.name for aard in Aard)])
        self.add_row(
            self.who("inwoner_id", 1),
            Cell("aard", Pick(theme, aarden), 1, lees_aard, verplicht=True),
            self.from_list("bron", "bijzonderheidsbronnen", 1),
        )
        self.add_row(self.day("begin_datum", 1), self.day("eind_datum", 1))
        self.add_row(
            Cell("naam", LineEdit(theme), 1, lees_naam),
            Cell("telefoon", LineEdit(theme), 1, lees_telefoon, toon_telefoon),
            Cell("reikwijdte", LineEdit(theme), 1, lees_regel),
        )
        if feit is not None:
            self.add_over("ingetrokken_datum")
        where = {
            BijzonderheidZonderDag: "begin_datum",
            BijzonderheidInToekomst: "begin_datum",
            BijzonderheidVerkeerdeVolgorde: "eind_datum",
        }
        self.ready(where, self._begin(feit))

    def _begin(self, feit: Bijzonderheid | None) -> dict[str, str]:
        if feit is None:
            return {}
        return {
            "inwoner_id": str(feit.inwoner_id),
            "aard": feit.aard.name,
            "bron": self.label("bijzonderheidsbronnen", feit.bron),
            "begin_datum": toon_dag(feit.begin_datum),
            "eind_datum": toon_dag(feit.eind_datum),
            "naam": feit.naam or "",
            "telefoon": toon_telefoon(feit.telefoon) if feit.telefoon else "",
            "reikwijdte": feit.reikwijdte or "",
        }


class VeiligheidForm(MensForm):
    """What a visitor must know, until when it counts, and whom to call after the visit."""

    def __init__(self, omgeving: Omgeving, beeld: MensenBeeld, feit: Bezoekveiligheid | None = None) -> None:
        super().__init__(omgeving, beeld, Bezoekveiligheid, load("mensen")("formulier.veiligheid"), feit)
        theme, t, vandaag = self.theme, self.t, omgeving.plek.vandaag
        self._vanaf = feit.begin_datum if feit else vandaag
        self.body.addWidget(PlainLabel(theme, t("veiligheid.mag_lezen"), "klein", kleur="inkt2", wrap=True))
        self.add_row(
            Cell("feit", LineEdit(theme), 5, lees_feit),
            self.from_list("bron", "veiligheidsbronnen", 4),
            self.day("eind_datum", 4, t("hint.tot")),
        )
        self.add_row(
            Cell("meld_minuten", LineEdit(theme), 1, lees_minuten, str),
            Cell("meld_bij", LineEdit(theme), 1, lees_naam),
            Cell("meld_nummer", LineEdit(theme), 1, lees_telefoon, toon_telefoon),
        )
        if feit is not None:
            self.add_over("ingetrokken_datum")
        where = {
            BezoekveiligheidZonderFeit: "feit",
            BezoekveiligheidZonderEinde: "eind_datum",
            BezoekveiligheidTeLang: "eind_datum",
            BezoekveiligheidZonderNummer: "meld_nummer",
        }
        self.ready(where, self._begin(feit))

    def read_values(self, values: dict[str, Any]) -> dict[str, Any]:
        """Who empties the last day leaves it to the proposal."""
        eind = values["eind_datum"] or self._vanaf + HALF_JAAR
        wie = {"begin_datum": self._vanaf, "eind_datum": eind, "feit": values["feit"] or ""}
        return values | wie | ({} if self._record else {"door_id": self.omgeving.plek.medewerker.id})

    def _begin(self, feit: Bezoekveiligheid | None) -> dict[str, str]:
        if feit is None:
            return {"eind_datum": toon_dag(self._vanaf + HALF_JAAR)}
        return {
            "feit": feit.feit,
            "bron": self.label("veiligheidsbronnen", feit.bron),
            "eind_datum": toon_dag(feit.eind_datum),
            "meld_minuten": str(feit.meld_minuten or ""),
            "meld_bij": feit.meld_bij or "",
            "meld_nummer": toon_telefoon(feit.meld_nummer) if feit.meld_nummer else "",
        }


class VerblijfForm(MensForm):
    """Where else somebody lives: a dossier on this laptop, named by initials and kern, or a place in words."""

    def __init__(
        self,
        omgeving: Omgeving,
        beeld: MensenBeeld,
        dossiers: Sequence[tuple[UUID, str]],
        verblijf: Verblijf | None = None,
    ) -> None:
        super().__init__(omgeving, beeld, Verblijf, load("mensen")("formulier.verblijf"), verblijf)
        theme, anders = self.theme, ("", self.t("verblijf.geen_dossier"))
        elders = Pick(theme, [anders, *self._houses(dossiers, verblijf)])
        self.add_row(self.who("inwoner_id", 4), Cell("wanneer", LineEdit(theme), 6, lees_regel))
        self.add_row(Cell("elders_id", elders, 5, UUID), Cell("elders", LineEdit(theme), 5, lees_regel))
        if verblijf is not None:
            self.add_over("eind_datum")
        self.ready({VerblijfZonderPlek: "elders"}, self._begin(verblijf))

    def _houses(self, dossiers: Sequence[tuple[UUID, str]], verblijf: Verblijf | None) -> list[tuple[str, str]]:
        """The dossiers to choose from, and the one that stands there: it may be elsewhere, or gone up in another."""
        alle, staat_er = dict(dossiers), verblijf.elders_id if verblijf is not None else None
        if staat_er is not None and staat_er not in alle:
            gezien = (een for een in self.beeld.verblijven if een.verblijf.elders_id == staat_er)
            waar, naam = next(((een.huishouden_id, een.naam) for een in gezien), (None, ""))
            alle[staat_er] = (alle.pop(waar, naam) if waar is not None else "") or self.t("verblijf.niet_hier")
        return [(str(huis), naam) for huis, naam in alle.items()]

    def _begin(self, verblijf: Verblijf | None) -> dict[str, str]:
        if verblijf is None:
            return {}
        return {
            "inwoner_id": str(verblijf.inwoner_id),
            "wanneer": verblijf.wanneer or "",
            "elders_id": str(verblijf.elders_id or ""),
            "elders": verblijf.elders or "",
        }
