"""A copy of the plan for somebody outside: everybody of whom it tells said yes (RES-01, NET-05)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kernnetwerk_app.documents.signing import check_code
from kernnetwerk_app.domain.bezorging import Stuksoort
from kernnetwerk_app.domain.draagkracht import Meter
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.ladder import Trede, zet_antwoord
from kernnetwerk_app.domain.mantelzorg import Delen
from kernnetwerk_app.domain.papiervorm import GEWOON, Leeshulp, Papiervorm
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.relatie import FORMEEL, MANTELZORG, Gezag, Relatie
from kernnetwerk_app.domain.toestemming import Aan, DelenNietMetVrijwilliger, Toestemming
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.services import afschrift, delen, mantelzorg, mensen, netwerkbevinding, rechten, stukken
from kernnetwerk_app.services.afschrift import AfschriftNietTeLezen, AfschriftOokVanAnderen, AfschriftOokVanMantelzorger
from kernnetwerk_app.services.delen import NieuwDelen
from kernnetwerk_app.services.plan import read_inhoud
from kernnetwerk_app.services.rechten import Deling
from kernnetwerk_app.store.queries import BestaatNiet
from tests.services.aanvraag_opzet import HULP, VRAAG, hulpversie, regels_van, teken_met
from tests.services.opzet import Dossier, gelezen
from tests.services.rechten_opzet import anna, erbij
from tests.services.stukken_opzet import lezers, papieren, vul
from tests.services.test_vertrouwen import LEEST, bep, wel, wordt

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


@pytest.mark.usefixtures("qapp")
def test_a_copy_tells_nothing_of_what_was_asked_for_at_signing_and_has_no_place_to_sign(hier: Dossier) -> None:
    versie = hulpversie(hier)
    teken_met(hier, versie, replace(VRAAG, vraagt_aan=regels_van(hier, versie)))
    ja = zegt_ja(hier, anna(hier))
    papier = gelezen(afschrift.load_pdf(hier.plek, ja.id))
    assert HULP in papier
    assert "Dit papier is om mee te lezen." in papier
    for niet in ("angevraagd op", "vraag ik aan", "Handtekening", "handtekening", "Wat vindt u van dit plan"):
        assert niet not in papier, niet


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("vorm", [GEWOON, frozenset({Leeshulp.GROOT}), frozenset({Leeshulp.VOORLEZEN})])
def test_who_reads_the_plan_along_reads_nothing_of_what_was_said_or_asked_for_at_signing(
    hier: Dossier, vorm: Papiervorm
) -> None:
    """That is for who decides (0036.16); who decides reads it on the same paper."""
    vul(hier)
    versie = hulpversie(hier)
    teken_met(hier, versie, replace(VRAAG, vraagt_aan=regels_van(hier, versie)))
    wordt(hier, bep(hier), vertrouwensrechten=LEEST)
    stuk = papieren(hier)[Stuksoort.PLAN].stuk
    zelf = gelezen(stukken.maak(hier.plek, stuk, lezers(hier, stuk)[0], vorm))
    mee = gelezen(stukken.maak(hier.plek, stuk, wel(hier)[Stuksoort.PLAN], vorm))
    assert HULP in mee
    assert "Dit papier is om mee te lezen. Wat mensen van dit plan vonden of aanvroegen, staat er niet op." in mee
    for woorden in ("angevraagd", "andtekening", "eens met dit plan"):
        assert woorden in zelf, woorden
        assert woorden not in mee, woorden


def test_who_moved_out_since_the_plan_was_frozen_says_yes_too(hier: Dossier) -> None:
    bert = erbij(hier, voornamen="Bert", achternaam="Voorbeeld", rol=RolInHuishouden.PARTNER)
    weg = erbij(hier, voornamen="Joke", vertrokken_datum=hier.plek.vandaag - timedelta(days=9))
    hier.doel()
    versie = hier.versie()
    van_anna = zegt_ja(hier, anna(hier))
    with hier.plek.store.write() as werk:
        werk.change(werk.get(Inwoner, bert.id), vertrokken_datum=hier.plek.vandaag)
        werk.commit("test.weg", hier.huishouden_id)
    with hier.plek.store.read() as lezer:
        beeld = rechten.load(hier.plek, lezer, hier.huishouden_id)
    assert [mens.id for mens in beeld.in_plan] == [anna(hier).id, bert.id]
    assert weg.id not in beeld.gevers
    assert beeld.delingen[0].plan_ook_van == ("Bert Voorbeeld",)
    with pytest.raises(AfschriftOokVanAnderen):
        afschrift.check_afschrift(hier.plek, van_anna.id)
    zegt_ja(hier, bert)
    assert afschrift.check_afschrift(hier.plek, van_anna.id) == versie.id


@pytest.mark.eis("NET-21")
def test_a_volunteer_never_gets_the_plan(hier: Dossier) -> None:
    hier.doel()
    hier.versie()
    ik = anna(hier).id
    karin = {"ontvanger": "Karin Proef", "aan": Aan.VRIJWILLIGER, "grond": "inwoner", "ja_van": (ik,)}
    with pytest.raises(DelenNietMetVrijwilliger):
        delen.deel(hier.plek, hier.huishouden_id, NieuwDelen(ik, "plan", **karin))
    delen.deel(hier.plek, hier.huishouden_id, NieuwDelen(ik, "alles", **karin))
    (deling,) = delingen(hier)
    assert (deling.geldt, deling.mag_taken, deling.mag_afschrift) == (True, True, False)
    with pytest.raises(BestaatNiet):
        afschrift.noteer_afschrift(hier.plek, deling.toestemming.id)


def test_a_version_that_cannot_be_read_gives_no_copy_and_a_yes_can_still_be_taken_back(hier: Dossier) -> None:
    hier.doel()
    versie = hier.versie()
    van = zegt_ja(hier, anna(hier))
    for inhoud in (b"van een nieuwer programma", versie.inhoud + b" "):
        with hier.plek.store.write() as werk:
            werk.change(werk.get(PlanVersie, versie.id), inhoud=inhoud)
            werk.commit("test.onleesbaar", hier.huishouden_id)
        (deling,) = delingen(hier)
        assert (deling.geldt, deling.plan_niet_te_lezen, deling.mag_afschrift) == (True, True, False)
        with pytest.raises(AfschriftNietTeLezen):
            afschrift.noteer_afschrift(hier.plek, van.id)
    with hier.plek.store.read() as lezer:
        bases = lezer.bases(van.id)
    delen.trek_in(hier.plek, van, bases, anna(hier).id)
    assert not delingen(hier)[0].geldt


@pytest.mark.eis("RES-01", "NET-05")
@pytest.mark.parametrize("van_eerder", [False, True])
@pytest.mark.parametrize("later", [{"ander_naam": "Karin de Wit"}, {"hulpsoort": FORMEEL}])
def test_a_name_or_kind_of_help_that_is_put_right_later_takes_no_veto_away(
    hier: Dossier, later: dict[str, str], van_eerder: bool
) -> None:
    """Nor in a version that does not say of whom it tells."""
    karin = {"inwoner_id": anna(hier).id, "ander_naam": "Karin Voorbeeld", "hulpsoort": MANTELZORG}
    mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, karin)
    with hier.plek.store.read() as lezer:
        (band,) = (een.id for een in lezer.find(Relatie))
        (wie,) = mantelzorg.load(hier.plek, lezer, hier.huishouden_id).mantelzorgers
    mantelzorg.meet(hier.plek, wie, {"meter": Meter.ZELF, "draagkracht": "De hond."})
    with hier.plek.store.read() as lezer:
        (wie,) = mantelzorg.load(hier.plek, lezer, hier.huishouden_id).mantelzorgers
    mantelzorg.schrijf(hier.plek, wie, {"taken": "De was.", "inwoner_mag_zien": True, "delen": Delen.NEE})
    hier.doel()
    hier.nagegaan()
    netwerkbevinding.stel_vast(hier.plek, hier.plan_id, reden="Dat komt nog.")
    with hier.plek.store.write() as werk:
        (versie,) = werk.find(PlanVersie)
        inhoud = read_inhoud(versie)
        assert inhoud.mantelzorgers == (band,)
        if van_eerder:
            zonder = inhoud.model_dump(mode="json")
            del zonder["mantelzorgers"]
            octets = codec.dumps(zonder)
            werk.change(versie, inhoud=octets, code=check_code(octets))
        werk.change(werk.get(Relatie, band), **later)
        werk.commit("test.later", hier.huishouden_id)
    van = zegt_ja(hier, anna(hier))
    (deling,) = delingen(hier)
    naam = later.get("ander_naam", "Karin Voorbeeld")
    assert deling.plan_ook_van == ("een mantelzorger" if van_eerder and "ander_naam" in later else naam,)
    with pytest.raises(AfschriftOokVanMantelzorger):
        afschrift.noteer_afschrift(hier.plek, van.id)


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
