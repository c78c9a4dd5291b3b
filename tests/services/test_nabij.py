"""A paper of one person alone goes to a curator or mentor only where it is sure that this is nobody near (0036.14)."""

from datetime import timedelta
from uuid import UUID

import pytest

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.bezorging import VAN_EEN, NietMeerVoorLezer, Stuk, Stuksoort
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.inwoner import RolInHuishouden
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Ondertekening
from kernnetwerk_app.domain.papiervorm import GEWOON
from kernnetwerk_app.domain.relatie import FORMEEL, MANTELZORG, Gezag, Relatie
from kernnetwerk_app.domain.verblijf import Verblijf
from kernnetwerk_app.services import bezorging, samenvoeging, stukken
from kernnetwerk_app.services.lezers import Lezend
from tests.services.opzet import Dossier, begin_dossier, gelezen
from tests.services.rechten_opzet import anna, erbij
from tests.services.stukken_opzet import lezers

pytestmark = pytest.mark.usefixtures("qapp")
ONZEKER = "De curator krijgt dit papier nog niet."
NABIJ = "De curator krijgt dit papier niet. De curator staat hier ook opgeschreven als iemand van thuis"


def stuk_van(hier: Dossier, soort: Stuksoort = Stuksoort.PERSOONSBLAD) -> Stuk:
    return Stuk(soort, hier.huishouden_id, anna(hier).id)


def niet(hier: Dossier, stuk: Stuk | None = None) -> tuple[Lezend, ...]:
    with hier.plek.store.read() as lezer:
        return stukken.nog_niet(hier.plek, lezer, stuk or stuk_van(hier))


def krijgt(hier: Dossier, stuk: Stuk | None = None) -> bool:
    """Whether who was appointed gets this paper of Anna alone; whoever does not is told of in a sentence."""
    zelf, *ander = lezers(hier, stuk or stuk_van(hier))
    assert zelf.inwoner_id == anna(hier).id
    assert len(ander) + len(niet(hier, stuk)) == 1, "a reader, or a sentence, and never neither"
    return bool(ander)


def wordt_curator(hier: Dossier, naam: str) -> UUID:
    """As a court wrote it."""
    feiten = {"aard": Aard.CURATELE, "naam": naam, "begin_datum": hier.plek.vandaag, "bron": "uitspraak"}
    return leg_vast(hier, Bijzonderheid, **feiten)


def leg_vast(hier: Dossier, soort: type[Entiteit], **velden: object) -> UUID:
    """Of Anna, unless it says of whom."""
    van = {"inwoner_id": anna(hier).id, "huishouden_id": hier.huishouden_id}
    with hier.plek.store.write() as werk:
        record = werk.add(soort(id=hier.plek.new_id(), **(van | velden)))
        werk.commit("test.leg_vast", hier.huishouden_id)
    return record.id


def op_de_kaart(hier: Dossier, naam: str, **velden: object) -> UUID:
    """What the sentence asks for: the curator on the map, as a professional."""
    return leg_vast(hier, Relatie, **{"ander_naam": naam, "relatie": "curator", "hulpsoort": FORMEEL, **velden})


def wijzig(hier: Dossier, soort: type[Entiteit], nummer: UUID, **velden: object) -> None:
    with hier.plek.store.write() as werk:
        werk.change(werk.get(soort, nummer), **velden)
        werk.commit("test.wijzig", hier.huishouden_id)


@pytest.mark.parametrize("soort", sorted(VAN_EEN))
def test_whatever_name_a_court_writes_nobody_at_home_gets_what_was_told_apart(hier: Dossier, soort: Stuksoort) -> None:
    """*C. Proef* is Kees, and *G. Jansen* is what Gerda was called when she was born: a name says nothing."""
    erbij(hier, voornamen="Kees", achternaam="Proef", rol=RolInHuishouden.PARTNER)
    erbij(hier, voornamen="Gerda", achternaam="Voorbeeld", vertrokken_datum=hier.plek.vandaag)
    stuk, curatele = stuk_van(hier, soort), wordt_curator(hier, "De heer C. Proef")
    for naam in ("De heer C. Proef", "C. Proef", "Mevrouw G. Jansen", "Piet Proef", "Corrie Curator"):
        wijzig(hier, Bijzonderheid, curatele, naam=naam)
        assert not krijgt(hier, stuk), naam
        (een,) = niet(hier, stuk)
        assert (een.naam, een.waarom_niet.startswith(ONZEKER)) == (f"{naam}, curator", True)
        assert "Schrijf precies dezelfde naam op, met Curator en met formele zorg." in een.waarom_niet
        with pytest.raises(NietMeerVoorLezer):
            stukken.maak(hier.plek, stuk, een, GEWOON)
    staat = op_de_kaart(hier, "Corrie  CURATOR")
    assert krijgt(hier, stuk)
    corrie = lezers(hier, stuk)[1]
    assert "Aan Corrie Curator, curator Voor" in gelezen(stukken.maak(hier.plek, stuk, corrie, GEWOON))
    wijzig(hier, Bijzonderheid, curatele, naam="C. Proef")
    assert not krijgt(hier, stuk), "what stands on the map is of who was curator before"
    wijzig(hier, Relatie, staat, ander_naam="Kees Proef")
    wijzig(hier, Bijzonderheid, curatele, naam="Kees Proef")
    assert not krijgt(hier, stuk), "whatever the map says, he lives here"
    assert niet(hier, stuk)[0].waarom_niet.startswith(NABIJ)


def test_a_record_counts_while_it_holds_and_says_that_it_is_a_professional(hier: Dossier) -> None:
    erbij(hier, voornamen="Kees", achternaam="Proef", rol=RolInHuishouden.PARTNER)
    wordt_curator(hier, "Corrie Curator")
    staat = op_de_kaart(hier, "Corrie Curator")
    for velden, zo in (
        ({"hulpsoort": None}, False),
        ({"hulpsoort": MANTELZORG}, False),
        ({"hulpsoort": FORMEEL, "relatie": "buur"}, False),
        ({"relatie": "mentor"}, True),
        ({"relatie": "curator", "eind_datum": hier.plek.vandaag}, False),
        ({"eind_datum": hier.plek.vandaag + timedelta(days=1)}, True),
    ):
        wijzig(hier, Relatie, staat, **velden)
        assert krijgt(hier) is zo, velden


def test_of_who_lives_alone_the_curator_is_a_reader_until_somebody_near_is_noted(hier: Dossier) -> None:
    """One who is only called *Oma* makes no curator disappear: it says what to write down, also where it waits."""
    plek = hier.plek
    curatele = wordt_curator(hier, "Corrie Curator")
    assert krijgt(hier)
    bezorging.zet_klaar(plek, stuk_van(hier), lezers(hier, stuk_van(hier))[1], {})
    leg_vast(hier, Relatie, ander_naam="Oma", relatie="familielid")
    assert not krijgt(hier)
    with plek.store.read() as lezer:
        (wacht,) = bezorging.bundel(plek, lezer, plek.vandaag)
        beeld = bezorging.load(plek, lezer, hier.huishouden_id)
    assert wacht.waarom_niet.startswith(ONZEKER)
    (zin,) = (een.zin for een in beeld.standen.values())
    assert zin == f"{wacht.waarom_niet} Is het toen al gegeven? Schrijf dan de dag op.", "not: it need not go any more"
    op_de_kaart(hier, "Corrie Curator")
    assert krijgt(hier)
    wijzig(hier, Bijzonderheid, curatele, naam="Oma")
    assert niet(hier)[0].waarom_niet.startswith(NABIJ)


def test_who_is_noted_around_who_lives_alone_may_be_the_curator_or_surely_not(hier: Dossier) -> None:
    wordt_curator(hier, "C. Proef")
    band = leg_vast(hier, Relatie, ander_naam="Kees")
    gevallen: tuple[tuple[dict[str, object], bool], ...] = (
        ({}, False),
        ({"relatie": "buur"}, True),
        ({"relatie": "zoon_dochter", "hulpsoort": MANTELZORG}, True),
        ({"relatie": "huisarts"}, True),
        ({"hulpsoort": FORMEEL}, True),
        ({"relatie": "mijn ex"}, False),
        ({"relatie": "mijn ex", "hulpsoort": FORMEEL}, False),
        ({"relatie": "partner", "eind_datum": hier.plek.vandaag}, False),
        ({"relatie": "ouder", "hulpsoort": FORMEEL}, False),
        ({"relatie": "curator", "gezag": Gezag.JA}, False),
    )
    leeg = {"relatie": None, "hulpsoort": None, "eind_datum": None, "gezag": None}
    for velden, zo in gevallen:
        wijzig(hier, Relatie, band, **(leeg | velden))
        assert krijgt(hier) is zo, velden


def test_of_who_lives_alone_with_a_child_whoever_stands_near_the_child_may_be_the_curator(hier: Dossier) -> None:
    wordt_curator(hier, "C. Proef")
    kind = erbij(hier, voornamen="Mees", geboortedatum="2019-05-01", rol=RolInHuishouden.KIND)
    assert krijgt(hier), "no court appoints a child"
    vader = leg_vast(hier, Relatie, inwoner_id=kind.id, ander_naam="Kees Proef", relatie="ouder")
    assert not krijgt(hier), "the father of her child"
    wijzig(hier, Relatie, vader, relatie="huisarts")
    assert krijgt(hier)
    leg_vast(hier, Verblijf, inwoner_id=kind.id, elders="bij zijn vader")
    assert not krijgt(hier)


@pytest.mark.parametrize(("naam", "als"), [("vertegenwoordiger", "hoedanigheid"), ("melder_naam", "melder_relatie")])
def test_of_who_made_the_melding_or_spoke_in_it_nobody_knows_how_near_they_are(
    hier: Dossier, naam: str, als: str
) -> None:
    wordt_curator(hier, "C. Proef")
    verder = ("Curator", "huisarts", "wijkverpleegkundige", "Wijkagent", "haar buurvrouw", "Zoon/dochter", "zelf")
    nabij = ("partner", "haar man", "dochter van haar man", "vriendin", "poetshulp", None)
    for hoe in (*verder, *nabij):
        wijzig(hier, Melding, hier.melding_id, **{naam: "Kees Proef", als: hoe})
        assert krijgt(hier) is (hoe in verder), hoe


def test_whoever_made_the_melding_is_told_by_the_map_and_the_sentence_says_so(hier: Dossier) -> None:
    """A sister elsewhere is curator of who lives alone, and somebody telephoned."""
    wordt_curator(hier, "Zus Elders")
    wijzig(hier, Melding, hier.melding_id, melder_naam=anna(hier).naam, melder_relatie=None)
    assert krijgt(hier), "she called herself"
    wijzig(hier, Melding, hier.melding_id, melder_naam="Wil Verpleeg", melder_relatie="poetshulp")
    assert not krijgt(hier)
    zin = niet(hier)[0].waarom_niet
    assert "met precies dezelfde naam, met Buur, Zoon/dochter of formele zorg." in zin
    staat = leg_vast(hier, Relatie, ander_naam="Wil  VERPLEEG", hulpsoort=FORMEEL)
    assert krijgt(hier)
    wijzig(hier, Melding, hier.melding_id, melder_relatie="haar man")
    assert not krijgt(hier), "whatever the map says"
    wijzig(hier, Melding, hier.melding_id, melder_relatie="poetshulp")
    wijzig(hier, Relatie, staat, hulpsoort=None, relatie="partner")
    assert not krijgt(hier)
    assert "wie de melding deed" not in niet(hier)[0].waarom_niet, "nothing to put on the map: it says who she is"


@pytest.mark.parametrize("als", ["gemachtigde", "professional", None])
def test_a_curator_who_only_spoke_in_the_melding_is_not_taken_for_somebody_near(hier: Dossier, als: str | None) -> None:
    """No screen corrects those words afterwards, so what the sentence asks for has to help."""
    sprak = {"vertegenwoordiger": "Corrie Curator", "hoedanigheid": als, "melder_naam": "Corrie Curator"}
    wijzig(hier, Melding, hier.melding_id, **sprak)
    wordt_curator(hier, "Corrie Curator")
    assert not krijgt(hier)
    assert niet(hier)[0].waarom_niet.startswith(ONZEKER)
    op_de_kaart(hier, "Corrie Curator")
    assert krijgt(hier)


def test_who_signed_the_plan_along_may_be_the_curator(hier: Dossier) -> None:
    hier.doel()
    hier.teken(hier.versie())
    wordt_curator(hier, "C. Proef")
    assert krijgt(hier), "she signed herself"
    with hier.plek.store.read() as lezer:
        (getekend,) = lezer.find(Ondertekening)
    gevallen: tuple[tuple[Hoedanigheid, str | None, bool], ...] = (
        (Hoedanigheid.PARTNER, "Anna zei het.", False),
        (Hoedanigheid.ANDERS, "mijn man", False),
        (Hoedanigheid.OUDER, None, False),
        (Hoedanigheid.ANDERS, "wijkcoach", True),
        (Hoedanigheid.BEWINDVOERDER, None, True),
    )
    for als, namelijk, zo in gevallen:
        wijzig(hier, Ondertekening, getekend.id, naam="Kees Proef", hoedanigheid=als, namelijk=namelijk)
        assert krijgt(hier) is zo, (als, namelijk)


def test_of_who_signed_as_gemachtigde_the_map_says_who_that_is(hier: Dossier) -> None:
    """What stands behind the name is how it was told, and no word for what they are."""
    hier.doel()
    hier.teken(hier.versie())
    wordt_curator(hier, "C. Proef")
    with hier.plek.store.read() as lezer:
        (getekend,) = lezer.find(Ondertekening)
    als = {"naam": "Kees Buur", "hoedanigheid": Hoedanigheid.GEMACHTIGDE, "namelijk": "Anna zei het zelf."}
    wijzig(hier, Ondertekening, getekend.id, **als)
    assert not krijgt(hier)
    assert "wie toen voor de inwoner sprak en wie het plan mee tekende" in niet(hier)[0].waarom_niet
    leg_vast(hier, Relatie, ander_naam="Kees Buur", relatie="buur")
    assert krijgt(hier)
    wijzig(hier, Ondertekening, getekend.id, namelijk="Haar man, Anna zei het zelf.")
    assert not krijgt(hier)


def test_who_is_noted_near_and_did_not_come_to_this_laptop_may_be_the_curator(hier: Dossier) -> None:
    wordt_curator(hier, "C. Proef")
    kind = erbij(hier, voornamen="Mees", geboortedatum="2019-05-01", rol=RolInHuishouden.KIND)
    band = leg_vast(hier, Relatie, ander_id=hier.plek.new_id(), relatie="buur")
    assert krijgt(hier)
    for velden in ({"relatie": "partner"}, {"inwoner_id": kind.id, "relatie": "ouder", "gezag": Gezag.JA}):
        wijzig(hier, Relatie, band, **velden)
        assert not krijgt(hier), velden
        assert niet(hier)[0].waarom_niet.startswith(ONZEKER)


def test_a_resident_of_another_dossier_is_known_by_id_unless_it_is_her_mother(
    hier: Dossier,
) -> None:
    """Also where the mother was written down twice and turned out to be one."""
    erbij(hier, voornamen="Bert", achternaam="Voorbeeld", rol=RolInHuishouden.PARTNER)
    elders = begin_dossier(hier.plek)
    zus = erbij(elders, voornamen="Zus", achternaam="Elders")
    wordt_curator(hier, "Zus Elders")
    assert not krijgt(hier)
    leg_vast(hier, Relatie, ander_id=zus.id, relatie="curator")
    assert krijgt(hier)
    nog_eens = erbij(elders, voornamen="Zuster", achternaam="Elders")
    samenvoeging.voeg_samen(hier.plek, zus.id, nog_eens.id)
    leg_vast(elders, Relatie, inwoner_id=nog_eens.id, ander_id=anna(hier).id, relatie="zoon_dochter")
    assert not krijgt(hier)
    assert niet(hier)[0].waarom_niet.startswith(NABIJ)


def test_who_lives_here_a_part_of_the_week_is_at_home(hier: Dossier) -> None:
    elders = begin_dossier(hier.plek)
    zus = erbij(elders, voornamen="Zus", achternaam="Elders")
    wordt_curator(hier, "Zus Elders")
    assert krijgt(hier)
    leg_vast(elders, Verblijf, inwoner_id=zus.id, elders_id=hier.huishouden_id)
    leg_vast(hier, Relatie, ander_id=zus.id, relatie="curator")
    assert niet(hier)[0].waarom_niet.startswith(NABIJ)


def test_who_stays_elsewhere_a_part_of_the_week_lives_with_the_people_there(hier: Dossier) -> None:
    """Also where that dossier went up in another."""
    een, ander = begin_dossier(hier.plek), begin_dossier(hier.plek)
    bep, dezelfde = (erbij(huis, voornamen="Bep", achternaam="Proef") for huis in (een, ander))
    leg_vast(hier, Verblijf, elders_id=ander.huishouden_id)
    wordt_curator(hier, "Bep Proef")
    assert niet(hier)[0].waarom_niet.startswith(NABIJ)
    samenvoeging.voeg_samen(hier.plek, bep.id, dezelfde.id)
    assert niet(hier)[0].waarom_niet.startswith(NABIJ)
