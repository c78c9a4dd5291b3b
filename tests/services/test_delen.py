"""What may be shared of whom: the ground first, a yes of who decides, and every way out asks (RES-01, -05, -13)."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from kernnetwerk_app.domain.afzien import Waarvan
from kernnetwerk_app.domain.delen import (
    Afspraaksoort,
    Deelafspraak,
    DelenOverWetten,
    DelenZonderAfspraak,
    Partner,
    Partnerafspraak,
)
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.overdracht import Overdrachtstand
from kernnetwerk_app.domain.papiervorm import Leeshulp
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.domain.toestemming import (
    Aan,
    DelenIsVoorbij,
    DelenTegenWens,
    DelenVerkeerdeVolgorde,
    DelenZonderGrond,
    DelenZonderJa,
    DelenZonderOnderwerp,
    DelenZonderOntvanger,
    Toestemming,
)
from kernnetwerk_app.services import (
    afschrift,
    afzien,
    agendabestand,
    contact,
    delen,
    kaartbestand,
    overdracht,
    rechten,
    signaal,
)
from kernnetwerk_app.services.delen import NieuwDelen
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.rechten import RechtenBeeld
from kernnetwerk_app.services.werkplek import Werkplek
from tests.documents.lezen import Viewer
from tests.factories import JORIS, make_werkplek
from tests.kaart_opzet import vul_kaart
from tests.services.eerste import begin
from tests.services.opzet import Dossier, gelezen
from tests.uitwisseling import wissel_uit

MET_KARIN = {"onderwerp": "plan", "ontvanger": "Karin Proef", "aan": Aan.CLIENTONDERSTEUNER, "grond": "inwoner"}


def anna(hier: Dossier) -> Inwoner:
    with hier.plek.store.read() as lezer:
        return hoofdpersoon(lezer, hier.huishouden_id)


def beeld(hier: Dossier) -> RechtenBeeld:
    with hier.plek.store.read() as lezer:
        return rechten.load(hier.plek, lezer, hier.huishouden_id)


def deel(hier: Dossier, **velden: object) -> Toestemming:
    """Write down a share of Anna's, and give the first record of it."""
    invoer = NieuwDelen(**{"over_id": anna(hier).id, **velden})  # type: ignore[arg-type]
    delen.deel(hier.plek, hier.huishouden_id, invoer)
    return next(d.toestemming for d in beeld(hier).delingen if d.toestemming.ontvanger == invoer.ontvanger)


def kind(hier: Dossier, geboren: str, *, gezag: bool = True) -> Inwoner:
    """A child of Anna's in this household."""
    plek, ouder = hier.plek, anna(hier)
    velden = {"voornamen": "Mia", "achternaam": "Voorbeeld", "rol": RolInHuishouden.KIND, "geboortedatum": geboren}
    with plek.store.write() as werk:
        mia = werk.add(Inwoner(id=plek.new_id(), huishouden_id=hier.huishouden_id, **velden))
        if gezag:
            band = Relatie(
                id=plek.new_id(), huishouden_id=hier.huishouden_id, inwoner_id=mia.id, ander_id=ouder.id, gezag=Gezag.JA
            )
            werk.add(band)
        werk.commit("test.kind", hier.huishouden_id)
    return mia


@pytest.mark.parametrize(
    ("weg", "fout"),
    [
        ({"grond": None}, DelenZonderGrond),
        ({"grond": "vitaal"}, DelenZonderGrond),
        ({"onderwerp": " "}, DelenZonderOnderwerp),
        ({"ontvanger": ""}, DelenZonderOntvanger),
        ({"eind_datum": date(2027, 4, 19)}, DelenVerkeerdeVolgorde),
        ({"ja_van": ()}, DelenZonderJa),
    ],
)
@pytest.mark.eis("RES-01")
def test_nothing_is_shared_without_a_ground_a_subject_a_recipient_and_a_yes(
    hier: Dossier, weg: dict[str, object], fout: type[Exception]
) -> None:
    velden = {**MET_KARIN, "ja_van": (anna(hier).id,), **weg}
    with pytest.raises(fout):
        deel(hier, **velden)
    assert beeld(hier).delingen == ()


@pytest.mark.eis("RES-01")
def test_the_resident_decides_per_subject_and_recipient_and_takes_it_back_at_any_time(hier: Dossier) -> None:
    ik = anna(hier).id
    van = deel(hier, **MET_KARIN, doel="bijstaan", eind_datum=date(2027, 6, 30), ja_van=(ik,))
    (deling,) = beeld(hier).delingen
    assert (deling.geldt, deling.gever, deling.wacht_op) == (True, "Anna Voorbeeld-Jansen", ())
    assert (van.begin_datum, van.eind_datum, van.doel) == (hier.plek.vandaag, date(2027, 6, 30), "bijstaan")
    delen.trek_in(hier.plek, van, beeld(hier).bases[van.id], ik)
    (deling,) = beeld(hier).delingen
    assert (deling.geldt, deling.ingetrokken_door) == (False, "Anna Voorbeeld-Jansen")
    with hier.plek.store.read() as lezer, pytest.raises(DelenIsVoorbij):
        delen.check_mag(hier.plek, lezer, deling.toestemming)


@pytest.mark.eis("RES-01")
@pytest.mark.parametrize(
    ("geboren", "zelf", "ouder", "mag"),
    [
        ("2016-05-01", False, True, True),
        ("2016-05-01", True, True, False),
        ("2013-05-01", True, True, True),
        ("2013-05-01", False, True, False),
        ("2013-05-01", True, False, False),
        ("2010-05-01", True, False, True),
        ("2010-05-01", True, True, False),
    ],
)
def test_for_a_child_the_parent_the_child_or_both_say_yes(
    hier: Dossier, geboren: str, zelf: bool, ouder: bool, mag: bool
) -> None:
    mia = kind(hier, geboren)
    ja_van = ([mia.id] if zelf else []) + ([anna(hier).id] if ouder else [])
    velden = {**MET_KARIN, "over_id": mia.id, "ja_van": tuple(ja_van)}
    if mag:
        deel(hier, **velden)
        assert {d.toestemming.waarover_id for d in beeld(hier).delingen if d.geldt} == {mia.id}
    else:
        with pytest.raises(DelenZonderJa):
            deel(hier, **velden)


@pytest.mark.eis("RES-01")
def test_a_child_whose_gezag_nobody_saw_has_nobody_who_can_say_yes(hier: Dossier) -> None:
    mia = kind(hier, "2016-05-01", gezag=False)
    assert beeld(hier).gevers[mia.id] == ()
    with pytest.raises(DelenZonderJa):
        deel(hier, **MET_KARIN, over_id=mia.id, ja_van=(anna(hier).id,))


@pytest.mark.eis("RES-01")
def test_when_the_child_takes_its_yes_back_that_of_the_parent_is_not_enough(hier: Dossier) -> None:
    mia = kind(hier, "2013-05-01")
    deel(hier, **MET_KARIN, over_id=mia.id, ja_van=(mia.id, anna(hier).id))
    van_mia = next(d.toestemming for d in beeld(hier).delingen if d.toestemming.inwoner_id == mia.id)
    delen.trek_in(hier.plek, van_mia, beeld(hier).bases[van_mia.id], mia.id)
    assert [deling.geldt for deling in beeld(hier).delingen] == [False, False]


def tweede_ouder(hier: Dossier, mia: Inwoner) -> Inwoner:
    """The other parent, with gezag too, in the same house."""
    plek, velden = hier.plek, {"voornamen": "Bert", "achternaam": "Voorbeeld", "geboortedatum": "1980-01-01"}
    with plek.store.write() as werk:
        bert = werk.add(Inwoner(id=plek.new_id(), huishouden_id=hier.huishouden_id, **velden))
        band = {"inwoner_id": mia.id, "ander_id": bert.id, "gezag": Gezag.JA}
        werk.add(Relatie(id=plek.new_id(), huishouden_id=hier.huishouden_id, **band))
        werk.commit("test.ouder", hier.huishouden_id)
    return bert


@pytest.mark.eis("RES-01")
def test_a_parent_who_takes_it_back_ends_it_for_both_and_the_other_alone_cannot_begin_again(hier: Dossier) -> None:
    mia = kind(hier, "2016-05-01")
    bert, ik = tweede_ouder(hier, mia).id, anna(hier).id
    velden = {"onderwerp": "kind", "ontvanger": "Welzijn Voorbeeld", "grond": "inwoner", "over_id": mia.id}
    deel(hier, **velden, ja_van=(ik, bert))
    van_anna = next(d.toestemming for d in beeld(hier).delingen if d.toestemming.inwoner_id == ik)
    delen.trek_in(hier.plek, van_anna, beeld(hier).bases[van_anna.id], bert)
    assert [(d.geldt, d.ingetrokken_door) for d in beeld(hier).delingen] == [(False, "Bert Voorbeeld")] * 2
    with pytest.raises(DelenZonderJa):
        deel(hier, **velden, ja_van=(ik,))
    deel(hier, **velden, ja_van=(ik, bert))
    assert sum(d.geldt for d in beeld(hier).delingen) == 2


@pytest.mark.eis("RES-01")
def test_a_yes_of_a_parent_that_a_colleague_wrote_meanwhile_does_not_pass_the_no_of_the_other(
    hier: Dossier, tmp_path
) -> None:  # type: ignore[no-untyped-def]
    mia = kind(hier, "2016-05-01")
    bert, ik = tweede_ouder(hier, mia).id, anna(hier).id
    velden = {"onderwerp": "kind", "ontvanger": "Welzijn Voorbeeld", "grond": "inwoner", "over_id": mia.id}
    van_anna = deel(hier, **velden, ja_van=(ik,))
    daar = replace(hier, plek=make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS))
    wissel_uit(hier.plek, daar.plek)
    delen.deel(daar.plek, hier.huishouden_id, NieuwDelen(**{**velden, "ja_van": (bert,)}))
    delen.trek_in(hier.plek, van_anna, beeld(hier).bases[van_anna.id], ik)
    wissel_uit(daar.plek, hier.plek)
    assert [d.geldt for d in beeld(hier).delingen] == [False, False]
    daar.plek.store.close()


@pytest.mark.eis("RES-01")
def test_what_stands_on_a_ground_of_law_is_nobodys_yes(hier: Dossier) -> None:
    mia = kind(hier, "2013-05-01")
    velden = {"onderwerp": "kind", "ontvanger": "Welzijn Voorbeeld", "over_id": mia.id}
    deel(hier, **velden, grond="wet")
    deel(hier, **velden, grond="inwoner", ja_van=(mia.id, anna(hier).id))
    van_mia = next(d for d in beeld(hier).delingen if d.toestemming.inwoner_id == mia.id and d.met_ja).toestemming
    delen.trek_in(hier.plek, van_mia, beeld(hier).bases[van_mia.id], mia.id)
    assert [d.met_ja for d in beeld(hier).delingen if d.geldt] == [False], "what the law allows still stands"


@pytest.mark.eis("RES-13", "NET-04")
def test_nobody_near_hears_anything_without_a_yes_and_an_organisation_is_one_whatever_it_is_called(
    hier: Dossier,
) -> None:
    buur = {"onderwerp": "bereik", "ontvanger": "Buurman Proef", "aan": Aan.NETWERK}
    with pytest.raises(DelenZonderJa):
        deel(hier, **buur, grond="wet")
    deel(hier, **buur, grond="inwoner", ja_van=(anna(hier).id,))
    zonder = replace(hier.plek.profiel, partners=(Partner("Stichting Nergens", ()),))
    met_naam = {**buur, "ontvanger": "stichting nergens", "grond": "inwoner", "ja_van": (anna(hier).id,)}
    with pytest.raises(DelenZonderAfspraak):
        deel(replace(hier, plek=replace(hier.plek, profiel=zonder)), **met_naam)


@pytest.mark.eis("RES-12")
def test_the_ground_comes_first_and_where_the_law_allows_it_no_yes_is_asked(hier: Dossier) -> None:
    velden = {"onderwerp": "bereik", "ontvanger": "Welzijn Voorbeeld"}
    deel(hier, **velden, grond="wet")
    (deling,) = beeld(hier).delingen
    assert (deling.met_ja, deling.geldt, deling.gever) == (False, True, "")


@pytest.mark.eis("RES-12")
def test_what_was_told_for_another_law_takes_a_yes_until_the_municipality_says_otherwise(hier: Dossier) -> None:
    velden = {"onderwerp": "geld", "ontvanger": "Welzijn Voorbeeld", "over_wetten": True}
    with pytest.raises(DelenOverWetten):
        deel(hier, **velden, grond="wet")
    deel(hier, **velden, grond="inwoner", ja_van=(anna(hier).id,))
    met_wams = replace(hier.plek.profiel, delen=Deelafspraak(over_wetten=("inwoner", "wet")))
    deel(replace(hier, plek=replace(hier.plek, profiel=met_wams)), **velden, grond="wet")


@pytest.mark.eis("RES-13")
def test_nothing_goes_to_an_organisation_without_an_agreement_that_holds_today(hier: Dossier) -> None:
    vandaag, ja = hier.plek.vandaag, (anna(hier).id,)
    velden = {"onderwerp": "plan", "grond": "inwoner", "ja_van": ja}
    with pytest.raises(DelenZonderAfspraak):
        deel(hier, **velden, ontvanger="Stichting Nergens")
    for afspraak in (
        Partnerafspraak(Afspraaksoort.GEBRUIK, "2027-01", vandaag),
        Partnerafspraak(Afspraaksoort.VERWERKING, "2027-02", vandaag + timedelta(days=1)),
        Partnerafspraak(Afspraaksoort.GEGEVENSDELING, "2026-03", date(2026, 1, 1), vandaag - timedelta(days=1)),
    ):
        profiel = replace(hier.plek.profiel, partners=(Partner("Stichting Nergens", (afspraak,)),))
        with pytest.raises(DelenZonderAfspraak):
            deel(replace(hier, plek=replace(hier.plek, profiel=profiel)), **velden, ontvanger="Stichting Nergens")
    deel(hier, **velden, ontvanger=" welzijn  voorbeeld ")
    assert len(beeld(hier).delingen) == 1


@pytest.mark.eis("RES-13")
def test_when_the_agreement_ends_what_was_shared_is_still_in_sight_and_nothing_more_goes_there(hier: Dossier) -> None:
    ja, vandaag = (anna(hier).id,), hier.plek.vandaag
    een = deel(hier, onderwerp="plan", grond="inwoner", ja_van=ja, ontvanger="Welzijn Voorbeeld")
    voorbij = Partnerafspraak(Afspraaksoort.GEGEVENSDELING, "2026-03", date(2026, 1, 1), vandaag - timedelta(days=1))
    profiel = replace(hier.plek.profiel, partners=(Partner("Welzijn Voorbeeld", (voorbij,)),))
    later = replace(hier, plek=replace(hier.plek, profiel=profiel))
    (deling,) = beeld(later).delingen
    assert (deling.toestemming.id, deling.geldt, deling.mag_afschrift) == (een.id, False, False)
    assert "Welzijn Voorbeeld" not in "".join(weet.zin for weet in beeld(later).weet)
    with pytest.raises(DelenZonderAfspraak):
        afschrift.check_afschrift(later.plek, een.id)


@pytest.mark.eis("RES-13")
def test_a_hand_over_and_a_signal_to_an_organisation_ask_for_the_agreement_too(hier: Dossier) -> None:
    ander = begin(hier.plek)
    ander.volledig()
    with pytest.raises(DelenZonderAfspraak):
        ander.bied_aan(naar=None, team="Stichting Nergens")
    ander.bied_aan(naar=None, team="Welzijn Voorbeeld")
    ander.bied_aan(naar=None, team="Stichting Nergens", grond="vitaal")
    gezien = {"gezien": "De post blijft liggen.", "kern": "Proefdijk", "uitkomst": signaal.Uitkomst.PARTNER}
    besproken = {"besproken_datum": hier.plek.vandaag, "mag_delen": True, "toestemming": "mijn naam"}
    with pytest.raises(DelenZonderAfspraak):
        signaal.neem_op(hier.plek, {**gezien, **besproken, "uitkomst_partner": "Stichting Nergens"})
    signaal.neem_op(hier.plek, {**gezien, **besproken, "uitkomst_partner": "Welzijn Voorbeeld"})


@pytest.mark.eis("RES-05")
def test_the_clientondersteuner_gets_a_copy_only_when_the_resident_says_yes(hier: Dossier) -> None:
    hier.doel()
    versie = hier.versie()
    with pytest.raises(DelenZonderJa):
        deel(hier, **{**MET_KARIN, "grond": "wet"})
    van = deel(hier, **MET_KARIN, ja_van=(anna(hier).id,))
    assert afschrift.check_afschrift(hier.plek, van.id) == versie.id
    ja = gelezen(rechten.formulier_pdf(hier.plek, van.id))
    assert "Het plan. Daarin kan ook staan wat we samen bekeken." in ja, "who says yes reads what is in it"
    afschrift.noteer_afschrift(hier.plek, van.id)
    (deling,) = beeld(hier).delingen
    assert deling.toestemming.afschrift_datum == hier.plek.vandaag
    delen.trek_in(hier.plek, deling.toestemming, beeld(hier).bases[van.id], anna(hier).id)
    with pytest.raises(DelenIsVoorbij):
        afschrift.noteer_afschrift(hier.plek, van.id)


@pytest.mark.parametrize("hulp", [(), (Leeshulp.GROOT,), (Leeshulp.GROOT, Leeshulp.BEELD)])
def test_the_sheet_that_is_signed_says_itself_what_is_shared_about_whom_with_whom_and_until_when(
    hier: Dossier, hulp: tuple[Leeshulp, ...]
) -> None:
    tot = deel(hier, **MET_KARIN, doel="bijstaan", eind_datum=date(2027, 6, 30), ja_van=(anna(hier).id,))
    open_ = deel(hier, onderwerp="Mijn brief.", ontvanger="Welzijn Voorbeeld", grond="inwoner", ja_van=(anna(hier).id,))
    mag, over = "Ja, de gemeente mag met", "(over mevrouw Voorbeeld-Jansen)"
    ook = "iets over een huisgenoot, of over wie mantelzorg geeft? Dan geven wij het pas als het van die ander ook mag."
    zinnen = {
        tot.id: (
            f"{mag} Karin Proef delen, tot en met woensdag 30 juni 2027: het plan {over}.",
            "Waarvoor: Helpen bij de gesprekken",
        ),
        open_.id: (f"{mag} Welzijn Voorbeeld delen: Mijn brief {over}. Dat geldt tot ik mijn ja terugneem.", ""),
    }
    for toestemming_id, op_het_blad in zinnen.items():
        pdf = Viewer(rechten.formulier_pdf(hier.plek, toestemming_id, frozenset(hulp)))
        bladen = [" ".join(pdf.text(blad).split()) for blad in range(pdf.pages)]
        (getekend,) = (blad for blad in bladen if "Handtekening" in blad)
        assert all(zin in getekend.partition("Mijn ja")[2] for zin in op_het_blad)
        assert (ook in " ".join(bladen)) is (toestemming_id == tot.id), "only of a plan it is asked of the others too"


@pytest.mark.eis("RES-15")
def test_what_one_would_rather_not_is_passed_with_a_reason_and_blocks_nothing_else(hier: Dossier) -> None:
    ik = anna(hier)
    velden = {"inwoner_id": ik.id, "waarvan": Waarvan.DELEN, "waarover": "Welzijn Voorbeeld"}
    afzien.leg_vast(hier.plek, hier.huishouden_id, velden)
    deling = {"onderwerp": "bereik", "ontvanger": "Welzijn Voorbeeld", "grond": "wet"}
    with pytest.raises(DelenTegenWens):
        deel(hier, **deling)
    deel(hier, **{**deling, "ontvanger": "Huisartsen De Proef"})
    van = deel(hier, **deling, toch="De wet vraagt het vandaag.")
    assert van.toch == "De wet vraagt het vandaag."
    (een,) = beeld(hier).liever
    afzien.beeindig(hier.plek, een, beeld(hier).bases[een.id])
    deel(hier, **deling)


@pytest.mark.eis("RES-15")
def test_who_hands_over_reads_first_what_people_would_rather_not(hier: Dossier) -> None:
    for waarvan, waarover in ((Waarvan.HULP, "Welzijn Voorbeeld"), (Waarvan.PROCES, None)):
        velden = {"inwoner_id": anna(hier).id, "waarvan": waarvan, "waarover": waarover}
        afzien.leg_vast(hier.plek, hier.huishouden_id, velden)
    with hier.plek.store.read() as lezer:
        gelezen = overdracht.load(hier.plek, lezer, hier.huishouden_id).liever
    assert gelezen == (
        "Mevrouw Voorbeeld-Jansen wil liever geen hulp van Welzijn Voorbeeld.",
        "Mevrouw Voorbeeld-Jansen wil nu liever niet verder.",
    )


@pytest.mark.eis("RES-01")
def test_a_question_is_not_taken_over_on_a_yes_that_was_taken_back(hier: Dossier, tmp_path) -> None:  # type: ignore[no-untyped-def]
    nieuw = begin(hier.plek)
    nieuw.volledig()
    nieuw.bied_aan(grond="inwoner")
    with hier.plek.store.read() as lezer:
        (ja,) = lezer.find(Toestemming, huishouden_id=nieuw.huishouden_id)
        bases = lezer.bases(ja.id)
    delen.trek_in(hier.plek, ja, bases, ja.inwoner_id)
    daar: Werkplek = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    wissel_uit(hier.plek, daar)
    (regel,) = nieuw.overdrachten(daar).regels
    with pytest.raises(DelenIsVoorbij):
        overdracht.antwoord(daar, regel.overdracht, Overdrachtstand.AANGENOMEN, regel.bases)
    overdracht.antwoord(daar, regel.overdracht, Overdrachtstand.TERUG, regel.bases, "Anna nam haar ja terug.")
    daar.store.close()


@pytest.mark.eis("RES-01")
def test_what_goes_out_as_a_file_names_no_resident(hier: Dossier) -> None:
    """The calendar file holds initials, the sociale kaart nobody at all: neither needs a yes."""
    vul_kaart(hier.plek)
    contact.plan_bezoek(hier.plek, hier.huishouden_id, hier.plek.vandaag, time(13), onderwerp="Anna en de trap")
    kalender, _ = agendabestand.geef_ics(hier.plek)
    assert b"A. V." in kalender
    for octets in (kalender, kaartbestand.schrijf_uit(hier.plek)):
        gelezen = octets.decode()
        assert not [woord for woord in ("Anna", "Voorbeeld-Jansen", "Modelweg") if woord in gelezen]
