"""Every paper, in every script that we name: sound, read whole and in order, and printed as typed or said not to be.

The papers are found by themselves: each public function of a module `documents/*_pdf.py` that makes one. What goes in
is made from the types of what it takes, so a new paper is looked at from the day that it is there.
"""

import io
import pkgutil
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

import pdfua
import pytest
from PIL import Image
from pydantic import BaseModel

from kernnetwerk_app import documents
from kernnetwerk_app.documents.glyphs import MISSING
from kernnetwerk_app.documents.house_style import HouseStyle, load_house_style
from kernnetwerk_app.documents.qr import Kenmerk
from kernnetwerk_app.domain.papiervorm import Leeshulp
from tests.documents.lezen import Viewer, open_pdf, read_structure, words
from tests.documents.voorbeeld import KENMERK, maak_strepen

SCHRIFTEN = {
    "turks": "Ayşe Gülümser, Iğdır: İyiyim, şükür.",
    "pools": "Zażółć gęślą jaźń, Łukasz Źdźbło.",
    "vietnamees": "Nguyễn Thị Ánh ở Đắk Lắk, cảm ơn.",
    "arabisch": "مُحَمَّد عبد الله لا يفقد أي حق، ٢٣",
    "pasjto en koerdisch": "ښاغلی ځواک ګران ڕێگا هەڤاڵ",
    "tekens": "Fijn 😀 Zoe\u0308 q\u0303 ❤ n\u030a.",
}
STIJLEN = {"gewoon": load_house_style(), "groot": load_house_style(frozenset({Leeshulp.GROOT}))}
_BEELD = ("beeld", "beelden")
"""Names of pictograms, and no words."""
_SLEUTEL = {"InhoudDeel.sleutel": "goed"}
"""Keys that something hangs on: without this one the heading of that part is not printed."""
Maak = Callable[..., bytes]


def papieren() -> Iterator[tuple[str, Maak]]:
    for module in pkgutil.iter_modules(documents.__path__):
        if module.name.endswith("_pdf"):
            binnen = import_module(f"{documents.__name__}.{module.name}")
            for naam, maak in vars(binnen).items():
                eigen = isinstance(maak, types.FunctionType) and maak.__module__ == binnen.__name__
                if eigen and not naam.startswith("_") and get_type_hints(maak).get("return") is bytes:
                    yield naam, maak


PAPIEREN = dict(papieren())


def _jpeg() -> bytes:
    stroom = io.BytesIO()
    Image.new("L", (40, 30), 120).save(stroom, "JPEG")
    return stroom.getvalue()


VAST: Mapping[Any, Any] = {
    int: 1, float: 1.0, bool: True, date: date(2027, 4, 20), time: time(9, 30), UUID: KENMERK.versie_id,
    Kenmerk: KENMERK,
}  # fmt: skip


class Merken:
    """A word of its own for each field that it goes into."""

    def __init__(self) -> None:
        self.van: dict[str, str] = {}

    def voor(self, veld: str) -> str:
        woord = f"w{len(self.van)}x"
        self.van[woord] = veld
        return woord


def vul(soort: Any, naam: str, tekst: str | Merken, stijl: HouseStyle) -> Any:
    """A value of this type in which every word is `tekst`; `naam` is the argument, or class and field."""
    if soort is HouseStyle:
        return stijl
    if soort is str:
        if naam in _SLEUTEL:
            return _SLEUTEL[naam]
        return "" if naam.rpartition(".")[2] in _BEELD else tekst if isinstance(tekst, str) else tekst.voor(naam)
    if soort is bytes:
        return _jpeg()
    if naam.rpartition(".")[2] == "strepen":
        return maak_strepen()
    if soort in VAST:
        return VAST[soort]
    if isinstance(soort, type) and issubclass(soort, Enum):
        return next(iter(soort))
    if isinstance(soort, type) and (is_dataclass(soort) or issubclass(soort, BaseModel)):
        return soort(**_velden(soort, tekst, stijl))
    return _vul_samengesteld(soort, naam, tekst, stijl)


def _vul_samengesteld(soort: Any, naam: str, tekst: str | Merken, stijl: HouseStyle) -> Any:
    bron, binnen = get_origin(soort), get_args(soort)
    if bron in (Union, types.UnionType):
        return vul(next(een for een in binnen if een is not type(None)), naam, tekst, stijl)
    if bron is tuple and binnen[-1] is not Ellipsis:
        return tuple(vul(een, naam, tekst, stijl) for een in binnen)
    if bron in (tuple, Sequence, frozenset, list):
        return (frozenset if bron is frozenset else tuple)([vul(binnen[0], naam, tekst, stijl)])
    if bron is Mapping:
        return {vul(binnen[0], naam, tekst, stijl): vul(binnen[1], naam, tekst, stijl)}
    if bron is not None and binnen:  # Annotated
        return vul(binnen[0], naam, tekst, stijl)
    raise AssertionError(f"{naam}: {soort} is nothing that this test can make")


def _velden(soort: type, tekst: str | Merken, stijl: HouseStyle) -> dict[str, Any]:
    hints = get_type_hints(soort)
    namen = [f.name for f in fields(soort)] if is_dataclass(soort) else [*soort.model_fields]  # type: ignore[attr-defined]
    return {naam: vul(hints[naam], f"{soort.__name__}.{naam}", tekst, stijl) for naam in namen}


def druk(maak: Maak, tekst: str | Merken, stijl: HouseStyle) -> bytes:
    hints = get_type_hints(maak)
    return maak(**{naam: vul(soort, naam, tekst, stijl) for naam, soort in hints.items() if naam != "return"})


def test_the_papers_are_found() -> None:
    assert {"plan_pdf", "plan_leeshulp", "stappenkaart_pdf", "rechtenblad_pdf", "blad_pdf", "gids_pdf"} <= set(PAPIEREN)


@pytest.mark.eis("TAAL-03")
@pytest.mark.parametrize("naam", PAPIEREN)
def test_names_and_sentences_of_every_script_are_sound_and_read_whole(naam: str, tmp_path: Path, qapp: object) -> None:
    for schrift, tekst in SCHRIFTEN.items():
        stijl = STIJLEN["groot" if schrift in ("pools", "arabisch") else "gewoon"]
        data = druk(PAPIEREN[naam], tekst, stijl)
        pad = tmp_path / "papier.pdf"
        pad.write_bytes(data)
        report = pdfua.validate(str(pad))
        assert list(report.findings) == [], schrift
        # The checker cannot look into a heading of more than one part; that none is empty is looked at here.
        assert [een.rule_id for een in report.skipped if "is_integer" not in (een.skipped_reason or "")] == [], schrift
        pdf = open_pdf(data)
        letters = [font for page in pdf.pages for font in page.obj.Resources.get("/Font", {}).values()]
        assert all("/FontFile2" in font.FontDescriptor and "/ToUnicode" in font for font in letters), schrift
        boom = read_structure(pdf)
        assert all(kop.text().strip() for hoogte in range(1, 7) for kop in boom.find(f"H{hoogte}")), schrift
        assert all(figuur.alt and not figuur.alt.isspace() for figuur in boom.find("Figure")), schrift
        if letters:
            assert words(tekst) in words(boom.text()), schrift
            gezien = "".join(map(Viewer(data).text, range(len(pdf.pages))))
            assert MISSING not in gezien, schrift
            if schrift in ("turks", "pools", "vietnamees"):
                assert set(tekst.split()) <= set(gezien.split()), schrift


@pytest.mark.parametrize("naam", PAPIEREN)
def test_what_no_letter_of_ours_can_print_stays_in_the_words_and_the_paper_says_so(naam: str) -> None:
    data = druk(PAPIEREN[naam], "Dag हिन्दी dag", STIJLEN["gewoon"])
    boom = read_structure(open_pdf(data))
    if any(page.obj.Resources.get("/Font") for page in open_pdf(data).pages):
        assert "Dag हिन्दी dag" in boom.text()
        assert f"Op de plaats van {MISSING} staat een teken dat we niet kunnen afdrukken." in boom.text()


_PLAN = {
    *("PlanInhoud.plansoort", "PlanInhoud.sjabloon", "InhoudAfspraak.akkoord", "InhoudTrede.sleutel"),
    *("InhoudDoel.informeel", "InhoudDoel.algemeen"),
    *("InhoudBevinding.sleutel", "InhoudBevinding.waarde"),
    *("InhoudTekenaar.als", "InhoudTekenaar.naam", "Dagstand.niet_meer"),
    *("InhoudDoel.terugvraag", "PlanInhoud.besluit", "Dagstand.besluit"),
}
NIET_GEDRUKT = {
    "plan_pdf": _PLAN,
    "plan_leeshulp": _PLAN,
    "delen_pdf": {"Sheet.titel"},
    "afspraken_pdf": {"Afsprakenkaart.inloop"},
    "gids_pdf": {"GidsRegel.doel"},
    "stappenkaart_pdf": {"Stappenkaart.inloop"},
    "rechtenblad_pdf": {"Rechtregel.vervolg", "Rechtregel.kijk"},
    "verslag_pdf": {"Reactie.naam"},
}
"""Keys, which are no words; what the ladder or what was typed took the place of; who signs, and who did not yet, where
nobody does; by when we decide, which stands under its stop; where one is found of whom there is a telephone; what is
repeated only where a page goes on; the name of who reads it and is *u*. That `titel` is the name of the document, since
another heading stands above it.
"""


@pytest.mark.parametrize("naam", PAPIEREN)
def test_every_word_that_goes_into_a_paper_stands_on_it(naam: str, qapp: object) -> None:
    """In the words that are read aloud, or in the foot that is on each page."""
    merken = Merken()
    data = druk(PAPIEREN[naam], merken, STIJLEN["gewoon"])
    gezegd = read_structure(open_pdf(data)).text()
    gezien = "".join(map(Viewer(data).text, range(len(open_pdf(data).pages))))
    mist = {veld for woord, veld in merken.van.items() if woord not in gezegd and woord not in gezien}
    assert mist == NIET_GEDRUKT.get(naam, set())
