"""What goes along with a plan is asked for whom it is printed now: of two questions only the last counts."""

from itertools import count
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.services import bijlage
from kernnetwerk_app.services.bijlage import Mee
from kernnetwerk_app.store.errors import StoreError
from kernnetwerk_app.ui.forms.bijlagen_mee import BijlagenMee
from kernnetwerk_app.ui.omgeving import Omgeving
from tests.services.opzet import Dossier
from tests.ui.schermen import Rust, Wegwijzer
from tests.ui.test_bijlage import gaat_mee


def test_nothing_is_printed_before_the_last_of_two_questions_is_answered_though_the_first_failed(
    omgeving: Omgeving,
    dossier: Dossier,
    wegwijzer: Wegwijzer,
    rust: Rust,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dossier.doel()
    versie, nieuw = dossier.versie(), gaat_mee(dossier)
    mee = BijlagenMee(omgeving, Stuk(Stuksoort.PLAN, dossier.huishouden_id, versie.id), wegwijzer.fouten.append)
    qtbot.addWidget(mee)
    lees, keer, stand = bijlage.mee_met, count(), list[tuple[bool, tuple[UUID, ...]]]()

    def eerst_niet(*wat: Any) -> Mee:
        if next(keer) == 0:
            raise StoreError
        return lees(*wat)

    monkeypatch.setattr(bijlage, "mee_met", eerst_niet)
    mee.busy_changed.connect(lambda: stand.append((mee.busy, mee.chosen())))
    mee.look(None)
    mee.look(None)
    rust()
    assert stand == [(True, ()), (True, ()), (False, (nieuw,))]
