"""A frozen version of a plan: the exact content that is read, printed and signed (Decided once 16)."""

from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import BaseModel, Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, VoorWie
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.plan import Wie
from kernnetwerk_app.domain.tekst import achter_elkaar

MAX_INHOUD = 800 * 1024


class PlanVersie(Entiteit):
    """Immutable: one unit, written once. `inhoud` is the deterministic CBOR of a `PlanInhoud`."""

    soort: ClassVar[int] = 12
    voor: ClassVar[VoorWie] = VoorWie.TAFEL

    plan_id: Annotated[UUID, Eenheid(2)]
    nummer: Annotated[int, Field(ge=1), Eenheid(2)]
    datum: Annotated[date, Eenheid(2)]
    inhoud: Annotated[bytes, Field(max_length=MAX_INHOUD), Eenheid(2)]
    code: Annotated[str, Field(pattern=r"^[0-9A-HJKMNP-TV-Z]{10}$"), Eenheid(2)]


class InhoudAntwoord(BaseModel, frozen=True, hide_input_in_errors=True):
    """One question as it was asked, and what was answered. `stem`: in the resident's own words."""

    label: str
    woorden: str
    stem: bool = False


class InhoudLeefgebied(BaseModel, frozen=True, hide_input_in_errors=True):
    """What was said about one life domain that was talked about; unasked ones are absent."""

    naam: str
    goed: str | None = None
    lastig: str | None = None
    wens: str | None = None
    antwoorden: tuple[InhoudAntwoord, ...] = ()
    """What the other questions of the list brought, in its order."""


class InhoudBevinding(BaseModel, frozen=True, hide_input_in_errors=True):
    """One thing that the onderzoek brought (PLAN-02): which, as it was asked, what came out and what was written."""

    sleutel: str
    label: str
    uitkomst: str | None = None
    woorden: str | None = None
    waarde: str | None = None
    """What was chosen, as it is kept; `uitkomst` is how it read on that day, which a municipality may put otherwise."""

    @property
    def zin(self) -> str:
        """What came of it, as it reads."""
        return achter_elkaar(self.uitkomst, self.woorden)


class InhoudStap(BaseModel, frozen=True, hide_input_in_errors=True):
    tekst: str
    gedaan: bool = False


class InhoudAfspraak(BaseModel, frozen=True, hide_input_in_errors=True):
    """One line of who does what, as printed: `wie` is a name, `soort` the kind of doer."""

    wie: str
    soort: str
    tekst: str
    wanneer: str | None = None
    hoe_vaak: str | None = None
    begin: date | None = None
    terugkijk: date | None = None
    waarom: str | None = None
    akkoord: str | None = None
    opmerking: str | None = None
    einde: date | None = None
    organisatie: str | None = None
    vorm: str | None = None
    """What form of line it is, as it reads."""
    aangeboden: str | None = None
    voorkeur: str | None = None
    voorkeur_reden: str | None = None
    achtervang: str | None = None
    """On whom a volunteer falls back, and how to reach them."""
    regelt: str | None = None
    """Who sees to it as long as no name is known (PLAN-07)."""


class InhoudTrede(BaseModel, frozen=True, hide_input_in_errors=True):
    """One rung of the ladder that was confirmed: which (`ladder.Trede`), what was answered as it reads, and what there
    is on it. Together they are the motivation of what is decided later.
    """

    sleutel: str
    antwoord: str | None = None
    woorden: str | None = None


class InhoudDoel(BaseModel, frozen=True, hide_input_in_errors=True):
    nummer: int
    tekst: str
    resultaat: str | None = None
    terugvraag: str | None = None
    """Where nobody said how we will see it: what we look at on the day we look back, in the words that were read and
    signed (PLAN-20). None beside a `resultaat`, and in a version of before there was one.
    """
    stappen: tuple[InhoudStap, ...] = ()
    afspraken: tuple[InhoudAfspraak, ...] = ()
    lichter_kan: bool | None = None
    lichter_reden: str | None = None
    informeel: str | None = None
    """What was answered to whether informal help can contribute, as it reads (PLAN-11)."""
    algemeen: str | None = None
    """The same of what is there for everyone. In a version with more of the ladder both stand there too, not here."""
    ladder: tuple[InhoudTrede, ...] = ()
    """The rungs that were confirmed, in the order of the municipality; empty where only those two were asked."""
    meedoen: bool = False
    """Whether it is a participatiedoel (PLAN-22)."""
    met_hulp_van: str | None = None
    """Who helped to put it into words, where the resident agrees that it stands here (RES-05)."""


class InhoudContact(BaseModel, frozen=True, hide_input_in_errors=True):
    naam: str
    functie: str
    telefoon: str | None = None


class InhoudVoorziening(BaseModel, frozen=True, hide_input_in_errors=True):
    """What can be asked for with a signature: the line of the plan, and how it reads."""

    afspraak_id: UUID
    wat: str


class InhoudTekenaar(BaseModel, frozen=True, hide_input_in_errors=True):
    """Somebody who decides along, and in what capacity."""

    naam: str
    als: str


class InhoudDeel(BaseModel, frozen=True, hide_input_in_errors=True):
    """One part of the paper: what it is, and the heading that the municipality gives it."""

    sleutel: str
    kop: str


class PlanInhoud(BaseModel, frozen=True, hide_input_in_errors=True):
    """Everything that stands in the plan, in the order of the paper; what is not in here is not signed.

    A version that was frozen before a field was there stays readable: every new field has a default that says nothing.
    """

    gemeente: str
    titel: str
    plansoort: str
    van: str
    """The resident as addressed: `mevrouw Voorbeeld`."""
    adres: str
    datum: date
    nummer: int
    vraag: str
    waar_het_om_gaat: str | None = None
    al_geprobeerd: str | None = None
    aanwezig: str | None = None
    """Who sat at the table."""
    makers: tuple[str, ...] = ()
    """Who helped to make it and is neither its owner nor the contact person; with `samen_met`, as typed (PLAN-17)."""
    samen_met: str | None = None
    zelf: str | None = None
    kansen: str | None = None
    leefgebieden: tuple[InhoudLeefgebied, ...] = ()
    doelen: tuple[InhoudDoel, ...] = ()
    route: tuple[str, ...] = ()
    route_nu: int = 0
    route_onder: tuple[str, ...] = ()
    """When and with whom, under each stop (TAAL-02)."""
    besluit: str = ""
    """What stands there of the decision on what was asked for already; empty where nothing was, and in a version of
    before it was said. Where it is empty it is not in the bytes either.
    """
    verder: tuple[str, ...] = ()
    """Sentences under *Zo gaat het verder*."""
    contact: InhoudContact
    terugkijk: date | None = None
    ongelezen: str | None = None
    """Why it was read together though a newer version of part of it could not be read; None when all could."""
    aan: tuple[str, ...] = ()
    """To whom it is addressed besides the resident, a line each (SIG-19)."""
    opbouw: tuple[InhoudDeel, ...] = ()
    """The parts in the order of the municipality's template; empty in a version of before there was one."""
    sjabloon: str = ""
    """Which template that was, with its version (PLAN-14)."""
    leus: str = ""
    """How the municipality says that a household has one plan (PLAN-23)."""
    aan_te_vragen: tuple[InhoudVoorziening, ...] = ()
    """The lines that are maatwerk; empty in a version of before one could ask for them with a signature."""
    voorlichting: date | None = None
    """On which day it was told how help can be arranged and what it can cost (BES-10)."""
    leverwens: str | None = None
    leverwens_reden: str | None = None
    leverwens_uitleg: str | None = None
    """What that choice means, in the words in which it was told; without one this is not in the bytes."""
    meldingen: tuple[UUID, ...] = ()
    """The questions that stand on it; empty in a version of before this was kept."""
    netwerk: str = ""
    """Whether the network takes part, in the resident's words (NET-02); empty when nobody said so."""
    tekenen: tuple[InhoudTekenaar, ...] = ()
    """Who decide on it too, with a place of their own to sign; empty where one person decides."""
    mantelzorgers: tuple[UUID, ...] | None = None
    """The relations of the mantelzorgers of whom it tells something; they stand on no paper. A name or the kind of help
    may be put right later, and it is still they who say whether it may be shared (NET-05). None in a version of before
    this was kept.
    """
    bevindingen: tuple[InhoudBevinding, ...] = ()
    """What the onderzoek brought. Where it brought nothing this is not in the bytes either."""

    def begint_na_besluit(self, regel: InhoudAfspraak) -> bool:
        """Whether this line begins once the municipality decided on it: it is maatwerk without a day of its own."""
        woorden = {regel.tekst, f"{regel.wie}: {regel.tekst}"}
        is_maatwerk = regel.soort == Wie.PROFESSIONAL.value and any(een.wat in woorden for een in self.aan_te_vragen)
        return is_maatwerk and regel.begin is None

    @property
    def terugkijkplaatsen(self) -> frozenset[int]:
        """Where on the route the day of looking back stands, which is told by itself too: the last place with it, for
        the gesprek may have been on that day. In a version of before there stood that there would be one.
        """
        dag = datum_kort(self.terugkijk) if self.terugkijk is not None else None
        return frozenset([plaats for plaats, onder in enumerate(self.route_onder) if onder == dag][-1:])

    @property
    def besluitplaatsen(self) -> frozenset[int]:
        """Where on the route it stands by when we decide: that follows from what was asked for."""
        return frozenset(plaats for plaats, onder in enumerate(self.route_onder) if self.besluit == onder != "")
