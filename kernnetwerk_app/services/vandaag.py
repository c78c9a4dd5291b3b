"""Three answers to "what does today ask of me": visits, terms with their sum, and what still has to be done."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID

from kernnetwerk_app.domain.afstand import punt_van_kern, vind_kern
from kernnetwerk_app.domain.contact import Contact, ContactStatus
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.profiel import Kern
from kernnetwerk_app.services import mee_op_pad, signalen, spreekuur, verzoek
from kernnetwerk_app.services.adres import Adresdoel, kern_op_lijst, mag_adres
from kernnetwerk_app.services.bezorglijst import te_bezorgen
from kernnetwerk_app.services.conflict import is_oplosbaar
from kernnetwerk_app.services.contact import eindtijd
from kernnetwerk_app.services.inwoner import voorletters, zonder_namen
from kernnetwerk_app.services.mee_op_pad import Controle
from kernnetwerk_app.services.mensen import Bezoekkop, load_bezoekkop, waar_bezoek
from kernnetwerk_app.services.samenvoeging import huishoudens
from kernnetwerk_app.services.signalen import SignaalTaak
from kernnetwerk_app.services.taak import Taak, find_taken
from kernnetwerk_app.services.termijn import LopendeTermijn, find_termijn
from kernnetwerk_app.services.toezegging import Belofte, mijn_beloften
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer, Verzendstand


@dataclass(frozen=True, slots=True)
class Bezoek:
    """A visit of today, or an hour at the inloop (without a household); initials only."""

    huishouden_id: UUID | None
    tijd_van: time | None
    tijd_tot: time | None
    voorletters: str
    onderwerp: str | None
    waar: str
    wachtend: int
    kop: Bezoekkop | None
    """What who goes there must know; None without a household."""
    aan_boord: bool = True
    """Whether its dossier is on this laptop."""
    kern: str | None = None
    afstand_km: int | None = None
    """Over the road from where one works today; None when that is here, or on no map."""


@dataclass(frozen=True, slots=True)
class VandaagBeeld:
    """Everything the start screen shows; no full names."""

    vandaag: date
    medewerker: str
    bezoeken: tuple[Bezoek, ...]
    let_op: tuple[LopendeTermijn, ...]
    """Most urgent first."""
    taken: tuple[Taak, ...]
    dossiers: int
    stand: Verzendstand
    inloop: spreekuur.Vandaag | None
    """The inloop to begin or to go on with."""
    signalen: tuple[SignaalTaak, ...] = ()
    """What today asks of signals, oldest first (SIG-08)."""
    beloofd: tuple[Belofte, ...] = ()
    """Of this worker, first due first."""
    mee: tuple[Controle, ...] = ()
    """What was looked at before one goes."""
    te_bezorgen: int = 0
    """Papers that somebody still has to get, and of those `te_laat` of which the day has passed."""
    te_laat: int = 0
    kernen: tuple[tuple[UUID, str], ...] = ()
    """In which kern each household lives, as far as that is known."""


def load(plek: Werkplek, lezer: Lezer) -> VandaagBeeld:
    """Today as it stands now."""
    inloop = spreekuur.vandaag(plek, lezer)
    # What is of no dossier is told where it stands, at the inloop for instance; here there is no row for it.
    oplosbaar = [c for c in lezer.conflicten() if is_oplosbaar(c) and c.huishouden_id is not None]
    stand = replace(lezer.verzendstand(), conflicten=len({conflict.entiteit_id for conflict in oplosbaar}))
    alle_termijnen = (*_termijnen(plek, lezer), *verzoek.lopende(plek, lezer))
    let_op = tuple(sorted(alle_termijnen, key=lambda termijn: (termijn.dagen_over, termijn.voor)))
    alle = huishoudens(lezer)
    if not plek.mag_dossiers:
        return VandaagBeeld(
            vandaag=plek.vandaag,
            medewerker=plek.medewerker.voornaam,
            bezoeken=tuple(bezoek for bezoek in _bezoeken(plek, lezer, stand) if bezoek.huishouden_id is None),
            let_op=(),
            taken=(),
            dossiers=0,
            stand=stand,
            inloop=inloop,
        )
    gemerkt, wacht = signalen.taken(plek, lezer), te_bezorgen(lezer)
    return VandaagBeeld(
        vandaag=plek.vandaag,
        medewerker=plek.medewerker.voornaam,
        bezoeken=tuple(_bezoeken(plek, lezer, stand)),
        let_op=let_op,
        taken=find_taken(plek, lezer, oplosbaar),
        dossiers=len(alle),
        stand=stand,
        signalen=gemerkt,
        inloop=inloop,
        beloofd=mijn_beloften(plek, lezer),
        mee=mee_op_pad.load(plek, lezer, stand, [t for t in let_op if t.verzoek_id is None], gemerkt),
        te_bezorgen=len(wacht),
        te_laat=sum(regel.bezorging.is_te_laat(plek.vandaag) for regel in wacht),
        kernen=tuple((wie.id, kern) for wie in alle if (kern := kern_op_lijst(plek, lezer, wie))),
    )


def _bezoeken(plek: Werkplek, lezer: Lezer, stand: Verzendstand) -> Iterator[Bezoek]:
    vandaag = lezer.find(Contact, datum=plek.vandaag, medewerker_id=plek.medewerker.id)
    gepland = [c for c in vandaag if c.status is ContactStatus.GEPLAND]
    van = vind_kern(plek.profiel, spreekuur.kern_nu(plek, lezer))
    for contact in sorted(gepland, key=lambda c: c.tijd_van or time.max):
        huishouden = lezer.find_one(Huishouden, contact.huishouden_id)
        kop = load_bezoekkop(plek, lezer, huishouden, eindtijd(plek.profiel, contact)) if huishouden else None
        kern = _waarheen(plek, lezer, contact, huishouden)
        yield Bezoek(
            huishouden_id=contact.huishouden_id,
            tijd_van=contact.tijd_van,
            tijd_tot=contact.tijd_tot,
            voorletters=voorletters(lezer, huishouden.id) if huishouden else "",
            onderwerp=zonder_namen(plek, lezer, contact.huishouden_id, contact.onderwerp) or None,
            waar=waar_bezoek(plek, lezer, contact, huishouden),
            wachtend=stand.per_huishouden.get(huishouden.id, 0) if huishouden else 0,
            kop=kop,
            aan_boord=huishouden is not None or contact.huishouden_id is None,
            kern=kern.naam if kern else None,
            afstand_km=_afstand(plek, van, kern),
        )
        if kern or contact.plek or huishouden:
            van = kern  # after a place on no map nobody knows from where one comes


def _waarheen(plek: Werkplek, lezer: Lezer, contact: Contact, huishouden: Huishouden | None) -> Kern | None:
    """The kern one goes to; to a secret address no route leads."""
    if huishouden is None:
        return vind_kern(plek.profiel, contact.plek)
    if not mag_adres(plek, lezer, huishouden, Adresdoel.ROUTE):
        return None
    return vind_kern(plek.profiel, contact.plek or huishouden.kern)


def _afstand(plek: Werkplek, van: Kern | None, naar: Kern | None) -> int | None:
    """From the visit before, or the kern where one works today; a village is not far from itself."""
    ver = plek.profiel.nabijheid.afstand(punt_van_kern(van), punt_van_kern(naar))
    return round(ver or 0) or None


def _termijnen(plek: Werkplek, lezer: Lezer) -> Iterator[LopendeTermijn]:
    for huishouden in huishoudens(lezer):
        termijn = find_termijn(plek, lezer, huishouden.id)
        if termijn is not None:
            yield termijn
