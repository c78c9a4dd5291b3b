"""The plan for who reads it in another form: beside the sheet that is signed, and as much given as that."""

import pytest

from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.domain.ondertekening import Ondertekening
from kernnetwerk_app.domain.papiervorm import Leeshulp
from kernnetwerk_app.services import bezorging, contact, ondertekening, papier
from kernnetwerk_app.services.bezorging import Bundelstuk, Gekozen
from tests.services.opzet import Dossier, gelezen
from tests.services.stukken_opzet import lezers, wacht
from tests.services.test_bezorging import gegeven_op, zet_klaar

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.eis("RES-09")
def test_who_reads_large_print_gets_the_plan_so_beside_the_sheet_to_sign_and_either_way_it_is_given(
    vol: Dossier,
) -> None:
    versie, plek = vol.versie(), vol.plek
    contact.plan_bezoek(plek, vol.huishouden_id, plek.vandaag)
    papier.onthoud_vorm(plek, vol.huishouden_id, frozenset({Leeshulp.GROOT}))
    stuk = Stuk(Stuksoort.PLAN, vol.huishouden_id, versie.id)

    def bundel() -> Bundelstuk:
        with plek.store.read() as lezer:
            return next(een for een in bezorging.bundel(plek, lezer, plek.vandaag) if een.stuk == stuk)

    for klaar in (False, True):  # for the visit, and put ready as the sheet to sign
        if klaar:
            zet_klaar(vol, stuk)
        assert bundel().vorm == {Leeshulp.GROOT}
        blad, groot = bezorging.maak_bundel(plek, [Gekozen(bundel(), bundel().lezers[0])])
        assert blad == ondertekening.render(plek, versie, ())
        assert "(versie 1) in grote letters." in gelezen(groot)
    bezorging.zet_klaar(plek, stuk, lezers(vol, stuk)[0], {}, frozenset({Leeshulp.GROOT, Leeshulp.BEELD}))
    assert bundel().vorm == {Leeshulp.GROOT, Leeshulp.BEELD}
    assert gegeven_op(vol) is None
    bezorging.bezorg(plek, wacht(vol)[0])
    assert gegeven_op(vol) == plek.vandaag, "it holds the same words"
    with plek.store.read() as lezer:
        assert lezer.find(Ondertekening) == [], "and nobody signed"
