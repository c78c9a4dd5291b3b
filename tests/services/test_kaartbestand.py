"""A table of the sociale kaart taken in on a laptop is a pile of proposals; what goes out is what stands."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kernnetwerk_app.domain.kaartbestand import KolomOnbekend
from kernnetwerk_app.domain.medewerker import Functie, Medewerker
from kernnetwerk_app.domain.team import MagNiet
from kernnetwerk_app.domain.voorziening import Stand
from kernnetwerk_app.services import kaartbestand, voorziening
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import JORIS, make_werkplek
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


def test_reading_the_same_table_three_times_is_one_proposal(plek: Werkplek) -> None:
    vul_kaart(plek, [maak(plek, "Eettafel", kosten="6 euro")])
    tabel = b"naam;kern;kosten\nEettafel;Voorbeelderveen;7 euro\n"
    assert [kaartbestand.lees_in(plek, tabel).gewijzigd for _ in range(3)] == [1, 0, 0]
    [voorstellen] = kaart_van(plek).voorstellen.values()
    assert len(voorstellen) == 1
    assert kaartbestand.lees_in(plek, tabel.replace(b"7", b"8")).gewijzigd == 1


def test_a_table_does_not_make_a_place_look_fresh_and_one_that_closed_does_not_come_back(plek: Werkplek) -> None:
    vul_kaart(plek, [maak(plek, "Eettafel")])
    tabel = (
        "naam;kern;gecontroleerd_datum;einde_datum\n"
        "Koor;Proefdijk;2019-05-01;\nSoos;Proefdijk;;\nClub;Proefdijk;2019-05-01;2020-01-01\n"
        "Eettafel;Voorbeelderveen;;2027-04-01\nBus;Proefdijk;;2027-12-31\n"
    )
    binnen = kaartbestand.lees_in(plek, tabel.encode())
    assert (binnen.nieuw, binnen.gewijzigd, binnen.gesloten) == (3, 1, 1)
    kaart = kaart_van(plek)
    dagen = {v.naam: (str(v.gecontroleerd_datum), str(v.einde_datum)) for v in kaart.voorzieningen}
    vandaag = str(plek.vandaag)
    assert dagen == {
        "Koor": ("2019-05-01", "None"),
        "Soos": ("None", "None"),
        "Bus": ("None", "2027-12-31"),
        "Eettafel": (vandaag, "None"),
    }
    [dicht] = kaart.voorstellen[id_van(plek, "Eettafel")]
    assert (dicht.veranderingen, str(dicht.einde_datum)) == (("einde_datum",), "2027-04-01")


def test_who_may_not_propose_takes_no_table_in(tmp_path: Path) -> None:
    vrijwilliger = Medewerker(id=JORIS.id, naam="Joris Proefstra", functie=Functie.VRIJWILLIGER)
    plek = make_werkplek(tmp_path, wie=vrijwilliger)
    with pytest.raises(MagNiet):
        kaartbestand.lees_in(plek, b"naam\nSoos\n")
    with pytest.raises(MagNiet):
        voorziening.stel_voor(plek, {"naam": "Soos"})
    assert kaart_van(plek).voorzieningen == ()
    plek.store.close()
