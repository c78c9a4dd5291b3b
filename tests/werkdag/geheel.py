"""What only all parts together show, looked at when the demo is over; each part checks itself while it is played."""

import json
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.werkdag import voorbeelden
from tests.werkdag.budget import AFGEBROKEN, MEEST_GETYPT, MEEST_HANDELINGEN, MEEST_INVOEREN, MEEST_TOETSEN
from tests.werkdag.hand import klopt
from tests.werkdag.plaatsen import PLAATSEN, Plaats
from tests.werkdag.verslag import EIGEN

_NAAM = {"dag": "", "middag": "de middag"}
"""How a part is called in the report, where that is not its own name."""
_ALLEEN_MIDDAG = ("invoeren_eenvoudige_vraag", "waarvan_getypt", "handelingen_van_doel_naar_tekenen")
Stap = Mapping[str, Any]


def check(uit: Path, delen: Collection[str]) -> None:
    """Look at what these parts left in `uit`. Raises `WerkdagMislukt` with what is missing or too much."""
    gegevens = json.loads((uit / EIGEN[0]).read_text(encoding="utf-8"))
    stappen, totaal = gegevens["stappen"], gegevens["totaal"]
    gespeeld = list(dict.fromkeys(stap["deel"] for stap in stappen))
    klopt(
        gespeeld == [_NAAM.get(deel, deel) for deel in delen], f"Er is iets anders gespeeld dan gevraagd: {gespeeld}."
    )
    for stap in stappen:
        klopt(bool(stap["controles"]), f"Stap «{stap['naam']}» heeft niets gecontroleerd.")
    _check_pagina(uit, stappen)
    if "dag" in delen:
        _check_dag(uit, totaal)
    if "middag" in delen:
        _check_middag(uit, totaal)
    for plaats in PLAATSEN:
        if plaats.sleutel in delen:
            _check_ochtend(uit, plaats, [stap for stap in stappen if stap["deel"] == plaats.sleutel])


def _check_pagina(uit: Path, stappen: Sequence[Stap]) -> None:
    """One page that holds everything and asks nothing of elsewhere."""
    pagina = (uit / EIGEN[1]).read_text(encoding="utf-8")
    beelden = sum(len(stap["beelden"]) for stap in stappen)
    klopt(beelden > 0 and pagina.count("data:image/png;base64,") == beelden, "Op de pagina staat niet elk beeld.")
    klopt("seconden tot eerste beeld" in pagina, "Op de pagina staan de cijfers niet.")
    klopt("://" not in pagina, "De pagina haalt iets van elders.")


def _check_dag(uit: Path, totaal: Mapping[str, float]) -> None:
    nul = [naam for naam, getal in totaal.items() if not getal > 0 and naam not in _ALLEEN_MIDDAG]
    klopt(not nul, f"Er is niets geteld van: {', '.join(nul)}.")
    klopt(totaal["afgebroken"] == AFGEBROKEN, f"De lijn viel niet {AFGEBROKEN} keer weg.")
    _check_pdf(uit, "ondersteuningsplan")


def _check_middag(uit: Path, totaal: Mapping[str, float]) -> None:
    invoeren, getypt, handelingen = (totaal[naam] for naam in _ALLEEN_MIDDAG)
    klopt(0 < getypt < invoeren <= MEEST_INVOEREN, f"Het is niet bij {MEEST_INVOEREN} invoeren gebleven: {invoeren}.")
    klopt(getypt <= MEEST_GETYPT, f"Er moest meer worden getypt dan {MEEST_GETYPT} keer: {getypt}.")
    klopt(0 < handelingen <= MEEST_HANDELINGEN, f"Van doel naar tekenen kostte {handelingen} handelingen.")
    namen = [pad.stem for pad in (uit / voorbeelden.NAAM).glob("*.txt")]
    klopt(bool(namen), "Er zijn geen voorbeelden van de papieren gemaakt.")
    for naam in namen:
        _check_pdf(uit, naam)
        klopt(bool(list(uit.glob(f"???-{naam}-blad-1.png"))), f"Van {naam} is er geen beeld.")


def _check_ochtend(uit: Path, plaats: Plaats, stappen: Sequence[Stap]) -> None:
    """In the words of this municipality, with its own way on, and all of it arrived."""
    gezegd = [controle for stap in stappen for controle in stap["controles"]]
    for zin in (
        f"hier heten ze {plaats.woord}",
        f"aangeboden aan {plaats.naar}",
        "de gemeente heeft elk contact, het signaal, de melding en de overdracht",
    ):
        klopt(zin in gezegd, f"In {plaats.kern} is niet gezien: {zin}.")
    klopt(sum(stap["toetsen"] for stap in stappen) > MEEST_TOETSEN, f"In {plaats.kern} is er bijna niets getypt.")
    klopt(bool(list(uit.glob(f"???-{plaats.sleutel}-wegwijzer.png"))), f"Van {plaats.kern} is er geen wegwijzer.")


def _check_pdf(uit: Path, naam: str) -> None:
    pad = uit / f"{naam}.pdf"
    klopt(pad.is_file() and pad.read_bytes().startswith(b"%PDF"), f"Het papier {naam} is er niet.")
