"""The scale question: a figure has its day in its key, and nothing else is taken for one."""

from datetime import date

import pytest

from kernnetwerk_app.domain.schaalvraag import Cijfer, CijferBuitenSchaal, check_cijfer, lees_cijfers, schaalsleutel

APRIL, MEI = date(2027, 4, 20), date(2027, 5, 4)


def test_figures_come_back_by_life_domain_and_in_time() -> None:
    antwoorden = [
        (schaalsleutel("justitie", MEI), "7"),
        (schaalsleutel("justitie", APRIL), "4"),
        ("justitie.goed", "8"),
    ]
    assert lees_cijfers(antwoorden) == {"justitie": (Cijfer(APRIL, 4), Cijfer(MEI, 7))}


@pytest.mark.parametrize("waarde", [None, "", "zeven", "11", "-1"])
def test_what_is_no_figure_is_left_out(waarde: str | None) -> None:
    assert lees_cijfers([(schaalsleutel("justitie", MEI), waarde), ("justitie.schaal.gisteren", "5")]) == {}


@pytest.mark.parametrize("waarde", [-1, 11])
def test_what_is_not_on_the_scale_is_refused(waarde: int) -> None:
    with pytest.raises(CijferBuitenSchaal):
        check_cijfer(waarde)
