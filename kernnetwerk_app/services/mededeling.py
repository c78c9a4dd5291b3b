"""Noting what was told after a melding, on which day, by whom and how; and what the resident said to it."""

from collections.abc import Mapping
from typing import Any

from kernnetwerk_app.domain.mededeling import OP_DE_KAART, Mededeling, check_eigen_plan
from kernnetwerk_app.domain.melding import Melding, Vertelwijze
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.services.tekst import Bases, wijzig
from kernnetwerk_app.services.termijn import inleveren_kan_tot
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes


def noteer(
    plek: Werkplek, melding: Melding, wat: Mededeling, verteld: bool, bases: Bases, herkomst: object = None
) -> Changes:
    """Note that this was told today, or take that back; `melding` and `bases` as the screen loaded them.

    With *Zo gaat het verder* the resident has on paper what it says that day; what was told before keeps its day.
    """
    op_papier = wat is Mededeling.STAPPENKAART
    velden = _velden(plek, wat, verteld, Vertelwijze.PAPIER if op_papier else Vertelwijze.GESPREK)
    for ook in OP_DE_KAART if op_papier and verteld else ():
        if ook.dag(melding) is None and _staat_op_de_kaart(plek, melding, ook):
            velden |= _velden(plek, ook, verteld, Vertelwijze.PAPIER)
    with plek.store.write(herkomst) as werk:
        wijzig(werk, melding, bases, velden)
        return werk.commit("melding.mededeling", melding.huishouden_id)


def noteer_antwoord(
    plek: Werkplek,
    melding: Melding,
    velden: Mapping[str, Any],
    bases: Bases,
    herkomst: object = None,
    concept: str = "",
) -> Changes:
    """What was said to it: `clientondersteuning` and by whom, `mantelzorger_wil`, `eigen_plan` and the day of that.

    `melding` and `bases` as the form loaded them. Raises `EigenPlanInToekomst`, `RegelTeLang`.
    """
    check_eigen_plan(velden.get("eigen_plan_datum"), plek.vandaag)
    with plek.store.write(herkomst) as werk:
        wijzig(werk, melding, bases, velden)
        werk.keep_concept(concept, {})
        return werk.commit("melding.antwoord", melding.huishouden_id)


def _staat_op_de_kaart(plek: Werkplek, melding: Melding, wat: Mededeling) -> bool:
    """What the paper of today leaves out, it does not tell (RES-03)."""
    if wat is Mededeling.PERSOONLIJK_PLAN:
        return inleveren_kan_tot(plek, melding) is not None
    return wat is not Mededeling.ONTVANGST or not is_leeg(melding.vraag)


def _velden(plek: Werkplek, wat: Mededeling, verteld: bool, wijze: Vertelwijze) -> dict[str, object]:
    waarden = (plek.vandaag, plek.medewerker.id, wijze) if verteld else (None, None, None)
    return dict(zip((f"{wat.value}_{deel}" for deel in ("datum", "door_id", "wijze")), waarden, strict=True))
