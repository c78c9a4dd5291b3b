"""Making a store: where it may be, which passphrase it may have, and whole or not at all. Imported in a worker."""

import getpass
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.paths import resource
from kernnetwerk_app.store import folder as folders
from kernnetwerk_app.store import key_place, passphrase, vault
from kernnetwerk_app.store.casestore import CaseStore
from kernnetwerk_app.store.errors import MapOnschrijfbaar, SleutelbestandBestaatAl, WachtzinTeLang
from kernnetwerk_app.store.keyfile import Kosten


class WachtzinTeKort(KernnetwerkError):
    code = passphrase.TE_KORT


class WachtzinVoorspelbaar(KernnetwerkError):
    code = passphrase.VOORSPELBAAR


class MapGesynchroniseerd(KernnetwerkError):
    code = folders.GESYNCHRONISEERD


class MapOpNetwerk(KernnetwerkError):
    code = folders.NETWERK


class MapZwervend(KernnetwerkError):
    code = folders.ZWERVEND


class MapNietLeeg(KernnetwerkError):
    """Where the store should come lie files that are not ours to remove."""

    code = "map.niet_leeg"


_GEWEIGERD: dict[str, type[KernnetwerkError]] = {
    soort.code: soort
    for soort in (
        WachtzinTeKort,
        WachtzinVoorspelbaar,
        WachtzinTeLang,
        MapGesynchroniseerd,
        MapOpNetwerk,
        MapZwervend,
    )
}


def create(
    folder: Path, wachtzin: str, klok: Klok, kosten: Kosten | None = None, bekend_van: Iterable[str] = ()
) -> CaseStore:
    """A new store, whole or not at all: it is made beside `folder`, closed, renamed, and opened as ever after.

    `bekend_van` = what others know of this worker, such as the municipality; no passphrase may consist of that.
    Raises the refusals above, or what the vault and the store raise.
    """
    _refuse(folders.check_folder(str(folder.absolute()), os.environ))
    bekend = passphrase.read_words(resource("lijsten", "wachtzin-bekend.txt"))
    _refuse(passphrase.check_passphrase(wachtzin, bekend, [_user_name(), *bekend_van]))
    if key_place.is_taken(folder):
        raise SleutelbestandBestaatAl
    nieuw = folder.with_name(f"{folder.name}.nieuw")
    try:
        shutil.rmtree(nieuw, ignore_errors=True)  # of a start that was cut off: nobody ever worked in it
        open_store(nieuw, vault.create(nieuw, wachtzin, kosten), klok).close()
        _take_place(nieuw, folder)
    except OSError:
        raise MapOnschrijfbaar from None
    finally:
        shutil.rmtree(nieuw, ignore_errors=True)
    return open_store(folder, vault.unlock(folder, wachtzin), klok)


def open_store(folder: Path, kluis: vault.OpenVault, klok: Klok) -> CaseStore:
    """The store of an open vault; when it does not open, the vault is closed."""
    try:
        return CaseStore(folder, kluis, klok)
    except BaseException:
        kluis.close()
        raise


def propose() -> str:
    """Five words to start from."""
    return passphrase.propose_passphrase(passphrase.read_words(resource("lijsten", "wachtzin-woorden.txt")))


def _refuse(codes: tuple[str, ...]) -> None:
    if codes:
        raise _GEWEIGERD[codes[0]]


def _user_name() -> str:
    with suppress(Exception):  # which exception differs by system and version of Python
        return getpass.getuser()
    return ""


def _take_place(nieuw: Path, folder: Path) -> None:
    """Give a finished store its name, durably: after this it exists, before it there was none."""
    if folder.exists():
        try:
            folder.rmdir()
        except OSError:
            raise MapNietLeeg from None
    nieuw.rename(folder)
    if os.name != "nt":
        descriptor = os.open(folder.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
