"""Told once: a contact that becomes a signal or a melding, and a signal that becomes a melding, ask nothing twice.

The lists of fields are compared, by name and by what people read above the box. A new field in one of the forms has to
be given a place here: it goes along, or there is a reason why the next form has nothing to do with it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.inloopcontact import Inloopcontact
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.melding import Kanaal
from kernnetwerk_app.domain.signaal import Signaal, Spoed
from kernnetwerk_app.domain.spreekuur import Spreekuur
from kernnetwerk_app.domain.vraagverheldering import AL_GEPROBEERD, WAAR_HET_OM_GAAT
from kernnetwerk_app.services import eerste_vraagverheldering, inloopcontact, melding, signaal, spreekuur
from kernnetwerk_app.services.gezegd import URGENTIE_REDEN
from kernnetwerk_app.services.inloopcontact import NieuwContact
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.spreekuur import NieuwSpreekuur
from kernnetwerk_app.services.vraagverheldering import Gesprek
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.forms.fields import Fields
from kernnetwerk_app.ui.forms.inloop_form import InloopForm
from kernnetwerk_app.ui.forms.melding_form import MeldingForm
from kernnetwerk_app.ui.forms.signaal_form import SignaalForm
from kernnetwerk_app.ui.theme import Theme

PLEK = "Dorpshuis De Proef"
VAN_HET_SIGNAAL = "of the signal itself and what we do with it; it stays there, and the dossier shows it"
WIE_HET_VERTELDE = "who told it stays with the signal (SIG-04)"
VAN_HET_CONTACT = "what was done then and there; it stays with the contact"


@dataclass(frozen=True)
class Overgang:
    """From one form to the next. `mee`: field and where it goes; `blijft`: field and why nothing asks for it there.

    `straks`: what the eerste vraagverheldering begins with, by the key under which it stands there.
    `anders`: fields that look alike in the next form and are about something else, with what.
    """

    van: str
    naar: str
    mee: Mapping[str, str]
    blijft: Mapping[str, str]
    straks: Mapping[str, str]
    anders: Mapping[tuple[str, str], str]


SIGNAAL_MELDING = Overgang(
    "signaal",
    "melding",
    {"gezien": "aanleiding", "datum": "ontvangen_datum"}
    | {
        naam: naam
        for naam in (
            "kern", "plek", "kanaal", "voornamen", "tussenvoegsel", "achternaam", "straat", "huisnummer", "melder_naam",
            "melder_relatie", "meldplek",
        )
    },
    dict.fromkeys(
        (
            "niet_pluis", "betreft", "betreft_woorden", "categorie", "ongevraagd",
            "vindplaats", "aanleiding", "stap", "stap_wie_id", "stap_datum",
            "besproken_datum", "besproken_door", "mag_delen", "toestemming", "reactie", "advies", "doorgeleid",
            "terugkoppeling_datum", "terugkoppeling", "uitkomst", "uitkomst_partner", "uitkomst_reden",
        ),
        VAN_HET_SIGNAAL,
    )
    | dict.fromkeys(("signaleerder", "anoniem", "melder_telefoon"), WIE_HET_VERTELDE),
    {
        "leefgebieden": "huisvesting", "duur": WAAR_HET_OM_GAAT, "drempel": AL_GEPROBEERD, "spoed": URGENTIE_REDEN,
    },
    {("melder_telefoon", "telefoon"): "the number of the resident, not of who noticed it"},
)  # fmt: skip
CONTACT_MELDING = Overgang(
    "inloop",
    "melding",
    {naam: naam for naam in ("vraag", "kern", "kanaal", "voornamen", "achternaam")},
    dict.fromkeys(("gedaan", "verwezen", "begeleid_plek", "begeleid_door"), VAN_HET_CONTACT)
    | {"schuilnaam": "nobody's name"},
    {"leefgebied": "huisvesting", "sinds": WAAR_HET_OM_GAAT, "uitgesteld": AL_GEPROBEERD},
    {},
)
CONTACT_SIGNAAL = Overgang(
    "inloop",
    "signaal",
    {
        "vraag": "gezien", "kern": "kern", "kanaal": "kanaal", "leefgebied": "leefgebieden", "sinds": "duur",
        "uitgesteld": "drempel",
    },
    dict.fromkeys(("gedaan", "verwezen", "begeleid_plek", "begeleid_door"), VAN_HET_CONTACT)
    | dict.fromkeys(("voornamen", "achternaam", "schuilnaam"), WIE_HET_VERTELDE),
    {},
    {
        ("voornamen", "voornamen"): "of whom it is about, not of who came in",
        ("achternaam", "achternaam"): "of whom it is about, not of who came in",
    },
)  # fmt: skip
OVERGANGEN = (SIGNAAL_MELDING, CONTACT_MELDING, CONTACT_SIGNAAL)


@pytest.fixture
def velden(theme: Theme, plek: Werkplek) -> Iterator[Callable[..., Fields]]:
    """The fields of a form with everything unfolded; `begin` is what was told before."""
    forms: list[QWidget] = []

    def make(naam: str, begin: object = None) -> Fields:
        form: InloopForm | SignaalForm | MeldingForm
        if naam == "inloop":
            form = InloopForm(theme, plek.profiel)
        elif naam == "melding":
            form = MeldingForm(theme, plek.profiel, lambda: plek.vandaag, begin)  # type: ignore[arg-type]
        else:
            form = SignaalForm(theme, plek.profiel, lambda: plek.vandaag, bestaand=True)
            form.fill({"anoniem": "naam"})
            if begin is not None:
                form.begin_with(begin, "")  # type: ignore[arg-type]
        forms.append(form)
        return form.fields

    yield make
    for form in forms:
        form.deleteLater()


@pytest.mark.eis("EVV-11")
@pytest.mark.parametrize("overgang", OVERGANGEN, ids=lambda o: f"{o.van}-{o.naar}")
def test_every_field_goes_along_or_is_not_asked_again(velden: Callable[..., Fields], overgang: Overgang) -> None:
    van, naar = _labels(velden(overgang.van)), _labels(velden(overgang.naar))
    assert {*overgang.mee, *overgang.blijft, *overgang.straks} == set(van), (
        "give a new field a place: it goes along, or why not"
    )
    assert set(overgang.mee) & {*overgang.blijft, *overgang.straks} == set()
    assert set(overgang.mee.values()) <= set(naar)
    twee_keer = {
        (naam, daar)
        for naam in (*overgang.blijft, *overgang.straks)
        for daar in set(naar) - set(overgang.mee.values())
        if daar == naam or naar[daar] == van[naam]
    }
    assert twee_keer - set(overgang.anders) == set(), "asked in both, and not carried over"
    assert all(daar in naar and naam in van for naam, daar in overgang.anders)


@pytest.mark.eis("SIG-25")
def test_of_a_signal_every_word_stands_in_the_melding(plek: Werkplek, velden: Callable[..., Fields]) -> None:
    eergisteren = plek.vandaag - timedelta(days=2)
    hier, _ = signaal.neem_op(
        plek,
        {
            "gezien": "De post blijft liggen.", "kern": "Proefdijk", "plek": PLEK, "kanaal": Kanaal.TELEFOON,
            "datum": eergisteren, "voornamen": "Anna", "tussenvoegsel": "van",
            "achternaam": "Maquette", "straat": "Modelweg", "huisnummer": "7a", "anoniem": False,
            "melder_naam": "Buurvrouw Testers", "melder_relatie": "buurvrouw", "meldplek": "school",
        },
    )  # fmt: skip
    with plek.store.read() as lezer:
        gelezen = lezer.get(Signaal, hier)
    _compare(SIGNAAL_MELDING, velden, signaal.als_melding(plek, gelezen), {
        "aanleiding": "De post blijft liggen.", "kern": "Proefdijk", "plek": PLEK, "kanaal": Kanaal.TELEFOON.name,
        "ontvangen_datum": datum_kort(eergisteren, jaar=True), "voornamen": "Anna",
        "tussenvoegsel": "van", "achternaam": "Maquette", "straat": "Modelweg", "huisnummer": "7a",
        "melder_naam": "Buurvrouw Testers", "melder_relatie": "buurvrouw", "meldplek": "school",
    })  # fmt: skip


@pytest.mark.eis("EVV-11")
def test_of_a_light_contact_every_word_stands_in_the_melding_or_the_signal(
    plek: Werkplek, velden: Callable[..., Fields]
) -> None:
    sessie_id, _ = spreekuur.begin(plek, NieuwSpreekuur("Proefdijk", PLEK))
    invoer = NieuwContact(
        "Het huis wordt me te veel.", kern="Modelhuizen", leefgebied="huisvesting", kanaal="telefoon",
        voornamen="Anna", achternaam="Maquette", sinds="sinds zij alleen is", uitgesteld="schaamte",
    )  # fmt: skip
    contact_id, _ = inloopcontact.noteer(plek, sessie_id, invoer)
    with plek.store.read() as lezer:
        contact, sessie = lezer.get(Inloopcontact, contact_id), lezer.get(Spreekuur, sessie_id)
    _compare(CONTACT_MELDING, velden, melding.van_inloop(contact, sessie.plek), {
        "vraag": "Het huis wordt me te veel.", "kern": "Modelhuizen", "kanaal": Kanaal.TELEFOON.name,
        "voornamen": "Anna", "achternaam": "Maquette",
    })  # fmt: skip
    _compare(CONTACT_SIGNAAL, velden, signaal.van_inloop(contact, sessie), {
        "gezien": "Het huis wordt me te veel.", "kern": "Modelhuizen", "kanaal": Kanaal.TELEFOON.name,
        "leefgebieden": "huisvesting", "duur": "sinds zij alleen is",
        "drempel": plek.profiel.lijst("signaal_drempels").label("schaamte"),
    })  # fmt: skip


@pytest.mark.eis("SIG-28")
def test_the_first_clarification_begins_with_what_the_signal_says_with_its_day_and_who_wrote_it(plek: Werkplek) -> None:
    gezien = {
        "gezien": "De post blijft liggen.", "kern": "Proefdijk", "leefgebieden": "huisvesting", "duur": "jaren",
        "drempel": "schaamte", "spoed": Spoed.DEZE_WEEK,
    }  # fmt: skip
    hier, _ = signaal.neem_op(plek, gezien)
    dag = plek.vandaag
    plek.klok.advance(timedelta(days=4))
    with plek.store.read() as lezer:
        invoer = signaal.als_melding(plek, lezer.get(Signaal, hier))
    gesprek = _eerste(plek, invoer)
    assert set(gesprek.eerder) == set(SIGNAAL_MELDING.straks.values())
    assert {(e.bron, e.datum) for van in gesprek.eerder.values() for e in van} == {(plek.medewerker.naam, dag)}
    assert [e.woorden for e in gesprek.eerder[WAAR_HET_OM_GAAT]] == ["hoe lang al: langer dan een jaar"]
    assert gesprek.statussen["huisvesting"] is LeefgebiedStatus.NOG_NIET, "nobody spoke of it yet"


@pytest.mark.eis("EVV-11")
def test_the_first_clarification_begins_with_what_was_told_at_the_inloop(plek: Werkplek) -> None:
    sessie_id, _ = spreekuur.begin(plek, NieuwSpreekuur("Proefdijk", PLEK))
    nieuw = NieuwContact("Het huis is te veel.", leefgebied="huisvesting", sinds="een half jaar", uitgesteld="schaamte")
    contact_id, _ = inloopcontact.noteer(plek, sessie_id, nieuw)
    with plek.store.read() as lezer:
        invoer = melding.van_inloop(lezer.get(Inloopcontact, contact_id), PLEK)
    gesprek = _eerste(plek, invoer)
    assert set(gesprek.eerder) == set(CONTACT_MELDING.straks.values())


def _eerste(plek: Werkplek, invoer: NieuweMelding) -> Gesprek:
    """What the eerste vraagverheldering of this melding begins with."""
    huishouden_id = melding.neem_op(plek, replace(invoer, contactpersoon_id=plek.medewerker.id)).huishouden_id
    with plek.store.read() as lezer:
        return eerste_vraagverheldering.load(plek, lezer, huishouden_id).gesprek


def _compare(overgang: Overgang, velden: Callable[..., Fields], begin: object, verwacht: Mapping[str, str]) -> None:
    """What stands in the next form, where what goes along belongs; and without it nothing of that stood there."""
    assert set(verwacht) == set(overgang.mee.values()), "every field that goes along is looked at"
    leeg, gevuld = velden(overgang.naar), velden(overgang.naar, begin)
    assert {naam: gevuld.text(naam) for naam in verwacht} == dict(verwacht)
    assert [naam for naam in verwacht if leeg.text(naam) == gevuld.text(naam)] == []


def _labels(fields: Fields) -> dict[str, str]:
    """By name what people read above the box."""
    return {naam: fields.editor(naam).accessibleName().casefold() for naam in fields._entries}
