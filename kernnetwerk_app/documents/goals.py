"""Goals in the resident's words, small steps, who does what and when (PLAN-06, 07, 09, 20, 21), and whether something
lighter will do (PLAN-11): a finding of the onderzoek, so the resident reads it and can react to it (Wmo 2.3.2 lid 8).
"""

from collections.abc import Sequence

from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.house_style import ROOM, WIDTH
from kernnetwerk_app.documents.layout import Block, Drawing, Row, Stack
from kernnetwerk_app.documents.tagging import Element, TaggedCanvas
from kernnetwerk_app.documents.text import one_line
from kernnetwerk_app.domain.datum import dag_en_maand
from kernnetwerk_app.domain.doener import noemt
from kernnetwerk_app.domain.ladder import Trede
from kernnetwerk_app.domain.plan import Akkoord, Wie
from kernnetwerk_app.domain.planversie import InhoudAfspraak, InhoudDoel, InhoudStap, InhoudTrede, PlanInhoud
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.teksten import Tekst

_COLUMNS = (("wie", 0.0, 110.0), ("wat", 119.0, 248.0), ("wanneer", 378.0, WIDTH - 378.0))
_CELL_PAD = 5.5
_TREDEN = frozenset(Trede)
_WHOLE = ROOM / 2  # a row up to this height is not split over two pages


def add_doelen(composer: Composer, t: Tekst, kop: str, inhoud: PlanInhoud) -> None:
    """All goals; wishes that became no goal are named after them, so that nothing said is lost."""
    wensen = _other_wishes(inhoud)
    if not inhoud.doelen and not wensen:
        return
    composer.add(composer.section(kop, "vlag"))
    for doel in inhoud.doelen:
        _Goal(composer, t, inhoud, doel).add()
    composer.add(*composer.words(inhoud.netwerk, composer.stijl.tekst, lead=t("netwerk.kop")))
    if wensen:
        composer.add(composer.heading(t("deel.wensen"), 3, composer.stijl.doel))
        for naam, wens in wensen:
            composer.add(*composer.words(wens, composer.stijl.tekst, lead=f"{naam}:", quoted=True))


def _other_wishes(inhoud: PlanInhoud) -> list[tuple[str, str]]:
    goals = {doel.tekst.strip() for doel in inhoud.doelen}
    wishes = [(gebied.naam, gebied.wens or "") for gebied in inhoud.leefgebieden]
    return [(naam, wens) for naam, wens in wishes if not is_leeg(wens) and wens.strip() not in goals]


class _Goal:
    """One goal with all that hangs on it."""

    def __init__(self, composer: Composer, t: Tekst, inhoud: PlanInhoud, doel: InhoudDoel) -> None:
        self._composer = composer
        self._stijl = composer.stijl
        self._t = t
        self._inhoud = inhoud
        self._doel = doel

    def add(self) -> None:
        composer, doel = self._composer, self._doel
        woorden = "" if is_leeg(doel.tekst) else f" “{one_line(doel.tekst)}”"
        composer.add(composer.heading(f"{doel.nummer}.{woorden}", 3, self._stijl.doel))
        if doel.meedoen:
            composer.add(composer.phrase(self._t("doel.meedoen"), self._stijl.klein))
        if doel.met_hulp_van:
            hulp = composer.words(doel.met_hulp_van, self._stijl.klein_inkt, lead=self._t("doel.met_hulp_van"))
            composer.add(*hulp)
        self._add_resultaat()
        if doel.stappen:
            self._add_stappen(doel.stappen)
        if doel.afspraken:
            self._add_table(doel.afspraken)
        for afspraak in doel.afspraken:
            wie = one_line(afspraak.wie)
            lead = self._t("doel.waarom", wie=wie) if wie else self._t("doel.waarom_dit")
            composer.add(*composer.words(afspraak.waarom, self._stijl.tekst, lead=lead))
        self._add_ladder()
        composer.add(*composer.words(self._lichter(), self._stijl.tekst, lead=self._t("doel.lichter")))

    def _add_resultaat(self) -> None:
        """What was said, else what we ask on the day we look back; neither in a version of before that was asked."""
        doel = self._doel
        gezegd = self._onze(doel.terugvraag) if is_leeg(doel.resultaat) and doel.terugvraag else doel.resultaat
        resultaat = self._composer.words(gezegd, self._stijl.tekst, lead=self._t("doel.resultaat"))
        for paragraph in resultaat:
            paragraph.keep_next = True
        self._composer.add(*resultaat)

    def _onze(self, zin: str) -> str:
        """The sentence as it was frozen or is proposed, as the one of ours that it is word for word: that one has other
        languages. Of a line that nobody gave a day of its own yet it may be the day on which it begins.
        """
        dagen = [self._inhoud.terugkijk, *(dag for een in self._doel.afspraken for dag in (een.terugkijk, een.begin))]
        onze = [self._t("doel.terugvraag", datum=dag_en_maand(dag, jaar=True)) for dag in dagen if dag]
        return next((nu for nu in (self._t("doel.terugvraag_open"), *onze) if nu == zin), zin)

    def _add_ladder(self) -> None:
        """What was confirmed rung by rung; in a version of before the ladder two of them stand by themselves."""
        t, doel = self._t, self._doel
        oud = (("informeel", doel.informeel), ("algemeen", doel.algemeen))
        vroeger = tuple(InhoudTrede(sleutel=sleutel, antwoord=antwoord) for sleutel, antwoord in oud)
        for een in doel.ladder or vroeger:
            antwoord = f"{een.antwoord.rstrip('.')}." if een.sleutel in _TREDEN and een.antwoord else een.antwoord
            woorden = " ".join(deel for deel in (antwoord, een.woorden) if deel)
            lead = t(f"doel.{een.sleutel}") if een.sleutel in _TREDEN else ""
            self._composer.add(*self._composer.words(woorden, self._stijl.tekst, lead=lead))

    def _lichter(self) -> str:
        """The answer and its reason; nothing when it was not talked about."""
        kan, reden = self._doel.lichter_kan, self._doel.lichter_reden
        antwoord = "" if kan is None else self._t("doel.lichter_ja" if kan else "doel.lichter_nee")
        return " ".join(deel for deel in (antwoord, reden) if deel and not is_leeg(deel))

    def _add_stappen(self, stappen: Sequence[InhoudStap]) -> None:
        composer = self._composer
        label = composer.phrase(self._t("doel.stappen"), self._stijl.klein)
        label.above, label.keep_next = 6.0, True
        composer.add(label)
        lijst = composer.child("L")
        for stap in stappen:
            item = composer.child("LI", lijst)
            box = composer.child("Lbl", item)
            box.actual = self._t("doel.gedaan" if stap.gedaan else "doel.te_doen")
            body = composer.child("LBody", item)
            after = f" · {box.actual}" if stap.gedaan else ""
            words = composer.words(stap.tekst, self._stijl.tekst, body, after=after, width=WIDTH - 20)
            composer.add(Row([(0.0, Stack([self._box(box, stap.gedaan)])), (20.0, Stack(words))], above=3))

    def _box(self, element: Element, ticked: bool) -> Drawing:
        def paint(canvas: TaggedCanvas, x: float, top: float) -> None:
            self._composer.brush.tick_box(canvas, x + 6, top - self._stijl.tekst.leading / 2, ticked)

        return Drawing(self._stijl.tekst.leading, 12, paint, element)

    def _add_table(self, afspraken: Sequence[InhoudAfspraak]) -> None:
        composer = self._composer
        table = composer.child("Table")
        again = None
        if not self._stijl.is_groot:
            head, again = self._head(composer.child("TR", table)), self._head(None)
            head.above, head.keep_next = 7.0, True
            composer.add(head)
        for nummer, afspraak in enumerate(afspraken):
            row = self._row(composer.child("TR", table), afspraak)
            row.carry = again
            row.above = 7.0 if again is None and not nummer else 0.0
            composer.add(row)

    def _head(self, parent: Element | None) -> Row:
        """The names of the columns; without a parent it is the repetition on a next page, for the eye only."""
        cells = []
        for naam, x, width in _COLUMNS:
            element = None
            if parent is not None:
                element = self._composer.child("TH", parent)
                element.scope = "Column"
            label = self._composer.line_up(
                self._composer.typed(self._t(f"doel.{naam}")), self._stijl.klein, element, width=width
            )
            cells.append((x, Stack([label])))
        return Row(cells, pad=1.5)

    def _row(self, parent: Element, afspraak: InhoudAfspraak) -> Row:
        wie, wat, wanneer = (self._composer.child(role, parent) for role in ("TH", "TD", "TD"))
        wie.scope = "Row"
        contents = (self._wie(wie, afspraak), self._wat(wat, afspraak), self._wanneer(wanneer, afspraak))
        cells = [(x, Stack(blocks)) for (_, x, _), blocks in zip(_COLUMNS, contents, strict=True)]
        if self._stijl.is_groot:
            cells = [(0.0, Stack([block for blocks in contents for block in blocks]))]
        return Row(cells, pad=_CELL_PAD, rule=self._stijl.lijn, width=WIDTH, whole_up_to=_WHOLE)

    def _width(self, column: int) -> float:
        """In large letters there is no room for columns: who, what and when stand below each other."""
        return WIDTH if self._stijl.is_groot else _COLUMNS[column][2]

    def _wie(self, cell: Element, afspraak: InhoudAfspraak) -> list[Block]:
        width = self._width(0)
        blocks: list[Block] = [*self._composer.words(afspraak.wie, self._stijl.vet, cell, width=width)]
        key = f"hulp.{afspraak.soort.replace(' ', '_')}"
        soort = self._t(key) if afspraak.soort in list(Wie) else afspraak.soort
        regelt = self._t("doel.regelt", naam=afspraak.regelt) if afspraak.regelt else ""
        if afspraak.soort == Wie.NETWERK and any(noemt(afspraak.wie, een.naam) for een in self._inhoud.tekenen):
            soort = ""  # who signs this plan is in it themselves, and not somebody around them
        if blocks and soort.casefold().startswith(one_line(afspraak.wie).casefold()):
            soort = ""  # there is no name, and the kind stands there already
        for zin in (soort, afspraak.organisatie, regelt):
            blocks += self._composer.words(zin, self._stijl.klein, cell, width=width)
        return blocks

    def _wat(self, cell: Element, afspraak: InhoudAfspraak) -> list[Block]:
        composer, stijl, width = self._composer, self._stijl, self._width(1)
        blocks: list[Block] = [*composer.words(afspraak.tekst, stijl.tekst, cell, width=width)]
        zinnen = {Akkoord.AKKOORD: "doel.akkoord", Akkoord.NIET_AKKOORD: "doel.niet_akkoord", Akkoord.OPMERKING: ""}
        zin = zinnen.get(Akkoord(afspraak.akkoord), "") if afspraak.akkoord in list(Akkoord) else ""
        if zin:
            blocks += composer.words(self._t(zin), stijl.klein_inkt, cell, width=width)
        for sleutel in ("vorm", "aangeboden", "voorkeur", "voorkeur_reden", "achtervang"):
            tekst, eigen = getattr(afspraak, sleutel), sleutel == "voorkeur"
            lead = self._t(f"doel.{sleutel}")
            blocks += composer.words(tekst, stijl.klein_inkt, cell, lead=lead, quoted=eigen, width=width)
        lead = self._t("doel.opmerking")
        return [
            *blocks,
            *composer.words(afspraak.opmerking, stijl.klein_inkt, cell, lead=lead, quoted=True, width=width),
        ]

    def _wanneer(self, cell: Element, afspraak: InhoudAfspraak) -> list[Block]:
        """How often, when, from which day, and the day of looking back where it is not the plan's own."""
        composer, stijl, width = self._composer, self._stijl, self._width(2)
        blocks: list[Block] = [*composer.words(afspraak.hoe_vaak, stijl.tekst, cell, width=width)]
        blocks += composer.words(afspraak.wanneer, stijl.tekst, cell, width=width)
        if self._inhoud.begint_na_besluit(afspraak):
            blocks += composer.words(
                self._t("doel.na_besluit"), stijl.klein if blocks else stijl.tekst, cell, width=width
            )
        for key, dag in (("vanaf", afspraak.begin), ("tot", afspraak.einde), ("terugkijk", afspraak.terugkijk)):
            if dag is not None and not (key == "terugkijk" and dag == self._inhoud.terugkijk):
                datum = dag_en_maand(dag, jaar=True).replace(" ", "\xa0")  # stays on one line
                zin = self._t(f"doel.{key}", datum=datum)
                blocks += composer.words(zin, stijl.klein if blocks else stijl.tekst, cell, width=width)
        return blocks
