"""What people read of a choice that is kept as the key of a list, and which question an answer is to.

Where a key would be shown as it is kept, `past_niet`, nobody knows what to choose.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kernnetwerk_app.domain.aanvraag import Aanvraag
from kernnetwerk_app.domain.afzien import Afzien
from kernnetwerk_app.domain.asstand import lees_as
from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid
from kernnetwerk_app.domain.bijlage import Bijlage
from kernnetwerk_app.domain.bijzonderheid import Bijzonderheid
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.draagkracht import Draagkracht
from kernnetwerk_app.domain.eerste_vraagverheldering import EersteVraagverheldering
from kernnetwerk_app.domain.inloopcontact import Inloopcontact
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.kortdurende_ondersteuning import KortdurendeOndersteuning
from kernnetwerk_app.domain.ladder import Trede
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.onderzoek import UITKOMSTEN, VOOR, Onderzoek
from kernnetwerk_app.domain.overdracht import Overdracht
from kernnetwerk_app.domain.plan import Afspraak, Doel
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.domain.signaal import LIJST_VAN, Signaal
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.domain.vraagverheldering import AL_GEPROBEERD, WAAR_HET_OM_GAAT, Antwoord
from kernnetwerk_app.teksten import load as load_tekst

LEEFGEBIEDEN, INGANGEN, HULPGEVERS = "leefgebieden", "ingangen", "hulpgevers"
"""Lists that the profile puts together itself."""
LIJSTEN: Mapping[type[Entiteit], Mapping[str, str]] = MappingProxyType(
    {
        Aanvraag: {"wet": "wetten"},
        Afspraak: {"vorm": "regelvormen", "wet": "wetten", "richting": "richtingen"},
        Afzien: {"waarover": LEEFGEBIEDEN},
        Bezoekveiligheid: {"bron": "veiligheidsbronnen"},
        Bijlage: {"aard": "bijlagesoorten"},
        Bijzonderheid: {"bron": "bijzonderheidsbronnen"},
        Contact: {"kanaal": "contactkanalen", "tolk": "tolken"},
        Doel: {**{f"{trede}_reden": trede.lijst for trede in Trede}, "leefgebied": LEEFGEBIEDEN},
        Draagkracht: {"volhoudtijd": "volhoudtijden"},
        EersteVraagverheldering: {
            "urgentie": "urgentie",
            "gradatie": "gradatie",
            "oorzaken": "oorzaken",
            "geprobeerd_bij": "geprobeerd_bij",
            "inkomen": "bestaanszekerheid",
            "schulden": "bestaanszekerheid",
            "wonen": "bestaanszekerheid",
            "uitkomst": "evv_uitkomsten",
            "plek": INGANGEN,
        },
        Inloopcontact: {
            "leefgebied": LEEFGEBIEDEN,
            "gedaan": "inloop_gedaan",
            "kanaal": "inloopkanalen",
            "sinds": "signaal_duur",
            "uitgesteld": "signaal_drempels",
        },
        Inwoner: {
            "kanaal": "voorkeurskanalen",
            "taal": "talen",
            "tolk": "tolken",
            "waar_gezien": "ontmoetplekken",
        },
        KortdurendeOndersteuning: {"wie": HULPGEVERS},
        Melding: {"meldplek": "meldplekken"},
        Onderzoek: {"identiteit": "identiteitsbewijzen", "belangrijk": "wat_telt"},
        Overdracht: {"grond": "delen_grond"},
        Relatie: {
            "relatie": "relaties",
            "rol": "rollen",
            "hulpsoort": "hulpsoorten",
            "gezag_bron": "gezagsbronnen",
            "vertrouwensrechten": "vertrouwensrechten",
        },
        Signaal: {**LIJST_VAN, "uitkomst": "signaal_uitkomsten", "leefgebieden": LEEFGEBIEDEN},
        Toestemming: {"onderwerp": "deel_onderwerpen", "doel": "deel_doelen", "grond": "delen_grond"},
        Voorziening: {
            "rubriek": "rubrieken",
            "toegang": "toegankelijkheid",
            "bereikbaar": "bereikbaarheid",
            "vindplaats": "vindplaatsen",
            "piramide": "preventiepiramide",
            "laag": "sociale_basis",
            "leefgebieden": LEEFGEBIEDEN,
        },
    }
)
"""By kind the fields that hold a key, several of them, or own words; with the list of each."""
_MEER: Mapping[str, str] = MappingProxyType(
    {
        "oorzaken": "\n",
        "geprobeerd_bij": "\n",
        "belangrijk": "\n",
        "vertrouwensrechten": " ",
        "leefgebieden": ",",
    }
)
"""Fields with several keys, and what stands between them."""


def is_keuze(record: Entiteit, veld: str) -> bool:
    """Whether people choose here, so that two of these are never put under one another."""
    if isinstance(record, Antwoord):
        return veld == "waarde" and (record.sleutel.startswith(VOOR) or lees_as(record.sleutel) is not None)
    return veld in LIJSTEN.get(type(record), {})


def in_woorden(profiel: Gemeenteprofiel, record: Entiteit, veld: str, waarde: str) -> str:
    """A value of this field as people read it; own words as they are."""
    if isinstance(record, Antwoord):
        return _van_antwoord(profiel, record.sleutel, waarde) if is_keuze(record, veld) else waarde
    naam = LIJSTEN.get(type(record), {}).get(veld)
    if naam is None:
        return waarde
    teken = " " if isinstance(record, Signaal) else _MEER.get(veld)
    delen = waarde.split(teken) if veld in _MEER else [waarde]
    return ", ".join(map(_labels(profiel, naam), delen))


def vraag_van(profiel: Gemeenteprofiel, record: Entiteit) -> str:
    """To what an answer is, as it is asked; empty for what is no answer, or where it is not asked any more."""
    if not isinstance(record, Antwoord):
        return ""
    sleutel, as_ = record.sleutel, lees_as(record.sleutel)
    if as_ is not None:
        return next((een.naam for een in profiel.assen.assen if een.sleutel == as_), "")
    if sleutel.startswith(VOOR):
        koppen = (profiel.lijst(naam).find(sleutel.removeprefix(VOOR)) for naam in UITKOMSTEN)
        return next((keuze.label for keuze in koppen if keuze is not None), "")
    if sleutel in (WAAR_HET_OM_GAAT, AL_GEPROBEERD):
        return load_tekst("conflict")(f"vraag.{sleutel.rpartition('.')[2]}")
    for gebied in profiel.leefgebieden.leefgebieden:
        labels = {gebied.veldsleutel(veld): f"{gebied.naam}. {veld.label}" for veld in gebied.velden}
        if sleutel in labels or sleutel == gebied.sleutel:
            return labels.get(sleutel, gebied.naam)
    return ""


def _van_antwoord(profiel: Gemeenteprofiel, sleutel: str, waarde: str) -> str:
    if lees_as(sleutel) is not None:
        return next((stand.label for stand in profiel.assen.standen if stand.sleutel == waarde), waarde)
    kop = sleutel.removeprefix(VOOR)
    lijsten = (uit for naam, uit in UITKOMSTEN.items() if profiel.lijst(naam).find(kop) is not None)
    uitkomsten = next(lijsten, next(iter(UITKOMSTEN.values())))
    return profiel.lijst(uitkomsten).label(waarde)


def _labels(profiel: Gemeenteprofiel, naam: str) -> Callable[[str], str]:
    if naam == LEEFGEBIEDEN:
        namen = {gebied.sleutel: gebied.naam for gebied in profiel.leefgebieden.leefgebieden}
        return lambda waarde: namen.get(waarde, waarde)
    lijst = {INGANGEN: profiel.ingangenlijst, HULPGEVERS: profiel.hulpgeverslijst}.get(naam)
    return (lijst or profiel.lijst(naam)).label
