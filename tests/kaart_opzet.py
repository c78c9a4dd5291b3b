"""The sociale kaart of the practice municipality on a laptop in a test, as if it had come from the server."""

from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

import pytest

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.kernpagina import Kernpagina
from kernnetwerk_app.domain.voorziening import Stand, Voorziening
from kernnetwerk_app.services import voorziening
from kernnetwerk_app.services.voorziening import Kaart, Treffer, Zoekvraag
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_server import oefenen
from tests.factories import make_werkplek


def oefenkaart(plek: Werkplek) -> list[Entiteit]:
    """What the practice server lays down."""
    return oefenen._kaart(plek.vandaag)[1]


def vul_kaart(plek: Werkplek, entiteiten: Iterable[Entiteit] | None = None) -> None:
    """Put these, or the practice municipality's, on this laptop in one save."""
    with plek.store.write() as werk:
        for entiteit in oefenkaart(plek) if entiteiten is None else entiteiten:
            werk.add(entiteit)
        werk.commit("test.kaart")


@pytest.fixture(scope="session")
def kaartmap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed laptop of Sanne with the whole practice kaart on it, to copy."""
    folder = tmp_path_factory.mktemp("kaart")
    plek = make_werkplek(folder)
    vul_kaart(plek)
    plek.store.close()
    return folder


def maak(plek: Werkplek, naam: str, **velden: object) -> Voorziening:
    """An entry that the municipality confirmed and looked at today."""
    gegevens = {"stand": Stand.VASTGESTELD, "gecontroleerd_datum": plek.vandaag, "kern": "Voorbeelderveen"} | velden
    return Voorziening.model_validate({"id": plek.new_id(), "naam": naam, **gegevens})


def kaart_van(plek: Werkplek) -> Kaart:
    with plek.store.read() as lezer:
        return voorziening.load(plek, lezer)


def namen(treffers: Iterable[Treffer]) -> list[str]:
    """What was found, in order."""
    return [t.voorziening.naam if t.voorziening else t.artikel.titel if t.artikel else "" for t in treffers]


def zoek(plek: Werkplek, getypt: str = "", **waar: object) -> list[str]:
    """Names of what is found, looking from Voorbeelderveen unless said otherwise."""
    return namen(voorziening.zoek(kaart_van(plek), Zoekvraag(getypt, **{"vanuit": "Voorbeelderveen"} | waar)))  # type: ignore[arg-type]


def id_van(plek: Werkplek, naam: str) -> UUID:
    return next(v.id for v in kaart_van(plek).voorzieningen if v.naam == naam)


def kernpagina_van(plek: Werkplek, kern: str) -> Kernpagina:
    with plek.store.read() as lezer:
        return next(pagina for pagina in lezer.find(Kernpagina) if pagina.kern == kern)
