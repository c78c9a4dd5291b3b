"""Numbers 74 and 75: whatever a server or another program sends is kept to the octet, and stops no screen."""

import random
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from typing import Any
from uuid import UUID, uuid4

import cbor2
import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from kernnetwerk_app.domain.base import eenheden
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.operation import Operation, OpId, from_row
from kernnetwerk_app.oplog.units import SOORTEN, encode
from kernnetwerk_app.services import (
    conflict,
    dossier,
    ondertekening,
    plan,
    termijn,
    vandaag,
    verzending,
    vraagverheldering,
)
from kernnetwerk_app.store.base import Local
from kernnetwerk_app.store.tables import ROWS, EntiteitRow
from tests.factories import JORIS
from tests.services.opzet import DOEL, begin_dossier
from tests.slechte_invoer.conftest import Wereld
from tests.slechte_invoer.reis import Reis, maak_reis
from tests.slechte_invoer.teksten import SENTINEL

pytestmark = pytest.mark.usefixtures("stil", "qapp")

VREEMD: dict[str, Callable[[list[Any]], bytes]] = {
    "niets": lambda delen: codec.dumps([None] * len(delen)),
    "getal": lambda delen: codec.dumps([7] * len(delen)),
    "reuzengetal": lambda delen: codec.dumps([2**64 - 1] * len(delen)),
    "onder nul": lambda delen: codec.dumps([-(2**64)] * len(delen)),
    "reuzengetal in letters": lambda delen: codec.dumps([str(10**30)] * len(delen)),
    "tekst": lambda delen: codec.dumps([SENTINEL] * len(delen)),
    "octetten": lambda delen: codec.dumps([b"\xff\xfe\x00"] * len(delen)),
    "rij": lambda delen: codec.dumps([[SENTINEL]] * len(delen)),
    "onbekende keuze": lambda delen: codec.dumps([deel if isinstance(deel, bytes) else "straks" for deel in delen]),
    "laatste dag": lambda delen: codec.dumps(["9999-12-31" if _is_dag(deel) else deel for deel in delen]),
    "eerste dag": lambda delen: codec.dumps(["0001-01-01" if _is_dag(deel) else deel for deel in delen]),
    "te lang": lambda delen: codec.dumps(["x" * 200_001, *delen[1:]]),
    "een te weinig": lambda delen: codec.dumps(delen[:-1]),
    "een te veel": lambda delen: codec.dumps([*delen, SENTINEL]),
    "geen rij": lambda _: codec.dumps({"tekst": SENTINEL}),
    "leeg": lambda _: b"",
    "74 half teken": lambda _: b"\x81\x63\xed\xa0\x80",
    "half": lambda delen: codec.dumps(delen)[:-1],
    "geen getal": lambda _: cbor2.dumps([float("nan")]),
    "getagd": lambda _: cbor2.dumps([cbor2.CBORTag(35, SENTINEL)]),
    "te diep": lambda _: b"\x81" * 40 + b"\x00",
}
"""From the values of a unit to octets that another program could put in their place."""


def _is_dag(deel: object) -> bool:
    return isinstance(deel, str) and len(deel) == 10 and deel[4] == deel[7] == "-"


_N = count(1)


def _operatie(
    soort: int, entiteit_id: UUID, eenheid: int, waarde: bytes, bases: tuple[OpId, ...] = (), **anders: Any
) -> Operation:
    n = next(_N)
    return Operation(OpId(9, n), (1 << 60) + n, JORIS.id, n, soort, entiteit_id, eenheid, bases, waarde, **anders)


def _ontvang(wereld: Wereld, *operaties: Operation) -> None:
    with wereld.plek.store.write() as werk:
        werk.receive([from_row(codec.loads(codec.dumps(operatie.to_row()))) for operatie in operaties])
        werk.commit("sync.ronde")


@pytest.fixture
def reis(wereld: Wereld) -> Reis:
    """A dossier with one of everything."""
    return maak_reis(wereld.plek, "Ik wil weer naar buiten.", op_regels=True)


@pytest.fixture
def klein(wereld: Wereld) -> Reis:
    """A dossier with a goal and a signed version."""
    dossier = begin_dossier(wereld.plek)
    dossier.doel(DOEL)
    versie = dossier.versie()
    return Reis(dossier, versie, dossier.teken(versie))


def _kijk(wereld: Wereld, reis: Reis) -> set[str]:
    """Open every screen; the codes of those that say in a sentence that they cannot."""
    plek, hier, codes = wereld.plek, reis.dossier, set()
    with plek.store.read() as lezer:
        schermen: dict[str, Callable[[], object]] = {
            "vandaag": lambda: vandaag.load(plek, lezer),
            "dossiers": lambda: dossier.list_dossiers(plek, lezer),
            "dossier": lambda: dossier.load(plek, lezer, hier.huishouden_id),
            "gesprek": lambda: vraagverheldering.load(plek, lezer, hier.huishouden_id, hier.gesprek_id),
            "plan": lambda: plan.load(plek, lezer, hier.plan_id),
            "tekenen": lambda: ondertekening.load(plek, lezer, reis.versie.id),
            "termijn": lambda: termijn.load(plek, lezer, hier.huishouden_id),
            "zoeken": lambda: lezer.zoek(SENTINEL),
            "verzending": lambda: verzending.load_stand(plek),
            **{
                f"conflict {c.soort}.{c.eenheid}": partial(conflict.load, plek, lezer, c.entiteit_id, c.eenheid)
                for c in lezer.conflicten(hier.huishouden_id)
                if conflict.is_oplosbaar(c)
            },
        }
        for naam, open_scherm in schermen.items():
            try:
                open_scherm()
            except KernnetwerkError as fout:
                codes.add(f"{naam}: {fout.code}")
    return codes


def _plaatsen(wereld: Wereld, reis: Reis) -> Iterator[tuple[int, UUID, int, tuple[OpId, ...], bytes]]:
    """Every unit of every record of the dossier: kind, id, unit, what stands there, and its octets."""
    with wereld.plek.store.read() as lezer:
        for rij in lezer._session.exec(
            select(EntiteitRow).where(EntiteitRow.huishouden_id == reis.dossier.huishouden_id)
        ):
            for nummer, koppen in sorted(lezer.koppen(rij.entiteit_id).items()):
                if rij.soort in SOORTEN and nummer in eenheden(SOORTEN[rij.soort]):
                    yield rij.soort, rij.entiteit_id, nummer, tuple(kop.id for kop in koppen), koppen[0].waarde


def _probeer(wereld: Wereld, reis: Reis, plaats: tuple[int, UUID, int, tuple[OpId, ...], bytes], naam: str) -> None:
    """Put something strange in the place of what stands there, open every screen, and put it back."""
    soort, entiteit_id, eenheid, _, goed = plaats
    with wereld.plek.store.read() as lezer:
        bases = lezer.bases(entiteit_id)[eenheid]
    vreemd = _operatie(soort, entiteit_id, eenheid, VREEMD[naam](codec.rij(codec.loads(goed))), bases)
    _ontvang(wereld, vreemd)
    try:
        with wereld.plek.store.read() as lezer:
            (kop,) = lezer.koppen(entiteit_id)[eenheid]
            assert kop == vreemd, "it is kept as it came"
            assert lezer.find_one(SOORTEN[soort], entiteit_id) is not None, "nothing leaves the screen"
        codes = _kijk(wereld, reis)
        assert not {code for code in codes if code.startswith(("vandaag", "dossiers", "zoeken", "verzending"))}, codes
    finally:
        _ontvang(wereld, _operatie(soort, entiteit_id, eenheid, goed, (vreemd.id,)))


def _gevallen(wereld: Wereld, reis: Reis, zaad: int, keer: int | None) -> list[tuple[Any, str]]:
    """Each strange value in `keer` places, or in all of them."""
    plaatsen = list(_plaatsen(wereld, reis))
    kies = random.Random(zaad)
    return [(p, naam) for naam in VREEMD for p in (plaatsen if keer is None else kies.sample(plaatsen, keer))]


def test_strange_value_in_any_unit_is_kept_and_stops_no_screen(wereld: Wereld, reis: Reis) -> None:
    """A fixed share of every unit times every strange value."""
    for plaats, naam in _gevallen(wereld, reis, zaad=75, keer=1):
        _probeer(wereld, reis, plaats, naam)
    assert _kijk(wereld, reis) == set()


@pytest.mark.duurproef
def test_every_strange_value_in_every_unit_is_kept_and_stops_no_screen(wereld: Wereld, reis: Reis) -> None:
    for plaats, naam in _gevallen(wereld, reis, zaad=75, keer=None):
        _probeer(wereld, reis, plaats, naam)


def test_words_stay_on_the_screen_while_another_program_wrote_something_unreadable_over_them(
    wereld: Wereld, klein: Reis
) -> None:
    (doel,) = klein.dossier.plan().doelen[:1]
    (kop,) = [kop for _, eid, eenheid, (kop, *_), _ in _plaatsen(wereld, klein) if (eid, eenheid) == (doel.doel.id, 4)]
    _ontvang(wereld, _operatie(Doel.soort, doel.doel.id, 4, codec.dumps([7, "straks"]), (kop,), schema=99))
    assert klein.dossier.plan().doelen[0].doel.tekst == DOEL
    _ontvang(wereld, _operatie(Doel.soort, doel.doel.id, 4, encode(doel.doel, 4), (OpId(9, next(_N) - 1),)))


def test_two_strange_values_beside_each_other_can_be_looked_at(wereld: Wereld, klein: Reis) -> None:
    gesprek = klein.dossier.gesprek_id
    _ontvang(
        wereld,
        _operatie(Vraagverheldering.soort, gesprek, 6, codec.dumps([7])),
        _operatie(Vraagverheldering.soort, gesprek, 6, codec.dumps([b"\xff"])),
        _operatie(Vraagverheldering.soort, gesprek, 3, codec.dumps(["0001-01-01"])),
    )
    codes = _kijk(wereld, klein)
    assert {code.split(":")[0] for code in codes} <= {"conflict 6.6", "conflict 6.3"}, codes


def test_units_and_kinds_of_a_later_version_are_kept_and_the_rest_is_shown(wereld: Wereld, klein: Reis) -> None:
    nieuw = uuid4()
    later = [
        _operatie(Doel.soort, klein.dossier.plan().doelen[0].doel.id, 99, codec.dumps([SENTINEL]), schema=65_535),
        _operatie(60_000, nieuw, 1, codec.dumps([klein.dossier.huishouden_id.bytes]), schema=65_535),
        _operatie(60_000, nieuw, 2, b"\xff\xff", schema=65_535),
        _operatie(60_001, uuid4(), 1, codec.dumps([SENTINEL])),
    ]
    _ontvang(wereld, *later)
    with wereld.plek.store.read() as lezer:
        assert lezer.koppen(nieuw)[2] == [later[2]]
        assert lezer.koppen(later[0].entiteit_id)[99] == [later[0]]
    assert not {code for code in _kijk(wereld, klein) if not code.startswith("conflict")}


def test_same_operation_again_and_its_base_after_it_change_nothing(wereld: Wereld, klein: Reis) -> None:
    doel = klein.dossier.plan().doelen[0].doel
    eerst = _operatie(Doel.soort, doel.id, 7, codec.dumps(["financien"]))
    daarna = _operatie(Doel.soort, doel.id, 7, codec.dumps(["huisvesting"]), (eerst.id,))
    for deel in ((daarna,), (eerst, daarna), (eerst,), (daarna, eerst)):
        _ontvang(wereld, *deel)
        assert klein.dossier.plan().doelen[0].doel.leefgebied == "huisvesting"


def test_operations_that_are_no_operations_are_refused_before_they_are_taken_in(
    wereld: Wereld, weiger: Callable[[Callable[[], object]], KernnetwerkError]
) -> None:
    goed = _operatie(Doel.soort, uuid4(), 4, codec.dumps([SENTINEL])).to_row()
    vreemd = {0: SENTINEL, 1: -1, 2: 1 << 64, 3: b"x", 5: 70_000, 6: SENTINEL, 8: [[1]], 9: SENTINEL}
    rijen: list[object] = [[*goed[:plek], waarde, *goed[plek + 1 :]] for plek, waarde in vreemd.items()]
    for rij in [*rijen, None, SENTINEL, {}, goed[:-1], [*goed, SENTINEL]]:
        weiger(partial(from_row, rij))


def test_rebuild_of_all_that_gives_the_same_tables(wereld: Wereld, reis: Reis) -> None:
    for plaats, naam in _gevallen(wereld, reis, zaad=74, keer=1):
        soort, entiteit_id, eenheid, bases, goed = plaats
        _ontvang(wereld, _operatie(soort, entiteit_id, eenheid, VREEMD[naam](codec.rij(codec.loads(goed))), bases))
    voor = _tabellen(wereld)
    with wereld.plek.store.write() as werk:
        werk.rebuild()
        werk.commit("store.herbouwd")
    assert _tabellen(wereld) == voor


def _tabellen(wereld: Wereld) -> dict[str, list[str]]:
    tabellen: list[type[Local]] = [EntiteitRow, *ROWS.values()]
    with Session(wereld.plek.store._reader) as session:
        rijen = {t.__name__: sorted(repr(rij.model_dump()) for rij in session.exec(select(t))) for t in tabellen}
        rijen["zoek"] = sorted(session.execute(text("SELECT tekst FROM zoek")).scalars())
    return rijen
