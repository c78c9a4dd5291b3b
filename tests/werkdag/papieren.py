"""Every paper that the program can make for the household of the afternoon, in ordinary and in large letters.

A paper is one entry of `PAPIEREN`, with the writer in `kernnetwerk_app/documents` that it shows: a writer that no
entry shows fails a test, so that a new paper does not stay away from here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar
from uuid import UUID

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.bijlage import Bijlage
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.ondertekening import Ondertekening
from kernnetwerk_app.domain.papiervorm import GEWOON, Leeshulp, Papiervorm
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.domain.werkwijze import Lens
from kernnetwerk_app.services import (
    aanvraagbrief,
    agendablad,
    bijlage,
    gids,
    kijkrichting,
    netwerk,
    ondertekening,
    persoonsblad,
    rechten,
    stappenkaart,
    wegwijzer,
)
from kernnetwerk_app.services.werkplek import Werkplek

BEZOEK = date(2027, 5, 4)
"""The day of the visit that is planned."""
GROOT = frozenset({Leeshulp.GROOT})
VOORLEZEN = frozenset({Leeshulp.VOORLEZEN})
Maker = Callable[["Kast", Papiervorm], bytes]
E = TypeVar("E", bound=Entiteit)


@dataclass(frozen=True, slots=True)
class Kast:
    """Where the papers come from: the laptop, the household, and the melding that nobody took up in time."""

    plek: Werkplek
    huishouden_id: UUID
    te_laat_id: UUID
    kern: str

    def alle(self, soort: type[E]) -> list[E]:
        """Of this household; of a kind that belongs to none, all there are."""
        with self.plek.store.read() as lezer:
            if "huishouden_id" in soort.model_fields:
                return lezer.find(soort, huishouden_id=self.huishouden_id)
            return lezer.find(soort)

    def laatste(self, soort: type[E]) -> UUID:
        """Of this household the one that came last."""
        return self.alle(soort)[-1].id

    def mens(self, voornaam: str) -> UUID:
        leden = self.alle(Inwoner)
        return next(lid.id for lid in leden if lid.voornamen == voornaam)


@dataclass(frozen=True, slots=True)
class Papier:
    """`naam` of its files; `titel` for people; `schrijver` in `documents`; `maak`, in a form where it can be made in
    several. `vrij`: whether it can.
    """

    naam: str
    titel: str
    schrijver: str
    maak: Maker
    vrij: bool = True
    voor_professional: bool = False
    """Not for the household: then it may say what they may not read."""


def _versie(kast: Kast) -> UUID:
    versies = kast.alle(PlanVersie)
    return max(versies, key=lambda versie: versie.nummer).id


def _getekend(kast: Kast, _vorm: Papiervorm) -> bytes:
    """With all signatures that were drawn on the screen: each paper holds those before it."""
    return max((een.pdf or b"" for een in kast.alle(Ondertekening)), key=len)


PAPIEREN = (
    Papier("ondersteuningsplan-gezin", "Het ondersteuningsplan, getekend", "plan_pdf", _getekend, vrij=False),
    Papier(
        "plan-in-de-maak",
        "Het plan, zoals het nu is",
        "plan_pdf",
        lambda kast, vorm: ondertekening.load_concept_pdf(kast.plek, kast.laatste(Ondersteuningsplan), vorm),
    ),
    Papier(
        "plan-leestekst",
        "Het plan om voor te lezen",
        "plan_voorlezen",
        lambda kast, _: ondertekening.load_versie_pdf(kast.plek, _versie(kast), VOORLEZEN),
        vrij=False,
    ),
    Papier(
        "zo-gaat-het-verder",
        "Zo gaat het verder",
        "stappenkaart_pdf",
        lambda kast, vorm: stappenkaart.load_pdf(kast.plek, kast.huishouden_id, vorm),
    ),
    Papier(
        "gids",
        "De gids, voor wie veel tegelijk heeft",
        "gids_pdf",
        lambda kast, vorm: gids.load_pdf(kast.plek, kast.huishouden_id, vorm),
    ),
    Papier(
        "netwerk",
        "Wie er om mij heen staan",
        "netwerk_pdf",
        lambda kast, vorm: netwerk.load_pdf(kast.plek, kast.huishouden_id, vorm),
    ),
    Papier(
        "blad-voor-een-persoon",
        "Wat Karin apart vertelde, voor haar alleen",
        "persoonsblad_pdf",
        lambda kast, _: persoonsblad.load_pdf(kast.plek, kast.huishouden_id, kast.mens("Karin")),
        vrij=False,
        voor_professional=True,
    ),
    Papier(
        "uw-afspraak",
        "Uw afspraak",
        "afspraak_pdf",
        lambda kast, vorm: agendablad.load_afspraak(kast.plek, _bezoek(kast), vorm),
    ),
    Papier(
        "lijst-van-de-dag",
        "De lijst van de dag, voor de medewerker",
        "daglijst_pdf",
        lambda kast, _: agendablad.load_daglijst(kast.plek, BEZOEK),
        vrij=False,
        voor_professional=True,
    ),
    Papier(
        "zelf-aanvragen",
        "U mag nu zelf een aanvraag doen",
        "aanvraagbrief_pdf",
        lambda kast, vorm: aanvraagbrief.load_pdf(kast.plek, kast.te_laat_id, 0, vorm),
    ),
    Papier(
        "uw-wegwijzer",
        "Uw wegwijzer",
        "blad_pdf",
        lambda kast, vorm: wegwijzer.wegwijzer(kast.plek, [v.id for v in kast.alle(Voorziening)], kast.kern, vorm),
    ),
    Papier(
        "kern", "Het blad van de kern", "blad_pdf", lambda kast, vorm: wegwijzer.kernblad(kast.plek, kast.kern, vorm)
    ),
    Papier(
        "contactkaart",
        "Uw contactpersoon",
        "blad_pdf",
        lambda kast, vorm: wegwijzer.contactkaart_van(kast.plek, kast.huishouden_id, vorm),
    ),
    Papier(
        "wie-weet-wat",
        "Wie weet wat",
        "rechtenblad_pdf",
        lambda kast, _: rechten.weet_pdf(kast.plek, kast.huishouden_id, kast.mens("Henk")),
        vrij=False,
    ),
    Papier(
        "wie-keek",
        "Wie keek in mijn dossier?",
        "rechtenblad_pdf",
        lambda kast, _: rechten.keek_pdf(kast.plek, kast.huishouden_id, kast.mens("Henk")),
        vrij=False,
    ),
    Papier(
        "toestemming",
        "Het formulier: wat mag u delen",
        "rechtenblad_pdf",
        lambda kast, _: rechten.formulier_pdf(kast.plek, kast.laatste(Toestemming)),
        vrij=False,
    ),
    Papier(
        "avg-pakket",
        "Het AVG-pakket, als concept",
        "rechtenblad_pdf",
        lambda kast, _: rechten.avg_pdf(kast.plek, kast.huishouden_id, kast.mens("Henk")),
        vrij=False,
        voor_professional=True,
    ),
    Papier(
        "bijlage",
        "Een foto die meegaat met het plan",
        "foto_pdf",
        lambda kast, _: bijlage.load_pdf(kast.plek, kast.laatste(Bijlage)),
        vrij=False,
    ),
)


def _bezoek(kast: Kast) -> UUID:
    """The visit that is planned."""
    return next(een.id for een in kast.alle(Contact) if een.datum == BEZOEK)


def papieren(kast: Kast) -> Iterator[Papier]:
    """All of them: those above, and what was said by each lens that the profile has."""
    yield from PAPIEREN
    for richting in kast.plek.profiel.kijkrichtingen:
        yield Papier(
            f"gesprek-{richting.lens.name.lower()}", "Wat er is gezegd", "kijk_pdf", partial(_gezegd, richting.lens)
        )


def _gezegd(lens: Lens, kast: Kast, vorm: Papiervorm) -> bytes:
    return kijkrichting.load_pdf(kast.plek, kast.huishouden_id, lens, vorm)


def in_vormen(kast: Kast, papier: Papier) -> Iterator[tuple[str, bytes]]:
    """The paper by the end of its file name: ordinary, and large where it can be."""
    yield "", papier.maak(kast, GEWOON)
    if papier.vrij:
        yield "-groot", papier.maak(kast, GROOT)
