"""The clocks of a dossier: each running term with its sum, computed here and now, without any connection (OND-01)."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.afstand import vind_kern
from kernnetwerk_app.domain.base import eenheden
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.kalender import DagBuitenBereik, Kalender
from kernnetwerk_app.domain.melding import Melding, Wet
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.termijn import BerekendeTermijn, Urgentie, bereken
from kernnetwerk_app.domain.wettermijn import ONDERZOEK, PERSOONLIJK_PLAN, Duur, Norm, Tijdseenheid
from kernnetwerk_app.services.adres import Adresdoel, mag_adres
from kernnetwerk_app.services.bijzonderheid import gestopt
from kernnetwerk_app.services.inwoner import hoofdpersoon, voorletters
from kernnetwerk_app.services.typen import Veldadres
from kernnetwerk_app.services.verstrekking import is_aangevraagd, open_meldingen, uitkomst_gegeven
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer

_REDEN = next(nummer for nummer, velden in eenheden(Melding).items() if "reden_te_laat" in velden)


@dataclass(frozen=True, slots=True)
class LopendeTermijn:
    """A running term of one dossier, as of `vandaag`."""

    huishouden_id: UUID
    voor: str
    """Who it is about, as shown in a list."""
    som: BerekendeTermijn
    vandaag: date
    waarover: str = ""
    """In words, where it is not the onderzoek."""
    verzoek_id: UUID | None = None
    """The request that it is of (RES-11)."""

    @property
    def van_id(self) -> UUID:
        """What its row on the start screen is known by."""
        return self.verzoek_id or self.huishouden_id

    @property
    def dagen_over(self) -> int:
        return self.som.dagen_over(self.vandaag)

    @property
    def urgentie(self) -> Urgentie:
        return self.som.urgentie(self.vandaag)


@dataclass(frozen=True, slots=True)
class TermijnBeeld:
    """Everything the term screen shows. `reden` is why it became later than the law allows; `adres` its field."""

    aanhef: str
    kalender: Kalender
    vandaag: date
    termijn: LopendeTermijn | None
    """None when the six weeks are over because the outcome was given, or never began."""
    gegeven: date | None
    """The day on which the outcome was given."""
    overleden: date | None
    """The day on which the resident died, with which the term has stopped."""
    te_laat: bool
    """Whether that was, or still is to be, after the last day of the law."""
    reden: str
    adres: Veldadres | None
    reden_van: date | None = None
    """The day of the melding that became late, where that is another than the one whose term shows."""
    daarna: tuple[BerekendeTermijn, ...] = ()
    """Of other questions in this dossier, each with its own clock."""
    zelf_aanvragen: UUID | None = None
    """The melding of which the resident may apply without waiting any longer."""


def termijn_vanaf(profiel: Gemeenteprofiel, ontvangen: date, toelichting: str = "") -> BerekendeTermijn:
    """The six weeks of the onderzoek from the day the melding came in, with the municipality's own norm beside them.

    Raises `DagBuitenBereik` for a day no case of today can be about.
    """
    weken = profiel.onderzoek_norm_weken
    normen = (Norm(Duur(weken, Tijdseenheid.WEKEN)),) if weken else ()
    return bereken(ONDERZOEK, ontvangen, profiel.kalender, normen=normen, toelichting=toelichting)


def onderzoek_termijn(profiel: Gemeenteprofiel, melding: Melding, toelichting: str = "") -> BerekendeTermijn:
    """The six weeks that this melding started."""
    return termijn_vanaf(profiel, melding.ontvangen_datum, toelichting)


def inleveren_tot(profiel: Gemeenteprofiel, melding: Melding) -> date | None:
    """The last day on which the resident may hand in a plan of one's own: the seven days of the law, or the longer term
    of the municipality (Wmo 2015 art. 2.3.2 lid 2, RES-03).

    None for an impossible day, as in `find_termijn`.
    """
    try:
        termijn = replace(PERSOONLIJK_PLAN, duur=Duur(profiel.eigen_plan_dagen, Tijdseenheid.DAGEN))
        return bereken(termijn, melding.ontvangen_datum, profiel.kalender).wettelijk_einde
    except DagBuitenBereik:
        return None


def inleveren_kan_tot(plek: Werkplek, melding: Melding) -> date | None:
    """The same day, as long as it has not passed."""
    tot = inleveren_tot(plek.profiel, melding)
    return tot if tot is not None and tot >= plek.vandaag else None


def find_termijn(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> LopendeTermijn | None:
    """The six weeks of the earliest melding of which the outcome was not given in writing yet (Wmo 2015 art. 2.3.2
    lid 8). Every melding has its own clock: when that one was answered, the next one shows.

    An impossible day, which only another program can have written, has no clock; it may not hide those of others.
    """
    termijnen = (_loop(plek, lezer, huishouden_id, melding) for melding in lopende_meldingen(lezer, huishouden_id))
    return next((termijn for termijn in termijnen if termijn is not None), None)


def termijn_van(plek: Werkplek, lezer: Lezer, melding: Melding) -> LopendeTermijn | None:
    """The six weeks of this one question; None once it was answered or stopped, or for an impossible day."""
    hier = melding.huishouden_id
    if hier is None or melding.id not in {een.id for een in lopende_meldingen(lezer, hier)}:
        return None
    return _loop(plek, lezer, hier, melding)


def _loop(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, melding: Melding) -> LopendeTermijn | None:
    with suppress(DagBuitenBereik):
        som = onderzoek_termijn(plek.profiel, melding, _toelichting(plek, lezer, melding))
        return LopendeTermijn(huishouden_id, voorletters(lezer, huishouden_id), som, plek.vandaag)
    return None


def _toelichting(plek: Werkplek, lezer: Lezer, melding: Melding) -> str:
    """Where the question was asked. Where the address is secret only a place of the municipality: another may be it."""
    waar, huishouden = melding.plek or "", lezer.find_one(Huishouden, melding.huishouden_id)
    if huishouden is None or not waar or vind_kern(plek.profiel, waar) is not None:
        return waar
    return waar if mag_adres(plek, lezer, huishouden, Adresdoel.DAGLIJST) else ""


def lopende_meldingen(lezer: Lezer, huishouden_id: UUID) -> list[Melding]:
    """The meldingen of which the six weeks run, the earliest first; none once the one who asked died."""
    meldingen = open_meldingen(lezer, huishouden_id)
    return [] if meldingen and gestopt(lezer, huishouden_id) is not None else meldingen


def melding_nu(lezer: Lezer, huishouden_id: UUID) -> Melding | None:
    """The melding that the clock is about: the earliest that is open, else the latest; None without any."""
    meldingen = lezer.find(Melding, huishouden_id=huishouden_id)
    return next(iter(open_meldingen(lezer, huishouden_id)), meldingen[-1] if meldingen else None)


def is_te_laat(plek: Werkplek, lezer: Lezer, melding: Melding) -> bool:
    """Whether the outcome was given after the last day of the law, or is still to come while that day has passed."""
    try:
        einde = onderzoek_termijn(plek.profiel, melding).wettelijk_einde
    except DagBuitenBereik:
        return False
    return (uitkomst_gegeven(lezer, melding) or plek.vandaag) > einde


def is_reden_nodig(plek: Werkplek, lezer: Lezer, melding: Melding) -> bool:
    """Whether it still has to be written why it became later: asked until it is there, and no hindrance (TEAM-04).

    Nothing is asked any more when the one who asked the question died.
    """
    open_staat = is_leeg(melding.reden_te_laat or "") and gestopt(lezer, melding.huishouden_id) is None
    return open_staat and is_te_laat(plek, lezer, melding)


def zelf_aanvragen(plek: Werkplek, lezer: Lezer, melding: Melding) -> bool:
    """Whether the resident may apply without waiting any longer: the six weeks are over, no outcome was given, it
    is about no other law than the Wmo as far as anybody knows (Wmo 2015 art. 2.3.2 lid 9), and they did not apply yet.
    """
    wacht = uitkomst_gegeven(lezer, melding) is None and gestopt(lezer, melding.huishouden_id) is None
    mag = wacht and melding.wet in (None, Wet.WMO) and is_te_laat(plek, lezer, melding)
    return mag and not is_aangevraagd(lezer, melding)


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> TermijnBeeld:
    """The running term of this dossier with everything that explains it; and the others that run beside it."""
    melding = melding_nu(lezer, huishouden_id)
    te_laat = reden_van(plek, lezer, huishouden_id)
    overleden = gestopt(lezer, huishouden_id)
    return TermijnBeeld(
        aanhef=hoofdpersoon(lezer, huishouden_id).aanhef,
        kalender=plek.profiel.kalender,
        vandaag=plek.vandaag,
        termijn=find_termijn(plek, lezer, huishouden_id),
        gegeven=uitkomst_gegeven(lezer, melding) if melding else None,
        overleden=overleden.datum if overleden else None,
        te_laat=te_laat is not None and overleden is None,
        reden=(te_laat.reden_te_laat or "") if te_laat else "",
        adres=_reden_adres(lezer, te_laat.id) if te_laat else None,
        reden_van=te_laat.ontvangen_datum if te_laat and melding and te_laat.id != melding.id else None,
        daarna=tuple(_daarna(plek, lezer, huishouden_id)),
        zelf_aanvragen=melding.id if melding is not None and zelf_aanvragen(plek, lezer, melding) else None,
    )


def reden_van(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> Melding | None:
    """The melding of which it is written why it became later: the earliest where that has still to be done, else the
    one that the clock is about; None when nothing is late.
    """
    meldingen = sorted(lezer.find(Melding, huishouden_id=huishouden_id), key=lambda melding: melding.ontvangen_datum)
    nodig = next((melding for melding in meldingen if is_reden_nodig(plek, lezer, melding)), None)
    nu = nodig or melding_nu(lezer, huishouden_id)
    return nu if nu is not None and is_te_laat(plek, lezer, nu) else None


def _daarna(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> Iterator[BerekendeTermijn]:
    """The terms of the other questions that are open, after the one that shows."""
    for melding in lopende_meldingen(lezer, huishouden_id)[1:]:
        with suppress(DagBuitenBereik):
            yield onderzoek_termijn(plek.profiel, melding)


def _reden_adres(lezer: Lezer, melding_id: UUID) -> Veldadres:
    return Veldadres(Melding, melding_id, "reden_te_laat", _REDEN, lezer.bases(melding_id).get(_REDEN, ()))
