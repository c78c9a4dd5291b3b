"""What the first window needs besides Qt, imported before Qt.

PySide6 reads the source text of every module that is imported after it, in search of its own name: 0.3 ms each. So
modules that know no Qt come first; nothing else depends on this order.
"""

import ctypes as ctypes
import queue as queue
import signal as signal
import string as string
import tomllib as tomllib
import zoneinfo as zoneinfo

from kernnetwerk_app import klok as klok
from kernnetwerk_app import settings as settings
from kernnetwerk_app import teksten as teksten
from kernnetwerk_app import versie as versie
from kernnetwerk_app.domain import errors as errors
from kernnetwerk_app.store import instance_lock as instance_lock
from kernnetwerk_app.store import throttle as throttle
from kernnetwerk_app.ui import stylesheet as stylesheet
from kernnetwerk_app.ui import tokens as tokens
