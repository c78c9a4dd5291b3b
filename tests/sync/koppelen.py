"""Laptops coupled to a real practice server, without any window."""

from pathlib import Path

from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.oefenserver import Oefenserver
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store import vault
from kernnetwerk_app.store.casestore import CaseStore
from kernnetwerk_app.sync import enrolment
from kernnetwerk_app.sync.http import Http
from kernnetwerk_app.sync.runner import Runner
from tests.factories import DINSDAG, LICHT, WACHTZIN


def koppel(folder: Path, server: Oefenserver, wie: int) -> Werkplek:
    """A laptop enrolled with the code of practice worker number `wie`, after its first exchange."""
    klok = Klok(DINSDAG)
    store = CaseStore(folder, vault.create(folder, WACHTZIN, LICHT), klok)
    enrolment.begin(store, server.adres, server.codes[wie])
    assert enrolment.ask(store).is_actief
    Runner(store, Http(server.adres)).run()
    with store.read() as lezer:
        eigen = lezer.meta()
        assert eigen.medewerker is not None
        medewerker = lezer.get(Medewerker, eigen.medewerker)
    return Werkplek(store, klok, load_profiel(eigen.profiel), medewerker)


def wissel_uit(plek: Werkplek, server: Oefenserver) -> None:
    """One exchange with the server."""
    Runner(plek.store, Http(server.adres)).run()
