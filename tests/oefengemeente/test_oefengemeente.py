"""A practice municipality: everything that there is to practise is there, and Today makes sense; and how it is filled,
by the laptops of colleagues, for who practises and for nobody else.

The suite makes one, on the day before the leap day: its oldest stories are of before new year, tomorrow's visit is on
29 February, and what is planned goes on past the night of the clock. Only the campaign shows the same on that night
itself and on 31 December (conftest), that beginning again gives the same on each of these days, and that no log of
them names anybody. In the suite the stories alone are counted from each.

All in one file, so that one of the processes that run the tests makes it, and not each of them.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid
from kernnetwerk_app.domain.bezorgdheid import Bezorgdheid
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.bsn import is_test_bsn, klopt_elfproef
from kernnetwerk_app.domain.contact import Contact, ContactStatus
from kernnetwerk_app.domain.deskundige import Stand as Vraagstand
from kernnetwerk_app.domain.eerste_vraagverheldering import EersteVraagverheldering
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inloopcontact import Inloopcontact
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.kortdurende_ondersteuning import KortdurendeOndersteuning
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.niveau import Niveau
from kernnetwerk_app.domain.ondertekening import STUK, Keuze, Ondertekening
from kernnetwerk_app.domain.overdracht import Overdracht, Overdrachtstand
from kernnetwerk_app.domain.plan import Doel, Ondersteuningsplan
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.signaal import Signaal, Uitkomst
from kernnetwerk_app.domain.spreekuur import Spreekuur
from kernnetwerk_app.domain.toezegging import Toezegging
from kernnetwerk_app.domain.triage import Routedeel, Triage
from kernnetwerk_app.domain.verblijf import Verblijf
from kernnetwerk_app.domain.voorziening import Stand, Voorziening
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.klok import AMSTERDAM
from kernnetwerk_app.oefengemeente import geweigerd, vullen
from kernnetwerk_app.oefengemeente.daden import DADEN
from kernnetwerk_app.oefengemeente.verhaal import load_daden
from kernnetwerk_app.oplog.hlc import milliseconds
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services import (
    avgpakket,
    conflict,
    deskundige,
    oefenen,
    signalen,
    vandaag,
    vertrouwen,
    voorziening,
    vraagverheldering,
)
from kernnetwerk_app.services.inwoner import leden
from kernnetwerk_app.services.signalen import SignaalTaakSoort
from kernnetwerk_app.services.taak import TaakSoort
from kernnetwerk_app.services.vandaag import VandaagBeeld
from kernnetwerk_app.services.werkplek import Werkplek
from tests.duur import is_long
from tests.factories import DINSDAG, make_werkplek
from tests.oefengemeente.conftest import DAGEN, GEWOON, Begonnen
from tests.services.test_avgwoorden import RUW
from tests.taal import bezwaren


def _today(plek: Werkplek) -> VandaagBeeld:
    with plek.store.read() as lezer:
        return vandaag.load(plek, lezer)


def test_today_asks_every_kind_of_thing(plek: Werkplek) -> None:
    beeld = _today(plek)
    zeldzaam = {
        TaakSoort.UITVRAAG,
        TaakSoort.EERSTE_STAP,
        TaakSoort.WIE_VERDER,
        TaakSoort.DRAAGKRACHT,
    }
    assert {taak.soort for taak in beeld.taken} == set(TaakSoort) - zeldzaam
    assert {taak.soort for taak in beeld.signalen} == set(SignaalTaakSoort) - {SignaalTaakSoort.TWEE_VERSIES}
    assert {belofte.te_laat for belofte in beeld.beloofd} == {True, False}
    assert beeld.inloop is not None, "the inloop of this morning"
    assert [bezoek.huishouden_id is None for bezoek in beeld.bezoeken] == [True, False, False]


def test_one_term_ends_on_the_next_day_that_a_term_can_end_and_one_is_over(plek: Werkplek) -> None:
    let_op = _today(plek).let_op
    over, eerst = (t for t in let_op if t.dagen_over <= let_op[1].dagen_over)
    assert over.dagen_over < 0
    assert eerst.som.wettelijk_einde == plek.profiel.kalender.eerste_gewone(plek.vandaag + timedelta(days=1))


def test_some_thirty_fictional_households_live_in_all_kernen(plek: Werkplek) -> None:
    with plek.store.read() as lezer:
        huishoudens, mensen = lezer.find(Huishouden), lezer.find(Inwoner)
    assert 30 <= len(huishoudens) <= 36
    assert {h.kern for h in huishoudens} == {kern.naam for kern in plek.profiel.kernen}
    nummers = [mens.bsn for mens in mensen if mens.bsn]
    assert len(nummers) == len(set(nummers)) >= 25
    assert all(is_test_bsn(nummer) and klopt_elfproef(nummer) for nummer in nummers)


def test_every_stage_of_the_road_has_a_dossier(plek: Werkplek) -> None:
    with plek.store.read() as lezer:
        signalen_ = lezer.find(Signaal)
        assert {s.anoniem for s in signalen_} == {True, False}
        assert {s.uitkomst for s in signalen_} >= {None, Uitkomst.ZELF, Uitkomst.LUISTEREND_OOR, Uitkomst.MELDING}
        assert any(s.vindplaats for s in signalen_)
        assert {m.is_aangenomen for m in lezer.find(Melding)} == {True, False}
        assert {e.afgerond_datum is None for e in lezer.find(EersteVraagverheldering)} == {True, False}
        assert lezer.find(Triage)
        assert len(lezer.find(Routedeel)) == 2
        assert {o.stand for o in lezer.find(Overdracht)} == {Overdrachtstand.OPEN, Overdrachtstand.TERUG}
        met_plan = {p.huishouden_id for p in lezer.find(Ondersteuningsplan)}
        met_versie = {v.huishouden_id for v in lezer.find(PlanVersie)}
        assert {g.huishouden_id for g in lezer.find(Vraagverheldering)} > met_plan > met_versie
        assert {o.keuze for o in lezer.find(Ondertekening, zonder=STUK)} == set(Keuze)
        assert any(steun.eind_datum and steun.resultaat for steun in lezer.find(KortdurendeOndersteuning))
        assert len(lezer.find(Niveau)) == 3
        assert {t.is_open for t in lezer.find(Toezegging)} == {True, False}


def test_there_is_everybody_whom_one_has_to_know_something_of(plek: Werkplek) -> None:
    with plek.store.read() as lezer:
        assert {b.aard for b in lezer.find(Bijzonderheid)} == {Aard.OVERLEDEN, Aard.GEHEIM_ADRES, Aard.BEWIND}
        assert len(lezer.find(Bezoekveiligheid)) == 1
        [stay] = lezer.find(Verblijf)
        jip = lezer.get(Inwoner, stay.inwoner_id)
        assert jip.huishouden_id != stay.elders_id, "Jip has a second household"
        assert lezer.find_one(Huishouden, stay.elders_id) is not None
        assert {c.status for c in lezer.find(Contact)} >= {ContactStatus.NIET_THUIS, ContactStatus.GEPLAND}
        assert [zorg.voor_id for zorg in lezer.find(Bezorgdheid)] == [plek.medewerker.id]
        [els] = [
            wie for huishouden in lezer.find(Huishouden) for wie in vertrouwen.vertrouwden(plek, lezer, huishouden.id)
        ]
        assert (els.naam, len(els.rechten)) == ("Els Passer", 3), "what was agreed with the daughter"


def test_one_deskundige_answered_and_another_lets_wait(plek: Werkplek) -> None:
    with plek.store.read() as lezer:
        gevraagd = [
            regel
            for vraag in lezer.find(Melding)
            if vraag.huishouden_id is not None
            for regel in deskundige.load(plek, lezer, vraag.huishouden_id, vraag).regels
        ]
    assert sorted((regel.stand, regel.laat) for regel in gevraagd) == [
        (Vraagstand.BEANTWOORD, False),
        (Vraagstand.GEVRAAGD, True),
    ]
    assert all(regel.ja == (regel.over,) for regel in gevraagd), "each with the yes of who it is about"


def test_the_inloop_of_last_week_is_counted_and_the_sociale_kaart_is_alive(plek: Werkplek) -> None:
    with plek.store.read() as lezer:
        spreekuren = lezer.find(Spreekuur)
        assert spreekuren
        assert all(spreekuur.is_gesloten for spreekuur in spreekuren)
        assert len(lezer.find(Inloopcontact)) >= 10
        kaart = voorziening.load(plek, lezer)
        treffers = voorziening.zoek(kaart, voorziening.Zoekvraag())
        assert {treffer.is_oud for treffer in treffers} == {True, False}
        assert {v.stand for v in lezer.find(Voorziening)} == {Stand.VASTGESTELD, Stand.VOORSTEL}
        assert signalen.komt_weg(signalen.load(plek, lezer).open, plek.vandaag) == 0


def test_what_colleagues_wrote_was_written_before_today(plek: Werkplek) -> None:
    """Who opens a gesprek of last week reads on which day it was said."""
    begin_van_vandaag = datetime.combine(plek.vandaag, datetime.min.time(), AMSTERDAM).timestamp() * 1000
    with plek.store.read() as lezer:
        gesprekken = lezer.find(Vraagverheldering)
        assert gesprekken
        for gesprek in gesprekken:
            beeld = vraagverheldering.load(plek, lezer, gesprek.huishouden_id, gesprek.id)  # type: ignore[arg-type]
            assert all(gezegd.datum < plek.vandaag for gezegd in beeld.gezegd.values())
        for signaal in lezer.find(Signaal):
            for koppen in lezer.koppen(signaal.id).values():
                assert all(milliseconds(kop.hlc) < begin_van_vandaag for kop in koppen)


def test_nothing_of_it_ticks_a_step_for_me(plek: Werkplek) -> None:
    with plek.store.read() as lezer:
        assert [stap.gedaan for stap in oefenen.load(lezer)] == [False] * 5


def test_today_names_nobody_in_full(plek: Werkplek) -> None:
    """The start screen is read in the kulturhus."""
    beeld = _today(plek)
    woorden = " ".join(
        [b.onderwerp or "" for b in beeld.bezoeken]
        + [b.voorletters for b in (*beeld.bezoeken, *beeld.beloofd, *beeld.taken)]
        + [b.wat for b in beeld.beloofd]
        + [t.voor for t in beeld.let_op]
    )
    with plek.store.read() as lezer:
        namen = {naam for mens in lezer.find(Inwoner) for naam in (mens.voornamen, mens.achternaam) if naam}
    assert {naam for naam in namen if len(naam) > 2 and naam in woorden.split()} == set()


# -- how it is filled --------------------------------------------------------------------------------------------------


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


@pytest.mark.duurproef  # it takes a practice municipality for each day
def test_beginning_again_gives_the_same_again_on_whichever_day(begonnen: Callable[[str], Begonnen]) -> None:
    eerst, *opnieuw = (_content(begonnen(dag).plek) for dag in DAGEN)
    assert opnieuw == [eerst, eerst]


def test_what_was_filled_is_not_filled_twice(gewoon: Begonnen) -> None:
    assert vullen.fill(gewoon.plek.store, "http://127.0.0.1:9", {}) == 0


def test_no_name_of_the_stories_stands_in_a_log(begonnen: Callable[[str], Begonnen]) -> None:
    namen = {naam for naam, *_ in _rows(begonnen(GEWOON).plek, Inwoner, "achternaam")}
    assert len(namen) > 25
    for gemaakt in map(begonnen, DAGEN if is_long() else [GEWOON]):
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


@pytest.mark.parametrize("moment", [DINSDAG, *DAGEN.values()], ids=["dinsdag", *DAGEN])
def test_every_deed_that_there_is_is_done_in_some_story_in_order_and_before_today(moment: datetime) -> None:
    daden = load_daden(moment.date())
    assert {daad.wat for daad in daden} == set(DADEN)
    assert all(daad.moment.date() < moment.date() for daad in daden)
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
