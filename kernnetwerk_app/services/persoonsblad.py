"""*Wat apart is verteld*: on paper for one reader what was said about them apart. What was said about a child goes to a
parent with the gezag only as far as a worker chose those words: nobody knows who told them, and they may be about
that parent. What a partner or another adult said never stands on it (Decided once 6).
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from kernnetwerk_app.documents.persoonsblad_pdf import Deel, Persoonsblad, persoonsblad_pdf
from kernnetwerk_app.domain.base import VoorWie, mag_zien, voor_lezer
from kernnetwerk_app.domain.bijzonderheid import InwonerIsOverleden
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.geboortedatum import leeftijd_hoogstens
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.papiervorm import Papiervorm
from kernnetwerk_app.domain.relatie import MEEBESLISSEN, mag_inzien
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.vraagverheldering import Antwoord
from kernnetwerk_app.klok import AMSTERDAM
from kernnetwerk_app.oplog.hlc import milliseconds
from kernnetwerk_app.services.bijzonderheid import check_post, overleden_op
from kernnetwerk_app.services.huisstijl import stijl_van
from kernnetwerk_app.services.inwoner import alle_ids, leden
from kernnetwerk_app.services.papiervorm import vorm_voor
from kernnetwerk_app.services.relatie import relaties_van
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer

LEZER = VoorWie.PERSOON
"""What is meant for professionals or shielded never gets on it."""


class BladOnderTwaalf(KernnetwerkError):
    """Who is under twelve gets no paper of their own (Wmo 2015 art. 5.3.2)."""

    code = "persoonsblad.onder_twaalf"


@dataclass(frozen=True, slots=True)
class Apart:
    """One answer that was given apart: about whom, of which life domain, to what, and on which day it was written."""

    antwoord_id: UUID
    over: Inwoner
    leefgebied: str
    vraag: str
    woorden: str
    datum: date | None


def krijgt_blad(plek: Werkplek, wie: Inwoner) -> bool:
    """Whether this person is old enough for a paper of their own; of whom the age is not known nothing is refused."""
    oud = leeftijd_hoogstens(wie.geboortedatum, plek.vandaag)
    return oud is None or oud >= MEEBESLISSEN


def load_pdf(
    plek: Werkplek,
    huishouden_id: UUID,
    wie_id: UUID,
    mee: Collection[UUID] = (),
    vorm: Papiervorm | None = None,
    aan: tuple[str, ...] = (),
) -> bytes:
    """The paper for this member, in this form or else in that in which they read; `mee`: the words of a child that a
    worker chose. `aan`: the lines of who reads it in the place of this member, who gets none of those words.

    Raises `BestaatNiet`, `BladOnderTwaalf`, `InwonerIsOverleden` (the reader, or whose dossier it is) and
    DocumentError.
    """
    with plek.store.read() as lezer:
        check_post(lezer, huishouden_id)
        wie = lezer.get(Inwoner, alle_ids(lezer, wie_id)[0])
        if overleden_op(lezer, wie.id) is not None:
            raise InwonerIsOverleden
        if not krijgt_blad(plek, wie):
            raise BladOnderTwaalf
        blad = replace(build(plek, lezer, huishouden_id, wie, () if aan else mee), aan=aan)
    return persoonsblad_pdf(blad, stijl_van(plek, vorm_voor(plek, wie) if vorm is None else vorm))


def build(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, wie: Inwoner, mee: Collection[UUID] = ()) -> Persoonsblad:
    """What this reader gets of what was said apart: about themselves, and of a child what is in `mee`."""
    huishouden = lezer.get(Huishouden, huishouden_id)
    contact = lezer.find_one(Medewerker, huishouden.contactpersoon_id) or plek.medewerker
    gekozen = [woord for woord in van_kinderen(plek, lezer, huishouden_id, wie) if woord.antwoord_id in mee]
    return Persoonsblad(
        gemeente=plek.profiel.naam,
        voor=wie.aanhef,
        datum=plek.vandaag,
        delen=_delen(list(_apart(plek, lezer, huishouden_id, wie))),
        van_kinderen=_delen(gekozen),
        contact=contact.naam,
        telefoon=contact.telefoon,
    )


def van_kinderen(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, wie: Inwoner) -> tuple[Apart, ...]:
    """What was said apart about the children over whom this reader has the gezag: to choose from, one by one."""
    hier = leden(lezer, huishouden_id)
    relaties = relaties_van(lezer, huishouden_id)
    kinderen = [mens for mens in hier if mens.id != wie.id and mag_inzien(wie, mens, relaties, plek.vandaag)]
    return tuple(woord for kind in kinderen for woord in _apart(plek, lezer, huishouden_id, kind))


def is_verteld(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, wie: Inwoner) -> bool:
    """Whether anything was written down that this person told apart."""
    return next(_apart(plek, lezer, huishouden_id, wie), None) is not None


def _apart(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, over: Inwoner) -> Iterator[Apart]:
    """By life domain, in the order of the list, what was said about this person."""
    gegeven = lezer.find(Antwoord, huishouden_id=huishouden_id, inwoner_id=alle_ids(lezer, over.id))
    for leefgebied in plek.profiel.leefgebieden.leefgebieden:
        for veld in leefgebied.velden:
            sleutel = leefgebied.veldsleutel(veld)
            for antwoord in gegeven if mag_zien(LEZER, veld.voor) else ():
                woorden = voor_lezer(LEZER, antwoord).waarde or ""
                if antwoord.sleutel == sleutel and not is_leeg(woorden):
                    yield Apart(antwoord.id, over, leefgebied.naam, veld.label, woorden, _geschreven(lezer, antwoord))


def _geschreven(lezer: Lezer, antwoord: Antwoord) -> date | None:
    """The day on which these words were written last."""
    hlcs = [kop.hlc for koppen in lezer.koppen(antwoord.id).values() for kop in koppen]
    return datetime.fromtimestamp(milliseconds(max(hlcs)) / 1000, AMSTERDAM).date() if hlcs else None


def _delen(gezegd: Sequence[Apart]) -> tuple[Deel, ...]:
    """By person and life domain; the same words to the same question stand there once."""
    delen: dict[tuple[str, str], dict[tuple[str, str], date | None]] = {}
    for woord in gezegd:
        deel = delen.setdefault((woord.over.naam, woord.leefgebied), {})
        deel.setdefault((woord.vraag, woord.woorden), woord.datum)
    return tuple(
        Deel(over, leefgebied, tuple((*vraag, datum) for vraag, datum in woorden.items()))
        for (over, leefgebied), woorden in delen.items()
    )
