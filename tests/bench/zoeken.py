"""Searching: how long a worker waits after each key, on the sociale kaart and in all that was written."""

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QApplication

from kernnetwerk_app.domain.contact import Contact, ContactSoort
from kernnetwerk_app.domain.voorziening import GRAAD, Bereik, Stand, Voorziening
from kernnetwerk_app.services import voorziening
from kernnetwerk_app.services.voorziening import Zoekvraag
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.services.wijziging import changes_in
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.socialekaart import SocialeKaartScreen
from kernnetwerk_app.ui.tasks import Tasks
from kernnetwerk_app.ui.theme import STYLE_ARGUMENTS, Theme
from tests.bench.rij import Rij
from tests.factories import make_werkplek, nieuwe_melding
from tests.ui.schermen import VENSTER, Wegwijzer

VOORZIENINGEN, CONTACTEN = 5_000, 20_000
DOEL_MS = 50
PER_KEER = 500
GETYPT = ("mijn man rijdt niet meer", "eenzaam en alleen", "schulden", "samen eten", "opvoeden", "wandelen in de buurt")
_WOORDEN = [
    "samen",
    "eten",
    "koffie",
    "praten",
    "wandelen",
    "zwemmen",
    "zingen",
    "lezen",
    "schrijven",
    "rekenen",
    "geld",
    "schulden",
    "brieven",
    "kind",
    "ouders",
    "jeugd",
    "spelen",
    "tuin",
    "klus",
    "lamp",
    "bus",
    "taxi",
    "rijden",
    "dokter",
    "huis",
    "schoon",
    "wonen",
    "huur",
    "energie",
    "mantelzorg",
    "adempauze",
    "rouw",
    "verdriet",
    "vergeten",
    "taal",
    "computer",
    "werk",
    "solliciteren",
    "vrijwilliger",
    "buurt",
    "dorp",
    "plein",
    "school",
    "kerk",
    "sporthal",
    "bibliotheek",
    "bakker",
    "markt",
    "boerderij",
]


def measure() -> Iterator[Rij]:
    with tempfile.TemporaryDirectory() as map_:
        plek = make_werkplek(Path(map_))
        toeval = random.Random(7)
        _vul(plek, toeval)
        yield Rij("zoeken: plekken op de kaart", None, VOORZIENINGEN, "stuks")
        yield Rij("zoeken: contacten", None, CONTACTEN, "stuks")
        begin = time.perf_counter()
        with plek.store.read() as lezer:
            kaart = voorziening.load(plek, lezer)
        yield Rij("zoeken: kaart laden", None, round((time.perf_counter() - begin) * 1000), "ms")
        kern = plek.profiel.kernen[0].naam

        def op_de_kaart(getypt: str) -> int:
            return len(voorziening.zoek(kaart, Zoekvraag(getypt, vanuit=kern, manier="fiets")))

        def overal(getypt: str) -> int:
            with plek.store.read() as lezer:
                return len(lezer.zoek(getypt))

        yield from _per_toets("zoeken: toets op de kaart", op_de_kaart)
        yield from _per_toets("zoeken: toets in alles", overal)
        yield from _per_toets("zoeken: toets op het scherm", _scherm(plek))
        plek.store.close()


def _scherm(plek: Werkplek) -> Callable[[str], int]:
    """The screen itself, with its rows: what is typed until they are painted."""
    app = QApplication.instance() or QApplication(["bench", *STYLE_ARGUMENTS])
    assert isinstance(app, QApplication)
    theme = Theme()
    theme.apply(app)
    tasks = Tasks(changes_in)
    wegwijzer = Wegwijzer()
    scherm = SocialeKaartScreen(Omgeving(theme, tasks, plek, wegwijzer, lambda: None, wegwijzer.fouten.append))
    scherm.resize(*VENSTER)
    scherm.show()
    scherm.refresh()
    while tasks.busy:
        app.processEvents()
    tasks.close()

    def typ(getypt: str) -> int:
        scherm.zoekveld.setText(getypt)
        app.processEvents()
        return 0

    return typ


def _per_toets(naam: str, zoek: Callable[[str], int]) -> Iterator[Rij]:
    """The median and the worst of every key of the typed sentences."""
    tijden = []
    for zin in GETYPT:
        for letters in range(1, len(zin) + 1):
            begin = time.perf_counter()
            zoek(zin[:letters])
            tijden.append((time.perf_counter() - begin) * 1000)
    yield Rij(naam, DOEL_MS, round(statistics.median(tijden), 1), "ms mediaan")
    yield Rij(f"{naam}, traagste", None, round(max(tijden), 1), "ms")


def _zin(toeval: random.Random, hoeveel: int) -> str:
    return " ".join(toeval.choices(_WOORDEN, k=hoeveel))


def _vul(plek: Werkplek, toeval: random.Random) -> None:
    dossier = nieuwe_melding(plek).huishouden_id
    for begin in range(0, VOORZIENINGEN, PER_KEER):
        with plek.store.write() as werk:
            for nummer in range(begin, begin + PER_KEER):
                werk.add(_voorziening(plek, toeval, nummer))
            werk.commit("bench.kaart")
    for _ in range(0, CONTACTEN, PER_KEER):
        with plek.store.write() as werk:
            for _ in range(PER_KEER):
                werk.add(_contact(plek, toeval, dossier))
            werk.commit("bench.contact")


def _voorziening(plek: Werkplek, toeval: random.Random, nummer: int) -> Voorziening:
    kern = toeval.choice(plek.profiel.kernen)
    return Voorziening(
        id=plek.new_id(),
        naam=f"{_zin(toeval, 2).capitalize()} {nummer}",
        wat=_zin(toeval, 14),
        behoefte=_zin(toeval, 4),
        rubriek=toeval.choice(plek.profiel.lijst("rubrieken").keuzes).sleutel,
        leefgebieden=toeval.choice(plek.profiel.leefgebieden.leefgebieden).sleutel,
        kern=kern.naam,
        breedte=round(((kern.breedte or 52) + toeval.uniform(-0.05, 0.05)) * GRAAD),
        lengte=round(((kern.lengte or 6) + toeval.uniform(-0.05, 0.05)) * GRAAD),
        toegang=toeval.choice(("collectief_vrij", "individueel_vrij", "basishulp", "indicatie")),
        bereik=toeval.choice(list(Bereik)),
        gecontroleerd_datum=plek.vandaag,
        stand=Stand.VASTGESTELD,
    )


def _contact(plek: Werkplek, toeval: random.Random, dossier: UUID) -> Contact:
    return Contact(
        id=plek.new_id(),
        huishouden_id=dossier,
        datum=plek.vandaag,
        contactsoort=ContactSoort.TELEFOON,
        medewerker_id=plek.medewerker.id,
        verslag=_zin(toeval, 30),
    )
