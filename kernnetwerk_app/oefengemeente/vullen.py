"""Filling a new practice municipality: the stories are played by colleagues, each at a laptop of their own.

They work through the services, on the days on which it happened, and send to the practice server. So whoever practises
gets it as in real use: from other devices, with who and when, and with one thing that two people wrote.
"""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.signaal import Signaal
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.oefengemeente.collega import Collega, current
from kernnetwerk_app.oefengemeente.daden import DADEN
from kernnetwerk_app.oefengemeente.toneel import HUISHOUDEN, Toneel
from kernnetwerk_app.oefengemeente.verhaal import Daad, load_daden
from kernnetwerk_app.store.casestore import CaseStore


def fill(hier: CaseStore, adres: str, codes: Mapping[str, str]) -> int:
    """Play all stories, relative to the day at `hier`, and send them to the server at `adres`; gives how many deeds.

    `hier`: the store of who practises, which knows who works here; it fetches the stories in its next exchange.
    `codes`: an enrolment code by worker. Where it was done before, nothing is done. Raises a `SyncError`.
    """
    vandaag = hier.klok.vandaag()
    with hier.read() as lezer:
        if not lezer.meta().oefenen:
            raise ValueError("these people exist in the practice municipality only")
        if lezer.find(Signaal, zonder=("gezien",)):
            return 0
        medewerkers = {medewerker.voornaam.lower(): medewerker.id for medewerker in lezer.find(Medewerker)}
        bekend = current(lezer, medewerkers.values())
    daden = load_daden(vandaag)
    toen = Klok(daden[0].moment)
    with ExitStack() as stapel:
        map_ = Path(stapel.enter_context(TemporaryDirectory(prefix="kernnetwerk-collega-")))
        collegas = {}
        for wie in dict.fromkeys(daad.wie for daad in daden):
            collegas[wie] = Collega(map_ / wie, toen, adres, codes[wie], bekend)
            stapel.callback(collegas[wie].close)
        _Verloop(vandaag, toen, collegas, medewerkers).play(daden)
        for collega in collegas.values():
            collega.send()
    return len(daden)


@dataclass(frozen=True, slots=True)
class _Verloop:
    """The clock of the colleagues goes from deed to deed; who goes on with a story is handed its dossier."""

    vandaag: date
    toen: Klok
    collegas: Mapping[str, Collega]
    medewerkers: Mapping[str, UUID]

    def play(self, daden: list[Daad]) -> None:
        gemaakt: dict[str, UUID] = {}
        laatst: dict[str, str] = {}
        for daad in daden:
            self.toen.advance(daad.moment - self.toen.nu())
            collega = self.collegas[daad.wie]
            eerder = laatst.get(daad.verhaal, daad.wie)
            if eerder != daad.wie and not daad.los:
                self.collegas[eerder].hand_over(collega, gemaakt[f"{daad.verhaal}/{HUISHOUDEN}"])
            laatst[daad.verhaal] = daad.wie
            toneel = Toneel(collega.plek, daad.verhaal, self.vandaag, self.medewerkers, gemaakt)
            DADEN[daad.wat](toneel, **toneel.resolve(dict(daad.velden)))
