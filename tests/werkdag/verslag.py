"""What the working day leaves behind: a line per step, pictures, numbers, and one page that holds all of it."""

import base64
import html
import json
import shutil
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from string import Template

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.ui.papier.page_view import PageView
from kernnetwerk_app.ui.papier.raster import bladen, rasterise
from tests.werkdag.hand import enige, klopt, tot
from tests.werkdag.mislukt import WerkdagMislukt

IN_DE_README = {
    "vandaag": "vandaag",
    "dossier": "dossier",
    "gesprek": "gesprek",
    "plan": "plan",
    "tekenen": "tekenen",
    "twee-versies": "twee-versies",
    "ondersteuningsplan-blad-1": "plan-pdf",
}
"""Pictures that the README shows: name in the report, name in `docs/beeld/`."""
EIGEN = ("werkdag.json", "werkdag.html")
"""What each report writes itself."""


@dataclass
class Stap:
    """One step: what was done, what was checked, what it took."""

    naam: str
    deel: str = ""
    """Of which part of the day it is, such as the morning in one municipality; empty for the day itself."""
    controles: list[str] = field(default_factory=list)
    beelden: list[str] = field(default_factory=list)
    seconden: float = 0.0
    toetsen: int = 0


@dataclass
class Totaal:
    """The numbers of the whole day. `seconden_tot_eerste_beeld` counts from the start of the program that plays it."""

    operaties: int = 0
    verzoeken: int = 0
    bytes_omhoog: int = 0
    bytes_omlaag: int = 0
    afgebroken: int = 0
    seconden: float = 0.0
    seconden_tot_eerste_beeld: float = 0.0
    invoeren_eenvoudige_vraag: int = 0
    """From melding to signed plan for one simple question: fields typed and choices made, without moving on."""
    waarvan_getypt: int = 0
    handelingen_van_doel_naar_tekenen: int = 0

    def take_over(self, deel: "Totaal", voor: float) -> None:
        """Add the numbers of a part, which began `voor` seconds after the whole."""
        eerste = self.seconden_tot_eerste_beeld or round(deel.seconden_tot_eerste_beeld + voor, 1)
        for veld in fields(self):
            setattr(self, veld.name, getattr(self, veld.name) + getattr(deel, veld.name))
        self.seconden_tot_eerste_beeld = eerste


@dataclass(frozen=True)
class Deelverslag:
    """What one part left in its folder."""

    map: Path
    stappen: list[Stap]
    totaal: Totaal
    bijschriften: list[tuple[str, str]]


class Verslag:
    """Written as the day goes on; `uit` is where the files go, `begin` when it all began (`time.monotonic`)."""

    def __init__(self, uit: Path, begin: float) -> None:
        self.uit = uit
        self.stappen: list[Stap] = []
        self.totaal = Totaal()
        self.deel = ""
        self._bijschriften: list[tuple[str, str]] = []
        self._toetsen: Callable[[], int] = lambda: 0
        self._toetsen_eerder = 0
        self._begin = begin
        self._stap_begin = self._begin
        uit.mkdir(parents=True, exist_ok=True)
        for vorig in uit.glob("[0-9][0-9][0-9]-*.png"):
            vorig.unlink()

    def stap(self, naam: str) -> None:
        """Begin a step; the one before is closed and printed."""
        self.print_last()
        self.stappen.append(Stap(naam, self.deel))
        self._stap_begin = time.monotonic()

    def count_keys(self, deel: str, toetsen: Callable[[], int]) -> None:
        """From here on steps are of this part, and `toetsen` says how many keys were pressed so far."""
        self.print_last()
        self.deel, self._toetsen, self._toetsen_eerder = deel, toetsen, toetsen()

    def speel(self, delen: Iterable[Callable[[], None]]) -> None:
        """Play these; `WerkdagMislukt` with one sentence that names the step, whatever went wrong in it."""
        try:
            for deel in delen:
                deel()
        except WerkdagMislukt as fout:
            raise WerkdagMislukt(f"Stap «{self.stap_nu}» ging niet goed. {fout}") from None
        except Exception as fout:
            raise WerkdagMislukt(f"Stap «{self.stap_nu}» brak af op een fout in het programma.") from fout

    def klopt(self, voorwaarde: bool, zin: str) -> None:
        """Check, and write down that it holds."""
        klopt(voorwaarde, f"Klopt niet: {zin}")
        self.stappen[-1].controles.append(zin)

    def beeld(self, venster: QWidget, naam: str, bijschrift: str) -> None:
        """A picture of a window, once it has come to rest."""
        bestand = self._next_picture(naam)
        klopt(_at_rest(venster).save(str(self.uit / bestand)), f"Het beeld {bestand} is niet opgeslagen.")
        if not self._bijschriften:
            self.totaal.seconden_tot_eerste_beeld = eerste = round(time.monotonic() - self._begin, 1)
            self.stappen[-1].controles.append(f"het eerste beeld stond er na {als_getal(eerste)} seconden")
        self._bijschriften.append((bestand, bijschrift))
        self.stappen[-1].beelden.append(bestand)

    def pdf(self, octets: bytes, naam: str, bijschrift: str, breedte: int = 900) -> None:
        """The PDF itself and a picture of each page, `breedte` in px."""
        (self.uit / f"{naam}.pdf").write_bytes(octets)
        for nummer, blad in enumerate(render_pages(octets, breedte), start=1):
            bestand = self._next_picture(f"{naam}-blad-{nummer}")
            blad.save(str(self.uit / bestand))
            self._bijschriften.append((bestand, f"{bijschrift}, bladzijde {nummer}"))
            self.stappen[-1].beelden.append(bestand)

    def _next_picture(self, naam: str) -> str:
        return f"{len(self._bijschriften) + 1:03d}-{naam}.png"

    def take_over(self, delen: Iterable["Deelverslag"], voor: float) -> None:
        """What the parts made comes here, with its pictures numbered on; `voor` = seconds before they began."""
        for deel in delen:
            namen: dict[str, str] = {}
            for bestand, bijschrift in deel.bijschriften:
                namen[bestand] = nieuw = self._next_picture(bestand.partition("-")[2].removesuffix(".png"))
                shutil.move(deel.map / bestand, self.uit / nieuw)
                self._bijschriften.append((nieuw, bijschrift))
            for stap in deel.stappen:
                stap.beelden = [namen[bestand] for bestand in stap.beelden]
            self.stappen += deel.stappen
            self.totaal.take_over(deel.totaal, voor)
            for ander in deel.map.iterdir():
                if ander.name not in EIGEN and ander.name not in namen:
                    _replace(ander, self.uit / ander.name)

    def per_deel(self) -> dict[str, tuple[float, int]]:
        """By part of the day how many seconds and keys it took; the day itself is not among them."""
        delen = {stap.deel: [ander for ander in self.stappen if ander.deel == stap.deel] for stap in self.stappen}
        return {
            deel: (sum(stap.seconden for stap in stappen), sum(stap.toetsen for stap in stappen))
            for deel, stappen in delen.items()
            if deel
        }

    @property
    def stap_nu(self) -> str:
        """The step that is being played; before the first there is only the preparation."""
        return self.stappen[-1].naam if self.stappen else "Voorbereiden"

    def print_last(self) -> None:
        """Close the open step and print its line."""
        if not self.stappen or self.stappen[-1].seconden:
            return
        stap = self.stappen[-1]
        stap.seconden = round(time.monotonic() - self._stap_begin, 2)
        stap.toetsen, self._toetsen_eerder = self._toetsen() - self._toetsen_eerder, self._toetsen()
        naam = f"{stap.deel}: {stap.naam}" if stap.deel else stap.naam
        print(f"{len(self.stappen):2d}. {naam} ({stap.seconden:.1f} s): {'; '.join(stap.controles)}", flush=True)

    def write(self) -> None:
        """`werkdag.json` and `werkdag.html`."""
        self.print_last()
        self.totaal.seconden = round(time.monotonic() - self._begin, 1)
        gegevens = {
            "stappen": [asdict(stap) for stap in self.stappen],
            "totaal": asdict(self.totaal),
            "bijschriften": self._bijschriften,
        }
        (self.uit / EIGEN[0]).write_text(json.dumps(gegevens, ensure_ascii=False, indent=2), encoding="utf-8")
        (self.uit / EIGEN[1]).write_text(self._html(), encoding="utf-8")

    def _html(self) -> str:
        rijen = "\n".join(_item(stap) for stap in self.stappen)
        cijfers = "\n".join(
            f"<tr><th scope='row'>{html.escape(naam.replace('_', ' '))}</th><td>{waarde}</td></tr>"
            for naam, waarde in asdict(self.totaal).items()
        )
        platen = "\n".join(self._figure(bestand, bijschrift) for bestand, bijschrift in self._bijschriften)
        pagina = Template(Path(__file__).with_name("pagina.html").read_text(encoding="utf-8"))
        return pagina.substitute(stappen=rijen, cijfers=cijfers, platen=platen)

    def _figure(self, bestand: str, bijschrift: str) -> str:
        octets = base64.b64encode((self.uit / bestand).read_bytes()).decode("ascii")
        tekst = html.escape(bijschrift)
        return (
            f"<figure><img alt='{tekst}' src='data:image/png;base64,{octets}'><figcaption>{tekst}</figcaption></figure>"
        )


def _replace(van: Path, naar: Path) -> None:
    """Lay a file or folder where one of an earlier time may stand."""
    if naar.is_dir():
        shutil.rmtree(naar)
    shutil.move(van, naar)


def read_deel(map_: Path) -> Deelverslag:
    """What a part that was played on its own wrote down."""
    gegevens = json.loads((map_ / EIGEN[0]).read_text(encoding="utf-8"))
    stappen = [Stap(**stap) for stap in gegevens["stappen"]]
    bijschriften = [(bestand, bijschrift) for bestand, bijschrift in gegevens["bijschriften"]]
    return Deelverslag(map_, stappen, Totaal(**gegevens["totaal"]), bijschriften)


def als_getal(seconden: float) -> str:
    """As people here write it."""
    return f"{seconden:.1f}".replace(".", ",")


def _at_rest(venster: QWidget) -> QImage:
    """The window as it looks when three looks in a row see the same, with its events handled and its paper drawn."""
    beelden: list[QImage] = []

    def is_drawn() -> bool:
        papier = venster.findChildren(PageView)
        return all(blad.is_sharp() for blad in papier if not blad.visibleRegion().isEmpty())

    def same() -> bool:
        beelden[:] = [*beelden[-2:], venster.grab().toImage()]
        return len(beelden) == 3 and beelden[0] == beelden[1] == beelden[2] and is_drawn()

    tot(same, "Het venster komt niet tot rust.")
    return beelden[-1]


def render_pages(octets: bytes, breedte: int = 900) -> list[QImage]:
    """A picture of each page of a PDF, as the program draws it."""
    return [rasterise(octets, nummer, breedte) for nummer in range(len(bladen(octets)))]


def _item(stap: Stap) -> str:
    gezien = html.escape("; ".join(stap.controles))
    naam = html.escape(f"{stap.deel}: {stap.naam}" if stap.deel else stap.naam)
    return f"<li><b>{naam}</b>: {gezien} <small>({stap.seconden} s, {stap.toetsen} toetsen)</small></li>"


def copy_pictures(uit: Path, naar: Path) -> None:
    """The pictures of the README, under their own names."""
    naar.mkdir(parents=True, exist_ok=True)
    for naam, doel in IN_DE_README.items():
        bestand = enige(list(uit.glob(f"[0-9][0-9][0-9]-{naam}.png")), f"beeld {naam}")
        shutil.copyfile(bestand, naar / f"{doel}.png")
