"""The fields of a melding in four folds, under the question itself."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.adres import lees_huisnummer, lees_postcode
from kernnetwerk_app.domain.datum import datum_kort, lees_datum
from kernnetwerk_app.domain.inwoner import Aanspreekvorm
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Kanaal, Wet
from kernnetwerk_app.domain.naam import lees_naam
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.tekst import bewaar, lees_regel
from kernnetwerk_app.domain.telefoon import lees_telefoon, toon_telefoon
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit, SandBox
from kernnetwerk_app.ui.forms.fold_form import Cell, FoldForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit

_AKKOORD = {"": None, "ja": True, "nee": False}
_NIEMAND = ""


class MeldingForm(FoldForm):
    """`edited`: a person changed something. Reading it shows what is wrong under the fields."""

    def __init__(
        self,
        theme: Theme,
        profiel: Gemeenteprofiel,
        vandaag: Callable[[], date],
        invoer: NieuweMelding | None = None,
    ) -> None:
        """`invoer`: what was said before, elsewhere; it stands there already and is nobody's typing here."""
        super().__init__(theme, load("melding").met(profiel.zeg))
        self._profiel, self._vandaag, self._invoer = profiel, vandaag, invoer
        self.question = GrowingTextEdit(theme, lines=2, letter="kop")
        self._contact = Pick(theme)
        question = Field(theme, self.t("veld.vraag"), self.question, letter="tekst", stem=True)
        self.fields.add("vraag", question, self.question, bewaar)
        self.column.addWidget(SandBox(question))
        delen = (("wie", self._who()), ("binnen", self._how()), ("namens", self._for()), ("achter", self._behind()))
        for key, rows in delen:
            self.add_fold(key, self.t(f"deel.{key}"), rows)
        self.reset()

    # -- what stands in it ---------------------------------------------------------------------------------------

    def set_contactpersonen(self, medewerkers: Sequence[Medewerker]) -> None:
        """Who can be the contact person; the first is proposed."""
        keuzes = [(str(medewerker.id), medewerker.naam) for medewerker in medewerkers]
        self._contact.set_options([*keuzes, (_NIEMAND, self.t("contactpersoon.niemand"))])
        self.fields.prefill("contactpersoon_id", keuzes[0][0])
        self.summarise()

    def reset(self) -> None:
        """A form as it began."""
        self.fields.prefill("ontvangen_datum", _toon_datum(self._vandaag()))
        for naam, text in _texts_of(self._invoer, self._profiel).items():
            self.fields.prefill(naam, text)
        if self._invoer is not None and self._invoer.aanleiding:
            self.fields.set_hint("vraag", self.t("hint.vraag_later"))
        self.fields.reset()
        self.show_fold("wie")
        self.summarise()

    def datum(self) -> date | None:
        """The day the question came in, as far as it can be read."""
        datum: date | None = self.fields.value("ontvangen_datum")
        return datum

    def plek(self) -> str:
        return self.fields.text("plek")

    def read(self) -> NieuweMelding | None:
        """What was typed as one melding, or None when a field cannot be read: that field has the focus then."""
        values = self.fields.read()
        if values is None:
            return None
        contact = values.pop("contactpersoon_id")
        return NieuweMelding(
            **{
                **values,
                "vraag": values["vraag"] or "",
                "aanspreekvorm": Aanspreekvorm[values["aanspreekvorm"]],
                "kanaal": Kanaal[values["kanaal"]],
                "wet": Wet[values["wet"]] if values["wet"] else None,
                "contactpersoon_id": UUID(contact) if contact else None,
                "inwoner_akkoord": _AKKOORD[values["inwoner_akkoord"] or ""],
            }
        )

    # -- the folds -----------------------------------------------------------------------------------------------

    def _who(self) -> list[list[Cell]]:
        theme, t = self.theme, self.t
        kernen = [("", kern.naam) for kern in self._profiel.kernen]
        vormen = [(vorm.name, t(f"aanspreekvorm.{vorm.name.lower()}")) for vorm in reversed(Aanspreekvorm)]
        return [
            [
                Cell("aanspreekvorm", Pick(theme, vormen), 4),
                Cell("voornamen", LineEdit(theme), 4, lees_naam),
                Cell("tussenvoegsel", LineEdit(theme), 3, lees_naam),
                Cell("achternaam", LineEdit(theme), 5, lees_naam),
            ],
            [
                Cell("straat", LineEdit(theme), 5, lees_regel),
                Cell("huisnummer", LineEdit(theme), 2, lees_huisnummer),
                Cell("postcode", LineEdit(theme), 4, lees_postcode, str),
                Cell("kern", Pick(theme, kernen, typen=True), 5, lees_regel),
            ],
        ]

    def _how(self) -> list[list[Cell]]:
        theme, t = self.theme, self.t
        kanalen = [(kanaal.name, t(f"kanaal.{kanaal.name.lower()}")) for kanaal in Kanaal]
        plekken = [("", plek) for kern in self._profiel.kernen for plek in kern.plekken]
        return [
            [
                Cell("ontvangen_datum", LineEdit(theme), 4, self._lees_datum, _toon_datum, verplicht=True),
                Cell("kanaal", Pick(theme, kanalen), 4),
                Cell("plek", Pick(theme, plekken, typen=True), 5, lees_regel),
            ],
            [
                Cell("melder_naam", LineEdit(theme), 4, lees_naam),
                Cell("melder_relatie", LineEdit(theme), 4, lees_regel),
                Cell("telefoon", LineEdit(theme), 5, lees_telefoon, toon_telefoon),
            ],
            [Cell("contactpersoon_id", self._contact, 4), Cell("spoed_reden", LineEdit(theme), 9, lees_regel)],
        ]

    def _for(self) -> list[list[Cell]]:
        theme, t = self.theme, self.t
        wie = [("", woord) for woord in t.groep("hoedanigheid").values()]
        akkoord = [(key, t(f"akkoord.{key or 'onbekend'}")) for key in _AKKOORD]
        return [
            [
                Cell("vertegenwoordiger", LineEdit(theme), 1, lees_naam),
                Cell("hoedanigheid", Pick(theme, wie, typen=True), 1, lees_regel),
            ],
            [
                Cell("reikwijdte", LineEdit(theme), 2, lees_regel),
                Cell("inwoner_akkoord", Pick(theme, akkoord), 1),
            ],
        ]

    def _behind(self) -> list[list[Cell]]:
        """What somebody else noticed, for us alone; where it was reported, and about which law, as far as one knows."""
        theme, t = self.theme, self.t
        meldplekken = [("", woord) for _, woord in self._profiel.lijst("meldplekken").opties()]
        wetten = [("", t("wet.onbekend")), *((wet.name, t(f"wet.{wet.name.lower()}")) for wet in Wet)]
        return [
            [Cell("aanleiding", GrowingTextEdit(theme, lines=2), 1, bewaar)],
            [
                Cell("meldplek", Pick(theme, meldplekken, typen=True), 1, lees_regel),
                Cell("wet", Pick(theme, wetten), 1),
            ],
        ]

    def _lees_datum(self, getypt: str) -> date:
        return lees_datum(getypt, self._vandaag())

    # -- in a few words ------------------------------------------------------------------------------------------

    def summarise(self) -> None:
        text, t = self.fields.text, self.t
        naam = " ".join(filter(None, (text("voornamen"), text("tussenvoegsel"), text("achternaam"))))
        straat = " ".join(filter(None, (text("straat"), text("huisnummer"))))
        wie = " · ".join(filter(None, (naam, ", ".join(filter(None, (straat, text("kern")))))))
        self.folds["wie"].set_summary(wie or t("deel.wie_leeg"))
        contact = self._contact.words() if self._contact.text() else ""
        binnen = (
            text("ontvangen_datum"),
            t(f"kanaal.{text('kanaal').lower()}"),
            t("deel.binnen_contact", naam=contact) if contact else t("deel.binnen_zonder"),
        )
        self.folds["binnen"].set_summary(" · ".join(filter(None, binnen)))
        namens = ", ".join(filter(None, (text("vertegenwoordiger"), text("hoedanigheid"))))
        self.folds["namens"].set_summary(namens or t("deel.namens_leeg"))
        wet = t(f"wet.{text('wet').lower()}") if text("wet") else ""
        achter = (t("deel.achter_gezien") if text("aanleiding") else "", text("meldplek"), wet)
        self.folds["achter"].set_summary(" · ".join(filter(None, achter)) or t("deel.achter_leeg"))


def _texts_of(invoer: NieuweMelding | None, profiel: Gemeenteprofiel) -> dict[str, str]:
    """By field what was said before; of times and ids there is no field."""
    if invoer is None:
        return {}
    velden = {naam: getattr(invoer, naam) for naam in NieuweMelding.__dataclass_fields__}
    texts = {naam: waarde for naam, waarde in velden.items() if type(waarde) is str}
    datum = {"ontvangen_datum": _toon_datum(invoer.ontvangen_datum)} if invoer.ontvangen_datum else {}
    keuzes = {"kanaal": invoer.kanaal.name, "aanspreekvorm": invoer.aanspreekvorm.name}
    keuzes |= {
        "wet": invoer.wet.name if invoer.wet else "",
        "meldplek": profiel.lijst("meldplekken").label(invoer.meldplek),
    }
    return {**texts, **datum, **keuzes}


def _toon_datum(dag: date) -> str:
    return datum_kort(dag, jaar=True)
