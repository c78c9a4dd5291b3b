"""What leaves the program on paper is written down: that something was printed, from which dossier, by whom."""

from uuid import UUID

from kernnetwerk_app.services.bijzonderheid import check_post
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes


def noteer_afdruk(plek: Werkplek, huishouden_id: UUID | None) -> Changes:
    """This dossier's paper, or without one that of no dossier, goes to a printer; comes before its first page, so that
    no sheet is out without this.

    None for a paper of no dossier. Only the event is kept, nothing of what stands on it. `InwonerIsOverleden`: papers
    of a dossier are the resident's, and none goes out any more.
    """
    with plek.store.write() as werk:
        if huishouden_id is not None:
            check_post(werk, huishouden_id)
        return werk.commit("papier.afgedrukt", huishouden_id)
