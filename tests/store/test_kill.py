"""The process dies without a word, right after *Opgeslagen* was shown: nothing typed is lost, nothing is half."""

import multiprocessing
import os
import random
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID

import pytest

from kernnetwerk_app.domain.vraagverheldering import Antwoord
from kernnetwerk_app.services import typen, vraagverheldering
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.audit import verify
from kernnetwerk_app.store.casestore import CaseStore
from tests.factories import make_klok, make_werkplek, nieuwe_melding, reopen, werkplek_van
from tests.services.opzet import begin_gesprek

_METHODE = "spawn" if sys.platform == "win32" else "forkserver"


def _context() -> multiprocessing.context.BaseContext:
    context = multiprocessing.get_context(_METHODE)
    if _METHODE == "forkserver":
        context.set_forkserver_preload(["tests.store.test_kill"])
    return context


def _type_on(folder: Path, huishouden_id: UUID, gesprek_id: UUID, gezegd: Connection) -> None:
    """Type ever longer texts; say each one as soon as it was reported to be kept."""
    plek = werkplek_van(reopen(folder), make_klok())
    with plek.store.read() as lezer:
        gesprek = vraagverheldering.load(plek, lezer, huishouden_id, gesprek_id)
    for beurt in range(10_000):
        sleutel = [naam for naam, adres in gesprek.adressen.items() if adres.veld == "waarde"][beurt % 3]
        tekst = f"zin {beurt} over mijn dag"
        typen.keep(plek, gesprek.adressen[sleutel], tekst)
        gezegd.send((sleutel, tekst))
        if beurt % 5 == 4:
            typen.seal(plek, gesprek.adressen[sleutel])
            with plek.store.read() as lezer:
                gesprek = vraagverheldering.load(plek, lezer, huishouden_id, gesprek_id)


def _kill_after(folder: Path, huishouden_id: UUID, gesprek_id: UUID, aantal: int) -> dict[str, str]:
    """Let a process type until `aantal` texts were said to be kept, then kill it; the texts it said."""
    context = _context()
    hier, daar = context.Pipe(duplex=False)
    process = context.Process(target=_type_on, args=(folder, huishouden_id, gesprek_id, daar))
    process.start()
    daar.close()
    gezegd: dict[str, str] = {}
    for _ in range(aantal):
        assert hier.poll(60), "the writing process said nothing"
        sleutel, tekst = hier.recv()
        gezegd[sleutel] = tekst
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    while hier.poll(0.2):
        try:
            sleutel, tekst = hier.recv()
        except EOFError:
            break
        gezegd[sleutel] = tekst
    process.join(30)
    return gezegd


def _check(store: CaseStore, plek: Werkplek, gesprek_id: UUID, gezegd: dict[str, str]) -> None:
    with store.read() as lezer:
        gegeven = {
            antwoord.sleutel: antwoord.waarde or ""
            for antwoord in lezer.find(Antwoord, vraagverheldering_id=gesprek_id)
        }
    for sleutel, tekst in gezegd.items():
        laatste, bewaard = int(tekst.split()[1]), int(gegeven[sleutel].split()[1])
        assert bewaard >= laatste, "a text that was said to be kept is gone"


@pytest.mark.duurproef
@pytest.mark.parametrize("zaad", range(20, 220))
def test_two_hundred_kills_right_after_opgeslagen_lose_nothing(tmp_path: Path, zaad: int) -> None:
    test_kill_right_after_opgeslagen_loses_nothing(tmp_path, zaad)


@pytest.mark.parametrize("zaad", range(20))
def test_kill_right_after_opgeslagen_loses_nothing(tmp_path: Path, zaad: int) -> None:
    plek = make_werkplek(tmp_path)
    huishouden_id = nieuwe_melding(plek).huishouden_id
    gesprek_id = begin_gesprek(plek, huishouden_id)
    plek.store.close()
    gezegd = _kill_after(tmp_path, huishouden_id, gesprek_id, random.Random(zaad).randint(1, 25))
    store = reopen(tmp_path)
    _check(store, plek, gesprek_id, gezegd)
    with store.write() as werk:
        assert verify(werk._session, store._vault.audit_key).is_whole
        nummers = sorted(operatie.id.n for operatie in werk.te_versturen(10_000))
    assert nummers == list(range(1, len(nummers) + 1))
