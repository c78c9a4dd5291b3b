"""What cannot wait (Wmo 2015 art. 2.3.3): there at once, first, and every day until it is decided; the law says
*onverwijld* and names no hours, so no weekend, feast day or end of a month gives a day more.
"""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from kernnetwerk_app.domain.inwoner import Aanspreekvorm
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.klok import AMSTERDAM, Klok
from kernnetwerk_app.services import gegevens, melding, vandaag
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.taak import Taak, TaakSoort
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import make_werkplek, nieuwe_melding

VRIJDAG = datetime(2027, 4, 30, 16, 45, tzinfo=AMSTERDAM)
"""The last hour of work of a week and of a month; Wednesday after it is Liberation Day, Thursday Ascension Day."""
DAARNA = [
    datetime(2027, 4, 30, 17, 0, tzinfo=AMSTERDAM),
    datetime(2027, 5, 1, 0, 5, tzinfo=AMSTERDAM),
    datetime(2027, 5, 2, 23, 55, tzinfo=AMSTERDAM),
    datetime(2027, 5, 3, 8, 30, tzinfo=AMSTERDAM),
    datetime(2027, 5, 6, 8, 30, tzinfo=AMSTERDAM),
]


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    """On Friday afternoon; an ordinary question has been waiting since then too."""
    plek = make_werkplek(tmp_path)
    _op(plek, VRIJDAG)
    nieuwe_melding(plek)
    yield plek
    plek.store.close()


def _op(plek: Werkplek, moment: datetime) -> None:
    klok: Klok = plek.klok
    klok.advance(moment - klok.nu())


def _spoed(plek: Werkplek, reden: str | None = "Er is geen eten in huis.") -> UUID:
    invoer = NieuweMelding(
        "Ik kan niet koken.",
        aanspreekvorm=Aanspreekvorm.MEVROUW,
        voornamen="Bea",
        achternaam="Proef",
        contactpersoon_id=plek.medewerker.id,
        spoed_reden=reden,
    )
    return melding.neem_op(plek, invoer).huishouden_id


def _eerste(plek: Werkplek) -> Taak:
    with plek.store.read() as lezer:
        return vandaag.load(plek, lezer).taken[0]


def _is_open(plek: Werkplek, huishouden_id: UUID) -> bool:
    with plek.store.read() as lezer:
        taken = vandaag.load(plek, lezer).taken
    return any((taak.soort, taak.huishouden_id) == (TaakSoort.SPOED, huishouden_id) for taak in taken)


def _schrijf(plek: Werkplek, huishouden_id: UUID, **velden: object) -> Melding:
    """Put right what stands on the screen *gegevens*, as it was loaded just now."""
    with plek.store.read() as lezer:
        beeld = gegevens.load(lezer, huishouden_id)
    assert beeld.melding is not None
    gegevens.change(plek, beeld, {beeld.melding.id: velden})
    with plek.store.read() as lezer:
        return lezer.get(Melding, beeld.melding.id)


def test_what_cannot_wait_is_first_at_once_and_through_the_weekend_and_the_end_of_the_month(plek: Werkplek) -> None:
    hier = _spoed(plek)
    for moment in (VRIJDAG, *DAARNA):
        _op(plek, moment)
        taak = _eerste(plek)
        assert (taak.soort, taak.huishouden_id) == (TaakSoort.SPOED, hier), moment
        assert (taak.sinds, taak.te_laat) == (date(2027, 4, 30), True), "no day is given to wait for"


@pytest.mark.parametrize("moment", [VRIJDAG, *DAARNA])
def test_the_day_of_the_decision_is_the_very_day_on_which_i_write_it_down(plek: Werkplek, moment: datetime) -> None:
    """Just after midnight it is the next day here, though it is not yet so in UTC; no free day moves it."""
    hier = _spoed(plek)
    _op(plek, moment)
    besloten = _schrijf(plek, hier, spoed_besluit="Vanaf vanavond maaltijden.")
    assert besloten.spoed_besluit_datum == moment.date()
    assert not _is_open(plek, hier)


def test_other_words_for_what_was_decided_keep_its_day_and_no_words_open_it_again(plek: Werkplek) -> None:
    hier = _spoed(plek)
    _op(plek, DAARNA[1])
    _schrijf(plek, hier, spoed_besluit="Maaltijden.")
    _op(plek, DAARNA[3])
    assert _schrijf(plek, hier, spoed_besluit="Maaltijden van de eettafel.").spoed_besluit_datum == date(2027, 5, 1)
    assert not _is_open(plek, hier)
    assert _schrijf(plek, hier, spoed_besluit=None).spoed_besluit_datum is None
    assert _is_open(plek, hier)
    assert _schrijf(plek, hier, spoed_besluit="Toch niet nodig.").spoed_besluit_datum == date(2027, 5, 3)


def test_what_turns_out_later_that_it_cannot_wait_is_first_from_that_moment(plek: Werkplek) -> None:
    hier = _spoed(plek, reden=None)
    _op(plek, DAARNA[2])
    assert not _is_open(plek, hier)
    _schrijf(plek, hier, spoed_reden="De verwarming is stuk.")
    assert (_eerste(plek).soort, _eerste(plek).huishouden_id) == (TaakSoort.SPOED, hier)
