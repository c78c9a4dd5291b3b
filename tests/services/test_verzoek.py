"""What somebody asked of their own data: its term, its answer, and the concept of the package (RES-11)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kernnetwerk_app.domain.afzien import Waarvan
from kernnetwerk_app.domain.base import VoorWie
from kernnetwerk_app.domain.contact import ContactSoort
from kernnetwerk_app.domain.draagkracht import Meter, Overbelast
from kernnetwerk_app.domain.inwoner import RolInHuishouden
from kernnetwerk_app.domain.plan import Doel, Wie
from kernnetwerk_app.domain.relatie import FORMEEL, MANTELZORG, Gezag, Relatie
from kernnetwerk_app.domain.verzoek import (
    Uitkomst,
    Verzoek,
    VerzoekInToekomst,
    Verzoeksoort,
    VerzoekTeLaatVerlengd,
    VerzoekZonderReden,
    VerzoekZonderWaarover,
    VerzoekZonderWie,
)
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.oplog.units import SOORTEN
from kernnetwerk_app.services import (
    afzien,
    avgpakket,
    avgwoorden,
    contact,
    deelname,
    eerste_vraagverheldering,
    kijkrichting,
    mantelzorg,
    mensen,
    plan,
    rechten,
    toezegging,
    vandaag,
    verzoek,
)
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.toezegging import NieuweToezegging
from kernnetwerk_app.teksten import Tekst, load
from tests.documents.lezen import open_pdf, read_structure
from tests.services.eerste import Begin, begin
from tests.services.opzet import Dossier, gelezen
from tests.services.rechten_opzet import anna, erbij


def verzoeken(hier: Dossier) -> list[Verzoek]:
    with hier.plek.store.read() as lezer:
        return lezer.find(Verzoek)


def beantwoord(hier: Dossier, een: Verzoek, uitkomst: Uitkomst, antwoord: str | None = None) -> None:
    with hier.plek.store.read() as lezer:
        bases = lezer.bases(een.id)
    verzoek.beantwoord(hier.plek, een, bases, uitkomst, antwoord)


@pytest.mark.eis("RES-11")
def test_a_request_to_see_it_has_a_month_and_stands_on_today_with_its_sum(hier: Dossier) -> None:
    velden = {"inwoner_id": anna(hier).id, "verzoek": Verzoeksoort.INZAGE, "ontvangen_datum": date(2027, 3, 31)}
    verzoek.neem_op(hier.plek, hier.huishouden_id, velden)
    with hier.plek.store.read() as lezer:
        let_op = vandaag.load(hier.plek, lezer).let_op
    (termijn,) = [een for een in let_op if een.verzoek_id is not None]
    assert (termijn.waarover, termijn.voor) == ("Zien wat hier staat", "A. V.")
    assert (termijn.som.wettelijk_einde, termijn.som.grond) == (date(2027, 4, 30), "AVG, artikel 12 lid 3")
    assert let_op[0] == termijn, "the first to end stands first"
    (een,) = verzoeken(hier)
    beantwoord(hier, een, Uitkomst.GEDAAN)
    with hier.plek.store.read() as lezer:
        assert not [t for t in vandaag.load(hier.plek, lezer).let_op if t.verzoek_id]


@pytest.mark.eis("RES-11")
def test_after_a_yes_to_take_it_away_the_three_months_run_on(hier: Dossier) -> None:
    velden = {"inwoner_id": anna(hier).id, "verzoek": Verzoeksoort.WISSEN, "waarover": "Wat er over mijn zus staat."}
    verzoek.neem_op(hier.plek, hier.huishouden_id, velden)
    (een,) = verzoeken(hier)
    beantwoord(hier, een, Uitkomst.BEZIG)
    (een,) = verzoeken(hier)
    som = verzoek.som(hier.plek, een)
    assert een.is_open
    assert som is not None
    assert (som.termijn.code, som.kaal_einde) == ("vernietigen", date(2027, 7, 20))
    beantwoord(hier, een, Uitkomst.GEDAAN)
    assert not verzoeken(hier)[0].is_open
    assert verzoeken(hier)[0].antwoord_datum == hier.plek.vandaag


@pytest.mark.eis("RES-11")
def test_that_it_takes_longer_is_told_once_with_a_reason_and_within_the_month(hier: Dossier, klok: Klok) -> None:
    for dag in (date(2027, 4, 1), date(2027, 4, 20)):
        velden = {"inwoner_id": anna(hier).id, "verzoek": Verzoeksoort.INZAGE, "ontvangen_datum": dag}
        verzoek.neem_op(hier.plek, hier.huishouden_id, velden)
    eerste, tweede = verzoeken(hier)
    with pytest.raises(VerzoekZonderReden):
        beantwoord(hier, eerste, Uitkomst.LANGER)
    beantwoord(hier, eerste, Uitkomst.LANGER, "Er zijn veel stukken.")
    eerste = verzoeken(hier)[0]
    som = verzoek.som(hier.plek, eerste)
    assert eerste.is_open
    assert som is not None
    assert som.wettelijk_einde == date(2027, 7, 1)
    with pytest.raises(VerzoekTeLaatVerlengd):
        beantwoord(hier, eerste, Uitkomst.LANGER, "Nog steeds veel.")
    klok.advance(timedelta(days=31))
    with pytest.raises(VerzoekTeLaatVerlengd):
        beantwoord(hier, tweede, Uitkomst.LANGER, "Er zijn veel stukken.")
    beantwoord(hier, eerste, Uitkomst.GEDAAN)
    assert not verzoeken(hier)[0].is_open


@pytest.mark.eis("RES-11")
def test_to_put_right_says_what_and_a_no_says_why(hier: Dossier) -> None:
    ik = anna(hier).id
    with pytest.raises(VerzoekZonderWaarover):
        verzoek.neem_op(hier.plek, hier.huishouden_id, {"inwoner_id": ik, "verzoek": Verzoeksoort.VERBETEREN})
    velden = {"inwoner_id": ik, "verzoek": Verzoeksoort.VERBETEREN, "waarover": "Het huisnummer."}
    with pytest.raises(VerzoekInToekomst):
        verzoek.neem_op(hier.plek, hier.huishouden_id, {**velden, "ontvangen_datum": date(2027, 4, 21)})
    verzoek.neem_op(hier.plek, hier.huishouden_id, velden)
    (een,) = verzoeken(hier)
    with pytest.raises(VerzoekZonderReden):
        beantwoord(hier, een, Uitkomst.NIET)
    beantwoord(hier, een, Uitkomst.NIET, "Het nummer klopt volgens de BRP.")


def antwoord_op_papier(hier: Dossier, uitkomst: Uitkomst, **velden: object) -> str:
    verzoek.neem_op(hier.plek, hier.huishouden_id, {"inwoner_id": anna(hier).id, **velden})
    een = verzoeken(hier)[-1]
    beantwoord(hier, een, uitkomst, "Zo zit het.")
    return gelezen(rechten.antwoord_pdf(hier.plek, hier.huishouden_id, een.id))


@pytest.mark.eis("RES-11")
def test_what_was_decided_can_be_objected_to_and_who_asked_to_take_away_is_not_told_to_ask_it(hier: Dossier) -> None:
    """A yes is a besluit too (UAVG art. 34): who thinks that it was not all, can say so. A delay is none."""
    wissen = {"verzoek": Verzoeksoort.WISSEN, "waarover": "Mijn oude nummer."}
    for uitkomst in Uitkomst:
        blad = antwoord_op_papier(hier, uitkomst, **wissen)
        assert ("bezwaar" in blad) is (uitkomst is not Uitkomst.LANGER)
        assert "Autoriteit Persoonsgegevens" in blad
        assert "5.3.4" in blad
        assert "U mag vragen" not in blad
    gezien = antwoord_op_papier(hier, Uitkomst.GEDAAN, verzoek=Verzoeksoort.INZAGE)
    assert "U mag vragen of wij het eerder wissen." in gezien


@pytest.mark.eis("RES-11")
def test_the_answer_goes_to_who_decides_and_names_the_child_that_it_is_about(hier: Dossier) -> None:
    saar = erbij(hier, voornamen="Saar", achternaam="Voorbeeld", rol=RolInHuishouden.KIND, geboortedatum="2020-01-01")
    ouder, inzage = anna(hier), {"inwoner_id": saar.id, "verzoek": Verzoeksoort.INZAGE}
    band = {"inwoner_id": saar.id, "ander_id": ouder.id, "gezag": Gezag.JA}
    zonder = antwoord_op_papier(hier, Uitkomst.GEDAAN, **inzage)
    assert "Voor de ouders van Saar Voorbeeld" in zonder, "nobody is known who decides, and a child of seven gets none"
    mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, band)
    for door in (ouder.naam, "Voogd Proef", None):
        blad = antwoord_op_papier(hier, Uitkomst.GEDAAN, **inzage, door=door)
        assert f"Aan {ouder.aanhef}" in blad, "also where somebody asked of whom we do not know that they decide"
        assert "Over wie: Saar Voorbeeld" in blad
        assert "wat de gemeente over Saar Voorbeeld opschrijft" in blad
        assert "Voor Saar" not in blad
    zelf = antwoord_op_papier(hier, Uitkomst.GEDAAN, verzoek=Verzoeksoort.INZAGE, door=ouder.naam)
    assert f"Voor {ouder.aanhef}" in zelf
    assert "Over wie" not in zelf
    assert "Wat wij deden Op dinsdag 20 april 2027 lieten wij u zien wat u vroeg. Ons antwoord: Zo zit het." in zelf


@pytest.mark.eis("OND-03", "RES-11")
def test_the_package_is_laid_out_by_life_domain_and_what_is_of_none_by_kind(hier: Dossier) -> None:
    gebied = hier.plek.profiel.leefgebieden.vind("huisvesting")
    hier.typ("huisvesting.lastig", "De trap is te steil.")
    henk = erbij(hier, voornamen="Henk", achternaam="Proefman", rol=RolInHuishouden.PARTNER)
    geheim = next(een for een in hier.plek.profiel.leefgebieden.leefgebieden if een.sleutel != gebied.sleutel)
    wens = {"inwoner_id": henk.id, "waarvan": Waarvan.LEEFGEBIED, "waarover": geheim.sleutel}
    afzien.leg_vast(hier.plek, hier.huishouden_id, wens)
    doel_id = hier.doel("Ik wil beneden slapen")
    plan.add_stap(hier.plek, doel_id, "Een bed uitzoeken")
    with hier.plek.store.read() as lezer:
        doel, bases = lezer.get(Doel, doel_id), lezer.bases(doel_id)
    kijkrichting.leg_bij(hier.plek, doel, "huisvesting", bases)
    with hier.plek.store.read() as lezer:
        delen = {deel.kop: deel for deel in avgpakket.build(hier.plek, lezer, hier.huishouden_id, anna(hier))}
    woorden = " ".join(regel.woorden for regel in delen[gebied.naam].regels)
    for deel in ("De trap is te steil.", "Ik wil beneden slapen", "Een bed uitzoeken"):
        assert deel in woorden
    assert "Doelen" not in delen, "each record stands once"
    assert geheim.naam not in delen, "a heading over what is not shown would tell what it is about"
    assert "Mensen" in delen
    assert gebied.naam in gelezen(rechten.avg_pdf(hier.plek, hier.huishouden_id, anna(hier).id))


@pytest.mark.eis("RES-11")
def test_the_package_is_a_concept_that_marks_others_and_keeps_shielded_words_back(hier: Dossier) -> None:
    erbij(hier, voornamen="Henk", achternaam="Proefman", rol=RolInHuishouden.PARTNER, telefoon="0000000002")
    contact.schrijf_bij(hier.plek, hier.huishouden_id, "Henk drinkt veel, zegt Anna.")
    stap = begin(hier.plek)
    stap.veilig(eerste_vraagverheldering.Veiligheid.ZORGEN, "Zij is bang voor hem.")
    with hier.plek.store.read() as lezer:
        wie = hoofdpersoon(lezer, stap.huishouden_id)
    woorden = gelezen(rechten.avg_pdf(hier.plek, hier.huishouden_id, anna(hier).id))
    assert "Concept: wat er over mij is opgeschreven" in woorden
    assert "Niet meegeven voordat" in woorden
    assert "Kijk na, gaat over een ander voornamen: Henk" in woorden
    assert "Kijk na, noemt een ander" in woorden
    assert "Henk drinkt veel" in woorden
    ander = gelezen(rechten.avg_pdf(hier.plek, stap.huishouden_id, wie.id))
    assert "bang" not in ander
    assert "afgeschermd" in ander
    assert "Dit staat er, en is hier niet te lezen." in ander


@pytest.mark.eis("RES-11")
def test_what_has_to_be_looked_at_says_so_on_each_page_that_it_goes_on(hier: Dossier) -> None:
    """For the eye; who has it read aloud hears it once."""
    erbij(hier, voornamen="Henk", achternaam="Proefman", rol=RolInHuishouden.PARTNER)
    hier.typ("huisvesting.lastig", "Henk komt de trap niet meer op. " * 200)
    plan.add_afspraak(hier.plek, hier.doel("Ik wil beneden slapen"), "De klusbus komt.", Wie.ALGEMENE_VOORZIENING)
    pdf = rechten.avg_pdf(hier.plek, hier.huishouden_id, anna(hier).id)
    gezien, gehoord = gelezen(pdf), read_structure(open_pdf(pdf)).text()
    assert "Wat is verteld, stuk 1, vervolg: Kijk na, noemt een ander" in gezien
    assert "vervolg" not in gehoord
    for woorden in ("wie beslist over de hulp: de inwoner zelf", "wie: iets waar iedereen heen kan"):
        assert woorden in gezien


@pytest.mark.eis("RES-11")
def test_the_package_of_a_partner_marks_what_is_of_who_asked_and_the_own_story_as_a_mantelzorger_is_theirs(
    hier: Dossier,
) -> None:
    henk = erbij(hier, voornamen="Henk", achternaam="Voorbeeld", rol=RolInHuishouden.PARTNER)
    hier.typ("huisvesting.lastig", "De trap is te steil.")
    buur = {"ander_naam": "Buurman Proef", "telefoon": "0000000003", "doet": "de tuin", "rol": "signaleerder"}
    with hier.plek.store.write() as werk:
        for band in ({"ander_id": henk.id, "hulpsoort": MANTELZORG}, buur):
            relatie = Relatie(id=hier.plek.new_id(), huishouden_id=hier.huishouden_id, inwoner_id=anna(hier).id, **band)
            werk.add(relatie)
        werk.commit("test.relaties", hier.huishouden_id)
    with hier.plek.store.read() as lezer:
        (zorger,) = mantelzorg.load(hier.plek, lezer, hier.huishouden_id).mantelzorgers
    mantelzorg.schrijf(hier.plek, zorger, {"eigen_woorden": "Ik slaap slecht."})
    van_anna, van_henk = (gelezen(rechten.avg_pdf(hier.plek, hier.huishouden_id, w.id)) for w in (anna(hier), henk))
    trap = "welke vraag: Huisvesting. Wat is lastig? het antwoord: De trap is te steil."
    assert f"Huisvesting Wat is verteld, stuk 1 {trap}" in van_anna
    assert f"Huisvesting Wat is verteld, stuk 1: Kijk na, gaat over een ander {trap}" in van_henk
    assert "Gaat over deze persoon de vraag" not in van_henk
    assert "Kijk na, gaat over een ander iets dat van een ander is: Dit staat er, en is hier niet te lezen." in van_anna
    assert "Ik slaap" not in van_anna, "he did not let her read it"
    assert "Kijk na, aantekening van een medewerker in eigen woorden: Ik slaap" in van_henk
    assert (
        "Kijk na, noemt een ander, kan van een ander komen naam van de ander: Buurman Proef telefoon: 0000 000003"
        in van_anna
    )


@pytest.mark.eis("RES-11")
def test_what_went_out_in_danger_and_what_is_asked_apart_is_in_the_package_without_its_words(hier: Dossier) -> None:
    stap = Begin(hier.plek, hier.huishouden_id, hier.melding_id)
    stap.volledig()
    stap.bied_aan(naar=None, team="Veilige Haven", grond="vitaal")
    hier.typ("huisvesting.lastig", "Zij durft niet naar huis.")
    profiel = hier.plek.profiel
    eerste = next(een for een in profiel.leefgebieden.leefgebieden if een.sleutel == "huisvesting")
    velden = tuple(replace(veld, voor=VoorWie.AFGESCHERMD) for veld in eerste.velden)
    alle = [replace(een, velden=velden) if een is eerste else een for een in profiel.leefgebieden.leefgebieden]
    lijst = replace(profiel.leefgebieden, leefgebieden=tuple(alle))
    plek = replace(hier.plek, profiel=replace(profiel, leefgebieden=lijst))
    woorden = gelezen(rechten.avg_pdf(plek, hier.huishouden_id, anna(hier).id))
    assert not [geheim for geheim in ("Veilige Haven", "vitaal", "naar huis") if geheim in woorden]
    assert "Dit staat er, en is hier niet te lezen." in woorden


@pytest.mark.eis("RES-11")
def test_a_kind_that_nobody_looked_at_is_marked_as_a_whole(hier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    hier.doel("Weer naar de markt.")
    zonder = {sleutel: load("rechtenblad")(sleutel) for sleutel in load("rechtenblad") if sleutel != "avg.soort.doel"}
    monkeypatch.setattr(avgpakket, "load", {"rechtenblad": Tekst("rechtenblad", zonder)}.__getitem__)
    woorden = gelezen(rechten.avg_pdf(hier.plek, hier.huishouden_id, anna(hier).id))
    assert "Andere stukken Stuk 1: Kijk na, gaat over een ander" in woorden


@pytest.mark.eis("RES-11")
def test_all_that_was_written_down_is_in_the_package(hier: Dossier) -> None:
    hier.doel("Weer naar de markt.")
    toezegging.beloof(hier.plek, hier.huishouden_id, NieuweToezegging("Ik bel de huisarts."))
    woorden = gelezen(rechten.avg_pdf(hier.plek, hier.huishouden_id, anna(hier).id))
    for woord in ("Weer naar de markt.", "Ik bel de huisarts.", "Modelweg", "Anna"):
        assert woord in woorden


@pytest.mark.eis("RES-11")
def test_a_mantelzorger_who_lives_elsewhere_asks_for_what_is_theirs_and_gets_nothing_of_the_resident(
    hier: Dossier,
) -> None:
    hier.typ("huisvesting.lastig", "De trap is te steil, zegt Karin.")
    wie = {"ander_naam": "Karin Buitenhuis", "hulpsoort": MANTELZORG, "doet": "de was van Anna"}
    for velden in (wie, {"ander_naam": "Zorgbureau Proef", "hulpsoort": FORMEEL}, {"ander_naam": "Buurman Proef"}):
        mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, {"inwoner_id": anna(hier).id, **velden})
    with hier.plek.store.read() as lezer:
        (zorger,) = mantelzorg.load(hier.plek, lezer, hier.huishouden_id).mantelzorgers
    mantelzorg.schrijf(hier.plek, zorger, {"eigen_woorden": "Ik slaap slecht."})
    mantelzorg.meet(hier.plek, zorger, {"meter": Meter.ZELF, "draaglast": "Elke nacht eruit."})
    with hier.plek.store.read() as lezer:
        buiten = rechten.load(hier.plek, lezer, hier.huishouden_id).buiten
    assert [een.naam for een in buiten] == ["Buurman Proef", "Karin Buitenhuis"], "no organisation asks this"
    vraag = {"verzoek": Verzoeksoort.WISSEN, "waarover": "Mijn verhaal."}
    for niemand in ({}, {"inwoner_id": anna(hier).id, "relatie_id": zorger.relatie.id}):
        with pytest.raises(VerzoekZonderWie):
            verzoek.neem_op(hier.plek, hier.huishouden_id, {**vraag, **niemand})
    verzoek.neem_op(hier.plek, hier.huishouden_id, {**vraag, "relatie_id": zorger.relatie.id})
    (een,) = verzoeken(hier)
    som = verzoek.som(hier.plek, een)
    assert som is not None
    assert (som.termijn.code, som.kaal_einde) == ("verzoek", date(2027, 5, 20))
    eigen = gelezen(rechten.avg_naaste_pdf(hier.plek, hier.huishouden_id, zorger.relatie.id))
    for woord in ("Karin Buitenhuis", "Ik slaap slecht.", "Elke nacht eruit.", "Mijn verhaal.", "noemt een ander"):
        assert woord in eigen
    for woord in ("Jansen", "trap", "Modelweg", "Buurman"):
        assert woord not in eigen
    assert "In één ander stuk van het dossier staat deze naam." in eigen
    van_anna = gelezen(rechten.avg_pdf(hier.plek, hier.huishouden_id, anna(hier).id))
    assert "Kijk na, gaat over een ander iets dat van een ander is: Dit staat er" in van_anna
    assert not [woord for woord in ("Mijn verhaal.", "laten wissen", "Ik slaap") if woord in van_anna]


@pytest.mark.eis("NET-05")
def test_of_a_mantelzorger_who_lets_the_resident_read_only_that_one_reads_and_never_the_own_words(
    hier: Dossier,
) -> None:
    henk = erbij(hier, voornamen="Henk", achternaam="Voorbeeld", rol=RolInHuishouden.PARTNER)
    wie = {"ander_naam": "Karin Buitenhuis", "hulpsoort": MANTELZORG, "inwoner_id": anna(hier).id}
    mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, wie)

    def zorger() -> mantelzorg.Mantelzorger:
        with hier.plek.store.read() as lezer:
            return mantelzorg.load(hier.plek, lezer, hier.huishouden_id).mantelzorgers[0]

    verhaal = {"eigen_woorden": "Ik slaap slecht.", "behoefte": "Een week weg.", "taken": "De was.", "steun": "Yoga."}
    mantelzorg.schrijf(hier.plek, zorger(), {**verhaal, "inwoner_mag_zien": True})
    mantelzorg.meet(hier.plek, zorger(), {"meter": Meter.ZELF, "draaglast": "Elke nacht eruit."})
    mantelzorg.meet(hier.plek, zorger(), {"meter": Meter.PROFESSIONAL, "draaglast": "Zij ziet er moe uit."})
    te_veel, dicht = "te veel dreigt te worden.", "Stuk 1: Kijk na, gaat over een ander iets dat van een ander is:"
    mantelzorg.meet(hier.plek, zorger(), {"meter": Meter.ZELF, "overbelast": Overbelast.DREIGT})
    assert te_veel in gelezen(rechten.avg_pdf(hier.plek, hier.huishouden_id, anna(hier).id)), "they let her read that"
    mantelzorg.meet(hier.plek, zorger(), {"meter": Meter.PROFESSIONAL, "overbelast": Overbelast.JA})
    in_pakket = gelezen(rechten.avg_pdf(hier.plek, hier.huishouden_id, anna(hier).id)).partition(" Signalen ")[2]
    assert in_pakket.startswith(dicht), "the signal tells what we saw of them too"
    assert te_veel not in in_pakket
    van_anna, van_henk = (gelezen(rechten.avg_pdf(hier.plek, hier.huishouden_id, w.id)) for w in (anna(hier), henk))
    open_ = ("De was.", "Yoga.", "Elke nacht eruit.")
    assert [woord for woord in open_ if woord in van_anna] == list(open_)
    assert not [woord for woord in ("Ik slaap", "Een week", "moe uit") if woord in van_anna]
    assert not [
        woord for woord in (*verhaal.values(), "Elke nacht", "moe uit") if isinstance(woord, str) and woord in van_henk
    ]


@pytest.mark.eis("OND-10")
def test_who_spoke_without_the_resident_is_not_in_the_package_and_who_sat_with_them_is(hier: Dossier) -> None:
    wanneer = {"datum": hier.plek.vandaag, "contactsoort": ContactSoort.OVERLEG, "naasten_gewenst": True}
    zonder = {"inwoner_erbij": False, "naasten": "Wim Stil", "tolk": "Tolk Zwijg", "zonder_inwoner_reden": "Zij sliep."}
    deelname.leg_vast(hier.plek, hier.huishouden_id, {**wanneer, **zonder})
    deelname.leg_vast(hier.plek, hier.huishouden_id, {**wanneer, "inwoner_erbij": True, "naasten": "Riet Proef"})
    woorden = gelezen(rechten.avg_pdf(hier.plek, hier.huishouden_id, anna(hier).id))
    assert "Riet Proef" in woorden
    assert not [naam for naam in ("Wim Stil", "Zwijg") if naam in woorden]
    assert "Dit staat er, en is hier niet te lezen." in woorden


@pytest.mark.eis("RES-11")
def test_every_field_in_the_package_has_a_name_that_people_read_and_no_key_of_the_program(hier: Dossier) -> None:
    woorden = load("veldnamen")
    gegeven = {(soort, veld) for soort in SOORTEN.values() for veld in avgwoorden.printbaar(soort)}
    assert not [naam for naam in woorden if naam.startswith("alle.") and "_" in woorden(naam)]
    eigen = {f"{soort.__name__.lower()}.{veld}" for soort, veld in gegeven}
    bekend = {f"alle.{veld}" for _, veld in gegeven} | eigen | {f"naaste_{naam}" for naam in eigen}
    assert woorden.sleutels() - bekend == {"anders"}
    piet = erbij(hier, voornamen="Piet", hoort_moeilijk=True, kanaal="telefoon", geboortedatum="1950-02-01")
    woorden_ = gelezen(rechten.avg_pdf(hier.plek, hier.huishouden_id, piet.id))
    assert "ontvangen op:" in woorden_
    assert "hoort moeilijk: ja" in woorden_
    assert "geboren op: 1 februari 1950" in woorden_
    assert not [
        ruw for ruw in ("ontvangen:", "ontvangen_datum", "hoort_moeilijk", "inwoner akkoord") if ruw in woorden_
    ]
