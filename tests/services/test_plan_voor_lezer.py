"""A field that is marked for fewer people is gone from the paper and from the paper beside the screen, and nothing else
is (Decided once 6).
"""

from datetime import date
from functools import cache

import pytest

from kernnetwerk_app.documents.house_style import load_house_style
from kernnetwerk_app.documents.plan_pdf import plan_pdf
from kernnetwerk_app.domain.base import Entiteit, VoorWie
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.ladder import MERKEN, Trede, zet_antwoord
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.plan import Afspraak, Akkoord, Doel, Ondersteuningsplan, Stap, Wie
from kernnetwerk_app.domain.planversie import PlanInhoud
from kernnetwerk_app.domain.vraagverheldering import Antwoord, Vraagverheldering
from kernnetwerk_app.services import financiering, ondertekening, plan, planconcept
from tests.factories import VRAAG, make_werkplek
from tests.merken import Merk
from tests.services.opzet import DOEL, Dossier, begin_dossier, gelezen

GEDRUKT: dict[tuple[type[Entiteit], str], tuple[str, ...]] = {
    (Melding, "vraag"): (VRAAG,),
    (Vraagverheldering, "aanwezig"): ("Dochter Karin en de wijkagent.",),
    (Antwoord, "waarde"): (
        "Het huis is ruim.",
        "De trap is steil.",
        "Een tuin met bloemen.",
        "Het dak lekt.",
        "Weer onder de mensen komen.",
        "Een advertentie in de krant.",
    ),
    (Ondersteuningsplan, "plansoort"): ("Ondersteuningsplan",),
    (Ondersteuningsplan, "zelf"): ("Ik kook elke dag.",),
    (Ondersteuningsplan, "kansen"): ("De eettafel zoekt koks.",),
    (Ondersteuningsplan, "samen_met"): ("Tante Proef dacht mee.",),
    (Ondersteuningsplan, "terugkijk_datum"): ("29 juni 2027",),
    (Ondersteuningsplan, "leverwens"): ("Een pgb.",),
    (Ondersteuningsplan, "leverwens_reden"): ("Dan komt steeds dezelfde.",),
    (Ondersteuningsplan, "voorlichting_datum"): ("vertelden wij u hoe u hulp kunt regelen en wie betaalt",),
    (Doel, "tekst"): (DOEL,),
    (Doel, "resultaat"): ("Ik lach weer op dinsdag.",),
    (Doel, "met_hulp_van"): ("Karin Proef hielp.",),
    (Doel, "lichter_kan"): ("Nee, dit is nodig.",),
    (Doel, "lichter_reden"): ("Lopen lukt niet meer.",),
    (Doel, "informeel_reden"): ("Nee, zij doen al veel",),
    (Doel, "algemeen_reden"): ("Nee, dat is er hier niet",),
    (Doel, "eigen_reden"): ("Ja, maar het is niet genoeg",),
    (Doel, "eigen_woorden"): ("Ik loop tot de hoek.",),
    (Doel, "gebruikelijk_reden"): ("Nee, dat kan ik niet van hen vragen",),
    (Doel, "gebruikelijk_woorden"): ("Mijn man ziet slecht.",),
    (Doel, "mantelzorg_reden"): ("Nee, dat wordt te veel",),
    (Doel, "mantelzorg_woorden"): ("Karin rijdt al elke dag.",),
    (Doel, "informeel_woorden"): ("Riet heeft geen auto.",),
    (Doel, "algemeen_woorden"): ("De bus rijdt niet in het weekend.",),
    (Doel, "maatwerk_reden"): ("Ja, dat is nog nodig",),
    (Doel, "maatwerk_woorden"): ("Een begeleider voor onderweg.",),
    (Stap, "tekst"): ("De dienstregeling halen",),
    (Stap, "gedaan_datum"): ("· gedaan",),
    (Afspraak, "wie"): ("mensen om mij heen",),
    (Afspraak, "wie_naam"): ("Buurvrouw Riet",),
    (Afspraak, "tekst"): ("Samen met de bus naar de zaal.",),
    (Afspraak, "wanneer"): ("om half twaalf",),
    (Afspraak, "hoe_vaak"): ("om de week",),
    (Afspraak, "begin_datum"): ("4 mei 2027",),
    (Afspraak, "terugkijk_datum"): ("1 september 2027",),
    (Afspraak, "waarom"): ("Alleen durf ik niet.",),
    (Afspraak, "akkoord"): ("Ik ben het hier niet mee eens.",),
    (Afspraak, "opmerking"): ("Half twaalf is te vroeg.",),
    (Afspraak, "organisatie"): ("Welzijn Proefdijk",),
    (Afspraak, "vorm"): ("Meedoen: ontmoeting",),
    (Afspraak, "aangeboden"): ("De taxi kon ook.",),
    (Afspraak, "voorkeur"): ("Liever met de fiets.",),
    (Afspraak, "voorkeur_reden"): ("Fietsen is te ver.",),
    (Afspraak, "eind_datum"): ("31 december 2027",),
    (Inwoner, "achternaam"): ("Voorbeeld-Jansen",),
    (Inwoner, "aanspreekvorm"): ("mevrouw",),
    (Huishouden, "straat"): ("Modelweg",),
    (Medewerker, "naam"): ("Sanne Modelman",),
    (Medewerker, "functie"): ("generalist",),
    (Medewerker, "telefoon"): ("0000 - 00 00 00",),
}
"""What each field says on paper, in one dossier in which all of them are filled."""
TREDEN = ("eigen", "gebruikelijk", "mantelzorg", "informeel", "algemeen", "maatwerk")
GAAT_MEE: dict[tuple[type[Entiteit], str], tuple[type[Entiteit], str]] = {
    (Stap, "tekst"): (Stap, "gedaan_datum"),
    (Inwoner, "achternaam"): (Inwoner, "aanspreekvorm"),
    **{(Doel, f"{trede}_reden"): (Doel, f"{trede}_woorden") for trede in TREDEN},
}
"""What has no place on paper without the other."""
GEVRAAGD = (
    *(f"huisvesting.{veld}" for veld in ("goed", "lastig", "wens", "situatie")),
    "vraag.waar_het_om_gaat",
    "vraag.al_geprobeerd",
)
"""What was answered with these words, in the same order."""
STIL = {
    "id", "huishouden_id", "vraagverheldering_id", "eigenaar_id", "planmaker_id", "planmaker_rol", "status", "plan_id",
    "volgorde", "leefgebied", "vervallen_datum", "doel_id",
    "informeel_kan", "algemeen_kan", "wet", "achtervang", "achtervang_bereik", "netwerk", "netwerk_reden",
    "draagkracht_reden", "draagkracht_datum", "richting",
    "voorlichting_door_id", "voorlichting_tekst", "kind_id", "weggelegd",
    "afsluitreden", "afgesloten_datum", "afgesloten_door_id", "afsluit_woorden", "daarna",
    "kansen_datum", "kansen_reden", "niet_gevraagd", "hulp_op_papier", "blijft_reden", *MERKEN,
}  # fmt: skip
"""Fields of the plan that are not on paper."""


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    dossier = begin_dossier(make_werkplek(tmp_path_factory.mktemp("laptop")))
    dossier.typ("vraag.aanwezig", GEDRUKT[Vraagverheldering, "aanwezig"][0])
    for sleutel, woorden in zip(GEVRAAGD, GEDRUKT[Antwoord, "waarde"], strict=True):
        dossier.typ(sleutel, woorden)
    doel_id = dossier.doel()
    plan.add_afspraak(
        dossier.plek, doel_id, GEDRUKT[Afspraak, "tekst"][0], Wie.NETWERK, "Buurvrouw Riet", "om half twaalf"
    )
    plan.add_stap(dossier.plek, doel_id, GEDRUKT[Stap, "tekst"][0])
    beeld = dossier.plan()
    (doel,) = beeld.doelen
    dossier.wijzig(
        beeld.plan, **_tekst(Ondersteuningsplan, "zelf", "kansen", "samen_met"), terugkijk_datum=date(2027, 6, 29)
    )
    dossier.wijzig(dossier.plan().plan, **_tekst(Ondersteuningsplan, "leverwens_reden"), leverwens="pgb")
    financiering.vertel(dossier.plek, dossier.plan_id, verteld=True)
    dossier.wijzig(doel.doel, **_tekst(Doel, "resultaat", "lichter_reden", "met_hulp_van"), **_JA)
    for trede, reden in _LADDER.items():
        woorden = GEDRUKT[Doel, f"{trede}_woorden"][0]
        dossier.wijzig(dossier.plan().doelen[0].doel, **zet_antwoord(trede, reden, woorden))
    dossier.wijzig(
        doel.afspraken[0],
        **_tekst(
            Afspraak, "waarom", "opmerking", "organisatie", "aangeboden", "voorkeur", "voorkeur_reden", "hoe_vaak"
        ),
        vorm="ontmoeting",
        eind_datum=date(2027, 12, 31),
        begin_datum=date(2027, 5, 4),
        terugkijk_datum=date(2027, 9, 1),
        akkoord=Akkoord.NIET_AKKOORD,
    )
    plan.tik_stap(dossier.plek, doel.stappen[0].id, gedaan=True)
    return dossier


_JA = {"lichter_kan": False, "hulp_op_papier": True}
_LADDER = {
    Trede.EIGEN: "niet_genoeg",
    Trede.GEBRUIKELIJK: "past_niet",
    Trede.MANTELZORG: "doen_al_veel",
    Trede.INFORMEEL: "doen_al_veel",
    Trede.ALGEMEEN: "niet_hier",
    Trede.MAATWERK: "ja",
}


def _tekst(soort: type[Entiteit], *velden: str) -> dict[str, object]:
    return {veld: GEDRUKT[soort, veld][0] for veld in velden}


def _getypt(dossier: Dossier) -> PlanInhoud:
    """The paper beside the screen on which every part of the plan is being typed."""
    beeld = dossier.plan()
    getypt = [beeld.plan, *(d.doel for d in beeld.doelen), *(a for d in beeld.doelen for a in d.afspraken)]
    return planconcept.inhoud_getypt(beeld, getypt)


@cache
def _op_papier(inhoud: PlanInhoud) -> str:
    """The words on paper; the same content is the same paper, whichever mark it came from."""
    return gelezen(plan_pdf(inhoud, None, (), load_house_style()))


def test_every_field_of_the_plan_is_looked_at_here() -> None:
    """A new field gets a place on paper with its words above, or it is said that it has none."""
    for soort in (Ondersteuningsplan, Doel, Stap, Afspraak):
        assert {veld for s, veld in GEDRUKT if s is soort} == set(soort.model_fields) - STIL


def test_without_other_marks_all_of_it_is_on_paper(dossier: Dossier) -> None:
    for woorden in (gelezen(ondertekening.render(dossier.plek, dossier.versie(), ())), _op_papier(_getypt(dossier))):
        assert [zin for zinnen in GEDRUKT.values() for zin in zinnen if zin not in woorden] == []


@pytest.mark.parametrize("wie", [VoorWie.PROFESSIONAL, VoorWie.AFGESCHERMD])
@pytest.mark.parametrize(("soort", "veld"), GEDRUKT, ids=lambda deel: getattr(deel, "__name__", deel))
def test_field_for_fewer_people_is_gone_from_paper_and_preview_and_the_rest_is_still_there(
    dossier: Dossier, merk: Merk, soort: type[Entiteit], veld: str, wie: VoorWie
) -> None:
    merk(soort, veld, wie)
    weg = {(soort, veld), GAAT_MEE.get((soort, veld), (soort, veld))}
    bevroren = plan.read_inhoud(dossier.versie()).model_copy(update={"nummer": 1})
    assert _getypt(dossier).model_copy(update={"nummer": 1}) == bevroren
    woorden = _op_papier(bevroren)
    assert [zin for deel in weg for zin in GEDRUKT[deel] if zin in woorden] == []
    assert [zin for deel in GEDRUKT.keys() - weg for zin in GEDRUKT[deel] if zin not in woorden] == []


def test_goal_that_is_being_typed_obeys_the_mark_too(dossier: Dossier, merk: Merk) -> None:
    beeld = dossier.plan()
    nieuw = planconcept.nieuw_doel(beeld.plan.id, "Ik wil weer zingen.")
    assert "Ik wil weer zingen." in _op_papier(planconcept.inhoud_getypt(beeld, [nieuw]))
    merk(Doel, "tekst", VoorWie.PROFESSIONAL)
    assert "zingen" not in _op_papier(planconcept.inhoud_getypt(beeld, [nieuw]))
