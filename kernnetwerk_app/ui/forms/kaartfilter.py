"""Where one looks from, how far, and for which life domain: four small choices under the one search field."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.afstand import punt_van_kern
from kernnetwerk_app.domain.nabijheid import Punt
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.services.voorziening import Kaart, Zoekvraag
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.choice import ChoiceGroup, Option
from kernnetwerk_app.ui.widgets.field import Field

_OVERAL = "overal"
_NABIJ = 8
"""So many kernen around the chosen one are told in words."""


class Kaartfilter(QWidget):
    """`changed`: a person chose something else. There is no choice of a target group: one looks for a need (SOC-17)."""

    changed = Signal()

    def __init__(self, theme: Theme, profiel: Gemeenteprofiel) -> None:
        super().__init__()
        self._kernen = frozenset(kern.naam for kern in profiel.kernen)
        self._is_chosen = False
        self._profiel, self._t = profiel, load("socialekaart").met(profiel.zeg)
        t = self._t
        manieren = [Option(m.sleutel, m.label) for m in profiel.nabijheid.manieren]
        self.manier = ChoiceGroup(theme, t("filter.manier"), [Option(_OVERAL, t("filter.overal")), *manieren])
        self.manier.set_value(_OVERAL)
        self.manier.chosen.connect(lambda _: self.changed.emit())
        for choice, sleutel in zip(self.manier.choices(), (_OVERAL, *(o.key for o in manieren)), strict=True):
            choice.setObjectName(f"manier_{sleutel}")
        self.vanuit = Pick(theme, [(kern.naam, kern.naam) for kern in profiel.kernen])
        self.vanuit.edited.connect(self._choose_kern)
        gebieden = [(gebied.sleutel, gebied.naam) for gebied in profiel.leefgebieden.leefgebieden]
        self.gebied = Pick(theme, [("", t("filter.elk_gebied")), *gebieden])
        self.deel, self._soorten = Pick(theme), list[tuple[str, str]]()
        self.show_rubrieken(())
        kiezers = QWidget()
        row = StackingLayout(theme, 44, kiezers)
        for naam, pick in (("vanuit", self.vanuit), ("gebied", self.gebied), ("deel", self.deel)):
            pick.setObjectName(naam)
            pick.edited.connect(self.changed)
            row.addWidget(Field(theme, t(f"filter.{naam}"), pick), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        beside = QWidget()
        both = StackingLayout(theme, 100, beside, spacing=16)
        both.addWidget(self.manier, 5)
        both.addWidget(kiezers, 6)
        column.addWidget(beside)

    def vraag(self, getypt: str) -> Zoekvraag:
        """What is asked, with these words."""
        manier = self.manier.value() or _OVERAL
        return Zoekvraag(
            getypt=getypt,
            gebied=self.gebied.text(),
            vanuit=self.vanuit.text(),
            manier="" if manier == _OVERAL else manier,
            deel=self.deel.text(),
        )

    def begin_in(self, kern: str) -> None:
        """Look from where one works, as long as nobody said another kern."""
        if not self._is_chosen and kern in self._kernen:
            self.vanuit.set_text(kern)

    def show_rubrieken(self, voorzieningen: Iterable[Voorziening]) -> None:
        """To choose from: the parts, then each rubriek of the list, then the own words of people (SOC-02)."""
        delen, lijst = self._t.groep("deel"), self._profiel.lijst("rubrieken")
        opties = {"" if deel == "alles" else deel: woord for deel, woord in delen.items()}
        vast = [(sleutel, label) for sleutel, label in lijst.opties() if sleutel not in opties]
        bekend = {*opties, *(sleutel for sleutel, _ in vast)}
        eigen = sorted({v.rubriek for v in voorzieningen if v.rubriek} - bekend, key=str.casefold)
        nieuw = [*opties.items(), *vast, *((woord, woord) for woord in eigen)]
        if nieuw != self._soorten:  # else it stays as it is: somebody may be choosing
            self._soorten = nieuw
            self.deel.set_options(nieuw)

    def choose_kern(self, naam: str) -> None:
        """A person chose this kern on the map, or brought it along; one that the profile does not have is left."""
        if naam in self._kernen:
            self.vanuit.set_text(naam)
            self._choose_kern()
            self.changed.emit()

    def _choose_kern(self) -> None:
        self._is_chosen = True

    def plaatsen(self) -> list[tuple[str, Punt]]:
        """The kernen with a known place."""
        return [(kern.naam, punt) for kern in self._profiel.kernen if (punt := punt_van_kern(kern)) is not None]

    def in_woorden(self, kaart: Kaart) -> str:
        """What the map tells: how far it is to the other kernen."""
        t, hier = self._t, self.vanuit.text()
        van = kaart.kern_punt(hier)
        ver = sorted(
            (afstand, naam)
            for naam, punt in self.plaatsen()
            if naam != hier and (afstand := kaart.nabijheid.afstand(van, punt)) is not None
        )[:_NABIJ]
        rest = ", ".join(t("kaart.andere", kern=naam, duur=kaart.nabijheid.in_woorden(km)) for km, naam in ver)
        return t("kaart.tekst", kern=hier, rest=rest) if rest else t("kaart.alleen", kern=hier)
