"""Writes the manual, docs/handleiding/, from the help of the screens: one text for F1 and for paper.

`python3 do.py handleiding`; a test says when it was forgotten.
"""

import sys
from pathlib import Path

from kernnetwerk_app.hulp import Hulp, alle_hulp
from kernnetwerk_app.teksten import load

MAP = Path(__file__).resolve().parent.parent / "docs" / "handleiding"
_KOP = """# Handleiding

Deze handleiding zegt hetzelfde als de hulp in het programma: druk op ieder scherm op F1.
"""


def pages() -> dict[str, str]:
    """File name and text of each page of the manual; the first one leads to the others."""
    alle = alle_hulp()
    index = "\n".join(f"- [{hulp.titel}]({hulp.sleutel}.md)" for hulp in alle)
    return {"README.md": f"{_KOP}\n{index}\n", **{f"{hulp.sleutel}.md": _page(hulp) for hulp in alle}}


def _page(hulp: Hulp) -> str:
    t = load("venster")
    delen = [(t("hulp.wat"), hulp.wat), (t("hulp.waarom"), hulp.waarom), *hulp.als]
    tekst = "".join(f"\n## {kop}\n\n{inhoud}\n" for kop, inhoud in delen)
    toetsen = "".join(f"| {toets} | {doet} |\n" for toets, doet in hulp.toetsen)
    return f"# {hulp.titel}\n{tekst}\n## {t('hulp.toetsen')}\n\n| toets | wat die doet |\n|---|---|\n{toetsen}"


def main() -> int:
    """Write the pages and take away those that are of no screen any more."""
    MAP.mkdir(parents=True, exist_ok=True)
    nieuw = pages()
    for bestand in MAP.glob("*.md"):
        if bestand.name not in nieuw:
            bestand.unlink()
    for naam, tekst in nieuw.items():
        (MAP / naam).write_text(tekst, encoding="utf-8")
    sys.stdout.write(f"{len(nieuw)} bladzijden in {MAP.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
