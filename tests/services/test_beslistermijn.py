"""Who asked for help waits for our decision: each paper says so, with the last day where the law gives one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kernnetwerk_app.domain.inwoner import RolInHuishouden
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze
from kernnetwerk_app.domain.papiervorm import GEWOON, Leeshulp, Papiervorm
from kernnetwerk_app.domain.plan import Akkoord, Wie
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.services import (
    beslistermijn,
    contact,
    gespreksverslag,
    gids,
    mensen,
    ondertekening,
    plan,
    stappenkaart,
    verstrekking,
)
from kernnetwerk_app.services import dossier as dossiers
from kernnetwerk_app.services.beslistermijn import aangevraagd
from kernnetwerk_app.services.lezers import beslissend
from kernnetwerk_app.services.ondertekening import Tekenvraag
from kernnetwerk_app.services.route import StopStand
from tests.documents.lezen import open_pdf, read_structure
from tests.services.aanvraag_opzet import HULP, met_hulp
from tests.services.opzet import STREPEN, Dossier, gelezen
from tests.services.rechten_opzet import erbij

pytestmark = pytest.mark.usefixtures("qapp")
SAMEN = "De jeugdhulp gaat elke week een uur mee."
GERUST = "het komt nog, vraag gerust"
NIETS_GEHOORD = "Hebt u nog niets van ons gehoord? Vraag het ons."


def _vraag_aan(hier: Dossier, *wetten: str, gegeven: bool = True) -> None:
    """Ask for a line under each of these laws with one signature on the screen, and give the plan."""
    for tekst, wet in zip((HULP, SAMEN), wetten, strict=False):
        met_hulp(hier, tekst, None, wet)
    versie = hier.versie()
    with hier.plek.store.read() as lezer:
        regels = tuple(een.afspraak_id for een in ondertekening.load(hier.plek, lezer, versie.id).aan_te_vragen)
    vraag = Tekenvraag(Keuze.EENS, None, "Anna Voorbeeld-Jansen", Hoedanigheid.INWONER, STREPEN, vraagt_aan=regels)
    ondertekening.teken(hier.plek, versie.id, vraag)
    if gegeven:
        verstrekking.geef_mee(hier.plek, versie.id)


def _kaart(hier: Dossier) -> str:
    return gelezen(stappenkaart.load_pdf(hier.plek, hier.huishouden_id)).replace("\xa0", " ")


def _stop(hier: Dossier) -> tuple[StopStand, str]:
    with hier.plek.store.read() as lezer:
        route = dossiers.load(hier.plek, lezer, hier.huishouden_id).route
    return next((stop.stand, stop.woorden) for stop in route if stop.sleutel == "besluit")


@pytest.mark.eis("RES-06")
@pytest.mark.eis("TAAL-02")
def test_after_i_asked_for_help_i_wait_for_the_decision_and_read_what_i_asked_and_by_when(hier: Dossier) -> None:
    contact.plan_bezoek(hier.plek, hier.huishouden_id, hier.plek.vandaag + timedelta(days=7))
    hier.doel()
    assert "praten nog verder" in gelezen(gespreksverslag.load_pdf(hier.plek, hier.huishouden_id))
    _vraag_aan(hier, "wmo", "jeugdwet")
    assert _stop(hier) == (StopStand.NU, "het eerste uiterlijk 4 mei")
    kaart = _kaart(hier)
    gevraagd = "Aangevraagd op dinsdag 20 april 2027: "
    twee = "Wij beslissen daarover uiterlijk dinsdag 4 mei 2027 en sturen u het besluit."
    acht = "Wij beslissen daarover uiterlijk dinsdag 15 juni 2027 en sturen u het besluit."
    assert f"{gevraagd}{HULP} {twee} De wet geeft ons daarvoor twee weken." in kaart
    assert f"{gevraagd}{SAMEN} {acht} De wet geeft ons daarvoor acht weken." in kaart
    assert "Jeugdwet" not in kaart
    verslag = gespreksverslag.load_pdf(hier.plek, hier.huishouden_id)
    assert "praten nog verder" not in gelezen(verslag)
    assert twee in gelezen(verslag).replace("\xa0", " ")
    nu = "Nu: Ons besluit (het eerste uiterlijk 4 mei). Straks: Doen"
    for pdf in (verslag, gids.load_pdf(hier.plek, hier.huishouden_id)):
        assert any(nu in (figuur.alt or "") for figuur in read_structure(open_pdf(pdf)).find("Figure"))
    groot = gids.load_pdf(hier.plek, hier.huishouden_id, frozenset({Leeshulp.GROOT}))
    assert "Nu: Ons besluit (het eerste uiterlijk 4 mei)." in gelezen(groot).replace("\xa0", " ")


@pytest.mark.eis("RES-06")
def test_who_asked_in_their_own_name_gets_the_decision_and_the_others_read_that(hier: Dossier) -> None:
    karin = erbij(hier, voornamen="Karin", achternaam="Proef", rol=RolInHuishouden.PARTNER)
    mees = erbij(hier, voornamen="Mees", rol=RolInHuishouden.KIND, geboortedatum="2014-02-03")
    ouder = {"inwoner_id": mees.id, "ander_id": karin.id, "relatie": "moeder", "gezag": Gezag.JA}
    mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, ouder)
    met_hulp(hier, SAMEN, None, "jeugdwet")
    versie = hier.versie()
    with hier.plek.store.read() as lezer:
        regels = tuple(een.afspraak_id for een in ondertekening.load(hier.plek, lezer, versie.id).aan_te_vragen)
    vraag = Tekenvraag(Keuze.EENS, None, "Karin Proef", Hoedanigheid.OUDER, STREPEN, vraagt_aan=regels)
    ondertekening.teken(hier.plek, versie.id, replace(vraag, inwoner_id=karin.id))
    ander = "Karin Proef vroeg dit aan op dinsdag 20 april 2027: "
    krijgt = "Wij beslissen daarover uiterlijk dinsdag 15 juni 2027 en sturen het besluit aan Karin Proef."
    verslag = gelezen(gespreksverslag.load_pdf(hier.plek, hier.huishouden_id)).replace("\xa0", " ")
    for tekst in (_kaart(hier), verslag):
        assert f"{ander}{SAMEN} {krijgt}" in tekst
        assert "sturen u het besluit" not in tekst
    with hier.plek.store.read() as lezer:
        melding = lezer.get(Melding, hier.melding_id)
        zelf = replace(beslissend(hier.plek, lezer, hier.huishouden_id, melding)[0], inwoner_id=karin.id, is_ander=True)
        (voor_haar,) = aangevraagd(hier.plek, lezer, melding, zelf)
    assert "en sturen u het besluit." in voor_haar.zin


def test_a_law_without_a_term_promises_no_day_and_a_day_that_passed_makes_no_other_the_first(hier: Dossier) -> None:
    _vraag_aan(hier, "wmo", "andere")
    assert _stop(hier) == (StopStand.NU, "het eerste uiterlijk 4 mei")
    assert f"{SAMEN} Wij sturen u ons besluit daarover." in _kaart(hier)
    hier.plek.klok.advance(timedelta(days=15))
    assert _stop(hier) == (StopStand.NU, GERUST)
    assert f"{HULP} Wij sturen u ons besluit daarover. Vraag ons gerust hoe het staat." in _kaart(hier)
    assert "Wij beslissen daarover uiterlijk" not in _kaart(hier)


def test_of_two_the_second_is_not_called_the_first_once_the_first_day_has_passed(hier: Dossier) -> None:
    _vraag_aan(hier, "wmo", "jeugdwet")
    hier.plek.klok.advance(timedelta(days=15))
    assert _stop(hier) == (StopStand.NU, GERUST)
    for papier in (gids.load_pdf, gespreksverslag.load_pdf, stappenkaart.load_pdf):
        assert "het eerste uiterlijk" not in gelezen(papier(hier.plek, hier.huishouden_id)).replace("\xa0", " ")
    assert f"{SAMEN} Wij beslissen daarover uiterlijk dinsdag 15 juni 2027" in _kaart(hier)


@pytest.mark.eis("RES-06")
def test_once_the_days_have_passed_the_route_goes_on_to_what_is_being_done_and_i_may_ask(hier: Dossier) -> None:
    plan.add_afspraak(hier.plek, hier.doel(), "Mijn zus brengt mij.")
    _vraag_aan(hier, "wmo", "andere")
    hier.plek.klok.advance(timedelta(days=15))
    assert _stop(hier) == (StopStand.NU, "het besluit komt nog"), "for the other there is no day yet"
    assert f"{HULP} {NIETS_GEHOORD}" in _kaart(hier)
    hier.plek.klok.advance(timedelta(days=42))
    assert _stop(hier) == (StopStand.KOMT, "nog niets gehoord? Vraag het ons")
    assert f"{SAMEN} {NIETS_GEHOORD}" in _kaart(hier)
    assert "Wij sturen u ons besluit" not in _kaart(hier)
    for papier in (gespreksverslag.load_pdf, gids.load_pdf):
        figuren = read_structure(open_pdf(papier(hier.plek, hier.huishouden_id))).find("Figure")
        strook = next(figuur.alt or "" for figuur in figuren)
        assert "Nog niet: Ons besluit (nog niets gehoord? Vraag het ons). Nu: Doen" in strook


@pytest.mark.parametrize(
    "velden",
    [
        {"begin_datum": date(2027, 5, 1)},
        {"akkoord": Akkoord.NIET_AKKOORD},
        {"vervallen_datum": date(2027, 4, 20)},
    ],
)
def test_help_that_begins_that_i_refused_or_that_is_gone_keeps_nobody_at_the_decision(
    hier: Dossier, velden: dict[str, object]
) -> None:
    _vraag_aan(hier, "wmo")
    (regel,) = hier.plan().doelen[0].afspraken
    hier.wijzig(regel, **velden)
    assert _stop(hier) == (StopStand.KOMT, "uiterlijk 4 mei"), "its day has not passed yet"
    assert "Wij beslissen daarover uiterlijk dinsdag 4 mei 2027" in _kaart(hier), "who asked is answered all the same"
    hier.plek.klok.advance(timedelta(days=15))
    assert f"{HULP} {NIETS_GEHOORD}" in _kaart(hier)


def test_a_begin_that_nobody_chose_decides_nothing(hier: Dossier) -> None:
    _vraag_aan(hier, "wmo")
    (regel,) = hier.plan().doelen[0].afspraken
    hier.wijzig(regel, wie=Wie.NETWERK)
    hier.wijzig(regel, wie=Wie.PROFESSIONAL)
    assert _stop(hier) == (StopStand.NU, "uiterlijk 4 mei")
    hier.wijzig(hier.plan().doelen[0].doel, vervallen_datum=hier.plek.vandaag)
    assert _stop(hier)[0] is StopStand.KOMT


def _op_de_route(pdf: bytes) -> str:
    """What is told of the route, or stands there in large letters."""
    figuren = [figuur.alt or "" for figuur in read_structure(open_pdf(pdf)).find("Figure")]
    return " ".join([*figuren, gelezen(pdf)]).replace("\xa0", " ")


@pytest.mark.parametrize("vorm", [GEWOON, frozenset({Leeshulp.GROOT}), frozenset({Leeshulp.VOORLEZEN})])
def test_a_version_tells_a_day_that_has_passed_no_more_and_who_reads_along_nothing_of_it(
    hier: Dossier, vorm: Papiervorm
) -> None:
    """It was frozen after the help was asked for, so the day stands in it."""
    _vraag_aan(hier, "wmo")
    hier.doel("Weer naar de bakker")
    versie = hier.versie()

    def papier(*, leest_mee: bool = False) -> str:
        return _op_de_route(ondertekening.load_versie_pdf(hier.plek, versie.id, vorm, leest_mee=leest_mee))

    assert "Ons besluit (uiterlijk 4 mei)" in papier()
    for dagen in (0, 15):
        hier.plek.klok.advance(timedelta(days=dagen))
        mee = papier(leest_mee=True)
        assert "Ons besluit (alleen als het nodig is)" in mee
        assert not any(woorden in mee for woorden in ("uiterlijk 4 mei", GERUST))
    assert f"Ons besluit ({GERUST})" in papier()
    assert "uiterlijk 4 mei" not in papier()
    assert plan.read_inhoud(versie).besluit == "uiterlijk 4 mei", "what was frozen stays"


def test_a_verslag_that_is_not_finished_says_so_also_once_the_plan_was_given(hier: Dossier) -> None:
    hier.doel()
    hier.teken(hier.versie(), op_papier=True)
    af = "Dit verslag is nog niet af: er kan nog iets veranderen."
    assert f"{af} De uitkomst staat in uw plan." in gelezen(gespreksverslag.load_pdf(hier.plek, hier.huishouden_id))


def test_what_was_asked_for_on_a_screen_is_no_outcome_in_hand_yet(hier: Dossier) -> None:
    _vraag_aan(hier, "wmo", gegeven=False)
    tekst = gelezen(gespreksverslag.load_pdf(hier.plek, hier.huishouden_id))
    assert "Dit verslag is nog niet af: er kan nog iets veranderen." in tekst
    assert "De uitkomst staat in uw plan." not in tekst


def test_one_question_has_one_last_day_under_the_stop(hier: Dossier) -> None:
    _vraag_aan(hier, "wmo")
    assert _stop(hier) == (StopStand.NU, "uiterlijk 4 mei")


@pytest.mark.parametrize(
    ("wat", "einde"), [("Hulp in huis", "in huis."), ("Mag dat?", "dat?"), ("Hulp bij de was " * 12, "de …")]
)
def test_what_was_asked_for_ends_as_a_sentence_does(wat: str, einde: str) -> None:
    zin = beslistermijn.Aangevraagd(wat, date(2027, 4, 20), None, None, is_voorbij=False, wacht=True).zin
    assert f" {einde} Wij sturen u ons besluit daarover." in zin
