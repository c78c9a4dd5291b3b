"""Who reads another language better has our own sentences in it under the Dutch, and nothing else is translated."""

import threading
from functools import partial

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.papiervorm import voorgestelde_taal
from kernnetwerk_app.services import echtheid, ondertekening, stappenkaart
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.papier import Vormpapier
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.papier import paper_view
from kernnetwerk_app.ui.papier.raster import bladen
from kernnetwerk_app.ui.screens.keukentafel import KeukentafelScreen
from kernnetwerk_app.ui.screens.papier import PapierScreen
from kernnetwerk_app.ui.screens.tekenen import TekenenScreen
from kernnetwerk_app.ui.theme import Theme
from tests.factories import VRAAG
from tests.services.opzet import DOEL, Dossier, gelezen
from tests.ui.handtekening import kies_reactie, ondertekeningen, zet_handtekening
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.toegankelijk import bezwaren, bezwaren_op_elke_maat
from tests.ui.toetsen import druk, kies, tab_naar, typ, wis, woorden, zie


@pytest.fixture
def dossier(dossier: Dossier) -> Dossier:
    """Anna speaks Polish best, as was told once in her data."""
    dossier.doel()
    dossier.wijzig(_anna(dossier), taal="pools")
    return dossier


def _anna(dossier: Dossier) -> Inwoner:
    with dossier.plek.store.read() as lezer:
        return hoofdpersoon(lezer, dossier.huishouden_id)


def _taal(dossier: Dossier) -> str:
    taal = voorgestelde_taal(_anna(dossier), dossier.plek.profiel.vertalingen)
    return taal.sleutel if taal is not None else ""


@pytest.mark.eis("RES-09")
def test_her_paper_begins_in_both_languages_and_with_two_keys_in_dutch_alone_from_then_on(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    kaart = Vormpapier(partial(stappenkaart.load_pdf, dossier.plek, dossier.huishouden_id))
    scherm = PapierScreen(omgeving, kaart, dossier.huishouden_id)
    toon_scherm(scherm)
    staat = gelezen(scherm._pdf)
    for zin in ("Zo gaat het verder", "Co będzie dalej", "Dit mag u van ons verwachten", VRAAG):
        assert zin in staat
    assert "Deze vertaling is nog niet nagekeken." in staat
    assert "To tłumaczenie nie zostało jeszcze sprawdzone." in staat
    mark = zie(scherm, "niet_nagekeken")
    assert isinstance(mark, QLabel)
    assert "nog niet nagekeken" in mark.text()
    assert "sprawdzone" in mark.text()
    tab_naar("taal")
    kies("taal", "Alleen Nederlands")
    rust()
    assert scherm._pdf == kaart()
    assert not mark.isVisible()
    assert _taal(dossier) == ""
    kies("taal", "Engels (English)")
    rust()
    assert "What happens next" in gelezen(scherm._pdf)
    assert "nagekeken" not in gelezen(scherm._pdf)
    assert _taal(dossier) == "engels"
    assert bezwaren(scherm) == []


@pytest.mark.eis("TAAL-09")
def test_on_the_turned_screen_the_question_and_answers_stand_in_her_language_and_her_own_words_stay(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    scherm = KeukentafelScreen(omgeving, dossier.huishouden_id, dossier.gesprek_id, lambda: None)
    toon_scherm(scherm)
    assert "nog niet nagekeken" in woorden(scherm)
    druk(scherm, "draai")
    rust()
    assert scherm.is_turned
    staat = woorden(scherm)
    for zin in (
        "Klopt dit?\nCzy to się zgadza?",
        "Mijn vraag\nMoje pytanie",
        VRAAG,
        DOEL,
        "nie zostało jeszcze",
    ):
        assert zin in staat
    ja, nee = zie(scherm, "klopt_ja"), zie(scherm, "klopt_niet_helemaal")
    assert ja.accessibleName() == "Klopt dit? Ja, dit klopt\nTak, zgadza się"
    assert ja.height() == nee.height() >= 2 * ja.fontMetrics().lineSpacing()
    druk(scherm, "klopt_ja")
    rust()
    assert "Fijn. Wij schrijven op dat dit klopt.\nDobrze." in woorden(scherm)
    assert bezwaren(scherm) == []


@pytest.mark.eis("PLAN-05")
def test_she_signs_the_dutch_text_with_her_language_as_an_aid_and_code_and_seal_hold(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, theme: Theme
) -> None:
    versie = dossier.versie()
    scherm = TekenenScreen(omgeving, versie.id)
    toon_scherm(scherm)
    staat = woorden(scherm)
    assert "Tekenen kost u geen rechten. U kunt later bezwaar maken tegen het besluit.\nPodpis nie odbiera" in staat
    assert zie(scherm, "keuze.niet_eens").accessibleDescription() == "Nie zgadzam się z tym planem, ponieważ ..."
    kies_reactie(scherm, "keuze.eens")
    zet_handtekening(scherm)
    kies("taal", "Arabisch (العربية)")
    rust()
    assert zie(scherm, "keuze.eens").accessibleDescription() == "\u2067أنا موافق على هذه الخطة\u2069"
    assert "Arabisch" in gelezen(scherm._paper.paper._pdf)
    assert zie(scherm, "keuze.eens").isChecked()  # type: ignore[attr-defined]
    assert bezwaren_op_elke_maat(scherm, theme) == []
    druk(scherm, "klaar")
    rust()
    (getekend,) = ondertekeningen(dossier.plek)
    assert getekend.code == versie.code
    assert getekend.pdf is not None
    papier = gelezen(getekend.pdf)
    assert "De zinnen in het Arabisch zijn een hulp. Wat in het Nederlands staat, geldt." in papier
    assert "Ik ben het eens met dit plan" in papier
    assert "Deze vertaling is nog niet nagekeken." in papier
    with dossier.plek.store.read() as lezer:
        assert [een.heel for een in echtheid.controleer(lezer, versie.id)] == [True]
    assert "Deze vertaling" not in gelezen(ondertekening.render(dossier.plek, versie, ()))
    assert "Dank u wel. Uw reactie is bewaard." in woorden(scherm)


def test_whoever_has_no_other_language_sees_dutch_and_nothing_beside_it(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    dossier.wijzig(_anna(dossier), taal="tigrinya")
    scherm = TekenenScreen(omgeving, dossier.versie().id)
    toon_scherm(scherm)
    rust()
    assert zie(scherm, "keuze.eens").accessibleDescription() == ""
    assert scherm._beeld is not None
    assert scherm._paper.paper._pdf == ondertekening.render(dossier.plek, scherm._beeld.versie, ())


@pytest.mark.eis("PLAN-05")
def test_nobody_signs_or_prints_before_the_paper_in_that_language_stands_there(
    omgeving: Omgeving,
    dossier: Dossier,
    toon_scherm: Toonscherm,
    rust: Rust,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scherm = TekenenScreen(omgeving, dossier.versie().id)
    toon_scherm(scherm)
    klaar, op_papier = zie(scherm, "klaar"), zie(scherm, "op_papier")
    assert klaar.isEnabled()
    assert op_papier.isEnabled()
    poort = threading.Event()
    monkeypatch.setattr(paper_view, "bladen", lambda pdf: poort.wait(20) and bladen(pdf))
    kies("taal", "Engels (English)")
    qtbot.waitUntil(lambda: "I agree with this plan" in gelezen(scherm._paper.paper._pdf))
    assert not klaar.isEnabled(), "its pages are not there yet"
    assert not op_papier.isEnabled()
    niet = zie(scherm, "niet_tekenen")
    assert niet.isEnabled(), "who says nothing of it is not held here"
    zie(scherm, "reactie").setFocus()
    typ("Ik wil nog denken.")
    assert not niet.isEnabled(), "what she says is kept with the paper that she read"
    wis()
    assert niet.isEnabled()
    scherm.form.fill({"keuze": "eens"})  # as what was kept comes back
    assert not niet.isEnabled()
    poort.set()
    rust()
    for knop in (klaar, op_papier, niet):
        assert knop.isEnabled()
    assert "I agree with this plan" in gelezen(scherm._paper.paper._pdf)
