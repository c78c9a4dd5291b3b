"""Paper on its way out: in which form this resident can read it, and that it was printed, of what and by whom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from kernnetwerk_app.documents.glyphs import MISSING as MISSING
from kernnetwerk_app.domain.bezorging import NietMeerVoorLezer, Stuk
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.papiervorm import (
    GEWOON,
    Leeshulp,
    Papiervorm,
    in_taal,
    is_gewoon,
    schrijf_taal,
    schrijf_vorm,
    taal_van,
    zonder_taal,
)
from kernnetwerk_app.domain.vertaling import kies
from kernnetwerk_app.services.bijzonderheid import check_post
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.kindplan import check_stuk
from kernnetwerk_app.services.lezers import Lezend
from kernnetwerk_app.services.papiervorm import vorm_van, vorm_voor
from kernnetwerk_app.services.stukregels import check_regel, noteer_bij
from kernnetwerk_app.services.tekst import wijzig
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import BestaatNiet, Lezer

Reden = Literal["", "past", "eerder", "taal", "liever", "lezen", "liever_getekend", "lezen_getekend"]
"""Why in this form: it fits what is hard for the resident, it is how the paper before it was made, or it is only the
language that they speak best. Of a version of a plan: they like to read it in another form too, or this is to read;
of one with what was said of it the same."""


@dataclass(frozen=True, slots=True)
class Lezersvraag:
    """*Voor wie is dit?* of one paper: for whom it can be, the most likely first, and the paper for one of them."""

    stuk: Stuk
    lezers: Callable[[], tuple[Lezend, ...]]
    maak: Callable[[Lezend, Papiervorm], bytes]
    nog_niet: Callable[[], tuple[Lezend, ...]] = tuple
    """Who is asked for and does not get it, each with why and who can change that (NET-17)."""
    eerst: str = ""
    """The key of the reader for whom it was put ready."""
    noteer: Callable[[Lezend], Changes] | None = None
    """What is kept besides when it goes to a printer for this reader; raises where it may not go."""


@dataclass(frozen=True, slots=True)
class Vormpapier:
    """A paper that can be made in several forms (TAAL-03); called without one it is the ordinary paper.

    `ernaast`: in another form it is a paper beside it, to read. A version of a plan is signed on the ordinary one, so
    with that it begins whoever reads it. `is_bewaard`: the ordinary one is the paper that was kept, never made anew, so
    that no language can be chosen for it.
    """

    maak: Callable[[Papiervorm], bytes]
    ernaast: bool = False
    voor: Lezersvraag | None = None
    """None: it is for whoever takes it along, and no name is on it, or the page before asked it."""
    is_bewaard: bool = False

    def __call__(self) -> bytes:
        return self.maak(GEWOON)

    def zegt_hoe(self, vorm: Papiervorm) -> bool:
        """Whether who chooses this form says how they like to read. Of a version one looks at the ordinary paper to
        sign it, and at the script to read it aloud now.
        """
        return not self.ernaast or (Leeshulp.VOORLEZEN not in vorm and not is_gewoon(vorm))

    def reden_bij(self, vorm: Papiervorm) -> Reden:
        """What is said when a person chose this form."""
        if not self.ernaast or is_gewoon(vorm):
            return ""
        return "lezen_getekend" if self.is_bewaard else "lezen"

    def voor_lezer(self, lezer: Lezend | None, vorm: Papiervorm) -> bytes:
        """The paper for this reader in this form."""
        return self.maak(vorm) if self.voor is None or lezer is None else self.voor.maak(lezer, vorm)

    def check_lezer(self, lezer: Lezend | None) -> None:
        """Raise `NietMeerVoorLezer` when this reader may not have it any more: asked again at the printer."""
        alle = self.voor.lezers() if self.voor is not None and lezer is not None else ()
        if lezer is not None and self.voor is not None and lezer.sleutel not in {een.sleutel for een in alle}:
            raise NietMeerVoorLezer


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """The PDF, in what form, and why in that one; with for whom it is and can be, where that is asked."""

    pdf: bytes
    vorm: Papiervorm
    reden: Reden
    lezers: tuple[Lezend, ...] = ()
    lezer: Lezend | None = None
    niet_meer: bool = False
    """It was put ready for somebody who may not have it any more; this is for another."""
    liever: Papiervorm = GEWOON
    """In what form they like to read, where the paper itself begins in the ordinary one."""


def load(plek: Werkplek, papier: Vormpapier, huishouden_id: UUID | None, sleutel: str = "") -> Gemaakt:
    """The paper for this reader, or for whom it most likely is, in the form that suits them; raises as making it does.

    Somebody outside the household has told us nothing of how they read. For who may not have it there is no PDF, and
    `lezer.waarom_niet` says why.
    """
    vraag = papier.voor
    mag = vraag.lezers() if vraag is not None else ()
    lezers = (*mag, *(vraag.nog_niet() if vraag is not None else ()))
    gezocht = sleutel or (vraag.eerst if vraag is not None else "")
    lezer = next((een for een in lezers if een.sleutel == gezocht), lezers[0] if lezers else None)
    if lezer is not None and lezer.waarom_niet:
        return Gemaakt(b"", GEWOON, "", lezers, lezer)
    wie = None
    if lezer is None or lezer.inwoner_id is not None:
        with plek.store.read() as bron:
            eigen = bron.find_one(Inwoner, lezer.inwoner_id) if lezer is not None else None
            wie = eigen or _resident(bron, huishouden_id)
    liever = vorm_voor(plek, wie) if wie is not None else GEWOON
    vorm = in_taal(GEWOON, taal_van(liever)) if papier.ernaast else liever
    niet_meer = bool(gezocht) and lezer is not None and lezer.sleutel != gezocht
    reden = _reden(papier, wie, vorm, liever)
    return Gemaakt(papier.voor_lezer(lezer, vorm), vorm, reden, lezers, lezer, niet_meer, liever)


def vormen_van(plek: Werkplek, lezer: Lezer, wie: Sequence[Lezend]) -> dict[str, Papiervorm]:
    """In what form papers for each of these begin, by their key."""
    return {een.sleutel: vorm_van(plek, lezer, een.inwoner_id) for een in wie}


def _reden(papier: Vormpapier, wie: Inwoner | None, vorm: Papiervorm, liever: Papiervorm) -> Reden:
    if vorm != liever:
        return "liever_getekend" if papier.is_bewaard else "liever"
    if not vorm or papier.is_bewaard:
        return ""
    return "eerder" if wie is not None and wie.papiervorm else "taal" if is_gewoon(vorm) else "past"


def onthoud_vorm(
    plek: Werkplek, huishouden_id: UUID, vorm: Papiervorm, herkomst: object = None, inwoner_id: UUID | None = None
) -> Changes:
    """Next time the papers of this reader begin in this form, in this language; of the resident unless it is another of
    the household.
    """
    return _onthoud(
        plek, huishouden_id, lambda wie: _met_taal(plek, wie, schrijf_vorm(vorm), vorm), herkomst, inwoner_id
    )


def onthoud_taal(
    plek: Werkplek, huishouden_id: UUID, vorm: Papiervorm, herkomst: object = None, inwoner_id: UUID | None = None
) -> Changes:
    """Next time the language of this form stands beside the Dutch for this reader, or Dutch alone."""
    return _onthoud(
        plek, huishouden_id, lambda wie: _met_taal(plek, wie, wie.papiervorm or "", vorm), herkomst, inwoner_id
    )


def _onthoud(
    plek: Werkplek,
    huishouden_id: UUID,
    schrijf: Callable[[Inwoner], str],
    herkomst: object,
    inwoner_id: UUID | None,
) -> Changes:
    with plek.store.write(herkomst) as werk:
        wie = werk.get(Inwoner, inwoner_id) if inwoner_id is not None else _resident(werk, huishouden_id)
        if wie is None:
            raise BestaatNiet
        wijzig(werk, wie, werk.bases(wie.id), {"papiervorm": schrijf(wie) or None})
        return werk.commit("inwoner.papiervorm", huishouden_id)


def _met_taal(plek: Werkplek, wie: Inwoner, bewaard: str, vorm: Papiervorm) -> str:
    """With the language, where it is not the one that follows from what the resident speaks best anyway."""
    gekozen = taal_van(vorm)
    zonder = zonder_taal(bewaard)
    return zonder if gekozen is kies(plek.profiel.vertalingen, wie.taal) else schrijf_taal(zonder, gekozen)


def noteer_afdruk(
    plek: Werkplek, huishouden_id: UUID | None, papier: object = None, lezer: Lezend | None = None
) -> Changes:
    """This dossier's paper, or without one that of no dossier, goes to a printer; comes before its first page, so that
    no sheet is out without this.

    None for a paper of no dossier. Only the event is kept, nothing of what stands on it. `InwonerIsOverleden`: papers
    of a dossier are the resident's, and none goes out any more (a child's plan stops with the child).
    `NietMeerVoorLezer` where `papier` is a `Vormpapier` that this reader may not have any more.
    """
    ook = Changes()
    if isinstance(papier, Vormpapier):
        papier.check_lezer(lezer)
        if papier.voor is not None and papier.voor.noteer is not None and lezer is not None:
            ook = papier.voor.noteer(lezer)
    with plek.store.write() as werk:
        if isinstance(papier, Vormpapier) and papier.voor is not None:
            check_stuk(werk, papier.voor.stuk)
        elif huishouden_id is not None:
            check_post(werk, huishouden_id)
        return ook | werk.commit("papier.afgedrukt", huishouden_id)


def noteer_bundel(plek: Werkplek, papieren: Sequence[tuple[Stuk, Lezend]], herkomst: object = None) -> Changes:
    """These papers go to a printer together, each for its reader: noted in each of their dossiers, before the first
    sheet, with what is kept besides of such a paper.

    `InwonerIsOverleden` and `NietMeerVoorLezer` as for one paper; then nothing is kept or printed.
    """
    with plek.store.read() as lezer:
        for stuk, _ in papieren:
            check_stuk(lezer, stuk)
            check_regel(plek, lezer, stuk)  # nothing is kept of any of them where one of them stops
    changes = Changes()
    for stuk, wie in papieren:
        changes |= noteer_bij(plek, stuk, wie)
    for huishouden_id in dict.fromkeys(stuk.huishouden_id for stuk, _ in papieren):
        with plek.store.write(herkomst) as werk:
            changes |= werk.commit("papier.afgedrukt", huishouden_id)
    return changes


def _resident(lezer: Lezer, huishouden_id: UUID | None) -> Inwoner | None:
    """Who reads papers of this dossier; None for a paper of no dossier."""
    if huishouden_id is None:
        return None
    try:
        return hoofdpersoon(lezer, huishouden_id)
    except BestaatNiet:
        return None
