"""Merge units: which fields travel together, and how their values become bytes and come back."""

from collections.abc import Mapping
from datetime import date, time
from enum import Enum
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from kernnetwerk_app.domain.aanvraag import Aanvraag
from kernnetwerk_app.domain.afzien import Afzien
from kernnetwerk_app.domain.base import Entiteit, eenheden
from kernnetwerk_app.domain.begin import begin_eenheden
from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid
from kernnetwerk_app.domain.bezorgdheid import Bezorgdheid
from kernnetwerk_app.domain.bezorging import Bezorging
from kernnetwerk_app.domain.bijlage import Bijlage
from kernnetwerk_app.domain.bijzonderheid import Bijzonderheid
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.deskundige import Deskundige
from kernnetwerk_app.domain.draagkracht import Draagkracht
from kernnetwerk_app.domain.eerste_vraagverheldering import EersteVraagverheldering
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inloopcontact import Inloopcontact
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.kernpagina import Kernpagina
from kernnetwerk_app.domain.keukentafel import Keukentafel
from kernnetwerk_app.domain.kortdurende_ondersteuning import KortdurendeOndersteuning
from kernnetwerk_app.domain.mantelzorg import Mantelzorg
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.niveau import Niveau
from kernnetwerk_app.domain.ondertekening import Ondertekening
from kernnetwerk_app.domain.onderzoek import Onderzoek
from kernnetwerk_app.domain.overdracht import Overdracht
from kernnetwerk_app.domain.plan import Afspraak, Doel, Ondersteuningsplan, Stap
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.profielbundel import Profielbundel
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.domain.samenvoeging import Samenvoeging
from kernnetwerk_app.domain.score import Score
from kernnetwerk_app.domain.signaal import Signaal
from kernnetwerk_app.domain.spreekuur import Spreekuur
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.domain.toezegging import Toezegging
from kernnetwerk_app.domain.triage import Routedeel, Triage
from kernnetwerk_app.domain.verblijf import Verblijf
from kernnetwerk_app.domain.verstrekking import Verstrekking
from kernnetwerk_app.domain.verzoek import Verzoek
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.domain.vraagverheldering import Antwoord, Vraagverheldering
from kernnetwerk_app.oplog import codec

SOORTEN: Mapping[int, type[Entiteit]] = {
    soort.soort: soort
    for soort in (
        Medewerker,
        Huishouden,
        Inwoner,
        Melding,
        Contact,
        Vraagverheldering,
        Antwoord,
        Ondersteuningsplan,
        Doel,
        Stap,
        Afspraak,
        PlanVersie,
        Ondertekening,
        Toestemming,
        Verstrekking,
        Profielbundel,
        Signaal,
        Bezorgdheid,
        Voorziening,
        Kernpagina,
        Relatie,
        Bijzonderheid,
        Bezoekveiligheid,
        Verblijf,
        Samenvoeging,
        Spreekuur,
        Inloopcontact,
        Toezegging,
        EersteVraagverheldering,
        Triage,
        Routedeel,
        Overdracht,
        KortdurendeOndersteuning,
        Niveau,
        Afzien,
        Verzoek,
        Mantelzorg,
        Draagkracht,
        Bijlage,
        Onderzoek,
        Aanvraag,
        Keukentafel,
        Score,
        Bezorging,
        Deskundige,
    )
}
"""Every kind of entity by its number on the wire. Numbers are never reused."""


class WaardeTeGroot(KernnetwerkError):
    code = "sync.waarde_te_groot"


class WaardeOngeldig(KernnetwerkError):
    """A value that its class refuses: quarantined by the server, never dropped."""

    code = "sync.waarde_ongeldig"


def is_begin(soort_no: int, eenheid: int) -> bool:
    """Whether this unit tells how a record began: several values of it are no conflict, and the earliest stands."""
    soort = SOORTEN.get(soort_no)
    return soort is not None and eenheid in begin_eenheden(soort)


def encode(entiteit: Entiteit, eenheid: int) -> bytes:
    """The CBOR of one unit of an entity: a list of its fields' values, in the class's order."""
    velden = eenheden(type(entiteit))[eenheid]
    octets = codec.dumps([_plain(getattr(entiteit, veld)) for veld in velden])
    if len(octets) > codec.MAX_WAARDE:
        raise WaardeTeGroot
    return octets


def decode(soort: type[Entiteit], eenheid: int, waarde: bytes) -> dict[str, object]:
    """Field -> plain value of one unit; `OnleesbaarBericht` when it is no list of fields.

    A shorter list is an older writer's: the missing fields keep their default. A longer one is a newer writer's: of
    that the fields we know are read, and the rest stays in the log.
    """
    delen = codec.rij(codec.loads(waarde))
    if not delen:
        raise codec.OnleesbaarBericht
    return dict(zip(eenheden(soort)[eenheid], delen, strict=False))


def build(soort: type[Entiteit], entiteit_id: UUID, waarden: Mapping[str, object]) -> Entiteit | None:
    """The entity in these plain values, or None while a required field has not arrived or is not understood."""
    try:
        return soort.model_validate({**waarden, "id": entiteit_id})
    except ValidationError as fout:
        fouten = fout.errors(include_input=False, include_context=False, include_url=False)
    verkeerd = {str(f["loc"][0]) for f in fouten if f["loc"]}
    goede = {veld: waarde for veld, waarde in waarden.items() if veld not in verkeerd}
    try:
        return soort.model_validate({**goede, "id": entiteit_id})
    except ValidationError:
        return None


def check_value(soort_no: int, eenheid: int, waarde: bytes) -> None:
    """Refuse (`WaardeOngeldig`) a value of a known unit that our own writer would not make; unknown units pass."""
    soort = SOORTEN.get(soort_no)
    if soort is None or eenheid not in eenheden(soort):
        return
    try:
        velden = decode(soort, eenheid, waarde)
        gelezen = [_validated(soort, veld, deel) for veld, deel in velden.items()]
    except (codec.OnleesbaarBericht, ValidationError):
        raise WaardeOngeldig from None
    ontbreekt = set(eenheden(soort)[eenheid]) - set(velden)
    # pydantic also reads `"1"` as a number and bytes as text; two ways to say one thing would look like a conflict.
    if codec.dumps(gelezen) != waarde or any(soort.model_fields[veld].is_required() for veld in ontbreekt):
        raise WaardeOngeldig


def is_readable(soort: type[Entiteit], eenheid: int, waarde: bytes) -> bool:
    """Whether every field of this unit that we know holds something that its class can hold."""
    try:
        for veld, deel in decode(soort, eenheid, waarde).items():
            _validated(soort, veld, deel)
    except (codec.OnleesbaarBericht, ValidationError):
        return False
    return True


def _validated(soort: type[Entiteit], veld: str, deel: object) -> object:
    """The plain value of one field, after its class has looked at it alone."""
    alleen = soort.model_construct()
    soort.__pydantic_validator__.validate_assignment(alleen, veld, deel)
    return _plain(getattr(alleen, veld))


def _plain(waarde: Any) -> object:
    """The scalar that CBOR carries: dates and times as ISO text, ids as 16 bytes, enums as their word."""
    if isinstance(waarde, Enum):
        return waarde.value
    if isinstance(waarde, UUID):
        return waarde.bytes
    if isinstance(waarde, date | time):
        return waarde.isoformat()
    return waarde
