"""The ladder of one goal: from what one can oneself to help under a law, rung by rung (L-32, PLAN-11, Wmo 2.3.5 lid 3).

A rung is filled from what was told already and confirmed with one tap; it is a finding and never a gate.
"""

from collections.abc import Iterable
from enum import StrEnum
from hashlib import sha256

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.lijst import Keuzelijst
from kernnetwerk_app.domain.plan import Doel, Wie
from kernnetwerk_app.domain.tekst import is_leeg

LADDER = "ladder"
"""The municipality's list of the rungs: their order and their names."""
JA, NIET_GENOEG = "ja", "niet_genoeg"
"""Keys of the answers that say that it helps, for all of it or for a part; all others are a no with its reason."""
BIJDRAGE = frozenset({JA, NIET_GENOEG})
NIET_NODIG = "niet_nodig"
"""Key of a no that says that the goal is reached without: no reason why help under a law is needed."""


DOEN_AL = "doen_al_veel"
"""Key of a no that says itself that they do something: whoever does a line is no contradiction of it."""


class Trede(StrEnum):
    """A rung; the value names its fields, its list of answers and its words on paper."""

    EIGEN = "eigen"
    GEBRUIKELIJK = "gebruikelijk"
    MANTELZORG = "mantelzorg"
    INFORMEEL = "informeel"
    ALGEMEEN = "algemeen"
    MAATWERK = "maatwerk"

    @property
    def lijst(self) -> str:
        """The list of its answers: `JA` is the plain yes."""
        return f"plan_{self}"

    @property
    def doeners(self) -> frozenset[Wie]:
        """Whoever does a line of this kind answers it with yes; of housemates and mantelzorgers only a name tells."""
        return _DOENERS.get(self, frozenset())


_DOENERS = {
    Trede.EIGEN: frozenset({Wie.INWONER}),
    Trede.INFORMEEL: frozenset({Wie.NETWERK, Wie.BUREN, Wie.VRIJWILLIGER}),
    Trede.ALGEMEEN: frozenset({Wie.ALGEMENE_VOORZIENING}),
    Trede.MAATWERK: frozenset({Wie.PROFESSIONAL}),
}
GEVRAAGD = frozenset({Trede.INFORMEEL, Trede.ALGEMEEN})
"""Asked of each goal in so many words (PLAN-11); of the others only what was told is put before a person."""


_ONGEVRAAGD = "?"
"""Before the mark of a no of which it was not asked whether it stays."""
MERKEN = frozenset({*(f"{trede}_verteld" for trede in Trede), *(f"{trede}_blijft" for trede in GEVRAAGD)})
"""Fields that say nothing to a person."""


class PlanNietNagegaan(KernnetwerkError):
    """Of a goal it was not asked whether something lighter can contribute (PLAN-11), or nobody thought of chances
    (PLAN-10); one press, or one line of why, passes it.
    """

    code = "plan.niet_nagegaan"


def reden_op(doel: Doel, trede: Trede) -> str | None:
    """The key that was chosen; None when nobody confirmed it."""
    waarde: str | None = getattr(doel, f"{trede}_reden")
    return waarde


def woorden_op(doel: Doel, trede: Trede) -> str | None:
    """What there is on this rung, and why that is (not) enough: one line."""
    waarde: str | None = getattr(doel, f"{trede}_woorden")
    return waarde


def merk(woorden: str | None) -> str | None:
    """By which told words are known again, so that what a person typed is kept; None for no words."""
    return None if is_leeg(woorden) else sha256((woorden or "").encode()).hexdigest()[:16]


def is_verteld(doel: Doel, trede: Trede) -> bool:
    """Whether the words on this rung were told elsewhere and confirmed, and nobody typed in them since."""
    gemerkt: str | None = getattr(doel, f"{trede}_verteld")
    return gemerkt is not None and gemerkt == merk(woorden_op(doel, trede))


def zet_antwoord(trede: Trede, waarde: str | None, woorden: str | None = None) -> dict[str, object]:
    """The fields for a chosen key, with what was confirmed in it. For no key the answer is taken away. `woorden`: None
    leaves what was written, empty takes it away.
    """
    velden: dict[str, object] = {f"{trede}_reden": waarde or None}
    if trede in GEVRAAGD:
        velden[f"{trede}_kan"] = waarde in BIJDRAGE if waarde else None
        velden[f"{trede}_blijft"] = None
    if woorden is not None:
        velden[f"{trede}_woorden"] = woorden or None
    return velden


def volgorde(lijst: Keuzelijst) -> tuple[Trede, ...]:
    """The rungs as the municipality has them; one that it left out comes after them, for it may be answered already."""
    gegeven = [Trede(keuze.sleutel) for keuze in lijst.keuzes if keuze.sleutel in set(Trede)]
    return tuple(dict.fromkeys((*gegeven, *Trede)))


def open_trede(doel: Doel, aan_de_orde: Iterable[Trede]) -> Trede | None:
    """What is put before a person first; None when all of it was answered."""
    return next((trede for trede in aan_de_orde if reden_op(doel, trede) is None), None)


def te_vragen(doel: Doel, doen: Iterable[Wie]) -> tuple[Trede, ...]:
    """The rungs that are still to be asked of this goal; `doen`: who do a line of it. Whoever already does one of that
    kind is the answer, and so is what was said before the ladder asked it.
    """
    if doel.niet_gevraagd is not None or doel.lichter_kan is not None:
        return ()
    bezig = frozenset(doen)
    return tuple(t for t in Trede if t in GEVRAAGD and reden_op(doel, t) is None and not t.doeners & bezig)


def weersproken(doel: Doel, doen: Iterable[Wie]) -> tuple[Trede, ...]:
    """The asked rungs that were answered no, while somebody (`doen`) does a line of that kind: both cannot be the
    motivation, unless the no says itself that they do something.
    """
    bezig = frozenset(doen)
    return tuple(t for t in Trede if t in GEVRAAGD and t.doeners & bezig and _is_nee(reden_op(doel, t)))


def zet_blijft(doel: Doel, trede: Trede, wie: Iterable[str]) -> dict[str, object]:
    """The fields for a no that stays as it is beside what these do. Why it was not asked before holds no longer, unless
    another rung of this goal was not asked either.
    """
    anders = (getattr(doel, f"{een}_blijft") or "" for een in GEVRAAGD if een is not trede)
    velden: dict[str, object] = {} if any(een.startswith(_ONGEVRAAGD) for een in anders) else {"blijft_reden": None}
    return {**velden, f"{trede}_blijft": _merk_van(wie)}


def zet_ongevraagd(trede: Trede, wie: Iterable[str], reden: str) -> dict[str, object]:
    """The fields for a no of which nobody was asked, for this reason, whether it stays beside what these do."""
    return {f"{trede}_blijft": f"{_ONGEVRAAGD}{_merk_van(wie) or ''}", "blijft_reden": reden}


def is_gebleven(doel: Doel, trede: Trede, wie: Iterable[str]) -> bool:
    """Whether the no of this rung was said to stay beside what just these do: with somebody else it is asked again."""
    gemerkt: str | None = getattr(doel, f"{trede}_blijft")
    return gemerkt is not None and gemerkt.removeprefix(_ONGEVRAAGD) == _merk_van(wie)


def _merk_van(wie: Iterable[str]) -> str | None:
    return merk("\n".join(sorted(set(wie))))


def _is_nee(antwoord: str | None) -> bool:
    return antwoord not in (None, DOEN_AL, *BIJDRAGE)


def is_gemotiveerd(doel: Doel, aan_de_orde: Iterable[Trede] = ()) -> bool:
    """Whether it was said why nothing lighter is enough (Wmo 2.3.5 lid 3): then nobody types it again at a line.

    Each lighter rung that was put before a person (`aan_de_orde`, and always `GEVRAAGD`) was looked at: it helps for a
    part, or a no says why it does not. A plain yes anywhere says that it is enough, unless at `MAATWERK` stands in
    words why more is needed beside it. Who said there that no more is needed, or wanted, motivates nothing.
    """
    erbij = reden_op(doel, Trede.MAATWERK)
    if erbij is not None and erbij not in BIJDRAGE:
        return False
    is_gezegd = erbij is not None and not is_leeg(woorden_op(doel, Trede.MAATWERK))
    bekeken = {trede for trede in Trede if reden_op(doel, trede) is not None}
    antwoorden = [reden_op(doel, trede) for trede in (GEVRAAGD | bekeken | {*aan_de_orde}) - {Trede.MAATWERK}]
    return all(een not in (None, NIET_NODIG) and (een != JA or is_gezegd) for een in antwoorden)
