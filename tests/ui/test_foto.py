"""A photograph made anew: its picture upright and scaled, and nothing of where, when and with what it was taken."""

from io import BytesIO

import pytest
from PIL import Image

from kernnetwerk_app.domain.bestand import BestandKapot, Bestandsoort, FotoTeGroot
from kernnetwerk_app.domain.bijlage import Vorm
from kernnetwerk_app.ui.papier import foto as fotos
from kernnetwerk_app.ui.papier.foto import LANGSTE_ZIJDE, maak_foto
from tests.bestanden import GPS, foto, leeg_png, png


def _open(octets: bytes) -> Image.Image:
    return Image.open(BytesIO(octets))


def test_of_a_photograph_only_the_picture_is_kept() -> None:
    assert GPS in foto()
    gemaakt = maak_foto(foto(), Bestandsoort.JPEG)
    beeld = _open(gemaakt.octets)
    assert gemaakt.vorm is Vorm.FOTO
    assert len(beeld.getexif()) == 0
    assert set(beeld.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
    for octets in (gemaakt.octets, maak_foto(png(), Bestandsoort.PNG).octets):
        assert GPS not in octets
        assert b"Exif" not in octets


def test_a_photograph_that_was_held_on_its_side_stands_upright() -> None:
    beeld = _open(maak_foto(foto(40, 20, gedraaid=True), Bestandsoort.JPEG).octets)
    assert beeld.size == (20, 40)
    boven, onder = beeld.getpixel((10, 5)), beeld.getpixel((10, 35))
    assert isinstance(boven, tuple)
    assert isinstance(onder, tuple)
    assert boven[0] > 150
    assert onder[2] > 150


@pytest.mark.parametrize("gedraaid", [False, True])
def test_a_large_photograph_becomes_smaller_and_keeps_its_shape(gedraaid: bool) -> None:
    beeld = _open(maak_foto(foto(4000, 3000, gedraaid), Bestandsoort.JPEG).octets)
    assert sorted(beeld.size) == [LANGSTE_ZIJDE * 3 // 4, LANGSTE_ZIJDE]
    assert _open(maak_foto(foto(3, 5000), Bestandsoort.JPEG).octets).size == (1, LANGSTE_ZIJDE)
    assert _open(maak_foto(foto(), Bestandsoort.JPEG).octets).size == (40, 20)


def test_what_one_can_see_through_is_white_as_paper() -> None:
    beeld = _open(maak_foto(png(), Bestandsoort.PNG).octets)
    assert beeld.getpixel((15, 15)) == (255, 255, 255)


@pytest.mark.parametrize("octets", [foto()[:40], foto()[:3], b"\xff\xd8\xff" + bytes(2000)])
def test_a_broken_photograph_says_so(octets: bytes) -> None:
    with pytest.raises(BestandKapot):
        maak_foto(octets, Bestandsoort.JPEG)


def test_a_photograph_of_which_the_end_is_missing_is_not_kept_as_if_it_were_whole() -> None:
    heel = foto(900, 700)
    with pytest.raises(BestandKapot):
        maak_foto(heel[: len(heel) * 2 // 3], Bestandsoort.JPEG)


def test_a_picture_that_is_too_large_is_not_called_broken() -> None:
    with pytest.raises(FotoTeGroot):
        maak_foto(leeg_png(12_000, 12_000), Bestandsoort.PNG)


def test_a_small_file_that_says_it_is_enormous_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fotos, "_MEESTE_PIXELS", 799)
    with pytest.raises(FotoTeGroot):
        maak_foto(foto(40, 20), Bestandsoort.JPEG)
