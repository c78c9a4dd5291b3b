"""The rights of the people of a household: what may be shared, who knows what, who looked, what they would rather not,
and what they asked; with the papers of it (RES-01, RES-02, RES-08, RES-11, RES-15).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.documents.rechtenblad_pdf import Rechtdeel, Rechtenblad, Rechtregel, rechtenblad_pdf
from kernnetwerk_app.domain import afzien as rechten_afzien
from kernnetwerk_app.domain.afzien import Afzien
from kernnetwerk_app.domain.bezorging import NietMeerVoorLezer
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.deskundige import Deskundige, zoals
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm
from kernnetwerk_app.domain.relatie import FORMEEL, SIGNALEERDER, Beslissers, Relatie
from kernnetwerk_app.domain.relatie import geldt as relatie_geldt
from kernnetwerk_app.domain.termijn import BerekendeTermijn
from kernnetwerk_app.domain.toestemming import Toestemming, geldt
from kernnetwerk_app.domain.verzoek import Verzoek
from kernnetwerk_app.services import (
    afschrift,
    afzien,
    avgpakket,
    bewaren,
    deelformulier,
    delen,
    inzage,
    naaste,
    takenblad,
    verzoek,
    verzoekantwoord,
    wie_weet_wat,
)
from kernnetwerk_app.services.benoemd import Benoemd, benoemd, beslist_mee
from kernnetwerk_app.services.bewaren import Bewaren
from kernnetwerk_app.services.bijzonderheid import overleden_op
from kernnetwerk_app.services.huisstijl import stijl_van
from kernnetwerk_app.services.inwoner import alle_ids, leden
from kernnetwerk_app.services.inzage import InzageBeeld
from kernnetwerk_app.services.lezers import Lezend, kort_van
from kernnetwerk_app.services.naaste import Naaste
from kernnetwerk_app.services.papiervorm import vorm_voor
from kernnetwerk_app.services.persoonsblad import krijgt_blad
from kernnetwerk_app.services.tekst import Bases
from kernnetwerk_app.services.toestemming import beslissers
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.services.wie_weet_wat import DELEN_VAN_HET_BLAD, Weet
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import Tekst
from kernnetwerk_app.teksten import load as load_tekst


@dataclass(frozen=True, slots=True)
class Deling:
    """One record of what may be shared; `geldt` today, `wacht_op` whose yes is still missing, by name."""

    toestemming: Toestemming
    over: str
    gever: str
    geldt: bool
    wacht_op: tuple[str, ...]
    mag_afschrift: bool
    mag_taken: bool
    met_ja: bool
    ingetrokken_door: str = ""
    plan_ook_van: tuple[str, ...] = ()
    """Of whom else the plan tells, who did not say yes to a copy: no copy goes before they do."""
    plan_niet_te_lezen: bool = False
    """Whether there is no copy because the version of the plan cannot be read here."""


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """One request with whose it is and the term that runs; no term once it was done."""

    verzoek: Verzoek
    wie: str
    som: BerekendeTermijn | None


@dataclass(frozen=True, slots=True)
class RechtenBeeld:
    """Everything the screen shows; what is over stands after what holds."""

    huishouden: Huishouden
    leden: tuple[Inwoner, ...]
    in_plan: tuple[Inwoner, ...]
    """Of whom the plan tells, also who moved out since: what is shared may be about these."""
    gevers: Mapping[UUID, tuple[Inwoner, ...]]
    """By member: who says yes for that one; nobody where no parent with the gezag is known."""
    namens: Mapping[UUID, tuple[Benoemd, ...]]
    """By the same: whom a court appointed to decide in the place of that one."""
    delingen: tuple[Deling, ...]
    liever: tuple[Afzien, ...]
    zinnen: Mapping[UUID, str]
    """Of each `liever` its sentence."""
    verzoeken: tuple[Gevraagd, ...]
    buiten: tuple[Naaste, ...]
    """Who stands near and does not live here: they too may ask for what is theirs (RES-11)."""
    naasten_van: Mapping[UUID, str]
    """By relation how each of `buiten` is told apart from who has the same name."""
    weet: tuple[Weet, ...]
    weet_van: Mapping[UUID, tuple[Weet, ...]]
    """By reader what of it they may read, on the screen as on paper."""
    bewaren: tuple[Bewaren, ...]
    """Until when the law has this dossier kept."""
    naasten: tuple[str, ...]
    """Who stands near, by name, of whom one may choose (NET-01)."""
    keek: InzageBeeld
    lezers: tuple[Inwoner, ...]
    """Who can get a paper of their own: of twelve or older, and alive."""
    ondersteuners: tuple[str, ...]
    """Cliëntondersteuners that are known here."""
    vrijwilligers: tuple[str, ...]
    """Who do something in the plan that runs, as they are named there."""
    bases: Mapping[UUID, Bases]


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> RechtenBeeld:
    """The rights of this household as they stand now."""
    hier = leden(lezer, huishouden_id)
    in_plan = tuple({mens.id: mens for mens in (*hier, *afschrift.in_plan(lezer, huishouden_id))}.values())
    alle = lezer.find(Toestemming, huishouden_id=huishouden_id)
    toestemmingen = [een for een in alle if plek.profiel.delen.aan_tafel(een.grond)]
    liever = lezer.find(Afzien, huishouden_id=huishouden_id)
    verzoeken = lezer.find(Verzoek, huishouden_id=huishouden_id)
    delingen = [_deling(plek, lezer, toestemming) for toestemming in toestemmingen]
    buiten = naaste.buiten(lezer, huishouden_id)
    naasten_van = naaste.aanduidingen(plek, buiten)
    weet = wie_weet_wat.load(plek, lezer, huishouden_id)
    lezers = tuple(m for m in hier if krijgt_blad(plek, m) and overleden_op(lezer, m.id) is None)
    return RechtenBeeld(
        huishouden=lezer.get(Huishouden, huishouden_id),
        leden=tuple(hier),
        in_plan=in_plan,
        gevers={mens.id: _gevers(lezer, mens, beslissers(plek, lezer, huishouden_id, mens)) for mens in in_plan},
        namens={mens.id: tuple(benoemd(plek, lezer, mens.id)) for mens in in_plan},
        delingen=tuple(sorted(delingen, key=lambda deling: not deling.geldt)),
        liever=tuple(sorted(liever, key=lambda een: not rechten_afzien.geldt(een, plek.vandaag))),
        zinnen={een.id: afzien.zin(plek, lezer, een) for een in liever},
        verzoeken=tuple(
            _gevraagd(plek, lezer, een, naasten_van) for een in sorted(verzoeken, key=lambda een: not een.is_open)
        ),
        buiten=buiten,
        naasten_van=naasten_van,
        weet=weet,
        weet_van={m.id: wie_weet_wat.voor_lezer(plek, lezer, huishouden_id, m, weet) for m in lezers},
        naasten=_naasten(plek, lezer, huishouden_id),
        keek=inzage.load(plek, lezer, huishouden_id),
        lezers=lezers,
        vrijwilligers=tuple(wie.naam for wie in takenblad.load(plek, lezer, huishouden_id).vrijwilligers),
        ondersteuners=wie_weet_wat.ondersteuners(lezer, huishouden_id),
        bewaren=bewaren.load(plek, lezer, huishouden_id),
        bases=lezer.bases_van(een.id for een in (*toestemmingen, *liever, *verzoeken)),
    )


# -- papers ------------------------------------------------------------------------------------------------------------


def weet_pdf(
    plek: Werkplek, huishouden_id: UUID, wie_id: UUID, vorm: Papiervorm | None = None, aan: Lezend | None = None
) -> bytes:
    """*Wie weet wat* of this person, in this form or else as they read (RES-08); for who decides in their place too."""
    with plek.store.read() as lezer:
        wie = lezer.get(Inwoner, alle_ids(lezer, wie_id)[0])
        regels = wie_weet_wat.load(plek, lezer, huishouden_id)
        regels = wie_weet_wat.voor_lezer(plek, lezer, huishouden_id, wie, regels)
    t = load_tekst("rechtenblad").met(plek.profiel.zeg)
    alle = ((deel, tuple(regel.zin for regel in regels if regel.deel == deel)) for deel in DELEN_VAN_HET_BLAD)
    delen_ = tuple(Rechtdeel(t(f"wie.kop.{deel}"), zinnen or (t(f"wie.leeg.{deel}"),)) for deel, zinnen in alle)
    return _pdf(plek, t, "wie", wie, delen_, vorm, aan)


def keek_pdf(
    plek: Werkplek, huishouden_id: UUID, wie_id: UUID, vorm: Papiervorm | None = None, aan: Lezend | None = None
) -> bytes:
    """*Wie keek in mijn dossier?* as `weet_pdf`; it says which laptop it is of (RES-02)."""
    t = load_tekst("rechtenblad").met(plek.profiel.zeg)
    with plek.store.read() as lezer:
        wie = lezer.get(Inwoner, alle_ids(lezer, wie_id)[0])
        beeld = inzage.load(plek, lezer, huishouden_id)
    regels = tuple(
        Rechtregel(datum_kort(keer.datum, jaar=True), f"{keer.wie}: {', '.join(keer.waarvoor)}.")
        for keer in beeld.keren
    )
    uitleg = Rechtdeel(t("keek.kop_laptop"), laptops(t, beeld))
    return _pdf(plek, t, "keek", wie, (uitleg, Rechtdeel(t("keek.kop_keren"), regels=regels)), vorm, aan)


def laptops(t: Tekst, beeld: InzageBeeld) -> tuple[str, ...]:
    """Which laptops it covers, and which not."""
    andere = beeld.andere_laptops
    elders = t("keek.geen_andere") if not andere else t("keek.een_andere") if andere == 1 else ""
    namen = t("keek.met_namen" if beeld.met_namen else "keek.zonder_namen")
    return (t("keek.deze", nummer=beeld.laptop), elders or t("keek.andere", aantal=andere), namen)


def formulier_pdf(plek: Werkplek, toestemming_id: UUID, vorm: Papiervorm | None = None) -> bytes:
    """What may be shared as a form to sign; the yes stands also without it (RES-01). Of a yes to one question to a
    deskundige that question stands on it as it was then: it holds for no other (OND-15). It is for who says yes: whom a
    court appointed signs as that, and it names for whom (UAVG art. 5 lid 2).
    """
    t = load_tekst("rechtenblad").met(plek.profiel.zeg)
    with plek.store.read() as lezer:
        toestemming = lezer.get(Toestemming, toestemming_id)
        over = lezer.get(Inwoner, toestemming.waarover_id)
        gever = lezer.get(Inwoner, toestemming.inwoner_id)
        gevraagd = lezer.find_one(Deskundige, toestemming.deskundige_id)
    gevraagd = zoals(gevraagd, toestemming) if gevraagd is not None else None
    alle = deelformulier.build(plek, toestemming, over, gever, gevraagd)
    if not toestemming.namens:
        return _pdf(plek, t, "formulier", gever, alle, vorm)
    papier = load_tekst("papier")
    wie = gever.aanhef or gever.naam or t("onbekend")
    onder = (papier("aan.aan", naam=toestemming.namens), papier("aan.over_iemand", voor=wie))
    return _blad(plek, t, "formulier", toestemming.namens, alle, vorm or GEWOON, onder=onder)


def avg_pdf(plek: Werkplek, huishouden_id: UUID, wie_id: UUID) -> bytes:
    """The concept of the AVG package, for an officer to review (RES-11)."""
    t = load_tekst("rechtenblad").met(plek.profiel.zeg)
    with plek.store.read() as lezer:
        wie = lezer.get(Inwoner, wie_id)
        inhoud = avgpakket.build(plek, lezer, huishouden_id, wie)
    return _pdf(plek, t, "avg", wie, inhoud)


def avg_naaste_pdf(plek: Werkplek, huishouden_id: UUID, relatie_id: UUID) -> bytes:
    """The same for who stands near and does not live here: only what is of them."""
    t = load_tekst("rechtenblad").met(plek.profiel.zeg)
    with plek.store.read() as lezer:
        wie = naaste.van_relatie(lezer, relatie_id)
        inhoud = avgpakket.build_naaste(plek, lezer, huishouden_id, wie)
    return _blad(plek, t, "avg", wie.naam, inhoud, GEWOON)


def noteer_avg(plek: Werkplek, huishouden_id: UUID) -> Changes:
    """The concept goes to a printer: a deed of its own beside that of the paper."""
    with plek.store.write() as werk:
        return werk.commit("avg.concept_afgedrukt", huishouden_id)


def beantwoord(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> Iterator[tuple[str, Verzoek]]:
    """The requests that somebody answered, each with of whom it is."""
    for een in lezer.find(Verzoek, huishouden_id=huishouden_id):
        if een.uitkomst is not None:
            yield _gevraagd(plek, lezer, een, {}).wie, een


def antwoord_lezers(plek: Werkplek, lezer: Lezer, een: Verzoek) -> tuple[Lezend, ...]:
    """As `verzoekantwoord.lezers`; or who stands near and asked for their own."""
    if een.inwoner_id is not None:
        return verzoekantwoord.lezers(plek, lezer, een, lezer.get(Inwoner, een.inwoner_id))
    wie = _gevraagd(plek, lezer, een, {}).wie
    aan = load_tekst("papier")("aan.aan", naam=wie)
    return (Lezend(f"relatie.{een.relatie_id}", wie, (aan,), kort=kort_van("naaste", wie)),)


def antwoord_pdf(
    plek: Werkplek, huishouden_id: UUID, verzoek_id: UUID, aan: Lezend | None = None, vorm: Papiervorm | None = None
) -> bytes:
    """The answer to a request on paper: what was asked, what became of it and why, what the law has us keep, and where
    one can go with a no (AVG art. 12 lid 4). For the first who may read it unless `aan` says who. Raises
    `VerzoekZonderAntwoord`, `NietMeerVoorLezer` when nobody may.
    """
    with plek.store.read() as lezer:
        een = lezer.get(Verzoek, verzoek_id)
        termen = bewaren.load(plek, lezer, huishouden_id)
        aan = aan or next(iter(antwoord_lezers(plek, lezer, een)), None)
        if aan is None:
            raise NietMeerVoorLezer
        wie, leest = lezer.find_one(Inwoner, een.inwoner_id), lezer.find_one(Inwoner, aan.inwoner_id)
    t = load_tekst("rechtenblad").met(plek.profiel.zeg)
    if vorm is None:
        vorm = vorm_voor(plek, leest) if leest is not None else GEWOON
    over = wie.aanhef or wie.naam if wie is not None and aan.inwoner_id != wie.id else ""
    voet = t("antwoord.voet_over", wie=over) if over else ""
    return _blad(plek, t, "antwoord", aan.naam, verzoekantwoord.build(plek, een, termen, over), vorm, voet, aan.regels)


def noteer_antwoord(plek: Werkplek, huishouden_id: UUID) -> Changes:
    """The answer goes to a printer."""
    with plek.store.write() as werk:
        return werk.commit("verzoek.antwoord_afgedrukt", huishouden_id)


def _pdf(
    plek: Werkplek, t: Tekst, soort: str, wie: Inwoner, inhoud: tuple[Rechtdeel, ...],
    vorm: Papiervorm | None = None, aan: Lezend | None = None,
) -> bytes:  # fmt: skip
    """In this form, or else in that in which this person reads; for another reader it says who *u* is."""
    naam, vorm = wie.aanhef or wie.naam, vorm_voor(plek, wie) if vorm is None else vorm
    onder = (*aan.regels, t("bedoelt", wie=naam)) if aan is not None and aan.is_ander else ()
    return _blad(plek, t, soort, naam, inhoud, vorm, onder=onder)


def _blad(
    plek: Werkplek,
    t: Tekst,
    soort: str,
    voor: str,
    inhoud: tuple[Rechtdeel, ...],
    vorm: Papiervorm,
    voet: str = "",
    onder: tuple[str, ...] = (),
) -> bytes:
    """`voet` instead of the usual last line; `onder`: lines under the title that say more than for whom it is."""
    onder = onder or ((load_tekst("papier")("aan.voor", voor=voor),) if voor else ())
    voet = voet or t(f"{soort}.voet")
    blad = Rechtenblad(plek.profiel.naam, t(f"{soort}.titel"), plek.vandaag, onder, inhoud, (voet,))
    return rechtenblad_pdf(blad, stijl_van(plek, vorm))


# -- within ------------------------------------------------------------------------------------------------------------


def _deling(plek: Werkplek, lezer: Lezer, toestemming: Toestemming) -> Deling:
    met_ja = plek.profiel.delen.vraagt_ja(toestemming.grond)
    over = lezer.find_one(Inwoner, toestemming.waarover_id)
    mag = delen.mag(plek, lezer, toestemming)
    kan = mag and afschrift.kan_afschrift(toestemming)
    nog = afschrift.wat_ontbreekt(plek, lezer, toestemming) if kan else afschrift.Ontbreekt()
    ook_van = (*map(_naam, nog.leden), *nog.mantelzorgers)
    return Deling(
        toestemming=toestemming,
        over=_naam(over),
        gever=(toestemming.namens or _naam(lezer.find_one(Inwoner, toestemming.inwoner_id))) if met_ja else "",
        geldt=mag,
        wacht_op=_wacht_op(plek, lezer, toestemming, over) if met_ja and over is not None else (),
        mag_afschrift=kan and not ook_van and not nog.niet_te_lezen,
        mag_taken=mag and takenblad.is_van_taken(toestemming),
        met_ja=met_ja,
        ingetrokken_door=delen.ingetrokken_door(toestemming)
        or _naam(lezer.find_one(Inwoner, toestemming.ingetrokken_door_id)),
        plan_ook_van=ook_van,
        plan_niet_te_lezen=nog.niet_te_lezen,
    )


def _wacht_op(plek: Werkplek, lezer: Lezer, toestemming: Toestemming, over: Inwoner) -> tuple[str, ...]:
    """Who decides too and said nothing yet: shown, and no block as long as one parent did (Jeugdwet art. 7.3.4)."""
    beslist = beslissers(plek, lezer, toestemming.huishouden_id, over)
    alle = [een for een in delen.alle_ja(plek, lezer, toestemming) if geldt(een, plek.vandaag)]
    ja, namens = {een.inwoner_id for een in alle if not een.namens}, {een.namens for een in alle}
    nodig = {*beslist.ouders, *([over.id] if beslist.zelf else [])}
    ook = {een.woorden for een in beslist_mee(plek, lezer, over.id, toestemming.onderwerp)} - namens
    return tuple(sorted((*(_naam(lezer.find_one(Inwoner, wie)) for wie in nodig - ja), *ook)))


def _gevers(lezer: Lezer, mens: Inwoner, beslist: Beslissers) -> tuple[Inwoner, ...]:
    ouders = [ouder for wie in sorted(beslist.ouders) if (ouder := lezer.find_one(Inwoner, wie)) is not None]
    return (*([mens] if beslist.zelf else []), *ouders)


def _naasten(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> tuple[str, ...]:
    """Who is no organisation, and was not written down because they noticed something."""
    relaties = [r for r in lezer.find(Relatie, huishouden_id=huishouden_id) if relatie_geldt(r, plek.vandaag)]
    dichtbij = [r for r in relaties if r.hulpsoort != FORMEEL and r.rol != SIGNALEERDER]
    namen = [r.ander_naam or _naam(lezer.find_one(Inwoner, r.ander_id)) for r in dichtbij]
    return tuple(dict.fromkeys(filter(None, namen)))


def _gevraagd(plek: Werkplek, lezer: Lezer, een: Verzoek, naasten_van: Mapping[UUID, str]) -> Gevraagd:
    band = lezer.find_one(Relatie, een.relatie_id)
    wie = naaste.naam_van(lezer, band) if band is not None else _naam(lezer.find_one(Inwoner, een.inwoner_id))
    wie = naasten_van.get(een.relatie_id, wie) if een.relatie_id is not None else wie
    return Gevraagd(een, wie, verzoek.som(plek, een) if een.is_open else None)


def _naam(wie: Inwoner | None) -> str:
    return (wie.naam if wie is not None else "") or ("?" if wie is not None else "")
