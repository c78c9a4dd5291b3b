"""Whether words can be read in the colours of a municipality, by the measure of WCAG."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.domain.huisstijl import Huisstijl, contrast, onleesbaar
from kernnetwerk_app.profielbestanden.huiskleuren import lees_huiskleuren

EIGEN = lees_huiskleuren()


@pytest.mark.parametrize(
    ("een", "ander", "hoeveel"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#ffffff", "#FFFFFF", 1.0),
        ("#767676", "#FFFFFF", 4.54),
        ("#FFFFFF", "#154273", 10.2),
        ("#007BC7", "#FFFFFF", 4.51),
        ("#FFB612", "#FFFFFF", 1.76),
    ],
)
def test_contrast_is_that_of_wcag(een: str, ander: str, hoeveel: float) -> None:
    assert contrast(een, ander) == pytest.approx(hoeveel, abs=0.04)


@given(st.integers(0, 0xFFFFFF))
def test_one_colour_that_is_dark_enough_is_all_a_municipality_has_to_choose(getal: int) -> None:
    """The other three follow from it, and words can be read on each of them."""
    accent = f"#{getal:06x}"
    fouten = list(onleesbaar(Huisstijl(accent), EIGEN))
    assert contrast(accent, "#FFFFFF") < 6 or fouten == []
    assert contrast(accent, "#FFFFFF") >= 4.5 or fouten
    assert set(fouten[:1]) <= {("accent", "te_licht")}, "first named is what the municipality filled in"


def test_a_tint_of_ones_own_is_what_is_named_when_words_on_it_cannot_be_read() -> None:
    assert set(onleesbaar(Huisstijl("#154273", accent_tint="#7799CC"), EIGEN)) == {("accent_tint", "te_donker")}
    assert list(onleesbaar(Huisstijl("#154273", accent_tint="#E3ECF7", accent_diep="#0E2D4F"), EIGEN)) == []
