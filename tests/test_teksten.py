"""Sentences come from files; a group that is not there is a fault, not an empty page."""

import pytest

from kernnetwerk_app.teksten import Tekst


def test_group_gives_its_sentences_in_the_order_of_the_file() -> None:
    tekst = Tekst("proef", {"kop": "Kop", "deel": {"twee": "2", "een": "1"}})
    assert list(tekst.groep("deel").items()) == [("twee", "2"), ("een", "1")]


@pytest.mark.parametrize("naam", ["dele", "kop", "deel.een", ""])
def test_group_that_nobody_wrote_is_refused(naam: str) -> None:
    with pytest.raises(KeyError, match="proef"):
        Tekst("proef", {"kop": "Kop", "deel": {"een": "1"}}).groep(naam)
