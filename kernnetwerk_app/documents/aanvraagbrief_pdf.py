"""*U mag nu zelf een aanvraag doen*, on one page, in short sentences (Wmo 2015 art. 2.3.2 lid 9)."""

from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.house_style import HouseStyle
from kernnetwerk_app.documents.sheet import Sheet, sheet_pdf
from kernnetwerk_app.domain.aanvraagbrief import Aanvraagbrief
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.teksten import load


def aanvraagbrief_pdf(brief: Aanvraagbrief, stijl: HouseStyle) -> bytes:
    """The letter as a tagged PDF; DocumentError, which tells nothing of the content."""
    t = load("aanvraagbrief")
    sheet = Sheet(brief.gemeente, t("titel"), brief.datum, onder=brief.aan, voet=(t("voet"),))
    return sheet_pdf(sheet, lambda composer: _add(composer, brief), stijl)


def _add(composer: Composer, brief: Aanvraagbrief) -> None:
    t = load("aanvraagbrief")
    composer.add(
        composer.sentence(t("gemeld", datum=datum_lang(brief.gemeld, jaar=True)), "kalender"),
        composer.sentence(t("voorbij", datum=datum_lang(brief.einde, jaar=True)), "klok"),
        composer.sentence(t("spijt"), "praat"),
    )
    for deel, beelden in (("nu", ("pen", "papier", "huis", "klok")), ("liever", ("praat", "mensen"))):
        composer.add(composer.section(t(f"{deel}.kop")))
        zinnen = [zin for sleutel, zin in t.groep(deel).items() if sleutel != "kop"]
        composer.add(*(composer.sentence(zin, beeld) for zin, beeld in zip(zinnen, beelden, strict=True)))
    nummer = brief.telefoon or ""
    vraag = t("vraag", naam=brief.contact) if is_leeg(nummer) else t("bel", naam=brief.contact, telefoon=nummer)
    composer.add(composer.section(t("vragen")), composer.sentence(vraag, "telefoon"))
    if not is_leeg(brief.vervanging):
        composer.add(composer.sentence(brief.vervanging, "mensen"))
