"""What is kept, shared and signed, key by key: a photograph, a yes, three signatures, and paper that comes back."""

from pathlib import Path
from unittest.mock import patch
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTransform
from PySide6.QtWidgets import QAbstractButton

from kernnetwerk_app.domain.aanvraag import Aanvraag
from kernnetwerk_app.domain.bijlage import Bijlage
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.ondertekening import Keuze, Ondertekening, Wijze
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.toestemming import Hoe, Toestemming
from kernnetwerk_app.services import echtheid, ondertekening
from kernnetwerk_app.ui.papier.raster import bladen, rasterise
from kernnetwerk_app.ui.screens.bijlage import BijlageScreen
from kernnetwerk_app.ui.screens.tekenen import TekenenScreen
from tests.bestanden import als_foto
from tests.werkdag.drempel import teken_drempel
from tests.werkdag.gesprek_stappen import KRABBEL, reads_on_screen
from tests.werkdag.gezin import REACTIE, VADER_ELDERS
from tests.werkdag.gezin_stappen import bewaar, naar_deel
from tests.werkdag.hand import enige, klopt, tot
from tests.werkdag.laptop import Laptop
from tests.werkdag.verslag import Verslag

_A4_150_DPI = 1240
"""px over the width of the paper."""
NIEUWE_REGEL = "Buurman Sjoerd zet de kruk klaar."


def bewaar_foto(a: Laptop, v: Verslag, huishouden_id: UUID, map_: Path) -> None:
    """A photograph that goes with the plan; of the place where it was taken nothing is kept."""
    v.stap("Een foto bij het dossier, die meegaat met het plan")
    naar_deel(a, huishouden_id, "vraag", "bijlagen")
    a.hand.klik("bijlagen")
    tot(lambda: a.hand.ziet("kies_bestand"), "De bijlagen gaan niet open.")
    a.rust()
    pad = map_ / "foto.jpg"
    pad.write_bytes(als_foto(teken_drempel()))
    with patch.object(BijlageScreen, "choose_files", staticmethod(lambda *_: ([str(pad)], ""))):
        a.hand.klik("kies_bestand")
        a.rust()
    a.hand.typ("van", "de inwoner")
    a.hand.typ("omschrijving", "De drempel bij de douche")
    a.hand.kies("voor_wie.TAFEL")
    a.hand.kies("bij_plan.ja")
    bewaar(a, "bijlage")
    with a.sessie.plek.store.read() as lezer:
        een = enige(lezer.find(Bijlage, huishouden_id=huishouden_id), "bijlage")
    v.klopt(een.bij_plan, "de foto is hier bewaard en gaat mee als het plan wordt geprint")


def deel(a: Laptop, v: Verslag, huishouden_id: UUID) -> None:
    """The ground first, then who says yes."""
    v.stap("Wat gedeeld mag worden, met wie en tot wanneer")
    naar_deel(a, huishouden_id, "rechten", "rechten")
    a.hand.klik("rechten")
    tot(lambda: (a.hand.ziet("verder") and a.hand.ziet("lezer")) or a.hand.ziet("verder"), "De rechten gaan niet open.")
    a.rust()
    a.hand.klik("verder")
    a.hand.kies("grond.inwoner")
    a.rust()
    a.hand.kies("aan.CLIENTONDERSTEUNER")
    for veld, tekst in (("ontvanger", "Vera Proef"), ("onderwerp", "Het plan"), ("doel", "De inwoner bijstaan")):
        a.hand.typ(veld, tekst, wis=True)
    a.hand.typ("eind_datum", "30-6-2027")
    with a.sessie.plek.store.read() as lezer:
        leden = lezer.find(Inwoner, huishouden_id=huishouden_id)
    henk = next(lid for lid in leden if lid.rol is RolInHuishouden.HOOFDPERSOON)
    a.hand.kies(f"ja_{henk.id}")
    a.hand.kies("hoe.GETEKEND")
    bewaar(a, "deel")
    with a.sessie.plek.store.read() as lezer:
        deling = enige(lezer.find(Toestemming, huishouden_id=huishouden_id), "deling")
    v.klopt(
        (deling.inwoner_id, deling.hoe) == (henk.id, Hoe.GETEKEND), "Henk deelt zijn plan met zijn cliëntondersteuner"
    )
    v.beeld(a.venster(), "rechten", "Wat gedeeld wordt: eerst de grond, dan wie ja zegt, en terugnemen kan altijd")


def teken(a: Laptop, v: Verslag, huishouden_id: UUID) -> None:
    """Three people sign on the screen; whoever is not there is shown, and nobody waits for him."""
    v.stap("Tekenen: Henk, Mees van dertien en Karin, en een vader die er niet is")
    _lees_samen_door(a, huishouden_id)
    _op_scherm(a, "Henk", "keuze.gezien", "vraagt_aan_1", REACTIE)
    v.beeld(a.venster(), "henk-tekent", "Henk tekent, met zijn eigen reactie, en vraagt de hulp meteen aan")
    a.hand.klik("klaar")
    for wie, vraagt in (("Mees", ""), ("Karin", "vraagt_aan_1")):
        tot(lambda: a.hand.ziet("nog_iemand"), "De handtekening is niet bewaard.", 60)
        a.rust()
        a.hand.klik("nog_iemand")
        _op_scherm(a, wie, "keuze.eens", vraagt)
        a.hand.klik("klaar")
    tot(lambda: a.hand.ziet("nog_iemand"), "De handtekening van Karin is niet bewaard.", 60)
    a.rust()
    v.klopt(
        reads_on_screen(a, VADER_ELDERS), "er staat dat de vader van Mees nog niet tekende, en niemand wacht op hem"
    )
    v.beeld(a.venster(), "na-het-tekenen", "Na het tekenen: wat er nu gebeurt, en wie nog niet reageerde")
    with a.sessie.plek.store.read() as lezer:
        getekend = lezer.find(Ondertekening, huishouden_id=huishouden_id)
        aanvragen = lezer.find(Aanvraag, huishouden_id=huishouden_id)
    v.klopt(
        {een.keuze for een in getekend} == {Keuze.GEZIEN, Keuze.EENS}, "drie handtekeningen, elk met een eigen keuze"
    )
    v.klopt(len(aanvragen) == 2, "de hulp in huis en de jeugdhulp zijn met die handtekening aangevraagd")


def lees_papier_terug(a: Laptop, v: Verslag, huishouden_id: UUID, map_: Path) -> None:
    """A new version goes on paper; its scan comes back on its side and in another order, the old paper is refused."""
    v.stap("Op papier: printen, tekenen met een pen, en de scan die terugkomt")
    plek = a.sessie.plek
    oud = _scan(a, _laatste(a, huishouden_id), map_, "oud")
    versie = _nieuwe_versie_op_papier(a, huishouden_id)
    v.beeld(a.venster(), "papier-om-te-tekenen", "Liever op papier: elk blad draagt een code van deze versie")
    a.hand.klik("terug")
    _tot_tekenen(a)
    a.hand.kies("keuze.eens")
    _wie(a, "Henk")
    a.hand.kies("getekend_op_papier")
    _kies_scan(a, oud)
    geweigerd = reads_on_screen(a, "Dit is versie 1 van het plan. Hier tekent u versie 2.")
    v.klopt(geweigerd, "het papier van de vorige versie wordt geweigerd, met een zin die zegt waarom")
    with plek.store.read() as lezer:
        klopt(not [een for een in lezer.find(Ondertekening) if een.wijze is Wijze.PAPIER], "Er is al iets bewaard.")
    _kies_scan(a, _scan(a, versie, map_, "nieuw"))
    v.klopt(
        reads_on_screen(a, "Het hele papier is gelezen"), "de scan lag op zijn kant en door elkaar, en is heel gelezen"
    )
    v.beeld(a.venster(), "scan-terug", "De scan is herkend aan de code op elk blad")
    a.hand.klik("klaar")
    tot(lambda: a.hand.ziet("bekijk"), "De handtekening op papier is niet bewaard.", 60)
    a.rust()
    with plek.store.read() as lezer:
        getekend = enige([e for e in lezer.find(Ondertekening) if e.wijze is Wijze.PAPIER], "handtekening op papier")
        heel = [een.heel for een in echtheid.controleer(lezer)]
    v.klopt(bool(getekend.scan), "het ingelezen papier is bewaard bij de handtekening")
    v.klopt(bool(heel) and all(heel), f"alle {len(heel)} handtekeningen zijn nog precies wat is getekend")
    a.hand.klik("klaar")
    tot(lambda: a.hand.ziet("rail.dossiers"), "Na het tekenen komt het dossier niet terug.")
    a.rust()


def _nieuwe_versie_op_papier(a: Laptop, huishouden_id: UUID) -> PlanVersie:
    """One line is added, so that the plan is read together anew; then its paper."""
    a.hand.klik("klaar")
    tot(lambda: a.hand.ziet("naar_plan"), "Na het tekenen komt het dossier niet terug.")
    a.rust()
    a.hand.klik("naar_plan")
    a.hand.vind("doel1.nieuwe_regel")
    a.rust()
    a.hand.typ("doel1.nieuwe_regel", NIEUWE_REGEL)
    a.hand.toets("doel1.nieuwe_regel", Qt.Key.Key_Return)
    a.rust()
    a.lees_samen_door("keuze.eens")
    a.hand.klik("op_papier")
    tot(lambda: a.hand.ziet("bladen"), "Het papier gaat niet open.")
    a.rust()
    return _laatste(a, huishouden_id)


def _lees_samen_door(a: Laptop, huishouden_id: UUID) -> None:
    a.open_dossier(huishouden_id)
    a.hand.klik("naar_plan")
    a.hand.vind("lees_samen_door")
    a.rust()
    a.lees_samen_door("keuze.eens")


def _tot_tekenen(a: Laptop) -> None:
    tot(lambda: a.hand.ziet("keuze.eens"), "Het scherm om te tekenen gaat niet open.", 60)
    a.rust()
    tot(lambda: a.hand.vind("keuze.eens").isEnabled(), "De keuzes blijven dicht.")


def _wie(a: Laptop, voornaam: str) -> None:
    """Tell who signs, by the button with that name."""
    knoppen = a.venster().findChildren(QAbstractButton)
    namen = [
        knop.objectName()
        for knop in knoppen
        if knop.isVisible() and knop.objectName().startswith("tekent_") and voornaam in knop.text()
    ]
    a.hand.klik(enige(namen, f"knop voor {voornaam}"))


def _op_scherm(a: Laptop, wie: str, keuze: str, vraagt: str, reactie: str = "") -> None:
    _tot_tekenen(a)
    a.even_later()
    a.hand.kies(keuze)
    if reactie:
        a.hand.typ("reactie", reactie)
    _wie(a, wie)
    if vraagt:
        a.hand.kies(vraagt)
    a.hand.teken("handtekening", KRABBEL)
    tot(lambda: reads_on_screen(a, "Opgeslagen"), "Er staat niet dat het is opgeslagen.")
    a.rust()


def _laatste(a: Laptop, huishouden_id: UUID) -> PlanVersie:
    with a.sessie.plek.store.read() as lezer:
        return max(lezer.find(PlanVersie, huishouden_id=huishouden_id), key=lambda versie: versie.nummer)


def _scan(a: Laptop, versie: PlanVersie, map_: Path, naam: str) -> list[str]:
    """The printed sheets as a scanner gives them: grey, 150 dpi, each lying another way, the last one first."""
    pdf = ondertekening.load_versie_pdf(a.sessie.plek, versie.id)
    paden = []
    for nummer in reversed(range(len(bladen(pdf)))):
        blad = rasterise(pdf, nummer, _A4_150_DPI).convertToFormat(QImage.Format.Format_Grayscale8)
        gedraaid = blad.transformed(QTransform().rotate(90 * (nummer + 1)))
        pad = map_ / f"scan-{naam}-{nummer}.jpg"
        klopt(gedraaid.save(str(pad), quality=60), "De scan is niet gemaakt.")
        paden.append(str(pad))
    return paden


def _kies_scan(a: Laptop, paden: list[str]) -> None:
    """The window of the system in which one would choose these cannot be driven."""
    with patch.object(TekenenScreen, "ask_open", staticmethod(lambda *_: (paden, ""))):
        a.hand.klik("lees_scan")
        a.rust()
