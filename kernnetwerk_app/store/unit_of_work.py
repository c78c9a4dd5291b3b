"""The one write path: operation, heads, row, search row and audit row in one transaction (Decided once 3)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from sqlalchemy import delete, insert, update
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col, select

from kernnetwerk_app.domain.base import EENHEID_DOSSIER, Entiteit, eenheden
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.codec import MAX_WAARDE
from kernnetwerk_app.oplog.exchange import IN_QUARANTAINE, Uitslag
from kernnetwerk_app.oplog.hlc import Hlc
from kernnetwerk_app.oplog.operation import MAX_BASES, Operation, OpId, dump_bases
from kernnetwerk_app.oplog.siblings import bases_for_edit, bases_for_resolution
from kernnetwerk_app.oplog.units import SOORTEN, WaardeTeGroot, decode, encode
from kernnetwerk_app.store import audit, meta
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.engine import store_error
from kernnetwerk_app.store.oplog_rows import heads, insert_operation, load_bases, operations
from kernnetwerk_app.store.project import project, rebuild
from kernnetwerk_app.store.queries import Lezer, soort_naam
from kernnetwerk_app.store.tables import ConceptRow, EntiteitRow, InhoudRow, OpenstaandRow, OpRow
from kernnetwerk_app.versie import VERSIE

T = TypeVar("T", bound=Entiteit)
STUK_OCTETS = 64 * 1024
"""Octets that belong to a record are kept in pieces of this size (architecture.md, Decided once 20)."""


class NietGekoppeld(KernnetwerkError):
    """A store that no server knows has no number to write under."""

    code = "store.niet_gekoppeld"


class UnitOfWork(Lezer):
    """Everything one save does. Nothing of it exists until `commit`; without it all of it is undone."""

    def __init__(
        self, session: Session, klok: Klok, audit_key: bytes | bytearray, sessie_id: UUID, herkomst: object = None
    ) -> None:
        super().__init__(session)
        self._klok = klok
        self._audit_key = audit_key
        self._sessie_id = sessie_id
        self._herkomst = herkomst
        begin = meta.read(session)
        self._device_no = begin.device_no
        self._user_id = begin.medewerker
        self._n = begin.laatste_n
        self._hlc = Hlc(begin.hlc)
        self._txn = begin.laatste_n + 1
        self._feiten: dict[str, object] = {}
        self._geschreven: list[Operation] = []
        self._hashes: list[bytes] = []
        self._velden: set[str] = set()
        self._geraakt: dict[UUID, int] = {}
        self._huishoudens: set[UUID] = set()
        self._toestand = False

    @property
    def wrote(self) -> bool:
        """Whether there is an operation to commit."""
        return bool(self._geschreven)

    # -- nouns ---------------------------------------------------------------------------------------------------

    def add(self, entiteit: T) -> T:
        """A new entity: an operation for each unit that says something."""
        leeg = {
            naam: veld.get_default() for naam, veld in type(entiteit).model_fields.items() if not veld.is_required()
        }
        for nummer, velden in eenheden(type(entiteit)).items():
            if any(veld not in leeg or getattr(entiteit, veld) != leeg[veld] for veld in velden):
                self._write(type(entiteit).soort, entiteit.id, nummer, encode(entiteit, nummer), ())
                self._velden.update(velden)
        self._project(type(entiteit).soort, entiteit.id)
        return entiteit

    def change(self, entiteit: T, bases: Mapping[int, tuple[OpId, ...]] | None = None, **velden: object) -> T:
        """The entity with these fields changed; only units whose value differs are written.

        `bases` = what the form had loaded, by unit; without it the change replaces what stands there now.
        """
        nieuw = type(entiteit).model_validate({**entiteit.model_dump(), **velden})
        for nummer, namen in eenheden(type(entiteit)).items():
            waarde = encode(nieuw, nummer)
            if waarde == encode(entiteit, nummer):
                continue
            vervangt = bases.get(nummer, ()) if bases is not None else self._bases_now(entiteit.id, nummer)
            self._write(type(entiteit).soort, entiteit.id, nummer, waarde, vervangt)
            self._velden.update(namen)
        self._project(type(entiteit).soort, entiteit.id)
        return nieuw

    def resolve(self, entiteit: T, eenheid: int, bases: tuple[OpId, ...], **velden: object) -> T:
        """A person's choice between several values of one unit; it replaces all the siblings that were shown (I6)."""
        nieuw = type(entiteit).model_validate({**entiteit.model_dump(), **velden})
        self._write(type(entiteit).soort, entiteit.id, eenheid, encode(nieuw, eenheid), bases)
        self._velden.update(eenheden(type(entiteit))[eenheid])
        self._project(type(entiteit).soort, entiteit.id)
        return nieuw

    def rehome(self, entiteiten: Iterable[UUID], huishouden_id: UUID) -> None:
        """Put these records in this dossier, of whatever kind they are; nothing else of them is written.

        Where several dossiers stand beside one another, it replaces them all.
        """
        waarde = codec.dumps([huishouden_id.bytes])
        for entiteit_id in entiteiten:
            rij = self._session.get_one(EntiteitRow, entiteit_id)
            koppen = heads(self._session, entiteit_id, EENHEID_DOSSIER).get(EENHEID_DOSSIER, [])
            if any(kop.waarde != waarde for kop in koppen):
                vervangt = bases_for_resolution(koppen)
                self._write(rij.soort, entiteit_id, EENHEID_DOSSIER, waarde, vervangt)
                self._velden.add("huishouden_id")
                self._project(rij.soort, entiteit_id)

    # -- typing --------------------------------------------------------------------------------------------------

    def keep_typing(
        self, soort_no: int, entiteit_id: UUID, eenheid: int, waarde: bytes, bases: tuple[OpId, ...]
    ) -> None:
        """Keep what is being typed durably, in place: one open operation per visit to a field (Decided once 4)."""
        if len(waarde) > MAX_WAARDE:
            raise WaardeTeGroot
        if self._user_id is None:
            raise NietGekoppeld
        bestaand = self._session.get(OpenstaandRow, (entiteit_id, eenheid))
        if bestaand is not None:
            bestaand.waarde = waarde
            self._session.add(bestaand)
            return
        self._session.add(
            OpenstaandRow(
                entiteit_id=entiteit_id,
                eenheid=eenheid,
                soort=soort_no,
                user_id=self._user_id,
                bases=dump_bases(bases[:MAX_BASES]),
                waarde=waarde,
            )
        )
        self._toestand = True

    def seal(self, entiteit_id: UUID | None = None, eenheid: int | None = None) -> bool:
        """Turn what is being typed into operations, or drop it when nothing changed; True when there was anything.

        Without arguments: everything, and then each field is a save of its own. All texts that are open may be more
        than one body holds, and nobody meant them as one.
        """
        keuze = select(OpenstaandRow)
        if entiteit_id is not None:
            keuze = keuze.where(OpenstaandRow.entiteit_id == entiteit_id, OpenstaandRow.eenheid == eenheid)
        rijen = self._session.exec(keuze).all()
        for rij in rijen:
            self._seal_one(rij)
            if entiteit_id is None:
                self._txn = self._n + 1
        return bool(rijen)

    def _seal_one(self, rij: OpenstaandRow) -> None:
        bases = load_bases(rij.bases)
        vervangen = operations(self._session, bases)
        self._session.delete(rij)
        self._toestand = True
        if vervangen and all(operation.waarde == rij.waarde for operation in vervangen):
            return
        if not bases and _says_nothing(rij):
            return
        self._write(rij.soort, rij.entiteit_id, rij.eenheid, rij.waarde, bases)
        soort = SOORTEN.get(rij.soort)
        self._velden.update(eenheden(soort).get(rij.eenheid, ()) if soort else ())
        self._project(rij.soort, rij.entiteit_id)

    def keep_concept(self, sleutel: str, velden: Mapping[str, str]) -> None:
        """Keep what stands in a form that was not handed in, in place of what was kept; without fields it is forgotten.

        It is no record yet: no operation, no dossier, and it never leaves this laptop.
        """
        if velden:
            self._session.merge(ConceptRow(sleutel=sleutel, waarde=codec.dumps(dict(velden))))
        elif rij := self._session.get(ConceptRow, sleutel):
            self._session.delete(rij)

    def keep_octets(self, entiteit_id: UUID, octets: bytes) -> None:
        """Keep octets that belong to a record in place of what was kept, in pieces; without any they are wiped.

        They are no operation and never leave this laptop.
        """
        self._session.execute(delete(InhoudRow).where(col(InhoudRow.entiteit_id) == entiteit_id))
        for nummer, begin in enumerate(range(0, len(octets), STUK_OCTETS)):
            stuk = octets[begin : begin + STUK_OCTETS]
            self._session.execute(insert(InhoudRow), {"entiteit_id": entiteit_id, "nummer": nummer, "octets": stuk})

    # -- the exchange --------------------------------------------------------------------------------------------

    def receive(self, ontvangen: Iterable[Operation]) -> None:
        """Take in operations of others: set union, so late or double delivery changes nothing.

        `OnleesbaarBericht` for a number that stands here with other content, or that this laptop has yet to give: of
        two operations with one number one would be lost, without a word.
        """
        nu_ms = self._now_ms()
        te_tonen: dict[UUID, int] = {}
        for operation in ontvangen:
            self._hlc.observe(operation.hlc, nu_ms)
            if operation.id.device_no == self._device_no and operation.id.n > self._n:
                raise codec.OnleesbaarBericht
            if insert_operation(self._session, operation):
                te_tonen[operation.entiteit_id] = operation.soort
                self._hashes.append(operation.hash)
            elif operations(self._session, [operation.id]) != [operation]:
                raise codec.OnleesbaarBericht
        for entiteit_id, soort_no in te_tonen.items():
            self._project(soort_no, entiteit_id)

    def mark(self, uitslagen: Iterable[Uitslag], verstuurd: Sequence[Operation] = ()) -> None:
        """Note what the server said of own operations; the operations themselves stay as they were written.

        What was sent and is not kept apart (any more) is in the log there.
        """
        eigen = update(OpRow).where(col(OpRow.device_no) == self._device_no)
        if verstuurd:
            deel = col(OpRow.n).between(verstuurd[0].id.n, verstuurd[-1].id.n)
            self._session.execute(eigen.where(deel, col(OpRow.uitkomst).is_not(None)).values(uitkomst=None))
        for uitslag in uitslagen:
            if uitslag.uitkomst == IN_QUARANTAINE:
                self._session.execute(eigen.where(col(OpRow.n) == uitslag.n).values(uitkomst=IN_QUARANTAINE))
                self._toestand = True

    def set_meta(self, **feiten: object) -> None:
        """Set facts about the store itself."""
        self._feiten |= feiten
        self._toestand = True

    def rebuild(self) -> None:
        """Derive all tables again from the log."""
        rebuild(self._session)
        self._toestand = True

    # -- the end -------------------------------------------------------------------------------------------------

    def commit(
        self,
        gebeurtenis: str,
        huishouden_id: UUID | None = None,
        uitkomst: str = "gelukt",
        ook: Collection[UUID] = (),
    ) -> Changes:
        """Write the audit row and make all of it durable; gives what changed. `gebeurtenis` = audit event name. `ook`:
        other dossiers of which it was, such as those in a list; each of them has a row of its own (RES-02).

        Raises a `StoreError` or `GeheugenTekort`: then everything is undone.
        """
        if self._geschreven:
            self._feiten |= {"laatste_n": self._n}
        try:
            meta.write(self._session, **self._feiten, hlc=self._hlc.laatste)
            for dossier in (huishouden_id, *ook):
                audit.append(self._session, self._audit_key, self._audit_event(gebeurtenis, dossier, uitkomst))
            self._session.commit()
        except DBAPIError as fout:
            self._session.rollback()
            raise store_error(fout) from None
        return Changes(
            entiteiten=frozenset(self._geraakt),
            soorten=frozenset(self._geraakt.values()),
            huishoudens=frozenset(self._huishoudens),
            toestand=self._toestand or bool(self._geschreven),
            herkomst=self._herkomst,
        )

    def _audit_event(self, naam: str, huishouden_id: UUID | None, uitkomst: str) -> audit.Gebeurtenis:
        return audit.Gebeurtenis(
            naam=naam,
            moment=self._klok.nu(),
            soort=self._kind_of_deed(naam),
            user_id=self._user_id,
            device_no=self._device_no,
            sessie_id=self._sessie_id,
            huishouden_id=huishouden_id or next(iter(self._huishoudens), None),
            objecten=tuple(sorted({f"{soort_naam(s)}/{e}" for e, s in self._geraakt.items()}))[:50],
            velden=tuple(sorted(self._velden)),
            operatie_hashes=tuple(self._hashes),
            uitkomst=uitkomst,
            bron="sync" if naam.startswith("sync.") else "scherm",
            app_versie=VERSIE,
        )

    def _kind_of_deed(self, naam: str) -> audit.Soort:
        """NEN 7513: reading by its name, creating when nothing that stood there was replaced, else changing."""
        if naam.endswith(("geopend", "gelezen")):
            return audit.Soort.LEZEN
        if not self._geschreven:
            return audit.Soort.UITVOEREN
        is_new = all(not operation.bases for operation in self._geschreven)
        return audit.Soort.AANMAKEN if is_new else audit.Soort.WIJZIGEN

    def commit_unaudited(self) -> None:
        """Make durable what no person did: letters still being typed (their audit row comes at sealing), a counter."""
        if self._geschreven:
            raise RuntimeError("operations need commit() with an audit event")
        meta.write(self._session, **self._feiten)
        self._session.commit()

    # -- within --------------------------------------------------------------------------------------------------

    def _write(self, soort_no: int, entiteit_id: UUID, eenheid: int, waarde: bytes, bases: tuple[OpId, ...]) -> None:
        if self._user_id is None or not self._device_no:
            raise NietGekoppeld
        self._n += 1
        operation = Operation(
            id=OpId(self._device_no, self._n),
            hlc=self._hlc.tick(self._now_ms()),
            user_id=self._user_id,
            txn=self._txn,
            soort=soort_no,
            entiteit_id=entiteit_id,
            eenheid=eenheid,
            bases=bases[:MAX_BASES],
            waarde=waarde,
        )
        if not insert_operation(self._session, operation):
            raise RuntimeError("this number was given before: the log and its count do not agree")
        self._geschreven.append(operation)
        self._hashes.append(operation.hash)

    def _project(self, soort_no: int, entiteit_id: UUID) -> None:
        huishouden_id = project(self._session, soort_no, entiteit_id)
        self._geraakt[entiteit_id] = soort_no
        if huishouden_id is not None:
            self._huishoudens.add(huishouden_id)

    def _bases_now(self, entiteit_id: UUID, eenheid: int) -> tuple[OpId, ...]:
        return bases_for_edit(heads(self._session, entiteit_id, eenheid).get(eenheid, []))

    def _now_ms(self) -> int:
        return int(self._klok.nu().timestamp() * 1000)


def _says_nothing(rij: OpenstaandRow) -> bool:
    """Whether a unit that nobody wrote before still holds what it began with: typed, and taken back."""
    soort = SOORTEN.get(rij.soort)
    if soort is None or rij.eenheid not in eenheden(soort):
        return False  # typed in a newer version of the program
    waarden = decode(soort, rij.eenheid, rij.waarde)
    return all(waarde == soort.model_fields[veld].get_default() for veld, waarde in waarden.items())
