"""Random operations and random records of every kind, within what their classes accept."""

from datetime import date, time
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin
from uuid import UUID

from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.oplog.operation import Operation, OpId

TEKST = st.text(st.characters(exclude_categories=["Cs"]), max_size=10)
"""Any text without lone surrogates: NUL, bidi marks and emoji included."""
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | TEKST | st.binary(max_size=12),
    lambda deel: st.lists(deel, max_size=4) | st.dictionaries(TEKST, deel, max_size=3),
    max_leaves=8,
)
"""Everything that may cross the wire."""
OP_IDS = st.builds(OpId, st.integers(0, 2**32 - 1), st.integers(0, 2**63 - 1))
OPERATIES = st.builds(
    Operation,
    id=OP_IDS,
    hlc=st.integers(0, 2**63 - 1),
    user_id=st.uuids(),
    txn=st.integers(0, 2**63 - 1),
    soort=st.integers(0, 2**16 - 1),
    entiteit_id=st.uuids(),
    eenheid=st.integers(0, 2**16 - 1),
    bases=st.lists(OP_IDS, max_size=3).map(tuple),
    waarde=st.binary(max_size=40),
    schema=st.integers(0, 2**16 - 1),
)


@cache
def entities(soort: type[Entiteit]) -> st.SearchStrategy[Entiteit]:
    """Records of this kind with every field filled or left out as it may be."""
    return st.fixed_dictionaries({naam: _field(veld) for naam, veld in soort.model_fields.items()}).map(
        soort.model_validate
    )


def _field(veld: FieldInfo) -> st.SearchStrategy[Any]:
    grenzen = {
        naam: getattr(merk, naam)
        for merk in veld.metadata
        for naam in ("ge", "pattern", "max_length")
        if hasattr(merk, naam)
    }
    soort = veld.annotation
    if get_origin(soort) in (Union, UnionType):
        delen = get_args(soort)
        return st.one_of(*[st.none() if deel is type(None) else _value(deel, **grenzen) for deel in delen])
    return _value(soort, **grenzen)


def _value(
    soort: Any, ge: int | None = None, pattern: str | None = None, max_length: int = 40
) -> st.SearchStrategy[Any]:
    if get_origin(soort) is Annotated:
        soort = get_args(soort)[0]
    if pattern is not None:
        return st.from_regex(pattern.replace(r"\d", "[0-9]").replace("$", r"\Z"))
    if isinstance(soort, type) and issubclass(soort, Enum):
        return st.sampled_from(soort)
    bekend: dict[Any, st.SearchStrategy[Any]] = {
        str: TEKST.filter(bool),
        int: st.integers(0 if ge is None else ge, 2**63 - 1),
        bool: st.booleans(),
        bytes: st.binary(max_size=min(40, max_length)),
        UUID: st.uuids(),
        date: st.dates(),
        time: st.times(),
    }
    return bekend[soort]
