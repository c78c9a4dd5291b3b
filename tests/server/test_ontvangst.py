"""Meldingen of the contact centre, a school and a huisarts: from their file to the queue on a laptop (SIG-16)."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kernnetwerk_app.domain.melding import Kanaal, Melding
from kernnetwerk_app.services import melding, vandaag
from kernnetwerk_app.services.taak import TaakSoort
from kernnetwerk_server import cli, heads, ontvangst
from kernnetwerk_server.database import Database
from kernnetwerk_server.errors import OntvangstOngeldig, OntvangstOnleesbaar
from tests.factories import make_klok
from tests.server.support import Gemeente
from tests.sync.rechtstreeks import koppel_aan

KOP = "kenmerk;ontvangen_datum;kanaal;vraag;voornamen;achternaam;straat;huisnummer;postcode;kern;telefoon;spoed_reden"
RIJ = "KCC-1;16-4-2027;klantcontactcentrum;Kan er iemand komen?;Piet;Proef;Modelweg;1;9999ZX;Proefdijk;0599000001;"
SCHOOL = 'S-9;15-4-2027;school;"Een kind komt vaak zonder eten; wie helpt?";;;;;;Proefdijk;;Er is geen eten.'
Schrijf = Callable[..., Path]


@pytest.fixture
def schrijf(tmp_path: Path) -> Schrijf:
    def maak(*rijen: str, kop: str = KOP, soort: str = "utf-8") -> Path:
        pad = tmp_path / "meldingen.csv"
        pad.write_bytes("\r\n".join((kop, *rijen)).encode(soort))
        return pad

    return maak


def _meldingen(database: Database) -> list[Melding]:
    with database.reading() as sessie:
        gevonden = [heads.read_entity(sessie, Melding, nr) for nr in heads.entity_ids(sessie, Melding)]
    return [gemeld for gemeld in gevonden if gemeld is not None]


@pytest.mark.eis("SIG-05", "SIG-16")
def test_what_came_in_at_the_contact_centre_is_in_my_queue_with_its_own_day_and_goes_the_same_way(
    gemeente: Gemeente, schrijf: Schrijf, tmp_path: Path
) -> None:
    plek, runner, _ = koppel_aan(gemeente, tmp_path / "sanne", "Sanne Modelman")
    assert ontvangst.receive(gemeente.database, schrijf(RIJ, SCHOOL), plek.klok) == 2
    runner.run()
    with plek.store.read() as lezer:
        beeld = vandaag.load(plek, lezer)
        gemeld = {m.kanaal: m for m in lezer.find(Melding)}
    assert [taak.soort for taak in beeld.taken if taak.soort is TaakSoort.AANNEMEN] == [TaakSoort.AANNEMEN] * 2
    assert beeld.taken[0].soort is TaakSoort.SPOED
    assert gemeld[Kanaal.SCHOOL].ontvangen_datum == date(2027, 4, 15)
    assert gemeld[Kanaal.SCHOOL].vraag == "Een kind komt vaak zonder eten; wie helpt?"
    for termijn in beeld.let_op:
        assert (termijn.som.wettelijk_einde - termijn.som.begin).days >= 42, "one clock, wherever it came in"
    kcc = gemeld[Kanaal.KLANTCONTACTCENTRUM]
    with plek.store.read() as lezer:
        bases = lezer.bases(kcc.id)
    melding.neem_over(plek, kcc, plek.medewerker.id, bases)
    runner.run()
    aangenomen = {m.id: m for m in _meldingen(gemeente.database)}[kcc.id]
    assert (aangenomen.contactpersoon_id, aangenomen.ontvangen_datum) == (plek.medewerker.id, date(2027, 4, 16))
    plek.store.close()


def test_the_same_file_twice_is_one_queue(gemeente: Gemeente, schrijf: Schrijf) -> None:
    klok = make_klok()
    assert ontvangst.receive(gemeente.database, schrijf(RIJ), klok) == 1
    assert ontvangst.receive(gemeente.database, schrijf(RIJ, SCHOOL), klok) == 1
    assert len(_meldingen(gemeente.database)) == 2


@pytest.mark.parametrize(
    ("rij", "kolom"),
    [
        (RIJ.replace("16-4-2027", "31-4-2027"), "ontvangen_datum"),
        (RIJ.replace("16-4-2027", "21-4-2027"), "ontvangen_datum"),
        (RIJ.replace("16-4-2027", "16-4-1027"), "ontvangen_datum"),
        (RIJ.replace("klantcontactcentrum", "postduif"), "kanaal"),
        (RIJ.replace("Kan er iemand komen?", "  "), "vraag"),
        (RIJ.replace("KCC-1", ""), "kenmerk"),
        (RIJ.replace("9999ZX", "99 ZX"), "postcode"),
        (RIJ.replace("Piet", "P" * 400), "voornamen"),
        (RIJ + ";te veel", "-"),
        ("KCC-1;16-4-2027", "-"),
        (RIJ.replace("Kan er", '"Kan er'), "-"),
    ],
)
def test_a_wrong_row_is_named_by_line_and_column_and_nothing_is_taken_in(
    gemeente: Gemeente, schrijf: Schrijf, rij: str, kolom: str
) -> None:
    with pytest.raises(OntvangstOngeldig) as geweigerd:
        ontvangst.receive(gemeente.database, schrijf(SCHOOL, rij), make_klok())
    assert geweigerd.value.waarden["kolom"] == kolom
    assert "Piet" not in f"{geweigerd.value} {geweigerd.value.waarden} {geweigerd.value.__cause__}"
    assert _meldingen(gemeente.database) == []


@pytest.mark.parametrize("kop", [KOP.replace("vraag", "vrag"), KOP + ";bsn", "kenmerk"])
def test_a_file_with_other_columns_is_refused_at_its_first_line(gemeente: Gemeente, schrijf: Schrijf, kop: str) -> None:
    with pytest.raises(OntvangstOngeldig) as geweigerd:
        ontvangst.receive(gemeente.database, schrijf(RIJ, kop=kop), make_klok())
    assert geweigerd.value.waarden["regel"] == 1


def test_what_is_no_text_is_refused_with_a_sentence(
    gemeente: Gemeente, schrijf: Schrijf, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for pad in (schrijf(RIJ, soort="utf-16"), tmp_path / "is er niet.csv", tmp_path):
        with pytest.raises(OntvangstOnleesbaar):
            ontvangst.receive(gemeente.database, pad, make_klok())
    cli.run(["nieuw", "--database", str(tmp_path / "g.sqlite"), "--gemeente-profiel", "oefenen"])
    assert cli.run(["ontvang", "--database", str(tmp_path / "g.sqlite"), str(schrijf("KCC-1;x"))]) == 1
    assert "Regel 2, kolom -: dit klopt niet." in capsys.readouterr().err
    assert cli.run(["ontvang", "--database", str(tmp_path / "g.sqlite"), str(schrijf())]) == 0
    assert "0 nieuwe meldingen" in capsys.readouterr().out
