"""The forms of one's rights: what may be shared, taking it back, what one would rather not, and requests."""

from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout

from kernnetwerk_app.domain.afzien import Afzien, AfzienZonderWaarover, Waarvan
from kernnetwerk_app.domain.delen import DelenOverWetten, DelenZonderAfspraak
from kernnetwerk_app.domain.tekst import lees_regel
from kernnetwerk_app.domain.toestemming import (
    Aan,
    DelenNietMetVrijwilliger,
    DelenTegenWens,
    DelenVerkeerdeVolgorde,
    DelenZonderGrond,
    DelenZonderJa,
    DelenZonderOnderwerp,
    DelenZonderOntvanger,
    DelenZonderVertegenwoordiger,
    Hoe,
)
from kernnetwerk_app.domain.verzoek import (
    Uitkomst,
    Verzoek,
    VerzoekInToekomst,
    Verzoeksoort,
    VerzoekZonderReden,
    VerzoekZonderWaarover,
    VerzoekZonderWie,
)
from kernnetwerk_app.services import afzien, delen, verzoek
from kernnetwerk_app.services.delen import NieuwDelen
from kernnetwerk_app.services.rechten import Deling, RechtenBeeld
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.rechten_form import RechtForm
from kernnetwerk_app.ui.forms.ticks import Ticks
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_JA, _NAMENS = "ja_van", "namens_"
_WAAR: dict[type[Exception], str] = {
    DelenZonderGrond: "grond",
    DelenOverWetten: "over_wetten",
    DelenZonderOntvanger: "ontvanger",
    DelenZonderAfspraak: "ontvanger",
    DelenZonderOnderwerp: "onderwerp",
    DelenNietMetVrijwilliger: "onderwerp",
    DelenVerkeerdeVolgorde: "eind_datum",
    DelenZonderJa: "grond",
    DelenTegenWens: "toch",
    DelenZonderVertegenwoordiger: "toch",
}
"""At which field each refusal is told."""


class DeelForm(RechtForm):
    """The ground first; who says yes is only asked where that ground needs it (RES-01, RES-12)."""

    def __init__(self, omgeving: Omgeving, beeld: RechtenBeeld) -> None:
        super().__init__(omgeving, beeld, "deel", beeld.huishouden.id, "delen")
        profiel, t = omgeving.plek.profiel, self.t
        self._afspraak, self._tegen = profiel.delen, False
        self.ask(("over_id", self.members(beeld.in_plan), UUID))
        gronden = [optie for optie in profiel.lijst("delen_grond").opties() if self._afspraak.aan_tafel(optie[0])]
        self.ask(("grond", self.chips("grond", gronden), None))
        self._no_yes = PlainLabel(self.theme, t("grond.zonder_ja"), kleur="inkt2", wrap=True)
        self.body.addWidget(self._no_yes)
        wetten = self.chips("over_wetten", [("nee", t("over_wetten.nee")), ("ja", t("over_wetten.ja"))])
        self.ask(("over_wetten", wetten, None))
        self.ask(("aan", self.chips("aan", [(een.name, t(f"aan.{een.name.lower()}")) for een in Aan]), None))
        self._to = Pick(self.theme, [], typen=True)
        self.ask(("ontvanger", self._to, lees_regel), ("onderwerp", *self.from_list("deel_onderwerpen")))
        self.ask(("doel", *self.from_list("deel_doelen")), ("eind_datum", *self.day()))
        self._yes, self._givers, self._givers_of = QVBoxLayout(), list[tuple[str, str]](), ""
        self.body.addLayout(self._yes)
        self.ask(("hoe", self.chips("hoe", [(een.name, t(f"hoe.{een.name.lower()}")) for een in Hoe]), None))
        self.ask(("toch", LineEdit(self.theme), lees_regel))
        begin = {"aan": Aan.ORGANISATIE.name, "over_wetten": "nee", "hoe": Hoe.GEZEGD.name}
        if beeld.leden:
            begin["over_id"] = str(beeld.leden[0].id)
        for naam, text in begin.items():
            self.fields.prefill(naam, text)
        self.fields.edited.connect(lambda _: self._show_asked())
        self._show_asked()
        self.ready(self._save, dict(_WAAR))

    def _show_asked(self) -> None:
        met_ja = self._afspraak.vraagt_ja(self.fields.text("grond"))
        self._show_givers(met_ja)
        self._show_receivers()
        self.show_field("over_id", len(self.beeld.in_plan) > 1)
        self.show_field("hoe", met_ja and bool(self._givers))
        self.show_field("toch", self._tegen)
        met_plan = self.fields.value("onderwerp") in (delen.PLAN, delen.ALLES)
        self.fields.set_hint("onderwerp", self.t("onderwerp.plan") if met_plan else "")
        self._no_yes.setVisible(bool(self.fields.text("grond")) and not met_ja)

    def _show_givers(self, met_ja: bool) -> None:
        """The boxes of who decides about this person and this subject; what was ticked stays for who is still there."""
        over = self.fields.text("over_id")
        gevers = self.beeld.gevers.get(UUID(over), ()) if over and met_ja else ()
        options = [(str(gever.id), self.name_of(gever)) for gever in gevers]
        benoemd = self.beeld.namens.get(UUID(over), ()) if over and met_ja else ()
        onderwerp = self.fields.value("onderwerp") or ""
        namens = [(f"{_NAMENS}{een.bron_id}", een.woorden) for een in benoemd if een.beslist_over(onderwerp)]
        options += namens
        if options == self._givers and (options or not met_ja):
            return
        ticked = self.fields.text(_JA) if _JA in self._shown and over == self._givers_of else ""
        if _JA in self._shown:
            self.forget(_JA)
        clear_layout(self._yes)
        self._givers, self._givers_of = options, over
        if options:
            self.ask((_JA, Ticks(self.theme, options, "ja"), None), place=self._yes)
            self.fields.fill({_JA: ticked})
            if namens:
                self._yes.addWidget(PlainLabel(self.theme, self.t("benoemd.uitleg"), kleur="inkt2", wrap=True))
        elif met_ja:
            self._yes.addWidget(PlainLabel(self.theme, self.t("leeg.gevers"), kleur="letop", wrap=True))

    def _show_receivers(self) -> None:
        """Whom one can choose: partners of the municipality, or who is known here; nobody is typed twice."""
        aan = self.fields.text("aan")
        namen: dict[str, list[str]] = {
            Aan.ORGANISATIE.name: [partner.naam for partner in self.omgeving.plek.profiel.partners],
            Aan.CLIENTONDERSTEUNER.name: list(self.beeld.ondersteuners),
            Aan.NETWERK.name: list(self.beeld.naasten),
            Aan.VRIJWILLIGER.name: list(self.beeld.vrijwilligers),
        }
        options = [("", naam) for naam in namen.get(aan, [])]
        if [self._to.itemText(plaats) for plaats in range(self._to.count())] != [naam for _, naam in options]:
            self._to.set_options(options)

    def _save(self, values: dict[str, Any], sleutel: str) -> Changes:
        gekozen = (values.pop(_JA, None) or "").split()
        ja_van = tuple(UUID(wie) for wie in gekozen if not wie.startswith(_NAMENS))
        over = values.pop("over_id", None) or self.beeld.leden[0].id
        benoemd = self.beeld.namens.get(over, ())
        namens = tuple(een.woorden for een in benoemd if f"{_NAMENS}{een.bron_id}" in gekozen)
        invoer = NieuwDelen(
            over_id=over,
            onderwerp=values["onderwerp"] or "",
            ontvanger=values["ontvanger"] or "",
            aan=Aan[values["aan"]],
            doel=values["doel"],
            grond=values["grond"],
            over_wetten=values["over_wetten"] == "ja",
            eind_datum=values["eind_datum"],
            ja_van=ja_van,
            namens=namens,
            hoe=Hoe[values.get("hoe") or Hoe.GEZEGD.name],
            toch=values.get("toch"),
        )
        return delen.deel(self.omgeving.plek, self.beeld.huishouden.id, invoer, self.herkomst, sleutel)

    def _restore(self, texts: dict[str, str]) -> None:
        """Who said yes is asked once it is known of whom and on which ground; who cannot say it any more is not."""
        self.fields.fill(texts)
        self._tegen = self._tegen or "toch" in texts
        self._show_asked()
        super()._restore(texts)

    def _refused(self, fout: Exception) -> None:
        """Against a wish, or without a curator or mentor: then the reason is asked. A yes that is missing is told where
        people tick it.
        """
        if isinstance(fout, DelenTegenWens | DelenZonderVertegenwoordiger):
            self._tegen = True
            self._show_asked()
        self._where[DelenZonderJa] = _JA if _JA in self._shown else "grond"
        super()._refused(fout)


class TerugForm(RechtForm):
    """Who takes it back: who decides about that person (RES-01)."""

    def __init__(self, omgeving: Omgeving, beeld: RechtenBeeld, deling: Deling) -> None:
        super().__init__(omgeving, beeld, "terug", deling.toestemming.id, "terug")
        self._deling = deling
        gevers = beeld.gevers.get(deling.toestemming.waarover_id, ())
        keuzes = [(str(gever.id), self.name_of(gever)) for gever in gevers]
        toestemming = deling.toestemming
        eigen = (f"{toestemming.inwoner_id} {_NAMENS if toestemming.namens else ''}".strip(), deling.gever)
        self.ask(("door_id", Pick(self.theme, keuzes if eigen in keuzes else [eigen, *keuzes]), str.split))
        self.fields.prefill("door_id", eigen[0])
        self.ready(self._save, {})

    def _save(self, values: dict[str, Any], _sleutel: str) -> Changes:
        toestemming = self._deling.toestemming
        bases = self.beeld.bases[toestemming.id]
        door_id, *namens = values["door_id"]
        wie = (toestemming.namens or "") if namens else ""
        return delen.trek_in(self.omgeving.plek, toestemming, bases, UUID(door_id), self.herkomst, wie)


class LieverForm(RechtForm):
    """What one would rather not, in neutral words; nobody asks why (RES-15)."""

    soort = Afzien

    def __init__(self, omgeving: Omgeving, beeld: RechtenBeeld) -> None:
        super().__init__(omgeving, beeld, "afzien", beeld.huishouden.id, "liever")
        t, gebieden = self.t, omgeving.plek.profiel.leefgebieden.leefgebieden
        self.ask(("inwoner_id", self.members(), UUID))
        self.ask(("waarvan", self.chips("waarvan", [(een.name, t(f"waarvan.{een.value}")) for een in Waarvan]), None))
        self.ask(("leefgebied", Pick(self.theme, [(gebied.sleutel, gebied.naam) for gebied in gebieden]), None))
        self.ask(("waarover", LineEdit(self.theme), lees_regel))
        self.ask(("woorden", LineEdit(self.theme), None))
        if beeld.leden:
            self.fields.prefill("inwoner_id", str(beeld.leden[0].id))
        self.fields.prefill("waarvan", Waarvan.LEEFGEBIED.name)
        self.fields.edited.connect(lambda _: self._show_asked())
        self._show_asked()
        self.ready(self._save, {AfzienZonderWaarover: "waarover"})

    def _show_asked(self) -> None:
        waarvan = self.fields.text("waarvan")
        self.show_field("inwoner_id", len(self.beeld.leden) > 1)
        self.show_field("leefgebied", waarvan == Waarvan.LEEFGEBIED.name)
        self.show_field("waarover", waarvan in (Waarvan.DELEN.name, Waarvan.HULP.name))

    def _save(self, values: dict[str, Any], sleutel: str) -> Changes:
        velden = {
            "inwoner_id": values.get("inwoner_id") or self.beeld.leden[0].id,
            "waarvan": Waarvan[values["waarvan"]],
            "waarover": values.get("leefgebied") or values.get("waarover"),
            "woorden": values["woorden"],
        }
        return afzien.leg_vast(self.omgeving.plek, self.beeld.huishouden.id, velden, self.herkomst, sleutel)


class VerzoekForm(RechtForm):
    """To see, to put right or to take away what is written here (RES-11)."""

    soort = Verzoek
    anders: ClassVar[Mapping[str, str]] = {"wat": "waarover"}

    def __init__(self, omgeving: Omgeving, beeld: RechtenBeeld) -> None:
        super().__init__(omgeving, beeld, "verzoek", beeld.huishouden.id, "verzoek")
        t = self.t
        soorten = [(een.name, t(f"verzoek.{een.value}")) for een in Verzoeksoort]
        bewoners = [(str(mens.id), self.name_of(mens)) for mens in beeld.leden]
        eerste = [naaste.relaties[0].id for naaste in beeld.buiten]
        buiten = [(str(een), t("verzoek.woont_niet_hier", wie=beeld.naasten_van[een])) for een in eerste]
        self._buiten = {sleutel for sleutel, _ in buiten}
        self.ask(("over_wie", Pick(self.theme, [*bewoners, *buiten]), None))
        self.ask(("verzoek", self.chips("verzoek", soorten), None))
        namen = dict.fromkeys(self.name_of(gever) for gevers in beeld.gevers.values() for gever in gevers)
        door = Pick(self.theme, [("", naam) for naam in namen], typen=True)
        door.set_text("")
        self.ask(("door", door, lees_regel), ("ontvangen_datum", *self.day()))
        self.ask(("wat", LineEdit(self.theme), None))
        if bewoners:
            self.fields.prefill("over_wie", bewoners[0][0])
        self.fields.prefill("verzoek", Verzoeksoort.INZAGE.name)
        self.show_field("over_wie", len(bewoners) + len(buiten) > 1)
        self.ready(
            self._save,
            {VerzoekZonderWie: "over_wie", VerzoekInToekomst: "ontvangen_datum", VerzoekZonderWaarover: "wat"},
        )

    def _save(self, values: dict[str, Any], sleutel: str) -> Changes:
        wie = values.get("over_wie") or str(self.beeld.leden[0].id)
        velden = {
            "relatie_id" if wie in self._buiten else "inwoner_id": UUID(wie),
            "verzoek": Verzoeksoort[values["verzoek"]],
            "door": values["door"],
            "waarover": values["wat"],
            "ontvangen_datum": values["ontvangen_datum"],
        }
        return verzoek.neem_op(self.omgeving.plek, self.beeld.huishouden.id, velden, self.herkomst, sleutel)


class AntwoordForm(RechtForm):
    """What becomes of a request; a no has a reason (AVG art. 12 lid 4)."""

    soort = Verzoek

    def __init__(self, omgeving: Omgeving, beeld: RechtenBeeld, een: Verzoek) -> None:
        super().__init__(omgeving, beeld, "verzoekantwoord", een.id, "antwoord")
        self._verzoek = een
        niet = {Uitkomst.BEZIG} if een.verzoek is not Verzoeksoort.WISSEN else set()
        niet |= set() if verzoek.kan_langer(omgeving.plek, een) else {Uitkomst.LANGER}
        kan = [uitkomst for uitkomst in Uitkomst if uitkomst not in niet]
        self.ask(("uitkomst", self.chips("uitkomst", [(u.name, self.t(f"uitkomst.{u.value}")) for u in kan]), None))
        self.ask(("antwoord", LineEdit(self.theme), None))
        self.fields.prefill("uitkomst", Uitkomst.GEDAAN.name)
        self.ready(self._save, {VerzoekZonderReden: "antwoord"}, een)

    def _save(self, values: dict[str, Any], sleutel: str) -> Changes:
        een, uitkomst = self._verzoek, Uitkomst[values["uitkomst"]]
        bases, plek = self.beeld.bases[een.id], self.omgeving.plek
        return verzoek.beantwoord(plek, een, bases, uitkomst, values["antwoord"], self.herkomst, sleutel)
