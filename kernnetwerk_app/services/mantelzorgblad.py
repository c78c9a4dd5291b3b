"""The paper for a mantelzorger: what they said themselves, and what there is for them (NET-05, NET-18).

The reader is the mantelzorger and nobody else: it is their own record. What a worker found of how they hold up is no
part of it, nor is anything that the resident said.
"""

from collections.abc import Iterator
from uuid import UUID

from kernnetwerk_app.documents.blad_pdf import Bladdeel, Feit, Kaartje, delen_pdf
from kernnetwerk_app.documents.sheet import Sheet
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.draagkracht import Meter
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.mantelzorg import LIJST, onder_elkaar
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.voorziening import Voorziening, toon_nummer
from kernnetwerk_app.services import mantelzorg
from kernnetwerk_app.services.bijzonderheid import check_post
from kernnetwerk_app.services.geadresseerde import noem
from kernnetwerk_app.services.huisstijl import stijl_van
from kernnetwerk_app.services.lezers import Lezend
from kernnetwerk_app.services.mantelzorg import Mantelzorger
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import BestaatNiet, Lezer
from kernnetwerk_app.teksten import Tekst, load


def lezers(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, relatie_id: UUID) -> tuple[Lezend, ...]:
    """The one reader; nobody when there is no name. It says under its title whose it is: it may lie on a table that
    others sit at, and is about them and not about whom they care for.
    """
    t, papier = load("mantelzorgblad"), load("papier")
    alle = mantelzorg.load(plek, lezer, huishouden_id).mantelzorgers
    return tuple(
        Lezend(
            f"relatie.{een.relatie.id}",
            een.naam,
            (papier("aan.voor", voor=een.naam), t("alleen"), *_zorgt(lezer, t, een)),
            kort=papier("lezer.mantelzorger"),
        )
        for een in alle
        if een.relatie.id == relatie_id and een.naam
    )


def _zorgt(lezer: Lezer, t: Tekst, een: Mantelzorger) -> tuple[str, ...]:
    """For whom they care, where that one has a name."""
    wie = lezer.find_one(Inwoner, een.relatie.inwoner_id)
    naam = noem(wie) if wie is not None else ""
    return () if is_leeg(naam) else (t("zorgt", wie=naam),)


def load_pdf(plek: Werkplek, huishouden_id: UUID, relatie_id: UUID, aan: Lezend, vorm: Papiervorm = GEWOON) -> bytes:
    """The paper of this mantelzorger; raises `BestaatNiet`, `InwonerIsOverleden` and DocumentError."""
    t = load("mantelzorgblad")
    with plek.store.read() as lezer:
        check_post(lezer, huishouden_id)
        delen = build(plek, lezer, huishouden_id, relatie_id)
    sheet = Sheet(plek.profiel.naam, t("titel"), plek.vandaag, aan.regels, (t("voet.van"), t("voet.klopt")))
    return delen_pdf(sheet, delen, stijl_van(plek, vorm))


def build(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, relatie_id: UUID) -> tuple[Bladdeel, ...]:
    """What stands on it; no heading above nothing."""
    t, beeld = load("mantelzorgblad"), mantelzorg.load(plek, lezer, huishouden_id)
    wie = next((een for een in beeld.mantelzorgers if een.relatie.id == relatie_id), None)
    if wie is None:
        raise BestaatNiet
    eigen = tuple(_eigen(plek, t, wie))
    er_is = tuple(_plek(t, een) for een in beeld.er_is)
    huishouden = lezer.get(Huishouden, huishouden_id)
    contact = lezer.find_one(Medewerker, huishouden.contactpersoon_id) or plek.medewerker
    nummer = toon_nummer(contact.telefoon)
    vraag = t("bel" if nummer else "vraag", naam=contact.naam, telefoon=nummer)
    delen = (
        Bladdeel(t("kop.eigen"), eigen, () if eigen else (t("leeg"),)),
        Bladdeel(t("kop.er_is"), er_is),
        Bladdeel(t("kop.verder"), zinnen=(t("grens"), t("ondersteuner"), vraag)),
    )
    return tuple(deel for deel in delen if deel.kaartjes or deel.zinnen)


def _eigen(plek: Werkplek, t: Tekst, wie: Mantelzorger) -> Iterator[Kaartje]:
    """What they said themselves, and how they said they hold up; what they said of sharing it."""
    if wie.eigen is not None:
        for veld in ("eigen_woorden", "taken", "grenzen", "behoefte", "steun"):
            woorden = getattr(wie.eigen, veld) or ""
            if not is_leeg(woorden):
                yield Kaartje(t(f"eigen.{veld}"), onder_elkaar(woorden) if veld in LIJST else woorden)
    zelf = next((meting for meting in wie.metingen if meting.meter is Meter.ZELF), None)
    if zelf is not None:
        houdt = plek.profiel.lijst("volhoudtijden").label(zelf.volhoudtijd)
        gezegd = (("zwaar", zelf.draaglast), ("kracht", zelf.draagkracht), ("nog", houdt))
        feiten = tuple(Feit(t(f"eigen.{key}"), woorden) for key, woorden in gezegd if woorden and not is_leeg(woorden))
        if feiten:
            op = Feit(t("eigen.op"), datum_lang(zelf.datum, jaar=True))
            yield Kaartje(t("eigen.hoe"), feiten=(*feiten, op))
    if wie.eigen is not None and wie.eigen.delen is not None:
        met = wie.eigen.delen_met or t("eigen.anderen")
        yield Kaartje(t("eigen.delen"), t(f"eigen.delen_{wie.eigen.delen.value}", met=met))


def _plek(t: Tekst, een: Voorziening) -> Kaartje:
    feiten = (("telefoon", toon_nummer(een.telefoon), "telefoon"), ("wanneer", een.wanneer or "", "klok"))
    gevuld = tuple(Feit(t(f"plek.{key}"), woorden, beeld) for key, woorden, beeld in feiten if woorden)
    return Kaartje(een.naam, een.plek or een.adres or "", gevuld)
