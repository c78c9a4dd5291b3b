"""Of a name one letter is left, also of one that nobody wrote down here and of one that is a place too."""

import pytest

from kernnetwerk_app.domain.zonder_namen import zonder_namen
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services.agendabestand import zonder_namen as van_elders
from kernnetwerk_app.services.inwoner import woordenschat


@pytest.mark.parametrize(
    ("profiel", "tekst", "over"),
    [
        ("krimpenerwaard", "Bezoek mevrouw Schoonhoven", "Bezoek mevrouw S."),
        ("krimpenerwaard", "Bezoek in Schoonhoven", "Bezoek in Schoonhoven"),
        ("krimpenerwaard", "Jan Stolwijk bellen over de Wmo", "J. S. bellen over de Wmo"),
        ("krimpenerwaard", "Stolwijk, J. van bellen", "S., J. van bellen"),
        ("krimpenerwaard", "Overleg Stolwijk, daarna Schoonhoven", "Overleg Stolwijk, daarna Schoonhoven"),
        ("bmwe", "dhr Winsum en dhr. van Winsum", "dhr W. en dhr. van W."),
        ("bmwe", "mevrouw drost terugbellen", "mevrouw D. terugbellen"),
        ("bmwe", "Kennismaken met opa Fongers. Daarna naar Winsum.", "Kennismaken met opa F. Daarna naar Winsum."),
        ("bmwe", "Keukentafelgesprek met IJsbrand", "Keukentafelgesprek met IJ."),
        ("bmwe", "Bel ria@voorbeeld.nl", "Bel …"),
        ("bmwe", "Jan", "J."),
        ("bmwe", "Groot belt terug over de aanvraag", "G. belt terug over de aanvraag"),
        ("bmwe", "Bellen met Klein en Poort", "Bellen met K. en P."),
        ("bmwe", "Een groot gezin bellen", "Een groot gezin bellen"),
        ("bmwe", "Bel 06-12 34 56 78 of 0612345678", "Bel … of …"),
        ("bmwe", "Nummer 9999.99.990 nakijken op 12-03-2026 om 14.00", "Nummer … nakijken op 12-03-2026 om 14.00"),
        ("bmwe", "", ""),
    ],
)
def test_a_name_is_a_letter_and_a_place_stays_a_place(profiel: str, tekst: str, over: str) -> None:
    assert zonder_namen(woordenschat(load_profiel(profiel)), tekst) == over


@pytest.mark.parametrize(
    ("profiel", "titel", "over"),
    [
        ("krimpenerwaard", "Bezoek mevrouw Schoonhoven", "Bezoek S."),
        ("krimpenerwaard", "Overleg Jan Stolwijk", "Overleg J. S."),
        ("krimpenerwaard", "Overleg in Stolwijk", "Overleg Stolwijk"),
        ("bmwe", "Huisbezoek dhr Winsum", "Huisbezoek W."),
    ],
)
def test_a_surname_that_is_a_kern_is_a_letter_in_what_comes_from_another_calendar(
    profiel: str, titel: str, over: str
) -> None:
    assert van_elders(load_profiel(profiel), titel) == over
