"""A spreekuur: begun where the agenda says, found again, shared with a colleague, closed; all without a line."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kernnetwerk_app.domain.contact import Contact, ContactSoort, ContactStatus
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.spreekuur import Spreekuur, SpreekuurEindeVoorBegin, SpreekuurZonderKern
from kernnetwerk_app.domain.tekst import RegelTeLang
from kernnetwerk_app.services import inloopcontact, spreekuur
from kernnetwerk_app.services.inloopcontact import NieuwContact
from kernnetwerk_app.services.spreekuur import InloopBeeld, NieuwSpreekuur
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import JORIS, SANNE, make_werkplek
from tests.uitwisseling import wissel_uit

HIER = NieuwSpreekuur("Voorbeelderveen", "Kulturhus De Linde", time(9), time(11), "Joris Proefstra, Els")


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path / "sanne")
    yield plek
    plek.store.close()


@pytest.fixture
def collega(tmp_path: Path) -> Iterator[Werkplek]:
    collega = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    yield collega
    collega.store.close()


def plan_inloop(plek: Werkplek, van: time | None = time(9), dagen: int = 0, **velden: object) -> UUID:
    """An hour at the inloop in the agenda, as the municipality plans it."""
    with plek.store.write() as werk:
        gepland = werk.add(
            Contact.model_validate(
                {
                    "id": plek.new_id(),
                    "datum": plek.vandaag + timedelta(days=dagen),
                    "tijd_van": van,
                    "tijd_tot": time(11),
                    "contactsoort": ContactSoort.INLOOP,
                    "status": ContactStatus.GEPLAND,
                    "medewerker_id": plek.medewerker.id,
                    "onderwerp": "Inloop in kulturhus De Linde",
                    "plek": "Voorbeelderveen, 4 km",
                    "aanwezig": "Joris van het welzijn",
                    **velden,
                }
            )
        )
        werk.commit("test.gepland")
    return gepland.id


def _kijk(plek: Werkplek, gekozen_id: UUID | None = None) -> InloopBeeld:
    with plek.store.read() as lezer:
        return spreekuur.kijk(plek, lezer, gekozen_id)


def _schrijf(plek: Werkplek, spreekuur_id: UUID, vraag: str = "Is er hier iets te doen?") -> UUID:
    return inloopcontact.noteer(plek, spreekuur_id, NieuwContact(vraag))[0]


def test_the_hour_in_the_agenda_says_where_and_when(plek: Werkplek) -> None:
    plan_inloop(plek, time(14))
    gepland = plan_inloop(plek)
    plan_inloop(plek, time(8), dagen=1)
    plan_inloop(plek, time(8), medewerker_id=JORIS.id)
    plan_inloop(plek, time(8), status=ContactStatus.VERZET)
    voorstel = _kijk(plek).voorstel
    assert (voorstel.kern, voorstel.plek) == ("Voorbeelderveen", "Kulturhus De Linde")
    assert (voorstel.tijd_van, voorstel.tijd_tot) == (time(9), time(11))
    assert (voorstel.aanwezig, voorstel.gepland_id) == ("Joris van het welzijn", gepland)


def test_without_an_agenda_it_is_where_one_was_last_and_else_the_first_kern(plek: Werkplek) -> None:
    eerste = _kijk(plek).voorstel
    assert (eerste.kern, eerste.plek, eerste.tijd_van) == ("Voorbeelderveen", "Kulturhus De Linde", time(9))
    spreekuur_id, _ = spreekuur.begin(plek, NieuwSpreekuur("Proefdijk", "Dorpshuis De Proef"))
    spreekuur.sluit(plek, spreekuur_id)
    nu = _kijk(plek).voorstel
    assert (nu.kern, nu.plek, nu.gepland_id) == ("Proefdijk", "Dorpshuis De Proef", None)


@pytest.mark.eis("EVV-01")
def test_we_hold_a_spreekuur_with_everyone_in_it_and_no_line(plek: Werkplek) -> None:
    spreekuur_id, _ = spreekuur.begin(plek, HIER)
    met_naam = NieuwContact("Ik zoek werk.", gedaan="geluisterd", voornamen="Anna", achternaam="Voorbeeld")
    for contact in (
        NieuwContact("Is er iets te doen?"),
        NieuwContact("Mag ik hier zijn?", schuilnaam="Duif"),
        met_naam,
    ):
        inloopcontact.noteer(plek, spreekuur_id, contact)
    hier = _kijk(plek).hier
    assert hier is not None
    sessie = hier.spreekuur
    assert (sessie.datum, sessie.kern, sessie.plek) == (date(2027, 4, 20), "Voorbeelderveen", "Kulturhus De Linde")
    assert (sessie.medewerker_id, sessie.huishouden_id) == (SANNE.id, None)
    assert sessie.aanwezig == f"{JORIS.id}, Els", "a colleague is kept by id, for names change"
    assert hier.wie == ("Sanne", "Joris", "Els")
    assert [contact.vraag for contact in hier.contacten] == [
        "Ik zoek werk.",
        "Mag ik hier zijn?",
        "Is er iets te doen?",
    ]
    assert [contact.tijd for contact in hier.contacten] == [time(9)] * 3
    assert (hier.telling.mensen, hier.telling.geholpen, hier.telling.nog_te_kiezen) == (3, 1, 2)
    with plek.store.read() as lezer:
        assert lezer.find(Huishouden) == lezer.find(Inwoner) == []


def test_after_a_lock_one_goes_on_in_the_same_spreekuur(plek: Werkplek) -> None:
    spreekuur_id, _ = spreekuur.begin(plek, HIER)
    hier = _kijk(plek).hier
    assert hier is not None
    assert hier.spreekuur.id == spreekuur_id


def test_a_colleague_joins_on_a_laptop_of_their_own(plek: Werkplek, collega: Werkplek) -> None:
    spreekuur_id, _ = spreekuur.begin(plek, NieuwSpreekuur("Voorbeelderveen", "Kulturhus De Linde", time(9)))
    ander_id, _ = spreekuur.begin(plek, NieuwSpreekuur("Proefdijk", tijd_van=time(10)))
    wissel_uit(plek, collega)
    beeld = _kijk(collega)
    assert beeld.hier is None
    assert [(loopt.id, loopt.waar, loopt.wie) for loopt in beeld.lopend] == [
        (spreekuur_id, "Kulturhus De Linde, Voorbeelderveen", ("Sanne",)),
        (ander_id, "Proefdijk", ("Sanne",)),
    ]
    gekozen = _kijk(collega, spreekuur_id).hier
    assert gekozen is not None
    assert gekozen.spreekuur.id == spreekuur_id
    _schrijf(collega, spreekuur_id, "Van Joris")
    _schrijf(plek, spreekuur_id, "Van Sanne")
    wissel_uit(plek, collega)
    for wie in (plek, collega):
        samen = _kijk(wie, spreekuur_id).hier
        assert samen is not None
        assert {contact.vraag for contact in samen.contacten} == {"Van Sanne", "Van Joris"}
        assert set(samen.wie) == {"Sanne", "Joris"}
    onthouden = _kijk(collega).hier
    assert onthouden is not None, "who wrote in it takes part, also after a lock"
    assert onthouden.spreekuur.id == spreekuur_id


def test_closing_ends_it_and_the_hour_in_the_agenda_and_can_be_taken_back(plek: Werkplek) -> None:
    gepland = plan_inloop(plek)
    spreekuur_id, _ = spreekuur.begin(plek, _kijk(plek).voorstel)
    assert _kijk(plek).voorstel.gepland_id is None, "what has begun is not proposed again"
    spreekuur.sluit(plek, spreekuur_id)
    with plek.store.read() as lezer:
        assert lezer.get(Contact, gepland).status is ContactStatus.GEWEEST
        gesloten = lezer.get(Spreekuur, spreekuur_id)
    assert (gesloten.gesloten_datum, gesloten.gesloten_tijd) == (date(2027, 4, 20), time(9))
    assert _kijk(plek).hier is None
    terug = _kijk(plek, spreekuur_id).hier
    assert terug is not None, "for the rest of the day one looks back on it"
    spreekuur.heropen(plek, spreekuur_id)
    hier = _kijk(plek).hier
    assert hier is not None
    assert not hier.spreekuur.is_gesloten


def test_the_start_screen_knows_what_there_is_to_begin_or_to_go_on_with(plek: Werkplek) -> None:
    def vandaag() -> spreekuur.Vandaag | None:
        with plek.store.read() as lezer:
            return spreekuur.vandaag(plek, lezer)

    assert vandaag() is None
    plan_inloop(plek)
    assert vandaag() == spreekuur.Vandaag(time(9), loopt=False)
    spreekuur_id, _ = spreekuur.begin(plek, _kijk(plek).voorstel)
    assert vandaag() == spreekuur.Vandaag(time(9), loopt=True)
    spreekuur.sluit(plek, spreekuur_id)
    assert vandaag() is None


@pytest.mark.parametrize(
    ("invoer", "fout"),
    [
        (NieuwSpreekuur(kern=" "), SpreekuurZonderKern),
        (NieuwSpreekuur("Proefdijk", tijd_van=time(11), tijd_tot=time(9)), SpreekuurEindeVoorBegin),
        (NieuwSpreekuur("Proefdijk", plek="x" * 301), RegelTeLang),
        (NieuwSpreekuur("Proefdijk", aanwezig="Els, " * 500), RegelTeLang),
    ],
)
def test_what_cannot_be_a_spreekuur_is_refused_and_nothing_of_it_is_kept(
    plek: Werkplek, invoer: NieuwSpreekuur, fout: type[Exception]
) -> None:
    with pytest.raises(fout):
        spreekuur.begin(plek, invoer)
    with plek.store.read() as lezer:
        assert lezer.find(Spreekuur) == []
