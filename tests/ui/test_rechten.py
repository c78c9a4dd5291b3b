"""The screen of one's rights, by keyboard: to fill in together what may be shared, to read and to print."""

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from kernnetwerk_app.domain.afzien import Afzien, Waarvan
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.toestemming import DelenIsVoorbij, Hoe
from kernnetwerk_app.domain.verzoek import Verzoeksoort
from kernnetwerk_app.services import afzien, delen, mensen, verzoek
from kernnetwerk_app.services import dossier as dossiers
from kernnetwerk_app.services.delen import NieuwDelen
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.rechten import RechtenScreen
from kernnetwerk_app.ui.theme import Theme
from tests.services.opzet import Dossier, gelezen
from tests.ui.rechten_scherm import MET_KARIN, Toon, anna, delingen, fout, kies, met_mia, vul_in, woorden
from tests.ui.rechten_scherm import open_rechten as open_rechten
from tests.ui.schermen import Open, Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, tab_naar, toets, typ, zie


@pytest.mark.eis("RES-01")
def test_at_the_table_i_write_down_what_anna_shares_with_whom_and_she_takes_it_back(
    open_rechten: Toon, dossier: Dossier, rust: Rust
) -> None:
    scherm, ik = open_rechten(), anna(dossier)
    assert "Over Anna Voorbeeld-Jansen delen we nu niets." in woorden(scherm)
    druk(scherm, "verder")
    assert "Wie zegt ja?" not in woorden(scherm), "the ground comes first"
    kies(scherm, "grond.inwoner")
    rust()
    assert "Wie zegt ja?" in woorden(scherm)
    kies(scherm, "aan.CLIENTONDERSTEUNER")
    vul_in("ontvanger", "Karin Proef")
    erbij = "In het plan kan ook staan wat we samen bekeken."
    vul_in("onderwerp", "Gezondheid")
    assert erbij not in woorden(scherm), "that is told only where the plan itself goes"
    vul_in("onderwerp", "Het plan")
    assert erbij in woorden(scherm)
    vul_in("doel", "De inwoner bijstaan")
    vul_in("eind_datum", "30-6-2027")
    druk(scherm, "deel_bewaar")
    rust()
    assert fout().startswith("Hiervoor is een ja nodig van de inwoner")
    kies(scherm, f"ja_{ik.id}")
    kies(scherm, "hoe.GETEKEND")
    druk(scherm, "deel_bewaar")
    rust()
    (deling,) = delingen(dossier)
    assert (deling.inwoner_id, deling.onderwerp, deling.doel, deling.hoe) == (ik.id, "plan", "bijstaan", Hoe.GETEKEND)
    assert "Het plan, met Karin Proef" in woorden(scherm)
    assert "getekend door Anna Voorbeeld-Jansen · van di 20 april 2027 tot en met wo 30 juni 2027" in woorden(scherm)
    druk(scherm, f"neem_terug_{deling.id}")
    druk(scherm, "terug_bewaar")
    rust()
    assert delingen(dossier)[0].ingetrokken_door_id == ik.id
    assert "teruggenomen door Anna Voorbeeld-Jansen op di 20 april 2027" in woorden(scherm)


@pytest.mark.eis("RES-12", "RES-13")
def test_where_the_law_allows_it_no_yes_is_asked_and_an_organisation_needs_an_agreement(
    open_rechten: Toon, dossier: Dossier, rust: Rust
) -> None:
    scherm = open_rechten()
    druk(scherm, "verder")
    kies(scherm, "grond.wet")
    assert "Op deze grond vraagt u geen ja." in woorden(scherm)
    assert "Wie zegt ja?" not in woorden(scherm)
    vul_in("ontvanger", "Stichting Nergens")
    vul_in("onderwerp", "Geld en schulden")
    druk(scherm, "deel_bewaar")
    rust()
    assert fout().startswith("Met deze organisatie heeft de gemeente geen afspraak over gegevens.")
    vul_in("ontvanger", "Welzijn Voorbeeld")
    kies(scherm, "over_wetten.ja")
    druk(scherm, "deel_bewaar")
    rust()
    assert "verteld voor een andere wet" in woorden(scherm)
    assert delingen(dossier) == []
    kies(scherm, "over_wetten.nee")
    druk(scherm, "deel_bewaar")
    rust()
    (deling,) = delingen(dossier)
    assert (deling.ontvanger, deling.grond, deling.hoe) == ("Welzijn Voorbeeld", "wet", None)
    assert "grond: de wet vraagt het, voor deze vraag" in woorden(scherm)


@pytest.mark.eis("RES-01")
def test_for_a_child_i_am_asked_who_of_them_said_yes(open_rechten: Toon, dossier: Dossier, rust: Rust) -> None:
    mia, ik = met_mia(dossier), anna(dossier)
    scherm = open_rechten()
    druk(scherm, "verder")
    kies(scherm, "grond.inwoner")
    assert [w.objectName() for w in scherm.findChildren(QAbstractButton) if w.objectName().startswith("ja_")] == [
        f"ja_{ik.id}"
    ]
    tab_naar("over_id")
    toets(Qt.Key.Key_Down)
    vul_in("ontvanger", "Huisartsen De Proef")
    vul_in("onderwerp", "Hoe het met het kind gaat")
    for wie in (mia, ik):
        kies(scherm, f"ja_{wie.id}")
    druk(scherm, "deel_bewaar")
    rust()
    assert {(een.inwoner_id, een.waarover_id) for een in delingen(dossier)} == {(mia.id, mia.id), (ik.id, mia.id)}


@pytest.mark.eis("RES-01")
def test_a_mentor_is_offered_for_care_and_not_for_money(open_rechten: Toon, dossier: Dossier, rust: Rust) -> None:
    ik = anna(dossier)
    velden = {"inwoner_id": ik.id, "aard": Aard.MENTORSCHAP, "naam": "Mevrouw Recht"}
    mensen.leg_vast(dossier.plek, Bijzonderheid, dossier.huishouden_id, velden)
    scherm = open_rechten()
    druk(scherm, "verder")
    kies(scherm, "grond.inwoner")

    def vakjes() -> list[str]:
        rust()
        return [w.text() for w in scherm.findChildren(QAbstractButton) if w.isVisible() and "ja_" in w.objectName()]

    assert "Mevrouw Recht, mentor" in vakjes()
    kies(scherm, f"ja_{ik.id}")
    vul_in("onderwerp", "Alles over deze vraag")
    assert vakjes() == [ik.naam]
    vak = zie(scherm, f"ja_{ik.id}")
    assert isinstance(vak, QAbstractButton)
    assert vak.isChecked(), "who said yes before the subject was chosen did so still"
    vul_in("onderwerp", "Gezondheid")
    assert "Mevrouw Recht, mentor" in vakjes()


@pytest.mark.eis("RES-15")
def test_against_a_wish_one_line_of_reason_is_enough(open_rechten: Toon, dossier: Dossier, rust: Rust) -> None:
    scherm = open_rechten("liever")
    druk(scherm, "verder")
    kies(scherm, "waarvan.DELEN")
    vul_in("waarover", "Welzijn Voorbeeld")
    druk(scherm, "afzien_bewaar")
    rust()
    zin = "Mevrouw Voorbeeld-Jansen wil liever niet dat we iets delen met Welzijn Voorbeeld."
    assert zin in woorden(scherm)
    druk(scherm, "naar_delen")
    rust()
    druk(scherm, "verder")
    kies(scherm, "grond.wet")
    vul_in("ontvanger", "Welzijn Voorbeeld")
    vul_in("onderwerp", "Geld en schulden")
    druk(scherm, "deel_bewaar")
    rust()
    assert in_focus().objectName() == "toch"
    assert fout().startswith("De inwoner wil dit liever niet.")
    typ("De wet vraagt het vandaag.")
    druk(scherm, "deel_bewaar")
    rust()
    assert "toch gedeeld: De wet vraagt het vandaag." in woorden(scherm)


@pytest.mark.eis("RES-15")
def test_a_domain_a_helper_or_the_process_is_declined_and_taken_back_in_neutral_words(
    open_rechten: Toon, dossier: Dossier, rust: Rust
) -> None:
    scherm = open_rechten("liever")
    for waarvan, zin in (
        ("LEEFGEBIED", "Mevrouw Voorbeeld-Jansen praat liever niet over: "),
        ("HULP", "Mevrouw Voorbeeld-Jansen wil liever geen hulp van Welzijn Voorbeeld."),
        ("PROCES", "Mevrouw Voorbeeld-Jansen wil nu liever niet verder."),
    ):
        druk(scherm, "verder")
        kies(scherm, f"waarvan.{waarvan}")
        if waarvan == "HULP":
            vul_in("waarover", "Welzijn Voorbeeld")
        druk(scherm, "afzien_bewaar")
        rust()
        assert zin in woorden(scherm)
    with dossier.plek.store.read() as lezer:
        proces = next(een for een in lezer.find(Afzien) if een.waarvan is Waarvan.PROCES)
    druk(scherm, f"beeindig_{proces.id}")
    rust()
    assert "van di 20 april 2027 tot di 20 april 2027" in woorden(scherm)


@pytest.mark.eis("RES-05")
def test_a_copy_for_the_clientondersteuner_goes_only_while_the_yes_holds(
    open_rechten: Toon, dossier: Dossier, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    dossier.doel()
    dossier.versie()
    ik = anna(dossier).id
    delen.deel(dossier.plek, dossier.huishouden_id, NieuwDelen(ik, **MET_KARIN, ja_van=(ik,)))
    (deling,) = delingen(dossier)
    scherm = open_rechten()
    druk(scherm, f"geef_{deling.id}")
    naar, maak, waar = wegwijzer.gegaan[-1]
    assert (naar, waar) == ("papier", dossier.huishouden_id)
    assert callable(maak)
    assert "Mijn plan" in gelezen(maak())
    noteer = wegwijzer.genoteerd_bij_papier
    assert noteer is not None
    noteer()
    scherm.refresh()
    rust()
    assert "plan gegeven op di 20 april" in woorden(scherm)
    druk(scherm, f"neem_terug_{deling.id}")
    druk(scherm, "terug_bewaar")
    rust()
    assert f"geef_{deling.id}" not in [knop.objectName() for knop in scherm.findChildren(QAbstractButton)]
    with pytest.raises(DelenIsVoorbij):
        noteer()


@pytest.mark.eis("RES-08")
def test_i_read_who_knows_what_and_print_it_for_one_reader(
    open_rechten: Toon, dossier: Dossier, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    met_mia(dossier)
    scherm = open_rechten("wie")
    assert "U kiest zelf wat er in uw plan komt." in woorden(scherm)
    assert "Sanne Modelman is uw contactpersoon sinds dinsdag 20 april 2027." in woorden(scherm)
    assert "Wij delen nu niets met anderen." in woorden(scherm)
    tab_naar("lezer")
    toets(Qt.Key.Key_Down)
    rust()
    assert "Sanne Modelman is uw" in woorden(scherm)
    assert "kiest zelf" not in woorden(scherm), "that is of who asks, and Mia reads along now"
    druk(scherm, "verder")
    maak = wegwijzer.gegaan[-1][1]
    assert callable(maak)
    assert "Voor Mia Voorbeeld" in gelezen(maak())


@pytest.mark.eis("RES-02")
def test_who_asks_who_looked_reads_it_with_the_laptop_that_it_is_about(
    open_rechten: Toon, dossier: Dossier, wegwijzer: Wegwijzer
) -> None:
    dossiers.open_dossier(dossier.plek, dossier.huishouden_id)
    scherm = open_rechten("keek")
    gezien = woorden(scherm)
    assert "Generalist, Kernnetwerk" in gezien
    assert "opende het dossier" in gezien
    assert "Dit gaat over één laptop: nummer 1." in gezien
    assert "Sanne" not in gezien
    druk(scherm, "verder")
    assert wegwijzer.gegaan[-1][0] == "papier"


@pytest.mark.eis("RES-01")
def test_the_form_to_sign_says_that_nobody_has_to(open_rechten: Toon, dossier: Dossier, wegwijzer: Wegwijzer) -> None:
    ik = anna(dossier).id
    delen.deel(dossier.plek, dossier.huishouden_id, NieuwDelen(ik, **MET_KARIN, ja_van=(ik,)))
    (deling,) = delingen(dossier)
    scherm = open_rechten()
    druk(scherm, f"formulier_{deling.id}")
    maak = wegwijzer.gegaan[-1][1]
    assert callable(maak)
    papier = gelezen(maak())
    for zin in ("Met: Karin Proef", "U hoeft geen ja te zeggen.", "Ja, de gemeente mag", "tot u het terugneemt"):
        assert zin in papier


@pytest.mark.eis("RES-15")
def test_the_story_says_what_somebody_would_rather_not_until_they_see_it_differently(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    velden = {"inwoner_id": anna(dossier).id, "waarvan": Waarvan.HULP, "waarover": "Welzijn Voorbeeld"}
    afzien.leg_vast(dossier.plek, dossier.huishouden_id, velden)
    scherm = DossierScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    zin = "Mevrouw Voorbeeld-Jansen wil liever geen hulp van Welzijn Voorbeeld."
    assert zin in woorden(scherm)
    with dossier.plek.store.read() as lezer:
        (een,) = lezer.find(Afzien)
        bases = lezer.bases(een.id)
    afzien.beeindig(dossier.plek, een, bases)
    scherm.refresh()
    rust()
    assert zin not in woorden(scherm)


def test_the_dossier_leads_to_the_rights(open_dossier: Open, huishouden_id: UUID, wegwijzer: Wegwijzer) -> None:
    scherm = open_dossier()
    druk(scherm, "naar_rechten")
    druk(scherm, "rechten")
    assert wegwijzer.gegaan[-1] == ("rechten", huishouden_id)


def test_what_was_filled_in_comes_back_when_one_goes_away(open_rechten: Toon, dossier: Dossier, rust: Rust) -> None:
    scherm = open_rechten()
    druk(scherm, "verder")
    vul_in("ontvanger", "Welzijn Voorbeeld")
    weg: list[bool] = []
    scherm.leave(lambda: weg.append(True))
    rust()
    assert weg == [True]
    opnieuw = open_rechten()
    druk(opnieuw, "verder")
    rust()
    assert tab_naar("ontvanger").property("currentText") == "Welzijn Voorbeeld"


def curator(dossier: Dossier, naam: str) -> Bijzonderheid:
    """Somebody decides in the place of Anna from now on."""
    velden = {"inwoner_id": anna(dossier).id, "aard": Aard.CURATELE, "naam": naam}
    mensen.leg_vast(dossier.plek, Bijzonderheid, dossier.huishouden_id, velden)
    with dossier.plek.store.read() as lezer:
        return lezer.find(Bijzonderheid, naam=naam)[0]


def aangekruist(scherm: RechtenScreen) -> list[str]:
    return [w.text() for w in scherm.findChildren(QAbstractButton) if w.isChecked() and "ja_" in w.objectName()]


def test_who_i_ticked_in_the_place_of_the_resident_comes_back_and_is_nobody_else(
    open_rechten: Toon, dossier: Dossier, rust: Rust
) -> None:
    """By who it is: where another decides by now, that one said nothing yet."""

    def opnieuw() -> RechtenScreen:
        scherm = open_rechten()
        druk(scherm, "verder")
        rust()
        return scherm

    recht, scherm = curator(dossier, "Mevrouw Recht"), opnieuw()
    kies(scherm, "grond.inwoner")
    for veld, woord in (("ontvanger", "Karin Proef"), ("onderwerp", "Gezondheid")):
        vul_in(veld, woord)
    rust()
    kies(scherm, f"ja_namens_{recht.id}")
    scherm.leave(lambda: None)
    rust()
    scherm = opnieuw()
    assert aangekruist(scherm) == ["Mevrouw Recht, curator"]
    with dossier.plek.store.write() as werk:
        werk.change(werk.get(Bijzonderheid, recht.id), eind_datum=dossier.plek.vandaag - timedelta(days=1))
        werk.commit("test.ander", dossier.huishouden_id)
    curator(dossier, "De heer Ander")
    scherm = opnieuw()
    assert aangekruist(scherm) == []
    kies(scherm, f"ja_{anna(dossier).id}")
    druk(scherm, "deel_bewaar")
    rust()
    assert delingen(dossier) == [], "nobody who decides now said yes"


@pytest.mark.parametrize("deel", ["delen", "wie", "keek", "liever", "verzoeken"])
def test_each_part_and_its_form_can_be_used_at_every_size(
    open_rechten: Toon, dossier: Dossier, rust: Rust, theme: Theme, deel: str
) -> None:
    ik = anna(dossier).id
    delen.deel(dossier.plek, dossier.huishouden_id, NieuwDelen(ik, **MET_KARIN, ja_van=(ik,)))
    afzien.leg_vast(dossier.plek, dossier.huishouden_id, {"inwoner_id": ik, "waarvan": Waarvan.PROCES})
    verzoek.neem_op(dossier.plek, dossier.huishouden_id, {"inwoner_id": ik, "verzoek": Verzoeksoort.INZAGE})
    met_mia(dossier)
    scherm = open_rechten(deel)
    if deel in ("delen", "liever", "verzoeken"):
        druk(scherm, "verder")
        rust()
    if deel == "delen":
        kies(scherm, "grond.inwoner")
    assert bezwaren_op_elke_maat(scherm, theme) == []
