"""Whom a line of the plan may name: people of this household, of whom it is said that they are near."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.plan import Wie
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services import plan
from tests.factories import make_werkplek
from tests.services.opzet import Dossier, begin_dossier


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    plek = make_werkplek(tmp_path)
    yield begin_dossier(plek)
    plek.store.close()


def _wie(dossier: Dossier, zin: str) -> tuple[Wie, str | None]:
    afspraak_id, _ = plan.add_afspraak(dossier.plek, dossier.doel(), zin)
    gevonden = (a for doel in dossier.plan().doelen for a in doel.afspraken if a.id == afspraak_id)
    return next((a.wie, a.wie_naam) for a in gevonden)


def _melding(dossier: Dossier, **velden: object) -> None:
    with dossier.plek.store.write() as werk:
        werk.change(werk.get(Melding, dossier.melding_id), **velden)
        werk.commit("test.wijzig")


def test_resident_and_worker_are_known_by_their_first_name(dossier: Dossier) -> None:
    assert _wie(dossier, "Anna belt de huisarts.") == (Wie.INWONER, None)
    voornaam = dossier.plek.medewerker.naam.split()[0]
    assert _wie(dossier, f"{voornaam} belt de huisarts.") == (Wie.PROFESSIONAL, voornaam)


def test_people_of_the_household_are_known(dossier: Dossier) -> None:
    assert _wie(dossier, "Piet kookt op dinsdag.") == (Wie.NETWERK, None)
    with dossier.plek.store.write() as werk:
        partner = Inwoner(
            id=dossier.plek.new_id(),
            huishouden_id=dossier.huishouden_id,
            voornamen="Piet",
            achternaam="Voorbeeld",
            rol=RolInHuishouden.PARTNER,
        )
        werk.add(partner)
        werk.commit("test.wijzig")
    assert _wie(dossier, "Piet kookt op dinsdag.") == (Wie.NETWERK, "Piet")


@pytest.mark.parametrize(("wie", "wat"), [("melder_naam", "melder_relatie"), ("vertegenwoordiger", "hoedanigheid")])
def test_who_asked_or_speaks_for_the_resident_is_known_when_near(dossier: Dossier, wie: str, wat: str) -> None:
    _melding(dossier, **{wie: "Karin Proef", wat: "huisarts"})
    assert _wie(dossier, "Karin belt elke dag.") == (Wie.NETWERK, None)
    _melding(dossier, **{wie: "Karin Proef", wat: "dochter"})
    assert _wie(dossier, "Karin belt elke dag.") == (Wie.NETWERK, "Karin")


@pytest.mark.parametrize(
    ("aanwezig", "naam"),
    [
        ("Karin, dochter", "Karin"),
        ("dochter Karin Proef", "Karin"),
        ("Anna en haar zus Karin", "Karin"),
        ("Karin (buurvrouw)", "Karin"),
        ("Karin van het welzijn", None),
        ("Karin", None),
        ("Karin, Riet", None),
    ],
)
def test_who_sat_at_the_table_is_known_when_it_is_said_that_they_are_near(
    dossier: Dossier, aanwezig: str, naam: str | None
) -> None:
    with dossier.plek.store.write() as werk:
        werk.change(werk.get(Vraagverheldering, dossier.gesprek_id), aanwezig=aanwezig)
        werk.commit("test.wijzig")
    assert _wie(dossier, "Karin belt elke dag.") == (Wie.NETWERK, naam)


def test_name_in_an_earlier_line_is_known_with_its_kind(dossier: Dossier) -> None:
    doel = dossier.doel()
    plan.add_afspraak(dossier.plek, doel, "Samen naar het koor.", Wie.VRIJWILLIGER, "Karin Proef")
    plan.add_afspraak(dossier.plek, doel, "Mijn zus Riet gaat mee.")
    assert _wie(dossier, "Karin belt elke dag.") == (Wie.VRIJWILLIGER, "Karin")
    assert _wie(dossier, "Riet belt elke dag.") == (Wie.NETWERK, "Riet")


def test_facilities_are_those_of_the_municipality(dossier: Dossier) -> None:
    assert _wie(dossier, "De zangclub haalt mij op.") == (Wie.PROFESSIONAL, None)
    doeners = replace(dossier.plek.profiel.doeners, voorzieningen=frozenset({"zangclub"}))
    plek = replace(dossier.plek, profiel=replace(dossier.plek.profiel, doeners=doeners))
    anders = replace(dossier, plek=plek)
    assert _wie(anders, "De zangclub haalt mij op.") == (Wie.ALGEMENE_VOORZIENING, "De zangclub")
