"""What somebody says to one question to a deskundige: whose yes it takes, whether that holds, and what a no leaves
behind (OND-15, RES-01, RES-15).
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from uuid import UUID

from kernnetwerk_app.domain.afzien import Afzien, Waarvan, geldt
from kernnetwerk_app.domain.base import Entiteit, eenheid_van
from kernnetwerk_app.domain.delen import MET_JA
from kernnetwerk_app.domain.deskundige import (
    Deskundige,
    DeskundigeIsVerder,
    DeskundigeZonderJa,
    Stand,
    check_antwoord,
    is_van_voor,
    is_waarop,
    is_zelfde_vraag,
    nee_id,
    stand_van,
    zoals,
)
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.naamgenoot import naamsleutel, zelfde
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.domain.toestemming import geldt as geldt_ja
from kernnetwerk_app.oplog.operation import Operation
from kernnetwerk_app.oplog.units import build, decode, is_readable
from kernnetwerk_app.services import delen
from kernnetwerk_app.services.benoemd import benoemd
from kernnetwerk_app.services.delen import NieuwDelen
from kernnetwerk_app.services.inwoner import alle_ids
from kernnetwerk_app.services.tekst import maak, wijzig
from kernnetwerk_app.services.toestemming import beslissers
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork
from kernnetwerk_app.teksten import load as load_tekst

_WIE_EN_WAT = frozenset({"naam", "functie", "organisatie", "vraag"})
"""What a yes is said to, and what went out."""
_GEVRAAGD, _ONDER_JA = eenheid_van(Deskundige, "gevraagd_datum"), eenheid_van(Deskundige, "gevraagd_ja_id")
_GEEN_ANTWOORD = {"antwoord": None, "antwoord_datum": None}
_EINDE_NEE = eenheid_van(Afzien, "eind_datum")


@dataclass(frozen=True, slots=True)
class Gever:
    """Somebody who can say yes about one person: a resident, or (`namens`) whom a court appointed, in words.

    `sleutel` tells this one from the others in a form; without a space.
    """

    sleutel: str
    naam: str
    wie_id: UUID | None = None
    namens: str = ""


def gevers(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, over: Inwoner) -> Iterator[Gever]:
    """Who decides about this person: themselves, parents, and whom a court appointed."""
    beslist = beslissers(plek, lezer, huishouden_id, over)
    if beslist.zelf:
        yield Gever(f"{over.id}", heet(over), over.id)
    for ouder_id in sorted(beslist.ouders):
        ouder = lezer.find_one(Inwoner, ouder_id)
        if ouder is not None:
            yield Gever(f"{ouder.id}", heet(ouder), ouder.id)
    for een in benoemd(plek, lezer, over.id):
        yield Gever(f"{een.bron_id}", een.woorden, namens=een.woorden)


def wie(plek: Werkplek, een: Deskundige) -> str:
    """The deskundige in words: *Mia Proef, ergotherapeut, Praktijk Proef*."""
    functie = plek.profiel.deskundigenlijst.label(een.functie)
    functie = f"{functie[:1].lower()}{functie[1:]}" if een.naam else functie
    return ", ".join(filter(None, (een.naam, functie, een.organisatie)))


def noem(plek: Werkplek, een: Deskundige) -> str:
    """The one name by which somebody says no to this deskundige; of whom only the function is known, that."""
    return een.naam or plek.profiel.deskundigenlijst.label(een.functie)


def heet(mens: Inwoner | None) -> str:
    """How a list names this person."""
    return (mens.aanhef or mens.naam) if mens is not None else ""


def van_dossier(een: Deskundige) -> UUID:
    """The dossier of this question, which always has one."""
    assert een.huishouden_id is not None  # noqa: S101  it is made with one
    return een.huishouden_id


# -- whether it holds --------------------------------------------------------------------------------------------------


def mag(plek: Werkplek, lezer: Lezer, een: Deskundige) -> Toestemming | None:
    """The last yes to this question, as it stands and to this one, that holds today, of everybody whose it takes."""
    hierop = (ja for ja in reversed(lezer.find(Toestemming, deskundige_id=een.id)) if is_waarop(een, ja))
    return next((ja for ja in hierop if delen.mag(plek, lezer, ja)), None)


def gesteld(plek: Werkplek, lezer: Lezer, een: Deskundige) -> list[Deskundige]:
    """What went out, and to whom, also where a colleague who did not know changed it since: a copy of each question,
    the first one first. More than one only where two colleagues asked before they exchanged; each then is of its own
    day, whatever somebody chose since. What came back stands with the one in front: who may not answer any more stands
    behind who may. To show and never to write.
    """
    if een.gevraagd_datum is None:
        return []
    dagen = {(op.id.device_no, op.txn): op for op in lezer.geschiedenis(een.id, _GEVRAAGD)}
    alle: list[Deskundige] = []
    for kop in lezer.koppen(een.id).get(_ONDER_JA, ()):
        velden = _velden(kop) | _velden(dagen.get((kop.id.device_no, kop.txn)))
        toen = build(Deskundige, een.id, een.model_dump() | velden)
        if isinstance(toen, Deskundige) and (ja := lezer.find_one(Toestemming, toen.gevraagd_ja_id)) is not None:
            toen = zoals(toen, ja)
            alle += [] if any(is_zelfde_vraag(toen, ander) for ander in alle) else [toen]
    if len(alle) <= 1:
        return [zoals(een, lezer.find_one(Toestemming, een.gevraagd_ja_id))]
    eerst, *ook = sorted(alle, key=lambda toen: _mag_niet_meer(plek, lezer, toen))
    return [eerst, *(toen.model_copy(update=_GEEN_ANTWOORD) for toen in ook)]


def _mag_niet_meer(plek: Werkplek, lezer: Lezer, een: Deskundige) -> bool:
    """Whether this one may not answer, or might not any more when the answer was written down: that ends each yes that
    was not taken back as far as was known there, so one with an end was the yes to who answered.
    """
    terug = teruggenomen(plek, lezer, een)
    return terug is not None and (een.antwoord_datum is None or terug.eind_datum is None)


def _velden(operatie: Operation | None) -> dict[str, object]:
    """What this operation wrote in a question, as far as it can be read here."""
    if operatie is None or not is_readable(Deskundige, operatie.eenheid, operatie.waarde):
        return {}
    return decode(Deskundige, operatie.eenheid, operatie.waarde)


def zoals_gesteld(plek: Werkplek, lezer: Lezer, een: Deskundige) -> Deskundige:
    """What went out and can be answered, see `gesteld`; the record itself while nothing did."""
    return next(iter(gesteld(plek, lezer, een)), een)


def gegeven(plek: Werkplek, lezer: Lezer, een: Deskundige) -> list[Toestemming]:
    """The yeses to this question, as it went out, under which it did; while it did not, those that still stand to it.
    Taken back elsewhere on a day before it went out is a yes under which it went out all the same.
    """
    alle = [ja for ja in lezer.find(Toestemming, deskundige_id=een.id) if is_waarop(een, ja)]
    dag, onder = een.gevraagd_datum, lezer.find_one(Toestemming, een.gevraagd_ja_id)
    if dag is None:
        return [ja for ja in alle if geldt_ja(ja, plek.vandaag) and ja.eind_datum is None]
    samen = [ja for ja in alle if onder is None or not is_van_voor(ja, onder)]
    toen = [ja for ja in samen if ja.ingetrokken_datum is None or ja.ingetrokken_datum >= dag or ja == onder]
    return toen or samen


def teruggenomen(plek: Werkplek, lezer: Lezer, een: Deskundige) -> Toestemming | None:
    """The yes under which it went out (`een` is as it did) that somebody took back since. Who took one back before, and
    said yes again, did not; and a yes that stopped counting for another reason was taken back by nobody.
    """
    if een.gevraagd_datum is None:
        return None
    alle = gegeven(plek, lezer, een)
    staat = {mens for ja in alle if ja.ingetrokken_datum is None for mens in alle_ids(lezer, ja.inwoner_id)}
    terug = [ja for ja in alle if ja.ingetrokken_datum is not None]
    return next((ja for ja in terug if (ja.ingetrokken_door_id or ja.inwoner_id) not in staat), None)


def stand(plek: Werkplek, lezer: Lezer, een: Deskundige) -> Stand:
    """How far this question is today. A no is about who it was said about, wherever that was written: it is asked again
    once they said on Rechten that they see it differently, and says nothing of another who stands here by now.
    """
    is_terug, ja = teruggenomen(plek, lezer, zoals_gesteld(plek, lezer, een)) is not None, mag(plek, lezer, een)
    is_nee = ja is None and bool(liever_niet(plek, lezer, een))
    return stand_van(een, mag=ja is not None, is_nee=is_nee, is_terug=is_terug)


def liever_niet(plek: Werkplek, lezer: Lezer, een: Deskundige) -> list[Afzien]:
    """What they said of sharing with this one: at this question, also where the municipality calls a function something
    else by now, or by that name wherever it was written. Of where one works is wider: that is not in it.
    """
    over = lezer.find_one(Inwoner, een.inwoner_id)
    alle = delen.liever_niet(plek, lezer, van_dossier(een), over, noem(plek, een)) if over is not None else ()
    hier = [nee for nee in _geschreven(lezer, een) if geldt(nee, plek.vandaag)]
    return list({nee.id: nee for nee in (*hier, *alle) if nee.waarvan is Waarvan.DELEN}.values())


def check_partner(plek: Werkplek, een: Deskundige) -> None:
    """Whoever is asked as somebody of an organisation needs its agreement, however that is written: what is not in the
    register has none (RES-13), and a name or a function that names a partner is of that one. A deskundige on their own,
    such as the huisarts, is asked one question on the resident's own yes, and is no partner of the municipality. Raises
    `DelenZonderAfspraak`.
    """
    woorden = (een.naam, plek.profiel.deskundigenlijst.label(een.functie))
    genoemd = (partner for een_van in woorden for partner in genoemde_partners(plek, een_van))
    for naam in filter(None, (een.organisatie, *genoemd)):
        plek.profiel.delen.check_partner(plek.profiel.partners, naam, MET_JA, plek.vandaag)


def genoemde_partners(plek: Werkplek, woorden: str | None) -> list[str]:
    """The partners of the register that these words name, whatever else stands beside them."""
    namen = [partner.naam for partner in plek.profiel.partners]
    return [naam for naam in namen if f" {_woorden(naam)} " in f" {_woorden(woorden or '')} "]


def _woorden(tekst: str) -> str:
    return " ".join(re.findall(r"\w+", naamsleutel(tekst)))


def waarom_vast(plek: Werkplek, lezer: Lezer, record: Entiteit | None, velden: Collection[str]) -> str:
    """Why these fields are not put back as they were: a word under `waarom` of *Ongedaan maken*, or nothing. Who and
    what stay as they are under a yes to it, and once it went out; and a no does not come back beside a yes.
    """
    if isinstance(record, Deskundige) and not _WIE_EN_WAT.isdisjoint(velden):
        return "gevraagd" if record.gevraagd_datum is not None else "ja" if gegeven(plek, lezer, record) else ""
    if isinstance(record, Afzien) and not geldt(record, plek.vandaag) and _zei_ja(plek, lezer, record):
        return "zei_ja"
    return ""


def _zei_ja(plek: Werkplek, lezer: Lezer, nee: Afzien) -> bool:
    """Whether somebody said yes since to a question about this person to the one whom this no was about."""
    for ja in lezer.find(Toestemming, huishouden_id=nee.huishouden_id) if nee.waarvan is Waarvan.DELEN else ():
        een = lezer.find_one(Deskundige, ja.deskundige_id) if geldt_ja(ja, plek.vandaag) else None
        over = alle_ids(lezer, een.inwoner_id) if een is not None else ()
        if een is not None and nee.inwoner_id in over and zelfde(nee.waarover, noem(plek, zoals(een, ja))):
            return True
    return False


def heeft_ja(plek: Werkplek, lezer: Lezer, deskundige_id: UUID) -> bool:
    """Whether somebody's yes to this question still stands in the register."""
    return any(geldt_ja(ja, plek.vandaag) for ja in lezer.find(Toestemming, deskundige_id=deskundige_id))


def check_opnieuw(plek: Werkplek, lezer: Lezer, een: Deskundige, velden: Mapping[str, object]) -> None:
    """Refuse a question as it would stand once these `velden` are written back: an answer to what was not asked, and a
    question that goes out without a yes or an agreement, or after it was let go. Raises as `check_antwoord` and
    `check_partner`, `DeskundigeZonderJa`, `DeskundigeIsVerder`.
    """
    if een.antwoord_datum is not None:
        check_antwoord(een, plek.vandaag)
    if velden.get("gevraagd_datum") is not None:
        if een.vervallen_datum is not None:
            raise DeskundigeIsVerder
        if mag(plek, lezer, zoals_gesteld(plek, lezer, een)) is None:
            raise DeskundigeZonderJa
        check_partner(plek, een)


# -- a yes, a no -------------------------------------------------------------------------------------------------------


def neem_ja(
    plek: Werkplek,
    werk: UnitOfWork,
    een: Deskundige,
    ja_van: tuple[UUID, ...],
    namens: tuple[str, ...],
    toch: str | None,
) -> None:
    """The yes in the register of what may be shared, for this question and no other. Each yes of before is over: it was
    to other words, or of who has no say any more. So is what they would rather not with this one.
    """
    check_partner(plek, een)
    beeindig_ja(plek, werk, een)
    huishouden_id = van_dossier(een)
    over = werk.get(Inwoner, alle_ids(werk, een.inwoner_id)[0])
    kunnen = list(gevers(plek, werk, huishouden_id, over))
    alleen = kunnen[0].wie_id if len(kunnen) == 1 else None
    t = load_tekst("deskundige").met(plek.profiel.zeg)
    nieuw = NieuwDelen(
        over_id=over.id,
        onderwerp=t("toestemming.onderwerp"),
        ontvanger=wie(plek, een),
        aan=None,
        doel=t("toestemming.doel"),
        grond=MET_JA,
        ja_van=ja_van or (() if namens or alleen is None else (alleen,)),
        namens=namens,
        toch=toch,
        deskundige=een,
    )
    delen.zet(plek, werk, huishouden_id, nieuw)
    for liever in liever_niet(plek, werk, een):
        wijzig(werk, liever, werk.bases(liever.id), {"eind_datum": plek.vandaag})


def neem_nee(plek: Werkplek, werk: UnitOfWork, een: Deskundige) -> None:
    """As what they would rather not: it shows wherever somebody would share with this one (RES-15). What was written of
    it before, here or on Rechten, is not written twice. That it goes on is written too: the end that a colleague wrote
    without knowing of this no then stands beside it, and somebody chooses.
    """
    if liever_niet(plek, werk, een):
        return
    nieuw = next(een_id for een_id in _nee_ids(een) if werk.find_one(Afzien, een_id) is None)
    nee = werk.add(
        maak(
            Afzien,
            id=nieuw,
            huishouden_id=een.huishouden_id,
            inwoner_id=een.inwoner_id,
            waarvan=Waarvan.DELEN,
            waarover=noem(plek, een),
            datum=plek.vandaag,
        )
    )
    werk.resolve(nee, _EINDE_NEE, ())


def neem_niets(plek: Werkplek, werk: UnitOfWork, een: Deskundige) -> None:
    """Not asked yet after all: a no about this one that was written here was a slip, and goes. One of Rechten stays."""
    eigen = {een.nee_id, *(nee.id for nee in _geschreven(werk, een))}
    for liever in liever_niet(plek, werk, een):
        if liever.id in eigen:
            wijzig(werk, liever, werk.bases(liever.id), {"eind_datum": plek.vandaag})


def _geschreven(lezer: Lezer, een: Deskundige) -> Iterator[Afzien]:
    """Each no about this one that was written at this question, also what is over."""
    for een_id in _nee_ids(een):
        nee = lezer.find_one(Afzien, een_id)
        if nee is None:
            return
        yield nee


def _nee_ids(een: Deskundige) -> Iterator[UUID]:
    return (nee_id(een.id, een.naam or een.functie or "", nummer) for nummer in count())


def beeindig_ja(plek: Werkplek, werk: UnitOfWork, een: Deskundige) -> None:
    """From today on: what goes out later is asked anew."""
    for ja in werk.find(Toestemming, deskundige_id=een.id):
        if ja.eind_datum is None and ja.ingetrokken_datum is None:
            wijzig(werk, ja, werk.bases(ja.id), {"eind_datum": plek.vandaag})
