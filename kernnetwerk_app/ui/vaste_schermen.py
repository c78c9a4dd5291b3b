"""Pages that are kept when one goes elsewhere; all others are built anew, so that little of a resident stays around."""

from collections.abc import Callable, Mapping

from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossiers import DossiersScreen
from kernnetwerk_app.ui.screens.inloop import InloopScreen
from kernnetwerk_app.ui.screens.melding import MeldingScreen
from kernnetwerk_app.ui.screens.mijn_kern import MijnKernScreen
from kernnetwerk_app.ui.screens.oefenen import OefenenScreen
from kernnetwerk_app.ui.screens.socialekaart import SocialeKaartScreen
from kernnetwerk_app.ui.screens.vandaag import VandaagScreen
from kernnetwerk_app.ui.screens.werkwijze import WerkwijzeScreen
from kernnetwerk_app.ui.widgets.page import Page

BLIJFT: Mapping[str, Callable[[Omgeving], Page]] = {
    "vandaag": VandaagScreen,
    "inloop": InloopScreen,
    "dossiers": DossiersScreen,
    "melding": MeldingScreen,
    "socialekaart": SocialeKaartScreen,
    "mijn_kern": MijnKernScreen,
    "oefenen": OefenenScreen,
    "werkwijze": WerkwijzeScreen,
}
"""By key in the window."""
