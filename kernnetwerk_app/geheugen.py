"""What is in memory while a store is open stays there: the system writes no image of it and lets nobody look."""

import sys

_PR_SET_DUMPABLE = 4


def forbid_dumps() -> None:
    """No core file when the program dies, and no other program of this user may attach to it (security 3.3).

    Linux and macOS; elsewhere nothing. Where the system refuses, the program goes on: SECURITY.md does not rely on it.
    """
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
