"""*Wat eerst, wie, wanneer*: what is to be done, in order, on one page, from what is known already (TAAL-07)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import pytest

from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid, InwonerIsOverleden
from kernnetwerk_app.domain.gids import Beurt, GidsRegel, op_volgorde
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.papiervorm import Leeshulp
from kernnetwerk_app.domain.plan import Akkoord, Stap, Wie
from kernnetwerk_app.domain.tekst import kort
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.services import (
    afsprakenkaart,
    contact,
    gids,
    mensen,
    ondertekening,
    plan,
    stappenkaart,
    toezegging,
    verstrekking,
)
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.lezers import beslissend
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
        ("De dienstregeling halen", "nog afspreken", "nog afspreken"),
        ("Riet gaat mee naar de eettafel.", "Buurvrouw Riet", "elke dinsdag"),
        ("We praten verder: de eettafel", "Sanne Modelman", "do 22 april, 13.00 uur"),
        ("De aanvraag nabellen", "Sanne Modelman", "uiterlijk 23 april"),
        ("Riet belt de huisarts.", "Buurvrouw Riet", "vanaf 4 mei"),
    ]
    pdf = gids.load_pdf(hier.plek, hier.huishouden_id)
    assert Viewer(pdf).pages == 1
    tekst = gelezen(pdf)
    volgorde = (
        "Dit is nu te doen. Begin bij 1",
        "1. De dienstregeling",
        "2. Riet gaat mee",
        "Zet dit in de agenda: do 22 april, 13.00 uur. We praten verder: de eettafel (Sanne Modelman).",
        "Dit is beloofd, uiterlijk 23 april: De aanvraag nabellen (Sanne Modelman).",
    )
    plaatsen = [tekst.replace("\xa0", " ").index(deel) for deel in volgorde]
    assert plaatsen == sorted(plaatsen), "the first step of a goal before its lines, and what has a day under it"
    assert f"bij: “{DOEL}”" in tekst
    assert "Een keer proefrijden" not in tekst, "the step after this one comes later"


@pytest.mark.eis("TAAL-07")
def test_what_somebody_began_goes_on_and_what_waits_for_a_decision_is_nothing_to_begin_with(hier: Dossier) -> None:
    """The day on which a line was typed began nothing: what nobody chose a day for is to be done from then."""
    met_hulp(hier)
    doel = hier.plan().doelen[0].doel.id
    afspraak(hier, doel, "Ik vraag de fysio om een afspraak.")
    afspraak(hier, doel, "Riet gaat mee naar de eettafel.", begin_datum=date(2027, 4, 13))
    afspraak(hier, doel, "Riet belt de huisarts.", begin_datum=date(2027, 5, 4), wanneer="elke dinsdag")
    hier.versie()  # each line gets the day on which we look back, beside its begin
    straks = _over(hier, 7)
    assert [(r.wat, r.wanneer) for r in regels(straks)] == [
        ("Ik vraag de fysio om een afspraak.", "vanaf 20 april"),
        ("Riet belt de huisarts.", "elke dinsdag, vanaf 4 mei"),
        ("Riet gaat mee naar de eettafel.", "sinds 13 april"),
        (HULP, "na het besluit van de gemeente"),
    ]
    tekst = gelezen(gids.load_pdf(straks.plek, hier.huishouden_id)).replace("\xa0", " ")
    for deel in (
        "Dit is nu te doen Wat eerst Wie Wanneer 1. Ik vraag de fysio",
        "Zet dit in de agenda: elke dinsdag, vanaf 4 mei. Riet belt de huisarts (Buurvrouw Riet).",
        "Dit loopt al, en gaat gewoon door: Riet gaat mee naar de eettafel (Buurvrouw Riet, sinds 13 april).",
        f"Dit wacht op het besluit van de gemeente: {HULP.rstrip('.')} (Hulp in huis).",
    ):
        assert deel in tekst
    assert "kan wachten" not in tekst
    fysio = hier.plan().doelen[0].afspraken[1]
    hier.wijzig(fysio, begin_datum=date(2027, 4, 22))
    later = _over(hier, 37)
    assert [r.wanneer for r in regels(later)] == [
        "sinds 22 april",
        "sinds 13 april",
        "elke dinsdag",
        "na het besluit van de gemeente",
    ]
    tekst = gelezen(gids.load_pdf(later.plek, hier.huishouden_id)).replace("\xa0", " ")
    assert "Dit loopt al, en gaat gewoon door" in tekst
    assert "nu te doen" not in tekst
    assert "Begin bij 1" not in tekst
    hier.wijzig(fysio, begin_datum=date(2027, 4, 20))
    assert regels(later)[0].wanneer == "vanaf 20 april", "the day that the program put there is back"


def test_a_day_that_reading_together_puts_back_was_begun_by_nobody(hier: Dossier) -> None:
    afspraak(hier, hier.doel(), "Ik vraag de fysio om een afspraak.")
    hier.wijzig(hier.plan().doelen[0].afspraken[0], begin_datum=None)
    _over(hier, 7).versie()
    straks = _over(hier, 8)
    assert [r.wanneer for r in regels(straks)] == ["vanaf 27 april"]
    straks.wijzig(straks.plan().doelen[0].afspraken[0], begin_datum=None)
    straks.wijzig(straks.plan().doelen[0].afspraken[0], begin_datum=straks.plek.vandaag)
    assert [r.wanneer for r in regels(_over(hier, 9))] == ["sinds 28 april"], "a person may choose today"


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
def test_it_is_as_full_as_its_form_allows_and_counts_the_rest_by_why_it_is_not_there(hier: Dossier) -> None:
    """Beside another language and in large letters it has a page more for each, and is not thinner for it."""
    met_hulp(hier)
    doel = hier.plan().doelen[0].doel.id
    for nummer in range(12):
        afspraak(hier, doel, f"Nummer {nummer}: iets doen dat een paar woorden meer nodig heeft.")
    afspraak(hier, doel, "Later iets.", begin_datum=date(2027, 6, 1))
    engels = hier.plek.profiel.vertalingen["engels"]
    for vorm in ({Leeshulp.BEELD}, {Leeshulp.GROOT, Leeshulp.BEELD}, {engels}, {engels, Leeshulp.GROOT}):
        pdf = gids.load_pdf(hier.plek, hier.huishouden_id, frozenset(vorm))
        rijen = [kop.text() for kop in read_structure(open_pdf(pdf)).find("TH") if "Nummer" in kop.text()]
        assert len(rijen) >= 6, vorm
        assert Viewer(pdf).pages <= 1 + len(vorm & {Leeshulp.GROOT, engels})
        tekst = gelezen(pdf)
        assert f"In uw dossier staat nog meer. Nu te doen: nog {12 - len(rijen)}. " in tekst
        assert ("Voor later: nog" in tekst, "Wacht op het besluit van de gemeente: nog" in tekst) == (False, False)
        assert "Zet dit in de agenda: vanaf 1 juni. Later iets (Buurvrouw Riet)." in tekst
        assert f"Dit wacht op het besluit van de gemeente: {HULP.rstrip('.')} (Hulp in huis)." in tekst


def test_read_aloud_it_has_the_same_things_as_on_the_page(hier: Dossier) -> None:
    doel = hier.doel()
    for nummer in range(12):
        afspraak(hier, doel, f"Afspraak {nummer}.")
    pdf = gids.load_pdf(hier.plek, hier.huishouden_id, frozenset({Leeshulp.VOORLEZEN}))
    tekst = gelezen(pdf)
    assert "Wat eerst: 1. Afspraak 0." in [node.text().strip() for node in read_structure(open_pdf(pdf)).find("P")]
    assert "Wie: Buurvrouw Riet" in tekst
    assert "In uw dossier staat nog meer. Nu te doen: nog 3." in tekst


def test_help_and_a_child_look_like_nobody_else_and_what_is_agreed_is_one_sheet_on_the_door(hier: Dossier) -> None:
    kind = {"voornamen": "Mees", "achternaam": "Voorbeeld", "rol": RolInHuishouden.KIND}
    mensen.leg_vast(hier.plek, Inwoner, hier.huishouden_id, kind)
    doel = hier.doel()
    for wie, naam in ((Wie.INWONER, None), (Wie.NETWERK, "Mees"), (Wie.PROFESSIONAL, "Hulp in huis")):
        plan.add_afspraak(hier.plek, doel, f"Dit doet {naam} elke week een keer, en dan op donderdag.", wie, naam)
    for dag in ("maandag", "dinsdag", "woensdag", "donderdag"):
        afspraak(hier, doel, f"Riet neemt op {dag} de kinderen mee naar de eettafel.")
    stap(hier, doel, "Oma bellen over donderdag.")
    stap(hier, doel, "Een film kiezen voor die avond.")
    beelden = ["zelf", "kind", "tas", "mensen"]
    assert [regel.beeld for regel in regels(hier) if regel.beeld != "vlag"][:4] == beelden
    with hier.plek.store.read() as lezer:
        aan = beslissend(hier.plek, lezer, hier.huishouden_id, None)[0]
        kaart = afsprakenkaart.build(hier.plek, lezer, hier.huishouden_id, aan)
    assert [regel.beeld for regel in (*kaart.zelf, *kaart.anderen)][:4] == beelden
    for vorm in (frozenset[Leeshulp](), frozenset({Leeshulp.BEELD})):
        assert Viewer(afsprakenkaart.load_pdf(hier.plek, hier.huishouden_id, vorm)).pages == 1
    gelezen_voor = gelezen(afsprakenkaart.load_pdf(hier.plek, hier.huishouden_id, frozenset({Leeshulp.VOORLEZEN})))
    assert "Wie: Mees" in gelezen_voor, "what is heard has its column each time"


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
    assert "Dit is beloofd, uiterlijk 21 april: Ik bel terug (Sanne Modelman)." in gelezen(gids.load_pdf(leeg, hier))


def test_no_guide_is_made_for_who_died(hier: Dossier) -> None:
    with hier.plek.store.read() as lezer:
        wie = hoofdpersoon(lezer, hier.huishouden_id).id
    feit = {"inwoner_id": wie, "aard": Aard.OVERLEDEN, "begin_datum": date(2027, 4, 19)}
    mensen.leg_vast(hier.plek, Bijzonderheid, hier.huishouden_id, feit)
    with pytest.raises(InwonerIsOverleden):
        gids.load_pdf(hier.plek, hier.huishouden_id)


def test_of_what_is_to_be_done_now_the_order_of_the_plan_stays_and_the_calendar_goes_by_day() -> None:
    stap, laat = GidsRegel("stap", "", ""), GidsRegel("laat", "", "", date(2027, 4, 1))
    mei, juni = (GidsRegel(str(maand), "", "", date(2027, maand, 1), beurt=Beurt.AGENDA) for maand in (5, 6))
    assert op_volgorde([juni, stap, mei, laat]) == (stap, laat, mei, juni)


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
