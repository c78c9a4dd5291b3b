"""Keeps Python 3.11 alive under PySide6 6.12.0.

Every call into that version which returns nothing takes a reference to None away without having one (counted: 1,000
calls of `QPen.setWidthF`, 1,000 references; 6.11.3 takes none), and every `Signal.emit` one to True. From Python 3.12
on both are immortal and nothing happens; on 3.11 the interpreter stops with "deallocating None" after some five
thousand calls, or with "deallocating True or False" after some six hundred signals.

It also takes whatever leaves a method that Qt calls (`paintEvent`, `sizeHint`, `eventFilter`) for an exception. On 3.11
what C code raised is not one yet: a type, and the words or nothing. Then the program ends with a segmentation fault in
`PepException_GetArgs` instead of telling the error: "Internal C++ object already deleted", no memory, `len(3)`.
"""

import sys
from collections.abc import Callable, Iterator
from functools import cache, wraps
from types import FunctionType
from typing import Any

_PLENTY = 1 << 40
"""More references than any working day of calls can take."""
_HOOK = "__init_subclass__"


def protect_none() -> None:
    """Make None, True and False as good as immortal where they are not, before anything else of Qt. May be repeated."""
    if sys.version_info < (3, 12):
        import ctypes

        for each in (None, True, False):
            ctypes.c_ssize_t.from_address(id(each)).value += _PLENTY


def protect_overrides() -> None:
    """Have every class of ours that derives from one of Qt, made or still to be made, give Qt whole exceptions where it
    needs that. May be repeated.
    """
    if sys.version_info < (3, 12):
        from PySide6.QtCore import QObject

        if _HOOK not in vars(QObject):
            setattr(QObject, _HOOK, classmethod(_on_class))
            for kind in _derived(QObject):
                _guard(kind)


def _on_class(kind: type, /, **options: Any) -> None:
    from PySide6.QtCore import QObject

    super(QObject, kind).__init_subclass__(**options)  # type: ignore[misc]  # it stands on QObject
    _guard(kind)


def _derived(kind: type) -> Iterator[type]:
    below: list[type] = kind.__subclasses__()
    for each in below:
        yield each
        yield from _derived(each)


def _guard(kind: type) -> None:
    """Guard the methods of this class that Qt has too."""
    known = [names for base in kind.__mro__ if (names := _names_in_qt(base))]
    for naam, method in () if _names_in_qt(kind) else tuple(vars(kind).items()):
        if isinstance(method, FunctionType) and naam[0] != "_" and any(naam in names for names in known):
            setattr(kind, naam, _whole(method))


@cache
def _names_in_qt(kind: type) -> frozenset[str]:
    """What a class of Qt itself has; nothing for any other."""
    return frozenset(vars(kind)) if kind.__module__.startswith("PySide6.") else frozenset()


def _whole(method: Callable[..., Any]) -> Callable[..., Any]:
    """The same, but what it raises is an exception by then: passing through `except` makes it one. Connected to a
    signal it gets all that the signal tells, as a method without arguments would not.
    """

    @wraps(method)
    def guarded(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except BaseException:  # noqa: TRY203  see above
            raise

    return guarded
