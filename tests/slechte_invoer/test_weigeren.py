"""What cannot be kept is refused in words by every act that takes text in, and nothing of it stays behind."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from kernnetwerk_app.domain.contact import ContactSoort
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze
from kernnetwerk_app.domain.plan import Afspraak, Doel, Stap, Wie
from kernnetwerk_app.services import contact, gegevens, melding, ondertekening, plan, typen
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.ondertekening import Tekenvraag
from kernnetwerk_app.services.typen import Veldadres
from kernnetwerk_app.services.werkplek import Werkplek
from tests.services.opzet import STREPEN, Dossier, begin_dossier, laatste_n
from tests.slechte_invoer.conftest import Wereld
from tests.slechte_invoer.teksten import SENTINEL

pytestmark = pytest.mark.usefixtures("stil")
Weiger = Callable[[Callable[[], object]], KernnetwerkError]


@dataclass(frozen=True, slots=True)
class Hier:
    """A dossier with one of everything."""

    dossier: Dossier
    doel: UUID
    stap: UUID
    afspraak: UUID
    versie: UUID
    velden: dict[str, Veldadres]
    """Where is typed, by name."""


@pytest.fixture(scope="module")
def hier(wereld: Wereld) -> Hier:
    dossier = begin_dossier(wereld.plek)
    doel = dossier.doel()
    plan.add_stap(wereld.plek, doel, "Bellen")
    afspraak, _ = plan.add_afspraak(wereld.plek, doel, "Ik ga elke dinsdag.")
    beeld = dossier.plan()
    adressen = dossier.gesprek().adressen
    velden = {naam: adressen[naam] for naam in ("financien.goed", "vraag.aanwezig")}
    velden["doel"] = beeld.adres(beeld.doelen[0].doel, "tekst")
    return Hier(dossier, doel, beeld.doelen[0].stappen[0].id, afspraak, dossier.versie().id, velden)


def _melding(hier: Hier, vraag: str = "Ik heb hulp nodig.", **velden: Any) -> object:
    plek = hier.dossier.plek
    return melding.neem_op(plek, NieuweMelding(vraag, contactpersoon_id=plek.medewerker.id, **velden))


def _noteer(hier: Hier, verslag: str = "", citaat: str = "", citaat_van: str | None = None) -> object:
    dossier = hier.dossier
    return contact.schrijf_bij(dossier.plek, dossier.huishouden_id, verslag, ContactSoort.BRIEF, citaat, citaat_van)


def _teken(hier: Hier, reactie: str = "", naam: str = "Anna") -> object:
    vraag = Tekenvraag(Keuze.NIET_EENS, reactie, naam, Hoedanigheid.INWONER, STREPEN)
    return ondertekening.teken(hier.dossier.plek, hier.versie, vraag)


def _typ(hier: Hier, naam: str, tekst: str) -> object:
    return typen.keep(hier.dossier.plek, hier.velden[naam], tekst)


def _kies(hier: Hier, reden: str) -> None:
    hier.dossier.stand("justitie", LeefgebiedStatus.NIET_AAN_DE_ORDE, reden)


def _change(hier: Hier, soort: type[Doel] | type[Stap] | type[Afspraak], eid: UUID, **velden: str) -> object:
    return plan.change(hier.dossier.plek, soort, eid, {}, **velden)


def _verbeter(hier: Hier, soort: type[Huishouden] | type[Inwoner] | type[Melding], **velden: str) -> object:
    plek = hier.dossier.plek
    with plek.store.read() as lezer:
        beeld = gegevens.load(lezer, hier.dossier.huishouden_id)
    record = next(record for record in beeld.records().values() if isinstance(record, soort))
    return gegevens.change(plek, beeld, {record.id: velden})


Act = Callable[[Hier, str], object]
VERPLICHT: dict[str, Act] = {
    "vraag": _melding,
    "vraag verbeterd": lambda hier, tekst: _verbeter(hier, Melding, vraag=tekst),
    "doel": lambda hier, tekst: hier.dossier.doel(tekst),
    "stap": lambda hier, tekst: plan.add_stap(hier.dossier.plek, hier.doel, tekst),
    "afspraak": lambda hier, tekst: plan.add_afspraak(hier.dossier.plek, hier.doel, tekst),
    "doel gewijzigd": lambda hier, tekst: _change(hier, Doel, hier.doel, tekst=tekst),
    "stap gewijzigd": lambda hier, tekst: _change(hier, Stap, hier.stap, tekst=tekst),
    "afspraak gewijzigd": lambda hier, tekst: _change(hier, Afspraak, hier.afspraak, tekst=tekst),
    "doel getypt": lambda hier, tekst: _typ(hier, "doel", tekst),
    "reden": _kies,
    "verslag": lambda hier, tekst: _noteer(hier, verslag=tekst),
    "citaat": lambda hier, tekst: _noteer(hier, citaat=tekst),
    "reactie": lambda hier, tekst: _teken(hier, reactie=tekst),
}
"""Acts on free text that cannot do without words."""
VRIJ: dict[str, Act] = VERPLICHT | {
    "antwoord getypt": lambda hier, tekst: _typ(hier, "financien.goed", tekst),
    "waarom": lambda hier, tekst: _change(hier, Afspraak, hier.afspraak, waarom=tekst),
    "formulier": lambda hier, tekst: typen.keep_concept(hier.dossier.plek, "proef", {"vraag": tekst}),
}
REGELS: dict[str, Act] = {
    "voornamen": lambda hier, tekst: _melding(hier, voornamen=tekst),
    "achternaam": lambda hier, tekst: _melding(hier, achternaam=tekst),
    "straat": lambda hier, tekst: _melding(hier, straat=tekst),
    "telefoon": lambda hier, tekst: _melding(hier, telefoon=tekst),
    "voornamen verbeterd": lambda hier, tekst: _verbeter(hier, Inwoner, voornamen=tekst),
    "naam van het huishouden": lambda hier, tekst: _verbeter(hier, Huishouden, aanduiding=tekst),
    "straat verbeterd": lambda hier, tekst: _verbeter(hier, Huishouden, straat=tekst),
    "vertegenwoordiger": lambda hier, tekst: _melding(hier, vertegenwoordiger=tekst),
    "wie": lambda hier, tekst: plan.add_afspraak(hier.dossier.plek, hier.doel, "Ik ga.", Wie.NETWERK, tekst),
    "wanneer": lambda hier, tekst: plan.add_afspraak(hier.dossier.plek, hier.doel, "Ik ga.", wanneer=tekst),
    "wanneer gewijzigd": lambda hier, tekst: _change(hier, Afspraak, hier.afspraak, wanneer=tekst),
    "aanwezig getypt": lambda hier, tekst: _typ(hier, "vraag.aanwezig", tekst),
    "onderwerp": lambda hier, tekst: contact.plan_bezoek(
        hier.dossier.plek, hier.dossier.huishouden_id, hier.dossier.plek.vandaag + timedelta(1), onderwerp=tekst
    ),
    "citaat van": lambda hier, tekst: _noteer(hier, citaat="Nee.", citaat_van=tekst),
    "naam": lambda hier, tekst: _teken(hier, "Nee.", naam=tekst),
}

TE_LANG = {
    "23 plakken van tien megabyte": SENTINEL * 1_048_576,
    "23 tien megabyte die niemand ziet": "\u200b" * 10_000_000,
    "88 vijfhonderdduizend": f"{SENTINEL} " * 45_455,
    "een te veel": "x" * (200_001 - len(SENTINEL)) + SENTINEL,
}
ONZICHTBAAR = {
    "25 niets": "",
    "25 spaties": "   \t\n\u00a0\u2003",
    "25 breedte nul": "\u200b\u2060\ufeff\u00ad",
    "25 tweehonderdduizend keer niets": "\u200b" * 200_000,
}


def onveranderd(plek: Werkplek, doe: Callable[[], KernnetwerkError]) -> KernnetwerkError:
    voor = laatste_n(plek)
    fout = doe()
    assert laatste_n(plek) == voor, "a refusal wrote something"
    return fout


@pytest.mark.parametrize("act", VRIJ)
@pytest.mark.parametrize("nummer", TE_LANG)
def test_text_that_is_too_long_is_refused_by(hier: Hier, weiger: Weiger, act: str, nummer: str) -> None:
    fout = onveranderd(hier.dossier.plek, lambda: weiger(lambda: VRIJ[act](hier, TE_LANG[nummer])))
    assert fout.code == "tekst.te_lang"


@pytest.mark.parametrize("act", REGELS)
@pytest.mark.parametrize("tekst", [pytest.param("x" * 290 + SENTINEL * 2, id="16 te lang voor een regel")])
def test_line_that_is_too_long_is_refused_by(hier: Hier, weiger: Weiger, act: str, tekst: str) -> None:
    fout = onveranderd(hier.dossier.plek, lambda: weiger(lambda: REGELS[act](hier, tekst)))
    assert fout.code in ("regel.te_lang", "naam.te_lang")


@pytest.mark.parametrize("act", VERPLICHT)
@pytest.mark.parametrize("nummer", ONZICHTBAAR)
def test_text_that_nobody_can_see_is_refused_by(hier: Hier, weiger: Weiger, act: str, nummer: str) -> None:
    onveranderd(hier.dossier.plek, lambda: weiger(lambda: VERPLICHT[act](hier, ONZICHTBAAR[nummer])))


@pytest.mark.parametrize("nummer", ONZICHTBAAR)
def test_answer_that_nobody_can_see_is_kept_and_counts_for_nothing(hier: Hier, nummer: str) -> None:
    hier.dossier.typ("participatie.goed", ONZICHTBAAR[nummer])
    gesprek = hier.dossier.gesprek()
    assert gesprek.teksten.get("participatie.goed", "") == ONZICHTBAAR[nummer]
    assert gesprek.statussen["participatie"] is LeefgebiedStatus.NOG_NIET
    assert hier.dossier.plan().inhoud.leefgebieden == ()
