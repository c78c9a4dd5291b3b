"""What is asked for with the signature under a plan: a box each, or the day on which it was asked for already."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.house_style import WIDTH
from kernnetwerk_app.documents.layout import Block, Drawing, Row, Stack
from kernnetwerk_app.documents.tagging import Element, TaggedCanvas
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.planversie import InhoudTekenaar, InhoudVoorziening, PlanInhoud
from kernnetwerk_app.teksten import Tekst


@dataclass(frozen=True, slots=True)
class Dagstand:
    """What is of the day of printing and of who reads it, and not of the version that is bound."""

    aangevraagd: Mapping[UUID, tuple[date, ...]] = field(default_factory=dict)
    """By line of the plan the days on which it was asked for; the one that counts for the term first."""
    is_vervangen: bool = False
    """Whether there is a newer version, on which one signs."""
    nog_niet: tuple[str, ...] = ()
    """Who decide on it and did not react yet, where somebody did."""
    eigenaar_tekent: bool = True
    """Whether whose plan it is decides on it; a child under twelve does not."""
    beslist: bool = True
    """Whether who reads it decides on the plan; who does not reads nothing of what was asked for and signs nothing."""
    niet_meer: frozenset[str] = frozenset()
    """Who are named in the version to decide on it, and do not any more: who died is asked nothing."""
    niet_van: Mapping[InhoudTekenaar | None, frozenset[UUID]] = field(default_factory=dict)
    """By who has a place on it the lines that are not theirs to ask for; None is whose plan it is. The law under which
    a line falls does not stand in the version.
    """

    besluit: str | None = None
    """What stands of the decision on what was asked for; None where the version says it as of today."""

    def onder(self, inhoud: PlanInhoud) -> tuple[str, ...]:
        """What stands under each stop of the route on this day and for this reader."""
        onder = inhoud.route_onder or ("",) * len(inhoud.route)
        besluit = self.besluit if self.beslist else self.besluit or ""
        if besluit is None:
            return onder
        return tuple(besluit if plaats in inhoud.besluitplaatsen else een for plaats, een in enumerate(onder))

    def open(self, inhoud: PlanInhoud) -> tuple[InhoudVoorziening, ...]:
        """What can still be asked for."""
        return tuple(regel for regel in inhoud.aan_te_vragen if regel.afspraak_id not in self.aangevraagd)

    def open_voor(self, inhoud: PlanInhoud, wie: InhoudTekenaar | None) -> tuple[InhoudVoorziening, ...]:
        """What this one can still ask for."""
        niet = self.niet_van.get(wie, frozenset())
        return tuple(regel for regel in self.open(inhoud) if regel.afspraak_id not in niet)

    def tekenen(self, inhoud: PlanInhoud) -> tuple[InhoudTekenaar, ...]:
        """Who decide on it besides whose plan it is."""
        return tuple(een for een in inhoud.tekenen if een.naam not in self.niet_meer)


def empty_boxes(composer: Composer, t: Tekst, inhoud: PlanInhoud, stand: Dagstand) -> list[Block]:
    """For a pen: what was asked for already has no box, since an empty one would ask for nothing. Where nothing is left
    that this one asks for, it says so.
    """
    al = asked_before(composer, t, inhoud, stand, stand.aangevraagd)
    if al and not stand.open(inhoud):
        return [*al, composer.phrase(t("reactie.niets_meer"), composer.stijl.tekst)]
    vakken = boxes(composer, t, inhoud, stand, None)
    zinnen = explained(t, inhoud, stand)
    if zinnen and not vakken:
        zinnen = [t("reactie.niets_meer" if al else "reactie.vraagt_niets")]
    regels = [composer.phrase(zin, composer.stijl.tekst) for zin in zinnen]
    return [*al, *vakken, *regels, *asked_elsewhere(composer, t, inhoud, stand, [None])]


def boxes(composer: Composer, t: Tekst, inhoud: PlanInhoud, stand: Dagstand, wie: InhoudTekenaar | None) -> list[Block]:
    """An empty box for each that this one can still ask for."""
    regels = stand.open_voor(inhoud, wie)
    if not regels:
        return []
    kop = composer.phrase(t("reactie.vraagt_aan"), composer.stijl.vet)
    kop.above, kop.keep_next = 12.0, True
    lijst = composer.child("L")
    vakken: list[Block] = [_box(composer, t, lijst, regel, None) for regel in regels]
    return [kop, *vakken]


def asked_elsewhere(
    composer: Composer, t: Tekst, inhoud: PlanInhoud, stand: Dagstand, hier: Sequence[InhoudTekenaar | None]
) -> list[Block]:
    """What nobody who has a place on this paper can ask for; that somebody can is said all the same."""
    kan = {regel.afspraak_id for wie in hier for regel in stand.open_voor(inhoud, wie)}
    blocks: list[Block] = []
    for regel in stand.open(inhoud):
        if regel.afspraak_id not in kan:
            blocks += composer.words(regel.wat, composer.stijl.tekst, lead=t("reactie.niet_hier"))
    return blocks


def explained(t: Tekst, inhoud: PlanInhoud, stand: Dagstand) -> list[str]:
    """What a cross in such a box does, and an empty one."""
    return [t("reactie.kruis"), t("reactie.vraagt_aan_ook")] if stand.open(inhoud) else []


def ticked_boxes(
    composer: Composer,
    t: Tekst,
    inhoud: PlanInhoud,
    gevraagd: Collection[UUID],
    eerder: Mapping[UUID, tuple[date, ...]],
    niet: Collection[UUID] = (),
) -> list[Block]:
    """As somebody ticked them. What was asked for before they signed (`eerder`, with the days on which it was) was not
    theirs to tick, nor what another decides on (`niet`).
    """
    al = asked_before(composer, t, inhoud, Dagstand(eerder), eerder.keys() - set(niet))
    weg = {*eerder, *niet} - set(gevraagd)
    regels = [regel for regel in inhoud.aan_te_vragen if regel.afspraak_id not in weg]
    if not regels:
        return al
    kop = composer.phrase(t("reactie.vraagt_aan"), composer.stijl.vet)
    kop.above, kop.keep_next = 12.0, True
    lijst = composer.child("L")
    return [*al, kop, *(_box(composer, t, lijst, regel, regel.afspraak_id in gevraagd) for regel in regels)]


def asked_before(
    composer: Composer, t: Tekst, inhoud: PlanInhoud, stand: Dagstand, lines: Collection[UUID]
) -> list[Block]:
    """Which of these lines were asked for already, and when, in the words of the signing screen."""
    blocks: list[Block] = []
    for regel in inhoud.aan_te_vragen:
        dagen = stand.aangevraagd.get(regel.afspraak_id, ()) if regel.afspraak_id in lines else ()
        if not dagen:
            continue
        eerste, *later = [datum_lang(dag, jaar=True) for dag in dict.fromkeys(dagen)]
        lead = t("reactie.al_aangevraagd", datum=eerste)
        blocks += composer.words(regel.wat, composer.stijl.tekst, lead=lead)
        if later:
            ook = t("reactie.ook_aangevraagd", datum=" en ".join(later))
            blocks.append(composer.phrase(ook, composer.stijl.klein))
    if blocks:
        blocks[0].above = 12.0
    return blocks


def _box(composer: Composer, t: Tekst, lijst: Element, regel: InhoudVoorziening, ticked: bool | None) -> Row:
    """Empty for a pen (None), or as it was left."""
    item = composer.child("LI", lijst)
    box, body = composer.child("Lbl", item), composer.child("LBody", item)
    stand = {None: "reactie.vak_leeg", True: "reactie.aangevraagd", False: "reactie.niet_gevraagd"}[ticked]
    box.actual = t(stand)
    after = "" if ticked is None else f"  ·  {box.actual}"
    words = composer.words(regel.wat, composer.stijl.tekst, body, after=after, width=WIDTH - 28)
    drawing = Drawing(composer.stijl.tekst.leading, 16, _tick_box(composer, bool(ticked)), box)
    return Row([(0.0, Stack([drawing])), (28.0, Stack(words))], above=5)


def _tick_box(composer: Composer, ticked: bool) -> Callable[[TaggedCanvas, float, float], None]:
    def paint(canvas: TaggedCanvas, x: float, top: float) -> None:
        composer.brush.tick_box(canvas, x + 8, top - composer.stijl.tekst.leading / 2, ticked)

    return paint
