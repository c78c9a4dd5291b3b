"""Errors that a rule, the store or the exchange can raise: a code here, a sentence in `resources/tekst/fouten.toml`."""

from typing import ClassVar


class KernnetwerkError(Exception):
    """Base of every error with a sentence for people. Carries no value that a person typed."""

    code: ClassVar[str] = "onbekend"

    def __init__(self) -> None:
        super().__init__(self.code)
