"""The plan with what was said of it, as a paper: of which version it is, and which paper of a version somebody gets.

What is kept is never made anew. Who reacts later has on the paper what was said before, as far as that laptop knew it,
so of one version the last that was written down goes along; each of them stays a paper of its own.
"""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.bezorging import VAN_VERSIE, Bezorging, Stuk, Stuksoort
from kernnetwerk_app.domain.ondertekening import STUK, Ondertekening
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.verstrekking import Verstrekking
from kernnetwerk_app.store.queries import Lezer


def versie_van(lezer: Lezer, soort: Stuksoort, van_id: UUID | None) -> UUID | None:
    """The version of the plan that this paper is; None for any other paper, and for what is not on this laptop."""
    if soort is not Stuksoort.GETEKEND or van_id is None:
        return van_id if soort in VAN_VERSIE else None
    gezegd = lezer.find(Ondertekening, zonder=STUK, id=van_id)
    return gezegd[0].planversie_id if gezegd else None


def met_papier(lezer: Lezer, **velden: object) -> list[Ondertekening]:
    """What was said, where its paper was kept, in the order in which it was written down; without that paper."""
    alle = lezer.find(Ondertekening, zonder=STUK, **velden)
    ids = [een.id for een in alle]
    bewaard = lezer.gevuld(Ondertekening, "pdf", id=ids) | lezer.gevuld(Ondertekening, "scan", id=ids) if ids else ()
    return [een for een in alle if een.id in bewaard]


def stuk_van(lezer: Lezer, huishouden_id: UUID, versie_id: UUID) -> Stuk:
    """The paper of this version that somebody gets in this dossier: with what was said of it last, else as frozen."""
    gezegd = met_papier(lezer, planversie_id=versie_id)
    if gezegd:
        return Stuk(Stuksoort.GETEKEND, huishouden_id, gezegd[-1].id)
    return Stuk(Stuksoort.PLAN, huishouden_id, versie_id)


def bezorgingen_van(lezer: Lezer, versie_id: UUID) -> list[Bezorging]:
    """To whom this version went or has to go, in whichever dossier: as it was frozen, and with what was said of it."""
    gezegd = [een.id for een in lezer.find(Ondertekening, zonder=STUK, planversie_id=versie_id)]
    kaal = lezer.find(Bezorging, stuk=Stuksoort.PLAN, van_id=versie_id)
    return [*kaal, *(lezer.find(Bezorging, stuk=Stuksoort.GETEKEND, van_id=gezegd) if gezegd else ())]


def zegt_niets(
    lezer: Lezer, een: Bezorging, noten: Collection[Verstrekking], samen: Collection[Bezorging]
) -> set[UUID]:
    """Of these notes that the version was given those which say nothing of this paper: from before it was put ready, be
    it on that day, and of a paper that has less of what was said on it. `samen`: what went or goes out of its version,
    from whichever dossier.
    """
    huizen = {record.huishouden_id for record in (een, *noten, *samen) if record.huishouden_id is not None}
    plaats = {nummer: waar for waar, nummer in enumerate(lezer.geschreven(*huizen))}
    hier = plaats.get(een.id, len(plaats))
    eerder = {noot.id for noot in noten if noot.datum < een.datum or plaats.get(noot.id, 0) < hier}

    def gezegd(papier: Bezorging) -> int:
        """The later something was said of the version, the more its paper holds; the version itself holds nothing."""
        return plaats.get(papier.van_id, 0) if papier.stuk is Stuksoort.GETEKEND and papier.van_id else -1

    minder = (ander.verstrekking_id for ander in samen if gezegd(ander) < gezegd(een))
    return eerder | {nummer for nummer in minder if nummer is not None}


def zelfde_stuk(lezer: Lezer, een: Bezorging) -> list[Bezorging]:
    """To whom this paper went or has to go, this one too; a child's plan goes out from two dossiers."""
    versie_id = versie_van(lezer, een.stuk, een.van_id)
    if versie_id is None:
        return lezer.find(Bezorging, stuk=een.stuk, van_id=een.van_id)
    return bezorgingen_van(lezer, versie_id)


def is_nieuwste(lezer: Lezer, stuk: Stuk, versie_id: UUID) -> bool:
    """Whether this is the paper of the latest version of its plan, with what was said of it last. Two laptops may have
    given one number to two versions: of those neither is later.
    """
    (versie,) = lezer.find(PlanVersie, zonder=("inhoud",), id=versie_id)
    alle = lezer.find(PlanVersie, zonder=("inhoud",), plan_id=versie.plan_id)
    laatste = max(een.nummer for een in alle)
    return versie.nummer == laatste and stuk == stuk_van(lezer, stuk.huishouden_id, versie_id)


def is_vervangen(lezer: Lezer, versie_id: UUID, dag: date | None = None) -> bool:
    """Whether there is a newer version of the same plan; with `dag`, whether there was on that day (0014: what the plan
    does not say any more is not given as if it did).
    """
    vanaf = vervangen_op(lezer, versie_id)
    return vanaf is not None and (dag is None or vanaf <= dag)


def vervangen_op(lezer: Lezer, versie_id: UUID) -> date | None:
    """The day of the first newer version of the same plan; None for the latest, and for what is not on this laptop."""
    hier = lezer.find(PlanVersie, zonder=("inhoud",), id=versie_id)
    alle = lezer.find(PlanVersie, zonder=("inhoud",), plan_id=hier[0].plan_id) if hier else []
    return min((een.datum for een in alle if een.nummer > hier[0].nummer), default=None)


def gezegd_tot(lezer: Lezer, versie_id: UUID, tot: UUID) -> list[UUID]:
    """What was said of this version up to this reaction, as its paper holds it."""
    ids = [een.id for een in lezer.find(Ondertekening, zonder=STUK, planversie_id=versie_id)]
    return ids[: ids.index(tot) + 1]


def laatst_gezegd(lezer: Lezer, versies: Collection[PlanVersie]) -> tuple[tuple[Ondertekening, PlanVersie], ...]:
    """What was said of the latest version of which anything was, the last first: each is a paper of its own, for one
    that was made on another laptop does not hold the others.
    """
    for versie in sorted(versies, key=lambda een: een.nummer, reverse=True):
        if gezegd := met_papier(lezer, planversie_id=versie.id):
            return tuple((een, versie) for een in reversed(gezegd))
    return ()
