"""The signed paper that somebody scanned: read back while they wait, and told on the form."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject

from kernnetwerk_app.services.terugkomst import Teruggekomen
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.tekenwijze import Tekenwijze
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.papier.teruglezer import Teruglezer


def lees_scan(
    omgeving: Omgeving,
    parent: QObject,
    versie_id: UUID,
    paden: Sequence[str],
    wijze: Tekenwijze,
    set_busy: Callable[[bool], None],
) -> None:
    """Which version and which pages it is stands on each sheet. Busy meanwhile: who hands in now would do that without
    this paper.
    """
    t = load("tekenen").met(omgeving.plek.profiel.zeg)
    wijze.set_reading(True)
    set_busy(True)

    def over(zin: str, pdf: bytes | None) -> None:
        set_busy(False)
        wijze.set_reading(False)
        wijze.show_scan(zin, pdf)

    def read(gelezen: Teruggekomen) -> None:
        zin = t("scan.goed", nummer=gelezen.nummer, bladen=gelezen.bladen)
        over(f"{zin} {t('scan.dubbel', dubbel=gelezen.dubbel)}" if gelezen.dubbel else zin, gelezen.pdf)

    lezer = Teruglezer(omgeving, versie_id, paden, parent)
    lezer.page.connect(lambda nummer: wijze.set_reading(True, nummer))
    lezer.start(read, lambda fout: over(sentence(fout), None))
