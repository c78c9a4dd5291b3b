"""The papers of one's rights: what stands on top of a page that goes on with something."""

from datetime import date

from PySide6.QtGui import QGuiApplication

from kernnetwerk_app.documents.rechtenblad_pdf import Rechtdeel, Rechtenblad, Rechtregel, rechtenblad_pdf
from tests.documents.lezen import Viewer, words
from tests.documents.voorbeeld import STIJL


def test_a_page_that_begins_with_a_mark_says_once_what_to_look_at(qapp: QGuiApplication) -> None:
    """Each line of the record has its mark: whichever begins a page, "Kijk na" stands once right above its words."""
    regels = tuple(
        Rechtregel(
            "vraag", "Zij komt.", "Kijk na, noemt een ander", vervolg="Stuk 3, vervolg", kijk="Kijk na, noemt een ander"
        )
        for _ in range(60)
    )
    blad = Rechtenblad("Voorbeeldland", "Titel", date(2027, 4, 20), (), (Rechtdeel("Kop", regels=regels),), ())
    viewer = Viewer(rechtenblad_pdf(blad, STIJL))
    verder = [words(viewer.text(nummer)) for nummer in range(1, viewer.pages)]
    assert verder
    for pagina in verder:
        assert words("Stuk 3, vervolg Kijk na, noemt een ander vraag: Zij komt.") in pagina
