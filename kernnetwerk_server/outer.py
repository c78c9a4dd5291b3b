"""The outermost layer: nothing is cached, no word of a client goes into the log, and a failure says only its number."""

import logging

from starlette.datastructures import MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kernnetwerk_app.logs import crash_record
from kernnetwerk_server.errors import SERVERFOUT

log = logging.getLogger("kernnetwerk.server")


class Outer:
    """Wraps the application. Logs method, our own name of the path, and status: never the path or query as sent."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = 0

        async def send_uncached(bericht: Message) -> None:
            nonlocal status
            if bericht["type"] == "http.response.start":
                status = bericht["status"]
                MutableHeaders(scope=bericht)["Cache-Control"] = "no-store"
            await send(bericht)

        try:
            await self._app(scope, receive, send_uncached)
        except Exception as fout:  # noqa: BLE001 - the last one who can; the text of an exception may hold a person's words
            spoor = crash_record(fout, app_version="")
            log.error("incident %s: %s in %s", spoor.incident_id, spoor.type, " ".join(spoor.frames))  # noqa: TRY400
            if status == 0:
                antwoord = JSONResponse({"code": SERVERFOUT, "incident": spoor.incident_id}, 500)
                await antwoord(scope, receive, send_uncached)
        route = scope.get("route")
        log.info("%s %s %d", scope["method"], getattr(route, "path", "(onbekend adres)"), status)
