"""In the dossier with the keys alone: taking on a melding of elsewhere, telling what there is to tell, writing down the
answer.
"""

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Clientondersteuning, EigenPlan, Kanaal, Melding
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.vandaag import VandaagScreen
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow
from tests.factories import JORIS
from tests.services.opzet import gelezen
from tests.ui.schermen import Open, Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import kies, tab_naar, toets, typ, wis, zie


def _melding(plek: Werkplek) -> Melding:
    with plek.store.read() as lezer:
        (gemeld,) = lezer.find(Melding)
    return gemeld


def _press(naam: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    tab_naar(naam)
    toets(key)


@pytest.fixture
def van_elders(plek: Werkplek) -> UUID:
    """A dossier that the klantcontactcentrum began two days ago, and that nobody took on."""
    hier = plek.new_id()
    dag = plek.vandaag - timedelta(days=2)
    with plek.store.write() as werk:
        werk.add(Huishouden(id=hier, huishouden_id=hier, aanduiding="Meneer Proef", kern="Proefdijk"))
        werk.add(Inwoner(id=plek.new_id(), huishouden_id=hier, voornamen="Piet", achternaam="Proef"))
        werk.add(
            Melding(
                id=plek.new_id(),
                huishouden_id=hier,
                ontvangen_datum=dag,
                kanaal=Kanaal.KLANTCONTACTCENTRUM,
                ontvangen_door_id=JORIS.id,
                vraag="Kan er iemand langskomen?",
                spoed_reden="Er is geen eten in huis.",
            )
        )
        werk.commit("test.van_elders")
    return hier


@pytest.mark.eis("SIG-16", "SIG-17")
def test_a_question_from_the_contact_centre_waits_for_me_with_its_own_first_day_until_one_of_us_takes_it_on(
    plek: Werkplek, omgeving: Omgeving, toon_scherm: Toonscherm, rust: Rust, van_elders: UUID, wegwijzer: Wegwijzer
) -> None:
    vandaag = VandaagScreen(omgeving)
    toon_scherm(vandaag)
    rij = vandaag.findChild(ListRow, f"aannemen_{van_elders}")
    assert rij is not None
    assert rij.accessibleName() == "Nieuwe melding van P. P.: wie neemt deze aan?, Proefdijk · gemeld op zo 18 april"
    _press(f"aannemen_{van_elders}")
    assert wegwijzer.gegaan == [("dossier", van_elders)]
    vandaag.hide()
    scherm = DossierScreen(omgeving, van_elders)
    toon_scherm(scherm)
    kies("aannemen_wie", "Joris Proefstra")
    _press("neem_over")
    rust()
    gemeld = _melding(plek)
    assert (gemeld.contactpersoon_id, gemeld.aangenomen_datum) == (JORIS.id, plek.vandaag)
    assert gemeld.ontvangen_datum == plek.vandaag - timedelta(days=2), "its clock runs from the day it came in"
    with plek.store.read() as lezer:
        assert lezer.get(Huishouden, van_elders).contactpersoon_id == JORIS.id
    assert [rij for rij in scherm.findChildren(InfoRow, "niet_aangenomen") if rij.isVisible()] == []


def test_what_cannot_wait_stands_first_and_says_why_in_the_dossier(
    omgeving: Omgeving, toon_scherm: Toonscherm, van_elders: UUID
) -> None:
    vandaag = VandaagScreen(omgeving)
    toon_scherm(vandaag)
    rijen = [rij.objectName() for rij in vandaag.findChildren(ListRow) if str(van_elders) in rij.objectName()]
    taken = [naam for naam in rijen if not naam.startswith("termijn")]
    assert taken[0] == f"spoed_{van_elders}"
    vandaag.hide()
    scherm = DossierScreen(omgeving, van_elders)
    toon_scherm(scherm)
    rij = zie(scherm, "spoed")
    assert isinstance(rij, InfoRow)
    assert rij.words() == "Dit kan niet wachten, Beslis vandaag of tijdelijke hulp nodig is., Er is geen eten in huis."


@pytest.mark.eis("RES-04")
def test_i_write_down_that_i_pointed_to_free_help_when_and_what_people_answered(
    open_dossier: Open, plek: Werkplek, rust: Rust
) -> None:
    scherm = open_dossier()
    _press("naar_rechten")
    _press("verteld_clientondersteuning", Qt.Key.Key_Space)
    _press("verteld_mantelzorger", Qt.Key.Key_Space)
    rust()
    _press("vertel_antwoord")
    kies("clientondersteuning", "ja, graag")
    tab_naar("clientondersteuner")
    typ("Mia Proefpersoon")
    _press("antwoord_bewaar")
    rust()
    gemeld = _melding(plek)
    assert gemeld.clientondersteuning_genoemd_datum == gemeld.mantelzorger_gewezen_datum == plek.vandaag
    assert gemeld.clientondersteuning_genoemd_door_id == plek.medewerker.id
    assert (gemeld.clientondersteuning, gemeld.clientondersteuner) == (Clientondersteuning.GRAAG, "Mia Proefpersoon")
    assert "Wil graag een cliëntondersteuner (Mia Proefpersoon)." in _words(scherm)


@pytest.mark.eis("RES-03")
def test_i_write_down_that_people_may_make_a_plan_of_their_own_and_when_i_got_it(
    open_dossier: Open, plek: Werkplek, rust: Rust
) -> None:
    scherm = open_dossier()
    _press("naar_rechten")
    _press("verteld_persoonlijk_plan", Qt.Key.Key_Space)
    _press("vertel_antwoord")
    kies("eigen_plan", "familiegroepsplan")
    tab_naar("eigen_plan_datum")
    typ("morgen")
    _press("antwoord_bewaar")
    rust()
    assert _melding(plek).eigen_plan is None, "a day that is still to come is asked again"
    tab_naar("eigen_plan_datum")
    wis()
    typ("vandaag")
    _press("antwoord_bewaar")
    rust()
    gemeld = _melding(plek)
    assert gemeld.persoonlijk_plan_genoemd_datum == plek.vandaag
    assert (gemeld.eigen_plan, gemeld.eigen_plan_datum) == (EigenPlan.FAMILIEGROEP, date(2027, 4, 20))
    assert "Familiegroepsplan ontvangen op di 20 april." in _words(scherm)


def test_the_answer_that_was_given_stands_there_when_the_form_opens_again(
    open_dossier: Open, plek: Werkplek, rust: Rust
) -> None:
    open_dossier()
    _press("naar_rechten")
    _press("vertel_antwoord")
    kies("clientondersteuning", "nee, nu niet")
    _press("antwoord_bewaar")
    rust()
    _press("vertel_antwoord")
    tab_naar("clientondersteuner")
    typ("Toch iemand")
    _press("antwoord_bewaar")
    rust()
    gemeld = _melding(plek)
    assert (gemeld.clientondersteuning, gemeld.clientondersteuner) == (Clientondersteuning.NU_NIET, "Toch iemand")


@pytest.mark.eis("RES-06")
def test_one_key_shows_the_paper_that_says_how_it_goes_on(
    open_dossier: Open, wegwijzer: Wegwijzer, huishouden_id: UUID
) -> None:
    open_dossier()
    _press("naar_rechten")
    _press("vertel_papier")
    (naam, laad, hier) = wegwijzer.gegaan[-1]
    assert (naam, hier) == ("papier", huishouden_id)
    assert callable(laad)
    assert "Zo gaat het verder" in gelezen(laad())


def test_everything_can_be_seen_and_pressed(open_dossier: Open, omgeving: Omgeving, rust: Rust) -> None:
    scherm = open_dossier()
    _press("naar_rechten")
    _press("vertel_antwoord")
    rust()
    assert bezwaren_op_elke_maat(scherm, omgeving.theme) == []


def _words(scherm: DossierScreen) -> str:
    return " ".join(label.text() for label in scherm.findChildren(QLabel))
