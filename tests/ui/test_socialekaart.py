"""The sociale kaart with the keys: typed as somebody says it, chosen, put on Uw wegwijzer, proposed, in and out."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from kernnetwerk_app.domain.voorziening import Stand, Voorziening
from kernnetwerk_app.services import spreekuur, voorziening
from kernnetwerk_app.services.papier import Vormpapier
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.socialekaart import EERST, SocialeKaartScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.chip import Chip
from kernnetwerk_app.ui.widgets.list_row import ListRow
from tests.factories import JORIS, kopieer, make_werkplek, nieuwe_melding
from tests.kaart_opzet import id_van, kaart_van, maak, vul_kaart
from tests.kaart_opzet import kaartmap as kaartmap
from tests.services.opzet import gelezen
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, kies, tab_naar, toets, typ, wis, zie

Toon = Callable[[], SocialeKaartScreen]
T = load("socialekaart")


@pytest.fixture
def plek(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Werkplek]:
    """Sanne's laptop, for who asks `gevuld` with the kaart of the practice municipality on it."""
    is_vol = "gevuld" in request.fixturenames
    plek = kopieer(request.getfixturevalue("kaartmap"), tmp_path) if is_vol else make_werkplek(tmp_path)
    yield plek
    plek.store.close()


@pytest.fixture
def gevuld(plek: Werkplek) -> Werkplek:
    return plek


@pytest.fixture
def toon(omgeving: Omgeving, toon_scherm: Toonscherm) -> Toon:
    def show() -> SocialeKaartScreen:
        scherm = SocialeKaartScreen(omgeving)
        toon_scherm(scherm)
        return scherm

    return show


def rijen(scherm: SocialeKaartScreen) -> list[str]:
    """The titles in sight, from above."""
    return [rij.content.title.text() for rij in scherm.findChildren(ListRow) if rij.isVisible()]


def woorden(scherm: SocialeKaartScreen) -> str:
    delen = [label.text() for label in scherm.findChildren(QLabel) if label.isVisible()]
    delen += [chip.text() for chip in scherm.findChildren(Chip) if chip.isVisible()]
    return "\n".join(delen)


def open_rij(scherm: SocialeKaartScreen, naam: str) -> None:
    """Walk with Tab to the row with this title, and open it."""
    nummer = rijen(scherm).index(naam)
    tab_naar(f"treffer_{nummer}")
    toets(Qt.Key.Key_Return)
    QApplication.processEvents()


def test_an_empty_kaart_says_what_comes_here_and_how(toon: Toon, wegwijzer: Wegwijzer) -> None:
    scherm = toon()
    assert T("leeg") in woorden(scherm)
    knop = next(k for k in scherm.findChildren(QPushButton) if k.isVisible() and k.text() == T("niets_stel_voor"))
    knop.setFocus()
    toets(Qt.Key.Key_Return)
    assert wegwijzer.gegaan == [("voorziening", None)]


@pytest.mark.eis("SOC-01")
@pytest.mark.eis("SOC-17")
def test_i_type_what_somebody_says_and_open_what_helps(toon: Toon, gevuld: Werkplek) -> None:
    scherm = toon()
    assert in_focus().objectName() == "zoek"
    typ("mijn man rijdt niet meer, hoe komen we bij de dokter")
    assert rijen(scherm) == ["Buurtbus Proefland", "Regiotaxi"]
    open_rij(scherm, "Buurtbus Proefland")
    for deel in ("elk uur", "0000 000111", "2 euro", T("plek.rechtstreeks"), "Vereniging Buurtbus"):
        assert deel in woorden(scherm)
    wis_zoek(scherm)
    assert len(rijen(scherm)) == EERST
    tab_naar("meer")
    toets(Qt.Key.Key_Return)
    assert len(rijen(scherm)) == 2 * EERST


def wis_zoek(scherm: SocialeKaartScreen) -> None:
    scherm.zoekveld.setFocus()
    wis()


@pytest.mark.eis("SOC-07")
def test_i_see_only_what_is_near_on_foot_from_the_kern_that_i_choose_on_the_map(toon: Toon, gevuld: Werkplek) -> None:
    scherm = toon()
    typ("ontmoeten")
    assert {"Kulturhus De Linde", "Dorpshuis De Proef"} <= set(rijen(scherm))
    tab_naar("manier_overal")
    toets(Qt.Key.Key_Right)  # on foot
    assert "Kulturhus De Linde" in rijen(scherm)
    assert "Dorpshuis De Proef" not in rijen(scherm)
    tab_naar("kern_Proefdijk")
    assert in_focus().accessibleName() == T("kaart.kies", kern="Proefdijk")
    toets(Qt.Key.Key_Space)
    assert in_focus().accessibleName() == T("kaart.hier", kern="Proefdijk")
    assert "Dorpshuis De Proef" in rijen(scherm)
    assert "Kulturhus De Linde" not in rijen(scherm)
    assert "Vanuit Proefdijk: Voorbeelderveen 21 minuten fietsen" in woorden(scherm)


def test_a_life_domain_and_a_part_narrow_the_list(toon: Toon, gevuld: Werkplek) -> None:
    scherm = toon()
    kies("gebied", "Financiën")
    assert "Budgetmaatjes" in rijen(scherm)
    assert "Speeltuin Het Voorbeeld" not in rijen(scherm)
    kies("gebied", T("filter.elk_gebied"))
    kies("deel", T("deel.bewonersinitiatief"))
    assert rijen(scherm) == ["Initiatief Proefdijk Repareert"]
    open_rij(scherm, "Initiatief Proefdijk Repareert")
    assert "twee mensen die kunnen naaien" in woorden(scherm)


@pytest.mark.eis("SOC-04")
@pytest.mark.eis("SOC-22")
def test_what_the_municipality_pays_says_so_with_its_waiting_time(toon: Toon, gevuld: Werkplek) -> None:
    scherm = toon()
    typ("hulp in het huishouden")
    open_rij(scherm, "Hulp in het huishouden")
    for deel in (T("plek.van_gemeente"), "drie weken", "telefonisch", "hulp bij het huishouden", "op indicatie"):
        assert deel in woorden(scherm)
    assert T("plek.rechtstreeks") not in woorden(scherm)


@pytest.mark.eis("SOC-08")
def test_for_what_is_in_another_kern_i_am_asked_how_somebody_gets_there(toon: Toon, gevuld: Werkplek) -> None:
    scherm = toon()
    typ("dorpskoor")
    open_rij(scherm, "Dorpskoor Voorbeeld")
    assert T("plek.vervoer", kern="Voorbeelderveen") in woorden(scherm)
    assert "Buurtbus Proefland, 0000 000111" in woorden(scherm)
    kies("vanuit", "Proefdijk")
    assert T("plek.vervoer_lift") not in woorden(scherm)


@pytest.mark.eis("SOC-06")
@pytest.mark.eis("SOC-10")
@pytest.mark.eis("SOC-18")
@pytest.mark.eis("SOC-25")
def test_a_stale_entry_tells_me_to_call_first_and_shows_its_layer_and_goal(toon: Toon, plek: Werkplek) -> None:
    oud = maak(
        plek,
        "Soep",
        gecontroleerd_datum=None,
        laag="persoonlijk",
        piramide="2",
        toegang="basishulp",
        doel="Niemand zonder soep.",
        eigenaar="De soepgroep",
    )
    vul_kaart(plek, [oud])
    scherm = toon()
    open_rij(scherm, "Soep")
    for deel in (T("plek.oud"), "persoonlijk", "basishulp", "Niemand zonder soep.", "De soepgroep"):
        assert deel in woorden(scherm)
    assert "specifieke (doel)groepen" in woorden(scherm)
    assert "1 is lang niet bekeken" in scherm.foot.fact.text()


@pytest.mark.eis("SOC-13")
def test_i_read_how_bezwaar_works_with_its_source_and_its_day(toon: Toon, gevuld: Werkplek) -> None:
    scherm = toon()
    typ("niet eens met de brief")
    open_rij(scherm, "Niet eens met een besluit")
    for deel in ("binnen zes weken", "Algemene wet bestuursrecht", "21 november 2026"):
        assert deel in woorden(scherm)
    assert not [k for k in scherm.findChildren(QPushButton, "zet_erop") if k.isVisible()]


@pytest.mark.eis("SOC-15")
def test_i_put_two_places_on_the_wegwijzer_and_print_it(
    toon: Toon, gevuld: Werkplek, wegwijzer: Wegwijzer, qapp: object
) -> None:
    scherm = toon()
    waarom_niet = T("voet.niets_gekozen")
    assert (zie(scherm, "print").isEnabled(), waarom_niet in scherm.foot.fact.text()) == (False, True)
    for getypt, naam in (("eettafel", "Eettafel De Linde"), ("buurtbus", "Buurtbus Proefland")):
        wis_zoek(scherm)
        typ(getypt)
        open_rij(scherm, naam)
        druk(scherm, "zet_erop")
        assert in_focus().objectName() == "zet_erop", "who pressed it still stands on it"
        QApplication.processEvents()
    assert waarom_niet not in scherm.foot.fact.text()
    druk(scherm, "print")
    [(waar, laad, huishouden)] = wegwijzer.gegaan
    assert (waar, huishouden) == ("papier", None)
    assert callable(laad)
    op_papier = gelezen(laad())
    assert op_papier.index("Eettafel De Linde") < op_papier.index("Buurtbus Proefland")
    druk(scherm, "eraf_0")
    assert in_focus().accessibleName() == T("wegwijzer.haal_eraf", naam="Buurtbus Proefland")
    QApplication.processEvents()
    assert scherm._lijst.gekozen() == (str(id_van(gevuld, "Buurtbus Proefland")),)
    druk(scherm, "maak_leeg")
    assert (zie(scherm, "print").isEnabled(), waarom_niet in scherm.foot.fact.text()) == (False, True)


def test_from_a_dossier_the_wegwijzer_is_a_paper_of_it_until_one_goes_elsewhere(
    toon: Toon, gevuld: Werkplek, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    hier, scherm = nieuwe_melding(gevuld).huishouden_id, toon()
    van = T("wegwijzer.van_dossier")
    assert van not in woorden(scherm)
    scherm.set_dossier(hier)
    typ("eettafel")
    open_rij(scherm, "Eettafel De Linde")
    druk(scherm, "zet_erop")
    assert van in woorden(scherm)
    druk(scherm, "print")
    (_, laad, huishouden_id) = wegwijzer.gegaan[-1]
    assert (huishouden_id, isinstance(laad, Vormpapier) and laad.voor is not None) == (hier, True)
    assert isinstance(laad, Vormpapier)
    assert "Eettafel De Linde" in gelezen(laad())
    scherm.leave(lambda: None)
    rust()
    druk(scherm, "print")
    assert wegwijzer.gegaan[-1][2] is None, "nobody's paper comes into a dossier that somebody forgot"
    assert van not in woorden(scherm)
    for wiens, staat_erop in ((hier, True), (uuid4(), False)):
        scherm.set_dossier(wiens)
        assert zie(scherm, "print").isEnabled() is staat_erop, "what was chosen for one goes along with no other"


def test_what_is_written_elsewhere_shows_here_and_what_i_typed_and_chose_stays(
    toon: Toon, gevuld: Werkplek, omgeving: Omgeving, rust: Rust
) -> None:
    scherm = toon()
    typ("eettafel")
    open_rij(scherm, "Eettafel De Linde")
    druk(scherm, "zet_erop")
    omgeving.tasks.write(scherm, lambda: voorziening.stel_voor(gevuld, {"naam": "Eettafel Noord"}))
    rust()
    assert {"Eettafel De Linde", "Eettafel Noord"} <= set(rijen(scherm))
    assert scherm.zoekveld.text() == "eettafel"
    assert len(scherm._lijst.gekozen()) == 1


def test_i_look_from_the_kern_where_i_hold_my_spreekuur_until_i_choose_another(
    toon: Toon, gevuld: Werkplek, rust: Rust
) -> None:
    spreekuur.begin(gevuld, spreekuur.NieuwSpreekuur(kern="Proefdijk", plek="Dorpshuis De Proef"))
    scherm = toon()
    assert scherm.vraag().vanuit == "Proefdijk"
    typ("ontmoeten")
    assert rijen(scherm)[0] == "Dorpshuis De Proef"
    kies("vanuit", "Voorbeelderveen")
    scherm.refresh()
    rust()
    assert scherm.vraag().vanuit == "Voorbeelderveen"
    scherm.zoek("praatje", "Proefdijk")
    assert scherm.vraag().vanuit == "Proefdijk"
    scherm.zoek("praatje", "Elders")
    assert scherm.vraag().vanuit == "Proefdijk"


@pytest.mark.eis("SOC-12")
def test_my_proposal_is_marked_and_i_can_say_what_is_wrong_with_an_entry(
    toon: Toon, gevuld: Werkplek, wegwijzer: Wegwijzer
) -> None:
    voorziening.stel_voor(gevuld, {"naam": "Breicafé", "kern": "Proefdijk"})
    eettafel = id_van(gevuld, "Eettafel De Linde")
    voorziening.stel_voor(gevuld, {"naam": "Eettafel", "kosten": "7 euro"}, eettafel)
    scherm = toon()
    typ("breicafe")
    assert T("rij.voorstel") in zie(scherm, "treffer_0").accessibleName()
    open_rij(scherm, "Breicafé")
    assert T("plek.voorstel", wie="Sanne Modelman") in woorden(scherm)
    wis_zoek(scherm)
    typ("eettafel")
    open_rij(scherm, "Eettafel De Linde")
    assert T("plek.verandering") in woorden(scherm)
    druk(scherm, "wijzig")
    assert wegwijzer.gegaan == [("voorziening", eettafel)]


def test_i_read_that_my_proposal_was_not_taken_over_and_why(
    toon: Toon, plek: Werkplek, omgeving: Omgeving, rust: Rust
) -> None:
    nee = {"stand": Stand.AFGEWEZEN, "antwoord": "Dit is het Handwerkcafé.", "voorgesteld_door_id": plek.medewerker.id}
    vul_kaart(
        plek,
        [
            maak(plek, "Breicafé", **nee, antwoord_datum=plek.vandaag),
            maak(plek, "Lang geleden", **nee, antwoord_datum=plek.vandaag - timedelta(days=31)),
            maak(plek, "Van Joris", **nee | {"voorgesteld_door_id": JORIS.id}, antwoord_datum=plek.vandaag),
        ],
    )
    gezien = woorden(toon())
    for deel in (T("antwoord.kop"), "Breicafé", T("antwoord.nieuw"), "Dit is het Handwerkcafé."):
        assert deel in gezien
    assert "Lang geleden" not in gezien
    assert "Van Joris" not in gezien


# -- the table --------------------------------------------------------------------------------------------------------


def test_a_table_goes_out_and_comes_back_and_wrong_lines_are_named(
    toon: Toon, gevuld: Werkplek, rust: Rust, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = tmp_path / "kaart.csv"
    scherm = toon()
    monkeypatch.setattr(SocialeKaartScreen, "ask_save", staticmethod(lambda *_: (str(pad), "")))
    monkeypatch.setattr(SocialeKaartScreen, "ask_open", staticmethod(lambda *_: (str(pad), "")))
    druk(scherm, "bewaar_tabel")
    rust()
    assert T("tabel.bewaard") in woorden(scherm)
    pad.write_bytes(pad.read_bytes() + "Breicafé\r\n".encode() + b"x;y\r\n" * 7)
    pad.write_bytes(b"naam;breedte\r\nBreicaf\xe9;\r\nFout;ver\r\nFout;ver\r\n")
    druk(scherm, "lees_tabel")
    rust()
    assert T("tabel.gelezen", nieuw=1, gewijzigd=0, gelijk=0) in woorden(scherm)
    assert "Regel 3, kolom breedte" in woorden(scherm)
    assert [v.stand for v in kaart_van(gevuld).voorzieningen if v.naam == "Breicafé"] == [Stand.VOORSTEL]


@pytest.mark.parametrize(
    ("octets", "zin"),
    [(b"naam;geheim\nA;b\n", "kolom 2"), (b"", "geen tabel"), (None, "Dit bestand is niet te lezen.")],
)
def test_a_file_that_is_no_table_is_told_in_the_page_and_nothing_comes_in(
    toon: Toon,
    plek: Werkplek,
    rust: Rust,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    octets: bytes | None,
    zin: str,
) -> None:
    pad = tmp_path / "kaart.csv"
    if octets is not None:
        pad.write_bytes(octets)
    monkeypatch.setattr(SocialeKaartScreen, "ask_open", staticmethod(lambda *_: (str(pad), "")))
    scherm = toon()
    druk(scherm, "lees_tabel")
    rust()
    assert zin in woorden(scherm)
    assert kaart_van(plek).voorzieningen == ()


def test_a_folder_that_takes_nothing_is_told_and_no_choice_does_nothing(
    toon: Toon, gevuld: Werkplek, rust: Rust, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scherm = toon()
    monkeypatch.setattr(SocialeKaartScreen, "ask_save", staticmethod(lambda *_: ("", "")))
    druk(scherm, "bewaar_tabel")
    rust()
    assert T("tabel.bewaard") not in woorden(scherm)
    monkeypatch.setattr(SocialeKaartScreen, "ask_save", staticmethod(lambda *_: (str(tmp_path), "")))
    druk(scherm, "bewaar_tabel")
    rust()
    assert load("fouten")("kaartbestand.niet_bewaard") in woorden(scherm)


@pytest.mark.parametrize("getypt", ['"', "*", "AND", "((((", "\x00", "😀", "x" * 5000])
def test_any_text_is_a_fair_question(toon: Toon, gevuld: Werkplek, getypt: str) -> None:
    """Nothing raises, nothing freezes; `wegwijzer.fouten` would fail the test."""
    scherm = toon()
    scherm.zoekveld.setText(getypt)
    assert len(rijen(scherm)) <= EERST


def test_a_thousand_places_do_not_push_a_resident_off_the_general_search(plek: Werkplek, huishouden_id: UUID) -> None:
    vul_kaart(plek, [maak(plek, f"Schoonmaak {n}", wat="schoon huis") for n in range(40)])
    with plek.store.read() as lezer:
        gevonden = lezer.zoek("schoon")
    assert huishouden_id in {dossier for _, _, dossier in gevonden}
    assert Voorziening.soort not in {soort for soort, _, _ in gevonden}


def test_it_is_usable_at_every_size_of_text(toon: Toon, gevuld: Werkplek, theme: Theme) -> None:
    scherm = toon()
    scherm._open_row(0)
    scherm._put_or_take(str(id_van(gevuld, "Eettafel De Linde")))
    assert bezwaren_op_elke_maat(scherm, theme) == []
