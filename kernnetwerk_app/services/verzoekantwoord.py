"""What becomes of a request about one's own data, in the words of the paper on which it is told (RES-11)."""

from collections.abc import Iterator, Sequence

from kernnetwerk_app.documents.rechtenblad_pdf import Rechtdeel, Rechtregel
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.melding import Wet
from kernnetwerk_app.domain.verzoek import Uitkomst, Verzoek, Verzoeksoort
from kernnetwerk_app.services import verzoek
from kernnetwerk_app.services.bewaren import Bewaren
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.teksten import load


class VerzoekZonderAntwoord(KernnetwerkError):
    """Nobody answered it yet."""

    code = "verzoek.zonder_antwoord"


def build(plek: Werkplek, een: Verzoek, termen: Sequence[Bewaren]) -> tuple[Rechtdeel, ...]:
    """The parts of the paper. Raises `VerzoekZonderAntwoord`."""
    if een.uitkomst is None:
        raise VerzoekZonderAntwoord
    t = load("rechtenblad").met(plek.profiel.zeg)
    gevraagd = [
        Rechtregel(t("antwoord.wat"), load("rechten")(f"verzoek.{een.verzoek.value}")),
        Rechtregel(t("antwoord.gevraagd_op"), datum_lang(een.ontvangen_datum, jaar=True)),
        Rechtregel(t("antwoord.waarover"), een.waarover or ""),
    ]
    delen = [
        Rechtdeel(t("antwoord.kop_vraag"), regels=tuple(regel for regel in gevraagd if regel.woorden)),
        Rechtdeel(t("antwoord.kop_antwoord"), tuple(_gedaan(plek, een)), tuple(_woorden(een))),
    ]
    if een.verzoek is Verzoeksoort.WISSEN and termen:
        delen.append(Rechtdeel(t("antwoord.kop_bewaren"), (t("antwoord.bewaren"), *(zin(een) for een in termen))))
    return (*delen, Rechtdeel(t("antwoord.kop_oneens"), (t("antwoord.oneens"), t("antwoord.toezicht"))))


def zin(term: Bewaren) -> str:
    """Until when one law has it kept, or that another rule says it."""
    t = load("rechten")
    if term.som is None:
        return t("bewaren.geen" if term.wet is Wet.GEEN else "bewaren.selectielijst", wet=term.wet.value)
    eind, begin = (datum_lang(dag, jaar=True) for dag in (term.som.wettelijk_einde, term.som.begin))
    return t(f"bewaren.{term.wet.name.lower()}", jaren=term.jaren, begin=begin, eind=eind)


def _gedaan(plek: Werkplek, een: Verzoek) -> Iterator[str]:
    t, uitkomst = load("rechtenblad").met(plek.profiel.zeg), een.uitkomst or Uitkomst.NIET
    dag = een.afgehandeld_datum or een.antwoord_datum or een.verlengd_datum or plek.vandaag
    som = verzoek.som(plek, een)
    uiterlijk = datum_lang(som.wettelijk_einde, jaar=True) if som is not None else ""
    yield t(f"antwoord.{uitkomst.value}", datum=datum_lang(dag, jaar=True), uiterlijk=uiterlijk)


def _woorden(een: Verzoek) -> Iterator[Rechtregel]:
    if een.antwoord:
        met_reden = een.uitkomst in (Uitkomst.DEELS, Uitkomst.NIET, Uitkomst.LANGER)
        yield Rechtregel(load("rechtenblad")("antwoord.waarom" if met_reden else "antwoord.erbij"), een.antwoord)
