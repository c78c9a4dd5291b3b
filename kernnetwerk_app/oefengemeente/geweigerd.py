"""One change of this laptop that the practice server does not take, so that one can see what happens then.

An earlier version of the program, it goes, wrote an hour without its seconds. This laptop reads that and shows it; the
server takes an hour in one form only and keeps the change apart (Decided once 13). Nothing of it is lost.
"""

from datetime import time

from kernnetwerk_app.domain.base import eenheden
from kernnetwerk_app.domain.contact import Contact, ContactStatus
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.units import decode, encode
from kernnetwerk_app.store.casestore import CaseStore

UUR = time(10, 30)
"""The hour that one finds back in the dossier, and not at a colleague."""


def write(store: CaseStore) -> bool:
    """Write it in the latest planned visit of a day to come; False when there is none."""
    eenheid = next(nummer for nummer, velden in eenheden(Contact).items() if "tijd_van" in velden)
    with store.write() as werk:
        gepland = werk.find(Contact, status=ContactStatus.GEPLAND)
        later = [c for c in gepland if c.huishouden_id is not None and c.datum > store.klok.vandaag()]
        if not later:
            return False
        bezoek = max(later, key=lambda contact: (contact.datum, contact.id))
        waarden = decode(Contact, eenheid, encode(bezoek, eenheid)) | {"tijd_van": UUR.isoformat("minutes")}
        bases = werk.bases(bezoek.id).get(eenheid, ())
        werk.keep_typing(Contact.soort, bezoek.id, eenheid, codec.dumps(list(waarden.values())), bases)
        werk.seal(bezoek.id, eenheid)
        werk.commit("contact.geschreven", bezoek.huishouden_id)
    return True
