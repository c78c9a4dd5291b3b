"""The papers of the sociale kaart: Uw wegwijzer, Waar kunt u terecht, the contact card. No name of a resident."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from kernnetwerk_app.documents.blad_pdf import Blad, Bladdeel, Feit, Kaartje, blad_pdf
from kernnetwerk_app.domain.afstand import vind_kern
from kernnetwerk_app.domain.base import VoorWie, voor_lezer
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm
from kernnetwerk_app.domain.profiel import Toegangsvorm
from kernnetwerk_app.domain.voorziening import VRAAGBAAK, Stand, Voorziening, toon_nummer
from kernnetwerk_app.services import kernpagina
from kernnetwerk_app.services.bijzonderheid import check_post
from kernnetwerk_app.services.huisstijl import stijl_van
from kernnetwerk_app.services.kernpagina import Ingang
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import Tekst, load

_BEELD = {
    "waar": "plek",
    "wanneer": "klok",
    "telefoon": "telefoon",
    "email": "papier",
    "website": "scherm",
    "contactpersoon": "zelf",
    "wie": "zelf",
}
"""The pictogram of a fact, on paper that has those."""


def wegwijzer(
    plek: Werkplek, gekozen: Sequence[UUID], kern: str, vorm: Papiervorm = GEWOON, wie_id: UUID | None = None
) -> bytes:
    """The chosen places in this order, with phone, hours and contact person, and whom one can ask further (SOC-15):
    `wie_id`, else who sits here.

    What has gone from the sociale kaart since is left out. What the municipality has not confirmed, or nobody looked at
    for long, says so (SOC-06, SOC-12). Raises `DocumentError`.
    """
    t = load("blad")
    with plek.store.read() as lezer:
        gevonden = [v for eid in gekozen if (v := lezer.find_one(Voorziening, eid)) is not None]
        open_ = [v for v in gevonden if v.is_open(plek.vandaag)]
        plekken = tuple(_kaartje(t, voor_lezer(VoorWie.TAFEL, v), _nog_waar(plek, t, v)) for v in open_)
        ik = lezer.find_one(Medewerker, wie_id or plek.medewerker.id) or plek.medewerker
    leeg = () if plekken else (t("wegwijzer.leeg"),)
    delen = [Bladdeel(t("wegwijzer.plekken"), plekken, leeg), _vragen(plek, t, ik, kern)]
    return _pdf(plek, t, "wegwijzer", t(f"wegwijzer.{_onder(open_)}"), delen, vorm)


def _onder(plekken: Sequence[Voorziening]) -> str:
    """Whether one can call them, all of them or some; nobody is told to call where there is no number."""
    met = [v for v in plekken if v.telefoon]
    return "onder" if not met else "onder_bel" if len(met) == len(plekken) else "onder_soms"


def kernblad(plek: Werkplek, naam: str, vorm: Papiervorm = GEWOON) -> bytes:
    """One sheet of a kern: where people walk in, how one tells of a worry, also without a name, what there is to do
    (SIG-23, EVV-22). It hangs on a wall for months, so only what the municipality confirmed is on it (SOC-12). Raises
    `DocumentError`.
    """
    t = load("blad")
    with plek.store.read() as lezer:
        beeld = kernpagina.load(plek, lezer, naam)
        bellen = _vraagbaken(plek, lezer, naam)
    binnen = tuple(_ingang(t, ingang, beeld.kern.naam) for ingang in beeld.ingangen)
    leeg = () if binnen else (t("kern.ingang_leeg", kern=naam),)
    delen = [
        Bladdeel(t("kern.ingangen"), binnen, leeg),
        Bladdeel(t("kern.melden"), zinnen=(t("kern.melden_zin"), t("kern.melden_direct"))),
    ]
    if bellen:
        delen.append(
            Bladdeel(
                t("kern.bellen"),
                tuple(_kort(v, toon_nummer(v.telefoon), v.email, v.wanneer) for v in bellen),
            )
        )
    doen = tuple(
        _kort(v, v.wanneer, v.plek or v.adres, _nog_waar(plek, t, v))
        for v in beeld.activiteiten
        if v.stand is Stand.VASTGESTELD
    )
    if doen:
        delen.append(Bladdeel(t("kern.activiteiten"), doen))
    return _pdf(plek, t, "kern", t("kern.onder", kern=naam), delen, vorm)


def contactkaart(plek: Werkplek, naam: str, vervanger_id: UUID | None, vorm: Papiervorm = GEWOON) -> bytes:
    """Who the contact person is, who stands in, and where one can walk in (RES-16). Raises `DocumentError`."""
    t = load("blad")
    with plek.store.read() as lezer:
        beeld = kernpagina.load(plek, lezer, naam)
        ik = lezer.find_one(Medewerker, plek.medewerker.id) or plek.medewerker
        vervanger = lezer.find_one(Medewerker, vervanger_id)
    delen = [Bladdeel(t("contact.contactpersoon"), (_medewerker(t, ik),))]
    if vervanger is not None:
        delen.append(Bladdeel(t("contact.vervanger"), (_medewerker(t, vervanger),)))
    if beeld.ingangen:
        delen.append(
            Bladdeel(t("contact.spreekuur"), tuple(_ingang(t, ingang, beeld.kern.naam) for ingang in beeld.ingangen))
        )
    return _pdf(plek, t, "contact", t("contact.onder"), delen, vorm)


def contactkaart_van(plek: Werkplek, huishouden_id: UUID, vorm: Papiervorm = GEWOON) -> bytes:
    """The same for one resident: their own contact person, whoever sits at the laptop, and where they can walk in.

    Without a name or address of theirs. Raises `BestaatNiet`, `InwonerIsOverleden` and `DocumentError`.
    """
    t = load("blad")
    with plek.store.read() as lezer:
        check_post(lezer, huishouden_id)
        huishouden = lezer.get(Huishouden, huishouden_id)
        vast = lezer.find_one(Medewerker, huishouden.contactpersoon_id)
        kern = vind_kern(plek.profiel, huishouden.kern)
        ingangen = kernpagina.load(plek, lezer, kern.naam).ingangen if kern is not None else ()
    niemand = () if vast is not None else (t("contact.nog_niemand"),)
    delen = [Bladdeel(t("contact.contactpersoon"), (_medewerker(t, vast),) if vast is not None else (), niemand)]
    if plek.profiel.vervanging:
        delen.append(Bladdeel(t("contact.vervanger"), zinnen=(plek.profiel.vervanging,)))
    if ingangen:
        delen.append(
            Bladdeel(t("contact.spreekuur"), tuple(_ingang(t, ingang, huishouden.kern) for ingang in ingangen))
        )
    return _pdf(plek, t, "contact", t("contact.onder"), delen, vorm)


def _pdf(plek: Werkplek, t: Tekst, soort: str, onder: str, delen: Iterable[Bladdeel], vorm: Papiervorm) -> bytes:
    blad = Blad(t(f"{soort}.titel"), onder, plek.profiel.naam, plek.vandaag, tuple(delen))
    return blad_pdf(blad, stijl_van(plek, vorm))


def _vragen(plek: Werkplek, t: Tekst, ik: Medewerker, kern: str) -> Bladdeel:
    """Whom one can ask when it does not work out."""
    nummer = ik.telefoon or ""
    eerste = t("wegwijzer.bel", naam=ik.naam, telefoon=nummer) if nummer else t("wegwijzer.vraag", naam=ik.naam)
    punten = next((k.toegang for k in plek.profiel.kernen if k.naam == kern), ())
    plekken = "; ".join(dict.fromkeys(", ".join(filter(None, (een.plek, een.wanneer))) for een in punten))
    plekken = plekken or next((", ".join(k.plekken) for k in plek.profiel.kernen if k.naam == kern), "")
    loop = t("wegwijzer.loop_binnen" if nummer else "wegwijzer.loop_binnen_zonder", plekken=plekken)
    return Bladdeel(t("wegwijzer.vragen"), zinnen=(eerste, loop) if plekken else (eerste,))


def _vraagbaken(plek: Werkplek, lezer: Lezer, kern: str) -> list[Voorziening]:
    """Whom one can call or mail: the vraagbaken of this kern and those of the whole municipality."""
    alle = lezer.find(Voorziening, rubriek=VRAAGBAAK, stand=Stand.VASTGESTELD, voorstel_bij_id=None)
    return [v for v in alle if v.is_open(plek.vandaag) and v.kern in (kern, None)]


def _nog_waar(plek: Werkplek, t: Tekst, v: Voorziening) -> str:
    """What a resident should know of how sure this is; empty for what stands and was looked at."""
    zonder = "" if v.telefoon else "_zonder"
    if v.stand is not Stand.VASTGESTELD:
        return t(f"zeker.voorstel{zonder}")
    return t(f"zeker.oud{zonder}") if v.is_oud(plek.vandaag, plek.profiel.nabijheid.controle_maanden) else ""


def _kaartje(t: Tekst, v: Voorziening, let_op: str) -> Kaartje:
    feiten = {
        "waar": v.waar,
        "wanneer": v.wanneer,
        "telefoon": toon_nummer(v.telefoon),
        "email": v.email,
        "website": v.website,
        "contactpersoon": v.contactpersoon,
        "kosten": v.kosten,
        "voorwaarden": v.voorwaarden,
    }
    return Kaartje(v.naam, "\n\n".join(zin for zin in (v.wat, let_op) if zin), _gevuld(t, feiten), in_vak=True)


def _kort(v: Voorziening, *feiten: str | None) -> Kaartje:
    """On one line, for a sheet on the wall."""
    return Kaartje(v.naam, " · ".join(feit for feit in feiten if feit))


def _ingang(t: Tekst, ingang: Ingang, kern: str | None) -> Kaartje:
    noemt = kern and re.search(rf"(?<![\w-]){re.escape(kern)}(?![\w-])", ingang.adres)
    waar = ", ".join(filter(None, (ingang.adres, "" if noemt else kern)))
    feiten = {"waar": waar, "wanneer": ingang.wanneer, "wie": ingang.wie}
    wat = t(f"ingang.{Toegangsvorm(ingang.vorm).name.lower()}") if ingang.vorm else ""
    return Kaartje(ingang.plek, wat, _gevuld(t, feiten), in_vak=True)


def _medewerker(t: Tekst, medewerker: Medewerker) -> Kaartje:
    feiten = _gevuld(t, {"telefoon": toon_nummer(medewerker.telefoon), "werkgever": medewerker.werkgever})
    groot = t("feit.telefoon")
    return Kaartje(
        medewerker.naam, "", tuple(replace(feit, is_groot=feit.label == groot) for feit in feiten), in_vak=True
    )


def _gevuld(t: Tekst, feiten: Mapping[str, str | None]) -> tuple[Feit, ...]:
    return tuple(Feit(t(f"feit.{wat}"), feit, _BEELD.get(wat, "")) for wat, feit in feiten.items() if feit)
