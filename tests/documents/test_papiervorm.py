"""Paper that everybody can read: large, black on white, with pictures, or as a script to read aloud (TAAL-03)."""

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kernnetwerk_app.documents.house_style import load_house_style
from kernnetwerk_app.documents.pictogram import Move, strokes
from kernnetwerk_app.documents.plan_pdf import plan_leeshulp, plan_pdf
from kernnetwerk_app.documents.sheet import Sheet, fits, sheet_pdf
from kernnetwerk_app.documents.signing import toon_code
from kernnetwerk_app.domain.huisstijl import contrast
from kernnetwerk_app.domain.papiervorm import GEWOON, Leeshulp, Papiervorm
from kernnetwerk_app.domain.planversie import PlanInhoud
from kernnetwerk_app.paths import resource
from tests.documents.lezen import Viewer, letters, open_pdf, read_structure, words
from tests.documents.voorbeeld import KENMERK, voorbeeld_inhoud

pytestmark = pytest.mark.usefixtures("qapp")
VORMEN = [
    frozenset({Leeshulp.GROOT}),
    frozenset({Leeshulp.CONTRAST}),
    frozenset({Leeshulp.BEELD}),
    frozenset({Leeshulp.GROOT, Leeshulp.CONTRAST, Leeshulp.BEELD}),
]
HOE = {Leeshulp.GROOT: "in grote letters", Leeshulp.CONTRAST: "in zwart op wit", Leeshulp.BEELD: "met plaatjes"}


def _plan(vorm: Papiervorm) -> bytes:
    return plan_pdf(voorbeeld_inhoud(), None, (), load_house_style(vorm))


def _gelezen(pdf: bytes) -> str:
    return words(read_structure(open_pdf(pdf)).text())


def _gedrukt(pdf: bytes) -> str:
    viewer = Viewer(pdf)
    return " ".join(" ".join(viewer.text(page) for page in range(viewer.pages)).split())


@pytest.mark.parametrize(("vorm", "tekst", "kleinst", "sterk"), [(VORMEN[0], 18, 12, 7), (GEWOON, 12, 9, 4.5)])
def test_the_smallest_words_can_be_read_too(vorm: Papiervorm, tekst: float, kleinst: float, sterk: float) -> None:
    """With foot, table heads and labels: the size of every letter that is drawn, and its contrast (WCAG 2.2)."""
    stijl = load_house_style(vorm)
    papieren = [_plan(vorm), plan_leeshulp(voorbeeld_inhoud(leus="Samen doen."), KENMERK, stijl)]
    papieren += [] if vorm else [plan_pdf(voorbeeld_inhoud(), KENMERK, (), stijl)]
    for pdf in papieren:
        gezien = letters(open_pdf(pdf).pages)
        assert {stijl.voet.size, stijl.klein.size} <= {round(size, 4) for size, _ in gezien}, "those are looked at"
        assert min(size for size, _ in gezien) >= kleinst
        assert min(contrast(kleur, "#FFFFFF") for _, kleur in gezien) >= sterk
    assert stijl.tekst.size >= tekst
    op_stem = (
        "#{:02X}{:02X}{:02X}".format(*(round(255 * deel) for deel in een)) for een in (stijl.stem_inkt, stijl.stem)
    )
    assert contrast(*op_stem) >= sterk


def test_black_on_white_has_no_other_colour() -> None:
    stijl = load_house_style(frozenset({Leeshulp.CONTRAST}))
    assert {stijl.inkt, stijl.inkt2, stijl.accent, stijl.rand, stijl.lijn} == {(0.0, 0.0, 0.0)}
    assert {stijl.papier, stijl.stem, stijl.op_accent} == {(1.0, 1.0, 1.0)}


@pytest.mark.parametrize("vorm", VORMEN, ids=lambda vorm: "+".join(sorted(vorm)))
def test_in_every_form_the_plan_says_the_same_words_in_the_same_order(vorm: Papiervorm) -> None:
    koppen = ["Wie", "Wat", "Wanneer"]
    gewoon = [kop.text().strip() for kop in read_structure(open_pdf(_plan(GEWOON))).find("TH")]
    anders = [kop.text().strip() for kop in read_structure(open_pdf(_plan(vorm))).find("TH")]
    assert [kop for kop in anders if kop not in koppen] == [kop for kop in gewoon if kop not in koppen]
    if Leeshulp.GROOT not in vorm:
        assert _gelezen(_plan(vorm)) == _gelezen(_plan(GEWOON))
    for deel in ("Ik wil elke week weer een keer de deur uit.", "Half twaalf is te vroeg.", "Zo gaat het verder"):
        assert words(deel) in _gelezen(_plan(vorm))


def test_large_print_takes_more_paper_and_nothing_sticks_out_of_it() -> None:
    groot = Viewer(_plan(frozenset({Leeshulp.GROOT})))
    assert groot.pages > Viewer(_plan(GEWOON)).pages
    for page in range(groot.pages):
        beeld = groot.picture(page)
        rand = range(round(beeld.width() * 0.945), beeld.width())
        assert all(beeld.pixel(x, y) == 0xFFFFFFFF for x in rand for y in range(0, beeld.height(), 3))


@pytest.mark.eis("TAAL-03")
def test_i_can_read_the_plan_aloud_a_sentence_a_line_with_who_what_and_when_said() -> None:
    stijl = load_house_style(frozenset({Leeshulp.VOORLEZEN}))
    boom = read_structure(open_pdf(plan_leeshulp(voorbeeld_inhoud(), None, stijl)))
    regels = [node.text().strip() for node in boom.find("P")]
    assert "Dit is om voor te lezen. Elke zin staat op een eigen regel." in regels
    wie = regels.index("Wie: Buurvrouw Riet")
    assert regels[wie : wie + 5] == [
        "Wie: Buurvrouw Riet",
        "mensen om mij heen",
        "Wat: Riet gaat op dinsdag met mij mee naar de eettafel.",
        "Ik ben het hiermee eens.",
        "Wanneer: vanaf 4 mei 2027",
    ]
    assert "Gedaan: De dienstregeling van de buurtbus halen" in regels
    assert "Nog te doen: Samen één keer proefrijden" in regels
    assert "De weg van uw vraag, in 6 stappen." in regels
    assert [node.text().strip() for node in boom.find("H1")] == ["Mijn plan"]


def test_every_word_of_the_plan_is_in_the_script() -> None:
    stijl = load_house_style(frozenset({Leeshulp.VOORLEZEN}))
    script = words(_gedrukt(plan_leeshulp(voorbeeld_inhoud(), None, stijl)))
    boom = read_structure(open_pdf(_plan(GEWOON)))
    for node in (*boom.find("P"), *boom.find("H2"), *boom.find("H3")):
        for deel in node.text().replace("· gedaan", "").replace("·", " ").split():
            assert words(deel) in script


def test_the_script_of_a_version_says_that_the_plan_itself_is_the_one_that_counts_and_has_no_code_to_scan() -> None:
    stijl = load_house_style(frozenset({Leeshulp.VOORLEZEN}))
    tekst = _gedrukt(plan_leeshulp(voorbeeld_inhoud(), KENMERK, stijl))
    assert "Dat plan geldt." in tekst
    assert "Het plan zelf is een ander papier." in tekst
    assert "Ik ben het eens met dit plan" in tekst
    assert "Handtekening" not in tekst


@pytest.mark.eis("TAAL-03")
@pytest.mark.parametrize("vorm", VORMEN, ids=lambda vorm: "+".join(sorted(vorm)))
def test_i_can_read_a_version_in_my_form_and_every_sheet_says_which_it_is_and_where_one_signs(vorm: Papiervorm) -> None:
    inhoud = voorbeeld_inhoud(leus="Samen doen.")
    pdf = plan_leeshulp(inhoud, KENMERK, load_house_style(vorm))
    kijk, om_te_tekenen = Viewer(pdf), read_structure(open_pdf(plan_pdf(inhoud, KENMERK, (), load_house_style())))
    for page in range(kijk.pages):
        blad = " ".join(kijk.text(page).split())
        assert "Versie 2 van dinsdag 20 april 2027, om te lezen. Tekenen doet u op het gewone blad" in blad
    gelezen_ = _gelezen(pdf)
    for deel in om_te_tekenen.find("H3"):
        assert words(deel.text()) in gelezen_
    hulp = next(hulp for hulp in Leeshulp if hulp in vorm)
    for zin in (f"Dit is het plan van dinsdag 20 april 2027 (versie 2) {HOE[hulp]}.", inhoud.vraag, inhoud.leus):
        assert words(zin) in gelezen_
    gedrukt = _gedrukt(pdf)
    assert "Handtekening" not in gedrukt
    assert toon_code(KENMERK.code) not in gedrukt


@pytest.mark.parametrize("regels", range(10))
def test_the_words_of_the_question_stand_on_the_page_of_its_heading(regels: int) -> None:
    """However far down the page it comes: here after that many lines about who reads it."""
    inhoud = voorbeeld_inhoud(aan=("Aan wie voor haar beslist",) * regels)
    pdf = plan_leeshulp(inhoud, KENMERK, load_house_style(frozenset({Leeshulp.GROOT})))
    kijk = Viewer(pdf)
    bladen = [" ".join(kijk.text(page).split()) for page in range(kijk.pages)]
    (blad,) = [tekst for tekst in bladen if "Mijn vraag" in tekst]
    assert inhoud.vraag in blad


def _bladen(inhoud: PlanInhoud, hulp: Leeshulp) -> list[str]:
    kijk = Viewer(plan_leeshulp(inhoud, KENMERK, load_house_style(frozenset({hulp}))))
    return [" ".join(kijk.text(page).split()) for page in range(kijk.pages)]


@pytest.mark.parametrize("regels", range(0, 24, 3))
def test_what_is_read_in_one_breath_stands_on_one_page(regels: int) -> None:
    """However far down the page it comes. A question with its answer, a label with its list, a line of the plan."""
    inhoud = voorbeeld_inhoud(aan=("Aan wie voor haar beslist",) * regels)
    inhoud = inhoud.model_copy(update={"verder": ("Vraagt u hulp aan? Dan krijgt u een besluit.", "Bel ons gerust.")})
    script = _bladen(inhoud, Leeshulp.VOORLEZEN)
    for samen in (
        "Vraagt u hulp aan? Dan krijgt u een besluit.",
        "Kleine stappen Gedaan: De dienstregeling",
        "Wie: Buurvrouw Riet mensen om mij heen Wat: Riet gaat op dinsdag met mij mee naar de eettafel.",
        "Ik ben het hiermee eens. Wanneer: vanaf 4 mei 2027",
    ):
        assert any(samen in blad for blad in script), samen
    groot = _bladen(inhoud, Leeshulp.GROOT)
    assert any("Wat vindt u van dit plan?" in blad and "eens met dit plan, omdat" in blad for blad in groot)
    assert any("Dan krijgt u een besluit. Bel ons gerust." in blad for blad in groot), "no last sentence alone"


@pytest.mark.parametrize("naam", sorted(path.stem for path in resource("icons").glob("*.svg")))
def test_every_icon_of_the_screen_can_be_drawn_on_paper_as_it_is(naam: str) -> None:
    """Each point of its lines lies where Qt paints it, so none runs out of its square or is read wrong."""
    svg = resource("icons", f"{naam}.svg").read_bytes().replace(b"currentColor", b"#000000")
    beeld = QImage(400, 400, QImage.Format.Format_RGB32)
    beeld.fill(0xFFFFFFFF)
    painter = QPainter(beeld)
    QSvgRenderer(svg).render(painter)
    painter.end()
    getekend = strokes(naam)
    assert isinstance(getekend[0], Move)
    for stroke in getekend:
        x, y = stroke.to
        assert beeld.pixel(round(x * 20), round(y * 20)) != 0xFFFFFFFF, f"{naam}: nothing at {x}, {y}"


def test_a_paper_of_too_many_words_is_more_than_one_page() -> None:
    sheet, stijl = Sheet("Voorbeeldland", "Proef", voorbeeld_inhoud().datum), load_house_style()
    assert fits(sheet, lambda c: c.add(c.sentence("Een zin.")), stijl)
    assert not fits(sheet, lambda c: c.add(*(c.sentence("Een zin.") for _ in range(60))), stijl)
    assert fits(sheet, lambda c: c.add(*(c.sentence("Een zin.") for _ in range(60))), stijl, pages=2)
    assert Viewer(sheet_pdf(sheet, lambda c: c.add(c.sentence("Een zin.")), stijl)).pages == 1
