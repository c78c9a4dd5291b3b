"""A request as it came in: its whole body, read once and capped, and what its headers say of who signed it."""

import asyncio
import hashlib
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from starlette.requests import ClientDisconnect

from kernnetwerk_app.oplog import codec, enrolment
from kernnetwerk_app.oplog.exchange import KOP_DEVICE, KOP_HANDTEKENING, KOP_TELLER, signing_input
from kernnetwerk_server.errors import BerichtAfgebroken, BerichtTeGroot, Geweigerd

STILTE_SECONDEN = 45
"""A body may be as slow as it is, but not silent for longer than this."""
HANDTEKENING_LENGTE = 64


@dataclass(frozen=True, slots=True)
class SignedRequest:
    """Not verified yet: `access` does that."""

    method: str
    path: str
    device_no: int
    teller: int
    handtekening: bytes
    lichaam: bytes

    @property
    def signing_input(self) -> bytes:
        """What the device must have signed."""
        sha256 = hashlib.sha256(self.lichaam).digest()
        return signing_input(self.method, self.path, self.device_no, self.teller, sha256)


async def read_body(request: Request) -> bytes:
    """The whole body, at most `MAX_LICHAAM` bytes, whatever Content-Length says or leaves out."""
    delen: list[bytes] = []
    omvang = 0
    stroom = request.stream()
    try:
        while True:
            async with asyncio.timeout(STILTE_SECONDEN):
                deel = await anext(stroom, None)
            if deel is None:
                return b"".join(delen)
            omvang += len(deel)
            if omvang > codec.MAX_LICHAAM:
                raise BerichtTeGroot
            delen.append(deel)
    except (TimeoutError, ClientDisconnect):
        raise BerichtAfgebroken from None


Lichaam = Annotated[bytes, Depends(read_body)]


def read_signed(request: Request, lichaam: Lichaam) -> SignedRequest:
    """The request with the claims of its headers; `Geweigerd` when it carries none that could hold."""
    try:
        return SignedRequest(
            method=request.method,
            path=request.url.path,
            device_no=_number(request.headers.get(KOP_DEVICE), 32),
            teller=_number(request.headers.get(KOP_TELLER), 63),
            handtekening=enrolment.from_base64(request.headers.get(KOP_HANDTEKENING, ""), HANDTEKENING_LENGTE),
            lichaam=lichaam,
        )
    except codec.OnleesbaarBericht:
        raise Geweigerd from None


Ondertekend = Annotated[SignedRequest, Depends(read_signed)]


def _number(tekst: str | None, bits: int) -> int:
    """Digits only: `int` would also read signs, spaces, underscores and other scripts."""
    if tekst is None or not tekst.isascii() or not tekst.isdigit() or len(tekst) > 19:
        raise codec.OnleesbaarBericht
    return codec.geheel(int(tekst), bits)
