"""The commands of a beheerder: one sentence each, and nothing done by half."""

import re
from pathlib import Path

import pytest

from kernnetwerk_app import teksten
from kernnetwerk_server import __main__, cli, errors
from kernnetwerk_server.database import create
from kernnetwerk_server.errors import Beheerfout
from tests.server.support import Gemeente, Laptop


@pytest.fixture
def pad(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    pad = tmp_path / "gemeente.sqlite"
    assert __main__.main(["nieuw", "--database", str(pad), "--gemeente-profiel", "oefenen"]) == 0
    assert "Voorbeeldland" in capsys.readouterr().out
    return pad


def test_the_road_from_code_to_approval(pad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["apparaten", "--database", str(pad)]) == 0
    assert "nog geen laptop" in capsys.readouterr().out
    wie = ["--functie", "coördinator", "--werkgever", "Stichting Proefwelzijn"]
    assert cli.run(["code", "--database", str(pad), "--naam", "Sanne Modelman", *wie]) == 0
    getoond = capsys.readouterr().out
    [code] = re.findall(r"(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}", getoond)
    gemeente = Gemeente(pad)
    # A code of the command line counts from the machine's clock, so this municipality runs on it as well.
    gemeente.klok._fixed = None
    laptop = Laptop(gemeente.app)
    vingerafdruk = laptop.request_enrolment(code).json["vingerafdruk"]
    cli.run(["apparaten", "--database", str(pad)])
    assert capsys.readouterr().out.split() == [vingerafdruk, "wacht", "Sanne", "Modelman"]
    assert cli.run(["goedkeuren", "--database", str(pad), vingerafdruk]) == 0
    assert laptop.ask_standing().json["functie"] == "coördinator"
    gemeente.close()


def test_a_name_that_is_known_gets_a_code_for_the_same_person_unless_told_otherwise(
    pad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for extra in ([], [], ["--ander"]):
        assert cli.run(["code", "--database", str(pad), "--naam", "Joris Proefstra", *extra]) == 0
    assert capsys.readouterr().out.count("dezelfde persoon") == 1


@pytest.mark.parametrize(
    ("opdracht", "sleutel"),
    [
        (["nieuw", "--database", "{pad}", "--gemeente-profiel", "oefenen"], "database_bestaat"),
        (["nieuw", "--database", "{pad}2", "--gemeente-profiel", "nergenshuizen"], "profiel_onbekend"),
        (["nieuw", "--database", "{pad}2", "--gemeente-profiel", "../profielen/oefenen"], "profiel_onbekend"),
        (["start", "--database", "{pad}2"], "database_ontbreekt"),
        (["start", "--database", __file__], "database_onbekend"),
        (["start", "--database", "{pad}", "--host", "0.0.0.0"], "tls_nodig"),  # noqa: S104
        (["start", "--database", "{pad}", "--klok", "2027-04-20"], "klok_alleen_oefenen"),
        (["start", "--database", "{pad}", "--poort", "99999"], "poort_bezet"),
        (
            ["start", "--database", "{pad}", "--certificaat", "x", "--sleutel", "y"],
            "certificaat_onbruikbaar",
        ),
        (["goedkeuren", "--database", "{pad}", "0000-0000-0000-0000-0000"], "vingerafdruk_onbekend"),
        (["code", "--database", "{pad}2", "--naam", "Sanne"], "database_ontbreekt"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    pad: Path, capsys: pytest.CaptureFixture[str], opdracht: list[str], sleutel: str
) -> None:
    assert cli.run([deel.format(pad=pad) for deel in opdracht]) == 1
    uitvoer = capsys.readouterr()
    assert (uitvoer.out, uitvoer.err) == ("", teksten.load("server")(f"fout.{sleutel}") + "\n")
    assert not Path(f"{pad}2").exists()


def test_a_fixed_clock_is_refused_on_a_real_municipality(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pad = tmp_path / "echt.sqlite"
    create(pad, profiel="echt", gemeente="Echt", oefenen=False)
    assert cli.run(["start", "--database", str(pad), "--oefenen", "--klok", "2027-04-20"]) == 1
    assert teksten.load("server")("fout.klok_alleen_oefenen") in capsys.readouterr().err


def test_every_mistake_of_a_beheerder_has_a_sentence_and_every_sentence_a_mistake() -> None:
    soorten = {fout.code for fout in Beheerfout.__subclasses__() if fout.__module__ == errors.__name__}
    assert set(teksten.load("server").groep("fout")) == soorten


def test_without_its_extra_the_server_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(__main__, "find_spec", lambda naam: None if naam == "uvicorn" else object())
    assert __main__.main([]) == 2
    zin = capsys.readouterr().err
    assert "pip install kernnetwerk[server]" in zin
    assert len(zin.splitlines()) == 1


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as einde:
        cli.run(["--help"])
    assert einde.value.code == 0
    hulp = capsys.readouterr().out
    assert all(naam in hulp for naam in ("start", "nieuw", "code", "apparaten", "goedkeuren", "oefenen"))
