"""What somebody says to a question for a deskundige: a no that shows wherever one would share, and a yes taken back."""

import unicodedata
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kernnetwerk_app.domain.afzien import Afzien, Waarvan
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.delen import Afspraaksoort, DelenZonderAfspraak, Partner, Partnerafspraak
from kernnetwerk_app.domain.deskundige import (
    DeskundigeNeeIntussen,
    DeskundigeNeeVanAnder,
    DeskundigeVeranderd,
    DeskundigeZonderJa,
    Stand,
)
from kernnetwerk_app.services import afzien, conflict, daad, delen, deskundige, gespreksverslag, onderzoek
from kernnetwerk_app.services.daad import DaadNietTerug
from kernnetwerk_app.services.deskundige import Deskundigenregel, NieuweVraag, Vindt
from kernnetwerk_app.teksten import load
from tests.factories import JORIS, make_werkplek
from tests.services.opzet import Dossier, gelezen
from tests.services.test_delen import anna
from tests.services.test_deskundige import alles, beeld, gevraagd, laatste_daad, neem_terug, vraag
from tests.uitwisseling import wissel_uit


def nog_liever_niet(hier: Dossier) -> list[str | None]:
    with hier.plek.store.read() as lezer:
        return [een.waarover for een in afzien.geldende(hier.plek, lezer, hier.huishouden_id)]


def zie_anders(hier: Dossier) -> None:
    """They say on Rechten that they see all of it differently by now."""
    with hier.plek.store.read() as lezer:
        alle = [(een, lezer.bases(een.id)) for een in afzien.geldende(hier.plek, lezer, hier.huishouden_id)]
    for een, bases in alle:
        afzien.beeindig(hier.plek, een, bases)


def test_a_no_is_kept_as_what_one_would_rather_not_and_a_later_yes_takes_its_place(hier: Dossier) -> None:
    regel = vraag(hier, vindt=Vindt.NEE)
    assert regel.stand is Stand.NEE
    (liever,) = alles(hier, Afzien)
    assert isinstance(liever, Afzien)
    assert (liever.waarvan, liever.waarover, liever.woorden) == (Waarvan.DELEN, "Mia Proef", None)
    vraag(hier, regel, vindt=Vindt.NEE)
    assert len(alles(hier, Afzien)) == 1, "one no is one no"
    regel = vraag(hier, beeld(hier).regels[0], vindt=Vindt.JA)
    assert (regel.stand, regel.ja) == (Stand.MAG, ("mevrouw Voorbeeld-Jansen",))
    (liever,) = alles(hier, Afzien)
    assert isinstance(liever, Afzien)
    assert liever.eind_datum == hier.plek.vandaag


def test_a_no_is_about_this_one_wherever_it_was_written_and_whatever_stands_beside_the_name(hier: Dossier) -> None:
    lang = {"functie": "f" * 290, "organisatie": "o" * 290}
    regel = vraag(hier, naam="Mia Proef", vindt=Vindt.NEE, **lang)
    regel = vraag(hier, regel, naam="mia  proef", vindt=Vindt.NEE, functie="ergotherapeut")
    (liever,) = alles(hier, Afzien)
    assert isinstance(liever, Afzien)
    assert liever.waarover == "Mia Proef", "one no, whatever stands beside the name"
    with hier.plek.store.read() as lezer:
        assert delen.liever_niet(hier.plek, lezer, hier.huishouden_id, anna(hier), "mia proef") == [liever]
    zin = "Mevrouw Voorbeeld-Jansen wil liever niet dat we iets delen met Mia Proef."
    assert deskundige.liever_niet(beeld(hier), anna(hier).id, "Iemand anders", "MIA PROEF") == (zin,)
    lang = {"functie": "f" * 290, "organisatie": None}
    assert vraag(hier, regel, vindt=Vindt.JA, naam="MIA PROEF", **lang).stand is Stand.MAG
    assert nog_liever_niet(hier) == [], "the yes took the place of the no"
    for wie in ("Mia Proef", "Praktijk Proef"):
        velden = {"inwoner_id": anna(hier).id, "waarvan": Waarvan.DELEN, "waarover": wie}
        afzien.leg_vast(hier.plek, hier.huishouden_id, velden)
    vraag(hier, vindt=Vindt.JA, vraag="En welke stoel?")
    assert nog_liever_niet(hier) == ["Praktijk Proef"], "all of where she works is wider than this one question"


def test_a_no_that_two_colleagues_note_is_one_no_of_the_first_day_and_nothing_to_choose_between(
    hier: Dossier, tmp_path: Path
) -> None:
    joris, maandag = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS), hier.plek.vandaag
    ander, regel = replace(hier, plek=joris), vraag(hier)
    wissel_uit(hier.plek, joris)
    vraag(hier, regel, vindt=Vindt.NEE)
    joris.klok.advance(timedelta(days=1))
    vraag(ander, beeld(ander).regels[0], vindt=Vindt.NEE)
    hier.plek.klok.advance(timedelta(days=1))
    wissel_uit(hier.plek, joris)
    for een in (hier, ander):
        with een.plek.store.read() as lezer:
            assert lezer.conflicten() == []
            assert [(nee.waarover, nee.datum) for nee in lezer.find(Afzien)] == [("Mia Proef", maandag)]
    joris.store.close()


@pytest.mark.parametrize("sanne", [Vindt.NOG_NIET, Vindt.JA])
def test_a_no_of_today_outlives_the_end_of_one_that_a_colleague_knew_of(
    hier: Dossier, tmp_path: Path, sanne: Vindt
) -> None:
    joris = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    ander, regel = replace(hier, plek=joris), vraag(hier)
    wissel_uit(hier.plek, joris)
    vraag(hier, vraag(hier, regel, vindt=Vindt.NEE), vindt=sanne)
    joris.klok.advance(timedelta(days=1))
    vraag(ander, beeld(ander).regels[0], vindt=Vindt.NEE)
    hier.plek.klok.advance(timedelta(days=1))
    wissel_uit(hier.plek, joris)
    for een in (hier, ander):
        assert nog_liever_niet(een) == ["Mia Proef"], "the end was of what was said before"
        with een.plek.store.read() as lezer:
            (open_keuze,) = lezer.conflicten()
            gezien = conflict.load(een.plek, lezer, open_keuze.entiteit_id, open_keuze.eenheid)
            teksten = {kant.tekst for kant in gezien.kanten}
            assert "de inwoner wil het nog steeds liever niet" in teksten, "and somebody chooses"
    joris.store.close()


@pytest.mark.eis("RES-15")
@pytest.mark.parametrize("waarover", ["Mia Proef", "Praktijk Proef"])
def test_a_no_that_came_while_a_form_was_open_is_seen_before_anything_goes_on(hier: Dossier, waarover: str) -> None:
    bij = {"organisatie": "Praktijk Proef"}
    afspraak = Partnerafspraak(Afspraaksoort.GEGEVENSDELING, "2027-1", hier.plek.vandaag)
    profiel = replace(hier.plek.profiel, partners=(Partner("Praktijk Proef", (afspraak,)),))
    hier = replace(hier, plek=replace(hier.plek, profiel=profiel))
    gezien, regel = beeld(hier), vraag(hier, **bij)
    open_formulier = beeld(hier)
    velden = {"inwoner_id": anna(hier).id, "waarvan": Waarvan.DELEN, "waarover": waarover}
    afzien.leg_vast(hier.plek, hier.huishouden_id, velden)
    ja = NieuweVraag(anna(hier).id, **_wie_en_wat(regel), vindt=Vindt.JA)
    for van, geladen in ((open_formulier, regel), (gezien, None)):
        with pytest.raises(DeskundigeNeeIntussen):
            deskundige.schrijf(hier.plek, van, ja, geladen)
    assert nog_liever_niet(hier) == [waarover]
    regel = vraag(hier, beeld(hier).regels[0], **bij, vindt=Vindt.JA)
    afzien.leg_vast(hier.plek, hier.huishouden_id, velden)
    with pytest.raises(DeskundigeNeeIntussen):
        deskundige.stel(hier.plek, regel)
    deskundige.stel(hier.plek, beeld(hier).regels[0])
    assert beeld(hier).regels[0].stand is Stand.GEVRAAGD, "it closes no way"


def _wie_en_wat(regel: Deskundigenregel) -> dict[str, str | None]:
    return {veld: getattr(regel.deskundige, veld) for veld in ("naam", "functie", "organisatie", "vraag")}


def test_an_organisation_is_known_however_its_accents_were_typed(hier: Dossier) -> None:
    profiel = replace(hier.plek.profiel, partners=(Partner("Café Proef"),))
    daar = replace(hier, plek=replace(hier.plek, profiel=profiel))
    with pytest.raises(DelenZonderAfspraak):
        vraag(daar, functie=unicodedata.normalize("NFD", "kok bij Café Proef"), vindt=Vindt.JA)


def test_a_no_that_somebody_sees_differently_by_now_is_asked_anew_and_not_written_again(hier: Dossier) -> None:
    regel = vraag(hier, vindt=Vindt.NEE)
    zie_anders(hier)
    (regel,) = beeld(hier).regels
    assert regel.stand is Stand.NOG_VRAGEN
    assert (vraag(hier, regel).stand, nog_liever_niet(hier)) == (Stand.NOG_VRAGEN, [])


def test_a_slip_on_liever_niet_is_put_right_on_the_form_and_can_be_taken_back(hier: Dossier) -> None:
    regel = vraag(hier, vindt=Vindt.NEE)
    regel = vraag(hier, regel, vindt=Vindt.NOG_NIET)
    assert (regel.stand, nog_liever_niet(hier)) == (Stand.NOG_VRAGEN, [])
    daad.neem_terug(hier.plek, laatste_daad(hier).nummer)
    assert (beeld(hier).regels[0].stand, nog_liever_niet(hier)) == (Stand.NEE, ["Mia Proef"])
    vraag(hier, naam="Bo Proef", vindt=Vindt.NEE)
    slip = laatste_daad(hier)
    daad.neem_terug(hier.plek, slip.nummer)
    assert ([een.wie for een in beeld(hier).regels], nog_liever_niet(hier)) == ([regel.wie], ["Mia Proef"])
    daad.herstel(hier.plek, slip.nummer)
    assert nog_liever_niet(hier) == ["Mia Proef", "Bo Proef"]


def test_a_no_to_one_deskundige_stays_when_another_is_asked_and_becomes_nobody_elses(hier: Dossier) -> None:
    regel = vraag(hier, vindt=Vindt.NEE)
    with pytest.raises(DeskundigeNeeVanAnder):
        vraag(hier, regel, naam="Bo Proef", vindt=Vindt.NEE)
    regel = vraag(hier, regel, naam="Bo Proef", vindt=Vindt.NOG_NIET)
    assert (regel.stand, nog_liever_niet(hier)) == (Stand.NOG_VRAGEN, ["Mia Proef"])
    regel = vraag(hier, regel, vindt=Vindt.NOG_NIET)
    assert regel.stand is Stand.NEE, "they still would rather not with Mia"
    regel = vraag(hier, regel, naam="Bo Proef", vindt=Vindt.JA)
    assert (regel.stand, nog_liever_niet(hier)) == (Stand.MAG, ["Mia Proef"])


def test_a_no_and_another_name_that_colleagues_wrote_meanwhile_stay_apart(hier: Dossier, tmp_path: Path) -> None:
    joris = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    ander, regel = replace(hier, plek=joris), vraag(hier)
    wissel_uit(hier.plek, joris)
    vraag(hier, regel, naam="Bo Proef", vindt=Vindt.NEE)
    vraag(ander, beeld(ander).regels[0], vindt=Vindt.NEE)
    wissel_uit(hier.plek, joris)
    for een in (hier, ander):
        assert sorted(filter(None, nog_liever_niet(een))) == ["Bo Proef", "Mia Proef"]
        assert beeld(een).regels[0].stand is Stand.NEE
    vraag(hier, replace(beeld(hier).regels[0], stand=Stand.NOG_VRAGEN), naam="Bo Proef", vraag="En welke stoel?")
    assert len(nog_liever_niet(hier)) == 2, "who mends a letter did not see the no that came meanwhile"
    vraag(hier, beeld(hier).regels[0], naam="Bo Proef", vindt=Vindt.NOG_NIET)
    assert nog_liever_niet(hier) == ["Mia Proef"]
    joris.store.close()


def test_a_no_of_rechten_is_over_with_its_end_and_a_mended_letter_writes_none(hier: Dossier) -> None:
    velden = {"inwoner_id": anna(hier).id, "waarvan": Waarvan.DELEN, "waarover": "Mia Proef"}
    afzien.leg_vast(hier.plek, hier.huishouden_id, velden)
    regel = vraag(hier, vindt=Vindt.NEE)
    assert (regel.stand, len(nog_liever_niet(hier))) == (Stand.NEE, 1)
    regel = vraag(hier, regel, vindt=Vindt.NOG_NIET)
    assert (regel.stand, len(nog_liever_niet(hier))) == (Stand.NEE, 1), "what was said on Rechten was no slip here"
    zie_anders(hier)
    (regel,) = beeld(hier).regels
    assert regel.stand is Stand.NOG_VRAGEN
    regel = vraag(hier, regel, vraag=f"{regel.deskundige.vraag} ")
    assert (regel.stand, nog_liever_niet(hier)) == (Stand.NOG_VRAGEN, [])
    gezien = vraag(hier, regel, vindt=Vindt.NEE)
    zie_anders(hier)
    with pytest.raises(DeskundigeVeranderd):
        vraag(hier, gezien, vraag="En welke stoel?", vindt=Vindt.NEE)
    assert nog_liever_niet(hier) == [], "the form still showed what they do not say any more"
    afzien.leg_vast(hier.plek, hier.huishouden_id, velden)
    regel = vraag(hier, beeld(hier).regels[0], vindt=Vindt.NEE)
    assert (regel.stand, nog_liever_niet(hier)) == (Stand.NEE, ["Mia Proef"])


def test_a_no_to_a_function_stays_one_when_the_municipality_calls_that_otherwise(hier: Dossier) -> None:
    profiel = hier.plek.profiel
    functie, lijst = profiel.deskundigenlijst.keuzes[0], profiel.deskundigenlijst
    vraag(hier, naam=None, functie=functie.sleutel, vindt=Vindt.NEE)
    anders = replace(lijst, keuzes=(replace(functie, label="Iemand die meekijkt"), *lijst.keuzes[1:]))
    lijsten = {**profiel.lijsten, profiel.experts.lijst: anders}
    daar = replace(hier, plek=replace(hier.plek, profiel=replace(profiel, lijsten=lijsten)))
    (regel,) = beeld(daar).regels
    assert (regel.wie, regel.stand) == ("Iemand die meekijkt", Stand.NEE)
    vraag(daar, regel, naam=None, functie=functie.sleutel, vindt=Vindt.JA)
    assert (beeld(daar).regels[0].stand, nog_liever_niet(daar)) == (Stand.MAG, [])
    assert beeld(hier).regels[0].stand is Stand.MAG, "and the yes holds under each name of the function"


def test_a_no_does_not_come_back_beside_a_later_yes(hier: Dossier) -> None:
    regel = vraag(hier)
    regel = vraag(hier, regel, vindt=Vindt.NEE)
    nee = laatste_daad(hier)
    vraag(hier, regel, vindt=Vindt.JA)
    with hier.plek.store.read() as lezer:
        assert next(een for een in daad.load(hier.plek, lezer) if een.nummer == nee.nummer).waarom == "zei_ja"
    assert "bij Rechten" in load("herstel")("waarom.zei_ja"), "and not that a question that is out need not go on"
    with pytest.raises(DaadNietTerug):
        daad.herstel(hier.plek, nee.nummer)
    assert (beeld(hier).regels[0].stand, nog_liever_niet(hier)) == (Stand.MAG, [])


def test_a_yes_that_was_taken_back_holds_the_question_here(hier: Dossier) -> None:
    regel = vraag(hier, vindt=Vindt.JA)
    neem_terug(hier)
    with pytest.raises(DeskundigeZonderJa):
        deskundige.stel(hier.plek, regel)
    assert beeld(hier).regels[0].stand is Stand.NOG_VRAGEN


def test_after_a_yes_was_taken_back_nobody_waits_for_an_answer_and_one_that_comes_says_so(hier: Dossier) -> None:
    gevraagd(hier)
    hier.plek.klok.advance(timedelta(days=9))
    with hier.plek.store.read() as lezer:
        assert deskundige.wachtend(hier.plek, lezer) != []
    neem_terug(hier)
    (regel,) = beeld(hier).regels
    assert (regel.stand, regel.laat, regel.terug_door) == (Stand.JA_TERUG, False, "mevrouw Voorbeeld-Jansen")
    with hier.plek.store.read() as lezer:
        assert deskundige.wachtend(hier.plek, lezer) == []
        assert onderzoek.load(hier.plek, lezer, hier.huishouden_id).wacht_op == ()
    dag = datum_lang(hier.plek.vandaag, jaar=True)
    terug = f"Het ja: mevrouw Voorbeeld-Jansen nam het terug op {dag}"
    papier = gelezen(gespreksverslag.load_pdf(hier.plek, hier.huishouden_id))
    assert f"{terug} Het antwoord: dat is niet meer nodig" in papier
    deskundige.beantwoord(hier.plek, regel, {"antwoord": "Een hoog bed."})
    papier = gelezen(gespreksverslag.load_pdf(hier.plek, hier.huishouden_id))
    assert terug in papier
    assert "Een hoog bed." in papier, "the resident reads what was said of them all the same"
