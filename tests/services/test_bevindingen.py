"""What the onderzoek brought stands in the plan as in the verslag, and nothing that its readers may not read."""

from dataclasses import replace
from uuid import UUID

import pytest

from kernnetwerk_app.documents.house_style import load_house_style
from kernnetwerk_app.documents.plan_pdf import plan_pdf
from kernnetwerk_app.domain.eerste_vraagverheldering import Veiligheid
from kernnetwerk_app.domain.lijst import Keuze
from kernnetwerk_app.domain.onderzoek import ASPECTEN, INVENTARIS, UITKOMSTEN
from kernnetwerk_app.domain.papiervorm import Leeshulp
from kernnetwerk_app.domain.plan import PlanSoort
from kernnetwerk_app.domain.planversie import PlanInhoud, PlanVersie
from kernnetwerk_app.domain.relatie import FORMEEL, MANTELZORG, Relatie
from kernnetwerk_app.domain.vraagverheldering import Antwoord, Vraagverheldering, antwoord_id
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services import (
    bevindingen,
    deskundige,
    gespreksverslag,
    kortdurende_ondersteuning,
    mensen,
    ondertekening,
    onderzoek,
    plan,
    planmantelzorg,
    planverschil,
    planversie,
)
from kernnetwerk_app.services.gezegd import OVER
from tests.documents.lezen import open_pdf, read_structure
from tests.documents.voorbeeld import KENMERK, voorbeeld_inhoud
from tests.services.eerste import Begin
from tests.services.kindplan_opzet import TweeHuizen
from tests.services.opzet import DOEL, Dossier, gelezen, opgeblazen, staat_erin
from tests.services.rechten_opzet import anna, erbij
from tests.services.test_deskundige import beeld as deskundigen
from tests.services.test_deskundige import gevraagd, neem_terug, vraag
from tests.services.test_onderzoek import beeld, eigen_plan, kies, schrijf

GEHEIM = "Zwaluwnest"
"""Stands in everything that is for somebody else."""
KOP = "Wat we samen bekeken"
BEVONDEN = (
    "Wat voor mij telt: zelf doen, structuur",
    "Wat nu nodig is: Hulp bij de was.",
    "Wat er verandert: De ogen gaan achteruit.",
    "Waardoor het later ook past: Dicht bij huis.",
    "Wat er thuis zelf lukt: dat helpt",
    "Hulp van mensen om mij heen: dat helpt een beetje. Karin kan twee dagen.",
    "Wat er voor iedereen is: dat is niet genoeg. De eettafel is op een andere dag.",
    "Zo gebruikten we mijn eigen plan: De was staat zo in het plan.",
    "Wie dacht er mee? Een deskundige. Het antwoord staat in het verslag van het gesprek.",
)


def onderzocht(hier: Dossier) -> None:
    """The onderzoek as one fills it in over its pages, and one question to a deskundige with its answer."""
    kies(hier, INVENTARIS, "eigen_mogelijkheden", "past")
    kies(hier, INVENTARIS, "sociaal_netwerk", "past_deels", "Karin kan twee dagen.")
    kies(hier, INVENTARIS, "algemeen", "past_niet", "De eettafel is op een andere dag.")
    kies(hier, ASPECTEN, "bijdrage", "bekeken")
    kies(hier, ASPECTEN, "samenwerking", "niet_aan_de_orde")
    schrijf(hier, nu="Hulp bij de was.", verandert="De ogen gaan achteruit.", blijft_passen="Dicht bij huis.")
    schrijf(hier, belangrijk="zelf_doen\nstructuur")
    eigen_plan(hier)
    schrijf(hier, eigen_plan_inhoud="Karin doet de was.", eigen_plan_gebruikt="De was staat zo in het plan.")
    deskundige.beantwoord(hier.plek, gevraagd(hier), {"antwoord": "Een hoog bed.", "notitie": GEHEIM})


def verzwegen(hier: Dossier) -> None:
    """What was told apart, what is about somebody else in the house, what is for colleagues, and how safe it is."""
    bram = erbij(hier, voornamen="Bram", achternaam="Voorbeeld")
    hier.typ(f"huisvesting.lastig{OVER}{bram.id}", f"{GEHEIM} zegt Bram")
    sleutel = "onderzoek.algemeen"
    apart = antwoord_id(hier.gesprek_id, sleutel, bram.id)
    with hier.plek.store.write() as werk:
        werk.add(
            Antwoord(
                id=apart,
                huishouden_id=hier.huishouden_id,
                vraagverheldering_id=hier.gesprek_id,
                sleutel=sleutel,
                inwoner_id=bram.id,
                waarde="past",
                toelichting=f"{GEHEIM} vindt Bram",
            )
        )
        werk.commit("test.apart", hier.huishouden_id)
    over_bram = gevraagd(hier, inwoner_id=bram.id, naam=f"{GEHEIM} Proef", vraag="Slaapt hij?")
    deskundige.beantwoord(hier.plek, over_bram, {"antwoord": f"{GEHEIM} slaapt."})
    Begin(hier.plek, hier.huishouden_id, hier.melding_id).veilig(Veiligheid.ZORGEN, f"{GEHEIM} is niet veilig")


def papier(hier: Dossier, versie: PlanVersie | None = None) -> bytes:
    return ondertekening.render(hier.plek, versie or hier.versie(), ())


def regels(pdf: bytes) -> list[str]:
    """Each paragraph of the part with the findings, as it is read aloud; none without that part."""
    delen = [
        (een.role, " ".join(een.text().split()))
        for een in read_structure(open_pdf(pdf)).kids
        if not isinstance(een, str)
    ]
    if ("H2", KOP) not in delen:
        return []
    na = delen[delen.index(("H2", KOP)) + 1 :]
    return [tekst for _, tekst in na[: next(n for n, (rol, _) in enumerate(na) if rol == "H2")]]


def gezegd(inhoud: PlanInhoud) -> list[str]:
    return [een.sleutel for een in inhoud.bevindingen]


@pytest.mark.eis("PLAN-02", "OND-07", "OND-09", "OND-12", "OND-14", "OND-15", "OND-19")
def test_the_plan_tells_what_the_onderzoek_brought_after_the_goals_and_nothing_that_is_for_another(
    hier: Dossier,
) -> None:
    onderzocht(hier)
    verzwegen(hier)
    onderzoek.rond_af(hier.plek, beeld(hier), f"{GEHEIM}, alleen voor ons")
    hier.typ("huisvesting.lastig", "De trap is te steil.")
    hier.doel()
    versie = hier.versie()
    pdf = papier(hier, versie)
    assert regels(pdf) == list(BEVONDEN)
    woorden = gelezen(pdf)
    plaatsen = [
        woorden.find(zin) for zin in ("Mijn vraag", "De trap is te steil.", DOEL, KOP, *BEVONDEN, "Zo gaat het verder")
    ]
    assert plaatsen == sorted(plaatsen)
    assert -1 not in plaatsen
    for verborgen in (GEHEIM, "Een hoog bed.", "Mia Proef", "Bram"):
        assert not staat_erin(verborgen, opgeblazen(pdf)), verborgen
        assert verborgen not in woorden, verborgen
        assert verborgen.encode() not in versie.inhoud, verborgen
    verslag = gelezen(gespreksverslag.load_pdf(hier.plek, hier.huishouden_id))
    assert [zin for zin in BEVONDEN[:7] if zin not in verslag] == [], "the two papers say it in the same words"
    assert "De eigen bijdrage: daar keken we naar" in verslag, "that it was only looked at is on the verslag alone"
    assert "Een hoog bed." in verslag, "else there was nothing to keep off the plan"
    with hier.plek.store.read() as lezer:
        gesprek = lezer.get(Vraagverheldering, hier.gesprek_id)
        zonder = tuple(bevindingen.op_plan(hier.plek, lezer, hier.plan().plan, gesprek, []))
    assert zonder == plan.read_inhoud(versie).bevindingen, "also while the melding is still on its way"
    leestekst = gelezen(ondertekening.load_versie_pdf(hier.plek, versie.id, frozenset({Leeshulp.VOORLEZEN})))
    assert "Wat nu nodig is: Hulp bij de was." in leestekst


@pytest.mark.eis("PLAN-02")
def test_a_plan_without_onderzoek_has_no_such_part_and_is_another_plan_with_the_first_finding(
    hier: Dossier,
) -> None:
    hier.doel()
    versie = hier.versie()
    van_toen = codec.loads(versie.inhoud)
    assert isinstance(van_toen, dict)
    assert "bevindingen" not in van_toen
    assert regels(papier(hier)) == []
    schrijf(hier, nu="\u200b \n", belangrijk=None)
    assert hier.versie() == versie, "an onderzoek in which no word stands makes no other plan"
    kies(hier, INVENTARIS, "eigen_mogelijkheden", "past")
    nieuw = hier.versie()
    assert nieuw.nummer == versie.nummer + 1
    assert plan.read_inhoud(versie).bevindingen == ()
    assert regels(papier(hier, versie)) == [], "what was frozen before prints as it did"
    assert regels(papier(hier, nieuw)) == ["Wat er thuis zelf lukt: dat helpt"]
    with hier.plek.store.read() as lezer:
        verschil = planverschil.sinds_vorige(lezer, nieuw)
    assert verschil is not None
    assert [(een.waar, een.was, een.nu) for een in verschil.verschillen] == [
        (KOP, "", "Wat er thuis zelf lukt: dat helpt")
    ]


def test_the_light_plan_has_no_such_part_until_it_grows(hier: Dossier) -> None:
    onderzocht(hier)
    hier.doel()
    hier.wijzig(hier.plan().plan, plansoort=PlanSoort.PLAN_VAN_AANPAK)
    assert regels(papier(hier)) == []
    hier.wijzig(hier.plan().plan, plansoort=PlanSoort.ONDERSTEUNINGSPLAN)
    assert len(regels(papier(hier))) == len(BEVONDEN), "it grows without retyping"


def test_in_the_own_plan_of_a_child_nothing_of_the_onderzoek_of_a_household_stands(huizen: TweeHuizen) -> None:
    onderzocht(huizen.moeder)
    assert huizen.moeder.plan().inhoud.bevindingen
    assert huizen.begin().plan().inhoud.bevindingen == ()


def test_a_deskundige_is_told_of_only_with_an_answer_and_a_yes_that_stands(hier: Dossier) -> None:
    gevraagd(hier)
    neem_terug(hier)
    deskundige.beantwoord(hier.plek, deskundigen(hier).regels[0], {"antwoord": "Een hoog bed."})
    vraag(hier, vraag="En welk kussen?")
    regel = gevraagd(hier, vraag="En welke stoel?")
    assert gezegd(hier.plan().inhoud) == []
    deskundige.beantwoord(hier.plek, regel, {"antwoord": "Een hoge stoel."})
    assert gezegd(hier.plan().inhoud) == ["deskundige"]
    gevraagd(hier, vraag="En welke lamp?")
    deskundige.beantwoord(hier.plek, deskundigen(hier).regels[-1], {"antwoord": "Een felle lamp."})
    (een,) = hier.plan().inhoud.bevindingen
    assert een.zin == "Deskundigen. Hun antwoorden staan in het verslag van het gesprek."


def test_a_municipality_with_a_list_of_its_own_has_its_own_words_in_the_plan(hier: Dossier) -> None:
    lijst = hier.plek.profiel.lijst(ASPECTEN)
    eigen = replace(lijst, versie=2, keuzes=(Keuze("vervoer", "Vervoer in onze dorpen"),))
    profiel = replace(hier.plek.profiel, lijsten={**hier.plek.profiel.lijsten, ASPECTEN: eigen})
    straks = replace(hier, plek=replace(hier.plek, profiel=profiel))
    kies(straks, ASPECTEN, "vervoer", "niet_aan_de_orde", "Zij rijdt zelf.")
    (een,) = straks.plan().inhoud.bevindingen
    assert (een.label, een.zin) == ("Vervoer in onze dorpen", "dat speelt hier niet. Zij rijdt zelf.")


def test_the_words_of_a_list_are_form_and_what_was_chosen_is_said(hier: Dossier) -> None:
    """Another wording of the municipality makes no plan *daarna veranderd*; another choice does."""
    onderzocht(hier)
    hier.doel()
    versie = hier.versie()
    lijsten = dict(hier.plek.profiel.lijsten)
    for naam in (INVENTARIS, UITKOMSTEN[INVENTARIS], "wat_telt"):
        keuzes = tuple(
            replace(een, label=f"{een.label} hier", papier=f"{een.op_papier} hier") for een in lijsten[naam].keuzes
        )
        lijsten[naam] = replace(lijsten[naam], keuzes=keuzes)
    straks = replace(hier, plek=replace(hier.plek, profiel=replace(hier.plek.profiel, lijsten=lijsten)))
    assert "Wat er thuis zelf lukt hier: dat helpt hier" in [
        f"{een.label}: {een.zin}" for een in straks.plan().inhoud.bevindingen
    ]
    with straks.plek.store.read() as lezer:
        assert not plan.is_veranderd(straks.plek, lezer, versie.id)
    kies(straks, INVENTARIS, "eigen_mogelijkheden", "past_deels")
    with straks.plek.store.read() as lezer:
        assert plan.is_veranderd(straks.plek, lezer, versie.id)


@pytest.mark.eis("NET-05")
def test_what_was_found_of_a_mantelzorger_is_theirs_to_share(hier: Dossier) -> None:
    """The plan goes no further than they said, also where only these words tell of them."""
    velden = {"inwoner_id": anna(hier).id, "hulpsoort": MANTELZORG}
    for naam in ("Karin Voorbeeld", "Piet Proef"):
        mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, {**velden, "ander_naam": naam})
    with hier.plek.store.read() as lezer:
        karin, piet = (een.id for een in lezer.find(Relatie, huishouden_id=hier.huishouden_id))
    kies(hier, ASPECTEN, "mantelzorger", "bekeken")
    schrijf(hier, nu="Rust in huis.")
    assert hier.plan().inhoud.mantelzorgers == (), "that it was looked at tells of nobody"
    schrijf(hier, nu="Rust. De Mantelzorg wordt te veel.")
    assert set(hier.plan().inhoud.mantelzorgers or ()) == {karin, piet}, "wherever that word stands"
    schrijf(hier, nu="Rust voor haar dochter.")
    assert set(hier.plan().inhoud.mantelzorgers or ()) == {karin, piet}, "nobody wrote down who of both that is"
    _is(hier, karin, "zoon_dochter")
    _is(hier, piet, "partner")
    assert hier.plan().inhoud.mantelzorgers == (karin,)
    schrijf(hier, nu="Zij kan niet meer.")
    assert set(hier.plan().inhoud.mantelzorgers or ()) == {karin, piet}, "it may be either"
    schrijf(hier, nu=None)
    kies(hier, INVENTARIS, "sociaal_netwerk", "past_deels", "Zij huilt elke avond.")
    assert set(hier.plan().inhoud.mantelzorgers or ()) == {karin, piet}, "that heading asks of them too"
    kies(hier, INVENTARIS, "sociaal_netwerk", "past_deels", "Karin kan twee dagen.")
    assert hier.plan().inhoud.mantelzorgers == (karin,)
    kies(hier, ASPECTEN, "mantelzorger", "bekeken", "Een avond vrij in de week.")
    assert set(hier.plan().inhoud.mantelzorgers or ()) == {karin, piet}, "it names nobody, and is about them all"


@pytest.mark.eis("NET-05")
def test_what_somebody_turns_out_to_be_makes_no_other_plan_and_asks_them_all_the_same(hier: Dossier) -> None:
    """Whom to ask is no word that was read together; it is found anew when the plan goes out."""
    velden = {"inwoner_id": anna(hier).id, "hulpsoort": MANTELZORG}
    for naam, wat in (("Karin Voorbeeld", "zoon_dochter"), ("Els Proef", "partner"), ("Karin Voorbeeld", "curator")):
        extra = {} if wat != "curator" else {"hulpsoort": FORMEEL}
        mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, {**velden, "ander_naam": naam, "relatie": wat, **extra})
    with hier.plek.store.read() as lezer:
        wie = {een.ander_naam: een.id for een in lezer.find(Relatie) if een.hulpsoort == MANTELZORG}
    schrijf(hier, nu="Rust voor mijn dochter.")
    hier.doel()
    versie = hier.versie()
    inhoud = plan.read_inhoud(versie)
    assert inhoud.mantelzorgers == (wie["Karin Voorbeeld"],)
    for wat in ("curator", "zoon_dochter"):
        _is(hier, wie["Els Proef"], wat)
        with hier.plek.store.read() as lezer:
            assert not plan.is_veranderd(hier.plek, lezer, versie.id), wat
            nog = planmantelzorg.zonder_ja(hier.plek, lezer, hier.huishouden_id, inhoud, ())
        assert set(nog) == {"Karin Voorbeeld", "Els Proef"}, wat
    assert hier.versie() == versie


def _is(hier: Dossier, relatie_id: UUID, wat: str) -> None:
    with hier.plek.store.read() as lezer:
        relatie, bases = lezer.get(Relatie, relatie_id), lezer.bases(relatie_id)
    mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, {"relatie": wat}, relatie, bases)


def test_our_own_words_have_the_other_language_beside_them_once_they_were_frozen(hier: Dossier) -> None:
    onderzocht(hier)
    gevonden = PlanInhoud.model_validate(codec.loads(planversie.dump_inhoud(hier.plan().inhoud))).bevindingen
    engels = load_house_style(frozenset({load_profiel("oefenen").vertalingen["engels"]}))
    woorden = gelezen(plan_pdf(voorbeeld_inhoud(bevindingen=gevonden), KENMERK, [], engels))
    for zin in ("What we looked at together", "Why it will still fit later", "Who thought along?", "An expert."):
        assert zin in woorden


def test_the_verslag_tells_of_a_mantelzorger_also_by_a_deskundige_and_by_the_help_meanwhile(hier: Dossier) -> None:
    """Each of these stands on it, so who reads it along waits for that one's yes too (0045.3)."""
    namen = ("Piet Proef", "Karin Proef", "Els Proef", "Joop Proef")
    for naam in (*namen, "Bep Proef"):
        velden = {"inwoner_id": anna(hier).id, "hulpsoort": MANTELZORG, "ander_naam": naam}
        mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, velden)
    piet, karin, els, joop = zinnen = tuple(f"{naam} is moe." for naam in namen)
    deskundige.beantwoord(hier.plek, gevraagd(hier, vraag=piet), {"antwoord": karin})
    kortdurende_ondersteuning.begin(hier.plek, hier.melding_id, els, resultaat=joop)
    with hier.plek.store.read() as lezer:
        van = list(bevindingen.op_verslag(hier.plek, lezer, hier.melding_id))
        nog = planmantelzorg.nu_zonder_ja(hier.plek, lezer, hier.huishouden_id, van, ())
    assert nog == namen
    verslag = gelezen(gespreksverslag.load_pdf(hier.plek, hier.huishouden_id))
    assert [zin for zin in zinnen if zin not in verslag] == []
