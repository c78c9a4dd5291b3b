"""The same answers by life domain and by side of life, with goals and scores: views, and nothing is asked twice."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kernnetwerk_app.domain.asstand import assleutel
from kernnetwerk_app.domain.base import VoorWie, mag_veld
from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.plan import Doel, Wie
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.domain.score import Score, ScoreInToekomst, ScoreVoorGeboorte, ScoreZonderReden, Trend, Volgens
from kernnetwerk_app.domain.werkwijze import Lens
from kernnetwerk_app.services import kijkrichting, mensen, ondertekening, plan, score, stukken
from kernnetwerk_app.services.gezegd import persoonssleutel
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.kijkrichting import KijkBeeld, Vak
from kernnetwerk_app.services.score import NieuweScore, Verloop
from kernnetwerk_app.services.vraagverheldering import put_answer
from tests.services.opzet import Dossier, gelezen
from tests.services.stukken_opzet import lezers, papieren, tekst_van

GOED, WENS = "Karin belt elke avond.", "Weer naar de biljartclub."


def beeld(hier: Dossier) -> KijkBeeld:
    with hier.plek.store.read() as lezer:
        return kijkrichting.load(hier.plek, lezer, hier.huishouden_id)


def vak(hier: Dossier, sleutel: str, lens: Lens = Lens.LEEFGEBIEDEN) -> Vak:
    return next(een for een in beeld(hier).vakken[lens] if een.sleutel == sleutel)


def anna(hier: Dossier) -> Inwoner:
    with hier.plek.store.read() as lezer:
        return lezer.find(Inwoner, huishouden_id=hier.huishouden_id)[0]


def geef(hier: Dossier, stand: str, sleutel: str = "sociaal_netwerk", dagen: int = 0, reden: str = "Terug") -> None:
    """A score of Anna, so many days before today."""
    lens = Lens.LEEFGEBIEDEN if "_" in sleutel else Lens.ASSEN
    dag = hier.plek.vandaag - timedelta(days=dagen)
    score.geef(hier.plek, hier.huishouden_id, NieuweScore(anna(hier).id, (lens, sleutel), stand, reden, datum=dag))


def verloop(hier: Dossier, sleutel: str = "sociaal_netwerk", lens: Lens = Lens.LEEFGEBIEDEN) -> Verloop:
    (een,) = vak(hier, sleutel, lens).verlopen
    return een


def vul_beeld(hier: Dossier) -> None:
    """Answers, a goal with a life domain, and a score that was given twice."""
    hier.typ("sociaal_netwerk.goed", GOED)
    hier.typ("sociaal_netwerk.wens", WENS)
    hier.stand("justitie", LeefgebiedStatus.NIET_AAN_DE_ORDE, "Speelt niet")
    hier.doel("Ik wil elke week weer een keer de deur uit.")
    geef(hier, "lukt_deels", dagen=90)
    geef(hier, "lukt_meestal")


@pytest.mark.eis("OND-03", "OND-05")
def test_what_was_told_once_stands_by_life_domain_and_by_side_of_life(hier: Dossier) -> None:
    hier.typ("sociaal_netwerk.wens", WENS)
    hier.typ("sociaal_netwerk.goed", GOED)
    assert [een.woorden for een in vak(hier, "sociaal_netwerk").gezegd] == [GOED, WENS], "what goes well first"
    erbij = vak(hier, "erbij", Lens.ASSEN)
    assert [(een.gebied, een.woorden) for een in erbij.gezegd] == [("Sociaal netwerk", GOED), ("Sociaal netwerk", WENS)]
    hier.typ("participatie.goed", "Ik zing in het koor.")
    assert [een.gebied for een in vak(hier, "erbij", Lens.ASSEN).gezegd][-1] == "Maatschappelijke participatie"
    hier.typ("sociaal_netwerk.wens", "Weer biljarten.")
    for sleutel, lens in (("sociaal_netwerk", Lens.LEEFGEBIEDEN), ("erbij", Lens.ASSEN)):
        assert vak(hier, sleutel, lens).gezegd[1].woorden == "Weer biljarten.", "one answer, two views"


@pytest.mark.eis("OND-03")
def test_the_life_domains_are_those_of_the_list_with_the_goals_and_who_does_what(hier: Dossier) -> None:
    assert [een.naam for een in beeld(hier).vakken[Lens.LEEFGEBIEDEN]] == [
        gebied.naam for gebied in hier.plek.profiel.leefgebieden.leefgebieden
    ]
    doel_id = hier.doel()
    plan.add_afspraak(hier.plek, doel_id, "Karin belt elke avond.")
    los = beeld(hier).vakken[Lens.LEEFGEBIEDEN][-1]
    assert (los.sleutel, [een.doel.id for een in los.voornemens]) == ("", [doel_id]), "nothing gets lost"
    doel = los.voornemens[0].doel
    kijkrichting.leg_bij(hier.plek, doel, "sociaal_netwerk", beeld(hier).bases[doel.id])
    (voornemen,) = vak(hier, "sociaal_netwerk").voornemens
    assert [regel.tekst for regel in voornemen.afspraken] == ["Karin belt elke avond."]
    assert vak(hier, "erbij", Lens.ASSEN).voornemens == (voornemen,)
    assert all(een.sleutel for een in beeld(hier).vakken[Lens.LEEFGEBIEDEN])


@pytest.mark.eis("OND-05")
def test_a_life_domain_that_a_municipality_added_is_in_sight_by_the_other_lens_too(hier: Dossier) -> None:
    assen = hier.plek.profiel.assen
    minder = replace(assen, assen=tuple(replace(een, gebieden=("huisvesting",)) for een in assen.assen))
    elders = replace(hier, plek=replace(hier.plek, profiel=replace(hier.plek.profiel, assen=minder)))
    hier.typ("sociaal_netwerk.goed", GOED)
    over = beeld(elders).vakken[Lens.ASSEN][-1]
    assert (over.sleutel, [een.woorden for een in over.gezegd]) == ("", [GOED])


@pytest.mark.eis("OND-05")
def test_a_municipality_without_the_second_lens_has_only_the_life_domains(hier: Dossier) -> None:
    kaal = replace(hier.plek.profiel, instrumenten=())
    zonder = replace(hier, plek=replace(hier.plek, profiel=kaal))
    assert [(een.lens, een.naam) for een in beeld(zonder).kijkrichtingen] == [(Lens.LEEFGEBIEDEN, "Leefgebieden")]
    assert set(beeld(zonder).vakken) == {Lens.LEEFGEBIEDEN}


@pytest.mark.eis("OND-04")
def test_a_score_is_given_only_with_why_and_again_later_it_shows_how_it_goes(hier: Dossier) -> None:
    assert all(not een.verlopen for een in beeld(hier).vakken[Lens.LEEFGEBIEDEN]), "no score by default"
    with pytest.raises(ScoreZonderReden):
        geef(hier, "lukt", reden="  ")
    with pytest.raises(ScoreInToekomst):
        geef(hier, "lukt", dagen=-1)
    with hier.plek.store.write() as werk:
        werk.change(hoofdpersoon(werk, hier.huishouden_id), geboortedatum="1950-00-00")
        werk.commit("test.geboren", hier.huishouden_id)
    with pytest.raises(ScoreVoorGeboorte):
        geef(hier, "lukt", dagen=127 * 365)
    geef(hier, "lukt_deels", dagen=90)
    assert verloop(hier).trend is Trend.EERSTE
    for stand, verwacht in (("lukt_meestal", Trend.HOGER), ("lukt_meestal", Trend.GELIJK), ("hulp_nu", Trend.LAGER)):
        dagen = {Trend.HOGER: 60, Trend.GELIJK: 30, Trend.LAGER: 0}[verwacht]
        geef(hier, stand, dagen=dagen)
        assert verloop(hier).trend is verwacht
    assert list(verloop(hier).momenten.values()) == ["T0", "T1", "T2", "T3"]
    assert verloop(hier).scores[-1].stand == "hulp is nu nodig"
    assert verloop(hier).scores[-1].volgens is Volgens.PROFESSIONAL


@pytest.mark.eis("OND-04")
def test_a_newer_scale_changes_nothing_of_what_was_scored_and_is_not_compared_with_it(hier: Dossier) -> None:
    geef(hier, "lukt_deels", dagen=90)
    lijst = hier.plek.profiel.lijst("scoreschaal")
    eigen = replace(lijst, versie=2, keuzes=tuple(replace(k, label=f"{k.label} (2)") for k in lijst.keuzes))
    lijsten = {**hier.plek.profiel.lijsten, "scoreschaal": eigen}
    later = replace(hier, plek=replace(hier.plek, profiel=replace(hier.plek.profiel, lijsten=lijsten)))
    geef(later, "lukt")
    assert [een.stand for een in verloop(later).scores] == ["het lukt voor een deel", "het lukt (2)"]
    assert verloop(later).trend is Trend.ANDERE_SCHAAL


@pytest.mark.eis("OND-04")
def test_a_score_that_should_not_have_been_given_is_taken_back(hier: Dossier) -> None:
    geef(hier, "lukt_deels", dagen=90)
    geef(hier, "lukt")
    laatste = verloop(hier).scores[-1]
    score.neem_terug(hier.plek, laatste, beeld(hier).bases[laatste.id])
    assert [een.stand for een in verloop(hier).scores] == ["het lukt voor een deel"]


@pytest.mark.eis("OND-04")
def test_a_side_of_life_has_its_own_places_and_nothing_of_all_six_together(hier: Dossier) -> None:
    geef(hier, "redelijk", "lijf")
    geef(hier, "moeilijk", "erbij")
    assert verloop(hier, "lijf", Lens.ASSEN).scores[0].stand == "het gaat best"
    assert len([een for een in beeld(hier).vakken[Lens.ASSEN] if een.verlopen]) == 2


@pytest.mark.eis("OND-04")
def test_nobody_else_ever_sees_a_score(hier: Dossier) -> None:
    """Neither who it is about on a turned screen, nor anybody on the paper that is signed, nor who searches."""
    assert not any(mag_veld(wie, Score, "stand") for wie in (VoorWie.TAFEL, VoorWie.PERSOON))
    vul_beeld(hier)
    hier.versie()
    papier = gelezen(ondertekening.load_versie_pdf(hier.plek, hier.versie().id))
    standen = [een.stand for een in verloop(hier).scores]
    assert standen
    assert not any(stand in papier for stand in standen)
    with hier.plek.store.read() as lezer:
        assert lezer.zoek("meestal") == []
        assert lezer.find(Doel, huishouden_id=hier.huishouden_id)


@pytest.mark.eis("OND-03", "OND-04")
def test_on_paper_it_is_by_life_domain_without_scores_and_without_what_was_told_apart(hier: Dossier) -> None:
    vul_beeld(hier)
    henk = Inwoner(
        id=hier.plek.new_id(), huishouden_id=hier.huishouden_id, voornamen="Henk", rol=RolInHuishouden.PARTNER
    )
    with hier.plek.store.write() as werk:
        werk.add(henk)
        werk.commit("test.partner")
    hier.typ(persoonssleutel("sociaal_netwerk.lastig", henk.id), "Ik ben moe.")
    plan.add_afspraak(hier.plek, beeld(hier).vakken[Lens.LEEFGEBIEDEN][-1].voornemens[0].doel.id, "Karin rijdt.")
    plan.add_afspraak(hier.plek, hier.doel(), "Zus Riet belt elke avond.", Wie.NETWERK, "Zus Riet")
    for lens, kop in ((Lens.LEEFGEBIEDEN, "Sociaal netwerk"), (Lens.ASSEN, "Erbij horen")):
        papier = gelezen(kijkrichting.load_pdf(hier.plek, hier.huishouden_id, lens))
        for woorden in (kop, GOED, WENS, "Ik wil elke week weer een keer de deur uit.", "Karin rijdt."):
            assert woorden in papier
        assert "Zus Riet belt elke avond." in papier
        for woorden in ("Zus Riet:", "Ik ben moe.", "lukt", "T0", "Positieve Gezondheid", "Zelfredzaamheid"):
            assert woorden not in papier


@pytest.mark.eis("OND-05")
def test_on_paper_a_life_domain_of_two_sides_is_told_of_once_and_only_the_reader_reads_what_they_set(
    hier: Dossier,
) -> None:
    """Also of a side of which nothing else was told; what they set another day stands beside it."""
    hier.typ("gezin_en_opvoeding.goed", "Wij lachen veel.")
    hier.doel()
    doel = beeld(hier).vakken[Lens.ASSEN][-1].voornemens[0].doel
    kijkrichting.leg_bij(hier.plek, doel, "gezin_en_opvoeding", beeld(hier).bases[doel.id])
    mensen.leg_vast(
        hier.plek,
        Inwoner,
        hier.huishouden_id,
        {"voornamen": "Henk", "achternaam": "Proef", "rol": RolInHuishouden.PARTNER},
    )
    plek, vandaag = hier.plek, hier.plek.vandaag
    with plek.store.write() as werk:
        (henk,) = werk.find(Inwoner, voornamen="Henk")
        for een, dag, wie, stand in (
            ("gevoel", vandaag, anna(hier), "moeilijk"),
            ("gevoel", vandaag - timedelta(days=30), anna(hier), "niet"),
            ("plezier", vandaag, henk, "wisselend"),
        ):
            sleutel = persoonssleutel(assleutel(een, dag), wie.id)
            put_answer(plek, werk, hier.huishouden_id, hier.gesprek_id, sleutel, stand)
        werk.commit("proef", hier.huishouden_id)
    blad = tekst_van(hier, Stuksoort.GESPREK_ASSEN)
    assert (blad.count("Wij lachen veel."), blad.count(doel.tekst)) == (1, 1)
    assert "Erbij horen Gezin en opvoeding Dit staat al bij “Wat ertoe doet”." in blad
    assert (
        "Mijn gevoel Hoe voel ik me? Op zondag 21 maart 2027 koos u: het gaat echt niet. "
        "Op dinsdag 20 april 2027 koos u: het gaat moeilijk."
    ) in blad
    assert not [woorden for woorden in ("Plezier", "ups en downs") if woorden in blad], "that is Henk's"
    assert "koos u" not in tekst_van(hier, Stuksoort.GESPREK_LEEFGEBIEDEN)


def test_help_that_nobody_decided_on_yet_is_not_told_as_if_it_comes(hier: Dossier) -> None:
    plan.add_afspraak(hier.plek, hier.doel(), "Hulp in huis helpt mij.", Wie.PROFESSIONAL)
    hier.wijzig(hier.plan().doelen[0].afspraken[0], wet="wmo")
    blad = tekst_van(hier, Stuksoort.GESPREK_LEEFGEBIEDEN)
    assert "Hulp in huis helpt mij. (na het besluit van de gemeente)" in blad


def test_who_decides_gets_it_addressed_to_them_and_nobody_who_only_lives_there(hier: Dossier) -> None:
    vul_beeld(hier)
    plan.add_afspraak(hier.plek, hier.doel(), "Ik bel de eettafel.", Wie.INWONER)
    stuk = papieren(hier)[Stuksoort.GESPREK_LEEFGEBIEDEN].stuk
    assert "Dit papier is van u." in tekst_van(hier, Stuksoort.GESPREK_LEEFGEBIEDEN)
    curatele = {"inwoner_id": anna(hier).id, "aard": Aard.CURATELE, "naam": "Piet Proef"}
    feiten = {**curatele, "begin_datum": hier.plek.vandaag, "bron": "uitspraak"}
    mensen.leg_vast(hier.plek, Bijzonderheid, hier.huishouden_id, feiten)
    henk = {"voornamen": "Henk", "achternaam": "Proef", "rol": RolInHuishouden.PARTNER}
    mensen.leg_vast(hier.plek, Inwoner, hier.huishouden_id, henk)
    assert [wie.naam for wie in lezers(hier, stuk)] == ["Piet Proef, curator", "mevrouw Voorbeeld-Jansen"]
    voor_piet, voor_anna = (tekst_van(hier, Stuksoort.GESPREK_LEEFGEBIEDEN, nummer) for nummer in (0, 1))
    for woorden in ("Aan Piet Proef, curator Voor mevrouw", "Wat mevrouw Voorbeeld-Jansen wil", "door of voor mevrouw"):
        assert woorden in voor_piet
    assert not [woorden for woorden in ("Ik zelf", "u ons vertelde", "van u.") if woorden in voor_piet]
    assert "Ik zelf" in voor_anna
    assert GOED in voor_piet
    plek = replace(hier.plek, profiel=replace(hier.plek.profiel, instrumenten=()))
    with plek.store.read() as lezer:
        assert stukken.lezers(plek, lezer, Stuk(Stuksoort.GESPREK_ASSEN, hier.huishouden_id)) == ()


def test_of_a_child_the_parents_who_decide_get_what_was_told(hier: Dossier) -> None:
    hier.typ("sociaal_netwerk.goed", GOED)
    ouder = {"voornamen": "Olga", "achternaam": "Ouder", "rol": RolInHuishouden.OUDER}
    mensen.leg_vast(hier.plek, Inwoner, hier.huishouden_id, ouder)
    with hier.plek.store.write() as werk:
        kind = hoofdpersoon(werk, hier.huishouden_id)
        werk.change(kind, geboortedatum="2018-01-31")
        (olga,) = werk.find(Inwoner, voornamen="Olga")
        werk.commit("proef", hier.huishouden_id)
    gezag = {"inwoner_id": kind.id, "ander_id": olga.id, "relatie": "ouder", "gezag": Gezag.JA}
    mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, gezag)
    assert [wie.naam for wie in lezers(hier, papieren(hier)[Stuksoort.GESPREK_ASSEN].stuk)] == ["Olga Ouder"]
    assert "Aan Olga Ouder" in tekst_van(hier, Stuksoort.GESPREK_ASSEN)
