"""Every command block of the README is run, in a folder that holds the checkout as a reader would have it.

Seven things are made smaller. `do.py test` collects one folder instead of running, because `.ci/run` did that before.
`do.py check` does the quick ones, for it is what this test is in; `do.py eisen` only tells its options, because that
check does it too, and so does `do.py demo`, which `.ci/run` plays next. pip finds the packages that run the tests
instead of fetching them, because installer/kaal_debian.py does that. The bench opens each window once, and beside other
work it is not judged. And the server is stopped once it listens. Blocks for PowerShell are for a person
(docs/handmatig.md, number 1).
"""

import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
SHELL = [block for language, block in BLOCKS if language == "sh"]
# Without a screen `run` says so, and ends with 2. The bench ends with 1 where a target is not reached.
STATUS = {"python3 do.py run": {2}, "python3 do.py bench start": {0, 1}}
SAYS = {"python3 do.py run": "do.py demo", "python3 do.py bench start": "start: verhouding"}
ELSEWHERE = {
    "python3 do.py test": "python3 do.py test --collect-only -q tests/domain",
    "python3 do.py check": "python3 do.py check stijl opmaak",
    "python3 do.py demo --uit uit": "python3 do.py demo --uit uit --help",
    "python3 do.py eisen": "python3 do.py eisen --help",
    "python3 do.py bench start": "python3 do.py bench start --rondes 1",
}

# For pip "0" means that it builds with what is there.
LENT = {"PYTHONPATH": sysconfig.get_path("purelib"), "PIP_NO_BUILD_ISOLATION": "0"}

pytestmark = [
    pytest.mark.installeren,
    pytest.mark.timeout(240),
    pytest.mark.skipif(sys.platform == "win32", reason="the blocks are for a POSIX shell"),
    pytest.mark.skipif(
        Path(sys.prefix) != ROOT / ".venv", reason="after pip install there is no .venv; do.py check always runs it"
    ),
]


@pytest.fixture
def reader(tmp_path: Path) -> Path:
    """A folder that looks like the checkout, so that what a command leaves behind does not land in it."""
    folder = tmp_path / "kernnetwerk"
    folder.mkdir()
    for path in ROOT.iterdir():
        if not path.name.startswith("."):
            (folder / path.name).symlink_to(path)
    # `python3` is the Python that made .venv: another one would rightly make it anew, under the feet of this run.
    python = tmp_path / "bin" / "python3"
    python.parent.mkdir()
    python.write_text(f'#!/bin/sh\nexec "{Path(sys.executable).resolve()}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    return folder


def environment(reader: Path) -> dict[str, str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if name not in hidden and "PYTEST" not in name}
    return {**kept, **LENT, "PATH": f"{reader.parent / 'bin'}{os.pathsep}{kept['PATH']}"}


def listen(command: str, reader: Path) -> tuple[int, str]:
    """Start the server and stop it when it says that it listens; the line it said, and 0 for that."""
    with subprocess.Popen(
        ["/bin/sh", "-c", f"exec {command}"], cwd=reader, env=environment(reader), stdout=subprocess.PIPE, text=True
    ) as server:
        said = server.stdout.readline() if server.stdout else ""
        server.terminate()
    return (0 if "127.0.0.1" in said else 1), said


def run(command: str, reader: Path) -> tuple[int, str]:
    if " server start " in command:
        return listen(command, reader)
    line = ELSEWHERE.get(command, command)
    done = subprocess.run(
        ["/bin/sh", "-c", line], cwd=reader, env=environment(reader), capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def test_every_block_is_for_a_shell_we_know() -> None:
    assert {language for language, _ in BLOCKS} == {"sh", "powershell"}


@pytest.mark.parametrize("block", SHELL, ids=lambda block: block.splitlines()[0])
def test_commands_of_the_readme_do_what_they_say(block: str, reader: Path) -> None:
    for command in block.splitlines():
        status, said = run(command, reader)
        assert status in STATUS.get(command, {0}), f"{command}\n{said}"
        assert SAYS.get(command, "") in said


def test_pictures_and_pages_of_the_readme_exist() -> None:
    targets = {target for target in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in target}
    assert sorted(target for target in targets if not (ROOT / target).exists()) == []
