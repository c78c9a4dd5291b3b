"""Coupling this laptop to a municipality: the key is kept first, then the code goes, then a person approves."""

from dataclasses import dataclass
from typing import TypeVar

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import BaseModel, ValidationError

from kernnetwerk_app.oplog.enrolment import (
    NOG_ZONDER_NUMMER,
    PAD_AANVRAAG,
    PAD_STAND,
    AanvraagAntwoord,
    AanvraagBericht,
    DeviceStand,
    StandAntwoord,
    StandBericht,
    fingerprint,
    proof_input,
    read_code,
    to_base64,
)
from kernnetwerk_app.store.casestore import CaseStore
from kernnetwerk_app.sync.envelope import sign
from kernnetwerk_app.sync.errors import NietToegelaten, VreemdAntwoord, refusal
from kernnetwerk_app.sync.http import Http

A = TypeVar("A", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Koppeling:
    """How the coupling stands; the fingerprint is compared aloud with the beheerder."""

    vingerafdruk: str
    is_actief: bool


def begin(store: CaseStore, adres: str, code: str) -> Koppeling:
    """Ask the server at `adres` to let this laptop in. The same request may be repeated after a lost answer.

    Raises `InschrijfcodeOnvolledig`, `CodeOnjuist`, `TeVaakGeprobeerd`, or another `SyncError`.
    """
    code = read_code(code)
    http = Http(adres)
    with store.write() as werk:
        sleutel = werk.meta().private_key or Ed25519PrivateKey.generate().private_bytes_raw()
        werk.set_meta(private_key=sleutel, server_adres=adres, inschrijfcode=code)
        werk.commit("koppelen.begonnen")
    publiek = _public(sleutel)
    bewijs = Ed25519PrivateKey.from_private_bytes(sleutel).sign(proof_input(code, publiek))
    bericht = AanvraagBericht(code=code, publieke_sleutel=to_base64(publiek), bewijs=to_base64(bewijs))
    antwoord = _post(http, PAD_AANVRAAG, bericht, {"Content-Type": "application/json"}, AanvraagAntwoord)
    if antwoord.vingerafdruk != fingerprint(publiek):
        raise VreemdAntwoord
    return Koppeling(antwoord.vingerafdruk, is_actief=False)


def ask(store: CaseStore) -> Koppeling:
    """Ask how the coupling stands; when approved, keep who we are from now on."""
    with store.write() as werk:
        eigen = werk.meta()
        teller = eigen.teller + 1
        werk.set_meta(teller=teller)
        werk.commit_unaudited()
    publiek = _public(eigen.private_key)
    bericht = StandBericht(publieke_sleutel=to_base64(publiek))
    body = bericht.model_dump_json().encode()
    koppen = sign(eigen.private_key, PAD_STAND, NOG_ZONDER_NUMMER, teller, body) | {"Content-Type": "application/json"}
    stand = _post(Http(eigen.server_adres), PAD_STAND, bericht, koppen, StandAntwoord)
    if stand.stand is DeviceStand.INGETROKKEN:
        raise NietToegelaten
    if stand.stand is DeviceStand.ACTIEF:
        _keep(store, stand)
    return Koppeling(fingerprint(publiek), is_actief=stand.stand is DeviceStand.ACTIEF)


def _keep(store: CaseStore, stand: StandAntwoord) -> None:
    if not (stand.device_no and stand.medewerker_id and stand.profiel and stand.naam and stand.functie):
        raise VreemdAntwoord
    with store.write() as werk:
        werk.set_meta(
            device_no=stand.device_no,
            medewerker_id=stand.medewerker_id.bytes,
            medewerker_naam=stand.naam,
            medewerker_functie=stand.functie,
            profiel=stand.profiel,
            gemeente=stand.gemeente or "",
            inschrijfcode="",
        )
        werk.commit("koppelen.goedgekeurd")


def _post(http: Http, pad: str, bericht: BaseModel, koppen: dict[str, str], soort: type[A]) -> A:
    try:
        status, inhoud = http.post(pad, bericht.model_dump_json().encode(), koppen)
    finally:
        http.close()
    if status != 200:
        raise refusal(inhoud)
    try:
        return soort.model_validate_json(inhoud)
    except ValidationError:
        raise VreemdAntwoord from None


def _public(sleutel: bytes) -> bytes:
    return (
        Ed25519PrivateKey.from_private_bytes(sleutel)
        .public_key()
        .public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    )
