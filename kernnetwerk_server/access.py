"""The one place that decides access. Deny by default: what is not named here is refused.

Whether a reader may see a unit is asked of the same function as on paper and on the screen (Decided once 6). Today
every active device of a professional reads so in every dossier; that of a volunteer gets no dossier at all. What is
shielded goes to whom it is addressed and to who wrote it. Visibility rules come here, and nowhere else.
"""

from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import ColumnElement, and_, func, or_, tuple_
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from kernnetwerk_app.domain.base import VoorWie, eenheden, mag_eenheid
from kernnetwerk_app.domain.bezorgdheid import EENHEID_VOOR, Bezorgdheid
from kernnetwerk_app.domain.inloopcontact import Inloopcontact
from kernnetwerk_app.domain.kernpagina import Kernpagina
from kernnetwerk_app.domain.medewerker import Functie, Medewerker
from kernnetwerk_app.domain.profielbundel import Profielbundel
from kernnetwerk_app.domain.signaal import Signaal
from kernnetwerk_app.domain.spreekuur import Spreekuur
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.enrolment import DeviceStand
from kernnetwerk_app.oplog.operation import SERVER_NO, Operation
from kernnetwerk_app.oplog.units import SOORTEN
from kernnetwerk_server import heads
from kernnetwerk_server.errors import GeenRecht, Geweigerd, TellerOud, VreemdeOperatie
from kernnetwerk_server.signed import SignedRequest
from kernnetwerk_server.tables import OP, DeviceRow

VAN_DE_GEMEENTE = frozenset({Medewerker.soort, Profielbundel.soort})
"""Kinds that only the municipality writes."""
LEEST_VRIJWILLIGER = frozenset(soort.soort for soort in (Medewerker, Spreekuur, Voorziening, Kernpagina, Profielbundel))
"""What a volunteer is sent of others: colleagues, spreekuren, the sociale kaart, kern pages and the profile. A kind
that is not here, or newer than this server, is not."""
SCHRIJFT_VRIJWILLIGER = frozenset(soort.soort for soort in (Signaal, Bezorgdheid, Spreekuur, Inloopcontact))
"""What a volunteer writes: signals, worries, and spreekuren with their light contacts (product.md, The people). Not the
sociale kaart: to propose is a right that no profile can give them (docs/besluiten/0023)."""


@dataclass(frozen=True, slots=True)
class Toegang:
    """What an admitted device may do, for the length of one transaction."""

    device_no: int
    medewerker_id: UUID
    lezer: VoorWie
    functie: Functie = Functie.GENERALIST

    def check_sender(self, operatie: Operation) -> None:
        """Refuse the whole request when an operation is not this device's and this worker's own."""
        if operatie.id.device_no != self.device_no or operatie.user_id != self.medewerker_id:
            raise VreemdeOperatie

    def check_write(self, sessie: Session, operatie: Operation) -> None:
        """Refuse, for this one operation, what only the municipality writes.

        On the sociale kaart a worker proposes, and the municipality says what stands (SOC-12): no laptop writes in an
        entry that the municipality wrote in, and none says of its own that it was confirmed.
        """
        if operatie.soort in VAN_DE_GEMEENTE:
            raise GeenRecht
        if self.functie is Functie.VRIJWILLIGER and operatie.soort not in SCHRIJFT_VRIJWILLIGER:
            raise GeenRecht
        if operatie.soort == Voorziening.soort and (
            operatie.eenheid == _STAND or _is_of_municipality(sessie, operatie.soort, operatie.entiteit_id)
        ):
            raise GeenRecht

    def may_see(self, soort_no: int, eenheid: int) -> bool:
        """Whether this device's reader may see a unit; one that is newer than this server is passed on unread."""
        soort = SOORTEN.get(soort_no)
        return soort is None or eenheid not in eenheden(soort) or mag_eenheid(self.lezer, soort, eenheid)

    def readable(self) -> ColumnElement[bool]:
        """Which operations of `op` this device is sent: what its reader may see, but not its own.

        Every operation of an answer is chosen with this.
        """
        verborgen = [(nr, e) for nr, soort in SOORTEN.items() for e in eenheden(soort) if not self.may_see(nr, e)]
        zichtbaar: ColumnElement[bool] = tuple_(OP.c.soort, OP.c.eenheid).not_in(verborgen)
        if self.functie is Functie.VRIJWILLIGER:
            eigen = and_(OP.c.user_id == self.medewerker_id, OP.c.soort != Bezorgdheid.soort)
            zichtbaar = or_(eigen, OP.c.soort.in_(LEEST_VRIJWILLIGER))
        return and_(OP.c.device_no != self.device_no, or_(zichtbaar, self._addressed()))

    def _addressed(self) -> ColumnElement[bool]:
        """A worry that was first addressed to this worker, or that they wrote. Nobody can give it to another later."""
        adres, ander = OP.alias(), OP.alias()
        is_adres = and_(adres.c.soort == Bezorgdheid.soort, adres.c.eenheid == EENHEID_VOOR)
        eerste = (
            sql_select(func.min(ander.c.server_seq))
            .where(
                ander.c.soort == Bezorgdheid.soort,
                ander.c.entiteit_id == adres.c.entiteit_id,
                ander.c.eenheid == EENHEID_VOOR,
            )
            .scalar_subquery()
        )
        van_mij = or_(adres.c.waarde == codec.dumps([self.medewerker_id.bytes]), adres.c.user_id == self.medewerker_id)
        mijn = sql_select(adres.c.entiteit_id).where(is_adres, van_mij, adres.c.server_seq == eerste)
        return and_(OP.c.soort == Bezorgdheid.soort, OP.c.entiteit_id.in_(mijn))


_STAND = next(nummer for nummer, velden in eenheden(Voorziening).items() if "stand" in velden)


def _is_of_municipality(sessie: Session, soort: int, entiteit_id: UUID) -> bool:
    """Whether the municipality itself wrote in this record."""
    van_haar = and_(OP.c.soort == soort, OP.c.entiteit_id == entiteit_id, OP.c.device_no == SERVER_NO)
    return sessie.execute(sql_select(OP.c.n).where(van_haar).limit(1)).first() is not None


def verify(sessie: Session, verzoek: SignedRequest) -> None:
    """Refuse (`Geweigerd`) a request that no active device signed, before its body is looked at."""
    device = sessie.get(DeviceRow, verzoek.device_no)
    if device is None or device.stand != DeviceStand.ACTIEF:
        raise Geweigerd
    check_signature(verzoek, device.publieke_sleutel)


def admit(sessie: Session, verzoek: SignedRequest) -> tuple[DeviceRow, Toegang]:
    """Use up the counter of a verified request, in the transaction that does its work."""
    device = sessie.get(DeviceRow, verzoek.device_no)
    if device is None or device.stand != DeviceStand.ACTIEF:
        raise Geweigerd
    use_counter(device, verzoek)
    medewerker = heads.read_entity(sessie, Medewerker, device.medewerker_id)
    # Whoever is not in the log is shown nothing of anybody: the least that there is.
    functie = medewerker.functie if medewerker is not None else Functie.VRIJWILLIGER
    return device, Toegang(verzoek.device_no, device.medewerker_id, VoorWie.PROFESSIONAL, functie)


def find_by_key(sessie: Session, publieke_sleutel: bytes) -> DeviceRow:
    """The device with this key, whatever its standing; only for asking that standing."""
    device = sessie.exec(select(DeviceRow).where(col(DeviceRow.publieke_sleutel) == publieke_sleutel)).first()
    if device is None:
        raise Geweigerd
    return device


def use_counter(device: DeviceRow, verzoek: SignedRequest) -> None:
    """The counter must exceed the stored one (Decided once 10)."""
    if verzoek.teller <= device.teller:
        raise TellerOud
    device.teller = verzoek.teller


def check_signature(verzoek: SignedRequest, publieke_sleutel: bytes) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(publieke_sleutel).verify(verzoek.handtekening, verzoek.signing_input)
    except (InvalidSignature, ValueError):
        raise Geweigerd from None
