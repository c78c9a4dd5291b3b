"""Who looked in a dossier, and who knows what (RES-02, RES-08)."""

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kernnetwerk_app.domain.delen import Deelafspraak
from kernnetwerk_app.domain.huishouden import Huishouden, Regie
from kernnetwerk_app.domain.inwoner import RolInHuishouden
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze
from kernnetwerk_app.domain.plan import Afspraak, Doel, Wie
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.domain.toestemming import Aan
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.oplog.units import SOORTEN
from kernnetwerk_app.services import (
    afschrift,
    agendabestand,
    agendablad,
    conflict,
    contact,
    delen,
    eerste_vraagverheldering,
    inzage,
    ondertekening,
    overdracht,
    papier,
    plan,
    rechten,
    samenvoeging,
    signaal,
    toezegging,
    verstrekking,
    wie_is_wie,
    wie_weet_wat,
)
from kernnetwerk_app.services import dossier as dossiers
from kernnetwerk_app.services.delen import NieuwDelen
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.ondertekening import Tekenvraag
from kernnetwerk_app.services.toezegging import NieuweToezegging
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.teksten import load
from tests.factories import JORIS, make_werkplek, nieuwe_melding
from tests.services.aanvraag_opzet import HULP, met_hulp
from tests.services.eerste import Begin, begin
from tests.services.opzet import Dossier, gelezen
from tests.services.rechten_opzet import anna, erbij
from tests.uitwisseling import wissel_uit


def gelogd(plek: Werkplek, huishouden_id: UUID) -> list[str]:
    with plek.store.read() as lezer:
        return [rij.naam for rij in lezer.inzagen([huishouden_id])]


# -- RES-02 ------------------------------------------------------------------------------------------------------------


@pytest.mark.eis("RES-02")
def test_every_view_print_and_export_of_a_dossier_stands_in_its_log(hier: Dossier) -> None:
    plek, nummer = hier.plek, hier.huishouden_id
    contact.plan_bezoek(plek, nummer, plek.vandaag, time(13))
    voor = len(gelogd(plek, nummer))
    dossiers.open_dossier(plek, nummer)
    eerste_vraagverheldering.open_veiligheid(plek, hier.melding_id)
    papier.noteer_afdruk(plek, nummer)
    agendabestand.geef_ics(plek)
    agendablad.noteer_daglijst(plek, plek.vandaag)
    rechten.noteer_avg(plek, nummer)
    assert gelogd(plek, nummer)[voor:] == [
        "dossier.geopend",
        "veiligheid.geopend",
        "papier.afgedrukt",
        "agenda.meegegeven",
        "daglijst.afgedrukt",
        "avg.concept_afgedrukt",
    ]


@pytest.mark.eis("RES-02")
def test_a_list_with_two_dossiers_stands_in_the_log_of_each_and_of_no_other(hier: Dossier) -> None:
    plek = hier.plek
    ander, derde = nieuwe_melding(plek).huishouden_id, nieuwe_melding(plek).huishouden_id
    for nummer in (hier.huishouden_id, ander):
        contact.plan_bezoek(plek, nummer, plek.vandaag, time(13))
    agendabestand.geef_ics(plek)
    agendablad.noteer_daglijst(plek, plek.vandaag)
    for nummer in (hier.huishouden_id, ander):
        assert gelogd(plek, nummer)[-2:] == ["agenda.meegegeven", "daglijst.afgedrukt"]
    assert "agenda.meegegeven" not in gelogd(plek, derde)


@pytest.mark.eis("RES-02")
def test_two_versions_a_signal_and_two_who_may_be_one_are_views_too(hier: Dossier) -> None:
    plek, nummer = hier.plek, hier.huishouden_id
    doel = hier.doel()
    with plek.store.read() as lezer:
        bases = lezer.bases(doel)
        eenheid = next(nr for nr, koppen in lezer.koppen(doel).items() if b"deur" in koppen[0].waarde)
    for tekst in ("Elke dag de deur uit.", "Vaker de deur uit."):
        with plek.store.write() as werk:
            werk.change(werk.get(Doel, doel), bases, tekst=tekst)
            werk.commit("test.twee_teksten")
    conflict.open_conflict(plek, doel, eenheid)
    assert gelogd(plek, nummer)[-1] == "conflict.geopend"
    gemerkt, _ = signaal.neem_op(
        plek, {"gezien": "De post blijft liggen.", "kern": "Proefdijk"}, signaal.NieuwSignaal(huishouden_id=nummer)
    )
    signaal.open_signaal(plek, gemerkt)
    assert gelogd(plek, nummer)[-1] == "signaal.geopend"
    ander = nieuwe_melding(plek).huishouden_id
    with plek.store.read() as lezer:
        dubbel = hoofdpersoon(lezer, ander)
    samenvoeging.open_paar(plek, anna(hier).id, dubbel.id)
    assert gelogd(plek, nummer)[-1] == gelogd(plek, ander)[-1] == "dossier.geopend"


@pytest.mark.eis("RES-02")
def test_a_resident_reads_per_day_function_team_and_purpose_and_no_names(hier: Dossier, klok: Klok) -> None:
    klok.advance(timedelta(days=1))
    dossiers.open_dossier(hier.plek, hier.huishouden_id)
    papier.noteer_afdruk(hier.plek, hier.huishouden_id)
    with hier.plek.store.read() as lezer:
        beeld = inzage.load(hier.plek, lezer, hier.huishouden_id)
    laatste = beeld.keren[0]
    assert (laatste.datum, laatste.wie) == (date(2027, 4, 21), "Generalist, Kernnetwerk")
    assert laatste.waarvoor == ("opende het dossier", "drukte een papier af")
    assert beeld.keren[1].datum == date(2027, 4, 20)
    woorden = gelezen(rechten.keek_pdf(hier.plek, hier.huishouden_id, anna(hier).id))
    assert "Generalist, Kernnetwerk: opende het dossier" in woorden
    assert "Sanne" not in woorden
    met_namen = replace(hier.plek.profiel, delen=Deelafspraak(namen_bij_inzage=True))
    plek = replace(hier.plek, profiel=met_namen)
    assert "Sanne Modelman, generalist" in gelezen(rechten.keek_pdf(plek, hier.huishouden_id, anna(hier).id))


@pytest.mark.eis("RES-02")
def test_it_says_of_which_laptop_it_is_and_on_how_many_others_somebody_wrote(hier: Dossier, tmp_path: Path) -> None:
    woorden = gelezen(rechten.keek_pdf(hier.plek, hier.huishouden_id, anna(hier).id))
    assert "Dit gaat over één laptop: nummer 1." in woorden
    assert "Of iemand op een andere laptop keek of schreef, weet deze laptop niet." in woorden
    assert "niemand" not in woorden, "of other laptops this one cannot know"
    daar = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    wissel_uit(hier.plek, daar)
    dossiers.open_dossier(daar, hier.huishouden_id)
    toezegging.beloof(daar, hier.huishouden_id, NieuweToezegging("Ik bel de huisarts."))
    wissel_uit(daar, hier.plek)
    with hier.plek.store.read() as lezer:
        beeld = inzage.load(hier.plek, lezer, hier.huishouden_id)
    assert (beeld.laptop, beeld.andere_laptops) == (1, 1)
    woorden = gelezen(rechten.keek_pdf(hier.plek, hier.huishouden_id, anna(hier).id))
    assert "Deze laptop weet van één andere laptop waarop iemand in dit dossier schreef. Er kunnen er meer" in woorden
    daar.store.close()


def test_each_kind_of_deed_has_words() -> None:
    t = load("rechtenblad")
    assert {*inzage.WAARVOOR.values(), "werk"} == set(t.groep("keek.waarvoor"))
    assert set(t.groep("avg.soort")) == {soort.__name__.lower() for soort in SOORTEN.values()}


def test_who_looked_in_a_dossier_that_was_joined_stays_told(hier: Dossier) -> None:
    ander = nieuwe_melding(hier.plek).huishouden_id
    papier.noteer_afdruk(hier.plek, ander)
    with hier.plek.store.read() as lezer:
        een, twee = hoofdpersoon(lezer, hier.huishouden_id), hoofdpersoon(lezer, ander)
    blijft, _ = samenvoeging.voeg_samen(hier.plek, een.id, twee.id)
    with hier.plek.store.read() as lezer:
        (keer,) = inzage.load(hier.plek, lezer, blijft).keren
    assert "drukte een papier af" in keer.waarvoor


# -- RES-08 ------------------------------------------------------------------------------------------------------------


@pytest.mark.eis("RES-08")
def test_a_resident_reads_who_is_involved_since_when_and_what_was_agreed(hier: Dossier) -> None:
    plek, nummer = hier.plek, hier.huishouden_id
    stap = begin(plek)
    stap.volledig()
    gevraagd = stap.bied_aan(naar=None, team="Welzijn Voorbeeld")
    (regel,) = stap.overdrachten().regels
    overdracht.antwoord(plek, regel.overdracht, overdracht.Overdrachtstand.AANGENOMEN, regel.bases)
    assert gevraagd == regel.overdracht.id
    contact.plan_bezoek(plek, stap.huishouden_id, date(2027, 4, 22), time(13), onderwerp="het plan")
    toezegging.beloof(plek, stap.huishouden_id, NieuweToezegging("Ik bel de huisarts.", uiterlijk=date(2027, 4, 26)))
    with plek.store.read() as lezer:
        wie = hoofdpersoon(lezer, stap.huishouden_id)
    woorden = gelezen(rechten.weet_pdf(plek, stap.huishouden_id, wie.id))
    for zin in (
        "Sanne Modelman is uw contactpersoon sinds dinsdag 20 april 2027.",
        "U kiest zelf wat er in uw plan komt.",
        "Welzijn Voorbeeld werkt aan uw vraag sinds dinsdag 20 april 2027.",
        "Sanne Modelman ziet u op donderdag 22 april 2027 om 13.00 uur",
        "Sanne Modelman beloofde voor maandag 26 april 2027: Ik bel de huisarts.",
    ):
        assert zin in woorden
    assert "Welzijn Voorbeeld" not in gelezen(rechten.weet_pdf(plek, nummer, anna(hier).id)), "that is another dossier"


@pytest.mark.eis("RES-08")
def test_papers_that_were_given_and_what_may_be_shared_stand_there(hier: Dossier) -> None:
    plek, ik = hier.plek, anna(hier).id
    hier.doel()
    verstrekking.geef_mee(plek, hier.versie().id)
    velden = {"onderwerp": "plan", "ontvanger": "Karin Proef", "aan": Aan.CLIENTONDERSTEUNER, "grond": "inwoner"}
    delen.deel(plek, hier.huishouden_id, NieuwDelen(ik, **velden, ja_van=(ik,)))
    with plek.store.read() as lezer:
        (deling,) = rechten.load(plek, lezer, hier.huishouden_id).delingen
    afschrift.noteer_afschrift(plek, deling.toestemming.id)
    woorden = gelezen(rechten.weet_pdf(plek, hier.huishouden_id, ik))
    assert "U kreeg versie 1 van het plan op dinsdag 20 april 2027." in woorden
    assert "Karin Proef kreeg op dinsdag 20 april 2027 het plan op papier." in woorden
    mag = "met Karin Proef delen: het plan (over mevrouw Voorbeeld-Jansen)."
    assert f"{mag} Staat in het plan ook iets over een huisgenoot" in woorden, "it is not only theirs to give"


@pytest.mark.eis("RES-08")
def test_who_signed_on_paper_has_that_version_in_hand_and_each_reads_it_of_themselves(hier: Dossier) -> None:
    henk = erbij(hier, voornamen="Henk", achternaam="Voorbeeld", rol=RolInHuishouden.PARTNER)
    hier.doel()
    versie, ik = hier.versie(), anna(hier).id
    van_anna = "Anna Voorbeeld-Jansen had versie 1 van het plan op papier en tekende het op dinsdag 20 april 2027."
    van_henk = "Henk Voorbeeld had versie 1 van het plan op papier en tekende het op dinsdag 20 april 2027."
    hier.teken(versie)
    niets = "Wij schreven nog niet op welk papier u kreeg."
    assert niets in gelezen(rechten.weet_pdf(hier.plek, hier.huishouden_id, ik))
    vraag = Tekenvraag(Keuze.EENS, None, "Anna Voorbeeld-Jansen", Hoedanigheid.INWONER, (), op_papier=versie.datum)
    als_partner = {"naam": "Henk Voorbeeld", "hoedanigheid": Hoedanigheid.PARTNER, "inwoner_id": henk.id}
    ondertekening.teken(hier.plek, versie.id, replace(vraag, **als_partner, namelijk="zei Anna"))
    nog = gelezen(rechten.weet_pdf(hier.plek, hier.huishouden_id, ik))
    assert niets in nog, "what her husband has is nothing that she got"
    ondertekening.teken(hier.plek, versie.id, vraag)
    op_papier = {wie: gelezen(rechten.weet_pdf(hier.plek, hier.huishouden_id, wie)) for wie in (ik, henk.id)}
    assert [van_anna in op_papier[ik], van_henk in op_papier[ik]] == [True, False]
    assert [van_anna in op_papier[henk.id], van_henk in op_papier[henk.id]] == [False, True]
    assert "Wij schreven nog niet" not in "".join(op_papier.values())


@pytest.mark.eis("RES-08")
def test_who_is_named_by_the_plan_stands_there_since_when_and_so_does_who_coordinates(hier: Dossier) -> None:
    plek, doel_id = hier.plek, hier.doel()
    joke, _ = plan.add_afspraak(plek, doel_id, "Joke helpt met wassen.", Wie.PROFESSIONAL, "Joke Proef")
    gijs, _ = plan.add_afspraak(plek, doel_id, "Gijs rijdt.", Wie.VRIJWILLIGER, "Gijs Proef")
    plan.add_afspraak(plek, doel_id, "Mijn zus kookt.", Wie.NETWERK, "Mijn zus")
    with plek.store.write() as werk:
        werk.change(werk.get(Afspraak, joke), begin_datum=date(2027, 4, 1), organisatie="Wijkzorg Proef")
        werk.change(werk.get(Afspraak, gijs), begin_datum=date(2027, 5, 3))
        werk.change(werk.get(Huishouden, hier.huishouden_id), regie=Regie.PROFESSIONAL)
        werk.commit("test.regie", hier.huishouden_id)
    with plek.store.read() as lezer:
        beeld = rechten.load(plek, lezer, hier.huishouden_id)
    op_scherm = [weet.zin for weet in beeld.weet_van[anna(hier).id] if weet.deel == wie_weet_wat.BETROKKEN]
    assert [zin for zin in op_scherm if "Proef" in zin or "overzicht" in zin or "zus" in zin] == [
        "Sanne Modelman houdt voor u het overzicht over wie wat doet.",
        "Joke Proef van Wijkzorg Proef helpt volgens het plan sinds donderdag 1 april 2027.",
        "Gijs Proef helpt als vrijwilliger vanaf maandag 3 mei 2027.",
    ]


def test_who_stands_in_the_plan_for_help_that_nobody_decided_on_is_not_said_to_help_already(hier: Dossier) -> None:
    regel = met_hulp(hier)

    def papieren() -> tuple[str, str]:
        weet = gelezen(rechten.weet_pdf(hier.plek, hier.huishouden_id, anna(hier).id))
        return weet, gelezen(wie_is_wie.load_pdf(hier.plek, hier.huishouden_id))

    weet, wie = papieren()
    assert "Hulp in huis staat in het plan en kan pas helpen na het besluit van de gemeente." in weet
    assert f"{HULP} Dit kan pas beginnen na het besluit van de gemeente." in wie
    wast, _ = plan.add_afspraak(hier.plek, hier.plan().doelen[0].doel.id, "Zij wast.", Wie.PROFESSIONAL, "Hulp in huis")
    weet, wie = papieren()
    assert "Hulp in huis helpt volgens het plan sinds dinsdag 20 april 2027." in weet, "what nobody has to decide on"
    assert f"{HULP} Zij wast. Een deel daarvan kan pas beginnen na het besluit van de gemeente." in wie
    hier.wijzig(regel, begin_datum=date(2027, 5, 3))
    assert "na het besluit van de gemeente" not in "".join(papieren())
    with hier.plek.store.write() as werk:
        werk.change(werk.get(Afspraak, wast), begin_datum=date(2027, 4, 30))
        werk.commit("test.begin", hier.huishouden_id)
    weet, wie = papieren()
    assert "Hulp in huis helpt volgens het plan vanaf vrijdag 30 april 2027." in weet
    assert "Vanaf: vrijdag 30 april 2027" in wie


@pytest.mark.eis("RES-08")
def test_the_overview_is_made_per_reader_and_tells_nothing_of_a_partner(hier: Dossier) -> None:
    henk = erbij(hier, voornamen="Henk", achternaam="Voorbeeld", rol=RolInHuishouden.PARTNER)
    mia = erbij(hier, voornamen="Mia", achternaam="Voorbeeld", rol=RolInHuishouden.KIND, geboortedatum="2016-02-01")
    ik = anna(hier)
    with hier.plek.store.write() as werk:
        band = {"inwoner_id": mia.id, "ander_id": ik.id, "gezag": Gezag.JA}
        werk.add(Relatie(id=hier.plek.new_id(), huishouden_id=hier.huishouden_id, **band))
        werk.commit("test.gezag", hier.huishouden_id)
    for over, gever, onderwerp in ((henk, henk, "geld"), (mia, ik, "kind")):
        velden = {"onderwerp": onderwerp, "ontvanger": "Welzijn Voorbeeld", "grond": "inwoner"}
        delen.deel(hier.plek, hier.huishouden_id, NieuwDelen(over.id, **velden, ja_van=(gever.id,)))
    van_anna = gelezen(rechten.weet_pdf(hier.plek, hier.huishouden_id, ik.id))
    van_henk = gelezen(rechten.weet_pdf(hier.plek, hier.huishouden_id, henk.id))
    assert "(over Mia Voorbeeld)" in van_anna
    assert "geld en schulden" not in van_anna
    assert "geld en schulden" in van_henk
    assert "Mia" not in van_henk
    kiest = "U kiest zelf wat er in uw plan komt."
    assert kiest in van_anna
    van_mia = gelezen(rechten.weet_pdf(hier.plek, hier.huishouden_id, mia.id))
    assert kiest not in van_henk + van_mia, "it is of who asks, and not of each who lives there"


@pytest.mark.eis("RES-08")
def test_the_overview_tells_nobody_who_noticed_what_nor_what_went_out_in_danger(hier: Dossier) -> None:
    henk = erbij(hier, voornamen="Henk", achternaam="Voorbeeld", rol=RolInHuishouden.PARTNER)
    plek, nummer = hier.plek, hier.huishouden_id
    stap = Begin(plek, nummer, hier.melding_id)
    stap.volledig()
    stap.bied_aan(naar=None, team="Veilige Haven", grond="vitaal")
    with plek.store.write() as werk:
        band = {"inwoner_id": anna(hier).id, "ander_naam": "Buurvrouw Proef", "rol": "signaleerder"}
        werk.add(Relatie(id=plek.new_id(), huishouden_id=nummer, **band))
        werk.commit("test.buurvrouw", nummer)
    toezegging.beloof(plek, nummer, NieuweToezegging("Ik zoek een cursus.", aan="Henk"))
    contact.plan_bezoek(plek, nummer, date(2027, 4, 22), time(13))
    van_anna, van_henk = (gelezen(rechten.weet_pdf(plek, nummer, wie)) for wie in (anna(hier).id, henk.id))
    for woord in ("Veilige Haven", "Buurvrouw", "signaleerder"):
        assert woord not in van_anna + van_henk
    assert ("cursus" in van_anna, "cursus" in van_henk) == (False, True)
    assert ("22 april" in van_anna, "22 april" in van_henk) == (True, False)
    papieren = gelezen(rechten.keek_pdf(plek, nummer, henk.id))
    assert "veilig" not in papieren.casefold()
