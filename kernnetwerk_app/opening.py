"""Opening, making and coupling stores. Heavy (SQLModel, requests), so it is imported in a worker, after first paint."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.medewerker import Functie, Medewerker
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.nieuwe_store import create, open_store
from kernnetwerk_app.oefengemeente import geweigerd, vullen
from kernnetwerk_app.oefenserver import Oefenserver, OefenserverStartNiet
from kernnetwerk_app.oplog.enrolment import fingerprint, read_code
from kernnetwerk_app.profielen import ProfielOngeldig
from kernnetwerk_app.services import profielbundel
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store import key_place, vault
from kernnetwerk_app.store.casestore import CaseStore
from kernnetwerk_app.store.keyfile import Kosten
from kernnetwerk_app.store.meta import Meta
from kernnetwerk_app.store.throttle import Throttle
from kernnetwerk_app.sync import enrolment
from kernnetwerk_app.sync.enrolment import Koppeling
from kernnetwerk_app.sync.errors import NietToegelaten, SyncError
from kernnetwerk_app.sync.http import Http
from kernnetwerk_app.sync.runner import Runner

_GEEN_NAAM = re.compile(r"[^\w.:-]")


class AdresOnbruikbaar(KernnetwerkError):
    """What was typed is not the address of a server."""

    code = "koppelen.adres_onbruikbaar"


class KlokAlleenBijOefenen(KernnetwerkError):
    """A fixed clock at a real municipality (Decided once 15)."""

    code = "oefenen.vaste_klok"


@dataclass(frozen=True, slots=True)
class Geopend:
    """An open store. `plek` is None until a beheerder let this laptop in; then `aanvraag` says how far it came."""

    store: CaseStore
    plek: Werkplek | None
    gemeente: str
    aanvraag: "Aanvraag"
    uit_kopie: bool = False
    """The key file was gone or damaged, and was put back from its copy."""
    mislukt: int = 0
    """Wrong passphrases since the last good one."""
    profiel_fout: ProfielOngeldig | None = None
    """Why the newest profile that the municipality delivered is not the one that is worked with."""


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """What the store knows of its coupling; empty texts before anything was typed."""

    adres: str = ""
    code: str = ""
    vingerafdruk: str = ""


def unlock(folder: Path, wachtzin: str, klok: Klok, throttle: Throttle) -> Geopend:
    """Open the store in `folder`; raises what `vault.unlock`, the store and `describe` raise.

    Where no profile is found it may still have to come: a municipality's own does not ship with the program.
    """
    kluis = vault.unlock(folder, wachtzin, throttle)
    store = open_store(folder, kluis, klok)
    with _closed_on_error(store):
        if kluis.failed_attempts:
            with store.write() as werk:
                werk.commit("ontgrendelen.geprobeerd", uitkomst="mislukt")
        try:
            return describe(store, uit_kopie=kluis.from_copy, mislukt=kluis.failed_attempts)
        except ProfielOngeldig:
            _exchange(store)
            return describe(store, uit_kopie=kluis.from_copy, mislukt=kluis.failed_attempts)


def describe(store: CaseStore, *, uit_kopie: bool = False, mislukt: int = 0) -> Geopend:
    """How an open store stands.

    `ProfielOngeldig` when its municipality's profile neither came nor ships with this version; `KlokAlleenBijOefenen`.
    """
    with store.read() as lezer:
        eigen = lezer.meta()
        medewerker = lezer.find_one(Medewerker, eigen.medewerker)
        gekozen = profielbundel.kies(lezer, eigen.profiel) if eigen.is_enrolled else None
    vingerafdruk = _fingerprint(eigen.private_key) if eigen.private_key else ""
    aanvraag = Aanvraag(eigen.server_adres, eigen.inschrijfcode, vingerafdruk)
    if gekozen is None:
        return Geopend(store, None, eigen.gemeente, aanvraag, uit_kopie, mislukt)
    if store.klok.is_fixed and not gekozen.profiel.oefenen:
        raise KlokAlleenBijOefenen
    plek = Werkplek(store, store.klok, gekozen.profiel, medewerker or _as_enrolled(eigen))
    return Geopend(store, plek, eigen.gemeente, aanvraag, uit_kopie, mislukt, gekozen.fout)


def _as_enrolled(eigen: Meta) -> Medewerker:
    """The worker as the server named them; after the first exchange the record itself is here."""
    functie = next((functie for functie in Functie if functie.value == eigen.medewerker_functie), Functie.GENERALIST)
    return Medewerker(id=eigen.medewerker or UUID(int=0), naam=eigen.medewerker_naam, functie=functie)


def check_request(adres: str, code: str) -> str:
    """The address as it is used, `https` unless another was typed. Looks at form only, before anything is made.

    `AdresOnbruikbaar`, `OnveiligAdres` or `InschrijfcodeOnvolledig`.
    """
    schoon = adres.strip()
    if "://" not in schoon:
        schoon = f"https://{schoon}"
    try:
        delen = urlsplit(schoon)
        if not delen.hostname or delen.username or _GEEN_NAAM.search(delen.hostname) or (delen.port or 0) < 0:
            raise AdresOnbruikbaar
    except ValueError:
        raise AdresOnbruikbaar from None
    Http(schoon).close()
    read_code(code)
    return f"{delen.scheme}://{delen.netloc}"


def names_in(adres: str) -> tuple[str, ...]:
    """The parts of a server's name: they often hold the name of the municipality."""
    return tuple((urlsplit(adres).hostname or "").replace("-", ".").split("."))


def ask(store: CaseStore) -> Koppeling:
    """How the coupling stands; a request that never reached the server is sent again. Raises a `SyncError`.

    Once this laptop is let in, the municipality's profile and colleagues come along before the first window.
    """
    try:
        koppeling = enrolment.ask(store)
    except NietToegelaten:
        aanvraag = describe(store).aanvraag
        if not aanvraag.code:
            raise
        enrolment.begin(store, aanvraag.adres, aanvraag.code)
        koppeling = enrolment.ask(store)
    if koppeling.is_actief:
        _exchange(store)
    return koppeling


def practise(
    folder: Path, wachtzin: str, klok: Klok, throttle: Throttle, server: Oefenserver, kosten: Kosten | None = None
) -> Geopend:
    """The practice municipality: a real encrypted store, coupled to its server, ready to open.

    Without its server practising goes on, offline; only the very first time it is needed (`OefenserverStartNiet`).
    A server with `collegas` is filled by them.
    """
    if not key_place.is_taken(folder):
        server.start()
        store = create(folder, wachtzin, klok, kosten)
        with _closed_on_error(store):
            _couple_practice(store, server)
            if server.collegas:
                _fill(store, server)
            return describe(store)
    geopend = unlock(folder, wachtzin, klok, throttle)
    with _closed_on_error(geopend.store):
        try:
            server.start()
        except OefenserverStartNiet:
            if geopend.plek is None:
                raise
            return geopend
        _couple_practice(geopend.store, server)
        return describe(geopend.store, uit_kopie=geopend.uit_kopie, mislukt=geopend.mislukt)


def _couple_practice(store: CaseStore, server: Oefenserver) -> None:
    with store.write() as werk:
        is_enrolled = werk.meta().is_enrolled
        werk.set_meta(server_adres=server.adres, oefenen=True)
        werk.commit("oefenen.begonnen")
    if is_enrolled:
        return
    enrolment.begin(store, server.adres, server.codes[0])
    enrolment.ask(store)
    _exchange(store)


def _fill(store: CaseStore, server: Oefenserver) -> None:
    """What colleagues did before today, and one change that the server does not take.

    Where sending fails, practising goes on with what there is; *Begin opnieuw* tries it again.
    """
    with suppress(SyncError):
        vullen.fill(store, server.adres, server.collegas)
    _exchange(store)
    if geweigerd.write(store):
        _exchange(store)


def _exchange(store: CaseStore) -> None:
    """One exchange before the window is there; without a line it is done later."""
    with store.read() as lezer:
        adres = lezer.meta().server_adres
    with suppress(SyncError), closing(Http(adres)) as http:
        Runner(store, http).run()


@contextmanager
def _closed_on_error(store: CaseStore) -> Iterator[None]:
    try:
        yield
    except BaseException:
        store.close()
        raise


def _fingerprint(private_key: bytes) -> str:
    sleutel = Ed25519PrivateKey.from_private_bytes(private_key).public_key()
    return fingerprint(sleutel.public_bytes_raw())
