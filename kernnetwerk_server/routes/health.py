"""Whether the server and its database answer; says nothing else."""

from fastapi import APIRouter, Response

from kernnetwerk_server.database import Database, read_meta

PAD = "/gezond"


def router(database: Database) -> APIRouter:
    """One GET, for whoever watches over the server: 200, or 500 when the database cannot be read."""
    routes = APIRouter()

    @routes.get(PAD)
    def health() -> Response:
        with database.reading() as sessie:
            read_meta(sessie)
        return Response('{"gezond":true}', media_type="application/json")

    return routes
