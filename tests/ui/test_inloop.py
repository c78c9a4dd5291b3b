"""A whole spreekuur with the keys alone: light contacts in under a minute, and without a name unless somebody asks."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.signaal import Signaal
from kernnetwerk_app.domain.spreekuur import Spreekuur
from kernnetwerk_app.services import inloopcontact, typen
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.signaal import NieuwSignaal
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.inloop import InloopScreen
from kernnetwerk_app.ui.screens.melding import MeldingScreen
from kernnetwerk_app.ui.screens.signaal import SignaalScreen
from tests.factories import SANNE
from tests.services.test_spreekuur import plan_inloop
from tests.ui.inloop_scherm import ENTER, HULP, TAB, ZORG, Toon, contacten, velden, woorden
from tests.ui.inloop_scherm import hier as hier
from tests.ui.inloop_scherm import toon as toon
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toetsen import in_focus, kies, tab_naar, toets, typ, zie

CTRL = Qt.KeyboardModifier.ControlModifier
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


def _licht_contact(vraag: str) -> None:
    """The question, and what we did; the life domain by its first letters."""
    typ(vraag)
    toets(TAB)
    toets(TAB)
    typ("soc")
    toets(TAB)
    typ("inf")
    toets(ENTER)


def _ga_erheen(knop: str, omgeving: Omgeving, wegwijzer: Wegwijzer, toon_scherm: Toonscherm) -> None:
    """Press what the line offers, and on to the screen to which that leads."""
    tab_naar(knop)
    toets(ENTER)
    _, invoer = wegwijzer.gegaan[-1]
    if isinstance(invoer, NieuwSignaal):
        toon_scherm(SignaalScreen(omgeving, uit=invoer))
    else:
        assert isinstance(invoer, NieuweMelding)
        toon_scherm(MeldingScreen(omgeving, invoer))


def _spreek_iedereen(
    omgeving: Omgeving, toon_scherm: Toonscherm, scherm: InloopScreen, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    """One after another; of one comes a signal, of another a melding, each on its own screen."""
    for vraag in OCHTEND:
        assert in_focus().objectName() == "vraag"
        _licht_contact(vraag)
        rust()
        if vraag == ZORG:
            _ga_erheen("maak_signaal", omgeving, wegwijzer, toon_scherm)
        elif vraag == HULP:
            _ga_erheen("maak_melding", omgeving, wegwijzer, toon_scherm)
            tab_naar("achternaam")
            typ("Voorbeeld")
        if vraag in (ZORG, HULP):
            toets(ENTER, CTRL)
            rust()
            toon_scherm(scherm)  # back where the next one waits
            rust()


# -- the morning ---------------------------------------------------------------------------------------------------


@pytest.mark.eis("EVV-01")
def test_eleven_people_in_one_morning_with_the_keys_alone(
    omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    plan_inloop(plek)
    scherm = InloopScreen(omgeving)
    toon_scherm(scherm)
    assert in_focus().objectName() == "plek"
    toets(ENTER)
    rust()
    assert scherm.subtitle.text() == "dinsdag 20 april, 09.00 tot 11.00  ·  Sanne en Joris van het welzijn"
    assert wegwijzer.waar == "Kulturhus De Linde, Voorbeelderveen"
    _spreek_iedereen(omgeving, toon_scherm, scherm, wegwijzer, rust)
    tab_naar("sluit_af")
    toets(ENTER)
    rust()
    assert [contact.vraag for contact in contacten(plek)] == list(OCHTEND)
    assert {contact.kern for contact in contacten(plek)} == {"Voorbeelderveen"}
    assert {contact.gedaan for contact in contacten(plek)} == {"informatie_gegeven"}
    assert scherm.count.accessibleName() == (
        "Deze ochtend: 11 mensen gesproken, geholpen 9, signaal 1, melding 1, nog te kiezen 0, Sociaal netwerk 11"
    )
    assert "Het spreekuur is afgesloten om 09.00." in woorden(scherm)
    with plek.store.read() as lezer:
        (sessie,), (gemerkt,), (gemeld,) = lezer.find(Spreekuur), lezer.find(Signaal), lezer.find(Melding)
    assert (sessie.kern, sessie.plek, sessie.is_gesloten) == ("Voorbeelderveen", "Kulturhus De Linde", True)
    assert (gemerkt.gezien, gemerkt.kern, gemerkt.anoniem) == (ZORG, "Voorbeelderveen", True)
    assert (gemeld.vraag, gemeld.is_aangenomen) == (HULP, True)
    gevolgen = {contact.vraag: contact.gevolg_id for contact in contacten(plek) if contact.gevolg is not None}
    assert gevolgen == {ZORG: gemerkt.id, HULP: gemeld.huishouden_id}


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
    (contact,) = contacten(plek)
    assert contact.kern == "Modelhuizen"


@pytest.mark.eis("SOC-07")
def test_the_kaart_opens_with_what_was_asked_and_seen_from_the_kern_they_come_from(
    toon: Toon, plek: Werkplek, hier: UUID, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    toon()
    typ("Wie helpt mij met de computer?")
    toets(TAB)
    typ("Modelhuizen")
    toets(ENTER)
    rust()
    tab_naar("geef_wegwijzer")
    toets(ENTER)
    assert wegwijzer.gegaan == [("socialekaart", "Wie helpt mij met de computer?", "Modelhuizen")]


def test_tab_goes_from_the_form_to_the_latest_line_and_on_down(
    toon: Toon, plek: Werkplek, hier: UUID, rust: Rust
) -> None:
    toon()
    for vraag in ("De eerste", "De tweede", "De derde"):
        typ(vraag)
        toets(ENTER)
        rust()
    tab_naar("meer")
    gelopen = []
    for _ in range(7):
        toets(TAB)
        gelopen.append(in_focus().objectName())
    derde, tweede, eerste = (f"contact_{contact.id}" for contact in reversed(contacten(plek)))
    assert gelopen == [derde, "maak_signaal", "maak_melding", "geef_wegwijzer", "verander", tweede, eerste]


def test_own_words_are_as_good_as_the_list(toon: Toon, plek: Werkplek, hier: UUID, rust: Rust) -> None:
    toon()
    typ("Mijn fiets is stuk.")
    tab_naar("leefgebied")
    typ("de fiets")
    tab_naar("gedaan")
    typ("band geplakt")
    toets(ENTER)
    rust()
    (contact,) = contacten(plek)
    assert (contact.leefgebied, contact.gedaan) == ("de fiets", "band geplakt")


def test_what_is_typed_while_the_last_one_is_saved_is_of_the_next(
    toon: Toon, plek: Werkplek, hier: UUID, rust: Rust
) -> None:
    scherm = toon()
    typ("De eerste vraag")
    toets(ENTER)
    typ("De tweede")
    rust()
    assert [contact.vraag for contact in contacten(plek)] == ["De eerste vraag"]
    assert scherm.invoer.form.question.text() == "De tweede"


def test_without_a_question_there_is_nothing_to_keep(toon: Toon, plek: Werkplek, hier: UUID, rust: Rust) -> None:
    scherm = toon()
    tab_naar("gedaan")
    typ("gel")
    toets(ENTER)
    rust()
    assert contacten(plek) == []
    assert in_focus().objectName() == "vraag"
    assert "Een paar woorden zijn genoeg" in woorden(scherm)
    assert scherm.invoer.form.fields.text("gedaan") == "geluisterd"


def test_what_stands_there_survives_a_lock_also_when_there_is_no_line(
    toon: Toon, plek: Werkplek, hier: UUID, rust: Rust
) -> None:
    scherm = toon()
    typ("Mijn man rijdt niet meer")
    tab_naar("gedaan")
    typ("geluisterd")
    tab_naar("vraag")
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
    assert [contact.vraag for contact in contacten(plek)] == ["Mijn man rijdt niet meer"]
    assert typen.load_concept(plek, inloopcontact.CONCEPT) == {}


# -- with a name, and more -------------------------------------------------------------------------------------------


@pytest.mark.eis("RES-14")
def test_of_who_gave_a_name_others_read_initials_only(toon: Toon, plek: Werkplek, hier: UUID, rust: Rust) -> None:
    scherm = toon()
    assert "zonder naam" in woorden(scherm)
    typ("Ik wil graag dat u mij belt.")
    toets(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert in_focus().objectName() == "voornamen"
    typ("Anna")
    tab_naar("achternaam")
    typ("Voorbeeld-Jansen")
    toets(ENTER)
    rust()
    (contact,) = contacten(plek)
    assert (contact.voornamen, contact.achternaam) == ("Anna", "Voorbeeld-Jansen")
    te_lezen = woorden(scherm) + "".join(w.accessibleName() for w in scherm.findChildren(QWidget))
    assert "A. V." in te_lezen
    assert "Jansen" not in te_lezen
    assert "Anna" not in te_lezen
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
    (contact,) = contacten(plek)
    assert (contact.schuilnaam, contact.achternaam) == ("Postduif", None)
    assert "met schuilnaam" in woorden(scherm)


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
    (contact,) = contacten(plek)
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
    (contact,) = contacten(plek)
    assert (contact.begeleid_plek, contact.begeleid_door) == ("Gemeentehuis", "Els")
    assert (contact.datum, contact.medewerker_id, contact.kanaal) == (date(2027, 4, 20), SANNE.id, "telefoon")
    assert "Els ging mee naar Gemeentehuis" in woorden(scherm)
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
    (contact,) = contacten(plek)
    assert (contact.sinds, contact.uitgesteld) == ("al twee jaar", "schaamte")


def test_the_page_opens_with_five_fields(toon: Toon, hier: UUID) -> None:
    assert len(velden(toon())) == 5
