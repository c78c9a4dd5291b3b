"""The screen of the people of a household, by keyboard: who, gezag, what everyone must know, safe visits, stays."""

import re
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.inwoner import Aanspreekvorm, Inwoner, RolInHuishouden, Voornaamwoord
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.services import agendablad, contact, gids, mensen, samenvoeging, stappenkaart
from kernnetwerk_app.services.mensen import MensenBeeld
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.aantekening_form import AantekeningForm
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.agenda import AgendaScreen
from kernnetwerk_app.ui.screens.eerste_vraagverheldering import EersteVraagverhelderingScreen
from kernnetwerk_app.ui.screens.gesprek import GesprekScreen
from kernnetwerk_app.ui.screens.mensen import MensenScreen
from kernnetwerk_app.ui.screens.vandaag import VandaagScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.chip import Chip
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow
from kernnetwerk_app.ui.widgets.notice import Notice
from tests.factories import nieuwe_melding
from tests.services.opzet import gelezen
from tests.ui.schermen import Open, Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, kies, tab_naar, toets, typ, wis, zie

DINSDAG = date(2027, 4, 20)
ENTER = Qt.Key.Key_Return


@pytest.fixture
def scherm(omgeving: Omgeving, huishouden_id: UUID, toon_scherm: Toonscherm) -> MensenScreen:
    scherm = MensenScreen(omgeving, huishouden_id)
    toon_scherm(scherm)
    return scherm


def beeld(plek: Werkplek, huishouden_id: UUID) -> MensenBeeld:
    with plek.store.read() as lezer:
        return mensen.load(plek, lezer, huishouden_id)


def anna(plek: Werkplek, huishouden_id: UUID) -> Inwoner:
    return beeld(plek, huishouden_id).leden[0].inwoner


def maak(plek: Werkplek, soort: Any, huishouden_id: UUID, **velden: Any) -> None:
    mensen.leg_vast(plek, soort, huishouden_id, velden)


def wijzig(plek: Werkplek, huishouden_id: UUID, **velden: Any) -> None:
    wie = anna(plek, huishouden_id)
    mensen.leg_vast(plek, Inwoner, huishouden_id, velden, wie, beeld(plek, huishouden_id).bases[wie.id])


def chips(scherm: QWidget) -> list[str]:
    return [chip.text() for chip in scherm.findChildren(Chip) if chip.isVisible()]


def rijen(scherm: QWidget, begin: str) -> list[str]:
    """What the rows say whose name begins so."""
    gevonden = [rij for rij in scherm.findChildren(ListRow) if rij.objectName().startswith(begin) and rij.isVisible()]
    return [rij.accessibleName() for rij in gevonden]


def vul_in(veld: str, tekst: str) -> None:
    tab_naar(veld)
    wis()
    typ(tekst)


def fout_bij(scherm: QWidget, veld: str) -> str:
    field = zie(scherm, veld).parentWidget()
    assert isinstance(field, Field)
    return field.error()


@pytest.mark.eis("EVV-06")
def test_i_put_the_child_beside_the_mother_and_write_who_has_the_gezag(
    scherm: MensenScreen, plek: Werkplek, huishouden_id: UUID, rust: Rust
) -> None:
    tab_naar("voeg_iemand_toe")
    toets(ENTER)
    kies("rol", "kind")
    vul_in("geboortedatum", "1-2-2016")
    vul_in("voornamen", "Mia")
    vul_in("achternaam", "Voorbeeld")
    druk(scherm, "inwoner_bewaar")
    rust()
    assert "Mia Voorbeeld, 11 jaar · kind" in rijen(scherm, "lid_")
    tab_naar("nieuw_relaties")
    toets(ENTER)
    kies("inwoner_id", "Mia Voorbeeld")
    vul_in("ander", "Anna Voorbeeld-Jansen")
    vul_in("relatie", "Ouder")
    kies("gezag", "ja")
    vul_in("gezag_bron", "Gezagsregister")
    druk(scherm, "relatie_bewaar")
    rust()
    (relatie,) = beeld(plek, huishouden_id).relaties
    assert (relatie.ander_id, relatie.relatie) == (anna(plek, huishouden_id).id, "ouder")
    assert (relatie.gezag, relatie.gezag_bron, relatie.gezag_datum) == (Gezag.JA, "gezagsregister", DINSDAG)
    (regel,) = rijen(scherm, "relatie_")
    assert regel.startswith("Anna Voorbeeld-Jansen, ouder van Mia Voorbeeld, heeft gezag over Mia Voorbeeld")
    assert regel.endswith("gezagsregister, di 20 april 2027")


def test_a_relation_that_is_over_goes_with_one_press(
    omgeving: Omgeving, plek: Werkplek, huishouden_id: UUID, toon_scherm: Toonscherm, rust: Rust
) -> None:
    maak(plek, Relatie, huishouden_id, inwoner_id=anna(plek, huishouden_id).id, ander_naam="Karin", relatie="buur")
    scherm = MensenScreen(omgeving, huishouden_id)
    toon_scherm(scherm)
    (relatie,) = beeld(plek, huishouden_id).relaties
    druk(scherm, f"relatie_{relatie.id}")
    rust()
    druk(scherm, "relatie_voorbij")
    rust()
    assert rijen(scherm, "relatie_") == []
    with plek.store.read() as lezer:
        assert lezer.get(Relatie, relatie.id).eind_datum == DINSDAG


@pytest.mark.eis("RES-09")
def test_i_ask_once_how_she_hears_best_and_see_it_at_every_contact(
    scherm: MensenScreen,
    omgeving: Omgeving,
    plek: Werkplek,
    huishouden_id: UUID,
    toon_scherm: Toonscherm,
    open_dossier: Open,
    rust: Rust,
) -> None:
    druk(scherm, f"lid_{anna(plek, huishouden_id).id}")
    rust()
    vul_in("kanaal", "Telefonisch")
    tab_naar("vakje_hoort_moeilijk")
    toets(Qt.Key.Key_Space)
    vul_in("taal", "Gronings")
    vul_in("tolk", "Doventolk")
    druk(scherm, "bereik_bewaar")
    rust()
    weten = ["Doventolk nodig", "Spreekt het best Gronings"]
    bij_naam = ["Mevrouw Voorbeeld-Jansen hoort moeilijk", *weten, "Liefst telefonisch"]
    assert chips(scherm) == bij_naam
    assert anna(plek, huishouden_id).kanaal == "telefonisch"
    assert chips(open_dossier()) == bij_naam
    contact.plan_bezoek(plek, huishouden_id, DINSDAG, time(13))
    dag = VandaagScreen(omgeving)
    toon_scherm(dag)
    assert chips(dag) == ["Aan boord", "Hoort moeilijk", *weten]  # the list of today names nobody


@pytest.mark.eis("RES-09")
def test_what_i_must_know_of_each_of_them_stands_where_i_speak_plan_and_write(
    omgeving: Omgeving, plek: Werkplek, huishouden_id: UUID, toon_scherm: Toonscherm, qtbot: QtBot, rust: Rust
) -> None:
    wijzig(plek, huishouden_id, hoort_moeilijk=True, kanaal="telefonisch")
    partner = {"voornamen": "Henk", "achternaam": "Proef", "rol": RolInHuishouden.PARTNER, "tolk": "gebaren"}
    maak(plek, Inwoner, huishouden_id, **partner, taal="Gronings")
    maak(plek, Inwoner, huishouden_id, voornamen="Mia", rol=RolInHuishouden.KIND)
    contact.plan_bezoek(plek, huishouden_id, DINSDAG + timedelta(days=1), time(13))

    def van(scherm: QWidget) -> list[str]:
        rust()
        return [woord for woord in chips(scherm) if "Gronings" in woord or "moeilijk" in woord]

    for soort in (GesprekScreen, EersteVraagverhelderingScreen):
        scherm = soort(omgeving, huishouden_id)
        toon_scherm(scherm)
        assert van(scherm) == ["Hoort moeilijk", "Henk Proef: spreekt het best Gronings"]
    agenda = AgendaScreen(omgeving)
    toon_scherm(agenda)
    assert van(agenda) == ["Hoort moeilijk", "H. P.: spreekt het best Gronings"], "a list names nobody"
    schrijf = AantekeningForm(omgeving)
    qtbot.addWidget(schrijf)
    schrijf.open_for(huishouden_id)
    assert van(schrijf) == ["Hoort moeilijk", "H. P.: spreekt het best Gronings"]
    assert "Liefst telefonisch" in chips(schrijf)


@pytest.mark.eis("TAAL-06")
def test_every_paper_names_her_as_she_wants_and_says_u_to_her_and_ik_for_her_own_words(
    plek: Werkplek, huishouden_id: UUID
) -> None:
    """So no paper has to choose between hij and zij; where the dossier does, her own word is used (below)."""
    namen = {
        Aanspreekvorm.MEVROUW: "Voor mevrouw Voorbeeld-Jansen",
        Aanspreekvorm.MENEER: "Voor meneer Voorbeeld-Jansen",
        Aanspreekvorm.NAAM: "Voor Anna Voorbeeld-Jansen",
    }
    contact.plan_bezoek(plek, huishouden_id, DINSDAG, time(13))
    with plek.store.read() as lezer:
        bezoek = lezer.find(Contact, huishouden_id=huishouden_id)[-1].id
    for vorm, regel in namen.items():
        wijzig(plek, huishouden_id, aanspreekvorm=vorm, voornaamwoord=Voornaamwoord.ANDERS)
        papieren = [
            stappenkaart.load_pdf(plek, huishouden_id),
            gids.load_pdf(plek, huishouden_id),
            agendablad.load_afspraak(plek, bezoek),
        ]
        for tekst in map(gelezen, papieren):
            assert regel in tekst
            assert not re.search(r"\b(hij|zij|hem|haar)\b", tekst, re.IGNORECASE)
            assert re.search(r"\bu\b", tekst)
        assert "Mijn vraag" in gelezen(papieren[0])
    for bestand in ("papier", "stappenkaart", "agendablad", "gids", "blad", "plan"):
        tekst = load(bestand)
        fout = [zin for zin in map(tekst, tekst) if re.search(r"\b(hij|zij|hem|haar) (is|heeft|wil|kan|mag)\b", zin)]
        assert fout == [], bestand


@pytest.mark.eis("TAAL-06")
@pytest.mark.parametrize(
    ("woord", "zin"),
    [
        (Voornaamwoord.ZIJ, "Zij hoort moeilijk"),
        (Voornaamwoord.HIJ, "Hij hoort moeilijk"),
        (Voornaamwoord.ANDERS, "Mevrouw Voorbeeld-Jansen hoort moeilijk"),
    ],
)
def test_the_dossier_speaks_of_her_as_she_wants(
    plek: Werkplek, huishouden_id: UUID, open_dossier: Open, woord: Voornaamwoord, zin: str
) -> None:
    wijzig(plek, huishouden_id, hoort_moeilijk=True, voornaamwoord=woord)
    assert chips(open_dossier()) == [zin]


def test_the_form_of_address_and_the_words_for_her_stand_under_her_name(
    omgeving: Omgeving, plek: Werkplek, huishouden_id: UUID, toon_scherm: Toonscherm
) -> None:
    wijzig(plek, huishouden_id, voornaamwoord=Voornaamwoord.ZIJ)
    scherm = MensenScreen(omgeving, huishouden_id)
    toon_scherm(scherm)
    (rij,) = rijen(scherm, "lid_")
    assert rij.endswith("aanspreken met mevrouw Voorbeeld-Jansen · zij/haar")


def test_a_death_asks_for_its_day_and_then_stands_above_the_dossier(
    scherm: MensenScreen, plek: Werkplek, huishouden_id: UUID, open_dossier: Open, rust: Rust
) -> None:
    tab_naar("nieuw_bijzonderheden")
    toets(ENTER)
    druk(scherm, "bijzonderheid_bewaar")
    rust()
    assert fout_bij(scherm, "aard") == "Kies eerst wat iedereen moet weten."
    kies("aard", "Overleden")
    druk(scherm, "bijzonderheid_bewaar")
    rust()
    assert fout_bij(scherm, "begin_datum").startswith("Vul de dag van overlijden in.")
    typ("gisteren")
    druk(scherm, "bijzonderheid_bewaar")
    rust()
    (feit,) = beeld(plek, huishouden_id).leden[0].bijzonderheden
    assert (feit.aard, feit.begin_datum) == (Aard.OVERLEDEN, DINSDAG - timedelta(days=1))
    dossier = open_dossier()
    balk = zie(dossier, "overleden")
    assert isinstance(balk, Notice)
    assert balk.accessibleName() == (
        "Mevrouw Voorbeeld-Jansen is overleden op maandag 19 april 2027. Brieven, termijnen en taken zijn gestopt."
    )
    assert not [w for w in dossier.findChildren(QWidget, "termijn") if w.isVisible()]
    assert not [w for w in dossier.findChildren(QWidget, "eerste_contact") if w.isVisible()]
    assert not [w for w in dossier.findChildren(QWidget, "verteld_ontvangst") if w.isVisible()]


def test_a_secret_address_is_marked_in_the_dossier_and_gone_from_today(
    omgeving: Omgeving, plek: Werkplek, huishouden_id: UUID, open_dossier: Open, toon_scherm: Toonscherm
) -> None:
    maak(plek, Bijzonderheid, huishouden_id, inwoner_id=anna(plek, huishouden_id).id, aard=Aard.GEHEIM_ADRES)
    contact.plan_bezoek(plek, huishouden_id, DINSDAG, time(13), onderwerp="eerste gesprek")
    assert "Geheim adres" in chips(open_dossier())
    dag = VandaagScreen(omgeving)
    toon_scherm(dag)
    (rij,) = rijen(dag, "bezoek_")
    assert rij == "A. V., eerste gesprek, het adres is geheim, het staat in het dossier"


def test_at_each_child_i_see_who_decides_and_who_may_read_along(
    plek: Werkplek, huishouden_id: UUID, omgeving: Omgeving, toon_scherm: Toonscherm
) -> None:
    namen = (("Mia", "2019-05-01"), ("Tom", "2013-05-01"), ("Lot", "2010-05-01"), ("Pim", None))
    for naam, geboren in namen:
        velden = {"voornamen": naam, "rol": RolInHuishouden.KIND, "geboortedatum": geboren}
        maak(plek, Inwoner, huishouden_id, **velden)
    moeder, *kinderen = [lid.inwoner.id for lid in beeld(plek, huishouden_id).leden]
    gezien = {"gezag": Gezag.JA, "gezag_bron": "gezagsregister", "gezag_datum": DINSDAG}
    for kind in kinderen[:1] + kinderen[2:]:
        maak(plek, Relatie, huishouden_id, inwoner_id=kind, ander_id=moeder, relatie="ouder", **gezien)
    maak(plek, Relatie, huishouden_id, inwoner_id=kinderen[0], ander_naam="Bas Elders", gezag=Gezag.NEE)
    scherm = MensenScreen(omgeving, huishouden_id)
    toon_scherm(scherm)
    rijen_ = [rij.words() for kind in kinderen for rij in scherm.findChildren(InfoRow, f"kind_{kind}")]
    moeder_naam = "Anna Voorbeeld-Jansen"
    assert rijen_[0].startswith(f"Mia, Beslist: {moeder_naam}, Mag meelezen over dit kind: {moeder_naam}")
    assert rijen_[0].endswith("gezagsregister, di 20 april 2027")
    assert rijen_[1].startswith("Tom, Beslissen samen: Tom en wie het gezag heeft, maar dat heeft nog niemand gezien")
    assert rijen_[2] == "Lot, Beslist zelf, Verder mag hier niemand meelezen over dit kind"
    assert rijen_[3].startswith("Pim, Beslist zelf, want de leeftijd is niet bekend, Verder mag hier niemand")
    assert "Bas" not in " ".join(rijen_), "who was asked and has no gezag decides nothing"


def test_somebody_waits_for_my_call_after_each_visit_also_one_without_an_hour(
    omgeving: Omgeving, plek: Werkplek, huishouden_id: UUID, toon_scherm: Toonscherm
) -> None:
    feit = {"feit": "Hond op het erf", "bron": "zelf gezien", "door_id": plek.medewerker.id}
    bellen = {"meld_minuten": 15, "meld_bij": "Joris", "meld_nummer": "0599000002"}
    maak(plek, Bezoekveiligheid, huishouden_id, begin_datum=DINSDAG, eind_datum=DINSDAG, **feit, **bellen)
    for uur in (time(14), time(23, 30), None):
        contact.plan_bezoek(plek, huishouden_id, DINSDAG, uur)
    dag = VandaagScreen(omgeving)
    toon_scherm(dag)
    assert [chip for chip in chips(dag) if chip.startswith("Bel")] == [
        "Bel voor 15.15 Joris 0599 000002",  # a visit takes an hour here
        "Bel 15 minuten na het bezoek Joris 0599 000002",
        "Bel 15 minuten na het bezoek Joris 0599 000002",
    ]


def test_what_a_visitor_must_know_is_short_counts_for_a_year_at_most_and_names_who_to_call(
    scherm: MensenScreen,
    omgeving: Omgeving,
    plek: Werkplek,
    huishouden_id: UUID,
    toon_scherm: Toonscherm,
    rust: Rust,
) -> None:
    tab_naar("nieuw_veiligheid")
    toets(ENTER)
    typ("Hond op het erf")
    vul_in("bron", "Zelf gezien")
    vul_in("eind_datum", "1-5-2028")
    vul_in("meld_minuten", "30")
    druk(scherm, "bezoekveiligheid_bewaar")
    rust()
    assert fout_bij(scherm, "eind_datum").startswith("Dit telt hoogstens een jaar.")
    vul_in("eind_datum", "1-10-2027")
    druk(scherm, "bezoekveiligheid_bewaar")
    rust()
    assert fout_bij(scherm, "meld_nummer") == "Vul het nummer in dat de bezoeker belt."
    typ("0599 000002")
    druk(scherm, "bezoekveiligheid_bewaar")
    rust()
    (feit,) = beeld(plek, huishouden_id).veiligheid
    assert (feit.feit, feit.bron, feit.door_id, feit.eind_datum) == (
        "Hond op het erf",
        "zelf",
        plek.medewerker.id,
        date(2027, 10, 1),
    )
    contact.plan_bezoek(plek, huishouden_id, DINSDAG, time(13), time(14, 30))
    dag = VandaagScreen(omgeving)
    toon_scherm(dag)
    assert chips(dag) == ["Aan boord", "Hond op het erf", "Bel voor 15.00 0599 000002"]


def test_a_child_also_lives_elsewhere_and_i_open_the_other_dossier_beside_it(
    scherm: MensenScreen, plek: Werkplek, huishouden_id: UUID, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    ander = nieuwe_melding(plek).huishouden_id
    druk(scherm, "nieuw_verblijven")
    rust()
    vul_in("wanneer", "om de week, vanaf vrijdag")
    kies("elders_id", "A. V., Voorbeelderveen")
    druk(scherm, "verblijf_bewaar")
    rust()
    druk(scherm, f"elders_{ander}")
    assert wegwijzer.gegaan[-1] == ("dossier", ander)


def test_what_i_typed_is_there_again_when_i_folded_the_form(
    scherm: MensenScreen, plek: Werkplek, huishouden_id: UUID, rust: Rust
) -> None:
    druk(scherm, "nieuw_veiligheid")
    rust()
    typ("Hond op het erf")
    toets(Qt.Key.Key_Escape)
    rust()
    assert in_focus().objectName() == "nieuw_veiligheid"
    toets(ENTER)
    rust()
    line = zie(scherm, "feit")
    assert line.property("text") == "Hond op het erf"
    assert beeld(plek, huishouden_id).veiligheid == ()


def test_another_form_keeps_what_was_typed_in_the_first(scherm: MensenScreen, rust: Rust) -> None:
    druk(scherm, "nieuw_veiligheid")
    rust()
    typ("Hond op het erf")
    druk(scherm, "nieuw_relaties")
    rust()
    assert zie(scherm, "ander")
    druk(scherm, "nieuw_veiligheid")
    rust()
    assert zie(scherm, "feit").property("text") == "Hond op het erf"


def test_joined_dossiers_are_taken_apart_from_here_after_a_question(
    omgeving: Omgeving, plek: Werkplek, huishouden_id: UUID, toon_scherm: Toonscherm, rust: Rust
) -> None:
    ander = nieuwe_melding(plek).huishouden_id
    samen, _ = samenvoeging.voeg_samen(plek, anna(plek, huishouden_id).id, anna(plek, ander).id)
    scherm = MensenScreen(omgeving, samen)
    toon_scherm(scherm)
    besluit = samenvoeging.samenvoeging_id(huishouden_id, ander)
    druk(scherm, f"splits_{besluit}")
    rust()
    druk(scherm, "ja_splits")
    rust()
    assert beeld(plek, samen).samenvoegingen == ()
    assert len(beeld(plek, ander).leden) == len(beeld(plek, huishouden_id).leden) == 1


def test_everyone_can_work_with_it_at_every_size(
    omgeving: Omgeving, plek: Werkplek, huishouden_id: UUID, toon_scherm: Toonscherm, theme: Theme, rust: Rust
) -> None:
    wie = anna(plek, huishouden_id).id
    wijzig(plek, huishouden_id, hoort_moeilijk=True, taal="tigrinya", tolk="taal", waar_gezien="dorpshuis")
    maak(plek, Inwoner, huishouden_id, voornamen="Mia", achternaam="Voorbeeld", rol=RolInHuishouden.KIND)
    maak(plek, Relatie, huishouden_id, inwoner_id=wie, ander_naam="Karin", relatie="buur", gezag=Gezag.ONBEKEND)
    maak(plek, Bijzonderheid, huishouden_id, inwoner_id=wie, aard=Aard.BEWIND, naam="Beheer Voorbeeld")
    einde = {"begin_datum": DINSDAG, "eind_datum": DINSDAG, "door_id": plek.medewerker.id}
    maak(plek, Bezoekveiligheid, huishouden_id, feit="Hond op het erf, kom achterom en bel", **einde)
    scherm = MensenScreen(omgeving, huishouden_id)
    toon_scherm(scherm)
    for knop in (f"lid_{wie}", "nieuw_relaties", "nieuw_veiligheid"):
        druk(scherm, knop)
        rust()
        assert bezwaren_op_elke_maat(scherm, theme) == []
