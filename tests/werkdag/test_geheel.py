"""What `do.py demo` may ask of a person, and what it looks at when it is over: held without playing it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.werkdag import budget, geheel, invoer, voorbeelden
from tests.werkdag.eenvoudig import check_budget
from tests.werkdag.invoer import Invoer
from tests.werkdag.mislukt import WerkdagMislukt
from tests.werkdag.plaatsen import PLAATSEN
from tests.werkdag.samen import DELEN
from tests.werkdag.verslag import EIGEN

Breuk = Callable[[Path, dict[str, Any]], object]


def test_the_budgets_are_those_that_were_promised() -> None:
    """Issue 3 and 4; whoever raises one, says so here."""
    assert (budget.MEEST_INVOEREN, budget.MEEST_GETYPT, budget.MEEST_HANDELINGEN) == (15, 8, 3)
    assert (budget.MEEST_TOETSEN, budget.MEEST_TOETSEN_SIGNAAL) == (25, 40)
    assert budget.AFGEBROKEN == 3
    # One more pattern here, such as `keuze.*`, and the same afternoon counts fewer choices.
    assert invoer.VERDER == ("rail.*", "gebied.*", "naar_*", "neem_aan", "verder", "lees_samen_door", "klaar")


@pytest.mark.parametrize(
    ("getypt", "gekozen", "gedaan", "past"),
    [
        (8, 7, 3, True),
        (1, 1, 1, True),
        (9, 6, 3, False),
        (8, 8, 3, False),
        (8, 7, 4, False),
        (0, 5, 3, False),
        (8, 0, 3, False),
        (8, 7, 0, False),
    ],
)
def test_one_question_too_many_ends_the_demo_and_so_does_counting_nothing(
    getypt: int, gekozen: int, gedaan: int, past: bool
) -> None:
    gegeven = Invoer()
    gegeven.getypt, gegeven.gekozen = ["veld"] * getypt, ["keuze"] * gekozen
    if past:
        check_budget(gegeven, ["daad"] * gedaan)
    else:
        with pytest.raises(WerkdagMislukt):
            check_budget(gegeven, ["daad"] * gedaan)


@pytest.fixture
def gemaakt(tmp_path: Path) -> tuple[Path, dict[str, Any]]:
    """What a demo leaves in which all is well, with as little in it as that takes."""
    gezegd = {
        plaats.sleutel: [
            f"hier heten ze {plaats.woord}",
            f"aangeboden aan {plaats.naar}",
            "de gemeente heeft elk contact, het signaal, de melding en de overdracht",
        ]
        for plaats in PLAATSEN
    }
    delen = {"": ["alles verstuurd"], "de middag": ["getekend"], **gezegd}
    stappen = [
        {"naam": f"Stap {deel}", "deel": deel, "controles": controles, "beelden": ["beeld.png"], "toetsen": 26}
        for deel, controles in delen.items()
    ]
    geteld = ("operaties", "verzoeken", "bytes_omhoog", "bytes_omlaag", "seconden", "seconden_tot_eerste_beeld")
    totaal = dict.fromkeys(geteld, 1) | {"afgebroken": 3, "invoeren_eenvoudige_vraag": 15, "waarvan_getypt": 8}
    (tmp_path / EIGEN[1]).write_text(
        "seconden tot eerste beeld" + "data:image/png;base64,AA " * len(stappen), encoding="utf-8"
    )
    (tmp_path / voorbeelden.NAAM).mkdir()
    (tmp_path / voorbeelden.NAAM / "plan.txt").write_text("Het plan", encoding="utf-8")
    for naam in ("plan", "ondersteuningsplan"):
        (tmp_path / f"{naam}.pdf").write_bytes(b"%PDF-1.7")
    for naam in ("plan-blad-1", *(f"{plaats.sleutel}-wegwijzer" for plaats in PLAATSEN)):
        (tmp_path / f"001-{naam}.png").write_bytes(b"")
    return tmp_path, {"stappen": stappen, "totaal": totaal | {"handelingen_van_doel_naar_tekenen": 3}}


def kijk(uit: Path, gegevens: dict[str, Any]) -> None:
    (uit / EIGEN[0]).write_text(json.dumps(gegevens), encoding="utf-8")
    geheel.check(uit, DELEN)


def _in_page(oud: str, nieuw: str) -> Breuk:
    def breek(uit: Path, gegevens: dict[str, Any]) -> None:
        pagina = uit / EIGEN[1]
        pagina.write_text(pagina.read_text(encoding="utf-8").replace(oud, nieuw, 1), encoding="utf-8")

    return breek


def _total(naam: str, getal: int) -> Breuk:
    return lambda _, gegevens: gegevens["totaal"].update({naam: getal})


def _step(nummer: int, **anders: object) -> Breuk:
    return lambda _, gegevens: gegevens["stappen"][nummer].update(anders)


def _gone(naam: str) -> Breuk:
    return lambda uit, _: (uit / naam).unlink()


BREUKEN: dict[str, tuple[Breuk, str]] = {
    "a step without a check": (_step(1, controles=[]), "Stap «Stap de middag» heeft niets gecontroleerd"),
    "a part that was not played": (lambda _, gegevens: gegevens["stappen"].pop(), "anders gespeeld dan gevraagd"),
    "two municipalities in another order": (
        lambda _, gegevens: gegevens["stappen"].reverse(),
        "anders gespeeld dan gevraagd",
    ),
    "a word of another municipality": (_step(3, controles=["hier heten ze leefgebieden"]), "levensdomeinen"),
    "nothing typed there": (_step(4, toetsen=25), "In Stolwijk is er bijna niets getypt"),
    "no picture of its wegwijzer": (_gone("001-dalfsen-wegwijzer.png"), "Van Nieuwleusen"),
    "a page that fetches something": (_in_page("seconden", "<img src='https://elders'> seconden"), "van elders"),
    "a picture that is not on the page": (_in_page("data:image/png;base64,AA", ""), "niet elk beeld"),
    "a page without the numbers": (_in_page("seconden tot", ""), "de cijfers niet"),
    "nothing sent": (_total("bytes_omhoog", 0), "bytes_omhoog"),
    "a line that did not drop": (_total("afgebroken", 2), "niet 3 keer"),
    "too much asked": (_total("invoeren_eenvoudige_vraag", 16), "15 invoeren"),
    "too much typed": (_total("waarvan_getypt", 9), "meer worden getypt"),
    "too long a way to signing": (_total("handelingen_van_doel_naar_tekenen", 4), "4 handelingen"),
    "no signed plan": (_gone("ondersteuningsplan.pdf"), "ondersteuningsplan"),
    "no example of any paper": (_gone("voorbeelden/plan.txt"), "geen voorbeelden"),
    "an example that is no paper": (lambda uit, _: (uit / "plan.pdf").write_bytes(b"leeg"), "Het papier plan"),
    "an example without a picture": (_gone("001-plan-blad-1.png"), "Van plan is er geen beeld"),
}


@pytest.mark.parametrize("wat", BREUKEN)
def test_whatever_is_missing_from_the_whole_ends_the_demo_with_its_name(
    wat: str, gemaakt: tuple[Path, dict[str, Any]]
) -> None:
    uit, gegevens = gemaakt
    kijk(uit, gegevens)
    breek, gezegd = BREUKEN[wat]
    breek(uit, gegevens)
    with pytest.raises(WerkdagMislukt) as mis:
        kijk(uit, gegevens)
    assert gezegd in str(mis.value)
