"""The part of the plan about mantelzorgers: what each carries and what carries them (NET-06).

The resident reads the plan. So of a mantelzorger who does not want that it only says whether we spoke about it apart.
"""

from collections.abc import Iterator
from uuid import UUID

from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.draagkracht import Draagkracht, nieuwste_eerst
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.mantelzorg import Mantelzorg, mantelzorg_id
from kernnetwerk_app.domain.planversie import InhoudAntwoord, InhoudLeefgebied
from kernnetwerk_app.domain.relatie import MANTELZORG, Relatie, geldt
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load as load_tekst


def deel_mantelzorg(plek: Werkplek, lezer: Lezer, huishouden_id: UUID | None) -> tuple[InhoudLeefgebied, ...]:
    """One part with all mantelzorgers; none where there is no mantelzorger."""
    relaties = lezer.find(Relatie, huishouden_id=huishouden_id, hulpsoort=MANTELZORG)
    antwoorden = [deel for r in relaties if geldt(r, plek.vandaag) for deel in _van(plek, lezer, r)]
    naam = load_tekst("mantelzorg")("plan.kop")
    return (InhoudLeefgebied(naam=naam, antwoorden=tuple(antwoorden)),) if antwoorden else ()


def _van(plek: Werkplek, lezer: Lezer, relatie: Relatie) -> Iterator[InhoudAntwoord]:
    t = load_tekst("mantelzorg")
    ander = lezer.find_one(Inwoner, relatie.ander_id)
    naam = (ander.naam if ander is not None else relatie.ander_naam) or t("onbekend")
    eigen = lezer.find_one(Mantelzorg, mantelzorg_id(relatie.id))
    metingen = nieuwste_eerst(lezer.find(Draagkracht, mantelzorg_id=mantelzorg_id(relatie.id)))
    nu = metingen[0] if metingen else None
    if eigen is None or not eigen.inwoner_mag_zien:
        datum = datum_lang(nu.datum, jaar=True) if nu is not None else ""
        woorden = t("plan.apart", datum=datum) if datum else t("plan.nog_niet")
        yield InhoudAntwoord(label=t("plan.hoe", naam=naam), woorden=woorden)
        return
    volhoudtijd = plek.profiel.lijst("volhoudtijden").label(nu.volhoudtijd) if nu is not None else ""
    gezegd: tuple[tuple[str, str | None], ...] = (
        ("taken", eigen.taken),
        ("grenzen", eigen.grenzen),
        ("draaglast", nu.draaglast if nu is not None else None),
        ("draagkracht", nu.draagkracht if nu is not None else None),
        ("volhoudtijd", volhoudtijd),
        ("steun", eigen.steun),
    )
    for sleutel, wat in gezegd:
        if wat:
            yield InhoudAntwoord(label=t(f"plan.{sleutel}", naam=naam), woorden=wat)
    if nu is None:
        yield InhoudAntwoord(label=t("plan.hoe", naam=naam), woorden=t("plan.nog_niet"))
