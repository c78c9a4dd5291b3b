"""What of the agenda goes on paper: a slip that says who, where and when, and a day list that names nobody."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest

from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.services import agenda, agendablad, contact, mensen, toezegging, vandaag
from kernnetwerk_app.services.toezegging import NieuweToezegging
from kernnetwerk_app.services.werkplek import Werkplek
from tests.documents.lezen import open_pdf, read_structure
from tests.factories import make_werkplek, nieuwe_melding
from tests.services.opzet import gelezen

pytestmark = pytest.mark.usefixtures("qapp")
DONDERDAG = date(2027, 4, 22)


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path)
    yield plek
    plek.store.close()


@pytest.fixture
def huishouden_id(plek: Werkplek) -> UUID:
    return nieuwe_melding(plek).huishouden_id


def _laatste(plek: Werkplek) -> Contact:
    with plek.store.read() as lezer:
        return lezer.find(Contact)[-1]


@pytest.mark.eis("EVV-26")
@pytest.mark.eis("RES-16")
def test_the_slip_says_who_comes_where_and_when_and_whom_to_call_when_that_one_is_not_there(
    plek: Werkplek, huishouden_id: UUID
) -> None:
    contact.plan_bezoek(plek, huishouden_id, DONDERDAG, time(13), onderwerp="eerste gesprek")
    tekst = gelezen(agendablad.load_afspraak(plek, _laatste(plek).id))
    for zin in (
        "Uw afspraak",
        "Voor mevrouw Voorbeeld-Jansen",
        "donderdag 22 april 2027",
        "om 13.00 uur",
        "bij u thuis, Modelweg 12, Voorbeelderveen",
        "Sanne Modelman, generalist: 0000 - 00 00 00",
        "Is uw contactpersoon er niet?",
        "Kulturhus De Linde in Voorbeelderveen",
    ):
        assert zin in tekst.replace("\xa0", " ")


@pytest.mark.eis("TAAL-02")
@pytest.mark.eis("RES-06")
def test_the_slip_shows_where_i_am_what_comes_when_and_with_whom(plek: Werkplek, huishouden_id: UUID) -> None:
    contact.plan_bezoek(plek, huishouden_id, DONDERDAG, time(13))
    pdf = agendablad.load_afspraak(plek, _laatste(plek).id)
    (figuur,) = read_structure(open_pdf(pdf)).find("Figure")
    assert figuur.alt == (
        "De weg van uw vraag, in 6 stappen. Achter de rug: Vraag (di 20 april). "
        "Nu: Gesprek (do 22 april 13.00, Sanne). Straks: Plan (samen, uiterlijk 1 juni), Ons besluit (alleen als het "
        "nodig is), Doen (ieder doet wat in het plan staat), Terugkijken (samen gekozen dag)."
    )
    tekst = gelezen(pdf)
    assert "U bent nu bij de stap “Gesprek”. Op donderdag 22 april ziet u Sanne Modelman." in tekst
    assert "Daarna komt: plan (samen gemaakt)." in tekst
    assert "Uiterlijk op dinsdag 1 juni 2027 is alles klaar" in tekst


def test_a_visit_without_an_hour_or_elsewhere_says_so_on_the_slip(plek: Werkplek, huishouden_id: UUID) -> None:
    contact.plan_bezoek(plek, huishouden_id, DONDERDAG, waar="Dorpshuis De Proef")
    tekst = gelezen(agendablad.load_afspraak(plek, _laatste(plek).id))
    assert "Wij bellen u nog over het tijdstip." in tekst
    assert "Dorpshuis De Proef in Proefdijk" in tekst
    assert "Modelweg" not in tekst


def test_the_slip_is_right_on_every_kind_of_day(plek: Werkplek, huishouden_id: UUID) -> None:
    for dag in (date(2027, 10, 31), date(2027, 12, 31), date(2028, 3, 26), date(2028, 2, 28)):
        contact.plan_bezoek(plek, huishouden_id, dag, time(2, 30), time(3, 30))
        tekst = gelezen(agendablad.load_afspraak(plek, _laatste(plek).id))
        assert datum_lang(dag, jaar=True) in tekst
        assert "van 02.30 tot 03.30 uur" in tekst


def test_that_the_resident_got_the_slip_is_kept_with_its_day(plek: Werkplek, huishouden_id: UUID) -> None:
    contact.plan_bezoek(plek, huishouden_id, DONDERDAG)
    bezoek = _laatste(plek)
    contact.noteer_uitnodiging(plek, bezoek, {})
    assert _laatste(plek).uitnodiging_datum == plek.vandaag


@pytest.mark.eis("RES-14")
def test_the_day_list_has_initials_and_kern_and_no_name(plek: Werkplek, huishouden_id: UUID) -> None:
    contact.plan_bezoek(plek, huishouden_id, DONDERDAG, time(13), onderwerp="Anna spreken")
    contact.plan_bezoek(plek, huishouden_id, DONDERDAG, time(9), time(10), waar="Kulturhus De Linde")
    pdf = agendablad.load_daglijst(plek, DONDERDAG)
    tekst = gelezen(pdf)
    assert "Donderdag 22 april" in tekst
    assert tekst.index("09.00 - 10.00") < tekst.index("13.00")
    assert "A. spreken" in tekst
    for naam in ("Anna", "Voorbeeld-Jansen"):
        assert naam not in tekst
    koppen = [kop.text().strip() for kop in read_structure(open_pdf(pdf)).find("TH")]
    assert koppen == ["Tijd", "Wie", "Waar", "Waarover", "A. V.", "A. V."]


@pytest.mark.eis("RES-14")
def test_who_looks_over_my_shoulder_reads_nobodys_name_on_my_day_whoever_it_is(
    plek: Werkplek, huishouden_id: UUID
) -> None:
    with plek.store.read() as lezer:
        wie = lezer.find(Inwoner, huishouden_id=huishouden_id)[0].id
    mensen.leg_vast(plek, Relatie, huishouden_id, {"inwoner_id": wie, "ander_naam": "Roelof Oosterveld"})
    feit = {"feit": "Ook Gijs Drost is er vaak", "bron": "zelf gezien", "door_id": plek.medewerker.id}
    dagen = {"begin_datum": plek.vandaag, "eind_datum": plek.vandaag}
    mensen.leg_vast(plek, Bezoekveiligheid, huishouden_id, feit | dagen)
    onderwerp = "met dochter Ria Bakker en buurman Kees Dijk, ook roelof komt"
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag, time(13), onderwerp=onderwerp, waar="bij Karin thuis")
    belofte = NieuweToezegging("Ik bel Ria Bakker terug. Daarna truus jansen.", aan="Truus Jansen")
    toezegging.beloof(plek, huishouden_id, belofte)
    with plek.store.read() as lezer:
        vandaag_, (dag,) = vandaag.load(plek, lezer), agenda.load(plek, lezer, plek.vandaag, 1)
    lijst = gelezen(agendablad.load_daglijst(plek, plek.vandaag))
    overal = f"{vandaag_} {dag.regels[0].onderwerp} {lijst}".casefold()
    for naam in ("ria", "bakker", "kees", "dijk", "roelof", "oosterveld", "gijs", "drost", "karin", "truus", "jansen"):
        assert f" {naam}" not in overal
    assert dag.regels[0].onderwerp == "met dochter R. B. en buurman K. D., ook R. komt"
    assert vandaag_.beloofd[0].wat == "Ik bel R. B. terug. Daarna T. J."
    assert vandaag_.bezoeken[0].kop is not None
    assert vandaag_.bezoeken[0].kop.feiten == ("Ook G. D. is er vaak",)


def test_a_day_without_contacts_says_so_on_its_list(plek: Werkplek) -> None:
    assert "Op deze dag staan er geen afspraken." in gelezen(agendablad.load_daglijst(plek, DONDERDAG))
