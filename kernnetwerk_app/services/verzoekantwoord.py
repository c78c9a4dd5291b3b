"""What becomes of a request about one's own data, in the words of the paper on which it is told (RES-11)."""

from collections.abc import Iterator, Sequence

from kernnetwerk_app.documents.rechtenblad_pdf import Rechtdeel, Rechtregel
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.geboortedatum import leeftijd_hoogstens
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.melding import Wet
from kernnetwerk_app.domain.naamgenoot import zelfde
from kernnetwerk_app.domain.verzoek import Uitkomst, Verzoek, Verzoeksoort
from kernnetwerk_app.services import verzoek
from kernnetwerk_app.services.bewaren import Bewaren
from kernnetwerk_app.services.bijzonderheid import overleden_op
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.lezers import Lezend, beslissend, ouders_van, rond_lid
from kernnetwerk_app.services.persoonsblad import krijgt_blad
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load

_KOP = {Uitkomst.GEDAAN: "kop_deden", Uitkomst.DEELS: "kop_deden", Uitkomst.NIET: "kop_besloten"}
"""Above what was done or decided already, and not what we still do."""


class VerzoekZonderAntwoord(KernnetwerkError):
    """Nobody answered it yet."""

    code = "verzoek.zonder_antwoord"


def lezers(plek: Werkplek, lezer: Lezer, een: Verzoek, wie: Inwoner) -> tuple[Lezend, ...]:
    """For whom the answer about `wie` is: whoever decides with or for them, and of those who asked stands first. Nobody
    else at home, however it was asked. A child under twelve gets no paper of its own (Wmo 2015 art. 5.3.2), nor does
    one of whom nobody wrote down how old it is; of whom nobody decides that we know of, it is for its parents. Who died
    reads nothing.
    """
    is_eigen = een.huishouden_id is not None and wie.id == hoofdpersoon(lezer, een.huishouden_id).id
    kan = beslissend(plek, lezer, een.huishouden_id, None) if is_eigen and een.huishouden_id else None
    alle = kan or rond_lid(plek, lezer, wie)
    zonder_leeftijd = wie.rol is RolInHuishouden.KIND and leeftijd_hoogstens(wie.geboortedatum, plek.vandaag) is None
    if zonder_leeftijd or not krijgt_blad(plek, wie):
        alle = (*alle, *(ouders_van(plek, lezer, wie) if zonder_leeftijd else ()))
        alle = tuple(aan for aan in alle if aan.inwoner_id != wie.id) or (_ouders(wie),)
    mensen = lezer.find(Inwoner, id=[aan.inwoner_id for aan in alle if aan.inwoner_id is not None])
    vroeg = {mens.id for mens in mensen if een.door and zelfde(een.door, mens.naam)}
    dood = {mens.id for mens in mensen if overleden_op(lezer, mens.id) is not None}
    return tuple(
        sorted((aan for aan in alle if aan.inwoner_id not in dood), key=lambda aan: aan.inwoner_id not in vroeg)
    )


def _ouders(kind: Inwoner) -> Lezend:
    naam = load("rechtenblad")("antwoord.ouders", kind=kind.aanhef or kind.naam)
    return Lezend(f"ouders.{kind.id}", naam, (), kort=load("papier")("lezer.ouder"))


def build(plek: Werkplek, een: Verzoek, termen: Sequence[Bewaren], over: str = "") -> tuple[Rechtdeel, ...]:
    """The parts of the paper; `over`: whose data it is about, where somebody else reads it. Raises
    `VerzoekZonderAntwoord`.
    """
    if een.uitkomst is None:
        raise VerzoekZonderAntwoord
    t = load("rechtenblad").met(plek.profiel.zeg)
    gevraagd = [
        Rechtregel(t("antwoord.wat"), load("rechten")(f"verzoek.{een.verzoek.value}")),
        Rechtregel(t("antwoord.over"), over),
        Rechtregel(t("antwoord.gevraagd_op"), datum_lang(een.ontvangen_datum, jaar=True)),
        Rechtregel(t("antwoord.waarover"), een.waarover or ""),
    ]
    delen = [
        Rechtdeel(t("antwoord.kop_vraag"), regels=tuple(regel for regel in gevraagd if regel.woorden)),
        Rechtdeel(
            t(f"antwoord.{_KOP.get(een.uitkomst, 'kop_antwoord')}"), tuple(_gedaan(plek, een)), tuple(_woorden(een))
        ),
    ]
    if een.verzoek is not Verzoeksoort.VERBETEREN and termen:
        # who sees what is kept hears how long, and that it may be asked to take it away (AVG art. 15 lid 1 d and e)
        begin = t("antwoord.bewaren" if een.verzoek is Verzoeksoort.WISSEN else "antwoord.bewaren_vraag")
        delen.append(Rechtdeel(t("antwoord.kop_bewaren"), (begin, *(zin(term) for term in termen))))
    # whatever was decided, a yes too (UAVG art. 34); that it takes longer decides nothing yet (Awb art. 6:3)
    bezwaar = (t("antwoord.oneens"),) if een.uitkomst is not Uitkomst.LANGER else ()
    return (*delen, Rechtdeel(t("antwoord.kop_oneens"), (*bezwaar, t("antwoord.toezicht"))))


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
    gedaan = f"gedaan_{een.verzoek.value}" if uitkomst is Uitkomst.GEDAAN else uitkomst.value
    yield t(f"antwoord.{gedaan}", datum=datum_lang(dag, jaar=True), uiterlijk=uiterlijk)


def _woorden(een: Verzoek) -> Iterator[Rechtregel]:
    if een.antwoord:
        met_reden = een.uitkomst in (Uitkomst.DEELS, Uitkomst.NIET, Uitkomst.LANGER)
        yield Rechtregel(load("rechtenblad")("antwoord.waarom" if met_reden else "antwoord.erbij"), een.antwoord)
