"""What is known of an onderzoek as a whole, each fact in one line, with the form in which it is changed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.deelname import voor_inwoner
from kernnetwerk_app.domain.eerste_vraagverheldering import lees_meer
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.services.deelname import Gesprekregel
from kernnetwerk_app.services.onderzoek import OnderzoekBeeld
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.onderzoek_forms import (
    BelangrijkForm,
    EigenPlanForm,
    IdentiteitForm,
    LaterForm,
    OnderzoekForm,
    WieForm,
)
from kernnetwerk_app.ui.omgeving import Omgeving


@dataclass(frozen=True, slots=True)
class Feit:
    """`naam` is a key under `feit`; `woorden` what is known, empty for nothing."""

    naam: str
    icoon: str
    woorden: str
    form: Callable[[Omgeving, OnderzoekBeeld], OnderzoekForm]


def feiten(profiel: Gemeenteprofiel, van: OnderzoekBeeld) -> Iterator[Feit]:
    """In the order of the page; of a plan of one's own only where there is one."""
    yield Feit("uitvoering", "zelf", _uitvoering(van), WieForm)
    if van.melding.eigen_plan is not None:
        yield Feit("eigen_plan", "papier", _eigen_plan(van), EigenPlanForm)
    yield Feit("later", "klok", _later(van), LaterForm)
    telt = (profiel.lijst("wat_telt").label(sleutel) for sleutel in lees_meer(van.onderzoek.belangrijk))
    yield Feit("belangrijk", "vink", ", ".join(telt), BelangrijkForm)
    yield Feit("identiteit", "pas", _identiteit(profiel, van), IdentiteitForm)


def erbij(profiel: Gemeenteprofiel, regel: Gesprekregel) -> str:
    """Who took part in a conversation, in one line; of one without the resident, who looks along here, the form says
    with whom and why.
    """
    t = load("onderzoek")
    if regel.deelname is None:
        return t("gesprek.ongezegd")
    wie, zonder = voor_inwoner(regel.deelname), t("gesprek.zonder")
    tolk = profiel.lijst("tolken").label(wie.tolk)
    delen = [t("gesprek.inwoner") if wie.inwoner else zonder, *wie.naasten, f"{tolk[:1].lower()}{tolk[1:]}"]
    return ", ".join(filter(None, delen))


def _uitvoering(van: OnderzoekBeeld) -> str:
    t, naam = load("onderzoek"), van.uitvoerder.naam if van.uitvoerder is not None else ""
    if is_leeg(van.onderzoek.deskundigen):
        return naam
    wie = ", ".join(filter(None, (regel.strip() for regel in (van.onderzoek.deskundigen or "").splitlines())))
    return t("feit.deskundig", naam=naam, wie=wie)


def _eigen_plan(van: OnderzoekBeeld) -> str:
    t, melding, een = load("onderzoek"), van.melding, van.onderzoek
    soort = melding.eigen_plan.value.capitalize() if melding.eigen_plan is not None else ""
    plan = t("feit.plan_er_is_kort", soort=soort)
    if melding.eigen_plan_datum is not None:
        plan = t("feit.plan_er_is", soort=soort, datum=datum_kort(melding.eigen_plan_datum))
    if not is_leeg(een.eigen_plan_inhoud):
        plan = f"{plan}: {(een.eigen_plan_inhoud or '').rstrip('. ')}"
    if is_leeg(een.eigen_plan_gebruikt):
        return t("feit.plan_ongebruikt", plan=plan)
    return t("feit.plan_gebruikt", plan=plan, hoe=een.eigen_plan_gebruikt)


def _later(van: OnderzoekBeeld) -> str:
    t, een = load("onderzoek"), van.onderzoek
    levenslang = {None: "", True: t("feit.levenslang_ja"), False: t("feit.levenslang_nee")}[een.levenslang]
    if levenslang and een.levenslang_reden:
        levenslang = f"{levenslang}: {een.levenslang_reden}"
    return " · ".join(filter(None, (een.nu, een.verandert, een.blijft_passen, levenslang)))


def _identiteit(profiel: Gemeenteprofiel, van: OnderzoekBeeld) -> str:
    een = van.onderzoek
    if een.identiteit is None or een.identiteit_datum is None:
        return ""
    wie = van.mensen.medewerkers.get(een.identiteit_door_id, "") if een.identiteit_door_id is not None else ""
    soort = profiel.lijst("identiteitsbewijzen").label(een.identiteit).capitalize()
    return load("onderzoek")("feit.gezien", soort=soort, datum=datum_kort(een.identiteit_datum, jaar=True), wie=wie)
