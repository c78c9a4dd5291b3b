"""What people typed, on its way into the store: every record that holds their words is made and changed through here.

The domain says what can be kept (`bewaar`) and how long a line is (its class); this is the one place that asks both, so
that no act can forget it and each refusal has a sentence. The log and the store take what they get: what a colleague's
laptop sends is kept octet for octet.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar

from pydantic import ValidationError

from kernnetwerk_app.domain.base import Entiteit, eenheden
from kernnetwerk_app.domain.tekst import RegelTeLang, bewaar
from kernnetwerk_app.oplog.operation import OpId
from kernnetwerk_app.services.typen import bases_since
from kernnetwerk_app.store.unit_of_work import UnitOfWork

P = ParamSpec("P")
T = TypeVar("T", bound=Entiteit)
Bases = Mapping[int, tuple[OpId, ...]]
"""By merge unit: the operations whose values a screen showed, so those that an edit replaces."""


def maak(soort: Callable[P, T], *_: P.args, **velden: P.kwargs) -> T:
    """A new record with these fields, every text in the form in which it can be stored.

    Raises `TekstTeLang`, `RegelTeLang`.
    """
    bouw: Callable[..., T] = soort
    with lengte_gezegd():
        return bouw(**bewaarbaar(velden))


def wijzig(werk: UnitOfWork, geladen: T, bases: Bases, velden: Mapping[str, object]) -> T:
    """The record with these fields, as changed in a form that loaded it as `geladen`, with the `bases` of that moment.

    A unit in which something differs is written as it stood before the eyes of who changed it; the others stay as they
    are by now. Raises `BestaatNiet`, `TekstTeLang`, `RegelTeLang`.
    """
    soort, nieuw = type(geladen), bewaarbaar(velden)
    anders = {
        nummer: namen
        for nummer, namen in eenheden(soort).items()
        if any(naam in nieuw and nieuw[naam] != getattr(geladen, naam) for naam in namen)
    }
    waarden = {naam: nieuw.get(naam, getattr(geladen, naam)) for namen in anders.values() for naam in namen}
    vervangt = {nummer: bases_since(werk, geladen.id, nummer, bases.get(nummer, ())) for nummer in anders}
    with lengte_gezegd():
        return werk.change(werk.get(soort, geladen.id), vervangt, **waarden)


def bewaarbaar(velden: Mapping[str, object]) -> dict[str, Any]:
    """The same fields, every text in the form in which it can be stored. Raises `TekstTeLang`."""
    return {veld: bewaar(waarde) if type(waarde) is str else waarde for veld, waarde in velden.items()}


@contextmanager
def lengte_gezegd() -> Iterator[None]:
    """Within it a line that is longer than its field is `RegelTeLang`; any other wrong value is a mistake of ours."""
    try:
        yield
    except ValidationError as fout:
        if {regel["type"] for regel in fout.errors(include_input=False)} != {"string_too_long"}:
            raise
        raise RegelTeLang from None
