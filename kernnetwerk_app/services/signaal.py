"""A signal: written down in a minute, followed up, and made into a melding with nothing retyped (SIG-01 to SIG-28)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.bezorgdheid import Bezorgdheid
from kernnetwerk_app.domain.delen import check_partner
from kernnetwerk_app.domain.inloopcontact import Gevolg, Inloopcontact
from kernnetwerk_app.domain.kalender import check_dag
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Kanaal
from kernnetwerk_app.domain.signaal import (
    KANALEN,
    LIJST_VAN,
    MELDER,
    NIET_PLUIS,
    Betreft,
    Signaal,
    SignaalGewist,
    Spoed,
    Uitkomst,
    bewaren_tot,
    check_signaal,
    check_signaleerder,
    stap_voor,
)
from kernnetwerk_app.domain.spreekuur import Spreekuur
from kernnetwerk_app.oplog.operation import OpId
from kernnetwerk_app.services.conflict import is_oplosbaar
from kernnetwerk_app.services.gesproken import noteer_terug
from kernnetwerk_app.services.inloopcontact import kanaal_van, maak_los, melding_concept, verbind, vergeet_getypt
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.tekst import Bases, maak, wijzig
from kernnetwerk_app.services.werkplek import Werkplek, werkt_in_dossiers
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork

Velden = Mapping[str, Any]
"""Values of a form by field of `Signaal`."""


@dataclass(frozen=True, slots=True)
class NieuwSignaal:
    """What is known before anybody types: from a light contact, a dossier or a volunteer's worry.

    `leefgebied` is the key of a life domain. The last three tie the signal to where it came from.
    """

    gezien: str = ""
    kern: str | None = None
    plek: str | None = None
    leefgebied: str | None = None
    kanaal: Kanaal = Kanaal.PERSOONLIJK
    woorden: str | None = None
    signaleerder: str | None = None
    duur: str | None = None
    drempel: str | None = None
    melder_naam: str | None = None
    """What somebody was called at the inloop. It goes into the signal only when a person puts it there (SIG-04)."""
    inloopcontact_id: UUID | None = None
    huishouden_id: UUID | None = None
    bezorgdheid_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class SignaalBeeld:
    """One signal as the screen shows it; `bases` for the save that follows."""

    signaal: Signaal
    bases: Bases
    bewaren_tot: date | None
    """When its words go, with nobody going on with it."""
    conflicten: tuple[int, ...]
    """Units of which two people wrote something else."""

    def dump_bases(self) -> str:
        """What an edit of now replaces, to keep with what is typed (`met_bases`)."""
        return json.dumps(self.bases)

    def met_bases(self, bewaard: str) -> "SignaalBeeld":
        """The same, for texts that were typed when `dump_bases` gave this: what a colleague wrote since was not seen by
        who typed, so the save has to stand beside it and not over it.
        """
        toen = {int(nummer): tuple(OpId(*base) for base in paren) for nummer, paren in json.loads(bewaard).items()}
        return replace(self, bases=toen)


def concept_sleutel(signaal_id: UUID | None, uit: NieuwSignaal | None = None) -> str:
    """Key of the form that is being typed, for `typen.keep_concept`; one for each place that it came from."""
    if signaal_id is not None:
        return f"signaal/{signaal_id}"
    vanaf = uit and (uit.inloopcontact_id or uit.bezorgdheid_id or uit.huishouden_id)
    return concept_uit(vanaf) if vanaf else "signaal"


def concept_uit(herkomst_id: UUID) -> str:
    """Key of the form of a new signal that comes from this contact, worry or household."""
    return f"signaal/uit/{herkomst_id}"


def eigenaren(plek: Werkplek, lezer: Lezer) -> list[Medewerker]:
    """Who can own a next step: the worker first, then the colleagues by name; no volunteers."""
    anderen = [m for m in lezer.find(Medewerker) if m.id != plek.medewerker.id and werkt_in_dossiers(plek.profiel, m)]
    return [plek.medewerker, *sorted(anderen, key=lambda medewerker: medewerker.naam)]


def open_signaal(plek: Werkplek, signaal_id: UUID) -> SignaalBeeld:
    """The signal, and a note that this worker opened it (NEN 7513): it may be about somebody."""
    with plek.store.write() as werk:
        beeld = load(plek, werk, signaal_id)
        werk.commit("signaal.geopend", beeld.signaal.huishouden_id)
    return beeld


def load(plek: Werkplek, lezer: Lezer, signaal_id: UUID) -> SignaalBeeld:
    """The signal as it stands now; `BestaatNiet`."""
    signaal = lezer.get(Signaal, signaal_id)
    hier = (c for c in lezer.conflicten() if c.entiteit_id == signaal_id and is_oplosbaar(c))
    return SignaalBeeld(
        signaal=signaal,
        bases=lezer.bases(signaal_id),
        bewaren_tot=bewaren_tot(signaal, plek.profiel.signaal_bewaar_maanden),
        conflicten=tuple(c.eenheid for c in hier),
    )


def van_inloop(contact: Inloopcontact, spreekuur: Spreekuur) -> NieuwSignaal:
    """What a light contact says already: nothing is asked twice (SIG-25). Without a name, unless somebody says so."""
    kanaal = kanaal_van(contact)
    return NieuwSignaal(
        gezien=contact.vraag,
        kern=contact.kern or spreekuur.kern,
        plek=spreekuur.plek,
        leefgebied=contact.leefgebied,
        kanaal=kanaal if kanaal in KANALEN else Kanaal.PERSOONLIJK,
        duur=contact.sinds,
        drempel=contact.uitgesteld,
        melder_naam=" ".join(filter(None, (contact.voornamen, contact.achternaam))) or None,
        inloopcontact_id=contact.id,
    )


def neem_op(
    plek: Werkplek, velden: Velden, uit: NieuwSignaal | None = None, herkomst: object = None, concept: str = ""
) -> tuple[UUID, Changes]:
    """A new signal; takes in the form that was kept as `concept`. Only `gezien` and `kern` have to be there (SIG-09).

    An anonymous one is not tied to a contact in which a name stands; there the name goes (docs/besluiten/0018).
    Raises what `check_signaal` and `check_signaleerder` raise, `TekstTeLang`, `RegelTeLang`, `DagBuitenBereik`.
    """
    uit = uit or NieuwSignaal()
    signaal = maak(
        Signaal,
        id=plek.new_id(),
        huishouden_id=uit.huishouden_id,
        door_id=plek.medewerker.id,
        **_compleet(plek, velden),
    )
    _check(plek, signaal)
    # A save of its own, and before this one: what one save wrote belongs together for whoever reads the log.
    eerst = _laat_los(plek, uit.inloopcontact_id, herkomst) if signaal.anoniem else None
    with plek.store.write(herkomst) as werk:
        if eerst is None and uit.inloopcontact_id is not None:
            verbind(werk, uit.inloopcontact_id, Gevolg.SIGNAAL, signaal.id)
            signaal = signaal.model_copy(update={"inloopcontact_id": uit.inloopcontact_id})
        werk.add(signaal)
        if signaal.anoniem and uit.inloopcontact_id is not None:
            vergeet_getypt(werk, uit.inloopcontact_id)
        noteer_terug(plek, werk, signaal)
        werk.keep_concept(concept, {})
        if uit.bezorgdheid_id is not None:
            zorg = werk.get(Bezorgdheid, uit.bezorgdheid_id)
            werk.change(zorg, signaal_id=signaal.id, opgepakt_datum=zorg.opgepakt_datum or plek.vandaag)
        changes = werk.commit("signaal.opgenomen", signaal.huishouden_id)
    return signaal.id, changes if eerst is None else eerst | changes


def _laat_los(plek: Werkplek, contact_id: UUID | None, herkomst: object) -> Changes | None:
    """Let go of a contact in which a name stands; None when there is none, and nothing was done."""
    with plek.store.write(herkomst) as werk:
        contact = werk.find_one(Inloopcontact, contact_id)
        if contact is None or not contact.heeft_naam:
            return None
        maak_los(werk, contact)
        return werk.commit("inloopcontact.losgemaakt")


def change(
    plek: Werkplek, geladen: Signaal, bases: Bases, velden: Velden, herkomst: object = None, concept: str = ""
) -> Changes:
    """The signal as a form has it now, that loaded it as `geladen` with `bases`.

    Raises what `check_signaal` and `check_signaleerder` raise, `SignaalGewist`, and what `wijzig` raises.
    """
    with plek.store.write(herkomst) as werk:
        if werk.get(Signaal, geladen.id).is_gewist:
            raise SignaalGewist
        nieuw = wijzig(werk, geladen, bases, _compleet(plek, velden, geladen))
        _check(plek, nieuw, geladen)
        contact = werk.find_one(Inloopcontact, nieuw.inloopcontact_id)
        if nieuw.anoniem:
            vergeet_melder(werk, nieuw, contact)
        noteer_terug(plek, werk, nieuw, geladen)
        werk.keep_concept(concept, {})
        return werk.commit("signaal.geschreven", nieuw.huishouden_id)


def vergeet_melder(werk: UnitOfWork, signaal: Signaal, contact: Inloopcontact | None) -> bool:
    """Of an anonymous signal nothing that is here leads to a name: no contact, and nothing that was half typed.

    Gives whether a form was kept in which a name may have stood.
    """
    half_getypt = False
    for sleutel in (concept_sleutel(signaal.id), melding_concept(signaal.id)):
        getypt = werk.concept(sleutel)
        over = {veld: tekst for veld, tekst in getypt.items() if veld not in MELDER}
        half_getypt |= over != getypt
        werk.keep_concept(sleutel, over)
    if contact is not None:
        vergeet_getypt(werk, contact.id)
        if contact.heeft_naam:
            maak_los(werk, contact)
            werk.change(signaal, inloopcontact_id=None)
    return half_getypt


def als_melding(plek: Werkplek, signaal: Signaal) -> NieuweMelding:
    """What a melding form begins with: everything that was asked before stands there, in the field it belongs in.

    What was noticed is no question of the resident: that stays open until they are spoken with (SIG-11). The day is
    that of the signal: who waits since then should not wait longer because we called it something else.
    Whoever was asked by the resident later puts that day in its place.
    """
    rol = plek.profiel.lijst(LIJST_VAN["signaleerder"]).label(signaal.signaleerder)
    return NieuweMelding(
        vraag="",
        aanleiding=signaal.gezien,
        meldplek=signaal.meldplek,
        voornamen=signaal.voornamen,
        tussenvoegsel=signaal.tussenvoegsel,
        achternaam=signaal.achternaam,
        straat=signaal.straat,
        huisnummer=signaal.huisnummer,
        kern=signaal.kern,
        plek=signaal.plek,
        kanaal=signaal.kanaal,
        ontvangen_datum=signaal.datum,
        melder_naam=signaal.melder_naam,
        # The resident may read a melding: of an anonymous melder not even *buren* goes along (SIG-04).
        melder_relatie=None if signaal.anoniem else signaal.melder_relatie or rol or None,
        signaal_id=signaal.id,
    )


def _check(plek: Werkplek, signaal: Signaal, eerder: Signaal | None = None) -> None:
    """Of a partner it is asked whether there is an agreement when it is chosen, not each time that a word changes."""
    check_signaal(signaal, plek.vandaag)
    if signaal.uitkomst is Uitkomst.PARTNER and (
        eerder is None or (eerder.uitkomst, eerder.uitkomst_partner) != (signaal.uitkomst, signaal.uitkomst_partner)
    ):
        check_partner(plek.profiel.partners, signaal.uitkomst_partner or "", plek.vandaag)
    check_signaleerder(signaal, plek.profiel.lijst(LIJST_VAN["signaleerder"]))
    check_dag(signaal.datum)


def _compleet(plek: Werkplek, velden: Velden, geladen: Signaal | None = None) -> dict[str, Any]:
    """The same fields, with what follows from them: owners and days are inherited, and anonymous has no name."""
    nieuw = {"datum": plek.vandaag, **velden}

    def staat(veld: str) -> Any:
        return nieuw[veld] if veld in nieuw else getattr(geladen, veld, None)

    wie, vandaag = plek.medewerker, plek.vandaag
    if staat("anoniem") is not False:
        nieuw |= dict.fromkeys(MELDER) | {"anoniem": True}
    if staat("categorie") == NIET_PLUIS:
        nieuw["niet_pluis"] = True
    if staat("stap"):
        dag = staat("stap_datum") or stap_voor(staat("spoed") or Spoed.KAN_WACHTEN, vandaag)
        nieuw |= {"stap_wie_id": staat("stap_wie_id") or wie.id, "stap_datum": dag}
    else:
        nieuw |= {"stap": None, "stap_wie_id": None, "stap_datum": None}
    if staat("besproken_datum") or staat("reactie"):
        dag, door = staat("besproken_datum") or vandaag, staat("besproken_door") or wie.naam
        nieuw |= {"besproken_datum": dag, "besproken_door": door}
    else:
        nieuw["besproken_door"] = None
    if staat("vindplaats") or staat("aanleiding"):
        nieuw["ongevraagd"] = True
    if staat("terugkoppeling"):
        nieuw["terugkoppeling_datum"] = staat("terugkoppeling_datum") or vandaag
    if (staat("voornamen") or staat("achternaam")) and staat("betreft") in (None, Betreft.ONBEKEND):
        nieuw["betreft"] = Betreft.PERSOON
    return nieuw | _afloop(plek, staat("uitkomst"), geladen)


def _afloop(plek: Werkplek, uitkomst: Uitkomst | None, geladen: Signaal | None) -> dict[str, Any]:
    """Who closed it and when; without an outcome nothing of it."""
    if uitkomst is None:
        return dict.fromkeys(("uitkomst_reden", "uitkomst_partner", "uitkomst_datum", "uitkomst_door_id"))
    if geladen is not None and geladen.uitkomst is uitkomst:
        return {}
    return {"uitkomst_datum": plek.vandaag, "uitkomst_door_id": plek.medewerker.id}
