"""Whatever the line loses or repeats, whoever dies or is put back: no edit is lost or invented, all end up equal."""

import shutil
import tempfile
from collections import Counter, defaultdict
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select

from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.oplog.operation import Operation
from kernnetwerk_app.oplog.siblings import in_conflict, order, siblings
from kernnetwerk_app.oplog.units import decode, encode
from kernnetwerk_app.services import conflict, plan, vraagverheldering
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.sync.errors import GeenVerbinding
from kernnetwerk_app.sync.runner import Runner
from kernnetwerk_server import operation_rows
from kernnetwerk_server.database import read_meta
from kernnetwerk_server.tables import OP, DeviceRow
from tests.factories import nieuwe_melding, reopen
from tests.server.support import Gemeente, restore
from tests.sync.rechtstreeks import Kant, Lot, Rechtstreeks, koppel_aan, log

LAPTOPS = st.sampled_from([0, 1])
DOELEN = st.sampled_from([0, 1])
LOT = st.lists(st.sampled_from(list(Lot)), max_size=4)
TEKST = 4
"""The merge unit of a Doel that holds its words."""


class Begin(NamedTuple):
    """A municipality, two laptops that hold the same plan, and what they work on."""

    folder: Path
    plekken: tuple[Werkplek, Werkplek]
    doelen: list[UUID]


@cache
def begin() -> Begin:
    """Made once, and closed; each run gets a copy."""
    folder = Path(tempfile.mkdtemp(prefix="verliezen"))
    gemeente = Gemeente(folder / "gemeente.sqlite")
    namen = ("Sanne Modelman", "Joris Proefstra")
    een, ander = (koppel_aan(gemeente, folder / str(nummer), naam) for nummer, naam in enumerate(namen))
    plek = een[0]
    huishouden_id = nieuwe_melding(plek).huishouden_id
    vraagverheldering.begin(plek, huishouden_id)
    plan_id, _ = plan.begin(plek, huishouden_id)
    doelen = [plan.add_doel(plek, plan_id, f"doel {nummer}")[0] for nummer in range(2)]
    for kant in (een, ander):
        kant[1].run()
        kant[0].store.close()
    gemeente.close()
    return Begin(folder, (plek, ander[0]), doelen)


class TweeLaptops(RuleBasedStateMachine):
    """Two real stores and the real server; the oracle is the plain set of everything that was ever saved."""

    @initialize()
    def begin(self) -> None:
        vooraf = begin()
        self.map = Path(shutil.copytree(vooraf.folder, tempfile.mkdtemp(), dirs_exist_ok=True))
        self.gemeente = Gemeente(self.map / "gemeente.sqlite")
        self.kopie: Gemeente | None = None
        self.doelen = vooraf.doelen
        self.laptops = [
            self._open(nummer, plek, Rechtstreeks(self.gemeente)) for nummer, plek in enumerate(vooraf.plekken)
        ]
        self.opgeslagen: set[Operation] = set()
        self.getypt: dict[tuple[int, int], bytes] = {}
        self.verzegeld: set[bytes] = set()
        self.teller = 0

    def _open(self, nummer: int, plek: Werkplek, http: Rechtstreeks) -> Kant:
        store = reopen(self.map / str(nummer), plek.klok)
        return Werkplek(store, plek.klok, plek.profiel, plek.medewerker), Runner(store, http), http

    def _nieuwe_tekst(self) -> str:
        self.teller += 1
        return f"tekst nummer {self.teller}"

    @rule(wie=LAPTOPS, welk=DOELEN, veld=st.sampled_from(["tekst", "resultaat"]))
    def wijzig(self, wie: int, welk: int, veld: str) -> None:
        plek = self.laptops[wie][0]
        with plek.store.read() as lezer:
            bases = lezer.bases(self.doelen[welk])
        plan.change(plek, Doel, self.doelen[welk], bases, **{veld: self._nieuwe_tekst()})

    @rule(wie=LAPTOPS, welk=DOELEN)
    def typ(self, wie: int, welk: int) -> None:
        """Letters in a field that is not left yet: durable, and rewritten in place."""
        with self.laptops[wie][0].store.write() as werk:
            doel = werk.get(Doel, self.doelen[welk])
            waarde = encode(doel.model_copy(update={"tekst": self._nieuwe_tekst()}), TEKST)
            werk.keep_typing(Doel.soort, doel.id, TEKST, waarde, werk.bases(doel.id)[TEKST])
            werk.commit_unaudited()
        self.getypt[wie, welk] = waarde

    @rule(wie=LAPTOPS, welk=DOELEN)
    def verlaat_het_veld(self, wie: int, welk: int) -> None:
        with self.laptops[wie][0].store.write() as werk:
            werk.seal(self.doelen[welk], TEKST)
            werk.commit("veld.geschreven")
        self.verzegeld |= {waarde for sleutel, waarde in self.getypt.items() if sleutel == (wie, welk)}
        self.getypt.pop((wie, welk), None)

    def _verzegel(self, wie: int) -> None:
        """What was typed there is an operation now."""
        for sleutel in [sleutel for sleutel in self.getypt if sleutel[0] == wie]:
            self.verzegeld.add(self.getypt.pop(sleutel))

    @rule(wie=LAPTOPS, keus=st.sampled_from(["eerste", "laatste", "zelf"]))
    def los_op(self, wie: int, keus: str) -> None:
        plek = self.laptops[wie][0]
        with plek.store.read() as lezer:
            beelden = [conflict.load(plek, lezer, c.entiteit_id, c.eenheid) for c in lezer.conflicten()]
        for beeld in beelden[:1]:
            veld = beeld.tekstveld or ""
            zelf = {veld: self._nieuwe_tekst()}
            conflict.resolve(plek, beeld, zelf if keus == "zelf" else beeld.kanten[-(keus == "laatste")].velden)

    @rule(wie=LAPTOPS, lot=LOT)
    def wissel_uit(self, wie: int, lot: list[Lot]) -> None:
        _, runner, http = self.laptops[wie]
        http.lot.extend(lot)
        try:
            runner.run()
        except GeenVerbinding:
            http.lot.clear()
        self._verzegel(wie)

    @rule(wie=LAPTOPS, dagen=st.integers(-20_000, 20_000))
    def verzet_de_klok(self, wie: int, dagen: int) -> None:
        klok = self.laptops[wie][0].klok
        klok.advance(timedelta(days=dagen) if 1900 < (klok.nu() + timedelta(days=dagen)).year < 2500 else timedelta())

    @rule(wie=LAPTOPS)
    def de_laptop_valt_uit(self, wie: int) -> None:
        """Everything in memory is gone; the files are as they were committed."""
        plek, _, http = self.laptops[wie]
        plek.store._reader.dispose()
        plek.store._writer.dispose()
        self.laptops[wie] = self._open(wie, plek, http)
        self._verzegel(wie)

    @rule()
    def de_server_start_opnieuw(self) -> None:
        self.gemeente.close()
        self._verbind(Gemeente(self.gemeente.pad))

    @rule()
    def maak_een_kopie_van_de_server(self) -> None:
        if self.kopie is not None:
            self.kopie.close()
        self.kopie = restore(self.gemeente, self.map / f"kopie{self.teller}.sqlite")

    @precondition(lambda self: self.kopie is not None)
    @rule()
    def zet_de_kopie_terug(self) -> None:
        self.gemeente.close()
        assert self.kopie is not None
        self._verbind(self.kopie)
        self.kopie = None

    def _verbind(self, gemeente: Gemeente) -> None:
        self.gemeente = gemeente
        for _, _, http in self.laptops:
            http.gemeente = gemeente

    @invariant()
    def all_holds_at_every_moment(self) -> None:
        self.nothing_is_lost_on_the_way()
        self.no_save_is_anywhere_in_halves()
        self.what_was_acknowledged_is_there()

    def nothing_is_lost_on_the_way(self) -> None:
        """I2: the laptops together hold everything that was ever saved."""
        logs = [log(plek) for plek, _, _ in self.laptops]
        assert self.opgeslagen <= logs[0] | logs[1]
        self.opgeslagen |= logs[0] | logs[1]

    def no_save_is_anywhere_in_halves(self) -> None:
        """I15, on both laptops and at the server."""
        heel = Counter((op.id.device_no, op.txn) for op in self.opgeslagen)
        for plaats in (*(log(plek) for plek, _, _ in self.laptops), self._log_there()):
            hier = Counter((op.id.device_no, op.txn) for op in plaats)
            assert hier.items() <= heel.items()

    def what_was_acknowledged_is_there(self) -> None:
        """I4, as long as the server was not put back behind the laptop's back."""
        daar = {op.id for op in self._log_there()}
        with self.gemeente.database.reading() as sessie:
            epoch = read_meta(sessie).epoch
            max_n = {rij.device_no: rij.max_n for rij in sessie.execute(select(DeviceRow)).scalars()}
        for plek, _, _ in self.laptops:
            with plek.store.read() as lezer:
                eigen = lezer.meta()
            if eigen.epoch == epoch:
                assert eigen.bevestigd <= max_n[eigen.device_no] <= eigen.laatste_n
                assert all((eigen.device_no, n) in daar for n in range(1, eigen.bevestigd + 1))

    def _log_there(self) -> tuple[Operation, ...]:
        with self.gemeente.database.reading() as sessie:
            return operation_rows.read(sessie, select(OP))

    def teardown(self) -> None:
        if not hasattr(self, "laptops"):
            return
        for wie in (0, 1, 0, 1):
            self.laptops[wie][2].lot.clear()
            self.laptops[wie][1].run()
            self._verzegel(wie)
        self.nothing_is_lost_on_the_way()
        for plek, _, _ in self.laptops:
            assert log(plek) == self.opgeslagen == set(self._log_there()), "all three know the same operations"
            self._check_what_is_shown(plek)
            plek.store.close()
        assert self.verzegeld <= {op.waarde for op in self.opgeslagen}, "every text that was left is in the log"
        self.gemeente.close()
        shutil.rmtree(self.map)

    def _check_what_is_shown(self, plek: Werkplek) -> None:
        """I5, I6 and I7 by the book: the values that nothing replaces, and a conflict exactly where they differ."""
        eenheden: dict[tuple[UUID, int], list[Operation]] = defaultdict(list)
        for op in self.opgeslagen:
            eenheden[op.entiteit_id, op.eenheid].append(op)
        koppen = {eenheid: order(siblings(ops)) for eenheid, ops in eenheden.items()}
        with plek.store.read() as lezer:
            gevonden = {(c.entiteit_id, c.eenheid) for c in lezer.conflicten()}
            getoond = {doel_id: lezer.get(Doel, doel_id).tekst for doel_id in self.doelen}
        assert gevonden == {eenheid for eenheid, lijst in koppen.items() if in_conflict(lijst)}
        assert getoond == {
            doel_id: decode(Doel, TEKST, koppen[doel_id, TEKST][0].waarde)["tekst"] for doel_id in self.doelen
        }


TestTweeLaptops = TweeLaptops.TestCase
TestTweeLaptops.settings = settings(max_examples=12, stateful_step_count=15)


@pytest.mark.duurproef
class TestTweeLaptopsLang(TweeLaptops.TestCase):  # type: ignore[misc, valid-type]  made by hypothesis at run time
    settings = settings(max_examples=2_000, stateful_step_count=40)
