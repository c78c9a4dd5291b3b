"""All signals of this laptop: what asks for a step, what is open, what came of the others. No names in any list."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from kernnetwerk_app.domain.bezorgdheid import Bezorgdheid
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.signaal import LIJST_VAN, OVERBELASTING, Signaal, Uitkomst, bewaren_tot
from kernnetwerk_app.services.bijzonderheid import gestopt
from kernnetwerk_app.services.conflict import is_oplosbaar
from kernnetwerk_app.services.gesproken import onbesproken
from kernnetwerk_app.services.inwoner import voorletters
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load as load_tekst

_WOORDEN = ("gezien", "reactie", "advies", "uitkomst_reden")
"""Long texts that no list reads."""
KOMT_WEG = timedelta(days=14)
"""So long before its words go a signal asks for a step once more."""
LAAT = timedelta(days=7)
"""A step that is so late is everybody's: this app's own default. Within a week who has it is back from being ill or
away; after that nobody may be there who sees it.
"""


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
    huishouden_id: UUID | None = None
    categorie: str = ""
    stap_datum: date | None = None
    eenheid: int = 0
    """Of two versions: where."""
    voorletters: str = ""
    """Of the household that it belongs to."""


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
    day has come, and carers who may break down until that is handled (NET-08). Nothing in a dossier that stopped with
    the resident. Of a volunteer nothing: what others do with a signal is not on that laptop.
    """
    if not plek.mag_dossiers:
        return ()
    zorgen = [
        SignaalTaak(SignaalTaakSoort.ZORG, zorg.id, zorg.datum)
        for zorg in lezer.find(Bezorgdheid, voor_id=plek.medewerker.id, opgepakt_datum=None)
        if not zorg.is_gewist
    ]
    alle = {signaal.id: signaal for signaal in lezer.find(Signaal, zonder=_WOORDEN)}
    van_signalen = _van_signalen(plek, lezer, alle.values())
    dubbel = [
        SignaalTaak(SignaalTaakSoort.TWEE_VERSIES, s.id, s.datum, s.kern, s.huishouden_id, eenheid=c.eenheid)
        for c in lezer.conflicten()
        if (s := alle.get(c.entiteit_id)) is not None and c.huishouden_id is None and is_oplosbaar(c)
    ]
    return tuple(
        sorted([*zorgen, *van_signalen, *dubbel], key=lambda t: (t.soort is not SignaalTaakSoort.ZORG, t.sinds, t.id))
    )


def _van_signalen(plek: Werkplek, lezer: Lezer, alle: Iterable[Signaal]) -> Iterator[SignaalTaak]:
    collegas = {medewerker.id for medewerker in lezer.find(Medewerker)}
    for s in alle:
        soort = _soort(plek, s, collegas) if s.is_open else None
        if soort is not None and gestopt(lezer, s.huishouden_id) is None:
            wie = voorletters(lezer, s.huishouden_id) if s.huishouden_id else ""
            wat = categorie(plek, s)
            yield SignaalTaak(soort, s.id, s.datum, s.kern, s.huishouden_id, wat, s.stap_datum, voorletters=wie)


def van_dossier(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> tuple[SignaalRegel, ...]:
    """The signals that belong to this household, oldest first, whatever came of them. Somebody who spoke with the
    resident on that day or later counts as having talked about it.
    """
    namen = {medewerker.id: medewerker.voornaam for medewerker in lezer.find(Medewerker)}
    stil = onbesproken(lezer, huishouden_id)
    regels = (_regel(plek, s, namen) for s in lezer.find(Signaal, zonder=_WOORDEN, huishouden_id=huishouden_id))
    return tuple(replace(regel, besproken=regel.id not in stil) for regel in regels)


def categorie(plek: Werkplek, signaal: Signaal) -> str:
    """What it is about, for a list: the word of the list. Own words may name somebody, so they are *overig*."""
    lijst = plek.profiel.lijst("signaal_soorten")
    if signaal.categorie is None:
        return lijst.label("niet_pluis") if signaal.niet_pluis else ""
    return lijst.label(signaal.categorie if lijst.find(signaal.categorie) else "overig")


def rol(plek: Werkplek, signaal: Signaal) -> str:
    """Who noticed it, for a list and a dossier: the word of the list. Own words may name somebody: somebody else."""
    lijst = plek.profiel.lijst(LIJST_VAN["signaleerder"])
    if signaal.signaleerder is None:
        return ""
    keuze = lijst.find(signaal.signaleerder)
    return keuze.label if keuze is not None else load_tekst("signalen")("rol_anders")


def _soort(plek: Werkplek, signaal: Signaal, collegas: Collection[UUID]) -> SignaalTaakSoort | None:
    """What today asks of an open signal; None when its step is for later, or somebody else's who is there to take it.

    A step of somebody who is no colleague (any more), or that is late for long, is everybody's.
    """
    if signaal.stap is None:
        return SignaalTaakSoort.ZONDER_STAP
    if signaal.categorie == OVERBELASTING:
        return SignaalTaakSoort.OVERBELASTING
    dagen_laat = plek.vandaag - (signaal.stap_datum or plek.vandaag)
    wie = signaal.stap_wie_id
    van_allen = wie not in collegas or dagen_laat > LAAT
    return SignaalTaakSoort.STAP_NU if dagen_laat >= timedelta() and (wie == plek.medewerker.id or van_allen) else None


def _regel(plek: Werkplek, signaal: Signaal, namen: Mapping[UUID, str]) -> SignaalRegel:
    return SignaalRegel(
        id=signaal.id,
        datum=signaal.datum,
        kern=signaal.kern,
        categorie=categorie(plek, signaal),
        rol=rol(plek, signaal),
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
