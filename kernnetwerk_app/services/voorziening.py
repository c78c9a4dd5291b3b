"""The sociale kaart: finding by need, near and light first, and proposing what is missing or has changed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from kernnetwerk_app import kaartgegevens
from kernnetwerk_app.domain.afstand import punt_van, punt_van_kern
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.nabijheid import Nabijheid, Punt
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.domain.tekst import een_regel
from kernnetwerk_app.domain.voorziening import (
    INGEKOCHT,
    INHOUD,
    UITVOERDER,
    VERVOER,
    VOORSTELBAAR,
    VRAAGBAAK,
    Bereik,
    Stand,
    Voorziening,
    check_voorziening,
)
from kernnetwerk_app.domain.vraagbaak import Artikel
from kernnetwerk_app.domain.zoekindex import Zoekindex
from kernnetwerk_app.services.spreekuur import kern_nu
from kernnetwerk_app.services.tekst import maak
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork

CONCEPT = "voorziening.voorstel"
ANTWOORD_DAGEN = 30
"""So long a no stands on the kaart of who proposed it."""
ALLES = ""
ACTIVITEIT, VINDPLAATS, VEILIGHEID = "activiteit", "vindplaats", "veiligheid"
"""Parts of the sociale kaart that are no rubriek; the others are keys of `rubrieken`."""


@dataclass(frozen=True, slots=True)
class Zoekvraag:
    """What somebody looks for. `vanuit`: name of the kern one comes from; `manier` and `gebied`: keys, or empty."""

    getypt: str = ""
    gebied: str = ""
    vanuit: str = ""
    manier: str = ""
    deel: str = ALLES


@dataclass(frozen=True, slots=True)
class Treffer:
    """What was found: an entry with the kilometres to it where both places are known, or an article."""

    voorziening: Voorziening | None = None
    artikel: Artikel | None = None
    afstand: float | None = None
    is_oud: bool = False

    @property
    def gebieden(self) -> tuple[str, ...]:
        """The keys of its life domains."""
        if self.voorziening is not None:
            return self.voorziening.gebieden
        return self.artikel.leefgebieden if self.artikel is not None else ()

    @property
    def sleutel(self) -> str:
        """What it is known by on the screen."""
        if self.voorziening is not None:
            return str(self.voorziening.id)
        return self.artikel.sleutel if self.artikel is not None else ""


@dataclass(frozen=True, slots=True)
class Kaart:
    """All of it in memory, as one laptop has it now; asked with each key."""

    profiel: Gemeenteprofiel
    vandaag: date
    nabijheid: Nabijheid
    voorzieningen: tuple[Voorziening, ...]
    artikelen: tuple[Artikel, ...]
    hier: str
    """The kern where one works today: from there one looks, until one says otherwise."""
    index: Zoekindex
    medewerkers: Mapping[UUID, str]
    voorstellen: Mapping[UUID, tuple[Voorziening, ...]] = field(default_factory=dict)
    """By the entry that they are a better text of."""
    niet_overgenomen: tuple[Voorziening, ...] = ()
    """What this worker proposed and the municipality said no to lately, newest answer first."""
    _vanuit: dict[str, list[tuple[int, Treffer]]] = field(default_factory=dict)

    def punt(self, voorziening: Voorziening) -> Punt | None:
        return punt_van(voorziening, self.profiel.kernen)

    def gezien_vanuit(self, kern: str) -> list[tuple[int, Treffer]]:
        """Each entry and then each article with its rank, as seen from this kern; measured once."""
        if kern not in self._vanuit:
            van, hier = self.kern_punt(kern), list[tuple[int, Treffer]]()
            for v in self.voorzieningen:
                afstand = self.nabijheid.afstand(van, self.punt(v))
                hier.append((_rang(v, afstand), Treffer(v, None, afstand, self.is_oud(v))))
            hier += [(_NA_HULP * 4 * _VER, Treffer(artikel=artikel)) for artikel in self.artikelen]
            self._vanuit[kern] = hier
        return self._vanuit[kern]

    def kern_punt(self, naam: str) -> Punt | None:
        return punt_van_kern(next((kern for kern in self.profiel.kernen if kern.naam == naam), None))

    def find(self, sleutel: str) -> Voorziening | None:
        """The entry with this id; None when it is not there (any more)."""
        return next((v for v in self.voorzieningen if str(v.id) == sleutel), None)

    def voorsteller(self, voorziening: Voorziening) -> str:
        """Who proposed this; empty when nobody did, or nobody whom this laptop knows."""
        door = voorziening.voorgesteld_door_id
        return self.medewerkers.get(door, "") if door is not None else ""

    @property
    def verouderd(self) -> int:
        """How many entries nobody looked at for too long (SOC-06)."""
        return sum(self.is_oud(voorziening) for voorziening in self.voorzieningen)

    def is_oud(self, voorziening: Voorziening) -> bool:
        return voorziening.stand is Stand.VASTGESTELD and voorziening.is_oud(
            self.vandaag, self.nabijheid.controle_maanden
        )


def load(plek: Werkplek, lezer: Lezer) -> Kaart:
    """The whole sociale kaart of this laptop, with the articles of the vraagbaak."""
    alle = lezer.find(Voorziening)
    staat_er = (v for v in alle if v.voorstel_bij_id is None and v.is_open(plek.vandaag))
    los = tuple(sorted(staat_er, key=lambda v: (v.naam.casefold(), str(v.id))))
    bij: dict[UUID, tuple[Voorziening, ...]] = {}
    for voorstel in alle:
        if voorstel.voorstel_bij_id is not None and voorstel.stand is Stand.VOORSTEL:
            bij[voorstel.voorstel_bij_id] = (*bij.get(voorstel.voorstel_bij_id, ()), voorstel)
    artikelen = kaartgegevens.load_artikelen()
    woorden = [_woorden(plek.profiel, v) for v in los] + [_artikelwoorden(a) for a in artikelen]
    kaart = Kaart(
        profiel=plek.profiel,
        vandaag=plek.vandaag,
        nabijheid=plek.profiel.nabijheid,
        voorzieningen=los,
        artikelen=artikelen,
        hier=kern_nu(plek, lezer),
        index=Zoekindex(woorden, plek.profiel.zoekwoorden),
        medewerkers={medewerker.id: medewerker.naam for medewerker in lezer.find(Medewerker)},
        voorstellen=bij,
        niet_overgenomen=_turned_down(plek, alle),
    )
    kaart.gezien_vanuit(kaart.hier)  # here, and not between two keys
    return kaart


def tel_verouderd(plek: Werkplek) -> int:
    """How many confirmed entries nobody looked at for too long (SOC-06)."""
    maanden, vandaag = plek.profiel.nabijheid.controle_maanden, plek.vandaag
    with plek.store.read() as lezer:
        staat_er = lezer.find(Voorziening, stand=Stand.VASTGESTELD, voorstel_bij_id=None)
    return sum(v.is_open(vandaag) and v.is_oud(vandaag, maanden) for v in staat_er)


def _turned_down(plek: Werkplek, alle: Iterable[Voorziening]) -> tuple[Voorziening, ...]:
    """What this worker proposed in vain, for `ANTWOORD_DAGEN` after the answer."""
    sinds = plek.vandaag - timedelta(days=ANTWOORD_DAGEN)
    mijn = (v for v in alle if v.stand is Stand.AFGEWEZEN and v.voorgesteld_door_id == plek.medewerker.id)
    dagen = [(v.antwoord_datum, v) for v in mijn if v.antwoord_datum is not None and v.antwoord_datum >= sinds]
    return tuple(v for _, v in sorted(dagen, key=lambda deel: (deel[0], deel[1].id), reverse=True))


def zoek(kaart: Kaart, vraag: Zoekvraag) -> list[Treffer]:
    """What answers the question, best first.

    First what has most of the typed words; of those collective before individual (SOC-16), lokaal before regionaal
    (TRI-18), near before far by the kilometre, and then what says the words most plainly. Contracted and free offers
    stand in one list (SOC-11). Without words it is the whole list in the same order, and without articles.
    """
    gevonden = kaart.index.zoek(vraag.getypt)
    hier, manier = kaart.gezien_vanuit(vraag.vanuit), kaart.nabijheid.manier(vraag.manier)
    past = _deel(vraag.deel)
    regels: list[tuple[int, int, int, int]] = []
    alle = dict.fromkeys(range(len(kaart.voorzieningen)), (0, 0))
    for nummer, (aantal, gewicht) in (alle if gevonden is None else gevonden).items():
        rang, treffer = hier[nummer]
        if vraag.gebied and vraag.gebied not in treffer.gebieden:
            continue
        if treffer.voorziening is None:
            past_erbij = treffer.artikel is not None and treffer.artikel.past_bij(vraag.getypt)
            is_erbij = past_erbij and vraag.deel in (ALLES, VRAAGBAAK) and manier is None
        else:
            is_erbij = past(treffer.voorziening) and (manier is None or manier.haalt(treffer.afstand))
        if is_erbij:
            regels.append((-aantal, rang, -gewicht, nummer))
    return [hier[nummer][1] for *_, nummer in sorted(regels)]


def vervoer(kaart: Kaart, treffer: Treffer, vanuit: str) -> list[Voorziening] | None:
    """What could bring somebody there; None when it is in their own kern or near enough to walk (SOC-08).

    Empty when it is further and no transport is known: then somebody has to take them, and that is said too.
    """
    voorziening = treffer.voorziening
    if voorziening is None or voorziening.kern == vanuit or voorziening.rubriek in VERVOER:
        return None
    lopend = kaart.nabijheid.manieren[0] if kaart.nabijheid.manieren else None
    if lopend is not None and lopend.haalt(treffer.afstand):
        return None
    brengers = [v for v in kaart.voorzieningen if v.rubriek in VERVOER]
    return sorted(brengers, key=lambda v: (_bereik(v), v.naam))


def stel_voor(
    plek: Werkplek,
    invoer: Mapping[str, Any],
    bij_id: UUID | None = None,
    herkomst: object = None,
    concept: str = "",
) -> Changes:
    """A worker's new entry, or a better text of `bij_id`: a proposal until the municipality confirms it (SOC-12).

    Raises `MagNiet`, `VoorzieningZonderNaam`, `SleutelfiguurZonderAkkoord`, `TekstTeLang`, `RegelTeLang`.
    """
    plek.check_mag(Recht.SOCIALE_KAART)
    velden = {veld: waarde for veld, waarde in invoer.items() if veld in INHOUD}
    with plek.store.write(herkomst) as werk:
        add_voorstel(plek, werk, velden, bij_id, plek.vandaag)
        werk.keep_concept(concept, {})
        return werk.commit("voorziening.voorgesteld")


def add_voorstel(
    plek: Werkplek, werk: UnitOfWork, invoer: Mapping[str, Any], bij_id: UUID | None, gecontroleerd: date | None
) -> None:
    """The same within a save that does more. `gecontroleerd`: the day on which somebody looked; None when nobody did.

    Of a better text the changed fields are named, so that it leaves alone what others change in the meantime.
    """
    oud = werk.get(Voorziening, bij_id) if bij_id is not None else None
    staat_er = oud.model_dump(include=set(VOORSTELBAAR)) if oud is not None else {}
    velden = {**staat_er, **{veld: waarde for veld, waarde in invoer.items() if veld in VOORSTELBAAR}}
    voorstel = maak(
        Voorziening,
        **velden | {"naam": een_regel(velden.get("naam") or "") or " "},
        id=plek.new_id(),
        gecontroleerd_datum=gecontroleerd,
        voorgesteld_door_id=plek.medewerker.id,
        voorgesteld_datum=plek.vandaag,
        voorstel_bij_id=bij_id,
    )
    check_voorziening(voorstel)
    if oud is not None:
        anders = (veld for veld in VOORSTELBAAR if getattr(voorstel, veld) != getattr(oud, veld))
        voorstel.veranderd = ",".join(anders)
    werk.add(voorstel)


def _woorden(profiel: Gemeenteprofiel, v: Voorziening) -> dict[str, int]:
    """What an entry is found by, with how much it says."""
    gebieden = {gebied.sleutel: gebied.naam for gebied in profiel.leefgebieden.leefgebieden}
    delen: Sequence[tuple[str | None, int]] = (
        (v.wat, 1),
        (v.doel, 1),
        (v.ingekocht_voor, 1),
        (v.waar, 1),
        (" ".join(gebieden.get(sleutel, "") for sleutel in v.gebieden), 1),
        (profiel.lijst("rubrieken").label(v.rubriek), 2),
        (v.behoefte, 3),
        (v.naam, 4),
    )
    return {tekst: gewicht for tekst, gewicht in delen if tekst}


def _artikelwoorden(artikel: Artikel) -> dict[str, int]:
    """Not its text: an explanation names many words that it is not about."""
    return {artikel.kort: 1, artikel.behoefte: 3, artikel.titel: 4}


_DEEL: dict[str, Callable[[Voorziening], bool]] = {
    ALLES: lambda _: True,
    ACTIVITEIT: lambda v: v.is_activiteit,
    VINDPLAATS: lambda v: v.vindplaats is not None,
    INGEKOCHT: lambda v: v.ingekocht_voor is not None,
    VEILIGHEID: lambda v: v.veiligheidspartner is not None,
    VRAAGBAAK: lambda v: v.is_vraagbaak,
    UITVOERDER: lambda v: v.rubriek == UITVOERDER or v.ingekocht_voor is not None,
}
"""The parts that are more than one rubriek; any other part is the key of one."""


def _deel(deel: str) -> Callable[[Voorziening], bool]:
    def in_rubriek(voorziening: Voorziening) -> bool:
        return voorziening.rubriek == deel

    return _DEEL.get(deel, in_rubriek)


_VER = 1_000
"""Kilometres of what has no known place: behind all that has one."""
_NA_HULP = 3
"""Explanations come after all that people can go to, and before what needs an indicatie."""
_TREDEN = {"collectief_vrij": 0, "individueel_vrij": 1, "basishulp": 2, "indicatie": 4}


def _trede(voorziening: Voorziening) -> int:
    """Collective first, what needs an indicatie last; what nobody said anything of stands between."""
    return _TREDEN.get(voorziening.toegang or "", 2)


def _rang(voorziening: Voorziening, afstand: float | None) -> int:
    """The order of what says the typed words alike: step, reach and kilometres in one number."""
    ver = _VER if afstand is None else min(round(afstand), _VER)
    return (_trede(voorziening) * 2 + _bereik(voorziening)) * 2 * _VER + ver


def _bereik(voorziening: Voorziening) -> int:
    return 1 if voorziening.bereik is Bereik.REGIONAAL else 0
