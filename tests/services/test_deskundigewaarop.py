"""A yes to a question for a deskundige counts for that one only, whatever is undone, typed elsewhere or taken back."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kernnetwerk_app.domain.base import Entiteit, eenheid_van
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.deskundige import Deskundige, DeskundigeVeranderd, DeskundigeZonderJa, Stand
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.oplog.siblings import bases_for_resolution
from kernnetwerk_app.services import daad, delen, deskundige, dossier, gespreksverslag, onderzoek, rechten
from kernnetwerk_app.services.daad import DaadNietTerug
from kernnetwerk_app.services.deskundige import Deskundigenregel, Vindt
from kernnetwerk_app.ui.forms.deskundige_form import hoe_ver
from tests.factories import JORIS, SANNE, make_werkplek
from tests.services.opzet import Dossier, gelezen
from tests.services.test_delen import anna, kind, tweede_ouder
from tests.services.test_deskundige import VRAAG_AAN_MIA, alles, beeld, laatste_daad, vraag, weet
from tests.uitwisseling import wissel_uit

AAN_BO = {"naam": "Bo Proef", "functie": "huisarts", "vraag": "Hoe gaat het met haar man?"}


@pytest.fixture
def daar(hier: Dossier, tmp_path: Path) -> Dossier:
    """The same dossier on the laptop of Joris."""
    return replace(hier, plek=make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS))


def waarom(hier: Dossier, nummer: int) -> str:
    with hier.plek.store.read() as lezer:
        return next(een.waarom for een in daad.load(hier.plek, lezer) if een.nummer == nummer)


def verslag(hier: Dossier) -> str:
    return gelezen(gespreksverslag.load_pdf(hier.plek, hier.huishouden_id))


def ja_op(hier: Dossier) -> list[Toestemming]:
    return [een for een in alles(hier, Toestemming) if isinstance(een, Toestemming)]


def neem_terug(hier: Dossier, ja: Toestemming, namens: str = "") -> None:
    with hier.plek.store.read() as lezer:
        bases = lezer.bases(ja.id)
    wie = {"namens": namens} if namens else {}
    delen.trek_in(hier.plek, ja, bases, ja.inwoner_id, **wie)


def schrijf(hier: Dossier, soort: type[Entiteit], velden: dict[str, object], **waarvan: object) -> None:
    """Change a record from outside the services."""
    with hier.plek.store.write() as werk:
        werk.change(werk.find(soort, **waarvan)[-1], None, **velden)
        werk.commit("test.veranderd", hier.huishouden_id)


def test_nothing_that_is_undone_changes_the_question_under_a_yes_nor_what_went_out(hier: Dossier) -> None:
    regel = vraag(hier, vraag(hier), **AAN_BO)
    veranderd = laatste_daad(hier).nummer
    vraag(hier, regel, **AAN_BO, vindt=Vindt.JA)
    assert waarom(hier, veranderd) == "ja"
    with pytest.raises(DaadNietTerug):
        daad.neem_terug(hier.plek, veranderd)
    deskundige.stel(hier.plek, beeld(hier).regels[0])
    assert waarom(hier, veranderd) == "gevraagd"
    deskundige.beantwoord(hier.plek, beeld(hier).regels[0], {"antwoord": "Rustig aan."})
    hier.plek.klok.advance(timedelta(days=1))
    with pytest.raises(DaadNietTerug):
        daad.neem_terug(hier.plek, veranderd)
    assert AAN_BO["vraag"] in verslag(hier)
    assert VRAAG_AAN_MIA not in verslag(hier)


def test_what_was_changed_before_anybody_said_yes_can_be_undone_and_done_again(hier: Dossier) -> None:
    vraag(hier, vraag(hier), **AAN_BO)
    veranderd = laatste_daad(hier).nummer
    daad.neem_terug(hier.plek, veranderd)
    (regel,) = beeld(hier).regels
    assert (regel.deskundige.naam, regel.deskundige.vraag) == ("Mia Proef", VRAAG_AAN_MIA)
    vraag(hier, regel, vindt=Vindt.JA)
    with pytest.raises(DaadNietTerug):
        daad.herstel(hier.plek, veranderd)


def test_that_it_went_out_is_not_done_again_for_another_question(hier: Dossier) -> None:
    vraag(hier, vindt=Vindt.JA)
    deskundige.stel(hier.plek, beeld(hier).regels[0])
    gesteld = laatste_daad(hier).nummer
    daad.neem_terug(hier.plek, gesteld)
    neem_terug(hier, ja_op(hier)[0])
    vraag(hier, beeld(hier).regels[0], **AAN_BO, vindt=Vindt.JA)
    with pytest.raises(DeskundigeZonderJa):
        daad.herstel(hier.plek, gesteld)
    deskundige.stel(hier.plek, beeld(hier).regels[0])
    (regel,) = beeld(hier).regels
    assert (regel.wie, regel.deskundige.vraag, regel.anders) == ("Bo Proef, huisarts", AAN_BO["vraag"], "")


def test_a_yes_that_a_colleague_noted_does_not_count_for_what_i_made_of_the_question_meanwhile(
    hier: Dossier, daar: Dossier
) -> None:
    regel = vraag(hier)
    wissel_uit(hier.plek, daar.plek)
    vraag(hier, regel, **AAN_BO)
    gezien = vraag(daar, beeld(daar).regels[0], vindt=Vindt.JA)
    assert gezien.stand is Stand.MAG
    wissel_uit(hier.plek, daar.plek)
    for een in (hier, daar):
        (regel,) = beeld(een).regels
        assert (regel.wie, regel.stand) == ("Bo Proef, huisarts", Stand.NOG_VRAGEN)
        with pytest.raises(DeskundigeZonderJa):
            deskundige.stel(een.plek, regel)
    with pytest.raises(DeskundigeVeranderd):
        deskundige.stel(daar.plek, gezien)
    with pytest.raises(DeskundigeVeranderd):
        vraag(daar, replace(gezien, stand=Stand.NOG_VRAGEN), vindt=Vindt.JA)
    (ja,) = ja_op(hier)
    formulier = gelezen(rechten.formulier_pdf(hier.plek, ja.id))
    assert f"De vraag: {VRAAG_AAN_MIA} Met: Mia Proef, ergotherapeut" in formulier, "what they said yes to"
    assert vraag(hier, regel, **AAN_BO, vindt=Vindt.JA).stand is Stand.MAG
    eerder, nu = ja_op(hier)
    assert (eerder.eind_datum, nu.eind_datum) == (hier.plek.vandaag, None)
    daar.plek.store.close()


def test_what_went_out_is_told_as_it_went_out_and_the_row_says_what_was_made_of_it_since(
    hier: Dossier, daar: Dossier
) -> None:
    regel = vraag(hier)
    wissel_uit(hier.plek, daar.plek)
    vraag(hier, regel, **AAN_BO, vindt=Vindt.JA)
    vraag(daar, beeld(daar).regels[0], vindt=Vindt.JA, gevraagd_datum=daar.plek.vandaag)
    wissel_uit(hier.plek, daar.plek)
    for een in (hier, daar):
        (regel,) = beeld(een).regels
        assert (regel.stand, regel.wie, regel.deskundige.vraag) == (
            Stand.GEVRAAGD,
            "Mia Proef, ergotherapeut",
            VRAAG_AAN_MIA,
        )
        assert regel.anders == f"Bo Proef, huisarts: {AAN_BO['vraag']}", "a word that somebody typed is never lost"
        assert f"Mia Proef, ergotherapeut kreeg op dinsdag 20 april 2027 onze vraag: {VRAAG_AAN_MIA}" in weet(een)
        with een.plek.store.read() as lezer:
            assert onderzoek.load(een.plek, lezer, een.huishouden_id).wacht_op == ("Mia Proef",)
        assert AAN_BO["vraag"] not in verslag(een)
    deskundige.beantwoord(hier.plek, regel, {"antwoord": "Een hoog bed."})
    assert VRAAG_AAN_MIA in verslag(hier)
    daar.plek.store.close()


def vraag_elk(hier: Dossier, daar: Dossier, eerst: str = "mia") -> None:
    """Sanne asks Mia, and Joris Bo, a day apart and before they exchange."""
    vraag(hier)
    wissel_uit(hier.plek, daar.plek)
    mia: dict[str, object] = {}
    for een, velden in ((hier, mia), (daar, AAN_BO)) if eerst == "mia" else ((daar, AAN_BO), (hier, mia)):
        vraag(een, beeld(een).regels[0], **velden, vindt=Vindt.JA, gevraagd_datum=een.plek.vandaag)
        for laptop in (hier, daar):
            laptop.plek.klok.advance(timedelta(days=1))
    wissel_uit(hier.plek, daar.plek)


@pytest.mark.parametrize("eerst", ["mia", "bo"])
def test_of_two_that_colleagues_asked_without_knowing_each_went_out(hier: Dossier, daar: Dossier, eerst: str) -> None:
    vraag_elk(hier, daar, eerst)
    namen = ["Mia Proef, ergotherapeut", "Bo Proef, huisarts"]
    for een in (hier, daar):
        (regel,) = beeld(een).regels
        (ook,) = regel.ook
        assert [regel.wie, ook.wie] == (namen if eerst == "mia" else namen[::-1])
        assert ((regel.door == SANNE.naam), regel.anders) == (eerst == "mia", "")
        assert ook.deskundige.gevraagd_datum == regel.deskundige.gevraagd_datum + timedelta(days=1)
        for vraag_nu in (VRAAG_AAN_MIA, AAN_BO["vraag"]):
            assert vraag_nu in verslag(een)
            assert vraag_nu in weet(een)
            assert vraag_nu in verhaal(een)
        tweede = f"ook gevraagd op wo 21 april 2027 door {ook.door} aan {ook.wie}: “{ook.deskundige.vraag}”"
        assert f"{tweede}, met het ja van mevrouw Voorbeeld-Jansen" in hoe_ver(regel)
        with een.plek.store.read() as lezer:
            assert set(onderzoek.load(een.plek, lezer, een.huishouden_id).wacht_op) == {"Mia Proef", "Bo Proef"}
    assert verslag(hier).count("dat is er nog niet") == 2, "of each"
    kies_de_laatste(hier)
    (regel,) = beeld(hier).regels
    assert regel.door != regel.ook[0].door, "whatever was chosen, each was asked by who asked it"
    neem_terug(hier, next(ja for ja in ja_op(hier) if ja.vraag == regel.ook[0].deskundige.vraag))
    (regel,) = beeld(hier).regels
    assert (regel.stand, regel.ook[0].stand) == (Stand.GEVRAAGD, Stand.JA_TERUG)
    assert "nam het ja terug op" in hoe_ver(regel)
    with hier.plek.store.read() as lezer:
        wacht_op = onderzoek.load(hier.plek, lezer, hier.huishouden_id).wacht_op
    assert list(wacht_op) == ["Mia Proef" if eerst == "mia" else "Bo Proef"], "nobody waits for who may not answer"
    deskundige.beantwoord(hier.plek, regel, {"antwoord": "Rustig aan."})
    staat, tweede = verslag(hier), str(regel.ook[0].deskundige.vraag)
    assert staat.count("Rustig aan.") == 1
    assert staat.index("Rustig aan.") < staat.index(tweede), "under the question that it answers"
    assert "dat is er nog niet" not in staat, "of the other nothing more is known: there is one place for an answer"
    daar.plek.store.close()


@pytest.mark.parametrize("wist_het", [True, False])
def test_an_answer_stands_with_who_could_still_answer_when_it_was_written_down(
    hier: Dossier, daar: Dossier, wist_het: bool
) -> None:
    """Words of Bo are never told as those of Mia, after the resident took the yes to her back; and the other way round
    what she answered stays hers where that was not known yet.
    """
    vraag_elk(hier, daar)
    geladen = beeld(hier).regels[0]
    neem_terug(daar, next(ja for ja in ja_op(daar) if ja.vraag == VRAAG_AAN_MIA))
    if wist_het:
        wissel_uit(hier.plek, daar.plek)
        with pytest.raises(DeskundigeVeranderd):  # the form of before says Mia
            deskundige.beantwoord(hier.plek, geladen, {"antwoord": "Het gaat hem goed."})
        (geladen,) = beeld(hier).regels
        assert (geladen.wie, geladen.stand) == ("Bo Proef, huisarts", Stand.GEVRAAGD), "nobody waits for her"
        assert "mevrouw Voorbeeld-Jansen nam het ja terug op" in hoe_ver(geladen)
    deskundige.beantwoord(hier.plek, geladen, {"antwoord": "Het gaat hem goed."})
    wissel_uit(hier.plek, daar.plek)
    wie, ander = ("Bo Proef, huisarts", "Mia Proef, ergotherapeut")[:: 1 if wist_het else -1]
    for een in (hier, daar):
        staat = verslag(een)
        assert staat.index(f"{wie}: Wij vroegen dit") < staat.index("Het gaat hem goed.")
        assert staat.index("Het gaat hem goed.") < staat.index(f"{ander}: Wij vroegen dit")
        assert f"{wie} kreeg" in weet(een)
        assert f"{ander} kreeg" in weet(een)
        gaf = [zin for zin in weet(een).splitlines() if " antwoord: " in zin]
        assert [zin.startswith(wie) for zin in gaf] == [True]
        with een.plek.store.read() as lezer:
            verteld = dossier.load(een.plek, lezer, een.huishouden_id).verhaal
        assert [item.bron for item in verteld if item.tekst == "Het gaat hem goed."] == [wie]
    daar.plek.store.close()


def kies_de_laatste(hier: Dossier) -> None:
    """Settle on which day and by whom it was asked, as the choice between two versions does."""
    with hier.plek.store.write() as werk:
        (conflict,) = (een for een in werk.conflicten() if een.eenheid == eenheid_van(Deskundige, "gevraagd_datum"))
        een = werk.get(Deskundige, conflict.entiteit_id)
        werk.resolve(een, conflict.eenheid, bases_for_resolution(conflict.koppen))
        werk.commit("test.gekozen", hier.huishouden_id)


def verhaal(hier: Dossier) -> str:
    with hier.plek.store.read() as lezer:
        return "\n".join(een.tekst or "" for een in dossier.load(hier.plek, lezer, hier.huishouden_id).verhaal)


@pytest.mark.parametrize("van_voor", [False, True])
def test_a_yes_that_was_taken_back_elsewhere_before_it_went_out_here_is_told(
    hier: Dossier, daar: Dossier, van_voor: bool
) -> None:
    vraag(hier, vindt=Vindt.JA)
    wissel_uit(hier.plek, daar.plek)
    neem_terug(daar, ja_op(daar)[0])
    maandag = daar.plek.vandaag
    for een in (hier, daar):
        een.plek.klok.advance(timedelta(days=1))
    deskundige.stel(hier.plek, beeld(hier).regels[0])
    if van_voor:
        schrijf(hier, Deskundige, {"gevraagd_ja_id": None})
    wissel_uit(hier.plek, daar.plek)
    for een in (hier, daar):
        (regel,) = beeld(een).regels
        assert (regel.stand, regel.terug, regel.ja) == (Stand.JA_TERUG, maandag, ("mevrouw Voorbeeld-Jansen",))
        assert "met een ja van mevrouw Voorbeeld-Jansen" in verslag(een)
    daar.plek.store.close()


def test_who_had_no_say_any_more_when_it_went_out_is_not_named_nor_is_their_yes_taken_back(hier: Dossier) -> None:
    mia = kind(hier, "2020-05-04")
    bert, ik = tweede_ouder(hier, mia), anna(hier)
    regel = vraag(hier, inwoner_id=mia.id, vindt=Vindt.JA, ja_van=(bert.id,))
    schrijf(hier, Relatie, {"gezag": Gezag.NEE}, ander_id=bert.id)
    hier.plek.klok.advance(timedelta(days=1))
    velden = {"inwoner_id": mia.id, "vindt": Vindt.JA, "ja_van": (ik.id,), "gevraagd_datum": hier.plek.vandaag}
    regel = vraag(hier, beeld(hier).regels[0], **velden)
    assert (regel.stand, regel.ja) == (Stand.GEVRAAGD, ("mevrouw Voorbeeld-Jansen",))
    assert "Bert" not in verslag(hier)
    assert [ja.eind_datum for ja in ja_op(hier)] == [hier.plek.vandaag, None], "his is over"


def test_a_yes_of_before_its_question_was_kept_counts_as_it_did(hier: Dossier) -> None:
    regel = vraag(hier, vindt=Vindt.JA)
    leeg = dict.fromkeys(("vraag", "gevraagde_naam", "gevraagde_functie", "gevraagde_organisatie"))
    schrijf(hier, Toestemming, leeg, deskundige_id=regel.deskundige.id)
    (regel,) = beeld(hier).regels
    assert (regel.stand, regel.ja) == (Stand.MAG, ("mevrouw Voorbeeld-Jansen",))
    deskundige.stel(hier.plek, regel)
    assert beeld(hier).regels[0].stand is Stand.GEVRAAGD
    assert f"De vraag: {VRAAG_AAN_MIA}" in gelezen(rechten.formulier_pdf(hier.plek, ja_op(hier)[0].id))


def test_who_took_the_yes_back_and_said_it_again_did_not_take_it_back(hier: Dossier) -> None:
    vraag(hier, vindt=Vindt.JA)
    neem_terug(hier, ja_op(hier)[0])
    vraag(hier, beeld(hier).regels[0], vindt=Vindt.JA, gevraagd_datum=hier.plek.vandaag)
    deskundige.beantwoord(hier.plek, beeld(hier).regels[0], {"antwoord": "Een hoog bed."})
    for _ in range(2):
        assert beeld(hier).regels[0].terug is None
        assert "nam het terug" not in verslag(hier)
        hier.plek.klok.advance(timedelta(days=1))


def test_a_yes_that_stops_for_another_reason_was_taken_back_by_nobody_and_has_only_who_said_it(hier: Dossier) -> None:
    mia = kind(hier, "2020-05-04")
    bert, ik = tweede_ouder(hier, mia), anna(hier)
    vraag(hier, inwoner_id=mia.id, vindt=Vindt.JA, ja_van=(ik.id, bert.id))
    neem_terug(hier, next(ja for ja in ja_op(hier) if ja.inwoner_id == bert.id))
    schrijf(hier, Relatie, {"gezag": Gezag.NEE}, ander_id=bert.id)
    hier.plek.klok.advance(timedelta(days=1))
    velden = {"inwoner_id": mia.id, "vindt": Vindt.JA, "gevraagd_datum": hier.plek.vandaag}
    regel: Deskundigenregel = vraag(hier, beeld(hier).regels[0], **velden)
    assert (regel.stand, regel.ja, regel.terug) == (Stand.GEVRAAGD, ("mevrouw Voorbeeld-Jansen",), None)
    schrijf(hier, Relatie, {"gezag": Gezag.NEE}, ander_id=ik.id)
    assert beeld(hier).regels[0].stand is Stand.GEVRAAGD
    neem_terug(hier, ja_op(hier)[-1])
    (regel,) = beeld(hier).regels
    assert (regel.stand, regel.terug_door) == (Stand.JA_TERUG, "mevrouw Voorbeeld-Jansen")


@pytest.mark.parametrize(("namens", "door"), [("mevrouw Recht, curator", "mevrouw Recht, curator"), ("", "")])
def test_who_took_it_back_in_the_place_of_the_resident_is_named_and_otherwise_the_resident(
    hier: Dossier, namens: str, door: str
) -> None:
    ik = anna(hier)
    with hier.plek.store.write() as werk:
        rechter = {"aard": Aard.CURATELE, "naam": "mevrouw Recht", "begin_datum": hier.plek.vandaag}
        wie = {"huishouden_id": hier.huishouden_id, "inwoner_id": ik.id}
        werk.add(Bijzonderheid(id=hier.plek.new_id(), **wie, **rechter))
        werk.commit("test.curatele", hier.huishouden_id)
    (curator,) = (een.namens for een in beeld(hier).gevers[ik.id] if een.namens)
    vraag(hier, vindt=Vindt.JA, ja_van=(ik.id,), namens=(curator,), gevraagd_datum=hier.plek.vandaag)
    neem_terug(hier, ja_op(hier)[-1], namens and curator)
    (regel,) = beeld(hier).regels
    assert regel.terug_door.casefold() == (door or "mevrouw Voorbeeld-Jansen").casefold()
    assert f"{regel.terug_door} nam het terug".casefold() in verslag(hier).casefold()
    with hier.plek.store.read() as lezer:
        delingen = rechten.load(hier.plek, lezer, hier.huishouden_id).delingen
    assert {een.ingetrokken_door.casefold() for een in delingen} == {(door or ik.naam).casefold()}
