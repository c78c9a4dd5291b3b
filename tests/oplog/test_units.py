"""Merge units: every field of every kind comes back as it went, and what our writer would not make is refused."""

from datetime import date, time
from uuid import UUID

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.domain.base import Entiteit, eenheden
from kernnetwerk_app.domain.contact import Contact, ContactSoort, ContactStatus
from kernnetwerk_app.domain.huishouden import Huishouden, Regie
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import Ondertekening
from kernnetwerk_app.domain.plan import Afspraak, Stap, Wie
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.oplog import codec, units
from kernnetwerk_app.oplog.codec import OnleesbaarBericht
from kernnetwerk_app.oplog.units import SOORTEN, WaardeOngeldig, WaardeTeGroot
from tests.oplog.strategies import PLAIN, entities

ID = UUID(int=0x99999)
ALLE = pytest.mark.parametrize("soort", SOORTEN.values(), ids=lambda soort: soort.__name__)
EENHEDEN = [(soort, nummer) for soort in SOORTEN.values() for nummer in eenheden(soort)]


def accepts(soort: type[Entiteit], eenheid: int, waarde: object) -> bool:
    try:
        units.check_value(soort.soort, eenheid, codec.dumps(waarde))
    except WaardeOngeldig:
        return False
    return True


@ALLE
def test_every_field_but_the_id_is_in_exactly_one_unit(soort: type[Entiteit]) -> None:
    verdeeld = [veld for velden in eenheden(soort).values() for veld in velden]
    assert sorted(verdeeld) == sorted(set(soort.model_fields) - {"id"})
    assert 0 not in eenheden(soort)
    assert eenheden(soort)[1] == ("huishouden_id",)


def test_numbers_of_kinds_are_those_of_the_classes() -> None:
    assert {nummer: soort.soort for nummer, soort in SOORTEN.items()} == {nummer: nummer for nummer in SOORTEN}
    assert len(SOORTEN) == len(set(SOORTEN.values())) == 21


@ALLE
@given(data=st.data())
def test_every_record_comes_back_as_it_went(soort: type[Entiteit], data: st.DataObject) -> None:
    entiteit = data.draw(entities(soort))
    waarden: dict[str, object] = {}
    for eenheid in eenheden(soort):
        octets = units.encode(entiteit, eenheid)
        units.check_value(soort.soort, eenheid, octets)
        waarden |= units.decode(soort, eenheid, octets)
    terug = units.build(soort, entiteit.id, waarden)
    assert terug == entiteit
    assert terug is not None
    assert {veld: type(deel) for veld, deel in terug} == {veld: type(deel) for veld, deel in entiteit}


@given(waar=st.sampled_from(EENHEDEN), data=st.data())
def test_what_is_accepted_is_understood_and_written_back_the_same(
    waar: tuple[type[Entiteit], int], data: st.DataObject
) -> None:
    soort, eenheid = waar
    entiteit = data.draw(entities(soort))
    delen = codec.rij(codec.loads(units.encode(entiteit, eenheid)))
    delen[data.draw(st.integers(0, len(delen) - 1))] = data.draw(PLAIN)
    if not accepts(soort, eenheid, delen):
        return
    waarden: dict[str, object] = {}
    for nummer in eenheden(soort):
        octets = codec.dumps(delen) if nummer == eenheid else units.encode(entiteit, nummer)
        waarden |= units.decode(soort, nummer, octets)
    terug = units.build(soort, entiteit.id, waarden)
    assert terug is not None
    assert units.encode(terug, eenheid) == codec.dumps(delen)


@given(waar=st.sampled_from(EENHEDEN), octets=st.binary(max_size=60))
def test_any_bytes_are_refused_with_one_error_only(waar: tuple[type[Entiteit], int], octets: bytes) -> None:
    soort, eenheid = waar
    try:
        units.decode(soort, eenheid, octets)
    except OnleesbaarBericht:
        with pytest.raises(WaardeOngeldig):
            units.check_value(soort.soort, eenheid, octets)


@given(data=st.data(), waarden=st.dictionaries(st.sampled_from(sorted(Contact.model_fields)), PLAIN))
def test_build_never_raises_and_never_mixes_in_what_it_does_not_understand(
    data: st.DataObject, waarden: dict[str, object]
) -> None:
    goed = data.draw(entities(Contact))
    gebouwd = units.build(Contact, ID, goed.model_dump() | waarden)
    assert gebouwd is None or gebouwd.id == ID


VREEMD: list[tuple[type[Entiteit], int, object]] = [
    (Huishouden, 2, None),
    (Huishouden, 2, "geen lijst"),
    (Huishouden, 2, {}),
    (Huishouden, 2, []),
    (Huishouden, 2, [None]),
    (Huishouden, 2, [""]),
    (Huishouden, 2, [12]),
    (Huishouden, 2, [b"octetten"]),
    (Huishouden, 2, [["genest"]]),
    (Huishouden, 2, ["een", "te veel"]),
    (Huishouden, 2, ["x" * 301]),
    (Huishouden, 6, ["een onbekend woord"]),
    (Huishouden, 6, ["INWONER"]),
    (Huishouden, 1, ["../../etc/passwd"]),
    (Huishouden, 1, [str(ID)]),
    (Huishouden, 1, [b"kort"]),
    (Inwoner, 5, ["12345678"]),
    (Inwoner, 5, ["١٢٣٤٥٦٧٨٩"]),
    (Inwoner, 5, [123456789]),
    (Inwoner, 5, [None, 0]),
    (Inwoner, 5, [None, "2027-04-20T00:00:00"]),
    (Inwoner, 5, [None, "20-04-2027"]),
    (Inwoner, 5, [None, "2027-02-30"]),
    (Melding, 2, ["2027-04-20", "09:40"]),
    (Melding, 2, ["2027-04-20", "09:40:00Z"]),
    (Melding, 10, [None, None, None, "ja"]),
    (Melding, 10, [None, None, None, 1]),
    (Stap, 3, ["1"]),
    (Stap, 3, [True]),
    (Stap, 3, [-(2**70)]),
    (PlanVersie, 2, [ID.bytes]),
    (PlanVersie, 2, [ID.bytes, 0, "2027-04-20", b"", "ABCDEFGHJK"]),
    (PlanVersie, 2, [ID.bytes, 1, "2027-04-20", "tekst", "ABCDEFGHJK"]),
    (PlanVersie, 2, [ID.bytes, 1, "2027-04-20", b"", "abcdefghjk"]),
    (Ondertekening, 3, [bytes(512 * 1024 + 1)]),
]


@pytest.mark.parametrize(("soort", "eenheid", "waarde"), VREEMD)
def test_what_our_writer_would_never_make_is_refused(soort: type[Entiteit], eenheid: int, waarde: object) -> None:
    with pytest.raises(WaardeOngeldig):
        units.check_value(soort.soort, eenheid, cbor2.dumps(waarde, canonical=True))


def test_the_same_value_in_other_bytes_is_refused() -> None:
    """Siblings are compared by their bytes, so one value may have one form only."""
    assert accepts(Huishouden, 2, ["Voorbeeld"])
    with pytest.raises(WaardeOngeldig):
        units.check_value(Huishouden.soort, 2, b"\x81\x78\x09Voorbeeld")


def test_unknown_kinds_and_units_pass_as_they_are() -> None:
    units.check_value(999, 1, b"\xffgeen CBOR")
    units.check_value(Huishouden.soort, 999, b"\xffgeen CBOR")
    units.check_value(Huishouden.soort, 0, b"\xffgeen CBOR")


def test_an_older_writers_shorter_value_leaves_the_later_fields_at_their_default() -> None:
    waarde = codec.dumps([Wie.NETWERK.value])
    units.check_value(Afspraak.soort, 4, waarde)
    assert units.decode(Afspraak, 4, waarde) == {"wie": "netwerk"}
    waarden = {"doel_id": ID.bytes, "volgorde": 1, "tekst": "Koken"} | units.decode(Afspraak, 4, waarde)
    afspraak = units.build(Afspraak, ID, waarden)
    assert isinstance(afspraak, Afspraak)
    assert (afspraak.wie, afspraak.wie_naam) == (Wie.NETWERK, None)


def test_of_a_newer_writers_longer_value_the_known_fields_are_read() -> None:
    waarde = codec.dumps([Wie.NETWERK.value, "Riet", "een veld van later", 7])
    assert units.decode(Afspraak, 4, waarde) == {"wie": "netwerk", "wie_naam": "Riet"}
    with pytest.raises(WaardeOngeldig):
        units.check_value(Afspraak.soort, 4, waarde)


def test_a_word_that_is_not_known_here_leaves_its_field_at_its_default_and_the_rest_whole() -> None:
    huishouden = units.build(
        Huishouden, ID, {"aanduiding": "Voorbeeld", "regie": "iemand van later", "kern": "Proefdijk"}
    )
    assert huishouden == Huishouden(id=ID, aanduiding="Voorbeeld", regie=Regie.INWONER, kern="Proefdijk")


def test_without_a_required_field_there_is_no_record_yet() -> None:
    assert units.build(Huishouden, ID, {"kern": "Proefdijk"}) is None
    assert units.build(Huishouden, ID, {"aanduiding": "", "kern": "Proefdijk"}) is None


def test_a_value_is_a_list_of_plain_scalars() -> None:
    contact = Contact(
        id=ID,
        datum=date(2027, 4, 20),
        tijd_van=time(13, 0),
        contactsoort=ContactSoort.BEZOEK,
        status=ContactStatus.GEPLAND,
        medewerker_id=ID,
    )
    assert codec.loads(units.encode(contact, 2)) == ["2027-04-20", "13:00:00", None]
    assert codec.loads(units.encode(contact, 3)) == ["bezoek"]
    assert codec.loads(units.encode(contact, 5)) == [ID.bytes]


def test_a_value_beyond_what_a_body_can_carry_is_refused_by_its_writer() -> None:
    lang = Contact.model_construct(id=ID, verslag="x" * codec.MAX_WAARDE)
    with pytest.raises(WaardeTeGroot):
        units.encode(lang, 8)
