"""The mantelzorger: an own record that is not the resident's, how it goes by day, and strain that stays in sight."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kernnetwerk_app.domain.base import VoorWie, mag_veld
from kernnetwerk_app.domain.draagkracht import (
    Draagkracht,
    DraagkrachtInToekomst,
    DraagkrachtLeeg,
    Meter,
    Overbelast,
    PlanZonderDraagkracht,
)
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.mantelzorg import Delen, GesprekInToekomst, Mantelzorg
from kernnetwerk_app.domain.netwerk import Netwerkbevinding
from kernnetwerk_app.domain.planversie import InhoudAntwoord, InhoudLeefgebied
from kernnetwerk_app.domain.relatie import MANTELZORG, Relatie
from kernnetwerk_app.domain.signaal import Signaal, Uitkomst
from kernnetwerk_app.services import (
    daad,
    mantelzorg,
    mensen,
    netwerk,
    netwerkbevinding,
    ondertekening,
    planmantelzorg,
    signaal,
    signalen,
    vandaag,
)
from kernnetwerk_app.services.daad import DaadNietTerug
from kernnetwerk_app.services.mantelzorg import MantelzorgBeeld, Mantelzorger
from kernnetwerk_app.services.signalen import SignaalTaakSoort
from kernnetwerk_app.services.taak import TaakSoort
from tests.factories import make_klok, make_werkplek
from tests.kaart_opzet import vul_kaart
from tests.services.opzet import Dossier, begin_dossier, gelezen


def beeld(hier: Dossier) -> MantelzorgBeeld:
    with hier.plek.store.read() as lezer:
        return mantelzorg.load(hier.plek, lezer, hier.huishouden_id)


def de_mantelzorger(hier: Dossier) -> Mantelzorger:
    (wie,) = beeld(hier).mantelzorgers
    return wie


def maak_mantelzorger(hier: Dossier, naam: str = "Karin Voorbeeld", **velden: Any) -> Mantelzorger:
    """A daughter who lives elsewhere and gives mantelzorg."""
    with hier.plek.store.read() as lezer:
        anna = lezer.find(Inwoner, huishouden_id=hier.huishouden_id)[0]
    wie = {"inwoner_id": anna.id, "ander_naam": naam, "relatie": "zoon_dochter", "hulpsoort": MANTELZORG, **velden}
    mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, wie)
    return next(m for m in beeld(hier).mantelzorgers if m.naam == naam)


def meet(hier: Dossier, **velden: Any) -> None:
    mantelzorg.meet(hier.plek, de_mantelzorger(hier), {"meter": Meter.ZELF, **velden})


@pytest.mark.eis("NET-05")
def test_a_mantelzorger_outside_the_household_has_an_own_record_and_an_own_consent(hier: Dossier) -> None:
    maak_mantelzorger(hier)
    mantelzorg.schrijf(hier.plek, de_mantelzorger(hier), {"eigen_woorden": "Ik slaap slecht."})
    velden = {"gesprek_datum": hier.plek.vandaag, "gesprek_met": "Karin en Sanne", "delen": Delen.JA}
    mantelzorg.schrijf(hier.plek, de_mantelzorger(hier), {**velden, "delen_met": "huisarts, om mee te denken"})
    eigen = de_mantelzorger(hier).eigen
    assert eigen is not None
    assert (eigen.eigen_woorden, eigen.gesprek_met) == ("Ik slaap slecht.", "Karin en Sanne")
    assert (eigen.delen, eigen.delen_datum) == (Delen.JA, hier.plek.vandaag)
    with hier.plek.store.read() as lezer:
        assert lezer.conflicten() == []


def test_what_a_mantelzorger_said_about_sharing_is_not_undone(hier: Dossier) -> None:
    """A yes that was taken back since stays taken back, and so the other way: others go by it (0035.4)."""
    maak_mantelzorger(hier)
    ja = {"delen": Delen.JA, "delen_met": "de wijkzuster", "inwoner_mag_zien": True}
    gezegd = (
        ja,
        {"inwoner_mag_zien": False, "eigen_woorden": "Liever niet."},
        {"delen_met": "de huisarts"},
        {"delen": Delen.NEE, "delen_met": None},
        ja,
    )
    for wat in gezegd:
        mantelzorg.schrijf(hier.plek, de_mantelzorger(hier), wat)
    with hier.plek.store.read() as lezer:
        daden = daad.load(hier.plek, lezer)[: len(gezegd) - 1]
    assert {(een.naam, een.waarom) for een in daden} == {("mantelzorg.geschreven", "gezegd")}
    for een in daden:
        for doe in (daad.neem_terug, daad.herstel):
            with pytest.raises(DaadNietTerug):
                doe(hier.plek, een.nummer)


@pytest.mark.eis("NET-05", "NET-10")
def test_the_resident_reads_tasks_and_limits_only_if_the_mantelzorger_wants_it_and_the_own_words_never(
    hier: Dossier,
) -> None:
    assert not any(mag_veld(VoorWie.PERSOON, Mantelzorg, veld) for veld in ("eigen_woorden", "taken", "grenzen"))
    maak_mantelzorger(hier)
    velden = {"eigen_woorden": "Ik slaap slecht.", "taken": "De was.", "grenzen": "Niet in de nacht."}
    mantelzorg.schrijf(hier.plek, de_mantelzorger(hier), velden)

    def op_kaart() -> tuple[str, str]:
        with hier.plek.store.read() as lezer:
            (op,) = netwerk.load(hier.plek, lezer, hier.huishouden_id).kaart
        return op.taken, op.grenzen

    assert op_kaart() == ("", "")
    mantelzorg.schrijf(hier.plek, de_mantelzorger(hier), {"inwoner_mag_zien": True})
    assert op_kaart() == ("De was.", "Niet in de nacht.")
    mantelzorg.schrijf(hier.plek, de_mantelzorger(hier), {"taken": "De was.\n\n- De pillen klaarzetten\nDe post."})
    assert op_kaart()[0] == "De was; De pillen klaarzetten; De post.", "no two tasks run into one another"


@pytest.mark.eis("NET-05", "NET-06")
def test_a_daughter_who_cares_for_the_partner_and_the_resident_who_does_have_an_own_record_too(hier: Dossier) -> None:
    """On the map she is the daughter; the plan asks how each of them holds up, so each has a page to say it on."""
    mensen.leg_vast(hier.plek, Inwoner, hier.huishouden_id, {"voornamen": "Piet", "rol": RolInHuishouden.PARTNER})
    with hier.plek.store.read() as lezer:
        anna, piet = lezer.find(Inwoner, huishouden_id=hier.huishouden_id)
    kind = {"ander_naam": "Karin Proef", "relatie": "zoon_dochter"}
    mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, {"inwoner_id": anna.id, **kind})
    for wie in (kind, {"ander_id": anna.id, "relatie": "partner"}):
        velden = {"inwoner_id": piet.id, "hulpsoort": MANTELZORG, **wie}
        mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, velden)
    zelf, karin = sorted(beeld(hier).mantelzorgers, key=lambda een: een.naam)
    assert [(een.naam, een.wat) for een in (karin, zelf)] == [
        ("Karin Proef", "zoon/dochter van Piet"),
        (anna.naam, "partner van Piet"),
    ]
    mantelzorg.schrijf(hier.plek, karin, {"grenzen": "Geen nachten."})
    mantelzorg.meet(hier.plek, karin, {"meter": Meter.ZELF, "draaglast": "De nachten."})
    karin = next(een for een in beeld(hier).mantelzorgers if een.naam == "Karin Proef")
    assert karin.eigen is not None
    assert (karin.eigen.grenzen, karin.metingen[0].draaglast) == ("Geen nachten.", "De nachten.")


@pytest.mark.eis("NET-07")
def test_the_mantelzorger_and_the_professional_each_say_how_it_goes_on_a_day(hier: Dossier) -> None:
    maak_mantelzorger(hier)
    vorige_week = hier.plek.vandaag - timedelta(days=7)
    meet(hier, datum=vorige_week, volhoudtijd="maanden", draaglast="De nachten.")
    meet(hier, meter=Meter.PROFESSIONAL, instrument="EDIZ", uitslag="5", draagkracht="Haar zus helpt.")
    metingen = de_mantelzorger(hier).metingen
    assert [(m.datum, m.meter) for m in metingen] == [
        (hier.plek.vandaag, Meter.PROFESSIONAL),
        (vorige_week, Meter.ZELF),
    ]
    assert (metingen[0].instrument, metingen[0].uitslag) == ("EDIZ", "5")
    assert metingen[1].volhoudtijd == "maanden"
    eerst = hier.plek.vandaag - timedelta(days=30)
    meet(hier, datum=eerst, meter=Meter.OMGEVING, overbelast=Overbelast.NEE)
    laatste = de_mantelzorger(hier).metingen[-1]
    assert (laatste.meter, laatste.overbelast) == (Meter.OMGEVING, Overbelast.NEE), "a no is an answer by itself"
    assert metingen[0].overbelast is None, "and nobody having asked is none"


def test_a_measurement_that_says_nothing_or_lies_ahead_is_refused(hier: Dossier) -> None:
    maak_mantelzorger(hier)
    morgen = hier.plek.vandaag + timedelta(days=1)
    with pytest.raises(DraagkrachtLeeg):
        meet(hier, instrument="EDIZ", draaglast="  ")
    with pytest.raises(DraagkrachtInToekomst):
        meet(hier, datum=morgen, volhoudtijd="jaar")
    with pytest.raises(GesprekInToekomst):
        mantelzorg.schrijf(hier.plek, de_mantelzorger(hier), {"gesprek_datum": morgen})
    with hier.plek.store.read() as lezer:
        assert lezer.find(Draagkracht) == []
        assert lezer.find(Mantelzorg) == []


@pytest.mark.eis("NET-08")
def test_strain_that_is_coming_is_a_signal_that_stays_until_somebody_handled_it(hier: Dossier) -> None:
    maak_mantelzorger(hier, "Karin Voorbeeld")
    meet(hier, volhoudtijd="jaar")
    with hier.plek.store.read() as lezer:
        assert lezer.find(Signaal) == []
    meet(hier, overbelast=Overbelast.DREIGT)
    signaal_id = de_mantelzorger(hier).open_signaal_id
    assert signaal_id is not None
    meet(hier, overbelast=Overbelast.JA, meter=Meter.PROFESSIONAL)
    with hier.plek.store.read() as lezer:
        (gemerkt,) = lezer.find(Signaal)
        taken = [(t.soort, t.id) for t in signalen.taken(hier.plek, lezer)]
        op_dossier = [r.id for r in signalen.van_dossier(hier.plek, lezer, hier.huishouden_id)]
        bases = lezer.bases(gemerkt.id)
    assert (taken, op_dossier) == ([(SignaalTaakSoort.OVERBELASTING, signaal_id)], [signaal_id])
    assert "Karin" not in gemerkt.gezien
    signaal.change(hier.plek, gemerkt, bases, {"uitkomst": Uitkomst.ZELF})
    assert de_mantelzorger(hier).open_signaal_id is None
    with hier.plek.store.read() as lezer:
        assert signalen.taken(hier.plek, lezer) == ()
    meet(hier, overbelast=Overbelast.DREIGT)
    assert de_mantelzorger(hier).open_signaal_id not in (None, signaal_id), "it is asked for anew"


@pytest.mark.eis("NET-18")
def test_what_there_is_for_mantelzorgers_is_suggested_once_there_is_one(hier: Dossier) -> None:
    vul_kaart(hier.plek)
    assert beeld(hier).er_is == ()
    maak_mantelzorger(hier)
    assert {v.rubriek for v in beeld(hier).er_is} <= set(mantelzorg.RUBRIEKEN)
    assert beeld(hier).er_is


def test_two_laptops_that_begin_the_own_record_write_one(hier: Dossier) -> None:
    wie = maak_mantelzorger(hier)
    mantelzorg.schrijf(hier.plek, wie, {"taken": "De was."})
    eigen = de_mantelzorger(hier).eigen
    assert eigen is not None
    assert eigen.id == mantelzorg.mantelzorg_id(wie.relatie.id)


@pytest.mark.eis("NET-06")
def test_how_the_mantelzorger_holds_up_is_a_part_of_the_plan_that_they_open_to_the_resident_themselves(
    hier: Dossier,
) -> None:
    hier.doel()
    assert deel(hier) == {}
    wie = maak_mantelzorger(hier, "Karin")
    kan_apart = {"Praten over mantelzorg": "Wie voor een ander zorgt, kan altijd ook apart met ons praten."}
    assert deel(hier) == kan_apart
    mantelzorg.schrijf(hier.plek, wie, {"taken": "De was.", "steun": "Een avond vrij.", "eigen_woorden": "Ik ben op."})
    meet(hier, draaglast="De nachten.", draagkracht="De tuin.", volhoudtijd="weken")
    gesprek = {"gesprek_datum": hier.plek.vandaag}
    mantelzorg.schrijf(hier.plek, de_mantelzorger(hier), gesprek)
    assert deel(hier) == kan_apart, "nobody reads in it whether there was a talk, nor of whom, nor when"
    inhoud = hier.plan().inhoud
    eerder = InhoudAntwoord(
        label="Hoe het met Karin gaat", woorden="Daarover spraken wij apart, op dinsdag 20 april 2027."
    )
    van_eerder = (InhoudLeefgebied(naam="Mantelzorg", antwoorden=(eerder,)),)
    with hier.plek.store.read() as lezer:
        for gebieden in (inhoud.leefgebieden, van_eerder):
            een = inhoud.model_copy(update={"mantelzorgers": None, "leefgebieden": gebieden})
            assert planmantelzorg.zonder_ja(hier.plek, lezer, hier.huishouden_id, een, ()) == ()
    mantelzorg.schrijf(hier.plek, de_mantelzorger(hier), {"inwoner_mag_zien": True})
    assert deel(hier) == {
        "Karin doet": "De was.",
        "Wat voor Karin zwaar weegt": "De nachten.",
        "Wat Karin kracht geeft": "De tuin.",
        "Hoe lang Karin dit zo volhoudt": "een paar weken",
        "Steun voor Karin": "Een avond vrij.",
    }
    op_papier = gelezen(ondertekening.load_versie_pdf(hier.plek, hier.versie().id))
    assert "De nachten." in op_papier
    assert "Ik ben op" not in op_papier


def deel(hier: Dossier) -> dict[str, str]:
    """What the plan says of mantelzorgers."""
    return {
        antwoord.label: antwoord.woorden
        for gebied in hier.plan().inhoud.leefgebieden
        if gebied.naam == "Mantelzorg"
        for antwoord in gebied.antwoorden
    }


@pytest.mark.eis("NET-06")
def test_each_quarter_it_is_asked_again_before_the_plan_is_read_together(tmp_path: Path) -> None:
    klok = make_klok()
    plek = make_werkplek(tmp_path / "later", klok)
    hier = begin_dossier(plek)
    hier.doel()
    hier.nagegaan()
    netwerkbevinding.zeg(plek, hier.plan_id, Netwerkbevinding.BETROKKEN)
    maak_mantelzorger(hier)
    with pytest.raises(PlanZonderDraagkracht):
        netwerkbevinding.stel_vast(plek, hier.plan_id)
    meet(hier, volhoudtijd="jaar")
    assert netwerkbevinding.stel_vast(plek, hier.plan_id)[0].nummer == 1
    assert gevraagd(hier) == []
    klok.advance(timedelta(days=93))
    assert gevraagd(hier) == [hier.huishouden_id], "on Vandaag, also when nobody opens the plan"
    with pytest.raises(PlanZonderDraagkracht):
        netwerkbevinding.stel_vast(plek, hier.plan_id)
    assert netwerkbevinding.stel_vast(plek, hier.plan_id, reden="Karin is op reis.")
    assert hier.plan().plan.draagkracht_reden == "Karin is op reis."
    assert gevraagd(hier) == []
    plek.store.close()


def gevraagd(hier: Dossier) -> list[UUID]:
    """Of which households Vandaag asks how the mantelzorger holds up."""
    with hier.plek.store.read() as lezer:
        taken = vandaag.load(hier.plek, lezer).taken
    return [taak.huishouden_id for taak in taken if taak.soort is TaakSoort.DRAAGKRACHT]


@pytest.mark.eis("NET-07")
def test_a_measurement_written_by_mistake_is_put_right_or_taken_back_and_stays_to_be_read(hier: Dossier) -> None:
    maak_mantelzorger(hier)
    meet(hier, draaglast="Van een ander dossier.", overbelast=Overbelast.JA)
    (fout,) = de_mantelzorger(hier).metingen
    velden = {"meter": Meter.ZELF, "draaglast": "De nachten."}
    mantelzorg.meet(hier.plek, de_mantelzorger(hier), velden, verbetert=fout)
    wie = de_mantelzorger(hier)
    assert [een.draaglast for een in wie.metingen] == ["De nachten."]
    assert [(een.draaglast, een.vervallen_datum) for een in wie.teruggenomen] == [(fout.draaglast, hier.plek.vandaag)]
    assert wie.open_signaal_id == fout.signaal_id, "what came of it stays until somebody says what was done"
    mantelzorg.neem_terug(hier.plek, wie.metingen[0])
    wie = de_mantelzorger(hier)
    assert (len(wie.metingen), len(wie.teruggenomen)) == (0, 2)
    netwerkbevinding.zeg(hier.plek, hier.plan_id, next(iter(Netwerkbevinding)))
    hier.doel("Weer naar de markt.")
    with pytest.raises(PlanZonderDraagkracht):
        netwerkbevinding.stel_vast(hier.plek, hier.plan_id)
