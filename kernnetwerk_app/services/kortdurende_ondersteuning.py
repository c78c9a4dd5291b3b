"""Short support without an indicatie: written down, ended with a result; no aanvraag comes of it (EVV-13)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.base import eenheden
from kernnetwerk_app.domain.kortdurende_ondersteuning import KortdurendeOndersteuning, check_ondersteuning
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.services.tekst import Bases, maak, wijzig
from kernnetwerk_app.services.typen import Veldadres
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer

_RESULTAAT = next(nr for nr, velden in eenheden(KortdurendeOndersteuning).items() if "resultaat" in velden)


@dataclass(frozen=True, slots=True)
class Steunregel:
    """One of them; `adres` is where its result is typed."""

    steun: KortdurendeOndersteuning
    adres: Veldadres
    bases: Bases


def begin(
    plek: Werkplek,
    melding_id: UUID,
    inhoud: str,
    wie: str | None = None,
    begin_datum: date | None = None,
    eind_datum: date | None = None,
    resultaat: str | None = None,
    herkomst: object = None,
    concept: str = "",
) -> Changes:
    """Support from today on, unless another day is given; takes in the form that was kept as `concept`.

    Raises `OndersteuningZonderInhoud`, `OndersteuningEindigtVoorBegin`, `TekstTeLang`, `RegelTeLang`.
    """
    plek.check_mag(Recht.KORTDURENDE_ONDERSTEUNING)
    with plek.store.write(herkomst) as werk:
        melding = werk.get(Melding, melding_id)
        steun = maak(
            KortdurendeOndersteuning,
            id=plek.new_id(),
            huishouden_id=melding.huishouden_id,
            melding_id=melding_id,
            begin_datum=begin_datum or plek.vandaag,
            eind_datum=eind_datum,
            wie=wie,
            inhoud=inhoud,
            resultaat=resultaat,
            door_id=plek.medewerker.id,
        )
        check_ondersteuning(steun)
        werk.add(steun)
        werk.keep_concept(concept, {})
        return werk.commit("kortdurende_ondersteuning.begonnen", melding.huishouden_id)


def list_steun(lezer: Lezer, melding_id: UUID) -> tuple[Steunregel, ...]:
    """The short support about this melding, each with where its result is typed."""
    gevonden = []
    for steun in lezer.find(KortdurendeOndersteuning, melding_id=melding_id):
        bases = lezer.bases(steun.id)
        adres = Veldadres(KortdurendeOndersteuning, steun.id, "resultaat", _RESULTAAT, bases.get(_RESULTAAT, ()))
        gevonden.append(Steunregel(steun, adres, bases))
    return tuple(gevonden)


def eindig(plek: Werkplek, steun: KortdurendeOndersteuning, bases: Bases, herkomst: object = None) -> Changes:
    """It ends today; `steun` and `bases` as the screen loaded them."""
    plek.check_mag(Recht.KORTDURENDE_ONDERSTEUNING)
    with plek.store.write(herkomst) as werk:
        check_ondersteuning(wijzig(werk, steun, bases, {"eind_datum": plek.vandaag}))
        return werk.commit("kortdurende_ondersteuning.geeindigd", steun.huishouden_id)
