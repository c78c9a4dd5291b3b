"""The vraagbaak: articles that explain a regeling, one file each."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ValidationError

from kernnetwerk_app.domain.vraagbaak import Artikel
from kernnetwerk_app.paths import resource
from kernnetwerk_app.profielen import ProfielOngeldig


class _Artikel(BaseModel, extra="forbid"):
    titel: str
    kort: str
    tekst: str
    behoefte: str
    leefgebieden: tuple[str, ...] = ()
    bron: str
    datum: date


@cache
def load_artikelen() -> tuple[Artikel, ...]:
    """The articles of the vraagbaak, in the order of their titles. Raises `ProfielOngeldig`, which names the file."""
    artikelen = [
        Artikel(sleutel=bestand.stem, **_load(bestand).model_dump())
        for bestand in sorted(resource("vraagbaak").glob("*.toml"))
    ]
    return tuple(sorted(artikelen, key=lambda artikel: artikel.titel))


def _load(bestand: Path) -> _Artikel:
    plek = f"{bestand.parent.name}/{bestand.name}"
    try:
        return _Artikel.model_validate(tomllib.loads(bestand.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fout:
        raise ProfielOngeldig(f"{plek}: {fout}") from None
    except ValidationError as fout:
        eerste = fout.errors(include_input=False, include_url=False)[0]
        raise ProfielOngeldig(f"{plek}: {'.'.join(str(deel) for deel in eerste['loc'])}: {eerste['type']}") from None
