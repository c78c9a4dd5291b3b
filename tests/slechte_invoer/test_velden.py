"""Numbers 1 to 42 of the list: from the reader of a field through the service to both laptops; refused in words.

Amounts and account numbers (39, 41) have no field yet: as words they are in `teksten`. What the BRP knows of a number
(11: of somebody who died, moved or is protected) does not come here either; nothing is asked of the BRP.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import pytest

from kernnetwerk_app.domain.adres import lees_huisnummer, lees_postcode
from kernnetwerk_app.domain.bsn import advies_bsn, lees_bsn
from kernnetwerk_app.domain.datum import lees_datum
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.geboortedatum import lees_geboortedatum
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.naam import lees_naam
from kernnetwerk_app.domain.plan import Afspraak, TerugkijkVoorBegin
from kernnetwerk_app.domain.telefoon import lees_telefoon
from kernnetwerk_app.domain.tijd import lees_tijd
from kernnetwerk_app.services import melding, plan, termijn
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.werkplek import Werkplek
from tests.services.opzet import begin_dossier
from tests.slechte_invoer.conftest import Wereld
from tests.slechte_invoer.reis import wissel
from tests.slechte_invoer.teksten import SENTINEL

pytestmark = pytest.mark.usefixtures("stil")
Weiger = Callable[[Callable[[], object]], KernnetwerkError]

VANDAAG = date(2027, 4, 20)
LEZERS: dict[str, Callable[[str], Any]] = {
    "voornamen": lees_naam,
    "achternaam": lees_naam,
    "postcode": lees_postcode,
    "huisnummer": lees_huisnummer,
    "telefoon": lees_telefoon,
    "ontvangen_datum": lambda getypt: lees_datum(getypt, VANDAAG),
    "ontvangen_tijd": lees_tijd,
    "bsn": lees_bsn,
    "geboortedatum": lambda getypt: lees_geboortedatum(getypt, VANDAAG),
}
"""The first seven are fields of a melding; a BSN and a date of birth are typed in `gegevens`."""


@dataclass(frozen=True, slots=True)
class Getypt:
    veld: str
    tekst: str
    wordt: object


GOED: dict[str, Getypt] = {
    "15 naam": Getypt("achternaam", "'s-Gravenzande", "'s-Gravenzande"),
    "16 driehonderd letters": Getypt("voornamen", "Ş" * 300, "Ş" * 300),
    "28 CRLF in een naam": Getypt("achternaam", "Voor\r\nBeeld", "Voor Beeld"),
    "32 schrikkeldag": Getypt("ontvangen_datum", "29-02-2024", date(2024, 2, 29)),
    "36 halfdrie in de nacht": Getypt("ontvangen_tijd", "02:30", time(2, 30)),
    "40 postcode aan elkaar": Getypt("postcode", "1234ab", "1234 AB"),
    "40 huisnummer": Getypt("huisnummer", "t.o. 12", "t.o. 12"),
    "42 haakjes": Getypt("telefoon", "+31 (0)6-12 34 56 78", "0612345678"),
    "42 ander land": Getypt("telefoon", "0049 151 12345678", "+4915112345678"),
}
FOUT: dict[str, tuple[str, str, str]] = {
    "2 negen nullen": ("bsn", "000000000", "bsn.nullen"),
    "3 acht cijfers": ("bsn", "99999466", "bsn.acht_cijfers"),
    "4 tien cijfers": ("bsn", "9999946690", "bsn.tien_cijfers"),
    "8 reuzengetal": ("bsn", "1e8", "bsn.alleen_cijfers"),
    "8 min": ("bsn", "-12345678", "bsn.alleen_cijfers"),
    "8 landnummer": ("bsn", "+31", "bsn.alleen_cijfers"),
    "14 V-nummer": ("bsn", "V1234567890", "bsn.tien_cijfers"),
    "16 naam te lang": ("achternaam", "x" * 291 + SENTINEL, "naam.te_lang"),
    "23 tien megabyte in een naam": ("voornamen", SENTINEL * 1_048_576, "naam.te_lang"),
    "25 naam die niemand ziet": ("voornamen", " \u200b ", "naam.leeg"),
    "32 eenendertig februari": ("ontvangen_datum", "31-02-2027", "datum.bestaat_niet"),
    "32 geen schrikkeljaar": ("ontvangen_datum", "29-02-2023", "datum.bestaat_niet"),
    "33 welk jaar": ("ontvangen_datum", "01-02-03", "datum.jaar_vier_cijfers"),
    "buur van 32 geboren in de toekomst": ("geboortedatum", "1-1-2030", "geboortedatum.toekomst"),
    "36 vierentwintig uur": ("ontvangen_tijd", "24:00", "tijd.middernacht"),
    "38 oneindig": ("ontvangen_datum", "1e999", "datum.onleesbaar"),
    "38 geen getal": ("huisnummer", "NaN", "huisnummer.onleesbaar"),
    "38 te groot": ("huisnummer", str(2**63), "huisnummer.onleesbaar"),
    "40 nul vooraan": ("postcode", "0123 AB", "postcode.bestaat_niet"),
    "40 SA": ("postcode", "1234 SA", "postcode.bestaat_niet"),
    "40 SD": ("postcode", "1234 SD", "postcode.bestaat_niet"),
    "40 SS": ("postcode", "1234ss", "postcode.bestaat_niet"),
    "42 alarm": ("telefoon", "112", "telefoon.alarmnummer"),
    "42 woorden": ("telefoon", f"{SENTINEL} 06", "telefoon.alleen_cijfers"),
}


def _bewaard(plek: Werkplek, huishouden_id: UUID) -> dict[str, object]:
    with plek.store.read() as lezer:
        delen = [lezer.find(soort, huishouden_id=huishouden_id)[0] for soort in (Huishouden, Inwoner, Melding)]
    return {veld: waarde for deel in delen for veld, waarde in deel.model_dump().items()}


@pytest.mark.parametrize("nummer", GOED)
def test_what_was_typed_is_understood_and_is_the_same_on_both_laptops(wereld: Wereld, nummer: str) -> None:
    getypt = GOED[nummer]
    velden: dict[str, Any] = {getypt.veld: LEZERS[getypt.veld](getypt.tekst)}
    invoer = NieuweMelding("Ik heb hulp nodig.", contactpersoon_id=wereld.plek.medewerker.id, **velden)
    hier = melding.neem_op(wereld.plek, invoer).huishouden_id
    wissel(wereld.plek, wereld.collega)
    for plek in (wereld.plek, wereld.collega):
        assert _bewaard(plek, hier)[getypt.veld] == getypt.wordt


@pytest.mark.parametrize("nummer", FOUT)
def test_what_cannot_be_is_refused_in_words(weiger: Weiger, nummer: str) -> None:
    veld, tekst, code = FOUT[nummer]
    assert weiger(lambda: LEZERS[veld](tekst)).code == code


@pytest.mark.parametrize("dag", [date(2027, 3, 28), date(2026, 10, 25)])
def test_half_past_two_stays_half_past_two_in_the_night_of_23_or_25_hours(wereld: Wereld, dag: date) -> None:
    """Number 36: the wall clock, never a moment."""
    invoer = NieuweMelding(
        "Vannacht gebeld.", ontvangen_datum=dag, ontvangen_tijd=time(2, 30), contactpersoon_id=wereld.plek.medewerker.id
    )
    hier = melding.neem_op(wereld.plek, invoer).huishouden_id
    wissel(wereld.plek, wereld.collega)
    for plek in (wereld.plek, wereld.collega):
        bewaard = _bewaard(plek, hier)
        assert (bewaard["ontvangen_datum"], bewaard["ontvangen_tijd"]) == (dag, time(2, 30))
        with plek.store.read() as lezer:
            assert termijn.load(plek, lezer, hier).termijn is not None


@pytest.mark.parametrize("dag", [date(1, 1, 1), date(1899, 12, 31)])
def test_day_that_no_case_can_be_about_is_refused_before_it_is_kept(wereld: Wereld, weiger: Weiger, dag: date) -> None:
    """Neighbour of 33 and 38: kept, it would take away the screen of today."""
    invoer = NieuweMelding(SENTINEL, ontvangen_datum=dag, contactpersoon_id=wereld.plek.medewerker.id)
    fout = weiger(lambda: melding.neem_op(wereld.plek, invoer))
    assert fout.code == "termijn.dag_buiten_bereik"


def test_end_before_start_is_refused(wereld: Wereld, weiger: Weiger) -> None:
    """Number 35."""
    hier = begin_dossier(wereld.plek)
    afspraak, _ = plan.add_afspraak(wereld.plek, hier.doel(), "Ik ga elke dinsdag.")
    eerder = VANDAAG - timedelta(days=1)
    fout = weiger(lambda: plan.change(wereld.plek, Afspraak, afspraak, {}, terugkijk_datum=eerder))
    assert isinstance(fout, TerugkijkVoorBegin)


@pytest.mark.parametrize(
    ("nummer", "bsn"),
    [("1 elfproef faalt", "999994668"), ("5 spaties", "999 994 669"), ("5 punten", "9999.94.669"), ("12 geen", None)],
)
def test_bsn_is_kept_as_it_was_read_twice_over_or_not_at_all(wereld: Wereld, nummer: str, bsn: str | None) -> None:
    """Numbers 1, 5, 10 and 12: the same number in two dossiers is a question for a person, never a lost save."""
    gelezen = None if bsn is None else lees_bsn(bsn)
    hier = []
    for _ in range(2):
        invoer = NieuweMelding("Ik heb hulp nodig.", contactpersoon_id=wereld.plek.medewerker.id)
        hier.append(melding.neem_op(wereld.plek, invoer).huishouden_id)
        with wereld.plek.store.write() as werk:
            werk.change(werk.find(Inwoner, huishouden_id=hier[-1])[0], bsn=gelezen)
            werk.commit("test.bsn")
    wissel(wereld.plek, wereld.collega)
    for plek in (wereld.plek, wereld.collega):
        assert [_bewaard(plek, huishouden_id)["bsn"] for huishouden_id in hier] == [gelezen, gelezen]
    assert gelezen is None or (advies_bsn(gelezen) is None) == (nummer[0] == "5")
