"""One way of working for everyone in the team, whoever pays them (TEAM-14)."""

from datetime import date
from pathlib import Path

import pytest

from kernnetwerk_app import opening
from kernnetwerk_app.domain.medewerker import Functie, Medewerker
from kernnetwerk_app.services import termijn
from tests.factories import JORIS, SANNE, make_store
from tests.services.opzet import begin_dossier

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.eis("TEAM-14")
def test_my_colleague_of_another_organisation_works_with_the_same_forms_and_terms(tmp_path: Path) -> None:
    """The profile follows from the municipality alone: neither employer, function nor person changes a form, a term, a
    list or a word.
    """
    gezien = []
    for wie in (
        SANNE.model_copy(update={"werkgever": "gemeente Voorbeeldland"}),
        JORIS.model_copy(update={"werkgever": "Stichting Proefwelzijn"}),
        JORIS.model_copy(update={"werkgever": "Zorggroep Model", "functie": Functie.COORDINATOR}),
    ):
        store = make_store(tmp_path / f"{len(gezien)}", device_no=len(gezien) + 1, wie=wie)
        plek = opening.describe(store).plek
        assert plek is not None
        with store.write() as werk:  # as the server writes it, and every laptop of the team gets it
            werk.change(werk.get(Medewerker, wie.id), werkgever=wie.werkgever, functie=wie.functie)
            werk.commit("test.medewerker")
        gesprek = begin_dossier(plek).gesprek()
        vragen = [(lg.naam, [veld.label for veld in lg.velden]) for lg in gesprek.lijst.leefgebieden]
        einde = termijn.termijn_vanaf(plek.profiel, date(2027, 3, 25))
        woorden = {naam: woord.een for naam, woord in plek.profiel.woorden.items()}
        lijsten = {naam: [k.label for k in lijst.keuzes] for naam, lijst in plek.profiel.lijsten.items()}
        gezien.append((vragen, einde.wettelijk_einde, einde.naast_de_wet, woorden, lijsten))
        store.close()
    assert gezien[0] == gezien[1] == gezien[2]
