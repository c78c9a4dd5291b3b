"""Files that come in as signed paper, without a dossier: what scanners make is read, what only costs time is not."""

import io
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.ui.papier.inlezen import (
    BestandOnleesbaar,
    BestandTeGroot,
    PdfMetOpdrachten,
    TeVeelBladen,
    beelden,
)

pytestmark = pytest.mark.usefixtures("qapp")
A4 = b"595 842"


def _pdf(maat: bytes = A4, plaat: bytes = b"", kinderen: int = 1) -> bytes:
    """A PDF whose pages are all one and the same, with at most one picture on it."""
    delen = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + b"3 0 R " * kinderen + b"]/Count %d>>" % kinderen,
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + maat + b"]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>",
        plaat or _plaat(8, 8),
        b"<</Length 27>>stream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream",
    ]
    pdf, plekken = b"%PDF-1.7\n", []
    for nummer, deel in enumerate(delen, 1):
        plekken.append(len(pdf))
        pdf += b"%d 0 obj\n" % nummer + deel + b"\nendobj\n"
    tabel = b"".join(b"%010d 00000 n \n" % plek for plek in plekken)
    return (
        pdf + b"xref\n0 6\n0000000000 65535 f \n" + tabel
        + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(pdf)
    )  # fmt: skip


def _plaat(breed: int, hoog: int, ervoor: bytes = b"") -> bytes:
    """A black picture; `ervoor` stands in its data, as what a camera wrote may."""
    data = ervoor + zlib.compress(bytes((min(breed, 4000) + 7) // 8 * min(hoog, 4000)), 9)
    kop = b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 1" % (breed, hoog)
    return kop + b"/Filter/FlateDecode/Length %d>>stream\n" % len(data) + data + b"\nendstream"


def _tiff(aantal: int) -> bytes:
    uit = io.BytesIO()
    platen = [Image.new("L", (120 + nummer, 80)) for nummer in range(aantal)]
    platen[0].save(uit, "TIFF", save_all=True, append_images=platen[1:])
    return uit.getvalue()


def _png(breed: int, hoog: int) -> bytes:
    uit = io.BytesIO()
    Image.new("1", (breed, hoog)).save(uit, "PNG")
    return uit.getvalue()


def _maten(tmp_path: Path, octets: bytes) -> list[tuple[int, int]]:
    pad = tmp_path / "bestand"
    pad.write_bytes(octets)
    return [(beeld.breedte, beeld.hoogte) for beeld in beelden([str(pad)])]


def test_a_tiff_of_a_scanner_holds_a_picture_for_each_sheet(tmp_path: Path) -> None:
    assert _maten(tmp_path, _tiff(3)) == [(120, 80), (121, 80), (122, 80)]


def test_what_happens_to_stand_in_the_picture_of_a_scan_is_no_script(tmp_path: Path) -> None:
    """In 5 MB of a scan the octets of `/JS` stand by chance in one of seven."""
    plaat = _plaat(80, 80).replace(b"endstream", b"/JS /Launch endstream")
    assert len(_maten(tmp_path, _pdf(plaat=plaat))) == 1


def test_a_script_with_its_name_in_codes_is_a_script(tmp_path: Path) -> None:
    with pytest.raises(PdfMetOpdrachten):
        _maten(tmp_path, _pdf().replace(b"/Type/Catalog", b"/OpenAction<</S/J#61vaScript>>/Type/Catalog"))


TE_VEEL: dict[str, tuple[Callable[[], bytes], type[KernnetwerkError]]] = {
    "a PDF of a hundred thousand pages": (lambda: _pdf(kinderen=100_000), TeVeelBladen),
    "a page of a hair wide": (lambda: _pdf(b"0.01 14400"), BestandOnleesbaar),
    "a picture of 60,000 by 60,000 in a PDF": (lambda: _pdf(plaat=_plaat(60_000, 60_000)), BestandTeGroot),
    "a picture of 12,000 by 12,000 in 20 KB": (lambda: _png(12_000, 12_000), BestandTeGroot),
    "a TIFF of a hundred pages": (lambda: _tiff(100), TeVeelBladen),
    "half a TIFF": (lambda: _tiff(3)[:900], BestandOnleesbaar),
    "a drawing that points to a file": (
        lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/hostname"/></svg>',
        BestandOnleesbaar,
    ),
}


@pytest.mark.parametrize("wat", TE_VEEL)
def test_a_small_file_that_asks_for_too_much_gets_a_sentence_before_it_is_drawn(tmp_path: Path, wat: str) -> None:
    maak, fout = TE_VEEL[wat]
    with pytest.raises(fout):
        _maten(tmp_path, maak())


def test_half_a_photograph_is_not_read_as_the_whole_sheet(tmp_path: Path) -> None:
    """The half that is missing may be the half with the signature; upside down the QR stands in the other one."""
    uit = io.BytesIO()
    Image.effect_noise((600, 800), 90).save(uit, "JPEG", quality=85)
    heel = uit.getvalue()
    assert _maten(tmp_path, heel) == [(600, 800)]
    with pytest.raises(BestandOnleesbaar):
        _maten(tmp_path, heel[: len(heel) // 2])
