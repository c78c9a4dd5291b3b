"""Beloofd: what was promised has a last day and an owner, and does not disappear by itself."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kernnetwerk_app.domain.inwoner import Aanspreekvorm, Inwoner, RolInHuishouden
from kernnetwerk_app.domain.toezegging import Toezegging, ToezeggingVoorBelofte, ToezeggingZonderWoorden
from kernnetwerk_app.services import dossier, mensen, rechten, toezegging, vandaag
from kernnetwerk_app.services.inwoner import leden
from kernnetwerk_app.services.toezegging import Belofte, NieuweToezegging
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import JORIS, make_werkplek, nieuwe_melding
from tests.services.opzet import gelezen
from tests.uitwisseling import wissel_uit


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path / "sanne")
    yield plek
    plek.store.close()


def _beloften(plek: Werkplek) -> tuple[Belofte, ...]:
    with plek.store.read() as lezer:
        return vandaag.load(plek, lezer).beloofd


def _open(plek: Werkplek, huishouden_id: UUID) -> tuple[Toezegging, ...]:
    with plek.store.read() as lezer:
        return tuple(b for b in dossier.load(plek, lezer, huishouden_id).beloofd if b.is_open)


@pytest.mark.eis("RES-07")
def test_what_i_promised_stands_on_my_list_and_is_late_after_its_day_until_i_did_it(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    toezegging.beloof(plek, huishouden_id, NieuweToezegging("De folder van de buurtbus meenemen", "mevrouw"))
    (belofte,) = _beloften(plek)
    assert (belofte.wat, belofte.voorletters) == ("De folder van de buurtbus meenemen", "A. V.")
    assert (belofte.uiterlijk, belofte.te_laat) == (date(2027, 4, 28), False), "the norm counts from today, 27 is free"
    plek.klok.advance(timedelta(days=9))
    assert [b.te_laat for b in _beloften(plek)] == [True]
    (hier,) = _open(plek, huishouden_id)
    with plek.store.read() as lezer:
        bases = lezer.bases(hier.id)
    toezegging.rond_af(plek, hier, bases, "In de bus gedaan")
    assert (_beloften(plek), _open(plek, huishouden_id)) == ((), ())
    with plek.store.read() as lezer:
        (gedaan,) = lezer.find(Toezegging)
        bases = lezer.bases(gedaan.id)
    assert (gedaan.gedaan_datum, gedaan.gedaan_hoe) == (plek.vandaag, "In de bus gedaan")
    toezegging.neem_terug(plek, gedaan, bases)
    assert [b.te_laat for b in _beloften(plek)] == [True], "said by mistake, so it waits again"


@pytest.mark.eis("RES-07")
def test_the_municipality_says_within_how_many_days_a_promise_is_kept(plek: Werkplek) -> None:
    anders = replace(plek, profiel=replace(plek.profiel, toezegging_dagen=2))
    assert toezegging.voorstel(anders) == date(2027, 4, 22)
    assert toezegging.voorstel(replace(plek, profiel=replace(plek.profiel, toezegging_dagen=4))) == date(2027, 4, 26)


def test_a_promise_is_on_the_list_of_its_owner_only_also_on_another_laptop(plek: Werkplek, tmp_path: Path) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    toezegging.beloof(plek, huishouden_id, NieuweToezegging("Bellen", eigenaar_id=JORIS.id))
    joris = make_werkplek(tmp_path / "joris", plek.klok, device_no=2, wie=JORIS)
    wissel_uit(plek, joris)
    assert (_beloften(plek), [b.wat for b in _beloften(joris)]) == ((), ["Bellen"])
    assert len(_open(plek, huishouden_id)) == 1
    joris.store.close()


@pytest.mark.eis("RES-14")
def test_no_name_of_a_resident_stands_in_a_promise_on_the_start_screen(plek: Werkplek) -> None:
    toezegging.beloof(plek, nieuwe_melding(plek).huishouden_id, NieuweToezegging("Anna Voorbeeld-Jansen bellen"))
    (belofte,) = _beloften(plek)
    assert belofte.wat == "A. V.-J. bellen"


def test_a_promise_without_words_or_before_today_is_refused_and_nothing_is_kept(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    with pytest.raises(ToezeggingZonderWoorden):
        toezegging.beloof(plek, huishouden_id, NieuweToezegging(" \u200b"))
    with pytest.raises(ToezeggingVoorBelofte):
        toezegging.beloof(plek, huishouden_id, NieuweToezegging("Bellen", uiterlijk=date(2027, 4, 19)))
    assert _open(plek, huishouden_id) == ()


def test_a_promise_needs_no_dossier(plek: Werkplek) -> None:
    toezegging.beloof(plek, None, NieuweToezegging("De beheerder van het dorpshuis bellen"))
    (belofte,) = _beloften(plek)
    assert (belofte.huishouden_id, belofte.voorletters, belofte.kern) == (None, "", None)


@pytest.mark.eis("RES-07", "RES-08")
def test_a_promise_to_the_resident_without_a_name_is_theirs_where_nobody_else_can_be_meant(plek: Werkplek) -> None:
    hier = nieuwe_melding(plek).huishouden_id
    for aan in ("de inwoner", "Mevrouw", "het gezin", "meneer"):
        toezegging.beloof(plek, hier, NieuweToezegging(f"Voor {aan}.", aan=aan))

    def lees() -> dict[str, set[str]]:
        """By first name to whom was promised what is on their paper; of what is on nobody's the dossier says so."""
        with plek.store.read() as lezer:
            nu, mensen_hier = dossier.load(plek, lezer, hier), leden(lezer, hier)
        bladen = {mens.voornamen or "": gelezen(rechten.weet_pdf(plek, hier, mens.id)) for mens in mensen_hier}
        op_papier = {wie: {b.aan or "" for b in nu.beloofd if f"Voor {b.aan}." in blad} for wie, blad in bladen.items()}
        assert {b.aan for b in nu.beloofd} - {b.aan for b in nu.beloofd if b.id in nu.op_geen_papier} == set().union(
            *op_papier.values()
        )
        return op_papier

    def wordt(wie: str, vorm: Aanspreekvorm) -> None:
        with plek.store.write() as werk:
            werk.change(next(mens for mens in leden(werk, hier) if mens.voornamen == wie), aanspreekvorm=vorm)
            werk.commit("test.aanspreekvorm", hier)

    anna = next(iter(lees()))
    assert lees() == {anna: {"de inwoner", "Mevrouw", "het gezin"}}, "she is no meneer"
    mensen.leg_vast(plek, Inwoner, hier, {"voornamen": "Piet", "rol": RolInHuishouden.PARTNER})
    niet_zeker = {anna: {"de inwoner"}, "Piet": set()}
    assert lees() == niet_zeker, "nobody wrote it down of Piet, and meneer may live elsewhere by now"
    wordt("Piet", Aanspreekvorm.MENEER)
    assert lees() == {anna: {"de inwoner", "Mevrouw"}, "Piet": {"meneer"}}
    wordt("Piet", Aanspreekvorm.NAAM)
    wordt(anna, Aanspreekvorm.NAAM)
    assert lees() == {anna: {"de inwoner"}, "Piet": set()}, "two adults, and no word of who is mevrouw or meneer"
    geboren = {"rol": RolInHuishouden.KIND, "geboortedatum": "2014-03-02"}
    mensen.leg_vast(plek, Inwoner, hier, {"voornamen": "Saar", **geboren})
    wordt(anna, Aanspreekvorm.MEVROUW)
    wordt("Piet", Aanspreekvorm.MENEER)
    assert lees() == {anna: {"de inwoner", "Mevrouw"}, "Piet": {"meneer"}, "Saar": set()}, "nobody calls a child that"
    geboren |= {"geboortedatum": "2009-09-01", "aanspreekvorm": Aanspreekvorm.MENEER}
    mensen.leg_vast(plek, Inwoner, hier, {"voornamen": "Bram", **geboren})
    wordt("Piet", Aanspreekvorm.NAAM)
    assert lees() == {anna: {"de inwoner"}, "Piet": set(), "Saar": set(), "Bram": set()}, "or her son of seventeen"
