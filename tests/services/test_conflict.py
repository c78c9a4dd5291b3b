"""Two people wrote in the same place, on two laptops with real stores: both texts are there, and a person chooses."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.plan import Afspraak, Doel, Ondersteuningsplan, Wie
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.domain.tekst import RegelTeLang
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.operation import Operation, OpId
from kernnetwerk_app.services import conflict, contact, dossier, plan, typen, vandaag, vraagverheldering
from kernnetwerk_app.services.conflict import ConflictBeeld, ConflictZonderTekst
from kernnetwerk_app.services.keuzewoorden import LIJSTEN, in_woorden, is_keuze
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import BestaatNiet
from tests.factories import JORIS, kopieer, make_werkplek, nieuwe_melding
from tests.services.opzet import begin_gesprek
from tests.uitwisseling import breng_over, wissel_uit

AS, CIJFER = "as.lijf.2027-04-20", "huisvesting.schaal.2027-04-20"
MIJN, HAAR = "Op dinsdag, met de buurtbus.", "Op donderdag, Riet rijdt zelf."


@dataclass
class Samen:
    """Two laptops that hold the same plan."""

    sanne: Werkplek
    joris: Werkplek
    huishouden_id: UUID
    doel_id: UUID
    afspraak_id: UUID

    def change(self, plek: Werkplek, soort: type[Entiteit], entiteit_id: UUID, **velden: object) -> None:
        """An edit of what stands there now, a minute later."""
        plek.klok.advance(timedelta(minutes=1))
        with plek.store.read() as lezer:
            bases = lezer.bases(entiteit_id)
        plan.change(plek, soort, entiteit_id, bases, **velden)

    def clash(self, soort: type[Entiteit], entiteit_id: UUID, een: dict[str, object], ander: dict[str, object]) -> None:
        """Both change the same without knowing of each other, then meet."""
        self.change(self.sanne, soort, entiteit_id, **een)
        self.change(self.joris, soort, entiteit_id, **ander)
        wissel_uit(self.sanne, self.joris)

    def beeld(self, plek: Werkplek) -> ConflictBeeld:
        with plek.store.read() as lezer:
            (gevonden,) = lezer.conflicten()
            return conflict.load(plek, lezer, gevonden.entiteit_id, gevonden.eenheid)

    def afspraak(self, plek: Werkplek) -> Afspraak:
        with plek.store.read() as lezer:
            return lezer.get(Afspraak, self.afspraak_id)


@pytest.fixture(scope="module")
def begonnen(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Samen]:
    """Two closed laptops that hold the same plan, and what is on them."""
    folder = tmp_path_factory.mktemp("begonnen")
    sanne = make_werkplek(folder / "sanne")
    joris = make_werkplek(folder / "joris", sanne.klok, device_no=2, wie=JORIS)
    huishouden_id = nieuwe_melding(sanne).huishouden_id
    begin_gesprek(sanne, huishouden_id)
    plan_id, _ = plan.begin(sanne, huishouden_id)
    plan.add_doel(sanne, plan_id, "Ik wil mijn huis schoon.")
    doel_id, _ = plan.add_doel(sanne, plan_id, "Ik wil elke week de deur uit.")
    afspraak_id, _ = plan.add_afspraak(sanne, doel_id, "Riet gaat mee naar de eettafel.", Wie.NETWERK, "Riet")
    wissel_uit(sanne, joris)
    sanne.store.close()
    joris.store.close()
    return folder, Samen(sanne, joris, huishouden_id, doel_id, afspraak_id)


@pytest.fixture
def samen(begonnen: tuple[Path, Samen], tmp_path: Path) -> Iterator[Samen]:
    folder, begin = begonnen
    sanne = kopieer(folder / "sanne", tmp_path / "sanne")
    joris = kopieer(folder / "joris", tmp_path / "joris", sanne.klok, device_no=2, wie=JORIS)
    yield replace(begin, sanne=sanne, joris=joris)
    sanne.store.close()
    joris.store.close()


def test_both_texts_are_shown_on_both_laptops_ones_own_first(samen: Samen) -> None:
    samen.clash(Afspraak, samen.afspraak_id, {"tekst": MIJN}, {"tekst": HAAR})
    bij_sanne, bij_joris = samen.beeld(samen.sanne), samen.beeld(samen.joris)
    assert [(kant.wie, kant.tekst, kant.van_mij) for kant in bij_sanne.kanten] == [
        ("Sanne Modelman", MIJN, True),
        ("Joris Proefstra", HAAR, False),
    ]
    assert [kant.tekst for kant in bij_joris.kanten] == [HAAR, MIJN]
    assert (bij_sanne.wat, bij_sanne.in_plan, bij_sanne.doel_nummer) == ("afspraak", True, 2)
    assert bij_sanne.aanhef == "mevrouw Voorbeeld-Jansen"
    assert bij_sanne.kanten[0].moment.strftime("%H.%M") == "09.01"


@pytest.mark.parametrize("keuze", [MIJN, HAAR, f"{MIJN}\n{HAAR}", "Op woensdag, samen met Karin."])
def test_the_choice_replaces_both_everywhere_and_both_stay_in_the_history(samen: Samen, keuze: str) -> None:
    samen.clash(Afspraak, samen.afspraak_id, {"tekst": MIJN}, {"tekst": HAAR})
    beeld = samen.beeld(samen.sanne)
    conflict.resolve(samen.sanne, beeld, {"tekst": keuze})
    wissel_uit(samen.sanne, samen.joris)
    for plek in (samen.sanne, samen.joris):
        assert samen.afspraak(plek).tekst == keuze
        with plek.store.read() as lezer:
            assert lezer.conflicten() == []
            teksten = [op.waarde for op in lezer.geschiedenis(samen.afspraak_id, beeld.eenheid)]
        assert any(MIJN.encode() in waarde for waarde in teksten)
        assert any(HAAR.encode() in waarde for waarde in teksten)


def test_a_version_that_arrives_after_looking_is_not_lost_by_the_choice(samen: Samen) -> None:
    samen.clash(Afspraak, samen.afspraak_id, {"tekst": MIJN}, {"tekst": HAAR})
    gezien = samen.beeld(samen.sanne)
    samen.change(samen.joris, Afspraak, samen.afspraak_id, tekst="Toch op vrijdag.")
    breng_over(samen.joris, samen.sanne)
    conflict.resolve(samen.sanne, gezien, gezien.kanten[0].velden)
    assert {kant.tekst for kant in samen.beeld(samen.sanne).kanten} == {MIJN, "Toch op vrijdag."}


def test_fields_that_belong_together_are_chosen_as_one_and_read_as_words(samen: Samen) -> None:
    samen.clash(
        Afspraak,
        samen.afspraak_id,
        {"begin_datum": date(2027, 5, 4), "terugkijk_datum": date(2027, 7, 6)},
        {"begin_datum": date(2027, 5, 6), "terugkijk_datum": None},
    )
    beeld = samen.beeld(samen.sanne)
    assert beeld.tekstveld is None
    assert [kant.tekst for kant in beeld.kanten] == ["di 4 mei 2027\ndi 6 juli 2027", "do 6 mei 2027"]
    conflict.resolve(samen.sanne, beeld, beeld.kanten[1].velden)
    assert samen.afspraak(samen.sanne).begin_datum == date(2027, 5, 6)
    assert samen.afspraak(samen.sanne).terugkijk_datum is None


def test_one_date_is_no_text_to_join(samen: Samen) -> None:
    samen.clash(Doel, samen.doel_id, {"vervallen_datum": date(2027, 5, 4)}, {"vervallen_datum": date(2027, 5, 6)})
    assert samen.beeld(samen.sanne).tekstveld is None


def test_a_text_that_must_be_there_cannot_be_chosen_away(samen: Samen) -> None:
    samen.clash(Afspraak, samen.afspraak_id, {"tekst": MIJN}, {"tekst": HAAR})
    beeld = samen.beeld(samen.sanne)
    typen.keep_concept(samen.sanne, "conflict", {"tekst": "half"})
    with pytest.raises(ConflictZonderTekst):
        conflict.resolve(samen.sanne, beeld, {"tekst": " \n"}, concept="conflict")
    assert samen.beeld(samen.sanne) == beeld
    assert typen.load_concept(samen.sanne, "conflict") == {"tekst": "half"}
    conflict.resolve(samen.sanne, beeld, {"tekst": "heel"}, concept="conflict")
    assert typen.load_concept(samen.sanne, "conflict") == {}


def test_two_lines_that_do_not_fit_on_one_are_refused_and_both_stay(samen: Samen) -> None:
    contact.plan_bezoek(samen.sanne, samen.huishouden_id, date(2027, 4, 22), onderwerp="eerste gesprek")
    breng_over(samen.sanne, samen.joris)
    with samen.sanne.store.read() as lezer:
        (bezoek,) = lezer.find(Contact)
    samen.clash(Contact, bezoek.id, {"onderwerp": "a" * 200}, {"onderwerp": "b" * 200})
    beeld = samen.beeld(samen.sanne)
    assert (beeld.wat, beeld.in_plan, beeld.tekstveld) == ("contact", False, "onderwerp")
    with pytest.raises(RegelTeLang):
        conflict.resolve(samen.sanne, beeld, {"onderwerp": beeld.samen})
    assert samen.beeld(samen.sanne) == beeld


def test_three_versions_are_all_shown_and_the_same_words_once(samen: Samen, tmp_path: Path) -> None:
    bea = Medewerker(id=samen.sanne.new_id(), naam="Bea Voorbeeld")
    derde = make_werkplek(tmp_path / "bea", samen.sanne.klok, device_no=3, wie=bea)
    breng_over(samen.sanne, derde)
    for plek, tekst in ((samen.sanne, MIJN), (samen.joris, HAAR), (derde, HAAR)):
        samen.change(plek, Afspraak, samen.afspraak_id, tekst=tekst)
    breng_over(samen.joris, samen.sanne)
    breng_over(derde, samen.sanne)
    assert [kant.tekst for kant in samen.beeld(samen.sanne).kanten] == [MIJN, HAAR]
    samen.change(derde, Afspraak, samen.afspraak_id, tekst="Op vrijdag.")
    breng_over(derde, samen.sanne)
    beeld = samen.beeld(samen.sanne)
    assert {kant.tekst for kant in beeld.kanten} == {MIJN, HAAR, "Op vrijdag."}
    conflict.resolve(samen.sanne, beeld, {"tekst": beeld.samen})
    assert samen.afspraak(samen.sanne).tekst.startswith(MIJN)
    derde.store.close()


def test_what_somebody_else_settled_is_no_conflict_any_more(samen: Samen) -> None:
    samen.clash(Afspraak, samen.afspraak_id, {"tekst": MIJN}, {"tekst": HAAR})
    beeld = samen.beeld(samen.sanne)
    conflict.resolve(samen.joris, samen.beeld(samen.joris), {"tekst": HAAR})
    breng_over(samen.joris, samen.sanne)
    with samen.sanne.store.read() as lezer, pytest.raises(BestaatNiet):
        conflict.load(samen.sanne, lezer, beeld.entiteit_id, beeld.eenheid)


def test_a_unit_of_a_newer_program_is_kept_and_not_offered(samen: Samen) -> None:
    bron = samen.sanne.medewerker.id
    nieuwer = [
        Operation(OpId(9, n), n, bron, n, Doel.soort, samen.doel_id, 99, (), waarde)
        for n, waarde in ((1, b"\x81\x01"), (2, b"\x81\x02"))
    ]
    with samen.sanne.store.write() as werk:
        werk.receive(nieuwer)
        werk.commit("sync.ronde")
    with samen.sanne.store.read() as lezer:
        assert dossier.load(samen.sanne, lezer, samen.huishouden_id).conflicten == ()
        assert len(lezer.conflicten()) == 1
        with pytest.raises(BestaatNiet):
            conflict.load(samen.sanne, lezer, samen.doel_id, 99)


def test_of_a_newer_program_the_known_fields_are_shown_and_what_cannot_be_read_is_not_offered(samen: Samen) -> None:
    with samen.sanne.store.read() as lezer:
        bases = lezer.bases(samen.doel_id)[4]
    samen.change(samen.sanne, Doel, samen.doel_id, tekst=MIJN)
    eeuwig = 2**63 - 1
    for n, waarde, te_kiezen in ((1, codec.dumps([HAAR, "van later"]), True), (2, codec.dumps({"tekst": HAAR}), False)):
        bron = Operation(OpId(9, n), eeuwig, JORIS.id, n, Doel.soort, samen.doel_id, 4, bases, waarde, schema=2)
        with samen.sanne.store.write() as werk:
            werk.receive([bron])
            werk.commit("sync.ronde")
        with samen.sanne.store.read() as lezer:
            (open_conflict,) = lezer.conflicten()
            assert conflict.is_oplosbaar(open_conflict) is te_kiezen
            if te_kiezen:
                assert {kant.tekst for kant in samen.beeld(samen.sanne).kanten} == {MIJN, HAAR}


@pytest.mark.parametrize(
    ("eenheid", "waarde"),
    [
        (5, b"\xff"),
        (5, b""),
        (5, codec.dumps([7])),
        (5, codec.dumps([None])),
        (5, codec.dumps(["x" * 200_001])),
        (4, codec.dumps(["straks", None])),
        (4, codec.dumps([b"\xff", 3])),
        (2, codec.dumps(["geen id"])),
        (3, codec.dumps(["geen getal"])),
    ],
)
def test_a_version_that_cannot_be_read_is_kept_offered_to_nobody_and_counted_nowhere(
    samen: Samen, eenheid: int, waarde: bytes
) -> None:
    """A person is only sent to a choice that can be made; the rest waits in the log for a program that can read it."""
    bron = Operation(OpId(9, 1), 1, JORIS.id, 1, Afspraak.soort, samen.afspraak_id, eenheid, (), waarde, schema=2)
    with samen.sanne.store.write() as werk:
        werk.receive([bron])
        werk.commit("sync.ronde")
    plek = samen.sanne
    with plek.store.read() as lezer:
        (open_conflict,) = lezer.conflicten()
        assert open_conflict.eenheid == eenheid
        with pytest.raises(BestaatNiet):
            conflict.load(plek, lezer, samen.afspraak_id, eenheid)
        assert dossier.load(plek, lezer, samen.huishouden_id).conflicten == ()
        assert [regel.conflict for regel in dossier.list_dossiers(plek, lezer)] == [False]
        assert plan.load(plek, lezer, lezer.get(Doel, samen.doel_id).plan_id).conflicten == {}
        vandaag_beeld = vandaag.load(plek, lezer)
        assert lezer.koppen(samen.afspraak_id)[eenheid].count(bron) == 1
    assert vandaag_beeld.stand.conflicten == 0
    assert vandaag_beeld.taken == ()


def test_every_side_that_is_offered_can_be_chosen(samen: Samen) -> None:
    """A choice, a day and a name together, of this program and of a newer one that says more."""
    with samen.sanne.store.read() as lezer:
        koppen = lezer.koppen(samen.afspraak_id)
    for eenheid, lijst in koppen.items():
        nieuwer = codec.dumps([*codec.rij(codec.loads(lijst[0].waarde)), "van later"])
        bron = Operation(OpId(9, eenheid), 1, JORIS.id, 1, Afspraak.soort, samen.afspraak_id, eenheid, (), nieuwer)
        with samen.sanne.store.write() as werk:
            werk.receive([bron])
            werk.commit("sync.ronde")
        beeld = samen.beeld(samen.sanne)
        conflict.resolve(samen.sanne, beeld, next(k.velden for k in beeld.kanten if k.op_id == bron.id))
        with samen.sanne.store.read() as lezer:
            assert lezer.conflicten() == []


def test_the_dossier_names_the_conflict(samen: Samen) -> None:
    samen.clash(Doel, samen.doel_id, {"tekst": MIJN}, {"tekst": HAAR})
    with samen.joris.store.read() as lezer:
        beeld = dossier.load(samen.joris, lezer, samen.huishouden_id)
    assert [entiteit_id for entiteit_id, _ in beeld.conflicten] == [samen.doel_id]


def antwoord_botst(samen: Samen, sleutel: str, een: str, ander: str) -> ConflictBeeld:
    """Both tap another answer to the same question, without knowing of each other."""
    with samen.sanne.store.read() as lezer:
        (gesprek,) = lezer.find(Vraagverheldering)
    for plek, waarde in ((samen.sanne, een), (samen.joris, ander)):
        with plek.store.write() as werk:
            vraagverheldering.put_answer(plek, werk, samen.huishouden_id, gesprek.id, sleutel, waarde)
            werk.commit("onderzoek.bekeken", samen.huishouden_id)
    wissel_uit(samen.sanne, samen.joris)
    return samen.beeld(samen.sanne)


@pytest.mark.parametrize(
    ("sleutel", "een", "ander", "vraag", "woorden"),
    [
        ("onderzoek.algemeen", "past_niet", "past", "Algemene voorzieningen", ["past niet", "past"]),
        (AS, "moeilijk", "redelijk", "Mijn lijf (di 20 april 2027)", ["het gaat moeilijk", "het gaat best"]),
        ("onderzoek.vroegere_kop", "bekeken", "niet_bekend", "Vroegere kop", ["bekeken", "niet bekend"]),
        (CIJFER, "4", "6", "Huisvesting, een cijfer van 0 tot 10 (di 20 april 2027)", ["4", "6"]),
    ],
)
def test_a_tap_is_shown_in_words_with_what_was_asked_and_two_of_them_are_not_put_together(
    samen: Samen, sleutel: str, een: str, ander: str, vraag: str, woorden: list[str]
) -> None:
    beeld = antwoord_botst(samen, sleutel, een, ander)
    assert [kant.tekst.casefold() for kant in beeld.kanten] == woorden
    assert beeld.vraag == vraag
    assert beeld.tekstveld is None


def test_what_somebody_typed_is_still_joined_or_written_anew(samen: Samen) -> None:
    beeld = antwoord_botst(samen, "huisvesting.lastig", "De trap.", "De drempel.")
    assert (beeld.vraag, beeld.tekstveld) == ("Huisvesting. Wat is lastig?", "waarde")


def test_each_choice_of_a_list_is_shown_by_its_words_and_no_key_is(samen: Samen) -> None:
    profiel = samen.sanne.profiel
    for soort, velden in LIJSTEN.items():
        for veld, naam in velden.items():
            assert veld in soort.model_fields, f"{soort.__name__} has no {veld}"
            record = soort.model_construct(id=samen.doel_id)
            assert is_keuze(record, veld)
            if naam in profiel.lijsten:
                keuze = profiel.lijst(naam).keuzes[0]
                assert in_woorden(profiel, record, veld, keuze.sleutel) == keuze.label, (soort, veld)
            assert in_woorden(profiel, record, veld, "Eigen") == "Eigen", "own words stay"
    wens = Ondersteuningsplan.model_construct(id=samen.doel_id)
    assert in_woorden(profiel, wens, "leverwens", "pgb") == "Een pgb"
    lezer = Inwoner.model_construct(id=samen.doel_id)
    assert is_keuze(lezer, "papiervorm")
    assert in_woorden(profiel, lezer, "papiervorm", "groot taal=nederlands") == "grote letters"
    relatie = Relatie.model_construct(id=samen.doel_id)
    eerste, tweede = profiel.lijst("vertrouwensrechten").keuzes[:2]
    beide = in_woorden(profiel, relatie, "vertrouwensrechten", f"{eerste.sleutel} {tweede.sleutel}")
    assert beide == f"{eerste.label}, {tweede.label}"
