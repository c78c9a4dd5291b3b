"""Mee op pad: can one go, and what is good to know before one does. One glance, and behind it what was looked at."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from uuid import UUID

from kernnetwerk_app.domain.contact import Contact, ContactStatus
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.klok import AMSTERDAM
from kernnetwerk_app.services.inwoner import voorletters
from kernnetwerk_app.services.mensen import feiten_op_lijst
from kernnetwerk_app.services.signalen import SignaalTaak, SignaalTaakSoort
from kernnetwerk_app.services.termijn import LopendeTermijn
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer, Verzendstand

WEEK_DAGEN = 7
"""A term that runs out within so many days is known before one goes."""


class ControleSoort(StrEnum):
    AAN_BOORD = "aan boord"
    BIJGEWERKT = "bijgewerkt"
    VEILIGHEID = "veiligheid"
    TERMIJNEN = "termijnen"
    SIGNALEN = "signalen"


@dataclass(frozen=True, slots=True)
class Controle:
    """One thing that was looked at: in order, or about how many it is and which dossiers.

    `houdt_tegen`: without it one had better not go. `over`: initials and days left, for terms. `feiten`: initials and
    what who visits there must know.
    """

    soort: ControleSoort
    aantal: int
    houdt_tegen: bool = False
    over: tuple[tuple[UUID, str, int], ...] = ()
    feiten: tuple[tuple[str, str], ...] = ()

    @property
    def in_orde(self) -> bool:
        return self.aantal == 0


def load(
    plek: Werkplek,
    lezer: Lezer,
    stand: Verzendstand,
    termijnen: Sequence[LopendeTermijn],
    signalen: Sequence[SignaalTaak] = (),
) -> tuple[Controle, ...]:
    """Everything that was looked at, in the order in which one would.

    Of a laptop that never exchanged anything nothing is said about how fresh it is.
    """
    vandaag = lezer.find(Contact, datum=plek.vandaag, medewerker_id=plek.medewerker.id, status=ContactStatus.GEPLAND)
    op_tijd = sorted(vandaag, key=lambda contact: contact.tijd_van or time.max)
    dossiers = dict.fromkeys(contact.huishouden_id for contact in op_tijd if contact.huishouden_id is not None)
    verzonden = [_bijgewerkt(plek, stand, dossiers)] if stand.laatst_verstuurd_ms else []
    veilig = _veiligheid(plek, lezer, dossiers)
    return (_aan_boord(lezer, dossiers), *verzonden, veilig, _termijnen(termijnen), _signalen(signalen))


def _veiligheid(plek: Werkplek, lezer: Lezer, dossiers: Collection[UUID]) -> Controle:
    """What who visits today must know before the door, in the order of the day."""
    feiten = [
        (voorletters(lezer, huishouden_id), feit)
        for huishouden_id in dossiers
        for feit in feiten_op_lijst(plek, lezer, huishouden_id)
    ]
    return Controle(ControleSoort.VEILIGHEID, len(feiten), feiten=tuple(feiten))


def _signalen(signalen: Sequence[SignaalTaak]) -> Controle:
    """Signals of which the step is now, or that have none yet."""
    nu = [taak for taak in signalen if taak.soort in (SignaalTaakSoort.STAP_NU, SignaalTaakSoort.ZONDER_STAP)]
    return Controle(ControleSoort.SIGNALEN, len(nu))


def _aan_boord(lezer: Lezer, dossiers: Collection[UUID]) -> Controle:
    """Whether the dossier of each visit is on this laptop: a visit may come before its dossier does."""
    weg = [huishouden_id for huishouden_id in dossiers if lezer.find_one(Huishouden, huishouden_id) is None]
    return Controle(ControleSoort.AAN_BOORD, len(weg), houdt_tegen=True)


def _bijgewerkt(plek: Werkplek, stand: Verzendstand, dossiers: Collection[UUID]) -> Controle:
    """Whether what colleagues wrote until this morning is in them."""
    laatst = datetime.fromtimestamp(stand.laatst_verstuurd_ms / 1000, AMSTERDAM).date()
    return Controle(ControleSoort.BIJGEWERKT, 0 if laatst >= plek.vandaag else len(dossiers), houdt_tegen=True)


def _termijnen(termijnen: Sequence[LopendeTermijn]) -> Controle:
    kort = [termijn for termijn in termijnen if termijn.dagen_over <= WEEK_DAGEN]
    over = tuple((termijn.huishouden_id, termijn.voor, termijn.dagen_over) for termijn in kort)
    return Controle(ControleSoort.TERMIJNEN, len(kort), over=over)
