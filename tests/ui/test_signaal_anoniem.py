"""Anonymous stays anonymous in every layer: a name is typed, taken back, saved and sent, and is found nowhere (SIG-04).

What was seen is looked for in the same way and is found in each place: else the search would not see a name either.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from sqlalchemy import text
from sqlmodel import Session

from kernnetwerk_app import logs
from kernnetwerk_app.domain.inloopcontact import Inloopcontact
from kernnetwerk_app.domain.signaal import Signaal
from kernnetwerk_app.domain.spreekuur import Spreekuur
from kernnetwerk_app.services import inloopcontact, signaal, spreekuur, typen
from kernnetwerk_app.services.inloopcontact import NieuwContact
from kernnetwerk_app.services.signaal import NieuwSignaal
from kernnetwerk_app.services.spreekuur import NieuwSpreekuur
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.inloop import InloopScreen
from kernnetwerk_app.ui.screens.signaal import SignaalScreen
from kernnetwerk_app.ui.widgets.field import Field
from tests.server.support import Gemeente
from tests.services.opzet import staat_erin
from tests.sync.conftest import gemeente as gemeente
from tests.sync.conftest import sanne as sanne
from tests.sync.rechtstreeks import Kant
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.toetsen import in_focus, kies, tab_naar, toets, typ, wis

NAAM, RELATIE, NUMMER = "Zwaluwnest", "achterbuurvrouw", "0612345678"
GEZIEN = "Gordijnenwoord blijft dicht."
MELDER = (NAAM, RELATIE, NUMMER, "06 12 34 56 78")
T_ENTER, T_UNDO = Qt.Key.Key_Return, Qt.Key.Key_Z


@pytest.fixture
def plek(sanne: Kant) -> Werkplek:
    """Sanne at a laptop that a real server knows."""
    return sanne[0]


@pytest.fixture
def bodies(sanne: Kant, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Every body that goes over the line from here on."""
    gestuurd: list[bytes] = []
    post = sanne[2].post

    def listen(path: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        status, antwoord = post(path, body, headers)
        gestuurd.extend((body, antwoord))
        return status, antwoord

    monkeypatch.setattr(sanne[2], "post", listen)
    return gestuurd


def _decrypted(plek: Werkplek) -> bytes:
    """Every value of every table of the opened store: log, heads, rows, concepts, audit and the search index."""
    delen: list[bytes] = []
    with Session(plek.store._reader) as session:
        namen = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        for naam in namen:
            for rij in session.execute(text(f'SELECT * FROM "{naam}"')):  # noqa: S608  names of our own tables
                delen += [waarde if isinstance(waarde, bytes) else str(waarde).encode() for waarde in rij]
    return b"\n".join(delen)


def _found(octets: bytes) -> list[str]:
    return [woord for woord in MELDER if staat_erin(woord, octets) or staat_erin(woord.lower(), octets)]


def _type_with_name(scherm: SignaalScreen) -> None:
    """What was seen, and who told it, before she thinks better of it."""
    typ(GEZIEN)
    tab_naar("deel_melder")
    toets(T_ENTER)
    assert "melder_naam" not in scherm.form.fields, "without a name there is no field for one"
    kies("anoniem", "met naam")
    tab_naar("deel_naam")
    toets(T_ENTER)
    for veld, tekst in {"melder_naam": NAAM, "melder_relatie": RELATIE, "melder_telefoon": NUMMER}.items():
        tab_naar(veld)
        typ(tekst)


@pytest.mark.eis("SIG-04")
def test_she_takes_her_name_back_and_it_is_nowhere_any_more(
    omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, sanne: Kant, gemeente: Gemeente, bodies: list[bytes],
    rust: Rust, tmp_path: Path, capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    log = logs.setup(tmp_path / "log", "0.1.0")
    scherm = SignaalScreen(omgeving)
    toon_scherm(scherm)
    _type_with_name(scherm)
    scherm.leave(lambda: None)
    rust()
    assert set(_found(_decrypted(plek))) >= {NAAM, RELATIE}, "kept as it was typed, as any form"
    tab_naar("deel_melder")
    toets(T_ENTER)
    kies("anoniem", "zonder naam")
    rust()
    assert "melder_naam" not in scherm.form.fields
    assert _found(_decrypted(plek)) == [], "gone from what was kept, at once"
    assert typen.load_concept(plek, "signaal") == {"gezien": GEZIEN}
    kies("anoniem", "met naam")
    assert scherm.form.fields.text("melder_naam") == ""
    toets(T_UNDO, Qt.KeyboardModifier.ControlModifier)
    kies("anoniem", "zonder naam")
    tab_naar("bewaar")
    toets(T_ENTER)
    rust()
    sanne[1].run()
    log.close()
    server = b"".join(pad.read_bytes() for pad in gemeente.pad.parent.glob(f"{gemeente.pad.name}*"))
    gezegd = "".join(capfd.readouterr()).encode() + b"".join(p.read_bytes() for p in (tmp_path / "log").iterdir())
    for octets in (_decrypted(plek), b"\n".join(bodies), server):
        assert staat_erin("Gordijnenwoord", octets)
        assert _found(octets) == []
    assert _found(gezegd) == []


def _van_inloop(plek: Werkplek) -> NieuwSignaal:
    """Somebody who gave her name at the inloop, of whose words a signal is made."""
    sessie_id, _ = spreekuur.begin(plek, NieuwSpreekuur("Proefdijk", "Dorpshuis De Proef"))
    invoer = NieuwContact(GEZIEN, voornamen="Truus", achternaam=NAAM)
    contact_id, _ = inloopcontact.noteer(plek, sessie_id, invoer)
    with plek.store.read() as lezer:
        return signaal.van_inloop(lezer.get(Inloopcontact, contact_id), lezer.get(Spreekuur, sessie_id))


@pytest.mark.eis("SIG-04")
def test_who_gave_her_name_at_the_inloop_is_asked_once_whether_it_goes_along(
    omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, rust: Rust
) -> None:
    scherm = SignaalScreen(omgeving, uit=_van_inloop(plek))
    toon_scherm(scherm)
    assert scherm.form.is_anoniem(), "unless she wants it"
    assert scherm.form.texts() == {}
    tab_naar("zet_naam_erbij")
    toets(T_ENTER)
    assert (in_focus().objectName(), scherm.form.fields.text("melder_naam")) == ("melder_naam", f"Truus {NAAM}")
    assert not zie_of(scherm, "zet_naam_erbij")
    tab_naar("bewaar")
    toets(T_ENTER)
    rust()
    with plek.store.read() as lezer:
        (gemaakt,), (contact,) = lezer.find(Signaal), lezer.find(Inloopcontact)
    assert (gemaakt.anoniem, gemaakt.melder_naam, gemaakt.inloopcontact_id) == (False, f"Truus {NAAM}", contact.id)


@pytest.mark.eis("SIG-04")
def test_a_name_that_was_half_typed_at_the_inloop_goes_when_it_becomes_a_signal_without_one(
    omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, rust: Rust
) -> None:
    """Whoever is called away by Esc keeps what they typed, and so does a melding that was left half-way."""
    sessie_id, _ = spreekuur.begin(plek, NieuwSpreekuur("Proefdijk", "Dorpshuis De Proef"))
    contact_id, _ = inloopcontact.noteer(plek, sessie_id, NieuwContact(GEZIEN))
    inloop = InloopScreen(omgeving)
    toon_scherm(inloop)
    tab_naar("verander")
    toets(T_ENTER)
    rust()
    tab_naar("anders.met_naam")
    toets(T_ENTER)
    tab_naar("anders.achternaam")
    typ(NAAM)
    toets(Qt.Key.Key_Escape)
    rust()
    inloop.close()
    typen.keep_concept(plek, inloopcontact.melding_concept(contact_id), {"achternaam": NAAM})
    assert NAAM in _found(_decrypted(plek))
    with plek.store.read() as lezer:
        uit = signaal.van_inloop(lezer.get(Inloopcontact, contact_id), lezer.get(Spreekuur, sessie_id))
    scherm = SignaalScreen(omgeving, uit=uit)
    toon_scherm(scherm)
    tab_naar("bewaar")
    toets(T_ENTER)
    rust()
    assert _found(_decrypted(plek)) == []
    weer = InloopScreen(omgeving)
    toon_scherm(weer)
    tab_naar("verander")
    toets(T_ENTER)
    rust()
    assert not zie_of(weer, "anders.met_naam"), "nobody is asked for a name that cannot stand there"


@pytest.mark.eis("SIG-04")
def test_who_takes_her_name_back_is_in_no_melding_that_was_left_half_way_either(plek: Werkplek) -> None:
    velden = {"gezien": GEZIEN, "kern": "Proefdijk", "anoniem": False, "melder_naam": NAAM}
    hier, _ = signaal.neem_op(plek, velden)
    sleutel = inloopcontact.melding_concept(hier)
    typen.keep_concept(plek, sleutel, {"melder_naam": NAAM, "melder_relatie": RELATIE, "straat": "Modelweg"})
    with plek.store.read() as lezer:
        geladen, bases = lezer.get(Signaal, hier), lezer.bases(hier)
    signaal.change(plek, geladen, bases, {"anoniem": True})
    assert typen.load_concept(plek, sleutel) == {"straat": "Modelweg"}


def test_without_an_answer_nothing_is_asked_of_who_gave_no_name(
    omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek
) -> None:
    scherm = SignaalScreen(omgeving, uit=NieuwSignaal(gezien=GEZIEN))
    toon_scherm(scherm)
    assert not zie_of(scherm, "zet_naam_erbij")


def zie_of(scherm: QWidget, naam: str) -> bool:
    return any(knop.isVisible() for knop in scherm.findChildren(QPushButton, naam))


@pytest.mark.eis("SIG-04")
def test_without_a_name_the_role_takes_no_words_of_my_own(
    omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, rust: Rust
) -> None:
    scherm = SignaalScreen(omgeving)
    toon_scherm(scherm)
    typ(GEZIEN)
    tab_naar("deel_melder")
    toets(T_ENTER)
    tab_naar("signaleerder")
    typ("buurvrouw Truus Zwaluwnest")
    getypt = scherm.form.fields.text("signaleerder").casefold()
    assert "buren".startswith(getypt), "what is not in the list is not taken"
    kies("anoniem", "met naam")
    tab_naar("signaleerder")
    wis()
    typ("buurvrouw Truus Zwaluwnest")
    assert scherm.form.fields.text("signaleerder") == "buurvrouw Truus Zwaluwnest"
    tab_naar("anoniem")
    kies("anoniem", "zonder naam")
    rust()
    assert scherm.form.fields.text("signaleerder") == ""
    assert _found(_decrypted(plek)) == []
    tab_naar("signaleerder")
    typ("Erfbetreders")
    tab_naar("bewaar")
    toets(T_ENTER)
    rust()
    with plek.store.read() as lezer:
        assert [gemaakt.signaleerder for gemaakt in lezer.find(Signaal)] == ["erfbetreders"]


def test_of_a_name_that_was_saved_before_the_screen_says_what_stays(
    omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, rust: Rust
) -> None:
    velden = {"gezien": GEZIEN, "kern": "Proefdijk", "anoniem": False, "melder_naam": NAAM}
    hier, _ = signaal.neem_op(plek, velden)
    scherm = SignaalScreen(omgeving, hier)
    toon_scherm(scherm)
    assert scherm.form.fields.text("melder_naam") == NAAM
    veld = scherm.form.fields.editor("melder_naam").parentWidget()
    assert isinstance(veld, Field)
    assert load("signaal")("hint.melder_naam") in [label.text() for label in veld.findChildren(QLabel)]
    tab_naar("deel_melder")
    toets(T_ENTER)
    kies("anoniem", "zonder naam")
    rust()
    zin = load("signaal")("kant.naam_bewaard")
    assert [label for label in scherm.findChildren(QLabel) if label.isVisible() and label.text() == zin]
    tab_naar("bewaar")
    toets(T_ENTER)
    rust()
    with plek.store.read() as lezer:
        gelezen = lezer.get(Signaal, hier)
        assert (gelezen.anoniem, gelezen.melder_naam) == (True, None)
        assert lezer.zoek(NAAM) == []
