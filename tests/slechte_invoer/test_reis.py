"""Every hostile text on its whole way: kept character for character, found, printed, sent, and nowhere else."""

import pikepdf
import pytest

from kernnetwerk_app.domain.ondertekening import Ondertekening
from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.domain.tekst import bewaar, lees_regel
from kernnetwerk_app.services import dossier
from tests.documents.lezen import open_pdf, read_structure, words
from tests.services.opzet import begin_dossier
from tests.slechte_invoer.conftest import Wereld
from tests.slechte_invoer.reis import Reis, maak_reis, regels, teksten, wissel
from tests.slechte_invoer.teksten import KORT, LANG, REUZEN, met_sentinel

pytestmark = pytest.mark.usefixtures("stil", "qapp")

ACTIEF = {
    "/JS",
    "/JavaScript",
    "/URI",
    "/Launch",
    "/EmbeddedFiles",
    "/EmbeddedFile",
    "/AA",
    "/OpenAction",
    "/SubmitForm",
}


def _kijk_na(wereld: Wereld, reis: Reis, tekst: str, woord: str, *, op_regels: bool) -> None:
    """Both laptops have the text in every field, can show it and find it, and there is nothing to settle."""
    hier = reis.dossier.huishouden_id
    for plek in (wereld.plek, wereld.collega):
        with plek.store.read() as lezer:
            assert set(teksten(lezer, reis).values()) == {bewaar(tekst)}
            if op_regels:
                assert set(regels(lezer, reis).values()) == {lees_regel(tekst)}
            assert lezer.conflicten(hier) == []
            assert dossier.load(plek, lezer, hier).laatste_versie_id == reis.versie.id
            lezer.zoek(tekst)
            assert {huishouden_id for _, _, huishouden_id in lezer.zoek(woord)} == {hier}


def _kijk_op_papier(reis: Reis, woord: str, keer: int) -> None:
    """The words are there, and nothing in the file does anything or brings anything along."""
    assert reis.ondertekening.pdf is not None
    document = open_pdf(reis.ondertekening.pdf)
    assert read_structure(document).text().count(woord) >= keer
    for deel in document.objects:
        if isinstance(deel, pikepdf.Dictionary | pikepdf.Stream):
            assert not ACTIEF & set(deel.keys())
            assert deel.get("/Subtype") != "/Image", "a picture came along"


@pytest.mark.parametrize("nummer", KORT)
def test_text_goes_its_whole_way_unchanged(wereld: Wereld, nummer: str) -> None:
    tekst, woord = met_sentinel(nummer)
    reis = maak_reis(wereld.plek, tekst, op_regels=True)
    assert wissel(wereld.plek, wereld.collega) > 30
    _kijk_na(wereld, reis, tekst, woord, op_regels=True)
    _kijk_op_papier(reis, woord, keer=14)


@pytest.mark.parametrize("nummer", LANG)
def test_long_text_goes_its_whole_way_unchanged(wereld: Wereld, nummer: str) -> None:
    tekst, woord = met_sentinel(nummer)
    reis = maak_reis(wereld.plek, tekst, op_regels=False)
    wissel(wereld.plek, wereld.collega)
    _kijk_na(wereld, reis, tekst, woord, op_regels=False)
    _kijk_op_papier(reis, woord, keer=9)


@pytest.mark.parametrize("nummer", REUZEN)
def test_giant_text_in_one_field_is_printed_signed_and_sent_whole(wereld: Wereld, nummer: str) -> None:
    tekst, woord = met_sentinel(nummer)
    hier = begin_dossier(wereld.plek)
    doel_id = hier.doel(tekst)
    getekend = hier.teken(hier.versie())
    wissel(wereld.plek, wereld.collega)
    with wereld.collega.store.read() as lezer:
        assert lezer.get(Doel, doel_id).tekst == tekst
        assert lezer.get(Ondertekening, getekend.id) == getekend
        assert (Doel.soort, doel_id, hier.huishouden_id) in lezer.zoek(woord)
    assert getekend.pdf is not None
    read_aloud = read_structure(open_pdf(getekend.pdf)).text()
    assert words(tekst) in words(read_aloud)
