"""A deskundige in the onderzoek: whom one asks what and what the resident says to it, that it went out, and the answer.

One form for each step, so that nothing is asked before its time (OND-15, REG-22).
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.delen import DelenZonderAfspraak
from kernnetwerk_app.domain.deskundige import (
    Deskundige,
    DeskundigeInToekomst,
    DeskundigeNeeVanAnder,
    DeskundigeNietHier,
    DeskundigeVerkeerdeVolgorde,
    DeskundigeZonderAntwoord,
    DeskundigeZonderJa,
    DeskundigeZonderNaam,
    DeskundigeZonderPersoon,
    DeskundigeZonderVraag,
    Stand,
)
from kernnetwerk_app.domain.tekst import lees_regel
from kernnetwerk_app.domain.toestemming import DelenZonderJa, DelenZonderVertegenwoordiger
from kernnetwerk_app.services import deskundige
from kernnetwerk_app.services.deskundige import DeskundigenBeeld, Deskundigenregel, NieuweVraag, Vindt
from kernnetwerk_app.services.deskundigeja import genoemde_partners
from kernnetwerk_app.services.mensen import MensenBeeld
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.fold_form import Cell
from kernnetwerk_app.ui.forms.mens_form import MensForm, toon_dag
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.ticks import Ticks
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_JA, _DAG, _TOCH = "ja_van_", "gevraagd_datum", "toch"
_GEZIEN = "gezien"
"""Kept with what they said to it: the question as it stood, what they would rather not, and who could say so. It is no
field."""


class _DeskundigeForm(MensForm):
    """Derive from it, add rows, then `ready`."""

    tekst = "deskundige"

    def __init__(
        self, omgeving: Omgeving, mensen: MensenBeeld, van: DeskundigenBeeld, regel: Deskundigenregel | None
    ) -> None:
        een = regel.deskundige if regel is not None else None
        super().__init__(omgeving, mensen, Deskundige, load(self.tekst)(f"formulier.{self.naam}"), een)
        self._van, self._regel = van, regel
        self._wish = Notice(self.theme, "")
        self._wish.setObjectName("liever")
        self._wish.hide()

    def _show_wish(self, over: str, *namen: str | None) -> None:
        """What this person would rather not with this one (RES-15): it closes no way, and is seen first."""
        zinnen = deskundige.liever_niet(self._van, UUID(over), *namen) if over else ()
        self._wish.set_state(" ".join(zinnen), "letop", icon="zelf")
        self._wish.setVisible(bool(zinnen))

    def _end(self, veld: str) -> None:
        """It need not go on. What stands typed here stays kept, and is there again when somebody opens it after all."""
        self._concept.leave(self._let_go)

    def _let_go(self) -> None:
        """Only now it is closed: what could not be kept can still be changed and copied. Pressed twice it ends once."""
        plek, regel, herkomst = self.omgeving.plek, self._regel, self.herkomst
        if regel is not None and self.isEnabled():
            self.setEnabled(False)
            self.omgeving.tasks.write(
                self,
                lambda: deskundige.laat_vervallen(plek, regel, herkomst),
                lambda _: self._taken_in(),
                self._refused,
            )


class VraagForm(_DeskundigeForm):
    """Whom one asks and what; the resident's yes first, and only after a yes the day on which it went out."""

    naam = "deskundigenvraag"

    def __init__(
        self, omgeving: Omgeving, mensen: MensenBeeld, van: DeskundigenBeeld, regel: Deskundigenregel | None = None
    ) -> None:
        super().__init__(omgeving, mensen, van, regel)
        self._tegen = False
        self._whom_gone = False
        """Whether what was kept was about somebody who does not live here any more: then it is asked anew."""
        profiel, theme, t = omgeving.plek.profiel, self.theme, self.t
        self._ja: dict[str, str] = {}
        self._add_whom()
        functies = [("", keuze.label) for keuze in profiel.deskundigenlijst.keuzes]
        partners = [("", partner.naam) for partner in profiel.partners]
        self.add_row(
            Cell("naam", LineEdit(theme), 1, lees_regel),
            Cell("functie", Pick(theme, functies, typen=True), 1, self._lees_functie, profiel.deskundigenlijst.label),
            Cell("organisatie", Pick(theme, partners, typen=True), 1, lees_regel),
        )
        self.body.addWidget(self._wish)
        self.add_row(Cell("vraag", GrowingTextEdit(theme, lines=2), 1))
        vindt = [(een.value, t(f"vindt.{een.name.lower()}")) for een in (Vindt.NOG_NIET, Vindt.JA, Vindt.NEE)]
        self.add_row(Cell("vindt", Pick(theme, vindt), 1), self.day(_DAG, 1))
        self._add_givers()
        self.add_row(Cell(_TOCH, LineEdit(theme), 1, lees_regel))
        if regel is not None:
            self.add_over("vervallen_datum")
        self.fields.edited.connect(lambda _: self._show_asked())
        where = {
            DeskundigeNietHier: "inwoner_id" if regel is None else "vraag",
            DeskundigeNeeVanAnder: "vindt",
            DeskundigeZonderNaam: "naam",
            DeskundigeZonderVraag: "vraag",
            DeskundigeZonderJa: _DAG,
            DeskundigeInToekomst: _DAG,
            DeskundigeVerkeerdeVolgorde: _DAG,
            DelenZonderJa: "vindt",
            DelenZonderVertegenwoordiger: _TOCH,
        }
        self.ready(dict(where), self._begin(regel))
        self._show_asked()

    def _lees_functie(self, getypt: str) -> str:
        return self.omgeving.plek.profiel.deskundigenlijst.waarde(lees_regel(getypt))

    def _add_whom(self) -> None:
        """Chosen once: of a question that is there it is said, for about whom it is does not change."""
        cell = self.who("inwoner_id", 1)
        self.add_row(replace(cell, lees=_lees_wie, verplicht=True))
        if self._regel is not None and not self._is_of_one():
            self.body.addWidget(
                PlainLabel(self.theme, self.t("over_wie", wie=self._regel.over or self.t("onbekend")), wrap=True)
            )

    def _is_of_one(self) -> bool:
        """Whether it goes without saying about whom it is: one person lives here."""
        alle = {mens.id for mens in self._van.leden} | ({self._regel.over_id} if self._regel is not None else set())
        return len(alle) == 1

    def _over(self) -> str:
        """About whom it is by now; nothing while that is asked anew."""
        if self._regel is not None:
            return str(self._regel.over_id)
        return self.fields.text("inwoner_id") or ("" if self._whom_gone else str(self._van.leden[0].id))

    def _add_givers(self) -> None:
        """Boxes only where more than one has a say about a person; who decides alone is not asked who that is."""
        for mens in self._van.leden:
            gevers = self._van.gevers[mens.id]
            if len(gevers) > 1:
                naam = self._ja[str(mens.id)] = f"{_JA}{mens.id}"
                boxes = Ticks(self.theme, [(een.sleutel, een.naam or self.t("onbekend")) for een in gevers], naam)
                field = Field(self.theme, self.t("veld.ja_van"), boxes, below=True)
                self.fields.add(naam, field, boxes)
                self.body.addWidget(field)

    def _begin(self, regel: Deskundigenregel | None) -> dict[str, str]:
        if regel is None:
            return {"inwoner_id": str(self._van.leden[0].id)}
        een, profiel = regel.deskundige, self.omgeving.plek.profiel
        return {
            "naam": een.naam or "",
            "functie": profiel.deskundigenlijst.label(een.functie),
            "organisatie": een.organisatie or "",
            "vraag": een.vraag or "",
            "vindt": (Vindt.NEE if regel.stand is Stand.NEE else Vindt.NOG_NIET).value,
        }

    def _show_asked(self) -> None:
        is_ja = self.fields.text("vindt") == Vindt.JA.value
        over = self._over()
        self.fields.set_visible("inwoner_id", self._regel is None and (self._whom_gone or not self._is_of_one()))
        self._show_wish(over, *(self.fields.text(veld) for veld in ("naam", "functie", "organisatie")))
        self.fields.set_visible(_DAG, is_ja)
        self.fields.set_visible(_TOCH, self._tegen)
        for wie, naam in self._ja.items():
            self.fields.set_visible(naam, is_ja and wie == over)

    def _restore(self, texts: dict[str, str]) -> None:
        super()._restore(self._as_now(texts))
        self._show_asked()

    def texts(self) -> dict[str, str]:
        """With about whom it is, also where nobody touched that: who stands first may be another one by then. With what
        they said of it also to what, and who could.
        """
        kept = super().texts()
        if kept and self._regel is None:
            kept |= {"inwoner_id": self._over()}
        return kept | {_GEZIEN: self._seen(self._over())} if "vindt" in kept else kept

    def _seen(self, over: str) -> str:
        """What stands here before anybody types: to what they say yes or no, and each who can about this person."""
        gevers = self._van.gevers.get(UUID(over), ()) if over else ()
        vraag = self._begin(self._regel) if self._regel is not None else {}
        wishes = [str(een.afzien.id) for een in self._van.liever if str(een.over_id) == over]
        return "\n".join((*vraag.values(), *wishes, *(f"{een.sleutel} {een.naam}" for een in gevers)))

    def _as_now(self, texts: dict[str, str]) -> dict[str, str]:
        """What was kept, for who lives here by now: nobody takes the place of somebody else. What was typed stays; what
        they said of it, and who did, only while all stands as they saw it, and else it is asked anew.
        """
        over = str(self._regel.over_id) if self._regel is not None else texts.get("inwoner_id", "")
        is_same = texts.get(_GEZIEN) and texts[_GEZIEN] == self._seen(over)
        if not is_same:
            texts = {veld: text for veld, text in texts.items() if veld != "vindt" and not veld.startswith(_JA)}
        if self._regel is not None or "inwoner_id" not in texts:
            return texts
        wie = self.beeld.kent.get(UUID(texts["inwoner_id"])) if texts["inwoner_id"] else None
        if wie is None or wie.id not in {mens.id for mens in self._van.leden}:
            self._ask_whom()
            return texts | {"inwoner_id": ""}
        return texts | {"inwoner_id": str(wie.id)}

    def _ask_whom(self) -> None:
        self._whom_gone, choice = True, self.fields.editor("inwoner_id")
        assert isinstance(choice, Pick)  # noqa: S101  made above
        choice.set_options([("", self.t("kies_wie")), *self.members()])

    def asked(self) -> list[str]:
        """Only what is in sight."""
        return self.fields.visible()

    def read_values(self, values: dict[str, Any]) -> dict[str, Any]:
        wie = UUID(self._over())
        gevers, gekozen = self._van.gevers.get(wie, ()), (values.get(self._ja.get(str(wie), "")) or "").split()
        ja = [een for een in gevers if len(gevers) == 1 or een.sleutel in gekozen]
        velden = {veld: values.get(veld) for veld in ("naam", "functie", "organisatie", "vraag", _TOCH, _DAG)}
        return velden | {
            "inwoner_id": wie,
            "vindt": Vindt(values["vindt"]),
            "ja_van": tuple(een.wie_id for een in ja if een.wie_id is not None),
            "namens": tuple(een.namens for een in ja if een.namens),
        }

    def _keep(self, velden: Mapping[str, Any], sleutel: str = "") -> Changes:
        invoer = NieuweVraag(**velden)
        return deskundige.schrijf(self.omgeving.plek, self._van, invoer, self._regel, self.herkomst, sleutel)

    def _refused(self, fout: Exception) -> None:
        """Without a curator or mentor: then the reason is asked. A yes that is missing is told where people tick it."""
        if isinstance(fout, DelenZonderVertegenwoordiger):
            self._tegen = True
            self._show_asked()
        boxes = self._ja.get(self._over())
        self._where[DelenZonderJa] = boxes or "vindt"
        self._where[DelenZonderAfspraak] = self._where_it_works()
        super()._refused(fout)

    def _where_it_works(self) -> str:
        """In which field the organisation is named."""
        plek = self.omgeving.plek
        genoemd = (veld for veld in ("naam", "functie") if genoemde_partners(plek, self.fields.text(veld)))
        return "organisatie" if self.fields.text("organisatie") else next(genoemd, "organisatie")


class StelForm(_DeskundigeForm):
    """There is a yes: the question goes out, and on which day."""

    naam = "deskundigegevraagd"

    def __init__(self, omgeving: Omgeving, mensen: MensenBeeld, van: DeskundigenBeeld, regel: Deskundigenregel) -> None:
        super().__init__(omgeving, mensen, van, regel)
        self._gevraagd = regel
        self.body.addWidget(PlainLabel(self.theme, regel.wie, vet=True, wrap=True))
        self.body.addWidget(PlainLabel(self.theme, regel.deskundige.vraag or "", wrap=True))
        self.body.addWidget(self._wish)
        een = regel.deskundige
        functie = omgeving.plek.profiel.deskundigenlijst.label(een.functie)
        self._show_wish(str(regel.over_id), een.naam, functie, een.organisatie)
        self.add_row(self.day(_DAG, 1, hint=self.t("hint.vandaag")))
        self.add_over("vervallen_datum")
        self.ready({DeskundigeZonderJa: _DAG, DeskundigeInToekomst: _DAG, DeskundigeVerkeerdeVolgorde: _DAG})

    def _keep(self, velden: Mapping[str, Any], sleutel: str = "") -> Changes:
        return deskundige.stel(self.omgeving.plek, self._gevraagd, velden[_DAG], self.herkomst, sleutel)


class DeskundigeantwoordForm(_DeskundigeForm):
    """What came back, for the resident to read, and what is for colleagues only."""

    naam = "deskundigeantwoord"

    def __init__(self, omgeving: Omgeving, mensen: MensenBeeld, van: DeskundigenBeeld, regel: Deskundigenregel) -> None:
        super().__init__(omgeving, mensen, van, regel)
        self._gevraagd, een = regel, regel.deskundige
        dag = datum_kort(een.gevraagd_datum, jaar=True) if een.gevraagd_datum is not None else ""
        self.body.addWidget(PlainLabel(self.theme, regel.wie, vet=True, wrap=True))
        gevraagd = self.t("gevraagd", datum=dag, door=regel.door, vraag=een.vraag or "")
        self.body.addWidget(PlainLabel(self.theme, gevraagd, wrap=True))
        for ook in regel.ook:
            schrijf_erbij = self.t("antwoord_van_ook", wie=ook.wie)
            self.body.addWidget(Notice(self.theme, f"{_begin_zin(_ook(ook))}. {schrijf_erbij}"))
        if regel.stand is Stand.JA_TERUG:
            self.body.addWidget(Notice(self.theme, f"{_begin_zin(_tot_nu(regel))}."))
        self.add_row(Cell("antwoord", GrowingTextEdit(self.theme, lines=3), 1))
        self.add_row(self.day("antwoord_datum", 1, hint=self.t("hint.vandaag")))
        self.add_row(Cell("notitie", GrowingTextEdit(self.theme, lines=2), 1))
        if regel.stand in (Stand.GEVRAAGD, Stand.JA_TERUG):
            self.add_over("vervallen_datum")
        dag = toon_dag(een.antwoord_datum)
        begin = {"antwoord": een.antwoord or "", "antwoord_datum": dag, "notitie": een.notitie or ""}
        waar = {DeskundigeInToekomst: "antwoord_datum", DeskundigeVerkeerdeVolgorde: "antwoord_datum"}
        self.ready({**waar, DeskundigeZonderAntwoord: "antwoord"}, begin)

    def _keep(self, velden: Mapping[str, Any], sleutel: str = "") -> Changes:
        return deskundige.beantwoord(self.omgeving.plek, self._gevraagd, velden, self.herkomst, sleutel)


def _lees_wie(sleutel: str) -> UUID:
    """The member that was chosen. Raises `DeskundigeZonderPersoon` for nobody."""
    if not sleutel:
        raise DeskundigeZonderPersoon
    return UUID(sleutel)


def form_voor(
    omgeving: Omgeving, mensen: MensenBeeld, van: DeskundigenBeeld, regel: Deskundigenregel
) -> VraagForm | StelForm | DeskundigeantwoordForm:
    """The next step of this question."""
    if regel.stand in (Stand.NOG_VRAGEN, Stand.NEE):
        return VraagForm(omgeving, mensen, van, regel)
    if regel.stand is Stand.MAG:
        return StelForm(omgeving, mensen, van, regel)
    return DeskundigeantwoordForm(omgeving, mensen, van, regel)


def wie_en_over(regel: Deskundigenregel, met_wie: bool) -> str:
    """Whom one asked, and (`met_wie`) about whom."""
    t = load("deskundige")
    over = t("over", wie=regel.over or t("onbekend")) if met_wie else ""
    return f"{_begin_zin(regel.wie)}{over}"


def hoe_ver(regel: Deskundigenregel) -> str:
    """How far this question is, in one line, and what else went out beside it; the resident may look along."""
    zin = "; ".join((_tot_nu(regel), *(_ook(een) for een in regel.ook)))
    return load("deskundige")("niet_gevraagd", zin=zin, anders=regel.anders) if regel.anders else zin


def _ook(regel: Deskundigenregel) -> str:
    """What a colleague asked on another laptop, of whom and with whose yes; and who took that back."""
    t, een = load("deskundige"), regel.deskundige
    dag = datum_kort(een.gevraagd_datum, jaar=True) if een.gevraagd_datum is not None else ""
    woorden = {"wie": regel.wie, "door": regel.door, "vraag": een.vraag or "", "ja": ", ".join(regel.ja)}
    zin = t("ook_gevraagd", datum=dag, **woorden)
    terug = t("ook_terug", wie=regel.wie, terug=toon_dag(regel.terug), terug_door=regel.terug_door)
    return f"{zin}; {terug}" if regel.stand is Stand.JA_TERUG else zin


def _tot_nu(regel: Deskundigenregel) -> str:
    t, een = load("deskundige"), regel.deskundige
    dag = datum_kort(een.gevraagd_datum, jaar=True) if een.gevraagd_datum is not None else ""
    op = datum_kort(een.antwoord_datum, jaar=True) if een.antwoord_datum is not None else ""
    woorden = {"vraag": een.vraag or "", "ja": ", ".join(regel.ja), "datum": dag, "op": op}
    woorden |= {"terug": toon_dag(regel.terug), "terug_door": regel.terug_door}
    sleutel = f"stand.{regel.stand.name.lower()}"
    return t(f"{sleutel}_laat" if regel.laat else sleutel, **woorden, antwoord=een.antwoord or "")


def _begin_zin(woorden: str) -> str:
    return f"{woorden[:1].upper()}{woorden[1:]}"
