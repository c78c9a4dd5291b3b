"""`kernnetwerk-server`: without its extra it says in one sentence what to install."""

import sys
from collections.abc import Sequence
from importlib.util import find_spec

from kernnetwerk_app import teksten


def main(argumenten: Sequence[str] | None = None) -> int:
    """Run one command of the server; the result is the exit status."""
    if any(find_spec(naam) is None for naam in ("fastapi", "uvicorn")):
        sys.stderr.write(teksten.load("server")("start.extra_ontbreekt") + "\n")
        return 2
    from kernnetwerk_server import cli

    return cli.run(argumenten)


if __name__ == "__main__":
    sys.exit(main())
