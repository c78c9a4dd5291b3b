"""The places of the rail, which page belongs under which of them, and who may go there."""

from collections.abc import Mapping

from kernnetwerk_app.domain.team import ZONDER_DOSSIER, Recht
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.widgets.rail import RailItem

ONDER = {
    "agenda": "vandaag",
    "bezorgen": "vandaag",
    "signalen": "vandaag",
    "signaal": "vandaag",
    "bezorgdheid": "vandaag",
    "melding_vooraf": "melding",
    "oefenen": "vandaag",
    "voorziening": "socialekaart",
}
"""Pages of no dossier that are not in the rail themselves, with the place there that leads to them."""
VOOR_IEDEREEN = frozenset({"vandaag", "socialekaart", "mijn_kern", "werkwijze", "oefenen", "bezorgdheid", "papier"})
"""Pages that everybody has, to read at least (SOC-05). A paper of a dossier is asked for in that dossier."""
IN_DOSSIERS = frozenset(Recht) - ZONDER_DOSSIER
NODIG: Mapping[str, frozenset[Recht]] = {
    "inloop": frozenset({Recht.LICHT_CONTACT}),
    "signalen": frozenset({Recht.SIGNAAL}),
    "signaal": frozenset({Recht.SIGNAAL}),
    "voorziening": frozenset({Recht.SOCIALE_KAART}),
    "melding": frozenset({Recht.MELDING}),
    "melding_vooraf": frozenset({Recht.MELDING}),
    "eerste_vraagverheldering": frozenset({Recht.EERSTE_VRAAGVERHELDERING}),
    "triage": frozenset({Recht.TRIAGE}),
    "overdracht": frozenset({Recht.OVERDRAGEN}),
    "gesprek": frozenset({Recht.ONDERZOEK}),
    "onderzoek": frozenset({Recht.ONDERZOEK}),
    "kijkrichting": frozenset({Recht.ONDERZOEK, Recht.PLAN}),
    "keukentafel": frozenset({Recht.ONDERZOEK, Recht.PLAN}),
    "plan": frozenset({Recht.PLAN}),
    "tekenen": frozenset({Recht.PLAN}),
    "bezorgen": IN_DOSSIERS,
    "bijlage": IN_DOSSIERS,
    "papieren": IN_DOSSIERS,
    "rechten": IN_DOSSIERS,
    "conflict": IN_DOSSIERS | {Recht.SIGNAAL, Recht.SOCIALE_KAART},
    **dict.fromkeys(
        ("dossiers", "dossier", "gegevens", "mensen", "netwerk", "mantelzorg", "samenvoegen", "termijn", "agenda"),
        IN_DOSSIERS,
    ),
}
"""For every other page the rights of which one is enough (TEAM-05). A page that is not here is nobody's."""


def mag_naar(plek: Werkplek, key: str) -> bool:
    """Whether this worker's functie has this page."""
    return key in VOOR_IEDEREEN or bool(NODIG.get(key, frozenset()) & plek.rechten)


def bezwaar(plek: Werkplek, key: str) -> str:
    """Why one does not come on this page, as a sentence that says what to do instead; empty when one does."""
    if not plek.profiel.staat_aan(key):
        return load("profiel")("uit")
    if mag_naar(plek, key):
        return ""
    if not plek.mag_dossiers:
        return load("venster")("mag_niet.dossiers")
    teams = (team.naam for team in plek.profiel.teams if any(team in plek.profiel.teams_met(r) for r in NODIG[key]))
    return load("venster")("mag_niet.deel", teams=", ".join(teams))


def rail_items(plek: Werkplek) -> tuple[RailItem, ...]:
    """What stands in the rail for this worker, in the order of a working day.

    Who sees no dossiers passes a worry on, and has that at hand.
    """
    t = load("venster")
    items = (
        RailItem("vandaag", t("rail.vandaag"), "zon"),
        RailItem("inloop", t("rail.inloop"), "deur"),
        RailItem("dossiers", t("rail.dossiers"), "map"),
        RailItem("melding", t("rail.melding"), "plus"),
        RailItem("bezorgdheid", t("rail.bezorgdheid"), "praat"),
        RailItem("socialekaart", t("rail.sociale_kaart"), "plek"),
        RailItem("mijn_kern", t("rail.mijn_kern"), "kern"),
        RailItem("werkwijze", t("rail.werkwijze"), "boek", onder=True),
    )
    return tuple(
        item for item in items if not bezwaar(plek, item.key) and not (item.key == "bezorgdheid" and plek.mag_dossiers)
    )
