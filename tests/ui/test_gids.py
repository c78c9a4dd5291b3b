"""From the dossier: what first, who, when, on one page to give to the resident (TAAL-07)."""

from datetime import date, time
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.services import contact, mensen
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.papier import Vormpapier
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import JORIS
from tests.services.opzet import gelezen
from tests.ui.schermen import Open, Wegwijzer
from tests.ui.toetsen import druk, tab_naar, toets, zie


@pytest.mark.eis("TAAL-07")
def test_from_the_dossier_i_print_what_first_who_and_when_in_any_form(
    plek: Werkplek, huishouden_id: UUID, open_dossier: Open, wegwijzer: Wegwijzer
) -> None:
    contact.plan_bezoek(plek, huishouden_id, date(2027, 4, 22), time(13))
    druk(open_dossier(), "naar_vraag")
    tab_naar("gids")
    toets(Qt.Key.Key_Return)
    (_, laad, waarvan) = wegwijzer.gegaan[-1]
    assert waarvan == huishouden_id
    assert isinstance(laad, Vormpapier)
    assert not laad.ernaast
    assert "Zet dit in de agenda: do 22 april, 13.00 uur. We praten verder (Sanne Modelman)." in gelezen(laad())


@pytest.mark.eis("RES-16")
def test_from_the_dossier_i_print_the_card_with_the_contact_person_of_these_people(
    plek: Werkplek, huishouden_id: UUID, open_dossier: Open, wegwijzer: Wegwijzer
) -> None:
    with plek.store.write() as werk:
        werk.change(werk.get(Huishouden, huishouden_id), contactpersoon_id=JORIS.id)
        werk.commit("test.contactpersoon")
    scherm = open_dossier()
    druk(scherm, "naar_vraag")
    druk(scherm, "contactkaart")
    (_, laad, waarvan) = wegwijzer.gegaan[-1]
    assert waarvan == huishouden_id
    assert "Joris Proefstra" in gelezen(laad())  # type: ignore[operator]


def test_there_is_no_guide_for_who_died(plek: Werkplek, huishouden_id: UUID, open_dossier: Open) -> None:
    with plek.store.read() as lezer:
        wie = hoofdpersoon(lezer, huishouden_id).id
    feit = {"inwoner_id": wie, "aard": Aard.OVERLEDEN, "begin_datum": date(2027, 4, 19)}
    mensen.leg_vast(plek, Bijzonderheid, huishouden_id, feit)
    scherm = open_dossier()
    druk(scherm, "naar_vraag")
    with pytest.raises(AssertionError):
        zie(scherm, "gids")
    with pytest.raises(AssertionError):
        zie(scherm, "contactkaart")
