"""A made-up resident's plan for the tests of paper. Nobody in it exists."""

from datetime import date, time
from math import sin
from typing import Any
from uuid import UUID

from kernnetwerk_app.documents.asked import Dagstand
from kernnetwerk_app.documents.house_style import load_house_style
from kernnetwerk_app.documents.qr import Kenmerk
from kernnetwerk_app.documents.reaction import OndertekeningBeeld
from kernnetwerk_app.documents.signing import Strepen
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze
from kernnetwerk_app.domain.planversie import (
    InhoudAfspraak,
    InhoudAntwoord,
    InhoudContact,
    InhoudDoel,
    InhoudLeefgebied,
    InhoudStap,
    InhoudTekenaar,
    InhoudVoorziening,
    PlanInhoud,
)
from kernnetwerk_app.profielen import load_profiel

STIJL = load_house_style()
ENGELS = load_profiel("oefenen").vertalingen["engels"]
TWEETALIG = load_house_style(frozenset({ENGELS}))
KENMERK = Kenmerk(UUID("0196549a-1c2d-7000-8000-0123456789ab"), "7F3K9QXD42")

DOEL_1 = InhoudDoel(
    nummer=1,
    tekst="Ik wil elke week weer een keer de deur uit.",
    resultaat="Ik ga elke dinsdag naar de eettafel.",
    stappen=(
        InhoudStap(tekst="De dienstregeling van de buurtbus halen", gedaan=True),
        InhoudStap(tekst="Samen één keer proefrijden"),
    ),
    afspraken=(
        InhoudAfspraak(
            wie="Ik zelf",
            soort="inwoner",
            tekst="Ik bel de buurtbus en maak één proefrit met Karin.",
            wanneer="vóór 1 mei",
            terugkijk=date(2027, 6, 29),
        ),
        InhoudAfspraak(
            wie="Buurvrouw Riet",
            soort="netwerk",
            tekst="Riet gaat op dinsdag met mij mee naar de eettafel.",
            begin=date(2027, 5, 4),
            akkoord="akkoord",
        ),
        InhoudAfspraak(
            wie="De buurtbus",
            soort="algemene voorziening",
            tekst="De bus haalt ons om 11.30 uur op en brengt ons terug.",
            wanneer="elke dinsdag",
            akkoord="niet akkoord",
            opmerking="Half twaalf is te vroeg.",
        ),
    ),
)
DOEL_2 = InhoudDoel(
    nummer=2,
    tekst="Ik wil een schoon huis, zonder dat Karin elke zaterdag komt poetsen.",
    afspraken=(
        InhoudAfspraak(
            wie="Hulp in huis",
            soort="professional",
            tekst="Een vaste hulp doet de vloeren, het bad en het bed.",
            wanneer="2 uur, om de week",
            begin=date(2027, 6, 1),
            terugkijk=date(2027, 9, 1),
            waarom="Bukken en tillen lukt niet meer. Karin heeft zelf rugklachten.",
        ),
    ),
)

AL_GEVRAAGD, HULP, VERVOER = (UUID(int=nummer, version=4) for nummer in (1, 2, 3))
"""Lines of the plan that can be asked for with a signature: the first was, before this paper was printed."""
OM_TE_TEKENEN: dict[str, Any] = {
    "tekenen": (InhoudTekenaar(naam="Karin Voorbeeld", als="mentor"), InhoudTekenaar(naam="Bram", als="partner")),
    "aan_te_vragen": (
        InhoudVoorziening(afspraak_id=AL_GEVRAAGD, wat="Een traplift."),
        InhoudVoorziening(afspraak_id=HULP, wat="Hulp in huis: een vaste hulp doet de vloeren."),
        InhoudVoorziening(afspraak_id=VERVOER, wat="Vervoer naar de eettafel."),
    ),
}
"""For `voorbeeld_inhoud`: who decide on it too, and what there is to ask for."""
EERDER = {AL_GEVRAAGD: (date(2027, 4, 6), date(2027, 4, 13))}
STAND = Dagstand(EERDER, nog_niet=("Bram",))


def voorbeeld_inhoud(**anders: Any) -> PlanInhoud:
    """The example, with other values for some of its fields."""
    waarden: dict[str, Any] = {
        "gemeente": "Voorbeeldland",
        "titel": "Mijn plan",
        "plansoort": "ondersteuningsplan",
        "van": "mevrouw Voorbeeld-Jansen",
        "adres": "Modelweg 12, Voorbeelderveen",
        "datum": date(2027, 4, 20),
        "nummer": 2,
        "vraag": "Ik wil hier blijven wonen. Maar het huis krijg ik niet meer schoon.",
        "waar_het_om_gaat": "Mevrouw wil in haar huis blijven en mist mensen om zich heen.",
        "al_geprobeerd": "Karin poetst elke zaterdag. Dat wordt te zwaar.",
        "aanwezig": "Mevrouw zelf en haar dochter Karin.",
        "zelf": "Ik doe zelf de was en ik kook elke dag.",
        "kansen": "De eettafel zoekt mensen die kunnen koken.",
        "leefgebieden": (
            InhoudLeefgebied(naam="Huisvesting", goed="Het huis is ruim.", lastig="De vloeren blijven liggen."),
            InhoudLeefgebied(
                naam="Sociaal netwerk",
                lastig="Ik kom bijna nergens.",
                wens="Ik wil weer kaarten.",
                antwoorden=(
                    InhoudAntwoord(label="Hoe is het nu?", woorden="Ik zie vooral Karin.\n\nOp zondag belt mijn zoon."),
                    InhoudAntwoord(label="Wat zou een goede week zijn?", woorden="Drie keer mensen zien.", stem=True),
                ),
            ),
            InhoudLeefgebied(
                naam="Dagbesteding", antwoorden=(InhoudAntwoord(label="Welke hulp is er nu?", woorden="Nog geen."),)
            ),
            InhoudLeefgebied(naam="Financiën"),
        ),
        "doelen": (DOEL_1, DOEL_2),
        "route": ("Vraag", "Gesprek", "Plan", "Ons besluit", "Doen", "Terugkijken"),
        "route_nu": 2,
        "verder": ("Hulp in huis vraagt u aan met een formulier.", "U krijgt ons besluit binnen 2 weken."),
        "contact": InhoudContact(naam="Sanne Modelman", functie="uw contactpersoon", telefoon="0000 - 00 00 00"),
        "terugkijk": date(2027, 6, 29),
    }
    return PlanInhoud(**(waarden | anders))


TEKENPLAN = voorbeeld_inhoud(**OM_TE_TEKENEN)


def maak_strepen() -> Strepen:
    """A scribble of 70 mm with a dot."""
    boog = tuple((5 + i * 0.8, 12 - 8 * abs(sin(i / 6)), 0.35 + 0.2 * sin(i / 3)) for i in range(90))
    return boog, ((30.0, 14.0, 0.6),)


def maak_beeld(**anders: Any) -> OndertekeningBeeld:
    waarden: dict[str, Any] = {
        "keuze": Keuze.GEZIEN,
        "reactie": "Ik wil eerst weten wie er komt.",
        "naam": "mevrouw Voorbeeld-Jansen",
        "hoedanigheid": Hoedanigheid.INWONER,
        "datum": date(2027, 4, 20),
        "tijd": time(14, 21),
        "strepen": maak_strepen(),
    }
    return OndertekeningBeeld(**(waarden | anders))


GETEKEND = (
    maak_beeld(vraagt_aan=frozenset({HULP}), eerder=EERDER),
    maak_beeld(naam="Karin Voorbeeld", hoedanigheid=Hoedanigheid.MENTOR, eerder=EERDER | {HULP: (date(2027, 4, 20),)}),
)
"""Two who signed with boxes: one ticked and one left empty; what was asked for before was not theirs to tick."""
