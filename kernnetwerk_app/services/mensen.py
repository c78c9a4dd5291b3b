"""Who belong to a household, how they belong together, and what who works with them must know (EVV-06, RES-09)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, TypeVar
from uuid import UUID

from kernnetwerk_app.domain import bezoekveiligheid, relatie, verblijf
from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid, check_bezoekveiligheid
from kernnetwerk_app.domain.bijzonderheid import Bijzonderheid, check_bijzonderheid
from kernnetwerk_app.domain.bsn import check_bsn
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.geboortedatum import leeftijd
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.plan import Ondersteuningsplan, PlanStatus
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.relatie import Relatie, check_relatie
from kernnetwerk_app.domain.samenvoeging import Samenvoeging, Soort, opgegaan_in
from kernnetwerk_app.domain.verblijf import Verblijf, check_verblijf
from kernnetwerk_app.services import inwoner
from kernnetwerk_app.services.adres import Adresdoel, adres_voor, mag_adres
from kernnetwerk_app.services.bijzonderheid import Overleden, geldende, gestopt, is_geheim
from kernnetwerk_app.services.inwoner import alle_ids, hoofdpersoon, leden
from kernnetwerk_app.services.kindplan import Kindplan, kindplannen
from kernnetwerk_app.services.relatie import Kindrecht, kinderen
from kernnetwerk_app.services.tekst import Bases, maak, wijzig
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import BestaatNiet, Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork

T = TypeVar("T", bound=Entiteit)
THUIS = "thuis"
"""The key of one's own house in the list `ontmoetplekken`."""


@dataclass(frozen=True, slots=True)
class Lid:
    """One member, with age in whole years where it can be told."""

    inwoner: Inwoner
    leeftijd: int | None
    bijzonderheden: tuple[Bijzonderheid, ...]


@dataclass(frozen=True, slots=True)
class Elders:
    """A stay: who it is about, the other household as far as it is on this laptop, and whether there is a plan there.

    `huishouden_id` is the other one as seen from the dossier that shows it.
    """

    verblijf: Verblijf
    wie: Inwoner
    huishouden_id: UUID | None
    naam: str
    heeft_plan: bool
    kindplan: Kindplan | None = None
    """The own plan of this child, or the room for one; None for who is no child."""


@dataclass(frozen=True, slots=True)
class Bereik:
    """How someone is reached and heard best, for every contact (RES-09, EVV-23); keys of lists, or own words."""

    kanaal: str | None
    waar_gezien: str | None
    taal: str | None
    tolk: str | None
    hoort_moeilijk: bool
    ziet_moeilijk: bool
    leest_moeilijk: bool

    @property
    def vraagt_iets(self) -> bool:
        """Whether who speaks with this person has to do something for it."""
        return bool(self.taal or self.tolk or self.hoort_moeilijk or self.ziet_moeilijk or self.leest_moeilijk)


Bereiken = tuple[tuple[Inwoner, Bereik], ...]
"""Of each member of whom something is to be known; who has the question stands first, and always."""


@dataclass(frozen=True, slots=True)
class MensenKop:
    """What everyone who works with these people must know, in the head of the dossier."""

    overleden: Overleden | None
    """Who died, where letters and tasks have stopped for it."""
    geheim_adres: bool
    veiligheid: tuple[Bezoekveiligheid, ...]
    """What who visits today must know."""
    bereik: Bereiken


@dataclass(frozen=True, slots=True)
class Bezoekkop:
    """What stands beside a visit: safety in the worker's own words, whom to call after it, and how to be heard.

    Somebody waits for a call when there is a `meld_nummer`: before `meld_voor`, or `meld_minuten` after a visit that
    ends at an unknown hour.
    """

    feiten: tuple[str, ...]
    meld_voor: time | None
    meld_minuten: int | None
    meld_bij: str
    meld_nummer: str | None
    overleden: bool
    geheim_adres: bool
    hoe: tuple[tuple[str, Bereik], ...]
    """As `bereik_op_lijst`."""


@dataclass(frozen=True, slots=True)
class MensenBeeld:
    """Everything that the screen shows. `kent` gives a name for every resident id in it; `bases` by record."""

    huishouden: Huishouden
    leden: tuple[Lid, ...]
    vertrokken: tuple[Inwoner, ...]
    relaties: tuple[Relatie, ...]
    kinderen: tuple[Kindrecht, ...]
    """Who decides about each child, and who may read about it."""
    verblijven: tuple[Elders, ...]
    """Of these members elsewhere."""
    gasten: tuple[Elders, ...]
    """Who live here too and have their dossier elsewhere."""
    veiligheid: tuple[Bezoekveiligheid, ...]
    samenvoegingen: tuple[Samenvoeging, ...]
    geheim_adres: bool
    kent: Mapping[UUID, Inwoner]
    medewerkers: Mapping[UUID, str]
    bases: Mapping[UUID, Bases]

    def lid(self, inwoner_id: UUID) -> Lid | None:
        """The member with this id."""
        return next((lid for lid in self.leden if lid.inwoner.id == inwoner_id), None)


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> MensenBeeld:
    """The people of a dossier as of today."""
    huishouden, vandaag = lezer.get(Huishouden, huishouden_id), plek.vandaag
    nu = [_lid(lezer, mens, vandaag) for mens in leden(lezer, huishouden_id)]
    hier = lezer.find(Inwoner, huishouden_id=huishouden_id)
    relaties = [r for r in lezer.find(Relatie, huishouden_id=huishouden_id) if relatie.geldt(r, vandaag)]
    verblijven = [v for v in lezer.find(Verblijf, huishouden_id=huishouden_id) if verblijf.geldt(v, vandaag)]
    gasten = [v for v in lezer.find(Verblijf, elders_id=_all_of(lezer, huishouden_id)) if verblijf.geldt(v, vandaag)]
    veiligheid = geldende_veiligheid(lezer, huishouden_id, vandaag)
    kent = _known(lezer, [lid.inwoner for lid in nu], hier)
    van_kind = {een.kind.id: een for een in kindplannen(plek, lezer, huishouden_id)}
    records: list[Entiteit] = [
        *hier,
        *relaties,
        *verblijven,
        *veiligheid,
        *(b for lid in nu for b in lid.bijzonderheden),
    ]
    return MensenBeeld(
        huishouden=huishouden,
        leden=tuple(nu),
        vertrokken=tuple(mens for mens in hier if mens.vertrokken_datum is not None),
        relaties=tuple(relaties),
        kinderen=kinderen([lid.inwoner for lid in nu], relaties, kent, vandaag),
        verblijven=tuple(e for v in verblijven if (e := _elders(lezer, v, v.elders_id, van_kind)) is not None),
        gasten=tuple(e for v in gasten if (e := _elders(lezer, v, v.huishouden_id, van_kind)) is not None),
        veiligheid=tuple(veiligheid),
        samenvoegingen=tuple(s for s in lezer.find(Samenvoeging, huishouden_id=huishouden_id) if s.staat),
        geheim_adres=is_geheim(lezer, huishouden_id, vandaag),
        kent=kent,
        medewerkers={medewerker.id: medewerker.naam for medewerker in lezer.find(Medewerker)},
        bases=lezer.bases_van(record.id for record in records),
    )


def load_kop(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> MensenKop:
    """The same few facts for every screen of this dossier."""
    return MensenKop(
        overleden=gestopt(lezer, huishouden_id),
        geheim_adres=is_geheim(lezer, huishouden_id, plek.vandaag),
        veiligheid=tuple(geldende_veiligheid(lezer, huishouden_id, plek.vandaag)),
        bereik=bereiken(lezer, huishouden_id),
    )


def load_bezoekkop(plek: Werkplek, lezer: Lezer, huishouden: Huishouden, tot: time | None) -> Bezoekkop:
    """For a visit that ends at `tot`, as far as that is known. Of several times to call, the first."""
    kop = load_kop(plek, lezer, huishouden.id)
    melden = [(feit.meld_minuten, feit) for feit in kop.veiligheid if feit.meld_minuten is not None]
    minuten, bij = min(melden, key=lambda keer: keer[0], default=(None, None))
    return Bezoekkop(
        feiten=feiten_op_lijst(plek, lezer, huishouden.id),
        meld_voor=bezoekveiligheid.meld_voor(bij, tot) if bij else None,
        meld_minuten=minuten,
        meld_bij=(bij.meld_bij or "") if bij else "",
        meld_nummer=bij.meld_nummer if bij else None,
        overleden=kop.overleden is not None,
        geheim_adres=kop.geheim_adres,
        hoe=bereik_op_lijst(lezer, huishouden.id),
    )


def bereik_van(mens: Inwoner) -> Bereik:
    """The same facts without who it is: for a list that others may see."""
    return Bereik(**{veld: getattr(mens, veld) for veld in Bereik.__dataclass_fields__})


def bereiken(lezer: Lezer, huishouden_id: UUID) -> Bereiken:
    """How each member is reached and heard best, for the head of every contact (RES-09)."""
    try:
        eerste = hoofdpersoon(lezer, huishouden_id)
    except BestaatNiet:
        return ()
    anderen = [(mens, bereik_van(mens)) for mens in leden(lezer, huishouden_id) if mens.id != eerste.id]
    return ((eerste, bereik_van(eerste)), *((mens, hoe) for mens, hoe in anderen if hoe.vraagt_iets))


def bereik_op_lijst(lezer: Lezer, huishouden_id: UUID) -> tuple[tuple[str, Bereik], ...]:
    """The same for a list that others may see: before it the initials, or nothing for who has the question."""
    return tuple(
        (mens.voorletters if plaats else "", hoe) for plaats, (mens, hoe) in enumerate(bereiken(lezer, huishouden_id))
    )


def waar_gezien(profiel: Gemeenteprofiel, mens: Inwoner) -> str:
    """Where this person wants to be seen, in words; empty for at home, and for who was not asked."""
    return "" if mens.waar_gezien == THUIS else profiel.lijst("ontmoetplekken").label(mens.waar_gezien)


def geldende_veiligheid(lezer: Lezer, huishouden_id: UUID, vandaag: date) -> list[Bezoekveiligheid]:
    """What who visits this household today must know."""
    gevonden = lezer.find(Bezoekveiligheid, huishouden_id=huishouden_id)
    return [feit for feit in gevonden if bezoekveiligheid.geldt(feit, vandaag)]


def feiten_op_lijst(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> tuple[str, ...]:
    """The same facts for a list that others may see: a name in it is a letter, and no other word is lost."""
    feiten = geldende_veiligheid(lezer, huishouden_id, plek.vandaag)
    return tuple(inwoner.zonder_namen(plek, lezer, huishouden_id, v.feit, begin_blijft=True) for v in feiten)


def leg_vast(
    plek: Werkplek,
    soort: type[T],
    huishouden_id: UUID,
    velden: Mapping[str, Any],
    geladen: T | None = None,
    bases: Bases | None = None,
    herkomst: object = None,
    concept: str = "",
) -> Changes:
    """A new record about the people of a dossier, or `geladen` changed in a form that loaded it with `bases`.

    Takes in the form kept as `concept`. Raises what the check of its kind, `check_bsn` and `wijzig` raise.
    """
    with plek.store.write(herkomst) as werk:
        if geladen is None:
            record: Entiteit = maak(soort, id=plek.new_id(), huishouden_id=huishouden_id, **velden)
        else:
            record = _change(plek, werk, geladen, bases or {}, velden)
        _CHECKS[soort](record, plek)
        if geladen is None:
            werk.add(record)
        werk.keep_concept(concept, {})
        return werk.commit(f"{soort.__name__.lower()}.vastgelegd", huishouden_id)


def _change(plek: Werkplek, werk: UnitOfWork, geladen: Entiteit, bases: Bases, velden: Mapping[str, Any]) -> Entiteit:
    if isinstance(geladen, Inwoner):
        return inwoner.change(plek, werk, geladen, bases, velden)
    return wijzig(werk, geladen, bases, velden)


def _check_inwoner(mens: Any, plek: Werkplek) -> None:
    if mens.bsn is not None:
        check_bsn(mens.bsn, oefenen=plek.profiel.oefenen)


_CHECKS: Mapping[type[Entiteit], Callable[[Any, Werkplek], None]] = {
    Inwoner: _check_inwoner,
    Relatie: lambda record, _: check_relatie(record),
    Bijzonderheid: lambda record, plek: check_bijzonderheid(record, plek.vandaag),
    Bezoekveiligheid: lambda record, _: check_bezoekveiligheid(record),
    Verblijf: lambda record, _: check_verblijf(record),
}
"""What each kind refuses, before anything of it is durable."""


def _lid(lezer: Lezer, mens: Inwoner, vandaag: date) -> Lid:
    oud = leeftijd(mens.geboortedatum, vandaag) if mens.geboortedatum else None
    return Lid(mens, oud, tuple(geldende(lezer, mens.id, vandaag)))


def _known(lezer: Lezer, nu: list[Inwoner], hier: list[Inwoner]) -> dict[UUID, Inwoner]:
    """Every resident of this dossier by each id that stands for them; who is one with another is shown as that one."""
    kent = {mens.id: mens for mens in hier}
    return kent | {een: mens for mens in nu for een in alle_ids(lezer, mens.id)}


def _all_of(lezer: Lezer, huishouden_id: UUID) -> list[UUID]:
    """This dossier, and those that went up in it."""
    op = opgegaan_in(lezer.find(Samenvoeging, waarvan=Soort.DOSSIER), Soort.DOSSIER)
    return [huishouden_id, *(weg for weg, blijft in op.items() if blijft == huishouden_id)]


def _elders(lezer: Lezer, stay: Verblijf, ander_id: UUID | None, van_kind: Mapping[UUID, Kindplan]) -> Elders | None:
    """None when who it is about is not on this laptop."""
    wie, ander = lezer.find_one(Inwoner, stay.inwoner_id), lezer.find_one(Huishouden, ander_id)
    if wie is None:
        return None
    if ander is not None and ander.huishouden_id is not None:
        ander = lezer.get(Huishouden, ander.huishouden_id)  # it may have gone up in another
    plannen = (
        lezer.find(Ondersteuningsplan, huishouden_id=ander.id, status=PlanStatus.ACTIEF, kind_id=None) if ander else []
    )
    naam = ander.aanduiding if ander else stay.elders or ""
    kind = van_kind.get(alle_ids(lezer, wie.id)[0])
    return Elders(stay, wie, ander.id if ander else None, naam, bool(plannen), kind)


def waar_bezoek(plek: Werkplek, lezer: Lezer, contact: Contact, huishouden: Huishouden | None) -> str:
    """Where one goes: as agreed for this visit, else where the resident wants to be seen (EVV-23), else at home.

    Where the address is secret nothing that somebody typed as the place is shown: it may be that address. Of a name in
    it one letter is left; street and house number stay.
    """
    if huishouden is None:
        return contact.plek or ""
    try:
        wie = hoofdpersoon(lezer, huishouden.id)
    except BestaatNiet:  # the people are still on their way, and with them that the address may be secret
        return ""
    voorkeur = waar_gezien(plek.profiel, wie)
    if not mag_adres(plek, lezer, huishouden, Adresdoel.DAGLIJST):
        return voorkeur if plek.profiel.lijst("ontmoetplekken").find(wie.waar_gezien) else ""
    getypt = contact.plek or voorkeur
    if not getypt:
        return adres_voor(plek, lezer, huishouden, Adresdoel.DAGLIJST)
    is_adres = any(teken.isdigit() for teken in getypt)
    return getypt if is_adres else inwoner.zonder_namen(plek, lezer, huishouden.id, getypt, begin_blijft=True)
