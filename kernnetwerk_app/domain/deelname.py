"""Who took part in a conversation: the resident always, others only as they wish, and an interpreter (OND-10)."""

from dataclasses import dataclass

from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import is_leeg


class DeelnameZonderInwoner(KernnetwerkError):
    """A conversation about somebody without them; passed with one line of reason."""

    code = "deelname.zonder_inwoner"


class NaastenNietGewenst(KernnetwerkError):
    """Nobody sits at the table whom the resident does not want there (OND-10, NET-04)."""

    code = "deelname.niet_gewenst"


class GesprekMoetNogKomen(KernnetwerkError):
    """A conversation that is still to come had nobody in it yet."""

    code = "deelname.in_toekomst"


class GesprekVoorMelding(KernnetwerkError):
    """What was said before the question came in is no conversation of its onderzoek, and would not be seen there."""

    code = "deelname.voor_melding"


WIE_ER_WAREN = frozenset({"aanwezig", "naasten", "tolk", "citaat_van", "bron"})
"""Fields of a contact that say who was there, and who said something."""


@dataclass(frozen=True, slots=True)
class Deelname:
    """Who took part in one conversation; `naasten` in the order in which they were written down."""

    inwoner: bool
    naasten: tuple[str, ...]
    tolk: str


def deelname_van(contact: Contact) -> Deelname | None:
    """None as long as nobody wrote it down."""
    if contact.inwoner_erbij is None:
        return None
    return Deelname(contact.inwoner_erbij, lees_namen(contact.naasten), contact.tolk or "")


def voor_inwoner(deelname: Deelname) -> Deelname:
    """What the resident may read of it: who sat there without them is not theirs to read, only that it was so."""
    return deelname if deelname.inwoner else Deelname(inwoner=False, naasten=(), tolk="")


def is_zonder_inwoner(contact: Contact) -> bool:
    """Whether somebody wrote down that the resident was not there; nothing written down is no such thing."""
    return contact.inwoner_erbij is False


def lees_namen(naasten: str | None) -> tuple[str, ...]:
    """The names in the one field that holds them."""
    return tuple(naam.strip() for naam in (naasten or "").split(",") if not is_leeg(naam))


def check_deelname(contact: Contact) -> None:
    """Refuse a conversation without the resident and without a reason, and others of whom nobody asked them."""
    if is_zonder_inwoner(contact) and is_leeg(contact.zonder_inwoner_reden):
        raise DeelnameZonderInwoner
    if not is_leeg(contact.naasten) and contact.naasten_gewenst is not True:
        raise NaastenNietGewenst
