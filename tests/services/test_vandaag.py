"""What today asks: visits, terms by urgency, first contacts; initials only, for it is read in a public place."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kernnetwerk_app.domain.contact import Contact, ContactSoort, ContactStatus
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Kanaal, Melding
from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.domain.termijn import Urgentie
from kernnetwerk_app.klok import AMSTERDAM, Klok
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.operation import Operation, OpId
from kernnetwerk_app.oplog.units import encode
from kernnetwerk_app.services import contact, dossier, melding, vandaag
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.taak import TaakSoort
from kernnetwerk_app.services.vandaag import VandaagBeeld
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import DINSDAG, JORIS, make_werkplek
from tests.services.opzet import begin_dossier, begin_gesprek

ACHTERNAAM = "Zwaluwnest"


@pytest.fixture
def klok() -> Klok:
    return Klok(DINSDAG)


@pytest.fixture
def plek(tmp_path: Path, klok: Klok) -> Werkplek:
    return make_werkplek(tmp_path, klok)


def _beeld(plek: Werkplek) -> VandaagBeeld:
    with plek.store.read() as lezer:
        return vandaag.load(plek, lezer)


def _neem_op(plek: Werkplek, voornamen: str | None, dagen_geleden: int = 0, **velden: Any) -> UUID:
    invoer = NieuweMelding(
        "Ik heb hulp nodig.",
        voornamen=voornamen,
        ontvangen_datum=plek.vandaag - timedelta(days=dagen_geleden),
        contactpersoon_id=plek.medewerker.id,
    )
    return melding.neem_op(plek, replace(invoer, **velden)).huishouden_id


def _eerste_contacten(plek: Werkplek) -> dict[UUID, bool]:
    """The households that nobody spoke with yet, and whether that is too late."""
    return {t.huishouden_id: t.te_laat for t in _beeld(plek).taken if t.soort is TaakSoort.EERSTE_CONTACT}


def test_empty_laptop_asks_nothing(plek: Werkplek) -> None:
    beeld = _beeld(plek)
    assert (beeld.vandaag, beeld.medewerker) == (date(2027, 4, 20), "Sanne")
    assert (beeld.bezoeken, beeld.let_op, beeld.taken, beeld.dossiers) == ((), (), (), 0)


def test_terms_stand_with_the_most_urgent_first(plek: Werkplek) -> None:
    for voornaam, dagen in (("Bo", 10), ("Cas", 45), ("Dé", 0), ("An", 30)):
        _neem_op(plek, voornaam, dagen)
    let_op = _beeld(plek).let_op
    assert [termijn.voor for termijn in let_op] == ["C.", "A.", "B.", "D."]
    assert [termijn.dagen_over for termijn in let_op] == sorted(termijn.dagen_over for termijn in let_op)
    assert let_op[0].urgentie is Urgentie.TE_LAAT
    assert let_op[-1].urgentie is Urgentie.GEWOON


def test_term_is_gone_when_the_plan_was_answered_and_back_with_a_new_melding(plek: Werkplek, klok: Klok) -> None:
    hier = begin_dossier(plek)
    hier.doel()
    assert [termijn.huishouden_id for termijn in _beeld(plek).let_op] == [hier.huishouden_id]
    hier.teken(hier.versie(), op_papier=True)
    assert _beeld(plek).let_op == ()
    klok.advance(timedelta(days=100))
    with plek.store.write() as werk:
        eerste = werk.get(Melding, hier.melding_id)
        werk.add(eerste.model_copy(update={"id": plek.new_id(), "ontvangen_datum": plek.vandaag, "vraag": "Nu dit."}))
        werk.commit("test.melding")
    (termijn,) = _beeld(plek).let_op
    assert (termijn.huishouden_id, termijn.som.begin) == (hier.huishouden_id, plek.vandaag)
    assert list(_eerste_contacten(plek)) == [hier.huishouden_id], "a new question asks for a new first contact"


@pytest.mark.eis("SIG-18")
def test_first_contact_is_asked_planned_measured_and_flagged_after_the_norm(plek: Werkplek, klok: Klok) -> None:
    norm = plek.profiel.eerste_contact_dagen
    op_tijd, te_laat = _neem_op(plek, "An", norm), _neem_op(plek, "Bo", norm + 1)
    assert _eerste_contacten(plek) == {op_tijd: False, te_laat: True}
    contact.plan_bezoek(plek, op_tijd, plek.vandaag + timedelta(days=1), time(9, 30))
    assert op_tijd in _eerste_contacten(plek), "planned is not yet spoken"
    klok.advance(timedelta(days=1))
    assert [bezoek.huishouden_id for bezoek in _beeld(plek).bezoeken] == [op_tijd]
    begin_gesprek(plek, op_tijd)
    assert op_tijd in _eerste_contacten(plek), "half an hour before it one prepares"
    klok.advance(timedelta(minutes=20))
    begin_gesprek(plek, op_tijd)
    assert _eerste_contacten(plek) == {te_laat: True}
    with plek.store.read() as lezer:
        eerste = dossier.load(plek, lezer, op_tijd).eerste_contact
    assert eerste is not None
    assert eerste.dagen == norm + 1


def test_only_speaking_with_the_resident_is_a_first_contact(plek: Werkplek) -> None:
    gesproken = {
        ContactSoort.TELEFOON: True,
        ContactSoort.INLOOP: True,
        ContactSoort.BRIEF: False,
        ContactSoort.OVERLEG: False,
    }
    huishoudens = {soort: _neem_op(plek, "An") for soort in gesproken}
    for soort, huishouden_id in huishoudens.items():
        contact.schrijf_bij(plek, huishouden_id, "Iets geregeld.", soort)
    wachten = _eerste_contacten(plek)
    assert {soort: huishouden_id not in wachten for soort, huishouden_id in huishoudens.items()} == gesproken


def test_contact_in_which_the_question_came_in_is_not_the_first_contact(plek: Werkplek) -> None:
    huishouden_id = _neem_op(plek, "An")
    contact.schrijf_bij(plek, huishouden_id, "", ContactSoort.INLOOP, "Ik heb hulp nodig.", "An")
    assert huishouden_id in _eerste_contacten(plek)


def test_visits_are_mine_of_today_in_the_order_of_the_day(plek: Werkplek, klok: Klok) -> None:
    an, bo = _neem_op(plek, "An"), _neem_op(plek, "Bo")
    contact.plan_bezoek(plek, an, plek.vandaag, time(14, 0))
    contact.plan_bezoek(plek, bo, plek.vandaag, time(9, 30), time(10, 30), "kennismaken")
    contact.plan_bezoek(plek, an, plek.vandaag)
    contact.plan_bezoek(plek, an, plek.vandaag + timedelta(days=1))
    contact.plan_bezoek(replace(plek, medewerker=JORIS), an, plek.vandaag, time(8, 0))
    bezoeken = _beeld(plek).bezoeken
    assert [(b.tijd_van, b.voorletters) for b in bezoeken] == [(time(9, 30), "B."), (time(14), "A."), (None, "A.")]
    assert (bezoeken[0].tijd_tot, bezoeken[0].onderwerp) == (time(10, 30), "kennismaken")


def test_hour_at_the_inloop_has_no_household(plek: Werkplek) -> None:
    with plek.store.write() as werk:
        werk.add(
            Contact(
                id=plek.new_id(),
                datum=plek.vandaag,
                tijd_van=time(13),
                contactsoort=ContactSoort.INLOOP,
                status=ContactStatus.GEPLAND,
                medewerker_id=plek.medewerker.id,
                plek="Kulturhus De Linde",
            )
        )
        werk.commit("test.inloop")
    (bezoek,) = _beeld(plek).bezoeken
    assert (bezoek.huishouden_id, bezoek.voorletters, bezoek.waar) == (None, "", "Kulturhus De Linde")


def test_no_surname_stands_anywhere_on_it(plek: Werkplek) -> None:
    huishouden_id = _neem_op(
        plek, "Anna Bertha", 44, tussenvoegsel="van der", achternaam=f"{ACHTERNAAM}-Proefstra",
        melder_naam=f"Karin {ACHTERNAAM}", vertegenwoordiger=f"Kees {ACHTERNAAM}", straat="Modelweg", huisnummer="12",
    )  # fmt: skip
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag)
    beeld = _beeld(plek)
    assert (beeld.bezoeken[0].voorletters, beeld.let_op[0].voor) == ("A. B. Z.", "A. B. Z.")
    assert beeld.taken[0].voorletters == "A. B. Z."
    assert ACHTERNAAM not in repr(beeld)
    assert "Anna" not in repr(beeld)
    assert "Modelweg 12" in repr(beeld), "else nothing was looked at"


NAMEN = {
    "O. O.": ("O", "O"),
    "X. Y.": ("x" * 300, "y" * 300),
    "Ş. N.": ("Şükrü", "Nguyễn"),
    "IJ. S.": ("IJsbrand", "'s-Gravenzande"),
    "O.": ("ʻOkina", None),
    "J.": (None, "Jаnsen"),
    "?": (None, None),
    "\U0001f468.": ("\U0001f468\u200d\U0001f469\u200d\U0001f467", None),
}


def test_any_name_has_initials(plek: Werkplek) -> None:
    hier = {_neem_op(plek, voor, achternaam=achter): letters for letters, (voor, achter) in NAMEN.items()}
    beeld = _beeld(plek)
    assert {termijn.huishouden_id: termijn.voor for termijn in beeld.let_op} == hier
    assert {taak.huishouden_id: taak.voorletters for taak in beeld.taken} == hier


def test_melding_of_people_who_have_not_arrived_yet_does_not_stop_the_day(plek: Werkplek) -> None:
    """Half of a dossier that a colleague sent: the household and its melding, nobody in it."""
    huishouden_id = plek.new_id()
    with plek.store.write() as werk:
        werk.add(Huishouden(id=huishouden_id, huishouden_id=huishouden_id, aanduiding="Onbekend"))
        werk.add(
            Melding(
                id=plek.new_id(),
                huishouden_id=huishouden_id,
                ontvangen_datum=plek.vandaag,
                kanaal=Kanaal.SCHOOL,
                ontvangen_door_id=plek.medewerker.id,
                vraag="Kan er iemand langskomen?",
            )
        )
        werk.commit("test.half")
    beeld = _beeld(plek)
    assert [termijn.voor for termijn in beeld.let_op] == ["?"]
    with plek.store.read() as lezer:
        assert lezer.find(Inwoner, huishouden_id=huishouden_id) == []


def _botsing(plek: Werkplek, eenheid: int, waarde: Callable[[Doel], bytes]) -> UUID:
    """Two texts of a colleague in one unit of a goal, both written from nothing."""
    hier = begin_dossier(plek)
    doel_id = hier.doel()
    doel = hier.plan().doelen[0].doel
    with plek.store.write() as werk:
        werk.receive(
            [
                Operation(OpId(2, n), n, JORIS.id, n, Doel.soort, doel_id, eenheid, (), octets)
                for n, octets in enumerate((waarde(doel), codec.dumps(["iets anders"])), start=1)
            ]
        )
        werk.commit("sync.ronde")
    return hier.huishouden_id


def test_two_texts_in_one_place_are_a_task(plek: Werkplek) -> None:
    huishouden_id = _botsing(plek, 4, lambda doel: encode(doel.model_copy(update={"tekst": "van haar"}), 4))
    assert [(t.soort, t.huishouden_id) for t in _beeld(plek).taken] == [(TaakSoort.TWEE_VERSIES, huishouden_id)]


def test_two_texts_that_only_a_newer_program_knows_are_no_task_here(plek: Werkplek) -> None:
    _botsing(plek, 99, lambda _: codec.dumps(["uit de toekomst"]))
    assert _beeld(plek).taken == ()


def test_today_is_the_day_on_the_wall_and_not_that_of_london(tmp_path: Path) -> None:
    plek = make_werkplek(tmp_path, Klok(datetime(2027, 6, 30, 0, 30, tzinfo=AMSTERDAM)))
    assert _beeld(plek).vandaag == date(2027, 6, 30)
