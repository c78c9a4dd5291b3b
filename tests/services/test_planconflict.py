"""Two laptops wrote in the same place of a plan: it is chosen before anybody reads and signs one side of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kernnetwerk_app.domain.base import Entiteit, VoorWie
from kernnetwerk_app.domain.draagkracht import Draagkracht, Meter
from kernnetwerk_app.domain.huishouden import Huishouden, Regie
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.mantelzorg import Mantelzorg
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.netwerk import Netwerkbevinding
from kernnetwerk_app.domain.onderzoek import INVENTARIS, Onderzoek
from kernnetwerk_app.domain.plan import Afspraak, Doel, Ondersteuningsplan, Stap, Wie
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.relatie import MANTELZORG, Relatie
from kernnetwerk_app.domain.vraagverheldering import Antwoord
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.operation import Operation, OpId
from kernnetwerk_app.services import conflict, mantelzorg, mensen, plan, planconflict
from kernnetwerk_app.services.planconflict import PlanHeeftTweeVersies, PlanMetNieuwereTekst
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import JORIS, kopieer, make_werkplek
from tests.services.opzet import Dossier, begin_dossier
from tests.services.test_onderzoek import kies
from tests.uitwisseling import wissel_uit


@dataclass(frozen=True)
class Samen:
    """Two laptops that hold the same plan, with a goal, a step and a line."""

    dossier: Dossier
    joris: Werkplek

    def clash(self, soort: type[Entiteit], een: dict[str, object], ander: dict[str, object], sleutel: str = "") -> UUID:
        """Both change the same without knowing of each other, then meet."""
        for plek, velden in ((self.dossier.plek, een), (self.joris, ander)):
            plek.klok.advance(timedelta(minutes=1))
            with plek.store.write() as werk:
                van = {"sleutel": sleutel} if sleutel else {"huishouden_id": self.dossier.huishouden_id}
                entiteit = werk.find(soort, **van)[0]
                werk.change(entiteit, **velden)
                werk.commit("test.wijzig")
        wissel_uit(self.dossier.plek, self.joris)
        return entiteit.id

    def versies(self) -> tuple[PlanVersie, ...]:
        return self.dossier.plan().versies


@pytest.fixture(scope="module")
def begonnen(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Samen]:
    """Two closed laptops that hold the same plan, and what is on them."""
    folder = tmp_path_factory.mktemp("begonnen")
    sanne = make_werkplek(folder / "sanne")
    joris = make_werkplek(folder / "joris", sanne.klok, device_no=2, wie=JORIS)
    dossier = begin_dossier(sanne)
    doel_id = dossier.doel()
    plan.add_stap(sanne, doel_id, "De bus bellen.")
    plan.add_afspraak(sanne, doel_id, "Riet gaat mee.", Wie.NETWERK, "Riet")
    dossier.typ("huisvesting.goed", "Ik woon hier fijn.")
    dossier.typ("vraag.waar_het_om_gaat", "Weer onder de mensen komen.")
    dossier.stand("financien", LeefgebiedStatus.BESPROKEN)
    _mantelzorg(dossier)
    kies(dossier, INVENTARIS, "algemeen", "past", "De eettafel.")
    wissel_uit(sanne, joris)
    sanne.store.close()
    joris.store.close()
    return folder, Samen(dossier, joris)


def _mantelzorg(dossier: Dossier) -> None:
    """A daughter whose tasks and strain stand in the plan."""
    plek, hier = dossier.plek, dossier.huishouden_id
    velden = {"inwoner_id": dossier.plan().inwoner.id, "ander_naam": "Karin Proef", "hulpsoort": MANTELZORG}
    mensen.leg_vast(plek, Relatie, hier, velden)
    with plek.store.read() as lezer:
        (wie,) = mantelzorg.load(plek, lezer, hier).mantelzorgers
    mantelzorg.schrijf(plek, wie, {"taken": "De was doen.", "inwoner_mag_zien": True})
    mantelzorg.meet(plek, wie, {"meter": Meter.ZELF, "draaglast": "De nachten."})


@pytest.fixture
def samen(begonnen: tuple[Path, Samen], tmp_path: Path) -> Iterator[Samen]:
    folder, begin = begonnen
    sanne = kopieer(folder / "sanne", tmp_path / "sanne")
    joris = kopieer(folder / "joris", tmp_path / "joris", sanne.klok, device_no=2, wie=JORIS)
    yield Samen(replace(begin.dossier, plek=sanne), joris)
    sanne.store.close()
    joris.store.close()


GEDRUKT = [
    (Ondersteuningsplan, "zelf", "Ik kook.", "Ik was.", ""),
    (Ondersteuningsplan, "terugkijk_datum", date(2027, 6, 1), date(2027, 7, 1), ""),
    (Doel, "tekst", "Naar het koor.", "Naar de club.", ""),
    (Doel, "lichter_kan", True, False, ""),
    (Stap, "tekst", "De bus bellen op maandag.", "De bus mailen.", ""),
    (Afspraak, "tekst", "Riet gaat dinsdag mee.", "Riet gaat donderdag mee.", ""),
    (Afspraak, "wie_naam", "Riet Proef", "Riet Test", ""),
    (Afspraak, "opmerking", "Liever niet.", "Graag.", ""),
    (Antwoord, "waarde", "Mensen zien.", "De deur uit.", "vraag.waar_het_om_gaat"),
    (Melding, "vraag", "Kom ik nog bij het koor?", "Hoe kom ik bij het koor?", ""),
    (Antwoord, "waarde", "Ik woon hier mooi.", "Ik woon hier ruim.", "huisvesting.goed"),
    (Antwoord, "waarde", "past_deels", "past_niet", "onderzoek.algemeen"),
    (Antwoord, "toelichting", "Op dinsdag.", "Op donderdag.", "onderzoek.algemeen"),
    (Onderzoek, "nu", "Hulp bij de was.", "Hulp bij het bad.", ""),
    (Antwoord, "status", LeefgebiedStatus.WIL_NIET, LeefgebiedStatus.NOG_NIET, "financien"),
    (Inwoner, "achternaam", "Voorbeeld", "Jansen", ""),
    (Huishouden, "straat", "Proefweg", "Testweg", ""),
    (Ondersteuningsplan, "netwerk", Netwerkbevinding.BETROKKEN, Netwerkbevinding.WIL_NIET, ""),
    (Relatie, "hulpsoort", "vriendendienst", None, ""),
    (Mantelzorg, "taken", "De was.", "De boodschappen.", ""),
    (Draagkracht, "draaglast", "De nachten en het tillen.", "De zorg en het werk.", ""),
]


@pytest.mark.parametrize(("soort", "veld", "een", "ander", "sleutel"), GEDRUKT)
def test_plan_is_not_frozen_with_one_side_and_is_when_a_person_has_chosen(
    samen: Samen, soort: type[Entiteit], veld: str, een: object, ander: object, sleutel: str
) -> None:
    """On both laptops, and the error says where there is something to choose."""
    plan.add_doel(samen.dossier.plek, samen.dossier.plan_id, "Ook dit wil ik.")
    wissel_uit(samen.dossier.plek, samen.joris)
    entiteit_id = samen.clash(soort, {veld: een}, {veld: ander}, sleutel)
    with pytest.raises(PlanHeeftTweeVersies):
        plan.stel_vast(samen.joris, samen.dossier.plan_id)
    plek = samen.dossier.plek
    with pytest.raises(PlanHeeftTweeVersies) as fout:
        samen.dossier.versie()
    assert samen.versies() == ()
    assert fout.value.entiteit_id == entiteit_id
    with plek.store.read() as lezer:
        beeld = conflict.load(plek, lezer, entiteit_id, fout.value.eenheid)
    conflict.resolve(plek, beeld, beeld.kanten[1].velden)
    inhoud = plan.read_inhoud(samen.dossier.versie())
    assert inhoud.doelen


OP_TWEE_DAGEN = [
    (Stap, "gedaan_datum"),
    (Doel, "vervallen_datum"),
    (Stap, "vervallen_datum"),
    (Afspraak, "vervallen_datum"),
]


@pytest.mark.parametrize(("soort", "veld"), OP_TWEE_DAGEN)
def test_the_same_done_or_taken_out_on_two_days_stops_nothing_and_the_choice_says_what_it_is(
    samen: Samen, soort: type[Entiteit], veld: str
) -> None:
    """The paper says that it is so, and not since when; with the one day and no day it would say two things."""
    plek = samen.dossier.plek
    plan.add_doel(plek, samen.dossier.plan_id, "Ook dit wil ik.")
    wissel_uit(plek, samen.joris)
    entiteit_id = samen.clash(soort, {veld: date(2027, 4, 20)}, {veld: date(2027, 4, 21)})
    assert samen.dossier.versie().nummer == 1
    with plek.store.read() as lezer:
        (gevonden,) = [c for c in lezer.conflicten() if c.entiteit_id == entiteit_id]
        beeld = conflict.load(plek, lezer, entiteit_id, gevonden.eenheid)
    wat = "gedaan op" if veld == "gedaan_datum" else "uit het plan gehaald op"
    assert {kant.tekst for kant in beeld.kanten} == {f"{wat} di 20 april 2027", f"{wat} wo 21 april 2027"}


@pytest.mark.parametrize(
    ("veld", "zonder"), [("gedaan_datum", "niet gedaan"), ("vervallen_datum", "blijft in het plan")]
)
def test_done_and_not_done_is_chosen_first(samen: Samen, veld: str, zonder: str) -> None:
    plek = samen.dossier.plek
    with plek.store.write() as werk:
        werk.change(werk.find(Stap, huishouden_id=samen.dossier.huishouden_id)[0], **{veld: date(2027, 4, 19)})
        werk.commit("test.wijzig")
    wissel_uit(plek, samen.joris)
    entiteit_id = samen.clash(Stap, {veld: None}, {veld: date(2027, 4, 21)})
    with pytest.raises(PlanHeeftTweeVersies) as fout:
        samen.dossier.versie()
    with plek.store.read() as lezer:
        beeld = conflict.load(plek, lezer, entiteit_id, fout.value.eenheid)
    assert zonder in {kant.tekst for kant in beeld.kanten}


def test_while_the_melding_is_still_on_its_way_its_onderzoek_is_not_signed_unseen_either(
    samen: Samen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planconflict, "meldingen_van", lambda *_: [])
    samen.clash(Onderzoek, {"nu": "Hulp bij de was."}, {"nu": "Hulp bij het bad."})
    with pytest.raises(PlanHeeftTweeVersies):
        samen.dossier.versie()


def test_plan_that_was_read_before_is_not_handed_out_again_while_it_says_two_things(samen: Samen) -> None:
    samen.dossier.versie()
    samen.clash(Doel, {"tekst": "Naar het koor."}, {"tekst": "Naar de club."})
    with pytest.raises(PlanHeeftTweeVersies):
        samen.dossier.versie()


NIET_GEDRUKT = [
    (Inwoner, "telefoon", "0000000001", "0000000002"),
    (Huishouden, "regie", Regie.NETWERK, Regie.PROFESSIONAL),
    (Doel, "leefgebied", "huisvesting", "financien"),
    (Huishouden, "postcode", "0000 AA", "0000 BB"),
    (Antwoord, "toelichting", "Nu niet.", "Later."),
    (Onderzoek, "deskundigen", "Mia Proef", "Dokter Visser"),
]


@pytest.mark.parametrize(("soort", "veld", "een", "ander"), NIET_GEDRUKT)
def test_what_does_not_stand_on_the_paper_can_wait(
    samen: Samen, soort: type[Entiteit], veld: str, een: object, ander: object
) -> None:
    samen.clash(soort, {veld: een}, {veld: ander})
    assert samen.dossier.versie().nummer == 1


@pytest.mark.parametrize("soort", [Doel, Stap, Afspraak])
def test_of_what_was_taken_out_only_whether_it_is_out_matters(samen: Samen, soort: type[Entiteit]) -> None:
    plan.add_doel(samen.dossier.plek, samen.dossier.plan_id, "Ook dit wil ik.")
    weg = {"vervallen_datum": samen.dossier.plek.vandaag}
    wissel_uit(samen.dossier.plek, samen.joris)
    samen.clash(soort, {"tekst": "Zo.", **weg}, {"tekst": "Anders.", **weg})
    assert samen.dossier.versie().nummer == 1


def _niet_voor_de_inwoner(samen: Samen) -> Dossier:
    """The same dossier at a municipality where only professionals read what goes well."""
    plek = samen.dossier.plek
    lijst = plek.profiel.leefgebieden
    gebieden = tuple(
        replace(g, velden=tuple(replace(v, voor=VoorWie.PROFESSIONAL) if v.sleutel == "goed" else v for v in g.velden))
        for g in lijst.leefgebieden
    )
    profiel = replace(plek.profiel, leefgebieden=replace(lijst, leefgebieden=gebieden))
    return replace(samen.dossier, plek=replace(plek, profiel=profiel))


def _niet_besproken(samen: Samen) -> Dossier:
    samen.dossier.stand("huisvesting", LeefgebiedStatus.WIL_NIET)
    return samen.dossier


@pytest.mark.parametrize("leg_opzij", [_niet_voor_de_inwoner, _niet_besproken])
def test_answer_that_this_reader_does_not_get_stops_nothing_and_is_not_led_to(
    samen: Samen, leg_opzij: Callable[[Samen], Dossier]
) -> None:
    samen.clash(Antwoord, {"waarde": "Mooi."}, {"waarde": "Ruim."}, "huisvesting.goed")
    assert leg_opzij(samen).versie().nummer == 1


def test_version_of_a_newer_program_is_not_signed_away_and_leads_to_no_choice(samen: Samen) -> None:
    """A unit that this program does not print at all stops nothing."""
    plek = samen.dossier.plek
    doel_id = samen.dossier.plan().doelen[0].doel.id
    for eenheid in (99, 4):
        nieuwer = [
            Operation(OpId(9, eenheid + n), n, JORIS.id, n, Doel.soort, doel_id, eenheid, (), waarde, schema=2)
            for n, waarde in enumerate((codec.dumps({"tekst": "een"}), codec.dumps({"tekst": "twee"})), start=1)
        ]
        with plek.store.write() as werk:
            werk.receive(nieuwer)
            werk.commit("sync.ronde")
        if eenheid == 99:
            assert samen.dossier.versie().nummer == 1
    for leeg in ("", " "):
        with pytest.raises(PlanMetNieuwereTekst):
            plan.stel_vast(plek, samen.dossier.plan_id, reden=leeg)
    versie, _ = plan.stel_vast(plek, samen.dossier.plan_id, reden="Mevrouw wil nu verder.")
    assert plan.read_inhoud(versie).ongelezen == "Mevrouw wil nu verder."
    assert plan.stel_vast(plek, samen.dossier.plan_id, reden="Mevrouw wil nu verder.")[0] == versie


def test_reason_is_no_way_past_two_versions_that_can_be_chosen_and_stands_on_no_other_paper(samen: Samen) -> None:
    versie, _ = plan.stel_vast(samen.dossier.plek, samen.dossier.plan_id, reden="Zo maar.")
    assert plan.read_inhoud(versie).ongelezen is None
    samen.clash(Doel, {"tekst": "Naar het koor."}, {"tekst": "Naar de club."})
    with pytest.raises(PlanHeeftTweeVersies):
        plan.stel_vast(samen.dossier.plek, samen.dossier.plan_id, reden="Zo maar.")
