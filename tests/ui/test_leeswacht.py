"""A file made to be read for ever, or to break its reader: it holds up nobody, and ends with who asked for it."""

import os
import signal
import struct
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QObject, QProcess, QTimer
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.bestand import BestandTeZwaar
from kernnetwerk_app.domain.bijlage import Bijlage
from kernnetwerk_app.ui.hulpproces import Hulpproces
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.papier import leeswacht
from kernnetwerk_app.ui.papier.inlezer import Inlezer
from kernnetwerk_app.ui.papier.leesproces import BIJLAGE, TERUG, pak
from kernnetwerk_app.ui.papier.leeswacht import Leeswacht
from kernnetwerk_app.ui.papier.teruglezer import Teruglezer
from kernnetwerk_app.ui.screens.bijlage import BijlageScreen
from kernnetwerk_app.ui.spelling.woordproef import Woordproef
from tests.bestanden import eindeloos, papier
from tests.services.opzet import Dossier
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.toetsen import druk, woorden, zie

TE_ZWAAR = "Dit bestand is te zwaar om te lezen."


@pytest.fixture
def owner() -> QObject:
    return QObject()


def _leeft(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def test_a_page_that_draws_for_ever_holds_up_no_search_and_gets_a_sentence(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    scherm = BijlageScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    pad = tmp_path / "offerte.pdf"
    pad.write_bytes(eindeloos())
    monkeypatch.setattr(scherm, "choose_files", lambda *_: ([str(pad)], ""))
    druk(scherm, "kies_bestand")
    qtbot.waitUntil(lambda: any(wacht.pid for wacht in scherm.findChildren(Leeswacht)))
    (wacht,) = scherm.findChildren(Leeswacht)
    gevonden: list[int] = []
    omgeving.tasks.read(scherm, lambda: 1, gevonden.append)
    qtbot.waitUntil(lambda: gevonden == [1])
    assert _leeft(wacht.pid), "it reads on while somebody else is answered"
    pid = wacht.pid
    wacht._geduld.setInterval(1)  # whatever it is doing by now, it has taken too long
    wacht._geduld.start()
    rust()
    assert TE_ZWAAR in woorden(scherm)
    assert not _leeft(pid)
    with dossier.plek.store.read() as lezer:
        assert lezer.find(Bijlage) == []
    assert zie(scherm, "kies_bestand").isEnabled()
    pad.write_bytes(papier())
    druk(scherm, "kies_bestand")
    rust()
    with dossier.plek.store.read() as lezer:
        assert len(lezer.find(Bijlage)) == 1


def test_paper_that_came_back_and_draws_for_ever_gets_the_same_sentence(
    omgeving: Omgeving, dossier: Dossier, owner: QObject, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leeswacht, "GEDULD_MS", 4_000)
    pad = tmp_path / "scan.pdf"
    pad.write_bytes(eindeloos())
    fouten: list[Exception] = []
    dossier.doel()
    Teruglezer(omgeving, dossier.versie().id, [str(pad)], owner).start(lambda _: None, fouten.append)
    qtbot.waitUntil(lambda: bool(fouten), timeout=20_000)
    assert isinstance(fouten[0], BestandTeZwaar)


def test_it_ends_with_who_asked_for_it(owner: QObject, qtbot: QtBot) -> None:
    """At lock and at quit the window goes, and with it whatever it had read."""
    antwoorden: list[object] = []
    wacht = Leeswacht(owner)
    wacht.start(TERUG, eindeloos(), lambda kop, _: antwoorden.append(kop), antwoorden.append)
    qtbot.waitUntil(lambda: bool(antwoorden), timeout=20_000)
    wacht.ask(0, lambda kop, _: antwoorden.append(kop))
    pid = wacht.pid
    assert _leeft(pid)
    del wacht
    owner.deleteLater()
    qtbot.waitUntil(lambda: not _leeft(pid))
    assert antwoorden == [{"bladen": 1}]


class _Souffleur(Hulpproces):
    """Answers each question with `zegt`, where a process would have; nothing is begun for it."""

    zegt = b""

    def start(self) -> None:  # type: ignore[override]
        pass

    def write(self, *_: object) -> int:  # type: ignore[override]
        QTimer.singleShot(0, self.came.emit)
        return len(self.zegt)

    def readAllStandardOutput(self) -> QByteArray:  # noqa: N802  as Qt calls it
        return QByteArray(self.zegt)


def _liegt(monkeypatch: pytest.MonkeyPatch, frame: bytes) -> None:
    """From here on whoever reads a file answers this, each time that it is asked."""
    monkeypatch.setattr(leeswacht, "PROCES", "tests.ui.leugenproces")
    monkeypatch.setenv("LEUGEN", frame.hex())
    monkeypatch.setattr(_Souffleur, "zegt", frame)


ONZIN: dict[str, bytes] = {
    "so many pages that no number holds them": pak({"vorm": "pdf", "bladen": float("inf")}),
    "a form that there is not": pak({"vorm": "docx", "bladen": 1}),
    "a page of a size without end": pak({"vorm": "beelden", "bladen": 1, "breedte": 10**400, "hoogte": 1, "tekst": ""}),
    "a refusal that is none of ours": pak({"fout": ["bestand.kapot"]}),
    "brackets in brackets": struct.pack(">QQ", 100_000, 0) + b"[" * 100_000,
}


def test_an_answer_that_cannot_be_is_a_file_that_cannot_be_read_and_nothing_is_kept(
    omgeving: Omgeving, dossier: Dossier, owner: QObject, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first comes from a process, the others where its answer would come in: from there on they are the same."""
    (pad := tmp_path / "offerte.pdf").write_bytes(papier())
    for wat, frame in ONZIN.items():
        _liegt(monkeypatch, frame)
        uitkomst: list[object] = []
        lezer = Inlezer(omgeving, dossier.huishouden_id, pad, "offerte", None, owner)
        lezer.start(partial(_noteer, uitkomst), uitkomst.append)
        qtbot.waitUntil(partial(bool, uitkomst), timeout=20_000)
        assert [type(een) for een in uitkomst] == [BestandTeZwaar], wat
        monkeypatch.setattr(leeswacht, "Hulpproces", _Souffleur)
    with dossier.plek.store.read() as lezend:
        assert lezend.find(Bijlage) == []


def _noteer(uitkomst: list[object], *_: object) -> None:
    uitkomst.append("bewaard")


def test_an_error_of_ours_in_taking_in_an_answer_is_told_and_does_not_pass_for_a_bad_file(
    owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _liegt(monkeypatch, pak({"vorm": "pdf", "bladen": 1}))
    wacht, fouten = Leeswacht(owner), list[Exception]()

    def ons(kop: dict[str, object], _: bytes) -> None:
        kop["blden"]

    wacht.start(BIJLAGE, papier(), ons, fouten.append)
    qtbot.waitUntil(lambda: bool(fouten), timeout=20_000)
    assert [type(fout) for fout in fouten] == [KeyError]
    assert wacht.pid == 0


def test_a_process_that_cannot_be_begun_gets_a_sentence_and_stays_nowhere(
    owner: QObject, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "bestaat niet"))
    app = QCoreApplication.instance()
    assert app is not None
    wacht, fouten = Leeswacht(owner), list[Exception]()
    wacht.start(BIJLAGE, papier(), lambda *_: None, fouten.append)
    proef, gekeurd = Woordproef(owner), list[bool]()
    proef.keur(["fiets"], owner, gekeurd.append)
    qtbot.waitUntil(lambda: bool(fouten) and bool(gekeurd))
    assert ([type(fout) for fout in fouten], gekeurd) == ([BestandTeZwaar], [False])
    qtbot.waitUntil(lambda: not app.findChildren(QProcess))


BREEK: dict[str, Callable[[Leeswacht], object]] = {
    "it breaks": lambda wacht: os.kill(wacht.pid, signal.SIGTERM),
    "it claims to answer with a terabyte": lambda wacht: wacht._came.extend(bytes(7) + b"\x02" + b"\xff" * 8),
}


@pytest.mark.parametrize("hoe", BREEK)
def test_a_reader_that_breaks_or_lies_is_a_file_that_cannot_be_read(hoe: str, owner: QObject, qtbot: QtBot) -> None:
    wacht, antwoorden = Leeswacht(owner), list[object]()
    wacht.start(BIJLAGE, papier(), lambda *_: antwoorden.append("gelezen"), antwoorden.append)
    qtbot.waitUntil(lambda: wacht.pid > 0)
    BREEK[hoe](wacht)
    qtbot.waitUntil(lambda: bool(antwoorden), timeout=20_000)
    assert [type(een) for een in antwoorden] == [BestandTeZwaar]
    assert wacht.pid == 0
