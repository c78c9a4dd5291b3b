"""Whatever the line loses, repeats or answers twice: no edit is lost, none is invented, and both laptops end up equal."""

import shutil
import tempfile
from pathlib import Path
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlmodel import Session, select

from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.oplog.operation import Operation
from kernnetwerk_app.services import plan, vraagverheldering
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.oplog_rows import to_operation
from kernnetwerk_app.store.tables import OpRow
from kernnetwerk_app.sync.errors import GeenVerbinding
from kernnetwerk_app.sync.runner import Runner
from tests.factories import nieuwe_melding
from tests.server.support import Gemeente
from tests.sync.rechtstreeks import Lot, Rechtstreeks, koppel_aan

LAPTOPS = st.sampled_from([0, 1])
LOT = st.lists(st.sampled_from([Lot.VERZOEK_WEG, Lot.ANTWOORD_WEG, Lot.DUBBEL, Lot.GOED]), max_size=4)


class TweeLaptops(RuleBasedStateMachine):
    """Two real stores and the real server; the oracle is the plain set of everything that was ever saved."""

    def __init__(self) -> None:
        super().__init__()
        self.map = Path(tempfile.mkdtemp())
        self.gemeente = Gemeente(self.map / "gemeente.sqlite")
        self.laptops: list[tuple[Werkplek, Runner, Rechtstreeks]] = []
        self.opgeslagen: dict[tuple[int, int], Operation] = {}
        self.doelen: list[UUID] = []
        self.teller = 0

    @initialize()
    def begin(self) -> None:
        for nummer, naam in enumerate(("Sanne Modelman", "Joris Proefstra")):
            self.laptops.append(koppel_aan(self.gemeente, self.map / str(nummer), naam))
        plek = self.laptops[0][0]
        huishouden_id = nieuwe_melding(plek).huishouden_id
        vraagverheldering.begin(plek, huishouden_id)
        plan_id, _ = plan.begin(plek, huishouden_id)
        self.doelen = [plan.add_doel(plek, plan_id, f"doel {nummer}")[0] for nummer in range(2)]
        for _, runner, _ in self.laptops:
            runner.run()
        self._note()

    @rule(wie=LAPTOPS, welk=LAPTOPS, veld=st.sampled_from(["tekst", "resultaat"]))
    def wijzig(self, wie: int, welk: int, veld: str) -> None:
        plek = self.laptops[wie][0]
        self.teller += 1
        with plek.store.read() as lezer:
            bases = lezer.bases(self.doelen[welk])
        plan.change(plek, Doel, self.doelen[welk], bases, **{veld: f"{veld} nummer {self.teller}"})
        self._note()

    @rule(wie=LAPTOPS, lot=LOT)
    def wissel_uit(self, wie: int, lot: list[Lot]) -> None:
        _, runner, http = self.laptops[wie]
        http.lot.extend(lot)
        try:
            runner.run()
        except GeenVerbinding:
            http.lot.clear()

    @invariant()
    def nothing_is_lost_on_the_way(self) -> None:
        """I2: the union of all logs holds everything that was ever saved."""
        ergens = {id_ for plek, _, _ in self.laptops for id_ in _log(plek)}
        assert self.opgeslagen.keys() <= ergens

    def teardown(self) -> None:
        for _ in range(2):
            for _, runner, http in self.laptops:
                http.lot.clear()
                runner.run()
        logs = [_log(plek) for plek, _, _ in self.laptops]
        if logs:
            assert logs[0] == logs[1], "both laptops know the same operations"
            assert all(logs[0][id_] == operatie for id_, operatie in self.opgeslagen.items())
            conflicten = [_conflicts(plek) for plek, _, _ in self.laptops]
            assert conflicten[0] == conflicten[1] == _expected(logs[0])
        for plek, _, _ in self.laptops:
            plek.store.close()
        self.gemeente.close()
        shutil.rmtree(self.map)

    def _note(self) -> None:
        for plek, _, _ in self.laptops:
            self.opgeslagen |= _log(plek)


def _log(plek: Werkplek) -> dict[tuple[int, int], Operation]:
    with Session(plek.store._reader) as session:
        return {(rij.device_no, rij.n): to_operation(rij) for rij in session.exec(select(OpRow))}


def _conflicts(plek: Werkplek) -> set[tuple[UUID, int]]:
    with plek.store.read() as lezer:
        return {(conflict.entiteit_id, conflict.eenheid) for conflict in lezer.conflicten()}


def _expected(log: dict[tuple[int, int], Operation]) -> set[tuple[UUID, int]]:
    """I6 and I7 by the book: units with several values that nothing replaces."""
    waarden: dict[tuple[UUID, int], set[bytes]] = {}
    for operatie in log.values():
        eenheid = (operatie.entiteit_id, operatie.eenheid)
        gelijk = [ander for ander in log.values() if (ander.entiteit_id, ander.eenheid) == eenheid]
        if not any(operatie.id in ander.bases for ander in gelijk):
            waarden.setdefault(eenheid, set()).add(operatie.waarde)
    return {eenheid for eenheid, verschillend in waarden.items() if len(verschillend) > 1}


TestTweeLaptops = TweeLaptops.TestCase
TestTweeLaptops.settings = settings(max_examples=12, stateful_step_count=12)
