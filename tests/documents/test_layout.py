"""Pages: nothing lost, nothing over the edge, headings with what they stand above."""

from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.documents.house_style import TextStyle
from kernnetwerk_app.documents.layout import Block, Drawing, Row, Stack, Text, fill, paginate
from kernnetwerk_app.documents.text import Line, Run, break_lines

STYLE = TextStyle(10, 10, (0, 0, 0))


def lines(count: int) -> list[Line]:
    return break_lines([Run("x" * count)], 10, 0)


def text(count: int, keep_next: bool = False, above: float = 0) -> Text:
    return Text(lines(count), STYLE, 100, None, above=above, keep_next=keep_next)


def count_lines(block: Block) -> int:
    match block:
        case Text():
            return len(block.lines)
        case Stack():
            return sum(map(count_lines, block.blocks))
        case Row():
            return sum(count_lines(cell) for _, cell in block.cells)
        case _:
            return 0


blocks = st.recursive(
    st.builds(text, st.integers(1, 40), st.booleans(), st.floats(0, 30)),
    lambda below: (
        st.builds(
            Stack, st.lists(below, min_size=1, max_size=4), pad=st.floats(0, 12), whole_up_to=st.sampled_from([0, 100])
        )
        | st.builds(
            lambda cells: Row([(0.0, Stack(cell)) for cell in cells], pad=3),
            st.lists(st.lists(below, min_size=1, max_size=3), min_size=1, max_size=3),
        )
    ),
    max_leaves=8,
)


@given(st.lists(blocks, max_size=8))
def test_every_line_stands_on_one_page_and_no_page_is_too_full(content: list[Block]) -> None:
    pages = paginate(content, 200)
    assert sum(count_lines(block) for page in pages for block in page) == sum(map(count_lines, content))
    for page in pages:
        height = sum(block.height for block in page) + sum(block.above for block in page[1:])
        assert height <= 200.1


def test_heading_goes_along_with_its_text() -> None:
    pages = paginate([text(15), text(1, keep_next=True), text(1, keep_next=True), text(8)], 180)
    assert [[count_lines(block) for block in page] for page in pages] == [[15], [1, 1, 8]]


def test_text_leaves_no_line_alone() -> None:
    assert [[count_lines(block) for block in page] for page in paginate([text(18), text(5)], 190)] == [[18], [5]]
    assert [[count_lines(block) for block in page] for page in paginate([text(16), text(5)], 200)] == [[16, 3], [2]]


def test_page_of_headings_only_still_ends() -> None:
    pages = paginate([text(3, keep_next=True) for _ in range(20)], 100)
    assert sum(len(page) for page in pages) == 20


def test_drawing_that_does_not_fit_goes_to_the_next_page() -> None:
    drawing = Drawing(60, 10, lambda *_: None)
    assert [len(page) for page in paginate([text(15), drawing], 200)] == [1, 1]


def test_block_is_kept_whole_up_to_its_limit() -> None:
    stack = Stack([text(4), text(4)], whole_up_to=80)
    assert fill([text(5), stack], 100)[1] == [stack]
    higher = Stack([text(4), text(5)], whole_up_to=80)
    assert [count_lines(block) for block in fill([text(5), higher], 100)[0]] == [5, 4]


def test_repeated_head_stands_above_what_goes_on() -> None:
    head = Row([(0.0, Stack([text(1)]))])
    row = Row([(0.0, Stack([text(30)])), (50.0, Stack([text(1)]))], carry=head)
    pages = paginate([Row([(0.0, Stack([text(1)]))], keep_next=True), row], 200)
    assert [[count_lines(block) for block in page] for page in pages] == [[1, 20], [1, 11]]


def test_empty_document_has_one_page() -> None:
    assert paginate([], 100) == [[]]


def test_a_heading_inside_a_block_goes_along_with_its_text_too() -> None:
    pages = paginate([text(15), Stack([text(1, keep_next=True), text(8)])], 165)
    assert [[count_lines(block) for block in page] for page in pages] == [[15], [9]]
