"""*Het verslag van het gesprek*: the onderzoek of one melding on paper, complete in itself (Wmo 2015 art. 2.3.2 lid 8).

It is for the resident and who decides for them. What the plan says about why and with whom is told there: here stand
the agreements in a line each. Nothing of a life domain that was not talked about gets in.
"""

from collections.abc import Iterator
from uuid import UUID

from kernnetwerk_app.documents.verslag_pdf import verslag_pdf
from kernnetwerk_app.domain.base import VoorWie, voor_lezer
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.datum import dag_en_maand, datum_lang
from kernnetwerk_app.domain.deelname import voor_inwoner
from kernnetwerk_app.domain.deskundige import Stand
from kernnetwerk_app.domain.gespreksverslag import Afgesproken, Feit, Gespreksverslag, Reactie
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.naamgenoot import zelfde
from kernnetwerk_app.domain.ondertekening import STUK, Ondertekening
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm
from kernnetwerk_app.domain.plan import Akkoord, Ondersteuningsplan, PlanStatus
from kernnetwerk_app.domain.tekst import achter_elkaar, is_leeg
from kernnetwerk_app.domain.vraagverheldering import (
    AL_GEPROBEERD,
    WAAR_HET_OM_GAAT,
    Vraagverheldering,
    vraagverheldering_id,
)
from kernnetwerk_app.services import bevindingen, deskundige, deskundigeja, onderzoek, plan, verslagafschrift
from kernnetwerk_app.services.adres import Adresdoel, adres_voor
from kernnetwerk_app.services.beslistermijn import aangevraagd
from kernnetwerk_app.services.bijzonderheid import check_post
from kernnetwerk_app.services.contact import bezoeken_nu
from kernnetwerk_app.services.deelname import Gesprekregel
from kernnetwerk_app.services.deskundige import Deskundigenregel
from kernnetwerk_app.services.eerste_vraagverheldering import laatste_melding
from kernnetwerk_app.services.geadresseerde import noem
from kernnetwerk_app.services.huisstijl import stijl_van
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.lezers import Lezend, beslissend, zei_het, zelf_voor
from kernnetwerk_app.services.onderzoek import OnderzoekBeeld
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.services.planinhoud import LEZER, contact_van, doener, gegeven_van, leefgebieden_van, samen
from kernnetwerk_app.services.planmantelzorg import deel_mantelzorg
from kernnetwerk_app.services.route import build_route, haltes, plaats_nu
from kernnetwerk_app.services.termijn import termijn_van
from kernnetwerk_app.services.verstrekking import uitkomst_gegeven
from kernnetwerk_app.services.wanneer import wanneer
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import Tekst, load

_KEUZE = {"eens": "eens", "gezien": "gezien", "niet eens": "niet_eens"}


def load_pdf(
    plek: Werkplek,
    huishouden_id: UUID,
    vorm: Papiervorm = GEWOON,
    melding_id: UUID | None = None,
    aan: Lezend | None = None,
) -> bytes:
    """The verslag of this melding, else of the latest; raises `BestaatNiet`, `InwonerIsOverleden`, DocumentError."""
    with plek.store.read() as lezer:
        check_post(lezer, huishouden_id)
        verslag = build(plek, lezer, huishouden_id, melding_id, aan)
    return verslag_pdf(verslag, stijl_van(plek, vorm))


def build(
    plek: Werkplek, lezer: Lezer, huishouden_id: UUID, melding_id: UUID | None = None, aan: Lezend | None = None
) -> Gespreksverslag:
    """What stands in it as of today, for this reader; for whom it most likely is without one."""
    melding = laatste_melding(lezer, huishouden_id) if melding_id is None else lezer.get(Melding, melding_id)
    aan = aan or beslissend(plek, lezer, huishouden_id, melding)[0]
    bouw = _Bouw(plek, lezer, huishouden_id, melding)
    contacten = lezer.find(Contact, huishouden_id=huishouden_id)
    route = build_route(plek, lezer, melding, contacten)
    contact = bouw.contact
    bezoek, _, _ = bezoeken_nu(contacten, plek.vandaag)
    is_gegeven = uitkomst_gegeven(lezer, melding) is not None
    zelf = zelf_voor(lezer, huishouden_id, aan)
    return Gespreksverslag(
        gemeente=plek.profiel.naam,
        aan=aan.regels,
        datum=plek.vandaag,
        is_af=bouw.beeld.onderzoek.afgerond_datum is not None,
        gaat_verder=not bouw.aangevraagd and not is_gegeven,
        is_gegeven=is_gegeven,
        feiten=tuple(bouw.feiten(aan)),
        vraag=voor_lezer(LEZER, melding).vraag or "",
        waar_het_om_gaat=bouw.waar_het_om_gaat(),
        gesprekken=tuple(bouw.gesprek(regel, zelf) for regel in bouw.beeld.gesprekken),
        meegedacht=tuple(bouw.meegedacht()),
        eigen_plan=tuple(bouw.eigen_plan()),
        leefgebieden=(*leefgebieden_van(plek, bouw.gegeven), *deel_mantelzorg(plek, lezer, huishouden_id)),
        bekeken=tuple((een.label, een.zin) for een in bevindingen.bekeken(plek, lezer, [melding.id])),
        later=tuple(bouw.later()),
        intussen=tuple(bouw.intussen()),
        doelen=tuple(doel.doel.tekst or "" for doel in bouw.plan.doelen) if bouw.plan else (),
        afspraken=tuple(bouw.afspraken(zelf)),
        plan=bouw.welk_plan(),
        haltes=haltes(route, contact.voornaam, bezoek),
        nu=plaats_nu(route),
        verder=tuple(bouw.verder(aan)),
        reacties=tuple(bouw.reacties(aan)),
        afschrift=verslagafschrift.regels(lezer, huishouden_id, melding),
    )


class _Bouw:
    """The parts of one verslag, each through what this reader may see."""

    def __init__(self, plek: Werkplek, lezer: Lezer, huishouden_id: UUID, melding: Melding) -> None:
        self.plek, self.lezer, self.melding = plek, lezer, melding
        self.huishouden = lezer.get(Huishouden, huishouden_id)
        self.beeld: OnderzoekBeeld = onderzoek.load(plek, lezer, huishouden_id, melding.id)
        self.onderzoek = voor_lezer(LEZER, self.beeld.onderzoek)
        self.t: Tekst = load("verslag").met(plek.profiel.zeg)
        self.contact = lezer.find_one(Medewerker, self.huishouden.contactpersoon_id) or plek.medewerker
        gesprek = lezer.find_one(Vraagverheldering, vraagverheldering_id(melding.id))
        self.aangevraagd = aangevraagd(plek, lezer, melding)
        self.gegeven = gegeven_van(lezer, gesprek, [melding]) if gesprek is not None else {}
        plannen = lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id, status=PlanStatus.ACTIEF, kind_id=None)
        self.plan: PlanBeeld | None = plan.load(plek, lezer, plannen[0].id) if plannen else None

    def feiten(self, aan: Lezend) -> Iterator[Feit]:
        """Whose it is, since when, by whom; a secret address stays off what somebody else reads."""
        t, wie = self.t, hoofdpersoon(self.lezer, self.huishouden.id)
        yield t("feit.van"), noem(voor_lezer(LEZER, wie))
        if not aan.is_ander:
            yield t("feit.adres"), adres_voor(self.plek, self.lezer, self.huishouden, Adresdoel.STUK)
        yield t("feit.gemeld"), datum_lang(self.melding.ontvangen_datum, jaar=True)
        if self.beeld.uitvoerder is not None:
            wat = contact_van(self.beeld.uitvoerder)
            yield t("feit.door"), ", ".join(filter(None, (wat.naam, wat.functie)))
        yield t("feit.kijkt_mee"), ", ".join((self.onderzoek.deskundigen or "").splitlines())
        soort, dag = self.onderzoek.identiteit, self.onderzoek.identiteit_datum
        if soort and dag is not None:
            bewijs = self.plek.profiel.lijst("identiteitsbewijzen").label(soort)
            yield t("feit.identiteit"), t("feit.gezien", soort=bewijs, datum=datum_lang(dag, jaar=True))

    def waar_het_om_gaat(self) -> tuple[Feit, ...]:
        waar, al = samen(self.gegeven.get(WAAR_HET_OM_GAAT, ())), samen(self.gegeven.get(AL_GEPROBEERD, ()))
        return ("", waar or ""), (self.t("vraag.geprobeerd").rstrip(":"), al or "")

    def gesprek(self, regel: Gesprekregel, zelf: str) -> Feit:
        """Who took part in one conversation, as it was written down (OND-10). Of one without the resident that it was
        held, of what kind and when: who else spoke there, and why apart, may be what kept them safe. `zelf`: how the
        resident is called; empty for who reads *u*.
        """
        t, contact = self.t, voor_lezer(LEZER, regel.contact)
        kop = t("gesprek.op", soort=contact.contactsoort.value.capitalize(), datum=datum_lang(contact.datum, jaar=True))
        if regel.deelname is None:
            return kop, t("gesprek.ongezegd")
        deelname = voor_inwoner(regel.deelname)
        u = t("gesprek.inwoner" if deelname.inwoner else "gesprek.zonder")
        ander = zelf if deelname.inwoner else t("gesprek.zonder_wie", wie=zelf)
        met = self.lezer.find_one(Medewerker, contact.medewerker_id)
        tolk = self.plek.profiel.lijst("tolken").label(deelname.tolk)
        namen = (ander if zelf else u, *deelname.naasten, met.naam if met is not None else "")
        return kop, ", ".join(filter(None, (*namen, t("gesprek.tolk", wat=tolk.lower()) if tolk else "")))

    def meegedacht(self) -> Iterator[Feit]:
        """What went out to a deskundige, whose yes that had, and what came back; of another in the house only of a
        child about whom this resident may read.
        """
        wie = hoofdpersoon(self.lezer, self.huishouden.id)
        for regel in deskundige.gevraagde(self.plek, self.lezer, self.huishouden.id, self.melding, wie):
            for een in (regel, *regel.ook):
                yield from self._gevraagd(een, wie)
                yield from self._kwam_terug(een)

    def _kwam_terug(self, regel: Deskundigenregel) -> Iterator[Feit]:
        """What came back to this question, or how far it is. Of one that went out beside it nothing more is known once
        the first was answered: there is one place for an answer.
        """
        t, gezien = self.t, voor_lezer(LEZER, regel.deskundige)
        if gezien.antwoord_datum is not None:
            yield t("mee.antwoord", datum=datum_lang(gezien.antwoord_datum, jaar=True)), gezien.antwoord or ""
        elif regel.stand is not Stand.BEANTWOORD:
            yield t("mee.stand"), t("mee.wacht" if regel.stand is Stand.GEVRAAGD else "mee.hoeft_niet")

    def _gevraagd(self, regel: Deskundigenregel, wie: Inwoner) -> Iterator[Feit]:
        """One question that went out, and who took the yes to it back."""
        t, gezien = self.t, voor_lezer(LEZER, regel.deskundige)
        if gezien.gevraagd_datum is None:
            return
        over = "" if regel.over_id == wie.id else t("mee.over", wie=regel.over)
        gevraagd = t("mee.gevraagd", datum=datum_lang(gezien.gevraagd_datum, jaar=True), ja=", ".join(regel.ja))
        naam = deskundigeja.wie(self.plek, gezien)
        yield f"{naam[:1].upper()}{naam[1:]}{over}", f"{gevraagd}: “{(gezien.vraag or '').strip()}”"
        if regel.terug is not None:
            yield t("mee.terug"), t("mee.terug_door", wie=regel.terug_door, datum=datum_lang(regel.terug, jaar=True))

    def eigen_plan(self) -> Iterator[Feit]:
        """The resident's own plan, and how it was used (Wmo 2015 art. 2.3.2 lid 2 and 5)."""
        t, een, gezien = self.t, self.onderzoek, voor_lezer(LEZER, self.melding)
        if gezien.eigen_plan is not None:
            dag = datum_lang(gezien.eigen_plan_datum, jaar=True) if gezien.eigen_plan_datum else ""
            soort = gezien.eigen_plan.value
            yield t("plan.soort"), t("plan.gekregen", soort=soort, datum=dag) if dag else soort
            yield t("plan.gebruikt"), een.eigen_plan_gebruikt or t("plan.niet_gebruikt")
        elif not is_leeg(een.eigen_plan_gebruikt):
            yield t("plan.gebruikt"), een.eigen_plan_gebruikt or ""
        yield t("plan.inhoud"), een.eigen_plan_inhoud or ""

    def later(self) -> Iterator[Feit]:
        for een in bevindingen.later(self.plek, self.lezer, [self.melding.id]):
            yield self.t.herken("later", een.label), een.zin

    def intussen(self) -> Iterator[Feit]:
        for regel in self.beeld.steun:
            steun = voor_lezer(LEZER, regel.steun)
            yield datum_lang(steun.begin_datum, jaar=True).capitalize(), achter_elkaar(steun.inhoud, steun.resultaat)

    def afspraken(self, zelf: str) -> Iterator[Afgesproken]:
        """Who does what and when; what the resident said no to stands in the plan with their words, and not here."""
        for doel in self.plan.doelen if self.plan is not None else ():
            for regel in doel.afspraken:
                gezien = voor_lezer(LEZER, regel)
                if gezien.akkoord is not Akkoord.NIET_AKKOORD:
                    begin = gezien.begin_datum
                    vanaf = self.t("afspraak.vanaf", datum=dag_en_maand(begin)) if begin else self.t("afspraak.open")
                    yield Afgesproken(gezien.tekst or "", doener(gezien, zelf), wanneer(regel, vanaf))

    def welk_plan(self) -> str:
        if self.plan is None:
            return self.t("afspraak.geen_plan")
        if not self.plan.versies:
            return self.t("afspraak.in_de_maak")
        versie = max(self.plan.versies, key=lambda versie: versie.nummer)
        return self.t("afspraak.versie", datum=datum_lang(versie.datum, jaar=True), nummer=versie.nummer)

    def verder(self, aan: Lezend) -> Iterator[str]:
        t, termijn = self.t, termijn_van(self.plek, self.lezer, self.melding)
        terugkijk = voor_lezer(LEZER, self.plan.plan).terugkijk_datum if self.plan is not None else None
        if terugkijk is not None:
            yield t("verder.terugkijk", datum=datum_lang(terugkijk, jaar=True))
        if termijn is not None and termijn.som.wettelijk_einde >= self.plek.vandaag:
            yield t("verder.uiterlijk", datum=datum_lang(termijn.som.wettelijk_einde, jaar=True))
        yield from (een.zin for een in aangevraagd(self.plek, self.lezer, self.melding, aan))
        yield t("verder.aanvraag")
        yield t("verder.delen")
        nummer = self.contact.telefoon or ""
        yield t("verder.bel" if nummer else "verder.vraag", naam=self.contact.naam, telefoon=nummer)

    def reacties(self, aan: Lezend) -> Iterator[Reactie]:
        """What was said of the latest version of the plan, and what they said otherwise before who read this: nobody's
        own words go because there is a newer version.
        """
        versies = sorted(self.plan.versies if self.plan is not None else (), key=lambda een: een.nummer, reverse=True)
        lezers, al = beslissend(self.plek, self.lezer, self.huishouden.id, self.melding), list[Ondertekening]()
        for versie in versies:
            for een in self.lezer.find(Ondertekening, zonder=STUK, planversie_id=versie.id):
                is_eerder = versie is not versies[0]
                if is_eerder and (
                    not any(zei_het(self.lezer, een, lezer) for lezer in lezers) or any(_zelfde(een, na) for na in al)
                ):
                    continue
                al.append(een)
                gezien = voor_lezer(VoorWie.PERSOON, een)
                keuze = self.t(f"reactie.{_KEUZE[een.keuze.value]}")
                is_lezer = zei_het(self.lezer, een, aan)
                yield Reactie(gezien.naam, is_lezer, versie.nummer, keuze, gezien.reactie or "")


def _zelfde(een: Ondertekening, na: Ondertekening) -> bool:
    """Whether somebody says the same again: the same choice, and no other words than they say later."""
    return zelfde(een.naam, na.naam) and een.keuze is na.keuze and (is_leeg(een.reactie) or een.reactie == na.reactie)
