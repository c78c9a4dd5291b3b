"""To whom a paper about a resident is addressed: to them, or to who speaks or decides in their place (SIG-19).

The law first: a curator decides in everything, a mentor in care (BW boek 1, artikel 381 and 453). Then who spoke for
them in the melding, only when the resident thinks that is right. A bewindvoerder decides about property and nothing
else: named for that, and the paper stays the resident's.
"""

from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain.base import VoorWie, voor_lezer
from kernnetwerk_app.domain.bijzonderheid import Aard
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.tekst import is_leeg, neutraal
from kernnetwerk_app.services.benoemd import benoemd
from kernnetwerk_app.services.bijzonderheid import geldende
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load

_LEZER = VoorWie.PERSOON


@dataclass(frozen=True, slots=True)
class Geadresseerde:
    """`regels` are the lines under the title: to whom, for whom, and who is asked about money."""

    regels: tuple[str, ...]
    is_ander: bool
    """Somebody else reads it: then a secret address stays off it."""
    naam: str = ""
    """Of that somebody: how they are called in a sentence, with what makes them decide or speak."""


def geadresseerde(plek: Werkplek, lezer: Lezer, wie: Inwoner, melding: Melding | None) -> Geadresseerde:
    """Of a paper for this resident, after this melding."""
    t = load("papier")
    aan, over = _in_plaats_van(plek, lezer, wie.id), ""
    if not aan:
        aan, over = _namens(melding)
    regels = [t("aan.aan", naam=aan)] if aan else []
    if not is_leeg(voor := noem(voor_lezer(_LEZER, wie))):
        regels.append(t("aan.voor_over", voor=voor, reikwijdte=over) if over else t("aan.voor", voor=voor))
    elif over:
        regels.append(t("aan.over", reikwijdte=over))
    if geld := _van_rechtbank(plek, lezer, wie.id, Aard.BEWIND):
        regels.append(t("aan.geld", naam=geld, hoedanigheid=_als(Aard.BEWIND)))
    return Geadresseerde(tuple(regels), bool(aan), aan)


def noem(inwoner: Inwoner) -> str:
    """How a resident is named on paper, also where the way to address them is not for who reads it."""
    return inwoner.aanhef if inwoner.aanspreekvorm else inwoner.naam


def laatste_melding(lezer: Lezer, huishouden_id: UUID | None) -> Melding | None:
    """The melding that papers of this dossier go by."""
    return next(reversed(lezer.find(Melding, huishouden_id=huishouden_id)), None)


def _in_plaats_van(plek: Werkplek, lezer: Lezer, inwoner_id: UUID) -> str:
    return next((_als_wie(een.naam, _als(een.aard)) for een in benoemd(plek, lezer, inwoner_id) if een.naam), "")


def _van_rechtbank(plek: Werkplek, lezer: Lezer, inwoner_id: UUID, aard: Aard) -> str:
    """The name of who decides by order of a court; empty when nobody does, or nobody wrote down who."""
    namen = (voor_lezer(_LEZER, b).naam or "" for b in geldende(lezer, inwoner_id, plek.vandaag) if b.aard is aard)
    return next((naam for naam in namen if not is_leeg(naam)), "")


def _namens(melding: Melding | None) -> tuple[str, str]:
    """Who spoke for the resident and about what; nobody as long as the resident did not say that it is right."""
    if melding is None or melding.inwoner_akkoord is not True:
        return "", ""
    gezien = voor_lezer(_LEZER, melding)
    if is_leeg(gezien.vertegenwoordiger):
        return "", ""
    return _als_wie(gezien.vertegenwoordiger or "", gezien.hoedanigheid or ""), neutraal(gezien.reikwijdte or "")


def _als_wie(naam: str, hoedanigheid: str) -> str:
    als = neutraal(hoedanigheid)
    return load("papier")("aan.als", naam=neutraal(naam), hoedanigheid=als) if als else neutraal(naam)


def _als(aard: Aard) -> str:
    return load("papier")(f"aan.{aard.name.lower()}")
