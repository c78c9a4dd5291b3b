"""Who stands near somebody: who lives or lived with them, parents and partners of now or before.

Asked where a paper may be about them: what was told apart (0036.14). A name proves nothing here: a court writes
*C. Proef* of who is called Kees at home. So only a record says that somebody is none of these.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain.geboortedatum import leeftijd_hoogstens
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.lijst import Keuzelijst
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.naamgenoot import naamsleutel
from kernnetwerk_app.domain.ondertekening import STUK, Hoedanigheid, Ondertekening, lees_hoedanigheid
from kernnetwerk_app.domain.relatie import FORMEEL, VOLWASSEN, Relatie, geldt
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.verblijf import Verblijf
from kernnetwerk_app.services.benoemd import Benoemd
from kernnetwerk_app.services.inwoner import alle_ids
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load

BENOEMD = frozenset({"curator", "mentor"})
"""Keys of the list `relaties` (COD472) for whom a court appointed to decide about care."""
_BEROEP = BENOEMD | {"bewindvoerder", "clientondersteuner", "huisarts", "hulpverlener", "specialist", "wijkcoach"}
_VERDER = _BEROEP | {"buur", "zoon_dochter"}
"""Keys that by themselves make nobody a parent or a partner; what is not here may."""
_VERDER_ANDERSOM = _BEROEP | {"buur", "ouder"}
"""The same where it is told of the other one: whose child this person is, is a parent."""
_THUIS = frozenset({"ouder", "partner", "gezinslid", "familielid", "pleegouder", "leefeenheid"})
"""Keys that say where somebody belongs, also of who was noted as a professional."""
_SIGNALEERT_ALS_WERK = frozenset(
    {
        "scholen",
        "seniorenvoorlichters",
        "wijkagent",
        "energiewacht",
        "woningcorporatie",
        "kernnetwerk",
        "huisarts",
        "woonconsulent",
        "algemene_voorzieningen",
        "fysiotherapeuten",
    }
)
"""Keys of the list `signaleerders` (L-03, L-04) of who notices something in their work."""
_ZELF = frozenset({"zelf", "ikzelf", "ik zelf", "inwoner", "de inwoner", "inwoner zelf", "de inwoner zelf"})
"""Written for who made the melding, this is nobody else."""
_GEEN_OUDER_OF_PARTNER = frozenset({"buur", "zoon", "dochter", "kind"})
_HOOGSTENS = 2
"""Of so many words it is known that nothing else was said: *mijn buurvrouw*, but not *de dochter van mijn man*."""
_OM_TE_BESLISSEN = (Hoedanigheid.CURATOR, Hoedanigheid.MENTOR, Hoedanigheid.BEWINDVOERDER)
_TEKENT_MEE = (Hoedanigheid.PARTNER, Hoedanigheid.OUDER, Hoedanigheid.GEMACHTIGDE, Hoedanigheid.ANDERS)
"""Who signs for themselves or for the resident, and may be near."""


@dataclass(frozen=True, slots=True)
class Nabij:
    """Who they are: residents by each id that stands for them, and names, as `naamsleutel`, of residents and others.
    `onbekend`: somebody may be near of whom there is no record here: where they live or lived the people are not known,
    or who is meant did not come to this laptop. `verteld`: only a melding or a signature tells of them (`_is_verteld`).
    """

    ids: frozenset[UUID]
    namen: frozenset[str]
    onbekend: bool
    verteld: bool

    @property
    def genoteerd(self) -> bool:
        """Whether anybody was noted near."""
        return bool(self.ids or self.namen or self.onbekend)


def waarom_niet(plek: Werkplek, lezer: Lezer, wie: Inwoner, een: Benoemd) -> str:
    """Why whom a court appointed to decide for this person does not get a paper of this person alone, with what one can
    do; empty where it is sure that it is nobody near: a record of the network says who it is, by the id of a resident
    or as a professional of that name, or nobody was noted near.
    """
    t, lijst, om = load("bezorging").met(plek.profiel.zeg), plek.profiel.lijst, nabij(plek, lezer, wie)
    naam, eigen = naamsleutel(een.naam), alle_ids(lezer, wie.id)
    records = [r for r in lezer.find(Relatie, inwoner_id=eigen) if r.relatie in BENOEMD and geldt(r, plek.vandaag)]
    if naam in om.namen or any(r.ander_id in om.ids for r in records):
        return t("vraag.van_een_nabij", als=een.als.value)
    if not (om.genoteerd or om.verteld) or any(
        naam == _naam(lezer, r) for r in records if r.ander_id is not None or r.hulpsoort == FORMEEL
    ):
        return ""
    relatie, hulp = lijst("relaties").label(een.als.value), lijst("hulpsoorten").label(FORMEEL)
    zin = t("vraag.van_een_onzeker", als=een.als.value, relatie=relatie, hulp=hulp)
    if om.genoteerd:
        return zin
    label = lijst("relaties").label
    return f"{zin} {t('vraag.van_een_verteld', buur=label('buur'), kind=label('zoon_dochter'), hulp=hulp)}"


def nabij(plek: Werkplek, lezer: Lezer, wie: Inwoner) -> Nabij:
    """Whoever was noted near this person or their children, today or ever: what ended counts too. No minors."""
    lijst, eigen = plek.profiel.lijst("relaties"), set(alle_ids(lezer, wie.id))
    om_wie = eigen | _kinderen(plek, lezer, eigen)
    huizen, onbekend = _huizen(lezer, om_wie)
    relaties = [r for r in lezer.find(Relatie, inwoner_id=list(om_wie)) if _is_nabij(lijst, r)]
    andersom = [r for r in lezer.find(Relatie, ander_id=list(om_wie)) if r.relatie not in _VERDER_ANDERSOM]
    te_gast = lezer.find(Verblijf, elders_id=list(huizen))
    ids = {r.ander_id for r in relaties if r.ander_id is not None}
    ids |= {r.inwoner_id for r in andersom} | {een.inwoner_id for een in te_gast}
    mensen = [*lezer.find(Inwoner, huishouden_id=list(huizen)), *lezer.find(Inwoner, id=list(ids))]
    groot = [mens for mens in mensen if mens.id not in eigen and not _is_minderjarig(plek, mens)]
    namen = [mens.naam for mens in groot] + [r.ander_naam or "" for r in relaties if r.ander_id is None]
    onbekend = onbekend or not ids <= {mens.id for mens in mensen}
    verteld = _is_verteld(plek, lezer, eigen, huizen, _op_de_kaart(lezer, om_wie))
    bekend = frozenset(nummer for mens in groot for nummer in alle_ids(lezer, mens.id))
    return Nabij(bekend, frozenset(map(naamsleutel, namen)), onbekend, verteld)


def _is_nabij(lijst: Keuzelijst, relatie: Relatie) -> bool:
    """Own words may say *echtgenoot*, who can be paid for the help as well."""
    als = relatie.relatie
    beroep = relatie.hulpsoort == FORMEEL and (is_leeg(als) or (lijst.find(als) is not None and als not in _THUIS))
    return relatie.gezag is not None or not (beroep or als in _VERDER)


def _kinderen(plek: Werkplek, lezer: Lezer, eigen: Iterable[UUID]) -> set[UUID]:
    """The children of this person that are residents, and the minors of their house: whoever stands near those was
    near this person.
    """
    ids = list(eigen)
    huizen = {mens.huishouden_id for mens in lezer.find(Inwoner, id=ids) if mens.huishouden_id is not None}
    thuis = [mens for mens in lezer.find(Inwoner, huishouden_id=list(huizen)) if _is_minderjarig(plek, mens)]
    van = [r.ander_id for r in lezer.find(Relatie, inwoner_id=ids, relatie="zoon_dochter") if r.ander_id is not None]
    als_ouder = [r.inwoner_id for r in lezer.find(Relatie, ander_id=ids, relatie="ouder")]
    return {nummer for een in (*(m.id for m in thuis), *van, *als_ouder) for nummer in alle_ids(lezer, een)}


def _huizen(lezer: Lezer, om_wie: Iterable[UUID]) -> tuple[set[UUID], bool]:
    """The households in which these live or lived, and whether there is one more of which the people are not known."""
    stays = lezer.find(Verblijf, inwoner_id=list(om_wie))
    elders = {stay.elders_id for stay in stays if stay.elders_id is not None}
    daar = {nummer: lezer.find_one(Huishouden, nummer) for nummer in elders}
    huizen = {mens.huishouden_id for mens in lezer.find(Inwoner, id=list(om_wie)) if mens.huishouden_id is not None}
    huizen |= {huis.huishouden_id or huis.id for huis in daar.values() if huis is not None}  # it may have gone up
    return huizen, None in daar.values() or any(not is_leeg(stay.elders) for stay in stays)


def _op_de_kaart(lezer: Lezer, om_wie: Iterable[UUID]) -> frozenset[str]:
    """The names of who stand around these on the map, near or not: there it says what they are."""
    alle = lezer.find(Relatie, inwoner_id=list(om_wie))
    return frozenset(naamsleutel(r.ander_naam) for r in alle if r.ander_id is None and not is_leeg(r.ander_naam))


def _is_verteld(
    plek: Werkplek, lezer: Lezer, eigen: Iterable[UUID], huizen: Iterable[UUID], bekend: frozenset[str]
) -> bool:
    """Whether somebody made a melding of these households, spoke in one or signed a plan along, of whom it is not known
    that they are not near: by what they are called there (`_is_verder`), or by the map, that has them by name
    (`bekend`). A name is no record of who stands near.
    """
    hier, zelf = list(huizen), set(eigen)
    heten = bekend | {naamsleutel(mens.naam) for mens in lezer.find(Inwoner, id=list(zelf))}

    def is_iemand(naam: str | None, als: str | None) -> bool:
        if is_leeg(als):
            return not is_leeg(naam) and naamsleutel(naam) not in heten
        soorten = _soorten(plek, als or "")
        return not (soorten <= _GEEN_OUDER_OF_PARTNER and (_is_verder(plek, als or "") or naamsleutel(naam) in bekend))

    for een in lezer.find(Melding, huishouden_id=hier):
        sprak = not is_leeg(een.vertegenwoordiger) and is_iemand(een.vertegenwoordiger, een.hoedanigheid)
        if sprak or is_iemand(een.melder_naam, een.melder_relatie):
            return True
    tekens = lezer.find(Ondertekening, zonder=STUK, huishouden_id=hier)
    for teken in (een for een in tekens if een.hoedanigheid in _TEKENT_MEE and een.inwoner_id not in zelf):
        # Of a gemachtigde `namelijk` is not what they are but how it was told; it may still say *mijn man*.
        is_verwant = not _soorten(plek, teken.namelijk or "") <= _GEEN_OUDER_OF_PARTNER
        if teken.hoedanigheid is Hoedanigheid.GEMACHTIGDE and not is_verwant:
            is_er = is_iemand(teken.naam, None)
        else:
            is_er = teken.hoedanigheid is not Hoedanigheid.ANDERS or is_iemand(teken.naam, teken.namelijk)
        if is_er:
            return True
    return False


def _is_verder(plek: Werkplek, als: str) -> bool:
    """Whether who is called this, and no parent or partner, is by that alone none, as `_VERDER` says it of a record:
    a professional, a neighbour, a child; or the resident.
    """
    relaties, geeft = plek.profiel.lijst("relaties"), plek.profiel.lijst("signaleerders")
    werk = {naamsleutel(woord) for sleutel in _BEROEP for woord in (sleutel, relaties.label(sleutel))}
    werk |= {naamsleutel(geeft.label(sleutel)) for sleutel in _SIGNALEERT_ALS_WERK}
    werk |= {naamsleutel(beroep) for beroep in plek.profiel.doeners.beroepen}
    if naamsleutel(als) in werk | _ZELF or lees_hoedanigheid(als) in _OM_TE_BESLISSEN:
        return True
    return bool(_soorten(plek, als)) and len(als.replace("/", " ").split()) <= _HOOGSTENS


def _soorten(plek: Werkplek, als: str) -> frozenset[str]:
    """What somebody near is by these words."""
    return frozenset(soort for _, soort in plek.profiel.doeners.verwanten.soorten(als) if soort)


def _is_minderjarig(plek: Werkplek, mens: Inwoner) -> bool:
    """Whom no court appoints."""
    oud = leeftijd_hoogstens(mens.geboortedatum, plek.vandaag)
    return oud is not None and oud < VOLWASSEN


def _naam(lezer: Lezer, relatie: Relatie) -> str:
    ander = lezer.find_one(Inwoner, relatie.ander_id)
    return naamsleutel(ander.naam if ander is not None else relatie.ander_naam)
