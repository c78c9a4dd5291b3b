"""A colleague's laptop that exists while the practice municipality is made: a real store, coupled, that sends.

What it writes reaches the laptop of who practises as the work of another device, as in real use. It knows its
colleagues, fetches nothing, and is handed a dossier by who wrote in it before. Its key is nowhere but in memory: once
it is closed nobody can read what is left of it.
"""

import secrets
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID, uuid4

from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.oplog.exchange import MAX_DOEL, MAX_OPERATIES, MIN_LICHAAM, PAD, Verzoek, read_antwoord
from kernnetwerk_app.oplog.operation import SCHEMA, Operation
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.casestore import CaseStore
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.vault import KEY_BYTES, OpenVault
from kernnetwerk_app.sync import enrolment
from kernnetwerk_app.sync.envelope import sign
from kernnetwerk_app.sync.errors import refusal
from kernnetwerk_app.sync.http import Http


class Collega:
    """One worker at a laptop that is thrown away afterwards."""

    def __init__(self, map_: Path, klok: Klok, adres: str, code: str, bekend: Iterable[Operation]) -> None:
        """Make the store in `map_`, and couple it with `code`; `bekend` is who works here. A `SyncError`."""
        map_.mkdir()
        kluis = OpenVault(uuid4(), bytearray(secrets.token_bytes(KEY_BYTES)), is_new=True)
        self._store = CaseStore(map_, kluis, klok)
        try:
            enrolment.begin(self._store, adres, code)
            enrolment.ask(self._store)
            self._http = Http(adres)
            self._take_in(bekend)
            with self._store.read() as lezer:
                eigen = lezer.meta()
                self.plek = Werkplek(
                    self._store, klok, load_profiel(eigen.profiel), lezer.get(Medewerker, eigen.medewerker)
                )
        except BaseException:
            self._store.close()
            raise

    def hand_over(self, naar: "Collega", huishouden_id: UUID) -> None:
        """Give a colleague this dossier as it stands here."""
        with self._store.read() as lezer:
            naar._take_in(current(lezer, lezer.geschreven(huishouden_id)))

    def send(self) -> None:
        """Send everything that was written here. Raises a `SyncError`."""
        while self._send_part():
            pass

    def close(self) -> None:
        self._http.close()
        self._store.close()

    def _take_in(self, operaties: Iterable[Operation]) -> None:
        with self._store.write() as werk:
            werk.receive(operaties)
            werk.commit("sync.ronde")

    def _send_part(self) -> bool:
        """Whether there was something to send; of what the server offers in return nothing is kept."""
        with self._store.write() as werk:
            eigen = werk.meta()
            operaties = werk.te_versturen(MAX_OPERATIES, MAX_DOEL)
            werk.set_meta(teller=eigen.teller + 1)
            werk.commit_unaudited()
        if not operaties:
            return False
        nu_ms = int(self._store.klok.nu().timestamp() * 1000)
        body = Verzoek(eigen.device_no, b"", 0, MIN_LICHAAM, SCHEMA, nu_ms, tuple(operaties)).to_bytes()
        koppen = sign(eigen.private_key, PAD, eigen.device_no, eigen.teller + 1, body)
        status, inhoud = self._http.post(PAD, body, koppen)
        if status != 200:
            raise refusal(inhoud)
        antwoord = read_antwoord(inhoud)
        with self._store.write() as werk:
            werk.mark(antwoord.uitslagen, operaties)
            werk.set_meta(bevestigd=antwoord.bevestigd)
            werk.commit("sync.ronde")
        return True


def current(lezer: Lezer, entiteiten: Iterable[UUID]) -> list[Operation]:
    """What stands in these records now, as the operations that say so."""
    return [kop for record in entiteiten for koppen in lezer.koppen(record).values() for kop in koppen]
