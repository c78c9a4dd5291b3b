"""What a resident agreed with who speaks up for them, and which paper each agreement opens (NET-17)."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from kernnetwerk_app.domain.bezorging import Stuksoort
from kernnetwerk_app.domain.relatie import BELT, Relatie, geldt

SLEUTEL = "vertrouwd"
"""Begin of the key with which a vertrouwenspersoon reads a paper, before the id of the relation. Apart from that of any
other reader: what they get is no delivery to the resident, so it ends no term of law.
"""


class Vertrouwensrecht(StrEnum):
    """Keys of the list `vertrouwensrechten`: what the program does with each of them."""

    BIJ_GESPREKKEN = "bij_gesprekken"
    DENKT_MEE = "denkt_mee"
    LEEST_MEE = "leest_mee"
    LEEST_VERSLAG = "leest_verslag"
    KRIJGT_AFSPRAKEN = "krijgt_afspraken"
    BELT = BELT


OPENT: Mapping[Stuksoort, Vertrouwensrecht] = {
    **dict.fromkeys((Stuksoort.PLAN, Stuksoort.CONCEPT, Stuksoort.GIDS), Vertrouwensrecht.LEEST_MEE),
    Stuksoort.VERSLAG: Vertrouwensrecht.LEEST_VERSLAG,
    **dict.fromkeys(
        (
            Stuksoort.STAPPENKAART,
            Stuksoort.AFSPRAKEN,
            Stuksoort.AFSPRAAK,
            Stuksoort.WIE_IS_WIE,
            Stuksoort.CONTACTKAART,
            Stuksoort.WEGWIJZER,
        ),
        Vertrouwensrecht.KRIJGT_AFSPRAKEN,
    ),
}
"""A paper that is not here is for nobody else: the map of the network is about others, a form of consent and the story
of a mantelzorger are of one person.
"""
LEESRECHTEN = tuple(dict.fromkeys(OPENT.values()))
VAN_HET_HUISHOUDEN = frozenset({Stuksoort.PLAN, Stuksoort.CONCEPT, Stuksoort.GIDS, Stuksoort.VERSLAG})
"""These tell of everybody at home, so the yes of one of them is not enough (RES-01)."""


def is_voor_vertrouwd(lezersleutel: str) -> bool:
    """Whether the reader of this key is a vertrouwenspersoon."""
    return lezersleutel.startswith(f"{SLEUTEL}.")


def rechten(relatie: Relatie, vandaag: date) -> tuple[str, ...]:
    """What holds today, in the order in which it was agreed: nothing once they do not belong together any more, and
    nothing while the resident does not want us to speak with this one.
    """
    if relatie.niet_benaderen or not geldt(relatie, vandaag):
        return ()
    return tuple(dict.fromkeys((relatie.vertrouwensrechten or "").split()))
