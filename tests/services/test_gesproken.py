"""*Inwoner nog niet gesproken*: what counts as a talk about a signal, and what waits for it (SIG-20)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.contact import Contact, ContactSoort, ContactStatus
from kernnetwerk_app.domain.delen import Afspraaksoort, Partner, Partnerafspraak
from kernnetwerk_app.domain.medewerker import Functie, Medewerker
from kernnetwerk_app.domain.overdracht import Overdracht, Overdrachtsoort
from kernnetwerk_app.domain.signaal import Signaal, SignaalHoudtTegen
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.domain.triage import Route
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services import gesproken, signaal, signalen
from kernnetwerk_app.services.signaal import NieuwSignaal
from kernnetwerk_app.services.triage import NieuweTriage
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import DINSDAG, make_werkplek
from tests.services.eerste import Begin, begin


@pytest.fixture
def klok() -> Klok:
    return Klok(DINSDAG)


@pytest.fixture
def hier(tmp_path: Path, klok: Klok) -> Iterator[Begin]:
    """In Krimpenerwaard: a generalist is in the triageteam, and the maatwerkteam is another one."""
    afspraak = Partnerafspraak(Afspraaksoort.GEGEVENSDELING, "2027-01", DINSDAG.date())
    profiel = replace(load_profiel("krimpenerwaard"), partners=(Partner("Stichting De Oever", (afspraak,)),))
    plek = replace(make_werkplek(tmp_path, klok), profiel=profiel)
    yield begin(plek)
    plek.store.close()


def _merk_op(hier: Begin) -> UUID:
    velden = {"gezien": "De post blijft liggen.", "kern": "Schoonhoven"}
    return signaal.neem_op(hier.plek, velden, NieuwSignaal(huishouden_id=hier.huishouden_id))[0]


def _contact(hier: Begin, soort: ContactSoort, status: ContactStatus = ContactStatus.GEWEEST) -> None:
    plek = hier.plek
    contact = Contact(
        id=plek.new_id(),
        huishouden_id=hier.huishouden_id,
        datum=plek.vandaag,
        contactsoort=soort,
        status=status,
        medewerker_id=plek.medewerker.id,
    )
    with plek.store.write() as werk:
        werk.add(contact)
        werk.commit("test.contact")


def _onbesproken(hier: Begin) -> set[UUID]:
    with hier.plek.store.read() as lezer:
        stil = gesproken.onbesproken(lezer, hier.huishouden_id)
        in_dossier = signalen.van_dossier(hier.plek, lezer, hier.huishouden_id)
    assert {regel.id for regel in in_dossier if not regel.besproken} == stil
    return stil


def _alle(plek: Werkplek, soort: type[Entiteit]) -> int:
    with plek.store.read() as lezer:
        return len(lezer.find(soort))


@pytest.mark.eis("SIG-20")
def test_a_talk_of_before_the_signal_does_not_say_that_she_knows_of_it(hier: Begin, klok: Klok) -> None:
    _contact(hier, ContactSoort.BEZOEK)
    klok.advance(timedelta(days=40))
    later = _merk_op(hier)
    assert _onbesproken(hier) == {later}
    _contact(hier, ContactSoort.OVERLEG)
    _contact(hier, ContactSoort.BEZOEK, ContactStatus.NIET_THUIS)
    assert _onbesproken(hier) == {later}
    _contact(hier, ContactSoort.TELEFOON)
    assert _onbesproken(hier) == set()


def test_a_talk_that_stands_in_the_signal_itself_is_one_too(hier: Begin) -> None:
    gemerkt = _merk_op(hier)
    with hier.plek.store.read() as lezer:
        geladen, bases = lezer.get(Signaal, gemerkt), lezer.bases(gemerkt)
    signaal.change(hier.plek, geladen, bases, {"reactie": "Ze was blij dat iemand het zag."})
    assert _onbesproken(hier) == set()


@pytest.mark.eis("SIG-26")
def test_that_i_told_who_noticed_it_stands_in_the_story_once_and_not_who_that_is(hier: Begin) -> None:
    velden = {"gezien": "De post blijft liggen.", "kern": "Schoonhoven", "signaleerder": "buren"}
    gemerkt, _ = signaal.neem_op(hier.plek, velden, NieuwSignaal(huishouden_id=hier.huishouden_id))
    vandaag = hier.plek.vandaag
    stappen: list[tuple[dict[str, Any], int]] = [
        ({"terugkoppeling_datum": vandaag}, 0),  # she may read the story, and does not know of it yet
        ({"besproken_datum": vandaag}, 1),
        ({"advies": "Blijf langsgaan."}, 1),
    ]
    for nieuw, verteld_aantal in stappen:
        with hier.plek.store.read() as lezer:
            geladen, bases = lezer.get(Signaal, gemerkt), lezer.bases(gemerkt)
        signaal.change(hier.plek, geladen, bases, nieuw)
        assert _alle(hier.plek, Contact) == verteld_aantal
        assert _onbesproken(hier) == (set() if verteld_aantal else {gemerkt}), "telling who noticed it is no talk"
    with hier.plek.store.read() as lezer:
        (verteld,) = lezer.find(Contact, huishouden_id=hier.huishouden_id)
    assert (verteld.contactsoort, verteld.datum) == (ContactSoort.OVERLEG, hier.plek.vandaag)
    assert "buren" not in verteld.model_dump_json().lower()


@pytest.mark.eis("SIG-20")
def test_nothing_goes_to_another_team_before_she_knows_what_somebody_noticed(hier: Begin, klok: Klok) -> None:
    hier.volledig()
    klok.advance(timedelta(days=1))
    _merk_op(hier)
    with pytest.raises(SignaalHoudtTegen):
        hier.bied_aan(naar=None, team="Stichting De Oever", grond="inwoner")
    with pytest.raises(SignaalHoudtTegen):
        hier.bied_aan(naar=None, team="Stichting De Oever", grond="wet")
    assert (_alle(hier.plek, Overdracht), _alle(hier.plek, Toestemming)) == (0, 0)
    hier.bied_aan(naar=None, team="triageteam")  # that is where I work
    hier.bied_aan()  # and so does Joris
    hier.bied_aan(naar=None, team="Stichting De Oever", grond="vitaal")
    hier.leg_vast(Overdrachtsoort.BEGELEID, naar_team="Stichting De Oever", begeleider="Sanne", plek="Gemeentehuis")
    _contact(hier, ContactSoort.GESPREK)
    hier.bied_aan(naar=None, team="Stichting De Oever", grond="inwoner")
    assert _alle(hier.plek, Toestemming) == 1


@pytest.mark.eis("SIG-20")
@pytest.mark.parametrize("functie", [Functie.COORDINATOR, Functie.VOORVELD])
def test_asking_a_colleague_of_another_team_is_asking_another_team(hier: Begin, klok: Klok, functie: Functie) -> None:
    hier.volledig()
    hier.oordeel(NieuweTriage(route=Route.MAATWERK))
    with hier.plek.store.write() as werk:
        wil = werk.add(Medewerker(id=hier.plek.new_id(), naam="Wil Proef", functie=functie))
        werk.commit("medewerker.bekend")
    klok.advance(timedelta(days=1))
    _merk_op(hier)
    with pytest.raises(SignaalHoudtTegen):
        hier.bied_aan(naar=wil.id, grond="inwoner")
    assert (_alle(hier.plek, Overdracht), _alle(hier.plek, Toestemming)) == (0, 0)
    hier.bied_aan(naar=wil.id, grond="vitaal")
