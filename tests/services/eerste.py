"""A household just after its melding, on which the first steps are done through the services."""

from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain.eerste_vraagverheldering import EersteVraagverheldering, Veiligheid
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.overdracht import Overdrachtsoort
from kernnetwerk_app.services import eerste_vraagverheldering, overdracht, triage, typen, vraagverheldering
from kernnetwerk_app.services.eerste_vraagverheldering import EersteBeeld
from kernnetwerk_app.services.overdracht import NieuweOverdracht, OverdrachtBeeld
from kernnetwerk_app.services.triage import NieuweTriage, TriageBeeld
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import JORIS, VRAAG, nieuwe_melding

GEVRAAGD = {"vraag.waar_het_om_gaat": "Weer onder de mensen komen.", "vraag.al_geprobeerd": "Karin poetst elke week."}
REDEN = {"eerste.urgentie_reden": "Zij slaapt beneden op de bank."}


@dataclass(frozen=True, slots=True)
class Begin:
    """Each act goes through the services, with what the screen would have loaded."""

    plek: Werkplek
    huishouden_id: UUID
    melding_id: UUID

    def beeld(self) -> EersteBeeld:
        with self.plek.store.read() as lezer:
            return eerste_vraagverheldering.load(self.plek, lezer, self.huishouden_id)

    def typ(self, sleutel: str, tekst: str, beeld: EersteBeeld | None = None) -> None:
        """`beeld`: what the screen had loaded, where that is not what stands there now."""
        adres = (beeld or self.beeld()).gesprek.adressen[sleutel]
        typen.keep(self.plek, adres, tekst)
        typen.seal(self.plek, adres)

    def kies(self, veld: str, waarde: str | None, beeld: EersteBeeld | None = None) -> None:
        beeld = beeld or self.beeld()
        eerste_vraagverheldering.kies(self.plek, beeld.eerste, veld, waarde, beeld.bases)

    def stand(self, gebied: str, status: LeefgebiedStatus, reden: str, beeld: EersteBeeld) -> None:
        gesprek = beeld.gesprek
        stap = eerste_vraagverheldering.stap(self.plek, self.melding_id)
        hier, gesprek_id = self.huishouden_id, gesprek.vraagverheldering.id
        bases = gesprek.bases[gebied]
        vraagverheldering.kies_status(self.plek, hier, gesprek_id, gebied, status, reden, bases, stap=stap)

    def veilig(self, keuze: Veiligheid = Veiligheid.GEEN_ZORGEN, woorden: str = "") -> None:
        beeld, _ = eerste_vraagverheldering.open_veiligheid(self.plek, self.melding_id)
        eerste_vraagverheldering.kies_veiligheid(self.plek, self.melding_id, keuze, beeld.bases)
        if woorden:
            typen.keep(self.plek, beeld.adres, woorden)
            typen.seal(self.plek, beeld.adres)

    def breed(self) -> None:
        """A brede uitvraag: one life domain talked about, the others chosen to be left aside."""
        beeld = self.beeld()
        self.typ("huisvesting.lastig", "De trap is te steil.", beeld)
        for gebied in self.plek.profiel.leefgebieden.leefgebieden:
            if gebied.sleutel != "huisvesting":
                self.stand(gebied.sleutel, LeefgebiedStatus.NIET_AAN_DE_ORDE, "dat gaat goed", beeld)

    def volledig(self) -> None:
        """Everything that the minimal set asks for."""
        beeld = self.beeld()
        for sleutel, tekst in (GEVRAAGD | REDEN).items():
            self.typ(sleutel, tekst, beeld)
        for veld, waarde in {"urgentie": "deze_week", "inkomen": "gaat", "schulden": "gaat", "wonen": "zorgen"}.items():
            self.kies(veld, waarde, beeld)
        self.kies("uitkomst", "integrale_vraagverheldering", beeld)
        self.veilig()
        self.breed()

    def rond_af(self, reden: str | None = None) -> EersteVraagverheldering:
        beeld = self.beeld()
        eerste_vraagverheldering.rond_af(self.plek, beeld.eerste, reden, beeld.bases)
        return self.beeld().eerste

    def triage(self, plek: Werkplek | None = None) -> TriageBeeld:
        plek = plek or self.plek
        with plek.store.read() as lezer:
            return triage.load(plek, lezer, self.huishouden_id)

    def oordeel(self, invoer: NieuweTriage) -> UUID:
        return triage.stel_vast(self.plek, self.melding_id, invoer)[0]

    def overdrachten(self, plek: Werkplek | None = None) -> OverdrachtBeeld:
        plek = plek or self.plek
        with plek.store.read() as lezer:
            return overdracht.load(plek, lezer, self.huishouden_id)

    def bied_aan(
        self, *, naar: UUID | None = JORIS.id, team: str | None = None, zonder: str | None = None, grond: str = "wet"
    ) -> UUID:
        invoer = NieuweOverdracht(
            naar_id=naar, naar_team=team, reden="Joris kent de familie.", grond=grond, zonder_reden=zonder
        )
        return overdracht.bied_aan(self.plek, self.melding_id, invoer)[0]

    def leg_vast(self, wijze: Overdrachtsoort, **velden: str) -> UUID:
        return overdracht.bied_aan(self.plek, self.melding_id, NieuweOverdracht(wijze=wijze, **velden))[0]


def begin(plek: Werkplek, vraag: str = VRAAG) -> Begin:
    """A new household with its melding, and nothing else."""
    opgenomen = nieuwe_melding(plek, vraag)
    return Begin(plek, opgenomen.huishouden_id, opgenomen.melding_id)
