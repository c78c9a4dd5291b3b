"""How the end of a term moves: by the Algemene termijnenwet (Atw), and by what happens on the way."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import islice

from kernnetwerk_app.domain.kalender import Kalender, dagen_van_tot
from kernnetwerk_app.domain.opschorting import Opschorting, Verlenging
from kernnetwerk_app.domain.rekensom import Reden, Stap
from kernnetwerk_app.domain.wettermijn import Termijn, Verlenggrond

_EEN_DAG = timedelta(days=1)


def wettelijk_einde(termijn: Termijn, kalender: Kalender, begin: date, einde: date) -> date:
    """`einde` moved by Atw art. 1 lid 1 to the first ordinary day, then by art. 2; as far as they apply."""
    if termijn.atw_schuift:
        einde = kalender.eerste_gewone(einde)
    if not termijn.heeft_twee_gewone_dagen:
        return einde
    stap = -_EEN_DAG if termijn.terug else _EEN_DAG
    while not _bevat_twee_gewone_dagen(kalender, begin, einde):
        einde += stap
    return einde


def doorloop(
    termijn: Termijn, kalender: Kalender, begin: date, einde: date, gebeurtenissen: Iterable[Opschorting | Verlenging]
) -> tuple[date, tuple[Stap, ...]]:
    """The plain end after all that happened, day by day, with what each event added.

    A day that stands still counts once, however many suspensions cover it, and only when the term still ran at the
    start of that stretch. Still days are added to the plain end, also those on the free days after it: the careful
    side. An extension up to a named day already holds what stood still before it was told; later days come on top.
    """
    volgorde = sorted(gebeurtenissen, key=_plaats)
    erbij: Counter[int] = Counter()
    redenen: dict[int, Reden] = {}
    verlengd: set[Verlenggrond] = set()
    stil: date | None = None
    for dag, nummer in _dagen(volgorde, begin):
        gebeurtenis = volgorde[nummer]
        nieuw = einde
        loopt = dag <= wettelijk_einde(termijn, kalender, begin, einde)
        if isinstance(gebeurtenis, Opschorting) and (loopt or stil == dag - _EEN_DAG):
            stil = dag
            nieuw += _EEN_DAG
        elif isinstance(gebeurtenis, Opschorting) or not loopt:
            redenen[nummer] = Reden.BUITEN_DE_TERMIJN
        elif gebeurtenis.grond in verlengd and gebeurtenis.grond.hoogstens:
            redenen[nummer] = Reden.AL_VERLENGD
        else:
            verlengd.add(gebeurtenis.grond)
            nieuw = gebeurtenis.einde(einde)
        erbij[nummer] += (nieuw - einde).days
        einde = nieuw
    stappen = (
        Stap(gebeurtenis, erbij[nummer], None if erbij[nummer] else redenen.get(nummer) or _reden(gebeurtenis, begin))
        for nummer, gebeurtenis in enumerate(volgorde)
    )
    return einde, tuple(stappen)


def _bevat_twee_gewone_dagen(kalender: Kalender, begin: date, einde: date) -> bool:
    """Day 0 is not part of the term; its last day is."""
    eerste, laatste = (einde, begin - _EEN_DAG) if einde < begin else (begin + _EEN_DAG, einde)
    gewone = (dag for dag in dagen_van_tot(eerste, laatste) if kalender.is_gewoon(dag))
    return len(list(islice(gewone, 2))) == 2


def _plaats(gebeurtenis: Opschorting | Verlenging) -> tuple[date, bool]:
    """Order of events: by day, what stands still before what lengthens."""
    if isinstance(gebeurtenis, Opschorting):
        return gebeurtenis.eerste_dag, False
    return gebeurtenis.medegedeeld_op, True


def _dagen(volgorde: Sequence[Opschorting | Verlenging], begin: date) -> list[tuple[date, int]]:
    """Each day on which something happens to the term with the number of its event, in order of time."""
    stil: dict[date, int] = {}
    later: list[tuple[date, int]] = []
    for nummer, gebeurtenis in enumerate(volgorde):
        if isinstance(gebeurtenis, Verlenging):
            if gebeurtenis.medegedeeld_op >= begin:
                later.append((gebeurtenis.medegedeeld_op, nummer))
            continue
        for dag in gebeurtenis.dagen():
            if dag > begin:
                stil.setdefault(dag, nummer)
    return sorted([*stil.items(), *later])


def _reden(gebeurtenis: Opschorting | Verlenging, begin: date) -> Reden:
    """Why an event added nothing, when it did not come after the end."""
    if isinstance(gebeurtenis, Verlenging):
        return Reden.NIET_LATER if gebeurtenis.medegedeeld_op >= begin else Reden.BUITEN_DE_TERMIJN
    if gebeurtenis.zonder_gestelde_termijn:
        return Reden.GEEN_TERMIJN_GESTELD
    if not gebeurtenis.aantal_dagen:
        return Reden.GEEN_DAGEN
    return Reden.BUITEN_DE_TERMIJN if gebeurtenis.laatste_dag <= begin else Reden.AL_GETELD
