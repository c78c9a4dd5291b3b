"""Practising: five steps that tick themselves, and a fresh practice municipality when one wants it."""

from PySide6.QtCore import Qt

from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.services import inloopcontact, oefenen, spreekuur
from kernnetwerk_app.services.inloopcontact import NieuwContact
from kernnetwerk_app.services.oefenen import Oefenstap
from kernnetwerk_app.services.spreekuur import NieuwSpreekuur
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.oefenen import OefenenScreen
from kernnetwerk_app.ui.widgets.list_row import ListRow
from kernnetwerk_app.ui.widgets.practice_bar import PracticeBar
from tests.factories import nieuwe_melding
from tests.services.opzet import Dossier
from tests.ui.laptop import Laptop, alle_woorden
from tests.ui.laptop import laptop as laptop
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import in_focus, tab_naar, toets, zie

ENTER = Qt.Key.Key_Return


def _done(plek: Werkplek) -> set[Oefenstap]:
    with plek.store.read() as lezer:
        return {oefening.stap for oefening in oefenen.load(lezer) if oefening.gedaan}


def _inloop(plek: Werkplek) -> None:
    spreekuur_id, _ = spreekuur.begin(plek, NieuwSpreekuur(kern="Voorbeelderveen"))
    inloopcontact.noteer(plek, spreekuur_id, NieuwContact("Waar kan ik samen eten?"))


def test_a_step_ticks_itself_when_i_did_it_and_not_when_a_colleague_did(plek: Werkplek) -> None:
    assert _done(plek) == set()
    nieuwe_melding(plek)
    assert _done(plek) == {Oefenstap.MELDING}
    _inloop(plek)
    assert _done(plek) == {Oefenstap.MELDING, Oefenstap.INLOOP}


def test_all_steps_are_ticks_once_i_went_the_whole_way(plek: Werkplek, dossier: Dossier) -> None:
    _inloop(plek)
    dossier.typ("dagelijks_leven.goed", "Ik kook zelf.")
    dossier.doel()
    dossier.teken(dossier.versie())
    assert _done(plek) == set(Oefenstap)


def test_the_steps_lead_to_where_they_are_done_and_show_what_was(
    plek: Werkplek, omgeving: Omgeving, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    scherm = OefenenScreen(omgeving)
    toon_scherm(scherm)
    assert in_focus().objectName() == "stap_inloop"
    toets(ENTER)
    tab_naar("stap_melding")
    toets(ENTER)
    tab_naar("stap_gesprek")
    toets(ENTER)
    assert wegwijzer.gegaan == [("inloop",), ("melding",), ("dossiers",)]
    omgeving.tasks.write(scherm, lambda: nieuwe_melding(plek).changes)
    rust()
    rijen = {rij.objectName(): rij.accessibleName() for rij in scherm.findChildren(ListRow) if rij.isVisible()}
    assert rijen["stap_melding"].endswith(", gedaan")
    assert not rijen["stap_plan"].endswith(", gedaan")
    assert bezwaren_op_elke_maat(scherm, omgeving.theme) == []


def test_starting_anew_asks_first(omgeving: Omgeving, toon_scherm: Toonscherm, wegwijzer: Wegwijzer) -> None:
    scherm = OefenenScreen(omgeving)
    toon_scherm(scherm)
    tab_naar("begin_opnieuw")
    toets(ENTER)
    assert wegwijzer.gegaan == []
    assert in_focus().objectName() == "ja_begin_opnieuw"
    toets(ENTER)
    assert wegwijzer.gegaan == [("oefen_opnieuw",)]


def test_a_practice_municipality_is_made_ready_for_me_with_a_calm_word_and_then_today_is_full(laptop: Laptop) -> None:
    laptop.gevuld = True
    laptop.begin()
    toets(ENTER)
    toets(ENTER)
    laptop.tot(lambda: "We zetten de oefengemeente voor u klaar" in alle_woorden())
    laptop.tot(laptop.is_open)
    laptop.rust()
    with laptop.sessie.plek.store.read() as lezer:
        assert len(lezer.find(Huishouden)) > 30
        namen = {mens.achternaam for mens in lezer.find(Inwoner) if mens.achternaam}
    assert zie(laptop.venster, "andere_termijnen")
    assert "Begin hier (0 van 5 gedaan)" in alle_woorden()
    assert [naam for naam in namen if naam in laptop.venster.windowTitle()] == []


def test_a_fresh_practice_municipality_holds_nothing_of_the_old_one_and_my_own_store_is_not_touched(
    laptop: Laptop,
) -> None:
    """The whole way, with its own server as a process."""
    eigen = laptop.settings.werk_map
    eigen.mkdir(parents=True)
    (eigen / "van mij").write_text("blijft", encoding="utf-8")
    laptop.begin()
    toets(ENTER)
    toets(ENTER)
    laptop.tot(laptop.is_open)
    plek = laptop.sessie.plek
    with plek.store.read() as lezer:
        assert len(lezer.find(Huishouden)) == 6, "nobody asked for more than the municipality itself lays down"
    nieuw = nieuwe_melding(plek, "Deze vraag hoort bij het oude.")
    laptop.tot(lambda: laptop.venster.findChild(PracticeBar) is not None)
    laptop.venster.practise_again.emit()  # type: ignore[attr-defined]
    laptop.tot(lambda: laptop.is_open() and laptop.sessie.plek is not plek)
    laptop.rust()
    with laptop.sessie.plek.store.read() as lezer:
        assert lezer.find_one(Melding, nieuw.melding_id) is None
        assert lezer.find(Melding), "the fictional people are there again"
    assert (eigen / "van mij").read_text(encoding="utf-8") == "blijft"
