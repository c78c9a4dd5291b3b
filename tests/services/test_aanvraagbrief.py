"""The letter of after six weeks: when it may go, for whom, and what it says."""

from datetime import date, timedelta

import pytest

from kernnetwerk_app.domain.aanvraagbrief import NogGeenAanvraag
from kernnetwerk_app.domain.bezorging import Bezorgwijze, NietMeerVoorLezer, Stuk, Stuksoort
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding, Wet
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze
from kernnetwerk_app.services import aanvraagbrief, bezorging, mensen, ondertekening, stukken, termijn, verstrekking
from kernnetwerk_app.services.lezers import Lezend
from kernnetwerk_app.services.ondertekening import Tekenvraag
from kernnetwerk_app.services.papier import noteer_afdruk, noteer_bundel
from kernnetwerk_app.services.tekst import wijzig
from tests.documents.lezen import open_pdf
from tests.services.aanvraag_opzet import hulpversie
from tests.services.opzet import STREPEN, Dossier, gelezen
from tests.services.stukken_opzet import lezers, papieren, wacht
from tests.services.test_onderzoek import beeld

pytestmark = pytest.mark.usefixtures("qapp")


def wijzig_melding(hier: Dossier, **velden: object) -> None:
    with hier.plek.store.write() as werk:
        melding = werk.get(Melding, hier.melding_id)
        wijzig(werk, melding, werk.bases(melding.id), velden)
        werk.commit("test.melding")


def lang_geleden(hier: Dossier) -> None:
    """The question came in eight weeks ago."""
    dag = hier.plek.vandaag - timedelta(weeks=8)
    wijzig_melding(hier, ontvangen_datum=dag, aangenomen_datum=dag, reden_te_laat="Wij waren met te weinig mensen.")


def mag(hier: Dossier) -> bool:
    with hier.plek.store.read() as lezer:
        return termijn.zelf_aanvragen(hier.plek, lezer, lezer.get(Melding, hier.melding_id))


def wie(hier: Dossier) -> tuple[Lezend, ...]:
    with hier.plek.store.read() as lezer:
        return aanvraagbrief.voor_wie(hier.plek, lezer, lezer.get(Melding, hier.melding_id))


def namen(hier: Dossier) -> list[str]:
    return [een.naam for een in wie(hier)]


@pytest.mark.eis("OND-01")
def test_the_letter_may_go_when_the_six_weeks_are_over_without_an_outcome(hier: Dossier) -> None:
    assert not mag(hier)
    with pytest.raises(NogGeenAanvraag):
        aanvraagbrief.load_pdf(hier.plek, hier.melding_id)
    lang_geleden(hier)
    assert mag(hier)
    wijzig_melding(hier, wet=Wet.JEUGDWET)
    assert not mag(hier), "lid 9 is of the Wmo"
    wijzig_melding(hier, wet=Wet.WMO)
    assert mag(hier)
    hier.doel()
    versie = hier.versie()
    hier.teken(versie)
    assert mag(hier), "who signed on a screen has nothing in hand yet"
    hier.teken(versie, op_papier=True)
    assert not mag(hier), "the outcome is in hand"


@pytest.mark.eis("OND-01")
def test_it_is_ready_on_the_first_day_after_the_six_weeks_and_not_on_the_last_of_them(hier: Dossier) -> None:
    """Tuesday 20 April 2027: six weeks after Tuesday 9 March end today, those of Monday 8 March yesterday."""
    for gemeld, klaar in ((date(2027, 3, 9), False), (date(2027, 3, 8), True)):
        wijzig_melding(hier, ontvangen_datum=gemeld, aangenomen_datum=gemeld)
        assert mag(hier) is klaar


@pytest.mark.eis("OND-01")
def test_it_says_in_short_words_what_one_may_do_now_and_nothing_of_why_it_became_late(hier: Dossier) -> None:
    lang_geleden(hier)
    pdf = aanvraagbrief.load_pdf(hier.plek, hier.melding_id)
    tekst = gelezen(pdf).replace("\xa0", " ")
    for zin in (
        "U mag nu zelf een aanvraag doen",
        "Voor mevrouw Voorbeeld-Jansen",
        "U hoeft niet meer op ons te wachten.",
        "Zet de datum en uw handtekening eronder.",
        "Wij beslissen binnen twee weken",
        "Een cliëntondersteuner helpt u gratis.",
        "Bel Sanne Modelman: 0000 - 00 00 00.",
        "artikel 2.3.2, lid 9",
    ):
        assert zin in tekst
    assert "te weinig mensen" not in tekst
    assert len(open_pdf(pdf).pages) == 1


def test_who_decides_for_the_resident_comes_first_as_the_one_it_is_for(hier: Dossier) -> None:
    lang_geleden(hier)
    assert namen(hier) == ["mevrouw Voorbeeld-Jansen"]
    with hier.plek.store.read() as lezer:
        (anna,) = lezer.find(Inwoner, huishouden_id=hier.huishouden_id)
    curatele = {"inwoner_id": anna.id, "aard": Aard.CURATELE, "naam": "Piet Proef", "begin_datum": hier.plek.vandaag}
    mensen.leg_vast(hier.plek, Bijzonderheid, hier.huishouden_id, {**curatele, "bron": "beschikking"})
    assert namen(hier) == ["Piet Proef, curator", "mevrouw Voorbeeld-Jansen"]
    assert "Aan Piet Proef, curator" in gelezen(aanvraagbrief.load_pdf(hier.plek, hier.melding_id))
    assert "Piet Proef" not in gelezen(aanvraagbrief.load_pdf(hier.plek, hier.melding_id, wie(hier)[1]))


def test_who_asked_in_time_with_a_signature_on_the_screen_does_not_read_that_they_may_ask_now(hier: Dossier) -> None:
    lang_geleden(hier)
    versie = hulpversie(hier)
    stuk = Stuk(Stuksoort.ZELF_AANVRAGEN, hier.huishouden_id, hier.melding_id)
    bezorging.zet_klaar(hier.plek, stuk, lezers(hier, stuk)[0], {})
    with hier.plek.store.read() as lezer:
        regels = ondertekening.load(hier.plek, lezer, versie.id).aan_te_vragen
    vraagt = tuple(regel.afspraak_id for regel in regels)
    eens = Tekenvraag(Keuze.EENS, None, "Anna Proef", Hoedanigheid.INWONER, STREPEN, vraagt_aan=vraagt)
    ondertekening.teken(hier.plek, versie.id, eens)
    assert not mag(hier)
    assert Stuksoort.ZELF_AANVRAGEN not in papieren(hier)
    assert wacht(hier) == (), "nor does it wait as if it could still go"
    with hier.plek.store.read() as lezer:
        assert verstrekking.uitkomst_gegeven(lezer, lezer.get(Melding, hier.melding_id)) is None, "the clock runs on"


def test_what_was_asked_after_the_version_that_was_signed_keeps_its_letter(hier: Dossier) -> None:
    """The second question does not stand on the paper under which one asked for help."""
    plek, versie = hier.plek, hulpversie(hier)
    plek.klok.advance(timedelta(days=3))
    with plek.store.write() as werk:
        eerste = werk.get(Melding, hier.melding_id)
        later = werk.add(eerste.model_copy(update={"id": plek.new_id(), "ontvangen_datum": plek.vandaag}))
        werk.commit("test.melding", hier.huishouden_id)
    with plek.store.read() as lezer:
        regels = ondertekening.load(plek, lezer, versie.id).aan_te_vragen
    vraagt = tuple(regel.afspraak_id for regel in regels)
    eens = Tekenvraag(Keuze.EENS, None, "Anna Proef", Hoedanigheid.INWONER, STREPEN, vraagt_aan=vraagt)
    ondertekening.teken(plek, versie.id, eens)
    plek.klok.advance(timedelta(days=60))
    with plek.store.read() as lezer:
        assert [termijn.zelf_aanvragen(plek, lezer, een) for een in (eerste, later)] == [False, True]


def test_of_the_papers_of_a_day_the_letter_is_not_kept_as_printed_where_another_of_them_stops(hier: Dossier) -> None:
    lang_geleden(hier)
    stuk = Stuk(Stuksoort.ZELF_AANVRAGEN, hier.huishouden_id, hier.melding_id)
    (zelf,) = lezers(hier, stuk)
    voorbij = Stuk(Stuksoort.TAKEN, hier.huishouden_id, hier.plan_id)  # of a yes that is not there
    with pytest.raises(NietMeerVoorLezer):
        noteer_bundel(hier.plek, [(stuk, zelf), (voorbij, zelf)])
    assert stand(hier) == []


def test_it_waits_for_whom_it_is_and_says_so_when_it_may_not_go_any_more(hier: Dossier) -> None:
    stuk = Stuk(Stuksoort.ZELF_AANVRAGEN, hier.huishouden_id, hier.melding_id)
    assert Stuksoort.ZELF_AANVRAGEN not in papieren(hier)
    assert lezers(hier, stuk) == ()
    lang_geleden(hier)
    assert next(iter(papieren(hier).values())).stuk == stuk, "before any other paper"
    (zelf,) = lezers(hier, stuk)
    bezorging.zet_klaar(hier.plek, stuk, zelf, {"wijze": Bezorgwijze.POST})
    (regel,) = wacht(hier)
    assert (regel.wat, regel.bezorging.voor_naam) == ("U mag nu zelf een aanvraag doen", "mevrouw Voorbeeld-Jansen")
    assert stand(hier) == ["Staat bij nog te bezorgen, voor mevrouw Voorbeeld-Jansen."]
    hier.plek.klok.advance(timedelta(days=1))
    papier = stukken.papier(hier.plek, regel.stuk, regel.bezorging.lezer)
    assert "21 april 2027" in gelezen(papier()), "made of what is known on the day on which it is printed"
    wijzig_melding(hier, wet=Wet.JEUGDWET)
    assert lezers(hier, stuk) == ()
    with pytest.raises(NietMeerVoorLezer):
        papier()
    with pytest.raises(NietMeerVoorLezer):
        noteer_afdruk(hier.plek, hier.huishouden_id, papier, zelf)
    assert stand(hier) == ["Staat bij nog te bezorgen, voor mevrouw Voorbeeld-Jansen."], "nothing went to a printer"
    wijzig_melding(hier, wet=Wet.WMO)
    noteer_bundel(hier.plek, [(stuk, zelf)])  # with the papers of the day
    bezorging.bezorg(hier.plek, regel)
    assert stand(hier) == [
        "Afgedrukt op wo 21 april 2027 voor mevrouw Voorbeeld-Jansen.",
        "Gegeven op wo 21 april 2027 aan mevrouw Voorbeeld-Jansen.",
    ]
    assert mag(hier), "it is no outcome"


def stand(hier: Dossier) -> list[str]:
    een = beeld(hier).onderzoek
    with hier.plek.store.read() as lezer:
        return list(aanvraagbrief.stand(lezer, een))


def test_that_it_was_printed_and_for_whom_stays_with_the_question(hier: Dossier) -> None:
    lang_geleden(hier)
    aanvraagbrief.noteer(hier.plek, hier.melding_id, "mevrouw Voorbeeld-Jansen")
    een = beeld(hier).onderzoek
    assert (een.brief_datum, een.brief_voor) == (hier.plek.vandaag, "mevrouw Voorbeeld-Jansen")
