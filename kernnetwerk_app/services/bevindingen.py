"""What the onderzoek brought, in the words of the two papers that are its outcome: the verslag and the plan (PLAN-02).

Both are for the resident (Wmo 2015 art. 2.3.2 lid 8), so nothing gets in but what that reader may see. The plan is also
read by whoever the resident gives it to: the answer of a deskundige stays on the verslag.
"""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from kernnetwerk_app.domain.base import VoorWie, voor_lezer
from kernnetwerk_app.domain.deskundige import Deskundige
from kernnetwerk_app.domain.eerste_vraagverheldering import lees_meer
from kernnetwerk_app.domain.lijst import Keuze
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.onderzoek import UITKOMSTEN, VOOR, ZEGT_NIETS, Onderzoek, onderzoek_id
from kernnetwerk_app.domain.plan import Ondersteuningsplan, PlanSoort
from kernnetwerk_app.domain.planversie import InhoudBevinding
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.vraagverheldering import Antwoord, Vraagverheldering, antwoord_id, vraagverheldering_id
from kernnetwerk_app.services import deskundige, deskundigeja
from kernnetwerk_app.services.inwoner import alle_ids, hoofdpersoon
from kernnetwerk_app.services.kortdurende_ondersteuning import list_steun
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load

DESKUNDIGE, DESKUNDIGEN = "deskundige", "deskundigen"
"""Key of that one of them answered, and what came of it when more did."""
_LATER = ("nu", "verandert", "blijft_passen")
"""Now and later, as fields of the onderzoek in the order of the papers (OND-12)."""


def op_plan(
    plek: Werkplek,
    lezer: Lezer,
    plan: Ondersteuningsplan,
    verheldering: Vraagverheldering,
    meldingen: Sequence[Melding],
) -> Iterator[InhoudBevinding]:
    """What the onderzoek of these questions brought, for the plan that answers them, also while the melding of its own
    gesprek is still on its way. The light plan van aanpak has none: there the verslag is the outcome.
    """
    if plan.plansoort is PlanSoort.PLAN_VAN_AANPAK:
        return
    ids = melding_ids(verheldering, meldingen)
    yield from later(plek, lezer, ids)
    yield from bekeken(plek, lezer, ids, alles=False)
    t = load("papier")
    hoe = (een.eigen_plan_gebruikt for een in _onderzoeken(lezer, ids))
    yield from _gezegd("eigen_plan", t("bekeken.eigen_plan"), hoe)
    if aantal := _antwoordden(plek, lezer, plan, ids):
        waarde = DESKUNDIGE if aantal == 1 else DESKUNDIGEN
        zin = t(f"bekeken.{waarde}")
        yield InhoudBevinding(sleutel=DESKUNDIGE, label=t("bekeken.meegedacht"), uitkomst=zin, waarde=waarde)


def op_verslag(plek: Werkplek, lezer: Lezer, melding_id: UUID) -> Iterator[InhoudBevinding]:
    """What the onderzoek of this question brought, as far as people wrote it down, for the verslag of it."""
    yield from later(plek, lezer, [melding_id])
    yield from bekeken(plek, lezer, [melding_id])
    t = load("verslag")
    for een in _onderzoeken(lezer, [melding_id]):
        yield from _gezegd("eigen_plan", t("plan.gebruikt"), [een.eigen_plan_gebruikt])
        yield from _gezegd("eigen_plan", t("plan.inhoud"), [een.eigen_plan_inhoud])
    for melding in lezer.find(Melding, id=melding_id):
        yield from _gezegd(DESKUNDIGE, "", _met_deskundigen(plek, lezer, melding))
    hulp = [voor_lezer(VoorWie.PERSOON, een.steun) for een in list_steun(lezer, melding_id)]
    yield from _gezegd("intussen", "", (tekst for een in hulp for tekst in (een.inhoud, een.resultaat)))


def melding_ids(verheldering: Vraagverheldering, meldingen: Sequence[Melding]) -> tuple[UUID, ...]:
    """The questions of which the onderzoek stands on the plan, the one of its own gesprek first."""
    return tuple(dict.fromkeys((verheldering.melding_id, *(melding.id for melding in meldingen))))


def bekeken(
    plek: Werkplek, lezer: Lezer, melding_ids: Sequence[UUID], *, alles: bool = True
) -> Iterator[InhoudBevinding]:
    """Each heading that was looked at, of what there is already and of what the law asks beside it, with what came out
    and why (OND-07, OND-14); no other. Without `alles` also not one of which nothing more is said than that it was
    looked at or does not matter here: that tells nothing.
    """
    for naam, uitkomsten in UITKOMSTEN.items():
        komt_eruit = plek.profiel.lijst(uitkomsten)
        for keuze, antwoord in _gevonden(lezer, plek.profiel.lijst(naam).keuzes, melding_ids):
            uit = komt_eruit.op_papier(antwoord.waarde) if antwoord.waarde else ""
            woorden = None if is_leeg(antwoord.toelichting) else antwoord.toelichting
            if woorden or (uit and (alles or antwoord.waarde not in ZEGT_NIETS)):
                yield InhoudBevinding(
                    sleutel=antwoord.sleutel,
                    label=keuze.op_papier,
                    uitkomst=uit or None,
                    woorden=woorden,
                    waarde=antwoord.waarde,
                )


def later(plek: Werkplek, lezer: Lezer, melding_ids: Sequence[UUID]) -> Iterator[InhoudBevinding]:
    """What matters to the resident; what is needed now, what changes and why it still fits then (OND-12, OND-19)."""
    alle = _onderzoeken(lezer, melding_ids)
    t, telt = load("verslag"), plek.profiel.lijst("wat_telt")
    gekozen = dict.fromkeys(sleutel for een in alle for sleutel in lees_meer(een.belangrijk))
    if gekozen:
        uitkomst, waarde = ", ".join(dict.fromkeys(map(telt.label, gekozen))), "\n".join(gekozen)
        yield InhoudBevinding(sleutel="belangrijk", label=t("later.belangrijk"), uitkomst=uitkomst, waarde=waarde)
    for veld in _LATER:
        yield from _gezegd(veld, t(f"later.{veld}"), (getattr(een, veld) for een in alle))


def _gevonden(lezer: Lezer, keuzes: Iterable[Keuze], melding_ids: Sequence[UUID]) -> Iterator[tuple[Keuze, Antwoord]]:
    """What was found under each of these headings, for this reader; of two questions the same is said once."""
    gesprekken = [vraagverheldering_id(melding_id) for melding_id in melding_ids]
    plaatsen = {keuze: [antwoord_id(een, f"{VOOR}{keuze.sleutel}") for een in gesprekken] for keuze in keuzes}
    alle = {een.id: een for een in lezer.find(Antwoord, id=[een for ids in plaatsen.values() for een in ids])}
    for keuze, ids in plaatsen.items():
        gezien = [voor_lezer(VoorWie.PERSOON, alle[een]) for een in ids if een in alle]
        yield from {(een.waarde, een.toelichting): (keuze, een) for een in gezien}.values()


def _onderzoeken(lezer: Lezer, melding_ids: Sequence[UUID]) -> list[Onderzoek]:
    alle = (lezer.find_one(Onderzoek, onderzoek_id(melding_id)) for melding_id in melding_ids)
    return [voor_lezer(VoorWie.PERSOON, een) for een in alle if een is not None]


def _gezegd(sleutel: str, label: str, teksten: Iterable[str | None]) -> Iterator[InhoudBevinding]:
    """Each text once; nothing where nobody wrote any."""
    woorden = "\n".join(dict.fromkeys(tekst for tekst in teksten if tekst is not None and not is_leeg(tekst)))
    if woorden:
        yield InhoudBevinding(sleutel=sleutel, label=label, woorden=woorden)


def _met_deskundigen(plek: Werkplek, lezer: Lezer, melding: Melding) -> Iterator[str | None]:
    """The questions that went out and the answers, as far as this resident reads them."""
    wie = hoofdpersoon(lezer, melding.huishouden_id)
    for regel in (
        deskundige.gevraagde(plek, lezer, melding.huishouden_id, melding, wie) if melding.huishouden_id else ()
    ):
        for een in (regel, *regel.ook):
            gezien = voor_lezer(VoorWie.PERSOON, een.deskundige)
            yield from (gezien.vraag, gezien.antwoord)


def _antwoordden(plek: Werkplek, lezer: Lezer, plan: Ondersteuningsplan, melding_ids: Sequence[UUID]) -> int:
    """How many deskundigen answered about the owner of the plan, under a yes that nobody took back (OND-15)."""
    hier = lezer.find(Deskundige, huishouden_id=plan.huishouden_id)
    alle = [een for een in hier if een.melding_id in melding_ids]
    wie = alle_ids(lezer, hoofdpersoon(lezer, plan.huishouden_id).id) if alle else []
    gesteld = (
        deskundigeja.zoals_gesteld(plek, lezer, een)
        for een in alle
        if een.inwoner_id in wie and een.antwoord_datum is not None
    )
    return sum(deskundigeja.teruggenomen(plek, lezer, een) is None for een in gesteld)
