"""Publishing a profile: looked at first, refused with its place, and never older than what laptops have."""

import shutil
from pathlib import Path

import pytest

from kernnetwerk_app import teksten
from kernnetwerk_app.domain.profielbundel import Profielbundel, bundel_id
from kernnetwerk_app.oplog import codec, units
from kernnetwerk_app.oplog.exchange import IN_QUARANTAINE
from kernnetwerk_app.paths import resource
from kernnetwerk_app.profielbestanden.bestanden import geleverd
from kernnetwerk_app.profielbestanden.bundel import lees_bundel, pak_in
from kernnetwerk_server import cli
from kernnetwerk_server.database import open_existing
from kernnetwerk_server.profielbeheer import last_version
from tests.profielen.gemeente import write_municipality
from tests.server.support import Gemeente, Laptop

t = teksten.load("server")


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    return write_municipality(tmp_path / "gemeente")


@pytest.fixture(scope="module")
def sjabloon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of a new municipality, as its command made it."""
    folder = tmp_path_factory.mktemp("proefstad")
    pad, map_ = folder / "proefstad.sqlite", write_municipality(folder / "gemeente")
    opdracht = ["nieuw", "--database", str(pad), "--gemeente-profiel", "proefstad", "--map", str(map_)]
    assert cli.run(opdracht) == 0
    return pad


@pytest.fixture
def pad(tmp_path: Path, sjabloon: Path) -> Path:
    return Path(shutil.copy(sjabloon, tmp_path))


def publish(pad: Path, map_: Path) -> int:
    return cli.run(["profiel", "--database", str(pad), "--map", str(map_)])


def published(pad: Path) -> int:
    with open_existing(pad).reading() as sessie:
        return last_version(sessie)


def received(laptop: Laptop) -> list[Profielbundel]:
    """The bundles that a laptop is sent, in feed order."""
    waarden: dict[object, dict[str, object]] = {}
    for op in laptop.exchange().operaties:
        if op.soort == Profielbundel.soort:
            deel = waarden.setdefault(op.entiteit_id, {})
            deel |= units.decode(Profielbundel, op.eenheid, op.waarde)
    return [Profielbundel.model_validate({**velden, "id": id_}) for id_, velden in waarden.items()]


@pytest.mark.eis("SYNC-10")
def test_a_new_municipality_has_its_profile_at_the_server_at_once(pad: Path) -> None:
    gemeente = Gemeente(pad)
    (bundel,) = received(gemeente.laptop())
    assert (bundel.sleutel, bundel.versie, bundel.id) == ("proefstad", 1, bundel_id("proefstad", 1))
    profiel = lees_bundel(bundel.bundel, "proefstad", 1)
    assert profiel.leefgebieden.leefgebieden[-1].naam == "Zingeving"
    assert profiel.lijst("meldplekken").keuzes[0].label == "Stadswinkel"
    gemeente.close()


@pytest.mark.eis("SYNC-10")
def test_the_beheerder_publishes_a_new_version_and_every_laptop_gets_it(
    pad: Path, map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    write_municipality(map_, versie=2)
    assert publish(pad, map_) == 0
    assert capsys.readouterr().out == t("profiel.klaar", versie=2, gemeente="Proefstad") + "\n"
    gemeente = Gemeente(pad)
    assert [bundel.versie for bundel in received(gemeente.laptop())] == [1, 2]
    gemeente.close()


def test_a_list_that_we_changed_goes_along_also_when_the_profile_does_not_name_it(pad: Path, map_: Path) -> None:
    lijst = resource("lijsten", "signaleerders.toml").read_text(encoding="utf-8")
    anders = lijst.replace("versie = 1", "versie = 2", 1).replace('label = "Buren"', 'label = "De buren"', 1)
    (map_ / "lijsten" / "signaleerders.toml").write_text(anders, encoding="utf-8")
    publish(pad, write_municipality(map_, versie=2))
    gemeente = Gemeente(pad)
    _, twee = received(gemeente.laptop())
    lijst_nu = lees_bundel(twee.bundel, "proefstad", 2).lijst("signaleerders")
    assert (lijst_nu.versie, lijst_nu.keuzes[0].label) == (2, "De buren")
    gemeente.close()


@pytest.mark.parametrize("versie", [1, 3])
def test_the_same_or_an_older_version_is_not_published(
    pad: Path, map_: Path, capsys: pytest.CaptureFixture[str], versie: int
) -> None:
    publish(pad, write_municipality(map_, versie=3))
    capsys.readouterr()
    assert publish(pad, write_municipality(map_, versie=versie)) == 1
    assert capsys.readouterr().err == t("fout.profiel_niet_nieuwer", versie=3) + "\n"
    assert published(pad) == 3


@pytest.mark.eis("SYNC-10")
@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "plek", "reden"),
    [
        ("profielen/proefstad", 'dekking = "relevante"', 'dekking = "x"', ": werkwijze.dekking", "enum"),
        ("profielen/proefstad", 'naam = "Proefdijk"', "naam = ", ", regel {regel}", "schrijfwijze"),
        ("profielen/proefstad", 'accent = "#0F5B57"', 'accent = "#6FA8A4"', ": huisstijl.accent", "te_licht"),
        ("lijsten/meldplekken_proefstad", "label", "tekst", ": keuze.0.label", "missing"),
        ("lijsten/levensdomeinen_proefstad", 'naam = "Zingeving"', "", ": leefgebied.11.naam", "missing"),
    ],
)
def test_a_fault_is_refused_with_file_table_and_key_before_any_laptop_sees_it(
    pad: Path, map_: Path, capsys: pytest.CaptureFixture[str], bestand: str, oud: str, nieuw: str, plek: str, reden: str
) -> None:
    write_municipality(map_, versie=2)
    fout = map_ / f"{bestand}.toml"
    tekst = fout.read_text(encoding="utf-8")
    assert oud in tekst
    plek = plek.format(regel=tekst[: tekst.index(oud)].count("\n") + 1)
    fout.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")
    capsys.readouterr()
    assert publish(pad, map_) == 1
    uitleg = teksten.load("profiel")(f"reden.{reden}")
    assert capsys.readouterr().err == t("fout.profiel_afgekeurd", plek=f"{bestand}.toml{plek}", uitleg=uitleg) + "\n"
    assert published(pad) == 1


def test_a_folder_without_the_profile_of_this_municipality_is_refused(
    pad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "leeg").mkdir()
    assert publish(pad, tmp_path / "leeg") == 1
    assert t("fout.profiel_onbekend") in capsys.readouterr().err


def test_a_practice_municipality_does_not_become_a_real_one(
    pad: Path, map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The check on a BSN and the fixed clock hang on it."""
    assert publish(pad, write_municipality(map_, versie=2, oefenen=False)) == 1
    assert t("fout.profiel_oefenen") in capsys.readouterr().err
    assert published(pad) == 1


def test_a_new_municipality_is_not_made_with_a_fault(
    tmp_path: Path, map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_municipality(map_, extra="onzin = 1\n")
    pad = tmp_path / "ander.sqlite"
    opdracht = ["nieuw", "--database", str(pad), "--gemeente-profiel", "proefstad", "--map", str(map_)]
    assert cli.run(opdracht) == 1
    assert "profielen/proefstad.toml: onzin" in capsys.readouterr().err
    assert not pad.exists()


@pytest.mark.parametrize("sleutel", ["bmwe", "dalfsen", "krimpenerwaard"])
def test_the_three_municipalities_begin_with_one_command(tmp_path: Path, sleutel: str) -> None:
    pad = tmp_path / f"{sleutel}.sqlite"
    assert cli.run(["nieuw", "--database", str(pad), "--gemeente-profiel", sleutel]) == 0
    assert published(pad) == 1


@pytest.mark.eis("SYNC-10")
def test_a_laptop_cannot_write_a_profile(gemeente: Gemeente) -> None:
    sanne, joris = gemeente.laptop("Sanne Modelman"), gemeente.laptop("Joris Proefstra")
    op = sanne.op(
        soort=Profielbundel.soort, entiteit_id=bundel_id("oefenen", 99), eenheid=2, waarde=codec.dumps(["oefenen", 99])
    )
    (uitslag,) = sanne.exchange(op).uitslagen
    assert (uitslag.uitkomst, uitslag.reden) == (IN_QUARANTAINE, "sync.geen_recht")
    assert received(joris) == []


def test_equal_files_give_an_equal_bundle_well_within_one_value() -> None:
    for sleutel in ("bmwe", "dalfsen", "krimpenerwaard", "oefenen"):
        octets = pak_in(geleverd(), sleutel)
        assert octets == pak_in(geleverd(), sleutel)
        assert len(octets) < 100_000
