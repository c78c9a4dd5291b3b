"""Where a question is on its way to another, for the dossier and for the start screen (TRI-12)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto
from uuid import UUID

from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.eerste_vraagverheldering import EersteVraagverheldering, eerste_id
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.onderzoek import Onderzoek, onderzoek_id
from kernnetwerk_app.domain.overdracht import Overdracht, Overdrachtsoort, Overdrachtstand, mag_beantwoorden
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.domain.triage import Triage, geldende
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.domain.werkwijze import Contactpersoonafspraak
from kernnetwerk_app.services.ontvanger import naar_wie, noem
from kernnetwerk_app.services.overdracht import antwoorder, door_wie
from kernnetwerk_app.services.verstrekking import uitkomst_gegeven
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer

_JAAR = timedelta(days=365)
_PAKKET = ("pakket",)
"""What no list reads."""


@dataclass(frozen=True, slots=True)
class EerdereVraag:
    """How far the eerste vraagverheldering of an earlier question is; `door` is who began or finished it."""

    melding_id: UUID
    ontvangen: date
    begonnen: date | None
    afgerond: date | None
    door: str


@dataclass(frozen=True, slots=True)
class Onderzoekstand:
    """How far the onderzoek is; `door` is who began or closed it."""

    begonnen: date
    afgerond: date | None
    door: str


@dataclass(frozen=True, slots=True)
class Toegangstand:
    """How far the latest question is, for the dossier: no class, no ground, no outcome, for somebody may read along."""

    begonnen: date | None
    afgerond: date | None
    door: str
    met_weging: bool
    """Whether questions are weighed here at all, or this one was."""
    route: str
    is_versneld: bool
    wacht_op: str
    """Whose yes or no an open hand-over waits for; or, where that is mine, who sent it."""
    voor_mij: bool
    bij: str
    """Who has it since a yes; empty when nobody took it over."""
    sinds: date | None
    blijft: str
    """The contact person, where the municipality says that they stay (V-09) and that is somebody else."""
    eerder: tuple[EerdereVraag, ...]
    """The earlier questions that are open, or of which this step was begun; the latest first."""
    onderzoek: Onderzoekstand | None
    """None as long as nobody began it."""


class Wachtreden(Enum):
    """Why a hand-over is on the list of today."""

    MIJN_ANTWOORD = auto()
    ANTWOORD_VAN_ANDER = auto()
    TERUG = auto()
    EERSTE_STAP = auto()
    """I said yes, or a doctor referred here: nobody did anything yet."""


@dataclass(frozen=True, slots=True)
class Wachtend:
    """A hand-over that waits, for the start screen; `wie` is the other."""

    huishouden_id: UUID
    overdracht_id: UUID
    wie: str
    datum: date
    reden: Wachtreden


def load_stand(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> Toegangstand | None:
    """How far the latest question of this household is; None without a melding."""
    meldingen = lezer.find(Melding, huishouden_id=huishouden_id)
    if not meldingen:
        return None
    melding = meldingen[-1]
    eerste = lezer.find_one(EersteVraagverheldering, eerste_id(melding.id))
    triages = lezer.find(Triage, melding_id=melding.id)
    keuze = geldende(triages)
    namen = noem(lezer.find(Medewerker))
    warm = [o for o in lezer.find(Overdracht, zonder=_PAKKET, melding_id=melding.id) if o.wijze is Overdrachtsoort.WARM]
    open_ = [o for o in warm if o.is_open]
    voor_mij = bool(open_) and open_[-1].van_id != plek.medewerker.id and mag_beantwoorden(open_[-1], antwoorder(plek))
    genomen = next((o for o in reversed(warm) if o.stand is Overdrachtstand.AANGENOMEN), None)
    bij = door_wie(plek, genomen, namen) if genomen is not None else ""
    contact = namen.get(melding.contactpersoon_id, "") if melding.contactpersoon_id is not None else ""
    blijft = plek.profiel.werkwijze.contactpersoon is not Contactpersoonafspraak.NIET_GENOEMD
    return Toegangstand(
        begonnen=eerste.datum if eerste is not None else None,
        afgerond=eerste.afgerond_datum if eerste is not None else None,
        door=namen.get(eerste.afgerond_door_id or eerste.door_id, "") if eerste is not None else "",
        met_weging=plek.profiel.weegt or bool(triages),
        route=plek.profiel.lijst("routes").label(keuze.route.value) if keuze is not None and keuze.route else "",
        is_versneld=keuze is not None and keuze.is_versneld,
        wacht_op=(namen.get(open_[-1].van_id, "") if voor_mij else naar_wie(plek, open_[-1], namen)) if open_ else "",
        voor_mij=voor_mij,
        bij=bij,
        sinds=genomen.antwoord_datum if genomen is not None else None,
        blijft=contact if blijft and bij and contact != bij else "",
        eerder=tuple(_eerdere(lezer, meldingen[:-1], namen)),
        onderzoek=_onderzoek(lezer, melding, namen),
    )


def _onderzoek(lezer: Lezer, melding: Melding, namen: Mapping[UUID, str]) -> Onderzoekstand | None:
    een = lezer.find_one(Onderzoek, onderzoek_id(melding.id))
    if een is None:
        return None
    return Onderzoekstand(een.datum, een.afgerond_datum, namen.get(een.afgerond_door_id or een.door_id, ""))


def _eerdere(lezer: Lezer, meldingen: Sequence[Melding], namen: Mapping[UUID, str]) -> Iterator[EerdereVraag]:
    for melding in reversed(meldingen):
        eerste = lezer.find_one(EersteVraagverheldering, eerste_id(melding.id))
        if eerste is not None:
            door = namen.get(eerste.afgerond_door_id or eerste.door_id, "")
            yield EerdereVraag(melding.id, melding.ontvangen_datum, eerste.datum, eerste.afgerond_datum, door)
        elif uitkomst_gegeven(lezer, melding) is None:
            yield EerdereVraag(melding.id, melding.ontvangen_datum, None, None, "")


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """Somebody outside who referred past us: how often in a year, and where to. Nothing of a resident."""

    verwijzer: str
    aantal: int
    naar: tuple[str, ...]


def verwijzingen(plek: Werkplek, lezer: Lezer) -> tuple[Verwijzing, ...]:
    """Who referred past the triage in the last year, in the dossiers of this laptop; most often first (TRI-17)."""
    sinds = plek.vandaag - _JAAR
    namen = noem(lezer.find(Medewerker))
    per: dict[str, list[Overdracht]] = {}
    for overdracht in lezer.find(Overdracht, zonder=_PAKKET, wijze=Overdrachtsoort.DERDE):
        if overdracht.datum > sinds and overdracht.verwijzer:
            per.setdefault(overdracht.verwijzer.casefold(), []).append(overdracht)
    gevonden = (
        Verwijzing(alle[0].verwijzer or "", len(alle), tuple(dict.fromkeys(naar_wie(plek, een, namen) for een in alle)))
        for alle in per.values()
    )
    return tuple(sorted(gevonden, key=lambda v: (-v.aantal, v.verwijzer.casefold())))


def wachtend(plek: Werkplek, lezer: Lezer) -> list[Wachtend]:
    """What waits for a yes, a no or a first step of this worker, and what this worker sent and came back."""
    namen = {medewerker.id: medewerker.voornaam for medewerker in lezer.find(Medewerker)}
    gevonden = []
    for overdracht in lezer.find(Overdracht, zonder=_PAKKET):
        reden = _reden(plek, lezer, overdracht)
        if overdracht.huishouden_id is None or reden is None:
            continue
        van = overdracht.verwijzer or namen.get(overdracht.van_id, "")
        wie = van if reden in (Wachtreden.MIJN_ANTWOORD, Wachtreden.EERSTE_STAP) else naar_wie(plek, overdracht, namen)
        datum = overdracht.antwoord_datum or overdracht.datum
        gevonden.append(Wachtend(overdracht.huishouden_id, overdracht.id, wie, datum, reden))
    return gevonden


def _reden(plek: Werkplek, lezer: Lezer, overdracht: Overdracht) -> Wachtreden | None:
    eigen = overdracht.van_id == plek.medewerker.id
    if overdracht.is_open:
        if eigen:
            return Wachtreden.ANTWOORD_VAN_ANDER
        # Who has no part in hand-overs here, takes none over.
        mag = plek.mag(Recht.OVERDRAGEN) and mag_beantwoorden(overdracht, antwoorder(plek))
        return Wachtreden.MIJN_ANTWOORD if mag else None
    if eigen and overdracht.stand is Overdrachtstand.TERUG and _is_laatste(lezer, overdracht):
        return Wachtreden.TERUG
    if _is_nu_van_mij(plek, overdracht) and _wacht_op_stap(lezer, overdracht):
        return Wachtreden.EERSTE_STAP
    return None


def _is_laatste(lezer: Lezer, overdracht: Overdracht) -> bool:
    """Nothing was offered after it: so the sender has yet to find another way. What is only written down, such as going
    along to a place, is no other way.
    """
    alle = lezer.find(Overdracht, zonder=_PAKKET, melding_id=overdracht.melding_id)
    later = alle[[een.id for een in alle].index(overdracht.id) + 1 :]
    return not any(een.wijze is Overdrachtsoort.WARM for een in later)


def _is_nu_van_mij(plek: Werkplek, overdracht: Overdracht) -> bool:
    """Whether I took it over, or a doctor referred to me or to my team (TRI-16)."""
    ik = plek.medewerker
    if overdracht.stand is Overdrachtstand.AANGENOMEN:
        return overdracht.antwoord_door_id == ik.id != overdracht.van_id
    if overdracht.wijze is not Overdrachtsoort.HUISARTS or not plek.mag_dossiers:
        return False
    return overdracht.naar_id == ik.id or overdracht.naar_team in plek.profiel.teams_van(ik.functie)


def _wacht_op_stap(lezer: Lezer, overdracht: Overdracht) -> bool:
    """Nobody planned or did anything since: no contact, no conversation, no judgement by who has it now."""
    if not _is_laatste(lezer, overdracht) or uitkomst_gegeven(lezer, lezer.get(Melding, overdracht.melding_id)):
        return False
    hier, wie = overdracht.huishouden_id, overdracht.antwoord_door_id
    daden = [(contact.datum, contact.medewerker_id) for contact in lezer.find(Contact, huishouden_id=hier)]
    daden += [(eerste.datum, eerste.door_id) for eerste in lezer.find(EersteVraagverheldering, huishouden_id=hier)]
    daden += [(gesprek.datum, gesprek.door_id) for gesprek in lezer.find(Vraagverheldering, huishouden_id=hier)]
    daden += [(oordeel.datum, oordeel.door_id) for oordeel in lezer.find(Triage, huishouden_id=hier)]
    sinds = overdracht.antwoord_datum or overdracht.datum
    return not any(datum >= sinds and wie in (None, door) for datum, door in daden)
