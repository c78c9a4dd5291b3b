"""All signals of this laptop: what asks for a step, what is open, what came of the others. No names in any list."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from kernnetwerk_app.domain.bezorgdheid import Bezorgdheid
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.signaal import LIJST_VAN, OVERBELASTING, Signaal, Uitkomst, bewaren_tot
from kernnetwerk_app.services.conflict import is_oplosbaar
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer

_WOORDEN = ("gezien", "reactie", "advies", "uitkomst_reden")
"""Long texts that no list reads."""
KOMT_WEG = timedelta(days=14)
"""So long before its words go a signal asks for a step once more."""


class SignaalTaakSoort(StrEnum):
    ZORG = "zorg van een vrijwilliger"
    ZONDER_STAP = "zonder volgende stap"
    STAP_NU = "volgende stap"
    OVERBELASTING = "dreigende overbelasting"
    TWEE_VERSIES = "twee versies"


@dataclass(frozen=True, slots=True)
class SignaalTaak:
    """What today asks of a signal, or of a worry. `id` is that of the record; nothing in it says about whom."""

    soort: SignaalTaakSoort
    id: UUID
    sinds: date
    kern: str | None = None
    categorie: str = ""
    stap_datum: date | None = None
    eenheid: int = 0
    """Of two versions: where."""


@dataclass(frozen=True, slots=True)
class SignaalRegel:
    """One signal in a list; `categorie`, `rol` (of the signaleerder, SIG-27) and `wie` (has the step) are words for
    people, `bewaren_tot` is when its words go.
    """

    id: UUID
    datum: date
    kern: str | None
    categorie: str
    rol: str
    niet_pluis: bool
    heeft_stap: bool
    stap_datum: date | None
    wie: str
    besproken: bool
    uitkomst: Uitkomst | None
    uitkomst_woord: str
    gewist: bool
    bewaren_tot: date | None


@dataclass(frozen=True, slots=True)
class SignalenBeeld:
    """Open ones first, oldest first; of those that are closed the latest first, with how often each outcome was."""

    open: tuple[SignaalRegel, ...]
    gesloten: tuple[SignaalRegel, ...]
    telling: Mapping[str, int]


def load(plek: Werkplek, lezer: Lezer) -> SignalenBeeld:
    """All signals as they stand now."""
    namen = {medewerker.id: medewerker.voornaam for medewerker in lezer.find(Medewerker)}
    alle = lezer.find(Signaal, zonder=_WOORDEN)
    signalen = sorted(alle, key=lambda signaal: signaal.datum)
    uitkomsten = Counter(_uitkomst(plek, signaal) for signaal in signalen if signaal.uitkomst is not None)
    return SignalenBeeld(
        open=tuple(_regel(plek, signaal, namen) for signaal in signalen if signaal.is_open),
        gesloten=tuple(_regel(plek, signaal, namen) for signaal in reversed(signalen) if not signaal.is_open),
        telling=dict(uitkomsten.most_common()),
    )


def taken(plek: Werkplek, lezer: Lezer) -> tuple[SignaalTaak, ...]:
    """What today asks: worries for this worker, open signals without a step (oldest first, SIG-08), steps of which the
    day has come, and carers who may break down until that is handled (NET-08). Of a volunteer nothing: what others do
    with a signal is not on that laptop.
    """
    if not plek.mag_dossiers:
        return ()
    zorgen = [
        SignaalTaak(SignaalTaakSoort.ZORG, zorg.id, zorg.datum)
        for zorg in lezer.find(Bezorgdheid, zonder=("zorg",), voor_id=plek.medewerker.id, opgepakt_datum=None)
    ]
    alle = {signaal.id: signaal for signaal in lezer.find(Signaal, zonder=_WOORDEN)}
    van_signalen = [
        SignaalTaak(soort, signaal.id, signaal.datum, signaal.kern, categorie(plek, signaal), signaal.stap_datum)
        for signaal in alle.values()
        if signaal.is_open and (soort := _soort(plek, signaal)) is not None
    ]
    dubbel = [
        SignaalTaak(SignaalTaakSoort.TWEE_VERSIES, c.entiteit_id, alle[c.entiteit_id].datum, eenheid=c.eenheid)
        for c in lezer.conflicten()
        if c.entiteit_id in alle and c.huishouden_id is None and is_oplosbaar(c)
    ]
    return tuple(
        sorted([*zorgen, *van_signalen, *dubbel], key=lambda t: (t.soort is not SignaalTaakSoort.ZORG, t.sinds, t.id))
    )


def van_dossier(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> tuple[SignaalRegel, ...]:
    """The signals that belong to this household, oldest first, whatever came of them."""
    namen = {medewerker.id: medewerker.voornaam for medewerker in lezer.find(Medewerker)}
    return tuple(_regel(plek, s, namen) for s in lezer.find(Signaal, zonder=_WOORDEN, huishouden_id=huishouden_id))


def categorie(plek: Werkplek, signaal: Signaal) -> str:
    """What it is about, for a list: the word of the list. Own words may name somebody, so they are *overig*."""
    lijst = plek.profiel.lijst("signaal_soorten")
    if signaal.categorie is None:
        return lijst.label("niet_pluis") if signaal.niet_pluis else ""
    return lijst.label(signaal.categorie if lijst.find(signaal.categorie) else "overig")


def _soort(plek: Werkplek, signaal: Signaal) -> SignaalTaakSoort | None:
    """What today asks of an open signal; None when its step is for later, or somebody else's."""
    if signaal.stap is None:
        return SignaalTaakSoort.ZONDER_STAP
    if signaal.categorie == OVERBELASTING:
        return SignaalTaakSoort.OVERBELASTING
    is_nu = signaal.stap_datum is None or signaal.stap_datum <= plek.vandaag
    return SignaalTaakSoort.STAP_NU if is_nu and signaal.stap_wie_id == plek.medewerker.id else None


def _regel(plek: Werkplek, signaal: Signaal, namen: Mapping[UUID, str]) -> SignaalRegel:
    return SignaalRegel(
        id=signaal.id,
        datum=signaal.datum,
        kern=signaal.kern,
        categorie=categorie(plek, signaal),
        rol=plek.profiel.lijst(LIJST_VAN["signaleerder"]).label(signaal.signaleerder),
        niet_pluis=signaal.niet_pluis,
        heeft_stap=signaal.stap is not None,
        stap_datum=signaal.stap_datum,
        wie=namen.get(signaal.stap_wie_id, "") if signaal.stap_wie_id else "",
        besproken=signaal.is_besproken,
        uitkomst=signaal.uitkomst,
        uitkomst_woord=_uitkomst(plek, signaal),
        gewist=signaal.is_gewist,
        bewaren_tot=bewaren_tot(signaal, plek.profiel.signaal_bewaar_maanden),
    )


def _uitkomst(plek: Werkplek, signaal: Signaal) -> str:
    return plek.profiel.lijst("signaal_uitkomsten").label(signaal.uitkomst and signaal.uitkomst.value)


def komt_weg(regels: Iterable[SignaalRegel], vandaag: date) -> int:
    """Of how many the words go within two weeks."""
    return sum(regel.bewaren_tot is not None and regel.bewaren_tot - vandaag <= KOMT_WEG for regel in regels)
