"""One working day, from the town hall to the kitchen table and back: the one source of the demo and of the test."""

from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtCore import Qt

from kernnetwerk_app import oefenserver
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import Keuze, Ondertekening
from kernnetwerk_app.domain.plan import Afspraak
from kernnetwerk_app.klok import AMSTERDAM, Klok
from kernnetwerk_app.oefenserver import Oefenserver
from kernnetwerk_app.services import ondertekening
from kernnetwerk_app.services.termijn import find_termijn, onderzoek_termijn
from kernnetwerk_app.ui.sync_controller import Lijn as Lijnstand
from kernnetwerk_app.ui.theme import Theme
from tests.werkdag import gesprek_stappen
from tests.werkdag.budget import AFGEBROKEN
from tests.werkdag.hand import enige, klopt, tot
from tests.werkdag.laptop import Laptop
from tests.werkdag.lijn import Lijn
from tests.werkdag.mislukt import WerkdagMislukt
from tests.werkdag.verslag import Verslag

OCHTEND = datetime(2027, 4, 20, 7, 45, tzinfo=AMSTERDAM)
WACHTZIN = "tafel wolk fiets anker peer"
WACHTZIN_B = "duif steen lepel markt zomer"
VRAAG = "Ik zie steeds slechter en ik durf de straat niet meer op. Hoe kom ik nog bij het koor?"
NAAM = "Proefpersoon"
REACTIE = "Ik wil eerst weten wie er meeloopt."
VAN_A = "Buurvrouw Els loopt op maandag met mij mee naar het koor."
VAN_B = "Buurvrouw Els loopt op woensdag met mij mee naar het koor. Haar man rijdt."
SCHILDWOORDEN = ("durf de straat niet", NAAM, "wie er meeloopt", "Buurvrouw Els", "zonder hulp naar de winkel")
"""Words of the fictional resident: none may stand readable in any file of a laptop, a log or a temp folder."""


class Werkdag:
    """Two laptops, a server that stops and starts, and a line that breaks."""

    def __init__(self, map_: Path, verslag: Verslag, theme: Theme, tempo: int = 0) -> None:
        self.map = map_
        self.verslag = verslag
        self.klok = Klok(OCHTEND)
        self.lijn = Lijn()
        self.server: Oefenserver | None = None
        self.a = Laptop("laptop A", map_ / "laptop-a", self.klok, theme, tempo)
        self.b = Laptop("laptop B", map_ / "laptop-b", self.klok, theme, tempo)
        self.huishouden_id = UUID(int=0)

    def play(self) -> None:
        """The whole day."""
        self.verslag.count_keys("", lambda: self.a.hand.toetsen + self.b.hand.toetsen)
        try:
            self.verslag.speel(
                (
                    self._begin,
                    self._ontgrendel,
                    self._melding,
                    self._termijn,
                    self._gesprek,
                    self._plan,
                    self._teken,
                    self._verstuur,
                    self._collega,
                    self._twee_versies,
                )
            )
        finally:
            self._count()

    def close(self) -> None:
        """Lock both laptops, stop the server."""
        for laptop in (self.a, self.b):
            laptop.sluit()
        if self.server is not None:
            self.server.stop()
        self.lijn.sluit()

    # -- 07.45, town hall ----------------------------------------------------------------------------------------

    def _begin(self) -> None:
        v = self.verslag
        v.stap("Twee laptops koppelen aan de gemeente")
        self.a.app.show()
        self.a.rust()
        v.beeld(self.a.venster(), "beginnen", "De eerste start: oefenen of koppelen aan de eigen gemeente")
        self._start_server()
        self.a.koppel(self.lijn.adres, self._server.codes[0], WACHTZIN)
        self.b.app.show()
        self.b.rust()
        self.b.koppel(self.lijn.adres, self._server.codes[1], WACHTZIN_B)
        v.klopt(self.a.sessie.plek.medewerker.naam == "Sanne Modelman", "laptop A is van Sanne Modelman")
        v.klopt(self.b.sessie.plek.medewerker.naam == "Joris Proefstra", "laptop B is van Joris Proefstra")

    def _ontgrendel(self) -> None:
        v, a = self.verslag, self.a
        v.stap("Ontgrendelen en kijken wat vandaag vraagt")
        a.vergrendel()
        v.beeld(a.venster(), "ontgrendelen", "Ontgrendelen: één veld, zonder internet")
        a.hand.typ("wachtzin", WACHTZIN)
        a.hand.toets("wachtzin", Qt.Key.Key_Return)
        tot(lambda: a.app.sessie is not None, "Laptop A gaat niet open met de goede wachtzin.", 60)
        a.verstuur()
        v.klopt(a.sessie.sync.lijn is Lijnstand.GOED, "de laptop heeft alles uitgewisseld")
        tot(lambda: a.hand.ziet("bezoek_1"), "Het bezoek van vandaag staat niet op het scherm.")
        v.klopt(a.hand.ziet("bezoek_2"), "de bezoeken van vandaag staan op het scherm")
        v.beeld(a.venster(), "vandaag", "Vandaag: bezoeken, termijnen met hun som, en wat nog moet")

    # -- 09.00, the kulturhus: no line from here -----------------------------------------------------------------

    def _melding(self) -> None:
        v, a = self.verslag, self.a
        v.stap("Een melding opnemen in het kulturhus, zonder verbinding")
        self._stop_server()
        self.klok.advance(timedelta(hours=1, minutes=20))
        a.hand.klik("rail.melding")
        a.hand.typ("vraag", VRAAG)
        a.hand.typ("voornamen", "Gerda")
        a.hand.typ("achternaam", NAAM)
        a.hand.typ("straat", "Proefweg")
        a.hand.typ("huisnummer", "3")
        a.hand.typ("kern", "Proefdijk", wis=True)
        tot(lambda: gesprek_stappen.reads_on_screen(a, "Opgeslagen"), "Er staat niet dat de melding is bewaard.")
        v.beeld(a.venster(), "melding", "Een melding: de vraag in eigen woorden, en meteen de uiterste dag")
        a.hand.klik("neem_aan")
        tot(lambda: a.hand.ziet("dossier"), "Na de melding gaat het dossier niet open.")
        a.rust()
        with a.sessie.plek.store.read() as lezer:
            melding = enige([m for m in lezer.find(Melding) if m.vraag == VRAAG], "melding met deze vraag")
        klopt(melding.huishouden_id is not None, "De melding hoort bij geen huishouden.")
        self.huishouden_id = melding.huishouden_id or self.huishouden_id
        v.klopt(melding.contactpersoon_id == a.sessie.plek.medewerker.id, "er is één vaste contactpersoon")
        v.beeld(a.venster(), "dossier", "Het dossier: wie de regie heeft, waar we zijn, wat er nu loopt")

    def _termijn(self) -> None:
        v, a = self.verslag, self.a
        v.stap("De zes weken met hun som")
        plek = a.sessie.plek
        with plek.store.read() as lezer:
            melding = enige(lezer.find(Melding, huishouden_id=self.huishouden_id), "melding")
        som = onderzoek_termijn(plek.profiel, melding)
        v.klopt(som.wettelijk_einde.isoformat() == "2027-06-01", "zes weken na dinsdag 20 april is dinsdag 1 juni 2027")
        v.klopt(sum(regel.dagen for regel in som.regels) == 42, "de regels van de som tellen op tot 42 dagen")
        a.hand.klik("hoe_komt_u_hieraan")
        tot(lambda: a.hand.ziet("termijn") and a.hand.ziet("kalender"), "De som van de termijn gaat niet open.")
        a.rust()
        v.beeld(a.venster(), "termijn", "De termijn als optelsom die u met de vinger kunt volgen")
        a.hand.klik("naar_dossier")
        tot(lambda: a.hand.ziet("schrijf_iets_bij"), "Het dossier komt niet terug.")

    # -- 13.00, at the kitchen table -----------------------------------------------------------------------------

    def _gesprek(self) -> None:
        self.verslag.stap("Het gesprek over drie leefgebieden")
        self.klok.advance(timedelta(hours=4))
        gesprek_stappen.voer_gesprek(self.a, self.verslag, self.huishouden_id)

    def _plan(self) -> None:
        self.verslag.stap("Het plan: twee doelen en wie wat doet")
        gesprek_stappen.maak_plan(self.a, self.verslag, self.huishouden_id)

    def _teken(self) -> None:
        v, a = self.verslag, self.a
        v.stap("Lezen, reageren en tekenen op het scherm")
        gesprek_stappen.teken_plan(a, v, REACTIE)
        with a.sessie.plek.store.read() as lezer:
            getekend = enige(lezer.find(Ondertekening, huishouden_id=self.huishouden_id), "handtekening")
            sleutel = lezer.meta().private_key
        v.klopt(
            getekend.keuze is Keuze.GEZIEN and getekend.reactie == REACTIE, "keuze en reactie staan er zoals gezegd"
        )
        v.klopt(ondertekening.verify(getekend, public_key(sleutel)), "het zegel van deze laptop klopt met elk teken")
        klopt(bool(getekend.pdf), "Bij de handtekening is geen papier bewaard.")
        v.pdf(getekend.pdf or b"", "ondersteuningsplan", "Het getekende plan op papier")
        gesprek_stappen.zet_getekend_klaar(a, v)
        v.klopt(self._onderzoek_loopt(), "getekend op het scherm is nog niets in handen: de zes weken lopen door")
        v.klopt(a.sessie.sync.lijn is not Lijnstand.GOED, "dit alles ging zonder verbinding")

    # -- 16.30, home, a bad line ---------------------------------------------------------------------------------

    def _verstuur(self) -> None:
        v, a = self.verslag, self.a
        v.stap("Versturen over een lijn die drie keer wegvalt")
        self.klok.advance(timedelta(hours=3, minutes=25))
        with a.sessie.plek.store.read() as lezer:
            wachtte = lezer.verzendstand().wachtend
        v.klopt(wachtte > 10, f"{wachtte} wijzigingen wachtten op verbinding")
        self.lijn.knip(400, 3_000, 9_000)  # before there is a line: the laptop may notice it before anybody asks
        self._start_server()
        a.hand.klik("terug")  # from the signed plan to the dossier
        tot(lambda: a.hand.ziet("dossier"), "Na het tekenen komt het dossier niet terug.")
        a.verstuur()
        v.klopt(self.lijn.geknipt == AFGEBROKEN, "de verbinding viel drie keer weg")
        with a.sessie.plek.store.read() as lezer:
            stand = lezer.verzendstand()
        v.klopt((stand.wachtend, stand.vast) == (0, 0), "daarna is alles verstuurd en niets geweigerd")
        v.beeld(a.venster(), "verstuurd", "Na drie keer wegvallen: alles verstuurd")
        gesprek_stappen.breng_getekend(a, self.huishouden_id)
        v.klopt(not self._onderzoek_loopt(), "het getekende plan is bezorgd: daarmee zijn de zes weken klaar")
        a.naar_vandaag()
        a.verstuur()

    def _collega(self) -> None:
        v, b = self.verslag, self.b
        v.stap("De collega ziet het plan op een andere laptop")
        b.verstuur()
        b.open_dossier(self.huishouden_id)
        v.beeld(b.venster(), "dossier-collega", "Dezelfde dag, de laptop van de collega")
        with b.sessie.plek.store.read() as lezer:
            getekend = enige(lezer.find(Ondertekening, huishouden_id=self.huishouden_id), "handtekening")
        v.klopt(getekend.pdf == self._pdf_of_a(), "de collega heeft hetzelfde getekende papier, byte voor byte")
        b.hand.klik(f"papier_{getekend.id}")
        tot(lambda: b.hand.ziet("bladen"), "Het papier gaat niet open.")
        b.rust()
        v.beeld(b.venster(), "papier", "Het getekende plan, in het geheugen getoond en geprint")
        b.hand.klik("terug")
        tot(lambda: b.hand.ziet("dossier"), "Van het papier komt de collega niet terug.")

    # -- both change one agreement -------------------------------------------------------------------------------

    def _twee_versies(self) -> None:
        v, a, b = self.verslag, self.a, self.b
        v.stap("Twee mensen wijzigen dezelfde afspraak")
        self.lijn.verbind(None)
        for laptop, tekst in ((a, VAN_A), (b, VAN_B)):
            gesprek_stappen.wijzig_afspraak(laptop, self.huishouden_id, tekst)
            self.klok.advance(timedelta(minutes=7))
        self.lijn.verbind(self._server.adres)
        a.verstuur()
        b.verstuur()
        with b.sessie.plek.store.read() as lezer:
            conflict = enige(lezer.conflicten(self.huishouden_id), "plaats met twee teksten")
        v.klopt(len(conflict.koppen) == 2, "beide teksten zijn bewaard")
        b.open_dossier(self.huishouden_id)
        b.hand.klik(f"conflict_{conflict.entiteit_id}_{conflict.eenheid}")
        tot(lambda: b.hand.ziet("conflict"), "Het scherm met beide teksten gaat niet open.")
        b.rust()
        v.klopt(
            gesprek_stappen.reads_on_screen(b, VAN_A) and gesprek_stappen.reads_on_screen(b, VAN_B),
            "beide teksten staan naast elkaar",
        )
        v.beeld(b.venster(), "twee-versies", "Twee mensen schreven aan dezelfde afspraak: er is niets verloren")
        gesprek_stappen.kies_die(b)
        b.verstuur()
        a.verstuur()
        for laptop in (a, b):
            with laptop.sessie.plek.store.read() as lezer:
                v.klopt(lezer.conflicten() == [], f"op {laptop.naam} is de keuze gemaakt")
                v.klopt(
                    lezer.get(Afspraak, conflict.entiteit_id).tekst == VAN_A, f"{laptop.naam} toont de gekozen tekst"
                )

    # -- within --------------------------------------------------------------------------------------------------

    @property
    def _server(self) -> Oefenserver:
        if self.server is None:
            raise WerkdagMislukt("De server staat uit.")
        return self.server

    def _start_server(self) -> None:
        self.server = oefenserver.start(self.map / "oefenserver", self.klok.nu())
        self.lijn.verbind(self.server.adres)

    def _stop_server(self) -> None:
        self._server.stop()
        self.server = None
        self.lijn.verbind(None)

    def _onderzoek_loopt(self) -> bool:
        with self.a.sessie.plek.store.read() as lezer:
            return find_termijn(self.a.sessie.plek, lezer, self.huishouden_id) is not None

    def _pdf_of_a(self) -> bytes | None:
        with self.a.sessie.plek.store.read() as lezer:
            getekend = enige(lezer.find(Ondertekening, huishouden_id=self.huishouden_id), "handtekening")
        return getekend.pdf

    def _count(self) -> None:
        totaal = self.verslag.totaal
        totaal.bytes_omhoog, totaal.bytes_omlaag, totaal.afgebroken = (
            self.lijn.omhoog,
            self.lijn.omlaag,
            self.lijn.geknipt,
        )
        totaal.verzoeken = self.lijn.verzoeken
        for laptop in (self.a, self.b):
            if laptop.app.sessie is not None:
                with laptop.sessie.plek.store.read() as lezer:
                    totaal.operaties += lezer.meta().laatste_n


def public_key(private: bytes) -> bytes:
    """The public half of a device key."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()
