"""*Ongedaan maken*: the last acts of this worker on this laptop, taken back by writing, and never by removing."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.onderzoek import INVENTARIS
from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.vraagverheldering import Antwoord, antwoord_id
from kernnetwerk_app.services import (
    daad,
    eerdere_tekst,
    onderzoek,
    plan,
    toezegging,
    typen,
)
from kernnetwerk_app.services.daad import Daad, DaadNietTerug
from kernnetwerk_app.services.daaddelen import TERUG as TERUG_TE_NEMEN
from kernnetwerk_app.services.daaddelen import Daadstand
from kernnetwerk_app.services.eerdere_tekst import Tekstplek
from kernnetwerk_app.services.toezegging import NieuweToezegging
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.teksten import load as load_tekst
from tests.factories import JORIS, kopieer, make_werkplek, reopen, werkplek_van
from tests.services.opzet import DOEL, Dossier, begin_dossier, laatste_n
from tests.services.test_onderzoek import beeld, kopje
from tests.uitwisseling import breng_over, wissel_uit

STAAT, TERUG, VAST = Daadstand.STAAT, Daadstand.TERUGGENOMEN, Daadstand.VAST


@pytest.fixture(scope="module")
def begonnen(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Dossier]:
    folder = tmp_path_factory.mktemp("daad")
    dossier = begin_dossier(make_werkplek(folder))
    dossier.plek.store.close()
    return folder, dossier


@pytest.fixture
def dossier(begonnen: tuple[Path, Dossier], tmp_path: Path) -> Iterator[Dossier]:
    plek = kopieer(begonnen[0], tmp_path / "sanne")
    yield replace(begonnen[1], plek=plek)
    plek.store.close()


@pytest.fixture
def joris(dossier: Dossier, tmp_path: Path) -> Iterator[Dossier]:
    """The same dossier on the laptop of a colleague."""
    plek = make_werkplek(tmp_path / "joris", dossier.plek.klok, device_no=2, wie=JORIS)
    wissel_uit(dossier.plek, plek)
    yield replace(dossier, plek=plek)
    plek.store.close()


def daden(plek: Werkplek) -> tuple[Daad, ...]:
    with plek.store.read() as lezer:
        return daad.load(plek, lezer)


def laatste(plek: Werkplek) -> Daad:
    return daden(plek)[0]


def test_a_text_that_i_take_back_stands_there_as_before_and_the_log_keeps_both(dossier: Dossier) -> None:
    dossier.typ("vraag.al_geprobeerd", "Eerst zo.")
    dossier.typ("vraag.al_geprobeerd", "Nu anders.")
    geschreven, vooraf = laatste(dossier.plek), laatste_n(dossier.plek)
    assert (geschreven.naam, geschreven.wat, geschreven.stand) == ("veld.geschreven", "antwoord", STAAT)
    daad.neem_terug(dossier.plek, geschreven.nummer)
    assert dossier.gesprek().teksten["vraag.al_geprobeerd"] == "Eerst zo."
    adres = dossier.adres("vraag.al_geprobeerd")
    with dossier.plek.store.read() as lezer:
        geschiedenis = lezer.geschiedenis(adres.entiteit_id, adres.eenheid)
    assert [b"Nu anders." in op.waarde for op in geschiedenis] == [False, True, False], "nothing was removed"
    assert laatste_n(dossier.plek) == vooraf + 1
    assert laatste(dossier.plek).stand is TERUG
    daad.herstel(dossier.plek, geschreven.nummer)
    assert dossier.gesprek().teksten["vraag.al_geprobeerd"] == "Nu anders."
    assert laatste(dossier.plek).stand is STAAT


def test_the_first_words_of_a_field_go_and_it_is_empty_as_it_was(dossier: Dossier) -> None:
    dossier.typ("vraag.al_geprobeerd", "Een vergissing.")
    daad.neem_terug(dossier.plek, laatste(dossier.plek).nummer)
    assert is_leeg(dossier.gesprek().teksten["vraag.al_geprobeerd"])


def test_after_a_restart_my_last_acts_are_still_there_to_take_back(dossier: Dossier) -> None:
    dossier.doel()
    adres = dossier.adres("vraag.al_geprobeerd")
    typen.keep(dossier.plek, adres, "Getypt, en de laptop ging dicht.")
    dossier.plek.store.close()
    plek = werkplek_van(reopen(dossier.plek.store.folder, dossier.plek.klok), dossier.plek.klok)
    dossier = replace(dossier, plek=plek)
    try:
        tekst, doel = daden(plek)[:2]
        assert (tekst.naam, doel.naam) == ("veld.geschreven", "plan.doel"), "what the lock sealed is an act of mine too"
        daad.neem_terug(plek, doel.nummer)
        daad.neem_terug(plek, tekst.nummer)
        assert dossier.plan().doelen == ()
        assert is_leeg(dossier.gesprek().teksten["vraag.al_geprobeerd"])
    finally:
        plek.store.close()


def test_a_goal_that_i_take_back_is_out_of_the_plan_and_can_come_back(dossier: Dossier) -> None:
    doel_id = dossier.doel()
    gezet = laatste(dossier.plek)
    daad.neem_terug(dossier.plek, gezet.nummer)
    assert dossier.plan().doelen == ()
    with dossier.plek.store.read() as lezer:
        assert lezer.get(Doel, doel_id).tekst == DOEL, "its words are kept"
    daad.herstel(dossier.plek, gezet.nummer)
    assert [d.doel.id for d in dossier.plan().doelen] == [doel_id]


def test_a_goal_that_was_taken_out_comes_back_into_the_plan(dossier: Dossier) -> None:
    doel_id = dossier.doel()
    dossier.wijzig(dossier.plan().doelen[0].doel, vervallen_datum=dossier.plek.vandaag)
    daad.neem_terug(dossier.plek, laatste(dossier.plek).nummer)
    assert [d.doel.id for d in dossier.plan().doelen] == [doel_id]


def test_a_tick_and_the_state_of_a_life_domain_go_back(dossier: Dossier) -> None:
    plan.add_stap(dossier.plek, dossier.doel(), "Bel de buurtbus.")
    stap = dossier.plan().doelen[0].stappen[0]
    plan.tik_stap(dossier.plek, stap.id, gedaan=True)
    daad.neem_terug(dossier.plek, laatste(dossier.plek).nummer)
    assert dossier.plan().doelen[0].stappen[0].gedaan_datum is None
    gebied = dossier.plek.profiel.leefgebieden.leefgebieden[0].sleutel
    eerst = dossier.gesprek().statussen[gebied]
    dossier.stand(gebied, LeefgebiedStatus.NIET_AAN_DE_ORDE, "Speelt niet.")
    daad.neem_terug(dossier.plek, laatste(dossier.plek).nummer)
    assert dossier.gesprek().statussen[gebied] is eerst


def test_a_promise_that_i_ticked_by_mistake_is_open_again(dossier: Dossier) -> None:
    plek = dossier.plek
    toezegging.beloof(plek, dossier.huishouden_id, NieuweToezegging("Ik bel woensdag terug."))
    with plek.store.read() as lezer:
        (belofte,) = toezegging.nu_van(plek, lezer, dossier.huishouden_id)
        bases = lezer.bases(belofte.id)
    toezegging.rond_af(plek, belofte, bases)
    daad.neem_terug(plek, laatste(plek).nummer)
    with plek.store.read() as lezer:
        assert toezegging.nu_van(plek, lezer, dossier.huishouden_id)[0].is_open


def test_what_a_colleague_wrote_over_since_says_so_and_stays(dossier: Dossier, joris: Dossier) -> None:
    dossier.typ("vraag.al_geprobeerd", "Van mij.")
    breng_over(dossier.plek, joris.plek)
    joris.plek.klok.advance(timedelta(minutes=1))
    joris.typ("vraag.al_geprobeerd", "Van Joris.")
    breng_over(joris.plek, dossier.plek)
    mijn = laatste(dossier.plek)
    assert (mijn.stand, mijn.waarom) == (VAST, "door_ander")
    with pytest.raises(DaadNietTerug):
        daad.neem_terug(dossier.plek, mijn.nummer)
    assert dossier.gesprek().teksten["vraag.al_geprobeerd"] == "Van Joris."
    assert daden(joris.plek)[0].stand is STAAT, "each takes back their own"


def test_what_i_wrote_over_myself_goes_back_in_order(dossier: Dossier) -> None:
    dossier.doel()
    dossier.wijzig(dossier.plan().doelen[0].doel, tekst="Ik wil twee keer per week de deur uit.")
    veranderd, gezet = daden(dossier.plek)[:2]
    assert (gezet.stand, gezet.waarom) == (VAST, "door_mij")
    daad.neem_terug(dossier.plek, veranderd.nummer)
    assert dossier.plan().doelen[0].doel.tekst == DOEL
    daad.neem_terug(dossier.plek, gezet.nummer)
    assert dossier.plan().doelen == ()


def test_a_goal_with_something_under_it_says_so(dossier: Dossier) -> None:
    plan.add_stap(dossier.plek, dossier.doel(), "Bel de buurtbus.")
    assert [(d.naam, d.waarom) for d in daden(dossier.plek)[:2]] == [("plan.stap", ""), ("plan.doel", "eronder")]


def test_a_signature_and_a_frozen_version_stay_and_say_why(dossier: Dossier) -> None:
    dossier.doel()
    dossier.teken(dossier.versie())
    getekend, vastgesteld = daden(dossier.plek)[:2]
    assert [getekend.waarom, vastgesteld.waarom] == ["getekend", "versie"]
    for vast in (getekend, vastgesteld):
        with pytest.raises(DaadNietTerug):
            daad.neem_terug(dossier.plek, vast.nummer)


def test_what_was_found_in_an_onderzoek_that_is_closed_stays_until_it_is_opened_again(dossier: Dossier) -> None:
    onderzoek.kies(dossier.plek, dossier.melding_id, kopje(dossier, INVENTARIS, "algemeen"), "past")
    adres = kopje(dossier, INVENTARIS, "algemeen").adres
    typen.keep(dossier.plek, adres, "De buurtbus rijdt.")
    typen.seal(dossier.plek, adres)
    getypt = laatste(dossier.plek)
    assert getypt.stand is STAAT
    onderzoek.rond_af(dossier.plek, beeld(dossier), "Er is haast.")
    assert [(d.stand, d.waarom) for d in daden(dossier.plek) if d.nummer == getypt.nummer] == [(VAST, "afgerond")]
    with pytest.raises(DaadNietTerug):
        daad.neem_terug(dossier.plek, getypt.nummer)
    assert kopje(dossier, INVENTARIS, "algemeen").woorden == "De buurtbus rijdt."
    onderzoek.heropen(dossier.plek, beeld(dossier))
    daad.neem_terug(dossier.plek, getypt.nummer)
    assert is_leeg(kopje(dossier, INVENTARIS, "algemeen").woorden)


def test_what_was_written_of_the_onderzoek_as_a_whole_goes_back_until_it_is_closed(dossier: Dossier) -> None:
    """The first of it too: that the onderzoek is being held stays true. And who carries it out stays."""
    plek = dossier.plek
    for woorden in ("De ogen gaan achteruit.", "Niets."):
        onderzoek.schrijf(plek, beeld(dossier), {"verandert": woorden})
    tweede, eerste = daden(plek)[:2]
    assert [(tweede.stand, tweede.waarom), (eerste.stand, eerste.waarom)] == [(STAAT, ""), (VAST, "door_mij")]
    daad.neem_terug(plek, tweede.nummer)
    assert beeld(dossier).onderzoek.verandert == "De ogen gaan achteruit."
    daad.neem_terug(plek, eerste.nummer)
    assert (beeld(dossier).onderzoek.verandert, beeld(dossier).is_begonnen) == (None, True)
    daad.herstel(plek, eerste.nummer)
    onderzoek.schrijf(plek, beeld(dossier), {"uitvoerder_id": plek.medewerker.id, "deskundigen": "De ergotherapeut."})
    assert (laatste(plek).naam, laatste(plek).waarom) == ("onderzoek.geschreven", "gezegd")
    onderzoek.rond_af(plek, beeld(dossier), "Er is haast.")
    assert next(d.waarom for d in daden(plek) if d.nummer == eerste.nummer) == "afgerond"
    with pytest.raises(DaadNietTerug):
        daad.neem_terug(plek, eerste.nummer)
    assert beeld(dossier).onderzoek.verandert == "De ogen gaan achteruit."


def test_a_reason_that_was_being_typed_when_another_state_was_chosen_goes_back_with_it(dossier: Dossier) -> None:
    """One save writes it twice: what was typed, and that the state that was chosen has no reason."""
    gebied = dossier.plek.profiel.leefgebieden.leefgebieden[0].sleutel
    dossier.stand(gebied, LeefgebiedStatus.NIET_AAN_DE_ORDE, "Speelt niet.")
    eerst = _stand_en_reden(dossier, gebied)
    typen.keep(dossier.plek, dossier.adres(gebied), "Speelt nu toch, want")
    dossier.stand(gebied, LeefgebiedStatus.BESPROKEN)
    daarna, gekozen = _stand_en_reden(dossier, gebied), laatste(dossier.plek)
    assert (gekozen.naam, gekozen.stand) == ("gesprek.leefgebied", STAAT)
    daad.neem_terug(dossier.plek, gekozen.nummer)
    assert _stand_en_reden(dossier, gebied) == eerst
    daad.herstel(dossier.plek, gekozen.nummer)
    assert _stand_en_reden(dossier, gebied) == daarna


def _stand_en_reden(dossier: Dossier, gebied: str) -> tuple[object, ...]:
    with dossier.plek.store.read() as lezer:
        antwoord = lezer.get(Antwoord, antwoord_id(dossier.gesprek_id, gebied))
    return antwoord.status, antwoord.toelichting


def test_ten_acts_are_listed_without_a_name_or_a_word_of_a_resident(dossier: Dossier) -> None:
    for nummer in range(12):
        plan.add_stap(dossier.plek, dossier.doel(), f"Stap {nummer} met Anna.")
    lijst = daden(dossier.plek)
    assert len(lijst) == 10
    assert not {"Anna", "Voorbeeld"} & set(re.findall(r"\w+", str(lijst)))
    assert {d.voorletters for d in lijst} == {"A. V."}


def test_of_every_act_that_can_be_taken_back_there_are_words_for_what_it_was() -> None:
    t = load_tekst("herstel")
    assert [naam for naam in TERUG_TE_NEMEN if f"daad.{naam}" not in t] == []


# -- earlier texts ---------------------------------------------------------------------------------------------------


def test_earlier_texts_say_who_and_when_and_leave_out_what_stands_there_now(dossier: Dossier, joris: Dossier) -> None:
    dossier.typ("vraag.al_geprobeerd", "Eerst zo.")
    dossier.plek.klok.advance(timedelta(minutes=5))
    dossier.typ("vraag.al_geprobeerd", "")
    dossier.typ("vraag.al_geprobeerd", "Toen zo.")
    breng_over(dossier.plek, joris.plek)
    joris.plek.klok.advance(timedelta(minutes=5))
    joris.typ("vraag.al_geprobeerd", "Nu zo.")
    with joris.plek.store.read() as lezer:
        adres = joris.adres("vraag.al_geprobeerd")
        van = Tekstplek(adres.soort, adres.entiteit_id, adres.veld)
        teksten = eerdere_tekst.load(joris.plek, lezer, van) or ()
    assert [(e.tekst, e.wie, e.van_mij, e.moment.strftime("%H.%M")) for e in teksten] == [
        ("Toen zo.", "Sanne Modelman", False, "09.05"),
        ("Eerst zo.", "Sanne Modelman", False, "09.00"),
    ]
