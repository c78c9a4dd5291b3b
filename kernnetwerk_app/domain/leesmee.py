"""Which typed words a resident reads, on paper or on the screen, and so are read along with while typing (TAAL-01).

Free text follows from whom it is for; what is short, or is for others than its class says, is added by name.
"""

from collections.abc import Mapping

from kernnetwerk_app.domain.aanvraag import Aanvraag
from kernnetwerk_app.domain.afzien import Afzien
from kernnetwerk_app.domain.base import MAX_TEKST, Entiteit, VoorWie, mag_veld
from kernnetwerk_app.domain.bezorging import Bezorging
from kernnetwerk_app.domain.bijlage import Bijlage
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.deskundige import Deskundige
from kernnetwerk_app.domain.draagkracht import Draagkracht
from kernnetwerk_app.domain.keukentafel import Keukentafel
from kernnetwerk_app.domain.mantelzorg import Mantelzorg
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import Ondertekening
from kernnetwerk_app.domain.onderzoek import Onderzoek
from kernnetwerk_app.domain.plan import Afspraak, Doel, Ondersteuningsplan
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.domain.verzoek import Verzoek
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.domain.vraagverheldering import Antwoord, Vraagverheldering

Plaats = tuple[type[Entiteit], str]

STEM: frozenset[Plaats] = frozenset(
    {
        (Afspraak, "opmerking"),
        (Afspraak, "voorkeur"),
        (Afzien, "woorden"),
        (Doel, "resultaat"),
        (Doel, "tekst"),
        (Mantelzorg, "behoefte"),
        (Mantelzorg, "eigen_woorden"),
        (Ondersteuningsplan, "leverwens_reden"),
        (Ondersteuningsplan, "zelf"),
        (Onderzoek, "eigen_plan_inhoud"),
        (Verzoek, "waarover"),
    }
)
"""Fields in which somebody's own words stand: they may stay, and the hint says so."""

ERBIJ: frozenset[Plaats] = frozenset(
    {
        (Afspraak, "hoe_vaak"),
        (Afspraak, "wanneer"),
        (Bijlage, "omschrijving"),
        (Contact, "onderwerp"),
        (Contact, "zonder_inwoner_reden"),
        (Draagkracht, "draagkracht"),
        (Draagkracht, "draaglast"),
        (Mantelzorg, "behoefte"),
        (Mantelzorg, "eigen_woorden"),
        (Mantelzorg, "grenzen"),
        (Mantelzorg, "steun"),
        (Mantelzorg, "taken"),
        (Onderzoek, "levenslang_reden"),
        (Voorziening, "voorwaarden"),
    }
)
"""Lines that are printed; and what is printed for its reader though its class is for professionals."""

NIET: Mapping[Plaats, str] = {
    (Aanvraag, "wat"): "nobody types it: it is the line of the plan that is asked for",
    (Antwoord, "waarde"): "each question says itself for whom its answer is; ui/forms/form.py asks that",
    (Bezorging, "plekken"): "made by the program",
    (Contact, "citaat"): "somebody's spoken words, kept as they were said",
    (Contact, "verslag"): "a working note of what happened; it is on no paper but the copy of the whole dossier",
    (Deskundige, "antwoord"): "what the deskundige said, in their words",
    (Keukentafel, "leden"): "made by the program",
    (Melding, "vraag"): "the question stays as it was asked, on every paper",
    (Ondertekening, "reactie"): "the reaction of who signs: advice under it would be steering",
    (Toestemming, "doel"): "chosen from a list that is plain already; own words are the exception",
    (Toestemming, "vraag"): "a copy of the question that they said yes to, made by the program",
    (Voorziening, "wensen"): "what the kern still wants of a partner: for colleagues, on no paper",
    (Vraagverheldering, "gestelde_vraag"): "the question stays as it was asked",
}
"""Free text that a resident may read and that is not read along with, each with why."""


def is_vrije_tekst(soort: type[Entiteit], veld: str) -> bool:
    """Whether it is a text of any length, and no line, key or number."""
    info = soort.model_fields[veld]
    leden = getattr(info.annotation, "__args__", (info.annotation,))
    merken = [*info.metadata, *(merk for lid in leden for merk in _merken(lid))]
    is_tekst = str in {getattr(lid, "__origin__", lid) for lid in leden}
    return is_tekst and any(getattr(merk, "max_length", None) == MAX_TEKST for merk in merken)


def leest_mee(soort: type[Entiteit], veld: str) -> bool:
    """Whether plain words are hinted at while somebody types in this field. False for a field that does not exist."""
    if veld not in soort.model_fields or (soort, veld) in NIET:
        return False
    if (soort, veld) in ERBIJ:
        return True
    return is_vrije_tekst(soort, veld) and mag_veld(VoorWie.PERSOON, soort, veld)


def is_stem(soort: type[Entiteit], veld: str) -> bool:
    return (soort, veld) in STEM


def _merken(lid: object) -> list[object]:
    """The limits that stand in an Annotated type, as those of `Tekstveld | None` do."""
    return [bron for merk in getattr(lid, "__metadata__", ()) for bron in (merk, *getattr(merk, "metadata", ()))]
