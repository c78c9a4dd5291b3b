"""Every kind of record and every field of it as it stands in the AVG package: in words, of whom it is (RES-11)."""

import re
import typing
from collections.abc import Mapping
from datetime import date, time
from enum import Enum
from uuid import UUID

import pytest

from kernnetwerk_app.documents.rechtenblad_pdf import Rechtregel
from kernnetwerk_app.domain.afzien import Afzien
from kernnetwerk_app.domain.base import Entiteit, VoorWie, eenheden, is_vindbaar
from kernnetwerk_app.domain.bijlage import Bijlage
from kernnetwerk_app.domain.contact import Contact, ContactSoort
from kernnetwerk_app.domain.eerste_vraagverheldering import EersteVraagverheldering
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.relatie import MANTELZORG, Bereid, Gezag, Kring, Relatie
from kernnetwerk_app.domain.samenvoeging import Samenvoeging
from kernnetwerk_app.domain.vraagverheldering import Antwoord
from kernnetwerk_app.oplog.units import SOORTEN
from kernnetwerk_app.services import avgpakket, avgwoorden, keuzewoorden, naaste, rechten
from kernnetwerk_app.teksten import load
from tests.services.opzet import Dossier, gelezen
from tests.services.rechten_opzet import anna, erbij

RUW = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}|\b[0-9a-f]{16,}\b|\b[a-z0-9]+_[a-z0-9_]+\b|<[A-Z]|\w+\(\w+=|\b[a-z]+\.[a-z]|\w=\w"
    r"|\bTrue\b|\bNone\b|\d{4}-\d{2}-\d{2}"
)
"""A number or a key of the program, a value as Python prints it, and a day as a computer writes it."""
WIE = UUID("01890000-0000-7000-8000-000000000001")
ANTWOORDEN = (
    "huisvesting.lastig",
    "huisvesting.niet_meer",
    "huisvesting.schaal.2027-04-20",
    "as.plezier.2027-04-20",
    "as.weg_kant.2027-04-20",
    "onderzoek.algemeen",
    "onderzoek.niet_meer",
    "vraag.al_geprobeerd",
)
VASTE: Mapping[object, list[object]] = {
    bool: [True, False],
    int: [4096],
    date: [date(2027, 4, 20)],
    time: [time(9, 5)],
    UUID: [WIE],
}
IN_WOORDEN = {("Score", "stand"), ("Onderzoek", "levenslang_reden")}
"""What nobody searches for either, and is kept in words."""
SLEUTELS = {
    (soort, veld): waarden
    for soort, veld, waarden in (
        ("Antwoord", "sleutel", ANTWOORDEN),
        ("Bezorging", "lezer", (f"inwoner.{WIE}", "namens")),
        ("Bezorging", "plekken", (str(WIE),)),
        ("Bezorging", "vorm", ("groot contrast", "gewoon")),
        ("Inwoner", "papiervorm", ("groot beeld taal=engels", "gewoon", "taal=nederlands")),
        ("Inwoner", "geboortedatum", ("1950-02-01", "1950-00-00")),
        ("Keukentafel", "leden", (str(WIE),)),
        ("Onderzoek", "sjabloon", ("onderzoek_inventaris 1, onderzoek_aspecten 1",)),
        ("Ondersteuningsplan", "voorlichting_tekst", ("financiering 1",)),
        ("Profielbundel", "sleutel", ("bmwe",)),
        ("Score", "schaal", ("niveaus_van_functioneren",)),
        ("Score", "onderwerp", ("gezin_en_opvoeding", "plezier", "niet_meer")),
        ("Triage", "matrix", ("matrix_bmwe",)),
        ("Triage", "waarnemingen", ("aantal_domeinen=veel\nregie=ja",)),
        ("Vraagverheldering", "lijst", ("leefgebieden",)),
    )
}


def _waarden(profiel: Gemeenteprofiel, soort: type[Entiteit], veld: str) -> list[object]:
    """All that this field can hold where that is a choice, else one value of its type."""
    soorten = typing.get_args(soort.model_fields[veld].annotation) or (soort.model_fields[veld].annotation,)
    opties: list[object] = []
    for een in soorten:
        if isinstance(een, type) and issubclass(een, Enum):
            opties += een
        else:
            opties += VASTE.get(een, [])
    if opties:
        return opties
    naam = keuzewoorden.LIJSTEN.get(soort, {}).get(veld)
    uit = profiel.lijsten.get(naam or "")
    eigen = [keuze.sleutel for keuze in uit.keuzes] if uit is not None else []
    if naam == keuzewoorden.LEEFGEBIEDEN:
        eigen = [gebied.sleutel for gebied in profiel.leefgebieden.leefgebieden]
    bekend = SLEUTELS.get((soort.__name__, veld), ())
    return [*eigen, *bekend, *(["niet_meer_in_de_lijst"] if naam else [] if bekend else ["Eigen woorden."])]


@pytest.mark.eis("RES-11")
def test_every_field_of_every_kind_reads_as_words(hier: Dossier) -> None:
    ruw = []
    namen = avgwoorden.Namen({WIE: "Anna Voorbeeld"}, {WIE: "Weer naar de markt."}, {WIE: "Eettafel De Linde"})
    for soort in SOORTEN.values():
        for veld in avgwoorden.printbaar(soort):
            naam = avgwoorden.veldnaam(soort, veld)
            assert naam != load("veldnamen")("anders"), f"{soort.__name__}.{veld} has no name"
            for waarde in _waarden(hier.plek.profiel, soort, veld):
                vast = {"sleutel": "onderzoek.algemeen"} | {veld: waarde}
                record = soort.model_construct(id=WIE).model_copy(update=vast)
                woorden = avgwoorden.toon(hier.plek.profiel, namen, record, veld)
                if RUW.search(woorden) or (waarde is not False and not woorden):
                    ruw.append((soort.__name__, veld, waarde, woorden))
    assert not ruw


def test_what_nobody_searches_for_by_its_word_has_a_list_that_says_what_it_is() -> None:
    """Such a field is a class, a level or a key: one that is new has to be told in words first."""
    sleutelvelden = {
        (soort.__name__, veld)
        for soort in SOORTEN.values()
        for veld in avgwoorden.printbaar(soort)
        if not is_vindbaar(soort, veld) and soort.model_fields[veld].annotation in (str, str | None)
    }
    bekend = {(soort.__name__, veld) for soort, velden in keuzewoorden.LIJSTEN.items() for veld in velden}
    assert sleutelvelden - bekend - set(SLEUTELS) == IN_WOORDEN


def _regels(hier: Dossier, wie: Inwoner) -> list[Rechtregel]:
    with hier.plek.store.read() as lezer:
        delen = avgpakket.build(hier.plek, lezer, hier.huishouden_id, wie)
    return [regel for deel in delen for regel in deel.regels]


@pytest.mark.eis("RES-11")
def test_no_number_and_no_key_is_in_the_package_of_a_dossier_with_something_of_every_kind(hier: Dossier) -> None:
    henk = erbij(hier, voornamen="Henk", achternaam="Proefman", rol=RolInHuishouden.PARTNER)
    profiel, wie = hier.plek.profiel, anna(hier)
    with hier.plek.store.write() as werk:
        for soort in SOORTEN.values():
            if soort not in (Inwoner, Samenvoeging):
                werk.add(_vol(hier, profiel, soort, henk.id))
        werk.commit("test.alles", hier.huishouden_id)
    for lezer in (wie, henk):
        alle = _regels(hier, lezer)
        ruw = [r for r in alle if RUW.search(f"{r.label} {r.woorden}".replace("voorbeeld@", ""))]
        assert not ruw
    woorden = {(r.label, r.woorden) for r in _regels(hier, wie)}
    assert {
        ("wie er meekeken", "Henk Proefman"),
        ("hoe het papier moet zijn", "grote letters, zwart op wit"),
    } <= woorden


def _vol(hier: Dossier, profiel: Gemeenteprofiel, soort: type[Entiteit], wie: UUID) -> Entiteit:
    """One record with something in every field."""
    gevuld: dict[str, object] = {}
    for veld in (veld for velden in eenheden(soort).values() for veld in velden):
        eerste = _waarden(profiel, soort, veld)[0]
        gevuld[veld] = eerste.replace(str(WIE), str(wie)) if type(eerste) is str else wie if eerste == WIE else eerste
        gevuld[veld] = b"x" if veld in avgwoorden.groot(soort) else gevuld[veld]
    vast = {"id": hier.plek.new_id(), "huishouden_id": hier.huishouden_id, "lengte": None, "breedte": None}
    return soort.model_construct(None, **gevuld | vast)


@pytest.mark.eis("RES-11")
def test_a_no_that_was_said_stands_there_and_a_side_of_life_says_of_which_day_it_is(hier: Dossier) -> None:
    wie = hier.plek.medewerker.id
    velden: dict[str, object] = {"datum": hier.plek.vandaag, "medewerker_id": wie, "naasten_gewenst": False}
    _leg_vast(hier, Contact, velden | {"contactsoort": ContactSoort.BEZOEK})
    for dag in ("2027-02-01", "2027-04-20"):
        gezet = {"vraagverheldering_id": hier.gesprek_id, "sleutel": f"as.plezier.{dag}", "waarde": "moeilijk"}
        _leg_vast(hier, Antwoord, gezet)
    woorden = {(r.label, r.woorden) for r in _regels(hier, anna(hier))}
    assert ("die mensen waren gewenst", "nee") in woorden
    dagen = {zin for label, zin in woorden if label == "welke vraag" and "2027" in zin}
    assert dagen == {"Plezier (ma 1 februari 2027)", "Plezier (di 20 april 2027)"}


@pytest.mark.eis("RES-11")
def test_what_is_shielded_stands_there_once_and_not_under_its_name(hier: Dossier) -> None:
    vast: dict[str, object] = {"datum": hier.plek.vandaag, "door_id": hier.plek.medewerker.id}
    gezegd = {"veiligheid": "zorgen", "veiligheid_woorden": "Zij is bang.", "veiligheid_datum": hier.plek.vandaag}
    _leg_vast(hier, EersteVraagverheldering, vast | gezegd | {"melding_id": hier.melding_id})
    foto = {"aard": "foto", "omschrijving": "De blauwe plek", "voor_wie": VoorWie.AFGESCHERMD, "vorm": "foto"}
    _leg_vast(hier, Bijlage, vast | foto | {"bladen": 1, "omvang": 9352})
    regels = _regels(hier, anna(hier))
    assert [r.woorden for r in regels if r.label == "iets dat is afgeschermd"] == [
        "Dit staat er, en is hier niet te lezen.",
        "Dit staat er, en is hier niet te lezen.",
    ]
    alles = " ".join(f"{r.label} {r.woorden}" for r in regels)
    assert not [woord for woord in ("veilig", "bang", "blauwe", "9 kB") if woord in alles]


@pytest.mark.eis("RES-11")
def test_what_the_resident_wishes_of_somebody_near_is_not_for_that_one_to_read(hier: Dossier) -> None:
    zegt: dict[str, object] = {"niet_benaderen": True, "kring": Kring.VERDER, "bereid": Bereid.JA, "gezag": Gezag.JA}
    wie = {"ander_naam": "Karin Buitenhuis", "hulpsoort": MANTELZORG, "relatie": "zoon_dochter"}
    band = _relatie(hier, **wie, **zegt)
    eigen = gelezen(rechten.avg_naaste_pdf(hier.plek, hier.huishouden_id, band))
    assert "Kijk na, van de inwoner iets dat van de inwoner is: Dit staat er, en is hier niet te lezen." in eigen
    assert "uw naam: Karin Buitenhuis" in eigen
    assert "u wilt helpen: ja" in eigen
    assert "ook van de inwoner wat u van de inwoner bent: Zoon/dochter" in eigen
    assert not [woord for woord in ("bellen", "verder weg", "zoon_dochter", "Jansen") if woord in eigen]


@pytest.mark.eis("RES-11")
def test_two_people_with_one_name_are_two_and_each_gets_what_is_of_them(hier: Dossier) -> None:
    kind = erbij(hier, voornamen="Saar", achternaam="Voorbeeld", rol=RolInHuishouden.KIND)
    vriend = _relatie(hier, ander_naam="Jan Bakker", relatie="Vriend", doet="Komt op zondag.")
    buur = _relatie(hier, inwoner_id=kind.id, ander_naam="jan  bakker", relatie="buur", doet="Past op.")
    ook = _relatie(hier, ander_naam="Jan Bakker", relatie="buur", telefoon="0612345678", doet="De tuin.")
    weer = _relatie(hier, inwoner_id=kind.id, ander_naam="Jan Bakker", telefoon="06 1234 5678", doet="Brengt Saar weg.")
    with hier.plek.store.read() as lezer:
        beeld = rechten.load(hier.plek, lezer, hier.huishouden_id)
        zelfde = {r.id for r in naaste.van_relatie(lezer, ook).relaties}
    assert [beeld.naasten_van[r.relaties[0].id] for r in beeld.buiten] == [
        "Jan Bakker, vriend van Anna Voorbeeld-Jansen",
        "Jan Bakker, buur van Anna Voorbeeld-Jansen, bij Saar Voorbeeld",
        "jan  bakker, buur van Saar Voorbeeld",
    ]
    assert zelfde == {ook, weer}, "one name with one number is one person"
    assert len({beeld.naasten_van[wie] for wie in (vriend, buur, ook)}) == 3
    eigen = gelezen(rechten.avg_naaste_pdf(hier.plek, hier.huishouden_id, vriend))
    assert "Komt op zondag." in eigen
    assert not [woord for woord in ("Past op.", "De tuin.", "Saar") if woord in eigen]
    assert "Er staat nog iemand met deze naam in dit dossier." in eigen


def test_two_neighbours_with_one_name_are_told_apart_by_what_is_known_of_each(hier: Dossier) -> None:
    een = _relatie(hier, ander_naam="Jan Bakker", relatie="buur", doet="De tuin.")
    ander = _relatie(hier, ander_naam="Jan Bakker", relatie="buur", telefoon="0612345678")
    with hier.plek.store.read() as lezer:
        van = rechten.load(hier.plek, lezer, hier.huishouden_id).naasten_van
    wie = "Jan Bakker, buur van Anna Voorbeeld-Jansen"
    assert (van[een], van[ander]) == (f"{wie} (De tuin.)", f"{wie} (0612345678)")


def _relatie(hier: Dossier, **velden: object) -> UUID:
    return _leg_vast(hier, Relatie, {"inwoner_id": anna(hier).id} | velden)


def _leg_vast(hier: Dossier, soort: type[Entiteit], velden: Mapping[str, object]) -> UUID:
    nummer = hier.plek.new_id()
    with hier.plek.store.write() as werk:
        werk.add(soort.model_validate({"id": nummer, "huishouden_id": hier.huishouden_id, **velden}))
        werk.commit("test.vastgelegd", hier.huishouden_id)
    return nummer


@pytest.mark.eis("RES-11")
def test_what_somebody_else_told_of_themselves_is_not_in_words_and_what_is_of_ones_child_is(hier: Dossier) -> None:
    henk = erbij(hier, voornamen="Henk", rol=RolInHuishouden.PARTNER, bsn="999990019", geboortedatum="1950-02-01")
    kind = erbij(hier, voornamen="Saar", rol=RolInHuishouden.KIND, bsn="999990020", geboortedatum="2019-03-04")
    _relatie(hier, inwoner_id=kind.id, ander_id=anna(hier).id, gezag=Gezag.JA)
    _leg_vast(hier, Afzien, {"inwoner_id": henk.id, "waarvan": "hulp", "waarover": "Zorg", "datum": hier.plek.vandaag})
    for wie, zin in ((henk.id, "Ik drink te veel."), (kind.id, "Ik slaap bij oma.")):
        gezegd = {"vraagverheldering_id": hier.gesprek_id, "sleutel": "huisvesting.lastig", "waarde": zin}
        _leg_vast(hier, Antwoord, gezegd | {"inwoner_id": wie})
    woorden = [f"{regel.label}: {regel.woorden}" for regel in _regels(hier, anna(hier))]
    for zin in ("voornamen: Henk", "over wie: Henk", "geboren op: 4 maart 2019", "het antwoord: Ik slaap bij oma."):
        assert zin in woorden
    assert not [zin for zin in woorden if re.search(r"990 ?019|1950|drink|liever niet|Zorg", zin)]
    assert woorden.count("iets dat van een ander is: Dit staat er, en is hier niet te lezen.") == 3
