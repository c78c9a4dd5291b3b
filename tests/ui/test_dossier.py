"""The dossier with the keys alone: noted when opened, both voices in the story, what asks for care, small forms."""

from datetime import date, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.contact import Contact, ContactSoort, ContactStatus
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze, Ondertekening
from kernnetwerk_app.domain.plan import Doel, Ondersteuningsplan
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.services import contact, melding, ondertekening, plan, verstrekking
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.ondertekening import Tekenvraag
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.widgets.check import Check
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.voice import Voice
from tests.factories import JORIS, VRAAG, make_werkplek
from tests.services.opzet import begin_gesprek
from tests.ui.schermen import Open, Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import in_focus, tab_naar, toets, typ, zie
from tests.uitwisseling import wissel_uit


def _contacten(plek: Werkplek) -> list[Contact]:
    with plek.store.read() as lezer:
        return lezer.find(Contact)


def _label(scherm: DossierScreen, naam: str) -> str:
    label = zie(scherm, naam)
    assert isinstance(label, PlainLabel)
    return label.text()


def _row(scherm: DossierScreen, naam: str) -> str:
    row = zie(scherm, naam)
    assert isinstance(row, InfoRow)
    return row.words()


def _sign(plek: Werkplek, huishouden_id: UUID) -> UUID:
    begin_gesprek(plek, huishouden_id)
    plan_id, _ = plan.begin(plek, huishouden_id)
    plan.add_doel(plek, plan_id, "Ik wil elke week de deur uit.")
    versie, _ = plan.stel_vast(plek, plan_id)
    streep = ((1.0, 1.0, 0.6), (9.0, 5.0, 0.6))
    vraag = Tekenvraag(
        Keuze.GEZIEN, "Eerst met Karin praten.", "Anna Voorbeeld-Jansen", Hoedanigheid.INWONER, (streep,)
    )
    return ondertekening.teken(plek, versie.id, vraag)[0]


@pytest.mark.eis("PLAN-04")
def test_the_head_says_who_has_the_regie_where_they_live_and_who_the_contact_person_is(open_dossier: Open) -> None:
    scherm = open_dossier()
    assert scherm.title.text() == "Mevrouw Voorbeeld-Jansen"
    assert _label(scherm, "regie") == "Mevrouw heeft zelf de regie"
    assert _label(scherm, "kop_feiten") == "Modelweg 12, Voorbeelderveen · contactpersoon Sanne Modelman"


def test_who_speaks_for_the_resident_and_the_number_to_call_stand_in_the_head(
    plek: Werkplek, omgeving: Omgeving, toon_scherm: Toonscherm
) -> None:
    invoer = NieuweMelding(
        vraag=VRAAG,
        voornamen="Anna",
        telefoon="0612345678",
        contactpersoon_id=plek.medewerker.id,
        vertegenwoordiger="Karin Voorbeeld",
        hoedanigheid="dochter",
    )
    scherm = DossierScreen(omgeving, melding.neem_op(plek, invoer).huishouden_id)
    toon_scherm(scherm)
    assert _label(scherm, "regie") == "Anna heeft zelf de regie"
    assert _label(scherm, "kop_feiten") == (
        "telefoon 06 12345678 · contactpersoon Sanne Modelman · Karin Voorbeeld, dochter, spreekt namens de inwoner"
    )


@pytest.mark.eis("TAAL-02")
def test_the_route_tells_where_we_are_and_what_comes(open_dossier: Open, plek: Werkplek, huishouden_id: UUID) -> None:
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag, time(13, 0))
    route = zie(open_dossier(), "route").accessibleName()
    assert "Vraag: geweest, vandaag" in route
    assert "Gesprek: hier zijn we nu, vandaag 13.00, Sanne" in route
    assert "Plan: komt nog, samen, uiterlijk 1 juni" in route


def test_the_residents_words_have_their_own_ground_and_ours_have_none(
    open_dossier: Open, plek: Werkplek, huishouden_id: UUID
) -> None:
    contact.schrijf_bij(plek, huishouden_id, "Karin komt elke zaterdag.", ContactSoort.TELEFOON)
    scherm = open_dossier()
    voices = [voice.accessibleName() for voice in scherm.findChildren(Voice)]
    assert voices == [f"Mevrouw, Kulturhus De Linde: {VRAAG}"]
    assert "Karin komt elke zaterdag." in [label.text() for label in scherm.findChildren(PlainLabel)]


def test_an_old_story_is_opened_on_request(open_dossier: Open, plek: Werkplek, huishouden_id: UUID) -> None:
    for nummer in range(31):
        contact.schrijf_bij(plek, huishouden_id, f"Aantekening {nummer}.")
    scherm = open_dossier()
    assert VRAAG not in " ".join(voice.accessibleName() for voice in scherm.findChildren(Voice))
    tab_naar("oudere_momenten")
    toets(Qt.Key.Key_Return)
    assert any(VRAAG in voice.accessibleName() for voice in scherm.findChildren(Voice))


def test_the_sum_is_one_key_away(open_dossier: Open, huishouden_id: UUID, wegwijzer: Wegwijzer) -> None:
    open_dossier()
    tab_naar("hoe_komt_u_hieraan")
    toets(Qt.Key.Key_Return)
    assert wegwijzer.gegaan == [("termijn", huishouden_id)]


@pytest.mark.eis("SIG-18")
def test_first_contact_is_asked_planned_flagged_and_measured(
    open_dossier: Open, plek: Werkplek, huishouden_id: UUID, rust: Rust
) -> None:
    scherm = open_dossier()
    nodig = "Eerste contact nodig, uiterlijk vr 23 april, dat is een norm van de gemeente"
    assert _row(scherm, "eerste_contact") == f"{nodig}, open"
    tab_naar("plan_een_bezoek")
    toets(Qt.Key.Key_Return)
    assert in_focus().objectName() == "datum"
    typ("morgen")
    tab_naar("tijd_van")
    typ("13")
    tab_naar("onderwerp")
    typ("eerste gesprek")
    tab_naar("bezoek_bewaar")
    toets(Qt.Key.Key_Return)
    rust()
    (bezoek,) = _contacten(plek)
    assert (bezoek.status, bezoek.datum, bezoek.tijd_van) == (ContactStatus.GEPLAND, date(2027, 4, 21), time(13, 0))
    assert _row(scherm, "bezoek_gepland") == "Bezoek wo 21 april, 13.00, eerste gesprek"
    assert _row(scherm, "eerste_contact") == f"{nodig}, open"

    plek.klok.advance(timedelta(days=4))
    scherm = open_dossier()
    assert _row(scherm, "eerste_contact") == f"{nodig}, norm voorbij"
    contact.schrijf_bij(plek, huishouden_id, "Gebeld.", ContactSoort.TELEFOON)
    assert _row(open_dossier(), "eerste_contact") == "Eerste contact op za 24 april, 4 dagen na de melding"


def test_what_the_law_has_us_tell_is_ticked_with_its_day(open_dossier: Open, plek: Werkplek, rust: Rust) -> None:
    scherm = open_dossier()
    tab_naar("nog_te_vertellen")
    toets(Qt.Key.Key_Return)
    for naam in ("verteld_ontvangst", "verteld_persoonlijk_plan", "verteld_clientondersteuning"):
        tab_naar(naam)
        toets(Qt.Key.Key_Space)
        rust()
    with plek.store.read() as lezer:
        (gemeld,) = lezer.find(Melding)
    assert gemeld.ontvangst_bevestigd_datum == gemeld.persoonlijk_plan_genoemd_datum == plek.vandaag
    assert gemeld.clientondersteuning_genoemd_datum == plek.vandaag
    assert in_focus().objectName() == "verteld_clientondersteuning"
    check = zie(scherm, "verteld_persoonlijk_plan")
    assert isinstance(check, Check)
    # Seven days after the melding is Koningsdag, so the term ends on the day after.
    assert check.text().endswith("inleveren tot en met wo 28 april · verteld op di 20 april")
    tab_naar("verteld_persoonlijk_plan")
    toets(Qt.Key.Key_Space)
    rust()
    with plek.store.read() as lezer:
        assert lezer.find(Melding)[0].persoonlijk_plan_genoemd_datum is None
    assert not check.isChecked()


def test_the_foot_says_what_of_this_dossier_waits_for_the_internet(
    open_dossier: Open, plek: Werkplek, huishouden_id: UUID
) -> None:
    assert open_dossier().foot.fact.text() == "Op deze laptop opgeslagen. 1 wijziging wacht op internet."
    contact.schrijf_bij(plek, huishouden_id, "Gebeld.")
    assert open_dossier().foot.fact.text() == "Op deze laptop opgeslagen. 2 wijzigingen wachten op internet."
    with plek.store.write() as werk:
        werk.set_meta(bevestigd=werk.meta().laatste_n)
        werk.commit("sync.ronde")
    assert open_dossier().foot.fact.text() == "Dit dossier is verstuurd."


def test_the_one_next_action_follows_the_route(
    open_dossier: Open, plek: Werkplek, huishouden_id: UUID, wegwijzer: Wegwijzer
) -> None:
    def press() -> str:
        scherm = open_dossier()
        assert in_focus().objectName() == "verder"
        toets(Qt.Key.Key_Return)
        return scherm._next.text()

    assert press() == "Begin het gesprek"
    begin_gesprek(plek, huishouden_id)
    assert press() == "Ga verder met het gesprek"
    plan.begin(plek, huishouden_id)
    assert press() == "Verder met het plan"
    assert wegwijzer.gegaan == [("gesprek", huishouden_id), ("gesprek", huishouden_id), ("plan", huishouden_id)]
    tab_naar("terug_naar_gesprek")
    toets(Qt.Key.Key_Return)
    assert wegwijzer.gegaan[-1] == ("gesprek", huishouden_id)


def test_a_signature_that_was_changed_afterwards_is_told_where_it_stands(
    plek: Werkplek, huishouden_id: UUID, open_dossier: Open
) -> None:
    """Nobody is told of it while nothing is the matter."""
    ondertekening_id = _sign(plek, huishouden_id)
    gewijzigd = "Dit is veranderd na het tekenen."
    assert not [n for n in open_dossier().findChildren(Notice) if n.accessibleName().startswith(gewijzigd)]
    with plek.store.write() as werk:
        werk.change(werk.get(Ondertekening, ondertekening_id), keuze=Keuze.EENS)
        werk.commit("test.gewijzigd")
    (zin,) = [n for n in open_dossier().findChildren(Notice) if n.accessibleName().startswith(gewijzigd)]
    assert zin.isVisible()
    assert "beheerder" in zin.accessibleName()


def test_of_a_signature_without_its_paper_the_story_says_so(
    plek: Werkplek, huishouden_id: UUID, open_dossier: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    zin = "Het plan is te lang om hier het papier te bewaren. De keuze en de reactie zijn wel bewaard."
    _sign(plek, huishouden_id)
    assert not [w for w in open_dossier().findChildren(PlainLabel) if w.text().startswith(zin)]
    with plek.store.read() as lezer:
        (versie,) = lezer.find(PlanVersie)
    monkeypatch.setattr(ondertekening, "MAX_PDF", 10_000)
    vraag = Tekenvraag(Keuze.EENS, None, "Anna Voorbeeld-Jansen", Hoedanigheid.INWONER, ())
    ondertekening.teken_niet(plek, versie.id, vraag)
    assert len([w for w in open_dossier().findChildren(PlainLabel) if w.text().startswith(zin)]) == 1


def test_the_signed_paper_opens_from_the_story_and_stays_in_memory(
    open_dossier: Open, plek: Werkplek, huishouden_id: UUID, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    ondertekening_id = _sign(plek, huishouden_id)
    scherm = open_dossier()
    assert "Heeft het plan gezien en heeft opmerkingen." in [label.text() for label in scherm.findChildren(PlainLabel)]
    tab_naar(f"papier_{ondertekening_id}")
    toets(Qt.Key.Key_Return)
    rust()
    ((naar, laad, welk),) = wegwijzer.gegaan
    assert (naar, welk) == ("papier", huishouden_id)
    assert callable(laad)
    assert laad().startswith(b"%PDF-")


def test_a_plan_that_was_not_given_yet_is_one_press_away_and_afterwards_told(
    open_dossier: Open, plek: Werkplek, huishouden_id: UUID, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    begin_gesprek(plek, huishouden_id)
    plan_id, _ = plan.begin(plek, huishouden_id)
    plan.add_doel(plek, plan_id, "Ik wil elke week de deur uit.")
    versie, _ = plan.stel_vast(plek, plan_id)
    open_dossier()
    tab_naar("mee_te_geven")
    toets(Qt.Key.Key_Return)
    rust()
    ((naar, laad, _),) = wegwijzer.gegaan
    assert (naar, wegwijzer.versie_op_papier) == ("papier", versie.id)
    assert callable(laad)
    assert laad() == ondertekening.render(plek, versie, ())
    verstrekking.geef_mee(plek, versie.id)
    scherm = open_dossier()
    assert "Het plan is meegegeven aan de inwoner." in [label.text() for label in scherm.findChildren(PlainLabel)]
    assert scherm.findChildren(QWidget, "mee_te_geven") == []
    tab_naar(f"gegeven_{versie.id}")  # the way to take it back
    toets(Qt.Key.Key_Return)
    rust()
    assert (wegwijzer.gegaan[-1][0], wegwijzer.versie_op_papier) == ("papier", versie.id)


def test_a_version_that_the_plan_went_on_from_leads_to_reading_together_and_not_to_its_paper(
    open_dossier: Open, plek: Werkplek, huishouden_id: UUID, wegwijzer: Wegwijzer
) -> None:
    begin_gesprek(plek, huishouden_id)
    plan_id, _ = plan.begin(plek, huishouden_id)
    plan.add_doel(plek, plan_id, "Ik wil elke week de deur uit.")
    plan.stel_vast(plek, plan_id)
    plan.add_doel(plek, plan_id, "Ik wil weer zingen.")
    scherm = open_dossier()
    woorden = " ".join(label.text() for label in scherm.findChildren(PlainLabel))
    assert "Het plan is daarna veranderd. Lees het eerst samen door." in woorden
    tab_naar("mee_te_geven")
    toets(Qt.Key.Key_Return)
    assert [gegaan[:2] for gegaan in wegwijzer.gegaan] == [("plan", huishouden_id)]


def test_a_gesprek_and_a_plan_beside_the_first_open_from_the_story(
    open_dossier: Open, plek: Werkplek, huishouden_id: UUID, wegwijzer: Wegwijzer
) -> None:
    gesprek_id = begin_gesprek(plek, huishouden_id)
    plan_id, _ = plan.begin(plek, huishouden_id)
    with plek.store.write() as werk:
        ernaast = werk.add(werk.get(Ondersteuningsplan, plan_id).model_copy(update={"id": plek.new_id()}))
        werk.commit("test.twee")
    open_dossier()
    for naam in (f"gesprek_{gesprek_id}", f"plan_{ernaast.id}"):
        tab_naar(naam)
        toets(Qt.Key.Key_Return)
    assert wegwijzer.gegaan == [("gesprek", huishouden_id, gesprek_id), ("plan", huishouden_id, ernaast.id)]


def test_the_focus_stays_where_it_was_when_something_else_changes(
    open_dossier: Open, plek: Werkplek, huishouden_id: UUID, omgeving: Omgeving, rust: Rust
) -> None:
    scherm = open_dossier()
    tab_naar("hoe_komt_u_hieraan")
    omgeving.tasks.write(scherm, lambda: contact.plan_bezoek(plek, huishouden_id, plek.vandaag))
    rust()
    assert "bezoek_gepland" in [row.objectName() for row in scherm.findChildren(InfoRow)]
    assert in_focus().objectName() == "hoe_komt_u_hieraan"


@pytest.mark.parametrize(
    ("antwoord", "status", "formulier", "verteld"),
    [
        ("bezoek_geweest", ContactStatus.GEWEEST, "aantekening", "Bezoek · Sanne Modelman · eerste gesprek"),
        ("bezoek_niet_thuis", ContactStatus.NIET_THUIS, None, "Er was niemand thuis."),
    ],
)
def test_a_visit_of_a_day_that_has_passed_stays_until_somebody_says_how_it_went(
    antwoord: str,
    status: ContactStatus,
    formulier: str | None,
    verteld: str | None,
    open_dossier: Open,
    plek: Werkplek,
    huishouden_id: UUID,
    rust: Rust,
) -> None:
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag, time(13, 0), onderwerp="eerste gesprek")
    plek.klok.advance(timedelta(days=1))
    scherm = open_dossier()
    assert _row(scherm, "bezoek_voorbij") == "Hoe ging het bezoek van di 20 april?, eerste gesprek"
    tab_naar(antwoord)
    toets(Qt.Key.Key_Return)
    rust()
    assert [bezoek.status for bezoek in _contacten(plek)] == [status]
    assert [w.objectName() for w in (scherm._note, scherm._visit) if w.isVisible()] == [formulier][: bool(formulier)]
    shown = [label.text() for label in scherm.findChildren(PlainLabel) if label.isVisible()]
    assert verteld is None or verteld in shown
    assert not [row for row in scherm.findChildren(InfoRow, "bezoek_voorbij") if row.isVisible()]


def test_two_versions_lead_to_the_choice(
    open_dossier: Open, plek: Werkplek, huishouden_id: UUID, wegwijzer: Wegwijzer, tmp_path: Path
) -> None:
    begin_gesprek(plek, huishouden_id)
    plan_id, _ = plan.begin(plek, huishouden_id)
    doel_id, _ = plan.add_doel(plek, plan_id, "samen")
    joris = make_werkplek(tmp_path / "joris", plek.klok, device_no=2, wie=JORIS)
    wissel_uit(plek, joris)
    for wie, tekst in ((plek, "van Sanne"), (joris, "van Joris")):
        with wie.store.read() as lezer:
            bases = lezer.bases(doel_id)
        plan.change(wie, Doel, doel_id, bases, tekst=tekst)
    wissel_uit(plek, joris)
    joris.store.close()
    open_dossier()
    with plek.store.read() as lezer:
        (gevonden,) = lezer.conflicten()
    tab_naar(f"conflict_{doel_id}_{gevonden.eenheid}")
    toets(Qt.Key.Key_Return)
    assert wegwijzer.gegaan == [("conflict", doel_id, gevonden.eenheid)]


def test_everybody_can_use_it_also_at_200_percent(
    open_dossier: Open, plek: Werkplek, huishouden_id: UUID, omgeving: Omgeving
) -> None:
    contact.schrijf_bij(plek, huishouden_id, "Gebeld. " * 30, ContactSoort.TELEFOON, "Ik kan niet meer. " * 10, "Karin")
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag, time(13, 0), onderwerp="eerste gesprek")
    _sign(plek, huishouden_id)
    scherm = open_dossier()
    for naam in ("schrijf_iets_bij", "plan_een_bezoek"):
        tab_naar(naam)
        toets(Qt.Key.Key_Return)
    assert bezwaren_op_elke_maat(scherm, omgeving.theme) == []
