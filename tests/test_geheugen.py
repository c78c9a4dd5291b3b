"""Nothing of a resident in a core file: the program that runs forbids the system to make one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
_START = """
from kernnetwerk_app import vooraf, settings, start
import ctypes, os, resource, sys
PR_GET_DUMPABLE = 3
mag = ctypes.CDLL(None).prctl
voor = mag(PR_GET_DUMPABLE, 0, 0, 0, 0)
qt, app = start.build(settings.parse(["--map", sys.argv[1]]))
klaar = []
app.start.painted.connect(lambda: klaar.append(True))
while not klaar:
    qt.processEvents()
print(voor, mag(PR_GET_DUMPABLE, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE), flush=True)
os._exit(0)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is promised (SECURITY.md)")
def test_a_running_program_leaves_no_image_of_its_memory(tmp_path: Path) -> None:
    omgeving = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", _START, str(tmp_path)], capture_output=True, text=True, check=True, env=omgeving
    )
    assert done.stdout.strip() == "1 0 (0, 0)"
