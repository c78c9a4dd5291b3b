"""What becomes of a light contact: a signaal, a melding, put right, taken away; and how a spreekuur begins and ends."""

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.inloopcontact import Gevolg, Inloopcontact
from kernnetwerk_app.domain.medewerker import Functie
from kernnetwerk_app.domain.melding import Kanaal, Melding
from kernnetwerk_app.domain.spreekuur import Spreekuur
from kernnetwerk_app.services import conflict, inloopcontact, melding, spreekuur, termijn, typen, vandaag
from kernnetwerk_app.services.inloopcontact import NieuwContact
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.inloop import InloopScreen
from kernnetwerk_app.ui.screens.melding import MeldingScreen
from kernnetwerk_app.ui.theme import Theme
from tests.factories import JORIS, make_werkplek
from tests.ui.inloop_scherm import ENTER, HULP, TAB, ZORG, Toon, contacten, velden, woorden
from tests.ui.inloop_scherm import hier as hier
from tests.ui.inloop_scherm import toon as toon
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import in_focus, tab_naar, toets, typ, wis, zie
from tests.uitwisseling import wissel_uit

# -- what becomes of it ------------------------------------------------------------------------------------------------


@pytest.mark.eis("SIG-05")
def test_a_melding_from_the_inloop_asks_nothing_twice_and_counts_from_that_moment(
    toon: Toon,
    omgeving: Omgeving,
    toon_scherm: Toonscherm,
    plek: Werkplek,
    wegwijzer: Wegwijzer,
    hier: UUID,
    rust: Rust,
) -> None:
    gevraagd = _typ_met_naam(toon())
    rust()
    tab_naar("maak_melding")
    toets(ENTER)
    ((_, invoer),) = wegwijzer.gegaan
    assert isinstance(invoer, NieuweMelding)

    nieuw = MeldingScreen(omgeving, invoer)
    toon_scherm(nieuw)
    leeg = {label for veld, label in _labels_by_field(nieuw).items() if not nieuw.form.fields.text(veld)}
    gedeeld = NieuwContact.__dataclass_fields__.keys() & NieuweMelding.__dataclass_fields__.keys()
    assert gedeeld == {"vraag", "kern", "kanaal", "voornamen", "achternaam"}
    assert all(nieuw.form.fields.text(veld) for veld in gedeeld)
    assert "Achternaam" in gevraagd
    assert gevraagd & leeg - {"Of een schuilnaam"} == set()
    assert nieuw.form.fields.texts() == {}, "what was said at the inloop is nobody's typing here"
    tab_naar("neem_aan")
    toets(ENTER)
    rust()
    with plek.store.read() as lezer:
        (gemeld,) = lezer.find(Melding)
        lopend = termijn.find_termijn(plek, lezer, gemeld.huishouden_id or hier)
    assert (gemeld.vraag, gemeld.kanaal, gemeld.ontvangen_datum) == (HULP, Kanaal.INLOOP, date(2027, 4, 20))
    assert (gemeld.ontvangen_tijd, gemeld.plek) == (time(9), "Kulturhus De Linde")
    assert lopend is not None
    assert lopend.som.begin == date(2027, 4, 20)
    (contact,) = contacten(plek)
    assert (contact.gevolg, contact.gevolg_id) == (Gevolg.MELDING, gemeld.huishouden_id)


def _typ_met_naam(scherm: QWidget) -> set[str]:
    """A contact of Anna Voorbeeld in Proefdijk; what the page asked of it."""
    typ(HULP)
    toets(TAB)
    typ("Proefdijk")
    toets(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    typ("Anna")
    tab_naar("achternaam")
    typ("Voorbeeld")
    gevraagd = _labels(scherm)
    toets(ENTER)
    return gevraagd


def _labels_by_field(scherm: MeldingScreen) -> dict[str, str]:
    """Every field of the melding, folded or not, with what it asks."""
    fields = scherm.form.fields
    return {naam: fields.editor(naam).accessibleName() for naam in NieuweMelding.__dataclass_fields__ if naam in fields}


def _labels(scherm: QWidget) -> set[str]:
    return {veld.accessibleName() for veld in velden(scherm)}


def test_a_melding_that_was_left_half_way_stands_there_again(
    omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, hier: UUID, rust: Rust
) -> None:

    contact_id, _ = inloopcontact.noteer(plek, hier, NieuwContact(HULP))
    with plek.store.read() as lezer:
        invoer = melding.van_inloop(lezer.get(Inloopcontact, contact_id), "Kulturhus De Linde")
    nieuw = MeldingScreen(omgeving, invoer)
    toon_scherm(nieuw)
    tab_naar("straat")
    typ("Modelweg")
    nieuw.leave(lambda: None)
    rust()
    nieuw.close()
    ander = MeldingScreen(omgeving)
    toon_scherm(ander)
    assert (ander.form.question.text(), ander.form.fields.text("straat")) == ("", "")
    ander.close()
    weer = MeldingScreen(omgeving, invoer)
    toon_scherm(weer)
    assert (weer.form.question.text(), weer.form.fields.text("straat")) == (HULP, "Modelweg")


def test_what_it_became_stands_on_the_line_and_the_dossier_is_one_press_away(
    toon: Toon, plek: Werkplek, wegwijzer: Wegwijzer, hier: UUID
) -> None:
    contact_id, _ = inloopcontact.noteer(plek, hier, NieuwContact(HULP))
    inloopcontact.koppel(plek, contact_id, Gevolg.MELDING, hier)
    scherm = toon()
    assert "Melding" in zie(scherm, f"contact_{contact_id}").accessibleName()
    assert not [w for w in scherm.findChildren(QWidget, "maak_melding") if w.isVisible()]
    tab_naar("open_dossier")
    toets(ENTER)
    assert wegwijzer.gegaan == [("dossier", hier)]


def test_a_volunteer_writes_down_contacts_and_makes_no_dossier(
    omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, hier: UUID, rust: Rust
) -> None:
    vrijwilliger = replace(plek, medewerker=plek.medewerker.model_copy(update={"functie": Functie.VRIJWILLIGER}))
    scherm = InloopScreen(replace(omgeving, plek=vrijwilliger))
    toon_scherm(scherm)
    typ(ZORG)
    toets(ENTER)
    rust()
    assert [contact.vraag for contact in contacten(plek)] == [ZORG]
    assert zie(scherm, "maak_signaal").isVisible()
    assert scherm.findChildren(QWidget, "maak_melding") == []


def test_a_line_of_a_colleague_does_not_come_under_my_finger(
    toon: Toon, plek: Werkplek, wegwijzer: Wegwijzer, hier: UUID, rust: Rust
) -> None:
    inloopcontact.noteer(plek, hier, NieuwContact(HULP))
    scherm = toon()
    tab_naar("maak_melding")
    scherm.omgeving.tasks.write(scherm, lambda: inloopcontact.noteer(plek, hier, NieuwContact("Is er koffie?")))
    rust()
    assert "Is er koffie?" in woorden(scherm)
    assert in_focus().objectName() == "maak_melding"
    toets(ENTER)
    ((_, invoer),) = wegwijzer.gegaan
    assert isinstance(invoer, NieuweMelding)
    assert invoer.vraag == HULP


# -- putting it right -----------------------------------------------------------------------------------------------


def test_an_earlier_line_is_chosen_and_put_right(toon: Toon, plek: Werkplek, hier: UUID, rust: Rust) -> None:
    eerste, _ = inloopcontact.noteer(plek, hier, NieuwContact("Wie maait het gas?", "Proefdijk", "financien"))
    inloopcontact.noteer(plek, hier, NieuwContact("Hoe laat gaat de bus?"))
    scherm = toon()
    tab_naar(f"contact_{eerste}")
    toets(ENTER)
    assert in_focus().objectName() == f"contact_{eerste}"
    tab_naar("verander")
    toets(ENTER)
    rust()
    assert in_focus().objectName() == "anders.vraag"
    assert len(velden(scherm)) == 5
    assert scherm.regels._verbetering is not None
    assert scherm.regels._verbetering.form.fields.text("anders.leefgebied") == "Financiën"
    wis()
    typ("Wie maait het gras?")
    tab_naar("anders.gedaan")
    typ("voor iemand gebeld")
    tab_naar("verder")
    toets(ENTER)
    rust()
    contact = contacten(plek)[0]
    assert (contact.vraag, contact.kern, contact.leefgebied) == ("Wie maait het gras?", "Proefdijk", "financien")
    assert contact.gedaan == "gebeld"
    assert "“Wie maait het gras?”" in woorden(scherm)
    assert zie(scherm, "vraag").isVisible()


def test_escape_closes_what_i_put_right_and_keeps_what_i_typed(
    toon: Toon, plek: Werkplek, hier: UUID, rust: Rust
) -> None:
    inloopcontact.noteer(plek, hier, NieuwContact("Wie maait het gras?"))
    before = contacten(plek)
    scherm = toon()
    tab_naar("verander")
    toets(ENTER)
    rust()
    typ(" En wanneer?")
    toets(Qt.Key.Key_Escape)
    rust()
    assert contacten(plek) == before
    assert zie(scherm, "vraag").isVisible()
    tab_naar("verander")
    toets(ENTER)
    rust()
    toets(ENTER)
    rust()
    assert [contact.vraag for contact in contacten(plek)] == ["Wie maait het gras? En wanneer?"]


def test_leaving_it_as_it_was_changes_nothing(toon: Toon, plek: Werkplek, hier: UUID, rust: Rust) -> None:
    inloopcontact.noteer(plek, hier, NieuwContact("Wie maait het gras?", kanaal="persoonlijk_gesprek"))
    before = contacten(plek)
    scherm = toon()
    tab_naar("verander")
    toets(ENTER)
    rust()
    typ(" En wanneer?")
    scherm.leave(lambda: None)
    rust()
    tab_naar("anders.laat")
    toets(ENTER)
    rust()
    assert contacten(plek) == before
    assert typen.load_concept(plek, f"{inloopcontact.CONCEPT}.{before[0].id}") == {}
    assert zie(scherm, "vraag").isVisible()


def test_a_line_that_never_was_is_taken_away_and_comes_back_with_one_press(
    toon: Toon, plek: Werkplek, hier: UUID, rust: Rust
) -> None:
    inloopcontact.noteer(plek, hier, NieuwContact("Wie maait het gras?"))
    scherm = toon()
    tab_naar("verander")
    toets(ENTER)
    rust()
    tab_naar("anders.haal_weg")
    toets(ENTER)
    rust()
    assert "0 mensen gesproken" in scherm.count.accessibleName()
    assert in_focus().objectName() == "zet_terug"
    toets(ENTER)
    rust()
    assert "1 mens gesproken" in scherm.count.accessibleName()
    assert [contact.vervallen for contact in contacten(plek)] == [False]


# -- beginning, joining, closing --------------------------------------------------------------------------------------


def test_what_cannot_be_is_told_under_its_field(toon: Toon, plek: Werkplek, rust: Rust) -> None:
    scherm = toon()
    tab_naar("kern")
    wis()
    tab_naar("verder")
    toets(ENTER)
    rust()
    assert in_focus().objectName() == "kern"
    assert "Kies eerst de kern" in woorden(scherm)
    typ("Proefdijk")
    tab_naar("tijd_tot")
    typ("8 uur")
    tab_naar("verder")
    toets(ENTER)
    rust()
    assert in_focus().objectName() == "tijd_tot"
    with plek.store.read() as lezer:
        assert lezer.find(Spreekuur) == []


def test_where_colleagues_have_begun_one_chooses_which_to_join(toon: Toon, plek: Werkplek, rust: Rust) -> None:
    with plek.store.write() as werk:
        for kern in ("Proefdijk", "Modelhuizen"):
            begin = Spreekuur(id=plek.new_id(), datum=plek.vandaag, tijd_van=time(9), kern=kern, medewerker_id=JORIS.id)
            werk.add(begin)
        werk.commit("test.collega")
    scherm = toon()
    assert in_focus().objectName().startswith("spreekuur_")
    toets(TAB)
    assert in_focus().objectName() == f"spreekuur_{begin.id}"
    toets(ENTER)
    rust()
    assert "Joris" in scherm.subtitle.text()
    typ("Is er koffie?")
    toets(ENTER)
    rust()
    assert [contact.spreekuur_id for contact in contacten(plek)] == [begin.id]
    assert scherm.subtitle.text().endswith("Joris en Sanne")


def test_it_is_not_closed_over_words_that_were_not_saved(toon: Toon, plek: Werkplek, hier: UUID, rust: Rust) -> None:
    scherm = toon()
    typ("Nog een vraag")
    tab_naar("sluit_af")
    toets(ENTER)
    rust()
    assert "die u niet bewaarde" in woorden(scherm)
    assert in_focus().objectName() == "vraag"
    toets(ENTER)
    rust()
    tab_naar("sluit_af")
    toets(ENTER)
    rust()
    assert "Bij 1 gesprek staat nog niet wat u deed" in woorden(scherm)
    tab_naar("sluit_af")
    toets(ENTER)
    rust()
    assert in_focus().objectName() == "vraag"


def test_an_empty_morning_says_what_will_come_here(toon: Toon, hier: UUID) -> None:
    scherm = toon()
    assert "Nog niemand gesproken" in woorden(scherm)


@pytest.mark.parametrize("begonnen", [False, True])
def test_the_page_is_usable_at_every_size_of_text(
    toon: Toon, plek: Werkplek, theme: Theme, begonnen: bool, rust: Rust, request: pytest.FixtureRequest
) -> None:
    if begonnen:
        sessie = request.getfixturevalue("hier")
        inloopcontact.noteer(plek, sessie, NieuwContact("Wie maait het gras?", "Proefdijk", "financien", "geluisterd"))
        contact_id, _ = inloopcontact.noteer(plek, sessie, NieuwContact(HULP, begeleid_plek="Gemeentehuis"))
        inloopcontact.koppel(plek, contact_id, Gevolg.MELDING, sessie)
    scherm = toon()
    assert bezwaren_op_elke_maat(scherm, theme) == []
    if begonnen:
        scherm.invoer.toggle_name()
        scherm.invoer._toggle_more()
        assert bezwaren_op_elke_maat(scherm, theme) == []


def test_what_two_people_wrote_differently_is_chosen_from_here(
    toon: Toon, omgeving: Omgeving, plek: Werkplek, wegwijzer: Wegwijzer, hier: UUID, tmp_path: Path, rust: Rust
) -> None:
    contact_id, _ = inloopcontact.noteer(plek, hier, NieuwContact("Wie maait het gas?"))
    collega = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    wissel_uit(plek, collega)
    for wie, tekst in ((plek, "Wie maait het gras?"), (collega, "Wie maait de berm?")):
        with wie.store.read() as lezer:
            geladen, bases = inloopcontact.load(lezer, contact_id)
        inloopcontact.change(wie, geladen, bases, {"vraag": tekst})
        wie.klok.advance(timedelta(minutes=5 if wie is collega else 0))
        spreekuur.sluit(wie, hier)
    wissel_uit(plek, collega)
    collega.store.close()
    with plek.store.read() as lezer:
        assert vandaag.load(plek, lezer).stand.conflicten == 0, "the start screen has no row for it"
    spreekuur.heropen(plek, hier)
    toon()
    tab_naar("kies_versie")
    toets(ENTER)
    ((_, *waar),) = wegwijzer.gegaan
    with plek.store.read() as lezer:
        beeld = conflict.load(plek, lezer, contact_id, int(str(waar[1])))
    assert waar[0] == contact_id
    assert {kant.tekst for kant in beeld.kanten} == {"Wie maait het gras?", "Wie maait de berm?"}
    conflict.resolve(plek, beeld, {"vraag": "Wie maait gras en berm?"})
    with plek.store.read() as lezer:
        assert lezer.conflicten() == [], "that two people closed it is no conflict"
