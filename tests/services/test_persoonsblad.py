"""Parents read what concerns them or the child; nobody reads what a partner said apart (item 9)."""

from uuid import UUID

import pytest

from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.services import mensen, ondertekening, persoonsblad
from kernnetwerk_app.services.vraagverheldering import persoonssleutel
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import make_werkplek
from tests.services.opzet import Dossier, begin_dossier, gelezen

pytestmark = pytest.mark.usefixtures("qapp")
ANNA, HENK, MIA = "Ik slaap slecht.", "Ik wil weg uit dit huis.", "Mia gaat liever niet naar school."


@pytest.fixture
def plek(tmp_path_factory: pytest.TempPathFactory) -> Werkplek:
    return make_werkplek(tmp_path_factory.mktemp("persoonsblad"))


@pytest.fixture
def hier(plek: Werkplek) -> Dossier:
    """A mother with gezag, her partner without, and a child of eight; each told something apart."""
    hier = begin_dossier(plek)
    partner = {"voornamen": "Henk", "achternaam": "Proef", "rol": RolInHuishouden.PARTNER}
    kind = {"voornamen": "Mia", "achternaam": "Proef", "rol": RolInHuishouden.KIND, "geboortedatum": "2019-01-31"}
    for velden in (partner, kind):
        mensen.leg_vast(plek, Inwoner, hier.huishouden_id, velden)
    anna, henk, mia = wie(hier)
    for ander, gezag in ((anna, Gezag.JA), (henk, Gezag.NEE)):
        velden = {"inwoner_id": mia, "ander_id": ander, "relatie": "ouder", "gezag": gezag}
        mensen.leg_vast(plek, Relatie, hier.huishouden_id, velden)
    for over, woorden in ((anna, ANNA), (henk, HENK), (mia, MIA)):
        hier.typ(persoonssleutel("dagbesteding.lastig", over), woorden)
    return hier


def wie(hier: Dossier) -> list[UUID]:
    with hier.plek.store.read() as lezer:
        return [lid.inwoner.id for lid in mensen.load(hier.plek, lezer, hier.huishouden_id).leden]


def op_papier_voor(hier: Dossier, wie_id: UUID) -> set[str]:
    tekst = gelezen(persoonsblad.load_pdf(hier.plek, hier.huishouden_id, wie_id))
    return {woorden for woorden in (ANNA, HENK, MIA) if woorden in tekst}


def test_i_read_what_i_told_apart_and_what_is_about_my_child_and_never_what_my_partner_told(hier: Dossier) -> None:
    anna, henk, mia = wie(hier)
    assert op_papier_voor(hier, anna) == {ANNA, MIA}
    assert op_papier_voor(hier, henk) == {HENK}, "nobody saw that he has the gezag"
    assert op_papier_voor(hier, mia) == {MIA}


def test_what_was_told_apart_is_not_in_the_plan_of_the_household(hier: Dossier) -> None:
    hier.doel()
    tekst = gelezen(ondertekening.load_versie_pdf(hier.plek, hier.versie().id))
    assert not any(woorden in tekst for woorden in (ANNA, HENK, MIA))


def test_of_who_told_nothing_apart_the_paper_says_so(hier: Dossier) -> None:
    leeg = begin_dossier(hier.plek)
    tekst = gelezen(persoonsblad.load_pdf(hier.plek, leeg.huishouden_id, wie(leeg)[0]))
    assert "Er is niets apart opgeschreven." in tekst
