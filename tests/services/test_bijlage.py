"""Bijlagen: kept whole on this laptop, elsewhere what there is; and the resident's own plan stays theirs."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kernnetwerk_app.domain.base import VoorWie, mag_veld
from kernnetwerk_app.domain.bestand import BestandLeeg, BestandNietGelezen, FotoTeGroot, PdfTeGroot
from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.domain.bijlage import (
    TERUG_DAGEN,
    Bijlage,
    BijlageBlijftZo,
    BijlageInToekomst,
    BijlageNietVoorTafel,
    BijlageZonderPersoon,
    EigenPlanLeeg,
    Inhoud,
    Vorm,
)
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.melding import EigenPlan, Melding
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.oplog.codec import MAX_WAARDE
from kernnetwerk_app.services import (
    bewaartermijn,
    bezorging,
    bijlage,
    daad,
    mensen,
    opbergen,
    rechten,
    samenvoeging,
    stukken,
)
from kernnetwerk_app.services.bezorging import Gekozen
from kernnetwerk_app.services.bijlage import BijlageBeeld, BijlageNietHier, Mee
from kernnetwerk_app.services.daad import DaadNietTerug
from kernnetwerk_app.services.daaddelen import Daadstand
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.lezers import Lezend
from kernnetwerk_app.services.opbergen import OrigineelBlijft, OrigineelVeranderd, SchijfBijnaVol
from kernnetwerk_app.store.queries import BestaatNiet
from kernnetwerk_app.store.unit_of_work import STUK_OCTETS
from tests.bestanden import foto, papier
from tests.factories import make_werkplek, nieuwe_melding
from tests.services.opzet import Dossier, gelezen, laatste_n

GROOT = Inhoud(Vorm.PDF, papier() + bytes(MAX_WAARDE + STUK_OCTETS), 1)


def beeld(hier: Dossier) -> BijlageBeeld:
    with hier.plek.store.read() as lezer:
        return bijlage.load(hier.plek, lezer, hier.huishouden_id)


def een(hier: Dossier) -> Bijlage:
    (stuk,) = (*beeld(hier).eigen_plan, *beeld(hier).stukken)
    return stuk.bijlage


def regel(hier: Dossier) -> str:
    (stuk,) = (*beeld(hier).eigen_plan, *beeld(hier).stukken)
    return f"{stuk.naam} · {stuk.regel}"


def neem_op(hier: Dossier, inhoud: Inhoud | None = None, aard: str = "", **velden: Any) -> UUID:
    inhoud = inhoud or Inhoud(Vorm.FOTO, foto(), 1)
    nieuw, _ = bijlage.neem_op(hier.plek, hier.huishouden_id, inhoud, aard)
    if velden:
        beschrijf(hier, **velden)
    return nieuw


def beschrijf(hier: Dossier, **velden: Any) -> None:
    bijlage.beschrijf(hier.plek, een(hier), beeld(hier).bases[een(hier).id], velden)


def test_a_large_file_is_kept_whole_and_does_not_travel(hier: Dossier) -> None:
    nieuw, voor = neem_op(hier, GROOT), laatste_n(hier.plek)
    assert bijlage.load_pdf(hier.plek, nieuw) == GROOT.octets
    with hier.plek.store.read() as lezer:
        verstuurd = lezer.te_versturen(1000)
    assert voor == laatste_n(hier.plek)
    assert not any(GROOT.octets[:500] in operatie.waarde for operatie in verstuurd)
    assert max(len(operatie.waarde) for operatie in verstuurd) < STUK_OCTETS


def test_a_colleague_sees_what_it_is_and_that_it_was_not_sent_yet(hier: Dossier, tmp_path: Path) -> None:
    nieuw = neem_op(hier, aard="offerte", van="Bouwbedrijf Proef", omschrijving="Een traplift")
    with hier.plek.store.read() as lezer:
        operaties = lezer.te_versturen(1000)
    ander = make_werkplek(tmp_path / "collega", device_no=2)
    try:
        with ander.store.write() as werk:
            werk.receive(operaties)
            werk.commit("sync.ontvangen")
        daar = replace(hier, plek=ander)
        assert regel(daar) == (
            "Offerte: Een traplift · van Bouwbedrijf Proef, di 20 april 2027 · alleen voor ons · nog niet verstuurd"
        )
        with pytest.raises(BijlageNietHier):
            bijlage.load_pdf(ander, nieuw)
        with pytest.raises(BijlageNietHier):
            bijlage.haal_weg(ander, een(daar), beeld(daar).bases[nieuw])
    finally:
        ander.store.close()


def test_it_is_for_professionals_until_somebody_chooses_otherwise(hier: Dossier) -> None:
    neem_op(hier)
    assert een(hier).voor_wie is VoorWie.PROFESSIONAL
    assert not any(mag_veld(VoorWie.PERSOON, Bijlage, veld) for veld in ("aard", "van", "omschrijving", "woorden"))
    with hier.plek.store.read() as lezer:
        anna = hoofdpersoon(lezer, hier.huishouden_id)
    beschrijf(hier, voor_wie=VoorWie.PERSOON, inwoner_id=anna.id)
    assert "voor mevrouw Voorbeeld-Jansen" in regel(hier)


def test_what_goes_with_the_plan_may_be_read_by_everybody_at_the_table(hier: Dossier) -> None:
    nieuw = neem_op(hier)
    with pytest.raises(BijlageNietVoorTafel):
        beschrijf(hier, bij_plan=True)
    hier.doel()
    versie = hier.versie()
    assert mee_met(hier, versie).bijlagen == ()
    beschrijf(hier, bij_plan=True, voor_wie=VoorWie.TAFEL)
    mee = mee_met(hier, versie)
    assert mee.bijlagen == mee.voor(ANDER) == (nieuw,)
    stuk = Stuk(Stuksoort.PLAN, hier.huishouden_id, versie.id)
    with hier.plek.store.read() as lezer:
        zelf = stukken.lezers(hier.plek, lezer, stuk)[0]
    bezorging.zet_klaar(hier.plek, stuk, zelf, {})
    with hier.plek.store.read() as lezer:
        (klaar,) = (een for een in bezorging.bundel(hier.plek, lezer, hier.plek.vandaag) if een.stuk == stuk)
    gedrukt = bezorging.maak_bundel(hier.plek, [Gekozen(klaar, zelf)])
    assert len(gedrukt) == 2, "also from what waited"
    hoort = "Hoort bij het plan van dinsdag 20 april 2027, versie 1."
    assert hoort in gelezen(gedrukt[1])
    assert hoort not in gelezen(bijlage.load_pdf(hier.plek, nieuw)), "looked at by itself it goes with nothing"
    beschrijf(hier, bij_plan=False, voor_wie=VoorWie.PROFESSIONAL)
    assert len(bezorging.maak_bundel(hier.plek, [Gekozen(klaar, zelf)])) == 1, "the list was read before that"
    beschrijf(hier, bij_plan=True, voor_wie=VoorWie.TAFEL)
    velden = {"aard": Aard.GEHEIM_ADRES, "bron": "uitspraak", "begin_datum": hier.plek.vandaag}
    with hier.plek.store.read() as lezer:
        anna = hoofdpersoon(lezer, hier.huishouden_id)
    mensen.leg_vast(hier.plek, Bijzonderheid, hier.huishouden_id, {"inwoner_id": anna.id, **velden})
    mee = mee_met(hier, versie)
    assert mee.voor(replace(ANDER, is_ander=False)) == (nieuw,)
    assert mee.voor(ANDER) == (), "the address may stand in a letter"


ANDER = Lezend("namens", "Mia Mentor", ())


def mee_met(hier: Dossier, versie: PlanVersie) -> Mee:
    with hier.plek.store.read() as lezer:
        return bijlage.mee_met(hier.plek, lezer, Stuksoort.PLAN, versie.id)


def test_a_day_to_come_and_one_person_whom_nobody_named_are_asked_again(hier: Dossier) -> None:
    neem_op(hier)
    with pytest.raises(BijlageInToekomst):
        beschrijf(hier, datum=hier.plek.vandaag + timedelta(days=1))
    with pytest.raises(BijlageZonderPersoon):
        beschrijf(hier, voor_wie=VoorWie.PERSOON)


def test_a_photograph_is_a_page_with_what_is_to_be_seen_on_it(hier: Dossier) -> None:
    nieuw = neem_op(hier, omschrijving="De drempel bij de voordeur", van="de inwoner")
    woorden = gelezen(bijlage.load_pdf(hier.plek, nieuw))
    van = "van mevrouw Voorbeeld-Jansen, di 20 april 2027"
    for deel in ("Foto", "De drempel bij de voordeur", van, "Alleen wie hier werkt, mag dit zien."):
        assert deel in woorden
    assert beeld(hier).stukken[0].regel.startswith("van de inwoner, "), "as it was typed"
    beschrijf(hier, voor_wie=VoorWie.TAFEL)
    assert "Iedereen aan tafel mag dit zien." in gelezen(bijlage.load_pdf(hier.plek, nieuw))


def neem_weg(hier: Dossier) -> Bijlage:
    record = een(hier)
    bijlage.haal_weg(hier.plek, record, beeld(hier).bases[record.id])
    with pytest.raises(BestaatNiet):
        bijlage.load_pdf(hier.plek, record.id)
    assert (*beeld(hier).stukken, *beeld(hier).eigen_plan) == ()
    return beeld(hier).weg[0].bijlage


@pytest.mark.parametrize("eigen", [False, True])
def test_what_was_taken_away_by_mistake_is_put_back_by_ongedaan_maken_and_on_the_page(
    hier: Dossier, eigen: bool
) -> None:
    if eigen:
        bijlage.schrijf_eigen_plan(hier.plek, hier.huishouden_id, {"woorden": "Ik wil zelf koken."})
    else:
        neem_op(hier, GROOT, voor_wie=VoorWie.TAFEL, bij_plan=True)
    weg = neem_weg(hier)
    with hier.plek.store.read() as lezer:
        mijn = daad.load(hier.plek, lezer)[0]
    assert (mijn.naam, mijn.stand) == ("bijlage.weggehaald", Daadstand.STAAT)
    daad.neem_terug(hier.plek, mijn.nummer)
    assert (een(hier).weg_datum, een(hier).bij_plan) == (None, not eigen), "as it was, printed with the plan too"
    assert bijlage.load_pdf(hier.plek, weg.id)
    daad.herstel(hier.plek, mijn.nummer)
    (apart,) = beeld(hier).weg
    assert ("terug te zetten tot di 27 april 2027" in apart.regel) is not eigen
    bijlage.zet_terug(hier.plek, apart.bijlage, beeld(hier).bases[weg.id])
    assert "Ik wil zelf koken." in gelezen(bijlage.load_pdf(hier.plek, weg.id)) or not eigen


def test_a_file_that_was_taken_away_is_wiped_after_a_week_and_words_can_come_back_later_too(
    hier: Dossier,
) -> None:
    plek, nieuw = hier.plek, neem_op(hier, GROOT)
    weg = neem_weg(hier)
    bijlage.schrijf_eigen_plan(plek, hier.huishouden_id, {"woorden": "Ik wil zelf koken."})
    neem_weg(hier)
    plek.klok.advance(timedelta(days=TERUG_DAGEN - 1))
    bijlage.ruim_op(plek)
    with plek.store.read() as lezer:
        assert lezer.octets(nieuw) == GROOT.octets
    plek.klok.advance(timedelta(days=1))
    bewaartermijn.ruim_op(plek)
    with plek.store.read() as lezer:
        assert lezer.octets(nieuw) == b""
        assert "bijlage.gewist" in [rij.naam for rij in lezer.inzagen([hier.huishouden_id])]
        mijn = [d for d in daad.load(plek, lezer) if d.naam == "bijlage.weggehaald"][-1]
        assert [stuk.bijlage.woorden for stuk in beeld(hier).weg] == ["Ik wil zelf koken."]
        bases = lezer.bases(nieuw)
    assert (mijn.stand, mijn.waarom) == (Daadstand.VAST, "opgeruimd")
    with pytest.raises(DaadNietTerug):
        daad.neem_terug(plek, mijn.nummer)
    with pytest.raises(BijlageNietHier):
        bijlage.zet_terug(plek, weg, bases)


def test_looking_at_it_stands_in_the_log_of_the_dossier(hier: Dossier) -> None:
    nieuw = neem_op(hier)
    bijlage.noteer_gelezen(hier.plek, nieuw)
    with hier.plek.store.read() as lezer:
        assert "bijlage.gelezen" in [rij.naam for rij in lezer.inzagen([hier.huishouden_id])]
        keek = rechten.load(hier.plek, lezer, hier.huishouden_id).keek
    assert any("gegevens" in " ".join(keer.waarvoor) for keer in keek.keren)


def test_when_two_dossiers_become_one_it_goes_along(hier: Dossier) -> None:
    ander = nieuwe_melding(hier.plek)
    bijlage.neem_op(hier.plek, ander.huishouden_id, Inhoud(Vorm.FOTO, foto(), 1))
    with hier.plek.store.read() as lezer:
        mensen = [hoofdpersoon(lezer, h).id for h in (hier.huishouden_id, ander.huishouden_id)]
    blijft, _ = samenvoeging.voeg_samen(hier.plek, mensen[0], mensen[1])
    assert bijlage.load_pdf(hier.plek, een(replace(hier, huishouden_id=blijft)).id)


def test_the_tables_that_are_made_anew_leave_it_where_it_is(hier: Dossier) -> None:
    nieuw = neem_op(hier, GROOT)
    with hier.plek.store.write() as werk:
        werk.rebuild()
        werk.commit("test.opnieuw")
    assert bijlage.load_pdf(hier.plek, nieuw) == GROOT.octets


# -- the resident's own plan -------------------------------------------------------------------------------------------


@pytest.mark.eis("PLAN-16")
def test_an_own_plan_that_is_handed_in_stands_beside_ours_and_answers_the_melding(hier: Dossier) -> None:
    neem_op(hier, Inhoud(Vorm.PDF, papier(2), 2), "familiegroepsplan")
    assert [stuk.naam for stuk in beeld(hier).eigen_plan] == ["Familiegroepsplan"]
    assert een(hier).voor_wie is VoorWie.TAFEL
    with hier.plek.store.read() as lezer:
        gemeld = lezer.get(Melding, hier.melding_id)
    assert (gemeld.eigen_plan, gemeld.eigen_plan_datum) == (EigenPlan.FAMILIEGROEP, hier.plek.vandaag)


@pytest.mark.eis("PLAN-16")
def test_nobody_edits_the_words_of_an_own_plan(hier: Dossier) -> None:
    velden = {"aard": "persoonlijk_plan", "woorden": "Ik wil zelf blijven koken.", "van": "mevrouw"}
    bijlage.schrijf_eigen_plan(hier.plek, hier.huishouden_id, velden)
    for vast in ("woorden", "vorm", "bladen", "omvang", "afgevlakt", "door_id"):
        with pytest.raises(BijlageBlijftZo):
            beschrijf(hier, **{vast: None})
    assert "Ik wil zelf blijven koken." in gelezen(bijlage.load_pdf(hier.plek, een(hier).id))


def test_an_own_plan_has_words_and_does_not_write_over_what_was_said(hier: Dossier) -> None:
    with pytest.raises(EigenPlanLeeg):
        bijlage.schrijf_eigen_plan(hier.plek, hier.huishouden_id, {"woorden": " "})
    with hier.plek.store.write() as werk:
        gezegd = {"eigen_plan": EigenPlan.FAMILIEGROEP, "eigen_plan_datum": hier.plek.vandaag}
        werk.change(werk.get(Melding, hier.melding_id), **gezegd)
        werk.commit("test.gezegd")
    bijlage.schrijf_eigen_plan(hier.plek, hier.huishouden_id, {"woorden": "Ik kook zelf."})
    with hier.plek.store.read() as lezer:
        assert lezer.get(Melding, hier.melding_id).eigen_plan is EigenPlan.FAMILIEGROEP


# -- the file ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("begin", "omvang", "fout"),
    [
        (b"\xff\xd8\xff", 100 * 1024 * 1024, FotoTeGroot),
        (b"%PDF-1.7", 100 * 1024 * 1024, PdfTeGroot),
        (b"", 0, BestandLeeg),
    ],
)
def test_too_large_a_file_is_not_even_read(tmp_path: Path, begin: bytes, omvang: int, fout: type[Exception]) -> None:
    pad = tmp_path / "bestand"
    with pad.open("wb") as file:
        file.write(begin)
        file.truncate(omvang)
    with pytest.raises(fout):
        opbergen.lees(pad)


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    for pad in (tmp_path, tmp_path / "weg.jpg", Path("/dev/zero"), Path("\0.jpg")):
        with pytest.raises(BestandNietGelezen):
            opbergen.lees(pad)


def test_the_original_is_removed_only_if_it_is_what_was_taken_in(tmp_path: Path) -> None:
    pad = tmp_path / "foto.jpg"
    pad.write_bytes(foto())
    van = opbergen.origineel(pad, foto())
    pad.write_bytes(foto(80))
    with pytest.raises(OrigineelVeranderd):
        opbergen.verwijder(van)
    assert pad.exists()
    pad.write_bytes(foto())
    opbergen.verwijder(van)
    assert not pad.exists()
    opbergen.verwijder(van)
    pad.mkdir()
    with pytest.raises(OrigineelBlijft):
        opbergen.verwijder(van)


def test_on_a_disk_that_is_nearly_full_nothing_large_comes_in(hier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opbergen, "MINSTE_RUIMTE", 1 << 62)
    with pytest.raises(SchijfBijnaVol):
        neem_op(hier)
    assert beeld(hier).stukken == ()
