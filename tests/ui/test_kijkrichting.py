"""Everything together, by keyboard: two lenses on the same answers, a score with why and its trend in words."""

import pytest
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.base import VoorWie, mag_veld
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.plan import Afspraak
from kernnetwerk_app.domain.werkwijze import Lens
from kernnetwerk_app.oplog.units import SOORTEN
from kernnetwerk_app.services import mensen, plan, score, voorziening, vraagverheldering
from kernnetwerk_app.services.gezegd import persoonssleutel
from kernnetwerk_app.services.score import NieuweScore
from kernnetwerk_app.services.voorziening import Zoekvraag
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.gesprek import GesprekScreen
from kernnetwerk_app.ui.screens.kijkrichting import KijkrichtingScreen
from kernnetwerk_app.ui.screens.papier import PapierScreen
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow
from kernnetwerk_app.ui.widgets.scale_line import ScaleLine
from tests.services.opzet import Dossier, gelezen
from tests.services.stukken_opzet import wacht
from tests.services.test_kijkrichting import GOED, vak, verloop, vul_beeld
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.test_bezorgen import Printer, staat_op
from tests.ui.test_mensen import fout_bij, vul_in
from tests.ui.test_papier import printer as printer
from tests.ui.toetsen import druk, in_focus, kies, kruis_aan, woorden, zie


@pytest.fixture
def scherm(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> KijkrichtingScreen:
    vul_beeld(dossier)
    scherm = KijkrichtingScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    return scherm


def gezegd(scherm: QWidget) -> str:
    rijen = [rij.words() for rij in scherm.findChildren(InfoRow) if rij.isVisible()]
    return " | ".join(rijen + [rij.accessibleName() for rij in scherm.findChildren(ListRow) if rij.isVisible()])


@pytest.mark.eis("OND-03", "OND-05")
def test_i_look_at_the_same_answers_by_life_domain_and_by_six_sides_of_life(
    scherm: KijkrichtingScreen, rust: Rust
) -> None:
    assert f"Wat gaat goed?, {GOED}" in gezegd(scherm)
    assert "Sociaal netwerk" in woorden(scherm)
    assert "Erbij horen" not in woorden(scherm)
    assert "Niet aan de orde: Justitie." in woorden(scherm)
    kruis_aan(scherm, "lens.assen")
    rust()
    assert f"Sociaal netwerk. Wat gaat goed?, {GOED}" in gezegd(scherm)
    assert scherm.area.horizontalScrollBar().maximum() == 0
    for naam in ("Erbij horen", "Mijn lijf"):
        assert naam in woorden(scherm)
    assert "Zelfredzaamheid" not in woorden(scherm)
    assert "Positieve Gezondheid" not in woorden(scherm)


@pytest.mark.eis("OND-03")
def test_i_say_to_which_life_domain_a_goal_belongs(scherm: KijkrichtingScreen, dossier: Dossier, rust: Rust) -> None:
    assert "Hoort nog nergens bij" in woorden(scherm)
    (rij,) = [rij for rij in scherm.findChildren(ListRow) if rij.objectName().startswith("doel_")]
    druk(scherm, rij.objectName())
    rust()
    kies("leefgebied", "Maatschappelijke participatie")
    druk(scherm, "doelgebied_bewaar")
    rust()
    assert len(vak(dossier, "participatie").voornemens) == 1
    assert "Hoort nog nergens bij" not in woorden(scherm)


@pytest.mark.eis("OND-04")
def test_i_score_only_with_why_and_read_in_words_how_it_goes(
    scherm: KijkrichtingScreen, dossier: Dossier, rust: Rust
) -> None:
    staat = gezegd(scherm)
    assert "Hoe het gaat met Anna Voorbeeld-Jansen, Hoger dan de keer ervoor." in staat
    assert "T0, wo 20 januari 2027: het lukt voor een deel. T1, di 20 april 2027: het lukt meestal" in staat
    (tekening,) = [een for een in scherm.findChildren(ScaleLine) if een.isVisible()]
    assert "Hoger dan de keer ervoor." in tekening.accessibleName(), "the drawing says the same in words"
    druk(scherm, "geef_score")
    rust()
    vul_in("reden", "Over drie maanden terugkijken")
    druk(scherm, "score_bewaar")
    rust()
    assert "Kies hier iets" in fout_bij(scherm, "onderwerp"), "no level is the default, and no subject"
    vul_in("reden", "")
    kies("onderwerp", "Huisvesting")
    kies("stand", "het lukt niet zonder hulp")
    druk(scherm, "score_bewaar")
    rust()
    assert "waarom" in fout_bij(scherm, "reden")
    vul_in("reden", "Over drie maanden terugkijken")
    druk(scherm, "score_bewaar")
    rust()
    een = verloop(dossier, "huisvesting").scores[0]
    assert (een.stand, een.datum) == ("het lukt niet zonder hulp", dossier.plek.vandaag)
    assert "De eerste keer." in gezegd(scherm)
    druk(scherm, f"weg_{een.id}")
    rust()
    assert vak(dossier, "huisvesting").verlopen == ()


def test_what_carries_and_weighs_has_no_paper_and_says_so(scherm: KijkrichtingScreen, rust: Rust) -> None:
    kruis_aan(scherm, "lens.draag")
    rust()
    assert "Hiervan is geen papier." in woorden(scherm)
    for naam in ("kijk_papier", "geef_score"):
        assert not [knop for knop in scherm.findChildren(QWidget, naam) if knop.isVisible()], naam
    kruis_aan(scherm, "lens.leefgebieden")
    rust()
    assert zie(scherm, "kijk_papier")


@pytest.mark.eis("OND-05")
def test_where_people_set_a_side_themselves_stands_beside_a_score_with_whose_it_is_and_the_days(
    scherm: KijkrichtingScreen, dossier: Dossier, rust: Rust
) -> None:
    anna = dossier.plan().inwoner
    for dag, stand in (("2027-01-12", "moeilijk"), ("2027-04-20", "redelijk")):
        with dossier.plek.store.write() as werk:
            sleutel = persoonssleutel(f"as.lijf.{dag}", anna.id)
            vraagverheldering.put_answer(dossier.plek, werk, dossier.huishouden_id, dossier.gesprek_id, sleutel, stand)
            werk.commit("keukentafel.as", dossier.huishouden_id)
    score.geef(
        dossier.plek, dossier.huishouden_id, NieuweScore(anna.id, (Lens.ASSEN, "lijf"), "wisselend", "Om te volgen")
    )
    scherm.refresh()
    rust()
    assert "Eigen beeld" not in gezegd(scherm), "life domains have no such place"
    kruis_aan(scherm, "lens.assen")
    rust()
    (eigen,) = [rij for rij in gezegd(scherm).split(" | ") if rij.startswith("Eigen beeld van")]
    assert "di 12 januari 2027: het gaat moeilijk. di 20 april 2027: het gaat best" in eigen
    assert "zelf gezet, op het gedraaide scherm" in eigen
    assert "T0" not in eigen, "it is no score"
    assert "het gaat met ups en downs" in gezegd(scherm), "what the worker said stands beside it"


@pytest.mark.eis("OND-04")
def test_a_side_of_life_is_scored_in_its_own_words(scherm: KijkrichtingScreen, dossier: Dossier, rust: Rust) -> None:
    kruis_aan(scherm, "lens.assen")
    druk(scherm, "geef_score")
    rust()
    kies("onderwerp", "Plezier")
    kies("stand", "het gaat moeilijk")
    kies("volgens", "de inwoner zelf")
    vul_in("reden", "Anna wil dit volgen")
    druk(scherm, "score_bewaar")
    rust()
    assert verloop(dossier, "plezier", Lens.ASSEN).scores[0].stand == "het gaat moeilijk"
    assert "volgens de inwoner" in gezegd(scherm)


@pytest.mark.eis("OND-03")
def test_everything_together_is_one_key_away_in_the_gesprek_and_in_the_dossier(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    gesprek = GesprekScreen(omgeving, dossier.huishouden_id, dossier.gesprek_id)
    toon_scherm(gesprek)
    druk(gesprek, "gebied.alles")
    assert wegwijzer.gegaan[-1] == ("kijkrichting", dossier.huishouden_id)
    scherm = DossierScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    rust()
    druk(scherm, "naar_vraag")
    druk(scherm, "alles_bij_elkaar")
    assert wegwijzer.gegaan[-1] == ("kijkrichting", dossier.huishouden_id)
    assert zie(scherm, "alles_bij_elkaar").accessibleName()


@pytest.mark.eis("OND-03")
def test_it_goes_on_paper_in_the_lens_in_which_i_look(
    scherm: KijkrichtingScreen, dossier: Dossier, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    kruis_aan(scherm, "lens.assen")
    druk(scherm, "kijk_papier")
    soort, laad, *_ = wegwijzer.gegaan[-1]
    assert soort == "papier"
    assert callable(laad)
    papier = gelezen(laad())
    assert "Erbij horen" in papier
    assert "lukt" not in papier


def test_it_is_asked_for_whom_it_is_and_a_curator_reads_it_as_who_decides(
    scherm: KijkrichtingScreen, omgeving: Omgeving, dossier: Dossier, rust: Rust, wegwijzer: Wegwijzer,
    toon_scherm: Toonscherm, printer: Printer,
) -> None:  # fmt: skip
    wie = dossier.plan().inwoner.id
    curatele = {"inwoner_id": wie, "aard": Aard.CURATELE, "naam": "Piet Proef", "begin_datum": dossier.plek.vandaag}
    mensen.leg_vast(dossier.plek, Bijzonderheid, dossier.huishouden_id, {**curatele, "bron": "uitspraak"})
    henk = {"voornamen": "Henk", "rol": RolInHuishouden.PARTNER}
    mensen.leg_vast(dossier.plek, Inwoner, dossier.huishouden_id, henk)
    with dossier.plek.store.write() as werk:
        (henk_id,) = (mens.id for mens in werk.find(Inwoner, voornamen="Henk"))
        sleutel = persoonssleutel("sociaal_netwerk.lastig", henk_id)
        vraagverheldering.put_answer(
            dossier.plek, werk, dossier.huishouden_id, dossier.gesprek_id, sleutel, "Ik wil weg uit dit huis."
        )
        werk.commit("test.apart", dossier.huishouden_id)
    druk(scherm, "kijk_papier")
    papier = PapierScreen(omgeving, wegwijzer.gegaan[-1][1], dossier.huishouden_id)  # type: ignore[arg-type]
    toon_scherm(papier)
    rust()
    assert in_focus().objectName() == "voor_wie"
    keus = in_focus()
    assert isinstance(keus, Pick)
    namen = [keus.itemText(nummer) for nummer in range(keus.count())]
    assert namen == ["Piet Proef, curator", "mevrouw Voorbeeld-Jansen"], "not who only lives there"
    op_papier = staat_op(papier)
    assert "Aan Piet Proef, curator Voor mevrouw Voorbeeld-Jansen" in op_papier
    assert GOED in op_papier
    assert "Ik wil weg" not in op_papier
    druk(papier, "nog_te_bezorgen")
    rust()
    druk(papier, "klaarzet_bewaar")
    rust()
    (regel,) = wacht(dossier)
    assert (regel.wat, regel.bezorging.voor_naam) == ("Wat wij bespraken", "Piet Proef, curator")


@pytest.mark.eis("OND-21")
def test_the_cards_that_help_to_recognise_something_are_one_key_away_in_the_gesprek(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, wegwijzer: Wegwijzer
) -> None:
    gesprek = GesprekScreen(omgeving, dossier.huishouden_id, dossier.gesprek_id)
    toon_scherm(gesprek)
    druk(gesprek, "gebied.herkennen")
    soort, getypt, *_ = wegwijzer.gegaan[-1]
    assert soort == "socialekaart"
    with dossier.plek.store.read() as lezer:
        kaart = voorziening.load(dossier.plek, lezer)
    artikelen = [treffer.artikel for treffer in voorziening.zoek(kaart, Zoekvraag(str(getypt))) if treffer.artikel]
    titels = " ".join(artikel.titel for artikel in artikelen)
    for woord in ("overzicht", "somber", "vergeten", "boos", "drank"):
        assert woord in titels
    assert all("geen diagnose" in artikel.bron for artikel in artikelen)
    velden = {veld for soort_ in SOORTEN.values() for veld in soort_.model_fields}
    assert not any("diagnose" in veld for veld in velden), "there is no field for one"


@pytest.mark.eis("OND-18")
def test_i_mark_what_a_line_of_the_plan_does_and_see_what_carries_and_what_weighs(
    dossier: Dossier, omgeving: Omgeving, toon_scherm: Toonscherm, rust: Rust
) -> None:
    vul_beeld(dossier)
    dossier.typ("financien.lastig", "De rekeningen stapelen zich op.")
    plan.add_afspraak(dossier.plek, dossier.plan().doelen[0].doel.id, "Karin helpt met de post")
    plannen = PlanScreen(omgeving, dossier.huishouden_id, dossier.plan_id)
    toon_scherm(plannen)
    druk(plannen, "doel1.regel1")
    druk(plannen, "doel1.regel1.meer")
    kies("doel1.regel1.richting", "draaglast verkleinen")
    rust()
    assert dossier.plan().doelen[0].afspraken[0].richting == "verkleinen"
    scherm = KijkrichtingScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    kruis_aan(scherm, "lens.draag")
    rust()
    staat = gezegd(scherm)
    assert staat.index(GOED) < staat.index("rekeningen") < staat.index("de post"), "what carries comes first"
    assert not mag_veld(VoorWie.TAFEL, Afspraak, "richting"), "it is how a professional looks"
