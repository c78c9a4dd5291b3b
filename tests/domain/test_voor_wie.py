"""For whom a field is: one function answers, for every field of every noun (Decided once 6)."""

from typing import ClassVar

import pytest

from kernnetwerk_app.domain.base import Entiteit, VoorWie, mag_zien, voor_wie
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
        (Vraagverheldering, "waar_het_om_gaat", VoorWie.PERSOON),
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
