"""A household of which the rights are tried, and who belongs to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.services.inwoner import hoofdpersoon
from tests.factories import DINSDAG, make_werkplek
from tests.services.opzet import Dossier, begin_dossier


@pytest.fixture
def klok() -> Klok:
    return Klok(DINSDAG)


@pytest.fixture
def hier(tmp_path: Path, klok: Klok) -> Iterator[Dossier]:
    plek = make_werkplek(tmp_path, klok)
    yield begin_dossier(plek)
    plek.store.close()


def anna(hier: Dossier) -> Inwoner:
    with hier.plek.store.read() as lezer:
        return hoofdpersoon(lezer, hier.huishouden_id)


def erbij(hier: Dossier, **velden: object) -> Inwoner:
    with hier.plek.store.write() as werk:
        mens = werk.add(Inwoner(id=hier.plek.new_id(), huishouden_id=hier.huishouden_id, **velden))
        werk.commit("test.erbij", hier.huishouden_id)
    return mens
