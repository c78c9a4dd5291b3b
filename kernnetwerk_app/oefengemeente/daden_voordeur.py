"""Deeds at the front door: a signal, a worry, a spreekuur, a melding, and what was told about it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from kernnetwerk_app.domain.inloopcontact import Inloopcontact
from kernnetwerk_app.domain.mededeling import Mededeling
from kernnetwerk_app.domain.signaal import Signaal
from kernnetwerk_app.oefengemeente.toneel import HUISHOUDEN, MELDING, SIGNAAL, Toneel
from kernnetwerk_app.services import bezorgdheid, inloopcontact, mededeling, melding, signaal, spreekuur, voorziening
from kernnetwerk_app.services.inloopcontact import NieuwContact
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.spreekuur import NieuwSpreekuur

_SPREEKUUR = "spreekuur"
TUSSENPOOS = timedelta(minutes=12)
"""Between one who walks in and the next."""


def neem_signaal_op(hier: Toneel, **velden: Any) -> None:
    """Fields as in `Signaal`."""
    hier.keep(SIGNAAL, signaal.neem_op(hier.plek, velden)[0])


def ga_verder_met_signaal(hier: Toneel, **velden: Any) -> None:
    """The next step, or what came of it; fields as in `Signaal`."""
    with hier.plek.store.read() as lezer:
        beeld = signaal.load(hier.plek, lezer, hier.id(SIGNAAL))
    signaal.change(hier.plek, beeld.signaal, beeld.bases, velden)


def maak_melding_van_signaal(hier: Toneel, **velden: Any) -> None:
    """Nothing is asked twice: `velden` hold only what the signal does not say."""
    with hier.plek.store.read() as lezer:
        invoer = signaal.als_melding(hier.plek, lezer.get(Signaal, hier.id(SIGNAAL)))
    _take_on(hier, invoer, velden)


def neem_melding_op(hier: Toneel, vraag: str, **velden: Any) -> None:
    """Fields as in `NieuweMelding`; who takes it on is the contact person unless another is named."""
    _take_on(hier, NieuweMelding(vraag=vraag), velden)


def maak_melding_van_contact(hier: Toneel, contact: int, **velden: Any) -> None:
    """From the `contact`th light contact (from 0) of the spreekuur of this story."""
    with hier.plek.store.read() as lezer:
        gekozen = lezer.find(Inloopcontact, spreekuur_id=hier.id(_SPREEKUUR))[contact]
    _take_on(hier, melding.van_inloop(gekozen, None), velden)


def _take_on(hier: Toneel, invoer: NieuweMelding, velden: dict[str, Any]) -> None:
    opgenomen = melding.neem_op(hier.plek, replace(invoer, **{"contactpersoon_id": hier.plek.medewerker.id, **velden}))
    hier.keep(HUISHOUDEN, opgenomen.huishouden_id)
    hier.keep(MELDING, opgenomen.melding_id)


def vertel(hier: Toneel, dingen: list[str]) -> None:
    """What was told after the melding: values of `Mededeling`."""
    for ding in dingen:
        with hier.plek.store.read() as lezer:
            bases = lezer.bases(hier.id(MELDING))
        mededeling.noteer(hier.plek, hier.melding(), Mededeling(ding), True, bases)


def noteer_antwoord(hier: Toneel, **velden: Any) -> None:
    """What the resident said to it; fields as in `Melding`."""
    with hier.plek.store.read() as lezer:
        bases = lezer.bases(hier.id(MELDING))
    mededeling.noteer_antwoord(hier.plek, hier.melding(), velden, bases)


def geef_zorg_door(hier: Toneel, **velden: Any) -> None:
    """*Ik maak me zorgen*, by a volunteer; fields as `bezorgdheid.geef_door` takes them."""
    bezorgdheid.geef_door(hier.plek, **velden)


def houd_spreekuur(hier: Toneel, contacten: list[dict[str, Any]], **velden: Any) -> None:
    """A whole spreekuur with its light contacts, closed at its end."""
    spreekuur_id, _ = spreekuur.begin(hier.plek, NieuwSpreekuur(**velden))
    hier.keep(_SPREEKUUR, spreekuur_id)
    for contact in contacten:
        hier.plek.klok.advance(TUSSENPOOS)
        inloopcontact.noteer(hier.plek, spreekuur_id, NieuwContact(**{"kern": velden["kern"], **contact}))
    spreekuur.sluit(hier.plek, spreekuur_id)


def stel_voor_op_kaart(hier: Toneel, uitleg: str, **velden: Any) -> None:
    """A proposal for the sociale kaart; fields as in `Voorziening`."""
    voorziening.stel_voor(hier.plek, {"wat": uitleg, **velden})
