"""What a volunteer's laptop gets and gives, over a real server: no dossier, and worries for one pair of eyes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import Session, select

from kernnetwerk_app.domain.bezorgdheid import Bezorgdheid, ZorgZonderOntvanger, ZorgZonderWoorden
from kernnetwerk_app.domain.medewerker import Functie, Medewerker
from kernnetwerk_app.domain.team import MagNiet
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.oplog.exchange import IN_QUARANTAINE
from kernnetwerk_app.services import bezorgdheid, melding, signaal, signalen, vandaag, voorziening
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.signalen import SignaalTaakSoort
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.tables import OpRow
from tests.factories import nieuwe_melding
from tests.server.support import Gemeente
from tests.sync.rechtstreeks import Kant, koppel_aan, log

ZORG = "Mijn maatje eet al weken bijna niets meer."
OVER = "meneer Zwaluwnest"


@pytest.fixture
def vera(gemeente: Gemeente, tmp_path: Path) -> Iterator[Kant]:
    """Vera is a volunteer."""
    gemeente.beheer.add_medewerker("Vera Voorbeeld", Functie.VRIJWILLIGER)
    kant = koppel_aan(gemeente, tmp_path / "vera", "Vera Voorbeeld")
    assert kant[0].medewerker.functie is Functie.VRIJWILLIGER
    yield kant
    kant[0].store.close()


def wissel(*kanten: Kant) -> None:
    for _, runner, _ in (*kanten, *kanten):
        runner.run()


def geef_door(van: Kant, naar: Kant) -> UUID:
    zorg_id, _ = bezorgdheid.geef_door(van[0], ZORG, naar[0].medewerker.id, OVER, "Proefdijk")
    return zorg_id


def soorten(plek: Werkplek) -> set[int]:
    return {operatie.soort for operatie in log(plek)}


def heeft(plek: Werkplek, zorg_id: UUID) -> bool:
    return any(operatie.entiteit_id == zorg_id for operatie in log(plek))


def test_my_laptop_as_a_volunteer_gets_no_dossier_at_all(sanne: Kant, vera: Kant) -> None:
    nieuwe_melding(sanne[0])
    signaal.neem_op(sanne[0], {"gezien": "De post blijft liggen.", "kern": "Proefdijk"})
    wissel(sanne, vera)
    assert soorten(vera[0]) == {Medewerker.soort}


def test_what_i_worry_about_is_read_by_my_contact_person_and_by_nobody_else(
    sanne: Kant, joris: Kant, vera: Kant
) -> None:
    zorg_id = geef_door(vera, sanne)
    wissel(vera, sanne, joris)
    assert heeft(sanne[0], zorg_id)
    assert not heeft(joris[0], zorg_id)
    with sanne[0].store.read() as lezer:
        beeld = bezorgdheid.load(sanne[0], lezer, zorg_id)
        assert lezer.zoek("Zwaluwnest") == []
    assert (beeld.bezorgdheid.zorg, beeld.van, beeld.is_voor_mij) == (ZORG, "Vera Voorbeeld", True)


def test_a_second_volunteer_sees_nothing_of_it(gemeente: Gemeente, tmp_path: Path, sanne: Kant, vera: Kant) -> None:
    gemeente.beheer.add_medewerker("Wim Maquette", Functie.VRIJWILLIGER)
    wim = koppel_aan(gemeente, tmp_path / "wim", "Wim Maquette")
    zorg_id = geef_door(vera, sanne)
    wissel(vera, wim)
    assert not heeft(wim[0], zorg_id)
    assert soorten(wim[0]) == {Medewerker.soort}


def test_my_other_laptop_knows_what_i_passed_on(gemeente: Gemeente, tmp_path: Path, sanne: Kant, vera: Kant) -> None:
    zorg_id = geef_door(vera, sanne)
    vera[1].run()
    thuis = koppel_aan(gemeente, tmp_path / "thuis", "Vera Voorbeeld")
    assert heeft(thuis[0], zorg_id)


@pytest.mark.eis("SIG-26")
def test_i_see_when_my_worry_was_taken_up(sanne: Kant, vera: Kant) -> None:
    zorg_id = geef_door(vera, sanne)
    wissel(vera, sanne)
    with sanne[0].store.read() as lezer:
        (taak,) = vandaag.load(sanne[0], lezer).signalen
        assert (taak.soort, taak.id, taak.kern, taak.categorie) == (SignaalTaakSoort.ZORG, zorg_id, None, "")
    bezorgdheid.pak_op(sanne[0], zorg_id)
    wissel(sanne, vera)
    with sanne[0].store.read() as lezer:
        assert signalen.taken(sanne[0], lezer) == ()
    with vera[0].store.read() as lezer:
        assert bezorgdheid.load(vera[0], lezer, zorg_id).bezorgdheid.opgepakt_datum == sanne[0].vandaag
        assert vandaag.load(vera[0], lezer).signalen == ()


def test_nobody_can_have_a_worry_sent_to_them_afterwards(sanne: Kant, joris: Kant, vera: Kant) -> None:
    """Only the first address counts: whoever learns its id cannot become its reader, not even through its reader."""
    zorg_id = geef_door(vera, sanne)
    wissel(vera, sanne)
    with sanne[0].store.write() as werk:
        werk.change(werk.get(Bezorgdheid, zorg_id), voor_id=joris[0].medewerker.id)
        werk.commit("test.anders")
    with joris[0].store.write() as werk:
        zelf = Bezorgdheid(
            id=zorg_id, datum=joris[0].vandaag, voor_id=joris[0].medewerker.id, door_id=vera[0].medewerker.id, zorg="?"
        )
        werk.add(zelf)
        werk.commit("test.gluren")
    wissel(sanne, joris, sanne, joris)
    assert {op.waarde for op in log(joris[0]) if op.entiteit_id == zorg_id and ZORG.encode() in op.waarde} == set()


def test_what_a_volunteer_writes_in_a_dossier_is_kept_apart(sanne: Kant, vera: Kant) -> None:
    invoer = NieuweMelding("Ik wil erbij.", contactpersoon_id=sanne[0].medewerker.id)
    with pytest.raises(MagNiet):
        melding.neem_op(vera[0], invoer)
    generalist = vera[0].medewerker.model_copy(update={"functie": Functie.GENERALIST})
    melding.neem_op(replace(vera[0], medewerker=generalist), invoer)  # as another program on that laptop could
    signaal.neem_op(vera[0], {"gezien": "De post blijft liggen.", "kern": "Proefdijk"})
    wissel(vera, sanne)
    with Session(vera[0].store._reader) as session:
        vast = {rij.soort for rij in session.exec(select(OpRow).where(OpRow.uitkomst == IN_QUARANTAINE))}
    assert vast == {2, 3, 4}
    with sanne[0].store.read() as lezer:
        assert len(signalen.load(sanne[0], lezer).open) == 1


def test_what_a_volunteer_proposes_is_refused_here_and_by_the_municipality(sanne: Kant, vera: Kant) -> None:
    """To propose is no work of a volunteer (docs/besluiten/0019, 0023); the sociale kaart itself is there to read."""
    voorziening.stel_voor(sanne[0], {"naam": "Breicafé"})
    wissel(sanne, vera)
    assert Voorziening.soort in soorten(vera[0])
    with pytest.raises(MagNiet):
        voorziening.stel_voor(vera[0], {"naam": "Soos"})
    generalist = vera[0].medewerker.model_copy(update={"functie": Functie.GENERALIST})
    voorziening.stel_voor(replace(vera[0], medewerker=generalist), {"naam": "Soos"})  # as another program could
    wissel(vera, sanne)
    with sanne[0].store.read() as lezer:
        assert [v.naam for v in lezer.find(Voorziening)] == ["Breicafé"]


def test_a_worry_needs_words_and_somebody_who_reads_it(sanne: Kant, vera: Kant) -> None:
    with pytest.raises(ZorgZonderWoorden):
        bezorgdheid.geef_door(vera[0], " ", sanne[0].medewerker.id)
    with pytest.raises(ZorgZonderOntvanger):
        bezorgdheid.geef_door(vera[0], ZORG, None)


def test_a_worry_becomes_a_signal_of_which_the_volunteer_is_no_name(sanne: Kant, vera: Kant) -> None:
    zorg_id = geef_door(vera, sanne)
    wissel(vera, sanne)
    with sanne[0].store.read() as lezer:
        uit = bezorgdheid.als_signaal(bezorgdheid.load(sanne[0], lezer, zorg_id).bezorgdheid)
    velden = {"gezien": uit.gezien, "kern": uit.kern, "signaleerder": uit.signaleerder, "betreft_woorden": uit.woorden}
    signaal_id, _ = signaal.neem_op(sanne[0], velden, uit)
    with sanne[0].store.read() as lezer:
        zorg = bezorgdheid.load(sanne[0], lezer, zorg_id).bezorgdheid
        gemaakt = signaal.load(sanne[0], lezer, signaal_id).signaal
    assert (zorg.signaal_id, zorg.opgepakt_datum) == (signaal_id, sanne[0].vandaag)
    assert (gemaakt.gezien, gemaakt.signaleerder, gemaakt.anoniem) == (ZORG, "vrijwilligers", True)
