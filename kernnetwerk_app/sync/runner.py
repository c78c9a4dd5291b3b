"""One exchange with the server: rounds of push, acknowledgement and pull until both sides say ready."""

from collections.abc import Callable
from dataclasses import dataclass

from kernnetwerk_app.oplog.codec import OnleesbaarBericht
from kernnetwerk_app.oplog.exchange import (
    MAX_OPERATIES,
    PAD,
    Antwoordbericht,
    Lichaamsmaat,
    Verzoek,
    fit,
    read_antwoord,
)
from kernnetwerk_app.oplog.operation import SCHEMA
from kernnetwerk_app.store.casestore import CaseStore
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.sync.envelope import sign
from kernnetwerk_app.sync.errors import GeenVerbinding, HulpNodig, VreemdAntwoord, refusal
from kernnetwerk_app.sync.http import Http

MAX_DROPS = 5
"""Breaks of the line within one exchange before we wait for a better moment."""


@dataclass(frozen=True, slots=True)
class Verslag:
    """What one exchange did; for the screen, the tests and the werkdag report."""

    rondes: int
    afgebroken: int
    verstuurd: int
    ontvangen: int


class Runner:
    """Drives exchanges for one store. Lives on the sending thread; one at a time (I20)."""

    def __init__(self, store: CaseStore, http: Http, changed: Callable[[Changes], None] | None = None) -> None:
        """`changed` hears of every applied round, from the sending thread."""
        self._store = store
        self._http = http
        self._changed = changed
        self._maat = Lichaamsmaat()

    def run(self) -> Verslag:
        """Exchange until both sides are ready. Raises a `SyncError` when that is not possible now; nothing is lost."""
        self._seal()
        rondes = afgebroken = verstuurd = ontvangen = 0
        while True:
            try:
                verzoek, antwoord = self._round()
            except GeenVerbinding:
                afgebroken += 1
                self._maat.after_drop()
                if afgebroken >= MAX_DROPS:
                    raise
                continue
            rondes += 1
            self._maat.after_success()
            verstuurd += len(verzoek.operaties)
            ontvangen += len(antwoord.operaties)
            if self._apply(verzoek, antwoord):
                return Verslag(rondes, afgebroken, verstuurd, ontvangen)

    def _seal(self) -> None:
        """What is being typed goes along: it is sealed before sending (Decided once 4)."""
        with self._store.write() as werk:
            werk.seal()
            changes = werk.commit("sync.begonnen")
        self._tell(changes)

    def _round(self) -> tuple[Verzoek, Antwoordbericht]:
        with self._store.write() as werk:
            eigen = werk.meta()
            teller = eigen.teller + 1
            werk.set_meta(teller=teller)
            wachtend = werk.te_versturen(MAX_OPERATIES)
            werk.commit_unaudited()
        verzoek = Verzoek(
            device_no=eigen.device_no,
            epoch=eigen.epoch,
            weergave=eigen.weergave,
            budget=self._maat.doel,
            schema=SCHEMA,
            klok_ms=int(self._store.klok.nu().timestamp() * 1000),
            operaties=tuple(fit(wachtend, self._maat.doel)),
        )
        body = verzoek.to_bytes()
        status, inhoud = self._http.post(PAD, body, sign(eigen.private_key, PAD, eigen.device_no, teller, body))
        if status != 200:
            raise refusal(inhoud)
        try:
            return verzoek, read_antwoord(inhoud)
        except OnleesbaarBericht:
            raise VreemdAntwoord from None

    def _apply(self, verzoek: Verzoek, antwoord: Antwoordbericht) -> bool:
        """Take in one answer in one transaction; True when both sides are ready."""
        with self._store.write() as werk:
            eigen = werk.meta()
            if antwoord.bevestigd > eigen.laatste_n:
                raise HulpNodig
            werk.receive(antwoord.operaties)
            werk.mark(antwoord.uitslagen)
            klaar = antwoord.klaar and antwoord.bevestigd == eigen.laatste_n
            nu_ms = int(self._store.klok.nu().timestamp() * 1000)
            werk.set_meta(
                epoch=antwoord.epoch,
                weergave=antwoord.weergave,
                bevestigd=antwoord.bevestigd,
                klok_verschil_ms=antwoord.server_ms - nu_ms,
                **({"laatst_verstuurd_ms": nu_ms} if klaar else {}),
            )
            changes = werk.commit("sync.ronde")
        self._tell(changes)
        vooruit = antwoord.bevestigd > eigen.bevestigd or antwoord.weergave != verzoek.weergave
        if not klaar and not vooruit and antwoord.epoch == verzoek.epoch and verzoek.operaties:
            raise HulpNodig
        return klaar

    def _tell(self, changes: Changes) -> None:
        if self._changed is not None and changes:
            self._changed(changes)
