"""After an exchange that I ask for, I hear how much of the sociale kaart nobody looked at for long."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kernnetwerk_app.domain.medewerker import Functie
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.sync.errors import GeenVerbinding
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.na_versturen import NaVersturen
from kernnetwerk_app.ui.omgeving import Omgeving
from tests.kaart_opzet import maak as maak_plek
from tests.kaart_opzet import vul_kaart
from tests.ui.schermen import Rust
from tests.ui.test_sync_controller import Lijnstuk, Maak
from tests.ui.test_sync_controller import maak as maak

T = load("socialekaart")


@pytest.fixture
def kaart(plek: Werkplek) -> None:
    lang = plek.vandaag - timedelta(days=400)
    vul_kaart(
        plek,
        [
            maak_plek(plek, "Vers"),
            maak_plek(plek, "Oud", gecontroleerd_datum=lang, eigenaar="De soos"),
            maak_plek(plek, "Nooit", gecontroleerd_datum=None),
            maak_plek(plek, "Dicht", gecontroleerd_datum=None, einde_datum=plek.vandaag),
        ],
    )


@pytest.mark.usefixtures("kaart")
@pytest.mark.eis("SOC-06")
def test_when_i_send_and_fetch_i_hear_how_many_places_nobody_looked_at(
    maak: Maak, omgeving: Omgeving, rust: Rust
) -> None:
    sync, verteld = maak(Lijnstuk(None)), list[str]()
    na = NaVersturen(omgeving, sync, verteld.append)
    sync.now()
    rust()
    assert verteld == [], "nobody asked for that one"
    na.ask()
    sync.now()
    rust()
    assert verteld == [T("verouderd.meer", aantal=2)]
    sync.now()
    rust()
    assert len(verteld) == 1


@pytest.mark.usefixtures("kaart")
def test_without_a_line_or_without_the_right_to_propose_nothing_is_said(
    maak: Maak, omgeving: Omgeving, rust: Rust
) -> None:
    verteld = list[str]()
    weg = maak(Lijnstuk(GeenVerbinding()))
    na = NaVersturen(omgeving, weg, verteld.append)
    wie = omgeving.plek.medewerker.model_copy(update={"functie": Functie.VRIJWILLIGER})
    goed = maak(Lijnstuk(None))
    vrijwilliger = NaVersturen(replace(omgeving, plek=replace(omgeving.plek, medewerker=wie)), goed, verteld.append)
    for een, sync in ((na, weg), (vrijwilliger, goed)):
        een.ask()
        sync.now()
    rust()
    assert verteld == []
