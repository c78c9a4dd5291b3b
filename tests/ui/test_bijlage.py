"""The page of what came into a dossier: choosing and dropping files, what is refused, looking and printing."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication

from kernnetwerk_app.domain import bestand
from kernnetwerk_app.domain.base import VoorWie
from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.domain.bijlage import Bijlage, Inhoud, Vorm
from kernnetwerk_app.domain.melding import EigenPlan, Melding
from kernnetwerk_app.services import bijlage, ondertekening, stukken
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.papier.print_job import prepare
from kernnetwerk_app.ui.papier.raster import bladen
from kernnetwerk_app.ui.screens.bijlage import BijlageScreen
from kernnetwerk_app.ui.screens.papier import PapierScreen
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.widgets.head_area import HeadArea
from tests.bestanden import GPS, foto, papier
from tests.services.opzet import Dossier, gelezen
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, gezegd_bij, kruis_aan, tab_naar, toets, typ, wis, woorden, zie

Kies = Callable[..., list[Path]]


@pytest.fixture
def scherm(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> BijlageScreen:
    scherm = BijlageScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    return scherm


@pytest.fixture
def kies(scherm: BijlageScreen, rust: Rust, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kies:
    """Choose files with this in them, with the button in the foot or another."""

    def choose(*inhoud: bytes, knop: str = "kies_bestand") -> list[Path]:
        paden = [tmp_path / f"bestand {nummer}.jpg" for nummer in range(1, len(inhoud) + 1)]
        for pad, octets in zip(paden, inhoud, strict=True):
            pad.write_bytes(octets)
        monkeypatch.setattr(scherm, "choose_files", lambda *_: ([str(pad) for pad in paden], ""))
        druk(scherm, knop)
        rust()
        rust()
        return paden

    return choose


def alle(dossier: Dossier) -> list[Bijlage]:
    with dossier.plek.store.read() as lezer:
        return lezer.find(Bijlage, weg_datum=None)


def test_i_choose_a_photograph_say_what_it_is_and_for_whom_and_look_at_it(
    scherm: BijlageScreen, dossier: Dossier, kies: Kies, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    assert "Er zijn nog geen bijlagen." in woorden(scherm)
    kies(foto())
    (een,) = alle(dossier)
    assert (een.aard, een.voor_wie) == ("foto", VoorWie.PROFESSIONAL)
    tab_naar("van")
    typ("de inwoner")
    tab_naar("omschrijving")
    typ("De drempel bij de voordeur")
    kruis_aan(scherm, "bij_plan.ja")
    druk(scherm, "bijlage_bewaar")
    rust()
    assert gezegd_bij().startswith("Bij het plan gaat alleen mee wat iedereen aan tafel mag zien.")
    kruis_aan(scherm, "voor_wie.TAFEL")
    druk(scherm, "bijlage_bewaar")
    rust()
    assert "Foto: De drempel bij de voordeur" in woorden(scherm)
    assert "voor iedereen aan tafel · gaat mee met het plan · staat alleen op deze laptop" in woorden(scherm)
    druk(scherm, f"bekijk_{een.id}")
    rust()
    naam, laad, hier = wegwijzer.gegaan[-1]
    assert (naam, hier) == ("papier", dossier.huishouden_id)
    assert callable(laad)
    pdf = laad()
    assert "De drempel bij de voordeur" in gelezen(pdf)
    assert GPS not in pdf
    assert wegwijzer.terug_van_papier is not None
    wegwijzer.terug_van_papier()
    assert wegwijzer.gegaan[-1] == ("bijlage", dossier.huishouden_id)


def test_what_is_for_one_person_says_for_whom(scherm: BijlageScreen, dossier: Dossier, kies: Kies, rust: Rust) -> None:
    kies(foto())
    assert not [w for w in scherm.findChildren(QAbstractButton, "inwoner_id") if w.isVisible()]
    kruis_aan(scherm, "voor_wie.PERSOON")
    zie(scherm, "inwoner_id")
    druk(scherm, "bijlage_bewaar")
    rust()
    assert alle(dossier)[0].inwoner_id is not None
    assert "voor mevrouw Voorbeeld-Jansen" in woorden(scherm)


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "Dit bestand is leeg."),
        (b"MZ programma", "Dit is geen foto en geen PDF."),
        (foto()[:200], "Dit bestand is beschadigd."),
        (b"%PDF-1.7 maar dan niets", "Dit bestand is beschadigd."),
        (papier(slot="geheim"), "Deze PDF zit op slot."),
        (papier(bestand.MAX_BLADEN + 1), "Deze PDF heeft te veel bladen."),
        (b"\x00\x00\x00\x18ftypheic" + bytes(20), "Deze foto heeft de vorm HEIC."),
    ],
)
def test_a_file_that_we_cannot_take_in_gets_a_sentence(
    scherm: BijlageScreen, dossier: Dossier, kies: Kies, inhoud: bytes, zin: str
) -> None:
    kies(inhoud)
    assert zin in woorden(scherm)
    assert alle(dossier) == []
    assert zie(scherm, "kies_bestand").isEnabled()


def test_a_file_of_a_hundred_megabytes_gets_a_sentence(
    scherm: BijlageScreen, rust: Rust, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = tmp_path / "groot.jpg"
    with pad.open("wb") as file:
        file.write(b"\xff\xd8\xff")
        file.truncate(100 * 1024 * 1024)
    monkeypatch.setattr(scherm, "choose_files", lambda *_: ([str(pad)], ""))
    druk(scherm, "kies_bestand")
    rust()
    assert "Deze foto is te groot." in woorden(scherm)


@pytest.mark.parametrize("meer", [{"script": True}, {"bestand": True}])
def test_of_a_pdf_with_more_than_paper_in_it_pictures_are_kept(
    scherm: BijlageScreen, dossier: Dossier, kies: Kies, meer: dict[str, bool]
) -> None:
    kies(papier(3, **meer))
    assert "In deze PDF zat meer dan papier." in woorden(scherm)
    (een,) = alle(dossier)
    assert (een.vorm, een.bladen, een.afgevlakt) == (Vorm.PDF, 3, True)
    bewaard = bijlage.load_pdf(dossier.plek, een.id)
    assert len(bladen(bewaard)) == 3
    assert bestand.is_gewoon_papier(bewaard)


def test_an_ordinary_pdf_is_kept_as_it_is(scherm: BijlageScreen, dossier: Dossier, kies: Kies) -> None:
    kies(papier(2))
    (een,) = alle(dossier)
    assert (een.aard, een.bladen, een.afgevlakt) == ("brief", 2, False)
    assert bijlage.load_pdf(dossier.plek, een.id) == papier(2)


def test_of_several_files_the_good_ones_are_kept_and_each_other_has_its_sentence(
    scherm: BijlageScreen, dossier: Dossier, kies: Kies
) -> None:
    kies(foto(), b"", papier())
    assert sorted(een.vorm for een in alle(dossier)) == [Vorm.FOTO, Vorm.PDF]
    assert "bestand 2.jpg: Dit bestand is leeg." in woorden(scherm)
    assert "2 bestanden staan nu in het dossier." in woorden(scherm)


def test_no_file_is_made_and_no_name_of_one_is_kept(
    scherm: BijlageScreen, dossier: Dossier, kies: Kies, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "er is geen map"))
    kies(foto())
    with dossier.plek.store.read() as lezer:
        assert not any(b"bestand 1" in operatie.waarde for operatie in lezer.te_versturen(1000))
    assert bijlage.load_pdf(dossier.plek, alle(dossier)[0].id)


def test_a_file_can_be_dropped_here_but_not_one_of_another_computer(
    scherm: BijlageScreen, dossier: Dossier, rust: Rust, tmp_path: Path
) -> None:
    pad = tmp_path / "foto.jpg"
    pad.write_bytes(foto())

    def sleep(url: QUrl) -> bool:
        wat = QMimeData()
        wat.setUrls([url])
        knoppen, toetsen = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        komt = QDragEnterEvent(QPointF(9, 9), Qt.DropAction.CopyAction, wat, knoppen, toetsen)
        komt.ignore()
        QApplication.sendEvent(scherm, komt)
        if komt.isAccepted():
            valt = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, wat, knoppen, toetsen)
            QApplication.sendEvent(scherm, valt)
            rust()
        return komt.isAccepted()

    assert not sleep(QUrl("file://anderecomputer/map/foto.jpg"))
    assert not sleep(QUrl("https://voorbeeld.test/foto.jpg"))
    assert sleep(QUrl.fromLocalFile(str(pad)))
    rust()
    assert [een.vorm for een in alle(dossier)] == [Vorm.FOTO]


def test_the_original_goes_when_i_say_so_and_not_before(scherm: BijlageScreen, kies: Kies, rust: Rust) -> None:
    (pad,) = kies(foto())
    assert pad.exists()
    assert "Dit heeft dan alleen deze laptop." in woorden(scherm)
    druk(scherm, "verwijder_origineel")
    rust()
    assert not pad.exists()
    assert "Weg uit de map waar het stond." in woorden(scherm)


def test_what_was_chosen_by_mistake_is_taken_away_after_a_question(
    scherm: BijlageScreen, dossier: Dossier, kies: Kies, rust: Rust
) -> None:
    kies(foto())
    (een,) = alle(dossier)
    druk(scherm, f"weg_{een.id}")
    rust()
    assert alle(dossier), "first it is asked"
    druk(scherm, "ja_haal_weg")
    rust()
    assert alle(dossier) == []
    assert "Er zijn nog geen bijlagen." in woorden(scherm)
    assert "Weggehaald" in woorden(scherm)
    assert "terug te zetten tot" in woorden(scherm)
    assert bezwaren_op_elke_maat(scherm, scherm.theme) == []
    druk(scherm, f"terug_{een.id}")
    rust()
    assert [stuk.id for stuk in alle(dossier)] == [een.id]
    assert "Weggehaald" not in woorden(scherm)


# -- the resident's own plan -------------------------------------------------------------------------------------------


@pytest.mark.eis("PLAN-16")
def test_the_own_plan_stands_beside_ours_and_can_be_read_there_and_nowhere_edited(
    scherm: BijlageScreen,
    omgeving: Omgeving,
    dossier: Dossier,
    rust: Rust,
    toon_scherm: Toonscherm,
    wegwijzer: Wegwijzer,
) -> None:
    druk(scherm, "eigen_plan_woorden")
    kruis_aan(scherm, "aard.familiegroepsplan")
    tab_naar("woorden")
    typ("Wij koken om de beurt voor oma.")
    druk(scherm, "eigen_plan_bewaar")
    rust()
    (een,) = alle(dossier)
    with dossier.plek.store.read() as lezer:
        gemeld = lezer.get(Melding, dossier.melding_id)
    assert (gemeld.eigen_plan, gemeld.eigen_plan_datum) == (EigenPlan.FAMILIEGROEP, dossier.plek.vandaag)
    druk(scherm, f"beschrijf_{een.id}")
    assert not [w for w in scherm.findChildren(QAbstractButton, "woorden") if w.isVisible()]
    plan = PlanScreen(omgeving, dossier.huishouden_id, dossier.plan_id)
    toon_scherm(plan)
    rust()
    assert "De inwoner heeft een eigen plan: Familiegroepsplan, di 20 april 2027." in woorden(plan)
    druk(plan, f"eigen_plan_{een.id}")
    rust()
    laad = wegwijzer.gegaan[-1][1]
    assert callable(laad)
    assert "Wij koken om de beurt voor oma." in gelezen(laad())
    assert "Wij koken" not in woorden(plan)


@pytest.mark.eis("PLAN-16")
def test_an_own_plan_on_paper_is_taken_in_as_it_is(scherm: BijlageScreen, dossier: Dossier, kies: Kies) -> None:
    kies(papier(2), knop="eigen_plan_bestand")
    (een,) = alle(dossier)
    assert een.is_eigen_plan
    assert "Persoonlijk plan" in woorden(scherm)
    assert bijlage.load_pdf(dossier.plek, een.id) == papier(2)


def test_an_own_plan_without_words_is_asked_again(scherm: BijlageScreen, dossier: Dossier, rust: Rust) -> None:
    druk(scherm, "eigen_plan_woorden")
    tab_naar("datum")
    wis()
    druk(scherm, "eigen_plan_bewaar")
    rust()
    assert gezegd_bij() == "Schrijf op wat de inwoner in het eigen plan wil."
    assert alle(dossier) == []


# -- with the plan -----------------------------------------------------------------------------------------------------


@pytest.fixture
def uit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the sheets of the printer come."""
    uit = tmp_path / "uit.pdf"

    def make(_naam: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        prepare(printer)
        printer.setOutputFileName(str(uit))
        return printer

    monkeypatch.setattr(PapierScreen, "make_printer", staticmethod(make))
    monkeypatch.setattr(PapierScreen, "printer_names", staticmethod(lambda: ["Kulturhus"]))
    return uit


def gaat_mee(dossier: Dossier) -> UUID:
    """One that goes with the plan, beside one that does not."""
    nieuw, _ = bijlage.neem_op(dossier.plek, dossier.huishouden_id, Inhoud(Vorm.PDF, papier(), 1))
    bijlage.neem_op(dossier.plek, dossier.huishouden_id, Inhoud(Vorm.FOTO, foto(), 1))
    with dossier.plek.store.read() as lezer:
        een, bases = lezer.get(Bijlage, nieuw), lezer.bases(nieuw)
    bijlage.beschrijf(dossier.plek, een, bases, {"voor_wie": VoorWie.TAFEL, "bij_plan": True})
    return nieuw


def _has_room(scherm: PapierScreen) -> bool:
    boven = scherm.findChild(HeadArea)
    assert boven is not None
    return boven.height() >= boven.heightForWidth(boven.width())


@pytest.mark.parametrize("mee", [True, False])
def test_what_was_chosen_is_printed_with_the_plan_unless_i_say_no(
    omgeving: Omgeving,
    dossier: Dossier,
    rust: Rust,
    toon_scherm: Toonscherm,
    uit: Path,
    mee: bool,
) -> None:
    dossier.doel()
    versie = dossier.versie()
    nieuw = gaat_mee(dossier)
    pdf = ondertekening.load_versie_pdf(dossier.plek, versie.id)
    laad = stukken.papier(dossier.plek, Stuk(Stuksoort.PLAN, dossier.huishouden_id, versie.id))
    uit_lijst = None if mee else versie.id  # what waits to be delivered is opened without it
    scherm = PapierScreen(omgeving, laad, dossier.huishouden_id, versie_id=uit_lijst)
    toon_scherm(scherm)
    rust()
    keuze = zie(scherm, "bijlagen_mee")
    assert isinstance(keuze, QAbstractButton)
    assert keuze.text() == "Druk ook 1 bijlage af"
    assert _has_room(scherm), "what came later has room too"
    if not mee:
        keuze.setFocus()
        toets(Qt.Key.Key_Space)
    druk(scherm, "afdrukken")
    rust()
    rust()
    with pikepdf.open(uit) as gedrukt:
        assert len(gedrukt.pages) == len(bladen(pdf)) + (1 if mee else 0)
    nog, gemaakt = scherm._along, scherm._made
    assert gemaakt is not None
    nog.look(gemaakt.lezer)
    assert (nog.chosen(), nog.isHidden()) == ((), True), "for another reader nothing goes along before it is read"
    assert not zie(scherm, "afdrukken").isEnabled(), "else it would be printed without"
    rust()
    assert zie(scherm, "afdrukken").isEnabled()
    assert (nog.chosen(), nog.isHidden()) == ((nieuw,), False)


def test_the_page_and_its_forms_can_be_used_at_every_size(
    scherm: BijlageScreen, omgeving: Omgeving, kies: Kies, rust: Rust
) -> None:
    kies(foto(), papier(script=True))
    kruis_aan(scherm, "voor_wie.PERSOON")
    assert bezwaren_op_elke_maat(scherm, omgeving.theme) == []
    druk(scherm, "eigen_plan_woorden")
    rust()
    assert bezwaren_op_elke_maat(scherm, omgeving.theme) == []
