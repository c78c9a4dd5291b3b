"""A fault in what a municipality sets about triage: the file, the table and the key, never silence (TRI-02)."""

import pytest

from kernnetwerk_app import teksten
from kernnetwerk_app.domain.triage import Feit, leid_af
from kernnetwerk_app.profielbestanden.bestanden import Bestanden, geleverd
from kernnetwerk_app.profielbestanden.profiel import lees_profiel
from kernnetwerk_app.profielen import ProfielOngeldig

PROFIEL, MATRIX = "profielen/krimpenerwaard.toml", "triage/complexiteitsmatrix.toml"
SET, ROUTES = "lijsten/minimale_set.toml", "lijsten/routes.toml"
KLASSE = '[[triage.klasse]]\nsleutel = "enkelvoudig_licht"\nvanaf = 0'
NAAR = 'verwijzer = "sociale_basis"\nnaar = "maatwerkteam"\n'


def tekst(bestand: str) -> str:
    return geleverd().inhoud[bestand].decode()


def met(bestand: str, oud: str, nieuw: str) -> Bestanden:
    """What ships, with these words in one file replaced."""
    assert oud in tekst(bestand)
    return Bestanden({bestand: tekst(bestand).replace(oud, nieuw, 1).encode()}).over(geleverd())


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "plek", "reden"),
    [
        (MATRIX, "vanaf = 0", "vanaf = 1", "klasse.0.vanaf", "begin_bij_nul"),
        (MATRIX, "vanaf = 8", "vanaf = 4", "klasse.vanaf", "oplopend"),
        (MATRIX, "vanaf = 8", "vanaf = 7", "klasse", "een_gewicht"),
        (MATRIX, 'sleutel = "meervoudig"', 'sleutel = "enkelvoudig"', "klasse.sleutel", "dubbel"),
        (MATRIX, 'sleutel = "verloop"', 'sleutel = "regie"', "rij.sleutel", "dubbel"),
        (MATRIX, 'sleutel = "naasten"', 'sleutel = "zelf"', "rij.2.kolom.sleutel", "dubbel"),
        (MATRIX, 'sleutel = "complexiteitsmatrix"', 'sleutel = "andere"', "sleutel", "andere_naam"),
        (MATRIX, "één leefgebied is", "een gebied is", "rij.0.kolom.0.bij.0", "enum"),
        (MATRIX, "gewicht = 3", "gewicht = -3", "rij.0.kolom.2.gewicht", "greater_than_equal"),
        (PROFIEL, KLASSE, KLASSE.replace("0", "1"), "triage.klasse.0.vanaf", "begin_bij_nul"),
        (PROFIEL, "vanaf = 4", "vanaf = 2", "triage.klasse", "een_gewicht"),
        (PROFIEL, "[triage]", "[triage]\nroutes = []", "triage.routes", "too_short"),
        (PROFIEL, "[triage]", '[triage]\nroutes = ["maatwerk", "maatwerk"]', "triage.routes", "dubbel"),
        (PROFIEL, "[triage]", '[triage]\nopschalen = ["doorverwzen"]', "triage.opschalen", "onbekende_keuze"),
        (PROFIEL, "[triage]", '[triage]\nnabij = ["planmkaer"]', "triage.nabij", "onbekende_keuze"),
        (PROFIEL, "[triage]", "[triage]\nstap = false", "triage.stap", "extra_forbidden"),
        (PROFIEL, NAAR, 'verwijzer = "sociale_basis"\n', "snelle_route.naar", "missing"),
        (PROFIEL, NAAR, 'naar = "maatwerkteam"\n', "snelle_route.verwijzer", "missing"),
        (SET, 'sleutel = "uitkomst"', 'sleutel = "rookmelder"', "keuze.sleutel", "onbekend_onderdeel"),
        (ROUTES, 'sleutel = "maatwerk"', 'sleutel = "zorg"', "triage.routes", "onbekende_keuze"),
    ],
)
def test_the_beheerder_is_told_what_is_wrong_with_triage(
    bestand: str, oud: str, nieuw: str, plek: str, reden: str
) -> None:
    with pytest.raises(ProfielOngeldig) as fout:
        lees_profiel(met(bestand, oud, nieuw), "oefenen" if bestand == MATRIX else "krimpenerwaard")
    waar = PROFIEL if bestand == ROUTES else bestand  # which key is wanted, stands in the profile
    assert (fout.value.plek, fout.value.reden) == (f"{waar}: {plek}", reden)
    assert reden in teksten.load("profiel").groep("reden")


def test_a_fast_route_without_a_ground_is_no_fast_route() -> None:
    zonder = tekst(PROFIEL).split("[[snelle_route.grond]]")
    geschreven = zonder[0] + zonder[2].partition("\n\n")[2]
    with pytest.raises(ProfielOngeldig) as fout:
        lees_profiel(Bestanden({PROFIEL: geschreven.encode()}).over(geleverd()), "krimpenerwaard")
    assert fout.value.plek == f"{PROFIEL}: snelle_route.grond"


def test_a_list_without_a_choice_is_no_list() -> None:
    leeg = tekst(ROUTES).split("[[keuze]]")[0] + "keuze = []\n"
    with pytest.raises(ProfielOngeldig) as fout:
        lees_profiel(Bestanden({ROUTES: leeg.encode()}).over(geleverd()), "oefenen")
    assert (fout.value.plek, fout.value.reden) == (f"{ROUTES}: keuze", "too_short")


def test_a_matrix_with_other_keys_still_knows_what_was_told() -> None:
    eigen = tekst(MATRIX).replace('sleutel = "twee_drie"', 'sleutel = "een_paar"')
    eigen = eigen.replace('sleutel = "leefgebieden"', 'sleutel = "domeinen"')
    profiel = lees_profiel(Bestanden({MATRIX: eigen.encode()}).over(geleverd()), "oefenen")
    assert leid_af(profiel.triage.matrix, {Feit.ENKELE_LASTIG}) == {"domeinen": "een_paar"}
