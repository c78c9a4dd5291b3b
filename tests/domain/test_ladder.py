"""A no on a rung that stays beside somebody who does a line of it."""

from uuid import UUID

from kernnetwerk_app.domain.ladder import Trede, is_gebleven, zet_blijft, zet_ongevraagd
from kernnetwerk_app.domain.plan import Doel

DOEL = Doel(id=UUID(int=1), huishouden_id=UUID(int=2), plan_id=UUID(int=3), tekst="Weer koken.", volgorde=1)


def test_why_it_was_not_asked_stays_as_long_as_another_rung_was_not_asked_either() -> None:
    langs = DOEL.model_copy(update=zet_ongevraagd(Trede.ALGEMEEN, ["de eettafel"], "Mevrouw was moe."))
    assert (is_gebleven(langs, Trede.ALGEMEEN, ["de eettafel"]), langs.blijft_reden) == (True, "Mevrouw was moe.")
    half = langs.model_copy(update=zet_blijft(langs, Trede.INFORMEEL, ["Els"]))
    assert half.blijft_reden == "Mevrouw was moe."
    heel = half.model_copy(update=zet_blijft(half, Trede.ALGEMEEN, ["de eettafel", "de buurtbus"]))
    assert heel.blijft_reden is None


def test_what_was_asked_before_keeps_no_reason_of_another_rung() -> None:
    gevraagd = DOEL.model_copy(update=zet_blijft(DOEL, Trede.ALGEMEEN, ["de eettafel"]))
    langs = gevraagd.model_copy(update=zet_ongevraagd(Trede.INFORMEEL, ["Els"], "Mevrouw was moe."))
    assert not is_gebleven(langs, Trede.INFORMEEL, ["Els", "Riet"])
    assert langs.model_copy(update=zet_blijft(langs, Trede.INFORMEEL, ["Els"])).blijft_reden is None
