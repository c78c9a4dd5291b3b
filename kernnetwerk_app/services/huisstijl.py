"""In what colours and letters a paper of this municipality is made; no paper asks for them elsewhere."""

from kernnetwerk_app.documents.house_style import HouseStyle, load_house_style
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm
from kernnetwerk_app.services.werkplek import Werkplek


def stijl_van(plek: Werkplek, vorm: Papiervorm = GEWOON) -> HouseStyle:
    """The look of a paper in this form, with the accent of the municipality where it has one of its own."""
    return load_house_style(vorm, plek.profiel.huisstijl)
