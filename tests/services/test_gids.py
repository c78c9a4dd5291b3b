"""*Wat eerst, wie, wanneer*: what is to be done, in order, on one page, from what is known already (TAAL-07)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import pytest

from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid, InwonerIsOverleden
from kernnetwerk_app.domain.gids import MAX_REGELS, Beurt, GidsRegel, op_volgorde
from kernnetwerk_app.domain.papiervorm import Leeshulp
from kernnetwerk_app.domain.plan import Akkoord, Stap, Wie
from kernnetwerk_app.domain.tekst import kort
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.services import contact, gids, mensen, ondertekening, plan, stappenkaart, toezegging, verstrekking
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.toezegging import NieuweToezegging
from kernnetwerk_app.services.werkplek import Werkplek
from tests.documents.lezen import Viewer, open_pdf, read_structure
from tests.factories import make_werkplek, nieuwe_melding
from tests.services.aanvraag_opzet import HULP, met_hulp
from tests.services.opzet import DOEL, Dossier, begin_dossier, gelezen

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def leeg(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path_factory.mktemp("gids"))
    yield plek
    plek.store.close()


@pytest.fixture
def hier(leeg: Werkplek) -> Dossier:
    """A new household each time, on one laptop."""
    return begin_dossier(leeg)


def regels(hier: Dossier) -> list[GidsRegel]:
    with hier.plek.store.read() as lezer:
        return list(gids.build(hier.plek, lezer, hier.huishouden_id).regels)


def afspraak(hier: Dossier, doel_id: UUID, tekst: str, **velden: Any) -> None:
    plan.add_afspraak(hier.plek, doel_id, tekst, Wie.NETWERK, "Buurvrouw Riet")
    if velden:
        nieuw = next(a for d in hier.plan().doelen for a in d.afspraken if a.tekst == tekst)
        hier.wijzig(nieuw, **velden)


def stap(hier: Dossier, doel_id: UUID, tekst: str) -> None:
    plan.add_stap(hier.plek, doel_id, tekst)


@pytest.mark.eis("TAAL-07")
def test_many_things_at_once_are_one_page_with_what_first_who_and_when(hier: Dossier) -> None:
    doel = hier.doel()
    stap(hier, doel, "De dienstregeling halen")
    stap(hier, doel, "Een keer proefrijden")
    afspraak(hier, doel, "Riet gaat mee naar de eettafel.", wanneer="elke dinsdag")
    afspraak(hier, doel, "Riet belt de huisarts.", begin_datum=date(2027, 5, 4))
    belofte = NieuweToezegging("De aanvraag nabellen", uiterlijk=date(2027, 4, 23))
    toezegging.beloof(hier.plek, hier.huishouden_id, belofte)
    contact.plan_bezoek(hier.plek, hier.huishouden_id, date(2027, 4, 22), time(13), onderwerp="de eettafel")
    assert [(r.wat, r.wie, r.wanneer) for r in regels(hier)] == [
        ("Riet gaat mee naar de eettafel.", "Buurvrouw Riet", "elke dinsdag"),
        ("We praten verder: de eettafel", "Sanne Modelman", "do 22 april, 13.00 uur"),
        ("De aanvraag nabellen", "Sanne Modelman", "uiterlijk 23 april"),
        ("Riet belt de huisarts.", "Buurvrouw Riet", "vanaf 4 mei"),
        ("De dienstregeling halen", "nog afspreken", "nog afspreken"),
    ]
    pdf = gids.load_pdf(hier.plek, hier.huishouden_id)
    assert Viewer(pdf).pages == 1
    tekst = gelezen(pdf)
    for deel in ("Wat eerst, wie, wanneer", "2. We praten verder", "1. Riet gaat mee", f"bij: {DOEL}", "Begin bij 1."):
        assert deel in tekst.replace("\xa0", " ")
    assert "Een keer proefrijden" not in tekst, "the step after this one comes later"


@pytest.mark.eis("TAAL-07")
def test_what_somebody_began_goes_on_and_what_waits_for_a_decision_is_nothing_to_begin_with(hier: Dossier) -> None:
    """The day on which a line was typed began nothing: what nobody chose a day for is to be done from then."""
    met_hulp(hier)
    doel = hier.plan().doelen[0].doel.id
    afspraak(hier, doel, "Ik vraag de fysio om een afspraak.")
    afspraak(hier, doel, "Riet gaat mee naar de eettafel.", begin_datum=date(2027, 4, 13))
    afspraak(hier, doel, "Riet belt de huisarts.", begin_datum=date(2027, 5, 4))
    hier.versie()  # each line gets the day on which we look back, beside its begin
    straks = _over(hier, 7)
    assert [(r.wat, r.wanneer) for r in regels(straks)] == [
        ("Ik vraag de fysio om een afspraak.", "vanaf 20 april"),
        ("Riet belt de huisarts.", "vanaf 4 mei"),
        ("Riet gaat mee naar de eettafel.", "dit loopt al"),
        (HULP, "na het besluit van de gemeente"),
    ]
    onderaan = "Begin bij 1. Wat al loopt, gaat gewoon door. De rest kan wachten."
    assert onderaan in gelezen(gids.load_pdf(straks.plek, hier.huishouden_id)).replace("\xa0", " ")
    fysio = hier.plan().doelen[0].afspraken[1]
    hier.wijzig(fysio, begin_datum=date(2027, 4, 22))
    later = _over(hier, 37)
    assert [r.wanneer for r in regels(later)] == ["dit loopt al"] * 3 + ["na ons besluit"]
    tekst = gelezen(gids.load_pdf(later.plek, hier.huishouden_id)).replace("\xa0", " ")
    assert "Wat al loopt, gaat gewoon door." in tekst
    assert "Begin bij 1." not in tekst
    hier.wijzig(fysio, begin_datum=date(2027, 4, 20))
    assert regels(later)[0].wanneer == "vanaf 20 april", "the day that the program put there is back"


def _over(hier: Dossier, dagen: int) -> Dossier:
    """As it is so many days later, with a clock of its own: the laptop is shared."""
    return replace(hier, plek=replace(hier.plek, klok=Klok(hier.plek.klok.nu() + timedelta(days=dagen))))


def _strook(pdf: bytes) -> str:
    """The route in words, as it is read aloud."""
    return next(figuur.alt or "" for figuur in read_structure(open_pdf(pdf)).find("Figure"))


@pytest.mark.eis("TAAL-02")
def test_where_i_am_with_whom_and_what_comes_stands_on_it_and_on_my_plan_too(hier: Dossier) -> None:
    hier.doel()
    figuur = _strook(gids.load_pdf(hier.plek, hier.huishouden_id))
    assert "Achter de rug: Vraag (di 20 april), Gesprek (di 20 april)." in figuur
    assert "Nu: Plan (samen, uiterlijk 1 juni, Sanne)." in figuur
    groot = gelezen(gids.load_pdf(hier.plek, hier.huishouden_id, frozenset({Leeshulp.GROOT})))
    assert "Nu: Plan (samen, uiterlijk 1 juni, Sanne)." in groot
    versie_id = hier.versie().id
    op_plan = _strook(ondertekening.load_versie_pdf(hier.plek, versie_id))
    assert "Gesprek (di 20 april)" in op_plan
    assert "Nu: Plan (Sanne Modelman)." in op_plan
    assert "Leg een paspoort" in gelezen(stappenkaart.load_pdf(hier.plek, hier.huishouden_id))
    verstrekking.geef_mee(hier.plek, versie_id)
    voorbij = "Plan (di 20 april). Nog niet: Ons besluit (er is nog geen besluit). Nu: Doen"
    assert voorbij in _strook(gids.load_pdf(hier.plek, hier.huishouden_id)), "what is not there is not behind us"
    kaart = gelezen(stappenkaart.load_pdf(hier.plek, hier.huishouden_id))
    for van_eerder in ("Leg een paspoort", "Neem gerust iemand mee", "U kunt zelf een plan maken", "We praten met u"):
        assert van_eerder not in kaart, "the outcome is in hand"


@pytest.mark.eis("TAAL-07")
def test_it_is_one_page_that_counts_the_rest_and_large_letters_tell_no_less(hier: Dossier) -> None:
    doel = hier.doel()
    for nummer in range(MAX_REGELS + 4):
        afspraak(hier, doel, f"Nummer {nummer}: {'een heel lange afspraak ' * 30}")
    gewoon, groot = (
        gids.load_pdf(hier.plek, hier.huishouden_id, vorm)
        for vorm in (frozenset({Leeshulp.BEELD}), frozenset({Leeshulp.GROOT, Leeshulp.BEELD}))
    )
    assert Viewer(gewoon).pages == 1 < Viewer(groot).pages
    rijen, ook = (
        [kop.text() for kop in read_structure(open_pdf(pdf)).find("TH") if "Nummer" in kop.text()]
        for pdf in (gewoon, groot)
    )
    assert rijen == ook
    assert 1 < len(rijen) <= MAX_REGELS
    for pdf in (gewoon, groot):
        assert f"Er staan nog {MAX_REGELS + 4 - len(rijen)} afspraken in uw dossier." in gelezen(pdf)
        assert "Die komen later." not in gelezen(pdf), "they begin today too"


def test_what_nobody_said_a_day_of_is_not_said_to_come_later(hier: Dossier) -> None:
    doelen = [hier.doel(f"Ik wil de {nummer}e week iets anders doen.") for nummer in range(1, MAX_REGELS + 2)]
    for doel in doelen:
        stap(hier, doel, "De eerste stap")
    tekst = gelezen(gids.load_pdf(hier.plek, hier.huishouden_id))
    assert "Er staat nog 1 afspraak in uw dossier." in tekst
    assert "komt later" not in tekst
    for een in hier.plan().doelen:
        plan.tik_stap(hier.plek, een.stappen[0].id, True)
    for nummer in range(MAX_REGELS + 1):
        afspraak(hier, doelen[0], f"Keer {nummer}.", begin_datum=date(2027, 6, 1))
    assert "Die komt later." in gelezen(gids.load_pdf(hier.plek, hier.huishouden_id))


def test_read_aloud_it_has_the_same_things_as_on_the_page(hier: Dossier) -> None:
    doel = hier.doel()
    for nummer in range(12):
        afspraak(hier, doel, f"Afspraak {nummer}.")
    pdf = gids.load_pdf(hier.plek, hier.huishouden_id, frozenset({Leeshulp.VOORLEZEN}))
    tekst = gelezen(pdf)
    assert "Wat eerst: 1. Afspraak 0." in [node.text().strip() for node in read_structure(open_pdf(pdf)).find("P")]
    assert "Wie: Buurvrouw Riet" in tekst
    assert "Er staan nog 4 afspraken" in tekst


def test_what_she_said_no_to_and_what_was_done_is_no_part_of_it(hier: Dossier) -> None:
    doel = hier.doel()
    stap(hier, doel, "Al gedaan")
    with hier.plek.store.read() as lezer:
        (gedaan,) = lezer.find(Stap, doel_id=doel)
    plan.tik_stap(hier.plek, gedaan.id, True)
    afspraak(hier, doel, "Liever niet.", akkoord=Akkoord.NIET_AKKOORD)
    assert regels(hier) == []
    assert "Er zijn nu geen afspraken." in gelezen(gids.load_pdf(hier.plek, hier.huishouden_id))


def test_a_household_without_a_plan_has_a_guide_of_what_was_promised(leeg: Werkplek) -> None:
    hier = nieuwe_melding(leeg).huishouden_id
    toezegging.beloof(leeg, hier, NieuweToezegging("Ik bel terug.", uiterlijk=date(2027, 4, 21)))
    assert "1. Ik bel terug." in gelezen(gids.load_pdf(leeg, hier))


def test_no_guide_is_made_for_who_died(hier: Dossier) -> None:
    with hier.plek.store.read() as lezer:
        wie = hoofdpersoon(lezer, hier.huishouden_id).id
    feit = {"inwoner_id": wie, "aard": Aard.OVERLEDEN, "begin_datum": date(2027, 4, 19)}
    mensen.leg_vast(hier.plek, Bijzonderheid, hier.huishouden_id, feit)
    with pytest.raises(InwonerIsOverleden):
        gids.load_pdf(hier.plek, hier.huishouden_id)


def test_a_day_that_has_passed_comes_first_and_no_day_last_in_the_order_of_the_plan() -> None:
    een, twee = (GidsRegel(wat, "", "", beurt=Beurt.OPEN) for wat in ("een", "twee"))
    laat, straks = GidsRegel("laat", "", "", date(2027, 4, 1)), GidsRegel("straks", "", "", date(2027, 5, 1))
    assert op_volgorde([een, straks, twee, laat]) == (laat, straks, een, twee)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("kort genoeg", "kort genoeg"),
        ("een\ntwee", "een twee"),
        ("aap noot mies", "aap noot …"),
        ("a" * 20, "a" * 12 + " …"),
    ],
)
def test_a_long_line_is_cut_after_a_whole_word(tekst: str, verwacht: str) -> None:
    assert kort(tekst, 12) == verwacht
