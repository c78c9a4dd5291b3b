"""Veilig op huisbezoek: a fact that who visits must know, open to the resident, and never older than a year."""

from datetime import date, datetime, time, timedelta
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, VoorWie
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import is_leeg, kaal, lees_regel

MAX_FEIT = 40
"""Characters of a fact: it stands on a chip, and is no story."""
MAX_MINUTEN = 480


class BezoekveiligheidZonderFeit(KernnetwerkError):
    code = "bezoekveiligheid.zonder_feit"


class BezoekveiligheidFeitTeLang(KernnetwerkError):
    code = "bezoekveiligheid.feit_te_lang"


class BezoekveiligheidZonderEinde(KernnetwerkError):
    code = "bezoekveiligheid.zonder_einde"


class BezoekveiligheidTeLang(KernnetwerkError):
    """More than a year ahead: a mark on a household has to be looked at again (a hard stop)."""

    code = "bezoekveiligheid.te_lang"


class AantalMinutenOnleesbaar(KernnetwerkError):
    code = "bezoekveiligheid.aantal_minuten"


class BezoekveiligheidZonderNummer(KernnetwerkError):
    """Checking in after a visit needs somebody to call."""

    code = "bezoekveiligheid.zonder_nummer"


Regel = Annotated[str | None, Field(max_length=300)]


class Bezoekveiligheid(Entiteit):
    """One fact about visiting a household, such as a loose dog, with who said so and until when it counts.

    `meld_minuten` after a visit its visitor calls `meld_bij` at `meld_nummer`; None when that is not needed.
    """

    soort: ClassVar[int] = 25
    voor: ClassVar[VoorWie] = VoorWie.PERSOON

    feit: Annotated[str, Field(max_length=MAX_FEIT), Eenheid(2)]
    bron: Annotated[Regel, Eenheid(3)] = None
    door_id: Annotated[UUID, Eenheid(4)]
    begin_datum: Annotated[date, Eenheid(5)]
    eind_datum: Annotated[date, Eenheid(5)]
    meld_minuten: Annotated[int | None, Field(ge=1), Eenheid(6)] = None
    meld_bij: Annotated[Regel, Eenheid(6)] = None
    meld_nummer: Annotated[str | None, Field(max_length=40), Eenheid(6)] = None
    ingetrokken_datum: Annotated[date | None, Eenheid(7)] = None


def lees_feit(getypt: str) -> str:
    """The fact on one line; `BezoekveiligheidFeitTeLang` above `MAX_FEIT` characters."""
    feit = lees_regel(getypt)
    if len(feit) > MAX_FEIT:
        raise BezoekveiligheidFeitTeLang
    return feit


def lees_minuten(getypt: str) -> int:
    """How many minutes after a visit, 1 to `MAX_MINUTEN`; takes `30` and `30 minuten`."""
    cijfers = kaal(getypt).casefold().removesuffix("minuten").removesuffix("min").strip()
    if not (cijfers.isascii() and cijfers.isdigit() and len(cijfers) < 4 and 1 <= int(cijfers) <= MAX_MINUTEN):
        raise AantalMinutenOnleesbaar
    return int(cijfers)


def een_jaar_na(dag: date) -> date:
    """The same day next year; 28 February for 29 February."""
    return dag.replace(year=dag.year + 1, day=28 if (dag.month, dag.day) == (2, 29) else dag.day)


def check_bezoekveiligheid(veiligheid: Bezoekveiligheid) -> None:
    """Refuse a mark without a fact, one that counts for more than a year, and checking in with nobody."""
    if is_leeg(veiligheid.feit):
        raise BezoekveiligheidZonderFeit
    if veiligheid.eind_datum < veiligheid.begin_datum:
        raise BezoekveiligheidZonderEinde
    if veiligheid.eind_datum > een_jaar_na(veiligheid.begin_datum):
        raise BezoekveiligheidTeLang
    if veiligheid.meld_minuten is not None and veiligheid.meld_nummer is None:
        raise BezoekveiligheidZonderNummer


def geldt(veiligheid: Bezoekveiligheid, vandaag: date) -> bool:
    """Whether a visitor of today has to know it."""
    return veiligheid.ingetrokken_datum is None and veiligheid.begin_datum <= vandaag <= veiligheid.eind_datum


def meld_voor(veiligheid: Bezoekveiligheid, bezoek_tot: time | None) -> time | None:
    """Before which hour the visitor calls, of a visit that ends at `bezoek_tot`; None when nobody waits for that.

    At the latest 23.59 of the same day.
    """
    if veiligheid.meld_minuten is None or bezoek_tot is None:
        return None
    dag = date(2000, 1, 1)
    moment = datetime.combine(dag, bezoek_tot) + timedelta(minutes=min(veiligheid.meld_minuten, MAX_MINUTEN))
    return moment.time() if moment.date() == dag else time(23, 59)
