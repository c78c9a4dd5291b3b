"""What the chip of the line says: what a person must know first, and not every try of a line that is away."""

from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.sync_controller import Lijn, SyncController
from kernnetwerk_app.ui.widgets.top_bar import SyncState


def lijnstand(sync: SyncController, op_verzoek: bool) -> tuple[SyncState, str] | None:
    """State and words; None while nothing is known. `op_verzoek`: a person asked for the exchange that is busy."""
    t, stand = load("venster"), sync.stand
    wachtend, vast = (stand.wachtend, stand.vast) if stand else (0, 0)
    bezig = sync.lijn is Lijn.BEZIG
    if op_verzoek:
        return "bezig", t("sync.bezig")
    if vast:
        return "fout", t("sync.vast_een") if vast == 1 else t("sync.vast", aantal=vast)
    if sync.uitkomst is Lijn.GEWEIGERD:
        return "fout", t("sync.geweigerd")
    if sync.uitkomst is Lijn.OPSLAG:
        return "fout", t("sync.opslag")
    if sync.uitkomst is Lijn.WEG and sync.weg_sinds is not None:
        return "geen_verbinding", t("sync.weg", tijd=toon_tijd(sync.weg_sinds.time()))
    if bezig and wachtend:
        return "bezig", t("sync.bezig_een") if wachtend == 1 else t("sync.bezig_nog", aantal=wachtend)
    if wachtend:
        return "wacht", t("sync.wacht_een") if wachtend == 1 else t("sync.wacht", aantal=wachtend)
    if bezig and sync.uitkomst is Lijn.ONBEKEND:
        return "bezig", t("sync.bezig")
    return ("klaar", t("sync.klaar")) if stand is not None else None
