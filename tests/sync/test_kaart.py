"""The sociale kaart between two laptops and their municipality: proposed offline, confirmed there, seen everywhere."""

from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from kernnetwerk_app.domain.kaartbestand import KolomOnbekend
from kernnetwerk_app.domain.kernpagina import Kernpagina, kernpagina_id
from kernnetwerk_app.domain.voorziening import Stand, Voorziening
from kernnetwerk_app.paths import resource
from kernnetwerk_app.services import kaartbestand, voorziening
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_server import __main__, profielbeheer
from kernnetwerk_server.errors import VoorstelOnbekend
from kernnetwerk_server.kaart_service import KaartService
from kernnetwerk_server.tables import OP
from tests.kaart_opzet import id_van, kaart_van, kernpagina_van
from tests.server.support import Gemeente
from tests.sync.rechtstreeks import Kant

TABEL = "naam;kern;kosten;rubriek\nEettafel;Voorbeelderveen;6 euro;maaltijd\nSoos;Proefdijk;gratis;jeugdsoos\n"


@pytest.fixture
def service(gemeente: Gemeente) -> KaartService:
    return KaartService(gemeente.database, gemeente.klok)


def op(plek: Werkplek) -> dict[str, tuple[str | None, Stand]]:
    return {v.naam: (v.kosten, v.stand) for v in kaart_van(plek).voorzieningen}


def wissel(*kanten: Kant) -> None:
    for _, runner, _ in kanten:
        runner.run()


@pytest.mark.eis("SOC-01")
def test_what_the_municipality_lays_down_is_on_every_laptop_after_an_exchange(
    service: KaartService, sanne: Kant, joris: Kant
) -> None:
    gelezen = service.lees_in(TABEL.encode())
    assert (gelezen.nieuw, gelezen.gewijzigd, gelezen.fouten) == (2, 0, ())
    wissel(sanne, joris)
    for plek in (sanne[0], joris[0]):
        assert op(plek) == {"Eettafel": ("6 euro", Stand.VASTGESTELD), "Soos": ("gratis", Stand.VASTGESTELD)}
        assert all(v.gecontroleerd_datum == plek.vandaag for v in kaart_van(plek).voorzieningen)


@pytest.mark.eis("SOC-12")
def test_a_proposal_travels_and_stands_when_the_municipality_says_so(
    service: KaartService, sanne: Kant, joris: Kant
) -> None:
    voorziening.stel_voor(sanne[0], {"naam": "Breicafé", "kosten": "1 euro"})
    wissel(sanne, joris)
    assert op(joris[0]) == {"Breicafé": ("1 euro", Stand.VOORSTEL)}
    assert kaart_van(joris[0]).voorsteller(kaart_van(joris[0]).voorzieningen[0]) == "Sanne Modelman"
    [voorstel] = service.voorstellen()
    service.neem_over(voorstel.id)
    wissel(sanne, joris)
    assert op(sanne[0]) == op(joris[0]) == {"Breicafé": ("1 euro", Stand.VASTGESTELD)}
    assert service.voorstellen() == []
    with pytest.raises(VoorstelOnbekend):
        service.neem_over(voorstel.id)


@pytest.mark.eis("SOC-12")
def test_a_better_text_takes_the_place_of_the_old_one_and_its_proposal_leaves_the_list(
    service: KaartService, sanne: Kant
) -> None:
    service.lees_in(TABEL.encode())
    wissel(sanne)
    oud = id_van(sanne[0], "Eettafel")
    voorziening.stel_voor(sanne[0], {"kosten": "7 euro"}, oud)
    wissel(sanne)
    [voorstel] = service.voorstellen()
    service.neem_over(voorstel.id)
    wissel(sanne)
    assert op(sanne[0])["Eettafel"] == ("7 euro", Stand.VASTGESTELD)
    assert (id_van(sanne[0], "Eettafel"), dict(kaart_van(sanne[0]).voorstellen)) == (oud, {})
    assert kaartbestand.schrijf_uit(sanne[0]).count(b"\r\n") == 3


def test_two_proposals_for_one_place_both_hold_when_both_are_taken_over(
    service: KaartService, sanne: Kant, joris: Kant
) -> None:
    service.lees_in(TABEL.encode())
    wissel(sanne, joris)
    eettafel = id_van(sanne[0], "Eettafel")
    voorziening.stel_voor(sanne[0], {"kosten": "7 euro"}, eettafel)
    voorziening.stel_voor(joris[0], {"telefoon": "0595000001"}, eettafel)
    wissel(sanne, joris)
    for voorstel in service.voorstellen():
        service.neem_over(voorstel.id)
    wissel(sanne)
    nu = kaart_van(sanne[0]).find(str(eettafel))
    assert nu is not None
    assert (nu.kosten, nu.telefoon) == ("7 euro", "0595000001")


def test_what_the_municipality_changed_since_stays_when_it_takes_over_an_older_proposal(
    service: KaartService, sanne: Kant
) -> None:
    service.lees_in(TABEL.encode())
    wissel(sanne)
    eettafel = id_van(sanne[0], "Eettafel")
    voorziening.stel_voor(sanne[0], {"naam": "Eettafel", "kosten": "7 euro", "kern": "Voorbeelderveen"}, eettafel)
    wissel(sanne)
    service.lees_in(b"naam;kern;telefoon\nEettafel;Voorbeelderveen;0595000002\n")
    [voorstel] = service.voorstellen()
    assert [(v.veld, v.nu, v.straks) for v in service.verschillen(voorstel)] == [("kosten", "6 euro", "7 euro")]
    service.neem_over(voorstel.id)
    wissel(sanne)
    nu = kaart_van(sanne[0]).find(str(eettafel))
    assert nu is not None
    assert (nu.kosten, nu.telefoon) == ("7 euro", "0595000002")


def test_reading_the_same_table_again_makes_no_second_eettafel(service: KaartService, sanne: Kant) -> None:
    service.lees_in(TABEL.encode())
    opnieuw = service.lees_in(TABEL.encode())
    assert (opnieuw.nieuw, opnieuw.gewijzigd) == (0, 0)
    duurder = service.lees_in(TABEL.replace("6 euro", "7 euro").encode())
    assert (duurder.nieuw, duurder.gewijzigd) == (0, 1)
    assert service.lees_in(b"naam;kern\nKoor;Proefdijk\nKOOR;proefdijk \nKoor;Proefdijk\n").nieuw == 1
    wissel(sanne)
    assert sorted(op(sanne[0])) == ["Eettafel", "Koor", "Soos"]
    assert len(service._all()) == 3


def test_a_proposal_that_was_turned_down_leaves_every_list_and_tells_its_author_why(
    service: KaartService, sanne: Kant, joris: Kant
) -> None:
    voorziening.stel_voor(sanne[0], {"naam": "Breicafé"})
    wissel(sanne, joris)
    service.wijs_af(service.voorstellen()[0].id, " Dit is het Handwerkcafé.\n")
    wissel(sanne, joris)
    assert op(sanne[0]) == op(joris[0]) == {}
    [nee] = kaart_van(sanne[0]).niet_overgenomen
    assert (nee.naam, nee.antwoord) == ("Breicafé", "Dit is het Handwerkcafé.")
    assert kaart_van(joris[0]).niet_overgenomen == ()


def test_no_laptop_writes_over_the_word_of_the_municipality_nor_confirms_its_own(
    service: KaartService, sanne: Kant
) -> None:
    """What a program of somebody else would send is kept apart; the kaart of the others stays as it was."""
    service.lees_in(TABEL.encode())
    wissel(sanne)
    plek = sanne[0]
    eettafel = id_van(plek, "Eettafel")
    for wat in ({"kosten": "gratis"}, {"stand": Stand.AFGEWEZEN}, {"naam": "Van mij"}):
        with plek.store.write() as werk:
            werk.change(werk.get(Voorziening, eettafel), None, **wat)
            werk.commit("test.vreemd")
    with plek.store.write() as werk:
        werk.add(Voorziening(id=plek.new_id(), naam="Zelf bevestigd", stand=Stand.VASTGESTELD))
        werk.commit("test.vreemd")
    wissel(sanne)
    assert {v.naam: (v.kosten, v.stand) for v in service._all()} == {
        "Eettafel": ("6 euro", Stand.VASTGESTELD),
        "Soos": ("gratis", Stand.VASTGESTELD),
    }
    with plek.store.read() as lezer:
        assert lezer.verzendstand().vast == 4


@pytest.mark.eis("SOC-26")
def test_what_two_colleagues_write_of_one_kern_comes_together_on_one_page(sanne: Kant, joris: Kant) -> None:
    pagina_id = kernpagina_id("oefenen", "Proefdijk")
    for (plek, _, _), velden in ((sanne, {"plekken": "De brink."}), (joris, {"verenigingen": "Het koor."})):
        with plek.store.write() as werk:
            werk.add(Kernpagina.model_validate({"id": pagina_id, "kern": "Proefdijk", **velden}))
            werk.commit("kernpagina.begonnen")
    wissel(sanne, joris, sanne)
    for plek in (sanne[0], joris[0]):
        pagina = kernpagina_van(plek, "Proefdijk")
        assert (pagina.plekken, pagina.verenigingen) == ("De brink.", "Het koor.")
        with plek.store.read() as lezer:
            assert lezer.conflicten() == []


def test_the_beheerder_takes_in_a_table_and_answers_proposals_on_the_command_line(
    gemeente: Gemeente, sanne: Kant, capsys: pytest.CaptureFixture[str]
) -> None:
    tabel, database = gemeente.pad.with_suffix(".csv"), ["--database", str(gemeente.pad)]
    tabel.write_bytes(TABEL.encode() + b"Fout;;;;;te veel\n")
    assert __main__.main(["kaart", *database, str(tabel)]) == 0
    uit = capsys.readouterr().out
    assert "Regel 4" in uit
    assert "2 nieuw, 0 gewijzigd" in uit
    tabel.write_bytes(b"naam;geheim\n")
    assert __main__.main(["kaart", *database, str(tabel)]) == 1
    assert "Er is niets ingelezen" in capsys.readouterr().err
    for naam in ("Breicafé", "Nee"):
        voorziening.stel_voor(sanne[0], {"naam": naam})
    wissel(sanne)
    __main__.main(["voorstellen", *database])
    lijst = capsys.readouterr().out.splitlines()
    ids = {regel.split()[1]: regel.split()[0] for regel in lijst}
    assert __main__.main(["neem-over", *database, ids["Breicafé"]]) == 0
    assert __main__.main(["wijs-af", *database, ids["Nee"], "--reden", "Bestaat al"]) == 0
    assert __main__.main(["wijs-af", *database, ids["Nee"]]) == 1
    capsys.readouterr()
    __main__.main(["voorstellen", *database])
    assert "Er wacht geen voorstel" in capsys.readouterr().out
    wissel(sanne)
    assert set(op(sanne[0])) == {"Eettafel", "Soos", "Breicafé"}
    with sanne[0].store.read() as lezer:
        assert [v.antwoord for v in lezer.find(Voorziening, stand=Stand.AFGEWEZEN)] == ["Bestaat al"]


@pytest.mark.eis("SOC-06")
def test_what_nobody_looked_at_for_a_year_is_told_to_the_municipality_with_its_owner(
    gemeente: Gemeente, service: KaartService, capsys: pytest.CaptureFixture[str]
) -> None:
    tabel = "naam;eigenaar;gecontroleerd_datum\nOud;De kookgroep;2020-01-01\nVers;De soos;2027-04-01\n"
    service.lees_in(tabel.encode())
    assert [v.naam for v in service.verouderd()] == ["Oud"]
    __main__.main(["voorstellen", "--database", str(gemeente.pad)])
    uit = capsys.readouterr().out
    assert "Lang niet bekeken: Oud. Vraag het aan: De kookgroep." in uit


def test_the_municipality_says_itself_after_how_long_a_place_is_old(
    gemeente: Gemeente, service: KaartService, tmp_path: Path
) -> None:
    service.lees_in(b"naam;gecontroleerd_datum\nOud;2020-01-01\n")
    assert [v.naam for v in service.verouderd()] == ["Oud"]
    for bestand, oud, nieuw in (
        ("profielen/oefenen.toml", "versie = 1", "versie = 2"),
        ("lijsten/nabijheid.toml", "controle_maanden = 12", "controle_maanden = 240"),
    ):
        heel = resource(*bestand.split("/")).read_text(encoding="utf-8")
        (tmp_path / bestand).parent.mkdir(exist_ok=True)
        (tmp_path / bestand).write_text(heel.replace(oud, nieuw, 1), encoding="utf-8")
    profielbeheer.publiceer(gemeente.database, tmp_path, gemeente.klok)
    assert service.verouderd() == []


def test_a_large_table_travels_in_parts_that_fit(service: KaartService, sanne: Kant) -> None:
    """A save travels whole: none may be larger than a body can be."""
    kolommen = "naam;wat;kern;telefoon;wanneer;kosten;laag;piramide;toegang;bereik"
    regel = "{n};iets;Proefdijk;0595123456;dinsdag;gratis;persoonlijk;1;collectief_vrij;lokaal"
    tabel = "\n".join([kolommen, *(regel.format(n=f"Plek {n}") for n in range(60))]).encode()
    service.lees_in(tabel)
    assert _grootste_opslag(service) <= 25 * 24
    wissel(sanne)
    assert len(op(sanne[0])) == 60
    eigen = tabel.replace(b"Plek", b"Eigen")
    assert kaartbestand.lees_in(sanne[0], eigen).nieuw == 60
    with sanne[0].store.read() as lezer:
        assert len(lezer.te_versturen(1)) <= 25 * 24
        assert lezer.verzendstand().wachtend == 3
    wissel(sanne)
    assert len(service.voorstellen()) == 60
    assert kaartbestand.lees_in(sanne[0], eigen).gelijk == 60


def _grootste_opslag(service: KaartService) -> int:
    with service._database.reading() as sessie:
        tel = select(func.count()).where(OP.c.device_no == 0).group_by(OP.c.txn)
        return max(sessie.execute(tel).scalars())


def test_a_table_of_ids_changes_what_is_there_and_a_wrong_one_changes_nothing(
    service: KaartService, sanne: Kant
) -> None:
    service.lees_in(TABEL.encode())
    wissel(sanne)
    eettafel = id_van(sanne[0], "Eettafel")
    assert isinstance(eettafel, UUID)
    gelezen = service.lees_in(f"id;naam;kosten\n{eettafel};Eettafel;8 euro\n".encode())
    assert (gelezen.nieuw, gelezen.gewijzigd) == (0, 1)
    with pytest.raises(KolomOnbekend):
        service.lees_in(b"naam;x\n")
    wissel(sanne)
    assert op(sanne[0])["Eettafel"] == ("8 euro", Stand.VASTGESTELD)
