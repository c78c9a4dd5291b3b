"""The exchange over HTTP."""

from fastapi import APIRouter, Response

from kernnetwerk_app.oplog.exchange import MEDIA_TYPE, PAD
from kernnetwerk_server.signed import Ondertekend
from kernnetwerk_server.sync_service import SyncService


def router(service: SyncService) -> APIRouter:
    """One POST: a signed CBOR body in, a CBOR body out."""
    routes = APIRouter()

    @routes.post(PAD)
    def exchange(ondertekend: Ondertekend) -> Response:
        return Response(service.exchange(ondertekend), media_type=MEDIA_TYPE)

    return routes
