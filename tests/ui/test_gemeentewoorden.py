"""Every screen speaks in the words of its own municipality (V-21).

That no page says a word of ours, or of another municipality, is seen in `test_matrix.py`, which builds each page once,
in a municipality where every word is made up. Here the words of the three that ship arrive; in the campaign on each
page.
"""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.profielwaarde import Woord
from kernnetwerk_app.hulp import alle_hulp, find_hulp
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.eerste_vraagverheldering import EersteVraagverhelderingScreen
from kernnetwerk_app.ui.screens.melding import MeldingScreen
from kernnetwerk_app.ui.screens.mijn_kern import MijnKernScreen
from tests.services.eerste import Begin
from tests.services.opzet import begin_dossier
from tests.ui.gemeenten import gemeente as gemeente
from tests.ui.gemeenten import hier as hier
from tests.ui.gemeenten import per, words
from tests.ui.gemeenten import plek as plek
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.test_matrix import MAKERS
from tests.ui.verzonnen import find_vreemd, read_words


def _vreemd(gemeente: str) -> tuple[str, ...]:
    return per(
        gemeente,
        ("levensdomein", "triageteam", "infopunt"),
        ("leefgebied", "kernnetwerk", "triageteam"),
        ("leefgebied", "kernnetwerk", "infopunt"),
    )


def _elders(scherm: QWidget, plek: Werkplek, gemeente: str) -> list[str]:
    """What this page says in the words of another; a paper that explains a word keeps its own."""
    uit_stuk = [begrip.uitleg for begrip in plek.profiel.begrippen if begrip.bron]
    gevonden = find_vreemd(scherm, plek.profiel, _vreemd(gemeente))
    return [zin for zin in gevonden if not any(stuk in zin for stuk in uit_stuk)]


@pytest.mark.duurproef
@pytest.mark.eis("TAAL-04")
@pytest.mark.parametrize("naam", MAKERS)
def test_my_screen_says_the_words_that_my_municipality_uses(
    omgeving: Omgeving, toon_scherm: Toonscherm, rust: Rust, gemeente: str, naam: str
) -> None:
    scherm = MAKERS[naam](omgeving, begin_dossier(omgeving.plek))
    toon_scherm(scherm)
    rust()
    assert list(read_words(scherm))
    assert _elders(scherm, omgeving.plek, gemeente) == []


@pytest.mark.eis("TAAL-04")
def test_help_says_them_too(plek: Werkplek, gemeente: str) -> None:
    hulp = " ".join(str(find_hulp(een.sleutel, plek.profiel.zeg)) for een in alle_hulp())
    woord = per(gemeente, "leefgebied", "levensdomein", "levensdomein")
    assert woord in hulp
    assert ("leefgebied" in hulp) == (woord == "leefgebied")
    team = per(gemeente, "kernnetwerk", "Infopunt", "triageteam")
    assert f"Eén lid van het {team} wordt vaste contactpersoon." in hulp


@pytest.mark.eis("TAAL-04")
@pytest.mark.eis("TRI-15")
def test_the_first_step_and_light_help_are_called_as_here_in_title_step_and_button(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, gemeente: str
) -> None:
    eerste = EersteVraagverhelderingScreen(omgeving, hier.huishouden_id)
    toon_scherm(eerste)
    stap = per(gemeente, "Eerste gesprek", "Eerste vraagverheldering", "Brede uitvraag")
    assert eerste.title.text() == stap
    assert per(gemeente, "Basisondersteuning", "Kortdurende ondersteuning", "Basishulp") in words(eerste)
    gebieden = per(gemeente, "Leefgebieden", "Levensdomeinen", "Levensdomeinen")
    assert any(zin.startswith(f"{gebieden}: loop ze alle langs") for zin in read_words(eerste))
    dossier = DossierScreen(omgeving, hier.huishouden_id)
    toon_scherm(dossier)
    assert stap in words(dossier)
    assert [_elders(scherm, omgeving.plek, gemeente) for scherm in (eerste, dossier)] == [[], []]


@pytest.mark.eis("TAAL-04")
def test_where_people_meet_and_whom_we_work_for_are_called_as_here(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, gemeente: str
) -> None:
    kern = MijnKernScreen(omgeving)
    toon_scherm(kern)
    plek = per(gemeente, "dorpshuis", "kulturhus", "ontmoetingsplek")
    assert f"bijvoorbeeld een {plek}, een sportclub of de markt" in words(kern)
    profiel = omgeving.plek.profiel
    gebruiker = replace(profiel, woorden={**profiel.woorden, "inwoner": Woord("gebruiker", "gebruikers")})
    anders = replace(omgeving, plek=replace(omgeving.plek, profiel=gebruiker))
    for scherm in (MijnKernScreen(anders), MeldingScreen(anders)):
        toon_scherm(scherm)
        assert any("gebruiker" in zin for zin in words(scherm))
        assert find_vreemd(scherm, gebruiker, ["inwoner"]) == []


def test_the_article_goes_along_with_the_word_and_a_place_to_fill_in_stays() -> None:
    bmwe, krimpen = load_profiel("bmwe"), load_profiel("krimpenerwaard")
    zin = "De eerste vraagverheldering en de lichte hulp van het kernnetwerk: {inwoner} {kernnetwerk}."
    assert bmwe.zeg(zin) == "Het eerste gesprek en de basisondersteuning van het kernnetwerk: {inwoner} {kernnetwerk}."
    assert krimpen.zeg(zin) == "De brede uitvraag en de basishulp van het triageteam: {inwoner} {kernnetwerk}."
    assert krimpen.zeg("Kernnetwerk is het programma.") == "Kernnetwerk is het programma."
