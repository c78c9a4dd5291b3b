"""Two encrypted stores and a real server process: what one writes, the other sees; what both write, both see."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kernnetwerk_app import oefenserver
from kernnetwerk_app.domain.plan import Afspraak
from kernnetwerk_app.oefenserver import Oefenserver
from kernnetwerk_app.services import conflict, plan
from tests.factories import DINSDAG, nieuwe_melding
from tests.services.opzet import begin_gesprek
from tests.sync.koppelen import koppel, wissel_uit


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Oefenserver]:
    running = oefenserver.start(tmp_path / "server", DINSDAG)
    yield running
    running.stop()


def test_a_plan_reaches_the_colleague_and_two_texts_are_both_shown(tmp_path: Path, server: Oefenserver) -> None:
    a = koppel(tmp_path / "a", server, 0)
    b = koppel(tmp_path / "b", server, 1)
    opgenomen = nieuwe_melding(a)
    begin_gesprek(a, opgenomen.huishouden_id)
    plan_id, _ = plan.begin(a, opgenomen.huishouden_id)
    doel_id, _ = plan.add_doel(a, plan_id, "Ik wil elke week weer een keer de deur uit.")
    afspraak_id, _ = plan.add_afspraak(a, doel_id, "Buurvrouw Riet gaat mee naar de eettafel.")
    wissel_uit(a, server)
    wissel_uit(b, server)
    with b.store.read() as lezer:
        beeld = plan.load(b, lezer, plan_id)
        assert beeld.doelen[0].doel.tekst == "Ik wil elke week weer een keer de deur uit."
    for plek, tekst in ((a, "Op dinsdag, met de bus."), (b, "Op donderdag, met de auto.")):
        with plek.store.read() as lezer:
            bases = lezer.bases(afspraak_id)
        plan.change(plek, Afspraak, afspraak_id, bases, tekst=tekst)
    wissel_uit(a, server)
    wissel_uit(b, server)
    wissel_uit(a, server)
    for plek in (a, b):
        with plek.store.read() as lezer:
            (open_conflict,) = lezer.conflicten()
            gezien = conflict.load(plek, lezer, afspraak_id, open_conflict.eenheid)
        assert {kant.tekst for kant in gezien.kanten} == {"Op dinsdag, met de bus.", "Op donderdag, met de auto."}
        assert gezien.kanten[0].van_mij
    conflict.resolve(b, gezien, {"tekst": "Op dinsdag, met de auto."})
    wissel_uit(b, server)
    wissel_uit(a, server)
    with a.store.read() as lezer:
        assert lezer.conflicten() == []
        assert lezer.get(Afspraak, afspraak_id).tekst == "Op dinsdag, met de auto."


def test_after_an_exchange_nothing_waits(tmp_path: Path, server: Oefenserver) -> None:
    a = koppel(tmp_path / "a", server, 0)
    nieuwe_melding(a)
    with a.store.read() as lezer:
        assert lezer.verzendstand().wachtend == 1
    wissel_uit(a, server)
    with a.store.read() as lezer:
        assert lezer.verzendstand().wachtend == 0
