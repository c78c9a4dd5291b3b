"""That some character of a paper cannot be printed, said beside that paper."""

from kernnetwerk_app.services import papier
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.papier.paper_view import PaperView
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.notice import Notice


class Ontbreekt(Notice):
    """In sight as long as the paper in this view has such a character."""

    def __init__(self, theme: Theme, paper: PaperView) -> None:
        super().__init__(theme, load("papier_scherm")("teken_ontbreekt"), "letop")
        self.setObjectName("teken_ontbreekt")
        self.hide()
        paper.shown.connect(lambda: self.setVisible(paper.says(papier.MISSING)))
