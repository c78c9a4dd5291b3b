"""A fault in a file of a municipality: which file, which table and key, which line; and never a crash."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kernnetwerk_app import teksten
from kernnetwerk_app.profielbestanden.bestanden import MAX_BESTAND, Bestanden, geleverd, uit_map
from kernnetwerk_app.profielbestanden.profiel import VORM, lees_profiel
from kernnetwerk_app.profielen import ProfielOngeldig, ProfielTeNieuw

BESTAND = "profielen/krimpenerwaard.toml"
HEEL = geleverd().inhoud[BESTAND].decode()


_ACCENT = 'accent = "#49591A"'
_LENS = 'lens = "assen"\n'
_ZONDER = ("instrument.0.toestemming", "zonder_toestemming")
_LEEG_KENMERK = ("instrument.0.toestemming.kenmerk", "string_pattern_mismatch")


def met(inhoud: str | bytes, bestand: str = BESTAND) -> Bestanden:
    """What ships, with this in place of one file."""
    octets = inhoud.encode() if isinstance(inhoud, str) else inhoud
    return Bestanden({bestand: octets}).over(geleverd())


def weigering(bestanden: Bestanden, sleutel: str = "krimpenerwaard") -> ProfielOngeldig:
    with pytest.raises(ProfielOngeldig) as geweigerd:
        lees_profiel(bestanden, sleutel)
    return geweigerd.value


@pytest.mark.parametrize(
    ("oud", "nieuw", "sleutel", "reden"),
    [
        ("versie = 1", 'versie = "een"', "versie", "int_type"),
        ("versie = 1", "versie = true", "versie", "int_type"),
        ("versie = 1", "versie = 0", "versie", "greater_than_equal"),
        ('naam = "Krimpenerwaard"\n', "", "naam", "missing"),
        ('naam = "Krimpenerwaard"', 'naam = " "', "naam", "string_pattern_mismatch"),
        ('dekking = "alle"', 'dekking = "sommige"', "werkwijze.dekking", "enum"),
        ("hele_huishouden = true", "hele_huishoude = true", "werkwijze.hele_huishouden", "missing"),
        ("uniform", 'uniform"\nsterkte = "veel', "werkwijze.sterkte", "unexpected_keyword_argument"),
        (_LENS, _LENS + 'teksten = "assen"\n', "instrument.0.toestemming", "zonder_toestemming"),
        ('eigen_naam = "Mijn plaatje"', 'eigen_naam = "Onze positieve gezondheid"', *_ZONDER),
        (_LENS, _LENS + 'toestemming = { kenmerk = "brief 12" }\n', "instrument.0.toestemming.datum", "missing"),
        (_LENS, _LENS + 'toestemming = { kenmerk = " ", datum = 2027-01-31 }\n', *_LEEG_KENMERK),
        ("uit = []", 'uit = ["koffie"]', "uit.0", "enum"),
        ("versie = 1", "versie = 1\nkleur = 3", "kleur", "extra_forbidden"),
        ("[regie]", "[[regie]]", "regie", "dataclass_type"),
        ("breedte = 51.927", "breedte = 4.812", "kern.0.breedte", "greater_than_equal"),
        ("breedte = 51.927\n", "", "kern.0.breedte", "halve_plek"),
        ('plek = "Signaleringspunt Vlist"', 'plek = "Elders"', "kern.12.toegang.0.plek", "onbekende_plek"),
        ('naam = "Vlist"', 'naam = "STOLWIJK"', "kern.naam", "dubbel"),
        ('naar = "maatwerkteam"', 'naar = "zorgteam"', "snelle_route.naar", "onbekend_team"),
        ('taken = "taken_triageteam"', 'taken = "taken_elders"', "team.1.taken", "onbekende_lijst"),
        ('klassen = ["enkelvoudig_licht"]', 'klassen = ["licht"]', "mandaat.0.klassen", "onbekende_klasse"),
        ('mag = ["signaal", "licht contact"]', 'mag = ["regie"]', "rol.4.mag", "vrijwilliger"),
        ('functies = ["generalist"]', 'functies = ["generaal"]', "rol.1.functies.0", "enum"),
        ('door = ["triageteam"]', 'door = ["sociale_basis"]', "werkwijze.eerste_gesprek_door", "zonder_recht"),
        (
            'dekking = "alle"',
            'dekking = "alle"\neerste_gesprek_niet_door = ["maatwerkteam"]',
            "werkwijze.eerste_gesprek_niet_door",
            "toch_recht",
        ),
        ("[termijn.signaal_bewaren]", "[termijn.iets_anders]", "termijn.signaal_bewaren", "verplichte_termijn"),
        ("aantal = 7\n", "", "termijn.persoonlijk_plan", "halve_termijn"),
        ('bron = "Wmo 2015, artikel 2.3.2 lid 2"', "", "termijn.persoonlijk_plan.bron", "zonder_bron"),
        ("[woorden.leefgebied]", "[woorden.domein]", "woorden.leefgebied", "missing"),
        ('sleutel = "doen"', 'sleutel = "uitvoeren"', "route.sleutel", "haltes"),
        ("\nmeldplekken = ", "\nmeldplekkenn = ", "lijsten.meldplekkenn", "onbekende_lijst"),
        (
            "[woorden.leefgebied]",
            '[woorden.gebied]\neen = "g"\nmeer = "g"\n[woorden.leefgebied]',
            "woorden.gebied",
            "onbekend_woord",
        ),
        (_ACCENT, 'accent = "groen"', "huisstijl.accent", "geen_kleur"),
        (_ACCENT, 'accent = "#495"', "huisstijl.accent", "geen_kleur"),
        (_ACCENT, "accent = 0x49591A", "huisstijl.accent", "string_type"),
        (_ACCENT, 'op_accent = "#FFFFFF"', "huisstijl.accent", "missing"),
        (_ACCENT, _ACCENT + '\naccent_tinte = "#EDEEE8"', "huisstijl.accent_tinte", "unexpected_keyword_argument"),
        (_ACCENT, 'accent = "#8A9A5A"', "huisstijl.accent", "te_licht"),
        (_ACCENT, _ACCENT + '\naccent_diep = "#7A8A4A"', "huisstijl.accent_diep", "te_licht"),
        (_ACCENT, _ACCENT + '\naccent_tint = "#B8C480"', "huisstijl.accent_tint", "te_donker"),
        (_ACCENT, _ACCENT + '\nop_accent = "#B0B0B0"', "huisstijl.op_accent", "te_donker"),
        ('lidwoord = "het"', 'lidwoord = "een"', "woorden.leefgebied.lidwoord", "enum"),
        ("[termijn.dienstverlening]", "[termijn.dienstverlenin]", "termijn.dienstverlenin", "onbekende_termijn"),
    ],
)
def test_the_beheerder_is_told_which_table_and_key(oud: str, nieuw: str, sleutel: str, reden: str) -> None:
    assert oud in HEEL
    fout = weigering(met(HEEL.replace(oud, nieuw, 1)))
    assert (fout.bestand, fout.sleutel, fout.reden, fout.regel) == (BESTAND, sleutel, reden, None)
    assert fout.plek == f"{BESTAND}: {sleutel}"
    assert reden in teksten.load("profiel").groep("reden")


def test_a_municipality_cannot_promise_more_time_than_the_law_gives() -> None:
    heel = geleverd().inhoud["profielen/oefenen.toml"].decode().replace("aantal = 4", "aantal = 7", 1)
    fout = weigering(met(heel, "profielen/oefenen.toml"), "oefenen")
    assert (fout.sleutel, fout.reden) == ("termijn.onderzoek", "langer_dan_wet")


@pytest.mark.eis("RES-03")
def test_a_municipality_cannot_give_the_resident_less_time_than_the_law() -> None:
    naam = 'naam = "Een persoonlijk plan inleveren"\naantal = '
    heel = geleverd().inhoud["profielen/oefenen.toml"].decode()
    assert f"{naam}7" in heel
    fout = weigering(met(heel.replace(f"{naam}7", f"{naam}3"), "profielen/oefenen.toml"), "oefenen")
    assert (fout.sleutel, fout.reden) == ("termijn.persoonlijk_plan", "korter_dan_wet")


@pytest.mark.parametrize("regel", [1, 40, 200])
def test_a_slip_of_the_pen_is_found_at_its_line(regel: int) -> None:
    regels = HEEL.splitlines()
    regels[regel - 1] = 'naam = "geen eind'
    fout = weigering(met("\n".join(regels)))
    assert (fout.regel, fout.plek) == (regel, f"{BESTAND}, regel {regel}")


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (b"\xff\xfe\x00", "geen_tekst"),
        (b"\x00", "schrijfwijze"),
        (b"a = " + b"[" * 100_000, "schrijfwijze"),
        (b"a = " + b"9" * 10_000, "schrijfwijze"),
        (b"", "missing"),
        (b"vorm = -1", "int_type"),
    ],
)
def test_a_file_that_is_no_profile_at_all_is_a_sentence_too(inhoud: bytes, reden: str) -> None:
    assert weigering(met(inhoud)).reden == reden


def test_a_list_that_a_profile_names_must_be_there_and_be_a_list() -> None:
    heel = HEEL.replace('"meldplekken_krimpenerwaard"', '"leefgebieden"')
    assert weigering(met(heel)).plek == "lijsten/leefgebieden.toml: soort"
    fout = weigering(met(HEEL.replace('leefgebieden = "leefgebieden"', 'leefgebieden = "levensdomeinen"')))
    assert (fout.plek, fout.reden) == ("lijsten/levensdomeinen.toml", "ontbreekt")
    assert weigering(met("besluit = 3", "lijsten/feestdagen.toml")).plek == "lijsten/feestdagen.toml"


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "sleutel", "reden"),
    [
        ("leefgebieden", 'sleutel = "leefgebieden"', 'sleutel = "andere"', "sleutel", "andere_naam"),
        ("doeners", 'sleutel = "doeners"', 'sleutel = "andere"', "sleutel", "andere_naam"),
        ("doeners", '["kind", "zoon"]', '["kind", "zon"]', "verwanten.samen", "onbekende_verwant"),
        ("assen", 'sleutel = "assen"', 'sleutel = "andere"', "sleutel", "andere_naam"),
        ("assen", 'sleutel = "lijf"', 'sleutel = "gevoel"', "as.sleutel", "dubbel"),
        ("assen", 'naam = "Mijn lijf"', 'naam = "mijn gevoel"', "as.naam", "dubbel"),
        ("assen", 'sleutel = "niet"', 'sleutel = "goed"', "stand.sleutel", "dubbel"),
        (
            "assen",
            'gebieden = ["lichamelijke_gezondheid", "verslaving"]',
            "gebieden = []",
            "as.0.gebieden",
            "too_short",
        ),
        ("nabijheid", "omweg = 1.3", "omweg = 0.5", "omweg", "greater_than_equal"),
        ("nabijheid", "{minuten} minuten lopen", "{uren} lopen", "manier.0.zin", "string_pattern_mismatch"),
        ("zoekwoorden", 'soort = "zoekwoorden"', 'soort = "anders"', "soort", "literal_error"),
        ("zoekwoorden", "overslaan = [", "weglaten = [", "overslaan", "missing"),
    ],
)
def test_every_list_that_travels_along_is_looked_at(
    bestand: str, oud: str, nieuw: str, sleutel: str, reden: str
) -> None:
    naam = f"lijsten/{bestand}.toml"
    heel = geleverd().inhoud[naam].decode()
    assert oud in heel
    fout = weigering(met(heel.replace(oud, nieuw, 1), naam))
    assert (fout.bestand, fout.sleutel, fout.reden) == (naam, sleutel, reden)


def test_a_list_of_life_domains_has_life_domains() -> None:
    heel = geleverd().inhoud["lijsten/leefgebieden.toml"].decode()
    leeg = "leefgebied = []\n" + heel[: heel.index("[[leefgebied]]")]
    fout = weigering(met(leeg, "lijsten/leefgebieden.toml"))
    assert (fout.sleutel, fout.reden) == ("leefgebied", "too_short")


def test_a_term_of_our_own_says_so_in_its_key() -> None:
    eigen = '[termijn.norm_huisbezoek]\nnaam = "Ons huisbezoek"\naantal = 5\neenheid = "dagen"\nherkomst = "eigen"\n\n'
    heel = HEEL.replace("[termijn.dienstverlening]", f"{eigen}[termijn.dienstverlening]", 1)
    profiel = lees_profiel(met(heel), "krimpenerwaard")
    assert profiel.termijnen["norm_huisbezoek"].aantal == 5


@pytest.mark.parametrize("sleutel", ["nergens", "../lijsten/doeners", "", "a/b", "C:", "krimpenerwaard\n"])
def test_a_profile_that_is_not_there_is_not_looked_for_elsewhere(sleutel: str) -> None:
    assert weigering(geleverd(), sleutel).reden in ("ontbreekt", "bestandsnaam")


def test_a_profile_for_a_newer_program_says_so() -> None:
    with pytest.raises(ProfielTeNieuw):
        lees_profiel(met(f"vorm = {VORM + 1}\n{HEEL}"), "krimpenerwaard")
    assert lees_profiel(met(f"vorm = {VORM}\n{HEEL}"), "krimpenerwaard").versie == 1


def test_a_folder_with_strange_files_is_refused_by_name(tmp_path: Path) -> None:
    lijsten = tmp_path / "lijsten"
    lijsten.mkdir()
    (lijsten / "lezen.txt").write_text("geen lijst", encoding="utf-8")
    assert uit_map(tmp_path).inhoud == {}
    (lijsten / "groot.toml").write_bytes(b"#" * (MAX_BESTAND + 1))
    (lijsten / "map.toml").mkdir()
    for naam, reden in (("groot", "te_groot"), ("map", "onleesbaar")):
        with pytest.raises(ProfielOngeldig) as geweigerd:
            uit_map(tmp_path)
        assert (geweigerd.value.plek, geweigerd.value.reden) == (f"lijsten/{naam}.toml", reden)
        (lijsten / "groot.toml").unlink(missing_ok=True)
    (lijsten / "map.toml").rmdir()
    (lijsten / "Mijn Lijst.toml").write_text("", encoding="utf-8")
    with pytest.raises(ProfielOngeldig) as geweigerd:
        uit_map(tmp_path)
    assert geweigerd.value.reden == "bestandsnaam"


def test_every_reason_has_words_and_every_word_a_reason() -> None:
    """The reasons of our own rules; those of pydantic are named by pydantic."""
    map_ = Path(__file__).parents[2] / "kernnetwerk_app" / "profielbestanden"
    bron = "\n".join(pad.read_text(encoding="utf-8") for pad in map_.glob("*.py"))
    eigen = set(re.findall(r'reden="(\w+)"', bron)) | set(re.findall(r'Fout\(.*?, "(\w+)"\)', bron))
    redenen = set(teksten.load("profiel").groep("reden"))
    assert eigen <= redenen
    assert len(eigen) > 20


WAARDEN: st.SearchStrategy[Any] = st.sampled_from(
    [
        "true",
        "-1",
        "3.5",
        "1e400",
        "nan",
        '""',
        '"x"',
        "[]",
        "[1]",
        "{}",
        "{a = 1}",
        "2027-01-31",
        "9223372036854775808",
    ]
)
REGELS = HEEL.splitlines()


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(nummer=st.integers(0, len(REGELS) - 1), waarde=WAARDEN, weg=st.booleans())
def test_whatever_is_written_in_a_line_the_program_goes_on(nummer: int, waarde: str, weg: bool) -> None:
    regels = list(REGELS)
    sleutel, is_waarde, _ = regels[nummer].partition(" = ")
    regels[nummer] = "" if weg else f"{sleutel} = {waarde}" if is_waarde else waarde
    plek = ""
    try:
        lees_profiel(met("\n".join(regels)), "krimpenerwaard")
    except ProfielOngeldig as fout:
        plek = f"{fout.plek} ({fout.reden})"
    assert plek == "" or ".toml" in plek


@pytest.mark.eis("OND-05")
def test_with_permission_on_record_the_name_and_the_texts_of_the_owner_are_used() -> None:
    eigen = geleverd().inhoud["lijsten/assen.toml"].decode()
    eigen = eigen.replace('sleutel = "assen"', 'sleutel = "assen_eigenaar"', 1).replace("Mijn lijf", "Lichaam", 1)
    gemerkt = _LENS + 'teksten = "assen_eigenaar"\ntoestemming = { kenmerk = "brief 12", datum = 2027-01-31 }\n'
    bestanden = Bestanden({"lijsten/assen_eigenaar.toml": eigen.encode()}).over(met(HEEL.replace(_LENS, gemerkt, 1)))
    profiel = lees_profiel(bestanden, "krimpenerwaard")
    assert profiel.kijkrichtingen[-1].naam == "Positieve Gezondheid"
    assert profiel.assen.assen[0].naam == "Lichaam"
    zonder = lees_profiel(geleverd(), "krimpenerwaard")
    assert (zonder.kijkrichtingen[-1].naam, zonder.assen.assen[0].naam) == ("Mijn plaatje", "Mijn lijf")


@pytest.mark.parametrize(
    ("lijst", "zonder"),
    [("plan_informeel", "ja"), ("plan_algemeen", "niet_nodig"), ("plan_mantelzorg", "ja")],
)
def test_a_list_of_answers_without_what_the_program_gives_itself_is_refused(lijst: str, zonder: str) -> None:
    """Of a no that does not hold any more there would be nothing to press, and the paper would print a key."""
    bestand = f"lijsten/{lijst}.toml"
    inhoud = geleverd().inhoud[bestand].decode().replace(f'sleutel = "{zonder}"', 'sleutel = "anders_gezegd"', 1)
    fout = weigering(met(inhoud, bestand))
    assert (fout.plek, fout.reden) == (f"{bestand}: keuze.sleutel", "mist_antwoord")
    assert fout.reden in teksten.load("profiel").groep("reden")
