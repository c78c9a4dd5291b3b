"""Signed paper that comes back as a file: each sheet says itself what it is; what is something else gets a sentence."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from kernnetwerk_app.documents.qr import qr_text, read_qr
from kernnetwerk_app.domain.ondertekening import MAX_PDF, Wijze
from kernnetwerk_app.domain.papiervorm import Leeshulp
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.services import dossier as dossiers
from kernnetwerk_app.services import ondertekening
from kernnetwerk_app.services.echtheid import controleer
from kernnetwerk_app.services.terugkomst import (
    AndereAfdruk,
    AndereVersie,
    AnderPlan,
    BladenOntbreken,
    GeenVelVanOns,
    Teruggekomen,
    lees_terug,
    lees_vel,
)
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.papier.inlezen import (
    MAX_BESTAND,
    BestandOnleesbaar,
    BestandTeGroot,
    PdfMetOpdrachten,
    _grijs,
    beelden,
)
from kernnetwerk_app.ui.papier.raster import bladen, rasterise
from kernnetwerk_app.ui.screens.tekenen import TekenenScreen
from tests.services.opzet import Dossier, begin_dossier
from tests.ui.handtekening import kies_reactie, ondertekeningen
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.toetsen import druk, kruis_aan, woorden

_DPI_150 = 1240  # px over the width of A4


@pytest.fixture
def versie(dossier: Dossier) -> PlanVersie:
    for nummer in range(9):
        dossier.doel(f"Ik wil stap {nummer} zetten. " + "Dat gaat langzaam. " * 12)
    return dossier.versie()


@pytest.fixture
def blad(plek: Werkplek, versie: PlanVersie) -> list[QImage]:
    """Each page of the paper in grey at 150 dpi, a little dirty, with a pen on the last."""
    pdf = ondertekening.render(plek, versie, ())
    platen = [rasterise(pdf, nummer, _DPI_150) for nummer in range(len(bladen(pdf)))]
    assert len(platen) >= 2
    for plaat in platen:
        _vuil(plaat)
    return [plaat.convertToFormat(QImage.Format.Format_Grayscale8) for plaat in platen]


def _vuil(plaat: QImage) -> None:
    toeval = random.Random(7)
    painter = QPainter(plaat)
    for _ in range(400):
        painter.fillRect(toeval.randrange(plaat.width()), toeval.randrange(plaat.height()), 2, 2, QColor(150, 150, 150))
    painter.end()


def _foto(plaat: QImage, pad: Path, graden: float = 0.0) -> str:
    gedraaid = plaat.transformed(QTransform().rotate(graden), Qt.TransformationMode.SmoothTransformation)
    op_wit = QImage(gedraaid.size(), QImage.Format.Format_RGB32)
    op_wit.fill(QColor("white"))
    painter = QPainter(op_wit)
    painter.drawImage(0, 0, gedraaid)
    painter.end()
    assert op_wit.save(str(pad), "JPG", 60)
    return str(pad)


def _lees(plek: Werkplek, versie: PlanVersie, *paden: str) -> Teruggekomen:
    return lees_terug(plek, versie.id, [vel for beeld in beelden(paden) if (vel := lees_vel(beeld)) is not None])


@pytest.mark.parametrize(
    "graden", [90, -3, *(pytest.param(graden, marks=pytest.mark.duurproef) for graden in (0, 180, 270, 4))]
)
def test_photographs_in_any_order_and_lying_any_way_are_the_paper_of_this_version(
    versie: PlanVersie, blad: list[QImage], plek: Werkplek, tmp_path: Path, graden: float
) -> None:
    paden = [_foto(plaat, tmp_path / f"{nummer}.jpg", graden) for nummer, plaat in enumerate(blad)]
    gelezen = _lees(plek, versie, *reversed(paden))
    assert (gelezen.nummer, gelezen.bladen) == (versie.nummer, len(blad))
    assert len(gelezen.pdf) <= MAX_PDF
    terug = [rasterise(gelezen.pdf, nummer, _DPI_150) for nummer in range(len(bladen(gelezen.pdf)))]
    assert len(terug) == len(blad)
    if graden % 90 == 0:  # upright: the white margin above and the square code below left
        for een, ander in zip(terug, blad, strict=True):
            assert _donker_linksonder(een) == pytest.approx(_donker_linksonder(ander), abs=0.1)


def _donker_linksonder(plaat: QImage) -> float:
    """What part is dark where the square code stands."""
    grijs = plaat.convertToFormat(QImage.Format.Format_Grayscale8)
    hoek = grijs.copy(int(plaat.width() * 0.09), int(plaat.height() * 0.885), plaat.width() // 11, plaat.width() // 11)
    punten = [hoek.pixelColor(x, y).lightness() for x in range(0, hoek.width(), 3) for y in range(0, hoek.height(), 3)]
    return sum(punt < 128 for punt in punten) / len(punten)


def test_a_scan_is_a_pdf_too_and_the_back_of_a_sheet_is_left_out(
    versie: PlanVersie, blad: list[QImage], plek: Werkplek, tmp_path: Path
) -> None:
    pad = tmp_path / "scan.pdf"
    pad.write_bytes(ondertekening.render(plek, versie, ()))
    leeg = QImage(_DPI_150, 1754, QImage.Format.Format_RGB32)
    leeg.fill(QColor("white"))
    gelezen = _lees(plek, versie, _foto(leeg, tmp_path / "achterkant.jpg"), str(pad))
    assert gelezen.bladen == len(blad) == len(bladen(gelezen.pdf))


@pytest.mark.eis("TAAL-03")
def test_the_paper_to_read_beside_the_plan_is_never_taken_for_the_signed_one(
    versie: PlanVersie, plek: Werkplek, tmp_path: Path
) -> None:
    groot, beide = tmp_path / "groot.pdf", tmp_path / "getekend.pdf"
    groot.write_bytes(ondertekening.load_versie_pdf(plek, versie.id, frozenset({Leeshulp.GROOT})))
    with pytest.raises(GeenVelVanOns) as fout:
        _lees(plek, versie, str(groot))
    assert "Is dit het papier om te lezen? Tekenen kan alleen op het gewone blad." in sentence(fout.value)
    beide.write_bytes(ondertekening.load_versie_pdf(plek, versie.id))
    gelezen = _lees(plek, versie, str(groot), str(beide))
    assert gelezen.bladen == len(bladen(gelezen.pdf)) == len(bladen(beide.read_bytes()))


def test_a_page_that_misses_is_named(versie: PlanVersie, blad: list[QImage], plek: Werkplek, tmp_path: Path) -> None:
    with pytest.raises(BladenOntbreken) as fout:
        _lees(plek, versie, _foto(blad[0], tmp_path / "een.jpg"))
    assert fout.value.mist == ("2" if len(blad) == 2 else f"2 t/m {len(blad)}")


def test_another_version_and_another_plan_are_refused(
    versie: PlanVersie, blad: list[QImage], dossier: Dossier, plek: Werkplek, tmp_path: Path
) -> None:
    paden = [_foto(plaat, tmp_path / f"{nummer}.jpg") for nummer, plaat in enumerate(blad)]
    dossier.doel("Ik wil ook eens naar zee.")
    nieuw = dossier.versie()
    with pytest.raises(AndereVersie) as fout:
        _lees(plek, nieuw, *paden)
    assert (fout.value.nummer, fout.value.hier) == (versie.nummer, nieuw.nummer)
    ander = begin_dossier(plek)
    ander.doel()
    with pytest.raises(AnderPlan):
        _lees(plek, ander.versie(), *paden)


# -- what is something else --------------------------------------------------------------------------------------------


def _qr(pad: Path) -> str:
    code = zxingcpp.create_barcode("https://voorbeeld.example/betaal", zxingcpp.BarcodeFormat.QRCode)
    matrix = memoryview(code.to_image(scale=12))
    breed, hoog = matrix.shape[1], matrix.shape[0]
    assert QImage(bytes(matrix), breed, hoog, breed, QImage.Format.Format_Grayscale8).save(str(pad))
    return str(pad)


def _script(pad: Path) -> str:
    pad.write_bytes(b"%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF")
    return str(pad)


def _groot(pad: Path) -> str:
    with pad.open("wb") as bestand:
        bestand.write(b"\xff\xd8\xff\xe0")
        bestand.truncate(100 * 1024 * 1024)
    return str(pad)


def _rommel(octets: bytes) -> Callable[[Path], str]:
    def maak(pad: Path) -> str:
        pad.write_bytes(octets)
        return str(pad)

    return maak


VREEMD: dict[str, tuple[Callable[[Path], str], type[Exception]]] = {
    "a QR of something else": (_qr, GeenVelVanOns),
    "a PDF with a script": (_script, PdfMetOpdrachten),
    "a photograph of 100 MB": (_groot, BestandTeGroot),
    "an empty file": (_rommel(b""), BestandOnleesbaar),
    "a broken PDF": (_rommel(b"%PDF-1.7 en dan niets"), BestandOnleesbaar),
    "a program": (_rommel(b"MZ" + bytes(5000)), BestandOnleesbaar),
    "half a photograph": (_rommel(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(100)), BestandOnleesbaar),
    "a file that is gone": (lambda pad: str(pad) + ".weg", BestandOnleesbaar),
}


@pytest.mark.parametrize("wat", VREEMD)
def test_a_file_that_is_something_else_gets_a_sentence(
    versie: PlanVersie, plek: Werkplek, tmp_path: Path, wat: str
) -> None:
    maak, fout = VREEMD[wat]
    with pytest.raises(fout):
        _lees(plek, versie, maak(tmp_path / "bestand.png"))


def test_the_largest_file_that_is_read_is_far_below_that_photograph() -> None:
    assert MAX_BESTAND < 100 * 1024 * 1024


# -- on the screen -----------------------------------------------------------------------------------------------------


@pytest.mark.eis("PLAN-05")
def test_the_paper_that_came_back_is_kept_with_the_day_and_opens_from_the_dossier(
    versie: PlanVersie, blad: list[QImage], omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek,
    tmp_path: Path, rust: Rust, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    scherm = TekenenScreen(omgeving, versie.id)
    toon_scherm(scherm)
    gekozen: list[list[str]] = [[_qr(tmp_path / "vreemd.png")]]
    monkeypatch.setattr(TekenenScreen, "ask_open", staticmethod(lambda *_: (gekozen[-1], "")))
    kies_reactie(scherm, "keuze.eens")
    kruis_aan(scherm, "getekend_op_papier")
    druk(scherm, "lees_scan")
    rust()
    assert "Op dit papier staat geen code van een plan van ons." in woorden(scherm)
    assert scherm.form.wijze.scan is None
    gekozen.append([_foto(plaat, tmp_path / f"{nummer}.jpg") for nummer, plaat in enumerate(blad)])
    druk(scherm, "lees_scan")
    rust()
    assert f"Het hele papier is gelezen: versie {versie.nummer}, bladzijden: {len(blad)}." in woorden(scherm)
    druk(scherm, "klaar")
    rust()
    (getekend,) = ondertekeningen(plek)
    assert (getekend.wijze, getekend.datum) == (Wijze.PAPIER, versie.datum)
    assert getekend.scan is not None
    assert dossiers.load_stuk(plek, getekend.id) == getekend.scan
    with plek.store.read() as lezer:
        assert [een.heel for een in controleer(lezer)] == [True]


def test_a_paper_of_which_a_page_is_changed_no_longer_verifies(
    versie: PlanVersie, blad: list[QImage], plek: Werkplek, tmp_path: Path
) -> None:
    from kernnetwerk_app.domain.ondertekening import Ondertekening
    from kernnetwerk_app.services.echtheid import verify
    from tests.services.test_ondertekening import VRAAG

    paden = [_foto(plaat, tmp_path / f"{nummer}.jpg") for nummer, plaat in enumerate(blad)]
    gelezen = _lees(plek, versie, *paden)
    vraag = replace(VRAAG, strepen=(), op_papier=versie.datum, scan=gelezen.pdf)
    nummer, _ = ondertekening.teken(plek, versie.id, vraag)
    with plek.store.read() as lezer:
        getekend = lezer.get(Ondertekening, nummer)
        sleutel = lezer.meta().private_key
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    publiek = Ed25519PrivateKey.from_private_bytes(sleutel).public_key().public_bytes_raw()
    assert verify(getekend, publiek)
    nog_eens = _lees(plek, versie, *paden).pdf
    assert verify(getekend.model_copy(update={"scan": nog_eens}), publiek), "the same pages, read again"
    painter = QPainter(blad[0])
    painter.fillRect(600, 900, 60, 4, QColor("black"))  # one stroke of a pen
    painter.end()
    een_streep = _lees(plek, versie, _foto(blad[0], tmp_path / "0.jpg"), *paden[1:]).pdf
    assert len(bladen(een_streep)) == len(blad)
    assert not verify(getekend.model_copy(update={"scan": een_streep}), publiek)


def test_a_page_that_came_twice_is_kept_twice_and_told(versie: PlanVersie, blad: list[QImage], plek: Werkplek) -> None:
    """One may be signed and the other not; a square code that counts wrong is no sheet of ours."""
    vellen = [vel for plaat in [*blad, blad[0]] if (vel := lees_vel(_grijs(plaat))) is not None]
    gelezen = lees_terug(plek, versie.id, vellen)
    assert (gelezen.bladen, gelezen.dubbel) == (len(blad), "1")
    assert len(bladen(gelezen.pdf)) == len(blad) + 1
    with pytest.raises(AndereAfdruk):
        lees_terug(plek, versie.id, [*vellen, replace(vellen[0], blad=9, totaal=9)])
    assert read_qr(qr_text(vellen[0].kenmerk, 0, 0)) is None
    assert read_qr(qr_text(vellen[0].kenmerk, 3, 2)) is None
