"""One entry of the sociale kaart, or one article of the vraagbaak, with all that is known of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.voorziening import Bereik, Stand, Voorziening, toon_nummer
from kernnetwerk_app.services.voorziening import Kaart, Treffer
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import FlowLayout, StackingLayout, clear_layout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.card import Card, Streep
from kernnetwerk_app.ui.widgets.chip import Chip, Soort
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_L17 = "L-17"
_CHARS_BESIDE = 36
"""With less room than this a fact stands under its word."""


class PlekKaart(Card):
    """`wegwijzer(str)`: put this on the wegwijzer or take it off. `wijzig(str)`: propose another text of it."""

    wegwijzer = Signal(str)
    wijzig = Signal(str)

    def __init__(self, theme: Theme, may_propose: bool = True) -> None:
        super().__init__(theme, padding=20)
        self._may_propose = may_propose
        self.theme, self._t = theme, load("socialekaart")
        self.body.setSpacing(6)
        self._inner = QVBoxLayout()
        self._inner.setSpacing(6)
        self.body.addLayout(self._inner)
        self._zet: Button | None = None

    def show_artikel(self, treffer: Treffer) -> None:
        """Something to read; it cannot go on the wegwijzer, for it is no place."""
        artikel, self._zet = treffer.artikel, None
        clear_layout(self._inner)
        if artikel is None:
            return
        self._title(artikel.titel, artikel.kort)
        for alinea in artikel.tekst.strip().split("\n\n"):
            self._words(" ".join(alinea.split()))
            self._inner.addSpacing(4)
        self._words(self._t("plek.bron", bron=artikel.bron, datum=datum_kort(artikel.datum, jaar=True)), "hint")

    def show_plek(
        self, kaart: Kaart, treffer: Treffer, vanuit: str, brengers: Sequence[Voorziening] | None, erop: bool
    ) -> None:
        """`brengers`: what could bring somebody there, None when that is not asked; `erop`: it is on the wegwijzer."""
        v = treffer.voorziening
        clear_layout(self._inner)
        if v is None:
            return
        self._title(v.naam, kaart.profiel.lijst("rubrieken").label(v.rubriek))
        self._chips(kaart, treffer, v)
        if v.wat:
            self._words(v.wat)
        self._inner.addSpacing(4)
        for label, feit in _feiten(kaart, treffer, v):
            if feit:
                self._fact(self._t(f"plek.{label}"), feit)
        if brengers is not None:
            self._transport(brengers, vanuit)
        self._inner.addSpacing(4)
        self._inner.addWidget(Streep())
        self._words(_kept(kaart, v), "hint", "klein")
        self._buttons(treffer.sleutel, erop)

    def focus_wegwijzer(self) -> None:
        """Back to the button that was pressed: it was made anew, with other words."""
        if self._zet is not None:
            self._zet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _title(self, naam: str, onder: str) -> None:
        self._inner.addWidget(PlainLabel(self.theme, naam, "kop", vet=True, wrap=True))
        if onder:
            self._words(onder, "inkt2")
        self.setAccessibleName(naam)

    def _chips(self, kaart: Kaart, treffer: Treffer, v: Voorziening) -> None:
        t, chips = self._t, list[tuple[str, Soort, str]]()
        if v.stand is Stand.VOORSTEL:
            wie = kaart.voorsteller(v)
            chips.append((t("plek.voorstel", wie=wie) if wie else t("plek.voorstel_anoniem"), "feit", "pen"))
        if treffer.is_oud:
            chips.append((t("plek.oud"), "letop", "letop"))
        if kaart.voorstellen.get(v.id):
            chips.append((t("plek.verandering"), "feit", "pen"))
        if v.is_vrij:
            chips.append((t("plek.rechtstreeks"), "goed", "vink"))
        keuze = kaart.profiel.lijst("rubrieken").find(v.rubriek)
        if keuze is not None and keuze.bron == _L17:
            chips.append((t("plek.van_gemeente"), "feit", "huis"))
        if v.bereik is not None:
            chips.append((t("plek.regionaal" if v.bereik is Bereik.REGIONAAL else "plek.lokaal"), "feit", "plek"))
        box = QWidget()
        flow = FlowLayout(box, spacing=8)
        for words, soort, icon in chips:
            flow.addWidget(Chip(self.theme, words, soort, icon))
        if chips:
            self._inner.addWidget(box)

    def _transport(self, brengers: Sequence[Voorziening], vanuit: str) -> None:
        self._inner.addSpacing(6)
        self._inner.addWidget(
            PlainLabel(self.theme, self._t("plek.vervoer", kern=vanuit), vet=True, kleur="letop", wrap=True)
        )
        for brenger in brengers:
            nummer = toon_nummer(brenger.telefoon)
            self._words(", ".join(deel for deel in (brenger.naam, nummer, brenger.wanneer) if deel))
        self._words(self._t("plek.vervoer_lift" if brengers else "plek.vervoer_geen"), "inkt2")

    def _buttons(self, sleutel: str, erop: bool) -> None:
        row = QWidget()
        flow = FlowLayout(row, spacing=12)
        word = self._t("plek.haal_eraf" if erop else "plek.zet_erop")
        zet = Button(self.theme, word, "stil", icon="min" if erop else "wijzer", hoog=44)
        zet.setObjectName("zet_erop")
        self._zet = zet
        zet.clicked.connect(lambda: self.wegwijzer.emit(sleutel))
        wijzig = Button(self.theme, self._t("plek.wijzig"), "kaal", icon="pen", hoog=44)
        wijzig.setObjectName("wijzig")
        wijzig.clicked.connect(lambda: self.wijzig.emit(sleutel))
        flow.addWidget(zet)
        if self._may_propose:
            flow.addWidget(wijzig)
        self._inner.addWidget(row)

    def _fact(self, label: str, feit: str) -> None:
        row = QWidget()
        line = StackingLayout(self.theme, _CHARS_BESIDE, row, spacing=8)
        kop = PlainLabel(self.theme, label, "klein", kleur="hint", wrap=True)
        line.addWidget(kop, 3, Qt.AlignmentFlag.AlignTop)
        line.addWidget(PlainLabel(self.theme, feit, wrap=True), 8)
        self._inner.addWidget(row)

    def _words(self, words: str, kleur: str = "inkt", letter: str = "tekst") -> None:
        self._inner.addWidget(PlainLabel(self.theme, words, letter, kleur=kleur, wrap=True))


def _feiten(kaart: Kaart, treffer: Treffer, v: Voorziening) -> list[tuple[str, str | None]]:
    lijst = kaart.profiel.lijst
    ver = kaart.nabijheid.in_woorden(treffer.afstand) if treffer.afstand else None
    return [
        ("doel", v.doel),
        ("wanneer", v.wanneer),
        ("waar", v.waar),
        ("afstand", ver),
        ("telefoon", toon_nummer(v.telefoon)),
        ("email", v.email),
        ("website", v.website),
        ("contactpersoon", v.contactpersoon),
        ("kosten", v.kosten),
        ("aanbod", load("socialekaart")(f"aanbod.{v.aanbod}") if v.aanbod else None),
        ("toegang", lijst("toegankelijkheid").label(v.toegang)),
        ("voorwaarden", v.voorwaarden),
        ("ingekocht", v.ingekocht_voor),
        ("wachttijd", v.wachttijd),
        ("bereikbaar", v.bereikbaar),
        ("wensen", v.wensen),
        ("laag", lijst("sociale_basis").label(v.laag)),
        ("piramide", lijst("preventiepiramide").label(v.piramide)),
        ("vraagbaak", lijst("vraagbaken").label(v.vraagbaak)),
        ("vindplaats", lijst("vindplaatsen").label(v.vindplaats)),
        ("veiligheid", lijst("veiligheidspartners").label(v.veiligheidspartner)),
    ]


def _kept(kaart: Kaart, v: Voorziening) -> str:
    """Who looked at it last, and when."""
    t = load("socialekaart")
    if v.gecontroleerd_datum is None:
        return t("plek.nooit") if not v.eigenaar else t("plek.eigenaar", wie=v.eigenaar)
    datum = datum_kort(v.gecontroleerd_datum, jaar=True)
    wie = v.eigenaar or kaart.voorsteller(v)
    return t("plek.gecontroleerd", datum=datum, wie=wie) if wie else t("plek.gecontroleerd_kort", datum=datum)
