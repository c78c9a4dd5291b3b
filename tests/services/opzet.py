"""A dossier as far as a test needs it, made by the services themselves, and reading what stands on paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pikepdf

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze, Ondertekening
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.services import nagaan, ondertekening, plan, typen, vraagverheldering
from kernnetwerk_app.services.ondertekening import Tekenvraag
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.services.typen import Veldadres
from kernnetwerk_app.services.vraagverheldering import Gesprek
from kernnetwerk_app.services.werkplek import Werkplek
from tests.documents.lezen import Viewer, open_pdf
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
            return vraagverheldering.load(self.plek, lezer, self.huishouden_id, self.gesprek_id)

    def adres(self, sleutel: str) -> Veldadres:
        """Where this answer is typed, as the form loads it now."""
        return self.gesprek().adressen[sleutel]

    def plan(self) -> PlanBeeld:
        with self.plek.store.read() as lezer:
            return plan.load(self.plek, lezer, self.plan_id)

    def typ(self, sleutel: str, tekst: str) -> None:
        """Type a whole answer and leave the field."""
        adres = self.adres(sleutel)
        typen.keep(self.plek, adres, tekst)
        typen.seal(self.plek, adres)

    def stand(self, leefgebied: str, status: LeefgebiedStatus, reden: str | None = None) -> None:
        """Choose the state of a life domain, as the screen shows it now."""
        bases = self.gesprek().bases[leefgebied]
        hier = self.huishouden_id
        vraagverheldering.kies_status(self.plek, hier, self.gesprek_id, leefgebied, status, reden, bases)

    def doel(self, tekst: str = DOEL) -> UUID:
        return plan.add_doel(self.plek, self.plan_id, tekst)[0]

    def nagegaan(self) -> None:
        """What is asked before one reads together was talked about, and nothing of it is needed now."""
        nagaan.niet_nodig(self.plek, self.plan_id)

    def versie(self) -> PlanVersie:
        return plan.stel_vast(self.plek, self.plan_id)[0]

    def wijzig(self, entiteit: Entiteit, **velden: object) -> None:
        """Change fields of the plan or a part of it, as loaded just now."""
        with self.plek.store.read() as lezer:
            bases = lezer.bases(entiteit.id)
        plan.change(self.plek, type(entiteit), entiteit.id, bases, **velden)

    def teken(
        self, versie: PlanVersie, keuze: Keuze = Keuze.EENS, reactie: str | None = None, *, op_papier: bool = False
    ) -> Ondertekening:
        """On the screen, or with a pen on the print of it: then it was in hand (0014)."""
        dag = self.plek.vandaag if op_papier else None
        vraag = Tekenvraag(keuze, reactie, "Anna Voorbeeld-Jansen", Hoedanigheid.INWONER, STREPEN, dag)
        gemaakt, _ = ondertekening.teken(self.plek, versie.id, vraag)
        with self.plek.store.read() as lezer:
            return lezer.get(Ondertekening, gemaakt)


def begin_dossier(plek: Werkplek, vraag: str = VRAAG) -> Dossier:
    """A new household with its melding, gesprek and plan."""
    opgenomen = nieuwe_melding(plek, vraag)
    gesprek_id = begin_gesprek(plek, opgenomen.huishouden_id)
    plan_id, _ = plan.begin(plek, opgenomen.huishouden_id)
    return Dossier(plek, opgenomen.huishouden_id, opgenomen.melding_id, gesprek_id, plan_id)


def begin_gesprek(plek: Werkplek, huishouden_id: UUID) -> UUID:
    """A gesprek that is being held today, in which no word stands yet."""
    gesprek_id, _ = vraagverheldering.open_gesprek(plek, huishouden_id)
    with plek.store.write() as werk:
        vraagverheldering.hold(plek, werk, huishouden_id, gesprek_id)
        werk.commit("gesprek.begonnen")
    return gesprek_id


def laatste_n(plek: Werkplek) -> int:
    """How many operations this laptop wrote."""
    with plek.store.read() as lezer:
        return lezer.meta().laatste_n


def gelezen(pdf: bytes) -> str:
    """The words on all pages, as a reader selects them, with each run of white space as one space."""
    viewer = Viewer(pdf)
    return " ".join(" ".join(viewer.text(blad) for blad in range(viewer.pages)).split())


def opgeblazen(pdf: bytes) -> bytes:
    """Every octet of the file, with its streams inflated and its strings decoded, so that nothing hides in a form."""
    document = open_pdf(pdf)
    delen = [pdf]
    for deel in document.objects:
        delen += _octetten(deel)
        if isinstance(deel, pikepdf.Stream) and deel.get("/Subtype") != "/Image":
            delen.append(deel.read_bytes())
    for blad in document.pages:
        for opdracht in pikepdf.parse_content_stream(blad):
            delen += [octets for operand in opdracht.operands for octets in _octetten(operand)]
    return b"\n".join(delen)


def _octetten(deel: object) -> Iterator[bytes]:
    """The strings in an object of a PDF; what it only refers to is an object of its own."""
    if isinstance(deel, pikepdf.String):
        yield bytes(deel)
    elif isinstance(deel, pikepdf.Array):
        for onderdeel in deel:
            yield from _direct(onderdeel)
    elif isinstance(deel, pikepdf.Dictionary | pikepdf.Stream):
        for sleutel in deel.keys():  # noqa: SIM118  iterating a stream is not iterating its dictionary
            yield from _direct(deel[sleutel])


def _direct(deel: object) -> Iterator[bytes]:
    if not (isinstance(deel, pikepdf.Object) and deel.is_indirect):
        yield from _octetten(deel)


def staat_erin(woord: str, octets: bytes) -> bool:
    """Whether this word is there in UTF-8 or UTF-16."""
    return any(woord.encode(soort) in octets for soort in ("utf-8", "utf-16-be", "utf-16-le"))
