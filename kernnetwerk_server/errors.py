"""What the server refuses. A device gets a code and a status, never a sentence; a beheerder gets a sentence.

Codes are part of the protocol: `kernnetwerk_app.sync.errors` knows each of them.
"""

from typing import ClassVar

from kernnetwerk_app.domain.errors import KernnetwerkError


class Weigering(Exception):
    """A refusal that a device gets as `{"code": ...}`. Holds nothing of what was sent."""

    code: ClassVar[str]
    status: ClassVar[int]


class BerichtAfgebroken(Weigering):
    """The body stopped before its end."""

    code, status = "sync.afgebroken", 400


class Geweigerd(Weigering):
    """Not a device that may do this. The same for unknown, not approved, withdrawn and wrongly signed."""

    code, status = "sync.geweigerd", 401


class VreemdeOperatie(Weigering):
    """An operation that says to be of another device or another worker than who sends it."""

    code, status = "sync.vreemde_operatie", 403


class InschrijfcodeOngeldig(Weigering):
    """The same for unknown, expired, used by another, and tried too often."""

    code, status = "inschrijving.code_ongeldig", 403


class TellerOud(Weigering):
    """A well-signed request whose counter was used before: a replay, or a device restored from a copy."""

    code, status = "sync.teller_oud", 409


class AnderBericht(Weigering):
    """An operation number that is known here with other content: two stores share one device number."""

    code, status = "sync.ander_bericht", 409


class BerichtTeGroot(Weigering):
    """More bytes than a body may hold."""

    code, status = "sync.te_groot", 413


class TeVaakGeprobeerd(Weigering):
    """Too many wrong codes in a short time, by anyone."""

    code, status = "inschrijving.te_vaak", 429


ONBEKEND_ADRES = "server.onbekend_adres"
"""Code of 404 and 405."""
SERVERFOUT = "server.fout"
"""Code of 500; the answer also carries an incident id that stands in the log."""


class GeenRecht(KernnetwerkError):
    """An operation on something this device may not write: the reason of a quarantine."""

    code = "sync.geen_recht"


class BasisOngeldig(KernnetwerkError):
    """An operation that says to replace itself or a later one of its own device: quarantined, for it would vanish."""

    code = "sync.basis_ongeldig"


class Beheerfout(Exception):
    """What a beheerder has to mend; its sentence stands in `resources/tekst/server.toml` under `fout`.

    `waarden` are the words that it fills in: places and numbers of the municipality's own files, never of a resident.
    """

    code: ClassVar[str]

    def __init__(self, **waarden: object) -> None:
        super().__init__(self.code)
        self.waarden = waarden


class OntvangstOnleesbaar(Beheerfout):
    """No file of text that can be read, or one that is far too large."""

    code = "ontvangst_onleesbaar"


class OntvangstOngeldig(Beheerfout):
    """A row of a file with meldingen that cannot be one; `kolom` is empty when the row as a whole is wrong."""

    code = "ontvangst_ongeldig"

    def __init__(self, regel: int, kolom: str) -> None:
        super().__init__(regel=regel, kolom=kolom or "-")


class DatabaseOntbreekt(Beheerfout):
    code = "database_ontbreekt"


class DatabaseBestaat(Beheerfout):
    code = "database_bestaat"


class DatabaseOnbekend(Beheerfout):
    """A file that is no municipal database, or of another version of the program."""

    code = "database_onbekend"


class TlsNodig(Beheerfout):
    """Plain http to another machine would show every dossier to the network."""

    code = "tls_nodig"


class PoortBezet(Beheerfout):
    """This address and port cannot be listened on."""

    code = "poort_bezet"


class CertificaatOnbruikbaar(Beheerfout):
    code = "certificaat_onbruikbaar"


class KlokAlleenOefenen(Beheerfout):
    """A fixed clock on a database that holds real residents."""

    code = "klok_alleen_oefenen"


class VingerafdrukOnbekend(Beheerfout):
    """No device that was not withdrawn has this fingerprint."""

    code = "vingerafdruk_onbekend"


class ProfielOnbekend(Beheerfout):
    """No municipality profile has this key."""

    code = "profiel_onbekend"


class ProfielAfgekeurd(Beheerfout):
    """A fault in a profile or in one of its lists, with its place."""

    code = "profiel_afgekeurd"

    def __init__(self, plek: str, uitleg: str) -> None:
        super().__init__(plek=plek, uitleg=uitleg)


class ProfielNietNieuwer(Beheerfout):
    """A version that is not higher than the last one: laptops would not take it."""

    code = "profiel_niet_nieuwer"

    def __init__(self, versie: int) -> None:
        super().__init__(versie=versie)


class ProfielOefenen(Beheerfout):
    """A profile for practice in a real municipality, or the other way round."""

    code = "profiel_oefenen"
