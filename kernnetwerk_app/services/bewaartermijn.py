"""The end of words: of signals, of the light contacts they came from, and of worries (AVG art. 5 lid 1 onder e).

Everything goes by operations, so that all laptops do it; the log itself loses the values with the erase that comes with
the vault. Only a laptop that heard from the others since that day knows that nobody went on with something.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from kernnetwerk_app.domain.base import Entiteit, eenheden
from kernnetwerk_app.domain.bezorgdheid import Bezorgdheid
from kernnetwerk_app.domain.inloopcontact import GEEN_NAAM, Gevolg, Inloopcontact
from kernnetwerk_app.domain.signaal import LIJST_VAN, Signaal, bewaren_tot, einde_bewaren, gewist
from kernnetwerk_app.klok import AMSTERDAM
from kernnetwerk_app.oplog.siblings import bases_for_resolution
from kernnetwerk_app.oplog.units import encode
from kernnetwerk_app.services.signaal import concept_sleutel
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork

Leeg = Mapping[int, Mapping[str, Any]]
"""By merge unit the fields as they stand when the words are gone."""


def _leeg(soort: type[Entiteit], **velden: Any) -> Leeg:
    return {
        nummer: {veld: velden[veld] for veld in namen if veld in velden}
        for nummer, namen in eenheden(soort).items()
        if any(veld in velden for veld in namen)
    }


_CONTACT = _leeg(Inloopcontact, vraag="", gevolg_id=None, **GEEN_NAAM)
_ZORG = _leeg(Bezorgdheid, zorg="", over=None)


def ruim_op(plek: Werkplek) -> Changes | None:
    """Take away the words of which the term is over; None when there was nothing. A volunteer's laptop never does.

    What a colleague wrote meanwhile in something that was wiped goes too, and what was being typed in it here: it could
    not be saved any more.
    """
    if not plek.mag_dossiers:
        return None
    lijsten = {veld: plek.profiel.lijst(naam) for veld, naam in LIJST_VAN.items()}
    half_getypt = False
    with plek.store.write() as werk:
        gehoord = datetime.fromtimestamp(werk.meta().laatst_verstuurd_ms / 1000, AMSTERDAM).date()
        grens, maanden = min(plek.vandaag, gehoord), plek.profiel.signaal_bewaar_maanden
        for signaal in werk.find(Signaal):
            if _is_voorbij(bewaren_tot(signaal, maanden), grens) or (signaal.is_gewist and not signaal.is_in_dossier):
                _wis(werk, signaal, gewist(signaal, plek.vandaag, lijsten))
                half_getypt |= bool(werk.concept(concept_sleutel(signaal.id)))
                werk.keep_concept(concept_sleutel(signaal.id), {})
        for contact in werk.find(Inloopcontact, gevolg=Gevolg.SIGNAAL):
            los = contact.gevolg_id is None and _is_voorbij(einde_bewaren(contact.datum, maanden), grens)
            if los or _is_signaal_weg(werk, contact.gevolg_id):
                _wis(werk, contact, _CONTACT)
        for zorg in werk.find(Bezorgdheid):
            vanaf = max(zorg.datum, zorg.opgepakt_datum or zorg.datum)
            if _is_voorbij(einde_bewaren(vanaf, maanden), grens) or _is_signaal_weg(werk, zorg.signaal_id):
                _wis(werk, zorg, _ZORG)
        return werk.commit("signaal.gewist") if werk.wrote or half_getypt else None


def _is_voorbij(tot: date | None, grens: date) -> bool:
    return tot is not None and tot <= grens


def _is_signaal_weg(lezer: Lezer, signaal_id: Any) -> bool:
    """Whether the words of the signal that was made of it are gone; one that this laptop does not have says nothing."""
    signaal = lezer.find_one(Signaal, signaal_id)
    return signaal is not None and signaal.is_gewist


def _wis(werk: UnitOfWork, entiteit: Entiteit, leeg: Leeg) -> None:
    """Every unit in which a word still stands, in whatever version of it, says nothing any more."""
    koppen = werk.koppen(entiteit.id)
    for eenheid, velden in leeg.items():
        waarde = encode(entiteit.model_copy(update=dict(velden)), eenheid)
        staat_er = koppen.get(eenheid, [])
        if any(kop.waarde != waarde for kop in staat_er) or (not staat_er and "verwijderd_datum" in velden):
            werk.resolve(werk.get(type(entiteit), entiteit.id), eenheid, bases_for_resolution(staat_er), **velden)
