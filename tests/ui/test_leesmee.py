"""Every field of which a resident reads the words hints at plain ones while somebody types there (TAAL-01)."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget

from kernnetwerk_app.domain.base import Entiteit, VoorWie, mag_veld
from kernnetwerk_app.domain.bijlage import Bijlage
from kernnetwerk_app.domain.ladder import Trede
from kernnetwerk_app.domain.leesmee import ERBIJ, NIET, STEM, is_vrije_tekst, leest_mee
from kernnetwerk_app.domain.onderzoek import INVENTARIS
from kernnetwerk_app.domain.plan import Wie
from kernnetwerk_app.domain.toezegging import Toezegging
from kernnetwerk_app.domain.verzoek import Verzoek, Verzoeksoort
from kernnetwerk_app.oplog.units import SOORTEN
from kernnetwerk_app.services import bijlage, deskundige, mensen, onderzoek, plan, rechten, toezegging, verzoek
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.toezegging import NieuweToezegging
from kernnetwerk_app.ui.forms.aantekening_form import AantekeningForm
from kernnetwerk_app.ui.forms.bezoek_form import VisitForm
from kernnetwerk_app.ui.forms.bijlage_forms import BijlageForm
from kernnetwerk_app.ui.forms.deelname_form import DeelnameForm
from kernnetwerk_app.ui.forms.deskundige_form import VraagForm
from kernnetwerk_app.ui.forms.dossier_forms import KeptForm
from kernnetwerk_app.ui.forms.mantelzorg_forms import DraagkrachtForm, MantelzorgForm
from kernnetwerk_app.ui.forms.netwerk_form import NetwerkForm
from kernnetwerk_app.ui.forms.onderzoek_forms import EigenPlanForm, LaterForm, WieForm
from kernnetwerk_app.ui.forms.planafsluiting import AfsluitForm
from kernnetwerk_app.ui.forms.rechten_forms import AntwoordForm, LieverForm, VerzoekForm
from kernnetwerk_app.ui.forms.steun_form import SteunForm
from kernnetwerk_app.ui.forms.taalhulp import LEEST_MEE
from kernnetwerk_app.ui.forms.voorziening_form import VoorzieningForm
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.onderzoek import OnderzoekScreen
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.widgets.field import Field
from tests.services.opzet import Dossier
from tests.services.test_bijlage import neem_op
from tests.services.test_mantelzorg import beeld as mantelzorgbeeld
from tests.services.test_mantelzorg import de_mantelzorger, maak_mantelzorger
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.toetsen import druk, tab_naar, typ

JARGON = "Er is problematiek"


def alle_teksten() -> Iterator[tuple[type[Entiteit], str]]:
    """Free text that a resident may read: of every kind of record there is."""
    for soort in SOORTEN.values():
        for veld in soort.model_fields:
            if is_vrije_tekst(soort, veld) and mag_veld(VoorWie.PERSOON, soort, veld):
                yield soort, veld


def test_each_free_text_for_a_resident_is_read_along_with_or_says_why_not() -> None:
    teksten = set(alle_teksten())
    assert len(teksten) > 40
    for plaats in teksten:
        assert leest_mee(*plaats) != (plaats in NIET)
    assert set(NIET) <= teksten, "an exception for a field that is not there"
    assert all(NIET.values())
    assert all(veld in soort.model_fields and (soort, veld) not in NIET for soort, veld in ERBIJ | STEM)


def forms(omgeving: Omgeving, dossier: Dossier) -> Iterator[QWidget]:
    """Each form in which a resident's paper or screen is typed."""
    plek, hier, van = dossier.plek, dossier.huishouden_id, object()
    maak_mantelzorger(dossier)
    toezegging.beloof(plek, hier, NieuweToezegging("Ik bel u", "Anna", plek.vandaag))
    with plek.store.read() as lezer:
        wie = hoofdpersoon(lezer, hier)
    verzoek.neem_op(plek, hier, {"inwoner_id": wie.id, "verzoek": Verzoeksoort.INZAGE})
    foto_id = neem_op(dossier)
    with plek.store.read() as lezer:
        eerst = onderzoek.load(plek, lezer, hier)
    onderzoek.schrijf(plek, eerst, {"deskundigen": "Mia Proef, zoals het vroeger stond."})
    with plek.store.read() as lezer:
        bekeken, mensen_beeld = onderzoek.load(plek, lezer, hier), mensen.load(plek, lezer, hier)
        recht, bijlagen = rechten.load(plek, lezer, hier), bijlage.load(plek, lezer, hier)
        gevraagd = deskundige.load(plek, lezer, hier, bekeken.melding)
        belofte, vraag = lezer.find(Toezegging)[0], lezer.find(Verzoek)[0]
        een, bases = lezer.get(Bijlage, foto_id), lezer.bases(belofte.id)
    zorg, zij = mantelzorgbeeld(dossier), de_mantelzorger(dossier)
    for onderzoekform in (WieForm, EigenPlanForm, LaterForm):
        yield onderzoekform(omgeving, bekeken)
    yield DeelnameForm(omgeving, bekeken, None)
    yield VraagForm(omgeving, mensen_beeld, gevraagd)
    yield MantelzorgForm(omgeving, zorg, zij)
    yield DraagkrachtForm(omgeving, zorg, zij)
    yield NetwerkForm(omgeving, mensen_beeld)
    yield LieverForm(omgeving, recht)
    yield VerzoekForm(omgeving, recht)
    yield AntwoordForm(omgeving, recht, vraag)
    yield SteunForm(omgeving, hier, van)
    yield AantekeningForm(omgeving)
    yield KeptForm(omgeving, belofte, bases, van)
    yield BijlageForm(omgeving, bijlagen, een)
    yield AfsluitForm(omgeving, dossier.plan_id, "Mees")
    yield VisitForm(omgeving, hier, van)
    yield VoorzieningForm(omgeving.theme, plek.profiel)


def planscherm(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust) -> QWidget:
    """The plan as a person has it before them, with all of it open: a goal with each rung of its ladder and the reason
    of before, a step, a line and what folds behind it, and the line that is being typed.
    """
    doel_id = dossier.doel()
    gezegd = {f"{trede}_reden": "ja" for trede in Trede}
    dossier.wijzig(dossier.plan().doelen[0].doel, lichter_kan=False, **gezegd)
    plan.add_stap(dossier.plek, doel_id, "Bellen")
    plan.add_afspraak(dossier.plek, doel_id, "Ik bel", Wie.INWONER)
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    for knop in ("doel1.wijzig", "doel1.stap1.wijzig", "doel1.regel1", "doel1.regel1.meer", "doel1.ladder"):
        druk(scherm, knop)
    tab_naar("doel1.nieuwe_regel")
    typ("Mijn zus")
    rust()
    return scherm


def op(blad: QWidget) -> list[tuple[str, QWidget]]:
    return [(een.property(LEEST_MEE), een) for een in blad.findChildren(QWidget) if een.property(LEEST_MEE)]


@pytest.mark.eis("TAAL-01")
def test_every_field_that_a_resident_reads_hints_at_plain_words_while_somebody_types(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    scherm = OnderzoekScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    druk(scherm, INVENTARIS)
    rust()
    het_plan = planscherm(omgeving, dossier, toon_scherm, rust)
    assert sum(naam == "Afspraak.wanneer" for naam, _ in op(het_plan)) == 2, "of the line, and of the next one"
    bladen = [scherm, het_plan, *forms(omgeving, dossier)]
    gevonden: set[str] = set()
    for blad in bladen:
        for naam, editor in op(blad):
            field: QWidget | None = editor
            while not isinstance(field, Field):
                assert field is not None
                field = field.parentWidget()
            editor.set_text(JARGON)  # type: ignore[attr-defined]
            editor.edited.emit()  # type: ignore[attr-defined]
            QApplication.sendEvent(editor, QFocusEvent(QEvent.Type.FocusOut))
            assert "problematiek" in field.advice(), naam
            assert not field.error(), naam
            gevonden.add(naam)
    alles = {(soort, veld) for soort in SOORTEN.values() for veld in soort.model_fields if leest_mee(soort, veld)}
    assert sorted({f"{soort.__name__}.{veld}" for soort, veld in alles} - gevonden) == []
