"""The onderzoek: one for each question, over a list of the municipality; it says what is missing before it closes."""

import re
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from kernnetwerk_app.domain.base import VoorWie, voor_lezer
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.contact import ContactSoort
from kernnetwerk_app.domain.deelname import (
    Deelname,
    DeelnameZonderInwoner,
    GesprekMoetNogKomen,
    GesprekVoorMelding,
    NaastenNietGewenst,
)
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.lijst import Keuze
from kernnetwerk_app.domain.melding import EigenPlan, Melding
from kernnetwerk_app.domain.onderzoek import (
    ASPECTEN,
    INVENTARIS,
    IdentiteitInToekomst,
    IdentiteitVoorMelding,
    IdentiteitZonderSoort,
    Onderzoek,
    OnderzoekIsAfgerond,
    OnderzoekOnvolledig,
    onderzoek_id,
)
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.services import contact, deelname, kortdurende_ondersteuning, mededeling, mensen, onderzoek, typen
from kernnetwerk_app.services.deelname import Gesprekregel
from kernnetwerk_app.services.gezegd import OVER
from kernnetwerk_app.services.onderzoek import Kopje, OnderzoekBeeld
from tests.services.opzet import Dossier


def beeld(hier: Dossier) -> OnderzoekBeeld:
    with hier.plek.store.read() as lezer:
        return onderzoek.load(hier.plek, lezer, hier.huishouden_id)


def kopje(hier: Dossier, naam: str, sleutel: str) -> Kopje:
    return next(k for k in beeld(hier).lijsten[naam].kopjes if k.keuze is not None and k.keuze.sleutel == sleutel)


def kies(hier: Dossier, naam: str, sleutel: str, uitkomst: str | None, woorden: str = "") -> None:
    onderzoek.kies(hier.plek, hier.melding_id, kopje(hier, naam, sleutel), uitkomst)
    if woorden:
        adres = kopje(hier, naam, sleutel).adres
        typen.keep(hier.plek, adres, woorden)
        typen.seal(hier.plek, adres)


def bekijk_alles(hier: Dossier) -> None:
    """Every heading was looked at, and of every life domain something was chosen."""
    for naam, uitkomst in ((INVENTARIS, "past"), (ASPECTEN, "bekeken")):
        for een in beeld(hier).lijsten[naam].kopjes:
            onderzoek.kies(hier.plek, hier.melding_id, een, uitkomst)
    for leefgebied in hier.plek.profiel.leefgebieden.leefgebieden:
        hier.stand(leefgebied.sleutel, LeefgebiedStatus.WIL_NIET)


@pytest.mark.eis("OND-07")
def test_each_heading_keeps_whether_it_was_looked_at_what_came_out_and_why(hier: Dossier) -> None:
    lijst = beeld(hier).lijsten[INVENTARIS].lijst
    assert [keuze.label.lower() for keuze in lijst.keuzes] == [
        "eigen mogelijkheden",
        "inzet sociaal netwerk",
        "(wettelijk) voorliggende voorzieningen",
        "algemene voorzieningen",
        "algemeen gebruikelijke voorzieningen",
    ]
    kies(hier, INVENTARIS, "sociaal_netwerk", "past_deels", "Karin kan twee dagen.")
    een = kopje(hier, INVENTARIS, "sociaal_netwerk")
    assert (een.uitkomst, een.woorden, een.is_bekeken) == ("past_deels", "Karin kan twee dagen.", True)
    kies(hier, INVENTARIS, "algemeen", "past_niet")
    assert not kopje(hier, INVENTARIS, "algemeen").is_bekeken, "of what does not fit somebody says why"
    kies(hier, INVENTARIS, "algemeen", "past_niet", "De eettafel is op een andere dag.")
    assert kopje(hier, INVENTARIS, "algemeen").is_bekeken
    kies(hier, INVENTARIS, "algemeen", None)
    assert not kopje(hier, INVENTARIS, "algemeen").is_bekeken
    with hier.plek.store.read() as lezer:
        assert lezer.conflicten() == []


@pytest.mark.eis("OND-14")
def test_the_lists_together_ask_every_point_of_the_wmo_once(hier: Dossier) -> None:
    keuzes = [keuze for lijst in beeld(hier).lijsten.values() for keuze in lijst.lijst.keuzes]
    letters = [letter for keuze in keuzes for letter in re.findall(r"2\.3\.2 lid 4 onder (\w)", keuze.bron)]
    assert sorted(letters) == list("abcdefg")


@pytest.mark.eis("OND-14")
def test_a_municipality_has_its_own_list_and_what_was_found_under_the_old_one_stays(hier: Dossier) -> None:
    kies(hier, ASPECTEN, "bijdrage", "bekeken", "Geen eigen bijdrage.")
    oud = hier.plek.profiel.lijst(ASPECTEN)
    eigen = replace(oud, versie=2, bron="Verordening", keuzes=(Keuze("vervoer", "Vervoer in onze dorpen"),))
    profiel = replace(hier.plek.profiel, lijsten={**hier.plek.profiel.lijsten, ASPECTEN: eigen})
    straks = replace(hier, plek=replace(hier.plek, profiel=profiel))
    nu = beeld(straks)
    assert [k.keuze.label for k in nu.lijsten[ASPECTEN].kopjes if k.keuze] == ["Vervoer in onze dorpen"]
    assert [k.woorden for k in nu.eerder] == ["Geen eigen bijdrage."]
    assert nu.onderzoek.sjabloon == "onderzoek_inventaris 1, onderzoek_aspecten 1", "the lists it began with"
    assert nu.sjabloon_nu == "onderzoek_inventaris 1, onderzoek_aspecten 2"


@pytest.mark.eis("OND-08")
def test_i_read_which_life_domains_nobody_touched_and_close_it_only_with_a_line(hier: Dossier) -> None:
    hier.typ("dagbesteding.goed", "Koffie met de buurvrouw.")
    mist = beeld(hier).mist
    assert "Dagbesteding" not in mist["leefgebieden"]
    assert "Financiën" in mist["leefgebieden"]
    with pytest.raises(OnderzoekOnvolledig):
        onderzoek.rond_af(hier.plek, beeld(hier), " ")
    assert beeld(hier).is_open
    onderzoek.rond_af(hier.plek, beeld(hier), "Mevrouw ligt in het ziekenhuis.")
    een = beeld(hier).onderzoek
    assert (een.afgerond_datum, een.zonder_reden) == (hier.plek.vandaag, "Mevrouw ligt in het ziekenhuis.")


def test_with_everything_looked_at_no_line_is_asked_and_none_is_kept(hier: Dossier) -> None:
    bekijk_alles(hier)
    assert beeld(hier).mist == {}
    onderzoek.rond_af(hier.plek, beeld(hier), "Toch een reden.")
    assert not beeld(hier).is_open
    assert beeld(hier).onderzoek.zonder_reden is None


def test_a_closed_one_is_opened_again_before_it_changes(hier: Dossier) -> None:
    onderzoek.rond_af(hier.plek, beeld(hier), "Verhuisd.")
    with pytest.raises(OnderzoekIsAfgerond):
        kies(hier, INVENTARIS, "algemeen", "past")
    with pytest.raises(OnderzoekIsAfgerond):
        typen.keep(hier.plek, kopje(hier, INVENTARIS, "algemeen").adres, "Toch nog iets.")
    onderzoek.heropen(hier.plek, beeld(hier))
    kies(hier, INVENTARIS, "algemeen", "past")
    assert (beeld(hier).is_open, kopje(hier, INVENTARIS, "algemeen").uitkomst) == (True, "past")


def test_looking_at_it_begins_nothing_and_the_first_tap_does(hier: Dossier) -> None:
    assert not beeld(hier).is_begonnen
    kies(hier, INVENTARIS, "algemeen", "past")
    nu = beeld(hier)
    assert (nu.is_begonnen, nu.onderzoek.id) == (True, onderzoek_id(hier.melding_id))
    with hier.plek.store.read() as lezer:
        assert len(lezer.find(Onderzoek)) == 1


def schrijf(hier: Dossier, **velden: object) -> Onderzoek:
    onderzoek.schrijf(hier.plek, beeld(hier), velden)
    return beeld(hier).onderzoek


def eigen_plan(hier: Dossier) -> None:
    """The resident handed in a plan of their own."""
    with hier.plek.store.read() as lezer:
        melding, bases = lezer.get(Melding, hier.melding_id), lezer.bases(hier.melding_id)
    velden = {"eigen_plan": EigenPlan.FAMILIEGROEP, "eigen_plan_datum": hier.plek.vandaag}
    mededeling.noteer_antwoord(hier.plek, melding, velden, bases)


def test_one_member_carries_it_out_the_contact_person_unless_another_is_chosen(hier: Dossier) -> None:
    eerst = beeld(hier)
    assert eerst.uitvoerder is not None
    assert eerst.uitvoerder.id == eerst.melding.contactpersoon_id
    ander = next(wie for wie in eerst.collegas if wie.id != eerst.uitvoerder.id)
    schrijf(hier, uitvoerder_id=ander.id, deskundigen="Mia Proef, ergotherapeut")
    nu = beeld(hier)
    assert nu.uitvoerder == ander
    assert nu.onderzoek.deskundigen == "Mia Proef, ergotherapeut"
    rechten = hier.plek.profiel.rechten
    assert all(Recht.ONDERZOEK in rechten(wie.functie) for wie in nu.collegas)


@pytest.mark.eis("OND-09")
def test_closing_asks_how_the_own_plan_was_used_where_there_is_one(hier: Dossier) -> None:
    bekijk_alles(hier)
    eigen_plan(hier)
    assert beeld(hier).mist == {"eigen_plan": ("familiegroepsplan",)}
    with pytest.raises(OnderzoekOnvolledig):
        onderzoek.rond_af(hier.plek, beeld(hier))
    schrijf(hier, eigen_plan_inhoud="Karin doet de was.", eigen_plan_gebruikt="De was staat zo in het plan.")
    onderzoek.rond_af(hier.plek, beeld(hier))
    assert not beeld(hier).is_open


@pytest.mark.eis("OND-12", "OND-13", "OND-19")
def test_now_and_later_a_question_for_life_and_what_matters_stay_with_the_question(hier: Dossier) -> None:
    velden = {"nu": "Hulp bij de was.", "verandert": "De ogen gaan achteruit.", "blijft_passen": "Dicht bij huis."}
    een = schrijf(hier, **velden, levenslang=True, levenslang_reden="Aangeboren.", belangrijk="zelf_doen\nstructuur")
    assert (een.nu, een.verandert, een.blijft_passen) == tuple(velden.values())
    assert (een.levenslang, een.levenslang_reden, een.belangrijk) == (True, "Aangeboren.", "zelf_doen\nstructuur")
    labels = [keuze.label for keuze in hier.plek.profiel.lijst("wat_telt").keuzes]
    assert labels == [
        "veilige omgeving",
        "structuur",
        "vertrouwensband",
        "vertrouwenspersoon",
        "stabiele situatie",
        "zelf doen",
        "motiveren",
        "dagbesteding",
    ]


def test_of_an_identity_seen_only_kind_day_and_by_whom_are_kept(hier: Dossier) -> None:
    een = schrijf(hier, identiteit="rijbewijs", identiteit_datum=None)
    assert (een.identiteit, een.identiteit_datum, een.identiteit_door_id) == (
        "rijbewijs",
        hier.plek.vandaag,
        hier.plek.medewerker.id,
    )
    assert not hier.plek.profiel.lijst("identiteitsbewijzen").open, "there is no place to write a number"
    with pytest.raises(IdentiteitInToekomst):
        schrijf(hier, identiteit="paspoort", identiteit_datum=hier.plek.vandaag + timedelta(days=1))
    with pytest.raises(IdentiteitVoorMelding):
        schrijf(hier, identiteit="paspoort", identiteit_datum=date(1900, 1, 1))
    with pytest.raises(IdentiteitZonderSoort):
        schrijf(hier, identiteit=None, identiteit_datum=hier.plek.vandaag)
    assert schrijf(hier, identiteit=None).identiteit_datum is None


def test_the_resident_reads_all_of_it_but_why_it_was_closed_early(hier: Dossier) -> None:
    onderzoek.rond_af(hier.plek, beeld(hier), "Mevrouw was boos op ons.")
    for_resident = voor_lezer(VoorWie.PERSOON, beeld(hier).onderzoek)
    assert for_resident.afgerond_datum == hier.plek.vandaag
    assert for_resident.zonder_reden is None
    at_the_table = voor_lezer(VoorWie.TAFEL, beeld(hier).onderzoek)
    assert (at_the_table.afgerond_datum, at_the_table.melding_id) == (None, None)


def leg_gesprek_vast(hier: Dossier, **velden: object) -> Gesprekregel:
    wanneer = {"datum": hier.plek.vandaag, "contactsoort": ContactSoort.BEZOEK}
    alles = {**wanneer, "inwoner_erbij": True, **velden}
    deelname.leg_vast(hier.plek, hier.huishouden_id, alles, melding=beeld(hier).melding)
    return beeld(hier).gesprekken[-1]


@pytest.mark.eis("OND-10")
def test_of_each_conversation_is_kept_who_took_part_and_others_only_as_the_resident_wishes(hier: Dossier) -> None:
    with pytest.raises(NaastenNietGewenst):
        leg_gesprek_vast(hier, naasten="Karin Voorbeeld")
    assert beeld(hier).gesprekken == (), "a refused one is not there by half"
    regel = leg_gesprek_vast(hier, naasten="Karin Voorbeeld, buurman Ali", naasten_gewenst=True, tolk="taal")
    assert regel.deelname == Deelname(True, ("Karin Voorbeeld", "buurman Ali"), "taal")
    with pytest.raises(DeelnameZonderInwoner):
        leg_gesprek_vast(hier, inwoner_erbij=False)
    zonder = leg_gesprek_vast(hier, inwoner_erbij=False, zonder_inwoner_reden="Mevrouw sliep.")
    assert zonder.deelname is not None
    assert not zonder.deelname.inwoner
    with pytest.raises(GesprekMoetNogKomen):
        leg_gesprek_vast(hier, datum=hier.plek.vandaag + timedelta(days=1))
    with pytest.raises(GesprekVoorMelding):
        leg_gesprek_vast(hier, datum=beeld(hier).melding.ontvangen_datum - timedelta(days=1))


@pytest.mark.eis("OND-10")
def test_from_the_very_first_conversation_closing_asks_who_took_part(hier: Dossier) -> None:
    bekijk_alles(hier)
    contact.schrijf_bij(hier.plek, hier.huishouden_id, "Even gebeld.", ContactSoort.TELEFOON)
    (regel,) = beeld(hier).gesprekken
    assert list(beeld(hier).mist) == ["gesprekken"]
    deelname.leg_vast(hier.plek, hier.huishouden_id, {"inwoner_erbij": True}, regel)
    assert beeld(hier).mist == {}


@pytest.mark.eis("OND-17")
def test_of_the_whole_household_i_see_of_whom_nothing_was_said_and_closing_asks_about_them(hier: Dossier) -> None:
    bekijk_alles(hier)
    mensen.leg_vast(hier.plek, Inwoner, hier.huishouden_id, {"voornamen": "Bram", "achternaam": "Voorbeeld"})
    (bram,) = beeld(hier).niet_gehoord
    assert beeld(hier).mist == {"huishouden": ("Bram Voorbeeld",)}
    hier.typ(f"dagbesteding.goed{OVER}{bram.id}", "Hij fietst graag.")
    assert beeld(hier).mist == {}


@pytest.mark.eis("OND-17")
def test_of_somebody_who_died_nobody_is_asked_what_they_have_to_say(hier: Dossier) -> None:
    mensen.leg_vast(hier.plek, Inwoner, hier.huishouden_id, {"voornamen": "Bram", "achternaam": "Voorbeeld"})
    assert [mens.naam for mens in beeld(hier).niet_gehoord] == ["Bram Voorbeeld"]
    sterf(hier, beeld(hier).niet_gehoord[0].id)
    assert beeld(hier).niet_gehoord == ()


def sterf(hier: Dossier, inwoner_id: UUID) -> None:
    """It was written down that this person died."""
    velden = {"inwoner_id": inwoner_id, "aard": Aard.OVERLEDEN, "begin_datum": hier.plek.vandaag}
    mensen.leg_vast(hier.plek, Bijzonderheid, hier.huishouden_id, velden)


@pytest.mark.eis("OND-16")
def test_help_that_begins_meanwhile_stands_with_the_onderzoek_and_waits_for_no_plan(hier: Dossier) -> None:
    kortdurende_ondersteuning.begin(hier.plek, hier.melding_id, "Samen de post doen.")
    (regel,) = beeld(hier).steun
    assert (regel.steun.inhoud, regel.steun.begin_datum) == ("Samen de post doen.", hier.plek.vandaag)
    assert not beeld(hier).is_begonnen
