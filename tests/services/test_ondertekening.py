"""Signing: what someone chose, said and drew, sealed with the exact paper that was read."""

from dataclasses import replace
from datetime import date, time
from typing import Any
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtGui import QGuiApplication

from kernnetwerk_app.documents.signing import pack_strepen, unpack_strepen
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.naam import NaamIsLeeg, NaamTeLang
from kernnetwerk_app.domain.ondertekening import (
    Hoedanigheid,
    Keuze,
    Ondertekening,
    OndertekeningZonderHandtekening,
    OndertekeningZonderKeuze,
    OndertekeningZonderReden,
    PdfTeGroot,
    Wijze,
)
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.tekst import TekstTeLang
from kernnetwerk_app.services import dossier as dossiers
from kernnetwerk_app.services import ondertekening
from kernnetwerk_app.services.echtheid import check_ondertekening
from kernnetwerk_app.services.ondertekening import Tekenvraag, verify
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import BestaatNiet
from kernnetwerk_app.teksten import load
from tests.factories import make_werkplek
from tests.services.opzet import STREPEN, Dossier, begin_dossier, gelezen, laatste_n

pytestmark = pytest.mark.usefixtures("qapp")

OP_PAPIER = load("papier")
VRAAG = Tekenvraag(Keuze.EENS, None, "Anna Voorbeeld-Jansen", Hoedanigheid.INWONER, STREPEN)


@pytest.fixture(scope="module")
def plek(tmp_path_factory: pytest.TempPathFactory) -> Werkplek:
    return make_werkplek(tmp_path_factory.mktemp("laptop"))


@pytest.fixture
def dossier(plek: Werkplek) -> Dossier:
    dossier = begin_dossier(plek)
    dossier.doel()
    return dossier


@pytest.fixture(scope="module")
def versie(plek: Werkplek) -> PlanVersie:
    """A version that is refused and never signed."""
    dossier = begin_dossier(plek)
    dossier.doel()
    return dossier.versie()


@pytest.fixture(scope="module")
def getekend(plek: Werkplek) -> Ondertekening:
    """A signature as it comes back from the store."""
    dossier = begin_dossier(plek)
    dossier.doel()
    return dossier.teken(dossier.versie(), Keuze.NIET_EENS, "Ik wil liever op donderdag.")


@pytest.fixture(scope="module")
def sleutel(plek: Werkplek) -> bytes:
    """The public key of this laptop."""
    with plek.store.read() as lezer:
        return Ed25519PrivateKey.from_private_bytes(lezer.meta().private_key).public_key().public_bytes_raw()


# -- the seal --------------------------------------------------------------------------------------------------------


def test_seal_holds_for_what_comes_back_from_the_store(getekend: Ondertekening, sleutel: bytes) -> None:
    assert verify(getekend, sleutel)


ANDERS: dict[str, Any] = {
    "id": uuid4(),
    "planversie_id": uuid4(),
    "code": "0000000000",
    "keuze": Keuze.EENS,
    "reactie": "Ik wil liever op donderdag",
    "naam": "Anna Voorbeeld",
    "hoedanigheid": Hoedanigheid.MENTOR,
    "inwoner_id": uuid4(),
    "wijze": Wijze.PAPIER,
    "datum": date(2027, 4, 21),
    "tijd": time(9, 1),
    "strepen": pack_strepen(STREPEN[:1]),
    "pdf": b"%PDF-1.7",
    "namelijk": "dochter",
    "voorgelezen": True,
    "aanwezig": "Sanne Modelman",
    "merkteken": True,
    "scan": b"%PDF-1.7 scan",
    "versie_hash": bytes(32),
    "gevraagd": 7,
}


def test_every_field_of_a_signature_is_tried_below() -> None:
    assert set(ANDERS) == set(Ondertekening.model_fields) - {"huishouden_id", "zegel"}


@pytest.mark.parametrize("veld", ANDERS)
def test_seal_breaks_when_a_field_is_another(getekend: Ondertekening, sleutel: bytes, veld: str) -> None:
    assert getattr(getekend, veld) != ANDERS[veld]
    assert not verify(getekend.model_copy(update={veld: ANDERS[veld]}), sleutel)


@pytest.mark.parametrize("veld", ["reactie", "tijd", "strepen", "pdf"])
def test_seal_breaks_when_something_was_taken_out(getekend: Ondertekening, sleutel: bytes, veld: str) -> None:
    assert getattr(getekend, veld) is not None
    assert not verify(getekend.model_copy(update={veld: None}), sleutel)


def test_seal_breaks_at_any_octet_of_the_paper(getekend: Ondertekening, sleutel: bytes) -> None:
    assert getekend.pdf is not None
    for plaats in [*range(0, len(getekend.pdf), 997), len(getekend.pdf) - 1]:
        ander = bytearray(getekend.pdf)
        ander[plaats] ^= 1
        assert not verify(getekend.model_copy(update={"pdf": bytes(ander)}), sleutel)


def test_seal_is_that_of_this_laptop_and_no_other(getekend: Ondertekening, sleutel: bytes) -> None:
    ander = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    assert not verify(getekend, ander)
    assert getekend.zegel is not None
    for zegel in (None, b"", bytes(64), getekend.zegel[:-1] + bytes([getekend.zegel[-1] ^ 1])):
        assert not verify(getekend.model_copy(update={"zegel": zegel}), sleutel)


def test_household_that_is_joined_with_another_keeps_its_seals(getekend: Ondertekening, sleutel: bytes) -> None:
    assert verify(getekend.model_copy(update={"huishouden_id": uuid4()}), sleutel)


def test_signature_keeps_the_shape_of_the_pen_and_nothing_else(getekend: Ondertekening) -> None:
    assert getekend.strepen is not None
    assert unpack_strepen(getekend.strepen) == STREPEN


# -- what is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vraag", "fout"),
    [
        (replace(VRAAG, keuze=None), OndertekeningZonderKeuze),
        (replace(VRAAG, keuze=Keuze.NIET_EENS), OndertekeningZonderReden),
        (replace(VRAAG, keuze=Keuze.NIET_EENS, reactie=" \u200b\n"), OndertekeningZonderReden),
        (replace(VRAAG, strepen=()), OndertekeningZonderHandtekening),
        (replace(VRAAG, strepen=((), ())), OndertekeningZonderHandtekening),
        (replace(VRAAG, naam=""), NaamIsLeeg),
        (replace(VRAAG, naam=" \u200b "), NaamIsLeeg),
        (replace(VRAAG, naam="x" * 301), NaamTeLang),
        (replace(VRAAG, reactie="x" * 200_001), TekstTeLang),
    ],
)
def test_what_would_say_less_than_was_meant_is_refused_and_not_kept(
    versie: PlanVersie, plek: Werkplek, vraag: Tekenvraag, fout: type[Exception]
) -> None:
    voor = laatste_n(plek)
    with pytest.raises(fout):
        ondertekening.teken(plek, versie.id, vraag)
    assert laatste_n(plek) == voor
    with plek.store.read() as lezer:
        assert lezer.find(Ondertekening, planversie_id=versie.id) == []


def test_paper_that_is_too_large_to_keep_is_refused_whole(
    versie: PlanVersie, plek: Werkplek, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ondertekening, "MAX_PDF", 10_000)
    voor = laatste_n(plek)
    with pytest.raises(PdfTeGroot):
        ondertekening.teken(plek, versie.id, VRAAG)
    assert laatste_n(plek) == voor


@pytest.mark.parametrize(
    ("vraag", "wijze"),
    [
        (replace(VRAAG, strepen=(), op_papier=date(2027, 4, 20)), Wijze.PAPIER),
        (replace(VRAAG, keuze=Keuze.NIET_EENS, reactie="Ik wil het niet zo."), Wijze.MONDELING),
    ],
)
def test_what_was_said_is_kept_without_the_paper_when_that_is_too_long(
    dossier: Dossier, sleutel: bytes, monkeypatch: pytest.MonkeyPatch, vraag: Tekenvraag, wijze: Wijze
) -> None:
    """Else the sentence that sends one to paper leads nowhere, and no is not heard at all."""
    versie = dossier.versie()
    monkeypatch.setattr(ondertekening, "MAX_PDF", 10_000)
    deed = ondertekening.teken if wijze is Wijze.PAPIER else ondertekening.teken_niet
    gemaakt, _ = deed(dossier.plek, versie.id, vraag)
    assert gemaakt is not None
    with pytest.raises(BestaatNiet):
        dossiers.load_stuk(dossier.plek, gemaakt)
    with dossier.plek.store.read() as lezer:
        bewaard = lezer.get(Ondertekening, gemaakt)
        check_ondertekening(lezer, bewaard)
    assert (bewaard.keuze, bewaard.reactie, bewaard.wijze, bewaard.pdf) == (vraag.keuze, vraag.reactie, wijze, None)
    assert verify(bewaard, sleutel)
    assert bewaard.strepen is None


def test_version_that_is_not_there_cannot_be_signed(plek: Werkplek) -> None:
    with pytest.raises(BestaatNiet):
        ondertekening.teken(plek, uuid4(), VRAAG)


# -- what stands on paper --------------------------------------------------------------------------------------------


def test_paper_inside_the_signature_shows_choice_words_and_who(getekend: Ondertekening, qapp: QGuiApplication) -> None:
    assert getekend.pdf is not None
    woorden = gelezen(getekend.pdf)
    keuze = {
        naam: f"{OP_PAPIER(f'reactie.{naam}')} · {OP_PAPIER('reactie.mijn_keuze')}" for naam in ("eens", "niet_eens")
    }
    assert keuze["niet_eens"] in woorden
    assert keuze["eens"] not in woorden
    assert "“Ik wil liever op donderdag.”" in woorden
    assert "Anna Voorbeeld-Jansen" in woorden
    assert f"{getekend.code[:4]}-{getekend.code[4:7]}-{getekend.code[7:]}" in woorden


def test_paper_inside_the_signature_can_be_made_again_to_the_octet(plek: Werkplek, getekend: Ondertekening) -> None:
    with plek.store.read() as lezer:
        versie = lezer.get(PlanVersie, getekend.planversie_id)
    assert ondertekening.render(plek, versie, [(getekend, ())]) == getekend.pdf


def test_words_of_a_reaction_are_kept_as_they_were_typed(dossier: Dossier) -> None:
    reactie = "\n  Ja, maar:\n\n  - niet op maandag!  \n"
    assert dossier.teken(dossier.versie(), Keuze.GEZIEN, reactie).reactie == reactie
    assert dossier.teken(dossier.versie(), Keuze.EENS, " \u200b").reactie is None


def test_second_person_signs_the_same_version_and_both_stand_on_the_paper(dossier: Dossier, sleutel: bytes) -> None:
    versie = dossier.versie()
    eerste = dossier.teken(versie, Keuze.EENS, "Fijn zo.")
    vraag = Tekenvraag(Keuze.GEZIEN, "Let op haar knie.", "Karin Voorbeeld", Hoedanigheid.MENTOR, STREPEN)
    tweede_id, _ = ondertekening.teken(dossier.plek, versie.id, vraag)
    with dossier.plek.store.read() as lezer:
        tweede = lezer.get(Ondertekening, tweede_id)
        assert lezer.get(Ondertekening, eerste.id) == eerste
    assert verify(eerste, sleutel)
    assert verify(tweede, sleutel)
    assert tweede.pdf is not None
    woorden = gelezen(tweede.pdf)
    for zin in ("Fijn zo.", "Let op haar knie.", "Karin Voorbeeld", "mentor"):
        assert zin in woorden


def test_signed_page_says_version_code_and_page_on_each_page(getekend: Ondertekening) -> None:
    assert getekend.pdf is not None
    woorden = gelezen(getekend.pdf)
    bladen = woorden.count("bladzijde ")
    assert bladen >= 1
    for blad in range(1, bladen + 1):
        assert f"bladzijde {blad} van {bladen}" in woorden
    assert woorden.count("Controlecode van versie 1") == bladen


# -- nobody has to sign ----------------------------------------------------------------------------------------------


def test_choice_without_a_signature_is_kept_as_something_that_was_said(dossier: Dossier, sleutel: bytes) -> None:
    gemaakt, _ = ondertekening.teken_niet(dossier.plek, dossier.versie().id, VRAAG)
    assert gemaakt is not None
    with dossier.plek.store.read() as lezer:
        gezegd = lezer.get(Ondertekening, gemaakt)
    assert (gezegd.wijze, gezegd.strepen, gezegd.keuze) == (Wijze.MONDELING, None, Keuze.EENS)
    assert verify(gezegd, sleutel)


def test_without_a_choice_only_the_story_tells_that_it_was_read(dossier: Dossier) -> None:
    vraag = replace(VRAAG, keuze=None, reactie="Ik denk er nog over.", strepen=())
    gemaakt, _ = ondertekening.teken_niet(dossier.plek, dossier.versie().id, vraag)
    assert gemaakt is None
    with dossier.plek.store.read() as lezer:
        (contact,) = lezer.find(Contact, huishouden_id=dossier.huishouden_id)
        assert lezer.find(Ondertekening, huishouden_id=dossier.huishouden_id) == []
    assert (contact.citaat, contact.citaat_van) == ("Ik denk er nog over.", "Anna Voorbeeld-Jansen")


def test_day_and_hour_of_a_signature_are_those_of_the_wall_clock(getekend: Ondertekening) -> None:
    assert (getekend.datum, getekend.tijd) == (date(2027, 4, 20), time(9, 0))
