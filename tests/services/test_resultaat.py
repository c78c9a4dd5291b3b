"""How we will see that a goal was reached: typed, or a proposal for that day, and always in what is signed."""

from collections.abc import Iterator
from datetime import date

import pytest

from kernnetwerk_app.documents.house_style import load_house_style
from kernnetwerk_app.documents.plan_pdf import plan_pdf
from kernnetwerk_app.documents.signing import check_code
from kernnetwerk_app.domain.keukentafel import Tafel
from kernnetwerk_app.domain.plan import Akkoord
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.services import keukentafel, ondertekening, plan, planconcept
from kernnetwerk_app.services.planverschil import vergelijk
from kernnetwerk_app.services.werkplek import Werkplek
from tests.documents.voorbeeld import KENMERK
from tests.factories import make_werkplek
from tests.services.opzet import DOEL, Dossier, begin_dossier, gelezen

KOP = "Zo zien we dat het lukt:"
OPEN = f"{KOP} Dat bekijken we samen als we terugkijken."
GEVRAAGD = f"{KOP} Dat bekijken we samen op 20 oktober 2027."
GETYPT = "Ik ben er elke dinsdag geweest."


@pytest.fixture(scope="module")
def plek(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path_factory.mktemp("laptop"))
    yield plek
    plek.store.close()


@pytest.fixture
def dossier(plek: Werkplek) -> Dossier:
    """A goal with a line, of which nobody said how we will see that it works."""
    dossier = begin_dossier(plek)
    plan.add_afspraak(plek, dossier.doel(), "Ik bel de bus.")
    return dossier


def test_nobody_typed_it_and_what_is_signed_says_when_we_look_whether_it_worked(dossier: Dossier) -> None:
    assert dossier.plan().inhoud.doelen[0].terugvraag == GEVRAAGD.removeprefix(f"{KOP} "), "as it will be frozen"
    versie = dossier.versie()
    getekend = dossier.teken(versie)
    assert getekend.pdf is not None
    assert GEVRAAGD in gelezen(getekend.pdf)
    engels = load_house_style(frozenset({dossier.plek.profiel.vertalingen["engels"]}))
    naast = gelezen(plan_pdf(plan.read_inhoud(versie), KENMERK, (), engels))
    assert "Dat bekijken we samen op 20 oktober 2027. We will look at that together on 20 oktober 2027." in naast
    dossier.wijzig(dossier.plan().plan, terugkijk_datum=date(2027, 12, 1))
    papier = gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))
    assert f"{KOP} Dat bekijken we samen op 1 december 2027." in papier
    assert GEVRAAGD in gelezen(ondertekening.render(dossier.plek, versie, ())), "what was signed stays what it was"
    dossier.wijzig(dossier.plan().doelen[0].doel, resultaat=GETYPT)
    papier = gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))
    assert f"{KOP} {GETYPT}" in papier
    assert "Dat bekijken we samen" not in papier
    (anders,) = vergelijk(
        plan.read_inhoud(versie),
        plan.read_inhoud(dossier.versie()).model_copy(update={"terugkijk": plan.read_inhoud(versie).terugkijk}),
    )
    assert anders.nu == f"{KOP} {GETYPT}", "the question follows from the day, and is not told again for each goal"


def test_a_goal_of_which_all_goes_on_longer_is_looked_at_later_and_a_day_that_is_past_is_not_named(
    dossier: Dossier,
) -> None:
    """Each time the screen says of it what is frozen then."""

    def gevroren() -> str:
        getoond = dossier.plan().inhoud.doelen[0].terugvraag
        (doel,) = plan.read_inhoud(dossier.versie()).doelen
        assert doel.terugvraag == getoond
        return f"{KOP} {getoond}"

    def regel(plaats: int, **velden: object) -> None:
        dossier.wijzig(dossier.plan().doelen[0].afspraken[plaats], **velden)

    dossier.wijzig(dossier.plan().plan, terugkijk_datum=date(2027, 6, 29))
    regel(0, begin_datum=date(2027, 9, 1), terugkijk_datum=None)
    concept = dossier.plan().inhoud
    assert gevroren() == f"{KOP} Dat bekijken we samen op 1 september 2027."
    engels = load_house_style(frozenset({dossier.plek.profiel.vertalingen["engels"]}))
    for inhoud, kenmerk in ((concept, None), (plan.read_inhoud(dossier.versie()), KENMERK)):
        naast = gelezen(plan_pdf(inhoud, kenmerk, (), engels))
        assert "We will look at that together on 1 september 2027." in naast
    plan.add_afspraak(dossier.plek, dossier.plan().doelen[0].doel.id, "Ik ga elke dinsdag.")
    assert gevroren() == f"{KOP} Dat bekijken we samen op 29 juni 2027."
    regel(1, akkoord=Akkoord.NIET_AKKOORD)
    assert gevroren() == f"{KOP} Dat bekijken we samen op 1 september 2027."
    regel(0, terugkijk_datum=date(2027, 9, 2))
    assert gevroren() == f"{KOP} Dat bekijken we samen op 2 september 2027."
    regel(1, akkoord=None)
    dossier.wijzig(dossier.plan().plan, terugkijk_datum=date(2027, 1, 5))
    assert gevroren() == f"{KOP} Dat bekijken we samen op 29 juni 2027."
    regel(1, begin_datum=date(2027, 1, 5), terugkijk_datum=date(2027, 1, 5))
    assert gevroren() == OPEN


def test_who_takes_the_chosen_day_out_sees_on_the_paper_beside_it_the_day_that_it_is_then(dossier: Dossier) -> None:
    dossier.wijzig(dossier.plan().plan, terugkijk_datum=date(2027, 6, 29))
    beeld = dossier.plan()
    getypt = planconcept.inhoud_getypt(beeld, [beeld.plan.model_copy(update={"terugkijk_datum": None})])
    dossier.wijzig(beeld.plan, terugkijk_datum=None)
    straks = dossier.plan().inhoud
    assert (getypt.terugkijk, getypt.doelen[0].terugvraag) == (straks.terugkijk, straks.doelen[0].terugvraag)
    assert (straks.terugkijk, straks.doelen[0].terugvraag) == (date(2027, 10, 20), GEVRAAGD.removeprefix(f"{KOP} "))


def _van_toen(versie: PlanVersie) -> PlanVersie:
    """The same version as a program froze it before there were proposals or findings, key for key."""
    inhoud = plan.read_inhoud(versie).model_dump(mode="json")
    assert inhoud.pop("bevindingen") == []
    for doel in inhoud["doelen"]:
        del doel["terugvraag"]
    inhoud["opbouw"] = [deel for deel in inhoud["opbouw"] if deel["sleutel"] != "bekeken"]
    inhoud["sjabloon"] = "plan_opbouw 1"
    octets = codec.dumps(inhoud)
    return versie.model_copy(update={"inhoud": octets, "code": check_code(octets)})


def test_a_version_of_before_prints_as_it_was_and_is_still_the_plan_as_it_stands(dossier: Dossier) -> None:
    nu = dossier.versie()
    oud = _van_toen(nu)
    assert (len(plan.read_inhoud(oud).opbouw), len(plan.read_inhoud(nu).opbouw)) == (8, 9)
    papier = gelezen(ondertekening.render(dossier.plek, oud, ()))
    assert DOEL in papier
    assert KOP not in papier
    with dossier.plek.store.write() as werk:
        toen = werk.add(oud.model_copy(update={"id": dossier.plek.new_id(), "nummer": 2}))
        assert not plan.is_veranderd(dossier.plek, werk, toen.id)
        werk.commit("test.van_toen")
    assert dossier.versie().inhoud == oud.inhoud, "reading it together again makes no other plan of it"
    dossier.wijzig(dossier.plan().doelen[0].doel, resultaat=GETYPT)
    derde = dossier.versie()
    assert derde.nummer == 3
    dossier.doel("Ik wil zingen.")
    assert [doel.terugvraag is None for doel in plan.read_inhoud(dossier.versie()).doelen] == [True, False]


def test_who_looks_along_at_the_table_reads_it_under_the_goal_and_puts_right_what_was_typed(dossier: Dossier) -> None:
    def onder_het_doel() -> keukentafel.Zin:
        with dossier.plek.store.read() as lezer:
            hier, gesprek = dossier.huishouden_id, dossier.gesprek_id
            beeld = keukentafel.load(dossier.plek, lezer, hier, gesprek, Tafel(frozenset({dossier.plan().inwoner.id})))
        (doel,) = next(deel.zinnen for deel in beeld.delen if deel.sleutel == "doelen")
        return doel.regels[0]

    zin = onder_het_doel()
    assert (f"{zin.wie}: {zin.tekst}", zin.adres) == (GEVRAAGD, None), "the sentence that will be frozen"
    assert dossier.plek.profiel.vertalingen["engels"].toon(zin.tekst).startswith("We will look at that together on 20")
    dossier.wijzig(dossier.plan().doelen[0].doel, resultaat=GETYPT)
    zin = onder_het_doel()
    assert f"{zin.wie}: {zin.tekst}" == f"{KOP} {GETYPT}"
    assert zin.adres is not None
    assert (zin.adres.entiteit_id, zin.adres.veld) == (dossier.plan().doelen[0].doel.id, "resultaat")
