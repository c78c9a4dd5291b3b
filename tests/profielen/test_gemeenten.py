"""What the four profiles that ship say, in the words of their own papers (L-01 to L-57)."""

from datetime import date
from math import cos, dist, radians

import pytest

from kernnetwerk_app.domain.melding import Wet
from kernnetwerk_app.domain.profiel import Gemeenteprofiel, Kern, Toegangsvorm
from kernnetwerk_app.domain.profielwaarde import Herkomst
from kernnetwerk_app.domain.team import VOOR_VRIJWILLIGERS, Besluitsoort, Recht
from kernnetwerk_app.domain.werkwijze import Instrumenttoestemming
from kernnetwerk_app.profielen import load_profiel

ALLE = pytest.mark.parametrize(
    "profiel", [load_profiel(n) for n in ("bmwe", "dalfsen", "krimpenerwaard", "oefenen")], ids=lambda p: p.sleutel
)
BMWE, DALFSEN, KRIMPEN = (load_profiel(naam) for naam in ("bmwe", "dalfsen", "krimpenerwaard"))


def labels(profiel: Gemeenteprofiel, lijst: str) -> list[str]:
    return [keuze.label for keuze in profiel.lijst(lijst).keuzes]


def km(een: Kern, ander: Kern) -> float:
    """Distance as the crow flies; close enough within one municipality."""
    assert een.breedte is not None
    assert een.lengte is not None
    assert ander.breedte is not None
    assert ander.lengte is not None
    schaal = cos(radians(een.breedte))
    return 111.2 * dist((een.breedte, een.lengte * schaal), (ander.breedte, ander.lengte * schaal))


@pytest.mark.parametrize(
    ("lijst", "eerste", "laatste", "aantal", "bron"),
    [
        ("taken_sociale_basis", "(vroeg) Signaleren", "Inzetten meldcode", 8, "L-22"),
        ("taken_triageteam", "Informatie en advies", "Contact met zorgaanbieders", 8, "L-23"),
        ("taken_maatwerkteam", "Enkelvoudig - en meervoudig complexe beschikken", "Procesregie", 7, "L-24"),
    ],
)
@pytest.mark.eis("TEAM-06")
@pytest.mark.eis("TEAM-07")
@pytest.mark.eis("TEAM-08")
def test_the_tasks_of_each_team_are_those_of_our_paper(
    lijst: str, eerste: str, laatste: str, aantal: int, bron: str
) -> None:
    (team,) = [team for team in KRIMPEN.teams if team.taken == lijst]
    taken = KRIMPEN.lijst(team.taken)
    assert (taken.keuzes[0].label, taken.keuzes[-1].label, len(taken.keuzes)) == (eerste, laatste, aantal)
    assert (taken.bron, taken.open) == (bron, False)


@pytest.mark.eis("TEAM-20")
def test_the_triageteam_is_of_six_and_the_maatwerkteam_beside_it_of_three() -> None:
    assert labels(KRIMPEN, KRIMPEN.team("triageteam").samenstelling) == [
        "Wmo", "Participatie/SDV", "Jeugd", "MEE", "Kwadraad", "WelzijnKrimpenerwaard",
    ]  # fmt: skip
    assert labels(KRIMPEN, KRIMPEN.team("maatwerkteam").samenstelling) == ["Wmo", "Participatie/SDV", "Jeugd"]


@pytest.mark.eis("TEAM-21")
def test_dalfsen_knows_its_screener_consulent_and_casusregisseur() -> None:
    assert labels(DALFSEN, DALFSEN.team("mdt").samenstelling) == ["Screener", "Consulent MDT", "Casusregisseur"]
    assert {rol.sleutel for rol in DALFSEN.rollen if rol.team == "mdt"} == {
        "screener", "consulent_mdt", "casusregisseur",
    }  # fmt: skip
    assert len(labels(DALFSEN, DALFSEN.team("skt").samenstelling)) == 10


def test_the_kernnetwerk_is_three_generalists_and_five_disciplines() -> None:
    namen = labels(BMWE, BMWE.team("kernnetwerk").samenstelling)
    assert [naam.split()[0] for naam in namen[:3]] == ["Generalist"] * 3
    assert namen[3:] == [
        "Maatschappelijk werk", "Wijkverpleging", "Opbouwwerk", "Cliëntondersteuners VG / LVG (MEE)", "GGD",
    ]  # fmt: skip


def test_what_our_team_is_called_is_ours_to_choose() -> None:
    assert KRIMPEN.team("triageteam").werktitel, "voetnoot 2: nog een werktitel"
    assert [profiel.heeft_stap("triage") for profiel in (BMWE, DALFSEN, KRIMPEN)] == [False, False, True]


@ALLE
def test_a_volunteer_never_steers_and_never_decides(profiel: Gemeenteprofiel) -> None:
    vrijwilligers = [rol for rol in profiel.rollen if rol.is_voor_vrijwilligers]
    assert vrijwilligers
    assert all(rol.mag <= VOOR_VRIJWILLIGERS and Recht.SIGNAAL in rol.mag for rol in vrijwilligers)


def test_a_mandate_covers_its_law_its_kind_and_its_weight() -> None:
    licht, zwaar = KRIMPEN.mandaten
    for wet in (Wet.WMO, Wet.JEUGDWET, Wet.PARTICIPATIEWET):
        assert licht.dekt(wet, Besluitsoort.MAATWERKVOORZIENING, "enkelvoudig_licht")
        assert not licht.dekt(wet, Besluitsoort.MAATWERKVOORZIENING, "meervoudig_complex")
        assert not licht.dekt(wet, Besluitsoort.UITKERING, "enkelvoudig_licht")
        assert zwaar.dekt(wet, Besluitsoort.UITKERING, "meervoudig_complex")
    assert BMWE.mandaten[0].dekt(Wet.WMO, Besluitsoort.MAATWERKVOORZIENING, "")


@ALLE
def test_every_term_says_where_it_comes_from(profiel: Gemeenteprofiel) -> None:
    assert all(t.bron or t.herkomst is Herkomst.EIGEN for t in profiel.termijnen.values())
    for naam in ("eerste_contact", "signaal_bewaren", "evaluatie", "contact_houden"):
        assert profiel.termijnen[naam].herkomst is Herkomst.EIGEN, "no paper gives a number (4a)"
    assert (profiel.eerste_contact_dagen, profiel.signaal_bewaar_maanden) == (3, 3)


def test_only_what_is_shorter_than_the_law_stands_beside_it() -> None:
    assert BMWE.onderzoek_norm_weken is None, "the paper says six weeks, as the law does"
    assert load_profiel("oefenen").onderzoek_norm_weken == 4


@ALLE
def test_no_instrument_shows_its_name_without_permission(profiel: Gemeenteprofiel) -> None:
    for instrument in profiel.instrumenten:
        assert not instrument.teksten_toegestaan
        assert instrument.label == instrument.eigen_naam != instrument.naam


def test_with_permission_on_record_the_name_is_shown() -> None:
    zonder = BMWE.instrumenten[0]
    toestemming = Instrumenttoestemming("brief 12", date(2027, 1, 31))
    met = type(zonder)(zonder.sleutel, zonder.naam, zonder.eigen_naam, zonder.gebruik, toestemming)
    assert (zonder.label, met.label) == ("De elf leefgebieden", "Zelfredzaamheidsmatrix")
    assert met.teksten_toegestaan


@ALLE
def test_every_village_has_a_place_on_the_map_near_its_neighbours(profiel: Gemeenteprofiel) -> None:
    for kern in profiel.kernen:
        naast = min(km(kern, ander) for ander in profiel.kernen if ander is not kern)
        assert 0.3 < naast < 12, kern.naam
        assert max(km(kern, ander) for ander in profiel.kernen) < 50, kern.naam


def test_known_distances_are_about_right() -> None:
    """Swapped or mistyped coordinates show here: pairs whose distance anybody in the village knows."""
    for profiel, een, ander, ongeveer in (
        (BMWE, "Winsum", "Bedum", 6.5),
        (BMWE, "Uithuizen", "Uithuizermeeden", 3.3),
        (BMWE, "Leens", "Ulrum", 3.1),
        (DALFSEN, "Dalfsen", "Nieuwleusen", 8.2),
        (DALFSEN, "Dalfsen", "Lemelerveld", 9.4),
        (KRIMPEN, "Schoonhoven", "Bergambacht", 4.9),
        (KRIMPEN, "Stolwijk", "Haastrecht", 3.1),
    ):
        kernen = {kern.naam: kern for kern in profiel.kernen}
        assert km(kernen[een], kernen[ander]) == pytest.approx(ongeveer, rel=0.25), (een, ander)


@pytest.mark.eis("TEAM-19")
def test_each_village_has_its_own_way_in_and_where_there_is_none_i_see_a_gap() -> None:
    vormen = {kern.naam: [punt.vorm for punt in kern.toegang] for kern in KRIMPEN.kernen}
    assert vormen["Stolwijk"] == [Toegangsvorm.SIGNALERING, Toegangsvorm.INTEGRAAL]
    assert vormen["Vlist"] == [Toegangsvorm.SIGNALERING]
    assert [kern.naam for kern in DALFSEN.kernen_zonder_toegang()] == ["Hoonhorst", "Oudleusen", "Ankum"]
    assert KRIMPEN.kernen_zonder_toegang() == (), "kader 2: in elke kern"
    (linde, proef, _) = load_profiel("oefenen").kernen
    assert (linde.toegang[0].wanneer, proef.toegang[0].wanneer) == (
        "dinsdag en donderdag van 9.00 tot 11.00",
        "woensdag van 10.00 tot 12.00",
    )


@ALLE
def test_our_own_words_are_explained_in_our_own_list(profiel: Gemeenteprofiel) -> None:
    assert len(profiel.begrippen) >= 4
    assert all(begrip.uitleg for begrip in profiel.begrippen)
    smal_en_breed = [b for b in DALFSEN.begrippen if b.woord.startswith("Toegang")]
    assert len(smal_en_breed) == 2, "Dalfsen defines both"


@pytest.mark.parametrize(
    ("profiel", "woorden"),
    [
        (BMWE, ["Kernnetwerk", "Individuele uitvoerders", "Meldpunt zorg & overlast", "Klantcontactcentrum"]),
        (DALFSEN, ["Infopunt", "Samen Doen-loket", "Servicepunten"]),
        (KRIMPEN, ["Instelling in de sociale basis", "Triageteam"]),
    ],
    ids=["bmwe", "dalfsen", "krimpenerwaard"],
)
def test_where_something_can_be_reported_is_our_own_list(profiel: Gemeenteprofiel, woorden: list[str]) -> None:
    lijst = profiel.lijst("meldplekken")
    assert [keuze.label for keuze in lijst.keuzes][: len(woorden)] == woorden
    assert lijst.open
