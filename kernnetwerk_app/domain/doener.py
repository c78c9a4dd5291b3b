"""Who does a line of the plan, guessed from how its sentence starts. What is guessed is printed as a name, so in doubt
there is none: a wrong name on a paper that one signs is worse than an empty one.
"""

from collections.abc import Sequence

from kernnetwerk_app.domain.plan import Wie


def _set(woorden: str) -> frozenset[str]:
    return frozenset(woorden.split())


_LEESTEKENS = "\"'`.,;:!?()[]…“”„‘’«»-"

_ZELF = frozenset({"ik", "ikzelf", "wij", "we", "samen", "mevrouw", "meneer"})
_BEZIT = frozenset({"mijn", "m'n", "onze", "ons", "haar", "zijn", "hun"})
_LIDWOORD = frozenset({"de", "het", "een"})
_NADER = frozenset({"oudste", "jongste", "middelste", "andere", "beste", "goede", "oude"})
_NAASTE = _set(
    "zus zusje zussen broer broertje broers zoon zoons dochter dochters man vrouw partner vriend vriendin vrienden "
    "moeder vader ouders kind kinderen kleinzoon kleindochter kleinkind kleinkinderen oma opa oom tante neef nicht "
    "schoonzus schoonzoon schoondochter schoonmoeder schoonvader zwager buurman buurvrouw buren kennis kennissen "
    "familie collega nichtje neefje"
)
_DIENSTEN = frozenset({"bus", "buurtbus", "dagbesteding", "eettafel", "kerk", "club", "koor", "vereniging", "winkel"})
_ALLEEN_TE_NOEMEN = _set("buurman buurvrouw oom tante opa oma zus broer neef nicht")
"""Also without a word for whose: `Buurvrouw Riet`."""
_VRIJWILLIGER = _set("vrijwilliger vrijwilligers vrijwilligster maatje taalmaatje wandelmaatje buddy")
_BEROEP = _set(
    "gemeente thuiszorg wijkverpleging wijkverpleegkundige wijkteam huisarts praktijkondersteuner fysiotherapeut fysio "
    "ergotherapeut psycholoog consulent casemanager verpleegkundige apotheek apotheker hulp thuishulp huishoudhulp "
    "begeleider bewindvoerder mentor arts dokter tandarts school leerkracht politie ziekenhuis"
)
_TUSSENVOEGSEL = frozenset({"van", "de", "der", "den", "ten", "ter", "te"})
_GEEN_NAAM = _set(
    "elke elk ieder iedere iedereen iemand niemand zij ze hij het dit dat die deze er dan daar hier nu straks soms "
    "altijd vaak ook als wie wat waar wanneer men jij je u jullie alles niets niet eerst daarna morgen overmorgen "
    "vandaag volgende maandag dinsdag woensdag donderdag vrijdag zaterdag zondag bus buurtbus zorg dagbesteding "
    "eettafel kerk club koor vereniging bank winkel post was tuin huis poetshulp bezoek vervoer taxi ondersteuning "
    "schoonmaak maaltijd eten koffie thee afwas ramen vloeren wassen koken poetsen strijken geld allebei beide graag "
    "misschien verder later binnenkort sinds vanaf tot voor na bij met op in aan om uit naar over zonder wel geen nog "
    "maar en of want dus zo hoe waarom heeft is gaat komt doet kan wil mag moet zal wordt blijft helpt belt brengt"
)
"""Words with which a sentence starts that are no name, though they have its capital there and a verb may follow."""
_EINDE = _set(
    "ing heid schap dienst hulp zorg bus team therapeut arts club koor tafel winkel loket bank kundige werker "
    "begeleider centrum groep school"
)
"""How words end that are no name either."""
_GEEN_DAAD = _set("het met niet uit tot want dat wat dit echt moet wordt is blijft staat ligt zit lukt kost heet weet")
"""Words on a t that are no verb, or of which the subject does nothing: `Het dak moet ...`."""
_DOET = frozenset({"kan", "wil", "zal", "mag", "is", "wordt", "blijft", "moet"})
"""Verbs without that t, and those of which a person can be the subject."""
_VOORNAAMWOORD = frozenset({"ik", "we", "wij", "ze", "zij", "hij", "je", "jij", "u"})

_LANG = 7
"""Letters of the longest word on -en that may be a name: `Maarten`, and no `Boodschappen`."""


def raad_wie(zin: str) -> tuple[Wie, str | None]:
    """The kind of doer and a name, from a lead that is known (`Ik ...`, `Mijn zus Riet ...`, `De buurtbus haalt ...`,
    `Karin gaat ...`); a proposal, and no name when it is not plain.
    """
    woorden = [kaal for woord in zin.split() if (kaal := woord.strip(_LEESTEKENS))]
    klein = [woord.lower() for woord in woorden]
    if not woorden:
        return Wie.PROFESSIONAL, None
    if klein[0] in _ZELF and not (klein[0] in ("mevrouw", "meneer") and _is_naam(woorden, 1)):
        return Wie.INWONER, None
    gevonden = _naaste(woorden, klein) or _vrijwilliger(woorden, klein) or _dienst(woorden, klein)
    if gevonden is None and (naam := _eigennaam(woorden, klein)):
        gevonden = Wie.NETWERK, naam
    if gevonden is None and {"ik", "wij", "we"} & set(klein[1:5]):
        gevonden = Wie.INWONER, None
    return gevonden or (Wie.PROFESSIONAL, None)


def past_bij(zin: str, wie: Wie, naam: str | None) -> str | None:
    """The name that still fits when a person chose this kind: one that was guessed for another kind does not."""
    geraden, geraden_naam = raad_wie(zin)
    return None if naam == geraden_naam and wie is not geraden else naam


def _naaste(woorden: Sequence[str], klein: Sequence[str]) -> tuple[Wie, str | None] | None:
    """`Mijn oudste zus Riet`, `De buurvrouw`, `Buurman Jan`."""
    wat = 1 if klein[0] in _BEZIT | _LIDWOORD else 0
    if wat and len(klein) > 2 and klein[1] in _NADER:
        wat = 2
    bekend = _NAASTE if wat else _ALLEEN_TE_NOEMEN
    if len(klein) <= wat or klein[wat] not in bekend:
        return None
    if klein[wat + 1 : wat + 3] == ["en", "ik"]:
        return Wie.INWONER, None
    if klein[0] == "een":
        return Wie.NETWERK, None
    return Wie.NETWERK, " ".join([_met_hoofdletter(woorden[0]), *klein[1 : wat + 1], *_namen(woorden, wat + 1)])


def _vrijwilliger(woorden: Sequence[str], klein: Sequence[str]) -> tuple[Wie, str | None] | None:
    """`Vrijwilliger van de kerk`, `Mijn maatje Jan`."""
    wat = 1 if klein[0] in _BEZIT | _LIDWOORD else 0
    if len(klein) <= wat or klein[wat] not in _VRIJWILLIGER:
        return None
    if klein[0] == "een":
        return Wie.VRIJWILLIGER, None
    return Wie.VRIJWILLIGER, " ".join([_met_hoofdletter(woorden[0]), *klein[1 : wat + 1], *_namen(woorden, wat + 1)])


def _dienst(woorden: Sequence[str], klein: Sequence[str]) -> tuple[Wie, str | None] | None:
    """`De buurtbus haalt ...` is there for everyone, `De huisarts ...` is a professional."""
    wat = 1 if klein[0] in _BEZIT | _LIDWOORD else 0
    if len(klein) <= wat:
        return None
    if klein[wat] in _BEROEP:
        return Wie.PROFESSIONAL, f"De {klein[1]}" if klein[0] == "de" else None
    if klein[0] not in ("de", "het") or not _is_daad(klein, 2) or klein[1] in _GEEN_NAAM - _DIENSTEN:
        return None
    return Wie.ALGEMENE_VOORZIENING, f"{_met_hoofdletter(klein[0])} {woorden[1]}"


def _eigennaam(woorden: Sequence[str], klein: Sequence[str]) -> str | None:
    """`Karin brengt ...`, `Els van den Berg komt ...`, `Karin en Riet gaan ...`: a verb has to follow."""
    if klein[0] in _GEEN_NAAM | _BEZIT | _LIDWOORD | _ZELF | _NAASTE | _BEROEP or not _is_naam(woorden, 0):
        return None
    if klein[0].endswith(tuple(_EINDE)) or (klein[0].endswith("en") and len(klein[0]) > _LANG):
        return None
    naam = _namen(woorden, 0)
    daad = len(naam)
    is_daad = _is_daad(klein, daad) or (daad < len(klein) and klein[daad] in _DOET)
    doen_samen = "en" in naam and daad < len(klein) and klein[daad].endswith("n")
    if (is_daad or doen_samen) and not _is_onderwerp(woorden, klein, daad + 1):
        return " ".join(naam)
    return None


def _is_onderwerp(woorden: Sequence[str], klein: Sequence[str], nummer: int) -> bool:
    """Whether somebody else stands here who may be the one that does it: `Boodschappen doet Karin`."""
    if nummer >= len(klein):
        return False
    is_naaste = klein[nummer] in _BEZIT and nummer + 1 < len(klein) and klein[nummer + 1] in _NAASTE
    return is_naaste or klein[nummer] in _VOORNAAMWOORD or _is_naam(woorden, nummer)


def _namen(woorden: Sequence[str], vanaf: int) -> list[str]:
    """The names that start at this word, with what joins them; empty when there is none."""
    gevonden: list[str] = []
    los: list[str] = []
    for nummer in range(vanaf, len(woorden)):
        woord = woorden[nummer]
        if _is_naam(woorden, nummer):
            gevonden += [*los, woord]
            los = []
        elif woord in _TUSSENVOEGSEL or (woord == "en" and gevonden):
            los.append(woord)
        else:
            break
    return gevonden


def _is_naam(woorden: Sequence[str], nummer: int) -> bool:
    """A word with one capital, in front, and nothing but letters: `Riet`, `Jan-Willem`; no `KNO` and no `X`."""
    if nummer >= len(woorden):
        return False
    woord = woorden[nummer]
    delen = woord.replace("'", "-").split("-")
    return len(woord) > 1 and woord[0].isupper() and all(d.isalpha() and d[1:] == d[1:].lower() for d in delen)


def _is_daad(klein: Sequence[str], nummer: int) -> bool:
    """Whether this word is a verb of which the one before it is the doer: `haalt`, `gaat`."""
    return nummer < len(klein) and klein[nummer].endswith("t") and klein[nummer] not in _GEEN_DAAD


def _met_hoofdletter(woord: str) -> str:
    return woord[:1].upper() + woord[1:].lower()
