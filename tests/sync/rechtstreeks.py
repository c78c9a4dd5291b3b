"""Laptops that speak to a server in this process, over a line that can lose a request or an answer at will."""

from collections import deque
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from sqlmodel import Session, select

from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.oplog.operation import Operation
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services import plan
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store import vault
from kernnetwerk_app.store.casestore import CaseStore
from kernnetwerk_app.store.oplog_rows import to_operation
from kernnetwerk_app.store.tables import OpRow
from kernnetwerk_app.sync.errors import GeenVerbinding
from kernnetwerk_app.sync.http import Http
from kernnetwerk_app.sync.runner import Runner
from tests.factories import DINSDAG, LICHT, WACHTZIN, nieuwe_melding
from tests.server.support import Gemeente, Laptop, post
from tests.services.opzet import begin_gesprek


class Lot(StrEnum):
    """What happens to one request."""

    GOED = "goed"
    VERZOEK_WEG = "verzoek weg"
    ANTWOORD_WEG = "antwoord weg"
    DUBBEL = "dubbel"


class Rechtstreeks(Http):
    """`lot` is taken from the left, one for each request; when it is empty the line is good."""

    def __init__(self, gemeente: Gemeente) -> None:
        super().__init__("http://127.0.0.1")
        self.gemeente = gemeente
        self.lot: deque[Lot] = deque()

    def post(self, path: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        self.requests += 1
        self.bytes_out += len(body)
        lot = self.lot.popleft() if self.lot else Lot.GOED
        if lot is Lot.VERZOEK_WEG:
            raise GeenVerbinding
        antwoord = post(self.gemeente.app, path, body, headers)
        if lot is Lot.DUBBEL:
            post(self.gemeente.app, path, body, headers)
        if lot is Lot.ANTWOORD_WEG:
            raise GeenVerbinding
        self.bytes_in += len(antwoord.lichaam)
        return antwoord.status, antwoord.lichaam


Kant = tuple[Werkplek, Runner, Rechtstreeks]
"""One laptop: the worker at it, what drives its exchanges, and its line."""


def log(plek: Werkplek) -> set[Operation]:
    """Every operation that stands on this laptop."""
    with Session(plek.store._reader) as session:
        return {to_operation(rij) for rij in session.exec(select(OpRow))}


def begin_plan(plek: Werkplek) -> UUID:
    """A plan with one goal; gives the goal."""
    huishouden_id = nieuwe_melding(plek).huishouden_id
    begin_gesprek(plek, huishouden_id)
    plan_id, _ = plan.begin(plek, huishouden_id)
    return plan.add_doel(plek, plan_id, "Ik wil elke week de deur uit.")[0]


def change(plek: Werkplek, doel_id: UUID, tekst: str) -> None:
    """Other words for the goal, on top of what stands there now."""
    with plek.store.read() as lezer:
        bases = lezer.bases(doel_id)
    plan.change(plek, Doel, doel_id, bases, tekst=tekst)


def koppel_aan(gemeente: Gemeente, folder: Path, naam: str) -> Kant:
    """A store of this worker that the server knows, after its first exchange."""
    laptop: Laptop = gemeente.laptop(naam)
    klok = Klok(DINSDAG)
    store = CaseStore(folder, vault.create(folder, WACHTZIN, LICHT), klok)
    with store.write() as werk:
        werk.set_meta(
            device_no=laptop.device_no,
            medewerker_id=laptop.medewerker_id.bytes,
            medewerker_naam=naam,
            private_key=laptop.sleutel.private_bytes_raw(),
            profiel="oefenen",
            teller=laptop.teller,
        )
        werk.commit("koppelen.goedgekeurd")
    http = Rechtstreeks(gemeente)
    runner = Runner(store, http)
    runner.run()
    with store.read() as lezer:
        medewerker = lezer.get(Medewerker, laptop.medewerker_id)
    return Werkplek(store, klok, load_profiel("oefenen"), medewerker), runner, http
