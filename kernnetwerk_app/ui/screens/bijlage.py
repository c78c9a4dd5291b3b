"""What belongs to a dossier and was not written in it: photographs, letters, offers, and the resident's own plan."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtGui import QDragEnterEvent, QDropEvent

from kernnetwerk_app.domain.bijlage import TERUG_DAGEN, Bijlage, Vorm
from kernnetwerk_app.domain.tekst import neutraal
from kernnetwerk_app.services import bijlage, opbergen
from kernnetwerk_app.services.bijlage import BijlageBeeld, Stuk
from kernnetwerk_app.services.opbergen import Origineel
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.bestandskeuze import kies_bestanden
from kernnetwerk_app.ui.forms.bijlage_forms import BijlageForm, EigenPlanForm
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.papier.inlezer import Inlezer
from kernnetwerk_app.ui.screens.dossierscherm import Dossierscherm
from kernnetwerk_app.ui.widgets.bijlage_rij import BijlageRij
from kernnetwerk_app.ui.widgets.eigen_plan_regel import open_bijlage
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow

OWN_PLAN = "persoonlijk_plan"
"""What a file is that is chosen as the resident's own plan, until somebody says otherwise."""


class BijlageScreen(Dossierscherm[BijlageBeeld]):
    """`choose_files` is what tests replace by files of their own. Files can be dropped here too."""

    choose_files = staticmethod(kies_bestanden)

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID) -> None:
        woorden = load("bijlage").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, huishouden_id, woorden, bijlage.load, woorden("onder"))
        self.setObjectName("bijlage")
        self.setAcceptDrops(True)
        self._waiting: list[tuple[Path, str]] = []
        self._reader: Inlezer | None = None
        self._kept: list[tuple[UUID, Origineel]] = []
        self._told: list[str] = []
        """What is to be said of the files that were just chosen."""
        self._many = False
        self._to_describe: UUID | None = None
        self._after: list[Callable[[], None]] = []
        self.body.addLayout(self.forms)
        left, right = self.add_columns()
        self.build_part(left, "stukken")
        self.build_part(right, "eigen_plan")
        self.build_part(left, "weg")
        self.show_part("weg", False)
        self.build_back("naar_dossier", omgeving.ga.dossier)
        self._next = self.build_next(woorden("voet.nieuw"), "kies_bestand", self._choose)

    def show_beeld(self, beeld: BijlageBeeld) -> None:
        self._next.setEnabled(self._reader is None)
        self.fill("stukken", [self._row(stuk) for stuk in beeld.stukken])
        own: list[ListRow | InfoRow] = [self._row(stuk) for stuk in beeld.eigen_plan]
        if not own:
            own.append(InfoRow(self.theme, self._t("leeg.eigen_plan")))
        ways = (("bestand", "papier", partial(self._choose, OWN_PLAN)), ("woorden", "pen", self._write_plan))
        for naam, icon, deed in ways:
            row = ListRow(self.theme, self._t(f"eigen_plan.{naam}"), icon=icon)
            row.setObjectName(f"eigen_plan_{naam}")
            row.clicked.connect(lambda _=False, deed=deed: deed())
            own.append(row)
        self.fill("eigen_plan", own)
        self.fill("weg", [self._row_aside(stuk) for stuk in beeld.weg])
        self.show_part("weg", bool(beeld.weg))
        alle = {stuk.bijlage.id: stuk.bijlage for stuk in (*beeld.eigen_plan, *beeld.stukken)}
        if self._to_describe in alle:
            record, self._to_describe = alle[self._to_describe], None
            self._describe(record)

    def keep_typed(self, then: Callable[[], None]) -> None:
        """What is being read of a file is taken in first."""
        if self._reader is None:
            super().keep_typed(then)
        else:
            self._after.append(lambda: super(BijlageScreen, self).keep_typed(then))

    def _row(self, stuk: Stuk) -> BijlageRij:
        record = stuk.bijlage
        deeds = {
            "bekijk": partial(self._look_at, record.id),
            "beschrijf": partial(self._describe, record),
            "weg": partial(self._ask_away, record),
        }
        return BijlageRij(self.theme, stuk, deeds)

    def _row_aside(self, stuk: Stuk) -> BijlageRij:
        return BijlageRij(self.theme, stuk, {"terug": partial(self._put_back, stuk.bijlage)})

    # -- taking in -----------------------------------------------------------------------------------------------

    def _choose(self, aard: str = "") -> None:
        t = self._t
        places, _ = self.choose_files(self, t("kies.titel"), "", t("kies.filter"))
        self._take([Path(place) for place in places], aard)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._take(_files(event))

    def _take(self, places: Sequence[Path], aard: str = "") -> None:
        if not places:
            return
        self._waiting += [(place, aard) for place in places]
        if self._reader is None:
            self.forget_question()
            self._kept, self._told, self._many = [], [], len(places) > 1
            self._next.setEnabled(False)
            self.show_notice(self._t("bezig.een"))
            self._read_next()

    def _read_next(self) -> None:
        if self._reader is not None:
            self._reader.deleteLater()
            self._reader = None
        if not self._waiting:
            self._all_read()
            return
        place, aard = self._waiting.pop(0)
        self._reader = Inlezer(self.omgeving, self.huishouden_id, place, aard, self.herkomst, self)

        def failed(fout: Exception) -> None:
            zin = sentence(fout)
            self._told.append(f"{neutraal(place.name)}: {zin}" if self._many else zin)
            self._read_next()

        self._reader.start(self._one_kept, failed)

    def _one_kept(self, bijlage_id: UUID, van: Origineel, afgevlakt: bool) -> None:
        self._kept.append((bijlage_id, van))
        if afgevlakt:
            self._told.append(self._t("klaar.afgevlakt"))
        self._read_next()

    def _all_read(self) -> None:
        """What went wrong, what is here now, and the offer to remove what stands elsewhere; then to say what it is."""
        self.clear_notice()
        self._next.setEnabled(True)
        aantal = len(self._kept)
        if aantal:
            self._offer_removal([van for _, van in self._kept])
            announce(self, self._t("klaar.een") if aantal == 1 else self._t("klaar.meer", aantal=aantal))
            self._to_describe = self._kept[0][0]
            self.refresh()
        if self._told:
            self.show_notice("\n".join(dict.fromkeys(self._told)))  # of several files each has a line
        after, self._after = self._after, []
        for then in after:
            then()

    def _offer_removal(self, originals: Sequence[Origineel]) -> None:
        t, aantal = self._t, len(originals)
        klaar = t("klaar.een") if aantal == 1 else t("klaar.meer", aantal=aantal)
        vraag = t("origineel.een") if aantal == 1 else t("origineel.meer", aantal=aantal)
        self.ask(f"{klaar} {vraag}", t("origineel.knop"), "verwijder_origineel", partial(self._remove, originals))

    def _remove(self, originals: Sequence[Origineel]) -> None:
        def work() -> None:
            for van in originals:
                opbergen.verwijder(van)

        self.omgeving.tasks.read(
            self,
            work,
            lambda _: self.show_notice(self._t("origineel.weg")),
            lambda fout: self.show_notice(sentence(fout)),
        )

    # -- what is here --------------------------------------------------------------------------------------------

    def _look_at(self, bijlage_id: UUID) -> None:
        back = partial(self.omgeving.ga.bijlage, self.huishouden_id)
        open_bijlage(self.omgeving, self, self.huishouden_id, bijlage_id, back)

    def _describe(self, record: Bijlage) -> None:
        self.open_form(lambda beeld: BijlageForm(self.omgeving, beeld, record))

    def _write_plan(self) -> None:
        self.open_form(lambda beeld: EigenPlanForm(self.omgeving, beeld))

    def _ask_away(self, record: Bijlage) -> None:
        vraag = self._t("weg.vraag_woorden") if record.vorm is Vorm.WOORDEN else self._t("weg.vraag", dagen=TERUG_DAGEN)
        self.ask(vraag, self._t("weg.knop"), "ja_haal_weg", partial(self._take_away, record))

    def _take_away(self, record: Bijlage) -> None:
        plek, beeld = self.omgeving.plek, self.beeld
        if beeld is not None:
            bases = beeld.bases[record.id]
            self.keep_typed(self.drop_form)
            self.omgeving.tasks.write(
                self, lambda: bijlage.haal_weg(plek, record, bases, self.herkomst), failed=self.omgeving.meld_fout
            )

    def _put_back(self, record: Bijlage) -> None:
        plek, beeld = self.omgeving.plek, self.beeld
        if beeld is not None:
            bases = beeld.bases[record.id]
            self.omgeving.tasks.write(
                self, lambda: bijlage.zet_terug(plek, record, bases, self.herkomst), failed=self.omgeving.meld_fout
            )


def _files(event: QDropEvent) -> list[Path]:
    """Files of this computer: looking up another one on the network tells it who asks (security.md 58)."""
    urls = (url for url in event.mimeData().urls() if url.isLocalFile() and not url.host())
    return [Path(url.toLocalFile()) for url in urls]
