"""The fields in which a person puts right who somebody is, where they live and when their question came in."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtGui import QMouseEvent

from kernnetwerk_app.domain.adres import lees_huisnummer, lees_postcode
from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.bsn import advies_bsn, check_bsn, klopt_elfproef, lees_bsn, masker, toon_bsn
from kernnetwerk_app.domain.datum import dag_en_maand, datum_kort, lees_datum
from kernnetwerk_app.domain.geboortedatum import lees_geboortedatum, toon_geboortedatum
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Aanspreekvorm, Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.naam import lees_naam
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.tekst import bewaar, lees_regel
from kernnetwerk_app.domain.telefoon import lees_telefoon, toon_telefoon
from kernnetwerk_app.services.gegevens import GegevensBeeld
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit, SandBox
from kernnetwerk_app.ui.forms.fold_form import Cell, FoldForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit

Velden = Mapping[UUID, Mapping[str, Any]]
"""Values by record and field; only of what a person changed."""
_CHARS_OF_A_DAY = 40


class BsnEdit(LineEdit):
    """Shows of a stored number only its end. That is no text to type in: whoever comes here types over all of it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if not any(teken.isdecimal() for teken in self.text()[:1]):
            self.selectAll()


class GegevensForm(FoldForm):
    """A fold per person, one for the household, one for the melding. A field is called `<id of its record>.<field>`."""

    def __init__(
        self, theme: Theme, profiel: Gemeenteprofiel, vandaag: Callable[[], date], beeld: GegevensBeeld
    ) -> None:
        super().__init__(theme, load("gegevens"))
        self._profiel, self._vandaag, self._beeld = profiel, vandaag, beeld
        self._doubted: set[str] = set()
        """Numbers that cannot be right, of which a person was told so."""
        for number, inwoner in enumerate(beeld.inwoners, start=1):
            title = self.t("deel.inwoner" if number == 1 else f"deel.{_rol(inwoner)}")
            self.add_fold(_fold_of(number), title, self._who(inwoner))
        self.add_fold("huishouden", self.t("deel.huishouden"), self._where_they_live(beeld.huishouden))
        if beeld.melding is not None:
            self._add_melding(beeld.melding)
        self.load(beeld)
        self.show_fold(_fold_of(1))

    # -- what stands in it ---------------------------------------------------------------------------------------

    @property
    def beeld(self) -> GegevensBeeld:
        """What stood there when the fields were filled, with the bases that go with what was typed since."""
        return self._beeld

    def load(self, beeld: GegevensBeeld) -> None:
        """Show what the store has now in every field that nobody typed in; the rest still replaces what it replaced."""
        self._beeld = beeld.met_bases(self.bases())
        for record in beeld.records().values():
            for veld, text in _shown(record).items():
                self.fields.prefill(f"{record.id}.{veld}", text)
        self.summarise()

    def bases(self) -> str:
        """What the fields replace in which somebody typed, as the concept keeps it."""
        return self._beeld.dump_bases(self._typed())

    def restore(self, texts: Mapping[str, str], bases: str) -> None:
        """Put back what was kept, with what it would have replaced then."""
        self.fill(texts)
        if bases:
            self._beeld = self._beeld.met_bases(bases)

    def datum(self) -> date | None:
        """The day the question came in, as far as it can be read."""
        melding = self._beeld.melding
        datum: date | None = self.fields.value(f"{melding.id}.ontvangen_datum") if melding is not None else None
        return datum

    def read(self) -> Velden | None:
        """What a person changed; None when a field cannot be read or has to be looked at: that has the focus then."""
        values = self.fields.read(self.texts().keys())
        if values is None:
            return None
        for naam, value in values.items():
            if naam.endswith(".bsn") and value and advies_bsn(value) and value not in self._doubted:
                self._doubted.add(value)
                self.show_fault(naam, self.t("bsn.nog_eens"))
                return None
        gelezen: dict[UUID, dict[str, Any]] = {}
        for naam, value in values.items():
            record_id, _, veld = naam.partition(".")
            gelezen.setdefault(UUID(record_id), {})[veld] = Aanspreekvorm[value] if veld == "aanspreekvorm" else value
        return gelezen

    def show_melding_fault(self, veld: str, zin: str) -> None:
        if self._beeld.melding is not None:
            self.show_fault(f"{self._beeld.melding.id}.{veld}", zin)

    def focus_first(self) -> None:
        """Where a name is put right."""
        self.fields.go_to(f"{self._beeld.inwoners[0].id}.voornamen")

    def reset(self) -> None:
        """As it is stored."""
        self.fields.reset()
        self.load(self._beeld)

    # -- the folds -----------------------------------------------------------------------------------------------

    def _who(self, inwoner: Inwoner) -> list[list[Cell]]:
        theme, t, wie = self.theme, self.t, inwoner.id
        vormen = [(vorm.name, t(f"aanspreekvorm.{vorm.name.lower()}")) for vorm in reversed(Aanspreekvorm)]

        def lees(getypt: str) -> str:
            return lees_geboortedatum(getypt, self._vandaag())

        return [
            [
                Cell(f"{wie}.aanspreekvorm", Pick(theme, vormen), 4),
                Cell(f"{wie}.voornamen", LineEdit(theme), 4, lees_naam),
                Cell(f"{wie}.tussenvoegsel", LineEdit(theme), 3, lees_naam),
                Cell(f"{wie}.achternaam", LineEdit(theme), 5, lees_naam),
            ],
            [
                Cell(f"{wie}.geboortedatum", LineEdit(theme), 5, lees, toon_geboortedatum),
                Cell(f"{wie}.telefoon", LineEdit(theme), 4, lees_telefoon, toon_telefoon),
                Cell(f"{wie}.bsn", BsnEdit(theme), 5, self._lees_bsn, toon_bsn, hint=self._about_bsn(inwoner)),
            ],
        ]

    def _where_they_live(self, huishouden: Huishouden) -> list[list[Cell]]:
        theme, huis = self.theme, huishouden.id
        kernen = [("", kern.naam) for kern in self._profiel.kernen]
        return [
            [Cell(f"{huis}.aanduiding", LineEdit(theme), 1, lees_naam)],
            [
                Cell(f"{huis}.straat", LineEdit(theme), 5, lees_regel),
                Cell(f"{huis}.huisnummer", LineEdit(theme), 2, lees_huisnummer),
                Cell(f"{huis}.postcode", LineEdit(theme), 3, lees_postcode, str),
            ],
            [
                Cell(f"{huis}.plaats", LineEdit(theme), 1, lees_regel),
                Cell(f"{huis}.kern", Pick(theme, kernen, typen=True), 1, lees_regel),
            ],
        ]

    def _add_melding(self, melding: Melding) -> None:
        naam, dag = f"{melding.id}.vraag", LineEdit(self.theme)
        dag.setMaximumWidth(self.theme.chars(_CHARS_OF_A_DAY))
        datum = Cell(f"{melding.id}.ontvangen_datum", dag, 1, self._lees_datum, _toon_datum, verplicht=True)
        column = self.add_fold("melding", self.t("deel.melding"), [[datum]])
        editor = GrowingTextEdit(self.theme, lines=2, letter="kop")
        question = Field(self.theme, self.t("veld.vraag"), editor, letter="tekst", stem=True)
        self.fields.add(naam, question, editor, bewaar, verplicht=True)
        self.add_in_fold("melding", naam)
        column.addWidget(SandBox(question))

    def _about_bsn(self, inwoner: Inwoner) -> str:
        """What is known of the stored number: that the sum fails and that it was seen in the BRP are two things."""
        if inwoner.bsn is None:
            return self.t("bsn.geen")
        gezien = inwoner.bsn_gecontroleerd_datum
        feit = self.t("bsn.gezien", datum=dag_en_maand(gezien, jaar=True)) if gezien else self.t("bsn.niet_gezien")
        return feit if klopt_elfproef(inwoner.bsn) else f"{feit}. {load('velden')('bsn.controleer')}"

    def _lees_bsn(self, getypt: str) -> str:
        bsn = lees_bsn(getypt)
        check_bsn(bsn, oefenen=self._profiel.oefenen)
        return bsn

    def _lees_datum(self, getypt: str) -> date:
        return lees_datum(getypt, self._vandaag())

    # -- in a few words ------------------------------------------------------------------------------------------

    def summarise(self) -> None:
        beeld, leeg = self._beeld, self.t("deel.leeg")
        for number, inwoner in enumerate(beeld.inwoners, start=1):
            naam = self._words(inwoner, ("voornamen", "tussenvoegsel", "achternaam"), " ")
            geboren = self._words(inwoner, ("geboortedatum",), "")
            self.folds[_fold_of(number)].set_summary(" · ".join(filter(None, (naam, geboren))) or leeg)
        straat = self._words(beeld.huishouden, ("straat", "huisnummer"), " ")
        waar = self._words(beeld.huishouden, ("plaats",), "") or self._words(beeld.huishouden, ("kern",), "")
        naam = self._words(beeld.huishouden, ("aanduiding",), "")
        adres = ", ".join(filter(None, (straat, waar)))
        self.folds["huishouden"].set_summary(" · ".join(filter(None, (naam, adres))) or leeg)
        if beeld.melding is not None:
            self.folds["melding"].set_summary(self._words(beeld.melding, ("ontvangen_datum",), "") or leeg)

    def _words(self, record: Entiteit, velden: tuple[str, ...], tussen: str) -> str:
        return tussen.join(filter(None, (self.fields.text(f"{record.id}.{veld}").strip() for veld in velden)))

    def _typed(self) -> dict[UUID, list[str]]:
        """Which fields of which record somebody typed in."""
        getypt: dict[UUID, list[str]] = {}
        for naam in self.texts():
            record_id, _, veld = naam.partition(".")
            getypt.setdefault(UUID(record_id), []).append(veld)
        return getypt


def _shown(record: Entiteit) -> dict[str, str]:
    """What stands in the fields of this record before anybody typed, by field."""
    match record:
        case Inwoner():
            return {
                "aanspreekvorm": record.aanspreekvorm.name,
                "voornamen": record.voornamen or "",
                "tussenvoegsel": record.tussenvoegsel or "",
                "achternaam": record.achternaam or "",
                "geboortedatum": toon_geboortedatum(record.geboortedatum) if record.geboortedatum else "",
                "telefoon": toon_telefoon(record.telefoon) if record.telefoon else "",
                "bsn": masker(record.bsn) if record.bsn else "",
            }
        case Huishouden():
            velden = ("aanduiding", "straat", "huisnummer", "postcode", "plaats", "kern")
            return {veld: getattr(record, veld) or "" for veld in velden}
        case Melding():
            return {"ontvangen_datum": _toon_datum(record.ontvangen_datum), "vraag": record.vraag}
        case _:
            raise TypeError(type(record).__name__)


def _fold_of(number: int) -> str:
    return f"inwoner{number}"


def _rol(inwoner: Inwoner) -> str:
    rol = inwoner.rol.name.lower()
    return rol if f"deel.{rol}" in load("gegevens") else "anders"


def _toon_datum(dag: date) -> str:
    return datum_kort(dag, jaar=True)
