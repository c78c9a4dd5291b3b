"""What one asks for with the signature under a plan, who may sign, and what was only said or signed with a mark."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from kernnetwerk_app.domain.aanvraag import (
    Aanvraag,
    AanvraagDoorBewindvoerder,
    AanvraagDoorIemandAnders,
    AanvraagNietOpScherm,
    AanvraagZonderMachtiging,
    Tekenafspraak,
)
from kernnetwerk_app.domain.base import VoorWie, voor_lezer
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze, Ondertekening, TekenaarIsOverleden, Wijze
from kernnetwerk_app.domain.papiervorm import GEWOON, Leeshulp, Papiervorm
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.services import echtheid, ondertekening, samenvoeging
from kernnetwerk_app.services.ondertekening import TekenBeeld, Tekenvraag
from tests.services.aanvraag_opzet import HULP, hulpversie, met_hulp
from tests.services.opzet import STREPEN, Dossier, gelezen
from tests.services.rechten_opzet import anna, erbij

pytestmark = pytest.mark.usefixtures("qapp")

VRAAG = Tekenvraag(Keuze.EENS, None, "Anna Voorbeeld-Jansen", Hoedanigheid.INWONER, STREPEN)


def _beeld(hier: Dossier, versie: PlanVersie) -> TekenBeeld:
    with hier.plek.store.read() as lezer:
        return ondertekening.load(hier.plek, lezer, versie.id)


def _teken(hier: Dossier, versie: PlanVersie, vraag: Tekenvraag) -> Ondertekening:
    nummer, _ = ondertekening.teken(hier.plek, versie.id, vraag)
    with hier.plek.store.read() as lezer:
        return lezer.get(Ondertekening, nummer)


def _aanvragen(hier: Dossier) -> list[Aanvraag]:
    with hier.plek.store.read() as lezer:
        return lezer.find(Aanvraag, huishouden_id=hier.huishouden_id)


def _regels(hier: Dossier, versie: PlanVersie) -> tuple[UUID, ...]:
    return tuple(regel.afspraak_id for regel in _beeld(hier, versie).aan_te_vragen)


# -- what is asked for -------------------------------------------------------------------------------------------------


def test_only_lines_on_which_the_municipality_decides_can_be_asked_for_and_no_law_is_named(hier: Dossier) -> None:
    met_hulp(hier, "De huisarts kijkt naar de medicijnen.", "De huisarts", wet="")
    versie = hulpversie(hier)
    (regel,) = _beeld(hier, versie).aan_te_vragen
    assert regel.wat == f"Hulp in huis: {HULP}"
    leeg = gelezen(ondertekening.render(hier.plek, versie, ()))
    assert f"Met deze handtekening vraag ik aan: Hulp in huis: {HULP}" in leeg
    assert "Zet een kruis bij de hulp die u wilt aanvragen, en teken. Dit mag ook als u het niet eens bent" in leeg
    assert "Met uw handtekening vraagt u" not in leeg
    assert "wmo" not in leeg.lower()


@pytest.mark.parametrize("keuze", Keuze)
def test_whatever_one_thinks_of_the_plan_one_asks_for_help_with_the_same_signature(hier: Dossier, keuze: Keuze) -> None:
    versie = hulpversie(hier)
    vraag = replace(VRAAG, keuze=keuze, reactie="Ik wil meer.", vraagt_aan=_regels(hier, versie))
    getekend = _teken(hier, versie, vraag)
    (een,) = _aanvragen(hier)
    assert (een.ondertekening_id, een.wat, een.wet) == (getekend.id, f"Hulp in huis: {HULP}", "wmo")
    assert een.ontvangen_datum == getekend.datum
    assert voor_lezer(VoorWie.PERSOON, een).wet is None
    assert getekend.pdf is not None
    assert f"{HULP} · dit vraag ik aan" in gelezen(getekend.pdf)


def test_what_was_not_ticked_is_not_asked_for_and_that_stands_on_the_paper(hier: Dossier) -> None:
    versie = hulpversie(hier)
    getekend = _teken(hier, versie, VRAAG)
    assert _aanvragen(hier) == []
    assert getekend.pdf is not None
    assert f"{HULP} · niet aangevraagd" in gelezen(getekend.pdf)


def test_the_same_help_is_not_asked_for_twice_also_not_under_a_later_version(hier: Dossier) -> None:
    versie = hulpversie(hier)
    _teken(hier, versie, replace(VRAAG, vraagt_aan=_regels(hier, versie)))
    hier.doel("Ik wil ook eens naar zee.")
    nieuw = hier.versie()
    assert nieuw.id != versie.id
    assert set(_beeld(hier, nieuw).aangevraagd) == set(_regels(hier, nieuw))
    _teken(hier, nieuw, replace(VRAAG, vraagt_aan=_regels(hier, nieuw)))
    assert len(_aanvragen(hier)) == 1


def test_paper_says_of_the_day_it_is_printed_what_was_asked_for_already_and_has_no_box_for_it(hier: Dossier) -> None:
    """An empty box asks for nothing, so one for what was asked for before would read as taking it back."""
    oud = hulpversie(hier)
    _teken(hier, oud, replace(VRAAG, vraagt_aan=_regels(hier, oud)))
    al = f"Al aangevraagd op {datum_lang(oud.datum, jaar=True)}: Hulp in huis: {HULP}"
    for vorm in (GEWOON, frozenset({Leeshulp.VOORLEZEN}), frozenset({Leeshulp.GROOT})):
        alles = gelezen(ondertekening.load_versie_pdf(hier.plek, oud.id, vorm))
        assert al in alles
        assert "Met uw handtekening vraagt u nu niets meer aan." in alles
        assert "Een leeg vakje" not in alles
    met_hulp(hier, "Een tillift bij het bad.", "De tillift")
    nieuw = hier.versie()
    ook = gelezen(ondertekening.load_versie_pdf(hier.plek, nieuw.id))
    assert f"{al} Met deze handtekening vraag ik aan: De tillift: Een tillift bij het bad. Zet een kruis" in ook
    getekend = _teken(hier, nieuw, VRAAG).pdf
    assert getekend is not None
    assert al in gelezen(getekend)
    assert f"{HULP} · niet aangevraagd" not in gelezen(getekend), "it was asked for, with another signature"
    assert "Een tillift bij het bad. · niet aangevraagd" in gelezen(getekend)


def test_only_what_was_asked_for_by_the_day_of_a_signature_stands_under_it_as_asked_for_already(hier: Dossier) -> None:
    """A paper of an earlier day that comes later keeps its cross: the decision is counted from the first day."""
    eerst = hulpversie(hier)
    regels, begin = _regels(hier, eerst), eerst.datum
    _teken(hier, eerst, VRAAG)
    hier.plek.klok.advance(timedelta(days=9))
    hier.doel("Ik wil ook eens naar zee.")
    _teken(hier, hier.versie(), replace(VRAAG, vraagt_aan=regels))
    hier.plek.klok.advance(timedelta(days=2))
    bram = replace(VRAAG, naam="Bram Elders", hoedanigheid=Hoedanigheid.OUDER, vraagt_aan=regels)
    zonder = _teken(hier, eerst, replace(bram, op_papier=begin + timedelta(days=4), vraagt_aan=())).pdf
    assert zonder is not None
    assert gelezen(zonder).count(f"{HULP} · niet aangevraagd") == 2, "both left the box empty, on a day before it"
    assert "Al aangevraagd" not in gelezen(zonder)
    dag = begin + timedelta(days=4)
    papier = _teken(hier, eerst, replace(bram, op_papier=dag))
    assert papier.pdf is not None
    assert gelezen(papier.pdf).count(f"{HULP} · niet aangevraagd") == 2
    assert gelezen(papier.pdf).count(f"{HULP} · dit vraag ik aan") == 1
    assert "Al aangevraagd" not in gelezen(papier.pdf)
    (alle,) = _beeld(hier, eerst).aangevraagd.values()
    assert [een.ontvangen_datum for een in alle] == [dag, begin + timedelta(days=9)]
    with hier.plek.store.read() as lezer:
        assert all(een.heel for een in echtheid.controleer(lezer, eerst.id))
    later = _teken(hier, eerst, replace(bram, op_papier=begin + timedelta(days=6)))
    assert later.pdf is not None
    assert len(_aanvragen(hier)) == 2, "the first day counts already"
    onder = gelezen(later.pdf).split("Reactie van Bram Elders")[-1]
    assert f"Al aangevraagd op {datum_lang(dag, jaar=True)}: Hulp in huis: {HULP}" in onder
    assert "Ook op" not in onder, "not yet on the day of this signature"


@pytest.mark.parametrize("vorm", [GEWOON, frozenset({Leeshulp.VOORLEZEN}), frozenset({Leeshulp.GROOT})])
def test_a_plan_with_nothing_to_ask_for_says_that_signing_asks_for_nothing(hier: Dossier, vorm: Papiervorm) -> None:
    hier.doel()
    woorden = gelezen(ondertekening.load_versie_pdf(hier.plek, hier.versie().id, vorm))
    assert "Met uw handtekening vraagt u geen hulp aan. Wilt u dat wel? Zeg het ons." in woorden
    assert "met uw handtekening onder dit plan" not in woorden


def test_what_a_signature_on_the_screen_may_carry_is_of_the_municipality_and_paper_always_may(hier: Dossier) -> None:
    versie = hulpversie(hier)
    profiel = replace(hier.plek.profiel, tekenen=Tekenafspraak(aanvraag_op_scherm=False))
    plek = replace(hier.plek, profiel=profiel)
    vraag = replace(VRAAG, vraagt_aan=_regels(hier, versie))
    with pytest.raises(AanvraagNietOpScherm):
        ondertekening.teken(plek, versie.id, vraag)
    assert _aanvragen(hier) == []
    ondertekening.teken(plek, versie.id, replace(vraag, op_papier=versie.datum))
    assert len(_aanvragen(hier)) == 1


def test_what_was_only_said_asks_for_nothing_and_who_speaks_for_themselves_cannot(hier: Dossier) -> None:
    versie = hulpversie(hier)
    vraag = replace(VRAAG, vraagt_aan=_regels(hier, versie))
    ondertekening.teken_niet(hier.plek, versie.id, vraag)
    assert _aanvragen(hier) == []
    with pytest.raises(AanvraagDoorIemandAnders):
        ondertekening.teken(
            hier.plek, versie.id, replace(vraag, hoedanigheid=Hoedanigheid.ANDERS, namelijk="buurvrouw")
        )


def test_a_partner_asks_only_when_the_resident_wants_so_and_a_bewindvoerder_never(
    hier: Dossier,
) -> None:
    """How the resident let that be known is sealed with the signature, and stands on its paper."""
    versie = hulpversie(hier)
    vraag = replace(VRAAG, naam="Henk Voorbeeld", vraagt_aan=_regels(hier, versie))
    for als, namelijk, fout in (
        (Hoedanigheid.PARTNER, " ", AanvraagZonderMachtiging),
        (Hoedanigheid.BEWINDVOERDER, "Het mag.", AanvraagDoorBewindvoerder),
    ):
        with pytest.raises(fout):
            _teken(hier, versie, replace(vraag, hoedanigheid=als, namelijk=namelijk))
        assert _aanvragen(hier) == []
        _teken(hier, versie, replace(vraag, hoedanigheid=als, vraagt_aan=()))  # for oneself both may sign
    hoe = "Anna zei het op 19 april, met de wijkverpleegkundige erbij."
    getekend = _teken(hier, versie, replace(vraag, hoedanigheid=Hoedanigheid.PARTNER, namelijk=hoe))
    assert (getekend.namelijk, len(_aanvragen(hier))) == (hoe, 1)
    assert getekend.pdf is not None
    assert f"partner, met een machtiging ({hoe})" in gelezen(getekend.pdf)
    with hier.plek.store.write() as werk:
        werk.change(getekend, namelijk="Anna schreef het op.")
        werk.commit("test.gewijzigd")
    with hier.plek.store.read() as lezer:
        assert not echtheid.is_ongewijzigd(lezer, lezer.get(Ondertekening, getekend.id))


def test_who_was_authorised_asks_also_where_nobody_wrote_down_how(hier: Dossier) -> None:
    versie = hulpversie(hier)
    vraag = replace(VRAAG, hoedanigheid=Hoedanigheid.GEMACHTIGDE, vraagt_aan=_regels(hier, versie))
    assert _teken(hier, versie, vraag).namelijk is None
    assert len(_aanvragen(hier)) == 1


def test_an_aanvraag_that_was_changed_is_found_out_with_its_signature(hier: Dossier) -> None:
    versie = hulpversie(hier)
    getekend = _teken(hier, versie, replace(VRAAG, vraagt_aan=_regels(hier, versie)))
    with hier.plek.store.read() as lezer:
        assert [een.heel for een in echtheid.controleer(lezer, versie.id)] == [True]
    with hier.plek.store.write() as werk:
        werk.change(werk.find(Aanvraag)[0], wat="Hulp in huis: elke dag")
        werk.commit("test.gewijzigd")
    with hier.plek.store.read() as lezer:
        assert [een.heel for een in echtheid.controleer(lezer, versie.id)] == [False]
        assert not echtheid.is_ongewijzigd(lezer, getekend)


# -- who signs ---------------------------------------------------------------------------------------------------------


def _kind(hier: Dossier, jaar: int) -> Inwoner:
    return erbij(hier, voornamen="Mia", achternaam="Voorbeeld", rol=RolInHuishouden.KIND, geboortedatum=f"{jaar}-04-01")


def _gezag(hier: Dossier, kind: Inwoner, ander: Inwoner | str) -> None:
    velden = {"ander_naam": ander} if isinstance(ander, str) else {"ander_id": ander.id}
    with hier.plek.store.write() as werk:
        werk.add(
            Relatie(
                id=hier.plek.new_id(), huishouden_id=hier.huishouden_id, inwoner_id=kind.id, gezag=Gezag.JA, **velden
            )
        )
        werk.commit("test.gezag", hier.huishouden_id)


def _wie(hier: Dossier, versie: PlanVersie) -> list[tuple[str, Hoedanigheid]]:
    return [(een.naam, een.als) for een in _beeld(hier, versie).tekenaars.mensen]


@pytest.mark.parametrize(
    ("jaar", "mensen"),
    [
        (2016, ["Anna Voorbeeld-Jansen", "Bram Elders"]),
        (2014, ["Anna Voorbeeld-Jansen", "Mia Voorbeeld", "Bram Elders"]),
        (2011, ["Anna Voorbeeld-Jansen"]),
    ],
)
def test_a_child_of_twelve_signs_along_with_both_parents_and_of_sixteen_it_is_its_own(
    hier: Dossier, jaar: int, mensen: list[str]
) -> None:
    """2027: eleven, thirteen and sixteen."""
    kind = _kind(hier, jaar)
    _gezag(hier, kind, anna(hier))
    _gezag(hier, kind, "Bram Elders")
    met_hulp(hier, wet="jeugdwet")
    versie = hier.versie()
    assert sorted(naam for naam, _ in _wie(hier, versie)) == sorted(mensen)


def test_a_parent_who_is_not_here_is_shown_and_blocks_nothing(hier: Dossier) -> None:
    kind = _kind(hier, 2014)
    _gezag(hier, kind, anna(hier))
    _gezag(hier, kind, "Bram Elders")
    met_hulp(hier, wet="jeugdwet")
    versie = hier.versie()
    _teken(hier, versie, replace(VRAAG, inwoner_id=anna(hier).id, vraagt_aan=_regels(hier, versie)))
    assert [een.naam for een in _beeld(hier, versie).tekenaars.nog_niet] == ["Mia Voorbeeld", "Bram Elders"]
    assert len(_aanvragen(hier)) == 1
    samen = _teken(hier, versie, replace(VRAAG, naam="Bram  elders", hoedanigheid=Hoedanigheid.OUDER)).pdf
    assert samen is not None
    assert "Mia Voorbeeld heeft nog niet getekend. Dat houdt niets tegen." in gelezen(samen)
    assert gelezen(samen).count("heeft nog niet getekend") == 1
    assert gelezen(samen).count("dit vraag ik aan") == 1
    assert "heeft nog niet" not in gelezen(ondertekening.load_versie_pdf(hier.plek, versie.id)), "nobody signed on it"
    assert [een.naam for een in _beeld(hier, versie).tekenaars.nog_niet] == ["Mia Voorbeeld"]


def test_who_signed_and_turned_out_to_be_known_twice_did_sign(hier: Dossier) -> None:
    """The sealed paper with that very signature said that they had not signed."""
    kind, dubbel = _kind(hier, 2016), erbij(hier, voornamen="Bo", achternaam="Elders")
    bram = erbij(hier, voornamen="Bram", achternaam="Elders")
    for ouder in (anna(hier), bram):
        _gezag(hier, kind, ouder)
    met_hulp(hier, wet="jeugdwet")
    versie = hier.versie()
    vraag = replace(VRAAG, naam="Bram Elders", hoedanigheid=Hoedanigheid.OUDER, inwoner_id=bram.id)
    _teken(hier, versie, vraag)
    samenvoeging.voeg_samen(hier.plek, bram.id, dubbel.id)
    wie = _beeld(hier, versie).tekenaars
    assert [een.naam for een in wie.nog_niet] == ["Anna Voorbeeld-Jansen"]
    zegel = _teken(hier, versie, replace(VRAAG, inwoner_id=anna(hier).id)).pdf
    assert zegel is not None
    assert "heeft nog niet getekend" not in gelezen(zegel)


def test_an_owner_who_turned_out_to_be_known_twice_has_one_place_to_sign(hier: Dossier) -> None:
    kind, eigenaar = _kind(hier, 2016), anna(hier)
    blijft = Inwoner(id=UUID(int=1), huishouden_id=hier.huishouden_id, voornamen="Anna", achternaam="Voorbeeld")
    with hier.plek.store.write() as werk:
        werk.add(blijft)
        werk.commit("test.erbij", hier.huishouden_id)
    _gezag(hier, kind, eigenaar)
    met_hulp(hier, wet="jeugdwet")
    samenvoeging.voeg_samen(hier.plek, eigenaar.id, blijft.id)
    assert [als for _, als in _wie(hier, hier.versie())] == [Hoedanigheid.INWONER]


def test_children_do_not_sign_what_is_not_about_them_and_unknown_gezag_is_told(hier: Dossier) -> None:
    _kind(hier, 2014)
    assert _wie(hier, hulpversie(hier)) == [("Anna Voorbeeld-Jansen", Hoedanigheid.INWONER)]
    met_hulp(hier, "Begeleiding voor Mia.", "Jeugdhulp", wet="jeugdwet")
    assert _beeld(hier, hier.versie()).tekenaars.zonder_gezag == ("Mia Voorbeeld",)


def _bijzonder(hier: Dossier, wie: Inwoner, aard: Aard, **velden: Any) -> None:
    with hier.plek.store.write() as werk:
        werk.add(
            Bijzonderheid(
                id=hier.plek.new_id(), huishouden_id=hier.huishouden_id, inwoner_id=wie.id, aard=aard, **velden
            )
        )
        werk.commit("test.bijzonder", hier.huishouden_id)


def test_a_mentor_or_curator_signs_along_and_a_bewindvoerder_is_not_missed(hier: Dossier) -> None:
    _bijzonder(hier, anna(hier), Aard.MENTORSCHAP, naam="Mevrouw  Mentor")
    _bijzonder(hier, anna(hier), Aard.BEWIND, naam="Meneer Geld")
    assert _wie(hier, hulpversie(hier)) == [
        ("Anna Voorbeeld-Jansen", Hoedanigheid.INWONER),
        ("Mevrouw Mentor", Hoedanigheid.MENTOR),
    ]


def test_nobody_signs_after_they_died_or_is_waited_for_and_what_was_signed_before_stays(hier: Dossier) -> None:
    kind, bram = _kind(hier, 2016), erbij(hier, voornamen="Bram", achternaam="Elders")
    _gezag(hier, kind, anna(hier))
    _gezag(hier, kind, bram)
    met_hulp(hier, wet="jeugdwet")
    versie = hier.versie()
    gisteren = versie.datum - timedelta(days=1)
    _bijzonder(hier, bram, Aard.OVERLEDEN, begin_datum=gisteren)
    assert _wie(hier, versie) == [("Anna Voorbeeld-Jansen", Hoedanigheid.INWONER)]
    _bijzonder(hier, anna(hier), Aard.OVERLEDEN, begin_datum=versie.datum)
    hier.plek.klok.advance(timedelta(days=1))
    with pytest.raises(TekenaarIsOverleden):
        _teken(hier, versie, VRAAG)
    assert _teken(hier, versie, replace(VRAAG, op_papier=versie.datum)).datum == versie.datum


# -- said, or with a mark ----------------------------------------------------------------------------------------------


def test_what_was_said_is_kept_with_who_were_there_and_that_it_was_read_aloud(hier: Dossier) -> None:
    vraag = replace(
        VRAAG, keuze=Keuze.GEZIEN, reactie="Doe maar rustig aan.", mondeling=True, voorgelezen=True,
        aanwezig="Karin en Sanne Modelman",
    )  # fmt: skip
    gezegd = _teken(hier, hulpversie(hier), vraag)
    assert (gezegd.wijze, gezegd.strepen) == (Wijze.MONDELING, None)
    assert gezegd.pdf is not None
    woorden = gelezen(gezegd.pdf)
    for zin in ("Dit is gezegd. Er is niet getekend.", "voorgelezen. Het klopt.", "Karin en Sanne Modelman."):
        assert zin in woorden


def test_a_mark_instead_of_a_name_is_a_signature_and_the_paper_says_what_it_is(hier: Dossier) -> None:
    versie = hulpversie(hier)
    vraag = replace(VRAAG, merkteken=True, aanwezig="Sanne Modelman", vraagt_aan=_regels(hier, versie))
    getekend = _teken(hier, versie, vraag)
    assert getekend.strepen is not None
    assert getekend.pdf is not None
    woorden = gelezen(getekend.pdf)
    assert "Anna Voorbeeld-Jansen zette een teken in plaats van een naam." in woorden
    assert "Hierbij waren: Sanne Modelman." in woorden
    assert len(_aanvragen(hier)) == 1


def test_the_empty_paper_has_a_place_to_sign_for_everybody_who_decides_along(hier: Dossier) -> None:
    met_hulp(hier, wet="jeugdwet")
    alleen = gelezen(ondertekening.render(hier.plek, hier.versie(), ()))
    assert "Reactie van" not in alleen, "one person decides"
    kind = _kind(hier, 2014)
    _gezag(hier, kind, anna(hier))
    _gezag(hier, kind, "Bram Elders")
    papier = gelezen(ondertekening.render(hier.plek, hier.versie(), ()))
    vakken = papier.split("Reactie van ")[1:]
    wie = ["mevrouw Voorbeeld-Jansen", "Mia Voorbeeld, inwoner", "Bram Elders, ouder met gezag"]
    assert [any(vak.startswith(naam) for naam in wie) for vak in vakken] == [True] * 3
    assert all("Ik ben het eens met dit plan" in vak and "Handtekening van" in vak for vak in vakken)


def test_who_decides_no_more_on_the_day_of_printing_has_no_place_to_sign(hier: Dossier) -> None:
    """The version was frozen with a place for each parent; one died since."""
    kind, bram = _kind(hier, 2014), erbij(hier, voornamen="Bram", achternaam="Elders")
    _gezag(hier, kind, anna(hier))
    _gezag(hier, kind, bram)
    met_hulp(hier, wet="jeugdwet")
    versie = hier.versie()
    assert "Reactie van Bram Elders" in gelezen(ondertekening.render(hier.plek, versie, ()))
    _bijzonder(hier, bram, Aard.OVERLEDEN, begin_datum=versie.datum)
    papier = gelezen(ondertekening.render(hier.plek, versie, ()))
    assert "Bram Elders" not in papier.split("Wat vindt u van dit plan?")[1]
    assert "Reactie van Mia Voorbeeld" in papier
    _bijzonder(hier, kind, Aard.OVERLEDEN, begin_datum=versie.datum)
    alleen = gelezen(ondertekening.render(hier.plek, versie, ()))
    assert "Reactie van" not in alleen, "one person decides"
    assert "Handtekening van wie voor mij spreekt of beslist" not in alleen


def test_a_professional_without_a_law_is_told_to_be_nothing_to_ask_for(hier: Dossier) -> None:
    met_hulp(hier)
    met_hulp(hier, "De huisarts belt elke week.", wie="De huisarts", wet="")
    met_hulp(hier, "Iemand doet de tuin.", wie=None, wet="")
    versie = _beeld(hier, hier.versie())
    assert [regel.wat for regel in versie.aan_te_vragen] == [f"Hulp in huis: {HULP}"]
    assert versie.zonder_wet == ("De huisarts belt elke week.", "Iemand doet de tuin.")
