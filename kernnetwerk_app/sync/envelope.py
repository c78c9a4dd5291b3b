"""The signed envelope around a body: who sends it, its counter, and a signature over all of it (Decided once 10)."""

import hashlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kernnetwerk_app.oplog.enrolment import to_base64
from kernnetwerk_app.oplog.exchange import KOP_DEVICE, KOP_HANDTEKENING, KOP_TELLER, MEDIA_TYPE, signing_input


def sign(private_key: bytes, path: str, device_no: int, teller: int, body: bytes) -> dict[str, str]:
    """The headers of one request. `teller` must be stored durably before the request leaves."""
    te_tekenen = signing_input("POST", path, device_no, teller, hashlib.sha256(body).digest())
    handtekening = Ed25519PrivateKey.from_private_bytes(private_key).sign(te_tekenen)
    return {
        "Content-Type": MEDIA_TYPE,
        KOP_DEVICE: str(device_no),
        KOP_TELLER: str(teller),
        KOP_HANDTEKENING: to_base64(handtekening),
    }
