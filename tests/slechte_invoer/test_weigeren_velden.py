"""The same of the map, the mantelzorger, rights, requests, attachments and papers, made from the fields themselves.

What is added to one of these records is tried from the day that it is there, or named as not typed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest

from kernnetwerk_app.domain.afzien import Afzien, Waarvan
from kernnetwerk_app.domain.base import MAX_TEKST, Entiteit
from kernnetwerk_app.domain.bezorging import Bezorging, Bezorgwijze, Stuk, Stuksoort
from kernnetwerk_app.domain.bijlage import Bijlage, Vorm
from kernnetwerk_app.domain.draagkracht import Draagkracht, Meter
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.mantelzorg import Mantelzorg
from kernnetwerk_app.domain.relatie import MANTELZORG, Relatie
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.domain.toezegging import Toezegging
from kernnetwerk_app.domain.verzoek import Uitkomst, Verzoek, Verzoeksoort
from kernnetwerk_app.services import afzien, bezorging, bijlage, delen, mantelzorg, mensen, toezegging, verzoek
from kernnetwerk_app.services.bezorglijst import te_bezorgen
from kernnetwerk_app.services.delen import NieuwDelen
from kernnetwerk_app.services.tekst import Bases
from kernnetwerk_app.services.toezegging import NieuweToezegging
from kernnetwerk_app.services.werkplek import Werkplek
from tests.services.opzet import Dossier, begin_dossier
from tests.services.rechten_opzet import anna
from tests.services.stukken_opzet import lezers
from tests.slechte_invoer.conftest import Wereld
from tests.slechte_invoer.teksten import SENTINEL
from tests.slechte_invoer.test_weigeren import ONZICHTBAAR, onveranderd

pytestmark = pytest.mark.usefixtures("stil")
Weiger = Callable[[Callable[[], object]], KernnetwerkError]


@dataclass(frozen=True, slots=True)
class Hier:
    """A dossier with one of each record that is changed here."""

    dossier: Dossier
    wie: UUID

    @property
    def plek(self) -> Werkplek:
        return self.dossier.plek

    @property
    def huis(self) -> UUID:
        return self.dossier.huishouden_id

    @property
    def zorgt(self) -> mantelzorg.Mantelzorger:
        with self.plek.store.read() as lezer:
            return mantelzorg.load(self.plek, lezer, self.huis).mantelzorgers[0]

    def een(self, soort: type[Entiteit]) -> tuple[Entiteit, Bases]:
        with self.plek.store.read() as lezer:
            een = lezer.find(soort, huishouden_id=self.huis)[0]
            return een, lezer.bases(een.id)


@pytest.fixture(scope="module")
def hier(wereld: Wereld) -> Hier:
    dossier = begin_dossier(wereld.plek)
    hier = Hier(dossier, anna(dossier).id)
    for act in (_relatie, _verzoek, _eigen_plan, _belofte):
        act(hier)
    stuk = Stuk(Stuksoort.WIE_IS_WIE, hier.huis)
    bezorging.zet_klaar(hier.plek, stuk, lezers(dossier, stuk)[0], {})
    return hier


def _relatie(hier: Hier, **velden: object) -> object:
    goed = {"inwoner_id": hier.wie, "ander_naam": "Karin", "hulpsoort": MANTELZORG}
    return mensen.leg_vast(hier.plek, Relatie, hier.huis, goed | velden)


def _mantelzorg(hier: Hier, **velden: object) -> object:
    return mantelzorg.schrijf(hier.plek, hier.zorgt, velden)


def _meting(hier: Hier, **velden: object) -> object:
    return mantelzorg.meet(hier.plek, hier.zorgt, {"meter": Meter.ZELF} | velden)


def _delen(hier: Hier, **velden: object) -> object:
    goed = {"over_id": hier.wie, "onderwerp": "plan", "ontvanger": "Dokter Visser", "grond": "toestemming"}
    invoer = NieuwDelen(**(goed | {"doel": "Weten wat er speelt.", "ja_van": (hier.wie,)} | velden))  # type: ignore[arg-type]
    return delen.deel(hier.plek, hier.huis, invoer)


def _afzien(hier: Hier, **velden: object) -> object:
    goed = {"inwoner_id": hier.wie, "waarvan": Waarvan.HULP, "waarover": "Welzijn Proef"}
    return afzien.leg_vast(hier.plek, hier.huis, goed | velden)


def _verzoek(hier: Hier, **velden: object) -> object:
    goed = {"inwoner_id": hier.wie, "verzoek": Verzoeksoort.VERBETEREN, "waarover": "Het huisnummer."}
    return verzoek.neem_op(hier.plek, hier.huis, goed | velden)


def _antwoord(hier: Hier, antwoord: str) -> object:
    een, bases = hier.een(Verzoek)
    assert isinstance(een, Verzoek)
    return verzoek.beantwoord(hier.plek, een, bases, Uitkomst.NIET, antwoord)


def _eigen_plan(hier: Hier, **velden: object) -> object:
    return bijlage.schrijf_eigen_plan(hier.plek, hier.huis, {"woorden": "Ik wil thuis blijven."} | velden)


def _beschrijf(hier: Hier, **velden: object) -> object:
    een, bases = hier.een(Bijlage)
    assert isinstance(een, Bijlage)
    return bijlage.beschrijf(hier.plek, een, bases, velden)


def _bezorgd(hier: Hier, datum: object) -> object:
    with hier.plek.store.read() as lezer:
        regel = te_bezorgen(lezer, hier.huis)[0]
    return bezorging.bezorg(hier.plek, regel, datum=datum)  # type: ignore[arg-type]


def _belofte(hier: Hier, wat: str = "Ik bel u.", aan: str | None = None) -> object:
    return toezegging.beloof(hier.plek, hier.huis, NieuweToezegging(wat, aan))


def _gedaan(hier: Hier, gedaan_hoe: str) -> object:
    een, bases = hier.een(Toezegging)
    assert isinstance(een, Toezegging)
    return toezegging.rond_af(hier.plek, een, bases, gedaan_hoe)


Act = Callable[..., object]
ACTEN: dict[type[Entiteit], tuple[Act, dict[str, Act]]] = {
    Relatie: (_relatie, {}),
    Mantelzorg: (_mantelzorg, {}),
    Draagkracht: (_meting, {}),
    Toestemming: (_delen, {}),
    Afzien: (_afzien, {}),
    Verzoek: (_verzoek, {"antwoord": _antwoord}),
    Bijlage: (_eigen_plan, {"omschrijving": _beschrijf, "van": _beschrijf}),
    Bezorging: (_bezorgd, {}),
    Toezegging: (_belofte, {"gedaan_hoe": _gedaan}),
}
"""What writes a record, and what writes those of its fields that come in otherwise."""
NIET_GETYPT: dict[type[Entiteit], set[str]] = {
    Bezorging: {"lezer", "voor_naam", "vorm", "plekken"},
    Toestemming: {
        *("namens", "ingetrokken_namens", "grond"),
        *("vraag", "gevraagde_naam", "gevraagde_functie", "gevraagde_organisatie"),
    },
}
"""Keys, and words that stand in another record already: who reads, whom a court appointed, what was asked of whom."""


def _lengte(soort: type[Entiteit]) -> Iterator[tuple[str, int]]:
    """Each field of words that a person types, and how many characters it holds."""
    for naam, veld in soort.model_json_schema()["properties"].items():
        for een in veld.get("anyOf", [veld]):
            woorden = een.get("type") == "string" and "format" not in een
            if woorden and naam not in NIET_GETYPT.get(soort, ()):
                yield naam, een["maxLength"]


@pytest.mark.parametrize("soort", ACTEN, ids=lambda soort: soort.__name__)
def test_each_field_refuses_in_words_what_is_longer_than_it_holds(
    hier: Hier, weiger: Weiger, soort: type[Entiteit]
) -> None:
    schrijf, anders = ACTEN[soort]
    for naam, lengte in _lengte(soort):
        doe = anders.get(naam, schrijf)
        tekst = f"{'x' * (lengte + 1 - len(SENTINEL))}{SENTINEL}"
        fout = onveranderd(hier.plek, lambda: weiger(lambda: doe(hier, **{naam: tekst})))  # noqa: B023  done at once
        assert fout.code in (("tekst.te_lang",) if lengte == MAX_TEKST else ("regel.te_lang", "naam.te_lang")), naam


ZONDER_WOORDEN: dict[str, tuple[Act, str]] = {
    "wie het is": (_relatie, "ander_naam"),
    "hoe het gaat": (_meting, "draagkracht"),
    "met wie": (_delen, "ontvanger"),
    "waarover": (_delen, "onderwerp"),
    "waarvan af": (_afzien, "waarover"),
    "verzoek": (_verzoek, "waarover"),
    "waarom niet": (_antwoord, "antwoord"),
    "eigen plan": (_eigen_plan, "woorden"),
    "belofte": (_belofte, "wat"),
}


@pytest.mark.parametrize("wat", ZONDER_WOORDEN)
def test_what_needs_words_refuses_those_that_nobody_can_see(hier: Hier, weiger: Weiger, wat: str) -> None:
    doe, naam = ZONDER_WOORDEN[wat]
    for tekst in ONZICHTBAAR.values():
        onveranderd(hier.plek, lambda: weiger(lambda: doe(hier, **{naam: tekst})))  # noqa: B023  done at once


IN_TOEKOMST: dict[str, tuple[Act, str]] = {
    "gesprek met de mantelzorger": (_mantelzorg, "gesprek_datum"),
    "meting": (_meting, "datum"),
    "verzoek": (_verzoek, "ontvangen_datum"),
    "bijlage": (_beschrijf, "datum"),
    "bezorgd": (_bezorgd, "datum"),
}


@pytest.mark.parametrize("wat", IN_TOEKOMST)
def test_what_was_is_of_no_day_to_come(hier: Hier, weiger: Weiger, wat: str) -> None:
    doe, naam = IN_TOEKOMST[wat]
    morgen = hier.plek.vandaag + timedelta(days=1)
    fout = onveranderd(hier.plek, lambda: weiger(lambda: doe(hier, **{naam: morgen})))
    assert fout.code.endswith("toekomst")


def test_what_came_in_is_not_written_over_and_by_mail_goes_only_what_somebody_said_yes_to(
    hier: Hier, weiger: Weiger
) -> None:
    onveranderd(hier.plek, lambda: weiger(lambda: _beschrijf(hier, vorm=Vorm.PDF, woorden=SENTINEL)))
    stuk = Stuk(Stuksoort.NETWERK, hier.huis)
    wie = lezers(hier.dossier, stuk)[0]
    onveranderd(
        hier.plek,
        lambda: weiger(lambda: bezorging.zet_klaar(hier.plek, stuk, wie, {"wijze": Bezorgwijze.MAIL, "mail_ja": None})),
    )
