"""What the network screen says of somebody, on the map, in the list and aloud: the same facts in the same words."""

from kernnetwerk_app.domain.netwerk import Plek
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.relatie import Bereid, Relatie
from kernnetwerk_app.domain.telefoon import toon_telefoon
from kernnetwerk_app.services.netwerk import OpKaart
from kernnetwerk_app.teksten import load


class Netwerkwoorden:
    def __init__(self, profiel: Gemeenteprofiel) -> None:
        self._profiel, self._t = profiel, load("netwerk").met(profiel.zeg)

    def plaats(self, plek: Plek) -> str:
        """Where somebody stands, as one says it."""
        uur = self._t("plaats.uur", uur=plek.plaats or 12)
        return f"{self._t(f'kring.{plek.kring.name.lower()}')}, {uur}"

    def op_kaart(self, op: OpKaart) -> str:
        """All of it, for a screen reader."""
        wat, onder = self.regel(op)
        delen = (op.naam or self._t("onbekend"), wat, self.plaats(op.plek), onder, self._t("kaart.ziet"))
        return ". ".join(filter(None, delen))

    def regel(self, op: OpKaart) -> tuple[str, str]:
        """The two lines of a row: what they are and how near, and what they do."""
        t, r = self._t, op.relatie
        soort = self._profiel.lijst("hulpsoorten").label(r.hulpsoort)
        boven = (op.wat, soort, t(f"kring.{op.plek.kring.name.lower()}"))
        onder = (
            t("rij.doet", wat=r.doet) if r.doet else "",
            t("rij.kan", wat=r.kan) if r.kan else "",
            t("rij.taken", wat=op.taken) if op.taken else "",
            t("rij.grenzen", wat=op.grenzen) if op.grenzen else "",
            t("rij.liever_niet") if op.liever_niet else "",
            self._bereid(r),
            self._vertrouwen(r),
            self._telefoon(r),
        )
        return " · ".join(filter(None, boven)), " · ".join(filter(None, onder))

    def _bereid(self, relatie: Relatie) -> str:
        if relatie.bereid is None:
            return ""
        return self._t("rij.bereid_ja" if relatie.bereid is Bereid.JA else "rij.bereid_nee")

    def _vertrouwen(self, relatie: Relatie) -> str:
        if not relatie.vertrouwensrechten:
            return ""
        if relatie.niet_benaderen:
            return self._t("rij.vertrouwen_niet")
        rechten = self._profiel.lijst("vertrouwensrechten")
        wat = ", ".join(rechten.label(recht) for recht in relatie.vertrouwensrechten.split())
        return self._t("rij.vertrouwen", wat=wat)

    def _telefoon(self, relatie: Relatie) -> str:
        """The number only of whom the resident wants us to speak with (NET-04); a no only of who was asked."""
        if not relatie.mag_gebeld:
            return self._t("rij.niet_bellen" if relatie.niet_benaderen else "rij.niet_gevraagd_bellen")
        return toon_telefoon(relatie.telefoon) if relatie.telefoon else ""
