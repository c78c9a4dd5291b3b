"""The place to react: three choices of equal weight, one's own words, and a signature that is never required."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from kernnetwerk_app.documents.asked import Dagstand, empty_boxes, ticked_boxes
from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.house_style import ROOM, WIDTH
from kernnetwerk_app.documents.layout import Block, Drawing, Row, Stack
from kernnetwerk_app.documents.qr import Kenmerk
from kernnetwerk_app.documents.signing import Strepen, toon_code
from kernnetwerk_app.documents.tagging import Element, TaggedCanvas
from kernnetwerk_app.documents.text import Run, one_line
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.ondertekening import GETEKEND, Hoedanigheid, Keuze, Wijze
from kernnetwerk_app.domain.planversie import PlanInhoud
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.teksten import Tekst

_KEYS = {Keuze.EENS: "reactie.eens", Keuze.GEZIEN: "reactie.gezien", Keuze.NIET_EENS: "reactie.niet_eens"}
_PAD_WIDTH = 300.0
_PAD_HEIGHT = 78.0
_PEN_LINE = 25.0  # room for a line of handwriting


@dataclass(frozen=True, slots=True)
class OndertekeningBeeld:
    """What one person said of this version, as it stands on paper. `strepen` in mm, empty when none were drawn."""

    keuze: Keuze
    reactie: str | None
    naam: str
    hoedanigheid: Hoedanigheid
    datum: date
    tijd: time | None
    strepen: Strepen
    wijze: Wijze = Wijze.SCHERM
    namelijk: str | None = None
    vraagt_aan: frozenset[UUID] = frozenset()
    """Lines of the plan that are asked for with this signature."""
    eerder: frozenset[UUID] = frozenset()
    """Lines that were asked for before they signed."""
    voorgelezen: bool = False
    aanwezig: str | None = None
    """Who were there when it was only said, or when a mark was put."""
    merkteken: bool = False


def add_reactie(
    composer: Composer,
    t: Tekst,
    inhoud: PlanInhoud,
    kenmerk: Kenmerk | None,
    ondertekeningen: Sequence[OndertekeningBeeld],
    stand: Dagstand,
) -> None:
    """What was signed, else an empty place for a pen; a plan in the making has neither, and begins with that."""
    stijl = composer.stijl
    if kenmerk is None:
        return
    kop = composer.heading(t("reactie.kop"), 2, stijl.kop)
    keys = ("vrij", "rechten") if inhoud.aan_te_vragen else ("vrij", "rechten", "vraagt_niets")
    zinnen = [composer.phrase(t(f"reactie.{key}"), stijl.tekst) for key in keys]
    for zin in zinnen:
        zin.keep_next = True
    if not ondertekeningen:
        kiezen, tekenen = _empty(composer, t, inhoud, stand)
        # Where it takes two sheets, the choices stay together, and what is asked for stays with its signature.
        kies = Stack([kop, *zinnen, *kiezen], whole_up_to=ROOM)
        composer.add(Stack([kies, tekenen], above=kop.above, whole_up_to=ROOM))
        return
    composer.add(kop, *zinnen)
    for beeld in ondertekeningen:
        blocks = _Signed(composer, t, kenmerk, inhoud, beeld, stand).blocks()
        # A signature alone on a sheet would belong to nothing.
        composer.add(Stack(blocks, above=blocks[0].above, whole_up_to=ROOM))
    nog_niet = [composer.phrase(t("reactie.nog_niet", naam=one_line(naam)), stijl.tekst) for naam in stand.nog_niet]
    if nog_niet:
        nog_niet[0].above = 14.0
        composer.add(Stack(nog_niet, above=14.0, whole_up_to=ROOM / 2))


def _empty(composer: Composer, t: Tekst, inhoud: PlanInhoud, stand: Dagstand) -> tuple[list[Block], Block]:
    """What one chooses and writes, and what one asks for and signs."""
    stijl = composer.stijl
    kies = composer.phrase(t("reactie.kies"), stijl.vet)
    kies.above = 10
    lijst = composer.child("L")
    choices = [_choice(composer, lijst, t(_KEYS[keuze]), t("reactie.leeg"), chosen=False) for keuze in Keuze]
    label = composer.phrase(t("reactie.mijn_reactie"), stijl.stem_kop, width=composer.voice_width)
    label.keep_next = True
    voice = composer.voice(label, [pen_lines(composer, 4)], above=9)
    vraagt = empty_boxes(composer, t, inhoud, stand)
    half = (WIDTH - 20) / 2
    fields = [(0.0, _field(composer, t("reactie.naam"), half)), (half + 20, _field(composer, t("reactie.datum"), half))]
    als = composer.phrase(t("reactie.als"), stijl.klein)
    als.above = 9
    anders = t("reactie.namelijk", als=Hoedanigheid.ANDERS.value, wie=t("reactie.puntjes"))
    rollen = composer.phrase("  ·  ".join([*list(Hoedanigheid)[:-1], anders]), stijl.klein_inkt)
    contact = t("reactie.contactpersoon", naam=inhoud.contact.naam, functie=inhoud.contact.functie)
    pads = [
        (0.0, _pad(composer, t("reactie.handtekening"), half)),
        (half + 20, _pad(composer, contact, half)),
    ]
    # Somebody may speak or decide for the resident, and others decide along: all of them can sign.
    labels = [t("reactie.beslist_mee", naam=one_line(een.naam), als=een.als) for een in inhoud.tekenen]
    labels = ([t("reactie.vertegenwoordiger")] if inhoud.aan else []) + labels
    meer = [_pad(composer, label, half) for label in labels]
    paren = [list(zip((0.0, half + 20), meer[plaats : plaats + 2], strict=False)) for plaats in range(0, len(meer), 2)]
    rows = [Row(pads, above=9), *(Row(paar, above=9) for paar in paren)]
    # However much is asked for, whose signature it is stays with the signature.
    teken = Stack([Row(fields), als, rollen, *rows], above=9, whole_up_to=ROOM)
    return [kies, *choices, voice], Stack([*vraagt, teken], above=vraagt[0].above if vraagt else 9, whole_up_to=ROOM)


def _field(composer: Composer, label: str, width: float) -> Stack:
    def paint(canvas: TaggedCanvas, x: float, top: float) -> None:
        composer.brush.rule(canvas, x, top - 17, width, composer.stijl.rand)

    return Stack([composer.phrase(label, composer.stijl.klein, width=width), Drawing(18, width, paint)])


def _pad(composer: Composer, label: str, width: float) -> Stack:
    def paint(canvas: TaggedCanvas, x: float, top: float) -> None:
        composer.brush.frame(canvas, x, top, width, 58)

    return Stack([Drawing(60, width, paint), composer.phrase(label, composer.stijl.klein, width=width)])


def pen_lines(composer: Composer, count: int) -> Drawing:
    def paint(canvas: TaggedCanvas, x: float, top: float) -> None:
        for number in range(1, count + 1):
            y = top - number * _PEN_LINE + 4
            composer.brush.rule(canvas, x, y, composer.voice_width, composer.stijl.stem_lijn)

    return Drawing(count * _PEN_LINE, composer.voice_width, paint)


def _choice(composer: Composer, lijst: Element, words: str, state: str, *, chosen: bool, note: str = "") -> Row:
    item = composer.child("LI", lijst)
    ring = composer.child("Lbl", item)
    ring.actual = state
    body = composer.child("LBody", item)

    def paint(canvas: TaggedCanvas, x: float, top: float) -> None:
        composer.brush.choice(canvas, x + 8, top - 8.75, chosen)

    style = composer.stijl.vet if chosen else composer.stijl.tekst
    runs = [Run(words), Run(f"  ·  {note}", colour=composer.stijl.accent)] if note else [Run(words)]
    text = composer.line_up([runs, *composer.aid(words)], style, body, width=WIDTH - 28)
    return Row([(0.0, Stack([Drawing(17.5, 16, paint, ring)])), (28.0, Stack([text]))], above=7, keep_next=True)


class _Signed:
    """What one person chose, said and signed."""

    def __init__(
        self,
        composer: Composer,
        t: Tekst,
        kenmerk: Kenmerk,
        inhoud: PlanInhoud,
        beeld: OndertekeningBeeld,
        stand: Dagstand,
    ) -> None:
        self._composer, self._inhoud, self._stand = composer, inhoud, stand
        self._stijl = composer.stijl
        self._t = t
        self._kenmerk = kenmerk
        self._beeld = beeld

    def blocks(self) -> list[Block]:
        composer, t, beeld = self._composer, self._t, self._beeld
        kop = composer.heading(t("reactie.van", naam=one_line(beeld.naam)), 3, self._stijl.doel)
        als = beeld.hoedanigheid.value
        if not is_leeg(beeld.namelijk):
            key = "namelijk" if beeld.hoedanigheid is Hoedanigheid.ANDERS else "machtiging"
            als = t(f"reactie.{key}", als=als, wie=one_line(beeld.namelijk or ""))
        wanneer = t("reactie.hoedanigheid", hoedanigheid=als, moment=self._moment())
        wie = composer.phrase(wanneer, self._stijl.klein)
        wie.keep_next = True
        blocks: list[Block] = [kop, wie]
        lijst = composer.child("L")
        for keuze in Keuze:
            chosen = keuze is beeld.keuze
            state = t("reactie.gekozen" if chosen else "reactie.niet_gekozen")
            note = t("reactie.mijn_keuze") if chosen else ""
            blocks.append(_choice(composer, lijst, t(_KEYS[keuze]), state, chosen=chosen, note=note))
        blocks[-1].keep_next = False
        if not is_leeg(beeld.reactie):
            width = composer.voice_width
            label = composer.phrase(t("reactie.mijn_reactie"), self._stijl.stem_kop, width=width)
            label.keep_next = True
            quote = composer.child("BlockQuote")
            words = composer.words(beeld.reactie, self._stijl.stem_tekst, quote, quoted=True, width=width)
            blocks.append(composer.voice(label, words, above=10))
        if beeld.wijze in GETEKEND:
            blocks += ticked_boxes(composer, t, self._inhoud, self._stand, beeld.vraagt_aan, beeld.eerder)
        if any(beeld.strepen):
            blocks.append(self._signature())
        elif beeld.wijze is not Wijze.SCHERM:
            blocks.append(self._without_strokes())
        blocks += [composer.phrase(zin, self._stijl.klein) for zin in self._witnessed()]
        return blocks

    def _witnessed(self) -> list[str]:
        """That it is a mark, that it was read aloud, and who were there."""
        t, beeld = self._t, self._beeld
        zinnen = [t("reactie.merkteken", naam=one_line(beeld.naam))] if beeld.merkteken else []
        zinnen += [t("reactie.voorgelezen")] if beeld.voorgelezen else []
        return zinnen + ([] if is_leeg(beeld.aanwezig) else [t("reactie.erbij", wie=one_line(beeld.aanwezig or ""))])

    def _moment(self) -> str:
        datum = datum_lang(self._beeld.datum, jaar=True)
        if self._beeld.tijd is None:
            return datum
        return self._t("reactie.moment", datum=datum, tijd=f"{self._beeld.tijd:%H.%M}")

    def _without_strokes(self) -> Block:
        """Where the signature is when it is not here."""
        key = "reactie.op_papier" if self._beeld.wijze is Wijze.PAPIER else "reactie.mondeling"
        zin = self._composer.phrase(self._t(key, code=toon_code(self._kenmerk.code)), self._stijl.klein)
        zin.above = 11
        return zin

    def _signature(self) -> Stack:
        composer, t = self._composer, self._t

        def paint(canvas: TaggedCanvas, x: float, top: float) -> None:
            composer.brush.frame(canvas, x, top, _PAD_WIDTH, _PAD_HEIGHT)
            place = (x + 10, top - 6, _PAD_WIDTH - 20, _PAD_HEIGHT - 12)
            composer.brush.signature(canvas, *place, self._beeld.strepen)

        figure = composer.child("Figure")
        figure.alt = t("reactie.alt", naam=one_line(self._beeld.naam), moment=self._moment())
        drawing = Drawing(_PAD_HEIGHT, _PAD_WIDTH, paint, figure)
        hoort = composer.phrase(t("reactie.hoort_bij", code=toon_code(self._kenmerk.code)), self._stijl.klein)
        return Stack([drawing, hoort], above=11, whole_up_to=ROOM)
