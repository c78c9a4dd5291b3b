"""To whom a question goes: past the triage, to one of two namesakes, after a slip of the pen, to people elsewhere."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from kernnetwerk_app.domain.medewerker import Functie, Medewerker
from kernnetwerk_app.domain.overdracht import Overdrachtsoort, Overdrachtstand
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.mijn_kern import MijnKernScreen
from kernnetwerk_app.ui.screens.overdracht import OverdrachtScreen
from kernnetwerk_app.ui.screens.triage import TriageScreen
from kernnetwerk_app.ui.screens.vandaag import VandaagScreen
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from tests.factories import JORIS, SANNE, make_werkplek
from tests.services.eerste import Begin, begin
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toetsen import druk, gezegd_bij, in_focus, kruis_aan, plak, tab_naar, toets, typ, woorden, zie
from tests.uitwisseling import wissel_uit


@pytest.fixture
def hier(plek: Werkplek) -> Begin:
    return begin(plek)


def _open(omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm) -> OverdrachtScreen:
    scherm = OverdrachtScreen(omgeving, hier.huishouden_id)
    toon_scherm(scherm)
    return scherm


def _offer(scherm: OverdrachtScreen, naar: str, rust: Rust) -> None:
    scherm.form.to.setFocus()
    typ(naar)
    tab_naar("reden")
    typ("Er is geen eten meer.")
    kruis_aan(scherm, "grond.wet")
    druk(scherm, "bied_aan")
    rust()


@pytest.mark.eis("TRI-07")
def test_from_the_sociale_basis_i_go_straight_to_the_maatwerkteam_and_say_why_and_who_refers(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    voorveld = hier.plek.medewerker.model_copy(update={"functie": Functie.VOORVELD})
    plek = replace(hier.plek, profiel=load_profiel("krimpenerwaard"), medewerker=voorveld)
    daar = replace(omgeving, plek=plek)
    scherm = _open(daar, hier, toon_scherm)
    assert not scherm.form.fields.editor("instelling").isVisible()
    assert "Dit mist nog" not in woorden(scherm), "the first clarification is not mine to do"
    _offer(scherm, "Maatwerkteam", rust)
    assert in_focus().objectName().startswith("snelle_grond")
    kruis_aan(scherm, "snelle_grond.inkomensvoorziening")
    druk(scherm, "bied_aan")
    rust()
    assert in_focus().objectName() == "instelling"
    typ("Voedselbank De Proef")
    druk(scherm, "bied_aan")
    rust()
    assert len(replace(hier, plek=plek).overdrachten().regels) == 1
    dossier = DossierScreen(daar, hier.huishouden_id)
    toon_scherm(dossier)
    druk(dossier, "naar_vraag")
    assert "versneld, de triage is overgeslagen" in woorden(dossier)
    assert "inkomen" not in woorden(dossier).lower(), "why, somebody who reads along does not see"
    weging = TriageScreen(daar, hier.huishouden_id)
    toon_scherm(weging)
    assert "Versneld: inkomensvoorziening, verwezen door Voedselbank De Proef." in woorden(weging)


@pytest.mark.eis("TRI-07")
def test_with_own_words_i_do_not_get_past_the_triage_however_often_i_press(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    voorveld = hier.plek.medewerker.model_copy(update={"functie": Functie.VOORVELD})
    plek = replace(hier.plek, profiel=load_profiel("krimpenerwaard"), medewerker=voorveld)
    scherm = _open(replace(omgeving, plek=plek), hier, toon_scherm)
    _offer(scherm, "het maatwerkteam", rust)
    for _ in range(2):
        druk(scherm, "bied_aan")
        rust()
        assert replace(hier, plek=plek).overdrachten().regels == ()
        assert "alleen langs een route of versneld" in woorden(scherm)
        assert in_focus().objectName() == "bedoelt_u"
    toets(Qt.Key.Key_Space)
    assert scherm.form.to.text() == "Maatwerkteam"
    assert scherm.form.fields.editor("snelle_grond").isVisible()
    assert scherm.form.fields.editor("instelling").isVisible()


def test_half_a_hand_over_past_the_triage_comes_back_with_what_it_asks(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    scherm = _open(omgeving, hier, toon_scherm)
    typ("Team van de gemeente")
    tab_naar("instelling")
    typ("Voedselbank De Pr")
    scherm.leave(lambda: None)
    rust()
    opnieuw = _open(omgeving, hier, toon_scherm)
    assert opnieuw.form.fields.editor("instelling").isVisible()
    assert opnieuw.form.fields.text("instelling") == "Voedselbank De Pr"


def test_of_two_colleagues_with_one_name_i_choose_the_one_i_mean(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    hier.volledig()
    with hier.plek.store.write() as werk:
        ander = werk.add(
            Medewerker(id=hier.plek.new_id(), naam=JORIS.naam, functie=Functie.VOORVELD, telefoon="0000 - 00 00 02")
        )
        werk.commit("medewerker.bekend")
    scherm = _open(omgeving, hier, toon_scherm)
    keuzes = sorted(scherm.form.to.itemText(nummer) for nummer in range(scherm.form.to.count()))
    assert [naam for naam in keuzes if naam.startswith(JORIS.naam)] == [
        f"{JORIS.naam}, beroepskracht in het voorveld",
        f"{JORIS.naam}, generalist",
    ]
    _offer(scherm, "Joris Proefstra, beroepskracht in het voorveld", rust)
    (regel,) = hier.overdrachten().regels
    assert regel.overdracht.naar_id == ander.id


def test_a_slip_of_the_pen_in_a_name_makes_no_team_of_it(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    hier.volledig()
    scherm = _open(omgeving, hier, toon_scherm)
    _offer(scherm, "Joris Profstra", rust)
    assert hier.overdrachten().regels == ()
    assert "Bedoelt u Joris Proefstra?" in woorden(scherm)
    assert in_focus().objectName() == "bedoelt_u"
    toets(Qt.Key.Key_Space)
    assert "Bedoelt u" not in woorden(scherm)
    druk(scherm, "bied_aan")
    rust()
    (regel,) = hier.overdrachten().regels
    assert regel.overdracht.naar_id == JORIS.id


def test_people_elsewhere_answer_by_telephone_and_i_write_down_what_they_said(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust, tmp_path: Path
) -> None:
    hier.volledig()
    scherm = _open(omgeving, hier, toon_scherm)
    _offer(scherm, "GGZ De Oever", rust)
    daar = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    wissel_uit(hier.plek, daar)
    assert not hier.overdrachten(daar).regels[0].mag, "nobody else answers for them"
    daar.store.close()
    assert "Zij zeggen ja" in [knop.text() for knop in scherm.findChildren(QAbstractButton) if knop.isVisible()]
    druk(scherm, "ja_neem_over")
    rust()
    (regel,) = hier.overdrachten().regels
    assert (regel.overdracht.stand, regel.door) == (Overdrachtstand.AANGENOMEN, "GGZ De Oever")


@pytest.mark.eis("TRI-12")
def test_after_my_yes_it_is_on_my_list_and_the_dossier_says_that_i_have_it(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer, tmp_path: Path
) -> None:
    daar = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    wissel_uit(hier.plek, daar)
    joris = replace(hier, plek=daar)
    joris.volledig()
    joris.bied_aan(naar=SANNE.id)
    wissel_uit(daar, hier.plek)
    druk(_open(omgeving, hier, toon_scherm), "ja_neem_over")
    rust()
    wissel_uit(daar, hier.plek)
    daar.store.close()
    dossier = DossierScreen(omgeving, hier.huishouden_id)
    toon_scherm(dossier)
    druk(dossier, "naar_vraag")
    assert "nu bij Sanne Modelman, sinds di 20 april" in zie(dossier, "stap_overdracht").accessibleName()
    vandaag = VandaagScreen(omgeving)
    toon_scherm(vandaag)
    rij = zie(vandaag, f"eerste_stap_{hier.huishouden_id}")
    assert rij.accessibleName().startswith("A. V.: nu bij u, van Joris")
    druk(vandaag, f"eerste_stap_{hier.huishouden_id}")
    assert wegwijzer.gegaan[-1] == ("dossier", hier.huishouden_id)


@pytest.mark.eis("TRI-17")
def test_i_see_who_referred_past_us_and_how_often_over_all_my_dossiers(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    ander = begin(hier.plek)
    ander.leg_vast(Overdrachtsoort.DERDE, naar_team="GGZ De Oever", verwijzer="Kinderarts Model")
    hier.leg_vast(Overdrachtsoort.DERDE, naar_team="Jeugdzorg De Proef", verwijzer="kinderarts model")
    hier.leg_vast(Overdrachtsoort.DERDE, naar_team="gemeente", verwijzer="School De Proef", reden="Snel.")
    scherm = _open(omgeving, hier, toon_scherm)
    gelezen = woorden(scherm).partition("Verwezen buiten ons om")[2]
    assert gelezen.index("2 keer") < gelezen.index("één keer"), "who does so most, comes first"
    assert "naar GGZ De Oever, Jeugdzorg De Proef" in gelezen
    assert "naar Team van de gemeente" in gelezen
    assert "Voorbeeld-Jansen" not in gelezen


@pytest.mark.eis("TRI-17")
def test_what_i_write_down_of_a_referral_past_us_is_counted_on_mijn_kern_where_we_talk_about_it(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust, tmp_path: Path
) -> None:
    kern = MijnKernScreen(omgeving)
    toon_scherm(kern)
    leeg = "Hier komt wie een inwoner doorverwees zonder u."
    assert leeg in woorden(kern)
    for waar, wie in ((hier, "Kinderarts Model"), (begin(hier.plek), "kinderarts model"), (hier, "School De Proef")):
        scherm = _open(omgeving, waar, toon_scherm)
        kruis_aan(scherm, "soort.DERDE")
        scherm.form.to.setFocus()
        typ("Jeugdzorg De Proef")
        tab_naar("verwijzer")
        typ(wie)
        druk(scherm, "bied_aan")
        rust()
    daar = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    replace(begin(daar), plek=daar).leg_vast(Overdrachtsoort.DERDE, naar_team="gemeente", verwijzer="Kinderarts Model")
    daar.store.close()  # it was not sent: this laptop cannot know
    toon_scherm(kern)
    kern.refresh()
    rust()
    gelezen = woorden(kern).partition("Verwezen buiten ons om")[2]
    assert leeg not in gelezen
    regels = {rij.title.text(): rij.right.text() for rij in kern.findChildren(InfoRow)}
    assert (regels["Kinderarts Model"], regels["School De Proef"]) == ("2 keer", "één keer")
    assert gelezen.index("Kinderarts Model") < gelezen.index("School De Proef"), "who does so most, comes first"
    assert "van alle kernen samen. Alleen de dossiers op deze laptop tellen mee" in gelezen
    assert "Jeugdzorg De Proef" not in gelezen, "in a village one could tell of whom it is"


def test_who_does_not_work_in_dossiers_sees_no_referrals(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm
) -> None:
    vrijwilliger = hier.plek.medewerker.model_copy(update={"functie": Functie.VRIJWILLIGER})
    kern = MijnKernScreen(replace(omgeving, plek=replace(hier.plek, medewerker=vrijwilliger)))
    toon_scherm(kern)
    assert "Waar kunt u terecht?" in woorden(kern)
    assert "Verwezen buiten ons om" not in woorden(kern)


@pytest.mark.eis("TRI-16")
def test_what_a_doctor_refers_to_my_team_is_on_my_list_with_the_doctor_and_the_expert_in_sight(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    hier.leg_vast(
        Overdrachtsoort.HUISARTS, naar_team="kernnetwerk", verwijzer="Dokter Proef", deskundige="gedragsdeskundige"
    )
    gelezen = woorden(_open(omgeving, hier, toon_scherm))
    assert "Dokter Proef verwees naar Kernnetwerk. Er kijkt mee:" in gelezen
    assert "gedragsdeskundige" in gelezen.lower()
    vandaag = VandaagScreen(omgeving)
    toon_scherm(vandaag)
    assert "nu bij u, van Dokter Proef" in zie(vandaag, f"eerste_stap_{hier.huishouden_id}").accessibleName()


def test_a_whole_text_pasted_at_to_whom_is_told_there_and_stays(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    scherm = _open(omgeving, hier, toon_scherm)
    lang = "Team van de gemeente, " * 20
    plak(lang)
    druk(scherm, "bied_aan")
    rust()
    assert gezegd_bij().startswith("Deze regel is langer dan 300 tekens.")
    assert scherm.form.to.text() == lang
