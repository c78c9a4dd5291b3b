"""Where a store may live, judged by the name of the folder alone."""

import pytest

from kernnetwerk_app import teksten
from kernnetwerk_app.store.folder import GESYNCHRONISEERD, NETWERK, ZWERVEND, check_folder

WINDOWS = {
    "APPDATA": r"C:\Users\sanne\AppData\Roaming",
    "OneDriveCommercial": r"D:\Wolk\Werk",
}


@pytest.mark.parametrize(
    "path",
    [
        r"C:\Users\sanne\AppData\Local\kernnetwerk",
        r"\\?\C:\Users\sanne\AppData\Local\kernnetwerk",
        r"C:\Users\sanne\AppData\Roaming2\kernnetwerk",
        "/home/sanne/.local/share/kernnetwerk",
        "/home/sanne/onedrive-hulp/kernnetwerk",
        "/srv/100% #1 é/kernnetwerk",
    ],
)
def test_a_local_folder_will_do(path: str) -> None:
    assert check_folder(path, WINDOWS) == ()


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (r"C:\Users\sanne\OneDrive\kernnetwerk", GESYNCHRONISEERD),
        (r"C:\Users\sanne\OneDrive - Gemeente Voorbeeldland\x", GESYNCHRONISEERD),
        (r"c:/users/sanne/ONEDRIVE/x", GESYNCHRONISEERD),
        (r"D:\wolk\werk\kernnetwerk", GESYNCHRONISEERD),
        ("/home/sanne/Dropbox (Persoonlijk)/x", GESYNCHRONISEERD),
        ("/Users/sanne/Library/Mobile Documents/x", GESYNCHRONISEERD),
        ("/home/sanne/Nextcloud/x", GESYNCHRONISEERD),
        (r"\\server\thuis\sanne", NETWERK),
        ("//server/thuis/sanne", NETWERK),
        (r"\\?\UNC\server\thuis", NETWERK),
        (r"C:\Users\sanne\AppData\Roaming\kernnetwerk", ZWERVEND),
        (r"c:/users/SANNE/appdata/roaming", ZWERVEND),
    ],
)
def test_a_folder_that_loses_work_is_named(path: str, code: str) -> None:
    assert check_folder(path, WINDOWS) == (code,)


def test_all_that_is_wrong_is_said_at_once() -> None:
    assert check_folder(r"\\server\thuis\OneDrive\x", {}) == (GESYNCHRONISEERD, NETWERK)


def test_every_answer_has_a_sentence() -> None:
    assert {GESYNCHRONISEERD, NETWERK, ZWERVEND} <= teksten.load("kluis").sleutels()
