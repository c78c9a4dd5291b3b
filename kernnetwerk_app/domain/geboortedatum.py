"""Dates of birth as the BRP has them: `JJJJ-MM-DD`, with zeros for what nobody knows (`1950-03-00`, `1950-00-00`,
`0000-00-00`). Only the end can be unknown: a day without its month, or a month without its year, does not occur."""

from datetime import date

from kernnetwerk_app.domain.datum import MAANDEN, DatumOnleesbaar, Delen, lees_delen, maak_datum
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import kaal

PATROON = r"^(0000-00-00|[12][0-9]{3}-(00-00|(0[1-9]|1[0-2])-([0-2][0-9]|3[01])))$"
"""What a stored date of birth looks like, for the field of Inwoner."""
ONBEKEND = "0000-00-00"
OUDSTE = 130
"""Years before this year in which a date of birth is taken for a slip."""


class GeboortedatumOnleesbaar(KernnetwerkError):
    code = "geboortedatum.onleesbaar"


class GeboortedatumInToekomst(KernnetwerkError):
    code = "geboortedatum.toekomst"


class GeboortedatumTeLangGeleden(KernnetwerkError):
    code = "geboortedatum.te_lang_geleden"


class GeboortejaarOntbreekt(KernnetwerkError):
    code = "geboortedatum.zonder_jaar"


class GeboortemaandOntbreekt(KernnetwerkError):
    """A day is known and its month is not."""

    code = "geboortedatum.zonder_maand"


def lees_geboortedatum(getypt: str, vandaag: date) -> str:
    """The date as the BRP writes it. Takes `1-2-1950`, `1 februari 1950`, `??-02-1950`, `02-1950`, `1950`, `onbekend`.

    Besides its own errors DatumBestaatNiet and JaarNietInVierCijfers.
    """
    if kaal(getypt).casefold() == "onbekend":
        return ONBEKEND
    delen = _lees_delen(getypt)
    jaar, maand, dag = delen.jaar or 0, delen.maand or 0, delen.dag or 0
    if (jaar, maand, dag) == (0, 0, 0) and delen.jaar is not None:
        return ONBEKEND
    if not jaar:
        raise GeboortejaarOntbreekt
    if dag and not maand:
        raise GeboortemaandOntbreekt
    if jaar < vandaag.year - OUDSTE:
        raise GeboortedatumTeLangGeleden
    if dag:
        maak_datum(jaar, maand, dag)
    if (jaar, maand, dag) > (vandaag.year, vandaag.month, vandaag.day):
        raise GeboortedatumInToekomst
    return f"{jaar:04}-{maand:02}-{dag:02}"


def toon_geboortedatum(geboortedatum: str) -> str:
    """`1 februari 1950`, `februari 1950`, `1950` or `onbekend`."""
    jaar, maand, dag = _getallen(geboortedatum)
    woorden = (str(dag) if dag else "", MAANDEN[maand - 1] if maand else "", str(jaar) if jaar else "onbekend")
    return " ".join(filter(None, woorden))


def leeftijd(geboortedatum: str, vandaag: date) -> int | None:
    """Age in whole years, None when it cannot be told.

    The rule of the BRP (Haal Centraal BRP, LeeftijdBepaling): without the day there is no age within the month of
    birth, with only the year there is none at all, and who was born on 29 February has a birthday on 1 March in a
    common year.
    """
    jaar, maand, dag = _getallen(geboortedatum)
    if not maand or (not dag and maand == vandaag.month):
        return None
    jarig_geweest = (vandaag.month, vandaag.day) >= (maand, dag)
    return vandaag.year - jaar - (not jarig_geweest)


def leeftijd_hoogstens(geboortedatum: str | None, vandaag: date) -> int | None:
    """The age that someone has at most: what is unknown of the date counts as its first day. None without a year.

    For rights that begin at an age: of who may have them already, nobody else decides.
    """
    jaar, maand, dag = _getallen(geboortedatum or ONBEKEND)
    if not jaar:
        return None
    return vandaag.year - jaar - ((vandaag.month, vandaag.day) < (maand, dag))


def is_voor_geboorte(dag: date, geboortedatum: str | None) -> bool:
    """Whether this day is before somebody was born, as far as that is known."""
    jaar, maand, geboren = _getallen(geboortedatum or ONBEKEND)
    return bool(jaar) and (dag.year, dag.month if maand else 0, dag.day if geboren else 0) < (jaar, maand, geboren)


def _lees_delen(getypt: str) -> Delen:
    try:
        return lees_delen(getypt)
    except DatumOnleesbaar:
        raise GeboortedatumOnleesbaar from None


def _getallen(geboortedatum: str) -> tuple[int, int, int]:
    """Year, month and day of a stored date; 0 for unknown."""
    return int(geboortedatum[:4]), int(geboortedatum[5:7]), int(geboortedatum[8:])
