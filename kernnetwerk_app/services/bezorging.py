"""*Nog te bezorgen*: what could not be printed now, what goes along to the visits of a day, and that it was delivered.

A paper is kept as what it is and for whom, and made when it is printed. That it was delivered is said once: where it is
the outcome of an onderzoek the same act writes the `Verstrekking` at which the six weeks end (Wmo 2015 art. 2.3.2).
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.bezorging import (
    VAN_VERSIE,
    Bezorging,
    Bezorgwijze,
    MailZonderJa,
    NietMeerTeBezorgen,
    NietMeerVoorLezer,
    NogOnderweg,
    PapierUitBundel,
    Stuk,
    Stuksoort,
    check_bezorgd,
    check_wijze,
)
from kernnetwerk_app.domain.bijzonderheid import InwonerIsOverleden
from kernnetwerk_app.domain.contact import Contact, ContactStatus
from kernnetwerk_app.domain.ids import schrijf_ids
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm, schrijf_vorm
from kernnetwerk_app.domain.team import ZONDER_DOSSIER
from kernnetwerk_app.domain.verstrekking import DagVoorVersie, Verstrekking
from kernnetwerk_app.services import bezorgnoot, bijlage, stukken, stuknoot
from kernnetwerk_app.services.adres import kern_voor
from kernnetwerk_app.services.bezorglijst import Bezorgregel, gaat_mee, maak_regel, te_bezorgen, verstrekt
from kernnetwerk_app.services.bezorgvraag import Wachtstand, is_onderweg, stand, vind_lezer, waarom_niet
from kernnetwerk_app.services.bijlage import Mee
from kernnetwerk_app.services.bijzonderheid import overleden_op
from kernnetwerk_app.services.inwoner import voorletters
from kernnetwerk_app.services.kindplan import check_stuk, is_gestopt, kind_van, kind_van_stuk
from kernnetwerk_app.services.lezers import Lezend
from kernnetwerk_app.services.lezersleutel import zelfde_lezer
from kernnetwerk_app.services.papier import vormen_van
from kernnetwerk_app.services.papiervorm import vorm_van
from kernnetwerk_app.services.stukken import Keuzestuk
from kernnetwerk_app.services.tekst import wijzig
from kernnetwerk_app.services.verslagafschrift import is_gedaan
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import BestaatNiet, Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork
from kernnetwerk_app.teksten import load as load_tekst


@dataclass(frozen=True, slots=True)
class PapierenBeeld:
    """Everything the page of papers of one dossier shows. `kern`: where plekken of the sociale kaart are looked for."""

    keuze: tuple[Keuzestuk, ...]
    te_bezorgen: tuple[Bezorgregel, ...]
    verstrekt: tuple[Bezorgregel, ...]
    kern: str
    standen: Mapping[UUID, Wachtstand]
    """By the id of each thing that waits, how it stands with it today."""


@dataclass(frozen=True, slots=True)
class Bundelstuk:
    """A paper that can be printed with the others of a day: of *nog te bezorgen* (`regel`), or for a visit."""

    stuk: Stuk
    wat: str
    voorletters: str
    lezers: tuple[Lezend, ...]
    lezer: str
    vorm: Papiervorm
    regel: Bezorgregel | None = None
    mee: Mee = field(default_factory=Mee)
    vormen: Mapping[str, Papiervorm] = field(default_factory=dict)
    """By reader how they read, for another than `lezer`."""
    onderweg: bool = False
    """Whether a part of its dossier did not come to this laptop yet: then nobody is known for whom it can be made."""
    waarom_niet: str = ""
    """Why who it was for does not get it, where more is known than that they do not."""

    def vorm_voor(self, sleutel: str) -> Papiervorm:
        """As it was put ready, for who that was; for another as that one reads."""
        return self.vorm if sleutel == self.lezer else self.vormen.get(sleutel, GEWOON)

    @property
    def sleutel(self) -> str:
        """The same paper after another look in the store."""
        return str(self.regel.bezorging.id) if self.regel is not None else f"{self.stuk.soort.name}.{self.stuk.van_id}"


@dataclass(frozen=True, slots=True)
class Gekozen:
    """One paper of a bundle, for the reader that was chosen."""

    van: Bundelstuk
    lezer: Lezend

    @property
    def vorm(self) -> Papiervorm:
        return self.van.vorm_voor(self.lezer.sleutel)


# -- what there is -----------------------------------------------------------------------------------------------------


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> PapierenBeeld:
    """The papers of this household as of today; none to make for who died, but of a child's plan while it lives."""
    wacht = te_bezorgen(lezer, huishouden_id)
    return PapierenBeeld(
        keuze=tuple(een for een in stukken.keuze(plek, lezer, huishouden_id) if not is_gestopt(lezer, een.stuk)),
        te_bezorgen=wacht,
        verstrekt=verstrekt(lezer, huishouden_id),
        kern=kern_voor(plek, lezer, huishouden_id) or "",
        standen={een.bezorging.id: stand(plek, lezer, een) for een in wacht},
    )


def bundel(plek: Werkplek, lezer: Lezer, dag: date) -> tuple[Bundelstuk, ...]:
    """What can be printed together: all that has to be delivered, and what may go along to the visits of this worker on
    `dag`.
    """
    klaar = [stuk for regel in te_bezorgen(lezer) if (stuk := _van_regel(plek, lezer, regel)) is not None]
    al = {een.stuk for een in klaar}
    van_dag = [een for een in _van_bezoeken(plek, lezer, dag) if een.stuk not in al]
    return (*klaar, *van_dag)


def bezorgers(plek: Werkplek, lezer: Lezer) -> tuple[Medewerker, ...]:
    """Who can see to it that a paper gets there: oneself first, then the colleagues who work with dossiers."""
    met = [een for een in lezer.find(Medewerker) if plek.profiel.rechten(een.functie) - ZONDER_DOSSIER]
    return tuple(sorted(met, key=lambda een: een.id != plek.medewerker.id))


# -- acts --------------------------------------------------------------------------------------------------------------


def zet_klaar(
    plek: Werkplek,
    stuk: Stuk,
    wie: Lezend,
    velden: Mapping[str, object],
    vorm: Papiervorm = GEWOON,
    herkomst: object = None,
    concept: str = "",
) -> Changes:
    """Keep this paper for this reader until it is delivered. `velden`: `wijze`, `mail_ja`, `uiterlijk`, `wie_id`.

    The same paper for the same reader that waits already gets these. Raises `MailZonderJa`, `InwonerIsOverleden`.
    """
    with plek.store.write(herkomst) as werk:
        check_stuk(werk, stuk)
        al = te_bezorgen(werk, stuk.huishouden_id)
        hier = (regel for regel in al if regel.stuk == stuk)
        open_ = [regel for regel in hier if zelfde_lezer(werk, regel.bezorging.lezer, wie.sleutel)]
        een = open_[0].bezorging if open_ else _nieuw(plek, stuk, wie, vorm)
        if not open_:
            werk.add(een)
        bases = open_[0].bases if open_ else werk.bases(een.id)
        nieuw = wijzig(werk, een, bases, {"wie_id": plek.medewerker.id, **velden, "vorm": schrijf_vorm(vorm)})
        check_wijze(nieuw.wijze, nieuw.mail_ja)
        werk.keep_concept(concept, {})
        return werk.commit("bezorging.klaargezet", stuk.huishouden_id)


def bezorg(
    plek: Werkplek,
    regel: Bezorgregel,
    wijze: Bezorgwijze | None = None,
    datum: date | None = None,
    herkomst: object = None,
    concept: str = "",
) -> Changes:
    """It was delivered, today unless another day is given, as was meant unless it went otherwise. That is a fact, also
    where it may not go to this reader any more.

    Raises `NietMeerTeBezorgen`, `BezorgdInToekomst`, `MailZonderJa`, `InwonerIsOverleden`, `DagVoorVersie` where it is
    a version that was not there yet on that day, and `NogOnderweg` where what it is of is not on this laptop.
    """
    with plek.store.write(herkomst) as werk:
        _bezorg(plek, werk, regel, wijze, datum or plek.vandaag)
        werk.keep_concept(concept, {})
        return werk.commit("bezorging.bezorgd", regel.bezorging.huishouden_id)


def geef(plek: Werkplek, gekozen: Sequence[Gekozen], herkomst: object = None) -> tuple[tuple[Gekozen, ...], Changes]:
    """These were printed together and given today: each is noted in its own dossier, with its day and how. Gives those
    of which nothing is noted: about whom it is or who gets it died, or did not say yes to e-mail, or its version
    is of a day to come by the clock of this laptop, or not on it any more.

    What a colleague noted meanwhile stands already. `NietMeerTeBezorgen` when nothing was noted.
    """
    changes: Changes | None = None
    niet: list[Gekozen] = []
    for een in gekozen:
        try:
            klaar = _geef(plek, een, herkomst)
        except (InwonerIsOverleden, MailZonderJa, DagVoorVersie, NogOnderweg):
            niet.append(een)
            continue
        if klaar is not None:
            changes = klaar if changes is None else changes | klaar
    if changes is None:
        raise NietMeerTeBezorgen
    return tuple(niet), changes


def maak_bundel(plek: Werkplek, gekozen: Sequence[Gekozen]) -> list[bytes]:
    """The PDF of each, in memory and in this order, in the form in which the reader reads, and after it the bijlagen
    that go along. Who may read what is asked once more: `PapierUitBundel`, which says of which one, or as making
    raises, and then there is nothing to print.
    """
    with plek.store.read() as lezer:
        wie = [_check_nog(plek, lezer, een) for een in gekozen]
        mee = [_nog_mee(plek, lezer, een.van, nu) for een, nu in zip(gekozen, wie, strict=True)]
    return [
        pdf
        for een, nu, ook in zip(gekozen, wie, mee, strict=True)
        for pdf in (
            *stukken.maak_samen(plek, een.van.stuk, nu, een.vorm),
            *bijlage.load_mee(plek, een.van.stuk.soort, een.van.stuk.van_id, ook),
        )
    ]


def _check_nog(plek: Werkplek, lezer: Lezer, een: Gekozen) -> Lezend:
    try:
        return stukken.check_lezer(plek, lezer, een.van.stuk, een.lezer)
    except NietMeerVoorLezer as fout:
        raise PapierUitBundel(een.van.wat, een.van.voorletters, een.van.sleutel) from fout


def laat_vervallen(plek: Werkplek, regel: Bezorgregel, herkomst: object = None) -> Changes:
    """Nobody has to deliver it any more: it stays in the log and counts no more."""
    with plek.store.write(herkomst) as werk:
        wijzig(werk, regel.bezorging, regel.bases, {"vervallen_datum": plek.vandaag})
        return werk.commit("bezorging.vervallen", regel.bezorging.huishouden_id)


def neem_terug(plek: Werkplek, regel: Bezorgregel, herkomst: object = None) -> Changes:
    """It was not delivered after all: it waits again, and the note that it was the outcome counts no more. Where
    another reader has it, it was given all the same, on the day that they got it.
    """
    with plek.store.write(herkomst) as werk:
        noot = werk.find_one(Verstrekking, regel.bezorging.verstrekking_id)
        if noot is not None and not noot.ingetrokken:
            werk.change(noot, ingetrokken=True)
        leeg = dict.fromkeys(("gedaan_datum", "gedaan_wijze", "gedaan_door_id", "verstrekking_id"))
        wijzig(werk, regel.bezorging, regel.bases, leeg)
        stuknoot.neem_terug(werk, regel.bezorging)
        if noot is not None:
            bezorgnoot.noteer_anderen(plek, werk, regel.bezorging)
        return werk.commit("bezorging.niet_bezorgd", regel.bezorging.huishouden_id)


# -- within ------------------------------------------------------------------------------------------------------------


def _geef(plek: Werkplek, een: Gekozen, herkomst: object) -> Changes | None:
    """One of them; None where a colleague noted it meanwhile."""
    with plek.store.write(herkomst) as werk:
        if _is_genoteerd(werk, een):
            return None
        if een.lezer.inwoner_id is not None and overleden_op(werk, een.lezer.inwoner_id) is not None:
            raise InwonerIsOverleden
        regel = een.van.regel
        if regel is None or not zelfde_lezer(werk, regel.bezorging.lezer, een.lezer.sleutel):
            regel = maak_regel(werk, werk.add(_nieuw(plek, een.van.stuk, een.lezer, een.vorm)), {})
            wijze = Bezorgwijze.MEEGEVEN
        else:
            wijze = regel.bezorging.wijze
        _bezorg(plek, werk, regel, wijze, plek.vandaag)
        return werk.commit("bezorging.bezorgd", een.van.stuk.huishouden_id)


def _bezorg(plek: Werkplek, werk: UnitOfWork, regel: Bezorgregel, wijze: Bezorgwijze | None, datum: date) -> None:
    een = werk.get(Bezorging, regel.bezorging.id)
    if not is_gedaan(werk, een) and een.gedaan_datum is not None:
        een = een.model_copy(update={"gedaan_datum": None})  # its note was taken back elsewhere
    check_bezorgd(een, datum, plek.vandaag)
    check_wijze(wijze or een.wijze, een.mail_ja)
    check_stuk(werk, regel.stuk)
    if is_onderweg(werk, regel.stuk):
        raise NogOnderweg  # nothing that was noted here could end the six weeks, or tell whose it is
    bezorgnoot.check_dag(werk, een, datum)
    velden = {
        "gedaan_datum": datum,
        "gedaan_wijze": wijze or een.wijze,
        "gedaan_door_id": plek.medewerker.id,
        "verstrekking_id": bezorgnoot.noteer(plek, werk, een, datum),
    }
    wijzig(werk, regel.bezorging, regel.bases, velden)
    stuknoot.noteer(werk, een, datum)


def _is_genoteerd(werk: UnitOfWork, een: Gekozen) -> bool:
    """Whether what waited was delivered since it was chosen, or need not be any more."""
    regel = een.van.regel
    if regel is None or not zelfde_lezer(werk, regel.bezorging.lezer, een.lezer.sleutel):
        return False
    nu = werk.get(Bezorging, regel.bezorging.id)
    return is_gedaan(werk, nu) or nu.vervallen_datum is not None


def _nieuw(plek: Werkplek, stuk: Stuk, wie: Lezend, vorm: Papiervorm) -> Bezorging:
    return Bezorging(
        id=plek.new_id(),
        huishouden_id=stuk.huishouden_id,
        stuk=stuk.soort,
        van_id=stuk.van_id,
        lezer=wie.sleutel,
        voor_naam=wie.naam[:300],
        vorm=schrijf_vorm(vorm),
        datum=plek.vandaag,
        door_id=plek.medewerker.id,
        wie_id=plek.medewerker.id,
        plekken=schrijf_ids(stuk.plekken),
    )


def _van_regel(plek: Werkplek, lezer: Lezer, regel: Bezorgregel) -> Bundelstuk | None:
    """None for what is of no dossier."""
    een = regel.bezorging
    if een.huishouden_id is None:
        return None
    klaar = Bundelstuk(regel.stuk, regel.wat, regel.voorletters, (), een.lezer, een.papiervorm, regel, onderweg=True)
    if is_onderweg(lezer, regel.stuk):
        return klaar
    with suppress(BestaatNiet):  # of this dossier only: the papers of the others are there
        wie, mee = stukken.lezers(plek, lezer, regel.stuk), _mee(plek, lezer, regel.stuk)
        nu = vind_lezer(lezer, wie, een.lezer)
        sleutel, voor_id = (nu.sleutel, nu.inwoner_id) if nu is not None else (een.lezer, None)
        # Put ready as it is signed: what is easier to read goes along.
        naast = vorm_van(plek, lezer, voor_id) if een.stuk in VAN_VERSIE and not klaar.vorm else klaar.vorm
        waarom, vormen = waarom_niet(plek, lezer, regel.stuk, wie, sleutel), vormen_van(plek, lezer, wie)
        klaar = replace(klaar, lezers=wie, lezer=sleutel, mee=mee, vorm=naast, vormen=vormen)
        return replace(klaar, onderweg=False, waarom_niet=waarom)
    return klaar


def _van_bezoeken(plek: Werkplek, lezer: Lezer, dag: date) -> Iterator[Bundelstuk]:
    """What goes along to the planned visits of this worker on this day."""
    gepland = lezer.find(Contact, status=ContactStatus.GEPLAND, datum=dag, medewerker_id=plek.medewerker.id)
    gehad: set[Stuk] = set()
    for hier in dict.fromkeys(bezoek.huishouden_id for bezoek in gepland if bezoek.huishouden_id is not None):
        try:
            van_hier = list(_van_bezoek(plek, lezer, hier))
        except BestaatNiet:
            wat = load_tekst("bezorging")("bundel.bij_bezoek")
            van_hier = [Bundelstuk(Stuk(Stuksoort.VERSLAG, hier), wat, "?", (), "", GEWOON, onderweg=True)]
        yield from (een for een in van_hier if een.stuk not in gehad)
        gehad |= {een.stuk for een in van_hier}


def _van_bezoek(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> Iterator[Bundelstuk]:
    for keuze in stukken.keuze(plek, lezer, huishouden_id):
        if not is_gestopt(lezer, keuze.stuk) and gaat_mee(lezer, keuze.stuk):
            yield _bundelstuk(plek, lezer, keuze.naam, keuze.stuk)


def _bundelstuk(plek: Werkplek, lezer: Lezer, wat: str, stuk: Stuk) -> Bundelstuk:
    wie, mee = stukken.lezers(plek, lezer, stuk), _mee(plek, lezer, stuk)
    vorm, sleutel = vorm_van(plek, lezer, wie[0].inwoner_id if wie else None), wie[0].sleutel if wie else ""
    kind_id = kind_van_stuk(lezer, stuk.soort, stuk.van_id)
    letters = kind_van(lezer, kind_id).voorletters if kind_id is not None else voorletters(lezer, stuk.huishouden_id)
    waarom, vormen = waarom_niet(plek, lezer, stuk, wie, sleutel), vormen_van(plek, lezer, wie)
    return Bundelstuk(stuk, wat, letters, wie, sleutel, vorm, mee=mee, vormen=vormen, waarom_niet=waarom)


def _nog_mee(plek: Werkplek, lezer: Lezer, van: Bundelstuk, wie: Lezend) -> tuple[UUID, ...]:
    """Of the bijlagen that the list told of, those that may still go along; nothing that nobody saw in that list."""
    nu = _mee(plek, lezer, van.stuk).voor(wie)
    return tuple(een for een in van.mee.voor(wie) if een in nu)


def _mee(plek: Werkplek, lezer: Lezer, stuk: Stuk) -> Mee:
    return bijlage.mee_met(plek, lezer, stuk.soort, stuk.van_id)
