"""Who speaks up for a resident gets what was agreed and nothing else, for as long as it was agreed (NET-17)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kernnetwerk_app.domain.afzien import Waarvan
from kernnetwerk_app.domain.bezorging import NietMeerVoorLezer, Stuk, Stuksoort
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.mantelzorg import Delen
from kernnetwerk_app.domain.onderzoek import ASPECTEN, INVENTARIS
from kernnetwerk_app.domain.papiervorm import GEWOON
from kernnetwerk_app.domain.profielwaarde import Woord
from kernnetwerk_app.domain.relatie import FORMEEL, MANTELZORG, VRIJWILLIG, Gezag, Relatie
from kernnetwerk_app.domain.toestemming import Aan
from kernnetwerk_app.domain.vertrouwen import Vertrouwensrecht
from kernnetwerk_app.services import (
    afzien,
    bezorging,
    contact,
    delen,
    mantelzorg,
    mensen,
    planmaker,
    stukken,
    verstrekking,
    wie_weet_wat,
)
from kernnetwerk_app.services.bijlage import Mee
from kernnetwerk_app.services.delen import NieuwDelen
from kernnetwerk_app.services.lezers import Lezend
from tests.services.kindplan_opzet import TweeHuizen
from tests.services.opzet import Dossier, gelezen
from tests.services.rechten_opzet import anna, erbij
from tests.services.stukken_opzet import lezers, papieren, vul
from tests.services.test_aanvraagbrief import lang_geleden
from tests.services.test_bezorging import gegeven_op, wacht
from tests.services.test_onderzoek import kies, schrijf

pytestmark = pytest.mark.usefixtures("qapp")
BEP = "Bep de Wit"
LEEST_ZIJ = "Bep de Wit leest het plan mee."
LEEST, VERSLAG, AFSPRAKEN = "leest_mee", "leest_verslag", "krijgt_afspraken"


def bep(hier: Dossier, *rechten: str, **velden: Any) -> Relatie:
    """Tante Bep stands beside the resident, with these rights."""
    gezegd = {"vertrouwensrechten": " ".join(rechten) or None, "vertrouwen_datum": hier.plek.vandaag}
    basis = {"inwoner_id": anna(hier).id, "ander_naam": BEP, "telefoon": "0611223344"}
    mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, basis | gezegd | velden)
    with hier.plek.store.read() as lezer:
        return lezer.find(Relatie, huishouden_id=hier.huishouden_id, ander_naam=velden.get("ander_naam", BEP))[-1]


def wordt(hier: Dossier, relatie: Relatie, **velden: Any) -> None:
    with hier.plek.store.write() as werk:
        werk.change(werk.get(Relatie, relatie.id), **velden)
        werk.commit("test.afspraak", hier.huishouden_id)


def wel(hier: Dossier, naam: str = BEP) -> dict[Stuksoort, Lezend]:
    """Each paper that goes to this one today."""
    met = ((een.stuk.soort, wie) for een in papieren(hier).values() for wie in lezers(hier, een.stuk))
    return {soort: wie for soort, wie in met if naam in wie.naam}


def haar(hier: Dossier, soort: Stuksoort) -> str:
    """The words of this paper as she gets it."""
    return gelezen(stukken.maak(hier.plek, papieren(hier)[soort].stuk, wel(hier)[soort], frozenset()))


def niet(hier: Dossier, soort: Stuksoort) -> str:
    """Why this paper does not go to her, in the words of the page."""
    with hier.plek.store.read() as lezer:
        return " ".join(wie.waarom_niet for wie in stukken.nog_niet(hier.plek, lezer, papieren(hier)[soort].stuk))


def weet(hier: Dossier) -> list[str]:
    with hier.plek.store.read() as lezer:
        return [een.zin for een in wie_weet_wat.load(hier.plek, lezer, hier.huishouden_id)]


@pytest.mark.eis("NET-17")
def test_she_gets_what_was_agreed_and_of_all_else_it_is_said_who_can_say_yes(hier: Dossier) -> None:
    vul(hier)
    hier.versie()
    contact.plan_bezoek(hier.plek, hier.huishouden_id, hier.plek.vandaag)
    with hier.plek.store.read() as lezer:
        zorger = next(m for m in mantelzorg.load(hier.plek, lezer, hier.huishouden_id).mantelzorgers)
    relatie = bep(hier)
    assert (wel(hier), niet(hier, Stuksoort.PLAN)) == ({}, ""), "as long as nothing is agreed she is none"
    wordt(hier, relatie, vertrouwensrechten=LEEST)
    assert set(wel(hier)) == {Stuksoort.PLAN, Stuksoort.CONCEPT, Stuksoort.GIDS}
    lezend = wel(hier)[Stuksoort.PLAN]
    assert (lezend.naam, lezend.kort) == ("Bep de Wit, vertrouwenspersoon", "vertrouwenspersoon, B. D. W.")
    assert "Ik wil elke week weer een keer de deur uit." in haar(hier, Stuksoort.PLAN)
    zin = niet(hier, Stuksoort.VERSLAG)
    assert zin.startswith(
        "Bep de Wit krijgt dit papier nog niet. Dit is niet afgesproken: leest het verslag van het gesprek."
    )
    assert "Wie er ja op kan zeggen: mevrouw Voorbeeld-Jansen." in zin
    assert "Op dit papier staan ook anderen." in niet(hier, Stuksoort.NETWERK)
    assert niet(hier, Stuksoort.MANTELZORG) == "", "whose story it is, is asked by name"
    wordt(hier, relatie, vertrouwensrechten=f"{VERSLAG} {AFSPRAKEN}")
    verslag = haar(hier, Stuksoort.VERSLAG)
    assert "Aan Bep de Wit, vertrouwenspersoon Dit gaat over mevrouw Voorbeeld-Jansen" in verslag
    tafel = {Stuksoort.AFSPRAKEN, Stuksoort.WIE_IS_WIE, Stuksoort.CONTACTKAART}
    assert set(wel(hier)) == {Stuksoort.VERSLAG, Stuksoort.STAPPENKAART, Stuksoort.AFSPRAAK, *tafel}
    kaart = haar(hier, Stuksoort.WIE_IS_WIE)
    assert "Sanne Modelman" in kaart
    assert "Buurman Klaas" not in kaart, "who stands around the resident is not hers to read"
    assert "Aan Bep de Wit, vertrouwenspersoon" in haar(hier, Stuksoort.AFSPRAAK)
    # The story of a mantelzorger is not the resident's to give.
    wordt(hier, relatie, vertrouwensrechten=LEEST)
    mantelzorg.schrijf(hier.plek, zorger, {"inwoner_mag_zien": True})
    assert set(wel(hier)) == {Stuksoort.PLAN, Stuksoort.GIDS}, "the version was frozen before it told of her"
    assert "Zij moeten ook ja zeggen voordat Bep de Wit het krijgt: Karin Voorbeeld." in niet(hier, Stuksoort.CONCEPT)
    with hier.plek.store.read() as lezer:
        zorger = next(m for m in mantelzorg.load(hier.plek, lezer, hier.huishouden_id).mantelzorgers)
    mantelzorg.schrijf(hier.plek, zorger, {"delen": Delen.JA})
    assert Stuksoort.CONCEPT in wel(hier)


@pytest.mark.eis("NET-17")
def test_what_was_taken_back_or_ended_stops_at_once_also_of_what_waits(hier: Dossier) -> None:
    hier.doel()
    versie = hier.versie()
    relatie = bep(hier, LEEST, "belt")
    stuk = Stuk(Stuksoort.PLAN, hier.huishouden_id, versie.id)
    lezend = wel(hier)[Stuksoort.PLAN]
    bezorging.zet_klaar(hier.plek, stuk, lezend, {})
    papier = stukken.papier(hier.plek, stuk, lezend.sleutel)
    papier.check_lezer(lezend)
    for velden in (
        {"vertrouwensrechten": "belt"},
        {"vertrouwensrechten": LEEST, "eind_datum": hier.plek.vandaag},
        {"eind_datum": None, "niet_benaderen": True},
        {"niet_benaderen": False, "vertrouwensrechten": None},
    ):
        wordt(hier, relatie, **velden)
        assert wel(hier) == {}, velden
        with pytest.raises(NietMeerVoorLezer):
            papier.check_lezer(lezend)
        with hier.plek.store.read() as lezer:
            (klaar,) = [een for een in bezorging.bundel(hier.plek, lezer, hier.plek.vandaag) if een.stuk == stuk]
        with pytest.raises(NietMeerVoorLezer):
            bezorging.maak_bundel(hier.plek, [bezorging.Gekozen(klaar, lezend)])
    wordt(hier, relatie, vertrouwensrechten=LEEST)
    papier.check_lezer(lezend)
    wens = {"inwoner_id": anna(hier).id, "waarvan": Waarvan.DELEN, "waarover": BEP}
    afzien.leg_vast(hier.plek, hier.huishouden_id, wens)
    with pytest.raises(NietMeerVoorLezer):
        papier.check_lezer(lezend)
    assert "wil liever niet dat we iets delen met Bep de Wit. Daarom krijgt" in niet(hier, Stuksoort.PLAN)


@pytest.mark.eis("NET-17")
def test_that_she_has_the_plan_is_no_outcome_in_the_hands_of_the_resident(hier: Dossier) -> None:
    """Wmo 2015 art. 2.3.2 lid 8: the six weeks end when the resident has it, and she only reads along."""
    hier.doel()
    versie = hier.versie()
    bep(hier, LEEST)
    stuk = Stuk(Stuksoort.PLAN, hier.huishouden_id, versie.id)
    bezorging.zet_klaar(hier.plek, stuk, wel(hier)[Stuksoort.PLAN], {})
    verstrekking.geef_mee(hier.plek, versie.id)
    assert [een.bezorging.voor_naam for een in wacht(hier)] == ["Bep de Wit, vertrouwenspersoon"], "hers waits still"
    verstrekking.neem_terug(hier.plek, versie.id)
    bezorging.bezorg(hier.plek, wacht(hier)[0])
    assert gegeven_op(hier) is None
    assert "Bep de Wit, vertrouwenspersoon kreeg op dinsdag 20 april 2027: Het plan." in weet(hier)
    assert Mee((hier.plan_id,)).voor(wel(hier)[Stuksoort.PLAN]) == (), "a bijlage was not agreed"


@pytest.mark.eis("NET-17")
def test_the_plan_of_a_household_goes_when_the_others_at_home_said_yes_too(hier: Dossier) -> None:
    bert = erbij(hier, voornamen="Bert", achternaam="Voorbeeld", rol=RolInHuishouden.PARTNER)
    hier.doel()
    hier.versie()
    bep(hier, LEEST)
    assert Stuksoort.PLAN not in wel(hier)
    assert "Zij moeten ook ja zeggen voordat Bep de Wit het krijgt: Bert Voorbeeld." in niet(hier, Stuksoort.PLAN)
    assert LEEST_ZIJ not in weet(hier), "that she reads it would not be so"
    velden = {"onderwerp": "plan", "ontvanger": BEP, "aan": Aan.NETWERK, "grond": "inwoner"}
    delen.deel(hier.plek, hier.huishouden_id, NieuwDelen(bert.id, **velden, ja_van=(bert.id,)))
    assert set(wel(hier)) == {Stuksoort.PLAN, Stuksoort.CONCEPT, Stuksoort.GIDS}
    assert LEEST_ZIJ in weet(hier)
    # What Bert agreed with somebody of his own opens nothing of Anna's.
    bep(hier, LEEST, inwoner_id=bert.id, ander_naam="Oom Kees")
    assert wel(hier, "Oom Kees") == {}
    assert "Oom Kees leest het plan mee." not in weet(hier)


@pytest.mark.eis("NET-17", "RES-01")
def test_the_plan_of_who_does_not_decide_alone_waits_for_who_decides_too(hier: Dossier) -> None:
    """A curator (BW 1:381), then the parents of a child (Jeugdwet art. 7.3.4): what was agreed is not their yes."""
    hier.doel()
    hier.versie()
    bep(hier, LEEST, VERSLAG)
    ik = anna(hier)
    van_het_huis = {Stuksoort.PLAN, Stuksoort.CONCEPT, Stuksoort.GIDS, Stuksoort.VERSLAG}
    assert set(wel(hier)) == van_het_huis
    recht = {"inwoner_id": ik.id, "aard": Aard.CURATELE, "naam": "Mevrouw Recht"}
    mensen.leg_vast(hier.plek, Bijzonderheid, hier.huishouden_id, recht)
    assert wel(hier) == {}
    for soort in van_het_huis:
        assert "is ook een ja nodig van Mevrouw Recht, curator. Leg dat vast bij Rechten." in niet(hier, soort)
    velden: dict[str, Any] = {"onderwerp": "plan", "ontvanger": BEP, "aan": Aan.NETWERK, "grond": "inwoner"}
    delen.deel(hier.plek, hier.huishouden_id, NieuwDelen(ik.id, **velden, namens=("Mevrouw Recht, curator",)))
    assert set(wel(hier)) == van_het_huis, "the agreement is the resident's yes, and now there is the curator's"
    with hier.plek.store.write() as werk:
        (uitspraak,) = werk.find(Bijzonderheid, inwoner_id=ik.id)
        werk.change(uitspraak, eind_datum=hier.plek.vandaag - timedelta(days=1))
        werk.commit("test.recht", hier.huishouden_id)
    na = mensen.leg_vast(hier.plek, Bijzonderheid, hier.huishouden_id, recht | {"naam": "De heer Wet"})
    assert "een ja nodig van De heer Wet, curator." in niet(hier, Stuksoort.PLAN), "who was curator before said yes"
    with hier.plek.store.write() as werk:
        werk.change(
            werk.get(Bijzonderheid, next(iter(na.entiteiten))), eind_datum=hier.plek.vandaag - timedelta(days=1)
        )
        werk.change(werk.get(Inwoner, ik.id), geboortedatum="2018-03-01")
        werk.commit("test.kind", hier.huishouden_id)
    assert "is ook een ja nodig van een ouder met gezag." in niet(hier, Stuksoort.PLAN)
    bert = erbij(hier, voornamen="Bert", achternaam="Voorbeeld", rol=RolInHuishouden.PARTNER)
    gezag = {"inwoner_id": ik.id, "ander_id": bert.id, "gezag": Gezag.JA}
    mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, gezag)
    delen.deel(hier.plek, hier.huishouden_id, NieuwDelen(bert.id, **velden, ja_van=(bert.id,)))
    assert "Hierover beslist de inwoner niet alleen." in niet(hier, Stuksoort.PLAN), "that was about himself"
    zo = replace(hier.plek.profiel, woorden={"inwoner": Woord("gebruiker", "gebruikers")})
    elders = replace(hier, plek=replace(hier.plek, profiel=zo))
    assert "Hierover beslist de gebruiker niet alleen." in niet(elders, Stuksoort.PLAN)
    delen.deel(hier.plek, hier.huishouden_id, NieuwDelen(ik.id, **velden, ja_van=(bert.id,)))
    assert set(wel(hier)) == van_het_huis


@pytest.mark.eis("NET-05", "NET-17")
def test_the_verslag_waits_for_each_mantelzorger_of_whom_the_onderzoek_tells(hier: Dossier) -> None:
    """As the plan does, also where only these words tell of them."""
    velden = {"inwoner_id": anna(hier).id, "hulpsoort": MANTELZORG}
    karin, piet = "Karin Voorbeeld", "Piet Proef"
    for naam in (karin, piet):
        mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, {**velden, "ander_naam": naam})
    bep(hier, VERSLAG)

    def wacht_op(*namen: str) -> bool:
        assert (Stuksoort.VERSLAG in wel(hier)) is not bool(namen)
        zin = niet(hier, Stuksoort.VERSLAG)
        return (
            f"Zij moeten ook ja zeggen voordat Bep de Wit het krijgt: {', '.join(namen)}." in zin if namen else not zin
        )

    kies(hier, ASPECTEN, "mantelzorger", "bekeken")
    schrijf(hier, nu="Rust in huis.")
    assert wacht_op(), "that it was looked at tells of nobody"
    schrijf(hier, nu="Zij kan niet meer.")
    assert wacht_op(karin, piet), "it may be either"
    schrijf(hier, nu=None)
    kies(hier, INVENTARIS, "sociaal_netwerk", "past_deels", "Karin kan twee dagen.")
    assert wacht_op(karin)
    with hier.plek.store.read() as lezer:
        alle = mantelzorg.load(hier.plek, lezer, hier.huishouden_id).mantelzorgers
    mantelzorg.schrijf(hier.plek, next(een for een in alle if een.relatie.ander_naam == karin), {"delen": Delen.JA})
    assert wacht_op()
    schrijf(hier, eigen_plan_inhoud="Piet doet de tuin.")
    assert wacht_op(piet), "what the resident planned stands on the verslag too"
    wordt(hier, next(een.relatie for een in alle if een.relatie.ander_naam == piet), eind_datum=hier.plek.vandaag)
    assert wacht_op(piet), "who was it before is named all the same"


@pytest.mark.eis("NET-17")
def test_the_own_plan_of_a_child_is_for_who_was_agreed_with_about_that_child(huizen: TweeHuizen) -> None:
    """It takes the yes of a parent too, and of nobody else at home: nobody else is in it."""
    plek, thuis, mia = huizen.plek, huizen.moeder, huizen.kind
    eigen = huizen.begin()
    eigen.doel("Ik wil bij papa en mama dezelfde bedtijd.")
    stuk = Stuk(Stuksoort.PLAN, thuis.huishouden_id, eigen.versie().id)

    def ria(van: Dossier) -> list[Lezend]:
        with plek.store.read() as lezer:
            hier = replace(stuk, huishouden_id=van.huishouden_id)
            alle = (*stukken.lezers(plek, lezer, hier), *stukken.nog_niet(plek, lezer, hier))
            return [een for een in alle if "Juf Ria" in een.naam]

    bep(thuis, LEEST, ander_naam="Juf Ria")
    assert ria(thuis) == [], "that was about the mother's own"
    bep(thuis, LEEST, ander_naam="Juf Ria", inwoner_id=mia.id)
    (nog,) = ria(thuis)
    assert "is ook een ja nodig van mevrouw Voorbeeld-Jansen." in nog.waarom_niet
    velden: dict[str, Any] = {"onderwerp": "plan", "ontvanger": "Juf Ria", "aan": Aan.NETWERK, "grond": "inwoner"}
    delen.deel(plek, thuis.huishouden_id, NieuwDelen(mia.id, **velden, ja_van=(anna(thuis).id,)))
    (lezend,) = ria(thuis)
    assert "dezelfde bedtijd" in gelezen(stukken.maak(plek, stuk, lezend, GEWOON))
    assert "Juf Ria leest het plan mee." in weet(thuis)
    assert ria(huizen.vader) == [], "what was agreed at the mother's is not told at the father's"


@pytest.mark.eis("NET-17", "RES-01")
def test_of_two_parents_one_is_enough_and_a_reason_is_about_the_curator_of_now(hier: Dossier) -> None:
    hier.doel()
    hier.versie()
    bep(hier, LEEST)
    ik, weg = anna(hier), hier.plek.vandaag - timedelta(days=9)
    bert, ria = (erbij(hier, voornamen=naam, achternaam="Voorbeeld", vertrokken_datum=weg) for naam in ("Bert", "Ria"))
    for ouder in (bert, ria):
        gezag = {"inwoner_id": ik.id, "ander_id": ouder.id, "gezag": Gezag.JA}
        mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, gezag)
    with hier.plek.store.write() as werk:
        werk.change(werk.get(Inwoner, ik.id), geboortedatum="2018-03-01")
        werk.commit("test.kind", hier.huishouden_id)
    curator = {"inwoner_id": ik.id, "aard": Aard.CURATELE, "begin_datum": weg}
    mensen.leg_vast(hier.plek, Bijzonderheid, hier.huishouden_id, curator | {"naam": "Mevrouw Recht"})
    ouders = "een ja nodig van één van de ouders (Bert Voorbeeld of Ria Voorbeeld)"
    assert f"{ouders} en van Mevrouw Recht, curator. Leg dat vast bij Rechten." in niet(hier, Stuksoort.PLAN)
    velden: dict[str, Any] = {"onderwerp": "plan", "ontvanger": BEP, "aan": Aan.NETWERK, "grond": "inwoner"}
    velden |= {"ja_van": (ria.id,), "toch": "Zij is met vakantie."}
    delen.deel(hier.plek, hier.huishouden_id, NieuwDelen(ik.id, **velden))
    assert Stuksoort.PLAN in wel(hier)
    hier.plek.klok.advance(timedelta(days=1))
    with hier.plek.store.write() as werk:
        (recht,) = werk.find(Bijzonderheid, inwoner_id=ik.id)
        werk.change(recht, eind_datum=hier.plek.vandaag - timedelta(days=1))
        werk.commit("test.recht", hier.huishouden_id)
    na = curator | {"naam": "De heer Baan", "begin_datum": hier.plek.vandaag}
    mensen.leg_vast(hier.plek, Bijzonderheid, hier.huishouden_id, na)
    assert "een ja nodig van De heer Baan, curator. Leg dat vast" in niet(hier, Stuksoort.PLAN), "nobody asked him yet"


@pytest.mark.parametrize(
    ("soort", "zin"), [(FORMEEL, "werkt voor een organisatie"), (VRIJWILLIG, "krijgt van ons geen plan of verslag")]
)
def test_a_professional_gets_papers_by_an_agreement_and_a_volunteer_never_the_plan(
    hier: Dossier, soort: str, zin: str
) -> None:
    hier.doel()
    hier.versie()
    relatie = bep(hier, LEEST, hulpsoort=soort)
    assert wel(hier) == {}
    assert zin in niet(hier, Stuksoort.PLAN)
    assert LEEST_ZIJ not in weet(hier)
    wordt(hier, relatie, hulpsoort=None)
    assert LEEST_ZIJ in weet(hier)


@pytest.mark.eis("NET-17")
def test_who_calls_may_be_called_and_paper_tells_role_and_agreement_in_a_sentence(hier: Dossier) -> None:
    vul(hier)
    relatie = bep(hier, "bij_gesprekken", LEEST)

    def wie_is_wie() -> str:
        stuk = papieren(hier)[Stuksoort.WIE_IS_WIE].stuk
        return gelezen(stukken.maak(hier.plek, stuk, lezers(hier, stuk)[0], frozenset()))

    wat = "is bij gesprekken en leest het plan mee"
    afspraak = f"vertrouwenspersoon: {wat}. Dat kozen we samen op dinsdag 20 april 2027."
    assert f"Bep de Wit Is {afspraak}" in wie_is_wie()
    assert "06 11223344" not in wie_is_wie(), "that she sits in is no wish that we call"
    assert f"Bep de Wit is {afspraak}" in weet(hier)
    assert LEEST_ZIJ in weet(hier)
    wordt(hier, relatie, vertrouwensrechten="denkt_mee belt")
    assert "Bellen: 06 11223344" in wie_is_wie()
    assert not any("Bep de Wit leest" in zin for zin in weet(hier)), "nothing to read was agreed"
    with hier.plek.store.read() as lezer:
        assert BEP in planmaker.load(hier.plek, lezer, hier.plan_id).samen
    wordt(hier, relatie, niet_benaderen=True)
    assert "06 11223344" not in wie_is_wie()
    assert "vertrouwenspersoon" not in wie_is_wie()
    assert not any("vertrouwenspersoon" in zin for zin in weet(hier))
    with hier.plek.store.read() as lezer:
        assert BEP not in planmaker.load(hier.plek, lezer, hier.plan_id).samen


def test_every_right_that_can_be_agreed_is_one_that_the_program_reads(hier: Dossier) -> None:
    keuzes = {keuze.sleutel for keuze in hier.plek.profiel.lijst("vertrouwensrechten").keuzes}
    assert keuzes == {recht.value for recht in Vertrouwensrecht}


def test_of_the_letter_and_of_what_was_told_apart_she_is_no_reader_and_of_what_we_discussed_it_says_why(
    hier: Dossier,
) -> None:
    vul(hier)
    lang_geleden(hier)
    wordt(hier, bep(hier), vertrouwensrechten=f"{LEEST} {VERSLAG} {AFSPRAKEN}")
    assert "Op dit papier staan ook anderen." in niet(hier, Stuksoort.GESPREK_LEEFGEBIEDEN)
    for soort in (Stuksoort.ZELF_AANVRAGEN, Stuksoort.WIE_WEET_WAT):
        assert (niet(hier, soort), soort in wel(hier)) == ("", False)
