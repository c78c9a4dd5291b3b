"""The page of mantelzorgers, by keyboard: own story, how it goes, strain that stays, and what there is for them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from kernnetwerk_app.domain.draagkracht import Meter, Overbelast
from kernnetwerk_app.domain.mantelzorg import Delen
from kernnetwerk_app.services import mantelzorg
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.mantelzorg import MantelzorgScreen
from kernnetwerk_app.ui.screens.netwerk import NetwerkScreen
from kernnetwerk_app.ui.screens.vandaag import VandaagScreen
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from tests.kaart_opzet import vul_kaart
from tests.services.opzet import Dossier
from tests.services.test_mantelzorg import beeld, de_mantelzorger, maak_mantelzorger
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.test_mensen import fout_bij, rijen, vul_in
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, kies, tab_naar, toets, typ, zie


@pytest.fixture
def scherm(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> MantelzorgScreen:
    vul_kaart(dossier.plek)
    maak_mantelzorger(dossier)
    scherm = MantelzorgScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    return scherm


def gezegd(scherm: QWidget) -> str:
    return " | ".join(row.words() for row in scherm.findChildren(InfoRow) if row.isVisible())


@pytest.mark.eis("NET-05", "NET-10")
def test_i_write_the_own_story_of_the_mantelzorger_with_tasks_limits_and_who_may_read_it(
    scherm: MantelzorgScreen, dossier: Dossier, rust: Rust
) -> None:
    druk(scherm, "eigen_verhaal")
    rust()
    vul_in("gesprek_datum", "19-4-2027")
    vul_in("gesprek_met", "Karin en Sanne")
    vul_in("eigen_woorden", "Ik slaap slecht.")
    vul_in("taken", "De was.")
    toets(Qt.Key.Key_Return)
    typ("De post en de bank.")
    vul_in("grenzen", "Niet in de nacht.")
    druk(scherm, "mantelzorg_delen")
    kies("delen", "ja")
    vul_in("delen_met", "de huisarts")
    druk(scherm, "mantelzorg_bewaar")
    rust()
    eigen = de_mantelzorger(dossier).eigen
    assert eigen is not None
    assert (eigen.eigen_woorden, eigen.taken, eigen.grenzen) == (
        "Ik slaap slecht.",
        "De was.\nDe post en de bank.",
        "Niet in de nacht.",
    )
    assert (eigen.inwoner_mag_zien, eigen.delen, eigen.delen_met) == (False, Delen.JA, "de huisarts")
    staat = gezegd(scherm)
    for woord in (
        "• De was.\n• De post en de bank.",
        "19 april 2027, met Karin en Sanne",
        "Ik slaap slecht.",
        "De inwoner leest niets hiervan",
    ):
        assert woord in staat


@pytest.mark.eis("NET-07", "NET-08")
def test_i_measure_how_it_goes_and_strain_asks_for_a_step_until_it_is_handled(
    scherm: MantelzorgScreen,
    dossier: Dossier,
    omgeving: Omgeving,
    toon_scherm: Toonscherm,
    rust: Rust,
    wegwijzer: Wegwijzer,
) -> None:
    druk(scherm, "meet")
    rust()
    druk(scherm, "draagkracht_bewaar")
    rust()
    assert "wie dit zegt" in fout_bij(scherm, "meter"), "nobody's words become hers by themselves"
    kies("meter", "de mantelzorger zelf")
    druk(scherm, "draagkracht_bewaar")
    rust()
    assert "hoe het gaat" in fout_bij(scherm, "draaglast")
    kies("volhoudtijd", "een paar weken")
    vul_in("draaglast", "De nachten.")
    kies("overbelast", "het dreigt te veel te worden")
    druk(scherm, "draagkracht_bewaar")
    rust()
    (meting,) = de_mantelzorger(dossier).metingen
    assert (meting.meter, meting.volhoudtijd, meting.overbelast) == (Meter.ZELF, "weken", Overbelast.DREIGT)
    assert "dreigt te veel te worden" in gezegd(scherm)
    druk(scherm, "open_signaal")
    assert wegwijzer.gegaan == [("signaal", meting.signaal_id)]
    vandaag = VandaagScreen(omgeving)
    toon_scherm(vandaag)
    zinnen = " ".join(label.text() for label in vandaag.findChildren(PlainLabel) if label.isVisible())
    assert "overbelasting" in zinnen.lower()


@pytest.mark.eis("NET-05")
def test_what_a_mantelzorger_told_is_out_of_sight_until_i_say_so_for_the_resident_may_sit_beside_me(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    vul_kaart(dossier.plek)
    maak_mantelzorger(dossier)
    mantelzorg.schrijf(dossier.plek, de_mantelzorger(dossier), {"eigen_woorden": "Ik slaap slecht."})
    velden = {"meter": Meter.ZELF, "overbelast": Overbelast.JA, "draaglast": "De nachten."}
    mantelzorg.meet(dossier.plek, de_mantelzorger(dossier), velden)
    scherm = MantelzorgScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    alles = " ".join(woord.text() for woord in scherm.findChildren(PlainLabel))
    for woord in ("slaap", "nachten", "te veel is"):
        assert woord not in alles, "not even out of sight"
    assert not any(knop.isVisible() for knop in scherm.findChildren(QAbstractButton, "open_signaal"))
    assert rijen(scherm, "er_is_")
    druk(scherm, "laat_zien")
    rust()
    for woord in ("Ik slaap slecht.", "De nachten."):
        assert woord in gezegd(scherm)
    assert in_focus().objectName() == "eigen_verhaal"
    assert zie(scherm, "open_signaal")


@pytest.mark.eis("NET-18")
def test_i_see_what_there_is_for_mantelzorgers_and_go_there(
    scherm: MantelzorgScreen, dossier: Dossier, wegwijzer: Wegwijzer
) -> None:
    er_is = beeld(dossier).er_is
    assert len(rijen(scherm, "er_is_")) == len(er_is) > 0
    druk(scherm, f"er_is_{er_is[0].id}")
    assert wegwijzer.gegaan == [("socialekaart", er_is[0].naam)]


@pytest.mark.eis("NET-06")
def test_today_asks_how_she_holds_up_and_one_press_starts_support_that_the_plan_tells_only_where_she_allows(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    vul_kaart(dossier.plek)
    dossier.doel()
    dossier.versie()
    maak_mantelzorger(dossier)
    vandaag = VandaagScreen(omgeving)
    toon_scherm(vandaag)
    druk(vandaag, f"draagkracht_{dossier.huishouden_id}")
    assert wegwijzer.gegaan == [("mantelzorg", dossier.huishouden_id)]
    scherm = MantelzorgScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    een, ander = beeld(dossier).er_is[:2]
    for wat in (een, ander):
        druk(scherm, f"steun_{wat.id}")
        rust()
    eigen = de_mantelzorger(dossier).eigen
    assert eigen is not None
    assert eigen.steun == f"{een.naam}, vanaf dinsdag 20 april 2027.\n{ander.naam}, vanaf dinsdag 20 april 2027."
    assert gezegd(scherm).count("Afgesproken als steun") == 2
    assert een.naam not in _in_plan(dossier), "she did not say that the resident may read it"
    mantelzorg.schrijf(dossier.plek, de_mantelzorger(dossier), {"inwoner_mag_zien": True})
    assert een.naam in _in_plan(dossier)
    assert bezwaren_op_elke_maat(scherm, omgeving.theme) == []


@pytest.mark.eis("NET-06")
def test_support_that_is_agreed_on_stays_when_i_press_twice_and_save_words_that_i_had_begun(
    scherm: MantelzorgScreen, dossier: Dossier, rust: Rust
) -> None:
    mantelzorg.schrijf(dossier.plek, de_mantelzorger(dossier), {"steun": "De huisarts denkt mee."})
    scherm.refresh()
    rust()
    druk(scherm, "eigen_verhaal")
    rust()
    vul_in("steun", "De huisarts belt elke week.")
    een, ander = beeld(dossier).er_is[:2]
    for wat in (een, ander):
        druk(scherm, f"steun_{wat.id}")  # the second before the first is shown
    rust()
    eigen = de_mantelzorger(dossier).eigen
    assert eigen is not None
    vanaf = "vanaf dinsdag 20 april 2027."
    assert eigen.steun == f"De huisarts denkt mee.\n{een.naam}, {vanaf}\n{ander.naam}, {vanaf}"
    druk(scherm, "eigen_verhaal")
    rust()
    druk(scherm, "mantelzorg_bewaar")
    rust()
    eigen = de_mantelzorger(dossier).eigen
    assert eigen is not None
    assert eigen.steun == f"De huisarts belt elke week.\n{een.naam}, {vanaf}\n{ander.naam}, {vanaf}"
    assert gezegd(scherm).count("Afgesproken als steun") == 2


def _in_plan(dossier: Dossier) -> str:
    return " ".join(a.woorden for deel in dossier.plan().inhoud.leefgebieden for a in deel.antwoorden)


def test_of_several_mantelzorgers_i_choose_one_and_what_i_typed_of_the_other_stays(
    scherm: MantelzorgScreen, dossier: Dossier, rust: Rust
) -> None:
    maak_mantelzorger(dossier, "Roelof Voorbeeld")
    scherm.refresh()
    rust()
    druk(scherm, "meet")
    rust()
    vul_in("draaglast", "De nachten.")
    kies("wie", "Roelof Voorbeeld, zoon/dochter")
    rust()
    druk(scherm, "meet")
    rust()
    kies("meter", "iemand uit de omgeving")
    tab_naar("draaglast")
    typ("De afstand.")
    druk(scherm, "draagkracht_bewaar")
    rust()
    metingen = {m.naam: [meting.draaglast for meting in m.metingen] for m in beeld(dossier).mantelzorgers}
    assert metingen == {"Karin Voorbeeld": [], "Roelof Voorbeeld": ["De afstand."]}
    kies("wie", "Karin Voorbeeld, zoon/dochter")
    rust()
    druk(scherm, "meet")
    rust()
    tekst = zie(scherm, "draaglast")
    assert "De nachten." in str(tekst.property("plainText"))


def test_without_a_mantelzorger_the_page_says_where_to_begin(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, wegwijzer: Wegwijzer
) -> None:
    scherm = MantelzorgScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    druk(scherm, "meet")
    assert wegwijzer.gegaan == [("netwerk", dossier.huishouden_id)]


def test_the_network_leads_to_the_mantelzorgers(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, wegwijzer: Wegwijzer
) -> None:
    scherm = NetwerkScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    tab_naar("naar_mantelzorg")
    toets(Qt.Key.Key_Return)
    assert wegwijzer.gegaan == [("mantelzorg", dossier.huishouden_id)]


def test_the_forms_can_be_used_at_every_size(scherm: MantelzorgScreen, dossier: Dossier, rust: Rust) -> None:
    wie = de_mantelzorger(dossier)
    mantelzorg.meet(dossier.plek, wie, {"meter": Meter.ZELF, "overbelast": Overbelast.JA, "draaglast": "Veel."})
    scherm.refresh()
    rust()
    for knop in ("meet", "eigen_verhaal"):
        druk(scherm, knop)
        rust()
        assert bezwaren_op_elke_maat(scherm, scherm.theme) == []


@pytest.mark.eis("NET-07")
def test_i_put_a_measurement_right_without_typing_it_again_and_take_another_back(
    scherm: MantelzorgScreen, dossier: Dossier, rust: Rust
) -> None:
    for dag in ("18-4-2027", "19-4-2027"):
        druk(scherm, "meet")
        rust()
        vul_in("datum", dag)
        vul_in("draaglast", "De nachten.")
        kies("meter", "ik, als professional")
        druk(scherm, "draagkracht_bewaar")
        rust()
    later, eerder = de_mantelzorger(dossier).metingen
    druk(scherm, f"verbeter_{eerder.id}")
    rust()
    vul_in("datum", "17-4-2027")
    druk(scherm, "draagkracht_bewaar")
    rust()
    druk(scherm, f"neem_terug_{later.id}")
    rust()
    (over,) = de_mantelzorger(dossier).metingen
    assert (over.datum.day, over.draaglast) == (17, "De nachten.")
    assert gezegd(scherm).count("teruggenomen op di 20 april 2027, telt niet mee") == 2
