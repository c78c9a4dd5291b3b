"""*Nog te bezorgen*: a paper that somebody has to get and does not have yet, and how it got there in the end."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Onvindbaar, Tekstveld, VoorWie
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm, lees_vorm


class MailZonderJa(KernnetwerkError):
    """By e-mail only what the reader said of this kind of paper that they want it so (Awb art. 2:8, as of 2026)."""

    code = "bezorging.mail_zonder_ja"


class BezorgdInToekomst(KernnetwerkError):
    """Nobody has in hand today what comes tomorrow."""

    code = "bezorging.in_toekomst"


class NietMeerTeBezorgen(KernnetwerkError):
    """It was delivered already, or need not be any more."""

    code = "bezorging.niet_open"


class BezorgdZonderDag(KernnetwerkError):
    """What may not go any more was given on some day before: on which is asked for, and is not taken to be today."""

    code = "bezorging.zonder_dag"


class NogOnderweg(KernnetwerkError):
    """What this paper is of did not come to this laptop yet: nobody can say here what was given."""

    code = "bezorging.nog_onderweg"


class NietMeerVoorLezer(KernnetwerkError):
    """Since it was chosen this paper may not be made any more, or not for this reader: a yes was taken back, somebody
    decides no longer, what it is of is over or not on this laptop.
    """

    code = "bezorging.niet_meer_voor_lezer"


class PapierUitBundel(NietMeerVoorLezer):
    """The same of one among the papers of a day: `wat` is what we call it, `wie` with initials of whom it is, `sleutel`
    what the page knows it by.
    """

    code = "bezorging.papier_uit_bundel"

    def __init__(self, wat: str, wie: str, sleutel: str = "") -> None:
        super().__init__()
        self.wat, self.wie, self.sleutel = wat, wie, sleutel


class VersieMetGeheimAdres(KernnetwerkError):
    """The version was frozen with an address that is secret now, and somebody else would read it."""

    code = "bezorging.versie_met_geheim_adres"


class Stuksoort(StrEnum):
    """Which paper. Each is made anew from what is known when it is printed; of a plan it is a frozen version, and with
    what was said of it (`GETEKEND`, of an Ondertekening) the PDF that was sealed then, never made anew.
    """

    PLAN = "plan"
    GETEKEND = "getekend plan"
    CONCEPT = "concept"
    VERSLAG = "gespreksverslag"
    STAPPENKAART = "stappenkaart"
    AFSPRAKEN = "onze afspraken"
    WIE_IS_WIE = "wie is wie"
    NETWERK = "netwerk"
    CONTACTKAART = "contactkaart"
    MANTELZORG = "mantelzorg"
    TOESTEMMING = "toestemming"
    GIDS = "gids"
    AFSPRAAK = "afspraak"
    WEGWIJZER = "wegwijzer"
    ANTWOORD = "antwoord"
    """What became of a request about one's own data (RES-11)."""
    ZELF_AANVRAGEN = "zelf aanvragen"
    """*U mag nu zelf een aanvraag doen*, of a melding (Wmo 2015 art. 2.3.2 lid 9)."""
    GESPREK_LEEFGEBIEDEN = "gesprek leefgebieden"
    """*Wat wij bespraken*, by life domain."""
    GESPREK_ASSEN = "gesprek assen"
    """The same by side of life (OND-05)."""
    PERSOONSBLAD = "blad voor een persoon"
    """*Wat apart is verteld*, of one person."""
    WIE_WEET_WAT = "wie weet wat"
    """Of one person (RES-08)."""
    WIE_KEEK = "wie keek"
    """*Wie keek in mijn dossier?*, of one person (RES-02)."""
    TAKEN = "taken"
    """The own tasks of a volunteer, of the record under which they may have them (NET-21)."""


VAN_VERSIE = frozenset({Stuksoort.PLAN, Stuksoort.GETEKEND})
"""A frozen version of the plan, as it was read or with what was said of it: whoever gets either, gets that version."""
VOOR_TAFEL = frozenset({Stuksoort.AFSPRAKEN, Stuksoort.WIE_IS_WIE, Stuksoort.CONTACTKAART, Stuksoort.WEGWIJZER})
"""What others at the table may have too; a wider circle gets a copy with a yes of the resident (RES-01)."""


VAN_EEN = frozenset({Stuksoort.PERSOONSBLAD, Stuksoort.WIE_WEET_WAT, Stuksoort.WIE_KEEK})
"""Of one person at home, whom `van_id` names: also that there is such a paper is for nobody else."""


class Bezorgwijze(StrEnum):
    """How a paper gets to who reads it."""

    MEEGEVEN = "meegeven"
    LANGSBRENGEN = "langsbrengen"
    POST = "post"
    MAIL = "e-mail"


@dataclass(frozen=True, slots=True)
class Stuk:
    """One paper of a dossier; `van_id` is what it is of: a version or plan, what was said of a version, a melding,
    a contact, a relation, a request, a person, a yes. `plekken` is what was chosen to stand on it, in that order:
    places of the sociale kaart, and on what was told apart the words about a child; of *Onze afspraken* it is what was
    chosen to stay off it.
    """

    soort: Stuksoort
    huishouden_id: UUID
    van_id: UUID | None = None
    plekken: tuple[UUID, ...] = ()


Regel = Annotated[str | None, Field(max_length=300)]


class Bezorging(Entiteit):
    """One paper for one reader. `lezer` is a key of who reads it and `voor_naam` how they were called then; `vorm` as
    `schrijf_vorm` writes it. `mail_ja`: that this reader wants this kind of paper by e-mail, which holds for the next.

    Open until it was delivered (`gedaan_datum`, with how and by whom) or need not be any more (`vervallen_datum`).
    Where the paper is the outcome of an onderzoek, delivering it writes a `Verstrekking`: the clock knows only that.
    """

    soort: ClassVar[int] = 46
    voor: ClassVar[VoorWie] = VoorWie.PERSOON

    stuk: Annotated[Stuksoort, Eenheid(2)]
    van_id: Annotated[UUID | None, Eenheid(2)] = None
    lezer: Annotated[str, Field(max_length=80), Eenheid(2)]
    voor_naam: Annotated[Regel, Eenheid(2)] = None
    vorm: Annotated[Regel, Eenheid(2)] = None
    datum: Annotated[date, Eenheid(3)]
    door_id: Annotated[UUID, Eenheid(3)]
    wijze: Annotated[Bezorgwijze, Eenheid(4)] = Bezorgwijze.LANGSBRENGEN
    mail_ja: Annotated[bool | None, Eenheid(4)] = None
    uiterlijk: Annotated[date | None, Eenheid(5)] = None
    wie_id: Annotated[UUID | None, Eenheid(6)] = None
    gedaan_datum: Annotated[date | None, Eenheid(7)] = None
    gedaan_wijze: Annotated[Bezorgwijze | None, Eenheid(7)] = None
    gedaan_door_id: Annotated[UUID | None, Eenheid(7)] = None
    verstrekking_id: Annotated[UUID | None, Eenheid(7)] = None
    """The note that the outcome was given, where this paper is that."""
    vervallen_datum: Annotated[date | None, Eenheid(8)] = None
    plekken: Annotated[Tekstveld | None, Eenheid(9), Onvindbaar()] = None
    """Of *Uw wegwijzer* the places on it, and of what was told apart the answers about a child that somebody chose;
    of *Onze afspraken* the lines that stay off it. As `schrijf_ids` writes them."""

    @property
    def is_open(self) -> bool:
        return self.gedaan_datum is None and self.vervallen_datum is None

    @property
    def papiervorm(self) -> Papiervorm:
        return lees_vorm(self.vorm) if self.vorm else GEWOON

    @property
    def lezer_id(self) -> UUID | None:
        """Whom the key of the reader names, somebody of a household or a relation; None for nobody in particular."""
        try:
            return UUID(self.lezer.rpartition(".")[2])
        except ValueError:
            return None

    def is_te_laat(self, vandaag: date) -> bool:
        """Whether the day that was agreed has passed."""
        return self.is_open and self.uiterlijk is not None and vandaag > self.uiterlijk


def check_wijze(wijze: Bezorgwijze, mail_ja: bool | None) -> None:
    """Refuse e-mail to who did not say yes to it for this kind of paper."""
    if wijze is Bezorgwijze.MAIL and mail_ja is not True:
        raise MailZonderJa


def check_bezorgd(bezorging: Bezorging, datum: date, vandaag: date) -> None:
    """Refuse what was done already, and a day that is still to come."""
    if not bezorging.is_open:
        raise NietMeerTeBezorgen
    if datum > vandaag:
        raise BezorgdInToekomst
