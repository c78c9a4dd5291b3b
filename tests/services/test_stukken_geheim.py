"""Secrets planted in every corner of a dossier: none reaches a paper, or a screen that the resident reads along."""

from datetime import timedelta

import pytest

from kernnetwerk_app.domain.base import Entiteit, Tekstveld, VoorWie, mag_zien, voor_wie
from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid
from kernnetwerk_app.domain.bezorging import Stuksoort
from kernnetwerk_app.domain.contact import ContactSoort
from kernnetwerk_app.domain.draagkracht import Meter
from kernnetwerk_app.domain.eerste_vraagverheldering import EersteVraagverheldering
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.mantelzorg import Mantelzorg
from kernnetwerk_app.domain.papiervorm import Leeshulp
from kernnetwerk_app.domain.relatie import FORMEEL, MANTELZORG, Relatie
from kernnetwerk_app.domain.vertrouwen import Vertrouwensrecht, is_voor_vertrouwd
from kernnetwerk_app.domain.vraagverheldering import Antwoord, antwoord_id
from kernnetwerk_app.oplog.units import SOORTEN
from kernnetwerk_app.services import (
    deelname,
    kijkrichting,
    mantelzorg,
    mensen,
    netwerk,
    rechten,
    stukken,
    toezegging,
    wie_weet_wat,
)
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.toezegging import NieuweToezegging
from tests.services.opzet import Dossier, gelezen
from tests.services.stukken_opzet import beantwoord_verzoek, lezers, papieren, tekst_van, vul

pytestmark = pytest.mark.usefixtures("qapp")
VORMEN = [frozenset(), *(frozenset({hulp}) for hulp in Leeshulp)]


@pytest.fixture
def vol(hier: Dossier) -> Dossier:
    vul(hier)
    return hier


def test_safety_answers_notes_of_workers_what_a_partner_said_and_what_was_declined_stand_on_no_paper(
    vol: Dossier,
) -> None:
    plek = vol.plek
    vol.typ("financien.lastig", "geheim: de schulden.")
    vol.stand("financien", LeefgebiedStatus.WIL_NIET, "geheim: daarover liever niet.")
    bert = _plant(vol)
    _plant_of_another_and_apart(vol, bert)
    vol.versie()
    beantwoord_verzoek(vol)
    bep = {"ander_naam": "Bep de Wit", "vertrouwensrechten": " ".join(recht.value for recht in Vertrouwensrecht)}
    with plek.store.read() as lezer:
        bep["inwoner_id"] = hoofdpersoon(lezer, vol.huishouden_id).id
    mensen.leg_vast(plek, Relatie, vol.huishouden_id, bep)
    gezien, vertrouwd = set(), set()
    for een in papieren(vol).values():
        for wie in lezers(vol, een.stuk):
            vertrouwd |= {een.stuk.soort} if is_voor_vertrouwd(wie.sleutel) else set()
            for vorm in (frozenset(), frozenset({Leeshulp.VOORLEZEN})):
                tekst = gelezen(stukken.maak(plek, een.stuk, wie, vorm))
                assert "geheim" not in tekst, (een.naam, wie.naam, vorm)
                assert "vanBert" not in tekst or een.stuk.soort is Stuksoort.MANTELZORG, (een.naam, wie.naam, vorm)
            gezien.add((een.stuk.soort, wie.niveau))
    assert {soort for soort, _ in gezien} >= set(Stuksoort) - {
        Stuksoort.TOESTEMMING,
        Stuksoort.AFSPRAAK,
        Stuksoort.WEGWIJZER,
    }
    assert (Stuksoort.WIE_IS_WIE, VoorWie.TAFEL) in gezien
    assert vertrouwd, "she is one of the readers"
    _check_beside_the_papers(vol, bert)
    _check_what_stays(vol, bert)


def _plant(vol: Dossier) -> Inwoner:
    """In each field for professionals, in each answer about the partner, and in what the others wrote of safety."""
    plek, hier = vol.plek, vol.huishouden_id
    with plek.store.write() as werk:
        bert = werk.add(Inwoner(id=plek.new_id(), huishouden_id=hier, voornamen="Bert", geboortedatum="1950-01-01"))
        for gebied in plek.profiel.leefgebieden.leefgebieden:
            for veld in gebied.velden:
                sleutel = gebied.veldsleutel(veld)
                eid = antwoord_id(vol.gesprek_id, sleutel, bert.id)
                een = {"vraagverheldering_id": vol.gesprek_id, "sleutel": sleutel, "inwoner_id": bert.id}
                over = {"waarde": "geheim: van Bert.", "profielversie": plek.profiel.versie}
                werk.add(Antwoord(id=eid, huishouden_id=hier, **een, **over))
        door = {"huishouden_id": hier, "door_id": plek.medewerker.id}
        jaar = {"begin_datum": plek.vandaag, "eind_datum": plek.vandaag + timedelta(days=300)}
        werk.add(Bezoekveiligheid(id=plek.new_id(), feit="geheim: de hond.", **door, **jaar))
        begin = {"melding_id": vol.melding_id, "datum": plek.vandaag}
        werk.add(EersteVraagverheldering(id=plek.new_id(), veiligheid_woorden="geheim: bang.", **begin, **door))
        for soort in set(SOORTEN.values()) - {Mantelzorg}:  # whose own story stands on their own paper
            for record in werk.find(soort, huishouden_id=hier):
                intern = {veld: f"geheim {veld}" for veld in _texts_of_workers(soort)}
                if intern:
                    werk.change(record, **intern)
        werk.commit("proef", hier)
    return bert


def _check_beside_the_papers(vol: Dossier, bert: Inwoner) -> None:
    plek, hier = vol.plek, vol.huishouden_id
    with plek.store.read() as lezer:
        anna, om_heen = hoofdpersoon(lezer, hier), netwerk.load(plek, lezer, hier)
        van_bert = netwerk.load(plek, lezer, hier, bert.id)
    ook = [rechten.weet_pdf(plek, hier, anna.id)]
    ook += [kijkrichting.load_pdf(plek, hier, een.lens) for een in plek.profiel.kijkrichtingen]
    for pdf in ook:
        assert "geheim" not in gelezen(pdf)
        assert "vanBert" not in gelezen(pdf)
    assert not [op.naam for op in om_heen.kaart if "vanBert" in op.naam], "read along by the resident"
    assert {op.naam for op in van_bert.kaart} == {"Psychiater vanBert", "Roos vanBert"}


def _check_what_stays(vol: Dossier, bert: Inwoner) -> None:
    """What was kept from the one is still there for the other, and that something was said apart is no secret."""
    plek, hier = vol.plek, vol.huishouden_id
    assert "Wij bellen de bank." in tekst_van(vol, Stuksoort.GIDS)
    verslag = tekst_van(vol, Stuksoort.VERSLAG)
    assert "Gesprek op dinsdag 20 april 2027: iemand anders (zonder u erbij), Sanne Modelman" in verslag
    assert "Hoe het met Karin Voorbeeld gaat: Daar keken wij naar op dinsdag 20 april 2027." in verslag
    with plek.store.read() as lezer:
        weet = wie_weet_wat.voor_lezer(plek, lezer, hier, bert, wie_weet_wat.load(plek, lezer, hier))
    assert "geheim: een kamer." in " ".join(een.zin for een in weet)


def _plant_of_another_and_apart(hier: Dossier, bert: Inwoner) -> None:
    """Who stands around the partner, what was promised to him or to nobody of the house, what a worker saw of the
    mantelzorger, a talk without the resident, and an answer about somebody who is not on this laptop yet.
    """
    plek, hid = hier.plek, hier.huishouden_id
    for naam, velden in (
        ("Psychiater vanBert", {"relatie": "behandelaar", "hulpsoort": FORMEEL, "telefoon": "0592000099"}),
        ("Roos vanBert", {"relatie": "zus", "hulpsoort": MANTELZORG, "kan": "geheim: kan hem opvangen."}),
    ):
        mensen.leg_vast(plek, Relatie, hid, {"inwoner_id": bert.id, "ander_naam": naam, **velden})
    for wat, aan in (
        ("Wij bellen de bank.", None),
        ("geheim: een kamer.", "Bert"),
        ("geheim: een advocaat.", "uw man"),
        ("geheim: de melder.", "de buurman"),
    ):
        toezegging.beloof(plek, hid, NieuweToezegging(wat, aan))
    toezegging.beloof(plek, hid, NieuweToezegging("geheim: signaal.", signaal_id=plek.new_id()))
    with plek.store.read() as lezer:
        zorgers = mantelzorg.load(plek, lezer, hid).mantelzorgers
    for wie in zorgers:
        mantelzorg.schrijf(plek, wie, {"inwoner_mag_zien": True})
        if "vanBert" not in wie.naam:
            mantelzorg.meet(plek, wie, {"meter": Meter.PROFESSIONAL, "draaglast": "geheim: zagen wij."})
    with plek.store.write() as werk:
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
        werk.add(antwoord)
        werk.commit("proef", hid)
    velden = {"datum": plek.vandaag, "contactsoort": ContactSoort.GESPREK, "naasten": "geheim: Bert"}
    zonder = {"inwoner_erbij": False, "zonder_inwoner_reden": "geheim: durfde niet.", "naasten_gewenst": True}
    deelname.leg_vast(plek, hid, velden | zonder)


def _texts_of_workers(soort: type[Entiteit]) -> list[str]:
    """The fields of words that a resident may not see."""
    vrij = (str | None, Tekstveld | None)
    velden = soort.model_fields.items()
    return [v for v, info in velden if info.annotation in vrij and not mag_zien(VoorWie.PERSOON, voor_wie(soort, v))]
