"""Say of a field, for one test, that it is for others than it was; what was remembered of that is forgotten with it."""

from collections.abc import Callable, Iterator

import pytest

from kernnetwerk_app.domain import base
from kernnetwerk_app.domain.base import Entiteit, Voor, VoorWie

Merk = Callable[[type[Entiteit], str, VoorWie], None]


@pytest.fixture
def merk() -> Iterator[Merk]:
    with pytest.MonkeyPatch.context() as anders:

        def zet(soort: type[Entiteit], veld: str, wie: VoorWie) -> None:
            veldmerk = soort.model_fields[veld]
            anders.setattr(veldmerk, "metadata", [Voor(wie), *veldmerk.metadata])
            _forget()

        yield zet
    _forget()


def _forget() -> None:
    base.voor_wie.cache_clear()
    base._verborgen.cache_clear()
