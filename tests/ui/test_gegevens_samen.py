"""Facts that a colleague puts right too: both are seen, nobody writes over the other, and there is no false choice."""

from pathlib import Path
from uuid import UUID

import pytest

from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.services import conflict, gegevens
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.gegevens import GegevensScreen
from tests.factories import JORIS, make_werkplek
from tests.ui.gegevens_scherm import (
    ENTER,
    open_deel,
    sla_op,
    stored,
    text,
    typ_over,
)
from tests.ui.gegevens_scherm import anna as anna
from tests.ui.gegevens_scherm import scherm as scherm
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.toetsen import in_focus, tab_naar, toets, typ, zie
from tests.uitwisseling import breng_over, wissel_uit


def test_what_comes_in_shows_at_once_but_never_over_what_is_being_typed(
    scherm: GegevensScreen, anna: Inwoner, plek: Werkplek, huishouden_id: UUID, omgeving: Omgeving, rust: Rust
) -> None:
    typ_over(f"{anna.id}.voornamen", "Annie")
    eerder = stored(plek, huishouden_id)
    elders = {anna.id: {"voornamen": "Annemarie", "telefoon": "0612345678"}}
    omgeving.tasks.write(scherm, lambda: gegevens.change(plek, eerder, elders))
    rust()
    assert text(scherm, f"{anna.id}.voornamen") == "Annie"
    assert text(scherm, f"{anna.id}.telefoon") == "06 12345678"


@pytest.mark.parametrize("weg_geweest", [False, True], ids=["the form stays open", "one comes back another day"])
def test_what_a_colleague_put_right_meanwhile_is_not_written_over(
    scherm: GegevensScreen,
    anna: Inwoner,
    plek: Werkplek,
    huishouden_id: UUID,
    omgeving: Omgeving,
    toon_scherm: Toonscherm,
    rust: Rust,
    tmp_path: Path,
    weg_geweest: bool,
) -> None:
    collega = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    wissel_uit(plek, collega)
    typ_over(f"{anna.id}.voornamen", "Annie")
    scherm.leave(lambda: None)
    rust()
    gegevens.change(collega, stored(collega, huishouden_id), {anna.id: {"voornamen": "Annemarie"}})
    breng_over(collega, plek)
    if weg_geweest:
        scherm.hide()
        toon_scherm(GegevensScreen(omgeving, huishouden_id))
    else:
        scherm.refresh()
        rust()
    sla_op(rust)
    with plek.store.read() as lezer:
        open_conflicten = lezer.conflicten(huishouden_id)
        woorden = {
            kant.tekst.split("\n")[0]
            for c in open_conflicten
            if c.entiteit_id == anna.id
            for kant in conflict.load(plek, lezer, c.entiteit_id, c.eenheid).kanten
        }
    assert woorden == {"Annie", "Annemarie"}


def _from_a_colleague(
    scherm: GegevensScreen, plek: Werkplek, huishouden_id: UUID, rust: Rust, tmp_path: Path, **velden: object
) -> None:
    """Joris changes the resident on the facts of before, and it arrives while the form is open."""
    collega = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    wissel_uit(plek, collega)
    beeld = stored(collega, huishouden_id)
    gegevens.change(collega, beeld, {beeld.inwoners[0].id: velden})
    breng_over(collega, plek)
    collega.store.close()
    scherm.refresh()
    rust()


def _check_no_conflict(plek: Werkplek, huishouden_id: UUID, voornamen: str) -> None:
    assert stored(plek, huishouden_id).inwoners[0].voornamen == voornamen
    with plek.store.read() as lezer:
        assert lezer.conflicten(huishouden_id) == []


def test_after_putting_all_back_one_corrects_what_the_colleague_wrote(
    scherm: GegevensScreen, anna: Inwoner, plek: Werkplek, huishouden_id: UUID, rust: Rust, tmp_path: Path
) -> None:
    typ_over(f"{anna.id}.voornamen", "Annie")
    _from_a_colleague(scherm, plek, huishouden_id, rust, tmp_path, voornamen="Annemarie")
    tab_naar("zet_terug")
    toets(ENTER)
    toets(ENTER)
    assert text(scherm, f"{anna.id}.voornamen") == "Annemarie"
    typ_over(f"{anna.id}.voornamen", "Annemaria")
    sla_op(rust)
    _check_no_conflict(plek, huishouden_id, "Annemaria")


def test_whoever_typed_the_same_as_a_colleague_goes_on_from_there(
    scherm: GegevensScreen, anna: Inwoner, plek: Werkplek, huishouden_id: UUID, rust: Rust, tmp_path: Path
) -> None:
    typ_over(f"{anna.id}.voornamen", "Annie")
    _from_a_colleague(scherm, plek, huishouden_id, rust, tmp_path, voornamen="Annie")
    assert stored(plek, huishouden_id).inwoners[0].voornamen == "Annie"
    typ_over(f"{anna.id}.voornamen", "Annika")
    sla_op(rust)
    _check_no_conflict(plek, huishouden_id, "Annika")


def test_somebody_who_joins_the_household_meanwhile_gets_a_place_and_what_is_typed_stays(
    scherm: GegevensScreen, anna: Inwoner, plek: Werkplek, huishouden_id: UUID, omgeving: Omgeving, rust: Rust
) -> None:
    kind = Inwoner(id=plek.new_id(), huishouden_id=huishouden_id, rol=RolInHuishouden.KIND, voornamen="Kees")

    def join() -> object:
        with plek.store.write() as werk:
            werk.add(kind)
            return werk.commit("test.kind")

    typ_over(f"{anna.id}.voornamen", "Annie")
    omgeving.tasks.write(scherm, join)
    rust()
    assert in_focus().objectName() == f"{anna.id}.voornamen"
    typ("ta")
    open_deel("inwoner3")
    typ_over(f"{kind.id}.voornamen", "Kees Jan")
    open_deel("huishouden")
    sla_op(rust)
    assert [mens.voornamen for mens in stored(plek, huishouden_id).inwoners] == ["Annieta", "Henk", "Kees Jan"]


def test_what_i_type_about_an_older_melding_stays_where_i_type_it_and_is_saved(
    scherm: GegevensScreen, anna: Inwoner, plek: Werkplek, huishouden_id: UUID, omgeving: Omgeving, rust: Rust
) -> None:
    oud = stored(plek, huishouden_id).melding
    assert oud is not None
    nieuw = oud.model_copy(update={"id": plek.new_id(), "vraag": "Ik wil ook graag zwemmen."})

    def come_in() -> object:
        with plek.store.write() as werk:
            werk.add(nieuw)
            return werk.commit("test.melding")

    open_deel("melding")
    typ_over(f"{oud.id}.vraag", "Ik wil blijven.")
    omgeving.tasks.write(scherm, come_in)
    rust()
    assert zie(scherm, f"{oud.id}.vraag").isVisible()
    open_deel("melding1")
    assert zie(scherm, f"{nieuw.id}.vraag").isVisible()
    open_deel("inwoner1")
    typ_over(f"{anna.id}.voornamen", "Annie")
    sla_op(rust)
    assert stored(plek, huishouden_id).inwoners[0].voornamen == "Annie"
    assert [een.vraag for een in stored(plek, huishouden_id).meldingen] == [nieuw.vraag, "Ik wil blijven."]
