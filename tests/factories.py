"""Real parts for tests: encrypted stores with a light key derivation, a fixed day, plainly fictional people."""

import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar
from uuid import UUID, uuid5

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kernnetwerk_app.domain.inwoner import Aanspreekvorm
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.klok import AMSTERDAM, Klok
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services import melding
from kernnetwerk_app.services.melding import NieuweMelding, Opgenomen
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store import keyfile, vault
from kernnetwerk_app.store.casestore import CaseStore
from kernnetwerk_app.store.errors import StoreGesloten
from kernnetwerk_app.store.keyfile import Kosten
from kernnetwerk_app.store.vault import OpenVault

WACHTZIN = "vijf woorden om mee te oefenen"
LICHT = Kosten(19 * 1024, 1, 1)
"""The cheapest key derivation that the vault allows: 19 MiB, one pass."""
DINSDAG = datetime(2027, 4, 20, 9, 0, tzinfo=AMSTERDAM)
T = TypeVar("T")
_NAAMRUIMTE = UUID("6c1f2f5e-8f0e-4f0a-9d5e-0c5f3b0a7e11")

SANNE = Medewerker(id=uuid5(_NAAMRUIMTE, "sanne"), naam="Sanne Modelman", telefoon="0000 - 00 00 00")
JORIS = Medewerker(id=uuid5(_NAAMRUIMTE, "joris"), naam="Joris Proefstra")

VRAAG = "Ik wil hier blijven wonen. Maar het huis krijg ik niet meer schoon, en ik kom bijna nergens meer."


def make_klok() -> Klok:
    """A fixed clock on Tuesday 20 April 2027, nine in the morning."""
    return Klok(DINSDAG)


def make_store(folder: Path, klok: Klok | None = None, device_no: int = 1, wie: Medewerker = SANNE) -> CaseStore:
    """A store of `wie`, coupled as this device, in which both colleagues are known.

    On the fixed day it is a copy of one that was made before, opened with the key that was kept: five times as quick.
    """
    klok = klok or make_klok()
    if klok.nu() != DINSDAG:
        return _make_anew(folder, klok, device_no, wie)
    sjabloon = _sjabloon(device_no, wie.model_dump_json())
    return sjabloon.open_copy(Path(sjabloon.folder.name), folder, klok)


@dataclass(frozen=True)
class _Sjabloon:
    """A closed store; the folder is gone when the run ends."""

    folder: TemporaryDirectory[str]
    store_id: UUID
    data_key: bytes

    def open_copy(self, van: Path, folder: Path, klok: Klok) -> CaseStore:
        """Open a copy of `van`: this store, or what has become of it in the hands of a test."""
        shutil.copytree(van, folder, dirs_exist_ok=True)
        return self.open(folder, klok)

    def open(self, folder: Path, klok: Klok) -> CaseStore:
        return CaseStore(folder, OpenVault(self.store_id, bytearray(self.data_key)), klok)


@cache
def _sjabloon(device_no: int, wie: str) -> _Sjabloon:
    folder = TemporaryDirectory(prefix="kernnetwerk-sjabloon-")
    _make_anew(Path(folder.name), make_klok(), device_no, Medewerker.model_validate_json(wie)).close()
    key_file, _ = keyfile.read(Path(folder.name))
    return _Sjabloon(folder, key_file.store_id, bytes(vault._unwrap(key_file, WACHTZIN)))


def _make_anew(folder: Path, klok: Klok, device_no: int, wie: Medewerker) -> CaseStore:
    store = CaseStore(folder, vault.create(folder, WACHTZIN, LICHT), klok)
    with store.write() as werk:
        werk.set_meta(
            device_no=device_no,
            medewerker_id=wie.id.bytes,
            medewerker_naam=wie.naam,
            medewerker_functie=wie.functie.value,
            private_key=Ed25519PrivateKey.generate().private_bytes_raw(),
            profiel="oefenen",
            gemeente="Voorbeeldland",
            oefenen=True,
        )
        werk.commit("koppelen.goedgekeurd")
    with store.write() as werk:
        werk.add(SANNE)
        werk.add(JORIS)
        werk.commit("medewerkers.bekend")
    return store


def reopen(folder: Path, klok: Klok | None = None) -> CaseStore:
    """The store in `folder`, unlocked again."""
    return CaseStore(folder, vault.unlock(folder, WACHTZIN), klok or make_klok())


GEDULD = 20.0
"""Seconds for what comes at once; only a test that fails takes them."""


def asked_to_wait(store: CaseStore) -> threading.Event:
    """Set as soon as a lock of this store waits for who is reading in it."""
    asked, moved = threading.Event(), store._readers._moved
    wait_for = moved.wait_for

    def ask(is_so: Callable[[], bool], seconds: float | None = None) -> bool:
        asked.set()
        return wait_for(is_so, seconds)

    moved.wait_for = ask  # type: ignore[method-assign,assignment]
    return asked


def is_open(store: CaseStore) -> bool:
    """Whether it can still be read: no longer from the moment that a lock began."""
    try:
        with store.read():
            return True
    except StoreGesloten:
        return False


def make_werkplek(folder: Path, klok: Klok | None = None, device_no: int = 1, wie: Medewerker = SANNE) -> Werkplek:
    """A worker at an unlocked laptop of the practice municipality."""
    klok = klok or make_klok()
    return Werkplek(make_store(folder, klok, device_no, wie), klok, load_profiel("oefenen"), wie)


def kopieer(van: Path, folder: Path, klok: Klok | None = None, device_no: int = 1, wie: Medewerker = SANNE) -> Werkplek:
    """A copy of a laptop that `make_werkplek` made, and that was closed after something was written on it."""
    klok = klok or make_klok()
    sjabloon = _sjabloon(device_no, wie.model_dump_json())
    return werkplek_van(sjabloon.open_copy(van, folder, klok), klok, wie)


@cache
def _eerder(opzet: Callable[[Werkplek], T]) -> tuple[TemporaryDirectory[str], T]:
    """A closed laptop of Sanne on which this was done; the folder is gone when the run ends."""
    folder = TemporaryDirectory(prefix="kernnetwerk-opzet-")
    plek = make_werkplek(Path(folder.name))
    gedaan = opzet(plek)
    plek.store.close()
    return folder, gedaan


def make_met(opzet: Callable[[Werkplek], T], folder: Path) -> tuple[Werkplek, T]:
    """As `make_werkplek` and then `opzet`, with what that gave: done once, and copied from then on. What it gave is as
    it was, so a workplace in it is the closed one.
    """
    map_, gedaan = _eerder(opzet)
    return kopieer(Path(map_.name), folder), gedaan


def gedaan_door(opzet: Callable[[Werkplek], T]) -> T:
    """What this gave on the laptop that `make_met` copies."""
    gedaan: T = _eerder(opzet)[1]
    return gedaan


def heropen(plek: Werkplek) -> Werkplek:
    """The laptop of Sanne, closed and opened again with the key that was kept: what was only in memory is gone."""
    plek.store.close()
    store = _sjabloon(1, SANNE.model_dump_json()).open(plek.store.folder, plek.klok)
    return werkplek_van(store, plek.klok)


def werkplek_van(store: CaseStore, klok: Klok, wie: Medewerker = SANNE) -> Werkplek:
    """The same worker at a store that was opened again."""
    return Werkplek(store, klok, load_profiel("oefenen"), wie)


def nieuwe_melding(plek: Werkplek, vraag: str = VRAAG) -> Opgenomen:
    """A melding of a fictional resident, taken on today."""
    return melding.neem_op(
        plek,
        NieuweMelding(
            vraag=vraag,
            aanspreekvorm=Aanspreekvorm.MEVROUW,
            voornamen="Anna",
            achternaam="Voorbeeld-Jansen",
            straat="Modelweg",
            huisnummer="12",
            kern="Voorbeelderveen",
            plek="Kulturhus De Linde",
            contactpersoon_id=plek.medewerker.id,
        ),
    )
