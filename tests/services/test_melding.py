"""Taking on a melding: one save makes the dossier, with one contact person and the clock that the date starts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Aanspreekvorm, Inwoner
from kernnetwerk_app.domain.medewerker import Functie, Medewerker
from kernnetwerk_app.domain.melding import (
    Kanaal,
    Melding,
    MeldingInToekomst,
    MeldingZonderContactpersoon,
    MeldingZonderVraag,
)
from kernnetwerk_app.domain.tekst import TekstTeLang
from kernnetwerk_app.services import melding, typen
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import JORIS, SANNE, make_werkplek, reopen, werkplek_van

INVOER = NieuweMelding(
    vraag="De trap op gaat niet meer. Ik slaap nu beneden.",
    aanspreekvorm=Aanspreekvorm.MENEER,
    voornamen="Berend",
    tussenvoegsel="van",
    achternaam="Maquette",
    straat="Schaalmodelstraat",
    huisnummer="7a",
    postcode="9999 ZX",
    kern="Modelhuizen",
    plek="Kulturhus De Linde",
    kanaal=Kanaal.INLOOP,
    melder_naam="Buurvrouw Testers",
    melder_relatie="buurvrouw",
    telefoon="0599000001",
    contactpersoon_id=JORIS.id,
    vertegenwoordiger="Karin Voorbeeld",
    hoedanigheid="dochter",
    reikwijdte="geld en post",
    inwoner_akkoord=True,
)


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path)
    yield plek
    plek.store.close()


def _all(plek: Werkplek) -> tuple[list[Huishouden], list[Inwoner], list[Melding]]:
    with plek.store.read() as lezer:
        return lezer.find(Huishouden), lezer.find(Inwoner), lezer.find(Melding)


def test_one_save_makes_household_resident_and_melding(plek: Werkplek) -> None:
    opgenomen = melding.neem_op(plek, INVOER)
    ((huishouden,), (inwoner,), (gemeld,)) = _all(plek)
    assert huishouden.id == opgenomen.huishouden_id == inwoner.huishouden_id == gemeld.huishouden_id
    assert (huishouden.aanduiding, huishouden.adres) == ("Meneer Van Maquette", "Schaalmodelstraat 7a, Modelhuizen")
    assert inwoner.naam == "Berend van Maquette"
    assert inwoner.telefoon == "0599000001"
    assert gemeld.vraag == INVOER.vraag
    assert (gemeld.melder_naam, gemeld.melder_relatie) == ("Buurvrouw Testers", "buurvrouw")
    assert gemeld.ontvangen_door_id == SANNE.id
    assert gemeld.wet is None
    assert opgenomen.changes.huishoudens == {huishouden.id}


def test_the_contact_person_named_takes_it_on_today(plek: Werkplek) -> None:
    melding.neem_op(plek, INVOER)
    ((huishouden,), _, (gemeld,)) = _all(plek)
    assert huishouden.contactpersoon_id == gemeld.contactpersoon_id == JORIS.id
    assert gemeld.aangenomen_datum == plek.vandaag


def test_who_speaks_for_the_resident_is_kept_with_capacity_scope_and_consent(plek: Werkplek) -> None:
    melding.neem_op(plek, INVOER)
    _, _, (gemeld,) = _all(plek)
    namens = (gemeld.vertegenwoordiger, gemeld.hoedanigheid, gemeld.reikwijdte, gemeld.inwoner_akkoord)
    assert namens == ("Karin Voorbeeld", "dochter", "geld en post", True)


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"contactpersoon_id": None}, MeldingZonderContactpersoon),
        ({"vraag": " \n\t"}, MeldingZonderVraag),
        ({"ontvangen_datum": date(2027, 4, 21)}, MeldingInToekomst),
        ({"vraag": "a" * 200_001}, TekstTeLang),
    ],
)
def test_what_cannot_be_a_melding_is_refused_and_nothing_of_it_is_saved(
    plek: Werkplek, anders: dict[str, Any], fout: type[Exception]
) -> None:
    typen.keep_concept(plek, melding.CONCEPT, {"vraag": "wat er stond"})
    with pytest.raises(fout):
        melding.neem_op(plek, replace(INVOER, **anders), concept=melding.CONCEPT)
    assert _all(plek) == ([], [], [])
    assert typen.load_concept(plek, melding.CONCEPT) == {"vraag": "wat er stond"}


def test_the_place_tells_the_kern_of_the_melding_and_the_address_that_of_the_household(plek: Werkplek) -> None:
    melding.neem_op(plek, INVOER)
    ((huishouden,), _, (gemeld,)) = _all(plek)
    assert (huishouden.kern, gemeld.kern) == ("Modelhuizen", "Voorbeelderveen")


@pytest.mark.parametrize(("dag", "uur"), [(None, time(9, 0)), (date(2027, 4, 19), None)])
def test_the_hour_is_known_only_for_today(plek: Werkplek, dag: date | None, uur: time | None) -> None:
    melding.neem_op(plek, replace(INVOER, ontvangen_datum=dag))
    _, _, (gemeld,) = _all(plek)
    assert gemeld.ontvangen_tijd == uur


def test_a_name_may_stay_unknown(plek: Werkplek) -> None:
    melding.neem_op(plek, NieuweMelding(vraag="Iemand vraagt naar de eettafel.", contactpersoon_id=SANNE.id))
    ((huishouden,), _, _) = _all(plek)
    assert huishouden.aanduiding == "Onbekend"


def test_the_longest_name_fits(plek: Werkplek) -> None:
    melding.neem_op(plek, replace(INVOER, voornamen="n" * 300, achternaam="m" * 300))
    ((huishouden,), (inwoner,), _) = _all(plek)
    assert len(huishouden.aanduiding) == 300
    assert inwoner.achternaam == "m" * 300


def test_taking_it_on_forgets_the_form_in_the_same_save_and_only_then(plek: Werkplek) -> None:
    typen.keep_concept(plek, melding.CONCEPT, {"vraag": "een andere vraag"})
    melding.neem_op(plek, INVOER)
    assert typen.load_concept(plek, melding.CONCEPT) == {"vraag": "een andere vraag"}
    melding.neem_op(plek, INVOER, concept=melding.CONCEPT)
    assert typen.load_concept(plek, melding.CONCEPT) == {}


def test_a_form_that_was_not_handed_in_survives_a_lock_and_is_never_sent(tmp_path: Path) -> None:
    plek = make_werkplek(tmp_path / "laptop")
    typen.keep_concept(plek, melding.CONCEPT, {"vraag": "een half woo", "plek": "De Linde"})
    with plek.store.read() as lezer:
        wachtend = lezer.te_versturen(1000)
    plek.store.close()
    store = reopen(tmp_path / "laptop", plek.klok)
    opnieuw = werkplek_van(store, plek.klok)
    assert typen.load_concept(opnieuw, melding.CONCEPT) == {"vraag": "een half woo", "plek": "De Linde"}
    with store.read() as lezer:
        assert lezer.te_versturen(1000) == wachtend
        assert lezer.find(Melding) == []
    store.close()


def test_characters_that_no_store_can_hold_are_kept_visibly_in_a_form(plek: Werkplek) -> None:
    typen.keep_concept(plek, melding.CONCEPT, {"vraag": "half \ud83d en \0 nul"})
    assert typen.load_concept(plek, melding.CONCEPT) == {"vraag": "half � en ␀ nul"}


def test_contact_persons_are_the_worker_first_and_no_volunteers(plek: Werkplek) -> None:
    with plek.store.write() as werk:
        werk.add(Medewerker(id=plek.new_id(), naam="Anna Vrijwilligster", functie=Functie.VRIJWILLIGER))
        werk.add(Medewerker(id=plek.new_id(), naam="Bea Voorbeeld"))
        werk.commit("test.medewerkers")
    with plek.store.read() as lezer:
        namen = [medewerker.naam for medewerker in melding.contactpersonen(plek, lezer)]
    assert namen == ["Sanne Modelman", "Bea Voorbeeld", "Joris Proefstra"]
