"""One connection to the municipal server: bytes out, bytes back, or an error with a sentence."""

import logging
import ssl
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

import requests

from kernnetwerk_app.oplog import codec
from kernnetwerk_app.sync.errors import CertificaatOnjuist, GeenVerbinding, OnveiligAdres, ServerStoring, VreemdAntwoord

CONNECT_SECONDS: Final = 15
STALL_SECONDS: Final = 45
"""Without a byte; there is no total time limit, since slow lines are normal (sync.md 2.4)."""
MAX_ANTWOORD: Final = 2 * codec.MAX_LICHAAM
"""Bytes: a body of operations, and what became of the 5,000 that were sent."""
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

_log = logging.getLogger(__name__)


class Http:
    """Posts to one server. Keeps its connection; never follows a redirect; counts bytes for the person who asks."""

    def __init__(self, adres: str) -> None:
        """`adres` = scheme, host and port. `OnveiligAdres` for plain http to another machine."""
        try:
            delen = urlsplit(adres.strip())
        except ValueError:
            raise OnveiligAdres from None
        if delen.scheme not in ("http", "https") or not delen.hostname:
            raise OnveiligAdres
        if delen.scheme == "http" and delen.hostname not in _LOOPBACK:
            raise OnveiligAdres
        self._adres = f"{delen.scheme}://{delen.netloc}"
        self._session = requests.Session()
        self._session.trust_env = delen.hostname not in _LOOPBACK
        self.requests = 0
        self.bytes_out = 0
        self.bytes_in = 0

    def post(self, path: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        """Status and body of one POST. `GeenVerbinding` for any break of the line, `VreemdAntwoord` for a redirect,
        `CertificaatOnjuist` for a server that cannot show who it is.
        """
        self.requests += 1
        self.bytes_out += len(body)
        try:
            with self._session.post(
                f"{self._adres}{path}",
                data=body,
                headers=dict(headers),
                timeout=(CONNECT_SECONDS, STALL_SECONDS),
                allow_redirects=False,
                stream=True,
            ) as antwoord:
                inhoud = self._read(antwoord)
                status = antwoord.status_code
        except requests.RequestException as fout:
            _log.info("exchange stopped: %s", type(fout).__name__)
            self._session.close()
            raise (CertificaatOnjuist if _is_untrusted(fout) else GeenVerbinding) from None
        if 300 <= status < 400:
            raise VreemdAntwoord
        if status >= 500:
            raise ServerStoring
        return status, inhoud

    def close(self) -> None:
        self._session.close()

    def _read(self, antwoord: requests.Response) -> bytes:
        delen: list[bytes] = []
        totaal = 0
        for deel in antwoord.iter_content(64 * 1024):
            totaal += len(deel)
            self.bytes_in += len(deel)
            if totaal > MAX_ANTWOORD:
                raise VreemdAntwoord
            delen.append(deel)
        if _is_cut_off(antwoord, totaal):
            raise GeenVerbinding
        return b"".join(delen)


def _is_untrusted(fout: BaseException | None) -> bool:
    """Whether a certificate that was refused is behind this; other trouble of TLS is a line that breaks."""
    while fout is not None and not isinstance(fout, ssl.SSLCertVerificationError):
        fout = fout.__cause__ or fout.__context__
    return fout is not None


def _is_cut_off(antwoord: requests.Response, totaal: int) -> bool:
    """Whether the line broke within this answer: our server always says how long it is."""
    if "Transfer-Encoding" in antwoord.headers or "Content-Encoding" in antwoord.headers:
        return False
    beloofd = antwoord.headers.get("Content-Length", "")
    return not beloofd.isdigit() or int(beloofd) != totaal
