"""Composition root of the server: database, clock and hooks in, one ASGI application out."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from kernnetwerk_app.klok import Klok
from kernnetwerk_app.oplog.codec import OnleesbaarBericht
from kernnetwerk_server.database import Database
from kernnetwerk_server.enrolment_service import EnrolmentService
from kernnetwerk_server.errors import ONBEKEND_ADRES, Weigering
from kernnetwerk_server.failpoints import Hook, go_on
from kernnetwerk_server.outer import Outer
from kernnetwerk_server.routes import enrolment, health, sync
from kernnetwerk_server.sync_service import SyncService


def create_app(database: Database, klok: Klok, *, zelf_goedkeuren: bool = False, hook: Hook = go_on) -> FastAPI:
    """The whole server over one open database. `zelf_goedkeuren` is for practice municipalities only."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    app.include_router(sync.router(SyncService(database, klok, hook)))
    app.include_router(enrolment.router(EnrolmentService(database, klok, zelf_goedkeuren=zelf_goedkeuren, hook=hook)))
    app.include_router(health.router(database))
    app.add_exception_handler(Weigering, _refusal)
    app.add_exception_handler(OnleesbaarBericht, _unreadable)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(HTTPException, _unknown_address)
    app.add_middleware(Outer)
    return app


def _refusal(_request: Request, fout: Exception) -> Response:
    if not isinstance(fout, Weigering):
        raise fout
    return JSONResponse({"code": fout.code}, fout.status)


def _unreadable(_request: Request, _fout: Exception) -> Response:
    """Echoes nothing of what came in: no body, no input, no context."""
    return JSONResponse({"code": OnleesbaarBericht.code}, 400)


def _unknown_address(_request: Request, fout: Exception) -> Response:
    return JSONResponse({"code": ONBEKEND_ADRES}, fout.status_code if isinstance(fout, HTTPException) else 404)
