"""Each paper in the colours of the municipality: data of its profile, and no part of what is signed."""

from dataclasses import replace
from pathlib import Path

import pytest

from kernnetwerk_app.domain.bezorging import Stuksoort
from kernnetwerk_app.domain.huisstijl import Huisstijl
from kernnetwerk_app.domain.ondertekening import Keuze, Ondertekening
from kernnetwerk_app.domain.papiervorm import GEWOON, Leeshulp
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services import ondertekening, stukken
from kernnetwerk_app.services.echtheid import controleer
from tests.documents.lezen import colours, open_pdf
from tests.services.opzet import Dossier, gelezen
from tests.services.stukken_opzet import lezers, papieren

pytestmark = pytest.mark.usefixtures("qapp")
ONS = "#0F5B57"
ANDERS = Huisstijl(accent="#7A1F5C", op_accent="#FFF4FA")
VAN_DE_GEMEENTE = {ANDERS.accent, ANDERS.op_accent}


def _bij(hier: Dossier, huisstijl: Huisstijl | None) -> Dossier:
    """The same dossier where the municipality has these colours."""
    return replace(hier, plek=replace(hier.plek, profiel=replace(hier.plek.profiel, huisstijl=huisstijl)))


def _kleuren(pdf: bytes) -> set[str]:
    return colours(open_pdf(pdf))


def test_every_paper_of_a_dossier_has_the_accent_of_the_municipality_and_says_the_same(vol: Dossier) -> None:
    anders = _bij(vol, ANDERS)
    soorten = papieren(vol)
    assert len(soorten) >= 9
    for soort, keuze in soorten.items():
        lezer = lezers(vol, keuze.stuk)[0]
        ons, hun = (stukken.maak(een.plek, keuze.stuk, lezer, GEWOON) for een in (vol, anders))
        assert ANDERS.accent in _kleuren(hun), soort
        assert ONS not in _kleuren(hun), soort
        assert ONS in _kleuren(ons), soort
        assert gelezen(hun) == gelezen(ons), soort


def test_papers_of_two_municipalities_can_be_told_apart_at_a_glance(hier: Dossier) -> None:
    gezien = []
    for sleutel in ("oefenen", "bmwe", "dalfsen", "krimpenerwaard"):
        eigen = load_profiel(sleutel).huisstijl
        assert eigen is not None
        pdf = ondertekening.load_concept_pdf(_bij(hier, eigen).plek, hier.plan_id)
        assert eigen.accent in _kleuren(pdf)
        gezien.append(_kleuren(pdf))
    assert all(een - ander for een in gezien for ander in gezien if een is not ander)


@pytest.mark.eis("TAAL-03")
def test_in_high_contrast_every_municipality_prints_black_on_white(vol: Dossier) -> None:
    anders = _bij(vol, ANDERS)
    for soort in (Stuksoort.CONCEPT, Stuksoort.AFSPRAKEN, Stuksoort.VERSLAG):
        stuk = papieren(anders)[soort].stuk
        vorm = frozenset({Leeshulp.CONTRAST, Leeshulp.GROOT})
        pdf = stukken.maak(anders.plek, stuk, lezers(anders, stuk)[0], vorm)
        assert _kleuren(pdf) == {"#000000", "#FFFFFF"}, soort


def test_a_signed_version_stays_as_it_was_signed_when_the_municipality_takes_another_colour(hier: Dossier) -> None:
    """What is bound is the content: a new print of it is in the new colours, and is the same version."""
    hier.doel()
    versie = hier.versie()
    eerst = hier.teken(versie)
    anders = _bij(hier, ANDERS)
    toen, nu = (ondertekening.load_versie_pdf(een.plek, versie.id) for een in (hier, anders))
    assert (gelezen(nu), _kleuren(nu) & VAN_DE_GEMEENTE) == (gelezen(toen), {ANDERS.accent})
    tweede = anders.teken(versie, Keuze.GEZIEN, "Dinsdag is beter.")
    with anders.plek.store.read() as lezer:
        bewaard = {een.id: een for een in lezer.find(Ondertekening, planversie_id=versie.id)}
        assert [een.heel for een in controleer(lezer)] == [True, True]
    assert bewaard[eerst.id].pdf == eerst.pdf
    assert ONS in _kleuren(eerst.pdf or b"")
    assert _kleuren(tweede.pdf or b"") >= VAN_DE_GEMEENTE
    assert (tweede.code, tweede.versie_hash) == (eerst.code, eerst.versie_hash)


def test_no_paper_asks_for_its_look_past_the_municipality() -> None:
    """Else a new paper is in the colours of the program, and nobody sees it there."""
    app = Path(__file__).parents[2] / "kernnetwerk_app"
    vragen = {
        pad.relative_to(app).as_posix() for pad in app.rglob("*.py") if "load_house_style" in pad.read_text("utf-8")
    }
    assert vragen == {"documents/house_style.py", "services/huisstijl.py"}
