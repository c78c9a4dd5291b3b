"""What the tests of the legal clock share: the real calendar, and a term of any length."""

import tomllib
from datetime import date

from kernnetwerk_app.domain.kalender import Kalender
from kernnetwerk_app.domain.rekensom import Regelsoort, Somregel
from kernnetwerk_app.domain.termijn import BerekendeTermijn, bereken
from kernnetwerk_app.domain.wettermijn import Duur, Termijn, Tijdseenheid
from kernnetwerk_app.paths import resource

DAGEN, WEKEN, MAANDEN, JAREN = Tijdseenheid

KALENDER = Kalender.uit_gegevens(tomllib.loads(resource("lijsten", "feestdagen.toml").read_text(encoding="utf-8")))


def maak_termijn(aantal: int, eenheid: Tijdseenheid, *, terug: bool = False, geen_atw: str = "") -> Termijn:
    return Termijn(
        code="proef",
        duur=Duur(aantal, eenheid),
        grond="Een wet, artikel 1",
        begin="Het begin",
        begin_kort="begin",
        einde="Het eind",
        terug=terug,
        geen_atw=geen_atw,
    )


def einden(wettermijn: Termijn, begin: date) -> tuple[date, date]:
    uitkomst = bereken(wettermijn, begin, KALENDER)
    return uitkomst.kaal_einde, uitkomst.wettelijk_einde


def regel(uitkomst: BerekendeTermijn, soort: Regelsoort) -> list[Somregel]:
    return [regel for regel in uitkomst.regels if regel.soort is soort]
