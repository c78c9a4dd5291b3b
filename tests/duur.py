"""How far a campaign looks: a fixed share in `do.py test`, as far as it takes in `do.py duurproef`."""

from hypothesis import settings

LANG = "duurproef"


def is_long() -> bool:
    """Whether this run is the long campaign."""
    return settings.get_current_profile_name() == LANG


def share(kort: int) -> int:
    """How many examples a test gets that asks for `kort` of them in the suite: ten times as many in the campaign."""
    return kort * 10 if is_long() else kort
