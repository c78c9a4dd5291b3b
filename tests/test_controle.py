"""The signatures looked at by a command: what was changed by one character no longer verifies, and no name is said."""

import io
from pathlib import Path

import pytest

from kernnetwerk_app.controle import run
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.services import plan, planversie
from tests.factories import WACHTZIN, make_werkplek, reopen
from tests.services.opzet import begin_dossier

pytestmark = pytest.mark.usefixtures("qapp")


def _controle(folder: Path, wachtzin: str = WACHTZIN) -> tuple[int, str]:
    uit = io.StringIO()
    return run(["--map", str(folder)], lambda _: wachtzin, uit), uit.getvalue()


def test_a_signed_plan_of_which_one_character_is_changed_no_longer_verifies(tmp_path: Path) -> None:
    plek = make_werkplek(tmp_path / "werk")
    dossier = begin_dossier(plek)
    dossier.doel()
    versie = dossier.versie()
    dossier.teken(versie)
    plek.store.close()
    status, woorden = _controle(tmp_path)
    assert (status, "niets veranderd" in woorden) == (0, True)
    assert "Voorbeeld" not in woorden
    store, inhoud = reopen(tmp_path / "werk"), plan.read_inhoud(versie)
    with store.write() as werk:
        anders = inhoud.model_copy(update={"vraag": f"{inhoud.vraag}."})
        werk.change(werk.get(PlanVersie, versie.id), inhoud=planversie.dump_inhoud(anders))
        werk.commit("test.gewijzigd")
    store.close()
    status, woorden = _controle(tmp_path)
    assert (status, "VERANDERD" in woorden) == (1, True)


def test_with_a_wrong_passphrase_it_says_so_and_stops(tmp_path: Path) -> None:
    make_werkplek(tmp_path / "werk").store.close()
    status, woorden = _controle(tmp_path, "een heel andere zin")
    assert status == 2
    assert woorden.strip()
