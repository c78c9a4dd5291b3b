"""The rules of a record hold for what comes back into it as well, when an act is taken back or done again."""

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.bijlage import Bijlage, check_bijlage
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.deelname import check_deelname
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.onderzoek import Onderzoek, check_identiteit
from kernnetwerk_app.domain.plan import Afspraak, Doel, check_afspraak, check_doel
from kernnetwerk_app.domain.relatie import Relatie, check_relatie
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
