"""Of whom words tell, where they name nobody: it sooner says one too many."""

import pytest

from kernnetwerk_app.domain.mantelzorgwoorden import band, banden, van_wie, vraagt_van_hen
from kernnetwerk_app.profielen import load_profiel

VERWANT = load_profiel("oefenen").doeners.verwanten
KARIN, PIET, ELS = "Karin Voorbeeld", "Piet Proef", "Els Proef"
ZORGERS = {KARIN: band("Zoon/dochter", VERWANT), PIET: band("Partner", VERWANT), ELS: band("Familielid", VERWANT)}
ALLE = {KARIN, PIET, ELS}


def test_what_a_familielid_is_is_left_open() -> None:
    soorten = {naam: een.soorten for naam, een in ZORGERS.items()}
    assert soorten == {KARIN: {"zoon", "dochter"}, PIET: {"partner"}, ELS: frozenset()}


@pytest.mark.parametrize(
    "relatie", ["", "Curator", "Werkgever", "Erven van", "mantelzorger", "komt elke dag", "schoonfamilie"]
)
def test_what_is_no_word_for_somebody_near_leaves_open_whether_she_is_the_daughter(relatie: str) -> None:
    """Who is curator may be a daughter too: the list gives one choice."""
    zorgers = {KARIN: band("Zoon/dochter", VERWANT), ELS: band(relatie, VERWANT)}
    assert van_wie("Mijn dochter huilt.", zorgers, zorgers, VERWANT, kop_van_hen=False) == {KARIN, ELS}


def test_of_one_name_with_several_relations_all_count_and_one_that_is_open_leaves_all_open() -> None:
    alles = {"zoon", "dochter", "schoonzus"}
    assert banden(["Zoon/dochter", "schoonzus van Henk"], VERWANT).soorten == alles
    assert banden(["Zoon/dochter", "Curator"], VERWANT).soorten == frozenset()
    assert banden(["Zoon/dochter"], VERWANT, ["schoonzus van Henk", "Curator"]).soorten == alles


def test_who_is_called_a_daughter_though_it_says_stepdaughter_counts_too() -> None:
    zorgers = {KARIN: band("Zoon/dochter", VERWANT), ELS: band("stiefdochter", VERWANT), PIET: band("Partner", VERWANT)}
    assert van_wie("Mijn dochter huilt.", ALLE, zorgers, VERWANT, kop_van_hen=False) == {KARIN, ELS}
    assert van_wie("De stiefdochters.", ALLE, zorgers, VERWANT, kop_van_hen=False) == {ELS}


@pytest.mark.parametrize(
    "woorden",
    [
        "Mijn echtgenote",
        "Mijn kind",
        "De kleinkinderen",
        "M'n ouder",
        "De zonen",
        "Twee zussen",
        "Zusjes",
        "De neven",
        "Een nichtje",
        "Mijn ex",
        "Mijn ex-man",
        "Mama",
        "Papa's rug",
        "mijn ma",
        "Oma",
        "Mijn zuster",
        "De huisgenoten",
        "Een familielid",
        "Mijn schoonmoeder",
        "De pleegouder",
        "Mijn schoonzuster",
        "Mijn levenspartner",
        "Een huisvriend",
        "De buurvrouwen",
        "Zijn mans rug",
        "Mijn petekind",
        "Mijn wederhelft",
        "Haar verkering",
        "Onze meiden",
        "Mijn jongens",
        "Heit",
        "Opoe",
    ],
)
def test_every_word_for_somebody_near_asks(woorden: str) -> None:
    assert van_wie(f"{woorden} kan niet meer.", {PIET}, {PIET: band("Buur", VERWANT)}, VERWANT, kop_van_hen=False) == {
        PIET
    }


@pytest.mark.parametrize(
    "woorden",
    [
        "Mevrouw loopt met een rollator.",
        "De buurtbus rijdt niet op zondag.",
        "Koffie in het buurthuis.",
        "Vragen aan de ouderenadviseur.",
        "Ik ben ouder geworden.",
        "Als je ouder wordt.",
        "Eerst kennismaken.",
        "Een vriendelijke stem.",
        "Het familiegroepsplan is af.",
        "De was op ma en do.",
        "De zuster van de thuiszorg.",
        "Het kan anders.",
        "De jongens van het koor zingen op zondag.",
        "Mijn oudste fiets staat in de schuur.",
    ],
)
def test_words_in_which_such_a_word_only_sits_tell_of_nobody(woorden: str) -> None:
    """Else an honest plan could not go anywhere, for a mantelzorger of whom it says nothing."""
    relaties = ("Buur", "Ouder", "Vriend(in)/kennis", "Zoon/dochter", "zus", "moeder")
    wie = {f"Iemand {nummer}": band(een, VERWANT) for nummer, een in enumerate(relaties)}
    assert all(een.soorten for een in wie.values())
    wie |= {"Iemand anders": band("Anders", VERWANT), "Nog iemand": band("gepensioneerd", VERWANT)}
    assert van_wie(woorden, wie, wie, VERWANT, kop_van_hen=False) == frozenset()


@pytest.mark.parametrize(
    ("relatie", "woorden"),
    [
        ("Pleegouder", "De pleegouder kan het niet meer aan."),
        ("Voogd", "De voogd is overbelast."),
        ("Huisarts", "De huisartsen zijn moe."),
        ("maatje", "Mijn maatje is op."),
        ("mijn maatje van de kerk", "Mijn maatje is op."),
        ("komt elke dag", "Riet komt elke dag, en dat is zwaar."),
    ],
)
def test_who_is_called_as_the_relation_reads_is_told_of_and_no_other(relatie: str, woorden: str) -> None:
    zorgers = {KARIN: band("Zoon/dochter", VERWANT), ELS: band(relatie, VERWANT), PIET: band("Buur", VERWANT)}
    assert van_wie(woorden, zorgers, zorgers, VERWANT, kop_van_hen=False) == {ELS}


@pytest.mark.parametrize(
    ("een", "ander", "woorden", "wie"),
    [
        ("Partner", "vrouw van mijn zoon", "Mijn vrouw is op.", {KARIN, ELS}),
        ("moeder", "Ouder", "Mijn ouders zijn op.", {KARIN, ELS}),
        ("Ouder", "moeder", "Mijn moeder is op.", {KARIN, ELS}),
        ("Zoon/dochter", "mijn kind", "Mijn kinderen zijn op.", {KARIN, ELS}),
        ("schoonmoeder", "schoonouders", "Mijn schoonouders zijn op.", {KARIN, ELS}),
        ("oma", "Ouder", "Oma is op.", {KARIN, ELS}),
        ("moeder", "opa", "Opa is op.", {ELS}),
        ("man", "vrouw", "Mijn vrouw is op.", {ELS}),
        ("vader", "moeder", "Mijn moeder is op.", {ELS}),
    ],
)
def test_who_has_one_word_for_it_shuts_nobody_out_who_has_another(
    een: str, ander: str, woorden: str, wie: set[str]
) -> None:
    zorgers = {KARIN: band(een, VERWANT), ELS: band(ander, VERWANT), PIET: band("Buur", VERWANT)}
    assert van_wie(woorden, zorgers, zorgers, VERWANT, kop_van_hen=False) == wie


@pytest.mark.parametrize(
    ("woorden", "wie"),
    [
        ("Hulp bij de was. De persoonlijke verzorging wordt zwaarder.", set()),
        ("De buren koken soms.", set()),
        ("Karin kan twee dagen.", {KARIN}),
        ("Rust voor haar dochter.", {KARIN, ELS}),
        ("Rust voor haar partner en de dochters", ALLE),
        ("Haar schoondochter kan niet meer.", ALLE),
        ("Mijn man slaapt slecht.", ALLE),
        ("Zij kan niet meer.", ALLE),
        ("Piet kookt, zij kan niet meer.", ALLE),
        ("Mantel-zorg is zwaar.", ALLE),
        ("Piet kookt. De mantelzorger kan niet meer.", ALLE),
    ],
)
def test_words_tell_of_who_is_named_of_who_is_that_and_else_of_all(woorden: str, wie: set[str]) -> None:
    assert van_wie(woorden, ALLE, ZORGERS, VERWANT, kop_van_hen=False) == wie


def test_of_neighbours_is_told_only_where_one_of_them_is_a_mantelzorger() -> None:
    buur = {**ZORGERS, PIET: band("Buur", VERWANT)}
    for woorden in ("De buren koken soms.", "De buurvrouw kookt."):
        assert PIET in van_wie(woorden, ALLE, buur, VERWANT, kop_van_hen=False)


def test_under_a_heading_that_asks_of_them_words_without_any_of_these_tell_of_all() -> None:
    assert van_wie("Een avond vrij.", ALLE, ZORGERS, VERWANT, kop_van_hen=True) == ALLE
    assert van_wie("Karin een avond vrij.", ALLE, ZORGERS, VERWANT, kop_van_hen=True) == {KARIN}
    eigen = ("Wie er om u heen staan: familie en buren", "Uw netwerk in het dorp", "Mantelzorg en respijt")
    geen = ("Vervoer in onze dorpen", "Wat mevrouw zelf kan")
    assert [vraagt_van_hen(kop, VERWANT) for kop in (*eigen, *geen)] == [True, True, True, False, False]
