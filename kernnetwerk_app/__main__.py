"""`kernnetwerk`: starts the app, or with `controle` looks at the signatures without a window.

Without its extra it says in one sentence which one to install.
"""

import gc
import os
import sys
from importlib.util import find_spec

EXTRA = ("PySide6", "sqlcipher3", "reportlab", "requests", "zxingcpp")
GEEN_EXTRA = "Het venster van Kernnetwerk is niet geïnstalleerd. Installeer het met: pip install 'kernnetwerk[app]'\n"
GEEN_SCHERM = (
    "Kernnetwerk heeft een scherm nodig en vindt er geen. Met `python3 do.py demo` ziet u het werk zonder scherm.\n"
)


def main() -> int:
    """Exit status 0 after a normal end, 2 when the app cannot start here."""
    if any(find_spec(naam) is None for naam in EXTRA):
        sys.stderr.write(GEEN_EXTRA)
        return 2
    if sys.argv[1:2] == ["controle"]:
        from kernnetwerk_app.controle import run as controle

        return controle(sys.argv[2:])
    if sys.platform.startswith("linux") and not _has_display():
        sys.stderr.write(GEEN_SCHERM)
        return 2
    gc.disable()  # while everything is made nothing is garbage; `start` collects later, on the GUI thread
    from kernnetwerk_app import vooraf  # noqa: F401  before Qt: see there
    from kernnetwerk_app.start import run

    return run(sys.argv[1:])


def _has_display() -> bool:
    return any(os.environ.get(naam) for naam in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
