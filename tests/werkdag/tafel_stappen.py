"""At the table, key by key: the conversation, what the onderzoek asks besides, and the screen turned to them."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel

from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.keukentafel import Keukentafel, Klopt
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.onderzoek import ASPECTEN, INVENTARIS
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services import vraagverheldering
from kernnetwerk_app.services.gezegd import persoonssleutel
from tests.werkdag.gezin import APART, DOELEN, GESPREK, VRAAG, WAARVAN_NIETS_OP_PAPIER
from tests.werkdag.gezin_stappen import bewaar
from tests.werkdag.hand import enige, tot
from tests.werkdag.laptop import Laptop
from tests.werkdag.verslag import Verslag

VERBETERD = "Wij lachen veel met elkaar, ook nu."
ASSEN = {"lijf": 2, "gevoel": 3, "ertoe": 3, "plezier": 4, "erbij": 2, "dag": 2}


def voer_gesprek(a: Laptop, v: Verslag, huishouden_id: UUID) -> None:
    """Four life domains as the story needed them; the rest stays open."""
    v.stap("Het gesprek: eerst wat goed gaat, dan wat lastig is")
    a.open_dossier(huishouden_id)
    a.hand.klik("verder")
    tot(lambda: a.hand.ziet("gebied.sociaal_netwerk"), "Het gesprek gaat niet open.")
    a.rust()
    for gebied, woorden in GESPREK.items():
        a.hand.klik(f"gebied.{gebied}")
        a.rust()
        for veld, tekst in woorden.items():
            a.hand.typ(f"{gebied}.{veld}", tekst)
        if gebied == "gezin_en_opvoeding":
            a.rust()
            v.beeld(a.venster(), "gesprek-gezin", "Het gesprek met het gezin; hun vraag blijft in beeld")
    a.hand.klik("gebied.lichamelijke_gezondheid")
    a.rust()
    with a.sessie.plek.store.read() as lezer:
        karin = enige([lid for lid in lezer.find(Inwoner) if lid.voornamen == "Karin"], "lid dat Karin heet").id
    a.hand.kies(f"over.{karin}")
    a.hand.typ(persoonssleutel("lichamelijke_gezondheid.lastig", karin), APART)
    a.rust()
    with a.sessie.plek.store.read() as lezer:
        gesprek_id = enige(lezer.find(Vraagverheldering, huishouden_id=huishouden_id), "gesprek").id
        gesprek = vraagverheldering.load(a.sessie.plek, lezer, huishouden_id, gesprek_id)
    besproken = {gebied for gebied, status in gesprek.statussen.items() if status is LeefgebiedStatus.BESPROKEN}
    v.klopt(besproken == set(GESPREK), "vier leefgebieden zijn besproken, de rest bleef gewoon open")


def bekijk(a: Laptop, v: Verslag, huishouden_id: UUID) -> None:
    """Who took part, and what was looked at."""
    v.stap("Wie erbij was, en wat er is bekeken")
    a.hand.klik("gebied.onderzoek")
    tot(lambda: a.hand.ziet("nieuw_gesprekken"), "Het onderzoek gaat niet open.")
    a.rust()
    a.hand.klik("nieuw_gesprekken")
    a.hand.kies("erbij_Karin_Verzonnen")
    a.hand.kies("erbij_Mees_Bedachtsma")
    a.hand.kies_woord("naasten_gewenst", "ja")
    bewaar(a, "deelname")
    a.hand.klik(INVENTARIS)
    a.rust()
    for kopje in ("onderzoek.eigen_mogelijkheden.past", "onderzoek.sociaal_netwerk.past_deels"):
        a.hand.kies(kopje)
        a.rust()
    a.hand.typ("onderzoek.sociaal_netwerk.woorden", "Oma Truus en de buren doen al veel.")
    a.hand.klik(ASPECTEN)
    a.rust()
    a.hand.kies("onderzoek.bijdrage.bekeken")
    a.rust()
    with a.sessie.plek.store.read() as lezer:
        gesprekken = [c for c in lezer.find(Contact, huishouden_id=huishouden_id) if c.naasten]
    v.klopt(len(gesprekken) == 1, "Karin en Mees zaten erbij, omdat Henk dat wilde")
    v.beeld(a.venster(), "onderzoek", "Wat er bekeken is, met één tik per kopje")


def draai_het_scherm(a: Laptop, v: Verslag, huishouden_id: UUID) -> None:
    """First to all three of them, then to Henk alone for his own picture."""
    v.stap("Het scherm gedraaid: klopt dit?")
    plek = a.sessie.plek
    with plek.store.read() as lezer:
        leden = lezer.find(Inwoner, huishouden_id=huishouden_id)
    henk = next(lid for lid in leden if lid.rol is RolInHuishouden.HOOFDPERSOON)
    _draai(a, {lid.id for lid in leden if lid.voornamen != "Saar"})
    staat = _woorden(a)
    v.klopt(all(doel in staat for doel in (VRAAG, *DOELEN)), "hun vraag en hun doelen staan er in hun woorden")
    v.klopt(not any(zin in staat for zin in WAARVAN_NIETS_OP_PAPIER), "wat apart is verteld, staat er niet")
    v.beeld(a.venster(), "keukentafel", "Het gedraaide scherm: grote letters, hun woorden, en niets van een ander")
    a.hand.klik("leestekst")
    a.rust()
    v.klopt("Dit is de vraag." in _woorden(a), "alles staat er als zinnen om voor te lezen")
    a.hand.klik("leestekst")
    a.rust()
    a.hand.klik("klopt_niet_helemaal")
    a.rust()
    a.hand.typ("wijzig_gezin_en_opvoeding.goed", VERBETERD, wis=True)
    a.hand.klik("klaar")
    _gedraaid_met(a, VERBETERD)
    v.klopt(VERBETERD in _woorden(a), "wat niet helemaal klopte, is ter plekke verbeterd")
    _terug(a)
    _draai(a, {henk.id})
    for as_, stand in ASSEN.items():
        for _ in range(stand):
            a.hand.toets(f"as_{as_}", Qt.Key.Key_Right)
    a.rust()
    v.beeld(a.venster(), "zes-kanten", "Henk zet zelf zijn zes kanten, met de pijltjes")
    a.hand.klik("klopt_ja")
    a.rust()
    with plek.store.read() as lezer:
        tafel = enige(lezer.find(Keukentafel, huishouden_id=huishouden_id), "gedraaid scherm van vandaag")
    v.klopt(tafel.klopt is Klopt.JA, "Henk zegt: ja, dit klopt")
    _terug(a)


def _draai(a: Laptop, wie: set[UUID]) -> None:
    """Say who looks along, and turn."""
    a.hand.klik("draai_scherm")
    tot(
        lambda: not a.app.tasks.busy and all(a.hand.ziet(f"lid_{een}") for een in wie) and a.hand.ziet("draai"),
        "Er is niet te kiezen wie er meekijkt.",
    )
    vakjes = {vak.objectName(): vak.isChecked() for vak in a.venster().findChildren(QCheckBox) if vak.isVisible()}
    for naam, staat_aan in vakjes.items():
        if naam.startswith("lid_") and staat_aan != (UUID(naam.removeprefix("lid_")) in wie):
            a.hand.kies(naam)
            a.rust()
    a.hand.klik("draai")
    _gedraaid_met(a, VRAAG)


def _gedraaid_met(a: Laptop, zin: str) -> None:
    """Until it was read anew and stands there whole."""
    tot(
        lambda: not a.app.tasks.busy and a.hand.ziet("klopt_ja") and zin in _woorden(a),
        "Op het gedraaide scherm staat niet wat er hoort te staan.",
    )
    a.rust()


def _terug(a: Laptop) -> None:
    """Esc covers the screen; under the cover stands the page from which it was turned."""
    a.hand.sneltoets(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    a.rust()
    a.hand.sneltoets(Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    tot(lambda: a.hand.ziet("draai_scherm"), "Van het gedraaide scherm komt men niet terug.")
    a.rust()


def _woorden(a: Laptop) -> str:
    return "\n".join(label.text() for label in a.venster().findChildren(QLabel) if label.isVisible())
