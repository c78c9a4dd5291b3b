"""What can go wrong on the way to the server; each a code with a sentence. None of them loses anything."""

import json

from kernnetwerk_app.domain.errors import KernnetwerkError


class SyncError(KernnetwerkError):
    """Base of everything that stops an exchange."""

    code = "sync.mislukt"


class GeenVerbinding(SyncError):
    """No line, or the line dropped: try again, with a smaller body."""

    code = "sync.geen_verbinding"


class VreemdAntwoord(SyncError):
    """Something answered, but not our server: a login page of a network, a proxy, a redirect."""

    code = "sync.vreemd_antwoord"


class CertificaatOnjuist(SyncError):
    """Who answered could not show to be our server: a network that asks to log in, or a laptop with a wrong date."""

    code = "sync.certificaat"


class ServerStoring(SyncError):
    """Our server answered that it cannot do it now."""

    code = "sync.server_storing"


class OnveiligAdres(SyncError):
    """Plain http to anything but this machine itself (Decided once 10)."""

    code = "sync.onveilig_adres"


class NietToegelaten(SyncError):
    """The server does not know this device, or no longer lets it in."""

    code = "sync.niet_toegelaten"


class HulpNodig(SyncError):
    """Server and laptop tell different stories about what was written; a person has to look. Nothing is overwritten."""

    code = "sync.hulp_nodig"


class CodeOnjuist(SyncError):
    code = "inschrijving.code_onjuist"


class TeVaakGeprobeerd(SyncError):
    code = "inschrijving.te_vaak"


_PER_CODE: dict[str, type[SyncError]] = {
    "sync.afgebroken": GeenVerbinding,
    "sync.geweigerd": NietToegelaten,
    "sync.teller_oud": HulpNodig,
    "sync.ander_bericht": HulpNodig,
    "sync.vreemde_operatie": HulpNodig,
    "sync.te_groot": HulpNodig,
    "sync.onleesbaar": HulpNodig,
    "inschrijving.code_ongeldig": CodeOnjuist,
    "inschrijving.te_vaak": TeVaakGeprobeerd,
}


def refusal(inhoud: bytes) -> SyncError:
    """The error in a refusal of our server; an answer without a code of ours came from somebody else."""
    try:
        code = json.loads(inhoud)["code"]
        return _PER_CODE[code]()
    except (ValueError, KeyError, TypeError, RecursionError):
        return VreemdAntwoord()
