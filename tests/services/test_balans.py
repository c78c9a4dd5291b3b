"""What one can oneself, what the network can and what asks for help, from what was told already (OND-22)."""

import pytest

from kernnetwerk_app.domain.balans import Kant, Zwaarte
from kernnetwerk_app.domain.ladder import Trede, zet_antwoord
from kernnetwerk_app.domain.netwerk import Netwerkbevinding
from kernnetwerk_app.domain.plan import Doel, Wie
from kernnetwerk_app.domain.relatie import MANTELZORG, Relatie
from kernnetwerk_app.services import balans, netwerkbevinding, plan
from kernnetwerk_app.services.balans import Balansbeeld, Balansrij
from tests.services.opzet import DOEL, Dossier


def beeld(hier: Dossier) -> Balansbeeld:
    with hier.plek.store.read() as lezer:
        return balans.load(hier.plek, lezer, hier.huishouden_id)


def rij(hier: Dossier, naam: str) -> Balansrij:
    return next(een for een in beeld(hier).rijen if een.naam == naam)


def doel_over(hier: Dossier, gebied: str) -> Doel:
    doel_id = hier.doel()
    with hier.plek.store.write() as werk:
        doel = werk.change(werk.get(Doel, doel_id), leefgebied=gebied)
        werk.commit("plan.gewijzigd")
        return doel


@pytest.mark.eis("OND-22")
def test_each_goal_has_from_what_was_told_what_one_can_what_the_network_can_and_what_asks_for_help(
    hier: Dossier,
) -> None:
    hier.typ("sociaal_netwerk.eigen", "Ik fiets nog goed.")
    doel = doel_over(hier, "sociaal_netwerk")
    een = rij(hier, DOEL)
    assert een.gezegd[Kant.ZELF] == ("Ik fiets nog goed.",)
    assert een.mist == (Kant.NETWERK, Kant.HULP)
    hier.wijzig(doel, **zet_antwoord(Trede.INFORMEEL, "doen_al_veel"))
    assert rij(hier, DOEL).gezegd[Kant.NETWERK] == ("Kunnen mensen om u heen hierbij helpen? Nee, zij doen al veel",)
    hier.wijzig(hier.plan().doelen[0].doel, algemeen_woorden="De bus rijdt niet.")
    assert Kant.HULP in rij(hier, DOEL).mist, "words whose answer was taken back say nothing"
    plan.add_afspraak(hier.plek, doel.id, "Thuishulp rijdt mee.", Wie.PROFESSIONAL, "Thuishulp")
    assert rij(hier, DOEL).gezegd[Kant.HULP] == ("Thuishulp rijdt mee.",)
    assert rij(hier, DOEL).mist == ()


@pytest.mark.eis("OND-22")
def test_a_need_without_a_goal_is_in_it_and_what_was_told_apart_is_not(hier: Dossier) -> None:
    hier.typ("huisvesting.lastig", "De trap is steil.")
    hier.typ("financien.goed", "Ik kom rond.")
    (een,) = beeld(hier).rijen
    assert (een.naam, een.is_doel) == ("Huisvesting", False)
    assert een.mist == (Kant.ZELF, Kant.NETWERK, Kant.HULP), "that it is hard says nothing of who can do what"


def test_what_the_network_answered_for_the_plan_holds_where_nothing_else_was_said(hier: Dossier) -> None:
    hier.doel()
    assert Kant.NETWERK in rij(hier, DOEL).mist
    netwerkbevinding.zeg(hier.plek, hier.plan_id, Netwerkbevinding.NIET_BESCHIKBAAR)
    assert rij(hier, DOEL).gezegd[Kant.NETWERK] == ("Er is niemand die kan",)


@pytest.mark.eis("OND-22")
def test_a_quiet_word_when_all_rests_on_help_or_all_that_others_do_on_the_mantelzorger(hier: Dossier) -> None:
    doel_id = hier.doel()
    plan.add_afspraak(hier.plek, doel_id, "Thuishulp rijdt mee.", Wie.PROFESSIONAL, "Thuishulp")
    assert beeld(hier).zwaarte is None, "a plan that has one line has only begun"
    plan.add_afspraak(hier.plek, doel_id, "De buurtbus rijdt.", Wie.ALGEMENE_VOORZIENING)
    assert beeld(hier).zwaarte is Zwaarte.HULP
    plan.add_afspraak(hier.plek, doel_id, "Ik bel de bus.", Wie.INWONER)
    assert beeld(hier).zwaarte is None


@pytest.mark.eis("OND-22")
def test_it_says_when_all_that_others_do_is_done_by_the_mantelzorger(hier: Dossier) -> None:
    doel_id = hier.doel()
    for wat in ("doet de was", "kookt", "rijdt"):
        plan.add_afspraak(hier.plek, doel_id, f"Mijn zus Riet {wat}.", Wie.NETWERK, "Mijn zus Riet")
    plan.add_afspraak(hier.plek, doel_id, "Ik dek de tafel.", Wie.INWONER)
    assert beeld(hier).zwaarte is None, "she is of the network, and no mantelzorger yet"
    with hier.plek.store.write() as werk:
        anna = hier.plan().inwoner
        relatie = Relatie(
            id=hier.plek.new_id(), huishouden_id=hier.huishouden_id, inwoner_id=anna.id,
            ander_naam="Riet Proef", hulpsoort=MANTELZORG,
        )  # fmt: skip
        werk.add(relatie)
        werk.commit("relatie.toegevoegd")
    assert (beeld(hier).zwaarte, beeld(hier).wie) == (Zwaarte.MANTELZORG, ("Mijn zus Riet",))
    plan.add_afspraak(hier.plek, doel_id, "De buurtbus rijdt.", Wie.ALGEMENE_VOORZIENING)
    assert beeld(hier).zwaarte is None
