"""The ways of pip: `pip install .` in an empty environment, with and without extras, and the editable one with tests.

Nothing is fetched: the wheel is built once, and an environment is lent exactly the packages that the wheel's own
metadata asks for, from the environment that runs the tests. pip itself then decides whether that is enough.
`installer/kaal_debian.py` does the same from the network, in a bare Debian.
"""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator
from importlib import metadata, util
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
ON_WINDOWS = sys.platform == "win32"
# Built with the locked backend where it is installed; elsewhere pip fetches that, and only that.
HAS_BACKEND = util.find_spec("hatchling") is not None
BUILD = ["--no-build-isolation"] if HAS_BACKEND else []

pytestmark = pytest.mark.installeren


class Environment:
    """A virtual environment without packages of its own."""

    def __init__(self, folder: Path) -> None:
        venv.create(folder, with_pip=False, symlinks=not ON_WINDOWS)
        self.scripts = folder / ("Scripts" if ON_WINDOWS else "bin")
        self.python = self.scripts / ("python.exe" if ON_WINDOWS else "python")
        paths = {"base": str(folder), "platbase": str(folder)}
        self.site = Path(sysconfig.get_path("purelib", "nt" if ON_WINDOWS else "posix_prefix", vars=paths))

    def lend(self, folders: list[Path]) -> None:
        """Put folders on the path, so that pip and Python see the packages in them as installed."""
        (self.site / "lent.pth").write_text("\n".join(map(str, folders)) + "\n", encoding="utf-8")

    def pip_install(self, *what: str) -> None:
        command = [sys.executable, "-m", "pip", "--python", str(self.python), "install", "--quiet", *what]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command of this environment, away from the checkout and without a screen."""
        line = [str(self.scripts / command[0]), *command[1:]]
        screen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        kept = {name: value for name, value in os.environ.items() if name not in screen}
        return subprocess.run(line, cwd=self.site, env=kept, capture_output=True, text=True, check=False)


def needed(requirements: list[str], extras: tuple[str, ...] = ("",)) -> Iterator[metadata.Distribution]:
    """Yield the installed distributions that `requirements` ask for, and what those ask for in turn."""
    for text in requirements:
        requirement = Requirement(text)
        if requirement.marker and not any(requirement.marker.evaluate({"extra": extra}) for extra in extras):
            continue
        found = metadata.distribution(requirement.name)
        yield found
        yield from needed(found.requires or [], ("", *requirement.extras))


def packages_of(found: Iterator[metadata.Distribution], folder: Path) -> Path:
    """Show exactly these distributions in `folder`, by links to where they are installed."""
    folder.mkdir()
    for distribution in found:
        tops = {file.parts[0] for file in distribution.files or [] if file.parts[0] not in ("..", "__pycache__")}
        for top in tops:
            if not (folder / top).exists():
                (folder / top).symlink_to(Path(str(distribution.locate_file(top))))
    return folder


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        *BUILD,
        "--wheel-dir",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True)
    return next(folder.glob("kernnetwerk-*.whl"))


@pytest.fixture(scope="module")
def requires(wheel: Path) -> list[str]:
    """What the wheel asks for, extras included, as its metadata says it."""
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        lines = archive.read(name).decode().splitlines()
    return [line.removeprefix("Requires-Dist: ") for line in lines if line.startswith("Requires-Dist: ")]


@pytest.fixture(scope="module")
def base(wheel: Path, requires: list[str], tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """`pip install .` in an empty environment: no extra, so no Qt and no FastAPI."""
    folder = tmp_path_factory.mktemp("base")
    environment = Environment(folder / "venv")
    environment.lend([packages_of(needed(requires), folder / "packages")])
    environment.pip_install("--no-index", str(wheel))
    return environment


def test_wheel_holds_both_packages_and_all_resources(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    resources = {path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert {f"kernnetwerk_app/{name}" for name in resources} <= names
    assert {"kernnetwerk_app/paths.py", "kernnetwerk_server/main.py"} <= names
    assert not [name for name in names if name.startswith(("tests/", "resources/", "do.py"))]


def test_pip_install_finds_its_resources_inside_itself(base: Environment) -> None:
    code = "from kernnetwerk_app.paths import resource; print(resource('tekst', 'fouten.toml'))"
    done = base.run("python", "-c", code)
    assert done.returncode == 0, done.stderr
    found = Path(done.stdout.strip())
    assert found.is_file()
    assert found.is_relative_to(base.site / "kernnetwerk_app" / "resources")


@pytest.mark.parametrize(("command", "extra"), [("kernnetwerk", "app"), ("kernnetwerk-server", "server")])
def test_command_without_its_extra_says_in_one_sentence_which_to_install(
    base: Environment, command: str, extra: str
) -> None:
    done = base.run(command)
    assert done.returncode != 0
    said = (done.stdout + done.stderr).strip().splitlines()
    assert len(said) == 1, said
    assert f"kernnetwerk[{extra}]" in said[0]


def test_server_with_its_extra_starts_without_qt(wheel: Path, requires: list[str], tmp_path: Path) -> None:
    environment = Environment(tmp_path / "venv")
    environment.lend([packages_of(needed(requires, ("", "server")), tmp_path / "packages")])
    environment.pip_install("--no-index", f"{wheel}[server]")
    assert environment.run("python", "-c", "import PySide6").returncode != 0
    done = environment.run("kernnetwerk-server", "--help")
    assert done.returncode == 0, done.stderr


def test_editable_install_with_all_extras_runs_the_tests(tmp_path: Path) -> None:
    environment = Environment(tmp_path / "venv")
    environment.lend([Path(sysconfig.get_path("purelib"))])
    offline = ["--no-index"] if HAS_BACKEND else []
    environment.pip_install(*offline, *BUILD, "--editable", f"{ROOT}[app,server,test]")
    where = environment.run("python", "-c", "import kernnetwerk_app; print(kernnetwerk_app.__file__)")
    assert Path(where.stdout.strip()).parent == ROOT / "kernnetwerk_app"
    tests = [str(ROOT / "tests" / name) for name in ("test_locks.py", "domain/test_plan.py")]
    done = environment.run("python", "-m", "pytest", "-q", "--rootdir", str(ROOT), *tests)
    assert done.returncode == 0, done.stdout
