"""An afternoon at one kitchen table: a household of four, two laws, a parent elsewhere, and one who does too much."""

from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.klok import AMSTERDAM, Klok
from kernnetwerk_app.ui.theme import Theme
from tests.werkdag import eenvoudig, gezin_stappen, papier_stappen, plan_stappen, tafel_stappen, teken_stappen
from tests.werkdag.gemeentehuis import Gemeentehuis
from tests.werkdag.gezin import ACHTERNAAM, VRAAG
from tests.werkdag.hand import enige, klopt, tot
from tests.werkdag.laptop import Laptop
from tests.werkdag.lijn import Lijn
from tests.werkdag.plaatsen import KAART
from tests.werkdag.verslag import Verslag

BEGIN = datetime(2027, 4, 20, 12, 30, tzinfo=AMSTERDAM)
WACHTZIN = "lamp brood rivier sjaal noot"
KERN = "Voorbeelderveen"
DEEL = "de middag"


class Middag:
    """One laptop without a line, from the question to the paper on the table."""

    def __init__(self, map_: Path, verslag: Verslag, theme: Theme, tempo: int = 0) -> None:
        self.map, self.verslag = map_, verslag
        self.klok = Klok(BEGIN)
        self.lijn = Lijn()
        self.laptop = Laptop("de laptop", map_ / "laptop", self.klok, theme, tempo)
        self.hand = self.laptop.hand
        self._huis: Gemeentehuis | None = None
        self.huishouden_id = UUID(int=0)

    def play(self) -> None:
        """The whole afternoon; `WerkdagMislukt` with one sentence that names the step."""
        self.verslag.count_keys(DEEL, lambda: self.hand.toetsen)
        try:
            self.verslag.speel(
                (
                    self._koppel,
                    self._eenvoudig,
                    self._melding,
                    self._gezin,
                    self._gesprek,
                    self._onderzoek,
                    self._mantelzorger,
                    self._plan,
                    self._keukentafel,
                    self._bijlage,
                    self._delen,
                    self._teken,
                    self._papierweg,
                    self._papieren,
                )
            )
        finally:
            if self._huis is not None:
                self._huis.close()

    def close(self) -> None:
        """Lock the laptop."""
        self.laptop.sluit()
        self.lijn.sluit()

    # -- before the afternoon --------------------------------------------------------------------------------------

    def _koppel(self) -> None:
        v = self.verslag
        v.stap("Een laptop koppelen, en dan op pad zonder verbinding")
        self._huis = huis = Gemeentehuis(self.map / "gemeentehuis-middag", "oefenen", self.klok)
        huis.code_for("Joris Proefstra")
        huis.lay_down_kaart([[deel.format(kern=KERN) for deel in regel] for regel in KAART])
        self.lijn.verbind(huis.adres)
        self.laptop.app.show()
        self.laptop.rust()
        self.laptop.koppel(self.lijn.adres, huis.code_for("Sanne Modelman"), WACHTZIN, huis.approve)
        self.lijn.verbind(None)
        v.klopt(bool(self.laptop.sessie.plek.profiel.naam), "de laptop werkt zoals de gemeente het afsprak")

    def _eenvoudig(self) -> None:
        eenvoudig.speel(self.laptop, self.verslag, KERN)
        self.klok.advance(timedelta(minutes=30))

    # -- 13.00, the farm -------------------------------------------------------------------------------------------

    def _melding(self) -> None:
        v, hand = self.verslag, self.hand
        v.stap("De vraag van een gezin, in hun woorden")
        hand.klik("rail.melding")
        hand.typ("vraag", VRAAG)
        for veld, tekst in (("voornamen", "Henk"), ("achternaam", ACHTERNAAM), ("straat", "Bedachte Dijk")):
            hand.typ(veld, tekst)
        hand.typ("huisnummer", "12")
        hand.typ("kern", KERN, wis=True)
        hand.klik("neem_aan")
        tot(lambda: hand.ziet("dossier"), "Na de melding gaat het dossier niet open.")
        self.laptop.rust()
        with self.laptop.sessie.plek.store.read() as lezer:
            melding = enige([m for m in lezer.find(Melding) if m.vraag == VRAAG], "melding met deze vraag")
        klopt(melding.huishouden_id is not None, "De melding hoort bij geen huishouden.")
        self.huishouden_id = melding.huishouden_id or self.huishouden_id
        v.klopt(
            melding.contactpersoon_id == self.laptop.sessie.plek.medewerker.id, "zij krijgen een vaste contactpersoon"
        )

    def _gezin(self) -> None:
        gezin_stappen.leg_gezin_vast(self.laptop, self.verslag, self.huishouden_id)
        gezin_stappen.vraag_veiligheid(self.laptop, self.verslag, self.huishouden_id)

    def _gesprek(self) -> None:
        tafel_stappen.voer_gesprek(self.laptop, self.verslag, self.huishouden_id)

    def _onderzoek(self) -> None:
        tafel_stappen.bekijk(self.laptop, self.verslag, self.huishouden_id)

    def _mantelzorger(self) -> None:
        gezin_stappen.teken_netwerk(self.laptop, self.verslag, self.huishouden_id)
        gezin_stappen.meet_mantelzorger(self.laptop, self.verslag, self.huishouden_id)

    def _plan(self) -> None:
        plan_stappen.maak_plan(self.laptop, self.verslag, self.huishouden_id)

    def _keukentafel(self) -> None:
        tafel_stappen.draai_het_scherm(self.laptop, self.verslag, self.huishouden_id)

    def _bijlage(self) -> None:
        teken_stappen.bewaar_foto(self.laptop, self.verslag, self.huishouden_id, self.map)

    def _delen(self) -> None:
        teken_stappen.deel(self.laptop, self.verslag, self.huishouden_id)

    def _teken(self) -> None:
        self.klok.advance(timedelta(hours=1))
        teken_stappen.teken(self.laptop, self.verslag, self.huishouden_id)

    def _papierweg(self) -> None:
        teken_stappen.lees_papier_terug(self.laptop, self.verslag, self.huishouden_id, self.map)

    # -- 16.00, everything on paper --------------------------------------------------------------------------------

    def _papieren(self) -> None:
        papier_stappen.plan_bezoek(self.laptop, self.verslag, self.huishouden_id)
        papier_stappen.beantwoord_verzoek(self.laptop, self.verslag, self.huishouden_id)
        te_laat_id = papier_stappen.vind_oude_vraag(self.laptop, self.verslag)
        papier_stappen.maak_aanpak(self.laptop, self.verslag, te_laat_id)
        papier_stappen.maak_alles(self.laptop, self.verslag, self.huishouden_id, te_laat_id, KERN)
