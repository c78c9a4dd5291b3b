"""Every screen at 200 % text, in high contrast and in the dark: nothing cut off, all that takes keys has a name; and in
the words of its own municipality, which are made up here.

A screen that is missing here is a fault: whoever makes one says how it is opened.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from kernnetwerk_app.domain.bijlage import Inhoud, Vorm
from kernnetwerk_app.domain.draagkracht import Meter, Overbelast
from kernnetwerk_app.domain.inloopcontact import Gevolg
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.services import bijlage, inloopcontact, mantelzorg, mensen, ondertekening, signaal, spreekuur
from kernnetwerk_app.services.inloopcontact import NieuwContact
from kernnetwerk_app.services.spreekuur import NieuwSpreekuur
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.agenda import AgendaScreen
from kernnetwerk_app.ui.screens.bezorgdheid import ZorgScreen
from kernnetwerk_app.ui.screens.bezorgen import BezorgenScreen
from kernnetwerk_app.ui.screens.bijlage import BijlageScreen
from kernnetwerk_app.ui.screens.conflict import ConflictScreen
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.dossiers import DossiersScreen
from kernnetwerk_app.ui.screens.eerste_vraagverheldering import EersteVraagverhelderingScreen
from kernnetwerk_app.ui.screens.gegevens import GegevensScreen
from kernnetwerk_app.ui.screens.gesprek import GesprekScreen
from kernnetwerk_app.ui.screens.inloop import InloopScreen
from kernnetwerk_app.ui.screens.keukentafel import KeukentafelScreen
from kernnetwerk_app.ui.screens.kijkrichting import KijkrichtingScreen
from kernnetwerk_app.ui.screens.mantelzorg import MantelzorgScreen
from kernnetwerk_app.ui.screens.melding import MeldingScreen
from kernnetwerk_app.ui.screens.mensen import MensenScreen
from kernnetwerk_app.ui.screens.mijn_kern import MijnKernScreen
from kernnetwerk_app.ui.screens.netwerk import NetwerkScreen
from kernnetwerk_app.ui.screens.oefenen import OefenenScreen
from kernnetwerk_app.ui.screens.onderzoek import OnderzoekScreen
from kernnetwerk_app.ui.screens.overdracht import OverdrachtScreen
from kernnetwerk_app.ui.screens.papier import PapierScreen
from kernnetwerk_app.ui.screens.papieren import PapierenScreen
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.screens.rechten import RechtenScreen
from kernnetwerk_app.ui.screens.samenvoegen import SamenvoegenScreen
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.screens.signaal import SignaalScreen
from kernnetwerk_app.ui.screens.signalen import SignalenScreen
from kernnetwerk_app.ui.screens.socialekaart import SocialeKaartScreen
from kernnetwerk_app.ui.screens.tekenen import TekenenScreen
from kernnetwerk_app.ui.screens.termijn import TermijnScreen
from kernnetwerk_app.ui.screens.triage import TriageScreen
from kernnetwerk_app.ui.screens.vandaag import VandaagScreen
from kernnetwerk_app.ui.screens.voorziening import VoorzieningScreen
from kernnetwerk_app.ui.screens.werkwijze import WerkwijzeScreen
from tests.bestanden import foto
from tests.factories import nieuwe_melding
from tests.kaart_opzet import vul_kaart
from tests.services.eerste import Begin
from tests.services.opzet import Dossier
from tests.services.stukken_opzet import papieren_opzet
from tests.services.test_kijkrichting import vul_beeld
from tests.services.test_mantelzorg import maak_mantelzorger
from tests.test_hulp import GEEN_SCHERM, SCHERMEN
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.toegankelijk import bezwaren
from tests.ui.verzonnen import VREEMD, find_vreemd, load_verzonnen, read_words

Maker = Callable[[Omgeving, Dossier], Scherm]


def _conflict(omgeving: Omgeving, dossier: Dossier) -> Scherm:
    """One goal with two texts, each written on top of the same one."""
    doel = dossier.doel()
    with dossier.plek.store.read() as lezer:
        bases = lezer.bases(doel)
        eenheid = next(nr for nr, koppen in lezer.koppen(doel).items() if b"deur" in koppen[0].waarde)
    for tekst in ("Ik wil elke dag de deur uit.", "Ik wil vaker de deur uit."):
        with dossier.plek.store.write() as werk:
            werk.change(werk.get(Doel, doel), bases, tekst=tekst)
            werk.commit("test.twee_teksten")
    return ConflictScreen(omgeving, doel, eenheid)


def _tekenen(omgeving: Omgeving, dossier: Dossier) -> Scherm:
    dossier.doel()
    return TekenenScreen(omgeving, dossier.versie().id)


def _papier(omgeving: Omgeving, dossier: Dossier) -> Scherm:
    dossier.doel()
    versie = dossier.versie()
    laad = partial(ondertekening.load_versie_pdf, dossier.plek, versie.id)
    return PapierScreen(omgeving, laad, dossier.huishouden_id, versie_id=versie.id)


def _inloop(omgeving: Omgeving, dossier: Dossier) -> Scherm:
    """A spreekuur in which somebody was spoken with, and became a melding."""
    sessie, _ = spreekuur.begin(dossier.plek, NieuwSpreekuur("Voorbeelderveen", "Kulturhus De Linde"))
    contact, _ = inloopcontact.noteer(dossier.plek, sessie, NieuwContact("Wie helpt mij met de post?", "Proefdijk"))
    inloopcontact.koppel(dossier.plek, contact, Gevolg.MELDING, dossier.huishouden_id)
    return InloopScreen(omgeving)


def _socialekaart(omgeving: Omgeving, dossier: Dossier) -> Scherm:
    vul_kaart(dossier.plek)
    return SocialeKaartScreen(omgeving)


def _signalen(omgeving: Omgeving, dossier: Dossier) -> Scherm:
    signaal.neem_op(dossier.plek, {"gezien": "De post blijft liggen.", "kern": "Proefdijk"})
    return SignalenScreen(omgeving)


def _netwerk(omgeving: Omgeving, dossier: Dossier) -> Scherm:
    """Two people on the map, and what was said in the gesprek."""
    with dossier.plek.store.read() as lezer:
        (anna,) = lezer.find(Inwoner, huishouden_id=dossier.huishouden_id)
    for naam, velden in {"Karin Voorbeeld": {"doet": "Kookt"}, "Thuiszorg": {"hulpsoort": "formeel"}}.items():
        wie = {"inwoner_id": anna.id, "ander_naam": naam, **velden}
        mensen.leg_vast(dossier.plek, Relatie, dossier.huishouden_id, wie)
    dossier.typ("sociaal_netwerk.goed", "Karin belt elke avond.")
    return NetwerkScreen(omgeving, dossier.huishouden_id)


def _mantelzorg(omgeving: Omgeving, dossier: Dossier) -> Scherm:
    """One who may break down, with their own story."""
    vul_kaart(dossier.plek)
    wie = maak_mantelzorger(dossier)
    mantelzorg.schrijf(dossier.plek, wie, {"eigen_woorden": "Ik slaap slecht.", "grenzen": "Niet in de nacht."})
    velden = {"meter": Meter.ZELF, "overbelast": Overbelast.DREIGT, "volhoudtijd": "weken"}
    mantelzorg.meet(dossier.plek, wie, velden)
    return MantelzorgScreen(omgeving, dossier.huishouden_id)


def _papieren(omgeving: Omgeving, dossier: Dossier) -> Scherm:
    """With a paper that waits, one that is late and one that was given."""
    papieren_opzet(dossier)
    return PapierenScreen(omgeving, dossier.huishouden_id)


def _bezorgen(omgeving: Omgeving, dossier: Dossier) -> Scherm:
    papieren_opzet(dossier)
    return BezorgenScreen(omgeving)


def _bijlage(omgeving: Omgeving, dossier: Dossier) -> Scherm:
    """A photograph, and the resident's own plan in words."""
    hier = dossier.huishouden_id
    bijlage.neem_op(dossier.plek, hier, Inhoud(Vorm.FOTO, foto(), 1))
    bijlage.schrijf_eigen_plan(dossier.plek, hier, {"woorden": "Ik wil zelf blijven koken."})
    return BijlageScreen(omgeving, hier)


def _keukentafel(omgeving: Omgeving, dossier: Dossier) -> Scherm:
    """As the worker sees it, before the screen turns; test_keukentafel.py looks at it turned."""
    dossier.typ("sociaal_netwerk.goed", "Karin belt elke avond.")
    dossier.doel()
    return KeukentafelScreen(omgeving, dossier.huishouden_id, dossier.gesprek_id, lambda: None)


def _kijkrichting(omgeving: Omgeving, dossier: Dossier) -> Scherm:
    """Answers, a goal, and a score that was given twice."""
    vul_beeld(dossier)
    return KijkrichtingScreen(omgeving, dossier.huishouden_id)


def _samenvoegen(omgeving: Omgeving, dossier: Dossier) -> Scherm:
    """The same resident, written down twice."""
    nieuwe_melding(dossier.plek)
    with dossier.plek.store.read() as lezer:
        een, ander = lezer.find(Inwoner)[:2]
    return SamenvoegenScreen(omgeving, een.id, ander.id)


def _overdracht(omgeving: Omgeving, dossier: Dossier) -> Scherm:
    """One that waits for its answer, and the form of the next."""
    with dossier.plek.store.read() as lezer:
        (melding,) = lezer.find(Melding, huishouden_id=dossier.huishouden_id)
    begin = Begin(dossier.plek, dossier.huishouden_id, melding.id)
    begin.typ("vraag.waar_het_om_gaat", "Weer onder de mensen komen.")
    begin.breed()
    begin.veilig()
    begin.bied_aan(zonder="Ik ben morgen met verlof.")
    return OverdrachtScreen(omgeving, dossier.huishouden_id)


MAKERS: dict[str, Maker] = {
    "agenda": lambda om, _: AgendaScreen(om),
    "eerste_vraagverheldering": lambda om, d: EersteVraagverhelderingScreen(om, d.huishouden_id),
    "triage": lambda om, d: TriageScreen(om, d.huishouden_id),
    "overdracht": _overdracht,
    "bezorgdheid": lambda om, _: ZorgScreen(om),
    "mensen": lambda om, d: MensenScreen(om, d.huishouden_id),
    "netwerk": _netwerk,
    "mantelzorg": _mantelzorg,
    "bezorgen": _bezorgen,
    "bijlage": _bijlage,
    "papieren": _papieren,
    "onderzoek": lambda om, d: OnderzoekScreen(om, d.huishouden_id),
    "kijkrichting": _kijkrichting,
    "samenvoegen": _samenvoegen,
    "signaal": lambda om, _: SignaalScreen(om),
    "signalen": _signalen,
    "conflict": _conflict,
    "dossier": lambda om, d: DossierScreen(om, d.huishouden_id),
    "dossiers": lambda om, _: DossiersScreen(om),
    "gegevens": lambda om, d: GegevensScreen(om, d.huishouden_id),
    "keukentafel": _keukentafel,
    "gesprek": lambda om, d: GesprekScreen(om, d.huishouden_id, d.gesprek_id),
    "inloop": _inloop,
    "melding": lambda om, _: MeldingScreen(om),
    "mijn_kern": lambda om, _: MijnKernScreen(om),
    "oefenen": lambda om, _: OefenenScreen(om),
    "papier": _papier,
    "plan": lambda om, d: PlanScreen(om, d.huishouden_id, d.plan_id),
    "rechten": lambda om, d: RechtenScreen(om, d.huishouden_id),
    "socialekaart": _socialekaart,
    "tekenen": _tekenen,
    "termijn": lambda om, d: TermijnScreen(om, d.huishouden_id),
    "vandaag": lambda om, _: VandaagScreen(om),
    "werkwijze": lambda om, _: WerkwijzeScreen(om),
    "voorziening": lambda om, _: VoorzieningScreen(om),
}
VORMEN: dict[str, tuple[float, dict[str, bool]]] = {
    "licht": (1.0, {}),
    "groot": (2.0, {}),
    "donker en groot": (2.0, {"donker": True}),
    "hoog contrast en groot": (2.0, {"hoog_contrast": True}),
    "hoog contrast": (1.0, {"hoog_contrast": True}),
}
"""Dressing a page anew takes most of the time here, so in an order that does it least. In the dark nothing has another
size (`test_the_dark_changes_colours_and_nothing_else`), so one look is enough.
"""


MET_INWONER = frozenset({"bezorgen", "papier", "tekenen"})
"""A paper, and who it is for, still says *inwoner* where a municipality has another word; none that ships has one."""


class _Vensters(QObject):
    """Every window that comes on the screen from now on."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.gezien: list[QWidget] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.gezien.append(watched)
        return False


@pytest.fixture
def vensters(qapp: QApplication) -> Iterator[_Vensters]:
    """Taken out again: each that stays slows down every event of the tests after it."""
    vensters = _Vensters(qapp)
    yield vensters
    qapp.removeEventFilter(vensters)


@pytest.fixture
def plek(plek: Werkplek) -> Werkplek:
    return replace(plek, profiel=load_verzonnen())


def test_no_screen_is_left_out() -> None:
    assert set(MAKERS) == {pad.stem for pad in SCHERMEN.glob("*.py")} - GEEN_SCHERM


@pytest.mark.parametrize("naam", MAKERS)
def test_the_screen_speaks_as_we_do_here_and_can_be_used_with_large_text_in_high_contrast_and_in_the_dark(
    naam: str, omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, qapp: QApplication,
    vensters: _Vensters,
) -> None:  # fmt: skip
    scherm = MAKERS[naam](omgeving, dossier)
    toon_scherm(scherm)
    rust()
    qapp.removeEventFilter(vensters)  # it looks at each of the hundred thousand events that follow
    assert vensters.gezien == [scherm], "a part of the screen was a window of its own for a moment: it takes the focus"
    assert any(read_words(scherm)), "nothing was read"
    wel = {"inwoner", "inwoners"} if naam in MET_INWONER else set()
    elders = find_vreemd(scherm, omgeving.plek.profiel, VREEMD - wel)
    gevonden = []
    for vorm, (schaal, wat) in VORMEN.items():
        omgeving.theme.apply(qapp, schaal, **wat)
        rust()
        bezwaar = bezwaren(scherm)
        for _ in range(10):
            if bezwaar:
                bezwaar = bezwaren(scherm)
        gevonden += [f"{vorm}: {wat_mis}" for wat_mis in bezwaar]
    assert (elders, gevonden) == ([], [])
