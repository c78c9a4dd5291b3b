"""The same person twice: found with reasons, joined by a person, taken apart again, on any number of laptops."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.gelijkenis import Reden, Signalement
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.samenvoeging import Samenvoeging, Soort
from kernnetwerk_app.domain.verblijf import Verblijf
from kernnetwerk_app.services import contact, dossier, melding, mensen, samenvoeging, vandaag
from kernnetwerk_app.services.bijzonderheid import overleden_op
from kernnetwerk_app.services.inwoner import hoofdpersoon, leden
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.samenvoeging import Dubbel
from kernnetwerk_app.services.taak import TaakSoort
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.base import table_of
from kernnetwerk_app.store.tables import ROWS, EntiteitRow
from tests.factories import JORIS, make_werkplek
from tests.services.opzet import begin_dossier
from tests.uitwisseling import wissel_uit


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path / "sanne")
    yield plek
    plek.store.close()


@pytest.fixture
def joris(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    yield plek
    plek.store.close()


def neem_op(plek: Werkplek, voornamen: str = "A.", achternaam: str = "Voorbeeld", straat: str = "Modelweg") -> UUID:
    """Somebody at number 12 of this street."""
    invoer = NieuweMelding(
        "Ik heb hulp nodig.",
        voornamen=voornamen,
        achternaam=achternaam,
        straat=straat,
        huisnummer="12",
        kern="Voorbeelderveen",
        contactpersoon_id=plek.medewerker.id,
    )
    return melding.neem_op(plek, invoer).huishouden_id


def dubbelen(plek: Werkplek) -> list[Dubbel]:
    with plek.store.read() as lezer:
        return samenvoeging.find_dubbelen(plek, lezer)


def wie(plek: Werkplek, huishouden_id: UUID) -> UUID:
    with plek.store.read() as lezer:
        return hoofdpersoon(lezer, huishouden_id).id


def dossiers(plek: Werkplek) -> set[UUID]:
    with plek.store.read() as lezer:
        return {regel.huishouden_id for regel in dossier.list_dossiers(plek, lezer)}


def tabellen(plek: Werkplek, zonder: type = Samenvoeging) -> dict[str, list[tuple[object, ...]]]:
    """Every row that says something of a record, without the decisions themselves."""
    with Session(plek.store._reader) as session:
        beslist = {rij.id for rij in session.exec(select(ROWS[Samenvoeging]))}
        alles = {
            rij.__tablename__: sorted(
                (tuple(regel) for regel in session.execute(table_of(rij).select()) if regel[0] not in beslist), key=repr
            )
            for soort, rij in ROWS.items()
            if soort is not zonder
        }
        waar = table_of(EntiteitRow)
        regels = session.execute(
            waar.select().with_only_columns(waar.c.entiteit_id, waar.c.huishouden_id, waar.c.conflict)
        )
        return alles | {"entiteit": sorted((tuple(r) for r in regels if r[0] not in beslist), key=repr)}


def besluit(plek: Werkplek, een: UUID, ander: UUID) -> Samenvoeging:
    with plek.store.read() as lezer:
        return lezer.get(Samenvoeging, samenvoeging.samenvoeging_id(een, ander))


# -- finding -----------------------------------------------------------------------------------------------------------


def test_the_same_person_at_two_counters_is_found_with_why_and_nothing_is_done(plek: Werkplek) -> None:
    begin_dossier(plek)
    neem_op(plek)
    (gevonden,) = dubbelen(plek)
    assert gevonden.redenen == (Reden.NAAM_LIJKT, Reden.ADRES)
    assert len(dossiers(plek)) == 2
    with plek.store.read() as lezer:
        taken = [taak for taak in vandaag.load(plek, lezer).taken if taak.soort is TaakSoort.DUBBEL]
    assert [taak.paar for taak in taken] == [(gevonden.een.id, gevonden.ander.id)]


@pytest.mark.eis("TRI-21")
def test_who_came_to_two_counters_is_found_when_the_laptops_exchanged(plek: Werkplek, joris: Werkplek) -> None:
    begin_dossier(plek)
    neem_op(joris)
    assert dubbelen(plek) == dubbelen(joris) == []
    wissel_uit(plek, joris)
    assert len(dubbelen(plek)) == 1
    assert dubbelen(plek) == dubbelen(joris)


def test_two_who_are_two_are_asked_of_once(plek: Werkplek) -> None:
    a, b = begin_dossier(plek).huishouden_id, neem_op(plek)
    samenvoeging.zijn_twee(plek, wie(plek, a), wie(plek, b))
    assert dubbelen(plek) == []
    assert dossiers(plek) == {a, b}


def test_a_secret_address_is_not_compared(plek: Werkplek) -> None:
    a = begin_dossier(plek).huishouden_id
    velden = {"inwoner_id": wie(plek, a), "aard": Aard.GEHEIM_ADRES}
    mensen.leg_vast(plek, Bijzonderheid, a, velden)
    neem_op(plek)
    assert dubbelen(plek) == []


def test_while_i_type_i_see_who_is_known_already(plek: Werkplek) -> None:
    a = begin_dossier(plek).huishouden_id
    with plek.store.read() as lezer:
        zoek = Signalement(voornamen="Anna", achternaam="Jansen", straat="Modelweg", huisnummer="12")
        (gevonden,) = samenvoeging.find_gelijken(plek, lezer, zoek)
        assert samenvoeging.find_gelijken(plek, lezer, Signalement(straat="Modelweg", huisnummer="12")) == []
    assert gevonden.huishouden_id == a


# -- joining -----------------------------------------------------------------------------------------------------------


def test_joined_they_are_one_dossier_with_one_person_and_everything_of_both(plek: Werkplek) -> None:
    a, b = begin_dossier(plek).huishouden_id, neem_op(plek)
    contact.schrijf_bij(plek, b, "Belde over de bus.")
    samenvoeging.voeg_samen(plek, wie(plek, b), wie(plek, a))
    blijft = min(a, b)
    assert dossiers(plek) == {blijft}
    with plek.store.read() as lezer:
        beeld = dossier.load(plek, lezer, blijft)
        assert len(leden(lezer, blijft)) == 1
        assert lezer.verzendstand().conflicten == 0
    assert {item.tekst for item in beeld.verhaal} >= {"Belde over de bus."}
    assert len([item for item in beeld.verhaal if item.soort.value == "melding"]) == 2
    assert dubbelen(plek) == []


def test_what_was_signed_is_still_what_was_signed(plek: Werkplek) -> None:
    a = begin_dossier(plek)
    a.doel()
    getekend = a.teken(a.versie())
    b = neem_op(plek)
    samenvoeging.voeg_samen(plek, wie(plek, a.huishouden_id), wie(plek, b))
    with plek.store.read() as lezer:
        verhaal = dossier.load(plek, lezer, min(a.huishouden_id, b)).verhaal
    assert [item.gewijzigd for item in verhaal if item.document_id == getekend.id] == [False]


def test_what_is_known_under_either_id_holds_for_the_one_person(plek: Werkplek) -> None:
    a, b = begin_dossier(plek).huishouden_id, neem_op(plek)
    for huis in (a, b):
        velden = {"inwoner_id": wie(plek, huis), "aard": Aard.OVERLEDEN, "begin_datum": plek.vandaag}
        if huis != min(a, b):
            mensen.leg_vast(plek, Bijzonderheid, huis, velden)
    samenvoeging.voeg_samen(plek, wie(plek, a), wie(plek, b))
    with plek.store.read() as lezer:
        assert overleden_op(lezer, hoofdpersoon(lezer, min(a, b)).id) == plek.vandaag


def test_two_in_one_household_are_joined_without_another_dossier(plek: Werkplek) -> None:
    a = begin_dossier(plek).huishouden_id
    nog_eens = {"voornamen": "Annie", "achternaam": "Jansen", "rol": RolInHuishouden.ANDERS}
    mensen.leg_vast(plek, Inwoner, a, nog_eens)
    (dubbel,) = dubbelen(plek)
    samenvoeging.voeg_samen(plek, dubbel.een.id, dubbel.ander.id)
    with plek.store.read() as lezer:
        assert len(leden(lezer, a)) == 1
    assert dossiers(plek) == {a}


def test_a_child_that_also_lives_in_a_dossier_that_went_up_lives_in_the_one_that_stayed(plek: Werkplek) -> None:
    a, b = begin_dossier(plek).huishouden_id, neem_op(plek)
    thuis = neem_op(plek, "Mia", "Proefstra", "Andereweg")
    stay = {"inwoner_id": wie(plek, thuis), "elders_id": max(a, b), "wanneer": "om de week"}
    mensen.leg_vast(plek, Verblijf, thuis, stay)
    samenvoeging.voeg_samen(plek, wie(plek, a), wie(plek, b))
    with plek.store.read() as lezer:
        assert [gast.wie.voornamen for gast in mensen.load(plek, lezer, min(a, b)).gasten] == ["Mia"]
        (daar,) = mensen.load(plek, lezer, thuis).verblijven
    assert daar.huishouden_id == min(a, b)


# -- taking apart ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("omgekeerd", [False, True])
def test_taken_apart_everything_stands_where_it_stood_and_new_words_stay(plek: Werkplek, omgekeerd: bool) -> None:
    a, b = begin_dossier(plek).huishouden_id, neem_op(plek)
    contact.schrijf_bij(plek, b, "Belde over de bus.")
    eerst = tabellen(plek)
    samenvoeging.voeg_samen(plek, *((wie(plek, b), wie(plek, a)) if omgekeerd else (wie(plek, a), wie(plek, b))))
    blijft = min(a, b)
    assert tabellen(plek) != eerst
    samenvoeging.splits(plek, besluit(plek, a, b).id)
    assert tabellen(plek) == eerst
    with plek.store.read() as lezer:
        assert [len(leden(lezer, huis)) for huis in (a, b)] == [1, 1]
    assert dubbelen(plek) == []  # somebody decided about them
    samenvoeging.voeg_samen(plek, wie(plek, a), wie(plek, b))
    contact.schrijf_bij(plek, blijft, "Na het samenvoegen.")
    samenvoeging.splits(plek, besluit(plek, a, b).id)
    with plek.store.read() as lezer:
        (nieuw,) = (c for c in lezer.find(contact.Contact, huishouden_id=blijft) if c.verslag == "Na het samenvoegen.")
    zonder = {naam: [rij for rij in rijen if nieuw.id not in rij] for naam, rijen in tabellen(plek).items()}
    assert zonder == eerst


def test_a_chain_of_three_comes_apart_in_the_middle(plek: Werkplek) -> None:
    huizen = sorted([begin_dossier(plek).huishouden_id, neem_op(plek), neem_op(plek, "Annie")])
    eerst = tabellen(plek)
    mensen_van = {huis: wie(plek, huis) for huis in huizen}
    samenvoeging.voeg_samen(plek, mensen_van[huizen[1]], mensen_van[huizen[2]])
    samenvoeging.voeg_samen(plek, mensen_van[huizen[0]], mensen_van[huizen[1]])
    assert dossiers(plek) == {huizen[0]}
    samenvoeging.splits(plek, besluit(plek, huizen[0], huizen[1]).id)
    assert dossiers(plek) == {huizen[0], huizen[1]}
    samenvoeging.splits(plek, besluit(plek, huizen[1], huizen[2]).id)
    assert tabellen(plek) == eerst


@settings(max_examples=5)
@given(paren=st.lists(st.permutations(range(4)).map(lambda p: p[:2]), min_size=1, max_size=3), data=st.data())
def test_whatever_was_joined_in_whatever_order_comes_apart_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, paren: list[list[int]], data: st.DataObject
) -> None:
    plek = make_werkplek(tmp_path_factory.mktemp("paren"))
    huizen = [neem_op(plek, naam) for naam in ("Anna", "Annie", "A.", "Anne")]
    mensen_van = [wie(plek, huis) for huis in huizen]
    eerst = tabellen(plek)
    for een, ander in paren:
        samenvoeging.voeg_samen(plek, mensen_van[een], mensen_van[ander])
    with plek.store.read() as lezer:
        besluiten = [s.id for s in lezer.find(Samenvoeging, waarvan=Soort.DOSSIER)]
    for besluit_id in data.draw(st.permutations(besluiten)):
        samenvoeging.splits(plek, besluit_id)
    assert tabellen(plek) == eerst
    assert dossiers(plek) == set(huizen)
    assert not samenvoeging.bring_home(plek)
    plek.store.close()


# -- two laptops -------------------------------------------------------------------------------------------------------


def test_two_who_join_in_opposite_directions_without_a_line_did_the_same(plek: Werkplek, joris: Werkplek) -> None:
    a, b = begin_dossier(plek).huishouden_id, neem_op(plek)
    wissel_uit(plek, joris)
    een, ander = wie(plek, a), wie(plek, b)
    samenvoeging.voeg_samen(plek, een, ander)
    samenvoeging.voeg_samen(joris, ander, een)
    wissel_uit(plek, joris)
    assert tabellen(plek) == tabellen(joris)
    for kant in (plek, joris):
        assert dossiers(kant) == {min(a, b)}
        with kant.store.read() as lezer:
            assert lezer.conflicten() == []


def test_what_a_colleague_wrote_in_the_dossier_that_went_up_is_not_lost(plek: Werkplek, joris: Werkplek) -> None:
    a, b = begin_dossier(plek).huishouden_id, neem_op(plek)
    wissel_uit(plek, joris)
    weg, blijft = max(a, b), min(a, b)
    samenvoeging.voeg_samen(plek, wie(plek, a), wie(plek, b))
    contact.schrijf_bij(joris, weg, "Onderweg geschreven.")
    wissel_uit(plek, joris)
    assert samenvoeging.bring_home(plek)
    assert samenvoeging.bring_home(joris)
    wissel_uit(plek, joris)
    assert not samenvoeging.bring_home(plek)
    assert tabellen(plek) == tabellen(joris)
    with plek.store.read() as lezer:
        assert "Onderweg geschreven." in {item.tekst for item in dossier.load(plek, lezer, blijft).verhaal}
        assert lezer.conflicten() == []
    samenvoeging.splits(plek, besluit(plek, a, b).id)
    with plek.store.read() as lezer:
        assert "Onderweg geschreven." in {item.tekst for item in dossier.load(plek, lezer, weg).verhaal}


@pytest.mark.parametrize("omgekeerd", [False, True])
def test_one_dossier_that_two_laptops_put_in_two_others_makes_one_of_all_three(
    plek: Werkplek, joris: Werkplek, omgekeerd: bool
) -> None:
    huizen = sorted([begin_dossier(plek).huishouden_id, neem_op(plek), neem_op(plek, "Annie")])
    wissel_uit(plek, joris)
    eerste, tweede, laatste = (wie(plek, huis) for huis in huizen)
    samenvoeging.voeg_samen(joris if omgekeerd else plek, eerste, laatste)
    samenvoeging.voeg_samen(plek if omgekeerd else joris, tweede, laatste)
    for _ in range(2):
        wissel_uit(plek, joris)
        for kant in (plek, joris):
            samenvoeging.bring_home(kant)
    wissel_uit(plek, joris)
    assert tabellen(plek) == tabellen(joris)
    for kant in (plek, joris):
        assert dossiers(kant) == {huizen[0]}
        with kant.store.read() as lezer:
            assert lezer.conflicten() == []
            assert len(leden(lezer, huizen[0])) == 1


def test_two_laptops_that_join_a_chain_each_from_its_end_arrive_at_one(plek: Werkplek, joris: Werkplek) -> None:
    huizen = sorted([begin_dossier(plek).huishouden_id, neem_op(plek), neem_op(plek, "Annie")])
    wissel_uit(plek, joris)
    eerste, middelste, laatste = (wie(plek, huis) for huis in huizen)
    samenvoeging.voeg_samen(plek, eerste, middelste)
    samenvoeging.voeg_samen(joris, laatste, middelste)
    for _ in range(2):
        wissel_uit(plek, joris)
        for kant in (plek, joris):
            samenvoeging.bring_home(kant)
    wissel_uit(plek, joris)
    assert tabellen(plek) == tabellen(joris)
    for kant in (plek, joris):
        assert dossiers(kant) == {huizen[0]}
        with kant.store.read() as lezer:
            assert lezer.conflicten() == []
            assert len(leden(lezer, huizen[0])) == 1
            assert {h.huishouden_id for h in lezer.find(Huishouden)} == {huizen[0]}


def test_the_tables_after_joining_and_parting_are_those_of_the_log_alone(plek: Werkplek) -> None:
    a, b = begin_dossier(plek).huishouden_id, neem_op(plek)
    samenvoeging.voeg_samen(plek, wie(plek, a), wie(plek, b))
    for _ in range(2):
        eerst = tabellen(plek)
        with plek.store.write() as werk:
            werk.rebuild()
            werk.commit("test.opnieuw")
        assert tabellen(plek) == eerst
        samenvoeging.splits(plek, besluit(plek, a, b).id)
