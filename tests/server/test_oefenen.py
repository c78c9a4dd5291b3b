"""The practice municipality: plainly fictional, complete, and with something to do on every day."""

import tomllib
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from kernnetwerk_app.domain import bsn
from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.contact import Contact, ContactSoort, ContactStatus
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.oplog import units
from kernnetwerk_app.paths import resource
from kernnetwerk_server import heads, oefenen
from kernnetwerk_server.database import Database, read_meta
from kernnetwerk_server.tables import OP
from tests.server.support import NU


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("oefen")


@pytest.fixture(scope="module")
def database(map_: Path) -> Database:
    return oefenen.open_practice(map_, Klok(NU))


def all_of(database: Database, soort: type[Entiteit]) -> list[Entiteit]:
    with database.reading() as sessie:
        gevonden = [heads.read_entity(sessie, soort, entiteit_id) for entiteit_id in heads.entity_ids(sessie, soort)]
    return [entiteit for entiteit in gevonden if entiteit is not None]


def test_every_field_of_the_file_is_a_field_of_its_record() -> None:
    """A misspelt field would be left out silently."""
    gegevens = tomllib.loads(resource("oefenen", "huishoudens.toml").read_text(encoding="utf-8"))
    eigen = {"sleutel", "schrijver", "elke_dag", *oefenen._IN_HUISHOUDEN}
    rijen: list[tuple[dict[str, object], type[Entiteit]]] = [(rij, Contact) for rij in gegevens["inloop"]]
    for huishouden in gegevens["huishouden"]:
        rijen.append((huishouden, Huishouden))
        for naam, soort in oefenen._IN_HUISHOUDEN.items():
            rijen += [(deel, soort) for deel in huishouden.get(naam, ())]
    vreemd = [set(rij) - set(soort.model_fields) - eigen for rij, soort in rijen]
    assert vreemd == [set()] * len(rijen)


def test_everyone_is_fictional(database: Database) -> None:
    inwoners = [inwoner for inwoner in all_of(database, Inwoner) if isinstance(inwoner, Inwoner)]
    nummers = [inwoner.bsn for inwoner in inwoners if inwoner.bsn]
    assert len(nummers) >= 7
    assert len(set(nummers)) == len(nummers)
    assert all(bsn.is_test_bsn(nummer) and bsn.klopt_elfproef(nummer) for nummer in nummers)
    assert any(inwoner.bsn is None for inwoner in inwoners)


def test_it_has_what_a_day_of_practice_needs(database: Database) -> None:
    vandaag = Klok(NU).vandaag()
    assert len(all_of(database, Huishouden)) == 6
    contacten = [contact for contact in all_of(database, Contact) if isinstance(contact, Contact)]
    gepland = {
        (contact.tijd_van and contact.tijd_van.isoformat("minutes"), contact.contactsoort)
        for contact in contacten
        if contact.datum == vandaag and contact.status is ContactStatus.GEPLAND
    }
    assert gepland == {
        ("09:00", ContactSoort.INLOOP),
        ("13:00", ContactSoort.BEZOEK),
        ("15:15", ContactSoort.BEZOEK),
    }
    dagen = sorted((vandaag - m.ontvangen_datum).days for m in all_of(database, Melding) if isinstance(m, Melding))
    assert dagen[-1] == 41
    assert 20 < dagen[-2] < 30


def test_all_of_it_is_what_the_classes_accept(database: Database) -> None:
    with database.reading() as sessie:
        for rij in sessie.execute(select(OP)):
            units.check_value(rij.soort, rij.eenheid, rij.waarde)
        assert read_meta(sessie).oefenen
    assert [m.naam for m in oefenen.medewerkers().values()] == ["Sanne Modelman", "Joris Proefstra"]
    assert sorted(all_of(database, Medewerker), key=str) == sorted(oefenen.medewerkers().values(), key=str)


def test_a_file_beside_it_says_that_nobody_in_it_exists(database: Database, map_: Path) -> None:
    assert "verzonnen" in (map_ / oefenen.LEESMIJ).read_text(encoding="utf-8")


def test_starting_again_adds_nothing_and_the_next_day_has_its_own_visits(tmp_path: Path) -> None:
    klok = Klok(NU)

    def operations() -> int:
        geopend = oefenen.open_practice(tmp_path, klok)
        with geopend.reading() as sessie:
            aantal = int(sessie.execute(select(func.count()).select_from(OP)).scalar_one())
        geopend.close()
        return aantal

    eerst = operations()
    assert operations() == eerst
    klok.advance(timedelta(days=1))
    morgen = operations()
    assert morgen > eerst
    assert operations() == morgen
    geopend = oefenen.open_practice(tmp_path, klok)
    bezoeken = [c for c in all_of(geopend, Contact) if isinstance(c, Contact) and c.datum == klok.vandaag()]
    assert len(bezoeken) == 3
    geopend.close()
