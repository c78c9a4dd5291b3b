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
    read_antwoord,
)
from kernnetwerk_app.oplog.operation import SCHEMA
from kernnetwerk_app.store.casestore import CaseStore
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.sync.envelope import sign
from kernnetwerk_app.sync.errors import GeenVerbinding, HulpNodig, VreemdAntwoord, refusal
from kernnetwerk_app.sync.http import Http

MAX_DROPS = 5
"""Breaks of the line in a row before we wait for a better moment."""
MAX_STIL = 3
"""Rounds in a row in which nothing came further; another database at the server takes one, ours never takes more."""


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
        rondes = afgebroken = verstuurd = ontvangen = drops = stil = 0
        while True:
            try:
                verzoek, antwoord = self._round()
            except GeenVerbinding:
                afgebroken, drops = afgebroken + 1, drops + 1
                self._maat.after_drop()
                if drops >= MAX_DROPS:
                    raise
                continue
            self._maat.after_success()
            rondes, drops = rondes + 1, 0
            verstuurd += len(verzoek.operaties)
            ontvangen += len(antwoord.operaties)
            klaar, verder = self._apply(verzoek, antwoord)
            stil = 0 if verder else stil + 1
            if klaar:
                return Verslag(rondes, afgebroken, verstuurd, ontvangen)
            if stil >= MAX_STIL:
                raise HulpNodig

    def _seal(self) -> None:
        """What is being typed goes along: it is sealed before sending (Decided once 4)."""
        with self._store.write() as werk:
            if not werk.seal():
                return
            changes = werk.commit("sync.begonnen")
        self._tell(changes)

    def _round(self) -> tuple[Verzoek, Antwoordbericht]:
        with self._store.write() as werk:
            eigen = werk.meta()
            teller = eigen.teller + 1
            werk.set_meta(teller=teller)
            operaties = werk.te_versturen(MAX_OPERATIES, self._maat.doel)
            werk.commit_unaudited()
        verzoek = Verzoek(
            device_no=eigen.device_no,
            epoch=eigen.epoch,
            weergave=eigen.weergave,
            budget=self._maat.doel,
            schema=SCHEMA,
            klok_ms=max(0, self._now_ms()),
            operaties=tuple(operaties),
        )
        body = verzoek.to_bytes()
        status, inhoud = self._http.post(PAD, body, sign(eigen.private_key, PAD, eigen.device_no, teller, body))
        if status != 200:
            raise refusal(inhoud)
        try:
            return verzoek, read_antwoord(inhoud)
        except OnleesbaarBericht:
            raise VreemdAntwoord from None

    def _apply(self, verzoek: Verzoek, antwoord: Antwoordbericht) -> tuple[bool, bool]:
        """Take in one answer in one transaction: whether both sides are ready, and whether it brought us further.

        `HulpNodig`, and nothing of it is kept, when the server knows operations of this laptop that it does not have
        itself (restored from a copy), or another operation under a number that was given.
        """
        with self._store.write() as werk:
            eigen = werk.meta()
            if antwoord.bevestigd > eigen.laatste_n:
                raise HulpNodig
            try:
                werk.receive(antwoord.operaties)
            except OnleesbaarBericht:
                raise HulpNodig from None
            werk.mark(antwoord.uitslagen, verzoek.operaties)
            # No further than what the server has just compared: in a store put back from a copy other words may stand
            # under the numbers that it took in since.
            gezien = verzoek.operaties[-1].id.n if verzoek.operaties else eigen.bevestigd
            bevestigd = min(antwoord.bevestigd, gezien)
            klaar = antwoord.klaar and bevestigd == eigen.laatste_n
            nu_ms = self._now_ms()
            werk.set_meta(
                epoch=antwoord.epoch,
                weergave=antwoord.weergave,
                bevestigd=bevestigd,
                klok_verschil_ms=antwoord.server_ms - nu_ms,
                **({"laatst_verstuurd_ms": nu_ms} if klaar else {}),
            )
            changes = werk.commit("sync.ronde")
        self._tell(changes)
        return klaar, bevestigd > eigen.bevestigd or bool(antwoord.operaties)

    def _now_ms(self) -> int:
        return int(self._store.klok.nu().timestamp() * 1000)

    def _tell(self, changes: Changes) -> None:
        if self._changed is not None and changes:
            self._changed(changes)
