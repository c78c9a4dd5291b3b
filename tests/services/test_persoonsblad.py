"""Parents read what concerns them or the child; nobody reads what a partner said apart (item 9)."""

from datetime import timedelta
from uuid import UUID

import pytest

from kernnetwerk_app.domain.bezorging import VAN_EEN, Stuk, Stuksoort
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid, InwonerIsOverleden
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.relatie import FORMEEL, Gezag, Relatie
from kernnetwerk_app.services import (
    bezorging,
    mensen,
    ondertekening,
    persoonsblad,
    rechten,
    samenvoeging,
    stukken,
    wie_weet_wat,
)
from kernnetwerk_app.services.vraagverheldering import persoonssleutel
from kernnetwerk_app.services.werkplek import Werkplek
from tests.documents.lezen import open_pdf, read_structure
from tests.factories import make_werkplek
from tests.services.opzet import Dossier, begin_dossier, gelezen
from tests.services.stukken_opzet import lezers, wacht

pytestmark = pytest.mark.usefixtures("qapp")
ANNA, HENK, MIA = "Ik slaap slecht.", "Ik wil weg uit dit huis.", "Mia gaat liever niet naar school."


@pytest.fixture
def plek(tmp_path_factory: pytest.TempPathFactory) -> Werkplek:
    return make_werkplek(tmp_path_factory.mktemp("persoonsblad"))


@pytest.fixture
def hier(plek: Werkplek) -> Dossier:
    """A mother with gezag, her partner without, and a child of fourteen; each told something apart."""
    hier = begin_dossier(plek)
    partner = {"voornamen": "Henk", "achternaam": "Proef", "rol": RolInHuishouden.PARTNER}
    kind = {"voornamen": "Mia", "achternaam": "Proef", "rol": RolInHuishouden.KIND, "geboortedatum": "2013-01-31"}
    for velden in (partner, kind):
        mensen.leg_vast(plek, Inwoner, hier.huishouden_id, velden)
    anna, henk, mia = wie(hier)
    for ander, gezag in ((anna, Gezag.JA), (henk, Gezag.NEE)):
        velden = {"inwoner_id": mia, "ander_id": ander, "relatie": "ouder", "gezag": gezag}
        mensen.leg_vast(plek, Relatie, hier.huishouden_id, velden)
    for over, woorden in ((anna, ANNA), (henk, HENK), (mia, MIA)):
        hier.typ(persoonssleutel("dagbesteding.lastig", over), woorden)
    return hier


def wie(hier: Dossier) -> list[UUID]:
    with hier.plek.store.read() as lezer:
        return [lid.inwoner.id for lid in mensen.load(hier.plek, lezer, hier.huishouden_id).leden]


def op_papier_voor(hier: Dossier, wie_id: UUID, mee: tuple[UUID, ...] = ()) -> set[str]:
    tekst = gelezen(persoonsblad.load_pdf(hier.plek, hier.huishouden_id, wie_id, mee))
    return {woorden for woorden in (ANNA, HENK, MIA) if woorden in tekst}


def te_kiezen(hier: Dossier, wie_id: UUID) -> dict[UUID, str]:
    """What a worker can put on the paper of this reader, besides what is about the reader."""
    with hier.plek.store.read() as lezer:
        woorden = persoonsblad.van_kinderen(hier.plek, lezer, hier.huishouden_id, lezer.get(Inwoner, wie_id))
    return {woord.antwoord_id: woord.woorden for woord in woorden}


def test_i_read_what_i_told_apart_and_never_what_my_partner_told(hier: Dossier) -> None:
    anna, henk, mia = wie(hier)
    assert op_papier_voor(hier, anna) == {ANNA}
    assert op_papier_voor(hier, henk) == {HENK}
    assert op_papier_voor(hier, mia) == {MIA}


def test_what_a_child_told_goes_to_a_parent_with_the_gezag_only_when_i_choose_those_words(hier: Dossier) -> None:
    anna, henk, _ = wie(hier)
    (woord,) = te_kiezen(hier, anna)
    assert te_kiezen(hier, anna) == {woord: MIA}
    assert te_kiezen(hier, henk) == {}, "nobody saw that he has the gezag"
    assert op_papier_voor(hier, anna, (woord,)) == {ANNA, MIA}
    assert op_papier_voor(hier, henk, (woord,)) == {HENK}
    tekst = gelezen(persoonsblad.load_pdf(hier.plek, hier.huishouden_id, anna, (woord,)))
    assert "(opgeschreven op di 20 april 2027)" in tekst
    assert "Dit schreven we op over uw kind." in tekst


def test_a_parent_who_was_written_down_twice_gets_on_paper_what_the_screen_says(hier: Dossier) -> None:
    plek, huis = hier.plek, hier.huishouden_id
    dubbel = {"voornamen": "Anna", "achternaam": "Voorbeeld", "rol": RolInHuishouden.OUDER}
    mensen.leg_vast(plek, Inwoner, huis, dubbel)
    anna, _, mia, nog_eens = wie(hier)
    nee = {"inwoner_id": mia, "ander_id": nog_eens, "relatie": "ouder", "gezag": Gezag.NEE}
    mensen.leg_vast(plek, Relatie, huis, nee)
    samenvoeging.voeg_samen(plek, anna, nog_eens)
    with plek.store.read() as lezer:
        (recht,) = mensen.load(plek, lezer, huis).kinderen
    blijft = wie(hier)[0]
    assert recht.lezers == ()
    assert te_kiezen(hier, blijft) == {}


def stuk_van(hier: Dossier, soort: Stuksoort, wie_id: UUID, mee: tuple[UUID, ...] = ()) -> Stuk:
    return Stuk(soort, hier.huishouden_id, wie_id, mee)


def wordt_curator(hier: Dossier, naam: str, van: UUID) -> None:
    """By order of a court, and on the map it stands that this is a professional."""
    curatele = {"inwoner_id": van, "aard": Aard.CURATELE, "naam": naam, "begin_datum": hier.plek.vandaag}
    mensen.leg_vast(hier.plek, Bijzonderheid, hier.huishouden_id, {**curatele, "bron": "uitspraak"})
    staat = {"inwoner_id": van, "ander_naam": naam, "relatie": "curator", "hulpsoort": FORMEEL}
    mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, staat)


@pytest.mark.parametrize("soort", sorted(VAN_EEN))
def test_of_a_paper_of_one_person_nobody_else_at_home_is_a_reader(hier: Dossier, soort: Stuksoort) -> None:
    """Not the mother with the gezag, and not a partner who is curator: it may be about them."""
    anna, henk, mia = wie(hier)
    for een in (anna, henk, mia):
        assert [lezer.inwoner_id for lezer in lezers(hier, stuk_van(hier, soort, een))] == [een]
    wordt_curator(hier, "Henk Proef", anna)
    wordt_curator(hier, "Corrie Curator", henk)
    assert [lezer.inwoner_id for lezer in lezers(hier, stuk_van(hier, soort, anna))] == [anna]
    zelf, corrie = lezers(hier, stuk_van(hier, soort, henk))
    assert (zelf.naam, corrie.naam) == ("Henk Proef", "Corrie Curator, curator")
    blad = gelezen(stukken.maak(hier.plek, stuk_van(hier, soort, henk), corrie, frozenset()))
    assert "Aan Corrie Curator, curator Voor Henk Proef" in blad
    assert "Aan Corrie Curator" not in gelezen(stukken.maak(hier.plek, stuk_van(hier, soort, henk), zelf, frozenset()))
    assert (HENK in blad) is (soort is Stuksoort.PERSOONSBLAD)
    assert not [woorden for woorden in (ANNA, MIA) if woorden in blad]
    wat = "toen we apart praatten met Henk Proef" if HENK in blad else "Met u bedoelen wij op dit papier Henk Proef."
    assert wat in blad
    mensen.leg_vast(hier.plek, Inwoner, hier.huishouden_id, {"voornamen": "Bo", "geboortedatum": "2019-01-31"})
    bo = wie(hier)[-1]
    assert bo not in (anna, henk, mia)
    with hier.plek.store.write() as werk:
        werk.change(werk.get(Inwoner, mia), vertrokken_datum=hier.plek.vandaag)
        werk.commit("proef", hier.huishouden_id)
    elders = begin_dossier(hier.plek)
    assert not any(lezers(hier, stuk_van(hier, soort, een)) for een in (bo, mia, wie(elders)[0]))


def test_what_was_told_apart_waits_with_the_words_that_were_chosen_and_nobody_else_is_told_that_it_went(
    hier: Dossier,
) -> None:
    anna, henk, mia = wie(hier)
    with hier.plek.store.read() as lezer:
        keuze = stukken.keuze(hier.plek, lezer, hier.huishouden_id)
    assert [een.stuk.van_id for een in keuze if een.stuk.soort is Stuksoort.PERSOONSBLAD] == [anna, henk, mia]
    (woord,) = te_kiezen(hier, anna)
    van_anna, van_henk = (
        stuk_van(hier, Stuksoort.PERSOONSBLAD, anna, (woord,)),
        stuk_van(hier, Stuksoort.PERSOONSBLAD, henk),
    )
    for stuk in (van_anna, van_henk):
        bezorging.zet_klaar(hier.plek, stuk, lezers(hier, stuk)[0], {})
    hier.plek.klok.advance(timedelta(days=1))
    hier.typ(persoonssleutel("dagbesteding.goed", anna), "Ik zing.")
    morgen, dan_henk = wacht(hier)
    assert (morgen.stuk, dan_henk.stuk) == (van_anna, van_henk)
    tekst = gelezen(stukken.maak(hier.plek, morgen.stuk, lezers(hier, morgen.stuk)[0], frozenset()))
    assert all(woorden in tekst for woorden in (ANNA, MIA, "Ik zing.")), "made of what is known on that day"
    assert HENK not in tekst
    wordt_curator(hier, "Corrie Curator", anna)
    _, corrie = lezers(hier, van_anna)
    assert MIA not in gelezen(stukken.maak(hier.plek, van_anna, corrie, frozenset())), "chosen for her mother alone"
    bezorging.bezorg(hier.plek, dan_henk)
    with hier.plek.store.read() as lezer:
        weet = [regel.zin for regel in wie_weet_wat.load(hier.plek, lezer, hier.huishouden_id)]
    assert not any("apart" in zin for zin in weet)
    concept = {een: gelezen(rechten.avg_pdf(hier.plek, hier.huishouden_id, een)) for een in (anna, henk)}
    assert concept[henk].count("blad voor een persoon") == 1
    assert concept[anna].count("blad voor een persoon") == 1, "her own that waits, and not his"
    dood = {"inwoner_id": anna, "aard": Aard.OVERLEDEN, "begin_datum": hier.plek.vandaag}
    mensen.leg_vast(hier.plek, Bijzonderheid, hier.huishouden_id, dood)
    assert wacht(hier) == ()
    assert lezers(hier, van_anna) == ()


def test_that_my_partner_got_what_is_of_him_is_on_his_paper_and_not_on_mine(hier: Dossier) -> None:
    anna, henk, _ = wie(hier)
    stuk = stuk_van(hier, Stuksoort.WIE_WEET_WAT, henk)
    bezorging.zet_klaar(hier.plek, stuk, lezers(hier, stuk)[0], {})
    (regel,) = wacht(hier)
    bezorging.bezorg(hier.plek, regel)
    zin = "Henk Proef kreeg op dinsdag 20 april 2027: Wie weet wat van mij."
    assert zin in gelezen(rechten.weet_pdf(hier.plek, hier.huishouden_id, henk))
    assert zin not in gelezen(rechten.weet_pdf(hier.plek, hier.huishouden_id, anna))


def test_who_is_under_twelve_gets_no_paper_of_their_own(hier: Dossier) -> None:
    jong = {"voornamen": "Bo", "rol": RolInHuishouden.KIND, "geboortedatum": "2019-01-31"}
    mensen.leg_vast(hier.plek, Inwoner, hier.huishouden_id, jong)
    with pytest.raises(persoonsblad.BladOnderTwaalf):
        op_papier_voor(hier, wie(hier)[-1])


def test_who_died_gets_no_paper_any_more(hier: Dossier) -> None:
    _, henk, _ = wie(hier)
    dood = {"inwoner_id": henk, "aard": Aard.OVERLEDEN, "begin_datum": hier.plek.vandaag}
    mensen.leg_vast(hier.plek, Bijzonderheid, hier.huishouden_id, dood)
    with pytest.raises(InwonerIsOverleden):
        op_papier_voor(hier, henk)


def test_the_paper_begins_with_whose_it_is_and_tells_the_house_nothing_from_afar(hier: Dossier) -> None:
    partner = wie(hier)[1]
    pdf = persoonsblad.load_pdf(hier.plek, hier.huishouden_id, partner)
    tekst = gelezen(pdf)
    alleen = (
        "Dit blad is voor u alleen. Wilt u het liever niet in huis? Laat het dan bij ons: wij bewaren wat erop staat."
    )
    assert alleen in tekst
    koppen = [node.text() for node in read_structure(open_pdf(pdf)).find("H1")]
    assert koppen == ["Voor u"]
    assert "Ons besluit" not in tekst, "the way of the question is of who asked it"
    assert list(read_structure(open_pdf(pdf)).find("Figure")) == []
    assert "Klopt er iets niet?" in tekst
    assert "Sanne Modelman" in tekst


def test_what_was_told_apart_is_not_in_the_plan_of_the_household(hier: Dossier) -> None:
    hier.doel()
    tekst = gelezen(ondertekening.load_versie_pdf(hier.plek, hier.versie().id))
    assert not any(woorden in tekst for woorden in (ANNA, HENK, MIA))


def test_of_who_told_nothing_apart_the_paper_says_so(hier: Dossier) -> None:
    leeg = begin_dossier(hier.plek)
    tekst = gelezen(persoonsblad.load_pdf(hier.plek, leeg.huishouden_id, wie(leeg)[0]))
    assert "Er is niets apart opgeschreven." in tekst
