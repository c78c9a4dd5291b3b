"""Who may ask for each line of a version with a signature, on the day of that signature."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.aanvrager import Aanvragers, Bekende, Vrager
from kernnetwerk_app.domain.base import VoorWie, voor_lezer
from kernnetwerk_app.domain.geboortedatum import leeftijd_hoogstens
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Ondertekening
from kernnetwerk_app.domain.plan import JEUGDWET, Afspraak, Ondersteuningsplan
from kernnetwerk_app.domain.planversie import InhoudTekenaar, PlanInhoud
from kernnetwerk_app.domain.relatie import ZELF_BESLISSEN, Gezag, Relatie, geldt, is_kind, wie_beslist
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.services.inwoner import alle_ids, leden
from kernnetwerk_app.services.kindplan import kind_van, relaties_van_kind
from kernnetwerk_app.services.relatie import relaties_van
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer

OpDag = Callable[[date], Mapping[UUID, Aanvragers]]
"""By line who may ask for it on a day."""
Bekend = Mapping[UUID, Bekende]
"""By id who is known here."""


def aanvragers(
    plek: Werkplek, lezer: Lezer, plan: Ondersteuningsplan, inhoud: PlanInhoud, dag: date
) -> Mapping[UUID, Aanvragers]:
    """By line that can be asked for, on this day; as `aanvragers_op`."""
    return aanvragers_op(plek, lezer, plan, inhoud)(dag)


def aanvragers_op(plek: Werkplek, lezer: Lezer, plan: Ondersteuningsplan, inhoud: PlanInhoud) -> OpDag:
    """By line that can be asked for, by its law of today: that does not stand in the version. Of a line that is gone or
    has no law any more nobody can tell, nor of youth help where no child is known. All of it is read here, so that the
    screen asks it again for each day that is typed.
    """
    regels = [regel.afspraak_id for regel in inhoud.aan_te_vragen]
    if not regels:
        return lambda _: {}
    eigenaar = lezer.get(Inwoner, plan.eigenaar_id) if plan.kind_id is None else kind_van(lezer, plan.kind_id)
    if plan.kind_id is None:
        leden_, relaties = leden(lezer, plan.huishouden_id), relaties_van(lezer, plan.huishouden_id)
    else:
        leden_, relaties = [], relaties_van_kind(plek, lezer, eigenaar)
    bekend = _bekenden(lezer, (eigenaar, *leden_), relaties)
    zelf = bekend[eigenaar.id]
    onbekend = Aanvragers((), zelf, is_onbekend=True)
    anderen = tuple(bekend[mens.id] for mens in leden_ if mens.id != eigenaar.id)
    wet = {een.id: een.wet for een in lezer.find(Afspraak, id=regels)}

    def op_dag(dag: date) -> Mapping[UUID, Aanvragers]:
        kinderen = {mens.id: mens for mens in (eigenaar, *leden_) if is_kind(mens, dag)}
        gewoon = replace(_van(bekend, zelf, [eigenaar], relaties, dag), huisgenoten=anderen)
        jeugd = replace(_van(bekend, zelf, kinderen.values(), relaties, dag), huisgenoten=anderen, is_jeugd=True)

        def van_regel(nummer: UUID) -> Aanvragers:
            if is_leeg(wet.get(nummer)):
                return onbekend
            if wet[nummer] != JEUGDWET:
                return gewoon
            return jeugd if kinderen else onbekend

        return {nummer: van_regel(nummer) for nummer in regels}

    return op_dag


def vrager_van(gezegd: Ondertekening) -> Vrager:
    return Vrager(gezegd.inwoner_id, gezegd.naam, gezegd.hoedanigheid)


def niet_van(wie: Mapping[UUID, Aanvragers], vrager: Vrager) -> frozenset[UUID]:
    """The lines that are not for this one to ask for."""
    return frozenset(regel for regel, mensen in wie.items() if not mensen.mag(vrager))


def niet_van_plaats(
    wie: Mapping[UUID, Aanvragers], tekenen: Mapping[InhoudTekenaar, str]
) -> Mapping[InhoudTekenaar | None, frozenset[UUID]]:
    """By place on the paper of this version the lines that have no box in it: of these who are named there, with their
    name of today, and of whose plan it is (None). Where that is the only place another may sign in it who decides or is
    authorised for them.
    """
    hier: dict[InhoudTekenaar | None, frozenset[UUID]] = {
        een: niet_van(wie, Vrager(None, naam, _als(een.als))) for een, naam in tekenen.items()
    }
    ook = () if tekenen else (Hoedanigheid.CURATOR, Hoedanigheid.OUDER)
    eigen = frozenset(
        regel
        for regel, mensen in wie.items()
        if not mensen.mag(Vrager(None, mensen.eigenaar.naam, Hoedanigheid.INWONER))
        and not any(mensen.mag(Vrager(None, "", als)) for als in ook)
    )
    return {**hier, None: eigen}


def _van(
    bekend: Bekend, eigenaar: Bekende, over: Iterable[Inwoner], relaties: Sequence[Relatie], dag: date
) -> Aanvragers:
    """Who decide about these, by the rule of `wie_beslist`."""
    mensen: dict[Bekende, None] = {}
    open_, zonder = False, list[Bekende]()
    for mens in over:
        if wie_beslist(mens, relaties, dag).zelf:
            mensen[bekend[mens.id]] = None
        oud = leeftijd_hoogstens(mens.geboortedatum, dag)
        if oud is None and is_kind(mens, dag):
            open_ = True  # nobody knows whether parents decide
        elif oud is not None and oud < ZELF_BESLISSEN:
            ja, nee = _gezag(bekend, mens, relaties, dag)
            mensen.update(dict.fromkeys(ja))
            open_, zonder = open_ or not ja, [*zonder, *nee, bekend[mens.id]]
    return Aanvragers(tuple(mensen), eigenaar, zonder_gezag=tuple(zonder) if open_ else None)


def _gezag(
    bekend: Bekend, kind: Inwoner, relaties: Sequence[Relatie], dag: date
) -> tuple[list[Bekende], list[Bekende]]:
    """Of whom it was seen that they have the gezag over this child, and of whom that they do not."""
    beslist = wie_beslist(kind, relaties, dag).ouders
    ja: list[Bekende] = []
    nee: list[Bekende] = []
    for relatie in relaties:
        if relatie.inwoner_id != kind.id or relatie.gezag is None or not geldt(relatie, dag):
            continue
        ouder = bekend.get(relatie.ander_id) if relatie.ander_id is not None else None
        if ouder is not None:
            heeft, wie = relatie.ander_id in beslist, ouder
        else:
            heeft, wie = relatie.gezag is Gezag.JA, Bekende(frozenset(), relatie.ander_naam or "")
        if heeft:
            ja.append(wie)
        elif relatie.gezag is Gezag.NEE:
            nee.append(wie)
    return ja, nee


def _bekenden(lezer: Lezer, mensen: Iterable[Inwoner], relaties: Sequence[Relatie]) -> Bekend:
    """These, and whoever is somebody to them and has a record."""
    anderen = [een.ander_id for een in relaties if een.ander_id is not None]
    gevonden = lezer.find(Inwoner, id=anderen) if anderen else ()
    return {mens.id: _bekende(lezer, mens) for mens in (*mensen, *gevonden)}


def _bekende(lezer: Lezer, mens: Inwoner) -> Bekende:
    return Bekende(frozenset(alle_ids(lezer, mens.id)), voor_lezer(VoorWie.PERSOON, mens).naam)


def _als(woord: str) -> Hoedanigheid:
    """A capacity that a version names; one of before that word was there decides along, as a parent does."""
    return next((een for een in Hoedanigheid if een.value == woord), Hoedanigheid.OUDER)
