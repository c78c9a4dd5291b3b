"""To whom a question can go: who is meant by what was typed, and which way leads there (TRI-05, TRI-07)."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from uuid import UUID

from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.overdracht import Overdracht
from kernnetwerk_app.domain.tekst import een_regel, lees_regel
from kernnetwerk_app.domain.triage import Triage, geldende
from kernnetwerk_app.services import triage
from kernnetwerk_app.services.melding import contactpersonen
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer

_GELIJKEND = 0.75
"""How much alike two names are before one is taken for the other, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Ontvanger:
    """One to whom it can go, by the words that people read. `buiten_triage`: going there now is the fast route."""

    label: str
    naar_id: UUID | None
    naar_team: str | None
    buiten_triage: bool


def noem(medewerkers: Iterable[Medewerker]) -> dict[UUID, str]:
    """What each colleague is called; of two with one name also their functie, and their number where they have one."""
    alle = list(medewerkers)
    namen = {wie.id: wie.naam for wie in alle}
    noemers: tuple[Callable[[Medewerker], str], ...] = (
        lambda wie: wie.functie.value,
        lambda wie: wie.telefoon or "",
        lambda wie: str(alle.index(wie) + 1),
    )
    for noemer in noemers:
        keer = Counter(naam.casefold() for naam in namen.values())
        for wie in alle:
            if keer[namen[wie.id].casefold()] > 1 and noemer(wie):
                namen[wie.id] = f"{namen[wie.id]}, {noemer(wie)}"
    return namen


def naar_wie(plek: Werkplek, overdracht: Overdracht, namen: Mapping[UUID, str]) -> str:
    """To whom it goes, in words."""
    team = plek.profiel.teamlijst.label(overdracht.naar_team)
    return namen.get(overdracht.naar_id, "") if overdracht.naar_id is not None else team


def ontvangers(plek: Werkplek, lezer: Lezer, melding: Melding, namen: Mapping[UUID, str]) -> tuple[Ontvanger, ...]:
    """Colleagues first, then teams; no two have the same words."""
    snel = _team_buiten_triage(plek, lezer, melding)
    collegas = [m for m in contactpersonen(plek, lezer) if m.id != plek.medewerker.id]
    return (
        *(Ontvanger(namen[m.id], m.id, None, _is_alleen_van(plek, m, snel)) for m in collegas),
        *(Ontvanger(team.naam, None, team.sleutel, team.sleutel == snel) for team in plek.profiel.teams),
    )


def vind(getypt: str, onder: Iterable[Ontvanger]) -> Ontvanger | None:
    """Who has just these words; None for somebody who is not in the list."""
    gelezen = een_regel(getypt).casefold()
    return next((wie for wie in onder if wie.label.casefold() == gelezen), None)


def lijkt_op(getypt: str, onder: Sequence[Ontvanger]) -> Ontvanger | None:
    """Who was probably meant: whose label has these words in it, or is nearly the same.

    To who is reached past the triage these words may also say more than the name: a slip of the pen, or an article
    before it, is no way round the ground that is asked there (TRI-07).
    """
    gelezen = lees_regel(getypt).casefold()
    snel = [wie for wie in onder if wie.buiten_triage]
    gevonden = next((wie for wie in snel if _noemt(gelezen, wie.label.casefold())), None)
    return gevonden or max(
        (wie for wie in onder if _is_bijna(gelezen, wie.label.casefold())),
        key=lambda wie: (_delen(gelezen) <= _delen(wie.label.casefold()), _gelijk(gelezen, wie.label.casefold())),
        default=None,
    )


def bedoeld(plek: Werkplek, lezer: Lezer, melding: Melding, overdracht: Overdracht) -> tuple[Overdracht, bool]:
    """The same offer to who is meant by its words, and whether that is past the triage now.

    Words that are somebody of the list are kept as that; words that look like who is past the triage too.
    """
    if overdracht.naar_id is not None:
        collega = lezer.find_one(Medewerker, overdracht.naar_id)
        return overdracht, _is_alleen_van(plek, collega, _team_buiten_triage(plek, lezer, melding))
    keuzes = ontvangers(plek, lezer, melding, noem(lezer.find(Medewerker)))
    naar = overdracht.naar_team or ""
    wie = next((keuze for keuze in keuzes if naar and keuze.naar_team == naar), None) or vind(naar, keuzes)
    wie = wie or lijkt_op(naar, [keuze for keuze in keuzes if keuze.buiten_triage])
    if wie is None:
        return overdracht, False
    return overdracht.model_copy(update={"naar_id": wie.naar_id, "naar_team": wie.naar_team}), wie.buiten_triage


def voorgesteld_team(plek: Werkplek, lezer: Lezer, melding: Melding) -> str:
    """The team that the route leads to: route 3, a part of a combination, or the fast route (TRI-05, TRI-07)."""
    if not triage.loopt_naar_maatwerk(lezer, melding):
        return ""
    keuze = geldende(lezer.find(Triage, melding_id=melding.id))
    snel = keuze is not None and keuze.is_versneld
    return plek.profiel.snelle_route.naar if snel else plek.profiel.triage.maatwerkteam


def _team_buiten_triage(plek: Werkplek, lezer: Lezer, melding: Melding) -> str:
    """The team to which this question can only go the fast way now (TRI-07); empty where a route leads there, where
    there is no fast route, and for who is of that team.
    """
    snel = plek.profiel.snelle_route
    if not snel.gronden or snel.naar in plek.profiel.teams_van(plek.medewerker.functie):
        return ""
    return "" if triage.loopt_naar_maatwerk(lezer, melding) else snel.naar


def _is_alleen_van(plek: Werkplek, medewerker: Medewerker | None, team: str) -> bool:
    """Whether asking this colleague is asking that team."""
    return bool(team) and medewerker is not None and plek.profiel.teams_van(medewerker.functie) == {team}


def _delen(woorden: str) -> set[str]:
    return set(woorden.replace(",", " ").split())


def _gelijk(een: str, ander: str) -> float:
    return SequenceMatcher(None, een, ander).ratio()


def _is_bijna(getypt: str, label: str) -> bool:
    woorden = _delen(getypt)
    return bool(woorden) and (woorden <= _delen(label) or _gelijk(getypt, label) >= _GELIJKEND)


def _noemt(getypt: str, label: str) -> bool:
    """Whether this name is in what was typed, whole or with a slip of the pen, also written in parts."""
    naam, woorden = _delen(label), _delen(getypt)
    aaneen = getypt.replace(" ", "").replace("-", "")
    if naam <= woorden or label.replace(" ", "") in aaneen or _is_bijna(getypt, label):
        return True
    return len(naam) == 1 and any(_gelijk(woord, label) >= _GELIJKEND for woord in woorden)
