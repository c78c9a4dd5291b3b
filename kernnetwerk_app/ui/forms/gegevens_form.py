"""The fields in which a person puts right who somebody is, where they live and when their question came in."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import count
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent

from kernnetwerk_app.domain.adres import lees_huisnummer, lees_postcode
from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.bsn import advies_bsn, check_bsn, klopt_elfproef, lees_bsn, masker, toon_bsn
from kernnetwerk_app.domain.datum import dag_en_maand, datum_kort, lees_datum
from kernnetwerk_app.domain.geboortedatum import lees_geboortedatum, toon_geboortedatum
from kernnetwerk_app.domain.gelijkenis import Signalement
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Aanspreekvorm, Inwoner
from kernnetwerk_app.domain.melding import Melding, Wet
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
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

Velden = Mapping[UUID, Mapping[str, Any]]
"""Values by record and field; only of what a person changed."""
_CHARS_OF_A_DAY = 40
_SPOED = ("spoed_reden", "spoed_besluit")
_MASKER = "•"


class BsnEdit(LineEdit):
    """Shows of a stored number only its end. That is no text to type in: whoever types or pastes here replaces it all,
    however the focus came and wherever the cursor stands.
    """

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._select_mask()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._select_mask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        writes = bool(event.text()) and event.text().isprintable()
        rubs_out = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        if writes or rubs_out or event.matches(QKeySequence.StandardKey.Paste):
            self._select_mask()
        super().keyPressEvent(event)

    def _select_mask(self) -> None:
        if self.text().startswith(_MASKER):
            self.selectAll()


class GegevensForm(FoldForm):
    """A fold per person, one for the household, one per melding. A field is called `<id of its record>.<field>`."""

    OVER_WIE = ("voornamen", "achternaam", "geboortedatum", "bsn", "telefoon")
    """By these fields somebody is known again."""

    def __init__(
        self, theme: Theme, profiel: Gemeenteprofiel, vandaag: Callable[[], date], beeld: GegevensBeeld
    ) -> None:
        super().__init__(theme, load("gegevens").met(profiel.zeg))
        self._profiel, self._vandaag, self._beeld = profiel, vandaag, beeld
        self._doubted: set[tuple[str, str]] = set()
        """What is odd about a number, by question and field, of which a person was told so."""
        self._bases_typed = "{}"
        """What the fields replace in which somebody typed: what stood there when they began to."""
        self._over: dict[str, str] = {}
        """What was typed in fields that are not here any more."""
        self._fold_of: dict[UUID, str] = {}
        self._without_place = PlainLabel(theme, "", "klein", kleur="inkt2", wrap=True)
        self._without_place.setObjectName("niet_geplaatst")
        self.column.addWidget(self._without_place)
        self.load(beeld)
        self.show_fold(next(iter(self.folds)))

    # -- what stands in it ---------------------------------------------------------------------------------------

    @property
    def beeld(self) -> GegevensBeeld:
        """What the store has, with the bases that go with what is typed."""
        return self._beeld.met_bases(self._bases_typed)

    def load(self, beeld: GegevensBeeld) -> None:
        """Show what the store has now in every field that nobody typed in; the rest still replaces what it replaced.

        Who is new gets a fold, and what was typed about who is gone is kept until they are back.
        """
        self._beeld = beeld
        self._match_folds()
        for record in beeld.records().values():
            for veld, text in _shown(record).items():
                self.fields.prefill(f"{record.id}.{veld}", text)
        self._place(self._over)
        self.summarise()

    def bases(self) -> str:
        """What the fields replace in which somebody typed, as the concept keeps it."""
        return self._bases_typed

    def over(self) -> dict[str, str]:
        """What was typed in fields that are not here any more."""
        return dict(self._over)

    def texts(self) -> dict[str, str]:
        return {**self._over, **super().texts()}

    def restore(self, texts: Mapping[str, str], bases: str) -> None:
        """Put back what was kept, with what it would have replaced then."""
        self._bases_typed = bases or "{}"
        self._place(texts)
        self.summarise()

    def _place(self, texts: Mapping[str, str]) -> None:
        """Put texts in their fields; those that have none stay beside them, in sight."""
        self._over = {naam: text for naam, text in texts.items() if naam not in self.fields}
        self.fields.fill(texts)
        self._keep_bases()
        self._without_place.setText(self.t("niet_geplaatst", woorden=" · ".join(self._over.values())))
        self._without_place.setVisible(bool(self._over))

    def _keep_bases(self) -> None:
        """What is typed replaces what stood there when that began; what is as the store has it, what stands there."""
        self._bases_typed = self.beeld.dump_bases(self._typed())

    def datum(self, melding: Melding) -> date | None:
        """The day this question came in, as far as it can be read."""
        datum: date | None = self.fields.value(f"{melding.id}.ontvangen_datum")
        return datum

    def melding_getypt(self, veld: str) -> Melding | None:
        """The question of which somebody typed this field, else the latest."""
        getypt = (een for een in self._beeld.meldingen if f"{een.id}.{veld}" in self.fields.texts())
        return next(getypt, self._beeld.melding)

    def show_melding(self, melding_id: UUID) -> None:
        """Open what was written down when this question came in, with the first field of it."""
        if melding_id in self._fold_of:
            self.show_fold(self._fold_of[melding_id])
            self.fields.go_to(f"{melding_id}.{_SPOED[1]}")

    def read(self) -> Velden | None:
        """What a person changed; None when a field cannot be read or has to be looked at: that has the focus then."""
        values = self.fields.read(self.fields.texts().keys())
        if values is None or self._has_doubt(values):
            return None
        gelezen: dict[UUID, dict[str, Any]] = {}
        for naam, value in values.items():
            record_id, _, veld = naam.partition(".")
            gelezen.setdefault(UUID(record_id), {})[veld] = Aanspreekvorm[value] if veld == "aanspreekvorm" else value
        return gelezen

    def _has_doubt(self, values: Mapping[str, Any]) -> bool:
        """Whether a number is odd in a way that a person was not asked about yet; that is said under it then."""
        nummers = {inwoner.id: values.get(f"{inwoner.id}.bsn", inwoner.bsn) for inwoner in self._beeld.inwoners}
        for inwoner in self._beeld.inwoners:
            naam, bsn = f"{inwoner.id}.bsn", nummers[inwoner.id]
            if naam not in values:
                continue
            vraag = ""
            if bsn is None:
                vraag = "bsn.weg" if inwoner.bsn else ""
            elif advies_bsn(bsn):
                vraag = "bsn.nog_eens"
            elif bsn in [ander for wie, ander in nummers.items() if wie != inwoner.id]:
                vraag = "bsn.dubbel"
            if vraag and (vraag, f"{naam} {bsn}") not in self._doubted:
                self._doubted.add((vraag, f"{naam} {bsn}"))
                self.show_fault(naam, self.t(vraag))
                return True
        return False

    def signalement(self, inwoner_id: UUID) -> Signalement:
        """Who this is, as it is being put right; what nobody typed in is as it is stored."""
        wie, huis = self._beeld.records()[inwoner_id], self._beeld.huishouden
        return Signalement(
            **{veld: self._as_typed(wie, veld) for veld in self.OVER_WIE},
            **{veld: self._as_typed(huis, veld) for veld in ("straat", "huisnummer", "postcode")},
        )

    def _as_typed(self, record: Entiteit, veld: str) -> str:
        naam = f"{record.id}.{veld}"
        return (self.fields.value(naam) if naam in self.fields.texts() else getattr(record, veld)) or ""

    def show_melding_fault(self, veld: str, zin: str) -> None:
        melding = self.melding_getypt(veld)
        if melding is not None:
            self.show_fault(f"{melding.id}.{veld}", zin)

    def focus_first(self) -> None:
        """Where a name is put right."""
        self.fields.go_to(f"{self._beeld.inwoners[0].id}.voornamen")

    def reset(self) -> None:
        """As it is stored."""
        self.fields.reset()
        self._over = {}
        self._bases_typed = "{}"
        self.load(self._beeld)

    # -- the folds -----------------------------------------------------------------------------------------------

    def _match_folds(self) -> None:
        """A fold for each record of now, in their order; one that stays is not touched, with who types in it."""
        records = self._beeld.records()
        typed = super().texts()
        for gone in [record_id for record_id in self._fold_of if record_id not in records]:
            self._over |= {naam: text for naam, text in typed.items() if naam.startswith(f"{gone}.")}
            self.remove_fold(self._fold_of.pop(gone))
        new = [record for record_id, record in records.items() if record_id not in self._fold_of]
        for record in new:
            self._fold_of[record.id] = self._add_part(record)
            self.fields.stand_in(type(record), record.id, vooraf=f"{record.id}.")
        if new:
            mensen, huis = [inwoner.id for inwoner in self._beeld.inwoners], self._beeld.huishouden.id
            rest = [record_id for record_id in records if record_id not in (*mensen, huis)]
            self.order_folds([self._fold_of[record_id] for record_id in (*mensen, huis, *rest)])

    def _add_part(self, record: Entiteit) -> str:
        """The fold of this record; gives its key."""
        match record:
            case Inwoner():
                number = next(n for n in count(1) if f"inwoner{n}" not in self.folds)
                rol = "inwoner" if record is self._beeld.inwoners[0] else _rol(record)
                self.add_fold(f"inwoner{number}", self.t(f"deel.{rol}"), self._who(record))
                return f"inwoner{number}"
            case Huishouden():
                self.add_fold("huishouden", self.t("deel.huishouden"), self._where_they_live(record))
                return "huishouden"
            case Melding():
                return self._add_melding(record)
            case _:
                raise TypeError(type(record).__name__)

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
                Cell(f"{wie}.bsn", BsnEdit(theme), 5, self._lees_bsn, toon_bsn),
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

    def _add_melding(self, melding: Melding) -> str:
        number = next(n for n in count() if f"melding{n or ''}" not in self.folds)
        key = f"melding{number or ''}"
        naam, dag = f"{melding.id}.vraag", LineEdit(self.theme)
        dag.setMaximumWidth(self.theme.chars(_CHARS_OF_A_DAY))
        datum = Cell(f"{melding.id}.ontvangen_datum", dag, 1, self._lees_datum, _toon_datum, verplicht=True)
        wetten = [("", _wet("")), *((wet.name, _wet(wet.name)) for wet in Wet)]
        wet = Cell(f"{melding.id}.wet", Pick(self.theme, wetten), 1, lambda gekozen: Wet[gekozen])
        haast = [Cell(f"{melding.id}.{veld}", LineEdit(self.theme), 1, lees_regel) for veld in _SPOED]
        column = self.add_fold(key, self.t("deel.melding"), [[datum, wet], haast])
        editor = GrowingTextEdit(self.theme, lines=2, letter="kop")
        question = Field(self.theme, self.t("veld.vraag"), editor, letter="tekst", stem=True)
        self.fields.add(naam, question, editor, bewaar, verplicht=True)  # an empty one is for the rule to judge
        self.add_in_fold(key, naam)
        column.addWidget(SandBox(question))
        return key

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
        beeld, leeg, typed = self._beeld, self.t("deel.leeg"), self.fields.texts()
        for inwoner in beeld.inwoners:
            bsn = f"{inwoner.id}.bsn"
            # What is known of the stored number says nothing of the one that is being typed.
            self.fields.set_hint(bsn, "" if bsn in typed else self._about_bsn(inwoner))
            naam = self._words(inwoner, ("voornamen", "tussenvoegsel", "achternaam"), " ")
            geboren = self._words(inwoner, ("geboortedatum",), "")
            self.folds[self._fold_of[inwoner.id]].set_summary(" · ".join(filter(None, (naam, geboren))) or leeg)
        straat = self._words(beeld.huishouden, ("straat", "huisnummer"), " ")
        waar = self._words(beeld.huishouden, ("plaats",), "") or self._words(beeld.huishouden, ("kern",), "")
        naam = self._words(beeld.huishouden, ("aanduiding",), "")
        adres = ", ".join(filter(None, (straat, waar)))
        self.folds["huishouden"].set_summary(" · ".join(filter(None, (naam, adres))) or leeg)
        for melding in beeld.meldingen:
            wet = self.fields.text(f"{melding.id}.wet")
            delen = (self._words(melding, ("ontvangen_datum",), ""), _wet(wet) if wet else "")
            self.folds[self._fold_of[melding.id]].set_summary(" · ".join(filter(None, delen)) or leeg)

    def _words(self, record: Entiteit, velden: tuple[str, ...], tussen: str) -> str:
        return tussen.join(filter(None, (self.fields.text(f"{record.id}.{veld}").strip() for veld in velden)))

    def _on_edited(self) -> None:
        self._keep_bases()
        super()._on_edited()

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
            haast = {veld: getattr(record, veld) or "" for veld in _SPOED}
            wet = record.wet.name if record.wet else ""
            return {"ontvangen_datum": _toon_datum(record.ontvangen_datum), "vraag": record.vraag, "wet": wet, **haast}
        case _:
            raise TypeError(type(record).__name__)


def _rol(inwoner: Inwoner) -> str:
    rol = inwoner.rol.name.lower()
    return rol if f"deel.{rol}" in load("gegevens") else "anders"


def _wet(naam: str) -> str:
    """In the words of the melding, where it was chosen first."""
    return load("melding")(f"wet.{naam.lower() or 'onbekend'}")


def _toon_datum(dag: date) -> str:
    return datum_kort(dag, jaar=True)
