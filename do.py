#!/usr/bin/env python3
"""One standard-library file that takes a fresh machine to a running program: `python3 do.py` lists the commands.

The syntax stays within Python 3.7, so that an old Python gets a sentence and not a SyntaxError.
Exit status: 0 done, 1 a check or step failed, 2 this machine lacks something and the sentence says what.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCKS = ROOT / "installer" / "requirements"
VENV = ROOT / ".venv"
ON_WINDOWS = os.name == "nt"
VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
PYTHON = VENV / ("Scripts/python.exe" if ON_WINDOWS else "bin/python")
SITE = VENV / ("Lib" if ON_WINDOWS else f"lib/python{VERSION}") / "site-packages"

# The names of PySide6's wheels say which systems they were built for: manylinux_2_34_x86_64, manylinux_2_39_aarch64.
GLIBC = {"x86_64": (2, 34), "aarch64": (2, 39)}
FITTING = {"x86_64": "Debian 12 of nieuwer", "aarch64": "Debian 13, Ubuntu 24.04 of nieuwer"}
PROCESSORS = {"x86_64": "x86_64", "amd64": "x86_64", "aarch64": "aarch64", "arm64": "aarch64"}

# Library that Qt loads: (apt, dnf, pacman). The first table holds also without a screen, the second is for X11.
QT_LIBRARIES = {
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2", "glib2"),
    "libEGL.so.1": ("libegl1", "libglvnd-egl", "libglvnd"),
    "libGL.so.1": ("libgl1", "libglvnd-glx", "libglvnd"),
    "libX11.so.6": ("libx11-6", "libX11", "libx11"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs", "dbus"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype", "freetype2"),
    "libbrotlidec.so.1": ("libbrotli1", "libbrotli", "brotli"),
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb", "libx11"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
}
INSTALL = {
    "apt-get": "apt-get install -y --no-install-recommends",
    "dnf": "dnf install -y",
    "pacman": "pacman -S --needed --noconfirm",
}
FILES = ("--uit", "--json", "--beeld", "--voorbeelden")
TITLES = {"run": "programma", "server": "server", "dev": "gereedschap voor tests"}
DOWNLOAD = re.compile(r"\s*(?:Downloading|Using cached) (?:\S*/)?([^\s/]+?)-\S+\.whl \(([\d.]+) (k|M|G)?B\)")
APT_SIZE = re.compile(r"Need to get (?:[^/\n]*/)?([\d.,]+ [kMG]?B)")


class StopError(Exception):
    """Ends the command with one Dutch sentence; `status` is the exit status."""

    def __init__(self, sentence: str, status: int = 2) -> None:
        super().__init__(sentence)
        self.status = status


# --- Is this machine fit? -------------------------------------------------------------------------------------------


def python_problem(version: tuple[int, ...]) -> str | None:
    """Say what is wrong with this Python version, or None."""
    if (3, 11) <= version[:2] <= (3, 14):
        return None
    here = ".".join(str(part) for part in version[:3])
    other = next((name for name in (f"python3.{minor}" for minor in (14, 13, 12, 11)) if shutil.which(name)), "")
    advice = f"start met: {other} do.py" if other else "installeer een van die versies en start daarmee opnieuw."
    return f"Kernnetwerk heeft Python 3.11, 3.12, 3.13 of 3.14 nodig en dit is Python {here}; {advice}"


def number(version: str) -> tuple[int, ...]:
    """Turn '2.36' into (2, 36)."""
    return tuple(int(part) for part in re.findall(r"\d+", version)[:2])


def system_problem(system: str, processor: str, bits: int, glibc: str, macos: str) -> str | None:
    """Say why the ready-made packages do not run here, or None; versions are texts like '2.36', empty when absent."""
    kind = PROCESSORS.get(processor.lower())
    if kind is None or bits != 64:
        return f"Kernnetwerk draait alleen op 64 bits x86_64 of ARM64; dit is {processor} met een {bits}-bits Python."
    if system == "Linux" and not glibc:
        return "Kernnetwerk heeft glibc nodig en dit Linux heeft die niet (musl); neem Debian 12 of nieuwer."
    if system == "Linux" and number(glibc) < GLIBC[kind]:
        need = ".".join(str(part) for part in GLIBC[kind])
        return f"Kernnetwerk heeft op {kind} glibc {need} nodig en dit is glibc {glibc}; neem {FITTING[kind]}."
    if system == "Darwin" and number(macos) < (14,):
        return f"Kernnetwerk heeft macOS 14 of nieuwer nodig en dit is macOS {macos}."
    return None


def check_machine() -> None:
    """Stop with one sentence when the program cannot run on this machine."""
    library, glibc = platform.libc_ver()
    bits = 64 if sys.maxsize > 2**32 else 32
    problem = python_problem(tuple(sys.version_info[:3])) or system_problem(
        platform.system(), platform.machine(), bits, glibc if library == "glibc" else "", platform.mac_ver()[0]
    )
    if problem:
        raise StopError(problem)


def started(command: list[str], **variables: str) -> subprocess.Popen[str]:
    """Start a command whose output is read here, with extra environment variables."""
    out, err, environment = subprocess.PIPE, subprocess.STDOUT, {**os.environ, **variables}
    return subprocess.Popen(command, env=environment, stdout=out, stderr=err, encoding="utf-8", errors="replace")


def has_display() -> bool:
    """Tell whether a window can be shown: on Linux by the variables of X11 and Wayland."""
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# --- Making the environment -----------------------------------------------------------------------------------------


class Steps:
    """Counts what is still to do and tells it: *2 van 4: 87 MB, PySide6_Essentials*."""

    def __init__(self, total: int) -> None:
        self.total, self.done, self.started = total, 0, 0.0

    def begin(self, what: str) -> None:
        self.done, self.started = self.done + 1, time.monotonic()
        self.say(what)

    def say(self, what: str) -> None:
        print(f"{self.done} van {self.total}: {what}", flush=True)

    def end(self, what: str) -> None:
        self.say(f"{what}, klaar in {time.monotonic() - self.started:.0f} s")


def is_absent(library: str) -> bool:
    """Tell whether the loader cannot find this library; loading it is the one answer that holds everywhere."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return True
    return False


def missing_libraries() -> dict[str, tuple[str, str, str]]:
    """Find what Qt will load and this machine lacks: library to package names."""
    wanted = {**QT_LIBRARIES, **(X11_LIBRARIES if os.environ.get("DISPLAY") else {})}
    return {library: packages for library, packages in wanted.items() if is_absent(library)}


def install_line(missing: dict[str, tuple[str, str, str]], manager: str | None) -> str:
    """Give the one line that installs `missing`; without a known package manager it names the libraries."""
    if manager is None:
        return "uw pakketbeheer: " + " ".join(sorted(missing))
    column = list(INSTALL).index(manager)
    return " ".join([INSTALL[manager], *sorted({packages[column] for packages in missing.values()})])


def install_libraries(missing: dict[str, tuple[str, str, str]], steps: Steps) -> None:
    """Install the libraries as root on Debian and its kin; everywhere else stop with the line to type."""
    manager = next((name for name in INSTALL if shutil.which(name)), None)
    line = install_line(missing, manager)
    is_root = os.geteuid() == 0
    if manager != "apt-get" or not is_root:
        sudo = "" if is_root or manager is None else "sudo "
        raise StopError(f"Er ontbreken systeembibliotheken. Installeer ze en start daarna opnieuw:\n  {sudo}{line}")
    steps.begin("systeembibliotheken, met apt-get")
    said = ""
    for command in (["apt-get", "update", "-q"], line.split()):
        said = started(command, LC_ALL="C", DEBIAN_FRONTEND="noninteractive").communicate()[0]
    if any(is_absent(library) for library in missing):
        print(tail(said), file=sys.stderr)
        raise StopError(f"De systeembibliotheken zijn niet geïnstalleerd. Probeer het zelf met:\n  {line}")
    steps.end("systeembibliotheken, " + ", ".join(APT_SIZE.findall(said)).replace(".", ","))


def make_environment(steps: Steps) -> None:
    """Make `.venv` anew; the checkout goes on its path by a relative line, so that no build backend is needed."""
    steps.begin("Python-omgeving in .venv")
    if importlib.util.find_spec("ensurepip") is None:
        raise StopError("Dit Python mist ensurepip; installeer het (Debian, Ubuntu: apt-get install python3-venv).")
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]) != 0:
        raise StopError("De Python-omgeving in .venv is niet gemaakt; de regels hierboven zeggen waarom.", 1)
    (SITE / "kernnetwerk.pth").write_text(os.path.relpath(ROOT, SITE) + "\n", encoding="ascii")
    steps.end("Python-omgeving")


def stamp(name: str) -> tuple[Path, str]:
    """Give the stamp file of lock `name` and what it holds once installed: the SHA-256 of the lock."""
    return SITE / f"kernnetwerk-{name}.stamp", hashlib.sha256((LOCKS / f"{name}.txt").read_bytes()).hexdigest()


def is_installed(name: str) -> bool:
    path, content = stamp(name)
    return path.is_file() and path.read_text(encoding="ascii") == content


def install_lock(name: str, steps: Steps) -> None:
    """Install one lock file, wheels only and each with its hash, and tell what comes in."""
    steps.begin(f"{TITLES[name]}, pakketten ophalen")
    command = [str(PYTHON), "-m", "pip", "install", "--require-hashes", "--only-binary", ":all:", "--no-deps"]
    command += ["--no-input", "--progress-bar", "off", "-r", str(LOCKS / f"{name}.txt")]
    lines, megabytes = [], 0.0
    with started(command, PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_ROOT_USER_ACTION="ignore") as pip:
        for line in pip.stdout or ():
            lines.append(line)
            found = DOWNLOAD.match(line)
            if found:
                size = float(found.group(2)) * {"k": 1e-3, "M": 1.0, "G": 1e3, None: 1e-6}[found.group(3)]
                megabytes += size
                if size >= 1:
                    steps.say(f"{megabytes:.0f} MB, {found.group(1)}")
    if pip.returncode != 0:
        print(tail("".join(lines)), file=sys.stderr)
        if any("DO NOT MATCH THE HASHES" in line for line in lines):
            raise StopError("Een pakket is niet wat installer/requirements belooft; er is niets van geïnstalleerd.", 1)
        raise StopError("Het ophalen lukte niet; controleer de verbinding en start opnieuw, het gaat dan verder.", 1)
    path, content = stamp(name)
    path.write_text(content, encoding="ascii")
    steps.end(f"{TITLES[name]}, {megabytes:.0f} MB")


def prepare(*names: str) -> None:
    """Bring this machine to where the locks `names` are installed; a second call only looks."""
    missing = missing_libraries() if "run" in names and sys.platform.startswith("linux") else {}
    is_whole = PYTHON.exists() and (SITE / "pip").is_dir() and (SITE / "kernnetwerk.pth").is_file()
    pending = [name for name in names if not (is_whole and is_installed(name))]
    steps = Steps(bool(missing) + (not is_whole) + len(pending))
    if missing:
        install_libraries(missing, steps)
    if not is_whole:
        make_environment(steps)
    for name in pending:
        install_lock(name, steps)


# --- Running --------------------------------------------------------------------------------------------------------


def tail(text: str) -> str:
    return "\n".join(text.rstrip().splitlines()[-12:])


def absolute(arguments: list[str]) -> list[str]:
    """Resolve the files a person names against where that person stands; what is in `tests` runs in ROOT."""
    words = [part for word in arguments for part in (word.split("=", 1) if word.startswith(FILES) else [word])]
    pairs = zip(["", *words], words, strict=False)
    return [str(Path(word).resolve()) if before in FILES else word for before, word in pairs]


def call(arguments: list[str], offscreen: bool = True, folder: Path = ROOT) -> int:
    """Run the environment's Python in `folder`; where the system can, become it, so that signals reach it."""
    environment = {**os.environ, **({"QT_QPA_PLATFORM": "offscreen"} if offscreen else {})}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # without compiled files every start takes seconds longer
    command = [str(PYTHON), *arguments]
    os.chdir(folder)
    sys.stdout.flush()
    if ON_WINDOWS:
        return subprocess.call(command, env=environment)
    return os.execve(command[0], command, environment)  # noqa: S606 - there is no shell on purpose


def run(arguments: list[str]) -> int:
    if not has_display():
        raise StopError("Er is geen scherm voor het programma; `python3 do.py demo` speelt een werkdag zonder scherm.")
    prepare("run", "server")
    return call(["-m", "kernnetwerk_app", *arguments], offscreen=False, folder=Path.cwd())


def spread(how: str) -> list[str]:
    """The pytest arguments for one worker more than there are processors: a test often waits for the disk."""
    return ["-n", str(min(4, (os.cpu_count() or 1) + 1)), "--dist", how, "--no-loadscope-reorder"]


def test(arguments: list[str]) -> int:
    prepare("run", "server", "dev")
    # A file stays whole on one worker, because a demo or a built wheel is shared within its file.
    return call(["-m", "pytest", *(arguments or spread("loadfile"))])


def demo(arguments: list[str]) -> int:
    prepare("run", "server", "dev")
    return call(["-m", "tests.werkdag", *absolute(arguments)], offscreen=not has_display())


def server(arguments: list[str]) -> int:
    prepare("server")
    return call(["-m", "kernnetwerk_server", *arguments], offscreen=False, folder=Path.cwd())


def check(arguments: list[str]) -> int:
    """Run the checks at the same time; with arguments only those whose title begins with one of them."""
    prepare("run", "server", "dev")
    os.chdir(ROOT)
    commands = {
        "stijl (ruff)": ["-m", "ruff", "check", "."],
        "opmaak (ruff format)": ["-m", "ruff", "format", "--check", "."],
        "types (mypy --strict)": ["-m", "mypy"],
        "lagen (import-linter)": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        "maten, namen en sloten": ["-m", "pytest", "-q", "tests/test_architecture.py", "tests/test_locks.py"],
        "eisen, elk merk met een rij": ["-m", "tests.eisen"],
        "installeren": ["-m", "pytest", "-qm", "installeren", *map("tests/test_{}.py".format, ("do", "pip", "readme"))],
    }
    chosen = [title for title in commands if not arguments or title.startswith(tuple(arguments))]
    if not chosen:
        raise StopError(f"Deze controle is er niet; dit zijn ze: {'; '.join(commands)}.")
    running = {title: started([str(PYTHON), *commands[title]]) for title in chosen}
    failed = 0
    for title, process in running.items():
        said = process.communicate()[0]
        print(f"{title}: in orde" if process.returncode == 0 else f"{title}: NIET in orde\n{said}", flush=True)
        failed += process.returncode != 0
    print(f"{failed} van {len(running)} controles niet in orde." if failed else "Alles in orde.")
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    prepare("run", "server", "dev")
    return call(["-m", "tests.bench", *absolute(arguments)])


def handleiding(arguments: list[str]) -> int:
    prepare("run", "server", "dev")
    return call(["-m", "installer.handleiding", *arguments])


def eisen(arguments: list[str]) -> int:
    prepare("run", "server", "dev")
    return call(["-m", "tests.eisen", *absolute(arguments)])


def lock(arguments: list[str]) -> int:
    prepare("run", "server", "dev")
    os.chdir(ROOT)
    constraints: list[str] = []
    for name, wanted in (("run", "--extra app"), ("server", "--extra server"), ("dev", "--extra test --group dev")):
        path = f"installer/requirements/{name}.txt"
        command = [str(PYTHON), "-m", "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes"]
        command += ["--no-emit-index-url", "--no-header", "--python-version", "3.11", *wanted.split(), *constraints]
        if subprocess.call([*command, *arguments, "--output-file", path, "pyproject.toml"]) != 0:
            raise StopError(f"Het slot {path} is niet gemaakt; de regels hierboven zeggen waarom.", 1)
        constraints += ["--constraint", path]
    return call(["-m", "pytest", "-q", "tests/test_locks.py"])


def duurproef(arguments: list[str]) -> int:
    prepare("run", "server", "dev")
    # Besides the campaigns themselves every test of hypothesis, which looks further here (tests/duur.py).
    proeven = ["-m", "duurproef or hypothesis", "--timeout", "0"]
    return call(["-m", "pytest", *proeven, *(arguments or spread("worksteal"))])


COMMANDS = {
    "run": (run, "opent het programma"),
    "test": (test, "draait alle tests, of met de pytest-argumenten die u geeft"),
    "demo": (demo, "speelt een werkdag door de echte vensters [--uit MAP] [--langzaam]"),
    "server": (server, "start de gemeentelijke server"),
    "check": (check, "controleert stijl, opmaak, types, lagen, maten, eisen en installeren, of alleen wat u noemt"),
    "bench": (bench, "meet snelheden [NAAM] [--json BESTAND]"),
    "handleiding": (handleiding, "schrijft docs/handleiding, uit de hulp van de schermen"),
    "eisen": (eisen, "toont per eis welke tests er zijn [--json BESTAND]"),
    "lock": (lock, "maakt de sloten in installer/requirements opnieuw [--upgrade]"),
    "duurproef": (duurproef, "draait de lange proeven, twintig minuten: stroomuitval, afbreken, simulaties"),
}


def main(arguments: list[str]) -> int:
    """Run one command; without one, list them."""
    if not arguments or arguments[0] not in COMMANDS:
        print("\n".join(f"{name:10} {line}" for name, (_, line) in COMMANDS.items()))
        return 0 if arguments in ([], ["-h"], ["--help"]) else 2
    try:
        check_machine()
        return COMMANDS[arguments[0]][0](arguments[1:])
    except StopError as stop:
        print(stop, file=sys.stderr)
        return stop.status
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
