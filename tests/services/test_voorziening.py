"""The sociale kaart on one laptop: found by need, light and near first, kept by all, confirmed by the municipality."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kernnetwerk_app.domain.plan import Afspraak, Wie
from kernnetwerk_app.domain.voorziening import (
    Bereik,
    SleutelfiguurZonderAkkoord,
    Stand,
    Voorziening,
    VoorzieningZonderNaam,
    lees_nummer,
    toon_nummer,
    weekdag,
)
from kernnetwerk_app.kaartgegevens import load_artikelen
from kernnetwerk_app.services import plan, voorziening
from kernnetwerk_app.services.voorziening import Zoekvraag
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import make_werkplek
from tests.kaart_opzet import id_van, kaart_van, maak, namen, vul_kaart, zoek
from tests.services.opzet import begin_dossier

VV, PD = "Voorbeelderveen", "Proefdijk"


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path)
    yield plek
    plek.store.close()


@pytest.fixture(scope="module")
def oefen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Werkplek]:
    """A laptop with the practice municipality's kaart, only to read."""
    plek = make_werkplek(tmp_path_factory.mktemp("kaart"))
    vul_kaart(plek)
    yield plek
    plek.store.close()


# -- finding by need --------------------------------------------------------------------------------------------------


@pytest.mark.eis("SOC-01")
@pytest.mark.parametrize(
    ("getypt", "eerste"),
    [
        ("Mijn man rijdt niet meer, hoe komen we bij de dokter?", "Buurtbus Proefland"),
        ("koken", "Eettafel De Linde"),
        ("ik kom de deur niet meer uit en ben altijd alleen", "Eettafel De Linde"),
        ("schuldeisers aanmaning", "Budgetmaatjes"),
        ("vergeetachtig", "Geheugencafé"),
        ("OPVOED", "Speeltuin Het Voorbeeld"),
        ("dorpshuis de pr", "Dorpshuis De Proef"),
    ],
)
def test_i_type_what_somebody_says_and_the_kaart_answers_without_a_line(
    oefen: Werkplek, getypt: str, eerste: str
) -> None:
    assert zoek(oefen, getypt)[0] == eerste


@pytest.mark.eis("SOC-17")
def test_i_look_for_a_need_and_never_for_a_label(plek: Werkplek) -> None:
    """No field and no filter says for which people a place is; one entry serves a need of anybody."""
    assert not [veld for veld in Voorziening.model_fields if "doelgroep" in veld]
    assert not [veld for veld in Zoekvraag.__dataclass_fields__ if "doelgroep" in veld]
    vul_kaart(plek, [maak(plek, "Open tafel", behoefte="eten, gezelschap")])
    assert zoek(plek, "ik eet altijd alleen") == ["Open tafel"]
    assert zoek(plek, "koken lukt niet") == ["Open tafel"]


@pytest.mark.eis("SOC-16")
def test_what_people_do_together_comes_before_what_is_for_one(plek: Werkplek) -> None:
    vul_kaart(
        plek,
        [
            maak(plek, "A wandelcoach", behoefte="wandelen", toegang="individueel_vrij"),
            maak(plek, "B wandelen met begeleiding", behoefte="wandelen", toegang="indicatie"),
            maak(plek, "C wandelgroep", behoefte="wandelen", toegang="collectief_vrij"),
        ],
    )
    assert zoek(plek, "wandelen") == ["C wandelgroep", "A wandelcoach", "B wandelen met begeleiding"]


@pytest.mark.eis("SOC-16")
@pytest.mark.eis("SOC-03")
def test_an_eettafel_goes_into_the_plan_without_an_aanvraag(plek: Werkplek) -> None:
    hier = begin_dossier(plek)
    vul_kaart(plek)
    treffer = voorziening.zoek(kaart_van(plek), Zoekvraag("samen eten", vanuit=VV))[0].voorziening
    assert treffer is not None
    assert treffer.is_collectief
    doel_id, _ = plan.add_doel(plek, hier.plan_id, "Ik wil weer eens met anderen eten.")
    zin = f"{treffer.naam}, {treffer.wanneer}"
    plan.add_afspraak(plek, doel_id, zin, Wie.ALGEMENE_VOORZIENING, treffer.naam)
    with plek.store.read() as lezer:
        [regel] = lezer.find(Afspraak)
    assert (regel.wie, regel.wie_naam) == (Wie.ALGEMENE_VOORZIENING, "Eettafel De Linde")


@pytest.mark.eis("SOC-11")
def test_contracted_and_free_stand_in_one_list_with_what_is_asked_before_one_can_come(oefen: Werkplek) -> None:
    gevonden = voorziening.zoek(kaart_van(oefen), Zoekvraag("vervoer", vanuit=VV))
    plekken = {v.naam: v for t in gevonden if (v := t.voorziening)}
    assert plekken["Buurtbus Proefland"].ingekocht_voor is None
    assert plekken["Regiotaxi"].ingekocht_voor == "vervoer met een Wmo-pas"
    assert "pas" in (plekken["Regiotaxi"].voorwaarden or "")
    assert "Regiotaxi" in zoek(oefen, deel="ingekocht")
    assert "Buurtbus Proefland" not in zoek(oefen, deel="ingekocht")


# -- near -------------------------------------------------------------------------------------------------------------


@pytest.mark.eis("SOC-07")
def test_i_see_what_is_near_on_foot_by_bicycle_and_by_scootmobiel(plek: Werkplek) -> None:
    vul_kaart(
        plek,
        [
            maak(plek, "Hier", kern=VV, breedte=5_252_100, lengte=630_100),
            maak(plek, "Daar", kern=PD),
            maak(plek, "Stad", kern=None, breedte=5_300_000, lengte=657_000),
            maak(plek, "Overal", kern=None),
        ],
    )
    assert zoek(plek, manier="lopen") == ["Hier"]
    assert zoek(plek, manier="fiets") == ["Hier", "Daar"]
    assert zoek(plek, manier="scootmobiel") == ["Hier", "Daar"]
    assert zoek(plek, manier="lopen", vanuit=PD) == ["Daar"]
    assert zoek(plek) == ["Hier", "Daar", "Stad", "Overal"]


@pytest.mark.eis("SOC-08")
def test_for_a_place_outside_the_kern_i_am_asked_how_somebody_gets_there(oefen: Werkplek) -> None:
    kaart = kaart_van(oefen)
    daar = next(
        t
        for t in voorziening.zoek(kaart, Zoekvraag(vanuit=VV))
        if t.sleutel == str(id_van(oefen, "Dorpskoor Voorbeeld"))
    )
    brengers = voorziening.vervoer(kaart, daar, VV)
    assert brengers is not None
    assert [v.naam for v in brengers] == ["Buurtbus Proefland", "Regiotaxi"]
    assert voorziening.vervoer(kaart, daar, PD) is None
    hier = next(t for t in voorziening.zoek(kaart, Zoekvraag("eettafel", vanuit=VV)))
    assert voorziening.vervoer(kaart, hier, VV) is None


@pytest.mark.eis("TRI-18")
def test_lokaal_is_offered_first_and_regionaal_stays_to_choose(plek: Werkplek) -> None:
    vul_kaart(
        plek,
        [
            maak(plek, "A verder weg", behoefte="zwemmen", bereik=Bereik.REGIONAAL),
            maak(plek, "B in het dorp", behoefte="zwemmen", bereik=Bereik.LOKAAL),
        ],
    )
    assert zoek(plek, "zwemmen") == ["B in het dorp", "A verder weg"]


# -- what is known of each --------------------------------------------------------------------------------------------


@pytest.mark.eis("SOC-02")
def test_the_seventeen_of_the_source_are_there_and_i_may_write_another(plek: Werkplek) -> None:
    rubrieken = plek.profiel.lijst("rubrieken")
    bron = [k.label for k in rubrieken.keuzes if k.bron == "L-16"]
    assert len(bron) == 17
    assert (bron[0], bron[14], bron[16]) == (
        "Buurthuis, dorpshuis / culturhus",
        "Buurtbus / Flexbus",
        "Schuldhulpverlening",
    )
    voorziening.stel_voor(plek, {"naam": "Soep op straat", "rubriek": "Soepkar"})
    assert zoek(plek, "soepkar") == ["Soep op straat"]


def test_the_five_that_the_municipality_pays_are_marked(oefen: Werkplek) -> None:
    rubrieken = oefen.profiel.lijst("rubrieken")
    van_gemeente = [k for k in rubrieken.keuzes if k.bron == "L-17"]
    assert [k.label for k in van_gemeente] == [
        "Samenlevingsopbouw (opbouwwerk)",
        "Algemeen maatschappelijk werk",
        "Dagbesteding / dagopvang",
        "Jeugd- en jongerenwerk",
        "Hulp in het huishouden",
    ]
    assert {k.uitleg for k in van_gemeente} == {"Verantwoordelijkheid gemeente om te organiseren en te financieren"}


@pytest.mark.eis("SOC-06")
def test_an_entry_that_nobody_looked_at_for_a_year_is_marked(plek: Werkplek) -> None:
    maanden = plek.profiel.nabijheid.controle_maanden
    assert maanden == 12
    vul_kaart(
        plek,
        [
            maak(plek, "Vers", gecontroleerd_datum=plek.vandaag - timedelta(days=364)),
            maak(plek, "Oud", gecontroleerd_datum=plek.vandaag - timedelta(days=367)),
            maak(plek, "Nooit", gecontroleerd_datum=None),
        ],
    )
    kaart = kaart_van(plek)
    oud = {t.voorziening.naam for t in voorziening.zoek(kaart, Zoekvraag(vanuit=VV)) if t.is_oud and t.voorziening}
    assert oud == {"Oud", "Nooit"}
    assert kaart.verouderd == 2


@pytest.mark.eis("SOC-10")
@pytest.mark.eis("SOC-18")
@pytest.mark.eis("SOC-25")
def test_every_entry_says_its_layer_its_step_and_its_goal(oefen: Werkplek) -> None:
    lijst = oefen.profiel.lijst
    assert [k.label for k in lijst("sociale_basis").keuzes] == ["persoonlijk", "gemeenschappelijk", "institutioneel"]
    assert [k.label for k in lijst("toegankelijkheid").keuzes] == [
        "collectief vrij toegankelijk",
        "individueel vrij toegankelijk",
        "basishulp",
        "op indicatie",
    ]
    for v in kaart_van(oefen).voorzieningen:
        assert lijst("sociale_basis").find(v.laag)
        assert lijst("preventiepiramide").find(v.piramide)
        assert lijst("toegankelijkheid").find(v.toegang)
    assert any(v.doel for v in kaart_van(oefen).voorzieningen)


@pytest.mark.eis("SOC-19")
@pytest.mark.eis("SOC-20")
@pytest.mark.eis("SOC-21")
@pytest.mark.eis("SOC-22")
@pytest.mark.eis("SIG-14")
@pytest.mark.parametrize(
    ("deel", "naam"),
    [
        ("bewonersinitiatief", "Initiatief Proefdijk Repareert"),
        ("sleutelfiguur", "Gastvrouw van De Linde"),
        ("vraagbaak", "Klantcontactcentrum Voorbeeldland"),
        ("uitvoerder", "Maatschappelijk werk"),
        ("vindplaats", "Jeugdsoos De Schuur"),
        ("veiligheid", "Wijkagent"),
        ("activiteit", "Eettafel De Linde"),
    ],
)
def test_each_register_is_a_part_of_the_one_kaart(oefen: Werkplek, deel: str, naam: str) -> None:
    gevonden = zoek(oefen, deel=deel)
    assert naam in gevonden
    assert "Speeltuin Het Voorbeeld" not in gevonden


@pytest.mark.eis("SOC-21")
@pytest.mark.eis("SIG-14")
def test_the_lists_of_the_registers_have_the_words_of_the_source(plek: Werkplek) -> None:
    lijst = plek.profiel.lijst
    assert [k.label for k in lijst("vindplaatsen").keuzes if k.bron == "L-06"] == [
        "dorpshuis", "steunstee", "school", "jeugdsoos", "dagopvang",
    ]  # fmt: skip
    assert len([k for k in lijst("vindplaatsen").keuzes if k.bron == "L-07"]) == 5
    assert len(lijst("veiligheidspartners").keuzes) == 8
    assert [k.label for k in lijst("vraagbaken").keuzes] == [
        "Telefoon", "Internet", "Email", "Klantcontactcentrum (KCC)", "School", "Huisarts", "CJG (opvoedingsvragen)",
    ]  # fmt: skip
    assert [k.label for k in lijst("bereikbaarheid").keuzes] == ["fysiek", "telefonisch", "virtueel"]


# -- the vraagbaak ----------------------------------------------------------------------------------------------------


@pytest.mark.eis("SOC-13")
def test_i_read_how_a_regeling_works_where_i_look_for_help(oefen: Werkplek) -> None:
    artikelen = load_artikelen()
    assert len(artikelen) >= 6
    assert all(a.bron and a.datum and a.kort for a in artikelen)
    assert "Zelf hulp inkopen met een pgb" in zoek(oefen, "pgb")
    assert "Niet eens met een besluit" in zoek(oefen, "bezwaar maken")
    assert "Niet eens met een besluit" in zoek(oefen, "bezwaar", deel="vraagbaak")
    assert zoek(oefen, "bezwaar", manier="lopen") == []  # an explanation is no place to walk to


# -- proposing --------------------------------------------------------------------------------------------------------


@pytest.mark.eis("SOC-12")
def test_what_i_propose_in_the_field_is_found_at_once_and_said_to_be_a_proposal(plek: Werkplek) -> None:
    changes = voorziening.stel_voor(plek, {"naam": " Breicafé\n", "behoefte": "breien", "kern": PD})
    assert Voorziening.soort in changes.soorten
    [nieuw] = kaart_van(plek).voorzieningen
    assert (nieuw.naam, nieuw.stand, nieuw.voorgesteld_door_id) == ("Breicafé", Stand.VOORSTEL, plek.medewerker.id)
    assert nieuw.huishouden_id is None
    assert zoek(plek, "breien") == ["Breicafé"]
    assert kaart_van(plek).voorsteller(nieuw) == "Sanne Modelman"


@pytest.mark.eis("SOC-12")
def test_what_i_say_is_wrong_with_an_entry_stands_beside_it_until_the_municipality_answers(plek: Werkplek) -> None:
    vul_kaart(plek, [maak(plek, "Eettafel", wanneer="dinsdag", kosten="6 euro")])
    oud = id_van(plek, "Eettafel")
    voorziening.stel_voor(plek, {"naam": "Eettafel", "wanneer": "woensdag"}, oud)
    kaart = kaart_van(plek)
    assert [v.wanneer for v in kaart.voorzieningen] == ["dinsdag"]
    [voorstel] = kaart.voorstellen[oud]
    assert (voorstel.wanneer, voorstel.kosten, voorstel.stand) == ("woensdag", "6 euro", Stand.VOORSTEL)


def test_a_proposal_cannot_be_confirmed_by_the_one_who_makes_it(plek: Werkplek) -> None:
    voorziening.stel_voor(plek, {"naam": "Soos", "stand": Stand.VASTGESTELD, "einde_datum": plek.vandaag})
    assert [v.stand for v in kaart_van(plek).voorzieningen] == [Stand.VOORSTEL]


@pytest.mark.parametrize("naam", ["", "  ", "\u200b", None])
def test_something_without_a_name_is_not_proposed(plek: Werkplek, naam: str | None) -> None:
    with pytest.raises(VoorzieningZonderNaam):
        voorziening.stel_voor(plek, {"naam": naam, "wat": "iets"})
    assert kaart_van(plek).voorzieningen == ()


@pytest.mark.eis("SOC-20")
def test_a_sleutelfiguur_stands_there_only_when_they_said_yes(plek: Werkplek) -> None:
    invoer = {"naam": "Vraagbaak van de straat", "rubriek": "sleutelfiguur"}
    with pytest.raises(SleutelfiguurZonderAkkoord):
        voorziening.stel_voor(plek, invoer)
    voorziening.stel_voor(plek, {**invoer, "akkoord_datum": plek.vandaag})
    assert zoek(plek, deel="sleutelfiguur") == ["Vraagbaak van de straat"]


def test_what_has_ended_or_was_turned_down_is_not_found(plek: Werkplek) -> None:
    vul_kaart(
        plek,
        [
            maak(plek, "Dicht", einde_datum=plek.vandaag),
            maak(plek, "Morgen dicht", einde_datum=plek.vandaag + timedelta(days=1)),
            maak(plek, "Nee", stand=Stand.AFGEWEZEN),
        ],
    )
    assert zoek(plek) == ["Morgen dicht"]
    assert namen(voorziening.zoek(kaart_van(plek), Zoekvraag("dicht"))) == ["Morgen dicht"]


@pytest.mark.parametrize(
    ("getypt", "getoond"),
    [("0595-123456", "0595 123456"), ("+31 50 1234567", "050 1234567"), ("14 0595", "14 0595"), ("112", "112")],
)
def test_a_number_of_a_place_may_be_one_that_no_resident_has(getypt: str, getoond: str) -> None:
    assert toon_nummer(lees_nummer(getypt)) == getoond


def test_a_week_has_its_order() -> None:
    dagen = ["elke zondag", "dinsdag 12.00 uur", "op afspraak", None, "maandag en zaterdag"]
    assert sorted(dagen, key=weekdag)[:3] == ["maandag en zaterdag", "dinsdag 12.00 uur", "elke zondag"]


@pytest.mark.eis("OND-21")
def test_cards_to_recognise_something_stand_between_no_results_unless_they_are_asked_for(oefen: Werkplek) -> None:
    for getypt in ("somber", "verslaving", "vergeetachtig"):
        assert not [naam for naam in zoek(oefen, getypt) if naam.startswith("Herkennen")], getypt
    assert any(naam.startswith("Herkennen: somber") for naam in zoek(oefen, "herkennen somber"))
    assert sum(naam.startswith("Herkennen") for naam in zoek(oefen, "herkennen")) >= 5
