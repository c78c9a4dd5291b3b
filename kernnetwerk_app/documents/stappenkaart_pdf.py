"""*Zo gaat het verder* on paper: where the question is, what comes, when and with whom (RES-06, TAAL-02)."""

from collections.abc import Sequence

from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.house_style import HouseStyle
from kernnetwerk_app.documents.route import Halte, add_route
from kernnetwerk_app.documents.sheet import Sheet, sheet_pdf
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.stappenkaart import Stappenkaart
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.teksten import load


def stappenkaart_pdf(kaart: Stappenkaart, stijl: HouseStyle) -> bytes:
    """The paper as a tagged PDF; DocumentError."""
    t = load("stappenkaart")
    sheet = Sheet(
        gemeente=kaart.gemeente,
        titel=t("titel"),
        datum=kaart.datum,
        onder="" if is_leeg(kaart.voor) else t("voor", voor=kaart.voor),
        voet=(t("voet.bewaar"), t("voet.klopt")),
    )
    return sheet_pdf(sheet, lambda composer: _add(composer, kaart), stijl)


def _add(composer: Composer, kaart: Stappenkaart) -> None:
    t, stijl = load("stappenkaart"), composer.stijl
    add_route(composer, [Halte(halte.naam, halte.onder) for halte in kaart.haltes], kaart.nu)
    if not is_leeg(kaart.vraag):
        label = composer.heading(t("vraag.kop"), 2, stijl.stem_kop)
        quote = composer.child("BlockQuote")
        words = composer.words(kaart.vraag, stijl.stem_tekst, quote, quoted=True, width=composer.voice_width)
        composer.add(composer.voice(label, words, above=17))
    composer.add(composer.phrase(t("vraag.ontvangen", datum=datum_lang(kaart.ontvangen, jaar=True)), stijl.tekst))
    _add_part(composer, t("wij.kop"), _of_us(kaart))
    _add_part(composer, t("zelf.kop"), _of_you(kaart))
    _add_part(composer, t("vragen.kop"), [t("vragen.papieren"), t("vragen.anders")])


def _of_us(kaart: Stappenkaart) -> list[str]:
    t = load("stappenkaart")
    nummer = (kaart.telefoon or "").replace(" ", "\xa0")  # a number is not cut at the end of a line
    sleutel = "wij.contact" if is_leeg(nummer) else "wij.bel"
    zinnen = [t(sleutel, naam=kaart.contact, telefoon=nummer)]
    if kaart.eerste_contact is not None:
        zinnen.append(t("wij.eerste", datum=datum_lang(kaart.eerste_contact)))
    zinnen.append(t("wij.gesprek"))
    if kaart.uiterlijk is not None:
        zinnen.append(f"{t('wij.uiterlijk', datum=datum_lang(kaart.uiterlijk, jaar=True))} {t('wij.wet')}")
    return zinnen


def _of_you(kaart: Stappenkaart) -> list[str]:
    t = load("stappenkaart")
    plan = [t("zelf.eigen_plan", datum=datum_lang(kaart.eigen_plan_tot))] if kaart.eigen_plan_tot is not None else []
    return [*plan, t("zelf.naaste"), t("zelf.clientondersteuner"), t("zelf.mantelzorger")]


def _add_part(composer: Composer, kop: str, zinnen: Sequence[str]) -> None:
    composer.add(composer.heading(kop, 2, composer.stijl.kop))
    composer.add(*(composer.phrase(zin, composer.stijl.tekst) for zin in zinnen))
