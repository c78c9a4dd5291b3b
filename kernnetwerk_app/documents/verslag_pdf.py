"""*Het verslag van het gesprek* on paper: what was said, what was looked at, what was agreed, and room to react."""

from collections.abc import Sequence

from kernnetwerk_app.documents.composer import Composer, met_dubbele_punt
from kernnetwerk_app.documents.house_style import ROOM, HouseStyle
from kernnetwerk_app.documents.layout import Stack
from kernnetwerk_app.documents.pen import pen_lines
from kernnetwerk_app.documents.route import add_route
from kernnetwerk_app.documents.sheet import Sheet, sheet_pdf
from kernnetwerk_app.documents.tabel import add_feiten, add_tabel
from kernnetwerk_app.domain.gespreksverslag import Afgesproken, Feit, Gespreksverslag, Reactie
from kernnetwerk_app.domain.planversie import InhoudLeefgebied
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.vertaling import samen
from kernnetwerk_app.teksten import Tekst, load

_REGELS = 4
"""Room for so many lines of handwriting."""


def verslag_pdf(verslag: Gespreksverslag, stijl: HouseStyle) -> bytes:
    """The paper as a tagged PDF, the same bytes for the same input; DocumentError tells nothing of the content."""
    t = load("verslag")
    onder = (*verslag.aan, _stand(t, verslag))
    sheet = Sheet(verslag.gemeente, t("titel"), verslag.datum, onder, (t("voet.van"), t("voet.klopt")))
    return sheet_pdf(sheet, lambda composer: _add(composer, t, verslag), stijl)


def _stand(t: Tekst, verslag: Gespreksverslag) -> str:
    """Whether it is finished. Where the plan is the outcome already, or help was asked for, nobody promises to talk on;
    that it is not finished stays true (0036.5).
    """
    if verslag.is_af:
        return t("stand.af")
    if verslag.gaat_verder:
        return t("stand.open")
    return samen(t("stand.verandert"), t("stand.plan") if verslag.is_gegeven else "")


def _add(composer: Composer, t: Tekst, verslag: Gespreksverslag) -> None:
    add_feiten(composer, [(label, (woorden,), "") for label, woorden in verslag.feiten])
    _add_vraag(composer, t, verslag.vraag)
    _add_deel(composer, t("deel.waar_het_om_gaat"), "praat", verslag.waar_het_om_gaat)
    _add_deel(composer, t("deel.gesprekken"), "mensen", verslag.gesprekken)
    _add_deel(composer, t("deel.meegedacht"), "praat", verslag.meegedacht)
    _add_deel(composer, t("deel.eigen_plan"), "pen", verslag.eigen_plan)
    _add_leefgebieden(composer, t, verslag.leefgebieden)
    _add_deel(composer, t("deel.bekeken"), "oog", verslag.bekeken)
    _add_deel(composer, t("deel.later"), "zon", verslag.later)
    _add_deel(composer, t("deel.intussen"), "vink", verslag.intussen)
    _add_afspraken(composer, t, verslag)
    composer.add(composer.section(t("deel.verder"), "kalender"))
    if verslag.haltes:
        add_route(composer, verslag.haltes, verslag.nu)
    composer.add(*(composer.sentence(zin) for zin in (*verslag.verder, *verslag.afschrift)))
    _add_reactie(composer, t, verslag.reacties)


def _add_vraag(composer: Composer, t: Tekst, vraag: str) -> None:
    if is_leeg(vraag):
        return
    label = composer.heading(t("deel.vraag"), 2, composer.stijl.stem_kop)
    quote = composer.child("BlockQuote")
    words = composer.words(vraag, composer.stijl.stem_tekst, quote, quoted=True, width=composer.voice_width)
    composer.add(composer.voice(label, words, above=17))


def _add_deel(composer: Composer, kop: str, beeld: str, feiten: Sequence[Feit]) -> None:
    """A heading with its paragraphs, each behind what it is; no heading above nothing."""
    gevuld = [(lead, woorden) for lead, woorden in feiten if not is_leeg(woorden)]
    if not gevuld:
        return
    composer.add(composer.section(kop, beeld))
    for lead, woorden in gevuld:
        composer.add(*composer.words(woorden, composer.stijl.tekst, lead=met_dubbele_punt(lead)))


def _add_leefgebieden(composer: Composer, t: Tekst, gebieden: Sequence[InhoudLeefgebied]) -> None:
    """Of each life domain that was talked about what goes well before what is hard (OND-06); of others nothing."""
    if not gebieden:
        return
    stijl = composer.stijl
    composer.add(composer.section(t("deel.besproken"), "praat"))
    for gebied in gebieden:
        composer.add(composer.heading(gebied.naam, 3, stijl.gebied))
        for sleutel, woorden in (("goed", gebied.goed), ("lastig", gebied.lastig), ("wens", gebied.wens)):
            composer.add(*composer.words(woorden, stijl.tekst, lead=t(f"gebied.{sleutel}")))
        for antwoord in gebied.antwoorden:
            lead = met_dubbele_punt(antwoord.label)
            composer.add(*composer.words(antwoord.woorden, stijl.tekst, lead=lead, quoted=antwoord.stem))


def _add_afspraken(composer: Composer, t: Tekst, verslag: Gespreksverslag) -> None:
    composer.add(composer.section(t("deel.afspraken"), "vlag"))
    composer.add(*(composer.words(doel, composer.stijl.tekst, quoted=True)[0] for doel in verslag.doelen))
    if verslag.afspraken:
        kolommen = [(t("tabel.wat"), 0.0, 256.0), (t("tabel.wie"), 268.0, 104.0), (t("tabel.wanneer"), 384.0, 103.0)]
        add_tabel(composer, kolommen, [_rij(regel) for regel in verslag.afspraken])
    composer.add(composer.sentence(verslag.plan))


def _rij(regel: Afgesproken) -> tuple[tuple[str], tuple[str], tuple[str]]:
    return (regel.wat,), (regel.wie,), (regel.wanneer,)


def _add_reactie(composer: Composer, t: Tekst, reacties: Sequence[Reactie]) -> None:
    """What was said of the plan, and room to write: nobody has to sign a verslag (Wmo 2015 art. 2.3.2)."""
    stijl = composer.stijl
    kop, vrij = composer.section(t("deel.reactie"), "pen"), composer.sentence(t("reactie.vrij"))
    vrij.keep_next = True
    if reacties:
        composer.add(kop, vrij)
    for reactie in reacties:
        zin = composer.phrase(_gezegd(t, reactie), stijl.tekst)
        zin.keep_next = True
        composer.add(zin, *composer.words(reactie.woorden, stijl.tekst, quoted=True))
    label = composer.phrase(t("reactie.mijn"), stijl.stem_kop)
    voice = composer.voice(label, [pen_lines(composer, _REGELS)], above=9)
    eerst = [] if reacties else [kop, vrij]
    composer.add(Stack([*eerst, voice], whole_up_to=ROOM, above=kop.above))


def _gezegd(t: Tekst, reactie: Reactie) -> str:
    if reactie.is_lezer:
        return t("reactie.van_u", nummer=reactie.versie, keuze=reactie.keuze)
    return t("reactie.van", naam=reactie.naam, nummer=reactie.versie, keuze=reactie.keuze)
