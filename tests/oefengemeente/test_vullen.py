"""How a practice municipality is filled: by the laptops of colleagues, for who practises and for nobody else."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.domain.signaal import Signaal
from kernnetwerk_app.oefengemeente import geweigerd, vullen
from kernnetwerk_app.oefengemeente.daden import DADEN
from kernnetwerk_app.oefengemeente.verhaal import load_daden
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services import avgpakket, conflict, vandaag
from kernnetwerk_app.services.inwoner import leden
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import DINSDAG, make_werkplek
from tests.oefengemeente.conftest import Begonnen
from tests.services.test_avgwoorden import RUW
from tests.taal import bezwaren


def _rows(plek: Werkplek, soort: type[Entiteit], *velden: str) -> list[tuple[str, ...]]:
    with plek.store.read() as lezer:
        return sorted(tuple(_said(plek, getattr(e, veld)) for veld in velden) for e in lezer.find(soort))


def _said(plek: Werkplek, waarde: object) -> str:
    """A day as how many days ago it was."""
    return str(waarde - plek.vandaag) if type(waarde) is date else str(waarde)


def _content(plek: Werkplek) -> list[Any]:
    """What people read of it."""
    with plek.store.read() as lezer:
        beeld = vandaag.load(plek, lezer)
    return [
        _rows(plek, Huishouden, "aanduiding", "kern", "straat"),
        _rows(plek, Melding, "vraag", "ontvangen_datum"),
        _rows(plek, Contact, "datum", "tijd_van", "verslag"),
        _rows(plek, Signaal, "gezien", "uitkomst", "stap_datum"),
        sorted((taak.soort, taak.voorletters) for taak in beeld.taken),
        [(belofte.wat, _said(plek, belofte.uiterlijk)) for belofte in beeld.beloofd],
        (beeld.stand.vast, beeld.stand.conflicten),
    ]


def test_two_people_wrote_the_same_goal_and_i_choose(gewoon: Begonnen) -> None:
    plek = gewoon.plek
    with plek.store.read() as lezer:
        [gevonden] = lezer.conflicten()
        beeld = conflict.load(plek, lezer, gevonden.entiteit_id, gevonden.eenheid)
    assert conflict.is_oplosbaar(gevonden)
    assert beeld.wat == Doel.__name__.lower()
    assert [kant.wie for kant in beeld.kanten] == ["Sanne Modelman", "Joris Proefstra"]
    assert all("nachtdienst" in kant.tekst for kant in beeld.kanten)


def test_the_server_did_not_take_one_change_and_it_stands_safely_on_my_laptop(gewoon: Begonnen) -> None:
    plek = gewoon.plek
    with plek.store.read() as lezer:
        stand = lezer.verzendstand()
        later = [c.tijd_van for c in lezer.find(Contact) if c.huishouden_id is not None and c.datum > plek.vandaag]
    assert (stand.vast, stand.wachtend) == (1, 0)
    assert later.count(geweigerd.UUR) == 1, "it is read and shown here all the same"
    with closing(sqlite3.connect(gewoon.database)) as server:
        assert server.execute("SELECT reden FROM quarantaine").fetchall() == [("sync.waarde_ongeldig",)]


def test_everything_else_reached_the_server_and_was_written_by_a_colleague(gewoon: Begonnen) -> None:
    plek = gewoon.plek
    with plek.store.read() as lezer:
        mijn, gelezen = lezer.meta().device_no, lezer.find(Huishouden)
        assert not any(lezer.is_van_hier(huishouden.id) for huishouden in gelezen)
    with closing(sqlite3.connect(gewoon.database)) as server:
        schrijvers = dict(server.execute("SELECT device_no, count(*) FROM op GROUP BY device_no"))
    assert mijn not in schrijvers, "the one change of this laptop was kept apart"
    assert len(schrijvers) == 1 + 3, "the municipality, and three colleagues"


def test_beginning_again_gives_the_same_again_on_whichever_day(begonnen: Mapping[str, Begonnen]) -> None:
    eerst, *opnieuw = (_content(gemaakt.plek) for gemaakt in begonnen.values())
    assert opnieuw == [eerst, eerst]


def test_what_was_filled_is_not_filled_twice(gewoon: Begonnen) -> None:
    assert vullen.fill(gewoon.plek.store, "http://127.0.0.1:9", {}) == 0


def test_no_name_of_the_stories_stands_in_a_log(begonnen: Mapping[str, Begonnen]) -> None:
    namen = {naam for naam, *_ in _rows(next(iter(begonnen.values())).plek, Inwoner, "achternaam")}
    assert len(namen) > 25
    for gemaakt in begonnen.values():
        assert "127.0.0.1" in gemaakt.log, "something was logged"
        assert [naam for naam in namen if naam in gemaakt.log] == []


def test_nobody_can_fill_the_store_of_a_real_municipality(tmp_path: Path) -> None:
    plek = make_werkplek(tmp_path)
    with plek.store.write() as werk:
        werk.set_meta(oefenen=False)
        werk.commit("test.echt")
    with pytest.raises(ValueError, match="practice"):
        vullen.fill(plek.store, "http://127.0.0.1:9", {})
    plek.store.close()


# -- the stories themselves --------------------------------------------------------------------------------------------


def _words(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, dict):
        for deel in waarde.values():
            yield from _words(deel)
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _words(deel)
    elif isinstance(waarde, str):
        yield waarde


def test_every_deed_that_there_is_is_done_in_some_story() -> None:
    daden = load_daden(DINSDAG.date())
    assert {daad.wat for daad in daden} == set(DADEN)
    assert all(daad.moment.date() < DINSDAG.date() for daad in daden)
    assert [daad.moment for daad in daden] == sorted(daad.moment for daad in daden)


def test_what_trainees_read_in_the_stories_is_plain_dutch() -> None:
    zinnen = [zin for daad in load_daden(DINSDAG.date()) for zin in _words(dict(daad.velden)) if " " in zin]
    assert len(zinnen) > 200
    assert [(zin, str(b)) for zin in zinnen for b in bezwaren(zin, voor_inwoner=True)] == []


def test_everybody_in_the_stories_lives_in_a_kern_of_the_practice_profile() -> None:
    kernen = {kern.naam for kern in load_profiel("oefenen").kernen}
    genoemd = {daad.velden["kern"] for daad in load_daden(DINSDAG.date()) if "kern" in daad.velden}
    assert genoemd == kernen


@pytest.mark.eis("RES-11")
def test_the_package_of_everybody_in_it_is_in_words(gewoon: Begonnen) -> None:
    with gewoon.plek.store.read() as lezer:
        delen = [
            deel
            for een in lezer.find(Huishouden)
            for wie in leden(lezer, een.id)
            for deel in avgpakket.build(gewoon.plek, lezer, een.id, wie)
        ]
    regels = [f"{regel.label}: {regel.woorden}" for deel in delen for regel in deel.regels]
    assert len(regels) > 500
    assert [regel for regel in regels if RUW.search(regel)] == []
