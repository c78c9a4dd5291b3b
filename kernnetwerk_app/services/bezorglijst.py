"""What somebody still has to get on paper and what was delivered, of one dossier or of all, as lists show it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.bezorging import VAN_VERSIE, Bezorging, Stuk, Stuksoort
from kernnetwerk_app.domain.ids import lees_ids
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.verstrekking import Verstrekking
from kernnetwerk_app.domain.vertrouwen import is_voor_vertrouwd
from kernnetwerk_app.services.bijzonderheid import overleden_op
from kernnetwerk_app.services.getekend import bezorgingen_van, is_nieuwste, versie_van, vervangen_op, zegt_niets
from kernnetwerk_app.services.inwoner import voorletters
from kernnetwerk_app.services.kindplan import is_gestopt, kind_van_stuk, vind_kind
from kernnetwerk_app.services.lezersleutel import zelfde_lezer
from kernnetwerk_app.services.tekst import Bases
from kernnetwerk_app.services.verslagafschrift import is_gedaan
from kernnetwerk_app.services.verstrekking import is_aangevraagd, meegegeven, uitkomst_gegeven
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load


@dataclass(frozen=True, slots=True)
class Bezorgregel:
    """One of them as a list shows it: in a list over dossiers by initials. `door`: who sees to it. `van`: of which
    child the own plan is; there may be several.
    """

    bezorging: Bezorging
    wat: str
    voorletters: str
    door: str
    is_open: bool
    bases: Bases
    van: str = ""
    vervangen: date | None = None
    """Of a version of the plan since when there is a newer one: given from that day on it is no outcome."""

    @property
    def stuk(self) -> Stuk:
        een = self.bezorging
        assert een.huishouden_id is not None  # noqa: S101  a paper is always of a dossier
        return Stuk(een.stuk, een.huishouden_id, een.van_id, tuple(lees_ids(een.plekken or "")))


def te_bezorgen(lezer: Lezer, huishouden_id: UUID | None = None) -> tuple[Bezorgregel, ...]:
    """What somebody still has to get, of this dossier or of all; the earliest day first, and without a day last."""
    gevonden = [regel for regel in _regels(lezer, huishouden_id, _kan_wachten) if regel.is_open]
    return tuple(sorted(gevonden, key=lambda regel: regel.bezorging.uiterlijk or date.max))


def verstrekt(lezer: Lezer, huishouden_id: UUID) -> tuple[Bezorgregel, ...]:
    """What was delivered in this dossier, the latest first."""
    gevonden = list(_regels(lezer, huishouden_id, is_gedaan))
    return tuple(sorted(gevonden, key=lambda r: r.bezorging.gedaan_datum or date.min, reverse=True))


def naam_van(soort: Stuksoort, kind_id: UUID | None = None) -> str:
    """How people call this paper; the own plan of a child is never called as that of a household."""
    sleutel = soort.name.lower()
    is_kindplan = kind_id is not None and (soort in VAN_VERSIE or soort is Stuksoort.CONCEPT)
    return load("bezorging")(f"stuk.{'kind' if is_kindplan else ''}{sleutel}")


def gaat_mee(lezer: Lezer, stuk: Stuk) -> bool:
    """What a visit may ask for: a version that nobody gave yet, the plan in the making, verslag, agreements."""
    versie_id = versie_van(lezer, stuk.soort, stuk.van_id)
    if versie_id is not None:
        if not is_nieuwste(lezer, stuk, versie_id):
            return False
        if kind_van_stuk(lezer, stuk.soort, stuk.van_id) is None:
            return meegegeven(lezer, versie_id) is None
        hier = [een for een in bezorgingen_van(lezer, versie_id) if een.huishouden_id == stuk.huishouden_id]
        return not any(is_gedaan(lezer, een) for een in hier)  # the other parent has a copy of their own
    return stuk.soort in (Stuksoort.CONCEPT, Stuksoort.VERSLAG, Stuksoort.AFSPRAKEN)


def mail_ja(lezer: Lezer, stuk: Stuk, sleutel: str) -> bool:
    """Whether this reader said last that they want this kind of paper by e-mail; of the plan of a child apart."""
    kind_id = kind_van_stuk(lezer, stuk.soort, stuk.van_id)
    alle = lezer.find(Bezorging, huishouden_id=stuk.huishouden_id, stuk=stuk.soort)
    van_wie = (een for een in alle if zelfde_lezer(lezer, een.lezer, sleutel))
    zelfde = [een for een in van_wie if kind_van_stuk(lezer, een.stuk, een.van_id) == kind_id]
    gezegd = [een.mail_ja for een in zelfde if een.mail_ja is not None]
    return bool(gezegd and gezegd[-1])


def _regels(
    lezer: Lezer, huishouden_id: UUID | None, telt: Callable[[Lezer, Bezorging], bool]
) -> Iterator[Bezorgregel]:
    """Only of what counts the rest is read: of all that was ever delivered there are thousands."""
    alle = lezer.find(Bezorging) if huishouden_id is None else lezer.find(Bezorging, huishouden_id=huishouden_id)
    for een in alle:
        if telt(lezer, een):
            yield maak_regel(lezer, een, lezer.bases(een.id))


def _kan_wachten(lezer: Lezer, een: Bezorging) -> bool:
    return een.vervallen_datum is None and not is_gedaan(lezer, een)


def maak_regel(lezer: Lezer, een: Bezorging, bases: Bases) -> Bezorgregel:
    wie = lezer.find_one(Medewerker, een.wie_id)
    kind_id = kind_van_stuk(lezer, een.stuk, een.van_id)
    kind = vind_kind(lezer, kind_id)
    versie_id = versie_van(lezer, een.stuk, een.van_id)
    wacht = _kan_wachten(lezer, een) and not _al_gegeven(lezer, een)
    return Bezorgregel(
        bezorging=een,
        wat=naam_van(een.stuk, kind_id),
        voorletters=kind.voorletters if kind is not None else voorletters(lezer, een.huishouden_id),
        door=wie.naam if wie is not None else "",
        is_open=wacht and not _is_voorbij(lezer, een),
        bases=bases,
        van=kind.roepnaam if kind is not None else "",
        vervangen=vervangen_op(lezer, versie_id) if versie_id is not None else None,
    )


def _is_voorbij(lezer: Lezer, een: Bezorging) -> bool:
    """Whether it stopped, or who would get it died; and of the letter with which one may apply, whether there is an
    answer or an aanvraag by now.
    """
    wie_id = een.lezer_id
    if een.huishouden_id is None or (wie_id is not None and overleden_op(lezer, wie_id) is not None):
        return True
    melding = lezer.find_one(Melding, een.van_id) if een.stuk is Stuksoort.ZELF_AANVRAGEN else None
    if melding is not None and (uitkomst_gegeven(lezer, melding) is not None or is_aangevraagd(lezer, melding)):
        return True
    return is_gestopt(lezer, Stuk(een.stuk, een.huishouden_id, een.van_id))


def _al_gegeven(lezer: Lezer, een: Bezorging) -> bool:
    """Whether this version was given on another page since it was put here: then nobody brings it once more. That page
    does not say to whom, so where it waits for several readers, as for two parents, each is noted here. What was noted
    before, and what has less on it (`zegt_niets`), is of another paper.
    """
    versie_id = versie_van(lezer, een.stuk, een.van_id)
    if versie_id is None or is_voor_vertrouwd(een.lezer):
        return False
    samen = bezorgingen_van(lezer, versie_id)  # a child's plan goes out from two dossiers
    mee = (ander for ander in samen if not is_voor_vertrouwd(ander.lezer))
    anderen = [ander for ander in mee if not zelfde_lezer(lezer, ander.lezer, een.lezer)]
    noten = lezer.find(Verstrekking, planversie_id=versie_id, ingetrokken=False)
    if not noten:
        return False
    los = {noot.id for noot in noten} - {een.verstrekking_id} - zegt_niets(lezer, een, noten, samen)
    los -= {ander.verstrekking_id for ander in anderen}  # that one got it, and this one did not
    return bool(los) and not any(ander.vervallen_datum is None for ander in anderen)
