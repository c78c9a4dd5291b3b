"""Whether what waits may still be given to who would get it, asked when somebody looks and when it was delivered."""

from collections.abc import Sequence
from contextlib import suppress

from kernnetwerk_app.domain.bezorging import VAN_VERSIE, NietMeerVoorLezer, Stuk, Stuksoort
from kernnetwerk_app.domain.vertrouwen import is_voor_vertrouwd
from kernnetwerk_app.services import stukken
from kernnetwerk_app.services.bezorglijst import Bezorgregel
from kernnetwerk_app.services.lezers import Lezend
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import BestaatNiet, Lezer


def mag_nog(plek: Werkplek, lezer: Lezer, regel: Bezorgregel) -> bool:
    """Whether this reader may have this paper today; also True where a part of its dossier is still on its way."""
    with suppress(BestaatNiet):
        return stukken.lezer_van(plek, lezer, regel.stuk, regel.bezorging.lezer) is not None
    return True


def is_uitkomst(regel: Bezorgregel) -> bool:
    """Whether the six weeks can end at it: that somebody got it then is a fact, whoever decides today."""
    een = regel.bezorging
    return een.stuk in {*VAN_VERSIE, Stuksoort.VERSLAG} and not is_voor_vertrouwd(een.lezer)


def check_nog(plek: Werkplek, lezer: Lezer, regel: Bezorgregel) -> None:
    """Raise `NietMeerVoorLezer` where it may not be given any more, as when a yes was taken back: it stays in the list
    until somebody says that it need not be given.
    """
    if not is_uitkomst(regel) and not mag_nog(plek, lezer, regel):
        raise NietMeerVoorLezer


def waarom_niet(plek: Werkplek, lezer: Lezer, stuk: Stuk, wie: Sequence[Lezend], sleutel: str) -> str:
    """Why the reader with this key, or anybody where there is none, does not get it; empty where they do."""
    if any(een.sleutel == sleutel for een in wie):
        return ""
    niet = stukken.nog_niet(plek, lezer, stuk)
    return next((een.waarom_niet for een in niet if sleutel in ("", een.sleutel)), "")
