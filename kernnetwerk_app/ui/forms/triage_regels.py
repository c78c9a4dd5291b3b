"""What was judged, arranged and aimed at before, as rows: every word that was written with it can be read again."""

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.niveau import Niveau
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.triage import DeelStatus, Routedeel, redenen
from kernnetwerk_app.services import triage
from kernnetwerk_app.services.triage import Oordeel
from kernnetwerk_app.teksten import Tekst
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.list_row import InfoRow


class Triageregels:
    """Makes the rows in the words of this municipality."""

    def __init__(self, theme: Theme, profiel: Gemeenteprofiel, t: Tekst) -> None:
        self._theme, self._profiel, self._t = theme, profiel, t

    def judgement(self, oordeel: Oordeel) -> InfoRow:
        """One judgement: what was chosen, by whom, and under it why."""
        t, profiel, gekozen = self._t, self._profiel, oordeel.triage
        route = profiel.lijst("routes").label(gekozen.route.value) if gekozen.route is not None else ""
        if gekozen.grond is not None:
            grond = profiel.snelle_route.gronden.get(gekozen.grond, gekozen.grond)
            route = t("eerder.versneld", grond=grond.lower(), instelling=gekozen.instelling or "")
        gezien = redenen(profiel.triage.matrix, triage.waarnemingen(gekozen))
        bij = {
            "anders": self._class(gekozen.voorgesteld).lower() if oordeel.is_anders else "",
            "gezien": " ".join(gezien),
            "reden": gekozen.reden,
            "bron": ", ".join(filter(None, (gekozen.bron, profiel.lijst("dichtbij").label(gekozen.nabijheid)))),
            "lichter": ", ".join(filter(None, (gekozen.lichter, gekozen.lichter_reden))),
            "eerst": gekozen.eerst_geprobeerd,
            "zonder": gekozen.zonder_uitvraag,
        }
        regels = [t(f"eerder.{naam}", wat=wat) for naam, wat in bij.items() if wat]
        sub = "\n".join((t("eerder.wie", wie=oordeel.wie, datum=datum_kort(gekozen.datum)), *regels))
        return InfoRow(self._theme, " · ".join(filter(None, (self._class(gekozen.klasse), route))), sub, "wijzer")

    def part(self, deel: Routedeel, press: Callable[[Routedeel, DeelStatus], None]) -> InfoRow:
        """One part of an arrangement, with a button for each other state that it can have."""
        buttons = QWidget()
        line = FlowLayout(buttons, spacing=8)
        for status in DeelStatus:
            if status is not deel.status:
                button = Button(self._theme, self._t(f"status.{status.value}"), "stil", hoog=44, letter="klein")
                button.setObjectName(f"{status.value}_{deel.id}")
                button.clicked.connect(partial(press, deel, status))
                line.addWidget(button)
        stand = self._t(
            "deel_van.stand", stand=self._t(f"status.{deel.status.value}"), datum=datum_kort(deel.status_datum)
        )
        lijst = self._profiel.lijst
        near = lijst("dichtbij").label(deel.nabijheid)
        delen = (lijst("routes").label(deel.route.value), self._level(deel.niveau), near, stand)
        return InfoRow(self._theme, "", " · ".join(filter(None, delen)), lead=deel.aanbieder, extra=buttons)

    def level(self, stand: Niveau, namen: Mapping[UUID, str]) -> InfoRow:
        """A level of one day. `namen`: of whom it can be, in a household of several people."""
        t = self._t
        wie = namen.get(stand.inwoner_id, "") if stand.inwoner_id is not None else ""
        zin = t(
            "niveau.regel" if stand.streef else "niveau.regel_nu",
            nu=self._level(stand.nu),
            streef=self._level(stand.streef).lower(),
        )
        if stand.streef_datum is not None:
            zin = t("niveau.regel_tegen", zin=zin, datum=datum_kort(stand.streef_datum, jaar=True))
        zelf = self._profiel.indelingslijst("zelforganisatie")
        eigen = zelf.label(stand.zelforganiserend) if zelf is not None else stand.zelforganiserend
        regels = (
            t("niveau.wie", datum=datum_kort(stand.datum)),
            stand.reden,
            t("niveau.zelf", wat=eigen) if eigen else "",
        )
        return InfoRow(self._theme, zin, "\n".join(filter(None, regels)), "zelf", lead=wie)

    def _class(self, sleutel: str | None) -> str:
        klassen = self._profiel.indelingslijst("complexiteit")
        return klassen.label(sleutel) if klassen is not None else sleutel or ""

    def _level(self, sleutel: str | None) -> str:
        niveaus = self._profiel.indelingslijst("niveaus")
        return niveaus.label(sleutel) if niveaus is not None else sleutel or ""
