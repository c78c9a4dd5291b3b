"""The square code on each page."""

from kernnetwerk_app.documents.qr import qr_square, qr_text
from tests.documents.voorbeeld import KENMERK


def test_a_quarter_of_the_code_may_be_stained() -> None:
    """33 modules is what these words take at that level; with less to spare they would fit in 29."""
    assert {qr_square(qr_text(KENMERK, blad, 35)).size for blad in (1, 10, 35)} == {33}
