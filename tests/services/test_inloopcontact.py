"""A light contact: counted without a person, put right, taken away, and gone on with without typing it again."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inloopcontact import (
    Gevolg,
    Inloopcontact,
    InloopcontactBijAnoniem,
    InloopcontactZonderVraag,
    tel,
)
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Kanaal, Melding, MeldingZonderContactpersoon
from kernnetwerk_app.domain.signaal import Signaal
from kernnetwerk_app.domain.spreekuur import Spreekuur
from kernnetwerk_app.domain.tekst import RegelTeLang
from kernnetwerk_app.services import inloopcontact, melding, signaal, spreekuur, termijn, typen
from kernnetwerk_app.services.inloopcontact import NieuwContact
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.spreekuur import NieuwSpreekuur
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import make_werkplek, nieuwe_melding

VRAAG = "Ik wil thuis blijven wonen, maar het huis wordt me te veel."
VOL = NieuwContact(
    vraag=VRAAG,
    kern="Proefdijk",
    leefgebied="huisvesting",
    gedaan="geluisterd",
    kanaal="persoonlijk_gesprek",
    voornamen="Anna",
    achternaam="Voorbeeld",
    sinds="sinds de winter",
    uitgesteld="wilde niemand lastigvallen",
)


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path)
    yield plek
    plek.store.close()


@pytest.fixture
def hier(plek: Werkplek) -> UUID:
    return spreekuur.begin(plek, NieuwSpreekuur("Voorbeelderveen", "Kulturhus De Linde", time(9)))[0]


def _contact(plek: Werkplek, contact_id: UUID) -> Inloopcontact:
    with plek.store.read() as lezer:
        return lezer.get(Inloopcontact, contact_id)


def _change(plek: Werkplek, contact_id: UUID, **velden: object) -> None:
    with plek.store.read() as lezer:
        geladen, bases = inloopcontact.load(lezer, contact_id)
    inloopcontact.change(plek, geladen, bases, velden)


@pytest.mark.eis("SOC-14")
def test_who_only_wanted_to_know_something_is_counted_and_is_nobody(plek: Werkplek, hier: UUID) -> None:
    vraag = NieuwContact(
        "Wanneer is de eettafel?", "Modelhuizen", "sociaal_netwerk", "informatie_gegeven", "Eettafel", kanaal="telefoon"
    )
    contact_id, _ = inloopcontact.noteer(plek, hier, vraag)
    contact = _contact(plek, contact_id)
    assert (contact.kern, contact.leefgebied, contact.kanaal) == ("Modelhuizen", "sociaal_netwerk", "telefoon")
    assert (contact.gedaan, contact.verwezen) == ("informatie_gegeven", "Eettafel")
    assert (contact.huishouden_id, contact.voornamen, contact.achternaam) == (None, None, None)
    telling = tel([contact])
    assert (telling.mensen, telling.geholpen, telling.leefgebieden) == (1, 1, (("sociaal_netwerk", 1),))
    with plek.store.read() as lezer:
        assert lezer.find(Huishouden) == lezer.find(Inwoner) == lezer.find(Melding) == []


def test_light_contacts_do_not_stand_between_a_worker_and_a_dossier(plek: Werkplek, hier: UUID) -> None:
    huishouden_id = nieuwe_melding(plek, "De trap op gaat niet meer.").huishouden_id
    for _ in range(30):
        inloopcontact.noteer(plek, hier, NieuwContact("De trap op gaat niet meer."))
    with plek.store.read() as lezer:
        assert {gevonden for _, _, gevonden in lezer.zoek("trap")} == {huishouden_id}


@pytest.mark.eis("EVV-17")
@pytest.mark.parametrize("onderwerp", ["Wmo", "Jeugdwet", "Participatiewet", "een parkeervergunning", None])
def test_nobody_is_at_the_wrong_door(plek: Werkplek, hier: UUID, onderwerp: str | None) -> None:
    contact_id, _ = inloopcontact.noteer(plek, hier, NieuwContact("Kunt u mij helpen?", leefgebied=onderwerp))
    assert _contact(plek, contact_id).leefgebied == onderwerp


def test_a_contact_of_a_day_that_is_over_belongs_to_that_day(plek: Werkplek, hier: UUID) -> None:
    gisteren = plek.vandaag - timedelta(days=1)
    with plek.store.write() as werk:
        werk.change(werk.get(Spreekuur, hier), datum=gisteren)
        werk.commit("test.gisteren")
    contact_id, _ = inloopcontact.noteer(plek, hier, NieuwContact("Wie maait het gras?"))
    contact = _contact(plek, contact_id)
    assert (contact.datum, contact.tijd) == (gisteren, None)


def test_what_was_written_down_wrong_is_put_right_and_forgets_its_form(plek: Werkplek, hier: UUID) -> None:
    contact_id, _ = inloopcontact.noteer(plek, hier, NieuwContact("Wie maait het gas?"))
    typen.keep_concept(plek, "proef", {"vraag": "Wie maait"})
    with plek.store.read() as lezer:
        geladen, bases = inloopcontact.load(lezer, contact_id)
    inloopcontact.change(
        plek, geladen, bases, {"vraag": "Wie maait het gras?", "gedaan": "geluisterd"}, concept="proef"
    )
    contact = _contact(plek, contact_id)
    assert (contact.vraag, contact.gedaan) == ("Wie maait het gras?", "geluisterd")
    assert typen.load_concept(plek, "proef") == {}


def test_what_never_was_is_taken_away_and_put_back_as_it_was(plek: Werkplek, hier: UUID) -> None:
    contact_id, _ = inloopcontact.noteer(plek, hier, VOL)
    before = _contact(plek, contact_id)
    inloopcontact.haal_weg(plek, contact_id)
    with plek.store.read() as lezer:
        beeld = spreekuur.kijk(plek, lezer).hier
    assert beeld is not None
    assert (beeld.contacten, beeld.telling.mensen) == ((), 0)
    inloopcontact.haal_weg(plek, contact_id, weg=False)
    assert _contact(plek, contact_id) == before


@pytest.mark.parametrize(
    ("invoer", "fout"),
    [(NieuwContact("  "), InloopcontactZonderVraag), (NieuwContact("Hoe?", verwezen="x" * 301), RegelTeLang)],
)
def test_what_cannot_be_kept_is_refused_and_the_form_stays(
    plek: Werkplek, hier: UUID, invoer: NieuwContact, fout: type[Exception]
) -> None:
    typen.keep_concept(plek, inloopcontact.CONCEPT, {"vraag": "x"})
    with pytest.raises(fout):
        inloopcontact.noteer(plek, hier, invoer, concept=inloopcontact.CONCEPT)
    with plek.store.read() as lezer:
        assert lezer.find(Inloopcontact) == []
    assert typen.load_concept(plek, inloopcontact.CONCEPT) == {"vraag": "x"}


def test_a_question_cannot_be_put_right_into_nothing(plek: Werkplek, hier: UUID) -> None:
    contact_id, _ = inloopcontact.noteer(plek, hier, VOL)
    with pytest.raises(InloopcontactZonderVraag):
        _change(plek, contact_id, vraag="")
    assert _contact(plek, contact_id).vraag == VRAAG


@pytest.mark.eis("SIG-25")
def test_how_long_it_went_on_and_why_someone_waited_goes_along_into_the_signaal(plek: Werkplek, hier: UUID) -> None:
    contact_id, _ = inloopcontact.noteer(plek, hier, VOL)
    with plek.store.read() as lezer:
        nieuw = signaal.van_inloop(lezer.get(Inloopcontact, contact_id), lezer.get(Spreekuur, hier))
    assert (nieuw.duur, nieuw.drempel) == ("sinds de winter", "wilde niemand lastigvallen")
    assert (nieuw.gezien, nieuw.kern, nieuw.plek) == (VRAAG, "Proefdijk", "Kulturhus De Linde")
    assert (nieuw.leefgebied, nieuw.kanaal, nieuw.inloopcontact_id) == ("huisvesting", Kanaal.PERSOONLIJK, contact_id)


def _als_signaal(plek: Werkplek, hier: UUID, contact_id: UUID, /, **velden: object) -> Signaal:
    """The signal that was made of this contact; without a name unless `velden` say so."""
    with plek.store.read() as lezer:
        nieuw = signaal.van_inloop(lezer.get(Inloopcontact, contact_id), lezer.get(Spreekuur, hier))
    signaal_id, _ = signaal.neem_op(plek, {"gezien": nieuw.gezien, "kern": nieuw.kern, **velden}, nieuw)
    with plek.store.read() as lezer:
        return lezer.get(Signaal, signaal_id)


def _change_signaal(plek: Werkplek, geladen: Signaal, **velden: object) -> Signaal:
    with plek.store.read() as lezer:
        bases = lezer.bases(geladen.id)
    signaal.change(plek, geladen, bases, velden)
    with plek.store.read() as lezer:
        return lezer.get(Signaal, geladen.id)


def test_a_contact_without_a_name_and_its_signal_lead_to_each_other(plek: Werkplek, hier: UUID) -> None:
    contact_id, _ = inloopcontact.noteer(plek, hier, NieuwContact(VRAAG))
    gemaakt = _als_signaal(plek, hier, contact_id)
    assert gemaakt.inloopcontact_id == contact_id
    assert (_contact(plek, contact_id).gevolg, _contact(plek, contact_id).gevolg_id) == (Gevolg.SIGNAAL, gemaakt.id)


@pytest.mark.eis("SIG-04")
def test_she_gave_her_name_at_the_inloop_but_not_with_the_signal_so_nothing_leads_to_her(
    plek: Werkplek, hier: UUID
) -> None:
    contact_id, _ = inloopcontact.noteer(plek, hier, VOL)
    gemaakt = _als_signaal(plek, hier, contact_id)
    contact = _contact(plek, contact_id)
    assert (gemaakt.anoniem, gemaakt.inloopcontact_id) == (True, None)
    assert (contact.gevolg, contact.gevolg_id, contact.heeft_naam) == (Gevolg.SIGNAAL, None, False)
    with plek.store.read() as lezer:
        operaties = lezer.te_versturen(1000)
    van_contact = [op for op in operaties if op.entiteit_id == contact_id]
    van_signaal = [op for op in operaties if op.entiteit_id == gemaakt.id]
    assert not any(gemaakt.id.bytes in op.waarde for op in van_contact)
    assert not any(contact_id.bytes in op.waarde for op in van_signaal)
    assert {op.txn for op in van_contact}.isdisjoint(op.txn for op in van_signaal), "one save ties them as well"


def test_with_a_name_the_signal_leads_to_the_contact_until_she_takes_her_name_back(plek: Werkplek, hier: UUID) -> None:
    contact_id, _ = inloopcontact.noteer(plek, hier, VOL)
    gemaakt = _als_signaal(plek, hier, contact_id, anoniem=False, melder_naam="Anna Voorbeeld")
    assert gemaakt.inloopcontact_id == contact_id
    assert _contact(plek, contact_id).voornamen == "Anna"
    zonder = _change_signaal(plek, gemaakt, anoniem=True)
    assert (zonder.melder_naam, zonder.inloopcontact_id) == (None, None)
    contact = _contact(plek, contact_id)
    assert (contact.heeft_naam, contact.gevolg_id, contact.gevolg) == (False, None, Gevolg.SIGNAAL)


@pytest.mark.parametrize("met_naam_begonnen", [True, False])
def test_no_name_comes_back_at_the_inloop_of_who_told_it_without(
    plek: Werkplek, hier: UUID, met_naam_begonnen: bool
) -> None:
    contact_id, _ = inloopcontact.noteer(plek, hier, VOL if met_naam_begonnen else NieuwContact(VRAAG))
    _als_signaal(plek, hier, contact_id)
    with pytest.raises(InloopcontactBijAnoniem):
        _change(plek, contact_id, voornamen="Anna")
    _change(plek, contact_id, kern="Proefdijk")
    assert _contact(plek, contact_id).voornamen is None


def test_a_schuilnaam_is_nobodys_name_anywhere_else(plek: Werkplek, hier: UUID) -> None:
    contact_id, _ = inloopcontact.noteer(plek, hier, NieuwContact(VRAAG, schuilnaam="Postduif"))
    with plek.store.read() as lezer:
        contact = lezer.get(Inloopcontact, contact_id)
        nieuw = signaal.van_inloop(contact, lezer.get(Spreekuur, hier))
    assert "Postduif" not in repr(nieuw)
    assert "Postduif" not in repr(melding.van_inloop(contact, "Kulturhus De Linde"))


def test_a_contact_says_what_it_became(plek: Werkplek, hier: UUID) -> None:
    contact_id, _ = inloopcontact.noteer(plek, hier, VOL)
    signaal_id = plek.new_id()
    inloopcontact.koppel(plek, contact_id, Gevolg.SIGNAAL, signaal_id)
    contact = _contact(plek, contact_id)
    assert (contact.gevolg, contact.gevolg_id) == (Gevolg.SIGNAAL, signaal_id)


@pytest.mark.eis("SIG-05")
@pytest.mark.parametrize("kanaal", ["persoonlijk_gesprek", "telefoon", "email", None])
def test_whoever_asked_at_the_inloop_waits_no_longer_than_whoever_came_another_way(
    plek: Werkplek, hier: UUID, kanaal: str | None
) -> None:
    contact_id, _ = inloopcontact.noteer(plek, hier, NieuwContact(VRAAG, kanaal=kanaal))
    van_inloop = melding.van_inloop(_contact(plek, contact_id), "Kulturhus De Linde")
    anders = NieuweMelding(VRAAG, kanaal=Kanaal.HUISARTS)
    sommen = []
    for invoer in (van_inloop, anders):
        velden = {naam: getattr(invoer, naam) for naam in NieuweMelding.__dataclass_fields__}
        opgenomen = melding.neem_op(plek, NieuweMelding(**{**velden, "contactpersoon_id": plek.medewerker.id}))
        with plek.store.read() as lezer:
            lopend = termijn.find_termijn(plek, lezer, opgenomen.huishouden_id)
        assert lopend is not None
        sommen.append((lopend.som.begin, lopend.som.wettelijk_einde))
    assert sommen[0] == sommen[1]


def test_the_melding_is_received_when_and_where_the_question_was_asked(plek: Werkplek, hier: UUID) -> None:
    contact_id, _ = inloopcontact.noteer(plek, hier, VOL)
    invoer = melding.van_inloop(_contact(plek, contact_id), "Kulturhus De Linde")
    assert (invoer.kanaal, invoer.ontvangen_datum, invoer.ontvangen_tijd) == (Kanaal.INLOOP, date(2027, 4, 20), time(9))
    assert (invoer.plek, invoer.kern, invoer.voornamen) == ("Kulturhus De Linde", "Proefdijk", "Anna")
    velden = {naam: getattr(invoer, naam) for naam in NieuweMelding.__dataclass_fields__}
    opgenomen = melding.neem_op(plek, NieuweMelding(**{**velden, "contactpersoon_id": plek.medewerker.id}))
    contact = _contact(plek, contact_id)
    assert (contact.gevolg, contact.gevolg_id) == (Gevolg.MELDING, opgenomen.huishouden_id)
    assert contact.huishouden_id is None, "the contact stays a number of the morning"


def test_a_melding_that_is_refused_leaves_the_contact_as_it_was(plek: Werkplek, hier: UUID) -> None:
    contact_id, _ = inloopcontact.noteer(plek, hier, VOL)
    with pytest.raises(MeldingZonderContactpersoon):
        melding.neem_op(plek, melding.van_inloop(_contact(plek, contact_id), None))
    assert _contact(plek, contact_id).gevolg is None
