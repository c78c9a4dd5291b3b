"""What may be shared as a form to sign (RES-01): what stands on it, and the sentence that one signs.

A sheet with a name on it may lie somewhere without the rest. So the sentence itself says what may be shared, about
whom, with whom and until when, and what it is for stands under it (AVG art. 4 onder 11, 7 lid 1 and 2).
"""

from kernnetwerk_app.documents.rechtenblad_pdf import Rechtdeel, Rechtregel
from kernnetwerk_app.domain.base import VoorWie, voor_lezer
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.deskundige import Deskundige
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.tekst import achter_elkaar
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.services.afschrift import kan_afschrift
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.services.wie_weet_wat import onderwerp
from kernnetwerk_app.teksten import Tekst, load


def build(
    plek: Werkplek, toestemming: Toestemming, over: Inwoner, gever: Inwoner, gevraagd: Deskundige | None
) -> tuple[Rechtdeel, ...]:
    """What is shared, what is good to know before one says yes, and the yes. `gevraagd` is the question to a deskundige
    as it was when the yes was given: it holds for no other (OND-15).
    """
    t = load("rechtenblad").met(plek.profiel.zeg)
    gesteld = voor_lezer(VoorWie.PERSOON, gevraagd).vraag if gevraagd is not None else None
    vraag = Rechtregel(t("formulier.vraag"), gesteld or "")
    doel = Rechtregel(t("formulier.waarvoor"), plek.profiel.lijst("deel_doelen").op_papier(toestemming.doel))
    wie, zegt = gever.aanhef or gever.naam or t("onbekend"), "formulier.namens" if toestemming.namens else "formulier"
    vrij = [t(f"{zegt}.zin_een", wie=wie), t("formulier.zin_twee"), t("formulier.zin_drie")]
    if kan_afschrift(toestemming):
        vrij.append(t("formulier.ook_van"))
    zin = _ja(plek, t, zegt, toestemming, over, wie)
    als = (t("formulier.namens.als", naam=toestemming.namens),) if toestemming.namens else ()
    pen = tuple(t(f"formulier.{veld}") for veld in ("naam", "handtekening", "datum"))
    return (
        Rechtdeel(t("formulier.kop"), regels=_gevuld(*_regels(plek, t, toestemming, over, vraag, doel))),
        Rechtdeel(t("formulier.kop_weet"), tuple(vrij)),
        Rechtdeel(t(f"{zegt}.kop_ja", wie=wie), (zin, *als), _gevuld(vraag, doel), pen),
    )


def _regels(
    plek: Werkplek, t: Tekst, toestemming: Toestemming, over: Inwoner, vraag: Rechtregel, doel: Rechtregel
) -> tuple[Rechtregel, ...]:
    wat, tot = plek.profiel.lijst("deel_onderwerpen"), _tot(toestemming)
    woorden = achter_elkaar(wat.label(toestemming.onderwerp), wat.uitleg(toestemming.onderwerp))
    return (
        Rechtregel(t("formulier.over"), over.aanhef or over.naam),
        Rechtregel(t("formulier.wat"), woorden),
        vraag,
        Rechtregel(t("formulier.met"), toestemming.ontvanger),
        doel,
        Rechtregel(t("formulier.vanaf"), datum_lang(toestemming.begin_datum, jaar=True)),
        Rechtregel(t("formulier.tot" if tot else "formulier.tot_open"), tot or t("formulier.tot_u_stopt")),
    )


def _gevuld(*regels: Rechtregel) -> tuple[Rechtregel, ...]:
    return tuple(regel for regel in regels if regel.woorden)


def _ja(plek: Werkplek, t: Tekst, zegt: str, toestemming: Toestemming, over: Inwoner, wie: str) -> str:
    """The sentence that is signed: whole in itself, also on a loose sheet."""
    tot, wat = _tot(toestemming), onderwerp(plek, toestemming).rstrip(" .")
    woorden = {"over": over.aanhef or over.naam or t("onbekend"), "met": toestemming.ontvanger, "wat": wat}
    return t(f"{zegt}.ja" if tot else f"{zegt}.ja_open", wie=wie, tot=tot, **woorden)


def _tot(toestemming: Toestemming) -> str:
    return datum_lang(toestemming.eind_datum, jaar=True) if toestemming.eind_datum is not None else ""
