"""*Wat eerst, wie, wanneer* on paper: one page, and one more in large letters and beside another language; what does
not fit is counted by why it is not there (TAAL-07).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.house_style import HouseStyle
from kernnetwerk_app.documents.route import add_route, waar_nu
from kernnetwerk_app.documents.sheet import Sheet, fits, sheet_pdf
from kernnetwerk_app.documents.tabel import add_tabel
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.gids import MAX_REGELS, Beurt, Gids, GidsRegel
from kernnetwerk_app.domain.papiervorm import Leeshulp
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.vertaling import VasteZin, samen
from kernnetwerk_app.teksten import Tekst, load

_BEELD = {Beurt.AGENDA: "kalender", Beurt.LOOPT: "vink", Beurt.BESLUIT: "papier"}


def gids_pdf(gids: Gids, stijl: HouseStyle) -> bytes:
    """The paper as a tagged PDF; DocumentError. To read aloud it has the same things as on the page."""
    t = load("gids")
    sheet = Sheet(gids.gemeente, t("titel"), gids.datum, onder=gids.aan, voet=(t("voet"),))
    op_papier = replace(stijl, vorm=stijl.vorm - {Leeshulp.VOORLEZEN})
    bladen = 1 + stijl.is_groot + (stijl.vertaling is not None)
    meest = min(len(gids.regels), MAX_REGELS)

    def is_too_much(aantal: int) -> bool:
        return not fits(sheet, lambda composer: _add(composer, gids, aantal), op_papier, bladen)

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
    if not gids.regels:
        composer.add(composer.sentence(t("leeg")))
    regels = gids.gekozen(aantal)
    nu = [regel for regel in regels if regel.beurt is Beurt.NU]
    if nu:
        composer.add(composer.section(t("nu") if len(nu) == 1 else t("nu_een_voor_een")))
        _add_nu(composer, t, nu)
    composer.add(composer.section(t("verder")))
    for regel in regels:
        if regel.beurt is not Beurt.NU:
            composer.add(composer.sentence(_straks(t, regel), _BEELD[regel.beurt]))
    _add_nog(composer, t, gids, regels)
    if gids.terugkijk is not None:
        composer.add(composer.sentence(t("terugkijk", datum=datum_lang(gids.terugkijk, jaar=True)), "kalender"))
    nummer = gids.telefoon or ""
    vraag = t("vraag", naam=gids.contact) if is_leeg(nummer) else t("bel", naam=gids.contact, telefoon=nummer)
    composer.add(composer.sentence(vraag, "telefoon"))


def _straks(t: Tekst, regel: GidsRegel) -> str:
    """What is not to be done now. A sentence of ours stays one, or it would have no other language beside it."""
    key = "beloofd" if regel.is_beloofd and regel.beurt is Beurt.AGENDA else regel.beurt.name.lower()
    wat = regel.wat if isinstance(regel.wat, VasteZin) else regel.wat.rstrip(".")
    return t(f"straks.{key}", wat=wat, wie=regel.wie, wanneer=regel.wanneer)


def _add_nu(composer: Composer, t: Tekst, regels: Sequence[GidsRegel]) -> None:
    """What several lines after each other belong to stands at the first of them."""
    rijen = []
    for nummer, (eerder, regel) in enumerate(zip(("", *(een.doel for een in regels)), regels, strict=False), start=1):
        bij = "" if regel.doel and regel.doel == eerder else regel.bij
        rijen.append(((f"{nummer}. {regel.wat}", bij), (regel.wie,), (regel.wanneer,)))
    kolommen = [(t("wat"), 0.0, 256.0), (t("wie"), 268.0, 104.0), (t("wanneer"), 384.0, 103.0)]
    add_tabel(composer, kolommen, rijen, beelden=[regel.beeld for regel in regels])


def _add_nog(composer: Composer, t: Tekst, gids: Gids, regels: Sequence[GidsRegel]) -> None:
    """What does not stand on it, counted by why."""
    alle, hier = (Counter(een.beurt for een in deel) for deel in (gids.regels, regels))
    nog = [t(f"nog.{een.name.lower()}", aantal=alle[een] - hier[een]) for een in Beurt if alle[een] > hier[een]]
    if nog:
        composer.add(composer.sentence(samen(t("meer"), *nog), "papier"))
