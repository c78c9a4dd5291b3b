"""A note from anywhere: what it is about, what its words are, and what was promised, in one save."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from kernnetwerk_app.domain.contact import Contact, ContactSoort, Uitspraak
from kernnetwerk_app.domain.toezegging import Toezegging, ToezeggingZonderWoorden
from kernnetwerk_app.services import aantekening, dossier, typen
from kernnetwerk_app.services.aantekening import CONCEPT, NieuweAantekening
from kernnetwerk_app.services.contact import ContactZonderWoorden
from kernnetwerk_app.services.taak import TaakSoort, find_taken
from kernnetwerk_app.services.toezegging import NieuweToezegging
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import make_werkplek, nieuwe_melding


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path)
    yield plek
    plek.store.close()


@pytest.fixture
def huishouden_id(plek: Werkplek) -> UUID:
    return nieuwe_melding(plek).huishouden_id


def _contact(plek: Werkplek) -> Contact:
    with plek.store.read() as lezer:
        (contact,) = lezer.find(Contact)
    return contact


@pytest.mark.eis("EVV-03")
def test_each_contact_is_in_the_log_with_its_channel_who_with_whom_and_what_was_agreed(
    plek: Werkplek, huishouden_id: UUID
) -> None:
    lijst = plek.profiel.lijst("contactkanalen")
    for kanaal in ("persoonlijk gesprek", "telefoon", "email", "chat", "blog", "app", "internet"):
        invoer = NieuweAantekening(
            f"Karin is moe ({kanaal}).",
            kanaal=lijst.waarde(kanaal),
            met="Karin, haar dochter",
            volgende_stap="Karin bellen",
            beloofd=NieuweToezegging("De folder meenemen", "Karin"),
        )
        aantekening.schrijf(plek, huishouden_id, invoer)
        with plek.store.read() as lezer:
            contact, belofte = lezer.find(Contact)[-1], lezer.find(Toezegging)[-1]
            (item,) = [i for i in dossier.load(plek, lezer, huishouden_id).verhaal if i.tekst == invoer.verslag]
        assert (contact.datum, contact.medewerker_id) == (plek.vandaag, plek.medewerker.id)
        assert (belofte.contact_id, belofte.aan) == (contact.id, "Karin")
        assert (item.kanaal, item.volgende_stap, item.met) == (kanaal, "Karin bellen", "Karin, haar dochter")


@pytest.mark.eis("SIG-18")
@pytest.mark.parametrize(
    ("invoer", "is_gesprek"),
    [
        (NieuweAantekening("De huisarts weet van niets.", "telefoon", met="de huisarts"), False),
        (NieuweAantekening("Ze slaapt slecht.", "telefoon", Uitspraak.ANDER, bron="de wijkzuster"), False),
        (NieuweAantekening("Haar zus deed open.", "huisbezoek", met="haar zus"), False),
        (NieuweAantekening("We zaten aan tafel.", "huisbezoek", met="haar zus", ook_inwoner=True), True),
        (NieuweAantekening("Ze nam zelf op.", "telefoon"), True),
    ],
)
def test_when_i_ring_the_huisarts_i_have_not_spoken_with_her(
    plek: Werkplek, huishouden_id: UUID, invoer: NieuweAantekening, is_gesprek: bool
) -> None:
    aantekening.schrijf(plek, huishouden_id, invoer)
    with plek.store.read() as lezer:
        eerste = dossier.load(plek, lezer, huishouden_id).eerste_contact
        taken = [taak.soort for taak in find_taken(plek, lezer, [])]
    assert eerste is not None
    assert (eerste.gehad is not None) == is_gesprek
    assert (TaakSoort.EERSTE_CONTACT in taken) != is_gesprek


def test_only_a_talk_with_the_resident_counts_as_the_first_contact(plek: Werkplek, huishouden_id: UUID) -> None:
    soorten = {}
    for keuze in plek.profiel.lijst("contactkanalen").keuzes:
        aantekening.schrijf(plek, huishouden_id, NieuweAantekening("Iets.", keuze.sleutel))
        with plek.store.read() as lezer:
            soorten[keuze.sleutel] = lezer.find(Contact)[-1].contactsoort
    assert soorten["persoonlijk_gesprek"] is ContactSoort.GESPREK
    assert {soorten[kanaal] for kanaal in ("email", "chat", "blog", "app", "internet")} == {ContactSoort.BERICHT}
    assert soorten["aantekening"] is soorten["overleg"] is ContactSoort.OVERLEG


@pytest.mark.parametrize(
    ("uitspraak", "bron"), [(Uitspraak.FEIT, None), (Uitspraak.MENING, None), (Uitspraak.ANDER, "de wijkzuster")]
)
def test_a_note_says_whether_it_is_a_fact_an_opinion_or_told_by_somebody(
    plek: Werkplek, huishouden_id: UUID, uitspraak: Uitspraak, bron: str | None
) -> None:
    """Who told it stays only where somebody told it."""
    aantekening.schrijf(
        plek, huishouden_id, NieuweAantekening("De gang staat vol.", uitspraak=uitspraak, bron="de wijkzuster")
    )
    contact = _contact(plek)
    assert (contact.uitspraak, contact.bron) == (uitspraak, bron)


def test_a_note_that_is_refused_keeps_nothing_and_its_form_stays(plek: Werkplek, huishouden_id: UUID) -> None:
    typen.keep_concept(plek, CONCEPT, {"verslag": "Gebeld."})
    with pytest.raises(ContactZonderWoorden):
        aantekening.schrijf(plek, huishouden_id, NieuweAantekening(" \n"), concept=CONCEPT)
    with pytest.raises(ToezeggingZonderWoorden):
        aantekening.schrijf(
            plek, huishouden_id, NieuweAantekening("Gebeld.", beloofd=NieuweToezegging(" ")), concept=CONCEPT
        )
    with plek.store.read() as lezer:
        assert lezer.find(Contact) == []
    assert typen.load_concept(plek, CONCEPT) == {"verslag": "Gebeld."}
    aantekening.schrijf(plek, huishouden_id, NieuweAantekening("Gebeld."), concept=CONCEPT)
    assert typen.load_concept(plek, CONCEPT) == {}
