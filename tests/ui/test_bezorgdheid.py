"""*Ik maak me zorgen* with the keys: 112 first, one contact person, and nothing is shown before it is opened."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.bezorgdheid import Bezorgdheid
from kernnetwerk_app.domain.medewerker import Functie
from kernnetwerk_app.services import bezorgdheid, typen
from kernnetwerk_app.services.signaal import NieuwSignaal
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.bezorgdheid import BezorgdheidScreen, ZorgScreen
from kernnetwerk_app.ui.screens.signaal import SignaalScreen
from kernnetwerk_app.ui.screens.vandaag import VandaagScreen
from kernnetwerk_app.ui.widgets.field import Field
from tests.factories import JORIS, SANNE
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import kies, tab_naar, toets, typ, woorden, zie

ENTER = Qt.Key.Key_Return
ZORG = "Mijn maatje eet al weken bijna niets meer."


@pytest.fixture
def vrijwilliger(omgeving: Omgeving) -> Omgeving:
    """The same laptop in the hands of a volunteer."""
    wie = SANNE.model_copy(update={"functie": Functie.VRIJWILLIGER})
    return replace(omgeving, plek=replace(omgeving.plek, medewerker=wie))


def _zorgen(plek: Werkplek) -> list[Bezorgdheid]:
    with plek.store.read() as lezer:
        return lezer.find(Bezorgdheid)


def test_i_pass_my_worry_on_and_see_that_it_went(
    vrijwilliger: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, rust: Rust
) -> None:
    scherm = ZorgScreen(vrijwilliger)
    toon_scherm(scherm)
    nood = zie(scherm, "nood")
    assert "112" in nood.accessibleName()
    assert "0800-2000" in nood.accessibleName()
    assert nood.mapTo(scherm, nood.rect().topLeft()).y() < zie(scherm, "zorg").mapTo(scherm, nood.pos()).y()
    typ(ZORG)
    tab_naar("geef_door")
    toets(ENTER)
    rust()
    assert _zorgen(plek) == []
    veld = zie(scherm, "voor_id").parentWidget()
    assert isinstance(veld, Field)
    assert veld.error() != ""
    kies("voor_id", JORIS.naam)
    tab_naar("over")
    typ("meneer Maquette")
    tab_naar("geef_door")
    toets(ENTER)
    rust()
    (zorg,) = _zorgen(plek)
    assert (zorg.zorg, zorg.over, zorg.voor_id, zorg.door_id) == (ZORG, "meneer Maquette", JORIS.id, SANNE.id)
    assert scherm.fields.texts() == {}
    assert typen.load_concept(plek, bezorgdheid.CONCEPT) == {}
    assert f"Aan {JORIS.naam}" in woorden(scherm)
    assert "nog niet opgepakt" in woorden(scherm)


def test_after_a_week_i_read_that_somebody_else_should_hear_my_worry(
    vrijwilliger: Omgeving, toon_scherm: Toonscherm, rust: Rust
) -> None:
    klok = vrijwilliger.plek.klok
    bezorgdheid.geef_door(vrijwilliger.plek, ZORG, JORIS.id)
    klok.advance(timedelta(days=7))
    scherm = ZorgScreen(vrijwilliger)
    toon_scherm(scherm)
    assert "geef het aan een ander door" not in woorden(scherm)
    klok.advance(timedelta(days=1))
    scherm.refresh()
    rust()
    assert "geef het aan een ander door, of bel" in woorden(scherm)


def test_half_a_worry_survives_going_elsewhere(vrijwilliger: Omgeving, toon_scherm: Toonscherm, rust: Rust) -> None:
    scherm = ZorgScreen(vrijwilliger)
    toon_scherm(scherm)
    typ("Mijn maat")
    scherm.leave(lambda: None)
    rust()
    opnieuw = ZorgScreen(vrijwilliger)
    toon_scherm(opnieuw)
    assert opnieuw.fields.texts() == {"zorg": "Mijn maat"}


def test_a_volunteer_takes_on_no_melding_but_passes_a_worry_on(
    vrijwilliger: Omgeving, toon_scherm: Toonscherm, wegwijzer: Wegwijzer
) -> None:
    scherm = VandaagScreen(vrijwilliger)
    toon_scherm(scherm)
    tab_naar("ik_maak_me_zorgen")
    toets(ENTER)
    assert wegwijzer.gegaan == [("bezorgdheid",)]
    assert not scherm.findChildren(QWidget, "nieuwe_melding")
    nieuw = SignaalScreen(vrijwilliger)
    toon_scherm(nieuw)
    assert not [knop for knop in nieuw.findChildren(QWidget, "maak_melding") if knop.isVisible()]


def test_i_read_the_worry_of_a_volunteer_and_take_it_up(
    omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    zorg_id, _ = bezorgdheid.geef_door(plek, ZORG, SANNE.id, "meneer Maquette", "Proefdijk")
    scherm = BezorgdheidScreen(omgeving, zorg_id)
    toon_scherm(scherm)
    assert ZORG in woorden(scherm)
    tab_naar("maak_signaal")
    toets(ENTER)
    ((waarheen, uit),) = wegwijzer.gegaan
    assert waarheen == "signaal"
    assert uit == NieuwSignaal(
        ZORG, "Proefdijk", woorden="meneer Maquette", signaleerder="vrijwilligers", bezorgdheid_id=zorg_id
    )
    tab_naar("pak_op")
    toets(ENTER)
    rust()
    assert _zorgen(plek)[0].opgepakt_datum == plek.vandaag
    assert wegwijzer.gegaan[-1] == ("vandaag",)


def test_everybody_can_use_both_also_at_200_percent(
    omgeving: Omgeving, vrijwilliger: Omgeving, toon_scherm: Toonscherm, plek: Werkplek
) -> None:
    zorg_id, _ = bezorgdheid.geef_door(plek, ZORG, SANNE.id, "meneer Maquette", "Proefdijk")
    for scherm in (ZorgScreen(vrijwilliger), BezorgdheidScreen(omgeving, zorg_id)):
        toon_scherm(scherm)
        assert bezwaren_op_elke_maat(scherm, omgeving.theme) == []
