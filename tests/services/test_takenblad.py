"""The tasks of a volunteer on a paper of their own: only with a yes, and nothing of the case (NET-21)."""

from datetime import timedelta

import pytest

from kernnetwerk_app.domain.bezorging import NietMeerVoorLezer, Stuksoort
from kernnetwerk_app.domain.delen import DelenZonderAfspraak
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.plan import Akkoord, Wie
from kernnetwerk_app.domain.toestemming import Aan, DelenIsVoorbij, DelenZonderJa, Toestemming
from kernnetwerk_app.domain.vrijwilligersregel import VrijwilligerZonderAchtervang
from kernnetwerk_app.services import (
    bezorging,
    bezorglijst,
    delen,
    plan,
    stukken,
    takenblad,
    verstrekking,
    wie_weet_wat,
)
from kernnetwerk_app.services.delen import NieuwDelen
from kernnetwerk_app.services.papier import noteer_afdruk
from kernnetwerk_app.services.takenblad import GeenTaken, Takenbeeld
from tests.factories import VRAAG
from tests.services.opzet import DOEL, Dossier, gelezen, opgeblazen, staat_erin
from tests.services.stukken_opzet import lezers, papieren, tekst_van, wacht

GEHEIM = ("schuldsanering", "Wijkzuster", "Jeugdwet", "te zwaar voor mij")


def beeld(hier: Dossier) -> Takenbeeld:
    with hier.plek.store.read() as lezer:
        return takenblad.load(hier.plek, lezer, hier.huishouden_id)


def ja_van(hier: Dossier, nummer: int = 0) -> Toestemming:
    ja = beeld(hier).vrijwilligers[nummer].ja
    assert ja is not None
    return ja


@pytest.fixture
def plan_met_karin(hier: Dossier) -> Dossier:
    """Karin drives, another Karin reads aloud, a professional comes; the question and a domain tell more."""
    hier.typ("financien.lastig", "De schuldsanering loopt.")
    doel_id = hier.doel()
    for zin, wie, naam, wanneer in (
        ("Karin Proef rijdt mee naar de biljartclub.", Wie.VRIJWILLIGER, "Karin Proef", "elke dinsdagmiddag"),
        ("Karin Vos leest de krant voor.", Wie.VRIJWILLIGER, "Karin Vos", "op zondag"),
        ("Wijkzuster Bea komt langs.", Wie.PROFESSIONAL, "Wijkzuster Bea", "elke ochtend"),
    ):
        plan.add_afspraak(hier.plek, doel_id, zin, wie, naam, wanneer)
    rijdt = hier.plan().doelen[0].afspraken[0]
    hier.wijzig(rijdt, waarom="Alleen gaan is te zwaar voor mij.", wet="jeugdwet", opmerking="te zwaar voor mij")
    return hier


@pytest.mark.eis("NET-21")
def test_a_volunteer_gets_only_their_own_tasks_and_nothing_of_the_case(plan_met_karin: Dossier) -> None:
    hier = plan_met_karin
    takenblad.zeg_ja(hier.plek, hier.huishouden_id, "Karin Proef")
    pdf = takenblad.load_pdf(hier.plek, ja_van(hier).id)
    tekst = gelezen(pdf)
    regel = hier.plan().doelen[0].afspraken[0]
    for woord in ("Voor Karin Proef", "rijdt mee naar de biljartclub", "elke dinsdagmiddag", "van dinsdag 20 april"):
        assert woord in tekst
    assert (regel.achtervang or "?") in tekst
    assert "Medicijnen geven en verzorging zijn voor een beroepskracht." in tekst, "who does what is plain"
    octetten = opgeblazen(pdf)
    for woord in (*GEHEIM, "Karin Vos", "krant", VRAAG, DOEL, "Wmo"):
        assert not staat_erin(woord, octetten), woord
        assert woord not in tekst


@pytest.mark.eis("NET-21")
def test_without_a_yes_nothing_goes_out_and_what_was_taken_back_is_over(plan_met_karin: Dossier) -> None:
    hier = plan_met_karin
    assert [wie.ja for wie in beeld(hier).vrijwilligers] == [None, None]
    anna = hier.plan().inwoner.id
    zonder = {"over_id": anna, "onderwerp": "taken", "ontvanger": "Karin Proef", "aan": Aan.VRIJWILLIGER}
    with pytest.raises(DelenZonderJa):
        delen.deel(hier.plek, hier.huishouden_id, NieuwDelen(**zonder, grond="taak"))
    takenblad.zeg_ja(hier.plek, hier.huishouden_id, "Karin Proef")
    assert [wie.ja is not None for wie in beeld(hier).vrijwilligers] == [True, False], "a yes is for one recipient"
    ja = ja_van(hier)
    assert ja.eind_datum == hier.plan().doelen[0].afspraken[0].eind_datum, "it lasts as long as the tasks"
    with hier.plek.store.read() as lezer:
        bases = lezer.bases(ja.id)
    delen.trek_in(hier.plek, ja, bases, anna)
    assert beeld(hier).vrijwilligers[0].ja is None
    for doe in (takenblad.load_pdf, takenblad.noteer):
        with pytest.raises(DelenIsVoorbij):
            doe(hier.plek, ja.id)


@pytest.mark.eis("NET-21")
def test_that_it_was_given_is_kept_and_told_and_leaves_the_six_weeks_running(plan_met_karin: Dossier) -> None:
    hier = plan_met_karin
    takenblad.zeg_ja(hier.plek, hier.huishouden_id, "Karin Proef")
    takenblad.noteer(hier.plek, ja_van(hier).id)
    assert beeld(hier).vrijwilligers[0].gegeven == hier.plek.vandaag
    with hier.plek.store.read() as lezer:
        zinnen = [regel.zin for regel in wie_weet_wat.load(hier.plek, lezer, hier.huishouden_id)]
        gegeven = verstrekking.uitkomst_gegeven(lezer, lezer.get(Melding, hier.melding_id))
    assert any("Karin Proef kreeg op" in zin and "een blad met de eigen taken" in zin for zin in zinnen)
    assert not any("het plan op papier" in zin for zin in zinnen)
    assert gegeven is None, "a volunteer's paper is no outcome of the question"


@pytest.mark.eis("NET-21")
def test_it_waits_for_that_volunteer_and_what_the_record_says_follows_what_was_delivered(
    plan_met_karin: Dossier,
) -> None:
    hier = plan_met_karin
    assert Stuksoort.TAKEN not in papieren(hier), "nobody said yes"
    takenblad.zeg_ja(hier.plek, hier.huishouden_id, "Karin Proef")
    stuk = papieren(hier)[Stuksoort.TAKEN].stuk
    (karin,) = lezers(hier, stuk)
    assert (karin.naam, karin.kort) == ("Karin Proef", "vrijwilliger, K. P.")
    assert "Voor Karin Proef" in tekst_van(hier, Stuksoort.TAKEN)
    blad = stukken.papier(hier.plek, stuk)
    bezorging.zet_klaar(hier.plek, stuk, karin, {})
    for open_ in (blad, stukken.papier(hier.plek, stuk, karin.sleutel)):  # also on the page where it was put ready
        noteer_afdruk(hier.plek, hier.huishouden_id, open_, karin)
    assert beeld(hier).vrijwilligers[0].gegeven is None, "printed is not given"
    (regel,) = wacht(hier)
    bezorging.bezorg(hier.plek, regel)
    assert beeld(hier).vrijwilligers[0].gegeven == hier.plek.vandaag
    with hier.plek.store.read() as lezer:
        gedaan = bezorglijst.verstrekt(lezer, hier.huishouden_id)[0]
    assert len(kreeg(hier)) == 1, "told once"
    bezorging.neem_terug(hier.plek, gedaan)
    assert beeld(hier).vrijwilligers[0].gegeven is None


@pytest.mark.eis("NET-21")
def test_when_the_yes_was_taken_back_it_goes_to_nobody_and_that_she_had_it_before_can_still_be_noted(
    plan_met_karin: Dossier,
) -> None:
    hier = plan_met_karin
    takenblad.zeg_ja(hier.plek, hier.huishouden_id, "Karin Proef")
    ja, stuk = ja_van(hier), papieren(hier)[Stuksoort.TAKEN].stuk
    (karin,) = lezers(hier, stuk)
    bezorging.zet_klaar(hier.plek, stuk, karin, {})
    with hier.plek.store.read() as lezer:
        bases = lezer.bases(ja.id)
    delen.trek_in(hier.plek, ja, bases, hier.plan().inwoner.id)
    assert len(wacht(hier)) == 1
    assert lezers(hier, stuk) == (), "it says that it goes to nobody any more"
    with pytest.raises(NietMeerVoorLezer):
        stukken.papier(hier.plek, stuk, karin.sleutel)()
    toen, (regel,) = hier.plek.vandaag, wacht(hier)
    hier.plek.klok.advance(timedelta(days=2))
    with hier.plek.store.read() as lezer:
        staat = bezorging.load(hier.plek, lezer, hier.huishouden_id).standen[regel.bezorging.id]
    assert (staat.mag, staat.zin.split(".")[0]) == (False, "Dit mag nu niet meer naar deze lezer")
    bezorging.bezorg(hier.plek, regel, datum=toen)
    assert kreeg(hier) == ["Karin Proef kreeg op dinsdag 20 april 2027 een blad met de eigen taken."], "so it was, then"
    with hier.plek.store.read() as lezer:
        bezorging.neem_terug(hier.plek, bezorglijst.verstrekt(lezer, hier.huishouden_id)[0])
    bezorging.laat_vervallen(hier.plek, wacht(hier)[0])
    assert (wacht(hier), kreeg(hier)) == ((), [])


def kreeg(hier: Dossier) -> list[str]:
    """What *Wie weet wat* says that Karin has."""
    with hier.plek.store.read() as lezer:
        zinnen = [een.zin for een in wie_weet_wat.load(hier.plek, lezer, hier.huishouden_id)]
    return [zin for zin in zinnen if "Karin Proef kreeg op" in zin]


def test_a_task_that_cannot_be_agreed_or_is_not_there_any_more_is_not_given(plan_met_karin: Dossier) -> None:
    hier = plan_met_karin
    takenblad.zeg_ja(hier.plek, hier.huishouden_id, "Karin Proef")
    ja, regel = ja_van(hier), hier.plan().doelen[0].afspraken[0]
    hier.wijzig(regel, achtervang=None, achtervang_bereik=None)
    with pytest.raises(VrijwilligerZonderAchtervang):
        takenblad.load_pdf(hier.plek, ja.id)


@pytest.mark.parametrize("over", [{"akkoord": Akkoord.NIET_AKKOORD, "opmerking": "Liever niet."}, {"eind_datum": None}])
def test_what_the_resident_said_no_to_or_is_over_goes_to_no_volunteer(
    plan_met_karin: Dossier, over: dict[str, object]
) -> None:
    hier = plan_met_karin
    takenblad.zeg_ja(hier.plek, hier.huishouden_id, "Karin Proef")
    ja = ja_van(hier)
    for regel in hier.plan().doelen[0].afspraken:
        if "eind_datum" in over:
            over = {"begin_datum": None, "eind_datum": hier.plek.vandaag - timedelta(days=1)}
        hier.wijzig(regel, **over)
    assert beeld(hier).vrijwilligers == ()
    with pytest.raises(GeenTaken):
        takenblad.load_pdf(hier.plek, ja.id)
    hier.wijzig(regel, vervallen_datum=hier.plek.vandaag)
    with pytest.raises(GeenTaken):
        takenblad.load_pdf(hier.plek, ja.id)
    with pytest.raises(GeenTaken):
        takenblad.zeg_ja(hier.plek, hier.huishouden_id, "Karin Proef")


def test_a_yes_to_something_else_or_to_another_kind_of_recipient_gives_no_tasks(plan_met_karin: Dossier) -> None:
    hier = plan_met_karin
    anna = hier.plan().inwoner.id
    velden = {"over_id": anna, "ontvanger": "Karin Proef", "grond": "inwoner", "ja_van": (anna,)}
    for onderwerp, aan in (("bereik", Aan.VRIJWILLIGER), ("taken", Aan.NETWERK)):
        delen.deel(hier.plek, hier.huishouden_id, NieuwDelen(**velden, onderwerp=onderwerp, aan=aan))
    with pytest.raises(DelenZonderAfspraak):
        delen.deel(hier.plek, hier.huishouden_id, NieuwDelen(**velden, onderwerp="taken", aan=Aan.ORGANISATIE))
    assert beeld(hier).vrijwilligers[0].ja is None
    with hier.plek.store.read() as lezer:
        (bereik, _) = lezer.find(Toestemming)
    with pytest.raises(GeenTaken):
        takenblad.load_pdf(hier.plek, bereik.id)
