"""What is different in a version is told of all that was agreed, and a version of a newer program can be read."""

from dataclasses import replace
from datetime import date

import pytest

from kernnetwerk_app.domain.planversie import (
    InhoudBevinding,
    InhoudContact,
    InhoudLeefgebied,
    InhoudTekenaar,
    InhoudTrede,
    PlanInhoud,
)
from kernnetwerk_app.services.planverschil import sinds_vorige, vergelijk
from kernnetwerk_app.teksten import load
from tests.documents.voorbeeld import voorbeeld_inhoud
from tests.services.opzet import Dossier

ANDERS: dict[str, object] = {
    "vraag": "Ik wil naar buiten.",
    "waar_het_om_gaat": "Ik kom de deur niet meer uit.",
    "al_geprobeerd": "De buurman vragen.",
    "aanwezig": "Tante Proef",
    "makers": ("Karin Proef",),
    "samen_met": "Iemand van de kerk",
    "zelf": "Ik kook elke dag.",
    "kansen": "Ik wil leren fietsen.",
    "leefgebieden": (InhoudLeefgebied(naam="Wonen", lastig="De trap."),),
    "doelen": (),
    "verder": ("Een andere zin.",),
    "contact": InhoudContact(naam="Iemand Anders", functie="generalist", telefoon="0123"),
    "terugkijk": date(2031, 1, 1),
    "voorlichting": date(2031, 1, 2),
    "leverwens": "Met een budget",
    "leverwens_reden": "Ik ken haar al.",
    "netwerk": "ik wil nu niet dat zij helpen.",
    "bevindingen": (InhoudBevinding(sleutel="nu", label="Wat nu nodig is", woorden="Hulp bij de was."),),
    "tekenen": (InhoudTekenaar(naam="Vader Proef", als="ouder met gezag"),),
}
KOP_EN_VORM = {"gemeente", "titel", "plansoort", "van", "adres", "datum", "nummer", "aan", "leus"}
ROUTE = {"route", "route_nu", "route_onder"}
AFGELEID = {"opbouw", "sjabloon", "meldingen", "ongelezen", "aan_te_vragen", "mantelzorgers"}
AFGELEID |= {"besluit", "leverwens_uitleg"}
"""How it is built up, or what stands in a goal, in the question or in the head already."""


def test_every_field_of_a_plan_is_told_of_or_is_named_as_no_agreement() -> None:
    assert set(PlanInhoud.model_fields) == set(ANDERS) | KOP_EN_VORM | ROUTE | AFGELEID


@pytest.mark.parametrize("veld", ANDERS)
def test_nothing_that_was_agreed_changes_without_being_told(veld: str) -> None:
    oud = voorbeeld_inhoud()
    assert vergelijk(oud, oud) == ()
    assert vergelijk(oud, oud.model_copy(update={veld: ANDERS[veld]})) != ()


def test_of_deskundigen_is_told_that_one_answered_and_never_that_there_are_fewer() -> None:
    t, kop = load("papier"), {"sleutel": "deskundige", "label": "Wie dacht er mee?"}
    een, meer = (
        voorbeeld_inhoud(bevindingen=(InhoudBevinding(**kop, uitkomst=t(f"bekeken.{wat}"), waarde=wat),))
        for wat in ("deskundige", "deskundigen")
    )
    geen = voorbeeld_inhoud()
    (erbij,) = vergelijk(geen, een)
    assert erbij.nu == "Wie dacht er mee? Een deskundige. Het antwoord staat in het verslag van het gesprek."
    assert [len(vergelijk(*paar)) for paar in ((een, meer), (een, geen), (meer, een), (meer, geen))] == [1, 0, 0, 0]


def test_another_answer_to_whether_something_lighter_will_do_is_told_also_without_a_reason() -> None:
    oud = voorbeeld_inhoud()
    doelen = (oud.doelen[0].model_copy(update={"lichter_kan": kan, "lichter_reden": None}) for kan in (True, False))
    ja, nee = (oud.model_copy(update={"doelen": (doel,)}) for doel in doelen)
    (een,) = vergelijk(ja, nee)
    assert (een.was, een.nu) == (
        "Kan het ook lichter? Ja, het kan lichter.",
        "Kan het ook lichter? Nee, dit is nodig.",
    )


def test_only_of_a_plan_that_reads_the_same_it_is_said_that_all_words_are_the_same(hier: Dossier) -> None:
    def sinds(dossier: Dossier) -> tuple[int, bool]:
        versie = dossier.versie()
        with dossier.plek.store.read() as lezer:
            verschil = sinds_vorige(lezer, versie)
        assert verschil is not None
        return len(verschil.verschillen), verschil.nog_iets

    hier.doel()
    hier.teken(hier.versie())
    (doel,) = hier.plan().doelen
    hier.wijzig(doel.doel, resultaat="Ik zing.")
    assert sinds(hier) == (1, False)
    hier.wijzig(hier.plan().doelen[0].doel, resultaat=None)
    assert sinds(hier) == (0, False), "back to what was signed"
    profiel = replace(hier.plek.profiel, leus_alleen="Wij doen het anders.")
    anders = replace(hier, plek=replace(hier.plek, profiel=profiel))
    hier.wijzig(hier.plan().doelen[0].doel, resultaat="Ik dans.")
    assert sinds(anders) == (1, True), "that stands above the plan and is not told apart"
    eerste, *verder = profiel.route
    route = (replace(eerste, naam="Eerst bellen"), *verder)
    elders = replace(hier, plek=replace(hier.plek, profiel=replace(hier.plek.profiel, route=route)))
    hier.wijzig(hier.plan().doelen[0].doel, resultaat="Ik zing.")
    assert sinds(elders) == (1, True), "nor is the route, also beside what is told"
    assert sinds(hier) == (1, False)


def test_who_looks_up_who_will_do_it_is_told_too() -> None:
    oud = voorbeeld_inhoud()
    doel = oud.doelen[0]
    regel = doel.afspraken[0].model_copy(update={"regelt": "Sanne"})
    anders = doel.model_copy(update={"afspraken": (regel, *doel.afspraken[1:])})
    (een,) = vergelijk(oud, oud.model_copy(update={"doelen": (anders, *oud.doelen[1:])}))
    assert "Sanne zoekt uit wie" in een.nu


def test_a_rung_that_only_a_newer_program_knows_is_told_in_its_own_words() -> None:
    oud = voorbeeld_inhoud()
    doel = oud.doelen[0].model_copy(update={"ladder": (InhoudTrede(sleutel="nieuw", antwoord="Ja, de buurt."),)})
    (een,) = vergelijk(oud, oud.model_copy(update={"doelen": (doel, *oud.doelen[1:])}))
    assert een.nu == "Ja, de buurt."
