"""Store format 3: who *iemand anders* is, and that a note of giving was taken back; and what came before format 2."""

from sqlalchemy import Connection, inspect, text
from sqlmodel import Session

from kernnetwerk_app.domain.ondertekening import Ondertekening
from kernnetwerk_app.domain.verstrekking import Verstrekking
from kernnetwerk_app.store.project import project_kind

KOLOMMEN = (
    ("ondertekening", "namelijk", "VARCHAR(300)"),
    ("verstrekking", "ingetrokken", "BOOLEAN NOT NULL DEFAULT 0"),
)


def upgrade(verbinding: Connection) -> None:
    """Add the columns, unless an earlier step made them just now, and derive the rows of both kinds from the log.

    What an earlier program received without understanding it, stands in the log alone: all of kind 15 in a store of
    format 1, and a capacity that it did not know.
    """
    for tabel, kolom, soort in KOLOMMEN:
        if kolom not in {bekend["name"] for bekend in inspect(verbinding).get_columns(tabel)}:
            verbinding.execute(text(f"ALTER TABLE {tabel} ADD COLUMN {kolom} {soort}"))
    with Session(verbinding) as session:
        for entiteit in (Ondertekening, Verstrekking):
            project_kind(session, entiteit.soort)
        session.flush()
