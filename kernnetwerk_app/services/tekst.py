"""What people typed, on its way into the store: every record that holds their words is made and changed through here.

The domain says what can be kept (`bewaar`) and how long a line is (its class); this is the one place that asks both, so
that no act can forget it and each refusal has a sentence. The log and the store take what they get: what a colleague's
laptop sends is kept octet for octet.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar

from pydantic import ValidationError

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.tekst import RegelTeLang, bewaar

P = ParamSpec("P")
T = TypeVar("T", bound=Entiteit)


def maak(soort: Callable[P, T], *_: P.args, **velden: P.kwargs) -> T:
    """A new record with these fields, every text in the form in which it can be stored.

    Raises `TekstTeLang`, `RegelTeLang`.
    """
    bouw: Callable[..., T] = soort
    with lengte_gezegd():
        return bouw(**bewaarbaar(velden))


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
