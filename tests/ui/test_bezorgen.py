"""*Voor wie is dit?* first, *Nog te bezorgen* without a printer, and the papers of a day in one go."""

import tempfile
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from kernnetwerk_app.domain.bezorging import Bezorging, Bezorgwijze, Stuk, Stuksoort
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.services import bezorging, bezorglijst, contact, mensen, stukken, vandaag, verstrekking
from kernnetwerk_app.services.bezorglijst import Bezorgregel
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.bezorgen import BezorgenScreen
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.papier import PapierScreen
from kernnetwerk_app.ui.screens.papieren import PapierenScreen
from kernnetwerk_app.ui.screens.vandaag import VandaagScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from tests.services.opzet import Dossier
from tests.services.stukken_opzet import lezers, papieren_opzet, vul
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.test_papier import printer as printer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, kruis_aan, tab_naar, toets, typ, woorden, zie

Printer = tuple[Path, list[QPrinter]]


def papier(dossier: Dossier, soort: Stuksoort, omgeving: Omgeving, toon: Toonscherm, rust: Rust) -> PapierScreen:
    van = dossier.melding_id if soort is Stuksoort.VERSLAG else None
    stuk = Stuk(soort, dossier.huishouden_id, van)
    scherm = PapierScreen(omgeving, stukken.papier(dossier.plek, stuk), dossier.huishouden_id)
    toon(scherm)
    rust()
    return scherm


def staat_op(scherm: PapierScreen) -> str:
    return " ".join(" ".join(blad.accessibleDescription().split()) for blad in scherm._paper._pages)


@pytest.fixture
def geen_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    for scherm in (PapierScreen, BezorgenScreen):
        monkeypatch.setattr(scherm, "printer_names", staticmethod(list))


@pytest.fixture
def bezorgprinter(printer: Printer, monkeypatch: pytest.MonkeyPatch) -> Printer:
    monkeypatch.setattr(BezorgenScreen, "make_printer", staticmethod(PapierScreen.make_printer))
    monkeypatch.setattr(BezorgenScreen, "printer_names", staticmethod(PapierScreen.printer_names))
    return printer


def test_for_whom_is_asked_first_and_the_paper_is_assembled_for_that_reader(
    dossier: Dossier, omgeving: Omgeving, toon_scherm: Toonscherm, rust: Rust, printer: Printer
) -> None:
    vul(dossier)
    scherm = papier(dossier, Stuksoort.WIE_IS_WIE, omgeving, toon_scherm, rust)
    assert in_focus().objectName() == "voor_wie"
    assert "Voor wie is dit?" in woorden(scherm)
    assert "Buurman Klaas" in staat_op(scherm)
    toets(Qt.Key.Key_Down)
    rust()
    assert "Aan Karin Voorbeeld" in staat_op(scherm)
    assert "Buurman Klaas" not in staat_op(scherm)
    tab_naar("vorm.groot")
    toets(Qt.Key.Key_Space)
    rust()
    assert "Aan Karin Voorbeeld" in staat_op(scherm)  # another form is not another reader
    with dossier.plek.store.read() as lezer:
        assert not any(mens.papiervorm for mens in lezer.find(Inwoner))  # and no habit of the resident


def test_a_paper_without_a_name_says_that_it_is_for_whoever_takes_it(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, printer: Printer
) -> None:
    plek, hier = dossier.plek, dossier.huishouden_id
    pdf = stukken.papier(plek, Stuk(Stuksoort.CONTACTKAART, hier))()
    scherm = PapierScreen(omgeving, lambda: pdf, None)
    toon_scherm(scherm)
    rust()
    assert "Voor wie het meeneemt. Er staat geen naam op." in woorden(scherm)


@pytest.mark.usefixtures("geen_printer")
def test_without_a_printer_it_is_put_down_to_be_delivered_and_stands_in_today_and_the_dossier(
    dossier: Dossier, omgeving: Omgeving, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    scherm = papier(dossier, Stuksoort.VERSLAG, omgeving, toon_scherm, rust)
    assert "Zet het papier op Nog te bezorgen" in scherm._say.accessibleName()
    tab_naar("nog_te_bezorgen")
    toets(Qt.Key.Key_Return)
    rust()
    kruis_aan(scherm, "wijze.MAIL")
    druk(scherm, "klaarzet_bewaar")
    rust()
    assert "Per e-mail mag alleen als deze persoon dat goed vindt" in woorden(scherm)
    kruis_aan(scherm, "wijze.POST")
    druk(scherm, "klaarzet_bewaar")
    rust()
    assert "staat bij nog te bezorgen, voor mevrouw Voorbeeld-Jansen." in scherm._say.accessibleName()
    with dossier.plek.store.read() as lezer:
        (regel,) = bezorglijst.te_bezorgen(lezer)
        assert vandaag.load(dossier.plek, lezer).te_bezorgen == 1
    assert (regel.bezorging.stuk, regel.bezorging.wijze) == (Stuksoort.VERSLAG, Bezorgwijze.POST)
    start = VandaagScreen(omgeving)
    toon_scherm(start)
    rust()
    assert "1 papier nog te bezorgen" in woorden(start)
    druk(start, "bezorgen")
    hier = DossierScreen(omgeving, dossier.huishouden_id)
    toon_scherm(hier)
    rust()
    druk(hier, "te_bezorgen")
    assert wegwijzer.gegaan[-2:] == [("bezorgen",), ("papieren", dossier.huishouden_id)]


def test_every_paper_of_the_dossier_is_a_press_away_and_delivering_is_told_with_how_and_when(
    dossier: Dossier, omgeving: Omgeving, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    papieren_opzet(dossier)
    scherm = PapierenScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    rust()
    for naam in ("concept", "verslag", "stappenkaart", "afspraken", "wie_is_wie", "gids", "netwerk", "contactkaart"):
        druk(scherm, f"stuk_{naam}")
        gegaan = wegwijzer.gegaan[-1]
        assert gegaan[0] == "papier"
        assert gegaan[1].voor.stuk.soort.name.lower() == naam  # type: ignore[attr-defined]
    druk(scherm, "stuk_wegwijzer")
    assert wegwijzer.gegaan[-1][0] == "socialekaart"
    assert "afschrift nog niet verstrekt" in woorden(scherm)
    assert "had er ma 19 april moeten zijn" in woorden(scherm)
    with dossier.plek.store.read() as lezer:
        eerste = bezorglijst.te_bezorgen(lezer, dossier.huishouden_id)[0]
    druk(scherm, f"gedaan_{eerste.bezorging.id}")
    rust()
    druk(scherm, "bezorgd_bewaar")
    rust()
    assert "verstrekt op di 20 april 2027: met de post" in woorden(scherm)
    with dossier.plek.store.read() as lezer:
        klaar = lezer.get(Bezorging, eerste.bezorging.id)
    assert (klaar.gedaan_datum, klaar.gedaan_wijze) == (dossier.plek.vandaag, Bezorgwijze.POST)
    druk(scherm, f"weer_{eerste.bezorging.id}")
    rust()
    with dossier.plek.store.read() as lezer:
        assert eerste.bezorging.id in {r.bezorging.id for r in bezorglijst.te_bezorgen(lezer)}


@pytest.mark.eis("SYNC-06")
def test_the_papers_of_a_day_are_one_job_without_a_name_or_a_file_and_count_when_they_were_given(
    dossier: Dossier, omgeving: Omgeving, toon_scherm: Toonscherm, rust: Rust, bezorgprinter: Printer,
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    papieren_opzet(dossier)
    versie = dossier.versie()
    tijdelijk = tmp_path / "tijdelijk"
    tijdelijk.mkdir()
    monkeypatch.setenv("TMPDIR", str(tijdelijk))
    monkeypatch.setattr(tempfile, "tempdir", None)
    kanten: list[QPrinter.DuplexMode] = []  # a printer into a file has no two sides to look at afterwards
    monkeypatch.setattr(QPrinter, "setDuplex", lambda _, kant: kanten.append(kant))
    scherm = BezorgenScreen(omgeving)
    toon_scherm(scherm)
    rust()
    assert "Voorbeeld" not in scherm.windowTitle()
    tab_naar("druk_alles_af")
    assert zie(scherm, "druk_alles_af").text() == "Druk 3 papieren af"  # type: ignore[attr-defined]
    toets(Qt.Key.Key_Return)
    rust()
    rust()
    bestand, gemaakt = bezorgprinter
    assert len(gemaakt) == 1
    assert gemaakt[0].docName().startswith("Document ")
    assert kanten == [QPrinter.DuplexMode.DuplexNone]  # no page of one dossier on the back of another
    with pikepdf.open(bestand) as gedrukt:
        assert len(gedrukt.pages) > 3
        assert "Voorbeeld" not in str(gedrukt.docinfo)
    assert list(tijdelijk.iterdir()) == []
    with dossier.plek.store.read() as lezer:
        assert verstrekking.meegegeven(lezer, versie.id) is None  # printed is not given
    druk(scherm, "ik_heb_ze_gegeven")
    rust()
    with dossier.plek.store.read() as lezer:
        assert verstrekking.meegegeven(lezer, versie.id) is not None
        assert bezorglijst.te_bezorgen(lezer) == ()
        assert len(bezorglijst.verstrekt(lezer, dossier.huishouden_id)) == 4


def test_what_may_not_be_read_any_more_is_off_and_says_so_and_what_came_out_before_can_still_be_noted(
    dossier: Dossier, omgeving: Omgeving, toon_scherm: Toonscherm, rust: Rust, bezorgprinter: Printer,
    wegwijzer: Wegwijzer,
) -> None:  # fmt: skip
    vul(dossier)
    plek, stuk = dossier.plek, Stuk(Stuksoort.AFSPRAKEN, dossier.huishouden_id)
    gids = Stuk(Stuksoort.GIDS, dossier.huishouden_id)
    karin = lezers(dossier, stuk)[1]
    bezorging.zet_klaar(plek, gids, lezers(dossier, gids)[0], {})
    bezorging.zet_klaar(plek, stuk, karin, {})
    scherm = BezorgenScreen(omgeving)
    toon_scherm(scherm)
    rust()
    (voor_karin,) = (regel for regel in wachtend(dossier) if regel.stuk == stuk)
    kruis_aan(scherm, f"kies_{voor_karin.bezorging.id}")
    druk(scherm, "druk_alles_af")
    rust()
    rust()
    assert "Er is 1 papier naar de printer." in woorden(scherm)
    with plek.store.write() as werk:
        (naaste,) = werk.find(Relatie, ander_naam="Karin Voorbeeld")
        werk.change(naaste, mag_benaderd=False)
        werk.commit("proef", dossier.huishouden_id)
    kruis_aan(scherm, f"kies_{voor_karin.bezorging.id}")  # on again: the page was not refreshed
    druk(scherm, "druk_alles_af")
    rust()
    rust()
    (fout,) = wegwijzer.fouten
    assert sentence(fout).startswith("Er is niets afgedrukt. Onze afspraken (A. V.) kan niet meer, of niet meer voor ")
    wegwijzer.fouten.clear()
    assert len(bezorgprinter[1]) == 1
    assert not zie(scherm, f"kies_{voor_karin.bezorging.id}").isChecked()  # type: ignore[attr-defined]
    assert "Dit kan niet meer voor wie het bedoeld was." in woorden(scherm)
    (uitleg,) = (een for een in scherm.findChildren(PlainLabel) if "niet meer voor wie" in een.text())
    keus = zie(scherm, f"voor_{voor_karin.bezorging.id}")
    onder = keus.mapTo(scherm, keus.rect().bottomLeft()).y()
    assert onder < uitleg.mapTo(scherm, uitleg.rect().topLeft()).y(), "the words do not lie over the choice"
    druk(scherm, "ik_heb_ze_gegeven")
    rust()
    assert [regel.stuk for regel in wachtend(dossier)] == [stuk]  # what came out first was given


def test_after_a_refused_print_what_was_put_off_stays_off_and_nobody_else_gets_the_plan_instead(
    dossier: Dossier, omgeving: Omgeving, toon_scherm: Toonscherm, rust: Rust, bezorgprinter: Printer,
    wegwijzer: Wegwijzer,
) -> None:  # fmt: skip
    plek, hier = dossier.plek, dossier.huishouden_id
    dossier.doel()
    with plek.store.read() as lezer:
        anna = hoofdpersoon(lezer, hier)
    mentor = {"inwoner_id": anna.id, "aard": Aard.MENTORSCHAP, "naam": "Mia Mentor", "bron": "uitspraak"}
    mensen.leg_vast(plek, Bijzonderheid, hier, {**mentor, "begin_datum": plek.vandaag})
    plan, gids = dossier.versie(), Stuk(Stuksoort.GIDS, hier)
    contact.plan_bezoek(plek, hier, plek.vandaag)
    bezorging.zet_klaar(plek, gids, lezers(dossier, gids)[1], {})
    scherm = BezorgenScreen(omgeving)
    toon_scherm(scherm)
    rust()
    (regel,) = wachtend(dossier)
    kruis_aan(scherm, f"kies_{regel.bezorging.id}")  # off: not today
    with plek.store.write() as werk:
        (een,) = werk.find(Bijzonderheid)
        werk.change(een, eind_datum=plek.vandaag - timedelta(days=1))
        werk.commit("proef", hier)
    druk(scherm, "druk_alles_af")
    rust()
    rust()
    (fout,) = wegwijzer.fouten
    assert sentence(fout).startswith("Er is niets afgedrukt. Het plan (A. V.) kan niet meer")
    wegwijzer.fouten.clear()
    assert not zie(scherm, f"kies_PLAN.{plan.id}").isChecked()  # type: ignore[attr-defined]
    assert "de inwoner, A. V." in zie(scherm, f"voor_PLAN.{plan.id}").currentText()  # type: ignore[attr-defined]
    assert not zie(scherm, f"kies_{regel.bezorging.id}").isChecked()  # type: ignore[attr-defined]
    assert not zie(scherm, "druk_alles_af").isEnabled()


def test_what_may_not_go_any_more_says_so_and_asks_for_the_day_on_which_it_was_given(
    dossier: Dossier, omgeving: Omgeving, toon_scherm: Toonscherm, rust: Rust, theme: Theme
) -> None:
    vul(dossier)
    plek, stuk = dossier.plek, Stuk(Stuksoort.AFSPRAKEN, dossier.huishouden_id)
    bezorging.zet_klaar(plek, stuk, lezers(dossier, stuk)[1], {})
    toen = plek.vandaag
    with plek.store.write() as werk:
        (naaste,) = werk.find(Relatie, ander_naam="Karin Voorbeeld")
        werk.change(naaste, mag_benaderd=False)
        werk.commit("proef", dossier.huishouden_id)
    plek.klok.advance(timedelta(days=2))
    (regel,) = wachtend(dossier)
    scherm = PapierenScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    rust()
    zin = "Dit mag nu niet meer naar deze lezer. Is het toen al gegeven? Schrijf dan de dag op. Anders hoeft het niet"
    assert woorden(scherm).count(zin) == 1
    druk(scherm, f"gedaan_{regel.bezorging.id}")
    rust()
    assert woorden(scherm).count(zin) == 2, "also in the form"
    druk(scherm, "bezorgd_bewaar")
    rust()
    assert "Schrijf op welke dag het is gegeven." in woorden(scherm)
    assert wachtend(dossier) == (regel,), "today is not taken for it"
    assert bezwaren_op_elke_maat(scherm, theme) == []
    tab_naar("datum")
    typ("20 april 2027")
    druk(scherm, "bezorgd_bewaar")
    rust()
    assert wachtend(dossier) == ()
    with plek.store.read() as lezer:
        (gegeven,) = bezorglijst.verstrekt(lezer, dossier.huishouden_id)
    assert gegeven.bezorging.gedaan_datum == toen


def wachtend(dossier: Dossier) -> tuple[Bezorgregel, ...]:
    with dossier.plek.store.read() as lezer:
        return bezorglijst.te_bezorgen(lezer)


def test_everyone_can_ask_to_keep_a_paper_for_later_at_every_size(
    dossier: Dossier, omgeving: Omgeving, toon_scherm: Toonscherm, rust: Rust, theme: Theme, printer: Printer
) -> None:
    scherm = papier(dossier, Stuksoort.AFSPRAKEN, omgeving, toon_scherm, rust)
    druk(scherm, "nog_te_bezorgen")
    rust()
    kruis_aan(scherm, "wijze.MAIL")
    assert bezwaren_op_elke_maat(scherm, theme) == []


def test_on_the_page_of_a_day_stands_no_name(
    dossier: Dossier, omgeving: Omgeving, toon_scherm: Toonscherm, rust: Rust, bezorgprinter: Printer
) -> None:
    papieren_opzet(dossier)
    scherm = BezorgenScreen(omgeving)
    toon_scherm(scherm)
    rust()
    namen = " ".join(box.itemText(nummer) for box in scherm.findChildren(Pick) for nummer in range(box.count()))
    assert "de inwoner, A. V." in namen
    assert "naaste, K. V." in namen
    assert not {"Voorbeeld", "Karin"} & set((namen + woorden(scherm)).replace(",", " ").split())
