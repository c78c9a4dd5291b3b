"""What was decided of two has one name, whoever decides it, and leads to one in the end, over any number of steps."""

from datetime import date
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.domain.samenvoeging import Samenvoeging, Soort, opgegaan_in, samenvoeging_id

IDS = [UUID(int=n) for n in range(1, 7)]


def samen(weg: UUID, blijft: UUID, dezelfde: bool = True, ongedaan: date | None = None) -> Samenvoeging:
    return Samenvoeging(
        id=samenvoeging_id(weg, blijft),
        waarvan=Soort.DOSSIER,
        blijft_id=blijft,
        gaat_op_id=weg,
        door_id=uuid4(),
        datum=date(2027, 4, 20),
        is_dezelfde=dezelfde,
        ongedaan_datum=ongedaan,
    )


@given(een=st.uuids(), ander=st.uuids())
def test_two_have_one_decision_in_whichever_order_they_are_named(een: UUID, ander: UUID) -> None:
    assert samenvoeging_id(een, ander) == samenvoeging_id(ander, een)


@given(paren=st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=6))
def test_all_that_are_one_have_the_same_first_one_in_whatever_order_they_were_joined(
    paren: list[tuple[UUID, UUID]],
) -> None:
    besluiten = [samen(een, ander) for een, ander in paren]
    samengevoegd = opgegaan_in(besluiten, Soort.DOSSIER)
    assert samengevoegd == opgegaan_in(reversed(besluiten), Soort.DOSSIER)
    for een, ander in paren:
        assert samengevoegd.get(een, een) == samengevoegd.get(ander, ander) <= min(een, ander)
    for weg, blijft in samengevoegd.items():
        assert blijft < weg
        assert blijft not in samengevoegd


def test_what_was_taken_apart_or_was_never_one_leads_nowhere() -> None:
    a, b, c, d = IDS[:4]
    besluiten = [samen(b, a), samen(c, b, ongedaan=date(2027, 4, 21)), samen(d, c, dezelfde=False)]
    assert opgegaan_in(besluiten, Soort.DOSSIER) == {b: a}
    assert opgegaan_in(besluiten, Soort.MENS) == {}
    assert opgegaan_in([samen(c, b), samen(b, a)], Soort.DOSSIER) == {b: a, c: a}
