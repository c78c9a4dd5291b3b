"""For whom a field is: one function answers, for every field of every noun (Decided once 6)."""

from typing import Annotated, ClassVar
from uuid import UUID

import pytest

from kernnetwerk_app.domain.base import (
    Eenheid,
    Entiteit,
    Voor,
    VoorWie,
    eenheden,
    mag_eenheid,
    mag_veld,
    mag_zien,
    voor_lezer,
    voor_wie,
)
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.plan import Afspraak, Doel, Ondersteuningsplan
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.domain.vraagverheldering import Antwoord, Vraagverheldering
from tests.domain.test_base import NOUNS, naam


@pytest.mark.parametrize("soort", NOUNS, ids=naam)
def test_every_field_answers(soort: type[Entiteit]) -> None:
    assert {voor_wie(soort, veld) for veld in soort.model_fields} <= set(VoorWie)


@pytest.mark.parametrize(
    ("soort", "veld", "wie"),
    [
        (Inwoner, "achternaam", VoorWie.TAFEL),
        (Inwoner, "bsn", VoorWie.PERSOON),
        (Inwoner, "bsn_gecontroleerd_datum", VoorWie.PERSOON),
        (Inwoner, "geboortedatum", VoorWie.PERSOON),
        (Inwoner, "telefoon", VoorWie.PERSOON),
        (Melding, "vraag", VoorWie.TAFEL),
        (Melding, "melder_naam", VoorWie.PERSOON),
        (Melding, "reden_te_laat", VoorWie.PROFESSIONAL),
        (Contact, "verslag", VoorWie.PERSOON),
        (Contact, "plek", VoorWie.PROFESSIONAL),
        (Vraagverheldering, "gestelde_vraag", VoorWie.TAFEL),
        (Vraagverheldering, "aanwezig", VoorWie.PERSOON),
        (Antwoord, "waarde", VoorWie.PERSOON),
        (Ondersteuningsplan, "zelf", VoorWie.TAFEL),
        (Doel, "tekst", VoorWie.TAFEL),
        (Afspraak, "waarom", VoorWie.TAFEL),
        (Toestemming, "ontvanger", VoorWie.PERSOON),
    ],
)
def test_what_is_said_in_confidence_is_not_for_the_whole_table(soort: type[Entiteit], veld: str, wie: VoorWie) -> None:
    assert voor_wie(soort, veld) is wie


def test_new_noun_without_a_mark_is_for_professionals_only() -> None:
    class Nieuw(Entiteit):
        soort: ClassVar[int] = 99

        tekst: str = ""

    assert voor_wie(Nieuw, "tekst") is VoorWie.PROFESSIONAL


def test_unknown_field_is_no_answer() -> None:
    with pytest.raises(KeyError):
        voor_wie(Inwoner, "bestaat_niet")


def test_each_reader_sees_what_is_meant_for_it_and_for_the_readers_before_it() -> None:
    volgorde = (VoorWie.TAFEL, VoorWie.PERSOON, VoorWie.PROFESSIONAL, VoorWie.AFGESCHERMD)
    for plaats, lezer in enumerate(volgorde):
        assert [mag_zien(lezer, inhoud) for inhoud in volgorde] == [n <= plaats for n in range(4)]


class Gemengd(Entiteit):
    """Something for each of the four; `samen` and `apart` travel together though they are not for the same people."""

    soort: ClassVar[int] = 98
    voor: ClassVar[VoorWie] = VoorWie.PERSOON

    tafel: Annotated[str, Eenheid(2), Voor(VoorWie.TAFEL)] = "standaard"
    persoon: Annotated[str, Eenheid(3)]
    samen: Annotated[str | None, Eenheid(4), Voor(VoorWie.TAFEL)] = None
    apart: Annotated[int, Eenheid(4), Voor(VoorWie.PROFESSIONAL)] = 1
    schuil: Annotated[str, Eenheid(5), Voor(VoorWie.AFGESCHERMD)] = "standaard"


ZICHTBAAR = {
    VoorWie.TAFEL: ["tafel", "samen"],
    VoorWie.PERSOON: ["huishouden_id", "tafel", "persoon", "samen"],
    VoorWie.PROFESSIONAL: ["huishouden_id", "tafel", "persoon", "samen", "apart"],
    VoorWie.AFGESCHERMD: ["huishouden_id", "tafel", "persoon", "samen", "apart", "schuil"],
}


@pytest.mark.parametrize("lezer", VoorWie)
def test_copy_for_a_reader_holds_what_that_reader_may_see_and_says_nothing_else(lezer: VoorWie) -> None:
    velden = {"tafel": "a", "persoon": "b", "samen": "c", "apart": 7, "schuil": "d"}
    entiteit = Gemengd(id=UUID(int=1), huishouden_id=UUID(int=2), **velden)  # type: ignore[arg-type]
    gezien = voor_lezer(lezer, entiteit)
    assert gezien.id == entiteit.id
    assert [veld for veld in velden | {"huishouden_id": 0} if getattr(gezien, veld) is not None] == [
        veld for veld in velden | {"huishouden_id": 0} if veld in ZICHTBAAR[lezer]
    ], "a default would say what nobody said"
    assert all(getattr(gezien, veld) == getattr(entiteit, veld) for veld in ZICHTBAAR[lezer])
    assert entiteit.model_dump().items() >= velden.items(), "what is kept is not touched"


@pytest.mark.parametrize("lezer", VoorWie)
def test_field_and_unit_answer_as_the_copy_does(lezer: VoorWie) -> None:
    mag = {veld for veld in Gemengd.model_fields if veld != "id" and mag_veld(lezer, Gemengd, veld)}
    assert mag == set(ZICHTBAAR[lezer])
    heel = {nummer for nummer in eenheden(Gemengd) if mag_eenheid(lezer, Gemengd, nummer)}
    assert heel == {nummer for nummer, velden in eenheden(Gemengd).items() if set(velden) <= mag}
    assert (4 in heel) is ("apart" in mag), "a unit travels as a whole"
