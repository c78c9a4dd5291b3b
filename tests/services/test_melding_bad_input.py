"""What people type about someone: faithfully kept, or refused in words, and never half a dossier."""

from dataclasses import fields, replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Aanspreekvorm, Inwoner
from kernnetwerk_app.domain.melding import Melding, MeldingInToekomst, MeldingZonderContactpersoon, MeldingZonderVraag
from kernnetwerk_app.domain.tekst import RegelTeLang, TekstTeLang, bewaar
from kernnetwerk_app.services import contact, dossier, melding
from kernnetwerk_app.services.contact import ContactZonderWoorden
from kernnetwerk_app.services.melding import NieuweMelding, Opgenomen
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import make_werkplek
from tests.services.opzet import laatste_n

MELDING = NieuweMelding("Ik heb hulp nodig.", aanspreekvorm=Aanspreekvorm.MEVROUW)
TEKSTEN = tuple(veld.name for veld in fields(NieuweMelding) if "str" in str(veld.type))
REGELS = tuple(naam for naam in TEKSTEN if naam not in ("vraag", "aanleiding"))


@pytest.fixture(scope="module")
def plek(tmp_path_factory: pytest.TempPathFactory) -> Werkplek:
    return make_werkplek(tmp_path_factory.mktemp("laptop"))


def _neem_op(plek: Werkplek, /, **velden: object) -> Opgenomen:
    invoer = replace(MELDING, contactpersoon_id=plek.medewerker.id)
    return melding.neem_op(plek, replace(invoer, **velden))  # type: ignore[arg-type]  # the test names the field


def _inwoner(plek: Werkplek, huishouden_id: UUID) -> Inwoner:
    with plek.store.read() as lezer:
        (inwoner,) = lezer.find(Inwoner, huishouden_id=huishouden_id)
    return inwoner


def _bewaard(plek: Werkplek, opgenomen: Opgenomen) -> dict[str, object]:
    """Everything that was stored of a melding, by the name of its field."""
    with plek.store.read() as lezer:
        delen = (
            lezer.get(Huishouden, opgenomen.huishouden_id),
            lezer.find(Inwoner, huishouden_id=opgenomen.huishouden_id)[0],
            lezer.get(Melding, opgenomen.melding_id),
        )
    # What lives in two records (kern) is asked of the first: where the resident lives.
    return {naam: waarde for deel in reversed(delen) for naam, waarde in deel.model_dump().items()}


NAMEN = {
    "tussenvoegsel": ("Anna", "van der", "Berg", "mevrouw Van der Berg", "A. B."),
    "tussenvoegsel met apostrof": ("Anna", "in 't", "Veld", "mevrouw In 't Veld", "A. V."),
    "15 's-Gravenzande": ("Anna", None, "'s-Gravenzande", "mevrouw 's-Gravenzande", "A. S."),
    "15 O'Brien": ("Niamh", None, "O'Brien", "mevrouw O'Brien", "N. O."),
    "15 Şükrü": ("Şükrü", None, "Nguyễn", "mevrouw Nguyễn", "Ş. N."),
    "15 ʻOkina": ("ʻOkina", None, "ʻOkina", "mevrouw ʻOkina", "O. O."),
    "15 IJ": ("IJsbrand", None, "IJzerman", "mevrouw IJzerman", "IJ. IJ."),
    "16 een letter": ("O", None, "O", "mevrouw O", "O. O."),
    "16 driehonderd": ("x" * 300, None, "y" * 300, "mevrouw Y" + "y" * 299, "X. Y."),
    "16 driehonderd die langer worden": ("ß" * 300, None, "ß" * 300, "mevrouw SS" + "ß" * 299, "SS. SS."),
    "17 NFD": ("Zoe\u0308", None, "Cafe\u0301", "mevrouw Cafe\u0301", "Z. C."),
    "29 Cyrillisch": ("Аnna", None, "Jаnsen", "mevrouw Jаnsen", "А. J."),
    "zonder achternaam": ("Anna", None, None, "Anna", "A."),
}


@pytest.mark.parametrize("naam", NAMEN)
def test_name_is_what_its_bearer_writes(plek: Werkplek, naam: str) -> None:
    voornamen, tussenvoegsel, achternaam, aanhef, voorletters = NAMEN[naam]
    opgenomen = _neem_op(plek, voornamen=voornamen, tussenvoegsel=tussenvoegsel, achternaam=achternaam)
    inwoner = _inwoner(plek, opgenomen.huishouden_id)
    assert (inwoner.voornamen, inwoner.tussenvoegsel, inwoner.achternaam) == (voornamen, tussenvoegsel, achternaam)
    assert (inwoner.aanhef, inwoner.voorletters) == (aanhef, voorletters)
    with plek.store.read() as lezer:
        assert lezer.get(Huishouden, opgenomen.huishouden_id).aanduiding[:300].casefold() == aanhef[:300].casefold()
        (regel,) = [r for r in dossier.list_dossiers(plek, lezer) if r.huishouden_id == opgenomen.huishouden_id]
    assert regel.voorletters == voorletters


def test_resident_without_a_name_has_a_dossier_too(plek: Werkplek) -> None:
    opgenomen = _neem_op(plek)
    assert _inwoner(plek, opgenomen.huishouden_id).voorletters == "?"
    with plek.store.read() as lezer:
        assert lezer.get(Huishouden, opgenomen.huishouden_id).aanduiding == "Onbekend"


@pytest.mark.parametrize(
    "getypt",
    [
        pytest.param("  spaties  en\ttab ", id="spaties"),
        pytest.param("regel\r\nSet-Cookie: x", id="28 CRLF"),
        pytest.param("half \ud83d \udc00 en NUL \0", id="21 niet te bewaren"),
        pytest.param("<b>&amp;</b> %s {0.__class__}", id="26 opmaak"),
    ],
)
def test_every_field_keeps_what_was_typed_or_shows_what_it_could_not_keep(plek: Werkplek, getypt: str) -> None:
    bewaard = _bewaard(plek, _neem_op(plek, **dict.fromkeys(TEKSTEN, getypt)))
    assert {veld: bewaard[veld] for veld in TEKSTEN} == dict.fromkeys(TEKSTEN, bewaar(getypt))


def test_every_field_has_an_end_and_says_so(plek: Werkplek) -> None:
    voor = laatste_n(plek)
    for veld in TEKSTEN:
        with pytest.raises(RegelTeLang if veld in REGELS else TekstTeLang):
            _neem_op(plek, **{veld: "x" * (301 if veld in REGELS else 200_001)})
        with pytest.raises(TekstTeLang):
            _neem_op(plek, **{veld: "x" * 10_000_000})
    assert laatste_n(plek) == voor


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"vraag": ""}, MeldingZonderVraag),
        ({"vraag": " \u200b\n"}, MeldingZonderVraag),
        ({"ontvangen_datum": date(2027, 4, 21)}, MeldingInToekomst),
        ({"ontvangen_datum": date(9999, 12, 31)}, MeldingInToekomst),
        ({"contactpersoon_id": None}, MeldingZonderContactpersoon),
    ],
)
def test_refused_melding_leaves_nothing_behind(
    plek: Werkplek, velden: dict[str, object], fout: type[KernnetwerkError]
) -> None:
    with plek.store.read() as lezer:
        huishoudens, voor = len(lezer.find(Huishouden)), lezer.meta().laatste_n
    with pytest.raises(fout):
        _neem_op(plek, **velden)
    with plek.store.read() as lezer:
        assert (len(lezer.find(Huishouden)), lezer.meta().laatste_n) == (huishoudens, voor)


def test_question_of_200_000_characters_is_kept_whole(plek: Werkplek) -> None:
    vraag = "Ik heb hulp nodig. " * 10_526 + "einde!"
    assert len(vraag) == 200_000
    assert _bewaard(plek, _neem_op(plek, vraag=vraag))["vraag"] == vraag


def test_visit_and_note_refuse_in_words_as_well(plek: Werkplek) -> None:
    huishouden_id = _neem_op(plek).huishouden_id
    voor = laatste_n(plek)
    morgen = plek.vandaag + timedelta(days=1)
    with pytest.raises(RegelTeLang):
        contact.plan_bezoek(plek, huishouden_id, morgen, onderwerp="x" * 301)
    with pytest.raises(TekstTeLang):
        contact.schrijf_bij(plek, huishouden_id, "x" * 200_001)
    with pytest.raises(RegelTeLang):
        contact.schrijf_bij(plek, huishouden_id, "Gebeld.", citaat="Nee.", citaat_van="x" * 301)
    with pytest.raises(ContactZonderWoorden):
        contact.schrijf_bij(plek, huishouden_id, "\u200b", citaat=" ")
    assert laatste_n(plek) == voor


def test_note_keeps_half_characters_visibly(plek: Werkplek) -> None:
    huishouden_id = _neem_op(plek).huishouden_id
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag, onderwerp="half \ud83d")
    contact.schrijf_bij(plek, huishouden_id, "NUL \0 einde", citaat="\udc00", citaat_van="An\0na")
    with plek.store.read() as lezer:
        verhaal = dossier.load(plek, lezer, huishouden_id)
    assert verhaal.bezoek_gepland is not None
    assert verhaal.bezoek_gepland.onderwerp == "half \ufffd"
    item = next(item for item in verhaal.verhaal if item.tekst)
    assert (item.tekst, item.citaat, item.citaat_van) == ("NUL \u2400 einde", "\ufffd", "An\u2400na")


def test_dossier_that_is_not_there_is_named_so(plek: Werkplek) -> None:
    with pytest.raises(KernnetwerkError):
        dossier.open_dossier(plek, uuid4())
