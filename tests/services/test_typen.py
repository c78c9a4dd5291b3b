"""Autosave: durable as it is typed, one operation for a visit to a field, and never a text that nobody wanted."""

from pathlib import Path

import pytest

from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.domain.tekst import RegelTeLang, TekstTeLang
from kernnetwerk_app.domain.vraagverheldering import Antwoord
from kernnetwerk_app.oplog.operation import Operation, OpId
from kernnetwerk_app.oplog.units import encode
from kernnetwerk_app.services import conflict, melding, plan, typen, verzending
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.typen import Veldadres, VeldIsLeeg
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import JORIS, make_klok, make_werkplek, reopen, werkplek_van
from tests.services.opzet import DOEL, Dossier, begin_dossier, laatste_n

GOED, LASTIG = "financien.goed", "financien.lastig"


@pytest.fixture(scope="module")
def plek(tmp_path_factory: pytest.TempPathFactory) -> Werkplek:
    return make_werkplek(tmp_path_factory.mktemp("laptop"))


@pytest.fixture
def dossier(plek: Werkplek) -> Dossier:
    return begin_dossier(plek)


def _adres(dossier: Dossier, sleutel: str = GOED) -> Veldadres:
    return dossier.adres(sleutel)


def _doel_adres(dossier: Dossier) -> Veldadres:
    beeld = dossier.plan()
    return beeld.adres(beeld.doelen[-1].doel, "tekst")


def _operaties(dossier: Dossier, adres: Veldadres) -> list[Operation]:
    with dossier.plek.store.read() as lezer:
        return lezer.geschiedenis(adres.entiteit_id, adres.eenheid)


def test_many_keeps_of_one_visit_become_one_operation(dossier: Dossier) -> None:
    adres = _adres(dossier)
    for letters in ("I", "Ik", "Ik b", "Ik betaal", "Ik betaal alles."):
        typen.keep(dossier.plek, adres, letters)
    assert _operaties(dossier, adres) == []
    assert typen.seal(dossier.plek, adres)
    assert len(_operaties(dossier, adres)) == 1
    assert dossier.gesprek().teksten[GOED] == "Ik betaal alles."
    typen.seal(dossier.plek, adres)
    assert len(_operaties(dossier, adres)) == 1


def test_text_back_to_its_origin_leaves_no_operation(dossier: Dossier) -> None:
    dossier.typ(GOED, "Zoals het was.")
    voor = laatste_n(dossier.plek)
    for letters in ("Zoals het was!", "", "Zoals het was."):
        typen.keep(dossier.plek, _adres(dossier), letters)
    typen.seal(dossier.plek, _adres(dossier))
    assert laatste_n(dossier.plek) == voor
    assert dossier.gesprek().teksten[GOED] == "Zoals het was."


def test_answer_that_was_typed_and_taken_back_says_nothing(dossier: Dossier) -> None:
    adres = _adres(dossier)
    for letters in ("Toch", "Toch niet", ""):
        typen.keep(dossier.plek, adres, letters)
    typen.seal(dossier.plek, adres)
    assert _operaties(dossier, adres) == []
    assert dossier.gesprek().teksten[GOED] == ""


def test_text_that_was_taken_out_is_taken_out(dossier: Dossier) -> None:
    dossier.typ(GOED, "Weg hiermee.")
    dossier.typ(GOED, "")
    assert dossier.gesprek().teksten[GOED] == ""
    assert len(_operaties(dossier, _adres(dossier))) == 2


def test_too_long_text_is_refused_and_what_was_kept_before_stays(dossier: Dossier) -> None:
    adres = _adres(dossier)
    typen.keep(dossier.plek, adres, "Dit blijft.")
    with pytest.raises(TekstTeLang):
        typen.keep(dossier.plek, adres, "x" * 200_001)
    regel = _adres(dossier, "vraag.aanwezig")
    typen.keep(dossier.plek, regel, "zij en ik")
    with pytest.raises(RegelTeLang):
        typen.keep(dossier.plek, regel, "x" * 301)
    typen.seal_all(dossier.plek)
    assert dossier.gesprek().teksten[GOED] == "Dit blijft."
    assert dossier.gesprek().teksten["vraag.aanwezig"] == "zij en ik"


def test_longest_text_of_four_octets_a_character_fits(dossier: Dossier) -> None:
    tekst = "\N{GRINNING FACE}" * 200_000
    dossier.typ(GOED, tekst)
    assert dossier.gesprek().teksten[GOED] == tekst


@pytest.mark.parametrize("leeg", ["", "  \n", "\u200b"])
def test_goal_cannot_be_emptied_by_typing(dossier: Dossier, leeg: str) -> None:
    dossier.doel()
    adres = _doel_adres(dossier)
    typen.keep(dossier.plek, adres, "Ik wil dansen.")
    with pytest.raises(VeldIsLeeg):
        typen.keep(dossier.plek, adres, leeg)
    typen.seal(dossier.plek, adres)
    assert dossier.plan().doelen[0].doel.tekst == "Ik wil dansen."


def test_two_fields_at_once_are_two_visits(dossier: Dossier) -> None:
    goed, lastig = _adres(dossier, GOED), _adres(dossier, LASTIG)
    for letters in ("a", "ab", "abc"):
        typen.keep(dossier.plek, goed, f"goed {letters}")
        typen.keep(dossier.plek, lastig, f"lastig {letters}")
    typen.seal(dossier.plek, lastig)
    assert (len(_operaties(dossier, goed)), len(_operaties(dossier, lastig))) == (0, 1)
    typen.keep(dossier.plek, goed, "goed abcd")
    typen.seal(dossier.plek, goed)
    teksten = dossier.gesprek().teksten
    assert (teksten[GOED], teksten[LASTIG]) == ("goed abcd", "lastig abc")


def test_what_was_being_typed_when_the_laptop_fell_silent_is_sealed_when_it_opens(tmp_path: Path) -> None:
    dossier = begin_dossier(make_werkplek(tmp_path))
    dossier.doel()
    typen.keep(dossier.plek, _adres(dossier), "Half een zi")
    typen.keep(dossier.plek, _doel_adres(dossier), "Ik wil dan")
    dossier.plek.store._reader.dispose()
    dossier.plek.store._writer.dispose()
    plek = werkplek_van(reopen(tmp_path), make_klok())
    weer = Dossier(plek, dossier.huishouden_id, dossier.melding_id, dossier.gesprek_id, dossier.plan_id)
    assert weer.gesprek().teksten[GOED] == "Half een zi"
    assert weer.plan().doelen[0].doel.tekst == "Ik wil dan"
    assert len(_operaties(weer, _adres(weer))) == 1


def test_colleagues_text_that_came_in_meanwhile_is_kept_beside_mine(dossier: Dossier) -> None:
    dossier.doel()
    adres = _doel_adres(dossier)
    typen.keep(dossier.plek, adres, "Van mij.")
    anders = dossier.plan().doelen[0].doel.model_copy(update={"tekst": "Van haar."})
    with dossier.plek.store.write() as werk:
        operatie = Operation(OpId(2, 7), 9, JORIS.id, 7, Doel.soort, anders.id, 4, adres.bases, encode(anders, 4))
        werk.receive([operatie])
        werk.commit("sync.ronde")
    typen.seal(dossier.plek, adres)
    with dossier.plek.store.read() as lezer:
        beeld = conflict.load(dossier.plek, lezer, anders.id, 4)
    assert {kant.tekst for kant in beeld.kanten} == {"Van mij.", "Van haar."}


def test_text_sealed_for_sending_does_not_conflict_with_the_rest_of_itself(dossier: Dossier) -> None:
    dossier.doel()
    adres = _doel_adres(dossier)
    typen.keep(dossier.plek, adres, "Ik wil da")
    typen.seal_all(dossier.plek)
    typen.keep(dossier.plek, adres, "Ik wil dansen.")
    typen.seal(dossier.plek, adres)
    with dossier.plek.store.read() as lezer:
        assert lezer.conflicten(dossier.huishouden_id) == []
    assert dossier.plan().doelen[0].doel.tekst == "Ik wil dansen."


def test_what_is_being_typed_counts_as_waiting(dossier: Dossier) -> None:
    voor = verzending.load_stand(dossier.plek).wachtend
    typen.keep(dossier.plek, _doel_adres_van_nieuw_doel(dossier), "Ik wil dansen.")
    assert verzending.load_stand(dossier.plek).wachtend == voor + 2, "the goal, and the text on its way"


def _doel_adres_van_nieuw_doel(dossier: Dossier) -> Veldadres:
    dossier.doel()
    return _doel_adres(dossier)


@pytest.mark.parametrize(("getypt", "bewaard"), [("a\ud800b", "a\ufffdb"), ("voor\0na", "voor\u2400na")])
def test_half_a_character_and_nul_become_visible_and_nothing_after_them_is_lost(
    dossier: Dossier, getypt: str, bewaard: str
) -> None:
    dossier.typ(GOED, getypt)
    assert dossier.gesprek().teksten[GOED] == bewaard


# -- forms that are handed in as a whole -------------------------------------------------------------------------------


def test_form_that_was_not_handed_in_comes_back_after_a_lock_and_never_leaves(tmp_path: Path) -> None:
    plek = make_werkplek(tmp_path)
    voor = laatste_n(plek)
    typen.keep_concept(plek, melding.CONCEPT, {"vraag": "Ik heb hulp nodi"})
    typen.keep_concept(plek, melding.CONCEPT, {"vraag": "Ik heb hulp nodig \ud800\0", "kern": "Voorbeelderveen"})
    assert laatste_n(plek) == voor
    assert verzending.load_stand(plek).wachtend == 1, "only that the store was made"
    plek.store.close()
    weer = werkplek_van(reopen(tmp_path), make_klok())
    assert typen.load_concept(weer, melding.CONCEPT) == {
        "vraag": "Ik heb hulp nodig \ufffd\u2400",
        "kern": "Voorbeelderveen",
    }
    typen.keep_concept(weer, melding.CONCEPT, {})
    assert typen.load_concept(weer, melding.CONCEPT) == {}


def test_form_is_forgotten_in_the_save_that_takes_it_in_and_not_when_that_is_refused(dossier: Dossier) -> None:
    plek = dossier.plek
    typen.keep_concept(plek, melding.CONCEPT, {"vraag": "Ik heb hulp nodig."})
    invoer = NieuweMelding("Ik heb hulp nodig.", contactpersoon_id=plek.medewerker.id)
    with pytest.raises(RegelTeLang):
        melding.neem_op(
            plek, NieuweMelding("x", voornamen="x" * 301, contactpersoon_id=plek.medewerker.id), concept="melding"
        )
    assert typen.load_concept(plek, melding.CONCEPT) == {"vraag": "Ik heb hulp nodig."}
    melding.neem_op(plek, invoer, concept=melding.CONCEPT)
    assert typen.load_concept(plek, melding.CONCEPT) == {}


def test_new_answer_is_made_by_the_first_word_and_by_nothing_else(dossier: Dossier) -> None:
    adres = _adres(dossier)
    with dossier.plek.store.read() as lezer:
        assert lezer.find_one(Antwoord, adres.entiteit_id) is None
    assert typen.keep(dossier.plek, adres, "I").entiteiten == {adres.entiteit_id}
    assert not typen.keep(dossier.plek, adres, "Ik").entiteiten


def test_field_of_a_plan_says_whether_it_can_be_empty(dossier: Dossier) -> None:
    plan.add_afspraak(dossier.plek, dossier.doel(DOEL), "Ik ga elke dinsdag.")
    beeld = dossier.plan()
    (afspraak,) = beeld.doelen[0].afspraken
    assert beeld.adres(afspraak, "tekst").is_verplicht
    assert not beeld.adres(afspraak, "waarom").is_verplicht
