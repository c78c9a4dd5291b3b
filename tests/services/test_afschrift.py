"""A copy of the plan for somebody outside: everybody of whom it tells said yes (RES-01, NET-05)."""

import pytest

from kernnetwerk_app.domain.draagkracht import Meter
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.ladder import Trede, zet_antwoord
from kernnetwerk_app.domain.mantelzorg import Delen
from kernnetwerk_app.domain.relatie import MANTELZORG, Gezag, Relatie
from kernnetwerk_app.domain.toestemming import Aan, Toestemming
from kernnetwerk_app.services import afschrift, delen, mantelzorg, mensen, netwerkbevinding, rechten
from kernnetwerk_app.services.afschrift import AfschriftOokVanAnderen, AfschriftOokVanMantelzorger
from kernnetwerk_app.services.delen import NieuwDelen
from kernnetwerk_app.services.rechten import Deling
from tests.services.opzet import Dossier
from tests.services.rechten_opzet import anna, erbij
from tests.services.rechten_opzet import hier as hier
from tests.services.rechten_opzet import klok as klok

KARIN = {"onderwerp": "plan", "ontvanger": "Karin Proef", "aan": Aan.CLIENTONDERSTEUNER, "grond": "inwoner"}


def delingen(hier: Dossier) -> list[Deling]:
    with hier.plek.store.read() as lezer:
        return list(rechten.load(hier.plek, lezer, hier.huishouden_id).delingen)


def zegt_ja(hier: Dossier, wie: Inwoner) -> Toestemming:
    """This one lets Karin read the plan."""
    delen.deel(hier.plek, hier.huishouden_id, NieuwDelen(wie.id, **KARIN, ja_van=(wie.id,)))
    return next(d.toestemming for d in delingen(hier) if d.toestemming.waarover_id == wie.id)


@pytest.mark.eis("RES-01")
def test_a_copy_of_the_plan_goes_when_everybody_of_whom_it_tells_said_yes(hier: Dossier) -> None:
    """For a child of ten the yes of its parent is enough."""
    bert = erbij(hier, voornamen="Bert", achternaam="Voorbeeld", rol=RolInHuishouden.PARTNER)
    mia = erbij(hier, voornamen="Mia", achternaam="Voorbeeld", rol=RolInHuishouden.KIND, geboortedatum="2017-02-01")
    gezag = {"inwoner_id": mia.id, "ander_id": anna(hier).id, "gezag": Gezag.JA}
    mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, gezag)
    hier.doel()
    versie = hier.versie()
    van_anna = zegt_ja(hier, anna(hier))
    (deling,) = delingen(hier)
    assert (deling.geldt, deling.mag_afschrift, deling.plan_ook_van) == (True, False, ("Bert Voorbeeld",))
    with pytest.raises(AfschriftOokVanAnderen):
        afschrift.check_afschrift(hier.plek, van_anna.id)
    zegt_ja(hier, bert)
    assert afschrift.check_afschrift(hier.plek, van_anna.id) == versie.id
    assert all(deling.mag_afschrift for deling in delingen(hier))


@pytest.mark.eis("RES-01", "NET-05")
def test_what_a_mantelzorger_told_goes_to_nobody_before_the_mantelzorger_says_yes(hier: Dossier) -> None:
    karin = {"inwoner_id": anna(hier).id, "ander_naam": "Karin Voorbeeld", "hulpsoort": MANTELZORG}
    mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, karin)

    def zegt(**velden: object) -> None:
        with hier.plek.store.read() as lezer:
            (wie,) = mantelzorg.load(hier.plek, lezer, hier.huishouden_id).mantelzorgers
        mantelzorg.schrijf(hier.plek, wie, velden)

    with hier.plek.store.read() as lezer:
        (wie,) = mantelzorg.load(hier.plek, lezer, hier.huishouden_id).mantelzorgers
    mantelzorg.meet(hier.plek, wie, {"meter": Meter.ZELF, "draagkracht": "De hond."})
    zegt(taken="De was.", inwoner_mag_zien=True, delen=Delen.NEE)
    hier.doel()
    hier.nagegaan()
    netwerkbevinding.stel_vast(hier.plek, hier.plan_id, reden="Dat komt nog.")
    van = zegt_ja(hier, anna(hier))
    (deling,) = delingen(hier)
    assert (deling.mag_afschrift, deling.plan_ook_van) == (False, ("Karin Voorbeeld",))
    with pytest.raises(AfschriftOokVanMantelzorger):
        afschrift.noteer_afschrift(hier.plek, van.id)
    zegt(delen=Delen.JA, delen_met="Karin Proef, om mee te denken")
    afschrift.noteer_afschrift(hier.plek, van.id)


@pytest.mark.eis("RES-01", "NET-05")
@pytest.mark.parametrize(
    ("trede", "antwoord", "woorden", "wie"),
    [
        (Trede.MANTELZORG, "ja", "Karin Voorbeeld doet nu: de was.", ("Karin Voorbeeld",)),
        (Trede.MANTELZORG, "doen_al_veel", None, ("Karin Voorbeeld", "Joke Proef")),
        (Trede.INFORMEEL, "niet_genoeg", "Onze Karin kan alleen op dinsdag.", ("Karin Voorbeeld",)),
        (Trede.INFORMEEL, "niet_genoeg", "De buren koken soms.", ()),
    ],
)
def test_a_mantelzorger_of_whom_the_ladder_tells_says_yes_first_too(
    hier: Dossier, trede: Trede, antwoord: str, woorden: str | None, wie: tuple[str, ...]
) -> None:
    for naam in ("Karin Voorbeeld", "Joke Proef"):
        velden = {"inwoner_id": anna(hier).id, "ander_naam": naam, "hulpsoort": MANTELZORG}
        mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, velden)
    hier.doel()
    hier.wijzig(hier.plan().doelen[0].doel, **zet_antwoord(trede, antwoord, woorden))
    hier.versie()
    zegt_ja(hier, anna(hier))
    (deling,) = delingen(hier)
    assert (set(deling.plan_ook_van), deling.mag_afschrift) == (set(wie), not wie)
