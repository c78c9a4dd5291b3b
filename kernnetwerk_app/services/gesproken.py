"""*Inwoner nog niet gesproken*: somebody noticed something, and nobody talked about it yet (SIG-20, SIG-21)."""

from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.contact import Contact, ContactSoort
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.overdracht import Overdracht, Overdrachtsoort
from kernnetwerk_app.domain.signaal import Signaal, SignaalHoudtTegen
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services.contact import gespreksdagen
from kernnetwerk_app.services.tekst import maak
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork
from kernnetwerk_app.teksten import load as load_tekst

_WOORDEN = ("gezien", "reactie", "advies", "uitkomst_reden")
BIJ_GEVAAR = "vitaal"
"""The ground under which nobody waits for a talk: somebody is in danger now."""


def laatst_gesproken(lezer: Lezer, huishouden_id: UUID) -> date | None:
    """The last day on which somebody spoke with the resident, in whatever way; None when nobody did."""
    contacten = lezer.find(Contact, huishouden_id=huishouden_id)
    meldingen = lezer.find(Melding, huishouden_id=huishouden_id)
    gesprekken = lezer.find(Vraagverheldering, huishouden_id=huishouden_id)
    return max(gespreksdagen(meldingen, contacten, gesprekken, lezer.geschreven(huishouden_id)), default=None)


def onbesproken(lezer: Lezer, huishouden_id: UUID) -> set[UUID]:
    """The signals of this household that the resident knows nothing of: no talk stands in it, and there was none on or
    after its day.
    """
    laatst = laatst_gesproken(lezer, huishouden_id) or date.min
    return {
        signaal.id
        for signaal in lezer.find(Signaal, zonder=_WOORDEN, huishouden_id=huishouden_id)
        if not (signaal.is_besproken or signaal.is_gewist or signaal.datum <= laatst)
    }


def noteer_terug(plek: Werkplek, werk: UnitOfWork, signaal: Signaal, eerder: Signaal | None = None) -> None:
    """Put in the story of the dossier that somebody was told what came of it (SIG-26); `eerder`: the signal as it was.

    The resident may read the story: so not before they know of the signal, and never who noticed it.
    """
    dag, t = signaal.terugkoppeling_datum, load_tekst("signaal")
    if dag is None or signaal.huishouden_id is None or not signaal.is_besproken:
        return
    if eerder is not None and eerder.is_besproken and eerder.terugkoppeling_datum == dag:
        return
    meer = t("terug.ook", wat=signaal.terugkoppeling) if signaal.terugkoppeling else ""
    werk.add(
        maak(
            Contact,
            id=plek.new_id(),
            huishouden_id=signaal.huishouden_id,
            datum=dag,
            contactsoort=ContactSoort.OVERLEG,
            medewerker_id=plek.medewerker.id,
            aanwezig=t("terug.wie"),
            verslag=" ".join(filter(None, (t("terug.opgepakt"), meer))),
        )
    )


def check_naar_team(plek: Werkplek, lezer: Lezer, overdracht: Overdracht) -> None:
    """Refuse (`SignaalHoudtTegen`) to offer a question to a team that the worker is not in, or to a colleague of other
    teams only, as long as the resident knows nothing of a signal; not when somebody is in danger. What was done
    together with the resident is no offer.
    """
    if overdracht.wijze is not Overdrachtsoort.WARM or overdracht.grond == BIJ_GEVAAR:
        return
    if _blijft_in_team(plek, lezer, overdracht) or overdracht.huishouden_id is None:
        return
    if onbesproken(lezer, overdracht.huishouden_id):
        raise SignaalHoudtTegen


def _blijft_in_team(plek: Werkplek, lezer: Lezer, overdracht: Overdracht) -> bool:
    """Whether who is asked works with this worker in one of their teams."""
    eigen = plek.profiel.teams_van(plek.medewerker.functie)
    if overdracht.naar_id is None:
        return overdracht.naar_team in eigen
    collega = lezer.find_one(Medewerker, overdracht.naar_id)
    return collega is not None and bool(plek.profiel.teams_van(collega.functie) & eigen)
