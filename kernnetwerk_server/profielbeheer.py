"""Publishing a municipality's profile: looked at first, then laid down as an operation that reaches every laptop."""

from pathlib import Path

from sqlalchemy import select
from sqlmodel import Session

from kernnetwerk_app import teksten
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.profielbundel import Profielbundel, bundel_id
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.oplog import units
from kernnetwerk_app.profielbestanden.bestanden import Bestanden, geleverd, uit_map
from kernnetwerk_app.profielbestanden.bundel import lees_bundel, pak_in
from kernnetwerk_app.profielbestanden.profiel import lees_profiel
from kernnetwerk_app.profielen import ProfielOngeldig, load_profiel
from kernnetwerk_server import author, heads
from kernnetwerk_server.database import Database, read_meta
from kernnetwerk_server.errors import ProfielAfgekeurd, ProfielNietNieuwer, ProfielOefenen, ProfielOnbekend
from kernnetwerk_server.tables import OP

_EENHEID = 2
"""The unit of a Profielbundel that holds its key and version."""


def lees(map_: Path | None, sleutel: str) -> tuple[Bestanden, Gemeenteprofiel]:
    """The files of a profile and what they say, from this folder (laid out as `resources/`), else as it ships.

    `ProfielOnbekend` when there is no such profile, `ProfielAfgekeurd` with the place of a fault.
    """
    try:
        bestanden = geleverd() if map_ is None else _own(map_, sleutel)
        return bestanden, lees_profiel(bestanden, sleutel)
    except ProfielOngeldig as fout:
        if fout.bestand == f"profielen/{sleutel}.toml" and fout.reden in ("ontbreekt", "bestandsnaam"):
            raise ProfielOnbekend from None
        redenen = teksten.load("profiel").groep("reden")
        raise ProfielAfgekeurd(fout.plek, redenen.get(fout.reden, redenen["anders"])) from None


def publiceer(database: Database, map_: Path | None, klok: Klok) -> Gemeenteprofiel:
    """Lay down the profile of this municipality; every laptop gets it at its next exchange.

    Raises what `lees` raises, `ProfielNietNieuwer` unless its version is higher than the last one, `ProfielOefenen`
    when it would make residents of practice real or the other way round.
    """
    with database.reading() as sessie:
        meta = read_meta(sessie)
        sleutel, oefenen = meta.profiel, meta.oefenen
    bestanden, profiel = lees(map_, sleutel)
    if profiel.oefenen != oefenen:
        raise ProfielOefenen
    octets = _pack(bestanden, profiel)
    bundel = Profielbundel(id=bundel_id(sleutel, profiel.versie), sleutel=sleutel, versie=profiel.versie, bundel=octets)
    with database.writing() as sessie:
        laatste = last_version(sessie)
        if laatste >= profiel.versie:
            raise ProfielNietNieuwer(laatste)
        author.write_new(sessie, [bundel], int(klok.nu().timestamp() * 1000))
    return profiel


def last_version(sessie: Session) -> int:
    """The highest version that was published; 0 when none was."""
    gekozen = select(OP.c.waarde).where(OP.c.soort == Profielbundel.soort, OP.c.eenheid == _EENHEID)
    versies = [units.decode(Profielbundel, _EENHEID, rij.waarde)["versie"] for rij in sessie.execute(gekozen)]
    return max((versie for versie in versies if isinstance(versie, int)), default=0)


def geldend(sessie: Session) -> Gemeenteprofiel:
    """The profile of this municipality as it was published last; as it ships where that was never done."""
    sleutel, versie = read_meta(sessie).profiel, last_version(sessie)
    bundel = heads.read_entity(sessie, Profielbundel, bundel_id(sleutel, versie)) if versie else None
    return load_profiel(sleutel) if bundel is None else lees_bundel(bundel.bundel, sleutel, versie)


def _own(map_: Path, sleutel: str) -> Bestanden:
    """The files of a folder, over those that ship. The profile itself must be among them."""
    eigen = uit_map(map_)
    if f"profielen/{sleutel}.toml" not in eigen:
        raise ProfielOnbekend
    return eigen.over(geleverd())


def _pack(bestanden: Bestanden, profiel: Gemeenteprofiel) -> bytes:
    """The bundle, read back as a laptop will read it."""
    try:
        octets = pak_in(bestanden, profiel.sleutel)
        lees_bundel(octets, profiel.sleutel, profiel.versie)
    except ProfielOngeldig as fout:
        redenen = teksten.load("profiel").groep("reden")
        raise ProfielAfgekeurd(fout.plek, redenen.get(fout.reden, redenen["anders"])) from None
    return octets
