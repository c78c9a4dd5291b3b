"""What was signed does not change unseen: a laptop that writes over it, through the log, is found out on all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import text
from sqlmodel import Session

from kernnetwerk_app.documents.signing import check_code
from kernnetwerk_app.domain.aanvraag import Aanvraag
from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.ondertekening import Keuze, Ondertekening
from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.services import conflict, dossier, ondertekening, plan, planversie
from kernnetwerk_app.services.echtheid import OndertekeningGewijzigd, VersieGewijzigd, controleer
from kernnetwerk_app.services.verhaalitem import VerhaalItem, VerhaalSoort
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import JORIS, kopieer, make_werkplek
from tests.services.opzet import Dossier, begin_dossier
from tests.uitwisseling import breng_over

pytestmark = pytest.mark.usefixtures("qapp")


@dataclass
class Getekend:
    """A plan that was signed on Sanne's laptop, and that Joris has as well."""

    joris: Werkplek
    dossier: Dossier
    versie: PlanVersie
    ondertekening: Ondertekening

    @property
    def sanne(self) -> Werkplek:
        return self.dossier.plek

    def overschrijf(self, wat: Entiteit, **velden: Any) -> None:
        """Joris' laptop writes over something, and that arrives at Sanne's."""
        with self.joris.store.write() as werk:
            werk.change(werk.get(type(wat), wat.id), **velden)
            werk.commit("test.gewijzigd")
        breng_over(self.joris, self.sanne)

    def item(self, plek: Werkplek) -> VerhaalItem:
        """How the signature stands in the story of the dossier."""
        with plek.store.read() as lezer:
            verhaal = dossier.load(plek, lezer, self.dossier.huishouden_id).verhaal
        (item,) = (item for item in verhaal if item.soort is VerhaalSoort.ONDERTEKENING)
        return item


@pytest.fixture(scope="module")
def eerder(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> tuple[Path, Getekend]:
    """Two closed laptops with the signed plan, and what is on them."""
    folder = tmp_path_factory.mktemp("getekend")
    sanne = make_werkplek(folder / "sanne")
    joris = make_werkplek(folder / "joris", device_no=2, wie=JORIS)
    dossier = begin_dossier(sanne)
    dossier.doel()
    versie = dossier.versie()
    ondertekening = dossier.teken(versie, Keuze.NIET_EENS, "Liever op donderdag.")
    breng_over(sanne, joris)
    sanne.store.close()
    joris.store.close()
    return folder, Getekend(joris, dossier, versie, ondertekening)


@pytest.fixture
def getekend(eerder: tuple[Path, Getekend], tmp_path: Path) -> Iterator[Getekend]:
    folder, toen = eerder
    sanne = kopieer(folder / "sanne", tmp_path / "sanne")
    joris = kopieer(folder / "joris", tmp_path / "joris", device_no=2, wie=JORIS)
    yield replace(toen, joris=joris, dossier=replace(toen.dossier, plek=sanne))
    sanne.store.close()
    joris.store.close()


def _ander_plan(versie: PlanVersie) -> bytes:
    inhoud = plan.read_inhoud(versie)
    return planversie.dump_inhoud(inhoud.model_copy(update={"vraag": "Ik wil helemaal niets."}))


WIJZIGINGEN: dict[str, tuple[Callable[[Getekend], Entiteit], Callable[[Getekend], dict[str, Any]]]] = {
    "the content, with the old code": (lambda g: g.versie, lambda g: {"inhoud": _ander_plan(g.versie)}),
    "the content, with a code that fits": (
        lambda g: g.versie,
        lambda g: {"inhoud": _ander_plan(g.versie), "code": check_code(_ander_plan(g.versie))},
    ),
    "the number of the version": (lambda g: g.versie, lambda _: {"nummer": 9}),
    "the choice": (lambda g: g.ondertekening, lambda _: {"keuze": Keuze.EENS, "reactie": None}),
    "the day": (lambda g: g.ondertekening, lambda _: {"datum": date(2027, 4, 1)}),
    "the paper": (lambda g: g.ondertekening, lambda _: {"pdf": b"%PDF-1.7 iets anders"}),
    "the seal": (lambda g: g.ondertekening, lambda _: {"zegel": bytes(64)}),
}


def test_what_nobody_changed_is_whole_on_every_laptop(getekend: Getekend) -> None:
    for plek in (getekend.sanne, getekend.joris):
        assert not getekend.item(plek).gewijzigd
        assert dossier.load_stuk(plek, getekend.ondertekening.id) == getekend.ondertekening.pdf


@pytest.mark.parametrize("naam", WIJZIGINGEN)
def test_what_was_changed_after_signing_is_told_in_the_dossier_and_not_shown_as_signed(
    getekend: Getekend, naam: str
) -> None:
    wat, velden = WIJZIGINGEN[naam]
    getekend.overschrijf(wat(getekend), **velden(getekend))
    for plek in (getekend.sanne, getekend.joris):
        assert getekend.item(plek).gewijzigd
        with pytest.raises(OndertekeningGewijzigd):
            dossier.load_stuk(plek, getekend.ondertekening.id)
    with getekend.sanne.store.read() as lezer:
        eerste = lezer.geschiedenis(wat(getekend).id, 2)[0]
    assert eerste.id.device_no == 1, "what was signed is still there"


def test_a_household_that_is_joined_with_another_keeps_its_signatures(getekend: Getekend) -> None:
    """Which dossier a record is in was never signed."""
    ander = begin_dossier(getekend.joris)
    for wat in (getekend.versie, getekend.ondertekening):
        getekend.overschrijf(wat, huishouden_id=ander.huishouden_id)
    assert dossier.load_stuk(getekend.sanne, getekend.ondertekening.id) == getekend.ondertekening.pdf


def test_content_that_does_not_fit_its_code_is_not_read_or_signed_and_a_new_version_takes_its_place(
    getekend: Getekend,
) -> None:
    getekend.overschrijf(getekend.versie, inhoud=_ander_plan(getekend.versie))
    with getekend.sanne.store.read() as lezer, pytest.raises(VersieGewijzigd):
        ondertekening.load(getekend.sanne, lezer, getekend.versie.id)
    with pytest.raises(VersieGewijzigd):
        getekend.dossier.teken(getekend.versie)
    nieuw = getekend.dossier.versie()
    assert nieuw.id != getekend.versie.id
    assert getekend.dossier.teken(nieuw).code == nieuw.code


def test_two_contents_of_one_version_are_no_choice_for_anybody(getekend: Getekend) -> None:
    """Written beside the first and not over it; an ordinary text would be a choice."""
    for plek, tekst in ((getekend.sanne, "van Sanne"), (getekend.joris, "van Joris")):
        with plek.store.write() as werk:
            versie, doel = werk.get(PlanVersie, getekend.versie.id), getekend.dossier.plan().doelen[0].doel
            werk.change(versie, inhoud=_ander_plan(versie) + tekst.encode())
            werk.change(werk.get(Doel, doel.id), tekst=tekst)
            werk.commit("test.gewijzigd")
    breng_over(getekend.joris, getekend.sanne)
    with getekend.sanne.store.read() as lezer:
        gevonden = {c.soort: conflict.is_oplosbaar(c) for c in lezer.conflicten()}
    assert gevonden == {PlanVersie.soort: False, Doel.soort: True}
    assert getekend.item(getekend.sanne).gewijzigd


def test_own_seal_is_looked_at_when_the_paper_is_opened(getekend: Getekend) -> None:
    """Somebody with the keys who wrote in the database itself, past the log."""
    with Session(getekend.sanne.store._writer) as session:
        session.execute(text("UPDATE ondertekening SET naam = 'Iemand Anders'"))
        session.commit()
    with getekend.sanne.store.read() as lezer:
        assert lezer.get(Ondertekening, getekend.ondertekening.id).naam == "Iemand Anders"
    with pytest.raises(OndertekeningGewijzigd):
        dossier.load_stuk(getekend.sanne, getekend.ondertekening.id)


@pytest.mark.parametrize("anders", ["naam = 'Iemand Anders'", "strepen = x'80'", "pdf = x'25'"])
def test_on_another_laptop_what_is_shown_is_held_against_the_log(getekend: Getekend, anders: str) -> None:
    """The key of the first laptop is not known there; what it wrote is."""
    with Session(getekend.joris.store._writer) as session:
        session.execute(text(f"UPDATE ondertekening SET {anders}"))  # noqa: S608
        session.commit()
    assert _oordelen(getekend.joris) == [False]
    assert _oordelen(getekend.sanne) == [True]


def test_help_that_another_laptop_puts_under_a_signature_later_was_not_signed(getekend: Getekend) -> None:
    erbij = Aanvraag(
        id=getekend.joris.new_id(), huishouden_id=getekend.dossier.huishouden_id, wat="Een scootmobiel",
        ondertekening_id=getekend.ondertekening.id, planversie_id=getekend.versie.id, zegel=bytes(64),
        afspraak_id=getekend.joris.new_id(), ontvangen_datum=getekend.versie.datum,
    )  # fmt: skip
    with getekend.joris.store.write() as werk:
        werk.add(erbij)
        werk.commit("test.erbij")
    assert _oordelen(getekend.joris) == [False]


def test_a_signature_without_a_seal_or_moved_to_another_version_is_none(getekend: Getekend) -> None:
    getekend.dossier.doel("Ik wil ook eens naar zee.")
    nieuw = getekend.dossier.versie()
    toen = getekend.ondertekening
    with getekend.joris.store.write() as werk:
        werk.add(toen.model_copy(update={"id": getekend.joris.new_id(), "keuze": Keuze.EENS, "zegel": None}))
        werk.commit("test.zonder")
    breng_over(getekend.joris, getekend.sanne)
    with getekend.sanne.store.write() as werk:
        anders = {"id": getekend.sanne.new_id(), "planversie_id": nieuw.id, "code": nieuw.code}
        werk.add(toen.model_copy(update=anders))
        werk.commit("test.verplaatst")
    assert sorted(_oordelen(getekend.sanne)) == [False, False, True]


def _oordelen(plek: Werkplek) -> list[bool]:
    with plek.store.read() as lezer:
        return [een.heel for een in controleer(lezer)]
