"""The plan as a whole: all help in one table, light or full, and one of two plans that were found after a sync."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.lijst import Keuze
from kernnetwerk_app.domain.plan import Akkoord, Ondersteuningsplan, PlanSoort, PlanStatus, Wie
from kernnetwerk_app.services import ondertekening, plan, planpaar, samenvoeging
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.ui.forms.planoverzicht import Planoverzicht
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.screens.samenvoegen import SamenvoegenScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from tests.factories import JORIS, make_werkplek
from tests.services.opzet import DOEL, Dossier, begin_dossier, gelezen, laatste_n
from tests.ui.handtekening import ondertekeningen
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, gezegd_bij, in_focus, kies, tab_naar, toets, typ, wis, woorden, zie
from tests.uitwisseling import wissel_uit


@pytest.fixture
def scherm(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> PlanScreen:
    doel_id = dossier.doel()
    for zin, wie, naam, wanneer in (
        ("Hulp in huis doet de boodschappen.", Wie.PROFESSIONAL, "Hulp in huis", "om de week"),
        ("Mijn zus doet de boodschappen.", Wie.NETWERK, "Mijn zus", "elke week"),
        ("De buurtbus haalt ons op.", Wie.ALGEMENE_VOORZIENING, "De buurtbus", "dinsdag om 11.30 uur"),
        ("De wijkzuster komt langs.", Wie.PROFESSIONAL, "De wijkzuster", "dinsdag om 11.30 uur"),
    ):
        plan.add_afspraak(dossier.plek, doel_id, zin, wie, naam, wanneer)
    dossier.wijzig(dossier.plan().doelen[0].afspraken[0], wet="wmo", organisatie="Thuiszorg Proefdijk")
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    return scherm


@pytest.mark.eis("PLAN-06")
@pytest.mark.eis("PLAN-12")
def test_all_help_stands_in_one_table_by_level_with_what_is_double_and_what_clashes(
    scherm: PlanScreen, rust: Rust
) -> None:
    samenloop = zie(scherm, "plan.samenloop").accessibleName()
    assert "Lijkt dit dubbel? Hulp in huis: Hulp in huis doet de boodschappen. En Mijn zus: Mijn zus doet" in samenloop
    assert "Valt dit op hetzelfde moment? De buurtbus: De buurtbus haalt ons op. En De wijkzuster:" in samenloop
    druk(scherm, "plan.overzicht")
    rust()
    (overzicht,) = scherm.findChildren(Planoverzicht)
    gevonden = overzicht.findChildren(InfoRow)
    rijen = [" ".join(label.text() for label in rij.findChildren(PlainLabel)).strip() for rij in gevonden]
    assert [rij.split(":")[0] for rij in rijen] == ["Mijn zus", "De buurtbus", "De wijkzuster", "Hulp in huis"]
    for woord in ("Beroepskracht", "formeel", "Thuiszorg Proefdijk", "doel 1", "om de week"):
        assert woord in rijen[-1]
    assert "informeel" in rijen[0]


@pytest.mark.eis("PLAN-06")
def test_how_often_stands_beside_when_is_proposed_from_my_words_and_is_printed_in_the_table(
    scherm: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    druk(scherm, "doel1.regel1")
    rust()
    pick = zie(scherm, "doel1.regel1.hoe_vaak")
    assert "Wij lezen: om de week." in pick.accessibleDescription()
    assert dossier.plan().doelen[0].afspraken[0].hoe_vaak is None, "proposed, and chosen by nobody"
    kies("doel1.regel1.hoe_vaak", "twee keer per week")
    assert "Wij lezen" not in pick.accessibleDescription(), "chosen: nothing is asked any more"
    toets(Qt.Key.Key_Return)
    rust()
    regel = dossier.plan().doelen[0].afspraken[0]
    assert (regel.hoe_vaak, regel.wanneer) == ("twee keer per week", "om de week")
    druk(scherm, "plan.overzicht")
    rust()
    assert "twee keer per week, om de week" in woorden(scherm)
    assert "twee keer per week" in gelezen(ondertekening.load_versie_pdf(dossier.plek, dossier.versie().id))


@pytest.mark.eis("PLAN-06")
def test_how_often_in_my_own_words_is_one_act_follows_the_store_and_is_never_lost(
    scherm: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    druk(scherm, "doel1.regel1")
    rust()
    pick, vooraf = tab_naar("doel1.regel1.hoe_vaak"), laatste_n(dossier.plek)
    assert isinstance(pick, QComboBox)
    typ("elke twee weken")
    toets(Qt.Key.Key_Tab)
    rust()
    regel = dossier.plan().doelen[0].afspraken[0]
    assert (regel.hoe_vaak, laatste_n(dossier.plek) - vooraf) == ("elke twee weken", 1), "no act for each letter"
    dossier.wijzig(regel, hoe_vaak="elke maand")  # as *Ongedaan maken*, or a colleague
    scherm.refresh()
    rust()
    assert pick.currentText() == "elke maand"
    pick.setFocus()
    wis()
    typ("w" * 301)
    toets(Qt.Key.Key_Return)
    rust()
    QApplication.processEvents()
    assert in_focus() is pick, "the line opens again, with why"
    assert "langer dan 300 tekens" in gezegd_bij()
    weg: list[str] = []
    scherm.leave(lambda: weg.append("weg"))
    rust()
    assert (weg, pick.currentText()) == ([], "w" * 301)


@pytest.mark.eis("PLAN-06")
def test_what_i_say_comes_every_day_clashes_with_what_falls_at_that_hour(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    doel_id = dossier.doel()
    plan.add_afspraak(dossier.plek, doel_id, "De wijkzuster komt langs.", Wie.PROFESSIONAL, "Zuster", "om 9.00 uur")
    plan.add_afspraak(dossier.plek, doel_id, "De bus rijdt.", Wie.ALGEMENE_VOORZIENING, "Bus", "dinsdag om 9.00 uur")
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    assert "op hetzelfde moment" not in woorden(scherm)
    druk(scherm, "doel1.regel1")
    rust()
    kies("doel1.regel1.hoe_vaak", "elke dag")
    druk(scherm, "doel1.regel1.klaar")
    rust()
    gezegd = "Valt dit op hetzelfde moment? Zuster: De wijkzuster komt langs. En Bus: De bus rijdt."
    assert gezegd in zie(scherm, "plan.samenloop").accessibleName()


@pytest.mark.eis("OND-22")
def test_the_plan_says_quietly_when_everything_rests_on_help_and_counts_nothing(
    scherm: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    assert "Alles in dit plan rust" not in zie(scherm, "balans").accessibleName(), "a sister does the shopping too"
    zus = next(regel for regel in dossier.plan().doelen[0].afspraken if regel.wie is Wie.NETWERK)
    dossier.wijzig(zus, vervallen_datum=dossier.plek.vandaag)
    scherm.refresh()
    rust()
    assert "Alles in dit plan rust nu op hulp." in zie(scherm, "balans").accessibleName()
    druk(scherm, "balans")
    rij = zie(scherm, "balans_naar_gesprek").accessibleName()
    assert "Hulp: Hulp in huis doet de boodschappen; De buurtbus haalt ons op" in rij
    assert "Nog niet gezegd: wat de inwoner zelf kan, wat het netwerk kan" in rij
    assert not any(letter.isdigit() for letter in rij.split("Nog niet")[1]), "no score"
    assert bezwaren_op_elke_maat(scherm, scherm.theme) == []


@pytest.mark.eis("PLAN-13")
def test_a_light_plan_grows_into_an_ondersteuningsplan_and_nothing_is_typed_again(
    scherm: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    keuze = zie(scherm, "plan.plansoort")
    assert isinstance(keuze, QComboBox)
    keuze.setFocus()
    toets(Qt.Key.Key_Down)
    rust()
    assert dossier.plan().plan.plansoort is PlanSoort.PLAN_VAN_AANPAK
    outgrown = "Er staat hulp onder een wet in: meer dan een plan van aanpak."
    gap = "Bij “Hulp in huis” staat nog niet waarom het niet lichter kan."
    assert scherm.foot.fact.text() == gap, "that it outgrew its kind hides nothing"
    regels = [regel for doel in dossier.plan().doelen for regel in doel.afspraken if regel.wie is Wie.PROFESSIONAL]
    for regel in regels:
        dossier.wijzig(regel, waarom="Bukken lukt niet.")

    def feit_als(akkoord: Akkoord | None) -> str:
        dossier.wijzig(next(regel for regel in regels if regel.wet), akkoord=akkoord)
        scherm.refresh()
        rust()
        return scherm.foot.fact.text()

    vraag = "Hoe zien we dat doel 1 lukt? Dat is nog niet gezegd. Zolang staat op papier: dat bekijken we samen."
    assert feit_als(Akkoord.NIET_AKKOORD) == vraag, "what they refused makes it no more than it is"
    assert feit_als(None).startswith(outgrown), "where one reads it together, and it stops nobody"
    assert "Het hoort in een ondersteuningsplan. Alles wat er staat, blijft staan." in woorden(scherm)
    licht = dossier.versie()
    assert "Plan van aanpak van mevrouw" in gelezen(ondertekening.render(dossier.plek, licht, ()))
    druk(scherm, "plan.groei")  # for a line stands under a law
    rust()
    assert dossier.plan().plan.plansoort is PlanSoort.ONDERSTEUNINGSPLAN
    assert [knop.isVisible() for knop in scherm.findChildren(Button, "plan.groei")] == [False]
    assert outgrown not in scherm.foot.fact.text()
    vol = plan.read_inhoud(dossier.versie())
    assert vol.doelen == plan.read_inhoud(licht).doelen
    assert (vol.plansoort, vol.nummer) == ("ondersteuningsplan", 2)


@pytest.fixture
def daar(plek: Werkplek, tmp_path: Path) -> Iterator[Dossier]:
    """The dossier that Joris began of her on his own laptop."""
    joris = make_werkplek(tmp_path / "joris", plek.klok, device_no=2, wie=JORIS)
    yield begin_dossier(joris)
    joris.store.close()


def _lopend(hier: Werkplek, huishouden_id: UUID) -> list[Ondersteuningsplan]:
    with hier.store.read() as lezer:
        alle = lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id)
    return [een for een in alle if een.status is PlanStatus.ACTIEF]


def _all_of_both(kant: Werkplek, huis: UUID, blijft: UUID) -> None:
    """One plan goes on at this laptop, with what was written in either."""
    assert [een.id for een in _lopend(kant, huis)] == [blijft]
    with kant.store.read() as lezer:
        beeld = plan.load(kant, lezer, blijft)
        assert lezer.conflicten() == []
    assert {doel.doel.tekst for doel in beeld.doelen} == {DOEL, "Ik wil breien.", "Ik wil zingen."}
    assert sum(len(doel.afspraken) for doel in beeld.doelen) == 2
    assert sorted((beeld.plan.zelf or "").splitlines()) == ["Ik brei.", "Ik kook."]
    assert beeld.andere == ()
    assert plan.begin(kant, huis)[0] == blijft


@pytest.fixture
def huis(
    omgeving: Omgeving, dossier: Dossier, daar: Dossier, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer
) -> UUID:
    """She came to two counters, and each made a plan with her: now it is one dossier, of which Joris did not know yet
    when he wrote another goal.
    """
    for hier, wens, zelf in ((dossier, DOEL, "Ik kook."), (daar, "Ik wil breien.", "Ik brei.")):
        plan.add_afspraak(hier.plek, hier.doel(wens), f"Ik begin: {zelf}")
        hier.wijzig(hier.plan().plan, zelf=zelf)
    daar.teken(daar.versie())
    wissel_uit(dossier.plek, daar.plek)
    scherm = SamenvoegenScreen(omgeving, dossier.plan().inwoner.id, daar.plan().inwoner.id)
    toon_scherm(scherm)
    druk(scherm, "voeg_samen")
    rust()
    daar.doel("Ik wil zingen.")

    def ronde() -> Changes:
        wissel_uit(dossier.plek, daar.plek)
        return samenvoeging.bring_home(dossier.plek)

    omgeving.tasks.write(scherm, ronde)
    rust()
    (_, huis) = wegwijzer.gegaan[-1]
    assert isinstance(huis, UUID)
    return huis


@pytest.mark.eis("PLAN-01")
def test_a_second_plan_found_after_a_sync_is_offered_for_joining_and_nothing_of_it_is_lost(
    omgeving: Omgeving,
    dossier: Dossier,
    daar: Dossier,
    huis: UUID,
    toon_scherm: Toonscherm,
    rust: Rust,
    wegwijzer: Wegwijzer,
) -> None:
    assert {een.id for een in _lopend(dossier.plek, huis)} == {dossier.plan_id, daar.plan_id}
    (getekend,) = ondertekeningen(daar.plek)
    scherm = PlanScreen(omgeving, huis)
    toon_scherm(scherm)
    assert "Op een andere laptop is ook zo'n plan begonnen." in woorden(scherm)
    druk(scherm, "voeg_plannen_samen")
    rust()
    blijft = min(dossier.plan_id, daar.plan_id)
    assert wegwijzer.gegaan[-1] == ("plan", huis, blijft)
    samenvoeging.bring_home(daar.plek)
    planpaar.voeg_samen(daar.plek, huis)  # as his screen does, before the line came
    wissel_uit(dossier.plek, daar.plek)
    for kant in (dossier.plek, daar.plek):
        _all_of_both(kant, huis, blijft)
        assert [een.pdf for een in ondertekeningen(kant)] == [getekend.pdf], "what was signed stays what it was"
    nu = PlanScreen(omgeving, huis)
    toon_scherm(nu)
    assert not zie(nu, "doel3").isHidden()
    assert "Ik wil zingen." in woorden(nu)
    assert "ook zo'n plan begonnen" not in woorden(nu)


@pytest.mark.eis("PLAN-14")
def test_the_paper_beside_it_has_the_parts_that_the_municipality_chose_and_a_version_names_the_template(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, qtbot: QtBot
) -> None:
    dossier.doel()
    profiel = dossier.plek.profiel
    lijst = replace(profiel.lijst("plan_opbouw"), versie=7, keuzes=(Keuze("doelen", "Onze doelen"),))
    eigen = replace(dossier.plek, profiel=replace(profiel, lijsten={**profiel.lijsten, "plan_opbouw": lijst}))
    scherm = PlanScreen(replace(omgeving, plek=eigen), dossier.huishouden_id)
    toon_scherm(scherm)

    def papier() -> str:
        return " ".join(" ".join(blad.accessibleDescription().split()) for blad in scherm._paper.paper._pages)

    qtbot.waitUntil(lambda: "Onze doelen" in papier())
    assert papier().index("Onze doelen") < papier().index("Mijn vraag"), "and nothing said is left out"
    assert plan.read_inhoud(replace(dossier, plek=eigen).versie()).sjabloon == "plan_opbouw 7"


def test_everyone_can_use_the_whole_of_the_plan_at_every_size(scherm: PlanScreen, theme: Theme, rust: Rust) -> None:
    druk(scherm, "plan.overzicht")
    tab_naar("plan.plansoort")
    rust()
    QApplication.processEvents()
    assert bezwaren_op_elke_maat(scherm, theme) == []


@pytest.mark.eis("BES-10")
def test_what_was_told_about_a_pgb_and_what_the_resident_would_like_stands_in_the_plan(
    dossier: Dossier, omgeving: Omgeving, toon_scherm: Toonscherm, rust: Rust, theme: Theme
) -> None:
    scherm = PlanScreen(omgeving, dossier.huishouden_id, dossier.plan_id)
    toon_scherm(scherm)
    assert "Nog niet verteld." in woorden(scherm)
    druk(scherm, "plan.financiering")
    assert "U krijgt een budget en regelt de hulp zelf." in woorden(scherm)
    assert "€" not in woorden(scherm)
    druk(scherm, "plan.vertel")
    rust()
    zie(scherm, "plan.leverwens").setFocus()
    kies("plan.leverwens", "Een pgb")
    rust()
    tab_naar("plan.leverwens_reden")
    typ("Ik wil steeds dezelfde hulp.")
    scherm.leave(lambda: None)
    rust()
    nu = dossier.plan().plan
    assert (nu.leverwens, nu.voorlichting_tekst) == ("pgb", "financiering 1")
    assert nu.voorlichting_door_id == dossier.plek.medewerker.id
    assert "Verteld op dinsdag 20 april 2027. Wens: Een pgb." in woorden(scherm)
    assert bezwaren_op_elke_maat(scherm, theme) == []
    dossier.doel()
    papier = gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))
    assert "Op dinsdag 20 april 2027 vertelden wij u hoe u hulp kunt regelen en wie betaalt" in papier
    assert "Hoe ik de hulp het liefst krijg: Een pgb. Ik wil steeds dezelfde hulp." in papier
    druk(scherm, "plan.toch_niet_verteld")
    rust()
    assert dossier.plan().plan.voorlichting_datum is None
