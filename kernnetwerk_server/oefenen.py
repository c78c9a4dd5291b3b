"""The practice municipality: fictional people, written as the server itself writes, with days counted from today."""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from kernnetwerk_app import teksten
from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.kernpagina import Kernpagina, kernpagina_id
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.voorziening import Stand, Voorziening
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.paths import resource
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_server import author, profielbeheer
from kernnetwerk_server.database import Database, create, open_existing
from kernnetwerk_server.errors import ProfielNietNieuwer
from kernnetwerk_server.tables import EntiteitRow

PROFIEL = "oefenen"
BESTAND = "oefengemeente.sqlite"
LEESMIJ = "LEESMIJ.txt"

_NAAMRUIMTE = UUID("6b65726e-6e65-4774-8765-726b6f656665")
"""Ids of fictional records follow from their keys, so that seeding twice adds nothing."""
_IN_HUISHOUDEN: Mapping[str, type[Entiteit]] = {"inwoner": Inwoner, "melding": Melding, "contact": Contact}


def open_practice(map_: Path, klok: Klok) -> Database:
    """The practice municipality in this folder, made if need be, with visits for today."""
    pad = map_ / BESTAND
    if not pad.exists():
        create(pad, profiel=PROFIEL, gemeente=load_profiel(PROFIEL).naam, oefenen=True)
    (map_ / LEESMIJ).write_text(teksten.load("server")("oefenen.leesmij"), encoding="utf-8")
    database = open_existing(pad)
    with suppress(ProfielNietNieuwer):
        profielbeheer.publiceer(database, None, klok)
    seed(database, klok)
    return database


def seed(database: Database, klok: Klok) -> None:
    """Write the fictional records that are not there yet, each worker's in that worker's name."""
    nu_ms = int(klok.nu().timestamp() * 1000)
    gegevens = _load()
    with database.writing() as sessie:
        for schrijver, entiteiten in (*_records(gegevens, klok.vandaag()), _kaart(klok.vandaag())):
            nieuw = [e for e in entiteiten if sessie.get(EntiteitRow, (e.soort, e.id)) is None]
            author.write_new(sessie, nieuw, nu_ms, schrijver)


def medewerkers() -> list[Medewerker]:
    """The fictional workers, in the order of the file."""
    return [_medewerker(rij) for rij in _load()["medewerker"]]


def _load() -> dict[str, Any]:
    with resource("oefenen", "huishoudens.toml").open("rb") as bestand:
        return tomllib.load(bestand)


def _records(gegevens: dict[str, Any], vandaag: date) -> Iterator[tuple[UUID, list[Entiteit]]]:
    """Who writes, and what: one save for the workers, one for each household, one for each inloop."""
    yield author.GEMEENTE_ID, [_medewerker(rij) for rij in gegevens["medewerker"]]
    for rij in gegevens["huishouden"]:
        dossier = _id("huishouden", rij["sleutel"])
        entiteiten = [_entity(Huishouden, "huishouden", rij, dossier, vandaag)]
        for soortnaam, soort in _IN_HUISHOUDEN.items():
            entiteiten += [_entity(soort, soortnaam, deel, dossier, vandaag) for deel in rij.get(soortnaam, ())]
        yield _id("medewerker", rij["schrijver"]), entiteiten
    for rij in gegevens["inloop"]:
        yield _id("medewerker", rij["schrijver"]), [_entity(Contact, "contact", rij, None, vandaag)]


def _kaart(vandaag: date) -> tuple[UUID, list[Entiteit]]:
    """The sociale kaart and what is known of the kernen, laid down by the municipality itself."""
    with resource("oefenen", "socialekaart.toml").open("rb") as bestand:
        gegevens = tomllib.load(bestand)
    vast = {"stand": Stand.VASTGESTELD}
    kaart = [_entity(Voorziening, "voorziening", rij | vast, None, vandaag) for rij in gegevens["voorziening"]]
    kernen = [{**rij, "id": kernpagina_id(PROFIEL, rij["kern"])} for rij in gegevens["kernpagina"]]
    return author.GEMEENTE_ID, [*kaart, *(Kernpagina.model_validate(rij) for rij in kernen)]


def _medewerker(rij: dict[str, Any]) -> Medewerker:
    return Medewerker(id=_id("medewerker", rij["sleutel"]), naam=rij["naam"], functie=rij["functie"])


def _entity(
    soort: type[Entiteit], soortnaam: str, rij: dict[str, Any], dossier: UUID | None, vandaag: date
) -> Entiteit:
    """One record of the file. What returns `elke_dag` is another record each day."""
    sleutel = f"{rij['sleutel']}/{vandaag}" if rij.get("elke_dag") else rij["sleutel"]
    velden = {veld: _resolve(waarde, vandaag) for veld, waarde in rij.items() if veld in soort.model_fields}
    return soort.model_validate({**velden, "id": _id(soortnaam, sleutel), "huishouden_id": dossier})


def _resolve(waarde: Any, vandaag: date) -> object:
    """`{dagen = -3}` is three days ago; `{medewerker = "sanne"}` is the id of that record; the rest is what it says."""
    if not isinstance(waarde, dict):
        return waarde
    [(wat, deel)] = waarde.items()
    return vandaag + timedelta(days=deel) if wat == "dagen" else _id(wat, deel)


def _id(soortnaam: str, sleutel: str) -> UUID:
    return uuid5(_NAAMRUIMTE, f"{soortnaam}/{sleutel}")
