"""How a process of its own begins and ends, of those that help the program: the word list, and files of others.

Each is asked on its standard input and answers on its standard output. It ends when its input does, so also when the
program that asks is killed. `ui/hulpproces` is the other end.
"""

import os
import signal
import sys
from collections.abc import Callable
from typing import BinaryIO

from kernnetwerk_app.geheugen import forbid_dumps

Serve = Callable[[BinaryIO, BinaryIO], None]
"""Reads questions and writes answers until nobody asks any more."""


def run(serve: Serve) -> int:
    """All that such a process does; the value is its exit code."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is meant for the program, which ends this
    forbid_dumps()
    try:
        serve(sys.stdin.buffer, sys.stdout.buffer)
    except BrokenPipeError:
        os._exit(0)  # nobody reads any more; the ordinary way out would try to write once more
    return 0
