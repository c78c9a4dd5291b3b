"""Lists of a laptop that is slow: what nobody looks at is not read from the store."""

import re

import pytest
from sqlalchemy import event

from kernnetwerk_app.services import dossier, termijn, vandaag
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import make_werkplek
from tests.services.opzet import Dossier, begin_dossier

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def getekend(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    hier = begin_dossier(make_werkplek(tmp_path_factory.mktemp("laptop")))
    hier.doel()
    hier.teken(hier.versie())
    return hier


@pytest.fixture
def gevraagd(getekend: Dossier) -> list[str]:
    """What each question to the store asks to be read: the words between SELECT and FROM."""
    opdrachten: list[str] = []

    def note(*delen: object) -> None:
        opdrachten.extend(re.findall(r"SELECT(.*?)\bFROM\b", str(delen[2]), re.DOTALL))

    event.listen(getekend.plek.store._reader, "before_cursor_execute", note)
    return opdrachten


def _open_all(plek: Werkplek, hier: Dossier) -> None:
    with plek.store.read() as lezer:
        assert vandaag.load(plek, lezer).dossiers == 1
        assert len(dossier.list_dossiers(plek, lezer)) == 1
        termijn.load(plek, lezer, hier.huishouden_id)
        beeld = dossier.load(plek, lezer, hier.huishouden_id)
    assert any(item.document_id for item in beeld.verhaal), "that there is a paper is known all the same"


def test_no_list_reads_a_signed_paper_or_its_strokes(getekend: Dossier, gevraagd: list[str]) -> None:
    _open_all(getekend.plek, getekend)
    assert any("ondertekening.keuze" in kolommen for kolommen in gevraagd)
    for kolom in ("ondertekening.pdf", "ondertekening.strepen"):
        assert [kolommen for kolommen in gevraagd if kolom in kolommen] == []


def test_the_paper_is_read_when_a_person_opens_it(getekend: Dossier, gevraagd: list[str]) -> None:
    with getekend.plek.store.read() as lezer:
        beeld = dossier.load(getekend.plek, lezer, getekend.huishouden_id)
    (papier,) = [item.document_id for item in beeld.verhaal if item.document_id]
    dossier.load_stuk(getekend.plek, papier)
    assert any("ondertekening.pdf" in kolommen for kolommen in gevraagd)


@pytest.mark.eis("NET-03")
def test_the_kinds_of_help_are_those_of_the_source_and_no_others(plek: Werkplek) -> None:
    lijst = plek.profiel.lijst("hulpsoorten")
    assert [k.label for k in lijst.keuzes] == ["mantelzorg", "vrijwillige zorg", "burenhulp", "formele zorg"]
    assert not lijst.open
