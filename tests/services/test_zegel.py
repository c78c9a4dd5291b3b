"""Every part of what was signed, changed in the store itself, past the program: looking at it again finds it out.

Whoever opens the database with the keys can write what they like. What no single change may do is go unnoticed: in the
row that is shown, and in the row together with the log that it came from.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import Enum
from operator import itemgetter
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from sqlmodel import Session

from kernnetwerk_app.documents.signing import check_code, pack_strepen, unpack_strepen
from kernnetwerk_app.domain.aanvraag import Aanvraag
from kernnetwerk_app.domain.base import Entiteit, eenheden
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze, Ondertekening
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.units import encode
from kernnetwerk_app.services import ondertekening, plan
from kernnetwerk_app.services.echtheid import controleer
from kernnetwerk_app.services.ondertekening import Tekenvraag
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.base import table_of
from kernnetwerk_app.store.tables import ROWS, EntiteitRow, HeadRow, OpRow
from tests.factories import make_werkplek
from tests.services.aanvraag_opzet import hulpversie
from tests.services.opzet import STREPEN, begin_dossier

_OP = table_of(OpRow)
VAAK = settings(max_examples=12, deadline=None)


@dataclass(frozen=True, repr=False)
class Getekend:
    """A signature on the screen that asks for one thing, and all that goes with it."""

    plek: Werkplek
    delen: tuple[Entiteit, ...]

    def heel(self) -> bool:
        with self.plek.store.read() as lezer:
            return all(een.heel for een in controleer(lezer))

    def deel(self, soort: type[Entiteit]) -> Any:
        return next(deel for deel in self.delen if isinstance(deel, soort))

    def schrijf(self, deel: Entiteit, *, ook_log: bool) -> None:
        """Put this in the row, and in the operations too, as if it had been written so at once."""
        rij, soort = table_of(ROWS[type(deel)]), type(deel)
        with Session(self.plek.store._writer) as session:
            session.execute(rij.update().where(rij.c.id == deel.id).values(**deel.model_dump()))
            for nummer in eenheden(soort) if ook_log else ():
                hier = _OP.update().where(_OP.c.entiteit_id == deel.id, _OP.c.eenheid == nummer)
                session.execute(hier.values(waarde=encode(deel, nummer)))
            session.commit()


@pytest.fixture(scope="module")
def getekend(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Getekend]:
    plek = make_werkplek(tmp_path_factory.mktemp("zegel"))
    versie = hulpversie(begin_dossier(plek))
    regel = plan.read_inhoud(versie).aan_te_vragen[0].afspraak_id
    vraag = Tekenvraag(
        Keuze.NIET_EENS, "Liever op donderdag.", "Anna Voorbeeld-Jansen", Hoedanigheid.ANDERS, STREPEN,
        namelijk="haar dochter", aanwezig="Joris", merkteken=True,
    )  # fmt: skip
    ondertekening.teken(plek, versie.id, vraag)
    zelf = Tekenvraag(Keuze.EENS, None, "Anna", Hoedanigheid.INWONER, STREPEN, vraagt_aan=(regel,))
    ondertekening.teken(plek, versie.id, zelf)
    with plek.store.read() as lezer:
        delen = (*lezer.find(PlanVersie), *lezer.find(Ondertekening), *lezer.find(Aanvraag))
    assert len(delen) == 4
    getekend = Getekend(plek, delen)
    assert getekend.heel()
    yield getekend
    plek.store.close()


def _anders(waarde: object, kies: Callable[[Sequence[Any]], Any]) -> object:
    """One change in this value, as small as it can be; `kies` takes one of the places where it can be made."""
    match waarde:
        case bool():
            return not waarde
        case Enum():
            return kies([een for een in type(waarde) if een is not waarde])
        case int():
            return waarde + 1
        case UUID():
            return UUID(int=waarde.int ^ 1 << kies(range(128)))
        case date():
            return waarde + timedelta(days=kies([-1, 1]))
        case time():
            return time((waarde.hour + 1) % 24, waarde.minute)
        case str() | bytes():
            waar = kies(range(len(waarde)))
            ander: Any = "x" if isinstance(waarde, str) else b"x"
            if waarde[waar : waar + 1] == ander:
                ander = ander * 2
            return waarde[:waar] + ander + waarde[waar + 1 :]
    raise TypeError(type(waarde).__name__)


_NIET_GETEKEND = {"id", "huishouden_id"}
"""Of which dossier it is was never signed: households are joined."""


@pytest.mark.parametrize("ook_log", [False, True], ids=["row", "row and log"])
def test_any_field_that_is_changed_is_found_out(getekend: Getekend, ook_log: bool) -> None:
    """Of each part, so of both signatures; at the first and at the last place where it can be changed."""
    gemist = [
        (nummer, type(deel).__name__, veld, nieuw)
        for nummer, deel in enumerate(getekend.delen)
        for veld in type(deel).model_fields.keys() - _NIET_GETEKEND
        for nieuw in _randen(type(deel), veld, getattr(deel, veld))
        if not _merkt(getekend, deel, deel.model_copy(update={veld: nieuw}), ook_log)
    ]
    assert gemist == []
    assert getekend.heel(), "all of it was put back"


def _randen(soort: type[Entiteit], veld: str, stond: object) -> list[object]:
    if stond is None:
        return [_iets(soort, veld)]
    eerste, laatste = _anders(stond, itemgetter(0)), _anders(stond, itemgetter(-1))
    return [eerste] if eerste == laatste else [eerste, laatste]


def _iets(soort: type[Entiteit], veld: str) -> object:
    """Something for a field in which nothing stood."""
    wat = str(soort.model_fields[veld].annotation)
    if "int" in wat:
        return 9
    return UUID(int=7) if "UUID" in wat else time(9) if "time" in wat else b"x" if "bytes" in wat else "x"


def _merkt(getekend: Getekend, deel: Entiteit, anders: Entiteit, ook_log: bool) -> bool:
    """Whether it is found out that this stands there for a while."""
    assert anders != deel
    getekend.schrijf(anders, ook_log=ook_log)
    try:
        return not getekend.heel()
    finally:
        getekend.schrijf(deel, ook_log=ook_log)


# -- within the frozen content, the strokes, and what hangs together --------------------------------------------------


def _bladeren(waarde: Any, pad: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(waarde, dict):
        for sleutel in waarde:
            yield from _bladeren(waarde[sleutel], (*pad, sleutel))
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from _bladeren(deel, (*pad, nummer))
    elif waarde not in (None, ""):
        yield pad


@VAAK
@given(data=st.data())
def test_any_word_of_the_content_is_found_out_also_with_a_code_that_fits(
    getekend: Getekend, data: st.DataObject
) -> None:
    versie = getekend.deel(PlanVersie)
    inhoud: Any = codec.loads(versie.inhoud)
    *pad, laatste = data.draw(st.sampled_from(sorted(_bladeren(inhoud), key=repr)))
    waar = inhoud
    for stap in pad:
        waar = waar[stap]
    waar[laatste] = _anders(waar[laatste], lambda van: data.draw(st.sampled_from(van)))
    octets = codec.dumps(inhoud)
    code = data.draw(st.sampled_from([versie.code, check_code(octets)]))
    anders = versie.model_copy(update={"inhoud": octets, "code": code})
    assert _merkt(getekend, versie, anders, data.draw(st.booleans()))


@VAAK
@given(data=st.data())
def test_any_point_of_the_pen_and_their_order_is_found_out(getekend: Getekend, data: st.DataObject) -> None:
    stuk = getekend.deel(Ondertekening)
    strepen = [list(streep) for streep in unpack_strepen(stuk.strepen)]
    match data.draw(st.integers(0, 2)):
        case 0:
            streep = data.draw(st.sampled_from(strepen))
            nummer = data.draw(st.integers(0, len(streep) - 1))
            x, y, w = streep[nummer]
            streep[nummer] = data.draw(st.sampled_from([(x + 0.01, y, w), (x, y - 0.01, w), (x, y, w + 0.01)]))
        case 1:
            strepen.reverse()
        case _:
            strepen.pop()
    anders = stuk.model_copy(update={"strepen": pack_strepen(strepen)})
    assert _merkt(getekend, stuk, anders, data.draw(st.booleans()))


@pytest.mark.parametrize("ook_log", [False, True], ids=["row", "row and log"])
def test_help_that_was_asked_for_and_is_gone_is_found_out(getekend: Getekend, ook_log: bool) -> None:
    """As if nobody had ticked it."""
    stuk = getekend.deel(Aanvraag)
    rij = table_of(ROWS[Aanvraag])
    tabellen = [(rij, rij.c.id)]
    if ook_log:
        tabellen += [(table_of(soort), table_of(soort).c.entiteit_id) for soort in (OpRow, HeadRow, EntiteitRow)]
    with Session(getekend.plek.store._writer) as session:
        bewaard = [
            (tabel, session.execute(tabel.select().where(id_ == stuk.id)).mappings().all()) for tabel, id_ in tabellen
        ]
        for tabel, id_ in tabellen:
            session.execute(tabel.delete().where(id_ == stuk.id))
        session.commit()
    try:
        assert not getekend.heel()
    finally:
        with Session(getekend.plek.store._writer) as session:
            for tabel, rijen in bewaard:
                session.execute(tabel.insert(), [dict(een) for een in rijen])
            session.commit()
    assert getekend.heel()
