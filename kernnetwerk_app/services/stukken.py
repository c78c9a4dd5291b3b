"""Every paper of a dossier by what it is and for whom: one way to make each, today or from *nog te bezorgen*."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from kernnetwerk_app.domain.bezorging import (
    VAN_VERSIE,
    VOOR_TAFEL,
    NietMeerVoorLezer,
    Stuk,
    Stuksoort,
    VersieMetGeheimAdres,
)
from kernnetwerk_app.domain.contact import Contact, ContactStatus
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import STUK, Ondertekening
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm, in_taal, is_gewoon, taal_van
from kernnetwerk_app.domain.plan import Ondersteuningsplan, PlanSoort, PlanStatus
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.verzoek import Verzoek
from kernnetwerk_app.services import (
    afschrift,
    afsprakenkaart,
    agendablad,
    dossier,
    gespreksverslag,
    gids,
    mantelzorg,
    mantelzorgblad,
    netwerk,
    ondertekening,
    rechten,
    stappenkaart,
    vertrouwen,
    wegwijzer,
    wie_is_wie,
)
from kernnetwerk_app.services.adres import kern_voor
from kernnetwerk_app.services.bezorglijst import naam_van
from kernnetwerk_app.services.bijzonderheid import check_post
from kernnetwerk_app.services.geadresseerde import laatste_melding
from kernnetwerk_app.services.getekend import (
    gezegd_tot,
    is_vervangen,
    laatst_gezegd,
    met_papier,
    versie_van,
)
from kernnetwerk_app.services.inwoner import alle_ids
from kernnetwerk_app.services.kindplan import kind_van, kind_van_stuk, kindplannen
from kernnetwerk_app.services.lezers import Lezend, beslissend, gezegd_door, iedereen, rond_kind
from kernnetwerk_app.services.lezersleutel import zelfde_lezer
from kernnetwerk_app.services.papier import Lezersvraag, Vormpapier
from kernnetwerk_app.services.stukregels import (
    REGELS,
    Maker,
    formulieren,
    gesprek,
    noteer_bij,
    ook_niet,
    van_mensen,
    vooraan,
)
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load


@dataclass(frozen=True, slots=True)
class Keuzestuk:
    """A paper that can be made of this dossier now: its name, and what it is in a line."""

    stuk: Stuk
    naam: str
    uitleg: str
    versie_id: UUID | None = None
    """Which version of the plan it is, where it is one: that can be noted as given beside it."""


def papier(plek: Werkplek, stuk: Stuk, eerst: str = "") -> Vormpapier:
    """This paper, which asks first for whom it is and then in what form they read (TAAL-03). `eerst`: the key of the
    reader that stands first, where it was put ready for one.
    """

    def lezers_nu() -> tuple[Lezend, ...]:
        with plek.store.read() as lezer:
            alle = lezers(plek, lezer, stuk)
        return tuple(sorted(alle, key=lambda een: bool(eerst) and een.sleutel != eerst))

    def niet() -> tuple[Lezend, ...]:
        with plek.store.read() as lezer:
            return nog_niet(plek, lezer, stuk)

    def maak_nu(vorm: Papiervorm) -> bytes:
        wie = next(iter(lezers_nu()), None)
        if wie is None:
            raise NietMeerVoorLezer
        return maak(plek, stuk, wie, vorm)

    noteer = partial(noteer_bij, plek, stuk)
    vraag = Lezersvraag(stuk, lezers_nu, lambda wie, vorm: maak(plek, stuk, wie, vorm), niet, eerst, noteer)
    return Vormpapier(maak_nu, stuk.soort in VAN_VERSIE, vraag, stuk.soort is Stuksoort.GETEKEND)


def maak(plek: Werkplek, stuk: Stuk, wie: Lezend, vorm: Papiervorm) -> bytes:
    """The PDF for this reader; raises as making that paper does, and `NietMeerVoorLezer` for who may not have it."""
    if wie.waarom_niet:
        raise NietMeerVoorLezer
    return _MAAK[stuk.soort](plek, stuk, wie, vorm)


def maak_samen(plek: Werkplek, stuk: Stuk, wie: Lezend, vorm: Papiervorm) -> tuple[bytes, ...]:
    """What goes to a printer where nobody looks at it first: of a version the paper that is or was signed comes along
    with the one that is easier to read. Raises as `maak`.
    """
    if stuk.soort not in VAN_VERSIE or is_gewoon(vorm):
        return (maak(plek, stuk, wie, vorm),)
    return maak(plek, stuk, wie, in_taal(GEWOON, taal_van(vorm))), maak(plek, stuk, wie, vorm)


def lezers(plek: Werkplek, lezer: Lezer, stuk: Stuk) -> tuple[Lezend, ...]:
    """For whom it can be, the most likely first, and last with whom the resident agreed on it (NET-17); nobody when it
    cannot be made any more (`_bestaat`).
    """
    return tuple(een for een in _gevraagd(plek, lezer, stuk) if not een.waarom_niet)


def nog_niet(plek: Werkplek, lezer: Lezer, stuk: Stuk) -> tuple[Lezend, ...]:
    """Who one would think gets this paper and does not, each with `waarom_niet`: who speaks up for the resident, of a
    version whoever would read an address on it that is secret by now, and who has a rule of their own.
    """
    al = _gevraagd(plek, lezer, stuk)
    return (*(een for een in al if een.waarom_niet), *ook_niet(plek, lezer, stuk, al))


def _gevraagd(plek: Werkplek, lezer: Lezer, stuk: Stuk) -> tuple[Lezend, ...]:
    """Those by law, of a paper for the table who else sits there, and who speaks up for the resident. Of what was
    signed who signed it stands first. Who does not get it has `waarom_niet`.
    """
    wie = _wie(plek, lezer, stuk)
    if not wie:
        return ()
    if stuk.soort is Stuksoort.GETEKEND:
        door = lezer.find(Ondertekening, zonder=STUK, id=_van(stuk))[0].inwoner_id
        zelf = alle_ids(lezer, door) if door is not None else []
        wie = tuple(sorted(wie, key=lambda een: een.inwoner_id not in zelf))
    alle = (*wie, *vertrouwen.lezend(plek, lezer, stuk, wie, _kind_van(lezer, stuk)))
    geheim = _geheim_op(plek, lezer, stuk) if any(een.is_ander for een in alle) else ""
    return tuple(
        replace(een, waarom_niet=geheim) if geheim and een.is_ander and not een.waarom_niet else een for een in alle
    )


def _geheim_op(plek: Werkplek, lezer: Lezer, stuk: Stuk) -> str:
    """Why nobody but the resident may have this version: it shows an address that is secret by now. Empty where they
    may.
    """
    versie_id = versie_van(lezer, stuk.soort, stuk.van_id)
    try:
        if versie_id is not None:
            afschrift.check_adres(plek, lezer, versie_id)
    except KernnetwerkError as fout:  # what cannot be read, or was changed, may hold that address
        sleutel = "geheim_adres" if isinstance(fout, VersieMetGeheimAdres) else "onleesbaar"
        t, oud = load("bezorging"), versie_id is not None and is_vervangen(lezer, versie_id)
        return t(f"vraag.{sleutel}") + ("" if oud else f" {t('vraag.nieuwe_versie')}")
    return ""


def _wie(plek: Werkplek, lezer: Lezer, stuk: Stuk) -> tuple[Lezend, ...]:
    hier = stuk.huishouden_id
    if not _bestaat(plek, lezer, stuk):
        return ()
    regel = REGELS.get(stuk.soort)
    if regel is not None and regel.lezers is not None:
        return regel.lezers(plek, lezer, stuk)
    if stuk.soort is Stuksoort.MANTELZORG and stuk.van_id is not None:
        return mantelzorgblad.lezers(plek, lezer, hier, stuk.van_id)
    if stuk.soort is Stuksoort.ANTWOORD and stuk.van_id is not None:
        return rechten.antwoord_lezers(plek, lezer, lezer.get(Verzoek, stuk.van_id))
    kind = _kind_van(lezer, stuk)
    if kind is not None:
        return rond_kind(plek, lezer, kind)
    if stuk.soort is Stuksoort.GETEKEND:  # others may have written on it of who spoke in the melding
        return beslissend(plek, lezer, hier, None)
    van = lezer.find_one(Melding, stuk.van_id) if stuk.van_id is not None else None
    melding = van or laatste_melding(lezer, hier)
    if stuk.soort in VOOR_TAFEL:
        return iedereen(plek, lezer, hier, melding)
    return beslissend(plek, lezer, hier, melding)


def naam(lezer: Lezer, stuk: Stuk) -> str:
    """How people call it."""
    return naam_van(stuk.soort, kind_van_stuk(lezer, stuk.soort, stuk.van_id))


def _kind_van(lezer: Lezer, stuk: Stuk) -> Inwoner | None:
    """The child whose own plan this is."""
    kind_id = kind_van_stuk(lezer, stuk.soort, stuk.van_id)
    return kind_van(lezer, kind_id) if kind_id is not None else None


def lezer_van(plek: Werkplek, lezer: Lezer, stuk: Stuk, sleutel: str) -> Lezend | None:
    """The same reader as another day, also by another record of the same person; None when they read it no more."""
    return next((een for een in lezers(plek, lezer, stuk) if zelfde_lezer(lezer, een.sleutel, sleutel)), None)


def keuze(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> tuple[Keuzestuk, ...]:
    """Every paper that can be made of this dossier as it is today, in the order in which one needs them. Not *Uw
    wegwijzer*: for that somebody first chooses places of the sociale kaart.
    """
    t = load("bezorging").met(plek.profiel.zeg)

    def een(soort: Stuksoort, van_id: UUID | None = None, sleutel: str = "", **woorden: object) -> Keuzestuk:
        stuk = Stuk(soort, huishouden_id, van_id)
        uitleg = t(f"uitleg.{sleutel or soort.name.lower()}", **woorden)
        return Keuzestuk(stuk, naam_van(soort), uitleg, versie_van(lezer, soort, van_id))

    melding = laatste_melding(lezer, huishouden_id)
    stukken = [*vooraan(plek, lezer, huishouden_id, een), *_van_plan(lezer, huishouden_id, een)]
    stukken += _van_kinderen(plek, lezer, huishouden_id)
    if melding is not None:
        stukken += [een(Stuksoort.VERSLAG, melding.id), een(Stuksoort.STAPPENKAART, melding.id)]
    stukken += gesprek(plek, lezer, huishouden_id, een)
    gewoon = (Stuksoort.AFSPRAKEN, Stuksoort.WIE_IS_WIE, Stuksoort.GIDS, Stuksoort.NETWERK, Stuksoort.CONTACTKAART)
    stukken += [een(soort) for soort in gewoon]
    for bezoek in lezer.find(Contact, huishouden_id=huishouden_id, status=ContactStatus.GEPLAND):
        if bezoek.datum >= plek.vandaag:
            stukken.append(een(Stuksoort.AFSPRAAK, bezoek.id, datum=datum_kort(bezoek.datum)))
    for wie in mantelzorg.load(plek, lezer, huishouden_id).mantelzorgers:
        if wie.naam:
            stukken.append(een(Stuksoort.MANTELZORG, wie.relatie.id, naam=wie.naam))
    for van_wie, gevraagd in rechten.beantwoord(plek, lezer, huishouden_id):
        stukken.append(een(Stuksoort.ANTWOORD, gevraagd.id, naam=van_wie))
    stukken += van_mensen(plek, lezer, huishouden_id, een)
    return (*stukken, *formulieren(plek, lezer, huishouden_id, een))


def _van_plan(lezer: Lezer, huishouden_id: UUID, een: Callable[..., Keuzestuk]) -> Iterator[Keuzestuk]:
    """The latest version, and the plan in the making: the light form says that it is (PLAN-13)."""
    plannen = lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id, status=PlanStatus.ACTIEF, kind_id=None)
    if not plannen:
        return
    versies = lezer.find(PlanVersie, zonder=("inhoud",), plan_id=plannen[0].id)
    laatste = max(versies, key=lambda versie: versie.nummer, default=None)
    if laatste is not None:
        yield een(Stuksoort.PLAN, laatste.id, nummer=laatste.nummer, datum=datum_kort(laatste.datum))
    for getekend, versie in laatst_gezegd(lezer, versies):
        oud = is_vervangen(lezer, versie.id)
        gezegd = een(Stuksoort.GETEKEND, getekend.id, "getekend_oud" if oud else "", **_gezegd(getekend, versie))
        yield replace(gezegd, versie_id=None) if oud else gezegd
    licht = plannen[0].plansoort is PlanSoort.PLAN_VAN_AANPAK
    yield een(Stuksoort.CONCEPT, plannen[0].id, "concept_aanpak" if licht else "concept")


def _van_kinderen(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> Iterator[Keuzestuk]:
    """The own plan of each child that lives in two households, as it is now or as it was read last."""
    t = load("bezorging").met(plek.profiel.zeg)
    for een in kindplannen(plek, lezer, huishouden_id):
        plan_id = een.gesloten.id if een.gesloten is not None else een.plan_id
        if plan_id is None:
            continue
        naam = een.naam
        versies = lezer.find(PlanVersie, zonder=("inhoud",), plan_id=plan_id)
        laatste = max(versies, key=lambda versie: versie.nummer, default=None)
        if laatste is not None:
            stuk, dag = Stuk(Stuksoort.PLAN, huishouden_id, laatste.id), datum_kort(laatste.datum)
            sleutel = "uitleg.gesloten_van_kind" if een.gesloten is not None else "uitleg.plan_van_kind"
            uitleg = t(sleutel, naam=naam, nummer=laatste.nummer, datum=dag)
            yield Keuzestuk(stuk, naam_van(Stuksoort.PLAN, een.kind.id), uitleg, laatste.id)
        for getekend, versie in laatst_gezegd(lezer, versies):
            stuk = Stuk(Stuksoort.GETEKEND, huishouden_id, getekend.id)
            oud = is_vervangen(lezer, versie.id)
            sleutel = "uitleg.getekend_oud_van_kind" if oud else "uitleg.getekend_van_kind"
            uitleg = t(sleutel, kind=naam, **_gezegd(getekend, versie))
            yield Keuzestuk(stuk, naam_van(Stuksoort.GETEKEND, een.kind.id), uitleg, None if oud else versie.id)
        if een.plan_id is None:
            continue
        stuk = Stuk(Stuksoort.CONCEPT, huishouden_id, een.plan_id)
        yield Keuzestuk(stuk, naam_van(Stuksoort.CONCEPT, een.kind.id), t("uitleg.concept_van_kind", naam=naam))


def _gezegd(getekend: Ondertekening, versie: PlanVersie) -> dict[str, object]:
    """Of which version it is, and who said it and when."""
    return {"nummer": versie.nummer, "naam": getekend.naam, "datum": datum_kort(getekend.datum)}


def check_lezer(plek: Werkplek, lezer: Lezer, stuk: Stuk, wie: Lezend) -> Lezend:
    """This reader as they may read it today; raises `NietMeerVoorLezer`. Asked when it goes to a printer, which may be
    long after it was chosen: a colleague's laptop may have brought in meanwhile that it may not.
    """
    nu = lezer_van(plek, lezer, stuk, wie.sleutel)
    if nu is None:
        raise NietMeerVoorLezer
    return nu


def _bestaat(plek: Werkplek, lezer: Lezer, stuk: Stuk) -> bool:
    """Whether what it is of is on this laptop and goes on; a paper of the dossier itself always is."""
    if stuk.soort in REGELS:
        return REGELS[stuk.soort].kan(plek, lezer, stuk)
    if stuk.van_id is None:
        return True
    if stuk.soort is Stuksoort.ANTWOORD:
        gevraagd = lezer.find_one(Verzoek, stuk.van_id)
        return gevraagd is not None and gevraagd.uitkomst is not None
    if stuk.soort is Stuksoort.AFSPRAAK:
        bezoek = lezer.find_one(Contact, stuk.van_id)
        return bezoek is not None and bezoek.status is ContactStatus.GEPLAND
    if stuk.soort is Stuksoort.PLAN:
        return bool(lezer.find(PlanVersie, zonder=("inhoud",), id=stuk.van_id))
    if stuk.soort is Stuksoort.GETEKEND:
        gezegd = met_papier(lezer, id=stuk.van_id)
        return any(lezer.find(PlanVersie, zonder=("inhoud",), id=een.planversie_id) for een in gezegd)
    return stuk.soort is not Stuksoort.CONCEPT or lezer.find_one(Ondersteuningsplan, stuk.van_id) is not None


def _plan(plek: Werkplek, stuk: Stuk, wie: Lezend, vorm: Papiervorm) -> bytes:
    """A version, which stays as it was frozen: so one with an address that became secret since is for the resident."""
    if wie.is_ander:
        with plek.store.read() as lezer:
            afschrift.check_adres(plek, lezer, _van(stuk))
    with plek.store.read() as lezer:
        eigen = gezegd_door(lezer, _van(stuk), wie)  # who signed is not told again that they need not
    return ondertekening.load_versie_pdf(plek, _van(stuk), vorm, leest_mee=wie.leest_mee, gezegd=eigen)


def _getekend(plek: Werkplek, stuk: Stuk, wie: Lezend, vorm: Papiervorm) -> bytes:
    """As it was kept, whoever reads it; raises as `dossier.load_stuk`. In another form the version that was signed, to
    read beside it, with what was said of it up to this; without that for who does not read it (0036.16).
    """
    with plek.store.read() as lezer:
        versie_id = versie_van(lezer, stuk.soort, stuk.van_id)
        if wie.is_ander and _geheim_op(plek, lezer, stuk):
            raise VersieMetGeheimAdres
    if is_gewoon(vorm):
        return dossier.load_stuk(plek, _van(stuk))
    assert versie_id is not None  # noqa: S101  `_bestaat`
    with plek.store.read() as lezer:
        gezegd = gezegd_tot(lezer, versie_id, _van(stuk))
    mee = wie.leest_mee
    return ondertekening.load_versie_pdf(plek, versie_id, vorm, leest_mee=mee, gezegd=gezegd, van_allen=True)


def _van(stuk: Stuk) -> UUID:
    assert stuk.van_id is not None  # noqa: S101  these papers are of something
    return stuk.van_id


def _contactkaart(plek: Werkplek, stuk: Stuk, _: Lezend, vorm: Papiervorm) -> bytes:
    """It has no name of a resident on it."""
    return wegwijzer.contactkaart_van(plek, stuk.huishouden_id, vorm)


def _wegwijzer(plek: Werkplek, stuk: Stuk, _: Lezend, vorm: Papiervorm) -> bytes:
    """It has no name of a resident on it either. Where they can walk in is where they live on the day it is made."""
    with plek.store.read() as lezer:
        check_post(lezer, stuk.huishouden_id)
        kern = kern_voor(plek, lezer, stuk.huishouden_id) or ""
        contact_id = lezer.get(Huishouden, stuk.huishouden_id).contactpersoon_id
    return wegwijzer.wegwijzer(plek, stuk.plekken, kern, vorm, contact_id)


def _concept(plek: Werkplek, stuk: Stuk, _: Lezend, vorm: Papiervorm) -> bytes:
    return ondertekening.load_concept_pdf(plek, _van(stuk), vorm)


_MAAK: Mapping[Stuksoort, Maker] = {
    Stuksoort.PLAN: _plan,
    Stuksoort.GETEKEND: _getekend,
    Stuksoort.CONCEPT: _concept,
    Stuksoort.VERSLAG: lambda p, s, w, v: gespreksverslag.load_pdf(p, s.huishouden_id, v, s.van_id, w),
    Stuksoort.STAPPENKAART: lambda p, s, w, v: stappenkaart.load_pdf(p, s.huishouden_id, v, s.van_id, w),
    Stuksoort.AFSPRAKEN: lambda p, s, w, v: afsprakenkaart.load_pdf(p, s.huishouden_id, v, w, s.plekken),
    Stuksoort.WIE_IS_WIE: lambda p, s, w, v: wie_is_wie.load_pdf(p, s.huishouden_id, v, w),
    Stuksoort.NETWERK: lambda p, s, w, v: netwerk.load_pdf(p, s.huishouden_id, v, w),
    Stuksoort.CONTACTKAART: _contactkaart,
    Stuksoort.MANTELZORG: lambda p, s, w, v: mantelzorgblad.load_pdf(p, s.huishouden_id, _van(s), w, v),
    Stuksoort.GIDS: lambda p, s, w, v: gids.load_pdf(p, s.huishouden_id, v, w),
    Stuksoort.WEGWIJZER: _wegwijzer,
    Stuksoort.ANTWOORD: lambda p, s, w, v: rechten.antwoord_pdf(p, s.huishouden_id, _van(s), w, v),
    Stuksoort.AFSPRAAK: lambda p, s, w, v: agendablad.load_afspraak(p, _van(s), v, w),
    **{soort: regel.maak for soort, regel in REGELS.items()},
}
