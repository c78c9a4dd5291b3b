"""A Tuesday morning in one municipality: the front door without any line, in the way in which that one works.

Played with the keys: what can be typed, walked to with Tab and pressed with Enter is done so.
"""

from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.inloopcontact import Inloopcontact
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.overdracht import Overdracht
from kernnetwerk_app.domain.profielbundel import Profielbundel
from kernnetwerk_app.domain.signaal import Signaal
from kernnetwerk_app.domain.triage import Triage
from kernnetwerk_app.klok import AMSTERDAM, Klok
from kernnetwerk_app.services import overdracht
from kernnetwerk_app.ui.papier.page_view import PageView
from kernnetwerk_app.ui.theme import Theme
from tests.werkdag.budget import MEEST_TOETSEN, MEEST_TOETSEN_SIGNAAL
from tests.werkdag.gemeentehuis import Gemeentehuis
from tests.werkdag.gesprek_stappen import reads_on_screen
from tests.werkdag.hand import enige, klopt, tot
from tests.werkdag.laptop import Laptop
from tests.werkdag.lijn import Lijn
from tests.werkdag.plaatsen import KAART, Plaats
from tests.werkdag.verslag import Verslag

OCHTEND = datetime(2027, 4, 20, 8, 40, tzinfo=AMSTERDAM)
WACHTZIN = "mand regen ladder kaars vork"
NAAM = "Verzinsel"
BRIEF, ZORG, HULP, ETEN = (
    "Ik snap de brief van de bijstand niet.",
    "De gordijnen van de buren blijven al een week dicht.",
    "Mijn man vergeet steeds meer en ik kom niet meer buiten.",
    "Waar kan ik samen eten?",
)
WAAROM = "Weer eens per week de deur uit."
NOTITIE = "Zij wil liever niet thuis gebeld worden."
WOORDEN = (NAAM, "snap de brief", "gordijnen van de buren", "vergeet steeds meer", "Weer eens per week", "thuis gebeld")
"""Of these fictional residents none may stand readable in any file of a laptop, a log or a temp folder."""
E = TypeVar("E", bound=Entiteit)
ENTER, TAB, CTRL = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier


class Ochtend:
    """One laptop, the server of its municipality, and a line that is not there when it is needed."""

    def __init__(self, map_: Path, plaats: Plaats, verslag: Verslag, theme: Theme, tempo: int = 0) -> None:
        self.plaats, self.verslag = plaats, verslag
        self.klok = Klok(OCHTEND)
        self.lijn = Lijn()
        self.laptop = Laptop(f"de laptop in {plaats.kern}", map_ / f"laptop-{plaats.sleutel}", self.klok, theme, tempo)
        self.hand = self.laptop.hand
        self._map = map_ / f"gemeentehuis-{plaats.sleutel}"
        self._huis: Gemeentehuis | None = None
        self._huishouden_id = UUID(int=0)
        self._verzoeken = 0
        """How many requests had passed when the line went."""

    def play(self) -> None:
        """The whole morning; `WerkdagMislukt` with one sentence that names the step."""
        self.verslag.count_keys(self.plaats.sleutel, lambda: self.hand.toetsen)
        try:
            self.verslag.speel(
                (
                    self._koppel,
                    self._inloop,
                    self._melding,
                    self._wegwijzer,
                    self._uitvraag,
                    self._verder,
                    self._verstuur,
                )
            )
        finally:
            if self._huis is not None:
                self._huis.close()

    def close(self) -> None:
        """Lock the laptop."""
        self.laptop.sluit()
        self.lijn.sluit()

    # -- 08.40, town hall ----------------------------------------------------------------------------------------

    def _koppel(self) -> None:
        v, plaats = self.verslag, self.plaats
        v.stap("Een laptop koppelen; de werkwijze komt mee")
        self._huis = huis = Gemeentehuis(self._map, plaats.sleutel, self.klok)
        huis.code_for("Joris Proefstra")
        huis.lay_down_kaart([[deel.format(kern=plaats.kern) for deel in regel] for regel in KAART])
        self.lijn.verbind(huis.adres)
        self.laptop.app.show()
        self.laptop.rust()
        self.laptop.koppel(self.lijn.adres, huis.code_for("Sanne Modelman"), WACHTZIN, huis.approve)
        plek = self.laptop.sessie.plek
        v.klopt(plek.profiel.naam == huis.profiel.naam, f"de laptop werkt zoals {plek.profiel.naam} het afsprak")
        with plek.store.read() as lezer:
            bundel = enige(lezer.find(Profielbundel), "profiel van de gemeente")
        v.klopt((bundel.sleutel, bundel.versie) == (plaats.sleutel, 1), "die werkwijze kwam over de lijn")
        v.klopt(plek.profiel.woord("leefgebied", meer=True) == plaats.woord, f"hier heten ze {plaats.woord}")
        self.lijn.verbind(None)
        self._verzoeken = self.lijn.verzoeken
        self.klok.advance(timedelta(minutes=20))

    # -- 09.00, the spreekuur: no line from here -----------------------------------------------------------------

    def _inloop(self) -> None:
        v, hand, plaats = self.verslag, self.hand, self.plaats
        v.stap(f"Spreekuur: {plaats.plek}, zonder verbinding")
        hand.begin()
        hand.druk("rail.inloop")
        tot(lambda: hand.ziet("plek"), "Het spreekuur kan niet beginnen.")
        self.laptop.rust()
        hand.typ("plek", plaats.plek, wis=True)
        hand.typ("kern", plaats.kern, wis=True)
        hand.druk("verder")
        tot(lambda: hand.ziet("vraag"), "Het spreekuur begint niet.")
        self.laptop.rust()
        toetsen = [self._licht_contact(vraag) for vraag in (BRIEF, ZORG)]
        v.klopt(max(toetsen) <= MEEST_TOETSEN, f"een licht contact kost {max(toetsen)} toetsen naast de vrije tekst")
        self._signaal()
        self._terug_naar_inloop()
        for vraag in (HULP, ETEN):
            self._licht_contact(vraag)
        contacten = self._lees(Inloopcontact)
        v.klopt(
            [c.vraag for c in contacten] == [BRIEF, ZORG, HULP, ETEN]
            and {c.kern for c in contacten} == {plaats.kern}
            and not any(c.achternaam or c.voornamen for c in contacten),
            "vier mensen gesproken, geen naam gevraagd",
        )
        v.beeld(self.laptop.venster(), f"{plaats.sleutel}-inloop", f"Inloop in {plaats.kern}: een regel per mens")

    def _licht_contact(self, vraag: str) -> int:
        """One contact where the focus is; the number of keys besides the question itself."""
        hand, voor = self.hand, self.hand.toetsen
        klopt(hand.hier() == "vraag", "De volgende vraag kan niet meteen worden getypt.")
        hand.schrijf(vraag)
        hand.sla(TAB, TAB)
        hand.schrijf("soc")
        hand.sla(TAB)
        hand.schrijf("inf")
        hand.sla(ENTER)
        self.laptop.rust()
        return hand.toetsen - voor - len(vraag)

    def _signaal(self) -> None:
        """The last contact is a worry: the signal has its words already."""
        hand, voor = self.hand, self.hand.toetsen
        hand.druk("maak_signaal")
        tot(lambda: hand.ziet("gezien"), "Het signaal gaat niet open.")
        self.laptop.rust()
        hand.druk("bewaar")
        tot(lambda: not hand.ziet("gezien"), "Het signaal is niet bewaard.")
        self.laptop.rust()
        signaal = enige(self._lees(Signaal), "signaal")
        self.verslag.klopt(
            (signaal.gezien, signaal.kern, signaal.anoniem) == (ZORG, self.plaats.kern, True),
            f"één zorg is een signaal: niets overgetypt, zonder naam, {hand.toetsen - voor} toetsen",
        )
        klopt(hand.toetsen - voor <= MEEST_TOETSEN_SIGNAAL, "Een signaal kost te veel toetsen.")

    def _terug_naar_inloop(self) -> None:
        self.hand.druk("rail.inloop")
        tot(lambda: self.hand.ziet("vraag"), "De inloop komt niet terug.")
        self.laptop.rust()

    def _melding(self) -> None:
        v, hand = self.verslag, self.hand
        v.stap("Eén vraag blijkt een melding, met een aantekening erbij")
        gevraagd = next(contact for contact in self._lees(Inloopcontact) if contact.vraag == HULP)
        hand.druk(f"contact_{gevraagd.id}")
        hand.druk("maak_melding")
        tot(lambda: hand.ziet("achternaam"), "De melding gaat niet open.")
        self.laptop.rust()
        hand.loop_naar("achternaam")
        hand.schrijf(NAAM)
        hand.druk("neem_aan")
        self._tot_dossier()
        melding = enige(self._lees(Melding), "melding")
        klopt(melding.huishouden_id is not None, "De melding hoort bij geen huishouden.")
        self._huishouden_id = melding.huishouden_id or self._huishouden_id
        v.klopt(
            (melding.vraag, melding.plek) == (HULP, self.plaats.plek), "de vraag en de plek stonden er al in de melding"
        )
        hand.sla(Qt.Key.Key_N, modifier=CTRL)
        tot(lambda: hand.hier() == "verslag", "Met Ctrl+N komt er geen aantekening.")
        self.laptop.rust()
        hand.schrijf(NOTITIE)
        hand.sla(ENTER, modifier=CTRL)
        self.laptop.rust()
        v.klopt([c.verslag for c in self._lees(Contact)] == [NOTITIE], "met Ctrl+N staat er een aantekening bij")

    def _wegwijzer(self) -> None:
        v, hand = self.verslag, self.hand
        v.stap("De sociale kaart, en Uw wegwijzer op papier")
        self._terug_naar_inloop()
        gevraagd = next(contact for contact in self._lees(Inloopcontact) if contact.vraag == ETEN)
        hand.druk(f"contact_{gevraagd.id}")
        hand.druk("geef_wegwijzer")
        tot(lambda: hand.ziet("treffer_0"), "Op de sociale kaart staat niets dat past.")
        self.laptop.rust()
        hand.druk("treffer_0")
        hand.druk("zet_erop")
        hand.druk("print")
        tot(lambda: hand.ziet("bladen"), "Het papier gaat niet open.")
        self.laptop.rust()
        tot(lambda: "Eettafel De Proef" in self._papier(), "De eettafel staat niet op het papier.")
        v.klopt(HULP not in self._papier() and NAAM not in self._papier(), "op het papier staat geen woord van iemand")
        v.beeld(self.laptop.venster(), f"{self.plaats.sleutel}-wegwijzer", f"Uw wegwijzer, in {self.plaats.kern}")
        hand.druk("terug")
        tot(lambda: hand.ziet("zoek"), "Van het papier komt men niet terug.")
        self._terug_naar_inloop()
        hand.druk("sluit_af")
        tot(lambda: hand.ziet("slot"), "Het spreekuur sluit niet.")
        self.laptop.rust()

    # -- with the one who stayed ---------------------------------------------------------------------------------

    def _uitvraag(self) -> None:
        v, hand = self.verslag, self.hand
        v.stap("Eerste vraagverheldering, kort")
        self.laptop.open_dossier(self._huishouden_id)
        hand.druk("naar_vraag")
        hand.druk("stap_eerste")
        tot(lambda: hand.ziet("vraag.waar_het_om_gaat"), "De eerste vraagverheldering gaat niet open.")
        self.laptop.rust()
        klopt(reads_on_screen(self.laptop, self.plaats.woord.capitalize()), "Het woord van de gemeente staat er niet.")
        hand.schrijf(WAAROM)
        hand.kies("urgentie.deze_week")
        hand.typ("eerste.urgentie_reden", "Zij is alleen.")
        hand.druk("gebied.veiligheid")
        hand.druk("open_veiligheid")
        hand.vind("veiligheid.geen_zorgen")
        self.laptop.rust()
        hand.kies("veiligheid.geen_zorgen")
        self.laptop.rust()
        hand.druk("naar_uitkomst")
        hand.vind("uitkomst.integrale_vraagverheldering")
        self.laptop.rust()
        hand.kies("uitkomst.integrale_vraagverheldering")
        self.laptop.rust()
        hand.druk("ga_door")
        hand.schrijf("De rest komt donderdag.")
        v.beeld(self.laptop.venster(), f"{self.plaats.sleutel}-uitvraag", "Wat ervan komt, en wat er nog niet is")
        hand.druk("verder")
        tot(lambda: not hand.ziet("zonder_reden"), "De eerste vraagverheldering is niet afgerond.")
        self.laptop.rust()
        v.klopt(reads_on_screen(self.laptop, "Afgerond"), "afgerond, met één regel over wat nog ontbreekt")

    def _verder(self) -> None:
        v, hand, plaats = self.verslag, self.hand, self.plaats
        v.stap("Wegen en overdragen, zoals het hier gaat")
        hand.druk("verder")
        tot(lambda: hand.ziet("leg_vast"), "De triage gaat niet open.")
        self.laptop.rust()
        (self._kies_niveau if plaats.triage.niveau else self._kies_route)()
        tot(lambda: hand.ziet("bied_aan"), "De overdracht gaat niet open.")
        self.laptop.rust()
        if not plaats.voorgesteld:
            hand.typ("naar", plaats.naar, wis=True)
        hand.typ("reden", "Past het best bij deze vraag.")
        hand.kies("grond.wet")
        hand.typ("zonder_reden", "De rest komt donderdag.")
        v.beeld(self.laptop.venster(), f"{plaats.sleutel}-overdracht", f"Overdragen aan {plaats.naar}")
        hand.druk("bied_aan")
        self.laptop.rust()
        plek = self.laptop.sessie.plek
        with plek.store.read() as lezer:
            regel = enige(overdracht.load(plek, lezer, self._huishouden_id).regels, "overdracht")
        v.klopt((regel.naar, regel.overdracht.is_open) == (plaats.naar, True), f"aangeboden aan {plaats.naar}")
        tot(lambda: reads_on_screen(self.laptop, "bij u"), "Er staat niet bij wie de vraag zolang blijft.")
        v.klopt(hand.ziet("trek_in"), "tot er een ja komt, blijft de vraag hier")

    def _kies_niveau(self) -> None:
        """No classes here: the level now, beside which the one we go to may stand."""
        hand, keuze = self.hand, self.plaats.triage
        klopt(not hand.ziet("voorstel"), "Hier zijn geen klassen, en toch stelt het programma er een voor.")
        hand.druk("open_niveau")
        hand.kies(keuze.niveau)
        hand.druk("niveau_bewaar")
        self.laptop.rust()
        hand.druk("naar_overdracht")

    def _kies_route(self) -> None:
        """The app proposes a class with its reasons; the worker takes it, and chooses the route."""
        hand, keuze = self.hand, self.plaats.triage
        klopt(keuze.waarneming is not None, "Er is niets om te wegen.")
        rij, antwoord = keuze.waarneming or ("", "")
        hand.kies_uit(f"rij.{rij}", antwoord)
        hand.druk("neem_voorstel")
        hand.druk("deel_route")
        hand.kies(f"route.{keuze.route}")
        hand.typ("lichter", "De eettafel in het dorp")
        hand.typ("lichter_reden", "Daar kan haar man niet mee naartoe.")
        hand.typ("zonder_uitvraag", "De rest van het gesprek is donderdag.")
        self.verslag.beeld(
            self.laptop.venster(), f"{self.plaats.sleutel}-triage", "Het programma stelt voor, u beslist"
        )
        hand.druk("leg_vast")
        tot(lambda: hand.ziet("bied_aan"), "Na deze route komt de overdracht niet.")
        oordeel = enige(self._lees(Triage), "oordeel")
        self.verslag.klopt(
            (oordeel.klasse, oordeel.route and oordeel.route.value) == (keuze.klasse, keuze.route),
            f"{keuze.klasse.replace('_', ' ')}, met de redenen erbij, langs de route {keuze.route}",
        )

    # -- 12.00, a line again -------------------------------------------------------------------------------------

    def _verstuur(self) -> None:
        v, laptop = self.verslag, self.laptop
        v.stap("Weer verbinding: alles naar het gemeentehuis")
        klopt(self._huis is not None, "Er is geen gemeentehuis.")
        plek = laptop.sessie.plek
        with plek.store.read() as lezer:
            wachtte = lezer.verzendstand().wachtend
        v.klopt(
            self.lijn.verzoeken == self._verzoeken and wachtte > 10,
            f"{wachtte} wijzigingen wachtten, want er was de hele ochtend geen verbinding",
        )
        self.lijn.verbind(self._huis.adres if self._huis is not None else None)
        laptop.verstuur()
        with plek.store.read() as lezer:
            stand = lezer.verzendstand()
        v.klopt((stand.wachtend, stand.vast) == (0, 0), "alles is verstuurd en niets geweigerd")
        for soort, aantal in ((Inloopcontact, 4), (Signaal, 1), (Melding, 1), (Contact, 1), (Overdracht, 1)):
            daar = self._huis.received(soort) if self._huis is not None else []
            hier = {een.id: een for een in self._lees(soort)}
            klopt(
                {een.id: een for een in daar} == hier, f"De gemeente heeft een andere {soort.__name__} dan de laptop."
            )
            klopt(len(hier) == aantal, f"Er is niet het goede aantal van {soort.__name__}.")
        v.klopt(True, "de gemeente heeft elk contact, het signaal, de melding en de overdracht")

    # -- within --------------------------------------------------------------------------------------------------

    def _lees(self, soort: type[E]) -> list[E]:
        with self.laptop.sessie.plek.store.read() as lezer:
            return lezer.find(soort)

    def _tot_dossier(self) -> None:
        tot(lambda: self.hand.ziet("dossier"), "Het dossier gaat niet open.")
        self.laptop.rust()

    def _papier(self) -> str:
        bladen = self.laptop.venster().findChildren(PageView)
        return " ".join(" ".join(blad.accessibleDescription().split()) for blad in bladen if blad.isVisible())
