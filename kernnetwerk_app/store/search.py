"""The full-text index of a device: one row per entity, inside the encrypted store, erased for real when it changes."""

import re
import unicodedata
from uuid import UUID

from sqlalchemy import bindparam, insert, select, text
from sqlmodel import Session

from kernnetwerk_app.domain.base import Entiteit, VoorWie, is_vindbaar, mag_veld
from kernnetwerk_app.store.base import table_of
from kernnetwerk_app.store.tables import ZoekRow

CREATE = (
    "CREATE VIRTUAL TABLE zoek USING fts5(tekst, tokenize='unicode61 remove_diacritics 2', prefix='2 3')",
    "INSERT INTO zoek(zoek, rank) VALUES ('secure-delete', 1)",
)
LEZER = VoorWie.PROFESSIONAL
"""Who searches: the worker at this laptop."""
MIN_LETTERS = 3
MAX_WOORDEN = 16

_RIJ = table_of(ZoekRow)
_ADD = insert(_RIJ).prefix_with("OR IGNORE")
_WHICH = select(_RIJ.c.id).where(_RIJ.c.entiteit_id == bindparam("entiteit"))
_DELETE = text("DELETE FROM zoek WHERE rowid = :id")
_INSERT = text("INSERT INTO zoek(rowid, tekst) VALUES (:id, :tekst)")
_FIND = text(
    "SELECT z.entiteit_id FROM zoek JOIN zoekrij z ON z.id = zoek.rowid"
    " WHERE zoek MATCH :vraag ORDER BY rank, z.id LIMIT :hoeveel"
)


def index(session: Session, entiteit: Entiteit) -> None:
    """Replace the index row of this entity. What whoever searches may not see, or is no label, is never searchable."""
    soort = type(entiteit)
    if not soort.zoekbaar:
        return
    delen = [
        waarde
        for veld in soort.model_fields
        if isinstance(waarde := getattr(entiteit, veld), str)
        and mag_veld(LEZER, soort, veld)
        and is_vindbaar(soort, veld)
    ]
    session.execute(_ADD, {"entiteit_id": entiteit.id})
    rowid = session.execute(_WHICH, {"entiteit": entiteit.id}).scalar_one()
    session.execute(_DELETE, {"id": rowid})
    session.execute(_INSERT, {"id": rowid, "tekst": "\n".join(delen)})


def find(session: Session, getypt: str, hoeveel: int = 20) -> list[UUID]:
    """Entities whose words start with the typed words, best first. Any text is a fair question; none raises."""
    heel = unicodedata.normalize("NFC", getypt[:2000])  # a mark that was typed apart would end the word
    woorden = [woord[:64] for woord in re.findall(r"\w+", heel) if len(woord) >= MIN_LETTERS][:MAX_WOORDEN]
    if not woorden:
        return []
    vraag = " ".join(f'"{woord}"*' for woord in woorden)
    rijen = session.execute(_FIND, {"vraag": vraag, "hoeveel": hoeveel})
    return [UUID(rij[0]) for rij in rijen]
