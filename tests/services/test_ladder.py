"""The ladder of a goal: filled from what was told, confirmed, and read as the motivation later (PLAN-11, Wmo 2.3.5)."""

from typing import Any

import pytest

from kernnetwerk_app.domain.afzien import Waarvan
from kernnetwerk_app.domain.base import VoorWie, mag_veld
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.draagkracht import Meter, Overbelast
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.ladder import Trede, is_gemotiveerd, zet_antwoord
from kernnetwerk_app.domain.plan import Akkoord, Doel, Wie
from kernnetwerk_app.domain.relatie import FORMEEL, MANTELZORG, VRIJWILLIG, Bereid, Relatie
from kernnetwerk_app.services import afzien, daad, ladder, mantelzorg, mensen, ondertekening, plan
from kernnetwerk_app.services.inwoner import leden as leden_van
from kernnetwerk_app.services.ladder import Tredebeeld
from tests.kaart_opzet import vul_kaart
from tests.services.opzet import Dossier, gelezen


def treden(hier: Dossier) -> dict[Trede, Tredebeeld]:
    with hier.plek.store.read() as lezer:
        beeld = plan.load(hier.plek, lezer, hier.plan_id)
        return {een.trede: een for een in ladder.load(hier.plek, lezer, beeld)[beeld.doelen[0].doel.id]}


def bevestig(hier: Dossier, trede: Trede, gekozen: str | None) -> Doel:
    beeld = hier.plan()
    ladder.bevestig(hier.plek, beeld, beeld.doelen[0].doel, treden(hier)[trede], gekozen)
    return hier.plan().doelen[0].doel


def naaste(hier: Dossier, naam: str | None, **velden: Any) -> None:
    wie = {"inwoner_id": hier.plan().inwoner.id, "ander_naam": naam, **velden}
    mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, wie)


def huisgenoot(hier: Dossier, naam: str, **velden: Any) -> None:
    mensen.leg_vast(hier.plek, Inwoner, hier.huishouden_id, {"voornamen": naam, "achternaam": "Voorbeeld", **velden})


def hier_leden(hier: Dossier) -> list[Inwoner]:
    with hier.plek.store.read() as lezer:
        return leden_van(lezer, hier.huishouden_id)


def de_mantelzorger(hier: Dossier) -> mantelzorg.Mantelzorger:
    with hier.plek.store.read() as lezer:
        return mantelzorg.load(hier.plek, lezer, hier.huishouden_id).mantelzorgers[0]


@pytest.mark.eis("PLAN-11", "NET-01")
def test_each_rung_holds_what_was_told_and_who_could_do_more(hier: Dossier) -> None:
    hier.doel("Ik wil weer samen eten.")
    huisgenoot(hier, "Bram")
    huisgenoot(hier, "Lotte", geboortedatum="2015-03-01")
    naaste(hier, "Riet Proef", relatie="broer_zus", kan="op dinsdag koken", bereid=Bereid.JA)
    naaste(hier, "Piet Proef", doet="rijdt soms", bereid=Bereid.NEE)
    naaste(hier, "Dokter Proef", hulpsoort=FORMEEL, doet="let op de pillen")
    naaste(hier, "Karin Proef", hulpsoort=MANTELZORG, doet="doet de was")
    huisgenoot(hier, "Noor", geboortedatum="2015-00-00")
    huisgenoot(hier, "Daan")
    huisgenoot(hier, "Wim")
    leden = {een.voornamen: een.id for een in hier_leden(hier)}
    dood = {"inwoner_id": leden["Wim"], "aard": Aard.OVERLEDEN, "begin_datum": hier.plek.vandaag}
    mensen.leg_vast(hier.plek, Bijzonderheid, hier.huishouden_id, dood)
    naaste(hier, None, ander_id=leden["Wim"], kan="koken")
    naaste(hier, "Kees Proef", inwoner_id=leden["Bram"], kan="koken")
    naaste(hier, "Oma Proef", inwoner_id=leden["Lotte"], relatie="grootouder", kan="oppassen", bereid=Bereid.NEE)
    naaste(hier, "Vera Proef", hulpsoort=VRIJWILLIG, kan="mee naar de markt")
    wens = {"inwoner_id": hier.plan().inwoner.id, "waarvan": Waarvan.HULP}
    afzien.leg_vast(hier.plek, hier.huishouden_id, {**wens, "waarover": "Daan Voorbeeld"})
    vul_kaart(hier.plek)
    gezien = treden(hier)
    assert list(gezien) == list(Trede), "in the order of the municipality's list"
    assert gezien[Trede.EIGEN].is_aan_de_orde is False, "nothing was told of it, so nothing is asked"
    assert [een.naam for een in gezien[Trede.GEBRUIKELIJK].kandidaten] == ["Bram Voorbeeld"], "a child is not proposed"
    assert gezien[Trede.MANTELZORG].feiten == ("Karin Proef doet de was.",)
    netwerk = gezien[Trede.INFORMEEL]
    assert any("Riet Proef" in feit and "kan: op dinsdag koken." in feit for feit in netwerk.feiten)
    assert any(feit.endswith("Piet Proef kan nu niet helpen.") for feit in netwerk.feiten)
    assert [(een.naam, een.wie) for een in netwerk.kandidaten] == [
        ("Riet Proef", Wie.NETWERK),
        ("Vera Proef", Wie.VRIJWILLIGER),
    ], "who does not want to is not offered, nor who died, nor who stands around another adult"
    assert any("Oma Proef" in feit and "van Lotte" in feit for feit in netwerk.feiten), "of whom she is the grandmother"
    aanbod = gezien[Trede.ALGEMEEN].kandidaten
    assert aanbod
    afzien.leg_vast(hier.plek, hier.huishouden_id, {**wens, "waarover": aanbod[0].naam})
    assert aanbod[0].naam not in [een.naam for een in treden(hier)[Trede.ALGEMEEN].kandidaten]
    assert "Dokter" not in str(gezien)


def test_what_a_mantelzorger_told_apart_is_not_in_it_and_who_is_at_the_limit_is_not_asked_for_more(
    hier: Dossier,
) -> None:
    hier.doel()
    naaste(hier, "Karin Proef", hulpsoort=MANTELZORG)
    assert [een.naam for een in treden(hier)[Trede.MANTELZORG].kandidaten] == ["Karin Proef"]
    eigen = {"eigen_woorden": "Ik slaap slecht.", "taken": "Ik doe de was.", "grenzen": "Geen nachten."}
    mantelzorg.schrijf(hier.plek, de_mantelzorger(hier), eigen)
    mantelzorg.meet(hier.plek, de_mantelzorger(hier), {"meter": Meter.ZELF, "overbelast": Overbelast.JA})
    rung = treden(hier)[Trede.MANTELZORG]
    assert (rung.feiten, rung.kandidaten) == (("Karin Proef is er ook.",), ())
    mantelzorg.schrijf(hier.plek, de_mantelzorger(hier), {"inwoner_mag_zien": True})
    rung = treden(hier)[Trede.MANTELZORG]
    (feit,) = rung.apart
    assert "Geen nachten." in feit
    assert feit.endswith("Meer wordt te veel voor Karin Proef.")
    assert "slaap" not in feit, "the mantelzorger's own words never are"
    assert rung.feiten == ("Karin Proef is er ook.",)
    assert bevestig(hier, Trede.MANTELZORG, "ja").mantelzorg_woorden == "Karin Proef is er ook.", "shown and not kept"
    assert bevestig(hier, Trede.MANTELZORG, None).mantelzorg_woorden is None, "what we wrote goes with the answer"
    assert bevestig(hier, Trede.MANTELZORG, "doen_al_veel").mantelzorg_woorden is None, "only a yes confirms it"
    geladen = hier.plan()
    hier.wijzig(geladen.doelen[0].doel, mantelzorg_woorden="Zij komt op maandag.")
    ladder.bevestig(hier.plek, geladen, geladen.doelen[0].doel, rung, "ja")
    assert hier.plan().doelen[0].doel.mantelzorg_woorden == "Zij komt op maandag.", "typed since the screen was loaded"


@pytest.mark.eis("PLAN-11", "PLAN-12")
def test_confirmed_rungs_are_the_motivation_on_paper_and_stay_as_they_were_confirmed(hier: Dossier) -> None:
    doel_id = hier.doel()
    huisgenoot(hier, "Bram")
    plan.add_afspraak(hier.plek, doel_id, "Bram kookt.", Wie.NETWERK, "Bram Voorbeeld")
    plan.add_afspraak(hier.plek, doel_id, "Els kookt.", Wie.NETWERK, "Els Proef")
    els = next(een for een in hier.plan().doelen[0].afspraken if een.wie_naam == "Els Proef")
    hier.wijzig(els, akkoord=Akkoord.NIET_AKKOORD)
    assert treden(hier)[Trede.INFORMEEL].doen_al == (), "of a line that was refused nobody says that it is done"
    rung = treden(hier)[Trede.GEBRUIKELIJK]
    assert (rung.doen_al, rung.kandidaten) == (("Bram Voorbeeld",), ())
    bevestig(hier, Trede.GEBRUIKELIJK, "niet_genoeg")
    hier.wijzig(hier.plan().doelen[0].doel, gebruikelijk_woorden="Bram werkt overdag.")
    bevestig(hier, Trede.INFORMEEL, "niemand")
    assert bevestig(hier, Trede.ALGEMEEN, "niet_hier").algemeen_kan is False
    versie = hier.versie()
    papier = gelezen(ondertekening.render(hier.plek, versie, ()))
    assert "Kunnen mensen in huis helpen? Ja, maar het is niet genoeg. Bram werkt overdag." in papier
    inhoud = plan.read_inhoud(versie)
    assert [een.sleutel for een in inhoud.doelen[0].ladder] == ["gebruikelijk", "informeel", "algemeen"]
    assert is_gemotiveerd(hier.plan().doelen[0].doel)
    assert bevestig(hier, Trede.GEBRUIKELIJK, None).gebruikelijk_woorden == "Bram werkt overdag.", (
        "what was typed stays"
    )
    assert "overdag" not in str(hier.plan().inhoud.doelen[0]), "and is not printed as long as there is no answer"


@pytest.mark.eis("PLAN-11")
def test_told_words_do_not_stay_under_a_no_also_when_the_network_changed_since(hier: Dossier) -> None:
    hier.doel()
    naaste(hier, "Karin Proef", doet="de was")
    gezegd = "Karin Proef doet nu: de was."
    assert bevestig(hier, Trede.INFORMEEL, "ja").informeel_woorden == gezegd
    naaste(hier, "Riet Proef", kan="koken")
    assert bevestig(hier, Trede.INFORMEEL, "niet_genoeg").informeel_woorden == gezegd, "as it was confirmed"
    assert bevestig(hier, Trede.INFORMEEL, "niemand").informeel_woorden is None
    bevestig(hier, Trede.INFORMEEL, "ja")
    hier.wijzig(hier.plan().doelen[0].doel, informeel_woorden="Karin is verhuisd.")
    assert bevestig(hier, Trede.INFORMEEL, "niemand").informeel_woorden == "Karin is verhuisd.", "typed, so it stays"


@pytest.mark.eis("PLAN-11")
def test_somebody_who_is_put_in_the_plan_confirms_the_rung_in_the_same_act(hier: Dossier) -> None:
    hier.doel()
    naaste(hier, "Riet Proef", kan="op dinsdag koken", bereid=Bereid.JA)
    rung, beeld = treden(hier)[Trede.INFORMEEL], hier.plan()
    ladder.neem_mee(hier.plek, beeld, beeld.doelen[0].doel, rung, rung.kandidaten[0])
    (goal,) = hier.plan().doelen
    assert [regel.wie_naam for regel in goal.afspraken] == ["Riet Proef"]
    assert (goal.doel.informeel_reden, goal.doel.informeel_kan) == ("ja", True)
    with hier.plek.store.read() as lezer:
        act = daad.load(hier.plek, lezer)[0]
    assert (act.naam, act.wat) == ("plan.afspraak", "afspraak")
    daad.neem_terug(hier.plek, act.nummer)
    (goal,) = hier.plan().doelen
    assert (goal.afspraken, goal.doel.informeel_reden, goal.doel.informeel_woorden) == ((), None, None)
    hier.wijzig(goal.doel, **zet_antwoord(Trede.INFORMEEL, "niet_genoeg", "Alleen op dinsdag."))
    ladder.neem_mee(hier.plek, hier.plan(), goal.doel, rung, rung.kandidaten[0])
    goal = hier.plan().doelen[0]
    assert (len(goal.afspraken), goal.doel.informeel_reden) == (1, "niet_genoeg"), "an answer that was given stays"


def test_maatwerk_is_motivated_when_each_lighter_rung_was_looked_at_and_none_is_enough_by_itself(
    hier: Dossier,
) -> None:
    hier.doel()
    naaste(hier, "Karin Proef", hulpsoort=MANTELZORG, doet="doet de was")
    vooraf = ladder.aan_de_orde(list(treden(hier).values()))
    assert vooraf == (Trede.MANTELZORG, Trede.INFORMEEL, Trede.ALGEMEEN)

    def zeg(trede: Trede, gekozen: str | None, woorden: str | None = None) -> bool:
        hier.wijzig(hier.plan().doelen[0].doel, **zet_antwoord(trede, gekozen, woorden))
        return is_gemotiveerd(hier.plan().doelen[0].doel, vooraf)

    zeg(Trede.INFORMEEL, "niemand")
    assert not zeg(Trede.ALGEMEEN, "niet_hier"), "nobody looked yet at what the mantelzorger can"
    assert not zeg(Trede.MANTELZORG, "ja"), "then that is enough"
    assert zeg(Trede.MANTELZORG, "niet_genoeg"), "helps for a part"
    assert not zeg(Trede.EIGEN, "ja"), "of a rung that was not put before anybody a plain yes says the same"
    assert not zeg(Trede.MAATWERK, "ja"), "that more is needed is no reason yet"
    assert zeg(Trede.MAATWERK, "ja", "Ik kan de steunkousen zelf niet uit."), "in words it is"
    assert zeg(Trede.MANTELZORG, "doen_al_veel")
    assert not zeg(Trede.MAATWERK, "niet_nodig"), "who needs no more motivates nothing"


def test_a_plan_with_the_two_answers_of_before_is_frozen_as_it_was(hier: Dossier) -> None:
    """Else a plan that was signed would say that it had changed."""
    hier.doel()
    hier.wijzig(hier.plan().doelen[0].doel, **zet_antwoord(Trede.INFORMEEL, "doen_al_veel"))
    (doel,) = plan.read_inhoud(hier.versie()).doelen
    assert (doel.informeel, doel.algemeen, doel.ladder) == ("Nee, zij doen al veel", None, ())


def test_the_words_name_people_so_they_are_not_for_who_sits_along() -> None:
    for trede in Trede:
        assert not mag_veld(VoorWie.TAFEL, Doel, f"{trede}_woorden")
        assert mag_veld(VoorWie.PERSOON, Doel, f"{trede}_woorden")
