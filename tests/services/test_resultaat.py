"""How we will see that a goal was reached: typed, or asked on the day we look back, and always in what is signed."""

from collections.abc import Iterator
from datetime import date

import pytest

from kernnetwerk_app.documents.house_style import load_house_style
from kernnetwerk_app.documents.plan_pdf import plan_pdf
from kernnetwerk_app.documents.signing import check_code
from kernnetwerk_app.domain.keukentafel import Tafel
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.services import keukentafel, ondertekening, plan
from kernnetwerk_app.services.planverschil import vergelijk
from kernnetwerk_app.services.werkplek import Werkplek
from tests.documents.voorbeeld import KENMERK
from tests.factories import make_werkplek
from tests.services.opzet import DOEL, Dossier, begin_dossier, gelezen

KOP = "Zo zien we dat het lukt:"
OPEN = f"{KOP} Als we samen terugkijken, vragen we u: is dit gelukt?"
GEVRAAGD = f"{KOP} Op 20 oktober 2027 vragen we u: is dit gelukt?"
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


@pytest.mark.eis("PLAN-20")
def test_nobody_typed_it_and_what_is_signed_says_when_we_ask_whether_it_worked(dossier: Dossier) -> None:
    assert dossier.plan().inhoud.doelen[0].terugvraag == OPEN.removeprefix(f"{KOP} ")
    versie = dossier.versie()
    getekend = dossier.teken(versie)
    assert getekend.pdf is not None
    assert GEVRAAGD in gelezen(getekend.pdf)
    engels = load_house_style(frozenset({dossier.plek.profiel.vertalingen["engels"]}))
    naast = gelezen(plan_pdf(plan.read_inhoud(versie), KENMERK, (), engels))
    assert "vragen we u: is dit gelukt? On 20 oktober 2027 we will ask you: did this work out?" in naast
    dossier.wijzig(dossier.plan().plan, terugkijk_datum=date(2027, 6, 29))
    papier = gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))
    assert f"{KOP} Op 29 juni 2027 vragen we u: is dit gelukt?" in papier
    assert GEVRAAGD in gelezen(ondertekening.render(dossier.plek, versie, ())), "what was signed stays what it was"
    dossier.wijzig(dossier.plan().doelen[0].doel, resultaat=GETYPT)
    papier = gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))
    assert f"{KOP} {GETYPT}" in papier
    assert "is dit gelukt" not in papier
    (anders,) = vergelijk(
        plan.read_inhoud(versie),
        plan.read_inhoud(dossier.versie()).model_copy(update={"terugkijk": plan.read_inhoud(versie).terugkijk}),
    )
    assert anders.nu == f"{KOP} {GETYPT}", "the question follows from the day, and is not told again for each goal"


def _van_toen(versie: PlanVersie) -> PlanVersie:
    """The same version as a program of before froze it."""
    inhoud = plan.read_inhoud(versie).model_dump(mode="json", exclude={"doelen": {"__all__": {"terugvraag"}}})
    octets = codec.dumps(inhoud)
    return versie.model_copy(update={"inhoud": octets, "code": check_code(octets)})


def test_a_version_of_before_prints_as_it_was_and_is_still_the_plan_as_it_stands(dossier: Dossier) -> None:
    nu = dossier.versie()
    oud = _van_toen(nu)
    assert oud.inhoud != nu.inhoud
    papier = gelezen(ondertekening.render(dossier.plek, oud, ()))
    assert DOEL in papier
    assert KOP not in papier
    with dossier.plek.store.write() as werk:
        werk.add(oud.model_copy(update={"id": dossier.plek.new_id(), "nummer": 2}))
        werk.commit("test.van_toen")
    assert dossier.versie().inhoud == oud.inhoud, "reading it together again makes no other plan of it"
    dossier.wijzig(dossier.plan().doelen[0].doel, resultaat=GETYPT)
    derde = dossier.versie()
    assert derde.nummer == 3
    dossier.doel("Ik wil zingen.")
    assert [doel.terugvraag is None for doel in plan.read_inhoud(dossier.versie()).doelen] == [True, False]


@pytest.mark.eis("PLAN-20")
def test_who_looks_along_at_the_table_reads_it_under_the_goal_and_puts_right_what_was_typed(dossier: Dossier) -> None:
    def onder_het_doel() -> keukentafel.Zin:
        with dossier.plek.store.read() as lezer:
            hier, gesprek = dossier.huishouden_id, dossier.gesprek_id
            beeld = keukentafel.load(dossier.plek, lezer, hier, gesprek, Tafel(frozenset({dossier.plan().inwoner.id})))
        (doel,) = next(deel.zinnen for deel in beeld.delen if deel.sleutel == "doelen")
        return doel.regels[0]

    zin = onder_het_doel()
    assert (f"{zin.wie}: {zin.tekst}", zin.adres) == (OPEN, None)
    assert dossier.plek.profiel.vertalingen["engels"].toon(zin.tekst).startswith("When we look back together")
    dossier.wijzig(dossier.plan().doelen[0].doel, resultaat=GETYPT)
    zin = onder_het_doel()
    assert f"{zin.wie}: {zin.tekst}" == f"{KOP} {GETYPT}"
    assert zin.adres is not None
    assert (zin.adres.entiteit_id, zin.adres.veld) == (dossier.plan().doelen[0].doel.id, "resultaat")
