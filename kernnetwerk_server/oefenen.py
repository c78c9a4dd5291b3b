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


def open_practice(map_: Path, klok: Klok, *, gevuld: bool = False) -> Database:
    """The practice municipality in this folder, made if need be, with visits for today.

    `gevuld`: with what the municipality itself adds where colleagues are to fill it (`kernnetwerk_app.oefengemeente`).
    """
    pad = map_ / BESTAND
    if not pad.exists():
        create(pad, profiel=PROFIEL, gemeente=load_profiel(PROFIEL).naam, oefenen=True)
    (map_ / LEESMIJ).write_text(teksten.load("server")("oefenen.leesmij"), encoding="utf-8")
    database = open_existing(pad)
    with suppress(ProfielNietNieuwer):
        profielbeheer.publiceer(database, None, klok)
    seed(database, klok, gevuld=gevuld)
    return database


def seed(database: Database, klok: Klok, *, gevuld: bool = False) -> None:
    """Write the fictional records that are not there yet, each worker's in that worker's name."""
    nu_ms = int(klok.nu().timestamp() * 1000)
    gegevens = _load(gevuld)
    with database.writing() as sessie:
        for schrijver, entiteiten in (*_records(gegevens, klok.vandaag()), _kaart(klok.vandaag())):
            nieuw = [e for e in entiteiten if sessie.get(EntiteitRow, (e.soort, e.id)) is None]
            author.write_new(sessie, nieuw, nu_ms, schrijver)


def medewerkers(*, gevuld: bool = False) -> dict[str, Medewerker]:
    """The fictional workers by their key, in the order of the files."""
    return {rij["sleutel"]: _medewerker(rij) for rij in _load(gevuld)["medewerker"]}


def _load(gevuld: bool) -> dict[str, list[dict[str, Any]]]:
    """The rows of each kind, of all files together."""
    gegevens: dict[str, list[dict[str, Any]]] = {}
    for naam in ("huishoudens.toml", "gemeente.toml") if gevuld else ("huishoudens.toml",):
        with resource("oefenen", naam).open("rb") as bestand:
            for soortnaam, rijen in tomllib.load(bestand).items():
                gegevens.setdefault(soortnaam, []).extend(rijen)
    return gegevens


def _records(gegevens: dict[str, list[dict[str, Any]]], vandaag: date) -> Iterator[tuple[UUID, list[Entiteit]]]:
    """Who writes, and what: one save for the workers, one for each household, one for each inloop."""
    yield author.GEMEENTE_ID, [_medewerker(rij) for rij in gegevens["medewerker"]]
    for rij in gegevens["huishouden"]:
        dossier = _id("huishouden", rij["sleutel"])
        entiteiten = [_entity(Huishouden, "huishouden", rij, dossier, vandaag)]
        for soortnaam, soort in _IN_HUISHOUDEN.items():
            entiteiten += [_entity(soort, soortnaam, deel, dossier, vandaag) for deel in rij.get(soortnaam, ())]
        yield _schrijver(rij), entiteiten
    for rij in gegevens["inloop"]:
        yield _schrijver(rij), [_entity(Contact, "contact", rij, None, vandaag)]


def _kaart(vandaag: date) -> tuple[UUID, list[Entiteit]]:
    """The sociale kaart and what is known of the kernen, laid down by the municipality itself."""
    with resource("oefenen", "socialekaart.toml").open("rb") as bestand:
        gegevens = tomllib.load(bestand)
    vast = {"stand": Stand.VASTGESTELD}
    kaart = [_entity(Voorziening, "voorziening", rij | vast, None, vandaag) for rij in gegevens["voorziening"]]
    kernen = [{**rij, "id": kernpagina_id(PROFIEL, rij["kern"])} for rij in gegevens["kernpagina"]]
    return author.GEMEENTE_ID, [*kaart, *(Kernpagina.model_validate(rij) for rij in kernen)]


def _schrijver(rij: dict[str, Any]) -> UUID:
    """What came in elsewhere was written by no worker."""
    return _id("medewerker", rij["schrijver"]) if "schrijver" in rij else author.GEMEENTE_ID


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
