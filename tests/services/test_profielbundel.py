"""One way of working for everyone in the team, whoever pays them (TEAM-14)."""

from datetime import date
from pathlib import Path

import pytest

from kernnetwerk_app import opening
from kernnetwerk_app.domain.medewerker import Functie
from kernnetwerk_app.services import termijn
from tests.factories import JORIS, SANNE, make_store
from tests.services.opzet import begin_dossier

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.eis("TEAM-14")
def test_my_colleague_of_another_organisation_works_with_the_same_forms_and_terms(tmp_path: Path) -> None:
    """The profile follows from the municipality alone: neither function nor person changes a form, a term or a word."""
    gezien = []
    for wie in (SANNE, JORIS.model_copy(update={"functie": Functie.COORDINATOR})):
        store = make_store(tmp_path / wie.voornaam, device_no=len(gezien) + 1, wie=wie)
        plek = opening.describe(store).plek
        assert plek is not None
        gesprek = begin_dossier(plek).gesprek()
        vragen = [(lg.naam, [veld.label for veld in lg.velden]) for lg in gesprek.lijst.leefgebieden]
        einde = termijn.termijn_vanaf(plek.profiel, date(2027, 3, 25))
        woorden = {naam: woord.een for naam, woord in plek.profiel.woorden.items()}
        gezien.append((vragen, einde.wettelijk_einde, einde.naast_de_wet, woorden))
        store.close()
    assert gezien[0] == gezien[1]
