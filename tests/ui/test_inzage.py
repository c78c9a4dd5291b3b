"""Who looked: opening a dossier, in whatever way, is noted once and before anything of it is shown (NEN 7513)."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from sqlmodel import col, select

from kernnetwerk_app.store.audit import AuditRow
from kernnetwerk_app.store.errors import StoreVol
from kernnetwerk_app.teksten import load
from tests.factories import VRAAG, nieuwe_melding
from tests.ui.laptop import Laptop, alle_woorden, venster_van
from tests.ui.laptop import huishouden_id as huishouden_id
from tests.ui.laptop import laptop as laptop
from tests.ui.laptop import open_laptop as open_laptop
from tests.ui.toetsen import tab_naar, toets


def geopend(laptop: Laptop) -> list[UUID | None]:
    """The dossiers that the log says were opened, in order."""
    plek = laptop.sessie.plek
    with plek.store.read() as lezer:
        vraag = select(AuditRow.huishouden_id).where(AuditRow.naam == "dossier.geopend").order_by(col(AuditRow.seq))
        return list(lezer._session.exec(vraag))


def ga_naar(laptop: Laptop, way: Callable[[], None]) -> None:
    way()
    laptop.rust()


@pytest.mark.parametrize("naam", ["dossier", "gegevens", "termijn", "gesprek", "plan", "papier", "rechten"])
def test_every_way_into_a_dossier_is_noted_once(open_laptop: Laptop, huishouden_id: UUID, naam: str) -> None:
    venster = venster_van(open_laptop)
    wegen = {
        "dossier": lambda: venster.dossier(huishouden_id),
        "gegevens": lambda: venster.gegevens(huishouden_id),
        "termijn": lambda: venster.termijn(huishouden_id),
        "gesprek": lambda: venster.gesprek(huishouden_id),
        "plan": lambda: venster.plan(huishouden_id),
        "papier": lambda: venster.papier(lambda: b"", huishouden_id),
        "rechten": lambda: venster.rechten(huishouden_id),
    }
    ga_naar(open_laptop, wegen[naam])
    assert venster.current_key() == naam
    assert geopend(open_laptop) == [huishouden_id]
    for way in wegen.values():  # going on within it
        ga_naar(open_laptop, way)
    assert geopend(open_laptop) == [huishouden_id]
    ga_naar(open_laptop, venster.vandaag)
    ga_naar(open_laptop, wegen[naam])
    assert geopend(open_laptop) == [huishouden_id] * 2


def test_a_term_chosen_on_today_is_an_opened_dossier(open_laptop: Laptop, huishouden_id: UUID) -> None:
    tab_naar(f"termijn_{huishouden_id}")
    toets(Qt.Key.Key_Return)
    open_laptop.tot(lambda: venster_van(open_laptop).current_key() == "termijn")
    open_laptop.rust()
    assert geopend(open_laptop) == [huishouden_id]
    toets(Qt.Key.Key_Return)  # to the dossier
    open_laptop.tot(lambda: venster_van(open_laptop).current_key() == "dossier")
    open_laptop.rust()
    assert geopend(open_laptop) == [huishouden_id]


def test_from_one_dossier_to_another_is_noted_and_pressing_twice_is_not(
    open_laptop: Laptop, huishouden_id: UUID
) -> None:
    venster = venster_van(open_laptop)
    ander = nieuwe_melding(open_laptop.sessie.plek).huishouden_id
    venster.dossier(huishouden_id)
    venster.dossier(huishouden_id)
    open_laptop.rust()
    ga_naar(open_laptop, lambda: venster.plan(ander))
    ga_naar(open_laptop, lambda: venster.dossier(huishouden_id))
    assert geopend(open_laptop) == [huishouden_id, ander, huishouden_id]


def test_who_goes_elsewhere_while_it_opens_stays_there(open_laptop: Laptop, huishouden_id: UUID) -> None:
    venster = venster_van(open_laptop)
    venster.dossier(huishouden_id)
    venster.melding()
    open_laptop.rust()
    assert venster.current_key() == "melding"
    ga_naar(open_laptop, lambda: venster.dossier(huishouden_id))
    assert geopend(open_laptop) == [huishouden_id] * 2


def test_what_cannot_be_noted_is_not_opened(
    open_laptop: Laptop, huishouden_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    venster = venster_van(open_laptop)

    def full(*_: object) -> None:
        raise StoreVol

    with monkeypatch.context() as kapot:
        kapot.setattr(type(open_laptop.sessie.plek.store), "write", full)
        ga_naar(open_laptop, lambda: venster.termijn(huishouden_id))
    assert venster.current_key() == "vandaag"
    assert load("kluis")("store.vol") in alle_woorden()
    assert VRAAG not in alle_woorden()
    assert geopend(open_laptop) == []
    ga_naar(open_laptop, lambda: venster.termijn(huishouden_id))
    assert venster.current_key() == "termijn"
    assert geopend(open_laptop) == [huishouden_id]
