"""Deeds between melding and plan: the first clarification, triage, hand-overs, short support, the level."""

from collections.abc import Mapping
from typing import Any

from kernnetwerk_app.domain.eerste_vraagverheldering import Veiligheid
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.overdracht import Overdracht, Overdrachtsoort, Overdrachtstand
from kernnetwerk_app.domain.triage import Route
from kernnetwerk_app.oefengemeente.toneel import MELDING, OVERDRACHT, Toneel
from kernnetwerk_app.services import (
    eerste_vraagverheldering,
    kortdurende_ondersteuning,
    niveau,
    overdracht,
    triage,
    typen,
    vraagverheldering,
)
from kernnetwerk_app.services.eerste_vraagverheldering import EersteBeeld
from kernnetwerk_app.services.overdracht import NieuweOverdracht
from kernnetwerk_app.services.triage import NieuweTriage

_TRIAGE = "triage"


def verhelder_eerst(
    hier: Toneel,
    woorden: Mapping[str, str] | None = None,
    keuzes: Mapping[str, str] | None = None,
    overige: str = "",
    veilig: str = "",
) -> None:
    """`woorden` and `keuzes` by key of the form. With `overige` all other life domains are left aside, for that reason;
    `veilig` is what was said about safety.
    """
    beeld = _beeld(hier)
    for sleutel, tekst in (woorden or {}).items():
        typen.keep(hier.plek, beeld.gesprek.adressen[sleutel], tekst)
    typen.seal_all(hier.plek)
    for veld, waarde in (keuzes or {}).items():
        eerste_vraagverheldering.kies(hier.plek, beeld.eerste, veld, waarde, beeld.bases)
    if overige:
        _leave_aside(hier, beeld, overige)
    if veilig:
        gezegd, _ = eerste_vraagverheldering.open_veiligheid(hier.plek, hier.id(MELDING))
        eerste_vraagverheldering.kies_veiligheid(hier.plek, hier.id(MELDING), Veiligheid(veilig), gezegd.bases)


def _leave_aside(hier: Toneel, voor: EersteBeeld, reden: str) -> None:
    stap = eerste_vraagverheldering.stap(hier.plek, hier.id(MELDING))
    gesprek_id = voor.gesprek.vraagverheldering.id
    for gebied, status in _beeld(hier).gesprek.statussen.items():
        if status is LeefgebiedStatus.NOG_NIET:
            vraagverheldering.kies_status(
                hier.plek,
                hier.huishouden_id,
                gesprek_id,
                gebied,
                LeefgebiedStatus.NIET_AAN_DE_ORDE,
                reden,
                voor.gesprek.bases[gebied],
                stap=stap,
            )


def rond_eerste_af(hier: Toneel, reden: str | None = None) -> None:
    beeld = _beeld(hier)
    eerste_vraagverheldering.rond_af(hier.plek, beeld.eerste, reden, beeld.bases)


def _beeld(hier: Toneel) -> EersteBeeld:
    with hier.plek.store.read() as lezer:
        return eerste_vraagverheldering.load(hier.plek, lezer, hier.huishouden_id)


def oordeel(hier: Toneel, route: str, delen: list[dict[str, str]] | None = None, **velden: Any) -> None:
    """Triage; fields as in `NieuweTriage`, `delen` as `triage.voeg_deel_toe` takes them."""
    triage_id, _ = triage.stel_vast(hier.plek, hier.id(MELDING), NieuweTriage(route=Route(route), **velden))
    hier.keep(_TRIAGE, triage_id)
    for deel in delen or []:
        triage.voeg_deel_toe(hier.plek, triage_id, Route(route), **deel)


def bied_aan(hier: Toneel, wijze: str = Overdrachtsoort.WARM, **velden: Any) -> None:
    """Fields as in `NieuweOverdracht`."""
    invoer = NieuweOverdracht(wijze=Overdrachtsoort(wijze), **velden)
    hier.keep(OVERDRACHT, overdracht.bied_aan(hier.plek, hier.id(MELDING), invoer)[0])


def antwoord_op_overdracht(hier: Toneel, stand: str, reden: str | None = None) -> None:
    with hier.plek.store.read() as lezer:
        geladen = lezer.get(Overdracht, hier.id(OVERDRACHT))
        bases = lezer.bases(geladen.id)
    overdracht.antwoord(hier.plek, geladen, Overdrachtstand(stand), bases, reden)


def begin_steun(hier: Toneel, inhoud: str, door: str) -> None:
    """`door` gives it: a key of `kortdurend_door`, or own words."""
    kortdurende_ondersteuning.begin(hier.plek, hier.id(MELDING), inhoud, door)


def eindig_steun(hier: Toneel, resultaat: str) -> None:
    with hier.plek.store.read() as lezer:
        regel = kortdurende_ondersteuning.list_steun(lezer, hier.id(MELDING))[0]
    typen.keep(hier.plek, regel.adres, resultaat)
    typen.seal_all(hier.plek)
    with hier.plek.store.read() as lezer:
        regel = kortdurende_ondersteuning.list_steun(lezer, hier.id(MELDING))[0]
    kortdurende_ondersteuning.eindig(hier.plek, regel.steun, regel.bases)


def stel_niveau_vast(hier: Toneel, **velden: Any) -> None:
    """Fields as `niveau.stel_vast` takes them."""
    niveau.stel_vast(hier.plek, hier.huishouden_id, **velden)
