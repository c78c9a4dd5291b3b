"""One laptop of the working day: a real App with its own data folder, driven through its own windows."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kernnetwerk_app.app import App
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.sessie import Sessie
from kernnetwerk_app.settings import Settings
from kernnetwerk_app.ui.sync_controller import Lijn as Lijnstand
from kernnetwerk_app.ui.theme import Theme
from tests.ui.bezig import komt_nog
from tests.werkdag.hand import Hand, tot


class Laptop:
    """`hand` drives whichever window is open: the first one, or that of the session."""

    def __init__(self, naam: str, folder: Path, klok: Klok, theme: Theme, tempo: int) -> None:
        self.naam = naam
        self.folder, self._klok = folder, klok
        self.app = App(Settings(map=folder), klok, theme)
        self.hand = Hand(self.venster, tempo)

    def venster(self) -> QWidget:
        return self.app.sessie.venster if self.app.sessie is not None else self.app.start

    @property
    def sessie(self) -> Sessie:
        assert self.app.sessie is not None, "de laptop is vergrendeld"
        return self.app.sessie

    def rust(self) -> None:
        """Wait until every thread has answered, each file that was chosen is read, and the page stands there whole, to
        be seen: what was put on it last is shown by Qt in the turn after.
        """
        for _ in range(2):  # what is shown then may read again
            tot(lambda: not (self.app.tasks.busy or komt_nog()), f"{self.naam} is nog bezig.")
            QApplication.processEvents()

    def koppel(self, adres: str, code: str, wachtzin: str, keur_goed: Callable[[str], None] | None = None) -> None:
        """Couple through the first screens, as a worker does.

        `keur_goed` is the beheerder, who is told what the laptop shows; a practice server needs nobody.
        """
        self.hand.klik("koppelen")
        self.rust()
        self.hand.typ("adres", adres, wis=True)
        self.hand.typ("code", code)
        self.hand.typ("nieuwe_wachtzin", wachtzin, wis=True)
        self.hand.klik("koppel")
        if keur_goed is not None:
            keur_goed(self.hand.vind("vingerafdruk").accessibleName())
            self.hand.klik("vraag_na")
        tot(lambda: self.app.sessie is not None, f"{self.naam} is niet gekoppeld.", 60)
        self.rust()

    def verstuur(self) -> None:
        """Press the chip that tells how sending goes, and wait until an exchange was complete."""
        sync = self.sessie.sync
        tot(lambda: sync.lijn is not Lijnstand.BEZIG, f"{self.naam} verstuurt nog.", 60)
        vorige = sync.laatste
        self.hand.klik("versturen")
        tot(
            lambda: sync.lijn is not Lijnstand.BEZIG and sync.laatste is not vorige,
            f"{self.naam} heeft niet verstuurd.",
            60,
        )
        self.rust()

    def even_later(self) -> None:
        """A minute goes by: what is written after it comes after it, as with a clock that runs."""
        self._klok.advance(timedelta(minutes=1))

    def naar_vandaag(self) -> None:
        """The first word of the rail."""
        self.hand.klik("rail.vandaag")
        tot(lambda: self.hand.ziet("vandaag"), f"{self.naam} gaat niet naar vandaag.")
        self.rust()

    def open_dossier(self, huishouden_id: UUID) -> None:
        """From the list of all dossiers; from a page that fills the screen by its own way back first."""
        if not self.hand.ziet("rail.dossiers"):
            self.hand.klik("naar_dossier")
            tot(lambda: self.hand.ziet("rail.dossiers"), f"{self.naam} komt niet terug van de volle bladzijde.")
            self.rust()
        self.hand.klik("rail.dossiers")
        self.hand.klik(f"dossier_{huishouden_id}")
        tot(lambda: self.hand.ziet("dossier"), f"{self.naam} ziet het dossier niet.")
        self.rust()

    def lees_samen_door(self, keuze: str) -> None:
        """Read the plan together until `keuze` can be chosen; what is still asked first is not needed now, and who does
        something since a no helps for a part.
        """
        self.hand.klik("lees_samen_door")
        vraag = ("nagaan.alles_niet", "nagaan.niet_nodig", "nagaan.niet_genoeg")
        tot(lambda: any(map(self.hand.ziet, (keuze, *vraag))), "Het scherm om te tekenen gaat niet open.", 60)
        self.rust()
        for naam in vraag:
            if self.hand.ziet(naam):
                self.hand.klik(naam)
                break
        tot(lambda: self.hand.ziet(keuze), "Het scherm om te tekenen gaat niet open.", 60)
        self.rust()
        tot(lambda: self.hand.vind(keuze).isEnabled(), "De keuzes blijven dicht.")

    def vergrendel(self) -> None:
        """Ctrl+L."""
        self.hand.sneltoets(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        tot(lambda: self.app.sessie is None, f"{self.naam} is niet vergrendeld.")

    def sluit(self) -> None:
        klaar: list[bool] = []
        self.app.quit(lambda: klaar.append(True))
        tot(lambda: bool(klaar), f"{self.naam} sluit niet af.", 60)
