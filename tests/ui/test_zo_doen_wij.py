"""*Zo doen wij het hier* on the page Onze werkwijze: what a municipality chose, row by row of table 2a."""

import pytest

from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services.werkwijze import zo_doen_wij
from kernnetwerk_app.ui.screens.werkwijze import WerkwijzeScreen
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from tests.profielen.test_varianten import GEMEENTEN
from tests.ui.gemeenten import gemeente as gemeente
from tests.ui.gemeenten import line, per
from tests.ui.gemeenten import plek as plek
from tests.ui.gemeenten import werkwijze as werkwijze

HIER: dict[str, tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "V-04": (
        "gesprek",
        ("De vaste basis: De elf leefgebieden.",),
        ("De manier van kijken: Mijn plaatje.",),
        ("De manier van kijken: Mijn plaatje.",),
    ),
    "V-09": (
        "contactpersoon",
        ("Die blijft, ook als er maatwerk komt.",),
        ("Er is er één, en die houdt een vinger aan de pols.",),
        ("Ons stuk zegt hier niets over.",),
    ),
    "V-12": (
        "lichte_hulp",
        ("Basisondersteuning", "Dit geeft: Kernnetwerk."),
        ("Kortdurende ondersteuning", "Dit geeft: Infopunt."),
        ("Basishulp", "Dit geeft: Sociale basis, Triageteam, Maatwerkteam."),
    ),
    "V-17": (
        "aanbod",
        ("In wat er al is, en wat de gemeente regelt.", "Per wet:"),
        ("In vier treden, van licht naar zwaar.",),
        ("In de drie lagen van de sociale basis.", "In samen of alleen"),
    ),
    "V-18": (
        "einde",
        ("We gaan door als er maatwerk is.",),
        ("Ook daarna houden we een vinger aan de pols.",),
        ("We gaan mee tot en met de procesregie.",),
    ),
    "V-19": (
        "voorschrift",
        ("We werken op één manier. Wie een reden heeft, mag afwijken.",),
        ("De stappen liggen vast. Daarbinnen doet u wat nodig is.",),
        ("We werken overal op dezelfde manier.",),
    ),
    "V-20": (
        "delen",
        ("De inwoner bepaalt wat we delen.",),
        ("We delen volgens de AVG.",),
        ("We delen volgens de AVG.", "De Wams komt daar later bij.", "verwerkingsovereenkomst"),
    ),
    "V-22": (
        "toegang",
        ("Dat is de hele weg, van vraag tot oplossing.",),
        ("Dat is de plek waar iemand binnenkomt, en ook de hele weg daarna.",),
        ("Die begint in de sociale basis en hoort daarbij.",),
    ),
}
"""By row of the table what stands under *Zo doen wij het hier*: which line, and what it says in each municipality."""


def test_how_we_do_it_here_says_what_my_municipality_chose_and_not_what_another_did(
    werkwijze: WerkwijzeScreen, gemeente: str
) -> None:
    for rij, (sleutel, *waarden) in HIER.items():
        gezegd = line(werkwijze, sleutel)
        hier = waarden[GEMEENTEN.index(gemeente)]
        elders = {deel for waarde in waarden for deel in waarde} - set(hier)
        assert [deel for deel in hier if deel not in gezegd] == [], rij
        assert [deel for deel in elders if deel in gezegd] == [], rij
    assert "Eerst geldt altijd de wet." in line(werkwijze, "delen")


def test_v23_the_starting_points_stand_there_as_our_paper_calls_them(werkwijze: WerkwijzeScreen, gemeente: str) -> None:
    namen = [rij.title.text() for rij in werkwijze.findChildren(InfoRow)]
    eigen = "De ondersteuning in het ondersteuningsplan is passend en samenhangend"
    eerste = per(gemeente, eigen, "Afstemming op alle relevante leefgebieden", eigen)
    begin_ = namen.index(eerste)
    assert namen[begin_:] == [keuze.label for keuze in load_profiel(gemeente).lijst("uitgangspunten").keuzes]


@pytest.mark.eis("RES-13")
def test_i_read_with_whom_my_municipality_agreed_what(werkwijze: WerkwijzeScreen) -> None:
    """The three ship without a register: it is the municipality's own."""
    assert "Dan gaat er niets naar een organisatie." in line(werkwijze, "partners")
    regels = {g.sleutel: g.zinnen for g in zo_doen_wij(load_profiel("oefenen"))}["partners"]
    assert "Huisartsen De Proef: gegevensdeling 2026-014, vanaf do 1 januari 2026." in regels
