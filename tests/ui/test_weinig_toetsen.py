"""Few keys, counted where they arrive, in each of the three municipalities: a light contact and a signal (issue 3).

Everything counts: Tab, Enter, and each letter by which something is chosen from a list. Only free text does not.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kernnetwerk_app.domain.inloopcontact import Inloopcontact
from kernnetwerk_app.domain.signaal import Signaal
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services import spreekuur, typen
from kernnetwerk_app.services.spreekuur import NieuwSpreekuur
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.inloop import InloopScreen
from kernnetwerk_app.ui.screens.signaal import SignaalScreen
from tests.factories import SANNE, make_werkplek
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toetsen import tab_naar, tel_toetsen, toets, typ

CONTACT, SIGNAAL = 25, 40
"""At most so many keys besides free text."""
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
CTRL = Qt.KeyboardModifier.ControlModifier
VRAAG, VERWEZEN = "Ik snap de brief over de bijzondere bijstand niet.", "Formulierenhulp"
WIE = "Zwaluwnest"
GEZIEN = "De gordijnen zijn al een week dicht en de post blijft liggen."
ANDERE_KERN = {
    "bmwe": ("Uithuizen", "Uithuizen"),
    "dalfsen": ("Lem", "Lemelerveld"),
    "krimpenerwaard": ("St", "Stolwijk"),
}
"""What is typed for another kern than that of the inloop, and which one that is."""


@pytest.fixture(params=tuple(ANDERE_KERN))
def gemeente(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def plek(tmp_path: Path, gemeente: str) -> Iterator[Werkplek]:
    """Sanne at her laptop, in one of the three."""
    plek = make_werkplek(tmp_path / "sanne")
    yield replace(plek, profiel=load_profiel(gemeente))
    plek.store.close()


@pytest.mark.eis("SOC-14")
def test_a_light_contact_takes_few_keys(
    omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, gemeente: str, rust: Rust
) -> None:
    """With another kern, a life domain, what we did and to whom: nothing is left out to save keys."""
    thuis = next(kern for kern in plek.profiel.kernen if kern.plekken)
    spreekuur.begin(plek, NieuwSpreekuur(thuis.naam, thuis.plekken[0]))
    toon_scherm(InloopScreen(omgeving))
    getypt, kern = ANDERE_KERN[gemeente]
    with tel_toetsen() as teller:
        typ(VRAAG)
        toets(TAB)
        typ(getypt)
        toets(TAB)
        typ("fin")
        toets(TAB)
        typ("samen g")
        toets(TAB)
        typ(VERWEZEN)
        toets(ENTER)
    rust()
    with plek.store.read() as lezer:
        (contact,) = lezer.find(Inloopcontact)
    assert (contact.vraag, contact.kern, contact.leefgebied) == (VRAAG, kern, "financien")
    assert (contact.gedaan, contact.verwezen) == ("samen_gelezen", VERWEZEN)
    assert (contact.voornamen, contact.achternaam, contact.huishouden_id) == (None, None, None)
    assert teller.aantal > len(VRAAG) + len(VERWEZEN), "the keys did arrive"
    assert teller.aantal - len(VRAAG) - len(VERWEZEN) <= CONTACT


@pytest.mark.eis("SIG-09")
def test_one_sentence_is_enough_and_it_costs_few_keys(
    omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    """With a category and a next step, each by the letters after which the list says it; the rest is inherited."""
    toon_scherm(SignaalScreen(omgeving))
    with tel_toetsen() as teller:
        typ(GEZIEN)
        tab_naar("deel_inhoud")
        toets(ENTER)
        tab_naar("categorie")
        typ("ver")
        tab_naar("deel_stap")
        toets(ENTER)
        tab_naar("stap")
        typ("me")
        toets(ENTER, CTRL)
    rust()
    with plek.store.read() as lezer:
        (opgenomen,) = lezer.find(Signaal)
    assert (opgenomen.gezien, opgenomen.kern) == (GEZIEN, plek.profiel.kernen[0].naam)
    assert (opgenomen.categorie, opgenomen.stap, opgenomen.stap_wie_id) == ("vereenzaming", "praten", SANNE.id)
    assert (opgenomen.datum, opgenomen.stap_datum) == (plek.vandaag, plek.vandaag + timedelta(days=14))
    assert opgenomen.anoniem
    assert teller.aantal > len(GEZIEN), "the keys did arrive"
    assert teller.aantal - len(GEZIEN) <= SIGNAAL
    assert wegwijzer.gegaan == [("signalen",)]
    assert typen.load_concept(plek, "signaal") == {}


def test_also_with_who_noticed_it_and_whom_it_is_about(
    omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, rust: Rust
) -> None:
    """The list says the whole word after its first letter; each part that is opened has its first field in focus."""
    toon_scherm(SignaalScreen(omgeving))
    with tel_toetsen() as teller:
        typ(GEZIEN)
        tab_naar("deel_melder")
        toets(ENTER)
        tab_naar("signaleerder")
        typ("b")
        tab_naar("deel_over")
        toets(ENTER)
        tab_naar("achternaam")
        typ(WIE)
        tab_naar("deel_inhoud")
        toets(ENTER)
        tab_naar("categorie")
        typ("v")
        tab_naar("deel_stap")
        toets(ENTER)
        tab_naar("stap")
        typ("m")
        toets(ENTER, CTRL)
    rust()
    with plek.store.read() as lezer:
        (opgenomen,) = lezer.find(Signaal)
    assert (opgenomen.signaleerder, opgenomen.achternaam, opgenomen.categorie) == ("buren", WIE, "vereenzaming")
    assert (opgenomen.stap, opgenomen.anoniem) == ("praten", True)
    assert len(GEZIEN) + len(WIE) < teller.aantal <= len(GEZIEN) + len(WIE) + SIGNAAL
