"""Triage at the desk: the app proposes, the worker decides, every judgement stays, and the fast route is narrow."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kernnetwerk_app.domain.eerste_vraagverheldering import Fase
from kernnetwerk_app.domain.medewerker import Functie
from kernnetwerk_app.domain.niveau import Niveau
from kernnetwerk_app.domain.team import MagNiet
from kernnetwerk_app.domain.triage import (
    DeelStatus,
    Route,
    RouteZonderUitvraag,
    TriageZonderKeuze,
    TriageZonderReden,
    VersneldZonderGrond,
    VersneldZonderInstelling,
)
from kernnetwerk_app.profielbestanden.bestanden import Bestanden, geleverd
from kernnetwerk_app.profielbestanden.profiel import lees_profiel
from kernnetwerk_app.profielbestanden.triage import MatrixBestand, TriageTabel
from kernnetwerk_app.profielen import ProfielOngeldig, load_profiel
from kernnetwerk_app.services import niveau, triage, vandaag
from kernnetwerk_app.services.taak import TaakSoort
from kernnetwerk_app.services.triage import NieuweTriage
from tests.factories import make_werkplek
from tests.services.eerste import Begin, begin

ZWAAR = {"leefgebieden": "meer", "samenhang": "ja", "regie": "weinig"}


@pytest.fixture
def hier(tmp_path: Path) -> Iterator[Begin]:
    plek = make_werkplek(tmp_path)
    yield begin(plek)
    plek.store.close()


@pytest.mark.eis("TRI-01")
def test_every_judgement_stays_with_its_author_its_day_and_its_reason(hier: Begin) -> None:
    hier.oordeel(NieuweTriage({"regie": "zelf"}, klasse="enkelvoudig"))
    hier.oordeel(NieuweTriage(ZWAAR, klasse="complex", reden="Er kwam een brief van de verhuurder."))
    laatste, eerste = hier.triage().oordelen
    assert (eerste.triage.klasse, eerste.wie) == ("enkelvoudig", "Sanne Modelman")
    assert (laatste.triage.klasse, laatste.triage.datum) == ("complex", hier.plek.vandaag)
    assert laatste.triage.reden == "Er kwam een brief van de verhuurder."
    assert triage.waarnemingen(laatste.triage) == ZWAAR


@pytest.mark.eis("TRI-02")
def test_the_app_proposes_and_i_decide_otherwise_with_one_line(hier: Begin) -> None:
    voorstel = triage.voorstel(hier.plek, ZWAAR)
    assert voorstel is not None
    assert voorstel.klasse == "complex"
    with pytest.raises(TriageZonderReden):
        hier.oordeel(NieuweTriage(ZWAAR, klasse="meervoudig"))
    hier.oordeel(NieuweTriage(ZWAAR, klasse="meervoudig", reden="De zus neemt het geld al over."))
    (oordeel,) = hier.triage().oordelen
    assert oordeel.is_anders
    assert (oordeel.triage.voorgesteld, oordeel.triage.matrixversie) == ("complex", 1)


def test_a_triage_in_which_nothing_was_chosen_is_not_kept(hier: Begin) -> None:
    with pytest.raises(TriageZonderKeuze):
        hier.oordeel(NieuweTriage(ZWAAR))
    assert hier.triage().oordelen == ()


def test_what_was_told_before_is_already_observed(hier: Begin) -> None:
    assert hier.triage().afgeleid == {}
    for gebied in ("huisvesting", "financien"):
        hier.typ(f"{gebied}.lastig", "Dat lukt niet.")
    hier.kies("schulden", "zorgen")
    assert hier.triage().afgeleid == {"leefgebieden": "twee_drie", "bestaan": "zorgen"}


@pytest.mark.eis("TRI-08")
def test_a_route_rests_on_a_brede_uitvraag_or_on_a_line_that_says_why_not(hier: Begin) -> None:
    keuze = NieuweTriage(route=Route.SOCIALE_BASIS, bron="De eettafel")
    with pytest.raises(RouteZonderUitvraag):
        hier.oordeel(keuze)
    hier.oordeel(replace(keuze, zonder_uitvraag="Eén vraag over de eettafel."))
    hier.breed()
    hier.oordeel(keuze)
    assert [o.triage.zonder_uitvraag for o in hier.triage().oordelen] == [
        None,
        "Eén vraag over de eettafel.",
    ]


@pytest.mark.eis("TRI-03")
@pytest.mark.eis("TRI-04")
@pytest.mark.eis("TRI-18")
@pytest.mark.eis("TRI-20")
@pytest.mark.parametrize("route", [Route.SOCIALE_BASIS, Route.VRIJ_TOEGANKELIJK])
def test_where_the_answer_was_found_and_why_the_lighter_one_did_not_do(hier: Begin, route: Route) -> None:
    hier.breed()
    hier.oordeel(
        NieuweTriage(
            route=route, bron="Eettafel De Linde", nabijheid="lokaal", lichter="De buurvrouw", lichter_reden="op reis"
        )
    )
    laatste = hier.triage().laatste
    assert laatste is not None
    assert (laatste.route, laatste.bron, laatste.nabijheid) == (route, "Eettafel De Linde", "lokaal")
    assert (laatste.lichter, laatste.lichter_reden) == ("De buurvrouw", "op reis")
    assert hier.plek.profiel.lijst("dichtbij").keuzes[0].sleutel == "lokaal"


@pytest.mark.eis("TRI-07")
def test_the_fast_route_is_only_for_safety_or_income_and_says_who_referred(hier: Begin) -> None:
    with pytest.raises(VersneldZonderGrond):
        hier.oordeel(NieuweTriage(grond="het is druk", instelling="School De Proef", zonder_uitvraag="haast"))
    with pytest.raises(VersneldZonderInstelling):
        hier.oordeel(NieuweTriage(grond="inkomensvoorziening", zonder_uitvraag="haast"))
    hier.oordeel(NieuweTriage(grond="inkomensvoorziening", instelling="School De Proef"))
    laatste = hier.triage().laatste
    assert laatste is not None
    assert laatste.is_versneld
    assert (laatste.route, laatste.instelling) == (Route.MAATWERK, "School De Proef")
    assert hier.beeld().fase is Fase.OPSCHALEN


@pytest.mark.eis("TRI-14")
def test_after_the_fast_route_the_brede_uitvraag_is_still_to_do_until_it_is_done(hier: Begin) -> None:
    def soorten() -> list[TaakSoort]:
        with hier.plek.store.read() as lezer:
            return [taak.soort for taak in vandaag.load(hier.plek, lezer).taken]

    hier.oordeel(NieuweTriage(grond="veiligheid", instelling="School De Proef"))
    assert hier.triage().uitvraag_nog_te_doen
    assert TaakSoort.UITVRAAG in soorten()
    hier.breed()
    assert not hier.triage().uitvraag_nog_te_doen
    assert TaakSoort.UITVRAAG not in soorten()


@pytest.mark.eis("TRI-06")
@pytest.mark.eis("TRI-10")
def test_a_combination_has_parts_with_their_own_provider_and_state_and_none_replaces_another(hier: Begin) -> None:
    hier.breed()
    nummer = hier.oordeel(NieuweTriage(route=Route.COMBINATIE))
    triage.voeg_deel_toe(hier.plek, nummer, Route.SOCIALE_BASIS, "Kernnetwerk", "basisondersteuning")
    triage.voeg_deel_toe(
        hier.plek, nummer, Route.MAATWERK, "Huishoudelijke hulp", "aanvullende_ondersteuning", "lokaal"
    )
    beeld = hier.triage()
    basis, boven = beeld.delen
    triage.zet_deel(hier.plek, boven, DeelStatus.LOOPT, beeld.bases[boven.id])
    delen = {deel.aanbieder: (deel.niveau, deel.status) for deel in hier.triage().delen}
    assert delen == {
        "Kernnetwerk": ("basisondersteuning", DeelStatus.GEVRAAGD),
        "Huishoudelijke hulp": ("aanvullende_ondersteuning", DeelStatus.LOOPT),
    }
    assert basis.route is Route.SOCIALE_BASIS


@pytest.mark.eis("TRI-13")
def test_what_was_tried_there_first_comes_along(hier: Begin) -> None:
    hier.breed()
    hier.oordeel(NieuweTriage(route=Route.MAATWERK, eerst_geprobeerd="Welzijn ging twee keer mee naar de club."))
    laatste = hier.triage().laatste
    assert laatste is not None
    assert laatste.eerst_geprobeerd == "Welzijn ging twee keer mee naar de club."


@pytest.mark.eis("TRI-09")
def test_how_somebody_functions_now_and_where_we_go_to_shows_over_time(hier: Begin) -> None:
    niveau.stel_vast(
        hier.plek,
        hier.huishouden_id,
        "aanvullende_ondersteuning",
        "basisondersteuning",
        reden="Net uit het ziekenhuis.",
    )
    niveau.stel_vast(hier.plek, hier.huishouden_id, "basisondersteuning", "zelf_en_samenredzaam")
    with hier.plek.store.read() as lezer:
        verloop = niveau.verloop(lezer, hier.huishouden_id)
    assert [(n.nu, n.streef) for n in verloop] == [
        ("aanvullende_ondersteuning", "basisondersteuning"),
        ("basisondersteuning", "zelf_en_samenredzaam"),
    ]
    assert all(n.datum == hier.plek.vandaag for n in verloop)


@pytest.mark.eis("TRI-11")
def test_how_much_somebody_arranges_alone_is_another_thing_and_never_asked_for(hier: Begin) -> None:
    niveau.stel_vast(hier.plek, hier.huishouden_id, "basisondersteuning")
    with hier.plek.store.read() as lezer:
        (zonder,) = lezer.find(Niveau)
    assert zonder.zelforganiserend is None
    niveau.stel_vast(hier.plek, hier.huishouden_id, "basisondersteuning", zelforganiserend="weinig")
    with hier.plek.store.read() as lezer:
        assert niveau.verloop(lezer, hier.huishouden_id)[-1].zelforganiserend == "weinig"
        assert lezer.zoek("weinig") == []


def test_who_has_no_part_in_triage_here_is_told_so(hier: Begin) -> None:
    voorveld = replace(hier.plek, medewerker=hier.plek.medewerker.model_copy(update={"functie": Functie.VOORVELD}))
    with pytest.raises(MagNiet):
        triage.stel_vast(voorveld, hier.melding_id, NieuweTriage(klasse="enkelvoudig"))


@pytest.mark.eis("TRI-15")
def test_teams_classes_and_whether_there_is_a_triage_are_data(tmp_path: Path) -> None:
    """The classes are those that Krimpenerwaard has; another municipality leaves them out and has no such step."""
    eigen = load_profiel("krimpenerwaard")
    voorstel = triage.stel_voor(eigen.triage.matrix, eigen.triage.klassen, ZWAAR)
    klassen = eigen.indelingslijst("complexiteit")
    assert voorstel is not None
    assert klassen is not None
    assert klassen.label(voorstel.klasse) == "Meervoudig complex"
    assert eigen.teamlijst.label(eigen.snelle_route.naar) == "Maatwerkteam"
    ander = load_profiel("bmwe")
    assert (ander.triage.klassen, ander.indelingslijst("complexiteit")) == ((), None)
    assert dict(ander.snelle_route.gronden) == {}
    tabel = TriageTabel.model_validate({"stap": False, "routes": ["maatwerk"]})
    los = tabel.build(MatrixBestand.model_validate(geleverd().lees("triage/complexiteitsmatrix.toml")), str)
    assert los is not None
    assert (los.stap, los.routes) == (False, (Route.MAATWERK,))


def test_a_profile_in_which_one_weight_decides_is_refused_with_its_place() -> None:
    naam = "profielen/krimpenerwaard.toml"
    klassen = (("enkelvoudig_licht", 0), ("enkelvoudig_complex", 2))
    zwaar = "".join(f'[[triage.klasse]]\nsleutel = "{klasse}"\nvanaf = {vanaf}\n' for klasse, vanaf in klassen)
    geschreven = geleverd().inhoud[naam].decode().split("[[triage.klasse]]")[0] + zwaar
    bestanden = Bestanden({**geleverd().inhoud, naam: geschreven.encode()})
    with pytest.raises(ProfielOngeldig) as fout:
        lees_profiel(bestanden, "krimpenerwaard")
    assert fout.value.plek == f"{naam}: triage.klasse"
