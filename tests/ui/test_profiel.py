"""What a worker sees of the municipality's profile: its words, and one calm sentence when a newer one came."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.profiel import Onderdeel
from kernnetwerk_app.domain.profielbundel import Profielbundel, bundel_id
from kernnetwerk_app.opening import Aanvraag, Geopend
from kernnetwerk_app.paths import resource
from kernnetwerk_app.profielbestanden.bestanden import Bestanden, geleverd
from kernnetwerk_app.profielbestanden.bundel import pak_in
from kernnetwerk_app.profielen import ProfielOngeldig, ProfielTeNieuw, load_profiel
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.sessie import Sessie
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.gesprek import GesprekScreen
from kernnetwerk_app.ui.tasks import Tasks
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.rail import RailButton
from tests.services.opzet import Dossier
from tests.ui.schermen import Rust, Toonscherm

t = load("profiel")


def words(sessie: Sessie) -> str:
    """Every word in the window of this session."""
    return "\n".join(label.text() for label in sessie.venster.findChildren(QLabel))


@pytest.fixture
def open_sessie(plek: Werkplek, theme: Theme, tasks: Tasks, qtbot: QtBot, rust: Rust) -> Iterator[list[Sessie]]:
    """Sessions that the test opens are locked at its end."""
    sessies: list[Sessie] = []
    yield sessies
    for sessie in sessies:
        with qtbot.waitSignal(sessie.vergrendeld, timeout=20_000):
            sessie.vergrendel()


def begin(plek: Werkplek, theme: Theme, tasks: Tasks, fout: ProfielOngeldig | None = None) -> Sessie:
    sessie = Sessie(Geopend(plek.store, plek, "Voorbeeldland", Aanvraag(), profiel_fout=fout), theme, tasks)
    sessie.venster.vandaag()
    sessie.venster.show()
    if sessie._bericht:
        sessie.venster.tell(sessie._bericht)
    return sessie


def arrive(plek: Werkplek, tasks: Tasks, versie: int) -> None:
    """A version of the practice profile comes with an exchange, which runs beside the window."""
    bestand = "profielen/oefenen.toml"
    tekst = resource(bestand).read_text(encoding="utf-8").replace("versie = 1", f"versie = {versie}", 1)
    octets = pak_in(Bestanden({bestand: tekst.encode()}).over(geleverd()), "oefenen")
    with plek.store.write() as werk:
        werk.add(Profielbundel(id=bundel_id("oefenen", versie), sleutel="oefenen", versie=versie, bundel=octets))
        changes = werk.commit("sync.ronde")
    tasks.broadcast(changes)


@pytest.mark.eis("SYNC-10")
def test_when_new_settings_come_i_read_one_sentence_and_work_on(
    plek: Werkplek, theme: Theme, tasks: Tasks, rust: Rust, open_sessie: list[Sessie]
) -> None:
    sessie = begin(plek, theme, tasks)
    open_sessie.append(sessie)
    rust()
    arrive(plek, tasks, 1)
    rust()
    assert t("bundel.nieuw") not in words(sessie), "the same version is no news"
    arrive(plek, tasks, 2)
    rust()
    assert t("bundel.nieuw") in words(sessie)
    assert plek.profiel.versie == 1


@pytest.mark.parametrize(
    ("fout", "zin"), [(ProfielOngeldig("bundel"), "bundel.kapot"), (ProfielTeNieuw("bundel"), "bundel.te_nieuw")]
)
def test_settings_that_cannot_be_used_are_told_after_unlocking(
    plek: Werkplek, theme: Theme, tasks: Tasks, rust: Rust, open_sessie: list[Sessie], fout: ProfielOngeldig, zin: str
) -> None:
    sessie = begin(plek, theme, tasks, fout)
    open_sessie.append(sessie)
    rust()
    assert t(zin) in words(sessie)


def test_a_fault_is_told_with_its_place_and_nothing_else_of_the_file() -> None:
    zin = sentence(ProfielOngeldig("profielen/proefstad.toml", "kern.2.naam", reden="missing"))
    assert zin.endswith("profielen/proefstad.toml: kern.2.naam.")


def test_the_window_wears_the_accent_of_my_municipality_on_light_ground_only(
    plek: Werkplek, theme: Theme, tasks: Tasks, qapp: QApplication, open_sessie: list[Sessie]
) -> None:
    ons, donker = theme.kleuren, theme.tokens.donker
    dalfsen = load_profiel("dalfsen")
    assert dalfsen.huisstijl is not None
    open_sessie.append(begin(replace(plek, profiel=dalfsen), theme, tasks))
    vlak = open_sessie[0].venster.grab().toImage()
    gezien = {vlak.pixelColor(x, y).name().upper() for x in range(vlak.width()) for y in range(0, vlak.height(), 4)}
    assert dalfsen.huisstijl.accent in gezien
    assert ons.accent not in gezien
    theme.apply(qapp, donker=True)
    assert theme.kleuren == donker
    theme.apply(qapp, hoog_contrast=True)
    assert dalfsen.huisstijl.accent not in theme.kleuren
    theme.apply(qapp)
    theme.dress({})
    assert theme.kleuren == ons, "a municipality without a colour of its own has those of the program"


@pytest.mark.eis("TEAM-18")
def test_what_my_municipality_does_not_use_yet_stays_shut_and_says_so(
    plek: Werkplek, theme: Theme, tasks: Tasks, rust: Rust, open_sessie: list[Sessie], dossier: Dossier
) -> None:
    sessie = begin(replace(plek, profiel=replace(plek.profiel, uit=frozenset(Onderdeel))), theme, tasks)
    open_sessie.append(sessie)
    venster = sessie.venster
    rust()
    rail = [knop.accessibleName() for knop in venster.rail.findChildren(RailButton)]
    assert load("venster")("rail.dossiers") in rail
    assert load("venster")("rail.melding") not in rail
    for deur, blijf in ((venster.melding, "vandaag"), (lambda: venster.plan(dossier.huishouden_id), "vandaag")):
        deur()
        rust()
        assert venster.current_key() == blijf
        assert t("uit") in words(sessie)
    venster.gesprek(dossier.huishouden_id)
    rust()
    assert venster.current_key() == "gesprek", "what is in use goes on as it does"


@pytest.mark.eis("TAAL-05")
@pytest.mark.eis("TRI-15")
@pytest.mark.parametrize(("gemeente", "woord"), [("bmwe", "Leefgebieden"), ("dalfsen", "Levensdomeinen")])
def test_my_screen_says_the_word_that_my_municipality_uses(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, gemeente: str, woord: str
) -> None:
    anders = replace(omgeving, plek=replace(omgeving.plek, profiel=load_profiel(gemeente)))
    scherm = GesprekScreen(anders, dossier.huishouden_id)
    toon_scherm(scherm)
    assert load("gesprek")("lijst", woord=woord) in [label.text() for label in scherm.findChildren(QLabel)]


@pytest.mark.eis("TRI-15")
def test_no_team_or_place_of_one_municipality_stands_in_a_text_of_the_program() -> None:
    """TRI-15: what a profile can name, no screen names by itself."""
    eigen = {team.naam.casefold() for n in ("bmwe", "dalfsen", "krimpenerwaard") for team in load_profiel(n).teams}
    eigen |= {w.casefold() for n in ("bmwe", "dalfsen") for w in [load_profiel(n).woord("ontmoetingsplek")]}
    eigen -= {"kernnetwerk", "sociale basis"}  # the name of the program, and a word of the field for all of it
    for pad in sorted(Path(resource("tekst")).glob("*.toml")):
        zinnen = load(pad.stem)
        gevonden = {w for sleutel in zinnen.sleutels() for w in eigen if w in zinnen(sleutel).casefold()}
        assert gevonden == set(), pad.name
