"""The signaal: somebody noticed something about a person who asked for nothing yet; no melding, no dossier (SIG-01)."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, Any, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Tekstveld, VoorWie, eenheden
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.kalender import DagBuitenBereik
from kernnetwerk_app.domain.lijst import Keuzelijst, sleutels
from kernnetwerk_app.domain.melding import Kanaal
from kernnetwerk_app.domain.tekst import MAX_REGEL, is_leeg
from kernnetwerk_app.domain.wettermijn import Duur, Tijdseenheid


class SignaalZonderWoorden(KernnetwerkError):
    """What was seen is one of the two things that every signal has (SIG-09)."""

    code = "signaal.zonder_woorden"


class SignaalZonderKern(KernnetwerkError):
    code = "signaal.zonder_kern"


class SignaalInToekomst(KernnetwerkError):
    code = "signaal.in_toekomst"


class BesprokenInToekomst(KernnetwerkError):
    """A talk that is still to come is no talk: nothing may be shared on the strength of it (SIG-20)."""

    code = "signaal.besproken_in_toekomst"


class TerugkoppelingInToekomst(KernnetwerkError):
    code = "signaal.terugkoppeling_in_toekomst"


class SignaleerderMetWoorden(KernnetwerkError):
    """Without a name only a role of the list can be chosen: in own words somebody can be known (SIG-04)."""

    code = "signaal.rol_met_woorden"


class SignaalZonderReden(KernnetwerkError):
    """Doing nothing is allowed, with its reason (SIG-10)."""

    code = "signaal.zonder_reden"


class SignaalZonderPartner(KernnetwerkError):
    code = "signaal.zonder_partner"


class SignaalNietBesproken(KernnetwerkError):
    """Nothing leaves the kernnetwerk before the resident was spoken with (SIG-20, a hard stop)."""

    code = "signaal.niet_besproken"


class SignaalHoudtTegen(KernnetwerkError):
    """In this dossier stands a signal that the resident does not know of: nothing goes to another team (SIG-20)."""

    code = "signaal.houdt_tegen"


class SignaalZonderToestemming(KernnetwerkError):
    """The resident was spoken with, and nobody wrote down what may be shared and with whom (RES-01)."""

    code = "signaal.zonder_toestemming"


class TerugkoppelingTeRuim(KernnetwerkError):
    """Whoever noticed it is told no more than the resident allows (SIG-26)."""

    code = "signaal.terugkoppeling_te_ruim"


class SignaalIsMelding(KernnetwerkError):
    """It became a melding already, or belongs to a dossier; that is where the work goes on."""

    code = "signaal.is_melding"


class SignaalGewist(KernnetwerkError):
    """The words of this signal are gone; what stands there is for the count."""

    code = "signaal.gewist"


class Betreft(StrEnum):
    """What a signal is about (SIG-01)."""

    ONBEKEND = "onbekend"
    PERSOON = "persoon"
    HUISHOUDEN = "huishouden"
    ADRES = "adres"


class Spoed(StrEnum):
    KAN_WACHTEN = "kan wachten"
    DEZE_WEEK = "deze week"
    VANDAAG = "vandaag"


class Uitkomst(StrEnum):
    """What came of it (SIG-10). A listening ear is as good an end as any other (SIG-12)."""

    ZELF = "zelf_erop_af"
    PARTNER = "doorzetten"
    MELDING = "melding"
    LUISTEREND_OOR = "luisterend_oor"
    GEEN_ACTIE = "geen_actie"


NIET_PLUIS, OVERBELASTING = "niet_pluis", "overbelasting_mantelzorger"
"""Keys of the list of categories that mean something to the program (SIG-11, NET-08)."""
LIJST_VAN: Mapping[str, str] = {
    "signaleerder": "signaleerders",
    "meldplek": "meldplekken",
    "categorie": "signaal_soorten",
    "duur": "signaal_duur",
    "drempel": "signaal_drempels",
    "stap": "signaal_stappen",
    "vindplaats": "vindplaatsen",
}
"""The fields that hold a key of a list, or own words, with the list of each."""
KANALEN = (Kanaal.PERSOONLIJK, Kanaal.TELEFOON, Kanaal.INTERNET)
"""The ways a signal comes in (SIG-07)."""
STAP_DAGEN: Mapping[Spoed, int] = {Spoed.VANDAAG: 0, Spoed.DEZE_WEEK: 7, Spoed.KAN_WACHTEN: 14}
"""Within so many days the next step is proposed: this app's own default, to be changed in the form."""
MELDER = ("melder_naam", "melder_relatie", "melder_telefoon")
"""Who brought it: these exist only when it was not anonymous (SIG-04)."""
WIE = ("voornamen", "tussenvoegsel", "achternaam", "straat", "huisnummer", "betreft_woorden")
"""By which somebody can be known."""

Regel = Annotated[str | None, Field(max_length=MAX_REGEL)]


EENHEID_MELDER = 6
"""One unit: whatever two laptops write, neither a name nor own words for a role stand beside *anoniem*."""


class Signaal(Entiteit):
    """What somebody noticed, and what we do with it. Without a dossier until it becomes a melding, or belongs to one.

    `gezien` holds observed facts, unless `niet_pluis`: then it is a feeling, and nobody asks for proof (SIG-11).
    `leefgebieden`: keys of life domains, with a space between them. `besproken_datum` None is the state *inwoner nog
    niet gesproken*; `mag_delen` is the resident's yes or no (None: not asked), `toestemming` what it is about and for
    whom.
    """

    soort: ClassVar[int] = 18
    voor: ClassVar[VoorWie] = VoorWie.PROFESSIONAL

    datum: Annotated[date, Eenheid(2)]
    kern: Annotated[Regel, Eenheid(3)] = None
    plek: Annotated[Regel, Eenheid(3)] = None
    kanaal: Annotated[Kanaal, Eenheid(4)] = Kanaal.PERSOONLIJK
    signaleerder: Annotated[Regel, Eenheid(EENHEID_MELDER)] = None
    anoniem: Annotated[bool, Eenheid(EENHEID_MELDER)] = True
    melder_naam: Annotated[Regel, Eenheid(EENHEID_MELDER)] = None
    melder_relatie: Annotated[Regel, Eenheid(EENHEID_MELDER)] = None
    melder_telefoon: Annotated[Regel, Eenheid(EENHEID_MELDER)] = None
    meldplek: Annotated[Regel, Eenheid(7)] = None
    betreft: Annotated[Betreft, Eenheid(8)] = Betreft.ONBEKEND
    betreft_woorden: Annotated[Regel, Eenheid(8)] = None
    voornamen: Annotated[Regel, Eenheid(9)] = None
    tussenvoegsel: Annotated[Regel, Eenheid(9)] = None
    achternaam: Annotated[Regel, Eenheid(9)] = None
    straat: Annotated[Regel, Eenheid(10)] = None
    huisnummer: Annotated[Regel, Eenheid(10)] = None
    gezien: Annotated[Tekstveld, Eenheid(11)]
    categorie: Annotated[Regel, Eenheid(12)] = None
    niet_pluis: Annotated[bool, Eenheid(13)] = False
    leefgebieden: Annotated[Regel, Eenheid(14)] = None
    spoed: Annotated[Spoed, Eenheid(15)] = Spoed.KAN_WACHTEN
    duur: Annotated[Regel, Eenheid(16)] = None
    drempel: Annotated[Regel, Eenheid(16)] = None
    stap: Annotated[Regel, Eenheid(17)] = None
    stap_wie_id: Annotated[UUID | None, Eenheid(17)] = None
    stap_datum: Annotated[date | None, Eenheid(17)] = None
    besproken_datum: Annotated[date | None, Eenheid(18)] = None
    besproken_door: Annotated[Regel, Eenheid(18)] = None
    reactie: Annotated[Tekstveld | None, Eenheid(18)] = None
    mag_delen: Annotated[bool | None, Eenheid(19)] = None
    toestemming: Annotated[Regel, Eenheid(19)] = None
    ongevraagd: Annotated[bool, Eenheid(20)] = False
    vindplaats: Annotated[Regel, Eenheid(20)] = None
    aanleiding: Annotated[Regel, Eenheid(20)] = None
    advies: Annotated[Tekstveld | None, Eenheid(21)] = None
    doorgeleid: Annotated[Regel, Eenheid(21)] = None
    terugkoppeling_datum: Annotated[date | None, Eenheid(22)] = None
    terugkoppeling: Annotated[Regel, Eenheid(22)] = None
    uitkomst: Annotated[Uitkomst | None, Eenheid(23)] = None
    uitkomst_reden: Annotated[Tekstveld | None, Eenheid(23)] = None
    uitkomst_partner: Annotated[Regel, Eenheid(23)] = None
    uitkomst_datum: Annotated[date | None, Eenheid(23)] = None
    uitkomst_door_id: Annotated[UUID | None, Eenheid(23)] = None
    melding_id: Annotated[UUID | None, Eenheid(24)] = None
    verwijderd_datum: Annotated[date | None, Eenheid(25)] = None
    door_id: Annotated[UUID, Eenheid(26)]
    inloopcontact_id: Annotated[UUID | None, Eenheid(27)] = None

    @property
    def is_open(self) -> bool:
        """Open until somebody wrote down what came of it (SIG-08)."""
        return self.uitkomst is None and not self.is_gewist

    @property
    def is_gewist(self) -> bool:
        return self.verwijderd_datum is not None

    @property
    def is_besproken(self) -> bool:
        """Whether the resident knows (SIG-20, SIG-21)."""
        return self.besproken_datum is not None

    @property
    def is_over_iemand(self) -> bool:
        """Whether it says about whom: by a choice, or in any field by which somebody can be known. A name that stands
        in the words alone is not recognised.
        """
        return self.betreft is not Betreft.ONBEKEND or any(getattr(self, veld) for veld in WIE)

    @property
    def is_in_dossier(self) -> bool:
        """Whether it became a melding, or belongs to a household: then it is kept as long as that dossier."""
        return self.melding_id is not None or self.huishouden_id is not None

    @property
    def mag_naar_buiten(self) -> bool:
        """Whether the resident was spoken with and said yes, to something that stands there (RES-01)."""
        return self.is_besproken and self.mag_delen is True and not is_leeg(self.toestemming)


def check_signaal(signaal: Signaal, vandaag: date) -> None:
    """Refuse what cannot be a signal, and what may not leave the kernnetwerk."""
    if is_leeg(signaal.gezien):
        raise SignaalZonderWoorden
    if is_leeg(signaal.kern):
        raise SignaalZonderKern
    _check_dagen(signaal, vandaag)
    if signaal.uitkomst is Uitkomst.GEEN_ACTIE and is_leeg(signaal.uitkomst_reden):
        raise SignaalZonderReden
    if signaal.uitkomst is Uitkomst.PARTNER:
        _check_partner(signaal)
    if signaal.terugkoppeling and not signaal.mag_naar_buiten:
        raise TerugkoppelingTeRuim


def _check_dagen(signaal: Signaal, vandaag: date) -> None:
    """What was noticed, talked about and told back has been: a plan for it is the next step."""
    dagen: tuple[tuple[date | None, type[KernnetwerkError]], ...] = (
        (signaal.datum, SignaalInToekomst),
        (signaal.besproken_datum, BesprokenInToekomst),
        (signaal.terugkoppeling_datum, TerugkoppelingInToekomst),
    )
    for dag, fout in dagen:
        if dag is not None and dag > vandaag:
            raise fout


def check_signaleerder(signaal: Signaal, rollen: Keuzelijst) -> None:
    """Refuse own words for the role of who stays anonymous; `rollen`: the list of signaleerders."""
    if signaal.anoniem and signaal.signaleerder and rollen.find(signaal.signaleerder) is None:
        raise SignaleerderMetWoorden


def _check_partner(signaal: Signaal) -> None:
    """SIG-20 before RES-01: what the resident was never asked about, nobody can have allowed."""
    if is_leeg(signaal.uitkomst_partner):
        raise SignaalZonderPartner
    if not signaal.is_besproken:
        raise SignaalNietBesproken
    if not signaal.mag_naar_buiten:
        raise SignaalZonderToestemming


def omgezet(signaal: Signaal, huishouden_id: UUID, melding_id: UUID, door_id: UUID, vandaag: date) -> dict[str, Any]:
    """The fields of a signal that became a melding; its own first date stays. `SignaalIsMelding`, `SignaalGewist`."""
    if signaal.melding_id is not None or signaal.huishouden_id is not None:
        raise SignaalIsMelding
    if signaal.is_gewist:
        raise SignaalGewist
    return {
        "huishouden_id": huishouden_id,
        "melding_id": melding_id,
        "uitkomst": Uitkomst.MELDING,
        "uitkomst_datum": vandaag,
        "uitkomst_door_id": door_id,
    }


def bewaren_vanaf(signaal: Signaal) -> date:
    """The day from which the term runs: that of the outcome; of an open one that of the signal or of its next step,
    the later of the two. A step that nobody took keeps nothing for ever, and a closed signal has none.
    """
    if signaal.uitkomst is not None:
        return signaal.uitkomst_datum or signaal.datum
    return max(signaal.datum, signaal.stap_datum or signaal.datum) if signaal.stap else signaal.datum


def bewaren_tot(signaal: Signaal, maanden: int) -> date | None:
    """The day on which the words of a signal about somebody go; None when they stay.

    They stay with a dossier only: whoever went there or passed it on has a full term from that day to make it a
    melding (docs/besluiten/0018). The term is the profile's (app's default: 3 months).
    """
    if signaal.is_gewist or not signaal.is_over_iemand or signaal.is_in_dossier:
        return None
    return einde_bewaren(bewaren_vanaf(signaal), maanden)


def melder_tot(signaal: Signaal, maanden: int) -> date | None:
    """The day on which name and number of who brought it go, of a signal that is about nobody and whose words stay;
    None for every other.
    """
    if signaal.is_gewist or signaal.is_over_iemand or signaal.is_in_dossier:
        return None
    return einde_bewaren(bewaren_vanaf(signaal), maanden)


def melder_gewist(signaal: Signaal, lijsten: Mapping[str, Keuzelijst]) -> dict[int, dict[str, Any]]:
    """By merge unit what stays of who brought it: a role of the list. `lijsten` as in `gewist`."""
    rol = sleutels(signaal, {"signaleerder": lijsten["signaleerder"]})
    return {EENHEID_MELDER: {**rol, "anoniem": True, **dict.fromkeys(MELDER)}}


def einde_bewaren(vanaf: date, maanden: int) -> date | None:
    """The end of the term that begins on this day; None for a day that nothing comes after."""
    try:
        return Duur(maanden, Tijdseenheid.MAANDEN).na(vanaf)
    except (DagBuitenBereik, ValueError):
        return None  # another program wrote it; no screen may fall over it


def gewist(signaal: Signaal, vandaag: date, lijsten: Mapping[str, Keuzelijst]) -> dict[int, dict[str, Any]]:
    """By merge unit what stays of a signal when its words go: date, kern, keys of lists, outcome, for the count.

    `lijsten`: by field; own words in such a field go too.
    """
    weg = {*WIE, *MELDER, "plek", "stap", "stap_wie_id", "stap_datum", "besproken_door", "reactie"}
    weg |= {"mag_delen", "toestemming", "aanleiding", "advies", "doorgeleid", "terugkoppeling"}
    weg |= {"uitkomst_reden", "uitkomst_partner"}
    leeg: dict[str, Any] = (
        sleutels(signaal, lijsten)
        | dict.fromkeys(weg)
        | {
            "gezien": "",
            "anoniem": True,
            "inloopcontact_id": None,
            "verwijderd_datum": signaal.verwijderd_datum or vandaag,
        }
    )
    return {
        nummer: {veld: leeg.get(veld, getattr(signaal, veld)) for veld in velden}
        for nummer, velden in eenheden(Signaal).items()
        if any(veld in leeg for veld in velden)
    }


def stap_voor(spoed: Spoed, vandaag: date) -> date:
    """The day that is proposed for the next step."""
    return vandaag + timedelta(days=STAP_DAGEN[spoed])
