"""What everyone must know of someone holds from a day until a day; a death has one day and does not pass."""

from datetime import date
from uuid import uuid4

import pytest

from kernnetwerk_app.domain.bijzonderheid import (
    Aard,
    Bijzonderheid,
    BijzonderheidInToekomst,
    BijzonderheidVerkeerdeVolgorde,
    BijzonderheidZonderDag,
    check_bijzonderheid,
    geldt,
)
from kernnetwerk_app.domain.errors import KernnetwerkError

VANDAAG = date(2027, 4, 20)
GISTEREN, MORGEN = date(2027, 4, 19), date(2027, 4, 21)


def feit(aard: Aard, begin: date | None = None, einde: date | None = None, weg: date | None = None) -> Bijzonderheid:
    return Bijzonderheid(
        id=uuid4(), inwoner_id=uuid4(), aard=aard, begin_datum=begin, eind_datum=einde, ingetrokken_datum=weg
    )


@pytest.mark.parametrize(
    ("bijzonderheid", "fout"),
    [
        (feit(Aard.OVERLEDEN), BijzonderheidZonderDag),
        (feit(Aard.OVERLEDEN, MORGEN), BijzonderheidInToekomst),
        (feit(Aard.BEWIND, VANDAAG, GISTEREN), BijzonderheidVerkeerdeVolgorde),
    ],
)
def test_what_cannot_be_is_refused(bijzonderheid: Bijzonderheid, fout: type[KernnetwerkError]) -> None:
    with pytest.raises(fout):
        check_bijzonderheid(bijzonderheid, VANDAAG)


@pytest.mark.parametrize(
    ("bijzonderheid", "nu"),
    [
        (feit(Aard.OVERLEDEN, GISTEREN), True),
        (feit(Aard.OVERLEDEN, GISTEREN, GISTEREN), True),
        (feit(Aard.OVERLEDEN, GISTEREN, weg=VANDAAG), False),
        (feit(Aard.GEHEIM_ADRES), True),
        (feit(Aard.GEHEIM_ADRES, MORGEN), False),
        (feit(Aard.GEHEIM_ADRES, GISTEREN, VANDAAG), True),
        (feit(Aard.MENTORSCHAP, None, GISTEREN), False),
    ],
)
def test_it_holds_from_its_first_day_through_its_last(bijzonderheid: Bijzonderheid, nu: bool) -> None:
    assert geldt(bijzonderheid, VANDAAG) is nu
