"""A warm transfer stays with who sent it until the other says yes, and carries what the other needs."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.delen import DelenOverWetten
from kernnetwerk_app.domain.eerste_vraagverheldering import MinimaleSetOnvolledig, VeiligheidNietBesproken
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.medewerker import Functie
from kernnetwerk_app.domain.melding import Melding, Wet
from kernnetwerk_app.domain.overdracht import (
    OverdrachtIsBeantwoord,
    OverdrachtNietVoorU,
    Overdrachtsoort,
    Overdrachtstand,
    OverdrachtZonderGrond,
    OverdrachtZonderOntvanger,
    OverdrachtZonderReden,
    OverdrachtZonderWet,
)
from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.domain.triage import Route
from kernnetwerk_app.services import contact, kijkrichting, melding, overdracht, overdrachtstand, plan, vandaag
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.overdracht import NieuweOverdracht
from kernnetwerk_app.services.taak import TaakSoort
from kernnetwerk_app.services.triage import NieuweTriage
from kernnetwerk_app.services.vraagverheldering import OVER
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import JORIS, VRAAG, make_werkplek
from tests.services.eerste import Begin, begin
from tests.services.opzet import begin_gesprek
from tests.uitwisseling import wissel_uit

AANGENOMEN, TERUG = Overdrachtstand.AANGENOMEN, Overdrachtstand.TERUG


@pytest.fixture
def hier(tmp_path: Path) -> Iterator[Begin]:
    plek = make_werkplek(tmp_path / "sanne")
    hier = begin(plek)
    yield hier
    plek.store.close()


@pytest.fixture
def joris(hier: Begin, tmp_path: Path) -> Iterator[Werkplek]:
    joris = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    yield joris
    joris.store.close()


def _soorten(plek: Werkplek) -> list[TaakSoort]:
    with plek.store.read() as lezer:
        alle = [taak.soort for taak in vandaag.load(plek, lezer).taken]
    return [soort for soort in alle if soort is not TaakSoort.EERSTE_CONTACT]


def _antwoord(plek: Werkplek, hier: Begin, stand: Overdrachtstand, reden: str | None = None) -> None:
    regel = hier.overdrachten(plek).regels[0]
    overdracht.antwoord(plek, regel.overdracht, stand, regel.bases, reden)


@pytest.mark.eis("TRI-12")
def test_it_stays_on_my_list_until_joris_says_yes(hier: Begin, joris: Werkplek) -> None:
    hier.volledig()
    hier.bied_aan()
    wissel_uit(hier.plek, joris)
    assert _soorten(hier.plek) == [TaakSoort.OVERDRACHT_WACHT]
    assert _soorten(joris) == [TaakSoort.OVERNEMEN]
    _antwoord(joris, hier, AANGENOMEN)
    wissel_uit(hier.plek, joris)
    assert (_soorten(hier.plek), _soorten(joris)) == ([], [TaakSoort.EERSTE_STAP])
    regel = hier.overdrachten().regels[0]
    assert (regel.overdracht.stand, regel.door) == (AANGENOMEN, "Joris Proefstra")


@pytest.mark.eis("TRI-12")
def test_what_joris_gives_back_is_mine_again_with_his_reason(hier: Begin, joris: Werkplek) -> None:
    hier.volledig()
    hier.bied_aan()
    wissel_uit(hier.plek, joris)
    with pytest.raises(OverdrachtZonderReden):
        _antwoord(joris, hier, TERUG, " ")
    _antwoord(joris, hier, TERUG, "Ik ken deze familie te goed.")
    wissel_uit(hier.plek, joris)
    assert _soorten(hier.plek) == [TaakSoort.OVERDRACHT_TERUG]
    assert hier.overdrachten().regels[0].overdracht.antwoord_reden == "Ik ken deze familie te goed."


def test_who_sent_it_cannot_say_yes_but_can_take_it_back_once(hier: Begin) -> None:
    hier.volledig()
    hier.bied_aan()
    with pytest.raises(OverdrachtNietVoorU):
        _antwoord(hier.plek, hier, AANGENOMEN)
    _antwoord(hier.plek, hier, Overdrachtstand.INGETROKKEN)
    with pytest.raises(OverdrachtIsBeantwoord):
        _antwoord(hier.plek, hier, Overdrachtstand.INGETROKKEN)
    assert hier.overdrachten().aantal == 0


@pytest.mark.eis("TRI-05")
def test_a_question_for_the_maatwerkteam_goes_with_the_full_uitvraag(hier: Begin, joris: Werkplek) -> None:
    hier.volledig()
    hier.oordeel(NieuweTriage(route=Route.MAATWERK))
    hier.bied_aan(naar=None, team="gemeente")
    wissel_uit(hier.plek, joris)
    assert not hier.overdrachten(joris).regels[0].mag, "who is not of that team does not answer for it"
    joris = replace(joris, medewerker=JORIS.model_copy(update={"functie": Functie.COORDINATOR}))
    regel = hier.overdrachten(joris).regels[0]
    assert (regel.naar, regel.mag) == ("Team van de gemeente", True)
    pakket = regel.overdracht.pakket or ""
    for woorden in (VRAAG, "Weer onder de mensen komen.", "Karin poetst elke week.", "Zij slaapt beneden op de bank."):
        assert woorden in pakket
    ontvangen = Begin(joris, hier.huishouden_id, hier.melding_id).beeld()
    assert ontvangen.breed
    assert ontvangen.gesprek.teksten["huisvesting.lastig"] == "De trap is te steil."
    assert ontvangen.mist == (), "also where the answer about safety may not be read"


@pytest.mark.eis("OND-03")
def test_what_goes_along_is_laid_out_by_life_domain_with_what_was_told_and_planned(hier: Begin) -> None:
    hier.volledig()
    hier.veilig(woorden="Bang voor haar zoon.")
    begin_gesprek(hier.plek, hier.huishouden_id)
    plan_id, _ = plan.begin(hier.plek, hier.huishouden_id)
    doel_id, _ = plan.add_doel(hier.plek, plan_id, "Ik wil beneden slapen")
    with hier.plek.store.read() as lezer:
        doel, bases = lezer.get(Doel, doel_id), lezer.bases(doel_id)
    kijkrichting.leg_bij(hier.plek, doel, "huisvesting", bases)
    beeld = hier.overdrachten()
    namen = [gebied.naam for gebied in hier.plek.profiel.leefgebieden.leefgebieden]
    gebieden = [een.naam for een in beeld.gebieden if een.naam in namen]
    assert gebieden == sorted(gebieden, key=namen.index) != []
    huis = hier.plek.profiel.leefgebieden.vind("huisvesting").naam
    woorden = next(een.woorden for een in beeld.gebieden if een.naam == huis)
    assert woorden.endswith("De trap is te steil. Doel: Ik wil beneden slapen.")
    hier.bied_aan()
    pakket = hier.overdrachten().regels[0].overdracht.pakket or ""
    assert f"{huis}: {woorden}" in pakket.splitlines()
    assert "zoon" not in pakket
    assert len(gebieden) == 1, "of a domain that was left aside nothing is said"


def test_what_somebody_told_apart_goes_along_with_no_hand_over(hier: Begin) -> None:
    with hier.plek.store.write() as werk:
        anna = hoofdpersoon(werk, hier.huishouden_id)
        werk.add(Inwoner(id=hier.plek.new_id(), huishouden_id=hier.huishouden_id, rol=RolInHuishouden.PARTNER))
        werk.commit("test.erbij", hier.huishouden_id)
    hier.typ(f"huisvesting.lastig{OVER}{anna.id}", "Ik wil hier weg.")
    hier.volledig()
    hier.bied_aan()
    pakket = hier.overdrachten().regels[0].overdracht.pakket or ""
    assert "De trap is te steil." in pakket
    assert "hier weg" not in pakket


@pytest.mark.eis("RES-01")
def test_in_direct_danger_no_domain_goes_along_and_across_laws_it_takes_a_yes(hier: Begin) -> None:
    hier.volledig()
    invoer = NieuweOverdracht(naar_id=JORIS.id, reden="Nu nodig.", grond="vitaal")

    def gaat_mee(**velden: object) -> str:
        overdracht.bied_aan(hier.plek, hier.melding_id, replace(invoer, **velden))
        return hier.overdrachten().regels[0].overdracht.pakket or ""

    assert "De trap is te steil." not in gaat_mee()
    assert "De trap is te steil." in gaat_mee(gebieden=("huisvesting",))
    assert "De trap is te steil." not in gaat_mee(grond="wet", gebieden=())
    with hier.plek.store.write() as werk:
        jeugd = werk.get(Melding, hier.melding_id).model_copy(update={"id": hier.plek.new_id(), "wet": Wet.JEUGDWET})
        werk.change(werk.get(Melding, hier.melding_id), wet=Wet.WMO)
        werk.add(jeugd)
        werk.commit("test.twee_wetten", hier.huishouden_id)
    assert gaat_mee(), "danger is not kept waiting by a question about laws"
    with pytest.raises(OverdrachtZonderWet):
        gaat_mee(grond="wet")
    with pytest.raises(DelenOverWetten):
        gaat_mee(grond="wet", over_wetten=True)
    gaat_mee(grond="inwoner", over_wetten=True)
    with hier.plek.store.read() as lezer:
        (ja,) = lezer.find(Toestemming)
    assert ja.over_wetten
    assert hier.overdrachten().regels[0].overdracht.over_wetten


@pytest.mark.eis("EVV-10")
def test_what_another_needs_is_asked_before_it_goes_and_passed_with_a_line(hier: Begin) -> None:
    hier.veilig()
    with pytest.raises(MinimaleSetOnvolledig):
        hier.bied_aan()
    hier.bied_aan(zonder="Ik ben morgen met verlof.")
    assert hier.overdrachten().regels[0].overdracht.zonder_reden == "Ik ben morgen met verlof."


@pytest.mark.eis("VEI-01")
def test_nothing_is_handed_over_before_safety_was_asked(hier: Begin) -> None:
    with pytest.raises(VeiligheidNietBesproken):
        hier.bied_aan(zonder="Ik ben morgen met verlof.")


def test_no_word_about_safety_is_in_what_goes_along(hier: Begin) -> None:
    hier.volledig()
    hier.veilig(woorden="Bang voor haar zoon.")
    hier.bied_aan()
    pakket = hier.overdrachten().regels[0].overdracht.pakket or ""
    assert "zoon" not in pakket
    assert "zorgen" not in pakket.partition("Veiligheid")[2]
    assert "het antwoord staat apart" in pakket


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"reden": "zo", "grond": "wet"}, OverdrachtZonderOntvanger),
        ({"naar_team": "mdt", "grond": "wet"}, OverdrachtZonderReden),
        ({"naar_team": "mdt", "reden": "zo"}, OverdrachtZonderGrond),
    ],
)
def test_an_offer_to_nobody_without_a_reason_or_without_a_ground_is_refused(
    hier: Begin, velden: dict[str, str], fout: type[Exception]
) -> None:
    hier.volledig()
    with pytest.raises(fout):
        overdracht.bied_aan(hier.plek, hier.melding_id, NieuweOverdracht(**velden))


def test_the_yes_of_the_resident_is_written_down_as_consent(hier: Begin) -> None:
    hier.volledig()
    hier.bied_aan(grond="inwoner")
    with hier.plek.store.read() as lezer:
        (toestemming,) = lezer.find(Toestemming)
    assert (toestemming.ontvanger, toestemming.begin_datum) == ("Joris Proefstra", hier.plek.vandaag)


@pytest.mark.eis("EVV-24")
def test_each_time_it_goes_to_another_is_counted(hier: Begin) -> None:
    hier.volledig()
    assert hier.overdrachten().aantal == 0
    hier.leg_vast(Overdrachtsoort.DERDE, naar_team="mdt", verwijzer="School De Proef")
    hier.bied_aan()
    assert hier.overdrachten().aantal == 2


@pytest.mark.eis("EVV-24")
def test_a_doctor_who_refers_to_us_and_our_sending_on_are_two_times(hier: Begin) -> None:
    hier.leg_vast(Overdrachtsoort.HUISARTS, naar_team="kernnetwerk", verwijzer="Dokter Proef")
    hier.kies("uitkomst", "doorverwezen")
    assert hier.overdrachten().aantal == 2


def test_what_came_back_stays_on_my_list_until_i_offer_it_to_another(hier: Begin, joris: Werkplek) -> None:
    hier.volledig()
    hier.bied_aan()
    wissel_uit(hier.plek, joris)
    _antwoord(joris, hier, TERUG, "Ik ken deze familie te goed.")
    wissel_uit(hier.plek, joris)
    hier.leg_vast(Overdrachtsoort.BEGELEID, naar_team="Infopunt", begeleider="Sanne", plek="De Linde")
    assert _soorten(hier.plek) == [TaakSoort.OVERDRACHT_TERUG]
    hier.bied_aan()
    assert _soorten(hier.plek) == [TaakSoort.OVERDRACHT_WACHT]


@pytest.mark.eis("EVV-24")
def test_a_first_clarification_that_sends_somebody_on_counts_too_and_warns_at_the_next(hier: Begin) -> None:
    hier.kies("uitkomst", "doorverwezen")
    assert (hier.overdrachten().aantal, hier.beeld().eerder_verwezen) == (1, 0)
    nog_iets = NieuweMelding(
        "Nog iets.", contactpersoon_id=hier.plek.medewerker.id, bij_huishouden_id=hier.huishouden_id
    )
    melding.neem_op(hier.plek, nog_iets)
    assert (hier.overdrachten().aantal, hier.beeld().eerder_verwezen) == (1, 1)
    hier.kies("uitkomst", "doorverwezen")
    assert hier.overdrachten().aantal == 2
    hier.kies("uitkomst", "geen_vervolg")
    assert hier.overdrachten().aantal == 1


@pytest.mark.eis("EVV-21")
def test_who_referred_past_us_and_who_went_along_is_written_down_too(hier: Begin) -> None:
    hier.leg_vast(
        Overdrachtsoort.HUISARTS, naar_team="Triageteam", verwijzer="Huisarts Proef", deskundige="gedragsdeskundige"
    )
    hier.leg_vast(Overdrachtsoort.DERDE, naar_team="GGZ De Oever", verwijzer="Kinderarts Model")
    hier.leg_vast(Overdrachtsoort.BEGELEID, naar_team="Infopunt", begeleider="Sanne", plek="Kulturhus De Linde")
    regels = [(r.overdracht.wijze, r.van, r.naar) for r in hier.overdrachten().regels]
    assert regels == [
        (Overdrachtsoort.BEGELEID, "Sanne Modelman", "Infopunt"),
        (Overdrachtsoort.DERDE, "Sanne Modelman", "GGZ De Oever"),
        (Overdrachtsoort.HUISARTS, "Sanne Modelman", "Triageteam"),
    ]
    assert _soorten(hier.plek) == [], "nobody has to say yes to what has happened already"


@pytest.mark.eis("TRI-12")
def test_after_my_yes_the_question_stays_on_my_list_until_i_take_the_first_step(hier: Begin, joris: Werkplek) -> None:
    hier.volledig()
    hier.bied_aan()
    wissel_uit(hier.plek, joris)
    _antwoord(joris, hier, AANGENOMEN)
    wissel_uit(hier.plek, joris)
    with joris.store.read() as lezer:
        (taak,) = [t for t in vandaag.load(joris, lezer).taken if t.soort is TaakSoort.EERSTE_STAP]
    assert taak.van == "Sanne"
    for plek in (hier.plek, joris):
        with plek.store.read() as lezer:
            stand = overdrachtstand.load_stand(plek, lezer, hier.huishouden_id)
        assert stand is not None
        assert (stand.bij, stand.blijft) == ("Joris Proefstra", "Sanne Modelman"), "V-09: the contact person stays"
    contact.plan_bezoek(joris, hier.huishouden_id, joris.vandaag + timedelta(days=1))
    assert _soorten(joris) == []


def test_a_reason_why_a_curator_was_not_asked_is_kept_with_no_yes_for_which_there_is_theirs(hier: Begin) -> None:
    hier.volledig()
    with hier.plek.store.write() as werk:
        wie = {"id": hier.plek.new_id(), "huishouden_id": hier.huishouden_id}
        henk = werk.add(Inwoner(**wie, voornamen="Henk", rol=RolInHuishouden.PARTNER))
        anna = hoofdpersoon(werk, hier.huishouden_id)
        recht = {"inwoner_id": anna.id, "aard": Aard.CURATELE, "naam": "mevrouw Recht"}
        uitspraak = werk.add(Bijzonderheid(**{**wie, "id": hier.plek.new_id()}, **recht))
        werk.commit("test.henk", hier.huishouden_id)
    curator = f"{anna.id}_{uitspraak.id}"

    def redenen(*ja: str) -> dict[str, str | None]:
        """What is kept with each yes of a hand-over on these, after a reason was typed."""
        invoer = NieuweOverdracht(naar_id=JORIS.id, reden="Meer tijd.", grond="inwoner", akkoord_van=ja, toch="Weg.")
        nummer = overdracht.bied_aan(hier.plek, hier.melding_id, replace(invoer, over_wetten=False))[0]
        with hier.plek.store.read() as lezer:
            gegeven = lezer.find(Toestemming, overdracht_id=nummer)
        return {een.namens or ("Henk" if een.inwoner_id == henk.id else "Anna"): een.toch for een in gegeven}

    assert redenen(f"{anna.id}", f"{henk.id}") == {"Anna": "Weg.", "Henk": "Weg."}
    met = {"Anna": None, "mevrouw Recht, curator": None, "Henk": None}
    assert redenen(f"{anna.id}", curator, f"{henk.id}") == met, "she said yes after all"
