"""To whom papers are addressed: the resident, or who speaks or decides in their place (SIG-19)."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any
from uuid import UUID

import pytest

from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid, InwonerIsOverleden
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.services import agendablad, contact, mensen, ondertekening, stappenkaart
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import make_werkplek
from tests.services.opzet import Dossier, begin_dossier, gelezen

pytestmark = pytest.mark.usefixtures("qapp")
DONDERDAG = date(2027, 4, 22)
AAN = "Aan Karin Voorbeeld, dochter"
VOOR = "Voor mevrouw Voorbeeld-Jansen"


@pytest.fixture(scope="module")
def leeg(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path_factory.mktemp("namens"))
    yield plek
    plek.store.close()


@pytest.fixture
def hier(leeg: Werkplek) -> Dossier:
    """A new household each time, on one laptop."""
    dossier = begin_dossier(leeg)
    dossier.doel()
    return dossier


def namens(hier: Dossier, akkoord: bool | None, **velden: Any) -> None:
    with hier.plek.store.write() as werk:
        wie = {"vertegenwoordiger": "Karin Voorbeeld", "hoedanigheid": "dochter", "inwoner_akkoord": akkoord}
        werk.change(werk.get(Melding, hier.melding_id), **{**wie, **velden})
        werk.commit("melding.namens")


def feit(hier: Dossier, aard: Aard, naam: str | None = None, **velden: Any) -> None:
    with hier.plek.store.read() as lezer:
        wie = hoofdpersoon(lezer, hier.huishouden_id).id
    mensen.leg_vast(
        hier.plek, Bijzonderheid, hier.huishouden_id, {"inwoner_id": wie, "aard": aard, "naam": naam, **velden}
    )


def slip(hier: Dossier) -> str:
    contact.plan_bezoek(hier.plek, hier.huishouden_id, DONDERDAG, time(13))
    return gelezen(agendablad.load_afspraak(hier.plek, bezoek_id(hier)))


def bezoek_id(hier: Dossier) -> UUID:
    with hier.plek.store.read() as lezer:
        return lezer.find(Contact, huishouden_id=hier.huishouden_id)[-1].id


def alle_papieren(hier: Dossier) -> list[str]:
    kaart = gelezen(stappenkaart.load_pdf(hier.plek, hier.huishouden_id))
    plan = gelezen(ondertekening.load_versie_pdf(hier.plek, hier.versie().id))
    return [kaart, slip(hier), plan]


@pytest.mark.eis("SIG-19")
def test_papers_go_to_the_daughter_who_speaks_for_her_mother_and_say_for_whom_and_about_what(hier: Dossier) -> None:
    namens(hier, akkoord=True, reikwijdte="geld en post")
    for tekst in alle_papieren(hier):
        assert f"{AAN} {VOOR}, over: geld en post" in tekst


@pytest.mark.eis("SIG-19")
@pytest.mark.parametrize("akkoord", [None, False])
def test_as_long_as_the_resident_did_not_agree_papers_are_hers_alone(hier: Dossier, akkoord: bool | None) -> None:
    namens(hier, akkoord=akkoord)
    for tekst in alle_papieren(hier):
        assert "Karin" not in tekst
        assert "mevrouw Voorbeeld-Jansen" in tekst


@pytest.mark.eis("SIG-19")
@pytest.mark.parametrize(("aard", "woord"), [(Aard.CURATELE, "curator"), (Aard.MENTORSCHAP, "mentor")])
def test_who_decides_by_order_of_a_court_comes_before_who_spoke_in_the_melding(
    hier: Dossier, aard: Aard, woord: str
) -> None:
    namens(hier, akkoord=True)
    feit(hier, aard, "Pieter Proef")
    for tekst in alle_papieren(hier):
        assert f"Aan Pieter Proef, {woord} {VOOR}" in tekst
        assert "Karin" not in tekst


def test_a_curator_decides_about_more_than_a_mentor(hier: Dossier) -> None:
    feit(hier, Aard.MENTORSCHAP, "Mia Mentor")
    feit(hier, Aard.CURATELE, "Pieter Proef")
    assert "Aan Pieter Proef, curator" in slip(hier)


def test_a_mentor_of_before_or_of_whom_nobody_knows_the_name_is_not_written_to(hier: Dossier) -> None:
    feit(hier, Aard.MENTORSCHAP, "Mia Mentor", eind_datum=date(2027, 4, 1))
    feit(hier, Aard.CURATELE)
    tekst = slip(hier)
    assert "Aan " not in tekst.split("Wanneer?")[0]


def test_a_bewindvoerder_is_named_for_money_and_the_paper_stays_hers(hier: Dossier) -> None:
    feit(hier, Aard.BEWIND, "Bert Bewind")
    feit(hier, Aard.GEHEIM_ADRES)
    tekst = slip(hier)
    assert f"Uw afspraak {VOOR} Over geldzaken beslist Bert Bewind, bewindvoerder" in tekst
    assert "Modelweg" in tekst, "it is her own paper, with her own address"


def test_a_secret_address_stays_off_what_somebody_else_reads(hier: Dossier) -> None:
    namens(hier, akkoord=True)
    assert "Modelweg" in slip(hier)
    feit(hier, Aard.GEHEIM_ADRES)
    for tekst in alle_papieren(hier):
        assert "Modelweg" not in tekst
    assert "thuis bij " in slip(hier)


def test_no_paper_goes_to_who_died(hier: Dossier) -> None:
    contact.plan_bezoek(hier.plek, hier.huishouden_id, DONDERDAG)
    bezoek = bezoek_id(hier)
    feit(hier, Aard.OVERLEDEN, begin_datum=date(2027, 4, 19))
    with pytest.raises(InwonerIsOverleden):
        stappenkaart.load_pdf(hier.plek, hier.huishouden_id)
    with pytest.raises(InwonerIsOverleden):
        agendablad.load_afspraak(hier.plek, bezoek)


def test_a_plan_of_before_this_existed_is_read_as_it_was(hier: Dossier) -> None:
    """A version that was frozen before does not say to whom it goes, and stays what was signed."""
    inhoud = hier.plan().inhoud
    assert inhoud.aan == ()
    zonder = {naam: waarde for naam, waarde in inhoud.model_dump().items() if naam != "aan"}
    assert type(inhoud).model_validate(zonder) == inhoud
