"""A dossier with something on each of its papers: a gesprek, an onderzoek, a plan, a network, a mantelzorger."""

from datetime import timedelta

from kernnetwerk_app.domain.bezorging import Bezorgwijze, Stuk, Stuksoort
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import EigenPlan, Melding
from kernnetwerk_app.domain.plan import Akkoord, Wie
from kernnetwerk_app.domain.relatie import FORMEEL, MANTELZORG, Kring, Relatie
from kernnetwerk_app.domain.verzoek import Uitkomst, Verzoek, Verzoeksoort
from kernnetwerk_app.services import (
    bezorging,
    bezorglijst,
    contact,
    deelname,
    mantelzorg,
    mensen,
    onderzoek,
    plan,
    stukken,
    verzoek,
)
from kernnetwerk_app.services.bezorglijst import Bezorgregel
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.lezers import Lezend
from kernnetwerk_app.services.stukken import Keuzestuk
from kernnetwerk_app.services.werkplek import Werkplek
from tests.services.opzet import Dossier, begin_dossier, gelezen


def gevuld_dossier(plek: Werkplek) -> Dossier:
    hier = begin_dossier(plek)
    vul(hier)
    return hier


def vul(hier: Dossier) -> None:
    """What somebody would have told and agreed after one afternoon."""
    hier.typ("vraag.waar_het_om_gaat", "Het is stil sinds mijn man er niet meer is.")
    hier.typ("sociaal_netwerk.goed", "Mijn zus belt elke avond.")
    hier.typ("sociaal_netwerk.lastig", "De dinsdag duurt lang.")
    plek, doel = hier.plek, hier.doel()
    plan.add_afspraak(plek, doel, "Ik bel de eettafel.", Wie.INWONER, wanneer="deze week")
    plan.add_afspraak(plek, doel, "Samen met de bus naar de zaal.", Wie.NETWERK, "Buurvrouw Riet", "elke dinsdag")
    plan.add_afspraak(plek, doel, "Meegaan naar de zaal.", Wie.VRIJWILLIGER, "Piet de Vries", "de eerste keer")
    plan.add_afspraak(plek, doel, "Helpen bij de post.", Wie.PROFESSIONAL, "Lotte Bakker", "elke week")
    plan.add_stap(plek, doel, "De dienstregeling halen")
    nee = next(a for d in hier.plan().doelen for a in d.afspraken if a.wie is Wie.PROFESSIONAL)
    hier.wijzig(nee, organisatie="Welzijn Proefdijk")
    plan.add_afspraak(plek, doel, "Elke dag gebeld worden.", Wie.PROFESSIONAL, "De alarmlijn")
    nee = next(a for d in hier.plan().doelen for a in d.afspraken if a.wie_naam == "De alarmlijn")
    hier.wijzig(nee, akkoord=Akkoord.NIET_AKKOORD, opmerking="Dat wil ik niet.")
    _mensen(hier)
    _onderzoek(hier)


def _mensen(hier: Dossier) -> None:
    with hier.plek.store.read() as lezer:
        anna = lezer.find(Inwoner, huishouden_id=hier.huishouden_id)[0]
    for velden in (
        {
            "ander_naam": "Karin Voorbeeld",
            "relatie": "zoon_dochter",
            "hulpsoort": MANTELZORG,
            "telefoon": "0612345678",
            "mag_benaderd": True,
            "kring": Kring.DICHTBIJ,
            "plaats": 1,
        },
        {"ander_naam": "Dokter Visser", "relatie": "huisarts", "hulpsoort": FORMEEL, "telefoon": "0201112233"},
        {"ander_naam": "Buurman Klaas", "relatie": "buur", "telefoon": "0698765432", "doet": "zet de bak buiten"},
    ):
        mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, {"inwoner_id": anna.id, **velden})
    with hier.plek.store.read() as lezer:
        wie = next(m for m in mantelzorg.load(hier.plek, lezer, hier.huishouden_id).mantelzorgers)
    eigen = {
        "eigen_woorden": "Ik slaap slecht.",
        "taken": "De was\nDe boodschappen",
        "grenzen": "Niet in het weekend",
    }
    mantelzorg.schrijf(hier.plek, wie, eigen)


def _onderzoek(hier: Dossier) -> None:
    plek = hier.plek

    def beeld() -> onderzoek.OnderzoekBeeld:
        with plek.store.read() as lezer:
            return onderzoek.load(plek, lezer, hier.huishouden_id, hier.melding_id)

    kopje = next(iter(beeld().lijsten.values())).kopjes[0]
    onderzoek.kies(plek, hier.melding_id, kopje, "past")
    velden = {
        "nu": "Weer onder de mensen.",
        "verandert": "De trap wordt zwaarder.",
        "eigen_plan_gebruikt": "Als begin.",
    }
    onderzoek.schrijf(plek, beeld(), velden)
    with plek.store.write() as werk:
        werk.change(werk.get(Melding, hier.melding_id), eigen_plan=EigenPlan.PERSOONLIJK, eigen_plan_datum=plek.vandaag)
        werk.commit("melding.eigen_plan", hier.huishouden_id)
    for regel in beeld().gesprekken[:1]:
        erbij = {"inwoner_erbij": True, "naasten": "Karin Voorbeeld", "naasten_gewenst": True}
        deelname.leg_vast(plek, hier.huishouden_id, erbij, regel)


def beantwoord_verzoek(hier: Dossier, **van: object) -> Stuk:
    """The answer to a request of the resident, or of who else is named, as a paper."""
    with hier.plek.store.read() as lezer:
        anna = hoofdpersoon(lezer, hier.huishouden_id)
    velden = {"verzoek": Verzoeksoort.VERBETEREN, "waarover": "Het huisnummer."}
    verzoek.neem_op(hier.plek, hier.huishouden_id, velden | (van or {"inwoner_id": anna.id}))
    with hier.plek.store.read() as lezer:
        een = lezer.find(Verzoek, huishouden_id=hier.huishouden_id)[-1]
        bases = lezer.bases(een.id)
    verzoek.beantwoord(hier.plek, een, bases, Uitkomst.NIET, "Het nummer klopt volgens de BRP.")
    return Stuk(Stuksoort.ANTWOORD, hier.huishouden_id, een.id)


def papieren_opzet(hier: Dossier) -> None:
    """Papers that wait, one of them late, one that was given, and a visit of today that asks for more."""
    vul(hier)
    plek, gisteren = hier.plek, hier.plek.vandaag - timedelta(days=1)
    contact.plan_bezoek(plek, hier.huishouden_id, plek.vandaag)
    for soort, uiterlijk in ((Stuksoort.VERSLAG, gisteren), (Stuksoort.WIE_IS_WIE, None), (Stuksoort.GIDS, None)):
        stuk = papieren(hier)[soort].stuk
        bezorging.zet_klaar(plek, stuk, lezers(hier, stuk)[0], {"wijze": Bezorgwijze.POST, "uiterlijk": uiterlijk})
    with plek.store.read() as lezer:
        laatste = bezorglijst.te_bezorgen(lezer, hier.huishouden_id)[-1]
    bezorging.bezorg(plek, laatste)


def papieren(hier: Dossier) -> dict[Stuksoort, Keuzestuk]:
    """What can be made of this dossier now."""
    with hier.plek.store.read() as lezer:
        return {een.stuk.soort: een for een in stukken.keuze(hier.plek, lezer, hier.huishouden_id)}


def lezers(hier: Dossier, stuk: Stuk) -> tuple[Lezend, ...]:
    with hier.plek.store.read() as lezer:
        return stukken.lezers(hier.plek, lezer, stuk)


def wacht(hier: Dossier) -> tuple[Bezorgregel, ...]:
    """What still has to be brought."""
    with hier.plek.store.read() as lezer:
        return bezorglijst.te_bezorgen(lezer, hier.huishouden_id)


def tekst_van(hier: Dossier, soort: Stuksoort, nummer: int = 0) -> str:
    """The words of this paper for the `nummer`th of its readers, as one selects them."""
    stuk = papieren(hier)[soort].stuk
    return gelezen(stukken.maak(hier.plek, stuk, lezers(hier, stuk)[nummer], frozenset()))
