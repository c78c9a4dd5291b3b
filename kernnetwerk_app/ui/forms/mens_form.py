"""What the small forms about people share: fields in rows, a record to change, and that it is not so any more."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from itertools import count
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.datum import datum_kort, lees_datum
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.geboortedatum import toon_geboortedatum
from kernnetwerk_app.domain.lijst import Keuzelijst
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.domain.tekst import lees_regel
from kernnetwerk_app.services import mensen
from kernnetwerk_app.services.mensen import MensenBeeld
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.fields import Reader
from kernnetwerk_app.ui.forms.fold_form import Cell
from kernnetwerk_app.ui.forms.page_form import PageForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.field import Field

_CHARS_BESIDE = 70
_CHARS_ALONE = 40


class MensForm(PageForm):
    """Derive from it, add rows, then `ready`. Changes `record` when there is one, else it makes a new `soort`.

    `tekst`: the file with its sentences; `naam`: what it is called and kept as, unless as the kind of its record.
    """

    tekst = "mensen"
    naam = ""
    anders: ClassVar[Mapping[str, str]] = {}
    """Which field of the record it is, where it has another name in the form."""

    def __init__(
        self,
        omgeving: Omgeving,
        beeld: MensenBeeld,
        soort: type[Entiteit],
        titel: str,
        record: Entiteit | None = None,
    ) -> None:
        self.t = load(self.tekst).met(omgeving.plek.profiel.zeg)
        naam = self.naam or soort.__name__.lower()
        waarvan = record.id if record is not None else beeld.huishouden.id
        super().__init__(omgeving, f"{naam}/{waarvan}", titel)
        self.setObjectName(naam)
        self.beeld, self._soort, self._record = beeld, soort, record
        self.herkomst = object()

    def add_row(self, *cells: Cell, into: QBoxLayout | None = None) -> None:
        """Fields beside one another, in the form itself unless a part of it is given."""
        row = StackingLayout(self.theme, _CHARS_BESIDE)
        for cell in cells:
            hint = cell.hint or (self.t(f"hint.{cell.naam}") if f"hint.{cell.naam}" in self.t else "")
            field = Field(self.theme, self.t(f"veld.{cell.naam}"), cell.editor, hint, below=True)
            self.fields.add(cell.naam, field, cell.editor, cell.lees, cell.toon, cell.verplicht)
            if len(cells) == 1 and isinstance(cell.editor, LineEdit):
                field.setMaximumWidth(self.theme.chars(_CHARS_ALONE))
            row.addWidget(field, cell.share, Qt.AlignmentFlag.AlignTop)
        (into or self.body).addLayout(row)

    def ready(self, where: Mapping[type[KernnetwerkError], str], begin: Mapping[str, str] | None = None) -> None:
        """`begin`: what stands in the fields before anybody typed; `where` as in `finish`."""
        stored = self.stored()
        for naam, text in (begin or {}).items():
            self.fields.prefill(naam, text, stored=stored is not None)
        self.fields.read_along(self.omgeving.plek.profiel, self._soort, **self.anders)
        self.fields.stand_in(self._soort, stored.id if stored is not None else None, self.anders)
        self.finish(self.t("formulier.bewaar"), self._save, dict(where))

    def stored(self) -> Entiteit | None:
        """The record whose words stand in the fields; None while it is not there yet."""
        return self._record if isinstance(self._record, self._soort) else None

    def add_over(self, veld: str) -> None:
        """One press for what is not so any more: today goes into this field of the record."""
        button = Button(self.theme, self.t("formulier.voorbij"), "kaal", icon="kruis", hoog=44)
        button.setObjectName(f"{self.objectName()}_voorbij")
        button.clicked.connect(lambda: self._end(veld))
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def read_values(self, values: dict[str, Any]) -> dict[str, Any]:
        """From the fields to those of the record; derive from it where they differ."""
        return values

    # -- pieces of a row -----------------------------------------------------------------------------------------

    def who(self, naam: str, share: int) -> Cell:
        """Which member it is about; of a record also whom it says, who may be no member any more."""
        return Cell(naam, Pick(self.theme, self.members(getattr(self.stored(), naam, None))), share, UUID)

    def members(self, ook: UUID | None = None) -> list[tuple[str, str]]:
        """Key and words of each member, to choose from. `ook` is one of the keys too: who moved out, or under which
        number a member was written down before they turned out to be one with another.
        """
        alle = {lid.inwoner.id: self.words_of(lid.inwoner.id, "") for lid in self.beeld.leden}
        if ook is not None and ook not in alle:
            mens = self.beeld.kent.get(ook)
            alle[ook] = alle.pop(mens.id, mens.naam) if mens is not None else ""
        return [(str(wie), naam or self.t("onbekend")) for wie, naam in alle.items()]

    def members_by_words(self) -> dict[str, UUID]:
        """How one chooses a member by name, each in words of their own: of two with one name the day of birth says
        which, or a number where nobody knows that.
        """
        met_naam = [lid.inwoner for lid in self.beeld.leden if lid.inwoner.naam]
        aantal = Counter(mens.naam for mens in met_naam)
        woorden: dict[str, UUID] = {}
        for mens in met_naam:
            geboren = toon_geboortedatum(mens.geboortedatum) if mens.geboortedatum else ""
            keuze = f"{mens.naam} ({geboren})" if geboren and aantal[mens.naam] > 1 else mens.naam
            vrij = (keuze if nummer == 1 else f"{keuze} ({nummer})" for nummer in count(1))
            woorden[next(woord for woord in vrij if woord not in woorden)] = mens.id
        return woorden

    def words_of(self, wie_id: UUID | None, naam: str) -> str:
        """How this member is chosen by name; the `naam` itself for who is no member."""
        return next((woord for woord, een in self.members_by_words().items() if een == wie_id), naam)

    def other_words(self, relatie: Relatie) -> str:
        """How the other end of a relation is read in its field: a member, who lived here before, or a typed name."""
        ander = self.beeld.kent.get(relatie.ander_id) if relatie.ander_id else None
        return self.words_of(ander.id, ander.naam) if ander else relatie.ander_naam or ""

    def other_end(self, naam: str, relatie: Relatie | None) -> dict[str, Any]:
        """The fields for who was chosen or typed. Words that nobody changed keep whom they meant: a parent who moved
        out is no member any more, and is still the parent with the gezag.
        """
        ander_id = self.members_by_words().get(naam)
        if ander_id is None and relatie is not None and naam == self.other_words(relatie):
            ander_id = relatie.ander_id
        return {"ander_id": ander_id, "ander_naam": None if ander_id else naam}

    def from_list(self, naam: str, lijst: str, share: int) -> Cell:
        """A choice from a list of the municipality; own words where that list is open."""
        keuzes = self._lijst(lijst)

        def lees(getypt: str) -> str:
            return keuzes.waarde(lees_regel(getypt))

        return Cell(naam, Pick(self.theme, keuzes.opties(), typen=True), share, lees, keuzes.label)

    def label(self, lijst: str, waarde: str | None) -> str:
        """How people read a stored choice."""
        return self._lijst(lijst).label(waarde)

    def day(self, naam: str, share: int, hint: str = "") -> Cell:
        """A day as people type it."""
        return Cell(naam, LineEdit(self.theme), share, self._lees_datum, toon_dag, hint=hint)

    def _lijst(self, naam: str) -> Keuzelijst:
        return self.omgeving.plek.profiel.lijst(naam)

    def _lees_datum(self, getypt: str) -> date:
        return lees_datum(getypt, self.omgeving.plek.vandaag)

    # -- saving --------------------------------------------------------------------------------------------------

    def _save(self, values: dict[str, Any], sleutel: str) -> Changes:
        return self._keep(self.read_values(values), sleutel)

    def _keep(self, velden: Mapping[str, Any], sleutel: str = "") -> Changes:
        plek, record, beeld = self.omgeving.plek, self._record, self.beeld
        bases = beeld.bases.get(record.id, {}) if record is not None else None
        return mensen.leg_vast(plek, self._soort, beeld.huishouden.id, velden, record, bases, self.herkomst, sleutel)

    def _end(self, veld: str) -> None:
        """What is typed in the other fields goes with it: of what is over nothing has to be put right."""
        dag, sleutel = self.omgeving.plek.vandaag, self._concept.sleutel
        self.setEnabled(False)
        self._concept.hand_in()
        self.omgeving.tasks.write(
            self, lambda: self._keep({veld: dag}, sleutel), lambda _: self._taken_in(), self._refused
        )


def lees_naam_van(soort: type[Enum]) -> Reader:
    """The member of an enum by the name that a choice has."""
    return lambda naam: soort[naam]


def toon_dag(dag: date | None) -> str:
    """A day as it stands in a field; nothing for none."""
    return datum_kort(dag, jaar=True) if dag is not None else ""


def keuzes(t: Any, groep: str, namen: Sequence[str]) -> list[tuple[str, str]]:
    """Names of an enum with their words, for a dropdown."""
    return [(naam, t(f"{groep}.{naam.lower() or 'onbekend'}")) for naam in namen]
