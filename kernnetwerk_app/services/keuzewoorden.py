"""What people read of a choice that is kept as the key of a list, and which question an answer is to.

Where a key would be shown as it is kept, `past_niet`, nobody knows what to choose.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kernnetwerk_app.domain.aanvraag import Aanvraag
from kernnetwerk_app.domain.afzien import Afzien
from kernnetwerk_app.domain.asstand import lees_as, lees_dag
from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid
from kernnetwerk_app.domain.bezorging import Bezorging
from kernnetwerk_app.domain.bijlage import Bijlage
from kernnetwerk_app.domain.bijzonderheid import Bijzonderheid
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.deskundige import Deskundige
from kernnetwerk_app.domain.draagkracht import Draagkracht
from kernnetwerk_app.domain.eerste_vraagverheldering import EersteVraagverheldering
from kernnetwerk_app.domain.inloopcontact import Inloopcontact
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.kortdurende_ondersteuning import KortdurendeOndersteuning
from kernnetwerk_app.domain.ladder import Trede
from kernnetwerk_app.domain.lijst import Keuzelijst
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.niveau import Niveau
from kernnetwerk_app.domain.onderzoek import UITKOMSTEN, VOOR, Onderzoek
from kernnetwerk_app.domain.overdracht import Overdracht
from kernnetwerk_app.domain.papiervorm import Leeshulp, taal_in
from kernnetwerk_app.domain.plan import AFSLUITREDENEN, Afspraak, Doel, Ondersteuningsplan
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.domain.schaalvraag import lees_schaal
from kernnetwerk_app.domain.score import Score
from kernnetwerk_app.domain.signaal import LIJST_VAN, Signaal
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.domain.triage import Routedeel, Triage
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.domain.vraagverheldering import AL_GEPROBEERD, WAAR_HET_OM_GAAT, Antwoord
from kernnetwerk_app.domain.werkwijze import Lens
from kernnetwerk_app.teksten import load as load_tekst

LEEFGEBIEDEN, INGANGEN, HULPGEVERS = "leefgebieden", "ingangen", "hulpgevers"
KLASSEN, NIVEAUS, ZELFORGANISATIE = "complexiteit", "niveaus", "zelforganisatie"
DESKUNDIGEN, SNELLE_GRONDEN, KIJKRICHTING = "deskundigen", "snelle_gronden", "kijkrichting"
ASSEN = "assen"
"""Lists that the profile puts together itself, or names; the last is of one of two, by the lens of the record."""
LIJSTEN: Mapping[type[Entiteit], Mapping[str, str]] = MappingProxyType(
    {
        Aanvraag: {"wet": "wetten"},
        Afspraak: {"vorm": "regelvormen", "wet": "wetten", "richting": "richtingen"},
        Afzien: {"waarover": LEEFGEBIEDEN},
        Bezoekveiligheid: {"bron": "veiligheidsbronnen"},
        Bijlage: {"aard": "bijlagesoorten"},
        Bijzonderheid: {"bron": "bijzonderheidsbronnen"},
        Contact: {"kanaal": "contactkanalen", "tolk": "tolken"},
        Deskundige: {"functie": DESKUNDIGEN},
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
        Niveau: {"nu": NIVEAUS, "streef": NIVEAUS, "zelforganiserend": ZELFORGANISATIE},
        Ondersteuningsplan: {"leverwens": "financiering", "afsluitreden": AFSLUITREDENEN},
        Onderzoek: {"identiteit": "identiteitsbewijzen", "belangrijk": "wat_telt"},
        Overdracht: {"grond": "delen_grond", "deskundige": DESKUNDIGEN},
        Relatie: {
            "relatie": "relaties",
            "rol": "rollen",
            "hulpsoort": "hulpsoorten",
            "gezag_bron": "gezagsbronnen",
            "vertrouwensrechten": "vertrouwensrechten",
        },
        Routedeel: {"route": "routes", "niveau": NIVEAUS, "nabijheid": "dichtbij"},
        Score: {"onderwerp": KIJKRICHTING},
        Signaal: {**LIJST_VAN, "uitkomst": "signaal_uitkomsten", "leefgebieden": LEEFGEBIEDEN},
        Toestemming: {"onderwerp": "deel_onderwerpen", "doel": "deel_doelen", "grond": "delen_grond"},
        Triage: {
            "klasse": KLASSEN,
            "voorgesteld": KLASSEN,
            "route": "routes",
            "nabijheid": "dichtbij",
            "grond": SNELLE_GRONDEN,
        },
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
_VORMEN = ((Inwoner, "papiervorm"), (Bezorging, "vorm"))
"""Fields with how somebody reads paper, as `schrijf_vorm` and `schrijf_taal` write it."""
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
        op_dag = lees_as(record.sleutel) is not None or lees_schaal(record.sleutel) is not None
        return veld == "waarde" and (record.sleutel.startswith(VOOR) or op_dag)
    return veld in LIJSTEN.get(type(record), {}) or (type(record), veld) in _VORMEN


def in_woorden(profiel: Gemeenteprofiel, record: Entiteit, veld: str, waarde: str) -> str:
    """A value of this field as people read it; own words as they are."""
    if isinstance(record, Antwoord):
        return _van_antwoord(profiel, record.sleutel, waarde) if is_keuze(record, veld) else waarde
    if (type(record), veld) in _VORMEN:
        return _papiervorm(profiel, waarde)
    naam = LIJSTEN.get(type(record), {}).get(veld)
    if naam is None:
        return waarde
    teken = " " if isinstance(record, Signaal) else _MEER.get(veld)
    delen = waarde.split(teken) if veld in _MEER else [waarde]
    is_as = isinstance(record, Score) and getattr(record, "lens", None) is Lens.ASSEN
    return ", ".join(map(_labels(profiel, ASSEN if is_as else naam), delen))


def vraag_van(profiel: Gemeenteprofiel, record: Entiteit) -> str:
    """To what an answer is, as it is asked; empty for what is no answer. What is not asked here any more is known by
    its key alone, which is made of its words.
    """
    if not isinstance(record, Antwoord):
        return ""
    sleutel = record.sleutel
    kern = lees_as(sleutel) or lees_schaal(sleutel) or sleutel
    return bekende_vraag(profiel, sleutel) or _met_dag(uit_sleutel(kern), sleutel)


def bekende_vraag(profiel: Gemeenteprofiel, sleutel: str) -> str:
    """The question as a list of this laptop asks it; empty where none does: what it is about and for whom is not known
    then.
    """
    if lees_as(sleutel) is not None or lees_schaal(sleutel) is not None:
        return _met_dag(_op_dag(profiel, sleutel), sleutel)
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


def uit_sleutel(sleutel: str) -> str:
    """What a key says where no list has it any more: its words, without where it stands."""
    return ". ".join(deel.replace("_", " ").capitalize() for deel in sleutel.removeprefix(VOOR).split("."))


def _op_dag(profiel: Gemeenteprofiel, sleutel: str) -> str:
    """The side of life or the life domain of which somebody said on a day how it is; empty for one of no list."""
    gebied = lees_schaal(sleutel)
    if gebied is not None:
        naam = next((een.naam for een in profiel.leefgebieden.leefgebieden if een.sleutel == gebied), "")
        return load_tekst("conflict")("vraag.cijfer", gebied=naam) if naam else ""
    return next((een.naam for een in profiel.assen.assen if een.sleutel == lees_as(sleutel)), "")


def _met_dag(vraag: str, sleutel: str) -> str:
    dag = lees_dag(sleutel)
    return f"{vraag} ({datum_kort(dag, jaar=True)})" if vraag and dag else vraag


def _van_antwoord(profiel: Gemeenteprofiel, sleutel: str, waarde: str) -> str:
    if lees_as(sleutel) is not None:
        return next((stand.label for stand in profiel.assen.standen if stand.sleutel == waarde), "") or _kaal(waarde)
    kop = sleutel.removeprefix(VOOR)
    eigen = [uit for naam, uit in UITKOMSTEN.items() if profiel.lijst(naam).find(kop) is not None]
    gevonden = (profiel.lijst(naam).find(waarde) for naam in (*eigen, *UITKOMSTEN.values()))
    return next((keuze.label for keuze in gevonden if keuze is not None), "") or _kaal(waarde)


def _kaal(sleutel: str) -> str:
    """A key that no list has any more, in its own words."""
    return sleutel.replace("_", " ")


def _papiervorm(profiel: Gemeenteprofiel, waarde: str) -> str:
    """How somebody reads paper, as it is chosen on the page of a paper."""
    t = load_tekst("papier_scherm")
    hulp = [t(f"vorm.{een.value}").lower() for een in Leeshulp if een.value in waarde.split()]
    taal = profiel.vertalingen.get(taal_in(waarde))
    ernaast = t("woorden.met_taal", taal=taal.nederlands) if taal is not None else ""
    return ", ".join(filter(None, (*hulp, ernaast))) or t("woorden.gewoon")


def _labels(profiel: Gemeenteprofiel, naam: str) -> Callable[[str], str]:
    namen: Mapping[str, str] | None = None
    if naam in (LEEFGEBIEDEN, KIJKRICHTING):
        namen = {gebied.sleutel: gebied.naam for gebied in profiel.leefgebieden.leefgebieden}
    elif naam == ASSEN:
        namen = {een.sleutel: een.naam for een in profiel.assen.assen}
    elif naam == SNELLE_GRONDEN:
        namen = profiel.snelle_route.gronden
    if namen is not None:
        return lambda waarde: namen.get(waarde, waarde)
    lijst = _eigen_lijst(profiel, naam)
    return lijst.label if lijst is not None else str


def _eigen_lijst(profiel: Gemeenteprofiel, naam: str) -> Keuzelijst | None:
    """The list of this name; None where this municipality does not class so."""
    if naam in (KLASSEN, NIVEAUS, ZELFORGANISATIE):
        return profiel.indelingslijst(naam)
    eigen = {
        INGANGEN: profiel.ingangenlijst,
        HULPGEVERS: profiel.hulpgeverslijst,
        DESKUNDIGEN: profiel.deskundigenlijst,
    }
    return eigen.get(naam) or profiel.lijst(naam)
