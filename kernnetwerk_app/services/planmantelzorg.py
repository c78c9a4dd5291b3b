"""The part of the plan about mantelzorgers: what each carries and what carries them (NET-06).

The resident reads the plan, and so does everybody at home. So of a mantelzorger who does not want that it says nothing:
not that there was a talk, nor when, nor that there was none. In its place stands that one can always talk with us
apart, in the same words whoever they are and whatever they told.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.draagkracht import Draagkracht, Meter, geldende
from kernnetwerk_app.domain.ladder import Trede
from kernnetwerk_app.domain.mantelzorg import Delen, Mantelzorg, mantelzorg_id
from kernnetwerk_app.domain.mantelzorgwoorden import Band, banden, van_wie, vraagt_van_hen
from kernnetwerk_app.domain.onderzoek import VOOR
from kernnetwerk_app.domain.planversie import InhoudAntwoord, InhoudBevinding, InhoudLeefgebied, PlanInhoud
from kernnetwerk_app.domain.relatie import MANTELZORG, Relatie, geldt
from kernnetwerk_app.services.inwoner import alle_ids, hoofdpersoon
from kernnetwerk_app.services.naaste import naam_van
from kernnetwerk_app.services.relatie import is_van_ander
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import Tekst
from kernnetwerk_app.teksten import load as load_tekst

_KOPPEN_ERVAN = frozenset({f"{VOOR}mantelzorger", f"{VOOR}sociaal_netwerk"})
"""Headings of the onderzoek that ask of the mantelzorger: what they need, and what the network does, mantelzorg too
(Wmo 2015 art. 2.3.2 lid 4 onder c and d).
"""
_GEZEGD = ("taken", "grenzen", "draaglast", "draagkracht", "volhoudtijd", "steun")
"""What may be told of a mantelzorger, in the order of the plan; words under `plan`."""


def deel_mantelzorg(plek: Werkplek, lezer: Lezer, huishouden_id: UUID | None) -> tuple[InhoudLeefgebied, ...]:
    """One part with the mantelzorgers of the resident and the children, and what the resident carries for another; none
    where there is no mantelzorger. Who cares for another adult of the house is told to that one.
    """
    relaties = lezer.find(Relatie, huishouden_id=huishouden_id, hulpsoort=MANTELZORG)
    zelf = alle_ids(lezer, hoofdpersoon(lezer, huishouden_id).id) if relaties else []
    eigen = [r for r in relaties if r.ander_id in zelf or not is_van_ander(lezer, r, zelf, plek.vandaag)]
    t, nu = load_tekst("mantelzorg"), [r for r in eigen if geldt(r, plek.vandaag)]
    antwoorden = [deel for r in nu for deel in _van(plek, lezer, r)]
    if not all(_is_open(lezer, r) for r in nu):
        antwoorden.append(InhoudAntwoord(label=t("plan.praten"), woorden=t("plan.kan_apart")))
    return (InhoudLeefgebied(naam=t("plan.kop"), antwoorden=tuple(antwoorden)),) if antwoorden else ()


def vertelt_van(plek: Werkplek, lezer: Lezer, huishouden_id: UUID | None, inhoud: PlanInhoud) -> tuple[UUID, ...]:
    """The relations of whom this content tells something, in the part above, on the ladder of a goal or in what the
    onderzoek brought: asked when it is frozen, for only then the names in it are surely those of today.
    """
    t = load_tekst("mantelzorg")
    treden = [(een.woorden or "", een.sleutel == Trede.MANTELZORG) for doel in inhoud.doelen for een in doel.ladder]
    woorden = (*treden, *_gevonden(plek, inhoud.bevindingen))
    van = _elders(plek, lezer, huishouden_id, woorden, inhoud.datum)
    gezegd, namen = _gezegd(inhoud), _namen(lezer, huishouden_id)
    van |= {relatie_id for relatie_id, naam in namen.items() if gezegd & _koppen(t, naam)}
    return tuple(sorted(van))


def zonder_ja(
    plek: Werkplek, lezer: Lezer, huishouden_id: UUID | None, inhoud: PlanInhoud, ja: Collection[UUID]
) -> tuple[str, ...]:
    """Mantelzorgers, by name, of whom this content tells something, in their own part or anywhere else, and who did not
    say that we may share their story: not in that story, and not as one of those who said yes to the plan
    itself (`ja`). In a version that does not say of whom it tells, who cannot be found any more said no yes.
    """
    t = load_tekst("mantelzorg")
    van = set(vertelt_van(plek, lezer, huishouden_id, inhoud)) | set(inhoud.mantelzorgers or ())
    onbekend = inhoud.mantelzorgers is None and _van_wie_ook(lezer, huishouden_id, inhoud, t, van)
    nog = [t("plan.wie_ook")] if onbekend else []
    for relatie_id in sorted(van):
        relatie = lezer.find_one(Relatie, relatie_id)
        if relatie is None:  # not on this laptop: then nor is what this one said
            nog.append(t("plan.wie_ook"))
            continue
        if not _zei_ja(lezer, relatie, ja):
            nog.append(naam_van(lezer, relatie) or t("onbekend"))
    return tuple(dict.fromkeys(nog))


def nu_zonder_ja(
    plek: Werkplek,
    lezer: Lezer,
    huishouden_id: UUID | None,
    bevindingen: Iterable[InhoudBevinding],
    ja: Collection[UUID],
) -> tuple[str, ...]:
    """Mantelzorgers, by name, of whom a paper of today tells something, their story or what the onderzoek brought
    (`bevindingen`), and who did not say that we may share that; as `zonder_ja` for a paper that was never frozen.
    """
    t = load_tekst("mantelzorg")
    van = _elders(plek, lezer, huishouden_id, _gevonden(plek, bevindingen), plek.vandaag)
    nog = []
    for relatie in lezer.find(Relatie, huishouden_id=huishouden_id, hulpsoort=MANTELZORG):
        eigen = lezer.find_one(Mantelzorg, mantelzorg_id(relatie.id))
        vertelt = eigen is not None and eigen.inwoner_mag_zien and geldt(relatie, plek.vandaag)
        if (vertelt or relatie.id in van) and not _zei_ja(lezer, relatie, ja):
            nog.append(naam_van(lezer, relatie) or t("onbekend"))
    return tuple(dict.fromkeys(nog))


def _zei_ja(lezer: Lezer, relatie: Relatie, ja: Collection[UUID]) -> bool:
    """In their own story, or as one of those who said yes to the paper itself."""
    eigen = lezer.find_one(Mantelzorg, mantelzorg_id(relatie.id))
    return relatie.ander_id in ja or (eigen is not None and eigen.delen is Delen.JA)


def _van_wie_ook(lezer: Lezer, huishouden_id: UUID | None, inhoud: PlanInhoud, t: Tekst, van: set[UUID]) -> bool:
    """Whether the part tells more than that one can speak apart or did not yet, under a heading of nobody in `van`; who
    is found by name under another kind of help is put there.
    """
    namen = {r.id: naam_van(lezer, r) or t("onbekend") for r in lezer.find(Relatie, huishouden_id=huishouden_id)}
    for label in _gezegd(inhoud):
        wie = {relatie_id for relatie_id, naam in namen.items() if label in _koppen(t, naam)}
        if not wie:
            return True
        if not wie & van:
            van |= wie
    return False


def _gezegd(inhoud: PlanInhoud) -> set[str]:
    """The headings in the part about mantelzorg under which something is told of one. `apart` stands in versions of
    before: that we spoke apart, and when.
    """
    t = load_tekst("mantelzorg")
    niets = "|".join(
        "[^.]+".join(map(re.escape, t(f"plan.{key}", datum="|").split("|")))
        for key in ("apart", "gekeken", "kan_apart", "nog_niet")
    )
    return {
        antwoord.label
        for deel in inhoud.leefgebieden
        if deel.naam == t("plan.kop")
        for antwoord in deel.antwoorden
        if not re.fullmatch(niets, antwoord.woorden)
    }


def _koppen(t: Tekst, naam: str) -> set[str]:
    return {t(f"plan.{sleutel}", naam=naam) for sleutel in _GEZEGD}


def _namen(lezer: Lezer, huishouden_id: UUID | None) -> dict[UUID, str]:
    """Who are or were mantelzorger here, by relation."""
    relaties = lezer.find(Relatie, huishouden_id=huishouden_id, hulpsoort=MANTELZORG)
    return {een.id: naam_van(lezer, een) or load_tekst("mantelzorg")("onbekend") for een in relaties}


def _banden(plek: Werkplek, lezer: Lezer, huishouden_id: UUID | None, dag: date) -> dict[str, Band]:
    """What everybody with one name is who was mantelzorger on a `dag`, over all their relations; of one for something
    else, such as a curator, only counts what it does say.
    """
    verwant, wat, t = plek.profiel.doeners.verwanten, plek.profiel.lijst("relaties"), load_tekst("mantelzorg")
    alle = [
        (naam_van(lezer, een) or t("onbekend"), wat.label(een.relatie), een.hulpsoort == MANTELZORG)
        for een in lezer.find(Relatie, huishouden_id=huishouden_id)
        if geldt(een, dag)
    ]
    return {
        naam: banden(
            [label for wie, label, zorgt in alle if wie == naam and zorgt],
            verwant,
            [label for wie, label, zorgt in alle if wie == naam and not zorgt],
        )
        for naam in {naam for naam, _, zorgt in alle if zorgt}
    }


def _gevonden(plek: Werkplek, bevindingen: Iterable[InhoudBevinding]) -> Iterator[tuple[str, bool]]:
    """What was written, each with whether its heading asks of mantelzorgers. That a heading was looked at, without a
    word, tells of nobody.
    """
    verwant = plek.profiel.doeners.verwanten
    for een in bevindingen:
        if een.woorden:
            yield een.woorden, een.sleutel in _KOPPEN_ERVAN or vraagt_van_hen(een.label, verwant)


def _elders(
    plek: Werkplek, lezer: Lezer, huishouden_id: UUID | None, geschreven: Iterable[tuple[str, bool]], dag: date
) -> set[UUID]:
    """The relations of whom is told at a goal or in what the onderzoek brought, by what was `geschreven` there
    (`van_wie`) on a `dag`: who were mantelzorger then may be meant without a name.
    """
    namen, toen = _namen(lezer, huishouden_id), _banden(plek, lezer, huishouden_id, dag)
    verwant = plek.profiel.doeners.verwanten
    van = {
        naam
        for woorden, van_hen in geschreven
        for naam in van_wie(woorden, set(namen.values()), toen, verwant, kop_van_hen=van_hen)
    }
    return {relatie_id for relatie_id, naam in namen.items() if naam in van}


def _is_open(lezer: Lezer, relatie: Relatie) -> bool:
    eigen = lezer.find_one(Mantelzorg, mantelzorg_id(relatie.id))
    return eigen is not None and bool(eigen.inwoner_mag_zien)


def _van(plek: Werkplek, lezer: Lezer, relatie: Relatie) -> Iterator[InhoudAntwoord]:
    """What this one lets the resident read; nothing as long as they did not say so."""
    t = load_tekst("mantelzorg")
    naam = naam_van(lezer, relatie) or t("onbekend")
    eigen = lezer.find_one(Mantelzorg, mantelzorg_id(relatie.id))
    metingen = geldende(lezer.find(Draagkracht, mantelzorg_id=mantelzorg_id(relatie.id)))
    laatst = metingen[0] if metingen else None
    nu = next((meting for meting in metingen if meting.meter is Meter.ZELF), None)
    if eigen is None or not eigen.inwoner_mag_zien:
        return
    volhoudtijd = plek.profiel.lijst("volhoudtijden").label(nu.volhoudtijd) if nu is not None else ""
    gezegd: tuple[str | None, ...] = (
        eigen.taken,
        eigen.grenzen,
        nu.draaglast if nu is not None else None,
        nu.draagkracht if nu is not None else None,
        volhoudtijd,
        eigen.steun,
    )
    for sleutel, wat in zip(_GEZEGD, gezegd, strict=True):
        if wat:
            yield InhoudAntwoord(label=t(f"plan.{sleutel}", naam=naam), woorden=wat)
    if laatst is None:
        yield InhoudAntwoord(label=t("plan.hoe", naam=naam), woorden=t("plan.nog_niet"))
    elif laatst.meter is not Meter.ZELF:  # what we saw is for professionals: not even the mantelzorger reads it
        datum = datum_lang(laatst.datum, jaar=True)
        yield InhoudAntwoord(label=t("plan.hoe", naam=naam), woorden=t("plan.gekeken", datum=datum))
