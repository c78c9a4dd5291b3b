"""*Onze afspraken* on paper, large enough to read from the door of the refrigerator."""

from collections.abc import Sequence

from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.house_style import WIDTH, HouseStyle
from kernnetwerk_app.documents.layout import Drawing, Row, Stack
from kernnetwerk_app.documents.sheet import Sheet, sheet_pdf
from kernnetwerk_app.documents.tabel import add_tabel
from kernnetwerk_app.documents.tagging import Element, TaggedCanvas
from kernnetwerk_app.domain.afsprakenkaart import Afsprakenkaart, Kaartregel
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.papiervorm import Leeshulp
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.vertaling import samen
from kernnetwerk_app.teksten import Tekst, load

_INSET = 28.0
"""How far the words of a step stand behind the box, in points."""


def afspraken_pdf(kaart: Afsprakenkaart, stijl: HouseStyle) -> bytes:
    """The paper as a tagged PDF; DocumentError."""
    t = load("afsprakenkaart")
    sheet = Sheet(kaart.gemeente, t("titel"), kaart.datum, kaart.aan, (t("voet"),))
    voorlezen = Leeshulp.VOORLEZEN in stijl.vorm
    return sheet_pdf(sheet, lambda composer: _add(composer, t, kaart, voorlezen), stijl)


def _add(composer: Composer, t: Tekst, kaart: Afsprakenkaart, voorlezen: bool) -> None:
    """The columns are named once, so that it stays one sheet on the door; who reads aloud names them each time."""
    if not (kaart.zelf or kaart.stappen or kaart.anderen or kaart.is_deel):
        composer.add(composer.sentence(t("leeg")))
    if kaart.zelf:
        composer.add(composer.section(t("kop.van", naam=kaart.zelf_naam) if kaart.zelf_naam else t("kop.zelf"), "zelf"))
        _add_regels(composer, t, kaart.zelf)
    if kaart.anderen:
        composer.add(composer.section(t("kop.anderen"), "mensen"))
        _add_regels(composer, t, kaart.anderen, met_kop=voorlezen or not kaart.zelf)
    if kaart.stappen:  # of no step it stands who takes it, so they are under nobody
        composer.add(composer.section(t("stappen"), "vlag"))
        lijst = composer.child("L")
        composer.add(*(_stap(composer, t, stap, lijst) for stap in kaart.stappen))
    if kaart.is_deel:
        composer.add(composer.sentence(t("deel"), "vlag"))
    _add_verder(composer, t, kaart)


def _add_verder(composer: Composer, t: Tekst, kaart: Afsprakenkaart) -> None:
    """Whom one asks, and when we look back."""
    composer.add(composer.section(t("kop.verder"), "telefoon"))
    vraag = t("vraag", naam=kaart.contact)
    if not is_leeg(kaart.telefoon):
        vraag = t("bel", naam=kaart.contact, telefoon=kaart.telefoon)
    elif kaart.inloop:
        vraag = samen(vraag, t("inloop", waar=kaart.inloop))
    composer.add(composer.sentence(vraag, "telefoon"))
    if kaart.terugkijk is not None:
        composer.add(composer.sentence(t("terugkijk", datum=datum_lang(kaart.terugkijk, jaar=True)), "kalender"))


def _add_regels(composer: Composer, t: Tekst, regels: Sequence[Kaartregel], *, met_kop: bool = True) -> None:
    if regels:
        kolommen = [(t("wat"), 0.0, 256.0), (t("wie"), 268.0, 104.0), (t("wanneer"), 384.0, 103.0)]
        rijen = [((regel.wat,), (regel.wie,), (regel.wanneer,)) for regel in regels]
        add_tabel(composer, kolommen, rijen, beelden=[regel.beeld for regel in regels], met_kop=met_kop)


def _stap(composer: Composer, t: Tekst, stap: str, lijst: Element) -> Row:
    """A small step behind a box for a pen; who has it read aloud hears that it is one."""
    item = composer.child("LI", lijst)
    box, body = composer.child("Lbl", item), composer.child("LBody", item)
    box.actual = t("vak")
    words = composer.words(stap, composer.stijl.tekst, body, width=WIDTH - _INSET)
    high = composer.stijl.tekst.leading

    def paint(canvas: TaggedCanvas, x: float, top: float) -> None:
        composer.brush.tick_box(canvas, x + 8, top - high / 2, False)

    return Row([(0.0, Stack([Drawing(high, 16, paint, box)])), (_INSET, Stack(list(words)))], width=WIDTH, above=5)
