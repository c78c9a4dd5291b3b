"""What stands in a form about people and is no choice any more: it stays, whatever else is saved."""

from uuid import UUID

from kernnetwerk_app.domain.base import VoorWie
from kernnetwerk_app.domain.bijlage import Bijlage, Inhoud, Vorm
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.medewerker import Functie, Medewerker
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.domain.verblijf import Verblijf
from kernnetwerk_app.services import bijlage, mensen, onderzoek, samenvoeging
from kernnetwerk_app.services.planmaker import PLANMAKER
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.forms.bijlage_forms import BijlageForm
from kernnetwerk_app.ui.forms.onderzoek_forms import WieForm
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.mensen import MensenScreen
from tests.factories import nieuwe_melding
from tests.services.opzet import Dossier
from tests.services.test_onderzoek import beeld as onderzoekbeeld
from tests.ui.schermen import Rust
from tests.ui.test_mensen import DINSDAG, beeld, maak, vul_in
from tests.ui.test_mensen import scherm as scherm
from tests.ui.toetsen import druk, kies


def test_of_whom_and_where_stays_whatever_else_i_save_when_that_one_moved_out_or_went_up_in_another(
    scherm: MensenScreen, plek: Werkplek, huishouden_id: UUID, rust: Rust
) -> None:
    """What is no choice any more is still what stands there."""
    maak(plek, Inwoner, huishouden_id, voornamen="Mia", achternaam="Proef", rol=RolInHuishouden.KIND)
    mia = beeld(plek, huishouden_id).leden[1].inwoner
    blijft, gaat_op = sorted(nieuwe_melding(plek).huishouden_id for _ in range(2))
    maak(plek, Relatie, huishouden_id, inwoner_id=mia.id, ander_naam="Riet Proef", gezag=Gezag.JA, gezag_datum=DINSDAG)
    maak(plek, Verblijf, huishouden_id, inwoner_id=mia.id, elders_id=gaat_op, wanneer="om de week")
    wie = [beeld(plek, huis).leden[0].inwoner.id for huis in (blijft, gaat_op)]
    assert samenvoeging.voeg_samen(plek, *wie)[0] == blijft
    weg = beeld(plek, huishouden_id).bases[mia.id]
    mensen.leg_vast(plek, Inwoner, huishouden_id, {"vertrokken_datum": DINSDAG}, mia, weg)
    scherm.refresh()
    rust()
    (band,), (elders,) = beeld(plek, huishouden_id).relaties, beeld(plek, huishouden_id).verblijven
    for rij, naam, doe in (
        (f"relatie_{band.id}", "relatie", lambda: kies("doet", "Planmaker")),
        (f"verblijf_{elders.verblijf.id}", "verblijf", lambda: vul_in("wanneer", "elk weekend")),
    ):
        druk(scherm, rij)
        rust()
        doe()
        druk(scherm, f"{naam}_bewaar")
        rust()
    (band,), (elders,) = beeld(plek, huishouden_id).relaties, beeld(plek, huishouden_id).verblijven
    assert (band.inwoner_id, band.gezag, band.rol) == (mia.id, Gezag.JA, PLANMAKER)
    nu = elders.verblijf
    assert (nu.inwoner_id, nu.elders_id, nu.wanneer) == (mia.id, gaat_op, "elk weekend")


def test_for_whom_a_bijlage_is_and_who_carries_out_an_onderzoek_stay_when_these_are_no_choice_any_more(
    omgeving: Omgeving, dossier: Dossier, rust: Rust
) -> None:
    """A paper of one who moved out is not handed to another of the house by putting a word of it right."""
    plek, hier = dossier.plek, dossier.huishouden_id
    mia, weg = plek.new_id(), plek.new_id()
    with plek.store.write() as werk:
        werk.add(Inwoner(id=mia, huishouden_id=hier, voornamen="Mia", vertrokken_datum=DINSDAG))
        werk.add(Medewerker(id=weg, naam="Truus Proef", functie=Functie.BEHEERDER))
        werk.commit("proef.geplant", hier)
    een = bijlage.neem_op(plek, hier, Inhoud(Vorm.FOTO, b"beeld", 1))[0]
    onderzoek.schrijf(plek, onderzoekbeeld(dossier), {"uitvoerder_id": weg})
    with plek.store.read() as lezer:
        record, bases = lezer.get(Bijlage, een), lezer.bases(een)
    bijlage.beschrijf(plek, record, bases, {"voor_wie": VoorWie.PERSOON, "inwoner_id": mia})
    with plek.store.read() as lezer:
        bijlagen, record = bijlage.load(plek, lezer, hier), lezer.get(Bijlage, een)
    beelden = onderzoekbeeld(dossier)
    assert weg not in {collega.id for collega in beelden.collegas}
    vormen = BijlageForm(omgeving, bijlagen, record), WieForm(omgeving, beelden)
    rust()
    gelezen = [form.fields.read() or {} for form in vormen]
    assert [gelezen[0]["inwoner_id"], gelezen[1]["uitvoerder_id"]] == [mia, weg]
