"""Kinds of paper with a rule of their own: whether one can be made, for whom, how, and what is kept as it is printed.

Those of a dossier as a whole stand in `stukken`; this is the letter with which one may apply, what was told at the
table, what is of one person alone, the form of a yes, and the tasks of a volunteer.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar
from uuid import UUID

from kernnetwerk_app.domain.bezorging import NietMeerVoorLezer, Stuk, Stuksoort
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import STUK, Ondertekening
from kernnetwerk_app.domain.papiervorm import Papiervorm
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.domain.werkwijze import Lens
from kernnetwerk_app.services import aanvraagbrief, kijkrichting, persoonsblad, rechten, takenblad
from kernnetwerk_app.services.bezorglijst import te_bezorgen
from kernnetwerk_app.services.bijzonderheid import overleden_op
from kernnetwerk_app.services.geadresseerde import noem
from kernnetwerk_app.services.inwoner import alle_ids, leden
from kernnetwerk_app.services.lezers import NAMENS, Lezend, van_een, zei_er_iets_van
from kernnetwerk_app.services.lezersleutel import zelfde_lezer
from kernnetwerk_app.services.persoonsblad import krijgt_blad
from kernnetwerk_app.services.termijn import zelf_aanvragen
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load

T = TypeVar("T")
Maker = Callable[[Werkplek, Stuk, Lezend, Papiervorm], bytes]
GESPREK: Mapping[Lens, Stuksoort] = {
    Lens.LEEFGEBIEDEN: Stuksoort.GESPREK_LEEFGEBIEDEN,
    Lens.ASSEN: Stuksoort.GESPREK_ASSEN,
}
"""*Wat wij bespraken* by lens."""


@dataclass(frozen=True, slots=True)
class Stukregel:
    """`kan`: whether this paper can be made today; `lezers`: for whom, None as for any paper of the dossier; `noteer`:
    what is kept when it goes to a printer, and `noteer_later`: also where it waited, of which the delivery is noted;
    `niet`: who decides in somebody's place and does not get it, each with `waarom_niet`.
    """

    kan: Callable[[Werkplek, Lezer, Stuk], bool]
    maak: Maker
    lezers: Callable[[Werkplek, Lezer, Stuk], tuple[Lezend, ...]] | None = None
    noteer: Callable[[Werkplek, Stuk, Lezend], Changes] | None = None
    noteer_later: bool = False
    niet: Callable[[Werkplek, Lezer, Stuk], tuple[Lezend, ...]] | None = None


def noteer_bij(plek: Werkplek, stuk: Stuk, wie: Lezend) -> Changes:
    """Keep what is kept besides, as this paper goes to a printer for this reader. Where it waits for them by now, be it
    put ready on this very page, giving it is noted later.
    """
    regel = REGELS.get(stuk.soort)
    if regel is None or regel.noteer is None or (not regel.noteer_later and _wacht(plek, stuk, wie)):
        return Changes()
    return regel.noteer(plek, stuk, wie)


def check_regel(plek: Werkplek, lezer: Lezer, stuk: Stuk) -> None:
    """Raise `NietMeerVoorLezer` where what has a rule of its own may not go any more, to whomever."""
    regel = REGELS.get(stuk.soort)
    if regel is not None and not regel.kan(plek, lezer, stuk):
        raise NietMeerVoorLezer


def _wacht(plek: Werkplek, stuk: Stuk, wie: Lezend) -> bool:
    with plek.store.read() as lezer:
        open_ = te_bezorgen(lezer, stuk.huishouden_id)
        hier = [een.bezorging.lezer for een in open_ if een.stuk == stuk]
        return any(zelfde_lezer(lezer, een, wie.sleutel) for een in hier)


def ook_niet(plek: Werkplek, lezer: Lezer, stuk: Stuk, al: tuple[Lezend, ...]) -> tuple[Lezend, ...]:
    """Besides the readers of this paper (`al`) who one would think gets it and does not, each with `waarom_niet`."""
    regel = REGELS.get(stuk.soort)
    if regel is not None:
        return regel.niet(plek, lezer, stuk) if regel.niet is not None else ()
    gezegd = lezer.find(Ondertekening, zonder=STUK, id=stuk.van_id) if stuk.soort is Stuksoort.GETEKEND else []
    return tuple(wie for een in gezegd for wie in zei_er_iets_van(plek, lezer, een, al))


def vooraan(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, een: Callable[..., T]) -> Iterator[T]:
    """What comes before any other paper: the letters that may go."""
    for melding in lezer.find(Melding, huishouden_id=huishouden_id):
        if zelf_aanvragen(plek, lezer, melding):
            yield een(Stuksoort.ZELF_AANVRAGEN, melding.id, datum=datum_kort(melding.ontvangen_datum))


def gesprek(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, een: Callable[..., T]) -> Iterator[T]:
    """What was told at the table, by each lens of this municipality; nothing as long as nothing was told."""
    if kijkrichting.is_verteld(lezer, huishouden_id):
        for richting in plek.profiel.kijkrichtingen:
            yield een(GESPREK[richting.lens], lens=richting.naam)


def van_mensen(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, een: Callable[..., T]) -> Iterator[T]:
    """Of each at home who gets papers: what they told apart, and who knows what; and the tasks of volunteers. Not *Wie
    keek*: that is asked for where it is read, with the rights.
    """
    for wie in leden(lezer, huishouden_id):
        if _krijgt(plek, lezer, wie):
            if persoonsblad.is_verteld(plek, lezer, huishouden_id, wie):
                yield een(Stuksoort.PERSOONSBLAD, wie.id, naam=noem(wie))
            yield een(Stuksoort.WIE_WEET_WAT, wie.id, naam=noem(wie))
    for ja in takenblad.met_ja(plek, lezer, huishouden_id):
        yield een(Stuksoort.TAKEN, ja.id, naam=ja.ontvanger)


def formulieren(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, een: Callable[..., T]) -> Iterator[T]:
    """The consent form of each share that rests on a yes and holds or waits for one."""
    for toestemming in lezer.find(Toestemming, huishouden_id=huishouden_id):
        if _is_te_tekenen(plek, lezer, toestemming):
            gever = _gever(lezer, toestemming)
            yield een(Stuksoort.TOESTEMMING, toestemming.id, naam=gever.naam, ontvanger=toestemming.ontvanger)


# -- the letter --------------------------------------------------------------------------------------------------------


def _mag_aanvragen(plek: Werkplek, lezer: Lezer, stuk: Stuk) -> bool:
    melding = lezer.find_one(Melding, stuk.van_id)
    hier = melding is not None and melding.huishouden_id == stuk.huishouden_id
    return melding is not None and hier and zelf_aanvragen(plek, lezer, melding)


def _brief(plek: Werkplek, stuk: Stuk, wie: Lezend, vorm: Papiervorm) -> bytes:
    return aanvraagbrief.load_pdf(plek, _van(stuk), wie, vorm)


def _noteer_brief(plek: Werkplek, stuk: Stuk, wie: Lezend) -> Changes:
    return aanvraagbrief.noteer(plek, _van(stuk), wie.naam)


# -- what was told at the table ----------------------------------------------------------------------------------------


def _kijkt_zo(lens: Lens, plek: Werkplek, _: Lezer, __: Stuk) -> bool:
    return any(richting.lens is lens for richting in plek.profiel.kijkrichtingen)


def _gesprek(lens: Lens, plek: Werkplek, stuk: Stuk, wie: Lezend, vorm: Papiervorm) -> bytes:
    return kijkrichting.load_pdf(plek, stuk.huishouden_id, lens, vorm, wie)


# -- of one person -----------------------------------------------------------------------------------------------------


def _wie(lezer: Lezer, stuk: Stuk) -> Inwoner | None:
    """Whose it is: a member of this household now."""
    nummer = alle_ids(lezer, stuk.van_id)[0] if stuk.van_id is not None else None
    return next((mens for mens in leden(lezer, stuk.huishouden_id) if mens.id == nummer), None)


def _krijgt(plek: Werkplek, lezer: Lezer, wie: Inwoner) -> bool:
    return krijgt_blad(plek, wie) and overleden_op(lezer, wie.id) is None


def _is_hier(plek: Werkplek, lezer: Lezer, stuk: Stuk) -> bool:
    wie = _wie(lezer, stuk)
    return wie is not None and _krijgt(plek, lezer, wie)


def _van_een(krijgt: bool, plek: Werkplek, lezer: Lezer, stuk: Stuk) -> tuple[Lezend, ...]:
    """Who gets it, or who does not."""
    wie = _wie(lezer, stuk)
    alle = van_een(plek, lezer, wie) if wie is not None and _krijgt(plek, lezer, wie) else ()
    return tuple(een for een in alle if krijgt is not bool(een.waarom_niet))


def _persoonsblad(plek: Werkplek, stuk: Stuk, wie: Lezend, vorm: Papiervorm) -> bytes:
    """The words about a child that were chosen are for the parent, and for nobody in their place."""
    aan = wie.regels if wie.is_ander else ()
    return persoonsblad.load_pdf(plek, stuk.huishouden_id, _van(stuk), stuk.plekken, vorm, aan)


def _weet(plek: Werkplek, stuk: Stuk, wie: Lezend, vorm: Papiervorm) -> bytes:
    return rechten.weet_pdf(plek, stuk.huishouden_id, _van(stuk), vorm, wie)


def _keek(plek: Werkplek, stuk: Stuk, wie: Lezend, vorm: Papiervorm) -> bytes:
    return rechten.keek_pdf(plek, stuk.huishouden_id, _van(stuk), vorm, wie)


# -- the form of a yes -------------------------------------------------------------------------------------------------


def _is_te_tekenen(plek: Werkplek, lezer: Lezer, toestemming: Toestemming) -> bool:
    """Whether its form is there to sign: it rests on a yes of somebody who is known, and holds or waits for one."""
    kan = plek.profiel.delen.vraagt_ja(toestemming.grond) and plek.profiel.delen.aan_tafel(toestemming.grond)
    einde = toestemming.eind_datum
    over = toestemming.ingetrokken_datum is not None or (einde is not None and einde < plek.vandaag)
    return kan and not over and lezer.find_one(Inwoner, toestemming.inwoner_id) is not None


def _gever(lezer: Lezer, toestemming: Toestemming) -> Lezend:
    """Who signs the form of this share: who says yes, for themselves or by order of a court for somebody else."""
    wie, kort = lezer.get(Inwoner, toestemming.inwoner_id), load("papier")("lezer.gever")
    if toestemming.namens:
        return Lezend(f"{NAMENS}.{wie.id}", toestemming.namens, (), kort=kort)
    return Lezend(f"inwoner.{wie.id}", noem(wie), (), inwoner_id=wie.id, kort=kort)


def _mag_tekenen(plek: Werkplek, lezer: Lezer, stuk: Stuk) -> bool:
    toestemming = lezer.find_one(Toestemming, stuk.van_id)
    return toestemming is not None and _is_te_tekenen(plek, lezer, toestemming)


def _wie_tekent(_: Werkplek, lezer: Lezer, stuk: Stuk) -> tuple[Lezend, ...]:
    return (_gever(lezer, lezer.get(Toestemming, _van(stuk))),)


def _formulier(plek: Werkplek, stuk: Stuk, _: Lezend, vorm: Papiervorm) -> bytes:
    return rechten.formulier_pdf(plek, _van(stuk), vorm)


# -- of a volunteer ----------------------------------------------------------------------------------------------------


def _mag_taken(plek: Werkplek, lezer: Lezer, stuk: Stuk) -> bool:
    ja = lezer.find_one(Toestemming, stuk.van_id)
    return ja is not None and ja.huishouden_id == stuk.huishouden_id and takenblad.mag(plek, lezer, ja)


def _vrijwilliger(_: Werkplek, lezer: Lezer, stuk: Stuk) -> tuple[Lezend, ...]:
    return takenblad.lezers(lezer.get(Toestemming, _van(stuk)))


def _taken(plek: Werkplek, stuk: Stuk, _: Lezend, vorm: Papiervorm) -> bytes:
    return takenblad.load_pdf(plek, _van(stuk), vorm)


def _noteer_taken(plek: Werkplek, stuk: Stuk, _: Lezend) -> Changes:
    return takenblad.noteer(plek, _van(stuk))


def _van(stuk: Stuk) -> UUID:
    if stuk.van_id is None:  # only another program can have written this
        raise NietMeerVoorLezer
    return stuk.van_id


_VAN_EEN: Mapping[Stuksoort, Maker] = {
    Stuksoort.PERSOONSBLAD: _persoonsblad,
    Stuksoort.WIE_WEET_WAT: _weet,
    Stuksoort.WIE_KEEK: _keek,
}
REGELS: Mapping[Stuksoort, Stukregel] = {
    Stuksoort.ZELF_AANVRAGEN: Stukregel(_mag_aanvragen, _brief, noteer=_noteer_brief, noteer_later=True),
    **{soort: Stukregel(partial(_kijkt_zo, lens), partial(_gesprek, lens)) for lens, soort in GESPREK.items()},
    Stuksoort.TOESTEMMING: Stukregel(_mag_tekenen, _formulier, _wie_tekent),
    **{
        soort: Stukregel(_is_hier, maak, partial(_van_een, True), niet=partial(_van_een, False))
        for soort, maak in _VAN_EEN.items()
    },
    Stuksoort.TAKEN: Stukregel(_mag_taken, _taken, _vrijwilliger, _noteer_taken),
}
"""By kind; what is not here follows the rule of the dossier."""
