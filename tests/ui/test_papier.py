"""Paper from memory: its pages on the screen with their words, printing without a name or a file, plain refusals."""

import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from kernnetwerk_app.services import ondertekening, verstrekking
from kernnetwerk_app.services.verstrekking import Gegeven
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.errors import StoreBezet, StoreError, StoreVol
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.papier.print_job import PrintJob, neutral_name, prepare
from kernnetwerk_app.ui.papier.raster import PapierOnleesbaar, bladen, rasterise
from kernnetwerk_app.ui.screens import papier
from kernnetwerk_app.ui.screens.papier import PapierScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from tests.factories import VRAAG
from tests.services.opzet import DOEL, Dossier
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, tab_naar, toets, zie

Maak = Callable[[], PapierScreen]


@pytest.fixture
def dossier(dossier: Dossier) -> Dossier:
    dossier.doel()
    return dossier


@pytest.fixture
def pdf(dossier: Dossier) -> bytes:
    """The plan, to sign with a pen: more than one page."""
    return ondertekening.render(dossier.plek, dossier.versie(), ())


@pytest.fixture
def open_papier(omgeving: Omgeving, dossier: Dossier, pdf: bytes, toon_scherm: Toonscherm, rust: Rust) -> Maak:
    def open_it() -> PapierScreen:
        scherm = PapierScreen(omgeving, lambda: pdf, dossier.huishouden_id)
        toon_scherm(scherm)
        rust()
        return scherm

    return open_it


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> tuple[Path, list[QPrinter]]:
    """A printer that puts its sheets in a file of the test, and the printers that were made."""
    bestand, gemaakt = tmp_path / "uit.pdf", list[QPrinter]()

    def make(_naam: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(bestand))
        prepare(printer)
        gemaakt.append(printer)
        return printer

    monkeypatch.setattr(PapierScreen, "make_printer", staticmethod(make))
    monkeypatch.setattr(PapierScreen, "printer_names", staticmethod(lambda: ["Kulturhus"]))
    return bestand, gemaakt


def _melding(scherm: PapierScreen) -> str:
    return scherm._say.accessibleName() if scherm._say.isVisible() else ""


def _afdrukken(scherm: PapierScreen) -> Button:
    knop = zie(scherm, "afdrukken")
    assert isinstance(knop, Button)
    return knop


def _is_drawn(image: QImage) -> bool:
    """Whether anything stands on the page."""
    step = max(1, image.width() // 60)
    return any(
        image.pixel(x, y) != 0xFFFFFFFF for x in range(0, image.width(), step) for y in range(0, image.height(), step)
    )


def test_a_page_is_drawn_from_bytes_at_the_width_asked_for(pdf: bytes) -> None:
    gevonden = bladen(pdf)
    assert len(gevonden) > 1
    assert VRAAG in " ".join(gevonden[0].tekst.split())
    beeld = rasterise(pdf, 0, 620)
    assert (beeld.width(), beeld.height()) == (620, 877)
    assert _is_drawn(beeld)


@pytest.mark.parametrize("octets", [b"", b"%PDF-1.7\n", b"geen papier"])
def test_what_is_no_pdf_is_refused_without_a_word_of_it(octets: bytes) -> None:
    with pytest.raises(PapierOnleesbaar) as fout:
        bladen(octets)
    assert str(fout.value) == "papier.onleesbaar"


def test_the_pages_are_shown_with_their_words_for_a_screen_reader(open_papier: Maak, qtbot: QtBot, pdf: bytes) -> None:
    scherm = open_papier()
    eerste = scherm._paper._pages[0]
    qtbot.waitUntil(lambda: eerste._image is not None)
    totaal = len(bladen(pdf))
    assert eerste.accessibleName() == f"bladzijde 1 van {totaal}"
    assert DOEL in " ".join(" ".join(page.accessibleDescription().split()) for page in scherm._paper._pages)
    assert in_focus().objectName() == "bladen"
    toets(Qt.Key.Key_End)
    qtbot.waitUntil(lambda: scherm._page_label.text() == f"bladzijde {totaal} van {totaal}")


def test_a_page_keeps_its_shape_at_every_size(open_papier: Maak, qtbot: QtBot) -> None:
    scherm = open_papier()
    blad = scherm._paper._pages[0]
    for breed in (700, 1126, 1600):
        was = blad.width()
        scherm.resize(breed, 704)
        qtbot.waitUntil(lambda was=was: blad.width() != was or was == 794)
        assert blad.height() / blad.width() == pytest.approx(842 / 595, rel=0.01)


def test_without_a_printer_it_says_so_in_one_sentence(open_papier: Maak, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PapierScreen, "printer_names", staticmethod(list))
    scherm = open_papier()
    assert _melding(scherm) == "Er is geen printer op deze laptop. Sluit een printer aan en open dit scherm opnieuw."
    assert not _afdrukken(scherm).isEnabled()


def test_printing_gives_every_page_under_a_name_that_tells_nothing(
    open_papier: Maak, printer: tuple[Path, list[QPrinter]], pdf: bytes, rust: Rust, qtbot: QtBot, dossier: Dossier
) -> None:
    bestand, gemaakt = printer
    scherm = open_papier()
    tab_naar("afdrukken")
    toets(Qt.Key.Key_Return)
    assert not _afdrukken(scherm).isEnabled()
    rust()
    totaal = len(bladen(pdf))
    assert _melding(scherm) == f"Het papier is naar de printer: {totaal} bladzijden."
    assert gemaakt[0].docName().startswith("Document ")
    with pikepdf.open(bestand) as gedrukt:
        assert len(gedrukt.pages) == totaal
        assert "Voorbeeld" not in str(gedrukt.docinfo)
    assert all(_is_drawn(rasterise(bestand.read_bytes(), nummer, 300)) for nummer in range(totaal))


def test_a_print_leaves_a_line_in_the_log_and_none_of_its_words(
    open_papier: Maak, printer: tuple[Path, list[QPrinter]], rust: Rust, plek: Werkplek
) -> None:
    from sqlmodel import text

    open_papier()
    tab_naar("afdrukken")
    toets(Qt.Key.Key_Return)
    rust()
    with plek.store.read() as lezer:
        namen = [rij[0] for rij in lezer._session.execute(text("SELECT naam FROM audit ORDER BY rowid"))]
    assert namen[-1] == "papier.afgedrukt"


@pytest.mark.parametrize("fout", [StoreVol, StoreBezet])
def test_what_cannot_be_noted_is_not_printed_and_one_can_go_on(
    open_papier: Maak,
    printer: tuple[Path, list[QPrinter]],
    rust: Rust,
    plek: Werkplek,
    monkeypatch: pytest.MonkeyPatch,
    fout: type[StoreError],
) -> None:
    def refuse(*_: object) -> None:
        raise fout

    bestand, _ = printer
    scherm = open_papier()
    with monkeypatch.context() as kapot:
        kapot.setattr(type(plek.store), "write", refuse)
        tab_naar("afdrukken")
        toets(Qt.Key.Key_Return)
        weg: list[str] = []
        scherm.leave(lambda: weg.append("weg"))
        rust()
    assert _melding(scherm) == f"Er is niets afgedrukt. {sentence(fout())}"
    assert not bestand.exists()
    assert weg == ["weg"]
    tab_naar("afdrukken")
    toets(Qt.Key.Key_Return)  # the disk has room again
    rust()
    assert bestand.exists()


def test_the_print_is_noted_before_its_first_page(
    open_papier: Maak, printer: tuple[Path, list[QPrinter]], rust: Rust, monkeypatch: pytest.MonkeyPatch
) -> None:
    volgorde: list[str] = []
    noteer, begin = papier.noteer_afdruk, PrintJob.start
    monkeypatch.setattr(papier, "noteer_afdruk", lambda *wat: (noteer(*wat), volgorde.append("genoteerd"))[0])
    monkeypatch.setattr(PrintJob, "start", lambda job: (volgorde.append("begonnen"), begin(job))[1])
    open_papier()
    tab_naar("afdrukken")
    toets(Qt.Key.Key_Return)
    rust()
    assert volgorde == ["genoteerd", "begonnen"]


def test_who_leaves_while_it_prints_goes_when_it_is_done(
    open_papier: Maak, printer: tuple[Path, list[QPrinter]], rust: Rust
) -> None:
    scherm = open_papier()
    tab_naar("afdrukken")
    toets(Qt.Key.Key_Return)
    weg: list[str] = []
    scherm.leave(lambda: weg.append("weg"))
    assert weg == []
    rust()
    assert weg == ["weg"]


def test_the_way_back_is_a_button_and_escape(open_papier: Maak, wegwijzer: Wegwijzer, dossier: Dossier) -> None:
    scherm = open_papier()
    toets(Qt.Key.Key_Escape)
    zie(scherm, "terug").setFocus()
    toets(Qt.Key.Key_Return)
    assert wegwijzer.gegaan == [("dossier", dossier.huishouden_id)] * 2


def test_the_way_back_leads_to_where_one_came_from(
    omgeving: Omgeving, dossier: Dossier, pdf: bytes, toon_scherm: Toonscherm, wegwijzer: Wegwijzer
) -> None:
    ga = omgeving.ga
    toon_scherm(PapierScreen(omgeving, lambda: pdf, dossier.huishouden_id, lambda: ga.plan(dossier.huishouden_id)))
    toets(Qt.Key.Key_Escape)
    assert wegwijzer.gegaan == [("plan", dossier.huishouden_id)]


def test_damaged_paper_says_so_and_nothing_else_happens(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    scherm = PapierScreen(omgeving, lambda: b"stuk", dossier.huishouden_id)
    toon_scherm(scherm)
    rust()
    assert [type(fout) for fout in wegwijzer.fouten] == [PapierOnleesbaar]
    wegwijzer.fouten.clear()
    assert scherm._paper.count() == 0


def test_no_file_is_made_to_look_at_paper(
    open_papier: Maak, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tijdelijk = tmp_path / "tijdelijk"
    tijdelijk.mkdir()
    monkeypatch.setenv("TMPDIR", str(tijdelijk))
    monkeypatch.setattr(tempfile, "tempdir", None)
    scherm = open_papier()
    qtbot.waitUntil(lambda: scherm._paper._pages[0]._image is not None)
    assert list(tijdelijk.iterdir()) == []


def test_the_name_in_the_queue_is_another_one_each_time() -> None:
    namen = {neutral_name() for _ in range(50)}
    assert len(namen) > 40
    assert all(len(naam) == len("Document 7F3A") for naam in namen)


def test_everyone_can_use_it_at_every_size(open_papier: Maak, theme: Theme) -> None:
    assert bezwaren_op_elke_maat(open_papier(), theme) == []


def _offered(scherm: PapierScreen) -> list[str]:
    """Which acts of giving can be pressed here."""
    namen = ("zet_terug", "meegegeven", "toch_niet_meegegeven")
    return [naam for naam in namen if any(knop.isVisible() for knop in scherm.findChildren(QAbstractButton, naam))]


def test_a_version_that_the_resident_got_is_told_here_once(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, plek: Werkplek, rust: Rust, printer: object
) -> None:
    versie = dossier.versie()

    def open_it() -> PapierScreen:
        scherm = PapierScreen(
            omgeving, lambda: ondertekening.render(omgeving.plek, versie, ()), dossier.huishouden_id, None, versie.id
        )
        toon_scherm(scherm)
        rust()
        return scherm

    scherm = open_it()
    tab_naar("meegegeven")
    toets(Qt.Key.Key_Return)
    rust()
    with plek.store.read() as lezer:
        assert verstrekking.meegegeven(lezer, versie.id) == Gegeven(plek.vandaag, genoteerd=True)
    assert _melding(scherm).startswith("Genoteerd: de inwoner heeft dit plan vandaag gekregen.")
    assert in_focus().objectName() == "afdrukken"
    opnieuw = open_it()
    assert _offered(opnieuw) == ["toch_niet_meegegeven"]
    assert opnieuw.foot.fact.text() == "Meegegeven op dinsdag 20 april"


def test_a_plan_in_the_making_cannot_be_given(open_papier: Maak) -> None:
    assert not _offered(open_papier())


def test_everyone_can_use_it_with_the_way_to_tell_that_it_was_given(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, theme: Theme, rust: Rust, printer: object
) -> None:
    versie = dossier.versie()
    scherm = PapierScreen(
        omgeving, lambda: ondertekening.render(omgeving.plek, versie, ()), dossier.huishouden_id, None, versie.id
    )
    toon_scherm(scherm)
    rust()
    assert bezwaren_op_elke_maat(scherm, theme) == []


def test_what_was_noted_by_mistake_is_taken_back_here_also_days_later_and_put_back_on_its_day(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, plek: Werkplek, rust: Rust, printer: object
) -> None:
    versie = dossier.versie()
    verstrekking.geef_mee(plek, versie.id)
    dag = plek.vandaag
    plek.klok.advance(timedelta(days=2))

    def gegeven() -> Gegeven | None:
        with plek.store.read() as lezer:
            return verstrekking.meegegeven(lezer, versie.id)

    scherm = PapierScreen(
        omgeving, lambda: ondertekening.render(omgeving.plek, versie, ()), dossier.huishouden_id, None, versie.id
    )
    toon_scherm(scherm)
    rust()
    tab_naar("toch_niet_meegegeven")
    toets(Qt.Key.Key_Return)
    rust()
    assert gegeven() is None
    assert _melding(scherm) == "Dit plan staat niet meer als meegegeven. De zes weken lopen door."
    assert _offered(scherm) == ["zet_terug", "meegegeven"]
    tab_naar("zet_terug")
    toets(Qt.Key.Key_Return)
    rust()
    assert gegeven() == Gegeven(dag, genoteerd=True)
    assert _offered(scherm) == ["toch_niet_meegegeven"]


def test_what_is_said_after_giving_or_taking_back_is_what_the_store_holds(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, plek: Werkplek, rust: Rust, printer: object
) -> None:
    """Given in time, and signed too late: a mis-press may not make the plan late for good."""
    versie = dossier.versie()
    verstrekking.geef_mee(plek, versie.id)
    dag = plek.vandaag
    plek.klok.advance(timedelta(days=50))
    dossier.teken(versie, op_papier=True)
    scherm = PapierScreen(
        omgeving, lambda: ondertekening.render(omgeving.plek, versie, ()), dossier.huishouden_id, None, versie.id
    )
    toon_scherm(scherm)
    rust()
    druk(scherm, "toch_niet_meegegeven")
    rust()
    assert _melding(scherm) == "Dit plan is op woensdag 9 juni op papier getekend. Die dag telt voor de zes weken."
    assert _offered(scherm) == ["zet_terug"]
    druk(scherm, "zet_terug")
    rust()
    with plek.store.read() as lezer:
        assert verstrekking.meegegeven(lezer, versie.id) == Gegeven(dag, genoteerd=True)
    assert "op dinsdag 20 april gekregen" in _melding(scherm)
    assert _offered(scherm) == ["toch_niet_meegegeven"]


def test_everyone_can_give_and_take_back_at_every_size(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, plek: Werkplek, rust: Rust, theme: Theme,
    printer: object,
) -> None:  # fmt: skip
    versie = dossier.versie()
    verstrekking.geef_mee(plek, versie.id)
    plek.klok.advance(timedelta(days=2))
    scherm = PapierScreen(
        omgeving, lambda: ondertekening.render(omgeving.plek, versie, ()), dossier.huishouden_id, None, versie.id
    )
    toon_scherm(scherm)
    rust()
    tab_naar("toch_niet_meegegeven")
    toets(Qt.Key.Key_Return)
    rust()
    assert bezwaren_op_elke_maat(scherm, theme) == []
