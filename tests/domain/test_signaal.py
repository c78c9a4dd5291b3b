"""What a signal may be, what may leave the kernnetwerk, and what stays of it when its words go."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.signaal import (
    LIJST_VAN,
    Betreft,
    Signaal,
    SignaalGewist,
    SignaalInToekomst,
    SignaalIsMelding,
    SignaalNietBesproken,
    SignaalZonderKern,
    SignaalZonderPartner,
    SignaalZonderReden,
    SignaalZonderToestemming,
    SignaalZonderWoorden,
    Spoed,
    TerugkoppelingTeRuim,
    Uitkomst,
    bewaren_tot,
    check_signaal,
    gewist,
    omgezet,
    stap_voor,
)
from kernnetwerk_app.profielen import load_profiel

VANDAAG = date(2027, 4, 20)
WIE = UUID(int=7)


def maak(**velden: Any) -> Signaal:
    basis: dict[str, Any] = {"datum": VANDAAG, "kern": "Proefdijk", "gezien": "De post blijft liggen.", "door_id": WIE}
    return Signaal(id=UUID(int=1), **{**basis, **velden})


PARTNER = {"uitkomst": Uitkomst.PARTNER, "uitkomst_partner": "Welzijn Voorbeeld"}
BESPROKEN = {"besproken_datum": VANDAAG}


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"gezien": " \n"}, SignaalZonderWoorden),
        ({"kern": None}, SignaalZonderKern),
        ({"datum": date(2027, 4, 21)}, SignaalInToekomst),
        ({"uitkomst": Uitkomst.GEEN_ACTIE}, SignaalZonderReden),
        ({"uitkomst": Uitkomst.PARTNER, **BESPROKEN, "toestemming": "alles"}, SignaalZonderPartner),
        (PARTNER, SignaalNietBesproken),
        ({**PARTNER, **BESPROKEN}, SignaalZonderToestemming),
        ({"terugkoppeling": "Ze krijgt hulp."}, TerugkoppelingTeRuim),
        ({"terugkoppeling": "Ze krijgt hulp.", **BESPROKEN}, TerugkoppelingTeRuim),
        ({}, None),
        ({"uitkomst": Uitkomst.LUISTEREND_OOR}, None),
        ({"terugkoppeling_datum": VANDAAG}, None),
        ({**PARTNER, **BESPROKEN, "toestemming": "met welzijn, alles"}, None),
        ({"terugkoppeling": "Ze krijgt hulp.", **BESPROKEN, "toestemming": "dat mag de buurvrouw weten"}, None),
    ],
)
def test_what_cannot_be_a_signal_or_may_not_leave_is_refused(
    velden: dict[str, Any], fout: type[KernnetwerkError] | None
) -> None:
    if fout is None:
        check_signaal(maak(**velden), VANDAAG)
        return
    with pytest.raises(fout):
        check_signaal(maak(**velden), VANDAAG)


@pytest.mark.parametrize(
    ("velden", "tot"),
    [
        ({"achternaam": "Voorbeeld"}, date(2027, 7, 20)),
        ({"straat": "Modelweg"}, date(2027, 7, 20)),
        ({"betreft_woorden": "de man met de rode fiets"}, date(2027, 7, 20)),
        ({"datum": date(2026, 11, 30), "achternaam": "Voorbeeld"}, date(2027, 2, 28)),
        (
            {"achternaam": "V", "uitkomst": Uitkomst.GEEN_ACTIE, "uitkomst_datum": date(2027, 5, 1)},
            date(2027, 8, 1),
        ),
        ({}, None),
        ({"achternaam": "Voorbeeld", "stap": "bellen"}, None),
        ({"achternaam": "Voorbeeld", "uitkomst": Uitkomst.ZELF}, None),
        ({"achternaam": "Voorbeeld", "melding_id": WIE}, None),
        ({"achternaam": "Voorbeeld", "datum": date(9999, 12, 31)}, None),
    ],
)
def test_only_a_signal_about_somebody_with_whom_nobody_goes_on_loses_its_words(
    velden: dict[str, Any], tot: date | None
) -> None:
    assert bewaren_tot(maak(**velden), 3) == tot


def test_of_a_wiped_signal_only_what_counts_is_left() -> None:
    lijsten = {veld: load_profiel("oefenen").lijst(naam) for veld, naam in LIJST_VAN.items()}
    vol = maak(
        **{veld: "geheim" for veld, info in Signaal.model_fields.items() if info.annotation == str | None},
        betreft=Betreft.PERSOON,
        anoniem=False,
        stap_wie_id=WIE,
        stap_datum=VANDAAG,
        uitkomst=Uitkomst.LUISTEREND_OOR,
    ).model_copy(update={"kern": "Proefdijk", "categorie": "overlast", "signaleerder": "buren", "leefgebieden": "x"})
    over = vol.model_copy(
        update={veld: waarde for velden in gewist(vol, VANDAAG, lijsten).values() for veld, waarde in velden.items()}
    )
    assert "geheim" not in over.model_dump_json()
    assert over.gezien == ""
    assert (over.datum, over.kern, over.categorie, over.signaleerder) == (VANDAAG, "Proefdijk", "overlast", "buren")
    assert (over.uitkomst, over.leefgebieden, over.verwijderd_datum) == (Uitkomst.LUISTEREND_OOR, "x", VANDAAG)
    assert over.anoniem


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"melding_id": WIE}, SignaalIsMelding),
        ({"huishouden_id": WIE}, SignaalIsMelding),
        ({"verwijderd_datum": VANDAAG}, SignaalGewist),
    ],
)
def test_a_signal_becomes_a_melding_once(velden: dict[str, Any], fout: type[KernnetwerkError]) -> None:
    with pytest.raises(fout):
        omgezet(maak(**velden), WIE, WIE, WIE, VANDAAG)


def test_the_more_haste_the_sooner_the_step() -> None:
    dagen = [stap_voor(spoed, VANDAAG) for spoed in (Spoed.VANDAAG, Spoed.DEZE_WEEK, Spoed.KAN_WACHTEN)]
    assert dagen == [VANDAAG, date(2027, 4, 27), date(2027, 5, 4)]
