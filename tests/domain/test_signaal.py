"""What a signal may be, what may leave the kernnetwerk, and what stays of it when its words go."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.signaal import (
    LIJST_VAN,
    BesprokenInToekomst,
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
    SignaleerderMetWoorden,
    Spoed,
    TerugkoppelingInToekomst,
    TerugkoppelingTeRuim,
    Uitkomst,
    bewaren_tot,
    check_signaal,
    check_signaleerder,
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


STAP = {"stap": "bellen", "stap_wie_id": WIE, "stap_datum": date(2027, 5, 4)}
PARTNER = {"uitkomst": Uitkomst.PARTNER, "uitkomst_partner": "Welzijn Voorbeeld"}
BESPROKEN = {"besproken_datum": VANDAAG}
MAG = {"mag_delen": True, "toestemming": "naam en adres, met Welzijn Voorbeeld"}
MORGEN = date(2027, 4, 21)


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"gezien": " \n"}, SignaalZonderWoorden),
        ({"kern": None}, SignaalZonderKern),
        ({"datum": MORGEN}, SignaalInToekomst),
        ({"besproken_datum": MORGEN}, BesprokenInToekomst),
        ({"terugkoppeling_datum": MORGEN}, TerugkoppelingInToekomst),
        ({**PARTNER, **MAG, "besproken_datum": date(2027, 12, 25)}, BesprokenInToekomst),
        ({"uitkomst": Uitkomst.GEEN_ACTIE}, SignaalZonderReden),
        ({"uitkomst": Uitkomst.PARTNER, **BESPROKEN, **MAG}, SignaalZonderPartner),
        ({**PARTNER, **MAG}, SignaalNietBesproken),
        ({**PARTNER, **BESPROKEN}, SignaalZonderToestemming),
        ({**PARTNER, **BESPROKEN, "toestemming": "niets"}, SignaalZonderToestemming),
        ({**PARTNER, **BESPROKEN, **MAG, "mag_delen": False}, SignaalZonderToestemming),
        ({**PARTNER, **BESPROKEN, "mag_delen": True}, SignaalZonderToestemming),
        ({"terugkoppeling": "Ze krijgt hulp."}, TerugkoppelingTeRuim),
        ({"terugkoppeling": "Ze krijgt hulp.", **BESPROKEN}, TerugkoppelingTeRuim),
        ({"terugkoppeling": "Ze krijgt hulp.", **BESPROKEN, **MAG, "mag_delen": False}, TerugkoppelingTeRuim),
        ({}, None),
        ({"uitkomst": Uitkomst.LUISTEREND_OOR}, None),
        ({"terugkoppeling_datum": VANDAAG}, None),
        ({**PARTNER, **BESPROKEN, **MAG}, None),
        ({"terugkoppeling": "Ze krijgt hulp.", **BESPROKEN, **MAG}, None),
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
        ({"betreft": Betreft.ADRES}, date(2027, 7, 20)),
        ({"betreft": Betreft.HUISHOUDEN}, date(2027, 7, 20)),
        ({}, None),
        ({"achternaam": "Voorbeeld", **STAP}, date(2027, 8, 4)),
        ({"achternaam": "Voorbeeld", **STAP, "stap_datum": date(2027, 4, 1)}, date(2027, 7, 20)),
        (
            {"achternaam": "V", **STAP, "uitkomst": Uitkomst.GEEN_ACTIE, "uitkomst_datum": VANDAAG},
            date(2027, 7, 20),
        ),
        ({"achternaam": "V", "uitkomst": Uitkomst.ZELF, "uitkomst_datum": date(2027, 5, 1)}, date(2027, 8, 1)),
        ({"achternaam": "V", "uitkomst": Uitkomst.PARTNER, "uitkomst_datum": date(2027, 5, 1)}, date(2027, 8, 1)),
        ({"achternaam": "Voorbeeld", "melding_id": WIE}, None),
        ({"achternaam": "Voorbeeld", "huishouden_id": WIE, "uitkomst": Uitkomst.ZELF}, None),
        ({"achternaam": "Voorbeeld", "datum": date(9999, 12, 31)}, None),
    ],
)
def test_words_about_somebody_go_a_term_after_the_last_day_that_somebody_went_on_with_it(
    velden: dict[str, Any], tot: date | None
) -> None:
    assert bewaren_tot(maak(**velden), 3) == tot


@pytest.mark.parametrize(("anoniem", "rol", "mag"), [
    (True, "buren", True), (True, None, True), (False, "buurvrouw Truus", True), (True, "buurvrouw Truus", False),
])  # fmt: skip
def test_who_stays_anonymous_is_a_role_of_the_list_and_never_words_of_our_own(
    anoniem: bool, rol: str | None, mag: bool
) -> None:
    rollen = load_profiel("oefenen").lijst("signaleerders")
    if mag:
        check_signaleerder(maak(anoniem=anoniem, signaleerder=rol), rollen)
        return
    with pytest.raises(SignaleerderMetWoorden):
        check_signaleerder(maak(anoniem=anoniem, signaleerder=rol), rollen)


def test_of_a_wiped_signal_only_what_counts_is_left() -> None:
    lijsten = {veld: load_profiel("oefenen").lijst(naam) for veld, naam in LIJST_VAN.items()}
    vol = maak(
        mag_delen=True,
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
    assert over.mag_delen is None


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
