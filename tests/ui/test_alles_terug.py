"""Whatever is written about the way of a question, somebody can read again: each field of each noun, on its screen."""

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.niveau import Niveau
from kernnetwerk_app.domain.overdracht import Overdracht, Overdrachtsoort, Overdrachtstand
from kernnetwerk_app.domain.triage import Route, Routedeel, Triage
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.forms.overdracht_form import ASKED
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.overdracht import OverdrachtScreen
from kernnetwerk_app.ui.screens.triage import TriageScreen
from kernnetwerk_app.ui.widgets.button import Button
from tests.services.eerste import Begin, begin
from tests.ui.schermen import Rust, Toonscherm

NIET_VOOR_MENSEN = {"matrix", "waarnemingen"}
"""Which table was used, and its keys: what people read of it are its sentences, in the test beside this one."""
KEUZES = {
    "grond": "veiligheid",
    "nabijheid": "regionaal",
    "niveau": "aanvullende_ondersteuning",
    "nu": "basisondersteuning",
    "streef": "zelf_en_samenredzaam",
    "zelforganiserend": "verminderd",
    "klasse": "complex",
    "voorgesteld": "meervoudig",
}
"""Fields that hold a key of a list: the words of that key are read."""
WOORDEN = {
    "veiligheid": "veiligheid",
    "regionaal": "Regionaal",
    "aanvullende_ondersteuning": "Aanvullende ondersteuning",
    "basisondersteuning": "Basisondersteuning",
    "zelf_en_samenredzaam": "zelf- en samenredzaam",
    "verminderd": "Verminderd regie",
    "complex": "Complexe",
    "meervoudig": "meervoudige vraag",
}


@pytest.fixture
def hier(plek: Werkplek) -> Begin:
    return begin(plek)


def _texts(soort: type[Entiteit]) -> Iterator[str]:
    """The fields of this noun in which words or keys stand."""
    for naam, veld in soort.model_fields.items():
        if _is_text(veld.annotation) and naam not in NIET_VOOR_MENSEN:
            yield naam


def _is_text(soort: Any) -> bool:
    """Whether words can stand in it: `str`, with or without its rules, or nothing."""
    return soort is str or any(_is_text(deel) for deel in get_args(soort))


def test_long_texts_are_looked_at_too() -> None:
    assert {"reden", "eerst_geprobeerd", "zonder_uitvraag", "bron"} <= set(_texts(Triage))
    assert {"reden", "pakket", "grond"} <= set(_texts(Overdracht))


def _plant(hier: Begin, soort: type[Entiteit], **velden: Any) -> dict[str, str]:
    """A record with something in each of its fields; gives what has to be read of each."""
    geplant = {naam: KEUZES.get(naam, f"plant{soort.__name__.lower()}{naam}") for naam in _texts(soort)}
    eigen = {"id": hier.plek.new_id(), "huishouden_id": hier.huishouden_id, **geplant, **velden}
    with hier.plek.store.write() as werk:
        werk.add(soort.model_validate(eigen))
        werk.commit("proef.geplant", hier.huishouden_id)
    return {naam: WOORDEN.get(str(eigen[naam]), str(eigen[naam])) for naam in geplant if eigen[naam] is not None}


def _unread(scherm: QWidget, geplant: dict[str, str]) -> list[str]:
    for knop in scherm.findChildren(Button):
        if knop.objectName().startswith("pakket_"):
            knop.click()
    gelezen = "\n".join(label.text() for label in scherm.findChildren(QLabel) if label.isVisibleTo(scherm))
    return [naam for naam, woorden in geplant.items() if woorden not in gelezen]


@pytest.mark.parametrize("versneld", [False, True], ids=["gewoon", "versneld"])
def test_every_word_of_a_judgement_is_read_again(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust, versneld: bool
) -> None:
    gewoon: dict[str, Any] = {} if versneld else {"grond": None, "instelling": None}
    velden = {"melding_id": hier.melding_id, "datum": hier.plek.vandaag, "door_id": hier.plek.medewerker.id}
    waarnemingen = {"waarnemingen": "regie=weinig", "route": Route.MAATWERK}
    geplant = _plant(hier, Triage, **velden, **waarnemingen, **gewoon)
    scherm = TriageScreen(omgeving, hier.huishouden_id)
    toon_scherm(scherm)
    assert _unread(scherm, geplant | {"waarnemingen": "Sturen lukt de inwoner en de naasten nu bijna niet."}) == []


def test_every_word_of_a_part_and_of_a_level_is_read_again(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    triage_id = _combination(hier)
    deel = _plant(hier, Routedeel, triage_id=triage_id, route=Route.MAATWERK, status_datum=hier.plek.vandaag)
    dagen = {"datum": hier.plek.vandaag, "streef_datum": date(2027, 9, 1)}
    niveau = _plant(hier, Niveau, door_id=hier.plek.medewerker.id, **dagen) | {"streef_datum": "1 september 2027"}
    scherm = TriageScreen(omgeving, hier.huishouden_id)
    toon_scherm(scherm)
    assert _unread(scherm, deel) == []
    assert _unread(scherm, niveau) == []


def _combination(hier: Begin) -> UUID:
    with hier.plek.store.write() as werk:
        velden = {"melding_id": hier.melding_id, "datum": hier.plek.vandaag, "door_id": hier.plek.medewerker.id}
        triage = werk.add(
            Triage(id=hier.plek.new_id(), huishouden_id=hier.huishouden_id, route=Route.COMBINATIE, **velden)
        )
        werk.commit("proef.combinatie", hier.huishouden_id)
    return triage.id


@pytest.mark.parametrize("soort", list(Overdrachtsoort), ids=lambda soort: soort.name.lower())
@pytest.mark.parametrize("stand", [Overdrachtstand.OPEN, Overdrachtstand.TERUG], ids=lambda stand: stand.value)
def test_every_word_of_a_hand_over_is_read_again(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust, soort: Overdrachtsoort, stand: Overdrachtstand
) -> None:
    gevraagd = ASKED[soort] | {"naar_team", "pakket", "zonder_reden", "antwoord_reden"}
    antwoord: dict[str, Any] = {"antwoord_door_id": hier.plek.medewerker.id, "antwoord_datum": hier.plek.vandaag}
    if stand is Overdrachtstand.OPEN:
        antwoord = {"antwoord_reden": None}
    rest = {naam: None for naam in _texts(Overdracht) if naam not in gevraagd}
    velden = {"melding_id": hier.melding_id, "datum": hier.plek.vandaag, "van_id": hier.plek.medewerker.id}
    geplant = _plant(hier, Overdracht, wijze=soort, stand=stand, **velden, **(rest | {"grond": "wet"} | antwoord))
    scherm = OverdrachtScreen(omgeving, hier.huishouden_id)
    toon_scherm(scherm)
    assert _unread(scherm, geplant | {"grond": "De wet vraagt het"}) == []
