"""A planted secret address is looked for on every paper and in every list that others may see."""

from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path

import pytest

from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid, InwonerIsOverleden
from kernnetwerk_app.domain.gelijkenis import Signalement
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.services import (
    agenda,
    agendabestand,
    agendablad,
    contact,
    dossier,
    dossiers,
    melding,
    mensen,
    ondertekening,
    overdracht,
    papier,
    plan,
    samenvoeging,
    stappenkaart,
    toezegging,
    vandaag,
)
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.overdracht import NieuweOverdracht
from kernnetwerk_app.services.toezegging import NieuweToezegging
from tests.factories import JORIS, make_werkplek, nieuwe_melding
from tests.services.opzet import Dossier, begin_dossier, gelezen

pytestmark = pytest.mark.usefixtures("qapp")
STRAAT, NUMMER, POSTCODE = "Verborgenlaan", "4711", "9999ZZ"


@pytest.fixture
def hier(tmp_path: Path) -> Iterator[Dossier]:
    """A dossier with a plan, at an address that no other one has, with a visit today at that address."""
    plek = make_werkplek(tmp_path / "sanne")
    hier = begin_dossier(plek)
    hier.doel()
    with plek.store.write() as werk:
        thuis = werk.get(Huishouden, hier.huishouden_id)
        werk.change(thuis, straat=STRAAT, huisnummer=NUMMER, postcode=POSTCODE, kern="Proefdijk", plaats="Proefdijk")
        werk.change(werk.get(Melding, hier.melding_id), plek=f"bij haar thuis, {STRAAT} {NUMMER}")
        werk.commit("test.adres")
    contact.plan_bezoek(plek, hier.huishouden_id, plek.vandaag, time(13))
    contact.plan_bezoek(plek, hier.huishouden_id, plek.vandaag, time(15), waar=f"{STRAAT} {NUMMER}")
    yield hier
    plek.store.close()


def noteer(hier: Dossier, aard: Aard) -> None:
    plek = hier.plek
    with plek.store.read() as lezer:
        wie = hoofdpersoon(lezer, hier.huishouden_id).id
    velden = {"inwoner_id": wie, "aard": aard, "begin_datum": plek.vandaag, "bron": "familie"}
    mensen.leg_vast(plek, Bijzonderheid, hier.huishouden_id, velden)


def overal(hier: Dossier) -> dict[str, str]:
    """Every paper for others and every list, in words; what is only shown in the opened dossier is not here."""
    plek = hier.plek
    octets, _ = agendabestand.geef_ics(plek)
    versie, _ = plan.stel_vast(plek, hier.plan_id)
    signalement = Signalement(achternaam="Anders", straat=STRAAT, huisnummer=NUMMER, postcode=POSTCODE)
    with plek.store.read() as lezer:
        beeld = vandaag.load(plek, lezer)
        dagen = agenda.load(plek, lezer, plek.vandaag, 7)
        melding = lezer.get(Melding, hier.melding_id)
        lijsten = {
            "vandaag": repr((beeld.bezoeken, beeld.let_op, beeld.taken, beeld.beloofd, beeld.mee)),
            "agenda": repr([(regel.voorletters, regel.onderwerp, regel.kern) for dag in dagen for regel in dag.regels]),
            "dossiers": repr(dossier.list_dossiers(plek, lezer)),
            "pakket": repr(overdracht.pakket(plek, lezer, melding)),
            "gelijken": repr(samenvoeging.find_gelijken(plek, lezer, signalement)),
            "gevonden": " ".join(STRAAT for _ in dossiers.zoek(plek, lezer, STRAAT)),
        }
    return lijsten | {
        "agendabestand": octets.decode(),
        "daglijst": gelezen(agendablad.load_daglijst(plek, plek.vandaag)),
        "plan": gelezen(ondertekening.load_versie_pdf(plek, versie.id)),
        "zo gaat het verder": gelezen(stappenkaart.load_pdf(plek, hier.huishouden_id)),
    }


def met_adres(hier: Dossier) -> list[str]:
    return [naam for naam, woorden in overal(hier).items() if any(w in woorden for w in (STRAAT, NUMMER, POSTCODE))]


def test_a_secret_address_is_on_no_list_no_paper_for_others_no_calendar_and_no_route(hier: Dossier) -> None:
    assert {"vandaag", "daglijst", "plan", "gevonden"} <= set(met_adres(hier)), "what is not secret is told there"
    noteer(hier, Aard.GEHEIM_ADRES)
    assert met_adres(hier) == []
    with hier.plek.store.read() as lezer:
        bezoeken = vandaag.load(hier.plek, lezer).bezoeken
        regels = [regel for dag in agenda.load(hier.plek, lezer, hier.plek.vandaag, 1) for regel in dag.regels]
    assert {(bezoek.kern, bezoek.afstand_km) for bezoek in bezoeken} == {(None, None)}
    assert {regel.kern for regel in regels} == {None}


def test_not_even_the_kern_of_a_secret_address_is_on_a_list(hier: Dossier) -> None:
    plek = hier.plek
    toezegging.beloof(plek, hier.huishouden_id, NieuweToezegging("Ik bel de huisarts."))

    def kernen() -> set[str | None]:
        with plek.store.read() as lezer:
            beeld = vandaag.load(plek, lezer)
            lijst = dossier.list_dossiers(plek, lezer)
        return {deel.kern for deel in (*beeld.taken, *beeld.beloofd, *lijst)} | {kern for _, kern in beeld.kernen}

    assert "Proefdijk" in kernen()
    noteer(hier, Aard.GEHEIM_ADRES)
    assert kernen() == {None}


def test_the_resident_reads_ones_own_address_on_ones_own_slip(hier: Dossier) -> None:
    noteer(hier, Aard.GEHEIM_ADRES)
    with hier.plek.store.read() as lezer:
        bezoek = agenda.load(hier.plek, lezer, hier.plek.vandaag, 1)[0].regels[0].contact
    assert f"{STRAAT} {NUMMER}" in gelezen(agendablad.load_afspraak(hier.plek, bezoek.id))


def test_an_address_that_became_secret_is_not_found_in_the_dossier_that_went_up_either(hier: Dossier) -> None:
    hier.plek.klok.advance(timedelta(minutes=1))  # what was begun first stays
    ander = nieuwe_melding(hier.plek).huishouden_id
    with hier.plek.store.write() as werk:
        werk.change(werk.get(Huishouden, ander), straat="Oudeweg", huisnummer="5")
        werk.commit("test.adres")
    with hier.plek.store.read() as lezer:
        een, twee = (hoofdpersoon(lezer, wie).id for wie in (hier.huishouden_id, ander))
        assert dossiers.zoek(hier.plek, lezer, "Oudeweg")
    samenvoeging.voeg_samen(hier.plek, een, twee)
    noteer(hier, Aard.GEHEIM_ADRES)
    with hier.plek.store.read() as lezer:
        assert dossiers.zoek(hier.plek, lezer, "Oudeweg") == set()
        assert len(dossier.list_dossiers(hier.plek, lezer)) == 1


@pytest.mark.eis("EVV-23")
def test_a_visit_is_proposed_where_the_resident_wants_to_be_seen(hier: Dossier) -> None:
    plek = hier.plek
    with plek.store.read() as lezer:
        wie = hoofdpersoon(lezer, hier.huishouden_id)
        assert agenda.stel_voor(plek, lezer, hier.huishouden_id).waar == f"{STRAAT} {NUMMER}", "as last time"
        bases = lezer.bases(wie.id)
        (elders, *_) = [k.sleutel for k in plek.profiel.lijst("ontmoetplekken").keuzes if k.sleutel != mensen.THUIS]
    mensen.leg_vast(plek, Inwoner, hier.huishouden_id, {"waar_gezien": elders}, wie, bases)
    with plek.store.read() as lezer:
        gekozen = agenda.stel_voor(plek, lezer, hier.huishouden_id)
    assert gekozen.waar == plek.profiel.lijst("ontmoetplekken").label(elders)
    assert len(gekozen.vrij) == 3


# -- died: every letter, task and proposal stops ----------------------------------------------------------------------


def test_who_died_gets_no_paper_no_proposal_and_no_hand_over_and_asks_nothing_of_me(hier: Dossier) -> None:
    plek, huishouden_id = hier.plek, hier.huishouden_id
    morgen = plek.vandaag + timedelta(days=1)
    toezegging.beloof(plek, huishouden_id, NieuweToezegging("Ik bel de huisarts.", uiterlijk=morgen))
    with plek.store.read() as lezer:
        assert vandaag.load(plek, lezer).beloofd
        bezoek = agenda.load(plek, lezer, plek.vandaag, 1)[0].regels[0].contact
    noteer(hier, Aard.OVERLEDEN)
    invoer = NieuweOverdracht(naar_id=JORIS.id, reden="Joris kent de familie.", grond="wet", zonder_reden="haast")
    brieven = (
        lambda: agendablad.load_afspraak(plek, bezoek.id),
        lambda: stappenkaart.load_pdf(plek, huishouden_id),
        lambda: plan.stel_vast(plek, hier.plan_id),
        lambda: papier.noteer_afdruk(plek, huishouden_id),
        lambda: overdracht.bied_aan(plek, hier.melding_id, invoer),
    )
    for brief in brieven:
        with pytest.raises(InwonerIsOverleden):
            brief()
    with plek.store.read() as lezer:
        nu = vandaag.load(plek, lezer)
        assert (nu.beloofd, nu.taken, nu.let_op) == ((), (), ())
        assert agenda.stel_voor(plek, lezer, huishouden_id).vrij == ()
    papier.noteer_afdruk(plek, None)  # a paper of no dossier goes on


def test_another_address_that_was_typed_with_a_new_question_is_not_written_in_the_story(hier: Dossier) -> None:
    noteer(hier, Aard.GEHEIM_ADRES)
    plek, elders = hier.plek, "Schuilstraat"
    invoer = NieuweMelding(
        "Ik wil weer werken.",
        straat=elders,
        huisnummer="99",
        kern="Voorbeelderveen",
        telefoon="0599000009",
        contactpersoon_id=plek.medewerker.id,
        bij_huishouden_id=hier.huishouden_id,
    )
    melding.neem_op(plek, invoer)
    with plek.store.read() as lezer:
        verhaal = [item.tekst or "" for item in dossier.load(plek, lezer, hier.huishouden_id).verhaal]
    verschil = next(tekst for tekst in verhaal if "een ander adres" in tekst)
    assert not any(woord in verschil for woord in (elders, "99,", "Voorbeelderveen", "Proefdijk"))
