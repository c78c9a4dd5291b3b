"""When words about somebody go: of a signal, of the contact it came from, and of a volunteer's worry."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kernnetwerk_app.domain.bezorgdheid import Bezorgdheid
from kernnetwerk_app.domain.inloopcontact import Gevolg, Inloopcontact
from kernnetwerk_app.domain.signaal import Betreft, Signaal, Uitkomst
from kernnetwerk_app.domain.spreekuur import Spreekuur
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.services import bewaartermijn, bezorgdheid, inloopcontact, signaal, signalen, spreekuur, typen
from kernnetwerk_app.services.inloopcontact import NieuwContact
from kernnetwerk_app.services.signaal import NieuwSignaal
from kernnetwerk_app.services.spreekuur import NieuwSpreekuur
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import DINSDAG, JORIS, SANNE, make_werkplek, nieuwe_melding
from tests.uitwisseling import breng_over, wissel_uit

GEZIEN = "Mevrouw Zwaluwnest laat niemand meer binnen."
OVER_IEMAND: dict[str, Any] = {"gezien": GEZIEN, "kern": "Proefdijk", "achternaam": "Zwaluwnest"}


@pytest.fixture
def klok() -> Klok:
    return Klok(DINSDAG)


@pytest.fixture
def plek(tmp_path: Path, klok: Klok) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path / "sanne", klok)
    yield plek
    plek.store.close()


def _lees(plek: Werkplek, soort: type[Any], record_id: UUID) -> Any:
    with plek.store.read() as lezer:
        return lezer.get(soort, record_id)


def _sluit(plek: Werkplek, signaal_id: UUID, **velden: Any) -> None:
    with plek.store.read() as lezer:
        geladen, bases = lezer.get(Signaal, signaal_id), lezer.bases(signaal_id)
    signaal.change(plek, geladen, bases, velden)


def _dagen_later(plek: Werkplek, klok: Klok, dagen: int) -> None:
    """So many days later, on a laptop that has just heard from the server and cleans up, as it does each morning."""
    klok.advance(timedelta(days=dagen))
    with plek.store.write() as werk:
        werk.set_meta(laatst_verstuurd_ms=int(plek.klok.nu().timestamp() * 1000))
        werk.commit("test.gehoord")
    bewaartermijn.ruim_op(plek)


@pytest.mark.parametrize(
    "later",
    [
        {"uitkomst": Uitkomst.GEEN_ACTIE, "uitkomst_reden": "Het viel mee."},
        {"uitkomst": Uitkomst.ZELF},
        {"uitkomst": Uitkomst.LUISTEREND_OOR},
        {},
    ],
)
def test_a_step_that_once_stood_there_keeps_words_about_her_for_no_900_days(
    plek: Werkplek, klok: Klok, later: dict[str, Any]
) -> None:
    hier, _ = signaal.neem_op(plek, {**OVER_IEMAND, "stap": "bellen"})
    if later:
        _sluit(plek, hier, **later)
    _dagen_later(plek, klok, 60)
    assert _lees(plek, Signaal, hier).gezien == GEZIEN
    _dagen_later(plek, klok, 60)
    gewist = _lees(plek, Signaal, hier)
    assert (gewist.gezien, gewist.achternaam, gewist.uitkomst) == ("", None, later.get("uitkomst"))


@pytest.mark.parametrize("betreft", [Betreft.PERSOON, Betreft.HUISHOUDEN, Betreft.ADRES])
def test_who_it_is_about_was_chosen_and_the_name_stands_in_the_words_alone(
    plek: Werkplek, klok: Klok, betreft: Betreft
) -> None:
    hier, _ = signaal.neem_op(plek, {"gezien": GEZIEN, "kern": "Proefdijk", "betreft": betreft})
    _dagen_later(plek, klok, 100)
    assert _lees(plek, Signaal, hier).gezien == ""


def test_a_signal_in_a_dossier_is_kept_with_that_dossier(plek: Werkplek, klok: Klok) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    hier, _ = signaal.neem_op(plek, OVER_IEMAND, NieuwSignaal(huishouden_id=huishouden_id))
    _sluit(plek, hier, uitkomst=Uitkomst.ZELF)
    _dagen_later(plek, klok, 900)
    assert _lees(plek, Signaal, hier).gezien == GEZIEN


@pytest.mark.parametrize("naam", [None, "Zwaluwnest"])
def test_the_contact_that_it_came_from_does_not_keep_the_same_words(
    plek: Werkplek, klok: Klok, naam: str | None
) -> None:
    sessie_id, _ = spreekuur.begin(plek, NieuwSpreekuur("Proefdijk", "Dorpshuis De Proef"))
    contact_id, _ = inloopcontact.noteer(plek, sessie_id, NieuwContact(GEZIEN, achternaam=naam))
    ander_id, _ = inloopcontact.noteer(plek, sessie_id, NieuwContact("Hoe vraag ik een rollator aan?"))
    with plek.store.read() as lezer:
        uit = signaal.van_inloop(lezer.get(Inloopcontact, contact_id), lezer.get(Spreekuur, sessie_id))
    signaal.neem_op(plek, OVER_IEMAND, uit)
    _dagen_later(plek, klok, 60)
    assert _lees(plek, Inloopcontact, contact_id).vraag == GEZIEN
    _dagen_later(plek, klok, 60)
    contact = _lees(plek, Inloopcontact, contact_id)
    assert (contact.vraag, contact.gevolg, contact.gevolg_id) == ("", Gevolg.SIGNAAL, None)
    assert _lees(plek, Inloopcontact, ander_id).vraag != ""


def test_all_that_a_contact_says_about_somebody_goes_and_what_counts_stays(plek: Werkplek, klok: Klok) -> None:
    sessie_id, _ = spreekuur.begin(plek, NieuwSpreekuur("Proefdijk", "Dorpshuis De Proef"))
    over_haar: dict[str, Any] = dict.fromkeys(
        ("leefgebied", "gedaan", "verwezen", "begeleid_plek", "begeleid_door", "sinds", "uitgesteld", "kern"),
        "mevrouw Zwaluwnest",
    )
    eigen_id, _ = inloopcontact.noteer(plek, sessie_id, NieuwContact(GEZIEN, **over_haar))
    lijst = plek.profiel.lijst
    sleutels = {
        "leefgebied": inloopcontact.leefgebieden(plek.profiel).keuzes[0].sleutel,
        "gedaan": lijst(inloopcontact.GEDAAN).keuzes[0].sleutel,
        "sinds": lijst("signaal_duur").keuzes[0].sleutel,
        "uitgesteld": lijst("signaal_drempels").keuzes[0].sleutel,
        "kern": "Proefdijk",
    }
    telt_id, _ = inloopcontact.noteer(plek, sessie_id, NieuwContact(GEZIEN, **sleutels))
    for contact_id in (eigen_id, telt_id):
        signaal.neem_op(plek, OVER_IEMAND, NieuwSignaal(inloopcontact_id=contact_id))
    _dagen_later(plek, klok, 100)
    assert "Zwaluwnest" not in _lees(plek, Inloopcontact, eigen_id).model_dump_json()
    telt = _lees(plek, Inloopcontact, telt_id)
    assert {veld: getattr(telt, veld) for veld in sleutels} == sleutels


def test_what_was_half_typed_about_it_goes_as_well(plek: Werkplek, klok: Klok) -> None:
    sessie_id, _ = spreekuur.begin(plek, NieuwSpreekuur("Proefdijk", "Dorpshuis De Proef"))
    contact_id, _ = inloopcontact.noteer(plek, sessie_id, NieuwContact(GEZIEN))
    hier, _ = signaal.neem_op(plek, OVER_IEMAND, NieuwSignaal(inloopcontact_id=contact_id))
    half = [f"signaal/{hier}", f"melding/{hier}"]
    half += [f"signaal/uit/{contact_id}", f"inloopcontact.{contact_id}", f"melding/{contact_id}"]
    for sleutel in half:
        typen.keep_concept(plek, sleutel, {"achternaam": "Zwaluwnest"})
    _dagen_later(plek, klok, 60)
    assert [sleutel for sleutel in half if not typen.load_concept(plek, sleutel)] == []
    _dagen_later(plek, klok, 60)
    assert [sleutel for sleutel in half if typen.load_concept(plek, sleutel)] == []


def test_who_brought_it_is_not_kept_for_ever_because_it_is_about_nobody(plek: Werkplek, klok: Klok) -> None:
    """The words may stay: a loose paving stone is of no person. Her number is."""
    sessie_id, _ = spreekuur.begin(plek, NieuwSpreekuur("Proefdijk", "Dorpshuis De Proef"))
    contact_id, _ = inloopcontact.noteer(
        plek, sessie_id, NieuwContact("Er ligt een stoeptegel los.", achternaam="Zeil")
    )
    velden = {
        "gezien": "Er ligt een stoeptegel los.",
        "kern": "Proefdijk",
        "anoniem": False,
        "signaleerder": "buurvrouw Zeil",
        "melder_naam": "Truus Zeil",
        "melder_telefoon": "0612345678",
    }
    hier, _ = signaal.neem_op(plek, velden, NieuwSignaal(inloopcontact_id=contact_id))
    _dagen_later(plek, klok, 60)
    assert _lees(plek, Signaal, hier).melder_naam == "Truus Zeil"
    typen.keep_concept(plek, f"signaal/{hier}", {"melder_telefoon": "0612345678", "kern": "Proefdijk"})
    _dagen_later(plek, klok, 60)
    over = _lees(plek, Signaal, hier)
    assert (over.gezien, over.anoniem, over.is_gewist) == ("Er ligt een stoeptegel los.", True, False)
    assert "Zeil" not in over.model_dump_json()
    assert "0612345678" not in over.model_dump_json()
    assert _lees(plek, Inloopcontact, contact_id).achternaam is None
    assert typen.load_concept(plek, f"signaal/{hier}") == {"kern": "Proefdijk"}


@pytest.mark.eis("SIG-04")
@pytest.mark.parametrize("naam", [None, "Zwaluwnest"])
def test_a_name_that_a_colleague_wrote_meanwhile_does_not_stand_beside_a_signal_without_one(
    plek: Werkplek, klok: Klok, tmp_path: Path, naam: str | None
) -> None:
    sessie_id, _ = spreekuur.begin(plek, NieuwSpreekuur("Proefdijk", "Dorpshuis De Proef"))
    contact_id, _ = inloopcontact.noteer(plek, sessie_id, NieuwContact(GEZIEN, achternaam=naam))
    collega = make_werkplek(tmp_path / "joris", klok, device_no=2, wie=JORIS)
    breng_over(plek, collega)
    with collega.store.read() as lezer:
        geladen, bases = inloopcontact.load(lezer, contact_id)
    inloopcontact.change(collega, geladen, bases, {"voornamen": "Truus"})
    hier, _ = signaal.neem_op(plek, {"gezien": GEZIEN, "kern": "Proefdijk"}, NieuwSignaal(inloopcontact_id=contact_id))
    wissel_uit(plek, collega)
    _dagen_later(plek, klok, 1)
    wissel_uit(plek, collega)
    for wie in (plek, collega):
        contact = _lees(wie, Inloopcontact, contact_id)
        assert (contact.heeft_naam, contact.gevolg, contact.gevolg_id) == (False, Gevolg.SIGNAAL, None)
        assert contact.vraag == GEZIEN
        assert _lees(wie, Signaal, hier).inloopcontact_id is None
        with wie.store.read() as lezer:
            assert lezer.conflicten() == []
    collega.store.close()


def test_a_contact_of_which_the_signal_became_a_melding_keeps_its_words(plek: Werkplek, klok: Klok) -> None:
    sessie_id, _ = spreekuur.begin(plek, NieuwSpreekuur("Proefdijk", "Dorpshuis De Proef"))
    contact_id, _ = inloopcontact.noteer(plek, sessie_id, NieuwContact(GEZIEN))
    uit = NieuwSignaal(inloopcontact_id=contact_id, huishouden_id=nieuwe_melding(plek).huishouden_id)
    signaal.neem_op(plek, OVER_IEMAND, uit)
    _dagen_later(plek, klok, 900)
    assert _lees(plek, Inloopcontact, contact_id).vraag == GEZIEN


@pytest.mark.parametrize("opgepakt", [True, False])
def test_the_worry_of_a_volunteer_does_not_stay_for_ever(plek: Werkplek, klok: Klok, opgepakt: bool) -> None:
    zorg_id, _ = bezorgdheid.geef_door(plek, GEZIEN, SANNE.id, over="mevrouw Zwaluwnest", kern="bij de sluis")
    if opgepakt:
        bezorgdheid.pak_op(plek, zorg_id)
    bewaartermijn.ruim_op(plek)
    typen.keep_concept(plek, f"signaal/uit/{zorg_id}", {"gezien": GEZIEN})
    _dagen_later(plek, klok, 90)
    assert _lees(plek, Bezorgdheid, zorg_id).zorg == GEZIEN
    _dagen_later(plek, klok, 1)
    zorg = _lees(plek, Bezorgdheid, zorg_id)
    assert (zorg.zorg, zorg.over, zorg.kern, zorg.datum) == ("", None, None, DINSDAG.date())
    assert typen.load_concept(plek, f"signaal/uit/{zorg_id}") == {}


def test_a_worry_that_nobody_could_read_yet_waits_for_who_it_is_for(plek: Werkplek, klok: Klok, tmp_path: Path) -> None:
    """Sanne was ill for months: Joris passed it on, and nobody but she can take it up."""
    collega = make_werkplek(tmp_path / "joris", klok, device_no=2, wie=JORIS)
    zorg_id, _ = bezorgdheid.geef_door(collega, GEZIEN, SANNE.id)
    _dagen_later(collega, klok, 120)
    breng_over(collega, plek)
    _dagen_later(plek, klok, 1)
    assert _lees(collega, Bezorgdheid, zorg_id).zorg == GEZIEN
    gelezen = _lees(plek, Bezorgdheid, zorg_id)
    assert (gelezen.zorg, gelezen.in_beeld_datum) == (GEZIEN, plek.vandaag)
    with plek.store.read() as lezer:
        assert [taak.id for taak in signalen.taken(plek, lezer)] == [zorg_id]
    _dagen_later(plek, klok, 80)
    assert _lees(plek, Bezorgdheid, zorg_id).zorg == GEZIEN, "her own term, from the day that she could read it"
    _dagen_later(plek, klok, 20)
    assert _lees(plek, Bezorgdheid, zorg_id).zorg == ""
    collega.store.close()


def test_the_worry_goes_with_the_signal_that_was_made_of_it(plek: Werkplek, klok: Klok) -> None:
    """It was taken up late, and the signal was of an earlier day: so it goes before its own term."""
    zorg_id, _ = bezorgdheid.geef_door(plek, GEZIEN, SANNE.id, over="mevrouw Zwaluwnest")
    klok.advance(timedelta(days=30))
    uit = bezorgdheid.als_signaal(_lees(plek, Bezorgdheid, zorg_id))
    signaal.neem_op(plek, {**OVER_IEMAND, "datum": DINSDAG.date()}, uit)
    assert _lees(plek, Bezorgdheid, zorg_id).opgepakt_datum == plek.vandaag
    _dagen_later(plek, klok, 61)
    assert _lees(plek, Bezorgdheid, zorg_id).zorg == ""


def test_what_a_colleague_wrote_meanwhile_in_such_a_contact_goes_too(
    plek: Werkplek, klok: Klok, tmp_path: Path
) -> None:
    sessie_id, _ = spreekuur.begin(plek, NieuwSpreekuur("Proefdijk", "Dorpshuis De Proef"))
    contact_id, _ = inloopcontact.noteer(plek, sessie_id, NieuwContact(GEZIEN))
    signaal.neem_op(plek, OVER_IEMAND, NieuwSignaal(inloopcontact_id=contact_id))
    collega = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    breng_over(plek, collega)
    with collega.store.write() as werk:
        werk.change(werk.get(Inloopcontact, contact_id), vraag="Mevrouw Zwaluwnest is ziek.")
        werk.commit("test.collega")
    _dagen_later(plek, klok, 100)
    wissel_uit(plek, collega)
    _dagen_later(plek, klok, 1)
    wissel_uit(plek, collega)
    for wie in (plek, collega):
        assert _lees(wie, Inloopcontact, contact_id).vraag == ""
        with wie.store.read() as lezer:
            assert lezer.conflicten() == []
    collega.store.close()
