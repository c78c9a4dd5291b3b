"""Triage with the keys: a proposal with its reasons, one's own decision, and a route that shows what was lighter."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTextEdit, QWidget

from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.niveau import Niveau
from kernnetwerk_app.domain.triage import Route, Triage
from kernnetwerk_app.domain.voorziening import Stand, Voorziening
from kernnetwerk_app.services import typen
from kernnetwerk_app.services.triage import NieuweTriage
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.triage import TriageScreen
from tests.kaart_opzet import maak, vul_kaart
from tests.services.eerste import Begin, begin
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, gezegd_bij, in_focus, kies, kruis_aan, tab_naar, typ, wis, zie

MEEST = 9


@pytest.fixture
def hier(plek: Werkplek) -> Begin:
    return begin(plek)


@pytest.fixture
def scherm(omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust) -> TriageScreen:
    return _open(omgeving, hier, toon_scherm)


def _open(omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm) -> TriageScreen:
    scherm = TriageScreen(omgeving, hier.huishouden_id)
    toon_scherm(scherm)
    return scherm


def _text(scherm: QWidget, naam: str) -> str:
    label = zie(scherm, naam)
    assert isinstance(label, QLabel)
    return label.text()


def _fault(naam: str) -> str:
    assert in_focus().objectName().startswith(naam)
    return gezegd_bij()


def _zwaar() -> None:
    for rij, antwoord in {
        "leefgebieden": "op vier of meer",
        "samenhang": "ja",
        "regie": "dat lukt bijna niet",
    }.items():
        kies(f"rij.{rij}", antwoord)


@pytest.mark.eis("TRI-01")
@pytest.mark.eis("TRI-02")
def test_the_app_proposes_with_reasons_and_i_decide(scherm: TriageScreen, hier: Begin, rust: Rust) -> None:
    _zwaar()
    assert "complexe" in _text(scherm, "voorstel")
    redenen = _text(scherm, "voorstel_redenen")
    assert redenen.count("•") == 3
    assert "Wat lastig is, hangt met elkaar samen." in redenen
    assert hier.triage().oordelen == (), "a proposal is nobody's decision"
    kruis_aan(scherm, "klasse.meervoudig")
    druk(scherm, "leg_vast")
    rust()
    assert "waarom" in _fault("reden")
    typ("De zus neemt het geld al over.")
    druk(scherm, "leg_vast")
    rust()
    (oordeel,) = hier.triage().oordelen
    assert (oordeel.triage.klasse, oordeel.triage.voorgesteld) == ("meervoudig", "complex")
    assert oordeel.triage.reden == "De zus neemt het geld al over."


def test_i_take_the_proposal_over_with_one_press(scherm: TriageScreen, hier: Begin, rust: Rust) -> None:
    kies("rij.samenhang", "ja")
    druk(scherm, "neem_voorstel")
    druk(scherm, "leg_vast")
    rust()
    laatste = hier.triage().laatste
    assert laatste is not None
    assert (laatste.klasse, laatste.voorgesteld) == ("enkelvoudig", "enkelvoudig")
    assert scherm.form.texts() == {}


@pytest.mark.eis("TRI-08")
@pytest.mark.eis("TRI-20")
def test_a_route_shows_what_was_lighter_and_asks_for_a_line_without_uitvraag(
    scherm: TriageScreen, hier: Begin, rust: Rust
) -> None:
    druk(scherm, "deel_route")
    kruis_aan(scherm, "route.sociale_basis")
    for veld, woorden in {"bron": "De eettafel", "lichter": "De buurvrouw", "lichter_reden": "Zij is op reis"}.items():
        tab_naar(veld)
        typ(woorden)
    druk(scherm, "leg_vast")
    rust()
    assert "leefgebieden" in _fault("zonder_uitvraag")
    typ("Het gaat alleen om eten.")
    druk(scherm, "leg_vast")
    rust()
    laatste = hier.triage().laatste
    assert laatste is not None
    assert (laatste.route, laatste.bron) == (Route.SOCIALE_BASIS, "De eettafel")
    assert (laatste.lichter, laatste.lichter_reden) == ("De buurvrouw", "Zij is op reis")
    assert laatste.zonder_uitvraag == "Het gaat alleen om eten."


@pytest.mark.eis("SOC-09")
def test_the_layer_of_a_place_says_the_route_and_the_route_shows_the_places_of_its_layer(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    for naam, laag in (("Eettafel", "gemeenschappelijk"), ("Maatjes", "persoonlijk"), ("GGD-loket", "institutioneel")):
        vul_kaart(hier.plek, [maak(hier.plek, naam, laag=laag)])
    scherm = _open(omgeving, hier, toon_scherm)
    druk(scherm, "deel_route")
    bron = zie(scherm, "bron")
    assert isinstance(bron, QComboBox)
    kies("bron", "GGD-loket")
    route = zie(scherm, "route.vrij_toegankelijk")
    assert isinstance(route, QAbstractButton)
    assert route.isChecked(), "an institution is route 2"
    kruis_aan(scherm, "route.sociale_basis")
    assert [bron.itemText(nr) for nr in range(bron.count())] == ["", "Eettafel", "Maatjes", "GGD-loket"]
    assert bron.currentText() == "GGD-loket", "what was chosen stays"
    tab_naar("bron")
    wis()
    typ("Maatjes")
    kruis_aan(scherm, "route.vrij_toegankelijk")
    kruis_aan(scherm, "route.sociale_basis")
    tab_naar("zonder_uitvraag")
    typ("Het gaat alleen om aanspraak.")
    druk(scherm, "leg_vast")
    rust()
    laatste = hier.triage().laatste
    assert laatste is not None
    assert (laatste.route, laatste.bron) == (Route.SOCIALE_BASIS, "Maatjes")


@pytest.mark.eis("SOC-09")
def test_with_own_words_instead_of_a_place_its_route_goes_and_mine_stays(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    vul_kaart(hier.plek, [maak(hier.plek, "GGD-loket", laag="institutioneel")])
    scherm = _open(omgeving, hier, toon_scherm)
    druk(scherm, "deel_route")
    kies("bron", "GGD-loket")
    assert scherm.form.fields.text("route") == "vrij_toegankelijk"
    tab_naar("bron")
    wis()
    typ("Buurvrouw")
    assert scherm.form.fields.text("route") == "", "I chose no route for my neighbour"
    kruis_aan(scherm, "route.vrij_toegankelijk")
    tab_naar("zonder_uitvraag")
    typ("Het gaat alleen om aanspraak.")
    druk(scherm, "leg_vast")
    rust()
    kruis_aan(scherm, "route.sociale_basis")
    tab_naar("bron")
    typ("GGD-loket")
    assert scherm.form.fields.text("route") == "sociale_basis"


@pytest.mark.eis("TRI-07")
@pytest.mark.eis("TRI-14")
def test_the_fast_route_asks_who_referred_and_leaves_the_uitvraag_to_be_done(
    scherm: TriageScreen, hier: Begin, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    druk(scherm, "deel_versneld")
    kruis_aan(scherm, "grond.inkomensvoorziening")
    druk(scherm, "leg_vast")
    rust()
    assert "instelling" in _fault("instelling")
    typ("School De Proef")
    druk(scherm, "leg_vast")
    rust()
    assert wegwijzer.gegaan == [("overdracht", hier.huishouden_id)]
    druk(scherm, "doe_uitvraag")
    assert wegwijzer.gegaan[-1] == ("eerste_vraagverheldering", hier.huishouden_id)


@pytest.mark.eis("TRI-06")
def test_a_combination_is_made_part_by_part(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    hier.breed()
    hier.oordeel(NieuweTriage(route=Route.COMBINATIE))
    scherm = _open(omgeving, hier, toon_scherm)
    for route, wie in (("sociale_basis", "De eettafel"), ("maatwerk", "Huishoudelijke hulp")):
        druk(scherm, "voeg_deel_toe")
        kruis_aan(scherm, f"langs.{route}")
        tab_naar("aanbieder")
        typ(wie)
        druk(scherm, "routedeel_bewaar")
        rust()
        naar_team = route == "maatwerk"
        assert (("overdracht", hier.huishouden_id) in wegwijzer.gegaan) == naar_team, "maatwerk goes to a team"
    delen = hier.triage().delen
    assert [(deel.route.value, deel.aanbieder) for deel in delen] == [
        ("sociale_basis", "De eettafel"),
        ("maatwerk", "Huishoudelijke hulp"),
    ]
    druk(scherm, f"loopt_{delen[1].id}")
    rust()
    assert [deel.status.value for deel in hier.triage().delen] == ["gevraagd", "loopt"]


@pytest.mark.eis("TRI-09")
@pytest.mark.eis("TRI-11")
def test_of_each_of_the_household_i_write_the_level_and_how_much_they_arrange_themselves(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    with hier.plek.store.write() as werk:
        partner = werk.add(
            Inwoner(id=hier.plek.new_id(), huishouden_id=hier.huishouden_id, voornamen="Henk", achternaam="Voorbeeld")
        )
        werk.commit("inwoner.erbij", hier.huishouden_id)
    scherm = _open(omgeving, hier, toon_scherm)
    druk(scherm, "open_niveau")
    assert in_focus().objectName() == "inwoner_id"
    kies("inwoner_id", "Henk Voorbeeld")
    kruis_aan(scherm, "nu.aanvullende_ondersteuning")
    kies("streef", "Basisondersteuning")
    tab_naar("streef_datum")
    typ("1 september 2027")
    kies("zelforganiserend", "Verminderd regie over het eigen leven")
    druk(scherm, "niveau_bewaar")
    rust()
    woorden = "\n".join(label.text() for label in scherm.findChildren(QLabel) if label.isVisible())
    assert "Henk Voorbeeld" in woorden
    assert "Aanvullende ondersteuning, we werken naar basisondersteuning, tegen wo 1 september 2027" in woorden
    assert "Regelt zelf: Verminderd regie over het eigen leven" in woorden
    with hier.plek.store.read() as lezer:
        (niveau,) = lezer.find(Niveau)
        assert lezer.zoek("verminderd") == [], "nobody finds people by it"
    assert niveau.inwoner_id == partner.id
    dossier = DossierScreen(omgeving, hier.huishouden_id)
    toon_scherm(dossier)
    assert not any("erminderd regie" in label.text() for label in dossier.findChildren(QLabel)), (
        "it is nothing to go by"
    )


def test_half_a_level_comes_back_with_whose_it_is(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    with hier.plek.store.write() as werk:
        werk.add(Inwoner(id=hier.plek.new_id(), huishouden_id=hier.huishouden_id, voornamen="Henk"))
        werk.commit("inwoner.erbij", hier.huishouden_id)
    scherm = _open(omgeving, hier, toon_scherm)
    druk(scherm, "open_niveau")
    kies("inwoner_id", "Henk")
    scherm.leave(lambda: None)
    rust()
    opnieuw = _open(omgeving, hier, toon_scherm)
    keuze = zie(opnieuw, "inwoner_id")
    assert isinstance(keuze, QComboBox)
    assert keuze.currentText() == "Henk"


@pytest.mark.eis("TRI-03")
@pytest.mark.eis("TRI-04")
@pytest.mark.parametrize(
    ("route", "bron"),
    [("sociale_basis", "Eettafel De Proef"), ("vrij_toegankelijk", "Welzijn De Proef")],
)
def test_where_the_answer_was_found_i_choose_from_the_sociale_kaart(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust, route: str, bron: str
) -> None:
    with hier.plek.store.write() as werk:
        for naam, laag in (("Eettafel De Proef", "gemeenschappelijk"), ("Welzijn De Proef", "institutioneel")):
            werk.add(Voorziening(id=hier.plek.new_id(), naam=naam, laag=laag, stand=Stand.VASTGESTELD))
        werk.commit("voorziening.erbij")
    hier.breed()
    scherm = _open(omgeving, hier, toon_scherm)
    druk(scherm, "deel_route")
    kruis_aan(scherm, f"route.{route}")
    keuze = zie(scherm, "bron")
    assert isinstance(keuze, QComboBox)
    namen = [keuze.itemText(nummer) for nummer in range(keuze.count())]
    assert namen[:2] == ["", bron], "what goes along this route comes first"
    tab_naar("bron")
    typ(bron)
    druk(scherm, "leg_vast")
    rust()
    laatste = hier.triage().laatste
    assert laatste is not None
    assert (laatste.route, laatste.bron) == (Route(route), bron)


@pytest.mark.eis("TRI-09")
def test_the_level_now_and_the_one_we_go_to_stand_side_by_side(scherm: TriageScreen, hier: Begin, rust: Rust) -> None:
    druk(scherm, "open_niveau")
    kruis_aan(scherm, "nu.aanvullende_ondersteuning")
    kies("streef", "Basisondersteuning")
    druk(scherm, "niveau_bewaar")
    rust()
    woorden = [label.text() for label in scherm.findChildren(QLabel) if label.isVisible()]
    assert "Aanvullende ondersteuning, we werken naar basisondersteuning" in woorden


def test_what_i_typed_is_there_again_when_i_come_back(
    scherm: TriageScreen, omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    kies("rij.regie", "dat lukt bijna niet")
    tab_naar("reden")
    typ("Zij kan de po")
    scherm.leave(lambda: None)
    rust()
    opnieuw = _open(omgeving, hier, toon_scherm)
    assert opnieuw.form.texts() == {"rij.regie": "weinig", "reden": "Zij kan de po"}
    assert typen.load_concept(hier.plek, f"triage/{hier.huishouden_id}") != {}


def test_never_more_than_nine_fields_are_in_sight(scherm: TriageScreen) -> None:
    for deel in ("route", "versneld", "zwaarte"):
        druk(scherm, f"deel_{deel}")
        editors = scherm.findChildren(QLineEdit) + scherm.findChildren(QTextEdit) + scherm.findChildren(QComboBox)
        shown = [e for e in editors if e.isVisible() and not isinstance(e.parentWidget(), QComboBox)]
        assert 1 <= len(shown) <= MEEST


@pytest.mark.eis("TRI-19")
def test_further_away_is_for_who_carries_it_out_once_we_talked_and_planned_nearby(
    scherm: TriageScreen, omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    def advies(waar: str) -> str:
        druk(scherm, "deel_route")
        kruis_aan(scherm, f"nabijheid.{waar}")
        description = zie(scherm, "nabijheid").accessibleDescription()
        druk(scherm, "deel_zwaarte")
        return description.partition("eerst dichtbij: ")[2]

    assert advies("lokaal") == ""
    assert advies("regionaal").startswith("het gesprek en het plan")
    assert advies("wens_verder") == "", "what the resident wishes decides"
    hier.volledig()
    hier.rond_af()
    rust()
    scherm.refresh()
    rust()
    assert advies("regionaal").startswith("het plan")
    hier.oordeel(NieuweTriage(route=Route.MAATWERK, nabijheid="regionaal"))
    assert hier.triage().geldend is not None, "it is advice, and stops nobody"


@pytest.mark.eis("TRI-18")
def test_near_comes_first_and_who_carries_it_out_may_be_further_away(scherm: TriageScreen) -> None:
    druk(scherm, "deel_route")
    assert zie(scherm, "nabijheid.lokaal").x() < zie(scherm, "nabijheid.regionaal").x()
    hint = zie(scherm, "nabijheid").accessibleDescription()
    assert hint == "dichtbij blijven: signaleerder, bespreker, planmaker; verder weg mag: vraagbaak, uitvoerder"


def test_a_class_is_not_on_the_dossier_that_somebody_may_read_along(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    hier.breed()
    hier.oordeel(NieuweTriage({"regie": "weinig", "samenhang": "ja"}, klasse="meervoudig", route=Route.SOCIALE_BASIS))
    dossier = DossierScreen(omgeving, hier.huishouden_id)
    toon_scherm(dossier)
    druk(dossier, "naar_vraag")
    assert zie(dossier, "stap_triage").accessibleName() == "Triage, Sociale Basis"
    assert not any("eervoudig" in label.text() for label in dossier.findChildren(QLabel))
    with hier.plek.store.read() as lezer:
        assert len(lezer.find(Triage)) == 1


def test_everybody_can_use_it_also_at_200_percent(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    hier.breed()
    hier.oordeel(NieuweTriage(route=Route.COMBINATIE, bron="Twee delen"))
    scherm = _open(omgeving, hier, toon_scherm)
    druk(scherm, "voeg_deel_toe")
    druk(scherm, "open_niveau")
    for deel in ("route", "versneld", "zwaarte"):
        druk(scherm, f"deel_{deel}")
        assert bezwaren_op_elke_maat(scherm, omgeving.theme) == []
