"""Who may sign a plan, who did, and for whom there is a place on its paper."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, TekenaarIsOverleden
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.services import ondertekening, samenvoeging
from tests.services.aanvraag_opzet import HULP, VRAAG, aanvragen, beeld_van, hulpversie, met_hulp, regels_van, teken_met
from tests.services.opzet import Dossier, gelezen
from tests.services.rechten_opzet import anna, erbij

pytestmark = pytest.mark.usefixtures("qapp")


def _kind(hier: Dossier, jaar: int) -> Inwoner:
    return erbij(hier, voornamen="Mia", achternaam="Voorbeeld", rol=RolInHuishouden.KIND, geboortedatum=f"{jaar}-04-01")


def _gezag(hier: Dossier, kind: Inwoner, ander: Inwoner | str) -> None:
    velden = {"ander_naam": ander} if isinstance(ander, str) else {"ander_id": ander.id}
    with hier.plek.store.write() as werk:
        werk.add(
            Relatie(
                id=hier.plek.new_id(), huishouden_id=hier.huishouden_id, inwoner_id=kind.id, gezag=Gezag.JA, **velden
            )
        )
        werk.commit("test.gezag", hier.huishouden_id)


def _wie(hier: Dossier, versie: PlanVersie) -> list[tuple[str, Hoedanigheid]]:
    return [(een.naam, een.als) for een in beeld_van(hier, versie).tekenaars.mensen]


@pytest.mark.parametrize(
    ("jaar", "mensen"),
    [
        (2016, ["Anna Voorbeeld-Jansen", "Bram Elders"]),
        (2014, ["Anna Voorbeeld-Jansen", "Mia Voorbeeld", "Bram Elders"]),
        (2011, ["Anna Voorbeeld-Jansen", "Mia Voorbeeld"]),
    ],
)
def test_a_child_of_twelve_signs_along_with_both_parents_and_of_sixteen_instead_of_them(
    hier: Dossier, jaar: int, mensen: list[str]
) -> None:
    """2027: eleven, thirteen and sixteen."""
    kind = _kind(hier, jaar)
    _gezag(hier, kind, anna(hier))
    _gezag(hier, kind, "Bram Elders")
    met_hulp(hier, wet="jeugdwet")
    versie = hier.versie()
    assert sorted(naam for naam, _ in _wie(hier, versie)) == sorted(mensen)


def test_a_parent_who_is_not_here_is_shown_and_blocks_nothing(hier: Dossier) -> None:
    kind = _kind(hier, 2014)
    _gezag(hier, kind, anna(hier))
    _gezag(hier, kind, "Bram Elders")
    met_hulp(hier, wet="jeugdwet")
    versie = hier.versie()
    teken_met(hier, versie, replace(VRAAG, inwoner_id=anna(hier).id, vraagt_aan=regels_van(hier, versie)))
    assert [een.naam for een in beeld_van(hier, versie).tekenaars.nog_niet] == ["Mia Voorbeeld", "Bram Elders"]
    assert len(aanvragen(hier)) == 1
    samen = teken_met(hier, versie, replace(VRAAG, naam="Bram  elders", hoedanigheid=Hoedanigheid.OUDER)).pdf
    assert samen is not None
    assert "Mia Voorbeeld heeft nog niet getekend. Dat houdt niets tegen." in gelezen(samen)
    assert gelezen(samen).count("heeft nog niet getekend") == 1
    assert gelezen(samen).count("dit vraag ik aan") == 1
    assert "heeft nog niet" not in gelezen(ondertekening.load_versie_pdf(hier.plek, versie.id)), "nobody signed on it"
    assert [een.naam for een in beeld_van(hier, versie).tekenaars.nog_niet] == ["Mia Voorbeeld"]


def test_who_signed_and_turned_out_to_be_known_twice_did_sign(hier: Dossier) -> None:
    """The sealed paper with that very signature said that they had not signed."""
    kind, dubbel = _kind(hier, 2016), erbij(hier, voornamen="Bo", achternaam="Elders")
    bram = erbij(hier, voornamen="Bram", achternaam="Elders")
    for ouder in (anna(hier), bram):
        _gezag(hier, kind, ouder)
    met_hulp(hier, wet="jeugdwet")
    versie = hier.versie()
    vraag = replace(VRAAG, naam="Bram Elders", hoedanigheid=Hoedanigheid.OUDER, inwoner_id=bram.id)
    teken_met(hier, versie, vraag)
    samenvoeging.voeg_samen(hier.plek, bram.id, dubbel.id)
    wie = beeld_van(hier, versie).tekenaars
    assert [een.naam for een in wie.nog_niet] == ["Anna Voorbeeld-Jansen"]
    zegel = teken_met(hier, versie, replace(VRAAG, inwoner_id=anna(hier).id)).pdf
    assert zegel is not None
    assert "heeft nog niet getekend" not in gelezen(zegel)


@pytest.mark.parametrize("keer", ["eerste", "tweede"])
def test_who_was_known_by_another_name_too_keeps_the_place_that_the_version_has_for_them(
    hier: Dossier, keer: str
) -> None:
    """Whichever of both names stays."""
    kind, bo = _kind(hier, 2016), erbij(hier, voornamen="Bo", achternaam="Elders")
    bram = erbij(hier, voornamen="Bram", achternaam="Elders")
    _gezag(hier, kind, bo if keer == "eerste" else bram)
    met_hulp(hier, wet="jeugdwet")
    versie = hier.versie()
    samenvoeging.voeg_samen(hier.plek, bo.id, bram.id)
    kop = f"Reactie van {'Bo' if keer == 'eerste' else 'Bram'} Elders"
    plaats = gelezen(ondertekening.render(hier.plek, versie, ())).partition(kop)[2]
    assert HULP in plaats.partition("Wil nog iemand")[0]


def test_an_owner_who_turned_out_to_be_known_twice_has_one_place_to_sign(hier: Dossier) -> None:
    kind, eigenaar = _kind(hier, 2016), anna(hier)
    blijft = Inwoner(id=UUID(int=1), huishouden_id=hier.huishouden_id, voornamen="Anna", achternaam="Voorbeeld")
    with hier.plek.store.write() as werk:
        werk.add(blijft)
        werk.commit("test.erbij", hier.huishouden_id)
    _gezag(hier, kind, eigenaar)
    met_hulp(hier, wet="jeugdwet")
    samenvoeging.voeg_samen(hier.plek, eigenaar.id, blijft.id)
    assert [als for _, als in _wie(hier, hier.versie())] == [Hoedanigheid.INWONER]


def test_children_do_not_sign_what_is_not_about_them_and_unknown_gezag_is_told(hier: Dossier) -> None:
    _kind(hier, 2014)
    assert _wie(hier, hulpversie(hier)) == [("Anna Voorbeeld-Jansen", Hoedanigheid.INWONER)]
    met_hulp(hier, "Begeleiding voor Mia.", "Jeugdhulp", wet="jeugdwet")
    assert beeld_van(hier, hier.versie()).tekenaars.zonder_gezag == ("Mia Voorbeeld",)


def _bijzonder(hier: Dossier, wie: Inwoner, aard: Aard, **velden: Any) -> None:
    with hier.plek.store.write() as werk:
        werk.add(
            Bijzonderheid(
                id=hier.plek.new_id(), huishouden_id=hier.huishouden_id, inwoner_id=wie.id, aard=aard, **velden
            )
        )
        werk.commit("test.bijzonder", hier.huishouden_id)


def test_a_mentor_or_curator_signs_along_and_a_bewindvoerder_is_not_missed(hier: Dossier) -> None:
    _bijzonder(hier, anna(hier), Aard.MENTORSCHAP, naam="Mevrouw  Mentor")
    _bijzonder(hier, anna(hier), Aard.BEWIND, naam="Meneer Geld")
    assert _wie(hier, hulpversie(hier)) == [
        ("Anna Voorbeeld-Jansen", Hoedanigheid.INWONER),
        ("Mevrouw Mentor", Hoedanigheid.MENTOR),
    ]


def test_nobody_signs_after_they_died_or_is_waited_for_and_what_was_signed_before_stays(hier: Dossier) -> None:
    kind, bram = _kind(hier, 2016), erbij(hier, voornamen="Bram", achternaam="Elders")
    _gezag(hier, kind, anna(hier))
    _gezag(hier, kind, bram)
    met_hulp(hier, wet="jeugdwet")
    versie = hier.versie()
    gisteren = versie.datum - timedelta(days=1)
    _bijzonder(hier, bram, Aard.OVERLEDEN, begin_datum=gisteren)
    assert _wie(hier, versie) == [("Anna Voorbeeld-Jansen", Hoedanigheid.INWONER)]
    _bijzonder(hier, anna(hier), Aard.OVERLEDEN, begin_datum=versie.datum)
    hier.plek.klok.advance(timedelta(days=1))
    with pytest.raises(TekenaarIsOverleden):
        teken_met(hier, versie, VRAAG)
    assert teken_met(hier, versie, replace(VRAAG, op_papier=versie.datum)).datum == versie.datum


def test_the_empty_paper_has_a_place_to_sign_for_everybody_who_decides_along(hier: Dossier) -> None:
    met_hulp(hier, wet="jeugdwet")
    alleen = gelezen(ondertekening.render(hier.plek, hier.versie(), ()))
    assert "Reactie van" not in alleen, "one person decides"
    kind = _kind(hier, 2014)
    _gezag(hier, kind, anna(hier))
    _gezag(hier, kind, "Bram Elders")
    papier = gelezen(ondertekening.render(hier.plek, hier.versie(), ()))
    vakken = papier.split("Reactie van ")[1:]
    wie = ["mevrouw Voorbeeld-Jansen", "Mia Voorbeeld, inwoner", "Bram Elders, ouder met gezag"]
    assert [any(vak.startswith(naam) for naam in wie) for vak in vakken] == [True] * 3
    assert all("Ik ben het eens met dit plan" in vak and "Handtekening van" in vak for vak in vakken)


def test_who_decides_no_more_on_the_day_of_printing_has_no_place_to_sign(hier: Dossier) -> None:
    """The version was frozen with a place for each parent; one died since."""
    kind, bram = _kind(hier, 2014), erbij(hier, voornamen="Bram", achternaam="Elders")
    _gezag(hier, kind, anna(hier))
    _gezag(hier, kind, bram)
    met_hulp(hier, wet="jeugdwet")
    versie = hier.versie()
    assert "Reactie van Bram Elders" in gelezen(ondertekening.render(hier.plek, versie, ()))
    _bijzonder(hier, bram, Aard.OVERLEDEN, begin_datum=versie.datum)
    papier = gelezen(ondertekening.render(hier.plek, versie, ()))
    assert "Bram Elders" not in papier.split("Wat vindt u van dit plan?")[1]
    assert "Reactie van Mia Voorbeeld" in papier
    _bijzonder(hier, kind, Aard.OVERLEDEN, begin_datum=versie.datum)
    alleen = gelezen(ondertekening.render(hier.plek, versie, ()))
    assert "Reactie van" not in alleen, "one person decides"
    assert "Handtekening van wie voor mij spreekt of beslist" not in alleen


def test_a_name_that_was_put_right_since_keeps_its_place_to_sign_and_its_boxes(hier: Dossier) -> None:
    kind = _kind(hier, 2016)
    _gezag(hier, kind, "Karin Vorbeeld")
    met_hulp(hier, wet="jeugdwet")
    versie = hier.versie()
    with hier.plek.store.write() as werk:
        (relatie,) = werk.find(Relatie, inwoner_id=kind.id)
        werk.change(relatie, ander_naam="Karin Voorbeeld")
        werk.commit("test.naam", hier.huishouden_id)

    def plaats() -> str:
        return gelezen(ondertekening.render(hier.plek, versie, ())).partition("Reactie van Karin Vorbeeld")[2]

    assert HULP in plaats().partition("Wil nog iemand")[0], "hers to ask for"
    with hier.plek.store.write() as werk:
        werk.change(werk.get(Relatie, relatie.id), gezag=Gezag.NEE)
        werk.commit("test.gezag", hier.huishouden_id)
    assert plaats() == "", "nobody is left who may be her"


def test_who_decides_in_the_stead_of_another_has_no_place_under_the_name_of_that_one(hier: Dossier) -> None:
    """Two names that were put right at once each keep their own place, too."""
    kind, namen = _kind(hier, 2016), ("Bram Elders", "Karin Vorbeeld", "Joop Vorbeeld", "Mia Mentor")
    for naam in namen[:3]:
        _gezag(hier, kind, naam)
    met_hulp(hier, wet="jeugdwet")
    mentor = Bijzonderheid(
        id=hier.plek.new_id(),
        huishouden_id=hier.huishouden_id,
        inwoner_id=anna(hier).id,
        aard=Aard.MENTORSCHAP,
        naam=namen[3],
    )
    with hier.plek.store.write() as werk:
        werk.add(mentor)
        werk.commit("test.mentor", hier.huishouden_id)
    versie = hier.versie()

    def plaatsen() -> list[str]:
        tekst = gelezen(ondertekening.render(hier.plek, versie, ()))
        return [naam for naam in namen if f"Reactie van {naam}" in tekst]

    assert sorted(plaatsen()) == sorted(namen)
    with hier.plek.store.write() as werk:
        for relatie in werk.find(Relatie, inwoner_id=kind.id):
            recht = (relatie.ander_naam or "").replace("Vorbeeld", "Voorbeeld")
            weg = {"gezag": Gezag.NEE} if relatie.ander_naam == "Bram Elders" else {"ander_naam": recht}
            werk.change(relatie, None, **weg)
        werk.change(mentor, eind_datum=hier.plek.vandaag - timedelta(days=1))
        werk.add(mentor.model_copy(update={"id": hier.plek.new_id(), "naam": "Otto Opvolger"}))
        werk.commit("test.ander", hier.huishouden_id)
    _gezag(hier, kind, "Oma Opvolger")
    assert plaatsen() == ["Karin Vorbeeld", "Joop Vorbeeld"]
