"""Who they are and who stands around them, key by key: the people, their safety, the network, the mantelzorger."""

from uuid import UUID

from kernnetwerk_app.domain.draagkracht import Draagkracht, Overbelast
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.domain.signaal import Signaal
from tests.werkdag.gesprek_stappen import reads_on_screen
from tests.werkdag.gezin import EIGEN_WOORDEN, KARIN, LEDEN, MEES, VADER_ELDERS, VEILIG
from tests.werkdag.hand import enige, tot
from tests.werkdag.laptop import Laptop
from tests.werkdag.verslag import Verslag


def bewaar(laptop: Laptop, formulier: str) -> None:
    """Hand in a small form and see it go."""
    laptop.hand.klik(f"{formulier}_bewaar")
    laptop.rust()
    laptop.even_later()
    tot(lambda: not laptop.hand.ziet(f"{formulier}_bewaar"), f"Het formulier {formulier} is niet bewaard.")


def naar_deel(laptop: Laptop, huishouden_id: UUID, deel: str, ziet: str) -> None:
    """From the list to the dossier, and there to one of its parts."""
    laptop.open_dossier(huishouden_id)
    laptop.hand.klik(f"naar_{deel}")
    tot(lambda: laptop.hand.ziet(ziet), f"Het deel {deel} van het dossier gaat niet open.")
    laptop.rust()


def leg_gezin_vast(a: Laptop, v: Verslag, huishouden_id: UUID) -> None:
    """Three more people, the gezag over two children, and where the eldest lives the other half of the week."""
    v.stap("Het gezin: een kind met twee huizen en een ouder die er niet bij is")
    naar_deel(a, huishouden_id, "mensen", "voeg_iemand_toe")
    for lid in LEDEN:
        a.hand.klik("voeg_iemand_toe")
        a.hand.kies_woord("rol", lid.rol)
        for veld, tekst in (
            ("geboortedatum", lid.geboren),
            ("voornamen", lid.voornaam),
            ("achternaam", lid.achternaam),
        ):
            a.hand.typ(veld, tekst)
        bewaar(a, "inwoner")
    for kind in LEDEN:
        for ouder in kind.ouders:
            a.hand.klik("nieuw_relaties")
            a.hand.kies_woord("inwoner_id", f"{kind.voornaam} {kind.achternaam}")
            a.hand.typ("ander", ouder)
            a.hand.typ("relatie", "Ouder")
            a.hand.kies_woord("gezag", "ja")
            a.hand.typ("gezag_bron", "Gezagsregister")
            bewaar(a, "relatie")
    a.hand.klik("nieuw_verblijven")
    a.hand.kies_woord("inwoner_id", f"{MEES.voornaam} {MEES.achternaam}")
    a.hand.typ("wanneer", "om de week, vanaf vrijdag")
    a.hand.typ("elders", "bij zijn vader, in een andere plaats")
    bewaar(a, "verblijf")
    with a.sessie.plek.store.read() as lezer:
        leden = lezer.find(Inwoner, huishouden_id=huishouden_id)
        gezag = [r for r in lezer.find(Relatie, huishouden_id=huishouden_id) if r.gezag is Gezag.JA]
    v.klopt(len(leden) == 4, "vier mensen in één huishouden, één keer opgeschreven")
    v.klopt(any(r.ander_naam == VADER_ELDERS for r in gezag), "de vader van Mees woont elders en heeft gezag")
    v.beeld(a.venster(), "mensen", "De mensen: wie bij wie hoort, wie beslist over een kind, en waar Mees nog woont")


def vraag_veiligheid(a: Laptop, v: Verslag, huishouden_id: UUID) -> None:
    """Asked apart behind its own door; what is said there comes on no paper."""
    v.stap("Of iedereen veilig is, achter een eigen deur")
    naar_deel(a, huishouden_id, "vraag", "stap_eerste")
    a.hand.klik("stap_eerste")
    tot(lambda: a.hand.ziet("vraag.waar_het_om_gaat"), "De eerste vraagverheldering gaat niet open.")
    a.rust()
    a.hand.klik("gebied.veiligheid")
    a.hand.klik("open_veiligheid")
    a.hand.vind("veiligheid.zorgen")
    a.rust()
    a.hand.kies("veiligheid.zorgen")
    a.rust()
    a.hand.typ("veiligheid_woorden", VEILIG)
    a.hand.klik("sluit_veiligheid")
    a.rust()
    v.klopt(not reads_on_screen(a, VEILIG), "wat hier is gezegd, staat daarna nergens meer op het scherm")


def teken_netwerk(a: Laptop, v: Verslag, huishouden_id: UUID) -> None:
    """Who stands around them, and where on the map."""
    v.stap("De kaart van het netwerk")
    naar_deel(a, huishouden_id, "netwerk", "zet_iemand_neer")
    for naam, relatie, hulp, doet in (
        (f"{KARIN.voornaam} {KARIN.achternaam}", "Partner", "mantelzorg", "Helpt met wassen en aankleden."),
        ("Oma Truus", "Familielid", "", "Eet op woensdag mee."),
        ("Buurman Sjoerd", "Buur", "burenhulp", "Zet de container buiten."),
    ):
        a.hand.klik("zet_iemand_neer")
        a.hand.typ("ander", naam)
        a.hand.typ("relatie", relatie)
        if hulp:
            a.hand.kies_woord("hulpsoort", hulp)
        a.hand.typ("doet_nu", doet)
        a.hand.kies_woord("bereid", "ja")
        bewaar(a, "netwerkpersoon")
    with a.sessie.plek.store.read() as lezer:
        op_kaart = [r for r in lezer.find(Relatie, huishouden_id=huishouden_id) if r.doet]
    v.klopt(len(op_kaart) == 3, "drie mensen op de kaart, met wat zij doen")
    v.klopt(not any(r.mag_benaderd for r in op_kaart), "niemand van hen wordt gebeld: daar is nog geen ja voor")
    v.beeld(a.venster(), "netwerk", "Het netwerk: wie er is, hoe dichtbij, en wat ieder doet")


def meet_mantelzorger(a: Laptop, v: Verslag, huishouden_id: UUID) -> None:
    """Her own story, which the resident does not read, and how long she can go on."""
    v.stap("De mantelzorger zit dicht bij haar grens")
    a.hand.klik("naar_mantelzorg")
    tot(lambda: a.hand.ziet("meet"), "De pagina van de mantelzorger gaat niet open.")
    a.rust()
    a.hand.klik("eigen_verhaal")
    a.hand.typ("gesprek_met", "Karin en Sanne")
    a.hand.typ("eigen_woorden", EIGEN_WOORDEN)
    a.hand.typ("grenzen", "Tillen gaat niet meer.")
    bewaar(a, "mantelzorg")
    a.hand.klik("meet")
    a.hand.kies_woord("meter", "de mantelzorger zelf")
    a.hand.kies_woord("volhoudtijd", "een paar weken")
    a.hand.typ("draaglast", "De nachten, en het tillen.")
    a.hand.typ("instrument", "EDIZ")
    a.hand.kies_woord("overbelast", "het dreigt te veel te worden")
    bewaar(a, "draagkracht")
    with a.sessie.plek.store.read() as lezer:
        meting = enige(lezer.find(Draagkracht), "meting")
        signaal = enige(lezer.find(Signaal, huishouden_id=huishouden_id), "signaal")
    v.klopt(
        (meting.volhoudtijd, meting.overbelast) == ("weken", Overbelast.DREIGT), "zij houdt het nog een paar weken vol"
    )
    v.klopt(
        signaal.id == meting.signaal_id and signaal.stap_datum is not None,
        "dat is nu een signaal met een volgende stap, zonder haar naam",
    )
    v.beeld(a.venster(), "mantelzorger", "De mantelzorger heeft een eigen verhaal, en een grens die iemand ziet")
