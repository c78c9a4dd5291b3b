"""The signed plan as a paper like the others: it waits without a printer, and in hand it ends the six weeks."""

from datetime import timedelta
from pathlib import Path

import pytest

from kernnetwerk_app.domain.bezorging import Bezorging, Bezorgwijze, NietMeerVoorLezer, Stuk, Stuksoort
from kernnetwerk_app.domain.bezorging import VersieMetGeheimAdres as Geheim
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid, InwonerIsOverleden
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.melding import Melding, Wet
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze, Ondertekening, Wijze
from kernnetwerk_app.domain.papiervorm import GEWOON, Leeshulp
from kernnetwerk_app.domain.planversie import PlanInhoud, PlanVersie
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.oplog.codec import OnleesbaarBericht
from kernnetwerk_app.oplog.units import build
from kernnetwerk_app.services import afschrift, bezorging, contact, mensen, ondertekening, papier, stukken, verstrekking
from kernnetwerk_app.services.bezorging import Bundelstuk
from kernnetwerk_app.services.bezorglijst import Bezorgregel
from kernnetwerk_app.services.ondertekening import Tekenvraag
from kernnetwerk_app.services.papier import noteer_afdruk
from tests.factories import JORIS, make_werkplek
from tests.services.kindplan_opzet import twee_huizen
from tests.services.opzet import STREPEN, Dossier, gelezen
from tests.services.rechten_opzet import anna, erbij
from tests.services.stukken_opzet import lezers, papieren, wacht
from tests.uitwisseling import wissel_uit

pytestmark = pytest.mark.usefixtures("qapp")


def gegeven_op(hier: Dossier) -> object:
    with hier.plek.store.read() as lezer:
        return verstrekking.uitkomst_gegeven(lezer, lezer.get(Melding, hier.melding_id))


def stuk_van(hier: Dossier, getekend: Ondertekening) -> Stuk:
    return Stuk(Stuksoort.GETEKEND, hier.huishouden_id, getekend.id)


def mee(hier: Dossier) -> list[Stuk]:
    """What goes along to the visit of today, of the plan."""
    with hier.plek.store.read() as lezer:
        alle = bezorging.bundel(hier.plek, lezer, hier.plek.vandaag)
    return [een.stuk for een in alle if een.stuk.soort in (Stuksoort.PLAN, Stuksoort.GETEKEND)]


def test_what_was_signed_on_a_screen_goes_along_until_it_was_given_and_the_clock_waits_for_it(hier: Dossier) -> None:
    plek = hier.plek
    hier.doel()
    versie = hier.versie()
    contact.plan_bezoek(plek, hier.huishouden_id, plek.vandaag)
    assert mee(hier) == [Stuk(Stuksoort.PLAN, hier.huishouden_id, versie.id)]
    hier.teken(versie)
    zei = Tekenvraag(Keuze.GEZIEN, "Het mag wel.", "Bert Voorbeeld", Hoedanigheid.PARTNER, (), mondeling=True)
    laatste, _ = ondertekening.teken(plek, versie.id, zei)
    stuk = Stuk(Stuksoort.GETEKEND, hier.huishouden_id, laatste)
    assert mee(hier) == [stuk], "the paper that holds both goes along, and not the one without"
    bezorging.zet_klaar(plek, stuk, lezers(hier, stuk)[0], {})
    (regel,) = wacht(hier)
    assert (regel.wat, gegeven_op(hier)) == ("Het plan met handtekening of reactie", None)
    plek.klok.advance(timedelta(days=1))
    bezorging.bezorg(plek, regel, Bezorgwijze.LANGSBRENGEN)
    assert (gegeven_op(hier), wacht(hier), mee(hier)) == (plek.vandaag, (), [])
    with plek.store.read() as lezer:
        (klaar,) = bezorging.load(plek, lezer, hier.huishouden_id).verstrekt
    bezorging.neem_terug(plek, klaar)
    assert gegeven_op(hier) is None
    assert [een.stuk for een in wacht(hier)] == [stuk]


def test_a_plan_given_without_a_signature_leaves_the_signed_one_waiting_and_not_the_other_way_round(
    hier: Dossier,
) -> None:
    """*Meegegeven* beside the paper closes what waits of that version, and nothing that is put ready after it: also on
    one and the same day.
    """
    plek = hier.plek
    hier.doel()
    versie = hier.versie()
    kaal, met = Stuk(Stuksoort.PLAN, hier.huishouden_id, versie.id), stuk_van(hier, hier.teken(versie))

    def zet_klaar() -> None:
        for stuk in (kaal, met):
            bezorging.zet_klaar(plek, stuk, lezers(hier, stuk)[0], {})

    zet_klaar()
    bezorging.bezorg(plek, regel_van(hier, kaal))
    assert [regel.stuk for regel in wacht(hier)] == [met], "who has the version has not what was said of it"
    with plek.store.read() as lezer:
        (klaar,) = bezorging.load(plek, lezer, hier.huishouden_id).verstrekt
    bezorging.neem_terug(plek, klaar)
    assert {regel.stuk for regel in wacht(hier)} == {kaal, met}
    bezorging.bezorg(plek, regel_van(hier, met))
    assert wacht(hier) == (), "who has what was said of it has the version"
    zet_klaar()
    assert {regel.stuk for regel in wacht(hier)} == {kaal, met}, "somebody wants them once more, after that note"
    verstrekking.neem_terug(plek, versie.id)
    verstrekking.geef_mee(plek, versie.id)
    assert wacht(hier) == ()


def regel_van(hier: Dossier, stuk: Stuk) -> Bezorgregel:
    return next(regel for regel in wacht(hier) if regel.stuk == stuk)


def test_of_a_childs_plan_what_is_put_ready_for_the_father_waits_also_when_the_mother_just_got_it(
    hier: Dossier,
) -> None:
    """The note stands in her dossier, and what waits in his; on one day."""
    huizen = twee_huizen(hier.plek)
    kind, vader = huizen.begin(), huizen.vader
    kind.doel()
    versie = kind.versie()
    verstrekking.geef_mee(hier.plek, versie.id)
    for soort, van_id in ((Stuksoort.PLAN, versie.id), (Stuksoort.GETEKEND, kind.teken(versie).id)):
        stuk = Stuk(soort, vader.huishouden_id, van_id)
        bezorging.zet_klaar(hier.plek, stuk, lezers(vader, stuk)[-1], {})
        assert stuk in [regel.stuk for regel in wacht(vader)]


def test_the_first_note_taken_back_leaves_what_was_delivered_after_it(hier: Dossier) -> None:
    plek = hier.plek
    hier.doel()
    versie = hier.versie()
    verstrekking.geef_mee(plek, versie.id)
    stuk = stuk_van(hier, hier.teken(versie))
    bezorging.zet_klaar(plek, stuk, lezers(hier, stuk)[0], {})
    plek.klok.advance(timedelta(days=3))
    bezorging.bezorg(plek, regel_van(hier, stuk), Bezorgwijze.POST)
    assert gegeven_op(hier) != plek.vandaag
    verstrekking.neem_terug(plek, versie.id)
    assert (gegeven_op(hier), wacht(hier)) == (plek.vandaag, ()), "the signed one got there on its own day"
    verstrekking.neem_terug(plek, versie.id)
    assert (gegeven_op(hier), [regel.stuk for regel in wacht(hier)]) == (None, [stuk])


def test_who_only_spoke_in_the_melding_does_not_read_what_others_said_of_the_plan(hier: Dossier) -> None:
    plek = hier.plek
    hier.doel()
    with plek.store.write() as werk:
        sprak = {"vertegenwoordiger": "Kees Buur", "hoedanigheid": "buurman", "inwoner_akkoord": True}
        werk.change(werk.get(Melding, hier.melding_id), **sprak)
        werk.commit("test.sprak", hier.huishouden_id)
    versie = hier.versie()
    stuk = stuk_van(hier, hier.teken(versie, Keuze.GEZIEN, "Ik vertrouw Kees niet."))
    assert [een.is_ander for een in lezers(hier, stuk)] == [False]
    assert lezers(hier, Stuk(Stuksoort.PLAN, hier.huishouden_id, versie.id))[0].naam == "Kees Buur, buurman"


def leest_niet(hier: Dossier, versie: PlanVersie, vraag: Tekenvraag) -> list[tuple[str, str]]:
    """Who does not get the paper with this on it, and why."""
    stuk = Stuk(Stuksoort.GETEKEND, hier.huishouden_id, ondertekening.teken(hier.plek, versie.id, vraag)[0])
    with hier.plek.store.read() as lezer:
        wel, niet = (vraag_naar(hier.plek, lezer, stuk) for vraag_naar in (stukken.lezers, stukken.nog_niet))
    assert not niet or not any(een.naam.startswith(vraag.naam) for een in wel), "the paper, or a sentence"
    return [(een.naam, een.waarom_niet) for een in niet]


def test_who_decides_by_the_page_of_signing_is_never_told_that_they_do_not(hier: Dossier) -> None:
    """A father with gezag at home, beside the mother whose question it is; a mentor beside a curator."""
    plek = hier.plek
    vader = erbij(hier, voornamen="Bert", achternaam="Proef", rol=RolInHuishouden.PARTNER, geboortedatum="1980-01-01")
    kind = erbij(hier, voornamen="Mees", achternaam="Proef", rol=RolInHuishouden.KIND, geboortedatum="2016-05-01")
    gezag = {"inwoner_id": kind.id, "ander_id": vader.id, "relatie": "ouder", "gezag": Gezag.JA}
    mensen.leg_vast(plek, Relatie, hier.huishouden_id, gezag)
    for aard, naam in ((Aard.CURATELE, "Corrie Curator"), (Aard.MENTORSCHAP, "Mia Mentor")):
        feiten = {"inwoner_id": anna(hier).id, "aard": aard, "naam": naam, "begin_datum": plek.vandaag}
        mensen.leg_vast(plek, Bijzonderheid, hier.huishouden_id, feiten | {"bron": "uitspraak"})
    with plek.store.write() as werk:
        werk.change(werk.get(Melding, hier.melding_id), wet=Wet.JEUGDWET)
        werk.commit("test.jeugd", hier.huishouden_id)
    hier.doel()
    versie = hier.versie()
    for naam, als, wie_id in (
        ("Bert Proef", Hoedanigheid.OUDER, None),
        ("B. Proef", Hoedanigheid.OUDER, vader.id),
        ("Mia Mentor", Hoedanigheid.MENTOR, None),
    ):
        vraag = Tekenvraag(Keuze.EENS, None, naam, als, STREPEN, inwoner_id=wie_id)
        ((wie, waarom),) = leest_niet(hier, versie, vraag)
        assert wie == f"{naam}, {als.value}"
        assert waarom.startswith(f"{naam} zei iets van dit plan, als {als.value}. Toch krijgt {naam} dit papier niet:")
        assert "beslist" not in waarom


def test_who_signed_for_somebody_and_does_not_decide_by_law_is_told_why_this_paper_is_not_theirs(hier: Dossier) -> None:
    """In whichever capacity, and nobody who reads it anyway."""
    plek = hier.plek
    hier.doel()
    versie = hier.versie()

    def niet(naam: str, als: Hoedanigheid, namelijk: str | None = None) -> list[tuple[str, str]]:
        return leest_niet(hier, versie, Tekenvraag(Keuze.GEZIEN, "Ik lees na.", naam, als, STREPEN, namelijk=namelijk))

    ((wie, waarom),) = niet("Kees Buur", Hoedanigheid.GEMACHTIGDE, "Anna zei het zelf.")
    assert wie == "Kees Buur, gemachtigde"
    assert waarom.startswith("Kees Buur zei iets van dit plan, als gemachtigde. Toch krijgt Kees Buur dit papier niet")
    assert niet("Bep de Wit", Hoedanigheid.ANDERS, "haar nicht")[0][0] == "Bep de Wit, haar nicht"
    ((wie, waarom),) = niet("Vader Proef", Hoedanigheid.OUDER)
    assert (wie, "staat hier niet onder deze naam bij wie" in waarom) == ("Vader Proef, ouder met gezag", True)
    mensen.leg_vast(plek, Inwoner, hier.huishouden_id, {"voornamen": "Bert", "achternaam": "Proef"})
    assert niet("Bert Proef", Hoedanigheid.INWONER)[0][0] == "Bert Proef, inwoner"
    assert niet("Anna Voorbeeld-Jansen", Hoedanigheid.INWONER) == niet("A. Voorbeeld", Hoedanigheid.INWONER) == []
    assert niet("mevrouw Voorbeeld-Jansen", Hoedanigheid.ANDERS, "ik zelf") == []


def test_two_laptops_sign_one_version_and_each_paper_is_there_and_the_earliest_day_counts(
    hier: Dossier, tmp_path: Path
) -> None:
    plek = hier.plek
    hier.doel()
    versie = hier.versie()
    joris = make_werkplek(tmp_path / "joris", plek.klok, device_no=2, wie=JORIS)
    wissel_uit(plek, joris)
    een = hier.teken(versie)
    vraag = Tekenvraag(Keuze.EENS, None, "Bert Voorbeeld", Hoedanigheid.PARTNER, STREPEN)
    ander_id, _ = ondertekening.teken(joris, versie.id, vraag)
    wissel_uit(plek, joris)
    with plek.store.read() as lezer:
        keuze = stukken.keuze(plek, lezer, hier.huishouden_id)
    getekend = {k.stuk.van_id: k for k in keuze if k.stuk.soort is Stuksoort.GETEKEND}
    assert set(getekend) == {een.id, ander_id}
    assert "met wat Bert Voorbeeld ervan zei op" in getekend[ander_id].uitleg
    plek.klok.advance(timedelta(days=1))
    verstrekking.geef_mee(joris, versie.id)
    eerst = plek.vandaag
    plek.klok.advance(timedelta(days=1))
    verstrekking.geef_mee(plek, versie.id)
    wissel_uit(plek, joris)
    assert gegeven_op(hier) == eerst
    joris.store.close()


def test_it_is_the_paper_that_was_kept_in_one_form_and_is_never_made_anew(hier: Dossier) -> None:
    plek = hier.plek
    hier.doel()
    getekend = hier.teken(hier.versie(), Keuze.GEZIEN, "Ik denk er anders over.")
    hier.doel("Ik wil weer zingen.")
    stuk = stuk_van(hier, getekend)
    laad = stukken.papier(plek, stuk)
    assert (laad.is_bewaard, laad()) == (True, getekend.pdf)
    gemaakt = papier.load(plek, laad, hier.huishouden_id)
    assert (gemaakt.pdf, gemaakt.vorm) == (getekend.pdf, GEWOON)
    wie = lezers(hier, stuk)[0]
    woorden = gelezen(getekend.pdf or b"")
    assert "Ik denk er anders over." in woorden
    assert "zingen" not in woorden
    groot = frozenset({Leeshulp.GROOT})
    papier.onthoud_vorm(plek, hier.huishouden_id, groot)
    nog = papier.load(plek, laad, hier.huishouden_id)
    assert (nog.pdf, nog.vorm, nog.liever) == (getekend.pdf, GEWOON, groot), "a habit of reading does not change it"
    assert nog.reden == "liever_getekend"
    getekende, ernaast = stukken.maak_samen(plek, stuk, wie, groot)
    assert getekende == getekend.pdf
    assert ernaast == laad.voor_lezer(wie, groot)
    te_lezen = gelezen(ernaast)
    assert "in grote letters" in te_lezen
    assert "zingen" not in te_lezen, "the version that was signed, and not what was told since"


def test_a_signed_version_of_which_there_is_a_newer_one_says_so_and_giving_it_ends_nothing(hier: Dossier) -> None:
    plek = hier.plek
    hier.doel()
    stuk = stuk_van(hier, hier.teken(hier.versie()))
    bezorging.zet_klaar(plek, stuk, lezers(hier, stuk)[0], {})
    assert not wacht(hier)[0].vervangen
    plek.klok.advance(timedelta(days=1))
    hier.doel("Ik wil weer zingen.")
    nieuw = hier.versie()
    met = papieren(hier)
    assert met[Stuksoort.PLAN].versie_id == nieuw.id
    assert met[Stuksoort.GETEKEND].versie_id is None, "not to be noted as given beside it"
    assert "Er is een nieuwere versie" in met[Stuksoort.GETEKEND].uitleg
    (regel,) = wacht(hier)
    assert regel.vervangen
    bezorging.bezorg(plek, regel)
    assert gegeven_op(hier) is None
    with plek.store.read() as lezer:
        (klaar,) = bezorging.load(plek, lezer, hier.huishouden_id).verstrekt
    bezorging.neem_terug(plek, klaar)
    bezorging.bezorg(plek, wacht(hier)[0], datum=plek.vandaag - timedelta(days=1))
    assert gegeven_op(hier) == plek.vandaag - timedelta(days=1), "on that day it was the plan"


def test_an_address_that_became_secret_is_for_the_resident_alone_also_at_the_printer_and_nobody_gets_it_after_death(
    hier: Dossier,
) -> None:
    plek = hier.plek
    hier.doel()
    with plek.store.read() as lezer:
        anna = lezer.find(Inwoner, huishouden_id=hier.huishouden_id)[0]
    mentor = {"aard": Aard.MENTORSCHAP, "naam": "Mia Mentor", "bron": "uitspraak", "begin_datum": plek.vandaag}
    mensen.leg_vast(plek, Bijzonderheid, hier.huishouden_id, {"inwoner_id": anna.id, **mentor})
    stuk = stuk_van(hier, hier.teken(hier.versie()))
    voor_mentor, zelf = lezers(hier, stuk)
    laad = stukken.papier(plek, stuk)
    assert "Modelweg" in gelezen(stukken.maak(plek, stuk, voor_mentor, GEWOON))
    geheim = {"aard": Aard.GEHEIM_ADRES, "bron": "BRP", "begin_datum": plek.vandaag}
    mensen.leg_vast(plek, Bijzonderheid, hier.huishouden_id, {"inwoner_id": anna.id, **geheim})
    assert [een.sleutel for een in lezers(hier, stuk)] == [zelf.sleutel]
    with pytest.raises(Geheim):
        stukken.maak(plek, stuk, voor_mentor, GEWOON)
    with pytest.raises(NietMeerVoorLezer):
        noteer_afdruk(plek, hier.huishouden_id, laad, voor_mentor)
    niet = papier.load(plek, laad, hier.huishouden_id, voor_mentor.sleutel)
    assert (niet.pdf, niet.lezer and niet.lezer.waarom_niet[:34]) == (b"", "Op dit papier staat het adres, en ")
    assert papier.load(plek, laad, hier.huishouden_id).pdf, "the resident's own is there to see"
    noteer_afdruk(plek, hier.huishouden_id, laad, zelf)
    dood = {"aard": Aard.OVERLEDEN, "bron": "BRP", "begin_datum": plek.vandaag}
    mensen.leg_vast(plek, Bijzonderheid, hier.huishouden_id, {"inwoner_id": anna.id, **dood})
    with pytest.raises(InwonerIsOverleden):
        noteer_afdruk(plek, hier.huishouden_id, laad, zelf)
    with pytest.raises(InwonerIsOverleden):
        bezorging.zet_klaar(plek, stuk, zelf, {})
    assert gelezen(laad()), "looked at it still is"


@pytest.mark.parametrize("leesbaar", [True, False])
def test_a_paper_that_nobody_may_read_says_why_in_the_list_of_the_day_and_takes_no_other_away(
    hier: Dossier, monkeypatch: pytest.MonkeyPatch, *, leesbaar: bool
) -> None:
    """A young child has the question, its parents decide, and its address became secret."""
    plek = hier.plek
    hier.doel()
    contact.plan_bezoek(plek, hier.huishouden_id, plek.vandaag)
    mensen.leg_vast(plek, Inwoner, hier.huishouden_id, {"voornamen": "Bert", "achternaam": "Voorbeeld"})
    with plek.store.write() as werk:
        kind, bert = werk.find(Inwoner, huishouden_id=hier.huishouden_id)
        werk.change(kind, geboortedatum="2019-05-01")
        werk.commit("test.kind", hier.huishouden_id)
    gezag = {"inwoner_id": kind.id, "ander_id": bert.id, "relatie": "ouder", "gezag": Gezag.JA}
    mensen.leg_vast(plek, Relatie, hier.huishouden_id, gezag)
    stuk = stuk_van(hier, hier.teken(hier.versie()))
    (voor_bert,) = lezers(hier, stuk)

    def staat() -> tuple[Bundelstuk, int]:
        with plek.store.read() as lezer:
            alle = bezorging.bundel(plek, lezer, plek.vandaag)
        return next(een for een in alle if een.stuk == stuk), len(alle)

    ervoor, aantal = staat()
    assert (ervoor.lezers, ervoor.waarom_niet) == ((voor_bert,), "")
    geheim = {"aard": Aard.GEHEIM_ADRES, "bron": "BRP", "begin_datum": plek.vandaag}
    mensen.leg_vast(plek, Bijzonderheid, hier.huishouden_id, {"inwoner_id": kind.id, **geheim})
    zin = "Op dit papier staat het adres, en dat is nu geheim."
    if not leesbaar:  # as a newer program wrote it
        monkeypatch.setattr(afschrift, "read_inhoud", _onleesbaar)
        zin = "Er is nu een geheim adres, en dit programma kan niet nagaan of dat op dit papier staat."
    for klaar in (False, True):  # for the visit, and put ready before
        if klaar:
            bezorging.zet_klaar(plek, stuk, voor_bert, {})
        erna, hoeveel = staat()
        assert (erna.lezers, hoeveel) == ((), aantal)
        assert erna.waarom_niet.startswith(zin)


def _onleesbaar(_: PlanVersie) -> PlanInhoud:
    raise OnleesbaarBericht


def test_what_was_too_long_to_keep_is_no_paper_and_the_version_goes_along(
    hier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    hier.doel()
    versie = hier.versie()
    contact.plan_bezoek(hier.plek, hier.huishouden_id, hier.plek.vandaag)
    monkeypatch.setattr(ondertekening, "MAX_PDF", 10_000)
    zei = Tekenvraag(Keuze.EENS, None, "Anna Voorbeeld-Jansen", Hoedanigheid.INWONER, (), mondeling=True)
    ondertekening.teken(hier.plek, versie.id, zei)
    with hier.plek.store.read() as lezer:
        (een,) = lezer.find(Ondertekening)
    assert (een.wijze, een.pdf) == (Wijze.MONDELING, None)
    assert lezers(hier, stuk_van(hier, een)) == ()
    assert mee(hier) == [Stuk(Stuksoort.PLAN, hier.huishouden_id, versie.id)]


def test_a_kind_of_paper_that_this_program_does_not_know_is_left_out_and_stops_nothing(hier: Dossier) -> None:
    """A newer laptop wrote it: it stays in the log, and no list breaks."""
    hier.doel()
    stuk = stuk_van(hier, hier.teken(hier.versie()))
    bezorging.zet_klaar(hier.plek, stuk, lezers(hier, stuk)[0], {})
    (regel,) = wacht(hier)
    velden = regel.bezorging.model_dump(mode="json")
    assert build(Bezorging, regel.bezorging.id, velden) == regel.bezorging
    assert build(Bezorging, regel.bezorging.id, velden | {"stuk": "van morgen"}) is None
