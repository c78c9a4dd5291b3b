"""The sociale kaart: typed as somebody says it, near and light first; what is chosen goes along as Uw wegwijzer."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt

from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.domain.kaartbestand import MAX_BESTAND, BestandNietBewaard
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.services import kaartbestand, opbergen, stukken, voorziening, wegwijzer
from kernnetwerk_app.services.kaartbestand import Binnengekomen
from kernnetwerk_app.services.papier import Vormpapier
from kernnetwerk_app.services.voorziening import Kaart, Treffer, Zoekvraag
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.bestandskeuze import kies_bestand, kies_plaats
from kernnetwerk_app.ui.forms.in_beeld import bring_into_sight
from kernnetwerk_app.ui.forms.kaartfilter import Kaartfilter
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.antwoorden import Antwoorden
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.kernenkaart import Kernenkaart
from kernnetwerk_app.ui.widgets.list_row import ListRow
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.plek_kaart import PlekKaart
from kernnetwerk_app.ui.widgets.rows import Rows
from kernnetwerk_app.ui.widgets.text_field import TextField
from kernnetwerk_app.ui.widgets.wegwijzerlijst import Wegwijzerlijst

EERST = 12
"""So many rows are shown at once; more when a person asks for them."""
MEEST_FOUTEN = 5


class SocialeKaartScreen(Scherm):
    """Needs no dossier. `ask_open` and `ask_save` are what tests replace by an answer of their own."""

    ask_open = staticmethod(kies_bestand)
    ask_save = staticmethod(kies_plaats)

    def __init__(self, omgeving: Omgeving) -> None:
        self._t = load("socialekaart").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, self._t("titel"))
        self.setObjectName("socialekaart")
        self._kaart: Kaart | None = None
        self._dossier: UUID | None = None
        """Of which dossier Uw wegwijzer is a paper, until one goes elsewhere: never of one that somebody forgot."""
        self._gekozen_voor: UUID | None = None
        """For which dossier places were chosen last; they stay for whoever comes back to it, and for nobody else's."""
        self._treffers: list[Treffer] = []
        self._hoeveel = EERST
        self._open = ""
        self._op_de_map: tuple[str, str] | None = None
        """From where and by which way one looks on the map, as it stands there."""
        self._pool: list[ListRow] = []
        self.zoekveld = TextField(self.theme, self._t("zoek"), icon="zoek", hoog=52)
        self.zoekveld.setObjectName("zoek")
        self.zoekveld.setAccessibleName(self._t("zoek_naam"))
        self.zoekveld.textChanged.connect(lambda _: self._search())
        self.filter = Kaartfilter(self.theme, omgeving.plek.profiel)
        self.filter.changed.connect(self._search)
        self.body.addWidget(self.zoekveld)
        self.body.addWidget(self.filter)
        self._build_columns()
        self._build_foot()

    def _build_columns(self) -> None:
        theme, t = self.theme, self._t
        links, rechts = self.add_columns((6, 6))
        self._rijen = Rows(theme)
        self._meer = Button(theme, t("meer"), "kaal", icon="neer", hoog=44)
        self._meer.setObjectName("meer")
        self._meer.clicked.connect(self._show_more)
        self._mag_voorstellen = self.omgeving.plek.mag(Recht.SOCIALE_KAART)
        self._leeg = EmptyBox(theme, t("leeg"), t("niets_stel_voor") if self._mag_voorstellen else "")
        self._leeg.pressed.connect(self._propose_new)
        links.addWidget(self._rijen)
        links.addWidget(self._meer, 0, Qt.AlignmentFlag.AlignLeft)
        links.addWidget(self._leeg)
        self._plek = PlekKaart(theme, self._mag_voorstellen)
        self._plek.wegwijzer.connect(self._put_or_take)
        self._plek.wijzig.connect(self._propose_change)
        self._lijst = Wegwijzerlijst(theme)
        self._lijst.changed.connect(self._on_wegwijzer)
        self._map = Kernenkaart(theme, self.filter.plaatsen())
        self._map.chosen.connect(self.filter.choose_kern)
        self._map_words = PlainLabel(theme, letter="klein", kleur="inkt2", wrap=True)
        self._antwoorden = Antwoorden(theme)
        for widget in (self._plek, self._lijst, self._antwoorden, self._map, self._map_words):
            rechts.addWidget(widget)
        lees = Button(theme, t("tabel.lees"), "kaal", icon="op", hoog=44)
        lees.setObjectName("lees_tabel")
        lees.clicked.connect(self._read_table)
        if not self._mag_voorstellen:
            lees.hide()
        bewaar = Button(theme, t("tabel.bewaar"), "kaal", icon="schijf", hoog=44)
        bewaar.setObjectName("bewaar_tabel")
        bewaar.clicked.connect(self._save_table)
        rechts.addWidget(lees, 0, Qt.AlignmentFlag.AlignLeft)
        rechts.addWidget(bewaar, 0, Qt.AlignmentFlag.AlignLeft)
        self._plek.hide()

    def _build_foot(self) -> None:
        nieuw = self.foot.add_quiet(self._t("voet.nieuw"), icon="plus")
        nieuw.setObjectName("nieuw")
        nieuw.clicked.connect(self._propose_new)
        nieuw.setVisible(self._mag_voorstellen)
        self._print = self.foot.set_primary(self._t("voet.print"), trailing="print")
        self._print.setObjectName("print")
        self._print.setEnabled(False)
        self._print.clicked.connect(self._print_wegwijzer)

    # -- loading and searching -----------------------------------------------------------------------------------

    def refresh(self) -> None:
        plek = self.omgeving.plek

        def load_kaart() -> Kaart:
            with plek.store.read() as lezer:
                return voorziening.load(plek, lezer)

        self.omgeving.tasks.read(self, load_kaart, self._show, self.omgeving.meld_fout)

    def on_changes(self, changes: Changes) -> None:
        if Voorziening.soort in changes.soorten and self._kaart is not None:
            self.refresh()

    def focus_first(self) -> None:
        self.zoekveld.setFocus(Qt.FocusReason.OtherFocusReason)

    def zoek(self, getypt: str, kern: str = "") -> None:
        """Look for these words, as if they were typed here: what somebody asked at the inloop, for instance, with the
        kern they come from.
        """
        if kern:
            self.filter.choose_kern(kern)
        if getypt:
            self.zoekveld.setText(getypt)

    def set_dossier(self, huishouden_id: UUID | None) -> None:
        """Uw wegwijzer is for this dossier from here on, so that it can be kept with what is to be delivered; None: for
        whoever takes it along. What was chosen for another dossier goes: it says too much about them.
        """
        if huishouden_id is not None and self._gekozen_voor not in (None, huishouden_id):
            self._lijst.clear()
        self._dossier = huishouden_id
        self._lijst.set_of_dossier(is_of=huishouden_id is not None)

    def leave(self, then: Callable[[], None]) -> None:
        def gone() -> None:
            self.set_dossier(None)
            then()

        super().leave(gone)

    def vraag(self) -> Zoekvraag:
        """What is asked now."""
        return self.filter.vraag(self.zoekveld.text())

    def _show(self, kaart: Kaart) -> None:
        self._kaart = kaart
        self.filter.begin_in(kaart.hier)
        self.filter.show_rubrieken(kaart.voorzieningen)
        self.set_title(self._t("titel"), self._t("ondertitel", aantal=len(kaart.voorzieningen)))
        self._lijst.keep({str(v.id): v.naam for v in kaart.voorzieningen})
        self._antwoorden.show_answers(kaart.niet_overgenomen)
        self._search()

    def _search(self) -> None:
        """Answered at once and in memory: no thread comes between two keys."""
        if self._kaart is None:
            return
        vraag = self.vraag()
        self._treffers = voorziening.zoek(self._kaart, vraag)
        self._hoeveel = EERST
        self._show_map(self._kaart, vraag)
        self._show_rows()
        self._show_plek()

    def _show_more(self) -> None:
        self._hoeveel += EERST
        self._show_rows()

    def _show_rows(self) -> None:
        zichtbaar = self._treffers[: self._hoeveel]
        while len(self._pool) < len(zichtbaar):
            self._pool.append(self._new_row(len(self._pool)))
        for nummer, rij in enumerate(self._pool):
            if nummer < len(zichtbaar):
                self._fill_row(rij, zichtbaar[nummer])
                rij.set_place(nummer == 0, nummer == len(zichtbaar) - 1)
            rij.setVisible(nummer < len(zichtbaar))
        self._rijen.setVisible(bool(zichtbaar))
        self._meer.setVisible(len(self._treffers) > len(zichtbaar))
        self._leeg.setVisible(not zichtbaar)
        is_leeg = self._kaart is not None and not self._kaart.voorzieningen
        self._leeg.set_text(self._t("leeg" if is_leeg else "niets"))
        self._tell_count()

    def _new_row(self, nummer: int) -> ListRow:
        """Rows are made once and get other words: making them anew with each key would be felt."""
        rij = ListRow(self.theme, " ", " ", "plek", right=" ")
        rij.setObjectName(f"treffer_{nummer}")
        rij.clicked.connect(partial(self._open_row, nummer))
        self._rijen.add(rij)
        return rij

    def _fill_row(self, rij: ListRow, treffer: Treffer) -> None:
        t, v, kaart = self._t, treffer.voorziening, self._kaart
        if v is None or kaart is None:
            artikel = treffer.artikel
            rij.set_words(artikel.titel if artikel else "", artikel.kort if artikel else "", t("rij.artikel"))
            rij.set_icon("boek")
        else:
            merk = t("rij.oud") if treffer.is_oud else t("rij.voorstel") if v.voorgesteld_door_id else ""
            toegang = "" if v.is_vrij else kaart.profiel.lijst("toegankelijkheid").label(v.toegang)
            hoe = ", ".join(deel for deel in (t(f"aanbod.{v.aanbod}") if v.aanbod else "", toegang) if deel)
            onder = (kaart.profiel.lijst("rubrieken").label(v.rubriek), v.wanneer, hoe, merk)
            ver = kaart.nabijheid.in_woorden(treffer.afstand) if treffer.afstand else v.kern or ""
            rij.set_words(v.naam, " · ".join(deel for deel in onder if deel), ver)
            rij.set_icon("klok" if v.is_activiteit else "plek")
        rij.set_chosen(treffer.sleutel == self._open)

    def _tell_count(self) -> None:
        """How many were found; and why nothing can be printed, as long as that is so."""
        aantal = len(self._treffers)
        oud = sum(treffer.is_oud for treffer in self._treffers)
        zin = self._t("voet.feit_een") if aantal == 1 else self._t("voet.feit", aantal=aantal)
        if oud:
            zin = f"{zin} {self._t('voet.oud_een') if oud == 1 else self._t('voet.oud', aantal=oud)}"
        self.foot.set_fact(zin if self._lijst.gekozen() else f"{zin} {self._t('voet.niets_gekozen')}")

    def _show_map(self, kaart: Kaart, vraag: Zoekvraag) -> None:
        if (vraag.vanuit, vraag.manier) == self._op_de_map:
            return  # a key was typed: the map stays as it is, and so does the page around it
        self._op_de_map = vraag.vanuit, vraag.manier
        manier = kaart.nabijheid.manier(vraag.manier)
        straal = manier.snelheid * manier.minuten / 60 / kaart.nabijheid.omweg if manier else 0.0
        self._map.set_here(vraag.vanuit, straal)
        self._map.setVisible(len(self._map.buttons()) > 1)
        self._map_words.setText(self.filter.in_woorden(kaart))

    # -- the one that is open ------------------------------------------------------------------------------------

    def _open_row(self, nummer: int) -> None:
        if nummer >= len(self._treffers):
            return
        self._open = self._treffers[nummer].sleutel
        self._show_rows()
        self._show_plek()
        bring_into_sight(self._plek)
        announce(self, self._plek.accessibleName())

    def _show_plek(self) -> None:
        treffer = next((treffer for treffer in self._treffers if treffer.sleutel == self._open), None)
        self._plek.setVisible(treffer is not None)
        if treffer is None or self._kaart is None:
            return
        if treffer.artikel is not None:
            self._plek.show_artikel(treffer)
            return
        vanuit = self.vraag().vanuit
        brengers = voorziening.vervoer(self._kaart, treffer, vanuit)
        self._plek.show_plek(self._kaart, treffer, vanuit, brengers, self._open in self._lijst.gekozen())

    # -- Uw wegwijzer --------------------------------------------------------------------------------------------

    def _propose_new(self) -> None:
        self.omgeving.ga.voorziening()

    def _propose_change(self, sleutel: str) -> None:
        self.omgeving.ga.voorziening(UUID(sleutel))

    def _put_or_take(self, sleutel: str) -> None:
        gevonden = self._kaart.find(sleutel) if self._kaart is not None else None
        if gevonden is not None:
            self._lijst.put_or_take(sleutel, gevonden.naam)
            self._plek.focus_wegwijzer()

    def _on_wegwijzer(self) -> None:
        self._gekozen_voor = (self._dossier or self._gekozen_voor) if self._lijst.gekozen() else None
        self._print.setEnabled(bool(self._lijst.gekozen()))
        self._tell_count()
        self._show_plek()

    def _print_wegwijzer(self) -> None:
        gekozen = [UUID(sleutel) for sleutel in self._lijst.gekozen()]
        plek, kern, ga, hier = self.omgeving.plek, self.vraag().vanuit, self.omgeving.ga, self._dossier
        if hier is not None:
            stuk = Stuk(Stuksoort.WEGWIJZER, hier, plekken=tuple(gekozen))
            ga.papier(stukken.papier(plek, stuk), hier, partial(ga.papieren, hier))
            return
        ga.papier(Vormpapier(partial(wegwijzer.wegwijzer, plek, gekozen, kern)), None, lambda: ga.socialekaart())

    # -- the table -----------------------------------------------------------------------------------------------

    def _read_table(self) -> None:
        pad, _ = self.ask_open(self, self._t("tabel.open_titel"), "", self._t("tabel.soort"))
        if not pad:
            return
        plek, herkomst = self.omgeving.plek, self.herkomst

        def work() -> Binnengekomen:
            return kaartbestand.lees_in(plek, opbergen.lees_hoogstens(Path(pad), MAX_BESTAND + 1), herkomst)

        self.omgeving.tasks.write(self, work, self._table_read, lambda fout: self.show_notice(sentence(fout)))

    def _table_read(self, binnen: Binnengekomen) -> None:
        t = self._t
        zinnen = [t("tabel.gelezen", nieuw=binnen.nieuw, gewijzigd=binnen.gewijzigd, gelijk=binnen.gelijk)]
        if binnen.gesloten:
            een = binnen.gesloten == 1
            zinnen.append(t("tabel.gesloten_een") if een else t("tabel.gesloten", aantal=binnen.gesloten))
        if binnen.fouten:
            zinnen.append(t("tabel.fouten", aantal=len(binnen.fouten)))
        for fout in binnen.fouten[:MEEST_FOUTEN]:
            eigen = f"regelfout.{fout.code}"
            waarom = t(eigen) if eigen in t else load("fouten")(fout.code)
            vorm = "tabel.fout_kolom" if fout.kolom else "tabel.fout_regel"
            zinnen.append(t(vorm, regel=fout.regel, kolom=fout.kolom, waarom=waarom))
        if len(binnen.fouten) > MEEST_FOUTEN:
            zinnen.append(t("tabel.fouten_meer", aantal=len(binnen.fouten) - MEEST_FOUTEN))
        self.show_notice(" ".join(zinnen))

    def _save_table(self) -> None:
        pad, _ = self.ask_save(self, self._t("tabel.bewaar_titel"), self._t("tabel.naam"), self._t("tabel.soort"))
        if not pad:
            return
        plek = self.omgeving.plek

        def work() -> None:
            try:
                Path(pad).write_bytes(kaartbestand.schrijf_uit(plek))
            except OSError:
                raise BestandNietBewaard from None

        self.omgeving.tasks.read(
            self,
            work,
            lambda _: self.show_notice(self._t("tabel.bewaard")),
            lambda fout: self.show_notice(sentence(fout)),
        )
