"""*Eerdere tekst* of the fields of a form: as the field shows it, and only to who may read what stood there before."""

from datetime import date
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.base import Entiteit, VoorWie
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inloopcontact import Inloopcontact
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Kanaal, Melding
from kernnetwerk_app.domain.onderzoek import Onderzoek
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.domain.signaal import Signaal
from kernnetwerk_app.domain.verblijf import Verblijf
from kernnetwerk_app.services import eerdere_tekst, onderzoek, samenvoeging
from kernnetwerk_app.services.adres import Adresdoel, mag_adres
from kernnetwerk_app.services.eerdere_tekst import Tekstplek, als_tekst
from tests.factories import nieuwe_melding
from tests.services.opzet import Dossier
from tests.services.test_onderzoek import beeld

BSN = ("999990019", "999990020")
NUMMER = "0592000012"
DAG = date(2027, 4, 19)


def maak(hier: Dossier, soort: type[Entiteit], **velden: Any) -> UUID:
    eigen = {"id": hier.plek.new_id(), "huishouden_id": hier.huishouden_id, **velden}
    with hier.plek.store.write() as werk:
        record = werk.add(soort.model_validate(eigen))
        werk.commit("proef.geplant", hier.huishouden_id)
    return record.id


def zet(hier: Dossier, soort: type[Entiteit], eid: UUID, **velden: object) -> None:
    with hier.plek.store.write() as werk:
        werk.change(werk.get(soort, eid), **velden)
        werk.commit("proef.gewijzigd", hier.huishouden_id)


def eerder(hier: Dossier, soort: type[Entiteit], eid: UUID, veld: str, **hoe: Any) -> list[str] | None:
    """What is shown of this field; None where nothing of it is."""
    with hier.plek.store.read() as lezer:
        gevonden = eerdere_tekst.load(hier.plek, lezer, Tekstplek(soort, eid, veld), **hoe)
    return None if gevonden is None else [een.tekst for een in gevonden]


def test_in_a_form_what_is_saved_is_earlier_than_what_is_typed_over_it(hier: Dossier) -> None:
    for woorden in ("Eerst zo.", "Toen zo."):
        onderzoek.schrijf(hier.plek, beeld(hier), {"verandert": woorden})
    van = (Onderzoek, beeld(hier).onderzoek.id, "verandert")
    assert eerder(hier, *van) == ["Eerst zo."], "in a field that keeps itself"
    assert eerder(hier, *van, staat_er="Getypt.") == ["Toen zo.", "Eerst zo."]
    assert eerder(hier, *van, staat_er="Toen zo.") == ["Eerst zo."]
    assert eerder(hier, *van, staat_er="Eerst zo.") == ["Toen zo."], "it was put back, and is not saved yet"


def test_a_day_that_stood_there_reads_as_the_field_shows_a_day(hier: Dossier) -> None:
    for dag in (DAG, date(2027, 4, 12)):
        zet(hier, Melding, hier.melding_id, eigen_plan_datum=dag)
    van = (Melding, hier.melding_id, "eigen_plan_datum")
    assert eerder(hier, *van, toon=lambda dag: datum_kort(dag, jaar=True)) == ["ma 19 april 2027"]
    assert eerder(hier, *van, toon=als_tekst) == [], "a value without words is no text"


def test_nobody_reads_an_earlier_text_of_a_field_that_is_not_for_them(hier: Dossier) -> None:
    for reden in ("Er was haast.", "Mevrouw ligt in het ziekenhuis."):
        maak_dicht = {"zonder_reden": reden, "verandert": reden}
        onderzoek.schrijf(hier.plek, beeld(hier), maak_dicht)
    van = beeld(hier).onderzoek.id
    assert eerder(hier, Onderzoek, van, "zonder_reden") == ["Er was haast."]
    assert eerder(hier, Onderzoek, van, "zonder_reden", voor=VoorWie.PERSOON) == []
    assert eerder(hier, Onderzoek, van, "verandert", voor=VoorWie.PERSOON) == ["Er was haast."]


def test_the_bsn_of_before_shows_to_nobody(hier: Dossier) -> None:
    wie = hier.plan().inwoner.id
    for bsn in BSN:
        zet(hier, Inwoner, wie, bsn=bsn)
    assert eerder(hier, Inwoner, wie, "bsn", staat_er="") is None


def test_the_number_of_whom_we_may_not_call_shows_no_more_than_the_number_of_now(hier: Dossier) -> None:
    band = maak(
        hier, Relatie, inwoner_id=hier.plan().inwoner.id, ander_naam="Riet Proef", telefoon=NUMMER, mag_benaderd=True
    )
    zet(hier, Relatie, band, telefoon=None)
    assert eerder(hier, Relatie, band, "telefoon") == [NUMMER]
    zet(hier, Relatie, band, mag_benaderd=False, niet_benaderen=True)
    assert eerder(hier, Relatie, band, "telefoon") is None
    zet(hier, Relatie, band, ander_naam="Truus Proef", mag_benaderd=True, niet_benaderen=False, telefoon="0592000013")
    assert eerder(hier, Relatie, band, "telefoon") is None, "that was of another, who wanted no call"
    zet(hier, Relatie, band, telefoon="0592000014")
    assert eerder(hier, Relatie, band, "telefoon") == ["0592000013"]
    zet(hier, Relatie, band, ander_naam="Karel Proef", telefoon="0592000015")
    assert eerder(hier, Relatie, band, "telefoon") is None
    assert eerder(hier, Relatie, band, "ander_naam") == ["Truus Proef", "Riet Proef"]


def test_where_somebody_lived_is_as_secret_as_where_they_live(hier: Dossier) -> None:
    wie = hier.plan().inwoner.id
    zet(hier, Huishouden, hier.huishouden_id, straat="Schuilplaatsweg", plaats="Modeldorp")
    zet(hier, Huishouden, hier.huishouden_id, straat=None)
    elders = maak(hier, Verblijf, inwoner_id=wie, elders="Schuilplaatsweg 2", wanneer="Om het weekend")
    zet(hier, Verblijf, elders, elders="Bij haar zus", wanneer="Elk weekend")
    assert "Schuilplaatsweg" in (eerder(hier, Huishouden, hier.huishouden_id, "straat") or [])
    assert eerder(hier, Verblijf, elders, "elders") == ["Schuilplaatsweg 2"]
    ander = nieuwe_melding(hier.plek).huishouden_id
    zet(hier, Verblijf, elders, elders=None, elders_id=ander)
    assert eerder(hier, Verblijf, elders, "elders") == ["Bij haar zus", "Schuilplaatsweg 2"]
    with hier.plek.store.read() as lezer:
        moeder = lezer.find(Inwoner, huishouden_id=ander)[0].id
    geheim = maak(hier, Bijzonderheid, huishouden_id=ander, inwoner_id=moeder, aard=Aard.GEHEIM_ADRES, begin_datum=DAG)
    for velden in ({}, {"elders_id": None, "elders": "Bij opa"}):
        zet(hier, Verblijf, elders, **velden)
        assert eerder(hier, Verblijf, elders, "elders") is None, "the other household lives somewhere secret"
    zet(hier, Bijzonderheid, geheim, ingetrokken_datum=DAG)
    maak(hier, Bijzonderheid, inwoner_id=wie, aard=Aard.GEHEIM_ADRES, begin_datum=DAG)
    assert eerder(hier, Huishouden, hier.huishouden_id, "straat") is None
    assert eerder(hier, Verblijf, elders, "elders") is None
    assert eerder(hier, Verblijf, elders, "wanneer") == ["Om het weekend"]


def test_where_somebody_lived_stays_secret_when_the_dossier_of_that_house_goes_up_in_another(hier: Dossier) -> None:
    """A stay keeps the number of the dossier that it named; the house is looked up where it went."""
    plek, wie = hier.plek, hier.plan().inwoner.id
    eerst, gaat_op = sorted(nieuwe_melding(plek).huishouden_id for _ in range(2))
    elders = maak(hier, Verblijf, inwoner_id=wie, elders="Bij moeder, Schuilplaatsweg 2")
    zet(hier, Verblijf, elders, elders=None, elders_id=gaat_op)
    with plek.store.read() as lezer:
        een, moeder = (lezer.find(Inwoner, huishouden_id=huis)[0].id for huis in (eerst, gaat_op))
    blijft, _ = samenvoeging.voeg_samen(plek, een, moeder)
    assert blijft == eerst
    assert eerder(hier, Verblijf, elders, "elders") == ["Bij moeder, Schuilplaatsweg 2"]
    maak(hier, Bijzonderheid, huishouden_id=eerst, inwoner_id=een, aard=Aard.GEHEIM_ADRES, begin_datum=DAG)
    assert eerder(hier, Verblijf, elders, "elders") is None
    with plek.store.read() as lezer:
        huizen = [lezer.get(Huishouden, huis) for huis in (eerst, gaat_op)]
        assert [mag_adres(plek, lezer, huis, Adresdoel.STUK) for huis in huizen] == [False, False]


def test_who_chose_to_give_no_name_after_all_is_not_read_in_what_stood_there_before(hier: Dossier) -> None:
    """SIG-04: neither in the field of the name nor in other words; and not either when somebody else gave theirs."""
    eerst = {"melder_naam": "Riet Proef", "signaleerder": "buurvrouw Riet", "gezien": "Riet Proef zag het."}
    signaal = maak(
        hier, Signaal, anoniem=False, datum=DAG, door_id=hier.plek.medewerker.id, kanaal=Kanaal.TELEFOON, **eerst
    )
    zet(hier, Signaal, signaal, gezien="Riet zag het.")
    assert eerder(hier, Signaal, signaal, "gezien") == ["Riet Proef zag het."]
    zet(hier, Signaal, signaal, melder_naam=None, signaleerder="buur", anoniem=True)
    zet(hier, Signaal, signaal, gezien="De buur zag het.")
    assert eerder(hier, Signaal, signaal, "gezien") is None
    zet(hier, Signaal, signaal, gezien="Er brandt nooit licht.")
    assert eerder(hier, Signaal, signaal, "gezien") == ["De buur zag het."], "that was written without a name"
    zet(hier, Signaal, signaal, anoniem=False, melder_naam="Mia Model")
    assert eerder(hier, Signaal, signaal, "gezien") == ["De buur zag het."]
    for veld in ("melder_naam", "signaleerder"):
        assert eerder(hier, Signaal, signaal, veld, staat_er="") is None


def test_a_name_that_went_from_a_visitor_of_the_inloop_is_not_read_again(hier: Dossier) -> None:
    eigen = {"spreekuur_id": hier.plek.new_id(), "medewerker_id": hier.plek.medewerker.id, "datum": DAG}
    wie = maak(hier, Inloopcontact, huishouden_id=None, vraag="Riet heeft een brief.", voornamen="Riet", **eigen)
    zet(hier, Inloopcontact, wie, vraag="Riet heeft post.")
    assert eerder(hier, Inloopcontact, wie, "vraag") == ["Riet heeft een brief."]
    zet(hier, Inloopcontact, wie, voornamen=None, vraag="Een brief.")
    zet(hier, Inloopcontact, wie, vraag="Post.")
    assert eerder(hier, Inloopcontact, wie, "vraag") == ["Een brief."], "that was written without a name"
    zet(hier, Inloopcontact, wie, vraag="Een brief.")
    for veld in ("voornamen", "vraag"):
        assert not set(eerder(hier, Inloopcontact, wie, veld) or ()) - {"Post."}
