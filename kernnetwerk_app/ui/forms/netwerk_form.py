"""Somebody in the network: who, how near, what they do and could do, and whether we may speak with them (NET-01)."""

from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.naam import lees_naam
from kernnetwerk_app.domain.netwerk import KRINGEN
from kernnetwerk_app.domain.plan import DoelZonderWoorden
from kernnetwerk_app.domain.relatie import PLAATSEN, Bereid, Kring, Relatie, RelatieMetZichzelf, RelatieZonderAnder
from kernnetwerk_app.domain.tekst import achter_elkaar
from kernnetwerk_app.domain.telefoon import lees_telefoon, toon_telefoon
from kernnetwerk_app.services import netwerk
from kernnetwerk_app.services.mensen import MensenBeeld
from kernnetwerk_app.services.netwerk import NummerZonderReden
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.fold_form import Cell
from kernnetwerk_app.ui.forms.mens_form import MensForm, keuzes
from kernnetwerk_app.ui.forms.page_form import PageForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.ticks import Ticks
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.fold import Fold
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from kernnetwerk_app.ui.widgets.notice import Notice

_JA, _NEE, _NIET_GEVRAAGD = "ja", "nee", "niet_gevraagd"
"""Keys of `benaderen`."""


class NetwerkForm(MensForm):
    """Makes or changes a Relatie; what is asked less often is folded under the rest. `van_id`: around whom somebody new
    stands unless it is said otherwise.
    """

    tekst, naam = "netwerk", "netwerkpersoon"
    anders: ClassVar[Mapping[str, str]] = {"ander": "ander_naam", "doet_nu": "doet", "kan_nog": "kan"}

    def __init__(
        self, omgeving: Omgeving, beeld: MensenBeeld, relatie: Relatie | None = None, van_id: UUID | None = None
    ) -> None:
        super().__init__(omgeving, beeld, Relatie, load("netwerk")("formulier.relatie"), relatie)
        theme, t = self.theme, self.t
        self._relatie = relatie
        soorten = [("", t("hulp.geen")), *omgeving.plek.profiel.lijst("hulpsoorten").opties()]
        self.add_row(
            Cell("ander", Pick(theme, [("", naam) for naam in self.members_by_words()], typen=True), 1, lees_naam),
            self.from_list("relatie", "relaties", 1),
            Cell("hulpsoort", Pick(theme, soorten), 1),
        )
        self.add_row(Cell("doet_nu", LineEdit(theme), 1), Cell("kan_nog", LineEdit(theme), 1))
        self.add_row(
            Cell("bereid", Pick(theme, keuzes(t, "bereid", ["niet_gevraagd", *(b.name for b in Bereid)])), 1),
            Cell("mag_benaderd", Pick(theme, list(t.groep("benaderen").items())), 1),
            Cell("kring", Pick(theme, keuzes(t, "kring", [kring.name for kring in KRINGEN])), 1),
        )
        self._add_more(omgeving, beeld, relatie)
        if relatie is not None:
            self.add_over("eind_datum")
        self.ready({RelatieZonderAnder: "ander", RelatieMetZichzelf: "ander"}, self._begin(relatie, van_id))

    def _add_more(self, omgeving: Omgeving, beeld: MensenBeeld, relatie: Relatie | None) -> None:
        theme, t = self.theme, self.t
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        rechten = omgeving.plek.profiel.lijst("vertrouwensrechten")
        hint = achter_elkaar(t("hint.vertrouwensrechten"), *(keuze.uitleg for keuze in rechten.keuzes))
        uren = [("", t("plaats.vanzelf")), *((str(uur), t("plaats.uur", uur=uur or 12)) for uur in range(PLAATSEN))]
        cells = [Cell("plaats", Pick(theme, uren), 1)]
        if relatie is None or relatie.mag_gebeld or not relatie.telefoon:
            cells.append(Cell("telefoon", LineEdit(theme), 1, lees_telefoon, toon_telefoon))
        if len(beeld.leden) > 1:
            cells.insert(0, self.who("inwoner_id", 1))
        self.add_row(*cells, into=column)
        self.add_row(Cell("vertrouwensrechten", Ticks(theme, rechten.opties(), "recht"), 1, hint=hint), into=column)
        if relatie is not None and relatie.telefoon and not relatie.mag_gebeld:
            self._add_number(relatie, column)
        fold = Fold(theme, t("formulier.meer"), content, (t("formulier.open"), t("formulier.dicht")))
        fold.set_summary(t("formulier.meer_wat"))
        fold.header.setObjectName("netwerk_meer")
        fold.pressed.connect(lambda: fold.set_open(not fold.is_open()))
        self.fields.wrong.connect(
            lambda naam: fold.set_open(fold.is_open() or content.findChild(QWidget, naam) is not None)
        )
        self.body.addWidget(fold)

    def _add_number(self, relatie: Relatie, column: QVBoxLayout) -> None:
        """The number of whom the resident did not say that we may call: shown after one line of why (NET-04)."""
        wie = netwerk.naam(self.beeld, relatie) or self.t("onbekend")
        self._told = Notice(
            self.theme, self.t("nummer.nee" if relatie.niet_benaderen else "nummer.niet_gevraagd", wie=wie)
        )
        column.addWidget(self._told)
        self.add_row(Cell("reden", LineEdit(self.theme), 1), into=column)
        button = Button(self.theme, self.t("nummer.knop"), "stil", icon="telefoon", hoog=44)
        button.setObjectName("toon_nummer")
        button.clicked.connect(lambda: self._show_number(relatie, wie))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_number(self, relatie: Relatie, wie: str) -> None:
        plek, herkomst, reden = self.omgeving.plek, self.herkomst, self.fields.text("reden")

        def shown(_: Changes) -> None:
            self._told.set_state(toon_telefoon(relatie.telefoon or ""), "letop", lead=wie)
            self._told.tell()

        def refused(fout: Exception) -> None:
            if isinstance(fout, NummerZonderReden):
                self.fields.show_fault("reden", sentence(fout))
            else:
                self.omgeving.meld_fout(fout)

        self.omgeving.tasks.write(
            self, lambda: netwerk.toon_nummer(plek, relatie, wie, reden, herkomst), shown, refused
        )

    def read_values(self, values: dict[str, Any]) -> dict[str, Any]:
        naam, bereid, plaats = values.pop("ander"), values.pop("bereid"), values.pop("plaats")
        kring = Kring[values.pop("kring")]
        values.pop("reden", None)
        rechten = values["vertrouwensrechten"] or None
        eerder = self._relatie.vertrouwensrechten if self._relatie is not None else None
        if set((rechten or "").split()) == set((eerder or "").split()):  # in another order it is the same agreement
            rechten = eerder
        else:
            values["vertrouwen_datum"] = self.omgeving.plek.vandaag if rechten else None
        if self._relatie is None and "inwoner_id" not in values:
            values["inwoner_id"] = self.beeld.leden[0].inwoner.id
        return values | {
            **self.other_end(naam, self._relatie),
            "doet": values.pop("doet_nu"),
            "kan": values.pop("kan_nog"),
            "bereid": Bereid[bereid] if bereid in Bereid.__members__ else None,
            "mag_benaderd": values["mag_benaderd"] == _JA,
            "niet_benaderen": values["mag_benaderd"] == _NEE,
            "kring": kring,
            "plaats": int(plaats) if plaats else None,
            "hulpsoort": values["hulpsoort"] or None,
            "vertrouwensrechten": rechten,
        }

    def _begin(self, relatie: Relatie | None, van_id: UUID | None) -> dict[str, str]:
        if relatie is None:
            om_wie = {"inwoner_id": str(van_id)} if van_id is not None and "inwoner_id" in self.fields else {}
            return {"kring": Kring.ROND.name, **om_wie}
        begin = {
            "ander": self.other_words(relatie),
            "relatie": self.label("relaties", relatie.relatie),
            "hulpsoort": relatie.hulpsoort or "",
            "doet_nu": relatie.doet or "",
            "kan_nog": relatie.kan or "",
            "bereid": relatie.bereid.name if relatie.bereid else "niet_gevraagd",
            "mag_benaderd": _JA if relatie.mag_benaderd else _NEE if relatie.niet_benaderen else _NIET_GEVRAAGD,
            "kring": (relatie.kring or Kring.ROND).name,
            "plaats": "" if relatie.plaats is None else str(relatie.plaats),
            "vertrouwensrechten": relatie.vertrouwensrechten or "",
        }
        if "telefoon" in self.fields:
            begin["telefoon"] = toon_telefoon(relatie.telefoon) if relatie.telefoon else ""
        if "inwoner_id" in self.fields:
            begin["inwoner_id"] = str(relatie.inwoner_id)
        return begin


class NetwerkdoelForm(PageForm):
    """A goal about more or stronger contacts, as the resident says it (NET-15)."""

    def __init__(self, omgeving: Omgeving, beeld: MensenBeeld) -> None:
        t = load("netwerk")
        hier = beeld.huishouden.id
        super().__init__(omgeving, f"netwerkdoel/{hier}", t("klein.kop"))
        self.setObjectName("netwerkdoel")
        self.herkomst = object()
        editor = GrowingTextEdit(self.theme)
        field = Field(self.theme, t("veld.woorden"), editor, t("klein.hint"))
        self.fields.add("woorden", field, editor, verplicht=True)
        self.body.addWidget(field)

        def act(values: dict[str, Any], sleutel: str) -> Changes:
            return netwerk.begin_doel(omgeving.plek, hier, values["woorden"], self.herkomst, sleutel)

        self.finish(t("klein.knop"), act, {DoelZonderWoorden: "woorden"})
