"""*Wie weet wat*: who works with this household and since when, what was agreed, which papers went out, and what may be
shared now, in plain sentences (RES-08). Each sentence knows about whom it is, so that a print is made per reader.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.afstemming import begint_na_besluit
from kernnetwerk_app.domain.base import VoorWie
from kernnetwerk_app.domain.base import voor_lezer as mag_lezen
from kernnetwerk_app.domain.bezorging import VAN_EEN, VAN_VERSIE, Bezorging, Stuksoort
from kernnetwerk_app.domain.contact import Contact, ContactStatus
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.deskundige import Deskundige
from kernnetwerk_app.domain.huishouden import Huishouden, Regie
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.kortdurende_ondersteuning import KortdurendeOndersteuning
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import STUK, Hoedanigheid, Ondertekening, Wijze
from kernnetwerk_app.domain.overdracht import Overdracht, Overdrachtstand
from kernnetwerk_app.domain.plan import Afspraak, Ondersteuningsplan, PlanStatus, Wie, loopt
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.relatie import Relatie, geldt, mag_inzien
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.domain.toezegging import Toezegging
from kernnetwerk_app.domain.verstrekking import Verstrekking
from kernnetwerk_app.domain.vertrouwen import is_voor_vertrouwd
from kernnetwerk_app.domain.verzoek import Verzoek
from kernnetwerk_app.services import afschrift, delen, deskundigeja, plan, vertrouwen
from kernnetwerk_app.services.benoemd import kiest_zelf
from kernnetwerk_app.services.bezorglijst import naam_van
from kernnetwerk_app.services.getekend import versie_van
from kernnetwerk_app.services.inwoner import alle_ids, hoofdpersoon, leden
from kernnetwerk_app.services.kindplan import kind_van_stuk, versies_van_kinderen, vind_kind
from kernnetwerk_app.services.ontvanger import naar_wie, noem
from kernnetwerk_app.services.planinhoud import doener
from kernnetwerk_app.services.relatie import relaties_van
from kernnetwerk_app.services.toezegging import aan_wie
from kernnetwerk_app.services.verslagafschrift import is_gedaan
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import Tekst
from kernnetwerk_app.teksten import load as load_tekst

BETROKKEN, AFSPRAKEN, PAPIEREN, DELEN = "betrokken", "afspraken", "papieren", "delen"
_ELDERS_VERTELD = frozenset({*VAN_VERSIE, Stuksoort.MANTELZORG, Stuksoort.PERSOONSBLAD, Stuksoort.TAKEN})
"""A plan is told by its note, and tasks by their yes. The paper of a mantelzorger is theirs alone, and so is what
somebody told apart: so also that they have it.
"""
DELEN_VAN_HET_BLAD = (BETROKKEN, AFSPRAKEN, PAPIEREN, DELEN)
"""The parts, in order; keys of `wie.kop`."""


@dataclass(frozen=True, slots=True)
class Weet:
    """One sentence of a part, and about whom it is: None for all of the household."""

    deel: str
    zin: str
    over_id: UUID | None = None


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> tuple[Weet, ...]:
    """All of it, by part."""
    t = load_tekst("rechtenblad").met(plek.profiel.zeg)
    namen = noem(lezer.find(Medewerker))
    huishouden = lezer.get(Huishouden, huishouden_id)
    meldingen = lezer.find(Melding, huishouden_id=huishouden_id)
    bouw = _Bouw(plek, lezer, t, namen, hoofdpersoon(lezer, huishouden_id).id)
    return (
        *bouw.vast(huishouden, meldingen),
        *bouw.overgenomen(lezer.find(Overdracht, huishouden_id=huishouden_id)),
        *bouw.in_plan(huishouden_id),
        *bouw.hulp(lezer.find(KortdurendeOndersteuning, huishouden_id=huishouden_id)),
        *bouw.naasten(lezer.find(Relatie, huishouden_id=huishouden_id), meldingen),
        *bouw.deskundigen(lezer.find(Deskundige, huishouden_id=huishouden_id)),
        *bouw.afspraken(huishouden_id),
        *bouw.papieren(huishouden_id, meldingen),
        *bouw.delen(lezer.find(Toestemming, huishouden_id=huishouden_id)),
    )


def ondersteuners(lezer: Lezer, huishouden_id: UUID) -> tuple[str, ...]:
    """The cliëntondersteuners that somebody wrote down, each once (RES-04, RES-05)."""
    meldingen = lezer.find(Melding, huishouden_id=huishouden_id)
    return tuple(dict.fromkeys(melding.clientondersteuner for melding in meldingen if melding.clientondersteuner))


@dataclass(frozen=True, slots=True)
class Helper:
    """A line of a professional or volunteer by name, as a reader of some level sees it."""

    regel: Afspraak
    na_besluit: bool
    """Whether nobody decided on it yet; the law that tells so is not for that reader."""


def helpers(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, niveau: VoorWie = VoorWie.PERSOON) -> Iterator[Helper]:
    """Who helps by the plan that goes on; by no line that was said no to or is over."""
    plannen = lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id, status=PlanStatus.ACTIEF, kind_id=None)
    doelen = plan.load(plek, lezer, plannen[0].id).doelen if plannen else ()
    for regel in (regel for doel in doelen for regel in doel.afspraken):
        gezien = mag_lezen(niveau, regel)
        helpt = gezien.wie in (Wie.PROFESSIONAL, Wie.VRIJWILLIGER) and gezien.wie_naam
        if helpt and loopt(gezien, plek.vandaag):
            yield Helper(gezien, begint_na_besluit(regel))


def voor_lezer(
    plek: Werkplek, lezer: Lezer, huishouden_id: UUID, wie: Inwoner, regels: Iterable[Weet]
) -> tuple[Weet, ...]:
    """What of it may be on paper for this reader: of all, about oneself, and about a child whose gezag one has."""
    relaties = relaties_van(lezer, huishouden_id)
    mensen = {mens.id: mens for mens in leden(lezer, huishouden_id)}

    def mag(over_id: UUID | None) -> bool:
        if over_id is None or over_id == wie.id:
            return True
        over = mensen.get(over_id)
        return over is not None and mag_inzien(wie, over, relaties, plek.vandaag)

    return tuple(regel for regel in regels if mag(regel.over_id))


@dataclass(frozen=True, slots=True)
class _Bouw:
    plek: Werkplek
    lezer: Lezer
    t: Tekst
    namen: dict[UUID, str]
    eigen_id: UUID
    """Whose question it is: what is of nobody in particular is for them, and for no partner's paper."""

    def vast(self, huishouden: Huishouden, meldingen: Sequence[Melding]) -> Iterator[Weet]:
        """The contact person since their first question, and to whose question it is who has the regie."""
        t, vast = self.t, huishouden.contactpersoon_id
        if vast is None:
            yield Weet(BETROKKEN, t("wie.geen_contactpersoon"))
        else:
            dagen = [m.aangenomen_datum for m in meldingen if m.contactpersoon_id == vast and m.aangenomen_datum]
            sinds = _dag(min(dagen, default=None))
            sleutel = "wie.contactpersoon" if sinds else "wie.contactpersoon_zonder"
            yield Weet(BETROKKEN, t(sleutel, naam=self.namen.get(vast, "?"), datum=sinds))
        regie, wie = huishouden.regie, self.lezer.get(Inwoner, self.eigen_id)
        if regie is not Regie.INWONER or kiest_zelf(self.plek, self.lezer, wie):
            zin = load_tekst("wie_is_wie").met(self.plek.profiel.zeg)(f"regie.{regie.name.lower()}")
            yield Weet(BETROKKEN, zin, self.eigen_id)
        if vast is not None and regie is not Regie.INWONER:
            yield Weet(BETROKKEN, t("wie.overzicht", naam=self.namen.get(vast, "?")), self.eigen_id)

    def overgenomen(self, overdrachten: Iterable[Overdracht]) -> Iterator[Weet]:
        """Who took the question over, and who was asked and did not answer yet; nothing of what went out in danger."""
        for overdracht in overdrachten:
            if not self.plek.profiel.delen.aan_tafel(overdracht.grond):
                continue
            naam = naar_wie(self.plek, overdracht, self.namen)
            if overdracht.stand is Overdrachtstand.AANGENOMEN:
                dag = _dag(overdracht.antwoord_datum)
                yield Weet(BETROKKEN, self.t("wie.overgenomen", naam=naam, datum=dag))
            elif overdracht.is_open:
                yield Weet(BETROKKEN, self.t("wie.gevraagd", naam=naam, datum=_dag(overdracht.datum)))

    def in_plan(self, huishouden_id: UUID) -> Iterator[Weet]:
        """Professionals and volunteers of whom the plan says what they do, each once, since their first line; of who
        only stands there for help that nobody decided on yet, that it comes once we decide so.
        """
        van_wie: dict[str, list[Helper]] = {}
        for helper in helpers(self.plek, self.lezer, huishouden_id):
            van_wie.setdefault(doener(helper.regel), []).append(helper)
        for naam, alle in van_wie.items():
            eerste = min(alle, key=lambda een: (een.na_besluit, een.regel.begin_datum or date.max))
            regel, begin = eerste.regel, eerste.regel.begin_datum
            van = self.t("wie.van", organisatie=regel.organisatie) if regel.organisatie else ""
            komt = begin is not None and begin > self.plek.vandaag
            wanneer = "_besluit" if eerste.na_besluit else "_vanaf" if komt else "" if begin else "_zonder"
            soort = "vrijwilliger" if regel.wie is Wie.VRIJWILLIGER else "beroep"
            zin = self.t(f"wie.plan_{soort}{wanneer}", naam=f"{naam}{van}", datum=_dag(begin))
            yield Weet(BETROKKEN, zin, self.eigen_id)

    def hulp(self, steunen: Iterable[KortdurendeOndersteuning]) -> Iterator[Weet]:
        for steun in steunen:
            wie = self.plek.profiel.hulpgeverslijst.label(steun.wie)
            if wie and (steun.eind_datum is None or steun.eind_datum >= self.plek.vandaag):
                yield Weet(BETROKKEN, self.t("wie.hulp", naam=wie, datum=_dag(steun.begin_datum)), self.eigen_id)

    def naasten(self, relaties: Iterable[Relatie], meldingen: Sequence[Melding]) -> Iterator[Weet]:
        """Who does something in this question, with their role; and the cliëntondersteuner."""
        rollen = self.plek.profiel.lijst("rollen")
        for relatie in relaties:
            ander = self.lezer.find_one(Inwoner, relatie.ander_id)
            naam = ander.naam if ander is not None else relatie.ander_naam
            if relatie.rol_te_lezen and naam and geldt(relatie, self.plek.vandaag):
                rol = rollen.label(relatie.rol_te_lezen).lower()
                yield Weet(BETROKKEN, self.t("wie.naaste", naam=naam, rol=rol), relatie.inwoner_id)
            yield from self._vertrouwd(relatie)
        for naam in dict.fromkeys(m.clientondersteuner for m in meldingen if m.clientondersteuner):
            yield Weet(BETROKKEN, self.t("wie.clientondersteuner", naam=naam), self.eigen_id)

    def deskundigen(self, alle: Iterable[Deskundige]) -> Iterator[Weet]:
        """Who was asked something about them: that one knows what the question says (OND-15)."""
        for nu in alle:
            for gesteld in deskundigeja.gesteld(self.plek, self.lezer, nu):
                een = mag_lezen(VoorWie.PERSOON, gesteld)
                woorden = {"naam": deskundigeja.wie(self.plek, een), "vraag": een.vraag or ""}
                sleutel = "wie.deskundige_gaf" if een.antwoord_datum is not None else "wie.deskundige"
                zin = self.t(sleutel, **woorden, datum=_dag(een.gevraagd_datum), op=_dag(een.antwoord_datum))
                yield Weet(BETROKKEN, zin, alle_ids(self.lezer, een.inwoner_id)[0])

    def _vertrouwd(self, relatie: Relatie) -> Iterator[Weet]:
        """What was agreed with who speaks up for somebody, and what we really give them to read for it (NET-17)."""
        wie = vertrouwen.van(self.plek, self.lezer, relatie)
        if wie is None:
            return
        dag = _dag(relatie.vertrouwen_datum)
        wat, hier = vertrouwen.woorden(self.plek, wie.rechten), relatie.huishouden_id
        lezen = vertrouwen.leest_nu(self.plek, self.lezer, hier, wie) if hier is not None else ()
        zin = self.t("wie.vertrouwd" if dag else "wie.vertrouwd_zonder", naam=wie.naam, datum=dag, wat=wat)
        yield Weet(BETROKKEN, zin, relatie.inwoner_id)
        if lezen:
            wat = vertrouwen.woorden(self.plek, lezen)
            yield Weet(DELEN, self.t("wie.vertrouwd_leest", naam=wie.naam, wat=wat), relatie.inwoner_id)

    def afspraken(self, huishouden_id: UUID) -> Iterator[Weet]:
        """What is planned, and what was promised and is not done yet."""
        t, vandaag = self.t, self.plek.vandaag
        gepland = self.lezer.find(Contact, huishouden_id=huishouden_id, status=ContactStatus.GEPLAND)
        for contact in sorted(gepland, key=lambda c: c.datum):
            if contact.datum >= vandaag:
                tijd = t("wie.om", tijd=toon_tijd(contact.tijd_van)) if contact.tijd_van else ""
                naam = self.namen.get(contact.medewerker_id, "?")
                yield Weet(
                    AFSPRAKEN,
                    t("wie.bezoek", naam=naam, datum=_dag(contact.datum), tijd=tijd).strip() + ".",
                    self.eigen_id,
                )
        for belofte in self.lezer.find(Toezegging, huishouden_id=huishouden_id, gedaan_datum=None):
            naam = self.namen.get(belofte.eigenaar_id, "?")
            zin = t("wie.belofte", naam=naam, datum=_dag(belofte.uiterlijk), wat=belofte.wat)
            if aan := aan_wie(self.lezer, belofte):  # what is of nobody is on no paper; it stands in the dossier
                yield Weet(AFSPRAKEN, zin, aan[0])

    def papieren(self, huishouden_id: UUID, meldingen: Sequence[Melding]) -> Iterator[Weet]:
        """What the resident has in hand."""
        nummers = {
            versie.id: versie.nummer
            for versie in self.lezer.find(PlanVersie, zonder=("inhoud",), huishouden_id=huishouden_id)
        }
        van_kinderen = versies_van_kinderen(self.lezer, huishouden_id)
        yield from self._getekend(huishouden_id, nummers, van_kinderen)
        gegeven = self.lezer.find(Verstrekking, huishouden_id=huishouden_id, ingetrokken=False)
        eerste = {noot.planversie_id: noot for noot in sorted(gegeven, key=lambda noot: noot.datum, reverse=True)}
        for versie_id, noot in eerste.items():
            if versie_id is None or versie_id in van_kinderen:
                continue  # the verslag, and the plan of a child: told below, by who got it
            nummer = nummers.get(versie_id, "?")
            zin = self.t("wie.plan_gegeven", nummer=nummer, datum=_dag(noot.datum))
            yield Weet(PAPIEREN, zin, self.eigen_id)
        yield from self._van_kinderen(huishouden_id)
        for een in self.lezer.find(Bezorging, huishouden_id=huishouden_id):
            elders = een.stuk in _ELDERS_VERTELD and not is_voor_vertrouwd(een.lezer)
            if een.gedaan_datum is not None and not elders and is_gedaan(self.lezer, een) and self._is_hier(een):
                wat = naam_van(een.stuk, kind_van_stuk(self.lezer, een.stuk, een.van_id))
                zin = self.t("wie.papier_gegeven", naam=een.voor_naam or "?", wat=wat, datum=_dag(een.gedaan_datum))
                yield Weet(PAPIEREN, zin, self._over(een))
        for melding in meldingen:
            if melding.stappenkaart_gegeven_datum:
                dag = _dag(melding.stappenkaart_gegeven_datum)
                yield Weet(PAPIEREN, self.t("wie.kaart_gegeven", datum=dag), self.eigen_id)

    def _getekend(
        self, huishouden_id: UUID, nummers: Mapping[UUID, int], van_kinderen: Mapping[UUID, UUID]
    ) -> Iterator[Weet]:
        """Who signed on paper had that version in hand (0014), each for themselves, and else for whose plan it is; a
        parent who is not known here is told to nobody: that the other parent has it is not theirs to read.
        """
        alle = self.lezer.find(Ondertekening, zonder=STUK, huishouden_id=huishouden_id, wijze=Wijze.PAPIER)
        for een in sorted(alle, key=lambda een: een.datum):
            kind = vind_kind(self.lezer, van_kinderen.get(een.planversie_id))
            wie = alle_ids(self.lezer, een.inwoner_id)[0] if een.inwoner_id is not None else None
            if wie is None and (een.planversie_id not in van_kinderen or een.hoedanigheid is Hoedanigheid.INWONER):
                wie = van_kinderen.get(een.planversie_id, self.eigen_id)
            if wie is not None:
                woorden = {"naam": een.naam, "nummer": nummers.get(een.planversie_id, "?"), "datum": _dag(een.datum)}
                is_kind = een.planversie_id in van_kinderen
                sleutel = "wie.kindplan_getekend" if is_kind else "wie.plan_getekend"
                zin = self.t(sleutel, **woorden, kind=kind.roepnaam if kind is not None else "?")
                yield Weet(PAPIEREN, zin, wie)

    def _van_kinderen(self, huishouden_id: UUID) -> Iterator[Weet]:
        """Who got the own plan of a child, each for themselves: that the other parent has it is not theirs to read."""
        gehad = set[Weet]()
        for een in self.lezer.find(Bezorging, huishouden_id=huishouden_id, stuk=VAN_VERSIE):
            kind_id = kind_van_stuk(self.lezer, een.stuk, een.van_id)
            if kind_id is None or een.gedaan_datum is None or not is_gedaan(self.lezer, een):
                continue
            versie_id = versie_van(self.lezer, een.stuk, een.van_id)
            (versie,) = self.lezer.find(PlanVersie, zonder=("inhoud",), id=versie_id)
            kind = vind_kind(self.lezer, kind_id)
            woorden = {"nummer": versie.nummer, "kind": kind.roepnaam if kind else "?", "datum": _dag(een.gedaan_datum)}
            zin = self.t("wie.kindplan_gegeven", naam=een.voor_naam or "?", **woorden)
            weet = Weet(PAPIEREN, zin, een.lezer_id or kind_id)
            if weet not in gehad:  # as it was read, and later with what was said of it
                gehad.add(weet)
                yield weet

    def _is_hier(self, een: Bezorging) -> bool:
        """Not the answer to somebody who does not live here: that they asked is theirs."""
        gevraagd = self.lezer.find_one(Verzoek, een.van_id) if een.stuk is Stuksoort.ANTWOORD else None
        return een.stuk is not Stuksoort.ANTWOORD or (gevraagd is not None and gevraagd.inwoner_id is not None)

    def _over(self, een: Bezorging) -> UUID:
        """Whom it is about: a request who asked; the form of a share the one whose share it is; the plan of a child in
        the making whoever of the two parents got it, and else the child; any other paper whose question it is.
        """
        kind_id = kind_van_stuk(self.lezer, een.stuk, een.van_id)
        if kind_id is not None:
            return een.lezer_id or kind_id
        gevraagd = self.lezer.find_one(Verzoek, een.van_id) if een.stuk is Stuksoort.ANTWOORD else None
        if gevraagd is not None and gevraagd.inwoner_id is not None:
            return gevraagd.inwoner_id
        share = self.lezer.find_one(Toestemming, een.van_id) if een.stuk is Stuksoort.TOESTEMMING else None
        if een.stuk in VAN_EEN and een.van_id is not None:
            return alle_ids(self.lezer, een.van_id)[0]
        return share.waarover_id if share is not None else self.eigen_id

    def delen(self, alle: Iterable[Toestemming]) -> Iterator[Weet]:
        """What holds today, each share once; and what already went."""
        gezegd, plan_van = set[tuple[UUID, str, str]](), dict[UUID, Weet]()
        for toestemming in alle:
            if not self.plek.profiel.delen.aan_tafel(toestemming.grond):
                continue
            over = self.lezer.find_one(Inwoner, toestemming.waarover_id)
            naam = (over.aanhef or over.naam if over is not None else "") or self.t("onbekend")
            wat, aan = onderwerp(self.plek, toestemming), toestemming.ontvanger
            sleutel = (toestemming.waarover_id, wat.casefold(), aan.casefold())
            if toestemming.afschrift_datum:
                dag = _dag(toestemming.afschrift_datum)
                zin = "wie.taken" if toestemming.onderwerp == delen.TAKEN else "wie.afschrift"
                yield Weet(PAPIEREN, self.t(zin, naam=aan, datum=dag), toestemming.waarover_id)
            if sleutel not in gezegd and delen.mag(self.plek, self.lezer, toestemming):
                gezegd.add(sleutel)
                zin = self._deelt(toestemming.eind_datum, wie=naam, wat=wat, naam=aan)
                yield Weet(DELEN, zin, toestemming.waarover_id)
                if afschrift.kan_afschrift(toestemming):  # whoever is meant there, and whatever they said
                    plan_van[toestemming.waarover_id] = Weet(
                        DELEN, self.t("formulier.ook_van"), toestemming.waarover_id
                    )
        yield from plan_van.values()

    def _deelt(self, tot: date | None, **woorden: str) -> str:
        if tot is None:
            return self.t("wie.deelt_open", **woorden)
        return self.t("wie.deelt", **woorden, tot=_dag(tot))


def onderwerp(plek: Werkplek, toestemming: Toestemming) -> str:
    """What it is about, as people read it in the middle of a sentence."""
    keuze = plek.profiel.lijst("deel_onderwerpen").find(toestemming.onderwerp)
    return f"{keuze.label[:1].lower()}{keuze.label[1:]}" if keuze is not None else toestemming.onderwerp


def _dag(dag: date | None) -> str:
    return datum_lang(dag, jaar=True) if dag is not None else ""
