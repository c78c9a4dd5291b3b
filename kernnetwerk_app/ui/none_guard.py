"""Keeps Python 3.11 alive under PySide6 6.12.0.

Every call into that version which returns nothing takes a reference to None away without having one (counted: 1,000
calls of `QPen.setWidthF`, 1,000 references; 6.11.3 takes none), and every `Signal.emit` one to True. From Python 3.12
on both are immortal and nothing happens; on 3.11 the interpreter stops with "deallocating None" after some five
thousand calls, or with "deallocating True or False" after some six hundred signals.
"""

import sys

_PLENTY = 1 << 40
"""More references than any working day of calls can take."""


def protect_none() -> None:
    """Make None, True and False as good as immortal where they are not, before anything else of Qt. May be repeated."""
    if sys.version_info < (3, 12):
        import ctypes

        for each in (None, True, False):
            ctypes.c_ssize_t.from_address(id(each)).value += _PLENTY
