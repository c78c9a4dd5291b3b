"""What was told at the inloop is asked once, whatever is put right afterwards; and no more is told than was said."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kernnetwerk_app.domain.inloopcontact import Inloopcontact
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.signaal import Signaal, Spoed
from kernnetwerk_app.services import gezegd, inloopcontact, kernpagina, melding, samenvoeging, signaal, spreekuur
from kernnetwerk_app.services.inloopcontact import NieuwContact
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.spreekuur import NieuwSpreekuur
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import make_werkplek, nieuwe_melding

VRAAG = "Het huis is me te veel."


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path)
    yield plek
    plek.store.close()


def _verteld(plek: Werkplek, melding_id: UUID) -> set[str]:
    with plek.store.read() as lezer:
        return set(gezegd.read_signalen(plek.profiel, lezer, lezer.get(Melding, melding_id)))


@pytest.mark.eis("EVV-11")
def test_what_was_told_at_the_inloop_is_known_also_after_question_day_and_dossier_were_put_right(
    plek: Werkplek,
) -> None:
    sessie_id, _ = spreekuur.begin(plek, NieuwSpreekuur("Proefdijk", "Dorpshuis De Proef"))
    nieuw = NieuwContact(VRAAG, leefgebied="huisvesting", sinds="een half jaar", uitgesteld="schaamte")
    contact_id, _ = inloopcontact.noteer(plek, sessie_id, nieuw)
    with plek.store.read() as lezer:
        invoer = melding.van_inloop(lezer.get(Inloopcontact, contact_id), "Dorpshuis De Proef")
    opgenomen = melding.neem_op(plek, replace(invoer, contactpersoon_id=plek.medewerker.id))
    verteld = _verteld(plek, opgenomen.melding_id)
    assert len(verteld) == 3
    with plek.store.write() as werk:
        anders = {
            "vraag": "Ik kan het huishouden niet meer alleen.",
            "ontvangen_datum": plek.vandaag - timedelta(days=1),
        }
        werk.change(werk.get(Melding, opgenomen.melding_id), **anders)
        werk.commit("test.verbeterd", opgenomen.huishouden_id)
    assert _verteld(plek, opgenomen.melding_id) == verteld
    ander = nieuwe_melding(plek)
    assert _verteld(plek, ander.melding_id) == set()
    with plek.store.read() as lezer:
        een, twee = (hoofdpersoon(lezer, van.huishouden_id).id for van in (ander, opgenomen))
    samenvoeging.voeg_samen(plek, een, twee)
    assert _verteld(plek, opgenomen.melding_id) == verteld
    assert _verteld(plek, ander.melding_id) == set()


@pytest.mark.parametrize(("spoed", "gezegd_is"), [(Spoed.KAN_WACHTEN, False), (Spoed.DEZE_WEEK, True)])
def test_that_it_can_wait_is_said_by_nobody_when_nobody_chose_it(plek: Werkplek, spoed: Spoed, gezegd_is: bool) -> None:
    hier, _ = signaal.neem_op(plek, {"gezien": "De post blijft liggen.", "kern": "Proefdijk", "spoed": spoed})
    with plek.store.read() as lezer:
        invoer = signaal.als_melding(plek, lezer.get(Signaal, hier))
    opgenomen = melding.neem_op(plek, replace(invoer, contactpersoon_id=plek.medewerker.id))
    assert (gezegd.URGENTIE_REDEN in _verteld(plek, opgenomen.melding_id)) is gezegd_is


@pytest.mark.eis("SIG-25")
def test_who_did_not_say_where_they_live_counts_in_the_kern_where_they_came_in(plek: Werkplek) -> None:
    hier, elders = (kern.naam for kern in plek.profiel.kernen[:2])
    sessie_id, _ = spreekuur.begin(plek, NieuwSpreekuur(hier, "Dorpshuis"))
    duur = plek.profiel.lijst("signaal_duur").keuzes[0]
    for kern in [None] * kernpagina.KLEIN + [elders]:
        inloopcontact.noteer(plek, sessie_id, NieuwContact(VRAAG, kern=kern, sinds=duur.sleutel))
    with plek.store.read() as lezer:
        laat = kernpagina.load(plek, lezer, hier).laat
    assert [(een.wat, een.aantal) for een in laat] == [(duur.label, kernpagina.KLEIN)]
