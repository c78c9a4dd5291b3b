"""A dossier as far as a test needs it, made by the services themselves, and reading what stands on paper."""

import zlib
from dataclasses import dataclass
from io import BytesIO
from uuid import UUID

import pikepdf
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze, Ondertekening
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.services import ondertekening, plan, typen, vraagverheldering
from kernnetwerk_app.services.ondertekening import Tekenvraag
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.services.vraagverheldering import Gesprek
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import VRAAG, nieuwe_melding

DOEL = "Ik wil elke week weer een keer de deur uit."
STREPEN = (((5.0, 10.0, 0.5), (12.5, 4.25, 0.75)), ((20.0, 8.0, 0.5), (31.0, 8.5, 0.5)))


@dataclass(frozen=True, slots=True)
class Dossier:
    """A household whose gesprek and plan have begun; each act on it goes through the services."""

    plek: Werkplek
    huishouden_id: UUID
    melding_id: UUID
    gesprek_id: UUID
    plan_id: UUID

    def gesprek(self) -> Gesprek:
        with self.plek.store.read() as lezer:
            return vraagverheldering.load(self.plek, lezer, self.gesprek_id)

    def plan(self) -> PlanBeeld:
        with self.plek.store.read() as lezer:
            return plan.load(self.plek, lezer, self.plan_id)

    def typ(self, sleutel: str, tekst: str) -> None:
        """Type a whole answer and leave the field."""
        adres = self.gesprek().adressen[sleutel]
        typen.keep(self.plek, adres, tekst)
        typen.seal(self.plek, adres)

    def doel(self, tekst: str = DOEL) -> UUID:
        return plan.add_doel(self.plek, self.plan_id, tekst)[0]

    def versie(self) -> PlanVersie:
        return plan.stel_vast(self.plek, self.plan_id)[0]

    def wijzig(self, entiteit: Entiteit, **velden: object) -> None:
        """Change fields of the plan or a part of it, as loaded just now."""
        with self.plek.store.read() as lezer:
            bases = lezer.bases(entiteit.id)
        plan.change(self.plek, type(entiteit), entiteit.id, bases, **velden)

    def teken(self, versie: PlanVersie, keuze: Keuze = Keuze.EENS, reactie: str | None = None) -> Ondertekening:
        vraag = Tekenvraag(keuze, reactie, "Anna Voorbeeld-Jansen", Hoedanigheid.INWONER, STREPEN)
        gemaakt, _ = ondertekening.teken(self.plek, versie.id, vraag)
        with self.plek.store.read() as lezer:
            return lezer.get(Ondertekening, gemaakt)


def begin_dossier(plek: Werkplek, vraag: str = VRAAG) -> Dossier:
    """A new household with its melding, gesprek and plan."""
    opgenomen = nieuwe_melding(plek, vraag)
    gesprek_id, _ = vraagverheldering.begin(plek, opgenomen.huishouden_id)
    plan_id, _ = plan.begin(plek, opgenomen.huishouden_id)
    return Dossier(plek, opgenomen.huishouden_id, opgenomen.melding_id, gesprek_id, plan_id)


def laatste_n(plek: Werkplek) -> int:
    """How many operations this laptop wrote."""
    with plek.store.read() as lezer:
        return lezer.meta().laatste_n


def gelezen(pdf: bytes) -> str:
    """The words on all pages, as a reader selects them, with each run of white space as one space."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    bladen = [document.getAllText(blad).text() for blad in range(document.pageCount())]
    return " ".join(" ".join(bladen).split())


def opgeblazen(pdf: bytes) -> bytes:
    """Every octet of the file with its streams inflated, so that nothing hides in compression."""
    delen = [pdf]
    with pikepdf.Pdf.open(BytesIO(pdf)) as document:
        for deel in document.objects:
            if isinstance(deel, pikepdf.Stream):
                try:
                    delen.append(deel.read_bytes())
                except (pikepdf.PdfError, zlib.error):
                    delen.append(deel.read_raw_bytes())
            elif isinstance(deel, pikepdf.Dictionary | pikepdf.Array):
                delen.append(deel.unparse(resolved=False))
    return b"\n".join(delen)


def staat_erin(woord: str, octets: bytes) -> bool:
    """Whether this word is there in UTF-8 or UTF-16."""
    return any(woord.encode(soort) in octets for soort in ("utf-8", "utf-16-be", "utf-16-le"))
