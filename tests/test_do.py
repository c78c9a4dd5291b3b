"""do.py on machines that lack something: it says in one sentence what, and goes on when that is there."""

import ast
import hashlib
import sys
import zipfile
from pathlib import Path

import pytest

import do

ALL = {**do.QT_LIBRARIES, **do.X11_LIBRARIES}


def test_an_old_python_can_read_the_file_and_so_print_the_sentence() -> None:
    ast.parse(Path(do.__file__).read_text(encoding="utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize("version", [(3, 9, 2), (3, 10, 13), (3, 15, 0), (2, 7, 18)])
def test_python_that_does_not_fit_is_named_with_the_ones_that_do(version: tuple[int, ...]) -> None:
    sentence = do.python_problem(version)
    assert sentence is not None
    assert ".".join(map(str, version)) in sentence
    assert "3.11, 3.12, 3.13 of 3.14" in sentence


@pytest.mark.parametrize("minor", [11, 12, 13, 14])
def test_python_that_fits_is_no_problem(minor: int) -> None:
    assert do.python_problem((3, minor, 0)) is None


@pytest.mark.parametrize(
    ("system", "processor", "bits", "glibc", "macos", "word"),
    [
        ("Linux", "x86_64", 64, "2.31", "", "2.34"),  # Debian 11
        ("Linux", "aarch64", 64, "2.36", "", "2.39"),  # Debian 12 on ARM
        ("Linux", "x86_64", 64, "", "", "musl"),  # Alpine
        ("Linux", "armv7l", 32, "2.36", "", "armv7l"),
        ("Linux", "x86_64", 32, "2.36", "", "32-bits"),
        ("Windows", "x86", 32, "", "", "32-bits"),
        ("Darwin", "arm64", 64, "", "13.6", "macOS 14"),
    ],
)
def test_machine_that_does_not_fit_is_told_what_is_needed(
    system: str, processor: str, bits: int, glibc: str, macos: str, word: str
) -> None:
    sentence = do.system_problem(system, processor, bits, glibc, macos)
    assert sentence is not None
    assert word in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize(
    ("system", "processor", "glibc", "macos"),
    [
        ("Linux", "x86_64", "2.34", ""),
        ("Linux", "x86_64", "2.36", ""),
        ("Linux", "aarch64", "2.39", ""),
        ("Windows", "AMD64", "", ""),
        ("Windows", "ARM64", "", ""),
        ("Darwin", "arm64", "", "14.1"),
    ],
)
def test_machine_that_fits_is_no_problem(system: str, processor: str, glibc: str, macos: str) -> None:
    assert do.system_problem(system, processor, 64, glibc, macos) is None


def test_only_what_is_missing_stands_in_the_line() -> None:
    missing = {name: ALL[name] for name in ("libEGL.so.1", "libGL.so.1")}
    assert do.install_line(missing, "apt-get").endswith("--no-install-recommends libegl1 libgl1")
    assert do.install_line(missing, "dnf") == "dnf install -y libglvnd-egl libglvnd-glx"
    assert do.install_line(missing, "pacman") == "pacman -S --needed --noconfirm libglvnd"
    assert do.install_line(missing, None) == "uw pakketbeheer: libEGL.so.1 libGL.so.1"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no root, and no packages to install for it")
def test_without_root_one_line_is_given_and_nothing_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(do, "is_absent", lambda library: library == "libxkbcommon.so.0")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("shutil.which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(do.StopError, match=r"sudo apt-get install .*recommends libxkbcommon0$") as stop:
        do.prepare("run")
    assert stop.value.status == 2


def test_without_ensurepip_the_package_to_install_is_named(monkeypatch: pytest.MonkeyPatch, fresh: Path) -> None:
    monkeypatch.setattr("importlib.util.find_spec", {}.get)
    with pytest.raises(do.StopError, match="python3-venv"):
        do.prepare("dev")
    assert not (fresh / ".venv").exists()


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout of nothing, whose one package comes from a folder."""
    locks, shelf = tmp_path / "requirements", tmp_path / "shelf"
    locks.mkdir()
    shelf.mkdir()
    site = do.SITE.relative_to(do.VENV)
    for name, path in {
        "ROOT": tmp_path,
        "LOCKS": locks,
        "VENV": tmp_path / ".venv",
        "SITE": tmp_path / ".venv" / site,
        "PYTHON": tmp_path / ".venv" / do.PYTHON.relative_to(do.VENV),
    }.items():
        monkeypatch.setattr(do, name, path)
    wheel = shelf / "proefje-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("proefje.py", "")
        archive.writestr("proefje-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: proefje\nVersion: 1.0\n")
        archive.writestr(
            "proefje-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr("proefje-1.0.dist-info/RECORD", "")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    (locks / "dev.txt").write_text(f"proefje==1.0 \\\n    --hash=sha256:{digest}\n", encoding="ascii")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(shelf))
    return tmp_path


@pytest.mark.installeren
def test_a_fresh_checkout_is_made_ready_in_steps_and_goes_on_where_it_stopped(
    fresh: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    lock = do.LOCKS / "dev.txt"
    right = lock.read_text(encoding="ascii")
    # A package that is not what the lock says is refused: nothing of it comes in.
    lock.write_text(right[:-5] + "0000\n", encoding="ascii")
    with pytest.raises(do.StopError, match="niet wat installer/requirements belooft"):
        do.prepare("dev")
    assert "1 van 2: Python-omgeving" in capfd.readouterr().out
    assert not (do.SITE / "proefje.py").exists()
    # With the right lock only what was left is done.
    lock.write_text(right, encoding="ascii")
    do.prepare("dev")
    assert "1 van 1: gereedschap voor tests, 0 MB, klaar in " in capfd.readouterr().out
    assert (do.SITE / "proefje.py").is_file()
    # The checkout is on the path, by a relative line, so that it may be moved.
    line = (do.SITE / "kernnetwerk.pth").read_text(encoding="ascii").strip()
    assert (do.SITE / line).resolve() == fresh.resolve()
    # A second call finds everything there, and says nothing.
    do.prepare("dev")
    assert capfd.readouterr().out == ""


def test_without_a_command_every_command_has_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert do.main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(do.COMMANDS)


def test_a_command_that_does_not_exist_gets_the_list_and_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert do.main(["vlieg"]) == 2
    assert "demo" in capsys.readouterr().out


def test_files_are_taken_from_where_the_person_stands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert do.absolute(["--langzaam", "--uit", "uit"]) == ["--langzaam", "--uit", str(tmp_path / "uit")]
    assert do.absolute(["--uit=uit", "--json=a=b"]) == ["--uit", str(tmp_path / "uit"), "--json", str(tmp_path / "a=b")]
