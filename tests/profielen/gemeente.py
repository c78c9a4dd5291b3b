"""The files of a fourth municipality, which nobody programmed."""

from pathlib import Path

from kernnetwerk_app.paths import resource

LIJST = """
soort = "keuzelijst"
sleutel = "meldplekken_proefstad"
versie = 4
titel = "Waar is het gemeld?"
[[keuze]]
sleutel = "stadswinkel"
label = "Stadswinkel"
"""


def write_municipality(map_: Path, versie: int = 1, *, oefenen: bool = True, extra: str = "") -> Path:
    """The files of a municipality of its own: a profile, a list of life domains with a new one, and a list."""
    (map_ / "profielen").mkdir(parents=True, exist_ok=True)
    (map_ / "lijsten").mkdir(exist_ok=True)
    profiel = resource("profielen", "oefenen.toml").read_text(encoding="utf-8")
    for oud, nieuw in (
        ('sleutel = "oefenen"', 'sleutel = "proefstad"'),
        ("versie = 1", f"versie = {versie}"),
        ("oefenen = true", f"oefenen = {str(oefenen).lower()}"),
        ('naam = "Voorbeeldland"', 'naam = "Proefstad"'),
        ('leefgebieden = "leefgebieden"', 'leefgebieden = "levensdomeinen_proefstad"'),
        ('een = "leefgebied"', 'een = "levensdomein"'),
        ('meer = "leefgebieden"', 'meer = "levensdomeinen"'),
        ("\n[werkwijze]", '\n[lijsten]\nmeldplekken = "meldplekken_proefstad"\n\n[werkwijze]'),
    ):
        assert oud in profiel
        profiel = profiel.replace(oud, nieuw, 1)
    leefgebieden = resource("lijsten", "leefgebieden.toml").read_text(encoding="utf-8")
    leefgebieden = leefgebieden.replace('sleutel = "leefgebieden"', 'sleutel = "levensdomeinen_proefstad"', 1)
    leefgebieden = leefgebieden.replace("versie = 1", f"versie = {versie + 6}", 1)
    zingeving = '\n[[leefgebied]]\nsleutel = "zingeving"\nnaam = "Zingeving"\n'
    (map_ / "profielen" / "proefstad.toml").write_text(extra + profiel, encoding="utf-8")
    (map_ / "lijsten" / "levensdomeinen_proefstad.toml").write_text(leefgebieden + zingeving, encoding="utf-8")
    (map_ / "lijsten" / "meldplekken_proefstad.toml").write_text(LIJST, encoding="utf-8")
    return map_
