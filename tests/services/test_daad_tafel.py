"""Every act that *Ongedaan maken* can take back, walked one by one: done, taken back, and done again."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from kernnetwerk_app.domain.afzien import Afzien, Waarvan
from kernnetwerk_app.domain.bijlage import Bijlage, Inhoud, Vorm
from kernnetwerk_app.domain.contact import ContactSoort
from kernnetwerk_app.domain.keukentafel import Tafel
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.netwerk import Netwerkbevinding, Plek
from kernnetwerk_app.domain.onderzoek import INVENTARIS
from kernnetwerk_app.domain.papiervorm import Leeshulp
from kernnetwerk_app.domain.relatie import MANTELZORG, Kring, Relatie
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.vraagverheldering import Antwoord
from kernnetwerk_app.oplog.units import SOORTEN
from kernnetwerk_app.services import (
    afzien,
    bijlage,
    contact,
    daad,
    deelname,
    deskundige,
    financiering,
    gegevens,
    keukentafel,
    kijkrichting,
    mantelzorg,
    mensen,
    netwerk,
    netwerkbevinding,
    onderzoek,
    papier,
    plan,
    schaalvraag,
    toezegging,
)
from kernnetwerk_app.services.daaddelen import TEKST, TERUG, WAAROM, Daadstand
from kernnetwerk_app.services.deskundige import Vindt
from kernnetwerk_app.services.toezegging import NieuweToezegging
from kernnetwerk_app.teksten import load as load_tekst
from tests.factories import heropen
from tests.services.opzet import Dossier
from tests.services.test_deskundige import gevraagd, vraag
from tests.services.test_onderzoek import beeld, kopje

Daad = Callable[[Dossier], Iterator[None]]
"""Prepares, stops, and then does the one act that is tried."""


def _doel(hier: Dossier) -> Iterator[None]:
    yield
    hier.doel()


def _stap(hier: Dossier) -> Iterator[None]:
    doel_id = hier.doel()
    yield
    plan.add_stap(hier.plek, doel_id, "Bel de buurtbus.")


def _stap_gedaan(hier: Dossier) -> Iterator[None]:
    plan.add_stap(hier.plek, hier.doel(), "Bel de buurtbus.")
    yield
    plan.tik_stap(hier.plek, hier.plan().doelen[0].stappen[0].id, gedaan=True)


def _afspraak(hier: Dossier) -> Iterator[None]:
    doel_id = hier.doel()
    yield
    plan.add_afspraak(hier.plek, doel_id, "Ik bel de buurtbus.")


def _netwerk(hier: Dossier) -> Iterator[None]:
    hier.doel()
    yield
    netwerkbevinding.zeg(hier.plek, hier.plan_id, Netwerkbevinding.NIET_BESCHIKBAAR)


def _gewijzigd(hier: Dossier) -> Iterator[None]:
    hier.doel()
    yield
    hier.wijzig(hier.plan().doelen[0].doel, resultaat="Ik ga elke dinsdag.")


def _leefgebied(hier: Dossier) -> Iterator[None]:
    yield
    hier.stand("justitie", LeefgebiedStatus.NIET_AAN_DE_ORDE, "Speelt niet.")


def _cijfer(hier: Dossier) -> Iterator[None]:
    yield
    schaalvraag.geef(hier.plek, hier.huishouden_id, hier.gesprek_id, "huisvesting", 6)


def _belofte(hier: Dossier, *, weer_open: bool) -> Iterator[None]:
    plek = hier.plek
    toezegging.beloof(plek, hier.huishouden_id, NieuweToezegging("Ik bel woensdag terug."))
    for doe in (toezegging.rond_af, toezegging.neem_terug):
        if (doe is toezegging.neem_terug) == weer_open:
            yield
        with plek.store.read() as lezer:
            (belofte,) = toezegging.nu_van(plek, lezer, hier.huishouden_id)
            bases = lezer.bases(belofte.id)
        doe(plek, belofte, bases)
        if not weer_open:
            return


def _liever_niet_voorbij(hier: Dossier) -> Iterator[None]:
    wie = hier.plan().inwoner.id
    afzien.leg_vast(hier.plek, hier.huishouden_id, {"inwoner_id": wie, "waarvan": Waarvan.PROCES})
    yield
    with hier.plek.store.read() as lezer:
        (een,) = lezer.find(Afzien)
        bases = lezer.bases(een.id)
    afzien.beeindig(hier.plek, een, bases)


def _papiervorm(hier: Dossier) -> Iterator[None]:
    yield
    papier.onthoud_vorm(hier.plek, hier.huishouden_id, frozenset({Leeshulp.GROOT}))


def _gegevens(hier: Dossier) -> Iterator[None]:
    yield
    with hier.plek.store.read() as lezer:
        beeld = gegevens.load(lezer, hier.huishouden_id)
    velden = {beeld.inwoners[0].id: {"voornamen": "Johanna"}, beeld.huishouden.id: {"plaats": "Proefdijk"}}
    gegevens.change(hier.plek, beeld, velden)


def _mantelzorg(hier: Dossier) -> Iterator[None]:
    with hier.plek.store.write() as werk:
        velden = {"inwoner_id": hier.plan().inwoner.id, "ander_naam": "Riet Proef", "hulpsoort": MANTELZORG}
        werk.add(Relatie(id=hier.plek.new_id(), huishouden_id=hier.huishouden_id, **velden))
        werk.commit("relatie.toegevoegd", hier.huishouden_id)
    for zin in ("Ik slaap slecht.", "Ik slaap weer goed."):
        if zin.startswith("Ik slaap weer"):
            yield
        with hier.plek.store.read() as lezer:
            (van,) = mantelzorg.load(hier.plek, lezer, hier.huishouden_id).mantelzorgers
        mantelzorg.schrijf(hier.plek, van, {"eigen_woorden": zin})


def _bij_leefgebied(hier: Dossier) -> Iterator[None]:
    hier.doel()
    yield
    doel = hier.plan().doelen[0].doel
    with hier.plek.store.read() as lezer:
        bases = lezer.bases(doel.id)
    kijkrichting.leg_bij(hier.plek, doel, "huisvesting", bases)


def _voorlichting(hier: Dossier) -> Iterator[None]:
    yield
    financiering.vertel(hier.plek, hier.plan_id, verteld=True)


def _as(hier: Dossier) -> Iterator[None]:
    hier.typ("vraag.al_geprobeerd", "Nog niets.")
    alleen = Tafel(frozenset({hier.plan().inwoner.id}))
    with hier.plek.store.read() as lezer:
        van = keukentafel.load(hier.plek, lezer, hier.huishouden_id, hier.gesprek_id, alleen)
    yield
    keukentafel.zet_as(hier.plek, hier.huishouden_id, van, "plezier", "moeilijk")


def _bekeken(hier: Dossier) -> Iterator[None]:
    onderzoek.kies(hier.plek, hier.melding_id, kopje(hier, INVENTARIS, "eigen_mogelijkheden"), "past")
    yield
    onderzoek.kies(hier.plek, hier.melding_id, kopje(hier, INVENTARIS, "algemeen"), "past_niet")


def _geschreven(hier: Dossier) -> Iterator[None]:
    onderzoek.schrijf(hier.plek, beeld(hier), {"verandert": "De ogen gaan achteruit.", "eigen_plan_gebruikt": "Samen."})
    yield
    onderzoek.schrijf(hier.plek, beeld(hier), {"verandert": "Het zicht.", "eigen_plan_gebruikt": "Elk doel."})


def _deelname(hier: Dossier) -> Iterator[None]:
    contact.schrijf_bij(hier.plek, hier.huishouden_id, "Op bezoek.", ContactSoort.BEZOEK)
    for reden in ("Mevrouw sliep.", "Mevrouw was ziek."):
        if "ziek" in reden:
            yield
        velden = {"inwoner_erbij": False, "zonder_inwoner_reden": reden}
        deelname.leg_vast(hier.plek, hier.huishouden_id, velden, beeld(hier).gesprekken[0])


def _beschreven(hier: Dossier) -> Iterator[None]:
    eid = bijlage.neem_op(hier.plek, hier.huishouden_id, Inhoud(Vorm.FOTO, b"beeld", 1))[0]
    for wat in ("De badkamer.", "De keuken."):
        if wat == "De keuken.":
            yield
        with hier.plek.store.read() as lezer:
            een, bases = lezer.get(Bijlage, eid), lezer.bases(eid)
        bijlage.beschrijf(hier.plek, een, bases, {"omschrijving": wat})


def _relatie(hier: Dossier) -> Iterator[None]:
    wie = {"inwoner_id": hier.plan().inwoner.id, "ander_naam": "Riet Proef", "doet": "Doet de was.", "kan": "Koken."}
    mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, wie)
    yield
    with hier.plek.store.read() as lezer:
        (band,) = lezer.find(Relatie)
        bases = lezer.bases(band.id)
    nieuw = {"doet": "Doet de tuin.", "kan": None, "ander_naam": "Riet Proef-Model", "eind_datum": hier.plek.vandaag}
    mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, nieuw, band, bases)


def _neergezet(hier: Dossier) -> Iterator[None]:
    with hier.plek.store.write() as werk:
        wie, naam = hier.plan().inwoner.id, "Riet Proef"
        band = Relatie(id=hier.plek.new_id(), huishouden_id=hier.huishouden_id, inwoner_id=wie, ander_naam=naam)
        werk.add(band)
        werk.commit("relatie.toegevoegd", hier.huishouden_id)
    yield
    with hier.plek.store.read() as lezer:
        bases = lezer.bases(band.id)
    netwerk.zet_neer(hier.plek, band, Plek(Kring.DICHTBIJ, 3), bases)


def _weggehaald(hier: Dossier) -> Iterator[None]:
    eid = bijlage.neem_op(hier.plek, hier.huishouden_id, Inhoud(Vorm.FOTO, b"beeld", 1))[0]
    with hier.plek.store.read() as lezer:
        een, bases = lezer.get(Bijlage, eid), lezer.bases(eid)
    yield
    bijlage.haal_weg(hier.plek, een, bases)


def _nagegaan(hier: Dossier) -> Iterator[None]:
    hier.doel()
    yield
    hier.nagegaan()


def _deskundige(hier: Dossier, wat: str) -> Iterator[None]:
    """A question that is written, asked after the yes, answered, or need not be answered any more."""
    regel = {
        "geschreven": lambda: vraag(hier),  # with the first of them the onderzoek begins
        "gevraagd": lambda: vraag(hier, vindt=Vindt.JA),
        "beantwoord": lambda: gevraagd(hier),
        "vervallen": lambda: vraag(hier),
    }[wat]()
    yield
    if wat == "geschreven":
        vraag(hier, vraag="En welke stoel?")
    elif wat == "gevraagd":
        deskundige.stel(hier.plek, regel)
    elif wat == "beantwoord":
        deskundige.beantwoord(hier.plek, regel, {"antwoord": "Een bed dat omhoog kan."})
    else:
        deskundige.laat_vervallen(hier.plek, regel)


DADEN: Mapping[str, Daad] = {
    **{
        f"deskundige.{wat}": partial(_deskundige, wat=wat)
        for wat in ("geschreven", "gevraagd", "beantwoord", "vervallen")
    },
    "bijlage.weggehaald": _weggehaald,
    "plan.nagegaan": _nagegaan,
    "plan.doel_bij_leefgebied": _bij_leefgebied,
    "plan.voorlichting": _voorlichting,
    "keukentafel.as": _as,
    "onderzoek.bekeken": _bekeken,
    "onderzoek.geschreven": _geschreven,
    "contact.deelname": _deelname,
    "bijlage.beschreven": _beschreven,
    "relatie.neergezet": _neergezet,
    "relatie.vastgelegd": _relatie,
    "plan.doel": _doel,
    "plan.stap": _stap,
    "plan.stap_gedaan": _stap_gedaan,
    "plan.afspraak": _afspraak,
    "plan.netwerk": _netwerk,
    "plan.gewijzigd": _gewijzigd,
    "gesprek.leefgebied": _leefgebied,
    "gesprek.cijfer": _cijfer,
    "toezegging.gedaan": lambda hier: _belofte(hier, weer_open=False),
    "toezegging.weer_open": lambda hier: _belofte(hier, weer_open=True),
    "afzien.beeindigd": _liever_niet_voorbij,
    "inwoner.papiervorm": _papiervorm,
    "gegevens.gewijzigd": _gegevens,
    "mantelzorg.geschreven": _mantelzorg,
}

ZONDER_WOORDEN = frozenset(
    {
        "agenda.meegegeven",
        "avg.concept_afgedrukt",
        "bezorgdheid.geopend",
        "bijlage.gelezen",
        "bijlage.gewist",
        "conflict.geopend",
        "daglijst.afgedrukt",
        "dossier.geopend",
        "eerste_vraagverheldering.geopend",
        "gesprek.geopend",
        "papier.afgedrukt",
        "plan.gelezen",
        "plan.geopend",
        "signaal.geopend",
        "spelling.eigen_woord",
        "spelling.eigen_woord_weg",
        "spelling.gekozen",
        "verzoek.antwoord_afgedrukt",
        "veiligheid.geopend",
    }
)
"""Saves that write nothing of which somebody could say that they did it: looking, printing, and this laptop's own."""


def test_a_goal_that_began_at_the_network_is_one_act_and_goes_at_once(hier: Dossier) -> None:
    netwerk.begin_doel(hier.plek, hier.huishouden_id, "Ik wil vaker bezoek.")
    with hier.plek.store.read() as lezer:
        een = daad.load(hier.plek, lezer)[0]
    assert (een.naam, een.stand) == ("plan.doel", Daadstand.STAAT)
    assert hier.plan().doelen[0].doel.leefgebied == netwerk.NETWERK
    daad.neem_terug(hier.plek, een.nummer)
    assert hier.plan().doelen == ()


def test_every_act_that_can_be_taken_back_is_walked_here() -> None:
    assert DADEN.keys() == TERUG.keys()


@pytest.mark.parametrize("naam", DADEN)
def test_an_act_is_taken_back_after_a_restart_and_done_again_and_the_whole_store_reads_as_it_did(
    hier: Dossier, naam: str
) -> None:
    doen = DADEN[naam](hier)
    next(doen)
    eerst = _staat_er(hier)
    assert next(doen, None) is None
    gedaan = _staat_er(hier)
    assert gedaan != eerst
    plek = heropen(hier.plek)
    opnieuw = replace(hier, plek=plek)
    try:
        assert _staat_er(opnieuw) == gedaan
        with plek.store.read() as lezer:
            een = next(een for een in daad.load(plek, lezer) if een.naam == naam)
        assert een.stand is Daadstand.STAAT
        daad.neem_terug(plek, een.nummer)
        assert _staat_er(opnieuw) == eerst
        daad.herstel(plek, een.nummer)
        assert _staat_er(opnieuw) == gedaan
    finally:
        plek.store.close()


def test_of_every_act_that_writes_something_the_list_says_what_it_was_and_why_it_stays() -> None:
    """Each name under which a service saves, unless that is only looking, or follows from something else."""
    map_ = Path(daad.__file__).parent
    tekst = " ".join(bestand.read_text("utf-8") for bestand in map_.glob("*.py"))
    namen = set(re.findall(r"commit\(\s*\"([a-z_]+\.[a-z_]+)\"", tekst)) - daad._GEEN_DAAD - daad._VERZEGELD
    t = load_tekst("herstel")
    zonder = {naam for naam in namen - ZONDER_WOORDEN if f"daad.{naam}" not in t and naam != TEKST}
    assert not zonder
    assert namen >= ZONDER_WOORDEN
    redenen = set(re.findall(r"VastError\(\"([a-z_]+)\"\)", tekst)) | set(WAAROM.values())
    van_elders = {"overdracht", "beantwoord", "door_mij", "door_ander", "gevraagd", "zei_ja"}
    assert redenen | van_elders == set(t.groep("waarom"))


def _staat_er(hier: Dossier) -> list[dict[str, object]]:
    """What people see of all that is here: what is out of the plan and what has no words is not there."""
    with hier.plek.store.read() as lezer:
        alle = [{"soort": nr, **record.model_dump()} for nr, soort in SOORTEN.items() for record in lezer.find(soort)]
    for een in alle:
        if een.get("gevraagd_datum") is None and "gevraagd_ja_id" in een:  # under which yes it went out; it did not
            een["gevraagd_ja_id"] = None
    gezien = [een for een in alle if een.get("vervallen_datum") is None and not _is_leeg_antwoord(een)]
    return sorted(gezien, key=lambda een: str(een["id"]))


def _is_leeg_antwoord(een: Mapping[str, object]) -> bool:
    return een["soort"] == Antwoord.soort and is_leeg(str(een["waarde"] or "")) and not een["status"]
