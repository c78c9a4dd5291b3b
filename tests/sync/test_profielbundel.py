"""The municipality's profile comes with the exchange, holds from the next unlock, and never stops the program."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from kernnetwerk_app import opening
from kernnetwerk_app.domain.profielbundel import Profielbundel, bundel_id
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.profielbestanden.bundel import lees_bundel
from kernnetwerk_app.profielen import ProfielOngeldig, ProfielTeNieuw
from kernnetwerk_app.services import profielbundel
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.throttle import Throttle
from kernnetwerk_server import author, profielbeheer
from kernnetwerk_server.database import create
from kernnetwerk_server.errors import ProfielNietNieuwer
from tests.factories import WACHTZIN, make_klok, nieuwe_melding
from tests.profielen.gemeente import write_municipality
from tests.server.support import NU_MS, Gemeente
from tests.services.opzet import begin_gesprek
from tests.sync.rechtstreeks import Kant, koppel_aan

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def proefstad(tmp_path: Path) -> Iterator[Gemeente]:
    """A municipality whose profile does not ship with the program."""
    pad = tmp_path / "proefstad.sqlite"
    create(pad, profiel="proefstad", gemeente="Proefstad", oefenen=True)
    gemeente = Gemeente(pad)
    yield gemeente
    gemeente.close()


def publish(gemeente: Gemeente, map_: Path, versie: int, extra: str = "") -> None:
    profielbeheer.publiceer(gemeente.database, write_municipality(map_, versie, extra=extra), make_klok())


def lay_down(gemeente: Gemeente, versie: int, bundel: bytes) -> None:
    """A bundle that the commands of the beheerder would refuse: of a newer server, or damaged."""
    nieuw = Profielbundel(id=bundel_id("proefstad", versie), sleutel="proefstad", versie=versie, bundel=bundel)
    with gemeente.database.writing() as sessie:
        author.write_new(sessie, [nieuw], NU_MS)


def laptop(gemeente: Gemeente, folder: Path) -> Kant:
    plek, runner, http = koppel_aan(gemeente, folder, "Sanne Modelman")
    with plek.store.write() as werk:
        werk.set_meta(profiel="proefstad")
        werk.commit("koppelen.goedgekeurd")
    return plek, runner, http


def at(plek: Werkplek) -> opening.Geopend:
    """How this laptop is opened now."""
    return opening.describe(plek.store)


def version_at(plek: Werkplek) -> int:
    geopend = at(plek)
    assert geopend.plek is not None
    return geopend.plek.profiel.versie


@pytest.mark.eis("SYNC-10")
def test_my_laptop_works_the_way_my_municipality_set_it_at_the_server(tmp_path: Path, proefstad: Gemeente) -> None:
    publish(proefstad, tmp_path / "map", 1)
    plek, _, _ = laptop(proefstad, tmp_path / "laptop")
    geopend = at(plek)
    assert geopend.plek is not None
    profiel = geopend.plek.profiel
    assert (profiel.naam, profiel.versie, profiel.woord("leefgebied")) == ("Proefstad", 1, "levensdomein")
    assert profiel.leefgebieden.leefgebieden[-1].naam == "Zingeving"
    assert geopend.profiel_fout is None
    plek.store.close()


@pytest.mark.eis("SYNC-10")
def test_a_newer_way_of_working_holds_from_the_next_unlock_and_what_was_asked_keeps_its_version(
    tmp_path: Path, proefstad: Gemeente
) -> None:
    publish(proefstad, tmp_path / "map", 1)
    plek, runner, _ = laptop(proefstad, tmp_path / "laptop")
    nu = at(plek).plek
    assert nu is not None
    gesprek_id = begin_gesprek(nu, nieuwe_melding(nu).huishouden_id)
    publish(proefstad, tmp_path / "map", 2)
    assert not profielbundel.is_nieuwer(nu)
    runner.run()
    assert profielbundel.is_nieuwer(nu)
    assert nu.profiel.versie == 1, "while the window is open nothing changes under somebody's hands"
    straks = at(plek).plek
    assert straks is not None
    assert straks.profiel.versie == 2
    with plek.store.read() as lezer:
        gesprek = lezer.get(Vraagverheldering, gesprek_id)
    assert (gesprek.lijst, gesprek.lijstversie) == ("levensdomeinen_proefstad", 7)
    assert straks.profiel.leefgebieden.versie == 8
    plek.store.close()


KAPOT = {
    "niets": b"",
    "half": b"{",
    "een lijst": b"[]",
    "een getal": b'{"profielen/proefstad.toml": 3}',
    "een andere map": b'{"../../ander.toml": "a = 1"}',
    "zonder profiel": b'{"lijsten/los.toml": "a = 1"}',
    "een fout profiel": b'{"profielen/proefstad.toml": "sleutel = 3"}',
    "een half teken": b'{"profielen/proefstad.toml": "\\ud800"}',
    "heel diep": b"[" * 100_000,
    "geen tekst": b"\xff\xfe",
}


@pytest.mark.parametrize("bundel", KAPOT.values(), ids=KAPOT)
def test_no_bundle_of_any_kind_is_more_than_refused(bundel: bytes) -> None:
    with pytest.raises(ProfielOngeldig):
        lees_bundel(bundel, "proefstad", 1)


@pytest.mark.eis("SYNC-10")
def test_a_broken_delivery_leaves_me_with_the_last_good_one_and_says_so(tmp_path: Path, proefstad: Gemeente) -> None:
    publish(proefstad, tmp_path / "map", 1)
    for versie, bundel in enumerate(KAPOT.values(), start=2):
        lay_down(proefstad, versie, bundel)
    plek, _, _ = laptop(proefstad, tmp_path / "laptop")
    geopend = at(plek)
    assert version_at(plek) == 1
    assert isinstance(geopend.profiel_fout, ProfielOngeldig)
    assert not isinstance(geopend.profiel_fout, ProfielTeNieuw)
    plek.store.close()


def test_a_delivery_for_a_newer_program_waits_until_i_have_it(tmp_path: Path, proefstad: Gemeente) -> None:
    publish(proefstad, tmp_path / "map", 1)
    lay_down(proefstad, 2, b'{"profielen/proefstad.toml": "vorm = 99\\nnieuw = true"}')
    plek, _, _ = laptop(proefstad, tmp_path / "laptop")
    assert version_at(plek) == 1
    assert isinstance(at(plek).profiel_fout, ProfielTeNieuw)
    plek.store.close()


def test_an_older_version_that_comes_later_does_not_replace_a_newer_one(tmp_path: Path, proefstad: Gemeente) -> None:
    publish(proefstad, tmp_path / "map", 3)
    plek, runner, _ = laptop(proefstad, tmp_path / "laptop")
    with pytest.raises(ProfielNietNieuwer):
        publish(proefstad, tmp_path / "map", 2)
    with plek.store.read() as lezer:
        drie = lezer.get(Profielbundel, bundel_id("proefstad", 3))
    lay_down(proefstad, 2, drie.bundel.replace(b"versie = 3", b"versie = 2", 1))
    runner.run()
    assert version_at(plek) == 3
    assert not profielbundel.is_nieuwer(at(plek).plek or plek)
    plek.store.close()


def test_a_delivery_that_says_to_be_another_version_is_not_used(tmp_path: Path, proefstad: Gemeente) -> None:
    publish(proefstad, tmp_path / "map", 1)
    plek, runner, _ = laptop(proefstad, tmp_path / "laptop")
    with plek.store.read() as lezer:
        een = lezer.get(Profielbundel, bundel_id("proefstad", 1))
    lay_down(proefstad, 9, een.bundel)
    runner.run()
    assert version_at(plek) == 1
    assert isinstance(at(plek).profiel_fout, ProfielOngeldig)
    plek.store.close()


def test_without_any_profile_the_worker_gets_a_sentence_and_no_crash(tmp_path: Path, proefstad: Gemeente) -> None:
    plek, _, _ = laptop(proefstad, tmp_path / "laptop")
    with pytest.raises(ProfielOngeldig) as geweigerd:
        at(plek)
    assert geweigerd.value.plek == "profielen/proefstad.toml"
    plek.store.close()


def test_a_profile_that_did_not_come_at_coupling_comes_at_unlock(
    tmp_path: Path, proefstad: Gemeente, monkeypatch: pytest.MonkeyPatch
) -> None:
    plek, _, http = laptop(proefstad, tmp_path / "laptop")
    plek.store.close()
    publish(proefstad, tmp_path / "map", 1)
    monkeypatch.setattr(opening, "Http", lambda _adres: http)
    folder = tmp_path / "laptop"
    geopend = opening.unlock(folder, WACHTZIN, make_klok(), Throttle(folder))
    assert geopend.plek is not None
    assert geopend.plek.profiel.naam == "Proefstad"
    geopend.store.close()


def test_two_municipalities_never_share_a_delivery() -> None:
    ids: set[UUID] = {bundel_id(sleutel, versie) for sleutel in ("bmwe", "dalfsen") for versie in (1, 2, 11)}
    assert len(ids) == 6
