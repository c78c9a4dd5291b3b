"""The AVG package as a concept: all that this laptop holds about one person, marked for an officer to review (RES-11).

It is never ready to give. What is about another, names another or may come from another is marked (Wmo 2015 art. 5.3.2
lid 4); of what is shielded, or went out in danger, only that it is there: others in the house may see this paper.

For who stands near and does not live here only what is of them: their relations, their own record as a mantelzorger,
how they held up, and what they asked. The dossier is another's; only how often they are named in it is told.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.documents.rechtenblad_pdf import Rechtdeel, Rechtregel
from kernnetwerk_app.domain.base import Entiteit, VoorWie, voor_wie
from kernnetwerk_app.domain.bezorging import VAN_EEN, Bezorging
from kernnetwerk_app.domain.bijlage import Bijlage
from kernnetwerk_app.domain.bijzonderheid import Bijzonderheid
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.deelname import WIE_ER_WAREN, is_zonder_inwoner
from kernnetwerk_app.domain.draagkracht import Draagkracht, voor_inwoner
from kernnetwerk_app.domain.eerste_vraagverheldering import EersteVraagverheldering
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.mantelzorg import VOOR_INWONER, Mantelzorg, mantelzorg_id
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.naamgenoot import zelfde
from kernnetwerk_app.domain.ondertekening import Ondertekening
from kernnetwerk_app.domain.overdracht import Overdracht
from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.relatie import SIGNALEERDER, Relatie, mag_inzien
from kernnetwerk_app.domain.signaal import Signaal
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.domain.verzoek import Verzoek
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.domain.vraagverheldering import Antwoord
from kernnetwerk_app.oplog.units import SOORTEN
from kernnetwerk_app.services import indeling
from kernnetwerk_app.services.avgwoorden import Namen, groot, printbaar, toon, veldnaam
from kernnetwerk_app.services.inwoner import alle_ids, hoofdpersoon
from kernnetwerk_app.services.inzage import dossiers
from kernnetwerk_app.services.keuzewoorden import bekende_vraag
from kernnetwerk_app.services.kindplan import records_van_kinderen
from kernnetwerk_app.services.naaste import Naaste, buiten
from kernnetwerk_app.services.relatie import is_van_ander
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import Tekst, load

_OVER = ("over_id", "inwoner_id")
"""Fields that say about whom a record is, the first that is filled in. Of another's record they say whose it is."""
_BRON: dict[type[Entiteit], frozenset[str]] = {
    Signaal: frozenset(Signaal.model_fields),
    Melding: frozenset({"melder_naam", "melder_relatie", "aanleiding"}),
}
"""What may tell who told something: a source is protected, whoever it is about."""
_VAN_DE_ANDER = frozenset({"ander_id", "ander_naam", "telefoon", "rol", "doet", "kan", "bereid"})
"""Of a `Relatie` what is told of the other one in it."""
_WENS = frozenset({"kring", "mag_benaderd", "niet_benaderen"})
"""What the resident wishes of them, and how near the resident drew them (NET-04): never for who it is about."""
_SAMEN = frozenset({"relatie", "gezag", "gezag_bron", "gezag_datum", "vertrouwensrechten", "vertrouwen_datum"})
"""What both are to each other, or agreed."""
_VEILIGHEID = frozenset({"veiligheid_datum"})
"""That somebody was asked whether they are safe is told on no paper either: who reads along may be the danger."""
_KORTST = 3
"""A shorter word than this is taken for nobody's name."""


@dataclass(frozen=True, slots=True)
class _Kijker:
    """Who it is for (`eigen`, and the stories as a mantelzorger that are theirs), and how others are known."""

    eigen: frozenset[UUID]
    verhalen: frozenset[UUID]
    banden: frozenset[UUID]
    """The relations of who stands near: of somebody who lives here none, whose relations are about who they are."""
    te_lezen: frozenset[UUID]
    """The stories of mantelzorgers who let the resident read them, for that resident; for anybody else none."""
    kinderen: frozenset[UUID]
    """Of whom this person decides, and may read all."""
    is_vrager: bool
    """Whether it is their question: what is of nobody in particular is theirs then, and else another's."""
    anderen: tuple[re.Pattern[str], ...]
    profiel: Gemeenteprofiel
    van_kind: Mapping[UUID, UUID]
    """By record of a child's own plan which child: it is not of whose question it is, and both parents speak in it."""
    gemeten: Mapping[UUID, tuple[Draagkracht, ...]]
    """By signal the measurements that made it: it says how a mantelzorger holds up (NET-08)."""
    vragen: Mapping[str, VoorWie]
    """By key for whom the answer to a question of the list is."""
    namen: Namen
    t: Tekst

    @property
    def is_naaste(self) -> bool:
        return bool(self.banden)

    def merken(self, record: Entiteit, veld: str, woorden: str) -> list[str]:
        """What an officer looks at first; nothing for what is plainly this person's own."""
        wie = self._voor(record, veld)
        gevonden = ["afgeschermd"] if wie is VoorWie.AFGESCHERMD else []
        if self.is_naaste and isinstance(record, Relatie) and veld in _WENS | _SAMEN:
            gevonden.append("wens" if veld in _WENS else "samen")
        if self.over_ander(record) or not _woord(self.t, type(record)):
            gevonden.append("ander")
        elif self._noemt(record, veld, woorden):
            gevonden.append("noemt")
        if veld in _BRON.get(type(record), ()) or (isinstance(record, Relatie) and record.rol == SIGNALEERDER):
            gevonden.append("bron")
        if wie is VoorWie.PROFESSIONAL:
            gevonden.append("werk")
        return gevonden

    def is_dicht(self, record: Entiteit, veld: str) -> bool:
        """Whether it is what somebody else told of themselves, or is known of them, and this person may not read that
        (AVG art. 15 lid 4); of whom it is does stand there. What a mantelzorger lets the resident read may.
        """
        if isinstance(record, Mantelzorg | Draagkracht):
            gezegd = voor_inwoner(record, veld) if isinstance(record, Draagkracht) else veld in VOOR_INWONER
            return self.over_ander(record) and not (gezegd and _verhaal(record) in self.te_lezen)
        metingen = self.gemeten.get(record.id, ())
        if metingen:
            te_lezen = all(voor_inwoner(m, "overbelast") and _verhaal(m) in self.te_lezen for m in metingen)
            return self.over_ander(record) and not te_lezen
        wie = record.id if isinstance(record, Inwoner) else _over(record)
        is_apart = voor_wie(type(record), veld) is not VoorWie.TAFEL and veld not in _OVER
        is_ander = wie is not None or getattr(record, "relatie_id", None) is not None
        return is_apart and is_ander and self.over_ander(record) and wie not in self.kinderen

    def over_ander(self, record: Entiteit) -> bool:
        if record.id in self.van_kind:
            return isinstance(record, Ondertekening) or self.van_kind[record.id] not in self.eigen
        if isinstance(record, Inwoner):
            return record.id not in self.eigen
        if isinstance(record, Mantelzorg | Draagkracht):
            return _verhaal(record) not in self.verhalen
        if record.id in self.gemeten:
            return any(_verhaal(meting) not in self.verhalen for meting in self.gemeten[record.id])
        if isinstance(record, Relatie | Verzoek) and (self.banden or getattr(record, "relatie_id", None) is not None):
            return not self.is_van(record)
        over = _over(record)
        if over is None:
            return not self.is_vrager and not isinstance(record, Huishouden)
        return over not in self.eigen

    def is_van(self, record: Entiteit) -> bool:
        """Whether it is a record of who stands near."""
        if isinstance(record, Relatie):
            return record.id in self.banden
        if isinstance(record, Verzoek):
            return record.relatie_id in self.banden
        return isinstance(record, Mantelzorg | Draagkracht) and _verhaal(record) in self.verhalen

    def _voor(self, record: Entiteit, veld: str) -> VoorWie:
        """For whom it is: as its field says, or the question that it answers. What went out in danger is shielded: who
        reads along may be the danger (tensions T-02 and T-03). So is who spoke without the resident (0036).
        """
        if isinstance(record, Overdracht | Toestemming) and not self.profiel.delen.aan_tafel(record.grond):
            return VoorWie.AFGESCHERMD
        if isinstance(record, EersteVraagverheldering) and veld in _VEILIGHEID:
            return VoorWie.AFGESCHERMD
        if isinstance(record, Contact) and is_zonder_inwoner(record) and veld in WIE_ER_WAREN:
            return VoorWie.AFGESCHERMD
        if isinstance(record, Bijlage):
            return record.voor_wie
        if isinstance(record, Antwoord) and not bekende_vraag(self.profiel, record.sleutel):
            return VoorWie.AFGESCHERMD  # asked by a list that is not here, which may be about whether one is safe
        vraag = self.vragen.get(record.sleutel) if isinstance(record, Antwoord) else None
        return vraag if vraag is not None else voor_wie(type(record), veld)

    def _noemt(self, record: Entiteit, veld: str, woorden: str) -> bool:
        gaat_over = isinstance(record, Relatie) and not self.banden and veld in _VAN_DE_ANDER
        van_ander = gaat_over and getattr(record, "ander_id", None) not in self.eigen
        return van_ander or any(naam.search(woorden) for naam in self.anderen)


def build(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, wie: Inwoner) -> tuple[Rechtdeel, ...]:
    """By life domain and by kind of record, in the order of writing; what was marked stands with its marks."""
    t = load("rechtenblad").met(plek.profiel.zeg)
    hier = dossiers(lezer, huishouden_id)
    kijker = _kijker(plek, lezer, hier, wie, t)
    uitleg = tuple(t(f"avg.uitleg_{nummer}") for nummer in ("een", "twee", "drie", "vier"))
    return (Rechtdeel(t("avg.kop_uitleg"), uitleg), *_delen(plek, lezer, kijker, hier, lambda _: True))


def build_naaste(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, wie: Naaste) -> tuple[Rechtdeel, ...]:
    """The same for who stands near: their own records, and how many others name them."""
    t = load("rechtenblad").met(plek.profiel.zeg)
    hier = dossiers(lezer, huishouden_id)
    kijker = _kijker(plek, lezer, hier, wie, t)
    uitleg = [t(f"avg.naaste_{nummer}") for nummer in ("een", "twee")]
    genoemd = _genoemd(lezer, kijker, hier, wie)
    woord = "geen" if not genoemd else "een_keer" if genoemd == 1 else "vaker"
    uitleg.append(t(f"avg.genoemd_{woord}", aantal=genoemd))
    if any(zelfde(ander.naam, wie.naam) and ander != wie for ander in buiten(lezer, hier)):
        uitleg.append(t("avg.naamgenoot"))
    return (Rechtdeel(t("avg.kop_uitleg"), tuple(uitleg)), *_delen(plek, lezer, kijker, hier, kijker.is_van))


def _delen(
    plek: Werkplek, lezer: Lezer, kijker: _Kijker, hier: Sequence[UUID], mee: Callable[[Entiteit], bool]
) -> tuple[Rechtdeel, ...]:
    """What goes along: by life domain what is of one (OND-03), the rest by kind, under what such records are called."""
    t, gebied_van, koppen = kijker.t, indeling.gebied_van(plek, lezer, hier), dict[str, str]()
    koppen |= {gebied.sleutel: gebied.naam for gebied in plek.profiel.leefgebieden.leefgebieden}
    delen: dict[str, list[Rechtregel]] = {sleutel: [] for sleutel in koppen}
    for soort in SOORTEN.values():
        woord, anders = _woord(t, soort) or "avg.anders", soort.__name__
        koppen[anders] = t(woord)
        records = filter(mee, lezer.find(soort, zonder=groot(soort), huishouden_id=hier))
        for nummer, record in enumerate(records, 1):
            gebied, kop = gebied_van(record), t("avg.stuk", nummer=nummer)
            if gebied:
                regels = tuple(_regels_van(kijker, record, t("avg.stuk_van", soort=t(woord), nummer=nummer)))
                if all(regel.woorden != t("avg.niet_getoond") for regel in regels):
                    delen[gebied].extend(regels)
                    continue  # else the heading would tell what it is about
            delen.setdefault(anders, []).extend(_regels_van(kijker, record, kop))
    return tuple(Rechtdeel(koppen[sleutel], regels=tuple(regels)) for sleutel, regels in delen.items() if regels)


def _kijker(plek: Werkplek, lezer: Lezer, hier: Sequence[UUID], wie: Inwoner | Naaste, t: Tekst) -> _Kijker:
    eigen = wie.eigen if isinstance(wie, Naaste) else frozenset(alle_ids(lezer, wie.id))
    eigen_banden = frozenset(r.id for r in wie.relaties) if isinstance(wie, Naaste) else frozenset[UUID]()
    relaties = [r for r in lezer.find(Relatie, huishouden_id=hier) if r.ander_id in eigen or r.id in eigen_banden]
    is_vrager = hoofdpersoon(lezer, hier[0]).id in eigen
    return _Kijker(
        eigen=eigen,
        verhalen=frozenset(mantelzorg_id(relatie.id) for relatie in relaties),
        banden=eigen_banden,
        te_lezen=frozenset(_te_lezen(plek, lezer, hier, eigen)) if is_vrager else frozenset(),
        kinderen=_kinderen(plek, lezer, hier, wie),
        is_vrager=is_vrager,
        anderen=_anderen(lezer, hier, wie),
        profiel=plek.profiel,
        van_kind=records_van_kinderen(lezer, hier),
        gemeten=_gemeten(lezer, hier),
        vragen={
            leefgebied.veldsleutel(veld): veld.voor
            for leefgebied in plek.profiel.leefgebieden.leefgebieden
            for veld in leefgebied.velden
        },
        namen=Namen(
            {mens.id: mens.naam or mens.aanhef for mens in lezer.find(Inwoner)},
            {doel.id: doel.tekst for doel in lezer.find(Doel, huishouden_id=hier)},
            {een.id: een.naam for een in lezer.find(Voorziening)},
        ),
        t=t,
    )


def _te_lezen(plek: Werkplek, lezer: Lezer, hier: Sequence[UUID], zelf: frozenset[UUID]) -> Iterator[UUID]:
    """Whose story is open to whose question it is; who cares for another adult of the house told that one."""
    for een in lezer.find(Mantelzorg, huishouden_id=hier, inwoner_mag_zien=True):
        relatie = lezer.find_one(Relatie, een.relatie_id)
        if relatie is not None and not is_van_ander(lezer, relatie, zelf, plek.vandaag):
            yield een.id


def _gemeten(lezer: Lezer, hier: Sequence[UUID]) -> dict[UUID, tuple[Draagkracht, ...]]:
    gemaakt: dict[UUID, tuple[Draagkracht, ...]] = {}
    for een in lezer.find(Draagkracht, huishouden_id=hier):
        if een.signaal_id is not None:
            gemaakt[een.signaal_id] = (*gemaakt.get(een.signaal_id, ()), een)
    return gemaakt


def _woord(t: Tekst, soort: type[Entiteit]) -> str:
    """Key of what a kind is called here. One that nobody named has not been looked at: all of it is marked."""
    sleutel = f"avg.soort.{soort.__name__.lower()}"
    return sleutel if sleutel in t else ""


def _over(record: Entiteit) -> UUID | None:
    """About whom a record is; None for what is of nobody in particular."""
    if isinstance(record, Bezorging) and record.stuk in VAN_EEN:
        return record.van_id
    return next((waarde for veld in _OVER if (waarde := getattr(record, veld, None)) is not None), None)


def _kinderen(plek: Werkplek, lezer: Lezer, hier: Sequence[UUID], wie: Inwoner | Naaste) -> frozenset[UUID]:
    if isinstance(wie, Naaste):
        return frozenset()
    relaties = lezer.find(Relatie, huishouden_id=hier)
    leden = lezer.find(Inwoner, huishouden_id=hier)
    return frozenset(een.id for een in leden if een.id != wie.id and mag_inzien(wie, een, relaties, plek.vandaag))


def _verhaal(record: Mantelzorg | Draagkracht) -> UUID:
    return record.id if isinstance(record, Mantelzorg) else record.mantelzorg_id


def _genoemd(lezer: Lezer, kijker: _Kijker, hier: Sequence[UUID], wie: Naaste) -> int:
    """How many records of others have a word of this name in them that is nobody else's name in this dossier."""
    bewoners = {woord for mens in lezer.find(Inwoner, huishouden_id=hier) for woord in _woorden(mens.naam)}
    eigen = [_heel_woord(woord) for woord in sorted(_woorden(wie.naam) - bewoners)] or [_heel_woord(wie.naam)]
    keer = 0
    for soort in SOORTEN.values():
        for record in lezer.find(soort, zonder=groot(soort), huishouden_id=hier):
            waarden = [waarde for veld in printbaar(soort) if isinstance(waarde := getattr(record, veld, None), str)]
            keer += not kijker.is_van(record) and any(naam.search(waarde) for waarde in waarden for naam in eigen)
    return keer


def _regels_van(kijker: _Kijker, record: Entiteit, kop: str) -> Iterator[Rechtregel]:
    """One record. What is not shown stands there once, and not under its name: that would tell what it is about."""
    t, gezegd, dicht, van = kijker.t, None, set[str](), kop
    for veld in printbaar(type(record)):
        woorden = toon(kijker.profiel, kijker.namen, record, veld)
        if not woorden or (kijker.is_naaste and veld == "inwoner_id"):
            continue
        merken = kijker.merken(record, veld, woorden)
        naam = veldnaam(type(record), veld, naaste=kijker.is_naaste)
        reden = next((merk for merk in ("afgeschermd", "wens") if merk in merken), "")
        reden = reden or ("ander" if kijker.is_dicht(record, veld) else "")
        if reden in dicht:
            continue
        if reden:
            dicht.add(reden)
            merken = [merk for merk in merken if merk in (reden, "ander")]
            naam, woorden = t(f"avg.dicht.{reden}"), t("avg.niet_getoond")
        waarom = ", ".join(t(f"avg.merk.{merk}") for merk in merken)
        kijk = (t("avg.kijk", waarom=waarom) if waarom else t("avg.eigen")) if waarom != (gezegd or "") else ""
        vervolg, merk = t("avg.vervolg", stuk=van), t("avg.kijk", waarom=waarom) if waarom else ""
        boven = ": ".join(filter(None, (kop, kijk)))
        yield Rechtregel(naam, woorden, boven, begin=bool(kop), vervolg=vervolg, kijk=merk)
        kop, gezegd = "", waarom


def _anderen(lezer: Lezer, hier: Sequence[UUID], wie: Inwoner | Naaste) -> tuple[re.Pattern[str], ...]:
    """The names of everybody else who is known in this dossier, as whole words."""
    zelf = {wie.id} if isinstance(wie, Inwoner) else wie.eigen
    namen = [mens.naam for mens in lezer.find(Inwoner, huishouden_id=hier) if mens.id not in zelf]
    namen += [relatie.ander_naam or "" for relatie in lezer.find(Relatie, huishouden_id=hier)]
    namen += [feit.naam or "" for feit in lezer.find(Bijzonderheid, huishouden_id=hier)]
    namen += [signaal.melder_naam or "" for signaal in lezer.find(Signaal, huishouden_id=hier)]
    namen += [melding.melder_naam or "" for melding in lezer.find(Melding, huishouden_id=hier)]
    eigen = _woorden(wie.naam)
    woorden = {woord for naam in namen for woord in re.findall(r"\w+", naam) if len(woord) >= _KORTST}
    return tuple(_heel_woord(woord) for woord in sorted(woorden) if woord.casefold() not in eigen)


def _woorden(naam: str) -> set[str]:
    return {woord for woord in re.findall(r"\w+", naam.casefold()) if len(woord) >= _KORTST}


def _heel_woord(woord: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(woord)}(?!\w)", re.IGNORECASE)
