"""A table of the sociale kaart taken in on a laptop is a pile of proposals; what goes out is what stands."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kernnetwerk_app.domain.kaartbestand import KolomOnbekend
from kernnetwerk_app.domain.voorziening import Stand
from kernnetwerk_app.services import kaartbestand, voorziening
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import make_werkplek
from tests.kaart_opzet import id_van, kaart_van, maak, vul_kaart
from tests.services.opzet import laatste_n


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path)
    yield plek
    plek.store.close()


def test_a_table_that_comes_in_makes_proposals_and_changes_nothing_that_stands(plek: Werkplek) -> None:
    vul_kaart(plek, [maak(plek, "Eettafel", kosten="6 euro"), maak(plek, "Soos", kosten="gratis")])
    tabel = "naam;kern;kosten\nEETTAFEL;voorbeelderveen;7 euro\nSoos;Voorbeelderveen;gratis\nKoor;Proefdijk;\n;;fout\n"
    binnen = kaartbestand.lees_in(plek, tabel.encode())
    assert (binnen.nieuw, binnen.gewijzigd, binnen.gelijk) == (1, 1, 1)
    assert [fout.regel for fout in binnen.fouten] == [5]
    kaart = kaart_van(plek)
    assert {v.naam: (v.kosten, v.stand) for v in kaart.voorzieningen} == {
        "Eettafel": ("6 euro", Stand.VASTGESTELD),
        "Soos": ("gratis", Stand.VASTGESTELD),
        "Koor": (None, Stand.VOORSTEL),
    }
    [voorstel] = kaart.voorstellen[id_van(plek, "Eettafel")]
    assert voorstel.kosten == "7 euro"


def test_a_wrong_table_leaves_no_trace(plek: Werkplek) -> None:
    voor = laatste_n(plek)
    with pytest.raises(KolomOnbekend):
        kaartbestand.lees_in(plek, b"naam;bsn\nSoos;999990019\n")
    assert laatste_n(plek) == voor


def test_what_i_save_as_a_table_and_take_in_again_says_nothing_new(plek: Werkplek) -> None:
    vul_kaart(plek)
    voorziening.stel_voor(plek, {"naam": "Nog niet bevestigd"})
    octets = kaartbestand.schrijf_uit(plek)
    assert b"Nog niet bevestigd" not in octets
    binnen = kaartbestand.lees_in(plek, octets)
    assert (binnen.nieuw, binnen.gewijzigd, binnen.fouten) == (0, 0, ())
    assert binnen.gelijk == octets.count(b"\r\n") - 1
