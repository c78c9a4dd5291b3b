"""How people belong together: what the other one is and does for a resident, how near, and who has the gezag."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import takewhile
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Tekstveld, VoorWie
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.geboortedatum import leeftijd_hoogstens
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.tekst import is_leeg

MEEBESLISSEN, ZELF_BESLISSEN = 12, 16
"""From these ages a child decides along with its parents, and alone (Jeugdwet art. 7.3.4 and 7.3.5)."""
VOLWASSEN = 18
"""From this age there is no gezag over somebody (BW 1:233)."""


class RelatieZonderAnder(KernnetwerkError):
    """It says nothing of who the other one is."""

    code = "relatie.zonder_ander"


class RelatieMetZichzelf(KernnetwerkError):
    code = "relatie.met_zichzelf"


class Gezag(StrEnum):
    """Whether the other one has the gezag; what nobody asked is None, which is not the same as asked and unknown."""

    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"


class Kring(StrEnum):
    """How near somebody stands to the resident on the map that both draw (NET-01)."""

    DICHTBIJ = "dichtbij"
    ROND = "eromheen"
    VERDER = "verder weg"


class Bereid(StrEnum):
    """Whether the other one wants to help (NET-01); what nobody asked is None."""

    JA = "ja"
    NEE = "nee"


PLAATSEN = 12
"""So many places in each ring, as the hours of a clock."""
FORMEEL, MANTELZORG, VRIJWILLIG, BURENHULP = "formeel", "mantelzorg", "vrijwillige_zorg", "burenhulp"
"""Keys of the list `hulpsoorten` (L-14, NET-03) that mean something to the program."""
OUDER, BUUR = "ouder", "buur"
NAASTEN = frozenset({OUDER, "partner", "zoon_dochter", "gezinslid", "familielid", "pleegouder", BUUR, "vriend_kennis"})
"""Keys of the list `relaties` of who stands near anyhow: what they do, they do as that and not as a volunteer."""
_VAN_WIE = frozenset({"van", "voor", "bij", "met"})
_WOORD = re.compile(r"\w+(?:[-\u2010\u2011]\w+)*")
_STREEPJE = re.compile(r"[-\u2010\u2011]")
BELT = "belt"
"""Key of the list `vertrouwensrechten`: this one calls on behalf of the resident, so we speak with them (NET-17)."""
SIGNALEERDER = "signaleerder"
"""Key of the list `rollen`: who noticed something. Nobody reads who that was: see `Relatie.rol_te_lezen`."""
Regel = Annotated[str | None, Field(max_length=300)]


class Relatie(Entiteit):
    """What the other one is to a resident: `relatie` is a key of the list `relaties` (COD472), or own words.

    The other one is a resident too (`ander_id`), or somebody or something with a name only: an organisation, an alarm.
    `rol` is what it does in this question, a key of the list `rollen` (L-02, SIG-27). `gezag` is that of the other one
    over the resident, with where that was seen and on which day.

    The network of a resident is drawn from the same records: `kring` and `plaats` (an hour of the clock, 0 is twelve)
    are where the other one stands on the map, `doet` and `kan` what they do and could do, `hulpsoort` a key of the
    closed list `hulpsoorten` (L-14). `mag_benaderd` is the resident's wish that we speak with this person; nobody does
    before it (NET-04). `niet_benaderen`: the resident was asked and said no; neither of both is not asked yet.
    `vertrouwensrechten`: keys of the list of that name, with a space between them, for who speaks up for a resident
    that cannot keep the regie (NET-17), as agreed on `vertrouwen_datum`; what holds today gives `vertrouwen.rechten`.
    """

    soort: ClassVar[int] = 23
    voor: ClassVar[VoorWie] = VoorWie.PERSOON

    inwoner_id: Annotated[UUID, Eenheid(2)]
    ander_id: Annotated[UUID | None, Eenheid(2)] = None
    ander_naam: Annotated[Regel, Eenheid(2)] = None
    relatie: Annotated[Regel, Eenheid(3)] = None
    gezag: Annotated[Gezag | None, Eenheid(4)] = None
    gezag_bron: Annotated[Regel, Eenheid(4)] = None
    gezag_datum: Annotated[date | None, Eenheid(4)] = None
    telefoon: Annotated[str | None, Field(max_length=40), Eenheid(5)] = None
    eind_datum: Annotated[date | None, Eenheid(6)] = None
    rol: Annotated[Regel, Eenheid(7)] = None
    kring: Annotated[Kring | None, Eenheid(8)] = None
    plaats: Annotated[int | None, Field(ge=0), Eenheid(8)] = None
    doet: Annotated[Tekstveld | None, Eenheid(9)] = None
    kan: Annotated[Tekstveld | None, Eenheid(10)] = None
    bereid: Annotated[Bereid | None, Eenheid(11)] = None
    mag_benaderd: Annotated[bool, Eenheid(12)] = False
    niet_benaderen: Annotated[bool, Eenheid(12)] = False
    hulpsoort: Annotated[Regel, Eenheid(13)] = None
    vertrouwensrechten: Annotated[Regel, Eenheid(14)] = None
    vertrouwen_datum: Annotated[date | None, Eenheid(14)] = None

    @property
    def rol_te_lezen(self) -> str | None:
        """The role that people may read of this one; that somebody noticed something is none (SIGNALEERDER)."""
        return None if self.rol == SIGNALEERDER else self.rol

    @property
    def mag_gebeld(self) -> bool:
        """Whether we may speak with this person: the resident wishes it (NET-04) or agreed that they call (NET-17), it
        is a professional, or a parent with gezag, who decides along by law. A no weighs more than what was agreed.
        """
        belt = BELT in (self.vertrouwensrechten or "").split() and not self.niet_benaderen
        return self.mag_benaderd or belt or self.hulpsoort == FORMEEL or self.gezag is Gezag.JA


@dataclass(frozen=True, slots=True)
class Beslissers:
    """Who decides about someone's data: that person, these parents, or both together."""

    zelf: bool
    ouders: frozenset[UUID]


def check_relatie(relatie: Relatie) -> None:
    """Refuse a relation with nobody, or with oneself."""
    if relatie.ander_id is None and is_leeg(relatie.ander_naam):
        raise RelatieZonderAnder
    if relatie.ander_id == relatie.inwoner_id:
        raise RelatieMetZichzelf


def is_alleen_gemerkt(relatie: Relatie) -> bool:
    """Whether nothing stands in it but that this one noticed something."""
    gezegd = (relatie.kring, relatie.hulpsoort, relatie.doet, relatie.kan, relatie.bereid, relatie.vertrouwensrechten)
    return relatie.rol == SIGNALEERDER and not any(gezegd)


def is_vrijwilliger(relatie: Relatie, naasten: Collection[str]) -> bool:
    """Whether this one comes as a volunteer, which nobody does who stands near anyhow; `naasten`: how people call those
    in words of their own. What comes after *van* or *voor* is of whom or for whom they are it: a maatje of the children
    is no child. A word with hyphens is one word, and of the kind of its last part: an ex-man is a man of one's own, an
    ex-collega is nobody's ex.
    """
    wat = (relatie.relatie or "").lower()
    zelf = set(takewhile(lambda woord: woord not in _VAN_WIE, _WOORD.findall(wat)))
    zelf |= {_STREEPJE.split(woord)[-1] for woord in zelf}
    return relatie.hulpsoort == VRIJWILLIG and wat not in NAASTEN and not zelf & set(naasten)


def is_ouder(relatie: Relatie) -> bool:
    """Whether the other one is a parent, or has or had the gezag."""
    return relatie.relatie == OUDER or relatie.gezag is not None


def is_neergezet(relatie: Relatie) -> bool:
    """Whether somebody said more of this one than what they are: where they stand on the map, or what they do."""
    return any((relatie.kring, relatie.hulpsoort, relatie.doet, relatie.kan, relatie.bereid, relatie.rol_te_lezen))


def geldt(relatie: Relatie, vandaag: date) -> bool:
    """Whether they still belong together today."""
    return relatie.eind_datum is None or vandaag < relatie.eind_datum


def met_gezag(kind_id: UUID, relaties: Iterable[Relatie], vandaag: date) -> frozenset[UUID]:
    """The residents of whom it was seen that they have the gezag; what is unknown or not asked gives nobody a right.

    Of one parent several relations may stand: one that says no, or that it is not known, weighs more than one with yes.
    """
    gezien: dict[UUID, set[Gezag]] = {}
    for relatie in relaties:
        if relatie.inwoner_id == kind_id and relatie.ander_id is not None and relatie.gezag and geldt(relatie, vandaag):
            gezien.setdefault(relatie.ander_id, set()).add(relatie.gezag)
    return frozenset(ander for ander, gezag in gezien.items() if gezag == {Gezag.JA})


def wie_beslist(over: Inwoner, relaties: Iterable[Relatie], vandaag: date) -> Beslissers:
    """Who consents to sharing what is about `over` (Jeugdwet art. 7.3.4, 7.3.5): the parents with gezag until twelve,
    child and parents until sixteen, and from then on the person alone.

    Of who may be sixteen already (only a year is known, or nothing) no parent decides.
    """
    oud = leeftijd_hoogstens(over.geboortedatum, vandaag)
    if oud is None or oud >= ZELF_BESLISSEN:
        return Beslissers(zelf=True, ouders=frozenset())
    return Beslissers(zelf=oud >= MEEBESLISSEN, ouders=met_gezag(over.id, relaties, vandaag))


def beslist_alleen(wie: Inwoner, vandaag: date) -> bool:
    """Whether nobody decides with this one or in their place: whom it says to be a child is one as long as nothing of
    the age is known.
    """
    oud = leeftijd_hoogstens(wie.geboortedatum, vandaag)
    return wie.rol is not RolInHuishouden.KIND if oud is None else oud >= ZELF_BESLISSEN


def grenzen_voorbij(wie: Inwoner, vandaag: date) -> int | None:
    """How many of the ages this one may have passed at which the law lets others decide less (12, 16 and 18); None
    where nothing of the age is known.
    """
    oud = leeftijd_hoogstens(wie.geboortedatum, vandaag)
    return None if oud is None else sum(oud >= grens for grens in (MEEBESLISSEN, ZELF_BESLISSEN, VOLWASSEN))


def is_kind(wie: Inwoner, vandaag: date) -> bool:
    """Under eighteen, or called a child where nobody knows how old."""
    oud = leeftijd_hoogstens(wie.geboortedatum, vandaag)
    return wie.rol is RolInHuishouden.KIND if oud is None else oud < VOLWASSEN


def mag_inzien(wie: Inwoner, over: Inwoner | None, relaties: Iterable[Relatie], vandaag: date) -> bool:
    """Whether what concerns `over` may be on a print for `wie`: oneself, the household as a whole (None), and a child
    under sixteen over whom one has the gezag. What concerns a partner or another adult never is.
    """
    if over is None or over.id == wie.id:
        return True
    return wie.id in wie_beslist(over, relaties, vandaag).ouders
