"""*Afschrift verstrekt op*: to whom the verslag of one melding went, and to whom it goes yet."""

from uuid import UUID

from kernnetwerk_app.domain.bezorging import Bezorging, Stuksoort
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.verstrekking import Verstrekking
from kernnetwerk_app.services.verstrekking import plan_gegeven
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load


def is_gedaan(lezer: Lezer, een: Bezorging) -> bool:
    """Whether it was delivered, and the note of that was not taken back since."""
    if een.gedaan_datum is None:
        return False
    noot = lezer.find_one(Verstrekking, een.verstrekking_id) if een.verstrekking_id is not None else None
    return noot is None or not noot.ingetrokken


def regels(lezer: Lezer, huishouden_id: UUID, melding: Melding) -> tuple[str, ...]:
    """For on the paper itself, in sentences: to whom it went and how, or has to go; and since when the resident has the
    plan that answers the same question, in hand. Who holds it in hand and was never noted down reads nothing of
    that: it would not be true there.
    """
    t, wijzen, onbekend = load("verslag"), load("bezorging").groep("wijze"), load("bezorging")("onbekend")
    alle = lezer.find(Bezorging, huishouden_id=huishouden_id, stuk=Stuksoort.VERSLAG)
    zinnen = []
    for een in (een for een in alle if een.van_id == melding.id and een.vervallen_datum is None):
        naam = een.voor_naam or onbekend
        if is_gedaan(lezer, een) and een.gedaan_datum is not None:
            wijze = wijzen[(een.gedaan_wijze or een.wijze).name.lower()]
            dag = datum_lang(een.gedaan_datum, jaar=True)
            zinnen.append(t("afschrift.gegeven", datum=dag, wijze=wijze, naam=naam))
        else:
            zinnen.append(t("afschrift.nog", naam=naam, wijze=wijzen[een.wijze.name.lower()]))
    gegeven = plan_gegeven(lezer, melding)
    if gegeven is not None:
        sleutel = "afschrift.plan" if gegeven.genoteerd else "afschrift.plan_getekend"
        zinnen.append(t(sleutel, datum=datum_lang(gegeven.datum, jaar=True)))
    return tuple(zinnen)
