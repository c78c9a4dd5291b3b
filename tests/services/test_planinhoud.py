"""What stands in the plan is what its reader may see: no more, and nothing that nobody said."""

from dataclasses import replace
from uuid import UUID

import pytest

from kernnetwerk_app.documents.signing import check_code
from kernnetwerk_app.domain.base import VoorWie
from kernnetwerk_app.domain.contact import Contact, ContactSoort
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus, Veld
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.netwerk import Netwerkbevinding
from kernnetwerk_app.domain.plan import Wie
from kernnetwerk_app.domain.planversie import PlanInhoud
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.services import mensen, netwerkbevinding, ondertekening, plan, planmaker, vraagverheldering
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import JORIS, SANNE, VRAAG, make_werkplek
from tests.services.opzet import DOEL, Dossier, begin_dossier, gelezen, opgeblazen, staat_erin

VERBORGEN = "Zwaluwnest"
GEHEIM = {"vermoeden": VoorWie.PROFESSIONAL, "schuiladres": VoorWie.AFGESCHERMD}


@pytest.fixture(scope="module")
def plek(tmp_path_factory: pytest.TempPathFactory) -> Werkplek:
    """A municipality that also asks for what only professionals may read, and for what is shielded."""
    plek = make_werkplek(tmp_path_factory.mktemp("laptop"))
    lijst = plek.profiel.leefgebieden
    velden = [Veld(sleutel, sleutel, "", wie, uitgeklapt=False, stem=False) for sleutel, wie in GEHEIM.items()]
    gebieden = tuple(replace(gebied, velden=(*gebied.velden, *velden)) for gebied in lijst.leefgebieden)
    return replace(plek, profiel=replace(plek.profiel, leefgebieden=replace(lijst, leefgebieden=gebieden)))


@pytest.fixture
def dossier(plek: Werkplek) -> Dossier:
    return begin_dossier(plek)


def _papier(dossier: Dossier) -> tuple[PlanInhoud, bytes]:
    """The frozen content, and the PDF of it."""
    versie = dossier.versie()
    return plan.read_inhoud(versie), ondertekening.render(dossier.plek, versie, ())


def _besproken(dossier: Dossier) -> list[str]:
    return [gebied.naam for gebied in dossier.plan().inhoud.leefgebieden]


@pytest.mark.eis("PLAN-02")
def test_every_answer_of_the_gesprek_and_what_was_agreed_is_in_the_plan_in_the_same_words(dossier: Dossier) -> None:
    """Question, findings and agreements on one paper, made on the laptop itself (Wmo 2015 art. 2.3.2 lid 8)."""
    sleutels = [f"{vraagverheldering.VRAAG}.{veld}" for veld in vraagverheldering.VRAAGVELDEN]
    gebieden = dossier.gesprek().lijst.leefgebieden
    sleutels += [g.veldsleutel(veld) for g in gebieden for veld in g.velden if veld.sleutel not in GEHEIM]
    bevonden = {sleutel: f"Zin {nummer} gezegd." for nummer, sleutel in enumerate(sleutels, start=1)}
    for sleutel, tekst in bevonden.items():
        dossier.typ(sleutel, tekst)
    plan.add_afspraak(dossier.plek, dossier.doel(), "Buurvrouw Riet gaat mee.", wanneer="op dinsdag")
    inhoud, pdf = _papier(dossier)
    assert [gebied.naam for gebied in inhoud.leefgebieden] == [gebied.naam for gebied in gebieden]
    (doel,) = inhoud.doelen
    assert (doel.tekst, doel.afspraken[0].wie, doel.afspraken[0].wanneer) == (DOEL, "Buurvrouw Riet", "op dinsdag")
    woorden = gelezen(pdf)
    assert len(bevonden) >= 3 + 11 * 7
    assert [zin for zin in (VRAAG, *bevonden.values(), DOEL, "Buurvrouw Riet gaat mee.") if zin not in woorden] == []


def test_answers_stand_under_the_question_as_it_was_asked_in_the_order_of_the_list(dossier: Dossier) -> None:
    dossier.typ("huisvesting.hulp", "Nog niemand.")
    dossier.typ("huisvesting.situatie", "Het dak lekt.")
    dossier.typ("huisvesting.netwerk", "\u200b \n")
    dossier.doel()
    inhoud, pdf = _papier(dossier)
    (gebied,) = inhoud.leefgebieden
    assert [(a.label, a.woorden) for a in gebied.antwoorden] == [
        ("Hoe is het nu?", "Het dak lekt."),
        ("Welke hulp is er nu?", "Nog niemand."),
    ]
    woorden = gelezen(pdf)
    assert "Huisvesting Hoe is het nu? Het dak lekt. Welke hulp is er nu? Nog niemand." in woorden
    assert "We spraken ook over" not in woorden


def test_version_that_was_frozen_before_there_were_more_answers_is_still_read_and_still_the_latest(
    dossier: Dossier,
) -> None:
    dossier.typ("huisvesting.goed", "Ik woon hier fijn.")
    dossier.doel()
    nu = dossier.versie()
    oud = plan.read_inhoud(nu).model_dump(mode="json", exclude={"al_geprobeerd": True, "aanwezig": True})
    for gebied in oud["leefgebieden"]:
        del gebied["antwoorden"]
    octets = codec.dumps(oud)
    assert octets != nu.inhoud
    versie = nu.model_copy(update={"inhoud": octets, "code": check_code(octets)})
    assert plan.read_inhoud(versie) == plan.read_inhoud(nu)
    assert "Huisvesting: Ik woon hier fijn." in gelezen(ondertekening.render(dossier.plek, versie, ()))


@pytest.mark.eis("OND-06")
def test_what_goes_well_is_asked_and_printed_before_what_is_hard(dossier: Dossier) -> None:
    for gebied in dossier.gesprek().lijst.leefgebieden:
        sleutels = [veld.sleutel for veld in gebied.velden]
        assert sleutels.index("goed") < sleutels.index("lastig")
    dossier.typ("financien.lastig", "De post blijft liggen.")
    dossier.typ("huisvesting.goed", "Ik woon hier fijn.")
    dossier.typ("financien.goed", "Ik betaal alles op tijd.")
    dossier.doel()
    woorden = gelezen(_papier(dossier)[1])
    plaatsen = [woorden.index(z) for z in ("Ik betaal alles op tijd.", "Ik woon hier fijn.", "De post blijft liggen.")]
    assert plaatsen == sorted(plaatsen)


def test_life_domain_nobody_talked_about_is_absent(dossier: Dossier) -> None:
    dossier.typ("huisvesting.goed", "Ik woon hier fijn.")
    dossier.typ("financien.goed", "\u200b \n")
    dossier.doel()
    assert _besproken(dossier) == ["Huisvesting"]
    woorden = gelezen(_papier(dossier)[1])
    namen = [gebied.naam for gebied in dossier.gesprek().lijst.leefgebieden]
    assert [naam for naam in namen if naam in woorden] == ["Huisvesting"]


@pytest.mark.parametrize("status", [LeefgebiedStatus.NIET_AAN_DE_ORDE, LeefgebiedStatus.WIL_NIET])
def test_paper_never_tells_what_someone_did_not_want_to_talk_about(dossier: Dossier, status: LeefgebiedStatus) -> None:
    dossier.typ("financien.lastig", "Eerst wel iets gezegd.")
    dossier.stand("financien", status, f"{VERBORGEN} is de reden")
    dossier.doel()
    inhoud, pdf = _papier(dossier)
    assert inhoud.leefgebieden == ()
    octets, woorden = opgeblazen(pdf), gelezen(pdf).casefold()
    assert not staat_erin(VERBORGEN, octets)
    for verzwegen in ("financiën", "niet aan de orde", "niet bespreken", "eerst wel iets"):
        assert verzwegen not in woorden


def _vul_alles_in(dossier: Dossier) -> UUID:
    """Every place where professionals or the shielded write, filled with a word that may not come out."""
    for sleutel in GEHEIM:
        dossier.typ(f"verslaving.{sleutel}", f"{VERBORGEN} {sleutel}")
        dossier.typ(f"huisvesting.{sleutel}", f"{VERBORGEN} {sleutel}")
    dossier.typ("huisvesting.goed", "Ik woon hier fijn.")
    with dossier.plek.store.write() as werk:
        melding = werk.get(Melding, dossier.melding_id)
        werk.change(melding, reden_te_laat=f"{VERBORGEN} te laat")
        contact = werk.add(
            Contact(
                id=dossier.plek.new_id(),
                huishouden_id=dossier.huishouden_id,
                datum=dossier.plek.vandaag,
                contactsoort=ContactSoort.OVERLEG,
                medewerker_id=dossier.plek.medewerker.id,
                plek=f"{VERBORGEN} 12",
                verslag=f"{VERBORGEN} verslag",
            )
        )
        werk.commit("test.alles")
    return contact.id


def test_what_is_meant_for_professionals_or_shielded_never_gets_on_paper(dossier: Dossier) -> None:
    _vul_alles_in(dossier)
    dossier.doel()
    inhoud, pdf = _papier(dossier)
    assert VERBORGEN not in inhoud.model_dump_json()
    assert not staat_erin(VERBORGEN, opgeblazen(pdf))
    assert VERBORGEN not in gelezen(pdf)
    assert "Ik woon hier fijn." in gelezen(pdf), "else nothing was looked at"


def test_life_domain_with_words_for_professionals_only_is_not_even_named(dossier: Dossier) -> None:
    _vul_alles_in(dossier)
    assert _besproken(dossier) == ["Huisvesting"]
    dossier.doel()
    assert "Verslaving" not in gelezen(_papier(dossier)[1])


@pytest.mark.parametrize("wie", [VoorWie.PROFESSIONAL, VoorWie.AFGESCHERMD])
def test_question_that_a_municipality_asks_for_professionals_is_not_printed(plek: Werkplek, wie: VoorWie) -> None:
    """The same question that stands on paper elsewhere."""
    lijst = plek.profiel.leefgebieden
    gebieden = tuple(
        replace(gebied, velden=tuple(replace(v, voor=wie) if v.sleutel == "wens" else v for v in gebied.velden))
        for gebied in lijst.leefgebieden
    )
    anders = replace(plek, profiel=replace(plek.profiel, leefgebieden=replace(lijst, leefgebieden=gebieden)))
    dossier = begin_dossier(anders)
    dossier.typ("huisvesting.wens", VERBORGEN)
    dossier.typ("huisvesting.goed", "Ik woon hier fijn.")
    dossier.doel()
    inhoud, pdf = _papier(dossier)
    assert [(gebied.goed, gebied.wens) for gebied in inhoud.leefgebieden] == [("Ik woon hier fijn.", None)]
    assert VERBORGEN not in gelezen(pdf)


def test_signed_paper_holds_no_more_than_the_version(dossier: Dossier) -> None:
    _vul_alles_in(dossier)
    dossier.doel()
    getekend = dossier.teken(dossier.versie())
    assert getekend.pdf is not None
    octets = opgeblazen(getekend.pdf)
    assert not staat_erin(VERBORGEN, octets)
    assert staat_erin("Voorbeeld-Jansen", octets), "else nothing was looked at"


def test_under_what_happens_next_stands_who_to_call_and_that_nothing_is_final(dossier: Dossier) -> None:
    """And, after what holds everywhere, what this municipality adds to it."""
    dossier.doel()
    _, pdf = _papier(dossier)
    woorden = gelezen(pdf)
    verder = woorden[woorden.index("Zo gaat het verder") : woorden.index("Wat vindt u van dit plan?")]
    zinnen = (
        "Op woensdag 20 oktober 2027 kijken we samen terug.",
        "Vragen? Bel Sanne Modelman",
        "U mag altijd van gedachten veranderen.",
        "Dit plan is geen besluit.",
        "dan kunt u bezwaar maken.",
        dossier.plek.profiel.plan_verder[0],
    )
    plaatsen = [verder.find(zin) for zin in zinnen]
    assert -1 not in plaatsen
    assert plaatsen == sorted(plaatsen)


def test_municipality_without_sentences_of_its_own_adds_none(plek: Werkplek) -> None:
    kaal = begin_dossier(replace(plek, profiel=replace(plek.profiel, plan_verder=())))
    assert set(plek.profiel.plan_verder).isdisjoint(kaal.plan().inhoud.verder)
    assert kaal.plan().inhoud.verder


def test_contact_person_of_the_household_stands_on_it_with_the_telephone_number(dossier: Dossier) -> None:
    contact = dossier.plan().inhoud.contact
    assert (contact.naam, contact.functie) == ("Sanne Modelman", "generalist")
    dossier.doel()
    assert "Bel Sanne Modelman" in gelezen(_papier(dossier)[1])


@pytest.mark.eis("NET-02")
def test_what_was_answered_of_the_network_stands_on_the_paper_in_the_residents_words(dossier: Dossier) -> None:
    dossier.doel()
    assert "De mensen om mij heen" not in gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))
    netwerkbevinding.zeg(dossier.plek, dossier.plan_id, Netwerkbevinding.WIL_NIET)
    papier = gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))
    assert "De mensen om mij heen: ik wil nu niet dat zij helpen." in papier


def test_as_long_as_nobody_is_the_contact_person_it_is_no_other_plan_for_a_colleague(dossier: Dossier) -> None:
    """Whoever makes the paper stands on it then as the one to ask, and as who arranges what nobody was named for."""
    plan.add_afspraak(dossier.plek, dossier.doel(), "Er komt hulp bij het wassen.", wie=Wie.PROFESSIONAL)
    joris = replace(dossier, plek=replace(dossier.plek, medewerker=JORIS))

    def veranderd(wie: Dossier) -> bool:
        with wie.plek.store.read() as lezer:
            return plan.is_veranderd(wie.plek, lezer, versie.id)

    def contact(wie: UUID | None) -> None:
        with dossier.plek.store.write() as werk:
            werk.change(werk.get(Huishouden, dossier.huishouden_id), contactpersoon_id=wie)
            werk.commit("test.contact", dossier.huishouden_id)

    contact(None)
    versie = dossier.versie()
    assert not veranderd(dossier)
    assert not veranderd(joris)
    relatie = {"inwoner_id": dossier.plan().inwoner.id, "ander_naam": "Karin Proef", "rol": planmaker.PLANMAKER}
    mensen.leg_vast(dossier.plek, Relatie, dossier.huishouden_id, relatie)
    assert veranderd(joris), "who else helped to make it still counts"
    versie = dossier.versie()
    contact(SANNE.id)
    assert not veranderd(joris)
    contact(JORIS.id)
    assert veranderd(joris), "now somebody is the one to ask, and it is another"
