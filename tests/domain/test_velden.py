"""Every field's reader against any text, and every code against its sentence."""

import importlib
import traceback
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app import teksten
from kernnetwerk_app.domain.adres import lees_huisnummer, lees_postcode
from kernnetwerk_app.domain.bsn import lees_bsn
from kernnetwerk_app.domain.datum import lees_datum
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.geboortedatum import lees_geboortedatum
from kernnetwerk_app.domain.naam import lees_naam
from kernnetwerk_app.domain.tekst import bewaar, lees_regel
from kernnetwerk_app.domain.telefoon import lees_telefoon
from kernnetwerk_app.domain.tijd import lees_tijd
from kernnetwerk_app.services.typen import VeldIsLeeg

MODULES = ("adres", "bsn", "datum", "geboortedatum", "naam", "tekst", "telefoon", "tijd")
ADVIEZEN = {"bsn.controleer", "naam.gemengd_schrift", "tekst.vervangen"}
VANDAAG = date(2026, 11, 21)
LEZERS: dict[str, Callable[[str], object]] = {
    "bsn": lees_bsn,
    "datum": lambda getypt: lees_datum(getypt, VANDAAG),
    "geboortedatum": lambda getypt: lees_geboortedatum(getypt, VANDAAG),
    "huisnummer": lees_huisnummer,
    "naam": lees_naam,
    "postcode": lees_postcode,
    "regel": lees_regel,
    "tekst": bewaar,
    "telefoon": lees_telefoon,
    "tijd": lees_tijd,
}
BIJNA = st.text("0123456789 -./:?+()abmrtux\u200b\u0660\ud800'", max_size=14)


def codes() -> set[str]:
    """The codes of all errors that the readers' modules define."""
    gevonden: set[str] = set()
    for naam in MODULES:
        module = importlib.import_module(f"kernnetwerk_app.domain.{naam}")
        gevonden |= {
            ding.code
            for ding in vars(module).values()
            if isinstance(ding, type) and issubclass(ding, KernnetwerkError) and ding.__module__ == module.__name__
        }
    return gevonden


def code_na(veld: str, getypt: str) -> str | None:
    """The code with which a field refuses a text; None when it was read. Any other error is a crash."""
    try:
        LEZERS[veld](getypt)
    except KernnetwerkError as fout:
        return str(fout)
    return None


def test_every_code_has_its_sentence_and_every_sentence_its_code() -> None:
    assert teksten.load("velden").sleutels() == codes() | ADVIEZEN | {VeldIsLeeg.code}


@pytest.mark.parametrize("sleutel", sorted(teksten.load("velden").sleutels()))
def test_sentence_is_calm_and_says_something_to_do(sleutel: str) -> None:
    zin = teksten.load("velden")(sleutel)
    assert "!" not in zin
    assert "{" not in zin
    assert len(zin.split(". ")) >= 2 or ":" in zin, "what happened, and what now"
    assert max(len(deel.split()) for deel in zin.replace("?", ".").split(". ")) <= 18, "B1: short sentences"


@pytest.mark.parametrize("veld", LEZERS)
@given(getypt=st.one_of(BIJNA, st.text(st.characters(), max_size=30), st.text(st.characters(categories=["Cs", "Cc"]))))
def test_any_text_is_read_or_answered_with_a_code(veld: str, getypt: str) -> None:
    code = code_na(veld, getypt)
    assert code is None or code in teksten.load("velden")


@pytest.mark.parametrize("veld", LEZERS)
def test_paste_of_ten_megabytes_is_refused_for_its_length(veld: str) -> None:
    code = {"naam": "naam.te_lang", "tekst": "tekst.te_lang"}.get(veld, "regel.te_lang")
    assert code_na(veld, "9\u200b" * 5_000_000) == code


@pytest.mark.parametrize("veld", sorted(LEZERS.keys() - {"naam", "regel", "tekst"}))
@pytest.mark.parametrize("getypt", ["999994669 van Sentinel", "31-02-1950 Sentinel", "Sentinel" * 50])
def test_refusal_never_carries_what_was_typed(veld: str, getypt: str) -> None:
    with pytest.raises(KernnetwerkError) as fout:
        LEZERS[veld](getypt)
    gelogd = "".join(traceback.format_exception(fout.value)) + repr(fout.value.args) + repr(vars(fout.value))
    assert "Sentinel" not in gelogd
    assert "999994669" not in gelogd
