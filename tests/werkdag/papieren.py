"""Every paper that the program can make for the household of the afternoon, in ordinary and in large letters.

The papers of a dossier come from the program's own list (`services/stukken.py`), so a new one comes here by itself.
Beside it stand those that are asked for elsewhere, each with its writer in `kernnetwerk_app/documents`.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar
from uuid import UUID

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.bezorging import VAN_EEN, Stuk, Stuksoort
from kernnetwerk_app.domain.bijlage import Bijlage
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import Ondertekening
from kernnetwerk_app.domain.papiervorm import GEWOON, Leeshulp, Papiervorm
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.services import (
    aanvraagbrief,
    agendablad,
    bijlage,
    ondertekening,
    persoonsblad,
    rechten,
    stukken,
    wegwijzer,
)
from kernnetwerk_app.services.lezers import Lezend
from kernnetwerk_app.services.werkplek import Werkplek
from tests.werkdag.hand import enige

BEZOEK = date(2027, 5, 4)
"""The day of the visit that is planned."""
PLEKKEN = 4
"""So many are on Uw wegwijzer."""
GROOT = frozenset({Leeshulp.GROOT})
VOORLEZEN = frozenset({Leeshulp.VOORLEZEN})
OOK: tuple[tuple[str, str, Leeshulp], ...] = (
    ("contrast", "zwart op wit", Leeshulp.CONTRAST),
    ("plaatjes", "met plaatjes", Leeshulp.BEELD),
)
"""The plan in these forms too, and in `TAAL`: after its name and in words."""
TAAL = "engels"
BLAD = "blad-voor-een-persoon"
"""For one member alone, and still in any form."""
EIGEN = frozenset({Stuksoort.MANTELZORG})
"""For one reader outside what the household reads together."""
E = TypeVar("E", bound=Entiteit)


@dataclass(frozen=True, slots=True)
class Kast:
    """Where the papers come from: the laptop, the household, and the melding that nobody took up in time."""

    plek: Werkplek
    huishouden_id: UUID
    te_laat_id: UUID
    kern: str

    def alle(self, soort: type[E]) -> list[E]:
        """Of this household."""
        with self.plek.store.read() as lezer:
            return lezer.find(soort, huishouden_id=self.huishouden_id)

    def plekken(self) -> list[UUID]:
        """Of the sociale kaart the places of this kern that one can go to."""
        with self.plek.store.read() as lezer:
            alle = lezer.find(Voorziening, kern=self.kern, voorstel_bij_id=None)
        return [een.id for een in alle if een.is_open(self.plek.vandaag)][:PLEKKEN]

    def mens(self, voornaam: str) -> UUID:
        return next(lid.id for lid in self.alle(Inwoner) if lid.voornamen == voornaam)


@dataclass(frozen=True, slots=True)
class Papier:
    """`naam` of its files; `titel` for people; `maak`, in a form where it can be made in several (`vrij`)."""

    naam: str
    titel: str
    maak: Callable[[Papiervorm], bytes]
    vrij: bool = True
    apart: bool = False
    """Not for the whole household: then it may say what they do not read together."""
    ook: tuple[tuple[str, str, Papiervorm], ...] = ()
    """In which forms more: after its name, in words, and the form."""

    def in_vormen(self) -> Iterator[tuple[str, str, bytes]]:
        """The paper by the name of its files and its title: ordinary, large where it can be, and in the other forms."""
        yield self.naam, self.titel, self.maak(GEWOON)
        groot = (("groot", "in grote letters", GROOT),) if self.vrij else ()
        for achter, hoe, vorm in (*groot, *self.ook):
            yield f"{self.naam}-{achter}", f"{self.titel}, {hoe}", self.maak(vorm)


def aanpak_van(plek: Werkplek, melding_id: UUID) -> PlanVersie:
    """The version of the plan that was made of this question."""
    with plek.store.read() as lezer:
        hier = lezer.get(Melding, melding_id).huishouden_id
        return enige(lezer.find(PlanVersie, huishouden_id=hier), "versie van het plan van aanpak")


def _getekend(kast: Kast, vorm: Papiervorm) -> bytes:
    """With all signatures that were drawn on the screen: each holds those before it. Another form tells of them."""
    laatste = max(kast.alle(Ondertekening), key=lambda een: len(een.pdf or b""))
    return _voor_de_eerste(kast, Stuk(Stuksoort.GETEKEND, kast.huishouden_id, laatste.id), vorm)


def _leestekst(kast: Kast) -> bytes:
    laatste = max(kast.alle(PlanVersie), key=lambda versie: versie.nummer)
    return _voor_de_eerste(kast, Stuk(Stuksoort.PLAN, kast.huishouden_id, laatste.id), VOORLEZEN)


def _voor_de_eerste(kast: Kast, stuk: Stuk, vorm: Papiervorm) -> bytes:
    """For whom it most likely is."""
    return stukken.maak(kast.plek, stuk, _lezer(kast, stuk), vorm)


def _wegwijzer(kast: Kast) -> Stuk:
    return Stuk(Stuksoort.WEGWIJZER, kast.huishouden_id, plekken=tuple(kast.plekken()))


def _lezer(kast: Kast, stuk: Stuk) -> Lezend:
    """For whom it most likely is."""
    with kast.plek.store.read() as lezer:
        return stukken.lezers(kast.plek, lezer, stuk)[0]


def _zoals_het_is(maker: Callable[[Kast], bytes], kast: Kast, _vorm: Papiervorm) -> bytes:
    return maker(kast)


Maker = Callable[[Kast, Papiervorm], bytes]
ANDERS: tuple[tuple[str, str, str, Maker], ...] = (
    (
        "zelf-aanvragen",
        "U mag nu zelf een aanvraag doen",
        "aanvraagbrief_pdf",
        lambda kast, vorm: aanvraagbrief.load_pdf(kast.plek, kast.te_laat_id, None, vorm),
    ),
    (
        "plan-van-aanpak",
        "Een plan van aanpak, voor lichte hulp",
        "plan_pdf",
        lambda kast, vorm: ondertekening.load_versie_pdf(kast.plek, aanpak_van(kast.plek, kast.te_laat_id).id, vorm),
    ),
    (
        "uw-wegwijzer",
        "Uw wegwijzer",
        "blad_pdf",
        lambda kast, vorm: _voor_de_eerste(kast, _wegwijzer(kast), vorm),
    ),
    (
        "kern",
        "Het blad van de kern",
        "blad_pdf",
        lambda kast, vorm: wegwijzer.kernblad(kast.plek, kast.kern, vorm),
    ),
    ("getekend-plan", "Het ondersteuningsplan, getekend", "plan_pdf", _getekend),
    (
        "wie-weet-wat",
        "Wie weet wat",
        "rechtenblad_pdf",
        lambda kast, vorm: rechten.weet_pdf(kast.plek, kast.huishouden_id, kast.mens("Henk"), vorm),
    ),
    (
        "wie-keek",
        "Wie keek in mijn dossier?",
        "rechtenblad_pdf",
        lambda kast, vorm: rechten.keek_pdf(kast.plek, kast.huishouden_id, kast.mens("Henk"), vorm),
    ),
    (
        BLAD,
        "Wat Karin apart vertelde, voor haar alleen",
        "persoonsblad_pdf",
        lambda kast, vorm: persoonsblad.load_pdf(kast.plek, kast.huishouden_id, kast.mens("Karin"), vorm=vorm),
    ),
)
"""Name, title, writer and how it is made, in any form."""
IN_EEN_VORM: tuple[tuple[str, str, str, Callable[[Kast], bytes]], ...] = (
    ("plan-leestekst", "Het plan om voor te lezen", "plan_pdf", _leestekst),
    (
        "bijlage",
        "Een foto die meegaat met het plan",
        "foto_pdf",
        lambda kast: bijlage.load_pdf(kast.plek, kast.alle(Bijlage)[-1].id),
    ),
)
"""These have one form."""
APART: tuple[tuple[str, str, str, Callable[[Kast], bytes]], ...] = (
    (
        "lijst-van-de-dag",
        "De lijst van een dag, voor de medewerker",
        "daglijst_pdf",
        lambda kast: agendablad.load_daglijst(kast.plek, BEZOEK),
    ),
    (
        "avg-pakket",
        "Het AVG-pakket, als concept",
        "rechtenblad_pdf",
        lambda kast: rechten.avg_pdf(kast.plek, kast.huishouden_id, kast.mens("Henk")),
    ),
)
"""These too, and they are not for the household as a whole."""


def _ook(kast: Kast) -> tuple[tuple[str, str, Papiervorm], ...]:
    taal = kast.plek.profiel.vertalingen[TAAL]
    vormen = [(achter, hoe, frozenset({hulp})) for achter, hoe, hulp in OOK]
    return (*vormen, (TAAL, f"met {taal.nederlands} ernaast", frozenset({taal})))


def papieren(kast: Kast) -> Iterator[Papier]:
    """Those of the dossier as the program lists them today, then the others; of one person one of each."""
    with kast.plek.store.read() as lezer:
        alle = stukken.keuze(kast.plek, lezer, kast.huishouden_id)
        keuze = [een for een in alle if een.stuk.soort not in VAN_EEN]
    keer = Counter[str]()
    for een in keuze:
        if een.stuk.soort is Stuksoort.GETEKEND:
            continue  # the last came back as pictures of paper; `IN_EEN_VORM` has the one with every signature on it
        naam = een.stuk.soort.value.replace(" ", "-")
        keer[naam] += 1
        papier = stukken.papier(kast.plek, een.stuk)
        nummer = f"-{keer[naam]}" if keer[naam] > 1 else ""
        ook = _ook(kast) if een.stuk.soort is Stuksoort.PLAN else ()
        yield Papier(f"{naam}{nummer}", een.naam, papier.maak, apart=een.stuk.soort in EIGEN, ook=ook)
    for naam, titel, _, maker in ANDERS:
        yield Papier(naam, titel, partial(maker, kast), apart=naam == BLAD)
    for rij, apart in ((IN_EEN_VORM, False), (APART, True)):
        for naam, titel, _, vast in rij:
            yield Papier(naam, titel, partial(_zoals_het_is, vast, kast), vrij=False, apart=apart)
