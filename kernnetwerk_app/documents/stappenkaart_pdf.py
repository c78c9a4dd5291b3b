"""*Zo gaat het verder* on paper: where the question is, what comes, when and with whom (RES-06, TAAL-02)."""

from collections.abc import Sequence

from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.house_style import ROOM, HouseStyle
from kernnetwerk_app.documents.layout import Stack
from kernnetwerk_app.documents.route import add_route
from kernnetwerk_app.documents.sheet import Sheet, sheet_pdf
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.stappenkaart import Stappenkaart
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.vertaling import samen
from kernnetwerk_app.teksten import load

Zin = tuple[str, str]
"""The name of a pictogram, and a sentence."""


def stappenkaart_pdf(kaart: Stappenkaart, stijl: HouseStyle) -> bytes:
    """The paper as a tagged PDF; DocumentError."""
    t = load("stappenkaart")
    sheet = Sheet(
        gemeente=kaart.gemeente,
        titel=t("titel"),
        datum=kaart.datum,
        onder=kaart.voor,
        voet=(t("voet.bewaar"), t("voet.klopt")),
    )
    return sheet_pdf(sheet, lambda composer: _add(composer, kaart), stijl)


def _add(composer: Composer, kaart: Stappenkaart) -> None:
    t, stijl = load("stappenkaart"), composer.stijl
    add_route(composer, kaart.haltes, kaart.nu)
    if not is_leeg(kaart.vraag):
        label = composer.heading(t("vraag.kop"), 2, stijl.stem_kop, width=composer.voice_width)
        quote = composer.child("BlockQuote")
        words = composer.words(kaart.vraag, stijl.stem_tekst, quote, quoted=True, width=composer.voice_width)
        composer.add(composer.voice(label, words, above=17))
        composer.add(composer.sentence(t("vraag.ontvangen", datum=datum_lang(kaart.ontvangen, jaar=True)), "papier"))
    _add_part(composer, t("wij.kop"), _of_us(kaart))
    _add_part(composer, t("zelf.kop"), _of_you(kaart))
    papieren = [] if kaart.is_klaar else [("pas", t("vragen.papieren"))]
    _add_part(composer, t("vragen.kop"), [*papieren, ("praat", samen(t("vragen.anders"), _hoe(kaart)))])


def _hoe(kaart: Stappenkaart) -> str:
    """How one lets us know: by telephone, else where we are; empty where neither is known."""
    t = load("stappenkaart")
    if not is_leeg(kaart.telefoon):
        return t("vragen.bel", naam=kaart.contact, telefoon=kaart.telefoon)
    return t("vragen.inloop", waar=kaart.inloop) if kaart.inloop else ""


def _of_us(kaart: Stappenkaart) -> list[Zin]:
    t = load("stappenkaart")
    nummer = kaart.telefoon or ""
    sleutel = "wij.contact" if is_leeg(nummer) else "wij.bel"
    zinnen = [("telefoon" if nummer else "zelf", t(sleutel, naam=kaart.contact, telefoon=nummer))]
    zinnen += [("papier", zin) for zin in kaart.aangevraagd]
    if kaart.eerste_contact is not None:
        zinnen.append(("kalender", t("wij.eerste", datum=datum_lang(kaart.eerste_contact))))
    if not kaart.is_klaar:
        zinnen.append(("huis", t("wij.gesprek")))
    if kaart.bezoek_weten:
        zinnen.append(("mensen", t("wij.weten")))
    if kaart.uiterlijk is not None:
        wet = t("wij.wet" if not is_leeg(kaart.vraag) else "wij.wet_melding") if kaart.wet else ""
        zinnen.append(("papier", samen(t("wij.uiterlijk", datum=datum_lang(kaart.uiterlijk, jaar=True)), wet)))
    return zinnen


def _of_you(kaart: Stappenkaart) -> list[Zin]:
    t = load("stappenkaart")
    tot = kaart.eigen_plan_tot if not kaart.is_klaar else None
    plan = [("pen", t("zelf.eigen_plan", datum=datum_lang(tot)))] if tot is not None else []
    naaste = [] if kaart.is_klaar else [("mensen", t("zelf.naaste"))]
    return [
        *plan,
        *naaste,
        ("mensen", t("zelf.clientondersteuner")),
        ("mensen", t("zelf.mantelzorger")),
    ]


def _add_part(composer: Composer, kop: str, zinnen: Sequence[Zin]) -> None:
    section = composer.section(kop)
    blocks = [section, *(composer.sentence(zin, beeld) for beeld, zin in zinnen)]
    # A last sentence alone on a sheet would belong to nothing.
    composer.add(Stack(blocks, whole_up_to=ROOM / 2, above=section.above))
