"""Deeds at the kitchen table: the gesprek, who looks along, the plan, and what the resident said of it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze
from kernnetwerk_app.domain.plan import Afspraak, Doel, Ondersteuningsplan, Wie
from kernnetwerk_app.oefengemeente.toneel import GESPREK, PLAN, Toneel
from kernnetwerk_app.services import deskundige, ondertekening, plan, typen, verstrekking, vraagverheldering
from kernnetwerk_app.services.deskundige import NieuweVraag, Vindt
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.ondertekening import Tekenvraag

_KRUL = (((4.0, 12.0, 0.6), (9.0, 4.0, 0.8), (14.0, 12.0, 0.6), (22.0, 7.0, 0.7)), ((26.0, 9.0, 0.5), (44.0, 8.0, 0.5)))
"""A drawn line in mm, the same for everybody: nobody's signature."""
_DOEL, _VERSIE = "doel", "versie"


def voer_gesprek(
    hier: Toneel, woorden: Mapping[str, str], standen: Mapping[str, Mapping[str, str]] | None = None
) -> None:
    """`woorden` by answer key; `standen` by life domain, each with `status` and `reden`."""
    gesprek_id, _ = vraagverheldering.open_gesprek(hier.plek, hier.huishouden_id)
    hier.keep(GESPREK, gesprek_id)
    with hier.plek.store.read() as lezer:
        gesprek = vraagverheldering.load(hier.plek, lezer, hier.huishouden_id, gesprek_id)
    for sleutel, tekst in woorden.items():
        typen.keep(hier.plek, gesprek.adressen[sleutel], tekst)
    typen.seal_all(hier.plek)
    for gebied, stand in (standen or {}).items():
        vraagverheldering.kies_status(
            hier.plek,
            hier.huishouden_id,
            gesprek_id,
            gebied,
            LeefgebiedStatus(stand["status"]),
            stand["reden"],
            gesprek.bases[gebied],
        )


def vraag_deskundige(hier: Toneel, **velden: Any) -> None:
    """One question about whose question it is, with their yes, that goes out at once; fields as in `NieuweVraag`."""
    with hier.plek.store.read() as lezer:
        beeld = deskundige.load(hier.plek, lezer, hier.huishouden_id, hier.melding())
        wie = hoofdpersoon(lezer, hier.huishouden_id)
    vraag = NieuweVraag(inwoner_id=wie.id, vindt=Vindt.JA, gevraagd_datum=hier.plek.vandaag, **velden)
    deskundige.schrijf(hier.plek, beeld, vraag)


def noteer_van_deskundige(hier: Toneel, **velden: Any) -> None:
    """What came back to the last question; fields as `deskundige.beantwoord` takes them."""
    with hier.plek.store.read() as lezer:
        regel = deskundige.load(hier.plek, lezer, hier.huishouden_id, hier.melding()).regels[-1]
    deskundige.beantwoord(hier.plek, regel, velden)


def begin_plan(hier: Toneel, doelen: list[dict[str, Any]], **velden: Any) -> None:
    """Goals with `tekst`, `stappen` and `afspraken`; `velden` as in `Ondersteuningsplan`."""
    plan_id, _ = plan.begin(hier.plek, hier.huishouden_id)
    hier.keep(PLAN, plan_id)
    if velden:
        _change(hier, Ondersteuningsplan, plan_id, **velden)
    for nummer, doel in enumerate(doelen, 1):
        doel_id, _ = plan.add_doel(hier.plek, plan_id, doel["tekst"])
        hier.keep(f"{_DOEL}{nummer}", doel_id)
        for stap in doel.get("stappen", ()):
            plan.add_stap(hier.plek, doel_id, stap)
        for afspraak in doel.get("afspraken", ()):
            _agree(hier, doel_id, **afspraak)
        if meer := {veld: doel[veld] for veld in doel if veld not in ("tekst", "stappen", "afspraken")}:
            _change(hier, Doel, doel_id, **meer)


def _agree(hier: Toneel, doel_id: UUID, zin: str, wie: str, waarom: str | None = None, **velden: Any) -> None:
    afspraak_id, _ = plan.add_afspraak(hier.plek, doel_id, zin, Wie(wie), **velden)
    if waarom:
        _change(hier, Afspraak, afspraak_id, waarom=waarom)


def tik_stap(hier: Toneel, doel: int, stap: int) -> None:
    """The `stap`th step of the `doel`th goal, both from 1, is done."""
    with hier.plek.store.read() as lezer:
        beeld = plan.load(hier.plek, lezer, hier.id(PLAN))
    plan.tik_stap(hier.plek, beeld.doelen[doel - 1].stappen[stap - 1].id, True)


def schrijf_doel_anders(hier: Toneel, doel: int, tekst: str) -> None:
    """Other words for the `doel`th goal, over what stands on this laptop."""
    _change(hier, Doel, hier.id(f"{_DOEL}{doel}"), tekst=tekst)


def _change(hier: Toneel, soort: type[Any], record_id: UUID, **velden: Any) -> None:
    with hier.plek.store.read() as lezer:
        bases = lezer.bases(record_id)
    plan.change(hier.plek, soort, record_id, bases, **velden)


def laat_tekenen(hier: Toneel, keuze: str, reactie: str | None = None, op_scherm: bool = True) -> None:
    """The plan as it stands now is frozen, and the resident reacts; `op_scherm` false: said, and not signed."""
    versie, _ = plan.stel_vast(hier.plek, hier.id(PLAN))
    hier.keep(_VERSIE, versie.id)
    with hier.plek.store.read() as lezer:
        naam = hoofdpersoon(lezer, hier.huishouden_id).naam
    vraag = Tekenvraag(Keuze(keuze), reactie, naam, Hoedanigheid.INWONER, _KRUL if op_scherm else ())
    (ondertekening.teken if op_scherm else ondertekening.teken_niet)(hier.plek, versie.id, vraag)
    if op_scherm:
        verstrekking.geef_mee(hier.plek, versie.id)
