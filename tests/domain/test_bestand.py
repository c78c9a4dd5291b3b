"""What a chosen file is, by what stands in it, and which PDF is paper and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.domain import bestand
from kernnetwerk_app.domain.bestand import (
    BestandLeeg,
    Bestandsoort,
    BestandSoortOnbekend,
    FotoTeGroot,
    FotoVanTelefoon,
    PdfTeGroot,
    herken,
    is_gewoon_papier,
    is_heel,
)
from kernnetwerk_app.domain.errors import KernnetwerkError
from tests.bestanden import GPS, foto, papier, png

SOORTEN = [(foto(), Bestandsoort.JPEG), (png(), Bestandsoort.PNG), (papier(), Bestandsoort.PDF)]


@pytest.mark.parametrize(("octets", "soort"), SOORTEN)
def test_what_a_file_is_stands_in_it_and_not_in_its_name(octets: bytes, soort: Bestandsoort) -> None:
    assert herken(octets) is soort


@pytest.mark.parametrize(
    ("octets", "fout"),
    [
        (b"", BestandLeeg),
        (b"MZ\x90\x00" * 20, BestandSoortOnbekend),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", BestandSoortOnbekend),
        (b"PK\x03\x04" + bytes(50), BestandSoortOnbekend),
        (b"\x00\x00\x00\x18ftypheic" + bytes(20), FotoVanTelefoon),
        (b"%PDF-1.7" + bytes(bestand.MAX_PDF), PdfTeGroot),
        (b"\xff\xd8\xff" + bytes(bestand.MAX_FOTO), FotoTeGroot),
    ],
)
def test_what_we_do_not_take_in_has_a_reason(octets: bytes, fout: type[KernnetwerkError]) -> None:
    with pytest.raises(fout):
        herken(octets)


@pytest.mark.parametrize("ingepakt", [True, False])
def test_a_pdf_with_a_script_or_a_file_in_it_is_more_than_paper(ingepakt: bool) -> None:
    assert is_gewoon_papier(papier(3, ingepakt=ingepakt))
    assert not is_gewoon_papier(papier(script=True, ingepakt=ingepakt))
    assert not is_gewoon_papier(papier(bestand=True, ingepakt=ingepakt))


def test_a_name_that_is_written_in_codes_is_read_all_the_same() -> None:
    assert not is_gewoon_papier(papier(script=True, ingepakt=False).replace(b"/JavaScript", b"/J#61vaScript"))
    assert not is_gewoon_papier(b"%PDF-1.7\n1 0 obj << /J#53 (x) >> endobj")


def test_a_scan_that_tells_where_it_was_made_is_more_than_paper() -> None:
    """Of a photograph the place is removed; a telephone that scans puts the same photograph in a PDF."""
    assert GPS in foto()
    met = b"%PDF-1.7\n1 0 obj << /Filter /DCTDecode >>\nstream\n" + foto() + b"\nendstream\nendobj"
    assert not is_gewoon_papier(met)
    assert is_gewoon_papier(met.replace(b"Exif\0\0", b"Exif\0\1"))
    assert not is_gewoon_papier(b"%PDF-1.7\n<exif:GPSLatitude>53,12N</exif:GPSLatitude>")


def test_a_photograph_has_its_end_also_where_a_thumbnail_in_it_has_one() -> None:
    heel = foto(300, 200)
    klein = b"\xff\xe1\x00\x08Th\xff\xd9xx"
    for begin in (b"", klein, b"\xff\xff"):
        met = heel[:2] + begin + heel[2:]
        assert is_heel(met, Bestandsoort.JPEG)
        assert not is_heel(met[:-20], Bestandsoort.JPEG)


def test_what_cannot_be_looked_into_is_more_than_paper() -> None:
    assert not is_gewoon_papier(papier(slot="geheim"))
    assert not is_gewoon_papier(b"%PDF-1.7\n1 0 obj << /Type /ObjStm >> stream\nniet ingepakt\nendstream endobj")


def test_a_picture_that_happens_to_hold_such_a_name_is_paper() -> None:
    assert is_gewoon_papier(b"%PDF-1.7\n1 0 obj << /Length 5 >> stream\n/JS x\nendstream endobj")


@pytest.mark.parametrize(
    ("octets", "gewoon"),
    [(b"<<", True), (b">> ", True), (b">> stream\n", True), (b"/ObjStm>>stream\n", False), (b"endstream ", True)],
)
def test_a_file_that_is_made_to_be_slow_gets_its_answer(octets: bytes, gewoon: bool) -> None:
    """Each of these takes hours where looking goes back to what was looked at before."""
    assert is_gewoon_papier(b"%PDF-1.7" + octets * (3_000_000 // len(octets))) is gewoon


@given(st.binary(max_size=400))
def test_any_octets_get_an_answer(octets: bytes) -> None:
    assert is_gewoon_papier(b"%PDF-" + octets) in (True, False)
