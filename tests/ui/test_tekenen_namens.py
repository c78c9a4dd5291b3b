"""Signing when it is not simply the resident at this screen: who speaks for them, and a plan too long to keep."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze
from kernnetwerk_app.services import ondertekening
from kernnetwerk_app.services.echtheid import check_ondertekening
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.tekenen import TekenenScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.field import Field
from tests.services.opzet import Dossier, gelezen
from tests.ui.handtekening import kies_reactie, ondertekeningen, zet_handtekening
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, kies, tab_naar, toets, typ, wis, zie


@pytest.fixture
def dossier(dossier: Dossier) -> Dossier:
    dossier.doel()
    return dossier


@pytest.fixture
def open_tekenen(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> Callable[[], TekenenScreen]:
    versie = dossier.versie()

    def open_it() -> TekenenScreen:
        scherm = TekenenScreen(omgeving, versie.id)
        toon_scherm(scherm)
        return scherm

    return open_it


def _spreekt_namens(dossier: Dossier, hoedanigheid: str) -> None:
    with dossier.plek.store.write() as werk:
        melding = werk.get(Melding, dossier.melding_id)
        werk.change(melding, vertegenwoordiger="Karin Voorbeeld", hoedanigheid=hoedanigheid, inwoner_akkoord=True)
        werk.commit("test.namens")


def test_where_somebody_speaks_for_the_resident_nobody_is_taken_to_sign(
    dossier: Dossier, open_tekenen: Callable[[], TekenenScreen], plek: Werkplek, rust: Rust
) -> None:
    """A daughter would sign as the resident without noticing."""
    _spreekt_namens(dossier, "familielid")
    scherm = open_tekenen()
    assert (scherm.form.naam.text(), scherm.form.hoedanigheid.currentIndex()) == ("", -1)
    kies_reactie(scherm, "keuze.eens")
    zet_handtekening(scherm)
    druk(scherm, "klaar")
    rust()
    assert ondertekeningen(plek) == []
    assert in_focus().objectName() == "hoedanigheid"
    veld = in_focus().parentWidget()
    assert isinstance(veld, Field)
    assert veld.error().startswith("Kies eerst wie er tekent")
    druk(scherm, "tekent_vertegenwoordiger")
    assert in_focus().objectName() == "hoedanigheid"  # a relative is no capacity to sign in
    kies("hoedanigheid", "gemachtigde")
    druk(scherm, "klaar")
    rust()
    (getekend,) = ondertekeningen(plek)
    assert (getekend.naam, getekend.hoedanigheid) == ("Karin Voorbeeld", Hoedanigheid.GEMACHTIGDE)


@pytest.mark.parametrize(
    ("knop", "naam", "als"),
    [
        ("tekent_vertegenwoordiger", "Karin Voorbeeld", Hoedanigheid.MENTOR),
        ("tekent_inwoner", "Anna Voorbeeld-Jansen", Hoedanigheid.INWONER),
    ],
)
def test_who_is_likely_to_sign_is_one_press_away_and_kept_when_one_comes_back(
    dossier: Dossier,
    open_tekenen: Callable[[], TekenenScreen],
    plek: Werkplek,
    rust: Rust,
    knop: str,
    naam: str,
    als: Hoedanigheid,
) -> None:
    _spreekt_namens(dossier, "mentor")
    scherm = open_tekenen()
    druk(scherm, knop)
    assert scherm.form._whose.text() == f"Handtekening van {naam}"
    scherm.leave(lambda: None)
    rust()
    scherm = open_tekenen()
    kies_reactie(scherm, "keuze.eens")
    zet_handtekening(scherm)
    druk(scherm, "klaar")
    rust()
    (getekend,) = ondertekeningen(plek)
    assert (getekend.naam, getekend.hoedanigheid) == (naam, als)


def test_a_signature_does_not_go_to_another_person_who_is_pressed_after_it(
    dossier: Dossier, open_tekenen: Callable[[], TekenenScreen], plek: Werkplek, rust: Rust
) -> None:
    _spreekt_namens(dossier, "mentor")
    scherm = open_tekenen()
    druk(scherm, "tekent_inwoner")
    kies_reactie(scherm, "keuze.eens")
    zet_handtekening(scherm)
    getekend = scherm.form.pad.strokes()
    druk(scherm, "tekent_vertegenwoordiger")
    assert scherm.form.pad.is_empty()
    zie(scherm, "zet_handtekening_terug")
    druk(scherm, "klaar")
    rust()
    assert ondertekeningen(plek) == []
    druk(scherm, "tekent_inwoner")  # it was a mis-press
    druk(scherm, "zet_handtekening_terug")
    assert scherm.form.pad.strokes() == getekend
    druk(scherm, "klaar")
    rust()
    assert [(o.naam, o.hoedanigheid) for o in ondertekeningen(plek)] == [
        ("Anna Voorbeeld-Jansen", Hoedanigheid.INWONER)
    ]


def test_typing_another_name_after_drawing_empties_the_pad_once_and_typing_before_it_does_nothing(
    dossier: Dossier, open_tekenen: Callable[[], TekenenScreen], rust: Rust
) -> None:
    scherm = open_tekenen()
    tab_naar("naam")
    wis()
    typ("Karin")
    zet_handtekening(scherm)
    getekend = scherm.form.pad.strokes()
    tab_naar("naam")
    typ(" ")
    zie(scherm, "reactie").setFocus()
    assert scherm.form.pad.strokes() == getekend
    tab_naar("naam")
    wis()
    typ("Riet")
    assert scherm.form.pad.strokes() == getekend  # not at every letter
    zie(scherm, "reactie").setFocus()
    assert scherm.form.pad.is_empty()
    zet_handtekening(scherm)
    assert not scherm.form._wiped_row.isVisible()
    assert scherm.form.vraag(signed=True).strepen


def test_who_draws_first_and_then_tells_the_name_keeps_the_signature(
    dossier: Dossier, open_tekenen: Callable[[], TekenenScreen], plek: Werkplek, rust: Rust
) -> None:
    _spreekt_namens(dossier, "mentor")
    scherm = open_tekenen()
    zet_handtekening(scherm)
    druk(scherm, "tekent_vertegenwoordiger")
    assert not scherm.form.pad.is_empty()


@pytest.mark.parametrize("tekent", [True, False])
def test_a_daughter_reacts_as_who_she_is_and_that_stands_on_the_paper(
    dossier: Dossier, open_tekenen: Callable[[], TekenenScreen], plek: Werkplek, rust: Rust, tekent: bool
) -> None:
    """SIG-19: what somebody said is kept as theirs; who may sign for the resident is another matter."""
    _spreekt_namens(dossier, "familielid")
    scherm = open_tekenen()
    kies_reactie(scherm, "keuze.gezien")
    if tekent:
        zet_handtekening(scherm)
    knop = "klaar" if tekent else "niet_tekenen"
    druk(scherm, knop)
    rust()
    veld = in_focus().parentWidget()
    assert isinstance(veld, Field)
    assert veld.error().startswith("Kies eerst wie er tekent" if tekent else "Kies eerst wie dit zei")
    druk(scherm, "tekent_vertegenwoordiger")
    kies("hoedanigheid", "iemand anders")
    assert scherm.form.namelijk.text() == "familielid"  # as the melding says
    tab_naar("namelijk")
    wis()
    druk(scherm, knop)
    rust()
    assert ondertekeningen(plek) == []
    assert in_focus().objectName() == "namelijk"
    typ("dochter")
    druk(scherm, knop)
    rust()
    (gezegd,) = ondertekeningen(plek)
    assert (gezegd.naam, gezegd.hoedanigheid, gezegd.namelijk) == ("Karin Voorbeeld", Hoedanigheid.ANDERS, "dochter")
    assert gezegd.pdf is not None
    assert "iemand anders, namelijk dochter, 20 april 2027" in gelezen(gezegd.pdf).replace("dinsdag ", "")
    with plek.store.read() as lezer:
        check_ondertekening(lezer, gezegd)


def test_who_somebody_else_is_stands_there_again_when_one_comes_back(
    dossier: Dossier, open_tekenen: Callable[[], TekenenScreen], rust: Rust
) -> None:
    scherm = open_tekenen()
    kies("hoedanigheid", "iemand anders")
    tab_naar("namelijk")
    typ("buurvrouw")
    scherm.leave(lambda: None)
    rust()
    vraag = open_tekenen().form.vraag(signed=True)
    assert (vraag.hoedanigheid, vraag.namelijk) == (Hoedanigheid.ANDERS, "buurvrouw")


def test_who_signs_second_sees_what_the_first_said(dossier: Dossier, open_tekenen: Callable[[], TekenenScreen]) -> None:
    dossier.teken(dossier.versie(), Keuze.GEZIEN)
    scherm = open_tekenen()
    labels = [label.text() for label in scherm.form.findChildren(type(scherm.title)) if label.isVisible()]
    assert "Anna Voorbeeld-Jansen, inwoner, op dinsdag 20 april: gezien, met opmerkingen" in labels


@pytest.mark.parametrize("op_papier", [True, False])
def test_of_a_plan_that_is_too_long_to_keep_the_words_are_kept_and_it_says_so(
    open_tekenen: Callable[[], TekenenScreen],
    plek: Werkplek,
    rust: Rust,
    monkeypatch: pytest.MonkeyPatch,
    op_papier: bool,
) -> None:
    """Drawn here it is refused with the way on; that way leads somewhere."""
    monkeypatch.setattr(ondertekening, "MAX_PDF", 10_000)
    scherm = open_tekenen()
    kies_reactie(scherm, "keuze.eens")
    zet_handtekening(scherm)
    druk(scherm, "klaar")
    rust()
    assert scherm._notice is not None
    assert scherm._notice.accessibleName().startswith(
        "Dit plan is te lang om hier te tekenen. Druk het af en teken op papier."
    )
    if op_papier:
        tab_naar("getekend_op_papier")
        toets(Qt.Key.Key_Space)
    druk(scherm, "klaar" if op_papier else "niet_tekenen")
    rust()
    (getekend,) = ondertekeningen(plek)
    assert (getekend.keuze, getekend.pdf) == (Keuze.EENS, None)
    assert scherm._after.text().startswith("Dit plan is te lang om het papier met uw reactie hier te bewaren.")
    assert not scherm._view.isVisible()


def test_everyone_can_choose_who_signs_at_every_size(
    dossier: Dossier, open_tekenen: Callable[[], TekenenScreen], theme: Theme, rust: Rust
) -> None:
    _spreekt_namens(dossier, "familielid")
    scherm = open_tekenen()
    rust()
    druk(scherm, "tekent_inwoner")
    zet_handtekening(scherm)
    druk(scherm, "tekent_vertegenwoordiger")
    kies("hoedanigheid", "iemand anders")
    assert bezwaren_op_elke_maat(scherm, theme) == []
