"""The file of one household: opening it is noted, the story has both voices, and what is now follows from facts."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session, col, select

from kernnetwerk_app.domain.contact import ContactSoort
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services import contact, dossier, ondertekening, plan
from kernnetwerk_app.services.dossier import DossierBeeld
from kernnetwerk_app.services.ondertekening import Tekenvraag
from kernnetwerk_app.services.verhaalitem import VerhaalSoort
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.audit import AuditRow
from kernnetwerk_app.store.queries import BestaatNiet
from tests.factories import SANNE, VRAAG, make_werkplek, nieuwe_melding
from tests.services.opzet import begin_gesprek

STREEP = ((1.0, 1.0, 0.6), (9.0, 5.0, 0.6))


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path)
    yield plek
    plek.store.close()


def _load(plek: Werkplek, huishouden_id: UUID) -> DossierBeeld:
    with plek.store.read() as lezer:
        return dossier.load(plek, lezer, huishouden_id)


def _sign(plek: Werkplek, huishouden_id: UUID, keuze: Keuze = Keuze.EENS, reactie: str | None = None) -> UUID:
    begin_gesprek(plek, huishouden_id)
    plan_id, _ = plan.begin(plek, huishouden_id)
    plan.add_doel(plek, plan_id, "Ik wil elke week de deur uit.")
    versie, _ = plan.stel_vast(plek, plan_id)
    vraag = Tekenvraag(keuze, reactie, "Anna Voorbeeld-Jansen", Hoedanigheid.INWONER, (STREEP,))
    ondertekening_id, _ = ondertekening.teken(plek, versie.id, vraag)
    return ondertekening_id


def test_opening_is_noted_with_who_and_which_dossier(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    dossier.open_dossier(plek, huishouden_id)
    with Session(plek.store._reader) as session:
        laatste = session.exec(select(AuditRow).order_by(col(AuditRow.seq).desc())).first()
    assert laatste is not None
    assert (laatste.naam, laatste.huishouden_id, laatste.user_id) == ("dossier.geopend", huishouden_id, SANNE.id)


def test_opening_what_is_not_here_is_refused(plek: Werkplek) -> None:
    with pytest.raises(BestaatNiet):
        dossier.open_dossier(plek, uuid4())


def test_a_new_dossier_shows_who_what_and_how_long(plek: Werkplek) -> None:
    beeld = _load(plek, nieuwe_melding(plek).huishouden_id)
    assert beeld.huishouden.aanduiding == "Mevrouw Voorbeeld-Jansen"
    assert beeld.contactpersoon == SANNE
    assert beeld.hoofdpersoon is not None
    assert beeld.hoofdpersoon.aanhef == "mevrouw Voorbeeld-Jansen"
    assert beeld.termijn is not None
    assert beeld.melding is not None
    assert beeld.eerste_contact is not None
    assert beeld.eerste_contact.gehad is None
    assert (beeld.gesprek_id, beeld.plan_id, beeld.bezoek_gepland) == (None, None, None)


def test_the_story_is_newest_first_with_each_voice_apart(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    plek.klok.advance(timedelta(days=1))
    contact.schrijf_bij(plek, huishouden_id, "Karin is moe.", ContactSoort.TELEFOON, "Ik kan niet meer.", "Karin")
    gebeld, gemeld = _load(plek, huishouden_id).verhaal
    assert (gemeld.soort, gemeld.citaat, gemeld.onderwerp) == (VerhaalSoort.MELDING, VRAAG, "Kulturhus De Linde")
    assert (gebeld.soort, gebeld.wie) == (VerhaalSoort.TELEFOON, "Sanne Modelman")
    assert (gebeld.tekst, gebeld.citaat, gebeld.citaat_van) == ("Karin is moe.", "Ik kan niet meer.", "Karin")


def test_within_one_minute_what_was_written_last_comes_first(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    for tekst in ("eerst", "daarna"):
        contact.schrijf_bij(plek, huishouden_id, tekst)
        plek.klok.advance(timedelta(seconds=1))
    assert [item.tekst for item in _load(plek, huishouden_id).verhaal] == ["daarna", "eerst", None]


def test_an_inloop_that_became_a_melding_is_told_once(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    contact.schrijf_bij(plek, huishouden_id, "", ContactSoort.INLOOP, VRAAG, "Mevrouw")
    assert [item.soort for item in _load(plek, huishouden_id).verhaal] == [VerhaalSoort.MELDING]


def test_a_planned_visit_is_no_story_yet_but_stands_under_now(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    contact.plan_bezoek(plek, huishouden_id, date(2027, 4, 22), time(15, 0), onderwerp="later")
    contact.plan_bezoek(plek, huishouden_id, date(2027, 4, 22), time(13, 0), onderwerp="eerst")
    beeld = _load(plek, huishouden_id)
    assert [item.soort for item in beeld.verhaal] == [VerhaalSoort.MELDING]
    assert beeld.bezoek_gepland is not None
    assert beeld.bezoek_gepland.onderwerp == "eerst"


def test_a_conversation_is_told_by_itself_or_by_the_visit_in_which_it_was_held(plek: Werkplek) -> None:
    los, thuis = nieuwe_melding(plek).huishouden_id, nieuwe_melding(plek).huishouden_id
    contact.plan_bezoek(plek, thuis, plek.vandaag, time(9, 0), onderwerp="eerste gesprek")
    for huishouden_id in (los, thuis):
        begin_gesprek(plek, huishouden_id)
    assert VerhaalSoort.GESPREK in [item.soort for item in _load(plek, los).verhaal]
    assert {item.soort for item in _load(plek, thuis).verhaal} == {VerhaalSoort.MELDING, VerhaalSoort.BEZOEK}


def test_words_that_prepare_a_visit_are_no_story_before_or_after_it(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag + timedelta(days=2), time(13, 0))
    begin_gesprek(plek, huishouden_id)
    assert [item.soort for item in _load(plek, huishouden_id).verhaal] == [VerhaalSoort.MELDING]
    plek.klok.advance(timedelta(days=2, hours=4))
    begin_gesprek(plek, huishouden_id)
    verteld = [(item.soort, item.datum) for item in _load(plek, huishouden_id).verhaal]
    assert verteld == [(VerhaalSoort.BEZOEK, plek.vandaag), (VerhaalSoort.MELDING, date(2027, 4, 20))]


def test_the_story_leads_to_each_gesprek_and_plan_that_is_there(plek: Werkplek) -> None:
    """Also to those with an id of their own; the gesprek of the melding and the first plan are where one goes on."""
    huishouden_id = nieuwe_melding(plek).huishouden_id
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag, time(9, 0), onderwerp="eerste gesprek")
    eerste = begin_gesprek(plek, huishouden_id)
    plan_id, _ = plan.begin(plek, huishouden_id)
    with plek.store.write() as werk:
        ander = werk.add(werk.get(Vraagverheldering, eerste).model_copy(update={"id": uuid4()}))
        plan_ernaast = werk.add(werk.get(Ondersteuningsplan, plan_id).model_copy(update={"id": uuid4()}))
        werk.commit("test.twee")
    beeld = _load(plek, huishouden_id)
    assert (beeld.gesprek_id, beeld.plan_id) == (eerste, plan_id)
    assert [i.gesprek_id for i in beeld.verhaal if i.soort is VerhaalSoort.GESPREK] == [ander.id]
    (item,) = [i for i in beeld.verhaal if i.soort is VerhaalSoort.PLAN]
    assert (item.plan_id, item.wie, item.datum) == (plan_ernaast.id, SANNE.naam, plek.vandaag)


def test_a_signature_stands_in_the_story_with_its_choice_words_and_paper(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    ondertekening_id = _sign(plek, huishouden_id, Keuze.GEZIEN, "Eerst met Karin praten.")
    item = next(i for i in _load(plek, huishouden_id).verhaal if i.soort is VerhaalSoort.ONDERTEKENING)
    assert (item.keuze, item.citaat, item.document_id) == (Keuze.GEZIEN, "Eerst met Karin praten.", ondertekening_id)
    assert dossier.load_stuk(plek, ondertekening_id).startswith(b"%PDF-")


def test_a_paper_that_is_not_here_is_refused(plek: Werkplek) -> None:
    with pytest.raises(BestaatNiet):
        dossier.load_stuk(plek, uuid4())


def test_what_waits_is_counted_for_this_dossier_alone(plek: Werkplek) -> None:
    een, ander = nieuwe_melding(plek).huishouden_id, nieuwe_melding(plek).huishouden_id
    contact.schrijf_bij(plek, een, "Gebeld.")
    assert (_load(plek, een).wachtend, _load(plek, ander).wachtend) == (2, 1)
    with plek.store.write() as werk:
        werk.set_meta(bevestigd=werk.meta().laatste_n)
        werk.commit("sync.ronde")
    assert _load(plek, een).wachtend == 0


def test_a_list_shows_initials_by_kern(plek: Werkplek) -> None:
    nieuwe_melding(plek)
    with plek.store.read() as lezer:
        (regel,) = dossier.list_dossiers(plek, lezer)
    assert (regel.voorletters, regel.kern, regel.conflict) == ("A. V.", "Voorbeelderveen", False)


def test_with_the_clock_standing_still_the_story_follows_the_order_of_writing(plek: Werkplek) -> None:
    """Of moments of any kind, also after the tables are made anew from the log."""
    huishouden_id = nieuwe_melding(plek).huishouden_id
    for nummer in range(6):
        contact.schrijf_bij(plek, huishouden_id, f"aantekening {nummer}")
    _sign(plek, huishouden_id)
    contact.schrijf_bij(plek, huishouden_id, "na het tekenen")
    for _ in range(2):
        beeld = [i.tekst or i.soort.value for i in _load(plek, huishouden_id).verhaal]
        notities = [f"aantekening {nummer}" for nummer in range(6)]
        assert beeld == ["na het tekenen", "ondertekening", "gesprek", *notities[::-1], "melding"]
        with plek.store.write() as werk:
            werk.rebuild()
            werk.commit("store.herbouwd")
