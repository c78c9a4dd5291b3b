"""A municipality in this process or as a process of its own, and laptops that speak to it in raw bytes."""

import asyncio
import hashlib
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi import FastAPI

from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.medewerker import Functie, Medewerker
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.oplog import codec, enrolment
from kernnetwerk_app.oplog.exchange import (
    KOP_DEVICE,
    KOP_HANDTEKENING,
    KOP_TELLER,
    PAD,
    Antwoordbericht,
    Verzoek,
    read_antwoord,
    signing_input,
)
from kernnetwerk_app.oplog.operation import Operation, OpId
from kernnetwerk_server.author import GEMEENTE_ID
from kernnetwerk_server.database import Database, create, open_existing, read_meta
from kernnetwerk_server.enrolment_service import EnrolmentService
from kernnetwerk_server.failpoints import Hook, go_on
from kernnetwerk_server.main import create_app

ROOT = Path(__file__).resolve().parents[2]
NU = datetime(2027, 4, 20, 8, 0, tzinfo=UTC)
NU_MS = int(NU.timestamp() * 1000)
DOSSIER = UUID(int=0x99999)


@dataclass(frozen=True)
class Antwoord:
    """What came back over HTTP."""

    status: int
    koppen: Mapping[str, str]
    lichaam: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.lichaam)


def post(
    app: FastAPI,
    path: str,
    lichaam: bytes | Iterable[bytes] = b"",
    koppen: Mapping[str, str] | None = None,
    method: str = "POST",
    query: str = "",
) -> Antwoord:
    """One request straight into the application, as uvicorn would hand it over; a list of parts is a chunked body."""
    berichten = _as_messages([lichaam] if isinstance(lichaam, bytes) else lichaam)
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
        "path": path, "raw_path": path.encode(), "query_string": query.encode(), "root_path": "",
        "headers": [(k.lower().encode("latin-1"), v.encode("latin-1")) for k, v in (koppen or {}).items()],
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
    }  # fmt: skip
    gezonden: list[Any] = []

    async def receive() -> Any:
        return next(berichten)

    async def send(bericht: Any) -> None:
        gezonden.append(bericht)

    asyncio.run(app(scope, receive, send))
    begin = gezonden[0]
    return Antwoord(
        begin["status"],
        {k.decode().lower(): v.decode() for k, v in begin["headers"]},
        b"".join(deel.get("body", b"") for deel in gezonden[1:]),
    )


def _as_messages(delen: Iterable[bytes]) -> Iterator[dict[str, object]]:
    for deel in delen:
        yield {"type": "http.request", "body": deel, "more_body": True}
    yield {"type": "http.request", "body": b"", "more_body": False}
    yield {"type": "http.disconnect"}


@dataclass
class Laptop:
    """A device as the server sees it: a key, a number once it has one, and a counter."""

    app: FastAPI
    sleutel: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    device_no: int = 0
    medewerker_id: UUID = GEMEENTE_ID
    epoch: bytes = b""
    teller: int = 0
    n: int = 0

    @property
    def publiek(self) -> bytes:
        return self.sleutel.public_key().public_bytes_raw()

    def signed(
        self, path: str, lichaam: bytes, *, method: str = "POST", device_no: int | None = None
    ) -> dict[str, str]:
        """The three headers of a request that this laptop signs with its next counter."""
        self.teller += 1
        no = self.device_no if device_no is None else device_no
        te_tekenen = signing_input(method, path, no, self.teller, hashlib.sha256(lichaam).digest())
        return {
            KOP_DEVICE: str(no),
            KOP_TELLER: str(self.teller),
            KOP_HANDTEKENING: enrolment.to_base64(self.sleutel.sign(te_tekenen)),
        }

    def request_enrolment(self, code: str) -> Antwoord:
        return post(self.app, enrolment.PAD_AANVRAAG, enrolment_body(self.sleutel, code))

    def ask_standing(self) -> Antwoord:
        lichaam = json.dumps({"publieke_sleutel": enrolment.to_base64(self.publiek)}).encode()
        return post(self.app, enrolment.PAD_STAND, lichaam, self.signed(enrolment.PAD_STAND, lichaam, device_no=0))

    def op(self, tekst: str | None = None, *, n: int | None = None, **anders: Any) -> Operation:
        """A sound operation of this laptop: the words of one household, unless told otherwise."""
        if n is None:
            self.n += 1
            n = self.n
        velden: dict[str, Any] = {
            "id": OpId(self.device_no, n),
            "hlc": (NU_MS + n) << 15,
            "user_id": self.medewerker_id,
            "txn": n,
            "soort": Huishouden.soort,
            "entiteit_id": DOSSIER,
            "eenheid": 2,
            "bases": (),
            "waarde": codec.dumps([tekst or f"Huishouden Voorbeeld {n}"]),
        }
        return Operation(**{**velden, **anders})

    def verzoek(self, *operaties: Operation, weergave: int = 0, budget: int = 200_000) -> Verzoek:
        return Verzoek(self.device_no, self.epoch, weergave, budget, 1, NU_MS, operaties)

    def send(self, verzoek: Verzoek) -> Antwoord:
        lichaam = verzoek.to_bytes()
        return post(self.app, PAD, lichaam, self.signed(PAD, lichaam))

    def exchange(self, *operaties: Operation, weergave: int = 0, budget: int = 200_000) -> Antwoordbericht:
        """One exchange that must succeed; takes note of the epoch."""
        antwoord = self.send(self.verzoek(*operaties, weergave=weergave, budget=budget))
        assert antwoord.status == 200, antwoord.lichaam
        bericht = read_antwoord(antwoord.lichaam)
        self.epoch = bericht.epoch
        return bericht


def enrolment_body(sleutel: Ed25519PrivateKey, code: str) -> bytes:
    publiek = sleutel.public_key().public_bytes_raw()
    bewijs = sleutel.sign(enrolment.proof_input(enrolment.normalise(code), publiek))
    return json.dumps(
        {"code": code, "publieke_sleutel": enrolment.to_base64(publiek), "bewijs": enrolment.to_base64(bewijs)}
    ).encode()


class Gemeente:
    """A municipality with a fixed clock, inside this process."""

    def __init__(self, pad: Path, *, hook: Hook = go_on, zelf_goedkeuren: bool = False) -> None:
        if not pad.exists():
            create(pad, profiel="oefenen", gemeente="Voorbeeldland", oefenen=True)
        self.pad = pad
        self.klok = Klok(NU)
        self.database: Database = open_existing(pad)
        self.app = create_app(self.database, self.klok, zelf_goedkeuren=zelf_goedkeuren, hook=hook)
        self.beheer = EnrolmentService(self.database, self.klok)

    def medewerker(self, naam: str) -> Medewerker:
        return self.beheer.find_medewerker(naam) or self.beheer.add_medewerker(naam, Functie.GENERALIST)

    def code(self, naam: str = "Sanne Modelman") -> str:
        """A fresh enrolment code for a worker, who is made if need be."""
        return self.beheer.issue_code(self.medewerker(naam).id)

    def laptop(self, naam: str = "Sanne Modelman") -> Laptop:
        """An enrolled and approved laptop of this worker."""
        laptop = Laptop(self.app)
        vingerafdruk = laptop.request_enrolment(self.code(naam)).json["vingerafdruk"]
        self.beheer.approve(vingerafdruk)
        stand = laptop.ask_standing().json
        laptop.device_no, laptop.medewerker_id = stand["device_no"], UUID(stand["medewerker_id"])
        return laptop

    def close(self) -> None:
        self.database.close()


def restore(gemeente: Gemeente, pad: Path) -> Gemeente:
    """The municipality as it is now, in another file and under another epoch: what comes back from a copy later."""
    with closing(sqlite3.connect(gemeente.pad)) as van, closing(sqlite3.connect(pad)) as naar:
        van.backup(naar)
    hersteld = Gemeente(pad)
    with hersteld.database.writing() as sessie:
        read_meta(sessie).epoch = os.urandom(16)
    return hersteld


@dataclass
class Proces:
    """A server process that listens at `adres`."""

    process: subprocess.Popen[str]
    eerste_regel: dict[str, Any]

    @property
    def adres(self) -> str:
        return str(self.eerste_regel["adres"])

    @property
    def poort(self) -> int:
        return int(self.adres.rpartition(":")[2])


@contextmanager
def server_process(module: str, *argumenten: str) -> Iterator[Proces]:
    """`python -m module ...` that prints one JSON line once it listens; ended by closing its input, else killed."""
    process = subprocess.Popen(
        [sys.executable, "-m", module, *argumenten],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    try:
        assert process.stdout is not None
        regel = process.stdout.readline()
        assert regel, process.stderr.read() if process.stderr else ""
        yield Proces(process, json.loads(regel))
    finally:
        try:
            process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
