"""What can go wrong with the key file, the passphrase and the store on disk. Codes only: no path, no value, no text.

The sentences are in `resources/tekst/kluis.toml`, under the code.
"""

import math

from kernnetwerk_app.domain.errors import KernnetwerkError


class WachtzinOnjuist(KernnetwerkError):
    """The key file does not open with it. Also when its slot was tampered with: the two cannot be told apart."""

    code = "wachtzin.onjuist"


class WachtzinTeLang(KernnetwerkError):
    """More than `passphrase.MAX_LENGTH` characters after NFKC."""

    code = "wachtzin.te_lang"


class WachtzinOnbruikbaar(KernnetwerkError):
    """Empty, or text that has no UTF-8 form (half a surrogate pair)."""

    code = "wachtzin.onbruikbaar"


class TeVeelPogingen(KernnetwerkError):
    """Too many wrong passphrases; `seconden` is how long to wait, rounded up."""

    code = "wachtzin.te_vaak"

    def __init__(self, seconden: float) -> None:
        super().__init__()
        self.seconden = math.ceil(seconden)


class GeheugenTekort(KernnetwerkError):
    """Not enough free memory to stretch the passphrase; says nothing about the passphrase being right."""

    code = "geheugen.te_weinig"


class SleutelbestandOntbreekt(KernnetwerkError):
    """Neither the key file nor its copy is there."""

    code = "sleutelbestand.ontbreekt"


class SleutelbestandBeschadigd(KernnetwerkError):
    """Not the JSON that we wrote, or its checksum is wrong."""

    code = "sleutelbestand.beschadigd"


class SleutelbestandOnleesbaar(KernnetwerkError):
    """The operating system does not let us read it now (held by another program, no rights, bad sector)."""

    code = "sleutelbestand.onleesbaar"


class SleutelbestandOnschrijfbaar(KernnetwerkError):
    """It could not be written; what was there is unchanged."""

    code = "sleutelbestand.onschrijfbaar"


class SleutelbestandBestaatAl(KernnetwerkError):
    """A new vault never replaces an old one: that would lose the store."""

    code = "sleutelbestand.bestaat_al"


class SleutelbestandNieuwer(KernnetwerkError):
    """Written by a newer version of the program."""

    code = "sleutelbestand.nieuwer"


class KostenGeweigerd(KernnetwerkError):
    """Argon2id parameters outside the bounds: too weak to trust, or so heavy that unlocking would never end."""

    code = "sleutelbestand.kosten_geweigerd"


class MapOnschrijfbaar(KernnetwerkError):
    """Nothing can be made in the data folder (rights, a full or unplugged disk)."""

    code = "map.onschrijfbaar"


class StoreError(KernnetwerkError):
    """The database said no for a reason without a name of its own."""

    code = "store.fout"


class StoreOntbreekt(StoreError):
    """The key file is there, the store is not."""

    code = "store.ontbreekt"


class StoreBeschadigd(StoreError):
    """Our file, the right key, and still not readable."""

    code = "store.beschadigd"


class StoreIsLeesbaar(StoreError):
    """A database without encryption. We never open it, let alone write in it."""

    code = "store.leesbaar"


class StoreAndereSleutel(StoreError):
    """Its first 16 bytes are not those that this key gives: another store's file, another program's, or overwritten."""

    code = "store.andere_sleutel"


class StoreBezet(StoreError):
    """Another connection held the file longer than we wait."""

    code = "store.bezet"


class StoreVol(StoreError):
    """The disk is full; the transaction is undone."""

    code = "store.vol"


class StoreOnbereikbaar(StoreError):
    """The file cannot be opened, read or written (rights, read-only folder, disk error)."""

    code = "store.onbereikbaar"


class StoreNietVeilig(StoreError):
    """The driver does not encrypt, or a safety setting did not take. Nothing was written."""

    code = "store.niet_veilig"


class SleutelOngeldig(StoreError):
    """Not 32 bytes of key, or wiped. SQLCipher would silently take such a key for a passphrase."""

    code = "store.sleutel_ongeldig"


class TransactieVerbroken(StoreError):
    """SQLite ended the transaction by itself (full disk); this statement would have been saved on its own."""

    code = "store.transactie_verbroken"


class StoreGesloten(StoreError):
    """The store was locked in the meantime; what was under way is undone."""

    code = "store.gesloten"


class AlGestart(StoreError):
    """Another program has this data folder; `pid` is its process, if it could be read."""

    code = "store.al_gestart"

    def __init__(self, pid: int | None) -> None:
        super().__init__()
        self.pid = pid
