"""What people said of a plan, told in words: for who reads a signed version in a form that nobody signs."""

from collections.abc import Sequence

from kernnetwerk_app.documents.asked import Dagstand, asked_before
from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.house_style import ROOM
from kernnetwerk_app.documents.layout import Block, Stack
from kernnetwerk_app.documents.reaction import KEYS, OndertekeningBeeld, capacity, witnessed
from kernnetwerk_app.documents.text import one_line
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.ondertekening import GETEKEND, Wijze
from kernnetwerk_app.domain.planversie import PlanInhoud
from kernnetwerk_app.teksten import Tekst

_DAAD = {Wijze.SCHERM: "naast.tekende", Wijze.PAPIER: "naast.tekende_papier", Wijze.MONDELING: "naast.zei"}


def is_signed(gezegd: Sequence[OndertekeningBeeld]) -> bool:
    """Whether anybody signed it, and did not only say something."""
    return any(een.wijze in GETEKEND for een in gezegd)


def add_said(
    composer: Composer, t: Tekst, inhoud: PlanInhoud, gezegd: Sequence[OndertekeningBeeld], stand: Dagstand
) -> None:
    """Who reacted, when, and with what choice, words and requests; the signatures stand on the ordinary sheet."""
    stijl = composer.stijl
    kop = composer.section(t("naast.gezegd"), "pen")
    zinnen: list[Block] = []
    if is_signed(gezegd):  # until then it stands with what one can still ask for
        verteld = {regel for een in gezegd for regel in een.vraagt_aan}
        # Above all reactions: under one of them it reads as asked for by that one.
        al = asked_before(composer, t, inhoud, stand, stand.aangevraagd.keys() - verteld)
        zinnen = [composer.phrase(t("naast.getekend"), stijl.tekst), *al]
    first, *rest = (_one(composer, t, inhoud, een) for een in gezegd)
    composer.add(Stack([kop, *zinnen, first], above=kop.above, whole_up_to=ROOM), *rest)
    if stand.nog_niet:
        nog = [t("reactie.nog_niet", naam=one_line(naam)) for naam in stand.nog_niet]
        nog += [] if stand.is_vervangen else [t("naast.kan_nog")]
        composer.add(Stack([composer.phrase(zin, stijl.tekst) for zin in nog], above=14.0, whole_up_to=ROOM))


def _one(composer: Composer, t: Tekst, inhoud: PlanInhoud, een: OndertekeningBeeld) -> Stack:
    stijl, naam = composer.stijl, one_line(een.naam)
    kop = composer.heading(t("reactie.van", naam=naam), 3, stijl.doel)
    moment = datum_lang(een.datum, jaar=True)
    if een.tijd is not None:
        moment = t("naast.moment", datum=moment, tijd=f"{een.tijd:%H.%M}")
    daad = t(_DAAD[een.wijze], naam=naam, moment=moment, als=capacity(t, een))
    blocks: list[Block] = [composer.phrase(daad, stijl.tekst)]
    blocks.append(composer.phrase(t("naast.gekozen", keuze=t(KEYS[een.keuze])), stijl.vet))
    blocks += composer.words(een.reactie, stijl.tekst, lead=t("naast.reactie"), quoted=True)
    for regel in inhoud.aan_te_vragen:
        if regel.afspraak_id in een.vraagt_aan:
            blocks += composer.words(regel.wat, stijl.tekst, lead=t("naast.vroeg_aan"))
    blocks += [composer.phrase(zin, stijl.tekst) for zin in witnessed(t, een)]
    return Stack([kop, *blocks], above=kop.above, whole_up_to=ROOM / 2)
