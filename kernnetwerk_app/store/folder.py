"""Whether a folder is fit for a store, judged by its name alone: nothing is opened, so no dead network can hang us."""

import re
from collections.abc import Mapping

GESYNCHRONISEERD = "map.gesynchroniseerd"
NETWERK = "map.netwerk"
ZWERVEND = "map.zwervend"

_CLOUD = re.compile(
    r"(onedrive|dropbox|google ?drive|my drive|mijn drive|icloud ?drive|mobile documents|nextcloud|owncloud"
    r"|pcloud ?drive|box|box sync|sync|syncthing|stack|proton ?drive|sharepoint)( - .+| \(.+\))?",
    re.IGNORECASE,
)
_CLOUD_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


def check_folder(path: str, environment: Mapping[str, str]) -> tuple[str, ...]:
    """Codes of why a store must not be in this absolute path; empty if it may.

    A cloud service copies or holds back single files of a store, a network share breaks its locks, a roaming profile
    is copied at log-off: each loses work. A network drive with a letter cannot be seen from its name.
    """
    parts = [part for part in re.split(r"[\\/]+", path) if part]
    codes = []
    synced = [environment.get(name, "") for name in _CLOUD_VARIABLES]
    if any(_CLOUD.fullmatch(part) for part in parts) or _under(path, synced):
        codes.append(GESYNCHRONISEERD)
    if _is_unc(path):
        codes.append(NETWERK)
    if _under(path, [environment.get("APPDATA", "")]):
        codes.append(ZWERVEND)
    return tuple(codes)


def _is_unc(path: str) -> bool:
    r"""`\\server\share`, `//server/share` and `\\?\UNC\...`, but not the long local form `\\?\C:\...`."""
    plain = path.replace("/", "\\")
    if plain.startswith(("\\\\?\\", "\\\\.\\")):
        return plain[4:].upper().startswith("UNC\\")
    return plain.startswith("\\\\")


def _under(path: str, folders: list[str]) -> bool:
    place = _plain(path)
    return any(folder and (place + "\\").startswith(_plain(folder) + "\\") for folder in folders)


def _plain(path: str) -> str:
    return re.sub(r"[\\/]+", r"\\", path).rstrip("\\").casefold()
