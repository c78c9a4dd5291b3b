"""The screen of the people of a household, by keyboard: who, gezag, what everyone must know, safe visits, stays."""

from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden, Voornaamwoord
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.services import contact, mensen, samenvoeging
from kernnetwerk_app.services.mensen import MensenBeeld
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.mensen import MensenScreen
from kernnetwerk_app.ui.screens.netwerk import NetwerkScreen
from kernnetwerk_app.ui.screens.vandaag import VandaagScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.chip import Chip
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.list_row import ListRow
from kernnetwerk_app.ui.widgets.notice import Notice
from tests.factories import nieuwe_melding
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


@pytest.mark.eis("SIG-27")
@pytest.mark.parametrize(
    ("ander", "rol"),
    [
        ("Karin van hiernaast", "Signaleerder"),
        ("Stichting De Oever", "Signaleerder"),
        ("De personenalarmering", "Signaleerder"),
        ("Infopunt", "Vraagbaak"),
        ("Oom Piet", "Bespreker"),
        ("Joke van de kerk", "Planmaker"),
        ("De scootmobiel", "Uitvoerder"),
    ],
)
def test_whoever_or_whatever_noticed_it_has_that_role_in_this_dossier(
    scherm: MensenScreen, plek: Werkplek, huishouden_id: UUID, rust: Rust, ander: str, rol: str
) -> None:
    tab_naar("nieuw_relaties")
    toets(ENTER)
    vul_in("ander", ander)
    kies("doet", rol)
    druk(scherm, "relatie_bewaar")
    rust()
    (relatie,) = beeld(plek, huishouden_id).relaties
    assert (relatie.ander_naam, relatie.rol) == (ander, rol.lower())
    (regel,) = rijen(scherm, "relatie_")
    assert regel.startswith(f"{ander}, hoort bij Anna Voorbeeld-Jansen · {rol.lower()}")


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


@pytest.mark.parametrize("scherm_van", [MensenScreen, NetwerkScreen])
def test_a_parent_who_moved_out_keeps_the_gezag_whatever_else_of_them_i_save(
    omgeving: Omgeving,
    plek: Werkplek,
    huishouden_id: UUID,
    toon_scherm: Toonscherm,
    rust: Rust,
    scherm_van: type[MensenScreen | NetwerkScreen],
) -> None:
    for voornaam, rol, geboren in (
        ("Mia", RolInHuishouden.KIND, "2018-05-01"),
        ("Henk", RolInHuishouden.PARTNER, None),
    ):
        velden = {"voornamen": voornaam, "achternaam": "Proef", "rol": rol, "geboortedatum": geboren}
        maak(plek, Inwoner, huishouden_id, **velden)
    mia, henk = (lid.inwoner for lid in beeld(plek, huishouden_id).leden[1:])
    gezag = {"gezag": Gezag.JA, "gezag_datum": DINSDAG, "relatie": "ouder"}
    maak(plek, Relatie, huishouden_id, inwoner_id=mia.id, ander_id=henk.id, **gezag)
    weg = beeld(plek, huishouden_id).bases[henk.id]
    mensen.leg_vast(plek, Inwoner, huishouden_id, {"vertrokken_datum": DINSDAG}, henk, weg)
    scherm = scherm_van(omgeving, huishouden_id)
    toon_scherm(scherm)
    (relatie,) = beeld(plek, huishouden_id).relaties
    rij, bewaar = ("relatie", "relatie") if scherm_van is MensenScreen else ("persoon", "netwerkpersoon")
    druk(scherm, f"{rij}_{relatie.id}")
    rust()
    kies("doet", "Planmaker") if scherm_van is MensenScreen else vul_in("doet_nu", "Haalt haar op.")
    druk(scherm, f"{bewaar}_bewaar")
    rust()
    (nu,) = beeld(plek, huishouden_id).relaties
    assert nu != relatie, "it was saved"
    assert (nu.ander_id, nu.gezag) == (henk.id, Gezag.JA)


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
