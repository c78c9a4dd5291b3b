"""Listening: plain http only to this machine itself, TLS 1.3 to all others."""

import ipaddress
import socket
import ssl
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from kernnetwerk_server.errors import CertificaatOnbruikbaar, PoortBezet, TlsNodig


@dataclass(frozen=True, slots=True)
class Luisterpunt:
    """Where to listen; `poort` 0 lets the system choose."""

    host: str = "127.0.0.1"
    poort: int = 0
    certificaat: Path | None = None
    sleutel: Path | None = None

    @property
    def met_tls(self) -> bool:
        return self.certificaat is not None and self.sleutel is not None


class Server(uvicorn.Server):
    """Calls `when_listening` with its address as soon as a request would be answered."""

    def __init__(self, app: FastAPI, luisterpunt: Luisterpunt, when_listening: Callable[[str], None]) -> None:
        super().__init__(_config(app, luisterpunt))
        self._socket = _bind(luisterpunt)
        self._when_listening = when_listening
        self._schema = "https" if luisterpunt.met_tls else "http"

    @property
    def adres(self) -> str:
        host, poort = self._socket.getsockname()[:2]
        return f"{self._schema}://[{host}]:{poort}" if ":" in host else f"{self._schema}://{host}:{poort}"

    def listen(self) -> None:
        """Serve until told to stop."""
        self.run([self._socket])

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._when_listening(self.adres)

    def stop_with_input(self) -> None:
        """Stop when standard input closes, so that a child never outlives the program that started it."""

        def wait_for_end() -> None:
            while sys.stdin.buffer.read(4096):
                pass
            self.should_exit = True

        threading.Thread(target=wait_for_end, daemon=True).start()


def is_loopback(host: str) -> bool:
    """Whether an address is this machine itself."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _config(app: FastAPI, luisterpunt: Luisterpunt) -> uvicorn.Config:
    if not luisterpunt.met_tls and not is_loopback(luisterpunt.host):
        raise TlsNodig
    config = uvicorn.Config(
        app,
        # No request line goes into uvicorn's own log: `outer` writes one without path or query.
        access_log=False,
        log_config=None,
        http="h11",
        ws="none",
        loop="asyncio",
        lifespan="off",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=5,
        ssl_certfile=luisterpunt.certificaat,
        ssl_keyfile=luisterpunt.sleutel,
    )
    try:
        config.load()
    except OSError:
        raise CertificaatOnbruikbaar from None
    if config.ssl is not None:
        config.ssl.minimum_version = ssl.TLSVersion.TLSv1_3
    return config


def _bind(luisterpunt: Luisterpunt) -> socket.socket:
    familie = socket.AF_INET6 if ":" in luisterpunt.host else socket.AF_INET
    try:
        return socket.create_server((luisterpunt.host, luisterpunt.poort), family=familie)
    except (OSError, OverflowError):
        raise PoortBezet from None
