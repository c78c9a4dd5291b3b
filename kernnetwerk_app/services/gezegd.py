"""Where the words of an answer come from, and what was said before under another melding: asked once (EVV-11)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kernnetwerk_app.domain.base import eenheden
from kernnetwerk_app.domain.inloopcontact import Inloopcontact
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.signaal import Signaal, Spoed
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.vraagverheldering import AL_GEPROBEERD, WAAR_HET_OM_GAAT, Antwoord, Vraagverheldering
from kernnetwerk_app.klok import AMSTERDAM
from kernnetwerk_app.oplog.hlc import milliseconds
from kernnetwerk_app.oplog.operation import Operation
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load

OVER = "@"
URGENTIE_REDEN = "eerste.urgentie_reden"
"""Key of the words beside the urgency, in the eerste vraagverheldering."""
_NIET = (LeefgebiedStatus.NIET_AAN_DE_ORDE, LeefgebiedStatus.WIL_NIET)


@dataclass(frozen=True, slots=True)
class Gezegd:
    """Who wrote what stands in a field, and on which day. `eerder`: before this gesprek had begun."""

    wie: str
    datum: date
    eerder: bool


@dataclass(frozen=True, slots=True)
class Eerder:
    """What is known already of something that is asked here, and where it comes from: `bron` in words, with its day.

    `is_antwoord`: it was said to this very question, under another melding, so it may be taken over as it stands.
    """

    woorden: str
    bron: str
    datum: date
    is_antwoord: bool = True


_Koppen = Mapping[UUID, Mapping[int, Sequence[Operation]]]
"""By record and unit who wrote it, the latest first."""


def persoonssleutel(sleutel: str, inwoner_id: UUID) -> str:
    """Key of the answer to a question about one person of the household."""
    return f"{sleutel}{OVER}{inwoner_id}"


def answer_key(antwoord: Antwoord) -> str:
    """What was asked, and about whom."""
    return antwoord.sleutel if antwoord.inwoner_id is None else persoonssleutel(antwoord.sleutel, antwoord.inwoner_id)


def read_gezegd(lezer: Lezer, verheldering: Vraagverheldering, gegeven: Mapping[str, Antwoord]) -> dict[str, Gezegd]:
    """Of each answer with words the latest of who wrote them."""
    namen = _namen(lezer)
    begonnen = lezer.koppen(verheldering.id).get(_eenheid(Vraagverheldering, "datum"))
    gezegd, koppen = {}, lezer.koppen_van(antwoord.id for antwoord in gegeven.values())
    for sleutel, antwoord in gegeven.items():
        kop = None if is_leeg(antwoord.waarde) else _laatste(koppen, antwoord, "waarde")
        if kop is not None:
            eerder = not begonnen or kop.hlc < begonnen[0].hlc
            gezegd[sleutel] = Gezegd(namen.get(kop.user_id, ""), _moment(kop).date(), eerder)
    return gezegd


def read_eerder(lezer: Lezer, verheldering: Vraagverheldering) -> dict[str, tuple[Eerder, ...]]:
    """By answer key what stands in the other gesprekken of this household, the latest first."""
    namen = _namen(lezer)
    gevonden: dict[str, list[Eerder]] = {}
    alle = lezer.find(Antwoord, huishouden_id=verheldering.huishouden_id)
    eerdere = [antwoord for antwoord in alle if antwoord.vraagverheldering_id != verheldering.id]
    koppen = lezer.koppen_van(antwoord.id for antwoord in eerdere)
    for antwoord in eerdere:
        woorden, veld = _woorden(antwoord)
        kop = None if is_leeg(woorden) else _laatste(koppen, antwoord, veld)
        if kop is not None:
            eerder = Eerder(woorden, namen.get(kop.user_id, ""), _moment(kop).date(), veld == "waarde")
            gevonden.setdefault(answer_key(antwoord), []).append(eerder)
    return {sleutel: tuple(sorted(van, key=lambda e: e.datum, reverse=True)) for sleutel, van in gevonden.items()}


def read_signalen(profiel: Gemeenteprofiel, lezer: Lezer, melding: Melding) -> dict[str, tuple[Eerder, ...]]:
    """By answer key what the signals and light contacts say that became this melding (SIG-28): life domains, how long,
    what held somebody back, how soon. What was noticed itself is for the professional alone, and not in here.
    """
    namen, gevonden = _namen(lezer), dict[str, list[Eerder]]()
    for verteld in _verteld(lezer, melding):
        bron = namen.get(verteld.door_id, "")
        for sleutel, woorden in _uit(profiel, verteld):
            gevonden.setdefault(sleutel, []).append(Eerder(woorden, bron, verteld.datum, is_antwoord=False))
    return {sleutel: tuple(van) for sleutel, van in gevonden.items()}


@dataclass(frozen=True, slots=True)
class _Verteld:
    """What a signal or a light contact says of the things that are asked again later."""

    door_id: UUID
    datum: date
    leefgebieden: Sequence[str]
    duur: str | None
    drempel: str | None
    spoed: str = ""


def _verteld(lezer: Lezer, melding: Melding) -> Iterator[_Verteld]:
    for signaal in lezer.find(Signaal, melding_id=melding.id):
        gebieden = (signaal.leefgebieden or "").split()
        # What a form begins with is nobody's judgement.
        spoed = signaal.spoed.value if signaal.spoed is not Spoed.KAN_WACHTEN else ""
        yield _Verteld(signaal.door_id, signaal.datum, gebieden, signaal.duur, signaal.drempel, spoed)
    for contact in lezer.find(Inloopcontact, melding_id=melding.id):
        gebieden = [contact.leefgebied] if contact.leefgebied else []
        yield _Verteld(contact.medewerker_id, contact.datum, gebieden, contact.sinds, contact.uitgesteld)


def _uit(profiel: Gemeenteprofiel, verteld: _Verteld) -> Iterator[tuple[str, str]]:
    """Under which question of the eerste vraagverheldering it belongs, and in which words."""
    t, lijst = load("eerste_vraagverheldering"), profiel.lijst
    for gebied in verteld.leefgebieden:
        yield gebied, t("eerder.leefgebied")
    if verteld.duur:
        yield WAAR_HET_OM_GAAT, t("eerder.duur", duur=lijst("signaal_duur").label(verteld.duur))
    if verteld.drempel:
        yield AL_GEPROBEERD, t("eerder.drempel", drempel=lijst("signaal_drempels").label(verteld.drempel))
    if verteld.spoed:
        yield URGENTIE_REDEN, t("eerder.spoed", spoed=verteld.spoed)


def _woorden(antwoord: Antwoord) -> tuple[str, str]:
    """What was answered, and in which field it stands; of a life domain that was passed by also that, and why."""
    if antwoord.status in _NIET:
        return ": ".join(filter(None, (antwoord.status.value, antwoord.toelichting))), "status"
    return antwoord.waarde or "", "waarde"


def _namen(lezer: Lezer) -> dict[UUID, str]:
    return {medewerker.id: medewerker.naam for medewerker in lezer.find(Medewerker)}


def _laatste(koppen: _Koppen, antwoord: Antwoord, veld: str) -> Operation | None:
    return next(iter(koppen[antwoord.id].get(_eenheid(Antwoord, veld), ())), None)


def _moment(kop: Operation) -> datetime:
    return datetime.fromtimestamp(milliseconds(kop.hlc) / 1000, AMSTERDAM)


def _eenheid(soort: type[Antwoord] | type[Vraagverheldering], veld: str) -> int:
    return next(nummer for nummer, velden in eenheden(soort).items() if veld in velden)
