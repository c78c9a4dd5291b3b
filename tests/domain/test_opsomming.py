"""Names one after another, in a line in which a person also writes."""

import pytest

from kernnetwerk_app.domain.opsomming import met_of_zonder, staat_erbij


@pytest.mark.parametrize(
    ("tekst", "naam", "samen"),
    [
        ("", "De Linde", "De Linde"),
        ("De Linde", "Het Honk", "De Linde, Het Honk"),
        ("De Linde, hon", "Het Honk", "De Linde, Het Honk"),
        ("lin", "De Linde", "De Linde"),
        ("soep", "De Linde", "soep, De Linde"),
        ("Wij spraken over soep.", "De Linde", "Wij spraken over soep. De Linde"),
        ("Honk aan de Linde", "De Linde", "Honk aan de Linde, De Linde"),
    ],
)
def test_a_name_is_added_and_what_somebody_wrote_stays(tekst: str, naam: str, samen: str) -> None:
    assert not staat_erbij(tekst, naam)
    assert met_of_zonder(tekst, naam) == samen
    assert staat_erbij(samen, naam)


@pytest.mark.parametrize(
    ("tekst", "zonder"),
    [
        ("A, De Linde, B", "A, B"),
        ("De Linde, B", "B"),
        ("De Linde", ""),
        ("A, De Linde.", "A."),
        ("Soep. De Linde", "Soep."),
        ("Soep. De Linde, Het Honk", "Soep. Het Honk"),
        ("soep\nDe Linde, Het Honk", "soep\n Het Honk"),
    ],
)
def test_a_name_that_stands_there_is_taken_out_again(tekst: str, zonder: str) -> None:
    assert met_of_zonder(tekst, "De Linde") == zonder
