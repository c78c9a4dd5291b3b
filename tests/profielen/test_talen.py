"""Our own sentences in other languages: nothing that the Dutch has not, English whole, and drafts that say so."""

from pathlib import Path

import pytest

from kernnetwerk_app.documents.house_style import load_house_style
from kernnetwerk_app.documents.plan_pdf import plan_pdf
from kernnetwerk_app.domain.papiervorm import schrijf_taal, schrijf_vorm
from kernnetwerk_app.domain.planversie import InhoudAntwoord, InhoudLeefgebied, PlanInhoud
from kernnetwerk_app.domain.vertaling import VasteZin, Vertaling, naast, samen
from kernnetwerk_app.profielbestanden.bestanden import geleverd, uit_map
from kernnetwerk_app.profielbestanden.bundel import lees_bundel, pak_in
from kernnetwerk_app.profielbestanden.fouten import ProfielOngeldig
from kernnetwerk_app.profielbestanden.profiel import lees_profiel
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.teksten import load
from tests.documents.lezen import open_pdf, read_structure
from tests.documents.voorbeeld import KENMERK, voorbeeld_inhoud
from tests.profielen.gemeente import write_municipality

TALEN = load_profiel("oefenen").vertalingen
VASTE_TEKST = (
    "papier.taal", "papier.deel", "papier.gesprek", "papier.leefgebied", "papier.doel", "papier.naast",
    "papier.verder", "papier.zo_verder", "papier.reactie", "stappenkaart", "keukentafel.blad", "keukentafel.assen",
    "keukentafel.ik", "keukentafel.zij", "keukentafel.klopt", "keukentafel.gezegd", "keukentafel.lees",
    "rechtenblad.formulier", "tekenen.daarna", "aanvraagbrief",
)  # fmt: skip
"""What is fixed and matters for what somebody agrees to."""
VOOR_RECHTEN = ("papier.taal", "papier.deel", "papier.zo_verder", "keukentafel.klopt", "rechtenblad.formulier")
"""What a draft has too."""
PERSOONSBLAD = (
    "persoonsblad.titel", "persoonsblad.alleen", "persoonsblad.uitleg", "persoonsblad.uitleg_kind", "persoonsblad.voet",
)  # fmt: skip
OOK_ENGELS = (
    "verslag", "wie_is_wie", "afsprakenkaart", "mantelzorgblad", "agendablad.anders", *PERSOONSBLAD,
    "gids", "kijkrichting.blad", "mantelzorg.plan.kop", "mantelzorg.plan.praten",
    "mantelzorg.plan.kan_apart", "netwerk.blad", "papier.hulp", "plan.wie_op_papier", "rechtenblad.wie",
)  # fmt: skip
"""What is read at home; English has it whole."""
NIETS_VAN_ONS = {
    "gids.knop", "gids.regel.op", "gids.regel.op_tijd", "papier.hulp.inwoner",
    "rechtenblad.wie.vertrouwd_leest",
}  # fmt: skip
"""A button, and what would only say once more what was filled in."""
IN_HUIS = ("afsprakenkaart", "wie_is_wie.kop", "wie_is_wie.feit")
"""What hangs in sight of everybody; a draft has it whole too."""
MIST = 66
"""So many stand in Dutch alone in a draft; only ever fewer."""
NIET_BIJ_TEKENEN = (
    "aangevraagd", "alt", "gekozen", "hoedanigheid", "leeg", "machtiging", "merkteken", "mijn_keuze", "moment",
    "namelijk", "niet_gekozen", "niet_gevraagd", "vak_leeg",
)  # fmt: skip
"""Of the place to sign: what is read aloud for a shape, and what stands there once somebody signed. All else of it a
draft has, for it is what one agrees to.
"""


def nederlands(groepen: tuple[str, ...]) -> set[str]:
    bestanden = {groep.partition(".")[0] for groep in groepen}
    alle = {f"{bestand}.{sleutel}" for bestand in bestanden for sleutel in load(bestand)}
    return {plek for plek in alle if any(plek == groep or plek.startswith(f"{groep}.") for groep in groepen)}


def test_english_is_whole_and_what_a_draft_misses_is_none_of_what_matters_for_rights() -> None:
    assert nederlands((*VASTE_TEKST, *OOK_ENGELS)) - set(TALEN["engels"].zinnen) == NIETS_VAN_ONS
    na = nederlands(tuple(f"papier.reactie.{sleutel}" for sleutel in NIET_BIJ_TEKENEN))
    assert len(na) == len(NIET_BIJ_TEKENEN)
    nodig = nederlands((*VOOR_RECHTEN, *IN_HUIS, "papier.reactie")) - na
    for taal in TALEN.values():
        mist = nederlands((*VASTE_TEKST, *IN_HUIS)) - set(taal.zinnen)
        assert nodig & mist == set(), taal.sleutel
        assert len(mist) <= (0 if taal.nagekeken else MIST), f"{taal.sleutel}: {', '.join(sorted(mist))}"


def test_only_what_somebody_looked_over_goes_without_the_mark() -> None:
    assert {naam for naam, taal in TALEN.items() if taal.nagekeken} == {"engels"}
    assert set(TALEN) <= {keuze.sleutel for keuze in load_profiel("oefenen").lijst("talen").keuzes}


@pytest.mark.parametrize(
    ("zin", "plek", "reden"),
    [
        ('[zinnen.papier.reactie]\nbestaat_niet = "x"', "zinnen.papier.reactie.bestaat_niet", "extra_forbidden"),
        ('[zinnen.fouten]\nx = "y"', "zinnen.fouten", "extra_forbidden"),
        ('[zinnen.papier.reactie]\nvan = "x {wie}"', "zinnen.papier.reactie.van", "ander_gat"),
        ('[zinnen.papier.reactie]\neens = "x {"', "zinnen.papier.reactie.eens", "ander_gat"),
        ("[zinnen.papier.reactie]\neens = 3", "zinnen.papier", "string_type"),
    ],
)
def test_a_file_that_says_something_else_than_the_dutch_is_refused_by_its_place(
    tmp_path: Path, zin: str, plek: str, reden: str
) -> None:
    with pytest.raises(ProfielOngeldig) as fout:
        lees_profiel(uit_map(_gemeente(tmp_path, zin)).over(geleverd()), "proefstad")
    assert (fout.value.bestand, fout.value.sleutel, fout.value.reden) == ("talen/spaans.toml", plek, reden)


def _gemeente(map_: Path, zin: str, taal: str = "spaans") -> Path:
    write_municipality(map_)
    (map_ / "talen").mkdir()
    kop = f'sleutel = "{taal}"\nversie = 1\nnederlands = "Spaans"\nnaam = "español"\ncode = "es"\nnagekeken = true\n'
    (map_ / "talen" / f"{taal}.toml").write_text(kop + zin, encoding="utf-8")
    return map_


def test_a_municipality_adds_a_language_or_puts_its_own_in_the_place_of_ours_and_the_laptop_gets_it(
    tmp_path: Path,
) -> None:
    zin = '[zinnen.papier.reactie]\neens = "De acuerdo"\ngezien = " "'
    for taal in ("spaans", "pools"):
        bestanden = uit_map(_gemeente(tmp_path / taal, zin, taal)).over(geleverd())
        profiel = lees_bundel(pak_in(bestanden, "proefstad"), "proefstad", 1)
        eigen = profiel.vertalingen[taal]
        t = load("papier")
        assert (eigen.zeg(t("reactie.eens")), eigen.zeg(t("reactie.gezien"))) == ("De acuerdo", "")
        assert eigen.nagekeken
        assert set(profiel.vertalingen) == {*TALEN, taal}


def test_what_is_missing_stays_dutch_and_what_is_typed_is_never_translated() -> None:
    taal, t = TALEN["pools"], load("papier")
    assert naast(taal, t("soort.plan")) == "Plan"
    assert naast(taal, "Mijn vraag") == "Mijn vraag"
    assert taal.zeg(t("reactie.van", naam="Mijn vraag")) == "Odpowiedź: Mijn vraag"
    assert taal.zeg(samen(t("reactie.eens"), "getypt")) == ""
    verslag, engels = load("verslag"), TALEN["engels"]
    gezegd = verslag("reactie.van", naam="Mijn vraag", nummer=2, keuze=verslag("reactie.eens"))
    assert engels.zeg(gezegd) == "About version 2 of the plan Mijn vraag said: I agree with it."
    assert isinstance(samen(t("reactie.eens"), "", t("reactie.gezien")), VasteZin)
    assert naast(None, t("reactie.eens"), t("reactie.gezien")) == f"{t('reactie.eens')} {t('reactie.gezien')}"


@pytest.mark.parametrize("taal", TALEN.values(), ids=TALEN)
def test_on_paper_the_dutch_stands_first_and_the_other_language_says_which_it_is(taal: Vertaling) -> None:
    t = load("papier")
    inhoud = voorbeeld_inhoud(verder=(*t.groep("zo_verder").values(), "Een eigen zin van de gemeente."))
    pdf = open_pdf(plan_pdf(inhoud, KENMERK, [], load_house_style(frozenset({taal}))))
    boom = read_structure(pdf)
    for zin in (t("reactie.eens"), t("reactie.rechten"), t("zo_verder.besluit"), t("deel.doelen")):
        (staat,) = [
            node.text() for node in (*boom.find("P"), *boom.find("LBody"), *boom.find("H2")) if zin in node.text()
        ]
        assert staat.split() == [*zin.split(), *taal.zeg(zin).split()]
    talen = {str(element.Lang) for element in pdf.objects if _is_span(element)}
    assert talen == {taal.code}
    assert ("Deze vertaling is nog niet nagekeken." in boom.text()) is not taal.nagekeken
    kaal = read_structure(open_pdf(plan_pdf(inhoud, KENMERK, [], load_house_style())))
    assert inhoud.vraag in kaal.text()
    assert taal.zeg(t("reactie.eens")) not in kaal.text()


def test_what_we_say_ourselves_about_mantelzorg_is_known_again_in_a_frozen_plan() -> None:
    t, engels = load("mantelzorg"), TALEN["engels"]
    zinnen = {sleutel: t(f"plan.{sleutel}") for sleutel in ("kop", "praten", "kan_apart")}
    antwoord = InhoudAntwoord(label=zinnen["praten"], woorden=zinnen["kan_apart"])
    deel = InhoudLeefgebied(naam=zinnen["kop"], antwoorden=(antwoord,))
    inhoud = PlanInhoud.model_validate_json(voorbeeld_inhoud(leefgebieden=(deel,)).model_dump_json())
    tekst = read_structure(open_pdf(plan_pdf(inhoud, KENMERK, [], load_house_style(frozenset({engels}))))).text()
    for sleutel in zinnen:
        assert engels.zinnen[f"mantelzorg.plan.{sleutel}"] in tekst, sleutel


def _is_span(element: object) -> bool:
    return getattr(element, "get", lambda _: None)("/S") == "/Span" and "/Lang" in element  # type: ignore[operator]


def test_the_language_is_kept_beside_the_form() -> None:
    assert schrijf_taal(schrijf_vorm(frozenset()), TALEN["pools"]) == "gewoon taal=pools"
    assert schrijf_taal("groot taal=pools", None) == "groot taal=nederlands"
