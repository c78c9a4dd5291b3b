"""The place to react: three choices of equal weight, one's own words, and a signature that is never required."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from uuid import UUID

from kernnetwerk_app.documents import pen
from kernnetwerk_app.documents.asked import (
    Dagstand,
    asked_before,
    asked_elsewhere,
    boxes,
    empty_boxes,
    explained,
    ticked_boxes,
)
from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.house_style import ROOM, WIDTH
from kernnetwerk_app.documents.layout import Block, Drawing, Row, Stack
from kernnetwerk_app.documents.qr import Kenmerk
from kernnetwerk_app.documents.signing import Strepen, toon_code
from kernnetwerk_app.documents.tagging import Element, TaggedCanvas
from kernnetwerk_app.documents.text import Run, one_line
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.ondertekening import GETEKEND, Hoedanigheid, Keuze, Wijze
from kernnetwerk_app.domain.planversie import InhoudTekenaar, PlanInhoud
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.teksten import Tekst

KEYS = {Keuze.EENS: "reactie.eens", Keuze.GEZIEN: "reactie.gezien", Keuze.NIET_EENS: "reactie.niet_eens"}
_PAD_WIDTH = 300.0
_PAD_HEIGHT = 78.0
_MARGIN_LEADING, _MARGIN_LINES = 14.0, 2  # above a sheet there is room for so much
_PLACE = 46.0  # height of an empty one; two persons may share a sheet
_RAAD = (Hoedanigheid.MENTOR, Hoedanigheid.CURATOR, Hoedanigheid.BEWINDVOERDER)


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
    eerder: Mapping[UUID, tuple[date, ...]] = field(default_factory=dict)
    """Lines that were asked for before they signed, with the days on which that was; the one that counts first."""
    niet_van: frozenset[UUID] = frozenset()
    """Lines that were not theirs to ask for."""
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
    dit_plan: str,
) -> None:
    """What was signed, else an empty place for a pen; a plan in the making or to read along has none, and says so. Each
    sheet on which somebody signs says which plan it is (`dit_plan`).
    """
    stijl = composer.stijl
    if kenmerk is None or not stand.beslist:
        return
    kop = Stack([composer.heading(t("reactie.kop"), 2, stijl.kop), composer.phrase(dit_plan, stijl.vet)])
    kop.above, kop.keep_next = stijl.kop.above, True
    keys = ("vrij", "rechten") if inhoud.aan_te_vragen else ("vrij", "rechten", "vraagt_niets")
    zinnen = [composer.phrase(t(f"reactie.{key}"), stijl.tekst) for key in keys]
    for zin in zinnen:
        zin.keep_next = True
    if not ondertekeningen:
        if stand.tekenen(inhoud):
            uitleg = Stack([kop, *zinnen, *_rules(composer, t, inhoud, stand)], above=kop.above, whole_up_to=ROOM)
            places = _places(composer, t, inhoud, stand)
            for place in places:
                _say_which(place, _again(composer, dit_plan, t("reactie.op_elk_blad")))
            # In two languages the rules may fill so much that they do not fit above the first place.
            uitleg.keep_next = uitleg.height + places[0].above + places[0].height <= ROOM
            composer.add(uitleg, *places)
            return
        kiezen, tekenen = _one_place(composer, t, inhoud, stand)
        # Where it takes two sheets, the choices stay together, and what is asked for stays with its signature.
        kies = Stack([kop, *zinnen, *kiezen], whole_up_to=ROOM)
        _say_which(tekenen, _again(composer, dit_plan, t("reactie.op_elk_blad")))
        composer.add(Stack([kies, tekenen], above=kop.above, whole_up_to=ROOM))
        return
    composer.add(kop, *zinnen)
    _add_signed(composer, t, inhoud, kenmerk, ondertekeningen, stand, dit_plan)


def _add_signed(
    composer: Composer,
    t: Tekst,
    inhoud: PlanInhoud,
    kenmerk: Kenmerk,
    ondertekeningen: Sequence[OndertekeningBeeld],
    stand: Dagstand,
    dit_plan: str,
) -> None:
    """What each chose, said and signed, and who did not yet."""
    for beeld in ondertekeningen:
        blocks = _Signed(composer, t, kenmerk, inhoud, beeld).blocks()
        # A signature alone on a sheet would belong to nothing.
        gezegd = Stack(blocks, above=blocks[0].above, whole_up_to=ROOM)
        _say_which(gezegd, _again(composer, dit_plan))
        composer.add(gezegd)
    nog_niet = [
        composer.phrase(t("reactie.nog_niet", naam=one_line(naam)), composer.stijl.tekst) for naam in stand.nog_niet
    ]
    if nog_niet:
        nog_niet[0].above = 14.0
        composer.add(Stack(nog_niet, above=14.0, whole_up_to=ROOM / 2))


def _again(composer: Composer, dit_plan: str, *zinnen: str) -> Stack:
    """What stands on top of each further sheet, for the eye: it is told already. Which plan it is stands in the margin,
    so that two persons still share a sheet.
    """
    stijl = composer.stijl
    welk = composer.unmarked(dit_plan, replace(stijl.vet, leading=_MARGIN_LEADING))

    def paint(canvas: TaggedCanvas, x: float, top: float) -> None:
        welk.write(canvas, x, top + welk.height + 2)

    in_margin = Drawing(0.0, WIDTH, paint)
    first: Block = in_margin if len(welk.lines) <= _MARGIN_LINES else welk
    texts = [composer.unmarked(zin, stijl.tekst) for zin in zinnen]
    for text in texts:
        text.above = 0.0
    return Stack([first, *texts])


def _say_which(place: Stack, kop: Stack) -> None:
    """Put this above the place where it begins a sheet, and keep the place whole as far as both fit on one."""
    place.carry = kop
    place.whole_up_to = ROOM - kop.height - place.above - 1


def _one_place(composer: Composer, t: Tekst, inhoud: PlanInhoud, stand: Dagstand) -> tuple[list[Block], Stack]:
    """Where one person decides: what they choose and write, and what they ask for and sign."""
    # One line more would be room to write, and the sheet before it nearly empty.
    kies = [_kies(composer, t), *_words_of_one(composer, t, 3)]
    vraagt = empty_boxes(composer, t, inhoud, stand)
    wie: list[Block] = [pen.field(composer, t("reactie.naam"))]
    wie += _capacities(composer, t, inhoud, t("reactie.iemand_anders"))
    samen = [_signed_by(composer, t, wiens) for wiens in (t("reactie.handtekening"), _contact(t, inhoud))]
    rows = [Row(pen.halves(*samen), above=8)]
    if inhoud.aan:  # somebody may speak or decide for the resident
        rows.append(pen.place(composer, t, t("reactie.vertegenwoordiger"), _PLACE))
        rows[-1].above = 8
    # However much is asked for, whose signature it is stays with the signature.
    teken = Stack([*wie, *rows], above=9, whole_up_to=ROOM)
    return kies, Stack([*vraagt, teken], above=vraagt[0].above if vraagt else 9, whole_up_to=ROOM)


def _signed_by(composer: Composer, t: Tekst, wiens: str) -> Stack:
    """A frame to sign in with the day under it."""
    return Stack([pen.pad(composer, wiens, _PLACE), pen.field(composer, t("reactie.datum"), pen.HALF)])


def _rules(composer: Composer, t: Tekst, inhoud: PlanInhoud, stand: Dagstand) -> list[Block]:
    """What holds in the place of each: that it is theirs, what was asked for already, and what a cross does."""
    stijl = composer.stijl
    uitleg = [composer.phrase(t("reactie.eigen_vak"), stijl.tekst)]
    al = asked_before(composer, t, inhoud, stand, stand.aangevraagd)
    if al and not stand.open(inhoud):
        al.append(composer.phrase(t("reactie.niets_meer"), stijl.tekst))
    hier = _who_sign(inhoud, stand)
    kan = [stand.open_voor(inhoud, een) for een in hier]
    if any(regels != stand.open(inhoud) for regels in kan):
        uitleg.append(composer.phrase(t("reactie.eigen_hulp"), stijl.tekst))
    if any(kan):  # what stands right above the circles is about the circles
        uitleg += [composer.phrase(zin, stijl.tekst) for zin in explained(t, inhoud, stand)]
    return [*uitleg, *al, *asked_elsewhere(composer, t, inhoud, stand, hier), _kies(composer, t)]


def _who_sign(inhoud: PlanInhoud, stand: Dagstand) -> list[InhoudTekenaar | None]:
    """Who has a place; None is whose plan it is."""
    zelf = [None] if stand.eigenaar_tekent and not is_leeg(inhoud.van) else []
    return [*zelf, *stand.tekenen(inhoud)]


def _places(composer: Composer, t: Tekst, inhoud: PlanInhoud, stand: Dagstand) -> list[Stack]:
    """Where more than one decides: a place for each of them, as each has their own turn on the screen, with boxes for
    the help that is theirs to ask for. In the last place anybody may react, a bewindvoerder and a neighbour too, who
    ask for no help (0033): it has no boxes and says so.
    """
    places: list[Stack] = []
    for een in _who_sign(inhoud, stand):
        naam = one_line(inhoud.van if een is None else een.naam)
        kop = t("reactie.van", naam=naam) if een is None else t("reactie.van_als", naam=naam, als=een.als)
        woorden = [*_opening(composer, kop), *(_advice(composer, t, een.als) if een is not None else ())]
        woorden += _words_of_one(composer, t, 2)
        vraagt = boxes(composer, t, inhoud, stand, een)
        pad = pen.place(composer, t, t("reactie.handtekening_van", naam=naam), _PLACE)
        places.append(_place(woorden, vraagt, [pad]))
        if len(places) == 1:
            places.append(_worker(composer, t, inhoud))
    # Who speaks for themselves asks for nothing, and who was authorised does so in the place of who decides.
    woorden = [*_opening(composer, t("reactie.nog_iemand")), *_words_of_one(composer, t, 2)]
    velden = (pen.field(composer, t(f"reactie.{key}"), pen.HALF) for key in ("naam", "datum"))
    namelijk = pen.below(composer, t("reactie.namelijk_wie"), _PLACE)
    open_: list[Block] = [Row(pen.halves(*velden)), *_capacities(composer, t, inhoud)]
    open_.append(Row(pen.halves(pen.pad(composer, t("reactie.handtekening"), _PLACE), namelijk), above=8))
    niets: list[Block] = [composer.phrase(t("reactie.vraagt_niets"), composer.stijl.tekst)]
    niets = niets if stand.open(inhoud) else []
    places.append(_place(woorden, niets, open_))
    return places


def _worker(composer: Composer, t: Tekst, inhoud: PlanInhoud) -> Stack:
    """Who made it with them has nothing to choose; after the first place, so that it is alone on no sheet."""
    row = pen.place(composer, t, _contact(t, inhoud), _PLACE)
    row.above = 9
    return Stack([_line(composer), row], above=12, whole_up_to=ROOM)


def _place(woorden: Sequence[Block], vraagt: Sequence[Block], teken: Sequence[Block]) -> Stack:
    """What belongs to one person stays on one sheet; where so much is asked for that it cannot, a signature stays with
    what it is under.
    """
    if vraagt:
        vraagt[0].above = 8
    onder = Stack([*vraagt, Stack(teken, above=6, whole_up_to=ROOM)], above=7, whole_up_to=ROOM)
    return Stack([Stack(woorden, whole_up_to=ROOM), onder], above=9, whole_up_to=ROOM)


def _opening(composer: Composer, kop: str) -> list[Block]:
    """Whose place it is."""
    heading = composer.heading(kop, 3, composer.stijl.doel)
    heading.above = 5
    return [_line(composer), heading]


def _line(composer: Composer) -> Drawing:
    def paint(canvas: TaggedCanvas, x: float, top: float) -> None:
        composer.brush.rule(canvas, x, top, WIDTH, composer.stijl.rand)

    return Drawing(1, WIDTH, paint, keep_next=True)


def _kies(composer: Composer, t: Tekst) -> Block:
    kies = composer.phrase(t("reactie.kies"), composer.stijl.vet)
    kies.above = 10
    return kies


def _words_of_one(composer: Composer, t: Tekst, lines: int) -> list[Block]:
    """The three choices, and lines for a reaction."""
    lijst = composer.child("L")
    choices = [_choice(composer, lijst, t(KEYS[keuze]), t("reactie.leeg"), chosen=False) for keuze in Keuze]
    label = pen.voice_label(composer, t("reactie.mijn_reactie"))
    return [*choices, composer.voice(label, [pen.pen_lines(composer, lines)], above=9)]


def _capacities(composer: Composer, t: Tekst, inhoud: PlanInhoud, anders: str = "") -> list[Block]:
    """In what capacity one signs, and what not everybody knows of it; `anders` is who else, with a line to write on."""
    soorten = list(Hoedanigheid)[: -1 if anders else None]
    rows: list[Block] = [*pen.rings(composer, t("reactie.als"), soorten, anders)]
    # A mentor or curator to whom this paper is addressed has no place of their own here.
    hier = [een for een in _RAAD if een is Hoedanigheid.BEWINDVOERDER or any(een in regel for regel in inhoud.aan)]
    return [*rows, *(zin for een in hier for zin in _advice(composer, t, een))]


def _advice(composer: Composer, t: Tekst, als: str) -> list[Block]:
    """What who decides in that capacity does and does not decide on, as the signing screen says it."""
    return [composer.phrase(t(f"reactie.{een}"), composer.stijl.tekst) for een in _RAAD if een == als]


def _contact(t: Tekst, inhoud: PlanInhoud) -> str:
    return t("reactie.handtekening_van", naam=one_line(inhoud.contact.naam))


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


def capacity(t: Tekst, beeld: OndertekeningBeeld) -> str:
    """In what capacity somebody reacted, with who somebody else is, or how it was told that they may."""
    als = beeld.hoedanigheid.value
    if is_leeg(beeld.namelijk):
        return als
    key = "namelijk" if beeld.hoedanigheid is Hoedanigheid.ANDERS else "machtiging"
    return t(f"reactie.{key}", als=als, wie=one_line(beeld.namelijk or ""))


def witnessed(t: Tekst, beeld: OndertekeningBeeld) -> list[str]:
    """That it is a mark, that it was read aloud, and who were there."""
    zinnen = [t("reactie.merkteken", naam=one_line(beeld.naam))] if beeld.merkteken else []
    zinnen += [t("reactie.voorgelezen")] if beeld.voorgelezen else []
    return zinnen + ([] if is_leeg(beeld.aanwezig) else [t("reactie.erbij", wie=one_line(beeld.aanwezig or ""))])


class _Signed:
    """What one person chose, said and signed."""

    def __init__(
        self,
        composer: Composer,
        t: Tekst,
        kenmerk: Kenmerk,
        inhoud: PlanInhoud,
        beeld: OndertekeningBeeld,
    ) -> None:
        self._composer, self._inhoud = composer, inhoud
        self._stijl = composer.stijl
        self._t = t
        self._kenmerk = kenmerk
        self._beeld = beeld

    def blocks(self) -> list[Block]:
        composer, t, beeld = self._composer, self._t, self._beeld
        kop = composer.heading(t("reactie.van", naam=one_line(beeld.naam)), 3, self._stijl.doel)
        wanneer = t("reactie.hoedanigheid", hoedanigheid=capacity(t, beeld), moment=self._moment())
        wie = composer.phrase(wanneer, self._stijl.klein)
        wie.keep_next = True
        blocks: list[Block] = [kop, wie]
        lijst = composer.child("L")
        for keuze in Keuze:
            chosen = keuze is beeld.keuze
            state = t("reactie.gekozen" if chosen else "reactie.niet_gekozen")
            note = t("reactie.mijn_keuze") if chosen else ""
            blocks.append(_choice(composer, lijst, t(KEYS[keuze]), state, chosen=chosen, note=note))
        blocks[-1].keep_next = False
        if not is_leeg(beeld.reactie):
            width = composer.voice_width
            label = composer.phrase(t("reactie.mijn_reactie"), self._stijl.stem_kop, width=width)
            label.keep_next = True
            quote = composer.child("BlockQuote")
            words = composer.words(beeld.reactie, self._stijl.stem_tekst, quote, quoted=True, width=width)
            blocks.append(composer.voice(label, words, above=10))
        if beeld.wijze in GETEKEND:
            blocks += ticked_boxes(composer, t, self._inhoud, beeld.vraagt_aan, beeld.eerder, beeld.niet_van)
        if any(beeld.strepen):
            blocks.append(self._signature())
        elif beeld.wijze is not Wijze.SCHERM:
            blocks.append(self._without_strokes())
        blocks += [composer.phrase(zin, self._stijl.klein) for zin in witnessed(t, beeld)]
        return blocks

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
