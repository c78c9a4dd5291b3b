"""Signing where more hangs on it: what is asked for, who else decides, words that were only said, and what is looked at
again afterwards.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit

from kernnetwerk_app.domain.aanvraag import Aanvraag, Tekenafspraak
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze, Ondertekening, Wijze
from kernnetwerk_app.domain.profielwaarde import Woord
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.services import deskundige, ondertekening, plan, typen
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.tekenen import TekenenScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.field import Field
from tests.services.aanvraag_opzet import HULP, VRAAG, met_hulp, regels_van, teken_met
from tests.services.opzet import Dossier
from tests.services.test_deskundige import gevraagd, neem_terug
from tests.ui.handtekening import kies_reactie, ondertekeningen, zet_handtekening
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, kies, kruis_aan, tab_naar, typ, woorden, zie

VRAAGT_AAN = f"Met deze handtekening vraag ik aan: Hulp in huis: {HULP}"


@pytest.fixture
def dossier(dossier: Dossier) -> Dossier:
    dossier.doel()
    met_hulp(dossier)
    return dossier


@pytest.fixture
def open_tekenen(omgeving: Omgeving, toon_scherm: Toonscherm, dossier: Dossier) -> Callable[..., TekenenScreen]:
    def open_it(anders: Omgeving | None = None) -> TekenenScreen:
        scherm = TekenenScreen(anders or omgeving, dossier.versie().id)
        toon_scherm(scherm)
        return scherm

    return open_it


def _aanvragen(plek: Werkplek) -> list[Aanvraag]:
    with plek.store.read() as lezer:
        return lezer.find(Aanvraag)


def test_who_does_not_agree_asks_for_the_help_with_the_same_signature(
    open_tekenen: Callable[..., TekenenScreen], plek: Werkplek, rust: Rust
) -> None:
    scherm = open_tekenen()
    vakje = zie(scherm, "vraagt_aan_1")
    assert isinstance(vakje, QCheckBox)
    assert vakje.accessibleName() == VRAAGT_AAN
    assert not vakje.isChecked()
    kies_reactie(scherm, "keuze.niet_eens")
    zie(scherm, "reactie").setFocus()
    typ("Twee uur is te weinig.")
    kruis_aan(scherm, "vraagt_aan_1")
    assert "Tekenen kost u geen rechten. U kunt later bezwaar maken tegen het besluit." in woorden(scherm)
    zet_handtekening(scherm)
    druk(scherm, "klaar")
    rust()
    assert [een.wat for een in _aanvragen(plek)] == [f"Hulp in huis: {HULP}"]
    assert ondertekeningen(plek)[0].keuze is Keuze.NIET_EENS
    assert f"U hebt aangevraagd: Hulp in huis: {HULP}" in scherm._after.text()


def test_who_ticks_nothing_asks_for_nothing(
    open_tekenen: Callable[..., TekenenScreen], plek: Werkplek, rust: Rust
) -> None:
    scherm = open_tekenen()
    kies_reactie(scherm, "keuze.eens")
    zet_handtekening(scherm)
    druk(scherm, "klaar")
    rust()
    assert _aanvragen(plek) == []


def test_a_tick_that_was_set_is_there_when_one_comes_back(
    open_tekenen: Callable[..., TekenenScreen], plek: Werkplek, rust: Rust
) -> None:
    scherm = open_tekenen()
    kruis_aan(scherm, "vraagt_aan_1")
    scherm.leave(lambda: None)
    rust()
    assert set(typen.load_concept(plek, ondertekening.concept_sleutel(scherm._versie_id))) == {"vraagt_aan"}
    scherm.close()
    scherm = open_tekenen()
    vakje = zie(scherm, "vraagt_aan_1")
    assert isinstance(vakje, QCheckBox)
    assert vakje.isChecked()
    kruis_aan(scherm, "vraagt_aan_1")
    kies("taal", "Engels (English)")  # made anew in another language: what was taken off stays off
    rust()
    assert not zie(scherm, "vraagt_aan_1").isChecked()  # type: ignore[attr-defined]
    kruis_aan(scherm, "vraagt_aan_1")
    assert "With this signature" in zie(scherm, "vraagt_aan_1").accessibleName()
    assert "With this signature" not in " ".join(scherm.form.aanvraag.words())  # in what is said afterwards


def test_where_the_screen_may_not_carry_it_the_tick_comes_with_the_paper(
    open_tekenen: Callable[..., TekenenScreen], omgeving: Omgeving, plek: Werkplek, rust: Rust
) -> None:
    profiel = replace(plek.profiel, tekenen=Tekenafspraak(aanvraag_op_scherm=False))
    scherm = open_tekenen(replace(omgeving, plek=replace(plek, profiel=profiel)))
    assert "Hulp aanvragen kan hier alleen op papier" in woorden(scherm)
    kies_reactie(scherm, "keuze.eens")
    kruis_aan(scherm, "getekend_op_papier")
    kruis_aan(scherm, "vraagt_aan_1")
    druk(scherm, "klaar")
    rust()
    assert len(_aanvragen(plek)) == 1


def test_a_paper_of_before_it_was_asked_for_keeps_its_cross(
    open_tekenen: Callable[..., TekenenScreen], dossier: Dossier, plek: Werkplek, theme: Theme, rust: Rust
) -> None:
    versie = dossier.versie()
    plek.klok.advance(timedelta(days=5))
    teken_met(dossier, versie, replace(VRAAG, vraagt_aan=regels_van(dossier, versie)))
    scherm = open_tekenen()
    kies_reactie(scherm, "keuze.eens")
    kruis_aan(scherm, "getekend_op_papier")
    assert not scherm.findChildren(QCheckBox, "vraagt_aan_1"), "of today it was asked for already"
    dag = tab_naar("getekend_op")
    assert isinstance(dag, QLineEdit)
    dag.clear()
    typ("22-4-2027")
    assert "Dit papier is van een eerdere dag." in woorden(scherm)
    assert "Al aangevraagd op zondag 25 april" in woorden(scherm)
    kruis_aan(scherm, "vraagt_aan_1")
    assert bezwaren_op_elke_maat(scherm, theme) == []
    druk(scherm, "klaar")
    rust()
    assert sorted(een.ontvangen_datum.day for een in _aanvragen(plek)) == [22, 25]


def test_what_was_said_is_written_down_with_who_were_there_and_asks_for_nothing(
    open_tekenen: Callable[..., TekenenScreen], plek: Werkplek, rust: Rust
) -> None:
    scherm = open_tekenen()
    kies_reactie(scherm, "keuze.gezien")
    kruis_aan(scherm, "mondeling")
    assert zie(scherm, "klaar").accessibleName() == "Bewaar wat is gezegd"
    assert not scherm.form.pad.isVisible()
    assert "Hulp aanvragen gaat met een handtekening." in woorden(scherm)
    kruis_aan(scherm, "voorgelezen")
    aanwezig = tab_naar("aanwezig")
    assert isinstance(aanwezig, QLineEdit)
    aanwezig.clear()
    typ("Karin en Sanne")
    druk(scherm, "klaar")
    rust()
    (gezegd,) = ondertekeningen(plek)
    assert (gezegd.wijze, gezegd.voorgelezen, gezegd.aanwezig) == (Wijze.MONDELING, True, "Karin en Sanne")
    assert _aanvragen(plek) == []


def test_a_mark_is_a_signature_with_who_were_there(
    open_tekenen: Callable[..., TekenenScreen], plek: Werkplek, rust: Rust
) -> None:
    scherm = open_tekenen()
    kies_reactie(scherm, "keuze.eens")
    zet_handtekening(scherm)
    kruis_aan(scherm, "merkteken")
    tab_naar("aanwezig")
    typ("Sanne")
    druk(scherm, "klaar")
    rust()
    (getekend,) = ondertekeningen(plek)
    assert (getekend.wijze, getekend.merkteken) == (Wijze.SCHERM, True)
    assert getekend.aanwezig is not None
    assert "Sanne" in getekend.aanwezig


def test_it_says_what_a_bewindvoerder_or_mentor_is_for_in_the_words_of_the_municipality(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm
) -> None:
    profiel = dossier.plek.profiel
    hier = replace(profiel, woorden={**profiel.woorden, "inwoner": Woord("gebruiker", "gebruikers")})
    scherm = TekenenScreen(replace(omgeving, plek=replace(dossier.plek, profiel=hier)), dossier.versie().id)
    toon_scherm(scherm)
    zie(scherm, "hoedanigheid").setFocus()
    kies("hoedanigheid", "bewindvoerder")
    assert "Een bewindvoerder gaat over geld, en niet over zorg of hulp." in woorden(scherm)
    assert "Voor dit plan tekent de gebruiker zelf, of de mentor." in woorden(scherm)
    kies("hoedanigheid", "mentor")
    assert "Een mentor gaat over zorg en wonen, niet over geld." in woorden(scherm)


def _mia_met_twee_ouders(dossier: Dossier) -> None:
    plek = dossier.plek
    with plek.store.write() as werk:
        (anna,) = werk.find(Inwoner, huishouden_id=dossier.huishouden_id)
        mia = werk.add(
            Inwoner(
                id=plek.new_id(), huishouden_id=dossier.huishouden_id, voornamen="Mia", achternaam="Voorbeeld",
                rol=RolInHuishouden.KIND, geboortedatum="2014-04-01",
            )
        )  # fmt: skip
        for velden in ({"ander_id": anna.id}, {"ander_naam": "Bram Elders"}):
            relatie = Relatie(
                id=plek.new_id(), huishouden_id=dossier.huishouden_id, inwoner_id=mia.id, gezag=Gezag.JA, **velden
            )
            werk.add(relatie)
        werk.commit("test.mia", dossier.huishouden_id)


@pytest.mark.eis("PLAN-05")
def test_child_and_parent_sign_one_after_another_and_who_is_not_here_is_told_and_waited_for_by_nobody(
    dossier: Dossier, open_tekenen: Callable[..., TekenenScreen], plek: Werkplek, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    _mia_met_twee_ouders(dossier)
    met_hulp(dossier, "Begeleiding voor Mia.", "Jeugdhulp", wet="jeugdwet")
    scherm = open_tekenen()
    assert "Bij dit plan beslissen meer mensen mee. Wie tekent er nu?" in woorden(scherm)
    assert scherm.form.naam.text() == ""
    kies_reactie(scherm, "keuze.eens")
    druk(scherm, "tekent_inwoner")
    zet_handtekening(scherm)
    druk(scherm, "klaar")
    rust()
    assert "Mia Voorbeeld heeft nog niet getekend. Dat houdt niets tegen." in scherm._after.text()
    assert "Bram Elders heeft nog niet getekend." in scherm._after.text()
    druk(scherm, "nog_iemand")
    assert wegwijzer.gegaan[-1] == ("tekenen", scherm._versie_id)
    scherm.close()
    tweede = open_tekenen()
    kies_reactie(tweede, "keuze.gezien")
    druk(tweede, "tekent_tekenaar_2")
    zet_handtekening(tweede)
    druk(tweede, "klaar")
    rust()
    een, ander = ondertekeningen(plek)
    assert een.planversie_id == ander.planversie_id
    assert (ander.naam, ander.hoedanigheid) == ("Mia Voorbeeld", Hoedanigheid.INWONER)
    assert ander.inwoner_id is not None
    assert "Mia" not in tweede._after.text()
    assert "Bram Elders heeft nog niet getekend." in tweede._after.text()


def test_one_button_says_whether_the_signatures_are_still_what_they_were(
    dossier: Dossier, open_tekenen: Callable[..., TekenenScreen], plek: Werkplek, rust: Rust
) -> None:
    getekend = dossier.teken(dossier.versie())
    scherm = open_tekenen()
    druk(scherm, "controleer")
    rust()
    assert "niets veranderd sinds het tekenen" in woorden(scherm)
    with plek.store.write() as werk:
        werk.change(werk.get(Ondertekening, getekend.id), reactie="Ik wil dit niet")
        werk.commit("test.gewijzigd")
    druk(scherm, "controleer")
    rust()
    assert "dit is veranderd na het tekenen" in woorden(scherm)


def test_everyone_can_use_it_at_every_size(
    dossier: Dossier, open_tekenen: Callable[..., TekenenScreen], theme: Theme, rust: Rust
) -> None:
    _mia_met_twee_ouders(dossier)
    met_hulp(dossier, "Begeleiding voor Mia.", "Jeugdhulp", wet="jeugdwet")
    scherm = open_tekenen()
    kruis_aan(scherm, "mondeling")
    rust()
    assert bezwaren_op_elke_maat(scherm, theme) == []


def test_for_a_line_without_a_law_it_says_that_nothing_is_asked_for(
    open_tekenen: Callable[..., TekenenScreen], dossier: Dossier
) -> None:
    met_hulp(dossier, "De huisarts belt elke week.", wie="De huisarts", wet="")
    scherm = open_tekenen()
    zin = "Hiervoor vraagt u nu niets aan: De huisarts belt elke week. Beslist de gemeente hierover?"
    assert zin in woorden(scherm)
    assert [
        b.accessibleName() for b in scherm.findChildren(QCheckBox) if b.accessibleName().startswith("Met deze")
    ] == [VRAAGT_AAN]


def test_who_saw_an_earlier_version_reads_what_is_different_since_then(
    dossier: Dossier, open_tekenen: Callable[..., TekenenScreen], theme: Theme
) -> None:
    versie = dossier.versie()
    dossier.teken(versie)
    (doel,) = dossier.plan().doelen
    dossier.wijzig(doel.doel, tekst="Ik wil elke week twee keer de deur uit.")
    dossier.wijzig(doel.afspraken[0], vervallen_datum=versie.datum)
    dossier.versie()  # nobody saw this one
    plan.add_afspraak(dossier.plek, doel.doel.id, "Karin gaat mee naar de eettafel.")
    scherm = open_tekenen()
    assert "Wat is anders dan in versie 1?" in woorden(scherm)
    assert "3 dingen" in woorden(scherm)
    assert "Eerst:" not in woorden(scherm)
    druk(scherm, "planverschil")
    gelezen = woorden(scherm)
    for zin in (
        "Eerst: Ik wil elke week weer een keer de deur uit.",
        "Nu: Ik wil elke week twee keer de deur uit.",
        f"Niet meer: Hulp in huis: {HULP.rstrip('.')}",
        "Erbij: ",
        "Karin gaat mee naar de eettafel, vanaf dinsdag 20 april 2027",
    ):
        assert zin in gelezen
    assert bezwaren_op_elke_maat(scherm, theme) == []


def test_a_plan_that_tells_less_of_a_deskundige_is_never_said_to_have_the_same_words(
    dossier: Dossier, open_tekenen: Callable[..., TekenenScreen]
) -> None:
    deskundige.beantwoord(dossier.plek, gevraagd(dossier), {"antwoord": "Een hoog bed."})
    dossier.teken(dossier.versie())
    neem_terug(dossier)
    scherm = open_tekenen()
    assert "iets in de woorden" in woorden(scherm)
    druk(scherm, "planverschil")
    assert "Niet alles wat anders is, staat hier. Lees daarom het hele plan." in woorden(scherm)
    plan.add_afspraak(dossier.plek, dossier.plan().doelen[0].doel.id, "Karin gaat mee naar de eettafel.")
    scherm = open_tekenen()
    assert "één ding en nog iets" in woorden(scherm)
    for onwaar in ("De woorden zijn hetzelfde gebleven.", "eskundige", "Mia Proef"):
        assert onwaar not in woorden(scherm)


def test_a_partner_who_asks_for_help_is_asked_how_the_resident_said_that_this_may(
    open_tekenen: Callable[..., TekenenScreen], plek: Werkplek, rust: Rust
) -> None:
    scherm = open_tekenen()
    kies_reactie(scherm, "keuze.eens")
    kies("hoedanigheid", "iemand anders")
    tab_naar("namelijk")
    typ("buurvrouw")
    kies("hoedanigheid", "partner")
    assert scherm.form.namelijk.text() == ""  # as who one is, is no answer to this
    kruis_aan(scherm, "vraagt_aan_1")
    zet_handtekening(scherm)
    druk(scherm, "klaar")
    rust()
    assert _aanvragen(plek) == []
    assert in_focus().objectName() == "namelijk"
    veld = in_focus().parentWidget()
    assert isinstance(veld, Field)
    assert veld.error().startswith("Een partner vraagt hulp aan als de inwoner dat wil.")
    typ("Anna zei het vandaag.")
    druk(scherm, "klaar")
    rust()
    with plek.store.read() as lezer:
        (getekend,) = lezer.find(Ondertekening)
    assert (getekend.hoedanigheid, getekend.namelijk) == (Hoedanigheid.PARTNER, "Anna zei het vandaag.")
    assert len(_aanvragen(plek)) == 1
