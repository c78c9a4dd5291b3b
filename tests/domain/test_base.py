"""Merge units, hidden input and ids, over every entity that there is."""

import importlib
import pkgutil
from collections import Counter
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kernnetwerk_app import domain
from kernnetwerk_app.domain.base import Eenheid, Entiteit, eenheden, uuid7, voor_wie
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.signaal import Signaal
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering

for gevonden in pkgutil.iter_modules(domain.__path__):
    importlib.import_module(f"{domain.__name__}.{gevonden.name}")
# Rows of the store and the server derive from these same classes; here only the nouns themselves count.
VERVALLEN: dict[type[Entiteit], set[int]] = {Contact: {15}, Vraagverheldering: {6, 7}, Signaal: {5}}
"""Units that are not used any more: older stores have operations of them."""
NOUNS = sorted(
    (soort for soort in Entiteit.__subclasses__() if soort.__module__.startswith("kernnetwerk_app.domain.")),
    key=lambda soort: soort.soort,
)
GEHEIM = "999994669 Sentinel"
ID = UUID("01900000-0000-7000-8000-000000000001")


def naam(soort: type[Entiteit]) -> str:
    return soort.__name__


def test_every_noun_has_a_number_of_its_own_on_the_wire() -> None:
    nummers = [soort.soort for soort in NOUNS]
    assert len(set(nummers)) == len(nummers)
    assert min(nummers) == 1


@pytest.mark.parametrize("soort", NOUNS, ids=naam)
def test_every_field_is_in_exactly_one_merge_unit_and_the_id_in_none(soort: type[Entiteit]) -> None:
    merken = {
        veld: [merk.nummer for merk in info.metadata if isinstance(merk, Eenheid)]
        for veld, info in soort.model_fields.items()
    }
    assert merken.pop("id") == []
    assert merken.pop("huishouden_id") == [1]
    assert {veld: len(nummers) for veld, nummers in merken.items()} == dict.fromkeys(merken, 1)
    assert 1 not in {nummer for nummers in merken.values() for nummer in nummers}


@pytest.mark.parametrize("soort", NOUNS, ids=naam)
def test_units_are_numbered_without_gaps_and_their_fields_stand_together(soort: type[Entiteit]) -> None:
    units = eenheden(soort)
    vervallen = VERVALLEN.get(soort, set())
    assert list(units) == [nr for nr in range(1, len(units) + len(vervallen) + 1) if nr not in vervallen]
    assert ["id", *(veld for velden in units.values() for veld in velden)] == list(soort.model_fields)


@pytest.mark.parametrize("soort", NOUNS, ids=naam)
def test_fields_that_travel_together_are_meant_for_the_same_people(soort: type[Entiteit]) -> None:
    """A unit is sent and shown as a whole; one field for fewer people in it would come along."""
    for velden in eenheden(soort).values():
        assert len({voor_wie(soort, veld) for veld in velden}) == 1


SAMEN = {
    "Huishouden": [("straat", "huisnummer", "postcode", "plaats")],
    "Inwoner": [("voornamen", "tussenvoegsel", "achternaam"), ("bsn", "bsn_gecontroleerd_datum"), ("taal", "tolk")],
    "Melding": [
        ("ontvangen_datum", "ontvangen_tijd"),
        ("kern", "plek"),
        ("melder_naam", "melder_relatie"),
        ("contactpersoon_id", "aangenomen_datum"),
        ("vertegenwoordiger", "hoedanigheid", "reikwijdte", "inwoner_akkoord"),
        *(
            tuple(f"{wat}_{deel}" for deel in ("datum", "door_id", "wijze"))
            for wat in (
                "ontvangst_bevestigd",
                "persoonlijk_plan_genoemd",
                "clientondersteuning_genoemd",
                "mantelzorger_gewezen",
                "stappenkaart_gegeven",
            )
        ),
        ("clientondersteuning", "clientondersteuner"),
        ("eigen_plan", "eigen_plan_datum"),
        ("spoed_besluit", "spoed_besluit_datum"),
    ],
    "Contact": [
        ("datum", "tijd_van", "tijd_tot"),
        ("status", "verzet_naar_id"),
        ("citaat", "citaat_van"),
        ("uitspraak", "bron"),
        ("inwoner_erbij", "naasten", "naasten_gewenst", "tolk"),
    ],
    "Vraagverheldering": [("lijst", "lijstversie")],
    "Antwoord": [("vraagverheldering_id", "sleutel", "inwoner_id")],
    "Ondersteuningsplan": [
        ("planmaker_id", "planmaker_rol"), ("netwerk", "netwerk_reden"), ("draagkracht_reden", "draagkracht_datum"),
        ("voorlichting_datum", "voorlichting_door_id", "voorlichting_tekst"),
        ("afsluitreden", "afgesloten_datum", "afgesloten_door_id"), ("kansen_datum", "kansen_reden"),
    ],
    "Doel": [
        ("lichter_kan", "lichter_reden"),
        ("informeel_kan", "informeel_reden", "informeel_verteld", "informeel_blijft"),
        ("algemeen_kan", "algemeen_reden", "algemeen_verteld", "algemeen_blijft"),
        *((f"{trede}_reden", f"{trede}_verteld") for trede in ("eigen", "gebruikelijk", "mantelzorg", "maatwerk")),
        ("met_hulp_van", "hulp_op_papier"),
    ],
    "Afspraak": [
        ("wie", "wie_naam"), ("begin_datum", "terugkijk_datum"), ("akkoord", "opmerking"),
        ("aangeboden", "voorkeur", "voorkeur_reden"),
        ("achtervang", "achtervang_bereik"),
    ],
    "PlanVersie": [("plan_id", "nummer", "datum", "inhoud", "code")],
    "Ondertekening": [
        ("planversie_id", "code", "keuze", "reactie", "naam", "hoedanigheid", "inwoner_id", "wijze", "datum",
         "tijd", "strepen", "namelijk"),
        ("voorgelezen", "aanwezig", "merkteken"), ("versie_hash", "gevraagd"),
    ],
    "EersteVraagverheldering": [("afgerond_datum", "afgerond_door_id", "zonder_reden")],
    "KortdurendeOndersteuning": [("begin_datum", "eind_datum")],
    "Niveau": [("datum", "door_id"), ("streef", "streef_datum")],
    "Routedeel": [("triage_id", "route"), ("status", "status_datum")],
    "Toestemming": [
        ("inwoner_id", "onderwerp", "ontvanger"), ("begin_datum", "eind_datum"),
        ("vraag", "gevraagde_naam", "gevraagde_functie", "gevraagde_organisatie"),
    ],
    "Spreekuur": [("datum", "tijd_van", "tijd_tot"), ("kern", "plek"), ("gesloten_datum", "gesloten_tijd")],
    "Inloopcontact": [
        ("datum", "tijd"),
        ("begeleid_plek", "begeleid_door"),
        ("voornamen", "achternaam", "schuilnaam"),
        ("sinds", "uitgesteld"),
        ("gevolg", "gevolg_id"),
    ],
}  # fmt: skip


def test_units_of_more_than_one_field_are_the_ones_that_only_make_sense_together() -> None:
    """Of the kinds that the first laptops wrote: moving a field to another unit would change what is on the wire."""
    samen = {naam(soort): [velden for velden in eenheden(soort).values() if len(velden) > 1] for soort in NOUNS}
    assert {soort: samen[soort] for soort in SAMEN} == SAMEN


@pytest.mark.parametrize("soort", NOUNS, ids=naam)
def test_refused_values_are_not_in_the_error_text(soort: type[Entiteit]) -> None:
    overal_fout = {veld: [GEHEIM] for veld in soort.model_fields}
    with pytest.raises(ValidationError) as fout:
        soort.model_validate(overal_fout)
    assert len(fout.value.errors()) == len(soort.model_fields)
    assert GEHEIM not in str(fout.value)
    assert GEHEIM not in repr(fout.value)
    assert GEHEIM not in str(fout.value.errors(include_input=False))


@pytest.mark.parametrize("soort", NOUNS, ids=naam)
def test_refused_values_are_not_in_the_error_text_of_the_constructor_either(soort: type[Entiteit]) -> None:
    with pytest.raises(ValidationError) as fout:
        soort(id=GEHEIM)  # type: ignore[arg-type]
    assert GEHEIM not in str(fout.value)


@pytest.mark.parametrize("soort", NOUNS, ids=naam)
def test_refused_json_is_not_in_the_error_text(soort: type[Entiteit]) -> None:
    with pytest.raises(ValidationError) as fout:
        soort.model_validate_json(f'{{"id": "{GEHEIM}", "huishouden_id": "{GEHEIM}"}}')
    assert GEHEIM not in str(fout.value)


@given(st.integers(0, 2**48 - 1))
def test_uuid7_is_a_version_7_that_starts_with_its_moment(ms: int) -> None:
    waarde = uuid7(ms)
    assert (waarde.version, waarde.variant) == (7, "specified in RFC 4122")
    assert waarde.int >> 80 == ms


def test_ids_of_one_millisecond_differ() -> None:
    assert max(Counter(uuid7(1) for _ in range(2000)).values()) == 1


def test_later_ids_sort_later() -> None:
    assert uuid7(1) < uuid7(2) < uuid7()
