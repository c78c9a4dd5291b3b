"""The scores of one person on one subject: the last in words, how it goes, and a small drawing of the same."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.score import Score
from kernnetwerk_app.services.score import Verloop
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from kernnetwerk_app.ui.widgets.scale_line import Meetpunt, ScaleLine


def score_row(theme: Theme, verloop: Verloop, take_back: Callable[[], None]) -> InfoRow:
    """`take_back`: the last should not have been given."""
    t, laatste = load("kijkrichting"), verloop.scores[-1]
    keren = [
        t("score.keer", moment=verloop.momenten[een.datum], datum=datum_kort(een.datum, jaar=True), stand=een.stand)
        for een in verloop.scores
    ]
    trend = t(f"trend.{verloop.trend.name.lower()}")
    feiten = (t(f"score.volgens_{laatste.volgens.value}"), t("score.waarom", reden=laatste.reden))
    says = f"{'. '.join(keren)}. {trend}"
    extra = QWidget()
    column = QVBoxLayout(extra)
    column.setContentsMargins(0, 0, 0, 0)
    if len(verloop.scores) > 1:
        line = ScaleLine(theme)
        column.addWidget(line)  # first: it shows itself, and would be a window of its own
        line.show_points([_point(verloop, nummer) for nummer in range(len(verloop.scores))], says)
    button = Button(theme, t("score.terug"), "kaal", icon="kruis", hoog=44)
    button.setObjectName(f"weg_{laatste.id}")
    button.clicked.connect(take_back)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    lead = t("score.van", naam=verloop.inwoner.naam or t("onbekend"))
    sub = f"{'. '.join(keren)} · {', '.join(feiten)}"
    return InfoRow(theme, trend, sub, lead=lead, extra=extra)


def _point(verloop: Verloop, nummer: int) -> Meetpunt:
    een = verloop.scores[nummer]
    eerder: Score | None = verloop.scores[nummer - 1] if nummer else None
    los = eerder is not None and (eerder.schaal, eerder.schaalversie) != (een.schaal, een.schaalversie)
    hoogte = min(1.0, max(0.0, (een.plaats - 1) / max(1, een.hoogste - 1)))  # another laptop may write anything
    return Meetpunt(verloop.momenten[een.datum], datum_kort(een.datum), hoogte, los)
