"""The answer to a request about one's own data waits as the other papers do, for who asked (RES-11)."""

from uuid import UUID

import pytest

from kernnetwerk_app.domain.bezorging import Bezorgwijze
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid, InwonerIsOverleden
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.papiervorm import GEWOON
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.services import bezorging, mensen, stukken, wie_weet_wat
from kernnetwerk_app.services.inwoner import hoofdpersoon
from tests.services.opzet import Dossier, gelezen
from tests.services.rechten_opzet import erbij
from tests.services.stukken_opzet import beantwoord_verzoek, lezers
from tests.services.test_bezorging import gegeven_op, wacht, zet_klaar

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.eis("RES-11")
def test_an_answer_waits_until_it_is_brought_and_goes_to_who_asked(hier: Dossier) -> None:
    plek, hier_id = hier.plek, hier.huishouden_id
    stuk = beantwoord_verzoek(hier)
    regel = zet_klaar(hier, stuk, wijze=Bezorgwijze.POST)
    assert (regel.wat, regel.bezorging.voor_naam) == ("Antwoord op een verzoek", "mevrouw Voorbeeld-Jansen")
    with plek.store.read() as lezer:
        (klaar,) = [een for een in bezorging.bundel(plek, lezer, plek.vandaag) if een.stuk == stuk]
    (pdf,) = bezorging.maak_bundel(plek, [bezorging.Gekozen(klaar, klaar.lezers[0])])
    for woorden in ("Voor mevrouw Voorbeeld-Jansen", "Het huisnummer.", "Het nummer klopt volgens de BRP."):
        assert woorden in gelezen(pdf)
    bezorging.bezorg(plek, regel)
    assert (wacht(hier), gegeven_op(hier)) == ((), None), "it is no outcome, and the six weeks run on"
    with plek.store.read() as lezer:
        weet = {een.zin: een.over_id for een in wie_weet_wat.load(plek, lezer, hier_id)}
        anna = hoofdpersoon(lezer, hier_id)
    assert weet["mevrouw Voorbeeld-Jansen kreeg op dinsdag 20 april 2027: Antwoord op een verzoek."] == anna.id


@pytest.mark.eis("RES-11")
def test_of_a_partner_with_a_curator_it_is_the_curators_first_and_of_a_child_the_parents_until_it_is_sixteen(
    hier: Dossier,
) -> None:
    plek, hier_id = hier.plek, hier.huishouden_id
    bert = erbij(hier, voornamen="Bert", achternaam="Voorbeeld", rol=RolInHuishouden.PARTNER)
    van_bert = beantwoord_verzoek(hier, inwoner_id=bert.id)
    assert [een.naam for een in lezers(hier, van_bert)] == ["Bert Voorbeeld"]
    recht = {"inwoner_id": bert.id, "aard": Aard.CURATELE, "naam": "Mevrouw Recht"}
    mensen.leg_vast(plek, Bijzonderheid, hier_id, recht)
    curator, zelf = lezers(hier, van_bert)
    assert zelf.inwoner_id == bert.id, "the resident is heard all the same"
    papier = gelezen(stukken.maak(plek, van_bert, curator, GEWOON))
    assert "Aan Mevrouw Recht, curator Voor Bert Voorbeeld" in papier
    assert zet_klaar(hier, van_bert).bezorging.voor_naam == "Mevrouw Recht, curator"
    mia = erbij(hier, voornamen="Mia", achternaam="Voorbeeld", rol=RolInHuishouden.KIND)
    van_mia = beantwoord_verzoek(hier, inwoner_id=mia.id)
    assert [een.naam for een in lezers(hier, van_mia)] == ["de ouders van Mia Voorbeeld"]
    mensen.leg_vast(plek, Relatie, hier_id, {"inwoner_id": mia.id, "ander_id": bert.id, "gezag": Gezag.JA})
    assert [een.inwoner_id for een in lezers(hier, van_mia)] == [bert.id], "nobody wrote down how old she is"
    for geboren, wie in (("2019-02-01", [bert.id]), ("2013-02-01", [mia.id, bert.id]), ("2011-02-01", [mia.id])):
        with plek.store.write() as werk:
            werk.change(werk.get(Inwoner, mia.id), geboortedatum=geboren)
            werk.commit("test.geboren", hier_id)
        assert [een.inwoner_id for een in lezers(hier, van_mia)] == wie, geboren


def _overlijdt(hier: Dossier, wie_id: UUID) -> None:
    velden = {"inwoner_id": wie_id, "aard": Aard.OVERLEDEN, "begin_datum": hier.plek.vandaag}
    mensen.leg_vast(hier.plek, Bijzonderheid, hier.huishouden_id, velden)


@pytest.mark.eis("RES-11")
def test_the_answer_to_who_lives_on_goes_on_and_who_died_reads_none(hier: Dossier) -> None:
    plek, hier_id = hier.plek, hier.huishouden_id
    with plek.store.read() as lezer:
        anna = hoofdpersoon(lezer, hier_id)
    bert = erbij(hier, voornamen="Bert", achternaam="Voorbeeld", rol=RolInHuishouden.PARTNER)
    mia = erbij(hier, voornamen="Mia", achternaam="Voorbeeld", rol=RolInHuishouden.KIND, geboortedatum="2013-02-01")
    mensen.leg_vast(plek, Relatie, hier_id, {"inwoner_id": mia.id, "ander_id": bert.id, "gezag": Gezag.JA})
    van_anna, van_bert = beantwoord_verzoek(hier), beantwoord_verzoek(hier, inwoner_id=bert.id)
    van_mia = beantwoord_verzoek(hier, inwoner_id=mia.id)
    (zelf,) = lezers(hier, van_anna)
    _overlijdt(hier, anna.id)
    with plek.store.read() as lezer:
        te_maken = {een.stuk for een in bezorging.load(plek, lezer, hier_id).keuze}
    assert te_maken == {van_bert, van_mia}, "of what was hers no paper goes out any more"
    regel = zet_klaar(hier, van_bert)
    assert [een.bezorging.id for een in wacht(hier)] == [regel.bezorging.id]
    bezorging.bezorg(plek, regel)
    assert wacht(hier) == ()
    with pytest.raises(InwonerIsOverleden):
        bezorging.zet_klaar(plek, van_anna, zelf, {})
    assert [een.inwoner_id for een in lezers(hier, van_mia)] == [mia.id, bert.id]
    _overlijdt(hier, mia.id)
    assert [een.inwoner_id for een in lezers(hier, van_mia)] == [bert.id]
    _overlijdt(hier, bert.id)
    assert lezers(hier, van_bert) == ()


def test_of_a_child_it_is_the_parents_and_of_who_stands_near_theirs_alone(hier: Dossier) -> None:
    plek, hier_id = hier.plek, hier.huishouden_id
    with plek.store.read() as lezer:
        anna = hoofdpersoon(lezer, hier_id)
    mia = erbij(hier, voornamen="Mia", achternaam="Voorbeeld", rol=RolInHuishouden.KIND, geboortedatum="2019-02-01")
    mensen.leg_vast(plek, Relatie, hier_id, {"inwoner_id": mia.id, "ander_id": anna.id, "gezag": Gezag.JA})
    van_mia = beantwoord_verzoek(hier, inwoner_id=mia.id)
    assert [een.inwoner_id for een in lezers(hier, van_mia)] == [anna.id]
    mensen.leg_vast(plek, Relatie, hier_id, {"inwoner_id": anna.id, "ander_naam": "Karin Proef"})
    with plek.store.read() as lezer:
        (karin,) = lezer.find(Relatie, huishouden_id=hier_id, ander_naam="Karin Proef")
    van_karin = beantwoord_verzoek(hier, relatie_id=karin.id)
    (lezend,) = lezers(hier, van_karin)
    assert (lezend.naam, lezend.is_ander) == ("Karin Proef", True)
    assert "Aan Karin Proef" in gelezen(stukken.maak(plek, van_karin, lezend, GEWOON))
    bezorging.bezorg(plek, zet_klaar(hier, van_karin))
    with plek.store.read() as lezer:
        assert not any("Karin" in een.zin for een in wie_weet_wat.load(plek, lezer, hier_id)), "that is hers to tell"
