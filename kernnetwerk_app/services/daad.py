"""*Ongedaan maken*: the last acts of this worker on this laptop, from the log, so also after a restart.

An act is one save. Taking it back writes what stood there before as new operations, and nothing is removed: it can be
done again in the same way. What others rely on by now cannot be taken back, and then it says why.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kernnetwerk_app.domain.deskundige import Deskundige
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.klok import AMSTERDAM
from kernnetwerk_app.oplog.hlc import milliseconds
from kernnetwerk_app.oplog.operation import Operation
from kernnetwerk_app.oplog.units import SOORTEN
from kernnetwerk_app.services import deskundigeja
from kernnetwerk_app.services.daaddelen import TEKST, Daadstand, Deel, VastError, delen_van, stand_van
from kernnetwerk_app.services.daadregels import check_weer
from kernnetwerk_app.services.inwoner import voorletters
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork

AANTAL = 10
"""So many acts are listed, and can be taken back."""
_SAVES = 60
"""So many saves are looked at to find them: some are no act of a person."""
TERUGGENOMEN, HERSTELD = "daad.teruggenomen", "daad.hersteld"
_GEEN_DAAD = frozenset(
    {"veld.begonnen", "signaal.gewist", "samenvoeging.bijgewerkt", "medewerkers.bekend", TERUGGENOMEN, HERSTELD}
)
"""What follows from something else. A *teruggenomen* shows at the act that it took back."""
_VERZEGELD = frozenset({"velden.geschreven", "ontgrendeld", "vergrendeld"})


class DaadNietTerug(KernnetwerkError):
    """It cannot be taken back, or not any more: the list says why."""

    code = "daad.niet_terug"


@dataclass(frozen=True, slots=True)
class Daad:
    """One act of mine. `naam` is that of its audit row, `wat` the kind it is about; `waarom` why it stays.

    Without a name or a word of a resident: others may see the screen.
    """

    nummer: int
    naam: str
    wat: str
    moment: datetime
    huishouden_id: UUID | None
    voorletters: str
    stand: Daadstand
    waarom: str = ""


def load(plek: Werkplek, lezer: Lezer, aantal: int = AANTAL) -> tuple[Daad, ...]:
    """The last acts of this worker on this laptop, latest first. Of dossiers only for who may open them."""
    gevonden: list[Daad] = []
    for save, naam in _daden(lezer):
        daad = _beschrijf(plek, lezer, save, naam)
        if plek.mag_dossiers or daad.huishouden_id is None:
            gevonden.append(daad)
        if len(gevonden) == aantal:
            break
    return tuple(gevonden)


def neem_terug(plek: Werkplek, nummer: int, herkomst: object = None) -> Changes:
    """What stood there before stands there again. Raises `DaadNietTerug`, and what the rules of the record say."""
    return _zet(plek, nummer, Daadstand.STAAT, TERUGGENOMEN, herkomst)


def herstel(plek: Werkplek, nummer: int, herkomst: object = None) -> Changes:
    """Do again what was taken back. Raises as `neem_terug`."""
    return _zet(plek, nummer, Daadstand.TERUGGENOMEN, HERSTELD, herkomst)


def _zet(plek: Werkplek, nummer: int, nu: Daadstand, gebeurtenis: str, herkomst: object) -> Changes:
    with plek.store.write(herkomst) as werk:
        save, naam = next(((s, n) for s, n in _daden(werk) if s[0].txn == nummer), ([], ""))
        try:
            delen = delen_van(plek, werk, save, naam)
            if stand_van(werk, delen) is not nu:
                raise DaadNietTerug
        except VastError:
            raise DaadNietTerug from None
        for deel in delen:
            _schrijf(plek, werk, deel, deel.voor if nu is Daadstand.STAAT else deel.na)
        for soort, entiteit_id in {(deel.soort, deel.entiteit_id) for deel in delen}:
            check_weer(plek, werk, werk.get(soort, entiteit_id))
        return werk.commit(gebeurtenis)


def _daden(lezer: Lezer) -> Iterator[tuple[list[Operation], str]]:
    """The saves that are an act of a person, latest first, with the name of what was done."""
    saves = lezer.eigen_saves(_SAVES)
    namen = lezer.daadnamen(saves)
    for save in saves:
        naam = namen.get(save[0].txn, TEKST)
        naam = TEKST if naam in _VERZEGELD else naam
        if naam not in _GEEN_DAAD:
            yield save, naam


def _beschrijf(plek: Werkplek, lezer: Lezer, save: Sequence[Operation], naam: str) -> Daad:
    waarom, stand = "", Daadstand.VAST
    try:
        stand = stand_van(lezer, delen_van(plek, lezer, save, naam))
    except VastError as vast:
        waarom = vast.waarom
    soort = SOORTEN.get(save[-1].soort)
    record = lezer.find_one(soort, save[-1].entiteit_id) if soort else None
    dossier = record.huishouden_id if record is not None else None
    return Daad(
        nummer=save[0].txn,
        naam=naam,
        wat=soort.__name__.lower() if soort else "",
        moment=datetime.fromtimestamp(milliseconds(save[-1].hlc) / 1000, AMSTERDAM),
        huishouden_id=dossier,
        voorletters=voorletters(lezer, dossier) if dossier is not None else "",
        stand=stand,
        waarom=waarom,
    )


def _schrijf(plek: Werkplek, werk: UnitOfWork, deel: Deel, velden: Mapping[str, object]) -> None:
    """As new operations."""
    nieuw = werk.change(werk.get(deel.soort, deel.entiteit_id), None, **velden)
    if isinstance(nieuw, Deskundige):
        deskundigeja.check_opnieuw(plek, werk, nieuw, velden)
