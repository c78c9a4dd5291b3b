"""What is known of people stands where it is needed: at each contact, on each paper, at each child and each visit."""

import re
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.inwoner import Aanspreekvorm, Inwoner, RolInHuishouden, Voornaamwoord
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.domain.vraagverheldering import Antwoord, antwoord_id, vraagverheldering_id
from kernnetwerk_app.services import agendablad, contact, gids, stappenkaart
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.aantekening_form import AantekeningForm
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.agenda import AgendaScreen
from kernnetwerk_app.ui.screens.eerste_vraagverheldering import EersteVraagverhelderingScreen
from kernnetwerk_app.ui.screens.gesprek import GesprekScreen
from kernnetwerk_app.ui.screens.mensen import MensenScreen
from kernnetwerk_app.ui.screens.vandaag import VandaagScreen
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from tests.services.opzet import gelezen
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.test_mensen import beeld, chips, maak, wijzig
from tests.ui.toetsen import druk, toets, zie

DINSDAG = date(2027, 4, 20)


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
    """So no paper has to choose between hij and zij; where the dossier does, her own word is used (`test_mensen`)."""
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


def test_what_somebody_told_apart_goes_on_paper_for_that_one_reader(
    omgeving: Omgeving, plek: Werkplek, huishouden_id: UUID, toon_scherm: Toonscherm, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    maak(plek, Inwoner, huishouden_id, voornamen="Henk", achternaam="Proef", rol=RolInHuishouden.PARTNER)
    henk = beeld(plek, huishouden_id).leden[1].inwoner
    scherm = MensenScreen(omgeving, huishouden_id)
    toon_scherm(scherm)
    druk(scherm, f"lid_{henk.id}")
    rust()
    druk(scherm, "persoonsblad")
    naam, laad, over = wegwijzer.gegaan[-1]
    assert (naam, over) == ("papier", huishouden_id)
    assert "Voor Henk Proef" in gelezen(laad())  # type: ignore[operator]


def test_i_choose_which_words_about_a_child_go_on_the_paper_of_a_parent(
    omgeving: Omgeving, plek: Werkplek, huishouden_id: UUID, toon_scherm: Toonscherm, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    maak(plek, Inwoner, huishouden_id, voornamen="Mia", rol=RolInHuishouden.KIND, geboortedatum="2013-01-31")
    ouder, mia = (lid.inwoner.id for lid in beeld(plek, huishouden_id).leden)
    maak(plek, Relatie, huishouden_id, inwoner_id=mia, ander_id=ouder, relatie="ouder", gezag=Gezag.JA)
    with plek.store.write() as werk:
        (gemeld,) = werk.find(Melding, huishouden_id=huishouden_id)
        gesprek, sleutel = vraagverheldering_id(gemeld.id), "dagbesteding.lastig"
        wat = {"vraagverheldering_id": gesprek, "sleutel": sleutel, "inwoner_id": mia, "waarde": "Ik ben bang thuis."}
        werk.add(Antwoord(id=antwoord_id(gesprek, sleutel, mia), huishouden_id=huishouden_id, **wat))
        werk.commit("test.apart")
    scherm = MensenScreen(omgeving, huishouden_id)
    toon_scherm(scherm)
    druk(scherm, f"lid_{ouder}")
    rust()
    druk(scherm, "persoonsblad")
    assert "bang" not in gelezen(wegwijzer.gegaan[-1][1]())  # type: ignore[operator]
    zie(scherm, "kindwoord_0").setFocus()
    toets(Qt.Key.Key_Space)
    druk(scherm, "persoonsblad")
    assert "Ik ben bang thuis." in gelezen(wegwijzer.gegaan[-1][1]())  # type: ignore[operator]
