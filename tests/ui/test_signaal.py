"""A signal with the keys alone: one sentence is enough, the rest unfolds, and nothing that is typed is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QTextEdit

from kernnetwerk_app.domain.contact import Contact, ContactSoort
from kernnetwerk_app.domain.melding import Kanaal
from kernnetwerk_app.domain.signaal import Signaal, Spoed, Uitkomst
from kernnetwerk_app.services import inloopcontact, melding, signaal, spreekuur, typen
from kernnetwerk_app.services.inloopcontact import NieuwContact
from kernnetwerk_app.services.signaal import NieuwSignaal
from kernnetwerk_app.services.spreekuur import NieuwSpreekuur
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.conflict import ConflictScreen
from kernnetwerk_app.ui.screens.signaal import SignaalScreen
from kernnetwerk_app.ui.widgets.check import Check
from kernnetwerk_app.ui.widgets.field import Field
from tests.factories import JORIS, SANNE, make_werkplek
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import _settled as rustig
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, kies, tab_naar, toets, typ, wis, woorden, zie
from tests.uitwisseling import breng_over

ENTER, SPATIE = Qt.Key.Key_Return, Qt.Key.Key_Space
GEZIEN = "De gordijnen zijn al een week dicht en de post blijft liggen."
T = load("signaal")
Open = Callable[..., SignaalScreen]


@pytest.fixture
def open_scherm(omgeving: Omgeving, toon_scherm: Toonscherm) -> Open:
    """A new signal, or the one with this id, opened anew as the window does."""

    def show(signaal_id: UUID | None = None, uit: NieuwSignaal | None = None) -> SignaalScreen:
        scherm = SignaalScreen(omgeving, signaal_id, uit)
        toon_scherm(scherm)
        return scherm

    return show


@pytest.fixture
def scherm(open_scherm: Open) -> SignaalScreen:
    return open_scherm()


def _alle(plek: Werkplek) -> list[Signaal]:
    with plek.store.read() as lezer:
        return lezer.find(Signaal)


def _een(plek: Werkplek) -> Signaal:
    (enige,) = _alle(plek)
    return enige


def _maak(plek: Werkplek, /, **velden: Any) -> UUID:
    return signaal.neem_op(plek, {"gezien": GEZIEN, "kern": "Proefdijk", **velden})[0]


def _open_deel(deel: str) -> None:
    tab_naar(f"deel_{deel}")
    toets(ENTER)


def _vul(naam: str, tekst: str) -> None:
    tab_naar(naam)
    wis()
    typ(tekst)


def _bewaar(rust: Rust) -> None:
    tab_naar("bewaar")
    toets(ENTER)
    rust()


def _fout(scherm: SignaalScreen, naam: str) -> str:
    field = zie(scherm, naam).parentWidget()
    assert isinstance(field, Field)
    return field.error()


# -- in a minute -------------------------------------------------------------------------------------------------------


def test_few_fields_are_in_sight_whatever_is_open(open_scherm: Open, plek: Werkplek) -> None:
    for scherm in (open_scherm(), open_scherm(_maak(plek))):
        for deel in ("", *scherm.form.folds):
            scherm.form.show_fold(deel)
            fields_ = [field for field in scherm.findChildren(Field) if field.isVisibleTo(scherm)]
            assert len(fields_) <= 9, deel
        assert {"gezien", "kern"} <= {field.editor.objectName() for field in fields_}


@pytest.mark.parametrize(("veld", "wat"), [("gezien", ""), ("kern", GEZIEN)])
def test_without_a_sentence_or_a_kern_it_is_no_signal(
    scherm: SignaalScreen, plek: Werkplek, rust: Rust, veld: str, wat: str
) -> None:
    typ(wat)
    if veld == "kern":
        tab_naar("kern")
        wis()
    _bewaar(rust)
    assert _alle(plek) == []
    assert _fout(scherm, veld) != ""
    assert in_focus().objectName() == veld


@pytest.mark.eis("SIG-11")
def test_something_is_not_right_and_i_cannot_say_what(scherm: SignaalScreen, plek: Werkplek, rust: Rust) -> None:
    typ("Het voelt niet goed bij dat gezin.")
    tab_naar("niet_pluis_ja")
    toets(SPATIE)
    _bewaar(rust)
    opgenomen = _een(plek)
    assert opgenomen.niet_pluis
    assert opgenomen.categorie is None


@pytest.mark.eis("SIG-11")
def test_a_feeling_is_shown_as_a_feeling(open_scherm: Open, plek: Werkplek) -> None:
    assert T("kant.gevoel") in woorden(open_scherm(_maak(plek, niet_pluis=True)))
    assert T("kant.gevoel") not in woorden(open_scherm(_maak(plek)))


# -- the lists and who it is about -------------------------------------------------------------------------------------


@pytest.mark.eis("SIG-02")
@pytest.mark.eis("SIG-06")
@pytest.mark.eis("SIG-07")
def test_i_choose_who_noticed_it_where_it_was_told_and_how(scherm: SignaalScreen, plek: Werkplek, rust: Rust) -> None:
    typ(GEZIEN)
    _open_deel("melder")
    rollen = scherm.form.fields.editor("signaleerder")
    assert isinstance(rollen, QComboBox)
    te_kiezen = [rollen.itemText(nummer) for nummer in range(rollen.count()) if rollen.itemText(nummer)]
    assert te_kiezen[:8] == [
        "Buren", "Familie", "Verenigingen", "Scholen", "Seniorenvoorlichters", "Wijkagent", "Energiewacht",
        "Woningcorporatie",
    ]  # fmt: skip
    assert {"Kernnetwerk", "Huisarts", "Woonconsulent", "Erfbetreders", "Vrijwilligers"} <= set(te_kiezen[8:])
    _vul("signaleerder", "Erfbetreders")
    kies("kanaal", "aan de telefoon")
    _vul("meldplek", "Meldpunt zorg & overlast")
    _vul("datum", "gisteren")
    _bewaar(rust)
    opgenomen = _een(plek)
    assert (opgenomen.signaleerder, opgenomen.meldplek) == ("erfbetreders", "meldpunt")
    assert (opgenomen.kanaal, opgenomen.datum) == (Kanaal.TELEFOON, plek.vandaag - timedelta(days=1))


@pytest.mark.eis("SIG-03")
def test_what_is_not_in_the_list_i_write_myself(scherm: SignaalScreen, plek: Werkplek, rust: Rust) -> None:
    categorie = scherm.form.fields.editor("categorie")
    assert isinstance(categorie, QComboBox)
    er_staat = [categorie.itemText(nummer) for nummer in range(categorie.count())]
    assert er_staat == [
        "vereenzaming", "verwaarlozing", "overlast", "niet pluis", "dreigende overbelasting mantelzorger",
        "onveiligheid", "overig",
    ]  # fmt: skip
    typ(GEZIEN)
    _open_deel("inhoud")
    _vul("categorie", "pesten op straat")
    _bewaar(rust)
    assert _een(plek).categorie == "pesten op straat"


@pytest.mark.eis("SIG-25")
@pytest.mark.eis("SIG-28")
def test_how_long_it_lasts_what_held_somebody_back_and_which_domains_it_touches(
    scherm: SignaalScreen, plek: Werkplek, rust: Rust
) -> None:
    typ(GEZIEN)
    _open_deel("inhoud")
    kies("spoed", "deze week")
    tab_naar("duur")
    typ("langer dan een jaar")
    _vul("drempel", "schaamte")
    eerste, tweede = plek.profiel.leefgebieden.leefgebieden[:2]
    for gebied in (eerste, tweede):
        tab_naar(f"leefgebied_{gebied.sleutel}")
        toets(SPATIE)
    _bewaar(rust)
    opgenomen = _een(plek)
    assert (opgenomen.duur, opgenomen.drempel, opgenomen.spoed) == ("jaren", "schaamte", Spoed.DEZE_WEEK)
    assert opgenomen.leefgebieden == f"{eerste.sleutel} {tweede.sleutel}"


@pytest.mark.eis("SIG-13")
def test_i_went_there_myself_and_do_not_know_who_it_was(scherm: SignaalScreen, plek: Werkplek, rust: Rust) -> None:
    typ("Ik sprak een jongen die niet meer naar huis durft.")
    _open_deel("zelf")
    _vul("vindplaats", "jeugdsoos")
    _vul("aanleiding", "elke vrijdag even langs")
    _bewaar(rust)
    opgenomen = _een(plek)
    assert (opgenomen.ongevraagd, opgenomen.vindplaats, opgenomen.is_over_iemand) == (True, "jeugdsoos", False)


# -- how it goes on ----------------------------------------------------------------------------------------------------


@pytest.mark.eis("SIG-20")
def test_nothing_leaves_the_kernnetwerk_before_i_talked_with_her(open_scherm: Open, plek: Werkplek, rust: Rust) -> None:
    scherm = open_scherm(_maak(plek, achternaam="Voorbeeld-Jansen"))
    assert T("kant.niet_besproken_kop") in woorden(scherm)
    druk(scherm, "zet_praten")
    assert in_focus().objectName() == "stap"
    scherm.form.show_fold("afloop")
    kies("uitkomst", "doorzetten naar een partner")
    _vul("uitkomst_partner", "Welzijn Voorbeeld")
    _bewaar(rust)
    assert "112" in _fout(scherm, "uitkomst")
    assert _een(plek).is_open
    scherm.form.show_fold("gesprek")
    _vul("besproken_datum", "25-12-2027")
    _bewaar(rust)
    assert _fout(scherm, "besproken_datum") != ""
    assert _een(plek).is_open
    _vul("besproken_datum", "vandaag")
    _vul("toestemming", "niets")
    _bewaar(rust)
    assert _fout(scherm, "mag_delen") != ""
    kies("mag_delen", "ja, dit mag")
    _vul("toestemming", "mijn naam en adres, met Welzijn Voorbeeld")
    _bewaar(rust)
    gelezen = _een(plek)
    assert (gelezen.uitkomst, gelezen.uitkomst_partner) == (Uitkomst.PARTNER, "Welzijn Voorbeeld")
    assert (gelezen.stap, gelezen.besproken_door) == ("praten", SANNE.naam)


@pytest.mark.eis("SIG-10")
@pytest.mark.eis("SIG-12")
def test_listening_was_enough_and_that_is_a_good_end(
    open_scherm: Open, plek: Werkplek, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    scherm = open_scherm(_maak(plek))
    uitkomst = scherm.form.fields.editor("uitkomst")
    assert isinstance(uitkomst, QComboBox)
    assert [uitkomst.itemText(nummer) for nummer in range(uitkomst.count())] == [
        "nog open", "zelf erop afgaan", "doorzetten naar een partner", "luisterend oor, het gewone leven gaat door",
        "geen actie",
    ]  # fmt: skip
    scherm.form.show_fold("afloop")
    kies("uitkomst", "luisterend oor, het gewone leven gaat door")
    _bewaar(rust)
    assert _een(plek).uitkomst is Uitkomst.LUISTEREND_OOR


@pytest.mark.eis("SIG-22")
@pytest.mark.eis("SIG-26")
def test_the_volunteer_who_told_me_hears_no_more_than_she_may(open_scherm: Open, plek: Werkplek, rust: Rust) -> None:
    scherm = open_scherm(_maak(plek, signaleerder="vrijwilligers"))
    scherm.form.show_fold("terug")
    _vul("advies", "Blijf gewoon koffie drinken, en vraag of ze meegaat.")
    _vul("doorgeleid", "inloop in De Linde")
    _vul("terugkoppeling", "Ze heeft schulden.")
    _bewaar(rust)
    assert _fout(scherm, "terugkoppeling") != ""
    assert _een(plek).advies is None
    tab_naar("terugkoppeling")
    wis()
    _vul("terugkoppeling_datum", "vandaag")
    _bewaar(rust)
    gelezen = _een(plek)
    with plek.store.read() as lezer:
        assert lezer.find(Contact) == [], "without a dossier it stands in the signal alone"
    opgenomen = melding.neem_op(
        plek, replace(signaal.als_melding(plek, gelezen), achternaam="Voorbeeld", contactpersoon_id=SANNE.id)
    )
    with plek.store.read() as lezer:
        assert lezer.find(Contact) == [], "she may read her dossier, and nobody told her yet"
        geladen, bases = lezer.get(Signaal, gelezen.id), lezer.bases(gelezen.id)
    signaal.change(plek, geladen, bases, {"besproken_datum": plek.vandaag})
    with plek.store.read() as lezer:
        (verteld,) = lezer.find(Contact, huishouden_id=opgenomen.huishouden_id)
    assert (verteld.datum, verteld.medewerker_id, verteld.contactsoort) == (
        plek.vandaag, SANNE.id, ContactSoort.OVERLEG,
    )  # fmt: skip
    assert verteld.verslag == "We lieten weten dat het signaal is opgepakt."
    assert "vrijwilliger" not in verteld.model_dump_json().lower(), "the resident may read it"
    assert (gelezen.doorgeleid, gelezen.terugkoppeling_datum) == ("inloop in De Linde", plek.vandaag)
    assert gelezen.terugkoppeling is None
    assert gelezen.advies is not None


def test_until_when_it_is_kept_stands_there_with_its_sum(open_scherm: Open, plek: Werkplek) -> None:
    er_staat = woorden(open_scherm(_maak(plek, achternaam="Voorbeeld")))
    assert "Bewaren tot di 20 juli 2027" in er_staat
    assert "20 april 2027 + 3 maanden" in er_staat


def test_a_wiped_signal_says_so_and_asks_nothing(open_scherm: Open, plek: Werkplek) -> None:
    hier = _maak(plek, achternaam="Voorbeeld")
    with plek.store.write() as werk:
        werk.change(werk.get(Signaal, hier), gezien="", achternaam=None, verwijderd_datum=plek.vandaag)
        werk.commit("test.gewist")
    scherm = open_scherm(hier)
    assert "De bewaartijd is voorbij" in woorden(scherm)
    assert not scherm.form.isVisible()
    assert not zie(scherm, "naar_signalen").isHidden()


def test_what_a_colleague_wrote_meanwhile_stands_beside_mine(
    open_scherm: Open, omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, wegwijzer: Wegwijzer, rust: Rust,
    tmp_path: Path,
) -> None:  # fmt: skip
    hier = _maak(plek, stap="bellen")
    scherm = open_scherm(hier)
    tab_naar("gezien")
    typ(" Ook zondag.")
    scherm.leave(lambda: None)
    rust()
    collega = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    breng_over(plek, collega)
    with collega.store.write() as werk:
        werk.change(werk.get(Signaal, hier), gezien="Er brandt weer licht.", stap_wie_id=JORIS.id)
        werk.commit("test.collega")
    breng_over(collega, plek)
    collega.store.close()
    opnieuw = open_scherm(hier)
    assert opnieuw.form.fields.text("gezien") == f"{GEZIEN} Ook zondag."
    _bewaar(rust)
    assert _een(plek).stap_wie_id == JORIS.id
    druk(open_scherm(hier), "twee_versies")
    ((_, entiteit, eenheid),) = wegwijzer.gegaan[1:]
    assert (entiteit, eenheid) == (hier, 11)
    keuze = ConflictScreen(omgeving, hier, 11)
    toon_scherm(keuze)
    versies = {vak.toPlainText() for vak in keuze.findChildren(QTextEdit)}
    assert versies >= {"Er brandt weer licht.", f"{GEZIEN} Ook zondag."}
    assert "hetzelfde signaal" in woorden(keuze)


# -- from elsewhere, and for everybody ---------------------------------------------------------------------------------


def test_what_was_said_at_the_inloop_stands_there_already(open_scherm: Open, plek: Werkplek, rust: Rust) -> None:
    sessie_id, _ = spreekuur.begin(plek, NieuwSpreekuur("Modelhuizen", "Gemeentehuis"))
    contact_id, _ = inloopcontact.noteer(plek, sessie_id, NieuwContact(GEZIEN))
    gebied = plek.profiel.leefgebieden.leefgebieden[2].sleutel
    uit = NieuwSignaal(GEZIEN, "Modelhuizen", "Gemeentehuis", gebied, Kanaal.PERSOONLIJK, inloopcontact_id=contact_id)
    scherm = open_scherm(uit=uit)
    assert scherm.form.texts() == {}, "what nobody typed is no work to keep"
    _bewaar(rust)
    gelezen = _een(plek)
    assert gelezen.leefgebieden == gebied
    for veld in ("gezien", "kern", "plek", "kanaal", "inloopcontact_id"):
        assert getattr(gelezen, veld) == getattr(uit, veld)


def test_half_a_signal_survives_going_elsewhere(scherm: SignaalScreen, open_scherm: Open, rust: Rust) -> None:
    typ("De gord")
    _open_deel("melder")
    _vul("datum", "25-")
    scherm.leave(lambda: None)
    rust()
    assert open_scherm().form.texts() == {"gezien": "De gord", "datum": "25-"}


def test_emptying_the_form_asks_first(scherm: SignaalScreen, plek: Werkplek, rust: Rust) -> None:
    typ(GEZIEN)
    druk(scherm, "maak_leeg")
    assert in_focus().objectName() == "ja_maak_leeg"
    toets(ENTER)
    assert scherm.form.texts() == {}
    scherm.leave(lambda: None)
    rust()
    assert typen.load_concept(plek, "signaal") == {}


@pytest.mark.parametrize("bestaand", [False, True])
def test_everybody_can_use_it_also_at_200_percent(
    open_scherm: Open, plek: Werkplek, omgeving: Omgeving, bestaand: bool
) -> None:
    scherm = open_scherm(_maak(plek, achternaam="Voorbeeld", anoniem=False) if bestaand else None)
    scherm.form.fill({"anoniem": "naam"})
    assert bezwaren_op_elke_maat(scherm, omgeving.theme) == []
    for deel in ("naam", "inhoud", "gesprek" if bestaand else "over"):  # the fullest ones, where it is most cramped
        scherm.form.show_fold(deel)
        assert rustig(scherm) == []
    for soort in (QLineEdit, QTextEdit, QComboBox, Check):
        assert all(w.accessibleName() for w in scherm.form.findChildren(soort) if not isinstance(w.parent(), QComboBox))
