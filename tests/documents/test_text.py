"""Lines: where they end, in which font, and what is read aloud for them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.documents.bidi import direction, visual_order
from kernnetwerk_app.documents.fonts import typeface
from kernnetwerk_app.documents.glyphs import MISSING, to_characters
from kernnetwerk_app.documents.shaping import letters_of
from kernnetwerk_app.documents.text import Line, Run, break_lines, one_line, paragraphs


def drawn(line: Line) -> str:
    """What stands on the paper from left to right."""
    return "".join(part.drawn for span in line.spans() for part in span.parts)


def typed(line: Line) -> str:
    return "".join(piece.typed for piece in line.pieces)


def lay(text: str, width: float = 200, bold: bool = False) -> list[Line]:
    return break_lines([Run(text, bold)], 10, width)


def test_line_ends_with_a_space_so_that_copied_words_do_not_join() -> None:
    lines = lay("Met buurvrouw Riet drink ik op donderdag koffie bij haar thuis.")
    assert len(lines) > 1
    assert "".join(map(typed, lines)) == "Met buurvrouw Riet drink ik op donderdag koffie bij haar thuis."


@pytest.mark.parametrize(
    ("tekst", "eerste"),
    [
        ("xxxxxxxxxxxxxxxxxxx lange-afstandsbus", "xxxxxxxxxxxxxxxxxxx lange-"),
        ("xxxxxxxxxxxxxxxxxxxxx 01-02-2027", "xxxxxxxxxxxxxxxxxxxxx "),
        ("xxxxxxxxxxxxxxxxxxxxx 06\xa012\xa034\xa056", "xxxxxxxxxxxxxxxxxxxxx "),
    ],
)
def test_line_breaks_after_a_hyphen_between_letters_but_not_inside_a_number(tekst: str, eerste: str) -> None:
    assert typed(lay(tekst, 150)[0]) == eerste


def test_word_longer_than_a_line_is_cut_where_the_line_is_full() -> None:
    lines = lay("w" * 100, 100)
    assert "".join(map(drawn, lines)) == "w" * 100
    assert {len(drawn(line)) for line in lines[:-1]} == {len(drawn(lines[0]))}


def test_weight_and_colour_stay_with_their_words() -> None:
    [line] = break_lines([Run("Waarom: ", bold=True), Run("rug", colour=(1, 0, 0))], 10, 200)
    fonts = [(part.drawn, part.font, part.colour) for span in line.spans() for part in span.parts]
    assert fonts == [
        ("Waarom:", "OpenSans-SemiBold", None),
        (" ", "OpenSans-SemiBold", None),
        ("rug", "OpenSans-Regular", (1, 0, 0)),
    ] or fonts == [
        ("Waarom: ", "OpenSans-SemiBold", None),
        ("rug", "OpenSans-Regular", (1, 0, 0)),
    ]


@pytest.mark.parametrize(
    ("bold", "fonts"), [(False, ["OpenSans-Regular", "DejaVuSans"]), (True, ["OpenSans-SemiBold", "DejaVuSans-Bold"])]
)
def test_character_that_the_first_font_lacks_comes_from_the_second_in_the_same_weight(
    bold: bool, fonts: list[str]
) -> None:
    [line] = lay("hart ❤", bold=bold)
    assert [part.font for span in line.spans() for part in span.parts] == fonts


def test_letter_and_its_marks_come_from_one_font() -> None:
    [line] = lay("n\u030a")
    assert [(part.drawn, part.font) for span in line.spans() for part in span.parts] == [("n\u030a", "DejaVuSans")]


def test_replaced_glyph_keeps_what_was_typed() -> None:
    [line] = lay("ja \U0001f46a nee")
    assert [(span.actual, "".join(part.drawn for part in span.parts)) for span in line.spans()] == [
        (None, "ja "),
        ("\U0001f46a", MISSING),
        (None, " nee"),
    ]


def test_line_full_of_replaced_glyphs_has_one_text_for_all() -> None:
    [line] = lay("中 a 文 b 字 c 中 d", 500)
    assert [span.actual for span in line.spans()] == ["中 a 文 b 字 c 中 d"]


def test_words_from_right_to_left_are_turned_and_read_aloud_as_typed() -> None:
    [line] = lay("Hij zei: שלום עולם (2027) en ging.", 500)
    assert drawn(line) == "Hij zei: (2027) םלוע םולש en ging."
    assert [span.actual for span in line.spans()] == ["Hij zei: שלום עולם (2027) en ging."]


def test_paragraph_from_right_to_left_keeps_numbers_and_brackets_right() -> None:
    [line] = lay("“שלום (12,50) עולם”", 500)
    assert line.base == "R"
    assert drawn(line) == "”םלוע (12,50) םולש“"


def test_letters_that_join_stand_in_the_form_that_their_neighbours_ask_for() -> None:
    [line] = lay("\u0645\u0631\u062d\u0628\u0627")
    assert [(piece.typed, piece.drawn) for piece in line.pieces] == [
        ("\u0645", "\ufee3"),  # meem, initial
        ("\u0631", "\ufeae"),  # reh, final: it does not reach on
        ("\u062d", "\ufea3"),  # hah, initial
        ("\u0628", "\ufe92"),  # beh, medial
        ("\u0627", "\ufe8e"),  # alef, final
    ]
    [lam_alef] = lay("\u0644\u064e\u0627")[0].pieces
    assert (lam_alef.typed, len(lam_alef.drawn)) == ("\u0644\u064e\u0627", 2)
    apart, joined = lay("\u0628\u200c\u0628"), lay("\u0628\u0628")
    assert drawn(apart[0]) != drawn(joined[0]), "a non-joiner keeps letters apart"


def test_letters_for_which_unicode_has_no_joined_form_join_as_well_and_can_be_copied() -> None:
    """Pashto and Sorani Kurdish: the forms are in the font only."""
    for woord in ("\u069a\u0627\u063a\u0644\u06cc", "\u0695\u06ce\u06af\u0627", "\u0647\u06d5\u06a4\u0627\u06b5"):
        [line] = lay(woord)
        assert typed(line) == woord
        letters = "".join(letters_of(ord(char)) for char in reversed(drawn(line)))
        assert unicodedata.normalize("NFKC", letters) == woord
        assert drawn(line) != woord[::-1]


def test_a_mark_stands_on_its_letter() -> None:
    [line] = lay("\u05d1\u05bc")
    [[part]] = [span.parts for span in line.spans()]
    assert len(part.drawn) == len(part.places) == 2
    assert part.width == pytest.approx(typeface(False).fallback_widths["\u05d1"], abs=0.01)


@given(st.lists(st.sampled_from(["L", "R", "EN", "ON"]), max_size=30), st.sampled_from(["L", "R"]))
def test_reordering_loses_nothing(directions: list[str], base: str) -> None:
    order, leftward = visual_order(directions, base)
    assert sorted(order) == list(range(len(directions)))
    assert len(leftward) == len(directions)


def test_direction_of_a_word_is_that_of_its_first_letter() -> None:
    assert [direction(word) for word in ("(huis", "שלום", "12,50", "...")] == ["L", "R", "EN", "ON"]


def test_empty_line_begins_a_paragraph_and_a_line_end_only_a_line() -> None:
    assert paragraphs("een\ntwee\n \u200b\n\ndrie\r\n") == [["een", "twee"], ["drie"]]
    assert paragraphs("") == []
    assert one_line(" een\n\ntwee ") == " een twee "


def test_pasted_rubbish_becomes_one_paragraph_with_all_its_lines() -> None:
    assert [len(lines) for lines in paragraphs("a\n\n" * 600)] == [600]


@given(st.text(max_size=60), st.floats(20, 400), st.booleans())
def test_no_line_is_wider_than_its_room(text: str, width: float, bold: bool) -> None:
    """Except for one letter with its marks that is wider by itself."""
    for line in lay(text, width, bold):
        assert line.width * 10 <= width + 0.01 or len(list(to_characters(line.pieces))) <= 2


@given(st.text("abc deé .?“”P1207-–/(", max_size=60), st.floats(60, 400), st.booleans())
def test_words_that_need_no_second_look_end_their_lines_where_they_would_with_one(
    text: str, width: float, bold: bool
) -> None:
    """A joiner that nobody sees sends the same words the longer way."""
    runs = [Run("Waarom: ", bold=True), Run(text, bold)]
    short = break_lines(runs, 10, width, more=bold)
    long = break_lines([*runs, Run("\u2060")], 10, width, more=bold)
    assert list(map(typed, short)) == [typed(line).replace("\u2060", "") for line in long]
    assert [line.width for line in short] == pytest.approx([line.width for line in long])


def test_faces_hold_no_glyphs_for_what_cannot_be_read() -> None:
    for bold in (False, True):
        face = typeface(bold)
        assert MISSING in face.plain
        assert face.look_up("\u202e") is None
        assert face.look_up("\uef00") is None


@pytest.mark.parametrize("samen", ["0000 - 00 00 00", "06 12 34 56 78", "(020) 111 22 33.", "13.00 uur.", "4 mei 2027"])
def test_a_number_a_time_and_a_date_stay_on_one_line(samen: str) -> None:
    lines = lay(f"Wie wil bellen doet dat {samen} en anders niet.", width=170)
    assert [samen in typed(line) for line in lines].count(True) == 1
    assert "".join(map(typed, lines)) == f"Wie wil bellen doet dat {samen} en anders niet.", (
        "nothing but spaces of a line"
    )
    assert len(lay(samen, width=30)) > 1, "what does not fit in its column goes on below, at a space"


@pytest.mark.parametrize("adres", ["Bedachte Dijk 12, Voorbeelderveen", "Proefweg 3a in Voorbeelderveen"])
def test_the_number_of_a_house_stays_with_its_street(adres: str) -> None:
    straat = adres.split()[-3 if "," in adres else -4]
    for width in range(90, 220, 5):
        lines = [typed(line) for line in lay(f"Plan van Henk Verzonnen, {adres}", width=width)]
        assert all(not line.rstrip().endswith(straat) for line in lines), width
        assert "".join(lines) == f"Plan van Henk Verzonnen, {adres}", "a space as it was typed"
    assert len(lay(adres, width=30)) > 2, "what does not fit in its column goes on below, at a space"


def test_a_row_of_loose_numbers_is_text_that_goes_on_below() -> None:
    assert all(line.width * 10 > 150 for line in lay("12 " * 60)[:-1])
