"""State is a function of the set of operations: order, repetition and clocks decide nothing (I3 to I8, I11)."""

from dataclasses import replace
from itertools import groupby
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.domain.base import Entiteit, eenheden
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.plan import Doel, Ondersteuningsplan
from kernnetwerk_app.domain.vraagverheldering import Antwoord, Vraagverheldering
from kernnetwerk_app.oplog.operation import Operation, OpId
from kernnetwerk_app.oplog.siblings import bases_for_edit, bases_for_resolution, in_conflict, order, siblings
from kernnetwerk_app.oplog.units import is_begin

VELD = 2


def edit(
    device_no: int, n: int, waarde: str, bases: tuple[OpId, ...] = (), *, hlc: int = 0, eenheid: int = VELD
) -> Operation:
    return Operation(OpId(device_no, n), hlc, UUID(int=device_no), n, 2, UUID(int=1), eenheid, bases, waarde.encode())


@st.composite
def histories(draw: st.DrawFn) -> list[Operation]:
    """Edits of one unit as laptops make them: each replaces what its writer saw, which is any earlier set of edits."""
    alle: list[Operation] = []
    nummers = dict.fromkeys(range(1, 5), 0)
    for _ in range(draw(st.integers(0, 14))):
        wie = draw(st.sampled_from(sorted(nummers)))
        nummers[wie] += 1
        gezien = [op for op in alle if op.id.device_no == wie or draw(st.booleans())]
        koppen = siblings(gezien)
        bases = draw(st.sampled_from([bases_for_edit, bases_for_resolution]))(koppen)
        waarde = draw(st.sampled_from("abc"))
        alle.append(edit(wie, nummers[wie], waarde, bases, hlc=draw(st.integers(0, 2**63 - 1))))
    return alle


@given(history=histories(), data=st.data())
def test_any_order_and_any_repetition_give_the_same_state(history: list[Operation], data: st.DataObject) -> None:
    verwacht = siblings(history)
    assert siblings(data.draw(st.permutations(history))) == verwacht
    uniek = {op.id: op for op in [*history, *data.draw(st.lists(st.sampled_from(history)) if history else st.just([]))]}
    assert siblings(uniek.values()) == verwacht


@given(history=histories(), data=st.data())
def test_two_laptops_that_know_the_same_show_the_same(history: list[Operation], data: st.DataObject) -> None:
    """Union is all there is: whatever each heard first, after hearing everything both agree (I5)."""
    links = {op for op in history if data.draw(st.booleans())}
    rechts = set(history) - links
    eerst_links = siblings(siblings(links) + list(rechts) + list(links))
    assert {op.id for op in siblings(links | rechts)} == {op.id for op in siblings(rechts | links)}
    assert {op.id for op in siblings(history)} == {op.id for op in eerst_links}


@given(history=histories())
def test_something_is_shown_as_soon_as_something_was_written(history: list[Operation]) -> None:
    assert bool(siblings(history)) == bool(history)


@given(history=histories())
def test_nothing_disappears_without_an_operation_that_names_it(history: list[Operation]) -> None:
    genoemd = {base for op in history for base in op.bases}
    assert {op.id for op in history} == {op.id for op in siblings(history)} | (genoemd & {op.id for op in history})


@given(history=histories())
def test_a_choice_settles_everything_that_was_open(history: list[Operation]) -> None:
    keuze = edit(9, 1, "samen", bases_for_resolution(siblings(history)))
    assert siblings([*history, keuze]) == [keuze]


@given(history=histories())
def test_an_ordinary_edit_in_a_conflict_does_not_settle_it(history: list[Operation]) -> None:
    koppen = siblings(history)
    bewerking = edit(9, 1, "nieuw", bases_for_edit(koppen))
    over = siblings([*history, bewerking])
    assert bewerking in over
    assert in_conflict(over) == in_conflict(koppen)
    if koppen:
        assert {op.waarde for op in over} == {op.waarde for op in koppen} - {koppen[0].waarde} | {bewerking.waarde}


@given(klokken=st.lists(st.integers(0, 2**63 - 1), min_size=3, max_size=3))
def test_two_who_did_not_see_each_other_are_both_shown_whatever_their_clocks_say(klokken: list[int]) -> None:
    """I6 and I11."""
    eerste = edit(1, 1, "donderdag", hlc=klokken[0])
    sanne = edit(1, 2, "vrijdag", (eerste.id,), hlc=klokken[1])
    joris = edit(2, 1, "maandag", (eerste.id,), hlc=klokken[2])
    koppen = siblings([eerste, sanne, joris])
    assert set(koppen) == {sanne, joris}
    assert in_conflict(koppen)


@given(klokken=st.lists(st.integers(0, 2**63 - 1), min_size=1, max_size=8))
def test_edits_that_follow_each_other_never_conflict_whatever_the_clocks_say(klokken: list[int]) -> None:
    """I7: also from laptop to laptop, each having seen the one before."""
    keten: list[Operation] = []
    for plaats, hlc in enumerate(klokken):
        keten.append(edit(plaats % 3, plaats + 1, f"tekst {plaats}", bases_for_edit(siblings(keten)), hlc=hlc))
    assert siblings(keten) == keten[-1:]


@given(history=histories(), ander=histories())
def test_different_units_never_meet(history: list[Operation], ander: list[Operation]) -> None:
    """I8: per unit, as every caller groups them."""
    elders = [replace(op, id=OpId(op.id.device_no + 100, op.id.n), eenheid=VELD + 1) for op in ander]
    alles = sorted([*history, *elders], key=lambda op: op.eenheid)
    per_eenheid = {eenheid: siblings(groep) for eenheid, groep in groupby(alles, key=lambda op: op.eenheid)}
    assert per_eenheid.get(VELD, []) == siblings(history)
    assert len(per_eenheid.get(VELD + 1, [])) == len(siblings(elders))


def test_two_who_say_the_same_do_not_conflict() -> None:
    eerste = edit(1, 1, "donderdag")
    koppen = siblings([eerste, edit(1, 2, "vrijdag", (eerste.id,)), edit(2, 1, "vrijdag", (eerste.id,))])
    assert len(koppen) == 2
    assert not in_conflict(koppen)
    assert bases_for_edit(koppen) == (OpId(1, 2), OpId(2, 1))


def test_nothing_written_is_no_conflict_and_replaces_nothing() -> None:
    assert siblings([]) == []
    assert not in_conflict([])
    assert bases_for_edit([]) == bases_for_resolution([]) == ()


def test_the_latest_is_shown_first_and_a_tie_is_broken_by_who_wrote_it() -> None:
    a, b, c = edit(1, 1, "a", hlc=5), edit(2, 1, "b", hlc=5), edit(1, 2, "c", hlc=5)
    laat = edit(1, 3, "laat", hlc=6)
    assert order([a, b, c, laat]) == [laat, b, c, a]


def test_of_how_a_record_began_the_earliest_stands_and_nobody_is_asked_to_choose() -> None:
    """Both are true and stay in the log; who changes it later changes it for all of them."""
    eenheid = next(nummer for nummer, velden in eenheden(Vraagverheldering).items() if "door_id" in velden)
    sanne, joris = (
        replace(edit(nummer, 1, wie, hlc=nummer, eenheid=eenheid), soort=Vraagverheldering.soort)
        for nummer, wie in ((1, "Sanne"), (2, "Joris"))
    )
    assert siblings([joris, sanne]) == order([joris, sanne]) == [sanne, joris]
    assert not in_conflict([sanne, joris])
    assert bases_for_edit([sanne, joris]) == (sanne.id, joris.id)


@pytest.mark.parametrize(
    ("soort", "begin"),
    [
        (Vraagverheldering, {"datum", "door_id", "gestelde_vraag", "lijst", "lijstversie"}),
        (Antwoord, {"profielversie"}),
        (Ondersteuningsplan, {"vraagverheldering_id", "eigenaar_id", "planmaker_id", "planmaker_rol", "kind_id"}),
        (Doel, set()),
        (Melding, set()),
    ],
    ids=lambda waarde: getattr(waarde, "__name__", ""),
)
def test_only_facts_of_beginning_are_left_out_of_what_people_choose_in(soort: type[Entiteit], begin: set[str]) -> None:
    velden = {v for nummer, namen in eenheden(soort).items() if is_begin(soort.soort, nummer) for v in namen}
    assert velden == begin
