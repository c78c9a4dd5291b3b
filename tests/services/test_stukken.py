"""What stands on each paper for each of its readers, and what never does."""

from datetime import timedelta
from typing import Any

import pytest

from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort, VersieMetGeheimAdres
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.draagkracht import Meter
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import Keuze
from kernnetwerk_app.domain.papiervorm import Leeshulp
from kernnetwerk_app.domain.plan import Wie
from kernnetwerk_app.domain.relatie import BURENHULP, SIGNALEERDER, VRIJWILLIG, Gezag, Relatie
from kernnetwerk_app.services import (
    bezorging,
    bezorglijst,
    contact,
    mantelzorg,
    mensen,
    netwerk,
    plan,
    stukken,
    takenblad,
    vraagverheldering,
    wie_weet_wat,
)
from kernnetwerk_app.services.gezegd import persoonssleutel
from kernnetwerk_app.services.inwoner import hoofdpersoon
from tests.documents.lezen import open_pdf, read_structure
from tests.services.opzet import Dossier, gelezen
from tests.services.stukken_opzet import beantwoord_verzoek, lezers, papieren, tekst_van

pytestmark = pytest.mark.usefixtures("qapp")
VORMEN = [frozenset(), *(frozenset({hulp}) for hulp in Leeshulp)]


@pytest.mark.eis("OND-06")
def test_the_verslag_is_complete_in_itself_and_says_what_goes_well_before_what_is_hard(vol: Dossier) -> None:
    tekst = tekst_van(vol, Stuksoort.VERSLAG)
    for woorden in (
        "Het verslag van het gesprek",
        "Voor mevrouw Voorbeeld-Jansen",
        "Het is stil sinds mijn man er niet meer is.",
        "persoonlijk plan, op dinsdag 20 april 2027",
        "Zo gebruikten we het: Als begin.",
        "Wat er thuis zelf lukt: dat helpt",
        "Wat er verandert: De trap wordt zwaarder.",
        "Samen met de bus naar de zaal.",
        "Buurvrouw Riet",
        "Vragen? Bel Sanne Modelman",
        "U hoeft dit verslag niet te tekenen.",
    ):
        assert woorden in tekst, woorden
    assert tekst.index("Mijn zus belt elke avond.") < tekst.index("De dinsdag duurt lang.")
    assert "Elke dag gebeld worden." not in tekst  # what the resident said no to is no agreement
    assert "Ik slaap slecht." not in tekst  # the mantelzorger's own words are not the resident's
    namen = [
        gebied.naam for gebied in vol.plek.profiel.leefgebieden.leefgebieden if gebied.sleutel != "sociaal_netwerk"
    ]
    koppen = [kop.text().strip() for kop in read_structure(open_pdf(_pdf(vol, Stuksoort.VERSLAG))).find("H3")]
    assert "Sociaal netwerk" in koppen
    assert not set(koppen) & set(namen)  # nothing of what was not talked about


def test_the_verslag_says_of_which_version_i_said_what_and_my_words_of_before_stay(vol: Dossier) -> None:
    """Who reads it is *u*; who reads beside the resident reads their name."""
    vol.nagegaan()
    eerste = vol.versie()
    vol.teken(eerste, Keuze.GEZIEN, "Over de bus denk ik anders.")
    vol.teken(eerste)
    assert tekst_van(vol, Stuksoort.VERSLAG).count("Over versie 1 van het plan zei u:") == 2
    plan.add_afspraak(vol.plek, vol.plan().doelen[0].doel.id, "Mijn zus rijdt mij.")
    vol.teken(vol.versie())
    tekst = tekst_van(vol, Stuksoort.VERSLAG)
    reactie = tekst[tekst.index("U hoeft dit verslag niet te tekenen.") :]
    nu = "Over versie 2 van het plan zei u: ik ben het ermee eens."
    eerder = "Over versie 1 van het plan zei u: ik heb het gezien en heb opmerkingen. “Over de bus denk ik anders.”"
    assert reactie.index(nu) < reactie.index(eerder)
    assert reactie.count("versie 1") == 1  # that they agreed then too says nothing beside it
    with vol.plek.store.read() as lezer:
        anna = hoofdpersoon(lezer, vol.huishouden_id)
    velden = {"inwoner_id": anna.id, "aard": Aard.MENTORSCHAP, "naam": "Mia Mentor", "bron": "uitspraak"}
    mensen.leg_vast(vol.plek, Bijzonderheid, vol.huishouden_id, velden | {"begin_datum": vol.plek.vandaag})
    voor_mia = tekst_van(vol, Stuksoort.VERSLAG)
    assert eerder.replace("zei u", "zei Anna Voorbeeld-Jansen") in voor_mia
    assert "zei u:" not in voor_mia


@pytest.mark.eis("RES-08")
def test_wie_is_wie_has_everybody_with_role_since_when_and_how_to_reach_them(vol: Dossier) -> None:
    tekst = tekst_van(vol, Stuksoort.WIE_IS_WIE)
    for woorden in (
        "Sanne Modelman Contactpersoon Sinds: dinsdag 20 april 2027 Bellen: 0000 - 00 00 00",
        "Lotte Bakker Helpen bij de post. Sinds: dinsdag 20 april 2027 Van: Welzijn Proefdijk",
        "Dokter Visser Huisarts Bellen: 020 1112233",
        "Piet de Vries",
        "Lukt het een keer niet: Sanne Modelman",
        "Karin Voorbeeld Zoon/dochter Bellen: 06 12345678",
        "Buurman Klaas",
        "U kiest zelf wat er in uw plan komt.",
        "Een vervanger helpt u verder.",
    ):
        assert woorden in tekst, woorden
    assert "98765432" not in tekst  # of whom the resident does not want us to call no number lies in sight (NET-04)
    assert "De alarmlijn" not in tekst


def test_who_only_sits_at_the_table_reads_nothing_of_the_others(vol: Dossier) -> None:
    tekst = tekst_van(vol, Stuksoort.WIE_IS_WIE, 1)
    assert "Aan Karin Voorbeeld Dit gaat over mevrouw Voorbeeld-Jansen" in tekst
    assert "Sanne Modelman" in tekst
    for geheim in ("Dokter Visser", "Buurman Klaas", "regie"):
        assert geheim not in tekst
    alleen = {soort for soort, een in papieren(vol).items() if len(lezers(vol, een.stuk)) > 1}
    assert alleen == {Stuksoort.AFSPRAKEN, Stuksoort.WIE_IS_WIE, Stuksoort.CONTACTKAART}


def test_on_the_door_of_the_refrigerator_stand_agreements_and_nothing_of_why(vol: Dossier) -> None:
    tekst = tekst_van(vol, Stuksoort.AFSPRAKEN)
    for woorden in ("Onze afspraken", "Ik bel de eettafel.", "Meegaan naar de zaal.", "De dienstregeling halen"):
        assert woorden in tekst
    eigen = tekst[tekst.index("Dit doe ik zelf") : tekst.index("Dit doen anderen")]
    assert "De dienstregeling halen" not in eigen, "of a small step it stands nowhere who takes it"
    for geheim in ("Ik wil elke week", "schoon", "gebeld", "stil sinds"):
        assert geheim not in tekst


@pytest.mark.eis("NET-10")
def test_the_page_of_a_mantelzorger_is_theirs_alone(vol: Dossier) -> None:
    with vol.plek.store.read() as lezer:
        (karin,) = mantelzorg.load(vol.plek, lezer, vol.huishouden_id).mantelzorgers
    gezegd = {"meter": Meter.ZELF, "draaglast": "De nachten.", "volhoudtijd": "weken"}
    mantelzorg.meet(vol.plek, karin, gezegd)
    stuk = papieren(vol)[Stuksoort.MANTELZORG].stuk
    assert [een.naam for een in lezers(vol, stuk)] == ["Karin Voorbeeld"]
    tekst = tekst_van(vol, Stuksoort.MANTELZORG)
    assert "Ik slaap slecht." in tekst
    voor = "Voor Karin Voorbeeld Dit blad is voor u alleen. Wilt u het liever niet in huis?"
    assert voor in tekst, "nobody takes it for a paper of the resident"
    assert "Dit gaat over" not in tekst
    assert "U zorgt voor mevrouw Voorbeeld-Jansen." in tekst
    assert "Wat u doet • De was • De boodschappen" in tekst, "a list, one under another"
    zelf = "Wat zwaar is: De nachten. Hoe lang u het zo volhoudt: een paar weken Dit zei u op: dinsdag 20 april 2027"
    assert zelf in tekst
    assert "De dinsdag duurt lang." not in tekst
    for soort in (Stuksoort.VERSLAG, Stuksoort.WIE_IS_WIE, Stuksoort.AFSPRAKEN, Stuksoort.NETWERK):
        assert "Ik slaap slecht." not in tekst_van(vol, soort)
    for een in (stuk, papieren(vol)[Stuksoort.GIDS].stuk):
        bezorging.zet_klaar(vol.plek, een, lezers(vol, een)[0], {})
        with vol.plek.store.read() as lezer:
            (wacht,) = bezorglijst.te_bezorgen(lezer, vol.huishouden_id)
        bezorging.bezorg(vol.plek, wacht)
    with vol.plek.store.read() as lezer:
        weet = " ".join(regel.zin for regel in wie_weet_wat.load(vol.plek, lezer, vol.huishouden_id))
    assert "Wat eerst, wie, wanneer" in weet
    assert "Voor de mantelzorger" not in weet  # nor does the resident read that they have it


def test_a_mentor_stands_first_and_the_secret_address_stays_off_what_they_read(vol: Dossier) -> None:
    plek, versie = vol.plek, vol.versie()
    with plek.store.read() as lezer:
        anna = lezer.find(Inwoner, huishouden_id=vol.huishouden_id)[0]
    for aard, naam in ((Aard.MENTORSCHAP, "Mia Mentor"), (Aard.GEHEIM_ADRES, None)):
        velden = {"inwoner_id": anna.id, "aard": aard, "naam": naam, "bron": "uitspraak", "begin_datum": plek.vandaag}
        mensen.leg_vast(plek, Bijzonderheid, vol.huishouden_id, {k: v for k, v in velden.items() if v is not None})
    stuk = papieren(vol)[Stuksoort.VERSLAG].stuk
    mentor, zelf = lezers(vol, stuk)
    assert (mentor.naam, zelf.naam) == ("Mia Mentor, mentor", "mevrouw Voorbeeld-Jansen")
    voor_mentor = gelezen(stukken.maak(plek, stuk, mentor, frozenset()))
    assert "Aan Mia Mentor, mentor Voor mevrouw Voorbeeld-Jansen" in voor_mentor
    assert "Modelweg" not in voor_mentor
    kaart = papieren(vol)[Stuksoort.WIE_IS_WIE].stuk
    gelezen_door = gelezen(stukken.maak(plek, kaart, lezers(vol, kaart)[0], frozenset()))
    assert "Mia Mentor" in gelezen_door
    weet = gelezen(stukken.maak(plek, papieren(vol)[Stuksoort.WIE_WEET_WAT].stuk, zelf, frozenset()))
    for blad in (gelezen_door, tekst_van(vol, Stuksoort.WIE_IS_WIE, 1), weet):
        assert "zelf wat er in" not in blad, "a court said that somebody decides in her place"
    for soort in (Stuksoort.VERSLAG, Stuksoort.GIDS, Stuksoort.AFSPRAKEN):
        assert "Ik zelf" not in tekst_van(vol, soort), "the mentor is not who calls the eettafel"
        assert "Ik zelf" in tekst_van(vol, soort, 1)
    # A version stays as it was frozen, so one from before the address was secret is for the resident alone.
    versiestuk = Stuk(Stuksoort.PLAN, vol.huishouden_id, versie.id)
    assert "Modelweg" in gelezen(stukken.maak(plek, versiestuk, zelf, frozenset()))
    with pytest.raises(VersieMetGeheimAdres):
        stukken.maak(plek, versiestuk, mentor, frozenset())
    nieuw = Stuk(Stuksoort.PLAN, vol.huishouden_id, vol.versie().id)
    assert "Modelweg" not in gelezen(stukken.maak(plek, nieuw, mentor, frozenset()))


def test_who_speaks_for_the_resident_reads_who_chooses_and_of_a_child_it_is_not_said(vol: Dossier) -> None:
    plek = vol.plek
    with plek.store.write() as werk:
        spreekt: dict[str, Any] = {
            "vertegenwoordiger": "Karin Voorbeeld",
            "hoedanigheid": "dochter",
            "inwoner_akkoord": True,
        }
        werk.change(werk.get(Melding, vol.melding_id), **spreekt)
        werk.commit("proef", vol.huishouden_id)
    assert "Mevrouw Voorbeeld-Jansen kiest zelf wat er in het plan komt." in tekst_van(vol, Stuksoort.WIE_IS_WIE)
    with plek.store.write() as werk:
        anna = hoofdpersoon(werk, vol.huishouden_id)
        werk.change(anna, geboortedatum="2010-02-01")
        werk.commit("proef", vol.huishouden_id)
    with plek.store.read() as lezer:
        weet = " ".join(regel.zin for regel in wie_weet_wat.load(plek, lezer, vol.huishouden_id))
    assert "Sanne Modelman" in weet
    assert "zelf wat er in" not in weet + tekst_van(vol, Stuksoort.WIE_IS_WIE)


def test_who_noticed_something_is_no_reader_and_what_is_over_stands_on_no_list(vol: Dossier) -> None:
    plek = vol.plek
    with plek.store.write() as werk:
        (karin,) = werk.find(Relatie, ander_naam="Karin Voorbeeld")
        werk.change(karin, rol=SIGNALEERDER)
        werk.commit("proef", vol.huishouden_id)
    regel = next(a for d in vol.plan().doelen for a in d.afspraken if a.wie_naam == "Lotte Bakker")
    vol.wijzig(regel, begin_datum=plek.vandaag, terugkijk_datum=None, eind_datum=plek.vandaag)
    assert [een.naam for een in lezers(vol, papieren(vol)[Stuksoort.AFSPRAKEN].stuk)] == ["mevrouw Voorbeeld-Jansen"]
    assert "Lotte Bakker" in tekst_van(vol, Stuksoort.WIE_IS_WIE)
    plek.klok.advance(timedelta(days=1))
    for soort in (Stuksoort.WIE_IS_WIE, Stuksoort.AFSPRAKEN, Stuksoort.GIDS):
        assert "Lotte Bakker" not in tekst_van(vol, soort)


@pytest.mark.eis("TAAL-03")
def test_each_paper_can_be_made_in_each_form_and_is_tagged(vol: Dossier) -> None:
    vol.teken(vol.versie())
    contact.plan_bezoek(vol.plek, vol.huishouden_id, vol.plek.vandaag)
    beantwoord_verzoek(vol)
    with vol.plek.store.write() as werk:  # eight weeks ago, so that one may apply; something told apart; a yes to tasks
        lang = vol.plek.vandaag - timedelta(weeks=8)
        werk.change(werk.get(Melding, vol.melding_id), ontvangen_datum=lang, aangenomen_datum=lang)
        apart = persoonssleutel("dagbesteding.lastig", hoofdpersoon(werk, vol.huishouden_id).id)
        vraagverheldering.put_answer(vol.plek, werk, vol.huishouden_id, vol.gesprek_id, apart, "Het is te druk.")
        werk.commit("proef", vol.huishouden_id)
    takenblad.zeg_ja(vol.plek, vol.huishouden_id, "Piet de Vries")
    vol.versie()
    gemaakt = papieren(vol)
    elders = {Stuksoort.TOESTEMMING, Stuksoort.WEGWIJZER, Stuksoort.WIE_KEEK}
    assert set(gemaakt) >= set(Stuksoort) - elders
    for een in gemaakt.values():
        for vorm in VORMEN:
            pdf = stukken.maak(vol.plek, een.stuk, lezers(vol, een.stuk)[0], vorm)
            assert len(list(read_structure(open_pdf(pdf)).find("H1"))) == 1, (een.naam, vorm)


def test_a_melding_without_a_question_and_a_household_without_a_name_get_their_papers(vol: Dossier) -> None:
    plek = vol.plek
    with plek.store.write() as werk:
        werk.change(werk.get(Melding, vol.melding_id), vraag="", aanleiding="De buren zagen geen licht.")
        anna = werk.find(Inwoner, huishouden_id=vol.huishouden_id)[0]
        werk.change(anna, achternaam=None, voornamen=None)
        werk.commit("proef", vol.huishouden_id)
    for soort in papieren(vol):
        assert "geen licht" not in tekst_van(vol, soort)


def _pdf(hier: Dossier, soort: Stuksoort) -> bytes:
    stuk = papieren(hier)[soort].stuk
    return stukken.maak(hier.plek, stuk, lezers(hier, stuk)[0], frozenset())


def test_each_person_is_told_of_whole_and_the_other_parent_of_a_child_is_no_parent_of_the_resident(
    vol: Dossier,
) -> None:
    plek, hier = vol.plek, vol.huishouden_id
    mensen.leg_vast(plek, Inwoner, hier, {"voornamen": "Mees", "rol": RolInHuishouden.KIND})
    with plek.store.read() as lezer:
        anna, mees = sorted(lezer.find(Inwoner, huishouden_id=hier), key=lambda een: een.voornamen or "")
    for van, naam, velden in (
        (mees, "Bram Bedachtsma", {"relatie": "ouder"}),
        (anna, "Cor Verzonnen", {"relatie": "curator", "rol": "curator"}),
    ):
        mensen.leg_vast(plek, Relatie, hier, {"inwoner_id": van.id, "ander_naam": naam, **velden})
    plan.add_afspraak(plek, vol.doel("Meer lezen."), "Voorlezen op zondag.", Wie.VRIJWILLIGER, "Piet de Vries")
    tekst = tekst_van(vol, Stuksoort.WIE_IS_WIE)
    for woorden in (
        "Piet de Vries Meegaan naar de zaal. Voorlezen op zondag. Sinds",
        "Bram Bedachtsma Ouder van Mees",
        "Cor Verzonnen Curator",
        "Buurman Klaas Buur. Zet de bak buiten.",
    ):
        assert woorden in tekst, woorden
    assert "Curator, curator" not in tekst
    assert "Bram Bedachtsma ouder van Mees" in tekst_van(vol, Stuksoort.NETWERK)


def test_who_is_of_the_family_is_no_volunteer_and_the_ex_of_a_partner_stands_around_the_partner(vol: Dossier) -> None:
    plek, hier = vol.plek, vol.huishouden_id
    for naam, rol in (("Mees", RolInHuishouden.KIND), ("Daan", RolInHuishouden.PARTNER)):
        mensen.leg_vast(plek, Inwoner, hier, {"voornamen": naam, "rol": rol})
    with plek.store.read() as lezer:
        anna, daan, mees = sorted(lezer.find(Inwoner, huishouden_id=hier), key=lambda een: een.voornamen or "")
    truus = {"inwoner_id": anna.id, "hulpsoort": VRIJWILLIG, "doet": "past op Mees"}
    for velden in (
        {"inwoner_id": mees.id, "ander_id": daan.id, "relatie": "ouder"},
        {"inwoner_id": mees.id, "ander_naam": "Bram Bedachtsma", "relatie": "ouder", "gezag": Gezag.JA},
        {**truus, "ander_naam": "Truus Verzonnen", "relatie": "familielid"},
        {**truus, "ander_naam": "Bep Verzonnen", "relatie": "oudste zus"},
        {**truus, "ander_naam": "Riek Verzonnen", "relatie": "schoonmoeder"},
        {**truus, "ander_naam": "Koos Verzonnen", "relatie": "kennis"},
        {**truus, "ander_naam": "Vera Proef", "relatie": None},
        {**truus, "ander_naam": "Ties Proef", "relatie": "maatje van onze kinderen"},
    ):
        mensen.leg_vast(plek, Relatie, hier, velden)
    wie_is, netwerk_ = tekst_van(vol, Stuksoort.WIE_IS_WIE), tekst_van(vol, Stuksoort.NETWERK)
    vrijwilligers, om_heen = wie_is.split("Hulp van vrijwilligers")[1].split("De mensen om mij heen")
    assert "Truus Verzonnen Familielid. Past op Mees." in om_heen
    assert "Bep Verzonnen Oudste zus. Past op Mees." in om_heen
    assert "Riek Verzonnen Schoonmoeder. Past op Mees." in om_heen
    assert "Koos Verzonnen Kennis. Past op Mees." in om_heen
    assert "Vera Proef Past op Mees." in vrijwilligers
    assert "Truus Verzonnen familielid Doet nu" in netwerk_
    assert "Ties Proef Maatje van onze kinderen. Past op Mees." in vrijwilligers, "of whom they are it is not who"
    assert netwerk_.count("vrijwillige zorg") == 2
    assert "Bram" not in wie_is + netwerk_
    with plek.store.read() as lezer:
        van_daan = [op.naam for op in netwerk.load(plek, lezer, hier, daan.id).kaart]
    assert "Bram Bedachtsma" in van_daan


def test_that_somebody_helps_as_neighbours_do_stands_on_the_network_unless_they_are_the_neighbour(vol: Dossier) -> None:
    plek, hier = vol.plek, vol.huishouden_id
    with plek.store.read() as lezer:
        (anna,) = lezer.find(Inwoner, huishouden_id=hier)
    wie = (("Piet Proef", None), ("Wim Verzonnen", "vriend_kennis"), ("Klaas Proef", "buur"), ("Els", "buurvrouw"))
    for naam, relatie in wie:
        velden = {"inwoner_id": anna.id, "ander_naam": naam, "relatie": relatie, "hulpsoort": BURENHULP}
        mensen.leg_vast(plek, Relatie, hier, {**velden, "doet": "Zet de bak buiten."})
    netwerk_ = tekst_van(vol, Stuksoort.NETWERK)
    assert "Piet Proef burenhulp Doet nu" in netwerk_
    assert "Wim Verzonnen vriend(in)/kennis, burenhulp Doet nu" in netwerk_
    assert "Klaas Proef buur Doet nu" in netwerk_
    assert "Els buurvrouw Doet nu" in netwerk_


def test_who_reads_beside_the_resident_does_not_read_i(vol: Dossier) -> None:
    karin = tekst_van(vol, Stuksoort.AFSPRAKEN, 1)
    assert "Dit doet mevrouw Voorbeeld-Jansen zelf" in karin
    assert "Ik zelf" not in karin
    assert "Dit doe ik zelf" in tekst_van(vol, Stuksoort.AFSPRAKEN)
