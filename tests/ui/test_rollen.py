"""What each functie gets to see, in each municipality: the rail, every page, and the sentence where one may not go."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import kernnetwerk_app
from kernnetwerk_app.domain.eerste_vraagverheldering import VeiligheidNietBesproken
from kernnetwerk_app.domain.medewerker import Functie
from kernnetwerk_app.domain.team import MagNiet
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services import eerste_vraagverheldering, ondertekening, overdracht
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.overdracht import NieuweOverdracht
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.sync.runner import Runner
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.meldingen import Meldingen
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.plekken import NODIG, VOOR_IEDEREEN, bezwaar, rail_items
from kernnetwerk_app.ui.screens.socialekaart import SocialeKaartScreen
from kernnetwerk_app.ui.sync_controller import SyncController
from kernnetwerk_app.ui.tasks import Tasks
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.venster import Venster
from kernnetwerk_app.ui.widgets.list_row import ListRow
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.rail import RailButton
from tests.factories import VRAAG, nieuwe_melding
from tests.kaart_opzet import vul_kaart
from tests.services.eerste import begin
from tests.services.opzet import Dossier
from tests.test_hulp import GEEN_SCHERM, SCHERMEN
from tests.ui.laptop import alle_woorden
from tests.ui.schermen import Rust, Wegwijzer
from tests.ui.toetsen import druk, toets, typ, zie

CTRL = Qt.KeyboardModifier.ControlModifier
Open = Callable[[str, Functie], Venster]

PAGINA = {"stuk": "dossier"}
"""For a way that is no page of its own, the page that it belongs to."""
ALTIJD = {"vandaag", "socialekaart", "mijn_kern", "werkwijze", "oefenen", "bezorgdheid", "papier"}
VRIJWILLIGER = ALTIJD | {"inloop", "signalen", "signaal"}
BEHEERDER = ALTIJD | {"voorziening"}
DOSSIER = {"dossiers", "dossier", "gegevens", "mensen", "samenvoegen", "termijn", "agenda", "stuk"}
VOORVELD = VRIJWILLIGER | BEHEERDER | DOSSIER | {"melding", "overdracht"}
EERSTE = {"eerste_vraagverheldering"}
ALLES = VOORVELD | EERSTE | {"triage", "gesprek", "plan", "tekenen"}
WIE_WAAR = [
    ("bmwe", Functie.GENERALIST, ALLES),
    ("bmwe", Functie.VOORVELD, VOORVELD),
    ("bmwe", Functie.COORDINATOR, ALLES),
    ("dalfsen", Functie.GENERALIST, ALLES),
    ("dalfsen", Functie.VOORVELD, VOORVELD | EERSTE),
    ("dalfsen", Functie.COORDINATOR, ALLES - EERSTE - {"inloop"}),
    ("krimpenerwaard", Functie.GENERALIST, ALLES),
    ("krimpenerwaard", Functie.VOORVELD, VOORVELD),
    ("krimpenerwaard", Functie.COORDINATOR, ALLES - {"inloop"}),
    *((gemeente, Functie.VRIJWILLIGER, VRIJWILLIGER) for gemeente in ("bmwe", "dalfsen", "krimpenerwaard")),
    *((gemeente, Functie.BEHEERDER, BEHEERDER) for gemeente in ("bmwe", "dalfsen", "krimpenerwaard")),
]


def als(plek: Werkplek, functie: Functie, gemeente: str = "oefenen") -> Werkplek:
    """The same laptop in the hands of somebody else."""
    wie = plek.medewerker.model_copy(update={"functie": functie})
    return replace(plek, profiel=load_profiel(gemeente), medewerker=wie)


@pytest.fixture
def open_venster(
    plek: Werkplek, theme: Theme, tasks: Tasks, wegwijzer: Wegwijzer, rust: Rust, qtbot: QtBot
) -> Iterator[Open]:
    """The window of somebody with this functie in this municipality, on today."""
    open_: list[QObject] = []

    def maak(gemeente: str, functie: Functie) -> Venster:
        def no_line() -> Runner:
            raise AssertionError("nothing is sent here")

        hier = als(plek, functie, gemeente)
        sync, meldingen = SyncController(hier, tasks, no_line), Meldingen()

        def omgeving(venster: Venster) -> Omgeving:
            return Omgeving(theme, tasks, hier, venster, lambda: None, wegwijzer.fouten.append)

        venster = Venster(omgeving, sync, meldingen)
        open_.extend((venster, sync, meldingen))
        venster.vandaag()
        with qtbot.waitExposed(venster):
            venster.show()
        venster.activateWindow()
        rust()
        return venster

    yield maak
    for ding in open_:
        if isinstance(ding, QWidget):
            ding.hide()
        ding.deleteLater()


def wegen(venster: Venster, dossier: Dossier) -> dict[str, Callable[[], None]]:
    """Every way of the Navigator, by the page that it leads to; `stuk` is a paper of a dossier."""
    dossier.doel()
    hier, versie, ander = dossier.huishouden_id, dossier.versie().id, nieuwe_melding(dossier.plek).huishouden_id
    laad = partial(ondertekening.load_versie_pdf, dossier.plek, versie)
    with dossier.plek.store.read() as lezer:
        een, twee = hoofdpersoon(lezer, hier).id, hoofdpersoon(lezer, ander).id
    los = ("vandaag", "dossiers", "melding", "signalen", "signaal", "bezorgdheid", "socialekaart", "voorziening")
    in_dossier = ("dossier", "gegevens", "mensen", "termijn", "eerste_vraagverheldering", "triage", "overdracht")
    return {
        **{naam: getattr(venster, naam) for naam in (*los, "mijn_kern", "inloop", "agenda")},
        **{naam: partial(getattr(venster, naam), hier) for naam in in_dossier},
        "gesprek": partial(venster.gesprek, hier, dossier.gesprek_id),
        "plan": partial(venster.plan, hier, dossier.plan_id),
        "tekenen": partial(venster.tekenen, versie),
        "samenvoegen": partial(venster.samenvoegen, een, twee),
        "oefenen": partial(venster._on_rail, "oefenen"),
        "werkwijze": partial(venster.navigate.emit, "werkwijze"),
        "papier": partial(venster.papier, laad, None),
        "stuk": partial(venster.papier, laad, hier),
    }


def gezegd(venster: Venster) -> str:
    """What the notices on the open page say."""
    scherm = venster.scherm()
    assert scherm is not None
    labels = [label for notice in scherm.findChildren(Notice) for label in notice.findChildren(QLabel)]
    return " ".join(label.text() for label in labels if label.isVisible())


def reden_in(zinnen: str) -> bool:
    """Whether it is said why one does not come somewhere."""
    return load("venster")("mag_niet.dossiers") in zinnen or "Dit doet in uw gemeente" in zinnen


def is_te_zien(venster: Venster, naam: str) -> bool:
    return any(widget.isVisible() for widget in venster.findChildren(QWidget, naam))


def test_every_page_says_who_may_come_there() -> None:
    schermen = {pad.stem for pad in SCHERMEN.glob("*.py")} - GEEN_SCHERM
    assert NODIG.keys() | VOOR_IEDEREEN == schermen | {"melding_vooraf"}
    assert not NODIG.keys() & VOOR_IEDEREEN


def test_who_may_do_what_is_asked_of_the_profile_and_nowhere_else() -> None:
    """Only how somebody enrols and where the rights are looked up know a functie."""
    app = Path(kernnetwerk_app.__file__).parent
    gevonden = [
        str(pad.relative_to(app))
        for map_ in ("ui", "services")
        for pad in (app / map_).rglob("*.py")
        if "Functie" in pad.read_text(encoding="utf-8")
    ]
    assert gevonden == []


@pytest.mark.eis("TEAM-05")
@pytest.mark.eis("EVV-20")
@pytest.mark.parametrize(("gemeente", "functie", "mag"), WIE_WAAR)
def test_where_a_page_is_not_my_work_i_stay_where_i_am_and_read_why(
    gemeente: str, functie: Functie, mag: set[str], open_venster: Open, dossier: Dossier, rust: Rust
) -> None:
    venster = open_venster(gemeente, functie)
    wegen_ = wegen(venster, dossier)
    assert {naam for naam in wegen_ if not bezwaar(als(dossier.plek, functie, gemeente), PAGINA.get(naam, naam))} == mag
    for naam, ga in wegen_.items():
        if naam not in mag:
            scherm = venster.scherm()
            assert scherm is not None
            scherm.clear_notice()
            ga()
            rust()
            assert (venster.current_key(), reden_in(gezegd(venster))) == ("vandaag", True), naam


@pytest.mark.eis("EVV-20")
@pytest.mark.parametrize(("gemeente", "functie", "mag"), [WIE_WAAR[4], WIE_WAAR[9]])
def test_on_every_page_that_is_my_work_i_come(
    gemeente: str, functie: Functie, mag: set[str], open_venster: Open, dossier: Dossier, rust: Rust
) -> None:
    venster = open_venster(gemeente, functie)
    for naam, ga in wegen(venster, dossier).items():
        if naam in mag:
            ga()
            rust()
            assert venster.current_key() == ("papier" if naam == "stuk" else naam)


@pytest.mark.parametrize(("gemeente", "functie", "mag"), WIE_WAAR)
def test_my_rail_has_what_is_my_work(gemeente: str, functie: Functie, mag: set[str], plek: Werkplek) -> None:
    eigen = ["bezorgdheid"] if "dossiers" not in mag else []
    volgorde = ["vandaag", "inloop", "dossiers", "melding", *eigen, "socialekaart", "mijn_kern", "werkwijze"]
    in_rail = [item.key for item in rail_items(als(plek, functie, gemeente))]
    assert in_rail == [sleutel for sleutel in volgorde if sleutel in mag]


def test_each_word_in_the_rail_of_a_volunteer_leads_there(open_venster: Open, rust: Rust) -> None:
    venster = open_venster("krimpenerwaard", Functie.VRIJWILLIGER)
    in_rail = [knop for knop in venster.findChildren(RailButton) if knop.objectName()]
    assert [knop.accessibleName() for knop in in_rail] == [
        "Vandaag", "Inloop", "Ik maak me zorgen", "Sociale kaart", "Mijn kern",
        "Onze werkwijze",
    ]  # fmt: skip
    for knop in in_rail:
        knop.click()
        rust()
        assert (f"rail.{venster.current_key()}", knop.isChecked()) == (knop.objectName(), True)


@pytest.mark.eis("TEAM-09")
def test_as_a_volunteer_i_see_no_dossiers_and_know_where_to_go_with_a_worry(
    open_venster: Open, dossier: Dossier, rust: Rust
) -> None:
    vul_kaart(dossier.plek)
    venster = open_venster("oefenen", Functie.VRIJWILLIGER)
    assert "Bel 112" in gezegd(venster)
    assert "Veilig Thuis" in gezegd(venster)
    assert not is_te_zien(venster, "aantekening_knop")
    assert not is_te_zien(venster, "naar_agenda")
    assert VRAAG not in alle_woorden()
    toets(Qt.Key.Key_N, CTRL)
    rust()
    assert "Geef dat dan door" in gezegd(venster)
    toets(Qt.Key.Key_K, CTRL)
    typ("koffie")
    toets(Qt.Key.Key_Return)
    rust()
    assert venster.current_key() == "socialekaart"
    kaart = venster.scherm()
    assert isinstance(kaart, SocialeKaartScreen)
    assert kaart.zoekveld.text() == "koffie"
    assert is_te_zien(venster, "treffer_0")
    zie(venster, "treffer_0").click()  # type: ignore[attr-defined]
    assert not any(is_te_zien(venster, naam) for naam in ("nieuw", "wijzig", "lees_tabel"))
    venster.vandaag()
    rust()
    zie(venster, "ik_maak_me_zorgen").click()  # type: ignore[attr-defined]
    rust()
    assert venster.current_key() == "bezorgdheid"
    assert "Bel 112" in gezegd(venster)


@pytest.mark.eis("EVV-20")
def test_in_the_voorveld_i_do_the_first_clarification_and_hand_over_and_make_no_plan(
    open_venster: Open, dossier: Dossier, rust: Rust
) -> None:
    venster = open_venster("dalfsen", Functie.VOORVELD)
    venster.dossier(dossier.huishouden_id)
    rust()
    druk(venster, "naar_vraag")
    assert all(isinstance(zie(venster, f"stap_{stap}"), ListRow) for stap in ("eerste", "overdracht"))
    verder = zie(venster, "verder")
    assert isinstance(verder, QPushButton)
    assert verder.text() == "Naar de eerste vraagverheldering"
    verder.click()
    rust()
    assert venster.current_key() == "eerste_vraagverheldering"
    venster.plan(dossier.huishouden_id, dossier.plan_id)
    rust()
    assert venster.current_key() == "eerste_vraagverheldering"
    assert "Multidisciplinair team" in gezegd(venster)


@pytest.mark.eis("EVV-20")
def test_where_the_triageteam_does_the_first_clarification_the_voorveld_hands_over_without_it(plek: Werkplek) -> None:
    """In Krimpenerwaard the sociale basis leads to the triageteam, and asks nothing twice (L-22)."""
    hier = begin(plek)
    eigen = als(hier.plek, Functie.VOORVELD, "krimpenerwaard")
    invoer = NieuweOverdracht(naar_team="triageteam", reden="De vraag is breder.", grond="wet")
    overdracht.bied_aan(eigen, hier.melding_id, invoer)
    with pytest.raises(MagNiet):
        eerste_vraagverheldering.open_eerste(eigen, hier.huishouden_id)
    with pytest.raises(VeiligheidNietBesproken):
        overdracht.bied_aan(als(hier.plek, Functie.GENERALIST, "krimpenerwaard"), hier.melding_id, invoer)
