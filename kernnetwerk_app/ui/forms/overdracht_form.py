"""The fields of a hand-over: to whom, why, on what ground; or of a referral that came from somebody else."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.delen import MET_JA
from kernnetwerk_app.domain.lijst import Keuzelijst
from kernnetwerk_app.domain.melding import Wet
from kernnetwerk_app.domain.overdracht import Overdrachtsoort
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.tekst import een_regel, lees_regel
from kernnetwerk_app.services.indeling import Gebied
from kernnetwerk_app.services.ontvanger import Ontvanger, lijkt_op, vind
from kernnetwerk_app.services.overdracht import NieuweOverdracht, OverdrachtBeeld, standaard
from kernnetwerk_app.services.toestemming import Akkoordgever, vraagt_reden
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.chips import Chips
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.fields import Fields
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.ticks import Ticks
from kernnetwerk_app.ui.layouts import StackingLayout, clear_layout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.notice import Notice

_CHARS_BESIDE = 60
_AKKOORD, _GEBIEDEN, _TOCH, _WETTEN = "akkoord_van", "gebieden", "toch", "over_wetten"
_SNEL = frozenset({"snelle_grond", "instelling"})
"""What is asked of a question that goes past the triage (TRI-07)."""
ASKED: Mapping[Overdrachtsoort, frozenset[str]] = {
    Overdrachtsoort.WARM: frozenset({"naar", "reden", "grond", _GEBIEDEN, *_SNEL}),
    Overdrachtsoort.HUISARTS: frozenset({"naar", "verwijzer", "deskundige"}),
    Overdrachtsoort.DERDE: frozenset({"naar", "verwijzer", "reden"}),
    Overdrachtsoort.BEGELEID: frozenset({"naar", "begeleider", "plek"}),
}
"""What each kind asks; the rest stays out of sight."""


class OverdrachtForm(QWidget):
    """`edited`: a person changed something. A warm hand-over is what one begins with."""

    edited = Signal()

    def __init__(self, theme: Theme, profiel: Gemeenteprofiel) -> None:
        super().__init__()
        self._theme, self._t, self._profiel = theme, load("overdracht").met(profiel.zeg), profiel
        self._teams: Keuzelijst = profiel.teamlijst
        self._experts: Keuzelijst = profiel.deskundigenlijst
        self._receivers: tuple[Ontvanger, ...] = ()
        self._kept_words = ""
        """Words that are nobody in the list, and that a person wants as they are."""
        self._mist = False
        self._givers: tuple[Akkoordgever, ...] = ()
        self._asks_reason = False
        """Whether a curator or mentor who decides along did not say yes."""
        self._refused_with: str | None = None
        """Who were ticked when that was told."""
        self._shown: dict[str, Field] = {}
        self.fields = Fields(self)
        self._kind = Chips(theme, "soort", self._t("nieuw.soort"), self._kinds())
        self.to = Pick(theme, [], typen=True)
        ground = Chips(theme, "grond", self._t("veld.grond"), profiel.lijst("delen_grond").opties())
        expert = Pick(theme, [("", keuze.label) for keuze in self._experts.keuzes], typen=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        kind = Field(theme, self._t("nieuw.soort"), self._kind)
        self.fields.add("soort", kind, self._kind)
        self._column.addWidget(kind)
        self._add_row([("naar", self.to), ("verwijzer", LineEdit(theme)), ("begeleider", LineEdit(theme))])
        self._build_meant()
        gronden = profiel.snelle_route.gronden
        if gronden:
            snel = Chips(theme, "snelle_grond", self._t("veld.snelle_grond"), list(gronden.items()))
            self._add_row([("snelle_grond", snel), ("instelling", LineEdit(theme))])
        self._add_row([("reden", LineEdit(theme)), ("deskundige", expert), ("plek", LineEdit(theme))])
        self._add_row([("grond", ground)])
        self._build_along()
        self._add_row([("zonder_reden", LineEdit(theme))])
        self.fields.prefill("soort", Overdrachtsoort.WARM.name)
        self.fields.edited.connect(self._on_edited)
        self._show_fields()

    def _build_meant(self) -> None:
        self._meant = Notice(self._theme, "")
        self._meant.button.setObjectName("bedoelt_u")
        self._meant.pressed.connect(self._take_meant)
        self._meant.hide()
        self._column.addWidget(self._meant)

    def _build_along(self) -> None:
        """Who said yes, whether it was told for another law, and which life domains go along."""
        self._agree, self._along = QVBoxLayout(), QVBoxLayout()
        self._ticked_options: dict[str, list[tuple[str, str]]] = {}
        self._domains: tuple[Gebied, ...] = ()
        self._chosen_domains = False
        """Whether a person ticked here: then another ground changes nothing."""
        self._column.addLayout(self._agree)
        self._add_row([(_TOCH, LineEdit(self._theme))])
        wetten = [(key, self._t(f"wet.{key}")) for key in ("nee", "ja")]
        self._add_row([(_WETTEN, Chips(self._theme, _WETTEN, self._t(f"veld.{_WETTEN}"), wetten))])
        self._column.addLayout(self._along)

    def set_choices(self, ontvangers: Sequence[Ontvanger], mist: bool) -> None:
        """To whom it can go, and whether something of the minimal set is missing."""
        self._receivers = tuple(ontvangers)
        self.to.set_options([("", ontvanger.label) for ontvanger in ontvangers])
        self._mist = mist
        self._show_fields()

    def set_akkoordgevers(self, gevers: Sequence[Akkoordgever]) -> None:
        """Who can say yes, each for themselves or for a child; of who lives alone that is not asked (EVV-06)."""
        self._givers = tuple(gevers)
        options = [(gever.sleutel, self._agrees(gever)) for gever in gevers]
        begin = options[0][0] if gevers and gevers[0].is_van_vraag and not gevers[0].namens else ""
        self._set_ticks(_AKKOORD, "akkoord", self._agree, options, begin)
        self._show_fields()

    def set_along(self, beeld: OverdrachtBeeld) -> None:
        """Which life domains can go along, each with a box, and for which laws was told what stands there."""
        self._domains = beeld.gebieden
        options = [(gebied.sleutel, gebied.naam) for gebied in beeld.gebieden]
        self._set_ticks(_GEBIEDEN, "mee", self._along, options, self._usual())
        self.fields.prefill(_WETTEN, "" if beeld.andere_wetten else "nee")
        namen = ", ".join(wet.value for wet in beeld.andere_wetten)
        eigen = self._t("wet.eigen", wet=beeld.wet.value) if beeld.wet not in (None, Wet.GEEN) else ""
        self.fields.set_hint(
            _WETTEN, " ".join(filter(None, (eigen, self._t("wet.ook", wetten=namen) if namen else "")))
        )
        self._show_fields()

    def along(self) -> frozenset[str]:
        """The keys of the domains that are ticked."""
        return frozenset(self.fields.text(_GEBIEDEN).split()) if _GEBIEDEN in self.fields else frozenset()

    def _usual(self) -> str:
        return " ".join(standaard(self._profiel, self._domains, self.fields.text("grond")))

    def _set_ticks(self, naam: str, boxes: str, place: QVBoxLayout, options: list[tuple[str, str]], begin: str) -> None:
        """Built anew when they are others than before, such as after an exchange; what was ticked stays."""
        before = self._ticked_options.get(naam, [])
        if options == before:
            return
        ticked = self.fields.text(naam) if before else None
        if before:
            self.fields.remove(naam)
            del self._shown[naam]
            clear_layout(place)
        self._ticked_options[naam] = options
        if options:
            self._add_row([(naam, Ticks(self._theme, options, boxes))], place)
            self.fields.prefill(naam, begin)
            if ticked is not None:
                self.fields.fill({naam: ticked})

    def show_fault(self, naam: str, zin: str) -> None:
        """Say what is wrong under this field, also where it was not asked before; who said yes under the ground, where
        nobody can be named.
        """
        if naam == _TOCH:
            self._asks_reason, self._refused_with = True, self._agreed()
        self._show_fields()
        self.fields.show_fault(naam if naam in self.fields else "grond", zin)

    def propose(self, team: str) -> None:
        """This team is where the question goes, unless a person says otherwise."""
        self.fields.prefill("naar", self._teams.label(team))
        self._show_fields()

    def fill(self, texts: Mapping[str, str]) -> None:
        """Put back what was kept, with the fields that are asked for it."""
        self._chosen_domains = self._chosen_domains or _GEBIEDEN in texts
        self._asks_reason = self._asks_reason or bool(texts.get(_TOCH))
        self.fields.fill(texts)
        self._show_fields()

    def wijze(self) -> Overdrachtsoort:
        return Overdrachtsoort[self._kind.text() or Overdrachtsoort.WARM.name]

    def read(self) -> NieuweOverdracht | None:
        """What was filled in, of what is asked for this kind; None when a field cannot be read."""
        wijze = self.wijze()
        values = self.fields.read([naam for naam, field in self._shown.items() if not field.isHidden()])
        if values is None or self._asks_who():
            return None
        naar = values.pop("naar") or ""
        akkoord = (values.pop(_AKKOORD, None) or "").split()
        mee = (values.pop(_GEBIEDEN, None) or "").split()
        wetten = values.pop(_WETTEN, None)
        wie = self._receiver()
        if values.get("deskundige"):
            values["deskundige"] = self._experts.waarde(values["deskundige"])
        return NieuweOverdracht(
            naar_id=wie.naar_id if wie is not None else None,
            naar_team=wie.naar_team if wie is not None else naar or None,
            wijze=wijze,
            akkoord_van=tuple(akkoord),
            gebieden=tuple(mee),
            over_wetten=None if wetten is None else wetten == "ja",
            **values,
        )

    def reset(self) -> None:
        """As it began, after what was in it was handed in."""
        self.fields.reset()
        self._kept_words, self._chosen_domains, self._asks_reason, self._refused_with = "", False, False, None
        self._show_fields()

    def _agreed(self) -> str:
        return self.fields.text(_AKKOORD) if _AKKOORD in self.fields else ""

    def _is_without(self) -> bool:
        """Whether the yes of who decides along is still missing: with theirs no reason is asked, nor kept."""
        agreed = self._agreed()
        return agreed == self._refused_with or vraagt_reden(self._givers, agreed.split())

    def _receiver(self) -> Ontvanger | None:
        """Who is meant by the words; None for somebody who is not in the list."""
        return vind(self.to.text(), self._receivers)

    def _asks_who(self) -> bool:
        """Words that are nobody but look like somebody: asked once, and kept when a person goes on with them. Who is
        reached past the triage is never mere words: that is asked every time (TRI-07).
        """
        getypt = lees_regel(self.to.text())
        wie = lijkt_op(getypt, self._receivers) if self._receiver() is None else None
        snel = wie is not None and wie.buiten_triage and self.wijze() is Overdrachtsoort.WARM
        if wie is None or (getypt == self._kept_words and not snel):
            return False
        self._kept_words = getypt
        vraag = self._t("bedoelt.snel" if snel else "bedoelt.vraag", getypt=getypt, naam=wie.label)
        self._meant.set_state(vraag, "letop", self._t("bedoelt.ja", naam=wie.label))
        self._meant.setProperty("naam", wie.label)
        self._meant.show()
        self._meant.tell()
        self._meant.button.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _take_meant(self) -> None:
        self.to.set_text(self._meant.property("naam"))
        self.to.edited.emit()
        self.fields.go_to("naar")

    def _agrees(self, gever: Akkoordgever) -> str:
        namen = [mens.naam or self._t("veld.zonder_naam") for mens in (gever.wie, *gever.voor)]
        if gever.namens:
            return self._t("veld.akkoord_voor", naam=gever.namens, kinderen=namen[0])
        if not gever.voor:
            return namen[0]
        zin = "veld.akkoord_ook" if gever.zelf else "veld.akkoord_voor"
        return self._t(zin, naam=namen[0], kinderen=" en ".join(namen[1:]))

    def _kinds(self) -> list[tuple[str, str]]:
        return [(soort.name, self._t(f"soort.{soort.name.lower()}")) for soort in Overdrachtsoort]

    def _add_row(
        self, parts: Sequence[tuple[str, Chips | Pick | LineEdit | Ticks]], place: QVBoxLayout | None = None
    ) -> None:
        row = StackingLayout(self._theme, _CHARS_BESIDE)
        hints = self._t.groep("hint")
        for naam, editor in parts:
            field = Field(self._theme, self._t(f"veld.{naam}"), editor, hints.get(naam, ""), below=True)
            self.fields.add(naam, field, editor, None if isinstance(editor, Chips | Ticks) else lees_regel)
            self._shown[naam] = field
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        (place or self._column).addLayout(row)

    def _show_fields(self) -> None:
        wijze, wie = self.wijze(), self._receiver()
        asked = ASKED[wijze] | ({"zonder_reden"} if self._mist and wijze is Overdrachtsoort.WARM else set())
        if "grond" in asked and self.fields.text("grond") == MET_JA:
            asked |= {_AKKOORD, _TOCH} if self._asks_reason and self._is_without() else {_AKKOORD}
        asked |= {_WETTEN} if "grond" in asked and self._profiel.delen.aan_tafel(self.fields.text("grond")) else set()
        if _GEBIEDEN in self.fields and not self._chosen_domains:
            self.fields.prefill(_GEBIEDEN, self._usual())
        if wie is None or not wie.buiten_triage:
            asked -= _SNEL
        for naam, field in self._shown.items():
            field.setHidden(naam not in asked)
        if een_regel(self.to.text()) != self._kept_words:  # more than a line is told when the form is read
            self._meant.hide()

    def _on_edited(self, naam: str) -> None:
        self._chosen_domains = self._chosen_domains or naam == _GEBIEDEN
        self._show_fields()
        self.edited.emit()
