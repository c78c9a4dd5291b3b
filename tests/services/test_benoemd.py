"""Whom a court appointed says yes to sharing in the place of the resident (UAVG art. 5 lid 2; RES-01)."""

import pytest

from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.papiervorm import GEWOON
from kernnetwerk_app.domain.toestemming import DelenZonderJa, DelenZonderVertegenwoordiger
from kernnetwerk_app.services import mensen, stukken, takenblad
from tests.services.opzet import Dossier, gelezen
from tests.services.test_delen import MET_KARIN, anna, beeld, deel


@pytest.mark.eis("RES-01")
@pytest.mark.parametrize(
    ("aard", "onderwerp", "beslist"),
    [
        (Aard.CURATELE, "plan", True),
        (Aard.CURATELE, "geld", True),
        (Aard.MENTORSCHAP, "plan", True),
        (Aard.MENTORSCHAP, "geld", False),
        (Aard.MENTORSCHAP, "alles", False),
        (Aard.BEWIND, "plan", False),
        (Aard.BEWIND, "geld", False),
    ],
)
def test_whom_a_court_appointed_says_yes_in_the_place_of_the_resident_where_they_decide(
    hier: Dossier, aard: Aard, onderwerp: str, beslist: bool
) -> None:
    """Without it there is a reason, and who was not asked is told: nothing is shut for good (BW 1:381 and 1:453)."""
    ik = anna(hier)
    mensen.leg_vast(
        hier.plek, Bijzonderheid, hier.huishouden_id, {"inwoner_id": ik.id, "aard": aard, "naam": "Mevrouw Recht"}
    )
    velden = {**MET_KARIN, "onderwerp": onderwerp}
    recht = f"Mevrouw Recht, {'curator' if aard is Aard.CURATELE else 'mentor'}"
    with pytest.raises(DelenZonderJa):
        deel(hier, **velden, namens=("Mevrouw Niemand, curator",))
    if not beslist:
        with pytest.raises(DelenZonderJa):
            deel(hier, **velden, namens=(recht,))
        deel(hier, **velden, ja_van=(ik.id,))
        assert (beeld(hier).delingen[0].geldt, beeld(hier).delingen[0].wacht_op) == (True, ())
        return
    with pytest.raises(DelenZonderVertegenwoordiger):
        deel(hier, **velden, ja_van=(ik.id,))
    assert beeld(hier).delingen == ()
    zonder = {**velden, "ontvanger": "Joke Proef"}
    deel(hier, **zonder, ja_van=(ik.id,), toch="Mevrouw Recht is met vakantie.")
    assert (beeld(hier).delingen[0].geldt, beeld(hier).delingen[0].wacht_op) == (True, (recht,))
    van = deel(hier, **velden, namens=(recht,))
    deling = next(een for een in beeld(hier).delingen if een.toestemming.id == van.id)
    assert (van.inwoner_id, van.namens, deling.gever) == (ik.id, recht, recht)
    assert (deling.geldt, deling.wacht_op) == (True, ("Anna Voorbeeld-Jansen",))  # who is heard all the same
    with hier.plek.store.read() as lezer:
        assert not takenblad.load(hier.plek, lezer, hier.huishouden_id).zelf  # it leads to *Rechten*


@pytest.mark.eis("RES-01")
def test_the_form_is_for_who_says_yes_and_names_for_whom(hier: Dossier) -> None:
    """A curator signs as curator: a form that says *u* to the resident is no yes of theirs."""
    velden = {"inwoner_id": anna(hier).id, "aard": Aard.CURATELE, "naam": "Mevrouw Recht"}
    mensen.leg_vast(hier.plek, Bijzonderheid, hier.huishouden_id, velden)
    van = deel(hier, **MET_KARIN, namens=("Mevrouw Recht, curator",))
    stuk = Stuk(Stuksoort.TOESTEMMING, hier.huishouden_id, van.id)
    with hier.plek.store.read() as lezer:
        (lezend,) = stukken.lezers(hier.plek, lezer, stuk)
    assert (lezend.naam, lezend.inwoner_id) == ("Mevrouw Recht, curator", None)
    blad = gelezen(stukken.maak(hier.plek, stuk, lezend, GEWOON))
    for zin in (
        "Aan Mevrouw Recht, curator",
        "Dit gaat over mevrouw Voorbeeld-Jansen",
        "Vraag mevrouw Voorbeeld-Jansen ook wat die ervan vindt.",
        "Ja, namens mevrouw Voorbeeld-Jansen. De gemeente mag met Karin Proef delen",
        "Dit tekent: Mevrouw Recht, curator. Naam",
    ):
        assert zin in blad
    assert "U krijgt dan evengoed hulp" not in blad
