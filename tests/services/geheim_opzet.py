"""What a resident may not read beside what workers wrote for each other: of the partner, of others, and said apart."""

from datetime import timedelta

from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid
from kernnetwerk_app.domain.contact import ContactSoort
from kernnetwerk_app.domain.draagkracht import Meter
from kernnetwerk_app.domain.eerste_vraagverheldering import EersteVraagverheldering
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.relatie import FORMEEL, MANTELZORG, Relatie
from kernnetwerk_app.domain.vraagverheldering import Antwoord, antwoord_id
from kernnetwerk_app.services import deelname, mantelzorg, mensen, toezegging
from kernnetwerk_app.services.toezegging import NieuweToezegging
from tests.services.opzet import Dossier

GEHEIM, VAN_BERT = "geheim", "vanBert"
"""In all that is planted here; and in the names of who stands around the partner, whom a mantelzorger reads of."""


def plant(hier: Dossier) -> Inwoner:
    """What was declined, what the partner said in each field, what is about safety, and the rest; gives the partner."""
    hier.typ("financien.lastig", "geheim: de schulden.")
    hier.stand("financien", LeefgebiedStatus.WIL_NIET, "geheim: daarover liever niet.")
    bert = _plant_partner(hier)
    _plant_around(hier, bert)
    _plant_promises(hier)
    _plant_seen_and_apart(hier)
    return bert


def _plant_partner(hier: Dossier) -> Inwoner:
    plek, hid = hier.plek, hier.huishouden_id
    with plek.store.write() as werk:
        bert = werk.add(Inwoner(id=plek.new_id(), huishouden_id=hid, voornamen="Bert", geboortedatum="1950-01-01"))
        for gebied in plek.profiel.leefgebieden.leefgebieden:
            for veld in gebied.velden:
                sleutel = gebied.veldsleutel(veld)
                eid = antwoord_id(hier.gesprek_id, sleutel, bert.id)
                een = {"vraagverheldering_id": hier.gesprek_id, "sleutel": sleutel, "inwoner_id": bert.id}
                over = {"waarde": "geheim: van Bert.", "profielversie": plek.profiel.versie}
                werk.add(Antwoord(id=eid, huishouden_id=hid, **een, **over))
        door = {"huishouden_id": hid, "door_id": plek.medewerker.id}
        jaar = {"begin_datum": plek.vandaag, "eind_datum": plek.vandaag + timedelta(days=300)}
        werk.add(Bezoekveiligheid(id=plek.new_id(), feit="geheim: de hond.", **door, **jaar))
        begin = {"melding_id": hier.melding_id, "datum": plek.vandaag}
        werk.add(EersteVraagverheldering(id=plek.new_id(), veiligheid_woorden="geheim: bang.", **begin, **door))
        werk.commit("proef", hid)
    return bert


def _plant_around(hier: Dossier, bert: Inwoner) -> None:
    for naam, velden in (
        ("Psychiater vanBert", {"relatie": "behandelaar", "hulpsoort": FORMEEL, "telefoon": "0592000099"}),
        ("Roos vanBert", {"relatie": "zus", "hulpsoort": MANTELZORG, "kan": "geheim: kan hem opvangen."}),
    ):
        mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, {"inwoner_id": bert.id, "ander_naam": naam, **velden})


def _plant_promises(hier: Dossier) -> None:
    """To him, or to nobody of the house; the first is no secret."""
    for wat, aan in (
        ("Wij bellen de bank.", None),
        ("geheim: een kamer.", "Bert"),
        ("geheim: een advocaat.", "uw man"),
        ("geheim: de melder.", "de buurman"),
    ):
        toezegging.beloof(hier.plek, hier.huishouden_id, NieuweToezegging(wat, aan))
    signaal = NieuweToezegging("geheim: signaal.", signaal_id=hier.plek.new_id())
    toezegging.beloof(hier.plek, hier.huishouden_id, signaal)


def _plant_seen_and_apart(hier: Dossier) -> None:
    """What a worker saw of the mantelzorger, an answer about somebody who is not on this laptop yet, and a talk without
    the resident.
    """
    plek, hid = hier.plek, hier.huishouden_id
    with plek.store.read() as lezer:
        zorgers = mantelzorg.load(plek, lezer, hid).mantelzorgers
    for wie in zorgers:
        mantelzorg.schrijf(plek, wie, {"inwoner_mag_zien": True})
        if VAN_BERT not in wie.naam:
            mantelzorg.meet(plek, wie, {"meter": Meter.PROFESSIONAL, "draaglast": "geheim: zagen wij."})
    niemand, sleutel = plek.new_id(), "huisvesting.lastig"
    antwoord = Antwoord(
        id=antwoord_id(hier.gesprek_id, sleutel, niemand),
        huishouden_id=hid,
        vraagverheldering_id=hier.gesprek_id,
        sleutel=sleutel,
        inwoner_id=niemand,
        waarde="geheim: van wie?",
        profielversie=plek.profiel.versie,
    )
    with plek.store.write() as werk:
        werk.add(antwoord)
        werk.commit("proef", hid)
    velden = {"datum": plek.vandaag, "contactsoort": ContactSoort.GESPREK, "naasten": "geheim: Bert"}
    zonder = {"inwoner_erbij": False, "zonder_inwoner_reden": "geheim: durfde niet.", "naasten_gewenst": True}
    deelname.leg_vast(plek, hid, velden | zonder)
