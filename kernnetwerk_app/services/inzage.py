"""*Wie keek in mijn dossier?*: from the audit rows of this laptop, by day and by who it was (RES-02, NEN 7513).

A resident reads function and team; names only where the municipality says so. Rows do not travel yet, so it says of
which laptop this is, and how many others wrote in the dossier.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.samenvoeging import Samenvoeging, Soort, opgegaan_in
from kernnetwerk_app.klok import AMSTERDAM
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import Tekst
from kernnetwerk_app.teksten import load as load_tekst

WAARVOOR: Mapping[str, str] = {
    "dossier": "dossier",
    "conflict": "dossier",
    "papier": "papier",
    "daglijst": "papier",
    "bezorging": "papier",
    "agenda": "agenda",
    "gesprek": "gesprek",
    "keukentafel": "gesprek",
    "score": "gesprek",
    "vraagverheldering": "gesprek",
    "eerste_vraagverheldering": "gesprek",
    "onderzoek": "gesprek",
    "deskundige": "gesprek",
    "plan": "plan",
    "contact": "contact",
    "melding": "vraag",
    "triage": "vraag",
    "niveau": "vraag",
    "overdracht": "overdracht",
    "toezegging": "contact",
    "kortdurende_ondersteuning": "contact",
    "gegevens": "gegevens",
    "inwoner": "gegevens",
    "relatie": "gegevens",
    "bijzonderheid": "gegevens",
    "bezoekveiligheid": "gegevens",
    "verblijf": "gegevens",
    "samenvoeging": "gegevens",
    "toestemming": "rechten",
    "afzien": "rechten",
    "verzoek": "rechten",
    "bijlage": "gegevens",
    "avg": "rechten",
    "inzage": "rechten",
}
"""What each kind of deed was for, by the first word of its name: a word under `keek.waarvoor`. Any other is work: that
somebody asked about safety, or that there is a signal, is nothing for a paper that others in the house may see."""


@dataclass(frozen=True, slots=True)
class Keek:
    """One worker on one day: function, team and maybe name, and for what, in the order in which it happened."""

    datum: date
    wie: str
    waarvoor: tuple[str, ...]
    keer: int
    """How many deeds."""


@dataclass(frozen=True, slots=True)
class InzageBeeld:
    """Latest day first. `andere_laptops`: on how many others something was written in this dossier."""

    keren: tuple[Keek, ...]
    laptop: int
    andere_laptops: int
    met_namen: bool


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> InzageBeeld:
    """Who looked, as far as this laptop knows."""
    t = load_tekst("rechtenblad").met(plek.profiel.zeg)
    alle = dossiers(lezer, huishouden_id)
    medewerkers = {wie.id: wie for wie in lezer.find(Medewerker)}
    dagen: dict[tuple[date, UUID], list[str]] = {}
    for rij in lezer.inzagen(alle):
        dag = rij.moment.astimezone(AMSTERDAM).date()
        dagen.setdefault((dag, rij.user_id), []).append(rij.naam)
    keren = [
        Keek(dag, noem(plek, t, medewerkers.get(wie)), _waarvoor(t, namen), len(namen))
        for (dag, wie), namen in dagen.items()
    ]
    eigen = lezer.meta().device_no
    return InzageBeeld(
        keren=tuple(reversed(keren)),
        laptop=eigen,
        andere_laptops=len(lezer.laptops(alle) - {eigen, 0}),
        met_namen=plek.profiel.delen.namen_bij_inzage,
    )


def dossiers(lezer: Lezer, huishouden_id: UUID) -> list[UUID]:
    """This dossier, and those that went up in it."""
    op = opgegaan_in(lezer.find(Samenvoeging, waarvan=Soort.DOSSIER), Soort.DOSSIER)
    return [huishouden_id, *(weg for weg, blijft in op.items() if blijft == huishouden_id)]


def noem(plek: Werkplek, t: Tekst, wie: Medewerker | None) -> str:
    """Function and team; the name before it only where the municipality gives names."""
    if wie is None:
        return t("keek.onbekend")
    teams = [team.naam for team in plek.profiel.teams if team.sleutel in plek.profiel.teams_van(wie.functie)]
    functie = ", ".join([wie.functie.value, *teams])
    return f"{wie.naam}, {functie}" if plek.profiel.delen.namen_bij_inzage else functie[:1].upper() + functie[1:]


def _waarvoor(t: Tekst, namen: list[str]) -> tuple[str, ...]:
    soorten = dict.fromkeys(WAARVOOR.get(naam.partition(".")[0], "werk") for naam in namen)
    return tuple(t(f"keek.waarvoor.{soort}") for soort in soorten)
