"""A household of which the rights are tried, and who belongs to it."""

from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.services.inwoner import hoofdpersoon
from tests.services.opzet import Dossier


def anna(hier: Dossier) -> Inwoner:
    with hier.plek.store.read() as lezer:
        return hoofdpersoon(lezer, hier.huishouden_id)


def erbij(hier: Dossier, **velden: object) -> Inwoner:
    with hier.plek.store.write() as werk:
        mens = werk.add(Inwoner(id=hier.plek.new_id(), huishouden_id=hier.huishouden_id, **velden))
        werk.commit("test.erbij", hier.huishouden_id)
    return mens
