"""*Eerdere tekst* in the forms with a button: each field asks for what stood in that field, and in no other."""

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any, TypeVar, get_args

import pytest
from pydantic.fields import FieldInfo
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid
from kernnetwerk_app.domain.bijlage import Bijlage, Vorm
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.contact import Contact, ContactSoort
from kernnetwerk_app.domain.deskundige import Deskundige
from kernnetwerk_app.domain.draagkracht import Draagkracht, Meter
from kernnetwerk_app.domain.inloopcontact import Inloopcontact
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.mantelzorg import Mantelzorg, mantelzorg_id
from kernnetwerk_app.domain.melding import Kanaal, Melding
from kernnetwerk_app.domain.onderzoek import Onderzoek, onderzoek_id
from kernnetwerk_app.domain.relatie import MANTELZORG, Relatie
from kernnetwerk_app.domain.signaal import Signaal
from kernnetwerk_app.domain.toezegging import Toezegging
from kernnetwerk_app.domain.verblijf import Verblijf
from kernnetwerk_app.domain.verzoek import Verzoek, Verzoeksoort
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.services import bijlage, deskundige, gegevens, mantelzorg, mensen, onderzoek, rechten
from kernnetwerk_app.services.deskundige import DeskundigenBeeld, Deskundigenregel
from kernnetwerk_app.services.mantelzorg import MantelzorgBeeld, Mantelzorger
from kernnetwerk_app.services.mensen import MensenBeeld
from kernnetwerk_app.services.onderzoek import OnderzoekBeeld
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.ui.forms.antwoord_form import AntwoordForm as Meldingantwoord
from kernnetwerk_app.ui.forms.bezoek_form import MoveForm
from kernnetwerk_app.ui.forms.bijlage_forms import BijlageForm
from kernnetwerk_app.ui.forms.datumveld import Datumveld
from kernnetwerk_app.ui.forms.deelname_form import DeelnameForm
from kernnetwerk_app.ui.forms.deskundige_form import DeskundigeantwoordForm, VraagForm
from kernnetwerk_app.ui.forms.dossier_forms import KeptForm
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.fields import Fields
from kernnetwerk_app.ui.forms.gegevens_form import GegevensForm
from kernnetwerk_app.ui.forms.inloop_form import InloopForm
from kernnetwerk_app.ui.forms.lid_form import BereikForm, LidForm
from kernnetwerk_app.ui.forms.mantelzorg_forms import DraagkrachtForm, MantelzorgForm
from kernnetwerk_app.ui.forms.mensen_forms import BijzonderheidForm, RelatieForm, VeiligheidForm, VerblijfForm
from kernnetwerk_app.ui.forms.netwerk_form import NetwerkForm
from kernnetwerk_app.ui.forms.onderzoek_forms import EigenPlanForm, IdentiteitForm, LaterForm, WieForm
from kernnetwerk_app.ui.forms.planafsluiting import AfsluitForm
from kernnetwerk_app.ui.forms.rechten_forms import AntwoordForm
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.signaal_form import SignaalForm
from kernnetwerk_app.ui.forms.veldbron import KEUZE, NIET_HIER, NIEUW, Bron, bron_of, is_schrijfveld
from kernnetwerk_app.ui.forms.voorziening_form import VoorzieningForm
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossiers import DossiersScreen
from kernnetwerk_app.ui.screens.signalen import SignalenScreen
from kernnetwerk_app.ui.screens.socialekaart import SocialeKaartScreen
from kernnetwerk_app.ui.widgets.saved_mark import SavedMark
from kernnetwerk_app.ui.widgets.text_field import TextField
from tests.services.opzet import Dossier
from tests.ui.schermen import Rust

T = TypeVar("T")
TELEFOON = "0592000012"
DAG = date(2027, 4, 19)


class Vol:
    """A dossier in which each text of what is looked at says in which field of which kind it stands."""

    def __init__(self, omgeving: Omgeving, dossier: Dossier) -> None:
        self.omgeving, self.plek, self.hier = omgeving, omgeving.plek, dossier.huishouden_id
        self.dossier, self.anna = dossier, dossier.plan().inwoner.id

    def maak(self, soort: type[Entiteit], **vast: object) -> Any:
        teksten = {veld: f"{soort.__name__} {veld}" for veld, wat in soort.model_fields.items() if _is_text(wat)}
        telefoon = {veld: TELEFOON for veld in teksten if veld in ("telefoon", "meld_nummer")}
        eigen = {"id": self.plek.new_id(), "huishouden_id": self.hier, **teksten, **telefoon, **vast}
        with self.plek.store.write() as werk:
            record = werk.add(soort.model_validate(eigen))
            werk.commit("proef.geplant", self.hier)
        return record

    def lees(self, lees: Callable[[Lezer], T]) -> T:
        with self.plek.store.read() as lezer:
            return lees(lezer)

    @property
    def mensen(self) -> MensenBeeld:
        return self.lees(lambda lezer: mensen.load(self.plek, lezer, self.hier))

    def relatie(self) -> Relatie:
        een: Relatie = self.maak(Relatie, inwoner_id=self.anna, hulpsoort=MANTELZORG, mag_benaderd=True)
        return een

    def onderzoek(self) -> OnderzoekBeeld:
        vast = {"datum": DAG, "door_id": self.plek.medewerker.id, "identiteit_datum": DAG}
        wie = {"id": onderzoek_id(self.dossier.melding_id), "melding_id": self.dossier.melding_id}
        self.maak(Onderzoek, **wie, **vast)
        return self.lees(lambda lezer: onderzoek.load(self.plek, lezer, self.hier))

    def deskundige(self) -> tuple[DeskundigenBeeld, Deskundigenregel]:
        self.maak(Deskundige, melding_id=self.dossier.melding_id, inwoner_id=self.anna)
        melding = self.lees(lambda lezer: lezer.get(Melding, self.dossier.melding_id))
        beeld = self.lees(lambda lezer: deskundige.load(self.plek, lezer, self.hier, melding))
        return beeld, beeld.regels[0]

    def mantelzorg(self) -> tuple[MantelzorgBeeld, Mantelzorger]:
        relatie = self.relatie()
        eigen = mantelzorg_id(relatie.id)
        self.maak(Mantelzorg, id=eigen, relatie_id=relatie.id, gesprek_datum=DAG)
        wie = {"mantelzorg_id": eigen, "door_id": self.plek.medewerker.id}
        self.maak(Draagkracht, **wie, datum=DAG, meter=Meter.ZELF, volhoudtijd=None)
        beeld = self.lees(lambda lezer: mantelzorg.load(self.plek, lezer, self.hier))
        return beeld, beeld.mantelzorgers[0]


def _is_text(veld: FieldInfo) -> bool:
    soorten = [veld.annotation, *get_args(veld.annotation)]
    return any(soort is str or str in get_args(soort) for soort in soorten)


def _draagkracht(vol: Vol) -> QWidget:
    beeld, van = vol.mantelzorg()
    return DraagkrachtForm(vol.omgeving, beeld, van, van.metingen[0])


def _deelname(vol: Vol) -> QWidget:
    erbij = {"inwoner_erbij": False, "naasten": None, "medewerker_id": vol.plek.medewerker.id}
    vol.maak(Contact, datum=vol.plek.vandaag, contactsoort=ContactSoort.BEZOEK, **erbij)
    beeld = vol.onderzoek()
    return DeelnameForm(vol.omgeving, beeld, beeld.gesprekken[0])


def _vraag(vol: Vol) -> QWidget:
    return VraagForm(vol.omgeving, vol.mensen, *vol.deskundige())


def _deskundigeantwoord(vol: Vol) -> QWidget:
    return DeskundigeantwoordForm(vol.omgeving, vol.mensen, *vol.deskundige())


def _veiligheid(vol: Vol) -> QWidget:
    eigen = {"door_id": vol.plek.medewerker.id, "begin_datum": DAG, "eind_datum": date(2027, 9, 1), "meld_minuten": 45}
    return VeiligheidForm(vol.omgeving, vol.mensen, vol.maak(Bezoekveiligheid, **eigen))


def _bijzonderheid(vol: Vol) -> QWidget:
    eigen = {"inwoner_id": vol.anna, "aard": Aard.MENTORSCHAP, "begin_datum": DAG, "eind_datum": date(2028, 9, 1)}
    return BijzonderheidForm(vol.omgeving, vol.mensen, vol.maak(Bijzonderheid, **eigen))


def _bereik(vol: Vol) -> QWidget:
    lid = vol.mensen.leden[0]
    velden = {"kanaal": "app", "waar_gezien": "bij de molen", "taal": "Fries", "tolk": "een nicht"}
    mensen.leg_vast(vol.plek, Inwoner, vol.hier, velden, lid.inwoner, vol.mensen.bases[vol.anna])
    return BereikForm(vol.omgeving, vol.mensen, vol.mensen.leden[0])


def _bijlage(vol: Vol) -> QWidget:
    een = vol.maak(Bijlage, datum=DAG, vorm=Vorm.WOORDEN, door_id=vol.plek.medewerker.id)
    return BijlageForm(vol.omgeving, vol.lees(lambda lezer: bijlage.load(vol.plek, lezer, vol.hier)), een)


def _gegevens(vol: Vol) -> QWidget:
    beeld = vol.lees(lambda lezer: gegevens.load(lezer, vol.hier))
    return GegevensForm(vol.omgeving.theme, vol.plek.profiel, lambda: vol.plek.vandaag, beeld)


def _voorziening(vol: Vol) -> QWidget:
    form = VoorzieningForm(vol.omgeving.theme, vol.plek.profiel)
    form.show_old(vol.maak(Voorziening, huishouden_id=None))
    return form


def _signaal(vol: Vol) -> QWidget:
    form = SignaalForm(vol.omgeving.theme, vol.plek.profiel, lambda: vol.plek.vandaag, bestaand=True)
    dagen = {"datum": DAG, "stap_datum": DAG, "besproken_datum": DAG, "terugkoppeling_datum": DAG}
    form.show_signaal(vol.maak(Signaal, anoniem=False, kanaal=Kanaal.TELEFOON, door_id=vol.plek.medewerker.id, **dagen))
    return form


def _inloop(vol: Vol) -> QWidget:
    form = InloopForm(vol.omgeving.theme, vol.plek.profiel, "ander_")
    wie = {"spreekuur_id": vol.plek.new_id(), "medewerker_id": vol.plek.medewerker.id}
    form.load(vol.maak(Inloopcontact, datum=DAG, tijd=time(10), **wie))
    return form


def _meldingantwoord(vol: Vol) -> QWidget:
    with vol.plek.store.write() as werk:
        melding = werk.get(Melding, vol.dossier.melding_id)
        nieuw = werk.change(melding, clientondersteuner="Mia Proef", eigen_plan_datum=DAG)
        werk.commit("proef.geplant", vol.hier)
    form = Meldingantwoord(vol.omgeving, vol.hier, object())
    form.set_melding(nieuw, {})
    return form


_VORMEN: Mapping[str, tuple[Callable[[Vol], QWidget], set[str]]] = {
    "relatie": (lambda v: RelatieForm(v.omgeving, v.mensen, v.relatie()), {"ander_naam", "relatie", "telefoon"}),
    "netwerk": (lambda v: NetwerkForm(v.omgeving, v.mensen, v.relatie()), {"ander_naam", "doet", "kan", "telefoon"}),
    "bijzonderheid": (_bijzonderheid, {"naam", "bron", "begin_datum", "eind_datum", "telefoon", "reikwijdte"}),
    "veiligheid": (_veiligheid, {"feit", "bron", "eind_datum", "meld_minuten", "meld_bij", "meld_nummer"}),
    "verblijf": (
        lambda v: VerblijfForm(v.omgeving, v.mensen, (), v.maak(Verblijf, inwoner_id=v.anna)),
        {"wanneer", "elders"},
    ),
    "bereik": (_bereik, {"kanaal", "waar_gezien", "taal", "tolk"}),
    "wie": (lambda v: WieForm(v.omgeving, v.onderzoek()), {"deskundigen"}),
    "eigen_plan": (lambda v: EigenPlanForm(v.omgeving, v.onderzoek()), {"eigen_plan_inhoud", "eigen_plan_gebruikt"}),
    "later": (
        lambda v: LaterForm(v.omgeving, v.onderzoek()),
        {"nu", "verandert", "blijft_passen", "levenslang_reden"},
    ),
    "identiteit": (lambda v: IdentiteitForm(v.omgeving, v.onderzoek()), {"identiteit_datum"}),
    "deelname": (_deelname, {"zonder_inwoner_reden", "tolk"}),
    "vraag": (_vraag, {"naam", "functie", "organisatie", "vraag"}),
    "deskundigeantwoord": (_deskundigeantwoord, {"antwoord", "notitie"}),
    "mantelzorg": (
        lambda v: MantelzorgForm(v.omgeving, *v.mantelzorg()),
        {"gesprek_datum", "gesprek_met", "eigen_woorden", "behoefte", "taken", "grenzen", "steun", "delen_met"},
    ),
    "draagkracht": (_draagkracht, {"datum", "draaglast", "draagkracht", "instrument", "uitslag"}),
    "bijlage": (_bijlage, {"aard", "van", "omschrijving", "datum"}),
    "gegevens": (_gegevens, {"voornamen", "achternaam", "straat", "plaats", "vraag", "ontvangen_datum"}),
    "voorziening": (_voorziening, {"naam", "rubriek", "wat", "telefoon", "kosten", "doel", "bereikbaar", "vindplaats"}),
    "signaal": (_signaal, {"gezien", "categorie", "stap", "reactie", "advies", "betreft_woorden", "besproken_datum"}),
    "inloop": (_inloop, {"vraag", "kern", "leefgebied", "gedaan", "verwezen"}),
    "melding": (_meldingantwoord, {"clientondersteuner", "eigen_plan_datum"}),
}


@pytest.mark.parametrize("vorm", _VORMEN)
def test_each_field_of_a_form_asks_for_what_stood_in_that_field_and_shows_it_as_it_stands_there(
    omgeving: Omgeving, dossier: Dossier, rust: Rust, vorm: str
) -> None:
    maak, verwacht = _VORMEN[vorm]
    vol = Vol(omgeving, dossier)
    form = maak(vol)
    rust()
    gevonden = set()
    for fields in form.findChildren(Fields):
        for naam in fields._entries:
            bron = _bron(fields, naam)
            if bron.plek is None:
                assert bron.waarom == (NIET_HIER if is_schrijfveld(fields.editor(naam)) else KEUZE), naam
                continue
            plek = bron.plek
            with vol.plek.store.read() as lezer:
                waarde = getattr(lezer.get(plek.soort, plek.entiteit_id), plek.veld)
            if waarde is not None and plek.veld != "bsn":
                gevonden.add(plek.veld)
                assert bron.toon(waarde) == fields.text(naam), naam
    assert verwacht <= gevonden


def test_a_form_that_asks_anew_what_is_written_on_in_a_record_knows_which_field_that_is(
    omgeving: Omgeving, dossier: Dossier, rust: Rust
) -> None:
    """Its fields begin empty, so nothing that stands there says so."""
    vol = Vol(omgeving, dossier)
    wie = {"eigenaar_id": vol.plek.medewerker.id}
    belofte = vol.maak(Toezegging, uiterlijk=DAG, beloofd_datum=DAG, **wie)
    verzoek = vol.maak(Verzoek, verzoek=Verzoeksoort.INZAGE, ontvangen_datum=DAG, **wie)
    bezoek = vol.maak(Contact, datum=DAG, contactsoort=ContactSoort.BEZOEK, medewerker_id=vol.plek.medewerker.id)
    van = vol.lees(lambda lezer: rechten.load(vol.plek, lezer, vol.hier))
    vormen = {
        KeptForm(omgeving, belofte, {}, object()): {"hoe": (belofte.id, "gedaan_hoe")},
        AntwoordForm(omgeving, van, verzoek): {"antwoord": (verzoek.id, "antwoord")},
        MoveForm(omgeving, bezoek, {}, object()): {"datum": (bezoek.id, "datum"), "tijd_van": (bezoek.id, "tijd_van")},
        AfsluitForm(omgeving, dossier.plan_id, "Kees"): {
            "waarom": (dossier.plan_id, "afsluit_woorden"),
            "daarna": (dossier.plan_id, "daarna"),
        },
    }
    for form, velden in vormen.items():
        for naam, van_waar in velden.items():
            plek = _bron(form.fields, naam).plek
            assert plek is not None
            assert (plek.entiteit_id, plek.veld) == van_waar
    nieuw = LidForm(omgeving, vol.mensen).fields
    rust()
    assert {_bron(nieuw, naam).waarom for naam in nieuw._entries} == {NIEUW}


def test_a_day_of_the_plan_keeps_itself_and_shows_the_days_of_before(omgeving: Omgeving, dossier: Dossier) -> None:
    dossier.wijzig(dossier.plan().plan, terugkijk_datum=DAG)
    van = dossier.plan().plan
    schrijver = Schrijver(omgeving, SavedMark(omgeving.theme), object())
    veld = Datumveld(schrijver, van, "terugkijk_datum", {}, ("Dag", ""), lambda: None)
    _, bron = bron_of(veld.line) or (None, Bron())
    assert bron.bewaart_zelf
    assert bron.plek is not None
    assert (bron.plek.entiteit_id, bron.plek.veld) == (van.id, "terugkijk_datum")
    assert bron.toon(DAG) == veld.line.text() != ""


def test_what_one_may_only_read_does_not_say_that_it_is_written_for_the_first_time(omgeving: Omgeving) -> None:
    lezen = LineEdit(omgeving.theme)
    lezen.setReadOnly(True)
    assert [bron.waarom for _, bron in [bron_of(lezen) or (None, Bron())]] == [NIET_HIER]


def test_where_one_searches_nothing_is_written_and_no_earlier_text_is_told_of(omgeving: Omgeving) -> None:
    schermen = (DossiersScreen(omgeving), SocialeKaartScreen(omgeving), SignalenScreen(omgeving))
    velden = [veld for scherm in schermen for veld in scherm.findChildren(TextField) if veld.placeholderText()]
    assert len(velden) == len(schermen)
    assert [bron_of(veld) for veld in velden] == [None] * len(velden)


def _bron(fields: Fields, naam: str) -> Bron:
    gevonden = bron_of(fields.editor(naam))
    assert gevonden is not None, naam
    return gevonden[1]
