"""The network, by keyboard and by mouse: who stands where, what they do, and whom we may speak with."""

from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.afzien import Waarvan
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.netwerk import Netwerkbevinding, Plek
from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.domain.relatie import SIGNALEERDER, Bereid, Kring, Relatie
from kernnetwerk_app.services import afzien, mensen, netwerk
from kernnetwerk_app.services.gezegd import persoonssleutel
from kernnetwerk_app.services.netwerk import NetwerkBeeld
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.gesprek import GesprekScreen
from kernnetwerk_app.ui.screens.mensen import MensenScreen
from kernnetwerk_app.ui.screens.netwerk import NetwerkScreen
from kernnetwerk_app.ui.widgets.choice import ChoiceGroup
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from kernnetwerk_app.ui.widgets.netwerkkaart import Netwerkkaart, PersoonKnop
from kernnetwerk_app.ui.widgets.notice import Notice
from tests.services.opzet import Dossier, gelezen
from tests.services.test_keukentafel import erbij
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.test_mensen import fout_bij, rijen, vul_in
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, kies, tab_naar, toets, typ, woorden, zie
from tests.ui.vinger import veeg

ENTER = Qt.Key.Key_Return
NUMMER = "0592 000012"
APART = "Dat vertelde zij alleen mij."


@pytest.fixture
def scherm(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> NetwerkScreen:
    scherm = NetwerkScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    return scherm


def beeld(plek: Werkplek, huishouden_id: UUID) -> NetwerkBeeld:
    with plek.store.read() as lezer:
        return netwerk.load(plek, lezer, huishouden_id)


def zet(dossier: Dossier, naam: str, **velden: Any) -> Relatie:
    with dossier.plek.store.read() as lezer:
        anna = lezer.find(Inwoner, huishouden_id=dossier.huishouden_id)[0]
    mensen.leg_vast(dossier.plek, Relatie, dossier.huishouden_id, {"inwoner_id": anna.id, "ander_naam": naam, **velden})
    return next(op.relatie for op in beeld(dossier.plek, dossier.huishouden_id).kaart if op.naam == naam)


def waar(dossier: Dossier, relatie: Relatie) -> Plek:
    kaart = beeld(dossier.plek, dossier.huishouden_id).kaart
    return next(op.plek for op in kaart if op.relatie.id == relatie.id)


def zinnen(scherm: QWidget) -> str:
    return " ".join(notice.accessibleName() for notice in scherm.findChildren(Notice) if notice.isVisible())


@pytest.mark.eis("NET-01", "NET-03")
def test_i_draw_who_stands_around_the_resident_what_they_do_and_what_they_could_do(
    scherm: NetwerkScreen, dossier: Dossier, rust: Rust
) -> None:
    tab_naar("zet_iemand_neer")
    toets(ENTER)
    vul_in("ander", "Karin Voorbeeld")
    vul_in("relatie", "Zoon/dochter")
    kies("hulpsoort", "mantelzorg")
    vul_in("doet_nu", "Doet de was.")
    vul_in("kan_nog", "Mee naar het koor.")
    kies("bereid", "ja")
    kies("kring", "dichtbij")
    druk(scherm, "netwerkpersoon_bewaar")
    rust()
    (op,) = beeld(dossier.plek, dossier.huishouden_id).kaart
    assert (op.relatie.relatie, op.relatie.hulpsoort) == ("zoon_dochter", "mantelzorg")
    assert (op.relatie.doet, op.relatie.kan, op.relatie.bereid) == ("Doet de was.", "Mee naar het koor.", Bereid.JA)
    assert op.plek.kring is Kring.DICHTBIJ
    (regel,) = rijen(scherm, "persoon_")
    for woord in ("Karin Voorbeeld", "zoon/dochter", "mantelzorg", "dichtbij", "doet: Doet de was.", "wil helpen"):
        assert woord in regel
    assert "dichtbij" in zie(scherm, f"kaart_{op.relatie.id}").accessibleName()


@pytest.mark.eis("NET-01")
def test_strength_stands_beside_what_is_needed_and_what_was_told_apart_does_not(
    scherm: NetwerkScreen, dossier: Dossier, rust: Rust
) -> None:
    piet = erbij(dossier, "Piet", RolInHuishouden.PARTNER)
    dossier.typ("sociaal_netwerk.goed", "Karin belt elke avond.")
    dossier.typ("sociaal_netwerk.lastig", "Autorijden gaat niet meer.")
    for vraag in ("goed", "lastig"):
        dossier.typ(persoonssleutel(f"sociaal_netwerk.{vraag}", piet), f"{APART} {vraag}")
    scherm.refresh()
    rust()
    goed, nodig = (rij for rij in scherm.findChildren(InfoRow) if "Sociaal netwerk" in woorden(rij))
    assert "Karin belt elke avond." in woorden(goed)
    assert "Autorijden gaat niet meer." in woorden(nodig)
    links, rechts = (rij.mapTo(scherm, QPoint()) for rij in (goed, nodig))
    assert links.y() == rechts.y(), "beside each other, of the same weight"
    assert links.x() < rechts.x()
    assert APART not in woorden(scherm)
    kies("wiens_kaart", "Piet Voorbeeld")
    rust()
    assert "Karin belt elke avond." in woorden(scherm)
    assert APART not in woorden(scherm), "nor on the own map of who told it"
    assert APART not in gelezen(netwerk.load_pdf(dossier.plek, dossier.huishouden_id))


@pytest.mark.eis("NET-01")
def test_i_move_somebody_on_the_map_with_the_arrows(scherm: NetwerkScreen, dossier: Dossier, rust: Rust) -> None:
    karin = zet(dossier, "Karin", kring=Kring.ROND, plaats=2)
    ria = zet(dossier, "Ria", kring=Kring.ROND, plaats=3)
    scherm.refresh()
    rust()
    kaart = tab_naar(f"kaart_{karin.id}")
    assert "eromheen, op 2 uur" in kaart.accessibleName()
    toets(Qt.Key.Key_Right)
    rust()
    assert waar(dossier, karin) == Plek(Kring.ROND, 4), "where Ria stands is no place for her"
    assert "eromheen, op 4 uur" in kaart.accessibleName()
    toets(Qt.Key.Key_Down)
    toets(Qt.Key.Key_Left)
    rust()
    assert waar(dossier, karin) == Plek(Kring.DICHTBIJ, 3)
    assert waar(dossier, ria) == Plek(Kring.ROND, 3)
    assert in_focus().objectName() == f"kaart_{karin.id}"
    toets(Qt.Key.Key_Up)
    toets(Qt.Key.Key_Right)
    toets(Qt.Key.Key_Down)
    rust()
    assert waar(dossier, karin) == Plek(Kring.DICHTBIJ, 5), "round Ria, and on from there"
    with dossier.plek.store.read() as lezer:
        assert lezer.conflicten() == []


@pytest.mark.eis("NET-01")
@pytest.mark.parametrize("met", ["muis", "vinger"])
def test_i_drag_somebody_nearer_with_mouse_or_finger(
    scherm: NetwerkScreen, dossier: Dossier, rust: Rust, met: str
) -> None:
    karin = zet(dossier, "Karin", kring=Kring.VERDER, plaats=3)
    scherm.refresh()
    rust()
    kaart = scherm.findChild(Netwerkkaart)
    knop = zie(scherm, f"kaart_{karin.id}")
    assert isinstance(knop, PersoonKnop)
    begin = knop.rect().center()
    doel = kaart.spot(Plek(Kring.DICHTBIJ, 6)).toPoint()
    if met == "vinger":
        veeg(kaart, knop.geometry().center(), doel)
    else:
        QTest.mousePress(knop, Qt.MouseButton.LeftButton, pos=begin)
        for _ in range(2):
            QTest.mouseMove(knop, knop.mapFrom(kaart, doel) + begin - QPoint(*knop.rect().center().toTuple()))
        QTest.mouseRelease(knop, Qt.MouseButton.LeftButton, pos=knop.mapFrom(kaart, doel))
    rust()
    assert waar(dossier, karin) == Plek(Kring.DICHTBIJ, 6)
    assert not [form for form in scherm.findChildren(QWidget, "netwerkpersoon") if form.isVisible()]


def test_the_list_does_what_the_map_does(scherm: NetwerkScreen, dossier: Dossier, rust: Rust) -> None:
    karin = zet(dossier, "Karin")
    scherm.refresh()
    rust()
    druk(scherm, f"persoon_{karin.id}")
    rust()
    kies("kring", "verder weg")
    druk(scherm, "netwerk_meer")
    kies("plaats", "op 9 uur")
    druk(scherm, "netwerkpersoon_bewaar")
    rust()
    assert waar(dossier, karin) == Plek(Kring.VERDER, 9)


@pytest.mark.eis("NET-04")
def test_of_whom_the_resident_does_not_want_us_to_call_no_number_shows_unless_i_say_why(
    scherm: NetwerkScreen, dossier: Dossier, omgeving: Omgeving, toon_scherm: Toonscherm, rust: Rust
) -> None:
    karin = zet(dossier, "Karin", telefoon="0592000012")
    assert not karin.mag_benaderd
    scherm.refresh()
    rust()
    (regel,) = rijen(scherm, "persoon_")
    assert NUMMER not in regel
    assert "bellen: nog niet aan de inwoner gevraagd" in regel
    druk(scherm, f"persoon_{karin.id}")
    rust()
    druk(scherm, "netwerk_meer")
    assert "De inwoner is nog niet gevraagd of wij Karin mogen bellen." in zinnen(scherm), "nobody said no"
    druk(scherm, "toon_nummer")
    rust()
    assert "waarom" in fout_bij(scherm, "reden")
    assert NUMMER not in zinnen(scherm)
    tab_naar("reden")
    typ("De deur is dicht en niemand doet open.")
    druk(scherm, "toon_nummer")
    rust()
    assert NUMMER in zinnen(scherm)
    with dossier.plek.store.read() as lezer:
        verslagen = [c.verslag for c in lezer.find(Contact, huishouden_id=dossier.huishouden_id) if c.verslag]
    assert any("De deur is dicht" in verslag for verslag in verslagen)
    mensenscherm = MensenScreen(omgeving, dossier.huishouden_id)
    toon_scherm(mensenscherm)
    assert all(NUMMER not in regel for regel in rijen(mensenscherm, "relatie_"))


@pytest.mark.eis("NET-04")
def test_once_the_resident_wishes_it_the_number_is_there(scherm: NetwerkScreen, dossier: Dossier, rust: Rust) -> None:
    karin = zet(dossier, "Karin", telefoon="0592000012")
    scherm.refresh()
    rust()
    druk(scherm, f"persoon_{karin.id}")
    rust()
    nee, ja = "nee, de inwoner wil dat niet", "ja, de inwoner wil dat"
    for antwoord, staat_er in ((nee, "wij bellen deze persoon niet"), (ja, NUMMER)):
        kies("mag_benaderd", antwoord)
        druk(scherm, "netwerkpersoon_bewaar")
        rust()
        (regel,) = rijen(scherm, "persoon_")
        assert staat_er in regel
        druk(scherm, f"persoon_{karin.id}")
        rust()


@pytest.mark.eis("NET-17")
def test_i_write_what_the_vertrouwenspersoon_may_do(scherm: NetwerkScreen, dossier: Dossier, rust: Rust) -> None:
    karin = zet(dossier, "Karin")
    scherm.refresh()
    rust()
    druk(scherm, f"persoon_{karin.id}")
    rust()
    druk(scherm, "netwerk_meer")
    assert "Wie het plan meeleest, leest ook wat we samen bekeken, als dat erin staat." in woorden(scherm)
    for recht in ("bij_gesprekken", "leest_mee"):
        tab_naar(f"recht_{recht}")
        toets(Qt.Key.Key_Space)
    druk(scherm, "netwerkpersoon_bewaar")
    rust()
    (op,) = beeld(dossier.plek, dossier.huishouden_id).kaart
    assert op.relatie.vertrouwensrechten == "bij_gesprekken leest_mee"
    assert op.relatie.vertrouwen_datum == dossier.plek.vandaag
    (regel,) = rijen(scherm, "persoon_")
    assert "vertrouwenspersoon: is bij gesprekken, leest het plan mee" in regel


@pytest.mark.eis("NET-15")
def test_where_few_people_stand_i_am_asked_for_a_goal_about_that(
    scherm: NetwerkScreen, dossier: Dossier, rust: Rust
) -> None:
    zet(dossier, "Karin")
    scherm.refresh()
    rust()
    druk(scherm, "maak_doel")
    rust()
    typ("Ik wil weer zingen met anderen.")
    druk(scherm, "netwerkdoel_bewaar")
    rust()
    with dossier.plek.store.read() as lezer:
        (doel,) = lezer.find(Doel, plan_id=dossier.plan_id)
    assert (doel.tekst, doel.leefgebied) == ("Ik wil weer zingen met anderen.", netwerk.NETWERK)
    assert "weinig mensen" not in zinnen(scherm), "there is a goal about it"


@pytest.mark.eis("NET-15")
def test_with_three_people_who_could_do_something_nothing_is_asked(
    scherm: NetwerkScreen, dossier: Dossier, rust: Rust
) -> None:
    for naam in ("Karin", "Ria"):
        zet(dossier, naam)
    scherm.refresh()
    rust()
    assert "weinig mensen" in zinnen(scherm)
    zet(dossier, "Henk")
    scherm.refresh()
    rust()
    assert "weinig mensen" not in zinnen(scherm)


@pytest.mark.eis("RES-15")
def test_of_whom_somebody_would_rather_have_no_help_stands_where_helpers_are_looked_for(
    scherm: NetwerkScreen, dossier: Dossier, rust: Rust
) -> None:
    truus, karin = zet(dossier, "Zus Truus"), zet(dossier, "Karin")
    velden = {"inwoner_id": truus.inwoner_id, "waarvan": Waarvan.HULP, "waarover": " zus truus"}
    afzien.leg_vast(dossier.plek, dossier.huishouden_id, velden)
    scherm.refresh()
    rust()
    gezegd = {wie.ander_naam: zie(scherm, f"persoon_{wie.id}").accessibleName() for wie in (truus, karin)}
    assert "liever geen hulp van deze persoon" in gezegd["Zus Truus"]
    assert "liever" not in gezegd["Karin"]


def test_who_only_noticed_something_is_not_drawn_where_the_resident_reads_along(dossier: Dossier) -> None:
    with dossier.plek.store.read() as lezer:
        anna = lezer.find(Inwoner, huishouden_id=dossier.huishouden_id)[0]
    velden = {"inwoner_id": anna.id, "ander_naam": "Buurvrouw Proef", "relatie": "buur", "rol": SIGNALEERDER}
    mensen.leg_vast(dossier.plek, Relatie, dossier.huishouden_id, velden)
    assert beeld(dossier.plek, dossier.huishouden_id).kaart == ()
    assert "Buurvrouw" not in gelezen(netwerk.load_pdf(dossier.plek, dossier.huishouden_id))
    zet(dossier, "Buurman Proef", rol=SIGNALEERDER, doet="De tuin.")


def test_what_i_typed_of_somebody_is_there_again_after_i_went_away(
    scherm: NetwerkScreen, omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    druk(scherm, "zet_iemand_neer")
    rust()
    vul_in("ander", "Buurvrouw Riet")
    weg: list[bool] = []
    scherm.leave(lambda: weg.append(True))
    rust()
    assert weg == [True]
    opnieuw = NetwerkScreen(omgeving, dossier.huishouden_id)
    toon_scherm(opnieuw)
    druk(opnieuw, "zet_iemand_neer")
    rust()
    assert "Buurvrouw Riet" in str(zie(opnieuw, "ander").property("currentText"))


def test_dossier_and_gesprek_lead_to_the_network_by_key(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    scherm = DossierScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    druk(scherm, "naar_netwerk")
    gesprek = GesprekScreen(omgeving, dossier.huishouden_id, dossier.gesprek_id)
    toon_scherm(gesprek)
    toets(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert wegwijzer.gegaan == [("netwerk", dossier.huishouden_id)] * 2


def test_the_network_can_be_used_at_every_size(scherm: NetwerkScreen, dossier: Dossier, rust: Rust) -> None:
    karin = zet(dossier, "Karin Voorbeeld", telefoon="0592000012")
    scherm.refresh()
    rust()
    druk(scherm, f"persoon_{karin.id}")
    rust()
    druk(scherm, "netwerk_meer")
    assert bezwaren_op_elke_maat(scherm, scherm.theme) == []


def test_i_say_on_the_map_whether_they_take_part_in_the_plan(
    scherm: NetwerkScreen, dossier: Dossier, rust: Rust
) -> None:
    groep = zie(scherm, "netwerk_doet_mee")
    assert isinstance(groep, ChoiceGroup)
    assert groep.value() is None
    groep.choices()[1].click()
    rust()
    assert dossier.plan().plan.netwerk is Netwerkbevinding.NIET_BESCHIKBAAR
    assert groep.value() == "NIET_BESCHIKBAAR"


@pytest.mark.eis("NET-01")
def test_the_resident_gets_the_network_on_paper_without_numbers(
    scherm: NetwerkScreen, dossier: Dossier, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    velden = {"relatie": "zoon_dochter", "doet": "De was.", "kan": "Mee naar het koor.", "kring": Kring.DICHTBIJ}
    zet(dossier, "Karin Voorbeeld", telefoon="0592000012", mag_benaderd=True, **velden)
    druk(scherm, "netwerk_papier")
    ((_, laad, hier),) = wegwijzer.gegaan
    assert hier == dossier.huishouden_id
    assert callable(laad)
    pdf = laad()
    staat = gelezen(pdf)
    for woord in (
        "De mensen om mij heen",
        "Dichtbij",
        "Karin Voorbeeld",
        "zoon/dochter",
        "De was.",
        "Mee naar het koor.",
    ):
        assert woord in staat
    assert NUMMER not in staat
    assert wegwijzer.terug_van_papier is not None
    wegwijzer.terug_van_papier()
    assert wegwijzer.gegaan[-1] == ("netwerk", dossier.huishouden_id)
