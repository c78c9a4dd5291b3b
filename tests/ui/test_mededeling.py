"""In the dossier with the keys alone: taking on a melding of elsewhere, telling what there is to tell, writing down the
answer.
"""

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Clientondersteuning, EigenPlan, Kanaal, Melding, Vertelwijze
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services import mededeling, melding
from kernnetwerk_app.services import vandaag as vandaag_service
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.taak import TaakSoort
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.gegevens import GegevensScreen
from kernnetwerk_app.ui.screens.gesprek import GesprekScreen
from kernnetwerk_app.ui.screens.vandaag import VandaagScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.eigen_plan_vraag import EigenPlanVraag
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow
from tests.factories import JORIS
from tests.services.opzet import gelezen
from tests.ui.schermen import Open, Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, kies, tab_naar, toets, typ, wis, zie


def _melding(plek: Werkplek, huishouden_id: UUID | None = None) -> Melding:
    """The only one, or that of this dossier."""
    with plek.store.read() as lezer:
        (gemeld,) = lezer.find(Melding, huishouden_id=huishouden_id) if huishouden_id else lezer.find(Melding)
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
    kies("mantelzorger_wil", "nee, nu niet")
    tab_naar("clientondersteuner")
    typ("Mia Proefpersoon")
    _press("antwoord_bewaar")
    rust()
    gemeld = _melding(plek)
    assert gemeld.clientondersteuning_genoemd_datum == gemeld.mantelzorger_gewezen_datum == plek.vandaag
    assert gemeld.clientondersteuning_genoemd_door_id == plek.medewerker.id
    assert (gemeld.clientondersteuning, gemeld.clientondersteuner) == (Clientondersteuning.GRAAG, "Mia Proefpersoon")
    assert "Wil graag een cliëntondersteuner (Mia Proefpersoon)." in _words(scherm)
    assert gemeld.mantelzorger_wil is Clientondersteuning.NU_NIET
    assert "De mantelzorger wil nu geen cliëntondersteuner." in _words(scherm)


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


@pytest.mark.eis("RES-03")
def test_the_gesprek_asks_whether_it_was_told_that_people_may_make_a_plan_of_their_own(
    omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, huishouden_id: UUID, rust: Rust, theme: Theme
) -> None:
    scherm = GesprekScreen(omgeving, huishouden_id)
    toon_scherm(scherm)
    rust()
    assert "Vertel eerst dat iemand zelf een plan mag maken." in _words(scherm)
    assert bezwaren_op_elke_maat(scherm, theme) == []
    knop = zie(scherm, "eigen_plan_verteld")
    knop.setFocus()
    toets(Qt.Key.Key_Space)
    rust()
    gemeld = _melding(plek)
    assert gemeld.persoonlijk_plan_genoemd_datum == plek.vandaag
    assert (gemeld.persoonlijk_plan_genoemd_door_id, gemeld.persoonlijk_plan_genoemd_wijze) == (
        plek.medewerker.id,
        Vertelwijze.GESPREK,
    )
    assert "Een eigen plan kan tot en met wo 28 april komen." in _words(scherm)
    with plek.store.read() as lezer:
        assert lezer.find(Vraagverheldering) == [], "telling it begins no gesprek"
        bases = lezer.bases(gemeld.id)
    mededeling.noteer_antwoord(
        plek, gemeld, {"eigen_plan": EigenPlan.PERSOONLIJK, "eigen_plan_datum": plek.vandaag}, bases
    )
    scherm.refresh()
    rust()
    assert [vraag.isVisible() for vraag in scherm.findChildren(EigenPlanVraag)] == [False]


def test_what_cannot_wait_leaves_my_list_when_i_write_what_was_decided(
    omgeving: Omgeving, toon_scherm: Toonscherm, van_elders: UUID, rust: Rust, wegwijzer: Wegwijzer, theme: Theme
) -> None:
    plek = omgeving.plek
    scherm = DossierScreen(omgeving, van_elders)
    toon_scherm(scherm)
    knop = zie(scherm, "spoed_besluit")
    knop.setFocus()
    toets(Qt.Key.Key_Space)
    gemeld = _melding(plek, van_elders)
    assert wegwijzer.gegaan[-1] == ("gegevens", van_elders, gemeld.id)
    scherm.hide()
    gegevens = GegevensScreen(omgeving, van_elders, gemeld.id)
    toon_scherm(gegevens)
    rust()
    tab_naar(f"{gemeld.id}.spoed_besluit")
    typ("Vanaf vanavond maaltijden van de eettafel.")
    druk(gegevens, "opslaan")
    rust()
    beslist = _melding(plek, van_elders)
    assert (beslist.wacht_op_besluit, beslist.spoed_besluit_datum) == (False, plek.vandaag)
    with plek.store.read() as lezer:
        soorten = [taak.soort for taak in vandaag_service.load(plek, lezer).taken if taak.huishouden_id == van_elders]
    assert TaakSoort.SPOED not in soorten
    gegevens.hide()
    opnieuw = DossierScreen(omgeving, van_elders)
    toon_scherm(opnieuw)
    dag = datum_kort(plek.vandaag)
    rij = zie(opnieuw, "spoed")
    assert isinstance(rij, InfoRow)
    assert f"Besloten op {dag}: Vanaf vanavond maaltijden van de eettafel." in rij.words()
    assert bezwaren_op_elke_maat(opnieuw, theme) == []


def _ask_again(plek: Werkplek, huishouden_id: UUID) -> Melding:
    """Another question of the same household, taken on at once."""
    invoer = NieuweMelding("Ik wil weer werken.", contactpersoon_id=JORIS.id, bij_huishouden_id=huishouden_id)
    nieuw = melding.neem_op(plek, invoer)
    with plek.store.read() as lezer:
        return lezer.get(Melding, nieuw.melding_id)


@pytest.mark.eis("SIG-16", "SIG-17")
def test_a_second_question_does_not_hide_that_the_first_cannot_wait_and_is_of_nobody(
    omgeving: Omgeving, toon_scherm: Toonscherm, van_elders: UUID, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    plek = omgeving.plek
    eerste = _melding(plek, van_elders)
    _ask_again(plek, van_elders)
    scherm = DossierScreen(omgeving, van_elders)
    toon_scherm(scherm)
    rij = zie(scherm, f"spoed_{eerste.id}")
    assert isinstance(rij, InfoRow)
    assert "Er is geen eten in huis." in rij.words()
    _press(f"spoed_besluit_{eerste.id}")
    assert wegwijzer.gegaan[-1] == ("gegevens", van_elders, eerste.id)
    kies(f"aannemen_wie_{eerste.id}", "Joris Proefstra")
    _press(f"neem_over_{eerste.id}")
    rust()
    scherm.hide()
    gegevens = GegevensScreen(omgeving, van_elders, eerste.id)
    toon_scherm(gegevens)
    rust()
    tab_naar(f"{eerste.id}.spoed_besluit")
    typ("Vanaf vanavond maaltijden van de eettafel.")
    druk(gegevens, "opslaan")
    rust()
    with plek.store.read() as lezer:
        nu = lezer.get(Melding, eerste.id)
        soorten = {taak.soort for taak in vandaag_service.load(plek, lezer).taken if taak.huishouden_id == van_elders}
    assert (nu.contactpersoon_id, nu.spoed_besluit_datum) == (JORIS.id, plek.vandaag)
    assert not soorten & {TaakSoort.SPOED, TaakSoort.AANNEMEN}


@pytest.mark.eis("RES-03", "RES-04")
def test_what_i_did_not_tell_about_the_first_question_i_still_can_after_the_second(
    omgeving: Omgeving, toon_scherm: Toonscherm, van_elders: UUID, rust: Rust
) -> None:
    plek = omgeving.plek
    eerste = _melding(plek, van_elders)
    tweede = _ask_again(plek, van_elders)
    scherm = DossierScreen(omgeving, van_elders)
    toon_scherm(scherm)
    assert zie(scherm, "nog_te_vertellen")
    _press(f"nog_te_vertellen_{eerste.id}")
    _press("verteld_clientondersteuning", Qt.Key.Key_Space)
    rust()
    _press("verteld_persoonlijk_plan", Qt.Key.Key_Space)
    rust()
    with plek.store.read() as lezer:
        een, twee = lezer.get(Melding, eerste.id), lezer.get(Melding, tweede.id)
    dagen = [(m.clientondersteuning_genoemd_datum, m.persoonlijk_plan_genoemd_datum) for m in (een, twee)]
    assert dagen == [(plek.vandaag, plek.vandaag), (None, None)]
    kies("vertel_welke", f"Vraag van {datum_kort(tweede.ontvangen_datum)}")
    _press("verteld_clientondersteuning", Qt.Key.Key_Space)
    rust()
    with plek.store.read() as lezer:
        assert lezer.get(Melding, tweede.id).clientondersteuning_genoemd_datum == plek.vandaag
