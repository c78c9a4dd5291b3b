"""One line of the plan and one goal, opened: its days, what the resident says of it, and whether lighter will do."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.afzien import Waarvan
from kernnetwerk_app.domain.ladder import Trede
from kernnetwerk_app.domain.plan import Afspraak, Akkoord, Wie
from kernnetwerk_app.domain.relatie import Bereid, Relatie
from kernnetwerk_app.services import afzien, mensen, ondertekening, plan
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.widgets.field import Field
from tests.services.opzet import Dossier, gelezen
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toetsen import druk, in_focus, tab_naar, toets, typ, wis, woorden, zie


@pytest.fixture
def met_doel(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> PlanScreen:
    """A plan with one goal and a line of a professional."""
    plan.add_afspraak(dossier.plek, dossier.doel(), "Hulp in huis doet het bad.", Wie.PROFESSIONAL, "Hulp in huis")
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    return scherm


def _regel(dossier: Dossier) -> Afspraak:
    return dossier.plan().doelen[0].afspraken[0]


def _fout(editor: QWidget) -> str:
    """What stands in red under this field."""
    veld = editor.parentWidget()
    assert isinstance(veld, Field)
    return veld.error()


def _papier(scherm: PlanScreen) -> str:
    """The words on the live paper."""
    return " ".join(" ".join(blad.accessibleDescription().split()) for blad in scherm._paper.paper._pages)


@pytest.mark.eis("PLAN-07")
def test_each_line_has_its_own_start_and_day_to_look_back(met_doel: PlanScreen, dossier: Dossier, rust: Rust) -> None:
    druk(met_doel, "doel1.regel1")
    for naam, getypt in (("doel1.regel1.begin_datum", "1 mei"), ("doel1.regel1.terugkijk_datum", "30 april")):
        tab_naar(naam)
        wis()
        typ(getypt)
    toets(Qt.Key.Key_Tab)
    rust()
    assert _regel(dossier).begin_datum == date(2027, 5, 1)
    assert _regel(dossier).terugkijk_datum is None  # before it starts: a sentence says so, the words stay
    dag = zie(met_doel, "doel1.regel1.terugkijk_datum")
    assert _fout(dag).startswith("De dag van terugkijken ligt voor het begin.")
    dag.setFocus()
    wis()
    typ("29 juni")
    toets(Qt.Key.Key_Return)
    rust()
    assert _regel(dossier).terugkijk_datum == date(2027, 6, 29)
    assert in_focus().objectName() == "doel1.regel1"


def test_reading_together_stays_at_a_day_that_is_no_day_and_freezes_nothing(
    met_doel: PlanScreen, dossier: Dossier, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    """The day that was there before would be signed, unseen under the words that stand on the screen."""
    dossier.wijzig(dossier.plan().plan, terugkijk_datum=date(2027, 6, 29))
    dossier.nagegaan()
    met_doel.refresh()
    rust()
    zie(met_doel, "plan.terugkijk").setFocus()
    wis()
    typ("31-09")
    druk(met_doel, "lees_samen_door")
    rust()
    assert (wegwijzer.gegaan, dossier.plan().versies) == ([], ())
    dag = in_focus()
    assert dag.objectName() == "plan.terugkijk"
    assert _fout(dag).startswith("Deze dag staat niet op de kalender.")
    wis()
    typ("30-09")
    druk(met_doel, "lees_samen_door")
    rust()
    druk(met_doel, "netwerkvraag.niet_beschikbaar")
    rust()
    (versie,) = dossier.plan().versies
    assert wegwijzer.gegaan == [("tekenen", versie.id)]
    assert plan.read_inhoud(versie).terugkijk == date(2027, 9, 30)


def test_reading_together_stays_at_the_day_of_a_line(
    met_doel: PlanScreen, dossier: Dossier, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    druk(met_doel, "doel1.regel1")
    tab_naar("doel1.regel1.terugkijk_datum")
    typ("31-02")
    druk(met_doel, "lees_samen_door")
    rust()
    assert (wegwijzer.gegaan, dossier.plan().versies) == ([], ())
    assert in_focus().objectName() == "doel1.regel1.terugkijk_datum"
    assert _fout(in_focus()).startswith("Deze dag staat niet op de kalender.")


def test_a_day_that_is_refused_opens_the_closed_line_again(
    met_doel: PlanScreen, dossier: Dossier, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    """Enter closes the line before the refusal comes back; what was refused may not be hidden in it."""
    druk(met_doel, "doel1.regel1")
    tab_naar("doel1.regel1.terugkijk_datum")
    typ("1 april 2027")
    toets(Qt.Key.Key_Return)
    rust()
    assert in_focus().objectName() == "doel1.regel1.terugkijk_datum"
    assert _fout(in_focus()).startswith("De dag van terugkijken ligt voor het begin.")
    druk(met_doel, "lees_samen_door")
    rust()
    assert (wegwijzer.gegaan, dossier.plan().versies) == ([], ())


def test_a_line_in_which_a_day_could_not_be_read_is_open_when_one_comes_back(
    met_doel: PlanScreen,
    dossier: Dossier,
    wegwijzer: Wegwijzer,
    rust: Rust,
    omgeving: Omgeving,
    toon_scherm: Toonscherm,
) -> None:
    druk(met_doel, "doel1.regel1")
    tab_naar("doel1.regel1.terugkijk_datum")
    typ("29 ju")
    met_doel.leave(lambda: None)
    rust()
    opnieuw = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(opnieuw)
    dag = zie(opnieuw, "doel1.regel1.terugkijk_datum")
    assert isinstance(dag, QLineEdit)
    assert dag.text() == "29 ju"
    druk(opnieuw, "lees_samen_door")
    rust()
    assert (wegwijzer.gegaan, dossier.plan().versies) == ([], ())
    assert in_focus() is dag


def test_the_closed_line_says_the_name_that_the_paper_says_and_no_other(
    met_doel: PlanScreen, dossier: Dossier, rust: Rust, qtbot: QtBot
) -> None:
    """Another kind is chosen: the name stays with it. The resident needs none, and it is back with the next kind."""
    tab_naar("doel1.nieuwe_regel")
    typ("Mijn zus Riet gaat mee naar het koor.")
    toets(Qt.Key.Key_Return)
    rust()
    regel = zie(met_doel, "doel1.regel2")
    assert regel.accessibleName().startswith("Mijn zus Riet, Mijn netwerk, Mijn zus Riet gaat mee")
    assert dossier.plan().inhoud.doelen[0].afspraken[1].wie == "Mijn zus Riet"
    druk(met_doel, "doel1.regel2")
    wie = tab_naar("doel1.regel2.wie")
    assert isinstance(wie, QComboBox)
    while wie.currentText() != "Vrijwilliger":
        toets(Qt.Key.Key_Down)
    rust()
    naam = tab_naar("doel1.regel2.wie_naam")
    assert isinstance(naam, QLineEdit)
    assert naam.text() == "Mijn zus Riet"
    wie.setFocus()
    while wie.currentText() != "Ik zelf":
        toets(Qt.Key.Key_Up)
    rust()
    assert not naam.isVisible()
    assert dossier.plan().inhoud.doelen[0].afspraken[1].wie == "Ik zelf"
    while wie.currentText() != "Vrijwilliger":
        toets(Qt.Key.Key_Down)
        rust()
    tab_naar("doel1.regel2.wie_naam")
    toets(Qt.Key.Key_Return)
    rust()
    assert regel.accessibleName().startswith("Mijn zus Riet, Vrijwilliger, Mijn zus Riet gaat mee")
    assert dossier.plan().inhoud.doelen[0].afspraken[1].wie == "Mijn zus Riet"


def test_a_name_that_nobody_knows_is_not_printed_and_the_line_says_so_until_a_person_types_it(
    met_doel: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    """From then on it is known in this plan."""
    tab_naar("doel1.nieuwe_regel")
    typ("Karin gaat mee naar het koor.")
    toets(Qt.Key.Key_Return)
    rust()
    regel = zie(met_doel, "doel1.regel2")
    assert regel.accessibleName().startswith("Mijn netwerk, Karin gaat mee")
    assert regel.accessibleName().endswith("Hier staat nog geen naam bij.")
    druk(met_doel, "doel1.regel2")
    wie = tab_naar("doel1.regel2.wie")
    assert isinstance(wie, QComboBox)
    assert wie.currentText() == "Mijn netwerk"
    tab_naar("doel1.regel2.wie_naam")
    typ("Karin")
    toets(Qt.Key.Key_Return)
    rust()
    assert regel.accessibleName().startswith("Karin, Mijn netwerk, Karin gaat mee")
    assert "geen naam" not in regel.accessibleName()
    tab_naar("doel1.nieuwe_regel")
    typ("Karin belt elke avond.")
    toets(Qt.Key.Key_Return)
    rust()
    gebeld = dossier.plan().doelen[0].afspraken[2]
    assert (gebeld.wie, gebeld.wie_naam) == (Wie.NETWERK, "Karin")


@pytest.mark.eis("PLAN-21")
def test_the_resident_says_of_one_line_what_they_think_and_it_stands_on_paper(
    met_doel: PlanScreen, dossier: Dossier, rust: Rust, qtbot: QtBot
) -> None:
    druk(met_doel, "doel1.regel1")
    keuze = tab_naar("doel1.regel1.akkoord")
    assert isinstance(keuze, QComboBox)
    assert keuze.currentText() == "nog niets gezegd"
    for _ in range(2):
        toets(Qt.Key.Key_Down)
    rust()
    tab_naar("doel1.regel1.opmerking")
    typ("Een keer per maand is genoeg.")
    toets(Qt.Key.Key_Return)
    rust()
    regel = _regel(dossier)
    assert (regel.akkoord, regel.opmerking) == (Akkoord.NIET_AKKOORD, "Een keer per maand is genoeg.")
    assert dossier.plan().conflicten == {}
    assert "niet mee eens. Een keer per maand" in zie(met_doel, "doel1.regel1").accessibleName()
    qtbot.waitUntil(lambda: "Een keer per maand is genoeg." in _papier(met_doel))


def test_what_was_said_of_something_lighter_stays_to_be_changed_and_is_asked_of_no_other_goal(
    met_doel: PlanScreen, dossier: Dossier, rust: Rust, toon_scherm: Toonscherm
) -> None:
    druk(met_doel, "doel1.wijzig")
    assert not met_doel.findChildren(QWidget, "doel1.lichter_kan"), "the ladder asks it in two questions"
    druk(met_doel, "doel1.klaar")
    rust()
    dossier.wijzig(dossier.plan().doelen[0].doel, lichter_kan=True)
    toon_scherm(scherm := PlanScreen(met_doel.omgeving, dossier.huishouden_id))
    druk(scherm, "doel1.wijzig")
    tab_naar("doel1.lichter_kan")
    toets(Qt.Key.Key_Down)
    rust()
    tab_naar("doel1.lichter_reden")
    typ("Karin kan niet meer doen.")
    toets(Qt.Key.Key_Return)
    rust()
    doel = dossier.plan().doelen[0].doel
    assert (doel.lichter_kan, doel.lichter_reden) == (False, "Karin kan niet meer doen.")
    assert dossier.plan().conflicten == {}
    papier = gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))
    assert "Kan het ook lichter? Nee, dit is nodig. Karin kan niet meer doen." in papier


@pytest.mark.eis("PLAN-11")
def test_each_goal_is_asked_whether_informal_help_and_what_is_for_everyone_can_contribute(
    met_doel: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    """Two taps, nothing typed; what was said is the reason why a professional is needed, and stands on paper."""
    assert met_doel.foot.fact.text() == "Bij “Hulp in huis” staat nog niet waarom het niet lichter kan."
    zie(met_doel, "doel1.informeel.doen_al_veel").setFocus()
    toets(Qt.Key.Key_Space)
    rust()
    assert in_focus().objectName() == "doel1.algemeen.ja"
    tab_naar("doel1.algemeen.niet_hier")
    toets(Qt.Key.Key_Space)
    rust()
    doel = dossier.plan().doelen[0].doel
    assert (doel.informeel_kan, doel.informeel_reden) == (False, "doen_al_veel")
    assert (doel.algemeen_kan, doel.algemeen_reden) == (False, "niet_hier")
    assert in_focus().objectName() == "doel1.nieuwe_regel"
    assert "waarom" not in met_doel.foot.fact.text()
    papier = gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))
    assert "Kunnen anderen om mij heen helpen? Nee, zij doen al veel" in papier
    assert "Kan iets in de buurt helpen dat er voor iedereen is? Nee, dat is er hier niet" in papier

    druk(met_doel, "doel1.ladder")
    tab_naar("doel1.informeel.niet_genoeg")
    toets(Qt.Key.Key_Space)
    rust()
    assert in_focus().objectName() == "doel1.informeel.niet_genoeg"
    tab_naar("doel1.informeel.woorden")
    typ("Riet kan alleen op dinsdag.")
    toets(Qt.Key.Key_Return)
    rust()
    doel = dossier.plan().doelen[0].doel
    assert (doel.informeel_kan, doel.informeel_reden) == (True, "niet_genoeg")
    papier = gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))
    vraag = "Kunnen anderen om mij heen helpen?"
    assert f"{vraag} Ja, maar het is niet genoeg. Riet kan alleen op dinsdag." in papier
    assert "waarom" not in met_doel.foot.fact.text()


@pytest.mark.eis("PLAN-11", "PLAN-12", "NET-01")
def test_the_ladder_is_filled_beforehand_and_one_tap_makes_a_line_of_somebody_in_the_network(
    met_doel: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    """Nothing is typed: who could do what was told already. The line has its days, and who else there was to choose."""
    velden = {"inwoner_id": dossier.plan().inwoner.id, "bereid": Bereid.JA}
    for naam, kan in (("Riet Proef", "op dinsdag mee naar het koor"), ("Wim Proef", "rijden")):
        mensen.leg_vast(dossier.plek, Relatie, dossier.huishouden_id, velden | {"ander_naam": naam, "kan": kan})
    met_doel.refresh()
    rust()
    knop = zie(met_doel, "doel1.informeel.kandidaat0")
    assert knop.accessibleName() == "Zet in het plan: Riet Proef"
    knop.setFocus()
    toets(Qt.Key.Key_Return)
    rust()
    regel = dossier.plan().doelen[0].afspraken[-1]
    assert (regel.wie, regel.wie_naam, regel.tekst) == (Wie.NETWERK, "Riet Proef", "op dinsdag mee naar het koor")
    assert regel.begin_datum == dossier.plek.vandaag
    assert regel.aangeboden == "Riet Proef, Wim Proef"
    assert dossier.plan().doelen[0].doel.informeel_reden == "ja"
    assert in_focus().objectName() == "doel1.algemeen.ja", "the next rung comes by itself"
    papier = gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))
    assert "Riet Proef kan: op dinsdag mee naar het koor." in papier
    assert {een.soort for een in dossier.plan().inhoud.doelen[0].afspraken} == {"netwerk", "professional"}


def test_tab_goes_through_a_goal_as_it_reads_also_when_a_rung_or_a_line_was_opened_later(
    met_doel: PlanScreen, rust: Rust
) -> None:
    """Without a mouse: the line, the next one, the answers of the rung and only then what opens the other rungs."""

    def gang(begin: str, eind: str) -> list[str]:
        zie(met_doel, begin).setFocus()
        namen = [begin]
        while namen[-1] != eind:
            toets(Qt.Key.Key_Tab)
            namen.append(in_focus().objectName())
            assert len(namen) < 60, namen
        return [naam.removeprefix("doel1.") for naam in namen]

    een = gang("doel1.wijzig", "doel1.ladder")
    assert een[:4] == ["wijzig", "regel1", "nieuwe_regel", "stap_erbij"]
    assert [naam.partition(".")[0] for naam in een[4:]] == ["informeel"] * 7 + ["ladder"]
    druk(met_doel, "doel1.ladder")
    rust()
    treden = [naam.partition(".")[0] for naam in gang("doel1.stap_erbij", "doel1.ladder")]
    assert list(dict.fromkeys(treden))[1:-1] == [trede.value for trede in Trede]
    druk(met_doel, "doel1.regel1")
    rust()
    regel = gang("doel1.regel1.tekst", "doel1.nieuwe_regel")
    assert regel[:3] == ["regel1.tekst", "regel1.wie", "regel1.wie_naam"]
    assert all(naam.startswith("regel1.") for naam in regel[:-1]), "what was opened last is not at the end of the page"


def test_who_already_does_a_line_is_the_proposed_answer(met_doel: PlanScreen, dossier: Dossier, rust: Rust) -> None:
    plan.add_afspraak(dossier.plek, dossier.plan().doelen[0].doel.id, "Mijn zus gaat mee.")
    met_doel.refresh()
    rust()
    ja = zie(met_doel, "doel1.informeel.ja")
    assert ja.accessibleName() == "Kunnen mensen om u heen hierbij helpen? Ja: Mijn zus"
    assert "Mensen om u heen: " not in woorden(met_doel), "the rung is named once"


@pytest.mark.eis("NET-04")
def test_a_line_of_somebody_with_whom_we_may_not_speak_yet_says_so(
    met_doel: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    plan.add_afspraak(
        dossier.plek, dossier.plan().doelen[0].doel.id, "Mijn zus Riet rijdt.", Wie.NETWERK, "Mijn zus Riet"
    )
    velden = {"inwoner_id": dossier.plan().inwoner.id, "ander_naam": "Riet Proef"}
    mensen.leg_vast(dossier.plek, Relatie, dossier.huishouden_id, velden)
    met_doel.refresh()
    rust()
    zin = "De inwoner vraagt dit zelf. Wij mogen nog niet praten met: Mijn zus Riet."
    nummer = len(dossier.plan().doelen[0].afspraken)
    assert zin in zie(met_doel, f"doel1.regel{nummer}").accessibleName()
    with dossier.plek.store.write() as werk:
        (relatie,) = werk.find(Relatie)
        werk.change(relatie, mag_benaderd=True)
        werk.commit("relatie.gewijzigd", dossier.huishouden_id)
    met_doel.refresh()
    rust()
    assert zin not in zie(met_doel, f"doel1.regel{nummer}").accessibleName()


@pytest.mark.eis("RES-15")
def test_a_helper_whom_somebody_would_rather_not_have_is_told_softly_at_the_line_and_no_block(
    met_doel: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    doel_id = dossier.plan().doelen[0].doel.id
    plan.add_afspraak(dossier.plek, doel_id, "Joke helpt met wassen.", Wie.PROFESSIONAL, "Joke Proef")
    velden = {"inwoner_id": dossier.plan().inwoner.id, "waarvan": Waarvan.HULP, "waarover": "joke proef"}
    afzien.leg_vast(dossier.plek, dossier.huishouden_id, velden)
    met_doel.refresh()
    rust()
    nummer = len(dossier.plan().doelen[0].afspraken)
    zin = "Mevrouw Voorbeeld-Jansen wil liever geen hulp van joke proef."
    assert zin in zie(met_doel, f"doel1.regel{nummer}").accessibleName()
    assert dossier.versie().nummer == 1
