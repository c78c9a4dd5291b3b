"""Tables of the device: the log, its heads, what is being typed, and one row per entity derived from the log."""

from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from kernnetwerk_app.domain.aanvraag import Aanvraag
from kernnetwerk_app.domain.afzien import Afzien
from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid
from kernnetwerk_app.domain.bezorgdheid import Bezorgdheid
from kernnetwerk_app.domain.bezorging import Bezorging
from kernnetwerk_app.domain.bijlage import Bijlage
from kernnetwerk_app.domain.bijzonderheid import Bijzonderheid
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.deskundige import Deskundige
from kernnetwerk_app.domain.draagkracht import Draagkracht
from kernnetwerk_app.domain.eerste_vraagverheldering import EersteVraagverheldering
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
from kernnetwerk_app.store.base import Local


class OpRow(Local, table=True):
    """One operation of the log. Immutable, except `uitkomst`: what the server said of it."""

    __tablename__ = "op"
    # `uitkomst` stands behind the value of every row; the few that have one are asked for after each save.
    __table_args__ = (Index("op_uitkomst", "uitkomst", sqlite_where=text("uitkomst IS NOT NULL")),)

    device_no: int = Field(primary_key=True)
    n: int = Field(primary_key=True)
    hlc: int
    user_id: UUID
    txn: int
    soort: int
    entiteit_id: UUID = Field(index=True)
    eenheid: int
    bases: bytes
    waarde: bytes
    schema_no: int
    uitkomst: str | None = None


class OpBaseRow(Local, table=True):
    """That an operation replaces another one of the same unit."""

    __tablename__ = "op_base"

    base_device_no: int = Field(primary_key=True)
    base_n: int = Field(primary_key=True)
    entiteit_id: UUID = Field(primary_key=True)
    eenheid: int = Field(primary_key=True)


class HeadRow(Local, table=True):
    """A sibling: an operation that no other one of its unit replaces."""

    __tablename__ = "head"

    entiteit_id: UUID = Field(primary_key=True)
    eenheid: int = Field(primary_key=True)
    device_no: int = Field(primary_key=True)
    n: int = Field(primary_key=True)


class EntiteitRow(Local, table=True):
    """Which kind an entity is, in which dossier, which of its units are in open conflict (comma-separated), and when
    it was first written: the hlc and the device of its earliest operation.
    """

    __tablename__ = "entiteit"

    entiteit_id: UUID = Field(primary_key=True)
    soort: int
    huishouden_id: UUID | None = Field(default=None, index=True)
    conflict: str = ""
    begin_hlc: int = 0
    begin_device: int = 0


class OpenstaandRow(Local, table=True):
    """What is being typed in one field right now: rewritten in place, sealed into an operation later."""

    __tablename__ = "openstaand"

    entiteit_id: UUID = Field(primary_key=True)
    eenheid: int = Field(primary_key=True)
    soort: int
    user_id: UUID
    bases: bytes
    waarde: bytes


class ConceptRow(Local, table=True):
    """A form that was not handed in yet, by its key: stays on this laptop and never becomes an operation."""

    __tablename__ = "concept"

    sleutel: str = Field(primary_key=True)
    waarde: bytes


class InhoudRow(Local, table=True):
    """A part of the octets that belong to a record: stays on this laptop and never becomes an operation."""

    __tablename__ = "inhoud"

    entiteit_id: UUID = Field(primary_key=True)
    nummer: int = Field(primary_key=True)
    octets: bytes


class MetaRow(Local, table=True):
    """What the store knows of itself, as CBOR by key; see `meta`."""

    __tablename__ = "meta"

    sleutel: str = Field(primary_key=True)
    waarde: bytes


class ZoekRow(Local, table=True):
    """Links a row of the full-text index to its entity."""

    __tablename__ = "zoekrij"

    id: int | None = Field(default=None, primary_key=True)
    entiteit_id: UUID = Field(unique=True)


class Row(Local):
    """What every noun's table has beside the noun's own fields."""

    id: UUID = Field(primary_key=True)


class MedewerkerRow(Row, Medewerker, table=True):
    __tablename__ = "medewerker"


class HuishoudenRow(Row, Huishouden, table=True):
    __tablename__ = "huishouden"


class InwonerRow(Row, Inwoner, table=True):
    __tablename__ = "inwoner"


class MeldingRow(Row, Melding, table=True):
    __tablename__ = "melding"


class ContactRow(Row, Contact, table=True):
    __tablename__ = "contact"


class VraagverhelderingRow(Row, Vraagverheldering, table=True):
    __tablename__ = "vraagverheldering"


class AntwoordRow(Row, Antwoord, table=True):
    __tablename__ = "antwoord"


class OndersteuningsplanRow(Row, Ondersteuningsplan, table=True):
    __tablename__ = "ondersteuningsplan"


class DoelRow(Row, Doel, table=True):
    __tablename__ = "doel"


class StapRow(Row, Stap, table=True):
    __tablename__ = "stap"


class AfspraakRow(Row, Afspraak, table=True):
    __tablename__ = "afspraak"


class PlanVersieRow(Row, PlanVersie, table=True):
    __tablename__ = "planversie"


class OndertekeningRow(Row, Ondertekening, table=True):
    __tablename__ = "ondertekening"


class ToestemmingRow(Row, Toestemming, table=True):
    __tablename__ = "toestemming"


class VerstrekkingRow(Row, Verstrekking, table=True):
    __tablename__ = "verstrekking"


class ProfielbundelRow(Row, Profielbundel, table=True):
    __tablename__ = "profielbundel"


class SignaalRow(Row, Signaal, table=True):
    __tablename__ = "signaal"


class BezorgdheidRow(Row, Bezorgdheid, table=True):
    __tablename__ = "bezorgdheid"


class VoorzieningRow(Row, Voorziening, table=True):
    __tablename__ = "voorziening"


class KernpaginaRow(Row, Kernpagina, table=True):
    __tablename__ = "kernpagina"


class RelatieRow(Row, Relatie, table=True):
    __tablename__ = "relatie"


class BijzonderheidRow(Row, Bijzonderheid, table=True):
    __tablename__ = "bijzonderheid"


class BezoekveiligheidRow(Row, Bezoekveiligheid, table=True):
    __tablename__ = "bezoekveiligheid"


class VerblijfRow(Row, Verblijf, table=True):
    __tablename__ = "verblijf"


class SamenvoegingRow(Row, Samenvoeging, table=True):
    __tablename__ = "samenvoeging"


class SpreekuurRow(Row, Spreekuur, table=True):
    __tablename__ = "spreekuur"


class InloopcontactRow(Row, Inloopcontact, table=True):
    __tablename__ = "inloopcontact"
    __table_args__ = (Index("inloopcontact_spreekuur", "spreekuur_id"),)


class ToezeggingRow(Row, Toezegging, table=True):
    __tablename__ = "toezegging"


class EersteVraagverhelderingRow(Row, EersteVraagverheldering, table=True):
    __tablename__ = "eerstevraagverheldering"


class TriageRow(Row, Triage, table=True):
    __tablename__ = "triage"


class RoutedeelRow(Row, Routedeel, table=True):
    __tablename__ = "routedeel"


class OverdrachtRow(Row, Overdracht, table=True):
    __tablename__ = "overdracht"


class KortdurendeOndersteuningRow(Row, KortdurendeOndersteuning, table=True):
    __tablename__ = "kortdurendeondersteuning"


class NiveauRow(Row, Niveau, table=True):
    __tablename__ = "niveau"


class AfzienRow(Row, Afzien, table=True):
    __tablename__ = "afzien"


class VerzoekRow(Row, Verzoek, table=True):
    __tablename__ = "verzoek"


class MantelzorgRow(Row, Mantelzorg, table=True):
    __tablename__ = "mantelzorg"


class DraagkrachtRow(Row, Draagkracht, table=True):
    __tablename__ = "draagkracht"


class BijlageRow(Row, Bijlage, table=True):
    __tablename__ = "bijlage"


class BezorgingRow(Row, Bezorging, table=True):
    __tablename__ = "bezorging"


class DeskundigeRow(Row, Deskundige, table=True):
    __tablename__ = "deskundige"


class OnderzoekRow(Row, Onderzoek, table=True):
    __tablename__ = "onderzoek"


class AanvraagRow(Row, Aanvraag, table=True):
    __tablename__ = "aanvraag"


class KeukentafelRow(Row, Keukentafel, table=True):
    __tablename__ = "keukentafel"


class ScoreRow(Row, Score, table=True):
    __tablename__ = "score"


ROWS: dict[type[Entiteit], type[Row]] = {
    Medewerker: MedewerkerRow,
    Huishouden: HuishoudenRow,
    Inwoner: InwonerRow,
    Melding: MeldingRow,
    Contact: ContactRow,
    Vraagverheldering: VraagverhelderingRow,
    Antwoord: AntwoordRow,
    Ondersteuningsplan: OndersteuningsplanRow,
    Doel: DoelRow,
    Stap: StapRow,
    Afspraak: AfspraakRow,
    PlanVersie: PlanVersieRow,
    Ondertekening: OndertekeningRow,
    Toestemming: ToestemmingRow,
    Verstrekking: VerstrekkingRow,
    Profielbundel: ProfielbundelRow,
    Signaal: SignaalRow,
    Bezorgdheid: BezorgdheidRow,
    Voorziening: VoorzieningRow,
    Kernpagina: KernpaginaRow,
    Relatie: RelatieRow,
    Bijzonderheid: BijzonderheidRow,
    Bezoekveiligheid: BezoekveiligheidRow,
    Verblijf: VerblijfRow,
    Samenvoeging: SamenvoegingRow,
    Spreekuur: SpreekuurRow,
    Inloopcontact: InloopcontactRow,
    Toezegging: ToezeggingRow,
    EersteVraagverheldering: EersteVraagverhelderingRow,
    Triage: TriageRow,
    Routedeel: RoutedeelRow,
    Overdracht: OverdrachtRow,
    KortdurendeOndersteuning: KortdurendeOndersteuningRow,
    Niveau: NiveauRow,
    Afzien: AfzienRow,
    Verzoek: VerzoekRow,
    Mantelzorg: MantelzorgRow,
    Draagkracht: DraagkrachtRow,
    Bijlage: BijlageRow,
    Onderzoek: OnderzoekRow,
    Aanvraag: AanvraagRow,
    Keukentafel: KeukentafelRow,
    Score: ScoreRow,
    Bezorging: BezorgingRow,
    Deskundige: DeskundigeRow,
}
"""The table of each noun."""
