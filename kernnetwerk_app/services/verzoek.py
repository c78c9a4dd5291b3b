"""Requests about one's own data, with the term that runs (RES-11, AVG art. 12 lid 3)."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.kalender import DagBuitenBereik
from kernnetwerk_app.domain.termijn import BerekendeTermijn, bereken
from kernnetwerk_app.domain.verzoek import Uitkomst, Verzoek, VerzoekTeLaatVerlengd, check_verzoek
from kernnetwerk_app.services.inwoner import voorletters
from kernnetwerk_app.services.tekst import Bases, maak, wijzig
from kernnetwerk_app.services.termijn import LopendeTermijn
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load as load_tekst


def neem_op(
    plek: Werkplek, huishouden_id: UUID, velden: Mapping[str, Any], herkomst: object = None, concept: str = ""
) -> Changes:
    """A request that came in; today unless another day was said. Raises what `check_verzoek` raises."""
    with plek.store.write(herkomst) as werk:
        dag = velden.get("ontvangen_datum") or plek.vandaag
        eigen = dict(velden) | {"ontvangen_datum": dag, "eigenaar_id": plek.medewerker.id}
        record = maak(Verzoek, id=plek.new_id(), huishouden_id=huishouden_id, **eigen)
        check_verzoek(record, plek.vandaag)
        werk.add(record)
        werk.keep_concept(concept, {})
        return werk.commit("verzoek.opgenomen", huishouden_id)


def beantwoord(
    plek: Werkplek,
    geladen: Verzoek,
    bases: Bases,
    uitkomst: Uitkomst,
    antwoord: str | None = None,
    herkomst: object = None,
    concept: str = "",
) -> Changes:
    """The resident was told today what becomes of it; with that it is done, unless it is being done still, or there is
    no answer yet. Raises what `check_verzoek` raises, and `VerzoekTeLaatVerlengd`.
    """
    langer = uitkomst is Uitkomst.LANGER
    if langer and not kan_langer(plek, geladen):
        raise VerzoekTeLaatVerlengd
    with plek.store.write(herkomst) as werk:
        velden = {
            "uitkomst": uitkomst,
            "antwoord": antwoord,
            "antwoord_datum": None if langer else geladen.antwoord_datum or plek.vandaag,
            "afgehandeld_datum": None if langer or uitkomst is Uitkomst.BEZIG else plek.vandaag,
            **({"verlengd_datum": plek.vandaag} if langer else {}),
        }
        check_verzoek(wijzig(werk, geladen, bases, velden), plek.vandaag)
        werk.keep_concept(concept, {})
        return werk.commit("verzoek.beantwoord", geladen.huishouden_id)


def kan_langer(plek: Werkplek, verzoek: Verzoek) -> bool:
    """Whether the resident can still be told that it takes longer: within the first month, once, before an answer."""
    termijn = som(plek, verzoek)
    is_eerste = verzoek.verlengd_datum is None and verzoek.antwoord_datum is None
    return is_eerste and termijn is not None and plek.vandaag <= termijn.wettelijk_einde


def som(plek: Werkplek, verzoek: Verzoek) -> BerekendeTermijn | None:
    """The term of this request with its sum; None for an impossible day, as only another program can have written."""
    with suppress(DagBuitenBereik):
        return bereken(verzoek.termijn, verzoek.ontvangen_datum, plek.profiel.kalender)
    return None


def lopende(plek: Werkplek, lezer: Lezer) -> Iterator[LopendeTermijn]:
    """The terms of all open requests, for the start screen: initials only. Who asked may have died: it goes on."""
    t = load_tekst("rechten").met(plek.profiel.zeg)
    for verzoek in lezer.find(Verzoek, afgehandeld_datum=None):
        termijn = som(plek, verzoek)
        if termijn is not None and verzoek.huishouden_id is not None:
            wie = voorletters(lezer, verzoek.huishouden_id)
            wat = t(f"verzoek.{verzoek.verzoek.value}")
            yield LopendeTermijn(verzoek.huishouden_id, wie, termijn, plek.vandaag, wat, verzoek.id)
