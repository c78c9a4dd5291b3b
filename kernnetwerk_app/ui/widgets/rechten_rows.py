"""The rows of the screen about rights: each says in two lines what it is, with what can be done under it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kernnetwerk_app.domain.afzien import Afzien, geldt
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.toestemming import Hoe, Toestemming
from kernnetwerk_app.services import delen
from kernnetwerk_app.services.inzage import Keek
from kernnetwerk_app.services.rechten import Deling, Gevraagd
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.icon import IconLabel
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from kernnetwerk_app.ui.widgets.term_badge import TermBlocks, term_words

Daad = tuple[str, str, Callable[[], None]]
"""Key of the word on a button, what its name begins with, and what it does."""


class RechtenRows:
    """Makes the rows; `daden` of a row are its buttons, named after it."""

    def __init__(self, theme: Theme, plek: Werkplek) -> None:
        self._theme, self._plek, self._t = theme, plek, load("rechten").met(plek.profiel.zeg)

    def deling(self, deling: Deling, daden: Sequence[Daad]) -> InfoRow:
        """What, with whom, why, on which ground, and until when."""
        t, een, lijst = self._t, deling.toestemming, self._plek.profiel.lijst
        titel = t("deling.titel", wat=lijst("deel_onderwerpen").label(een.onderwerp), ontvanger=een.ontvanger)
        gever = t("deling.ja_papier" if een.hoe is Hoe.GETEKEND else "deling.ja", gever=deling.gever)
        delen = [
            lijst("deel_doelen").label(een.doel),
            gever if deling.met_ja else t("deling.grond", grond=lijst("delen_grond").label(een.grond).lower()),
            self._wanneer(deling),
            t("deling.andere_wet") if een.over_wetten else "",
            t("deling.toch", reden=een.toch) if een.toch else "",
            self._gegeven(een),
        ]
        onder = self._onder(self._let_op(deling), daden)
        rij = InfoRow(self._theme, titel, _join(*delen), "vink" if deling.geldt else "kruis", extra=onder)
        rij.setObjectName(f"deling_{een.id}")
        return rij

    def _let_op(self, deling: Deling) -> str:
        """What keeps it from going on now: not to be looked for in a line of facts."""
        t = self._t
        return _join(
            t("deling.plan_ook_van", wie=", ".join(deling.plan_ook_van)) if deling.plan_ook_van else "",
            t("deling.plan_niet_te_lezen") if deling.plan_niet_te_lezen else "",
            t("deling.wacht", wie=", ".join(deling.wacht_op)) if deling.wacht_op and deling.geldt else "",
        )

    def _onder(self, let_op: str, daden: Sequence[Daad]) -> QWidget | None:
        """What asks for a person, above what can be done."""
        knoppen = self._knoppen(daden)
        if not let_op:
            return knoppen
        holder = QWidget()
        holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(IconLabel(self._theme, "letop", let_op, kleur="letop", icon_kleur="letop"))
        if knoppen is not None:
            column.addWidget(knoppen)
        return holder

    def _gegeven(self, een: Toestemming) -> str:
        if een.afschrift_datum is None:
            return ""
        woord = "deling.taken_gegeven" if een.onderwerp == delen.TAKEN else "deling.afschrift"
        return self._t(woord, datum=datum_kort(een.afschrift_datum))

    def liever(self, een: Afzien, zin: str, daden: Sequence[Daad]) -> InfoRow:
        t, sinds = self._t, datum_kort(een.datum, jaar=True)
        if geldt(een, self._plek.vandaag) or een.eind_datum is None:
            wanneer = t("liever.sinds", datum=sinds)
        else:
            wanneer = t("liever.voorbij", datum=sinds, tot=datum_kort(een.eind_datum, jaar=True))
        rij = InfoRow(self._theme, zin, _join(een.woorden or "", wanneer), "zelf", extra=self._knoppen(daden))
        rij.setObjectName(f"afzien_{een.id}")
        return rij

    def verzoek(self, gevraagd: Gevraagd, daden: Sequence[Daad]) -> InfoRow:
        """What was asked, with the sum of its term while it runs."""
        t, een, som = self._t, gevraagd.verzoek, gevraagd.som
        titel = t("verzoek.titel", wat=t(f"verzoek.{een.verzoek.value}"), wie=gevraagd.wie or t("onbekend"))
        klaar = ""
        if een.afgehandeld_datum is not None and een.uitkomst is not None:
            uitkomst = t(f"uitkomst.{een.uitkomst.value}").lower()
            klaar = t("verzoek.gedaan_op", datum=datum_kort(een.afgehandeld_datum), uitkomst=uitkomst)
        delen = [
            een.waarover or "",
            t("verzoek.door", wie=een.door) if een.door else "",
            som.een_regel if som is not None else t("verzoek.gevraagd", datum=datum_kort(een.ontvangen_datum)),
            *(som.noten if som is not None else ()),
            t("verzoek.langer", datum=datum_kort(een.verlengd_datum)) if een.verlengd_datum else "",
            klaar,
            een.antwoord or "",
        ]
        rechts = term_words(som.dagen_over(self._plek.vandaag)) if som is not None else ""
        blokken = self._blokken(gevraagd)
        rij = InfoRow(self._theme, titel, _join(*delen), "klok", right=rechts, extra=self._knoppen(daden), mark=blokken)
        rij.setObjectName(f"verzoek_{een.id}")
        return rij

    def _blokken(self, gevraagd: Gevraagd) -> QWidget | None:
        """The weeks of its term, beside the sum, as on Today."""
        som = gevraagd.som
        if som is None:
            return None
        return TermBlocks(self._theme, (som.wettelijk_einde - som.begin).days, som.dagen_over(self._plek.vandaag))

    def keek(self, keer: Keek) -> InfoRow:
        rij = InfoRow(self._theme, keer.wie, ", ".join(keer.waarvoor), "oog", right=datum_kort(keer.datum))
        rij.setObjectName("keek")
        return rij

    def zin(self, zin: str) -> InfoRow:
        return InfoRow(self._theme, zin)

    def _wanneer(self, deling: Deling) -> str:
        t, een = self._t, deling.toestemming
        if een.ingetrokken_datum is not None:
            dag = datum_kort(een.ingetrokken_datum, jaar=True)
            wie = deling.ingetrokken_door
            return t("deling.teruggenomen_door", wie=wie, datum=dag) if wie else t("deling.teruggenomen", datum=dag)
        van = datum_kort(een.begin_datum, jaar=True)
        if een.eind_datum is None:
            return t("deling.vanaf", datum=van) if deling.geldt else t("deling.voorbij")
        tot = t("deling.van_tot", van=van, tot=datum_kort(een.eind_datum, jaar=True))
        return tot if deling.geldt else _join(t("deling.voorbij"), tot)

    def _knoppen(self, daden: Sequence[Daad]) -> QWidget | None:
        if not daden:
            return None
        holder = QWidget()
        line = FlowLayout(holder, spacing=8)
        for woord, naam, doe in daden:
            button = Button(self._theme, self._t(woord), "stil", hoog=44)
            button.setObjectName(naam)
            button.clicked.connect(lambda _=False, doe=doe: doe())
            line.addWidget(button)
        return holder


def _join(*delen: str) -> str:
    return " · ".join(deel for deel in delen if deel)
