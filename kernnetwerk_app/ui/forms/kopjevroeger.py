"""What an onderzoek still tells of a list that was another one when it began (OND-14)."""

from kernnetwerk_app.domain.onderzoek import UITKOMSTEN, VOOR
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.services.onderzoek import Kopje
from kernnetwerk_app.teksten import load


def kop_van(kopje: Kopje) -> str:
    """The heading; one that no list has any more is known by its key alone, which is made of its words."""
    kop = kopje.sleutel.removeprefix(VOOR).replace("_", " ").capitalize()
    return load("onderzoek")("lijst.vervallen_kop", kop=kop)


def bevonden(profiel: Gemeenteprofiel, kopje: Kopje) -> tuple[str, str]:
    """The words, and with them what came out; where there are no words, what came out."""
    lijsten = (profiel.lijst(naam) for naam in UITKOMSTEN.values())
    keuze = next((keuze for lijst in lijsten if (keuze := lijst.find(kopje.uitkomst)) is not None), None)
    uitkomst = keuze.label if keuze is not None else kopje.uitkomst
    return (kopje.woorden, uitkomst) if kopje.woorden else (uitkomst, "")


def begon_met(sjabloon: str) -> str:
    """The lists with which it began, by the names under which they stand on the page."""
    t = load("onderzoek")
    delen = (deel.rpartition(" ") for deel in sjabloon.split(", "))
    return ", ".join(
        t("lijst.begon", titel=t(sleutel) if (sleutel := f"lijst.{naam}") in t else naam, versie=versie)
        for naam, _, versie in delen
    )
