"""A whole spreekuur with the keys alone: light contacts in under a minute, without a name, and what becomes of them."""

from collections.abc import Callable
from datetime import date, time
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTextEdit, QWidget

from kernnetwerk_app.domain.inloopcontact import Gevolg, Inloopcontact
from kernnetwerk_app.domain.melding import Kanaal, Melding
from kernnetwerk_app.domain.spreekuur import Spreekuur
from kernnetwerk_app.services import inloopcontact, spreekuur, termijn, typen
from kernnetwerk_app.services.inloopcontact import NieuwContact, Voorzet
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.spreekuur import NieuwSpreekuur
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.inloop import InloopScreen
from kernnetwerk_app.ui.screens.melding import MeldingScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from tests.factories import JORIS, SANNE
from tests.services.test_spreekuur import plan_inloop
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import in_focus, kies, tab_naar, toets, typ, wis, zie

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
MEEST_TOETSEN = 25
"""Key presses for a light contact, besides free text (issue 3)."""
ZORG = "De meneer naast ons komt nooit meer buiten, de post blijft liggen."
HULP = "Ik wil thuis blijven wonen, maar het huis wordt me te veel."
OCHTEND = (
    "Is er hier iets te doen op maandag?",
    "Ik snap de brief over de bijstand niet.",
    ZORG,
    "Waar haal ik de vuilniszakken?",
    "Wie helpt mij met de computer?",
    "Mijn dochter slaapt slecht.",
    HULP,
    "Is de bibliotheek vandaag open?",
    "Ik zoek vrijwilligerswerk.",
    "Hoe vraag ik een parkeerkaart aan?",
    "Mag ik hier even zitten?",
)
Toon = Callable[[], InloopScreen]


class Signalen(list[Voorzet]):
    """What went on to a signaal; stands in for the screen to which that leads."""


@pytest.fixture
def signalen() -> Signalen:
    return Signalen()


@pytest.fixture
def toon(omgeving: Omgeving, toon_scherm: Toonscherm, signalen: Signalen) -> Toon:
    def show() -> InloopScreen:
        scherm = InloopScreen(omgeving, signalen.append)
        toon_scherm(scherm)
        return scherm

    return show


@pytest.fixture
def hier(plek: Werkplek) -> UUID:
    """A spreekuur in De Linde that has begun, with Joris."""
    invoer = NieuwSpreekuur("Voorbeelderveen", "Kulturhus De Linde", time(9), time(11), JORIS.naam)
    return spreekuur.begin(plek, invoer)[0]


def _contacten(plek: Werkplek) -> list[Inloopcontact]:
    with plek.store.read() as lezer:
        return lezer.find(Inloopcontact)


def _woorden(scherm: QWidget) -> str:
    return "\n".join(label.text() for label in scherm.findChildren(PlainLabel) if label.isVisible())


def _velden(scherm: QWidget) -> list[QWidget]:
    """What can be filled in and is in sight."""
    editors = [*scherm.findChildren(QTextEdit), *scherm.findChildren(QLineEdit), *scherm.findChildren(QComboBox)]
    return [e for e in editors if e.isVisible() and not isinstance(e.parentWidget(), QComboBox)]


class Toetsenteller(QObject):
    """Counts the keys that really arrive where the focus is."""

    def __init__(self) -> None:
        super().__init__()
        self.aantal = 0

    def eventFilter(self, thing: QObject, event: QEvent) -> bool:  # noqa: N802  as Qt calls it
        self.aantal += event.type() == QEvent.Type.KeyPress and thing is QApplication.focusWidget()
        return False


def _licht_contact(vraag: str) -> None:
    """The question, and what we did; the life domain by its first letters."""
    typ(vraag)
    toets(TAB)
    toets(TAB)
    typ("soc")
    toets(TAB)
    typ("inf")
    toets(ENTER)


# -- the morning ---------------------------------------------------------------------------------------------------


@pytest.mark.eis("EVV-01")
def test_eleven_people_in_one_morning_with_the_keys_alone(
    toon: Toon, plek: Werkplek, wegwijzer: Wegwijzer, signalen: Signalen, rust: Rust, qapp: QApplication
) -> None:
    plan_inloop(plek)
    scherm = toon()
    assert in_focus().objectName() == "plek"
    toets(ENTER)
    rust()
    assert scherm.subtitle.text() == "dinsdag 20 april, 09.00 tot 11.00  ·  Sanne en Joris van het welzijn"
    assert wegwijzer.waar == "Kulturhus De Linde, Voorbeelderveen"
    for vraag in OCHTEND:
        assert in_focus().objectName() == "vraag"
        _licht_contact(vraag)
        rust()
        if vraag == ZORG:
            tab_naar("maak_signaal")
            toets(ENTER)
            inloopcontact.koppel(plek, signalen[0].inloopcontact_id, Gevolg.SIGNAAL, plek.new_id())
        elif vraag == HULP:
            tab_naar("maak_melding")
            toets(ENTER)
        if vraag in (ZORG, HULP):
            tab_naar("vraag")
    tab_naar("sluit_af")
    toets(ENTER)
    rust()
    assert [contact.vraag for contact in _contacten(plek)] == list(OCHTEND)
    assert {contact.kern for contact in _contacten(plek)} == {"Voorbeelderveen"}
    assert {contact.gedaan for contact in _contacten(plek)} == {"informatie_gegeven"}
    assert [voorzet.gezien for voorzet in signalen] == [ZORG]
    ((waarheen, invoer),) = wegwijzer.gegaan
    assert (waarheen, getattr(invoer, "vraag", "")) == ("melding", HULP)
    assert scherm.count.accessibleName() == (
        "Deze ochtend: 11 mensen gesproken, geholpen 10, signaal 1, melding 0, nog te kiezen 0, Sociaal netwerk 11"
    )
    assert "Het spreekuur is afgesloten om 09.00." in _woorden(scherm)
    with plek.store.read() as lezer:
        (sessie,) = lezer.find(Spreekuur)
    assert sessie.is_gesloten


@pytest.mark.eis("SOC-14")
def test_a_light_contact_takes_few_keys(toon: Toon, plek: Werkplek, hier: UUID, rust: Rust) -> None:
    toon()
    vrij = "Ik snap de brief over de bijzondere bijstand niet."
    naar = "Formulierenhulp"
    app, teller = QApplication.instance(), Toetsenteller()
    assert app is not None
    app.installEventFilter(teller)
    typ(vrij)
    toets(TAB)
    typ("Pro")
    toets(TAB)
    typ("fin")
    toets(TAB)
    typ("samen g")
    toets(TAB)
    typ(naar)
    toets(ENTER)
    app.removeEventFilter(teller)
    rust()
    (contact,) = _contacten(plek)
    assert (contact.vraag, contact.kern, contact.leefgebied) == (vrij, "Proefdijk", "financien")
    assert (contact.gedaan, contact.verwezen) == ("samen_gelezen", naar)
    assert (contact.voornamen, contact.achternaam, contact.huishouden_id) == (None, None, None)
    getypt = teller.aantal - len(vrij) - len(naar)
    assert 10 < getypt <= MEEST_TOETSEN


def test_the_next_one_begins_empty_but_in_the_same_kern(toon: Toon, plek: Werkplek, hier: UUID, rust: Rust) -> None:
    scherm = toon()
    typ("Wie helpt mij met de computer?")
    toets(TAB)
    typ("Modelhuizen")
    toets(ENTER)
    rust()
    assert in_focus().objectName() == "vraag"
    assert scherm.invoer.is_empty()
    assert scherm.invoer.form.fields.text("kern") == "Voorbeelderveen"
    (contact,) = _contacten(plek)
    assert contact.kern == "Modelhuizen"


def test_own_words_are_as_good_as_the_list(toon: Toon, plek: Werkplek, hier: UUID, rust: Rust) -> None:
    toon()
    typ("Mijn fiets is stuk.")
    tab_naar("leefgebied")
    typ("de fiets")
    tab_naar("gedaan")
    typ("band geplakt")
    toets(ENTER)
    rust()
    (contact,) = _contacten(plek)
    assert (contact.leefgebied, contact.gedaan) == ("de fiets", "band geplakt")


def test_what_is_typed_while_the_last_one_is_saved_is_of_the_next(
    toon: Toon, plek: Werkplek, hier: UUID, rust: Rust
) -> None:
    scherm = toon()
    typ("De eerste vraag")
    toets(ENTER)
    typ("De tweede")
    rust()
    assert [contact.vraag for contact in _contacten(plek)] == ["De eerste vraag"]
    assert scherm.invoer.form.question.text() == "De tweede"


def test_without_a_question_there_is_nothing_to_keep(toon: Toon, plek: Werkplek, hier: UUID, rust: Rust) -> None:
    scherm = toon()
    tab_naar("gedaan")
    typ("gel")
    toets(ENTER)
    rust()
    assert _contacten(plek) == []
    assert in_focus().objectName() == "vraag"
    assert "Een paar woorden zijn genoeg" in _woorden(scherm)
    assert scherm.invoer.form.fields.text("gedaan") == "geluisterd"


def test_what_stands_there_survives_a_lock_also_when_there_is_no_line(
    toon: Toon, plek: Werkplek, hier: UUID, rust: Rust
) -> None:
    scherm = toon()
    typ("Mijn man rijdt niet meer")
    tab_naar("gedaan")
    typ("geluisterd")
    weg: list[bool] = []
    scherm.leave(lambda: weg.append(True))
    rust()
    assert weg == [True]
    scherm.close()
    terug = toon()
    assert terug.invoer.form.question.text() == "Mijn man rijdt niet meer"
    assert terug.invoer.form.fields.text("gedaan") == "geluisterd"
    terug.invoer.focus_question()
    toets(ENTER)
    rust()
    assert [contact.vraag for contact in _contacten(plek)] == ["Mijn man rijdt niet meer"]
    assert typen.load_concept(plek, inloopcontact.CONCEPT) == {}


# -- with a name, and more -------------------------------------------------------------------------------------------


@pytest.mark.eis("RES-14")
def test_of_who_gave_a_name_others_read_initials_only(toon: Toon, plek: Werkplek, hier: UUID, rust: Rust) -> None:
    scherm = toon()
    assert "zonder naam" in _woorden(scherm)
    typ("Ik wil graag dat u mij belt.")
    toets(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert in_focus().objectName() == "voornamen"
    typ("Anna")
    tab_naar("achternaam")
    typ("Voorbeeld-Jansen")
    toets(ENTER)
    rust()
    (contact,) = _contacten(plek)
    assert (contact.voornamen, contact.achternaam) == ("Anna", "Voorbeeld-Jansen")
    woorden = _woorden(scherm) + "".join(w.accessibleName() for w in scherm.findChildren(QWidget))
    assert "A. V." in woorden
    assert "Jansen" not in woorden
    assert "Anna" not in woorden
    assert not zie(scherm, "vraag").window().windowTitle()


@pytest.mark.eis("EVV-01")
def test_somebody_may_come_under_a_schuilnaam(toon: Toon, plek: Werkplek, hier: UUID, rust: Rust) -> None:
    scherm = toon()
    typ("Mag ik dit onder ons houden?")
    tab_naar("met_naam")
    toets(ENTER)
    tab_naar("schuilnaam")
    typ("Postduif")
    toets(ENTER)
    rust()
    (contact,) = _contacten(plek)
    assert (contact.schuilnaam, contact.achternaam) == ("Postduif", None)
    assert "met schuilnaam" in _woorden(scherm)


def test_a_name_that_is_taken_back_is_forgotten_at_once(toon: Toon, plek: Werkplek, hier: UUID, rust: Rust) -> None:
    scherm = toon()
    typ("Ik wil dat u mij belt.")
    toets(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    typ("Anna")
    scherm.leave(lambda: None)
    rust()
    assert typen.load_concept(plek, inloopcontact.CONCEPT)["voornamen"] == "Anna"
    toets(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    scherm.leave(lambda: None)
    rust()
    assert set(typen.load_concept(plek, inloopcontact.CONCEPT)) == {"vraag"}
    toets(ENTER)
    rust()
    (contact,) = _contacten(plek)
    assert contact.voornamen is None


@pytest.mark.eis("EVV-21")
@pytest.mark.eis("EVV-03")
def test_i_went_along_to_the_infopunt_and_wrote_down_where_and_who(
    toon: Toon, plek: Werkplek, hier: UUID, rust: Rust
) -> None:
    scherm = toon()
    typ("Ik durf niet alleen naar het gemeentehuis.")
    tab_naar("meer")
    toets(ENTER)
    assert in_focus().objectName() == "kanaal"
    kies("kanaal", "telefoon")
    tab_naar("begeleid_plek")
    typ("Gemeentehuis")
    tab_naar("begeleid_door")
    typ("Els")
    toets(ENTER)
    rust()
    (contact,) = _contacten(plek)
    assert (contact.begeleid_plek, contact.begeleid_door) == ("Gemeentehuis", "Els")
    assert (contact.datum, contact.medewerker_id, contact.kanaal) == (date(2027, 4, 20), SANNE.id, "telefoon")
    assert "Els ging mee naar Gemeentehuis" in _woorden(scherm)
    assert contact.is_geholpen


@pytest.mark.eis("SIG-25")
def test_i_ask_how_long_it_has_been_going_on_and_what_kept_someone_from_asking(
    toon: Toon, plek: Werkplek, hier: UUID, rust: Rust
) -> None:
    toon()
    typ("Ik kan de rekeningen niet meer betalen.")
    tab_naar("meer")
    toets(ENTER)
    tab_naar("sinds")
    typ("al twee jaar")
    tab_naar("uitgesteld")
    typ("schaamte")
    toets(ENTER)
    rust()
    (contact,) = _contacten(plek)
    assert (contact.sinds, contact.uitgesteld) == ("al twee jaar", "schaamte")


def test_the_page_opens_with_five_fields(toon: Toon, hier: UUID) -> None:
    assert len(_velden(toon())) == 5


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
    scherm = toon()
    typ(HULP)
    toets(TAB)
    typ("Proefdijk")
    toets(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    typ("Anna")
    tab_naar("achternaam")
    typ("Voorbeeld")
    gevraagd = _labels(scherm)
    toets(ENTER)
    rust()
    tab_naar("maak_melding")
    toets(ENTER)
    ((_, invoer),) = wegwijzer.gegaan
    assert isinstance(invoer, NieuweMelding)

    nieuw = MeldingScreen(omgeving, invoer)
    toon_scherm(nieuw)
    leeg = {label for veld, label in _labels_by_field(nieuw).items() if not nieuw.form.fields.text(veld)}
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
    (contact,) = _contacten(plek)
    assert (contact.gevolg, contact.gevolg_id) == (Gevolg.MELDING, gemeld.huishouden_id)


def _labels_by_field(scherm: MeldingScreen) -> dict[str, str]:
    """Every field of the melding, folded or not, with what it asks."""
    fields = scherm.form.fields
    return {naam: fields.editor(naam).accessibleName() for naam in NieuweMelding.__dataclass_fields__ if naam in fields}


def _labels(scherm: QWidget) -> set[str]:
    return {veld.accessibleName() for veld in _velden(scherm)}


def test_a_melding_that_was_left_half_way_stands_there_again(
    omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, hier: UUID, rust: Rust
) -> None:
    from kernnetwerk_app.services import melding

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


def test_where_no_signaal_can_be_made_none_is_offered(
    omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, hier: UUID
) -> None:
    inloopcontact.noteer(plek, hier, NieuwContact(ZORG))
    scherm = InloopScreen(omgeving)
    toon_scherm(scherm)
    assert scherm.findChildren(QWidget, "maak_signaal") == []
    assert zie(scherm, "maak_melding").isVisible()


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
    assert len(_velden(scherm)) == 5
    assert scherm.regels._verbetering is not None
    assert scherm.regels._verbetering.form.fields.text("anders.leefgebied") == "Financiën"
    wis()
    typ("Wie maait het gras?")
    tab_naar("anders.gedaan")
    typ("voor iemand gebeld")
    tab_naar("verder")
    toets(ENTER)
    rust()
    contact = _contacten(plek)[0]
    assert (contact.vraag, contact.kern, contact.leefgebied) == ("Wie maait het gras?", "Proefdijk", "financien")
    assert contact.gedaan == "gebeld"
    assert "“Wie maait het gras?”" in _woorden(scherm)
    assert zie(scherm, "vraag").isVisible()


def test_leaving_it_as_it_was_changes_nothing(toon: Toon, plek: Werkplek, hier: UUID, rust: Rust) -> None:
    inloopcontact.noteer(plek, hier, NieuwContact("Wie maait het gras?", kanaal="persoonlijk_gesprek"))
    before = _contacten(plek)
    scherm = toon()
    tab_naar("verander")
    toets(ENTER)
    rust()
    typ(" En wanneer?")
    scherm.leave(lambda: None)
    rust()
    toets(Qt.Key.Key_Escape)
    rust()
    assert _contacten(plek) == before
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
    assert [contact.vervallen for contact in _contacten(plek)] == [False]


# -- beginning, joining, closing --------------------------------------------------------------------------------------


def test_what_cannot_be_is_told_under_its_field(toon: Toon, plek: Werkplek, rust: Rust) -> None:
    scherm = toon()
    tab_naar("kern")
    wis()
    tab_naar("verder")
    toets(ENTER)
    rust()
    assert in_focus().objectName() == "kern"
    assert "Kies eerst de kern" in _woorden(scherm)
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
    assert [contact.spreekuur_id for contact in _contacten(plek)] == [begin.id]
    assert scherm.subtitle.text().endswith("Joris en Sanne")


def test_it_is_not_closed_over_words_that_were_not_saved(toon: Toon, plek: Werkplek, hier: UUID, rust: Rust) -> None:
    scherm = toon()
    typ("Nog een vraag")
    tab_naar("sluit_af")
    toets(ENTER)
    rust()
    assert "die u niet bewaarde" in _woorden(scherm)
    assert in_focus().objectName() == "vraag"
    toets(ENTER)
    rust()
    tab_naar("sluit_af")
    toets(ENTER)
    rust()
    assert "Bij 1 gesprek staat nog niet wat u deed" in _woorden(scherm)
    tab_naar("sluit_af")
    toets(ENTER)
    rust()
    assert in_focus().objectName() == "vraag"


def test_an_empty_morning_says_what_will_come_here(toon: Toon, hier: UUID) -> None:
    scherm = toon()
    assert "Nog niemand gesproken" in _woorden(scherm)


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
