"""What waits and may not go any more: it says so, it is not printed, and that somebody got it on a day can be noted."""

from datetime import date, timedelta

import pytest

from kernnetwerk_app.domain.bezorging import Bezorgwijze, NogOnderweg, PapierUitBundel, Stuk, Stuksoort
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.contact import Contact, ContactStatus
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.domain.verstrekking import DagVoorVersie, VersieVervangen
from kernnetwerk_app.services import bezorging, bezorglijst, contact, mensen, samenvoeging, verstrekking, wie_weet_wat
from kernnetwerk_app.services.bezorging import Bundelstuk, Gekozen
from kernnetwerk_app.services.bezorglijst import Bezorgregel
from kernnetwerk_app.services.bezorgvraag import Wachtstand
from kernnetwerk_app.services.inwoner import hoofdpersoon
from tests.services.opzet import Dossier, begin_dossier
from tests.services.stukken_opzet import lezers, papieren, wacht

pytestmark = pytest.mark.usefixtures("qapp")
GEGEVEN = "Is het toen al gegeven? Schrijf dan de dag op."
TOEN = f"{GEGEVEN} Anders hoeft het niet meer."


def gegeven_op(hier: Dossier) -> date | None:
    with hier.plek.store.read() as lezer:
        return verstrekking.uitkomst_gegeven(lezer, lezer.get(Melding, hier.melding_id))


def zet_klaar(hier: Dossier, stuk: Stuk, naam: str = "") -> Bezorgregel:
    """For the reader with this name, or the most likely one."""
    wie = next(een for een in lezers(hier, stuk) if naam in een.naam)
    bezorging.zet_klaar(hier.plek, stuk, wie, {"wijze": Bezorgwijze.POST})
    return regel_van(hier, stuk)


def regel_van(hier: Dossier, stuk: Stuk) -> Bezorgregel:
    return next(regel for regel in wacht(hier) if regel.stuk == stuk)


def stand(hier: Dossier, stuk: Stuk) -> Wachtstand:
    with hier.plek.store.read() as lezer:
        return bezorging.load(hier.plek, lezer, hier.huishouden_id).standen[regel_van(hier, stuk).bezorging.id]


def van_de_dag(hier: Dossier) -> dict[Stuk, Bundelstuk]:
    with hier.plek.store.read() as lezer:
        return {een.stuk: een for een in bezorging.bundel(hier.plek, lezer, hier.plek.vandaag)}


def gekozen(een: Bundelstuk) -> Gekozen:
    """For whom it was put ready."""
    return Gekozen(een, next(wie for wie in een.lezers if wie.sleutel == een.lezer))


def weet(hier: Dossier) -> str:
    with hier.plek.store.read() as lezer:
        return " ".join(een.zin for een in wie_weet_wat.load(hier.plek, lezer, hier.huishouden_id))


def leg_vast(hier: Dossier, aard: Aard, **velden: object) -> None:
    with hier.plek.store.read() as lezer:
        anna = hoofdpersoon(lezer, hier.huishouden_id)
    vast = {"inwoner_id": anna.id, "aard": aard, "bron": "uitspraak", "begin_datum": hier.plek.vandaag}
    mensen.leg_vast(hier.plek, Bijzonderheid, hier.huishouden_id, vast | velden)


def test_what_was_posted_before_the_visit_and_brought_to_who_is_no_neighbour_any_more_is_noted_on_its_day(
    hier: Dossier,
) -> None:
    plek, toen = hier.plek, hier.plek.vandaag
    with plek.store.read() as lezer:
        anna = hoofdpersoon(lezer, hier.huishouden_id)
    buur = {"inwoner_id": anna.id, "relatie": "buur", "ander_naam": "Riet Proef", "mag_benaderd": True}
    mensen.leg_vast(plek, Relatie, hier.huishouden_id, buur)
    contact.plan_bezoek(plek, hier.huishouden_id, toen + timedelta(days=2))
    brief, aan_tafel = papieren(hier)[Stuksoort.AFSPRAAK].stuk, Stuk(Stuksoort.AFSPRAKEN, hier.huishouden_id)
    zet_klaar(hier, brief)
    zet_klaar(hier, aan_tafel, "Riet")
    assert (stand(hier, brief).mag, stand(hier, aan_tafel).zin) == (True, "")
    plek.klok.advance(timedelta(days=2))
    with plek.store.write() as werk:
        werk.change(werk.get(Contact, brief.van_id), status=ContactStatus.GEWEEST)
        (riet,) = werk.find(Relatie, ander_naam="Riet Proef")
        werk.change(riet, eind_datum=toen)
        werk.commit("test.voorbij", hier.huishouden_id)
    for stuk, zin in (
        (brief, "Dit papier geldt nu niet meer. "),
        (aan_tafel, "Dit mag nu niet meer naar deze lezer. "),
    ):
        assert (stand(hier, stuk).mag, stand(hier, stuk).zin) == (False, zin + TOEN)
        assert van_de_dag(hier)[stuk].lezer not in {een.sleutel for een in van_de_dag(hier)[stuk].lezers}
        bezorging.bezorg(plek, regel_van(hier, stuk), datum=toen)
    assert wacht(hier) == ()
    assert "Riet Proef kreeg op dinsdag 20 april 2027: Onze afspraken." in weet(hier)
    assert "kreeg op dinsdag 20 april 2027: Uw afspraak." in weet(hier)


def test_who_turns_out_to_be_known_twice_keeps_what_waits_for_them_by_either_record(hier: Dossier) -> None:
    plek, afspraken = hier.plek, Stuk(Stuksoort.AFSPRAKEN, hier.huishouden_id)
    bert = {"voornamen": "Bert", "achternaam": "Proef", "rol": RolInHuishouden.PARTNER}
    for _ in range(2):
        mensen.leg_vast(plek, Inwoner, hier.huishouden_id, bert)
    with plek.store.read() as lezer:
        berts = lezer.find(Inwoner, huishouden_id=hier.huishouden_id, voornamen="Bert")
    eigen = [Stuk(Stuksoort.WIE_WEET_WAT, hier.huishouden_id, een.id) for een in berts]
    for stuk in (*eigen, afspraken):
        alle = [een for een in lezers(hier, stuk) if een.inwoner_id in {bert.id for bert in berts}]
        for wie in alle:
            bezorging.zet_klaar(plek, stuk, wie, {})
    assert len(wacht(hier)) == 4
    samenvoeging.voeg_samen(plek, berts[0].id, berts[1].id)
    with plek.store.read() as lezer:
        standen = bezorging.load(plek, lezer, hier.huishouden_id).standen.values()
        dag = [een for een in bezorging.bundel(plek, lezer, plek.vandaag) if een.regel is not None]
    assert [(een.mag, een.zin) for een in standen] == [(True, "")] * 4
    assert len(bezorging.maak_bundel(plek, [gekozen(een) for een in dag])) == 4
    (nu,) = {een.sleutel for een in standen}
    assert nu in {een.sleutel for een in lezers(hier, afspraken)}, "and it opens for him as he is known now"
    bezorging.geef(plek, [gekozen(een) for een in dag])
    assert wacht(hier) == ()
    with plek.store.read() as lezer:
        assert len(bezorglijst.verstrekt(lezer, hier.huishouden_id)) == 4, "no record of its own beside what waited"


def test_the_letter_that_was_given_together_with_the_plan_is_noted_too(hier: Dossier) -> None:
    """The plan ends what the letter is about, in the same press."""
    plek = hier.plek
    hier.doel()
    plek.klok.advance(timedelta(days=50))
    plan = Stuk(Stuksoort.PLAN, hier.huishouden_id, hier.versie().id)
    brief = Stuk(Stuksoort.ZELF_AANVRAGEN, hier.huishouden_id, hier.melding_id)
    zet_klaar(hier, plan)
    zet_klaar(hier, brief)
    samen = [gekozen(van_de_dag(hier)[stuk]) for stuk in (plan, brief)]
    bezorging.maak_bundel(plek, samen)
    niet, _ = bezorging.geef(plek, samen)
    assert (niet, gegeven_op(hier)) == ((), plek.vandaag)
    with plek.store.read() as lezer:
        assert {een.stuk for een in bezorglijst.verstrekt(lezer, hier.huishouden_id)} == {plan, brief}


def test_the_letter_is_off_the_list_once_its_question_was_answered_on_another_page(hier: Dossier) -> None:
    """As 0036.6 says of what disappears by itself."""
    hier.doel()
    hier.plek.klok.advance(timedelta(days=50))
    zet_klaar(hier, Stuk(Stuksoort.ZELF_AANVRAGEN, hier.huishouden_id, hier.melding_id))
    verstrekking.geef_mee(hier.plek, hier.versie().id)
    assert wacht(hier) == ()


def test_a_version_with_an_address_that_became_secret_waits_says_so_and_takes_no_paper_of_the_day_away(
    hier: Dossier,
) -> None:
    plek = hier.plek
    hier.doel()
    leg_vast(hier, Aard.MENTORSCHAP, naam="Mia Mentor")
    plan, gids = Stuk(Stuksoort.PLAN, hier.huishouden_id, hier.versie().id), Stuk(Stuksoort.GIDS, hier.huishouden_id)
    for stuk in (plan, gids):
        zet_klaar(hier, stuk, "Mia")
    ervoor = [gekozen(een) for een in van_de_dag(hier).values()]
    leg_vast(hier, Aard.GEHEIM_ADRES, bron="BRP")
    assert (stand(hier, plan).mag, stand(hier, gids).mag) == (False, True)
    assert stand(hier, plan).zin.startswith("Op dit papier staat het adres, en dat is nu geheim. ")
    assert stand(hier, plan).zin.endswith(
        f"Maak een nieuwe versie van het plan, daar staat het adres niet op. {GEGEVEN}"
    )
    nu = van_de_dag(hier)
    assert [een.naam for een in nu[plan].lezers] == ["mevrouw Voorbeeld-Jansen"]
    assert nu[plan].lezer not in {een.sleutel for een in nu[plan].lezers}, "so it is not on beforehand"
    assert nu[plan].waarom_niet.startswith("Op dit papier staat het adres")
    assert len(bezorging.maak_bundel(plek, [gekozen(nu[gids])])) == 1
    with pytest.raises(PapierUitBundel) as fout:
        bezorging.maak_bundel(plek, ervoor)
    assert fout.value.wat == "Het plan", "a page that was open says of which one it is"
    toen = plek.vandaag
    plek.klok.advance(timedelta(days=1))
    hier.versie()
    assert "Maak een nieuwe" not in stand(hier, plan).zin, "it is there now"
    assert "Er is een nieuwere versie van het plan, van wo 21 april. Geef die." in stand(hier, plan).zin
    bezorging.bezorg(plek, regel_van(hier, plan), datum=toen)
    assert gegeven_op(hier) == toen, "she had it before"


def test_an_older_version_never_ends_the_six_weeks_by_whichever_road_and_on_its_own_day_it_does(hier: Dossier) -> None:
    plek, eerst = hier.plek, hier.plek.vandaag
    hier.doel()
    oud = hier.versie()
    verstrekking.geef_mee(plek, oud.id)
    stuk = Stuk(Stuksoort.GETEKEND, hier.huishouden_id, hier.teken(oud).id)
    zet_klaar(hier, stuk)
    leg_vast(hier, Aard.MENTORSCHAP, naam="Mia Mentor")
    plek.klok.advance(timedelta(days=2))
    hier.doel("Ik wil weer zingen.")
    hier.versie()
    zin = (
        "Er is een nieuwere versie van het plan, van do 22 april. Geef die. "
        "Wie deze versie op die dag of later krijgt, krijgt daarmee niet de uitkomst."
    )
    assert stand(hier, stuk) == Wachtstand(stand(hier, stuk).sleutel, zin=zin)
    plek.klok.advance(timedelta(days=2))
    bezorging.bezorg(plek, regel_van(hier, stuk))
    assert gegeven_op(hier) == eerst
    verstrekking.neem_terug(plek, oud.id)
    assert gegeven_op(hier) is None, "what was brought after the newer one is not the outcome now"
    with pytest.raises(VersieVervangen):
        verstrekking.geef_mee(plek, oud.id)
    assert gegeven_op(hier) is None
    verstrekking.geef_mee(plek, oud.id, eerst)
    assert gegeven_op(hier) == eerst, "on that day it was the plan"


def test_a_version_is_given_on_no_day_before_it_was_there(hier: Dossier) -> None:
    """Whoever it goes to: the day of the outcome is a day of the law."""
    plek = hier.plek
    hier.doel()
    plek.klok.advance(timedelta(days=5))
    versie, te_vroeg = hier.versie(), plek.vandaag - timedelta(days=1)
    for stuk in (
        Stuk(Stuksoort.PLAN, hier.huishouden_id, versie.id),
        Stuk(Stuksoort.GETEKEND, hier.huishouden_id, hier.teken(versie).id),
    ):
        regel = zet_klaar(hier, stuk)
        with pytest.raises(DagVoorVersie):
            bezorging.bezorg(plek, regel, datum=te_vroeg)
    with pytest.raises(DagVoorVersie):
        verstrekking.geef_mee(plek, versie.id, te_vroeg)
    assert (gegeven_op(hier), len(wacht(hier))) == (None, 2)
    bezorging.bezorg(plek, regel, datum=versie.datum)
    assert gegeven_op(hier) == versie.datum


def test_who_signed_on_paper_had_that_in_hand_also_where_there_was_a_newer_version(hier: Dossier) -> None:
    """It may say the same as the plan of today, or the newer one came from another laptop: their hand is under it."""
    plek = hier.plek
    hier.doel()
    oud = hier.versie()
    plek.klok.advance(timedelta(days=2))
    hier.doel("Ik wil weer zingen.")
    hier.versie()
    plek.klok.advance(timedelta(days=2))
    hier.teken(oud, op_papier=True)
    dag = plek.vandaag
    plek.klok.advance(timedelta(days=1))
    assert gegeven_op(hier) == dag


def test_one_plan_that_was_changed_stops_no_paper_of_another_dossier_and_goes_to_nobody_else(hier: Dossier) -> None:
    plek, ander = hier.plek, begin_dossier(hier.plek)
    hier.doel()
    leg_vast(hier, Aard.MENTORSCHAP, naam="Mia Mentor")
    versie, gids = hier.versie(), Stuk(Stuksoort.GIDS, ander.huishouden_id)
    plan = Stuk(Stuksoort.PLAN, hier.huishouden_id, versie.id)
    zet_klaar(hier, plan, "Mia")
    zet_klaar(ander, gids)
    leg_vast(hier, Aard.GEHEIM_ADRES, bron="BRP")
    with plek.store.write() as werk:
        werk.change(werk.get(PlanVersie, versie.id), inhoud=versie.inhoud.replace(b"Voorbeeld", b"Voorbeelt"))
        werk.commit("test.veranderd", hier.huishouden_id)
    dag = van_de_dag(hier)
    assert len(bezorging.maak_bundel(plek, [gekozen(dag[gids])])) == 1
    assert dag[plan].waarom_niet.startswith("Er is nu een geheim adres, en dit programma kan niet nagaan of dat")
    assert not any(een.is_ander for een in dag[plan].lezers)
    bezorging.bezorg(plek, regel_van(hier, plan))
    assert gegeven_op(hier) == plek.vandaag, "that it was given is a fact"


def test_who_takes_a_note_back_on_the_day_of_the_newer_version_can_put_it_back(hier: Dossier) -> None:
    """Given in the morning and noted, read anew in the afternoon."""
    plek = hier.plek
    hier.doel()
    oud = hier.versie()
    verstrekking.geef_mee(plek, oud.id)
    hier.doel("Ik wil weer zingen.")
    hier.versie()
    verstrekking.neem_terug(plek, oud.id)
    verstrekking.geef_mee(plek, oud.id)
    assert gegeven_op(hier) == plek.vandaag


def test_replaced_and_not_for_this_reader_says_both(hier: Dossier) -> None:
    hier.doel()
    leg_vast(hier, Aard.MENTORSCHAP, naam="Mia Mentor")
    plan = Stuk(Stuksoort.PLAN, hier.huishouden_id, hier.versie().id)
    zet_klaar(hier, plan, "Mia")
    with hier.plek.store.write() as werk:
        (mentor,) = werk.find(Bijzonderheid)
        werk.change(mentor, eind_datum=hier.plek.vandaag - timedelta(days=1))
        werk.commit("test.mentor", hier.huishouden_id)
    hier.doel("Ik wil weer zingen.")
    hier.versie()
    zin = stand(hier, plan).zin
    assert zin.startswith(f"Dit mag nu niet meer naar deze lezer. {TOEN} Er is een nieuwere versie van het plan, van ")


def test_a_signature_that_is_on_its_way_says_so_wherever_one_looks(hier: Dossier) -> None:
    """It waits in quarantine, or comes with the next sync: noted without its version the six weeks would run on."""
    hier.doel()
    wie = lezers(hier, Stuk(Stuksoort.PLAN, hier.huishouden_id, hier.versie().id))[0]
    stuk = Stuk(Stuksoort.GETEKEND, hier.huishouden_id, hier.plek.new_id())
    bezorging.zet_klaar(hier.plek, stuk, wie, {})
    nu = stand(hier, stuk)
    assert (nu.mag, nu.onderweg, nu.zin.split(":")[0]) == (True, True, "Nog onderweg")
    dag = van_de_dag(hier)[stuk]
    assert (dag.onderweg, dag.lezers, dag.waarom_niet) == (True, (), "")
    with pytest.raises(NogOnderweg):
        bezorging.bezorg(hier.plek, regel_van(hier, stuk))
    assert [regel.stuk for regel in wacht(hier)] == [stuk]
