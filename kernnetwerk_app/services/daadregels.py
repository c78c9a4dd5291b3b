"""When an act is taken back or done again: which one stays for what others go by, and the rules of a record for what
comes back into it.
"""

from collections.abc import Mapping
from datetime import date

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.bijlage import Bijlage, check_bijlage
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.deelname import check_deelname, is_zonder_inwoner
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.mantelzorg import Mantelzorg
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.onderzoek import Onderzoek, check_identiteit
from kernnetwerk_app.domain.plan import Afspraak, Doel, check_afspraak, check_doel
from kernnetwerk_app.domain.relatie import Relatie, check_relatie, grenzen_voorbij
from kernnetwerk_app.oplog.units import build
from kernnetwerk_app.services.planerf import check_toezegging
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer


def check_weer(plek: Werkplek, lezer: Lezer, record: Entiteit) -> None:
    """Refuse the record as it would stand then. Raises what its own check raises."""
    match record:
        case Doel():
            check_doel(record)
        case Afspraak():
            check_afspraak(record)
            check_toezegging(plek, record)
        case Onderzoek():
            check_identiteit(record, plek.vandaag, lezer.get(Melding, record.melding_id).ontvangen_datum)
        case Relatie():
            check_relatie(record)
        case Contact():
            check_deelname(record)
        case Bijlage():
            check_bijlage(record, plek.vandaag)
        case _:
            pass


def raakt_anderen(nu: Entiteit | None, voor: Mapping[str, object], na: Mapping[str, object], vandaag: date) -> bool:
    """Whether others go by something else as soon as these fields of the record `nu` stand as `voor` instead of as
    `na`: what follows from all of it today is compared, and not which field was written.
    """
    if nu is None or "weg_datum" in na:  # taken away by mistake
        return False
    eerst, daarna = (build(type(nu), nu.id, {**nu.model_dump(), **velden}) for velden in (voor, na))
    return _gaan_uit_van(eerst, vandaag) != _gaan_uit_van(daarna, vandaag)


def _gaan_uit_van(record: Entiteit | None, vandaag: date) -> tuple[object, ...]:
    """For whom a bijlage is and whether it goes with the plan, whether the resident may read who took part in a talk,
    who decides by how old somebody is and whose question it is, with whom a mantelzorger shares what they told
    (NET-05), who carries an onderzoek out, and who may be called, may speak for somebody or decides (NET-04, NET-17,
    Jeugdwet art. 7.3.4). Of a relation also what they are to one another, by which a partner or a curator is known
    (`lezers`), and where it says such a thing also whose it is, by which number, and whether it is over.
    """
    match record:
        case Bijlage():
            return record.voor_wie, record.inwoner_id, record.bij_plan
        case Contact():
            return (is_zonder_inwoner(record),)
        case Inwoner():
            return record.rol, grenzen_voorbij(record, vandaag)
        case Mantelzorg():
            return record.delen, record.delen_met, record.inwoner_mag_zien
        case Onderzoek():
            return (record.uitvoerder_id,)
        case Relatie():
            mag = (record.gezag, record.mag_benaderd, record.niet_benaderen, record.vertrouwensrechten)
            wie = (record.inwoner_id, record.ander_id, record.ander_naam, record.hulpsoort)
            nadere = (*wie, record.telefoon, record.eind_datum) if any(mag) or record.mag_gebeld else ()
            return record.mag_gebeld, record.relatie, *mag, *nadere
        case _:
            return ()
