"""The log and the crash record: useful to who repairs the program, and silent about everyone in a dossier."""

import json
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kernnetwerk_app import logs
from kernnetwerk_app.logs import BESTAND, CrashRecord, Logs, crash_record, log_qt_message, mask

SENTINEL = "Zwaluwnest"


class Odd:
    """An object whose text cannot be had, and says so with a name in it."""

    def __str__(self) -> str:
        raise ValueError(SENTINEL)


@pytest.fixture
def crashes() -> list[CrashRecord]:
    return []


@pytest.fixture
def log(tmp_path: Path, crashes: list[CrashRecord]) -> Iterator[Logs]:
    log = logs.setup(tmp_path, "0.1.0", crashes.append)
    yield log
    log.close()


def written(tmp_path: Path) -> str:
    return (tmp_path / BESTAND).read_text(encoding="utf-8")


def fail(value: str) -> None:
    secret = value * 2
    raise KeyError(secret)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("bsn 999990019 fout", "bsn [nummer] fout"),
        ("bsn 99999001 fout", "bsn [nummer] fout"),
        ("BSN999990019", "BSN[nummer]"),
        ("9999.90.019 en 999 990 019", "[nummer] en [nummer]"),
        ("geboren 1984-03-21", "geboren [nummer]"),
        ("bel 06-12345678", "bel [nummer]"),
        ("op 1234 AB, 1234ab", "op [postcode], [postcode]"),
        ("mail s.dewit@voorbeeldland.nl!", "mail [e-mail]"),
        ("iban NL91 ABNA 0417 1643 00 klaar", "iban [iban] klaar"),
        ("NL91ABNA0417164300", "[iban]"),
        ("12 regels, poort 8421, 3 van 240", "12 regels, poort 8421, 3 van 240"),
        ("versie 0.1.0", "versie 0.1.0"),
    ],
)
def test_numbers_addresses_and_accounts_are_masked(text: str, masked: str) -> None:
    assert mask(text) == masked


def test_log_line_is_masked_and_stays_one_line(log: Logs, tmp_path: Path) -> None:
    logging.getLogger("kernnetwerk").info("gesynchroniseerd: %s operaties\nvan 999990019", 12)
    (line,) = written(tmp_path).splitlines()
    assert line.endswith("INFO kernnetwerk gesynchroniseerd: 12 operaties van [nummer]")


@pytest.mark.parametrize("name", ["sqlalchemy.engine", "urllib3.connectionpool", "requests"])
def test_foreign_loggers_lose_their_arguments(log: Logs, tmp_path: Path, name: str) -> None:
    logging.getLogger(name).error("statement %s failed", SENTINEL)
    logging.getLogger(name).error(f"already filled in: {SENTINEL}")  # noqa: G004
    logging.getLogger(name).info("not even this")
    text = written(tmp_path)
    assert "statement %s failed" in text
    assert "(weggelaten)" in text
    assert SENTINEL not in text
    assert "not even this" not in text


def test_logged_exception_shows_places_and_no_message(log: Logs, tmp_path: Path) -> None:
    try:
        fail(SENTINEL)
    except KeyError:
        logging.getLogger("kernnetwerk").exception("opslaan mislukt")
    text = written(tmp_path)
    assert "opslaan mislukt [builtins.KeyError tests/test_logs.py:" in text
    assert ":fail]" in text
    assert SENTINEL not in text


def test_bad_log_call_prints_nothing(log: Logs, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("kernnetwerk").error("te veel %s", *(1, SENTINEL))
    logging.getLogger("kernnetwerk").error("vreemd %s", Odd())
    assert written(tmp_path).count("(niet te schrijven)") == 2
    assert SENTINEL not in written(tmp_path)
    assert capsys.readouterr().err == ""


def test_crash_record_has_types_and_places_and_nothing_else() -> None:
    def wrap() -> None:
        try:
            fail(SENTINEL)
        except KeyError as error:
            raise RuntimeError(SENTINEL) from error

    with pytest.raises(RuntimeError) as caught:
        wrap()
    record = crash_record(caught.value, "0.1.0")
    assert (record.type, record.caused_by) == ("builtins.RuntimeError", ("builtins.KeyError",))
    assert (record.app_version, record.frames[-1].split(":")[0]) == ("0.1.0", "tests/test_logs.py")
    assert SENTINEL not in repr(record)
    assert mask(record.incident_id) == record.incident_id


def test_places_do_not_name_the_user_of_the_laptop() -> None:
    with pytest.raises(ValueError, match="Expecting") as caught:
        json.loads("{")
    frames = crash_record(caught.value, "").frames
    assert frames[-1].startswith("decoder.py:")
    assert not [frame for frame in frames if frame.startswith("/") or "\\" in frame]


def test_endless_recursion_gives_a_short_record_that_is_whole_in_the_log(log: Logs, tmp_path: Path) -> None:
    def again() -> None:
        again()

    with pytest.raises(RecursionError) as caught:
        again()
    log.report(caught.value)
    record = json.loads(written(tmp_path).split(" crash ", 1)[1])
    assert len(record["frames"]) == logs.MAX_FRAMES


def test_ring_of_causes_ends() -> None:
    first, second = ValueError(), TypeError()
    first.__cause__, second.__cause__ = second, first
    assert crash_record(first, "").caused_by == ("builtins.TypeError", "builtins.ValueError")


def test_uncaught_exception_is_recorded_on_every_road(
    log: Logs, tmp_path: Path, crashes: list[CrashRecord], capsys: pytest.CaptureFixture[str]
) -> None:
    error = ValueError(SENTINEL)
    sys.excepthook(ValueError, error, None)
    thread = threading.Thread(target=fail, args=(SENTINEL,))
    thread.start()
    thread.join()
    sys.unraisablehook(type("Args", (), {"exc_value": error})())
    assert [record.type for record in crashes] == ["builtins.ValueError", "builtins.KeyError", "builtins.ValueError"]
    text = written(tmp_path)
    assert all(record.incident_id in text for record in crashes)
    assert SENTINEL not in text + capsys.readouterr().err


def test_crash_notice_that_crashes_is_only_noted(tmp_path: Path) -> None:
    log = logs.setup(tmp_path, "0.1.0", lambda record: fail(record.system + SENTINEL))
    log.report(ValueError(SENTINEL))
    log.close()
    assert written(tmp_path).count("builtins.") == 2
    assert SENTINEL not in written(tmp_path)


def test_closing_puts_everything_back(tmp_path: Path) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook, logging.getLogger().handlers[:])
    logs.setup(tmp_path, "0.1.0").close()
    assert before == (sys.excepthook, threading.excepthook, sys.unraisablehook, logging.getLogger().handlers)


def test_stopping_is_no_crash(log: Logs, crashes: list[CrashRecord]) -> None:
    assert log.report(SystemExit(1)) is None
    assert log.report(KeyboardInterrupt()) is None
    assert crashes == []


def test_qt_message_loses_what_it_quotes(log: Logs, tmp_path: Path) -> None:
    log_qt_message(object(), None, f"QLabel: cannot show \"{SENTINEL}\" of '{SENTINEL}'")
    assert 'ERROR qt qt: QLabel: cannot show "..." of "..."' in written(tmp_path)


NO_CONSOLE = """
import sys
from pathlib import Path
sys.stdout = sys.stderr = None
from kernnetwerk_app import logs
log = logs.setup(Path(sys.argv[1]), "0.1.0")
print("naar niemand")
sys.stderr.write("naar niemand")
1 / 0
"""


def test_program_without_a_console_still_records_its_crash(tmp_path: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", NO_CONSOLE, tmp_path], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", "")
    assert "builtins.ZeroDivisionError" in written(tmp_path)
