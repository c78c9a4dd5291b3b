"""The matrix proposes and never decides, and no single weight settles it, whatever is observed."""

from datetime import date
from itertools import pairwise
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.domain.triage import (
    Klasse,
    Kolom,
    Matrix,
    Rij,
    Route,
    RouteStaatUit,
    RouteZonderUitvraag,
    Triage,
    TriageZonderReden,
    VersneldZonderGrond,
    VersneldZonderInstelling,
    check_triage,
    is_in_balans,
    lees_waarnemingen,
    schrijf_waarnemingen,
    stel_voor,
)
from kernnetwerk_app.profielen import load_profiel

OEFENEN = load_profiel("oefenen")
PROFIEL, GRONDEN = OEFENEN.triage, OEFENEN.snelle_route.gronden
KLASSEN = [klasse.sleutel for klasse in PROFIEL.klassen]
GEZIEN = st.fixed_dictionaries(
    {},
    optional={rij.sleutel: st.sampled_from([kolom.sleutel for kolom in rij.kolommen]) for rij in PROFIEL.matrix.rijen},
)


def _klasse(waarnemingen: dict[str, str]) -> int:
    voorstel = stel_voor(PROFIEL.matrix, PROFIEL.klassen, waarnemingen)
    return KLASSEN.index(voorstel.klasse) if voorstel is not None else 0


@pytest.mark.eis("TRI-02")
@given(GEZIEN)
def test_no_single_observation_decides_the_class(waarnemingen: dict[str, str]) -> None:
    """Alone each gives the lightest class, and leaving one out moves the class by one step at most."""
    for rij, kolom in waarnemingen.items():
        assert _klasse({rij: kolom}) == 0
        zonder = {sleutel: waarde for sleutel, waarde in waarnemingen.items() if sleutel != rij}
        assert 0 <= _klasse(waarnemingen) - _klasse(zonder) <= 1


@given(GEZIEN)
def test_a_proposal_says_why_with_a_sentence_for_each_weight_that_counted(waarnemingen: dict[str, str]) -> None:
    voorstel = stel_voor(PROFIEL.matrix, PROFIEL.klassen, waarnemingen)
    if not waarnemingen:
        assert voorstel is None
        return
    assert voorstel is not None
    assert voorstel.redenen
    if voorstel.klasse != KLASSEN[0]:
        assert len(voorstel.redenen) >= 2
    assert all(reden.endswith(".") for reden in voorstel.redenen)


def test_more_that_weighs_never_makes_a_question_lighter() -> None:
    volgorde = [rij.kolommen for rij in PROFIEL.matrix.rijen]
    assert all(links.gewicht <= rechts.gewicht for kolommen in volgorde for links, rechts in pairwise(kolommen))


def test_a_matrix_in_which_one_weight_could_decide_is_out_of_balance() -> None:
    zwaar = Matrix("proef", 1, (Rij("regie", "Wie stuurt?", (Kolom("weinig", "weinig", 4, "Weinig."),)),))
    assert not is_in_balans(zwaar, (Klasse("licht", 0), Klasse("zwaar", 4)))
    assert is_in_balans(zwaar, (Klasse("licht", 0), Klasse("zwaar", 5)))


@given(GEZIEN)
def test_what_was_observed_is_read_as_it_was_written(waarnemingen: dict[str, str]) -> None:
    assert lees_waarnemingen(schrijf_waarnemingen(waarnemingen)) == waarnemingen


def test_without_classes_nothing_is_proposed() -> None:
    assert stel_voor(PROFIEL.matrix, (), {"regie": "weinig"}) is None


def _triage(**velden: object) -> Triage:
    return Triage.model_validate(
        {"id": uuid4(), "melding_id": uuid4(), "datum": date(2027, 4, 20), "door_id": uuid4(), **velden}
    )


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"klasse": "complex", "voorgesteld": "enkelvoudig"}, TriageZonderReden),
        ({"route": Route.MAATWERK}, RouteZonderUitvraag),
        ({"grond": "drukte", "instelling": "School De Proef"}, VersneldZonderGrond),
        ({"grond": "", "instelling": "School De Proef"}, VersneldZonderGrond),
        ({"grond": "veiligheid", "instelling": " "}, VersneldZonderInstelling),
    ],
)
def test_a_judgement_that_does_not_hold_is_refused(velden: dict[str, object], fout: type[Exception]) -> None:
    with pytest.raises(fout):
        check_triage(PROFIEL, _triage(**velden), breed=False, gronden=GRONDEN)


def test_a_route_that_is_off_in_this_municipality_is_refused() -> None:
    zonder = PROFIEL.__class__(**{f: getattr(PROFIEL, f) for f in PROFIEL.__slots__} | {"routes": ()})
    with pytest.raises(RouteStaatUit):
        check_triage(zonder, _triage(route=Route.MAATWERK), breed=True, gronden=GRONDEN)
