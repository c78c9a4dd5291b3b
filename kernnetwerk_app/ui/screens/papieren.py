"""Every paper of a dossier, each a press away; what somebody still has to get, and what was given."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import TypeAlias
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.bezorging import VAN_EEN, Stuksoort
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.services import bezorging, stukken
from kernnetwerk_app.services.bezorging import PapierenBeeld
from kernnetwerk_app.services.bezorglijst import Bezorgregel
from kernnetwerk_app.services.stukken import Keuzestuk
from kernnetwerk_app.services.stukregels import GESPREK
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.bezorg_forms import BezorgdForm
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossierscherm import Dossierscherm
from kernnetwerk_app.ui.turns import Turns, each
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow
from kernnetwerk_app.ui.widgets.rows import Rows

_ICON = {
    Stuksoort.PLAN: "pen",
    Stuksoort.GETEKEND: "pen",
    Stuksoort.CONCEPT: "pen",
    Stuksoort.VERSLAG: "praat",
    Stuksoort.STAPPENKAART: "wijzer",
    Stuksoort.AFSPRAKEN: "vink",
    Stuksoort.WIE_IS_WIE: "mensen",
    Stuksoort.NETWERK: "mensen",
    Stuksoort.MANTELZORG: "mensen",
    Stuksoort.TOESTEMMING: "schild",
    Stuksoort.ANTWOORD: "schild",
    Stuksoort.CONTACTKAART: "telefoon",
    Stuksoort.AFSPRAAK: "kalender",
    Stuksoort.WEGWIJZER: "plek",
    Stuksoort.ZELF_AANVRAGEN: "pen",
    **dict.fromkeys(GESPREK.values(), "praat"),
    Stuksoort.PERSOONSBLAD: "zelf",
    Stuksoort.WIE_WEET_WAT: "schild",
    Stuksoort.TAKEN: "mensen",
}
_AT_ONCE = 4
"""Rows put on an empty page together."""
_SEVERAL = VAN_EEN | {
    Stuksoort.GETEKEND,
    Stuksoort.MANTELZORG,
    Stuksoort.TOESTEMMING,
    Stuksoort.AFSPRAAK,
    Stuksoort.ANTWOORD,
    Stuksoort.ZELF_AANVRAGEN,
    Stuksoort.TAKEN,
}
"""Of these there may be several in one dossier."""
_Row: TypeAlias = ListRow | InfoRow
_Maker: TypeAlias = Callable[[], _Row]


class PapierenScreen(Dossierscherm[PapierenBeeld]):
    """Left what can be printed, right what is still to be delivered and what was given."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID) -> None:
        woorden = load("bezorging").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, huishouden_id, woorden, bezorging.load)
        self.setObjectName("papieren")
        self._turns = Turns(self)
        self._filled: set[str] = set()
        self.body.addLayout(self.forms)
        left, right = self.add_columns()
        self.build_part(left, "papieren")
        self.build_part(right, "te_bezorgen")
        self.build_part(right, "gegeven")
        self.build_back("naar_dossier", omgeving.ga.dossier)

    def show_beeld(self, beeld: PapierenBeeld) -> None:
        parts: tuple[tuple[str, list[_Maker]], ...] = (
            ("papieren", [*(partial(self._paper, een) for een in beeld.keuze), partial(self._guide, beeld.kern)]),
            ("te_bezorgen", [partial(self._waiting, beeld, regel) for regel in beeld.te_bezorgen]),
            ("gegeven", [partial(self._given, regel) for regel in beeld.verstrekt]),
        )
        self._turns.begin(each(chain.from_iterable(self._coming(key, makers) for key, makers in parts)))

    def _coming(self, key: str, makers: Sequence[_Maker]) -> Iterator[Callable[[], None]]:
        """What stood there stays until what comes in its place is made. Where nothing stood yet the first rows stand
        there while the others are made. A row that cannot be made takes no other with it.
        """
        made, card = list[_Row](), list[Rows]()

        def add(make: _Maker) -> None:
            (card[0].add if card else made.append)(make())

        def put() -> None:
            if made or not makers:  # else it would say that there is nothing
                self._filled.add(key)
                card.extend(filter(None, [self.fill(key, made)]))

        for number, make in enumerate(makers, 1):
            yield partial(add, make)
            if number == _AT_ONCE and key not in self._filled:
                yield put
        if not card:
            yield put

    # -- rows ----------------------------------------------------------------------------------------------------

    def _guide(self, kern: str) -> ListRow:
        """Last of the papers; it comes from the sociale kaart."""
        guide = self._press(self._t("stuk.wegwijzer"), self._t("uitleg.wegwijzer"), "plek", "stuk_wegwijzer")
        guide.clicked.connect(lambda: self.omgeving.ga.socialekaart(kern=kern, huishouden_id=self.huishouden_id))
        return guide

    def _press(self, words: str, under: str, icon: str, naam: str) -> ListRow:
        row = ListRow(self.theme, words, under, icon)
        row.setObjectName(naam)
        return row

    def _paper(self, een: Keuzestuk) -> ListRow:
        stuk = een.stuk
        several = stuk.soort in _SEVERAL
        naam = f"stuk_{stuk.soort.name.lower()}" + (f"_{stuk.van_id}" if several else "")
        row = self._press(een.naam, een.uitleg, _ICON.get(stuk.soort, "papier"), naam)
        row.clicked.connect(lambda: self._open(een))
        return row

    def _waiting(self, beeld: PapierenBeeld, regel: Bezorgregel) -> InfoRow:
        """Which paper, for whom, how, when and by whom; and what can be done with it."""
        t, een, vandaag = self._t, regel.bezorging, self.omgeving.plek.vandaag
        wanneer = ""
        if een.uiterlijk is not None:
            key = "regel.te_laat" if een.is_te_laat(vandaag) else "regel.uiterlijk"
            wanneer = t(key, datum=datum_kort(een.uiterlijk))
        door = t("regel.door", naam=regel.door) if regel.door else ""
        wijze = t(f"wijze.{een.wijze.name.lower()}")
        voor = t("regel.voor", naam=een.voor_naam or t("onbekend"))
        under = " · ".join(filter(None, (self._whose(regel), voor, wijze, wanneer, door, t("regel.niet"))))
        stand = beeld.standen[een.id]
        acts: dict[str, Callable[[], None]] = {
            "open": lambda: self._open_kept(regel, stand.sleutel),
            "gedaan": lambda: self.open_form(lambda _: BezorgdForm(self.omgeving, regel, stand)),
            "vervalt": partial(self._write, partial(bezorging.laat_vervallen, self.omgeving.plek, regel)),
        }
        if stand.onderweg:
            del acts["open"]  # there is nothing to look at yet
        under = f"{under}\n{stand.zin}" if stand.zin else under
        row = InfoRow(self.theme, regel.wat, under, "klok", extra=self._acts(regel, *acts.items()))
        row.sub.set_kleur("letop" if stand.zin or een.is_te_laat(vandaag) else "inkt2")
        return row

    def _given(self, regel: Bezorgregel) -> InfoRow:
        t, een = self._t, regel.bezorging
        wijze = t(f"wijze.{(een.gedaan_wijze or een.wijze).name.lower()}")
        dag = datum_kort(een.gedaan_datum, jaar=True) if een.gedaan_datum is not None else ""
        voor = t("regel.voor", naam=een.voor_naam or t("onbekend"))
        gedaan = t("regel.gedaan", datum=dag, wijze=wijze)
        under = " · ".join(filter(None, (self._whose(regel), voor, gedaan)))
        back = partial(self._write, partial(bezorging.neem_terug, self.omgeving.plek, regel))
        return InfoRow(self.theme, regel.wat, under, "vink", extra=self._acts(regel, ("weer", back)))

    def _whose(self, regel: Bezorgregel) -> str:
        """Of which child; empty for a paper of the household."""
        return self._t("regel.van", naam=regel.van) if regel.van else ""

    def _acts(self, regel: Bezorgregel, *acts: tuple[str, Callable[[], None]]) -> QWidget:
        holder = QWidget()
        line = FlowLayout(holder, spacing=8)
        for naam, act in acts:
            button = Button(self.theme, self._t(f"doe.{naam}"), "stil" if naam == "open" else "kaal", hoog=44)
            button.setObjectName(f"{naam}_{regel.bezorging.id}")
            button.setAccessibleName(f"{regel.wat}: {self._t(f'doe.{naam}')}")
            button.clicked.connect(lambda _=False, act=act: act())
            line.addWidget(button)
        return holder

    # -- acts ----------------------------------------------------------------------------------------------------

    def _open(self, een: Keuzestuk) -> None:
        hier, ga = self.huishouden_id, self.omgeving.ga
        ga.papier(stukken.papier(self.omgeving.plek, een.stuk), hier, partial(ga.papieren, hier), een.versie_id)

    def _open_kept(self, regel: Bezorgregel, sleutel: str) -> None:
        """For the reader for whom it was put here, as they are known today."""
        hier, ga = self.huishouden_id, self.omgeving.ga
        ga.papier(stukken.papier(self.omgeving.plek, regel.stuk, sleutel), hier, partial(ga.papieren, hier))

    def _write(self, work: Callable[[], Changes]) -> None:
        self.omgeving.tasks.write(self, work, failed=self.omgeving.meld_fout)
