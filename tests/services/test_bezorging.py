"""What cannot be printed now waits until somebody has it; delivering the outcome ends the six weeks, and only that."""

from datetime import timedelta

import pytest

from kernnetwerk_app.domain.bezorging import (
    BezorgdInToekomst,
    Bezorging,
    Bezorgwijze,
    MailZonderJa,
    NietMeerTeBezorgen,
    NietMeerVoorLezer,
    Stuk,
    Stuksoort,
)
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid, InwonerIsOverleden
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.papiervorm import GEWOON, Leeshulp
from kernnetwerk_app.domain.plan import PlanSoort
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.domain.toestemming import Aan, Toestemming
from kernnetwerk_app.domain.verstrekking import Verstrekking
from kernnetwerk_app.services import (
    bezorging,
    bezorglijst,
    contact,
    delen,
    dossier,
    mensen,
    onderzoek,
    stukken,
    termijn,
    vandaag,
    verstrekking,
    wie_weet_wat,
)
from kernnetwerk_app.services.bezorging import Gekozen
from kernnetwerk_app.services.bezorglijst import Bezorgregel
from kernnetwerk_app.services.delen import NieuwDelen
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.verhaalitem import VerhaalSoort
from tests.services.opzet import Dossier, gelezen
from tests.services.stukken_opzet import lezers, papieren, tekst_van, wacht

pytestmark = pytest.mark.usefixtures("qapp")


def zet_klaar(hier: Dossier, stuk: Stuk, **velden: object) -> Bezorgregel:
    bezorging.zet_klaar(hier.plek, stuk, lezers(hier, stuk)[0], velden)
    return next(regel for regel in wacht(hier) if regel.stuk == stuk)


def gegeven_op(hier: Dossier) -> object:
    with hier.plek.store.read() as lezer:
        return verstrekking.uitkomst_gegeven(lezer, lezer.get(Melding, hier.melding_id))


def verslag(hier: Dossier) -> Stuk:
    return Stuk(Stuksoort.VERSLAG, hier.huishouden_id, hier.melding_id)


def rond_onderzoek_af(hier: Dossier) -> None:
    with hier.plek.store.read() as lezer:
        beeld = onderzoek.load(hier.plek, lezer, hier.huishouden_id, hier.melding_id)
    onderzoek.rond_af(hier.plek, beeld, "De rest komt bij het volgende bezoek.")


def test_a_plan_without_a_printer_waits_in_today_and_the_dossier_and_delivering_it_ends_the_six_weeks(
    hier: Dossier,
) -> None:
    hier.doel()
    versie, plek = hier.versie(), hier.plek
    morgen = plek.vandaag + timedelta(days=1)
    regel = zet_klaar(hier, Stuk(Stuksoort.PLAN, hier.huishouden_id, versie.id), uiterlijk=morgen)
    assert gegeven_op(hier) is None
    plek.klok.advance(timedelta(days=2))
    with plek.store.read() as lezer:
        assert (vandaag.load(plek, lezer).te_bezorgen, vandaag.load(plek, lezer).te_laat) == (1, 1)
        assert dossier.load(plek, lezer, hier.huishouden_id).te_bezorgen == 1
    bezorging.bezorg(plek, regel, Bezorgwijze.POST)
    assert gegeven_op(hier) == plek.vandaag
    with plek.store.read() as lezer:
        assert verstrekking.meegegeven(lezer, versie.id) is not None
        assert len(lezer.find(Verstrekking)) == 1
        (klaar,) = bezorglijst.verstrekt(lezer, hier.huishouden_id)
        assert vandaag.load(plek, lezer).te_bezorgen == 0
    assert (klaar.bezorging.gedaan_datum, klaar.bezorging.gedaan_wijze) == (plek.vandaag, Bezorgwijze.POST)
    with pytest.raises(NietMeerTeBezorgen):
        bezorging.bezorg(plek, regel)


def test_taken_back_it_waits_again_and_the_six_weeks_run_on(hier: Dossier) -> None:
    hier.doel()
    stuk = Stuk(Stuksoort.PLAN, hier.huishouden_id, hier.versie().id)
    bezorging.bezorg(hier.plek, zet_klaar(hier, stuk))
    with hier.plek.store.read() as lezer:
        (klaar,) = bezorglijst.verstrekt(lezer, hier.huishouden_id)
    bezorging.neem_terug(hier.plek, klaar)
    assert gegeven_op(hier) is None
    (weer,) = wacht(hier)
    bezorging.bezorg(hier.plek, weer)
    assert gegeven_op(hier) == hier.plek.vandaag
    verstrekking.neem_terug(hier.plek, stuk.van_id)  # type: ignore[arg-type]
    assert gegeven_op(hier) is None
    (nog,) = wacht(hier)  # on another page: it waits here all the same
    bezorging.bezorg(hier.plek, nog)
    assert gegeven_op(hier) == hier.plek.vandaag


@pytest.mark.eis("OND-01")
def test_opened_again_the_verslag_was_no_outcome_and_the_six_weeks_run_until_the_new_one_is_given(
    vol: Dossier,
) -> None:
    """Who closes too early and opens again does not take away that one may apply (Wmo 2015 art. 2.3.2 lid 9)."""
    plek = vol.plek
    rond_onderzoek_af(vol)
    bezorging.bezorg(plek, zet_klaar(vol, verslag(vol)))
    plek.klok.advance(timedelta(days=50))
    with plek.store.read() as lezer:
        assert not termijn.zelf_aanvragen(plek, lezer, lezer.get(Melding, vol.melding_id))
        beeld = onderzoek.load(plek, lezer, vol.huishouden_id, vol.melding_id)
    was_gegeven, _ = onderzoek.heropen(plek, beeld)
    assert was_gegeven
    assert gegeven_op(vol) is None
    with plek.store.read() as lezer:
        assert termijn.zelf_aanvragen(plek, lezer, lezer.get(Melding, vol.melding_id))
    (weer,) = wacht(vol)  # the new one has to get there too
    bezorging.bezorg(plek, weer)  # and what is given while it goes on is no outcome
    assert gegeven_op(vol) is None
    plek.klok.advance(timedelta(days=2))
    rond_onderzoek_af(vol)
    assert gegeven_op(vol) is None
    bezorging.bezorg(plek, zet_klaar(vol, verslag(vol)))
    assert gegeven_op(vol) == plek.vandaag


def test_a_verslag_that_a_colleague_gave_while_it_was_opened_again_elsewhere_does_not_count(vol: Dossier) -> None:
    plek = vol.plek
    rond_onderzoek_af(vol)
    with plek.store.read() as lezer:
        onderzoek_nu = onderzoek.load(plek, lezer, vol.huishouden_id, vol.melding_id)
    onderzoek.heropen(plek, onderzoek_nu)
    with plek.store.write() as werk:  # as it comes in from the laptop of the colleague
        velden = {"planversie_id": None, "datum": plek.vandaag, "melding_id": vol.melding_id}
        door = plek.medewerker.id
        werk.add(Verstrekking(id=plek.new_id(), huishouden_id=vol.huishouden_id, door_id=door, **velden))
        werk.commit("sync.ronde")
    assert gegeven_op(vol) is None
    plek.klok.advance(timedelta(days=1))
    rond_onderzoek_af(vol)
    assert gegeven_op(vol) is None


def test_what_was_given_on_another_page_is_not_brought_once_more(hier: Dossier) -> None:
    hier.doel()
    versie = hier.versie()
    stuk = Stuk(Stuksoort.PLAN, hier.huishouden_id, versie.id)
    zet_klaar(hier, stuk)
    verstrekking.geef_mee(hier.plek, versie.id)
    assert wacht(hier) == ()
    assert zet_klaar(hier, stuk, wijze=Bezorgwijze.POST) in wacht(hier), "put here after it, as for another parent"


@pytest.mark.eis("PLAN-02")
def test_the_verslag_is_the_outcome_only_once_the_gesprek_was_closed_and_says_on_paper_where_it_is(
    vol: Dossier,
) -> None:
    assert "Dit verslag is nog niet af" in tekst_van(vol, Stuksoort.VERSLAG)
    assert "Dit papier" not in tekst_van(vol, Stuksoort.VERSLAG)  # who reads it, has it
    regel = zet_klaar(vol, verslag(vol), wijze=Bezorgwijze.POST)
    assert "Dit papier gaat nog naar mevrouw Voorbeeld-Jansen: met de post." in tekst_van(vol, Stuksoort.VERSLAG)
    bezorging.bezorg(vol.plek, regel)
    assert gegeven_op(vol) is None  # what was not closed is no outcome (Wmo 2015 art. 2.3.2 lid 8)
    rond_onderzoek_af(vol)
    bezorging.bezorg(vol.plek, zet_klaar(vol, verslag(vol)))
    assert gegeven_op(vol) == vol.plek.vandaag
    assert "Dit papier is op dinsdag 20 april 2027 gegeven aan mevrouw Voorbeeld-Jansen: langsbrengen." in tekst_van(
        vol, Stuksoort.VERSLAG
    )
    with vol.plek.store.read() as lezer:
        verhaal = dossier.load(vol.plek, lezer, vol.huishouden_id).verhaal
    gegeven = [(een.onderwerp, een.met) for een in verhaal if een.soort is VerhaalSoort.PAPIER]
    assert gegeven == [("Het verslag van het gesprek", "mevrouw Voorbeeld-Jansen")] * 2
    vol.versie()  # and the plan that answers the same question still tells of it
    with vol.plek.store.read() as lezer:
        weet = [regel.zin for regel in wie_weet_wat.load(vol.plek, lezer, vol.huishouden_id)]
    assert any("Het verslag van het gesprek" in zin for zin in weet)
    assert vol.plan().inhoud.meldingen == (vol.melding_id,)


@pytest.mark.eis("PLAN-02")
def test_the_verslag_says_too_that_the_plan_that_answers_the_question_was_given(hier: Dossier) -> None:
    hier.doel()
    versie = hier.versie()
    zin = "Het plan bij deze vraag kreeg u op dinsdag 20 april 2027."
    assert zin not in tekst_van(hier, Stuksoort.VERSLAG)
    verstrekking.geef_mee(hier.plek, versie.id)
    assert zin in tekst_van(hier, Stuksoort.VERSLAG)
    hier.teken(versie, op_papier=True)
    assert "Het plan bij deze vraag is op dinsdag 20 april 2027 op papier getekend." in tekst_van(
        hier, Stuksoort.VERSLAG
    )


def test_another_paper_never_ends_the_six_weeks(vol: Dossier) -> None:
    for soort, keuze in papieren(vol).items():
        if soort not in (Stuksoort.PLAN, Stuksoort.VERSLAG):
            bezorging.bezorg(vol.plek, zet_klaar(vol, keuze.stuk))
    assert gegeven_op(vol) is None


def test_by_email_only_with_a_yes_for_that_kind_of_paper_and_the_last_word_counts(hier: Dossier) -> None:
    stuk, plek = verslag(hier), hier.plek
    wie = lezers(hier, stuk)[0]
    with pytest.raises(MailZonderJa):
        bezorging.zet_klaar(plek, stuk, wie, {"wijze": Bezorgwijze.MAIL})
    assert wacht(hier) == ()
    regel = zet_klaar(hier, stuk, wijze=Bezorgwijze.MAIL, mail_ja=True)
    bezorging.bezorg(plek, regel)
    with plek.store.read() as lezer:
        assert bezorglijst.mail_ja(lezer, stuk, wie.sleutel)
        assert not bezorglijst.mail_ja(lezer, Stuk(Stuksoort.GIDS, hier.huishouden_id), wie.sleutel)
    zet_klaar(hier, stuk, wijze=Bezorgwijze.POST, mail_ja=False)
    with plek.store.read() as lezer:
        assert not bezorglijst.mail_ja(lezer, stuk, wie.sleutel)


def test_a_day_to_come_is_refused_and_who_died_gets_nothing(hier: Dossier) -> None:
    plek, regel = hier.plek, zet_klaar(hier, verslag(hier))
    with pytest.raises(BezorgdInToekomst):
        bezorging.bezorg(plek, regel, datum=plek.vandaag + timedelta(days=1))
    with plek.store.read() as lezer:
        anna = hoofdpersoon(lezer, hier.huishouden_id)
    dood = {"inwoner_id": anna.id, "aard": Aard.OVERLEDEN, "begin_datum": plek.vandaag, "bron": "BRP"}
    mensen.leg_vast(plek, Bijzonderheid, hier.huishouden_id, dood)
    assert wacht(hier) == ()
    with pytest.raises(InwonerIsOverleden):
        bezorging.bezorg(plek, regel)


def test_the_same_paper_for_the_same_reader_waits_once_and_what_need_not_be_is_gone(hier: Dossier) -> None:
    zet_klaar(hier, verslag(hier))
    regel = zet_klaar(hier, verslag(hier), wijze=Bezorgwijze.POST)
    assert [(r.bezorging.wijze, r.wat) for r in wacht(hier)] == [(Bezorgwijze.POST, "Het verslag van het gesprek")]
    bezorging.laat_vervallen(hier.plek, regel)
    assert wacht(hier) == ()


def test_the_papers_of_a_day_are_what_waits_and_what_goes_along_each_once_and_noted_when_given(vol: Dossier) -> None:
    versie, plek = vol.versie(), vol.plek
    contact.plan_bezoek(plek, vol.huishouden_id, plek.vandaag)
    stuk = Stuk(Stuksoort.AFSPRAKEN, vol.huishouden_id)
    karin = lezers(vol, stuk)[1]
    bezorging.zet_klaar(plek, stuk, karin, {}, frozenset({Leeshulp.GROOT}))
    with plek.store.read() as lezer:
        alle = bezorging.bundel(plek, lezer, plek.vandaag)
    soorten = [een.stuk.soort for een in alle]
    assert soorten[0] is Stuksoort.AFSPRAKEN
    assert soorten.count(Stuksoort.AFSPRAKEN) == 1
    plan = next(een for een in alle if een.stuk == Stuk(Stuksoort.PLAN, vol.huishouden_id, versie.id))
    gekozen = [Gekozen(alle[0], karin), Gekozen(plan, plan.lezers[0])]
    groot, gewoon = bezorging.maak_bundel(plek, gekozen)
    assert "Aan Karin Voorbeeld" in gelezen(groot)
    assert groot != stukken.maak(plek, stuk, karin, GEWOON)
    assert "Wat vindt u van dit plan?" in gelezen(gewoon)
    bezorging.geef(plek, gekozen)
    assert gegeven_op(vol) == plek.vandaag
    assert wacht(vol) == ()
    with plek.store.read() as lezer:
        klaar = bezorglijst.verstrekt(lezer, vol.huishouden_id)
    assert {(r.wat, r.bezorging.voor_naam) for r in klaar} == {
        ("Onze afspraken", "Karin Voorbeeld"),
        ("Het plan", "mevrouw Voorbeeld-Jansen"),
    }


def test_what_one_parent_got_still_waits_for_the_other_and_the_outcome_stands_at_who_has_it(hier: Dossier) -> None:
    hier.doel()
    for naam in ("Bert", "Cor"):
        ouder_van_kind(hier, naam)
    plek, stuk = hier.plek, Stuk(Stuksoort.PLAN, hier.huishouden_id, hier.versie().id)
    _, bert, cor = lezers(hier, stuk)
    for wie in (bert, cor):
        bezorging.zet_klaar(plek, stuk, wie, {})
    voor_bert, voor_cor = wacht(hier)
    bezorging.bezorg(plek, voor_bert)
    assert [regel.bezorging.voor_naam for regel in wacht(hier)] == ["Cor Voorbeeld"]
    eerst = plek.vandaag
    plek.klok.advance(timedelta(days=2))
    bezorging.bezorg(plek, voor_cor)
    assert gegeven_op(hier) == eerst
    with plek.store.read() as lezer:
        van_bert = next(
            r for r in bezorglijst.verstrekt(lezer, hier.huishouden_id) if r.bezorging.lezer == bert.sleutel
        )
    bezorging.neem_terug(plek, van_bert)
    assert gegeven_op(hier) == plek.vandaag  # Cor has it since that day
    with plek.store.read() as lezer:
        (van_cor,) = bezorglijst.verstrekt(lezer, hier.huishouden_id)
    bezorging.neem_terug(plek, van_cor)
    assert gegeven_op(hier) is None


def test_a_bundle_asks_again_who_may_read_and_leaves_out_what_is_not_there_any_more(vol: Dossier) -> None:
    plek, stuk = vol.plek, Stuk(Stuksoort.AFSPRAKEN, vol.huishouden_id)
    with plek.store.read() as lezer:
        anna = hoofdpersoon(lezer, vol.huishouden_id)
    invoer = NieuwDelen(anna.id, "plan", "Karin Proef", aan=Aan.CLIENTONDERSTEUNER, grond="inwoner", ja_van=(anna.id,))
    delen.deel(plek, vol.huishouden_id, invoer)
    formulier = papieren(vol)[Stuksoort.TOESTEMMING].stuk
    elders = Stuk(Stuksoort.TOESTEMMING, vol.huishouden_id, vol.plan_id)  # as of a record that is not on this laptop
    karin = lezers(vol, stuk)[1]
    for een, wie in ((stuk, karin), (formulier, lezers(vol, formulier)[0]), (elders, karin)):
        bezorging.zet_klaar(plek, een, wie, {})
    with plek.store.read() as lezer:
        klaar = {een.stuk: een for een in bezorging.bundel(plek, lezer, plek.vandaag)}
        ja = lezer.get(Toestemming, formulier.van_id)
        bases = lezer.bases(ja.id)
    assert klaar[elders].lezers == ()
    gekozen = [Gekozen(klaar[stuk], karin)], [Gekozen(klaar[formulier], klaar[formulier].lezers[0])]
    assert all(len(bezorging.maak_bundel(plek, een)) == 1 for een in gekozen)
    delen.trek_in(plek, ja, bases, anna.id)
    with plek.store.write() as werk:
        (naaste,) = werk.find(Relatie, ander_naam="Karin Voorbeeld")
        werk.change(naaste, mag_benaderd=False)
        werk.commit("proef", vol.huishouden_id)
    for een in gekozen:
        with pytest.raises(NietMeerVoorLezer):
            bezorging.maak_bundel(plek, een)


def test_a_dossier_that_did_not_come_whole_takes_no_paper_of_another_away(hier: Dossier) -> None:
    """What comes first of a dossier may be the paper that waits and the visit, without the people."""
    hier.doel()
    stuk = Stuk(Stuksoort.PLAN, hier.huishouden_id, hier.versie().id)
    zet_klaar(hier, stuk)
    plek, elders, bezocht = hier.plek, hier.plek.new_id(), hier.plek.new_id()
    with plek.store.write() as werk:
        for dossier_ in (elders, bezocht):
            werk.add(Huishouden(id=dossier_, aanduiding="onderweg"))
        (klaar,) = werk.find(Bezorging)
        los = {"id": plek.new_id(), "huishouden_id": elders, "stuk": Stuksoort.AFSPRAKEN, "van_id": None}
        werk.add(klaar.model_copy(update=los))
        werk.commit("proef", elders)
    contact.plan_bezoek(plek, bezocht, plek.vandaag)
    with plek.store.read() as lezer:
        alle = bezorging.bundel(plek, lezer, plek.vandaag)
        assert vandaag.load(plek, lezer).te_bezorgen == 2
    assert {(een.stuk.huishouden_id, een.onderweg) for een in alle} == {
        (hier.huishouden_id, False),
        (elders, True),
        (bezocht, True),
    }
    gaat = next(een for een in alle if een.stuk == stuk)
    assert len(bezorging.maak_bundel(plek, [Gekozen(gaat, gaat.lezers[0])])) == 1


def test_what_was_given_together_is_noted_also_when_one_of_them_was_noted_before(vol: Dossier) -> None:
    plek = vol.plek
    for soort in (Stuksoort.AFSPRAKEN, Stuksoort.GIDS):
        zet_klaar(vol, Stuk(soort, vol.huishouden_id))
    with plek.store.read() as lezer:
        gekozen = [Gekozen(een, een.lezers[0]) for een in bezorging.bundel(plek, lezer, plek.vandaag)]
    bezorging.bezorg(plek, wacht(vol)[0])
    bezorging.geef(plek, gekozen)
    assert wacht(vol) == ()
    with plek.store.read() as lezer:
        assert len(bezorglijst.verstrekt(lezer, vol.huishouden_id)) == 2
    with pytest.raises(NietMeerTeBezorgen):
        bezorging.geef(plek, gekozen)


def ouder_van_kind(hier: Dossier, naam: str) -> None:
    """A parent with gezag of the resident, who is fourteen then."""
    plek = hier.plek
    with plek.store.write() as werk:
        kind = hoofdpersoon(werk, hier.huishouden_id)
        werk.change(kind, geboortedatum="2013-05-01")
        ouder = Inwoner(id=plek.new_id(), huishouden_id=hier.huishouden_id, voornamen=naam, achternaam="Voorbeeld")
        band = {"inwoner_id": kind.id, "ander_id": werk.add(ouder).id, "gezag": Gezag.JA}
        werk.add(Relatie(id=plek.new_id(), huishouden_id=hier.huishouden_id, **band))
        werk.commit("proef.ouder", hier.huishouden_id)


def test_the_light_plan_says_that_it_is_a_plan_van_aanpak(hier: Dossier) -> None:
    hier.wijzig(hier.plan().plan, plansoort=PlanSoort.PLAN_VAN_AANPAK)
    assert papieren(hier)[Stuksoort.CONCEPT].uitleg.startswith("De lichte vorm: een plan van aanpak.")
    assert "Plan van aanpak van mevrouw" in tekst_van(hier, Stuksoort.CONCEPT)
