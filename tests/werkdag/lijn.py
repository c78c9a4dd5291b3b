"""The line between a laptop and the server: a proxy on loopback that counts bytes and can be cut on command."""

import socket
import threading
from contextlib import suppress
from urllib.parse import urlsplit

KOP = b" HTTP/1.1\r\n"
"""Ends the first line of each request; several of them use one connection."""


class Lijn:
    """Listens on a port of its own, so that the laptops keep one address while the server stops and starts."""

    def __init__(self) -> None:
        self._luister = socket.create_server(("127.0.0.1", 0))
        self.adres = f"http://127.0.0.1:{self._luister.getsockname()[1]}"
        self._server: tuple[str, int] | None = None
        self._knip_na: list[int] = []
        self._slot = threading.Lock()
        self.omhoog = 0
        self.omlaag = 0
        self.geknipt = 0
        self.verzoeken = 0
        threading.Thread(target=self._accept, name="lijn", daemon=True).start()

    def verbind(self, adres: str | None) -> None:
        """Where to pass bytes to; None = there is no line."""
        delen = urlsplit(adres) if adres else None
        self._server = (delen.hostname or "", delen.port or 0) if delen else None

    def knip(self, *na_bytes: int) -> None:
        """Cut each of the coming connections after this many bytes, counted in both directions together."""
        with self._slot:
            self._knip_na = list(na_bytes)

    def sluit(self) -> None:
        self._luister.close()

    def _accept(self) -> None:
        while True:
            try:
                klant, _ = self._luister.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(klant,), daemon=True).start()

    def _serve(self, klant: socket.socket) -> None:
        doel = self._server
        try:
            server = socket.create_connection(doel, 5) if doel else None
        except OSError:
            server = None
        if server is None:
            klant.close()
            return
        with self._slot:
            over = self._knip_na.pop(0) if self._knip_na else None
        draad = _Draad(klant, server, over, self)
        threading.Thread(target=draad.pump, args=(server, klant, False), daemon=True).start()
        draad.pump(klant, server, True)

    def count(self, aantal: int, omhoog: bool, verzoeken: int) -> None:
        with self._slot:
            if omhoog:
                self.omhoog += aantal
                self.verzoeken += verzoeken
            else:
                self.omlaag += aantal

    def count_cut(self) -> None:
        with self._slot:
            self.geknipt += 1


class _Draad:
    """One connection; both directions share what may still pass before it is cut."""

    def __init__(self, klant: socket.socket, server: socket.socket, over: int | None, lijn: Lijn) -> None:
        self._einden = (klant, server)
        self._over = over
        self._lijn = lijn
        self._slot = threading.Lock()
        self._dicht = False

    def pump(self, van: socket.socket, naar: socket.socket, omhoog: bool) -> None:
        staart = b""
        with suppress(OSError):
            while deel := van.recv(4096):
                deel, afgeknipt = self._take(deel)
                naar.sendall(deel)
                staart += deel
                self._lijn.count(len(deel), omhoog, staart.count(KOP))
                staart = staart[1 - len(KOP) :]
                if afgeknipt:
                    self._lijn.count_cut()
                    break
        self._close()

    def _take(self, deel: bytes) -> tuple[bytes, bool]:
        with self._slot:
            if self._over is None:
                return deel, False
            mag = deel[: self._over]
            self._over -= len(mag)
            return mag, self._over == 0

    def _close(self) -> None:
        for einde in self._einden:
            with suppress(OSError):
                einde.shutdown(socket.SHUT_RDWR)
            with suppress(OSError):
                einde.close()
