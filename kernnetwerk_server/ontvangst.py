"""Meldingen that came in elsewhere (klantcontactcentrum, school, huisarts), from a CSV file of their system (SIG-16).

They reach every laptop at its next exchange, as a queue: with the day they came in, and of nobody until a member of the
kernnetwerk takes them on. A file is taken in whole or not at all; the same row twice is one melding.
"""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from typing import TypeVar
from uuid import UUID, uuid5

from pydantic import ValidationError

from kernnetwerk_app.domain.adres import lees_huisnummer, lees_postcode
from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.datum import lees_datum
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.huishouden import Huishouden, noem_naar
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.kalender import check_dag
from kernnetwerk_app.domain.melding import Kanaal, Melding, check_melding
from kernnetwerk_app.domain.naam import lees_naam
from kernnetwerk_app.domain.tekst import bewaar, is_leeg, lees_regel
from kernnetwerk_app.domain.telefoon import lees_telefoon
from kernnetwerk_app.domain.tijd import lees_tijd
from kernnetwerk_app.klok import Klok
from kernnetwerk_server import author
from kernnetwerk_server.database import Database
from kernnetwerk_server.errors import OntvangstOngeldig, OntvangstOnleesbaar
from kernnetwerk_server.tables import EntiteitRow

E = TypeVar("E", bound=Entiteit)

MAX_OCTETS = 8 * 1024 * 1024
_NAAMRUIMTE = UUID("6f6e7476-616e-4773-9374-6d656c64696e")
"""Ids follow from the sender's own reference, so that a file that is read twice adds nothing."""
_DOOR = UUID(int=0)

_INWONER: Mapping[str, Callable[[str], object]] = {
    "voornamen": lees_naam,
    "tussenvoegsel": lees_naam,
    "achternaam": lees_naam,
    "telefoon": lees_telefoon,
}
_HUISHOUDEN: Mapping[str, Callable[[str], object]] = {
    "straat": lees_regel,
    "huisnummer": lees_huisnummer,
    "postcode": lees_postcode,
    "kern": lees_regel,
}
_MELDING: Mapping[str, Callable[[str], object]] = {
    "vraag": bewaar,
    "kanaal": Kanaal,
    "ontvangen_tijd": lees_tijd,
    "plek": lees_regel,
    "melder_naam": lees_naam,
    "melder_relatie": lees_regel,
    "spoed_reden": lees_regel,
}
KOLOMMEN = ("kenmerk", "ontvangen_datum", *_MELDING, *_INWONER, *_HUISHOUDEN)
VERPLICHT = ("kenmerk", "ontvangen_datum", "kanaal", "vraag")


@dataclass(frozen=True, slots=True)
class Ontvangen:
    """One melding with its household and its resident."""

    huishouden: Huishouden
    inwoner: Inwoner
    melding: Melding


def receive(database: Database, pad: Path, klok: Klok) -> int:
    """Take in the file; gives how many meldingen are new.

    `OntvangstOnleesbaar` for what is no such file, `OntvangstOngeldig` with the line and the column of the first fault.
    """
    ontvangen = list(_read(pad, klok.vandaag()))
    nu_ms = int(klok.nu().timestamp() * 1000)
    nieuw = 0
    with database.writing() as sessie:
        for deel in ontvangen:
            if sessie.get(EntiteitRow, (Melding.soort, deel.melding.id)) is None:
                entiteiten: Sequence[Entiteit] = (deel.huishouden, deel.inwoner, deel.melding)
                author.write_new(sessie, entiteiten, nu_ms)
                nieuw += 1
    return nieuw


def _read(pad: Path, vandaag: date) -> Iterator[Ontvangen]:
    try:
        octets = pad.read_bytes()
        if len(octets) > MAX_OCTETS:
            raise OntvangstOnleesbaar
        tekst = octets.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise OntvangstOnleesbaar from None
    lezer = csv.DictReader(StringIO(tekst, newline=""), delimiter=";", strict=True)
    try:
        koppen = lezer.fieldnames or []
        for kolom in VERPLICHT:
            if kolom not in koppen:
                raise OntvangstOngeldig(1, kolom)
        if onbekend := [kolom for kolom in koppen if kolom not in KOLOMMEN]:
            raise OntvangstOngeldig(1, onbekend[0])
        for rij in lezer:
            yield _parse(rij, lezer.line_num, vandaag)
    except csv.Error:
        raise OntvangstOngeldig(lezer.line_num, "") from None


def _parse(rij: Mapping[str | None, str | list[str] | None], regel: int, vandaag: date) -> Ontvangen:
    if None in rij or None in rij.values():
        raise OntvangstOngeldig(regel, "")  # more fields than the head has, or fewer
    velden = {str(kolom): str(waarde) for kolom, waarde in rij.items()}
    for kolom in VERPLICHT:
        if is_leeg(velden[kolom]):
            raise OntvangstOngeldig(regel, kolom)
    kenmerk = velden["kenmerk"].strip()
    hier = uuid5(_NAAMRUIMTE, f"huishouden/{kenmerk}")
    ontvangen = _value(regel, "ontvangen_datum", velden["ontvangen_datum"], lambda tekst: lees_datum(tekst, vandaag))
    inwoner = _build(regel, Inwoner, _values(regel, velden, _INWONER), id=uuid5(hier, "inwoner"), huishouden_id=hier)
    huis = _values(regel, velden, _HUISHOUDEN)
    aanduiding = noem_naar(inwoner.aanhef)
    huishouden = _build(
        regel, Huishouden, huis, id=hier, huishouden_id=hier, aanduiding=aanduiding, plaats=huis.get("kern")
    )
    melding = _build(
        regel,
        Melding,
        {**_values(regel, velden, _MELDING), "ontvangen_datum": ontvangen},
        id=uuid5(hier, "melding"),
        huishouden_id=hier,
        ontvangen_door_id=_DOOR,
        kern=huis.get("kern"),
    )
    _value(regel, "ontvangen_datum", "", lambda _: _check(melding, vandaag))
    return Ontvangen(huishouden, inwoner, melding)


def _check(melding: Melding, vandaag: date) -> None:
    check_melding(melding, vandaag)
    check_dag(melding.ontvangen_datum)


def _values(regel: int, velden: Mapping[str, str], lezers: Mapping[str, Callable[[str], object]]) -> dict[str, object]:
    """What stands in these columns; an empty one says nothing."""
    return {
        kolom: _value(regel, kolom, velden[kolom].strip() if kolom != "vraag" else velden[kolom], lees)
        for kolom, lees in lezers.items()
        if not is_leeg(velden.get(kolom))
    }


def _value(regel: int, kolom: str, tekst: str, lees: Callable[[str], object]) -> object:
    try:
        return lees(tekst)
    except (KernnetwerkError, ValueError):
        raise OntvangstOngeldig(regel, kolom) from None


def _build(regel: int, soort: type[E], velden: Mapping[str, object], **eigen: object) -> E:
    try:
        return soort.model_validate({**velden, **eigen})
    except ValidationError as fout:
        eerste = fout.errors(include_input=False, include_url=False)[0]
        raise OntvangstOngeldig(regel, str(eerste["loc"][0]) if eerste["loc"] else "") from None
