"""The household of the afternoon, all of it made up: two adults, a child of parted parents, and one of their own."""

from dataclasses import dataclass

VRAAG = "Mijn benen doen het steeds minder. Karin doet alles thuis en Mees gaat niet meer naar school."
ACHTERNAAM = "Verzonnen"
VADER_ELDERS = "Bram Bedachtsma"
"""The other parent of Mees, with gezag; not at the table today."""
REACTIE = "Ik teken voor de hulp. Over de school denk ik anders."


@dataclass(frozen=True, slots=True)
class Lid:
    """One more person of the household; `ouders`: who has the gezag over a child."""

    voornaam: str
    achternaam: str
    rol: str
    geboren: str
    ouders: tuple[str, ...] = ()


KARIN = Lid("Karin", ACHTERNAAM, "partner", "3-5-1983")
MEES = Lid("Mees", "Bedachtsma", "kind", "12-2-2014", (f"Karin {ACHTERNAAM}", VADER_ELDERS))
SAAR = Lid("Saar", ACHTERNAAM, "kind", "30-8-2019", (f"Henk {ACHTERNAAM}", f"Karin {ACHTERNAAM}"))
LEDEN = (KARIN, MEES, SAAR)

EIGEN_WOORDEN = "Ik slaap slecht en ik durf dat thuis niet te zeggen."
"""Told by the mantelzorger apart: on no paper and on no turned screen of the household."""
VEILIG = "Thuis vallen er soms harde woorden."
"""A safety answer: on no paper and on no turned screen at all."""
APART = "Ik ben moe, maar dat zeg ik niet hardop."
"""Karin's own answer of the gesprek, asked apart: on her own paper and on no other."""
WAARVAN_NIETS_OP_PAPIER = (EIGEN_WOORDEN, VEILIG, APART)

GESPREK = {
    "sociaal_netwerk": {
        "goed": "Oma Truus eet elke woensdag mee en de buren letten op.",
        "wens": "Wij willen weer eens samen op pad.",
    },
    "gezin_en_opvoeding": {
        "goed": "Wij lachen veel met elkaar.",
        "lastig": "Karin is altijd bezig en komt nergens aan toe.",
        "wens": "Karin wil een avond in de week voor zichzelf.",
    },
    "lichamelijke_gezondheid": {
        "lastig": "De trap kost mij te veel. Douchen lukt niet alleen.",
        "wens": "Ik wil zelf kunnen douchen.",
    },
    "dagelijks_leven": {"goed": "Mees kookt graag.", "lastig": "Mees gaat sinds maart niet meer naar school."},
}

DOELEN: dict[str, tuple[str, ...]] = {
    "Ik wil zelf kunnen douchen.": (
        "Ik zet elke avond mijn spullen klaar op de kruk.",
        "Hulp in huis helpt mij twee keer per week onder de douche.",
    ),
    "Karin wil een avond in de week voor zichzelf.": (
        "Oma Truus past op donderdag op Saar en Mees.",
        "De eettafel in het dorp kookt op donderdag voor ons.",
    ),
    "Mees wil na de zomer weer naar school.": (
        "Mees fietst elke dag een keer langs de school.",
        "De jeugdhulp gaat elke week een uur met Mees mee.",
    ),
}
HULP, JEUGD = (1, 2, "wmo"), (3, 2, "jeugdwet")
"""Goal, line and law of what a professional does."""
STAPPEN = ("Karin belt Oma Truus over donderdag.", "Henk kiest een film voor die avond.")
SCHILDWOORDEN = (
    ACHTERNAAM,
    "Bedachtsma",
    "doen het steeds minder",
    "Oma Truus",
    "zelf kunnen douchen",
    "anders over de school",
    EIGEN_WOORDEN,
    VEILIG,
)
"""Of this household none may stand readable in any file of a laptop, a log or a temp folder."""
