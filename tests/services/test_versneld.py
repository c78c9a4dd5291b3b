"""The fast route of Krimpenerwaard: past the triage to the maatwerkteam, on its grounds, by who may refer (TRI-07)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kernnetwerk_app.domain.delen import Afspraaksoort, Partner, Partnerafspraak
from kernnetwerk_app.domain.medewerker import Functie, Medewerker
from kernnetwerk_app.domain.team import MagNiet
from kernnetwerk_app.domain.triage import DeelStatus, Route, Triage, VersneldZonderGrond, VersneldZonderInstelling
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services import overdracht, triage
from kernnetwerk_app.services.overdracht import NieuweOverdracht
from kernnetwerk_app.services.triage import NieuweTriage
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import JORIS, make_werkplek
from tests.services.eerste import Begin, begin

KRIMPEN = load_profiel("krimpenerwaard")
NAAR_MAATWERK = NieuweOverdracht(naar_team="maatwerkteam", reden="Er is geen eten meer.", grond="wet")
SNEL = replace(NAAR_MAATWERK, snelle_grond="inkomensvoorziening", instelling="Voedselbank De Proef")


@pytest.fixture
def voorveld(tmp_path: Path) -> Iterator[Begin]:
    """Somebody who works in the sociale basis, with a new question."""
    plek = make_werkplek(tmp_path)
    yield begin(_als(replace(plek, profiel=KRIMPEN), Functie.VOORVELD))
    plek.store.close()


def _als(plek: Werkplek, functie: Functie) -> Werkplek:
    return replace(plek, medewerker=plek.medewerker.model_copy(update={"functie": functie}))


def _bied_aan(hier: Begin, invoer: NieuweOverdracht) -> None:
    overdracht.bied_aan(hier.plek, hier.melding_id, invoer)


def _triages(hier: Begin) -> list[Triage]:
    with hier.plek.store.read() as lezer:
        return lezer.find(Triage)


@pytest.mark.eis("TRI-07")
def test_from_the_sociale_basis_a_question_goes_straight_to_maatwerk_with_a_ground_and_who_refers(
    voorveld: Begin,
) -> None:
    with pytest.raises(VersneldZonderGrond):
        _bied_aan(voorveld, NAAR_MAATWERK)
    with pytest.raises(VersneldZonderGrond):
        _bied_aan(voorveld, replace(SNEL, snelle_grond="haast"))
    with pytest.raises(VersneldZonderInstelling):
        _bied_aan(voorveld, replace(SNEL, instelling=" "))
    assert (_triages(voorveld), voorveld.overdrachten().regels) == ([], ()), "what is refused leaves nothing"
    _bied_aan(voorveld, SNEL)
    (keuze,) = _triages(voorveld)
    assert (keuze.grond, keuze.instelling) == ("inkomensvoorziening", "Voedselbank De Proef")
    assert keuze.is_versneld, "that the triage was skipped stands there"
    assert len(voorveld.overdrachten().regels) == 1


@pytest.mark.eis("TRI-07")
def test_asking_a_colleague_of_the_maatwerkteam_is_asking_that_team(voorveld: Begin) -> None:
    with voorveld.plek.store.write() as werk:
        consulent = werk.add(Medewerker(id=voorveld.plek.new_id(), naam="Cor Proef", functie=Functie.COORDINATOR))
        werk.commit("medewerker.bekend")
    with pytest.raises(VersneldZonderGrond):
        _bied_aan(voorveld, replace(NAAR_MAATWERK, naar_team=None, naar_id=consulent.id))
    _bied_aan(voorveld, replace(NAAR_MAATWERK, naar_team=None, naar_id=JORIS.id))
    _bied_aan(voorveld, replace(NAAR_MAATWERK, naar_team="triageteam"))
    assert _triages(voorveld) == [], "to the triageteam it goes the usual way"


@pytest.mark.eis("TRI-07")
@pytest.mark.parametrize(
    "woorden",
    ["Maatwerkteam", " maatwerkteam ", "het maatwerkteam", "maatwerk", "team maatwerk", "Cor"],
)
def test_own_words_for_the_maatwerkteam_are_that_team(voorveld: Begin, woorden: str) -> None:
    with voorveld.plek.store.write() as werk:
        cor = Medewerker(id=voorveld.plek.new_id(), naam="Cor Proef", functie=Functie.COORDINATOR)
        werk.add(cor)
        werk.commit("medewerker.bekend")
    with pytest.raises(VersneldZonderGrond):
        _bied_aan(voorveld, replace(NAAR_MAATWERK, naar_team=woorden))
    _bied_aan(voorveld, replace(SNEL, naar_team=woorden))
    (regel,) = voorveld.overdrachten().regels
    assert (regel.overdracht.naar_id, regel.overdracht.naar_team) in {(None, "maatwerkteam"), (cor.id, None)}


def test_people_elsewhere_are_still_own_words(voorveld: Begin) -> None:
    afspraak = Partnerafspraak(Afspraaksoort.GEGEVENSDELING, "2027-01", voorveld.plek.vandaag)
    profiel = replace(voorveld.plek.profiel, partners=(Partner("GGZ De Oever", (afspraak,)),))
    voorveld = replace(voorveld, plek=replace(voorveld.plek, profiel=profiel))
    _bied_aan(voorveld, replace(NAAR_MAATWERK, naar_team="GGZ De Oever"))
    assert voorveld.overdrachten().regels[0].overdracht.naar_team == "GGZ De Oever"


@pytest.mark.eis("TRI-07")
def test_along_route_three_no_ground_is_asked(voorveld: Begin) -> None:
    hier = replace(voorveld, plek=_als(voorveld.plek, Functie.GENERALIST))
    hier.volledig()
    with pytest.raises(VersneldZonderGrond):
        _bied_aan(hier, NAAR_MAATWERK)
    hier.oordeel(NieuweTriage(route=Route.SOCIALE_BASIS))
    with pytest.raises(VersneldZonderGrond):
        _bied_aan(hier, NAAR_MAATWERK)
    nummer = hier.oordeel(NieuweTriage(route=Route.COMBINATIE))
    triage.voeg_deel_toe(hier.plek, nummer, Route.MAATWERK, "Huishoudelijke hulp")
    assert hier.overdrachten().voorgesteld_team == "maatwerkteam"
    (deel,) = hier.triage().delen
    triage.zet_deel(hier.plek, deel, DeelStatus.GESTOPT, hier.triage().bases[deel.id])
    assert hier.overdrachten().voorgesteld_team == ""
    with pytest.raises(VersneldZonderGrond):
        _bied_aan(hier, NAAR_MAATWERK)
    triage.voeg_deel_toe(hier.plek, nummer, Route.MAATWERK, "Begeleiding")
    _bied_aan(hier, NAAR_MAATWERK)
    assert not any(keuze.is_versneld for keuze in _triages(hier))


def test_who_may_refer_fast_chooses_no_class_and_no_ordinary_route(voorveld: Begin) -> None:
    for keuze in (NieuweTriage(klasse="enkelvoudig_licht"), NieuweTriage(route=Route.MAATWERK)):
        with pytest.raises(MagNiet):
            voorveld.oordeel(keuze)


def test_a_volunteer_refers_nothing_fast() -> None:
    assert not KRIMPEN.mag_versnellen(Functie.VRIJWILLIGER)
    assert KRIMPEN.mag_versnellen(Functie.VOORVELD)
