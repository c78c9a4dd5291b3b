"""The end of words: of signals, of the light contacts they came from, of worries, and of files that were taken away
(AVG art. 5 lid 1 onder e).

Everything goes by operations, so that all laptops do it; the log itself loses the values with the erase that comes with
the vault. Only a laptop that heard from the others since that day knows that nobody went on with something.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.base import Entiteit, eenheden
from kernnetwerk_app.domain.bezorgdheid import Bezorgdheid
from kernnetwerk_app.domain.inloopcontact import EENHEID_NAAM, GEEN_NAAM, Gevolg, Inloopcontact
from kernnetwerk_app.domain.inloopcontact import gewist as contact_gewist
from kernnetwerk_app.domain.lijst import Keuze, Keuzelijst
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.signaal import (
    LIJST_VAN,
    Signaal,
    bewaren_tot,
    einde_bewaren,
    gewist,
    melder_gewist,
    melder_tot,
)
from kernnetwerk_app.klok import AMSTERDAM
from kernnetwerk_app.oplog.siblings import bases_for_resolution
from kernnetwerk_app.oplog.units import decode, encode
from kernnetwerk_app.services import bezorgdheid, bijlage, conflict, inloopcontact
from kernnetwerk_app.services.signaal import concept_sleutel, concept_uit, vergeet_melder
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.unit_of_work import UnitOfWork

Leeg = Mapping[int, Mapping[str, Any]]
"""By merge unit the fields as they stand when the words are gone."""


def ruim_op(plek: Werkplek) -> Changes | None:
    """Take away the words of which the term is over; None when there was nothing. A volunteer's laptop never does.

    What a colleague wrote meanwhile in something that was wiped goes too, and what was being typed in it here: it could
    not be saved any more.
    """
    if not plek.mag_dossiers:
        return None
    bijlage.ruim_op(plek)
    in_beeld = bezorgdheid.breng_in_beeld(plek)
    with plek.store.write() as werk:
        gehoord = datetime.fromtimestamp(werk.meta().laatst_verstuurd_ms / 1000, AMSTERDAM).date()
        veeg = _Veeg(plek, werk, min(plek.vandaag, gehoord))
        veeg.signalen()
        veeg.contacten()
        veeg.zorgen()
        changes = werk.commit("signaal.gewist") if werk.wrote or veeg.half_getypt else None
    return changes | in_beeld if changes and in_beeld else changes or in_beeld


@dataclass(slots=True)
class _Veeg:
    """One round; `grens` is the last day of which this laptop knows what colleagues did."""

    plek: Werkplek
    werk: UnitOfWork
    grens: date
    half_getypt: bool = False
    """Whether a form that nobody handed in was forgotten."""

    def signalen(self) -> None:
        profiel = self.plek.profiel
        maanden, kernen = profiel.signaal_bewaar_maanden, {"kern": _kernen(profiel)}
        lijsten = {veld: profiel.lijst(naam) for veld, naam in LIJST_VAN.items()} | kernen
        for signaal in self.werk.find(Signaal):
            if self._is_voorbij(bewaren_tot(signaal, maanden)) or (signaal.is_gewist and not signaal.is_in_dossier):
                self._wis(signaal, gewist(signaal, self.plek.vandaag, lijsten))
                self._vergeet(concept_sleutel(signaal.id), inloopcontact.melding_concept(signaal.id))
            elif self._is_voorbij(melder_tot(signaal, maanden)):
                contact = self.werk.find_one(Inloopcontact, signaal.inloopcontact_id)
                self.half_getypt |= vergeet_melder(self.werk, signaal, contact)
                self._wis(self.werk.get(Signaal, signaal.id), melder_gewist(signaal, lijsten))

    def contacten(self) -> None:
        profiel = self.plek.profiel
        lijsten = inloopcontact.lijsten(profiel) | {"kern": _kernen(profiel)}
        for contact in self.werk.find(Inloopcontact, gevolg=Gevolg.SIGNAAL):
            los = contact.gevolg_id is None
            eigen_einde = einde_bewaren(contact.datum, profiel.signaal_bewaar_maanden)
            if (los and self._is_voorbij(eigen_einde)) or self._is_signaal_weg(contact.gevolg_id):
                self._wis(contact, _leeg(Inloopcontact, contact_gewist(contact, lijsten)))
                self._vergeet(inloopcontact.concept_sleutel(contact.id), inloopcontact.melding_concept(contact.id))
                self._vergeet(concept_uit(contact.id))
            else:
                self._maak_naamloos(contact)

    def zorgen(self) -> None:
        """An unread worry waits for who it is for: its term runs from the day that it stood on their laptop."""
        kernen, maanden = _kernen(self.plek.profiel), self.plek.profiel.signaal_bewaar_maanden
        for zorg in self.werk.find(Bezorgdheid):
            gezien = [dag for dag in (zorg.in_beeld_datum, zorg.opgepakt_datum) if dag is not None]
            voorbij = bool(gezien) and self._is_voorbij(einde_bewaren(max(zorg.datum, *gezien), maanden))
            if voorbij or zorg.is_gewist or self._is_signaal_weg(zorg.signaal_id):
                kern = zorg.kern if kernen.find(zorg.kern) else None
                self._wis(zorg, _leeg(Bezorgdheid, {"zorg": "", "over": None, "kern": kern}))
                self._vergeet(concept_uit(zorg.id))

    def _maak_naamloos(self, contact: Inloopcontact) -> None:
        """Of two laptops one wrote a name in a contact, and the other made a signal without a name of it: the name
        goes, in every version, and the two let go of each other (SIG-04).
        """
        signaal = self.werk.find_one(Signaal, contact.gevolg_id)
        is_anoniem = signaal.anoniem if signaal is not None else contact.gevolg_id is None
        if is_anoniem and self._staat_er_een_naam(contact):
            self._wis(contact, _leeg(Inloopcontact, {**GEEN_NAAM, "gevolg": Gevolg.SIGNAAL, "gevolg_id": None}))
            inloopcontact.vergeet_getypt(self.werk, contact.id)
            if signaal is not None:
                self.werk.change(signaal, inloopcontact_id=None)

    def _staat_er_een_naam(self, contact: Inloopcontact) -> bool:
        koppen = self.werk.koppen(contact.id).get(EENHEID_NAAM, [])
        namen = (decode(Inloopcontact, EENHEID_NAAM, kop.waarde) for kop in koppen)
        return any(naam.get("voornamen") or naam.get("achternaam") for naam in namen)

    def _is_voorbij(self, tot: date | None) -> bool:
        return tot is not None and tot <= self.grens

    def _is_signaal_weg(self, signaal_id: UUID | None) -> bool:
        """Whether the words of the signal that was made of it are gone; one that is not here says nothing."""
        signaal = self.werk.find_one(Signaal, signaal_id)
        return signaal is not None and signaal.is_gewist

    def _vergeet(self, *sleutels: str) -> None:
        """What was being typed in it, or made of it, and not handed in."""
        for sleutel in sleutels:
            self.half_getypt |= bool(self.werk.concept(sleutel))
            self.werk.keep_concept(sleutel, {})

    def _wis(self, entiteit: Entiteit, leeg: Leeg) -> None:
        """Every unit in which a word still stands, in whatever version of it, says nothing any more."""
        koppen = self.werk.koppen(entiteit.id)
        for eenheid, velden in leeg.items():
            waarde = encode(entiteit.model_copy(update=dict(velden)), eenheid)
            staat_er = koppen.get(eenheid, [])
            if any(kop.waarde != waarde for kop in staat_er) or (not staat_er and "verwijderd_datum" in velden):
                nu = self.werk.get(type(entiteit), entiteit.id)
                self.werk.resolve(nu, eenheid, bases_for_resolution(staat_er), **velden)
                self._vergeet(conflict.concept_sleutel(entiteit.id, eenheid))


def _leeg(soort: type[Entiteit], velden: Mapping[str, Any]) -> Leeg:
    return {
        nummer: {veld: velden[veld] for veld in namen if veld in velden}
        for nummer, namen in eenheden(soort).items()
        if any(veld in velden for veld in namen)
    }


def _kernen(profiel: Gemeenteprofiel) -> Keuzelijst:
    """The kernen as a list: own words in that field may say about whom it is."""
    keuzes = tuple(Keuze(kern.naam, kern.naam) for kern in profiel.kernen)
    return Keuzelijst("kernen", 1, "", "", open=True, keuzes=keuzes)
