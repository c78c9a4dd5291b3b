"""Whether what waits may still go to who would get it, and what is said of that; and whether it is here at all.

That somebody got it on a day is a fact, whatever holds today: these say what to print and what to look at, and refuse
nobody to write that day down.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.bezorging import VAN_EEN, VAN_VERSIE, Stuk, Stuksoort
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.domain.verzoek import Verzoek
from kernnetwerk_app.services import stukken
from kernnetwerk_app.services.bezorglijst import Bezorgregel
from kernnetwerk_app.services.getekend import versie_van
from kernnetwerk_app.services.lezers import Lezend
from kernnetwerk_app.services.lezersleutel import zelfde_lezer
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import BestaatNiet, Lezer
from kernnetwerk_app.teksten import load

_VAN: Mapping[Stuksoort, type[Entiteit]] = {
    Stuksoort.CONCEPT: Ondersteuningsplan,
    Stuksoort.VERSLAG: Melding,
    Stuksoort.STAPPENKAART: Melding,
    Stuksoort.ZELF_AANVRAGEN: Melding,
    Stuksoort.MANTELZORG: Relatie,
    Stuksoort.TOESTEMMING: Toestemming,
    Stuksoort.TAKEN: Toestemming,
    Stuksoort.ANTWOORD: Verzoek,
    Stuksoort.AFSPRAAK: Contact,
    **dict.fromkeys(VAN_EEN, Inwoner),
}
"""What a paper is of, where that is a record; of `VAN_VERSIE` it is a version."""
_VOORBIJ = frozenset({Stuksoort.AFSPRAAK, Stuksoort.ZELF_AANVRAGEN})
"""What stops by itself, for every reader: the visit was there, and the letter did its work."""


@dataclass(frozen=True, slots=True)
class Wachtstand:
    """How it stands today with what waits. `sleutel`: of who reads it, as they are known now; `zin`: what the list and
    the form of *Het is bezorgd* say of it, empty where there is nothing to say.
    """

    sleutel: str
    mag: bool = True
    onderweg: bool = False
    """It is of something that did not come to this laptop yet, so that nobody knows whether it may go."""
    zin: str = ""


def stand(plek: Werkplek, lezer: Lezer, regel: Bezorgregel) -> Wachtstand:
    """Whether it may go to this reader today, and whether it is the outcome that one gives with it."""
    sleutel, stuk = regel.bezorging.lezer, regel.stuk
    t = load("bezorging").met(plek.profiel.zeg)
    onderweg = Wachtstand(sleutel, onderweg=True, zin=t("regel.onderweg"))
    if is_onderweg(lezer, stuk):
        return onderweg
    with suppress(BestaatNiet):
        wie = stukken.lezers(plek, lezer, stuk)
        nu, vervangen = vind_lezer(lezer, wie, sleutel), zin_vervangen(regel.vervangen)
        if nu is not None:
            return Wachtstand(nu.sleutel, zin=vervangen)
        # Where it says what one can do so that it may go, it is not said that it need not go.
        waarom = waarom_niet(plek, lezer, stuk, wie, sleutel)
        voorbij = t("regel.voorbij" if stuk.soort in _VOORBIJ else "regel.niet_meer")
        zinnen = (waarom or voorbij, t("regel.toen"), "" if waarom else t("regel.anders"), vervangen)
        return Wachtstand(sleutel, mag=False, zin=" ".join(filter(None, zinnen)))
    return onderweg


def zin_vervangen(vanaf: date | None) -> str:
    """That there is a newer version since this day, and what one gives with the older one; empty where there is not."""
    return "" if vanaf is None else load("bezorging")("regel.vervangen", datum=datum_kort(vanaf))


def is_onderweg(lezer: Lezer, stuk: Stuk) -> bool:
    """Whether what this paper is of did not come to this laptop yet, as a signature that a colleague still has."""
    if stuk.van_id is None:
        return False
    if stuk.soort in VAN_VERSIE:
        versie_id = versie_van(lezer, stuk.soort, stuk.van_id)
        return versie_id is None or not lezer.find(PlanVersie, zonder=("inhoud",), id=versie_id)
    soort = _VAN.get(stuk.soort)
    return soort is not None and lezer.find_one(soort, stuk.van_id) is None


def vind_lezer(lezer: Lezer, wie: Sequence[Lezend], sleutel: str) -> Lezend | None:
    """Whom of these this key names, also by another record of the same person; None where they are not there."""
    return next((een for een in wie if zelfde_lezer(lezer, een.sleutel, sleutel)), None)


def waarom_niet(plek: Werkplek, lezer: Lezer, stuk: Stuk, wie: Sequence[Lezend], sleutel: str) -> str:
    """Why the reader with this key, or anybody where there is none, does not get it; empty where they do."""
    if vind_lezer(lezer, wie, sleutel) is not None:
        return ""
    niet = stukken.nog_niet(plek, lezer, stuk)
    return next((een.waarom_niet for een in niet if not sleutel or zelfde_lezer(lezer, een.sleutel, sleutel)), "")
