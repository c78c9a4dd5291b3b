"""The end of the afternoon: a visit is planned, an old question turns up, and everything goes on paper."""

from pathlib import Path
from uuid import UUID

import pdfua
from PySide6.QtCore import Qt

from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.plan import PlanSoort
from kernnetwerk_app.domain.verzoek import Verzoek
from kernnetwerk_app.services.plan import read_inhoud
from kernnetwerk_app.services.termijn import zelf_aanvragen
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.papier.raster import bladen
from tests.documents.lezen import open_pdf, read_structure
from tests.services.opzet import gelezen
from tests.werkdag import voorbeelden
from tests.werkdag.gezin import VEILIG, WAARVAN_NIETS_OP_PAPIER
from tests.werkdag.gezin_stappen import bewaar, naar_deel
from tests.werkdag.hand import enige, klopt, tot
from tests.werkdag.laptop import Laptop
from tests.werkdag.papieren import Kast, aanpak_van, papieren
from tests.werkdag.verslag import Verslag

BLEEF_LIGGEN = "Wie helpt mij met de tuin nu mijn rug niet meer wil?"
TUIN = "Ik wil dat mijn tuin weer netjes is."
NEEF = "Mijn neef Wim maait elke maand."
SCHILDWOORDEN = ("met de tuin nu", "Vergeten-Verzin", "tuin weer netjes", "neef Wim")


def plan_bezoek(a: Laptop, v: Verslag, huishouden_id: UUID) -> None:
    """The next visit, from the dossier."""
    v.stap("Een volgend bezoek afspreken")
    a.open_dossier(huishouden_id)
    a.hand.klik("plan_een_bezoek")
    a.hand.typ("datum", "4 mei 2027", wis=True)
    a.hand.typ("tijd_van", "13:00", wis=True)
    a.hand.klik("bezoek_bewaar")
    a.rust()
    tot(lambda: a.hand.ziet("bezoek_gepland"), "Het bezoek staat niet in het dossier.")
    v.klopt(True, "op 4 mei komt zij terug")


def vind_oude_vraag(a: Laptop, v: Verslag) -> UUID:
    """A question of which the six weeks went by: the letter is ready (Wmo 2015 art. 2.3.2 lid 9)."""
    v.stap("Een vraag die bleef liggen: de brief ligt klaar")
    a.hand.klik("rail.melding")
    for veld, tekst in (("vraag", BLEEF_LIGGEN), ("voornamen", "Jan"), ("achternaam", "Vergeten-Verzin")):
        a.hand.typ(veld, tekst)
    a.hand.klik("deel_binnen")
    a.hand.typ("ontvangen_datum", "1 maart 2027", wis=True)
    a.hand.klik("neem_aan")
    tot(lambda: a.hand.ziet("dossier"), "Na de melding gaat het dossier niet open.")
    a.rust()
    with a.sessie.plek.store.read() as lezer:
        melding = enige([m for m in lezer.find(Melding) if m.vraag == BLEEF_LIGGEN], "melding met deze vraag")
    with a.sessie.plek.store.read() as lezer:
        zelf = zelf_aanvragen(a.sessie.plek, lezer, melding)
    v.klopt(zelf and a.hand.ziet("waarom_te_laat"), "de zes weken zijn om, en er is niets besloten")
    v.beeld(a.venster(), "bleef-liggen", "De zes weken zijn om: wat de inwoner nu zelf mag")
    return melding.id


def maak_aanpak(a: Laptop, v: Verslag, melding_id: UUID) -> None:
    """He would rather look at it together now: light help, so a light plan, read to its last page (PLAN-13)."""
    v.stap("Een lichte vraag: een plan van aanpak")
    a.hand.klik("verder")
    tot(lambda: a.hand.ziet("gebied.huisvesting"), "Het gesprek gaat niet open.")
    a.rust()
    a.hand.klik("gebied.huisvesting")
    a.rust()
    a.hand.typ("huisvesting.wens", TUIN)
    a.hand.klik("naar_plan")
    tot(lambda: a.hand.ziet("wens1"), "De wens uit het gesprek staat niet klaar als doel.")
    a.rust()
    a.hand.klik("wens1")
    a.hand.vind("doel1.nieuwe_regel")
    a.rust()
    a.hand.typ("doel1.nieuwe_regel", NEEF)
    a.hand.toets("doel1.nieuwe_regel", Qt.Key.Key_Return)
    a.rust()
    a.hand.klik("plan.overzicht")
    a.hand.kies_woord("plan.plansoort", load("plan")("plansoort.plan_van_aanpak"))
    a.rust()
    a.lees_samen_door("keuze.eens")
    soort = read_inhoud(aanpak_van(a.sessie.plek, melding_id)).plansoort
    v.klopt(soort == PlanSoort.PLAN_VAN_AANPAK, "zijn plan is een plan van aanpak, klaar om te tekenen")


def beantwoord_verzoek(a: Laptop, v: Verslag, huishouden_id: UUID) -> None:
    """Something was written down wrong: what was asked, and what became of it (AVG art. 16)."""
    v.stap("Een verzoek om te verbeteren, en ons antwoord")
    naar_deel(a, huishouden_id, "rechten", "rechten")
    a.hand.klik("rechten")
    tot(lambda: a.hand.ziet("naar_verzoeken"), "De rechten gaan niet open.")
    a.rust()
    a.hand.klik("naar_verzoeken")
    a.hand.klik("verder")
    a.hand.kies("verzoek.VERBETEREN")
    a.hand.typ("wat", "Ons huisnummer is 12 en niet 21.")
    bewaar(a, "verzoek")
    with a.sessie.plek.store.read() as lezer:
        een = enige(lezer.find(Verzoek, huishouden_id=huishouden_id), "verzoek")
    a.hand.klik(f"antwoord_{een.id}")
    a.hand.kies("uitkomst.GEDAAN")
    bewaar(a, "verzoekantwoord")
    v.klopt(a.hand.ziet(f"papier_{een.id}"), "het antwoord ligt klaar om mee te geven")


def maak_alles(a: Laptop, v: Verslag, huishouden_id: UUID, te_laat_id: UUID, kern: str) -> None:
    """Each paper in ordinary and large letters, and the plan in every form; nothing on it that was told apart."""
    v.stap("Alles op papier, gewoon en groot")
    kast = Kast(a.sessie.plek, huishouden_id, te_laat_id, kern)
    map_ = voorbeelden.open_map(v.uit)
    aantal = vellen = 0
    for papier in papieren(kast):
        for naam, titel, pdf in papier.in_vormen():
            v.pdf(pdf, naam, titel, breedte=620)
            check_papier(v.uit / f"{naam}.pdf", apart=papier.apart)
            voorbeelden.write(map_, naam, pdf, read_structure(open_pdf(pdf)).outline())
            aantal, vellen = aantal + 1, vellen + len(bladen(pdf))
    v.klopt(aantal > 20, f"{aantal} papieren, samen {vellen} bladzijden, allemaal te lezen en te printen")
    v.klopt(True, "op geen papier voor het gezin staat wat iemand apart vertelde, en nergens de vraag naar veiligheid")
    v.klopt(True, "pdfua vindt op geen van die papieren een fout")


def check_papier(pad: Path, *, apart: bool) -> None:
    """Refuse a paper with what may not be on it, or of which a machine finds that not everybody can read it. What was
    said of safety stands on none; what somebody told apart only where the household does not read along (`apart`).
    """
    mag_niet = (VEILIG,) if apart else WAARVAN_NIETS_OP_PAPIER
    woorden = gelezen(pad.read_bytes())
    klopt(not any(zin in woorden for zin in mag_niet), f"Op {pad.stem} staat wat apart is verteld.")
    fouten = sorted({een.rule_id for een in pdfua.validate(str(pad)).findings})
    klopt(not fouten, f"Op {pad.stem} vindt pdfua: {', '.join(fouten)}.")
