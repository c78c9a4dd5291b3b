"""Where things live: the only place that knows whether we run from a checkout, a wheel or a frozen build."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Path of a shipped file under `resources/`; the wheel carries that folder inside the package."""
    inside = _PACKAGE / "resources"
    root = inside if inside.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)


def program_folder() -> Path:
    """Where a process of ours has to stand to find this package with `-m`, whatever folder the program began in."""
    return _PACKAGE.parent


def data_folder() -> Path:
    """The folder of this user's stores: local, never roaming, never a folder that a cloud service copies."""
    import platformdirs  # not needed for any shipped file, and 5 ms before the first paint

    return Path(platformdirs.user_data_dir("kernnetwerk", appauthor=False, roaming=False))
