"""What the server refuses, and with which status. An answer holds a code only; sentences are the client's."""

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.oplog.codec import OnleesbaarBericht


class BerichtTeGroot(KernnetwerkError):
    """More bytes than a body may hold."""

    code = "sync.te_groot"


class BerichtAfgebroken(KernnetwerkError):
    """The body stopped before its end."""

    code = "sync.afgebroken"


class Geweigerd(KernnetwerkError):
    """Not a device that may do this. The same for unknown, not approved, withdrawn and wrongly signed."""

    code = "sync.geweigerd"


class TellerOud(KernnetwerkError):
    """A well-signed request whose counter was used before: a replay, or a device restored from a copy."""

    code = "sync.teller_oud"


class AnderBericht(KernnetwerkError):
    """An operation number that is known here with other content: two stores share one device number."""

    code = "sync.ander_bericht"


class VreemdeOperatie(KernnetwerkError):
    """An operation that says to be of another device or another worker than who sends it."""

    code = "sync.vreemde_operatie"


class GeenRecht(KernnetwerkError):
    """An operation on something this device may not write: quarantined."""

    code = "sync.geen_recht"


class BasisOngeldig(KernnetwerkError):
    """An operation that says to replace itself or a later one of its own device: quarantined, for it would vanish."""

    code = "sync.basis_ongeldig"


class InschrijfcodeOngeldig(KernnetwerkError):
    """The same for unknown, expired, used by another, and tried too often."""

    code = "inschrijving.code_ongeldig"


class TeVaakGeprobeerd(KernnetwerkError):
    """Too many wrong codes in a short time, by anyone."""

    code = "inschrijving.te_vaak"


STATUS: dict[type[KernnetwerkError], int] = {
    OnleesbaarBericht: 400,
    BerichtAfgebroken: 400,
    Geweigerd: 401,
    VreemdeOperatie: 403,
    InschrijfcodeOngeldig: 403,
    TellerOud: 409,
    AnderBericht: 409,
    BerichtTeGroot: 413,
    TeVaakGeprobeerd: 429,
}

ONBEKEND_ADRES = "server.onbekend_adres"
"""Code of 404 and 405."""
SERVERFOUT = "server.fout"
"""Code of 500; the answer also carries an incident id that stands in the log."""
