"""What stands on the turned screen: only what all who sit at the table may see, and never what is about safety."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from kernnetwerk_app.domain.asstand import StandOnbekend, laatste_standen
from kernnetwerk_app.domain.base import VoorWie
from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid, een_jaar_na
from kernnetwerk_app.domain.contact import ContactSoort
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.keukentafel import Keukentafel, Klopt, NiemandAanTafel, Tafel, keukentafel_id
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.plan import Afspraak, Doel, Wie
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.domain.vraagverheldering import Antwoord, antwoord_id
from kernnetwerk_app.services import (
    conflict,
    deelname,
    eerste_vraagverheldering,
    keukentafel,
    mantelzorg,
    mensen,
    signaal,
    toezegging,
    typen,
)
from kernnetwerk_app.services import dossier as dossiers
from kernnetwerk_app.services.gezegd import persoonssleutel
from kernnetwerk_app.services.keukentafel import TafelBeeld, Zin
from kernnetwerk_app.services.toezegging import NieuweToezegging
from kernnetwerk_app.ui.forms.leestekst import leestekst
from tests.factories import JORIS, VRAAG, make_werkplek
from tests.services.opzet import DOEL, Dossier
from tests.services.test_mantelzorg import maak_mantelzorger
from tests.services.test_onderzoek import sterf
from tests.uitwisseling import wissel_uit

PLANTED = "Hij slaat mij als hij drinkt."


def anna(hier: Dossier) -> UUID:
    with hier.plek.store.read() as lezer:
        return lezer.find(Inwoner, huishouden_id=hier.huishouden_id)[0].id


def erbij(hier: Dossier, voornaam: str, rol: RolInHuishouden, geboren: str | None = None) -> UUID:
    """Somebody else of this household."""
    velden = {"voornamen": voornaam, "achternaam": "Voorbeeld", "rol": rol, "geboortedatum": geboren}
    mensen.leg_vast(hier.plek, Inwoner, hier.huishouden_id, velden)
    with hier.plek.store.read() as lezer:
        return lezer.find(Inwoner, huishouden_id=hier.huishouden_id, voornamen=voornaam)[0].id


def beeld(hier: Dossier, tafel: Tafel | None = None) -> TafelBeeld:
    with hier.plek.store.read() as lezer:
        return keukentafel.load(hier.plek, lezer, hier.huishouden_id, hier.gesprek_id, tafel)


def zinnen(van: TafelBeeld) -> dict[str, list[str]]:
    """What stands there, under which heading."""
    return {deel.sleutel: [zin.tekst for zin in deel.zinnen] for deel in van.delen}


def alles(van: TafelBeeld) -> str:
    """Every word on it, lines of the plan and what is read aloud too."""
    regels: list[Zin] = [regel for deel in van.delen for zin in deel.zinnen for regel in (zin, *zin.regels)]
    op_scherm = [woord for regel in regels for woord in (regel.tekst, regel.wie, regel.wanneer)]
    return "\n".join([*op_scherm, *leestekst(van.delen)])


def zin_van(van: TafelBeeld, tekst: str) -> Zin:
    alle = [regel for deel in van.delen for zin in deel.zinnen for regel in (zin, *zin.regels)]
    return next(regel for regel in alle if regel.tekst == tekst)


@pytest.mark.eis("TAAL-09")
def test_the_resident_sees_the_own_question_what_goes_well_what_they_want_and_their_plan(hier: Dossier) -> None:
    hier.typ("sociaal_netwerk.goed", "Karin belt elke avond.")
    hier.typ("sociaal_netwerk.lastig", "Ik durf niet alleen naar buiten.")
    hier.typ("sociaal_netwerk.wens", "Elke week een keer de deur uit.")
    hier.doel()
    gezien = beeld(hier)
    assert zinnen(gezien) == {
        "vraag": [VRAAG],
        "goed": ["Karin belt elke avond."],
        "wens": ["Elke week een keer de deur uit."],
        "doelen": [DOEL],
    }
    assert gezien.tafel == Tafel(frozenset({anna(hier)}))


@pytest.mark.eis("TAAL-09")
def test_a_safety_answer_never_comes_on_the_turned_screen_whoever_sits_there(hier: Dossier) -> None:
    """Planted wherever safety can be written down, and looked for at every table."""
    piet = erbij(hier, "Piet", RolInHuishouden.PARTNER)
    wie = maak_mantelzorger(hier)
    mantelzorg.schrijf(hier.plek, wie, {"eigen_woorden": PLANTED, "inwoner_mag_zien": False})
    signaal.neem_op(hier.plek, {"gezien": PLANTED, "kern": "Proefdijk"})
    veilig = {
        "feit": PLANTED,
        "door_id": hier.plek.medewerker.id,
        "begin_datum": hier.plek.vandaag,
        "eind_datum": een_jaar_na(hier.plek.vandaag),
    }
    mensen.leg_vast(hier.plek, Bezoekveiligheid, hier.huishouden_id, veilig)
    _plant_safety(hier)
    belofte = NieuweToezegging(PLANTED, aan="Anna Voorbeeld-Jansen", signaal_id=hier.plek.new_id())
    with hier.plek.store.write() as werk:
        toezegging.zet(hier.plek, werk, hier.huishouden_id, belofte)
        werk.commit("test.belofte")
    hier.typ("sociaal_netwerk.goed", "Karin belt elke avond.")
    for leden in ({anna(hier)}, {piet}, {anna(hier), piet}, set[UUID]()):
        for anderen in (True, False):
            assert "slaat" not in alles(beeld(hier, Tafel(frozenset(leden), anderen)))
    assert "Karin" in alles(beeld(hier))


def _plant_safety(hier: Dossier) -> None:
    """The shielded answer of the eerste vraagverheldering, and answers under keys that a newer list may have."""
    with hier.plek.store.write() as werk:
        werk.change(eerste_vraagverheldering.hold(hier.plek, werk, hier.melding_id), veiligheid_woorden=PLANTED)
        for sleutel in ("veiligheid.goed", "veiligheid.wens", "vraag.veiligheid", "sociaal_netwerk.veilig"):
            werk.add(
                Antwoord(
                    id=antwoord_id(hier.gesprek_id, sleutel),
                    huishouden_id=hier.huishouden_id,
                    vraagverheldering_id=hier.gesprek_id,
                    sleutel=sleutel,
                    waarde=PLANTED,
                )
            )
        werk.commit("test.veiligheid")


@pytest.mark.eis("TAAL-09")
def test_what_somebody_told_apart_is_only_there_when_they_sit_at_the_table_alone(hier: Dossier) -> None:
    piet, wie = erbij(hier, "Piet", RolInHuishouden.PARTNER), anna(hier)
    hier.typ(persoonssleutel("sociaal_netwerk.wens", piet), "Ik wil weg.")
    hier.typ("sociaal_netwerk.wens", "Vaker bezoek.")
    assert zinnen(beeld(hier, Tafel(frozenset({piet}))))["wens"] == ["Vaker bezoek.", "Ik wil weg."]
    for leden, anderen in (({wie}, False), ({wie, piet}, False), ({piet}, True)):
        assert "Ik wil weg." not in alles(beeld(hier, Tafel(frozenset(leden), anderen)))


@pytest.mark.eis("TAAL-09")
def test_a_parent_with_gezag_gets_no_words_of_a_child_on_the_turned_screen(hier: Dossier) -> None:
    kind, wie = erbij(hier, "Saar", RolInHuishouden.KIND, "2014-05-01"), anna(hier)
    velden = {"inwoner_id": kind, "ander_id": wie, "gezag": Gezag.JA, "gezag_bron": "gezagsregister"}
    mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, {**velden, "gezag_datum": hier.plek.vandaag})
    hier.typ(persoonssleutel("gezin_en_opvoeding.wens", kind), "Minder ruzie thuis.")
    assert "ruzie" in alles(beeld(hier, Tafel(frozenset({kind}))))
    for leden in ({wie}, {wie, kind}):
        assert "ruzie" not in alles(beeld(hier, Tafel(frozenset(leden))))


@pytest.mark.eis("TAAL-09")
def test_with_somebody_from_outside_at_the_table_only_the_question_and_the_plan_are_left(hier: Dossier) -> None:
    hier.typ("sociaal_netwerk.goed", "Karin belt elke avond.")
    hier.doel()
    toezegging.beloof(hier.plek, hier.huishouden_id, NieuweToezegging("Wij bellen de woningbouw."))
    assert set(zinnen(beeld(hier))) == {"vraag", "goed", "doelen", "beloofd"}
    assert set(zinnen(beeld(hier, Tafel(frozenset({anna(hier)}), anderen=True)))) == {"vraag", "doelen"}


def test_nothing_for_professionals_or_shielded_is_seen_at_any_table(hier: Dossier) -> None:
    tafels = (Tafel(frozenset({anna(hier)})), Tafel(frozenset(), anderen=True))
    assert [tafel.ziet(VoorWie.TAFEL) for tafel in tafels] == [True, True]
    assert [tafel.ziet(VoorWie.PERSOON) for tafel in tafels] == [True, False]
    for wie in (VoorWie.PROFESSIONAL, VoorWie.AFGESCHERMD):
        assert not any(tafel.ziet(wie, [anna(hier)]) for tafel in tafels)


def test_a_life_domain_that_the_resident_does_not_want_to_talk_about_is_not_on_it(hier: Dossier) -> None:
    hier.typ("financien.goed", "Alles is betaald.")
    hier.stand("financien", LeefgebiedStatus.WIL_NIET)
    assert "goed" not in zinnen(beeld(hier))


def test_a_promise_to_another_of_the_household_is_not_read_by_this_one(hier: Dossier) -> None:
    piet = erbij(hier, "Piet", RolInHuishouden.PARTNER)
    toezegging.beloof(hier.plek, hier.huishouden_id, NieuweToezegging("Wij zoeken een kamer.", aan="Piet"))
    toezegging.beloof(hier.plek, hier.huishouden_id, NieuweToezegging("Wij bellen u.", aan="de buurman"))
    assert zinnen(beeld(hier, Tafel(frozenset({piet}))))["beloofd"] == ["Wij zoeken een kamer."]
    for leden in ({anna(hier)}, {anna(hier), piet}):
        assert "beloofd" not in zinnen(beeld(hier, Tafel(frozenset(leden))))


def test_a_promise_to_somebody_who_is_known_by_way_of_them_is_not_theirs(hier: Dossier) -> None:
    kind = erbij(hier, "Saar", RolInHuishouden.KIND, "2014-05-01")
    for aan in ("de moeder van Saar", "juf Anna van school", "Mevr. Voorbeeld", "Saar"):
        toezegging.beloof(hier.plek, hier.huishouden_id, NieuweToezegging(f"Wij bellen {aan}.", aan=aan))
    assert zinnen(beeld(hier, Tafel(frozenset({kind}))))["beloofd"] == ["Wij bellen Saar."]
    assert "beloofd" not in zinnen(beeld(hier)), "there are two people of that name"
    toezegging.beloof(hier.plek, hier.huishouden_id, NieuweToezegging("Wij bellen u.", aan="mevrouw Voorbeeld-Jansen"))
    assert zinnen(beeld(hier))["beloofd"] == ["Wij bellen u."]


def test_the_resident_sits_at_the_table_until_somebody_says_who_else(hier: Dossier) -> None:
    piet = erbij(hier, "Piet", RolInHuishouden.PARTNER)
    hier.typ("vraag.aanwezig", "Piet, en Karin (dochter)")
    assert beeld(hier).tafel == Tafel(frozenset({anna(hier)}), anderen=True), "nobody is guessed, and less is shown"
    samen = Tafel(frozenset({piet, anna(hier)}), anderen=True)
    keukentafel.draai(hier.plek, hier.huishouden_id, hier.gesprek_id, samen, beeld(hier).bases)
    assert beeld(hier).tafel == samen


def test_who_moved_out_since_or_cannot_be_read_does_not_sit_there(hier: Dossier) -> None:
    piet = erbij(hier, "Piet", RolInHuishouden.PARTNER)
    samen = Tafel(frozenset({piet, anna(hier)}))
    keukentafel.draai(hier.plek, hier.huishouden_id, hier.gesprek_id, samen, beeld(hier).bases)
    with hier.plek.store.write() as werk:
        werk.change(werk.get(Inwoner, piet), vertrokken_datum=hier.plek.vandaag)
        werk.commit("test.vertrek")
    assert beeld(hier).tafel == Tafel(frozenset({anna(hier)}))
    with hier.plek.store.write() as werk:
        record = werk.get(Keukentafel, keukentafel_id(hier.gesprek_id, hier.plek.vandaag, hier.plek.medewerker.id))
        werk.change(record, leden=f"{anna(hier)} van-een-ander-programma")
        werk.commit("test.onleesbaar")
    assert beeld(hier).tafel == Tafel(frozenset({anna(hier)}))


def test_who_died_is_not_asked_to_the_table(hier: Dossier) -> None:
    piet, wie = erbij(hier, "Piet", RolInHuishouden.PARTNER), anna(hier)
    sterf(hier, piet)
    assert [lid.id for lid in beeld(hier).leden] == [wie]
    sterf(hier, wie)
    assert beeld(hier, Tafel(frozenset({wie, piet}))).tafel == Tafel(frozenset())


def test_two_colleagues_who_each_turned_their_screen_have_nothing_to_choose_between(
    hier: Dossier, tmp_path: Path
) -> None:
    plek = make_werkplek(tmp_path / "joris", hier.plek.klok, device_no=2, wie=JORIS)
    wissel_uit(hier.plek, plek)
    joris = replace(hier, plek=plek)
    piet = erbij(hier, "Piet", RolInHuishouden.PARTNER)
    for van, tafel, zegt in (
        (hier, Tafel(frozenset({anna(hier), piet})), Klopt.NIET_HELEMAAL),
        (joris, Tafel(frozenset({anna(hier)}), anderen=True), Klopt.JA),
    ):
        keukentafel.draai(van.plek, van.huishouden_id, van.gesprek_id, tafel, beeld(van).bases)
        keukentafel.zeg(van.plek, van.huishouden_id, van.gesprek_id, zegt, beeld(van).bases)
    wissel_uit(hier.plek, plek)
    for van in (hier, joris):
        with van.plek.store.read() as lezer:
            verhaal = dossiers.load(van.plek, lezer, van.huishouden_id).verhaal
            assert lezer.conflicten() == []
        assert {item.wie: set((item.met or "").split(", ")) for item in verhaal if item.soort == "tafel"} == {
            hier.plek.medewerker.naam: {"Anna Voorbeeld-Jansen", "Piet Voorbeeld"},
            plek.medewerker.naam: {"Anna Voorbeeld-Jansen", "iemand van buiten het huishouden"},
        }
    plek.store.close()


def test_on_two_laptops_of_mine_i_choose_between_names_of_who_looked(hier: Dossier, tmp_path: Path) -> None:
    ander = make_werkplek(tmp_path / "ander", hier.plek.klok, device_no=2)
    wissel_uit(hier.plek, ander)
    daar, wie = replace(hier, plek=ander), anna(hier)
    for van, tafel in ((hier, Tafel(frozenset({wie}))), (daar, Tafel(frozenset({wie}), anderen=True))):
        keukentafel.draai(van.plek, van.huishouden_id, van.gesprek_id, tafel, {})
    wissel_uit(hier.plek, ander)
    with hier.plek.store.read() as lezer:
        (een,) = lezer.conflicten()
        gezien = conflict.load(hier.plek, lezer, een.entiteit_id, een.eenheid)
    assert {kant.tekst for kant in gezien.kanten} == {
        "Anna Voorbeeld-Jansen",
        "Anna Voorbeeld-Jansen, iemand van buiten het huishouden",
    }
    ander.store.close()


def test_a_screen_is_turned_to_somebody(hier: Dossier) -> None:
    with pytest.raises(NiemandAanTafel):
        keukentafel.draai(hier.plek, hier.huishouden_id, hier.gesprek_id, Tafel(frozenset()), {})


@pytest.mark.eis("PLAN-03")
def test_what_they_say_to_is_this_right_stands_in_the_story_with_who_looked_along(hier: Dossier) -> None:
    leden = Tafel(frozenset({anna(hier)}))
    keukentafel.draai(hier.plek, hier.huishouden_id, hier.gesprek_id, leden, beeld(hier).bases)
    for antwoord in (Klopt.NIET_HELEMAAL, Klopt.JA):
        keukentafel.zeg(hier.plek, hier.huishouden_id, hier.gesprek_id, antwoord, beeld(hier).bases)
    with hier.plek.store.read() as lezer:
        record = lezer.get(Keukentafel, keukentafel_id(hier.gesprek_id, hier.plek.vandaag, hier.plek.medewerker.id))
        verhaal = dossiers.load(hier.plek, lezer, hier.huishouden_id).verhaal
        assert lezer.conflicten() == []
    assert (record.klopt, record.tafel) == (Klopt.JA, leden)
    (item,) = [item for item in verhaal if item.soort == "tafel"]
    assert (item.wie, item.met) == (hier.plek.medewerker.naam, "Anna Voorbeeld-Jansen")
    assert item.tekst == "Samen op het scherm gekeken. Zij zeiden: dit klopt."


@pytest.mark.eis("PLAN-03")
def test_what_is_put_right_at_the_table_is_written_in_the_same_record_with_its_bases(hier: Dossier) -> None:
    hier.typ("sociaal_netwerk.goed", "Karin belt elke avond.")
    doel = hier.doel()
    with hier.plek.store.write() as werk:
        regel = werk.add(
            Afspraak(
                id=hier.plek.new_id(),
                huishouden_id=hier.huishouden_id,
                doel_id=doel,
                volgorde=1,
                wie=Wie.INWONER,
                tekst="Ik loop naar de kerk.",
            )
        )
        werk.commit("test.regel")
    gezien = beeld(hier)
    for was, wordt in (
        (VRAAG, "Ik wil hier blijven wonen."),
        ("Karin belt elke avond.", "Karin belt bijna elke avond."),
        (DOEL, "Ik wil vaker de deur uit."),
        ("Ik loop naar de kerk.", "Ik fiets naar de kerk."),
    ):
        adres = zin_van(gezien, was).adres
        assert adres is not None
        assert adres.bases
        typen.keep(hier.plek, adres, wordt)
        typen.seal(hier.plek, adres)
    gesprek = hier.gesprek()
    assert (gesprek.vraag, gesprek.teksten["sociaal_netwerk.goed"]) == (
        "Ik wil hier blijven wonen.",
        "Karin belt bijna elke avond.",
    )
    with hier.plek.store.read() as lezer:
        assert lezer.get(Doel, doel).tekst == "Ik wil vaker de deur uit."
        assert lezer.get(Afspraak, regel.id).tekst == "Ik fiets naar de kerk."
        assert lezer.conflicten() == []


@pytest.mark.eis("OND-05", "TAAL-09")
def test_who_sits_there_alone_sets_the_six_sides_and_they_are_nobody_elses(hier: Dossier) -> None:
    piet, wie = erbij(hier, "Piet", RolInHuishouden.PARTNER), anna(hier)
    alleen = Tafel(frozenset({wie}))
    assert beeld(hier, alleen).assen == {}
    for stand in ("goed", "moeilijk"):
        keukentafel.zet_as(hier.plek, hier.huishouden_id, beeld(hier, alleen), "erbij", stand)
    assert beeld(hier, alleen).assen == {"erbij": "moeilijk"}
    assert beeld(hier, Tafel(frozenset({piet}))).assen == {}
    for samen in (Tafel(frozenset({wie, piet})), Tafel(frozenset({wie}), anderen=True)):
        assert beeld(hier, samen).assen is None
        with pytest.raises(NiemandAanTafel):
            keukentafel.zet_as(hier.plek, hier.huishouden_id, beeld(hier, samen), "erbij", "goed")
    for een, stand in (("erbij", "prima"), ("hobby", "goed")):
        with pytest.raises(StandOnbekend):
            keukentafel.zet_as(hier.plek, hier.huishouden_id, beeld(hier, alleen), een, stand)


def test_of_each_side_the_place_of_the_last_day_stands_there(hier: Dossier) -> None:
    lijst = hier.plek.profiel.assen
    gezet = [
        ("as.lijf.2027-04-20", "goed"),
        ("as.lijf.2026-01-02", "niet"),
        ("as.dag.2027-04-20", "7"),
        ("sociaal_netwerk.goed", "goed"),
        ("as.dag.2026-01-02", "redelijk"),
    ]
    assert laatste_standen(lijst, gezet) == {"lijf": "goed", "dag": "redelijk"}


def test_what_is_read_aloud_says_all_that_stands_there_in_order(hier: Dossier) -> None:
    hier.typ("sociaal_netwerk.goed", "Karin belt elke avond")
    hier.doel()
    gelezen = leestekst(beeld(hier).delen)
    assert gelezen[:4] == ("Dit is de vraag.", VRAAG, "Dit gaat goed.", "Karin belt elke avond.")
    assert gelezen[-1].startswith("Klopt dit?")


@pytest.mark.eis("TAAL-09")
def test_who_took_part_today_sits_at_the_turned_screen_and_nobody_is_guessed_from_a_sentence(hier: Dossier) -> None:
    tom = erbij(hier, "Tom", RolInHuishouden.PARTNER)
    hier.typ("vraag.aanwezig", "Tom, maar die ging weg")
    assert beeld(hier).tafel == Tafel(frozenset({anna(hier)}), True), "he may look along, and nobody says that he does"
    wanneer = {"datum": hier.plek.vandaag, "contactsoort": ContactSoort.BEZOEK, "inwoner_erbij": True}
    deelname.leg_vast(hier.plek, hier.huishouden_id, wanneer)
    assert beeld(hier).tafel == Tafel(frozenset({anna(hier)}), False)
    velden = {**wanneer, "naasten": "Tom Voorbeeld, Riet Proef", "naasten_gewenst": True}
    deelname.leg_vast(hier.plek, hier.huishouden_id, velden)
    assert beeld(hier).tafel == Tafel(frozenset({anna(hier), tom}), True), "somebody of outside looks along"
    erbij(hier, "Tom", RolInHuishouden.KIND)
    assert beeld(hier).tafel == Tafel(frozenset({anna(hier)}), True), "which Tom, nobody can say"
