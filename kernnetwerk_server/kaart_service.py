"""The municipality keeps the sociale kaart: takes in a table, and says of each proposal whether it stands (SOC-12)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from kernnetwerk_app.domain import kaartbestand
from kernnetwerk_app.domain.base import uuid7
from kernnetwerk_app.domain.kaartbestand import Bekend, Regelfout
from kernnetwerk_app.domain.tekst import een_regel
from kernnetwerk_app.domain.voorziening import INHOUD, Stand, Voorziening
from kernnetwerk_app.klok import Klok
from kernnetwerk_server import author, heads, profielbeheer
from kernnetwerk_server.database import Database
from kernnetwerk_server.errors import VoorstelOnbekend

MAX_ANTWOORD = 300
"""Longest answer to a proposal, in characters: what the field holds."""
PER_OPSLAG = 25
"""So many entries are one save: a save travels whole, and a table of thousands would not fit in any body."""


@dataclass(frozen=True, slots=True)
class Ingelezen:
    """What a table gave: new entries, changed ones, and the lines that were left out."""

    nieuw: int
    gewijzigd: int
    fouten: Sequence[Regelfout]


@dataclass(frozen=True, slots=True)
class Verschil:
    """A field of an entry, what stands there now, and what a proposal says."""

    veld: str
    nu: object
    straks: object


class KaartService:
    """What the functioneel beheerder does with the sociale kaart."""

    def __init__(self, database: Database, klok: Klok) -> None:
        self._database, self._klok = database, klok

    def lees_in(self, octets: bytes) -> Ingelezen:
        """Take in a table as the municipality's own word, confirmed and looked at today unless it says another day.

        Raises what `kaartbestand.lees` raises; then nothing came in.
        """
        gelezen = kaartbestand.lees(octets)
        vandaag = self._klok.vandaag()
        nieuw: list[Voorziening] = []
        gewijzigd = 0
        with self._database.writing() as sessie:
            bekend = Bekend(_read_all(sessie), vandaag)
            for regel in gelezen.regels:
                oud = bekend.find(regel)
                velden = {"gecontroleerd_datum": vandaag} | {k: w for k, w in regel.velden.items() if w}
                if oud is None:
                    velden |= {"id": regel.id or uuid7(self._nu_ms()), "stand": Stand.VASTGESTELD}
                    nieuw.append(Voorziening.model_validate(velden))
                    continue
                anders = oud.model_copy(update={**regel.velden, **velden, "stand": Stand.VASTGESTELD})
                gewijzigd += anders != oud
                author.change(sessie, oud, anders, self._nu_ms())
            for begin in range(0, len(nieuw), PER_OPSLAG):
                author.write_new(sessie, nieuw[begin : begin + PER_OPSLAG], self._nu_ms())
        return Ingelezen(len(nieuw), gewijzigd, gelezen.fouten)

    def voorstellen(self) -> list[Voorziening]:
        """What workers proposed and nobody answered yet, oldest first."""
        return sorted((v for v in self._all() if v.stand is Stand.VOORSTEL), key=lambda v: str(v.id))

    def verouderd(self) -> list[Voorziening]:
        """What stands and nobody looked at for too long, by name: to ask its owner (SOC-06)."""
        vandaag = self._klok.vandaag()
        with self._database.reading() as sessie:
            maanden, alle = profielbeheer.geldend(sessie).nabijheid.controle_maanden, _read_all(sessie)
        oud = [
            v
            for v in alle
            if v.stand is Stand.VASTGESTELD
            and v.voorstel_bij_id is None
            and v.is_open(vandaag)
            and v.is_oud(vandaag, maanden)
        ]
        return sorted(oud, key=lambda v: v.naam.casefold())

    def _all(self) -> list[Voorziening]:
        with self._database.reading() as sessie:
            return _read_all(sessie)

    def neem_over(self, voorstel_id: UUID) -> Voorziening:
        """The proposal stands from now on; one about an entry that was there changes in it what it names, no more."""
        with self._database.writing() as sessie:
            voorstel = self._open(heads.read_entity(sessie, Voorziening, voorstel_id))
            bij = voorstel.voorstel_bij_id
            oud = heads.read_entity(sessie, Voorziening, bij) if bij is not None else None
            if oud is None:
                nieuw = voorstel.model_copy(update={"stand": Stand.VASTGESTELD, "voorstel_bij_id": None})
                author.change(sessie, voorstel, nieuw, self._nu_ms())
                return nieuw
            dagen = [dag for dag in (oud.gecontroleerd_datum, voorstel.gecontroleerd_datum) if dag is not None]
            velden: dict[str, object] = {veld: getattr(voorstel, veld) for veld in voorstel.veranderingen}
            velden["gecontroleerd_datum"] = max(dagen, default=None)
            author.change(sessie, oud, oud.model_copy(update=velden), self._nu_ms())
            author.change(sessie, voorstel, voorstel.model_copy(update={"stand": Stand.VASTGESTELD}), self._nu_ms())
            return voorstel

    def verschillen(self, voorstel: Voorziening) -> list[Verschil]:
        """What would change if this were accepted now; of something new what it says."""
        with self._database.reading() as sessie:
            bij = voorstel.voorstel_bij_id
            oud = heads.read_entity(sessie, Voorziening, bij) if bij is not None else None
        velden = INHOUD if oud is None else voorstel.veranderingen
        alle = [Verschil(veld, getattr(oud, veld, None), getattr(voorstel, veld)) for veld in velden]
        return [verschil for verschil in alle if (verschil.nu or None) != (verschil.straks or None)]

    def wijs_af(self, voorstel_id: UUID, antwoord: str = "") -> Voorziening:
        """The proposal does not stand, and leaves the lists; who proposed it reads that, with the answer."""
        with self._database.writing() as sessie:
            voorstel = self._open(heads.read_entity(sessie, Voorziening, voorstel_id))
            velden = {
                "stand": Stand.AFGEWEZEN,
                "antwoord": een_regel(antwoord)[:MAX_ANTWOORD] or None,
                "antwoord_datum": self._klok.vandaag(),
            }
            author.change(sessie, voorstel, voorstel.model_copy(update=velden), self._nu_ms())
        return voorstel

    def _open(self, voorstel: Voorziening | None) -> Voorziening:
        if voorstel is None or voorstel.stand is not Stand.VOORSTEL:
            raise VoorstelOnbekend
        return voorstel

    def _nu_ms(self) -> int:
        return int(self._klok.nu().timestamp() * 1000)


def _read_all(sessie: Session) -> list[Voorziening]:
    alle = (heads.read_entity(sessie, Voorziening, eid) for eid in heads.entity_ids(sessie, Voorziening))
    return [v for v in alle if v is not None]
