"""The version of the program: on the first screen, in crash records and in every row of the audit chain."""

VERSIE = "0.1.0"
"""The same as in `pyproject.toml`; a test holds them together."""
