"""`kernnetwerk`: starts the app. Without its extra it says in one sentence which one to install."""

import os
import sys

GEEN_SCHERM = (
    "Kernnetwerk heeft een scherm nodig en vindt er geen. Met `python3 do.py demo` ziet u het werk zonder scherm.\n"
)
GEEN_EXTRA = "Het venster van Kernnetwerk is niet geïnstalleerd. Installeer het met: pip install 'kernnetwerk[app]'\n"


def main() -> int:
    """Exit status 0 after a normal end, 2 when the app cannot start here."""
    if sys.platform.startswith("linux") and not _has_display():
        sys.stderr.write(GEEN_SCHERM)
        return 2
    try:
        from kernnetwerk_app.start import run
    except ModuleNotFoundError as fout:
        if (fout.name or "").partition(".")[0] not in ("PySide6", "shiboken6", "sqlcipher3", "reportlab", "requests", "segno"):
            raise
        sys.stderr.write(GEEN_EXTRA)
        return 2
    return run(sys.argv[1:])


def _has_display() -> bool:
    return any(os.environ.get(naam) for naam in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
