"""What nobody types and stands in the plan all the same: begin, day of looking back, and the order of the paper."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from kernnetwerk_app.documents.house_style import load_house_style
from kernnetwerk_app.documents.plan_pdf import plan_pdf
from kernnetwerk_app.documents.signing import check_code
from kernnetwerk_app.domain.datum import dag_en_maand, datum_kort
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.keukentafel import Tafel
from kernnetwerk_app.domain.lijst import Keuze
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.ondertekening import Hoedanigheid
from kernnetwerk_app.domain.ondertekening import Keuze as Tekenkeuze
from kernnetwerk_app.domain.plan import Wie, wat_mist
from kernnetwerk_app.domain.vrijwilligersregel import VrijwilligerZonderEinde
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services import (
    afsprakenkaart,
    daad,
    gespreksverslag,
    gids,
    keukentafel,
    ondertekening,
    plan,
    planversie,
)
from kernnetwerk_app.services import dossier as dossiers
from kernnetwerk_app.services.ondertekening import Tekenvraag
from kernnetwerk_app.services.planversie import is_zelfde
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.services.werkwijze import zo_doen_wij
from kernnetwerk_app.teksten import load
from tests.documents.voorbeeld import KENMERK
from tests.factories import SANNE, make_werkplek
from tests.services.aanvraag_opzet import met_hulp
from tests.services.opzet import STREPEN, Dossier, begin_dossier, gelezen

HALF_JAAR = date(2027, 10, 20)


@pytest.fixture(scope="module")
def plek(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path_factory.mktemp("laptop"))
    yield plek
    plek.store.close()


@pytest.fixture
def dossier(plek: Werkplek) -> Dossier:
    return begin_dossier(plek)


@pytest.mark.eis("PLAN-07")
def test_a_plan_that_is_read_together_has_no_line_without_owner_begin_and_day_to_look_back(dossier: Dossier) -> None:
    """Three sentences are all that was typed."""
    doel = dossier.doel()
    for zin in ("Ik ga elke dinsdag.", "Mijn zus brengt mij.", "Hulp in huis doet het bad."):
        plan.add_afspraak(dossier.plek, doel, zin)
    eigen = dossier.plan().doelen[0].afspraken[1]
    dossier.wijzig(eigen, begin_datum=None, terugkijk_datum=date(2027, 6, 29))
    assert dossier.plan().terugkijk == HALF_JAAR
    inhoud = plan.read_inhoud(dossier.versie())
    regels = inhoud.doelen[0].afspraken
    assert [regel.begin for regel in regels] == [dossier.plek.vandaag] * 3
    assert [regel.terugkijk for regel in regels] == [HALF_JAAR, date(2027, 6, 29), HALF_JAAR]
    assert [(regel.wie, regel.regelt) for regel in regels] == [
        ("Ik zelf", None),
        ("Mijn zus", None),
        ("Beroepskracht", "Sanne Modelman"),
    ]
    assert "Sanne Modelman zoekt uit wie." in gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))
    assert dossier.plan().plan.terugkijk_datum == HALF_JAAR
    assert [wat_mist(regel) for regel in dossier.plan().doelen[0].afspraken[:2]] == [(), ()]


def test_a_line_that_begins_after_the_day_of_the_plan_is_looked_back_on_when_it_begins(dossier: Dossier) -> None:
    plan.add_afspraak(dossier.plek, dossier.doel(), "Ik ga elke dinsdag.")
    dossier.wijzig(dossier.plan().plan, terugkijk_datum=dossier.plek.vandaag + timedelta(days=3))
    later = dossier.plek.vandaag + timedelta(days=30)
    dossier.wijzig(dossier.plan().doelen[0].afspraken[0], begin_datum=later)
    (regel,) = plan.read_inhoud(dossier.versie()).doelen[0].afspraken
    assert (regel.begin, regel.terugkijk) == (later, later)


def _op_papier(dossier: Dossier) -> list[bytes]:
    """The other papers that say when."""
    return [
        maken(dossier.plek, dossier.huishouden_id)
        for maken in (gids.load_pdf, afsprakenkaart.load_pdf, gespreksverslag.load_pdf)
    ]


def _plaatsen(dossier: Dossier, *koppen: str) -> list[int]:
    woorden = gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))
    return [woorden.find(kop) for kop in koppen]


@pytest.mark.eis("PLAN-08")
def test_what_i_can_do_myself_is_the_first_part_and_my_lines_stand_between_those_of_others(dossier: Dossier) -> None:
    dossier.typ("vraag.waar_het_om_gaat", "Weer onder de mensen komen.")
    dossier.wijzig(dossier.plan().plan, zelf="Ik kook elke dag.")
    doel = dossier.doel()
    for zin in ("Mijn zus gaat mee.", "Ik bel de bus.", "De buurtbus haalt ons."):
        plan.add_afspraak(dossier.plek, doel, zin)
    plaatsen = _plaatsen(
        dossier,
        "Mijn vraag",
        "Wat ik zelf kan en wat goed gaat",
        "Ik kook elke dag.",
        "Waar het om gaat",
        "Wat ik wil, en wie wat doet",
        "Mijn zus gaat mee.",
        "Ik bel de bus.",
        "De buurtbus haalt ons.",
    )
    assert -1 not in plaatsen
    assert plaatsen == sorted(plaatsen)
    assert [regel.soort for regel in plan.read_inhoud(dossier.versie()).doelen[0].afspraken] == [
        Wie.NETWERK,
        Wie.INWONER,
        Wie.ALGEMENE_VOORZIENING,
    ]


@pytest.mark.eis("PLAN-14")
def test_a_municipality_orders_and_names_the_parts_and_a_version_keeps_those_of_its_day(dossier: Dossier) -> None:
    dossier.wijzig(dossier.plan().plan, zelf="Ik kook elke dag.")
    plan.add_afspraak(dossier.plek, dossier.doel(), "Ik bel de bus.")
    oud = dossier.versie()
    assert plan.read_inhoud(oud).sjabloon == "plan_opbouw 3"
    lijst = dossier.plek.profiel.lijst("plan_opbouw")
    (zegt,) = (g.zinnen for g in zo_doen_wij(dossier.plek.profiel) if g.sleutel == "opbouw")
    assert zegt[-1] == "Versie 3, gekozen door dit programma, tot onze gemeente zelf kiest."
    eigen = replace(
        lijst,
        versie=7,
        bron="Werkwijze 2027",
        keuzes=(Keuze("doelen", "Onze doelen"), lijst.keuzes[0], lijst.keuzes[-1]),
    )
    lijsten = {**dossier.plek.profiel.lijsten, "plan_opbouw": eigen}
    hier = replace(dossier, plek=replace(dossier.plek, profiel=replace(dossier.plek.profiel, lijsten=lijsten)))
    assert hier.versie() == oud, "nobody reads the same words again for another order"
    hier.wijzig(hier.plan().plan, zelf="Ik kook elke dag zelf.")
    plaatsen = _plaatsen(hier, "Onze doelen", "Mijn vraag", "Wat goed gaat en wat ik zelf kan", "Zo gaat het verder")
    assert -1 not in plaatsen  # what the list leaves out is still there, before how it goes on
    assert plaatsen == sorted(plaatsen)
    assert plan.read_inhoud(hier.versie()).sjabloon == "plan_opbouw 7"
    woorden = gelezen(ondertekening.render(dossier.plek, oud, ()))
    assert woorden.find("Wat ik zelf kan en wat goed gaat") < woorden.find("Wat ik wil, en wie wat doet")


@pytest.mark.eis("PLAN-23")
@pytest.mark.parametrize("gemeente", ["bmwe", "dalfsen"])
def test_how_one_plan_is_called_differs_by_municipality_and_there_is_one_plan_all_the_same(
    dossier: Dossier, gemeente: str
) -> None:
    profiel = load_profiel(gemeente)
    leuzen = {"leus": profiel.leus, "leus_alleen": profiel.leus_alleen}
    hier = replace(dossier, plek=replace(dossier.plek, profiel=replace(dossier.plek.profiel, **leuzen)))
    hier.doel()
    alleen = hier.versie()
    papier = gelezen(ondertekening.render(hier.plek, alleen, ()))
    assert profiel.leus_alleen in papier
    assert "gezin" not in papier, "who lives alone has none"
    with hier.plek.store.write() as werk:
        werk.add(Inwoner(id=hier.plek.new_id(), huishouden_id=hier.huishouden_id, voornamen="Mia", achternaam="Proef"))
        werk.commit("test.huisgenoot")
    assert hier.versie() == alleen, "nothing else is said because of that"
    hier.doel("Ik wil zingen.")
    assert profiel.leus in gelezen(ondertekening.render(hier.plek, hier.versie(), ()))
    assert plan.begin(hier.plek, hier.huishouden_id)[0] == hier.plan_id
    assert load_profiel("bmwe").leus != load_profiel("dalfsen").leus


@pytest.mark.eis("PLAN-20")
def test_what_we_want_to_see_of_a_goal_is_in_what_the_representative_agrees_with(dossier: Dossier) -> None:
    plan.add_afspraak(dossier.plek, dossier.doel(), "Ik bel de bus.")
    dossier.wijzig(dossier.plan().doelen[0].doel, resultaat="Ik ben er elke dinsdag geweest.")
    versie = dossier.versie()
    vraag = Tekenvraag(Tekenkeuze.EENS, None, "Karin Voorbeeld", Hoedanigheid.MENTOR, STREPEN)
    getekend, _ = ondertekening.teken(dossier.plek, versie.id, vraag)
    papier = gelezen(dossiers.load_stuk(dossier.plek, getekend))
    assert "Zo zien we dat het lukt: Ik ben er elke dinsdag geweest." in papier
    assert "Karin Voorbeeld" in papier


@pytest.mark.eis("PLAN-05")
def test_who_speaks_for_the_resident_has_a_place_of_their_own_to_sign(dossier: Dossier) -> None:
    """With version, day, pages, and the places of the resident and the contact person (PLAN-05)."""
    plan.add_afspraak(dossier.plek, dossier.doel(), "Ik bel de bus.")
    zonder = gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))
    inhoud = plan.read_inhoud(dossier.versie()).model_copy(update={"aan": ("Aan Karin Voorbeeld, mentor",)})
    met = gelezen(plan_pdf(inhoud, KENMERK, (), load_house_style()))
    for zin in (
        "dinsdag 20 april 2027 · versie 1",
        "bladzijde 1 van",
        "Handtekening van Sanne Modelman",
        "Ik teken als",
    ):
        assert zin in zonder
        assert zin in met
    eigen = "Handtekening van wie voor mij spreekt of beslist"
    assert (eigen in zonder, eigen in met) == (False, True)


def test_a_contact_person_without_a_telephone_is_found_where_people_can_walk_in(dossier: Dossier) -> None:
    zonder = replace(dossier.plek, medewerker=dossier.plek.medewerker.model_copy(update={"telefoon": None}))
    with zonder.store.write() as werk:
        werk.change(werk.get(Medewerker, SANNE.id), telefoon=None)
        werk.commit("sync.ronde")
    plan.add_afspraak(zonder, dossier.doel(), "Een maatje komt.", Wie.VRIJWILLIGER, "Jan Proef")
    regel = dossier.plan().doelen[0].afspraken[0]
    assert regel.achtervang_bereik == "Kulturhus De Linde, dinsdag en donderdag van 9.00 tot 11.00"
    assert dossier.versie().nummer == 1
    with zonder.store.write() as werk:
        werk.change(werk.get(Medewerker, SANNE.id), telefoon=SANNE.telefoon)
        werk.commit("sync.ronde")


def test_a_line_under_a_goal_that_was_taken_out_stops_nobody(dossier: Dossier) -> None:
    weg = dossier.doel("Dit toch niet.")
    plan.add_afspraak(dossier.plek, weg, "Een maatje komt.", Wie.VRIJWILLIGER, "Jan Proef")
    plan.add_afspraak(dossier.plek, dossier.doel(), "Ik bel de bus.")
    regel = dossier.plan().doelen[0].afspraken[0]
    dossier.wijzig(regel, eind_datum=None)
    with pytest.raises(VrijwilligerZonderEinde):
        dossier.versie()
    dossier.wijzig(dossier.plan().doelen[0].doel, vervallen_datum=dossier.plek.vandaag)
    assert [doel.nummer for doel in plan.read_inhoud(dossier.versie()).doelen] == [1]


@pytest.mark.eis("PLAN-07")
def test_help_that_nobody_decided_on_begins_after_our_decision_unless_somebody_chose_a_day(dossier: Dossier) -> None:
    """The day on which it was typed is no promise; on each paper and on the turned screen it says so."""
    doel = dossier.doel()
    plan.add_afspraak(dossier.plek, doel, "Mijn zus brengt mij.")
    regel = met_hulp(dossier)
    dossier.wijzig(regel, hoe_vaak="elke week")
    dag = dag_en_maand(dossier.plek.vandaag)
    inhoud = plan.read_inhoud(dossier.versie())
    zus, hulp = inhoud.doelen[0].afspraken
    assert (zus.begin, hulp.begin, hulp.terugkijk) == (dossier.plek.vandaag, None, HALF_JAAR)
    assert wat_mist(dossier.plan().doelen[0].afspraken[1]) == ("waarom",)
    for papier in (ondertekening.render(dossier.plek, dossier.versie(), ()), *_op_papier(dossier)):
        tekst = gelezen(papier).replace("\xa0", " ")
        assert tekst.count("het besluit van de gemeente") == 1
        assert tekst.count(f"vanaf {dag}") == 1, "of the sister alone"
    with dossier.plek.store.read() as lezer:
        samen = Tafel(frozenset({dossier.plan().inwoner.id}))
        tafel = keukentafel.load(dossier.plek, lezer, dossier.huishouden_id, dossier.gesprek_id, samen)
    deel = next(deel for deel in tafel.delen if deel.sleutel == "doelen")
    assert [r.wanneer for r in deel.zinnen[0].regels[-2:]] == ["", "elke week, na het besluit van de gemeente"]

    gekozen = dossier.plek.vandaag + timedelta(days=14)
    dossier.wijzig(regel, begin_datum=gekozen)
    dossier.wijzig(regel, wet="jeugdwet")
    assert plan.read_inhoud(dossier.versie()).doelen[0].afspraken[1].begin == gekozen


def test_a_doer_or_a_law_that_goes_and_comes_again_chooses_no_day_and_a_person_does(dossier: Dossier) -> None:
    regel, vandaag = met_hulp(dossier), dossier.plek.vandaag

    def begin(**velden: object) -> date | None:
        if velden:
            dossier.wijzig(regel, **velden)
        return dossier.plan().doelen[0].afspraken[0].begin_datum

    def neem_terug() -> date | None:
        with dossier.plek.store.read() as lezer:
            laatste = daad.load(dossier.plek, lezer)[0].nummer
        daad.neem_terug(dossier.plek, laatste)
        return begin()

    assert begin(wie=Wie.NETWERK) == vandaag, "nobody decides on that"
    assert begin(wie=Wie.PROFESSIONAL) is None
    assert begin(wet=None) == vandaag
    assert neem_terug() is None
    assert begin(wet=None) == vandaag
    assert begin(wet="jeugdwet") is None
    assert plan.read_inhoud(dossier.versie()).doelen[0].afspraken[0].begin is None
    begin(wie=Wie.NETWERK)
    begin(begin_datum=None)
    assert begin(wie=Wie.NETWERK) is None, "the same choice once more puts no day there"
    assert neem_terug() == vandaag
    begin(begin_datum=vandaag + timedelta(days=7))
    assert neem_terug() == vandaag
    assert begin(wie=Wie.PROFESSIONAL) is None, "what was typed is gone again, and the day before it was not typed"
    assert begin(begin_datum=vandaag) == vandaag
    assert begin(wet="wmo") == vandaag, "today is a day that one can choose too"
    assert plan.read_inhoud(dossier.versie()).doelen[0].afspraken[0].begin == vandaag


def test_a_line_that_is_over_already_does_not_begin_after_its_end(dossier: Dossier) -> None:
    regel, einde = met_hulp(dossier), dossier.plek.vandaag - timedelta(days=7)
    dossier.wijzig(regel, eind_datum=einde)
    dossier.wijzig(regel, wie=Wie.NETWERK)
    assert dossier.plan().doelen[0].afspraken[0].begin_datum == einde
    dossier.wijzig(regel, tekst="Mijn zus doet de vloeren.")
    assert dossier.plan().doelen[0].afspraken[0].tekst == "Mijn zus doet de vloeren."
    dossier.wijzig(regel, begin_datum=None)
    assert plan.read_inhoud(dossier.versie()).doelen[0].afspraken[0].begin == einde


def test_a_begin_that_was_taken_over_before_goes_when_the_plan_is_read_together_again(dossier: Dossier) -> None:
    plan.add_afspraak(dossier.plek, dossier.doel(), "Hulp in huis doet het bad.")
    with dossier.plek.store.write() as werk:
        werk.change(dossier.plan().doelen[0].afspraken[0], wet="wmo")
        werk.commit("plan.gewijzigd", dossier.huishouden_id)
    (regel,) = plan.read_inhoud(dossier.versie()).doelen[0].afspraken
    assert regel.begin is None


def test_the_route_on_the_plan_says_the_day_of_looking_back_and_a_version_of_before_is_no_other_plan(
    dossier: Dossier,
) -> None:
    dossier.doel()
    nu = plan.read_inhoud(dossier.versie())
    assert nu.route_onder[-1] == "wo 20 oktober"
    toen = nu.model_copy(update={"route_onder": (*nu.route_onder[:-1], "samen gekozen dag")})
    ander = toen.model_copy(update={"route_onder": ("", "do 1 april", *toen.route_onder[2:])})
    with dossier.plek.store.read() as lezer:
        assert is_zelfde(lezer, dossier.huishouden_id, nu, toen)
        assert not is_zelfde(lezer, dossier.huishouden_id, nu, ander)
        gesprek = date(2027, 4, 20)
        vandaag = nu.model_copy(update={"terugkijk": gesprek, "route_onder": (*nu.route_onder[:-1], nu.route_onder[1])})
        elders = vandaag.model_copy(update={"route_onder": ("", "do 1 april", *vandaag.route_onder[2:])})
        assert vandaag.route_onder[1] == vandaag.route_onder[-1] == datum_kort(gesprek)
        assert not is_zelfde(lezer, dossier.huishouden_id, vandaag, elders), "the gesprek is not the looking back"


def test_the_route_on_the_plan_says_by_when_we_decide_once_help_was_asked_for_and_what_was_read_stays(
    dossier: Dossier,
) -> None:
    """Asking for it makes no other plan of it: nobody signs again for that."""
    dossier.doel()
    met_hulp(dossier)
    eerst = dossier.versie()
    assert plan.read_inhoud(eerst).route_onder[3] == "alleen als het nodig is"
    vraag = Tekenvraag(Tekenkeuze.EENS, None, "Anna Voorbeeld-Jansen", Hoedanigheid.INWONER, STREPEN)
    regel = dossier.plan().doelen[0].afspraken[0]
    ondertekening.teken(dossier.plek, eerst.id, replace(vraag, vraagt_aan=(regel.id,)))
    assert dossier.plan().inhoud.route_onder[3] == "uiterlijk 4 mei"
    assert dossier.versie().id == eerst.id
    plan.add_afspraak(dossier.plek, dossier.plan().doelen[0].doel.id, "Mijn zus brengt mij.")
    later = dossier.versie()
    assert "uiterlijk 4 mei" in gelezen(ondertekening.render(dossier.plek, later, ())).replace("\xa0", " ")
    assert "alleen als het nodig is" in gelezen(ondertekening.render(dossier.plek, eerst, ())).replace("\xa0", " ")


def test_a_word_for_how_help_is_paid_is_explained_as_it_was_told_and_makes_no_other_plan(dossier: Dossier) -> None:
    """Also beside another language; a version of before has no explanation, and is still the plan as it stands."""
    dossier.doel()
    dossier.wijzig(dossier.plan().plan, leverwens="pgb", leverwens_reden="Ik wil zelf kiezen.")
    versie = dossier.versie()
    papier = gelezen(ondertekening.render(dossier.plek, versie, ()))
    uitleg = "Een pgb: U krijgt een budget en regelt de hulp zelf."
    assert f"Hoe ik de hulp het liefst krijg: Een pgb. Ik wil zelf kiezen. {uitleg}" in papier
    engels = load_house_style(frozenset({dossier.plek.profiel.vertalingen["engels"]}))
    naast = gelezen(plan_pdf(plan.read_inhoud(versie), KENMERK, (), engels))
    assert "You get a budget and arrange the help yourself." in naast
    for keuze in dossier.plek.profiel.lijst("financiering").keuzes[:2]:
        assert keuze.uitleg.startswith(load("papier")(f"leverwens.{keuze.sleutel}")), "one sentence, in both places"
    velden = plan.read_inhoud(versie).model_dump(mode="json", exclude={"leverwens_uitleg", "bevindingen", "besluit"})
    octets = codec.dumps(velden)
    oud = versie.model_copy(update={"inhoud": octets, "code": check_code(octets)})
    assert planversie.dump_inhoud(plan.read_inhoud(oud)) == octets
    assert "U krijgt een budget" not in gelezen(ondertekening.render(dossier.plek, oud, ()))
    with dossier.plek.store.write() as werk:
        toen = werk.add(oud.model_copy(update={"id": dossier.plek.new_id(), "nummer": 2}))
        assert not plan.is_veranderd(dossier.plek, werk, toen.id)
    dossier.wijzig(dossier.plan().plan, leverwens=None)
    assert b"leverwens_uitleg" not in dossier.versie().inhoud, "nothing to explain"
