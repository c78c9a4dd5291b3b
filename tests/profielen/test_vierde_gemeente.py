"""A municipality, a life domain and a list that nobody programmed: made by files alone."""

from dataclasses import replace
from pathlib import Path

import pytest

from kernnetwerk_app.documents.house_style import load_house_style
from kernnetwerk_app.documents.plan_pdf import plan_pdf
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.profielbestanden.bestanden import geleverd, uit_map
from kernnetwerk_app.profielbestanden.bundel import lees_bundel, pak_in
from kernnetwerk_app.profielbestanden.profiel import lees_profiel
from tests.documents.lezen import colours, open_pdf
from tests.documents.voorbeeld import voorbeeld_inhoud
from tests.factories import make_werkplek
from tests.profielen.gemeente import write_municipality
from tests.services.opzet import begin_dossier

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def profiel(tmp_path: Path) -> Gemeenteprofiel:
    return lees_profiel(uit_map(write_municipality(tmp_path / "gemeente")).over(geleverd()), "proefstad")


@pytest.mark.eis("SYNC-10")
def test_our_municipality_was_made_with_files_alone(profiel: Gemeenteprofiel) -> None:
    assert (profiel.naam, profiel.versie, profiel.woord("leefgebied", meer=True)) == (
        "Proefstad", 1, "levensdomeinen",
    )  # fmt: skip
    lijst = profiel.lijst("meldplekken")
    assert (lijst.versie, [keuze.label for keuze in lijst.keuzes]) == (4, ["Stadswinkel"])
    assert profiel.lijst("signaleerders").keuzes, "what a municipality does not change, it has as it ships"


@pytest.mark.eis("SYNC-10")
def test_our_papers_have_our_colour_once_it_stands_in_a_file_and_without_it_that_of_the_program(tmp_path: Path) -> None:
    map_ = write_municipality(tmp_path / "gemeente")
    bestand = map_ / "profielen" / "proefstad.toml"
    voor, kop, na = bestand.read_text(encoding="utf-8").partition("[huisstijl]\n")
    gezien = []
    for huisstijl in ("", f'{kop}accent = "#7A1F5C"\n'):
        bestand.write_text(f"{voor}{huisstijl}\n{na[na.index('[werkwijze]') :]}", encoding="utf-8")
        octets = pak_in(uit_map(map_).over(geleverd()), "proefstad")
        stijl = load_house_style(huisstijl=lees_bundel(octets, "proefstad", 1).huisstijl)
        gezien.append(colours(open_pdf(plan_pdf(voorbeeld_inhoud(), None, (), stijl))))
    kaal, eigen = gezien
    assert kaal - eigen == {"#0F5B57"}
    assert eigen - kaal == {"#7A1F5C"}


@pytest.mark.eis("SYNC-10")
def test_a_life_domain_of_our_own_is_talked_about_and_kept_with_the_version_that_was_asked(
    profiel: Gemeenteprofiel, tmp_path: Path
) -> None:
    plek = replace(make_werkplek(tmp_path / "laptop"), profiel=profiel)
    dossier = begin_dossier(plek)
    gesprek = dossier.gesprek()
    assert [lg.naam for lg in gesprek.lijst.leefgebieden][-1] == "Zingeving"
    assert gesprek.vraagverheldering.lijstversie == 7
    assert "zingeving.goed" in gesprek.adressen
    plek.store.close()
