"""*Uw afspraak*: who comes, where and when, whom to call, and where the resident is on the route (EVV-26, TAAL-02)."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from kernnetwerk_app.documents.blad import add_feiten, add_kop, add_tabel, finish
from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.errors import DocumentError
from kernnetwerk_app.documents.house_style import HouseStyle
from kernnetwerk_app.documents.route import Halte, add_route
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.teksten import load


@dataclass(frozen=True, slots=True)
class AfspraakBlad:
    """What stands on it, in words that are ready to print; an empty one is left out. `van` is when it was made."""

    gemeente: str
    van: date
    voor: str
    wie: tuple[str, ...]
    wanneer: tuple[str, ...]
    waar: tuple[str, ...]
    waarover: str
    bellen: tuple[str, ...]
    vervanging: str
    binnenlopen: str
    route: tuple[str, ...]
    route_nu: int
    straks: tuple[str, ...]
    """What comes, when and with whom, a sentence each."""


def afspraak_pdf(blad: AfspraakBlad, stijl: HouseStyle) -> bytes:
    """The slip as a tagged PDF; DocumentError, which tells nothing of the content."""
    # Not raised inside an except block: the error that ReportLab raised may hold text, and would be attached.
    with suppress(Exception):
        return _render(blad, stijl)
    raise DocumentError


def _render(blad: AfspraakBlad, stijl: HouseStyle) -> bytes:
    t, papier = load("agendablad"), load("papier")
    composer = Composer(stijl)
    add_kop(composer, papier, blad.gemeente, blad.van, t("afspraak.titel"))
    composer.add(composer.phrase(t("afspraak.voor", wie=blad.voor), stijl.onder))
    add_feiten(
        composer,
        [
            (t("afspraak.wanneer"), blad.wanneer),
            (t("afspraak.waar"), blad.waar),
            (t("afspraak.wie"), blad.wie),
            (t("afspraak.waarover"), (blad.waarover,)),
            (t("afspraak.bellen"), (*blad.bellen, blad.vervanging)),
            (t("afspraak.binnenlopen"), (blad.binnenlopen,)),
        ],
    )
    composer.add(composer.heading(t("afspraak.kop_anders"), 2, stijl.kop))
    composer.add(*(composer.phrase(zin, stijl.tekst) for zin in t.groep("anders").values()))
    composer.add(composer.heading(t("afspraak.kop_route"), 2, stijl.kop))
    add_route(composer, [Halte(naam) for naam in blad.route], blad.route_nu)
    composer.add(*(composer.phrase(zin, stijl.tekst) for zin in blad.straks))
    return finish(composer, papier, t("afspraak.titel"), blad.van, t("afspraak.voet"))


@dataclass(frozen=True, slots=True)
class DaglijstRegel:
    """A contact of the day: hours, initials, where and about what, in words that are ready to print."""

    tijd: str
    voorletters: str
    waar: tuple[str, ...]
    waarover: str


def daglijst_pdf(gemeente: str, dag: date, wie: str, regels: tuple[DaglijstRegel, ...], stijl: HouseStyle) -> bytes:
    """The day on one sheet as a tagged PDF, with initials and no names; DocumentError."""
    with suppress(Exception):
        return _render_daglijst(gemeente, dag, wie, regels, stijl)
    raise DocumentError


def _render_daglijst(gemeente: str, dag: date, wie: str, regels: tuple[DaglijstRegel, ...], stijl: HouseStyle) -> bytes:
    t, papier = load("agendablad"), load("papier")
    composer = Composer(stijl)
    add_kop(composer, papier, gemeente, dag, datum_lang(dag).capitalize())
    composer.add(composer.phrase(t("daglijst.van", wie=wie), stijl.onder))
    if regels:
        kolommen = [
            (t("daglijst.tijd"), 0.0, 78.0),
            (t("daglijst.wie"), 86.0, 84.0),
            (t("daglijst.waar"), 178.0, 170.0),
            (t("daglijst.waarover"), 356.0, 130.0),
        ]
        rijen = [((r.tijd,), (r.voorletters,), r.waar, (r.waarover,)) for r in regels]
        add_tabel(composer, kolommen, rijen, bold=1)
    else:
        composer.add(composer.phrase(t("daglijst.leeg"), stijl.tekst))
    return finish(composer, papier, t("daglijst.soort"), dag, t("daglijst.voet"))
