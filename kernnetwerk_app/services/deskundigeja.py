"""What somebody says to one question to a deskundige: whose yes it takes, whether that holds, and what a no leaves
behind (OND-15, RES-01, RES-15).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain.afzien import Afzien, Waarvan, geldt
from kernnetwerk_app.domain.deskundige import (
    Deskundige,
    DeskundigeIsVerder,
    DeskundigeZonderJa,
    Stand,
    check_antwoord,
    nee_id,
    stand_van,
)
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.naamgenoot import zelfde
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.domain.toestemming import geldt as geldt_ja
from kernnetwerk_app.services import delen
from kernnetwerk_app.services.benoemd import benoemd
from kernnetwerk_app.services.delen import NieuwDelen
from kernnetwerk_app.services.inwoner import alle_ids
from kernnetwerk_app.services.overdracht import MET_JA
from kernnetwerk_app.services.tekst import maak, wijzig
from kernnetwerk_app.services.toestemming import beslissers
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork
from kernnetwerk_app.teksten import load as load_tekst


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


def mag(plek: Werkplek, lezer: Lezer, een: Deskundige) -> bool:
    """Whether a yes to this question holds today, of everybody whose it takes."""
    return any(delen.mag(plek, lezer, ja) for ja in lezer.find(Toestemming, deskundige_id=een.id))


def teruggenomen(plek: Werkplek, lezer: Lezer, een: Deskundige) -> Toestemming | None:
    """The yes to this question that somebody took back, where no other holds."""
    terug = [ja for ja in lezer.find(Toestemming, deskundige_id=een.id) if ja.ingetrokken_datum is not None]
    return terug[-1] if terug and not mag(plek, lezer, een) else None


def stand(plek: Werkplek, lezer: Lezer, een: Deskundige) -> Stand:
    """How far this question is today. A no of which they said on Rechten that they see it differently is none."""
    is_terug = teruggenomen(plek, lezer, een) is not None
    nee = lezer.find_one(Afzien, een.nee_id)
    if nee is not None and not geldt(nee, plek.vandaag):
        een = een.model_copy(update={"nee_datum": None})
    return stand_van(een, mag=mag(plek, lezer, een), is_terug=is_terug)


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
    return " ".join(re.findall(r"\w+", tekst.casefold()))


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
        if not mag(plek, lezer, een):
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
    """The yes in the register of what may be shared, for this question and no other."""
    check_partner(plek, een)
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
        deskundige_id=een.id,
    )
    delen.zet(plek, werk, huishouden_id, nieuw)
    if een.nee_datum is not None:
        werk.change(een, nee_datum=None, nee_id=None)
    eigen = _geschreven_nee(plek, werk, een)
    for liever in {al.id: al for al in (*eigen, *_liever_niet(plek, werk, een))}.values():
        wijzig(werk, liever, werk.bases(liever.id), {"eind_datum": plek.vandaag})


def neem_nee(plek: Werkplek, werk: UnitOfWork, een: Deskundige) -> None:
    """As what they would rather not: it shows wherever somebody would share with this one (RES-15). What was written of
    it before, here or on Rechten, is not written twice.
    """
    eigen = _geschreven_nee(plek, werk, een)
    for al in eigen:
        if not zelfde(al.waarover, noem(plek, een)):
            wijzig(werk, al, werk.bases(al.id), {"waarover": noem(plek, een)})
    welke = een.nee_id
    if not eigen and not _liever_niet(plek, werk, een):
        eerste = nee_id(een.id)
        welke = eerste if werk.find_one(Afzien, eerste) is None else plek.new_id()
        werk.add(
            maak(
                Afzien,
                id=welke,
                huishouden_id=een.huishouden_id,
                inwoner_id=een.inwoner_id,
                waarvan=Waarvan.DELEN,
                waarover=noem(plek, een),
                datum=plek.vandaag,
            )
        )
    werk.change(een, nee_datum=een.nee_datum or plek.vandaag, nee_id=welke)


def neem_niets(plek: Werkplek, werk: UnitOfWork, een: Deskundige) -> None:
    """Not asked yet after all: a no that stood here was a slip, and goes with what was written with it."""
    for liever in _geschreven_nee(plek, werk, een):
        wijzig(werk, liever, werk.bases(liever.id), {"eind_datum": plek.vandaag})
    if een.nee_datum is not None:
        werk.change(een, nee_datum=None, nee_id=None)


def beeindig_ja(plek: Werkplek, werk: UnitOfWork, een: Deskundige) -> None:
    """From today on: what goes out later is asked anew."""
    for ja in werk.find(Toestemming, deskundige_id=een.id):
        if ja.eind_datum is None and ja.ingetrokken_datum is None:
            wijzig(werk, ja, werk.bases(ja.id), {"eind_datum": plek.vandaag})


def _geschreven_nee(plek: Werkplek, werk: UnitOfWork, een: Deskundige) -> list[Afzien]:
    """What was written with the no to this question, as long as it holds."""
    eigen = werk.find_one(Afzien, een.nee_id)
    return [eigen] if eigen is not None and geldt(eigen, plek.vandaag) else []


def _liever_niet(plek: Werkplek, werk: UnitOfWork, een: Deskundige) -> list[Afzien]:
    """What they said of sharing with this one, wherever that was written. Of where one works is wider: that stays."""
    over = werk.get(Inwoner, een.inwoner_id)
    alle = delen.liever_niet(plek, werk, van_dossier(een), over, noem(plek, een))
    return [liever for liever in alle if liever.waarvan is Waarvan.DELEN]
