"""A reaction to exactly one frozen version: agreeing, having seen, or disagreeing, with one's own words beside it."""

from datetime import date, time
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Tekstveld, VoorWie
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import MAX_REGEL, is_leeg

MAX_PDF = 512 * 1024
"""Largest PDF kept as a value until attachments exist, in bytes (Decided once 16)."""

STUK = ("pdf", "strepen", "scan")
"""The fields that may be large: whoever makes a list leaves them where they are."""


class OndertekeningZonderKeuze(KernnetwerkError):
    code = "ondertekening.zonder_keuze"


class OndertekeningZonderReden(KernnetwerkError):
    """*Ik ben het niet eens met dit plan, omdat ...* asks for the words after omdat."""

    code = "ondertekening.zonder_reden"


class OndertekeningZonderHoedanigheid(KernnetwerkError):
    """Where somebody speaks for the resident, one says in what capacity one signs: nobody is taken for the resident."""

    code = "ondertekening.zonder_hoedanigheid"


class ReactieZonderHoedanigheid(KernnetwerkError):
    """The same of what was only said: it is somebody's, and nobody signs it."""

    code = "ondertekening.wie_zei_het"


class HoedanigheidZonderNamelijk(KernnetwerkError):
    """*Iemand anders* says who that is."""

    code = "ondertekening.zonder_namelijk"


class OndertekeningZonderHandtekening(KernnetwerkError):
    code = "ondertekening.zonder_handtekening"


class DagVanTekenenKloptNiet(KernnetwerkError):
    """Nobody can have signed a version on paper before it was there, or on a day that has to come yet."""

    code = "ondertekening.dag_klopt_niet"


class TekenaarIsOverleden(KernnetwerkError):
    """Nobody reacts after they died; what they signed before stays."""

    code = "ondertekening.tekenaar_overleden"


class PdfTeGroot(KernnetwerkError):
    code = "ondertekening.pdf_te_groot"


class Keuze(StrEnum):
    """The three choices; none is chosen beforehand."""

    EENS = "eens"
    GEZIEN = "gezien"
    NIET_EENS = "niet eens"


class Hoedanigheid(StrEnum):
    """In what capacity someone reacts. `ANDERS` speaks for oneself and says as who: a daughter, a neighbour. What they
    say is kept as theirs; it signs for nobody.
    """

    INWONER = "inwoner"
    PARTNER = "partner"
    OUDER = "ouder met gezag"
    GEMACHTIGDE = "gemachtigde"
    MENTOR = "mentor"
    CURATOR = "curator"
    BEWINDVOERDER = "bewindvoerder"
    ANDERS = "iemand anders"


MACHTIGBAAR = (Hoedanigheid.PARTNER, Hoedanigheid.GEMACHTIGDE)
"""Who can speak for the resident because the resident wants so; with a line on how that was told (Awb art. 2:1)."""


def lees_hoedanigheid(woorden: str | None) -> Hoedanigheid | None:
    """The capacity that a melding names for who speaks for the resident; None for what is none: `familielid`."""
    gevonden = next((h for h in Hoedanigheid if h.value == (woorden or "").strip().lower()), None)
    return None if gevonden in (Hoedanigheid.INWONER, Hoedanigheid.ANDERS) else gevonden


class Wijze(StrEnum):
    SCHERM = "op het scherm"
    PAPIER = "op papier"
    MONDELING = "mondeling"


GETEKEND = (Wijze.SCHERM, Wijze.PAPIER)
"""With a signature, which can ask for something (0033). Only what was signed on paper was in their hand then (0014)."""


class Ondertekening(Entiteit):
    """What someone said of a version. Choice, words, strokes, PDF and code are sealed together by the device key."""

    soort: ClassVar[int] = 13
    voor: ClassVar[VoorWie] = VoorWie.TAFEL

    planversie_id: Annotated[UUID, Eenheid(2)]
    code: Annotated[str, Field(max_length=10), Eenheid(2)]
    keuze: Annotated[Keuze, Eenheid(2)]
    reactie: Annotated[Tekstveld | None, Eenheid(2)] = None
    naam: Annotated[str, Field(min_length=1, max_length=300), Eenheid(2)]
    hoedanigheid: Annotated[Hoedanigheid, Eenheid(2)] = Hoedanigheid.INWONER
    inwoner_id: Annotated[UUID | None, Eenheid(2)] = None
    wijze: Annotated[Wijze, Eenheid(2)] = Wijze.SCHERM
    datum: Annotated[date, Eenheid(2)]
    tijd: Annotated[time | None, Eenheid(2)] = None
    strepen: Annotated[bytes | None, Field(max_length=200_000), Eenheid(2)] = None
    """CBOR of strokes: shape and line width in mm only, never times or pressure."""
    namelijk: Annotated[str | None, Field(max_length=MAX_REGEL), Eenheid(2)] = None
    """Who *iemand anders* is, in their own words; of who is `MACHTIGBAAR` how the resident said that they may."""
    pdf: Annotated[bytes | None, Field(max_length=MAX_PDF), Eenheid(3)] = None
    zegel: Annotated[bytes | None, Field(max_length=64), Eenheid(4)] = None
    """Ed25519 of the device over version code, choice, words, strokes and the SHA-256 of the PDF."""
    voorgelezen: Annotated[bool, Eenheid(5)] = False
    """Whether what was written down was read aloud to who said it."""
    aanwezig: Annotated[str | None, Field(max_length=MAX_REGEL), Eenheid(5)] = None
    """Who were there when it was only said, or when somebody put a mark."""
    merkteken: Annotated[bool, Eenheid(5)] = False
    """Whether the signature is a mark, of who cannot write their name."""
    scan: Annotated[bytes | None, Field(max_length=MAX_PDF), Eenheid(6)] = None
    """The signed paper that came back: a PDF of its pages as pictures, and of nothing else."""
    versie_hash: Annotated[bytes | None, Field(max_length=32), Eenheid(7)] = None
    """Of the whole version: what the check code does not cover, its number, day and plan, and all of its content."""
    gevraagd: Annotated[int | None, Field(ge=0), Eenheid(7)] = None
    """How much was asked for with it, so that what is gone later is missed. None in one of before this was kept."""


def check_ondertekening(keuze: Keuze | None, reactie: str | None, heeft_strepen: bool, wijze: Wijze) -> None:
    """Refuse what would say less than the person meant; a signature itself is never required to go on."""
    if keuze is None:
        raise OndertekeningZonderKeuze
    if keuze is Keuze.NIET_EENS and is_leeg(reactie):
        raise OndertekeningZonderReden
    if wijze is Wijze.SCHERM and not heeft_strepen:
        raise OndertekeningZonderHandtekening


def check_hoedanigheid(hoedanigheid: Hoedanigheid | None, namelijk: str | None, wijze: Wijze) -> Hoedanigheid:
    """The capacity that was told; refuses what nobody told."""
    if hoedanigheid is None:
        raise ReactieZonderHoedanigheid if wijze is Wijze.MONDELING else OndertekeningZonderHoedanigheid
    if hoedanigheid is Hoedanigheid.ANDERS and is_leeg(namelijk):
        raise HoedanigheidZonderNamelijk
    return hoedanigheid


def check_op_papier(dag: date, versie_van: date, vandaag: date) -> None:
    """Refuse a day of signing on paper outside the days on which this version was there (PLAN-05)."""
    if not versie_van <= dag <= vandaag:
        raise DagVanTekenenKloptNiet
