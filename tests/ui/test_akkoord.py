"""Who says yes to a hand-over: only who can, only who did, and only as long as it goes on (RES-01, EVV-06)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.domain.toestemming import Toestemming, geldt
from kernnetwerk_app.services import mensen
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.overdracht import OverdrachtScreen
from kernnetwerk_app.ui.theme import Theme
from tests.factories import JORIS, SANNE, make_werkplek
from tests.services.eerste import Begin, begin
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, gezegd_bij, kruis_aan, tab_naar, typ, woorden, zie
from tests.uitwisseling import wissel_uit


@pytest.fixture
def hier(plek: Werkplek) -> Begin:
    return begin(plek)


@pytest.fixture
def joris(hier: Begin, tmp_path: Path) -> Iterator[Begin]:
    """Joris at his own laptop, with the same dossier on it."""
    daar = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    wissel_uit(hier.plek, daar)
    yield replace(hier, plek=daar)
    daar.store.close()


def _open(omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm) -> OverdrachtScreen:
    scherm = OverdrachtScreen(omgeving, hier.huishouden_id)
    toon_scherm(scherm)
    return scherm


def _erbij(hier: Begin, **velden: object) -> Inwoner:
    with hier.plek.store.write() as werk:
        mens = werk.add(Inwoner(id=hier.plek.new_id(), huishouden_id=hier.huishouden_id, **velden))
        werk.commit("inwoner.erbij", hier.huishouden_id)
    return mens


def _ja_van(hier: Begin) -> list[Toestemming]:
    with hier.plek.store.read() as lezer:
        return lezer.find(Toestemming)


@pytest.mark.eis("TRI-12")
def test_a_yes_that_nobody_gave_is_not_written_down(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    hier.volledig()
    henk = _erbij(hier, voornamen="Henk", rol=RolInHuishouden.PARTNER)
    with hier.plek.store.read() as lezer:
        anna = hoofdpersoon(lezer, hier.huishouden_id)
    scherm = _open(omgeving, hier, toon_scherm)
    kruis_aan(scherm, "grond.inwoner")
    kruis_aan(scherm, f"akkoord_{anna.id}")
    _bied_aan(scherm, "Daar is meer tijd.")
    rust()
    assert (hier.overdrachten().regels, _ja_van(hier)) == ((), [])
    assert gezegd_bij().startswith("Kies wie er ja zei.")
    kruis_aan(scherm, f"akkoord_{henk.id}")
    druk(scherm, "bied_aan")
    rust()
    assert [ja.inwoner_id for ja in _ja_van(hier)] == [henk.id]


def _bied_aan(scherm: OverdrachtScreen, waarom: str) -> None:
    tab_naar("naar")
    typ("Welzijn Voorbeeld")
    tab_naar("reden")
    typ(waarom)
    druk(scherm, "bied_aan")


@pytest.mark.eis("EVV-06")
def test_a_curator_says_yes_in_the_place_of_the_resident_and_that_is_what_is_written_down(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust, theme: Theme
) -> None:
    """Who lives alone is not asked who said yes, unless a court appointed somebody to (UAVG art. 5 lid 2). Without the
    yes of that one it takes a line that says why, as anywhere else (0029, 2).
    """
    hier.volledig()
    with hier.plek.store.read() as lezer:
        anna = hoofdpersoon(lezer, hier.huishouden_id)
    recht = {"inwoner_id": anna.id, "aard": Aard.CURATELE, "naam": "Mevrouw Recht"}
    mensen.leg_vast(hier.plek, Bijzonderheid, hier.huishouden_id, recht)
    with hier.plek.store.read() as lezer:
        (uitspraak,) = lezer.find(Bijzonderheid)
    scherm = _open(omgeving, hier, toon_scherm)
    kruis_aan(scherm, "grond.inwoner")
    namens = f"akkoord_{anna.id}_{uitspraak.id}"
    assert zie(scherm, namens).accessibleName() == f"Mevrouw Recht, curator, voor {anna.naam}"
    _bied_aan(scherm, "Daar is meer tijd.")
    rust()
    assert _ja_van(hier) == [], "the yes of Anna was ticked beforehand, and does not do"
    assert gezegd_bij().startswith("Een curator of mentor beslist hier mee.")
    assert bezwaren_op_elke_maat(scherm, theme) == []
    typ("Mevrouw Recht is met vakantie.")
    kruis_aan(scherm, namens)
    assert "Waarom zonder dat ja?" not in woorden(scherm), "with hers nothing has to be said"
    kruis_aan(scherm, namens)
    assert "Waarom zonder dat ja?" in woorden(scherm)
    druk(scherm, "bied_aan")
    rust()
    assert [(ja.namens, ja.toch) for ja in _ja_van(hier)] == [(None, "Mevrouw Recht is met vakantie.")]
    kruis_aan(scherm, "grond.inwoner")
    kruis_aan(scherm, f"akkoord_{anna.id}")
    kruis_aan(scherm, namens)
    _bied_aan(scherm, "Daar is nu meer tijd.")
    rust()
    laatste = _ja_van(hier)[-1]
    assert (laatste.inwoner_id, laatste.namens, laatste.toch) == (anna.id, "Mevrouw Recht, curator", None)


@pytest.mark.eis("EVV-06")
def test_for_a_toddler_the_mother_says_yes_and_who_comes_in_later_is_asked_too(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    hier.volledig()
    with hier.plek.store.read() as lezer:
        anna = hoofdpersoon(lezer, hier.huishouden_id)
    mia = _erbij(hier, voornamen="Mia", rol=RolInHuishouden.KIND, geboortedatum="2025-03-01")
    with hier.plek.store.write() as werk:
        gezag = Relatie(
            id=hier.plek.new_id(),
            huishouden_id=hier.huishouden_id,
            inwoner_id=mia.id,
            ander_id=anna.id,
            gezag=Gezag.JA,
        )
        werk.add(gezag)
        werk.commit("relatie.erbij", hier.huishouden_id)
    scherm = _open(omgeving, hier, toon_scherm)
    kruis_aan(scherm, "grond.inwoner")
    assert scherm.findChildren(QWidget, f"akkoord_{mia.id}") == []
    kruis_aan(scherm, f"akkoord_{anna.id}")
    assert zie(scherm, f"akkoord_{anna.id}").accessibleName().endswith(", ook voor Mia")
    henk = _erbij(hier, voornamen="Henk", rol=RolInHuishouden.PARTNER)
    scherm.refresh()
    rust()
    kruis_aan(scherm, f"akkoord_{henk.id}")
    assert scherm.form.fields.text("akkoord_van") == str(henk.id), "what I had taken away stays away"


@pytest.mark.eis("TRI-12")
@pytest.mark.parametrize("knop", ["trek_in", "geef_terug"])
def test_a_yes_is_over_when_the_hand_over_does_not_go_on(
    omgeving: Omgeving, hier: Begin, joris: Begin, toon_scherm: Toonscherm, rust: Rust, knop: str
) -> None:
    joris.volledig()
    terug = knop == "geef_terug"
    van = joris if terug else hier
    if not terug:
        wissel_uit(joris.plek, hier.plek)
    van.bied_aan(naar=SANNE.id if terug else JORIS.id, grond="inwoner")
    if terug:
        wissel_uit(joris.plek, hier.plek)
    (ja,) = _ja_van(hier)
    assert geldt(ja, hier.plek.vandaag)
    assert "Joris kent de familie" not in ja.model_dump_json(), "what I wrote for Joris is not for her"
    scherm = _open(omgeving, hier, toon_scherm)
    if terug:
        druk(scherm, "nee_geef_terug")
        typ("Dit is mijn buurvrouw.")
    druk(scherm, knop)
    rust()
    (ja,) = _ja_van(hier)
    assert not geldt(ja, hier.plek.vandaag)


@pytest.mark.eis("EVV-06")
def test_each_of_the_household_says_yes_for_themselves(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust, theme: Theme
) -> None:
    hier.volledig()
    with hier.plek.store.write() as werk:
        henk, mia = (
            werk.add(Inwoner(id=hier.plek.new_id(), huishouden_id=hier.huishouden_id, voornamen=naam, rol=rol))
            for naam, rol in (("Henk", RolInHuishouden.PARTNER), ("Mia", RolInHuishouden.KIND))
        )
        werk.commit("inwoner.erbij", hier.huishouden_id)
    scherm = _open(omgeving, hier, toon_scherm)
    assert "Wie zei ja?" not in woorden(scherm)
    kruis_aan(scherm, "grond.inwoner")
    assert "Wie zei ja?" in woorden(scherm)
    assert bezwaren_op_elke_maat(scherm, theme) == []
    kruis_aan(scherm, f"akkoord_{henk.id}")
    _bied_aan(scherm, "Daar is meer tijd.")
    rust()
    with hier.plek.store.read() as lezer:
        gezegd = {toestemming.inwoner_id for toestemming in lezer.find(Toestemming)}
        anna = hoofdpersoon(lezer, hier.huishouden_id)
    assert gezegd == {anna.id, henk.id}, "Mia said nothing yet"
    assert mia.id not in gezegd
