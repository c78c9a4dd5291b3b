"""The eerste vraagverheldering: understand the question where it is asked, and say what comes of it (EVV-04 to EVV-20).

What is said goes into the same answers that the gesprek opens with (`vraagverheldering.Stap`); writing here begins this
step and not the gesprek.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from kernnetwerk_app.domain.base import VoorWie, eenheden, voor_lezer
from kernnetwerk_app.domain.eerste_vraagverheldering import (
    BESTAAN,
    DOORVERWEZEN,
    EersteIsAfgerond,
    EersteVraagverheldering,
    EersteZonderUitkomst,
    Fase,
    Veiligheid,
    check_set,
    eerste_id,
    fase_van,
    is_breed,
    ontbreekt,
)
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.kortdurende_ondersteuning import KortdurendeOndersteuning
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.overdracht import Overdracht, Overdrachtsoort, Overdrachtstand
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.domain.tekst import bewaar, is_leeg
from kernnetwerk_app.domain.triage import Route, Triage, geldende
from kernnetwerk_app.domain.vraagverheldering import AL_GEPROBEERD, WAAR_HET_OM_GAAT, vraagverheldering_id
from kernnetwerk_app.services import vraagverheldering
from kernnetwerk_app.services.gezegd import read_signalen
from kernnetwerk_app.services.inwoner import leden
from kernnetwerk_app.services.tekst import Bases, wijzig
from kernnetwerk_app.services.typen import Veldadres
from kernnetwerk_app.services.verstrekking import open_meldingen
from kernnetwerk_app.services.vraagverheldering import Gesprek, Stap
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import BestaatNiet, Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork

EERSTE = "eerste"
TEKSTVELDEN = ("urgentie_reden", "uitkomst_reden")
"""Words that belong to this step alone; their keys are `eerste.urgentie_reden` and so on."""
VRAAG_ZELF = "melding.vraag"
"""Key of the question itself, for a melding that began without one."""
VEILIGHEIDSWOORDEN = "veiligheid_woorden"


@dataclass(frozen=True, slots=True)
class EersteBeeld:
    """Everything the screen shows, without a word of the safety item.

    `gesprek` has the shared answers and the words of this step, `bases` what a choice of this step replaces.
    """

    melding_id: UUID
    is_laatste: bool
    """Whether it is about the latest question: that one the route, the triage and the hand-over are about."""
    aanleiding: str
    """What somebody else noticed, for the professional alone."""
    eerste: EersteVraagverheldering
    is_begonnen: bool
    gesprek: Gesprek
    bases: Bases
    mist: tuple[str, ...]
    """What of the minimal set is missing (EVV-10)."""
    breed: bool
    fase: Fase
    eerder_verwezen: int
    """How often this household went to another before this outcome."""
    door: str
    """Who finished it; until then who began it."""
    mensen: tuple[Inwoner, ...]
    steun: tuple[KortdurendeOndersteuning, ...]


@dataclass(frozen=True, slots=True)
class Veiligheidsbeeld:
    """The safety item, for behind its door only. `elders`: a colleague wrote an answer that may not be read here."""

    keuze: Veiligheid | None
    woorden: str
    adres: Veldadres
    bases: Bases
    elders: bool


def laatste_melding(lezer: Lezer, huishouden_id: UUID) -> Melding:
    """The melding that all of this is about; `BestaatNiet` for a household without one."""
    meldingen = lezer.find(Melding, huishouden_id=huishouden_id)
    if not meldingen:
        raise BestaatNiet
    return meldingen[-1]


def open_eerste(plek: Werkplek, huishouden_id: UUID, herkomst: object = None) -> Changes:
    """Note that it was opened; it begins with the first word or choice. `BestaatNiet` without a melding."""
    plek.check_mag(Recht.EERSTE_VRAAGVERHELDERING)
    with plek.store.write(herkomst) as werk:
        laatste_melding(werk, huishouden_id)
        return werk.commit("eerste_vraagverheldering.geopend", huishouden_id)


def find(plek: Werkplek, lezer: Lezer, melding: Melding) -> EersteVraagverheldering:
    """The first clarification of this melding: as it was begun, else as it would begin now."""
    begonnen = lezer.find_one(EersteVraagverheldering, eerste_id(melding.id))
    return begonnen or EersteVraagverheldering(
        id=eerste_id(melding.id),
        huishouden_id=melding.huishouden_id,
        melding_id=melding.id,
        datum=plek.vandaag,
        door_id=plek.medewerker.id,
    )


def hold(plek: Werkplek, werk: UnitOfWork, melding_id: UUID) -> EersteVraagverheldering:
    """Somebody writes in this step: so it was begun."""
    eerste = find(plek, werk, werk.get(Melding, melding_id))
    return eerste if werk.find_one(EersteVraagverheldering, eerste.id) is not None else werk.add(eerste)


def stap(plek: Werkplek, melding_id: UUID) -> Stap:
    """Writing the shared answers in this step."""
    return Stap(
        hold=lambda werk: hold(plek, werk, melding_id),
        is_begonnen=lambda lezer: lezer.find_one(EersteVraagverheldering, eerste_id(melding_id)) is not None,
    )


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, melding_id: UUID | None = None) -> EersteBeeld:
    """The first clarification of this melding, else of the latest, as it stands now; `BestaatNiet`."""
    nieuwste = laatste_melding(lezer, huishouden_id)
    melding = nieuwste if melding_id is None else lezer.get(Melding, melding_id)
    eerste = find(plek, lezer, melding)
    gezien = voor_lezer(VoorWie.PROFESSIONAL, eerste)
    gesprek_id = vraagverheldering_id(melding.id)
    gesprek = vraagverheldering.load(plek, lezer, huishouden_id, gesprek_id, stap(plek, melding.id))
    bases = lezer.bases(eerste.id)
    eigen = {f"{EERSTE}.{veld}": getattr(gezien, veld) or "" for veld in TEKSTVELDEN} | {VRAAG_ZELF: melding.vraag}
    adressen = {f"{EERSTE}.{veld}": _adres(plek, eerste, veld, bases) for veld in TEKSTVELDEN}
    adressen[VRAAG_ZELF] = _vraag_adres(lezer, melding)
    # In this step itself nothing is earlier than the gesprek would be: then only who else wrote it matters.
    gezegd = {sleutel: replace(gezegd, eerder=False) for sleutel, gezegd in gesprek.gezegd.items()}
    verteld = read_signalen(plek.profiel, lezer, melding)
    samen = replace(
        gesprek,
        gezegd=gezegd,
        teksten={**gesprek.teksten, **eigen},
        adressen={**gesprek.adressen, **adressen},
        eerder={s: (*gesprek.eerder.get(s, ()), *verteld.get(s, ())) for s in {**gesprek.eerder, **verteld}},
    )
    return EersteBeeld(
        melding_id=melding.id,
        is_laatste=melding.id == nieuwste.id,
        aanleiding=melding.aanleiding or "",
        eerste=gezien,
        is_begonnen=lezer.find_one(EersteVraagverheldering, eerste.id) is not None,
        gesprek=samen,
        bases=bases,
        mist=_mist(plek, melding, eerste, gesprek),
        breed=is_breed(gesprek.statussen.values()),
        fase=fase(plek, lezer, melding),
        eerder_verwezen=tel_verwezen(lezer, huishouden_id, melding.id),
        door=_naam(lezer, eerste.afgerond_door_id or eerste.door_id),
        mensen=tuple(leden(lezer, huishouden_id)),
        steun=tuple(lezer.find(KortdurendeOndersteuning, melding_id=melding.id)),
    )


def mist(plek: Werkplek, lezer: Lezer, melding: Melding) -> tuple[str, ...]:
    """What of the minimal set is missing of this melding, in the order of the list (EVV-10)."""
    return _mist(plek, melding, find(plek, lezer, melding), antwoorden(plek, lezer, melding))


def antwoorden(plek: Werkplek, lezer: Lezer, melding: Melding) -> Gesprek:
    """The shared answers about this melding."""
    if melding.huishouden_id is None:
        raise BestaatNiet
    gesprek_id = vraagverheldering_id(melding.id)
    return vraagverheldering.load(plek, lezer, melding.huishouden_id, gesprek_id, stap(plek, melding.id))


def fase(plek: Werkplek, lezer: Lezer, melding: Melding) -> Fase:
    """Begrijpen, geleiden or opschalen, from what was written (EVV-19)."""
    keuze = geldende(lezer.find(Triage, melding_id=melding.id))
    door = [
        o for o in lezer.find(Overdracht, zonder=("pakket",), melding_id=melding.id) if o.wijze is Overdrachtsoort.WARM
    ]
    zwaar = keuze is not None and keuze.route in (Route.MAATWERK, Route.COMBINATIE)
    loopt = any(o.stand in (Overdrachtstand.OPEN, Overdrachtstand.AANGENOMEN) for o in door)
    eerste = lezer.find_one(EersteVraagverheldering, eerste_id(melding.id))
    return fase_van(eerste, plek.profiel.triage.opschalen, is_doorgezet=zwaar or loopt)


_VAN_ONS_WEG = frozenset({Overdrachtsoort.WARM, Overdrachtsoort.DERDE})
"""What can be the writing down of the same going on as the outcome of a first clarification."""


def tel_verwezen(lezer: Lezer, huishouden_id: UUID | None, behalve: UUID | None = None) -> int:
    """How often this household was handed over or referred, without what came of the melding `behalve` (EVV-24).

    A first clarification that ended so and the hand-over that was written down for it are one time; a doctor's
    referral to us before it is another.
    """
    gegaan = [o for o in lezer.find(Overdracht, zonder=("pakket",), huishouden_id=huishouden_id) if o.telt]
    verwezen = lezer.find(EersteVraagverheldering, huishouden_id=huishouden_id, uitkomst=DOORVERWEZEN)
    al_geteld = {behalve, *(o.melding_id for o in gegaan if o.wijze in _VAN_ONS_WEG)}
    return len(gegaan) + sum(eerste.melding_id not in al_geteld for eerste in verwezen)


def rang(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> int:
    """Place in the worklist by urgency, most urgent first; without an estimate as the least urgent (EVV-07).

    Of several questions that are open the most urgent counts; of one that was answered nothing does any more.
    """
    sleutels = [keuze.sleutel for keuze in plek.profiel.lijst("urgentie").keuzes]
    open_ = {melding.id for melding in open_meldingen(lezer, huishouden_id)}
    eerste = lezer.find(EersteVraagverheldering, huishouden_id=huishouden_id)
    gekozen = [een.urgentie for een in eerste if een.melding_id in open_]
    return min((sleutels.index(keuze) for keuze in gekozen if keuze in sleutels), default=len(sleutels) - 1)


def kies(
    plek: Werkplek,
    geladen: EersteVraagverheldering,
    veld: str,
    waarde: str | None,
    bases: Bases,
    herkomst: object = None,
) -> Changes:
    """A person chose something of this step: its urgency, gradation, causes, outcome; None takes a choice back.

    `geladen` and `bases` as the screen has them. Raises `RegelTeLang`, `EersteIsAfgerond` for the outcome of a finished
    one: that is opened again first.
    """
    plek.check_mag(Recht.EERSTE_VRAAGVERHELDERING)
    with plek.store.write(herkomst) as werk:
        if hold(plek, werk, geladen.melding_id).afgerond_datum is not None and veld == "uitkomst":
            raise EersteIsAfgerond
        wijzig(werk, geladen, bases, {veld: waarde})
        return werk.commit("eerste_vraagverheldering.gekozen", geladen.huishouden_id)


def rond_af(
    plek: Werkplek,
    geladen: EersteVraagverheldering,
    reden: str | None,
    bases: Bases,
    herkomst: object = None,
    concept: str = "",
) -> Changes:
    """The first clarification is finished today; takes in the line that was kept as `concept`.

    `reden`: why, where something of the minimal set is missing.

    Raises `EersteZonderUitkomst`, `VeiligheidNietBesproken` (never passed), `MinimaleSetOnvolledig`, `RegelTeLang`.
    """
    plek.check_mag(Recht.EERSTE_VRAAGVERHELDERING)
    woorden = None if is_leeg(reden) else bewaar(reden or "")
    with plek.store.write(herkomst) as werk:
        melding = werk.get(Melding, geladen.melding_id)
        if find(plek, werk, melding).uitkomst is None:
            raise EersteZonderUitkomst
        check_set(mist(plek, werk, melding), woorden)
        velden = {"afgerond_datum": plek.vandaag, "afgerond_door_id": plek.medewerker.id, "zonder_reden": woorden}
        wijzig(werk, geladen, bases, velden)
        werk.keep_concept(concept, {})
        return werk.commit("eerste_vraagverheldering.afgerond", geladen.huishouden_id)


def heropen(plek: Werkplek, geladen: EersteVraagverheldering, bases: Bases, herkomst: object = None) -> Changes:
    """It goes on after all: it is not finished any more."""
    plek.check_mag(Recht.EERSTE_VRAAGVERHELDERING)
    velden = dict.fromkeys(("afgerond_datum", "afgerond_door_id", "zonder_reden"))
    with plek.store.write(herkomst) as werk:
        wijzig(werk, geladen, bases, velden)
        return werk.commit("eerste_vraagverheldering.heropend", geladen.huishouden_id)


# -- the safety item, behind its own door (VEI-01) -------------------------------------------------------------------


def open_veiligheid(plek: Werkplek, melding_id: UUID, herkomst: object = None) -> tuple[Veiligheidsbeeld, Changes]:
    """The safety item; that it was opened is noted before it is shown."""
    plek.check_mag(Recht.EERSTE_VRAAGVERHELDERING)
    with plek.store.write(herkomst) as werk:
        melding = werk.get(Melding, melding_id)
        eerste = find(plek, werk, melding)
        bases = werk.bases(eerste.id)
        adres = _adres(plek, eerste, VEILIGHEIDSWOORDEN, bases)
        elders = eerste.veiligheid is None and eerste.veiligheid_datum is not None
        beeld = Veiligheidsbeeld(eerste.veiligheid, eerste.veiligheid_woorden or "", adres, bases, elders)
        return beeld, werk.commit("veiligheid.geopend", melding.huishouden_id)


def kies_veiligheid(
    plek: Werkplek, melding_id: UUID, keuze: Veiligheid, bases: Bases, herkomst: object = None
) -> Changes:
    """What was said about safety. Beside it stands for everybody only that it was asked, and when."""
    plek.check_mag(Recht.EERSTE_VRAAGVERHELDERING)
    with plek.store.write(herkomst) as werk:
        eerste = hold(plek, werk, melding_id)
        wijzig(werk, eerste, bases, {"veiligheid": keuze, "veiligheid_datum": plek.vandaag})
        return werk.commit("veiligheid.beantwoord", eerste.huishouden_id)


# -- within ----------------------------------------------------------------------------------------------------------


def _mist(plek: Werkplek, melding: Melding, eerste: EersteVraagverheldering, gesprek: Gesprek) -> tuple[str, ...]:
    gezegd: Mapping[str, str] = gesprek.teksten
    aanwezig = {
        "vraag": not is_leeg(melding.vraag),
        "waar_het_om_gaat": not is_leeg(gezegd[WAAR_HET_OM_GAAT]),
        "al_geprobeerd": bool(eerste.geprobeerd_bij) or not is_leeg(gezegd[AL_GEPROBEERD]),
        "urgentie": eerste.urgentie is not None and not is_leeg(eerste.urgentie_reden),
        "brede_uitvraag": is_breed(gesprek.statussen.values()),
        "bestaanszekerheid": all(getattr(eerste, veld) is not None for veld in BESTAAN),
        "veiligheid": eerste.veiligheid_datum is not None,
        "uitkomst": eerste.uitkomst is not None,
        "contactpersoon": melding.contactpersoon_id is not None,
    }
    return ontbreekt([keuze.sleutel for keuze in plek.profiel.lijst("minimale_set").keuzes], aanwezig)


def _adres(plek: Werkplek, eerste: EersteVraagverheldering, veld: str, bases: Bases) -> Veldadres:
    eenheid = next(nummer for nummer, velden in eenheden(EersteVraagverheldering).items() if veld in velden)
    begin = partial(_write, plek, eerste.melding_id)
    return Veldadres(EersteVraagverheldering, eerste.id, veld, eenheid, bases.get(eenheid, ()), begin)


def _vraag_adres(lezer: Lezer, melding: Melding) -> Veldadres:
    eenheid = next(nummer for nummer, velden in eenheden(Melding).items() if "vraag" in velden)
    return Veldadres(Melding, melding.id, "vraag", eenheid, lezer.bases(melding.id).get(eenheid, ()))


def _write(plek: Werkplek, melding_id: UUID, werk: UnitOfWork, tekst: str) -> None:
    if not is_leeg(tekst):
        hold(plek, werk, melding_id)


def _naam(lezer: Lezer, medewerker_id: UUID) -> str:
    medewerker = lezer.find_one(Medewerker, medewerker_id)
    return medewerker.naam if medewerker is not None else ""
