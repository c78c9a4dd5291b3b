"""All households with the keys: filtered by typing, found by a word in what was written, initials until one opens."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossiers import DossiersScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.list_row import ListRow
from tests.factories import nieuwe_melding
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import in_focus, tab_naar, toets, typ, wis, woorden, zie

Toon = Callable[[], DossiersScreen]
T = load("dossiers")


@pytest.fixture
def toon(omgeving: Omgeving, toon_scherm: Toonscherm) -> Toon:
    def show() -> DossiersScreen:
        scherm = DossiersScreen(omgeving)
        toon_scherm(scherm)
        return scherm

    return show


@pytest.fixture
def twee(plek: Werkplek) -> tuple[UUID, UUID]:
    """A household in Voorbeelderveen that asks about the house, and one in Proefdijk that asks about a bus."""
    eerste = nieuwe_melding(plek).huishouden_id
    tweede = nieuwe_melding(plek, "Hoe kom ik nog bij het koor? De bus rijdt niet meer.").huishouden_id
    with plek.store.write() as werk:
        werk.change(werk.get(Huishouden, tweede), kern="Proefdijk")
        werk.commit("test.verhuisd")
    return eerste, tweede


def _zichtbaar(scherm: DossiersScreen) -> list[str]:
    rijen = [rij for rij in scherm.findChildren(ListRow) if rij.isVisible()]
    return [rij.objectName() for rij in sorted(rijen, key=lambda rij: rij.y())]


def test_without_dossiers_one_sentence_says_what_will_come_here(toon: Toon) -> None:
    assert T("leeg") in woorden(toon())


def test_households_stand_by_kern_with_initials_and_what_waits(toon: Toon, twee: tuple[UUID, UUID]) -> None:
    scherm = toon()
    eerste, tweede = twee
    assert _zichtbaar(scherm) == [f"dossier_{tweede}", f"dossier_{eerste}"]  # Proefdijk before Voorbeelderveen
    assert zie(scherm, f"dossier_{eerste}").accessibleName() == "A. V., Voorbeelderveen, 1 wijziging wacht"
    assert zie(scherm, f"dossier_{tweede}").accessibleName().endswith("2 wijzigingen wachten")
    for naam in ("Anna", "Jansen"):
        assert naam not in woorden(scherm)


def test_typing_filters_at_once_and_the_row_opens(toon: Toon, twee: tuple[UUID, UUID], wegwijzer: Wegwijzer) -> None:
    scherm = toon()
    assert in_focus().objectName() == "filter"
    typ("proef")
    assert _zichtbaar(scherm) == [f"dossier_{twee[1]}"]
    wis()
    typ("nergens")
    assert _zichtbaar(scherm) == []
    assert T("niets") in woorden(scherm)
    wis()
    tab_naar(f"dossier_{twee[0]}")
    toets(Qt.Key.Key_Return)
    assert wegwijzer.gegaan == [("dossier", twee[0])]


def test_a_word_of_the_conversation_finds_its_dossier_and_one_key_shows_all_again(
    toon: Toon, twee: tuple[UUID, UUID], rust: Rust
) -> None:
    scherm = toon()
    scherm.zoek("koor")
    rust()
    assert _zichtbaar(scherm) == [f"dossier_{twee[1]}"]
    assert T("gevonden", zoek="koor") in woorden(scherm)
    tab_naar("alles")
    toets(Qt.Key.Key_Return)
    rust()
    assert len(_zichtbaar(scherm)) == 2


@pytest.mark.parametrize(
    "gezocht", ['"', "*", "-schulden", "AND", "a OR", "((((", "c++", "o'brien", "   ", "\x00", "😀", "x" * 5000]
)
def test_any_text_is_a_fair_question(toon: Toon, twee: tuple[UUID, UUID], rust: Rust, gezocht: str) -> None:
    """Nothing raises, nothing freezes; `wegwijzer.fouten` would fail the test."""
    scherm = toon()
    scherm.zoek(gezocht)
    rust()
    assert _zichtbaar(scherm) == [] or not gezocht.strip()


def test_what_is_written_elsewhere_shows_here_and_the_filter_stays(
    toon: Toon, twee: tuple[UUID, UUID], plek: Werkplek, omgeving: Omgeving, rust: Rust
) -> None:
    scherm = toon()
    typ("voorbeeld")
    omgeving.tasks.write(scherm, lambda: nieuwe_melding(plek))
    rust()
    assert len(_zichtbaar(scherm)) == 2
    assert in_focus().objectName() == "filter"


def test_it_is_usable_at_every_size_of_text(toon: Toon, twee: tuple[UUID, UUID], theme: Theme) -> None:
    assert bezwaren_op_elke_maat(toon(), theme) == []
