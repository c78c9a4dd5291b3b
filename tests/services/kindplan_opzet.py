"""A child of parted parents: Mia belongs to her mother's household, lives with her father every other week, and both
have the gezag. Each household has a dossier, and things in it that are no business of the other.
"""

from dataclasses import dataclass, replace
from uuid import UUID

from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.domain.verblijf import Verblijf
from kernnetwerk_app.services import kindplan, mensen
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.werkplek import Werkplek
from tests.services.opzet import Dossier, begin_dossier

VADER = "Piet Proefpersoon"
VAN_MOEDER = "Ik slaap slecht door de scheiding."
STRAAT = "Schuilpad"


@dataclass(frozen=True, slots=True)
class TweeHuizen:
    moeder: Dossier
    vader: Dossier
    kind: Inwoner

    @property
    def plek(self) -> Werkplek:
        return self.moeder.plek

    def op(self, plek: Werkplek) -> "TweeHuizen":
        """The same two on a copy of the laptop."""
        return TweeHuizen(replace(self.moeder, plek=plek), replace(self.vader, plek=plek), self.kind)

    def begin(self) -> Dossier:
        """The own plan of the child, as a dossier to act on."""
        plan_id, _ = kindplan.begin(self.plek, self.kind.id)
        return Dossier(self.plek, self.moeder.huishouden_id, self.moeder.melding_id, self.moeder.gesprek_id, plan_id)


def twee_huizen(plek: Werkplek, geboren: str = "2018-05-01") -> TweeHuizen:
    moeder, vader = begin_dossier(plek), begin_dossier(plek)
    thuis = moeder.huishouden_id
    leg_vast(plek, Inwoner, thuis, "Mia", rol=RolInHuishouden.KIND, geboortedatum=geboren)
    leg_vast(plek, Inwoner, thuis, "Stiefan", rol=RolInHuishouden.PARTNER)
    with plek.store.write() as werk:
        kind = next(mens for mens in werk.find(Inwoner, huishouden_id=thuis) if mens.voornamen == "Mia")
        werk.change(werk.get(Huishouden, thuis), straat=STRAAT, huisnummer="7")
        piet = hoofdpersoon(werk, vader.huishouden_id)
        werk.change(piet, voornamen="Piet", tussenvoegsel=None, achternaam="Proefpersoon")
        werk.commit("test.opzet", thuis)
    for wie, naam in ((_wie(plek, thuis), None), (None, VADER)):
        velden = {"inwoner_id": kind.id, "ander_id": wie, "ander_naam": naam, "relatie": "ouder", "gezag": Gezag.JA}
        mensen.leg_vast(plek, Relatie, thuis, velden)
    velden = {"inwoner_id": kind.id, "elders_id": vader.huishouden_id, "wanneer": "om de week"}
    mensen.leg_vast(plek, Verblijf, thuis, velden)
    moeder.typ("huisvesting.lastig", VAN_MOEDER)
    return TweeHuizen(moeder, vader, kind)


def leg_vast(plek: Werkplek, soort: type[Inwoner], huishouden_id: UUID, naam: str, **velden: object) -> None:
    mensen.leg_vast(plek, soort, huishouden_id, {"voornamen": naam, "achternaam": "Voorbeeld", **velden})


def _wie(plek: Werkplek, huishouden_id: UUID) -> UUID:
    with plek.store.read() as lezer:
        return hoofdpersoon(lezer, huishouden_id).id
