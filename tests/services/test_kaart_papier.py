"""What goes along on paper: Uw wegwijzer, where one can go in a kern, and who the contact person is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import Session, select

from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.profiel import Kern
from kernnetwerk_app.services import kernpagina, voorziening, wegwijzer
from kernnetwerk_app.services.papier import noteer_afdruk
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.audit import AuditRow
from kernnetwerk_app.teksten import load
from tests.documents.lezen import open_pdf, read_structure
from tests.factories import JORIS, make_werkplek, nieuwe_melding
from tests.kaart_opzet import id_van, maak, vul_kaart
from tests.services.opzet import gelezen

VV, PD = "Voorbeelderveen", "Proefdijk"
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def plek(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path_factory.mktemp("papier"))
    vul_kaart(plek)
    yield plek
    plek.store.close()


@pytest.mark.eis("SOC-15")
def test_the_wegwijzer_has_the_places_i_chose_with_phone_hours_and_whom_to_call(plek: Werkplek) -> None:
    gekozen = [id_van(plek, "Regiotaxi"), id_van(plek, "Eettafel De Linde")]
    woorden = gelezen(wegwijzer.wegwijzer(plek, gekozen, VV))
    assert woorden.index("Regiotaxi") < woorden.index("Eettafel De Linde")
    for deel in ("Uw wegwijzer", "dinsdag 12.00 tot 13.30 uur", "0000 000102", "Vraag naar: de gastvrouw", "6 euro"):
        assert deel in woorden.replace("\xa0", " ")
    assert "Bel Sanne Modelman" in woorden
    assert "U kunt ook binnenlopen: Kulturhus De Linde, dinsdag en donderdag van 9.00 tot 11.00." in woorden
    assert "Speeltuin" not in woorden


def test_what_is_how_the_kaart_is_kept_stays_off_the_paper(plek: Werkplek) -> None:
    woorden = gelezen(wegwijzer.wegwijzer(plek, [id_van(plek, "Eettafel De Linde")], VV))
    assert "Kookgroep" not in woorden  # who keeps the entry
    assert "vastgesteld" not in woorden


def test_what_has_gone_since_is_left_out_and_the_paper_is_made_all_the_same(plek: Werkplek) -> None:
    woorden = gelezen(wegwijzer.wegwijzer(plek, [UUID(int=5), id_van(plek, "Eettafel De Linde")], "Nergens"))
    assert "Eettafel De Linde" in woorden


def test_the_sheet_is_tagged_and_is_the_same_again(plek: Werkplek) -> None:
    gekozen = [id_van(plek, "Eettafel De Linde")]
    pdf = wegwijzer.wegwijzer(plek, gekozen, VV)
    assert pdf == wegwijzer.wegwijzer(plek, gekozen, VV)
    document = open_pdf(pdf)
    boom = read_structure(document)
    assert [node.text() for node in boom.find("H1")] == ["Uw wegwijzer"]
    assert [node.text() for node in boom.find("H3")] == ["Eettafel De Linde"]
    assert str(document.docinfo["/Title"]) == "Uw wegwijzer"


def test_thirty_places_take_more_sheets_and_each_says_which(plek: Werkplek) -> None:
    with plek.store.read() as lezer:
        alle = [v.id for v in lezer.find(type(maak(plek, "x")))]
    woorden = gelezen(wegwijzer.wegwijzer(plek, alle, VV))
    assert "bladzijde 2 van" in woorden
    assert all(naam in woorden for naam in ("Wijkagent", "Speeltuin Het Voorbeeld", "Hulp in het huishouden"))


@pytest.mark.eis("SIG-23")
@pytest.mark.eis("EVV-22")
def test_one_sheet_says_where_one_can_go_in_this_kern_and_that_no_name_is_needed(plek: Werkplek) -> None:
    woorden = gelezen(wegwijzer.kernblad(plek, VV))
    for deel in (
        "Waar kunt u terecht?",
        "Kulturhus De Linde",
        "U hoeft uw naam niet te zeggen",
        "112",
        "0800 2000",
        "Klantcontactcentrum",
        "Eettafel De Linde",
    ):
        assert deel in woorden
    assert "Dorpshuis De Proef" not in woorden
    assert "bladzijde" not in woorden, "one page, to hang on the wall"
    assert "Dorpskoor" in gelezen(wegwijzer.kernblad(plek, PD))


@pytest.mark.eis("SIG-24")
def test_a_kern_without_any_way_in_says_so_instead_of_an_empty_sheet(plek: Werkplek) -> None:
    leeg = replace(plek, profiel=replace(plek.profiel, kernen=(*plek.profiel.kernen, Kern("Leegdorp", ()))))
    with leeg.store.read() as lezer:
        assert kernpagina.load(leeg, lezer, "Leegdorp").ingangen == ()
    assert "In Leegdorp is nog geen vaste plek" in gelezen(wegwijzer.kernblad(leeg, "Leegdorp"))


@pytest.mark.eis("RES-16")
def test_the_card_names_the_contact_person_the_spreekuur_and_who_stands_in(plek: Werkplek) -> None:
    woorden = gelezen(wegwijzer.contactkaart(plek, VV, JORIS.id))
    for deel in (
        "Sanne Modelman",
        "0000 - 00 00 00",
        "Joris Proefstra",
        "Kulturhus De Linde",
        f"Waar: Dorpsplein 1, {VV}",
    ):
        assert deel in woorden
    alleen = gelezen(wegwijzer.contactkaart(plek, VV, None))
    assert "Joris" not in alleen
    with plek.store.read() as lezer:
        assert lezer.get(Medewerker, JORIS.id).telefoon is None


@pytest.mark.eis("RES-16")
def test_my_own_card_names_my_contact_person_and_not_who_sits_at_the_laptop(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    with plek.store.write() as werk:
        werk.change(werk.get(Huishouden, huishouden_id), contactpersoon_id=JORIS.id)
        werk.change(werk.get(Medewerker, JORIS.id), werkgever="Stichting Proefwelzijn")
        werk.commit("test.contactpersoon")
    woorden = gelezen(wegwijzer.contactkaart_van(plek, huishouden_id))
    for deel in ("Joris Proefstra", "Werkt bij: Stichting Proefwelzijn", "Kulturhus De Linde", plek.profiel.vervanging):
        assert deel in woorden
    for niet in ("Sanne", "Anna", "Voorbeeld-Jansen", "Modelweg"):
        assert niet not in woorden
    with plek.store.write() as werk:
        werk.change(werk.get(Huishouden, huishouden_id), contactpersoon_id=None)
        werk.commit("test.nog_niemand")
    assert "U hoort binnenkort wie uw vaste gezicht is." in gelezen(wegwijzer.contactkaart_van(plek, huishouden_id))


def test_the_activities_of_a_kern_stand_in_the_order_of_the_week(plek: Werkplek) -> None:
    with plek.store.read() as lezer:
        beeld = kernpagina.load(plek, lezer, VV)
    assert [v.naam for v in beeld.activiteiten] == [
        "Eettafel De Linde",
        "Praatgroep Verder na verlies",
        "Budgetmaatjes",
        "Wandelgroep Op Pad",
    ]
    assert all(v.wanneer and v.waar for v in beeld.activiteiten)


def test_words_of_any_script_come_out_on_paper(plek: Werkplek) -> None:
    vul_kaart(plek, [maak(plek, "Café <b>“Öküz”</b> العربية", wat="Regel één\n\nRegel twee & meer")])
    woorden = gelezen(wegwijzer.wegwijzer(plek, [id_van(plek, "Café <b>“Öküz”</b> العربية")], VV))
    assert "Café <b>“Öküz”</b>" in woorden
    assert "Regel twee & meer" in woorden


def test_that_a_sheet_of_no_dossier_was_printed_is_noted_all_the_same(plek: Werkplek) -> None:
    voor = _afdrukken(plek)
    noteer_afdruk(plek, None)
    assert _afdrukken(plek) == [*voor, None]


def _afdrukken(plek: Werkplek) -> list[UUID | None]:
    """The dossier of each print that was noted."""
    with Session(plek.store._reader) as sessie:
        rijen = sessie.exec(select(AuditRow).where(AuditRow.naam == "papier.afgedrukt"))
        return [rij.huishouden_id for rij in rijen]


@dataclass(frozen=True)
class Punt:
    """A way in, as a profile gives it."""

    vorm: str
    plek: str
    adres: str
    wanneer: str
    wie: str


@dataclass(frozen=True)
class KernMetToegang(Kern):
    toegang: tuple[Any, ...] = ()


@pytest.mark.eis("EVV-22")
@pytest.mark.eis("SIG-24")
def test_the_rooster_of_a_kern_says_who_is_where_when_and_which_way_in_it_is(plek: Werkplek) -> None:
    punt = Punt(
        "integrale toegang", "Kulturhus De Linde", "Modelplein 1", "dinsdag 9.00 tot 11.00 uur", "Sanne en Joris"
    )
    kern = KernMetToegang("Roosterdorp", ("iets anders",), toegang=(punt,))
    daar = replace(plek, profiel=replace(plek.profiel, kernen=(kern,)))
    for woorden in (
        gelezen(wegwijzer.kernblad(daar, "Roosterdorp")),
        gelezen(wegwijzer.contactkaart(daar, "Roosterdorp", None)),
    ):
        for deel in (
            "Hier kunt u met al uw vragen terecht.",
            "Kulturhus De Linde",
            "Modelplein 1",
            "dinsdag 9.00",
            "Sanne en Joris",
        ):
            assert deel in woorden
        assert "iets anders" not in woorden
        assert "toegang" not in woorden.casefold(), "that word is kept away from residents (TAAL-05)"


def test_a_card_names_the_village_also_where_the_street_begins_like_it(plek: Werkplek) -> None:
    def kaart(adres: str) -> str:
        punt = Punt("", "Dorpshuis De Proef", adres, "dinsdag", "Sanne")
        daar = replace(plek, profiel=replace(plek.profiel, kernen=(KernMetToegang("Veen", toegang=(punt,)),)))
        return gelezen(wegwijzer.contactkaart(daar, "Veen", None))

    assert "Veenweg 3, Veen" in kaart("Veenweg 3")
    assert "Kerkstraat 3, Veen, Veen" not in kaart("Kerkstraat 3, Veen")


def test_what_is_not_sure_says_call_first_and_a_proposal_is_never_on_the_sheet_for_the_wall(tmp_path: Path) -> None:
    plek = make_werkplek(tmp_path)
    oud = plek.vandaag - timedelta(days=400)
    vul_kaart(
        plek,
        [
            maak(plek, "Verse soos", is_activiteit=True),
            maak(plek, "Oude soos", is_activiteit=True, gecontroleerd_datum=oud),
            maak(plek, "Nooit bekeken", is_activiteit=True, gecontroleerd_datum=None, telefoon="0595000004"),
        ],
    )
    voorziening.stel_voor(plek, {"naam": "Breicafé", "kern": VV, "is_activiteit": True})
    voorziening.stel_voor(plek, {"naam": "Eigen bellijn", "kern": VV, "rubriek": "vraagbaak", "telefoon": "0595000003"})
    t = load("blad")
    mee = {
        naam: gelezen(wegwijzer.wegwijzer(plek, [id_van(plek, naam)], VV))
        for naam in ("Verse soos", "Oude soos", "Nooit bekeken", "Breicafé")
    }
    for zonder, met in (("Verse soos", ""), ("Oude soos", "zeker.oud_zonder"), ("Breicafé", "zeker.voorstel_zonder")):
        assert not met or t(met) in mee[zonder], zonder
        assert ("bellen" in mee[zonder], "Bel eerst" in mee[zonder]) == (False, False), "there is no number"
    assert t("zeker.oud") in mee["Nooit bekeken"]
    assert t("wegwijzer.onder_bel") in mee["Nooit bekeken"]
    samen = wegwijzer.wegwijzer(plek, [id_van(plek, naam) for naam in ("Oude soos", "Nooit bekeken")], VV)
    assert t("wegwijzer.onder_soms") in gelezen(samen)
    muur = gelezen(wegwijzer.kernblad(plek, VV))
    assert "Verse soos" in muur
    assert (t("zeker.oud") in muur, t("zeker.oud_zonder") in muur) == (True, True)
    assert "Breicafé" not in muur
    assert "Eigen bellijn" not in muur
    plek.store.close()
