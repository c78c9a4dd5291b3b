"""*Wie is wie*: the people around a resident with what they do, since when and how to reach them (RES-08, RES-16).

*Wie weet wat* tells what was agreed and shared; this is the sheet to look somebody up on. Who reads it for the resident
sees the network too; who only sits at the table sees who comes on behalf of the plan, and nothing of anyone else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from kernnetwerk_app.documents.blad_pdf import Bladdeel, Feit, Kaartje, delen_pdf
from kernnetwerk_app.documents.sheet import Sheet
from kernnetwerk_app.domain.base import VoorWie, mag_zien
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.huishouden import Huishouden, Regie
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.naamgenoot import naamsleutel
from kernnetwerk_app.domain.overdracht import Overdracht, Overdrachtstand
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm
from kernnetwerk_app.domain.plan import Ondersteuningsplan, PlanStatus, Wie
from kernnetwerk_app.domain.relatie import FORMEEL, MANTELZORG, Relatie, is_vrijwilliger
from kernnetwerk_app.domain.tekst import achter_elkaar, een_regel
from kernnetwerk_app.domain.voorziening import toon_nummer
from kernnetwerk_app.services import mensen, netwerk, vertrouwen
from kernnetwerk_app.services.benoemd import kiest_zelf
from kernnetwerk_app.services.bijzonderheid import check_post
from kernnetwerk_app.services.geadresseerde import laatste_melding, noem
from kernnetwerk_app.services.huisstijl import stijl_van
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.lezers import Lezend, beslissend
from kernnetwerk_app.services.ontvanger import naar_wie
from kernnetwerk_app.services.ontvanger import noem as noem_medewerkers
from kernnetwerk_app.services.planinhoud import doener
from kernnetwerk_app.services.planmaker import ook_van_ons
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.services.wie_weet_wat import Helper, helpers
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import Tekst, load

DELEN = ("vast", "beroep", "vrijwillig", "mantelzorg", "naasten", "verder")
"""The parts in the order of the paper; keys of `kop`."""


def load_pdf(plek: Werkplek, huishouden_id: UUID, vorm: Papiervorm = GEWOON, aan: Lezend | None = None) -> bytes:
    """The paper for this reader; raises `BestaatNiet`, `InwonerIsOverleden` and DocumentError."""
    t = load("wie_is_wie").met(plek.profiel.zeg)
    with plek.store.read() as lezer:
        check_post(lezer, huishouden_id)
        aan = aan or beslissend(plek, lezer, huishouden_id, laatste_melding(lezer, huishouden_id))[0]
        delen = build(plek, lezer, huishouden_id, aan)
    sheet = Sheet(plek.profiel.naam, t("titel"), plek.vandaag, aan.regels, (t("voet"),))
    return delen_pdf(sheet, delen, stijl_van(plek, vorm))


def build(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, aan: Lezend) -> tuple[Bladdeel, ...]:
    """Everybody whom this reader may see, each once, under what they are; no heading above nobody."""
    bouw = _Bouw(plek, lezer, huishouden_id, aan)
    kaartjes = bouw.kaartjes()
    t = bouw.t
    return tuple(
        Bladdeel(t(f"kop.{deel}"), tuple(kaartjes[deel]), bouw.zinnen(deel))
        for deel in DELEN
        if kaartjes[deel] or bouw.zinnen(deel)
    )


class _Bouw:
    def __init__(self, plek: Werkplek, lezer: Lezer, huishouden_id: UUID, aan: Lezend) -> None:
        self.plek, self.lezer, self.niveau, self.aan = plek, lezer, aan.niveau, aan
        self.huishouden = lezer.get(Huishouden, huishouden_id)
        self.t: Tekst = load("wie_is_wie").met(plek.profiel.zeg)
        self._gehad: set[str] = set()
        """Who stands on it already, by name: somebody in the plan is often in the network too."""

    def kaartjes(self) -> dict[str, list[Kaartje]]:
        gevonden: dict[str, list[Kaartje]] = {deel: [] for deel in DELEN}
        vertrouwd = self._vertrouwd()
        for deel, kaartje in (*self._vast(), *self._van_plan(), *self._uit_netwerk()):
            naam = naamsleutel(kaartje.naam)
            if naam not in self._gehad:
                self._gehad.add(naam)
                zin = vertrouwd.get(naam)
                gevonden[deel].append(replace(kaartje, tekst=achter_elkaar(kaartje.tekst, zin)) if zin else kaartje)
        return gevonden

    def _vertrouwd(self) -> dict[str, str]:
        """By name, role and what was agreed of who speaks up for the resident (NET-17)."""
        if not mag_zien(self.niveau, Relatie.voor):
            return {}
        alle = vertrouwen.vertrouwden(self.plek, self.lezer, self.huishouden.id)
        return {naamsleutel(een.naam): vertrouwen.zin(self.plek, een) for een in alle}

    def zinnen(self, deel: str) -> tuple[str, ...]:
        """Who has the regie, who else helped with the plan (PLAN-17), and who comes in place of the contact person."""
        if deel == "vast":
            niemand = () if self.huishouden.contactpersoon_id is not None else (self.t("vast.niemand"),)
            hielpen = [een_regel(van.samen_met) for van in self._plannen() if van.samen_met]
            return (*niemand, *(self.t("vast.samen_met", wie=wie) for wie in hielpen if wie))
        if deel != "verder":
            return ()
        return tuple(filter(None, (self._regie(), self.plek.profiel.vervanging)))

    def _plannen(self) -> list[Ondersteuningsplan]:
        """The plan of this household, for who may read who stand around the resident."""
        if self.niveau is VoorWie.TAFEL:
            return []
        return self.lezer.find(
            Ondersteuningsplan, huishouden_id=self.huishouden.id, kind_id=None, status=PlanStatus.ACTIEF
        )[:1]

    def _regie(self) -> str:
        """In words for the resident; who reads it in their place reads of whom it is said."""
        if self.niveau is VoorWie.TAFEL:
            return ""
        mens, regie = hoofdpersoon(self.lezer, self.huishouden.id), self.huishouden.regie
        if regie is Regie.INWONER and not kiest_zelf(self.plek, self.lezer, mens):
            return ""
        soort = regie.name.lower()
        if not self.aan.is_ander:
            return self.t(f"regie.{soort}")
        wie = noem(mens)
        return self.t(f"regie_van.{soort}", wie=wie[:1].upper() + wie[1:]) if wie else ""

    def _vast(self) -> Iterator[tuple[str, Kaartje]]:
        """The contact person since their first question, and who took the question over (REG)."""
        vast = self.lezer.find_one(Medewerker, self.huishouden.contactpersoon_id)
        if vast is not None:
            meldingen = self.lezer.find(Melding, huishouden_id=self.huishouden.id, contactpersoon_id=vast.id)
            dagen = [melding.aangenomen_datum for melding in meldingen if melding.aangenomen_datum]
            sinds = min(dagen, default=None)
            yield "vast", self._kaartje(vast.naam, self.t("rol.contactpersoon"), sinds, vast.telefoon, vast.werkgever)
        if self.niveau is VoorWie.TAFEL:
            return
        for van in self._plannen():
            wie = ook_van_ons(self.lezer, van, vast)
            if wie is not None:
                yield "vast", self._kaartje(wie.naam, self.t("rol.planmaker"), None, wie.telefoon, wie.werkgever)
        namen = noem_medewerkers(self.lezer.find(Medewerker))
        for een in self.lezer.find(Overdracht, huishouden_id=self.huishouden.id):
            if een.stand is Overdrachtstand.AANGENOMEN and self.plek.profiel.delen.aan_tafel(een.grond):
                wie = self.lezer.find_one(Medewerker, een.naar_id)
                nummer = wie.telefoon if wie is not None else None
                naam, sinds = naar_wie(self.plek, een, namen), een.antwoord_datum
                yield "vast", self._kaartje(naam, self.t("rol.werkt"), sinds, nummer)

    def _van_plan(self) -> Iterator[tuple[str, Kaartje]]:
        """Professionals and volunteers with a line in the plan that goes on; with those on whom one falls back."""
        per_mens: dict[tuple[str, str], list[Helper]] = {}
        for helper in helpers(self.plek, self.lezer, self.huishouden.id, self.niveau):
            deel = "vrijwillig" if helper.regel.wie is Wie.VRIJWILLIGER else "beroep"
            per_mens.setdefault((deel, naamsleutel(helper.regel.wie_naam)), []).append(helper)
        for (deel, _), alle in per_mens.items():
            yield deel, self._van_regels(alle)

    def _van_regels(self, alle: Sequence[Helper]) -> Kaartje:
        """All that one person does, and that some of it comes only once we decided so."""
        eerste = alle[0].regel
        sinds = min((een.regel.begin_datum for een in alle if een.regel.begin_datum), default=None)
        terug = ", ".join(filter(None, (eerste.achtervang, eerste.achtervang_bereik)))
        terugval = terug if eerste.wie is Wie.VRIJWILLIGER else ""
        straks = {een.na_besluit for een in alle}
        besluit = self.t("besluit.heel" if straks == {True} else "besluit.deel") if True in straks else ""
        wat = achter_elkaar(*(een.regel.tekst for een in alle), besluit)
        return self._kaartje(doener(eerste), wat, sinds, None, eerste.organisatie, terugval)

    def _uit_netwerk(self) -> Iterator[tuple[str, Kaartje]]:
        """Who stand around the resident; a number only of whom the resident wants us to speak with (NET-04)."""
        if not mag_zien(self.niveau, Relatie.voor):
            return
        beeld = mensen.load(self.plek, self.lezer, self.huishouden.id)
        wie = hoofdpersoon(self.lezer, self.huishouden.id)
        rollen = self.plek.profiel.lijst("rollen")
        for een in netwerk.rond(self.plek, self.lezer, wie, beeld):
            naam = netwerk.naam(beeld, een)
            rol = rollen.label(een.rol_te_lezen) if een.rol_te_lezen else ""
            wat = dict.fromkeys((netwerk.is_wat(self.plek, beeld, wie, een), rol.lower()))
            if naam:
                yield (
                    self._deel(een),
                    self._kaartje(
                        naam,
                        achter_elkaar(_zin([*wat]), _met_punt(_zin([een.doet or ""]))),
                        None,
                        een.telefoon if een.mag_gebeld else None,
                    ),
                )

    def _deel(self, relatie: Relatie) -> str:
        if is_vrijwilliger(relatie, self.plek.profiel.doeners.naasten):
            return "vrijwillig"
        return {FORMEEL: "beroep", MANTELZORG: "mantelzorg"}.get(relatie.hulpsoort or "", "naasten")

    def _kaartje(
        self, naam: str, wat: str, sinds: date | None, nummer: str | None, waar: str | None = None, terugval: str = ""
    ) -> Kaartje:
        wanneer = "vanaf" if sinds and sinds > self.plek.vandaag else "sinds"
        feiten = (
            (wanneer, datum_lang(sinds, jaar=True) if sinds else "", "kalender"),
            ("van", waar or "", "kern"),
            ("bellen", toon_nummer(nummer), "telefoon"),
            ("terugval", terugval, "mensen"),
        )
        gevuld = tuple(Feit(self.t(f"feit.{key}"), woorden, beeld) for key, woorden, beeld in feiten if woorden)
        return Kaartje(naam, wat, gevuld)


def _zin(delen: Sequence[str]) -> str:
    zin = ", ".join(deel.rstrip(". ") for deel in delen if deel)
    return zin[:1].upper() + zin[1:]


def _met_punt(zin: str) -> str:
    return f"{zin}." if zin else ""
