"""The plan on paper: what stands on it, in which order, with and without signatures."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest
import zxingcpp
from PySide6.QtGui import QGuiApplication, QImage
from reportlab.lib.rl_accel import fp_str

from kernnetwerk_app.documents.asked import Dagstand
from kernnetwerk_app.documents.errors import DocumentError
from kernnetwerk_app.documents.plan_pdf import Kenmerk, plan_leeshulp, plan_pdf
from kernnetwerk_app.documents.qr import read_qr
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze, Wijze
from kernnetwerk_app.domain.planversie import (
    InhoudAfspraak,
    InhoudDoel,
    InhoudLeefgebied,
    InhoudTekenaar,
    InhoudVoorziening,
)
from kernnetwerk_app.teksten import load
from tests.documents.lezen import Viewer, letters, open_pdf, read_structure, words
from tests.documents.voorbeeld import DOEL_1, DOEL_2, KENMERK, STIJL, maak_beeld, maak_strepen, voorbeeld_inhoud

GOUDEN = Path(__file__).parent
KEUZES = (
    "Ik ben het eens met dit plan",
    "Ik heb het plan gezien en heb opmerkingen",
    "Ik ben het niet eens met dit plan, omdat ...",
)


def values(value: object) -> Iterator[str]:
    """Every text in the content; the ones that are shown in words of ours are tested apart."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, below in value.items():
            if key not in ("plansoort", "soort", "akkoord"):
                yield from values(below)
    elif isinstance(value, tuple | list):
        for below in value:
            yield from values(below)


def read_qr_of(picture: QImage) -> list[str]:
    bits = memoryview(picture.constBits()).cast("B", (picture.height(), picture.bytesPerLine()))
    return [found.text for found in zxingcpp.read_barcodes(bits)]


@pytest.mark.parametrize("naam", ["leeg", "getekend", "in_de_maak"])
def test_structure_is_read_aloud_in_this_order(naam: str) -> None:
    beelden = [maak_beeld()] if naam == "getekend" else []
    data = plan_pdf(voorbeeld_inhoud(), None if naam == "in_de_maak" else KENMERK, beelden, STIJL)
    expected = (GOUDEN / f"{naam}.structuur.txt").read_text(encoding="utf-8")
    assert read_structure(open_pdf(data)).outline() == expected


def test_every_value_of_the_content_stands_on_paper() -> None:
    inhoud = voorbeeld_inhoud()
    text = words(read_structure(open_pdf(plan_pdf(inhoud, KENMERK, [], STIJL))).text())
    assert [value for value in values(inhoud.model_dump()) if words(value) not in text] == []


def test_viewer_finds_every_value_of_the_content(qapp: QGuiApplication) -> None:
    inhoud = voorbeeld_inhoud()
    viewer = Viewer(plan_pdf(inhoud, KENMERK, [], STIJL))
    text = words("".join(viewer.text(page) for page in range(viewer.pages)))
    assert [value for value in values(inhoud.model_dump()) if words(value) not in text] == []


def test_wish_that_is_a_goal_is_printed_once_and_another_wish_is_not_lost() -> None:
    leefgebieden = (
        InhoudLeefgebied(naam="Huisvesting", wens=DOEL_1.tekst),
        InhoudLeefgebied(naam="Justitie", wens="Ik wil rust."),
    )
    data = plan_pdf(voorbeeld_inhoud(leefgebieden=leefgebieden), KENMERK, [], STIJL)
    text = read_structure(open_pdf(data)).text()
    assert text.count(DOEL_1.tekst) == 1
    assert "Justitie: “Ik wil rust.”" in text


def test_section_without_words_has_no_heading() -> None:
    gesprek = {"waar_het_om_gaat": " \n\u200b", "al_geprobeerd": None, "aanwezig": ""}
    leeg = voorbeeld_inhoud(**gesprek, zelf=None, kansen="", leefgebieden=(), doelen=(), route=())
    root = read_structure(open_pdf(plan_pdf(leeg, KENMERK, [], STIJL)))
    koppen = [kop.text() for kop in root.find("H2")]
    assert koppen == ["Mijn vraag", "Zo gaat het verder", "Wat vindt u van dit plan?"]
    assert list(root.find("Figure")) == []


def test_line_of_the_plan_looks_back_on_its_own_day_only_when_it_differs() -> None:
    text = read_structure(open_pdf(plan_pdf(voorbeeld_inhoud(), KENMERK, [], STIJL))).text()
    assert text.count("29 juni 2027") == 1
    assert words("terugkijken op 1 september 2027") in words(text)


def test_paper_of_what_could_not_all_be_read_says_so_with_why_and_another_says_nothing() -> None:
    for reden, staat_er in (("Mevrouw wil nu verder.", True), (None, False)):
        pdf = read_structure(open_pdf(plan_pdf(voorbeeld_inhoud(ongelezen=reden), KENMERK, [], STIJL)))
        gevonden = [p.text() for p in pdf.find("P") if "niet te lezen en staat niet op dit papier" in p.text()]
        assert bool(gevonden) is staat_er
        assert all(words("nu samen door, want: Mevrouw wil nu verder.") in words(zin) for zin in gevonden)


def test_without_a_day_to_look_back_it_says_that_one_is_still_to_be_chosen() -> None:
    zonder = read_structure(open_pdf(plan_pdf(voorbeeld_inhoud(terugkijk=None), KENMERK, [], STIJL)))
    assert [p.text() for p in zonder.find("P") if "samen terugkijken" in p.text()] == [
        "Op welke dag we samen terugkijken, spreken we nog af."
    ]


@pytest.mark.parametrize(
    ("soort", "wie", "verwacht"),
    [
        ("netwerk", "Karin", "mensen om mij heen"),
        ("inwoner", "Ik zelf", ""),
        ("professional", "Beroepskracht", ""),
        ("nog onbekend", "Karin", "nog onbekend"),
    ],
)
def test_kind_of_help_stands_under_a_name_and_not_under_itself(soort: str, wie: str, verwacht: str) -> None:
    doel = InhoudDoel(nummer=1, tekst="Ik wil.", afspraken=(InhoudAfspraak(wie=wie, soort=soort, tekst="Doen."),))
    root = read_structure(open_pdf(plan_pdf(voorbeeld_inhoud(doelen=(doel,)), KENMERK, [], STIJL)))
    assert list(root.find("TR"))[1].kids[0].text() == wie + verwacht


@pytest.mark.parametrize(
    ("kan", "reden", "verwacht"),
    [
        (False, "Karin kan niet meer doen.", "Kan het ook lichter? Nee, dit is nodig. Karin kan niet meer doen."),
        (True, None, "Kan het ook lichter? Ja, het kan lichter."),
        (None, "Dat zoeken we uit.", "Kan het ook lichter? Dat zoeken we uit."),
        (None, "  ", ""),
    ],
)
def test_resident_reads_whether_something_lighter_will_do_and_why(
    kan: bool | None, reden: str | None, verwacht: str
) -> None:
    """A finding of the onderzoek, not a note of the worker (Wmo 2015 art. 2.3.2 lid 8, PLAN-11)."""
    doel = InhoudDoel(nummer=1, tekst="Ik wil.", lichter_kan=kan, lichter_reden=reden)
    root = read_structure(open_pdf(plan_pdf(voorbeeld_inhoud(doelen=(doel,)), KENMERK, [], STIJL)))
    assert [p.text() for p in root.find("P") if "lichter" in p.text()] == ([verwacht] if verwacht else [])


def test_plan_van_aanpak_is_called_so_everywhere() -> None:
    pdf = open_pdf(plan_pdf(voorbeeld_inhoud(plansoort="plan van aanpak"), KENMERK, [], STIJL))
    assert str(pdf.docinfo.Title) == "Plan van aanpak"
    assert "Plan van aanpak van mevrouw Voorbeeld-Jansen" in read_structure(pdf).text()


def test_each_page_carries_its_own_square_code_and_number(qapp: QGuiApplication) -> None:
    viewer = Viewer(plan_pdf(voorbeeld_inhoud(doelen=(DOEL_1, DOEL_2) * 4), KENMERK, [], STIJL))
    assert viewer.pages >= 5
    for page in range(viewer.pages):
        [code] = read_qr_of(viewer.picture(page))
        assert code == f"KN1:{KENMERK.versie_id}:{page + 1}/{viewer.pages}:7F3K9QXD42".upper()
        assert read_qr(code) == (KENMERK, page + 1, viewer.pages)
        text = viewer.text(page)
        assert "7F3K-9QX-D42" in text
        assert f"bladzijde {page + 1} van {viewer.pages}" in text
        assert "Controlecode van versie 2" in text
        assert "U bent de eigenaar van dit plan." in text
        assert "Uw handtekening hoort alleen bij deze versie." in text


def test_plan_in_the_making_has_no_code_and_no_place_to_sign(qapp: QGuiApplication) -> None:
    viewer = Viewer(plan_pdf(voorbeeld_inhoud(), None, [], STIJL))
    for page in range(viewer.pages):
        assert read_qr_of(viewer.picture(page)) == []
        assert "Dit plan is nog in de maak." in viewer.text(page)
        assert "Controlecode" not in viewer.text(page)
    assert KEUZES[0] not in viewer.text(viewer.pages - 1)


def test_empty_place_to_react_offers_three_choices_and_chooses_none(qapp: QGuiApplication) -> None:
    data = plan_pdf(voorbeeld_inhoud(), KENMERK, [], STIJL)
    viewer = Viewer(data)
    last = viewer.text(viewer.pages - 1)
    assert all(keuze in last for keuze in KEUZES)
    assert "U hoeft niet te tekenen." in last
    assert "Tekenen kost u geen rechten. U kunt later bezwaar maken tegen het besluit." in last
    assert "gekozen" not in read_structure(open_pdf(data)).text()


def test_who_decide_together_have_a_place_each_that_stays_on_one_sheet(qapp: QGuiApplication) -> None:
    """Choices, words, boxes and signature of one person, as each has their own turn on the screen."""
    tekenen = tuple(InhoudTekenaar(naam=f"Ouder {nummer}", als="ouder met gezag") for nummer in range(3))
    vraagt = (InhoudVoorziening(afspraak_id=KENMERK.versie_id, wat="Hulp in huis."),)
    van = "mevrouw Voorbeeld-Jansen"
    koppen = (f"Reactie van {van}", *(f"Reactie van {een.naam}, ouder met gezag" for een in tekenen))
    onder = (f"Handtekening van {van}", *(f"Handtekening van {een.naam}" for een in tekenen))
    delen = (*KEUZES, "Mijn reactie", "Met deze handtekening vraag ik aan: Hulp in huis.")
    for regels in range(0, 40, 5):
        inhoud = voorbeeld_inhoud(tekenen=tekenen, aan_te_vragen=vraagt, kansen="\n".join(["Kans."] * regels))
        viewer = Viewer(plan_pdf(inhoud, KENMERK, [], STIJL))
        bladen = [" ".join(viewer.text(blad).split()) for blad in range(viewer.pages)]
        for kop, teken in zip(koppen, onder, strict=True):
            (blad,) = [blad for blad in bladen if kop in blad]
            vak = blad[blad.index(kop) : blad.index(teken)]
            assert "Reactie van" not in vak[1:], "nothing of another comes between"
            assert [vak.count(deel) for deel in delen] == [1] * 5
            assert blad[blad.index(teken) :].removeprefix(teken).startswith(" Datum")
        (open_,) = [blad for blad in bladen if "Wil nog iemand anders reageren?" in blad]
        van_anderen = open_.split("Wil nog iemand")[1]
        assert all(deel in van_anderen for deel in (*delen[:-1], "Ik teken als", "anders, namelijk"))
        assert "vraag ik aan" not in van_anderen, "a bewindvoerder or a neighbour asks for nothing"
        assert "Met uw handtekening vraagt u geen hulp aan." in van_anderen
        (uitleg,) = [blad for blad in bladen if "Wat vindt u van dit plan?" in blad]
        assert "Een leeg vakje vraagt niets aan." in uitleg
        assert koppen[0] in uitleg, "the rules stand above the first place"
        (wij,) = [blad for blad in bladen if "Handtekening van Sanne Modelman" in blad]
        assert "Reactie van" in wij, "ours is never alone on a sheet"


@pytest.mark.parametrize("aan", [(), ("Aan Mia Proef, mentor",)])
@pytest.mark.parametrize("tekenen", [(), (InhoudTekenaar(naam="Mia Proef", als="mentor"),)])
def test_who_signs_can_read_where_and_has_room_and_a_day_for_each_signature(
    aan: tuple[str, ...], tekenen: tuple[InhoudTekenaar, ...], qapp: QGuiApplication
) -> None:
    """Who needs large letters signs this sheet too: all but its foot is at least 12 points."""
    vraagt = (InhoudVoorziening(afspraak_id=KENMERK.versie_id, wat="Hulp in huis."),)
    data = plan_pdf(voorbeeld_inhoud(aan=aan, tekenen=tekenen, aan_te_vragen=vraagt), KENMERK, [], STIJL)
    viewer, pdf = Viewer(data), open_pdf(data)
    eerste = next(blad for blad in range(viewer.pages) if "Wat vindt u van dit plan?" in viewer.text(blad))
    voet = {STIJL.voet.size, 13.0}
    groottes = {size for size, _ in letters(pdf.pages[number] for number in range(eerste, viewer.pages))} - voet
    assert min(groottes) >= 12
    # What comes before it on its first sheet has table heads; here there is none.
    woorden = " ".join(" ".join(viewer.text(blad).split()) for blad in range(eerste, viewer.pages))
    assert woorden.count("Datum") == woorden.count("Handtekening")
    assert "Een bewindvoerder gaat over geld, en niet over zorg of hulp." in woorden
    assert ("Een mentor gaat over zorg en wonen, niet over geld." in woorden) is bool(tekenen or aan)
    raad = load("tekenen")
    for als in ("mentor", "curator", "bewindvoerder"):
        assert raad(f"raad.{als}").startswith(load("papier")(f"reactie.{als}")), "as the screen says it"


def test_a_place_is_for_who_decides_and_what_was_asked_for_already_has_a_box_nowhere() -> None:
    """A child under twelve does not sign its own plan; its parents do."""
    vraagt = (InhoudVoorziening(afspraak_id=KENMERK.versie_id, wat="Jeugdhulp."),)
    inhoud = voorbeeld_inhoud(tekenen=(InhoudTekenaar(naam="Ouder", als="ouder met gezag"),), aan_te_vragen=vraagt)
    stand = Dagstand({KENMERK.versie_id: (date(2027, 4, 20),)}, eigenaar_tekent=False)
    root = read_structure(open_pdf(plan_pdf(inhoud, KENMERK, [], STIJL, stand)))
    assert [kop.text() for kop in root.find("H3")][-2:] == [
        "Reactie van Ouder, ouder met gezag",
        "Wil nog iemand anders reageren?",
    ]
    assert "Handtekening van mevrouw Voorbeeld-Jansen" not in root.text()
    assert root.text().count("Al aangevraagd op dinsdag 20 april 2027: Jeugdhulp.") == 1
    assert "leeg vakje" not in root.text()


def test_what_was_asked_for_before_a_word_was_only_said_stands_once_beside_the_plan() -> None:
    vraagt = (InhoudVoorziening(afspraak_id=KENMERK.versie_id, wat="Jeugdhulp."),)
    inhoud, stand = voorbeeld_inhoud(aan_te_vragen=vraagt), Dagstand({KENMERK.versie_id: (date(2027, 4, 20),)})
    gezegd = maak_beeld(wijze=Wijze.MONDELING, strepen=())
    papier = read_structure(open_pdf(plan_leeshulp(inhoud, KENMERK, STIJL, stand, [gezegd]))).text()
    assert papier.count("Al aangevraagd op dinsdag 20 april 2027: Jeugdhulp.") == 1


@pytest.mark.parametrize("eerder", [False, True])
def test_who_has_nothing_to_ask_for_reads_that_signing_asks_for_nothing(eerder: bool) -> None:
    """What is left is for somebody else to ask for, who has no place on this paper."""
    al, ander = InhoudVoorziening(afspraak_id=UUID(int=1), wat="Vervoer."), KENMERK.versie_id
    vraagt = (*((al,) if eerder else ()), InhoudVoorziening(afspraak_id=ander, wat="Jeugdhulp."))
    aangevraagd = {al.afspraak_id: (date(2027, 4, 20),)} if eerder else {}
    stand = Dagstand(aangevraagd, niet_van={None: frozenset({ander})})
    papier = read_structure(
        open_pdf(plan_pdf(voorbeeld_inhoud(aan_te_vragen=vraagt), KENMERK, [], STIJL, stand))
    ).text()
    zinnen = ("Met uw handtekening vraagt u geen hulp aan.", "Met uw handtekening vraagt u nu niets meer aan.")
    assert [papier.count(zin) for zin in zinnen] == [not eerder, eerder]
    assert papier.count("Dit kan alleen iemand anders aanvragen: Jeugdhulp.") == 1
    assert "leeg vakje" not in papier


@pytest.mark.parametrize("keuze", list(Keuze))
def test_signature_shows_what_was_chosen_in_words_and_in_shape(keuze: Keuze) -> None:
    root = read_structure(open_pdf(plan_pdf(voorbeeld_inhoud(), KENMERK, [maak_beeld(keuze=keuze)], STIJL)))
    items = [item for item in root.find("LI") if item.text().startswith(("gekozen", "niet gekozen"))]
    gekozen = list(Keuze).index(keuze)
    assert [item.text() for item in items] == [
        f"gekozen{woorden} · dit is mijn keuze" if nummer == gekozen else f"niet gekozen{woorden}"
        for nummer, woorden in enumerate(KEUZES)
    ]


def test_signature_is_a_figure_that_says_whose_and_when() -> None:
    root = read_structure(open_pdf(plan_pdf(voorbeeld_inhoud(), KENMERK, [maak_beeld()], STIJL)))
    assert [figure.alt for figure in root.find("Figure")][1:] == [
        "Handtekening van mevrouw Voorbeeld-Jansen, gezet op dinsdag 20 april 2027, 14.21 uur."
    ]
    assert "“Ik wil eerst weten wie er komt.”" in root.text()


def test_signature_is_ink_on_paper(qapp: QGuiApplication) -> None:
    """The strokes are lines in the colour of the pen, not a picture."""
    pen = f"{fp_str(*STIJL.pen)} RG".encode()
    for strepen, drawn in ((maak_strepen(), True), ((), False)):
        pdf = open_pdf(plan_pdf(voorbeeld_inhoud(), KENMERK, [maak_beeld(strepen=strepen)], STIJL))
        assert (pen in b"".join(page.obj.Contents.read_bytes() for page in pdf.pages)) is drawn
        assert [image for page in pdf.pages for image in page.get_images()] == []


def test_signature_stands_on_the_sheet_of_what_it_is_under_however_long_the_plan_is(qapp: QGuiApplication) -> None:
    for regels in range(0, 44, 2):
        inhoud = voorbeeld_inhoud(vraag="\n".join(["Dit wil ik graag."] * (regels + 1)))
        viewer = Viewer(plan_pdf(inhoud, KENMERK, [maak_beeld()], STIJL))
        (blad,) = [text for text in map(viewer.text, range(viewer.pages)) if "Deze handtekening hoort bij" in text]
        assert all(woorden in blad for woorden in ("Reactie van mevrouw Voorbeeld-Jansen", *KEUZES, "wie er komt"))


def test_everyone_who_signed_stands_on_the_paper_with_capacity() -> None:
    beelden = [
        maak_beeld(),
        maak_beeld(naam="de heer Voorbeeld", hoedanigheid=Hoedanigheid.MENTOR, keuze=Keuze.NIET_EENS, strepen=()),
        maak_beeld(naam="mevrouw Proefstra", hoedanigheid=Hoedanigheid.PARTNER, tijd=None, reactie=None),
    ]
    text = read_structure(open_pdf(plan_pdf(voorbeeld_inhoud(), KENMERK, beelden, STIJL))).text()
    assert "Reactie van de heer Voorbeeld" in text
    assert "mentor, dinsdag 20 april 2027, 14.21 uur" in text
    assert "partner, dinsdag 20 april 2027" in text
    assert text.count("dit is mijn keuze") == 3


def test_same_input_gives_the_same_bytes_and_another_version_others() -> None:
    arguments = (voorbeeld_inhoud(), KENMERK, [maak_beeld()], STIJL)
    first = plan_pdf(*arguments)
    assert plan_pdf(*arguments) == first
    other = Kenmerk(UUID("0196549a-1c2d-7000-8000-0123456789ac"), KENMERK.code)
    assert plan_pdf(voorbeeld_inhoud(), other, [maak_beeld()], STIJL) != first


def test_papers_made_at_the_same_time_do_not_mix() -> None:
    """ReportLab's fonts keep a reading position that all documents share."""
    contents = [voorbeeld_inhoud(vraag=f"Vraag {n}: {chr(0x410 + n) * 20}", nummer=n) for n in range(1, 9)]
    alone = [plan_pdf(inhoud, KENMERK, [], STIJL) for inhoud in contents]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda inhoud: plan_pdf(inhoud, KENMERK, [], STIJL), contents * 2))
    assert together == alone * 2


def test_failure_says_nothing_of_the_content() -> None:
    kapot = maak_beeld(naam="mevrouw Geheim", strepen=(((float("nan"), 1.0, 0.5), (2.0, 2.0, 0.5)),))
    with pytest.raises(DocumentError) as caught:
        plan_pdf(voorbeeld_inhoud(vraag="geheim"), KENMERK, [kapot], STIJL)
    assert str(caught.value) == "document.mislukt"
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_time_of_signing_is_written_as_the_dutch_do() -> None:
    data = plan_pdf(voorbeeld_inhoud(), KENMERK, [maak_beeld(tijd=time(9, 5))], STIJL)
    assert "9.05 uur" in read_structure(open_pdf(data)).text()
