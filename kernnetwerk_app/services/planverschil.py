"""What is different in a version of the plan since the one that the resident saw before it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from kernnetwerk_app.documents.composer import met_dubbele_punt
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.ondertekening import STUK, Ondertekening
from kernnetwerk_app.domain.planverschil import Verschil, Zin, lijkt, verschillen
from kernnetwerk_app.domain.planversie import InhoudAfspraak, InhoudDoel, PlanInhoud, PlanVersie
from kernnetwerk_app.services.bevindingen import DESKUNDIGE, DESKUNDIGEN
from kernnetwerk_app.services.plan import read_inhoud
from kernnetwerk_app.services.verstrekking import meegegeven
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import Tekst, load

_ZELFDE_DOEL = 0.34
_BOVENAAN = {"gemeente", "titel", "plansoort", "van", "adres", "aan", "leus", "ongelezen"}
"""Read above the plan, and no agreement: not told apart."""
_ROUTE = {"route", "route_nu"}
"""Nor where we are on the way from question to help."""
_NIET_TE_LEZEN: dict[str, Any] = {
    **dict.fromkeys(("nummer", "datum", "sjabloon", "meldingen", "mantelzorgers"), True),
    "aan_te_vragen": {"__all__": {"afspraak_id"}},
    "bevindingen": {"__all__": {"waarde"}},
}
"""What stands in a version and on no paper, or says only which version it is."""


@dataclass(frozen=True, slots=True)
class Planverschil:
    """Since which version, and what is told of it. `nog_iets`: something else reads otherwise and is not told apart, so
    that only who reads the plan sees it; without it and without any of `verschillen` every word is the same.
    """

    nummer: int
    verschillen: tuple[Verschil, ...]
    nog_iets: bool = False


def sinds_vorige(lezer: Lezer, versie: PlanVersie) -> Planverschil | None:
    """Against the last version before it that somebody reacted to or got, else the one before it; None without one, or
    when that one cannot be read or was changed.
    """
    eerder = [een for een in lezer.find(PlanVersie, plan_id=versie.plan_id) if een.nummer < versie.nummer]
    eerder.sort(key=lambda een: een.nummer, reverse=True)
    gezien = (een for een in eerder if _is_gezien(lezer, een))
    oud = next(gezien, eerder[0] if eerder else None)
    if oud is None:
        return None
    try:
        toen, nu = read_inhoud(oud), read_inhoud(versie)
    except KernnetwerkError:
        return None
    verteld = vergelijk(toen, nu)
    return Planverschil(oud.nummer, verteld, _nog_iets(toen, nu, verteld))


def _is_gezien(lezer: Lezer, versie: PlanVersie) -> bool:
    return bool(lezer.find(Ondertekening, zonder=STUK, planversie_id=versie.id)) or (
        meegegeven(lezer, versie.id) is not None
    )


def vergelijk(oud: PlanInhoud, nieuw: PlanInhoud) -> tuple[Verschil, ...]:
    """What differs in words; a goal that was put otherwise is still that goal."""
    koppen = _koppen_van_doelen(oud, nieuw)
    if not _zegt_meer(oud, nieuw):
        oud, nieuw = _zonder_deskundige(oud), _zonder_deskundige(nieuw)
    return verschillen(list(_zinnen(oud, koppen)), list(_zinnen(nieuw, {})))


def _nog_iets(oud: PlanInhoud, nieuw: PlanInhoud, verteld: tuple[Verschil, ...]) -> bool:
    """Whether something to read differs that `vergelijk` does not tell: else it would say that all words are the same
    of a plan whose words are not. Beside what it does tell, what follows from that (what one can ask for, the numbers
    of goals, what is asked on the day of looking back) is no more, nor are the order and headings of the template.
    """
    if _van_deskundige(oud) != _van_deskundige(nieuw) and not _zegt_meer(oud, nieuw):
        return True
    if verteld:
        apart = _BOVENAAN | _ROUTE
        terug = nieuw.terugkijkplaatsen | nieuw.besluitplaatsen | oud.besluitplaatsen
        onder = _onder(oud, terug) != _onder(nieuw, terug)
        return onder or oud.model_dump(include=apart) != nieuw.model_dump(include=apart)
    return oud.model_dump(exclude=_NIET_TE_LEZEN) != nieuw.model_dump(exclude=_NIET_TE_LEZEN)


def _onder(inhoud: PlanInhoud, terug: Collection[int]) -> list[str]:
    """What stands under each stop of the route; that another is the one to ask is told already, and so is the day that
    stands at the places `terug`; by when we decide follows from what was asked for.
    """
    naam = inhoud.contact.naam
    return ["" if onder == naam or plaats in terug else onder for plaats, onder in enumerate(inhoud.route_onder)]


def _zegt_meer(oud: PlanInhoud, nieuw: PlanInhoud) -> bool:
    """Whether there is more to tell of deskundigen than there was. That there is less comes of a yes that somebody took
    back: that is between them and us, and not for all who sign.
    """
    return not _van_deskundige(oud) or DESKUNDIGEN in _van_deskundige(nieuw)


def _van_deskundige(inhoud: PlanInhoud) -> list[str | None]:
    return [een.waarde for een in inhoud.bevindingen if een.sleutel == DESKUNDIGE]


def _zonder_deskundige(inhoud: PlanInhoud) -> PlanInhoud:
    rest = tuple(een for een in inhoud.bevindingen if een.sleutel != DESKUNDIGE)
    return inhoud.model_copy(update={"bevindingen": rest})


def _koppen_van_doelen(oud: PlanInhoud, nieuw: PlanInhoud) -> dict[int, str]:
    """By number of a goal in the old version, the words of that goal in the new one."""
    vrij, koppen = list(nieuw.doelen), dict[int, str]()
    for precies in (True, False):
        for doel in oud.doelen:
            beste = max(vrij, key=lambda een: lijkt(een.tekst, doel.tekst), default=None)
            gelijk = 0.0 if beste is None else lijkt(beste.tekst, doel.tekst)
            if beste is not None and doel.nummer not in koppen and gelijk >= (1.0 if precies else _ZELFDE_DOEL):
                vrij.remove(beste)
                koppen[doel.nummer] = beste.tekst
    return koppen


def _zinnen(inhoud: PlanInhoud, koppen: dict[int, str]) -> Iterator[Zin]:
    t = load("papier")
    vast = (
        (t("deel.vraag"), inhoud.vraag),
        (t("deel.waar_het_om_gaat"), inhoud.waar_het_om_gaat),
        (t("gesprek.al_geprobeerd"), inhoud.al_geprobeerd),
        (t("gesprek.aanwezig"), inhoud.aanwezig),
        (t("gesprek.makers"), ", ".join((*inhoud.makers, *filter(None, (inhoud.samen_met,))))),
        (t("deel.goed"), inhoud.zelf),
        (t("deel.kansen"), inhoud.kansen),
        (t("netwerk.kop").rstrip(":"), inhoud.netwerk),
        (t("verder.leverwens"), " ".join(deel for deel in (inhoud.leverwens, inhoud.leverwens_reden) if deel)),
    )
    yield from (Zin(kop, tekst, plek=kop) for kop, tekst in vast if tekst)
    for gebied in inhoud.leefgebieden:
        delen = [("goed", gebied.goed), ("lastig", gebied.lastig), ("wens", gebied.wens)]
        delen += [(een.label, een.woorden) for een in gebied.antwoorden]
        yield from (Zin(gebied.naam, tekst, plek=f"{gebied.naam}/{wat}") for wat, tekst in delen if tekst)
    for doel in inhoud.doelen:
        yield from _van_doel(t, inhoud, doel, koppen.get(doel.nummer, doel.tekst))
    yield from _bevonden(t, inhoud)
    yield from _verder(t, inhoud)


def _bevonden(t: Tekst, inhoud: PlanInhoud) -> Iterator[Zin]:
    kop = t("deel.bekeken")
    for een in inhoud.bevindingen:
        yield Zin(kop, f"{met_dubbele_punt(een.label)} {een.zin}", plek=f"{kop}/{een.sleutel}")


def _verder(t: Tekst, inhoud: PlanInhoud) -> Iterator[Zin]:
    """What comes after the goals: when, by whom, and who signs along."""
    kop, wie = t("deel.verder"), inhoud.contact
    terugkijk = datum_lang(inhoud.terugkijk, jaar=True) if inhoud.terugkijk else ""
    terug = t("doel.terugkijk", datum=terugkijk) if terugkijk else t("verder.terugkijk_open")
    yield Zin(kop, terug, plek="terugkijk")
    if inhoud.voorlichting is not None:
        dag = datum_lang(inhoud.voorlichting, jaar=True)
        yield Zin(kop, t("verder.voorlichting", datum=dag), plek="voorlichting")
    bel = "verder.bel" if wie.telefoon else "verder.vraag"
    yield Zin(kop, t(bel, naam=wie.naam, functie=wie.functie, telefoon=wie.telefoon or ""), plek="contact")
    yield from (Zin(kop, zin) for zin in inhoud.verder)
    tekent = t("deel.tekent")
    yield from (Zin(tekent, f"{een.naam}, {een.als}", kern=een.naam) for een in inhoud.tekenen)


def _van_doel(t: Tekst, inhoud: PlanInhoud, doel: InhoudDoel, kop: str) -> Iterator[Zin]:
    waar = f"“{kop}”"
    yield Zin(waar, doel.tekst, plek=waar)
    if doel.met_hulp_van:
        yield Zin(waar, f"{t('doel.met_hulp_van')} {doel.met_hulp_van}", plek=f"{waar}/hulp")
    if doel.resultaat:
        yield Zin(waar, f"{t('doel.resultaat')} {doel.resultaat}", plek=f"{waar}/resultaat")
    ladder = {"informeel": doel.informeel, "algemeen": doel.algemeen}
    ladder |= {een.sleutel: " ".join(deel for deel in (een.antwoord, een.woorden) if deel) for een in doel.ladder}
    antwoord = "" if doel.lichter_kan is None else t("doel.lichter_ja" if doel.lichter_kan else "doel.lichter_nee")
    ladder["lichter"] = " ".join(deel for deel in (antwoord, doel.lichter_reden) if deel)
    for vraag, woorden in ladder.items():
        if woorden:
            # A rung that only a newer program knows has no words here; what was said on it stands by itself.
            vooraf = f"{t(f'doel.{vraag}')} " if f"doel.{vraag}" in t else ""
            yield Zin(waar, f"{vooraf}{woorden}", plek=f"{waar}/{vraag}")
    for stap in doel.stappen:
        stand = t("doel.gedaan" if stap.gedaan else "doel.te_doen")
        yield Zin(waar, f"{stap.tekst} ({stand})", kern=stap.tekst)
    yield from (Zin(waar, _regel(t, inhoud, regel), kern=f"{regel.wie} {regel.tekst}") for regel in doel.afspraken)


def _regel(t: Tekst, inhoud: PlanInhoud, regel: InhoudAfspraak) -> str:
    """A line with all that the paper says of it, as one sentence."""
    delen = [
        f"{regel.wie}: {regel.tekst}",
        regel.organisatie,
        regel.hoe_vaak,
        regel.wanneer,
        regel.vorm,
        t("doel.vanaf", datum=datum_lang(regel.begin, jaar=True)) if regel.begin else None,
        t("doel.na_besluit") if inhoud.begint_na_besluit(regel) else None,
        t("doel.tot", datum=datum_lang(regel.einde, jaar=True)) if regel.einde else None,
        t("doel.terugkijk", datum=datum_lang(regel.terugkijk, jaar=True)) if regel.terugkijk else None,
        regel.waarom,
        t(f"doel.{regel.akkoord.replace(' ', '_')}") if regel.akkoord else None,
        regel.opmerking,
        regel.aangeboden,
        regel.voorkeur,
        regel.voorkeur_reden,
        regel.achtervang,
        t("doel.regelt", naam=regel.regelt) if regel.regelt else None,
    ]
    return ", ".join(deel.rstrip(".") for deel in delen if deel) + "."
