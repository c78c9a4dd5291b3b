"""The rules of the house that no linter knows: sizes, empty packages, one noun in one place, a sentence per error."""

import ast
import importlib
import pkgutil
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import kernnetwerk_app
import kernnetwerk_server
from kernnetwerk_app import teksten
from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.ui.meldingen import BESTANDEN
from kernnetwerk_app.versie import VERSIE

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("kernnetwerk_app", "kernnetwerk_server", "tests", "installer")
MAX_FILE, MAX_FUNCTION = 400, 40
SOURCES = [ROOT / "do.py", *sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_file_and_its_functions_are_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= MAX_FILE
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > MAX_FUNCTION
    ]
    assert long == []


def test_package_files_are_empty() -> None:
    """Otherwise importing one module drags in its neighbours, and the server the client."""
    assert [name_of(path) for path in SOURCES if path.name == "__init__.py" and path.stat().st_size > 0] == []


def imported(path: Path) -> Iterator[str]:
    """Yield the full names of the modules a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_there_is_one_version() -> None:
    """What crash records and audit rows name is what a package manager and the public catalogue say."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    catalogue = (ROOT / "publiccode.yml").read_text(encoding="utf-8").splitlines()
    assert project["version"] == VERSIE
    assert f"softwareVersion: {VERSIE}" in catalogue


def test_domain_imports_only_pydantic_and_the_standard_library() -> None:
    wrong = [
        f"{name_of(path)}: {module}"
        for path in sorted((ROOT / "kernnetwerk_app" / "domain").rglob("*.py"))
        for module in imported(path)
        if module.split(".")[0] not in sys.stdlib_module_names | {"pydantic", "pydantic_core"}
        and not module.startswith("kernnetwerk_app.domain")
    ]
    assert wrong == []


@cache
def all_modules() -> tuple[ModuleType, ...]:
    """Import every module of both packages, except the ones that start a program."""
    return tuple(
        importlib.import_module(found.name)
        for package in (kernnetwerk_app, kernnetwerk_server)
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        if not found.name.endswith("__main__")
    )


def subclasses(base: Any) -> Iterator[Any]:
    for child in base.__subclasses__():
        yield child
        yield from subclasses(child)


def table(heading: str) -> list[list[str]]:
    """Give the cells of the first table of docs/begrippen.md under a heading, without its two head rows."""
    section = (
        (ROOT / "docs" / "begrippen.md").read_text(encoding="utf-8").split(f"# {heading}\n", 1)[1].split("\n#", 1)[0]
    )
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("|")]
    return rows[2:]


NOUNS = {row[0]: row[3].strip("`") for row in table("Begrippen")}


@pytest.mark.parametrize("noun", NOUNS)
def test_every_noun_of_the_glossary_has_its_class(noun: str) -> None:
    module, _, name = NOUNS[noun].rpartition(".")
    assert isinstance(getattr(importlib.import_module(f"kernnetwerk_app.{module}"), name), type)


def test_every_kind_of_record_stands_in_the_glossary() -> None:
    all_modules()
    kinds = {
        f"{kind.__module__.removeprefix('kernnetwerk_app.')}.{kind.__name__}"
        for kind in subclasses(Entiteit)
        if kind.__module__.startswith("kernnetwerk_app.domain")
    }
    assert kinds - set(NOUNS.values()) == set()


def test_files_of_services_and_screens_are_called_after_a_noun() -> None:
    """Whoever looks for the plan opens the file named plan, in each layer."""
    allowed = {path.stem for path in (ROOT / "kernnetwerk_app" / "domain").glob("*.py")}
    allowed |= {row[0].strip("`") for row in table("Namen van bestanden die geen soort gegeven zijn")}
    found = [path for layer in ("services", "ui/screens") for path in (ROOT / "kernnetwerk_app" / layer).glob("*.py")]
    assert sorted(name_of(path) for path in found if path.stem not in allowed) == []


def test_every_error_code_has_a_sentence_and_every_sentence_an_error() -> None:
    """Of deeds in fouten.toml, of the lock in kluis.toml, of a field in velden.toml, of the server in server.toml."""
    all_modules()
    errors = [KernnetwerkError, *subclasses(KernnetwerkError)]
    codes = {error.code for error in errors if error.__module__.startswith(PACKAGES[:2])}
    elsewhere = {code for file in BESTANDEN for code in teksten.load(file).sleutels()}
    assert sorted(codes - elsewhere - set(teksten.load("server").groep("fout"))) == []
    assert sorted(set(teksten.load("fouten").sleutels()) - codes) == []


def test_an_error_code_belongs_to_one_error_on_each_side() -> None:
    """The server refuses with a code and the device has its own class for it: once on each side of the line."""
    all_modules()
    sides = Counter(
        (error.__module__.split(".")[0], error.__dict__.get("code")) for error in subclasses(KernnetwerkError)
    )
    assert [code for (_, code), times in sides.items() if code and times > 1] == []


def test_only_the_unit_of_work_commits() -> None:
    """One write path: nothing else ends a transaction of the store, except the ladder that makes the tables."""
    allowed = {"kernnetwerk_app/store/unit_of_work.py", "kernnetwerk_app/store/migrations/ladder.py"}
    found = {
        name_of(path)
        for path in (ROOT / "kernnetwerk_app").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in ("commit", "begin")
        and ast.unparse(node.value).rpartition(".")[2].lstrip("_") in ("session", "connection", "engine", "verbinding")
    }
    assert found - allowed == set()
