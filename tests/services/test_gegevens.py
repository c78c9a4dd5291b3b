"""What is written down of people can be put right: on every screen at once, beside a colleague, whole or not at all."""

from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import col, select

from kernnetwerk_app.domain.contact import Contact, ContactSoort
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.inwoner import Aanspreekvorm, Inwoner, RolInHuishouden
from kernnetwerk_app.domain.kalender import DagBuitenBereik
from kernnetwerk_app.domain.melding import MeldingInToekomst, MeldingNaAannemen, MeldingZonderVraag
from kernnetwerk_app.domain.tekst import RegelTeLang, TekstTeLang
from kernnetwerk_app.services import conflict, dossier, gegevens, melding, plan, termijn, vraagverheldering
from kernnetwerk_app.services.dossier import DossierBeeld
from kernnetwerk_app.services.gegevens import GegevensBeeld
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.audit import AuditRow
from tests.factories import JORIS, VRAAG, make_werkplek, nieuwe_melding
from tests.services.opzet import begin_dossier, begin_gesprek, laatste_n
from tests.uitwisseling import wissel_uit


@pytest.fixture
def plek(tmp_path: Path) -> Werkplek:
    return make_werkplek(tmp_path / "sanne")


@pytest.fixture
def collega(tmp_path: Path) -> Werkplek:
    return make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)


@pytest.fixture
def anna(plek: Werkplek) -> UUID:
    """The household of mevrouw Voorbeeld-Jansen."""
    return nieuwe_melding(plek).huishouden_id


def _load(plek: Werkplek, huishouden_id: UUID) -> GegevensBeeld:
    with plek.store.read() as lezer:
        return gegevens.load(lezer, huishouden_id)


def _dossier(plek: Werkplek, huishouden_id: UUID) -> DossierBeeld:
    with plek.store.read() as lezer:
        return dossier.load(plek, lezer, huishouden_id)


def _change(plek: Werkplek, beeld: GegevensBeeld, **velden: object) -> None:
    """Change each field in the record that has it."""
    alle: dict[UUID, dict[str, object]] = {}
    for veld, waarde in velden.items():
        record = next(record for record in beeld.records().values() if veld in type(record).model_fields)
        if veld == "kern":
            record = beeld.huishouden
        alle.setdefault(record.id, {})[veld] = waarde
    gegevens.change(plek, beeld, alle)


def _gemeld(beeld: GegevensBeeld) -> UUID:
    assert beeld.melding is not None
    return beeld.melding.id


def test_whoever_came_without_a_name_gets_one_on_every_screen(plek: Werkplek) -> None:
    hier = melding.neem_op(plek, NieuweMelding(VRAAG, contactpersoon_id=plek.medewerker.id)).huishouden_id
    assert _dossier(plek, hier).huishouden.aanduiding == "Onbekend"
    naam = {"aanspreekvorm": Aanspreekvorm.MEVROUW, "voornamen": "Gerda", "achternaam": "Proefpersoon"}
    _change(plek, _load(plek, hier), **naam, geboortedatum="1948-03-00")
    assert _dossier(plek, hier).huishouden.aanduiding == "Mevrouw Proefpersoon"
    with plek.store.read() as lezer:
        (regel,) = dossier.list_dossiers(plek, lezer)
        (inwoner,) = lezer.find(Inwoner)
    assert (regel.voorletters, inwoner.geboortedatum) == ("G. P.", "1948-03-00")


def test_a_household_with_a_name_of_its_own_keeps_it_until_it_is_taken_away(plek: Werkplek, anna: UUID) -> None:
    _change(plek, _load(plek, anna), aanduiding="Anna en Hendrik")
    _change(plek, _load(plek, anna), achternaam="Voorbeeld")
    assert _dossier(plek, anna).huishouden.aanduiding == "Anna en Hendrik"
    _change(plek, _load(plek, anna), aanduiding=None)
    assert _dossier(plek, anna).huishouden.aanduiding == "Mevrouw Voorbeeld"


def test_of_several_people_each_can_be_put_right(plek: Werkplek, anna: UUID) -> None:
    with plek.store.write() as werk:
        partner = Inwoner(id=plek.new_id(), huishouden_id=anna, voornamen="Henk", rol=RolInHuishouden.PARTNER)
        werk.add(partner)
        werk.commit("test.partner")
    beeld = _load(plek, anna)
    gegevens.change(plek, beeld, {partner.id: {"voornamen": "Hendrik"}})
    assert [mens.voornamen for mens in _load(plek, anna).inwoners] == ["Anna", "Hendrik"]
    assert _dossier(plek, anna).huishouden.aanduiding == "Mevrouw Voorbeeld-Jansen"


def test_the_term_counts_from_the_day_that_was_put_right(plek: Werkplek, anna: UUID) -> None:
    _change(plek, _load(plek, anna), ontvangen_datum=date(2027, 3, 25))
    with plek.store.read() as lezer:
        lopend = termijn.find_termijn(plek, lezer, anna)
    assert lopend is not None
    assert (lopend.som.begin, lopend.som.wettelijk_einde) == (date(2027, 3, 25), date(2027, 5, 10))
    gemeld = _load(plek, anna).melding
    assert gemeld is not None
    assert gemeld.ontvangen_tijd is None, "the hour was that of the wrong day"


def test_the_question_keeps_its_hour_and_is_the_new_one_in_gesprek_and_on_paper(plek: Werkplek) -> None:
    hier = begin_dossier(plek)
    _change(plek, _load(plek, hier.huishouden_id), vraag="Ik wil hier blijven wonen.")
    assert hier.gesprek().vraag == "Ik wil hier blijven wonen."
    assert hier.plan().inhoud.vraag == "Ik wil hier blijven wonen."
    gemeld = _load(plek, hier.huishouden_id).melding
    assert gemeld is not None
    assert gemeld.ontvangen_tijd == time(9, 0)


def test_the_question_is_put_right_once_for_a_gesprek_on_every_laptop(
    plek: Werkplek, collega: Werkplek, anna: UUID
) -> None:
    """Also when the gesprek was begun elsewhere on the old words, and when it is put right a second time."""
    wissel_uit(plek, collega)
    daar = begin_gesprek(collega, anna)
    plan_id, _ = plan.begin(collega, anna)
    for vraag in ("Ik wil hier blijven.", "Ik wil hier blijven wonen."):
        _change(plek, _load(plek, anna), vraag=vraag)
        wissel_uit(plek, collega)
        for kant in (plek, collega):
            with kant.store.read() as lezer:
                assert vraagverheldering.load(kant, lezer, anna, daar).vraag == vraag
                assert plan.load(kant, lezer, plan_id).inhoud.vraag == vraag


def test_two_people_who_put_the_question_right_choose_once(plek: Werkplek, collega: Werkplek, anna: UUID) -> None:
    begin_gesprek(plek, anna)
    wissel_uit(plek, collega)
    hier, daar = _load(plek, anna), _load(collega, anna)
    _change(plek, hier, vraag="Ik wil blijven.")
    _change(collega, daar, vraag="Ik wil verhuizen.")
    wissel_uit(plek, collega)
    for kant in (plek, collega):
        assert _conflicts(kant, anna) == [{"Ik wil blijven.", "Ik wil verhuizen."}]


def test_a_gesprek_begun_on_two_laptops_with_two_questions_is_one_gesprek(
    plek: Werkplek, collega: Werkplek, anna: UUID
) -> None:
    wissel_uit(plek, collega)
    _change(plek, _load(plek, anna), vraag="Ik wil hier blijven wonen.")
    for kant in (plek, collega):
        begin_gesprek(kant, anna)
    wissel_uit(plek, collega)
    assert _conflicts(collega, anna) == []


def test_the_inloop_in_which_it_came_in_stays_one_with_the_melding(plek: Werkplek, anna: UUID) -> None:
    """Else the story would tell it twice, and it would count as the first talk (SIG-18)."""
    with plek.store.write() as werk:
        inloop = Contact(
            id=plek.new_id(),
            huishouden_id=anna,
            datum=plek.vandaag,
            contactsoort=ContactSoort.INLOOP,
            medewerker_id=plek.medewerker.id,
            citaat=VRAAG,
        )
        werk.add(inloop)
        werk.commit("test.inloop")
    _change(plek, _load(plek, anna), ontvangen_datum=date(2027, 4, 13), vraag="Ik wil hier blijven wonen.")
    beeld = _dossier(plek, anna)
    assert [(item.datum, item.citaat) for item in beeld.verhaal] == [(date(2027, 4, 13), "Ik wil hier blijven wonen.")]
    assert beeld.eerste_contact is not None
    assert beeld.eerste_contact.gehad is None


def _day(day: date) -> Callable[[GegevensBeeld], dict[UUID, dict[str, object]]]:
    return lambda beeld: {_gemeld(beeld): {"ontvangen_datum": day}}


@pytest.mark.parametrize(
    ("fout", "verkeerd"),
    [
        (MeldingInToekomst, _day(date(2027, 4, 28))),
        (MeldingNaAannemen, _day(date(2027, 4, 21))),
        (DagBuitenBereik, _day(date(1899, 12, 31))),
        (MeldingZonderVraag, lambda beeld: {_gemeld(beeld): {"vraag": " \u200b\n"}}),
        (TekstTeLang, lambda beeld: {_gemeld(beeld): {"vraag": "x" * 200_001}}),
        (RegelTeLang, lambda beeld: {beeld.huishouden.id: {"straat": "x" * 301}}),
    ],
)
def test_what_cannot_be_is_refused_with_all_that_was_typed_beside_it(
    plek: Werkplek,
    anna: UUID,
    fout: type[KernnetwerkError],
    verkeerd: Callable[[GegevensBeeld], dict[UUID, dict[str, object]]],
) -> None:
    plek.klok.advance(date(2027, 4, 27) - plek.vandaag)  # it was taken on a week ago
    beeld, voor = _load(plek, anna), laatste_n(plek)
    with pytest.raises(fout):
        gegevens.change(plek, beeld, {beeld.inwoners[0].id: {"voornamen": "Annie"}, **verkeerd(beeld)})
    assert laatste_n(plek) == voor
    assert _load(plek, anna) == beeld


def test_what_people_paste_is_kept_character_for_character(plek: Werkplek, collega: Werkplek, anna: UUID) -> None:
    vraag = "half \ud83d heel \ud83d\ude00 nul \0 \u202e <b>&amp;</b>\r\n\t" + "z" + "\u0300" * 200
    _change(plek, _load(plek, anna), vraag=vraag, straat="Straat \u202e 'n <i>", voornamen="Zoë Zoe\u0308")
    wissel_uit(plek, collega)
    for kant in (plek, collega):
        beeld = _load(kant, anna)
        assert beeld.melding is not None
        assert beeld.melding.vraag == vraag.replace("\ud83d ", "\ufffd ").replace("\ud83d\ude00", "😀").replace(
            "\0", "␀"
        )
        assert (beeld.huishouden.straat, beeld.inwoners[0].voornamen) == ("Straat \u202e 'n <i>", "Zoë Zoe\u0308")


# -- two laptops -----------------------------------------------------------------------------------------------------


def _conflicts(plek: Werkplek, huishouden_id: UUID) -> list[set[str]]:
    """The words of both sides of each open conflict."""
    with plek.store.read() as lezer:
        beelden = [conflict.load(plek, lezer, c.entiteit_id, c.eenheid) for c in lezer.conflicten(huishouden_id)]
    return [{kant.tekst for kant in beeld.kanten} for beeld in beelden]


def test_two_people_who_put_different_things_right_both_get_their_way(
    plek: Werkplek, collega: Werkplek, anna: UUID
) -> None:
    wissel_uit(plek, collega)
    hier, daar = _load(plek, anna), _load(collega, anna)
    _change(plek, hier, voornamen="Annie")
    _change(collega, daar, telefoon="0612345678", ontvangen_datum=date(2027, 4, 19))
    wissel_uit(plek, collega)
    for kant in (plek, collega):
        mens, gemeld = _load(kant, anna).inwoners[0], _load(kant, anna).melding
        assert gemeld is not None
        assert (mens.voornamen, mens.telefoon, gemeld.ontvangen_datum) == ("Annie", "0612345678", date(2027, 4, 19))
        assert _conflicts(kant, anna) == []


def test_two_people_who_put_the_same_right_differently_see_both(plek: Werkplek, collega: Werkplek, anna: UUID) -> None:
    wissel_uit(plek, collega)
    hier, daar = _load(plek, anna), _load(collega, anna)
    _change(plek, hier, geboortedatum="1948-03-00", bsn="999994669")
    _change(collega, daar, geboortedatum="1948-00-00", bsn="999990019")
    wissel_uit(plek, collega)
    for kant in (plek, collega):
        assert _conflicts(kant, anna) == [{"maart 1948", "1948"}, {"999 994 669", "999 990 019"}]


def test_a_form_that_was_open_meanwhile_does_not_write_over_what_it_did_not_show(
    plek: Werkplek, collega: Werkplek, anna: UUID
) -> None:
    """The street is typed on this laptop, while the postcode of the same address arrives from another."""
    wissel_uit(plek, collega)
    hier = _load(plek, anna)
    _change(collega, _load(collega, anna), postcode="9999 ZZ", telefoon="0612345678")
    wissel_uit(plek, collega)
    _change(plek, hier, straat="Proefweg")
    assert _load(plek, anna).inwoners[0].telefoon == "0612345678"
    mijn, zijn = "Proefweg\n12\nVoorbeelderveen", "Modelweg\n12\n9999 ZZ\nVoorbeelderveen"
    assert _conflicts(plek, anna) == [{mijn, zijn}]


def test_what_was_typed_and_kept_stands_beside_what_came_since(plek: Werkplek, collega: Werkplek, anna: UUID) -> None:
    """Typed on one day, handed in on another: the bases are those of the day on which it was typed."""
    wissel_uit(plek, collega)
    hier = _load(plek, anna)
    bewaard = hier.dump_bases({hier.inwoners[0].id: ["voornamen"]})
    _change(collega, _load(collega, anna), voornamen="Annemarie", telefoon="0612345678")
    wissel_uit(plek, collega)
    _change(plek, _load(plek, anna).met_bases(bewaard), voornamen="Annie", telefoon="0687654321")
    assert _load(plek, anna).inwoners[0].telefoon == "0687654321", "the number of before was seen"
    assert {"Annie\nVoorbeeld-Jansen", "Annemarie\nVoorbeeld-Jansen"} in _conflicts(plek, anna)


def test_saving_it_is_one_row_in_the_audit_that_names_the_fields_and_no_word(plek: Werkplek, anna: UUID) -> None:
    _change(plek, _load(plek, anna), voornamen="Annie", straat="Proefweg", ontvangen_datum=date(2027, 4, 19))
    with plek.store.read() as lezer:
        rij = lezer._session.exec(select(AuditRow).order_by(col(AuditRow.seq).desc())).first()
    assert rij is not None
    assert (rij.naam, rij.soort, rij.huishouden_id) == ("gegevens.gewijzigd", "U", anna)
    assert {"voornamen", "straat", "ontvangen_datum"} <= set(rij.velden.split(","))
    assert "Annie" not in repr(rij.model_dump())
