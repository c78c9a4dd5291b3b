"""What a newer program put ready, on a laptop with an older one."""

import pytest

from kernnetwerk_app.domain.bezorging import Bezorging
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.operation import Operation, OpId
from kernnetwerk_app.oplog.units import encode
from kernnetwerk_app.services import bezorging, dossier
from tests.services.opzet import Dossier
from tests.services.stukken_opzet import wacht
from tests.services.test_bezorging import verslag, zet_klaar

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_kind_of_paper_that_this_program_does_not_know_yet_stays_in_the_log_and_breaks_no_list(hier: Dossier) -> None:
    """As an older laptop gets what a newer one put ready."""
    zet_klaar(hier, verslag(hier))
    nieuw = wacht(hier)[0].bezorging.model_copy(update={"id": hier.plek.new_id()})
    eenheden = {nummer: encode(nieuw, nummer) for nummer in range(1, 10)}
    eenheden[2] = codec.dumps(["papier van morgen", *codec.rij(codec.loads(eenheden[2]))[1:]])
    with hier.plek.store.write() as werk:
        werk.receive(
            [
                Operation(OpId(2, n), n, hier.plek.new_id(), 1, Bezorging.soort, nieuw.id, nummer, (), waarde)
                for n, (nummer, waarde) in enumerate(eenheden.items(), 1)
            ]
        )
        werk.commit("sync.ronde")
    assert len(wacht(hier)) == 1
    with hier.plek.store.read() as lezer:
        assert len(bezorging.load(hier.plek, lezer, hier.huishouden_id).te_bezorgen) == 1
        assert len(bezorging.bundel(hier.plek, lezer, hier.plek.vandaag)) == 1
        assert dossier.load(hier.plek, lezer, hier.huishouden_id)
        assert lezer.koppen(nieuw.id)[2][0].waarde == eenheden[2]
