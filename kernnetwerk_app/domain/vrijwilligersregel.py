"""A line of the plan that a volunteer does: whom they fall back on, until when, and what not (NET-11 to NET-14)."""

from collections.abc import Iterable
from datetime import date

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.plan import Afspraak, Wie
from kernnetwerk_app.domain.tekst import is_leeg

_GENOEG = 8
"""So many letters of a word say which word it is: medicijn, medicijnen."""


class KritischeTaak(KernnetwerkError):
    """A task of the list *kritische taken* is not for a volunteer (NET-13, a hard stop)."""

    code = "plan.kritische_taak"


class VrijwilligerZonderAchtervang(KernnetwerkError):
    """A volunteer can fall back on somebody by name, and knows how to reach them (NET-12, a hard stop)."""

    code = "plan.zonder_achtervang"


class VrijwilligerZonderEinde(KernnetwerkError):
    """Structural long-lasting care does not rest on a volunteer (NET-14, a hard stop)."""

    code = "plan.vrijwilliger_zonder_einde"


class VrijwilligerTeLang(KernnetwerkError):
    """The same beyond the time that the municipality has set."""

    code = "plan.vrijwilliger_te_lang"


def is_kritisch(tekst: str, taken: Iterable[str]) -> bool:
    """Whether all words of one of these tasks stand in this text, in any order and also with an ending."""
    woorden = {woord.strip(".,;:!?()\"'").casefold() for woord in tekst.split()}
    return any(all(_staat_er(deel, woorden) for deel in taak.casefold().split()) for taak in taken)


def check_taak(afspraak: Afspraak, taken: Iterable[str]) -> None:
    """Refuse a volunteer for a task that is not for one."""
    if afspraak.wie is Wie.VRIJWILLIGER and is_kritisch(afspraak.tekst, taken):
        raise KritischeTaak


def check_einde(afspraak: Afspraak, uiterlijk: date) -> None:
    """Refuse an end that lies after `uiterlijk`, the last day that the municipality allows."""
    if afspraak.wie is Wie.VRIJWILLIGER and afspraak.eind_datum is not None and afspraak.eind_datum > uiterlijk:
        raise VrijwilligerTeLang


def check_vrijwilliger(afspraak: Afspraak, taken: Iterable[str], uiterlijk: date) -> None:
    """Refuse a volunteer line that cannot be active as it is; a line of somebody else always can."""
    if afspraak.wie is not Wie.VRIJWILLIGER:
        return
    check_taak(afspraak, taken)
    if afspraak.eind_datum is None:
        raise VrijwilligerZonderEinde
    check_einde(afspraak, uiterlijk)
    if is_leeg(afspraak.achtervang) or is_leeg(afspraak.achtervang_bereik):
        raise VrijwilligerZonderAchtervang


def _staat_er(deel: str, woorden: Iterable[str]) -> bool:
    return any(woord == deel or (len(deel) >= _GENOEG and woord.startswith(deel[:_GENOEG])) for woord in woorden)
