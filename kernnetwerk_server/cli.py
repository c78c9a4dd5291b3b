"""The commands of a functioneel beheerder. Sentences are in `resources/tekst/server.toml`."""

import argparse
import json
import logging
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from uuid import UUID

from kernnetwerk_app import teksten
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.medewerker import Functie
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.tekst import neutraal
from kernnetwerk_app.klok import AMSTERDAM, Klok
from kernnetwerk_app.logs import Formatter
from kernnetwerk_server import oefenen, ontvangst, profielbeheer
from kernnetwerk_server.database import Database, create, open_existing, read_meta
from kernnetwerk_server.enrolment_service import EnrolmentService
from kernnetwerk_server.errors import Beheerfout, KlokAlleenOefenen, TabelOnbruikbaar
from kernnetwerk_server.kaart_service import KaartService
from kernnetwerk_server.main import create_app
from kernnetwerk_server.serve import Luisterpunt, Server

t = teksten.load("server")


def run(argumenten: Sequence[str] | None) -> int:
    """Parse and run one command; a refusal is one sentence on stderr and exit status 1."""
    keuze = _parser().parse_args(argumenten)
    _log_to_stderr()
    try:
        keuze.doe(keuze)
    except Beheerfout as fout:
        sys.stderr.write(t(f"fout.{fout.code}", **fout.waarden) + "\n")
        return 1
    except KeyboardInterrupt:
        pass
    return 0


def _log_to_stderr() -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Formatter())
    logging.basicConfig(handlers=[handler], level=logging.INFO)


def _say(sleutel: str, **waarden: object) -> None:
    sys.stdout.write(t(sleutel, **waarden) + "\n")
    sys.stdout.flush()


def _nieuw(keuze: argparse.Namespace) -> None:
    _, profiel = profielbeheer.lees(keuze.map, keuze.gemeente_profiel)
    create(keuze.database, profiel=profiel.sleutel, gemeente=profiel.naam, oefenen=profiel.oefenen)
    _publish(keuze)
    _say("nieuw.klaar", gemeente=profiel.naam, pad=keuze.database)


def _profiel(keuze: argparse.Namespace) -> None:
    profiel = _publish(keuze)
    _say("profiel.klaar", versie=profiel.versie, gemeente=profiel.naam)


def _publish(keuze: argparse.Namespace) -> Gemeenteprofiel:
    with closing(open_existing(keuze.database)) as database:
        return profielbeheer.publiceer(database, keuze.map, Klok())


def _start(keuze: argparse.Namespace) -> None:
    database = open_existing(keuze.database)
    with database.reading() as sessie:
        is_oefenen = read_meta(sessie).oefenen
    if keuze.klok and not (keuze.oefenen and is_oefenen):
        raise KlokAlleenOefenen
    luisterpunt = Luisterpunt(keuze.host, keuze.poort, keuze.certificaat, keuze.sleutel)
    app = create_app(database, Klok(keuze.klok))
    Server(app, luisterpunt, lambda adres: _say("start.luistert", adres=adres)).listen()


def _code(keuze: argparse.Namespace) -> None:
    service = _service(keuze.database)
    medewerker = None if keuze.ander else service.find_medewerker(keuze.naam)
    if medewerker is not None:
        _say("code.bestaande", naam=medewerker.naam)
    else:
        medewerker = service.add_medewerker(keuze.naam, Functie(keuze.functie), keuze.werkgever)
    _say("code.klaar", code=service.issue_code(medewerker.id), naam=medewerker.naam)


def _apparaten(keuze: argparse.Namespace) -> None:
    apparaten = _service(keuze.database).devices()
    for apparaat in apparaten:
        _say("apparaten.rij", vingerafdruk=apparaat.vingerafdruk, stand=apparaat.stand, naam=apparaat.naam)
    if not apparaten:
        _say("apparaten.geen")


def _goedkeuren(keuze: argparse.Namespace) -> None:
    apparaat = _service(keuze.database).approve(keuze.vingerafdruk)
    _say("goedkeuren.klaar", naam=apparaat.naam, vingerafdruk=apparaat.vingerafdruk)


def _kaart(keuze: argparse.Namespace) -> None:
    service = KaartService(open_existing(keuze.database), Klok())
    try:
        ingelezen = service.lees_in(keuze.tabel.read_bytes())
    except (OSError, KernnetwerkError):
        raise TabelOnbruikbaar from None
    for fout in ingelezen.fouten:
        _say("kaart.fout", regel=fout.regel, kolom=fout.kolom or t("kaart.hele_regel"))
    _say("kaart.klaar", nieuw=ingelezen.nieuw, gewijzigd=ingelezen.gewijzigd)


def _voorstellen(keuze: argparse.Namespace) -> None:
    service = KaartService(open_existing(keuze.database), Klok())
    voorstellen = service.voorstellen()
    for v in voorstellen:
        soort = t("kaart.voorstel_wijzig" if v.voorstel_bij_id else "kaart.voorstel_nieuw")
        _say("kaart.voorstel", id=v.id, naam=neutraal(v.naam), soort=soort, datum=v.voorgesteld_datum or "")
        for verschil in service.verschillen(v):
            nu, straks = (neutraal(str(waarde or t("kaart.niets"))) for waarde in (verschil.nu, verschil.straks))
            _say("kaart.verschil", veld=verschil.veld, nu=nu, straks=straks)
    if not voorstellen:
        _say("kaart.geen")
    for v in service.verouderd():
        _say("kaart.oud", naam=neutraal(v.naam), eigenaar=neutraal(v.eigenaar or t("kaart.niemand")))


def _neem_over(keuze: argparse.Namespace) -> None:
    voorstel = KaartService(open_existing(keuze.database), Klok()).neem_over(keuze.voorstel)
    _say("kaart.overgenomen", naam=neutraal(voorstel.naam))


def _wijs_af(keuze: argparse.Namespace) -> None:
    voorstel = KaartService(open_existing(keuze.database), Klok()).wijs_af(keuze.voorstel, keuze.reden)
    _say("kaart.afgewezen", naam=neutraal(voorstel.naam))


def _ontvang(keuze: argparse.Namespace) -> None:
    aantal = ontvangst.receive(open_existing(keuze.database), keuze.bestand, Klok())
    _say("ontvang.een" if aantal == 1 else "ontvang.klaar", aantal=aantal)


def _oefenen(keuze: argparse.Namespace) -> None:
    klok = Klok(keuze.klok)
    database = oefenen.open_practice(keuze.map, klok, gevuld=keuze.gevuld)
    codes = _practice_codes(database, klok, keuze.gevuld)
    sys.stderr.write(t("oefenen.waarschuwing") + "\n")

    def announce(adres: str) -> None:
        sys.stdout.write(json.dumps({"adres": adres} | codes, ensure_ascii=False) + "\n")
        sys.stdout.flush()

    server = Server(create_app(database, klok, zelf_goedkeuren=True), Luisterpunt(poort=keuze.poort), announce)
    server.stop_with_input()
    server.listen()


def _practice_codes(database: Database, klok: Klok, gevuld: bool) -> dict[str, object]:
    """One fresh code for each fictional worker, in their order; unused ones of an earlier start are gone.

    With `gevuld` one more for each, by key: for the laptops of the colleagues who fill the municipality.
    """
    service = EnrolmentService(database, klok)
    service.withdraw_unused_codes()
    wie = oefenen.medewerkers(gevuld=gevuld)
    codes: dict[str, object] = {"codes": [service.issue_code(medewerker.id) for medewerker in wie.values()]}
    if gevuld:
        codes["collegas"] = {sleutel: service.issue_code(medewerker.id) for sleutel, medewerker in wie.items()}
    return codes


def _service(pad: Path) -> EnrolmentService:
    return EnrolmentService(open_existing(pad), Klok())


def _moment(tekst: str) -> datetime:
    """An ISO moment; without a zone it is the wall clock in the Netherlands."""
    moment = datetime.fromisoformat(tekst)
    return moment if moment.tzinfo else moment.replace(tzinfo=AMSTERDAM)


def _add_kaart(command: Callable[..., argparse.ArgumentParser]) -> None:
    command("kaart", _kaart).add_argument("tabel", type=Path, help=t("hulp.tabel"))
    command("voorstellen", _voorstellen)
    command("neem-over", _neem_over).add_argument("voorstel", type=UUID, help=t("hulp.voorstel"))
    wijs_af = command("wijs-af", _wijs_af)
    wijs_af.add_argument("voorstel", type=UUID, help=t("hulp.voorstel"))
    wijs_af.add_argument("--reden", default="", help=t("hulp.reden"))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kernnetwerk-server", description=t("hulp.programma"))
    commandos = parser.add_subparsers(required=True, metavar=t("hulp.commando"))

    def command(naam: str, doe: Callable[[argparse.Namespace], None]) -> argparse.ArgumentParser:
        deel = commandos.add_parser(naam, help=t(f"hulp.{naam}"), description=t(f"hulp.{naam}"))
        deel.set_defaults(doe=doe)
        if naam != "oefenen":
            deel.add_argument("--database", type=Path, required=True, help=t("hulp.database"))
        return deel

    start = command("start", _start)
    start.add_argument("--host", default="127.0.0.1", help=t("hulp.host"))
    start.add_argument("--poort", type=int, default=8443, help=t("hulp.poort"))
    start.add_argument("--certificaat", type=Path, help=t("hulp.certificaat"))
    start.add_argument("--sleutel", type=Path, help=t("hulp.sleutel"))
    start.add_argument("--oefenen", action="store_true", help=t("hulp.start_oefenen"))
    start.add_argument("--klok", type=_moment, help=t("hulp.klok"))
    nieuw = command("nieuw", _nieuw)
    nieuw.add_argument("--gemeente-profiel", required=True, help=t("hulp.gemeente_profiel"))
    nieuw.add_argument("--map", type=Path, help=t("hulp.profielmap"))
    command("profiel", _profiel).add_argument("--map", type=Path, help=t("hulp.profielmap"))
    code = command("code", _code)
    code.add_argument("--naam", required=True, help=t("hulp.naam"))
    code.add_argument("--functie", choices=[functie.value for functie in Functie], default=Functie.GENERALIST.value)
    code.add_argument("--werkgever", help=t("hulp.werkgever"))
    code.add_argument("--ander", action="store_true", help=t("hulp.ander"))
    command("apparaten", _apparaten)
    command("goedkeuren", _goedkeuren).add_argument("vingerafdruk", help=t("hulp.vingerafdruk"))
    _add_kaart(command)
    command("ontvang", _ontvang).add_argument("bestand", type=Path, help=t("hulp.ontvang_bestand"))
    oefen = command("oefenen", _oefenen)
    oefen.add_argument("--map", type=Path, required=True, help=t("hulp.map"))
    oefen.add_argument("--poort", type=int, default=0, help=t("hulp.poort"))
    oefen.add_argument("--klok", type=_moment, help=t("hulp.klok"))
    oefen.add_argument("--gevuld", action="store_true", help=t("hulp.gevuld"))
    return parser
