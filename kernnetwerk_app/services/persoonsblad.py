"""*Wat apart is verteld*: on paper for one reader what was said about them apart, and about a child of whom they have
the gezag. What a partner or another adult said never stands on it (Decided once 6).
"""

from collections.abc import Iterator, Sequence
from uuid import UUID

from kernnetwerk_app.documents.house_style import load_house_style
from kernnetwerk_app.documents.persoonsblad_pdf import Deel, Persoonsblad, persoonsblad_pdf
from kernnetwerk_app.domain.base import VoorWie, mag_zien, voor_lezer
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.papiervorm import voorgesteld
from kernnetwerk_app.domain.relatie import Relatie, mag_inzien
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.vraagverheldering import Antwoord
from kernnetwerk_app.services.bijzonderheid import check_post
from kernnetwerk_app.services.inwoner import alle_ids, leden
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer

LEZER = VoorWie.PERSOON
"""What is meant for professionals or shielded never gets on it."""


def load_pdf(plek: Werkplek, huishouden_id: UUID, wie_id: UUID) -> bytes:
    """The paper for this member, in the form in which they read; raises `BestaatNiet`, `InwonerIsOverleden` and
    DocumentError.
    """
    with plek.store.read() as lezer:
        check_post(lezer, huishouden_id)
        wie = lezer.get(Inwoner, wie_id)
        blad = build(plek, lezer, huishouden_id, wie)
    return persoonsblad_pdf(blad, load_house_style(voorgesteld(wie)))


def build(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, wie: Inwoner) -> Persoonsblad:
    """What this reader may have of what was said apart, first about themselves."""
    relaties = lezer.find(Relatie, huishouden_id=huishouden_id)
    anderen = [mens for mens in leden(lezer, huishouden_id) if mens.id != wie.id]
    over = [wie, *(mens for mens in anderen if mag_inzien(wie, mens, relaties, plek.vandaag))]
    return Persoonsblad(
        gemeente=plek.profiel.naam,
        voor=wie.aanhef,
        datum=plek.vandaag,
        delen=tuple(deel for mens in over for deel in _delen(plek, lezer, huishouden_id, mens)),
    )


def _delen(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, over: Inwoner) -> Iterator[Deel]:
    """By life domain, in the order of the list, what was said about this person."""
    gegeven = lezer.find(Antwoord, huishouden_id=huishouden_id, inwoner_id=alle_ids(lezer, over.id))
    for leefgebied in plek.profiel.leefgebieden.leefgebieden:
        woorden = tuple(
            (veld.label, tekst)
            for veld in leefgebied.velden
            if mag_zien(LEZER, veld.voor)
            for tekst in _teksten(gegeven, leefgebied.veldsleutel(veld))
        )
        if woorden:
            yield Deel(over.naam, leefgebied.naam, woorden)


def _teksten(gegeven: Sequence[Antwoord], sleutel: str) -> list[str]:
    teksten = [voor_lezer(LEZER, antwoord).waarde or "" for antwoord in gegeven if antwoord.sleutel == sleutel]
    return [tekst for tekst in dict.fromkeys(teksten) if not is_leeg(tekst)]
