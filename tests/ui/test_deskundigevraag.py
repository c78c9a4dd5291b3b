"""The form of a question to a deskundige by keyboard, and what becomes of it when something changed, or went wrong."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from sqlmodel import select

from kernnetwerk_app.domain.afzien import Afzien, Waarvan
from kernnetwerk_app.domain.delen import Partner
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.services import afzien, typen
from kernnetwerk_app.store.audit import AuditRow
from kernnetwerk_app.store.errors import StoreError
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.onderzoek import OnderzoekScreen
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from tests.services.opzet import Dossier
from tests.services.rechten_opzet import anna, erbij
from tests.services.test_delen import kind
from tests.services.test_deskundige import VRAAG_AAN_MIA, vraag
from tests.ui.schermen import Rust, Wegwijzer
from tests.ui.test_deskundige import gevraagde, stel_haar, vraag_mia
from tests.ui.test_deskundige import scherm as scherm
from tests.ui.test_mensen import fout_bij, vul_in
from tests.ui.toetsen import druk, kies, kruis_aan, plak, tab_naar, toets, typ, woorden

TE_LANG = "Mia Proef, die alles weet van bedden. " * 20


def gezag_van(dossier: Dossier, kind_id: UUID, wie: dict[UUID, Gezag]) -> None:
    """Who of the parents has the gezag over this child from now on."""
    with dossier.plek.store.write() as werk:
        for ouder_id, gezag in wie.items():
            banden = werk.find(Relatie, inwoner_id=kind_id, ander_id=ouder_id)
            eind = {"huishouden_id": dossier.huishouden_id, "inwoner_id": kind_id, "ander_id": ouder_id}
            werk.change(banden[0] if banden else werk.add(Relatie(id=dossier.plek.new_id(), **eind)), gezag=gezag)
        werk.commit("test.gezag", dossier.huishouden_id)


@pytest.mark.parametrize(("anna_eerst", "folds"), [(Gezag.JA, True), (Gezag.NEE, True), (Gezag.NEE, False)])
def test_the_yes_of_one_parent_never_becomes_that_of_the_other_who_has_the_gezag_by_now(
    scherm: OnderzoekScreen, dossier: Dossier, rust: Rust, anna_eerst: Gezag, folds: bool
) -> None:
    wie, piet, mia = anna(dossier), erbij(dossier, voornamen="Piet"), kind(dossier, "2019-05-04")
    gezag_van(dossier, mia.id, {wie.id: anna_eerst, piet.id: Gezag.JA})
    scherm.refresh()
    rust()
    druk(scherm, "nieuw_deskundigen")
    kies("inwoner_id", "Mia Voorbeeld")
    vul_in("naam", "Mia Proef")
    vul_in("vraag", VRAAG_AAN_MIA)
    kies("vindt", "ja")
    if anna_eerst is Gezag.JA:
        kruis_aan(scherm, f"ja_van_{mia.id}_{piet.id}")
    if folds:
        toets(Qt.Key.Key_Escape)
        rust()
    gezag_van(dossier, mia.id, {wie.id: Gezag.JA, piet.id: Gezag.NEE})
    if folds:
        scherm.refresh()
        rust()
        druk(scherm, "nieuw_deskundigen")
        rust()
    druk(scherm, "deskundigenvraag_bewaar")
    rust()
    with dossier.plek.store.read() as lezer:
        assert lezer.find(Toestemming) == [], "Piet said it, and Anna did not"
    if folds:
        assert f"nog vragen of het mag: {VRAAG_AAN_MIA}" in woorden(scherm)
    else:
        assert fout_bij(scherm, "vindt").startswith("Hiervoor is een ja nodig")


def test_an_organisation_without_an_agreement_is_told_where_it_is_named(
    scherm: OnderzoekScreen, omgeving: Omgeving, rust: Rust
) -> None:
    profiel = replace(omgeving.plek.profiel, partners=(Partner("GGZ Proef"),))
    nu = replace(omgeving, plek=replace(omgeving.plek, profiel=profiel))
    scherm.omgeving = nu
    druk(scherm, "nieuw_deskundigen")
    vul_in("naam", "Mia Proef")
    vul_in("functie", "psychiater van GGZ Proef")
    vul_in("vraag", VRAAG_AAN_MIA)
    kies("vindt", "ja")
    druk(scherm, "deskundigenvraag_bewaar")
    rust()
    assert fout_bij(scherm, "functie").startswith("Met deze organisatie heeft de gemeente geen afspraak")


def test_it_need_not_go_on_only_once_what_i_typed_is_kept_and_pressed_twice_it_ends_once(
    scherm: OnderzoekScreen, dossier: Dossier, rust: Rust, wegwijzer: Wegwijzer, monkeypatch: pytest.MonkeyPatch
) -> None:
    vraag_mia(scherm, rust)
    een = gevraagde(dossier)
    stel_haar(scherm, een, rust)
    druk(scherm, f"deskundige_{een.id}")
    vul_in("antwoord", "Zij dacht aan een")

    def vol(*_: object) -> None:
        raise StoreError

    with monkeypatch.context() as zonder:
        zonder.setattr(typen, "keep_concept", vol)
        druk(scherm, "deskundigeantwoord_voorbij")
        rust()
    assert [type(fout) for fout in wegwijzer.fouten] == [StoreError]
    wegwijzer.fouten.clear()
    assert gevraagde(dossier).vervallen_datum is None
    veld = tab_naar("antwoord")
    assert isinstance(veld, GrowingTextEdit)
    assert veld.toPlainText() == "Zij dacht aan een"
    typ(" hoog bed")
    druk(scherm, "deskundigeantwoord_voorbij")
    druk(scherm, "deskundigeantwoord_voorbij")
    rust()
    assert "een antwoord hoeft niet meer" in woorden(scherm)
    with dossier.plek.store.read() as lezer:
        assert [rij.naam for rij in lezer._session.exec(select(AuditRow))].count("deskundige.vervallen") == 1
    druk(scherm, f"deskundige_{een.id}")
    rust()
    assert "hoog bed" in tab_naar("antwoord").toPlainText()  # type: ignore[attr-defined]


def test_of_who_has_no_name_yet_it_says_so_where_one_chooses_about_whom_it_is(
    scherm: OnderzoekScreen, dossier: Dossier, rust: Rust
) -> None:
    erbij(dossier)
    piet = erbij(dossier, voornamen="Piet")
    scherm.refresh()
    rust()
    druk(scherm, "nieuw_deskundigen")
    kies("inwoner_id", "Piet")
    vul_in("vraag", VRAAG_AAN_MIA)
    toets(Qt.Key.Key_Escape)
    rust()
    with dossier.plek.store.write() as werk:
        werk.change(werk.get(Inwoner, piet.id), vertrokken_datum=dossier.plek.vandaag)
        werk.commit("test.vertrek")
    scherm.refresh()
    rust()
    druk(scherm, "nieuw_deskundigen")
    rust()
    kies("inwoner_id", "iemand zonder naam")
    vul_in("naam", "Mia Proef")
    druk(scherm, "deskundigenvraag_bewaar")
    rust()
    assert "Mia Proef, over iemand zonder naam" in woorden(scherm)


def test_a_whole_text_pasted_in_the_line_of_a_name_is_told_there_and_loses_nothing(
    scherm: OnderzoekScreen, dossier: Dossier, rust: Rust
) -> None:
    druk(scherm, "nieuw_deskundigen")
    vul_in("naam", "Mia Proef")
    vul_in("vraag", VRAAG_AAN_MIA)
    kies("vindt", "ja")
    for veld in ("naam", "functie", "organisatie"):
        tab_naar(veld)
        plak(TE_LANG)
    toets(Qt.Key.Key_Escape)
    rust()
    druk(scherm, "nieuw_deskundigen")
    rust()
    druk(scherm, "deskundigenvraag_bewaar")
    rust()
    for veld in ("naam", "functie", "organisatie"):
        assert fout_bij(scherm, veld).startswith("Deze regel is langer dan 300 tekens.")
        assert tab_naar(veld).property("text" if veld == "naam" else "currentText") == TE_LANG


@pytest.mark.parametrize("gezegd", ["ja", "liever niet"])
@pytest.mark.parametrize("intussen", ["andere vraag", "nee"])
def test_what_they_said_to_a_question_is_asked_anew_once_it_is_another_and_what_i_typed_stays(
    scherm: OnderzoekScreen, dossier: Dossier, rust: Rust, gezegd: str, intussen: str
) -> None:
    regel = vraag(dossier)
    scherm.refresh()
    rust()
    rij = f"deskundige_{regel.deskundige.id}"
    druk(scherm, rij)
    kies("vindt", gezegd)
    vul_in("organisatie", "Praktijk Proef")
    toets(Qt.Key.Key_Escape)
    rust()
    velden = {"inwoner_id": anna(dossier).id, "waarvan": Waarvan.DELEN, "waarover": "Mia Proef"}
    if intussen == "nee":
        afzien.leg_vast(dossier.plek, dossier.huishouden_id, velden)
    else:
        vraag(dossier, regel, naam="Bo Proef", functie="huisarts", vraag="Hoe gaat het met haar man?")
    scherm.refresh()
    rust()
    druk(scherm, rij)
    rust()
    assert tab_naar("organisatie").property("currentText") == "Praktijk Proef"
    druk(scherm, "deskundigenvraag_bewaar")
    rust()
    with dossier.plek.store.read() as lezer:
        assert lezer.find(Toestemming) == []
        assert [nee.waarover for nee in lezer.find(Afzien)] == (["Mia Proef"] if intussen == "nee" else [])
    assert ("liever niet; er is niets gevraagd" in woorden(scherm)) == (intussen == "nee")
    assert gevraagde(dossier).organisatie == "Praktijk Proef"


@pytest.mark.eis("RES-15")
def test_a_no_to_a_function_that_came_after_the_yes_is_seen_before_the_question_goes_out(
    scherm: OnderzoekScreen, dossier: Dossier, rust: Rust
) -> None:
    druk(scherm, "nieuw_deskundigen")
    vul_in("functie", "huisarts")
    vul_in("vraag", "Is er iets met het hart?")
    kies("vindt", "ja")
    toets(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rust()
    velden = {"inwoner_id": anna(dossier).id, "waarvan": Waarvan.DELEN, "waarover": "huisarts"}
    afzien.leg_vast(dossier.plek, dossier.huishouden_id, velden)
    scherm.refresh()
    rust()
    liever = "wil liever niet dat we iets delen met huisarts."
    assert liever not in woorden(scherm)
    druk(scherm, f"deskundige_{gevraagde(dossier).id}")
    rust()
    assert liever in woorden(scherm)
