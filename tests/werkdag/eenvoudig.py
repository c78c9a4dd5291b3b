"""One simple question, from melding to signed plan, with everything a person gives counted: the budget of issue 4."""

from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import Ondertekening
from tests.werkdag import invoer
from tests.werkdag.budget import MEEST_GETYPT, MEEST_HANDELINGEN, MEEST_INVOEREN
from tests.werkdag.gesprek_stappen import KRABBEL
from tests.werkdag.hand import enige, klopt, tot
from tests.werkdag.laptop import Laptop
from tests.werkdag.verslag import Verslag

VRAAG = "Hoe kom ik weer bij de kaartclub, nu ik niet meer fiets?"
GOED = "Ik ken de hele club al twintig jaar."
WENS = "Ik wil elke week naar de kaartclub."
REGEL = "Mijn buurman Piet haalt mij op."
SCHILDWOORDEN = ("bij de kaartclub", "buurman Piet", "Eenvoud")


def speel(a: Laptop, v: Verslag, kern: str) -> None:
    """Nothing is left out that the plan needs: who, where, what goes well, what is wished, who does what."""
    v.stap("Eén eenvoudige vraag, van melding tot handtekening, en alles wat u daarvoor invult geteld")
    with invoer.count() as gegeven:
        _melding(a, kern)
        _gesprek(a)
        laatste = _plan(a, gegeven)
        handelingen = gegeven.gedaan[laatste:]
        _teken(a)
    totaal = v.totaal
    totaal.invoeren_eenvoudige_vraag, totaal.waarvan_getypt = gegeven.aantal, len(gegeven.getypt)
    totaal.handelingen_van_doel_naar_tekenen = len(handelingen)
    with a.sessie.plek.store.read() as lezer:
        melding = enige([m for m in lezer.find(Melding) if m.vraag == VRAAG], "melding met deze vraag")
        getekend = enige(lezer.find(Ondertekening, huishouden_id=melding.huishouden_id), "handtekening")
    klopt(getekend.strepen is not None, "De handtekening is niet bewaard.")
    check_budget(gegeven, handelingen)
    v.klopt(True, f"{gegeven.aantal} invoeren, waarvan {len(gegeven.getypt)} getypt: {', '.join(gegeven.getypt)}")
    v.klopt(True, f"gekozen: {', '.join(gegeven.gekozen)}")
    v.klopt(True, f"van het laatste doel naar tekenen: {', '.join(handelingen)}")


def check_budget(gegeven: invoer.Invoer, handelingen: list[str]) -> None:
    """Refuse one question too many for one simple wish; `handelingen` from the last goal to signing. Nothing counted
    at all is a counter that does not look.
    """
    klopt(
        len(gegeven.getypt) < gegeven.aantal <= MEEST_INVOEREN and 0 < len(gegeven.getypt) <= MEEST_GETYPT,
        f"Te veel invoer: getypt {gegeven.getypt}, gekozen {gegeven.gekozen}.",
    )
    klopt(0 < len(handelingen) <= MEEST_HANDELINGEN, f"Te veel handelingen van doel naar tekenen: {handelingen}.")


def _melding(a: Laptop, kern: str) -> None:
    a.hand.klik("rail.melding")
    for veld, tekst in (
        ("vraag", VRAAG),
        ("voornamen", "Corrie"),
        ("achternaam", "Eenvoud"),
        ("straat", "Bedachte Weg"),
        ("huisnummer", "1"),
    ):
        a.hand.typ(veld, tekst)
    a.hand.klik("neem_aan")
    tot(lambda: a.hand.ziet("dossier"), "Na de melding gaat het dossier niet open.")
    a.rust()


def _gesprek(a: Laptop) -> None:
    a.hand.klik("verder")
    tot(lambda: a.hand.ziet("gebied.sociaal_netwerk"), "Het gesprek gaat niet open.")
    a.rust()
    a.hand.klik("gebied.sociaal_netwerk")
    a.rust()
    a.hand.typ("sociaal_netwerk.goed", GOED)
    a.hand.typ("sociaal_netwerk.wens", WENS)
    a.hand.klik("naar_plan")
    tot(lambda: a.hand.ziet("wens1"), "De wens uit het gesprek staat niet klaar als doel.")
    a.rust()


def _plan(a: Laptop, gegeven: invoer.Invoer) -> int:
    """Give the goal and read the plan together; how many acts there were when the last goal stood."""
    a.hand.klik("wens1")
    a.hand.vind("doel1.nieuwe_regel")
    a.rust()
    laatste = len(gegeven.gedaan)
    a.hand.typ("doel1.nieuwe_regel", REGEL)
    a.hand.klik("lees_samen_door")
    tot(lambda: a.hand.ziet("nagaan.alles_niet"), "Er wordt niet gevraagd wat er nog meer kan.")
    a.rust()
    a.hand.klik("nagaan.alles_niet")
    tot(lambda: a.hand.ziet("keuze.eens"), "Het scherm om te tekenen gaat niet open.", 60)
    a.rust()
    return laatste


def _teken(a: Laptop) -> None:
    tot(lambda: a.hand.vind("keuze.eens").isEnabled(), "De keuzes blijven dicht.")
    a.hand.klik("keuze.eens")
    a.hand.teken("handtekening", KRABBEL)
    a.hand.klik("klaar")
    tot(lambda: a.hand.ziet("bekijk"), "De handtekening is niet bewaard.", 60)
    a.rust()
    a.hand.klik("klaar")
    tot(lambda: a.hand.ziet("rail.melding"), "Na het tekenen komt het dossier niet terug.")
    a.rust()
