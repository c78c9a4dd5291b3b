"""The contacts of a spreekuur, the latest first; under the last or chosen one what can become of it."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kernnetwerk_app.domain.inloopcontact import Gevolg, Inloopcontact
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.domain.tekst import neutraal
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.services import inloopcontact
from kernnetwerk_app.services.spreekuur import SpreekuurBeeld
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.inloop_verbetering import InloopVerbetering
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.chip import Chip
from kernnetwerk_app.ui.widgets.contact_line import ContactLine
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.notice import Notice

Stand = tuple[Inloopcontact, bool, int | None]
"""What a line shows: the contact, whether it is chosen, and the unit of which there are two versions."""
_ICON = {Gevolg.SIGNAAL: "vlag", Gevolg.MELDING: "papier"}


class InloopRegels(QWidget):
    """`melding` and `signaal` (Inloopcontact): somebody wants to go on with it. `changed`: load anew.

    `correcting(bool)`: a contact is being put right, or that is over; then this is what the page is about.
    """

    melding = Signal(object)
    signaal = Signal(object)
    changed = Signal()
    correcting = Signal(bool)

    def __init__(self, omgeving: Omgeving, herkomst: object) -> None:
        super().__init__()
        self._omgeving, self._herkomst, self._t = omgeving, herkomst, load("inloop")
        self._beeld: SpreekuurBeeld | None = None
        self._gekozen_id: UUID | None = None
        self._verbetering: InloopVerbetering | None = None
        self._away = Notice(omgeving.theme, self._t("verander.weg"), action=self._t("verander.zet_terug"))
        self._away.button.setObjectName("zet_terug")
        self._away.pressed.connect(self._put_back)
        self._away.hide()
        self._away_id: UUID | None = None
        self._lines: dict[UUID, tuple[Stand | None, ContactLine]] = {}
        self._empty = EmptyBox(omgeving.theme, self._t("regel.leeg"))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._away)
        column.addLayout(self._list)
        column.addWidget(self._empty)

    def show_contacts(self, beeld: SpreekuurBeeld) -> None:
        """These contacts; not while one of them is being put right, whose words would go."""
        had = self._beeld.contacten if self._beeld is not None else ()
        is_new = self._beeld is not None and bool({c.id for c in beeld.contacten[:1]} - {c.id for c in had})
        if had and self._gekozen_id is None and self.isAncestorOf(QApplication.focusWidget() or self):
            self._gekozen_id = had[0].id  # somebody is about to do something with it
        self._beeld = beeld
        if self._verbetering is None:
            self._fill()
            if is_new:
                self._lines[beeld.contacten[0].id][1].slide_in()

    def follow_latest(self) -> None:
        """Something was written down here: that is the one to go on with."""
        self._gekozen_id = None

    def is_correcting(self) -> bool:
        return self._verbetering is not None

    def submit(self) -> None:
        """Save the contact that is being put right."""
        if self._verbetering is not None:
            self._verbetering.submit()

    def leave(self, then: Callable[[], None]) -> None:
        if self._verbetering is not None:
            self._verbetering.leave(then)
        else:
            then()

    # -- the list ------------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        """Make anew only the lines that say something else: of forty people thirty-nine stay as they were."""
        in_focus = QApplication.focusWidget()
        naam = in_focus.objectName() if in_focus is not None and self.isAncestorOf(in_focus) else ""
        contacten = self._beeld.contacten if self._beeld is not None else ()
        twee = self._beeld.twee_versies if self._beeld is not None else {}
        gekozen = next((c for c in contacten if c.id == self._gekozen_id), contacten[0] if contacten else None)
        before, self._lines = self._lines, {}
        for place, contact in enumerate(contacten):
            stand = (contact, contact is gekozen, twee.get(contact.id))
            had = before.get(contact.id)
            if had is not None and had[0] == stand:
                self._lines[contact.id] = before.pop(contact.id)
            else:
                line = self._line(contact, contact is gekozen)
                self._list.insertWidget(place, line)
                line.show()  # now, and not when Qt comes to it: the focus may have to go back to it
                self._lines[contact.id] = (stand, line)
        for _, line in before.values():
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._empty.setVisible(not contacten)
        self._order()
        self._give_back_focus(naam)

    def _order(self) -> None:
        """Tab follows the eye, also where a new line stands above older ones."""
        stops: list[QWidget] = [self._away.button]
        stops += [stop for _, line in self._lines.values() for stop in line.stops()]
        for one, next_one in pairwise(stops):
            QWidget.setTabOrder(one, next_one)

    def _give_back_focus(self, naam: str) -> None:
        """The lines are new ones; who stood on one of them stands there again."""
        nieuw = [widget for widget in self.findChildren(QWidget, naam) if not widget.isHidden()] if naam else []
        if nieuw:
            nieuw[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, contact: Inloopcontact, gekozen: bool) -> ContactLine:
        theme, gevolg = self._omgeving.theme, contact.gevolg
        chip = Chip(theme, self._t(f"regel.{gevolg.value}"), "goed", _ICON[gevolg]) if gevolg else None
        tijd = toon_tijd(contact.tijd) if contact.tijd else ""
        line = ContactLine(theme, tijd, neutraal(contact.vraag) or self._t("regel.gewist"), self._done(contact), chip)
        line.line.setObjectName(f"contact_{contact.id}")
        line.line.clicked.connect(partial(self._choose, contact.id))
        if gekozen:
            line.choose()
            self._add_actions(line, contact)
        return line

    def _add_actions(self, line: ContactLine, contact: Inloopcontact) -> None:
        t, ga = self._t, self._omgeving.ga
        twee = self._beeld.twee_versies.get(contact.id) if self._beeld is not None else None
        if twee is not None:
            button = line.add_action(t("doe.kies_versie"), "kopie", "kies_versie")
            button.clicked.connect(lambda: ga.conflict(contact.id, twee, ga.inloop))
        if contact.gevolg is None:
            button = line.add_action(t("doe.signaal"), "vlag", "maak_signaal")
            button.clicked.connect(lambda: self.signaal.emit(contact))
        if contact.gevolg is None and self._omgeving.plek.mag(Recht.MELDING):
            button = line.add_action(t("doe.melding"), "papier", "maak_melding")
            button.clicked.connect(lambda: self.melding.emit(contact))
        gevolg_id = contact.gevolg_id
        if contact.gevolg is Gevolg.MELDING and gevolg_id is not None and self._omgeving.plek.mag_dossiers:
            button = line.add_action(t("doe.dossier"), "map", "open_dossier")
            button.clicked.connect(lambda: ga.dossier(gevolg_id))
        if contact.is_gewist:
            return
        kern = contact.kern or (self._beeld.spreekuur.kern if self._beeld is not None else None) or ""
        button = line.add_action(t("doe.wegwijzer"), "wijzer", "geef_wegwijzer")
        button.clicked.connect(lambda: ga.socialekaart(contact.vraag, kern))
        button = line.add_action(t("doe.verander"), "pen", "verander")
        button.clicked.connect(lambda: self._correct(line, contact.id))

    def _done(self, contact: Inloopcontact) -> str:
        """Everything but the question in a few words; of a name the initials, for others read along."""
        t, profiel = self._t, self._omgeving.plek.profiel
        delen = (
            contact.kern or "",
            inloopcontact.leefgebieden(profiel).label(contact.leefgebied),
            profiel.lijst(inloopcontact.GEDAAN).label(contact.gedaan),
            t("regel.naar", wie=contact.verwezen) if contact.verwezen else "",
            self._taken_along(contact),
            contact.voorletters or (t("regel.schuilnaam") if contact.schuilnaam else ""),
        )
        return "  ·  ".join(neutraal(deel) for deel in delen if deel)

    def _taken_along(self, contact: Inloopcontact) -> str:
        t, waar, wie = self._t, contact.begeleid_plek, contact.begeleid_door
        if waar and wie:
            return t("regel.mee_met", wie=wie, waar=waar)
        return t("regel.mee", waar=waar) if waar else t("regel.mee_door", wie=wie) if wie else ""

    # -- acts ----------------------------------------------------------------------------------------------------------

    def _choose(self, contact_id: UUID) -> None:
        if self._verbetering is None:
            self._gekozen_id = contact_id
            self._fill()

    def _correct(self, line: ContactLine, contact_id: UUID) -> None:
        if self._verbetering is not None:
            return
        self._gekozen_id = contact_id
        self._verbetering = InloopVerbetering(self._omgeving, contact_id, self._herkomst)
        self._verbetering.closed.connect(self._corrected)
        self._verbetering.removed.connect(self._removed)
        line.correct_with(self._verbetering)
        self._lines[contact_id] = (None, line)  # whatever comes of it, this one is made anew
        self.correcting.emit(True)

    def _corrected(self) -> None:
        self._verbetering = None
        self.correcting.emit(False)
        self._fill()
        self.changed.emit()
        if self._gekozen_id is not None:
            self._give_back_focus(f"contact_{self._gekozen_id}")

    def _removed(self, contact_id: UUID) -> None:
        self._away_id = contact_id
        self._corrected()
        self._away.show()
        self._away.tell()
        self._away.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_back(self) -> None:
        plek, contact_id, herkomst = self._omgeving.plek, self._away_id, self._herkomst
        self._away.hide()
        if contact_id is not None:
            self._omgeving.tasks.write(
                self,
                lambda: inloopcontact.haal_weg(plek, contact_id, weg=False, herkomst=herkomst),
                lambda _: self.changed.emit(),
                self._omgeving.meld_fout,
            )
