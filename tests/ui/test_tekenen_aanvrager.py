"""Signing for help that is somebody's to ask for: who sees which box, and by the day on the paper."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QCheckBox, QLineEdit

from kernnetwerk_app.domain.inwoner import RolInHuishouden
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.tekenen import TekenenScreen
from tests.services.aanvraag_opzet import HULP, met_hulp
from tests.services.opzet import Dossier
from tests.services.rechten_opzet import erbij
from tests.ui.handtekening import kies_reactie, zet_handtekening
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.test_tekenen_aanvraag import VRAAGT_AAN, _aanvragen
from tests.ui.test_tekenen_aanvraag import dossier as dossier
from tests.ui.test_tekenen_aanvraag import open_tekenen as open_tekenen
from tests.ui.toetsen import druk, kies, kruis_aan, tab_naar, typ, woorden, zie


def test_who_signs_sees_only_the_help_that_is_theirs_to_ask_for_and_whose_the_rest_is(
    open_tekenen: Callable[..., TekenenScreen], dossier: Dossier, plek: Werkplek, rust: Rust
) -> None:
    velden = {"voornamen": "Mia", "achternaam": "Voorbeeld", "rol": RolInHuishouden.KIND, "geboortedatum": "2014-02-01"}
    mia = erbij(dossier, **velden)
    with plek.store.write() as werk:
        wie = {"huishouden_id": dossier.huishouden_id, "inwoner_id": mia.id, "ander_naam": "Bram Elders"}
        werk.add(Relatie(id=plek.new_id(), gezag=Gezag.JA, **wie))
        werk.commit("test.gezag", dossier.huishouden_id)
    met_hulp(dossier, "Elke week een uur met Mia mee.", "De jeugdhulp", wet="jeugdwet")
    scherm = open_tekenen()
    assert "Kies wie tekent. Dan staat hier welke hulp diegene kan aanvragen." in woorden(scherm)
    assert not scherm.findChildren(QCheckBox, "vraagt_aan_1")
    druk(scherm, "tekent_inwoner")
    kruis_aan(scherm, "vraagt_aan_1")
    assert zie(scherm, "vraagt_aan_1").accessibleName() == VRAAGT_AAN
    assert "“De jeugdhulp: Elke week een uur met Mia mee” kan Mia Voorbeeld of Bram Elders aanvragen." in woorden(
        scherm
    )
    druk(scherm, "tekent_tekenaar_2")
    rust()
    assert zie(scherm, "vraagt_aan_1").accessibleName().endswith("De jeugdhulp: Elke week een uur met Mia mee.")
    assert not zie(scherm, "vraagt_aan_1").isChecked()  # type: ignore[attr-defined]
    assert f"“Hulp in huis: {HULP.rstrip('.')}” kan Anna Voorbeeld-Jansen aanvragen." in woorden(scherm)
    kruis_aan(scherm, "vraagt_aan_1")
    kies_reactie(scherm, "keuze.eens")
    zet_handtekening(scherm)
    druk(scherm, "klaar")
    rust()
    assert [een.wet for een in _aanvragen(plek)] == ["jeugdwet"], "what another ticked is not asked for by this one"


def test_a_paper_of_before_a_child_became_sixteen_has_the_box_of_its_parent_on_that_day(
    omgeving: Omgeving, toon_scherm: Toonscherm, dossier: Dossier, plek: Werkplek, rust: Rust
) -> None:
    """Made on 20 April; Mia became sixteen two days later, and on the third day the paper came back."""
    velden = {"voornamen": "Mia", "achternaam": "Voorbeeld", "rol": RolInHuishouden.KIND, "geboortedatum": "2011-04-22"}
    mia = erbij(dossier, **velden)
    with plek.store.write() as werk:
        wie = {"huishouden_id": dossier.huishouden_id, "inwoner_id": mia.id, "ander_naam": "Bram Elders"}
        werk.add(Relatie(id=plek.new_id(), gezag=Gezag.JA, **wie))
        werk.commit("test.gezag", dossier.huishouden_id)
    met_hulp(dossier, "Elke week een uur met Mia mee.", "De jeugdhulp", wet="jeugdwet")
    versie = dossier.versie()
    plek.klok.advance(timedelta(days=3))
    scherm = TekenenScreen(omgeving, versie.id)
    toon_scherm(scherm)
    zie(scherm, "naam").setFocus()
    typ("Bram Elders")
    kies("hoedanigheid", "ouder met gezag")
    kies_reactie(scherm, "keuze.eens")
    kruis_aan(scherm, "getekend_op_papier")
    assert "“De jeugdhulp: Elke week een uur met Mia mee” kan Mia Voorbeeld aanvragen." in woorden(scherm)
    dag = tab_naar("getekend_op")
    assert isinstance(dag, QLineEdit)
    dag.clear()
    typ("20-4-2027")
    kruis_aan(scherm, "vraagt_aan_1")
    druk(scherm, "klaar")
    rust()
    assert [(een.wet, een.ontvangen_datum.day) for een in _aanvragen(plek)] == [("jeugdwet", 20)]
