"""A deskundige in the onderzoek: nothing goes out before a yes, a no stays neutral, and what came back is kept."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kernnetwerk_app.domain.afzien import Afzien
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.delen import Afspraaksoort, DelenZonderAfspraak, Partner, Partnerafspraak
from kernnetwerk_app.domain.deskundige import (
    DeskundigeInToekomst,
    DeskundigeIsVerder,
    DeskundigeNietHier,
    DeskundigeOverAnder,
    DeskundigeVerkeerdeVolgorde,
    DeskundigeZonderAntwoord,
    DeskundigeZonderJa,
    DeskundigeZonderNaam,
    DeskundigeZonderVraag,
    Stand,
)
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.onderzoek import OnderzoekIsAfgerond
from kernnetwerk_app.domain.samenvoeging import Samenvoeging, Soort, samenvoeging_id
from kernnetwerk_app.domain.toestemming import DelenZonderJa, DelenZonderVertegenwoordiger, Toestemming
from kernnetwerk_app.services import (
    avgpakket,
    daad,
    delen,
    deskundige,
    dossier,
    gespreksverslag,
    onderzoek,
    rechten,
    wie_weet_wat,
)
from kernnetwerk_app.services.daad import Daad, DaadNietTerug
from kernnetwerk_app.services.deskundige import DeskundigenBeeld, Deskundigenregel, NieuweVraag, Vindt
from kernnetwerk_app.services.lezers import beslissend
from kernnetwerk_app.services.verhaalitem import VerhaalItem, VerhaalSoort
from tests.services.opzet import Dossier, gelezen
from tests.services.rechten_opzet import erbij
from tests.services.test_delen import anna, kind

VRAAG_AAN_MIA = "Welk bed past bij iemand die slecht opstaat?"


def beeld(hier: Dossier) -> DeskundigenBeeld:
    with hier.plek.store.read() as lezer:
        melding = lezer.get(Melding, hier.melding_id)
        return deskundige.load(hier.plek, lezer, hier.huishouden_id, melding)


def vraag(hier: Dossier, geladen: Deskundigenregel | None = None, **velden: object) -> Deskundigenregel:
    """Ask Mia Proef, an ergotherapeut, about Anna unless something else is said; give what the page shows of it."""
    vast = {"inwoner_id": anna(hier).id, "naam": "Mia Proef", "functie": "ergotherapeut", "vraag": VRAAG_AAN_MIA}
    deskundige.schrijf(hier.plek, beeld(hier), NieuweVraag(**{**vast, **velden}), geladen)  # type: ignore[arg-type]
    return beeld(hier).regels[-1]


def gevraagd(hier: Dossier, **velden: object) -> Deskundigenregel:
    return vraag(hier, vindt=Vindt.JA, gevraagd_datum=hier.plek.vandaag, **velden)


def weet(hier: Dossier) -> str:
    with hier.plek.store.read() as lezer:
        return "\n".join(regel.zin for regel in wie_weet_wat.load(hier.plek, lezer, hier.huishouden_id))


def alles(hier: Dossier, soort: type[Toestemming] | type[Afzien]) -> list[Toestemming] | list[Afzien]:
    with hier.plek.store.read() as lezer:
        return lezer.find(soort, huishouden_id=hier.huishouden_id)


def laatste_daad(hier: Dossier) -> Daad:
    with hier.plek.store.read() as lezer:
        return daad.load(hier.plek, lezer)[0]


def neem_terug(hier: Dossier) -> None:
    """Anna takes back the yes that she gave."""
    (ja,) = alles(hier, Toestemming)
    assert isinstance(ja, Toestemming)
    with hier.plek.store.read() as lezer:
        bases = lezer.bases(ja.id)
    delen.trek_in(hier.plek, ja, bases, anna(hier).id)


def test_nothing_goes_out_before_a_yes_and_nothing_of_the_attempt_stays(hier: Dossier) -> None:
    for vindt in (Vindt.NOG_NIET, Vindt.NEE):
        with pytest.raises(DeskundigeZonderJa):
            vraag(hier, vindt=vindt, gevraagd_datum=hier.plek.vandaag)
    assert (beeld(hier).regels, alles(hier, Toestemming), alles(hier, Afzien)) == ((), [], [])
    regel = vraag(hier)
    with pytest.raises(DeskundigeZonderJa):
        deskundige.stel(hier.plek, regel)
    assert "Mia Proef" not in weet(hier)


def test_the_yes_is_to_this_question_to_this_one_and_to_no_other(hier: Dossier) -> None:
    regel = vraag(hier, vindt=Vindt.JA)
    with pytest.raises(DeskundigeIsVerder):
        vraag(hier, regel, vraag="En wat vindt u van haar man?")
    ander = vraag(hier, vraag="En welke stoel?")
    assert ander.stand is Stand.NOG_VRAGEN, "the same deskundige, and another question"


def test_a_question_about_one_person_never_becomes_one_about_another(hier: Dossier) -> None:
    piet, dubbel = sorted((erbij(hier, voornamen="Piet"), erbij(hier, voornamen="Piet")), key=lambda mens: mens.id)
    regel = vraag(hier, inwoner_id=dubbel.id)
    with pytest.raises(DeskundigeOverAnder):
        vraag(hier, regel, inwoner_id=anna(hier).id)
    with hier.plek.store.write() as werk:
        wie = {"waarvan": Soort.MENS, "blijft_id": piet.id, "gaat_op_id": dubbel.id, "is_dezelfde": True}
        door = {"door_id": hier.plek.medewerker.id, "datum": hier.plek.vandaag}
        werk.add(Samenvoeging(id=samenvoeging_id(piet.id, dubbel.id), **wie, **door))
        werk.commit("test.samen")
    (regel,) = beeld(hier).regels
    assert (regel.over_id, regel.over) == (piet.id, "Piet")
    gesteld = vraag(hier, regel, inwoner_id=piet.id, vindt=Vindt.JA, gevraagd_datum=hier.plek.vandaag)
    assert (gesteld.stand, gesteld.ja) == (Stand.GEVRAAGD, ("Piet",))
    with hier.plek.store.read() as lezer:
        zinnen = wie_weet_wat.load(hier.plek, lezer, hier.huishouden_id)
        assert any("Mia Proef" in een.zin and een.over_id == piet.id for een in zinnen), "it is on Piet's own paper"
    ander = vraag(hier, inwoner_id=piet.id, vraag="En welke stoel?")
    with hier.plek.store.write() as werk:
        werk.change(werk.get(Inwoner, piet.id), vertrokken_datum=hier.plek.vandaag)
        werk.commit("test.vertrek")
    for geladen in (ander, None):
        with pytest.raises(DeskundigeNietHier):
            vraag(hier, geladen, inwoner_id=piet.id, vraag="En welke stoel?", vindt=Vindt.JA)
    assert {een.over for een in beeld(hier).regels} == {"Piet"}


def test_of_a_child_the_parent_says_yes_and_of_who_has_a_curator_the_curator(hier: Dossier) -> None:
    mia = kind(hier, "2020-05-04")
    regel = vraag(hier, inwoner_id=mia.id, vindt=Vindt.JA)
    assert (regel.stand, regel.ja, regel.over) == (Stand.MAG, ("mevrouw Voorbeeld-Jansen",), "Mia Voorbeeld")
    with hier.plek.store.write() as werk:
        rechter = {"aard": Aard.CURATELE, "naam": "de heer Recht", "begin_datum": hier.plek.vandaag}
        werk.add(
            Bijzonderheid(id=hier.plek.new_id(), huishouden_id=hier.huishouden_id, inwoner_id=anna(hier).id, **rechter)
        )
        werk.commit("test.curatele", hier.huishouden_id)
    with pytest.raises(DelenZonderJa):
        vraag(hier, vindt=Vindt.JA)
    with pytest.raises(DelenZonderVertegenwoordiger):
        vraag(hier, vindt=Vindt.JA, ja_van=(anna(hier).id,))
    gevers = beeld(hier).gevers[anna(hier).id]
    namens = next(een.namens for een in gevers if een.namens)
    assert vraag(hier, vindt=Vindt.JA, ja_van=(anna(hier).id,), namens=(namens,)).stand is Stand.MAG


def test_the_form_to_sign_says_which_question_and_about_whom(hier: Dossier) -> None:
    mia = kind(hier, "2020-05-04")
    vraag(hier, vindt=Vindt.JA)
    vraag(hier, inwoner_id=mia.id, vraag="Hoe slaapt zij?\nEn waar?", vindt=Vindt.JA)
    van_anna, van_mia = (gelezen(rechten.formulier_pdf(hier.plek, ja.id)) for ja in alles(hier, Toestemming))
    assert f"De vraag: {VRAAG_AAN_MIA}" in van_anna
    assert "Over: Mia" in van_mia
    assert "De vraag: Hoe slaapt zij? En waar? Met: Mia Proef, ergotherapeut" in van_mia


def verhaal(hier: Dossier) -> list[VerhaalItem]:
    """What the story of the dossier tells of deskundigen, newest first."""
    with hier.plek.store.read() as lezer:
        alle = dossier.load(hier.plek, lezer, hier.huishouden_id).verhaal
    return [item for item in alle if item.soort in (VerhaalSoort.DESKUNDIGE, VerhaalSoort.ANTWOORD)]


@pytest.mark.eis("OND-15")
def test_the_story_tells_what_was_asked_and_what_came_back_each_on_its_day(hier: Dossier) -> None:
    piet = erbij(hier, voornamen="Piet")
    vraag(hier, vindt=Vindt.JA)
    assert verhaal(hier) == [], "nothing went out"
    deskundige.stel(hier.plek, beeld(hier).regels[-1])
    gevraagd(hier, inwoner_id=piet.id, vraag="Slaapt hij?", ja_van=(piet.id,))
    over_piet, over_anna = verhaal(hier)
    assert (over_anna.met, over_anna.tekst) == ("Mia Proef, ergotherapeut", VRAAG_AAN_MIA)
    assert over_anna.erbij == "Met het ja van mevrouw Voorbeeld-Jansen. Er is nog geen antwoord."
    assert (over_anna.onderwerp, over_piet.onderwerp) == ("", "over Piet")
    hier.plek.klok.advance(timedelta(days=2))
    zei = {"antwoord": "Een hoog bed.", "notitie": "Zij klonk somber."}
    deskundige.beantwoord(hier.plek, beeld(hier).regels[0], zei)
    antwoord, _, toen = verhaal(hier)
    assert (antwoord.datum, antwoord.tekst) == (hier.plek.vandaag, "Een hoog bed.")
    assert (antwoord.bron, toen.erbij) == ("Mia Proef, ergotherapeut", "Met het ja van mevrouw Voorbeeld-Jansen.")
    assert "somber" not in repr(verhaal(hier)), "that is for colleagues, and the resident reads over a shoulder"
    deskundige.laat_vervallen(hier.plek, beeld(hier).regels[1])
    assert "Een antwoord hoeft niet meer." in verhaal(hier)[1].erbij


def test_whoever_is_asked_as_somebody_of_an_organisation_needs_its_agreement(hier: Dossier) -> None:
    afspraak = Partnerafspraak(Afspraaksoort.GEGEVENSDELING, "2027-1", hier.plek.vandaag)
    partners = (Partner("Stichting Zonder Afspraak"), Partner("GGZ Proef", (afspraak,)))
    hier = replace(hier, plek=replace(hier.plek, profiel=replace(hier.plek.profiel, partners=partners)))
    for velden in (
        {"organisatie": "stichting zonder afspraak"},
        {"organisatie": "GGZ Proef, locatie Noord"},
        {"naam": "Stichting Zonder Afspraak"},
        {"naam": None, "functie": "stichting zonder afspraak"},
        {"functie": "psycholoog (Stichting Zonder Afspraak)"},
    ):
        with pytest.raises(DelenZonderAfspraak):
            vraag(hier, vindt=Vindt.JA, **velden)
    assert vraag(hier, organisatie="ggz proef", vindt=Vindt.JA).stand is Stand.MAG
    assert vraag(hier, functie="psycholoog bij GGZ Proef", vindt=Vindt.JA).stand is Stand.MAG, (
        "with that one there is one"
    )
    assert vraag(hier, organisatie=None, vindt=Vindt.JA).stand is Stand.MAG, "somebody on their own"
    deskundige.stel(hier.plek, vraag(hier, functie="GGZ Proef", vindt=Vindt.JA))
    gesteld = laatste_daad(hier).nummer
    daad.neem_terug(hier.plek, gesteld)
    zonder = replace(hier.plek, profiel=replace(hier.plek.profiel, partners=(Partner("GGZ Proef"),)))
    with pytest.raises(DelenZonderAfspraak):
        daad.herstel(zonder, gesteld)


def test_what_says_nothing_or_comes_in_the_wrong_order_is_refused(hier: Dossier) -> None:
    with pytest.raises(DeskundigeZonderNaam):
        vraag(hier, naam=None, functie=" ")
    with pytest.raises(DeskundigeZonderVraag):
        vraag(hier, vraag="\n ")
    dag = timedelta(days=1)
    regel = vraag(hier, naam=None, functie="huisarts", vindt=Vindt.JA)
    assert regel.wie == "huisarts", "a function alone will do"
    with pytest.raises(DeskundigeInToekomst):
        deskundige.stel(hier.plek, regel, hier.plek.vandaag + dag)
    with pytest.raises(DeskundigeVerkeerdeVolgorde):
        deskundige.stel(hier.plek, regel, hier.plek.vandaag - dag)
    deskundige.stel(hier.plek, regel)
    (regel,) = beeld(hier).regels
    for velden, fout in (
        ({"antwoord": " "}, DeskundigeZonderAntwoord),
        ({"antwoord": "Ja.", "antwoord_datum": hier.plek.vandaag + dag}, DeskundigeInToekomst),
        ({"antwoord": "Ja.", "antwoord_datum": hier.plek.vandaag - dag}, DeskundigeVerkeerdeVolgorde),
    ):
        with pytest.raises(fout):
            deskundige.beantwoord(hier.plek, regel, velden)
    assert beeld(hier).regels[0].stand is Stand.GEVRAAGD


def test_what_came_back_can_be_put_right_and_taken_back_and_the_log_keeps_it(hier: Dossier) -> None:
    regel = gevraagd(hier)
    deskundige.beantwoord(hier.plek, regel, {"antwoord": "Een hoog bed.", "notitie": "Belt liever niet."})
    with hier.plek.store.read() as lezer:
        (ja,) = lezer.find(Toestemming, deskundige_id=regel.deskundige.id)
        (laatste, *_) = daad.load(hier.plek, lezer)
    assert (ja.eind_datum, laatste.naam) == (hier.plek.vandaag, "deskundige.beantwoord")
    daad.neem_terug(hier.plek, laatste.nummer)
    (regel,) = beeld(hier).regels
    assert (regel.stand, regel.deskundige.antwoord, regel.deskundige.notitie) == (Stand.GEVRAAGD, None, None)
    daad.herstel(hier.plek, laatste.nummer)
    (regel,) = beeld(hier).regels
    assert regel.deskundige.antwoord == "Een hoog bed."
    deskundige.beantwoord(hier.plek, regel, {"antwoord": "Een hoog bed met een papegaai."})
    with hier.plek.store.read() as lezer:
        waarden = [op.waarde for op in lezer.geschiedenis(regel.deskundige.id, 7)]
    assert sum(b"Een hoog bed" in waarde for waarde in waarden) >= 2, "what stood there before is still in the log"


def test_no_act_is_taken_back_from_under_what_was_said_of_it_since(hier: Dossier) -> None:
    regel = vraag(hier)
    geschreven = laatste_daad(hier)
    vraag(hier, regel, vindt=Vindt.JA)
    with pytest.raises(DaadNietTerug):
        daad.neem_terug(hier.plek, geschreven.nummer)
    with hier.plek.store.read() as lezer:
        assert [een.waarom for een in daad.load(hier.plek, lezer) if een.nummer == geschreven.nummer] == ["ja"]
    assert beeld(hier).regels[0].stand is Stand.MAG, "the question that somebody said yes to is still there"
    deskundige.stel(hier.plek, beeld(hier).regels[0])
    gesteld = laatste_daad(hier)
    deskundige.beantwoord(hier.plek, beeld(hier).regels[0], {"antwoord": "Een hoog bed."})
    beantwoord = laatste_daad(hier)
    with pytest.raises(DaadNietTerug):
        daad.neem_terug(hier.plek, gesteld.nummer)
    assert "Een hoog bed." in gelezen(gespreksverslag.load_pdf(hier.plek, hier.huishouden_id))
    daad.neem_terug(hier.plek, beantwoord.nummer)
    daad.neem_terug(hier.plek, gesteld.nummer)
    with pytest.raises(DeskundigeVerkeerdeVolgorde):
        daad.herstel(hier.plek, beantwoord.nummer)
    neem_terug(hier)
    with pytest.raises(DeskundigeZonderJa):
        daad.herstel(hier.plek, gesteld.nummer)
    assert beeld(hier).regels[0].stand is Stand.NOG_VRAGEN


def test_once_the_onderzoek_is_closed_nothing_goes_out_and_nobody_waits_and_an_answer_is_still_taken_in(
    hier: Dossier,
) -> None:
    mag, gesteld = vraag(hier, vindt=Vindt.JA), gevraagd(hier, vraag="En welke stoel?")
    hier.plek.klok.advance(timedelta(days=9))
    with hier.plek.store.read() as lezer:
        assert [een.id for een in deskundige.wachtend(hier.plek, lezer)] == [gesteld.deskundige.id]
        van = onderzoek.load(hier.plek, lezer, hier.huishouden_id)
    gedaan = vraag(hier, vindt=Vindt.JA, vraag="En welke lamp?")
    deskundige.stel(hier.plek, gedaan)
    daad.neem_terug(hier.plek, (terug := laatste_daad(hier)).nummer)
    onderzoek.rond_af(hier.plek, van, reden="Genoeg voor het plan.")
    with pytest.raises(DaadNietTerug):
        daad.herstel(hier.plek, terug.nummer)
    with pytest.raises(OnderzoekIsAfgerond):
        deskundige.stel(hier.plek, mag)
    with hier.plek.store.read() as lezer:
        assert deskundige.wachtend(hier.plek, lezer) == []
    deskundige.beantwoord(hier.plek, gesteld, {"antwoord": "Een hoge stoel."})
    assert [een.stand for een in beeld(hier).regels] == [Stand.MAG, Stand.BEANTWOORD, Stand.MAG]


def test_what_need_not_be_asked_any_more_is_over_with_its_yes(hier: Dossier) -> None:
    ongevraagd, gesteld = vraag(hier, vindt=Vindt.JA), gevraagd(hier, vraag="En welke stoel?")
    for regel in (ongevraagd, gesteld):
        deskundige.laat_vervallen(hier.plek, regel)
    (over,) = beeld(hier).regels
    assert (over.deskundige.vraag, over.stand) == ("En welke stoel?", Stand.VERVALLEN), "it went out: that stays"
    assert {een.eind_datum for een in alles(hier, Toestemming) if isinstance(een, Toestemming)} == {hier.plek.vandaag}
    with pytest.raises(DeskundigeIsVerder):
        deskundige.stel(hier.plek, ongevraagd)


def test_a_question_about_a_child_stands_on_the_verslag_of_the_parent_and_one_about_a_partner_does_not(
    hier: Dossier,
) -> None:
    mia, groot = kind(hier, "2020-05-04"), kind(hier, "1990-01-01", gezag=False)
    gevraagd(hier, inwoner_id=mia.id, vraag="Waarom slaapt een kind zo slecht?")
    gevraagd(hier, inwoner_id=groot.id, vraag="Een vraag over een ander.")
    with hier.plek.store.read() as lezer:
        melding = lezer.get(Melding, hier.melding_id)
        aan = beslissend(hier.plek, lezer, hier.huishouden_id, melding)[0]
        verslag = gespreksverslag.build(hier.plek, lezer, hier.huishouden_id, hier.melding_id, aan)
    woorden = " ".join(f"{lead} {tekst}" for lead, tekst in verslag.meegedacht)
    assert "Mia Proef, ergotherapeut, over Mia Voorbeeld" in woorden
    assert "Waarom slaapt een kind zo slecht?" in woorden
    assert "Een vraag over een ander." not in woorden


def test_old_words_about_who_looked_along_stay_on_the_verslag_and_the_note_for_colleagues_is_on_no_paper(
    hier: Dossier,
) -> None:
    with hier.plek.store.read() as lezer:
        van = onderzoek.load(hier.plek, lezer, hier.huishouden_id)
    onderzoek.schrijf(hier.plek, van, {"deskundigen": "Bea Voorbeeld, wijkverpleegkundige"})
    deskundige.beantwoord(
        hier.plek, gevraagd(hier), {"antwoord": "Een hoog bed.", "notitie": "Alleen voor ons bestemd."}
    )
    papier = gelezen(gespreksverslag.load_pdf(hier.plek, hier.huishouden_id))
    assert "Bea Voorbeeld, wijkverpleegkundige" in papier
    for zin in (VRAAG_AAN_MIA, "met een ja van mevrouw Voorbeeld-Jansen", "Een hoog bed."):
        assert zin in papier
    assert "Alleen voor ons bestemd." not in papier
    with hier.plek.store.read() as lezer:
        delen_ = avgpakket.build(hier.plek, lezer, hier.huishouden_id, anna(hier))
    (deel,) = [een for een in delen_ if een.kop == "Wat we een deskundige vroegen"]
    assert {"naam van de deskundige", "wat wij vroegen", "wat de deskundige zei"} <= {r.label for r in deel.regels}
