"""*Ik maak me zorgen*: a volunteer passes a worry on to one contact person, who takes it up."""

from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain.bezorgdheid import Bezorgdheid, ZorgZonderOntvanger, check_bezorgdheid
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.services.signaal import NieuwSignaal
from kernnetwerk_app.services.tekst import maak
from kernnetwerk_app.services.werkplek import Werkplek, werkt_in_dossiers
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer

CONCEPT = "bezorgdheid"
"""Key of the form that is being typed, for `typen.keep_concept`."""
SIGNALEERDER = "vrijwilligers"
"""Key of the list of signaleerders (L-04b)."""


@dataclass(frozen=True, slots=True)
class ZorgBeeld:
    """One worry, as its addressee or its writer sees it."""

    bezorgdheid: Bezorgdheid
    van: str
    voor: str
    is_voor_mij: bool


def ontvangers(plek: Werkplek, lezer: Lezer) -> list[Medewerker]:
    """To whom a worry can go: everybody who is no volunteer, by name."""
    leden = [m for m in lezer.find(Medewerker) if m.id != plek.medewerker.id and werkt_in_dossiers(plek.profiel, m)]
    return sorted(leden, key=lambda medewerker: medewerker.naam)


def geef_door(
    plek: Werkplek,
    zorg: str,
    voor_id: UUID | None,
    over: str | None = None,
    kern: str | None = None,
    herkomst: object = None,
    concept: str = "",
) -> tuple[UUID, Changes]:
    """Pass a worry on; takes in the form that was kept as `concept`.

    Raises `ZorgZonderOntvanger`, `ZorgZonderWoorden`, `TekstTeLang`, `RegelTeLang`.
    """
    if voor_id is None:
        raise ZorgZonderOntvanger
    bezorgdheid = maak(
        Bezorgdheid,
        id=plek.new_id(),
        datum=plek.vandaag,
        voor_id=voor_id,
        door_id=plek.medewerker.id,
        over=over,
        kern=kern,
        zorg=zorg,
    )
    check_bezorgdheid(bezorgdheid)
    with plek.store.write(herkomst) as werk:
        werk.add(bezorgdheid)
        werk.keep_concept(concept, {})
        return bezorgdheid.id, werk.commit("bezorgdheid.doorgegeven")


def load(plek: Werkplek, lezer: Lezer, bezorgdheid_id: UUID) -> ZorgBeeld:
    """The worry as it stands now; `BestaatNiet`."""
    zorg = lezer.get(Bezorgdheid, bezorgdheid_id)
    van, voor = (lezer.find_one(Medewerker, wie) for wie in (zorg.door_id, zorg.voor_id))
    return ZorgBeeld(
        bezorgdheid=zorg,
        van=van.naam if van else "",
        voor=voor.naam if voor else "",
        is_voor_mij=zorg.voor_id == plek.medewerker.id,
    )


def open_zorg(plek: Werkplek, bezorgdheid_id: UUID) -> ZorgBeeld:
    """The worry, and a note that it was opened (NEN 7513)."""
    with plek.store.write() as werk:
        beeld = load(plek, werk, bezorgdheid_id)
        werk.commit("bezorgdheid.geopend")
    return beeld


def van_mij(plek: Werkplek, lezer: Lezer) -> list[Bezorgdheid]:
    """What this worker passed on, latest first; the words are not read."""
    return lezer.find(Bezorgdheid, zonder=("zorg", "over"), door_id=plek.medewerker.id)[::-1]


def breng_in_beeld(plek: Werkplek) -> Changes | None:
    """Note of each worry that waits for this worker that it stands on their laptop now; None when there was none."""
    with plek.store.write() as werk:
        for zorg in werk.find(Bezorgdheid, voor_id=plek.medewerker.id, in_beeld_datum=None, opgepakt_datum=None):
            werk.change(zorg, in_beeld_datum=plek.vandaag)
        return werk.commit("bezorgdheid.in_beeld") if werk.wrote else None


def pak_op(plek: Werkplek, bezorgdheid_id: UUID, herkomst: object = None) -> Changes:
    """The addressee takes it up: from now on it asks for nothing, and the volunteer sees so."""
    with plek.store.write(herkomst) as werk:
        zorg = werk.get(Bezorgdheid, bezorgdheid_id)
        werk.change(zorg, opgepakt_datum=zorg.opgepakt_datum or plek.vandaag)
        return werk.commit("bezorgdheid.opgepakt")


def als_signaal(zorg: Bezorgdheid) -> NieuwSignaal:
    """What a signal form begins with; the volunteer is its signaleerder, not by name."""
    return NieuwSignaal(
        gezien=zorg.zorg, kern=zorg.kern, woorden=zorg.over, signaleerder=SIGNALEERDER, bezorgdheid_id=zorg.id
    )
