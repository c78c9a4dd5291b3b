"""The three municipalities of the morning: where it is held, and what goes on there as that municipality works."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Triagekeuze:
    """What is judged here, by name of a box or list: the level (BMWE) or the class by its proposal, and the route."""

    niveau: str = ""
    waarneming: tuple[str, str] | None = None
    """A row of the matrix with the answer; then the app proposes a class."""
    klasse: str = ""
    """The class that follows from it."""
    route: str = ""


@dataclass(frozen=True, slots=True)
class Plaats:
    """`sleutel` names the profile. `naar` is who gets the question, as people read it."""

    sleutel: str
    kern: str
    plek: str
    team: str
    woord: str
    """What a life domain is called here."""
    triage: Triagekeuze
    naar: str
    voorgesteld: bool
    """Whether the app fills in `naar` itself, after the route that was chosen."""


PLAATSEN = (
    Plaats(
        sleutel="bmwe",
        kern="Bedum",
        plek="Dorpshuis Bedum",
        team="Kernnetwerk",
        woord="leefgebieden",
        triage=Triagekeuze(niveau="nu.basisondersteuning"),
        naar="Joris Proefstra",
        voorgesteld=False,
    ),
    Plaats(
        sleutel="dalfsen",
        kern="Nieuwleusen",
        plek="Infopunt in het kulturhus van Nieuwleusen",
        team="Infopunt",
        woord="levensdomeinen",
        triage=Triagekeuze(waarneming=("samenhang", "ja"), klasse="enkelvoudig", route="maatwerk"),
        naar="Multidisciplinair team",
        voorgesteld=True,
    ),
    Plaats(
        sleutel="krimpenerwaard",
        kern="Stolwijk",
        plek="Loket Samenleving & Zorg",
        team="Triageteam",
        woord="levensdomeinen",
        triage=Triagekeuze(waarneming=("samenhang", "ja"), klasse="enkelvoudig_licht", route="maatwerk"),
        naar="Maatwerkteam",
        voorgesteld=True,
    ),
)

KAART = (
    ("naam", "rubriek", "kern", "wat", "wanneer", "telefoon", "toegang"),
    ("Eettafel De Proef", "maaltijd", "{kern}", "Samen warm eten", "donderdag om 12 uur", "0000 - 00 00 00", ""),
    ("Koffie-inloop De Proef", "ontmoeting", "{kern}", "Koffie en een praatje", "dinsdag van 9 tot 12 uur", "", ""),
)
"""The table with which the sociale kaart begins there; `{kern}` is where the morning is."""
