"""The plan on paper as somebody gets it: with what was said of it where that was kept, to print, to bring, to give."""

from uuid import UUID

from PySide6.QtCore import QObject

from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.services import stukken
from kernnetwerk_app.services.getekend import is_vervangen, stuk_van, versie_van
from kernnetwerk_app.services.verstrekking import meegegeven
from kernnetwerk_app.ui.omgeving import Omgeving


def show_version(omgeving: Omgeving, owner: QObject, huishouden_id: UUID, versie_id: UUID) -> None:
    """Go to the paper of this version; there it is told that the resident got it, or taken back."""
    plek = omgeving.plek

    def work() -> Stuk:
        with plek.store.read() as lezer:
            return stuk_van(lezer, huishouden_id, versie_id)

    def show(stuk: Stuk) -> None:
        omgeving.ga.papier(stukken.papier(plek, stuk), huishouden_id, versie_id=versie_id)

    omgeving.tasks.read(owner, work, show, omgeving.meld_fout)


def show_said(omgeving: Omgeving, owner: QObject, huishouden_id: UUID, ondertekening_id: UUID) -> None:
    """Go to the paper with what somebody said, as it was kept; the same can be told there, unless a newer version is
    the one to give.
    """
    plek, stuk = omgeving.plek, Stuk(Stuksoort.GETEKEND, huishouden_id, ondertekening_id)

    def work() -> UUID | None:
        with plek.store.read() as lezer:
            versie_id = versie_van(lezer, stuk.soort, stuk.van_id)
            oud = versie_id is not None and is_vervangen(lezer, versie_id) and meegegeven(lezer, versie_id) is None
            return None if oud else versie_id

    def show(versie_id: UUID | None) -> None:
        omgeving.ga.papier(stukken.papier(plek, stuk), huishouden_id, versie_id=versie_id)

    omgeving.tasks.read(owner, work, show, omgeving.meld_fout)
