"""One anonymous melder through everything: a real window, a real server on a port, a signal that becomes a melding.

The name was typed, was locked away half way, and was taken back. It is found nowhere: not in any page of the store, not
in a file, a window title, a paper, the log, what went over the line, or what the municipality has (SIG-04). In each of
these places a word that may stand there is looked for in the same way, so that the search itself is shown to work.
"""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from kernnetwerk_app import logs
from kernnetwerk_app.domain.inloopcontact import Gevolg, Inloopcontact
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.signaal import Signaal, Uitkomst
from kernnetwerk_app.services import agendablad, spreekuur, stappenkaart
from kernnetwerk_app.services.spreekuur import NieuwSpreekuur
from kernnetwerk_app.store import vault
from kernnetwerk_app.store.key_place import STORE
from kernnetwerk_app.sync.http import Http
from tests.factories import GEDULD, asked_to_wait
from tests.paginas import decrypted
from tests.services.opzet import gelezen, opgeblazen, staat_erin
from tests.ui.laptop import Laptop, Stadhuis, alle_woorden, venster_van
from tests.ui.laptop import laptop as laptop
from tests.ui.laptop import stadhuis as stadhuis
from tests.ui.test_koppelen import koppel, naar_koppelen
from tests.ui.toetsen import kies, tab_naar, toets, typ

NAAM, RELATIE, NUMMER = "Zwaluwnest", "achterbuurvrouw", "0612345678"
GEZIEN, INWONER = "Gordijnenwoord blijft dicht.", "Maquette"
MELDER = (NAAM, RELATIE, NUMMER, "06 12 34 56 78", "06 - 12 34 56 78")
WACHTZIN = "mijn eigen lange wachtzin"
ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


def found(octets: bytes) -> list[str]:
    """Words of the melder that stand in this, in any of the ways in which text is written down."""
    return [woord for woord in MELDER if staat_erin(woord, octets) or staat_erin(woord.lower(), octets)]


@dataclass
class Buiten:
    """What could be seen from outside: bodies that went over the line, and every title that a window ever had."""

    lijn: list[bytes] = field(default_factory=list)
    titels: list[str] = field(default_factory=list)


class _Titels(QObject):
    def __init__(self, titels: list[str]) -> None:
        super().__init__()
        self._titels = titels

    def eventFilter(self, thing: QObject, event: QEvent) -> bool:  # noqa: N802  as Qt calls it
        if event.type() in (QEvent.Type.WindowTitleChange, QEvent.Type.Show) and isinstance(thing, QWidget):
            self._titels.append(thing.windowTitle())
        return False


@pytest.fixture
def buiten(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[Buiten]:
    buiten = Buiten()
    post = Http.post

    def listen(http: Http, path: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        status, antwoord = post(http, path, body, headers)
        buiten.lijn += [path.encode(), str(headers).encode(), body, antwoord]
        return status, antwoord

    monkeypatch.setattr(Http, "post", listen)
    titels = _Titels(buiten.titels)
    qapp.installEventFilter(titels)
    yield buiten
    qapp.removeEventFilter(titels)


def _type_the_name(laptop: Laptop) -> None:
    venster_van(laptop).signaal()
    laptop.rust()
    typ(GEZIEN)
    tab_naar("deel_melder")
    toets(ENTER)
    kies("anoniem", "met naam")
    tab_naar("deel_naam")
    toets(ENTER)
    for veld, tekst in {"melder_naam": NAAM, "melder_relatie": RELATIE, "melder_telefoon": NUMMER}.items():
        tab_naar(veld)
        typ(tekst)


def _take_it_back(laptop: Laptop) -> None:
    venster_van(laptop).signaal()
    laptop.rust()
    tab_naar("deel_melder")
    toets(ENTER)
    kies("anoniem", "zonder naam")
    laptop.rust()


def _type_the_name_at_the_inloop(laptop: Laptop) -> None:
    spreekuur.begin(laptop.sessie.plek, NieuwSpreekuur("Voorbeelderveen", "Kulturhus De Linde"))
    venster_van(laptop).inloop()
    laptop.rust()
    typ(GEZIEN)
    toets(Qt.Key.Key_M, CTRL)
    typ(RELATIE)
    tab_naar("achternaam")
    typ(NAAM)


def _take_it_back_at_the_inloop(laptop: Laptop) -> None:
    venster_van(laptop).inloop()
    laptop.rust()
    toets(Qt.Key.Key_M, CTRL)
    _signal_from_this_line(laptop)


def _signal_from_this_line(laptop: Laptop) -> None:
    toets(ENTER)
    laptop.rust()
    tab_naar("maak_signaal")
    toets(ENTER)
    laptop.rust()
    assert venster_van(laptop).current_key() == "signaal"


def _make_melding(laptop: Laptop) -> None:
    tab_naar("maak_melding")
    toets(ENTER)
    laptop.rust()
    tab_naar("achternaam")
    typ(INWONER)
    tab_naar("neem_aan")
    toets(ENTER)
    laptop.rust()
    assert venster_van(laptop).current_key() == "dossier"


def _papers(laptop: Laptop) -> bytes:
    """Every paper that can be made of this dossier and this day."""
    plek = laptop.sessie.plek
    with plek.store.read() as lezer:
        (melding,) = lezer.find(Melding)
        (omgezet,) = lezer.find(Signaal)
    assert (omgezet.uitkomst, omgezet.anoniem, melding.melder_naam) == (Uitkomst.MELDING, True, None)
    assert melding.huishouden_id is not None
    papieren = [stappenkaart.load_pdf(plek, melding.huishouden_id), agendablad.load_daglijst(plek, plek.vandaag)]
    return b"\n".join(opgeblazen(papier) + gelezen(papier).encode() for papier in papieren)


def _couple(laptop: Laptop, stadhuis: Stadhuis) -> None:
    stadhuis.open_deuren()
    naar_koppelen(laptop)
    koppel(laptop, stadhuis.adres, stadhuis.code(), WACHTZIN)
    stadhuis.beheer.approve(stadhuis.beheer.devices()[0].vingerafdruk)
    toets(ENTER)
    laptop.tot(laptop.is_open)
    laptop.venster.activateWindow()


def _send(laptop: Laptop) -> None:
    venster_van(laptop).vandaag()
    laptop.rust()
    laptop.sessie.sync.now()
    laptop.tot(lambda: not _waiting(laptop))


def _lock_while_a_screen_reads(laptop: Laptop) -> None:
    """What a busy moment makes of any screen: it asked the store something, and has no answer yet when it locks."""
    store, begonnen, gewacht = laptop.sessie.plek.store, threading.Event(), list[bool]()
    wacht = asked_to_wait(store)

    def read() -> None:
        with store.read() as lezer:
            lezer.meta()
            begonnen.set()
            gewacht.append(wacht.wait(GEDULD))

    laptop.app.tasks.read(laptop.app, read, lambda _: None)
    assert begonnen.wait(GEDULD)
    laptop.vergrendel()
    laptop.rust()
    assert gewacht == [True], "it locked under who was reading"


@pytest.mark.eis("SIG-04")
@pytest.mark.parametrize(
    ("type_the_name", "take_it_back"),
    [(_type_the_name, _take_it_back), (_type_the_name_at_the_inloop, _take_it_back_at_the_inloop)],
    ids=["signaal", "inloop"],
)
def test_who_told_it_without_a_name_is_known_nowhere(
    laptop: Laptop, stadhuis: Stadhuis, buiten: Buiten, tmp_path: Path, capfd: pytest.CaptureFixture[str],
    type_the_name: Callable[[Laptop], None], take_it_back: Callable[[Laptop], None],
) -> None:  # fmt: skip
    log, folder = logs.setup(tmp_path / "log", "0.1.0"), laptop.settings.werk_map
    _couple(laptop, stadhuis)
    type_the_name(laptop)
    laptop.vergrendel()
    db_key = bytes(vault.unlock(folder, WACHTZIN).db_key)
    assert set(found(decrypted(folder / STORE, db_key))) >= {NAAM, RELATIE}, "kept as it was typed, as any form"
    laptop.ontgrendel(WACHTZIN)
    laptop.tot(laptop.is_open)
    laptop.venster.activateWindow()
    take_it_back(laptop)
    _make_melding(laptop)
    papieren = _papers(laptop)
    _send(laptop)
    op_het_scherm = alle_woorden().encode()
    _lock_while_a_screen_reads(laptop)
    log.close()
    server = b"\n".join(pad.read_bytes() for pad in stadhuis.pad.parent.glob(f"{stadhuis.pad.name}*"))
    binnen = {"store": decrypted(folder / STORE, db_key), "line": b"\n".join(buiten.lijn), "server": server}
    for waar, octets in binnen.items():
        assert staat_erin("Gordijnenwoord", octets), f"the search does not see into the {waar}"
        assert found(octets) == [], waar
    assert staat_erin(INWONER, papieren), "the search does not see into paper"
    assert buiten.titels, "nobody listens to titles"
    bestanden = b"\n".join(pad.read_bytes() for pad in folder.rglob("*") if pad.is_file())
    gezegd = "".join(capfd.readouterr()).encode() + b"".join(p.read_bytes() for p in (tmp_path / "log").iterdir())
    leesbaar = "\n".join(buiten.titels).encode() + bestanden + gezegd
    assert found(papieren + op_het_scherm + leesbaar) == []
    assert not staat_erin("Gordijnenwoord", leesbaar)


@pytest.mark.eis("SIG-04")
def test_a_name_of_the_inloop_leads_from_nothing_that_is_said_without_a_name(
    laptop: Laptop, stadhuis: Stadhuis
) -> None:
    """She gave her name, and it was saved; the signal that is made of her words is without."""
    _couple(laptop, stadhuis)
    _type_the_name_at_the_inloop(laptop)
    _signal_from_this_line(laptop)
    tab_naar("bewaar")
    toets(ENTER)
    laptop.rust()
    _send(laptop)
    plek = laptop.sessie.plek
    with plek.store.read() as lezer:
        (contact,), (gemaakt,) = lezer.find(Inloopcontact), lezer.find(Signaal)
        zichtbaar = repr(contact) + repr(gemaakt)
        koppen = [*lezer.koppen(contact.id).values(), *lezer.koppen(gemaakt.id).values()]
    assert (contact.gevolg, gemaakt.anoniem, contact.vraag, gemaakt.gezien) == (Gevolg.SIGNAAL, True, GEZIEN, GEZIEN)
    assert found(zichtbaar.encode() + b"".join(kop.waarde for unit in koppen for kop in unit)) == []
    daar = _server_saves(stadhuis)
    assert {contact.id, gemaakt.id} <= set().union(*daar), "the search does not see into the server"
    assert [save for save in daar if {contact.id, gemaakt.id} <= save] == []


def _server_saves(stadhuis: Stadhuis) -> list[set[UUID]]:
    """Of each save that the municipality has: which of its records it names, in whatever way."""
    with sqlite3.connect(stadhuis.pad) as db:  # the practice server's own file: plain, and of the standard library
        rijen = db.execute("SELECT device_no, txn, entiteit_id, waarde FROM op").fetchall()
    ids = {UUID(hex=rij[2]) if isinstance(rij[2], str) else UUID(bytes=rij[2]) for rij in rijen}
    saves: dict[tuple[int, int], set[UUID]] = {}
    for device_no, txn, entiteit, waarde in rijen:
        eigen = UUID(hex=entiteit) if isinstance(entiteit, str) else UUID(bytes=entiteit)
        saves.setdefault((device_no, txn), set()).update({eigen, *(een for een in ids if een.bytes in waarde)})
    return list(saves.values())


def _waiting(laptop: Laptop) -> int:
    with laptop.sessie.plek.store.read() as lezer:
        return lezer.verzendstand().wachtend
