"""The rows of the screen about people: each says in two lines what it is, and opens what can be changed."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid
from kernnetwerk_app.domain.bijzonderheid import VERTEGENWOORDIGING, Aard, Bijzonderheid
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.inwoner import Inwoner, Voornaamwoord
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.domain.samenvoeging import Samenvoeging, Soort
from kernnetwerk_app.domain.telefoon import toon_telefoon
from kernnetwerk_app.services.kindplan import Kindplan
from kernnetwerk_app.services.mensen import Elders, Lid, MensenBeeld, bereik_van
from kernnetwerk_app.services.relatie import Kindrecht
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.bereik_chips import bereik_chips
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.chip import Chip
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow

_HEM = {Voornaamwoord.HIJ: "hem", Voornaamwoord.ZIJ: "haar"}


class MensenRows:
    """Makes the rows of one picture of a household."""

    def __init__(self, theme: Theme, profiel: Gemeenteprofiel, beeld: MensenBeeld) -> None:
        self._theme, self._profiel, self._beeld, self._t = theme, profiel, beeld, load("mensen").met(profiel.zeg)

    def lid(self, lid: Lid) -> ListRow:
        t, wie = self._t, lid.inwoner
        chips = [
            Chip(self._theme, t(f"aard.{feit.aard.name.lower()}"), "letop", "letop") for feit in lid.bijzonderheden
        ]
        chips += bereik_chips(self._theme, self._profiel, bereik_van(wie), wie.hij)
        jaar = t("lid.jaar", aantal=lid.leeftijd) if lid.leeftijd is not None else ""
        rol = t(f"rol.{wie.rol.name.lower()}")
        extra = self._flow(chips)
        rij = ListRow(self._theme, _join(jaar, rol), self._naming(wie), lead=wie.naam or t("onbekend"), extra=extra)
        rij.setAccessibleDescription(", ".join(chip.text() for chip in chips))
        rij.setObjectName(f"lid_{wie.id}")
        return rij

    def vertrokken(self, wie: Inwoner) -> ListRow:
        datum = datum_kort(wie.vertrokken_datum, jaar=True) if wie.vertrokken_datum else ""
        rij = ListRow(self._theme, self._t("lid.vertrokken", datum=datum), lead=wie.naam or self._t("onbekend"))
        rij.setObjectName(f"vertrokken_{wie.id}")
        return rij

    def gast(self, elders: Elders) -> ListRow:
        """Who lives here too; leads to the dossier where they are a member, when that is here."""
        t, wanneer = self._t, elders.verblijf.wanneer
        zin = t("lid.te_gast", wanneer=wanneer) if wanneer else t("lid.te_gast_zonder")
        plan = t("verblijf.plan") if elders.heeft_plan else t("verblijf.dossier")
        rij = ListRow(self._theme, zin, plan, lead=elders.wie.naam or t("onbekend"))
        rij.setObjectName(f"gast_{elders.wie.id}")
        return rij

    def relatie(self, relatie: Relatie) -> ListRow:
        t = self._t
        wie = self.naam(relatie.inwoner_id)
        wat = self._profiel.lijst("relaties").label(relatie.relatie).lower()
        regel = t("relatie.regel", relatie=wat, wie=wie) if wat else t("relatie.regel_zonder", wie=wie)
        ander = self.naam(relatie.ander_id) if relatie.ander_id else relatie.ander_naam or t("onbekend")
        rol = self._profiel.lijst("rollen").label(relatie.rol).lower()
        rij = ListRow(self._theme, _join(regel, rol), self._gezag(relatie, wie), lead=ander)
        rij.setObjectName(f"relatie_{relatie.id}")
        return rij

    def kind(self, recht: Kindrecht) -> InfoRow:
        """Who decides, who may read, and where the gezag was seen."""
        t, kind = self._t, recht.kind.naam or self._t("onbekend")
        ouders = t("kind.en").join(naam for naam, _ in recht.gezag) or t("kind.gezag_niet_gezien")
        if recht.ouders_beslissen:
            titel = t("kind.samen" if recht.zelf else "kind.ouders", kind=kind, ouders=ouders)
        else:
            titel = t("kind.zelf" if recht.leeftijd_bekend else "kind.leeftijd_onbekend")
        lezers = t("kind.en").join(wie.naam or t("onbekend") for wie in recht.lezers)
        lezen = t("kind.lezen", wie=lezers) if lezers else t("kind.lezen_niemand")
        gezien = [
            t("kind.gezien", wie=naam, bron=", ".join(filter(None, self._gezien(relatie))))
            for naam, relatie in recht.gezag
            if any(self._gezien(relatie))
        ]
        rij = InfoRow(self._theme, titel, _join(lezen, *gezien), "mensen", lead=kind)
        rij.setObjectName(f"kind_{recht.kind.id}")
        return rij

    def verblijf(self, elders: Elders) -> tuple[ListRow, ListRow | None]:
        """The stay itself, and the way to the other dossier where there is one."""
        t = self._t
        zin = t("verblijf.titel", wie=elders.wie.naam or t("onbekend"), waar=elders.naam)
        rij = ListRow(self._theme, zin, elders.verblijf.wanneer or "", "huis", chevron="neer")
        rij.setObjectName(f"verblijf_{elders.verblijf.id}")
        if elders.huishouden_id is None:
            return rij, None
        daar = ListRow(self._theme, t("verblijf.plan" if elders.heeft_plan else "verblijf.dossier"), icon="map")
        daar.setObjectName(f"elders_{elders.huishouden_id}")
        return rij, daar

    def kindplan(self, kind: Kindplan, *, opnieuw: bool = False) -> ListRow:
        """The way to the own plan of this child, or the press that begins it (PLAN-01); `opnieuw`: after another."""
        t, wie = self._t, kind.naam or self._t("onbekend")
        zin = t("verblijf.maak_nieuw_plan" if opnieuw else "verblijf.maak_plan", wie=wie)
        if kind.plan_id is not None:
            zin = t("verblijf.eigen_plan", wie=wie)
        elif kind.gesloten is not None and kind.gesloten.afgesloten_datum is not None:
            zin = t("verblijf.lees_plan", wie=wie, datum=datum_kort(kind.gesloten.afgesloten_datum, jaar=True))
        rij = ListRow(self._theme, zin, icon="pen" if kind.te_lezen is not None else "plus")
        rij.setObjectName(f"nieuw_kindplan_{kind.kind.id}" if opnieuw else f"kindplan_{kind.kind.id}")
        return rij

    def bijzonderheid(self, feit: Bijzonderheid) -> ListRow:
        t = self._t
        titel = t("bijzonderheid.wiens", wat=t(f"aard.{feit.aard.name.lower()}"), wie=self.naam(feit.inwoner_id))
        bron = self._profiel.lijst("bijzonderheidsbronnen").label(feit.bron)
        rij = ListRow(self._theme, titel, _join(self._about(feit), bron.lower()), _ICOON.get(feit.aard, "letop"))
        rij.setObjectName(f"bijzonderheid_{feit.id}")
        return rij

    def veiligheid(self, feit: Bezoekveiligheid) -> ListRow:
        t = self._t
        wie = self._beeld.medewerkers.get(feit.door_id, "")
        bron = self._profiel.lijst("veiligheidsbronnen").label(feit.bron).lower()
        van = t("veiligheid.van", bron=bron, wie=wie) if bron else t("veiligheid.door", wie=wie)
        melden = ""
        if feit.meld_minuten is not None and feit.meld_nummer is not None:
            nummer = toon_telefoon(feit.meld_nummer)
            melden = t("veiligheid.melden", minuten=feit.meld_minuten, wie=feit.meld_bij or "", nummer=nummer)
        tot = t("veiligheid.tot", datum=datum_kort(feit.eind_datum, jaar=True))
        rij = ListRow(self._theme, feit.feit, _join(van, tot, " ".join(melden.split())), "letop")
        rij.setObjectName(f"veiligheid_{feit.id}")
        return rij

    def samenvoeging(self, besluit: Samenvoeging) -> InfoRow:
        """Its button `splits` takes it apart."""
        t = self._t
        wat = t("samen.dossiers" if besluit.waarvan is Soort.DOSSIER else "samen.mensen")
        knop = Button(self._theme, t("samen.splits"), "kaal", hoog=44, letter="klein")
        knop.setObjectName(f"splits_{besluit.id}")
        return InfoRow(
            self._theme, wat, t("samen.sinds", datum=datum_kort(besluit.datum, jaar=True)), "kopie", extra=knop
        )

    def naam(self, inwoner_id: UUID | None) -> str:
        """The name of a member, also of who was joined with one or moved out."""
        wie = self._beeld.kent.get(inwoner_id) if inwoner_id else None
        return (wie.naam if wie else "") or self._t("onbekend")

    def _naming(self, wie: Inwoner) -> str:
        t = self._t
        aanhef = t("lid.aanspreken", aanhef=wie.aanhef) if wie.aanhef and wie.aanhef != wie.naam else ""
        if wie.voornaamwoord is None:
            return aanhef
        hem = _HEM.get(wie.voornaamwoord)
        return _join(aanhef, t("lid.woorden", hij=wie.voornaamwoord.value, hem=hem) if hem else t("lid.eigen_naam"))

    def _gezag(self, relatie: Relatie, wie: str) -> str:
        if relatie.gezag is None:
            return self._telefoon(relatie)
        t, telefoon = self._t, self._telefoon(relatie)
        return _join(
            t(f"relatie.gezag_{relatie.gezag.name.lower()}", wie=wie),
            ", ".join(filter(None, self._gezien(relatie))),
            telefoon,
        )

    def _telefoon(self, relatie: Relatie) -> str:
        """Of whom the resident does not want us to call, or was not asked yet, only that (NET-04)."""
        if not relatie.telefoon:
            return ""
        if relatie.mag_gebeld:
            return toon_telefoon(relatie.telefoon)
        return self._t("relatie.niet_bellen" if relatie.niet_benaderen else "relatie.niet_gevraagd_bellen")

    def _gezien(self, relatie: Relatie) -> tuple[str, str]:
        """Where and when the gezag was seen."""
        bron = self._profiel.lijst("gezagsbronnen").label(relatie.gezag_bron).lower()
        return bron, datum_kort(relatie.gezag_datum, jaar=True) if relatie.gezag_datum else ""

    def _about(self, feit: Bijzonderheid) -> str:
        t = self._t
        if feit.aard is Aard.OVERLEDEN:
            return t(
                "bijzonderheid.overleden", datum=datum_kort(feit.begin_datum, jaar=True) if feit.begin_datum else ""
            )
        tot = t("bijzonderheid.tot", datum=datum_kort(feit.eind_datum, jaar=True)) if feit.eind_datum else ""
        if feit.aard not in VERTEGENWOORDIGING:
            return _join(t("bijzonderheid.geheim_adres"), tot)
        telefoon = toon_telefoon(feit.telefoon) if feit.telefoon else ""
        return _join(", ".join(filter(None, (feit.naam, telefoon))), feit.reikwijdte or "", tot)

    def _flow(self, chips: Sequence[Chip]) -> QWidget | None:
        if not chips:
            return None
        row = QWidget()
        flow = FlowLayout(row, spacing=8)
        for chip in chips:
            flow.addWidget(chip)
        return row


_ICOON = {Aard.GEHEIM_ADRES: "slot", **dict.fromkeys(VERTEGENWOORDIGING, "schild")}


def _join(*delen: str) -> str:
    return " · ".join(filter(None, delen))
