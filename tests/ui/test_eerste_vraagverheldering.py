"""The first step with the keys alone: the question in sight, nothing asked twice, safety behind its own door."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QTextEdit, QWidget

from kernnetwerk_app.domain.base import VoorWie, mag_eenheid
from kernnetwerk_app.domain.eerste_vraagverheldering import Veiligheid, lees_meer
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.schaalvraag import schaalsleutel
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.oplog.units import SOORTEN
from kernnetwerk_app.services import typen
from kernnetwerk_app.services.gezegd import persoonssleutel
from kernnetwerk_app.services.vraagverheldering import put_answer
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.eerste_vraagverheldering import EersteVraagverhelderingScreen
from kernnetwerk_app.ui.screens.gesprek import GesprekScreen
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.field import Field
from tests.factories import JORIS, VRAAG, make_werkplek
from tests.services.eerste import Begin, begin
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, kruis_aan, tab_naar, toets, typ, zie
from tests.uitwisseling import wissel_uit

MEEST = 9
"""No page opens with more fields than this."""


@pytest.fixture
def hier(plek: Werkplek) -> Begin:
    return begin(plek)


@pytest.fixture
def scherm(omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust) -> EersteVraagverhelderingScreen:
    scherm = EersteVraagverhelderingScreen(omgeving, hier.huishouden_id)
    toon_scherm(scherm)
    rust()
    return scherm


def _primary(scherm: QWidget) -> str:
    knop = zie(scherm, "verder")
    assert isinstance(knop, Button)
    return knop.text()


def _words(widget: QWidget) -> str:
    """Everything that stands on it and can be seen, and what a screen reader hears of it."""
    delen = []
    for part in (p for p in widget.findChildren(QWidget) if p.isVisible()):
        delen += [part.accessibleName(), part.accessibleDescription()]
        delen += [part.text()] if isinstance(part, QLabel | QLineEdit) else []
        delen += [part.toPlainText()] if isinstance(part, QTextEdit) else []
    return "\n".join(delen)


def _fields(scherm: QWidget) -> int:
    editors = scherm.findChildren(QLineEdit) + scherm.findChildren(QTextEdit) + scherm.findChildren(QComboBox)
    return len([e for e in editors if e.isVisible() and not isinstance(e.parentWidget(), QComboBox)])


@pytest.mark.eis("EVV-04")
@pytest.mark.eis("EVV-07")
@pytest.mark.eis("EVV-12")
def test_i_clarify_a_question_with_the_keys_alone_and_say_what_came_of_it(
    scherm: EersteVraagverhelderingScreen, hier: Begin, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    assert VRAAG in zie(scherm, "vraag").accessibleName()
    assert in_focus().objectName() == "vraag.waar_het_om_gaat"
    typ("Weer onder de mensen komen.")
    tab_naar("urgentie.vandaag")
    toets(Qt.Key.Key_Space)
    tab_naar("eerste.urgentie_reden")
    typ("Zij slaapt op de bank.")
    druk(scherm, "gebied.veiligheid")
    rust()
    druk(scherm, "open_veiligheid")
    rust()
    kruis_aan(scherm, "veiligheid.geen_zorgen")
    rust()
    druk(scherm, "naar_uitkomst")
    rust()
    kruis_aan(scherm, "uitkomst.informatie_advies")
    rust()
    assert _primary(scherm) == "Rond af"
    druk(scherm, "ga_door")
    typ("Alleen een vraag over de bus.")
    druk(scherm, "verder")
    rust()
    eerste = hier.beeld().eerste
    assert (eerste.urgentie, eerste.uitkomst) == ("vandaag", "informatie_advies")
    assert (eerste.afgerond_datum, eerste.zonder_reden) == (hier.plek.vandaag, "Alleen een vraag over de bus.")
    assert hier.beeld().gesprek.teksten["vraag.waar_het_om_gaat"] == "Weer onder de mensen komen."
    with hier.plek.store.read() as lezer:
        assert lezer.find(Vraagverheldering) == []
    assert _primary(scherm) == "Naar de triage"
    druk(scherm, "verder")
    rust()
    assert wegwijzer.gegaan[-1] == ("triage", hier.huishouden_id)


@pytest.mark.eis("VEI-01")
def test_without_safety_it_is_not_finished_and_what_now_is_told(
    scherm: EersteVraagverhelderingScreen, hier: Begin, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    druk(scherm, "gebied.uitkomst")
    rust()
    kruis_aan(scherm, "uitkomst.geen_vervolg")
    druk(scherm, "verder")
    rust()
    (fout,) = wegwijzer.fouten
    assert getattr(fout, "code", "") == "eerste_vraagverheldering.zonder_veiligheid"
    wegwijzer.fouten.clear()
    assert hier.beeld().eerste.afgerond_datum is None


@pytest.mark.eis("VEI-01")
def test_what_is_said_about_safety_is_gone_from_the_screen_when_its_door_closes(
    scherm: EersteVraagverhelderingScreen, hier: Begin, rust: Rust
) -> None:
    druk(scherm, "gebied.veiligheid")
    rust()
    assert "Zorgen" not in _words(scherm)
    druk(scherm, "open_veiligheid")
    rust()
    kruis_aan(scherm, "veiligheid.zorgen")
    tab_naar("veiligheid_woorden")
    typ("Bang voor haar zoon.")
    druk(scherm, "gebied.financien")
    rust()
    assert "zoon" not in _words(scherm)
    druk(scherm, "gebied.veiligheid")
    rust()
    assert "zoon" not in _words(scherm)
    assert "Gevraagd op" in _words(scherm)
    assert scherm.findChildren(QTextEdit, "veiligheid_woorden") == []
    druk(scherm, "open_veiligheid")
    rust()
    assert "Bang voor haar zoon." in _words(scherm)


@pytest.mark.eis("VEI-01")
def test_what_a_colleague_heard_about_safety_is_not_on_my_laptop_but_i_am_told_that_it_was_asked(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust, tmp_path: Path
) -> None:
    joris = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    wissel_uit(hier.plek, joris)
    Begin(joris, hier.huishouden_id, hier.melding_id).veilig(Veiligheid.ZORGEN, "Bang voor haar zoon.")
    with joris.store.read() as lezer:
        alle = lezer.te_versturen(1000)
    joris.store.close()
    with hier.plek.store.write() as werk:  # what the server hands on to a professional
        werk.receive(op for op in alle if mag_eenheid(VoorWie.PROFESSIONAL, SOORTEN[op.soort], op.eenheid))
        werk.commit("sync.ronde")
    scherm = EersteVraagverhelderingScreen(omgeving, hier.huishouden_id)
    toon_scherm(scherm)
    rust()
    druk(scherm, "gebied.veiligheid")
    rust()
    assert "Gevraagd op" in _words(scherm)
    druk(scherm, "open_veiligheid")
    rust()
    assert "zoon" not in _words(scherm)
    assert "Een collega schreef hier een antwoord op." in _words(scherm)


@pytest.mark.eis("EVV-05")
def test_i_walk_all_life_domains_and_leave_aside_what_does_not_matter(
    scherm: EersteVraagverhelderingScreen, hier: Begin, rust: Rust
) -> None:
    druk(scherm, "gebied.huisvesting")
    rust()
    tab_naar("huisvesting.lastig")
    typ("De trap is te steil.")
    druk(scherm, "gebied.justitie")
    rust()
    kruis_aan(scherm, "stand.niet_aan_de_orde")
    tab_naar("reden")
    typ("Dat speelt niet.")
    toets(Qt.Key.Key_Return)
    rust()
    statussen = hier.beeld().gesprek.statussen
    assert statussen["huisvesting"] is LeefgebiedStatus.BESPROKEN
    assert statussen["justitie"] is LeefgebiedStatus.NIET_AAN_DE_ORDE
    assert statussen["financien"] is LeefgebiedStatus.NOG_NIET


@pytest.mark.eis("EVV-11")
def test_what_was_told_first_stands_in_the_gesprek_with_who_and_when(
    omgeving: Omgeving, plek: Werkplek, toon_scherm: Toonscherm, rust: Rust, tmp_path: Path
) -> None:
    joris = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    hier = begin(plek)
    wissel_uit(plek, joris)
    Begin(joris, hier.huishouden_id, hier.melding_id).typ("vraag.waar_het_om_gaat", "Weer onder de mensen komen.")
    wissel_uit(plek, joris)
    joris.store.close()
    gesprek = GesprekScreen(omgeving, hier.huishouden_id)
    toon_scherm(gesprek)
    rust()
    editor = zie(gesprek, "vraag.waar_het_om_gaat")
    assert isinstance(editor, QTextEdit)
    assert editor.toPlainText() == "Weer onder de mensen komen."
    field = editor.parentWidget()
    assert isinstance(field, Field)
    assert field.hint.text().endswith("eerder gezegd, Joris Proefstra op di 20 april")


@pytest.mark.eis("EVV-14")
@pytest.mark.eis("EVV-18")
def test_where_it_was_tried_and_what_lies_beneath_are_ticks_with_room_for_a_word(
    scherm: EersteVraagverhelderingScreen, hier: Begin, rust: Rust
) -> None:
    kruis_aan(scherm, "geprobeerd_bij.familie")
    rust()
    kruis_aan(scherm, "geprobeerd_bij.vrienden")
    tab_naar("geprobeerd_bij.anders")
    typ("de kerk")
    druk(scherm, "gebied.uitkomst")
    rust()
    kruis_aan(scherm, "oorzaken.wonen")
    rust()
    eerste = hier.beeld().eerste
    assert lees_meer(eerste.geprobeerd_bij) == ("familie", "vrienden", "de kerk")
    assert lees_meer(eerste.oorzaken) == ("wonen",)


@pytest.mark.eis("EVV-25")
@pytest.mark.eis("EVV-15")
def test_income_debts_and_housing_are_one_tap_each_and_help_is_there_but_never_asked(
    scherm: EersteVraagverhelderingScreen, hier: Begin, rust: Rust
) -> None:
    druk(scherm, "deel_bestaan")
    for keuze in ("inkomen.zorgen", "schulden.niet_nu", "wonen.gaat"):
        kruis_aan(scherm, keuze)
        rust()
    eerste = hier.beeld().eerste
    assert (eerste.inkomen, eerste.schulden, eerste.wonen) == ("zorgen", "niet_nu", "gaat")
    assert "Stel een open vraag" not in _words(scherm)
    druk(scherm, "deel_hulp")
    assert "Stel een open vraag" in _words(scherm)
    assert "gesprekshulp" not in hier.beeld().mist


@pytest.mark.eis("EVV-13")
def test_short_support_is_written_where_i_chose_it(
    scherm: EersteVraagverhelderingScreen, hier: Begin, rust: Rust
) -> None:
    druk(scherm, "gebied.uitkomst")
    rust()
    kruis_aan(scherm, "uitkomst.kortdurend")
    rust()
    druk(scherm, "kortdurend")
    typ("Samen de post op orde.")
    tab_naar("wie")
    typ("Maatschappelijk werk")
    druk(scherm, "steun_bewaar")
    rust()
    (steun,) = hier.beeld().steun
    assert (steun.inhoud, steun.wie) == ("Samen de post op orde.", "maatschappelijk_werk")
    tab_naar("steun_resultaat")
    typ("De post ligt op stapels.")
    druk(scherm, "eindig_steun")
    rust()
    (steun,) = hier.beeld().steun
    assert (steun.resultaat, steun.eind_datum) == ("De post ligt op stapels.", hier.plek.vandaag)
    assert "hielp van di 20 april tot di 20 april" in _words(scherm)


@pytest.mark.eis("EVV-05")
@pytest.mark.eis("EVV-06")
def test_i_hear_the_partner_apart_about_the_same_life_domain(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    with hier.plek.store.write() as werk:
        partner = werk.add(Inwoner(id=hier.plek.new_id(), huishouden_id=hier.huishouden_id, voornamen="Henk"))
        werk.commit("inwoner.erbij", hier.huishouden_id)
    scherm = EersteVraagverhelderingScreen(omgeving, hier.huishouden_id)
    toon_scherm(scherm)
    rust()
    druk(scherm, "gebied.dagbesteding")
    rust()
    typ("Samen tuinieren.")
    kruis_aan(scherm, f"over.{partner.id}")
    typ("Zijn oude collega's.")
    druk(scherm, "gebied.justitie")
    rust()
    teksten = hier.beeld().gesprek.teksten
    assert teksten["dagbesteding.goed"] == "Samen tuinieren."
    assert teksten[persoonssleutel("dagbesteding.goed", partner.id)] == "Zijn oude collega's."


@pytest.mark.eis("EVV-16")
def test_a_figure_is_asked_where_i_choose_it_and_stands_beside_the_earlier_ones(
    scherm: EersteVraagverhelderingScreen, hier: Begin, rust: Rust
) -> None:
    with hier.plek.store.write() as werk:
        eerder = schaalsleutel("dagbesteding", hier.plek.vandaag - timedelta(days=14))
        put_answer(hier.plek, werk, hier.huishouden_id, hier.beeld().gesprek.vraagverheldering.id, eerder, "3")
        werk.commit("gesprek.cijfer", hier.huishouden_id)
    druk(scherm, "gebied.justitie")
    rust()
    assert "Van 0 tot 10" not in _words(scherm)
    druk(scherm, "gebied.dagbesteding")
    rust()
    druk(scherm, "vraag_cijfer")
    kruis_aan(scherm, "cijfer.6")
    rust()
    cijfers = hier.beeld().gesprek.cijfers
    assert [(c.datum, c.waarde) for c in cijfers["dagbesteding"]] == [
        (hier.plek.vandaag - timedelta(days=14), 3),
        (hier.plek.vandaag, 6),
    ]
    assert set(cijfers) == {"dagbesteding"}
    assert "di 6 april: 3, di 20 april: 6" in _words(scherm)
    assert hier.beeld().gesprek.statussen["dagbesteding"] is LeefgebiedStatus.NOG_NIET


def test_no_page_opens_with_more_than_nine_fields(scherm: EersteVraagverhelderingScreen, rust: Rust) -> None:
    for pagina in ("vraag", "huisvesting", "veiligheid", "uitkomst"):
        druk(scherm, f"gebied.{pagina}")
        rust()
        assert _fields(scherm) <= MEEST


def test_the_line_of_reason_is_kept_when_i_go_elsewhere(
    scherm: EersteVraagverhelderingScreen, hier: Begin, rust: Rust
) -> None:
    druk(scherm, "gebied.uitkomst")
    rust()
    druk(scherm, "ga_door")
    typ("Ik ben mor")
    weg: list[bool] = []
    scherm.leave(lambda: weg.append(True))
    rust()
    assert weg == [True]
    assert typen.load_concept(hier.plek, f"eerste/{hier.huishouden_id}") == {"zonder_reden": "Ik ben mor"}


def test_what_is_missing_is_told_and_asked_for_in_one_line(
    scherm: EersteVraagverhelderingScreen, hier: Begin, rust: Rust
) -> None:
    hier.veilig(Veiligheid.GEEN_ZORGEN)
    hier.kies("uitkomst", "geen_vervolg")
    druk(scherm, "gebied.uitkomst")
    rust()
    assert "Alle leefgebieden langsgelopen" in _words(scherm)
    druk(scherm, "verder")
    rust()
    assert in_focus().objectName() == "zonder_reden"
    field = in_focus().parentWidget()
    assert isinstance(field, Field)
    assert "in één regel" in field.error()


def test_everybody_can_use_it_also_at_200_percent(
    scherm: EersteVraagverhelderingScreen, omgeving: Omgeving, rust: Rust
) -> None:
    for pagina in ("vraag", "veiligheid", "uitkomst"):
        scherm._go_to(pagina)
        rust()
        if pagina == "veiligheid":
            druk(scherm, "open_veiligheid")
            rust()
        assert bezwaren_op_elke_maat(scherm, omgeving.theme) == []
