"""Enrolment on the server's side: codes, requests, approval (Decided once 11)."""

import hashlib
import hmac
import secrets
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlmodel import Session, col, delete, select

from kernnetwerk_app.domain.base import uuid7
from kernnetwerk_app.domain.medewerker import Functie, Medewerker
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.oplog import codec, enrolment
from kernnetwerk_app.oplog.enrolment import AanvraagBericht, DeviceStand, StandAntwoord, StandBericht
from kernnetwerk_server import access, author, heads
from kernnetwerk_server.database import Database, read_meta
from kernnetwerk_server.errors import InschrijfcodeOngeldig, TeVaakGeprobeerd, VingerafdrukOnbekend
from kernnetwerk_server.failpoints import Hook, Punt, go_on
from kernnetwerk_server.signed import SignedRequest
from kernnetwerk_server.tables import DeviceRow, InschrijfcodeRow

GELDIG = timedelta(hours=24)
MAX_POGINGEN = 5
"""Wrong tries at one code, recognised by its first characters."""
KOP_LENGTE = 4
SLEUTEL_LENGTE = 32
HANDTEKENING_LENGTE = 64


class Rem:
    """At most `aantal` failures by anyone within `seconden`; kept in memory, since it only slows guessing down."""

    def __init__(self, aantal: int = 30, seconden: float = 15 * 60, nu: Callable[[], float] = time.monotonic) -> None:
        self._aantal, self._seconden, self._nu = aantal, seconden, nu
        self._mislukt: deque[float] = deque()

    def check(self) -> None:
        while self._mislukt and self._mislukt[0] <= self._nu() - self._seconden:
            self._mislukt.popleft()
        if len(self._mislukt) >= self._aantal:
            raise TeVaakGeprobeerd

    def note_failure(self) -> None:
        self._mislukt.append(self._nu())


@dataclass(frozen=True, slots=True)
class Apparaat:
    """One row of the list that a beheerder sees."""

    vingerafdruk: str
    naam: str
    stand: DeviceStand


class EnrolmentService:
    """Issues codes, takes requests, approves. `zelf_goedkeuren` only on a practice municipality."""

    def __init__(
        self,
        database: Database,
        klok: Klok,
        *,
        zelf_goedkeuren: bool = False,
        hook: Hook = go_on,
        rem: Rem | None = None,
    ) -> None:
        self._database = database
        self._klok = klok
        self._zelf_goedkeuren = zelf_goedkeuren
        self._hook = hook
        self._rem = rem or Rem()

    def request(self, bericht: AanvraagBericht) -> str:
        """The fingerprint of the key that now waits for approval. The same request again gives the same answer."""
        self._rem.check()
        sleutel = _proven_key(bericht)
        if sleutel is None or not self._register(bericht, sleutel):
            self._rem.note_failure()
            raise InschrijfcodeOngeldig
        return enrolment.fingerprint(sleutel)

    def _register(self, bericht: AanvraagBericht, sleutel: bytes) -> bool:
        with self._database.writing() as sessie:
            gelukt = self._use_code(sessie, enrolment.normalise(bericht.code), sleutel)
            self._hook(Punt.VOOR_COMMIT)
        self._hook(Punt.NA_COMMIT)
        return gelukt

    def _use_code(self, sessie: Session, code: str, sleutel: bytes) -> bool:
        """Register the key if the code holds, and count the try if not; both are committed."""
        rij = sessie.get(InschrijfcodeRow, code[:KOP_LENGTE])
        if rij is None or rij.pogingen >= MAX_POGINGEN or rij.verloopt_ms <= self._now_ms():
            return False
        if not hmac.compare_digest(rij.hash, _hash(code)):
            rij.pogingen += 1
            return False
        device = sessie.exec(select(DeviceRow).where(col(DeviceRow.publieke_sleutel) == sleutel)).first()
        if device is not None or rij.device_no is not None:
            return device is not None and device.device_no == rij.device_no
        stand = DeviceStand.ACTIEF if self._zelf_goedkeuren else DeviceStand.WACHT
        device = DeviceRow(publieke_sleutel=sleutel, stand=stand, medewerker_id=rij.medewerker_id)
        sessie.add(device)
        sessie.flush()
        rij.device_no = device.device_no
        return True

    def standing(self, bericht: StandBericht, ondertekend: SignedRequest) -> StandAntwoord:
        """How the key that signed this stands; once it is active, who and where it is."""
        sleutel = enrolment.from_base64(bericht.publieke_sleutel, SLEUTEL_LENGTE)
        access.check_signature(ondertekend, sleutel)
        with self._database.writing() as sessie:
            device = access.find_by_key(sessie, sleutel)
            access.use_counter(device, ondertekend)
            stand = DeviceStand(device.stand)
            if stand is not DeviceStand.ACTIEF:
                return StandAntwoord(stand=stand)
            meta = read_meta(sessie)
            medewerker = _medewerker(sessie, device.medewerker_id)
            return StandAntwoord(
                stand=stand,
                device_no=device.device_no,
                medewerker_id=medewerker.id,
                naam=medewerker.naam,
                functie=medewerker.functie.value,
                epoch=enrolment.to_base64(meta.epoch),
                profiel=meta.profiel,
                gemeente=meta.gemeente,
            )

    def issue_code(self, medewerker_id: UUID) -> str:
        """A new code for this worker's laptop, as people read it. It is kept nowhere: show it now."""
        with self._database.writing() as sessie:
            bezet = set(sessie.exec(select(InschrijfcodeRow.kop)))
            code = _random_code()
            while code[:KOP_LENGTE] in bezet:
                code = _random_code()
            verloopt = self._now_ms() + int(GELDIG.total_seconds() * 1000)
            rij = InschrijfcodeRow(
                kop=code[:KOP_LENGTE], hash=_hash(code), medewerker_id=medewerker_id, verloopt_ms=verloopt
            )
            sessie.add(rij)
        return enrolment.groups(code)

    def withdraw_unused_codes(self) -> None:
        """Forget the codes that nobody used."""
        with self._database.writing() as sessie:
            sessie.exec(delete(InschrijfcodeRow).where(col(InschrijfcodeRow.device_no).is_(None)))

    def find_medewerker(self, naam: str) -> Medewerker | None:
        """The worker with exactly this name."""
        with self._database.reading() as sessie:
            for medewerker_id in heads.entity_ids(sessie, Medewerker):
                medewerker = _medewerker(sessie, medewerker_id)
                if medewerker.naam == naam:
                    return medewerker
        return None

    def add_medewerker(self, naam: str, functie: Functie, werkgever: str | None = None) -> Medewerker:
        """A new worker, known on every laptop from its next exchange on."""
        nu_ms = self._now_ms()
        medewerker = Medewerker(id=uuid7(nu_ms), naam=naam, functie=functie, werkgever=werkgever)
        with self._database.writing() as sessie:
            author.write_new(sessie, [medewerker], nu_ms)
        return medewerker

    def devices(self) -> list[Apparaat]:
        """All devices, those that wait first."""
        with self._database.reading() as sessie:
            rijen = sessie.exec(select(DeviceRow)).all()
            apparaten = [
                Apparaat(
                    enrolment.fingerprint(rij.publieke_sleutel),
                    _medewerker(sessie, rij.medewerker_id).naam,
                    DeviceStand(rij.stand),
                )
                for rij in rijen
            ]
        return sorted(apparaten, key=lambda apparaat: apparaat.stand is not DeviceStand.WACHT)

    def approve(self, vingerafdruk: str) -> Apparaat:
        """Let the device with this fingerprint in; `VingerafdrukOnbekend` if none waits with it. Twice is once."""
        gezocht = enrolment.groups(enrolment.normalise(vingerafdruk))
        with self._database.writing() as sessie:
            for rij in sessie.exec(select(DeviceRow).where(col(DeviceRow.stand) != DeviceStand.INGETROKKEN)):
                if enrolment.fingerprint(rij.publieke_sleutel) == gezocht:
                    rij.stand = DeviceStand.ACTIEF
                    return Apparaat(gezocht, _medewerker(sessie, rij.medewerker_id).naam, DeviceStand.ACTIEF)
        raise VingerafdrukOnbekend

    def _now_ms(self) -> int:
        return int(self._klok.nu().timestamp() * 1000)


def _medewerker(sessie: Session, medewerker_id: UUID) -> Medewerker:
    medewerker = heads.read_entity(sessie, Medewerker, medewerker_id)
    if medewerker is None:
        raise LookupError("a device or code names a worker who is not in the log")
    return medewerker


def _proven_key(bericht: AanvraagBericht) -> bytes | None:
    """The key that signed its own request together with the code; None when it did not."""
    try:
        code = enrolment.read_code(bericht.code)
        sleutel = enrolment.from_base64(bericht.publieke_sleutel, SLEUTEL_LENGTE)
        bewijs = enrolment.from_base64(bericht.bewijs, HANDTEKENING_LENGTE)
        Ed25519PublicKey.from_public_bytes(sleutel).verify(bewijs, enrolment.proof_input(code, sleutel))
    except (enrolment.InschrijfcodeOnvolledig, codec.OnleesbaarBericht, InvalidSignature, ValueError):
        return None
    return sleutel


def _random_code() -> str:
    return enrolment.crockford(secrets.token_bytes(10), enrolment.CODE_LENGTE)


def _hash(code: str) -> bytes:
    return hashlib.sha256(code.encode("ascii")).digest()
