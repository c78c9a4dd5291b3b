"""On whichever day one begins to practise: everything that there is to practise is there, and Today makes sense."""

from datetime import datetime, timedelta

from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid
from kernnetwerk_app.domain.bezorgdheid import Bezorgdheid
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.bsn import is_test_bsn, klopt_elfproef
from kernnetwerk_app.domain.contact import Contact, ContactStatus
from kernnetwerk_app.domain.eerste_vraagverheldering import EersteVraagverheldering
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inloopcontact import Inloopcontact
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.kortdurende_ondersteuning import KortdurendeOndersteuning
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.niveau import Niveau
from kernnetwerk_app.domain.ondertekening import STUK, Keuze, Ondertekening
from kernnetwerk_app.domain.overdracht import Overdracht, Overdrachtstand
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.signaal import Signaal, Uitkomst
from kernnetwerk_app.domain.spreekuur import Spreekuur
from kernnetwerk_app.domain.toezegging import Toezegging
from kernnetwerk_app.domain.triage import Routedeel, Triage
from kernnetwerk_app.domain.verblijf import Verblijf
from kernnetwerk_app.domain.voorziening import Stand, Voorziening
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.klok import AMSTERDAM
from kernnetwerk_app.oplog.hlc import milliseconds
from kernnetwerk_app.services import oefenen, signalen, vandaag, voorziening, vraagverheldering
from kernnetwerk_app.services.signalen import SignaalTaakSoort
from kernnetwerk_app.services.taak import TaakSoort
from kernnetwerk_app.services.vandaag import VandaagBeeld
from kernnetwerk_app.services.werkplek import Werkplek


def _today(plek: Werkplek) -> VandaagBeeld:
    with plek.store.read() as lezer:
        return vandaag.load(plek, lezer)


def test_today_asks_every_kind_of_thing(plek: Werkplek) -> None:
    beeld = _today(plek)
    zeldzaam = {TaakSoort.UITVRAAG, TaakSoort.EERSTE_STAP, TaakSoort.WIE_VERDER, TaakSoort.DRAAGKRACHT}
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
