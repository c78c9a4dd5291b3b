"""*Wat eerst, wie, wanneer* on paper: one page, and what does not fit is counted (TAAL-07). In large letters the same
lines are more pages.
"""

from bisect import bisect_left
from dataclasses import replace

from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.house_style import HouseStyle
from kernnetwerk_app.documents.route import add_route, waar_nu
from kernnetwerk_app.documents.sheet import Sheet, fits_one_page, sheet_pdf
from kernnetwerk_app.documents.tabel import add_tabel
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.gids import MAX_REGELS, Gids
from kernnetwerk_app.domain.papiervorm import Leeshulp
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.vertaling import samen
from kernnetwerk_app.teksten import load


def gids_pdf(gids: Gids, stijl: HouseStyle) -> bytes:
    """The paper as a tagged PDF; DocumentError. To read aloud it has the same things as on the page."""
    t = load("gids")
    sheet = Sheet(gids.gemeente, t("titel"), gids.datum, onder=gids.aan, voet=(t("voet"),))
    op_papier = replace(stijl, vorm=stijl.vorm - {Leeshulp.VOORLEZEN, Leeshulp.GROOT})
    meest = min(len(gids.regels), MAX_REGELS)

    def is_too_much(aantal: int) -> bool:
        return not fits_one_page(sheet, lambda composer: _add(composer, gids, aantal), op_papier)

    aantal = bisect_left(range(1, meest + 1), True, key=is_too_much)
    return sheet_pdf(sheet, lambda composer: _add(composer, gids, aantal), stijl)


def _add(composer: Composer, gids: Gids, aantal: int) -> None:
    t = load("gids")
    if composer.stijl.is_groot and gids.nu < len(gids.haltes):
        composer.add(
            composer.sentence(waar_nu(gids.haltes, gids.nu))
        )  # the strip would leave no room for what is to be done
    else:
        add_route(composer, gids.haltes, gids.nu)
    rijen = [
        ((f"{nummer}. {regel.wat}", regel.bij), (regel.wie,), (regel.wanneer,))
        for nummer, regel in enumerate(gids.regels[:aantal], start=1)
    ]
    if rijen:
        kolommen = [(t("wat"), 0.0, 256.0), (t("wie"), 268.0, 104.0), (t("wanneer"), 384.0, 103.0)]
        add_tabel(composer, kolommen, rijen, beelden=[regel.beeld for regel in gids.regels])
    else:
        composer.add(composer.sentence(t("leeg")))
    meer = len(gids.regels) - aantal
    if meer:
        er_is = t("meer_een") if meer == 1 else t("meer", aantal=meer)
        komt = t("later_een" if meer == 1 else "later") if gids.komt_later(aantal) else ""
        composer.add(composer.sentence(samen(er_is, komt), "papier"))
    composer.add(composer.section(t("verder")))
    rest = t("rest") if gids.begint and gids.heeft_rest else ""
    zo = (t("een") if gids.begint else "", t("loopt") if gids.loopt_al else "", rest)
    if any(zo):
        composer.add(composer.sentence(samen(*zo), "vink"))
    if gids.terugkijk is not None:
        composer.add(composer.sentence(t("terugkijk", datum=datum_lang(gids.terugkijk, jaar=True)), "kalender"))
    nummer = gids.telefoon or ""
    vraag = t("vraag", naam=gids.contact) if is_leeg(nummer) else t("bel", naam=gids.contact, telefoon=nummer)
    composer.add(composer.sentence(vraag, "telefoon"))
