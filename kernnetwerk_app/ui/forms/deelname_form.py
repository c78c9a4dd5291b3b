"""Who took part in one conversation; a conversation that nobody wrote down yet is written down with it (OND-10)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from kernnetwerk_app.domain.contact import Contact, ContactSoort
from kernnetwerk_app.domain.deelname import (
    DeelnameZonderInwoner,
    GesprekMoetNogKomen,
    GesprekVoorMelding,
    NaastenNietGewenst,
    lees_namen,
)
from kernnetwerk_app.domain.vertrouwen import Vertrouwensrecht, rechten
from kernnetwerk_app.services import deelname
from kernnetwerk_app.services.deelname import Gesprekregel
from kernnetwerk_app.services.netwerk import naam as netwerknaam
from kernnetwerk_app.services.onderzoek import OnderzoekBeeld
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.fold_form import Cell
from kernnetwerk_app.ui.forms.mens_form import MensForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.ticks import Ticks
from kernnetwerk_app.ui.omgeving import Omgeving

_JA, _NEE, _NIET = "JA", "NEE", ""
_SOORTEN = (ContactSoort.BEZOEK, ContactSoort.GESPREK, ContactSoort.TELEFOON, ContactSoort.INLOOP)


class DeelnameForm(MensForm):
    """The people to tick are those with whom we may speak; anybody else is written beside them."""

    tekst, naam = "onderzoek", "deelname"

    def __init__(self, omgeving: Omgeving, beeld: OnderzoekBeeld, van: Gesprekregel | None) -> None:
        contact = van.contact if van is not None else None
        super().__init__(omgeving, beeld.mensen, Contact, load("onderzoek")("formulier.deelname"), contact)
        self._van, self._melding = van, beeld.melding
        self._namen = _bekenden(beeld, omgeving.plek.vandaag)
        t, theme = self.t, self.theme
        if van is None:
            soorten = [(soort.name, load("agenda")(f"soort.{soort.value}")) for soort in _SOORTEN]
            self.add_row(self.day("datum", 1), Cell("contactsoort", Pick(theme, soorten), 1))
        ja_nee = [(_JA, t("keuze.ja")), (_NEE, t("keuze.nee"))]
        self.add_row(Cell("inwoner_erbij", Pick(theme, ja_nee), 1), Cell("zonder_inwoner_reden", LineEdit(theme), 2))
        if self._namen:
            self.add_row(Cell("erbij", Ticks(theme, list(self._namen.items()), "erbij"), 1))
        self.add_row(
            Cell("ook_erbij", LineEdit(theme), 2),
            Cell("naasten_gewenst", Pick(theme, [(_NIET, t("keuze.niet_gevraagd")), *ja_nee]), 1),
        )
        self.add_row(self.from_list("tolk", "tolken", 1))
        where = {DeelnameZonderInwoner: "zonder_inwoner_reden", NaastenNietGewenst: "naasten_gewenst"}
        self.ready({**where, GesprekMoetNogKomen: "datum", GesprekVoorMelding: "datum"}, self._begin(contact))

    def read_values(self, values: dict[str, Any]) -> dict[str, Any]:
        gekozen = [self._namen[sleutel] for sleutel in (values.pop("erbij", "") or "").split()]
        ook = values.pop("ook_erbij") or ""
        wil = values["naasten_gewenst"]
        velden = values | {
            "inwoner_erbij": values["inwoner_erbij"] == _JA,
            "naasten": ", ".join([*gekozen, *lees_namen(ook)]) or None,
            "naasten_gewenst": wil == _JA if wil else None,
            "tolk": values["tolk"] or None,
        }
        if self._van is None:
            velden["datum"] = values["datum"] or self.omgeving.plek.vandaag
            velden["contactsoort"] = ContactSoort[values["contactsoort"]]
        return velden

    def _begin(self, contact: Contact | None) -> dict[str, str]:
        if contact is None or contact.inwoner_erbij is None:
            return {}
        namen = lees_namen(contact.naasten)
        begin = {
            "inwoner_erbij": _JA if contact.inwoner_erbij else _NEE,
            "zonder_inwoner_reden": contact.zonder_inwoner_reden or "",
            "ook_erbij": ", ".join(naam for naam in namen if naam not in self._namen.values()),
            "naasten_gewenst": {None: _NIET, True: _JA, False: _NEE}[contact.naasten_gewenst],
            "tolk": self.label("tolken", contact.tolk),
        }
        erbij = " ".join(sleutel for sleutel, naam in self._namen.items() if naam in namen)
        return begin | ({"erbij": erbij} if self._namen else {})

    def _keep(self, velden: Mapping[str, Any], sleutel: str = "") -> Changes:
        hier = self.beeld.huishouden.id
        plek, melding = self.omgeving.plek, self._melding
        return deelname.leg_vast(plek, hier, velden, self._van, self.herkomst, sleutel, melding)


def _bekenden(beeld: OnderzoekBeeld, vandaag: date) -> dict[str, str]:
    """The other members of the household, and who in the network may be spoken with (NET-04) or was agreed to be there
    (NET-17); each name once, under a key without a space.
    """
    leden = [lid.inwoner.naam for lid in beeld.mensen.leden if lid.inwoner.id != beeld.inwoner.id]
    mag = [r for r in beeld.mensen.relaties if r.mag_gebeld or Vertrouwensrecht.BIJ_GESPREKKEN in rechten(r, vandaag)]
    netwerk = [netwerknaam(beeld.mensen, relatie) for relatie in mag]
    namen = (naam.replace(",", " ") for naam in (*leden, *netwerk) if naam)
    return {"_".join(naam.split()): naam for naam in namen}
