"""What a record says of a paper that somebody got: delivered is said once, and where it is looked for (NET-21)."""

from datetime import date

from kernnetwerk_app.domain.bezorging import Bezorging, Stuksoort
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.store.unit_of_work import UnitOfWork


def noteer(werk: UnitOfWork, een: Bezorging, dag: date) -> None:
    """The tasks of a volunteer were given on this day, under the yes that they rest on."""
    ja = _ja(werk, een)
    if ja is not None:
        werk.change(ja, afschrift_datum=dag)


def neem_terug(werk: UnitOfWork, een: Bezorging) -> None:
    """They were not given after all; a day that says something else stays."""
    ja = _ja(werk, een)
    if ja is not None and ja.afschrift_datum == een.gedaan_datum:
        werk.change(ja, afschrift_datum=None)


def _ja(werk: UnitOfWork, een: Bezorging) -> Toestemming | None:
    return werk.find_one(Toestemming, een.van_id) if een.stuk is Stuksoort.TAKEN else None
