"""Two forms about one person: somebody who comes beside the others, and how someone is reached and heard best."""

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt

from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.domain.bsn import BsnIsGeenTestnummer, BsnIsTestnummer, lees_bsn, toon_bsn
from kernnetwerk_app.domain.geboortedatum import lees_geboortedatum, toon_geboortedatum
from kernnetwerk_app.domain.gelijkenis import Signalement
from kernnetwerk_app.domain.inwoner import Aanspreekvorm, Inwoner, RolInHuishouden, Voornaamwoord
from kernnetwerk_app.domain.naam import lees_naam
from kernnetwerk_app.domain.telefoon import lees_telefoon, toon_telefoon
from kernnetwerk_app.services import persoonsblad, stukken
from kernnetwerk_app.services.mensen import Lid, MensenBeeld
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.fold_form import Cell
from kernnetwerk_app.ui.forms.gelijken import Gelijken
from kernnetwerk_app.ui.forms.mens_form import MensForm, keuzes, lees_naam_van, toon_dag
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.ticks import Ticks
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.kindwoorden import Kindwoorden

_BEPERKINGEN = ("hoort_moeilijk", "ziet_moeilijk", "leest_moeilijk")


class LidForm(MensForm):
    """Somebody who comes beside the others; a number and a day of birth are never needed."""

    def __init__(self, omgeving: Omgeving, beeld: MensenBeeld) -> None:
        super().__init__(omgeving, beeld, Inwoner, load("mensen")("formulier.lid"))
        theme, t, vandaag = self.theme, self.t, omgeving.plek.vandaag
        rollen = keuzes(t, "rol", [rol.name for rol in RolInHuishouden if rol is not RolInHuishouden.HOOFDPERSOON])
        vormen = [
            (vorm.name, load("gegevens")(f"aanspreekvorm.{vorm.name.lower()}")) for vorm in reversed(Aanspreekvorm)
        ]

        def lees_dag(getypt: str) -> str:
            return lees_geboortedatum(getypt, vandaag)

        self.known = Gelijken(omgeving, self._signalement, "gelijk.open")
        self.known.chosen.connect(lambda wie: omgeving.ga.dossier(wie.huishouden_id))
        self.fields.edited.connect(lambda _: self.known.look())
        self.body.addWidget(self.known)
        self.add_row(
            Cell("rol", Pick(theme, rollen), 4, lees_naam_van(RolInHuishouden)),
            Cell("aanspreekvorm", Pick(theme, vormen), 4, lees_naam_van(Aanspreekvorm)),
            Cell("geboortedatum", LineEdit(theme), 6, lees_dag, toon_geboortedatum),
        )
        self.add_row(
            Cell("voornamen", LineEdit(theme), 4, lees_naam),
            Cell("tussenvoegsel", LineEdit(theme), 3, lees_naam),
            Cell("achternaam", LineEdit(theme), 5, lees_naam, verplicht=True),
        )
        self.add_row(
            Cell("telefoon", LineEdit(theme), 1, lees_telefoon, toon_telefoon),
            Cell("bsn", LineEdit(theme), 1, lees_bsn, toon_bsn),
        )
        self.ready({BsnIsGeenTestnummer: "bsn", BsnIsTestnummer: "bsn"})

    def _signalement(self) -> Signalement:
        """Who is being written down, as far as it was typed; they live here."""
        velden = ("voornamen", "achternaam", "geboortedatum", "bsn", "telefoon")
        thuis = self.beeld.huishouden
        return Signalement(
            **{veld: self.fields.value(veld) or "" for veld in velden},
            straat=thuis.straat or "",
            huisnummer=thuis.huisnummer or "",
            postcode=thuis.postcode or "",
        )


class BereikForm(MensForm):
    """How someone is reached and heard best: asked once, shown at every contact (RES-09, EVV-23, TAAL-06)."""

    def __init__(self, omgeving: Omgeving, beeld: MensenBeeld, lid: Lid) -> None:
        t, wie = load("mensen"), lid.inwoner
        super().__init__(omgeving, beeld, Inwoner, t("formulier.bereik", wie=wie.aanhef or t("onbekend")), wie)
        self.setObjectName("bereik")
        theme = self.theme
        rollen = keuzes(t, "rol", [rol.name for rol in RolInHuishouden])
        woorden = keuzes(t, "voornaamwoord", ["", *(woord.name for woord in Voornaamwoord)])
        self.add_row(
            self.from_list("kanaal", "voorkeurskanalen", 1),
            self.from_list("waar_gezien", "ontmoetplekken", 1),
            Cell("voornaamwoord", Pick(theme, woorden), 1, lees_naam_van(Voornaamwoord)),
        )
        limits = Ticks(theme, [(veld, t(f"bereik.{veld}")) for veld in _BEPERKINGEN], "vakje")
        self.add_row(Cell("beperkingen", limits, 1))
        self.add_row(self.from_list("taal", "talen", 1), self.from_list("tolk", "tolken", 1))
        self.add_row(
            Cell("rol", Pick(theme, rollen), 1, lees_naam_van(RolInHuishouden)), self.day("vertrokken_datum", 1)
        )
        if persoonsblad.krijgt_blad(omgeving.plek, wie):
            self._add_paper(beeld.huishouden.id, wie.id)
        self.ready({}, self._begin(wie))

    def _add_paper(self, huishouden_id: UUID, wie_id: UUID) -> None:
        """What was said apart goes on paper for this one reader; of a child's words only those that are ticked here."""
        omgeving, theme, plek = self.omgeving, self.theme, self.omgeving.plek
        choice = Kindwoorden(theme)
        self.body.addWidget(choice)

        def work() -> tuple[persoonsblad.Apart, ...]:
            with plek.store.read() as lezer:
                return persoonsblad.van_kinderen(plek, lezer, huishouden_id, lezer.get(Inwoner, wie_id))

        omgeving.tasks.read(self, work, choice.set_words, omgeving.meld_fout)
        button = Button(theme, load("persoonsblad")("knop"), "kaal", icon="print", hoog=44)
        button.setObjectName("persoonsblad")
        terug = partial(omgeving.ga.mensen, huishouden_id)

        def show() -> None:
            stuk = Stuk(Stuksoort.PERSOONSBLAD, huishouden_id, wie_id, choice.chosen())
            omgeving.ga.papier(stukken.papier(plek, stuk), huishouden_id, terug)

        button.clicked.connect(show)
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def read_values(self, values: dict[str, Any]) -> dict[str, Any]:
        aan = (values.pop("beperkingen") or "").split()
        return values | {veld: veld in aan for veld in _BEPERKINGEN}

    def _begin(self, wie: Inwoner) -> dict[str, str]:
        return {
            "kanaal": self.label("voorkeurskanalen", wie.kanaal),
            "waar_gezien": self.label("ontmoetplekken", wie.waar_gezien),
            "voornaamwoord": wie.voornaamwoord.name if wie.voornaamwoord else "",
            "beperkingen": " ".join(veld for veld in _BEPERKINGEN if getattr(wie, veld)),
            "taal": self.label("talen", wie.taal),
            "tolk": self.label("tolken", wie.tolk),
            "rol": wie.rol.name,
            "vertrokken_datum": toon_dag(wie.vertrokken_datum),
        }
