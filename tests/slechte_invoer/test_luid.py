"""With every library telling all it knows: still not a word of anybody in the log, and none in an error's own text."""

import logging
from collections.abc import Callable

import pytest
from sqlalchemy import text

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.logs import BESTAND, crash_record
from kernnetwerk_app.services import plan
from tests.services.opzet import begin_dossier
from tests.slechte_invoer.conftest import Wereld
from tests.slechte_invoer.reis import maak_reis, wissel
from tests.slechte_invoer.teksten import SENTINEL, met_sentinel

pytestmark = pytest.mark.usefixtures("stil")
LUID = ("sqlalchemy.engine", "sqlalchemy.pool", "sqlalchemy.orm", "pydantic", "PIL", "reportlab")
"""Put at DEBUG before the stores are opened; the program keeps the first three at WARNING."""


def test_libraries_do_tell_what_they_do(wereld: Wereld) -> None:
    begin_dossier(wereld.plek)
    gelogd = (wereld.folder / "log" / BESTAND).read_text(encoding="utf-8")
    assert gelogd.count("sqlalchemy.engine") > 100, "else the tests below look at silence"


@pytest.mark.parametrize("nummer", ["26 opmaak", "74 halve tekens"])
def test_whole_way_of_a_text_leaves_no_word_of_it_in_the_log(wereld: Wereld, nummer: str) -> None:
    tekst, _ = met_sentinel(nummer)
    maak_reis(wereld.plek, tekst, op_regels=True)
    assert wissel(wereld.plek, wereld.collega) > 30


@pytest.mark.parametrize(
    "opdracht",
    [
        "INSERT INTO doel (id, tekst) VALUES (:tekst, :tekst)",
        "INSERT INTO meta (sleutel, waarde) VALUES (:tekst, :tekst), (:tekst, :tekst)",
        "SELECT count(*) FROM zoek WHERE zoek MATCH :tekst",
        "SELECT * FROM bestaat_niet WHERE tekst = :tekst",
    ],
)
def test_database_that_refuses_a_text_does_not_repeat_it(
    wereld: Wereld, weiger: Callable[[Callable[[], object]], KernnetwerkError], opdracht: str
) -> None:
    def doe() -> None:
        with wereld.plek.store.write() as werk:
            werk._session.execute(text(opdracht), {"tekst": f'"{SENTINEL} ('})

    fout = weiger(doe)
    logging.getLogger("kernnetwerk").error("mislukt", exc_info=fout)
    assert SENTINEL not in repr(crash_record(fout, "0.1.0"))


def test_rule_that_refuses_a_text_does_not_repeat_it(
    wereld: Wereld, weiger: Callable[[Callable[[], object]], KernnetwerkError]
) -> None:
    hier = begin_dossier(wereld.plek)
    doel = hier.doel()
    fout = weiger(lambda: plan.add_afspraak(wereld.plek, doel, "Ik ga.", wanneer=SENTINEL * 40))
    assert fout.code == "regel.te_lang"
