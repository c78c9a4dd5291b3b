"""The ondersteuningsplan on paper: the resident's words, who does what and when, and the place to react (PLAN-05)."""

from collections.abc import Sequence
from contextlib import suppress

from kernnetwerk_app.documents.archive import About
from kernnetwerk_app.documents.asked import Dagstand, asked_before, explained
from kernnetwerk_app.documents.composer import Composer, met_dubbele_punt
from kernnetwerk_app.documents.errors import DocumentError
from kernnetwerk_app.documents.foot import Foot
from kernnetwerk_app.documents.glyphs import MISSING
from kernnetwerk_app.documents.goals import add_doelen
from kernnetwerk_app.documents.house_style import LEFT, PAGE, ROOM, TOP, HouseStyle
from kernnetwerk_app.documents.layout import Block, Stack, Text, draw_blocks, paginate
from kernnetwerk_app.documents.qr import Kenmerk
from kernnetwerk_app.documents.reaction import OndertekeningBeeld, add_reactie
from kernnetwerk_app.documents.route import add_route
from kernnetwerk_app.documents.said import add_said, is_signed
from kernnetwerk_app.documents.sheet import Sheet, add_head, sheet_pdf, taalhulp
from kernnetwerk_app.documents.signing import toon_code
from kernnetwerk_app.documents.tagging import TaggedCanvas
from kernnetwerk_app.documents.text import Run
from kernnetwerk_app.domain.datum import datum_kort, datum_lang
from kernnetwerk_app.domain.papiervorm import Leeshulp
from kernnetwerk_app.domain.plan import PlanSoort
from kernnetwerk_app.domain.planversie import InhoudBevinding, InhoudLeefgebied, PlanInhoud
from kernnetwerk_app.domain.stappenkaart import KaartHalte
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.teksten import Tekst, load

__all__ = ["Kenmerk", "OndertekeningBeeld", "plan_pdf"]

_BEELD = {
    "waar_het_om_gaat": "praat",
    "goed": "zon",
    "lastig": "letop",
    "besproken": "mensen",
    "bekeken": "oog",
    "kansen": "plus",
    "verder": "kalender",
}
"""The pictogram of each part, on paper that has those."""
_DELEN = ("vraag", "waar_het_om_gaat", "goed", "lastig", "besproken", "kansen", "doelen", "bekeken", "verder")
"""The parts in the order of before there was a template: a version of then keeps it."""


def plan_pdf(
    inhoud: PlanInhoud,
    kenmerk: Kenmerk | None,
    ondertekeningen: Sequence[OndertekeningBeeld],
    stijl: HouseStyle,
    stand: Dagstand | None = None,
) -> bytes:
    """The plan as a tagged PDF, the same bytes for the same input; DocumentError, which tells nothing of the content.

    Without `kenmerk` it is a plan in the making: no code, no square code, and no place to sign. Without
    `ondertekeningen` the place to react is empty, for a pen. `stand`: what is of the day of printing.
    """
    # Not raised inside an except block: the error that ReportLab raised may hold text, and would be attached.
    with suppress(Exception):
        return _render(inhoud, kenmerk, ondertekeningen, stijl, stand or Dagstand())
    raise DocumentError


def plan_leeshulp(
    inhoud: PlanInhoud,
    kenmerk: Kenmerk | None,
    stijl: HouseStyle,
    stand: Dagstand | None = None,
    gezegd: Sequence[OndertekeningBeeld] = (),
) -> bytes:
    """The same words beside the plan, in a `stijl` that is easier to read or to read aloud from: it has no code, and
    nobody signs it. It says of which version it is and where one signs, and where somebody did what they said of it
    (`gezegd`). DocumentError.
    """
    t, stand = load("papier"), stand or Dagstand()
    voorlezen = Leeshulp.VOORLEZEN in stijl.vorm
    datum = datum_lang(inhoud.datum, jaar=True)
    versie = t("voorlezen.versie", nummer=inhoud.nummer, code=toon_code(kenmerk.code)) if kenmerk and voorlezen else ""
    getekend = is_signed(gezegd)
    voet = "voet_mee" if not stand.beslist else "voet_getekend" if getekend else "voet"
    voet = t("voorlezen.voet") if voorlezen else t(f"naast.{voet}", datum=datum, nummer=inhoud.nummer)
    onder = (_van(t, inhoud), *inhoud.aan, versie)
    sheet = Sheet(inhoud.gemeente, _soort(t, inhoud), inhoud.datum, onder, (voet,), inhoud.titel)

    def add(composer: Composer) -> None:
        if not is_leeg(inhoud.leus):
            composer.add(composer.phrase(inhoud.leus, stijl.klein))
        if kenmerk is None:
            composer.add(composer.sentence(t("reactie.in_de_maak")))
        elif not voorlezen:
            hulp = next((hulp for hulp in Leeshulp if hulp in stijl.vorm), Leeshulp.GROOT)
            dit = "naast.dit_getekend" if getekend else "naast.dit"
            vorm = t(f"naast.{hulp.value}")
            composer.add(composer.phrase(t(dit, datum=datum, nummer=inhoud.nummer, vorm=vorm), composer.stijl.tekst))
        if not stand.beslist:
            composer.add(composer.phrase(t("naast.mee"), composer.stijl.vet))
        elif getekend or (kenmerk is not None and not voorlezen):
            composer.add(composer.phrase(t("naast.getekend" if getekend else "naast.teken"), composer.stijl.vet))
        _add_body(composer, inhoud, stand)
        if kenmerk is not None and stand.beslist:
            _add_onder(composer, t, inhoud, gezegd, stand)

    return sheet_pdf(sheet, add, stijl)


def _add_onder(
    composer: Composer, t: Tekst, inhoud: PlanInhoud, gezegd: Sequence[OndertekeningBeeld], stand: Dagstand
) -> None:
    """What was said of it, and until it was signed what one can say."""
    if gezegd:
        add_said(composer, t, inhoud, gezegd, stand)
    if not is_signed(gezegd):
        _add_op_het_blad(composer, t, inhoud, stand)


def _add_op_het_blad(composer: Composer, t: Tekst, inhoud: PlanInhoud, stand: Dagstand) -> None:
    """What one can say of the plan and ask for with a signature, and that this is done elsewhere."""
    stijl = composer.stijl
    kop = composer.section(t("reactie.kop"), "pen")
    zinnen = [composer.phrase(t(key), stijl.tekst) for key in ("reactie.vrij", "reactie.rechten", "naast.kies")]
    keuzes = [composer.phrase(t(f"reactie.{key}"), stijl.vet) for key in ("eens", "gezien", "niet_eens")]
    # What one chooses from stands where it is asked.
    composer.add(Stack([kop, *zinnen, *keuzes], above=kop.above, whole_up_to=ROOM))
    if not inhoud.aan_te_vragen:
        composer.add(composer.phrase(t("reactie.vraagt_niets"), stijl.tekst))
        return
    composer.add(*asked_before(composer, t, inhoud, stand, stand.aangevraagd))
    regels = stand.open(inhoud)
    if not regels:
        composer.add(composer.phrase(t("reactie.niets_meer"), stijl.tekst))
        return
    vraag = composer.phrase(t("naast.vraag"), stijl.tekst)
    blocks: list[Block] = [vraag, composer.phrase(t("reactie.vraagt_aan"), stijl.vet)]
    for regel in regels:
        blocks += composer.words(regel.wat, stijl.tekst)
    uitleg = (composer.phrase(zin, stijl.tekst) for zin in explained(t, inhoud, stand))
    composer.add(Stack([*blocks, *uitleg], above=vraag.above, whole_up_to=ROOM))


def _render(
    inhoud: PlanInhoud,
    kenmerk: Kenmerk | None,
    ondertekeningen: Sequence[OndertekeningBeeld],
    stijl: HouseStyle,
    stand: Dagstand,
) -> bytes:
    t = load("papier")
    composer = Composer(stijl)
    _add_kop(composer, t, inhoud, kenmerk)
    with taalhulp(composer):
        if kenmerk is None:
            composer.add(composer.sentence(t("reactie.in_de_maak")))
        elif not stand.beslist:
            composer.add(composer.sentence(t("naast.mee")))
        _add_body(composer, inhoud, stand)
        add_reactie(composer, t, inhoud, kenmerk, ondertekeningen, stand, _dit_plan(t, inhoud))
    if composer.has_missing:
        composer.add(composer.phrase(t("teken.ontbreekt", teken=MISSING), stijl.klein))
    pages = paginate(composer.blocks, ROOM)
    canvas = TaggedCanvas(PAGE, About(_soort(t, inhoud), inhoud.datum))
    foot = Foot(t, stijl, inhoud.nummer, kenmerk, len(pages), not stand.beslist)
    for number, blocks in enumerate(pages, 1):
        draw_blocks(canvas, blocks, LEFT, TOP)
        foot.draw(canvas, number)
        canvas.end_page()
    return canvas.to_bytes(composer.root)


def _add_body(composer: Composer, inhoud: PlanInhoud, stand: Dagstand) -> None:
    """All of the plan between its head and the place to react."""
    t = load("papier")
    haltes = zip(inhoud.route, stand.onder(inhoud), strict=True)
    add_route(composer, [KaartHalte(*halte) for halte in haltes], inhoud.route_nu)
    composer.add(*composer.words(inhoud.ongelezen, composer.stijl.tekst, lead=t("ongelezen.reden")))
    gesprek = [
        (t("gesprek.al_geprobeerd"), inhoud.al_geprobeerd),
        (t("gesprek.aanwezig"), inhoud.aanwezig),
        (t("gesprek.makers"), ", ".join((*inhoud.makers, *filter(None, (inhoud.samen_met,))))),
    ]
    gezegd: dict[str, list[tuple[str, str | None]]] = {
        "waar_het_om_gaat": [("", inhoud.waar_het_om_gaat), *gesprek],
        "goed": [("", inhoud.zelf), *((f"{gebied.naam}:", gebied.goed) for gebied in inhoud.leefgebieden)],
        "lastig": [(f"{gebied.naam}:", gebied.lastig) for gebied in inhoud.leefgebieden],
        "bekeken": [_bevinding(t, een) for een in inhoud.bevindingen],
        "kansen": [("", inhoud.kansen)],
    }
    for sleutel, kop in _parts(t, inhoud):
        if sleutel in gezegd:
            _add_deel(composer, sleutel, kop, gezegd[sleutel])
        elif sleutel == "vraag":
            _add_vraag(composer, kop, inhoud)
        elif sleutel == "besproken":
            _add_antwoorden(composer, t, kop, inhoud.leefgebieden)
        elif sleutel == "doelen":
            add_doelen(composer, t, kop, inhoud)
        elif sleutel == "verder":
            _add_verder(composer, t, kop, inhoud)


def _parts(t: Tekst, inhoud: PlanInhoud) -> list[tuple[str, str]]:
    """Key and heading of each part, in the order of the template (PLAN-14). What that leaves out comes before how it
    goes on: nothing that was said may be missing from what is signed, nor come after what one can do about it.
    """
    koppen = {sleutel: t(f"deel.{sleutel}") for sleutel in _DELEN}
    delen = [(deel.sleutel, t.herken("deel", deel.kop)) for deel in inhoud.opbouw if deel.sleutel in koppen]
    volgorde = [sleutel for sleutel, _ in delen]
    plek = volgorde.index("verder") if "verder" in volgorde else len(delen)
    rest = [(sleutel, kop) for sleutel, kop in koppen.items() if sleutel not in volgorde]
    return [*delen[:plek], *rest, *delen[plek:]]


def _soort(t: Tekst, inhoud: PlanInhoud) -> str:
    """One of our own words, never a typed one: it becomes the title of the document."""
    bekend = inhoud.plansoort in list(PlanSoort)
    return t(f"soort.{inhoud.plansoort.replace(' ', '_')}" if bekend else "soort.plan")


def _add_kop(composer: Composer, t: Tekst, inhoud: PlanInhoud, kenmerk: Kenmerk | None) -> None:
    stijl = composer.stijl
    datum = datum_lang(inhoud.datum, jaar=True)
    versie = t("kop.versie", datum=datum, nummer=inhoud.nummer) if kenmerk else t("kop.in_de_maak", datum=datum)
    add_head(composer, inhoud.gemeente, versie)
    composer.add(composer.heading(inhoud.titel, 1, stijl.titel))
    composer.add(*(composer.phrase(regel, stijl.onder) for regel in (_van(t, inhoud), *inhoud.aan)))
    if not is_leeg(inhoud.leus):
        composer.add(composer.phrase(inhoud.leus, stijl.klein))


def _dit_plan(t: Tekst, inhoud: PlanInhoud) -> str:
    """Which plan of whom this is, which version and of which day."""
    key = "kop.dit_plan" if is_leeg(inhoud.van) else "kop.dit_plan_van"
    datum = datum_kort(inhoud.datum, jaar=True)
    return t(key, soort=_soort(t, inhoud), van=inhoud.van, nummer=inhoud.nummer, datum=datum)


def _van(t: Tekst, inhoud: PlanInhoud) -> str:
    soort = _soort(t, inhoud)
    van = soort if is_leeg(inhoud.van) else t("kop.van", soort=soort, van=inhoud.van)
    return van if is_leeg(inhoud.adres) else f"{van}, {inhoud.adres}"


def _add_vraag(composer: Composer, kop: str, inhoud: PlanInhoud) -> None:
    if is_leeg(inhoud.vraag):
        return
    stijl = composer.stijl
    label = composer.heading(kop, 2, stijl.stem_kop, width=composer.voice_width)
    quote = composer.child("BlockQuote")
    words = composer.words(inhoud.vraag, stijl.stem_tekst, quote, quoted=True, width=composer.voice_width)
    composer.add(composer.voice(label, words, above=17))


def _add_antwoorden(composer: Composer, t: Tekst, kop: str, leefgebieden: Sequence[InhoudLeefgebied]) -> None:
    """The other questions with their answers, by life domain; one of which nothing stands here or above is named. What
    we say ourselves about mantelzorg is known again.
    """
    stijl, ons = composer.stijl, load("mantelzorg").herken
    gebieden = [gebied for gebied in leefgebieden if gebied.antwoorden]
    if gebieden:
        composer.add(composer.section(kop, _BEELD["besproken"]))
    for gebied in gebieden:
        composer.add(composer.heading(ons("plan", gebied.naam), 3, stijl.gebied))
        for antwoord in gebied.antwoorden:
            woorden = antwoord.woorden if antwoord.stem else ons("plan", antwoord.woorden)
            lead = met_dubbele_punt(ons("plan", antwoord.label))
            composer.add(*composer.words(woorden, stijl.tekst, lead=lead, quoted=antwoord.stem))
    zonder = [g.naam for g in leefgebieden if not g.antwoorden and is_leeg(f"{g.goed or ''}{g.lastig or ''}")]
    composer.add(*composer.words(", ".join(zonder), stijl.tekst, lead=t("leefgebied.ook")))


def _add_deel(composer: Composer, deel: str, kop: str, delen: Sequence[tuple[str, str | None]]) -> None:
    """The heading of this part with its paragraphs, each under a lead in bold; no heading above nothing."""
    stijl = composer.stijl
    if all(is_leeg(tekst) for _, tekst in delen):
        return
    composer.add(composer.section(kop, _BEELD[deel]))
    composer.add(*_not_alone([een for lead, tekst in delen for een in composer.words(tekst, stijl.tekst, lead=lead)]))


def _not_alone(blocks: list[Text]) -> list[Text]:
    """These paragraphs, the last with the one before it: alone on a sheet it would belong to nothing."""
    for een in blocks[-2:-1]:
        een.keep_next = True
    return blocks


def _bevinding(t: Tekst, een: InhoudBevinding) -> tuple[str, str | None]:
    """What was looked at, and what came of it; our own words among them are known again."""
    lead = load("verslag").herken("later", t.herken("bekeken", een.label))
    return met_dubbele_punt(lead), t.herken("bekeken", een.zin)


def _add_verder(composer: Composer, t: Tekst, kop: str, inhoud: PlanInhoud) -> None:
    stijl = composer.stijl
    composer.add(composer.section(kop, _BEELD["verder"]))
    if inhoud.terugkijk is None:
        composer.add(composer.phrase(t("verder.terugkijk_open"), stijl.tekst))
    else:
        voor, na = t("verder.terugkijk").split("{datum}")
        datum = datum_lang(inhoud.terugkijk, jaar=True)
        runs = [Run(voor), Run(datum, bold=True), Run(na)]
        aid = composer.aid(t("verder.terugkijk", datum=datum))
        composer.add(composer.line_up([runs, *aid], stijl.tekst, composer.child("P")))
    if inhoud.voorlichting is not None:
        zin = t("verder.voorlichting", datum=datum_lang(inhoud.voorlichting, jaar=True))
        composer.add(composer.phrase(zin, stijl.tekst))
    wens = " ".join(
        deel for deel in (f"{inhoud.leverwens}." if inhoud.leverwens else "", inhoud.leverwens_reden) if deel
    )
    composer.add(*composer.words(wens, stijl.tekst, lead=t("verder.leverwens")))
    uitleg = t.herken("leverwens", inhoud.leverwens_uitleg or "")
    composer.add(*composer.words(uitleg, stijl.tekst, lead=met_dubbele_punt(inhoud.leverwens or "")))
    contact = inhoud.contact
    telefoon = contact.telefoon or ""
    key = "verder.vraag" if is_leeg(telefoon) else "verder.bel"
    zin = t(key, naam=contact.naam, functie=contact.functie, telefoon=telefoon)
    vast = [t.herken("zo_verder", zin) for zin in inhoud.verder]
    composer.add(*_not_alone([composer.phrase(een, stijl.tekst) for een in (zin, *vast)]))
