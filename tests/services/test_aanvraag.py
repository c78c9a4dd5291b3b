"""What one asks for with the signature under a plan, and what was only said or signed with a mark."""

from dataclasses import replace
from datetime import timedelta

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
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze, Ondertekening, Wijze
from kernnetwerk_app.domain.papiervorm import GEWOON, Leeshulp, Papiervorm
from kernnetwerk_app.services import echtheid, ondertekening
from tests.services.aanvraag_opzet import HULP, VRAAG, aanvragen, beeld_van, hulpversie, met_hulp, regels_van, teken_met
from tests.services.opzet import Dossier, gelezen

pytestmark = pytest.mark.usefixtures("qapp")

# -- what is asked for -------------------------------------------------------------------------------------------------


def test_only_lines_on_which_the_municipality_decides_can_be_asked_for_and_no_law_is_named(hier: Dossier) -> None:
    met_hulp(hier, "De huisarts kijkt naar de medicijnen.", "De huisarts", wet="")
    versie = hulpversie(hier)
    (regel,) = beeld_van(hier, versie).aan_te_vragen
    assert regel.wat == f"Hulp in huis: {HULP}"
    leeg = gelezen(ondertekening.render(hier.plek, versie, ()))
    assert f"Met deze handtekening vraag ik aan: Hulp in huis: {HULP}" in leeg
    assert "Zet een kruis bij de hulp die u wilt aanvragen, en teken. Dit mag ook als u het niet eens bent" in leeg
    assert "Met uw handtekening vraagt u" not in leeg
    assert "wmo" not in leeg.lower()


@pytest.mark.parametrize("keuze", Keuze)
def test_whatever_one_thinks_of_the_plan_one_asks_for_help_with_the_same_signature(hier: Dossier, keuze: Keuze) -> None:
    versie = hulpversie(hier)
    vraag = replace(VRAAG, keuze=keuze, reactie="Ik wil meer.", vraagt_aan=regels_van(hier, versie))
    getekend = teken_met(hier, versie, vraag)
    (een,) = aanvragen(hier)
    assert (een.ondertekening_id, een.wat, een.wet) == (getekend.id, f"Hulp in huis: {HULP}", "wmo")
    assert een.ontvangen_datum == getekend.datum
    assert voor_lezer(VoorWie.PERSOON, een).wet is None
    assert getekend.pdf is not None
    assert f"{HULP} · dit vraag ik aan" in gelezen(getekend.pdf)


def test_what_was_not_ticked_is_not_asked_for_and_that_stands_on_the_paper(hier: Dossier) -> None:
    versie = hulpversie(hier)
    getekend = teken_met(hier, versie, VRAAG)
    assert aanvragen(hier) == []
    assert getekend.pdf is not None
    assert f"{HULP} · dit vraag ik nu niet aan" in gelezen(getekend.pdf)


def test_the_same_help_is_not_asked_for_twice_also_not_under_a_later_version(hier: Dossier) -> None:
    versie = hulpversie(hier)
    teken_met(hier, versie, replace(VRAAG, vraagt_aan=regels_van(hier, versie)))
    hier.doel("Ik wil ook eens naar zee.")
    nieuw = hier.versie()
    assert nieuw.id != versie.id
    assert set(beeld_van(hier, nieuw).aangevraagd) == set(regels_van(hier, nieuw))
    teken_met(hier, nieuw, replace(VRAAG, vraagt_aan=regels_van(hier, nieuw)))
    assert len(aanvragen(hier)) == 1


def test_paper_says_of_the_day_it_is_printed_what_was_asked_for_already_and_has_no_box_for_it(hier: Dossier) -> None:
    """An empty box asks for nothing, so one for what was asked for before would read as taking it back."""
    oud = hulpversie(hier)
    teken_met(hier, oud, replace(VRAAG, vraagt_aan=regels_van(hier, oud)))
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
    getekend = teken_met(hier, nieuw, VRAAG).pdf
    assert getekend is not None
    assert al in gelezen(getekend)
    assert f"{HULP} · dit vraag ik nu niet aan" not in gelezen(getekend), "it was asked for, with another signature"
    assert "Een tillift bij het bad. · dit vraag ik nu niet aan" in gelezen(getekend)


def test_only_what_was_asked_for_by_the_day_of_a_signature_stands_under_it_as_asked_for_already(hier: Dossier) -> None:
    """A paper of an earlier day that comes later keeps its cross: the decision is counted from the first day."""
    eerst = hulpversie(hier)
    regels, begin = regels_van(hier, eerst), eerst.datum
    teken_met(hier, eerst, VRAAG)
    hier.plek.klok.advance(timedelta(days=9))
    hier.doel("Ik wil ook eens naar zee.")
    teken_met(hier, hier.versie(), replace(VRAAG, vraagt_aan=regels))
    hier.plek.klok.advance(timedelta(days=2))
    bram = replace(VRAAG, naam="Bram Elders", hoedanigheid=Hoedanigheid.GEMACHTIGDE, vraagt_aan=regels)
    zonder = teken_met(hier, eerst, replace(bram, op_papier=begin + timedelta(days=4), vraagt_aan=())).pdf
    assert zonder is not None
    assert gelezen(zonder).count(f"{HULP} · dit vraag ik nu niet aan") == 2, (
        "both left the box empty, on a day before it"
    )
    assert "Al aangevraagd" not in gelezen(zonder)
    dag = begin + timedelta(days=4)
    papier = teken_met(hier, eerst, replace(bram, op_papier=dag))
    assert papier.pdf is not None
    assert gelezen(papier.pdf).count(f"{HULP} · dit vraag ik nu niet aan") == 2
    assert gelezen(papier.pdf).count(f"{HULP} · dit vraag ik aan") == 1
    assert "Al aangevraagd" not in gelezen(papier.pdf)
    (alle,) = beeld_van(hier, eerst).aangevraagd.values()
    assert [een.ontvangen_datum for een in alle] == [dag, begin + timedelta(days=9)]
    with hier.plek.store.read() as lezer:
        assert all(een.heel for een in echtheid.controleer(lezer, eerst.id))
    later = teken_met(hier, eerst, replace(bram, op_papier=begin + timedelta(days=6)))
    assert later.pdf is not None
    assert len(aanvragen(hier)) == 2, "the first day counts already"
    onder = gelezen(later.pdf).split("Reactie van Bram Elders")[-1]
    assert f"Al aangevraagd op {datum_lang(dag, jaar=True)}: Hulp in huis: {HULP}" in onder
    assert "Ook op" not in onder, "not yet on the day of this signature"


@pytest.mark.parametrize("vorm", [GEWOON, frozenset({Leeshulp.VOORLEZEN}), frozenset({Leeshulp.GROOT})])
def test_a_plan_with_nothing_to_ask_for_says_that_signing_asks_for_nothing(hier: Dossier, vorm: Papiervorm) -> None:
    hier.doel()
    woorden = gelezen(ondertekening.load_versie_pdf(hier.plek, hier.versie().id, vorm))
    assert "Met uw handtekening vraagt u geen hulp aan. Wilt u hulp van de gemeente aanvragen? Zeg het ons." in woorden
    assert "met uw handtekening onder dit plan" not in woorden


def test_what_a_signature_on_the_screen_may_carry_is_of_the_municipality_and_paper_always_may(hier: Dossier) -> None:
    versie = hulpversie(hier)
    profiel = replace(hier.plek.profiel, tekenen=Tekenafspraak(aanvraag_op_scherm=False))
    plek = replace(hier.plek, profiel=profiel)
    vraag = replace(VRAAG, vraagt_aan=regels_van(hier, versie))
    with pytest.raises(AanvraagNietOpScherm):
        ondertekening.teken(plek, versie.id, vraag)
    assert aanvragen(hier) == []
    niets = replace(vraag, vraagt_aan=())
    zegels = [gelezen(teken_met(een, versie, niets).pdf or b"") for een in (hier, replace(hier, plek=plek))]
    assert ["dit vraag ik nu niet aan" in zegel for zegel in zegels] == [True, False], "there nobody was asked"
    ondertekening.teken(plek, versie.id, replace(vraag, op_papier=versie.datum))
    assert len(aanvragen(hier)) == 1


def test_what_was_only_said_asks_for_nothing_and_who_speaks_for_themselves_cannot(hier: Dossier) -> None:
    versie = hulpversie(hier)
    vraag = replace(VRAAG, vraagt_aan=regels_van(hier, versie))
    ondertekening.teken_niet(hier.plek, versie.id, vraag)
    assert aanvragen(hier) == []
    with pytest.raises(AanvraagDoorIemandAnders):
        ondertekening.teken(
            hier.plek, versie.id, replace(vraag, hoedanigheid=Hoedanigheid.ANDERS, namelijk="buurvrouw")
        )


def test_a_partner_asks_only_when_the_resident_wants_so_and_a_bewindvoerder_never(
    hier: Dossier,
) -> None:
    """How the resident let that be known is sealed with the signature, and stands on its paper."""
    versie = hulpversie(hier)
    vraag = replace(VRAAG, naam="Henk Voorbeeld", vraagt_aan=regels_van(hier, versie))
    for als, namelijk, fout in (
        (Hoedanigheid.PARTNER, " ", AanvraagZonderMachtiging),
        (Hoedanigheid.BEWINDVOERDER, "Het mag.", AanvraagDoorBewindvoerder),
    ):
        with pytest.raises(fout):
            teken_met(hier, versie, replace(vraag, hoedanigheid=als, namelijk=namelijk))
        assert aanvragen(hier) == []
        teken_met(hier, versie, replace(vraag, hoedanigheid=als, vraagt_aan=()))  # for oneself both may sign
    hoe = "Anna zei het op 19 april, met de wijkverpleegkundige erbij."
    getekend = teken_met(hier, versie, replace(vraag, hoedanigheid=Hoedanigheid.PARTNER, namelijk=hoe))
    assert (getekend.namelijk, len(aanvragen(hier))) == (hoe, 1)
    assert getekend.pdf is not None
    assert f"partner, met een machtiging ({hoe})" in gelezen(getekend.pdf)
    with hier.plek.store.write() as werk:
        werk.change(getekend, namelijk="Anna schreef het op.")
        werk.commit("test.gewijzigd")
    with hier.plek.store.read() as lezer:
        assert not echtheid.is_ongewijzigd(lezer, lezer.get(Ondertekening, getekend.id))


def test_who_was_authorised_asks_also_where_nobody_wrote_down_how(hier: Dossier) -> None:
    versie = hulpversie(hier)
    vraag = replace(VRAAG, hoedanigheid=Hoedanigheid.GEMACHTIGDE, vraagt_aan=regels_van(hier, versie))
    assert teken_met(hier, versie, vraag).namelijk is None
    assert len(aanvragen(hier)) == 1


def test_an_aanvraag_that_was_changed_is_found_out_with_its_signature(hier: Dossier) -> None:
    versie = hulpversie(hier)
    getekend = teken_met(hier, versie, replace(VRAAG, vraagt_aan=regels_van(hier, versie)))
    with hier.plek.store.read() as lezer:
        assert [een.heel for een in echtheid.controleer(lezer, versie.id)] == [True]
    with hier.plek.store.write() as werk:
        werk.change(werk.find(Aanvraag)[0], wat="Hulp in huis: elke dag")
        werk.commit("test.gewijzigd")
    with hier.plek.store.read() as lezer:
        assert [een.heel for een in echtheid.controleer(lezer, versie.id)] == [False]
        assert not echtheid.is_ongewijzigd(lezer, getekend)


# -- said, or with a mark ----------------------------------------------------------------------------------------------


def test_what_was_said_is_kept_with_who_were_there_and_that_it_was_read_aloud(hier: Dossier) -> None:
    vraag = replace(
        VRAAG, keuze=Keuze.GEZIEN, reactie="Doe maar rustig aan.", mondeling=True, voorgelezen=True,
        aanwezig="Karin en Sanne Modelman",
    )  # fmt: skip
    gezegd = teken_met(hier, hulpversie(hier), vraag)
    assert (gezegd.wijze, gezegd.strepen) == (Wijze.MONDELING, None)
    assert gezegd.pdf is not None
    woorden = gelezen(gezegd.pdf)
    for zin in ("Dit is gezegd. Er is niet getekend.", "voorgelezen. Het klopt.", "Karin en Sanne Modelman."):
        assert zin in woorden


def test_a_mark_instead_of_a_name_is_a_signature_and_the_paper_says_what_it_is(hier: Dossier) -> None:
    versie = hulpversie(hier)
    vraag = replace(VRAAG, merkteken=True, aanwezig="Sanne Modelman", vraagt_aan=regels_van(hier, versie))
    getekend = teken_met(hier, versie, vraag)
    assert getekend.strepen is not None
    assert getekend.pdf is not None
    woorden = gelezen(getekend.pdf)
    assert "Anna Voorbeeld-Jansen zette een teken in plaats van een naam." in woorden
    assert "Hierbij waren: Sanne Modelman." in woorden
    assert len(aanvragen(hier)) == 1


def test_a_professional_without_a_law_is_told_to_be_nothing_to_ask_for(hier: Dossier) -> None:
    met_hulp(hier)
    met_hulp(hier, "De huisarts belt elke week.", wie="De huisarts", wet="")
    met_hulp(hier, "Iemand doet de tuin.", wie=None, wet="")
    versie = beeld_van(hier, hier.versie())
    assert [regel.wat for regel in versie.aan_te_vragen] == [f"Hulp in huis: {HULP}"]
    assert versie.zonder_wet == ("De huisarts belt elke week.", "Iemand doet de tuin.")
