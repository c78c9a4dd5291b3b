"""What stays when an act is taken back, because others go by it: who may be called, may read, or decides (0035.4)."""

from datetime import date, timedelta

import pytest

from kernnetwerk_app.domain.base import VoorWie
from kernnetwerk_app.domain.bijlage import Bijlage, Inhoud, Vorm
from kernnetwerk_app.domain.contact import ContactSoort
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.relatie import FORMEEL, MANTELZORG, Gezag, Relatie
from kernnetwerk_app.services import bijlage, contact, daad, deelname, gegevens, mensen
from kernnetwerk_app.services.daad import Daad, DaadNietTerug
from tests.services.opzet import Dossier
from tests.services.test_daad import STAAT, VAST, daden, laatste
from tests.services.test_onderzoek import beeld

GEZAG = {"gezag": Gezag.JA, "gezag_bron": "gezagsregister"}
NIETS_GEZEGD: dict[str, object] = {}


@pytest.mark.parametrize(
    ("eerst", "velden"),
    [
        (NIETS_GEZEGD, {"niet_benaderen": True}),
        (NIETS_GEZEGD, {"mag_benaderd": True, "doet": "Doet de was."}),
        (NIETS_GEZEGD, {"gezag": Gezag.JA}),
        (NIETS_GEZEGD, {"vertrouwensrechten": "belt"}),
        (NIETS_GEZEGD, {"relatie": "curator"}),
        ({"hulpsoort": FORMEEL}, {"hulpsoort": MANTELZORG}),
        (GEZAG, {"ander_naam": "Mia Proef"}),
        ({"niet_benaderen": True}, {"ander_naam": "Mia Proef"}),
        ({"mag_benaderd": True}, {"telefoon": "0592000012"}),
        (GEZAG, {"eind_datum": date(2027, 4, 19)}),
        ({"vertrouwensrechten": "belt"}, {"eind_datum": date(2027, 4, 19)}),
    ],
    ids=lambda velden: " ".join(velden) or "niets",
)
def test_who_was_put_in_the_network_and_who_may_be_called_or_decide_stays(
    hier: Dossier, eerst: dict[str, object], velden: dict[str, object]
) -> None:
    """Others go by it: it is put right on the page, and never by taking back other words that stand beside it."""
    plek, wie = hier.plek, {"inwoner_id": hier.plan().inwoner.id, "ander_naam": "Riet Proef"}
    mensen.leg_vast(plek, Relatie, hier.huishouden_id, {**wie, **eerst})
    with plek.store.read() as lezer:
        (band,) = lezer.find(Relatie)
        bases = lezer.bases(band.id)
    mensen.leg_vast(plek, Relatie, hier.huishouden_id, velden, band, bases)
    gewijzigd, gezet = daden(plek)[:2]
    assert [gewijzigd.waarom, gezet.waarom] == ["gezegd", "nieuw"]
    for vast in (gewijzigd, gezet):
        with pytest.raises(DaadNietTerug):
            daad.neem_terug(plek, vast.nummer)
    with plek.store.read() as lezer:
        assert {veld: getattr(lezer.get(Relatie, band.id), veld) for veld in velden} == velden


def test_who_decides_about_a_child_does_not_change_by_taking_back_how_old_it_is(hier: Dossier) -> None:
    """Beside it a name goes back, and a day of birth with which it is as old for the law on that day (0035.4)."""
    plek, huis = hier.plek, hier.huishouden_id
    morgen_twaalf, dag_erna = (str(date(2015, 4, dag)) for dag in (21, 22))
    kind = {"voornamen": "Mia", "rol": RolInHuishouden.KIND, "geboortedatum": morgen_twaalf}
    mensen.leg_vast(plek, Inwoner, huis, kind)
    with plek.store.read() as lezer:
        (mia,) = lezer.find(Inwoner, voornamen="Mia")

    def schrijf(**velden: object) -> Daad:
        with plek.store.read() as lezer:
            staat_er = gegevens.load(lezer, huis)
        gegevens.change(plek, staat_er, {mia.id: velden})
        return laatste(plek)

    een_dag = schrijf(geboortedatum=dag_erna, voornamen="Mia Anna")
    assert (een_dag.naam, een_dag.stand) == ("gegevens.gewijzigd", STAAT)
    daad.neem_terug(plek, een_dag.nummer)
    plek.klok.advance(timedelta(days=1))
    assert laatste(plek).waarom == "gezegd"
    with pytest.raises(DaadNietTerug):
        daad.herstel(plek, een_dag.nummer)
    for velden in (
        {"geboortedatum": "2010-04-20", "voornamen": "Maria"},
        {"geboortedatum": "2009-01-01"},
        {"geboortedatum": None},
        {"rol": RolInHuishouden.OUDER},
    ):
        een = schrijf(**velden)
        assert (een.stand, een.waarom) == (VAST, "gezegd"), velden
        with pytest.raises(DaadNietTerug):
            daad.neem_terug(plek, een.nummer)
    with plek.store.read() as lezer:
        nu = lezer.get(Inwoner, mia.id)
    assert (nu.voornamen, nu.geboortedatum, nu.rol) == ("Maria", None, RolInHuishouden.OUDER)
    naam = schrijf(voornamen="Mia")
    daad.neem_terug(plek, naam.nummer)
    with plek.store.read() as lezer:
        assert lezer.get(Inwoner, mia.id).voornamen == "Maria"


def test_who_sat_there_without_the_resident_is_not_theirs_to_read_by_taking_that_back(hier: Dossier) -> None:
    plek, huis = hier.plek, hier.huishouden_id
    met_zus = {"naasten": "tante Bet", "naasten_gewenst": True}
    zonder = {"inwoner_erbij": False, "zonder_inwoner_reden": "Mevrouw sliep."}
    contact.schrijf_bij(plek, huis, "Op bezoek.", ContactSoort.BEZOEK)
    for velden in ({"inwoner_erbij": True, **met_zus}, zonder, {"tolk": "een nicht"}):
        deelname.leg_vast(plek, huis, velden, beeld(hier).gesprekken[0])
    tolk, niet_erbij = daden(plek)[:2]
    assert [(een.naam, een.waarom) for een in (tolk, niet_erbij)] == [
        ("contact.deelname", waarom) for waarom in ("", "gezegd")
    ]
    with pytest.raises(DaadNietTerug):
        daad.neem_terug(plek, niet_erbij.nummer)


def test_a_paper_that_fewer_may_read_by_now_is_not_shown_to_more_by_taking_that_back(hier: Dossier) -> None:
    eid = bijlage.neem_op(hier.plek, hier.huishouden_id, Inhoud(Vorm.FOTO, b"beeld", 1))[0]
    wat = {"omschrijving": "De badkamer."}
    wie = ({"voor_wie": VoorWie.TAFEL}, {"voor_wie": VoorWie.PROFESSIONAL})
    for velden in (wie[0], {"bij_plan": True}, {"bij_plan": False}, wie[1]):
        with hier.plek.store.read() as lezer:
            een, bases = lezer.get(Bijlage, eid), lezer.bases(eid)
        bijlage.beschrijf(hier.plek, een, bases, {**wat, **velden})
        een_daad = laatste(hier.plek)
        assert (een_daad.naam, een_daad.stand, een_daad.waarom) == ("bijlage.beschreven", VAST, "gezegd"), velden
