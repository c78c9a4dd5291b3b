"""The hash-locked requirement files in installer/requirements: whole, consistent, and without any address."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "installer" / "requirements"
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PYPROJECT["project"]["optional-dependencies"]
# What each lock is made from; do.py lock holds the same three lines.
WANTED = {
    "run": PYPROJECT["project"]["dependencies"] + EXTRAS["app"],
    "server": PYPROJECT["project"]["dependencies"] + EXTRAS["server"],
    "dev": PYPROJECT["project"]["dependencies"] + EXTRAS["test"] + PYPROJECT["dependency-groups"]["dev"],
}
PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[\w.]+)(?: ; (?P<marker>[^\\]+?))? \\$")


def entries(lock: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield (name, version, hashes) of each package in a lock file."""
    name, version, hashes = "", "", list[str]()
    for line in (LOCKS / f"{lock}.txt").read_text(encoding="ascii").splitlines():
        pin = PIN.match(line)
        if pin:
            if name:
                yield name, version, hashes
            name, version, hashes = canonicalize_name(pin["name"]), pin["version"], []
        elif line.strip().startswith("--hash="):
            hashes.append(line.strip().removesuffix("\\").strip())
        else:
            assert line.strip().startswith("#"), f"{lock}.txt holds a line that is no pin, hash or comment: {line!r}"
    yield name, version, hashes


@pytest.mark.parametrize("lock", WANTED)
def test_lock_holds_no_address(lock: str) -> None:
    content = (LOCKS / f"{lock}.txt").read_text(encoding="ascii")
    assert not re.findall(r"\w+://|file:|index-url|find-links|trusted-host| @ ", content)


@pytest.mark.parametrize("lock", WANTED)
def test_every_package_in_a_lock_has_hashes(lock: str) -> None:
    for name, _, hashes in entries(lock):
        assert hashes, name
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", text) for text in hashes), name


@pytest.mark.parametrize("lock", WANTED)
def test_every_dependency_of_pyproject_is_locked_within_its_bounds(lock: str) -> None:
    locked = {name: version for name, version, _ in entries(lock)}
    for text in WANTED[lock]:
        wanted = Requirement(text)
        assert locked[canonicalize_name(wanted.name)] in wanted.specifier, text


def test_a_package_has_one_version_over_all_locks() -> None:
    versions: dict[str, set[str]] = {}
    for lock in WANTED:
        for name, version, _ in entries(lock):
            versions.setdefault(name, set()).add(version)
    assert {name for name, found in versions.items() if len(found) > 1} == set()


def test_server_lock_has_no_qt() -> None:
    assert not {name for name, _, _ in entries("server")} & {
        "pyside6-essentials",
        "shiboken6",
        "sqlcipher3",
        "reportlab",
    }


def test_every_dependency_is_accounted_for_in_the_decisions() -> None:
    """One line per dependency: why, how alive, how heavy, which licence."""
    told = (ROOT / "docs" / "besluiten" / "0003-afhankelijkheden.md").read_text(encoding="utf-8")
    named = {canonicalize_name(name) for name in re.findall(r"^\| `([\w.-]+)`", told, re.MULTILINE)}
    wanted = {canonicalize_name(Requirement(text).name) for texts in WANTED.values() for text in texts}
    assert wanted - named == set()
    assert named - wanted == set()
