"""What is about safety, what workers wrote for each other, what the partner said and what was declined stands on no
paper, no turned screen and in no search.

No list here has to be remembered. The words are planted in every field that a resident may not see, of every kind of
record there is; the papers are all functions of the services that give one, and a new one fails the test until it is
made here too.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, time
from enum import Enum
from functools import cache
from itertools import combinations
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin
from uuid import UUID

import pytest

from kernnetwerk_app import services
from kernnetwerk_app.domain.base import Entiteit, VoorWie, mag_zien, voor_wie
from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.domain.bijlage import Bijlage, Inhoud, Vorm
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.keukentafel import Tafel
from kernnetwerk_app.domain.mantelzorg import Mantelzorg
from kernnetwerk_app.domain.ondertekening import Ondertekening
from kernnetwerk_app.domain.papiervorm import GEWOON, Leeshulp
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.domain.vertrouwen import Vertrouwensrecht, is_voor_vertrouwd
from kernnetwerk_app.domain.verzoek import Uitkomst, Verzoek, Verzoeksoort
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.domain.vraagverheldering import Antwoord, antwoord_id
from kernnetwerk_app.domain.werkwijze import Lens
from kernnetwerk_app.oplog.units import SOORTEN
from kernnetwerk_app.services import (
    agendablad,
    bijlage,
    dossier,
    keukentafel,
    kijkrichting,
    mensen,
    netwerk,
    persoonsblad,
    rechten,
    stukken,
    verzoek,
    wegwijzer,
    wie_weet_wat,
)
from kernnetwerk_app.services.inwoner import hoofdpersoon, leden
from kernnetwerk_app.store.queries import Lezer
from tests.bestanden import foto
from tests.factories import make_met
from tests.services.geheim_opzet import GEHEIM, VAN_BERT, plant
from tests.services.opzet import Dossier, gelezen
from tests.services.stukken_opzet import beantwoord_verzoek, gevuld_dossier, tekst_van
from tests.services.test_keukentafel import alles

pytestmark = pytest.mark.usefixtures("qapp")
SCHUIL, WERK = "Schuilwoord", "Werkwoord"
"""What is shielded, and what is for those who work here."""
EIGEN_PAPIER = {Mantelzorg}
"""Whose own story stands on a paper of their own."""
SLEUTELS = {
    "kern",
    "onderwerp",
    "schaal",
    "stand",
    "grond",
    "aard",
    "wet",
    "richting",
    "urgentie",
    "klasse",
    "naar_team",
}
"""Of a list, or the name of a team that the resident reads in *Wie weet wat*: no words of anybody."""


def _verborgen(soort: type[Entiteit]) -> dict[str, str]:
    """The fields of words that a resident may not see, with what is planted there."""
    gevonden = {}
    for veld, info in soort.model_fields.items():
        wie = voor_wie(soort, veld)
        if veld not in SLEUTELS and _kern(info.annotation) is str and not mag_zien(VoorWie.PERSOON, wie):
            gevonden[veld] = f"{SCHUIL if wie is VoorWie.AFGESCHERMD else WERK} {veld}"
    return gevonden


def _kern(soort: Any) -> Any:
    """What a field holds when it holds something."""
    while get_origin(soort) in (Union, UnionType, Annotated):
        soort = next(deel for deel in get_args(soort) if deel is not type(None))
    return soort


def _nieuw(hier: Dossier, soort: type[Entiteit]) -> Entiteit | None:
    """A record of this kind in this dossier, with no more in it than it must have and what is planted."""
    bekend = {
        "melding_id": hier.melding_id, "vraagverheldering_id": hier.gesprek_id, "plan_id": hier.plan_id,
        "inwoner_id": _inwoner(hier), "medewerker_id": hier.plek.medewerker.id, "door_id": hier.plek.medewerker.id,
    }  # fmt: skip
    gewoon: dict[Any, Any] = {
        str: "gewoon", int: 1, bool: False, bytes: b"", date: hier.plek.vandaag, time: time(9),
        UUID: hier.plek.new_id(),
    }  # fmt: skip
    velden: dict[str, Any] = {"id": hier.plek.new_id(), "huishouden_id": hier.huishouden_id}
    for veld, info in soort.model_fields.items():
        if veld in velden:
            continue
        kern = _kern(info.annotation)
        if veld in bekend:
            velden[veld] = bekend[veld]
        elif info.is_required():
            velden[veld] = list(kern)[-1] if issubclass(kern, Enum) else gewoon[kern]
    return soort.model_construct(**{**velden, **_verborgen(soort)}) if _verborgen(soort) else None


def _inwoner(hier: Dossier) -> UUID:
    with hier.plek.store.read() as lezer:
        return lezer.find(Inwoner, huishouden_id=hier.huishouden_id)[0].id


@pytest.fixture(scope="module")
def vol(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Iterator[Dossier]:
    """Something on each paper, and the words planted wherever they can stand."""
    plek, hier = make_met(gevuld_dossier, tmp_path_factory.mktemp("geheim"))
    hier = replace(hier, plek=plek)
    _plant_overal(hier)
    plant(hier)
    beantwoord_verzoek(hier)
    _vertrouw(hier)
    hier.teken(hier.versie())
    yield hier
    plek.store.close()


def _vertrouw(hier: Dossier) -> None:
    bep = {"ander_naam": "Bep de Wit", "vertrouwensrechten": " ".join(recht.value for recht in Vertrouwensrecht)}
    mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, {**bep, "inwoner_id": _inwoner(hier)})


def _plant_overal(hier: Dossier) -> None:
    with hier.plek.store.write() as werk:
        for soort in set(SOORTEN.values()) - EIGEN_PAPIER:
            alle = werk.find(soort, huishouden_id=hier.huishouden_id)
            for record in alle if _verborgen(soort) else ():
                werk.change(record, None, **_verborgen(soort))
            nieuw = _nieuw(hier, soort) if not alle else None
            if nieuw is not None:
                werk.add(nieuw)
        for sleutel, waarde in _antwoorden(hier):
            gegeven: dict[str, Any] = {"vraagverheldering_id": hier.gesprek_id, "sleutel": sleutel, "waarde": waarde}
            eid = antwoord_id(hier.gesprek_id, sleutel)
            werk.add(
                Antwoord(id=eid, huishouden_id=hier.huishouden_id, profielversie=hier.plek.profiel.versie, **gegeven)
            )
        werk.commit("test.geplant", hier.huishouden_id)
    bijlage.neem_op(hier.plek, hier.huishouden_id, Inhoud(Vorm.FOTO, foto(), 1))


def _antwoorden(hier: Dossier) -> Iterator[tuple[str, str]]:
    """Questions of the list that a resident may not see, and questions about safety that a newer list may have."""
    for sleutel in ("veiligheid.goed", "veiligheid.wens", "vraag.veiligheid", "sociaal_netwerk.veilig"):
        yield sleutel, f"{SCHUIL} {sleutel}"
    for gebied in hier.plek.profiel.leefgebieden.leefgebieden:
        for veld in gebied.velden:
            if not mag_zien(VoorWie.PERSOON, veld.voor):
                yield gebied.veldsleutel(veld), f"{WERK} {veld.sleutel}"


Maker = Callable[[Dossier], Iterator[bytes]]
_tekst = cache(gelezen)


def _een(soort: type[Entiteit], maak: Callable[..., bytes]) -> Maker:
    """This paper of each record of a kind."""

    def make(hier: Dossier) -> Iterator[bytes]:
        with hier.plek.store.read() as lezer:
            alle = lezer.find(soort, huishouden_id=hier.huishouden_id)
        assert alle, f"nothing of {soort.__name__} to print"
        yield from (maak(hier, een.id) for een in alle)

    return make


ELDERS_GELEZEN = {Stuksoort.AFSPRAAK, Stuksoort.TOESTEMMING, Stuksoort.ZELF_AANVRAGEN, Stuksoort.TAKEN}
"""Of these nothing is there, or they are read where they are made: test_aanvraagbrief.py, test_takenblad.py."""


def _van_stukken(hier: Dossier) -> Iterator[bytes]:
    """Every paper of the list, for each of its readers; of the partner nothing is on them."""
    with hier.plek.store.read() as lezer:
        alle = [
            (een.stuk, stukken.lezers(hier.plek, lezer, een.stuk))
            for een in stukken.keuze(hier.plek, lezer, hier.huishouden_id)
        ]
        wijzer = Stuk(Stuksoort.WEGWIJZER, hier.huishouden_id, plekken=tuple(een.id for een in lezer.find(Voorziening)))
        keek = [Stuk(Stuksoort.WIE_KEEK, hier.huishouden_id, mens.id) for mens in leden(lezer, hier.huishouden_id)]
        alle += [(een, stukken.lezers(hier.plek, lezer, een)) for een in (wijzer, *keek)]
        bert = _bert(lezer).id
    gelezen_door = {stuk.soort for stuk, wie in alle if wie}
    assert gelezen_door >= set(Stuksoort) - ELDERS_GELEZEN, "else nothing was looked at"
    assert any(is_voor_vertrouwd(een.sleutel) for _, wie in alle for een in wie)
    assert any(een.niveau is VoorWie.TAFEL for stuk, wie in alle if stuk.soort is Stuksoort.WIE_IS_WIE for een in wie)
    for stuk, wie in alle:
        for een in wie:
            for vorm in (GEWOON, frozenset({Leeshulp.VOORLEZEN})):
                pdf = stukken.maak(hier.plek, stuk, een, vorm)
                van_hem = stuk.van_id == bert
                assert GEHEIM not in _tekst(pdf) or van_hem, (stuk.soort, een.naam, vorm)
                eigen = stuk.soort is Stuksoort.MANTELZORG or van_hem
                assert VAN_BERT not in _tekst(pdf) or eigen, (stuk.soort, een.naam, vorm)
                yield pdf


def _bijlagen(hier: Dossier) -> Iterator[bytes]:
    """Those of which the octets are here."""
    with hier.plek.store.read() as lezer:
        alle = [een for een in lezer.find(Bijlage, huishouden_id=hier.huishouden_id) if lezer.octets(een.id)]
    yield from (bijlage.load_pdf(hier.plek, een.id) for een in alle)


def _verzoeken(hier: Dossier) -> Iterator[bytes]:
    """The answer to what was asked of one's own data."""
    velden = {"inwoner_id": _inwoner(hier), "verzoek": Verzoeksoort.INZAGE}
    verzoek.neem_op(hier.plek, hier.huishouden_id, velden)
    with hier.plek.store.read() as lezer:
        een = max(lezer.find(Verzoek, huishouden_id=hier.huishouden_id), key=lambda een: een.id)
        bases = lezer.bases(een.id)
    verzoek.beantwoord(hier.plek, een, bases, Uitkomst.GEDAAN)
    yield rechten.antwoord_pdf(hier.plek, hier.huishouden_id, een.id)


PAPIEREN: dict[str, Maker] = {
    "rechten.antwoord_pdf": _verzoeken,
    "stukken.maak": _van_stukken,
    "kijkrichting.load_pdf": lambda d: (kijkrichting.load_pdf(d.plek, d.huishouden_id, lens) for lens in Lens),
    "persoonsblad.load_pdf": _een(Inwoner, lambda d, wie: persoonsblad.load_pdf(d.plek, d.huishouden_id, wie)),
    "rechten.weet_pdf": _een(Inwoner, lambda d, wie: rechten.weet_pdf(d.plek, d.huishouden_id, wie)),
    "rechten.keek_pdf": _een(Inwoner, lambda d, wie: rechten.keek_pdf(d.plek, d.huishouden_id, wie)),
    "dossier.load_stuk": _een(Ondertekening, lambda d, eid: dossier.load_stuk(d.plek, eid)),
    "bijlage.load_pdf": _bijlagen,
    "wegwijzer.wegwijzer": lambda d: iter([wegwijzer.wegwijzer(d.plek, [], "Proefdijk")]),
    "wegwijzer.kernblad": lambda d: iter([wegwijzer.kernblad(d.plek, "Proefdijk")]),
    "wegwijzer.contactkaart": lambda d: iter([wegwijzer.contactkaart(d.plek, "Proefdijk", None)]),
}
VOOR_WERK: dict[str, Maker] = {
    "rechten.avg_pdf": _een(Inwoner, lambda d, wie: rechten.avg_pdf(d.plek, d.huishouden_id, wie)),
    "rechten.avg_naaste_pdf": _een(Relatie, lambda d, eid: rechten.avg_naaste_pdf(d.plek, d.huishouden_id, eid)),
    "agendablad.load_daglijst": lambda d: iter([agendablad.load_daglijst(d.plek, d.plek.vandaag)]),
}
"""For those who work here to read first: what is shielded is not on these either."""
GEEN_PAPIER = {
    "opbergen.lees", "opbergen.lees_hoogstens", "planversie.dump_inhoud", "ics.write", "kaartbestand.schrijf_uit",
    "ondertekening.render",  # of a version, by `load_stuk` and `stukken`
    "afschrift.load_pdf",  # the same version, without what was said of it: test_afschrift.py
    "aanvraagbrief.load_pdf",  # a name, two days and a telephone number: test_aanvraagbrief.py
    "takenblad.load_pdf",  # for a volunteer, from its own few fields: test_takenblad.py
}  # fmt: skip
DOOR_STUKKEN = {
    "afsprakenkaart", "agendablad", "gespreksverslag", "gids", "mantelzorgblad", "netwerk", "rechten", "stappenkaart",
    "wie_is_wie", "wegwijzer", "ondertekening",
}  # fmt: skip
"""Made by `stukken.maak`, which walks its own list."""
VIA_STUKKEN = {
    "load_pdf",
    "load_afspraak",
    "formulier_pdf",
    "contactkaart_van",
    "load_versie_pdf",
    "load_concept_pdf",
    "concept_pdf",
}


def test_every_paper_that_the_services_give_is_looked_at() -> None:
    gevonden = set()
    for module in pkgutil.iter_modules(services.__path__):
        inhoud = importlib.import_module(f"{services.__name__}.{module.name}")
        for naam, functie in vars(inhoud).items():
            eigen = inspect.isfunction(functie) and functie.__module__ == inhoud.__name__ and not naam.startswith("_")
            if eigen and inspect.signature(functie).return_annotation is bytes:
                gevonden.add(f"{module.name}.{naam}")
    elders = {f"{module}.{naam}" for module in DOOR_STUKKEN for naam in VIA_STUKKEN}
    assert gevonden - elders - GEEN_PAPIER - set(PAPIEREN) - set(VOOR_WERK) == set()
    assert set(PAPIEREN) | set(VOOR_WERK) | GEEN_PAPIER <= gevonden


def test_of_every_kind_something_is_planted(vol: Dossier) -> None:
    with vol.plek.store.read() as lezer:
        for soort in set(SOORTEN.values()) - EIGEN_PAPIER:
            for veld, woord in _verborgen(soort).items():
                assert woord in {getattr(een, veld) for een in lezer.find(soort, huishouden_id=vol.huishouden_id)}


def test_it_stands_on_no_paper(vol: Dossier) -> None:
    """Of each writer at least one is made, and all of them are read."""
    for naam, maker in (PAPIEREN | VOOR_WERK).items():
        papieren = list(maker(vol))
        assert papieren, naam
        for pdf in papieren:
            tekst = _tekst(pdf)
            for woord in (SCHUIL,) if naam in VOOR_WERK else (SCHUIL, WERK):
                assert woord not in tekst, f"{naam}: {tekst[max(0, tekst.find(woord) - 80) :][:160]}"


def test_it_is_on_no_turned_screen_in_no_story_and_cannot_be_found(vol: Dossier) -> None:
    with vol.plek.store.read() as lezer:
        leden = [een.id for een in lezer.find(Inwoner, huishouden_id=vol.huishouden_id)]
        for aantal in range(len(leden) + 1):
            for wie in combinations(leden, aantal):
                for anderen in (True, False):
                    tafel = Tafel(frozenset(wie), anderen)
                    beeld = alles(keukentafel.load(vol.plek, lezer, vol.huishouden_id, vol.gesprek_id, tafel))
                    assert SCHUIL not in beeld
                    assert WERK not in beeld
        for laad in (dossier.load, wie_weet_wat.load, kijkrichting.load, rechten.load):
            assert SCHUIL not in repr(laad(vol.plek, lezer, vol.huishouden_id)), laad.__module__
        # Of an answer to a question that this laptop does not know it is not known for whom it is: a worker finds it.
        assert {soort for soort, _, _ in lezer.zoek(SCHUIL)} <= {Antwoord.soort}


def test_of_the_partner_nothing_stands_on_what_the_resident_is_told_and_on_the_map_that_they_read(vol: Dossier) -> None:
    plek, hier = vol.plek, vol.huishouden_id
    with plek.store.read() as lezer:
        anna, om_heen = hoofdpersoon(lezer, hier), netwerk.load(plek, lezer, hier)
        van_bert = netwerk.load(plek, lezer, hier, _bert(lezer).id)
    ook = [rechten.weet_pdf(plek, hier, anna.id)]
    ook += [kijkrichting.load_pdf(plek, hier, een.lens) for een in plek.profiel.kijkrichtingen]
    for pdf in ook:
        assert GEHEIM not in _tekst(pdf)
        assert VAN_BERT not in _tekst(pdf)
    assert not [op.naam for op in om_heen.kaart if VAN_BERT in op.naam], "read along by the resident"
    assert {op.naam for op in van_bert.kaart} == {"Psychiater vanBert", "Roos vanBert"}


def test_what_was_kept_from_the_one_is_there_for_the_other_and_that_something_was_said_apart_is_no_secret(
    vol: Dossier,
) -> None:
    plek, hier = vol.plek, vol.huishouden_id
    assert "Wij bellen de bank" in tekst_van(vol, Stuksoort.GIDS)
    verslag = tekst_van(vol, Stuksoort.VERSLAG)
    assert "Gesprek op dinsdag 20 april 2027: Iemand anders (zonder u erbij), Sanne Modelman" in verslag
    assert "Hoe het met Karin Voorbeeld gaat: Daar keken wij naar op dinsdag 20 april 2027." in verslag
    with plek.store.read() as lezer:
        weet = wie_weet_wat.voor_lezer(plek, lezer, hier, _bert(lezer), wie_weet_wat.load(plek, lezer, hier))
    assert "geheim: een kamer." in " ".join(een.zin for een in weet)


def _bert(lezer: Lezer) -> Inwoner:
    return next(een for een in lezer.find(Inwoner) if een.voornamen == "Bert")
