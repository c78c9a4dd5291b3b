"""Whatever is typed or pasted stands on paper as it was typed, or is visibly replaced; never lost, never executed.

The numbers are those of the list of bad inputs.
"""

import unicodedata
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication

from kernnetwerk_app.documents.glyphs import MISSING
from kernnetwerk_app.documents.plan_pdf import plan_pdf
from kernnetwerk_app.domain.planversie import InhoudAfspraak, InhoudDoel, InhoudStap
from kernnetwerk_app.domain.tekst import is_leeg
from tests.documents.lezen import Viewer, open_pdf, read_structure, words
from tests.documents.voorbeeld import KENMERK, STIJL, maak_beeld, voorbeeld_inhoud
from tests.duur import share

FAMILIE = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
LEESBAAR = {
    "15 namen": "'s-Gravenzande O'Brien Şükrü Nguyễn ʻOkina IJ Ĳ",
    "17 NFD": "Zoe\u0308 en Zoë in cafe\u0301 De Linde",
    "20 hart en lach": "hart ❤ en lach \U0001f600",
    "26 opmaak": "<b>vet</b> & <script>alert(1)</script> {{7*7}} %s {0.__class__} </para><br/>",
    "29 lijkt op": "Jаnsen met een Cyrillische a",
    "30 bedrag": "1.234,56 tegen 1,234.56",
    "31 uit Word": '<img src="http://voorbeeld.example/volg.gif" width="1"><o:p></o:p>',
    "84 plaatje": '<img src="/etc/passwd"/> <img src="file:///etc/passwd"/> <img src="http://voorbeeld.example/x"/>',
    "85 koppeling": '<a href="javascript:alert(1)">klik</a>',
    "86 kleur": "<font color=\"[[[getattr(pow, Word('__globals__'))['os'].system('true')]]]\">x</font>",
    "escape van PDF": r"(haakje \ ) en \n en <FEFF> en EMC Q ET",
}
VERVANGEN = {
    "19 zalgo": "z" + "".join(chr(0x300 + n % 112) for n in range(400)) + "algo",
    "20 familie": f"familie {FAMILIE} en vlag \U0001f1f3\U0001f1f1",
    "89 zonder teken": "中文字 en ไทย en हिन्दी",
    "eigen gebied": "teken \ue000 van een leverancier",
}
STUK = {
    "21 besturing": "NUL\x00 en \x01\x1f en \ufffe einde",
    "21 half surrogaat": "half \ud83d en \udc00 einde",
}


def read_aloud(**anders: Any) -> str:
    """What a screen reader says of the plan with other values; they need not pass validation."""
    return read_structure(open_pdf(plan_pdf(voorbeeld_inhoud().model_copy(update=anders), KENMERK, [], STIJL))).text()


@pytest.mark.parametrize("tekst", LEESBAAR.values(), ids=LEESBAAR)
def test_typed_text_is_printed_and_found_as_it_is(tekst: str, qapp: QGuiApplication) -> None:
    data = plan_pdf(voorbeeld_inhoud(waar_het_om_gaat=tekst), KENMERK, [], STIJL)
    assert words(tekst) in words(read_structure(open_pdf(data)).text())
    assert words(tekst) in words(Viewer(data).text(0))


@pytest.mark.parametrize("tekst", VERVANGEN.values(), ids=VERVANGEN)
def test_character_without_a_glyph_is_shown_as_missing_and_still_read_aloud(tekst: str) -> None:
    text = read_aloud(waar_het_om_gaat=tekst)
    assert sieve(tekst) in sieve(text)
    assert "staat een teken dat we niet kunnen afdrukken" in text


@pytest.mark.parametrize("tekst", STUK.values(), ids=STUK)
def test_what_is_no_character_is_visible(tekst: str) -> None:
    text = read_aloud(waar_het_om_gaat=tekst)
    assert text.count(MISSING) >= 3, "two marks and the sentence that explains them"
    assert "einde" in text


def test_plan_without_missing_characters_does_not_speak_of_them() -> None:
    assert "niet kunnen afdrukken" not in read_aloud()


def test_family_is_one_mark_for_the_eye(qapp: QGuiApplication) -> None:
    viewer = Viewer(plan_pdf(voorbeeld_inhoud(waar_het_om_gaat=f"Mijn {FAMILIE} thuis"), KENMERK, [], STIJL))
    assert words(f"Mijn{MISSING}thuis") in words(viewer.text(0))


def test_composed_and_decomposed_name_look_alike(qapp: QGuiApplication) -> None:
    """17: an accent typed in two ways is one name on paper."""
    pictures = [
        Viewer(
            plan_pdf(voorbeeld_inhoud(waar_het_om_gaat=unicodedata.normalize(form, "Zoë, café")), KENMERK, [], STIJL)
        ).picture(0)
        for form in ("NFC", "NFD")
    ]
    assert pictures[0] == pictures[1]


def test_reversing_character_does_not_turn_a_name_around(qapp: QGuiApplication) -> None:
    """62: `U+202E` makes `gnp` of `png` on a screen that obeys it."""
    viewer = Viewer(plan_pdf(voorbeeld_inhoud(waar_het_om_gaat="foto\u202egpj.exe"), KENMERK, [], STIJL))
    assert "fotogpj.exe" in viewer.text(0)


def test_hostile_text_is_safe_in_every_place() -> None:
    boos = " ".join([*LEESBAAR.values(), *VERVANGEN.values(), *STUK.values()])
    afspraak = {"tekst": boos, "wanneer": boos, "waarom": boos, "opmerking": boos}
    doel = {
        "tekst": boos,
        "resultaat": boos,
        "lichter_reden": boos,
        "stappen": (InhoudStap.model_construct(tekst=boos, gedaan=True),),
        "afspraken": (InhoudAfspraak.model_construct(wie=boos, soort=boos, akkoord=boos, **afspraak),),
    }
    overal = dict.fromkeys(("gemeente", "titel", "van", "adres", "vraag", "waar_het_om_gaat", "zelf", "kansen"), boos)
    inhoud = voorbeeld_inhoud().model_copy(
        update=overal | {"doelen": (InhoudDoel.model_construct(nummer=1, **doel),), "route": (boos,) * 3}
    )
    pdf = open_pdf(plan_pdf(inhoud, KENMERK, [maak_beeld(naam=boos, reactie=boos)], STIJL))
    assert pdf.check_pdf_syntax() == []
    assert read_structure(pdf).text().count("<script>") >= 16
    assert not any(list(page.get_images()) for page in pdf.pages)


def test_lines_and_paragraphs_stay_as_typed() -> None:
    tekst = "een\u2028twee\r\ndrie\n\nvier"
    root = read_structure(open_pdf(plan_pdf(voorbeeld_inhoud(waar_het_om_gaat=tekst), KENMERK, [], STIJL)))
    spoken = [paragraph.text() for paragraph in root.find("P")]
    assert "een twee drie" in spoken
    assert "vier" in spoken


LANG = {
    "88 lange tekst": "De bus haalt ons op. " * 9_500,
    "24 lang woord": "a" * 100_000,
    "87 geneste opmaak": "<b>" * 2000 + "x" + "</b>" * 2000,
    "19 veel tekens op een letter": "z" + "\u0301" * 100_000,
    "25 bijna alleen wit": " \u200b\u00a0" * 60_000 + "Zandloper",
    "veel alinea's": "a\n\n" * 3_000,
    "89 veel tekens die ontbreken": "中 a " * 12_000,
}


@pytest.mark.parametrize("tekst", LANG.values(), ids=LANG)
def test_very_long_text_is_printed_whole(tekst: str) -> None:
    """In the text, and in a narrow cell of a table: 90 is a row that is higher than a page."""
    doel = InhoudDoel(nummer=1, tekst="Ik wil.", afspraken=(InhoudAfspraak(wie="Ik", soort="x", tekst=tekst),))
    data = plan_pdf(voorbeeld_inhoud(waar_het_om_gaat=tekst, doelen=(doel,)), KENMERK, [], STIJL)
    assert sieve(read_structure(open_pdf(data)).text()).count(sieve(tekst)) == 2


@pytest.mark.parametrize("lengte", [1, 300])
def test_name_of_any_length_stands_whole_where_names_stand(lengte: int) -> None:
    """16: one letter and three hundred."""
    naam = "Ö" * lengte
    inhoud = voorbeeld_inhoud(van=naam, gemeente=naam, titel=naam, route=(naam, naam), adres=naam)
    text = read_structure(open_pdf(plan_pdf(inhoud, KENMERK, [maak_beeld(naam=naam)], STIJL))).text()
    assert words(text).count(naam) >= 6


def sieve(text: str) -> str:
    """What must survive: all that a reader sees and a text can carry, in one normal form."""
    seen = [char for char in text if not is_leeg(char) and char != MISSING and unicodedata.category(char) != "Cs"]
    return unicodedata.normalize("NFC", "".join(seen))


@given(st.text(st.characters(exclude_categories=()), max_size=80))
@example("\u0644\u200d\u0627 \u0644\u0627 (\u05d0) 12,5 x\u0301")
@example("\u202e\ufeff")
@settings(max_examples=share(25))
def test_any_text_survives(tekst: str) -> None:
    text = read_aloud(waar_het_om_gaat=tekst)
    assert sieve(tekst) in sieve(text)


@given(st.text(st.characters(exclude_categories=()), max_size=30), st.text(st.characters(), max_size=30))
@settings(max_examples=share(12))
def test_any_name_and_reaction_survive(naam: str, reactie: str) -> None:
    data = plan_pdf(voorbeeld_inhoud(), KENMERK, [maak_beeld(naam=naam, reactie=reactie)], STIJL)
    text = sieve(read_structure(open_pdf(data)).text())
    assert sieve(naam) in text
    assert sieve(reactie) in text
