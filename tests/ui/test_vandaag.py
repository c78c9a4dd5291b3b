"""The start screen with the keys: what today asks, initials only, and each row leads to where the work is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid
from kernnetwerk_app.domain.contact import Contact, ContactSoort, ContactStatus
from kernnetwerk_app.domain.toezegging import Toezegging
from kernnetwerk_app.services import melding, mensen, toezegging, vandaag
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.toezegging import NieuweToezegging
from kernnetwerk_app.services.vandaag import VandaagBeeld
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Verzendstand
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.vandaag import VandaagScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow, RowContent
from kernnetwerk_app.ui.widgets.notice import Notice
from tests.factories import nieuwe_melding
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, tab_naar, toets, woorden, zie

Toon = Callable[[], VandaagScreen]
T = load("vandaag")


@pytest.fixture
def toon(omgeving: Omgeving, toon_scherm: Toonscherm) -> Toon:
    def show() -> VandaagScreen:
        scherm = VandaagScreen(omgeving)
        toon_scherm(scherm)
        return scherm

    return show


def _bezoek(plek: Werkplek, huishouden_id: UUID | None, van: time, onderwerp: str, waar: str = "Modelweg") -> None:
    with plek.store.write() as werk:
        werk.add(
            Contact(
                id=plek.new_id(),
                huishouden_id=huishouden_id,
                datum=plek.vandaag,
                tijd_van=van,
                contactsoort=ContactSoort.BEZOEK,
                status=ContactStatus.GEPLAND,
                medewerker_id=plek.medewerker.id,
                onderwerp=onderwerp,
                plek=waar,
            )
        )
        werk.commit("test.bezoek")


def _rij(scherm: VandaagScreen, naam: str) -> ListRow:
    rij = zie(scherm, naam)
    assert isinstance(rij, ListRow)
    return rij


def _beeld(plek: Werkplek, **anders: object) -> VandaagBeeld:
    with plek.store.read() as lezer:
        return replace(vandaag.load(plek, lezer), **anders)  # type: ignore[arg-type]


def _stand(vast: int = 0, conflicten: int = 0, laatst: datetime | None = None) -> Verzendstand:
    return Verzendstand(0, {}, vast, conflicten, int(laatst.timestamp() * 1000) if laatst else 0)


def test_an_empty_day_says_what_will_come_here_and_how(toon: Toon) -> None:
    er_staat = woorden(toon())
    for zin in ("Vandaag staan er geen bezoeken.", "Er lopen geen termijnen.", "Er staat niets open."):
        assert zin in er_staat


def test_the_day_stands_above_with_a_greeting(toon: Toon) -> None:
    scherm = toon()
    assert scherm.title.text() == "Dinsdag 20 april"
    assert "Goedemorgen, Sanne" in woorden(scherm)


@pytest.mark.parametrize(("uren", "groet"), [(2, "Goedemorgen"), (3, "Goedemiddag"), (9, "Goedenavond")])
def test_the_greeting_follows_the_clock(toon: Toon, plek: Werkplek, uren: int, groet: str) -> None:
    plek.klok.advance(timedelta(hours=uren))  # from nine in the morning
    assert f"{groet}, Sanne" in woorden(toon())


def test_visits_stand_in_order_with_initials_and_lead_to_their_dossier(
    toon: Toon, plek: Werkplek, wegwijzer: Wegwijzer
) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    _bezoek(plek, huishouden_id, time(13), "eerste gesprek")
    _bezoek(plek, None, time(9), "Inloop in kulturhus De Linde", "Voorbeelderveen")
    scherm = toon()
    assert _rij(scherm, "bezoek_1").accessibleName() == "A. V., eerste gesprek, Modelweg"
    er_staat = woorden(scherm)
    assert er_staat.index("09.00") < er_staat.index("13.00")
    assert in_focus() is scherm  # nothing is asked yet, and Tab goes to the first row
    tab_naar("bezoek_1")
    toets(Qt.Key.Key_Return)
    assert wegwijzer.gegaan == [("dossier", huishouden_id)]


def test_no_name_of_a_resident_stands_on_this_page(toon: Toon, plek: Werkplek) -> None:
    """It is read in the kulturhus, where others look along."""
    huishouden_id = nieuwe_melding(plek).huishouden_id
    _bezoek(plek, huishouden_id, time(13), "eerste gesprek")
    er_staat = woorden(toon())
    for naam in ("Anna", "Voorbeeld", "Jansen"):
        assert naam not in er_staat.replace("Voorbeelderveen", "")


def test_of_many_terms_i_see_the_most_urgent_and_ask_for_the_others(toon: Toon, plek: Werkplek, rust: Rust) -> None:
    """What is still to be done stands below them."""
    for _ in range(3 + 3):
        nieuwe_melding(plek)
    scherm = toon()

    def shown() -> int:
        return sum(r.isVisible() and r.objectName().startswith("termijn_") for r in scherm.findChildren(ListRow))

    assert shown() == 3
    assert _rij(scherm, "andere_termijnen").accessibleName() == "Toon ook de andere 3 termijnen"
    tab_naar("andere_termijnen")
    toets(Qt.Key.Key_Return)
    rust()
    assert shown() == 6
    assert in_focus().objectName().startswith("termijn_")


def test_a_term_shows_its_sum_and_opens_it(toon: Toon, plek: Werkplek, wegwijzer: Wegwijzer) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    scherm = toon()
    rij = _rij(scherm, f"termijn_{huishouden_id}")
    assert "nog 42 dagen" in rij.accessibleName()
    assert "gemeld di 20 april + 6 weken = di 1 juni" in rij.accessibleName()
    tab_naar(rij.objectName())
    toets(Qt.Key.Key_Space)
    assert wegwijzer.gegaan == [("termijn", huishouden_id)]


def test_a_first_contact_that_waits_too_long_says_for_how_long(
    toon: Toon, plek: Werkplek, wegwijzer: Wegwijzer
) -> None:
    opgenomen = melding.neem_op(
        plek,
        NieuweMelding(
            "Wie kan mij helpen?",
            voornamen="Anna",
            achternaam="Voorbeeld",
            ontvangen_datum=plek.vandaag - timedelta(days=14),
            contactpersoon_id=plek.medewerker.id,
        ),
    )
    scherm = toon()
    naam = f"taak_{opgenomen.huishouden_id}"
    assert "Eerste contact met A. V.: wacht al 14 dagen" in _rij(scherm, naam).accessibleName()
    tab_naar(naam)
    toets(Qt.Key.Key_Return)
    assert wegwijzer.gegaan == [("dossier", opgenomen.huishouden_id)]


@pytest.mark.parametrize(
    ("stand", "dossiers", "zin"),
    [
        (_stand(), 0, f"{T('mee.leeg')} {T('mee.leeg_zin')}"),
        (_stand(), 1, "Mee op pad: alles aan boord. 1 dossier. U kunt gaan."),
        (
            _stand(laatst=datetime(2027, 4, 20, 5, 51, tzinfo=UTC)),
            5,
            "Mee op pad: alles aan boord. 5 dossiers, bijgewerkt om 07.51. U kunt gaan.",
        ),
        (
            _stand(laatst=datetime(2027, 4, 19, 15, 12, tzinfo=UTC)),
            5,
            "Mee op pad: alles aan boord. 5 dossiers, bijgewerkt op ma 19 april. U kunt gaan.",
        ),
    ],
)
def test_one_line_says_whether_one_can_go(
    toon: Toon, plek: Werkplek, stand: Verzendstand, dossiers: int, zin: str
) -> None:
    scherm = toon()
    scherm._show(_beeld(plek, stand=stand, dossiers=dossiers))
    assert scherm._mee.accessibleName() == zin


@pytest.mark.parametrize(
    ("stand", "zin"),
    [
        (_stand(vast=1), "De server nam 1 wijziging niet aan. Die staat veilig op deze laptop. Bel uw beheerder."),
        (_stand(vast=2), "De server nam 2 wijzigingen niet aan. Ze staan veilig op deze laptop. Bel uw beheerder."),
        (_stand(conflicten=2), "Twee mensen schreven aan hetzelfde. Er is niets verloren. Kijk bij Nog te doen."),
    ],
)
def test_what_did_not_go_by_itself_is_told_beside_whether_one_can_go(
    toon: Toon, plek: Werkplek, stand: Verzendstand, zin: str
) -> None:
    scherm = toon()
    scherm._show(_beeld(plek, stand=stand, dossiers=5))
    assert zie(scherm, "bezwaar").accessibleName() == zin
    assert "U kunt gaan." in scherm._mee.accessibleName()
    scherm._show(_beeld(plek, stand=_stand(), dossiers=5))
    assert not scherm._bezwaar.isVisible()


def test_a_change_elsewhere_comes_in_and_the_focus_stays_where_it_was(
    toon: Toon, plek: Werkplek, omgeving: Omgeving, rust: Rust
) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    _bezoek(plek, huishouden_id, time(13), "eerste gesprek")
    scherm = toon()
    tab_naar(f"termijn_{huishouden_id}")
    omgeving.tasks.write(scherm, lambda: nieuwe_melding(plek))
    rust()
    assert len([rij for rij in scherm.findChildren(ListRow) if rij.objectName().startswith("termijn_")]) >= 2
    assert in_focus().objectName() == f"termijn_{huishouden_id}"


def test_what_a_person_must_have_read_stays_until_they_say_so(toon: Toon, qtbot: QtBot) -> None:
    scherm = toon()
    scherm.tell("Het sleutelbestand was weg.")
    scherm.show_notice("Er is iets anders.")
    qtbot.waitUntil(lambda: "Er is iets anders." in woorden(scherm))
    assert "Het sleutelbestand was weg." in woorden(scherm)
    hoog = {een.accessibleName(): een.y() for een in scherm.findChildren(Notice) if een.isVisible()}
    assert hoog["Er is iets anders."] > scherm._mee.y(), "whether one can go stands first"
    tab_naar("gelezen")
    toets(Qt.Key.Key_Space)
    assert "Het sleutelbestand was weg." not in woorden(scherm)


@pytest.mark.eis("RES-07")
def test_a_promise_that_is_late_says_so_and_leads_to_its_dossier(
    toon: Toon, plek: Werkplek, wegwijzer: Wegwijzer
) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    toezegging.beloof(plek, huishouden_id, NieuweToezegging("Anna bellen over de eettafel"))
    plek.klok.advance(timedelta(days=9))
    toezegging.beloof(plek, None, NieuweToezegging("De beheerder bellen"))
    scherm = toon()
    with plek.store.read() as lezer:
        laat, los = lezer.find(Toezegging)
    rij = _rij(scherm, f"beloofd_{laat.id}")
    assert rij.accessibleName() == (
        "Beloofd: A. bellen over de eettafel, A. V. · Voorbeelderveen · te laat, de laatste dag was wo 28 april"
    )
    assert rij.content.sub.text().endswith("te laat, de laatste dag was wo 28 april"), "in words, not by colour alone"
    assert isinstance(zie(scherm, f"beloofd_{los.id}"), InfoRow)
    tab_naar(rij.objectName())
    toets(Qt.Key.Key_Return)
    assert wegwijzer.gegaan == [("dossier", huishouden_id)]


def test_what_asks_for_care_stands_together_by_kern_or_household_when_i_choose_so(toon: Toon, plek: Werkplek) -> None:
    for kern, voornaam in (("Proefdijk", "Bo"), ("Voorbeelderveen", "An"), ("Proefdijk", "Bob"), (None, "Cas")):
        invoer = NieuweMelding("Hulp.", voornamen=voornaam, kern=kern, contactpersoon_id=plek.medewerker.id)
        melding.neem_op(plek, invoer)
    toezegging.beloof(plek, None, NieuweToezegging("De beheerder bellen"))
    scherm = toon()
    assert "Proefdijk" not in _koppen(scherm)
    tab_naar("indeling")
    toets(Qt.Key.Key_Down)
    QApplication.processEvents()
    assert _koppen(scherm) == ["Proefdijk", "Voorbeelderveen", "Zonder kern"] * 2
    toets(Qt.Key.Key_Down)
    QApplication.processEvents()
    assert _koppen(scherm) == ["A.", "B.", "B.", "C.", "A.", "B.", "B.", "C.", "Zonder dossier"]


def _koppen(scherm: VandaagScreen) -> list[str]:
    """The headings of the groups, from above."""
    namen = ("Proefdijk", "Voorbeelderveen", "Zonder kern", "Zonder dossier", "A.", "B.", "C.")
    gevonden = [label for label in scherm.findChildren(QLabel) if label.isVisible() and label.text() in namen]
    los = [label for label in gevonden if not isinstance(label.parentWidget(), RowContent)]
    return [label.text() for label in sorted(los, key=lambda label: label.mapTo(scherm, label.rect().topLeft()).y())]


def test_mee_op_pad_unfolds_what_was_looked_at_and_leads_to_a_term(
    toon: Toon, plek: Werkplek, wegwijzer: Wegwijzer
) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    plek.klok.advance(timedelta(days=40))
    scherm = toon()
    assert "Deze week loopt er 1 termijn af." not in woorden(scherm)
    druk(scherm, "mee_bekijk")
    er_staat = woorden(scherm)
    assert "Alle dossiers van vandaag staan op deze laptop." in er_staat
    assert "Deze week loopt er 1 termijn af." in er_staat
    tab_naar(f"mee_termijn_{huishouden_id}")
    toets(Qt.Key.Key_Return)
    assert wegwijzer.gegaan == [("termijn", huishouden_id)]
    druk(scherm, "mee_bekijk")
    assert "Deze week loopt er 1 termijn af." not in woorden(scherm)


def test_what_i_must_know_at_the_door_is_behind_mee_op_pad(toon: Toon, plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    _bezoek(plek, huishouden_id, time(13), "eerste gesprek")
    tot = plek.vandaag + timedelta(days=30)
    velden = {"feit": "De hond loopt los.", "door_id": plek.medewerker.id, "begin_datum": plek.vandaag}
    mensen.leg_vast(plek, Bezoekveiligheid, huishouden_id, velden | {"eind_datum": tot})
    scherm = toon()
    druk(scherm, "mee_bekijk")
    gelezen = [label.text() for label in scherm._gekeken.findChildren(QLabel) if label.isVisible()]
    assert gelezen[gelezen.index("Weet dit voor u gaat:") :][1:3] == ["A. V.", "De hond loopt los."]


def test_who_cannot_go_yet_reads_what_is_missing(toon: Toon, plek: Werkplek) -> None:
    _bezoek(plek, UUID(int=7), time(13), "eerste gesprek")
    nieuwe_melding(plek)
    scherm = toon()
    assert scherm._mee.accessibleName().startswith("Mee op pad: nog niet alles aan boord.")
    assert "Nog niet aan boord" in woorden(scherm)
    druk(scherm, "mee_bekijk")
    assert "Het dossier van 1 bezoek staat nog niet op deze laptop." in woorden(scherm)


def test_a_visit_in_another_village_says_how_far_it_is(toon: Toon, plek: Werkplek) -> None:
    _bezoek(plek, nieuwe_melding(plek).huishouden_id, time(13), "terugkijken", "Dorpshuis De Proef")
    assert "Dorpshuis De Proef · 5 km" in _rij(toon(), "bezoek_0").accessibleName()


def test_the_agenda_is_one_key_away(toon: Toon, wegwijzer: Wegwijzer) -> None:
    toon()
    tab_naar("naar_agenda")
    toets(Qt.Key.Key_Return)
    assert wegwijzer.gegaan == [("agenda",)]


def test_a_new_melding_and_the_cover_are_one_key_away(toon: Toon, wegwijzer: Wegwijzer, qtbot: QtBot) -> None:
    scherm = toon()
    tab_naar("nieuwe_melding")
    toets(Qt.Key.Key_Return)
    assert wegwijzer.gegaan == [("melding",)]
    tab_naar("bedek")
    with qtbot.waitSignal(scherm.cover_requested):
        toets(Qt.Key.Key_Return)


def test_it_is_usable_at_every_size_of_text(toon: Toon, plek: Werkplek, theme: Theme) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    _bezoek(plek, huishouden_id, time(13), "eerste gesprek")
    assert bezwaren_op_elke_maat(toon(), theme) == []
