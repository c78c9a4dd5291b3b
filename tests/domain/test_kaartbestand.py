"""A table from a spreadsheet: every encoding, every wrong line by its number, and no formula on the way out."""

import csv
import io
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.kaartbestand import (
    KOLOMMEN,
    MAX_BESTAND,
    MAX_CEL,
    BestandOnleesbaar,
    BestandTeGroot,
    KolomOnbekend,
    KolomOntbreekt,
    Regelfout,
    lees,
    schrijf,
)
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.voorziening import Bereik, Voorziening

ID = UUID("01234567-89ab-7def-8123-456789abcdef")


def rij(octets: bytes, nummer: int = 0) -> dict[str, object]:
    return dict(lees(octets).regels[nummer].velden)


@pytest.mark.parametrize("soort", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("scheiding", [";", ",", "\t"])
def test_a_table_is_read_as_any_office_saves_it(soort: str, scheiding: str) -> None:
    tekst = scheiding.join(("naam", "wat", "kern")) + "\r\n" + scheiding.join(("Café", "“koffie” €1", "Proefdijk"))
    assert rij(tekst.encode(soort)) == {"naam": "Café", "wat": "“koffie” €1", "kern": "Proefdijk"}


def test_columns_in_another_order_and_empty_lines_are_no_fault() -> None:
    gelezen = lees(b"KERN ; Naam;;\n;;;\n\nProefdijk;Soos;;\n")
    assert [dict(r.velden) for r in gelezen.regels] == [{"kern": "Proefdijk", "naam": "Soos"}]
    assert gelezen.regels[0].regel == 4
    assert gelezen.fouten == ()


@pytest.mark.parametrize(
    ("octets", "fout"),
    [
        (b"", BestandOnleesbaar),
        (b"\xff\xfe\x00", BestandOnleesbaar),
        (b"naam\x00;wat\n", BestandOnleesbaar),
        (b"kern;wat\nA;b\n", KolomOntbreekt),
        (b"naam;bsn\nA;b\n", KolomOnbekend),
        (b"naam;naam\nA;b\n", KolomOnbekend),
        (b"PK\x03\x04\x14\x00\x06\x00", KernnetwerkError),
    ],
)
def test_what_is_no_such_table_is_refused_whole(octets: bytes, fout: type[KernnetwerkError]) -> None:
    with pytest.raises(fout):
        lees(octets)


def test_an_unknown_column_is_named_by_its_place_and_never_by_what_stands_in_it() -> None:
    with pytest.raises(KolomOnbekend) as fout:
        lees(b"naam;geheim;kern;ook\n")
    assert fout.value.kolommen == "2, 4"
    assert "geheim" not in str(fout.value)


def test_a_file_that_is_too_large_is_not_even_read() -> None:
    with pytest.raises(BestandTeGroot):
        lees(b"x" * (MAX_BESTAND + 1))


def test_each_wrong_line_is_named_with_its_number_and_the_rest_comes_in() -> None:
    regels = [
        "naam;gecontroleerd_datum;breedte;bereik;rubriek",
        "Goed;2027-01-02;5252000;lokaal;",
        "Dag;31-02-2027;;;",
        "Getal;;ver weg;;",
        "Bereik;;;overal;",
        ";;;lokaal;",
        f"Lang;;;;{'x' * (MAX_CEL + 1)}",
        "Te;;;;;;veel",
        "Iemand;;;;sleutelfiguur",
        f"{'n' * 301};;;;",
        '"Twee',
        'regels";;;;',
        "Ook goed;;;;",
    ]
    gelezen = lees("\n".join(regels).encode())
    assert [r.regel for r in gelezen.regels] == [2, 11, 13]
    assert gelezen.fouten == (
        Regelfout(3, "gecontroleerd_datum", "cel_onleesbaar"),
        Regelfout(4, "breedte", "cel_onleesbaar"),
        Regelfout(5, "bereik", "cel_onleesbaar"),
        Regelfout(6, "naam", "voorziening.zonder_naam"),
        Regelfout(7, "rubriek", "cel_te_lang"),
        Regelfout(8, "", "te_veel_cellen"),
        Regelfout(9, "", "voorziening.zonder_akkoord"),
        Regelfout(10, "naam", "cel_onleesbaar"),
    )


def test_a_place_that_stands_in_the_table_twice_comes_in_once_and_another_word_for_it_is_named() -> None:
    ander = UUID(int=7)
    tabel = (
        f"id;naam;kern;kosten\n;Soos;A;1\n;SOOS ;A;1\n;Soos;A;1\n;Soos;B;1\n;Soos;A;2\n{ander};Koor;A;1\n;Koor;A;1\n"
    )
    gelezen = lees(tabel.encode())
    assert [r.regel for r in gelezen.regels] == [2, 5, 7]
    assert [(f.regel, f.code) for f in gelezen.fouten] == [(6, "dubbel")]


def test_ten_thousand_lines_and_one_huge_line_end_in_words() -> None:
    assert len(lees(b"naam\n" + b"".join(b"Soos %d\n" % n for n in range(10_000))).regels) == 10_000
    gelezen = lees(b"naam;wat\nA;" + b'"' + b"x" * 5_000_000 + b'"\nB;b\n')
    assert [fout.code for fout in gelezen.fouten] == ["cel_te_lang"]
    assert [r.velden["naam"] for r in gelezen.regels] == ["B"]


@pytest.mark.parametrize("begin", ["=1+1", "+31", "-2", "@SOM(A1)", "\t=1", "'=1", "'s avonds"])
def test_no_cell_that_leaves_is_a_formula_and_it_comes_back_as_it_was(begin: str) -> None:
    voorziening = Voorziening(id=ID, naam="Soos", wat=f"{begin} x")
    octets = schrijf([voorziening])
    cellen = list(csv.reader(io.StringIO(octets.decode("utf-8-sig")), delimiter=";"))[1]
    assert not any(cel.startswith(("=", "+", "-", "@", "\t", "\r")) for cel in cellen)
    assert rij(octets)["wat"] == f"{begin} x"


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60),
    st.booleans(),
    st.sampled_from([None, *Bereik]),
)
def test_what_goes_out_comes_back(tekst: str, activiteit: bool, bereik: Bereik | None) -> None:
    """But for white space around a cell, which nobody sees."""
    heen = Voorziening(
        id=ID,
        naam='Soos; "De\nSchuur"',
        wat=tekst,
        is_activiteit=activiteit,
        bereik=bereik,
        breedte=-12,
        gecontroleerd_datum=date(2027, 4, 20),
    )
    [regel] = lees(schrijf([heen])).regels
    terug = Voorziening.model_validate({**regel.velden, "id": regel.id})
    for kolom in KOLOMMEN:
        eerst, later = getattr(heen, kolom), getattr(terug, kolom)
        if isinstance(eerst, str) and not isinstance(eerst, Bereik):
            eerst, later = " ".join(eerst.split()) or None, " ".join((later or "").split()) or None
        assert _zichtbaar(eerst) == _zichtbaar(later), kolom


def _zichtbaar(waarde: object) -> object:
    return None if isinstance(waarde, str) and is_leeg(waarde) else waarde
