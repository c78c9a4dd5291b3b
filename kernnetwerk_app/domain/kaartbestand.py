"""The sociale kaart as a table (CSV) for a spreadsheet, and back. What comes from a file is nobody's word yet.

Read: UTF-8 with or without a mark, UTF-16 with one, else the Windows code page of the Netherlands; semicolon, comma or
tab. Every line that cannot be read is named with its number and the rest comes in. Written: UTF-8 with a mark and
semicolons, as Dutch spreadsheets open it, and no cell that a spreadsheet would take for a formula.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pydantic import ValidationError

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import MAX_REGEL, bewaar, is_leeg
from kernnetwerk_app.domain.voorziening import (
    INHOUD,
    Stand,
    Voorziening,
    VoorzieningZonderNaam,
    check_voorziening,
    lees_nummer,
)

MAX_BESTAND = 16 * 1024 * 1024
"""Largest file that is read, in bytes: some fifty thousand entries."""
MAX_CEL = 20_000
"""Longest cell, in characters."""
DUBBEL = "dubbel"
"""Code of a line that says something else of a place that stood in the file before."""
KOLOMMEN = ("id", *INHOUD, "gecontroleerd_datum", "einde_datum")
"""The columns, by the names of their fields; `id` says which entry a line is of."""
Naam = tuple[str, str]
"""Name and kern, without the difference of capitals and of spaces."""
_FORMULE = tuple("=+-@\t\r")
_JA = frozenset({"ja", "true", "1", "x", "waar"})


class BestandTeGroot(KernnetwerkError):
    code = "kaartbestand.te_groot"


class BestandOnleesbaar(KernnetwerkError):
    """It is no table of text at all."""

    code = "kaartbestand.onleesbaar"


class KolomOnbekend(KernnetwerkError):
    """A column that we do not know: what stands in it would be lost without a word. `kolommen` are their places."""

    code = "kaartbestand.kolom_onbekend"

    def __init__(self, kolommen: str) -> None:
        super().__init__()
        self.kolommen = kolommen


class KolomOntbreekt(KernnetwerkError):
    """Without a column `naam` there is nothing to read."""

    code = "kaartbestand.kolom_ontbreekt"


class BestandNietBewaard(KernnetwerkError):
    """The folder that was chosen takes nothing."""

    code = "kaartbestand.niet_bewaard"


@dataclass(frozen=True, slots=True)
class Regelfout:
    """A line that was left out: its number in the file (from 1), the column if that can be said, and what is wrong."""

    regel: int
    kolom: str
    code: str


@dataclass(frozen=True, slots=True)
class Bestandsregel:
    """A line that can be read: which entry it names, if any, and its fields."""

    regel: int
    id: UUID | None
    velden: Mapping[str, object]

    @property
    def naam(self) -> Naam:
        """What the place is known by where no id says it."""
        kern = self.velden.get("kern")
        return _naam(str(self.velden["naam"]), str(kern) if kern else None)

    @property
    def rest(self) -> dict[str, object]:
        """What it says beside that."""
        return {veld: waarde for veld, waarde in self.velden.items() if veld not in {"naam", "kern"}}

    @property
    def gecontroleerd(self) -> date | None:
        """The day on which somebody looked, as the line says it."""
        dag = self.velden.get("gecontroleerd_datum")
        return dag if isinstance(dag, date) else None

    def is_dicht(self, vandaag: date) -> bool:
        """Whether the line says that the place is not there any more."""
        einde = self.velden.get("einde_datum")
        return isinstance(einde, date) and einde <= vandaag


@dataclass(frozen=True, slots=True)
class Ingelezen:
    regels: tuple[Bestandsregel, ...]
    fouten: tuple[Regelfout, ...]


def lees(octets: bytes) -> Ingelezen:
    """The lines of a file. Raises `BestandTeGroot`, `BestandOnleesbaar`, `KolomOnbekend`, `KolomOntbreekt`."""
    if len(octets) > MAX_BESTAND:
        raise BestandTeGroot
    rijen = _rijen(_tekst(octets))
    eerste = next(rijen, None)
    if eerste is None:
        raise BestandOnleesbaar
    kolommen = [cel.strip().casefold() for cel in eerste[1]]
    while kolommen and not kolommen[-1]:
        kolommen.pop()
    vreemd = [str(nummer) for nummer, kolom in enumerate(kolommen, 1) if kolom not in KOLOMMEN]
    dubbel = [str(nummer) for nummer, kolom in enumerate(kolommen, 1) if kolom in kolommen[: nummer - 1]]
    if vreemd or dubbel:
        raise KolomOnbekend(", ".join(dict.fromkeys(vreemd + dubbel)))
    if "naam" not in kolommen:
        raise KolomOntbreekt
    gelezen = (_regel(nummer, kolommen, cellen) for nummer, cellen in rijen if not all(map(is_leeg, cellen)))
    return _once(gelezen)


def _once(gelezen: Iterable[Bestandsregel | Regelfout]) -> Ingelezen:
    """Each place once: a line that says the same again is nothing new, one that says something else is a fault."""
    regels: list[Bestandsregel] = []
    fouten: list[Regelfout] = []
    op_id: dict[UUID, Bestandsregel] = {}
    op_naam: dict[Naam, Bestandsregel] = {}
    zonder_id: dict[Naam, Bestandsregel] = {}
    for regel in gelezen:
        if isinstance(regel, Regelfout):
            fouten.append(regel)
            continue
        eerder = op_naam.get(regel.naam) if regel.id is None else op_id.get(regel.id, zonder_id.get(regel.naam))
        if eerder is None:
            regels.append(regel)
            op_naam.setdefault(regel.naam, regel)
            if regel.id is None:
                zonder_id[regel.naam] = regel
            else:
                op_id[regel.id] = regel
        elif eerder.rest != regel.rest:
            fouten.append(Regelfout(regel.regel, "", DUBBEL))
    return Ingelezen(tuple(regels), tuple(fouten))


class Bekend:
    """Which entry a line is about: the one with its id, else the one with its name in its kern.

    What has ended is known by name only to a line that says so itself: a place that opens again is a new one.
    """

    def __init__(self, alle: Iterable[Voorziening], vandaag: date) -> None:
        self._vandaag = vandaag
        eigen = [v for v in alle if v.voorstel_bij_id is None]
        self._op_id = {v.id: v for v in eigen}
        staat_er = sorted((v for v in eigen if v.stand is not Stand.AFGEWEZEN), key=lambda v: v.id, reverse=True)
        self._open = {_naam(v.naam, v.kern): v for v in staat_er if v.is_open(vandaag)}
        self._dicht = {_naam(v.naam, v.kern): v for v in staat_er if not v.is_open(vandaag)}

    def find(self, regel: Bestandsregel) -> Voorziening | None:
        """None for a line about something new."""
        oud = self._op_id.get(regel.id) if regel.id is not None else None
        oud = oud or self._open.get(regel.naam)
        return oud or (self._dicht.get(regel.naam) if regel.is_dicht(self._vandaag) else None)


def schrijf(voorzieningen: Iterable[Voorziening]) -> bytes:
    """The table of these entries."""
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(KOLOMMEN)
    for voorziening in voorzieningen:
        schrijver.writerow([_veilig(getattr(voorziening, kolom)) for kolom in KOLOMMEN])
    return b"\xef\xbb\xbf" + uit.getvalue().encode("utf-8", "replace")


def _naam(naam: str, kern: str | None) -> Naam:
    return " ".join(naam.split()).casefold(), (kern or "").casefold()


def _veilig(waarde: object) -> str:
    """The cell for a spreadsheet: what would begin a formula there gets an apostrophe before it (CWE-1236)."""
    if waarde is None or waarde is False:
        return ""
    tekst = "ja" if waarde is True else str(waarde)
    return f"'{tekst}" if tekst.startswith((*_FORMULE, "'")) and not isinstance(waarde, int) else tekst


def _kaal(cel: str) -> str:
    """The words of a cell, without the apostrophe that `_veilig` put before them."""
    return cel[1:] if cel.startswith("'") and cel[1:].startswith((*_FORMULE, "'")) else cel


def _tekst(octets: bytes) -> str:
    if octets.startswith((b"\xff\xfe", b"\xfe\xff")):
        soorten: tuple[str, ...] = ("utf-16",)
    else:
        soorten = ("utf-8-sig", "cp1252")
    for soort in soorten:
        try:
            tekst = octets.decode(soort)
        except UnicodeDecodeError:
            continue
        if "\0" not in tekst:
            return tekst
    raise BestandOnleesbaar


def _rijen(tekst: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with the number of the line on which each begins."""
    kop = tekst.split("\n", 1)[0]
    scheiding = max(";,\t", key=kop.count)
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding)
    csv.field_size_limit(MAX_BESTAND)
    begin = 1
    try:
        for rij in lezer:
            yield begin, rij
            begin = lezer.line_num + 1
    except csv.Error:
        raise BestandOnleesbaar from None


def _regel(nummer: int, kolommen: list[str], cellen: list[str]) -> Bestandsregel | Regelfout:
    """One line as fields, or what is wrong with it. Never more than one fault a line: the first one."""
    if len(cellen) > len(kolommen) and not all(is_leeg(cel) for cel in cellen[len(kolommen) :]):
        return Regelfout(nummer, "", "te_veel_cellen")
    waarden: dict[str, object] = {}
    for kolom, cel in zip(kolommen, cellen, strict=False):
        if len(cel) > MAX_CEL:
            return Regelfout(nummer, kolom, "cel_te_lang")
        try:
            waarden[kolom] = _waarde(kolom, _kaal(cel.strip()))
        except ValueError:
            return Regelfout(nummer, kolom, "cel_onleesbaar")
    if is_leeg(str(waarden.get("naam", ""))):
        return Regelfout(nummer, "naam", VoorzieningZonderNaam.code)
    eigen_id = waarden.pop("id", None)
    try:
        check_voorziening(Voorziening.model_validate({**waarden, "id": eigen_id or UUID(int=1)}))
    except ValidationError as fout:
        plek = fout.errors(include_input=False, include_url=False)[0]["loc"]
        return Regelfout(nummer, str(plek[0]), "cel_onleesbaar")
    except KernnetwerkError as fout:
        return Regelfout(nummer, "", fout.code)
    return Bestandsregel(nummer, eigen_id if isinstance(eigen_id, UUID) else None, waarden)


def _waarde(kolom: str, cel: str) -> object:
    """A cell as the value of its field; ValueError when it cannot be one."""
    if is_leeg(cel):
        return {"naam": "", "is_activiteit": False}.get(kolom)
    if kolom == "id":
        return UUID(cel)
    if kolom in ("breedte", "lengte"):
        return int(cel)
    if kolom.endswith("_datum"):
        return date.fromisoformat(cel)
    if kolom == "telefoon" and len(cel) <= MAX_REGEL:
        return lees_nummer(cel)
    if kolom == "is_activiteit":
        return cel.casefold() in _JA
    return bewaar(cel)
