"""Looking at every signature under a version, and saying of each whether it is still what it was."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject

from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.services import echtheid
from kernnetwerk_app.services.echtheid import Oordeel
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving


def controleer(omgeving: Omgeving, owner: QObject, versie_id: UUID, tell: Callable[[str], None]) -> None:
    """`tell` gets it in words, as long as `owner` is there."""
    plek, t = omgeving.plek, load("tekenen").met(omgeving.plek.profiel.zeg)

    def work() -> tuple[Oordeel, ...]:
        with plek.store.read() as lezer:
            return echtheid.controleer(lezer, versie_id)

    def show(oordelen: tuple[Oordeel, ...]) -> None:
        zinnen = []
        for een in oordelen:
            key = ("heel" if een.hier else "heel_elders") if een.heel else "gewijzigd"
            zinnen.append(t(f"controle.{key}", naam=een.naam, datum=datum_lang(een.datum), code=een.code))
        tell(" ".join(zinnen))

    omgeving.tasks.read(owner, work, show, omgeving.meld_fout)
