"""*Uw afspraak*: who comes, where and when, whom to call, and where the resident is on the route (EVV-26, TAAL-02)."""

from dataclasses import dataclass
from datetime import date

from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.house_style import HouseStyle
from kernnetwerk_app.documents.route import add_route
from kernnetwerk_app.documents.sheet import Sheet, sheet_pdf
from kernnetwerk_app.documents.tabel import add_feiten, add_tabel
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.stappenkaart import KaartHalte
from kernnetwerk_app.teksten import load


@dataclass(frozen=True, slots=True)
class AfspraakBlad:
    """What stands on it, in words that are ready to print; an empty one is left out. `van` is when it was made."""

    gemeente: str
    van: date
    voor: tuple[str, ...]
    """To whom it is, and for whom, a line each."""
    wie: tuple[str, ...]
    wanneer: tuple[str, ...]
    waar: tuple[str, ...]
    waarover: str
    bellen: tuple[str, ...]
    vervanging: str
    binnenlopen: str
    route: tuple[KaartHalte, ...]
    route_nu: int
    straks: tuple[str, ...]
    """What comes, when and with whom, a sentence each."""


def afspraak_pdf(blad: AfspraakBlad, stijl: HouseStyle) -> bytes:
    """The slip as a tagged PDF; DocumentError, which tells nothing of the content."""
    t = load("agendablad")
    sheet = Sheet(blad.gemeente, t("afspraak.titel"), blad.van, onder=blad.voor, voet=(t("afspraak.voet"),))
    return sheet_pdf(sheet, lambda composer: _add_afspraak(composer, blad), stijl)


def _add_afspraak(composer: Composer, blad: AfspraakBlad) -> None:
    t = load("agendablad")
    add_feiten(
        composer,
        [
            (t("afspraak.wanneer"), blad.wanneer, "kalender"),
            (t("afspraak.waar"), blad.waar, "huis"),
            (t("afspraak.wie"), blad.wie, "zelf"),
            (t("afspraak.waarover"), (blad.waarover,), "praat"),
            (t("afspraak.bellen"), (*blad.bellen, blad.vervanging), "telefoon"),
            (t("afspraak.binnenlopen"), (blad.binnenlopen,), "deur"),
        ],
    )
    composer.add(composer.section(t("afspraak.kop_anders")))
    anders = t.groep("anders")
    composer.add(*(composer.sentence(anders[zin], beeld) for zin, beeld in (("bel", "telefoon"), ("erbij", "mensen"))))
    composer.add(composer.section(t("afspraak.kop_route")))
    add_route(composer, blad.route, blad.route_nu)
    composer.add(*(composer.sentence(zin) for zin in blad.straks))


@dataclass(frozen=True, slots=True)
class DaglijstRegel:
    """A contact of the day: hours, initials, where and about what, in words that are ready to print."""

    tijd: str
    voorletters: str
    waar: tuple[str, ...]
    waarover: str


def daglijst_pdf(gemeente: str, dag: date, wie: str, regels: tuple[DaglijstRegel, ...], stijl: HouseStyle) -> bytes:
    """The day on one sheet as a tagged PDF, with initials and no names; DocumentError."""
    t = load("agendablad")
    sheet = Sheet(
        gemeente,
        t("daglijst.soort"),
        dag,
        onder=(t("daglijst.van", wie=wie),),
        voet=(t("daglijst.voet"),),
        kop=datum_lang(dag).capitalize(),
    )
    return sheet_pdf(sheet, lambda composer: _add_dag(composer, regels), stijl)


def _add_dag(composer: Composer, regels: tuple[DaglijstRegel, ...]) -> None:
    t = load("agendablad")
    if not regels:
        composer.add(composer.phrase(t("daglijst.leeg"), composer.stijl.tekst))
        return
    kolommen = [
        (t("daglijst.tijd"), 0.0, 78.0),
        (t("daglijst.wie"), 86.0, 84.0),
        (t("daglijst.waar"), 178.0, 170.0),
        (t("daglijst.waarover"), 356.0, 130.0),
    ]
    rijen = [((r.tijd,), (r.voorletters,), r.waar, (r.waarover,)) for r in regels]
    add_tabel(composer, kolommen, rijen, bold=1)
