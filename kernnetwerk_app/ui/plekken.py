"""The places of the rail, and which page belongs under which of them."""

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.widgets.rail import RailItem

ONDER = {
    "signalen": "vandaag",
    "signaal": "vandaag",
    "bezorgdheid": "vandaag",
    "melding_vooraf": "melding",
    "oefenen": "vandaag",
    "voorziening": "socialekaart",
}
"""Pages of no dossier that are not in the rail themselves, with the place there that leads to them."""


def rail_items() -> tuple[RailItem, ...]:
    """What stands in the rail, in the order of a working day."""
    t = load("venster")
    return (
        RailItem("vandaag", t("rail.vandaag"), "zon"),
        RailItem("inloop", t("rail.inloop"), "deur"),
        RailItem("dossiers", t("rail.dossiers"), "map"),
        RailItem("melding", t("rail.melding"), "plus"),
        RailItem("socialekaart", t("rail.sociale_kaart"), "plek"),
        RailItem("mijn_kern", t("rail.mijn_kern"), "kern"),
        RailItem("werkwijze", t("rail.werkwijze"), "boek", onder=True),
    )
