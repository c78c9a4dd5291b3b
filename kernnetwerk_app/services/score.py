"""Giving a score, taking it back, and what was scored so far (OND-04). No paper and no turned screen reads this unless
somebody agreed that the recipient may have it; see `services/kijkrichting.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.lijst import Keuze
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.score import SCHAAL, Score, Trend, Volgens, check_score, meetmomenten, reeks, trend
from kernnetwerk_app.domain.werkwijze import Lens
from kernnetwerk_app.services.inwoner import alle_ids, leden
from kernnetwerk_app.services.tekst import Bases, maak, wijzig
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer

Onderwerp = tuple[Lens, str]
"""A life domain or a side of life: in which lens, and its key."""


@dataclass(frozen=True, slots=True)
class NieuweScore:
    """What was filled in; `stand` is the key of a level."""

    inwoner_id: UUID
    onderwerp: Onderwerp
    stand: str
    reden: str
    volgens: Volgens = Volgens.PROFESSIONAL
    datum: date | None = None
    """Today unless given."""


@dataclass(frozen=True, slots=True)
class Verloop:
    """The scores of one person on one subject, in time; `momenten` by day: T0, T1 and so on."""

    inwoner: Inwoner
    scores: tuple[Score, ...]
    momenten: Mapping[date, str]

    @property
    def trend(self) -> Trend:
        """How the last is to the one before."""
        return trend(self.scores)


def standen(profiel: Gemeenteprofiel, lens: Lens) -> tuple[str, int, tuple[Keuze, ...]]:
    """The scale of a lens: which list, which version of it, and its levels from the lowest up."""
    if lens is Lens.ASSEN:
        return profiel.assen.sleutel, profiel.assen.versie, profiel.assen.standen
    schaal = profiel.lijst(SCHAAL)
    return schaal.sleutel, schaal.versie, schaal.keuzes


def geef(
    plek: Werkplek, huishouden_id: UUID, nieuw: NieuweScore, herkomst: object = None, concept: str = ""
) -> Changes:
    """Keep this score beside the earlier ones. Raises what `check_score` raises, and `RegelTeLang`."""
    lens, onderwerp = nieuw.onderwerp
    schaal, versie, keuzes = standen(plek.profiel, lens)
    plaats = [keuze.sleutel for keuze in keuzes].index(nieuw.stand)
    score = maak(
        Score,
        id=plek.new_id(),
        huishouden_id=huishouden_id,
        inwoner_id=nieuw.inwoner_id,
        lens=lens,
        onderwerp=onderwerp,
        datum=nieuw.datum or plek.vandaag,
        door_id=plek.medewerker.id,
        volgens=nieuw.volgens,
        schaal=schaal,
        schaalversie=versie,
        stand=keuzes[plaats].label,
        plaats=plaats + 1,
        hoogste=len(keuzes),
        reden=nieuw.reden,
    )
    with plek.store.write(herkomst) as werk:
        wie = werk.find_one(Inwoner, nieuw.inwoner_id)
        check_score(score, plek.vandaag, wie.geboortedatum if wie is not None else None)
        werk.add(score)
        werk.keep_concept(concept, {})
        return werk.commit("score.gegeven", huishouden_id)


def neem_terug(plek: Werkplek, geladen: Score, bases: Bases, herkomst: object = None) -> Changes:
    """It should not have been given: it counts no more from today on."""
    with plek.store.write(herkomst) as werk:
        wijzig(werk, geladen, bases, {"vervallen_datum": plek.vandaag})
        return werk.commit("score.vervallen", geladen.huishouden_id)


def load(lezer: Lezer, huishouden_id: UUID) -> dict[Onderwerp, tuple[Verloop, ...]]:
    """What was scored, by subject and person; who turned out to be the same has one row of scores."""
    alle = lezer.find(Score, huishouden_id=huishouden_id, vervallen_datum=None)
    van: dict[Onderwerp, list[Verloop]] = {}
    for mens in leden(lezer, huishouden_id):
        eigen = [score for score in alle if score.inwoner_id in alle_ids(lezer, mens.id)]
        for lens in Lens:
            in_lens = [score for score in eigen if score.lens is lens]
            momenten = meetmomenten(in_lens)
            for onderwerp in dict.fromkeys(score.onderwerp for score in in_lens):
                gezet = reeks(score for score in in_lens if score.onderwerp == onderwerp)
                van.setdefault((lens, onderwerp), []).append(Verloop(mens, gezet, momenten))
    return {onderwerp: tuple(verlopen) for onderwerp, verlopen in van.items()}
