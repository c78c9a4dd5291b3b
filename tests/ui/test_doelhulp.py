"""*Met hulp van*: who helped the resident to put a goal into words; on paper only when the resident agrees (RES-05)."""

import pytest
from PySide6.QtWidgets import QComboBox

from kernnetwerk_app.domain.contact import ContactSoort
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.domain.toestemming import DelenZonderJa, Toestemming
from kernnetwerk_app.services import afschrift, deelname, delen, doelhulp, keukentafel, mededeling, ondertekening
from kernnetwerk_app.services.delen import NieuwDelen
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.plan import PlanScreen
from tests.services.opzet import Dossier, gelezen
from tests.ui.rechten_scherm import MET_KARIN, anna
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, kies, kruis_aan, tab_naar, woorden, zie

OP_PAPIER = "Opgeschreven met hulp van: Karin Proef"


@pytest.fixture
def met_karin(dossier: Dossier) -> Dossier:
    """Karin is the cliëntondersteuner, and sat along with a neighbour when it was talked about."""
    plek = dossier.plek
    with plek.store.read() as lezer:
        melding, bases = lezer.get(Melding, dossier.melding_id), lezer.bases(dossier.melding_id)
    mededeling.noteer_antwoord(plek, melding, {"clientondersteuner": "Karin Proef"}, bases)
    erbij = {"inwoner_erbij": True, "naasten": "Karin Proef, Riet Voorbeeld", "naasten_gewenst": True}
    gesprek = {"datum": plek.vandaag, "contactsoort": ContactSoort.BEZOEK, **erbij}
    deelname.leg_vast(plek, dossier.huishouden_id, gesprek)
    dossier.doel()
    return dossier


def papier(dossier: Dossier) -> str:
    return gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))


def doel(dossier: Dossier) -> Doel:
    return dossier.plan().doelen[0].doel


@pytest.mark.eis("RES-05")
def test_the_clientondersteuner_helped_to_say_it_and_stands_on_paper_only_when_i_agree(
    met_karin: Dossier, omgeving: Omgeving, toon_scherm: Toonscherm, rust: Rust
) -> None:
    plek = met_karin.plek
    scherm = PlanScreen(omgeving, met_karin.huishouden_id)
    toon_scherm(scherm)
    druk(scherm, "doel1.wijzig")
    rust()
    vak = tab_naar("doel1.hulp")
    assert isinstance(vak, QComboBox)
    assert [vak.itemText(plaats) for plaats in range(vak.count())] == ["niemand", "Karin Proef", "Riet Voorbeeld"]
    assert (vak.currentText(), doel(met_karin).met_hulp_van) == ("niemand", None), "nobody is filled in beforehand"
    kies("doel1.hulp", "Karin Proef")
    tab_naar("doel1.hulp_papier")
    rust()
    assert doel(met_karin).met_hulp_van == "Karin Proef"
    assert OP_PAPIER not in papier(met_karin)
    kruis_aan(scherm, "doel1.hulp_papier")
    rust()
    assert doel(met_karin).hulp_op_papier is True
    assert OP_PAPIER in papier(met_karin)
    druk(scherm, "doel1.klaar")
    rust()
    assert "Met hulp van Karin Proef" in woorden(scherm)
    with plek.store.read() as lezer:
        tafel = keukentafel.load(plek, lezer, met_karin.huishouden_id, met_karin.gesprek_id)
    assert "Karin" not in " ".join(zin.tekst for deel in tafel.delen for zin in deel.zinnen), (
        "who else sits at the table does not read it"
    )

    ik = anna(met_karin).id
    with pytest.raises(DelenZonderJa):
        delen.deel(plek, met_karin.huishouden_id, NieuwDelen(ik, **{**MET_KARIN, "grond": "wet"}))
    delen.deel(plek, met_karin.huishouden_id, NieuwDelen(ik, **MET_KARIN, ja_van=(ik,)))
    with plek.store.read() as lezer:
        (een,) = [d for d in lezer.find(Toestemming) if d.ontvanger == "Karin Proef"]
    assert afschrift.check_afschrift(plek, een.id) == met_karin.versie().id


def test_another_helper_is_another_yes_and_nobody_takes_it_away(
    met_karin: Dossier, omgeving: Omgeving, toon_scherm: Toonscherm, rust: Rust
) -> None:
    met_karin.wijzig(doel(met_karin), met_hulp_van="Karin Proef", hulp_op_papier=True)
    scherm = PlanScreen(omgeving, met_karin.huishouden_id)
    toon_scherm(scherm)
    druk(scherm, "doel1.wijzig")
    rust()
    kies("doel1.hulp", "Riet Voorbeeld")
    tab_naar("doel1.hulp_papier")
    rust()
    assert (doel(met_karin).met_hulp_van, doel(met_karin).hulp_op_papier) == ("Riet Voorbeeld", None)
    kies("doel1.hulp", "niemand")
    tab_naar("doel1.klaar")
    rust()
    assert (doel(met_karin).met_hulp_van, doel(met_karin).hulp_op_papier) == (None, None)
    assert not [w for w in scherm.findChildren(type(zie(scherm, "doel1.hulp")), "doel1.hulp_papier") if w.isVisible()]
    assert bezwaren_op_elke_maat(scherm, omgeving.theme) == []


def test_where_nobody_is_known_nothing_is_asked(
    dossier: Dossier, omgeving: Omgeving, toon_scherm: Toonscherm, rust: Rust
) -> None:
    dossier.doel()
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    druk(scherm, "doel1.wijzig")
    rust()
    assert not [w for w in scherm.findChildren(QComboBox, "doel1.hulp") if w.isVisible()]
    with dossier.plek.store.read() as lezer:
        assert doelhulp.wie_kan(dossier.plek, lezer, dossier.plan_id) == ()
