"""Mijn kern with the keys: where one can go, what there is to do, what we know, and the sheets to give away."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kernnetwerk_app.domain.inloopcontact import Inloopcontact
from kernnetwerk_app.domain.kernpagina import Kernpagina
from kernnetwerk_app.domain.medewerker import Functie
from kernnetwerk_app.domain.profiel import Kern
from kernnetwerk_app.domain.spreekuur import Spreekuur
from kernnetwerk_app.services import inloopcontact, signaal, spreekuur, voorziening
from kernnetwerk_app.services.inloopcontact import NieuwContact
from kernnetwerk_app.services.spreekuur import NieuwSpreekuur
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.mijn_kern import MijnKernScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from tests.factories import kopieer, make_werkplek
from tests.kaart_opzet import kaartmap as kaartmap
from tests.kaart_opzet import kernpagina_van, maak, vul_kaart
from tests.services.opzet import gelezen
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, kies, tab_naar, typ, zie

Toon = Callable[[], MijnKernScreen]
T = load("mijn_kern")


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
    def show() -> MijnKernScreen:
        scherm = MijnKernScreen(omgeving)
        toon_scherm(scherm)
        QApplication.processEvents()
        return scherm

    return show


def rijen(scherm: MijnKernScreen) -> list[str]:
    return [rij.words() for rij in scherm.findChildren(InfoRow) if rij.isVisible()]


def woorden(scherm: MijnKernScreen) -> str:
    return "\n".join(label.text() for label in scherm.findChildren(QLabel) if label.isVisible())


@pytest.mark.eis("SOC-05")
@pytest.mark.eis("SIG-14")
def test_i_see_without_any_dossier_what_there_is_to_do_in_my_kern(toon: Toon, gevuld: Werkplek) -> None:
    scherm = toon()
    gezien = rijen(scherm)
    assert "Eettafel De Linde, dinsdag 12.00 tot 13.30 uur · Kulturhus De Linde" in gezien
    assert "Kulturhus De Linde, kulturhus" in gezien  # a place where something comes to light
    assert not [rij for rij in gezien if "Dorpskoor" in rij]


@pytest.mark.eis("SOC-05")
def test_as_a_volunteer_i_see_what_there_is_to_do_in_every_kern_and_change_nothing(
    plek: Werkplek, omgeving: Omgeving, toon_scherm: Toonscherm, gevuld: Werkplek, rust: Rust
) -> None:
    vrijwilliger = plek.medewerker.model_copy(update={"functie": Functie.VRIJWILLIGER})
    scherm = MijnKernScreen(replace(omgeving, plek=replace(plek, medewerker=vrijwilliger)))
    toon_scherm(scherm)
    QApplication.processEvents()
    assert "Eettafel De Linde, dinsdag 12.00 tot 13.30 uur · Kulturhus De Linde" in rijen(scherm)
    veld = zie(scherm, "gemeenschapsleven")
    stond_er = veld.toPlainText()  # type: ignore[attr-defined]
    assert stond_er, "what colleagues wrote is there to read"
    tab_naar("gemeenschapsleven")
    typ("Van mij.")
    assert veld.toPlainText() == stond_er  # type: ignore[attr-defined]
    kies("kern", "Proefdijk")
    rust()
    assert [rij for rij in rijen(scherm) if "Dorpskoor" in rij]
    assert T("weten.lezen") in woorden(scherm)
    assert not [w for w in scherm.findChildren(QWidget, "contactkaart") if w.isVisible()]
    assert zie(scherm, "print").isEnabled()


def test_mijn_kern_begins_at_the_kern_where_i_hold_my_spreekuur(toon: Toon, gevuld: Werkplek) -> None:
    spreekuur.begin(gevuld, spreekuur.NieuwSpreekuur(kern="Proefdijk", plek="Dorpshuis De Proef"))
    scherm = toon()
    assert [rij for rij in rijen(scherm) if "Dorpskoor" in rij]
    assert scherm._kern.text() == "Proefdijk"


@pytest.mark.eis("SOC-12")
def test_a_proposal_on_the_page_of_a_kern_is_marked(toon: Toon, plek: Werkplek) -> None:
    voorziening.stel_voor(plek, {"naam": "Breicafé", "kern": "Voorbeelderveen", "is_activiteit": True})
    assert [rij for rij in rijen(toon()) if "Breicafé" in rij and T("voorstel") in rij]


@pytest.mark.eis("SOC-26")
def test_what_i_write_of_my_kern_is_kept_as_i_type_and_each_kern_has_its_own_page(
    toon: Toon, plek: Werkplek, rust: Rust
) -> None:
    scherm = toon()
    tab_naar("gemeenschapsleven")
    typ("Buren helpen elkaar.")
    kies("kern", "Proefdijk")
    rust()
    assert kernpagina_van(plek, "Voorbeelderveen").gemeenschapsleven == "Buren helpen elkaar."
    tab_naar("wie_weet_wat")
    typ("De molenaar weet van water.")
    klaar: list[bool] = []
    scherm.leave(lambda: klaar.append(True))
    rust()
    assert klaar == [True]
    assert kernpagina_van(plek, "Proefdijk").wie_weet_wat == "De molenaar weet van water."
    assert kernpagina_van(plek, "Proefdijk").gemeenschapsleven is None
    assert kernpagina_van(plek, "Proefdijk").huishouden_id is None
    kies("kern", "Voorbeelderveen")
    rust()
    assert zie(scherm, "gemeenschapsleven").text() == "Buren helpen elkaar."  # type: ignore[attr-defined]
    assert T("weten.uitleg") in woorden(scherm)


def test_what_a_colleague_wrote_comes_in_where_i_am_not_typing(
    toon: Toon, gevuld: Werkplek, plek: Werkplek, omgeving: Omgeving, rust: Rust
) -> None:
    scherm = toon()
    tab_naar("plekken")
    typ(" En de brink.")

    def elders() -> object:
        with plek.store.write() as werk:
            [pagina] = werk.find(Kernpagina)
            werk.change(pagina, verenigingen="Het koor.")
            return werk.commit("test.elders")

    omgeving.tasks.write(scherm, elders)
    rust()
    assert zie(scherm, "verenigingen").text() == "Het koor."  # type: ignore[attr-defined]
    assert "En de brink." in zie(scherm, "plekken").text()  # type: ignore[attr-defined]


@pytest.mark.eis("SIG-24")
def test_a_kern_without_any_way_in_stands_out(
    omgeving: Omgeving, plek: Werkplek, toon_scherm: Toonscherm, rust: Rust
) -> None:
    profiel = replace(plek.profiel, kernen=(*plek.profiel.kernen, Kern("Leegdorp", ())))
    scherm = MijnKernScreen(replace(omgeving, plek=replace(plek, profiel=profiel)))
    toon_scherm(scherm)
    QApplication.processEvents()
    assert f"Leegdorp, {T('ingangen.geen')}" in rijen(scherm)
    assert "Proefdijk, signaleringsfunctie, 1 plek" in rijen(scherm)
    assert T("ingangen.leeg", kern="Leegdorp") not in woorden(scherm)
    kies("kern", "Leegdorp")
    rust()
    assert T("ingangen.leeg", kern="Leegdorp") in woorden(scherm)


@pytest.mark.eis("SIG-25")
def test_that_people_here_ask_late_and_why_stands_on_the_page_of_the_kern(
    toon: Toon, plek: Werkplek, rust: Rust
) -> None:
    for _ in range(4):
        velden = {"gezien": "De post blijft liggen.", "kern": "Voorbeelderveen"}
        signaal.neem_op(plek, {**velden, "duur": "jaren", "drempel": "schaamte"})
    sessie_id, _ = spreekuur.begin(plek, NieuwSpreekuur("Voorbeelderveen", "Kulturhus De Linde"))
    invoer = NieuwContact("Ik kom er niet uit.", kern="Voorbeelderveen", uitgesteld="schaamte")
    contact_id, _ = inloopcontact.noteer(plek, sessie_id, invoer)
    scherm = toon()
    kies("kern", "Voorbeelderveen")
    rust()
    in_beeld = [rij for rij in rijen(scherm) if "keer dit jaar" in rij]
    assert in_beeld == ["schaamte, 5 keer dit jaar"], "four times is no number to show in a village"
    with plek.store.read() as lezer:
        uit = signaal.van_inloop(lezer.get(Inloopcontact, contact_id), lezer.get(Spreekuur, sessie_id))
    velden = {"gezien": uit.gezien, "kern": uit.kern, "duur": "jaren", "drempel": uit.drempel}
    signaal.neem_op(plek, velden, uit)
    opnieuw = toon()
    kies("kern", "Voorbeelderveen")
    rust()
    in_beeld = [rij for rij in rijen(opnieuw) if "keer dit jaar" in rij]
    assert in_beeld == ["langer dan een jaar, 5 keer dit jaar", "schaamte, 5 keer dit jaar"], "nobody counts twice"
    kies("kern", "Proefdijk")
    rust()
    assert T("laat.leeg") in woorden(opnieuw)


@pytest.mark.eis("SIG-23")
@pytest.mark.eis("EVV-22")
@pytest.mark.eis("RES-16")
def test_i_print_where_one_can_go_and_the_card_of_the_contact_person(
    toon: Toon, plek: Werkplek, wegwijzer: Wegwijzer
) -> None:
    scherm = toon()
    druk(scherm, "print")
    kies("vervanger", "Joris Proefstra")
    druk(scherm, "contactkaart")
    assert [(waar, dossier) for waar, _, dossier in wegwijzer.gegaan] == [("papier", None)] * 2
    bladen = [gelezen(laad()) for _, laad, _ in wegwijzer.gegaan if callable(laad)]
    assert "Waar kunt u terecht?" in bladen[0]
    assert "Kulturhus De Linde" in bladen[0]
    assert "Sanne Modelman" in bladen[1]
    assert "Joris Proefstra" in bladen[1]


def test_an_empty_kern_says_in_one_sentence_what_will_come(toon: Toon) -> None:
    scherm = toon()
    assert T("activiteiten.leeg") in woorden(scherm)
    assert T("vindplaatsen.leeg") in woorden(scherm)


def test_it_is_usable_at_every_size_of_text(toon: Toon, gevuld: Werkplek, theme: Theme) -> None:
    vul_kaart(gevuld, [maak(gevuld, "Een heel lange naam van een activiteit die niet past", is_activiteit=True)])
    assert bezwaren_op_elke_maat(toon(), theme) == []
