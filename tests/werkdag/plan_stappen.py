"""The plan of the household, key by key: goals as they say them, the ladder, and two laws that they do not see."""

from uuid import UUID

from PySide6.QtCore import Qt

from kernnetwerk_app.domain.plan import Ondersteuningsplan, Wie
from kernnetwerk_app.services import plan
from tests.werkdag.gezin import DOELEN, HULP, JEUGD, STAPPEN
from tests.werkdag.hand import enige, tot
from tests.werkdag.laptop import Laptop
from tests.werkdag.verslag import Verslag

PGB, WAAROM = "Een pgb", "Ik wil zelf kiezen wie mij helpt."
ENTER = Qt.Key.Key_Return


def maak_plan(a: Laptop, v: Verslag, huishouden_id: UUID) -> None:
    """Goals, lines, steps, the ladder; then what folds behind the lines of the professionals."""
    v.stap("Het plan: hun doelen, wie wat doet, en waarom het niet lichter kan")
    a.open_dossier(huishouden_id)
    a.hand.klik("naar_plan")
    tot(lambda: a.hand.ziet("nieuw_doel"), "Het plan gaat niet open.")
    a.rust()
    for nummer, (doel, zinnen) in enumerate(DOELEN.items(), start=1):
        _doel(a, nummer, doel)
        for zin in zinnen:
            a.hand.typ(f"doel{nummer}.nieuwe_regel", zin)
            a.hand.toets(f"doel{nummer}.nieuwe_regel", ENTER)
            a.rust()
            a.even_later()
        _ladder(a, nummer)
    a.hand.klik("doel2.stap_erbij")
    for stap in STAPPEN:
        a.hand.typ("doel2.nieuwe_stap", stap)
        a.hand.toets("doel2.nieuwe_stap", ENTER)
        a.rust()
        a.even_later()
    for waar in (HULP, JEUGD):
        _professional(a, *waar)
    _vertel_van_pgb(a)
    with a.sessie.plek.store.read() as lezer:
        plan_id = enige(lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id), "plan").id
        beeld = plan.load(a.sessie.plek, lezer, plan_id)
    v.klopt([doel.doel.tekst for doel in beeld.doelen] == list(DOELEN), "drie doelen, letter voor letter zoals gezegd")
    regels = [regel for doel in beeld.doelen for regel in doel.afspraken]
    v.klopt({regel.wet for regel in regels} == {None, "wmo", "jeugdwet"}, "twee wetten in één plan, die zij niet zien")
    wie = {regel.wie for regel in regels}
    v.klopt(
        {Wie.INWONER, Wie.NETWERK, Wie.ALGEMENE_VOORZIENING, Wie.PROFESSIONAL} <= wie,
        "van eigen kracht tot hulp: elke trede van de ladder is herkend uit de zin",
    )
    verteld = beeld.plan.voorlichting_datum == a.sessie.plek.vandaag
    v.klopt(verteld, "over pgb, zorg in natura en de eigen bijdrage is verteld, zonder een bedrag")
    wens = (beeld.plan.leverwens, beeld.plan.leverwens_reden)
    v.klopt(wens == ("pgb", WAAROM), "de wens voor een pgb staat erbij, met waarom")
    v.beeld(a.venster(), "plan-gezin", "Het plan van het gezin, met het papier dat meegroeit")


def _doel(a: Laptop, nummer: int, doel: str) -> None:
    a.hand.typ("nieuw_doel", doel)
    a.hand.toets("nieuw_doel", ENTER)
    a.hand.vind(f"doel{nummer}.nieuwe_regel")
    a.rust()


def _ladder(a: Laptop, nummer: int) -> None:
    """All rungs of this goal in sight; the two that are always asked, each with one tap."""
    a.hand.klik(f"doel{nummer}.ladder")
    for trede in ("informeel", "algemeen"):
        ja, nee = (
            f"doel{nummer}.{trede}.ja",
            f"doel{nummer}.{trede}.{'doen_al_veel' if trede == 'informeel' else 'niet_hier'}",
        )
        a.hand.klik(ja if nummer == 2 else nee)
        a.rust()


def _professional(a: Laptop, doel: int, nummer: int, wet: str) -> None:
    """Its law, which is for the worker."""
    naam = f"doel{doel}.regel{nummer}"
    a.hand.klik(naam)
    a.hand.klik(f"{naam}.meer")
    a.hand.kies_woord(f"{naam}.wet", {"wmo": "Wmo 2015", "jeugdwet": "Jeugdwet"}[wet])
    a.rust()
    a.hand.klik(f"{naam}.klaar")
    a.rust()


def _vertel_van_pgb(a: Laptop) -> None:
    """What there is to choose from was told; what he wishes now, and why. Nobody decides on it here."""
    a.hand.klik("plan.financiering")
    a.hand.klik("plan.vertel")
    a.rust()
    a.hand.kies_woord("plan.leverwens", PGB)
    a.rust()
    a.hand.typ("plan.leverwens_reden", WAAROM)
    a.hand.toets("plan.leverwens_reden", Qt.Key.Key_Tab)  # a field keeps itself when one leaves it
    a.rust()
