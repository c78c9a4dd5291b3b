"""Whatever the line loses or repeats, whoever dies or is put back: no edit is lost or invented, all end up equal."""

import shutil
import tempfile
from collections import Counter, defaultdict
from datetime import timedelta
from enum import Enum
from functools import cache
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import select

from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.oplog.exchange import START_LICHAAM, Lichaamsmaat
from kernnetwerk_app.oplog.operation import Operation
from kernnetwerk_app.oplog.siblings import in_conflict, order, siblings
from kernnetwerk_app.oplog.units import decode, encode
from kernnetwerk_app.services import conflict, plan
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.sync.errors import GeenVerbinding
from kernnetwerk_app.sync.runner import MAX_DROPS, Runner
from kernnetwerk_server import operation_rows
from kernnetwerk_server.database import read_meta
from kernnetwerk_server.tables import OP
from tests.duur import is_long
from tests.factories import nieuwe_melding, reopen
from tests.server.support import Gemeente, restore
from tests.services.opzet import begin_gesprek
from tests.sync.rechtstreeks import Kant, Lot, Rechtstreeks, koppel_aan, log

LAPTOPS = st.sampled_from([0, 1])
DOELEN = st.sampled_from([0, 1])
HAPEREN = st.lists(st.sampled_from(Lot), max_size=4)
WEGVALLEN = st.builds(
    lambda goed, dan: [Lot.GOED] * goed + [dan] * MAX_DROPS,
    st.integers(0, 3),
    st.sampled_from([Lot.VERZOEK_WEG, Lot.ANTWOORD_WEG]),
)
TEKST = 4
"""The merge unit of a Doel that holds its words."""


class Tegenslag(Enum):
    """What can go wrong beside the line."""

    KLOK = "a laptop's clock jumps"
    LAPTOP = "a laptop loses its power"
    SERVER = "the server is started again"
    KOPIE = "a copy of the server is made"
    TERUG = "that copy is put back"


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
    begin_gesprek(plek, huishouden_id)
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
        self.kopieen = [restore(self.gemeente, self.map / "kopie.sqlite")]
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

    @rule(wie=LAPTOPS, welk=DOELEN, velden=st.sampled_from([["tekst"], ["resultaat", "tekst"]]))
    def wijzig(self, wie: int, welk: int, velden: list[str]) -> None:
        plek = self.laptops[wie][0]
        with plek.store.read() as lezer:
            bases = lezer.bases(self.doelen[welk])
        plan.change(plek, Doel, self.doelen[welk], bases, **{veld: self._nieuwe_tekst() for veld in velden})

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

    @rule(wie=LAPTOPS, lot=HAPEREN | WEGVALLEN, doel=st.sampled_from([300, 450, START_LICHAAM]))
    def wissel_uit(self, wie: int, lot: list[Lot], doel: int) -> None:
        _, runner, http = self.laptops[wie]
        runner._maat = Lichaamsmaat(doel)
        http.lot.extend(lot)
        try:
            runner.run()
        except GeenVerbinding:
            http.lot.clear()
        self._verzegel(wie)

    @rule(wie=LAPTOPS, wat=st.sampled_from(Tegenslag), dagen=st.integers(-20_000, 20_000))
    def tegenslag(self, wie: int, wat: Tegenslag, dagen: int) -> None:
        match wat:
            case Tegenslag.KLOK:
                klok = self.laptops[wie][0].klok
                dan = klok.nu() + timedelta(days=dagen)
                klok.advance(timedelta(days=dagen) if 1900 < dan.year < 2500 else timedelta())
            case Tegenslag.LAPTOP:
                self._let_die(wie)
            case Tegenslag.SERVER:
                self.gemeente.close()
                self._verbind(Gemeente(self.gemeente.pad))
            case Tegenslag.KOPIE:
                self.kopieen.append(restore(self.gemeente, self.map / f"kopie{len(self.kopieen)}.sqlite"))
            case Tegenslag.TERUG if self.kopieen:
                self._verbind(self.kopieen.pop(0))

    def _let_die(self, wie: int) -> None:
        """Everything in memory is gone; the files are as they were committed."""
        plek, _, http = self.laptops[wie]
        plek.store._reader.dispose()
        plek.store._writer.dispose()
        self.laptops[wie] = self._open(wie, plek, http)
        self._verzegel(wie)

    def _verbind(self, gemeente: Gemeente) -> None:
        self.gemeente = gemeente
        for _, _, http in self.laptops:
            http.gemeente = gemeente

    @invariant()
    def all_holds_at_every_moment(self) -> None:
        hier, daar = [log(plek) for plek, _, _ in self.laptops], self._log_there()
        self._check_nothing_is_lost(hier[0] | hier[1])
        for plaats in (*hier, daar):
            self._check_saves_are_whole(plaats)
        self._check_what_was_acknowledged_is_there(daar)

    def _check_nothing_is_lost(self, samen: set[Operation]) -> None:
        """I2: the laptops together hold everything that was ever saved."""
        assert self.opgeslagen <= samen
        self.opgeslagen |= samen

    def _check_saves_are_whole(self, plaats: set[Operation]) -> None:
        """I15."""
        heel = Counter((op.id.device_no, op.txn) for op in self.opgeslagen)
        assert Counter((op.id.device_no, op.txn) for op in plaats).items() <= heel.items()

    def _check_what_was_acknowledged_is_there(self, daar: set[Operation]) -> None:
        """I4, as long as the server was not put back behind the laptop's back."""
        with self.gemeente.database.reading() as sessie:
            epoch = read_meta(sessie).epoch
        for plek, _, _ in self.laptops:
            with plek.store.read() as lezer:
                eigen = lezer.meta()
            if eigen.epoch == epoch:
                van_hier = {op.id.n for op in daar if op.id.device_no == eigen.device_no}
                assert van_hier == set(range(1, len(van_hier) + 1))
                assert eigen.bevestigd <= len(van_hier) <= eigen.laatste_n

    def _log_there(self) -> set[Operation]:
        with self.gemeente.database.reading() as sessie:
            return set(operation_rows.read(sessie, select(OP)))

    def teardown(self) -> None:
        if not hasattr(self, "laptops"):
            return
        for wie in (0, 1, 0, 1):
            self.laptops[wie][2].lot.clear()
            self.laptops[wie][1].run()
            self._verzegel(wie)
        self.all_holds_at_every_moment()
        for plek, _, _ in self.laptops:
            assert log(plek) == self.opgeslagen == self._log_there(), "all three know the same operations"
            self._check_what_is_shown(plek)
            plek.store.close()
        assert self.verzegeld <= {op.waarde for op in self.opgeslagen}, "every text that was left is in the log"
        for gemeente in (self.gemeente, *self.kopieen):
            gemeente.close()
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
# Making a failure smaller takes minutes here; the long campaign does that.
TestTweeLaptops.settings = (
    settings(max_examples=600, stateful_step_count=40)
    if is_long()
    else settings(max_examples=10, stateful_step_count=25, phases=[Phase.generate])
)
