"""Deeds in a dossier: who belongs to it, what was seen and said, which visits, and what was promised."""

from typing import Any

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid
from kernnetwerk_app.domain.bijzonderheid import Bijzonderheid
from kernnetwerk_app.domain.contact import Contact, ContactStatus, Uitspraak
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.domain.toezegging import Toezegging
from kernnetwerk_app.domain.verblijf import Verblijf
from kernnetwerk_app.oefengemeente.toneel import Toneel
from kernnetwerk_app.services import aantekening, contact, mensen, toezegging
from kernnetwerk_app.services.aantekening import NieuweAantekening
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.toezegging import NieuweToezegging


def vul_gegevens_aan(hier: Toneel, **velden: Any) -> None:
    """What one hears later of who asked the question; fields as in `Inwoner`."""
    with hier.plek.store.read() as lezer:
        wie = hoofdpersoon(lezer, hier.huishouden_id)
        bases = lezer.bases(wie.id)
    mensen.leg_vast(hier.plek, Inwoner, hier.huishouden_id, velden, wie, bases)


def voeg_persoon_toe(hier: Toneel, als: str, **velden: Any) -> None:
    """One more in the household, known to this story as `als`; fields as in `Inwoner`."""
    mensen.leg_vast(hier.plek, Inwoner, hier.huishouden_id, velden)
    with hier.plek.store.read() as lezer:
        hier.keep(als, lezer.find(Inwoner, huishouden_id=hier.huishouden_id)[-1].id)


def leg_relatie_vast(hier: Toneel, van: str, tot: str = "", **velden: Any) -> None:
    """What `tot` is to `van`, both as this story knows them; fields as in `Relatie`."""
    ander = {"ander_id": _person(hier, tot)} if tot else {}
    _record(hier, Relatie, inwoner_id=_person(hier, van), **ander, **velden)


def leg_bijzonderheid_vast(hier: Toneel, over: str, **velden: Any) -> None:
    """Fields as in `Bijzonderheid`."""
    _record(hier, Bijzonderheid, inwoner_id=_person(hier, over), **velden)


def leg_verblijf_vast(hier: Toneel, over: str, **velden: Any) -> None:
    """Fields as in `Verblijf`."""
    _record(hier, Verblijf, inwoner_id=_person(hier, over), **velden)


def leg_veiligheid_vast(hier: Toneel, **velden: Any) -> None:
    """Fields as in `Bezoekveiligheid`; it begins today."""
    wie, dag = hier.plek.medewerker.id, hier.plek.vandaag
    _record(hier, Bezoekveiligheid, door_id=wie, begin_datum=dag, **velden)


def _record(hier: Toneel, soort: type[Entiteit], **velden: Any) -> None:
    mensen.leg_vast(hier.plek, soort, hier.huishouden_id, velden)


def _person(hier: Toneel, naam: str) -> Any:
    """`ik` is who asked the question."""
    if naam != "ik":
        return hier.id(naam)
    with hier.plek.store.read() as lezer:
        return hoofdpersoon(lezer, hier.huishouden_id).id


def schrijf_aantekening(
    hier: Toneel, uitspraak: str = "", beloofd: dict[str, Any] | None = None, **velden: Any
) -> None:
    """Fields as in `NieuweAantekening`."""
    wat = Uitspraak(uitspraak) if uitspraak else None
    belofte = NieuweToezegging(**beloofd) if beloofd else None
    invoer = NieuweAantekening(uitspraak=wat, beloofd=belofte, **velden)
    aantekening.schrijf(hier.plek, hier.huishouden_id, invoer)


def plan_bezoek(hier: Toneel, **velden: Any) -> None:
    """Fields as `contact.plan_bezoek` takes them."""
    contact.plan_bezoek(hier.plek, hier.huishouden_id, **velden)


def rond_bezoek_af(hier: Toneel, status: str) -> None:
    """How the planned visit went."""
    with hier.plek.store.read() as lezer:
        gepland = lezer.find(Contact, huishouden_id=hier.huishouden_id, status=ContactStatus.GEPLAND)[0]
        bases = lezer.bases(gepland.id)
    contact.rond_af(hier.plek, gepland, ContactStatus(status), bases)


def beloof(hier: Toneel, belofte: str, **velden: Any) -> None:
    """Fields as in `NieuweToezegging`."""
    toezegging.beloof(hier.plek, hier.huishouden_id, NieuweToezegging(wat=belofte, **velden))


def kom_belofte_na(hier: Toneel, hoe: str) -> None:
    """The oldest promise that is open."""
    with hier.plek.store.read() as lezer:
        open_ = lezer.find(Toezegging, huishouden_id=hier.huishouden_id, gedaan_datum=None)[0]
        bases = lezer.bases(open_.id)
    toezegging.rond_af(hier.plek, open_, bases, hoe)
