"""Each asks only for help that is theirs to ask for: whose it is follows from the law of the line and who decides."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

import pytest

from kernnetwerk_app.domain.aanvraag import AanvraagVanEenAnder, AanvraagZonderMachtiging
from kernnetwerk_app.domain.aanvrager import Vrager
from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze, Ondertekening
from kernnetwerk_app.domain.papiervorm import Leeshulp
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.services import mensen, ondertekening, stukken
from kernnetwerk_app.services.ondertekening import Tekenvraag
from tests.services.aanvraag_opzet import HULP, VRAAG, aanvragen, beeld_van, met_hulp, teken_met
from tests.services.opzet import STREPEN, Dossier, gelezen
from tests.services.rechten_opzet import anna, erbij
from tests.services.stukken_opzet import lezers

pytestmark = pytest.mark.usefixtures("qapp")

GROOT = frozenset({Leeshulp.GROOT})
JEUGD = "Elke week een uur met Mia mee."
ANNA, BRAM, MIA, SJOERD = "Anna Voorbeeld-Jansen", "Bram Elders", "Mia Voorbeeld", "Sjoerd Proef"


@dataclass(frozen=True)
class Gezin:
    """Anna has a plan with help for herself and youth help; Bram lives elsewhere; Sjoerd is her partner."""

    hier: Dossier
    mia: Inwoner
    sjoerd: Inwoner
    versie: PlanVersie
    hulp: UUID
    jeugd: UUID

    def vraag(self, wie: str, als: Hoedanigheid, *regels: UUID, **velden: object) -> Ondertekening:
        ids = {ANNA: anna(self.hier).id, MIA: self.mia.id, SJOERD: self.sjoerd.id}
        vraag = replace(VRAAG, naam=wie, hoedanigheid=als, inwoner_id=ids.get(wie), vraagt_aan=regels)
        return teken_met(self.hier, self.versie, replace(vraag, **velden))  # type: ignore[arg-type]

    def mag(self, regel: UUID, wie: str, als: Hoedanigheid, **velden: object) -> bool:
        al = len(aanvragen(self.hier))
        try:
            self.vraag(wie, als, regel, **velden)
        except AanvraagVanEenAnder:
            return False
        assert len(aanvragen(self.hier)) == al + 1
        return True


def _gezag(hier: Dossier, kind: Inwoner, ander: Inwoner | str, gezag: Gezag) -> None:
    wie = {"ander_naam": ander} if isinstance(ander, str) else {"ander_id": ander.id}
    with hier.plek.store.write() as werk:
        nummer = hier.plek.new_id()
        werk.add(Relatie(id=nummer, huishouden_id=hier.huishouden_id, inwoner_id=kind.id, gezag=gezag, **wie))
        werk.commit("test.gezag", hier.huishouden_id)


@pytest.fixture
def gezin(hier: Dossier) -> Callable[..., Gezin]:
    def maak(jaar: int = 2014, **gezag: Gezag) -> Gezin:
        mia = erbij(
            hier, voornamen="Mia", achternaam="Voorbeeld", rol=RolInHuishouden.KIND, geboortedatum=f"{jaar}-02-01"
        )
        sjoerd = erbij(hier, voornamen="Sjoerd", achternaam="Proef", rol=RolInHuishouden.PARTNER)
        wie: dict[str, Inwoner | str] = {"anna": anna(hier), "bram": BRAM, "sjoerd": sjoerd}
        for naam, heeft in gezag.items():
            _gezag(hier, mia, wie[naam], heeft)
        hulp = met_hulp(hier)
        jeugd = met_hulp(hier, JEUGD, "De jeugdhulp", wet="jeugdwet")
        return Gezin(hier, mia, sjoerd, hier.versie(), hulp.id, jeugd.id)

    return maak


def test_each_asks_only_for_help_that_is_theirs(gezin: Callable[..., Gezin]) -> None:
    """Of a child of thirteen whose father elsewhere has the gezag, and whose mother does not."""
    thuis = gezin(bram=Gezag.JA, anna=Gezag.NEE)
    wie = beeld_van(thuis.hier, thuis.versie).aanvragers(None)
    for naam, als, hulp, jeugd in (
        (ANNA, Hoedanigheid.INWONER, True, False),
        (MIA, Hoedanigheid.INWONER, False, True),
        (BRAM, Hoedanigheid.OUDER, False, True),
        (SJOERD, Hoedanigheid.INWONER, False, False),
        ("Lies Proef", Hoedanigheid.OUDER, False, False),
        ("Lies Proef", Hoedanigheid.MENTOR, True, False),
        ("Lies Proef", Hoedanigheid.CURATOR, True, False),
        ("Lies Proef", Hoedanigheid.GEMACHTIGDE, True, False),
        ("Lies Proef", Hoedanigheid.BEWINDVOERDER, False, False),
        ("Lies Proef", Hoedanigheid.ANDERS, False, False),
        ("mevrouw A. Jansen", Hoedanigheid.INWONER, True, False),
    ):
        vrager = Vrager(None, naam, als)
        assert (wie[thuis.hulp].mag(vrager), wie[thuis.jeugd].mag(vrager)) == (hulp, jeugd), (naam, als)
    for naam, als, regel in ((ANNA, Hoedanigheid.INWONER, thuis.jeugd), (MIA, Hoedanigheid.INWONER, thuis.hulp)):
        with pytest.raises(AanvraagVanEenAnder):
            thuis.vraag(naam, als, regel)
        with pytest.raises(AanvraagVanEenAnder):
            thuis.vraag(naam, als, regel, op_papier=thuis.hier.plek.vandaag)
    assert aanvragen(thuis.hier) == []
    thuis.vraag(ANNA, Hoedanigheid.INWONER, thuis.hulp)
    assert thuis.mag(thuis.jeugd, BRAM, Hoedanigheid.OUDER)


def test_a_partner_who_is_authorised_asks_for_what_the_resident_may(gezin: Callable[..., Gezin]) -> None:
    thuis = gezin(bram=Gezag.JA, anna=Gezag.JA)
    with pytest.raises(AanvraagZonderMachtiging):
        thuis.mag(thuis.hulp, SJOERD, Hoedanigheid.PARTNER)
    hoe = {"namelijk": "Anna zei het vandaag.", "inwoner_id": None}
    assert thuis.mag(thuis.hulp, SJOERD, Hoedanigheid.PARTNER, **hoe)
    assert thuis.mag(thuis.jeugd, SJOERD, Hoedanigheid.PARTNER, **hoe), "Anna has the gezag (Awb art. 2:1)"


@pytest.mark.parametrize(("jaar", "kind", "ouder"), [(2016, False, True), (2014, True, True), (2010, True, False)])
def test_of_youth_help_the_age_of_the_child_tells_who_asks(
    gezin: Callable[..., Gezin], jaar: int, kind: bool, ouder: bool
) -> None:
    """2027: eleven, thirteen and seventeen, who decides alone and has a place of their own to sign."""
    thuis = gezin(jaar, anna=Gezag.JA, bram=Gezag.JA)
    plekken = gelezen(ondertekening.load_versie_pdf(thuis.hier.plek, thuis.versie.id)).split("Reactie van ")
    van = {naam: next((vak for vak in plekken if vak.startswith(naam)), "") for naam in (MIA, BRAM)}
    assert (JEUGD in van[MIA], JEUGD in van[BRAM]) == (kind, ouder)
    assert thuis.mag(thuis.jeugd, MIA, Hoedanigheid.INWONER) is kind
    if not kind:
        assert thuis.mag(thuis.jeugd, ANNA, Hoedanigheid.INWONER) is ouder
    elif not ouder:
        assert {een.afspraak_id for een in aanvragen(thuis.hier)} == {thuis.jeugd}
        assert not beeld_van(thuis.hier, thuis.versie).aanvragers(None)[thuis.jeugd].zonder_gezag


def test_where_the_gezag_is_not_known_help_for_a_child_does_not_wait_for_it(gezin: Callable[..., Gezin]) -> None:
    """But who is known not to have it does not ask."""
    thuis = gezin(2016, sjoerd=Gezag.NEE)
    assert not thuis.mag(thuis.jeugd, SJOERD, Hoedanigheid.OUDER)
    assert not thuis.mag(thuis.jeugd, MIA, Hoedanigheid.INWONER), "eleven"
    assert f"Met deze handtekening vraag ik aan: Hulp in huis: {HULP} De jeugdhulp: {JEUGD}" in gelezen(
        ondertekening.load_versie_pdf(thuis.hier.plek, thuis.versie.id)
    )
    assert thuis.mag(thuis.jeugd, BRAM, Hoedanigheid.OUDER)


def test_of_a_line_that_is_gone_everybody_who_decides_may_ask_as_before(gezin: Callable[..., Gezin]) -> None:
    thuis = gezin(bram=Gezag.JA)
    with thuis.hier.plek.store.read() as lezer:
        regel = lezer.get(type(met_hulp(thuis.hier, "Nog iets.", "Iemand")), thuis.hulp)
    thuis.hier.wijzig(regel, wet=None)
    assert thuis.mag(thuis.hulp, BRAM, Hoedanigheid.OUDER)


def test_paper_has_boxes_only_in_the_place_of_who_may_tick_them(gezin: Callable[..., Gezin]) -> None:
    thuis = gezin(anna=Gezag.NEE, bram=Gezag.JA)
    _, eigen, *rest = gelezen(ondertekening.load_versie_pdf(thuis.hier.plek, thuis.versie.id)).split("Reactie van ")
    assert (HULP in eigen, JEUGD in eigen) == (True, False)
    assert [(HULP in vak, JEUGD in vak.split("Wil nog iemand")[0]) for vak in rest] == [(False, True)] * 2
    *_, open_ = rest[-1].split("Wil nog iemand anders reageren?")
    assert "vraag ik aan" not in open_
    assert JEUGD not in open_
    getekend = thuis.vraag(ANNA, Hoedanigheid.INWONER).pdf
    assert getekend is not None
    onder = gelezen(getekend).split("Reactie van ")[-1]
    assert f"{HULP} · dit vraag ik nu niet aan" in onder
    assert JEUGD not in onder, "it was not hers to ask for"


@pytest.mark.eis("TAAL-03")
def test_the_signed_plan_in_another_form_tells_who_reacted_and_asks_nobody_to_sign(gezin: Callable[..., Gezin]) -> None:
    thuis = gezin(anna=Gezag.JA, bram=Gezag.JA)
    plek, huis = thuis.hier.plek, thuis.hier.huishouden_id
    thuis.vraag(ANNA, Hoedanigheid.INWONER, thuis.hulp, keuze=Keuze.GEZIEN, reactie="Ik wil een vast iemand.")
    plek.klok.advance(timedelta(days=1))
    laatste = thuis.vraag(MIA, Hoedanigheid.INWONER, thuis.jeugd, op_papier=plek.vandaag)
    stuk = Stuk(Stuksoort.GETEKEND, huis, laatste.id)
    papier, dag = stukken.papier(plek, stuk), datum_lang(thuis.versie.datum, jaar=True)
    for hulp in (Leeshulp.GROOT, Leeshulp.CONTRAST, Leeshulp.BEELD, Leeshulp.VOORLEZEN):
        woorden = gelezen(papier.maak(frozenset({hulp})))
        for zin in (
            f"{ANNA} tekende op {dag} om ",
            "als inwoner. Gekozen: Ik heb het plan gezien en heb opmerkingen",
            "Reactie: “Ik wil een vast iemand.”",
            f"Aangevraagd: Hulp in huis: {HULP}",
            f"{MIA} tekende op papier, op {datum_lang(plek.vandaag, jaar=True)}, als inwoner.",
            f"Aangevraagd: De jeugdhulp: {JEUGD}",
            "Bram Elders heeft nog niet getekend. Dat houdt niets tegen.",
            "De handtekeningen staan op het gewone blad.",
        ):
            assert zin in woorden
        assert "U hoeft niet te tekenen" not in woorden
        assert "vraagt u nu niets meer aan" not in woorden
    kaal = gelezen(ondertekening.load_versie_pdf(plek, thuis.versie.id, frozenset({Leeshulp.GROOT})))
    assert "vast iemand" not in kaal, "who may not read what was said gets the version without it"
    eigen = gelezen(stukken.papier(plek, replace(stuk, soort=Stuksoort.PLAN, van_id=thuis.versie.id)).maak(GROOT))
    assert "vast iemand" in eigen, "what one said oneself"
    boven, onder = eigen.split("Wie reageerde op dit plan")[1].split(f"Reactie van {ANNA}")
    assert MIA not in boven + onder
    assert (JEUGD in boven, JEUGD in onder) == (True, False), "nor what another asked for, as if she had"
    assert "U hoeft niet te tekenen" not in eigen
    assert "Tekenen kan nog, op het gewone blad" in gelezen(papier.maak(GROOT))
    thuis.hier.doel("Ik wil ook naar buiten.")
    thuis.hier.versie()
    assert "Tekenen kan nog" not in gelezen(papier.maak(GROOT)), "there is a newer one to sign"


def test_each_reads_in_large_letters_what_they_said_themselves_and_nothing_under_another_name(hier: Dossier) -> None:
    """A partner at home signed as *inwoner*, by name; a mentor and the resident reacted too."""
    plek = hier.plek
    erbij(hier, voornamen="Piet", achternaam="Proef", rol=RolInHuishouden.PARTNER)
    feiten = {"inwoner_id": anna(hier).id, "aard": Aard.MENTORSCHAP, "naam": "Mia Mentor", "begin_datum": plek.vandaag}
    mensen.leg_vast(plek, Bijzonderheid, hier.huishouden_id, feiten | {"bron": "uitspraak"})
    hier.doel()
    versie = hier.versie()
    gezegd = {
        "Dit zei de partner.": ("Piet Proef", Hoedanigheid.INWONER),
        "Dit zei de mentor.": ("Mia Mentor", Hoedanigheid.MENTOR),
        "Dit zei zij zelf.": ("A. Voorbeeld", Hoedanigheid.INWONER),
    }
    for woorden, (naam, als) in gezegd.items():
        ondertekening.teken(plek, versie.id, Tekenvraag(Keuze.GEZIEN, woorden, naam, als, STREPEN))
    stuk = Stuk(Stuksoort.PLAN, hier.huishouden_id, versie.id)
    mentor, zelf = lezers(hier, stuk)
    assert (mentor.naam, zelf.is_ander) == ("Mia Mentor, mentor", False)
    for wie, eigen in ((mentor, "Dit zei de mentor."), (zelf, "Dit zei zij zelf.")):
        papier = gelezen(stukken.maak(plek, stuk, wie, frozenset({Leeshulp.GROOT})))
        assert [zin for zin in gezegd if zin in papier] == [eigen]
        assert "U hoeft niet te tekenen" not in papier
