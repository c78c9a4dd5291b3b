"""Two who may be one: beside one another with what is the same, and a person decides; also while a melding is typed."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlmodel import Session, select

from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.services import dossier
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.audit import AuditRow
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.gegevens import GegevensScreen
from kernnetwerk_app.ui.screens.melding import MeldingScreen
from kernnetwerk_app.ui.screens.mensen import MensenScreen
from kernnetwerk_app.ui.screens.samenvoegen import SamenvoegenScreen
from kernnetwerk_app.ui.screens.vandaag import VandaagScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.notice import Notice
from tests.factories import nieuwe_melding
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.test_mensen import chips, rijen
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, tab_naar, toets, typ, woorden, zie

ENTER = Qt.Key.Key_Return


@pytest.fixture
def ander_id(plek: Werkplek) -> UUID:
    return nieuwe_melding(plek).huishouden_id


@pytest.fixture
def paar(plek: Werkplek, huishouden_id: UUID, ander_id: UUID) -> tuple[UUID, UUID]:
    return wie(plek, huishouden_id), wie(plek, ander_id)


@pytest.fixture
def scherm(omgeving: Omgeving, paar: tuple[UUID, UUID], toon_scherm: Toonscherm) -> SamenvoegenScreen:
    scherm = SamenvoegenScreen(omgeving, *paar)
    toon_scherm(scherm)
    return scherm


def wie(plek: Werkplek, huishouden_id: UUID) -> UUID:
    with plek.store.read() as lezer:
        return hoofdpersoon(lezer, huishouden_id).id


def dossiers(plek: Werkplek) -> list[UUID]:
    with plek.store.read() as lezer:
        return [regel.huishouden_id for regel in dossier.list_dossiers(plek, lezer)]


@pytest.mark.eis("TRI-21")
def test_today_asks_whether_two_are_one_and_i_join_them_with_the_keys(
    omgeving: Omgeving,
    plek: Werkplek,
    paar: tuple[UUID, UUID],
    toon_scherm: Toonscherm,
    wegwijzer: Wegwijzer,
    rust: Rust,
) -> None:
    dag = VandaagScreen(omgeving)
    toon_scherm(dag)
    assert rijen(dag, "dubbel_") == ["A. V.: is dit dezelfde persoon?, er zijn er twee die op elkaar lijken"]
    druk(dag, f"dubbel_{min(paar)}")
    assert wegwijzer.gegaan[-1] == ("samenvoegen", min(paar), max(paar))
    scherm = SamenvoegenScreen(omgeving, *paar)
    toon_scherm(scherm)
    assert chips(scherm) == ["de naam", "het adres"]
    tab_naar("voeg_samen")
    toets(ENTER)
    rust()
    assert dossiers(plek) == [wegwijzer.gegaan[-1][1]]
    dag.refresh()
    rust()
    assert rijen(dag, "dubbel_") == []


def test_a_child_of_two_households_leads_to_where_it_lives_and_joins_nothing(
    omgeving: Omgeving,
    plek: Werkplek,
    huishouden_id: UUID,
    ander_id: UUID,
    toon_scherm: Toonscherm,
    wegwijzer: Wegwijzer,
    rust: Rust,
) -> None:
    mia = {"voornamen": "Mia", "achternaam": "Voorbeeld", "rol": RolInHuishouden.KIND}
    with plek.store.write() as werk:
        kinderen = [
            werk.add(Inwoner(id=plek.new_id(), huishouden_id=hier, **mia)) for hier in (huishouden_id, ander_id)
        ]
        werk.commit("test.kinderen")
    scherm = SamenvoegenScreen(omgeving, *(kind.id for kind in kinderen))
    toon_scherm(scherm)
    assert "Dit is misschien één kind van twee huishoudens." in woorden(scherm)
    tab_naar("woont_ook")
    toets(ENTER)
    rust()
    assert wegwijzer.gegaan[-1] == ("mensen", huishouden_id)
    assert len(dossiers(plek)) == 2


def test_two_people_who_only_look_alike_stay_two(
    scherm: SamenvoegenScreen, plek: Werkplek, paar: tuple[UUID, UUID], wegwijzer: Wegwijzer, rust: Rust
) -> None:
    tab_naar("twee_mensen")
    toets(ENTER)
    rust()
    assert wegwijzer.gegaan[-1] == ("vandaag",)
    assert len(dossiers(plek)) == 2


def test_that_both_dossiers_were_opened_is_written_down(
    scherm: SamenvoegenScreen, plek: Werkplek, huishouden_id: UUID, ander_id: UUID
) -> None:
    vraag = select(AuditRow.huishouden_id).where(AuditRow.naam == "dossier.geopend")
    with Session(plek.store._reader) as session:
        assert set(session.exec(vraag)) == {huishouden_id, ander_id}


def test_what_was_decided_already_is_not_decided_again(
    scherm: SamenvoegenScreen,
    omgeving: Omgeving,
    paar: tuple[UUID, UUID],
    toon_scherm: Toonscherm,
    rust: Rust,
) -> None:
    druk(scherm, "twee_mensen")
    rust()
    opnieuw = SamenvoegenScreen(omgeving, *paar)
    toon_scherm(opnieuw)
    knop = zie(opnieuw, "voeg_samen")
    assert isinstance(knop, Button)
    assert not knop.isEnabled()


def test_everyone_can_compare_two_people_at_every_size(scherm: SamenvoegenScreen, theme: Theme) -> None:
    assert bezwaren_op_elke_maat(scherm, theme) == []


# -- while a melding is typed ------------------------------------------------------------------------------------------


@pytest.fixture
def getypt(omgeving: Omgeving, huishouden_id: UUID, toon_scherm: Toonscherm, qtbot: QtBot, rust: Rust) -> MeldingScreen:
    """A melding of somebody who is known here already, as far as the address."""
    scherm = MeldingScreen(omgeving)
    toon_scherm(scherm)
    for veld, tekst in (
        ("vraag", "Nu ook hulp met de tuin."),
        ("voornamen", "A."),
        ("achternaam", "Jansen"),
        ("straat", "Modelweg"),
        ("huisnummer", "12"),
    ):
        tab_naar(veld)
        typ(tekst)
    qtbot.waitUntil(scherm.known.isVisible)
    rust()
    return scherm


@pytest.mark.eis("TRI-21")
def test_while_i_type_i_am_told_that_she_is_known_and_the_melding_comes_in_her_dossier(
    getypt: MeldingScreen, plek: Werkplek, huishouden_id: UUID, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    druk(getypt, f"gelijk_{huishouden_id}")
    druk(getypt, "neem_aan")
    rust()
    assert wegwijzer.gegaan[-1] == ("dossier", huishouden_id)
    with plek.store.read() as lezer:
        assert len(lezer.find(Inwoner)) == 1
        assert [m.vraag for m in lezer.find(Melding, huishouden_id=huishouden_id)][-1] == "Nu ook hulp met de tuin."


def test_i_go_back_on_it_and_get_a_new_dossier(
    getypt: MeldingScreen, plek: Werkplek, huishouden_id: UUID, rust: Rust
) -> None:
    druk(getypt, f"gelijk_{huishouden_id}")
    druk(getypt, "toch_nieuw")
    rust()
    druk(getypt, "neem_aan")
    rust()
    assert len(dossiers(plek)) == 2


def test_what_i_chose_is_still_chosen_after_a_lock(
    getypt: MeldingScreen, omgeving: Omgeving, plek: Werkplek, huishouden_id: UUID, toon_scherm: Toonscherm, rust: Rust
) -> None:
    druk(getypt, f"gelijk_{huishouden_id}")
    getypt.leave(lambda: None)
    rust()
    weer = MeldingScreen(omgeving)
    toon_scherm(weer)
    rust()
    assert "Dit komt in het dossier van A. V." in weer.known.findChildren(Notice)[-1].accessibleName()
    assert weer.known.inwoner_id == wie(plek, huishouden_id), "and of whom it is there"
    druk(weer, "neem_aan")
    rust()
    assert len(dossiers(plek)) == 1


# -- where a number and a day of birth are typed -----------------------------------------------------------------------


@pytest.fixture
def bekend(plek: Werkplek) -> Inwoner:
    """Somebody of another dossier, with a number and a day of birth."""
    with plek.store.write() as werk:
        elders = werk.add(Huishouden(id=plek.new_id(), aanduiding="mevrouw Proef"))
        wie = Inwoner(id=plek.new_id(), huishouden_id=elders.id, voornamen="Lies", achternaam="Proef")
        wie = werk.add(wie.model_copy(update={"bsn": "999990019", "geboortedatum": "1950-03-01"}))
        werk.commit("test.elders")
    return wie


@pytest.mark.eis("TRI-21")
def test_the_number_that_i_put_right_belongs_to_somebody_who_is_here_already(
    omgeving: Omgeving,
    plek: Werkplek,
    huishouden_id: UUID,
    bekend: Inwoner,
    toon_scherm: Toonscherm,
    wegwijzer: Wegwijzer,
    qtbot: QtBot,
    rust: Rust,
) -> None:
    with plek.store.read() as lezer:
        eigen = lezer.find(Inwoner, huishouden_id=huishouden_id)[0].id
    scherm = GegevensScreen(omgeving, huishouden_id)
    toon_scherm(scherm)
    tab_naar(f"{eigen}.bsn")
    typ("999990019")
    qtbot.waitUntil(lambda: any(n.isVisible() for n in scherm.findChildren(Notice) if "bekend" in n.accessibleName()))
    druk(scherm, f"gelijk_{bekend.huishouden_id}")
    assert wegwijzer.gegaan[-1] == ("samenvoegen", eigen, bekend.id)


@pytest.mark.eis("TRI-21")
def test_who_i_add_to_a_household_is_known_elsewhere_by_name_and_day_of_birth(
    omgeving: Omgeving,
    huishouden_id: UUID,
    bekend: Inwoner,
    toon_scherm: Toonscherm,
    wegwijzer: Wegwijzer,
    qtbot: QtBot,
    rust: Rust,
) -> None:
    scherm = MensenScreen(omgeving, huishouden_id)
    toon_scherm(scherm)
    druk(scherm, "voeg_iemand_toe")
    rust()
    for veld, tekst in (("geboortedatum", "1-3-1950"), ("voornamen", "Lies"), ("achternaam", "Proef")):
        tab_naar(veld)
        typ(tekst)
    qtbot.waitUntil(lambda: any(n.isVisible() for n in scherm.findChildren(Notice) if "bekend" in n.accessibleName()))
    druk(scherm, f"gelijk_{bekend.huishouden_id}")
    assert wegwijzer.gegaan[-1] == ("dossier", bekend.huishouden_id)


def test_the_offer_names_nobody_in_full_and_is_gone_with_an_empty_form(
    getypt: MeldingScreen, theme: Theme, rust: Rust
) -> None:
    (aanbod,) = (notice.accessibleName() for notice in getypt.known.findChildren(Notice) if notice.isVisible())
    assert aanbod == "A. V. is hier misschien al bekend. Hetzelfde: de naam lijkt erop, het adres."
    assert bezwaren_op_elke_maat(getypt, theme) == []
    druk(getypt, "maak_leeg")
    rust()
    druk(getypt, "ja_maak_leeg")
    rust()
    assert not getypt.known.isVisible()
