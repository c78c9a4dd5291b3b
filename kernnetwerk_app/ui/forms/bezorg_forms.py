"""A paper that cannot be printed now: how it gets there, when and by whom; and afterwards that it got there."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt

from kernnetwerk_app.domain.bezorging import (
    BezorgdInToekomst,
    BezorgdZonderDag,
    Bezorging,
    Bezorgwijze,
    MailZonderJa,
    Stuk,
)
from kernnetwerk_app.domain.datum import lees_datum
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.papiervorm import Papiervorm
from kernnetwerk_app.domain.verstrekking import DagVoorVersie
from kernnetwerk_app.services import bezorging
from kernnetwerk_app.services.bezorglijst import Bezorgregel
from kernnetwerk_app.services.bezorgvraag import Wachtstand
from kernnetwerk_app.services.lezers import Lezend
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.chips import Chips
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.mens_form import toon_dag
from kernnetwerk_app.ui.forms.page_form import PageForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_CHARS_BESIDE = 60


class _Form(PageForm):
    """How it goes, in one row of choices; `day` and what else is asked stand below."""

    def __init__(self, omgeving: Omgeving, naam: str, van: object, kop: str) -> None:
        self.t = load("bezorging")
        super().__init__(omgeving, f"{naam}/{van}", kop)
        self.setObjectName(naam)
        self.herkomst = object()
        self._shown: dict[str, Field] = {}

    def asked(self) -> list[str]:
        """Only what is in sight."""
        return [naam for naam, field in self._shown.items() if not field.isHidden()]

    def ask_how(self, wijze: Bezorgwijze) -> None:
        options = [(een.name, self.t(f"wijze.{een.name.lower()}")) for een in Bezorgwijze]
        self.how = Chips(self.theme, "wijze", self.t("vraag.wijze"), options)
        self._add("wijze", Field(self.theme, self.t("vraag.wijze"), self.how, below=True), self.how)
        self.fields.prefill("wijze", wijze.name)

    def day(self, naam: str, label: str, hint: str) -> tuple[str, Field, LineEdit, Callable[[str], date]]:
        line = LineEdit(self.theme)

        def lees(getypt: str) -> date:
            return lees_datum(getypt, self.omgeving.plek.vandaag)

        return naam, Field(self.theme, label, line, hint, below=True), line, lees

    def _add(self, naam: str, field: Field, editor: Any, lees: Any = None, row: StackingLayout | None = None) -> None:
        self.fields.add(naam, field, editor, lees, toon_dag if lees is not None else None)
        self._shown[naam] = field
        if row is None:
            self.body.addWidget(field)
        else:
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)


class KlaarzetForm(_Form):
    """Keep this paper for this reader. E-mail asks whether they said that they want this kind of paper so."""

    def __init__(
        self,
        omgeving: Omgeving,
        stuk: Stuk,
        wie: Lezend,
        vorm: Papiervorm,
        mail_ja: bool,
        collegas: Sequence[Medewerker],
    ) -> None:
        t, plek = load("bezorging"), omgeving.plek
        super().__init__(
            omgeving,
            "klaarzet",
            f"{stuk.soort.name}/{stuk.van_id or stuk.huishouden_id}",
            t("vraag.kop_voor", naam=wie.naam or t("onbekend")),
        )
        self.ask_how(Bezorgwijze.LANGSBRENGEN)
        options = [("ja", load("onderzoek")("keuze.ja")), ("nee", load("onderzoek")("keuze.nee"))]
        label = t("vraag.mail_ja", naam=wie.naam or t("onbekend"))
        self._mail = Chips(self.theme, "mail_ja", label, options)
        self._mail_field = Field(self.theme, label, self._mail, below=True)
        self._add("mail_ja", self._mail_field, self._mail)
        if mail_ja:
            self.fields.prefill("mail_ja", "ja")
        row = StackingLayout(self.theme, _CHARS_BESIDE)
        naam, field, line, lees = self.day("uiterlijk", t("vraag.uiterlijk"), t("vraag.hint_uiterlijk"))
        self._add(naam, field, line, lees, row)
        who = Pick(self.theme, [(str(een.id), een.naam) for een in collegas])
        self._add("wie_id", Field(self.theme, t("vraag.wie"), who, below=True), who, row=row)
        self.fields.prefill("wie_id", str(plek.medewerker.id))
        self.body.addLayout(row)
        self.fields.edited.connect(lambda _: self._show_asked())
        self._show_asked()

        def act(values: dict[str, Any], sleutel: str) -> Changes:
            velden = _velden(values, collegas)
            return bezorging.zet_klaar(plek, stuk, wie, velden, vorm, self.herkomst, sleutel)

        where: dict[type[KernnetwerkError], str] = {MailZonderJa: "mail_ja"}
        self.finish(t("vraag.bewaar"), act, where, "stil")

    def _show_asked(self) -> None:
        self._mail_field.setVisible(self.how.text() == Bezorgwijze.MAIL.name)


class BezorgdForm(_Form):
    """It got there: how, and on which day. What may not go any more was given before that, so the day is asked for."""

    def __init__(self, omgeving: Omgeving, regel: Bezorgregel, stand: Wachtstand) -> None:
        t, plek, een = load("bezorging"), omgeving.plek, regel.bezorging
        super().__init__(omgeving, "bezorgd", een.id, t("vraag.gedaan_kop", wat=regel.wat))
        if stand.zin:
            self.body.addWidget(PlainLabel(self.theme, stand.zin, "klein", kleur="letop", wrap=True))
        self.ask_how(een.wijze)
        naam, hint = een.voor_naam or t("onbekend"), "vraag.hint_datum" if stand.mag else "vraag.hint_datum_toen"
        self._add(*self.day("datum", t("vraag.datum", naam=naam), t(hint)))
        self.fields.stand_in(Bezorging, een.id, {"datum": "gedaan_datum"})

        def act(values: dict[str, Any], sleutel: str) -> Changes:
            wijze = _wijze_van(values)
            if values["datum"] is None and not stand.mag:
                raise BezorgdZonderDag
            return bezorging.bezorg(plek, regel, wijze, values["datum"], self.herkomst, sleutel)

        where: dict[type[KernnetwerkError], str] = {
            BezorgdInToekomst: "datum",
            BezorgdZonderDag: "datum",
            DagVoorVersie: "datum",
            MailZonderJa: "wijze",
        }
        self.finish(t("doe.bewaar"), act, where)


def _wijze_van(values: Mapping[str, Any]) -> Bezorgwijze:
    return Bezorgwijze[values["wijze"]] if values.get("wijze") else Bezorgwijze.LANGSBRENGEN


def _velden(values: Mapping[str, Any], collegas: Sequence[Medewerker]) -> dict[str, object]:
    """What the form asked, as the record keeps it; nothing is said of e-mail that goes otherwise."""
    wijze = _wijze_van(values)
    velden: dict[str, object] = {"wijze": wijze, "uiterlijk": values.get("uiterlijk")}
    if wijze is Bezorgwijze.MAIL and values.get("mail_ja"):
        velden["mail_ja"] = values["mail_ja"] == "ja"
    gekozen = next((een.id for een in collegas if str(een.id) == values.get("wie_id")), None)
    return velden | ({"wie_id": gekozen} if gekozen is not None else {})
